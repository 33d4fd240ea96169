import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { diffArrays } from 'diff';
import { UserError } from '../../core/messages/errors.ts';
import { syncFile, syncFolder } from '../../world/durable-files.ts';
import { readTextFile } from '../../world/text-file.ts';

/** The text of a file as it is, and as it will be. */
export interface TextChange {
  readonly path: string;
  readonly before: string;
  readonly text: string;
}

/** Only the lines that change: a file of variables may contain secrets that nobody here knows about. */
export function changedLines({ before, text }: Omit<TextChange, 'path'>): string[] {
  return diffArrays(before.split('\n'), text.split('\n')).flatMap(({ value, added, removed }) =>
    added ? value.map((line) => `+ ${line}`) : removed ? value.map((line) => `- ${line}`) : [],
  );
}

/** Where a text waits beside the file that it will replace. */
export function stagedPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.staged-upgrade`);
}

export async function stage({ path, text }: Omit<TextChange, 'before'>): Promise<void> {
  await writeFile(stagedPath(path), text, { mode: (await modeOf(path)) ?? 0o600 });
}

/** Atomically and durably: nobody ever reads half of it, and after a power cut one or the other is there. */
export async function putStagedInPlace(path: string): Promise<void> {
  await syncFile(stagedPath(path));
  await rename(stagedPath(path), path);
  await syncFolder(dirname(path));
}

export async function discardStaged(path: string): Promise<void> {
  await rm(stagedPath(path), { force: true });
}

async function modeOf(path: string): Promise<number | undefined> {
  return await stat(path).then(
    ({ mode }) => mode & 0o777,
    () => undefined,
  );
}

/** @throws UserError if it cannot be read, unless it may be missing */
export async function textOf(path: string, where: string, mayBeMissing = false): Promise<string> {
  try {
    return await readTextFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    if (mayBeMissing && code === 'ENOENT') return '';
    throw new UserError(
      {
        happened: `The file ${path} (${where}) ${code === 'ENOENT' ? 'is not there' : `could not be read: ${code}`}.`,
        means: 'Nothing was changed.',
        next: `Check it out in this job, or correct ${where}.`,
      },
      { cause },
    );
  }
}
