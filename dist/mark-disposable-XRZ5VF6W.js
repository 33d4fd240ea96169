const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{markDeclared,
markStaging_DNMW35G5 as markStaging}from"./steps.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./steps.js";import"./steps.js";import"./terminal.js";
import"./project.js";import"./project.js";import"./start.js";import"./terminal.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{markDeclared,markStaging};
