import { z } from 'zod';
import type { PlaceRule } from '../deployer.ts';

const written = z.lazy(() =>
  z.looseObject({
    cluster: z.string(),
    service: z.string(),
    account: z.string().optional(),
    region: z.string().optional(),
  }),
);

export const ecsPlace: PlaceRule = {
  keys: ['cluster', 'service', 'account', 'region', 'endpoint'],
  written: (settings) => {
    const read = written.safeParse(settings);
    // Only the job's login determines the account and the region.
    if (!read.success || read.data.account === undefined || read.data.region === undefined) return undefined;
    const { cluster, service, account, region } = read.data;
    return {
      text: JSON.stringify({ cluster, service, account, region }),
      key: 'cluster',
      advice: 'give each environment its own cluster, such as `cluster: "{system}-{environment}"`, or a service',
    };
  },
};
