import { z } from 'zod';
import { until } from '../support/until.ts';

/** What people and applications see of a feature flag; each release of Unleash adds fields of its own around these. */
const flag = z.object({
  name: z.string(),
  type: z.string(),
  description: z.string(),
  impressionData: z.boolean(),
  createdAt: z.string(),
  environments: z.array(
    z.object({
      name: z.string(),
      enabled: z.boolean(),
      strategies: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          parameters: z.record(z.string(), z.string()),
          constraints: z.array(
            z.object({ contextName: z.string(), operator: z.string(), values: z.array(z.string()).optional() }),
          ),
        }),
      ),
    }),
  ),
});
export type Flag = z.output<typeof flag>;

const features = '/api/admin/projects/default/features';

/** The flags of a running Unleash, through its own API. */
export interface UnleashFlags {
  create(name: string, description: string): Promise<void>;
  /** Switches a flag on in an environment for the given share of users, and only for some of them. */
  rollOut(name: string, environment: string, percentage: number): Promise<void>;
  /** An integration that tells a server of the company's about each new flag. */
  addWebhook(url: string): Promise<void>;
  /** All flags with their strategies, sorted by name. */
  read(): Promise<Flag[]>;
  version(): Promise<string>;
  /** Waits until the server answers and knows its admin token. */
  ready(): Promise<void>;
}

export function unleashFlags(address: string, token: string): UnleashFlags {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { authorization: token, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    create: async (name, description) => {
      await call('POST', features, { name, description, type: 'release', impressionData: true });
    },
    rollOut: async (name, environment, percentage) => {
      const path = `${features}/${name}/environments/${environment}`;
      await call('POST', `${path}/strategies`, {
        name: 'flexibleRollout',
        parameters: { rollout: String(percentage), stickiness: 'default', groupId: name },
        constraints: [{ contextName: 'userId', operator: 'IN', values: ['17', '42'] }],
      });
      await call('POST', `${path}/on`);
    },
    addWebhook: async (url) => {
      const events = ['feature-created'];
      await call('POST', '/api/admin/addons', { provider: 'webhook', enabled: true, parameters: { url }, events });
    },
    read: async () => {
      const list = z.object({ features: z.array(z.object({ name: z.string() })) }).parse(await call('GET', features));
      const names = list.features.map(({ name }) => name).sort();
      const flags: Flag[] = [];
      for (const name of names) {
        const read = flag.parse(await call('GET', `${features}/${name}`));
        flags.push({ ...read, environments: read.environments.toSorted((a, b) => (a.name < b.name ? -1 : 1)) });
      }
      return flags;
    },
    version: async () => z.object({ version: z.string() }).parse(await call('GET', '/api/admin/ui-config')).version,
    ready: () =>
      until('Unleash answers, and knows its admin token', () =>
        call('GET', features).then(
          () => true,
          () => false,
        ),
      ),
  };
}
