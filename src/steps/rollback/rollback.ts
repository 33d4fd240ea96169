import { isBackInPlace } from '../../core/decisions/back-in-place.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { mayGoBack } from '../../core/decisions/may-go-back.ts';
import { decideRollback, otherBackups, restoreInstead, type WayBack } from '../../core/decisions/rollback.ts';
import { refuseRepeatedRollback } from '../../core/decisions/rollback-again.ts';
import { redeployConfirmation } from '../../core/decisions/rollback-gate.ts';
import { decideTest } from '../../core/decisions/smoke.ts';
import { after, inEnvironment, latest } from '../../core/history/entries.ts';
import { newestDeploy } from '../../core/history/newest-deploy.ts';
import type { Situation } from '../../core/history/situation.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import { exactTime } from '../../core/messages/moments.ts';
import { countText, durationText } from '../../core/messages/quantities.ts';
import { type DataReference, lossText } from '../../core/model/data.ts';
import type { EntryOf } from '../../core/model/event.ts';
import { type Hop, releaseOn } from '../../core/model/hop.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import { availabilityFacts, serviceTexts } from '../../core/timing/availability.ts';
import { storedFor } from '../backup/stored-backups.ts';
import { type DeployEnd, deployParts, deployRelease } from '../deploy/deploy-release.ts';
import { type ServiceSeen, watchService } from '../deploy/watch-availability.ts';
import { notTheSameData } from '../environment/same-data.ts';
import { did, step } from '../frame/step.ts';
import { testsDigest } from '../hop/hop-contents.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';
import type { RollbackInput } from '../hop/step-input.ts';
import { type MayReplace, restoreBackup, whyNotAll } from '../restore/restore-backup.ts';
import { smokeRounds, type Tested } from '../smoke/smoke-rounds.ts';
import { waitForPreemptedRun } from './preempted.ts';
import { rollbackNotApproved } from './rollback-gate.ts';

interface RollbackDone {
  readonly way: WayBack & { readonly because: string };
  readonly hop: Hop;
  readonly milliseconds: number;
  readonly seen: ServiceSeen;
  readonly kept: readonly string[];
  /** Undefined on staging, where testing is a step of its own. */
  readonly testsDigest: string | undefined;
  readonly tests: readonly string[];
  /** Why it is finished although its tests did not pass. */
  readonly accepted: RolledBack['accepted'] | undefined;
}

/**
 * Rolls back to `from` in the way that is open: inside the rollback window by deploying it again, afterwards by restoring
 * the restore point, which a person confirms with the hop's id. On staging the first of these is rehearsed.
 */
export const rollback = step({
  command: 'rollback',
  needs: {
    common: ['backup', 'decryption', 'smoke'],
    own: ['data', ...deployParts],
  },
  gateAt: ({ environment }) => (environment === 'production' ? 'production' : undefined),
  open: ({ environment = 'production', reason, accept }: RollbackInput) => ({ environment, reason, accept }),
  preempts: ({ environment }) => environment === 'production',
  beforehand: refusedBeforehand,
  gather: async (context) => {
    const confirm = restoreConfirmed(context);
    if (context.environment === 'staging') return { stored: [], damaged: [], confirm };
    await waitForPreemptedRun(context);
    return { ...(await storedFor(context.project, context.hop)), confirm };
  },
  decide: ({ opened: { environment }, situation, gathered }) => decideRollback(environment, situation, gathered),
  act: async (context, way, { opened, situation, gathered: { stored } }) => {
    const { project, hop, environment } = context;
    const isProduction = environment === 'production';
    const unapproved = isProduction ? await rollbackNotApproved(context, way.way) : undefined;
    if (unapproved !== undefined) return unapproved;
    const entries = await project.journal.read();
    const mayReplace = (backup: BackupManifest) => (data: DataReference, now: LiveIdentity) =>
      notTheSameData(backup, data, now, entries);
    if (way.way === 'restore') {
      const wrong = await whyNotAll(context, way.backup, mayReplace(way.backup));
      if (wrong !== undefined) return wrong;
    }
    const { reason, accept } = opened;
    const watchOnly = isProduction && way.way === 'redeploy' && isBackInPlace(situation);
    if (!watchOnly)
      await context.record({ type: 'rolling-back', to: hop.from, ...(reason === undefined ? {} : { reason }) });
    const end = await restore(context, way, { watchOnly, mayReplace });
    if (end.kind === 'not-restored') return withOthers(end.settled, end.backup, situation, stored);
    if (end.kind === 'settled') return end.settled;
    const { milliseconds, seen, kept } = end;
    const back = { way, hop, milliseconds, seen, kept, tests: [], accepted: undefined };
    if (!isProduction) return did<RollbackDone>({ ...back, testsDigest: undefined });
    const tested = await testOlder(context);
    const digest = testsDigest(project);
    if (tested.kind === 'tested') return did<RollbackDone>({ ...back, testsDigest: digest, tests: tested.names });
    const accepted = await acceptedBy(context, accept, tested, situation);
    if (accepted === undefined) return notWorking(context, tested, way, situation.promotion.restorePoint?.event);
    return did<RollbackDone>({ ...back, testsDigest: digest, accepted });
  },
  record: ({ hop, milliseconds, seen, tests, testsDigest: digest, accepted }) => ({
    type: 'rolled-back',
    to: hop.from,
    milliseconds,
    ...availabilityFacts(seen),
    ...(digest === undefined ? {} : { testsDigest: digest }),
    ...(digest === undefined || accepted !== undefined ? {} : { tests }),
    ...(accepted === undefined ? {} : { accepted }),
  }),
  report: (back, { opened: { environment } }) => ({
    headline: `Went back from ${back.hop.to} to ${back.hop.from} on ${environment} in ${durationText(back.milliseconds)}${testedText(back)}; ${restoredText(back.way)}.`,
    details: [back.way.because, ...back.kept, ...serviceTexts(back.seen)],
  }),
});

