const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{UserError}from"./start.js";
import"./chunk-D6K2TUBN.js";function stageOf(terminal,{effects},gates){if(terminal!==void 0)return terminal.stage(effects,gates);throw new UserError({happened:"\
This command works only in a terminal.",means:"A workflow climbs by the steps of its own jobs. Nothing was done.",next:'Run "staged-upgrade init": it writes the\
 workflows.'})}export{stageOf};
