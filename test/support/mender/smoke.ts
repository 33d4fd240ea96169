import { z } from 'zod';

/**
 * Tests of an installation's own: the link of an artifact leads into the storage of this environment; on staging one is uploaded and
 * downloaded again, and a device that nobody knows gets no token.
 *
 *   smoke.ts URL
 *
 * From the environment: TOKEN, STAGED_UPGRADE_ENVIRONMENT.
 */
const [url = ''] = process.argv.slice(2);
const { TOKEN = '', STAGED_UPGRADE_ENVIRONMENT: environment = '' } = process.env;
const artifacts = `${url}/api/management/v1/deployments/artifacts`;
const headers = { authorization: `Bearer ${TOKEN}` };

const list = z.array(z.object({ id: z.string() }));
const link = z.object({ uri: z.string() });

function demand(holds: boolean, what: string): void {
  if (holds) return;
  console.error(what);
  process.exit(1);
}

async function download(id: string): Promise<void> {
  const { uri } = link.parse(await (await fetch(`${artifacts}/${id}/download`, { headers })).json());
  const { status } = await fetch(uri);
  demand(status === 200, `an artifact's download link answers ${status}`);
}

const [first] = list.parse(await (await fetch(artifacts, { headers })).json());
if (first !== undefined) await download(first.id);
if (environment === 'staging') {
  const uploaded = await fetch(artifacts, { method: 'POST', headers, body: 'an artifact' });
  demand(uploaded.status === 201, `an upload answers ${uploaded.status}`);
  await download((uploaded.headers.get('location') ?? '').replace(/.*\//, ''));
  const asking = await fetch(`${url}/api/devices/v1/authentication/auth_requests`, {
    method: 'POST',
    body: JSON.stringify({ id_data: 'of-the-smoke-test', pubkey: 'key' }),
  });
  demand(asking.status === 401, `a device that nobody knows is answered ${asking.status}`);
}
