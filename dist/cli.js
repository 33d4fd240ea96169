#!/usr/bin/env node
import{createRequire as stagedUpgradeCreateRequire}from"node:module";const require2=stagedUpgradeCreateRequire(import.meta.url);import"./chunk-D6K2TUBN.js";var neededNode=24;
function missingNode(version){if(!(Number(version.split(".")[0])>=neededNode))return`Staged Upgrade needs Node.js ${neededNode} or newer, and this is ${version}\
. Install it, or let npm install it: npx --package=node@${neededNode} --package=staged-upgrade staged-upgrade`}var missing=missingNode(process.versions.node);if(missing===
void 0){const{keepCompiled,userCache}=await import("./compiled-code-6EI4IQ2G.js");keepCompiled(userCache(process.env)),await import("./main-NEEV2USB.js")}else process.
stderr.write(`${missing}
`),process.exitCode=2;
