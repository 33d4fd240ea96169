import { type Guard, guard, guardIn, guardWhere } from './guard.ts';

export const journalGuards: readonly Guard[] = [
  guard('an entry is only added behind the newest', [
    'test/support/memory-journal.ts',
    'if (revision !== String(files.length))',
    'if (revision === "")',
  ]),
  guard('an entry that another was faster than is added again', [
    'journal/chained-journal.ts',
    "(await store.add({ file, revision, subject, at })) === 'added'",
    "['added', 'taken'].includes(await store.add({ file, revision, subject, at }))",
  ]),
];

export const leaseGuards: readonly Guard[] = [
  guard(
    'a lease that another run holds is respected',
    ['core/history/lease.ts', "return { kind: 'held-by', owner, until: expiresAt };", 'return take;'],
    ['core/history/lease.ts', 'isTooEarly(event, at, state.held)', 'false'],
  ),
  guard(
    'a lease is left alone for as long as clocks may differ',
    ['core/history/lease.ts', 'Date.parse(expiresAt) + marginMilliseconds', 'Date.parse(expiresAt)'],
    ['core/history/lease.ts', 'Date.parse(held.expiresAt) + marginMilliseconds', 'Date.parse(held.expiresAt)'],
  ),
  guardWhere(
    ({ faults }) => faults.has('journalStale', 'journalSlow'),
    guard('a lease that was renewed in the meantime is not taken from an old reading', [
      'core/history/lease.ts',
      'isTooEarly(event, at, state.held)',
      'false',
    ]),
  ),
  guard('the fence is asked for directly before an act', [
    'steps/hop/hop-step.ts',
    "if (standing?.kind === 'lost')",
    "if (standing?.kind === 'lost' && standing.to === '')",
  ]),
  guard('a hook asks for the fence too', ['steps/hop/hooks.ts', 'await context.confirmLease();', '']),
  guardIn(
    {
      faults: ['slow'],
      deferrable: true,
      gates: 'none',
      actors: ['terminal', 'rollback', 'rollback', 'rollback', 'rollback'],
    },
    guard('a long act is ended when its lease is lost', [
      'journal/lease-holding.ts',
      "if (standing.kind === 'lost') return lost.abort(new LeaseLost(standing.to));",
      '',
    ]),
  ),
  guardWhere(
    ({ faults }) => faults.has('slow'),
    guard(
      'a lease is renewed while an act continues',
      [
        'journal/lease-holding.ts',
        "await journal.append({ type: 'lease-renewed', fence, owner, expiresAt: renewedUntil });\n    // Another",
        '// Another',
      ],
      [
        'journal/lease-holding.ts',
        'const standing = await confirm().catch(unconfirmed);',
        "const standing: Standing = { kind: 'current' };",
      ],
    ),
  ),
  guardIn(
    {
      faults: ['journalSlow', 'journalStale'],
      actors: ['workflow', 'terminal', 'terminal', 'terminal', 'rollback', 'workflow'],
    },
    guard('of two runs that take one fence only the first has it', [
      'journal/lease-holding.ts',
      'if (held?.fence === fence && held.owner === owner) {',
      'if (held !== undefined) {',
    ]),
  ),
];
