import { canonicalJson } from '../core/model/digest.ts';
import { environmentNames } from '../core/model/hop.ts';
import { pathText } from '../core/settings/place.ts';
import { dataStoreInit } from '../drivers/data-stores.ts';
import { quoted } from '../world/secrets/shown.ts';
import type { FoundMistake } from './mistake.ts';
import { valueAt } from './subject.ts';
import { type WrittenData, writtenData } from './written-data.ts';

const kinds = new Set(dataStoreInit.map(({ name }) => name));

/** How the data stores of both environments must match: each of production's is restored on its counterpart. */
export function dataChecks(document: unknown): FoundMistake[] {
  return [
    ...environmentNames.flatMap((environment) => [
      ...namesApart(writtenData(document, environment)),
      ...placesApart(writtenData(document, environment)),
    ]),
    ...environmentsAlike(document),
    ...stagingApart(document),
  ];
}

function namesApart(data: readonly WrittenData[]): FoundMistake[] {
  return data.flatMap(({ name, kind, path }, index): FoundMistake[] => {
    if (data.findIndex((each) => each.name === name) === index) return [];
    const hasOwn = name !== kind;
    return [
      {
        path: hasOwn ? [...path, 'name'] : path,
        at: 'value',
        problem: `Two stores of data have the name ${quoted(name)}${hasOwn ? '' : ', which is the name of their kind'}.`,
        accepted: 'a different name for each: it identifies its part of a backup, its mark and its messages.',
        fix: `write one beside ${quoted(kind)}, such as \`name: ${name}-${index + 1}\`, on production and on staging.`,
      },
    ];
  });
}

function placesApart(data: readonly WrittenData[]): FoundMistake[] {
  return data.flatMap(({ name, settings, path }, index): FoundMistake[] => {
    const same = data.slice(0, index).find((each) => canonicalJson(each.settings) === canonicalJson(settings));
    return same === undefined
      ? []
      : [
          {
            path,
            at: 'value',
            problem: `${quoted(name)} has the same settings as ${quoted(same.name)}: one store would be backed up and restored twice.`,
            fix: 'give it its own settings, or remove it.',
          },
        ];
  });
}

/** Reported where the first of them differs: what follows from it is not a mistake of its own. */
function environmentsAlike(document: unknown): FoundMistake[] {
  const [production, staging] = environmentNames.map((environment) => writtenData(document, environment));
  const isReadable = (['production', 'staging'] as const).every((environment) => {
    const written = valueAt(document, ['environments', environment, 'data']);
    const read = writtenData(document, environment);
    const isKnown = read.every(({ kind }) => kinds.has(kind));
    return written !== undefined && isKnown && read.length === (Array.isArray(written) ? written.length : 1);
  });
  if (!isReadable || production === undefined || staging === undefined) return [];
  const place = Array.from({ length: Math.max(production.length, staging.length) }, (_, index) => index).find(
    (index) => production[index]?.name !== staging[index]?.name || production[index]?.kind !== staging[index]?.kind,
  );
  if (place === undefined) return [];
  const [there, here] = [production[place], staging[place]];
  return [
    {
      path: here?.path ?? ['environments', 'staging', 'data'],
      at: 'value',
      problem:
        here === undefined
          ? `Staging has nothing to restore production's ${described(there)} on.`
          : `Staging has ${described(here)} where production has ${there === undefined ? 'nothing' : described(there)}.`,
      accepted: `the stores of data of production, in the same order: ${production.map(described).join(', ')}.`,
      fix:
        there === undefined
          ? `remove it, or add one to ${pathText(['environments', 'production', 'data'])}.`
          : `give both environments the same names and kinds in the same order.`,
    },
  ];
}

function described(data: WrittenData | undefined): string {
  if (data === undefined) return 'nothing';
  return data.name === data.kind ? data.kind : `${quoted(data.name)} (${data.kind})`;
}

/** Two stores that are written alike are one: staging is overwritten, so production would be. */
function stagingApart(document: unknown): FoundMistake[] {
  const production = writtenData(document, 'production');
  return writtenData(document, 'staging').flatMap(({ settings, kind, path }): FoundMistake[] => {
    const same = production.find(
      (each) => each.kind === kind && canonicalJson(each.settings) === canonicalJson(settings),
    );
    return same === undefined
      ? []
      : [
          {
            path,
            at: 'value',
            problem: `Staging has the same \`data\` as production${production.length > 1 ? `'s ${quoted(same.name)}` : ''}; what staging has is overwritten.`,
            accepted: 'a different place from that of environments.production.',
            fix: 'give staging its own; where it uses a variable, a different one from production.',
          },
        ];
  });
}
