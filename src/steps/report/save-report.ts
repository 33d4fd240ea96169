import { resolve } from 'node:path';
import type { Project } from '../../config/project.ts';
import type { Entry } from '../../core/model/event.ts';
import type { Document } from '../../report/document.ts';
import { markdownOf } from '../../report/document-markdown.ts';
import type { FleetFacts } from '../../report/fleet-report.ts';
import { fleetPage, isHtmlFile, pageMark, reportPage } from '../../report/report-page.ts';
import { withUnbrokenWords } from '../../report/unbroken-words.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { writeOwnFile } from '../../world/own-file.ts';

/** Writes a report into a file: as a self-contained HTML page if the file's name says so, otherwise as Markdown. */
export async function saveReport(
  { configuration, product, effects }: Project,
  output: string,
  document: Document,
  entries: readonly Entry[],
): Promise<void> {
  const { pen, clock } = effects;
  const facts = { system: configuration.system, product: product.title, document, entries, now: clock.now() };
  const text = isHtmlFile(output) ? withUnbrokenWords(pen.html(reportPage(facts))) : pen.markdown(markdownOf(document));
  await save(effects, output, text);
}

/** The same for all systems of a fleet. */
export async function saveFleetPage(
  effects: Effects,
  output: string,
  page: FleetFacts & { readonly document: Document },
): Promise<void> {
  const { pen } = effects;
  const text = isHtmlFile(output)
    ? withUnbrokenWords(pen.html(fleetPage(page)))
    : pen.markdown(markdownOf(page.document));
  await save(effects, output, text);
}

const markdownMark = '<!-- Made by Staged Upgrade -->';

async function save(effects: Effects, output: string, text: string): Promise<void> {
  const path = resolve(effects.startedIn ?? effects.directory, output);
  const written = isHtmlFile(output)
    ? { text, mark: pageMark }
    : { text: `${markdownMark}\n\n${text}`, mark: markdownMark };
  await writeOwnFile(path, { title: 'The report', ...written }, effects.saveFile);
  effects.log.info(`Wrote the report to ${path}.`);
}
