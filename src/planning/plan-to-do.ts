import type { Project } from '../config/project.ts';
import { unfinishedClimb } from '../core/history/unfinished.ts';
import type { CommandResult as AnyResult } from '../core/interface/result.ts';
import { UserError } from '../core/messages/errors.ts';
import type { Message } from '../core/messages/message.ts';
import { contentDigests } from '../core/model/digest.ts';
import type { GateScope, GateSetting } from '../core/model/gate.ts';
import type { Hop } from '../core/model/hop.ts';
import { longestMatrix, matrixHopOf } from '../core/model/matrix-hop.ts';
import type { HopTraits } from '../core/model/sequence.ts';
import { shippedProducts } from '../products/registry.ts';
import { countApprovals } from '../report/approvals.ts';
import { planJson } from '../report/plan-json.ts';
import type { PlanFacts, ReportedPath } from '../report/plan-model.ts';
import { planMarkdown } from '../report/plan-report.ts';
import { planText, sinceText } from '../report/plan-text.ts';
import { pathWarnings } from '../report/stage-words.ts';
import { doneContents } from '../steps/hop/hop-contents.ts';
import { refuseLostRecords } from '../steps/hop/lost-records.ts';
import { askGitHubForTime, wrongClock } from '../steps/hop/right-clock.ts';
import type { Effects } from '../world/effects/effects.ts';
import { escapeMarkdown } from '../world/writing/markdown.ts';
import { givenFor, isEmpty } from './given.ts';
import { openPathSource } from './opened-source.ts';
import { basisWithout } from './path-question.ts';
import type { PlanInput } from './plan-input.ts';
import { givenVersion, type Planned, planHops, plannedFrom } from './plan-path.ts';
import { seenAtTarget } from './seen-at-target.ts';

type CommandResult = AnyResult<'hops' | 'count' | 'current' | 'target' | 'complete'>;

export interface PlanToDo {
  readonly result: CommandResult;
  readonly hops: readonly Hop[];
}

/**
 * Plans and records the plan. With the target `unfinished`, the path is that of a climb which was started and waits, if
 * there is one: that is how a scheduled run continues.
 * @param accept called before anything is recorded; throws to stop here
 */
export async function planToDo(
  project: Project,
  input: PlanInput,
  accept: (hops: readonly Hop[]) => void = () => undefined,
): Promise<PlanToDo> {
  const asked = input.target === unfinished ? await askedBefore(project, input) : input;
  if ('because' in asked) {
    const headline = `Nothing to continue. ${asked.because}`;
    const outputs = { hops: [], count: 0, complete: false };
    return {
      result: { outcome: 'skipped', headline, outputs, summary: `${escapeMarkdown(headline)}\n`, text: '' },
      hops: [],
    };
  }
  const planned = await planHops(project, asked);
  accept(planned.hops);
  return { result: await planResult(project, planned, asked), hops: planned.hops };
}

const unfinished = 'unfinished';

async function askedBefore(project: Project, input: PlanInput): Promise<PlanInput | { readonly because: string }> {
  const found = unfinishedClimb(await project.journal.read());
  if (found.kind === 'nothing') return { because: found.because };
  const { target, acknowledged, given } = found;
  return {
    ...input,
    target,
    acknowledge: [...(input.acknowledge ?? []), ...acknowledged],
    // What is given now takes precedence over what was given then.
    facts: [...given.facts, ...(input.facts ?? [])],
    parts: [...given.parts, ...(input.parts ?? [])],
  };
}

