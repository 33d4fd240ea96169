import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isReversible
} from "./chunk-HU6FTOZV.js";

// src/report/stage-words.ts
function stageReturn({ hop, traits }) {
  if (traits.stages === void 0) return void 0;
  if (isReversible(traits, hop.to)) return "by-its-own";
  return traits.dataless ? "none" : "by-restoring";
}
function stageReturnText(situation) {
  const { to, from } = situation.hop;
  switch (stageReturn(situation)) {
    case void 0:
      return void 0;
    case "by-its-own":
      return `There is a way back from "${to}" to ${from}, and nothing is lost by it.`;
    case "by-restoring":
      return `Only restoring the restore point goes back from "${to}".`;
    case "none":
      return `There is no way back from "${to}": its definition names none, and there is no data that could be restored.`;
  }
}
function pathWarnings(hops, traits) {
  const { waiver, dataless } = traits;
  const lost = hops.filter((hop) => stageReturn({ hop, traits }) === "none");
  return [
    ...waiver === void 0 ? [] : [`Nothing is rehearsed: the configuration waives staging, because "${waiver}".`],
    ...dataless ? ["There is no data: no backup is taken, and nothing could be restored."] : [],
    ...lost.length === 0 ? [] : [
      `There is no way back from ${new Intl.ListFormat("en").format(lost.map(({ to }) => to))}: no "back" is defined there.`
    ]
  ];
}

export {
  stageReturn,
  stageReturnText,
  pathWarnings
};
