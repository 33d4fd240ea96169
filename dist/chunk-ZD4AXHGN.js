import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  cannotTell,
  failed,
  refuse
} from "./chunk-KHLEDX2Y.js";

// src/core/decisions/parts.ts
function otherParts({ id, from, parts }, shown) {
  const { other, unknown } = compared(parts?.from, shown);
  const [first] = other;
  if (first !== void 0) {
    return refuse(
      `Production runs ${from}, but ${listed(other, "the hop starts from")}.`,
      `Hop ${id} was planned, and may have been rehearsed, from something else. Nothing was changed.`,
      `Start a new run: it plans from what production has. Or set "${first.name}" back to ${first.planned}.`
    );
  }
  if (unknown === void 0) return void 0;
  return cannotTell(
    `It could not be determined whether the part "${unknown.name}" of production is ${unknown.planned}, which hop ${id} starts from: ${unknown.reason}.`,
    "What was rehearsed may have started from another. Nothing was changed.",
    `Check the address and the credential of the probe of "${unknown.name}", then run again.`
  );
}
function partsNotInPlace({ to, parts }, environment, shown) {
  const { other, unknown } = compared(parts?.to, shown);
  const [first] = other;
  if (first !== void 0) {
    return failed(
      `${to} answers on ${environment}, but ${listed(other, "the hop leads to")}.`,
      environment === "staging" ? "What is rehearsed is not what was planned. Production was not touched." : "Production runs something else than what was planned and approved.",
      `See to it that the deploy puts {parts.${first.name}} in place, then run again.`
    );
  }
  if (unknown === void 0) return void 0;
  return cannotTell(
    `${to} answers on ${environment}, but it could not be determined whether its part "${unknown.name}" is ${unknown.planned}: ${unknown.reason}.`,
    "What was deployed may not be what was planned.",
    `Check the address and the credential of the probe of "${unknown.name}", then run again.`
  );
}
function compared(planned = {}, shown) {
  const other = [];
  let unknown;
  for (const [name, version] of Object.entries(planned)) {
    const reading = shown[name];
    if (reading?.kind === "unknown") unknown ??= { name, planned: version, reason: reading.reason };
    else if (reading !== void 0 && reading.value !== version)
      other.push({ name, planned: version, seen: reading.value });
  }
  return { other, unknown };
}
function listed(other, meant) {
  return other.map(({ name, planned, seen }) => `the part "${name}" is ${seen}, and ${meant} ${planned}`).join("; ");
}

export {
  otherParts,
  partsNotInPlace
};
