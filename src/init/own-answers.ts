import { nearest } from '../core/messages/nearest.ts';
import type { AskText } from './ask.ts';
import { jsonPlace, requestPath } from './checks.ts';
import type { InitOptions } from './options.ts';
import { mistakenFlag } from './plain-values.ts';
import type { Questions } from './questions.ts';
import { type LineUnit, lineUnits, type OwnProduct } from './render/own-definition.ts';
import { releasesForm, releasesPlace } from './render/published-at.ts';

/** `init --product own`, and what a person chooses at the question for the product. */
export const ownProduct = 'own';
export const ownProductChoice = 'a product of my own';

/** The answers about a product of the user's own. If nobody can be asked, what no flag gives is left to be filled in. */
export async function ownProductFrom(
  options: InitOptions,
  questions: Questions | undefined,
  ask: AskText,
): Promise<OwnProduct> {
  const optional = async (
    flag: string,
    given: string | undefined,
    message: string,
    proposed: string,
    check: (answer: string) => string | undefined,
  ): Promise<string | undefined> =>
    given === undefined && questions === undefined
      ? undefined
      : await ask({ flag, given, usual: proposed === '' ? undefined : proposed, message, check });
  const title = await ask({ flag: '--title', given: options.title, message: 'What is the product called?' });
  const releases = await optional(
    '--published',
    options.published,
    `Where are its releases published? (${releasesForm})`,
    '',
    releasesPlace,
  );
  const line = await lineFrom(options.line, questions);
  const healthPath = await optional(
    '--health-path',
    options.healthPath,
    'Which path answers 200 when the server is healthy?',
    '/health',
    requestPath,
  );
  const versionPath = await optional(
    '--version-path',
    options.versionPath,
    'Which path returns its version, as JSON?',
    '/version',
    requestPath,
  );
  const versionValue = await optional(
    '--version-value',
    options.versionValue,
    'Where in that response is the version?',
    'version',
    jsonPlace,
  );
  return { name: nameFrom(title), title, releases, line, healthPath, versionPath, versionValue };
}

async function lineFrom(given: string | undefined, questions: Questions | undefined): Promise<LineUnit> {
  if (given === undefined) {
    const message = 'Which release lines must not be skipped?';
    return (await questions?.choose(message, lineUnits, 'minor')) ?? 'minor';
  }
  const known = lineUnits.find((unit) => unit === given);
  if (known !== undefined) return known;
  const meant = nearest(given, lineUnits);
  throw mistakenFlag(
    '--line',
    given,
    `${meant === undefined ? '' : `Did you mean "${meant}"? `}It must be ${lineUnits.slice(0, -1).join(', ')} or ${lineUnits.at(-1)}.`,
  );
}

function nameFrom(title: string): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return name === '' ? 'own' : name;
}
