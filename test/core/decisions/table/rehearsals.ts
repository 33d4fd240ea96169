import type { JournalEvent } from '../../../../src/core/model/event.ts';
import type { Hop } from '../../../../src/core/model/hop.ts';
import { hop } from '../../history/world.ts';
import { backups, hour, type Line, maxAge, next, of, otherDigest } from './chronicle.ts';
import { applied } from './observations.ts';

/** How far a rehearsal can have got, in order; `ladderOf` says which of these a product has. */
export const checkpoints = [
  'restored',
  'scrubbed',
  'from smoke-tested',
  'to deployed',
  'to smoke-tested',
  'gone back',
  'from smoke-tested again',
  'to deployed again',
  'migrations started',
  'waited for',
  'to smoke-tested at last',
] as const;
export type Checkpoint = (typeof checkpoints)[number];

/** What happened on staging, as the author of the journal knows it. */
export interface RehearsalCase {
  readonly name: string;
  readonly lines: readonly Line[];
  /** With this digest, to the end. */
  readonly passed: 'no' | 'young' | 'too long ago';
  /** A step of it has failed: the cause may be in production's data, and be fixed there. */
  readonly failed: boolean;
  /** Staging holds a restored and compared copy for this hop and digest, and nothing has failed on it. */
  readonly holdsCopy: boolean;
  /** The newest checkpoint of that copy. */
  readonly reached: Checkpoint | undefined;
}

const backup = backups.rehearsal;

function restoredFor(which: Hop, proved = true): JournalEvent[] {
  const here = of('staging', which);
  return [
    { ...here, type: 'restoring', backup },
    { ...here, type: 'restored', backup, proved, tables: 1, rows: 1, milliseconds: 1 },
  ];
}

function eventsOf(checkpoint: Checkpoint, which: Hop): JournalEvent[] {
  const here = of('staging', which);
  const deploy = (release: 'from' | 'to'): JournalEvent[] => {
    const what = { ...here, release, version: which[release], deferred: true } as const;
    return [
      { ...what, ...(release === 'to' ? { applied: applied.before } : {}), type: 'deploying' },
      ...(release === 'to' ? [{ ...here, type: 'put-in-place', release, version: which.to } as const] : []),
      { ...what, ...(release === 'from' ? { applied: applied.before } : {}), type: 'deployed', milliseconds: 1 },
    ];
  };
  const smoke = (release: 'from' | 'to', migrations: 'done' | 'pending'): JournalEvent => {
    return { ...here, type: 'smoke-tested', release, version: which[release], migrations, tests: [], milliseconds: 1 };
  };
  switch (checkpoint) {
    case 'restored':
      return restoredFor(which);
    case 'scrubbed':
      return [{ ...here, type: 'scrubbed', waived: false, milliseconds: 1 }];
    case 'from smoke-tested':
      return [...deploy('from'), smoke('from', 'done')];
    case 'to deployed':
    case 'to deployed again':
      return deploy('to');
    case 'to smoke-tested':
      return [smoke('to', 'pending')];
    case 'gone back':
      return [
        { ...here, type: 'rolling-back', to: which.from },
        { ...here, type: 'rolled-back', to: which.from, milliseconds: 1 },
      ];
    case 'from smoke-tested again':
      return [smoke('from', 'done')];
    case 'migrations started':
      return [{ ...here, type: 'migrating' }];
    case 'waited for':
      return [{ ...here, type: 'waited', milliseconds: 1 }];
    case 'to smoke-tested at last':
      return [smoke('to', 'done')];
  }
}

const onlyWithWindow: ReadonlySet<Checkpoint> = new Set([
  'to smoke-tested',
  'gone back',
  'from smoke-tested again',
  'to deployed again',
  'migrations started',
]);

export function ladderOf(deferrable: boolean): readonly Checkpoint[] {
  return checkpoints.filter((checkpoint) => deferrable || !onlyWithWindow.has(checkpoint));
}

function upTo(last: Checkpoint, deferrable: boolean, which: Hop = hop): JournalEvent[] {
  const ladder = ladderOf(deferrable);
  return ladder.slice(0, ladder.indexOf(last) + 1).flatMap((checkpoint) => eventsOf(checkpoint, which));
}

/** A rehearsal that ended without one of its checkpoints. */
export function endedWithout(missing: Checkpoint | undefined, deferrable: boolean): readonly Line[] {
  const reached = ladderOf(deferrable).filter((checkpoint) => checkpoint !== missing);
  return reached.flatMap((checkpoint) => eventsOf(checkpoint, hop)).map((event) => ({ event }));
}