/** Records a plan in the journal and reports it. */
async function planResult(project: Project, planned: Planned, asked: PlanInput): Promise<CommandResult> {
  const result = described(planned, {
    traits: project.traits,
    gates: project.configuration.gates,
    product: project.product.title,
    system: project.configuration.system,
    now: project.effects.clock.now(),
    columns: project.effects.columns?.(),
  });
  const first = planned.hops.at(0);
  if (result.outcome === 'skipped' && asked.ring !== undefined && asked.operation === 'climb')
    return await seenAtTarget(project, planned, asked.ring, {
      result,
      refused: (message) => clockRefused(message, result),
    });
  if (result.outcome !== 'passed' || first === undefined || !planned.observed) return result;
  const given = givenFor(asked);
  const entries = await project.journal.read();
  await askGitHubForTime(project);
  const wrong = wrongClock(project, entries);
  if (wrong !== undefined) return clockRefused(wrong.message, result);
  const isFirst = !entries.some(({ event }) => event.type === 'planned');
  if (isFirst) await refuseLostRecords(project);
  await project.journal.append({
    type: 'planned',
    current: first.from,
    target: result.outputs.target ?? first.to,
    hops: planned.hops.map(({ id, from, to, digest, manual, reasons, parts, releases }) => ({
      id,
      from,
      to,
      digest,
      manual: manual.map(({ files: _files, ...step }) => step),
      reasons,
      ...(parts === undefined ? {} : { parts }),
      ...(releases === undefined ? {} : { releases }),
    })),
    operation: asked.operation ?? 'plan',
    ...(asked.ring === undefined ? {} : { ring: asked.ring }),
    ...(project.traits.waiver === undefined ? {} : { waiver: project.traits.waiver }),
    ...(isEmpty(given) ? {} : { given }),
    contents: contentDigests(doneContents(project)),
  });
  return result;
}

/** For a preliminary look before there is any configuration: what the path would be. */
export async function planForProduct(
  name: string,
  input: PlanInput & { readonly config?: string },
  effects: Effects,
): Promise<CommandResult> {
  if (input.config !== undefined) {
    throw new UserError({
      happened: `Both a configuration ("${input.config}") and the product "${name}" are given.`,
      means: 'A configuration names its own product, so only one of the two can apply. No path was planned.',
      next: 'Leave out --product to plan with the configuration, or --config to plan without one.',
    });
  }
  const product = shippedProducts.find(name);
  if (product === undefined) {
    throw new UserError({
      happened: `There is no product "${name}".`,
      means: 'No path was planned.',
      next: `These are shipped: ${shippedProducts.names.join(', ')}. Your own product is defined in a configuration.`,
    });
  }
  const current = givenVersion(input, '--product');
  const basis = basisWithout(product, effects, input);
  const planned = await plannedFrom({
    basis,
    source: await openPathSource(product, effects, input),
    current: { label: current, parts: basis.parts },
    halfDone: undefined,
    digest: () => '',
    evidence: () => ({}),
  });
  return described(planned, {
    traits: { deferrable: product.migrations !== undefined, proveRestorePoint: false },
    gates: { production: 'environment', finalize: 'environment', scope: 'hop' },
    product: product.title,
    now: effects.clock.now(),
    columns: effects.columns?.(),
  });
}

type Gates = { readonly production: GateSetting; readonly finalize: GateSetting; readonly scope: GateScope };

/** What the plan is for, as far as a reader sees it. */
interface Subject extends Pick<PlanFacts, 'product' | 'system' | 'now'> {
  readonly traits: HopTraits;
  readonly gates: Gates;
  /** Of the terminal that shows the plan. */
  readonly columns: number | undefined;
}

function described(planned: Planned, subject: Subject): CommandResult {
  const { plan: path, hops, current } = planned;
  if (path.kind === 'faulty') {
    const means = path.faults.map(({ text }) => `- ${text}`).join('\n');
    return notPlanned({ ...path.message, means }, current, current, { faults: path.faults });
  }
  if (path.kind === 'unknown-release') return notPlanned(path.message, current, path.asked, {});
  if (path.kind !== 'path' && path.kind !== 'already-there') {
    return notPlanned(path.message, current, path.target, refusalJson(path));
  }
  if (planned.missing !== undefined) return notPlanned(planned.missing, current, path.target, { why: 'unknown-part' });
  const facts = factsOfPlan(planned, path, subject);
  const first = hops.at(0);
  if (first === undefined && path.kind === 'already-there' && path.doubt !== undefined) {
    return doubted(path.doubt, planned, path, facts);
  }
  if (first === undefined) {
    const { happened, next } = path.kind === 'already-there' ? path.message : { happened: 'Nothing to do.', next: '' };
    return {
      outcome: 'skipped',
      headline: happened,
      outputs: outputsOf(current, path.target, planned, true),
      summary: `${escapeMarkdown(`${happened} ${next}`)}\n`,
      text: sinceText(facts),
      json: planJson(facts),
    };
  }
  return {
    outcome: 'passed',
    headline: `${first.from} → ${path.target} in ${hops.length} ${hops.length === 1 ? 'hop' : 'hops'}.`,
    outputs: outputsOf(first.from, path.target, planned, false),
    summary: planMarkdown(facts),
    text: planText(facts, subject.columns),
    json: planJson(facts),
  };
}

