import type { Hop } from '../hop/hop.ts';
import type { HopTraits } from '../hop/sequence.ts';
import type { FoundPath, PathPlan } from '../path/path-plan.ts';
import { escapeMarkdown, markdownTable } from './markdown.ts';

/** A path, or the end of one of which the last hop is finished now. */
export type ReportedPlan = FoundPath | Extract<PathPlan, { kind: 'already-there' }>;

/** For the terminal and a change request: one line a hop, why below it. */
export function planText(plan: ReportedPlan, hops: readonly Hop[]): string {
  const width = Math.max(...hops.map((hop) => hop.title.length), 0);
  const lines = hops.flatMap((hop) => [
    `${String(hop.index).padStart(2)}. ${hop.title.padEnd(width)}  ${hop.digest.slice(0, 12)}`,
    ...hop.reasons.map((reason) => `      ${reason.text}${reason.url === undefined ? '' : ` (${reason.url})`}`),
    ...hop.manual.map((step) => `      ${step.acknowledged ? 'done' : 'TO DO'} by hand, ${step.id}: ${step.text}`),
  ]);
  return [...lines, ...leftOut(plan).map((text) => `    ${text}`), ...notesOf(plan)].join('\n');
}

export function planMarkdown(plan: ReportedPlan, hops: readonly Hop[], traits: HopTraits): string {
  const approvals = hops.length * (traits.deferrable ? 2 : 1);
  const rows = hops.map((hop) => [
    String(hop.index),
    hop.title,
    hop.reasons.map((reason) => reason.text).join(' '),
    hop.manual.map((step) => `${step.acknowledged ? 'done' : 'to do'}: ${step.id}`).join(', '),
  ]);
  const manual = hops
    .flatMap((hop) => hop.manual)
    .map(
      (step) =>
        `- [${step.acknowledged ? 'x' : ' '}] \`${step.id}\`: ${escapeMarkdown(step.text)}${step.url === undefined ? '' : ` ([source](${step.url}))`}`,
    );
  return [
    `## ${escapeMarkdown(hops.at(0)?.from ?? plan.current)} → ${escapeMarkdown(plan.target)}`,
    diagram(hops),
    markdownTable(['hop', 'from → to', 'why', 'by hand'], rows),
    `Up to ${approvals} approvals will be asked for: ${traits.deferrable ? 'two a hop, before production is deployed and before its migrations start' : 'one a hop, before production is deployed'}.`,
    ...(manual.length === 0 ? [] : ['### To do by hand', manual.join('\n')]),
    ...leftOut(plan).map((text) => `- ${escapeMarkdown(text)}`),
    ...notesOf(plan).map((note) => `- ${escapeMarkdown(note)}`),
    '',
  ].join('\n\n');
}

function diagram(hops: readonly Hop[]): string {
  const nodes = [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
  const lines = nodes.map((label, index) => `  s${index}["${label.replaceAll('"', "'")}"]`);
  const edges = hops.map((hop, index) => `  s${index} -->${hop.manual.length > 0 ? '|by hand|' : ''} s${index + 1}`);
  return ['```mermaid', 'flowchart LR', ...lines, ...edges, '```'].join('\n');
}

function notesOf(plan: ReportedPlan): readonly string[] {
  return plan.kind === 'path' ? plan.notes : [];
}

function leftOut({ details }: ReportedPlan): string[] {
  return details.leftOut.map(
    ({ version, text, fixedIn }) =>
      `${version} is left out: ${text}${fixedIn === undefined ? '' : ` (corrected in ${fixedIn})`}`,
  );
}
