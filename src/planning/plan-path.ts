import type { Project } from '../config/project.ts';
import { evidenceOf, type HopEvidence } from '../core/decisions/estimate.ts';
import { typicalDuration } from '../core/decisions/typical-duration.ts';
import { type HalfDone, halfDoneHop } from '../core/history/half-done.ts';
import { namedStates } from '../core/history/named-states.ts';
import { unfinishedRollback } from '../core/history/production-data.ts';
import { UserError } from '../core/messages/errors.ts';
import type { Message } from '../core/messages/message.ts';
import { dayTime } from '../core/messages/moments.ts';
import type { Entry } from '../core/model/event.ts';
import { environmentNames, type Hop, hopId, releaseOn } from '../core/model/hop.ts';
import type { Observation } from '../core/model/observation.ts';
import type { PathStep } from '../core/model/path-plan.ts';
import type { State } from '../core/model/state.ts';
import type { SincePinned } from '../drivers/releases/since-pinned.ts';
import { hasVersions } from '../products/definition.ts';
import type { HopDetail } from '../report/plan-model.ts';
import { openLiveSystem } from '../steps/environment/live-system.ts';
import { missingPart } from '../steps/environment/parts-input.ts';
import { settingProblems } from '../steps/environment/server-settings.ts';
import { withFiles } from '../steps/environment/user-files.ts';
import { allContentDigests, type HopToDigest, hopDigest } from '../steps/hop/hop-contents.ts';
import { liveWithin } from '../steps/hop/needs.ts';
import { planDeclared } from '../steps/looking.ts';
import { storeFindings } from './checks/stores.ts';
import { factQuestions } from './facts-input.ts';
import { differencesFromBefore } from './given.ts';
import { observedVersion, refuseHalfRestored, refuseOtherVersion } from './observed-version.ts';
import { type OpenedSource, openPathSource } from './opened-source.ts';
import { basisOf, type PathAnswer, type PathBasis, uselessInputs } from './path-question.ts';
import type { PlanInput } from './plan-input.ts';

/** A planned path with its hops as the matrix gets them. */
export interface Planned {
  /** What production runs, or is being brought to. */
  readonly current: string;
  readonly plan: PathAnswer;
  /** The hop that an earlier run started and that is finished first; it is the first of `hops`. */
  readonly halfDone: HalfDone | undefined;
  readonly hops: readonly Hop[];
  /** What a person should know about each hop; none of it is part of what is approved. */
  readonly details: readonly HopDetail[];
  /** How the list of releases differs from a copy; undefined if there is none. */
  readonly since?: SincePinned;
  /** What production was seen to be; undefined if it was not asked. */
  readonly observation?: Observation;
  /** False if `current` was taken as given: then nothing may be recorded. */
  readonly observed: boolean;
  /** What is unknown and the hops cannot do without. */
  readonly missing?: Message;
  /** What should be known about the plan besides what its path says. */
  readonly remarks: readonly string[];
  /** What rules ask about the installation and nobody has answered. */
  readonly questions: readonly string[];
  /** Values that were given for an earlier plan of the same path and differ now. */
  readonly differences: readonly string[];
}

/** Reads the releases, observes what production runs, and asks the planner. */
export async function planHops(project: Project, asked: PlanInput): Promise<Planned> {
  if (asked.offline === true) return await planOffline(project, asked);
  const entries = await project.journal.read();
  const production = liveWithin(openLiveSystem(project, 'production', entries), 'plan', planDeclared.needs);
  const source = await openPathSource(project.product, project.effects, asked, production.topology);
  const [observation, parts] = await Promise.all([production.observe(), production.observeParts()]);
  const basis = basisOf(project, asked, parts);
  refuseHalfRestored(project, entries);
  const halfDone = stillHalfDone(halfDoneHop(entries), observation);
  if (halfDone !== undefined && observation.version.kind === 'known') {
    const { from, to } = halfDone.hop;
    refuseOtherVersion(observation.version.value, asked.current, entries, [from, to]);
  }
  const current =
    halfDone === undefined
      ? stateOf(observedVersion(observation, asked, unfinishedRollback(entries), entries), entries, basis.parts)
      : stateOf(halfDone.hop.to, entries, { ...basis.parts, ...halfDone.hop.parts?.to });
  const planned = await plannedFrom({
    basis,
    source,
    current,
    halfDone,
    digest: (hop) => hopDigest(project, hop),
    evidence: (hop) =>
      evidenceOf(entries, hop, {
        now: project.effects.clock.now(),
        rehearsalMaxAge: project.configuration.rehearsal['max-age'],
        traits: project.traits,
        validation: project.configuration.validate?.for,
        contents: allContentDigests(project),
      }),
  });
  const missing = missingPart(basis.partNames, planned.hops, parts);
  const differences = differencesFromBefore(entries, planned.plan, asked);
  const remarks = [...planned.remarks, ...(await settingRemarks(project, planned.hops))];
  const hops = await Promise.all(planned.hops.map((hop) => withFiles(project, hop)));
  return {
    ...planned,
    hops,
    remarks,
    observed: true,
    observation,
    differences,
    ...(missing === undefined ? {} : { missing }),
  };
}

