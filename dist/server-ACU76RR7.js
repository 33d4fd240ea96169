const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{mongoFailure,
parseAddress,withSession}from"./chunk-K5BC7WN7.js";import"./chunk-IEOO2HUM.js";import{unknown}from"./chunk-E4OFWAZR.js";import{array,date,looseObject,object,string}from"./start.js";
import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";function memberAddress(address,host){const parameters=new URLSearchParams(address.parameters);
return parameters.delete("replicaSet"),parameters.set("directConnection","true"),address.scheme==="mongodb+srv"&&!parameters.has("tls")&&!parameters.has("ssl")&&
parameters.set("tls","true"),{...address,scheme:"mongodb",hosts:host,parameters}}function lowest(versions){return versions.toSorted((one,other)=>weightOf(one)-weightOf(
other))[0]??""}function weightOf(version){const numbers=version.replace(/-.*$/,"").split(".").map(Number);return[0,1,2].reduce((weight,place)=>weight*1e3+(numbers[place]??
0),0)}function majorOf(version){return version.split(".").slice(0,2).join(".")}var status=object({members:array(looseObject({name:string(),stateStr:string(),optimeDate:date().
optional()}))}),maxLagSeconds=10;function notReady(answer){const read=status.safeParse(answer);if(!read.success)return"the state of the members of the replica s\
et could not be read";const{members}=read.data,primary=members.find(({stateStr})=>stateStr==="PRIMARY");if(primary===void 0)return"the replica set has no primar\
y";for(const{name,stateStr,optimeDate}of members){if(!["PRIMARY","SECONDARY","ARBITER"].includes(stateStr))return`the member ${name} is ${stateStr}`;if(stateStr!==
"SECONDARY"||optimeDate===void 0||primary.optimeDate===void 0)continue;const lag=(primary.optimeDate.getTime()-optimeDate.getTime())/1e3;if(lag>maxLagSeconds)return`\
the member ${name} is ${Math.round(lag)} s behind the primary`}}var hello=looseObject({setName:string().optional(),hosts:array(string()).default([])}),build=object(
{version:string()});async function readVersion(settings,context,signal){return await asked(settings,context,signal,async(session,ends)=>{const versions=[await versionOf(
session)],{setName,hosts}=hello.parse(await session.command("admin",{hello:1}));if(setName!==void 0)for(const host of hosts)versions.push(await withSession(memberAddress(
session.address,host),ends,versionOf));return{kind:"known",value:lowest(versions)}})}async function versionOf(session){return build.parse(await session.command(
"admin",{buildInfo:1})).version}async function readHealth(settings,context,signal){return await asked(settings,context,signal,async session=>{const{setName}=hello.
parse(await session.command("admin",{hello:1}));if(setName===void 0)return{kind:"yes"};const reason=notReady(await session.command("admin",{replSetGetStatus:1}));
return reason===void 0?{kind:"yes"}:{kind:"no",reason}})}var compatibility=object({featureCompatibilityVersion:object({version:string(),targetVersion:string().optional()})});
async function readCompatibility(settings,context,signal){return await asked(settings,context,signal,async session=>{const major=majorOf(await versionOf(session)),
answer=await session.command("admin",{getParameter:1,featureCompatibilityVersion:1}),{version,targetVersion}=compatibility.parse(answer).featureCompatibilityVersion,
applied=`featureCompatibilityVersion ${version}`,step=`featureCompatibilityVersion ${version} \u2192 ${targetVersion??major}`;return targetVersion!==void 0?{kind:"\
running",current:step,applied}:version===major?{kind:"done",applied}:{kind:"pending",next:step,applied}})}async function moveCompatibility(settings,context,signal){
const[oldest,serving,now]=[await readVersion(settings,context,signal),await readHealth(settings,context,signal),await readCompatibility(settings,context,signal)];
if(now.kind==="done")return{kind:"nothing-pending",said:now.applied??"nothing is left"};if(oldest.kind==="unknown")return{kind:"not-understood",said:oldest.reason};
if(serving.kind!=="yes")return{kind:"not-understood",said:`nothing was asked for: ${serving.reason}`};const major=majorOf(oldest.value),said=`setFeatureCompatib\
ilityVersion: "${major}"`,confirm=Number.parseInt(major,10)>=7?{confirm:!0}:{},end=await asked(settings,context,signal,async session=>(await session.command("ad\
min",{setFeatureCompatibilityVersion:major,...confirm}),{kind:"started",said}));return end.kind==="unknown"?{kind:"not-understood",said:end.reason}:end}async function asked({
url,timeout},{effects,where,placeholders},signal,ask){const filled=effects.variables.fill(url,`${where}.url`,placeholders),address=parseAddress({url:filled,password:void 0,
where:`${where}.url`}),limit=AbortSignal.timeout(timeout),ends=AbortSignal.any([limit,effects.signal,...signal===void 0?[]:[signal]]);try{return await withSession(
address,ends,async session=>{try{return await ask(session,ends)}catch(error){throw mongoFailure(error,`Asking MongoDB on ${address.hosts}`,"Nothing was changed.")}})}catch(error){
if(effects.signal.throwIfAborted(),signal?.throwIfAborted(),error instanceof SystemFailure)return unknown(error.detail.happened.replace(/\.$/,""));if(limit.aborted)
return unknown(`MongoDB on ${address.hosts} did not answer within ${timeout/1e3} s`);throw error}}export{moveCompatibility,readCompatibility,readHealth,readVersion};
