import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import type { Clock } from '../../../world/clock.ts';
import type { PreflightRequest } from '../data-store.ts';
import { openForReading } from './file.ts';
import { noFolder } from './identity.ts';

/** A backup reads the file; a restore replaces it by another one, for which it must write in its folder. */
export async function preflight(file: string, clock: Clock, { use, subject }: PreflightRequest): Promise<Finding[]> {
  if (use === 'backup') {
    (await openForReading(file, { clock })).close();
    return [fine(subject, `"${file}" can be read.`)];
  }
  const folder = dirname(await realpath(file).catch(() => file));
  try {
    await access(folder, constants.W_OK | constants.X_OK);
    return [fine(subject, `"${file}" can be replaced.`)];
  } catch (cause) {
    // In the same words as other checks that stop at it, so that it is reported once.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') throw noFolder(folder, cause);
    return [
      problem(subject, {
        happened: `This user may not write in the folder "${folder}".`,
        means: 'A restore puts the copy into that folder, so every rehearsal would fail.',
        next: 'Let this user write in it.',
      }),
    ];
  }
}
