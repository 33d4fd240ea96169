import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { MongoClient } from 'mongodb';
import { z } from 'zod';
import { behaviourIn } from './behaviour.ts';
import { services } from './services.ts';

export interface Gateway {
  readonly client: MongoClient;
  /** The folder of the bucket with artifacts. */
  readonly storage: string;
  /** With which links are signed and tokens made. */
  readonly key: string;
  readonly behaviour: string | undefined;
  readonly address: string;
}

const device = z.object({ id_data: z.string(), pubkey: z.string() });

/** Answers as Mender's gateway does: management with a token, devices with theirs, links into the storage with a signature. */
export async function answer(request: IncomingMessage, response: ServerResponse, gateway: Gateway): Promise<void> {
  const url = new URL(request.url ?? '/', gateway.address);
  const route = `${request.method} ${url.pathname}`;
  const send = (status: number, body?: unknown): void => {
    response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  if (url.pathname.startsWith('/api/internal/v1/')) return send(health(url.pathname, gateway));
  if (url.pathname === '/status') return send(200, { status: 'ok' });
  if (route === 'POST /api/management/v1/useradm/auth/login') return await login(request, response, gateway);
  if (url.pathname.startsWith('/artifacts/')) return await download(url, response, gateway);
  if (route === 'POST /api/devices/v1/authentication/auth_requests')
    return await authenticate(request, response, gateway);
  if (request.headers.authorization !== `Bearer ${signature('user', gateway)}`)
    return send(401, { error: 'unauthorized' });
  const { client } = gateway;
  if (route === 'GET /api/management/v2/devauth/devices/count') {
    const status = url.searchParams.get('status') ?? 'accepted';
    return send(200, { count: await client.db('deviceauth').collection('devices').countDocuments({ status }) });
  }
  if (route === 'GET /api/management/v1/inventory/devices') {
    const found = await client.db('inventory').collection('devices').find().limit(1).toArray();
    return send(
      200,
      found.map(({ _id }) => ({ id: String(_id), attributes: [] })),
    );
  }
  if (route === 'GET /api/management/v1/deployments/deployments') return send(200, []);
  const artifacts = client.db('deployment_service').collection<{ _id: string }>('images');
  if (route === 'GET /api/management/v1/deployments/artifacts')
    return send(
      200,
      (await artifacts.find().toArray()).map(({ _id }) => ({ id: _id })),
    );
  if (route === 'POST /api/management/v1/deployments/artifacts') {
    const id = randomUUID();
    await pipeline(request, createWriteStream(join(gateway.storage, id)));
    await artifacts.insertOne({ _id: id });
    response.writeHead(201, { location: `./management/v1/deployments/artifacts/${id}` }).end();
    return;
  }
  const link = /^\/api\/management\/v1\/deployments\/artifacts\/(?<id>[0-9a-f-]+)\/download$/.exec(
    url.pathname,
  )?.groups;
  if (link !== undefined) {
    const path = `/artifacts/${link.id}`;
    return send(200, { uri: `${gateway.address}${path}?X-Amz-Signature=${signature(path, gateway)}` });
  }
  send(404, { error: 'not found' });
}

function health(path: string, { behaviour }: Gateway): number {
  const service = services.find((each) => path.startsWith(`/api/internal/v1/${each.path}/`));
  if (service === undefined) return 404;
  return behaviourIn(behaviour).unhealthy.includes(service.name) ? 503 : 204;
}

function signature(text: string, { key }: Gateway): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

async function login(request: IncomingMessage, response: ServerResponse, gateway: Gateway): Promise<void> {
  const [, encoded = ''] = /^Basic (.*)$/.exec(request.headers.authorization ?? '') ?? [];
  const [user = '', password = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  const hash = createHash('sha256').update(password).digest('hex');
  const found = await gateway.client.db('useradm').collection('users').findOne({ email: user, password: hash });
  response.writeHead(found === null ? 401 : 200, { 'content-type': 'application/jwt' });
  response.end(found === null ? '' : signature('user', gateway));
}

/** A device that is not known is noted as pending, and gets no token. */
async function authenticate(request: IncomingMessage, response: ServerResponse, { client, ...gateway }: Gateway) {
  const { id_data, pubkey } = device.parse(await json(request));
  const devices = client.db('deviceauth').collection('devices');
  const found = await devices.findOne({ id_data });
  if (found === null) await devices.insertOne({ id_data, pubkey, status: 'pending' });
  const isAccepted = found?.status === 'accepted' && found.pubkey === pubkey;
  response.writeHead(isAccepted ? 200 : 401, { 'content-type': 'application/jwt' });
  response.end(isAccepted ? signature(`device ${id_data}`, { client, ...gateway }) : '');
}

async function download(url: URL, response: ServerResponse, gateway: Gateway): Promise<void> {
  const file = join(gateway.storage, url.pathname.replace('/artifacts/', '').replaceAll('/', ''));
  const isSigned = url.searchParams.get('X-Amz-Signature') === signature(url.pathname, gateway);
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  response.writeHead(!isSigned ? 403 : isThere ? 200 : 404);
  if (isSigned && isThere) await pipeline(createReadStream(file), response);
  else response.end();
}
