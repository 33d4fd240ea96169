import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentNames } from '../core/model/hop.ts';
import { deployerInit } from '../drivers/deployers.ts';
import { valueAt } from './render/variables.ts';

/** The files and folders that a deploy takes from the repository and that are not there, by their paths. */
export function missingFiles(document: unknown, directory: string): readonly string[] {
  const system = valueAt(document, ['system']);
  const named = environmentNames.flatMap((environment) => {
    const filledIn = (path: string): string =>
      path.replaceAll('{environment}', environment).replaceAll('{system}', typeof system === 'string' ? system : '');
    return deployerInit.flatMap(({ name, settings }) =>
      Object.entries(settings)
        .filter(([, { inRepository }]) => inRepository === true)
        .flatMap(([key]) => [valueAt(document, ['environments', environment, 'deploy', name, key])].flat())
        .flatMap((path) => (typeof path === 'string' ? [filledIn(path)] : [])),
    );
  });
  return [...new Set(named)].filter((path) => isPath(path) && !existsSync(resolve(directory, path)));
}

/** Not an address, nor a text that a later step fills in. */
function isPath(text: string): boolean {
  return !text.includes('://') && !text.includes('{');
}
