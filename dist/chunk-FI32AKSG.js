const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{readContainers}from"./chunk-WW3R22R4.js";
import{SystemFailure}from"./start.js";async function runningNow(engine,project,services){try{return runningText(await readContainers(engine,project,services),services)}catch(error){
if(!(error instanceof SystemFailure))throw error;return`What runs now could not be read (${error.detail.happened.replace(/\.$/,"")}).`}}function runningText(containers,services){
return`Now ${services.map(service=>{const own=containers.filter(container=>container.service===service);if(own.length===0)return`${service} has no container`;const running=own.
filter(isRunning);if(running.length===0)return`${service} does not run: ${counted(own)}`;const ended=own.filter(container=>!isRunning(container));return`${service}\
 runs ${counted(running)}${ended.length===0?"":`, beside ${counted(ended)}`}`}).join("; ")}.`}function isRunning({status}){return status==="running"||status==="\
paused"||status==="restarting"}function counted(containers){const texts=containers.map(container=>`${container.image} (${stateText(container)})`);return[...Map.
groupBy(texts,text=>text)].map(([text,same])=>same.length===1?text:`${same.length} of ${text}`).join(" and ")}function stateText({status,health,exitCode,outOfMemory,
restarts}){return status==="exited"||status==="dead"?outOfMemory?"ended because memory ran out":`exited with code ${exitCode}`:status==="restarting"?`restarting\
, ${restarts} times so far, last exit code ${exitCode}`:status==="running"?health===void 0||health==="none"?"running":health:status}export{isRunning,runningNow,stateText};
