const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{messageReader}from"./project.js";
function outputProgress(patterns,title,log){const expressions=patterns.map(pattern=>new RegExp(pattern));let first,last,shown="";const messageOf=messageReader();
return line=>{const text=messageOf(line);for(const expression of expressions){const{at,of}=expression.exec(text)?.groups??{};if(of!==void 0&&(last=Number(of)),at===
void 0)continue;const number=Number(at);first??=number;const span=last===void 0?{}:{done:number-first+1,total:Math.max(last,number)-first+1},said=`${title}: at ${at}${last===
void 0?"":` of ${last}`}`;said!==shown&&log.progress({text:said,...span}),shown=said}}}export{outputProgress};
