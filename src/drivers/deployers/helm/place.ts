import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { DeployPlace } from '../../../core/model/deploy-place.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { PlaceRequest } from '../deployer.ts';
import { askCluster, withCluster } from './cluster.ts';
import type { HelmSettings } from './settings.ts';

/**
 * A release of a namespace of a cluster. By its addresses a cluster is not known: it may have several. The namespace
 * kube-system is made with it, and lives as long.
 */
export async function placeOfHelm(
  settings: HelmSettings,
  context: PartContext,
  { signal }: Pick<PlaceRequest, 'signal'>,
): Promise<DeployPlace> {
  return await withCluster({ ...settings, set: {} }, context, signal, async (cluster) => {
    await askCluster(cluster);
    const { release, namespace } = cluster;
    const result = await cluster.kubectl(['get', 'namespace', 'kube-system', '--output=jsonpath={.metadata.uid}']);
    const id = z.uuid().safeParse(result.stdout.trim());
    if (result.exitCode === 0 && id.success)
      return { kind: 'helm', location: { release, namespace, cluster: id.data } };
    throw new SystemFailure({
      happened: `Which cluster this is could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
      means: 'Whether staging and production are one installation could not be determined. Nothing was changed.',
      next: 'Let the account of this job read the namespace kube-system: a ClusterRole with "get" on the resource "namespaces", resourceNames [kube-system]. Then run the step again.',
    });
  });
}
