import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';

/** What a restore must know of the server that was dumped, and the archive does not tell. */
export type ConnectionSource = z.output<typeof source>;

const source = z.object({
  /** Major version of the server. */
  serverMajor: z.int(),
  /** The roles that own something in the archive or have a right on it. */
  roles: z.array(z.string()),
});

const sourceName = 'source.json';

export async function writeSource(directory: string, value: ConnectionSource): Promise<void> {
  await writeFile(join(directory, sourceName), `${JSON.stringify(value, null, 2)}\n`);
}

export async function readSource(directory: string): Promise<ConnectionSource> {
  try {
    return source.parse(JSON.parse(await readFile(join(directory, sourceName), 'utf8')));
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The backup has no readable "${sourceName}".`,
        means: 'It is not a whole backup of PostgreSQL. Nothing was restored.',
        next: 'Take another backup.',
      },
      { cause },
    );
  }
}
