import { z } from 'zod';
import type { PlaceRule } from '../deployer.ts';

const written = z.lazy(() =>
  z.looseObject({
    stack: z.string(),
    account: z.string().optional(),
    region: z.string().optional(),
    endpoint: z.string().optional(),
  }),
);

export const cdkPlace: PlaceRule = {
  keys: ['stack', 'account', 'region', 'endpoint'],
  written: (settings) => {
    const read = written.safeParse(settings);
    // Only the job's login determines the account and the region.
    if (!read.success || read.data.account === undefined || read.data.region === undefined) return undefined;
    const { stack, account, region } = read.data;
    return {
      text: JSON.stringify({ stack, account, region }),
      key: 'stack',
      advice: 'give each environment its own stack, such as `stack: "{system}-{environment}"`',
    };
  },
};
