import { dayOf, dayTime } from '../core/messages/moments.ts';
import { countText, roughText } from '../core/messages/quantities.ts';
import { type Hop, isDoneByHand, type ManualStep, type Reason } from '../core/model/hop.ts';
import { sinceSentences } from '../drivers/releases/since-pinned.ts';
import { approvalSentence } from './approvals.ts';
import {
  type Block,
  type Document,
  folded,
  heading,
  type Item,
  list,
  paragraph,
  type Span,
  section,
  table,
} from './document.ts';
import { markdownOf } from './document-markdown.ts';
import {
  ignoredTags,
  isPublished,
  leftOut,
  type PlanFacts,
  partLines,
  type ReportedHop,
  rehearsedAlready,
  subjectText,
  wholePathRemarks,
  willTake,
} from './plan-model.ts';
import { sourceSentence } from './plan-text.ts';

/** A summary is at most 1 MiB, and nobody reads more. */
const shownNotes = 25;

/** For the job summary: what a person reads before anything is started. */
export function planMarkdown(plan: PlanFacts): string {
  return markdownOf(planDocument(plan));
}

/** The hops and why there are so many first; what only some look for is folded, and the picture comes last. */
function planDocument(plan: PlanFacts): Document {
  const { hops, path, since, now } = plan;
  const first = hops.at(0)?.hop.from ?? path.current;
  return [
    heading(2, `${first} → ${path.target}`),
    paragraph(`${subjectText(plan)}, planned ${dayTime(now.toISOString(), now)}: ${countText(hops.length, 'hop')}.`),
    ...hopTable(plan),
    paragraph({ strong: approvalSentence(plan.approvals) }),
    ...section('Mind', list(plan.warnings)),
    ...section('To do by hand', list(hops.flatMap(manualItems))),
    ...section('Why', list(hops.flatMap(({ hop }) => hop.reasons.map((reason) => numbered(hop, withSource(reason)))))),
    ...section(
      'Rehearsals so far',
      list(rehearsedAlready(plan).map(({ index, text }) => [{ strong: `${index}.` }, ` ${text}`])),
    ),
    ...section(
      'Parts beside the release',
      list(hops.flatMap(({ hop }) => partLines(hop).map((line) => numbered(hop, [line])))),
    ),
    ...section('Worth knowing', list(hops.flatMap(adviceItems))),
    ...section('Warnings from the release notes on the way', hops.flatMap(releaseNotes)),
    ...folded('Releases that are left out', list(leftOut(plan))),
    ...folded('How it was planned', list([...wholePathRemarks(plan), sourceSentence(plan), ...ignoredTags(plan)])),
    ...(since === undefined ? [] : folded(`Since the copy "${since.copy}" was written`, list(sinceSentences(since)))),
    ...folded('Ids: the digests of what is approved', digests(hops)),
    diagram(hops.map(({ hop }) => hop)),
  ];
}

function hopTable({ hops, path, now }: PlanFacts): Document {
  const dated = isPublished(path);
  return table(
    ['hop', 'from → to', ...(dated ? ['published'] : []), 'by hand', 'rehearsed', 'will take'],
    hops.map(({ hop, detail }) => [
      String(hop.index),
      { strong: hop.title },
      ...(dated ? [detail.publishedAt === undefined ? 'not known' : dayOf(detail.publishedAt)] : []),
      hop.manual.map((step) => `${isDoneByHand(step) ? '✔' : 'to do:'} ${step.id}`).join(', '),
      detail.rehearsed === undefined
        ? detail.formerly === undefined
          ? 'not yet'
          : 'to be repeated'
        : `✔ ${dayTime(detail.rehearsed.at, now)}`,
      willTake(detail, roughText),
    ]),
  );
}

function numbered({ index }: Hop, text: readonly Span[]): readonly Span[] {
  return [{ strong: `${index}.` }, ' ', ...text];
}

function manualItems({ hop }: ReportedHop): Item[] {
  return hop.manual.map((step: ManualStep) => ({
    ticked: isDoneByHand(step),
    text: numbered(hop, [`${step.id}: `, ...withSource(step), ...fileSpans(step)]),
  }));
}

function fileSpans({ acknowledged, files }: ManualStep): readonly Span[] {
  if (files === undefined || acknowledged) return [];
  if (files.kind === 'in-place') return [' Your files have it.'];
  const changes = files.lines.flatMap(({ path, lines }): Span[] => [
    { break: true },
    { code: path },
    ...lines.flatMap((line): Span[] => [{ break: true }, { code: line }]),
  ]);
  return [` ${files.missing.join(' ')}`, ...changes];
}

function adviceItems({ hop, detail }: ReportedHop): (readonly Span[])[] {
  return [
    ...detail.advice.map((advice) => numbered(hop, withSource(advice))),
    ...detail.parts.map((move) => numbered(hop, [`${move.part} ${move.versions}: ${move.reason}`])),
  ];
}

/** Folded: long, and of interest only to whoever looks at one hop. */
function releaseNotes({ hop, detail }: ReportedHop): Document {
  const left = detail.releaseNotes.length - shownNotes;
  const items = detail.releaseNotes.slice(0, shownNotes).map(({ version, topic, heading: title, excerpt, url }) => {
    const fragment = [title, excerpt].filter((part) => part !== '').join(': ');
    return [url === undefined ? version : { link: version, url }, `, ${topic}: ${fragment}`];
  });
  return folded(
    `${hop.title}: ${detail.releaseNotes.length} to read`,
    list([...items, ...(left > 0 ? [`… and ${left} more.`] : [])]),
  );
}

/** A plan without a configuration has none: there is nothing that could be approved. */
function digests(hops: readonly ReportedHop[]): Document {
  return list(
    hops.flatMap(({ hop }) => (hop.digest === '' ? [] : [numbered(hop, [`${hop.id}: `, { code: hop.digest }])])),
  );
}

function withSource({ text, url }: Pick<Reason, 'text' | 'url'>): readonly Span[] {
  return url === undefined ? [text] : [`${text} (`, { link: 'source', url }, ')'];
}

function diagram(hops: readonly Hop[]): Block {
  const nodes = [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
  const lines = nodes.map((label, index) => `  s${index}["${label.replaceAll(/["\s]+/g, ' ')}"]`);
  const edges = hops.map((hop, index) => `  s${index} -->${mark(hop)} s${index + 1}`);
  return { kind: 'diagram', mermaid: ['flowchart LR', ...lines, ...edges].join('\n') };
}

function mark({ manual }: Hop): string {
  if (manual.length === 0) return '';
  return manual.every(isDoneByHand) ? '|by hand, done|' : '|by hand|';
}
