const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{allVariables,
deployChangesFiles,environmentOfJob,fleetEnvironment,hasGate,jobsOf,loginsOf,missingScripts,namedForSystem,neededEnvironments,ofSystem,permissions,preflightJobs,
renderJob,renderScripts,scriptsIn,unfinishedScripts,valueAt,workflowJobs}from"./chunk-DET7DGRR.js";import{answersFrom,initFamilies,refuseExpressions,refuseHidden,
refuseHiddenFlags,renderConfiguration}from"./chunk-SJHSWG6Y.js";import{indent}from"./chunk-TRZBEAAJ.js";import"./start.js";import{declaredBy}from"./steps.js";import"./steps.js";
import{maxSystems}from"./chunk-QWDMLZQX.js";import{ownRepository,parsePin,refuseMoving,unreleased,unreleasedAction,updatedPin,uploadArtifact,usesText}from"./chunk-VRA37KFZ.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import{hopTraits,loadConfiguration,loadFleet,unfinishedPlaces}from"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";
import{operations}from"./start.js";import"./start.js";import"./terminal.js";import"./project.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import{diagnosticsPrefix}from"./steps.js";
import"./start.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./start.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import{hopSequence,longestMatrix}from"./steps.js";import"./steps.js";import{approvedEnvironment,
environmentOfGate,gateNames}from"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import{deployerInit}from"./project.js";
import"./project.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./start.js";import"./project.js";import"./project.js";import"./steps.js";import"./steps.js";import"./terminal.js";import"./steps.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import{environmentNames}from"./start.js";import"./project.js";import"./project.js";
import"./project.js";import"./start.js";import"./project.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import{diffArrays}from"./steps.js";
import"./project.js";import"./project.js";import"./project.js";import{plainVariables,templates}from"./project.js";import"./start.js";import"./start.js";import"./terminal.js";
import"./chunk-HJACYWYZ.js";import"./start.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import{array,boolean,strictObject,string}from"./start.js";import{UserError}from"./start.js";
import"./chunk-D6K2TUBN.js";const{mkdir,readFile,writeFile}=process.getBuiltinModule("node:fs/promises"),{dirname,join}=process.getBuiltinModule("node:path"),{createHash}=process.
getBuiltinModule("node:crypto");var begin=/^\s*# staged-upgrade: begin (?<name>[a-z-]+( [a-z-]+)*)\b/,end=/^\s*# staged-upgrade: end (?<name>[a-z-]+( [a-z-]+)*)\s*$/;
function keptIn(text){const kept=new Map;let open;for(const line of text.split(`
`)){const ended=end.exec(line)?.groups?.name;if(open!==void 0&&ended===open.name)kept.set(open.name,open.lines),open=void 0;else if(open!==void 0)open.lines.push(
line);else{const name=begin.exec(line)?.groups?.name;name!==void 0&&(open={name,lines:[]})}}if(open!==void 0)throw unclosed(open.name);return kept}function withKept(text,kept){
let replacing;return text.split(`
`).flatMap(line=>{if(replacing!==void 0)return end.exec(line)?.groups?.name!==replacing?[]:(replacing=void 0,[line]);const name=begin.exec(line)?.groups?.name,lines=name===
void 0?void 0:kept.get(name);return lines===void 0?[line]:(replacing=name,[line,...lines])}).join(`
`)}function withoutKept(text){let inside;return text.split(`
`).filter(line=>inside!==void 0?end.exec(line)?.groups?.name!==inside?!1:(inside=void 0,!0):(inside=begin.exec(line)?.groups?.name,!0)).join(`
`)}function lostMarks(text,kept){const places2=new Set(keptIn(text).keys());return[...kept].filter(([name,lines])=>!places2.has(name)&&lines.some(line=>line.trim()!==
"")).map(([name])=>name)}function unclosed(name){return new UserError({happened:`A workflow has "# staged-upgrade: begin ${name}" without its end.`,means:"Your \
own steps in it cannot be distinguished from what was generated. Nothing was written.",next:`Put "# staged-upgrade: end ${name}" after your steps.`})}var stampStart="\
# staged-upgrade: content ";function withHeader(about,extra,body){const text=`${[`# ${about}`,'# Written by "staged-upgrade init". What you put between "begin" \
and "end" marks stays when "init --update" writes it again.',...extra,...body].join(`
`)}
`,[first="",second="",...rest]=text.split(`
`);return[first,second,stampStart+stampOf(text),...rest].join(`
`)}function isAsRendered(text){return text.split(`
`).find(each=>each.startsWith(stampStart))?.slice(stampStart.length)===stampOf(text)}function stampOf(text){const content=withoutKept(text.replaceAll(`\r
`,`
`)).split(`
`).filter(line=>!line.startsWith(stampStart)).join(`
`);return createHash("sha256").update(content).digest("hex").slice(0,16)}function changeOf(path,existing,rendered,mode,force){if(existing===void 0)return mode===
"check"?{kind:"drift",text:void 0}:{kind:"create",text:rendered};const kept=keptIn(existing),wanted=withKept(rendered,kept);if(wanted===existing.replaceAll(`\r
`,`
`))return{kind:"unchanged"};if(mode==="check")return{kind:"drift",text:wanted};if(force)return{kind:"replace",text:wanted};if(mode==="create")return{kind:"refus\
e",happened:`${path} exists and is not what would be written.`,next:'Use "init --check" to see the difference, "init --update" to bring it up to date, or "--for\
ce" to replace it.'};const lost=lostMarks(rendered,kept);return lost.length>0?{kind:"refuse",happened:`${path} has steps of yours in "${lost.join('", "')}", and\
 the new workflow has no such job.`,next:'Move them, or use "--force" to drop them.'}:isAsRendered(existing)?{kind:"replace",text:wanted}:{kind:"refuse",happened:`${path}\
 was changed by hand outside of its "begin" and "end" marks.`,next:'Use "init --check" to see the difference; move your change between marks or into the configu\
ration, or use "--force" to drop it.'}}function contentOf(configuration,document,traits,settings,fleet){const{environments,gates,system}=configuration,{deferrable,
proveRestorePoint}=traits;return{settings,system,document,...fleet===void 0?{}:{fleet},deferrable,urls:{production:fleet===void 0?literal(environments.production.
url):void 0,staging:fleet!==void 0||"waive"in environments.staging?void 0:literal(environments.staging.url)},jobMinutes:configuration["job-limit"]/6e4,proveRestorePoint,
traits,scope:gates.scope,tracksIssue:configuration["tracking-issue"]!==void 0,gates:{production:gates.production,finalize:deferrable?gates.finalize:"none"}}}function literal(url){
return url===void 0||url.includes("${")?void 0:url}function fleetContent({file,systems:systems2}){if(systems2.length>maxSystems)throw new UserError({happened:`${file}\
 has ${systems2.length} systems.`,means:`A run has two matrices of ${longestMatrix} jobs, the most that GitHub allows in one. Nothing was written.`,next:`Divide\
 them into configurations of at most ${maxSystems} systems, each in its own repository.`});return{documents:[...new Map(systems2.map(({document})=>[variablesOf(
document),document])).values()],isLarge:systems2.length>longestMatrix}}function variablesOf(document){return JSON.stringify(templates(document).filter(({text})=>text.
includes("${")))}var places=[{place:"backup.store",family:"store",keeps:"backups"},{place:"journal.store",family:"journal",keeps:"the journal"}];function refuseHostedFolders(document,{
runners}){const hosted=[...runners.production,...runners.staging].find(label=>/^(ubuntu|windows|macos)-/.test(label));if(!(hosted===void 0||[...runners.production,
...runners.staging].includes("self-hosted")))for(const{place,family,keeps}of places){const kinds=initFamilies[family].kinds,written2=Object.keys(Object(valueAt(
document,place.split(".")))),chosen=kinds.find(({name,onOwnRunners})=>onOwnRunners===!0&&written2.includes(name));if(chosen===void 0)continue;const others=kinds.
filter(({onOwnRunners})=>onOwnRunners!==!0).map(({name})=>name);throw new UserError({happened:`${place} keeps ${keeps} in a ${chosen.name}, but the jobs run on \
"${hosted}", a GitHub-hosted runner.`,means:"Each job there has its own disk: the next one would find nothing. Nothing was written.",next:`Use one of ${others.join(
", ")} for ${place}, or self-hosted runners (--runner self-hosted,\u2026) that share the folder.`})}}const{existsSync}=process.getBuiltinModule("node:fs"),{resolve}=process.
getBuiltinModule("node:path");function missingFiles(document,directory){const system=valueAt(document,["system"]),named=environmentNames.flatMap(environment=>{const filledIn=path=>path.
replaceAll("{environment}",environment).replaceAll("{system}",typeof system=="string"?system:"");return deployerInit.flatMap(({name,settings})=>Object.entries(settings).
filter(([,{inRepository}])=>inRepository===!0).flatMap(([key])=>[valueAt(document,["environments",environment,"deploy",name,key])].flat()).flatMap(path=>typeof path==
"string"?[filledIn(path)]:[]))});return[...new Set(named)].filter(path=>isPath(path)&&!existsSync(resolve(directory,path)))}function isPath(text){return!text.includes(
"://")&&!text.includes("{")}var envExampleFile=".env.example";function renderEnvExample(names,plain){const lines=["# What a terminal needs to act on both enviro\
nments. Copy it to .env, fill it in, and keep .env out of git:","#   cp .env.example .env && echo .env >> .gitignore","# then, in each terminal:","#   set -a; .\
 ./.env; set +a",...names.flatMap(name=>["",`# ${plain.includes(name)?"says where something is":"secret"}`,`${name}=`])];return{path:envExampleFile,text:`${lines.
join(`
`)}
`}}function ownFiles(document,plain){const title=valueAt(document,["product","title"]);if(typeof title!="string"||valueAt(document,["product","probes"])===void 0)
return[];const staging=["environments","staging"],files=scriptsIn(document),program=(...path)=>{const run=valueAt(document,[...staging,...path]),first=Array.isArray(
run)?run[0]:void 0;return typeof first=="string"&&files.includes(first)?first:void 0};return[...renderScripts({title,deploy:program("deploy","command","run"),stop:program(
"deploy","command","stop"),scrub:program("hooks","scrub","run"),...aboutData(valueAt(document,[...staging,"data"]))}),renderEnvExample(allVariables(document),[...plain,
...plainVariables(document)])]}function aboutData(data){const stores=[data].flat().filter(store=>typeof store=="object"&&store!==null),kinds=initFamilies.data.kinds.
filter(({name})=>stores.some(store=>name in store));return{dataVariables:kinds.flatMap(({settings})=>Object.values(settings).flatMap(each=>each.scriptVariable??
[])),scrubExamples:kinds.flatMap(kind=>kind.scrubExamples??[])}}var defaultSettings={action:unreleasedAction,runners:{production:["self-hosted","production"],staging:[
"self-hosted","staging"]},plain:[],oidc:!1},lineStart="# staged-upgrade: settings ",shape=strictObject({action:string(),runners:strictObject({production:array(string()).
min(1),staging:array(string()).min(1)}),plain:array(string()),oidc:boolean(),schedule:string().exactOptional()});function settingsLine(settings){const kept={action:usesText(
settings.action),runners:{production:[...settings.runners.production],staging:[...settings.runners.staging]},plain:[...settings.plain],oidc:settings.oidc,...settings.
schedule===void 0?{}:{schedule:settings.schedule}};return lineStart+JSON.stringify(kept)}function settingsIn(text){const line=text.split(`
`).find(each=>each.startsWith(lineStart));if(line===void 0)return;const parsed=shape.safeParse(fromJson(line.slice(lineStart.length)));if(!parsed.success)throw damaged();
return{...parsed.data,action:parsePin(parsed.data.action)}}function fromJson(text){try{return JSON.parse(text)}catch{return}}function damaged(){return new UserError(
{happened:'The line "# staged-upgrade: settings" in .github/workflows/upgrade.yml cannot be read.',means:"It is not known what these workflows were written with\
. Nothing was written.",next:"Restore the line from the history of the repository, or delete it and give the flags again with --force."})}var fleetPage="staged-\
upgrade-fleet.html";function renderFleetWorkflow(content){const{schedule}=content.settings,target=schedule===void 0?"inputs.operation == 'continue' && 'unfinish\
ed' || inputs.target || 'newest'":"(github.event_name == 'schedule' || inputs.operation == 'continue') && 'unfinished' || inputs.target || 'newest'",isLarge=content.
fleet?.isLarge===!0,legs=["systems",...isLarge?["more-systems"]:[]],which=renderJob({...ofAll,name:"Which systems go now",outputs:["result","count","target",...legs].
map(name=>[name,`\${{ steps.fleet.outputs.${name} }}`]),steps:[{id:"fleet",name:"Read the state of each system, and which rings have started",with:[["command","\
fleet"],["target",`\${{ ${target} }}`],["operation","${{ inputs.operation == 'plan' && 'plan' || 'climb' }}"]]}]},content),report=renderJob({...ofAll,name:"Repo\
rt on all systems",needs:["fleet","climb",...isLarge?["more"]:[]],if:"always() && needs.fleet.result == 'success'",outputs:["result","complete"].map(name=>[name,
`\${{ steps.report.outputs.${name} }}`]),steps:[{id:"report",name:"Report the state of each system",with:[["command","fleet"],["output",fleetPage]]},{id:"page",
name:"Keep the page",if:`always() && hashFiles('${fleetPage}') != ''`,timeoutMinutes:10,uses:uploadArtifact,with:[["name","fleet-${{ github.run_attempt }}"],["p\
ath",fleetPage],["if-no-files-found","error"]]}]},content);return withHeader("All systems: which are next, each by upgrade.yml, and one report on all.",[],["nam\
e: Fleet",schedule===void 0?"run-name: Fleet to ${{ inputs.target }} (${{ inputs.operation }})":"run-name: ${{ github.event_name == 'schedule' && 'Continue the \
fleet' || format('Fleet to {0} ({1})', inputs.target, inputs.operation) }}","","# In no concurrency group: a run that waits for approvals must not keep other sy\
stems from continuing. Each system has a","# group of its own, in upgrade.yml.","on: # zizmor: ignore[concurrency-limits]","  workflow_dispatch:","    inputs:",
"      target:",'        description: "Where to: newest, newest-patch, a line such as 5.1, or a version"',"        type: string","        default: newest","    \
  acknowledge:",'        description: "Manual steps that are done on all systems: their ids, separated by commas"',"        type: string",'        default: ""',
"      operation:",'        description: "climb starts with the first ring; continue resumes what is waiting, then starts the next ring; plan changes nothing"',
"        type: choice","        options: [climb, continue, plan]","        default: climb",...schedule===void 0?[]:["  # Continues what is waiting, and starts t\
he next ring when it is due; starts nothing else.","  schedule:",`    - cron: "${schedule}"`],"","permissions: {}","","jobs:",...which,"",...systems("climb","sy\
stems",content),"",...isLarge?[...systems("more","more-systems",content),""]:[],...rename("report",report)])}var ofAll={job:"fleet",side:"production",environment:fleetEnvironment,
everySystem:!0,record:!1,timeoutMinutes:15};function rename(name,[,...lines]){return[`  ${name}:`,...lines.map(line=>line.replace(/(# staged-upgrade: (?:begin|end) login )fleet/,
"$1fleet report"))]}function systems(job,output,content){const body=["name: ${{ matrix.of.system }}","needs: fleet",`if: needs.fleet.outputs.${output} != '[]'`,
"# One that fails does not stop the others; the next ring waits for it.","strategy:","  fail-fast: false","  matrix:",`    of: \${{ fromJSON(needs.fleet.outputs.${output}\
) }}`,"permissions:",...indent(2,permissions({pushes:!0,keepsFiles:deployChangesFiles(content),readsApprovals:!0,writesIssues:content.tracksIssue,oidc:content.settings.
oidc})),"uses: ./.github/workflows/upgrade.yml # zizmor: ignore[self-repository]","with:","  system: ${{ matrix.of.system }}","  ring: ${{ matrix.of.ring }}"," \
 target: ${{ matrix.of.target }}","  operation: ${{ matrix.of.operation }}","  acknowledge: ${{ inputs.acknowledge }}","# Without this, the secrets of its envir\
onments are empty in a called workflow.","secrets: inherit # zizmor: ignore[secrets-inherit]"];return[`  ${job}:`,...indent(4,body)]}function keepDiagnostics(name){
return{id:"diagnostics",name:"Keep what vendor support will ask for",if:`always() && hashFiles('${diagnosticsPrefix}*.md') != ''`,timeoutMinutes:10,uses:uploadArtifact,
with:[["name",name],["path",`${diagnosticsPrefix}*.md`],["if-no-files-found","ignore"]]}}var shapes={read:{name:"Read production",side:"production",record:!1},rehearse:{
name:"Rehearse on staging",side:"staging",record:!0,...after("read")},promote:{name:"Promote to production",side:"production",record:!0,...after("rehearse")},finalize:{
name:"Migrate production",side:"production",record:!0,needs:["promote"],if:"needs.promote.outputs.result == 'passed' && needs.promote.outputs.complete != 'true'"}};
function after(job){return{needs:[job],if:`needs.${job}.outputs.result == 'passed'`}}function hopJob(job,content,hop){const steps=hopSequence(content.traits).filter(
step=>step.job===job),outputs=[["result",jobResult(steps)],...job==="promote"?completeOf(steps):[]],own=stepsOf(steps,content,hop),diagnostics=keepDiagnostics(namedForSystem(
`diagnostics-${job}-\${{ ${hop.object}.id }}-\${{ github.run_attempt }}`,content));return{...shapes[job],...job==="promote"&&content.traits.waiver!==void 0?after(
"read"):{},environment:environmentOfJob(job,content.scope),job,outputs,steps:shapes[job].side==="production"?[...own,diagnostics]:own}}function completeOf(steps){
const report=steps.find(({command})=>command==="report");return report===void 0?[]:[["complete",`\${{ steps.${report.id}.outputs.complete }}`]]}function jobResult(steps){
const last=steps.at(-1),first=steps.at(0);return first!==void 0&&steps.length===1?`\${{ steps.${first.id}.outputs.result }}`:last===void 0||first===void 0||last.
command==="report"?`\${{ steps.${last?.id}.outputs.result }}`:`\${{ steps.${last.id}.outputs.proceed == 'true' && 'passed' || steps.${last.id}.outputs.result ||\
 steps.${first.id}.outputs.result }}`}function stepsOf(steps,content,hop){return steps.map((step,index)=>{const guard=guardOf(step,steps[index-1],steps[0]);return{
id:step.id,name:step.title.replaceAll(/\{(from|to)\}/g,(_,side)=>`\${{ ${hop.object}.${side} }}`),...guard===void 0?{}:{if:guard},...step.command==="report"?{timeoutMinutes:10}:
{},with:[["command",step.command],["environment",step.environment],..."purpose"in step?[["purpose",step.purpose]]:[],..."release"in step?[["release",step.release]]:
[],["hop",`\${{ ${hop.json} }}`],...minds(step,content)?[["retry","${{ inputs.retry }}"]]:[],...asksForConfirmation(step,content)?[["confirm","${{ inputs.confir\
m }}"]]:[]]}})}function minds({command,environment},{deferrable}){return deferrable&&environment==="production"&&declaredBy({command}).mindsRetry===!0}function asksForConfirmation(step,{
gates}){const gate=declaredBy(step).gateAt(step);return gate!==void 0&&gates[gate]==="dispatch"}function guardOf(step,before,first){if(!(before===void 0||first===
void 0))return step.command==="report"?`always() && steps.${first.id}.outcome != 'skipped'`:before.command==="check"?`steps.${before.id}.outputs.result == 'pass\
ed'`:`steps.${before.id}.outputs.proceed == 'true'`}function systemInput({fleet}){return fleet===void 0?[]:["      system:",'        description: "Which system,\
 by its name in the configuration"',"        type: string","        required: true"]}var givenHop={json:"inputs.hop",object:"fromJSON(inputs.hop)"};function renderHopWorkflow(content){
const jobs=[...new Set(hopSequence(content.traits).map(step=>step.job))];return withHeader(content.traits.waiver!==void 0?"One hop: promoted without a rehearsal\
, since staging is waived. Called by upgrade.yml.":content.traits.dataless?"One hop: rehearsed on staging, then promoted. Called by upgrade.yml.":"One hop: rehe\
arsed on a restored copy of production, then promoted. Called by upgrade.yml.",[],["name: Hop","","on:","  workflow_call:","    inputs:",...systemInput(content),
"      hop:","        description: The hop, as JSON the way the plan made it.","        type: string","        required: true",...content.deferrable?["      ret\
ry:","        description: Whether a failed migration is restarted.","        type: boolean","        default: false"]:[],...hasGate(content,"dispatch")?["     \
 confirm:","        description: What a person typed to let a hop continue.","        type: string",'        default: ""']:[],"","permissions: {}","","# The cal\
ling run holds the concurrency group; a second group here would wait for it forever.","","jobs:",...jobs.map(job=>renderJob(hopJob(job,content,givenHop),content)).
flatMap((lines,index)=>index===0?lines:["",...lines])])}function renderRollbackWorkflow(content){const job=renderJob({job:"rollback",name:"Go back on production",
side:"production",environment:"production",record:!0,outputs:[["result","${{ steps.rollback.outputs.result }}"]],steps:[{id:"rollback",name:"Go back to the rele\
ase before ${{ inputs.hop }}",with:[["command","rollback"],["environment","production"],["hop","${{ inputs.hop }}"],["confirm","${{ inputs.confirm }}"],["reason",
"${{ inputs.reason }}"],["accept","${{ inputs.accept }}"]]},keepDiagnostics("diagnostics-${{ github.run_id }}-${{ github.run_attempt }}"),{id:"report",name:"Rep\
ort the state of production",if:"always() && steps.rollback.outcome != 'skipped'",timeoutMinutes:10,with:[["command","report"],["environment","production"],["ho\
p","${{ inputs.hop }}"]]}]},content);return withHeader("Roll back one hop on production.",[],["name: Rollback",content.fleet===void 0?"run-name: Go back from ${\
{ inputs.hop }}":"run-name: Go back from ${{ inputs.hop }} on ${{ inputs.system }}","","# In no concurrency group: a run that waits for approval may hold it for\
 30 days. A rollback goes first, and steps","# of older runs refuse to act after it.","on: # zizmor: ignore[concurrency-limits]","  workflow_dispatch:","    inp\
uts:",...systemInput(content),"      hop:",'        description: "The id of the hop to go back from, such as 1.0.2--1.1.4"',"        type: string","        requ\
ired: true","      confirm:",'        description: "Leave empty at first. If only a restore goes back, the run says what that loses: then type the same id again\
"',"        type: string",'        default: ""',"      reason:","        description: Why, for the journal","        type: string",'        default: ""',"      \
accept:",'        description: "Only if this rollback failed at a smoke test that is itself wrong: why it counts as finished anyway"',"        type: string",'  \
      default: ""',"","permissions: {}","","jobs:",...job])}var marking="mark-disposable",preflight="preflight";function trigger(content){const schedule=content.
fleet===void 0?content.settings.schedule:void 0;return["on:","  workflow_dispatch:","    inputs:",...systemInput(content),"      target:",'        description: \
"Where to: newest, newest-patch, a line such as 5.1, or a version"',"        type: string","        default: newest","      acknowledge:",'        description: \
"Manual steps that are done: their ids, separated by commas"',"        type: string",'        default: ""',"      facts:",'        description: "Facts that rule\
s ask for and the configuration lacks: name=value, separated by commas"',"        type: string",'        default: ""',"      parts:",'        description: "Curr\
ent versions of parts that no probe reads: name=version, separated by commas"',"        type: string",'        default: ""',...content.deferrable?["      retry:",
'        description: "A migration failed and its cause is fixed: restart it"',"        type: boolean","        default: false"]:[],"      confirm:",`        de\
scription: "${confirmedBy(content).join("; ")}"`,"        type: string",'        default: ""',...hasSeveral(content)?["      data:",'        description: "To ma\
rk staging as disposable: which of its data stores, by its name in the configuration"',"        type: string",'        default: ""']:[],"      operation:",'    \
    description: "What to do; preflight lists what is missing; rehearse climbs the whole path on staging only; mark-disposable is needed once, first"',"        \
type: choice",`        options: [${operationsOf(content).join(", ")}]`,"        default: climb",...schedule===void 0?[]:["  # Continues a waiting climb; starts \
none, and leaves failures to people.","  schedule:",`    - cron: "${schedule}"`],...content.fleet===void 0?[]:calledFor(content)]}function calledFor(content){const texts=[
"target","operation","ring","acknowledge","facts","parts","confirm",...hasSeveral(content)?["data"]:[]];return["  workflow_call:","    inputs:",...systemInput(content),
...texts.flatMap(name=>[`      ${name}:`,"        type: string",'        default: ""']),...content.deferrable?["      retry:","        type: boolean","        d\
efault: false"]:[]]}function hasSeveral({document}){const data=valueAt(document,["environments","staging","data"]);return Array.isArray(data)&&data.length>1}function operationsOf({
traits,scope}){const jobs=jobsOf(traits,scope);return[...operations.toReversed(),preflight,marking].filter(name=>(name!=="rehearse"||jobs.includes("rehearse"))&&
(name!==marking||jobs.includes("mark")))}function confirmedBy(content){const marks=operationsOf(content).includes(marking);return[...marks?["To mark staging as \
disposable, the name of its database"]:[],...hasGate(content,"dispatch")?[`${marks?"to":"To"} confirm a waiting hop, what its run asked for`]:[],...marks||hasGate(
content,"dispatch")?[]:["Not used here"]]}var reportPage="staged-upgrade-report.html",keepReport=content=>({id:"page",name:"Keep the report",if:`always() && has\
hFiles('${reportPage}') != ''`,timeoutMinutes:10,uses:uploadArtifact,with:[["name",namedForSystem("report-${{ github.run_attempt }}",content)],["path",reportPage],
["if-no-files-found","error"]]});function renderUpgradeWorkflow(content){const isFleet=content.fleet!==void 0,isScheduled=content.settings.schedule!==void 0&&!isFleet,
isWholePath=content.scope==="path",jobs=jobsOf(content.traits,content.scope),target=isScheduled?"github.event_name == 'schedule' && 'unfinished' || inputs.targe\
t || 'newest'":"inputs.target || 'newest'",mark=renderJob({job:"mark",name:"Mark staging as disposable",side:"staging",environment:"staging",record:!1,if:`input\
s.operation == '${marking}'`,timeoutMinutes:15,outputs:[["result","${{ steps.mark.outputs.result }}"]],steps:[{id:"mark",name:"Mark staging's data as disposable",
with:[["command",marking],...hasSeveral(content)?[["data","${{ inputs.data }}"]]:[],["confirm","${{ inputs.confirm }}"]]}]},content),plan=renderJob({job:"plan",
name:"Plan",side:"production",environment:"production-read",record:!1,if:`inputs.operation != '${marking}'`,timeoutMinutes:15,outputs:["result","hops","count","\
current","target"].map(name=>[name,`\${{ steps.plan.outputs.${name} }}`]),steps:[{id:"plan",name:"Plan the path from what production runs",with:[["command","pla\
n"],["target",`\${{ ${target} }}`],["acknowledge","${{ inputs.acknowledge }}"],["facts","${{ inputs.facts }}"],["parts","${{ inputs.parts }}"],["operation",`\${{\
 inputs.operation == '${preflight}' && 'plan' || inputs.operation || 'climb' }}`],...isFleet?[["ring","${{ inputs.ring }}"]]:[]]}]},content),report=renderJob({job:"\
report",name:"Report",side:"production",environment:"production-read",record:!1,needs:["plan",...isWholePath?["approve"]:[],"hop"],if:`always() && needs.plan.re\
sult == 'success' && (inputs.operation || 'climb') == 'climb'${isScheduled?" && (github.event_name != 'schedule' || needs.plan.outputs.count != '0')":""}`,timeoutMinutes:15,
outputs:["result","complete","current"].map(name=>[name,`\${{ steps.report.outputs.${name} }}`]),steps:[{id:"report",name:"Report the state of production",with:[
["command","report"],["output",reportPage]]},keepReport(content)]},content),object="fromJSON(needs.plan.outputs.hops)[0]",firstHop={json:`toJSON(${object})`,object},
{needs:_,if:__,...read}=hopJob("read",content,firstHop),beforehand=renderJob({...read,needs:["plan"],if:"needs.plan.outputs.result == 'passed' && inputs.operati\
on == 'rehearse'"},content),rehearsal=renderJob({...hopJob("rehearse",content,firstHop),name:"Rehearse the whole path on staging",steps:[{id:"rehearse",name:"Cl\
imb the whole path on staging, from one restore",with:[["command","rehearse"]]}],outputs:[["result","${{ steps.rehearse.outputs.result }}"]]},content);return withHeader(
"The upgrade: plan the path, climb it hop by hop, report.",[settingsLine(content.settings)],["name: Upgrade",isScheduled?"run-name: ${{ github.event_name == 'sc\
hedule' && 'Continue what is waiting' || format('Upgrade to {0} ({1})', inputs.target, inputs.operation) }}":`run-name: Upgrade ${isFleet?`of ${ofSystem} `:""}t\
o \${{ inputs.target }} (\${{ inputs.operation }})`,"",...trigger(content),"","permissions: {}","","# One climb at a time. A newer run replaces one that is stil\
l queued: each plans from what it observes.","concurrency:",`  group: staged-upgrade-${isFleet?ofSystem:content.system}`,"  cancel-in-progress: false","","jobs:",
...jobs.includes("mark")?["  # Once, before the first backup: only data that a person has marked is ever emptied for a rehearsal.",...mark,""]:[],...plan,"",...isWholePath?
[...approval(content),""]:[],...hops(content),"",...report,...jobs.includes("rehearse")?["","  # The whole path on staging, from one restore, before production \
is touched at all.",...beforehand,"",...rehearsal]:[],"","  # Everything that is missing for the whole path, at once, before its first hop.",...preflightOf("pro\
duction",["plan"],content),...jobs.includes("preflight-staging")?["",...preflightOf("staging",["preflight"],content)]:[]])}function preflightOf(environment,needs,content){
const job=preflightJobs[environment];return renderJob({job,name:`Preflight of ${environment}`,side:environment,environment:environmentOfJob(job,content.scope),record:!1,
...environment==="production"?{readsProtection:!0}:{},needs,if:`always() && inputs.operation == '${preflight}'`,timeoutMinutes:15,outputs:["result","problems"].
map(name=>[name,`\${{ steps.preflight.outputs.${name} }}`]),steps:[{id:"preflight",name:"List everything that is missing",with:[["command",preflight],["environm\
ent",environment],["target","${{ inputs.target || 'newest' }}"],["acknowledge","${{ inputs.acknowledge }}"],["facts","${{ inputs.facts }}"],["parts","${{ inputs\
.parts }}"]]}]},content)}function approval(content){return renderJob({job:"approve",name:"Approve the whole path",side:"production",environment:environmentOfJob(
"approve",content.scope),record:!1,needs:["plan"],if:planned,timeoutMinutes:15,outputs:[["result","${{ steps.approve.outputs.result }}"]],steps:[{id:"approve",name:"\
Record for which hops this run was approved",with:[["command","approve"]]}]},content)}var planned="needs.plan.outputs.result == 'passed' && (inputs.operation ||\
 'climb') == 'climb'";function hops(content){const readsApprovals=hasGate(content,"environment"),body=["name: ${{ matrix.hop.index }} of ${{ matrix.hop.count }}\
, ${{ matrix.hop.from }} \u2192 ${{ matrix.hop.to }}",...content.scope==="path"?["needs: [plan, approve]","if: needs.approve.outputs.result == 'passed'"]:["need\
s: plan",`if: ${planned}`],"# One after the other; when one fails, later ones are not started.","strategy:","  fail-fast: true","  max-parallel: 1","  matrix:",
"    hop: ${{ fromJSON(needs.plan.outputs.hops) }}","permissions:",...indent(2,permissions({pushes:!0,keepsFiles:deployChangesFiles(content),readsApprovals,writesIssues:content.
tracksIssue,oidc:content.settings.oidc})),"uses: ./.github/workflows/hop.yml # zizmor: ignore[self-repository]","with:",...content.fleet===void 0?[]:[`  system:\
 ${ofSystem}`],"  hop: ${{ toJSON(matrix.hop) }}",...content.deferrable?["  retry: ${{ inputs.retry || false }}"]:[],...hasGate(content,"dispatch")?["  confirm:\
 ${{ inputs.confirm }}"]:[],"# Without this, the secrets of its environments are empty in a called workflow.","secrets: inherit # zizmor: ignore[secrets-inherit\
]"];return["  hop:",...indent(4,body)]}var configurationFile=".github/staged-upgrade.yml",upgradeFile=".github/workflows/upgrade.yml";function renderWorkflows(content){
return[{path:upgradeFile,text:renderUpgradeWorkflow(content)},{path:".github/workflows/hop.yml",text:renderHopWorkflow(content)},{path:".github/workflows/rollba\
ck.yml",text:renderRollbackWorkflow(content)},...content.fleet===void 0?[]:[{path:".github/workflows/fleet.yml",text:renderFleetWorkflow(content)}]]}var shownLines=40;
function differenceOf(existing,wanted){const lines=[];let before=0,after2=0;for(const{value,added,removed}of diffArrays(existing.replaceAll(`\r
`,`
`).split(`
`),wanted.split(`
`)))removed&&lines.push(...value.map((line,index)=>`-${before+index+1}: ${line}`)),added&&lines.push(...value.map((line,index)=>`+${after2+index+1}: ${line}`)),
added||(before+=value.length),removed||(after2+=value.length);return lines.length<=shownLines?lines:[...lines.slice(0,shownLines),`\u2026 and ${lines.length-shownLines}\
 lines more`]}function initResult(changes,content,mode,left){return mode==="check"?checked(changes):written(changes,content,left)}function checked(changes){const drifted=changes.
flatMap(({path,existing,change})=>change.kind!=="drift"?[]:existing===void 0||change.text===void 0?[{path,lines:["it does not exist"]}]:[{path,lines:differenceOf(
existing,change.text)}]);if(drifted.length===0)return{outcome:"passed",headline:"The workflows are what init would write.",outputs:{},summary:"",text:""};const names=drifted.
map(({path})=>path).join(", "),message={happened:`${drifted.length===1?"One file is":`${drifted.length} files are`} not what init would write: ${names}.`,means:"\
The workflows do not match the configuration or this version; a job may lack a variable or a step.",next:'Run "staged-upgrade init --update" and commit what it \
writes.'},text=drifted.map(({path,lines})=>[`${path}:`,...lines.map(line=>`  ${line}`)].join(`
`)).join(`

`);return{outcome:"failed",headline:message.happened,message,outputs:{},summary:"",text}}var examplesAt="https://github.com/staged-upgrade/staged-upgrade/tree/m\
ain/examples",verbs={create:"wrote",replace:"updated",unchanged:"unchanged",drift:"differs",refuse:"refused"};function written(changes,content,{missingScripts:missing,
missingFiles:missingFiles2,toFillIn}){const touched=changes.filter(({change})=>change.kind==="create"||change.kind==="replace").length,headline=touched===0?"All\
 files are as init would write them.":`Wrote ${touched} of ${changes.length} files.`,lines=[...changes.map(({path,change})=>`  ${verbs[change.kind].padEnd(9)}  ${path}`),
...missing.length===0?[]:["",`The configuration runs ${missing.length===1?"a script that is":"scripts that are"} not here, and init writes none: ${missing.join(
", ")}.`,`Write ${missing.length===1?"it":"them"}, or name your own commands. Examples to start from: ${examplesAt}`],...missingFiles2.length===0?[]:["",`The de\
ploy uses ${missingFiles2.join(", ")}, which ${missingFiles2.length===1?"is":"are"} not in the repository.`,`Add ${missingFiles2.length===1?"it":"them"}, or nam\
e your own in ${configurationFile}. What is written beside ${missingFiles2.length===1?"it":"them"} under "deploy:" is a proposal: check each line.`],...toFillIn.
length===0?[]:["",'Fill in what is still open; "staged-upgrade preflight" says what is left:',...toFillIn.map(place=>`  ${place}`)],"","Next, on GitHub (docs/se\
tup.md says how), create these environments, with these secrets and variables:",...content.fleet===void 0?[]:["  Each system has its own environments, prefixed \
with its name. SYSTEM stands for that name:"],...neededEnvironments(content).flatMap(({name,variables})=>[`  ${content.fleet===void 0?"":"SYSTEM-"}${name}${note(
content,name)}`,...variables.map(variable=>`    ${variable.from==="secrets"?"secret  ":"variable"}  ${variable.name}`)]),...jobsOf(content.traits,content.scope).
includes("mark")?["","Then, once, before the first run: mark staging as disposable. Only data that was marked before a backup is ever emptied for it.",`  Action\
s \u2192 Upgrade \u2192 Run workflow, operation "mark-disposable", confirm: the name of staging's database`,`  or in a terminal: staged-upgrade mark-disposable${content.
fleet===void 0?"":" --system NAME"}`]:[],...content.settings.action.ref===unreleased?["","This build is not a release, so the workflows do not name a commit of \
the action yet, and cannot run. Find the commit of a release:",`  git ls-remote https://github.com/${ownRepository} 'v*.*.*'`,"and write it into them:",`  stage\
d-upgrade init --update --action "${ownRepository}@COMMIT # VERSION"`]:[]];return{outcome:touched===0?"skipped":"passed",headline,outputs:{},summary:"",text:lines.
join(`
`)}}function note(content,environment){return environment===approvedEnvironment?" (without reviewers; open only to the default branch)":isReviewed(content,environment)?
" (with required reviewers)":""}function isReviewed({gates},environment){return gateNames.some(gate=>environmentOfGate[gate]===environment&&gates[gate]==="envir\
onment")}var fields=[{name:"minute",lowest:0,highest:59},{name:"hour",lowest:0,highest:23},{name:"day of the month",lowest:1,highest:31},{name:"month",lowest:1,
highest:12},{name:"day of the week",lowest:0,highest:6}];function parseSchedule(text){const parts=text.trim().split(/\s+/);if(parts.length!==fields.length)throw mistaken(
text,`a schedule has ${fields.length} fields, and this has ${parts.length}`);for(const[index,field]of fields.entries()){const wrong=(parts[index]??"").split(",").
find(item=>!isIn(item,field));if(wrong!==void 0)throw mistaken(text,`"${wrong}" is not a valid ${field.name}`)}return parts.join(" ")}function isIn(item,{lowest,
highest}){const match=/^(?:\*|(?<from>\d{1,2})(?:-(?<to>\d{1,2}))?)(?:\/(?<step>\d{1,2}))?$/.exec(item);if(match===null)return!1;const{from,to,step}=match.groups??
{},numbers=[from,to].flatMap(number=>number===void 0?[]:[Number(number)]),isAscending=from===void 0||to===void 0||Number(from)<=Number(to);return numbers.every(
number=>number>=lowest&&number<=highest)&&isAscending&&step!=="0"}function mistaken(text,why){return new UserError({happened:`--schedule is "${text}": ${why}.`,
means:"Nothing was written.",next:'Write minute, hour, day of the month, month and day of the week, in UTC: --schedule "17 * * * *" is once an hour. GitHub star\
ts none more often than every five minutes.'})}async function runInit(options,parts){refuseHiddenFlags(options);const mode=modeOf(options),existing=await readIfThere(
parts,configurationFile),configuration=await configurationText(options,mode,existing,parts),content=await contentFrom(configuration.text,options,parts),changes=[];
for(const file of[configuration,...renderWorkflows(content)]){const before=file===configuration?existing:await readIfThere(parts,file.path),change=file.text===before?
{kind:"unchanged"}:changeOf(file.path,before,file.text,mode,options.force===!0);changes.push({path:file.path,existing:before,change})}refuseIfAny(changes),mode===
"create"&&changes.push(...await onceWritten(content,parts));for(const{path,change,executable}of changes)change.kind!=="create"&&change.kind!=="replace"||(await mkdir(
dirname(join(parts.directory,path)),{recursive:!0}),await writeFile(join(parts.directory,path),change.text,executable===!0?{mode:493}:{}));return initResult(changes,
content,mode,{missingScripts:missingScripts(content.document,parts.directory),missingFiles:missingFiles(content.document,parts.directory),toFillIn:[...placesToFillIn(
configuration.text),...(await unfinishedScripts(content.document,parts.directory)).map(path=>`${path.replace(/^\.\//,"")}: its last lines, which fail until then`)]})}
async function onceWritten(content,parts){const changes=[];for(const{path,text,executable=!1}of ownFiles(content.document,content.settings.plain)){const existing=await readIfThere(
parts,path);existing===void 0&&changes.push({path,existing,change:{kind:"create",text},executable})}return changes}function placesToFillIn(text){return unfinishedPlaces(
text).map(({line,problem})=>`${configurationFile}:${line}: ${problem}`)}function modeOf({check,update}){if(check===!0&&update===!0)throw new UserError({happened:"\
--check and --update exclude each other.",means:"Nothing was written.",next:"Use --check to see what is different, then --update to write it."});return check===
!0?"check":update===!0?"update":"create"}async function configurationText(options,mode,existing,parts){if(existing!==void 0&&(mode!=="create"||options.product===
void 0))return{path:configurationFile,text:existing};if(mode!=="create")throw new UserError({happened:`${configurationFile} does not exist in ${parts.directory}\
.`,means:"There is nothing to compare the workflows with. Nothing was written.",next:'Run this at the top of the repository, or write the files with "staged-upg\
rade init".'});return{path:configurationFile,text:proposedWhole(options,parts)??renderConfiguration(await answersFrom(options,parts.products,parts.questions))}}
function proposedWhole({product,system},{products}){if(product===void 0||!products.names.includes(product))return;const{configuration,system:usual=product}=products.
proposal(product);return configuration?.replaceAll("{system}",system??usual)}async function contentFrom(text,options,parts){const whole=loadFleet(text,configurationFile,
parts.products,{unfinished:!0}),[first]=whole?.systems??[],{value,document}=first??loadConfiguration(text,configurationFile,parts.products,{unfinished:!0}),{product}=value,
name=typeof product=="string"?product:"extends"in product?product.extends:void 0,migrations=(typeof product!="string"&&"migrations"in product?product.migrations:
void 0)??(name===void 0?void 0:parts.products.find(name)?.migrations),before=await readIfThere(parts,upgradeFile),written2=before===void 0?void 0:settingsIn(before),
settings=settingsFrom(options,written2??{...defaultSettings,oidc:workflowJobs.some(job=>loginsOf(document,job,value["restore-point"].prove).length>0),plain:parts.
products.proposal(name??"").plain},parts.release);refuseUnfit(settings),refuseHostedFolders(document,settings);const base=typeof product=="object"&&!("extends"in
product)?product:parts.products.find(name??""),deferrable=migrations!==void 0,proveRestorePoint=value["restore-point"].prove,traits=base===void 0?{deferrable,proveRestorePoint}:
{...hopTraits(value,base),deferrable};return contentOf(value,document,traits,settings,whole&&fleetContent(whole))}function settingsFrom(options,before,release){
const production=options.runner===void 0?before.runners.production:labelsOf("--runner",options.runner),staging=options.stagingRunner===void 0?options.runner===void 0?
before.runners.staging:production:labelsOf("--staging-runner",options.stagingRunner);return{action:options.action===void 0?updatedPin(before.action,release):pinFrom(
options.action,options.force===!0),runners:{production,staging},plain:[...new Set([...before.plain,...options.variable??[]])].toSorted(),oidc:options.oidc??before.
oidc,...scheduleOf(options,before)}}function pinFrom(text,force){const pin=parsePin(text);return force||refuseMoving(pin),pin}function refuseUnfit({runners,plain}){
const lists=[["--runner",runners.production],["--staging-runner",runners.staging],["--variable",plain]];for(const[flag,list]of lists){for(const text of list)refuseHidden(
flag,text);refuseExpressions(flag,list)}}function scheduleOf({schedule},before){return schedule===void 0?before.schedule===void 0?{}:{schedule:before.schedule}:
schedule==="none"?{}:{schedule:parseSchedule(schedule)}}function labelsOf(flag,text){const labels=text.split(",").map(label=>label.trim()).filter(label=>label!==
"");if(labels.length>0)return labels;throw new UserError({happened:`${flag} is "${text}".`,means:"Nothing was written.",next:`Give the labels of a runner, such \
as ${flag} self-hosted,linux.`})}function refuseIfAny(changes){const refused=changes.flatMap(({change})=>change.kind==="refuse"?[change]:[]);if(refused.length!==
0)throw new UserError({happened:refused.map(({happened})=>happened).join(" "),means:"Nothing was written.",next:[...new Set(refused.map(({next})=>next))].join("\
 ")})}async function readIfThere({directory},path){try{return await readFile(join(directory,path),"utf8")}catch(error){if(error instanceof Error&&"code"in error&&
error.code==="ENOENT")return;throw error}}export{runInit};
