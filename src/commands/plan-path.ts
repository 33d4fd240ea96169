import { UserError } from '../errors.ts';
import { type HalfDone, halfDoneHop } from '../hop/half-done.ts';
import { type Hop, hopId } from '../hop/hop.ts';
import type { Observation } from '../hop/observation.ts';
import { type PathPlan, type PathStep, planPath } from '../path/planner.ts';
import type { ReleaseList } from '../releases/release.ts';
import { factsOf } from './facts-input.ts';
import { hopDigest } from './hop-input.ts';
import type { Invocation } from './invocation.ts';
import { openLiveSystem } from './live-system.ts';
import type { Project } from './project.ts';
import { readReleaseList } from './release-list.ts';

/** A planned path with its hops as the matrix gets them. */
export interface Planned {
  /** What production runs, or is being brought to. */
  readonly current: string;
  readonly plan: PathPlan;
  /** The hop that was begun by an earlier run and is finished first; it is the first of `hops`. */
  readonly halfDone: HalfDone | undefined;
  readonly hops: readonly Hop[];
  readonly releases: ReleaseList;
}

/** Reads the releases, observes what production runs, and asks the planner. */
export async function planHops(project: Project, invocation: Invocation): Promise<Planned> {
  const { product, configuration, effects } = project;
  const releases = await readReleaseList(project, invocation);
  const observation = await openLiveSystem(project, 'production').observe();
  const halfDone = stillHalfDone(halfDoneHop(await project.journal.read()), observation);
  const current = halfDone?.hop.to ?? observedVersion(observation, invocation);
  const plan = planPath({
    current,
    target: invocation.target ?? 'newest',
    releases,
    scheme: product.versions,
    rules: product.path,
    facts: { ...configuration.facts, ...factsOf(invocation) },
    now: effects.clock.now(),
  });
  const steps = plan.kind === 'path' ? plan.steps : [];
  const unfinished: PathStep[] = halfDone === undefined ? [] : [stepOf(halfDone)];
  return { plan, current, halfDone, hops: hopsOf(project, invocation, [...unfinished, ...steps]), releases };
}

/** When production is seen on `from`, the deploy never took effect, and the usual plan begins with the same hop. */
function stillHalfDone(halfDone: HalfDone | undefined, { version }: Observation): HalfDone | undefined {
  if (halfDone === undefined || version.kind === 'unknown') return halfDone;
  return version.value === halfDone.hop.to ? halfDone : undefined;
}

/** What production runs. `current` given, but not what is observed, is the user's mistake: one of the two is wrong. */
function observedVersion({ version }: Observation, { current: given }: Invocation): string {
  if (version.kind === 'unknown') {
    throw new UserError({
      happened: `Production does not tell its version: ${version.reason}.`,
      means: 'A path is planned from what production runs, so none was planned.',
      next: 'See that the server runs and that this runner reaches environments.production.url.',
    });
  }
  if (given !== undefined && given !== version.value) {
    throw new UserError({
      happened: `The input "current" is "${given}", but production runs ${version.value}.`,
      means: 'One of the two is wrong, so no path was planned.',
      next: 'Leave "current" out, or find out which server answers at environments.production.url.',
    });
  }
  return version.value;
}

function stepOf({ hop, since }: HalfDone): PathStep {
  return {
    from: hop.from,
    to: hop.to,
    tag: hop.to,
    reasons: [{ rule: 'half-done', text: `This hop was begun on production on ${since} and is finished first.` }],
    manual: hop.manual,
    notes: [],
    parts: [],
  };
}

function hopsOf(project: Project, invocation: Invocation, steps: readonly PathStep[]): Hop[] {
  const acknowledged = new Set([...project.configuration.acknowledge, ...invocation.acknowledge]);
  return steps.map((step, index) => {
    const manual = step.manual.map(({ id, text, url }) => ({
      id,
      text,
      ...(url === undefined ? {} : { url }),
      acknowledged: acknowledged.has(id),
    }));
    return {
      id: hopId(step.from, step.to),
      index: index + 1,
      count: steps.length,
      from: step.from,
      to: step.to,
      title: `${step.from} → ${step.to}`,
      digest: hopDigest(project, step.from, step.to, manual),
      // A note is read where the reasons are: in the plan, and by whoever approves the hop.
      reasons: [...step.reasons, ...step.notes],
      manual,
    };
  });
}
