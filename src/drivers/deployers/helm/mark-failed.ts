import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Cluster, readJson } from './cluster.ts';
import { type Revision, recordOf } from './release.ts';

const secret = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
  data: z.looseObject({ release: z.string() }),
});
const record = z.looseObject({ info: z.looseObject({ status: z.string() }) });

/**
 * Helm's own record says that a revision failed, as Helm says it of one that it was interrupted at. What runs is not touched. It is written only where nobody
 * has written meanwhile: the Secret's own version is compared by the server.
 */
export async function markFailed(
  cluster: Cluster,
  { number, status }: Pick<Revision, 'number' | 'status'>,
  description: string,
): Promise<void> {
  const name = recordOf(cluster, number);
  const result = await cluster.kubectl(['get', 'secret', name, '--output=json']);
  const read = await readJson(cluster, result, secret, `Helm's record of revision ${number}`);
  const kept = record.parse(
    JSON.parse(gunzipSync(Buffer.from(Buffer.from(read.data.release, 'base64').toString(), 'base64')).toString()),
  );
  const info = { ...kept.info, status: 'failed', description };
  const release = Buffer.from(gzipSync(JSON.stringify({ ...kept, info })).toString('base64')).toString('base64');
  const input = JSON.stringify({
    ...read,
    metadata: { ...read.metadata, labels: { ...read.metadata.labels, status: 'failed' } },
    data: { ...read.data, release },
  });
  const written = await cluster.kubectl(['replace', '--filename=-'], { input });
  if (written.exitCode === 0) return;
  throw new SystemFailure({
    happened: `Helm's record says that revision ${number} of the release "${cluster.release}" is ${status}, and that could not be corrected in ${cluster.name}${cluster.lastWords(written)}.`,
    means: 'Nothing else was changed.',
    next: `Make sure that this job may change Secrets in the namespace "${cluster.namespace}" and that nobody else deploys, then run the step again.`,
  });
}
