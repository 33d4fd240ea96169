const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{keepCompiled}from"./chunk-GYJ72XJN.js";
import"./chunk-HJACYWYZ.js";import"./chunk-D6K2TUBN.js";keepCompiled(process.env.RUNNER_TEMP),await import("./main-7ESXBHEF.js");
