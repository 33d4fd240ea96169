import { z } from 'zod';
import type { PlaceRule } from '../deployer.ts';

const written = z.lazy(() =>
  z.looseObject({
    release: z.string(),
    namespace: z.string(),
    context: z.string().optional(),
    kubeconfig: z.string().optional(),
  }),
);

export const helmPlace: PlaceRule = {
  keys: ['release', 'namespace', 'context', 'kubeconfig'],
  written: (settings) => {
    const read = written.safeParse(settings);
    if (!read.success) return undefined;
    const { release, namespace, context, kubeconfig } = read.data;
    // If no cluster is named here, each job may have another one.
    if (context === undefined && kubeconfig === undefined) return undefined;
    return {
      text: JSON.stringify({ release, namespace, context, kubeconfig }),
      key: 'namespace',
      advice: 'give each environment its own namespace, such as `namespace: "{system}-{environment}"`',
    };
  },
};
