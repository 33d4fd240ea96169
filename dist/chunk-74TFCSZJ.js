const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{withVariable}from"./steps.js";
import{changedLines,discardStaged,putStagedInPlace,stage,stagedPath,textOf}from"./chunk-IBE4FCIM.js";import{filledVariables,howItEnded}from"./project.js";import{
childEnvironment}from"./project.js";import{variableNames}from"./start.js";import{a,b,e,i}from"./project.js";import{SystemFailure,UserError}from"./start.js";function openEngine({
env,context:contextName,host},context,request){const{effects,where}=context,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,context.placeholders),
merged={...childEnvironment(effects,Object.values(env).flatMap(variableNames)),...(contextName??host)===void 0?{}:{DOCKER_HOST:void 0,DOCKER_CONTEXT:void 0},...filledVariables(
env,context),...request.environment},environment=Object.fromEntries(Object.entries(merged).filter(entry=>entry[1]!==void 0)),[flags,name]=contextName!==void 0?[
["--context",fill(contextName,"context")],`the Docker engine of the context "${fill(contextName,"context")}"`]:host!==void 0?[["--host",fill(host,"host")],`the \
Docker engine at ${fill(host,"host")}`]:[[],"the Docker engine"];return{name,docker:async(args,{log,onLine,signal}={})=>await effects.processes.run({argv:["dock\
er",...flags,...args],directory:effects.directory,environment,signal:AbortSignal.any([effects.signal,request.signal,signal].filter(each=>each!==void 0)),onLine:(line,stream)=>{
log?.output(line),onLine?.(line,stream)}}),lastWords:result=>{const last=effects.pen.text((result.stderr.trim()===""?result.stdout:result.stderr).trim()).split(
`
`).at(-1)?.trim()??"";return last===""?"":`: ${last.replace(/[.?]$/,"").slice(0,400)}`}}}async function askEngine(engine){const version=await engine.docker(["ve\
rsion","--format","{{.Server.Version}}"]);if(version.exitCode!==0)throw new SystemFailure({happened:`${capital(engine.name)} could not be reached${engine.lastWords(
version)}.`,means:"Nothing was changed. What runs there now could not be read.",next:"Make sure that it runs and that this job may use it (docker version), then\
 run the step again."});const compose=await engine.docker(["compose","version","--short"]),[major=0,minor=0]=compose.stdout.trim().replace(/^v/,"").split(".").map(
Number);if(!(compose.exitCode===0&&(major>2||major===2&&minor>=23)))throw new SystemFailure({happened:compose.exitCode===0?`Docker Compose ${compose.stdout.trim()}\
 is on this machine, and 2.23 or newer is needed.`:`Docker Compose is not on this machine: "docker compose version" ${howItEnded(compose)}.`,means:"Nothing was \
changed.",next:"Install the plugin docker-compose of Docker, version 2.23 or newer, on the machine of this job."})}function jsonOf({exitCode,stdout}){if(exitCode===
0)try{return JSON.parse(stdout)}catch{return}}function capital(text){return`${text.slice(0,1).toUpperCase()}${text.slice(1)}`}const{dirname,resolve}=process.getBuiltinModule(
"node:path");function withImage(text,service,image){const document=a(text,{keepSourceTokens:!0,logLevel:"error",merge:!0});if(document.errors.length>0)return{kind:"\
impossible",reason:"is in a file that is not YAML"};const settings=document.getIn(["services",service],!0);if(!b(settings))return{kind:"not-here"};const node=settings.
get("image",!0);if(node===void 0)return{kind:"not-here"};const token=e(node)?node.srcToken:void 0;if(i(node)||token===void 0||!("source"in token)||typeof token.
source!="string")return{kind:"impossible",reason:"gets its image from another place of the file, by an anchor"};if(token.source.includes("$"))return{kind:"impos\
sible",reason:'gets its image from a variable, which belongs in "env" or "env-file"'};const quote=/^["']/.exec(token.source)?.[0]??"";return{kind:"edited",text:`${text.
slice(0,token.offset)}${quote}${image}${quote}${text.slice(token.offset+token.source.length)}`}}const{createHash}=process.getBuiltinModule("node:crypto");var maxBytes=1024*
1024,timeoutMilliseconds=3e4;async function pinnedFile({url,sha256},{effects,where,placeholders}){const address=effects.variables.fill(url,`${where}.pinned.url`,
placeholders),version=placeholders.version??"",bytes=await fetched(address,effects),sum=createHash("sha256").update(bytes).digest("hex"),wanted=Object.hasOwn(sha256,
version)?sha256[version]:void 0;if(wanted===void 0)throw new UserError({happened:`${where}.pinned.sha256 has no checksum for ${version}.`,means:"A file that nob\
ody has read is not put in place. Nothing was changed.",next:`Read ${address}, and if it is what you want, add "${version}": ${sum}.`});if(wanted!==sum)throw new SystemFailure(
{happened:`The file at ${address} has the SHA-256 ${sum}, and ${where}.pinned.sha256 has ${wanted} for ${version}.`,means:"It was changed since its checksum was\
 written down, or something else answered. Nothing was changed.",next:"Find out what was changed in it. If that is what you want, correct the checksum and rehea\
rse the hop again."});return new TextDecoder().decode(bytes)}async function fetched(address,{fetch,signal}){const failed=(reason,cause)=>new SystemFailure({happened:`\
The Compose file could not be fetched from ${address}: ${reason}.`,means:"Nothing was changed.",next:"Make sure that this job reaches the address, then run the \
step again."},{cause}),limit=AbortSignal.timeout(timeoutMilliseconds);let bytes;try{const response=await fetch(address,{signal:AbortSignal.any([limit,signal])});
if(!response.ok)throw failed(`the server answered ${response.status}`);bytes=new Uint8Array(await response.arrayBuffer())}catch(cause){throw signal.throwIfAborted(),
cause instanceof SystemFailure||cause instanceof UserError?cause:failed(limit.aborted?`no answer within ${timeoutMilliseconds/1e3} s`:"no connection",cause)}if(bytes.
length>maxBytes)throw failed("it is larger than 1 MiB, and so no Compose file");return bytes}async function stageFiles(settings,context,log){const{effects,where,
placeholders}=context,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),paths=[settings.file].flat().map(file=>resolve(effects.directory,
fill(file,"file"))),[first=""]=paths,before=await Promise.all(paths.map(path=>textOf(path,`${where}.file`,settings.pinned!==void 0&&path===first)));let texts=before;
if(settings.pinned!==void 0){const[,...others]=texts;texts=[await pinnedFile(settings.pinned,context),...others]}for(const[service,image]of Object.entries(settings.
images))texts=withImageIn(texts,paths,{service,image:fill(image,`images.${service}`),where});const changes=paths.flatMap((path,index)=>changed(path,before[index]??
"",texts[index]??"")),envFile=settings["env-file"],envPath=envFile&&resolve(effects.directory,fill(envFile.file,"env-file.file"));if(envFile!==void 0&&envPath!==
void 0){const there=await textOf(envPath,`${where}.env-file.file`),wanted=Object.entries(envFile.set).reduce((text,[name,value])=>withVariable(text,name,fill(value,
`env-file.set.${name}`)),there);changes.push(...changed(envPath,there,wanted))}for(const change of changes){log.info(`Changes of ${change.path}:`);for(const line of changedLines(
change))log.output(line);await stage(change)}const isChanged=path=>changes.some(change=>change.path===path);return{staged:composeArguments(settings,context,path=>isChanged(
path)?stagedPath(path):path),inPlace:composeArguments(settings,context),putInPlace:async()=>{for(const{path}of changes)await putStagedInPlace(path)},discard:async()=>{
await Promise.all(changes.map(({path})=>discardStaged(path)))}}}function composeArguments(settings,context,place=path=>path){const{effects,where,placeholders}=context,
fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),paths=[settings.file].flat().map(file=>resolve(effects.directory,fill(file,"file"))),
envFile=settings["env-file"]?.file;return["compose","--ansi=never","--progress=plain","--project-directory",dirname(paths[0]??effects.directory),...settings.project===
void 0?[]:["--project-name",fill(settings.project,"project")],...paths.flatMap(path=>["--file",place(path)]),...envFile===void 0?[]:["--env-file",place(resolve(
effects.directory,fill(envFile,"env-file.file")))]]}function withImageIn(texts,paths,{service,image,where}){const edits=texts.map(text=>withImage(text,service,image)),
impossible=edits.find(edit=>edit.kind==="impossible"),at=edits.findLastIndex(edit=>edit.kind==="edited");if(impossible!==void 0||at<0)throw new UserError({happened:impossible===
void 0?`No service "${service}" with an image is in ${paths.join(", ")}, and ${where}.images names it.`:`The service "${service}", which ${where}.images names, ${impossible.
reason}.`,means:"Its image cannot be written into the Compose file. Nothing was changed.",next:`Correct ${where}.images, or keep the version in a variable of th\
e Compose file and set that in ${where}.env.`});return texts.map((text,index)=>{const edit=edits[index];return index===at&&edit?.kind==="edited"?edit.text:text})}
function changed(path,before,text){return before===text?[]:[{path,before,text}]}export{askEngine,capital,composeArguments,jsonOf,openEngine,stageFiles};
