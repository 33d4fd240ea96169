import { plainVariables } from '../world/secrets/plain-variables.ts';
import { initFamilies } from './families.ts';
import { renderEnvExample } from './render/env-example.ts';
import { renderScripts, type ScriptAnswers } from './render/own-scripts.ts';
import { allVariables, valueAt } from './render/variables.ts';
import type { RenderedFile } from './render/workflows.ts';
import { scriptsIn } from './scripts.ts';

/**
 * What is also written, once, for a product of the user's own: scripts to fill in, and the variables for a terminal.
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
  return [
    ...renderScripts({
      title,
      deploy: program('deploy', 'command', 'run'),
      stop: program('deploy', 'command', 'stop'),
      scrub: program('hooks', 'scrub', 'run'),
      ...aboutData(valueAt(document, [...staging, 'data'])),
    }),
    renderEnvExample(allVariables(document), [...plain, ...plainVariables(document)]),
  ];
}

/** @param data as in the configuration: one store, or a list of them */
function aboutData(data: unknown): Pick<ScriptAnswers, 'dataVariables' | 'scrubExamples'> {
  const stores = [data].flat().filter((store) => typeof store === 'object' && store !== null);
  const kinds = initFamilies.data.kinds.filter(({ name }) => stores.some((store) => name in store));
  return {
    dataVariables: kinds.flatMap(({ settings }) =>
      Object.values(settings).flatMap((each) => each.scriptVariable ?? []),
    ),
    scrubExamples: kinds.flatMap((kind) => kind.scrubExamples ?? []),
  };
}
