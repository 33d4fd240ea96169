import type { Project } from '../../config/project.ts';
import { isBackInPlace } from '../../core/decisions/back-in-place.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { mayGoBack } from '../../core/decisions/may-go-back.ts';
import { decideRollback, otherBackups, type WayBack } from '../../core/decisions/rollback.ts';
import { refuseRepeatedRollback } from '../../core/decisions/rollback-again.ts';
import { redeployConfirmation } from '../../core/decisions/rollback-gate.ts';
import { decideTest } from '../../core/decisions/smoke.ts';
import { after, inEnvironment, latest } from '../../core/history/entries.ts';
import type { Situation } from '../../core/history/situation.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { countText, durationText } from '../../core/messages/quantities.ts';
import { type DataReference, lossText } from '../../core/model/data.ts';
import type { EntryOf } from '../../core/model/event.ts';
import type { Hop } from '../../core/model/hop.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import { storedFor } from '../backup/stored-backups.ts';
import { deployRelease } from '../deploy/deploy-release.ts';
import { notTheSameData } from '../environment/same-data.ts';
import { testsDigest } from '../hop/hop-contents.ts';
import { type HopStepContext, hopStep, isAct, type StepEnd } from '../hop/hop-step.ts';
import type { RollbackInput } from '../hop/step-input.ts';
import { putBack, whyNotAll } from '../restore/put-back.ts';
import { smokeRounds, type Tested } from '../smoke/smoke-rounds.ts';
import { letPreemptedEnd } from './preempted.ts';
import { rollbackNotApproved } from './rollback-gate.ts';

/**
 * Goes back to `from` by the way that is open: inside the rollback window by deploying it again, afterwards by restoring
 * the restore point, which a person confirms with the hop's id. On staging the first of these is rehearsed.
 */
export function rollback(opened: Project, input: RollbackInput): Promise<CommandResult> {
  const environment = input.environment ?? 'production';
  const goBack = async (context: HopStepContext): Promise<StepEnd> => {
    if (environment === 'production') await letPreemptedEnd(context);
    const situation = await context.situation();
    const stored = environment === 'production' ? await storedFor(context.project, context.hop) : [];
    const decision = decideRollback(environment, situation, { stored, confirm: restoreConfirmed(context) });
    if (!isAct(decision)) return decision;
    const unapproved = environment === 'production' ? await rollbackNotApproved(context, decision.way) : undefined;
    if (unapproved !== undefined) return unapproved;
    const { from, to } = context.hop;
    const entries = await context.project.journal.read();
    const mayReplace = (backup: BackupManifest) => (data: DataReference, now: LiveIdentity) =>
      notTheSameData(backup, data, now, entries);
    if (decision.way === 'restore') {
      const wrong = await whyNotAll(context, decision.backup, mayReplace(decision.backup));
      if (wrong !== undefined) return wrong;
    }
    const { reason } = input;
    const watchOnly = environment === 'production' && decision.way === 'redeploy' && isBackInPlace(situation);
    if (!watchOnly)
      await context.record({ type: 'rolling-back', to: from, ...(reason === undefined ? {} : { reason }) });
    if (decision.way === 'restore') {
      const put = await putBack(context, decision.backup, mayReplace(decision.backup));
      if (put.kind === 'settled') return withOthers(put.settled, decision.backup, situation, stored);
    }
    const onRestored = decision.way === 'restore';
    const end = await deployRelease(context, { version: from, onRestored, watchOnly });
    if (end.kind === 'settled') return end.settled;
    // On staging that is a step of its own.
    const tested = environment === 'production' ? await testOlder(context) : undefined;
    const { milliseconds } = end;
    if (tested !== undefined && tested.kind !== 'tested') {
      const accepted = await acceptedBy(context, input.accept, tested, situation);
      if (accepted === undefined) return notWorking(context, tested, decision, situation.promotion.restorePoint?.event);
      await context.record({
        type: 'rolled-back',
        to: from,
        milliseconds,
        testsDigest: testsDigest(context.project),
        accepted,
      });
      const passed = `; its smoke tests did not pass, which was accepted: "${accepted.reason}"`;
      return done(`Went back from ${to} to ${from} on production in ${durationText(milliseconds)}${passed}`, decision);
    }
    await context.record({
      type: 'rolled-back',
      to: from,
      milliseconds,
      ...(tested && { tests: tested.names, testsDigest: testsDigest(context.project) }),
    });
    const passed = tested === undefined ? '' : `; ${from} passed ${countText(tested.names.length, 'smoke test')}`;
    return done(
      `Went back from ${to} to ${from} on ${environment} in ${durationText(milliseconds)}${passed}`,
      decision,
    );
  };
  return hopStep(opened, { ...input, command: 'rollback' }, environment, goBack, (context) =>
    refusedBeforehand(context),
  );
}

