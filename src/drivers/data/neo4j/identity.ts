import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark } from '../../../core/model/mark.ts';
import { syncFile, syncFolder } from '../../../world/durable-files.ts';
import type { ServerFacts } from './server-facts.ts';

export interface Place {
  /** Without credentials: `localhost:7687`. */
  readonly address: string;
  readonly database: string;
}

export async function identityOf({ address, database }: Place, facts: ServerFacts): Promise<LiveIdentity> {
  return {
    kind: 'neo4j',
    lineage: { server: facts.server, databases: database },
    location: { host: hostname(), address, database },
    mark: facts.isHere ? await readMark(markPath(facts, database), facts) : { kind: 'none' },
  };
}

/** A file in the server's folder, beside its databases: neither a dump nor a backup of one includes it. */
export async function putMark(
  place: Place,
  facts: ServerFacts,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
): Promise<LiveIdentity | undefined> {
  const identity = await identityOf(place, facts);
  if (!facts.isHere) throw notHere(facts, 'Nothing was marked.');
  const mark = await choose({ identity, name: `${place.address}/${place.database}` });
  if (mark === undefined) return undefined;
  const kept = markPath(facts, place.database);
  try {
    await writeFile(`${kept}.new`, `${markText(mark)}\n`);
    await syncFile(`${kept}.new`);
    await rename(`${kept}.new`, kept);
    await syncFolder(facts.folder);
  } catch (cause) {
    throw new SystemFailure(
      {
        happened: `The mark "${kept}" could not be written.`,
        means: 'The database is not marked as disposable.',
        next: 'Run this as a user who may write to the data folder of Neo4j.',
      },
      { cause },
    );
  }
  return await identityOf(place, facts);
}

function markPath({ folder }: ServerFacts, database: string): string {
  return join(folder, `staged-upgrade-disposable.${database}`);
}

/** Tied to its own file and to the server: a copy of the file, or of the server's data, reads with another tie. */
async function readMark(kept: string, { server }: ServerFacts): Promise<Mark> {
  const text = await readFile(kept, 'utf8').catch(() => undefined);
  if (text === undefined) return { kind: 'none' };
  const { ino } = await stat(kept, { bigint: true });
  const place = `the file "${kept}"`;
  const mark = markIn(text, { tiedTo: `file number ${ino}, of server ${server}`, place });
  return mark.kind === 'none' ? { kind: 'unclear', reason: 'its mark cannot be read', place } : mark;
}

export function notHere({ folder }: ServerFacts, means: string): SystemFailure {
  return new SystemFailure({
    happened: `The data of Neo4j is in "${folder}", which is not a folder of that server on this machine.`,
    means: `neo4j-admin works on the files of the server, beside it. ${means}`,
    next: 'Run this job on the machine of that server, as a user who may read its folder.',
  });
}
