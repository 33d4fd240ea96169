import { randomUUID } from 'node:crypto';
import { type Answer, bodyOf, type Call, type Routes } from './call.ts';
import { presigned } from './presign.ts';

/** The service of deployments: artifacts are in the bucket, and links lead there. */
export const deploymentRoutes: Routes = [
  ['GET /api/management/v1/deployments/deployments', async () => ({ status: 200, json: [] })],
  ['GET /api/management/v1/deployments/artifacts', list],
  ['POST /api/management/v1/deployments/artifacts', upload],
  ['GET /api/management/v1/deployments/artifacts/:id/download', link],
  ['DELETE /api/management/v1/deployments/artifacts/:id', remove],
];

const images = ({ client }: Call) => client.db('deployment_service').collection<{ _id: string }>('images');

async function list(call: Call): Promise<Answer> {
  return { status: 200, json: (await images(call).find().toArray()).map(({ _id }) => ({ id: _id })) };
}

async function upload(call: Call): Promise<Answer> {
  const id = randomUUID();
  const body = new Uint8Array(await bodyOf(call));
  const { ok, status } = await fetch(presigned('PUT', id, call.storage), { method: 'PUT', body });
  if (!ok) return { status: 500, json: { error: `the storage answers ${status}` } };
  await images(call).insertOne({ _id: id });
  return { status: 201, headers: { location: `./management/v1/deployments/artifacts/${id}` } };
}

async function link({ named: { id = '' }, storage }: Call): Promise<Answer> {
  return { status: 200, json: { uri: presigned('GET', id, storage) } };
}

async function remove(call: Call): Promise<Answer> {
  const { id = '' } = call.named;
  await fetch(presigned('DELETE', id, call.storage), { method: 'DELETE' });
  const { deletedCount } = await images(call).deleteOne({ _id: id });
  return { status: deletedCount === 1 ? 204 : 404 };
}
