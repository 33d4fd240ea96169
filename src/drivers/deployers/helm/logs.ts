import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { LogsRequest } from '../deployer.ts';
import { askCluster, withCluster } from './cluster.ts';
import { readRecord } from './record.ts';
import { readRevisions } from './release.ts';
import type { HelmSettings } from './settings.ts';
import { logPath, readWorkloads } from './workloads.ts';

/** What the pods of the release have logged since a given time, one container after the other; including logs from before a restart. */
export async function logsOfHelm(
  settings: HelmSettings,
  context: PartContext,
  { since, onLine, signal }: LogsRequest,
): Promise<void> {
  await withCluster(settings, context, signal, async (cluster) => {
    await askCluster(cluster);
    const newest = (await readRevisions(cluster)).at(-1);
    if (newest === undefined) return;
    const { hooks, workloads } = await readRecord(cluster, newest.number);
    const texts = [
      ...hooks.map(({ name, namespace, images }) => ({ key: `job/${name}`, hook: 'hook', namespace, images })),
      ...workloads,
    ];
    for (const { name, namespace, containers } of (await readWorkloads(cluster, texts)).flatMap(({ pods }) => pods)) {
      for (const container of containers) {
        const hasStarted = container.isRunning || container.ended !== undefined;
        const runs = [...(container.restarts > 0 ? [true] : []), ...(hasStarted ? [false] : [])];
        for (const previous of runs) {
          const asked = { container: container.name, sinceTime: since.toISOString(), previous };
          const answer = await cluster.api.lines(logPath({ name, namespace }, asked), onLine);
          // A pod that has disappeared in the meantime has no log, and a node keeps only so many earlier ones.
          if (answer.kind === 'answer' || previous || answer.status === 404) continue;
          // None of its output is quoted: a log contains what people have said.
          throw new SystemFailure({
            happened: `The log of the container ${container.name} of the pod ${name} could not be read from ${cluster.name}.`,
            means: 'It is not known what the server has logged.',
            next: `Make sure that this job may read it (kubectl logs ${name} --namespace ${namespace}), then run the step again.`,
          });
        }
      }
    }
  });
}
