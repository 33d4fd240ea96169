import { fileURLToPath } from 'node:url';

/** The folder of the sample server, the same from src/products/sample and from the bundle in dist. */
export const embeddedSample: string = fileURLToPath(new URL('../examples/sample', packageRoot()));

function packageRoot(): string {
  return import.meta.url.includes('/src/products/sample/')
    ? new URL('../../', import.meta.url).href
    : new URL('./', import.meta.url).href;
}
