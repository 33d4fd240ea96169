import { inEnvironment, isOf } from '../history/entries.ts';
import { cannotShow, startedSince, traceBefore, traceDeployed } from '../history/migration-trace.ts';
import { isPastReturn } from '../history/promotion.ts';
import type { Situation } from '../history/situation.ts';
import { exactTime } from '../messages/moments.ts';
import { lossText } from '../model/data.ts';
import type { EntryOf } from '../model/event.ts';
import type { EnvironmentName, Hop } from '../model/hop.ts';
import type { BackupManifest, DamagedBackup } from '../model/manifest.ts';
import { isReversible } from '../model/sequence.ts';
import { alreadyDone, cannotTell, type Decision, failed, refuse, type Settled } from './decision.ts';
import { whatBecameOf } from './missing-backup.ts';
import { rehearsedBefore } from './rehearsed-before.ts';

/** `redeploy`: nothing is lost. `restore`: everything written after the restore point is lost. */
export type WayBack =
  | {
      readonly way: 'redeploy';
      /** The id of the backup that was restored over production before, if any. */
      readonly onto?: string;
      /** Why nothing shows whether migrations have started: a person has vouched for it. */
      readonly unproved?: string;
    }
  | { readonly way: 'restore'; readonly backup: BackupManifest };

export interface RollbackRequest {
  /** The backups of this hop and digest that are actually in the store. */
  readonly stored: readonly BackupManifest[];
  /** Backups in the store whose manifest cannot be read. */
  readonly damaged?: readonly DamagedBackup[];
  /** What a person typed: the hop's id, for a rollback that loses data. */
  readonly confirm: string | undefined;
}

/** Which way back from `to` to `from` is open, if any. */
export function decideRollback(
  environment: EnvironmentName,
  situation: Situation,
  request: RollbackRequest,
): Decision<WayBack> {
  return environment === 'staging' ? onStaging(situation) : onProduction(situation, request);
}

