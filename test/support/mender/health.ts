import { behaviourOf } from './behaviour.ts';
import type { Answer, Call, Routes } from './call.ts';
import { services } from './services.ts';

/** What a service says within the cluster, to whoever asks. */
export const healthRoutes: Routes = [
  ['GET /api/internal/v1/:service/health', health],
  ['GET /api/internal/v1/:service/alive', health],
  ['GET /status', status],
];

async function health({ named, client }: Call): Promise<Answer> {
  const service = services.find(({ path }) => path === named.service);
  if (service === undefined) return { status: 404 };
  return { status: (await behaviourOf(client)).unhealthy.includes(service.name) ? 503 : 204 };
}

async function status({ client }: Call): Promise<Answer> {
  const { unhealthy } = await behaviourOf(client);
  return unhealthy.includes('workflows') ? { status: 503 } : { status: 200, json: { status: 'ok' } };
}
