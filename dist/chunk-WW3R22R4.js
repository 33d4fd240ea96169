const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{array,boolean,
looseObject,number,record,string}from"./start.js";import{SystemFailure}from"./start.js";var inspected=array(looseObject({Id:string(),Name:string(),Image:string(),
Created:string(),RestartCount:number().default(0),Config:looseObject({Image:string(),Labels:record(string(),string()).nullish()}),State:looseObject({Status:string(),
ExitCode:number().default(0),OOMKilled:boolean().default(!1),Health:looseObject({Status:string(),FailingStreak:number().default(0),Log:array(looseObject({Output:string().
default("")})).nullish()}).nullish()})})),looks=5;async function readContainers(engine,project,services){for(let look=1;;look+=1){const listed=await engine.docker(
["ps","--all","--quiet","--no-trunc",`--filter=label=com.docker.compose.project=${project}`,"--filter=label=com.docker.compose.oneoff=False"]);if(listed.exitCode!==
0)throw unreadable(engine,engine.lastWords(listed));const ids=listed.stdout.split(`
`).filter(id=>id!=="");if(ids.length===0)return[];const result=await engine.docker(["inspect","--type=container",...ids]);if(result.exitCode===0)return seenIn(result.
stdout,services);if(look===looks)throw unreadable(engine,engine.lastWords(result))}}async function readContainer(engine,name){const result=await engine.docker([
"inspect","--type=container",name]);if(result.exitCode===0)return seenIn(result.stdout)[0];if(!/no such (?:container|object)/i.test(result.stderr))throw unreadable(
engine,engine.lastWords(result))}function seenIn(json,services){return inspected.parse(JSON.parse(json)).map(one=>{const{State:state,Config:config}=one;return{id:one.
Id,name:one.Name.replace(/^\//,""),service:config.Labels?.["com.docker.compose.service"]??"",image:config.Image,imageId:one.Image,status:state.Status,health:state.
Health?.Status,failing:state.Health?.FailingStreak??0,said:state.Health?.Log?.at(-1)?.Output.trim()??"",exitCode:state.ExitCode,outOfMemory:state.OOMKilled,restarts:one.
RestartCount,configHash:config.Labels?.["com.docker.compose.config-hash"],created:one.Created}}).filter(({service})=>services?.includes(service)??!0).toSorted((one,other)=>one.
created<other.created?-1:1)}function unreadable(engine,why){return new SystemFailure({happened:`The containers of ${engine.name} could not be read${why}.`,means:"\
What runs there now is not known.",next:"Make sure that this job reaches the engine, then run the step again: it looks before it acts."})}export{readContainer,readContainers};
