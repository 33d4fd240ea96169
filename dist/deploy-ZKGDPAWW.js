const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{runOneOff,stopServices}from"./chunk-7Q5XN7TI.js";
import"./chunk-SEXB7L6X.js";import{outputJudge}from"./project.js";import{outputRules}from"./project.js";import"./start.js";import"./chunk-7NXOLTJ5.js";import"./chunk-PG7RWK5S.js";
import"./project.js";import{refuseOther}from"./chunk-NBL4FBMZ.js";import"./project.js";import{artifactsOf,fetchImages,putFirst,recreate,renderProject,requireRolling,
roll}from"./chunk-RMAOGRWU.js";import"./chunk-3K2JHRZB.js";import{isRunning,runningNow}from"./chunk-FI32AKSG.js";import{readContainers}from"./chunk-WW3R22R4.js";
import{askEngine,openEngine,stageFiles}from"./chunk-74TFCSZJ.js";import"./steps.js";import"./chunk-G33TENPM.js";import{partPlaceholders}from"./project.js";import{
silentLog}from"./project.js";import"./chunk-IBE4FCIM.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./start.js";import"./terminal.js";import"./project.js";import"./start.js";import"./start.js";import"./project.js";import"./start.js";import{
SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";function readBack(engine,settings,context,log){const{effects,where,placeholders}=context,checks=settings["\
read-back"].map((one,index)=>{const[service,...command]=one.run,at=`${where}.read-back.${index}`;return{service,command:command.map(text=>effects.variables.fill(
text,`${at}.run`,placeholders)),rules:outputRules(one,context,at),same:one.same}}),answers=checks.map(()=>new Map),quoted=text=>JSON.stringify(effects.pen.text(
text.trim()).slice(0,200));async function ask({command,rules},{id,name}){const judge=outputJudge(rules),result=await engine.docker(["exec",id,...command],{onLine:judge.
line}),what=`"${command.join(" ")}" in ${name}`;if(result.exitCode!==0)return{kind:"not-yet",reason:`${what} exited with code ${result.exitCode??"?"}${engine.lastWords(
result)}`};const fault=judge.fault();return fault!==void 0?{kind:"not-yet",reason:`${what}: ${effects.pen.text(fault)}: ${quoted(result.stdout)}`}:(log.info(`${name}\
 answers ${quoted(result.stdout)}.`),{said:result.stdout.trim()})}async function lookAt(check,known,containers){const asked=containers.filter(({service,status})=>service===
check.service&&status==="running"),said=[];for(const container of asked){const key=`${container.id} ${container.restarts}`;let text=known.get(key);if(text===void 0){
const answer=await ask(check,container);if("kind"in answer)return answer;text=answer.said,known.set(key,text)}said.push({name:container.name,text})}const[first]=said,
other=check.same?said.find(({text})=>text!==first?.text):void 0;return first===void 0||other===void 0?{kind:"ready"}:(known.clear(),{kind:"not-yet",reason:`${other.
name} answers ${quoted(other.text)}, and ${first.name} ${quoted(first.text)}`})}return{look:async containers=>await Promise.all(checks.map((check,index)=>lookAt(
check,answers[index]??new Map,containers)))}}async function deployCompose(settings,context,request){const engine=openEngine(settings,context,request);await askEngine(
engine);const pinnedOther=settings.pinned===void 0?void 0:await otherPinned(settings,context,request),files=await stageFiles(settings,context,request.log);try{const project=await renderProject(
engine,files.staged,settings,context.where);return await sayingWhatRuns({engine,project,version:request.version},()=>putInPlace({settings,context,request,engine,
files,project,pinnedOther}))}finally{await files.discard()}}async function putInPlace(deploy){const{settings,context,request,engine,files,project}=deploy,{services}=project,
{log}=request;settings.strategy==="rolling"&&requireRolling(project,context.where),requireOfTheRelease(deploy),await refuseDrift(deploy);const images=await fetchImages(
engine,{files:files.staged,services,pull:settings.pull,log}),artifacts=artifactsOf(services,images);for(const{name,digests}of artifacts)log.info(`${name} is ${digests[0]??
"without a digest"}.`);refuseOther(artifacts,request),settings["stop-first"]&&await stopServices(engine,project.name,settings.stop??settings.services,log);const replacementBy=by=>({
engine,project,files:by,images,readBack:readBack(engine,settings,context,log),ready:settings.ready,clock:context.effects.clock,log,signal:request.signal?AbortSignal.
any([request.signal,context.effects.signal]):context.effects.signal});await runCommands(deploy,"before",replacementBy(files.staged)),await files.putInPlace();const replacement=replacementBy(
files.inPlace);return await(settings.strategy==="rolling"?roll(replacement):recreate(replacement)),await runCommands(deploy,"after",replacement),log.info(await runningNow(
engine,project.name,settings.services)),artifacts}function requireOfTheRelease({settings,context:{where},project:{services}}){const isKnown=name=>services.some(
service=>service.name===name);for(const phase of["before","after"])for(const[index,{run,needs}]of settings[phase].entries()){const at=`${where}.${phase}.${index}`,
[service]=run;if(!isKnown(service))throw notOfTheRelease(service,`${at}.run`,where);const unknown=needs.find(name=>!isKnown(name));if(unknown!==void 0)throw notOfTheRelease(
unknown,`${at}.needs`,where)}}async function runCommands({settings,context,request,engine,project},phase,replacement){const{images,files}=replacement,isUpgrade=request.
version===request.to;for(const[index,command]of settings[phase].entries()){if(command.when==="upgrade"&&!isUpgrade)continue;const[service]=command.run,where=`${context.
where}.${phase}.${index}`,imageId=images.get(service)?.id;if(imageId===void 0)throw notOfTheRelease(service,`${where}.run`,context.where);phase==="before"&&await putFirst(
replacement,command.needs);const oneOff={settings:command,where,project:project.name,files,imageId,context,log:request.log};await runOneOff(engine,oneOff)}}function notOfTheRelease(service,where,base){
return new UserError({happened:`${where} names the service "${service}", which is not in ${base}.services.`,means:"Its image would not be looked at before the c\
ommand is run. Nothing was stopped.",next:`Name a service of ${base}.services, or add it there.`})}async function refuseDrift(deploy){const{settings,request,engine,
project}=deploy;if(request.refuseDrift!==!0)return;const known=new Map(project.services.map(({name,image})=>[name,[image]]));for(const{name,image}of await otherSide(
deploy))known.get(name)?.push(image);const other=(await readContainers(engine,project.name,settings.services)).find(one=>isRunning(one)&&!(known.get(one.service)??
[]).includes(one.image));if(other!==void 0)throw new SystemFailure({happened:`The container ${other.name} runs ${other.image}, and the hop leads from ${request.
from} to ${request.to}: ${(known.get(other.service)??[]).toReversed().join(" to ")}.`,means:"Somebody else has put something in place. Nothing was stopped.",next:"\
Find out who and why. Deploy by hand what the configuration says, or correct the configuration; then run the step again."})}async function otherSide({settings,context,
request,files,pinnedOther}){return pinnedOther!==void 0?pinnedOther:await orNothing(async()=>{const other=ofOtherSide(context,request);return(await renderProject(
openEngine(settings,other,request),files.inPlace,settings,context.where)).services})}async function otherPinned(settings,context,request){return request.refuseDrift!==
!0?[]:await orNothing(async()=>{const other=ofOtherSide(context,request),files=await stageFiles(settings,other,silentLog);try{return(await renderProject(openEngine(
settings,other,request),files.staged,settings,context.where)).services}finally{await files.discard()}})}function ofOtherSide(context,{version,from,to,otherParts}){
const other=version===to?from:to;return{...context,placeholders:{...context.placeholders,...partPlaceholders(otherParts),version:other}}}async function orNothing(read){
try{return await read()}catch(error){if(error instanceof UserError||error instanceof SystemFailure)return[];throw error}}async function sayingWhatRuns({engine,project,
version},work){try{return await work()}catch(error){if(!(error instanceof SystemFailure))throw error;const{detail}=error,services=project.services.map(({name})=>name),
now=await runningNow(engine,project.name,services),means=`${detail.means===""?`The deploy of ${version} has not ended.`:detail.means} ${now}`;throw new SystemFailure(
{...detail,means},{cause:error})}}export{deployCompose};
