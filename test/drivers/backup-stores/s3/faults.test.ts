import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { BackupStore } from '../../../../src/drivers/backup-stores/store.ts';
import { backupStore } from '../../../../src/drivers/backup-stores.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { moto, newMotoBucket } from '../../../support/moto.ts';
import { backupFacts } from '../facts.ts';

type Fetch = typeof globalThis.fetch;
type Disturb = (url: URL, method: string, ask: () => Promise<Response>) => Promise<Response>;

interface Opened {
  readonly store: BackupStore;
  readonly scratch: string;
  readonly pauses: number[];
}

async function open(
  t: TestContext,
  settings: object,
  variables: Readonly<Record<string, string>>,
  disturb: Disturb,
): Promise<Opened> {
  const scratch = await mkdtemp(join(tmpdir(), 'staged-upgrade-scratch-'));
  t.after(() => rm(scratch, { recursive: true, force: true }));
  const pauses: number[] = [];
  const disturbed: Fetch = (input, init) =>
    disturb(new URL(String(input)), init?.method ?? 'GET', () => fetch(input, init));
  const effects = {
    ...databaseEffects({ ...variables, SCRATCH: scratch }),
    fetch: disturbed,
    clock: {
      now: () => new Date(),
      sleep: (milliseconds: number) => {
        pauses.push(milliseconds);
        return systemClock.sleep(0);
      },
    },
  };
  const store = backupStore
    .parse({ s3: { ...settings, scratch: '${SCRATCH}' } })
    .open({ effects, where: 'backup.store', placeholders: { system: 'records' } })({});
  return { store, scratch, pauses };
}

/** Of one data store, in one file. */
async function add(store: BackupStore, id: string, content: Uint8Array): Promise<void> {
  const draft = await store.begin(id);
  await writeFile(join(await draft.directoryFor('records'), 'rows.dat'), content);
  const facts = backupFacts(id);
  await draft.commit({ ...facts, data: facts.data.filter(({ name }) => name === 'records') });
}

function answer(
  status: number,
  code: string,
  message = 'said by the server',
  headers: Record<string, string> = {},
): Response {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
  return new Response(body, { status, headers: { 'content-type': 'application/xml', ...headers } });
}

const place = {
  bucket: 'acme-backups',
  region: 'us-east-1',
  credentials: { 'access-key-id': '${KEY}', 'secret-access-key': '${SECRET}' },
};
const keys = { KEY: 'a-key', SECRET: 'a-secret' };

const refusals: readonly (readonly [what: string, () => Response, happened: RegExp, next: RegExp])[] = [
  [
    'no bucket',
    () => answer(404, 'NoSuchBucket'),
    /there is no bucket "acme-backups"/,
    /Create it, or correct "bucket"/,
  ],
  ['missing rights', () => answer(403, 'AccessDenied'), /a permission is missing \(AccessDenied, 403/, /s3:PutObject/],
  [
    'a bucket in another region',
    () => answer(301, 'PermanentRedirect', 'elsewhere', { 'x-amz-bucket-region': 'eu-west-1' }),
    /is not in the region "us-east-1" but in "eu-west-1"/,
    /Set "region: eu-west-1" in backup\.store\.s3/,
  ],
  ['a wrong clock', () => answer(403, 'RequestTimeTooSkewed'), /clock of this machine differs/, /Set the clock/],
  ['expired credentials', () => answer(400, 'ExpiredToken'), /credentials have expired/, /role-duration-seconds/],
  ['an unknown key', () => answer(403, 'InvalidAccessKeyId'), /does not accept the credentials/, /login step/],
  ['a key that may not be used', () => answer(400, 'KMS.DisabledException'), /KMS key cannot be used/, /kms:Decrypt/],
  [
    'a server that lacks a feature',
    () => answer(501, 'NotImplemented'),
    /does not support the request/,
    /checksum: md5/,
  ],
];

for (const [what, refusal, happened, next] of refusals) {
  test(`${what}: reported at once, with what to do`, async (t) => {
    const { store, pauses } = await open(t, place, keys, async () => refusal());
    for (const ask of [() => store.list(), () => store.begin('one'), () => store.freeBytes()])
      await assert.rejects(ask, (error) => {
        assert(error instanceof SystemFailure);
        assert.match(error.detail.happened, happened);
        assert.match(error.detail.happened, /^s3 acme-backups could not be used/);
        assert.match(error.detail.next, next);
        return !error.message.includes('a-secret');
      });
    assert.deepEqual(pauses, [], 'what does not pass is not asked again');
  });
}

test('a server that stays busy is retried for a while, with longer pauses, and then it is reported', async (t) => {
  const { store, pauses } = await open(t, place, keys, async () => answer(503, 'SlowDown', 'Reduce your request rate'));
  await assert.rejects(store.list(), /the server is busy or failed \(SlowDown, 503: Reduce your request rate\)/);
  assert.equal(pauses.length, 7);
  assert.ok((pauses.at(-1) ?? 0) > (pauses[0] ?? 0) * 8);
});

const large = randomBytes(20 * 1024 * 1024);

test('with every request throttled, and cut off while it is read, a large file arrives complete', {
  skip: moto.skip,
}, async (t) => {
  const { settings, variables } = await newMotoBucket();
  const asked = new Map<string, number>();
  let cuts = 0;
  const { store } = await open(t, settings, variables, async (url, method, ask) => {
    const request = `${method} ${url}`;
    const times = (asked.get(request) ?? 0) + 1;
    asked.set(request, times);
    if (times === 1) return answer(503, 'SlowDown');
    const response = await ask();
    const isFile = method === 'GET' && url.pathname.endsWith('/rows.dat');
    if (!isFile || ++cuts > 2) return response;
    return new Response(cutOff(response), { status: response.status, headers: response.headers });
  });
  await add(store, 'one', large);
  const stored = await store.open('one');
  assert.ok((await readFile(join(stored.directoryOf('records'), 'rows.dat'))).equals(large));
  assert.ok(cuts > 2, 'the connection was lost while the file was read');
  const parts = [...asked.keys()].filter((request) => request.includes('partNumber='));
  assert.equal(parts.length, 2);
  await stored.release();
});

/** The first megabytes, and then the connection is lost. Everything is read first: Node.js handles an unread socket badly. */
async function* received(response: Response): AsyncGenerator<Uint8Array> {
  const whole = new Uint8Array(await response.arrayBuffer());
  yield whole.subarray(0, 3_000_000);
  throw new TypeError('terminated');
}

function cutOff(response: Response): ReadableStream<Uint8Array> {
  return ReadableStream.from(received(response));
}

test('a lost answer after the manifest was written does not lose the backup', { skip: moto.skip }, async (t) => {
  const { settings, variables } = await newMotoBucket();
  let lost = 0;
  const { store, scratch } = await open(t, settings, variables, async (url, method, ask) => {
    const response = await ask();
    if (method !== 'PUT' || !url.pathname.endsWith('/manifest.json') || ++lost > 1) return response;
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) });
  });
  await add(store, 'one', Buffer.from('rows'));
  assert.equal(lost, 2);
  assert.deepEqual(
    (await store.list()).backups.map(({ id }) => id),
    ['one'],
  );
  assert.deepEqual(await readdir(scratch), [], 'nothing of it is left on the disk');
});

