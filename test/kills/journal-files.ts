import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/*
 * Reads the files of a folder journal without any of the product's code: what is judged here was written by the product,
 * so its reader must not be used.
 */

const hop = z.object({ id: z.string(), from: z.string(), to: z.string(), digest: z.string() });

const stored = z.object({
  sequence: z.int(),
  previous: z.string(),
  checksum: z.string(),
  at: z.string(),
  run: z.object({ id: z.string() }),
  event: z.object({
    type: z.string(),
    hop: hop.exactOptional(),
    environment: z.string().exactOptional(),
    purpose: z.string().exactOptional(),
    backup: z.string().exactOptional(),
    version: z.string().exactOptional(),
    to: z.string().exactOptional(),
    dataAt: z.string().exactOptional(),
    fence: z.int().exactOptional(),
    expiresAt: z.string().exactOptional(),
    preempted: z.string().exactOptional(),
  }),
});

export type JournalFile = z.output<typeof stored>;

export interface JournalReading {
  readonly entries: readonly JournalFile[];
  /** What is not as it must be, one text each. */
  readonly faults: readonly string[];
}

/**
 * @param folder the folder of one system
 * @param seen what each file held when it was first seen; files that were not seen before are added
 */
export async function readJournalFiles(folder: string, seen: Map<string, Buffer>): Promise<JournalReading> {
  const faults: string[] = [];
  const entries: JournalFile[] = [];
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  const gone = [...seen.keys()].filter((name) => !names.includes(name));
  for (const name of gone) faults.push(`${name} was in the journal and is gone`);
  let previous = '';
  for (const [index, name] of names.entries()) {
    const content = await readFile(join(folder, name));
    const before = seen.get(name);
    if (before === undefined) seen.set(name, content);
    else if (!before.equals(content)) faults.push(`${name} is not what it was: ${changeOf(before, content)}`);
    const number = index + 1;
    if (name !== `${String(number).padStart(6, '0')}.json`) faults.push(`${name} stands where entry ${number} must be`);
    const read = readJournalFile(content);
    if (typeof read === 'string') {
      faults.push(`${name}: ${read}`);
    } else {
      if (read.sequence !== number) faults.push(`${name} holds entry ${read.sequence}`);
      if (read.previous !== previous) faults.push(`${name} is not chained to the one before it`);
      entries.push(read);
    }
    previous = sha256(content);
  }
  return { entries, faults };
}

/** The entry, or why the file holds none. */
export function readJournalFile(content: Buffer): JournalFile | string {
  const text = content.toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return `it is not JSON (${content.length} bytes)`;
  }
  const read = stored.safeParse(json);
  if (!read.success) return `it is no entry: ${read.error.issues.map(({ path }) => path.join('.')).join(', ')}`;
  const bare = text.replace(/,\n {2}"checksum": "[0-9a-f]{64}"\n\}\n$/, '\n}\n');
  return sha256(bare) === read.data.checksum ? read.data : 'its checksum does not fit';
}

/** What people call it: `deploying production`, `rehearsed`. */
export function nameOf({ event }: JournalFile): string {
  return event.environment === undefined ? event.type : `${event.type} ${event.environment}`;
}

export function isLease({ event }: JournalFile): boolean {
  return event.type.startsWith('lease-');
}

/** When the newest lease expires, as written; undefined if it was released or there was none. */
export function leaseEnd(entries: readonly JournalFile[]): Date | undefined {
  const last = entries.findLast(isLease);
  const end = last?.event.expiresAt;
  return last === undefined || end === undefined ? undefined : new Date(end);
}

export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function changeOf(before: Buffer, now: Buffer): string {
  return before.length === now.length ? 'other bytes' : `${before.length} bytes were ${now.length} later`;
}
