import type { Attempt } from '../../../../src/core/decisions/backup.ts';
import type { JournalEvent } from '../../../../src/core/model/event.ts';
import type { Hop } from '../../../../src/core/model/hop.ts';
import { hop } from '../../history/world.ts';
import { backups, earlierAttempt, type Line, next, of, otherDigest, otherRun, thisRun } from './chronicle.ts';
import { applied } from './observations.ts';

/** What happened on production for this hop and digest since its last rollback, as the author of the journal knows it. */
export interface PromotionCase {
  readonly name: string;
  readonly lines: readonly Line[];
  /** Who took the restore point. */
  readonly point: 'none' | 'this attempt' | 'another attempt';
  readonly proved: boolean;
  readonly hopStarted: boolean;
  readonly deployed: boolean;
  /** The release that was deployed last. */
  readonly smoked: boolean;
  readonly started: boolean;
  /** They were started on the present deploy, and not before it was deployed again. */
  readonly goingOn: boolean;
  /** Migrations of `to` were started on production's present data, by this hop with whatever configuration. */
  readonly dataMigrated: boolean;
  /** The product reports the newest complete migration, and did so before the deploy. */
  readonly tellsMigrations: boolean;
  /** They ran or were queued although they were deferred. */
  readonly notDeferred: boolean;
  /** The deploy command has succeeded, whatever was seen of the release afterwards. */
  readonly inPlace: boolean;
  /** It was seen to be healthy after its newest deploy, and that its migrations were deferred. */
  readonly seenDeployed: boolean;
  readonly waited: boolean;
  readonly completed: boolean;
  /** A restore over production, started and not finished. */
  readonly restoring: boolean;
  /** That restore is done; the older release has to be deployed on it and tested. */
  readonly restored: boolean;
  /** A rollback has failed, without changing the release. */
  readonly rollbackFailed: boolean;
  /** A rollback to `from` was started and is not finished. */
  readonly goingBack: boolean;
  /** What the newest `check` of this hop saw; undefined when none was made. */
  readonly checked: 'from' | 'to' | 'silent' | undefined;
}

type Facts = Omit<PromotionCase, 'name' | 'lines'>;
type Chapter = { readonly lines: readonly Line[]; readonly facts: Facts };

const backup = backups.point;
const here = of('production');
const untouched: Facts = {
  point: 'none',
  proved: false,
  hopStarted: false,
  deployed: false,
  smoked: false,
  started: false,
  goingOn: false,
  dataMigrated: false,
  tellsMigrations: true,
  notDeferred: false,
  inPlace: false,
  seenDeployed: false,
  waited: false,
  completed: false,
  restoring: false,
  restored: false,
  rollbackFailed: false,
  goingBack: false,
  checked: undefined,
};

/** Adds what happens next, and what holds afterwards. */
function then(
  before: Chapter,
  events: readonly JournalEvent[],
  facts: Partial<Facts>,
  run: Attempt = thisRun,
): Chapter {
  return { lines: [...before.lines, ...events.map((event) => ({ event, run }))], facts: { ...before.facts, ...facts } };
}

const nothing: Chapter = { lines: [], facts: untouched };

function check(before: Chapter, saw: 'from' | 'to' | 'silent', tells = true): Chapter {
  const version = { from: hop.from, to: hop.to, silent: 'does not answer' }[saw];
  const newest = saw === 'from' && tells ? { applied: applied.before } : {};
  const event: JournalEvent = { ...here, type: 'checked', version, ...newest };
  return then(before, [event], { checked: saw, tellsMigrations: before.facts.tellsMigrations && tells });
}

function takePoint(before: Chapter, run: Attempt = thisRun, backup: string = backups.point): Chapter {
  const what = { ...here, purpose: 'restore-point', backup, version: hop.from } as const;
  const at = '2026-03-10T01:00:00Z';
  const point = run === thisRun ? 'this attempt' : 'another attempt';
  return then(
    before,
    [{ ...what, type: 'backed-up', dataAt: at, bytes: 1, milliseconds: 1 }],
    { point, proved: false },
    run,
  );
}

function prove(before: Chapter): Chapter {
  const staging = of('staging');
  const restoring: JournalEvent = { ...staging, type: 'restoring', backup };
  const proved: JournalEvent = { ...staging, type: 'point-proved', backup, tables: 1, rows: 1, milliseconds: 1 };
  return then(before, [restoring, proved], { proved: true });
}

