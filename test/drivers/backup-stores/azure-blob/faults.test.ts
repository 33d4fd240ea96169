import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { BackupStore } from '../../../../src/drivers/backup-stores/store.ts';
import { backupStore } from '../../../../src/drivers/backup-stores.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import type { Effects } from '../../../../src/world/effects/effects.ts';
import { listingPage } from '../../../../src/world/objects/azure/listing.ts';
import { azurite, newAzureContainer } from '../../../support/azurite.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { backupFacts } from '../facts.ts';

type Disturb = (url: URL, init: RequestInit, ask: () => Promise<Response>) => Promise<Response>;

async function open(
  t: TestContext,
  settings: object,
  disturb: Disturb,
  overrides: Partial<Effects> = {},
): Promise<BackupStore> {
  const scratch = await mkdtemp(join(tmpdir(), 'staged-upgrade-scratch-'));
  t.after(() => rm(scratch, { recursive: true, force: true }));
  const disturbed: typeof fetch = (input, init = {}) =>
    disturb(new URL(String(input instanceof Request ? input.url : input)), init, () => fetch(input, init));
  const effects = {
    ...databaseEffects({ AZURE_KEY: Buffer.from('a-key').toString('base64'), SCRATCH: scratch }),
    fetch: disturbed,
    clock: { now: () => new Date(), sleep: () => systemClock.sleep(0) },
    ...overrides,
  };
  const context = { effects, where: 'backup.store', placeholders: { system: 'records' } };
  return backupStore.parse({ 'azure-blob': { ...settings, scratch: '${SCRATCH}' } }).open(context)({});
}

function answer(status: number, code: string): Response {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>No.</Message></Error>`;
  return new Response(body, { status, headers: { 'x-ms-error-code': code } });
}

const place = { account: 'acme', container: 'upgrades' };
const nothing = '<?xml version="1.0"?><EnumerationResults><Blobs /><NextMarker /></EnumerationResults>';

const refusals: readonly (readonly [what: string, () => Response, happened: RegExp, next: RegExp])[] = [
  [
    'no container',
    () => answer(404, 'ContainerNotFound'),
    /there is no container "upgrades" in the account "acme"/,
    /correct "container" in backup\.store\.azure-blob/,
  ],
  [
    'missing rights',
    () => answer(403, 'AuthorizationPermissionMismatch'),
    /a permission is missing \(403: AuthorizationPermissionMismatch\)/,
    /Storage Blob Data Contributor/,
  ],
  [
    'a key that is wrong, or a wrong clock',
    () => answer(403, 'AuthenticationFailed'),
    /does not accept the credentials/,
    /the clock of this machine/,
  ],
  ['a server that stays busy', () => answer(503, 'ServerBusy'), /the server is busy or failed \(503/, /again later/],
];

for (const [what, refusal, happened, next] of refusals) {
  test(`${what}: reported with what to do`, async (t) => {
    const store = await open(t, { ...place, 'account-key': '${AZURE_KEY}' }, async () => refusal());
    for (const ask of [() => store.list(), () => store.begin('one')])
      await assert.rejects(ask, (error) => {
        assert(error instanceof SystemFailure);
        assert.match(error.detail.happened, happened);
        assert.match(error.detail.next, next);
        return true;
      });
  });
}

test('with every request throttled, a large file arrives complete, its blocks in order', {
  skip: azurite.skip,
}, async (t) => {
  const { settings, variables } = await newAzureContainer();
  const asked = new Set<string>();
  let blocks = 0;
  const disturb: Disturb = async (url, { method }, ask) => {
    if (url.searchParams.get('comp') === 'block') blocks += 1;
    const request = `${method} ${url}`;
    if (asked.has(request)) return await ask();
    asked.add(request);
    return answer(503, 'ServerBusy');
  };
  const store = await open(t, { ...settings, 'account-key': variables.AZURE_KEY }, disturb);
  const content = randomBytes(34 * 1024 * 1024);
  const draft = await store.begin('one');
  await writeFile(join(await draft.directoryFor('records'), 'rows.dat'), content);
  const facts = backupFacts('one');
  await draft.commit({ ...facts, data: facts.data.filter(({ name }) => name === 'records') });
  assert.ok(blocks >= 6, `${blocks} requests for three blocks`);
  const stored = await store.open('one');
  assert.ok((await readFile(join(stored.directoryOf('records'), 'rows.dat'))).equals(content));
  await stored.release();
});

test('a workload identity is exchanged for a token, which is requested once', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-token-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'token');
  await writeFile(file, 'of-the-job\n');
  const logins: string[] = [];
  const masked: string[] = [];
  const disturb: Disturb = async (url, { headers, body }) => {
    if (url.host === 'login.microsoftonline.com') {
      logins.push(`${url.pathname} ${body}`);
      return Response.json({ access_token: 'of-the-account', expires_in: 3600 });
    }
    assert.equal(new Headers(headers).get('authorization'), 'Bearer of-the-account');
    return new Response(nothing);
  };
  const environment = { AZURE_TENANT_ID: 'acme-tenant', AZURE_CLIENT_ID: 'upgrader', AZURE_FEDERATED_TOKEN_FILE: file };
  const store = await open(t, place, disturb, { environment, mask: (value) => masked.push(value) });
  for (let times = 0; times < 2; times++) assert.deepEqual(await store.list(), { backups: [], damaged: [] });
  assert.equal(logins.length, 1);
  assert.match(logins[0] ?? '', /^\/acme-tenant\/oauth2\/v2\.0\/token .*client_assertion=of-the-job/);
  assert.ok(masked.includes('of-the-account'));
});

test('what "az login" has set up is read with "az"; if there is no login, that is reported', async (t) => {
  const answers = [
    { exitCode: 0, stdout: JSON.stringify({ accessToken: 'of-az', expires_on: 4_000_000_000 }) },
    { exitCode: 1, stdout: '' },
  ];
  for (const { exitCode, stdout } of answers) {
    const processes = {
      run: async () => ({ exitCode, endedBy: undefined, stdout, stderr: '', milliseconds: 1 }),
    };
    const store = await open(t, place, async () => new Response(nothing), { processes, environment: {} });
    if (exitCode === 0) assert.deepEqual(await store.list(), { backups: [], damaged: [] });
    else await assert.rejects(store.list(), /has no credentials for it: "az account get-access-token" gave no token/);
  }
});

test('names with all characters that XML escapes are read correctly', () => {
  const page = listingPage(
    '<EnumerationResults><Blobs><Blob><Name>a&amp;b&lt;&#233;/x</Name><Properties><Content-Length>7</Content-Length><Etag>"1"</Etag></Properties></Blob><Blob><Name Encoded="true">a%EF%BF%BEb</Name></Blob><BlobPrefix><Name>one/</Name></BlobPrefix></Blobs><NextMarker>more</NextMarker></EnumerationResults>',
  );
  assert.deepEqual(
    page.objects.map(({ key, bytes }) => [key, bytes]),
    [
      ['a&b<é/x', 7],
      ['a\uFFFEb', 0],
    ],
  );
  assert.deepEqual([page.folders, page.next], [['one/'], 'more']);
});
