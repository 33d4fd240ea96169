import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { BackupStore } from '../../../../src/drivers/backup-stores/store.ts';
import { backupStore } from '../../../../src/drivers/backup-stores.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { fakeGcs, newGcsBucket } from '../../../support/fake-gcs.ts';
import { backupFacts } from '../facts.ts';

type Disturb = (url: URL, method: string, ask: () => Promise<Response>) => Promise<Response>;

async function open(t: TestContext, settings: object, disturb: Disturb): Promise<BackupStore> {
  const scratch = await mkdtemp(join(tmpdir(), 'staged-upgrade-scratch-'));
  t.after(() => rm(scratch, { recursive: true, force: true }));
  const disturbed: typeof fetch = (input, init) =>
    disturb(new URL(String(input instanceof Request ? input.url : input)), init?.method ?? 'GET', () =>
      fetch(input, init),
    );
  const effects = {
    ...databaseEffects({ GCS_TOKEN: 'a-token', SCRATCH: scratch }),
    fetch: disturbed,
    clock: { now: () => new Date(), sleep: () => systemClock.sleep(0) },
  };
  const context = { effects, where: 'backup.store', placeholders: { system: 'records' } };
  return backupStore.parse({ gcs: { ...settings, scratch: '${SCRATCH}' } }).open(context)({});
}

function answer(status: number, message: string): Response {
  return new Response(JSON.stringify({ error: { code: status, message } }), { status });
}

const place = { bucket: 'acme-backups', 'access-token': '${GCS_TOKEN}' };

const refusals: readonly (readonly [what: string, () => Response, happened: RegExp, next: RegExp])[] = [
  [
    'no bucket',
    () => answer(404, 'The specified bucket does not exist.'),
    /there is no bucket "acme-backups"/,
    /correct "bucket" in backup\.store\.gcs/,
  ],
  [
    'missing rights',
    () => answer(403, 'x does not have storage.objects.list access.'),
    /a permission is missing \(403: x does not have/,
    /Storage Object User/,
  ],
  [
    'a token that has expired',
    () => answer(401, 'Invalid Credentials'),
    /does not accept the credentials/,
    /login step/,
  ],
  [
    'a server that stays busy',
    () => answer(429, 'rate limit exceeded'),
    /the server is busy or failed \(429/,
    /again later/,
  ],
];

for (const [what, refusal, happened, next] of refusals) {
  test(`${what}: reported with what to do`, async (t) => {
    const store = await open(t, place, async () => refusal());
    for (const ask of [() => store.list(), () => store.begin('one')])
      await assert.rejects(ask, (error) => {
        assert(error instanceof SystemFailure);
        assert.match(error.detail.happened, happened);
        assert.match(error.detail.next, next);
        return !error.message.includes('a-token');
      });
  });
}

test('with every request throttled, a large file arrives complete, in consecutive parts', {
  skip: fakeGcs.skip,
}, async (t) => {
  const { settings } = await newGcsBucket();
  const asked = new Set<string>();
  let parts = 0;
  const store = await open(t, settings, async (url, method, ask) => {
    if (method === 'PUT') parts += 1;
    const request = `${method} ${url} ${method === 'PUT' ? Math.floor(parts / 2) : ''}`;
    if (!asked.has(request)) {
      asked.add(request);
      return answer(503, 'try again');
    }
    return await ask();
  });
  const content = randomBytes(34 * 1024 * 1024);
  const draft = await store.begin('one');
  await writeFile(join(await draft.directoryFor('records'), 'rows.dat'), content);
  const facts = backupFacts('one');
  await draft.commit({ ...facts, data: facts.data.filter(({ name }) => name === 'records') });
  assert.ok(parts >= 6, `${parts} requests for three parts`);
  const stored = await store.open('one');
  assert.ok((await readFile(join(stored.directoryOf('records'), 'rows.dat'))).equals(content));
  await stored.release();
});

test('what a login step has set is exchanged for a token, through the same kind of requests', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-key-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = {
    type: 'service_account',
    client_email: 'upgrade@acme.iam.gserviceaccount.com',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    token_uri: 'https://oauth2.googleapis.com/token',
  };
  const file = join(folder, 'key.json');
  await writeFile(file, JSON.stringify(key));
  const hosts: string[] = [];
  // The library reads the variable of the process itself.
  process.env.GOOGLE_APPLICATION_CREDENTIALS = file;
  t.after(() => delete process.env.GOOGLE_APPLICATION_CREDENTIALS);
  const store = await open(t, { bucket: 'acme-backups' }, async (url) => {
    hosts.push(url.host);
    return url.host === 'oauth2.googleapis.com'
      ? Response.json({ access_token: 'of-the-account', expires_in: 3600, token_type: 'Bearer' })
      : Response.json({});
  });
  assert.deepEqual(await store.list(), { backups: [], damaged: [] });
  assert.deepEqual([...new Set(hosts)], ['oauth2.googleapis.com', 'storage.googleapis.com']);
});
