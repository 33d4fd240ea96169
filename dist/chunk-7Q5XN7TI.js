const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{outputProgress}from"./chunk-SEXB7L6X.js";
import{outputJudge}from"./project.js";import{outputRules}from"./project.js";import{openProject}from"./chunk-7NXOLTJ5.js";import{isRunning,runningNow}from"./chunk-FI32AKSG.js";
import{readContainer,readContainers}from"./chunk-WW3R22R4.js";import{messageReader}from"./project.js";import{durationText}from"./terminal.js";import{SystemFailure}from"./start.js";
const{createHash}=process.getBuiltinModule("node:crypto");async function runOneOff(engine,request){const{settings,where,files,context,log}=request,{effects,placeholders}=context,
fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),[service,...rest]=settings.run,command=rest.map(text=>fill(text,"run")),rules=outputRules(
settings,context,where),title=`"${settings.run.join(" ")}" (${where})`,name=containerName(request,placeholders),there=await readContainer(engine,name);if(there?.
status==="running")log.info(`${title} still runs in the container ${name}, started before: waiting for it.`);else{there!==void 0&&await engine.docker(["rm","--f\
orce",name]),log.info(`Running ${title} in the container ${name}.`);const started=await engine.docker([...files,"run","--detach","--no-deps","--pull=never","--n\
ame",name,service,...command]);if(started.exitCode!==0)throw failed(`The command ${title} could not be started${engine.lastWords(started)}.`)}const judge=outputJudge(
rules),progress=outputProgress(settings.progress,settings.run.join(" "),log),messageOf=messageReader();let last="";const limit=AbortSignal.timeout(settings.timeout),
followed=await engine.docker(["logs","--follow",name],{log,signal:limit,onLine:(line,stream)=>{judge.line(line,stream),progress(line),last=messageOf(line)||last}}).
catch(error=>{if(!(limit.aborted&&!effects.signal.aborted))throw error});if(followed===void 0)throw failed(`The command ${title} has not ended after ${durationText(
settings.timeout)}; it continues in the container ${name}.`,"Look at what it does (docker logs), then run the step again: it waits for it again.");if(followed.exitCode!==
0)throw failed(`The output of ${title} could not be read${engine.lastWords(followed)}.`);const ended=await readContainer(engine,name);if(ended===void 0||ended.status===
"running")throw failed(`Whether the command ${title} has ended could not be read.`);await engine.docker(["rm","--force",name]);const words=effects.pen.text(last).
slice(0,400);if(ended.exitCode!==0)throw failed(`The command ${title} exited with code ${ended.exitCode}${words===""?"":`: ${words}`}.`);const fault=judge.fault();
if(fault!==void 0)throw failed(`The command ${title} exited with code 0, but ${effects.pen.text(fault)}.`)}function containerName({project,settings,where,imageId},placeholders){
const{version,from,to}=placeholders,hash=createHash("sha256").update(JSON.stringify([where,version,from,to,settings.run,imageId]));return`${oneOffPrefix(project)}${hash.
digest("hex").slice(0,12)}`}function oneOffPrefix(project){return`${project}-staged-upgrade-`}function failed(happened,next="Read its output in the log, correct\
 the cause, and run the step again."){return new SystemFailure({happened,means:"",next})}async function stopCompose(settings,context,{log,signal}){const{engine,
project}=await openProject(settings,context,signal);await stopServices(engine,project,settings.stop??settings.services,log);const ids=(await engine.docker(["ps",
"--quiet",`--filter=name=^/?${oneOffPrefix(project)}`])).stdout.split(`
`).filter(id=>id!=="");ids.length>0&&await stopContainers(engine,ids,project,settings.services)}async function stopServices(engine,project,services,log){const containers=await readContainers(
engine,project,services);for(const service of services.toReversed()){const running=containers.filter(container=>container.service===service&&isRunning(container));
running.length!==0&&(log.info(`Stopping ${running.map(({name})=>name).join(", ")} on ${engine.name}.`),await stopContainers(engine,running.map(({id})=>id),project,
services))}}async function stopContainers(engine,ids,project,services){const result=await engine.docker(["stop",...ids]);if(!(result.exitCode===0||/no such container/i.
test(result.stderr)))throw new SystemFailure({happened:`A container could not be stopped by ${engine.name}${engine.lastWords(result)}.`,means:await runningNow(engine,
project,services),next:"Correct the cause, and run the step again."})}export{runOneOff,stopCompose,stopServices};
