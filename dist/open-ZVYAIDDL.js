const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{connectAzure,
openAzure}from"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./project.js";
import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{connectAzure,openAzure};