interface NotRestored {
  readonly kind: 'not-restored';
  readonly settled: Settled;
  readonly backup: BackupManifest;
}

/** Restores the data if needed, then deploys the older release; one watch measures how long nobody was served. */
async function restore(
  context: HopStepContext,
  way: WayBack,
  {
    watchOnly,
    mayReplace,
  }: { readonly watchOnly: boolean; readonly mayReplace: (backup: BackupManifest) => MayReplace },
): Promise<DeployEnd | NotRestored> {
  const { live, hop, project } = context;
  const watch = watchService(live, project.effects.clock, project.effects.signal);
  try {
    if (way.way === 'restore') {
      const { backup } = way;
      const put = await restoreBackup(context, backup, mayReplace(backup)).catch((error: unknown) => {
        if (!(error instanceof SystemFailure) || context.project.effects.signal.aborted) throw error;
        return badBackup(error);
      });
      if (put.kind === 'settled') return { kind: 'not-restored', settled: put.settled, backup };
    }
    return await deployRelease(context, { version: hop.from, onRestored: way.way === 'restore', watchOnly, watch });
  } finally {
    await watch.stop();
  }
}

/** Its files are damaged, or a tool could not restore it: in either case there may be another one to name. */
function badBackup({ detail }: SystemFailure): { readonly kind: 'settled'; readonly settled: Settled } {
  return { kind: 'settled', settled: { kind: 'failed', message: detail } };
}

function testedText({ hop, tests, testsDigest: digest, accepted }: RollbackDone): string {
  if (accepted !== undefined) return `; its smoke tests did not pass, which was accepted: "${accepted.reason}"`;
  return digest === undefined ? '' : `; ${hop.from} passed ${countText(tests.length, 'smoke test')}`;
}

function restoredText(way: WayBack): string {
  if (way.way === 'restore') return 'the restore point was restored';
  return way.unproved === undefined
    ? 'nothing was restored'
    : 'nothing was restored, and nothing shows whether migrations had started';
}

/** A rollback that could not act whatever was observed stops no other run, and nobody waits for it. */
async function refusedBeforehand(context: HopStepContext): Promise<Settled | undefined> {
  if (context.environment !== 'production') return undefined;
  const { journal, run } = context.project;
  const repeated = refuseRepeatedRollback(await journal.read(), context.hop, run);
  if (repeated !== undefined) return repeated;
  const situation = await context.situation();
  const request = { ...(await storedFor(context.project, context.hop)), confirm: restoreConfirmed(context) };
  if (mayGoBack(situation, request)) return undefined;
  const decision = decideRollback('production', situation, request);
  return isAct(decision) ? undefined : decision;
}

