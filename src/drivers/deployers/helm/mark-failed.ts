import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Cluster } from './cluster.ts';
import { packed, readSecret, unpacked } from './record.ts';
import type { Revision } from './release.ts';

const record = z.looseObject({ info: z.looseObject({ status: z.string() }) });

/**
 * Records in Helm's own record that a revision failed, as Helm itself records an interrupted one. What runs is not touched. It is
 * written only if nobody else has written in the meantime: the server compares the Secret's version.
 */
export async function markFailed(
  cluster: Cluster,
  { number, status }: Pick<Revision, 'number' | 'status'>,
  description: string,
): Promise<void> {
  const read = await readSecret(cluster, number);
  const kept = record.parse(unpacked(read.data.release));
  const info = { ...kept.info, status: 'failed', description };
  const input = JSON.stringify({
    ...read,
    metadata: { ...read.metadata, labels: { ...read.metadata.labels, status: 'failed' } },
    data: { ...read.data, release: packed({ ...kept, info }) },
  });
  const written = await cluster.kubectl(['replace', '--filename=-'], { input });
  if (written.exitCode === 0) return;
  throw new SystemFailure({
    happened: `Helm's record says that revision ${number} of the release "${cluster.release}" is ${status}, and that could not be corrected in ${cluster.name}${cluster.lastWords(written)}.`,
    means: 'Nothing else was changed.',
    next: `Make sure that this job may change Secrets in the namespace "${cluster.namespace}" and that nobody else deploys, then run the step again.`,
  });
}
