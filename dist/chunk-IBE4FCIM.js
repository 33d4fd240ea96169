const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{diffArrays}from"./steps.js";
import{syncFile,syncFolder}from"./project.js";import{readTextFile}from"./start.js";import{UserError}from"./start.js";const{rename,rm,stat,writeFile}=process.getBuiltinModule(
"node:fs/promises"),{basename,dirname,join}=process.getBuiltinModule("node:path");function changedLines({before,text}){return diffArrays(before.split(`
`),text.split(`
`)).flatMap(({value,added,removed})=>added?value.map(line=>`+ ${line}`):removed?value.map(line=>`- ${line}`):[])}function stagedPath(path){return join(dirname(path),
`.${basename(path)}.staged-upgrade`)}async function stage({path,text}){await writeFile(stagedPath(path),text,{mode:await modeOf(path)??384})}async function putStagedInPlace(path){
await syncFile(stagedPath(path)),await rename(stagedPath(path),path),await syncFolder(dirname(path))}async function discardStaged(path){await rm(stagedPath(path),
{force:!0})}async function modeOf(path){return await stat(path).then(({mode})=>mode&511,()=>{})}async function textOf(path,where,mayBeMissing=!1){try{return await readTextFile(
path)}catch(cause){const code=cause instanceof Error&&"code"in cause?String(cause.code):String(cause);if(mayBeMissing&&code==="ENOENT")return"";throw new UserError(
{happened:`The file ${path} (${where}) ${code==="ENOENT"?"is not there":`could not be read: ${code}`}.`,means:"Nothing was changed.",next:`Check it out in this \
job, or correct ${where}.`},{cause})}}export{changedLines,discardStaged,putStagedInPlace,stage,stagedPath,textOf};
