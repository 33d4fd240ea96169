import type { Reason } from '../model/hop.ts';
import type { PartMove, PathStep } from '../model/path-plan.ts';
import { entryAt } from './graph/catalogue.ts';
import { carrierOf } from './graph/part-table.ts';
import { labelAt, type Remark, type RuleEffects, type RuleManualStep, type RuleSource } from './graph/rule.ts';
import { sentence } from './graph/usability.ts';
import type { Block, Graph } from './graph.ts';
import { partsOfHops } from './hop-parts.ts';

export interface Explainer {
  readonly graph: Graph;
  readonly manualSteps: readonly RuleManualStep[];
  readonly remarks: readonly Remark[];
  readonly cautions: NonNullable<RuleEffects['cautions']>;
}

/** The hops between the places of a path, each with the reason for which the path stops where it does. */
export function explainSteps(path: readonly number[], wanted: string, explainer: Explainer): PathStep[] {
  const parts = partsOfHops(path, explainer.graph.context, explainer.manualSteps);
  return path.slice(1).map((to, index) => {
    const from = path[index] ?? to;
    const following = path[index + 2];
    const partVersions = parts[index];
    const step = explainStep(from, to, following, wanted, explainer);
    return partVersions === undefined ? step : { ...step, partVersions };
  });
}

function explainStep(
  from: number,
  to: number,
  following: number | undefined,
  wanted: string,
  { graph, manualSteps, remarks }: Explainer,
): PathStep {
  const { context } = graph;
  const stops = following === undefined ? [] : graph.blocks(from, following);
  const goal: Reason[] =
    following === undefined ? [{ rule: 'target', text: `${labelAt(context, to)} is ${wanted}.` }] : [];
  const lifted = graph.exceptionsUsed(from, to).map(({ source }) => reasonFrom(source));
  return {
    from: labelAt(context, from),
    to: labelAt(context, to),
    tag: entryAt(context.catalogue.entries, to).release.tag,
    reasons: [...goal, ...stops.map(reasonOf), ...lifted],
    manual: manualSteps
      .filter((manualStep) => manualStep.concerns(from, to))
      .map(({ id, text, url }) => ({ id, text, ...(url ? { url } : {}) })),
    notes: remarks.filter((remark) => remark.concerns(from, to)).map(({ source }) => reasonFrom(source)),
    parts: partsAt(context, to),
  };
}

function partsAt({ partTables }: Graph['context'], place: number): PartMove[] {
  return partTables.flatMap((partTable) => {
    const versions = carrierOf(partTable, place);
    if (versions === undefined) return [];
    const { part, source } = partTable;
    return [{ part, versions, reason: source.reason, ...(source.url ? { url: source.url } : {}) }];
  });
}

/** A reason as a message says it, with its source. */
export function saidOf({ text, url }: Pick<Reason, 'text' | 'url'>): string {
  return url === undefined ? text : `${text} (${url})`;
}

/** What the rule says of this case, then why the vendor demands it. */
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
