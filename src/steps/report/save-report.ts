import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Project } from '../../config/project.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { Entry } from '../../core/model/event.ts';
import type { Document } from '../../report/document.ts';
import { markdownOf } from '../../report/document-markdown.ts';
import type { FleetFacts } from '../../report/fleet-report.ts';
import { fleetPage, isHtmlFile, reportPage } from '../../report/report-page.ts';
import type { Effects } from '../../world/effects/effects.ts';

/** Writes a report into a file: as a page that needs nothing else where the file's name ends so, otherwise as Markdown. */
export async function saveReport(
  { configuration, product, effects }: Project,
  output: string,
  document: Document,
  entries: readonly Entry[],
): Promise<void> {
  const { pen, clock } = effects;
  const facts = { system: configuration.system, product: product.title, document, entries, now: clock.now() };
  const text = isHtmlFile(output) ? pen.html(reportPage(facts)) : pen.markdown(markdownOf(document));
  await save(resolve(effects.startedIn ?? effects.directory, output), text, effects.saveFile ?? writeFile);
}

/** The same for all systems of a fleet. */
export async function saveFleetPage(
  effects: Effects,
  output: string,
  page: FleetFacts & { readonly document: Document },
): Promise<void> {
  const { pen } = effects;
  const text = isHtmlFile(output) ? pen.html(fleetPage(page)) : pen.markdown(markdownOf(page.document));
  await save(resolve(effects.startedIn ?? effects.directory, output), text, effects.saveFile ?? writeFile);
}

async function save(file: string, text: string, write: (path: string, text: string) => Promise<void>): Promise<void> {
  try {
    await write(file, text);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UserError(
      {
        happened: `The report could not be written to "${file}": ${code}.`,
        means: 'Nothing was saved.',
        next: 'Name a file in a folder that exists and may be written to.',
      },
      { cause },
    );
  }
}
