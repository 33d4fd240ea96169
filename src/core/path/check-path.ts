import type { Message } from '../messages/message.ts';
import type { Reason } from '../model/hop.ts';
import type { FoundPath, PathDetails, UnknownRelease } from '../model/path-plan.ts';
import { explainSteps, reasonOf, reasonWithSource } from './explain.ts';
import { labelAt } from './graph/rule.ts';
import type { Graph } from './graph.ts';
import { notesOf } from './notes.ts';
import type { PathQuestion } from './path-question.ts';
import { type Survey, surveyOf } from './survey.ts';
import { resolveTarget } from './target.ts';

export interface PathCheckRequest extends PathQuestion {
  /** The releases of the path in order, with or without the present one at its head. */
  readonly path: readonly string[];
  /** Where the path should end, as for planPath; left out, it may end anywhere. */
  readonly target?: string;
}

export const pathFaultNames = [
  'unknown-release',
  'already-there',
  'downgrade',
  'skipped',
  'not-a-stop',
  'unusable',
  'stops-short',
  'overshoots',
] as const;

/** One thing that is wrong with a path. */
export interface PathFault {
  readonly fault: (typeof pathFaultNames)[number];
  /** The hop, or the same release on both sides if the fault concerns one release. */
  readonly from: string;
  readonly to: string;
  /** A sentence. */
  readonly text: string;
  /** The rules that it breaks; empty if no rule is needed to see the fault. */
  readonly reasons: readonly Reason[];
}

export type PathCheck =
  | { readonly kind: 'sound'; readonly path: FoundPath }
  | {
      readonly kind: 'faulty';
      readonly current: string;
      /** The last release of the path that is known. */
      readonly end: string;
      readonly faults: readonly PathFault[];
      readonly message: Message;
      readonly details: PathDetails;
    }
  | UnknownRelease;

/** Checks a path that somebody wrote down against the rules, and names all of its faults at once. */
export function checkPath(request: PathCheckRequest): PathCheck {
  const survey = surveyOf(request, [...request.path, ...(request.target === undefined ? [] : [request.target])]);
  if (survey.kind === 'unknown-release') return survey;
  const { graph } = survey;
  const { catalogue, current } = graph.context;
  const named = request.path.map((name) => ({ name, place: catalogue.find(name) }));
  const hops = named[0]?.place === current ? named.slice(1) : named;
  const unknown = hops.filter(({ place }) => place === undefined).map(({ name }) => unknownFault(name, survey));
  const places = [current, ...hops.flatMap(({ place }) => place ?? [])];
  const end = endFaults(request.target, places, survey);
  const faults = [...unknown, ...places.slice(1).flatMap((to, index) => hopFaults(places, index, to, graph)), ...end];
  const details = survey.details(current, Math.max(...places) + 1);
  if (faults.length === 0 && places.length > 1) {
    return { kind: 'sound', path: describe(places, survey, details) };
  }
  const label = labelAt(graph.context, current);
  if (faults.length === 0) {
    faults.push({
      fault: 'already-there',
      from: label,
      to: label,
      text: `The path has no hops: it ends at the current release ${label}.`,
      reasons: [],
    });
  }
  const message: Message = {
    happened: `The path ${request.path.join(', ')} has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}.`,
    means: faults.map(({ text }) => text).join(' '),
    next: `Run \`staged-upgrade plan --target ${request.path.at(-1) ?? 'newest'}\`, which plans a path that the rules allow.`,
  };
  const last = labelAt(graph.context, places.at(-1) ?? current);
  return { kind: 'faulty', current: label, end: last, faults, message, details };
}

function describe(places: readonly number[], survey: Survey, details: PathDetails): FoundPath {
  const { context } = survey.graph;
  return {
    kind: 'path',
    current: context.currentLabel,
    target: labelAt(context, places.at(-1) ?? context.current),
    steps: explainSteps(places, 'the end of the path that was given', survey),
    notes: notesOf(survey, places),
    details,
  };
}

function unknownFault(name: string, survey: Survey): PathFault {
  const { happened, next } = survey.unknown('target', name).message;
  return {
    fault: 'unknown-release',
    from: name,
    to: name,
    text: `${happened.replace('The target', 'The release')} ${next}`,
    reasons: [],
  };
}

function hopFaults(places: readonly number[], index: number, to: number, graph: Graph): PathFault[] {
  const { context } = graph;
  const from = places[index] ?? to;
  const ends = { from: labelAt(context, from), to: labelAt(context, to) };
  if (to === from) {
    return [
      {
        fault: 'already-there',
        ...ends,
        text: `The path is already at ${ends.to} when it names it again.`,
        reasons: [],
      },
    ];
  }
  if (to < from) {
    return [
      {
        fault: 'downgrade',
        ...ends,
        text: `${ends.to} is older than ${ends.from}: a hop never goes down.`,
        reasons: [],
      },
    ];
  }
  const blocks = graph.blocks(from, to).map(reasonOf);
  const skipped: PathFault[] =
    blocks.length === 0 ? [] : [{ fault: 'skipped', ...ends, text: texts(blocks), reasons: blocks }];
  return [...skipped, ...landingFaults(to, index === places.length - 2, graph)];
}

function landingFaults(place: number, isLast: boolean, graph: Graph): PathFault[] {
  const label = labelAt(graph.context, place);
  const fault = graph.isUsable(place) ? 'not-a-stop' : 'unusable';
  // Where a path ends is the user's choice, as long as the release may be used at all.
  if (isLast && fault === 'not-a-stop') return [];
  const reasons = graph.refusals(place).map(reasonOf);
  if (reasons.length === 0) return [];
  const text = fault === 'unusable' ? texts(reasons) : `The path may not stop at ${label}. ${texts(reasons)}`;
  return [{ fault, from: label, to: label, text, reasons }];
}

function texts(reasons: readonly Reason[]): string {
  return reasons.map(reasonWithSource).join(' ');
}

function endFaults(target: string | undefined, places: readonly number[], survey: Survey): PathFault[] {
  if (target === undefined) return [];
  const { context } = survey.graph;
  const resolved = resolveTarget(target, context.current, context);
  if (resolved.kind === 'unknown') return [unknownFault(target, survey)];
  const goal = resolved.kind === 'nothing-newer' ? context.current : resolved.place;
  const last = places.at(-1) ?? context.current;
  const ends = { from: labelAt(context, last), to: labelAt(context, goal) };
  if (last < goal) {
    return [
      {
        fault: 'stops-short',
        ...ends,
        text: `The path stops at ${ends.from}, short of the target ${ends.to}.`,
        reasons: [],
      },
    ];
  }
  if (last > goal) {
    return [
      {
        fault: 'overshoots',
        ...ends,
        text: `The path ends at ${ends.from}, beyond the target ${ends.to}.`,
        reasons: [],
      },
    ];
  }
  return [];
}
