import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  BucketError
} from "./chunk-WWXUUFM4.js";

// src/world/objects/network-failure.ts
function networkFailure(cause, server) {
  if (!(cause instanceof TypeError) || !/fetch failed|terminated|other side closed/.test(cause.message))
    return void 0;
  const code = codeOf(cause.cause);
  return new BucketError(`${server} did not answer${code === void 0 ? "" : ` (${code})`}`, {
    passes: true,
    next: "Check the address, the network and the proxy of this machine, then run the step again.",
    cause
  });
}
function codeOf(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : void 0;
}

export {
  networkFailure
};
