const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{indent,labels,
mapping,scalar}from"./chunk-TRZBEAAJ.js";import{declaredBy,readsLogs}from"./steps.js";import{checkout,usesText}from"./chunk-VRA37KFZ.js";import{backupStoreInit,
dataStoreInit,journalStoreInit}from"./project.js";import{productDocument}from"./project.js";import{freezeVariable}from"./steps.js";import{placesOf}from"./steps.js";
import{hopSequence}from"./steps.js";import{approvedEnvironment,environmentOfGate}from"./project.js";import{isMapping,valueAt_CNPASG7F as valueAt}from"./project.js";
import{deployerInit,probeLogins,releaseLogins}from"./project.js";import{environmentNames}from"./start.js";import{plainVariables,templates}from"./project.js";import{
variableNames}from"./start.js";import{readTextFile}from"./start.js";var workflowJobs=["plan","approve","read","rehearse","promote","finalize","report","rollback",
"mark","preflight","preflight-staging","fleet"],preflightJobs={production:"preflight",staging:"preflight-staging"},others={plan:[{command:"plan",environment:"pr\
oduction"}],approve:[{command:"approve",environment:"production"}],report:[{command:"report",environment:"production"}],rollback:[{command:"rollback",environment:"\
production"},{command:"report",environment:"production"}],mark:[{command:"mark-disposable",environment:"staging"}],fleet:[{command:"fleet",environment:"producti\
on"}]};function runsIn(job,traits){switch(job){case"read":case"rehearse":case"promote":case"finalize":return hopSequence(traits).filter(step=>step.job===job);case"\
preflight":return[...others.plan,...runsIn("read",traits)];case"preflight-staging":return[...runsIn("rehearse",traits),...others.mark];default:return others[job]}}
function partsOf(job,proveRestorePoint,document){return runsIn(job,{deferrable:!0,proveRestorePoint}).flatMap(one=>placesOf(declaredBy(one).needs,one.environment,
readsLogs(document)))}function rightsOf(job,traits){const running=runsIn(job,traits);return{writesJournal:running.some(one=>declaredBy(one).writesJournal),gate:running.
map(one=>declaredBy(one).gateAt(one)).find(gate=>gate!==void 0)}}const{existsSync}=process.getBuiltinModule("node:fs"),{isAbsolute,join,resolve}=process.getBuiltinModule(
"node:path");var scriptToFillIn="# staged-upgrade: to be filled in";function renderScripts(answers){const{deploy,stop,scrub,title}=answers;return[...deploy===void 0?
[]:[script(deploy,deployLines(deploy,title))],...stop===void 0?[]:[script(stop,stopLines(stop,title))],...scrub===void 0?[]:[script(scrub,scrubLines(scrub,answers))]].
filter(({path})=>!path.startsWith("/")&&!path.split("/").includes(".."))}function deployLines(path,title){return[`# Puts a release of ${title} in place in one e\
nvironment, and leaves it running:`,`#   ${path} ENVIRONMENT VERSION`,"# Exit code 0 means that it was put in place; the probes then check whether it serves. It\
 may be called again with a","# release that is already in place. Its output is kept in the log of the run.","set -euo pipefail","environment=$1 # production or\
 staging","version=$2","",...unfilled("how a release is put in place",['IMAGE_TAG=$version docker compose --project-name "records-$environment" up --detach --wa\
it','ssh "records-$environment.example.com" sudo /usr/local/sbin/install-records "$version"']),`echo "${path} is not filled in yet: it should have put $version \
in place on $environment. Nothing was done." >&2`,"exit 78"]}function stopLines(path,title){return[`# Stops the server of ${title} in one environment, so that i\
ts data can be replaced:`,`#   ${path} ENVIRONMENT`,"# It returns when the server has stopped, and succeeds when none was running.","set -euo pipefail","environ\
ment=$1 # production or staging","",...unfilled("how the server is stopped",['docker compose --project-name "records-$environment" stop','ssh "records-$environm\
ent.example.com" sudo systemctl stop records']),`echo "${path} is not filled in yet: the server of $environment still runs." >&2`,"exit 78"]}function scrubLines(path,{
title,dataVariables,scrubExamples}){return[`# Makes a copy of production's data harmless on staging, before ${title} first starts on it: it must not write mail \
to`,"# the people in it, call webhooks, or charge anybody.",`#   ${path}, with ${dataVariables.join(", ")} in the environment`,"set -euo pipefail",...dataVariables.
map(name=>`: "\${${name}:?is not set}"`),"",...unfilled("what must be changed in the copy",scrubExamples),`echo "${path} is not filled in yet: the copy is as li\
ve as production's data." >&2`,"exit 78"]}function unfilled(what,examples){return[scriptToFillIn,`# Write ${what} here, replacing everything from the line above\
 to the end. For example:`,...examples.map(example=>`#   ${example}`)]}function script(path,lines){return{path:path.replace(/^\.\//,""),text:`#!/usr/bin/env bas\
h
${lines.join(`
`)}
`,executable:!0}}function scriptsIn(document){return[...new Set(commandsIn(document).flat())].filter(isScript)}function missingScripts(document,directory){return scriptsIn(
document).filter(name=>!existsSync(isAbsolute(name)?name:join(directory,name)))}var ending=/^[\w./-]+\.(c?js|mjs|ts|sh|py|rb)$/;function isScript(word){return ending.
test(word)||word.startsWith("./")&&!word.includes("{")}function commandsIn(value){return Array.isArray(value)?value.flatMap(commandsIn):typeof value!="object"||
value===null?[]:Object.entries(value).flatMap(([key,member])=>key==="before"||key==="after"?[]:(key==="run"||key==="stop")&&Array.isArray(member)?[member.filter(
word=>typeof word=="string")]:commandsIn(member))}async function unfinishedScripts(document,directory){const unfinished=[];for(const name of scriptsIn(document))
(await readTextFile(resolve(directory,name)).catch(()=>"")).includes(scriptToFillIn)&&unfinished.push(name);return unfinished}function jobVariables(document,job,plain,prove){
const open=[...plain,...plainVariables(document)],used=partsOf(job,prove,document).flatMap(path=>templates(valueAt2(document,path.split("."))));return[...new Set(
used.flatMap(template=>variableNames(template.text)))].toSorted().map(name=>({name,from:open.includes(name)?"vars":"secrets"}))}function allVariables(document){
return[...new Set(templates(document).flatMap(({text})=>variableNames(text)))].toSorted()}function valueAt2(value,path){return path.reduce((part,key)=>{if(!(typeof part!=
"object"||part===null))return Object.entries(part).find(([name])=>name===key)?.[1]},value)}var parts=[{place:"backup.store",kinds:backupStoreInit},{place:"journ\
al.store",kinds:journalStoreInit},...environmentNames.flatMap(environment=>[{place:`environments.${environment}.deploy`,kinds:deployerInit},{place:`environments\
.${environment}.data`,kinds:dataStoreInit},{place:`environments.${environment}.topology`,kinds:probeLogins}])];function loginsOf(document,job,proveRestorePoint){
const used=partsOf(job,proveRestorePoint,document),needed=parts.flatMap(({place,kinds})=>used.some(each=>each===place||place.startsWith(`${each}.`))?[valueAt2(document,
place.split("."))].flat().flatMap(chosen=>loginFor(chosen,kinds)):[]);return used.includes("product")&&needed.push(...productLogins(valueAt2(document,["product"]))),
needed.filter((login,index)=>needed.indexOf(login)===index)}function loginFor(chosen,kinds){const login=kinds.find(({name})=>hasKey(chosen,name))?.login,isKeyed=login!==
void 0&&hasKey(Object.values(Object(chosen))[0],"credentials");return login===void 0||isKeyed?[]:[login]}function productLogins(written){const{releases,probes={}}=productDocument(
written)??{},asking=Object.values(Object(probes)).flatMap(asked=>loginFor(asked,probeLogins));return[...loginFor(releases,releaseLogins),...asking]}function loginStep({
name,action,with:inputs}){return[`- name: ${name}`,`  uses: ${usesText(action)}`,"  with:",...Object.entries(inputs).map(([input,value])=>`    ${input}: ${typeof value==
"string"?value:`\${{ vars.${value.variable} }}`}`)]}function hasKey(value,key){return typeof value=="object"&&value!==null&&Object.hasOwn(value,key)}var ofSystem="\
${{ inputs.system }}";function namedForSystem(name,{fleet}){return fleet===void 0?name:`${ofSystem}-${name}`}function hasGate({gates},setting){return gates.production===
setting||gates.finalize===setting}function renderJob(parts2,content){const{settings}=content,variables=variablesOf(parts2.job,content),freezable=["promote","fin\
alize","preflight","preflight-staging"].includes(parts2.job),environment=[...variables,...freezable?[{name:freezeVariable,from:"vars"}]:[]],{writesJournal,gate}=rightsOf(
parts2.job,content.traits),url=parts2.record?content.urls[parts2.side]:void 0,body=[`name: ${scalar(parts2.name)}`,...parts2.needs===void 0?[]:[`needs: ${labels(
parts2.needs)}`],...parts2.if===void 0?[]:[`if: ${scalar(parts2.if)}`],`runs-on: ${runner(settings.runners[parts2.side].map(labelFor(parts2)))}`,"environment:",
`  name: ${parts2.everySystem===!0?parts2.environment:namedForSystem(parts2.environment,content)}`,...parts2.record?[]:["  deployment: false"],...url===void 0?[]:
[`  url: ${scalar(url)}`],"permissions:",...indent(2,permissions({pushes:writesJournal,keepsFiles:deployChangesFiles(content)&&parts2.steps.some(deploys),readsApprovals:parts2.
readsProtection===!0||gate!==void 0&&content.gates[gate]==="environment",writesIssues:content.tracksIssue&&parts2.steps.some(reports),oidc:settings.oidc})),`tim\
eout-minutes: ${parts2.timeoutMinutes??content.jobMinutes}`,"outputs:",...indent(2,mapping(parts2.outputs)),...environment.length===0?[]:["env:"],...environment.
map(({name,from})=>`  ${name}: \${{ ${from}.${name} }}`),"steps:",...indent(2,steps(parts2,content))];return[`  ${parts2.job}:`,...indent(4,body)]}function labelFor({
everySystem}){return label=>label.replaceAll("{system}",everySystem===!0?"fleet":ofSystem)}function variablesOf(job,{fleet,document,settings,proveRestorePoint}){
const all=(fleet?.documents??[document]).flatMap(each=>jobVariables(each,job,settings.plain,proveRestorePoint)),secret=new Set(all.flatMap(({name,from})=>from===
"secrets"?[name]:[]));return[...new Set(all.map(({name})=>name))].toSorted().map(name=>({name,from:secret.has(name)?"secrets":"vars"}))}function runner(list){return`${labels(
list)}${list.includes("self-hosted")?" # zizmor: ignore[self-hosted-runner]":""}`}function reports({with:inputs}){return inputs.some(([name,value])=>name==="com\
mand"&&value==="report")}function deploys({with:inputs}){return inputs.some(([name,value])=>name==="command"&&(value==="deploy"||value==="rollback"))}function permissions({
pushes,keepsFiles,readsApprovals,writesIssues,oidc}){const writes=[...pushes?["pushes the branch that holds the journal"]:[],...keepsFiles?["commits the file th\
at a hop has changed"]:[]];return[writes.length>0?`contents: write # ${writes.join(", ")}`:"contents: read",...keepsFiles?["pull-requests: write # proposes that\
 file where the branch takes no commits"]:[],...readsApprovals?["actions: read # reads who approved, and that approval is required"]:[],...writesIssues?["issues\
: write # keeps the issue of the climb up to date"]:[],...oidc?["id-token: write # logs in to your cloud without a stored secret"]:[]]}function deployChangesFiles({
fleet,document}){return(fleet?.documents??[document]).flatMap(each=>environmentNames.map(environment=>valueAt(each,["environments",environment,"deploy"]))).some(
deploy=>deployerInit.some(({name,changesFiles})=>changesFiles===!0&&isMapping(deploy)&&name in deploy))}function steps({job,everySystem,steps:own},content){const{
settings,document,proveRestorePoint,fleet}=content,system=fleet===void 0||everySystem===!0?[]:[["system",ofSystem]];return["- name: Check out the configuration",
`  uses: ${usesText(checkout)}`,"  with:","    persist-credentials: false",...deployChangesFiles(content)?["    ref: ${{ github.ref }} # as it is now, with what\
 earlier hops have committed"]:[],`# staged-upgrade: begin login ${job} (your steps that log in: OIDC, a VPN, a registry)`,...loginsOf(document,job,proveRestorePoint).
flatMap(loginStep),`# staged-upgrade: end login ${job}`,...own.flatMap(step=>[`- name: ${scalar(step.name)}`,`  id: ${step.id}`,...step.if===void 0?[]:[`  if: ${scalar(
step.if)}`],...step.timeoutMinutes===void 0?[]:[`  timeout-minutes: ${step.timeoutMinutes}`],`  uses: ${usesText(step.uses??settings.action)}`,"  with:",...indent(
4,mapping(step.uses===void 0?[...step.with,...system]:step.with))])]}var fleetEnvironment="fleet";function environmentOfJob(job,scope){switch(job){case"plan":case"\
read":case"report":case"preflight":return"production-read";case"fleet":return fleetEnvironment;case"rehearse":case"mark":case"preflight-staging":return"staging";case"\
approve":case"rollback":return environmentOfGate.production;case"promote":return scope==="path"?approvedEnvironment:environmentOfGate.production;case"finalize":
return scope==="path"?approvedEnvironment:environmentOfGate.finalize}}function jobsOf({deferrable,dataless,waiver},scope){const without=["fleet",...deferrable?[]:
["finalize"],...scope==="path"?[]:["approve"],...waiver===void 0?[]:["rehearse","mark","preflight-staging"],...dataless?["mark"]:[]];return workflowJobs.filter(
job=>!without.includes(job))}function credentialEnvironments(document,traits,scope){const secret=jobsOf(traits,scope).filter(job=>jobVariables(document,job,[],traits.
proveRestorePoint).some(({from})=>from==="secrets"));return[...new Set(secret.map(job=>environmentOfJob(job,scope)))]}function loginVariables({document,proveRestorePoint,
settings},job){return settings.oidc?loginsOf(document,job,proveRestorePoint).flatMap(login=>Object.values(login.with)).flatMap(value=>typeof value=="string"?[]:
[{name:value.variable,from:"vars"}]):[]}function neededEnvironments(content){const{scope}=content,jobs=jobsOf(content.traits,scope);return[...new Set(jobs.map(job=>environmentOfJob(
job,scope)))].map(name=>{const all=jobs.filter(job=>environmentOfJob(job,scope)===name).flatMap(job=>[...variablesOf(job,content),...loginVariables(content,job)]),
byName=new Map(all.map(variable=>[variable.name,variable]));return{name,variables:[...byName.values()].toSorted((a,b)=>a.name<b.name?-1:1)}})}export{allVariables,credentialEnvironments,deployChangesFiles,environmentOfJob,fleetEnvironment,hasGate,jobsOf,loginsOf,missingScripts,namedForSystem,neededEnvironments,
ofSystem,partsOf,permissions,preflightJobs,renderJob,renderScripts,scriptsIn,unfinishedScripts,valueAt2 as valueAt,workflowJobs};
