const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{restoreScale,
stopHelm,stopWorkloads}from"./chunk-ZCDEYS54.js";import"./chunk-VSTACQCW.js";import"./chunk-4URMSSWN.js";import"./start.js";import"./chunk-7QUNGZVQ.js";import"./project.js";
import"./start.js";import"./start.js";import"./terminal.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{restoreScale,stopHelm,stopWorkloads};
