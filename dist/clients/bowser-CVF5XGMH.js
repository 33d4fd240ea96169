import { createRequire as stagedUpgradeCreateRequire } from "node:module";
const require = stagedUpgradeCreateRequire(import.meta.url);
module.exports={};
