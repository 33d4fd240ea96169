const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{couldNotStart}from"./start.js";
import{withSecretFolder}from"./chunk-7QUNGZVQ.js";import{childEnvironment}from"./project.js";import{variableNames}from"./start.js";import{literal,looseObject,string}from"./start.js";
import{SystemFailure,UserError}from"./start.js";const{join}=process.getBuiltinModule("node:path"),{Readable}=process.getBuiltinModule("node:stream");var endedWithItsInput=`\
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{ while read -r _; do :; done <&3; kill -TERM 0; } >/dev/null 2>&1 &
watcher=$!
trap '' TERM
exec 3<&- 2>/dev/null
wait "$program"
code=$?
kill -TERM 0
wait "$watcher"
exit "$code"`,notFound=127,graceMilliseconds=5e3;async function startCompanion(processes,{argv,signal,...request2},says){signal.throwIfAborted();const[program]=argv,
input=new Readable({read:()=>{}}),overdue=new AbortController,{promise:serving,resolve:serves}=Promise.withResolvers(),running=processes.run({...request2,argv:[
"/bin/sh","-c",endedWithItsInput,"sh",...argv],input,signal:overdue.signal,onLine:(line,stream)=>{stream==="stdout"&&says(line)&&serves(!0)}}),ended=running.then(
()=>{},()=>{}),end=async()=>{input.push(null);const timer=setTimeout(()=>overdue.abort(),graceMilliseconds);await ended,clearTimeout(timer)},stop=()=>{end()};signal.
addEventListener("abort",stop,{once:!0});const first=await Promise.race([serving,running]).finally(()=>signal.removeEventListener("abort",stop));if(first===!0)return{
kind:"serves",companion:{ended,end}};if(signal.throwIfAborted(),first.exitCode===notFound)throw couldNotStart(program,Object.assign(new Error,{code:"ENOENT"}));
return{kind:"ended",result:first}}const{Agent,request}=process.getBuiltinModule("node:http"),{createInterface}=process.getBuiltinModule("node:readline"),{text}=process.
getBuiltinModule("node:stream/consumers");var silenceMilliseconds=6e4,maxConnections=8;function socketClient(socketPath){const agent=new Agent({keepAlive:!0,maxSockets:maxConnections}),
send=async(path,{headers={},signal},options,read)=>{signal.throwIfAborted();const asked=request({socketPath,path,headers:{host:"localhost",...headers},agent:options.
mayBeSilent?!1:agent}),stop=()=>{asked.destroy(new Error("aborted"))};if(signal.addEventListener("abort",stop,{once:!0}),!options.mayBeSilent){const seconds=silenceMilliseconds/
1e3;asked.setTimeout(silenceMilliseconds,()=>asked.destroy(new Error(`it sent nothing for ${seconds} s`)))}try{return await new Promise((resolve2,reject)=>{asked.
on("error",reject),asked.on("response",response=>{read(response).then(resolve2,reject)}),asked.end()})}catch(cause){throw signal.throwIfAborted(),cause}finally{
signal.removeEventListener("abort",stop)}},whole=async response=>({status:response.statusCode??0,text:await text(response)});return{get:async(path,call)=>await send(
path,call,{mayBeSilent:!1},whole),lines:async(path,onLine,call)=>await send(path,call,{mayBeSilent:!0},async response=>{if(response.statusCode!==200)return await whole(
response);for await(const line of createInterface({input:response,crlfDelay:Number.POSITIVE_INFINITY}))onLine(line);return{status:200,text:""}}),close:()=>agent.
destroy()}}async function withClusterApi(options,work){return await withSocketFolder(options.folder,async folder=>{const connection=lazyConnection({...options,folder});
try{return await work(apiBy(connection.open,options))}finally{await connection.close()}})}var longestSocketName=100;async function withSocketFolder(folder,work){
return Buffer.byteLength(socketIn(folder))<=longestSocketName?await work(folder):await withSecretFolder({RUNNER_TEMP:"/tmp"},work)}function socketIn(folder){return join(
folder,"api")}var otherMethods="^([^G]|G[^E]|GE[^T]|GET.)";function lazyConnection({processes,kubectl,request:request2,folder,signal,lastWords}){let opening;const opened=async()=>{
const socket=socketIn(folder),found=await startCompanion(processes,{...request2,argv:[...kubectl,"proxy",`--unix-socket=${socket}`,"--append-server-path",`--rej\
ect-methods=${otherMethods}`],signal},line=>line.startsWith("Starting to serve"));if(found.kind==="ended")throw notOpened(lastWords(found.result));const{companion}=found,
client=socketClient(socket);return companion.ended.then(()=>{client.close(),opening=void 0}),{companion,client}};return{open:async()=>{opening??=opened();const mine=opening;
try{return(await mine).client}catch(error){throw opening===mine&&(opening=void 0),error}},close:async()=>{await(await opening?.catch(()=>{}))?.companion.end()}}}
function notOpened(why){return new SystemFailure({happened:`"kubectl proxy" ended at once${why}.`,means:"What runs there now is not known.",next:"Make sure that\
 the kubeconfig of this job is right (kubectl version), then run the step again."})}function apiBy(open,{signal,errorLine}){const asked=async(ask,asking)=>{const client=await open();
try{return answerOf(await ask(client),errorLine)}catch(cause){return asking.throwIfAborted(),{kind:"refused",status:void 0,why:`: kubectl, which passes it on, d\
oes not answer (${cause instanceof Error?cause.message:String(cause)})`}}};return{get:async(path,accept="application/json")=>await asked(client=>client.get(path,
{headers:{accept},signal}),signal),lines:async(path,onLine,besides)=>{const asking=besides===void 0?signal:AbortSignal.any([signal,besides]);return await asked(
client=>client.lines(path,onLine,{signal:asking}),asking)}}}var refusal=looseObject({kind:literal("Status"),message:string().default("")});function answerOf({status,
text:text2},errorLine){if(status===200)return{kind:"answer",text:text2};if(status===401)return{kind:"refused",status,why:": the server does not accept its login\
 (Unauthorized)"};const read=refusal.safeParse(parsed(text2)),said=read.success?read.data.message:status===500?text2:"",words=errorLine(said.trim());return{kind:"\
refused",status,why:words===""?`: HTTP ${status}`:`: ${words}`}}function parsed(text2){try{return JSON.parse(text2)}catch{return}}const{writeFile}=process.getBuiltinModule(
"node:fs/promises"),{join:join2,resolve}=process.getBuiltinModule("node:path");var ofTheJob=/^(?:HELM_KUBE.*|HELM_NAMESPACE|KUBECONTEXT)$/;async function withCluster(settings,context,signal,work){
const{effects,where,placeholders}=context,fill=(text2,key)=>effects.variables.fill(text2,`${where}.${key}`,placeholders),release=fill(settings.release,"release"),
namespace=fill(settings.namespace,"namespace"),kubeContext=settings.context&&fill(settings.context,"context");return await withSecretFolder(effects.environment,
async folder=>{const own=settings.kubeconfig&&fill(settings.kubeconfig,"kubeconfig"),kubeconfig=own&&await kubeconfigFile(own,folder,effects.directory),inherited=Object.
entries(childEnvironment(effects,named(settings))).filter(([name])=>!ofTheJob.test(name)),environment={...Object.fromEntries(inherited),...kubeconfig===void 0?{}:
{KUBECONFIG:kubeconfig}};refuseOtherRecords(effects.environment.HELM_DRIVER,where);const flags=forContext=>[`--namespace=${namespace}`,...kubeContext===void 0?[]:
[`${forContext}=${kubeContext}`]],request2={directory:effects.directory,environment},until=AbortSignal.any([effects.signal,...signal===void 0?[]:[signal]]),call=argv=>async(args,{
log,onLine,input,signal:besides}={})=>{const chunks=[],isShown=log!==void 0||onLine!==void 0,result=await effects.processes.run({...request2,argv:[...argv,...args],
signal:besides===void 0?until:AbortSignal.any([until,besides]),...input===void 0?{}:{input},...isShown?{}:{onOutput:chunk=>{chunks.push(chunk)}},onLine:(line,stream)=>{
log?.output(line),onLine?.(line,stream)}});return isShown?result:{...result,stdout:Buffer.concat(chunks).toString("utf8")}},errorLine=text2=>errorLineOf(effects.
pen,text2),lastWords=({stdout,stderr})=>{const words=errorLine((stderr.trim()===""?stdout:stderr).trim());return words===""?"":`: ${words}`},helm=["helm",...flags(
"--kube-context")],kubectl=["kubectl",...flags("--context")];return await withClusterApi({processes:effects.processes,kubectl,request:request2,folder,signal:until,
lastWords,errorLine},async api=>await work({release,namespace,name:kubeContext===void 0?"the cluster":`the cluster of the context "${kubeContext}"`,folder,api,helm:call(
helm),kubectl:call(kubectl),lastWords}))})}function errorLineOf(pen,text2){const lines=pen.text(text2).split(`
`).filter(line=>!/^(?:WARNING|W\d{4}|I\d{4})\b/.test(line));return(lines.findLast(line=>/^Error:/i.test(line))??lines.at(-1)??"").trim().replace(/^Error: /i,"").
replace(/\.$/,"").slice(0,600)}function refuseOtherRecords(driver,where){if(!(driver===void 0||/^(?:secrets?)?$/.test(driver)))throw new UserError({happened:`Th\
e variable HELM_DRIVER of this job is "${driver}", and ${where} reads the releases that Helm keeps in Secrets.`,means:"Which revision is in place would not be s\
een. Nothing was changed.",next:"Take the variable away, and move the record of the release into Secrets where it is kept elsewhere."})}function named({set,kubeconfig=""}){
return[...Object.values(set).map(String),kubeconfig].flatMap(variableNames)}async function kubeconfigFile(given,folder,directory){if(!/^\s*\{|\n|^\s*apiVersion:/.
test(given))return resolve(directory,given);const file=join2(folder,"kubeconfig");return await writeFile(file,given,{mode:384}),file}async function readApi(cluster,path,schema,what){
const answer=await cluster.api.get(path);if(answer.kind==="refused")throw notRead(cluster,what,answer.why);return asDocumented(cluster,answer.text,schema,what)}
async function readJson(cluster,result,schema,what){if(result.exitCode!==0)throw notRead(cluster,what,cluster.lastWords(result));return asDocumented(cluster,result.
stdout,schema,what)}function asDocumented(cluster,text2,schema,what){const read=schema.safeParse(parsed(text2));if(read.success)return read.data;const path=read.
error.issues[0]?.path.join(".")??"";throw notRead(cluster,what,`: ${path} is not as Kubernetes documents it`)}function notRead({name},what,why){return new SystemFailure(
{happened:`${what} could not be read from ${name}${why}.`,means:"What runs there now is not known.",next:"Make sure that this job reaches the cluster and may re\
ad it, then run the step again."})}var needed={major:3,minor:14};async function askHelm(cluster){const helm=await cluster.helm(["version","--template={{.Version\
}}"]),said=helm.stdout.trim(),[major=0,minor=0]=said.replace(/^v/,"").split(".").map(Number),isOld=major<needed.major||major===needed.major&&minor<needed.minor;
if(!(helm.exitCode===0&&!isOld))throw new SystemFailure({happened:helm.exitCode===0?`Helm ${said} is on this machine, and ${needed.major}.${needed.minor} or new\
er is needed.`:`Helm does not answer on this machine${cluster.lastWords(helm)}.`,means:"Nothing was changed.",next:`Install Helm ${needed.major}.${needed.minor}\
 or newer on the machine of this job.`})}async function askCluster(cluster){const answer=await cluster.api.get("/version");if(answer.kind!=="answer")throw new SystemFailure(
{happened:`${capital(cluster.name)} could not be reached${answer.why}.`,means:"Nothing was changed. What runs there now could not be read.",next:"Make sure that\
 the kubeconfig of this job is right and not expired (kubectl version), then run the step again."})}function capital(text2){return`${text2.slice(0,1).toUpperCase()}${text2.
slice(1)}`}function askAgain(error){if(!(error instanceof SystemFailure))throw error}export{askAgain,askCluster,askHelm,notRead,parsed,readApi,readJson,withCluster};
