import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  askCluster,
  withCluster
} from "./chunk-DWTSYYUL.js";
import "./chunk-6P3VFYUL.js";
import "./chunk-7VO25ZJG.js";
import "./chunk-FVAJADZM.js";
import "./chunk-Y47GD42P.js";
import {
  uuid
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/helm/place.ts
async function placeOfHelm(settings, context, { signal }) {
  return await withCluster({ ...settings, set: {} }, context, signal, async (cluster) => {
    await askCluster(cluster);
    const { release, namespace } = cluster;
    const result = await cluster.kubectl(["get", "namespace", "kube-system", "--output=jsonpath={.metadata.uid}"]);
    const id = uuid().safeParse(result.stdout.trim());
    if (result.exitCode === 0 && id.success)
      return { kind: "helm", location: { release, namespace, cluster: id.data } };
    throw new SystemFailure({
      happened: `Which cluster this is could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
      means: "Whether staging and production are one installation could not be determined. Nothing was changed.",
      next: 'Let the account of this job read the namespace kube-system: a ClusterRole with "get" on the resource "namespaces", resourceNames [kube-system]. Then run the step again.'
    });
  });
}
export {
  placeOfHelm
};
