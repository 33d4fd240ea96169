import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Project } from '../config/project.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { countText } from '../core/messages/quantities.ts';
import type { Hop } from '../core/model/hop.ts';
import { type LookedAt, lookAtFiles } from '../steps/environment/user-files.ts';
import { readHop } from '../steps/hop/hop-input.ts';
import { escapeMarkdown } from '../world/writing/markdown.ts';
import type { PlanInput } from './plan-input.ts';
import { planHops } from './plan-path.ts';

/** For the named hop, or else the first one on the path that requires something. */
export async function configureFiles(
  project: Project,
  { hop: named, write, ...asked }: PlanInput & InputsOf<'hop' | 'write'>,
): Promise<CommandResult<never>> {
  const hops =
    named === undefined
      ? (await planHops(project, asked)).hops
      : [readHop(named, await project.journal.read(), project)];
  for (const hop of hops) {
    const open = (await lookAtFiles(project, hop)).filter(({ show }) => show.kind === 'missing');
    if (open.length > 0) return await configured(project, hop, open, write === true);
  }
  return said(
    'skipped',
    named === undefined ? 'No hop requires a change to your files.' : 'Your files have what it requires.',
  );
}

async function configured(
  project: Project,
  hop: Hop,
  open: readonly LookedAt[],
  write: boolean,
): Promise<CommandResult<never>> {
  const lines = open.flatMap(({ id, show }) => {
    if (show.kind !== 'missing') return [];
    const changes = show.lines.flatMap((file) => [`  ${file.path}:`, ...file.lines.map((line) => `    ${line}`)]);
    return [`${id}:`, ...show.missing.map((text) => `  ${text}`), ...changes];
  });
  const text = lines.join('\n');
  const count = countText(open.length, 'change');
  if (!write) {
    const headline = `Hop ${hop.id} requires ${count} to your files. Nothing was written: add --write for that.`;
    return said('passed', headline, text);
  }
  const written = await writeEach(project, hop);
  const left = (await lookAtFiles(project, hop)).filter(({ show }) => show.kind === 'missing');
  const done = written.length === 0 ? 'Nothing could be written.' : `Written: ${written.join(', ')}.`;
  if (left.length === 0)
    return said(
      'passed',
      `${done} Look at the difference, commit it, and run again: the rehearsal uses these files.`,
      text,
    );
  const rest = left.flatMap(({ show }) => (show.kind === 'missing' ? show.missing : []));
  return {
    ...said('failed', `${done} The rest is for a person: ${rest.join(' ')}`, text),
    message: {
      happened: `${done} ${rest.join(' ')}`,
      means: `Hop ${hop.id} does not start before that.`,
      next: 'Write it by hand, then run again.',
    },
  };
}

/** Step by step, since two may concern the same file. */
async function writeEach(project: Project, hop: Hop): Promise<string[]> {
  const paths = new Set<string>();
  for (const { id } of await lookAtFiles(project, hop)) {
    const now = (await lookAtFiles(project, hop)).find((step) => step.id === id);
    for (const { path, text } of now?.edited ?? []) {
      const place = resolve(project.effects.directory, path);
      // The folder of a release that does not exist yet.
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text);
      paths.add(path);
    }
  }
  return [...paths];
}

function said(outcome: 'passed' | 'skipped' | 'failed', headline: string, text = ''): CommandResult<never> {
  const shown = text === '' ? '' : `\n\`\`\`text\n${text}\n\`\`\`\n`;
  return { outcome, headline, outputs: {}, summary: `${escapeMarkdown(headline)}\n${shown}`, text };
}
