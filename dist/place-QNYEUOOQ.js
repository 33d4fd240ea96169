import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  askCluster,
  parsed,
  withCluster
} from "./chunk-H7WWCSWM.js";
import "./start.js";
import "./chunk-6P3VFYUL.js";
import "./project.js";
import "./start.js";
import "./start.js";
import {
  looseObject,
  uuid
} from "./start.js";
import {
  SystemFailure
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/helm/place.ts
var known = looseObject({ metadata: looseObject({ uid: uuid() }) });
async function placeOfHelm(settings, context, { signal }) {
  return await withCluster({ ...settings, set: {} }, context, signal, async (cluster) => {
    await askCluster(cluster);
    const { release, namespace } = cluster;
    const answer = await cluster.api.get("/api/v1/namespaces/kube-system");
    const read = answer.kind === "answer" ? known.safeParse(parsed(answer.text)).data : void 0;
    if (read !== void 0) return { kind: "helm", location: { release, namespace, cluster: read.metadata.uid } };
    throw new SystemFailure({
      happened: `Which cluster this is could not be read from ${cluster.name}${answer.kind === "refused" ? answer.why : ""}.`,
      means: "Whether staging and production are one installation could not be determined. Nothing was changed.",
      next: 'Let the account of this job read the namespace kube-system: a ClusterRole with "get" on the resource "namespaces", resourceNames [kube-system]. Then run the step again.'
    });
  });
}
export {
  placeOfHelm
};
