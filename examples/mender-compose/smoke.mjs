import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * Tests of this installation's own, as Staged Upgrade runs them in both environments:
 *
 *   node smoke.mjs link URL FILES     the link of an artifact answers, and leads into the bucket that deploy/ENVIRONMENT.FILES.yml names
 *   node smoke.mjs write URL FILES    on staging an artifact is uploaded, downloaded and removed; a device is refused until it is
 *                                     accepted, and then gets its token. On production nothing is written.
 *
 * From the environment: TOKEN (of a user who may do this), STAGED_UPGRADE_ENVIRONMENT. The artifact is smoke.mender, made once by
 * mender-artifact write module-image --type single-file --device-type staged-upgrade --artifact-name staged-upgrade --file README.md --output-path smoke.mender
 */
const [what = '', url = '', files = ''] = process.argv.slice(2);
const { TOKEN = '', STAGED_UPGRADE_ENVIRONMENT: environment = '' } = process.env;
const artifacts = '/api/management/v1/deployments/artifacts';
const devices = '/api/management/v2/devauth/devices';

/**
 * @param {string} method
 * @param {string} path
 * @param {{ body?: string | FormData, headers?: Record<string, string>, expect?: number }} [more]
 */
async function ask(method, path, { body, headers = {}, expect = 200 } = {}) {
  const authorization = `Bearer ${TOKEN}`;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  if (response.status !== expect) {
    throw new Error(`${method} ${path.replace(/[?].*/, '')} answered ${response.status}, expected ${expect}`);
  }
  return response;
}

/** The one that this environment is deployed with. */
async function ownBucket() {
  const file = `deploy/${environment}.${files}.yml`;
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  const [, bucket] = /(?:AWS|STORAGE)_BUCKET: *"?([\w.-]+)/.exec(text) ?? [];
  if (bucket === undefined) throw new Error(`${file} names no bucket`);
  return bucket;
}

/** @param {string} id */
async function download(id) {
  const { uri } = await (await ask('GET', `${artifacts}/${id}/download`)).json();
  const [bucket, { host, pathname }] = [await ownBucket(), new URL(uri)];
  if (!host.startsWith(`${bucket}.`) && !pathname.split('/').includes(bucket))
    throw new Error(`the download link of an artifact does not lead into the bucket ${bucket}`);
  const response = await fetch(uri);
  if (response.status !== 200) throw new Error(`the download link of an artifact answers ${response.status}`);
  return createHash('sha256')
    .update(new Uint8Array(await response.arrayBuffer()))
    .digest('hex');
}

async function writeArtifact() {
  const artifact = await readFile(new URL('smoke.mender', import.meta.url));
  const form = new FormData();
  form.append('artifact', new Blob([artifact]), 'smoke.mender');
  const { headers } = await ask('POST', artifacts, { body: form, expect: 201 });
  const id = (headers.get('location') ?? '').replace(/.*\//, '');
  await download(id);
  await ask('DELETE', `${artifacts}/${id}`, { expect: 204 });
}

async function letDeviceIn() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const id = { mac: `staged-upgrade-${Date.now()}` };
  const pubkey = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const body = JSON.stringify({ id_data: JSON.stringify(id), pubkey });
  const signature = sign('sha256', Buffer.from(body), privateKey).toString('base64');
  const headers = { 'content-type': 'application/json', 'x-men-signature': signature, authorization: '' };
  const knock = (/** @type {number} */ expect) =>
    ask('POST', '/api/devices/v1/authentication/auth_requests', { body, headers, expect });
  await knock(401);
  const pending = await (await ask('GET', `${devices}?status=pending&per_page=500`)).json();
  const found = pending.find((/** @type {any} */ device) => device.identity_data?.mac === id.mac);
  if (found === undefined) throw new Error('a device that knocks is not among those that are pending');
  await ask('PUT', `${devices}/${found.id}/auth/${found.auth_sets[0].id}/status`, {
    body: JSON.stringify({ status: 'accepted' }),
    headers: { 'content-type': 'application/json' },
    expect: 204,
  });
  await knock(200);
  await ask('DELETE', `${devices}/${found.id}`, { expect: 204 });
}

try {
  if (what === 'link') {
    const [first] = await (await ask('GET', `${artifacts}?per_page=1`)).json();
    if (first !== undefined) await download(first.id);
  } else if (environment === 'staging') {
    await writeArtifact();
    await letDeviceIn();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
