/** One place of the sources, and what it is without the guard. */
export interface Removal {
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Something that keeps the system from harm. Where two places stand in for one another, both are removed. */
export interface Guard {
  readonly name: string;
  readonly removals: readonly Removal[];
}

function guard(name: string, ...removals: readonly (readonly [file: string, find: string, replace: string])[]): Guard {
  return { name, removals: removals.map(([file, find, replace]) => ({ file: `src/${file}`, find, replace })) };
}

const journal: readonly Guard[] = [
  guard('an entry is only added behind the newest', [
    'journal/memory.ts',
    'if (revision !== String(files.length))',
    'if (revision === "")',
  ]),
  guard('an entry that another was faster than is added again', [
    'journal/chained-journal.ts',
    "(await store.add({ file, revision, subject, at })) === 'added'",
    "['added', 'taken'].includes(await store.add({ file, revision, subject, at }))",
  ]),
];

const lease: readonly Guard[] = [
  guard('a lease that another run holds is respected', [
    'journal/lease.ts',
    "return { kind: 'held-by', owner, until: expiresAt };",
    'return take;',
  ]),
  guard('a lease is left alone for as long as clocks may differ', [
    'journal/lease.ts',
    'Date.parse(expiresAt) + marginMilliseconds',
    'Date.parse(expiresAt)',
  ]),
  guard('the fence is asked for directly before an act', [
    'commands/hop-step.ts',
    "if (standing?.kind === 'lost')",
    "if (standing?.kind === 'lost' && standing.to === '')",
  ]),
  guard('a hook asks for the fence too', ['commands/hooks.ts', 'await context.confirmLease();', '']),
  guard('a long act is ended when its lease is lost', [
    'journal/lease-holding.ts',
    "if (standing.kind === 'lost') return lost.abort(new LeaseLost(standing.to));",
    '',
  ]),
  guard(
    'a lease is renewed while an act goes on',
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
  guard('of two runs that take one fence only the first has it', [
    'journal/lease-holding.ts',
    'if (held?.fence === fence && held.owner === owner) {',
    'if (held !== undefined) {',
  ]),
];

const staging: readonly Guard[] = [
  guard(
    'staging is shown not to be production',
    [
      'hop/decisions/restore.ts',
      "    case 'same':\n      return refuse(",
      "    case 'same':\n      return undefined;\n      refuse(",
    ],
    [
      'hop/decisions/restore.ts',
      "    case 'cannot-tell':\n      return refuse(",
      "    case 'cannot-tell':\n      return undefined;\n      refuse(",
    ],
  ),
  guard('what was restored is compared with what was backed up', [
    'databases/fingerprint.ts',
    'if (want.rows !== got.rows) return',
    'if (want.name !== got.name) return',
  ]),
  guard(
    'a copy is scrubbed before a server starts on it',
    ['hop/decisions/deploy.ts', 'if (!rehearsal.scrubbed) return restoreFirst(hop.id);', ''],
    ['commands/restore.ts', 'return unscrubbed ?', 'return unscrubbed && decision.because === "" ?'],
  ),
  guard('the server is stopped before its database is replaced', [
    'commands/put-back.ts',
    'if (deployer.stop !== undefined) {',
    'if (deployer.stop === undefined) {',
  ]),
  guard('a deferral is proved, not trusted', [
    'commands/deploy-release.ts',
    'if (settle === undefined || version !== hop.to)',
    'if (settle !== undefined || version !== hop.to)',
  ]),
  guard('a rehearsal counts when each of its steps was done', [
    'hop/rehearsal.ts',
    'return always && (window || !traits.deferrable);',
    'return rehearsal.smokedTo || rehearsal.smokedLast;',
  ]),
  guard(
    'a rehearsal that failed starts anew from a restore',
    [
      'hop/rehearsal.ts',
      "event.type === 'ended' && event.outcome === 'failed');\n  if (failure",
      "event.type === 'ended' && event.command === '');\n  if (failure",
    ],
    ['hop/rehearsal.ts', 'return after(here, restoring).some(', 'return after(here, restoring).every('],
  ),
];

const promotion: readonly Guard[] = [
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
  guard(
    'no promotion without a restore point',
    ['hop/decisions/deploy.ts', 'if (point === undefined) {', "if (point === undefined && hop.id === '') {"],
    ['hop/decisions/deploy.ts', 'if (!isSameAttempt(point.run, run)) {', "if (point?.run.id === '-') {"],
    ['hop/decisions/deploy.ts', 'the restore point ${point.event.backup} was taken.', 'nothing was taken.'],
  ),
  guard(
    'the restore point is one of this run',
    ['hop/decisions/deploy.ts', 'if (!isSameAttempt(point.run, run)) {', "if (point.run.id === '') {"],
    ['hop/decisions/backup.ts', 'if (kept && isSameAttempt(taken.run, run))', 'if (kept)'],
  ),
  guard('a promotion is approved', [
    'commands/climb.ts',
    "if (job !== 'promote' && job !== 'finalize') return undefined;",
    "if (job !== 'finalize') return undefined;",
  ]),
  guard('promotion stops while it is frozen', [
    'hop/decisions/promotion-time.ts',
    "if (freeze.kind === 'on') return frozen(time, freeze);",
    '',
  ]),
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
    "await context.record({ type: 'deploying', release, version, deferred });",
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
  guard('a probe that cannot tell is no yes', [
    'hop/decisions/wait.ts',
    "if (migrations.kind === 'done')",
    "if (migrations.kind === 'done' || migrations.kind === 'unknown')",
  ]),
  guard(
    'a release counts when it is the one that answers',
    ['commands/deploy-release.ts', 'observation.version.value === version &&', ''],
    ['hop/decisions/wait.ts', "if (version.kind === 'known' && version.value !== to) return undefined;", ''],
    ['hop/decisions/smoke.ts', 'if (observation.version.value !== wanted) {', "if (wanted === '') {"],
  ),
];

const migrations: readonly Guard[] = [
  guard('a release is deployed with its migrations deferred', [
    'commands/deploy-release.ts',
    'return project.product.migrations?.defer.env ?? {};',
    'return project.product.migrations === undefined ? {} : {};',
  ]),
  guard('starting the migrations is approved', [
    'commands/climb.ts',
    "if (job !== 'promote' && job !== 'finalize') return undefined;",
    "if (job !== 'promote') return undefined;",
  ]),
  guard('before its gate a wait starts nothing', [
    'hop/decisions/wait.ts',
    "if (promotion.migrating === undefined || !isGoingOn(promotion)) return { kind: 'serving', environment };",
    "if (promotion.migrating === undefined) return { kind: 'migrated', environment, tryAgain: false };",
  ]),
  guard('migrations are started on a release that was tested', [
    'hop/decisions/migrate.ts',
    'if (promotion.deployed !== undefined && promotion.smoked) return undefined;',
    'return undefined;',
  ]),
  guard(
    'a hop is complete when its migrations are',
    ['hop/decisions/wait.ts', "if (migrations.kind === 'done')", "if (migrations.kind !== 'pending')"],
    ['commands/smoke.ts', " && observation.migrations.kind === 'done'", ''],
  ),
  guard('a hop that was begun is finished first', [
    'hop/half-done.ts',
    'return hop === undefined ? undefined : { hop, since: begun.at };',
    'return undefined;',
  ]),
];

const back: readonly Guard[] = [
  guard('nothing goes back over migrated data', [
    'hop/decisions/rollback.ts',
    'if (started) return',
    "if (started && hop.id === '') return",
  ]),
  guard('migrations that ran by themselves close the way back', [
    'hop/decisions/rollback.ts',
    'const ran = whatRan(situation);',
    'const ran = undefined;',
  ]),
  guard('production is restored only when a person types the id of the hop', [
    'hop/decisions/rollback.ts',
    'if (confirm === hop.id) {',
    'if (confirm !== "") {',
  ]),
];

export const guards: readonly Guard[] = [...journal, ...lease, ...staging, ...promotion, ...migrations, ...back];
