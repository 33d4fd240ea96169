import type { Typical } from '../core/decisions/typical-duration.ts';
import type { PlanFacts, ReportedHop } from './plan-model.ts';

/** What `plan --json` prints, besides the outcome. Its keys are API. */
export function planJson(plan: PlanFacts): Readonly<Record<string, unknown>> {
  const { path, hops, approvals, since, warnings, remarks } = plan;
  return {
    current: hops.at(0)?.hop.from ?? path.current,
    target: path.target,
    hops: hops.map(hopJson),
    complete: hops.length === 0,
    approvals,
    ...(warnings.length === 0 ? {} : { warnings }),
    notes: [...remarks, ...(path.kind === 'path' ? path.notes : [])],
    details: path.details,
    ...(since === undefined ? {} : { sinceCopy: since }),
  };
}

function hopJson({ hop, detail }: ReportedHop): unknown {
  const { id, index, from, to, digest, reasons, manual, parts, releases } = hop;
  return {
    id,
    index,
    from,
    to,
    publishedAt: detail.publishedAt ?? null,
    // A plan without a configuration is not a plan of a system: there is nothing that could be approved.
    digest: digest === '' ? null : digest,
    reasons,
    manual,
    ...(parts === undefined ? {} : { parts }),
    ...(releases === undefined ? {} : { releases }),
    notes: { advice: detail.advice, parts: detail.parts, releases: detail.releaseNotes },
    rehearsed: detail.rehearsed ?? null,
    formerlyRehearsed: detail.formerly ?? null,
    estimate: detail.estimate ?? null,
    typical: detail.typical === undefined ? null : typicalJson(detail.typical),
  };
}

function typicalJson({ kind, from, to }: Typical): unknown {
  return { kind, milliseconds: { from, to } };
}
