import { type Guard, guard, guardIn, guardWhere } from './guard.ts';

export const promotionGuards: readonly Guard[] = [
  guard(
    'no promotion without a rehearsal',
    [
      'core/decisions/require-rehearsal.ts',
      "if (rehearsal.kind !== 'passed') {",
      "if (rehearsal.kind === 'none' && hop.id === '') {",
    ],
    ['core/decisions/require-rehearsal.ts', "if (rehearsal.kind === 'void') {", "if (hop.id === '') {"],
  ),
  guardIn(
    { faults: [], gates: 'environment', scope: 'hop', actors: ['workflow', 'workflow', 'rehearse', 'terminal'] },
    guard('a rehearsal has an age limit', [
      'core/history/situation.ts',
      'if (age <= rehearsalMaxAge) return rehearsal;',
      'return rehearsal;',
    ]),
  ),
  guard(
    'what another digest did does not count',
    ['core/history/entries.ts', ' && event.hop.digest === hop.digest', ''],
    ['steps/backup/stored-backups.ts', ' &&\n      manifest.hop.digest === hop.digest', ''],
  ),
  guardIn(
    { faults: [], actors: ['workflow', 'edit', 'edit', 'workflow', 'edit'] },
    guard('a hop is done with the configuration that it was planned with', [
      'steps/hop/hop-input.ts',
      'if (digest === given.digest) return given;',
      'return given;',
    ]),
  ),
  guard('no promotion without a restore point', [
    'core/decisions/deploy.ts',
    'if (point === undefined && situation.traits.dataless !== true) {',
    "if (point === undefined && missingRehearsal(situation) === undefined) return { kind: 'act', because: '' };\n  if (point === undefined && situation.traits.dataless !== true) {",
  ]),
  guard(
    'the restore point is one of this run',
    ['core/decisions/deploy.ts', 'if (!isSameAttempt(point.run, run)) {', "if (point.run.id === '') {"],
    ['core/decisions/backup.ts', 'if (kept && isSameAttempt(taken.run, run))', 'if (kept)'],
  ),
  guard('what only a person can do is done first', [
    'core/decisions/manual-steps.ts',
    'if (open.length === 0) return undefined;',
    'if (open.length >= 0) return undefined;',
  ]),
  guardWhere(
    ({ proves }) => proves,
    guard(
      'a restore point is proved where that is asked for',
      [
        'core/decisions/deploy.ts',
        'if (situation.traits.proveRestorePoint && !promotion.pointProved) {',
        "if (hop.id === '') {",
      ],
      ['core/model/sequence.ts', '...(traits.proveRestorePoint ? [prove] : []),', ''],
    ),
  ),
  guardIn(
    { faults: [], actors: ['terminal', 'workflow'] },
    guard('a deploy is written down before it is started', [
      'steps/deploy/deploy.ts',
      "await context.record({ type: 'deploying', release, version, deferred, ...parts, ...(isBefore ? before : {}) });",
      '',
    ]),
  ),
  guard(
    'a hop that production has not come to waits',
    [
      'core/decisions/check.ts',
      "    case 'earlier':\n      return waiting(",
      "    case 'earlier':\n      return onStart(situation);\n      waiting(",
    ],
    ['steps/backup/backup.ts', 'if (version !== hop.from) throw', "if (version === '') throw"],
  ),
  guardIn(
    {
      faults: [],
      deferrable: false,
      gates: 'environment',
      actors: ['terminal', 'by hand', 'by hand', 'by hand', 'by hand', 'by hand'],
    },
    guard(
      'no hop is started from what is not on the path',
      [
        'core/decisions/check.ts',
        "    case 'off-path':\n      return refuse(",
        "    case 'off-path':\n      return onStart(situation);\n      refuse(",
      ],
      ['steps/backup/backup.ts', 'if (version !== hop.from) throw', "if (version === '') throw"],
    ),
  ),
  guard('no hop is started while migrations of the one before are left', [
    'core/decisions/check.ts',
    "    case 'pending':\n      return refuse(",
    "    case 'pending':\n      return undefined;\n      refuse(",
  ]),
  guardWhere(
    ({ faults }) => faults.has('migrationFails'),
    guard(
      'no hop is started while a migration runs or has failed',
      [
        'core/decisions/check.ts',
        "    case 'running':\n      return waiting(",
        "    case 'running':\n      return undefined;\n      waiting(",
      ],
      [
        'core/decisions/check.ts',
        "    case 'failed':\n      return migrationFailed(migrations);\n    case 'unknown'",
        "    case 'failed':\n      return undefined;\n    case 'unknown'",
      ],
      // A copy of such data is not tested, and no deferral is trusted on it either.
      [
        'core/decisions/smoke.ts',
        "if (migrations.kind === 'failed' && !leftToMigrate) {",
        "if (migrations.kind === 'failed' && !leftToMigrate) {\n    return { kind: 'act', migrations: 'pending', because: '' };",
      ],
      ['core/decisions/deferral.ts', 'if (what !== undefined) return', 'if (what === "") return'],
    ),
  ),
  guardIn(
    { faults: ['smokeFails'], actors: ['terminal', 'workflow'] },
    guard('a smoke test that fails is none that passed', [
      'steps/smoke/smoke-rounds.ts',
      'if (bad.length > 0)',
      "if (bad.length > 0 && version === '')",
    ]),
  ),
  guardWhere(
    ({ validates }) => validates,
    guard('a hop counts when its validation is over', [
      'core/decisions/validation.ts',
      'return place.startedAfter >= validation.for',
      'return place.startedAfter >= 0',
    ]),
  ),
  guardWhere(
    ({ faults }) => faults.has('probeFails', 'probeTimesOut'),
    guard(
      'a probe that cannot tell is no yes',
      [
        'core/decisions/wait.ts',
        "if (migrations.kind === 'done')",
        "if (migrations.kind === 'done' || migrations.kind === 'unknown')",
      ],
      ['steps/smoke/smoke.ts', " && observation.migrations.kind === 'done'", ''],
    ),
  ),
  guardIn(
    { faults: ['toolDoesNothing'], deferrable: false, actors: ['terminal', 'rehearse'] },
    guard(
      'a release counts when it is the one that answers',
      ['steps/deploy/deploy-release.ts', 'observation.version.value === version &&', ''],
      ['core/decisions/wait.ts', "if (version.kind === 'known' && version.value !== to) return undefined;", ''],
      ['core/decisions/smoke.ts', 'if (version.value !== wanted) {', "if (wanted === '') {"],
    ),
  ),
];
