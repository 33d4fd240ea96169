import { type Guard, guard, guardWhere } from './guard.ts';

export const backGuards: readonly Guard[] = [
  guard('nothing goes back over migrated data', [
    'core/decisions/rollback.ts',
    'if (started) return',
    "if (started && hop.id === '') return",
  ]),
  guardWhere(
    ({ faults }) => faults.has('deferralIgnored', 'deferralQueues'),
    guard('migrations that ran by themselves close the way back', [
      'core/decisions/rollback.ts',
      'const ran = whatRan(situation, environment);',
      'const ran = undefined;',
    ]),
  ),
  guard(
    'a restore that was started over production is finished before anything else',
    [
      'core/decisions/check.ts',
      'if (restoring === undefined) return undefined;',
      "if (restoring?.event.backup !== '') return undefined;",
    ],
    ['planning/plan-path.ts', 'refuseHalfRestored(project, entries);', ''],
  ),
  guard('a rollback is finished before a hop is started on what it left', [
    'core/decisions/check.ts',
    'const unfinished = rollbackUnfinished(situation);',
    'const unfinished = undefined;',
  ]),
  guard('a rollback lets the run that it preempts come to its end', [
    'steps/rollback/rollback.ts',
    'await waitForPreemptedRun(context);',
    '',
  ]),
  guard('a database is replaced when nothing answers on it any more', [
    'steps/restore/stopped-server.ts',
    'return await untilSilent(context);',
    'return undefined;',
  ]),
  guard('a release that came back counts when it was seen to work', [
    'steps/rollback/rollback.ts',
    'if (!isProduction) return did<WentBack>',
    'if (hop.from !== "") return did<WentBack>',
  ]),
  guard(
    'nothing goes back on data that somebody touched after it was put back',
    [
      'steps/deploy/deploy-release.ts',
      "if (other !== undefined) return { kind: 'settled', settled: touchedBy(other, context) };",
      '',
    ],
    [
      'steps/rollback/rollback.ts',
      'if (!isProduction) return did<WentBack>',
      'if (hop.from !== "") return did<WentBack>',
    ],
  ),
  guard('production is restored only when a person types the id of the hop', [
    'core/decisions/rollback.ts',
    'if (confirm === hop.id) {',
    'if (confirm !== "") {',
  ]),
];
