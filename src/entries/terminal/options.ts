import { InvalidArgumentError, Option } from 'commander';
import { environmentNames, isHopId, releaseSides } from '../../core/model/hop.ts';
import type { Invocation } from '../../core/model/invocation.ts';
import { backupPurposes } from '../../core/model/manifest.ts';
import { parseDuration } from '../../core/settings/scalars.ts';

/** Every option of the commands that both entries have, each declared once. Names are those of the action's inputs. */
const declared = {
  // Without a default of its own: a path that is checked (--path) may end anywhere, unless a target is named.
  target: new Option(
    '--target <version>',
    'newest, newest-patch, a line such as 5.1, an exact version, or unfinished: where the climb that waits leads (default: newest)',
  ),
  current: new Option('--current <version>', 'what you believe production runs; an error when it says otherwise'),
  offline: new Option('--offline', 'plan from --current as given: production is not asked, and nothing is recorded'),
  product: new Option('--product <name>', 'plan for a shipped product from --current, without any configuration'),
  path: new Option(
    '--path <versions>',
    'check this path (1.1.4,1.2.1,1.3.1) against the rules in place of planning one',
  ),
  prereleases: new Option('--prereleases', 'let the path use prereleases'),
  minimumAge: new Option('--minimum-age <duration>', 'use no release that is younger: 12h, 7d').argParser(durationText),
  acknowledge: new Option('--acknowledge <id>', 'a manual step that is done; may be repeated')
    .argParser(collect)
    .default([]),
  facts: new Option('--facts <name=value>', 'a fact about this installation; may be repeated')
    .argParser(collect)
    .default([]),
  parts: new Option(
    '--part <name=version>',
    'the present version of a part of production beside its release, such as chart=7.10.0; may be repeated',
  )
    .argParser(collect)
    .default([]),
  releases: new Option('--releases <file>', 'plan from a pinned copy of the release list'),
  saveReleases: new Option('--save-releases <file>', 'write the release list that was planned from'),
  hop: new Option('--hop <id>', 'the id of a planned hop, such as 1.0.2--1.1.4').argParser(hopIdText),
  environment: new Option('--environment <name>', 'where to act').choices(environmentNames),
  release: new Option('--release <side>', 'which side of the hop').choices(releaseSides),
  purpose: new Option('--purpose <purpose>', 'what the backup is for').choices(backupPurposes),
  budget: new Option('--budget <duration>', 'how long to wait at most: 90s, 15m, 5h').argParser(durationText),
  retry: new Option('--retry', 'start a migration that has failed once more; it is kept in the journal'),
  confirm: new Option(
    '--confirm <text>',
    "typed as confirmation: the hop's id for a way back that loses data, the database's name for mark-disposable",
  ),
  reason: new Option('--reason <text>', 'why; it is kept in the journal'),
  accept: new Option(
    '--accept <reason>',
    'finish a rollback although its smoke tests have failed, and keep in the journal why that is right',
  ),
  output: new Option(
    '--output <file>',
    'also write the report into a file: a page of its own if it ends in .html, otherwise Markdown',
  ),
} satisfies Partial<Record<keyof Invocation, Option>>;

export type OptionName = keyof typeof declared;

export function option(name: OptionName): Option {
  return declared[name];
}

/** What commander has parsed, as the invocation that both entries share. */
export function invocationFrom(command: string, parsed: Readonly<Record<string, unknown>>): Invocation {
  const text = (name: string): string | undefined => {
    const value = parsed[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const list = (name: string): string[] => {
    const value = parsed[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  const environment = environmentNames.find((name) => name === parsed.environment);
  const release = releaseSides.find((side) => side === parsed.release);
  const purpose = backupPurposes.find((name) => name === parsed.purpose);
  const texts = Object.fromEntries(
    (
      [
        'config',
        'target',
        'current',
        'hop',
        'budget',
        'releases',
        'saveReleases',
        'path',
        'product',
        'minimumAge',
        'output',
        'confirm',
        'reason',
        'accept',
      ] as const
    ).flatMap((name) => {
      const value = text(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return Object.freeze({
    ...texts,
    command,
    acknowledge: list('acknowledge'),
    facts: list('facts'),
    ...(list('part').length === 0 ? {} : { parts: list('part') }),
    ...(parsed.offline === true ? { offline: true } : {}),
    ...(parsed.prereleases === true ? { prereleases: true } : {}),
    ...(parsed.retry === true ? { retry: true } : {}),
    ...(environment === undefined ? {} : { environment }),
    ...(release === undefined ? {} : { release }),
    ...(purpose === undefined ? {} : { purpose }),
  });
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function hopIdText(value: string): string {
  if (!isHopId(value)) throw new InvalidArgumentError('Write the id of a planned hop, such as 1.0.2--1.1.4.');
  return value;
}

function durationText(value: string): string {
  if (parseDuration(value) === undefined)
    throw new InvalidArgumentError('Write a whole number and s, m, h or d: 90s, 15m, 5h, 7d.');
  return value;
}
