const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{overall,untilReady}from"./chunk-3K2JHRZB.js";
import{isRunning,stateText}from"./chunk-FI32AKSG.js";import{readContainers}from"./chunk-WW3R22R4.js";import{imageReference,whyMoving}from"./chunk-G33TENPM.js";import{
array,looseObject,number,record,string,union,unknown}from"./start.js";import{SystemFailure,UserError}from"./start.js";var inspected=array(looseObject({Id:string(),
RepoDigests:array(string()).nullish()})).transform(([first])=>first);async function localImage(engine,reference){const result=await engine.docker(["image","insp\
ect",reference]);if(result.exitCode!==0)return;const found=inspected.parse(JSON.parse(result.stdout));if(found===void 0)return;const name=imageReference(reference)?.
name,digests=(found.RepoDigests??[]).flatMap(text=>{const parsed=imageReference(text);return parsed?.digest!==void 0&&isSameName(parsed.name,name)?[parsed.digest]:
[]});return{id:found.Id,digests}}function isSameName(one,other){const familiar=name=>name.replace(/^(?:index\.)?docker\.io\//,"").replace(/^library\//,"");return other!==
void 0&&familiar(one)===familiar(other)}async function fetchImages(engine,{files,services,pull,log}){const images=new Map;for(const service of services){const policy=policyOf(
service,pull),before=policy==="always"?void 0:await localImage(engine,service.image);if(before===void 0&&policy!=="never"){const pulled=await engine.docker([...files,
"pull","--policy=always",service.name],{log});if(pulled.exitCode!==0)throw notPulled(service,engine,engine.lastWords(pulled),policy==="always")}const image=before??
await localImage(engine,service.image);if(image===void 0)throw notThere(service,engine);images.set(service.name,image)}return images}function policyOf({pullPolicy},pull){
return pull!==void 0?pull:pullPolicy==="never"?"never":pullPolicy==="missing"||pullPolicy==="if_not_present"?"missing":"always"}function notPulled(service,engine,why,always){
return new SystemFailure({happened:`The image "${service.image}" of the service "${service.name}" could not be pulled by ${engine.name}${why}.`,means:"Nothing w\
as stopped.",next:`Make sure that the image exists and that the engine may pull it${always?'; or, where images are brought there in another way, set "pull: miss\
ing"':""}. Then run the step again.`})}function notThere(service,engine){return new SystemFailure({happened:`The image "${service.image}" of the service "${service.
name}" is not on ${engine.name}, and is not to be pulled.`,means:"Nothing was stopped.",next:'Bring the image there (docker load), or let it be pulled with "pul\
l: missing". Then run the step again.'})}function artifactsOf(services,images){const artifacts=services.flatMap(({name,image})=>{const found=images.get(name);return found===
void 0?[]:[{name:image,digests:[...found.digests,found.id]}]});return artifacts.filter(({name},index)=>artifacts.findIndex(other=>other.name===name)===index)}var port=looseObject(
{published:string().optional()}),renderedService=looseObject({image:string().optional(),build:unknown().optional(),pull_policy:string().optional(),container_name:string().
optional(),scale:number().optional(),deploy:looseObject({replicas:union([number(),string()]).optional()}).nullish(),ports:array(port).nullish(),depends_on:record(
string(),looseObject({condition:string().optional()})).nullish()}),rendered=looseObject({name:string(),services:record(string(),renderedService)});async function renderProject(engine,files,{
services:names},where){const result=await engine.docker([...files,"--profile=*","config","--format=json"]);if(result.exitCode!==0)throw new SystemFailure({happened:`\
Docker Compose cannot read the files of ${where}${engine.lastWords(result)}.`,means:"Nothing was changed.",next:`Correct the Compose file, or set what it asks f\
or in ${where}.env.`});const{name,services}=rendered.parse(JSON.parse(result.stdout)),blank=blankVariables(result.stderr);return{name,services:names.map(service=>{
const found=services[service];if(found===void 0)throw noService(service,Object.keys(services),where);const image=fixedImage(service,found,blank,where),awaited=Object.
values(services).flatMap(other=>other.depends_on?.[service]?.condition??[]);return{name:service,image,pullPolicy:found.pull_policy,replicas:Number(found.deploy?.
replicas??found.scale??1),single:whySingle(found),endsByItself:awaited.includes("service_completed_successfully")}})}}function fixedImage(service,{image,build},blank,where){
const named=blank.length===0?"":` Not set: ${blank.join(", ")}.`;if(image===void 0)throw new UserError({happened:`The service "${service}" has no image${build===
void 0?"":", so Compose would build it on the machine that runs it"}.`,means:"What is built anew on production is not what was rehearsed. Nothing was changed.",
next:'Build the image once, push it to a registry, and name it in the Compose file with "image".'});const why=whyMoving(image);if(why===void 0)return image;throw new UserError(
{happened:`The image "${image}" of the service "${service}" ${why}.${named}`,means:"What is rehearsed could be another release than what is promoted. Nothing wa\
s changed.",next:`Let the Compose file name the release, such as image: acme/app:\${APP_TAG:?}, and set it in ${where}.env: { APP_TAG: "{version}" }.`})}function noService(service,there,where){
return new UserError({happened:`The Compose file has no service "${service}", which ${where}.services names.`,means:"Nothing was changed.",next:`Its services ar\
e ${there.join(", ")}: correct ${where}.services.`})}function whySingle({container_name:name,ports}){if(name!==void 0)return`has the fixed container_name "${name}\
"`;const fixed=ports?.find(({published=""})=>/^[1-9]\d*$/.test(published));return fixed===void 0?void 0:`publishes the fixed port ${fixed.published}`}function blankVariables(stderr){
const names=[...stderr.matchAll(/The \\?"([A-Za-z0-9_]+)\\?" variable is not set/g)].flatMap(match=>match[1]??[]);return[...new Set(names)]}var crashLoop=3;function readinessOf({
service,containers,wanted,endsByItself}){const each=containers.map(container=>ofContainer(container,endsByItself)),failed2=each.find(({kind})=>kind==="failed");
if(failed2!==void 0)return failed2;const waiting=each.find(({kind})=>kind==="not-yet");return waiting!==void 0?waiting:containers.length>=wanted?{kind:"ready"}:
{kind:"not-yet",reason:`${service} has ${containers.length} of ${wanted} containers`}}function ofContainer(container,endsByItself){const{name,status,health,failing,
restarts,exitCode}=container,what=`${name} is ${stateText(container)}`;return restarts>=crashLoop||status==="restarting"&&restarts>=crashLoop?{kind:"failed",reason:`${name}\
 does not stay up: it was started again ${restarts} times`}:status==="restarting"?{kind:"not-yet",reason:what}:!isRunning(container)&&status!=="created"?endsByItself&&
exitCode===0?{kind:"ready"}:{kind:"failed",reason:`${name} has ${stateText(container)}`}:endsByItself?{kind:"not-yet",reason:`${name} has not ended yet`}:status!==
"running"?{kind:"not-yet",reason:what}:health===void 0||health==="none"?{kind:"ready"}:health==="healthy"&&failing===0?{kind:"ready"}:{kind:"not-yet",reason:`${what}${lastOutputLine(
container)}`}}function lastOutputLine({said}){const line=said.split(`
`).at(-1)?.trim()??"";return line===""?"":`, and its health check says: ${line.slice(0,300)}`}var only=["--detach","--no-deps","--no-build","--pull=never","--qu\
iet-pull"];async function recreate(replacement){const{engine,project,log}=replacement;await compose(replacement,"up",[...only,...project.services.map(({name})=>name)]),
await replaced(replacement,project.services),log.info(`${project.services.map(({name})=>name).join(", ")} on ${engine.name}: replaced, and ready.`)}async function putFirst(replacement,names){
const services=replacement.project.services.filter(({name})=>names.includes(name));services.length!==0&&(await compose(replacement,"up",[...only,...services.map(
({name})=>name)]),await replaced(replacement,services))}function requireRolling({services},where){const single=services.find(service=>service.single!==void 0);if(single!==
void 0)throw new UserError({happened:`The service "${single.name}" ${single.single}, and ${where}.strategy is rolling.`,means:"A second replica could not run be\
side it. Nothing was changed.",next:`Take that out of the Compose file and put a proxy in front of its replicas, or set ${where}.strategy to recreate.`})}async function roll(replacement){
const{engine,project,log}=replacement,hashes=await configHashes(replacement);for(const service of project.services){const isNew=container=>container.imageId===replacement.
images.get(service.name)?.id&&container.configHash===hashes.get(service.name);for(;;){const all=await readContainers(engine,project.name,[service.name]),old=all.
filter(container=>!isNew(container)),ended=all.filter(container=>!isRunning(container));if(ended.length>0){for(const container of ended)await remove(replacement,
container);continue}const fresh=all.length-old.length;fresh<service.replicas&&(log.info(`${service.name}: starting replica ${fresh+1} of ${service.replicas} of \
the new release.`),await scale(replacement,service,all.length+1),await replaced(replacement,[{...service,replicas:fresh+1}],isNew));const[oldest]=old;if(oldest===
void 0){if(fresh>=service.replicas)break;continue}log.info(`${service.name}: stopping ${oldest.name}, which runs ${oldest.image}.`),await remove(replacement,oldest)}
await replaced(replacement,[service]),log.info(`${service.name}: all ${service.replicas} replicas were replaced, one at a time, and are ready.`)}}async function scale(replacement,{
name},count){await compose(replacement,"up",[...only,"--no-recreate",`--scale=${name}=${count}`,name])}async function remove(replacement,{id,name}){for(const command of[
"stop","rm"]){const result=await replacement.engine.docker([command,id]);if(!(result.exitCode===0||/no such container/i.test(result.stderr)))throw failed(`The c\
ontainer ${name} could not be ${command==="stop"?"stopped":"removed"}${replacement.engine.lastWords(result)}.`)}}async function replaced(replacement,services,counts=()=>!0){
const{engine,project,images,ready,clock,log,signal}=replacement,names=services.map(({name})=>name),other=(await untilReady({settings:ready,clock,log,signal,next:"\
Read its log (docker compose logs), correct the cause, and run the step again.",look:async()=>{const all=(await readContainers(engine,project.name,names)).filter(
counts),awaited=services.map(({name,replicas,endsByItself})=>({service:name,containers:all.filter(({service})=>service===name),wanted:replicas,endsByItself})),seen=awaited.
flatMap(one=>one.containers),each=awaited.map(readinessOf);return{seen,each:overall(each).kind==="ready"?[...each,...await replacement.readBack.look(seen)]:each,
starts:seen.map(({id,restarts})=>`${id} ${restarts}`).join()}}})).find(({service,imageId})=>imageId!==images.get(service)?.id);if(other!==void 0)throw failed(`T\
he container ${other.name} is ready, but was made from the image ${other.imageId}, and not from ${images.get(other.service)?.id??"the one that was looked at"}.`,
"Somebody else may be deploying there. Make sure that nobody is, then run the step again.")}async function configHashes({engine,files}){const result=await engine.
docker([...files,"--profile=*","config","--hash=*"]);if(result.exitCode!==0)throw failed(`Docker Compose cannot read its files${engine.lastWords(result)}.`);const lines=result.
stdout.split(`
`).map(line=>line.trim().split(/\s+/));return new Map(lines.flatMap(([service,hash])=>service&&hash?[[service,hash]]:[]))}async function compose(replacement,command,args){
const{engine,files,log}=replacement,result=await engine.docker([...files,command,...args],{log});if(result.exitCode!==0)throw failed(`"docker compose ${command}\
" failed${engine.lastWords(result)}.`)}function failed(happened,next="Correct the cause, and run the step again."){return new SystemFailure({happened,means:"",next})}export{artifactsOf,fetchImages,localImage,putFirst,recreate,renderProject,requireRolling,roll};