test('a backup that another run writes under the same id in the meantime is not replaced', {
  skip: moto.skip,
}, async (t) => {
  const { settings, variables } = await newMotoBucket();
  const { store } = await open(t, settings, variables, (_url, _method, ask) => ask());
  const late = await store.begin('one');
  await writeFile(join(await late.directoryFor('records'), 'rows.dat'), 'of the later one');
  await add(store, 'one', Buffer.from('of the first one'));
  const facts = backupFacts('one');
  const commit = late.commit({ ...facts, data: facts.data.filter(({ name }) => name === 'records') });
  await assert.rejects(commit, /Another run has written the backup "one"/);
  await late.discard();
  const stored = await store.open('one');
  assert.equal(await readFile(join(stored.directoryOf('records'), 'rows.dat'), 'utf8'), 'of the first one');
});

test("what a killed run has left is removed once it is old by the store's clock", {
  skip: moto.skip,
}, async (t) => {
  const { settings, variables, objects } = await newMotoBucket();
  let aged = false;
  const age: Disturb = async (url, method, ask) => {
    const response = await ask();
    if (!aged || method !== 'GET' || !url.searchParams.get('prefix')?.endsWith('/.drafts/')) return response;
    const old = new Date(Date.now() - 15 * 86_400_000).toISOString();
    const text = (await response.text()).replace(
      /(<Key>[^<]*\/killed\/[^<]*<\/Key>.*?<LastModified>)[^<]*/gs,
      (_, before: string) => `${before}${old}`,
    );
    return new Response(text, { status: 200, headers: { 'content-type': 'application/xml' } });
  };
  const { store } = await open(t, settings, variables, age);
  await add(store, 'kept', Buffer.from('rows'));
  // A killed run leaves behind what is neither committed nor discarded.
  const killed = await store.begin('killed');
  await writeFile(join(await killed.directoryFor('records'), 'rows.dat'), 'rows');
  killed.finished?.('records', 'rows.dat');
  await assert.rejects(killed.commit(backupFacts('killed')), /ENOENT|tasks/);
  assert.ok((await objects.keys()).some((key) => key.includes('/killed/')));
  await (await store.begin('soon-after')).discard();
  assert.ok(
    (await objects.keys()).some((key) => key.includes('/killed/')),
    'it may still be written',
  );
  aged = true;
  await (await store.begin('later')).discard();
  assert.deepEqual(
    (await objects.keys()).filter((key) => key.includes('killed')),
    [],
  );
  assert.deepEqual(
    (await store.list()).backups.map(({ id }) => id),
    ['kept'],
  );
});

test('an object under an object lock is neither removed nor hidden, and the message says until when', {
  skip: moto.skip,
}, async (t) => {
  const { settings, variables, objects, hold } = await newMotoBucket({ lock: true });
  const { store } = await open(t, settings, variables, (_url, _method, ask) => ask());
  await add(store, 'one', Buffer.from('rows'));
  const file = (await objects.keys()).find((key) => key.endsWith('/rows.dat')) ?? '';
  await hold(file, '2099-01-01T00:00:00Z');
  const before = await objects.keys();
  assert.deepEqual(await store.remove('one'), { kind: 'held', until: '2099-01-01T00:00:00.000Z' });
  assert.deepEqual(await objects.keys(), before);
  await (await store.open('one')).release();
});
