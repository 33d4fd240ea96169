import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import type { DatabaseUse } from '../database.ts';
import { openForReading } from './file.ts';

/** A backup reads the file; a restore puts another one in its place, for which it must write in its folder. */
export async function preflight(file: string, use: DatabaseUse): Promise<Finding[]> {
  if (use === 'backup') {
    (await openForReading(file)).close();
    return [fine('the database of production', `"${file}" can be read.`)];
  }
  const subject = 'the database of staging';
  const folder = dirname(await realpath(file).catch(() => file));
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return [fine(subject, `"${file}" can be replaced.`)];
  } catch {
    return [
      problem(subject, {
        happened: `The folder "${folder}" does not exist, or this user may not write in it.`,
        means: 'A restore puts the copy into that folder, so every rehearsal would fail.',
        next: 'Make the folder, or let this user write in it.',
      }),
    ];
  }
}