const what = { ...here, release: 'to', version: hop.to, deferred: true } as const;

function begin(before: Chapter): Chapter {
  const newest = before.facts.tellsMigrations ? { applied: applied.before } : {};
  return then(before, [{ ...what, ...newest, type: 'deploying' }], {
    hopStarted: true,
    goingBack: false,
    inPlace: false,
    seenDeployed: false,
    deployed: false,
    smoked: false,
    goingOn: false,
  });
}

function putInPlace(before: Chapter): Chapter {
  return then(begin(before), [{ ...here, type: 'put-in-place', release: 'to', version: hop.to }], { inPlace: true });
}

function deploy(before: Chapter): Chapter {
  const seen = before.facts.tellsMigrations ? { applied: applied.before, next: applied.after } : {};
  return then(putInPlace(before), [{ ...what, ...seen, type: 'deployed', milliseconds: 1 }], {
    deployed: true,
    seenDeployed: true,
  });
}

function startByThemselves(before: Chapter): Chapter {
  const because = 'the migration m7 is running or queued';
  return then(before, [{ ...here, type: 'not-deferred', because }], { notDeferred: true, dataMigrated: true });
}

function smoke(before: Chapter): Chapter {
  const tested = { ...here, release: 'to', version: hop.to, tests: [], milliseconds: 1 } as const;
  const migrations = before.facts.waited ? 'done' : 'pending';
  return then(before, [{ ...tested, type: 'smoke-tested', migrations }], { smoked: true });
}

function migrate(before: Chapter): Chapter {
  return then(before, [{ ...here, type: 'migrating' }], { started: true, goingOn: true, dataMigrated: true });
}

function wait(before: Chapter): Chapter {
  return then(before, [{ ...here, type: 'waited', milliseconds: 1 }], { waited: true });
}

function complete(before: Chapter): Chapter {
  return then(before, [{ type: 'completed', hop: here.hop }], { completed: true });
}

function fail(before: Chapter, command: string): Chapter {
  return then(before, [{ ...here, type: 'ended', command, outcome: 'failed', message: 'It failed.' }], {});
}

function startRollback(before: Chapter): Chapter {
  return then(before, [{ ...here, type: 'rolling-back', to: hop.from }], {
    goingBack: true,
    inPlace: false,
    deployed: false,
    smoked: false,
    goingOn: false,
  });
}

function beginRestore(before: Chapter): Chapter {
  return then(startRollback(before), [{ ...here, type: 'restoring', backup }], { restoring: true, restored: false });
}

function restore(before: Chapter): Chapter {
  return then(
    beginRestore(before),
    [{ ...here, type: 'restored', backup, proved: true, tables: 1, rows: 1, milliseconds: 1 }],
    { restored: true },
  );
}

/** What was done before a rollback is history: only what the last check saw is still known. */
function finishRollback(before: Chapter): Chapter {
  const event: JournalEvent = { ...here, type: 'rolled-back', to: hop.from, milliseconds: 1 };
  return then(before, [event], { ...untouched, checked: before.facts.checked });
}

/** The same, for another hop or another digest: it only matters to this one for what it has done to production. */
function elsewhere(chapter: Chapter, which: Hop, remains: Partial<Facts> = {}): Chapter {
  const { hop: reference } = of('production', which);
  const lines = chapter.lines.map((line) =>
    'hop' in line.event ? { ...line, event: { ...line.event, hop: reference } } : line,
  );
  return { lines, facts: { ...untouched, ...remains } };
}

const point = takePoint(check(nothing, 'from'));
const hopStarted = begin(point);
const deployed = deploy(point);
const smoked = smoke(deployed);
const migrating = migrate(smoked);
const waited = wait(migrating);
const completed = complete(smoke(waited));
const anotherDigest: Hop = { ...hop, digest: otherDigest };