function onStaging(situation: Situation): Decision<WayBack> {
  const { hop, rehearsal, standing } = situation;
  if (rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (rehearsal.kind !== 'started' || !rehearsal.smokedTo) {
    return refuse(
      `On staging, ${hop.to} was not deployed and smoke-tested yet.`,
      'There is nothing to go back from.',
      `Run the steps of hop ${hop.id} on staging in order.`,
    );
  }
  // Recorded, but not true now: a probe that was wrong then must not block the rehearsal for good.
  const isUndone = standing.kind === 'on-to' && !rehearsal.smokedBack;
  if (rehearsal.rolledBack && !isUndone) return alreadyDone('The way back was rehearsed.');
  const window = windowOf(situation, 'staging', false);
  switch (window.kind) {
    case 'closed':
      return closed(hop.from, window.why);
    case 'unproved':
      return { kind: 'act', way: 'redeploy', unproved: window.why, because: unprovedBecause(window.why) };
    case 'decided':
      return window.decision;
  }
}

function onProduction(situation: Situation, request: RollbackRequest): Decision<WayBack> {
  const { hop, promotion, standing, observation } = situation;
  if (promotion.restoring !== undefined) {
    const { backup } = promotion.restoring.event;
    // Data written since the restore is not given up because one test failed.
    if (runsOnRestoredData(situation) && request.confirm === undefined) {
      return {
        kind: 'act',
        way: 'redeploy',
        onto: backup,
        because: `${backup} was already restored: ${hop.from} is deployed on it and tested again.`,
      };
    }
    return restoreIfConfirmed(situation, request, 'a restore over production was started and is not finished');
  }
  if (standing.kind === 'on-from' && observation.serving.kind === 'yes' && !promotion.deployStarted) {
    return alreadyDone(`Production runs ${hop.from} and serves.`);
  }
  if (!promotion.deployStarted) {
    return refuse(
      `The journal has no deploy of ${hop.to} on production by hop ${hop.id}.`,
      'It is not known what going back from here would do. Nothing was changed.',
      'Name the hop that was deployed last; "staged-upgrade log" lists them.',
    );
  }
  if (situation.traits.stages !== undefined) return backToStage(situation, request);
  const window = windowOf(situation, 'production', isPastReturn(promotion));
  if (window.kind === 'closed') return restoreIfConfirmed(situation, request, window.why);
  if (window.kind === 'unproved') return redeployIfConfirmed(situation, request, window.why);
  // A person who has read what that loses, and has seen that deploying it again was not enough, may choose to.
  if (window.decision.kind === 'act' && promotion.rollbackFailed && isRestoreTyped(situation, request))
    return restoreIfConfirmed(situation, request, `${hop.from} was already deployed again, and that rollback failed`);
  return window.decision;
}

/** A stage is rolled back in the way that its own definition names; if it names none, only by the restore point. */
function backToStage(situation: Situation, request: RollbackRequest): Decision<WayBack> {
  const { hop, standing, traits } = situation;
  if (standing.kind === 'off-path' || standing.kind === 'later') {
    return refuse(
      `Production is at ${standing.version}, which is neither ${hop.from} nor ${hop.to}.`,
      'This hop is not the last one that was done. Nothing was changed.',
      'Name the hop that was done last.',
    );
  }
  if (isReversible(traits, hop.to))
    return { kind: 'act', way: 'redeploy', because: `Going back from "${hop.to}" loses nothing.` };
  const why = `the stage "${hop.to}" does not say how to go back from it`;
  if (!traits.dataless) return restoreIfConfirmed(situation, request, why);
  return refuse(
    `There is no way back to ${hop.from}: ${why}, and there is no data that could be restored.`,
    'Nothing was changed.',
    `Fix the cause and continue; or add "back" to the stage "${hop.to}", which must lead to ${hop.from} without losing anything.`,
  );
}

/**
 * The backups of this hop, newest first, that a rehearsal has restored and compared equal: what is left if the restore
 * point turns out to be bad. They lose more, so a person must name the id of the one to use.
 */
export function otherBackups({ hop, record }: Situation, stored: readonly BackupManifest[]): readonly BackupManifest[] {
  const proved = record.entries.flatMap((entry) =>
    isOf(entry, 'restored') && entry.event.proved ? [entry.event] : [],
  );
  return stored
    .filter(({ purpose, version }) => purpose === 'rehearsal' && version === hop.from)
    .filter(({ id }) => proved.some((event) => event.environment === 'staging' && event.backup === id))
    .toSorted((a, b) => b.dataAt.localeCompare(a.dataAt));
}

/** Its own restore is done, `from` runs on it, and nothing shows that `to` has touched it since. */
function runsOnRestoredData(situation: Situation): boolean {
  const { hop, promotion, standing, observation } = situation;
  const started = promotion.restoring?.event.hop;
  const isOwn = started?.id === hop.id && started.digest === hop.digest;
  const isTouched =
    observation.migrations.kind === 'running' ||
    observation.migrations.kind === 'failed' ||
    whatRan(situation, 'production') !== undefined;
  return isOwn && promotion.restored && standing.kind === 'on-from' && !isTouched;
}

type Window =
  | { readonly kind: 'closed'; readonly why: string }
  /** Nothing shows that a migration has started, and nothing would show it: a person has to vouch for it. */
  | { readonly kind: 'unproved'; readonly why: string }
  | { readonly kind: 'decided'; readonly decision: Decision<WayBack> };

function windowOf(situation: Situation, environment: EnvironmentName, started: boolean): Window {
  const { hop, traits, observation, standing } = situation;
  const open = (because: string): Window => ({ kind: 'decided', decision: { kind: 'act', way: 'redeploy', because } });
  if (standing.kind === 'off-path' || standing.kind === 'earlier' || standing.kind === 'later') {
    return {
      kind: 'decided',
      decision: refuse(
        `${standing.version} is running, which is neither ${hop.from} nor ${hop.to}.`,
        'This hop is not the last one that was done. Nothing was changed.',
        'Name the hop that was deployed last.',
      ),
    };
  }
  if (!traits.deferrable) return { kind: 'closed', why: `the migrations of ${hop.to} run with its deploy` };
  if (started) return { kind: 'closed', why: `the migrations of ${hop.to} were started` };
  const ran = whatRan(situation, environment);
  if (ran !== undefined) return { kind: 'closed', why: ran };
  const unproved = whyUnproved(situation, environment);
  if (unproved !== undefined) return { kind: 'unproved', why: unproved };
  switch (observation.migrations.kind) {
    case 'pending':
      return open(`${observation.migrations.next} is pending and none has started: the rollback window is open.`);
    case 'done':
      return open('Nothing was started by this hop, and nothing is pending.');
    case 'running':
      return { kind: 'closed', why: `the migration ${observation.migrations.current} is running` };
    case 'failed':
      return { kind: 'closed', why: `the migration ${observation.migrations.current} was started and failed` };
    case 'unknown':
      // It was observed after its deploy with deferred migrations, and nothing has started them since.
      if (standing.kind === 'unknown')
        return open(
          `${hop.to} does not answer; its migrations were seen to be deferred, and nothing has started them.`,
        );
      return {
        kind: 'decided',
        decision: cannotTell(
          `It could not be determined whether migrations of ${hop.to} have started: ${observation.migrations.reason}.`,
          `If one has, ${hop.from} would damage data. Nothing was changed.`,
          'Check the address and the credential of the migrations probe, then run the step again.',
        ),
      };
  }
}

/**
 * Migrations that ran or were queued although this hop has not started them: a server was seen to ignore the setting that
 * defers them. Once they are complete, nothing but this shows that they ran.
 */
function whatRan(situation: Situation, environment: EnvironmentName): string | undefined {
  const { hop, observation, standing, record } = situation;
  const { migrations } = observation;
  const recorded = environment === 'production' ? situation.promotion.notDeferred?.event.because : undefined;
  if (recorded !== undefined) return recorded;
  if (migrations.kind !== 'done' && migrations.kind !== 'pending') return undefined;
  const { next: _, ...before } = traceBefore(situation, environment);
  const ran = startedSince(before, migrations);
  if (ran !== undefined) return ran;
  // An older release counts as done, whatever it does not know about.
  if (standing.kind !== 'on-to') return undefined;
  const moved = startedSince(traceDeployed(situation, environment), migrations);
  if (moved !== undefined) return moved;
  const brings = record.entries.some(
    (entry) => isOf(entry, 'smoke-tested') && entry.event.release === 'to' && entry.event.migrations === 'pending',
  );
  return brings && migrations.kind === 'done' ? `${hop.to} has migrations, and they are complete` : undefined;
}

/** Undefined if a look would show it. If nothing answers, what was seen of the deploy counts. */
function whyUnproved(situation: Situation, environment: EnvironmentName): string | undefined {
  const { migrations, version } = situation.observation;
  if (migrations.kind === 'done' || migrations.kind === 'pending')
    return cannotShow(traceBefore(situation, environment), migrations);
  if (migrations.kind !== 'unknown' || version.kind === 'known') return undefined;
  return whyUnseen(situation, environment);
}

/** A release that never answered may still have started its migrations before it went down. */
function whyUnseen({ hop, record }: Situation, environment: EnvironmentName): string | undefined {
  const here = inEnvironment(record.entries, environment);
  const since = here.slice(here.findLastIndex((entry) => isOf(entry, 'deploying') && entry.event.release === 'to') + 1);
  const seen = since.find(
    (entry): entry is EntryOf<'deployed'> => isOf(entry, 'deployed') && entry.event.release === 'to',
  );
  return seen === undefined
    ? `${hop.to} does not answer, and has not been seen since it was deployed`
    : seen.event.unproved;
}

/** What a person types to vouch, after a look, that no migration has started. */
export function notMigratedConfirmation({ id }: { readonly id: string }): string {
  return `not-migrated-${id}`;
}

function unprovedBecause(why: string): string {
  return `A person has confirmed that no migration has started; nothing else shows it (${why}).`;
}

function redeployIfConfirmed(situation: Situation, request: RollbackRequest, why: string): Decision<WayBack> {
  const { hop } = situation;
  const { confirm } = request;
  const word = notMigratedConfirmation(hop);
  if (confirm === word) return { kind: 'act', way: 'redeploy', unproved: why, because: unprovedBecause(why) };
  if (isRestoreTyped(situation, request))
    return restoreIfConfirmed(situation, request, `nothing shows whether migrations have started`);
  return refuse(
    `Nothing shows whether migrations of ${hop.to} have started: ${why}.`,
    `If one has, ${hop.from} would damage data. Nothing was changed.`,
    `Check the system: is there a job, in any state, for a migration of ${hop.to}? If there is none, type "${word}" as confirmation: staged-upgrade rollback --hop ${hop.id} --confirm ${word}. Otherwise type ${hop.id}: that restores the restore point, and everything written since is lost.`,
  );
}

/** The only restore over production is that of this hop's restore point, and only if a person typed the hop's id. */
function restoreIfConfirmed(situation: Situation, request: RollbackRequest, why: string): Decision<WayBack> {
  const { hop, promotion } = situation;
  const { stored, confirm } = request;
  const point = promotion.restorePoint?.event.backup;
  const other = instead(situation, stored).find(({ id }) => id === confirm);
  if (other !== undefined) {
    const because = `Confirmed: ${other.id} is restored${point === undefined ? '' : ` in place of ${point}`}, which loses ${lossText(other, exactTime)}.`;
    return { kind: 'act', way: 'restore', backup: other, because };
  }
  const backup = stored.find(({ id }) => id === point);
  if (backup === undefined) return withoutPoint(situation, request, why);
  const loss = lossText(backup, exactTime);
  if (confirm === hop.id) {
    return {
      kind: 'act',
      way: 'restore',
      backup,
      because: `Confirmed: ${backup.id} is restored, which loses ${loss}.`,
    };
  }
  return refuse(
    `${hop.from} must not simply be deployed again: ${why}.`,
    `The only way back is to restore ${backup.id}, and that loses ${loss}. Nothing was changed.`,
    `It is better to fix the cause and continue. To restore anyway, start the workflow "Rollback" again with the hop's id typed as confirmation, or: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}.${
      confirm === undefined ? '' : ` ("${confirm}" was typed.)`
    }`,
  );
}

/** The hop's id stands for its restore point; any other backup is named by its own id. */
export function isRestoreTyped(situation: Situation, { stored, confirm }: RollbackRequest): boolean {
  return confirm === situation.hop.id || instead(situation, stored).some(({ id }) => id === confirm);
}

/** What may be restored if the restore point is bad: it is not in the store, or a rollback that tried it has failed. */
function instead(situation: Situation, stored: readonly BackupManifest[]): readonly BackupManifest[] {
  const { restorePoint, restoring, rollbackFailed } = situation.promotion;
  const isThere = stored.some(({ id }) => id === restorePoint?.event.backup);
  return isThere && restoring === undefined && !rollbackFailed ? [] : otherBackups(situation, stored);
}

function withoutPoint(situation: Situation, { stored, damaged = [], confirm }: RollbackRequest, why: string): Settled {
  const { hop, promotion } = situation;
  const point = promotion.restorePoint?.event.backup;
  const [other] = instead(situation, stored);
  const state =
    point === undefined
      ? 'the journal has no restore point of this hop'
      : `the restore point ${whatBecameOf(point, damaged)}`;
  const recover =
    point === undefined
      ? ''
      : ` If there is a copy of ${point}, or the store keeps older versions of its files: put it back as it was written, then run the same rollback again.`;
  const typed = confirm === undefined ? '' : ` ("${confirm}" was typed.)`;
  const so =
    other === undefined ? `There is no way back to ${hop.from}` : `${hop.from} must not simply be deployed again`;
  return refuse(
    `${so}: ${why}, and ${state}.`,
    `Deploying ${hop.from} on this data would damage it. Nothing was changed.`,
    `It is better to fix the cause and continue.${recover}${other === undefined ? '' : ` ${restoreInstead(hop, other)}`}${typed}`,
  );
}

/** How to restore a backup that is not the restore point, and what that loses. */
export function restoreInstead({ id }: Hop, other: BackupManifest): string {
  return `${other.id} came back whole on staging. staged-upgrade rollback --hop ${id} --confirm ${other.id} restores it instead, and ${lossText(other, exactTime)} is lost.`;
}

/** A failure, since the rehearsal cannot continue from here: the next run starts it again. */
function closed(from: string, why: string): Settled {
  return failed(
    `${from} may not be deployed again: ${why}.`,
    'The rollback window is closed. Nothing was changed.',
    'Start a new run: it rehearses again.',
  );
}