/** Each once, although both environments may have it. */
async function settingRemarks(project: Project, hops: readonly Hop[]): Promise<string[]> {
  const environments = project.traits.waiver === undefined ? environmentNames : (['production'] as const);
  const found = await Promise.all(
    environments.map((each) => settingProblems(project, { environment: each, hops, withoutVariables: 'skip' })),
  );
  const stores = storeFindings(project.product, project.configuration.environments.production.data);
  const texts = [...found.flat(), ...stores].map(({ happened, means, next }) => `${happened} ${means} ${next}`);
  for (const text of texts) project.effects.log.warn(text);
  return [...new Set(texts)];
}

/** Plans from what the user says, for a system that cannot be reached now. */
async function planOffline(project: Project, asked: PlanInput): Promise<Planned> {
  const current = givenVersion(asked, '--offline');
  const basis = basisOf(project, asked);
  const planned = await plannedFrom({
    basis,
    source: await openPathSource(basis.product, basis.effects, asked),
    current: { label: current, parts: basis.parts },
    halfDone: undefined,
    digest: (hop) => hopDigest(project, hop),
    evidence: () => ({}),
  });
  return { ...planned, hops: await Promise.all(planned.hops.map((hop) => withFiles(project, hop))) };
}

/** @param option for the message: the option that requires `current` */
export function givenVersion({ current }: PlanInput, option: string): string {
  if (current !== undefined) return current;
  throw new UserError({
    happened: `With ${option}, production is not asked what it runs, and "current" is not given.`,
    means: 'A path starts at the current release, so none was planned.',
    next: 'Give the version that production runs, for example --current 4.19.5.',
  });
}

/** A name that a plan in the journal has given it counts: a rehearsal is found again by it. */
function stateOf(label: string, entries: readonly Entry[], parts: State['parts']): State {
  const named = namedStates(entries).find((state) => state.label === label);
  return { label, ...(named === undefined ? {} : { release: named.release }), parts };
}

interface ToPlan {
  readonly basis: PathBasis;
  readonly source: OpenedSource;
  readonly current: State;
  readonly halfDone: HalfDone | undefined;
  readonly digest: (hop: HopToDigest) => string;
  /** What the journal knows about a hop. */
  readonly evidence: (hop: Hop) => HopEvidence;
}

/** A plan as if `current` had been given and not observed. */
export async function plannedFrom(toPlan: ToPlan): Promise<Planned> {
  const { basis, source, current, halfDone, digest } = toPlan;
  const plan = await source.answer(current, basis);
  const unfinished: PathStep[] = halfDone === undefined ? [] : [stepOf(halfDone)];
  const steps = [...unfinished, ...(plan.kind === 'path' ? plan.steps : [])];
  const pairs = steps.map((step, index) => ({
    step,
    hop: hopOf(step, index, { count: steps.length, acknowledged: basis.acknowledged, digest }),
  }));
  const remarks = uselessInputs(
    basis,
    steps.flatMap(({ manual }) => manual.map(({ id }) => id)),
  );
  for (const remark of remarks) basis.effects.log.warn(remark);
  return {
    current: current.label,
    plan,
    halfDone,
    hops: pairs.map(({ hop }) => hop),
    details: pairs.map(({ step, hop }) => detailOf(step, hop, toPlan)),
    ...(source.since === undefined ? {} : { since: source.since }),
    observed: false,
    questions: factQuestions(plan.details.unknownFacts, basis.product),
    differences: [],
    remarks,
  };
}

function detailOf(step: PathStep, hop: Hop, { basis, source, evidence }: ToPlan): HopDetail {
  const { product } = basis;
  const labels = { from: releaseOn(hop, 'from'), to: releaseOn(hop, 'to') };
  const typical = hasVersions(product) ? typicalDuration(product.durations, product.versions, labels) : undefined;
  return {
    advice: step.notes,
    parts: step.parts,
    ...source.detail(step),
    ...evidence(hop),
    ...(typical === undefined ? {} : { typical }),
  };
}

/** If production is seen on `from`, the deploy never took effect, and the usual plan starts with the same hop. */
function stillHalfDone(halfDone: HalfDone | undefined, { version }: Observation): HalfDone | undefined {
  if (halfDone === undefined || version.kind === 'unknown') return halfDone;
  return version.value === halfDone.hop.to ? halfDone : undefined;
}

function stepOf({ hop, since }: HalfDone): PathStep {
  return {
    from: hop.from,
    to: hop.to,
    tag: hop.to,
    reasons: [
      { rule: 'half-done', text: `This hop was started on production on ${dayTime(since)} and is finished first.` },
    ],
    manual: hop.manual,
    notes: [],
    parts: [],
    ...(hop.parts === undefined ? {} : { partVersions: hop.parts }),
    ...(hop.releases === undefined ? {} : { releases: hop.releases }),
  };
}

interface Place {
  readonly count: number;
  readonly acknowledged: ReadonlySet<string>;
  readonly digest: ToPlan['digest'];
}

function hopOf(step: PathStep, index: number, { count, acknowledged, digest }: Place): Hop {
  const manual = step.manual.map(({ id, text, url }) => ({
    id,
    text,
    ...(url === undefined ? {} : { url }),
    acknowledged: acknowledged.has(id),
  }));
  const { partVersions: parts, releases } = step;
  const known = {
    ...(parts === undefined ? {} : { parts }),
    ...(releases === undefined ? {} : { releases }),
  };
  return {
    id: hopId(step.from, step.to),
    index: index + 1,
    count,
    from: step.from,
    to: step.to,
    title: `${step.from} → ${step.to}`,
    digest: digest({ from: step.from, to: step.to, ...known }),
    reasons: step.reasons,
    manual,
    ...known,
  };
}