/** Everything that the journal can say about a promotion of this hop. */
export const promotions: readonly PromotionCase[] = Object.entries({
  'never started': nothing,
  checked: check(nothing, 'from'),
  'come to a restore point': point,
  'come to a restore point of another run': takePoint(check(nothing, 'from'), otherRun),
  'come to a restore point of an earlier attempt': takePoint(check(nothing, 'from'), earlierAttempt),
  'come to a restore point that is proved': prove(point),
  'come to a restore point after another one was proved': takePoint(prove(point), thisRun, 'restore-point-2'),
  'come to a proved restore point of another run': prove(takePoint(check(nothing, 'from'), otherRun)),
  'killed in the deploy': hopStarted,
  'killed in the deploy, and found done': check(hopStarted, 'to'),
  'killed in the deploy, and found silent': check(hopStarted, 'silent'),
  'killed in the deploy, on a restore point of another run': begin(takePoint(check(nothing, 'from'), otherRun)),
  'begun without a restore point': begin(check(nothing, 'from')),
  'failed in the deploy': fail(hopStarted, 'deploy'),
  'put in place, and killed before it was seen': putInPlace(point),
  'put in place, and found so': check(putInPlace(point), 'to'),
  'put in place without deferral': fail(startByThemselves(putInPlace(point)), 'deploy'),
  'put in place without deferral, and found so': check(fail(startByThemselves(putInPlace(point)), 'deploy'), 'to'),
  'put in place without deferral, with another configuration': elsewhere(
    startByThemselves(putInPlace(point)),
    anotherDigest,
    { dataMigrated: true, notDeferred: true },
  ),
  deployed,
  'deployed, and found so': check(deployed, 'to'),
  'smoke-tested': smoked,
  'smoke-tested, and found so': check(smoked, 'to'),
  'come to the start of the migrations': migrating,
  'come to migrations that failed': fail(migrating, 'wait'),
  'come to migrations that failed, and found so': check(fail(migrating, 'wait'), 'to'),
  'come to migrations that failed, and deployed once more': deploy(fail(migrating, 'wait')),
  'come to migrations that failed, deployed and tested once more': smoke(deploy(fail(migrating, 'wait'))),
  'killed in another deploy after the smoke test': begin(smoked),
  'killed in another deploy after the start of the migrations': begin(migrating),
  'deployed once more after the start of the migrations': deploy(migrating),
  'deployed and tested once more after the start of the migrations': smoke(deploy(migrating)),
  'waited for': waited,
  'waited for, and found so': check(waited, 'to'),
  completed,
  'completed, and found so': check(completed, 'to'),
  adopted: then(nothing, [{ ...here, type: 'adopted', version: hop.to, reason: 'by hand' }], { completed: true }),
  'killed while it was gone back': startRollback(deployed),
  'killed while it was gone back from a deploy that nobody saw': startRollback(putInPlace(point)),
  'killed in a deploy that followed one that was seen': begin(startRollback(deployed)),
  'deployed again by a rollback that failed': {
    ...fail(startRollback(smoked), 'rollback'),
    facts: { ...startRollback(smoked).facts, rollbackFailed: true },
  },
  'gone back': finishRollback(startRollback(smoked)),
  'gone back after it was found half done': finishRollback(startRollback(check(smoked, 'to'))),
  'gone back, and started again with a restore point': takePoint(check(finishRollback(smoked), 'from')),
  'killed in the restore over production': beginRestore(migrating),
  'killed in the restore over production, after it was completed': beginRestore(completed),
  'killed after the restore over production': restore(migrating),
  'killed after the restore over production, and in another one': beginRestore(restore(migrating)),
  'gone back by a restore': finishRollback(restore(migrating)),
  'gone back by a restore, after it was completed': finishRollback(restore(completed)),
  'completed with another configuration': elsewhere(completed, anotherDigest, { dataMigrated: true }),
  'come to a restore point with another configuration': elsewhere(point, anotherDigest),
  'deployed with another configuration': elsewhere(smoked, anotherDigest),
  'come to the start of the migrations with another configuration': elsewhere(migrating, anotherDigest, {
    dataMigrated: true,
  }),
  'come to the start of the migrations with another configuration, of a product that tells none of them': elsewhere(
    migrate(smoke(deploy(takePoint(check(nothing, 'from', false))))),
    anotherDigest,
    { dataMigrated: true, tellsMigrations: false },
  ),
  'killed in the restore over production, with another configuration': elsewhere(
    beginRestore(migrating),
    anotherDigest,
    { restoring: true },
  ),
  'killed in the restore over production of another hop': elsewhere(beginRestore(migrating), next, { restoring: true }),
  'killed after the restore over production, with another configuration': elsewhere(restore(migrating), anotherDigest, {
    restoring: true,
    restored: true,
  }),
  'proved for another hop': elsewhere(prove(point), next),
}).map(([name, { lines, facts }]) => ({ name, lines, ...facts }));
