import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  readHooks,
  readRevisions,
  readWorkloadTexts,
  readWorkloads
} from "./chunk-S3UV5TAU.js";
import {
  askCluster,
  withCluster
} from "./chunk-DWTSYYUL.js";
import "./chunk-6P3VFYUL.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/helm/logs.ts
async function logsOfHelm(settings, context, { since, onLine, signal }) {
  await withCluster(settings, context, signal, async (cluster) => {
    await askCluster(cluster);
    const newest = (await readRevisions(cluster)).at(-1);
    if (newest === void 0) return;
    const hooks = await readHooks(cluster, newest.number);
    const texts = [
      ...hooks.map(({ name, namespace, images }) => ({ key: `job/${name}`, hook: "hook", namespace, images })),
      ...await readWorkloadTexts(cluster, newest.number)
    ];
    for (const { name, namespace, containers } of (await readWorkloads(cluster, texts)).flatMap(({ pods }) => pods)) {
      for (const container of containers) {
        const hasStarted = container.isRunning || container.ended !== void 0;
        const runs = [...container.restarts > 0 ? ["--previous"] : [], ...hasStarted ? [""] : []];
        for (const flag of runs) {
          const result = await cluster.kubectl(
            [
              ...["logs", name, `--container=${container.name}`, `--namespace=${namespace}`],
              `--since-time=${since.toISOString()}`,
              ...flag === "" ? [] : [flag]
            ],
            { onLine: (line, stream) => stream === "stdout" ? onLine(line) : void 0 }
          );
          if (result.exitCode === 0 || flag !== "" || /NotFound|not found/.test(result.stderr)) continue;
          throw new SystemFailure({
            happened: `The log of the container ${container.name} of the pod ${name} could not be read from ${cluster.name}.`,
            means: "What the server has logged is not known.",
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
