import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'node:zlib';

/** A secret value that occurs nowhere else, to be searched for in everything that a run leaves behind. */
export interface Canary {
  readonly name: string;
  readonly value: string;
}

/** Contains characters that are encoded in a URL, in JSON and in HTML: such a leak counts too. */
export function canary(name: string): Canary {
  return { name, value: `canary-${randomBytes(9).toString('hex')}/+"&=% $'` };
}

/** As `canary`, for a value that must be usable inside a URL or a file name as it is. */
export function plainCanary(name: string): Canary {
  return { name, value: `canary-${randomBytes(12).toString('hex')}` };
}

/** Only its letters and digits: what stays as it was, however the rest is escaped, for example in Markdown. */
export function inPart({ name, value }: Canary): Canary {
  return { name: `${name}, in part`, value: /^canary-[0-9a-f]+/.exec(value)?.[0] ?? value };
}

export interface Searched {
  /**
   * Folders that are searched with all that is in them, `.git` included: file names and contents, gzip and zlib too.
   * Not git's packs: what was fetched is better searched as the text of `git log --patch --all`.
   */
  readonly folders?: readonly string[];
  /** Texts by a name that tells a person where each came from, such as `summary of hop 2`. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Fails when one of the canaries is found anywhere, as it is or encoded, and says where. Never shows the value. */
export async function assertNoCanary(canaries: readonly Canary[], searched: Searched): Promise<void> {
  const found: string[] = [];
  const search = (place: string, content: Buffer): void => {
    for (const { name, value } of canaries) {
      const form = forms(value).find(({ bytes }) => content.includes(bytes));
      if (form !== undefined) found.push(`${name}, ${form.title}, in ${place}`);
    }
  };
  for (const [place, text] of Object.entries(searched.texts ?? {})) search(place, Buffer.from(text));
  for (const folder of searched.folders ?? []) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      search(`the name of ${JSON.stringify(entry.name)}`, Buffer.from(entry.name));
      if (entry.isFile()) for (const content of readable(await readFile(path))) search(path, content);
    }
  }
  assert.deepEqual(found, [], 'A secret was found where none may be.');
}

/** A file as it is and, when it is gzip or zlib (each loose object of git is), what is compressed in it. */
function readable(file: Buffer): Buffer[] {
  try {
    return [file, unzipSync(file)];
  } catch {
    return [file];
  }
}

function forms(value: string): { title: string; bytes: Buffer }[] {
  const json = JSON.stringify(value).slice(1, -1);
  const texts: [string, string][] = [
    ['as it is', value],
    ['as JSON', json],
    ['as JSON in JSON', JSON.stringify(json).slice(1, -1)],
    ['URL-encoded', encodeURIComponent(value)],
    ['URL-encoded as a form', new URLSearchParams({ '': value }).toString().slice(1)],
    ['as HTML', value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')],
    ['as hexadecimal', Buffer.from(value).toString('hex')],
    ...base64Forms(value),
  ];
  return texts.map(([title, text]) => ({ title, bytes: Buffer.from(text) }));
}

/**
 * Base64 of a longer text that holds the value looks different with each of the three positions at which the value may
 * begin, so the part that the value alone decides is searched for, in both alphabets.
 */
function base64Forms(value: string): [string, string][] {
  return [0, 1, 2].flatMap((before): [string, string][] => {
    const encoded = Buffer.concat([Buffer.alloc(before), Buffer.from(value)])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((before * 8) / 6);
    const whole = Math.floor(((before + Buffer.byteLength(value)) * 8) / 6);
    const own = encoded.slice(first, whole);
    return [
      ['in base64', own],
      ['in base64 for URLs', own.replaceAll('+', '-').replaceAll('/', '_')],
    ];
  });
}
