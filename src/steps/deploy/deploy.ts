import { decideDeploy } from '../../core/decisions/deploy.ts';
import { decideDowntime } from '../../core/decisions/downtime.ts';
import { blockedByFiles } from '../../core/decisions/manual-steps.ts';
import { traceBefore } from '../../core/history/migration-trace.ts';
import { waysToRollBack } from '../../core/history/way-back.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { ReleaseSide } from '../../core/model/hop.ts';
import type { PartVersions } from '../../core/model/parts.ts';
import { type Availability, availabilityFacts, serviceTexts } from '../../core/timing/availability.ts';
import { did, nothingElse, step } from '../frame/step.ts';
import { environmentOf } from '../hop/environment-input.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import type { ReleaseInput } from '../hop/step-input.ts';
import { type DeployEnd, deployParts, deployRelease } from './deploy-release.ts';
import { takeBaseline } from './take-baseline.ts';
import type { ServiceSeen } from './watch-availability.ts';

interface Deployed extends Extract<DeployEnd, { kind: 'deployed' }> {
  readonly version: string;
  readonly deferred: boolean;
  readonly parts: { readonly parts?: PartVersions };
  readonly isWatched: boolean;
}

/** Deploys one side of the hop, with its migrations deferred if the product supports that, and proves that they are. */
export const deploy = step({
  command: 'deploy',
  needs: { common: ['baseline'], own: deployParts, place: true },
  mindsRetry: true,
  open: (input: ReleaseInput) => ({
    environment: environmentOf(input, 'deploy'),
    release: releaseOf(input, 'deploy'),
  }),
  gather: nothingElse,
  decide: ({ opened: { environment, release }, situation, run }) => decideDeploy(environment, release, situation, run),
  permit: ({ environment }) => (environment === 'production' ? { act: 'deploy', gate: 'production' } : undefined),
  act: async (context, { how }, { opened: { environment, release }, situation }) => {
    const { project, hop } = context;
    const version = release === 'from' ? hop.from : hop.to;
    const deferred = project.traits.deferrable;
    const parts = partsToDeploy(hop.parts?.[release]);
    const before = traceBefore(situation, environment);
    const isBefore = release === 'to' && situation.standing.kind === 'on-from';
    const isWatched = how === 'watch';
    const blocked = release === 'to' && !isWatched ? blockedByFiles(hop) : undefined;
    if (blocked !== undefined) return blocked;
    if (!isWatched) {
      const unmeasured = isBefore ? await takeBaseline(context, situation.record) : undefined;
      if (unmeasured !== undefined) return unmeasured;
      await context.record({ type: 'deploying', release, version, deferred, ...parts, ...(isBefore ? before : {}) });
    }
    const hasStarted = environment === 'production' && situation.promotion.migrating !== undefined;
    const released = deployRelease(context, { version, before, hasStarted, watchOnly: isWatched });
    // Its server may be stopped: whoever reads this at night may want to roll back before the cause is known.
    const end = await (environment === 'production' ? orTheWayBack(released, hop.id) : released);
    if (end.kind === 'settled') return end.settled;
    const { rehearsal } = situation;
    const isMeasured = isWatched && rehearsal.kind === 'started' && rehearsal.deployedTo;
    // Without a staging it is measured on production itself: what comes after waits for a person.
    const isRehearsal = environment === 'staging' || (project.traits.waiver !== undefined && !isWatched);
    const isLimited = release === 'to' && isRehearsal && !isMeasured;
    const limit = project.configuration.rehearsal['max-downtime'];
    const seen = isWatched ? 'the deploy was interrupted' : (worse(end.seen) ?? whyNotSeen(context));
    const tooLong = isLimited ? decideDowntime(seen, limit, { ...hop, environment }) : undefined;
    return tooLong ?? did<Deployed>({ ...end, version, deferred, parts, isWatched });
  },
  record: ({ version, deferred, milliseconds, parts, trace, unproved, seen }, { opened }) => ({
    type: 'deployed',
    release: opened.release,
    version,
    deferred,
    milliseconds,
    ...parts,
    ...trace,
    ...(unproved === undefined ? {} : { unproved }),
    ...availabilityFacts(seen),
  }),
  report: ({ version, milliseconds, note, kept, isWatched, seen }, { opened: { environment } }) => ({
    headline: isWatched
      ? `${version} was already deployed on ${environment}; it answers and is healthy.`
      : `Deployed ${version} on ${environment} in ${durationText(milliseconds)}.`,
    details: [note, ...kept, ...serviceTexts(seen)],
  }),
});

/** The longer of the two interruptions counts. */
function worse({ availability, writes }: ServiceSeen): Availability | undefined {
  if (availability === undefined || writes === undefined) return availability;
  return writes.downtimeMilliseconds > availability.downtimeMilliseconds ? writes : availability;
}

function whyNotSeen({ live }: HopStepContext): string {
  return live.health === undefined ? 'the product has no probe of its health' : 'it was not serving before';
}

function partsToDeploy(parts: PartVersions = {}): { readonly parts?: PartVersions } {
  return Object.keys(parts).length === 0 ? {} : { parts };
}

async function orTheWayBack<End>(work: Promise<End>, hop: string): Promise<End> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { next } = error.detail;
    throw new SystemFailure(
      { ...error.detail, next: `${next} Or, to go back, ${waysToRollBack(hop)}.` },
      { cause: error },
    );
  }
}

export function releaseOf({ release }: InputsOf<'release'>, command: string): ReleaseSide {
  if (release !== undefined) return release;
  throw new UserError({
    happened: 'The input "release" is missing.',
    means: `"${command}" must know which side of the hop it is for. Nothing was done.`,
    next: 'Give it: in a terminal, --release from or --release to; in a workflow, the input "release", from or to.',
  });
}
