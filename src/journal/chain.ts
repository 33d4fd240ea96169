import { hash } from 'node:crypto';
import { z } from 'zod';
import { SystemFailure } from '../core/messages/errors.ts';
import {
  type Entry,
  envelope,
  eventTypes,
  type JournalEvent,
  journalEvent,
  type NotUnderstoodEvent,
} from '../core/model/event.ts';
import { type Damage, damageFailure } from './damage.ts';

/** A file of the journal as it is stored. */
export interface StoredFile {
  readonly name: string;
  readonly content: Uint8Array;
  /** Why there is no content to read: something else is where the file should be. */
  readonly unreadable?: string;
}

/** The newest known entry, from wherever: `sequence` 0 and `hash` "" stand for an empty journal. */
export interface Head {
  readonly sequence: number;
  readonly hash: string;
}

export type Chain =
  | { readonly kind: 'intact'; readonly entries: readonly Entry[] }
  | { readonly kind: 'damaged'; readonly damage: Damage };

/** Checked first: otherwise an entry of a newer format might have another shape. */
const formatOnly = z.object({ format: z.int() });

/** No entry comes close to it; a text that is much longer cannot even be held in memory. */
export const longestEntry = 32 * 1024 ** 2;

export const tooLong = `it is longer than ${longestEntry / 1024 ** 2} MiB`;

const checksumLine = /^,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/;

const checksumLength = `,\n  "checksum": "${'0'.repeat(64)}"\n}\n`.length;

/** The file of an entry: `000042.json`. The name is only the number, so that two writers cannot both take one number. */
export function entryFileName(sequence: number): string {
  return `${String(sequence).padStart(6, '0')}.json`;
}

/** The number that a file name stands for; undefined if it is not the name of an entry. */
export function entryNumber(fileName: string): number | undefined {
  const digits = /^(\d{6,15})\.json$/.exec(fileName)?.[1];
  const number = Number(digits);
  return number >= 1 && entryFileName(number) === fileName ? number : undefined;
}

export function sha256(content: Uint8Array | string): string {
  return hash('sha256', content);
}

export function headOf(entries: readonly Entry[]): Head {
  const last = entries.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: '' };
}

/**
 * The stored text of an entry: JSON for people to read, with its own checksum last, so that a change of the newest
 * entry is noticed too, although no later entry confirms it.
 */
export function encodeEntry(entry: Omit<Entry, 'hash' | 'event'> & { readonly event: JournalEvent }): StoredFile {
  // The schema decides what is written, and refuses what could not be read again.
  const { event, ...rest } = entry;
  const bare = `${JSON.stringify({ ...rest, event: journalEvent.parse(event) }, null, 2)}\n`;
  const checksum = `,\n  "checksum": "${sha256(bare)}"\n}\n`;
  return { name: entryFileName(entry.sequence), content: Buffer.from(bare.replace(/\n\}\n$/, () => checksum)) };
}

/**
 * What was verified before, by file name: a step reads the journal many times, and the same bytes in the same place need
 * not be parsed again.
 */
export type KnownEntries = Map<string, { readonly content: Uint8Array; readonly entry: Entry }>;

export interface Verified {
  /** The first entries, which were verified before: the files are those after them. */
  readonly earlier?: readonly Entry[];
  /** Read from and added to. */
  readonly known?: KnownEntries;
}

/** Reads and verifies the files of one system, in any order. Never throws because of its input. */
export function decodeChain(
  files: readonly StoredFile[],
  system: string,
  { earlier = [], known }: Verified = {},
): Chain {
  const numbered = new Map<number, StoredFile>();
  const unexpected: string[] = [];
  for (const file of files) {
    const number = entryNumber(file.name);
    if (number === undefined) unexpected.push(file.name);
    else numbered.set(number, file);
  }
  const first = unexpected.sort()[0];
  if (first !== undefined) {
    const isThere = (number: number): boolean => numbered.has(number) || (number >= 1 && number <= earlier.length);
    return { kind: 'damaged', damage: unexpectedDamage(first, isThere) };
  }

  let newest = earlier.length;
  for (const number of numbered.keys()) newest = Math.max(newest, number);
  const entries: Entry[] = [...earlier];
  for (let sequence = earlier.length + 1; sequence <= newest; sequence++) {
    const file = numbered.get(sequence);
    if (!file) {
      return {
        kind: 'damaged',
        damage: { kind: 'gap', missing: entryFileName(sequence), newest: entryFileName(newest) },
      };
    }
    const before = headOf(entries);
    const same = known?.get(file.name);
    const isKnown = same?.entry.system === system && same.entry.previous === before.hash;
    if (isKnown && (same.content === file.content || Buffer.compare(same.content, file.content) === 0)) {
      entries.push(same.entry);
      continue;
    }
    const read = decodeEntry(file, sequence, before, system);
    if ('kind' in read) return { kind: 'damaged', damage: read };
    known?.set(file.name, { content: file.content, entry: read });
    entries.push(read);
  }
  return { kind: 'intact', entries };
}

