import { durationText } from '../core/messages/quantities.ts';
import type { Hop, Reason } from '../core/model/hop.ts';
import { sinceSentences } from '../drivers/releases/since-pinned.ts';
import { escapeMarkdown, markdownLink, markdownTable } from '../world/writing/markdown.ts';
import { approvalSentence } from './approvals.ts';
import {
  ignoredTags,
  isPublished,
  leftOut,
  type PlanFacts,
  partLines,
  type ReportedHop,
  rehearsedAlready,
  rehearsedDay,
  wholePathRemarks,
} from './plan-model.ts';
import { sourceSentence } from './plan-text.ts';

/** A summary is at most 1 MiB, and nobody reads more. */
const shownNotes = 25;

/** For the job summary: what a person reads before anything is begun. */
export function planMarkdown(plan: PlanFacts): string {
  const { hops, path, since } = plan;
  const first = hops.at(0)?.hop.from ?? path.current;
  return [
    `## ${escapeMarkdown(first)} → ${escapeMarkdown(path.target)}`,
    diagram(hops.map(({ hop }) => hop)),
    table(plan),
    `**${approvalSentence(plan.approvals)}**`,
    section(
      'Rehearsals so far',
      rehearsedAlready(plan).map(({ index, text }) => `- **${index}.** ${escapeMarkdown(text)}`),
    ),
    section('Why', hops.flatMap(reasonItems)),
    section('To do by hand', hops.flatMap(manualItems)),
    section(
      'Parts beside the release',
      hops.flatMap(({ hop }) => partLines(hop).map((line) => `- **${hop.index}.** ${escapeMarkdown(line)}`)),
    ),
    section('Worth knowing', hops.flatMap(adviceItems)),
    ...releaseNotes(hops),
    section('Releases that are left out', leftOut(plan).map(item)),
    section('The plan as a whole', [...wholePathRemarks(plan), sourceSentence(plan), ...ignoredTags(plan)].map(item)),
    since === undefined ? '' : section(`Since the copy "${since.copy}" was written`, sinceSentences(since).map(item)),
    '',
  ]
    .filter((part, place, all) => part !== '' || place === all.length - 1)
    .join('\n\n');
}

function table({ hops, path }: PlanFacts): string {
  const dated = isPublished(path);
  const rows = hops.map(({ hop, detail }) => [
    String(hop.index),
    hop.title,
    ...(dated ? [detail.publishedAt?.slice(0, 10) ?? 'not known'] : []),
    hop.manual.map((step) => `${step.acknowledged ? 'done' : 'to do'}: ${step.id}`).join(', '),
    rehearsedDay(detail, 'not yet'),
    detail.estimate === undefined ? 'not known' : durationText(detail.estimate.milliseconds),
    hop.digest.slice(0, 12),
  ]);
  const published = dated ? ['published'] : [];
  return markdownTable(['hop', 'from → to', ...published, 'by hand', 'rehearsed', 'will take', 'digest'], rows);
}

function section(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [`### ${escapeMarkdown(title)}`, items.join('\n')].join('\n\n');
}

function item(text: string): string {
  return `- ${escapeMarkdown(text)}`;
}

function reasonItems({ hop }: ReportedHop): string[] {
  return hop.reasons.map((reason) => `- **${hop.index}.** ${withSource(reason)}`);
}

function manualItems({ hop }: ReportedHop): string[] {
  return hop.manual.map(
    (step) => `- [${step.acknowledged ? 'x' : ' '}] **${hop.index}.** ${escapeMarkdown(step.id)}: ${withSource(step)}`,
  );
}

function adviceItems({ hop, detail }: ReportedHop): string[] {
  return [
    ...detail.advice.map((advice) => `- **${hop.index}.** ${withSource(advice)}`),
    ...detail.parts.map(
      (move) => `- **${hop.index}.** ${escapeMarkdown(`${move.part} ${move.versions}: ${move.reason}`)}`,
    ),
  ];
}

/** Folded away: long, and of interest only to whoever looks at one hop. */
function releaseNotes(hops: readonly ReportedHop[]): string[] {
  const folded = hops.flatMap(({ hop, detail }) => {
    if (detail.releaseNotes.length === 0) return [];
    const left = detail.releaseNotes.length - shownNotes;
    const items = detail.releaseNotes.slice(0, shownNotes).map(({ version, topic, heading, excerpt, url }) => {
      const where = escapeMarkdown(version);
      const said = [heading, excerpt].filter((part) => part !== '').join(': ');
      return `- ${url === undefined ? where : markdownLink(where, url)}, ${topic}: ${escapeMarkdown(said)}`;
    });
    return [
      `<details><summary>${escapeMarkdown(hop.title)}: ${detail.releaseNotes.length} to read</summary>`,
      [...items, ...(left > 0 ? [`- … and ${left} more.`] : [])].join('\n'),
      '</details>',
    ];
  });
  return folded.length === 0 ? [] : ['### What the release notes on the way warn of', ...folded];
}

function withSource({ text, url }: Pick<Reason, 'text' | 'url'>): string {
  return `${escapeMarkdown(text)}${url === undefined ? '' : ` (${markdownLink('source', url)})`}`;
}

function diagram(hops: readonly Hop[]): string {
  const nodes = [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
  const lines = nodes.map((label, index) => `  s${index}["${label.replaceAll(/["\s]+/g, ' ')}"]`);
  const edges = hops.map((hop, index) => `  s${index} -->${mark(hop)} s${index + 1}`);
  return ['```mermaid', 'flowchart LR', ...lines, ...edges, '```'].join('\n');
}

function mark({ manual }: Hop): string {
  if (manual.length === 0) return '';
  return manual.every((step) => step.acknowledged) ? '|by hand, done|' : '|by hand|';
}
