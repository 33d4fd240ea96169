const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{endOfRun,givingBackIfThrown,
isLastUnderLease,releaseLease,releaseQuietly,underLease}from"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";
import"./terminal.js";import"./project.js";import"./project.js";import"./terminal.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{endOfRun,givingBackIfThrown,isLastUnderLease,releaseLease,releaseQuietly,underLease};