/** @throws SystemFailure if the files are not a complete journal of this system; `where` is the journal's description */
export function readChain(
  files: readonly StoredFile[],
  system: string,
  where: string,
  verified?: Verified,
): readonly Entry[] {
  const chain = decodeChain(files, system, verified);
  if (chain.kind === 'damaged') throw damageFailure(where, chain.damage);
  return chain.entries;
}

/**
 * A chain proves its beginning, not its end: if the newest entries are removed, the rest is still a chain. So whoever has
 * seen a head (a plan made yesterday, an earlier step) asks whether it is still there.
 * @throws SystemFailure if the journal does not hold that entry any more
 */
export function verifyContains(entries: readonly Entry[], head: Head, where = 'as it is now'): void {
  if (head.sequence === 0) return;
  const entry = entries[head.sequence - 1];
  if (entry?.hash === head.hash) return;
  const happened = entry
    ? `Entry ${head.sequence} of the journal (${where}) is not the one that was there before.`
    : `The journal (${where}) ends at entry ${entries.length}; entry ${head.sequence} was there before.`;
  throw new SystemFailure({
    happened,
    means: 'The journal went backwards: it was rewritten, force-pushed or restored from an old copy. Nothing was done.',
    next: `Restore the journal that contains entry ${head.sequence} (the folder's backup, or the branch's earlier commit), then run this again.`,
  });
}

function decodeEntry(file: StoredFile, sequence: number, before: Head, system: string): Entry | Damage {
  const unreadable = file.unreadable ?? (file.content.length > longestEntry ? tooLong : undefined);
  if (unreadable !== undefined) return { kind: 'unreadable', file: file.name, reason: unreadable };
  const text = Buffer.from(file.content).toString('utf8');
  const json = parseJson(text);
  if (json.kind === 'broken') return { kind: 'unreadable', file: file.name, reason: json.reason };
  const format = formatOnly.safeParse(json.value);
  if (format.success && format.data.format > 1) return { kind: 'newer', file: file.name, format: format.data.format };

  // The line has a fixed length: searching the whole text for it is what takes long in a long journal.
  const [end, bare] = [text.slice(-checksumLength), text.slice(0, -checksumLength)];
  const checksum = checksumLine.exec(end)?.[1];
  if (checksum === undefined || checksum !== sha256(`${bare}\n}\n`)) return { kind: 'edited', file: file.name };
  const read = envelope.safeParse(json.value);
  if (!read.success) return { kind: 'invalid', file: file.name, reason: issues(read.error) };
  const entry = read.data;
  if (entry.sequence !== sequence) return { kind: 'misnumbered', file: file.name, sequence: entry.sequence };
  if (entry.system !== system) return { kind: 'other-system', file: file.name, system: entry.system, expected: system };
  if (entry.previous !== before.hash) {
    return {
      kind: 'broken-chain',
      file: file.name,
      before: sequence === 1 ? 'the beginning' : entryFileName(before.sequence),
    };
  }
  const event = readEvent(entry.event);
  if (event.kind === 'invalid') return { kind: 'invalid', file: file.name, reason: event.reason };
  return { ...entry, event: event.value, hash: sha256(file.content) };
}

function readEvent(
  stored: z.output<typeof envelope>['event'],
): { kind: 'read'; value: JournalEvent | NotUnderstoodEvent } | { kind: 'invalid'; reason: string } {
  const { type, ...content } = stored;
  if (!eventTypes.has(type)) return { kind: 'read', value: { type: 'not-understood', name: type, content } };
  const read = journalEvent.safeParse(stored);
  return read.success
    ? { kind: 'read', value: read.data }
    : { kind: 'invalid', reason: `${type}: ${issues(read.error)}` };
}

function parseJson(text: string): { kind: 'json'; value: unknown } | { kind: 'broken'; reason: string } {
  if (text === '') return { kind: 'broken', reason: 'it is empty' };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'broken', reason: text.endsWith('}\n') ? 'it is not JSON' : 'it ends in the middle' };
  }
}

function unexpectedDamage(file: string, isThere: (number: number) => boolean): Damage {
  const digits = /(?:^|\/)0*(\d+)[^\d/][^/]*$/.exec(file)?.[1];
  const number = Number(digits);
  return digits !== undefined && isThere(number)
    ? { kind: 'duplicate', file, original: entryFileName(number) }
    : { kind: 'foreign', file };
}

function issues(error: z.ZodError): string {
  return error.issues.map((issue) => `"${issue.path.join('.')}": ${issue.message}`).join('; ');
}
