import type { Project } from '../../config/project.ts';
import { decideDeploy } from '../../core/decisions/deploy.ts';
import { traceBefore } from '../../core/history/migration-trace.ts';
import { waysToRollBack } from '../../core/history/way-back.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { downtimeText, durationText } from '../../core/messages/quantities.ts';
import type { EnvironmentName, ReleaseSide } from '../../core/model/hop.ts';
import type { PartVersions } from '../../core/model/parts.ts';
import { notApproved } from '../gate/promotion-gate.ts';
import { notNow } from '../gate/promotion-time.ts';
import { environmentOf } from '../hop/environment-input.ts';
import { hopStep, isAct } from '../hop/hop-step.ts';
import type { ReleaseInput } from '../hop/step-input.ts';
import { deployRelease } from './deploy-release.ts';

/** Puts one side of the hop in place, with its migrations deferred where the product can, and proves that they are. */
export function deploy(opened: Project, input: ReleaseInput): Promise<CommandResult> {
  const environment: EnvironmentName = environmentOf(input, 'deploy');
  const release = releaseOf(input, 'deploy');
  return hopStep(opened, { ...input, command: 'deploy' }, environment, async (context) => {
    const { project } = context;
    const situation = await context.situation();
    const decision = decideDeploy(environment, release, situation, project.run);
    if (!isAct(decision)) return decision;
    const later = environment === 'production' ? notNow(context, situation, 'deploy') : undefined;
    if (later !== undefined) return later;
    const unapproved = environment === 'production' ? await notApproved(context, 'production') : undefined;
    if (unapproved !== undefined) return unapproved;

    const version = release === 'from' ? context.hop.from : context.hop.to;
    const deferred = project.traits.deferrable;
    const watchOnly = decision.how === 'watch';
    const before = traceBefore(situation, environment);
    const isBefore = release === 'to' && situation.standing.kind === 'on-from';
    const parts = partsToDeploy(context.hop.parts?.[release]);
    if (!watchOnly) {
      await context.record({ type: 'deploying', release, version, deferred, ...parts, ...(isBefore ? before : {}) });
    }
    const hasStarted = environment === 'production' && situation.promotion.migrating !== undefined;
    const released = deployRelease(context, { version, before, hasStarted, watchOnly });
    // Its server may be stopped: whoever reads this at night may want to go back before the cause is known.
    const end = await (environment === 'production' ? orTheWayBack(released, context.hop.id) : released);
    if (end.kind === 'settled') return end.settled;
    const { milliseconds, downtimeMilliseconds, note, unproved, trace } = end;
    await context.record({
      type: 'deployed',
      release,
      version,
      deferred,
      milliseconds,
      ...parts,
      ...trace,
      ...(unproved === undefined ? {} : { unproved }),
      ...(downtimeMilliseconds === undefined ? {} : { downtimeMilliseconds }),
    });
    const down = downtimeMilliseconds === undefined ? [] : [`Not serving for ${downtimeText(downtimeMilliseconds)}.`];
    return {
      kind: 'done',
      headline: watchOnly
        ? `${version} was deployed on ${environment} before, and it answers and is healthy.`
        : `Deployed ${version} on ${environment} in ${durationText(milliseconds)}.`,
      details: [note, ...down],
    };
  });
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
    next: 'Say "from" or "to".',
  });
}
