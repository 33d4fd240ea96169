import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  array,
  object,
  string
} from "./chunk-K63SF6ED.js";

// src/core/model/artifacts.ts
var artifact = object({
  /** As the configuration names it: `acme/app:1.1.0`. */
  name: string(),
  /** The digests by which it is known; of two with one in common, both are the same. */
  digests: array(string()).readonly()
}).readonly();
function firstNotRehearsed(artifacts, rehearsed) {
  const known = new Set(rehearsed.flatMap(({ digests }) => digests));
  const other = artifacts.find(({ digests }) => !digests.some((digest) => known.has(digest)));
  return other && { artifact: other, rehearsed: rehearsed.find(({ name }) => name === other.name) };
}

export {
  artifact,
  firstNotRehearsed
};
