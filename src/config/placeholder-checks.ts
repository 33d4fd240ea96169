import { z } from 'zod';
import { nearest } from '../core/messages/nearest.ts';
import { environmentNames } from '../core/model/hop.ts';
import { type Path, pathText } from '../core/settings/place.ts';
import { template } from '../core/settings/scalars.ts';
import { placeholderNames } from '../world/variables.ts';
import type { FoundMistake } from './mistake.ts';
import { configuration, releaseHooks } from './schema.ts';
import { optionsOf, schemaAt } from './schema-shape.ts';
import { isMapping, texts, valueAt } from './subject.ts';

const anywhere = ['system', 'environment'];
const ofHop = [...anywhere, 'from', 'to', 'parts.*'];
const ofRelease = [...ofHop, 'version'];
const ofServer = [...anywhere, 'url', 'access.*', 'answers.*'];
const ofTests = [...new Set([...ofServer, ...ofRelease])];

/** What can be filled in where. The first entry that a text is below counts; `*` is any key. */
const places: readonly { readonly at: readonly string[]; readonly names: readonly string[] }[] = [
  { at: ['environments', '*', 'url'], names: [] },
  { at: ['environments', '*', 'access', '*', '*'], names: [...anywhere, 'url'] },
  { at: ['environments', '*', 'access'], names: [] },
  { at: ['environments', '*', 'deploy', 'command', 'stop'], names: anywhere },
  // Also in `stop` and `logs`, where no release is meant.
  { at: ['environments', '*', 'deploy', 'command', 'env'], names: anywhere },
  { at: ['environments', '*', 'deploy', 'command', 'logs'], names: [...anywhere, 'since'] },
  { at: ['environments', '*', 'deploy'], names: ofRelease },
  { at: ['environments', '*', 'server-settings'], names: ofRelease },
  ...Object.keys(releaseHooks).map((hook) => ({ at: ['environments', '*', 'hooks', hook], names: ofRelease })),
  { at: ['environments', '*', 'hooks'], names: ofHop },
  { at: ['environments'], names: anywhere },
  { at: ['backup'], names: ['system'] },
  { at: ['journal'], names: ['system'] },
  { at: ['notify'], names: [] },
  { at: ['product', 'releases'], names: [] },
  { at: ['product', 'probes'], names: ofServer },
  { at: ['product', 'stages', '*', 'reached'], names: ofServer },
  { at: ['product'], names: ofTests },
  { at: ['smoke'], names: ofTests },
  { at: ['baseline'], names: ofTests },
];

/**
 * A `{name}` that nothing is filled in for: found when the file is read, not when the value is needed, which may be in the
 * middle of the night on production.
 */
export function unknownPlaceholders(document: unknown): FoundMistake[] {
  return [...texts(document)].flatMap(({ text, path }) => {
    if (!text.includes('{')) return [];
    if (isBody(path)) return missingCredentials(credentialsIn(text), document, path);
    if (isForReaders(path)) return misspeltSides(text, path);
    const names = placeholderNames(text);
    // Most texts with a brace are only a ${NAME}: the schema of their place need not be looked for.
    if (names.length === 0 || !isTemplate(path)) return [];
    const known = places.find(({ at }) => at.every((key, index) => key === '*' || key === path[index]))?.names ?? [];
    const unknown = names.filter((name) => !known.some((each) => fits(name, each)));
    return [
      ...unknown.map((name) => unknownName(name, known, path)),
      ...missingCredentials(
        names.filter((name) => !unknown.includes(name)),
        document,
        path,
      ),
    ];
  });
}

function isTemplate(path: Path): boolean {
  const schema = schemaAt(configuration, path);
  if (schema === undefined) return false;
  const { title } = z.globalRegistry.get(template) ?? {};
  return optionsOf(schema).some((option) => z.globalRegistry.get(option)?.title === title);
}

/** Request bodies have braces of their own: only these placeholders can be checked there. */
function isBody(path: Path): boolean {
  return ['smoke', 'baseline', 'product'].includes(String(path[0])) && path.some((key) => bodies.includes(String(key)));
}
const bodies = ['body', 'variables'];

/** Texts of a product in which the sides of the hop are filled in; other braces stay as they are. */
function isForReaders([first, second, ...rest]: Path): boolean {
  const key = String(rest.at(-1));
  return (
    first === 'product' && ['path', 'checklists'].includes(String(second)) && ['text', 'acknowledged'].includes(key)
  );
}

function misspeltSides(text: string, path: Path): FoundMistake[] {
  return placeholderNames(text)
    .filter((name) => !sides.includes(name) && (nearest(name, sides) !== undefined || ofTests.includes(name)))
    .map((name) => ({ ...unknownName(name, sides, path), accepted: '{from} and {to}.' }));
}
const sides = ['from', 'to'];

function credentialsIn(text: string): string[] {
  return [...text.matchAll(/(?<!\{)\{(access\.[^{}]+)\}/g)].map(([, name = '']) => name);
}

function fits(name: string, known: string): boolean {
  return known.endsWith('*') ? name.startsWith(known.slice(0, -1)) && name.length >= known.length : name === known;
}

function unknownName(name: string, known: readonly string[], path: Path): FoundMistake {
  const near = nearest(
    name,
    known.filter((each) => !each.endsWith('*')),
  );
  const shown = known.map((each) => `{${each.replace('*', 'NAME')}}`);
  return {
    path,
    at: 'value',
    problem: `{${name}} is not filled in here.`,
    accepted:
      shown.length === 0
        ? 'a text without placeholders; {{ and }} for literal braces.'
        : `${shown.join(', ')}; {{ and }} for literal braces.`,
    fix:
      near !== undefined
        ? `did you mean {${near}}?`
        : ofTests.some((each) => fits(name, each))
          ? 'take it out: it has no value here.'
          : `for literal braces write {{${name}}}; otherwise correct it.`,
  };
}

/** A test is the same in both environments: each needs the credential. */
function missingCredentials(names: readonly string[], document: unknown, path: Path): FoundMistake[] {
  const credentials = names.flatMap((name) => /^access\.(.+?)(?:\.header)?$/.exec(name)?.[1] ?? []);
  return [...new Set(credentials)].flatMap((name): FoundMistake[] => {
    // Credentials that the product requires are reported separately.
    if (isIn(name, valueAt(document, ['product', 'access']))) return [];
    const given = environmentNames.flatMap((environment) => {
      const settings = valueAt(document, ['environments', environment]);
      return isMapping(settings) && !('waive' in settings)
        ? [{ environment, access: valueAt(settings, ['access']) }]
        : [];
    });
    const lacking = given.filter(({ access }) => !isIn(name, access));
    if (lacking.length === 0) return [];
    const all = [...new Set(given.flatMap(({ access }) => (isMapping(access) ? Object.keys(access) : [])))];
    const near = nearest(name, all);
    const where = lacking.map(({ environment }) => pathText(['environments', environment, 'access'])).join(' and ');
    return [
      {
        path,
        at: 'value',
        problem: `{access.${name}} is a credential that ${where} ${lacking.length === 1 ? 'does' : 'do'} not have.`,
        accepted:
          all.length === 0
            ? 'a credential of both environments.'
            : `${all.map((each) => `{access.${each}}`).join(', ')}.`,
        fix: near !== undefined && near !== name ? `did you mean {access.${near}}?` : `add "${name}" to ${where}.`,
      },
    ];
  });
}

function isIn(name: string, access: unknown): boolean {
  return isMapping(access) && Object.hasOwn(access, name);
}