/** What was typed to deploy the older release again confirms no restore. */
function restoreConfirmed({ input: { confirm }, hop }: HopStepContext): string | undefined {
  return confirm === redeployConfirmation(hop) ? undefined : confirm;
}

/** A restore point that cannot be restored completely must not be the end: the backups proved by the rehearsal are named. */
function withOthers(
  settled: Settled,
  tried: BackupManifest,
  situation: Situation,
  stored: readonly BackupManifest[],
): Settled {
  const other = otherBackups(situation, stored).find(({ id }) => id !== tried.id);
  if (settled.kind !== 'failed' || other === undefined) return settled;
  const instead = `If ${tried.id} is bad: ${restoreInstead(situation.hop, other)}`;
  return { ...settled, message: { ...settled.message, next: `${settled.message.next} ${instead}` } };
}

type OlderTested = Tested & { readonly names: readonly string[] };

/** Once: repeating tests over time is for a release that has yet to earn trust, and `from` was trusted before. */
async function testOlder(context: HopStepContext): Promise<OlderTested | Settled> {
  const { live, hop } = context;
  const { observation, record } = await context.situation();
  const placeholders = { ...context.placeholders, version: releaseOn(hop, 'from') };
  const tests = live.smokeTests(placeholders, newestDeploy(record.entries, 'production'));
  const end = await smokeRounds(context, {
    version: hop.from,
    tests,
    observation,
    leftToMigrate: false,
    validation: undefined,
  });
  return end.kind === 'tested' ? { ...end, names: tests.map(({ name }) => name) } : end;
}

/**
 * A test that is itself wrong must not keep a rollback unfinished for good. A person may accept a failure that was seen
 * before, from a release that runs and serves; never another release, or failed migrations.
 */
async function acceptedBy(
  { project, observe, hop }: HopStepContext,
  accept: string | undefined,
  tested: Settled,
  before: Situation,
): Promise<RolledBack['accepted'] | undefined> {
  if (accept === undefined || tested.kind === 'already-done') return undefined;
  const observation = await observe();
  const works = decideTest({ environment: 'production', leftToMigrate: false }, hop.from, observation);
  if (works.kind !== 'act' || observation.serving.kind !== 'yes' || !hasFailedBefore(before)) return undefined;
  return { reason: accept, notPassed: project.effects.pen.text(tested.message.happened) };
}

type RolledBack = EntryOf<'rolled-back'>['event'];

function hasFailedBefore({ record }: Situation): boolean {
  const production = inEnvironment(record.entries, 'production');
  const started = latest(production, 'rolling-back');
  if (started === undefined) return false;
  return after(production, started).some(
    ({ event }) => event.type === 'ended' && event.command === 'rollback' && event.outcome !== 'refused',
  );
}

/** The rollback stays unfinished, so that nothing is built on what it left. */
function notWorking({ hop }: HopStepContext, tested: Settled, way: WayBack, point: RestorePoint | undefined): Settled {
  if (tested.kind === 'already-done') return tested;
  const restored = way.way === 'restore' ? way.backup.id : way.onto;
  const plainly = restored === undefined ? '' : ', with nothing typed as confirmation';
  const again = `Look at the log of ${hop.from}. Then run the same rollback again${plainly}: it deploys and tests once more.`;
  return {
    ...tested,
    message: {
      happened: tested.message.happened,
      means: `${hop.from} was deployed on production again, but has not been seen working. The rollback is not finished.`,
      next: `${again} ${ifTheTestIsWrong(hop)}${tested.kind === 'failed' ? ifDamaged(hop, restored, point) : ''}`,
    },
  };
}

/** Tests may be corrected in the meantime: the approval does not cover them. */
function ifTheTestIsWrong({ id }: Hop): string {
  return `If the test is wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop ${id} --accept "why" (in the workflow, "accept").`;
}

type RestorePoint = NonNullable<Situation['promotion']['restorePoint']>['event'];

/** Somebody may have started the newer release while the older one was deployed: then only a restore fixes the data. */
function ifDamaged({ id }: Hop, restored: string | undefined, point: RestorePoint | undefined): string {
  const command = `If the data is damaged: staged-upgrade rollback --hop ${id} --confirm ${id}`;
  if (restored !== undefined) return ` ${command}; it restores ${restored} again, and what was written since is lost.`;
  return point === undefined
    ? ''
    : ` ${command}; it restores ${point.backup}, and that loses ${lossText(point, exactTime)}.`;
}
