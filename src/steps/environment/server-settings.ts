import { resolve } from 'node:path';
import { settingsOf } from '../../config/environment-settings.ts';
import type { Project } from '../../config/project.ts';
import { valueAt } from '../../config/subject.ts';
import { problemsIn } from '../../core/decisions/known-problems.ts';
import type { Message } from '../../core/messages/message.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import { hasVersions } from '../../products/definition.ts';
import { readTextFile } from '../../world/text-file.ts';

/**
 * What of the settings of a server its product is known to misread: a name that looks right and does nothing, say. It
 * proves nothing where it finds nothing, since a server may be configured elsewhere.
 * @param versions the releases that it runs, or is going to run
 */
export async function settingProblems(
  project: Project,
  environment: EnvironmentName,
  versions: readonly string[],
): Promise<Message[]> {
  const { product, document, configuration, effects } = project;
  const problems = product['known-problems'].filter((problem) => problem.in === 'settings');
  if (problems.length === 0) return [];
  const scheme = hasVersions(product) ? product.versions : undefined;
  const written = [
    valueAt(document, ['environments', environment, 'deploy']),
    valueAt(document, ['product', 'migrations', 'defer']),
  ];
  const texts = [{ place: `environments.${environment}.deploy`, text: JSON.stringify(written, undefined, 1) }];
  const unreadable: Message[] = [];
  for (const place of settingsOf(configuration, environment)['server-settings']) {
    const text = await readTextFile(resolve(effects.directory, place)).catch(() => undefined);
    if (text === undefined) unreadable.push(notReadable(environment, place));
    else texts.push({ place, text });
  }
  return [
    ...unreadable,
    ...texts.flatMap(({ place, text }) =>
      problemsIn(problems, { in: 'settings', text, versions }, scheme).map(({ happened, means, next }) => ({
        happened: `${place}: ${happened}`,
        means,
        next,
      })),
    ),
  ];
}

function notReadable(environment: EnvironmentName, place: string): Message {
  return {
    happened: `"${place}", which environments.${environment}.server-settings names, cannot be read.`,
    means: 'Settings that the product is known to misread would not be noticed.',
    next: 'Correct the name; it starts at the root of the repository.',
  };
}
