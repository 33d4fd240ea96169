const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{readGraph,readsContent,
takenBetween}from"./chunk-ILY7IV6H.js";import{aboutBadBackup}from"./project.js";import"./steps.js";import"./project.js";import{markIn,markText}from"./project.js";
import{fine,problem}from"./project.js";import{childEnvironment}from"./project.js";import"./start.js";import"./start.js";import{countText,durationText}from"./terminal.js";
import{array,boolean,looseObject,object,record,string}from"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";const{stat}=process.getBuiltinModule(
"node:fs/promises"),{createHash}=process.getBuiltinModule("node:crypto"),{createReadStream}=process.getBuiltinModule("node:fs"),{readdir}=process.getBuiltinModule(
"node:fs/promises"),{join}=process.getBuiltinModule("node:path"),{createGunzip}=process.getBuiltinModule("node:zlib");var information=looseObject({backup_id:string(),
infrahub_version:string(),components:array(string()),checksums:record(string(),string().regex(/^[0-9a-f]{64}$/)),neo4j_edition:string().optional()}),infoPath="b\
ackup/backup_information.json",maxInformation=16*1024*1024;async function readArchive(directory,signal){signal?.throwIfAborted();const names=await readdir(directory).
catch(()=>[]),[name,...others]=names.filter(each=>/^infrahub_backup_.*\.tar\.gz$/.test(each));if(name===void 0)throw damaged("its archive is missing");if(others.
length>0)throw damaged(`it has ${others.length+1} archives`);const file=join(directory,name),sums=new Map;let text="";try{for await(const entry of entriesOf(file,
signal))sums.set(entry.path,entry.sha256),entry.path===infoPath&&(text=entry.text)}catch(cause){throw signal?.throwIfAborted(),cause instanceof SystemFailure?cause:
damaged(`"${name}" cannot be read to its end`,cause)}const read=information.safeParse(jsonOf(text));if(!read.success)throw damaged('"backup_information.json" is\
 missing or cannot be read');const{checksums,components}=read.data;if(Object.keys(checksums).length===0)throw damaged("it has no checksums");for(const[path,sha256]of Object.
entries(checksums)){const found=sums.get(`backup/${path}`);if(found===void 0)throw damaged(`"${path}" is missing`);if(found!==sha256)throw damaged(`"${path}" ha\
s other content than when it was written`)}if(!components.includes("database"))throw damaged("the graph is not in it");return{file,information:read.data}}var block=512;
async function*entriesOf(file,signal){const input=createReadStream(file,signal===void 0?{}:{signal}),stream=createGunzip();input.on("error",error=>stream.destroy(
error)),input.pipe(stream);let rest=Buffer.alloc(0),current,longName,isEnded=!1;for await(const chunk of stream)for(rest=Buffer.concat([rest,chunk]);;){if(current===
void 0){if(rest.length<block||isEnded)break;const header=rest.subarray(0,block);if(rest=rest.subarray(block),header.every(byte=>byte===0)){isEnded=!0;break}const size=Number.
parseInt(textAt(header,124,12)||"0",8);if(!Number.isSafeInteger(size))throw damaged("a header in its archive cannot be read");const prefix=textAt(header,345,155),
short=prefix===""?textAt(header,0,100):`${prefix}/${textAt(header,0,100)}`,type=String.fromCharCode(header[156]??0),isAbout=["x","g","L"].includes(type),path2=isAbout?
`\0${type}`:longName??short;isAbout||(longName=void 0),current={path:path2,left:size,padding:(block-size%block)%block,hash:createHash("sha256"),text:""}}const part=rest.
subarray(0,current.left);if(current.hash.update(part),(current.path===infoPath||current.path.startsWith("\0"))&&current.text.length<maxInformation&&(current.text+=
part.toString("utf8")),current.left-=part.length,rest=rest.subarray(part.length),current.left>0||rest.length<current.padding)break;rest=rest.subarray(current.padding);
const{path,hash,text}=current;current=void 0,path==="\0x"?longName=/\d+ path=([^\n]*)\n/.exec(text)?.[1]??longName:path==="\0L"?longName=text.replace(/\0+$/,""):
path.startsWith("\0")||(yield{path:path.replace(/^\.\//,""),sha256:hash.digest("hex"),text})}if(current!==void 0||!isEnded)throw damaged("its archive ends too e\
arly")}function textAt(header,start,length){const text=header.subarray(start,start+length).toString("utf8"),end=text.indexOf("\0");return(end<0?text:text.slice(
0,end)).trim()}function jsonOf(text){try{return JSON.parse(text)}catch{return}}function damaged(why,cause){return new SystemFailure({happened:`The backup by inf\
rahub-backup is damaged: ${why}.`,means:"It cannot be used to go back, and nothing was restored from it.",next:aboutBadBackup},{cause})}var inspected=array(looseObject(
{Id:string(),Name:string(),State:looseObject({Running:boolean(),Health:looseObject({Status:string()}).nullish()}),Config:looseObject({Labels:record(string(),string()).
nullish()}),Mounts:array(looseObject({Destination:string(),Name:string().optional(),Source:string().optional()})).nullish()})),shell='exec cypher-shell -u "${NE\
O4J_AUTH%%/*}" -p "${NEO4J_AUTH#*/}" -d "$1" --format plain --non-interactive --fail-fast';function openInstallation({project,database},{effects,where}){const environment=childEnvironment(
effects,[]),docker=async(args,{input,onLine,signal}={})=>await effects.processes.run({argv:["docker",...args],directory:effects.directory,environment,signal:signal===
void 0?effects.signal:AbortSignal.any([effects.signal,signal]),...input===void 0?{}:{input},...onLine===void 0?{}:{onLine}}),said=result=>lastWords(effects.pen.
text(result.stderr)),containers=async signal=>{const filter=`--filter=label=com.docker.compose.project=${project}`,listed=await docker(["ps","--all","--quiet","\
--no-trunc",filter],{signal});if(listed.exitCode!==0)throw outOfReach(`The Docker engine could not be asked${said(listed)}.`);const ids=listed.stdout.split(`
`).filter(id=>id.trim()!=="");if(ids.length===0)throw outOfReach(`No container of the Compose project "${project}" (${where}) is there.`);const result=await docker(
["inspect","--type=container",...ids],{signal});if(result.exitCode!==0)throw outOfReach(`The containers of "${project}" could not be read${said(result)}.`);return inspected.
parse(JSON.parse(result.stdout)).map(containerOf)},own=async signal=>{const found=(await containers(signal)).find(({service})=>service==="database");if(found!==
void 0)return found;throw outOfReach(`The Compose project "${project}" has no service "database".`)};return{project,docker,containers,database:own,cypher:async(queries,onLine,signal)=>{
const{id}=await own(signal),result=await docker(["exec","--interactive",id,"sh","-c",shell,"sh",database],{input:queries,signal,onLine:(line,stream)=>{stream===
"stdout"&&onLine(line)}});if(result.exitCode!==0)throw outOfReach(`Neo4j of "${project}" did not answer${said(result)}.`)}}}function containerOf({Id,Name,State,
Config,Mounts}){const mount=(Mounts??[]).find(({Destination})=>Destination==="/data");return{id:Id,name:Name.replace(/^\//,""),service:Config.Labels?.["com.dock\
er.compose.service"]??"",isRunning:State.Running,isHealthy:State.Running&&(State.Health==null||State.Health.Status==="healthy"),data:mount?.Name??mount?.Source}}
function outOfReach(happened){return new SystemFailure({happened,means:"What is in this Infrahub is not known, so nothing was done.",next:'Make sure that it is \
up, that "project" names it, and that this user may use Docker. Then run again.'})}function lastWords(text){const last=text.trim().split(`
`).at(-1)?.trim()??"";return last===""?"":`: ${last.replace(/\.$/,"").slice(0,400)}`}var method="ends-in-full:";async function readInfrahubGraph(installation,asked){
const graph={cypher:installation.cypher,content:"CASE WHEN n:Root THEN '' ELSE properties(n) END",end:node=>`CASE WHEN ${node}:Root THEN 'Root' ELSE [${node}.uu\
id, ${node}.value, ${node}.is_default] END`,method},found=await readGraph(graph,asked);if(!found.tables.some(({name})=>name.startsWith("node ")))throw outOfReach(
`Neo4j of "${installation.project}" showed no node.`);return found}var engineInfo=object({ID:string(),Name:string()}),volumes=array(looseObject({Name:string(),CreatedAt:string().
optional(),Labels:record(string(),string()).nullish()})),label="staged-upgrade.mark";async function readIdentity(installation,signal){const{project}=installation,
info=await installation.docker(["info","--format",'{"ID":{{json .ID}},"Name":{{json .Name}}}'],{signal});if(info.exitCode!==0)throw outOfReach("The Docker engin\
e did not say its id.");const{ID:engine,Name:host}=engineInfo.parse(JSON.parse(info.stdout)),graph=await graphOf(installation,await installation.database(signal),
signal),kept=await volumeOf(installation,markVolume(project),signal);return{kind:"infrahub-backup",lineage:{graph},location:{engine,host,project},mark:markOf(kept,
{engine,graph})}}async function markDisposable(installation,choose,signal){const identity=await readIdentity(installation,signal),mark=await choose({identity,name:installation.
project});if(mark===void 0)return;const volume=markVolume(installation.project);if(identity.mark.kind!=="none"&&await installation.docker(["volume","rm",volume],
{signal}),(await installation.docker(["volume","create",`--label=${label}=${markText(mark)}`,volume],{signal})).exitCode!==0)throw outOfReach(`The volume "${volume}\
", which is the mark, could not be made.`);return await readIdentity(installation,signal)}function markVolume(project){return`${project}_staged-upgrade-disposab\
le`}function markOf(volume,{engine,graph}){if(volume===void 0)return{kind:"none"};const place=`the label of the volume "${volume.Name}"`,tiedTo=`volume of ${volume.
CreatedAt??"an unknown time"} on engine ${engine}, with ${graph}`,mark=markIn(volume.Labels?.[label]??"",{tiedTo,place});return mark.kind==="none"?{kind:"unclea\
r",reason:"it has no mark",place}:mark}async function graphOf({docker},{id,name,data,isRunning},signal){if(data===void 0)throw outOfReach(`The container ${name}\
 keeps "/data" in no volume.`);if(!isRunning)throw outOfReach(`The container ${name} does not run.`);const result=await docker(["exec",id,"stat","-c","%i %W","/\
data"],{signal}),folder=result.stdout.trim();if(result.exitCode!==0||folder==="")throw outOfReach(`The folder "/data" of the container ${name} could not be look\
ed at${lastWords(result.stderr)}.`);return`${data.startsWith("/")?"folder":"volume"} ${data}, ${folder}`}async function volumeOf({docker},name,signal){const result=await docker(
["volume","inspect",name],{signal});if(result.exitCode===0)return volumes.parse(JSON.parse(result.stdout))[0];if(!/no such volume/i.test(result.stderr))throw outOfReach(
`The volume "${name}" could not be read.`)}var pauseMilliseconds=1e3,writers=["infrahub-server","task-worker"];async function bringBack(installation,before,{clock,
within,signal}){const ran=before.filter(({isRunning})=>isRunning),until=clock.now().getTime()+within;for(let look=0;;look++){const now=await installation.containers(
signal),waiting=ran.flatMap(({id,isHealthy})=>{const found=now.find(each=>each.id===id);return found===void 0||(isHealthy?found.isHealthy:found.isRunning)?[]:[found]});
if(waiting.length===0)return;const stopped=waiting.filter(({isRunning})=>!isRunning);if(look===0&&stopped.length>0)await installation.docker(["start",...stopped.
map(({id})=>id)],{signal});else if(clock.now().getTime()>=until)throw notBack(waiting.map(({name})=>name),within);await clock.sleep(pauseMilliseconds,signal)}}async function stopWriters(installation,signal){
const running=(await installation.containers(signal)).filter(({service,isRunning})=>isRunning&&writers.includes(service));if(!(running.length===0||(await installation.
docker(["stop",...running.map(({id})=>id)],{signal})).exitCode===0))throw new SystemFailure({happened:`After the restore, ${running.map(({name})=>name).join(" a\
nd ")} could not be stopped.`,means:"They work on a copy of live data that was not made harmless yet.",next:"Stop them by hand, then run the step again."})}function notBack(names,within){
return new SystemFailure({happened:`After the backup, ${names.join(", ")} did not become healthy again within ${durationText(within)} ("ready-within").`,means:"\
Services of Infrahub were stopped for the backup, and do not serve again.",next:"Look at their logs (docker logs), bring them up, then run the step again."})}var failedLine=/level=(?:error|fatal)\b.*msg="?(?<text>.*?)"?$/;
function openTool({program,project,withTaskManager},{effects}){const environment=Object.fromEntries(Object.entries(childEnvironment(effects,[])).filter(([name])=>!name.
startsWith("INFRAHUB_"))),exclude=withTaskManager?[]:["--exclude-taskmanager"],run=async(args,{log,signal},onLine)=>{let last="";const result=await effects.processes.
run({argv:[program,`--project=${project}`,"--log-format=text",...args],directory:effects.directory,environment,signal:AbortSignal.any([effects.signal,signal]),onLine:line=>{
log.output(line),onLine(line),last=failedLine.exec(line)?.groups?.text??last}});return{exitCode:result.exitCode,last:last===""?result.stderr:last}},failed=(what,last,means,next)=>new SystemFailure(
{happened:`${what}${lastWords(effects.pen.text(last))}.`,means,next});return{version:async signal=>{let found="";const call={log:{...effects.log,output:()=>{}},
signal};return await run(["version"],call,line=>{found=/Version: (?<version>[^\s"]+)/.exec(line)?.groups?.version??found}),found===""?"unknown":found},create:async({
directory,limits,log,signal})=>{let[stoppedAt,mayGoOn,waitsFor]=[void 0,!1,""];const tasks=new AbortController,whole=AbortSignal.timeout(limits.whole),timer=setTimeout(
()=>{mayGoOn||tasks.abort()},limits.tasks),args=["create",`--backup-dir=${directory}`,...exclude,"--redact=false","--s3-upload=false"];try{const{exitCode,last}=await run(
args,{log,signal:AbortSignal.any([signal,tasks.signal,whole])},line=>{/No running tasks detected/.test(line)&&(mayGoOn=!0),/There are running \d+ tasks/.test(line)&&
(waitsFor=line),/Stopping Infrahub application services/.test(line)&&(stoppedAt??=effects.clock.now())});if(exitCode===0)return stoppedAt;throw failed("infrahub\
-backup took no backup",last,"Whether it has stopped services of Infrahub is in its output; those that ran before are started again.","Read its output in the lo\
g, correct the cause, and run the step again.")}catch(error){throw tasks.signal.aborted&&!signal.aborted&&!effects.signal.aborted?tasksRun(waitsFor,limits.tasks):
whole.aborted&&!signal.aborted&&!effects.signal.aborted?tooLong("backup",limits.whole):error}finally{clearTimeout(timer)}},restore:async({file,isCopy,within,log,
signal})=>{let isComplete=!1;const whole=AbortSignal.timeout(within),args=["restore",file,...exclude,`--reset-deployment-id=${isCopy}`];try{const{exitCode,last}=await run(
args,{log,signal:AbortSignal.any([signal,whole])},line=>{/Restore completed successfully/.test(line)&&(isComplete=!0)});if(exitCode===0&&isComplete)return;throw failed(
exitCode===0?"infrahub-backup exited with 0, but did not say that its restore was completed":"infrahub-backup did not restore the backup",last,"What is there no\
w may be half of it, and services of Infrahub may be stopped.","Read its output in the log, correct the cause, and run the step again: it restores from the star\
t.")}catch(error){throw whole.aborted&&!signal.aborted&&!effects.signal.aborted?tooLong("restore",within):error}}}}function tasksRun(line,limit){const tasks=/There are running (?<count>\d+) tasks/.
exec(line)?.groups?.count;return new SystemFailure({happened:`Infrahub has worked on ${tasks===void 0?"tasks":countText(Number(tasks),"task")} for longer than ${durationText(
limit)} ("tasks-within").`,means:"A backup beside them would hold half of what they do. None was taken, and nothing was stopped.",next:"Look at them in the task\
 manager, let them end or cancel them, then run again. Or allow more time."})}function tooLong(what,limit){return new SystemFailure({happened:`The ${what} by in\
frahub-backup had not ended after ${durationText(limit)} ("timeout").`,means:"It was ended.",next:"Find out what takes so long, or allow more time. Then run the\
 step again."})}function openStore(settings,context){const{effects,where,placeholders}=context,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),
project=fill(settings.project,"project"),installation=openInstallation({project,database:settings.database},context),tool=openTool({program:fill(settings.program,
"program"),project,withTaskManager:settings["task-manager"]},context),within=signal=>signal===void 0?effects.signal:AbortSignal.any([effects.signal,signal]),fingerprint=async(signal,like)=>{
const content=readsContent(like,settings.fingerprint.content,method);return await readInfrahubGraph(installation,{content,at:effects.clock.now(),signal})};return{
kind:"infrahub-backup",noun:"installation",serverDuringRestore:"running",identity:signal=>readIdentity(installation,signal),preflight:request=>preflight(request),
fingerprint,estimatedBytes:async signal=>{const{id}=await installation.database(signal),result=await installation.docker(["exec",id,"du","-sk","/data"],{signal}),
kilobytes=/^(?<size>\d+)\s/.exec(result.stdout)?.groups?.size;return result.exitCode!==0||kilobytes===void 0?void 0:Number(kilobytes)*1024},markDisposable:(choose,signal)=>markDisposable(
installation,choose,signal),backup:async({directory,log,signal})=>{const stopping=within(signal);stopping.throwIfAborted();const identity=await readIdentity(installation,
signal),version=await tool.version(stopping),containers=await installation.containers(signal),before=await fingerprint(signal);let stoppedAt;try{const limits={tasks:settings["\
tasks-within"],whole:settings.timeout};stoppedAt=await tool.create({directory,limits,log,signal:stopping})}finally{const again=AbortSignal.timeout(settings["rea\
dy-within"]*2);await bringBack(installation,containers,{clock:effects.clock,within:settings["ready-within"],signal:again})}const downtime=stoppedAt===void 0?void 0:
effects.clock.now().getTime()-stoppedAt.getTime();downtime!==void 0&&log.info(`Infrahub did not serve for ${durationText(downtime)}: its services were stopped.`);
const{information:information2}=await readArchive(directory,signal);return{identity,dataAt:before.at,fingerprint:takenBetween(before,await fingerprint(signal,before)),
tools:{"infrahub-backup":version,infrahub:information2.infrahub_version,neo4j:information2.neo4j_edition??"unknown",...downtime===void 0?{}:{"services stopped f\
or":durationText(downtime)}},references:[]}},verify:async({directory,signal})=>{const{file}=await readArchive(directory,signal);await stat(file)},restore:async request=>{
const{directory,mayReplace,isOriginal,log,signal}=request,stopping=within(signal);stopping.throwIfAborted();const{file,information:information2}=await readArchive(
directory,signal);if(settings["task-manager"]&&!information2.components.includes("task-manager-db"))throw withoutTaskManager(where);const refusal=mayReplace(await readIdentity(
installation,signal));if(refusal!==void 0)return refusal;await tool.restore({file,isCopy:isOriginal!==!0,within:settings.timeout,log,signal:stopping}),await stopWriters(
installation,stopping)}};async function preflight({use,subject,signal}){await readIdentity(installation,signal);try{const version=await tool.version(within(signal)),
containers=await installation.containers(signal),missing=["database","infrahub-server","task-worker"].filter(service=>!containers.some(each=>each.service===service&&
each.isRunning)),means=use==="backup"?"A backup needs it.":"A restore works on running containers.";return missing.length>0&&use==="backup"?[problem(subject,{happened:`\
In the project "${project}", ${missing.join(" and ")} does not run.`,means:`${means} infrahub-backup asks the task worker for running tasks, and the database fo\
r its dump.`,next:"Start it, then run again."})]:[fine(subject,`infrahub-backup ${version} is here, and the project "${project}" answers.`)]}catch(error){if(!(error instanceof
SystemFailure))throw error;return[problem(subject,error.detail)]}}}function withoutTaskManager(where){return new SystemFailure({happened:"The backup holds no da\
tabase of the task manager.",means:"Restored without it, its tasks would be those of another graph. Nothing was restored.",next:`Take a new backup, or set "task\
-manager: false" in ${where} where its tasks do not matter.`})}export{openStore};