/** Everything that the journal can say about a rehearsal of this hop. */
export function rehearsalsOf(deferrable: boolean): readonly RehearsalCase[] {
  const lines = (events: readonly JournalEvent[], age = hour): Line[] => events.map((event) => ({ event, age }));
  const whole = (which: Hop = hop): JournalEvent[] => [
    ...upTo('to smoke-tested at last', deferrable, which),
    { type: 'rehearsed', hop: of('staging', which).hop, backup },
  ];
  const failure = (command: string): JournalEvent => {
    return { ...of('staging'), type: 'ended', command, outcome: 'failed', message: 'It failed.' };
  };
  const refusal: JournalEvent = {
    ...of('staging'),
    type: 'ended',
    command: 'restore',
    outcome: 'refused',
    message: '',
  };
  const rehearsalCase = (
    name: string,
    written: readonly Line[],
    { passed = 'no', failed = false, reached }: Partial<Pick<RehearsalCase, 'passed' | 'failed' | 'reached'>> = {},
  ): RehearsalCase => ({ name, lines: written, passed, failed, holdsCopy: reached !== undefined, reached });
  const carried: JournalEvent = { ...of('staging'), type: 'carried-over', backup, after: '0.9.9--1.0.2' };
  const voided: JournalEvent = { ...of('staging'), type: 'rehearsal-voided', because: 'it is rehearsed again' };
  const before: Hop = { ...hop, id: '0.9.9--1.0.2', from: '0.9.9', to: hop.from, digest: 'a'.repeat(64) };

  return [
    rehearsalCase('never started', []),
    rehearsalCase('killed while it was being restored', lines(restoredFor(hop).slice(0, 1))),
    ...ladderOf(deferrable).map((reached) =>
      rehearsalCase(`come to: ${reached}`, lines(upTo(reached, deferrable)), { reached }),
    ),
    rehearsalCase(
      'come to a test of a release that did not tell its migrations',
      lines([
        ...upTo('scrubbed', deferrable),
        ...eventsOf('from smoke-tested', hop).filter(({ type }) => type !== 'deployed'),
      ]),
      { reached: 'from smoke-tested' },
    ),
    rehearsalCase('begun where the hop before has ended', lines([...whole(before), carried]), { reached: 'scrubbed' }),
    rehearsalCase(
      'come to a deploy of the release that was killed',
      lines([...upTo('from smoke-tested', deferrable), ...eventsOf('to deployed', hop).slice(0, 1)]),
      { reached: 'from smoke-tested' },
    ),
    rehearsalCase(
      'come to a test of the release whose deploy was killed',
      lines([
        ...upTo('from smoke-tested', deferrable),
        ...eventsOf('to deployed', hop).slice(0, 1),
        ...eventsOf('to smoke-tested', hop),
      ]),
      { reached: 'from smoke-tested' },
    ),
    ...(deferrable
      ? [
          rehearsalCase(
            'come to another test of the release that was gone back from',
            lines([...upTo('gone back', deferrable), ...eventsOf('to smoke-tested', hop)]),
            { reached: 'gone back' },
          ),
        ]
      : []),
    rehearsalCase('refused before its restore', lines([refusal])),
    rehearsalCase('stopped by a failed restore', lines([...restoredFor(hop).slice(0, 1), failure('restore')]), {
      failed: true,
    }),
    rehearsalCase('stopped by a copy that was not equal', lines(restoredFor(hop, false)), { failed: true }),
    rehearsalCase('stopped by a failed smoke test', lines([...upTo('to deployed', deferrable), failure('smoke')]), {
      failed: true,
    }),
    rehearsalCase(
      'interrupted by a restore for another hop',
      lines([...upTo('to deployed', deferrable), ...restoredFor(next)]),
    ),
    rehearsalCase('started again and killed while it was restored', [
      ...lines([...upTo('to deployed', deferrable), ...restoredFor(hop).slice(0, 1)]),
    ]),
    rehearsalCase('passed', lines(whole()), { passed: 'young' }),
    rehearsalCase('passed exactly as long ago as is allowed', lines(whole(), maxAge), { passed: 'young' }),
    rehearsalCase('passed, with staging used for another hop since', lines([...whole(), ...restoredFor(next)]), {
      passed: 'young',
    }),
    rehearsalCase('passed too long ago', lines(whole(), maxAge + 1), { passed: 'too long ago' }),
    rehearsalCase(
      'passed, and started again',
      [...lines(whole(), maxAge + 1), ...lines(upTo('scrubbed', deferrable))],
      {
        reached: 'scrubbed',
      },
    ),
    rehearsalCase('passed, and voided by a rehearsal of the whole path', lines([...whole(), voided])),
    rehearsalCase(
      'voided by a rehearsal of the whole path, and started again',
      lines([...whole(), voided, ...upTo('scrubbed', deferrable)]),
      {
        reached: 'scrubbed',
      },
    ),
    rehearsalCase('passed with another configuration', lines(whole({ ...hop, digest: otherDigest }))),
  ];
}
