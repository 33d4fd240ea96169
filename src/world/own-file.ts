import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { UserError } from '../core/messages/errors.ts';

export interface OwnFile {
  /** Its name in messages: `The report`. */
  readonly title: string;
  readonly text: string;
  /** A text near its beginning, by which a later run knows that it was written here and may be replaced. */
  readonly mark: string;
}

/** How far into a file its mark is searched for. */
const nearBeginning = 2000;

/**
 * Writes a file at a path that a person has named. An existing file is replaced only if it is one of ours, or empty: a
 * mistyped name must not cost anybody a file.
 */
export async function writeOwnFile(
  path: string,
  { title, text, mark }: OwnFile,
  write: (path: string, text: string) => Promise<void> = writeFile,
): Promise<void> {
  try {
    const beginning = beginningOf(path);
    if (beginning !== '' && !beginning.includes(mark)) throw notOurs(path, title);
    await write(path, text);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UserError(
      {
        happened: `${title} could not be written to "${path}": ${reason}.`,
        means: 'Nothing was saved.',
        next: 'Name a file in an existing, writable folder.',
      },
      { cause },
    );
  }
}

/** Read at once. Empty for what holds nothing that could be lost: a file that does not exist, a terminal, a pipe. */
function beginningOf(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return '';
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(nearBeginning);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, nearBeginning, 0));
  } finally {
    closeSync(file);
  }
}

function notOurs(path: string, title: string): UserError {
  return new UserError({
    happened: `${title} was not written to "${path}": a file of that name already exists, which Staged Upgrade did not write.`,
    means: 'It was left as it is. Nothing was saved.',
    next: 'Name another file, or move this one away first.',
  });
}
