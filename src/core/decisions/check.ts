import { type MigrationTrace, startedSince, traceBefore } from '../history/migration-trace.ts';
import type { Situation } from '../history/situation.ts';
import { finishRestoreFirst, finishRollback } from '../history/way-back.ts';
import { dayTime } from '../messages/moments.ts';
import type { EntryOf, HopReference } from '../model/event.ts';
import type { Migrations } from '../model/observation.ts';
import { alreadyDone, cannotTell, type Decision, failed, refuse, type Settled, waiting } from './decision.ts';
import { blockedByManualSteps } from './manual-steps.ts';
import { newerData } from './newer-data.ts';
import { awaitedOf, failureOf } from './wait.ts';

/** `fresh`: production is on `from`; `resume`: this hop was started and has to be finished. */
export interface CheckPassed {
  readonly start: 'fresh' | 'resume';
}

/**
 * Production is healthy on exactly `from` with nothing pending, or this hop is half done on it. Every other state has
 * an answer of its own, since matrix legs usually run in order, but GitHub does not promise it.
 */
export function decideCheck(situation: Situation): Decision<CheckPassed> {
  const { hop, promotion, standing } = situation;
  const unfinished = restoreUnfinished(situation);
  if (unfinished !== undefined) return unfinished;
  if (promotion.completed !== undefined && standing.kind !== 'on-from') {
    return alreadyDone(`Hop ${hop.id} was completed on ${dayTime(promotion.completed.at)}.`);
  }
  switch (standing.kind) {
    case 'earlier':
      return waiting(
        `Production runs ${standing.version}, which comes earlier on the path than ${hop.from}.`,
        'This hop was not started; an earlier hop is not finished yet.',
        'Finish the earlier hop; a new run then continues here on its own.',
      );
    case 'later':
      return alreadyDone(`Production runs ${standing.version}, which comes later on the path than ${hop.to}.`);
    case 'off-path':
      return refuse(
        `Production runs ${standing.version}, which is not on the planned path (this hop goes from ${hop.from} to ${hop.to}).`,
        'Somebody deployed another release, or the plan is old. Nothing was changed.',
        `Start a new run: it plans from ${standing.version}.`,
      );
    case 'unknown':
      return unreadable(situation, standing.reason);
    case 'on-to':
      return onTarget(situation);
    case 'on-from':
      return onStart(situation);
  }
}

/** While a restore over production is half done, only the end of its rollback is allowed: why. Undefined otherwise. */
export function restoreUnfinished({ promotion, hop }: Situation): Settled | undefined {
  const { restoring, restored } = promotion;
  if (restoring === undefined) return undefined;
  const isOtherwiseConfigured = isOtherwise(restoring.event.hop, hop);
  return { kind: 'refuse', message: finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }) };
}

function unreadable({ hop, promotion }: Situation, reason: string): Decision<CheckPassed> {
  if (promotion.deployStarted) {
    return {
      kind: 'act',
      start: 'resume',
      because: `A deploy of ${hop.to} was started and production does not answer (${reason}): the deploy is finished now.`,
    };
  }
  return cannotTell(
    `The version of production could not be determined: ${reason}.`,
    'It is not known whether this hop may start. Nothing was changed.',
    'Check that the server is running and that this runner can reach its url, then run again.',
  );
}

function onTarget(situation: Situation): Decision<CheckPassed> {
  const { hop, promotion } = situation;
  if (promotion.deployStarted)
    return (
      failedBefore(situation) ?? {
        kind: 'act',
        start: 'resume',
        because: `Production already runs ${hop.to}; this hop is finished now.`,
      }
    );
  return refuse(
    `Production already runs ${hop.to}, but the journal has no deploy of it by this hop (${hop.id}, digest ${hop.digest.slice(0, 12)}).`,
    'Somebody deployed it by hand, or the configuration changed since. What was rehearsed is not what runs.',
    `Start a new run: it plans from ${hop.to}. If it comes here again, the hop was started with a different configuration: restore that one; or let its migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "…".`,
  );
}

/** A migration that failed although no step of this hop started one; undefined also if it is to be started again. */
function failedBefore(situation: Situation): Settled | undefined {
  const { hop, promotion, observation } = situation;
  const { migrations } = observation;
  if (migrations.kind !== 'failed' || promotion.migrating !== undefined) return undefined;
  if (migrations.isNewer) return newerData('production', migrations, 'Nothing was changed.');
  const awaited = awaitedOf(situation, 'production');
  return awaited.leftToMigrate ? undefined : failureOf(migrations, awaited, hop);
}

