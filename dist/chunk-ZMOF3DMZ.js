import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  template
} from "./chunk-X67IRU5F.js";
import {
  askAws,
  awsAccess
} from "./chunk-LH7BI537.js";

// src/world/aws/settings.ts
var awsKeys = {
  region: template.optional().describe("The region; without it, the one that the login step has set (AWS_REGION)."),
  endpoint: template.optional().describe("The address of a server that answers as AWS does; without it, AWS_ENDPOINT_URL, or AWS itself.")
};

// src/world/aws/rds.ts
var rdsKeys = {
  cluster: template.meta({
    description: "The identifier of the cluster, as `aws rds describe-db-clusters` shows it.",
    examples: ["${PRODUCTION_DB_CLUSTER}", "medplum-production-databasecluster-1a2b3c"]
  }),
  ...awsKeys
};
function rdsService(settings, context) {
  const access = awsAccess(settings, context);
  let opened;
  const open = async () => {
    const sdk = await import("./clients/rds.js");
    return { sdk, client: new sdk.RDSClient(access.clientSettings) };
  };
  return {
    access,
    ask: async (call, signal) => {
      opened ??= open();
      const { sdk, client } = await opened;
      const either = signal === void 0 ? access.signal : AbortSignal.any([access.signal, signal]);
      return await askAws({ ...access, signal: either }, (options) => call({ sdk, client, options }));
    }
  };
}
function rdsCluster(place, context) {
  const { effects, where, placeholders } = context;
  const id = effects.variables.fill(place.cluster, `${where}.cluster`, placeholders);
  return { id, ...rdsService(place, context) };
}

export {
  awsKeys,
  rdsKeys,
  rdsService,
  rdsCluster
};
