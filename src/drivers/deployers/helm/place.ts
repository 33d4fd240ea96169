import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { PlaceRequest } from '../deployer.ts';
import { askCluster, withCluster } from './cluster.ts';
import { parsed } from './cluster-api.ts';
import type { HelmSettings } from './settings.ts';

const known = z.looseObject({ metadata: z.looseObject({ uid: z.uuid() }) });

/**
 * A release in a namespace of a cluster. The addresses of a cluster do not identify it: it may have several. The namespace
 * kube-system is created with the cluster, and exists as long.
 */
export async function placeOfHelm(
  settings: HelmSettings,
  context: PartContext,
  { signal }: Pick<PlaceRequest, 'signal'>,
): Promise<DeployPlace> {
  return await withCluster({ ...settings, set: {} }, context, signal, async (cluster) => {
    await askCluster(cluster);
    const { release, namespace } = cluster;
    const answer = await cluster.api.get('/api/v1/namespaces/kube-system');
    const read = answer.kind === 'answer' ? known.safeParse(parsed(answer.text)).data : undefined;
    if (read !== undefined) return { kind: 'helm', location: { release, namespace, cluster: read.metadata.uid } };
    throw new SystemFailure({
      happened: `Which cluster this is could not be read from ${cluster.name}${answer.kind === 'refused' ? answer.why : ''}.`,
      means: 'Whether staging and production are one installation could not be determined. Nothing was changed.',
      next: 'Let the account of this job read the namespace kube-system: a ClusterRole with "get" on the resource "namespaces", resourceNames [kube-system]. Then run the step again.',
    });
  });
}
