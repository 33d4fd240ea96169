import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { assertNoCanary, canary, plainCanary } from './canary.ts';

const secret = canary('PRODUCTION_PASSWORD');

function leak(text: string): Promise<string> {
  return assertNoCanary([plainCanary('OTHER'), secret], { texts: { 'the report': text } }).then(
    () => 'none',
    (error: unknown) => String(error),
  );
}

test('a secret is found in whatever form it was written, wherever it is in a text', async () => {
  const written: [string, (text: string) => string][] = [
    ['as it is', (text) => text],
    ['as JSON', (text) => JSON.stringify({ text })],
    ['as JSON in JSON', (text) => JSON.stringify(JSON.stringify({ text }))],
    ['URL-encoded', (text) => encodeURIComponent(text)],
    ['URL-encoded as a form', (text) => new URLSearchParams({ text }).toString()],
    ['in base64', (text) => Buffer.from(text).toString('base64')],
    ['in base64 for URLs', (text) => Buffer.from(text).toString('base64url')],
    ['as hexadecimal', (text) => Buffer.from(text).toString('hex')],
  ];
  const around = fc.string({ unit: 'binary-ascii', maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...written), around, around, async ([title, write], before, after) => {
      const message = await leak(write(before + secret.value + after));
      assert.match(message, /PRODUCTION_PASSWORD, .*, in the report/, title);
      assert.ok(!message.includes(secret.value), 'the message shows the secret');
    }),
    { numRuns: 300 },
  );
});

test('a text without the secret passes', async () => {
  assert.equal(await leak(`canary-${secret.name} ${secret.value.slice(0, 20)}`), 'none');
});

test('a secret is found in files and file names, however deep', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-canary-'));
  const [inFile, inName, inObject] = [plainCanary('IN_FILE'), plainCanary('IN_NAME'), canary('IN_OBJECT')];
  try {
    await mkdir(join(folder, 'a', '.git'), { recursive: true });
    await writeFile(join(folder, 'a', '.git', 'config'), Buffer.from([0xff, 0, ...Buffer.from(inFile.value), 0xfe]));
    await writeFile(join(folder, 'a', `dump-${inName.value}.log`), '');
    await writeFile(join(folder, 'a', '.git', 'object'), deflateSync(`blob 50\0password: ${inObject.value}`));
    await assertNoCanary([plainCanary('NOWHERE')], { folders: [folder] });
    await assert.rejects(assertNoCanary([inFile], { folders: [folder] }), /IN_FILE, as it is, in .*config/);
    await assert.rejects(assertNoCanary([inName], { folders: [folder] }), /IN_NAME/);
    await assert.rejects(assertNoCanary([inObject], { folders: [folder] }), /IN_OBJECT, as it is, in .*object/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
