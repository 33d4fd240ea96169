#!/usr/bin/env node
import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import "./chunk-PRKZQ3BE.js";

// src/entries/terminal/needed-node.ts
var neededNode = 24;
function missingNode(version) {
  if (Number(version.split(".")[0]) >= neededNode) return void 0;
  return `Staged Upgrade needs Node.js ${neededNode} or newer, and this is ${version}. Install it, or let npm install it: npx --package=node@${neededNode} --package=staged-upgrade staged-upgrade`;
}

// src/cli.ts
var missing = missingNode(process.versions.node);
if (missing === void 0) {
  const { keepCompiled, userCache } = await import("./compiled-code-TUJEQWUP.js");
  keepCompiled(userCache(process.env));
  await import("./main-WNKNRVRT.js");
} else {
  process.stderr.write(`${missing}
`);
  process.exitCode = 2;
}
