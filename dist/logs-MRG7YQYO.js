import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  logPath,
  readRecord,
  readRevisions,
  readWorkloads
} from "./chunk-FN6E6ESN.js";
import {
  askCluster,
  withCluster
} from "./chunk-H7WWCSWM.js";
import "./start.js";
import "./chunk-6P3VFYUL.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./project.js";
import "./start.js";
import {
  SystemFailure
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/helm/logs.ts
async function logsOfHelm(settings, context, { since, onLine, signal }) {
  await withCluster(settings, context, signal, async (cluster) => {
    await askCluster(cluster);
    const newest = (await readRevisions(cluster)).at(-1);
    if (newest === void 0) return;
    const { hooks, workloads } = await readRecord(cluster, newest.number);
    const texts = [
      ...hooks.map(({ name, namespace, images }) => ({ key: `job/${name}`, hook: "hook", namespace, images })),
      ...workloads
    ];
    for (const { name, namespace, containers } of (await readWorkloads(cluster, texts)).flatMap(({ pods }) => pods)) {
      for (const container of containers) {
        const hasStarted = container.isRunning || container.ended !== void 0;
        const runs = [...container.restarts > 0 ? [true] : [], ...hasStarted ? [false] : []];
        for (const previous of runs) {
          const asked = { container: container.name, sinceTime: since.toISOString(), previous };
          const answer = await cluster.api.lines(logPath({ name, namespace }, asked), onLine);
          if (answer.kind === "answer" || previous || answer.status === 404) continue;
          throw new SystemFailure({
            happened: `The log of the container ${container.name} of the pod ${name} could not be read from ${cluster.name}.`,
            means: "It is not known what the server has logged.",
            next: `Make sure that this job may read it (kubectl logs ${name} --namespace ${namespace}), then run the step again.`
          });
        }
      }
    }
  });
}
export {
  logsOfHelm
};
