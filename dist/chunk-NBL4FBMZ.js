const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{firstNotRehearsed}from"./project.js";
import{SystemFailure}from"./start.js";function refuseOther(artifacts,{rehearsed}){if(rehearsed===void 0)return;const other=firstNotRehearsed(artifacts,rehearsed);
if(other===void 0)return;const{name,digests}=other.artifact;throw new SystemFailure({happened:other.rehearsed===void 0?`The image "${name}" (${digests[0]??"no d\
igest"}) was not put in place in the rehearsal.`:`The image "${name}" is ${digests[0]??"unknown"} now, and was ${other.rehearsed.digests[0]??"unknown"} when it \
was rehearsed.`,means:"What was approved is not what would be deployed. Nothing was stopped.",next:"Find out why it differs: a tag may have been moved. To promo\
te what is there now, rehearse the hop again."})}export{refuseOther};