/** Nothing newer was found among what was read, but not everything was read. */
function doubted(message: Message, planned: Planned, path: ReportedPath, facts: PlanFacts): CommandResult {
  return {
    outcome: 'unknown',
    headline: message.happened,
    message,
    outputs: outputsOf(planned.current, path.target, planned, false),
    summary: `**${escapeMarkdown(message.happened)}**\n\n${escapeMarkdown(`${message.means} ${message.next}`)}\n`,
    text: '',
    json: { ...planJson(facts), complete: false, why: 'tags-left-out' },
  };
}

function factsOfPlan(planned: Planned, path: ReportedPath, subject: Subject): PlanFacts {
  const { hops, details, since, observed, remarks, differences, questions, current } = planned;
  const { traits, gates, ...named } = subject;
  const notObserved = `Production was not asked: ${current} is what "current" says. Nothing was recorded.`;
  return {
    ...named,
    path,
    hops: hops.flatMap((hop, place) => {
      const detail = details[place];
      return detail === undefined ? [] : [{ hop, detail }];
    }),
    approvals: countApprovals(hops.length, traits, gates),
    ...(since === undefined ? {} : { since }),
    warnings: pathWarnings(hops, traits),
    remarks: [...(observed ? [] : [notObserved]), ...cutMatrix(hops), ...differences, ...questions, ...remarks],
  };
}

function cutMatrix(hops: readonly Hop[]): string[] {
  const last = hops[longestMatrix - 1];
  if (last === undefined || hops.length === longestMatrix) return [];
  return [
    `The path has ${hops.length} hops, but GitHub runs at most ${longestMatrix} jobs of a matrix: one workflow run climbs to ${last.to}, and a new run continues from there.`,
  ];
}

function outputsOf(current: string, target: string, { hops }: Planned, complete: boolean): CommandResult['outputs'] {
  const matrix = hops.slice(0, longestMatrix).map(matrixHopOf);
  return { current, target, hops: matrix, count: hops.length, complete };
}

/** There is a path, but no run on this machine could climb it. */
function clockRefused(message: Message, { outputs }: CommandResult): CommandResult {
  const { current = '', target = '' } = outputs;
  return {
    outcome: 'refused',
    headline: message.happened,
    message,
    outputs: { current, target, hops: [], count: 0, complete: false },
    summary: `**${escapeMarkdown(message.happened)}**\n\n${escapeMarkdown(`${message.means} ${message.next}`)}\n`,
    text: '',
    json: { current, target, hops: [], complete: false, why: 'wrong-clock' },
  };
}

type Refused = Extract<Planned['plan'], { kind: 'downgrade' | 'unusable-target' | 'no-path' }>;

function refusalJson(path: Refused): Record<string, unknown> {
  switch (path.kind) {
    case 'downgrade':
      return { why: path.kind, ...(path.restoreBefore === undefined ? {} : { restoreBefore: path.restoreBefore }) };
    case 'unusable-target':
      return {
        why: path.kind,
        reasons: [path.reason],
        ...(path.instead === undefined ? {} : { instead: path.instead }),
      };
    case 'no-path':
      return {
        why: path.kind,
        obstacle: path.obstacle,
        ...(path.cut === undefined ? {} : { cut: path.cut }),
        ...(path.nearest === undefined ? {} : { nearest: path.nearest.target }),
      };
  }
}

function notPlanned(
  message: Message,
  current: string,
  target: string,
  json: Readonly<Record<string, unknown>>,
): CommandResult {
  return {
    outcome: 'refused',
    headline: message.happened,
    message,
    outputs: { current, target, hops: [], count: 0, complete: false },
    summary: `**No path.** ${escapeMarkdown(message.happened)}\n\n${lines(message.means)}\n\n${escapeMarkdown(message.next)}\n`,
    text: '',
    json: { current, target, hops: [], complete: false, ...json },
  };
}

function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `- ${escapeMarkdown(line.slice(2))}` : escapeMarkdown(line)))
    .join('\n');
}