function onStart(situation: Situation): Decision<CheckPassed> {
  const { hop, promotion, observation } = situation;
  const started = promotion.migrating ?? promotion.notDeferred ?? startedElsewhere(situation);
  if (started !== undefined) {
    const { to } = started.event.hop;
    return refuse(
      `Production runs ${hop.from}, but the migrations of ${to} were started on ${dayTime(started.at)}.`,
      `${hop.from} on data that ${to} has migrated may look healthy and damage data.`,
      'Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done.',
    );
  }
  const ran = promotion.deployStarted ? startedSince(dataBefore(situation), observation.migrations) : undefined;
  if (ran !== undefined) {
    return refuse(
      `Production runs ${hop.from}, but migrations have started since ${hop.to} was deployed: ${ran}.`,
      `${hop.from} on data that ${hop.to} has migrated may look healthy and damage data; its report that nothing is pending proves nothing.`,
      'Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done.',
    );
  }
  const unfinished = rollbackUnfinished(situation);
  if (unfinished !== undefined) return unfinished;
  const blocked = blockedByManualSteps(hop);
  if (blocked !== undefined) return blocked;
  const unhealthy = notReady(situation, hop.from);
  if (unhealthy !== undefined) return unhealthy;
  return {
    kind: 'act',
    start: 'fresh',
    because: `Production is healthy on ${hop.from}${withNothingPending(observation)} (observed ${dayTime(observation.at)}).`,
  };
}

/** Only what a probe has shown; empty if the product has no probe for its migrations. */
export function withNothingPending({ migrations }: Situation['observation']): string {
  return migrations.kind === 'done' && migrations.assumed !== true ? ', with nothing pending' : '';
}

/** A rollback returned to what runs now, and nobody has seen whether that works on the present data. */
function rollbackUnfinished({ unfinishedRollback, hop }: Situation): Settled | undefined {
  if (unfinishedRollback === undefined || unfinishedRollback.event.to !== hop.from) return undefined;
  const { at, event } = unfinishedRollback;
  const { id } = event.hop;
  return refuse(
    `The rollback of hop ${id} was started on ${dayTime(at)} and is not finished.`,
    `Production runs ${hop.from}, which has not been seen working there since. Nothing was changed.`,
    finishRollback(id, isOtherwise(event.hop, hop)),
  );
}

/** A rollback of this hop continues only with its own configuration. */
function isOtherwise(started: HopReference, hop: HopReference): boolean {
  return started.id === hop.id && started.digest !== hop.digest;
}

/** An older release that runs or has failed a migration is a case of its own, with its own message. */
function dataBefore(situation: Situation): MigrationTrace {
  const { next: _, ...data } = traceBefore(situation, 'production');
  return data;
}

/** Started by this hop with another configuration, for example. Harmless if the product reports that none of them is complete. */
function startedElsewhere({
  startedMigrations,
  observation: { migrations },
}: Situation): EntryOf<'migrating'> | EntryOf<'not-deferred'> | undefined {
  if (startedMigrations === undefined) return undefined;
  const { started, appliedBefore } = startedMigrations;
  // A job that was queued will run: that nothing is complete yet proves nothing.
  if (started.event.type === 'not-deferred') return started;
  const applied = 'applied' in migrations ? migrations.applied : undefined;
  return applied !== undefined && applied === appliedBefore ? undefined : started;
}

/** Why what production runs is not healthy and complete; undefined if it is. */
export function notReady({ observation }: Situation, version: string): Settled | undefined {
  const { serving, migrations } = observation;
  if (serving.kind === 'no') {
    return failed(
      `Production on ${version} reports that it is not healthy: ${serving.reason}.`,
      'If an unhealthy system is upgraded, nobody can see why the upgrade fails. Nothing was changed.',
      'Make it healthy first, then run again.',
    );
  }
  if (serving.kind === 'unknown') {
    return cannotTell(
      `It could not be determined whether production on ${version} is healthy: ${serving.reason}.`,
      'Nothing was changed.',
      'Check that the server is running and that this runner can reach it, then run again.',
    );
  }
  switch (migrations.kind) {
    case 'done':
      return undefined;
    case 'running':
      return waiting(
        `Production on ${version} is still running the migration ${migrations.current}.`,
        'The next hop may start only when nothing is left. Nothing was changed.',
        'Run again when it is done.',
      );
    case 'pending':
      return refuse(
        `Production on ${version} has a migration that was not started: ${migrations.next}.`,
        'The next release may refuse to start, or lose data, on such a database. Nothing was changed.',
        'Let its migrations run to the end, then run again.',
      );
    case 'failed':
      return migrationFailed(migrations);
    case 'unknown':
      return cannotTell(
        `It could not be determined whether production on ${version} has unfinished migrations: ${migrations.reason}.`,
        'Unknown never counts as done. Nothing was changed.',
        'Check the address and the credential of the migrations probe, then run again.',
      );
  }
}

function migrationFailed(migrations: Extract<Migrations, { kind: 'failed' }>): Settled {
  if (migrations.isNewer) return newerData('production', migrations, 'Nothing was changed.');
  return failed(
    `On production the migration ${migrations.current} has failed: ${migrations.error}.`,
    'It blocks every later one. Nothing was changed.',
    "Fix its cause with the vendor's help, let it complete, then run again.",
  );
}
