import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { z } from 'zod';
import { type Answer, bodyOf, type Call, type Routes, tokenFor } from './call.ts';

/** The services of devices and users, by whose APIs people and devices log in. */
export const deviceRoutes: Routes = [
  ['POST /api/management/v1/useradm/auth/login', login],
  ['GET /api/management/v2/devauth/devices/count', count],
  ['GET /api/management/v2/devauth/devices', list],
  ['PUT /api/management/v2/devauth/devices/:id/auth/:set/status', accept],
  ['DELETE /api/management/v2/devauth/devices/:id', decommission],
  ['GET /api/management/v1/inventory/devices', inventory],
  ['POST /api/devices/v1/authentication/auth_requests', authenticate],
];

interface Device {
  readonly _id: string;
  readonly id_data: string;
  readonly pubkey: string;
  readonly status: string;
}

const devices = ({ client }: Call) => client.db('deviceauth').collection<Device>('devices');

async function login({ request, client, key }: Call): Promise<Answer> {
  const [, encoded = ''] = /^Basic (.*)$/.exec(request.headers.authorization ?? '') ?? [];
  const [user = '', password = ''] = Buffer.from(encoded, 'base64').toString().split(':');
  const hash = createHash('sha256').update(password).digest('hex');
  const found = await client.db('useradm').collection('users').findOne({ email: user, password: hash });
  return found === null ? { status: 401 } : { status: 200, text: tokenFor('user', key) };
}

async function count(call: Call): Promise<Answer> {
  const status = call.url.searchParams.get('status') ?? 'accepted';
  return { status: 200, json: { count: await devices(call).countDocuments({ status }) } };
}

async function list(call: Call): Promise<Answer> {
  const status = call.url.searchParams.get('status') ?? 'accepted';
  const found = await devices(call).find({ status }).toArray();
  const json = found.map(({ _id, id_data, pubkey }) => ({
    id: _id,
    identity_data: JSON.parse(id_data),
    auth_sets: [{ id: `${_id}-1`, pubkey, status }],
  }));
  return { status: 200, json };
}

async function accept(call: Call): Promise<Answer> {
  const { status } = z.object({ status: z.string() }).parse(JSON.parse((await bodyOf(call)).toString()));
  const changed = await devices(call).updateOne({ _id: call.named.id ?? '' }, { $set: { status } });
  return { status: changed.matchedCount === 1 ? 204 : 404 };
}

async function decommission(call: Call): Promise<Answer> {
  const { deletedCount } = await devices(call).deleteOne({ _id: call.named.id ?? '' });
  return { status: deletedCount === 1 ? 204 : 404 };
}

async function inventory({ client }: Call): Promise<Answer> {
  const found = await client.db('inventory').collection('devices').find().limit(1).toArray();
  return { status: 200, json: found.map(({ _id }) => ({ id: String(_id), attributes: [] })) };
}

const asking = z.object({ id_data: z.string(), pubkey: z.string() });

/** A device signs what it asks with its key. One that is not known is noted as pending, and gets no token. */
async function authenticate(call: Call): Promise<Answer> {
  const body = await bodyOf(call);
  const { id_data, pubkey } = asking.parse(JSON.parse(body.toString()));
  const signature = Buffer.from(String(call.request.headers['x-men-signature'] ?? ''), 'base64');
  if (!verify('sha256', body, createPublicKey(pubkey), signature))
    return { status: 401, json: { error: 'bad signature' } };
  const found = await devices(call).findOne({ id_data });
  if (found === null) await devices(call).insertOne({ _id: randomUUID(), id_data, pubkey, status: 'pending' });
  const isAccepted = found?.status === 'accepted' && found.pubkey === pubkey;
  return isAccepted ? { status: 200, text: tokenFor(`device ${id_data}`, call.key) } : { status: 401 };
}
