const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{connectS3,openS3}from"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{connectS3,openS3};
