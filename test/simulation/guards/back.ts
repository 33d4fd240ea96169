import { type Guard, guard, guardIn } from './guard.ts';

export const backGuards: readonly Guard[] = [
  guardIn(
    {
      faults: ['migrationCrashes'],
      areLate: true,
      deferrable: true,
      gates: 'none',
      actors: ['terminal', 'rollback', 'rollback', 'rollback'],
    },
    guard('nothing goes back over migrated data', [
      'core/decisions/rollback.ts',
      'if (started) return',
      "if (started && hop.id === '') return",
    ]),
  ),
  guardIn(
    {
      faults: ['deferralIgnored', 'migrationIsQuick'],
      areLate: true,
      deferrable: true,
      gates: 'none',
      actors: ['terminal', 'rollback', 'rollback', 'rollback'],
    },
    guard('migrations that ran by themselves close the way back', [
      'core/decisions/rollback.ts',
      'const ran = whatRan(situation, environment);',
      'const ran = undefined;',
    ]),
  ),
  guardIn(
    {
      faults: ['diskFull'],
      areLate: true,
      deferrable: false,
      gates: 'none',
      actors: ['terminal', 'rollback', 'rollback', 'rollback', 'terminal'],
    },
    guard(
      'a restore that was started over production is finished before anything else',
      [
        'core/decisions/check.ts',
        'if (restoring === undefined) return undefined;',
        "if (restoring?.event.backup !== '') return undefined;",
      ],
      ['planning/plan-path.ts', 'refuseHalfRestored(project, entries);', ''],
    ),
  ),
  guardIn(
    {
      faults: ['smokeFails'],
      areLate: true,
      deferrable: true,
      actors: ['terminal', 'rollback', 'rollback', 'terminal', 'rollback'],
    },
    guard('a rollback is finished before a hop is started on what it left', [
      'core/decisions/check.ts',
      'const unfinished = rollbackUnfinished(situation);',
      'const unfinished = undefined;',
    ]),
  ),
  guardIn(
    {
      faults: ['slow'],
      deferrable: true,
      gates: 'none',
      actors: ['terminal', 'rollback', 'rollback', 'rollback', 'rollback'],
    },
    guard('a rollback lets the run that it preempts come to its end', [
      'steps/rollback/rollback.ts',
      'await waitForPreemptedRun(context);',
      '',
    ]),
  ),
  guardIn(
    { faults: ['stopsLate'], actors: ['terminal', 'workflow'] },
    guard('a database is replaced when nothing answers on it any more', [
      'steps/restore/stopped-server.ts',
      'return await untilSilent(context);',
      'return undefined;',
    ]),
  ),
  guardIn(
    { faults: ['smokeFails'], areLate: true, deferrable: true, actors: ['terminal', 'rollback', 'rollback'] },
    guard('a release that came back counts when it was seen to work', [
      'steps/rollback/rollback.ts',
      'if (!isProduction) return did<RollbackDone>',
      'if (hop.from !== "") return did<RollbackDone>',
    ]),
  ),
  guardIn(
    {
      faults: ['slow'],
      deferrable: false,
      gates: 'none',
      actors: ['terminal', 'rollback', 'rollback', 'rollback', 'on call', 'on call', 'on call'],
    },
    guard('nothing goes back on data that somebody touched after it was put back', [
      'steps/deploy/deploy-release.ts',
      "if (other !== undefined) return { kind: 'settled', settled: touchedBy(other, context) };",
      '',
    ]),
  ),
  guardIn(
    { faults: [], deferrable: false, gates: 'none', actors: ['terminal', 'rollback', 'rollback', 'rollback'] },
    guard('production is restored only when a person types the id of the hop', [
      'core/decisions/rollback.ts',
      'if (confirm === hop.id) {',
      'if (confirm !== "") {',
    ]),
  ),
];
