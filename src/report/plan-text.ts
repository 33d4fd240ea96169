import { dayOf, dayTime } from '../core/messages/moments.ts';
import { countText, durationText } from '../core/messages/quantities.ts';
import { textTable } from '../core/messages/text-table.ts';
import { isDoneByHand, type ManualStep, type Reason } from '../core/model/hop.ts';
import type { ReleaseNote } from '../drivers/releases/notes.ts';
import { sinceSentences } from '../drivers/releases/since-pinned.ts';
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
  subjectText,
  wholePathRemarks,
  willTake,
} from './plan-model.ts';

/** Enough to see what a hop is about; the rest is counted, and the releases' own pages list all of it. */
const shownNotes = 8;

/** For the terminal, and unchanged for a change request: a table of the hops, and below it the reasons. */
export function planText(plan: PlanFacts, columns?: number): string {
  const { hops } = plan;
  return [
    `${subjectText(plan)}, planned ${dayTime(plan.now.toISOString())}.`,
    table(plan, columns),
    approvalSentence(plan.approvals),
    section('Mind', plan.warnings),
    section(
      'Rehearsals so far',
      rehearsedAlready(plan).map(({ index, text }) => `${index}. ${text}`),
    ),
    section('Why each hop', hops.flatMap(reasonLines)),
    section('To do by hand before the hop', hops.flatMap(manualLines)),
    section(
      'Parts beside the release',
      hops.flatMap(({ hop }) => partLines(hop).map((line) => `${hop.index}. ${line}`)),
    ),
    section('Worth knowing', hops.flatMap(adviceLines)),
    section('Warnings from the release notes on the way', hops.flatMap(noteLines)),
    section('Releases that are left out', leftOut(plan)),
    section('The plan as a whole', [...wholePathRemarks(plan), sourceSentence(plan), ...ignoredTags(plan)]),
    sinceText(plan),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Empty if there is no pinned copy. */
export function sinceText({ since }: PlanFacts): string {
  return since === undefined ? '' : section(`Since the copy "${since.copy}" was written`, sinceSentences(since));
}

export function sourceSentence({ path: { details } }: PlanFacts): string {
  const lists = (details.migrations ?? []).map(
    ({ url, sha256, count }) =>
      ` Each hop was checked against ${countText(count, 'migration')} as they are published with the target: ${url} (SHA-256 ${sha256}).`,
  );
  return `Planned from ${countText(details.releases, details.unit ?? 'release')}, read from: ${details.source}.${lists.join('')}`;
}

function table({ hops, path }: PlanFacts, columns: number | undefined): string {
  const dated = isPublished(path);
  const rows = hops.map(({ hop, detail }) => [
    String(hop.index),
    hop.from,
    hop.to,
    ...(dated ? [detail.publishedAt === undefined ? 'not known' : dayOf(detail.publishedAt)] : []),
    hop.manual.length === 0 ? '-' : hop.manual.map((step) => (isDoneByHand(step) ? 'done' : 'TO DO')).join(', '),
    rehearsedDay(detail, '-'),
    willTake(detail, durationText),
    hop.digest === '' ? '-' : hop.digest.slice(0, 12),
  ]);
  const published = dated ? ['published'] : [];
  return textTable(['hop', 'from', 'to', ...published, 'by hand', 'rehearsed', 'will take', 'digest'], rows, columns);
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function reasonLines({ hop }: ReportedHop): string[] {
  return hop.reasons.map((reason) => `${hop.index}. ${withSource(reason)}`);
}

function manualLines({ hop }: ReportedHop): string[] {
  return hop.manual.flatMap((step) => [
    `${hop.index}. [${isDoneByHand(step) ? 'x' : ' '}] ${step.id}: ${withSource(step)}`,
    ...fileLines(step).map((line) => `      ${line}`),
  ]);
}

/** What the user's files say about a step that concerns them, and the lines that would change in them. */
export function fileLines({ acknowledged, files }: ManualStep): string[] {
  if (files === undefined || acknowledged) return [];
  if (files.kind === 'in-place') return ['Your files have it.'];
  return [
    ...files.missing,
    ...files.lines.flatMap(({ path, lines }) => [`${path}:`, ...lines.map((line) => `  ${line}`)]),
  ];
}

function adviceLines({ hop, detail }: ReportedHop): string[] {
  return [
    ...detail.advice.map((advice) => `${hop.index}. ${withSource(advice)}`),
    ...detail.parts.map((move) => `${hop.index}. ${move.part} ${move.versions}: ${move.reason}`),
  ];
}

function noteLines({ hop, detail: { releaseNotes } }: ReportedHop): string[] {
  const left = releaseNotes.length - shownNotes;
  return [
    ...releaseNotes.slice(0, shownNotes).map((note) => `${hop.index}. ${noteText(note)}`),
    ...(left > 0 ? [`${hop.index}. … and ${left} more; --json has them.`] : []),
  ];
}

function noteText({ version, topic, heading, excerpt, url }: ReleaseNote): string {
  const fragment = [heading, excerpt].filter((part) => part !== '').join(': ');
  return `${version}, ${topic}: ${fragment}${url === undefined ? '' : ` (${url})`}`;
}

function withSource({ text, url }: Pick<Reason, 'text' | 'url'>): string {
  return url === undefined ? text : `${text} (${url})`;
}
