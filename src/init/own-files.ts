import { plainVariables } from '../world/secrets/plain-variables.ts';
import { renderEnvExample } from './render/env-example.ts';
import { renderScripts } from './render/own-scripts.ts';
import { allVariables, valueAt } from './render/variables.ts';
import type { RenderedFile } from './render/workflows.ts';
import { scriptsIn } from './scripts.ts';

/**
 * What is written besides, once, for a product of the user's own: scripts to fill in, and the variables of a terminal.
 * @param document the configuration as plain data, `${NAME}` unresolved
 */
export function ownFiles(document: unknown, plain: readonly string[]): readonly RenderedFile[] {
  const title = valueAt(document, ['product', 'title']);
  if (typeof title !== 'string' || valueAt(document, ['product', 'probes']) === undefined) return [];
  const staging = ['environments', 'staging'];
  const files = scriptsIn(document);
  const program = (...path: string[]): string | undefined => {
    const run = valueAt(document, [...staging, ...path]);
    const first: unknown = Array.isArray(run) ? run[0] : undefined;
    return typeof first === 'string' && files.includes(first) ? first : undefined;
  };
  const data = valueAt(document, [...staging, 'data']);
  return [
    ...renderScripts({
      title,
      deploy: program('deploy', 'command', 'run'),
      stop: program('deploy', 'command', 'stop'),
      scrub: program('hooks', 'scrub', 'run'),
      isSqlite: typeof data === 'object' && data !== null && 'sqlite' in data,
    }),
    renderEnvExample(allVariables(document), [...plain, ...plainVariables(document)]),
  ];
}