/** Whom a rollback would stop goes on, and nobody waits, for one that could not go back whatever was observed. */
async function refusedBeforehand(context: HopStepContext): Promise<Settled | undefined> {
  if (context.environment !== 'production') return undefined;
  const { journal, run } = context.project;
  const repeated = refuseRepeatedRollback(await journal.read(), context.hop, run);
  if (repeated !== undefined) return repeated;
  const situation = await context.situation();
  const request = { stored: await storedFor(context.project, context.hop), confirm: restoreConfirmed(context) };
  if (mayGoBack(situation, request)) return undefined;
  const decision = decideRollback('production', situation, request);
  return isAct(decision) ? undefined : decision;
}

/** What was typed to deploy the older release again confirms no restore. */
function restoreConfirmed({ input: { confirm }, hop }: HopStepContext): string | undefined {
  return confirm === redeployConfirmation(hop) ? undefined : confirm;
}

/** A restore point that does not come back whole must not be the end: what the rehearsal has proved is named. */
function withOthers(
  settled: Settled,
  tried: BackupManifest,
  situation: Situation,
  stored: readonly BackupManifest[],
): Settled {
  const other = otherBackups(situation, stored).find(({ id }) => id !== tried.id);
  if (settled.kind !== 'failed' || other === undefined) return settled;
  const { id } = other;
  const instead = `Should ${tried.id} be bad: ${id} came back whole on staging. staged-upgrade rollback --hop ${situation.hop.id} --confirm ${id} restores it instead, and ${lossText(other)} is lost.`;
  return { ...settled, message: { ...settled.message, next: `${settled.message.next} ${instead}` } };
}

type OlderTested = Tested & { readonly names: readonly string[] };

/** Once: what goes on over time is for what people are to trust from now on, and they have trusted `from` before. */
async function testOlder(context: HopStepContext): Promise<OlderTested | Settled> {
  const { live, hop } = context;
  const tests = live.smokeTests({ ...context.placeholders, version: hop.from });
  const { observation } = await context.situation();
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
 * A test that is itself wrong must not keep a rollback unfinished for good. What a person may accept is a failure that
 * was seen before, by a release that runs and serves; never another release, or migrations that failed.
 */
async function acceptedBy(
  { project, situation, hop }: HopStepContext,
  accept: string | undefined,
  tested: Settled,
  before: Situation,
): Promise<RolledBack['accepted'] | undefined> {
  if (accept === undefined || tested.kind === 'already-done') return undefined;
  const { observation } = await situation();
  const works = decideTest({ environment: 'production', leftToMigrate: false }, hop.from, observation);
  if (works.kind !== 'act' || observation.serving.kind !== 'yes' || !hasFailedBefore(before)) return undefined;
  return { reason: accept, notPassed: project.effects.pen.text(tested.message.happened) };
}

type RolledBack = EntryOf<'rolled-back'>['event'];

function hasFailedBefore({ record }: Situation): boolean {
  const production = inEnvironment(record.entries, 'production');
  const begun = latest(production, 'rolling-back');
  if (begun === undefined) return false;
  return after(production, begun).some(
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
      means: `${hop.from} was deployed on production again, and it was not seen to work. The rollback is not finished.`,
      next: `${again} ${ifTheTestIsWrong(hop)}${tested.kind === 'failed' ? ifDamaged(hop, restored, point) : ''}`,
    },
  };
}

/** Tests may be corrected under way: they are not bound by what was approved. */
function ifTheTestIsWrong({ id }: Hop): string {
  return `Should the test be wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop ${id} --accept "why" (in the workflow, "accept").`;
}

type RestorePoint = NonNullable<Situation['promotion']['restorePoint']>['event'];

/** Somebody may have started the newer release while the older one was deployed: then only a restore mends the data. */
function ifDamaged({ id }: Hop, restored: string | undefined, point: RestorePoint | undefined): string {
  const command = `Should the data be damaged: staged-upgrade rollback --hop ${id} --confirm ${id}`;
  if (restored !== undefined) return ` ${command}; it restores ${restored} anew, and what was written since is lost.`;
  return point === undefined ? '' : ` ${command}; it restores ${point.backup}, and that loses ${lossText(point)}.`;
}

function done(what: string, decision: WayBack & { readonly because: string }): StepEnd {
  const restored =
    decision.way === 'restore'
      ? 'the restore point was put back'
      : decision.unproved === undefined
        ? 'nothing was restored'
        : 'nothing was restored, and nothing shows whether migrations had started';
  return { kind: 'done', headline: `${what}; ${restored}.`, details: [decision.because] };
}
