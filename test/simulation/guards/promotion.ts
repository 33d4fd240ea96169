import { type Guard, guard } from './guard.ts';

export const promotionGuards: readonly Guard[] = [
  guard(
    'no promotion without a rehearsal',
    [
      'hop/decisions/require-rehearsal.ts',
      "if (rehearsal.kind !== 'passed') {",
      "if (rehearsal.kind === 'none' && hop.id === '') {",
    ],
    ['hop/decisions/require-rehearsal.ts', "if (rehearsal.kind === 'void') {", "if (hop.id === '') {"],
  ),
  guard('a rehearsal has an age limit', [
    'hop/situation.ts',
    'if (age <= rehearsalMaxAge) return rehearsal;',
    'return rehearsal;',
  ]),
  guard(
    'what another digest did does not count',
    ['journal/history.ts', ' && event.hop.digest === hop.digest', ''],
    ['commands/stored-backups.ts', ' &&\n      manifest.hop.digest === hop.digest', ''],
  ),
  guard('a hop is done with the configuration that it was planned with', [
    'commands/hop-input.ts',
    'if (digest === given.digest) return given;',
    'return given;',
  ]),
  guard('no promotion without a restore point', [
    'hop/decisions/deploy.ts',
    'if (point === undefined) {',
    "if (point === undefined && missingRehearsal(situation) === undefined) return { kind: 'act', because: '' };\n  if (point === undefined) {",
  ]),
  guard(
    'the restore point is one of this run',
    ['hop/decisions/deploy.ts', 'if (!isSameAttempt(point.run, run)) {', "if (point.run.id === '') {"],
    ['hop/decisions/backup.ts', 'if (kept && isSameAttempt(taken.run, run))', 'if (kept)'],
  ),
  guard('what only a person can do is done first', [
    'hop/decisions/manual-steps.ts',
    'if (open.length === 0) return undefined;',
    'if (open.length >= 0) return undefined;',
  ]),
  guard(
    'a restore point is proved where that is asked for',
    [
      'hop/decisions/deploy.ts',
      'if (situation.traits.proveRestorePoint && !promotion.pointProved) {',
      "if (hop.id === '') {",
    ],
    ['hop/sequence.ts', '...(traits.proveRestorePoint ? [prove] : []),', ''],
  ),
  guard('a deploy is written down before it is begun', [
    'commands/deploy.ts',
    "await context.record({ type: 'deploying', release, version, deferred, ...parts, ...(isBefore ? before : {}) });",
    '',
  ]),
  guard(
    'a hop that production has not come to waits',
    [
      'hop/decisions/check.ts',
      "    case 'earlier':\n      return waiting(",
      "    case 'earlier':\n      return onStart(situation);\n      waiting(",
    ],
    ['commands/backup.ts', 'if (version !== hop.from) throw', "if (version === '') throw"],
  ),
  guard(
    'no hop is begun from what is not on the path',
    [
      'hop/decisions/check.ts',
      "    case 'off-path':\n      return refuse(",
      "    case 'off-path':\n      return onStart(situation);\n      refuse(",
    ],
    ['commands/backup.ts', 'if (version !== hop.from) throw', "if (version === '') throw"],
  ),
  guard('no hop is begun while migrations of the one before are left', [
    'hop/decisions/check.ts',
    "    case 'pending':\n      return refuse(",
    "    case 'pending':\n      return undefined;\n      refuse(",
  ]),
  guard(
    'no hop is begun while a migration runs or has failed',
    [
      'hop/decisions/check.ts',
      "    case 'running':\n      return waiting(",
      "    case 'running':\n      return undefined;\n      waiting(",
    ],
    [
      'hop/decisions/check.ts',
      "    case 'failed':\n      return migrationFailed(migrations);\n    case 'unknown'",
      "    case 'failed':\n      return undefined;\n    case 'unknown'",
    ],
    // A copy of such data is not tested, and no deferral is believed on it either.
    [
      'hop/decisions/smoke.ts',
      "if (migrations.kind === 'failed' && !leftToMigrate) {",
      "if (migrations.kind === 'failed' && !leftToMigrate) {\n    return { kind: 'act', migrations: 'pending', because: '' };",
    ],
    ['hop/decisions/deferral.ts', 'if (what !== undefined) return', 'if (what === "") return'],
  ),
  guard('a smoke test that fails is none that passed', [
    'commands/smoke-rounds.ts',
    'return bad.length > 0 ?',
    "return bad.length > 0 && version === '' ?",
  ]),
  guard('a hop counts when its validation is over', [
    'hop/decisions/validation.ts',
    'return place.beganAfter >= validation.for',
    'return place.beganAfter >= 0',
  ]),
  guard('a probe that cannot tell is no yes', [
    'hop/decisions/wait.ts',
    "if (migrations.kind === 'done')",
    "if (migrations.kind === 'done' || migrations.kind === 'unknown')",
  ]),
  guard(
    'a release counts when it is the one that answers',
    ['commands/deploy-release.ts', 'observation.version.value === version &&', ''],
    ['hop/decisions/wait.ts', "if (version.kind === 'known' && version.value !== to) return undefined;", ''],
    ['hop/decisions/smoke.ts', 'if (version.value !== wanted) {', "if (wanted === '') {"],
  ),
];
