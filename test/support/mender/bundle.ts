import { join } from 'node:path';
import { build } from 'esbuild';
import { compiled } from '../compiled.ts';

export interface StandIn {
  /** `main.ts` as one file. */
  readonly main: string;
  /** `mongosh.ts` as one file. */
  readonly mongosh: string;
  /** Of a process that runs one of them. */
  readonly variables: Readonly<Record<string, string>>;
}

/** A climb starts the stand-in a hundred times: read as one file, a start takes less than half of the processor time. */
export async function bundleStandIn(folder: string): Promise<StandIn> {
  await build({
    entryPoints: ['main', 'mongosh'].map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // The driver is CommonJS.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'silent',
  });
  return {
    main: join(folder, 'main.mjs'),
    mongosh: join(folder, 'mongosh.mjs'),
    variables: { NODE_COMPILE_CACHE: compiled },
  };
}
