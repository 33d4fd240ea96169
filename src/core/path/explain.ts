import type { Reason } from '../model/hop.ts';
import type { PartMove, PathStep } from '../model/path-plan.ts';
import { entryAt } from './graph/catalogue.ts';
import { carrierOf } from './graph/part-table.ts';
import {
  labelAt,
  type PartFirst,
  type Remark,
  type RuleEffects,
  type RuleManualStep,
  type RuleSource,
} from './graph/rule.ts';
import { sentence } from './graph/usability.ts';
import type { Block, Graph } from './graph.ts';
import { type Leg, legsOf } from './legs.ts';

export interface Explainer {
  readonly graph: Graph;
  readonly manualSteps: readonly RuleManualStep[];
  readonly partsFirst: readonly PartFirst[];
  readonly remarks: readonly Remark[];
  readonly cautions: NonNullable<RuleEffects['cautions']>;
}

/** The hops between the places of a path, each with the reason why the path stops there. */
export function explainSteps(path: readonly number[], wanted: string, explainer: Explainer): PathStep[] {
  return legsOf(path, explainer.graph.context, explainer).map((leg) => {
    const { labels, parts, releases, first } = leg;
    const following = path[path.indexOf(leg.to) + 1];
    const step =
      first === undefined
        ? explainStep(leg.from, leg.to, following, wanted, explainer)
        : explainMove(leg, first, explainer);
    return {
      ...step,
      ...labels,
      ...(parts === undefined ? {} : { partVersions: parts }),
      ...(releases === undefined ? {} : { releases }),
    };
  });
}

type Explained = Omit<PathStep, 'from' | 'to' | 'partVersions' | 'releases'>;

/** A part moves, and the release stays. */
function explainMove({ to: place, parts }: Leg, first: PartFirst, explainer: Explainer): Explained {
  const { context } = explainer.graph;
  const { part, to, source } = first;
  const before = parts?.from[part];
  const move = before === undefined ? `moves to ${to}` : `moves, ${before} → ${to}`;
  const text = `Only the ${part} ${move}; the release stays ${labelAt(context, place)}.`;
  return {
    tag: entryAt(context.catalogue.entries, place).release.tag,
    reasons: [reasonOf({ source, text })],
    ...onTheWay(place, place, explainer),
    parts: [],
  };
}

function explainStep(
  from: number,
  to: number,
  following: number | undefined,
  wanted: string,
  explainer: Explainer,
): Explained {
  const { graph } = explainer;
  const { context } = graph;
  const stops = following === undefined ? [] : graph.blocks(from, following);
  const goal: Reason[] =
    following === undefined ? [{ rule: 'target', text: `${labelAt(context, to)} is ${wanted}.` }] : [];
  const lifted = graph.exceptionsUsed(from, to).map(({ source }) => reasonFrom(source));
  return {
    tag: entryAt(context.catalogue.entries, to).release.tag,
    reasons: [...goal, ...stops.map(reasonOf), ...lifted],
    ...onTheWay(from, to, explainer),
    parts: partsAt(context, to),
  };
}

function onTheWay(
  from: number,
  to: number,
  { graph, manualSteps, remarks }: Explainer,
): Pick<PathStep, 'manual' | 'notes'> {
  const labels = { from: labelAt(graph.context, from), to: labelAt(graph.context, to) };
  const filled = (text: string): string => text.replaceAll('{from}', labels.from).replaceAll('{to}', labels.to);
  return {
    manual: manualSteps
      .filter((manualStep) => manualStep.concerns(from, to))
      .map(({ id, text, url }) => ({ id: filled(id), text: filled(text), ...(url ? { url } : {}) })),
    notes: remarks.filter((remark) => remark.concerns(from, to)).map(({ source }) => reasonFrom(source)),
  };
}

function partsAt({ partTables }: Graph['context'], place: number): PartMove[] {
  return partTables.flatMap((partTable) => {
    const row = carrierOf(partTable, place);
    if (row === undefined) return [];
    const { part, source } = partTable;
    return [{ part, versions: row.versions, reason: source.reason, ...(source.url ? { url: source.url } : {}) }];
  });
}

/** A reason as a message gives it, with its source. */
export function reasonWithSource({ text, url }: Pick<Reason, 'text' | 'url'>): string {
  return url === undefined ? text : `${text} (${url})`;
}

/** What the rule says about this case, then why the vendor requires it. */
export function reasonOf({ source, text }: Block): Reason {
  return reasonFrom({ ...source, reason: source.reason === '' ? text : `${text} ${source.reason}` });
}

function reasonFrom(source: RuleSource): Reason {
  const doubt =
    source.doubts.length === 0
      ? ''
      : ` It is not known whether this installation needs it (${source.doubts.join(', ')}), so it applies.`;
  return { rule: source.rule, text: `${sentence(source.reason)}${doubt}`, ...(source.url ? { url: source.url } : {}) };
}
