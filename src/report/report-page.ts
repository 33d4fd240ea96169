import { leadingPlan } from '../core/history/leading-plan.ts';
import { dayTime } from '../core/messages/moments.ts';
import { countText } from '../core/messages/quantities.ts';
import type { Entry } from '../core/model/event.ts';
import { asItIs } from '../world/writing/draft.ts';
import { type Document, folded, heading, table } from './document.ts';
import { htmlOf } from './document-html.ts';
import type { FleetFacts } from './fleet-report.ts';
import { journalColumns, journalRow } from './journal-log.ts';
import { pageStyle } from './page-style.ts';
import { type HopProgress, hopProgress } from './path-report.ts';

export interface PageFacts {
  readonly system: string;
  /** As people read it. */
  readonly product: string;
  readonly document: Document;
  /** The whole journal. */
  readonly entries: readonly Entry[];
  readonly now: Date;
}

/** What identifies a page of ours. */
export const pageMark = '<meta name="generator" content="Staged Upgrade">';

export function isHtmlFile(file: string): boolean {
  return /\.html?$/i.test(file);
}

/** A draft of one page that loads nothing and runs nothing, for a browser, a printer and a change record. */
export function reportPage({ system, product, document, entries, now }: PageFacts): string {
  const made = dayTime(now.toISOString());
  const planned = leadingPlan(entries)?.event;
  const title = planned === undefined ? system : `${system}: ${planned.current} → ${planned.target}`;
  const path = planned === undefined ? '' : pathHtml(planned.current, hopProgress(planned, entries));
  return page({
    title,
    header: `<p>Upgrade report of <strong>${asItIs(system)}</strong> (${asItIs(product)}), made ${asItIs(made)}</p>\n${path}`,
    main: `${htmlOf(document, 1)}\n${htmlOf([heading(2, 'Journal'), ...journal(entries)], 2)}`,
  });
}

/** The same for all systems of a fleet; each has its journal in its own report. */
export function fleetPage({ document, product, turns, now }: FleetFacts & { readonly document: Document }): string {
  const made = dayTime(now.toISOString());
  return page({
    title: turns.target === undefined ? product : `${product}: fleet to ${turns.target}`,
    header: `<p>The fleet of <strong>${asItIs(product)}</strong>, made ${asItIs(made)}</p>`,
    main: htmlOf(document, 1),
  });
}

function page({
  title,
  header,
  main,
}: {
  readonly title: string;
  readonly header: string;
  readonly main: string;
}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pageMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asItIs(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
</body>
</html>
`;
}

const words: Readonly<Record<HopProgress['kind'], string>> = { complete: '✔ done', current: 'next', ahead: 'later' };

/** The states on the way, and how far it is. */
function pathHtml(from: string, hops: readonly HopProgress[]): string {
  if (hops.length === 0) return '';
  const state = (label: string, kind: string, word: string): string =>
    `<li class="${kind}"><span>${asItIs(label)}</span> <small>${word}</small></li>`;
  return [
    '<ol class="path" aria-label="The path">',
    state(from, 'complete', 'start'),
    ...hops.map(({ to, kind }) => state(to, kind, words[kind])),
    '</ol>',
  ].join('\n');
}

function journal(entries: readonly Entry[]): Document {
  return folded(`Everything observed, decided and done: ${countText(entries.length, 'record')}`, [
    ...table(journalColumns, entries.map(journalRow)),
  ]);
}
