import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { aboutBadBackup } from '../../../core/messages/bad-backup.ts';
import { SystemFailure } from '../../../core/messages/errors.ts';

const information = z.looseObject({
  backup_id: z.string(),
  infrahub_version: z.string(),
  components: z.array(z.string()),
  checksums: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
  neo4j_edition: z.string().optional(),
});
export type ArchiveInformation = z.output<typeof information>;

export interface Archive {
  readonly file: string;
  readonly information: ArchiveInformation;
}

const infoPath = 'backup/backup_information.json';
const maxInformation = 16 * 1024 * 1024;

/** Reads the archive from start to end. Rejects if a file that its own list names is missing or differs. */
export async function readArchive(directory: string, signal?: AbortSignal): Promise<Archive> {
  signal?.throwIfAborted();
  const names = await readdir(directory).catch(() => []);
  const [name, ...others] = names.filter((each) => /^infrahub_backup_.*\.tar\.gz$/.test(each));
  if (name === undefined) throw damaged('its archive is missing');
  if (others.length > 0) throw damaged(`it has ${others.length + 1} archives`);
  const file = join(directory, name);
  const sums = new Map<string, string>();
  let text = '';
  try {
    for await (const entry of entriesOf(file, signal)) {
      sums.set(entry.path, entry.sha256);
      if (entry.path === infoPath) text = entry.text;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof SystemFailure) throw cause;
    throw damaged(`"${name}" cannot be read to its end`, cause);
  }
  const read = information.safeParse(jsonOf(text));
  if (!read.success) throw damaged('"backup_information.json" is missing or cannot be read');
  const { checksums, components } = read.data;
  if (Object.keys(checksums).length === 0) throw damaged('it has no checksums');
  for (const [path, sha256] of Object.entries(checksums)) {
    const found = sums.get(`backup/${path}`);
    if (found === undefined) throw damaged(`"${path}" is missing`);
    if (found !== sha256) throw damaged(`"${path}" has other content than when it was written`);
  }
  if (!components.includes('database')) throw damaged('the graph is not in it');
  return { file, information: read.data };
}

interface Entry {
  readonly path: string;
  readonly sha256: string;
  /** For the one file whose text is needed. */
  readonly text: string;
}

const block = 512;

/** The files of a tar archive. Only the checksum of each is kept, however long it is. */
async function* entriesOf(file: string, signal: AbortSignal | undefined): AsyncGenerator<Entry> {
  const input = createReadStream(file, signal === undefined ? {} : { signal });
  const stream = createGunzip();
  input.on('error', (error) => stream.destroy(error));
  input.pipe(stream);
  let rest = Buffer.alloc(0);
  let current:
    | { path: string; left: number; padding: number; hash: ReturnType<typeof createHash>; text: string }
    | undefined;
  let longName: string | undefined;
  let isEnded = false;
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      if (current === undefined) {
        if (rest.length < block || isEnded) break;
        const header = rest.subarray(0, block);
        rest = rest.subarray(block);
        if (header.every((byte) => byte === 0)) {
          isEnded = true;
          break;
        }
        const size = Number.parseInt(textAt(header, 124, 12) || '0', 8);
        if (!Number.isSafeInteger(size)) throw damaged('a header in its archive cannot be read');
        const prefix = textAt(header, 345, 155);
        const short = prefix === '' ? textAt(header, 0, 100) : `${prefix}/${textAt(header, 0, 100)}`;
        const type = String.fromCharCode(header[156] ?? 0);
        const isAbout = ['x', 'g', 'L'].includes(type);
        const path = isAbout ? `\0${type}` : (longName ?? short);
        if (!isAbout) longName = undefined;
        current = { path, left: size, padding: (block - (size % block)) % block, hash: createHash('sha256'), text: '' };
      }
      const part = rest.subarray(0, current.left);
      current.hash.update(part);
      if ((current.path === infoPath || current.path.startsWith('\0')) && current.text.length < maxInformation)
        current.text += part.toString('utf8');
      current.left -= part.length;
      rest = rest.subarray(part.length);
      if (current.left > 0 || rest.length < current.padding) break;
      rest = rest.subarray(current.padding);
      const { path, hash, text } = current;
      current = undefined;
      if (path === '\0x') longName = /\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? longName;
      else if (path === '\0L') longName = text.replace(/\0+$/, '');
      else if (!path.startsWith('\0')) yield { path: path.replace(/^\.\//, ''), sha256: hash.digest('hex'), text };
    }
  }
  if (current !== undefined || !isEnded) throw damaged('its archive ends too early');
}

function textAt(header: Buffer, start: number, length: number): string {
  const text = header.subarray(start, start + length).toString('utf8');
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(why: string, cause?: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: `The backup by infrahub-backup is damaged: ${why}.`,
      means: 'It cannot be used to go back, and nothing was restored from it.',
      next: aboutBadBackup,
    },
    { cause },
  );
}
