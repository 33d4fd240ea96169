const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url),{readFile,stat}=process.
getBuiltinModule("node:fs/promises");var largestMebibytes=16;async function notReadable(path,mebibytes=largestMebibytes){const found=await stat(path);if(!found.
isFile()&&!found.isDirectory())return{code:"EINVAL",why:"is not a file"};if(found.size>mebibytes*1024*1024)return{code:"EFBIG",why:`is larger than ${mebibytes} \
MiB`}}async function readTextFile(path,signal){const not=await notReadable(path);if(not!==void 0)throw Object.assign(new Error(`it ${not.why}`),{code:not.code});
return await readFile(path,{encoding:"utf8",...signal?{signal}:{}})}function oneLine(message){return[message.happened,message.means,message.next].filter(part=>part!==
"").join(" ")}var UserError=class extends Error{name="UserError";detail;constructor(detail,options){super(oneLine(detail),options),this.detail=detail}},SystemFailure=class extends Error{name="\
SystemFailure";detail;constructor(detail,options){super(oneLine(detail),options),this.detail=detail}};const{existsSync}=process.getBuiltinModule("node:fs"),{readFile:readFile2}=process.
getBuiltinModule("node:fs/promises"),{basename,dirname,join,resolve}=process.getBuiltinModule("node:path");var defaultFiles=[".github/staged-upgrade.yml",".gith\
ub/staged-upgrade.yaml"];async function findConfiguration(directory,named2){if(named2!==void 0){const text2=await contents(directory,named2);if(text2===void 0)throw missing(
`The configuration "${named2}" does not exist in ${directory}.`,"Correct its name");return{file:named2,text:text2,root:rootOf(resolve(directory,named2))}}const[
first,second]=await findDefault(resolve(directory));if(first===void 0)throw missing(`There is no configuration: neither ${defaultFiles.join(" nor ")} exists in ${directory}\
 or above it in its repository.`,"Name another file with --config");if(second!==void 0)throw new UserError({happened:`Both ${first.file} and ${second.file} exis\
t.`,means:"It is not known which one to use, and nothing was done.",next:"Remove one of them, or name the right one with --config (in a workflow, the input conf\
ig)."});return first}async function findDefault(directory){const found=[];for(const file of defaultFiles){const text2=await contents(directory,file);text2!==void 0&&
found.push({file,text:text2,root:directory})}const above=dirname(directory),isTop=above===directory||existsSync(join(directory,".git"));return found.length>0||isTop?
found:await findDefault(above)}function rootOf(path){const own2=dirname(path);if(basename(own2)===".github")return dirname(own2);for(let folder=own2;;folder=dirname(
folder)){if(existsSync(join(folder,".git")))return folder;if(dirname(folder)===folder)return own2}}async function contents(directory,file){try{const not=await notReadable(
resolve(directory,file));if(not!==void 0)throw notRead(file,not.why);return new TextDecoder("utf-8",{fatal:!0}).decode(await readFile2(resolve(directory,file)))}catch(cause){
const code=cause instanceof Error&&"code"in cause?cause.code:void 0;if(code==="ENOENT"||code==="ENOTDIR")return;throw cause instanceof UserError?cause:new UserError(
{happened:code==="ERR_ENCODING_INVALID_ENCODED_DATA"?`The configuration "${file}" is not UTF-8 text.`:`The configuration "${file}" cannot be read (${String(code??
cause)}).`,means:"Nothing was done.",next:code==="EISDIR"?"Name a file, not a folder.":"Save it as UTF-8, and check its permissions."},{cause})}}function notRead(file,why){
return new UserError({happened:`The configuration "${file}" ${why}.`,means:"Nothing was done.",next:"Name the configuration; this is something different."})}function missing(happened,otherwise){
return new UserError({happened,means:"Nothing was done.",next:`${otherwise}, or run \`staged-upgrade init\` to write one. In a workflow, actions/checkout must run\
 before this step.`})}async function openProject(configFile,effects,run2,system){const found=await findConfiguration(effects.directory,configFile),{readProject}=await import("./read-project-2RUXCNXS.js");
return readProject(found,effects,run2,system)}async function openFleet(configFile,effects,run2){const found=await findConfiguration(effects.directory,configFile),
{readFleet}=await import("./read-project-2RUXCNXS.js");return readFleet(found,effects,run2)}var backupPurposes=["rehearsal","restore-point"],manifestFormat=2,operations=[
"plan","rehearse","climb"];function nearest(name,known){const wanted=name.toLowerCase(),limit=Math.max(1,Math.floor(wanted.length/3));return known.map(candidate=>({
candidate,distance:distance(wanted,candidate.toLowerCase(),limit)})).filter(each=>each.distance<=limit).sort((a3,b4)=>a3.distance-b4.distance||(a3.candidate<b4.
candidate?-1:1))[0]?.candidate}function distance(a3,b4,limit){if(Math.abs(a3.length-b4.length)>limit)return limit+1;let beforeLast=[],last=Array.from({length:b4.
length+1},(_6,column)=>column);for(let row=1;row<=a3.length;row++){const current=[row];for(let column=1;column<=b4.length;column++){const same=a3[row-1]===b4[column-
1],edits=[at(last,column)+1,at(current,column-1)+1,at(last,column-1)+(same?0:1)];row>1&&column>1&&a3[row-1]===b4[column-2]&&a3[row-2]===b4[column-1]&&edits.push(
at(beforeLast,column-2)+1),current.push(Math.min(...edits))}beforeLast=last,last=current}return at(last,b4.length)}function at(row,column){return row[column]??Number.
POSITIVE_INFINITY}function isDoneByHand({acknowledged,files}){return acknowledged||files?.kind==="in-place"}function releaseOn(hop,side){return hop.releases?.[side]??
hop[side]}function referenceTo({id,from,to,digest}){return{id,from,to,digest}}function hopId(from,to){return`${from}--${to}`}function releaseNamed(hop,label){const side=releaseSides.
find(each=>hop[each]===label);return side===void 0?label:releaseOn(hop,side)}function isLabel(text2){return/^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/.test(text2)&&!text2.
includes("--")}function isHopId(text2){const[from,to,...others]=text2.split("--");return from!==void 0&&to!==void 0&&others.length===0&&isLabel(from)&&isLabel(to)}
var environmentNames=["production","staging"],releaseSides=["from","to"],unitMilliseconds={s:1e3,m:6e4,h:36e5,d:864e5},durationPattern=/^(?<amount>[1-9]\d*)(?<unit>[smhd])$/;
function parseDuration(text2){const groups=durationPattern.exec(text2)?.groups,unit=groups?.unit;if(!(unit!=="s"&&unit!=="m"&&unit!=="h"&&unit!=="d"))return Number(
groups?.amount)*unitMilliseconds[unit]}function text(places){return{...placed(places),form:{kind:"text"},read:([value=""])=>({kind:"value",value})}}function word(words,places){
return{...placed(places),form:{kind:"word",words},read:([given=""])=>oneOf(given,words)}}function flag(places){return{...placed(places),form:{kind:"flag"},read:([
given=""])=>{const choice=oneOf(given,["true","false"]);return choice.kind==="value"?{kind:"value",value:choice.value==="true"}:choice}}}function list(places,separator=/[,\n]/){
return{...placed(places),form:{kind:"list",separator},read:value=>({kind:"value",value})}}function textsIn(written,{form}){return form.kind!=="list"?[written]:written.
split(form.separator).map(each=>each.trim()).filter(each=>each!=="")}function duration(places){return{...placed(places),form:{kind:"duration"},read:([given=""])=>{
const value=parseDuration(given);return value===void 0?{kind:"wrong",text:given,accepted:"a whole number and s, m, h or d: 90s, 15m, 5h, 7d"}:{kind:"value",value}}}}
function placed({action,option}){return{...action===void 0?{}:{action:typeof action=="string"?{description:action}:action},...option===void 0?{}:{option:{flags:option[0],
description:option[1]}}}}function oneOf(given,words){const value=words.find(each=>each===given);if(value!==void 0)return{kind:"value",value};const meant=nearest(
given,words);return{kind:"wrong",text:given,accepted:listed(words),...meant===void 0?{}:{meant}}}function listed(words){const quoted2=words.map(each=>`"${each}"`);
return quoted2.length<2?quoted2.join(""):`${quoted2.slice(0,-1).join(", ")} or ${quoted2.at(-1)}`}var betweenFacts=/\n|,(?=\s*[^\s,=]+=)/,declared={config:text(
{action:{description:"The configuration's file, relative to the checkout.",default:".github/staged-upgrade.yml"},option:["--config <file>","the configuration (d\
efault: .github/staged-upgrade.yml)"]}),system:text({action:"Which system the step is about, by its name, where the configuration has several (systems).",option:[
"--system <name>","one of several systems of the configuration; for init, a name for your installation, which names the lock, the journal and the backups"]}),target:text(
{action:"Where the path leads, for plan: newest, newest-patch, a line such as 5.1 (its newest patch), an exact version, or unfinished: the target of the climb t\
hat is waiting, if there is one.",option:["--target <version>","newest, newest-patch, a line such as 5.1, an exact version, or unfinished: the target of the cli\
mb that is waiting (default: newest)"]}),operation:word(operations,{action:"What the plan is for: plan (only to look; the default), rehearse or climb. It is rec\
orded in the journal; scheduled runs continue only a climb."}),ring:text({action:"For plan in the workflows of several systems: the ring in which a run of the w\
hole fleet starts this system. It is recorded in the journal; only a target set this way carries over to the next ring."}),current:text({action:"The version tha\
t you believe production runs; plan ends with an error when production reports another.",option:["--current <version>","the version that you believe production \
runs; an error when it reports another"]}),offline:flag({option:["--offline","plan from --current as given: production is not asked, and nothing is recorded"]}),
product:text({option:["--product <name>","a shipped product, such as medplum: the one init writes for, or the one plan plans from --current, without a configura\
tion"]}),write:flag({option:["--write","write the change to the files; without this, it is only shown"]}),prereleases:flag({option:["--prereleases","let the pat\
h use prereleases"]}),minimumAge:duration({option:["--minimum-age <duration>","use no release that is younger: 12h, 7d"]}),environment:word(environmentNames,{action:"\
The environment that the step acts on: production or staging.",option:["--environment <name>","where to act"]}),hop:text({action:"The hop that the step belongs \
to: the JSON that plan wrote into the matrix, or the id, such as 1.0.2--1.1.4.",option:["--hop <id>","the id of a planned hop, such as 1.0.2--1.1.4"]}),release:word(
releaseSides,{action:"The side of the hop that deploy and smoke act on: from or to.",option:["--release <side>","which side of the hop"]}),purpose:word(backupPurposes,
{action:"What the backup is for: rehearsal (to be restored on staging) or restore-point (the way back, taken directly before the deploy).",option:["--purpose <p\
urpose>","what the backup is for"]}),budget:duration({action:"How long a wait may take before the step ends as waiting, such as 90s, 15m or 5h; the default is t\
he configuration's budget.",option:["--budget <duration>","how long to wait at most: 90s, 15m, 5h"]}),retry:flag({action:"Whether migrate restarts a migration t\
hat has failed, true or false; give the other steps of the hop on production the same value.",option:["--retry","restart a migration that has failed; recorded i\
n the journal"]}),acknowledge:list({action:"Ids of manual steps that a person has done, separated by commas or line breaks, in addition to those in the configur\
ation.",option:["--acknowledge <id>","a manual step that is done; may be repeated"]}),facts:list({action:"Facts about the installation that conditional rules as\
k for, as name=value, one per line or separated by commas; they override the configuration's.",option:["--facts <name=value>","a fact about this installation; m\
ay be repeated"]},betweenFacts),parts:list({action:"The current versions of parts of production other than its release, as name=version, one per line or separat\
ed by commas, such as chart=7.10.0; needed where no probe of the product reads them.",option:["--part <name=version>","the current version of a part of producti\
on other than its release, such as chart=7.10.0; may be repeated"]}),releases:text({action:"A file with a pinned release list to plan from, instead of asking wh\
ere the product publishes its releases.",option:["--releases <file>","plan from a pinned copy of the release list"]}),saveReleases:text({option:["--save-release\
s <file>","write the release list that was planned from"]}),path:text({action:"A path to check against the rules instead of planning one, as versions separated \
by commas.",option:["--path <versions>","check this path (1.1.4,1.2.1,1.3.1) against the rules instead of planning one"]}),confirm:text({action:"What a person t\
yped as confirmation: for a dispatch gate, what the waiting run asked for; for a rollback that loses data, the hop's id, or the id of the backup that the refusa\
l names; for mark-disposable, the name of staging's database.",option:["--confirm <text>","a typed confirmation: for a rollback that loses data, the hop's id or\
 the id of the backup that the refusal names; for mark-disposable, the database's name"]}),data:text({action:"For mark-disposable where staging has several data\
 stores: the name, in the configuration, of the one to mark.",option:["--data <name>","one of staging's data stores, where there are several (default: each)"]}),
reason:text({action:"Why a person asked for this; recorded in the journal.",option:["--reason <text>","why; recorded in the journal"]}),accept:text({action:"For\
 a rollback whose smoke tests failed because a test is itself wrong: why it counts as finished anyway; recorded in the journal.",option:["--accept <reason>","fi\
nish a rollback although its smoke tests failed, and record in the journal why that is right"]}),output:text({action:"For report, a file to write it to besides \
the summary: a self-contained page if the name ends in .html, otherwise Markdown. An existing file that is not a report is left alone.",option:["--output <file>",
"also write the report to a file: a self-contained page if the name ends in .html, otherwise Markdown"]}),yes:flag({option:["--yes","approve every gate beforeha\
nd"]}),until:text({option:["--until <hop>","stop after this hop (1.0.2--1.1.4), or at the version it leads to (1.1.4)"]}),keep:flag({option:["--keep","keep the \
folder with the servers, backups, journal and report"]}),title:text({option:["--title <text>","for --product own: what people call the product"]}),published:text(
{option:["--published <where>","for --product own: where its releases are published, such as npm:NAME or github:OWNER/NAME; an unknown place lists all"]}),line:text(
{option:["--line <unit>","for --product own: which lines must not be skipped: major, minor or none"]}),healthPath:text({option:["--health-path <path>","for --pr\
oduct own: the path that answers 200 when the server is healthy"]}),versionPath:text({option:["--version-path <path>","for --product own: the path whose JSON re\
sponse has the version"]}),versionValue:text({option:["--version-value <place>","for --product own: where the version is in that response, such as data.version"]}),
database:text({option:["--database <kind>","what keeps the data, such as postgres; an unknown name lists all"]}),deployer:text({option:["--deployer <kind>","how\
 a release is put in place, such as command"]}),store:text({option:["--store <kind>","where backups are kept, such as s3"]}),productionUrl:text({option:["--prod\
uction-url <url>","where production answers"]}),stagingUrl:text({option:["--staging-url <url>","where staging answers"]}),deploy:text({option:["--deploy <comman\
d>","puts {version} in place in {environment}; split at spaces, no shell"]}),stop:text({option:["--stop <command>","stops the server of {environment}, so that i\
ts database can be replaced"]}),scrub:text({option:["--scrub <command>","makes a copy of live data harmless before a server starts on it"]}),encryptFor:list({option:[
"--encrypt-for <key...>","age public keys (age1\u2026) to encrypt backups for; the private key of any one can decrypt them"]}),backupFolder:text({option:["--bac\
kup-folder <path>","a folder that the runners of both environments can reach"]}),journal:text({option:["--journal <git|folder>","where the journal is kept: a br\
anch of the repository, a folder, or the name of another kind"]}),runner:text({option:["--runner <labels>","labels of the runner that reaches production (and st\
aging), separated by commas"]}),stagingRunner:text({option:["--staging-runner <labels>","labels of the runner that reaches staging"]}),action:text({option:["--a\
ction <pin>","the action to use, as OWNER/NAME@COMMIT, the full commit"]}),variable:list({option:["--variable <name...>","names of ${NAME}s that are not secrets\
: GitHub variables are used"]}),oidc:flag({option:["--oidc","let the jobs ask for an OIDC token, to log in to a cloud"]}),schedule:text({option:["--schedule <cr\
on>",'at these times (UTC), start a run that continues what is waiting; "none" for no such runs']}),check:flag({option:["--check","only check whether the workfl\
ows are what init would write; exit code 1 if not"]}),update:flag({option:["--update","rewrite the workflows, keeping what is between the marks"]}),force:flag({
option:["--force","replace files that were changed by hand; allow an action pinned to a branch or tag"]})},inputs=declared,stepInputs={summary:flag({action:{description:"\
Whether the step adds to the job summary, true or false.",default:"true"}}),token:text({action:{description:"The token that reads approvals and pushes the journ\
al's branch; the job needs contents: write for the latter.",default:"${{ github.token }}"}})},inputNames=Object.keys(declared).filter(isInputName);function isInputName(name){
return Object.hasOwn(declared,name)}function readGiven(names,textsOf,onWrong){const given={},read=name=>{const texts=textsOf(name);if(texts.length===0)return;const accepted=inputs[name].
read(texts);accepted.kind==="wrong"?onWrong(name,accepted):given[name]=accepted.value};for(const name of names)read(name);return Object.freeze(given)}function taken(given,names){
const own2={};for(const name of names)given[name]!==void 0&&(own2[name]=given[name]);return own2}var initInputs=["product","title","published","line","healthPat\
h","versionPath","versionValue","system","database","deployer","store","encryptFor","productionUrl","stagingUrl","deploy","stop","scrub","backupFolder","journal",
"runner","stagingRunner","action","variable","oidc","schedule","check","update","force"];const{PassThrough}=process.getBuiltinModule("node:stream"),{setTimeout:delay}=process.
getBuiltinModule("node:timers/promises");var LeftQuestion=class extends Error{name="LeftQuestion"},left=new Set(["ExitPromptError","AbortPromptError"]),signalMilliseconds=50;
async function asked(signal,question){const{stdin}=process,setRawMode=mode=>{stdin.setRawMode(mode)},input=Object.assign(new PassThrough,{isTTY:!0,setRawMode});
stdin.pipe(input);try{return await Promise.race([question({input,signal}),endOf(input)])}catch(error){throw error instanceof Error&&left.has(error.name)?(await delay(
signalMilliseconds),new LeftQuestion(error.message,{cause:error})):error}finally{stdin.unpipe(input),stdin.pause()}}function endOf(input){return new Promise((_resolve,reject)=>{
input.once("end",()=>{const error=new Error("the input has ended");error.name="ExitPromptError",reject(error)})})}var exitCodes={passed:0,skipped:0,failed:1,waiting:3,
unknown:4,refused:5},exitCodeOf={userError:2,defect:70,hungUp:129,interrupted:130,terminated:143},StoppedStep=class extends Error{name="StoppedStep";step;constructor(step,options){
super(`${step.command} of ${step.hop} on ${step.environment} was stopped`,options),this.step=step}},stoppedExitCodes={SIGINT:exitCodeOf.interrupted,SIGTERM:exitCodeOf.
terminated,SIGHUP:exitCodeOf.hungUp};function stoppedMessage(error,signal){if(error instanceof LeftQuestion)return{happened:`The question was interrupted by ${named(
signal)}.`,means:"It was not answered, so nothing was changed by it.",next:"Run the same command again when it may continue."};if(!(error instanceof StoppedStep))
return{happened:`Stopped by ${named(signal)}.`,means:"No step of a hop was running, so none is half done.",next:"Run the same command again."};const{command,hop,
environment,notRecorded}=error.step;return{happened:`${command} of hop ${hop} on ${environment} was stopped by ${named(signal)}.`,means:notRecorded===void 0?"It\
 may be half done. What was being done is recorded, the lease was released, and the commands that it had started were ended.":`It may be half done, and that cou\
ld not be recorded (${notRecorded}). The journal has what was started; the lease will expire.`,next:"Run the same command again: it checks the current state and\
 continues."}}function named(signal){return{SIGINT:"SIGINT (Ctrl-C, or a cancelled run)",SIGTERM:"SIGTERM",SIGHUP:"SIGHUP (the terminal was closed)"}[signal]}var passwords=[
/(?<before>(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)(?<password>[^\s@]+)(?=@)/gi,/(?<before>(?<!\w)(?:ssl)?(?:password|passwd|pwd|secret|token|api[-_]?key|(?:account|shared-?access)key|(?<=[?&])sig)=)(?<password>[^\s&;]+)/gi,
/(?<before>(?<![\w-])(?:authorization|cookie|private-token|x-[\w-]*(?:key|token))[ \t]*:[ \t]*(?:(?:bearer|basic|token)[ \t]+)?)(?<password>(?=[^\s"']*\d)[^\s"']{12,})/gi],
secretKey=/(^|[-_.])(password|passwd|passphrase|secret|token|credentials?|(api|private|access|secret)[-_]?key|authorization|cookie)$/i,secretVariable=/(?:password|passwd|passphrase|_(?:pwd|pass)|(?:^|_)(?:secrets|tokens)|(?:access|account|api|deploy|encryption|jwt|master|private|secret|signing)_?key(?:_base)?)$/i,
secretForms=[/\bgh[pousr]_[A-Za-z0-9]{20,}/,/\bgithub_pat_\w{20,}/,/\bglpat-[\w-]{20,}/,/\bnpm_[A-Za-z0-9]{36}/,/\b[sr]k_live_[A-Za-z0-9]{20,}/,/\bAIza[\w-]{35}/,
/\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/i,/^https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]{20,}/i,/\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
/\bxox[abposr]-[\w-]{10,}/,/-----BEGIN [A-Z ]*PRIVATE KEY/,/\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/];function namesSecret(key){return secretKey.test(key)||/^[A-Z][A-Z0-9_]*$/.
test(key)&&secretVariable.test(key)}function looksSecret(text2){return secretForms.some(form=>form.test(text2))}function passwordsIn(text2){return passwords.flatMap(
pattern2=>[...text2.matchAll(pattern2)].map(match=>match.groups?.password??""))}function shown(value,path){return value===null?"empty":Array.isArray(value)?"a l\
ist":typeof value=="object"?"a mapping":path.includes("access")||path.some(part=>typeof part=="string"&&namesSecret(part))?`a ${wordFor(value)} (not shown here)`:
typeof value!="string"?`the ${wordFor(value)} ${String(value)}`:looksSecret(value)?"a text (not shown here)":`the text ${quoted(passwords.reduce((text2,pattern2)=>text2.
replace(pattern2,"$<before>***"),value))}`}function wordFor(value){return typeof value=="string"?"text":typeof value=="boolean"?"value":typeof value}function quoted(text2){
return JSON.stringify(text2.length>60?`${text2.slice(0,60)}\u2026`:text2)}const{setTimeout:delay2}=process.getBuiltinModule("node:timers/promises");var systemClock={
now:()=>new Date,sleep:async(milliseconds,signal)=>{try{await delay2(milliseconds,void 0,signal?{signal}:{})}catch(error){throw signal?.throwIfAborted(),error}}},
stopSignals=["SIGINT","SIGTERM","SIGHUP"];function stopOnSignals(source,announce=()=>{}){const controller=new AbortController;let first;const stop=signal=>()=>{
first===void 0&&(first=signal,announce(signal),controller.abort(new Error(`stopped by ${signal}`)))},listeners=stopSignals.map(signal=>[signal,stop(signal)]);for(const[
signal,listener]of listeners)source.on(signal,listener);return{signal:controller.signal,by:()=>first,release:()=>{for(const[signal,listener]of listeners)source.
off(signal,listener)}}}function projectCommand(command){const{load,...declaration}=command,names=["config","system",...allInputs(declaration)],run2=async(project,input,terminal)=>await(await load())(
project,input,terminal),onProject2=(project,given,terminal)=>run2(project,taken(given,names),terminal);return{...declaration,inputs:["config","system",...declaration.
inputs],run:run2,onProject:onProject2,invoke:async(given,{effects,run:identity,terminal})=>{const project=await openProject(given.config,effects,identity,given.
system),{endOfRun}=await import("./under-lease-TRUJ2XYO.js");return await endOfRun(project,()=>onProject2(project,given,terminal))}}}function allInputs({inputs:inputs3,
inWorkflow=[],inTerminal:inTerminal2=[]}){return[...inputs3,...inWorkflow,...inTerminal2]}function terminalInputs({inputs:inputs3,inTerminal:inTerminal2=[]}){return[
...inputs3,...inTerminal2]}var adopt=projectCommand({name:"adopt",description:"record a hop that was done by hand",inputs:["hop","reason"],inWorkflow:["environm\
ent"],outputs:[],load:async()=>(await import("./adopt-ZM56WORE.js")).adopt.run}),approve=projectCommand({name:"approve",description:"one approval of the whole p\
ath",only:"workflow",inputs:[],outputs:["count"],load:async()=>(await import("./approve-7OFOIWMP.js")).approvePath}),backup=projectCommand({name:"backup",description:"\
back up production, for the rehearsal or as the restore point",inputs:["hop","purpose"],inWorkflow:["environment","confirm","retry"],outputs:["backup"],load:async()=>(await import("./backup-X4OPJLMT.js")).
backup.run}),check=projectCommand({name:"check",description:"a hop's first step: may it start, or continue, on production?",inputs:["hop"],inWorkflow:["environm\
ent","retry"],outputs:["start"],load:async()=>(await import("./check-357B6F5H.js")).check.run}),climb=projectCommand({name:"climb",description:"climb the whole \
path in this terminal, asking at each gate",only:"terminal",inputs:["target","current","acknowledge","facts","parts","budget","retry","output","yes","until"],outputs:[],
showsSteps:!0,load:async()=>{const{climbPath}=await import("./climb-path-CCIIFHQU.js"),{stageOf}=await import("./stage-of-IZ5NLZEJ.js");return(project,{yes,...input},terminal)=>climbPath(
project,input,stageOf(terminal,project,yes===!0?{kind:"approve-all",how:"--yes"}:{kind:"ask"}))}}),configure=projectCommand({name:"configure",description:"show \
what the next hop requires of your files (Compose file, env file, a chart's values), and write it",only:"terminal",inputs:["hop","target","current","facts","par\
ts","releases"],inTerminal:["prereleases","minimumAge","offline","write"],outputs:[],load:async()=>(await import("./configure-files-2RREJ65C.js")).configureFiles}),
demo={name:"demo",description:"climb the embedded sample from 1.0.2 to its newest release, on real processes in a temporary folder",only:"terminal",inputs:["tar\
get","keep"],outputs:[],showsSteps:!0,invoke:async(given,{effects,run:run2,terminal})=>{if(terminal===void 0)throw new Error("the demo was started without a ter\
minal");const{runDemo}=await import("./demo-FS5ZKMVJ.js");return await runDemo({effects,run:run2,terminal},given)}},deploy=projectCommand({name:"deploy",description:"\
deploy one side of a hop, with its migrations deferred where the product supports it",inputs:["hop","environment","release","acknowledge"],inWorkflow:["confirm",
"retry"],outputs:[],load:async()=>(await import("./deploy-RAARAMCW.js")).deploy.run}),inputs2=["config","target","output"],fleet={name:"fleet",description:"show\
 the state of a fleet and which systems are next",inputs:inputs2,inWorkflow:["operation"],outputs:["systems","more-systems","count","target","complete"],invoke:async(given,{
effects,run:run2})=>{const opened=await openFleet(given.config,effects,run2),{fleet:step,refuseOneSystem}=await import("./fleet-WHIQ4353.js");return opened===void 0?
refuseOneSystem():await step(opened,taken(given,[...inputs2,"operation"]),{effects,run:run2})}},init={name:"init",description:"write the configuration and the w\
orkflows into this repository",only:"terminal",inputs:initInputs,outputs:[],invoke:async(given,{effects,terminal})=>{const{runInit}=await import("./run-init-XDCPJUQX.js"),
{ownRelease}=await import("./own-release-I32JOUBG.js"),{terminalQuestions}=await import("./questions-TALX3BZ3.js"),{shippedProducts}=await import("./registry-FQKLVRMP.js");
return await runInit(taken(given,initInputs),{directory:effects.directory,products:shippedProducts,release:ownRelease(),...terminal?.interactive===!0?{questions:terminalQuestions(
effects.signal)}:{}})}},log=projectCommand({name:"log",description:"print the journal",inputs:[],outputs:[],load:async()=>(await import("./print-journal-OYY6MZ3H.js")).
printJournal}),markDisposable=projectCommand({name:"mark-disposable",description:"mark staging's data as disposable: once, before the first backup",inputs:["dat\
a","confirm"],inWorkflow:["environment"],outputs:[],load:async()=>{const{markStaging}=await import("./mark-disposable-XRZ5VF6W.js");return(project,input,terminal)=>markStaging(
project,input,terminal?.ask)}}),migrate=projectCommand({name:"migrate",description:"start the deferred migrations and watch them to the end: the point of no ret\
urn",inputs:["hop","environment","budget","retry"],inWorkflow:["confirm"],outputs:[],load:async()=>(await import("./migrate-DPT5KORI.js")).migrate.run}),inputs22=[
"target","current","acknowledge","facts","parts","releases","path"],inTerminal=["prereleases","minimumAge","saveReleases","offline","product"],onProject=projectCommand(
{name:"plan",description:"plan the path from what production runs to the target, or check your own path",inputs:inputs22,inWorkflow:["operation","ring"],inTerminal,
outputs:["hops","count","current","target","complete"],load:async()=>{const{planToDo}=await import("./plan-to-do-PYWAZ4CI.js");return async(project,input)=>(await planToDo(
project,input)).result}}),plan={...onProject,invoke:async(given,caller)=>{const input=taken(given,["config","system",...inputs22,...inTerminal]);if(given.product!==
void 0){const{planForProduct}=await import("./plan-to-do-PYWAZ4CI.js");return await planForProduct(given.product,input,caller.effects)}return given.offline!==!0?
await onProject.invoke(given,caller):await onProject.run(await openProject(given.config,caller.effects,caller.run,given.system),input)}},preflight=projectCommand(
{name:"preflight",description:"check the whole path before the first hop, and list everything that is missing",inputs:["target","current","acknowledge","facts",
"parts","releases","environment"],inTerminal:["prereleases","minimumAge"],outputs:["problems"],load:async()=>(await import("./preflight-NJOXH76Z.js")).findProblems}),
rehearse=projectCommand({name:"rehearse",description:"climb the whole path on staging, from one restore; production is only read",inputs:["budget"],inTerminal:[
"target","current","acknowledge","facts","parts"],outputs:["count"],showsSteps:!0,load:async()=>{const{rehearseInJob,rehearsePath}=await import("./rehearse-path-SKTIEEHY.js"),
{stageOf}=await import("./stage-of-IZ5NLZEJ.js");return(project,input,terminal)=>terminal===void 0?rehearseInJob(project,input):rehearsePath(project,input,stageOf(
terminal,project,{kind:"stop"}))}}),report=projectCommand({name:"report",description:"report the state of the path, or of one hop",inputs:["hop","environment","\
output"],inWorkflow:["retry"],outputs:["complete","current","target"],load:async()=>(await import("./report-5O3QNZCS.js")).report}),restore=projectCommand({name:"\
restore",description:"restore the rehearsal backup on staging, prove it, and scrub the copy",inputs:["hop"],inWorkflow:["environment","purpose"],outputs:["backu\
p"],load:async()=>(await import("./restore-TFEC3FQM.js")).restore.run}),rollback=projectCommand({name:"rollback",description:"go back to the previous release in\
 the way that is still possible",inputs:["hop","environment","confirm","reason","accept"],outputs:[],load:async()=>(await import("./rollback-A2HVCDIK.js")).rollback.
run}),smoke=projectCommand({name:"smoke",description:"run the product's and your own tests",inputs:["hop","environment","release"],inWorkflow:["retry"],outputs:[],
load:async()=>(await import("./smoke-FZO7MYRZ.js")).smoke.run}),unlock=projectCommand({name:"unlock",description:"end the lease of a run that is gone, on a mach\
ine that is out of reach",inputs:["reason"],outputs:[],load:async()=>(await import("./unlock-ZKGWPJEM.js")).endLease}),wait=projectCommand({name:"wait",description:"\
wait until the release is serving and its started migrations are complete",inputs:["hop","environment","budget"],inWorkflow:["retry"],outputs:[],load:async()=>(await import("./wait-NGTY7IRD.js")).
wait.run}),allCommands=[init,plan,preflight,configure,approve,check,backup,restore,deploy,wait,smoke,migrate,rollback,report,fleet,rehearse,climb,adopt,unlock,log,
markDisposable,demo],workflowCommands=allCommands.filter(({only})=>only!=="terminal"),terminalCommands=allCommands.filter(({only})=>only!=="workflow");function commandNamed(name,commands=allCommands){
const command=commands.find(each=>each.name===name);if(command!==void 0)return command;const names=commands.map(each=>each.name),like=nearest(name,names);throw new UserError(
{happened:`The command "${name}" does not exist.`,means:"Nothing was done.",next:`${like===void 0?"":`Did you mean "${like}"? `}The commands are: ${names.join("\
, ")}.`})}async function invokeInWorkflow(name,given,caller){return await commandNamed(name,workflowCommands).invoke(given,caller)}var defaultApi="https://api.g\
ithub.com";function githubTime(ask,clock,environment){const api=originOf(environment.GITHUB_API_URL||defaultApi);let newest;return{fetch:async(input,init2)=>{const asked2=clock.
now(),response=await ask(input,init2),from=originOf(response.url||(input instanceof Request?input.url:String(input)));return api!==void 0&&from===api&&(newest=readingOf(
response.headers,asked2,clock.now())??newest),response},reading:()=>newest}}function readingOf(headers,asked2,answered){const served=Date.parse(headers.get("dat\
e")??"");if(!(Number.isNaN(served)||headers.has("age")))return{served:new Date(served),asked:asked2,answered}}function originOf(address2){return URL.canParse(address2)?
new URL(address2).origin:void 0}var prefix=8,slots=1<<20;function formIndex(){const bySlot=new Map,taken2=new Uint8Array(slots);return{add:form=>{if(form.length<
prefix)throw new Error(`a form of ${form.length} characters is too short to be searched for`);const folded=lower(form),slot=slotAt(folded,0),forms=bySlot.get(slot)??
[];forms.includes(folded)||(bySlot.set(slot,[...forms,folded].toSorted((one,other)=>other.length-one.length)),taken2[slot]=1)},find:text2=>{const folded=lower(text2),
spans=[];let open2;for(let at3=0;at3+prefix<=folded.length;at3++){const slot=slotAt(folded,at3);if(taken2[slot]===0)continue;const found=bySlot.get(slot)?.find(
form=>folded.startsWith(form,at3));if(found===void 0)continue;const end=at3+found.length;open2!==void 0&&at3<open2.end?open2.end=Math.max(open2.end,end):(open2=
{start:at3,end},spans.push(open2))}return spans}}}function slotAt(text2,at3){let hash=0;for(let place=at3;place<at3+prefix;place++)hash=Math.imul(hash,31)+text2.
charCodeAt(place)|0;return(hash^hash>>>12)&slots-1}function lower(text2){const folded=text2.toLowerCase();return folded.length===text2.length?folded:text2.replace(
/[A-Z]+/g,letters=>letters.toLowerCase())}var longestConnection=4096,longestKey=40,opening=/(?:password|passwd|pwd|passphrase|secret|token|credentials?|authorization|key|pin)$/i,
placing=/(?:host|hostname|server|endpoint|port|database|dbname|engine|user|username|login|email|name|id|identifier|region|zone|type|driver|url|uri)$/i,setting=/^(?:true|false|yes|no|on|off|none|null|default)?$/i;
function passwordsOf(value){const found=[...passwordOfAddress(value),...passwordOfOracle(value),...passwordsOfConnection(value),...passwordsOfJson(value),...passwordsOfLines(
value)];return[...new Set(found)]}function partsOf(value){return[...queryValuesOf(value),...tokensOfWebAddress(value),...tokenOfHeader(value),...textsOfJson(value)]}
function loginsIn(value){const logins=loginsOfAddress(value);return logins.length===0?[`x-access-token:${value.trim()}`]:logins.map(({username,password})=>`${decoded(
username)}:${decoded(password)}`)}function passwordOfAddress(value){return loginsOfAddress(value).flatMap(({password})=>[password,decoded(password)])}var oracleLogin=/^(?<driver>jdbc:oracle:[a-z0-9]+:)?[^\s/:@]+\/(?:"(?<quoted>[^"]+)"|(?<plain>[^\s/@"]+))@(?<place>\S+)$/i,
oraclePlace=/^(?:(?:tcps?:)?\/\/|\(|[\w.-]+:\d{1,5}(?:[/:]|$)|[\w.-]+\/\w)/i;function passwordOfOracle(value){if(value.length>longestConnection)return[];const{driver,
quoted:quoted2,plain,place=""}=oracleLogin.exec(value.trim())?.groups??{},password=quoted2??plain;return password===void 0||driver===void 0&&!oraclePlace.test(place)?
[]:[password]}var writtenLogin=/^(?:[a-z][a-z0-9+.-]*:)+\/\/(?<username>[^:@/?#\s]*):(?<password>\S+)@/i;function loginsOfAddress(value){const read=addressIn(value);
if(read!==void 0&&read.password!=="")return[read];if(value.length>longestConnection||read!==void 0&&read.host!=="")return[];const{username="",password}=writtenLogin.
exec(value.trim())?.groups??{};if(password===void 0)return[];const beforeHosts=/^[^/?#]*(?=@)/.exec(password)?.[0];return[password,beforeHosts].flatMap(each=>each?
[{username,password:each}]:[])}function passwordsOfConnection(value){return value.length>longestConnection?[]:[...value.matchAll(/[ \t]*=[ \t]*/g)].flatMap(({index,
0:equals})=>{const key=/[a-z0-9_.-][a-z0-9_. -]*$/i.exec(value.slice(Math.max(0,index-longestKey),index))?.[0]??"";return opening.test(key)?valuesAt(value.slice(
index+equals.length)).filter(text2=>!setting.test(text2)):[]})}function valuesAt(text2){const quoted2=/^(?:'(?<single>(?:\\.|''|[^'\\])*)'|"(?<double>(?:\\.|""|[^"\\])*)"|\{(?<braced>(?:\}\}|[^}])*)\})/.
exec(text2),{single,double,braced}=quoted2?.groups??{},written=single??double??braced;return written!==void 0?[written,written.replaceAll("''","'").replaceAll('\
""','"'),written.replace(/\\(.)/g,"$1")]:[/^[^;\r\n]*/,/^[^\s;]*/,/^[^\s;,]*/,/^[^\s;&]*/].flatMap(end=>{const found=end.exec(text2)?.[0].trim()??"";return[found,
decoded(found),found.replace(/\\(.)/g,"$1")]})}function queryValuesOf(value){return[...addressIn(value)?.searchParams.values()??[]].filter(text2=>text2.length>longestWordInside)}
function tokensOfWebAddress(value){const address2=addressIn(value);if(address2===void 0||!/^https?:$/.test(address2.protocol))return[];const inPath=address2.pathname.
split("/").filter(text2=>text2.length>longestWordInside&&/\d/.test(text2));return[...address2.password===""?[address2.username]:[],...inPath].flatMap(text2=>[text2,
decoded(text2)])}function tokenOfHeader(value){const token=/^(?:bearer|basic|token)[ \t]+(?<token>\S+)$/i.exec(value.trim())?.groups?.token;return token===void 0?
[]:[token]}var maxLogins=50,lineShapes=[/^[ \t-]*(?<quote>["']?)(?<key>[\w.-]+)\k<quote>[ \t]*:[ \t]+(?<text>\S.*)$/,/^(?:.*[ \t])?(?<key>password)[ \t]+(?<text>\S+)/,
/^(?:(?:\\.|[^:\\])*:)(?:\d+|\*):(?:(?:\\.|[^:\\])+:){2}(?<text>.+)$/];function passwordsOfLines(value){return value.split(/\r?\n/).filter(line=>line.length<=longestConnection).
flatMap(line=>lineShapes.flatMap(shape=>{const{key="password",text:text2=""}=shape.exec(line.trimEnd())?.groups??{};return text2===""||key==="key"||setting.test(
text2)||!opening.test(key.replace(/-data$/,""))?[]:[text2,/^(?<quote>["'])(?<inner>.*)\k<quote>$/.exec(text2)?.groups?.inner??"",text2.replace(/\\(.)/g,"$1")]})).
filter(text2=>text2!=="").slice(0,maxLogins)}var longestWordInside=15;function textsOfJson(value){return leavesOf(value).filter(({key,text:text2})=>text2.length>
longestWordInside||!placing.test(key)).flatMap(({text:text2})=>[text2,...text2.split(/\r?\n/).filter(line=>line.length>longestWordInside)])}function passwordsOfJson(value){
return leavesOf(value).flatMap(({key,text:text2})=>[...opening.test(key)&&!setting.test(text2)?[text2]:[],...passwordOfAddress(text2),...passwordsOfConnection(text2)])}
function leavesOf(value){if(!/^[{[]/.test(value))return[];try{return leavesBelow(JSON.parse(value),"")}catch{return[]}}function leavesBelow(value,key){return typeof value==
"string"||typeof value=="number"?[{key,text:String(value)}]:typeof value!="object"||value===null?[]:Object.entries(value).flatMap(([name,part])=>leavesBelow(part,
Array.isArray(value)?key:name))}function addressIn(value){return URL.canParse(value)?new URL(value):void 0}function decoded(text2){try{return decodeURIComponent(
text2)}catch{return text2}}var shortestMasked=4,shortestStrong=8,longestWord=15,longestNumber=11,longestNested=1024,maxDerivedLines=50,settings=/^(true|false|yes|no|on|off|none|null|auto|default|always|never|enabled|disabled|inherit)$/i,
word2=/^([a-z]+|[A-Z][a-z]*|[A-Z]+)([-_. ][a-z]+)*$/;function strengthOf(value){const text2=value.trim();if(text2.length<shortestMasked||settings.test(text2))return"\
open";const isWord=text2.length<=longestWord&&word2.test(text2),isNumber=text2.length<=longestNumber&&/^[\d.]+$/.test(text2);return text2.length<shortestStrong||
isWord||isNumber?"weak":"strong"}function weakestOf(value){const strengths=[value,...passwordsOf(value.trim())].map(strengthOf);return strengths.find(each=>each===
"open")??strengths.find(each=>each==="weak")??"strong"}function formsOf(value){const anywhere=new Set,words=new Set,forRunner=new Set,texts=textsIn2(value);for(const{
text:text2,isPart,isLine}of texts){const strength=strengthOf(text2);if(strength==="open")continue;if(isPart&&strength==="weak"){isLine&&texts.length<=maxDerivedLines&&
words.add(text2);continue}const derived2=isLine&&texts.length>maxDerivedLines?[text2]:[...derivedFrom(text2),...rareFormsOf(text2)];for(const form of derived2)strength===
"strong"||form.length>text2.length+3?anywhere.add(form):words.add(form),form.includes("\0")||forRunner.add(form);if(!(strength==="weak"||isLine&&texts.length>maxDerivedLines)){
for(const form of text2.length>longestNested?[]:derivedFrom(text2).flatMap(derivedFrom))anywhere.add(form);for(const form of[text2.toUpperCase(),text2.toLowerCase(),
...wrapped(text2)])forRunner.add(form)}}for(const login of loginsIn(value))for(const form of base64Of(Buffer.from(login)))anywhere.add(form),forRunner.add(form);
const masked=form=>form.length>=shortestMasked;return{anywhere:[...anywhere].filter(form=>form.length>=shortestStrong),words:[...words].filter(masked),forRunner:[
...forRunner].filter(masked)}}function textsIn2(value){const whole=value.trim(),lines=whole.split(/\r?\n/).map(line=>line.trim()),texts=[{text:whole,isPart:!1,isLine:!1},
...passwordsOf(whole).map(text2=>({text:text2,isPart:!1,isLine:!1})),...partsOf(whole).map(text2=>({text:text2,isPart:!0,isLine:!1})),...lines.length===1?[]:lines.
map(text2=>({text:text2,isPart:!0,isLine:!0}))];return[...new Map(texts.reverse().map(each=>[each.text,each])).values()]}function derivedFrom(text2){const whole=text2.
toWellFormed(),json2=JSON.stringify(whole).slice(1,-1),component=encodeURIComponent(whole);return[...new Set([text2,json2,json2.replaceAll("/","\\/"),json2.replace(
/[^\0-\x7f]/g,unicodeEscape),json2.replace(/[&<>]/g,unicodeEscape),component,component.replace(/[!'()*]/g,percentEscape),new URLSearchParams({"":whole}).toString().
slice(1),encodeURI(whole),asPassword(whole),html(whole,"&quot;","&#39;"),html(whole,"&#34;","&#x27;"),html(whole,'"',"'"),html(whole,"&quot;","&apos;"),whole.replaceAll(
"'","'\\''"),whole.replaceAll("'","''"),whole.replace(/["$`\\]/g,"\\$&"),whole.replace(/[^\w@%+=:,./-]/g,"\\$&"),whole.replaceAll("|","\\|"),whole.replace(/[!-/:-@[-`{-~]/g,
"\\$&"),Buffer.from(whole).toString("hex"),...base64Of(Buffer.from(whole))])]}function rareFormsOf(text2){const inPrintable=kept=>Array.from(Buffer.from(text2.toWellFormed()),
byte=>{const character=String.fromCharCode(byte);return kept.test(character)?character:`=${byte.toString(16).padStart(2,"0")}`}).join("");return[...base64Of(Buffer.
from(text2,"utf16le")),text2.split("").join("\0"),inPrintable(/[ -<>-~]/),inPrintable(/[A-Za-z0-9!*+/ -]/).replaceAll(" ","_")]}function unicodeEscape(unit){return`\
\\u${unit.charCodeAt(0).toString(16).padStart(4,"0")}`}function percentEscape(character){return`%${character.charCodeAt(0).toString(16)}`}function asPassword(text2){
const address2=new URL("https://host/");return address2.password=text2,address2.password}function html(text2,double,single){return text2.replaceAll("&","&amp;").
replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',double).replaceAll("'",single)}function base64Of(bytes){const inside=[0,1,2].map(before=>Buffer.concat(
[Buffer.alloc(before),bytes]).toString("base64").slice(Math.ceil(before*8/6),Math.floor((before+bytes.length)*8/6)));return[bytes.toString("base64"),...inside].
filter(form=>form.length>=shortestStrong).flatMap(form=>[form,form.replaceAll("+","-").replaceAll("/","_")])}function wrapped(text2){return[text2,`${text2}
`].flatMap(each=>{const encoded=Buffer.from(each).toString("base64");return[64,76].flatMap(width=>encoded.length<=width?[]:chunks(encoded,width))})}function chunks(text2,width){
const count=Math.ceil(text2.length/width);return Array.from({length:count},(_6,index)=>text2.slice(index*width,(index+1)*width)).filter(line=>line.length>longestWord)}
var mask="***";function masks(addRunnerMask){const sentToRunner=new Set,known=new Set,words=new Set,anywhere=formIndex();return{add:value=>{const strength=weakestOf(
value);if(known.has(value))return strength;known.add(value);const forms=formsOf(value);for(const form of forms.anywhere)anywhere.add(form);for(const form of forms.
words)words.add(form);for(const form of forms.forRunner)sentToRunner.has(form)||(sentToRunner.add(form),addRunnerMask(form));return strength},redactStrong:text2=>withoutSpans(
text2,joined(strongSpans(anywhere,text2))),redact:text2=>{const spans=[...strongSpans(anywhere,text2),...[...words].flatMap(word22=>wordSpans(word22,text2))];return withoutSpans(
text2,joined(spans))}}}function strongSpans(index,text2){const spans=index.find(text2),breaks=lineBreaks.filter(each=>text2.search(each)!==-1);return[...spans,...breaks.
flatMap(each=>{const squeezed=without(each,text2);return index.find(squeezed.text).map(({start,end})=>({start:squeezed.placeOf(start),end:squeezed.placeOf(end-1)+
1}))})]}var lineBreaks=[/(?:\r\n|[\r\n]|\\[rn])+[ \t]*/g,/=\r?\n/g];function without(breaks,text2){const starts=[],places=[],parts=[];let length=0,last=0;const keep=(start,end)=>{
start!==end&&(starts.push(length),places.push(start),parts.push(text2.slice(start,end)),length+=end-start)};for(const{index,0:found}of text2.matchAll(breaks))keep(
last,index),last=index+found.length;return keep(last,text2.length),{text:parts.join(""),placeOf:at3=>{let low=0,high=starts.length-1;for(;low<high;){const middle=low+
high+1>>1;(starts[middle]??0)<=at3?low=middle:high=middle-1}return(places[low]??0)+at3-(starts[low]??0)}}}var wordCharacter=/[\p{L}\p{N}_-]/u;function wordSpans(word22,text2){
const spans=[],isOpen=(inside,outside)=>wordCharacter.test(inside)&&wordCharacter.test(outside);for(let at3=text2.indexOf(word22);at3!==-1;at3=text2.indexOf(word22,
at3+1)){const end=at3+word22.length;isOpen(word22.charAt(0),text2.charAt(at3-1))||isOpen(word22.charAt(word22.length-1),text2.charAt(end))||spans.push({start:at3,
end})}return spans}function joined(spans){const all=[];for(const span of spans.toSorted((one,other)=>one.start-other.start)){const last=all.at(-1);last!==void 0&&
span.start<last.end?all[all.length-1]={start:last.start,end:Math.max(last.end,span.end)}:all.push(span)}return all}function withoutSpans(text2,spans){if(spans.length===
0)return text2;let from=0;return spans.map(({start,end})=>{const before=text2.slice(from,start);return from=end,before+mask}).join("")+text2.slice(from)}var said={
weak:"is short or an ordinary word, so it is masked only as a whole word (GitHub masks it inside other words too)",open:"is so short or so common that it is not\
 masked"};function maskingVariables(secrets,log2){const warned=new Set;return(value,name)=>{const strength=secrets.add(value),hasPassword=passwordsOf(value.trim()).
length>0;strength==="strong"||warned.has(name)||!(hasPassword||namesSecret(name))||(warned.add(name),log2.warn(`The ${hasPassword?"password in the ":""}value of\
 ${name} ${said[strength]}. Replace it with a long random one.`))}}var reportDefectsAt="https://github.com/staged-upgrade/staged-upgrade/issues";async function endingOf(work,stop){
try{const result=await work();return{kind:"result",result,exitCode:exitCodes[result.outcome]}}catch(error){return endingOfError(error,stop.by())}}function endingOfError(error,stoppedBy){
const signal=stoppedBy??(error instanceof LeftQuestion?"SIGINT":void 0);if(signal!==void 0)return{kind:"stopped",error,exitCode:stoppedExitCodes[signal],message:stoppedMessage(
error,signal)};if(error instanceof UserError)return{kind:"user-error",error,message:error.detail,exitCode:exitCodeOf.userError};if(error instanceof SystemFailure)
return{kind:"system-failure",error,message:error.detail,exitCode:exitCodes.failed};const{message,stack}=error instanceof Error?error:{message:String(error),stack:void 0};
return{kind:"defect",error,exitCode:exitCodeOf.defect,...stack===void 0?{}:{stack},message:{happened:`Staged Upgrade has a defect: ${message}`,means:"This is no\
t your mistake. What the step was doing may be half done; the journal has what was started.",next:`Please report it at ${reportDefectsAt} with the lines of the \
log above. Running the step again is safe: it looks first.`}}}var opening2="\uFDD0",closing="\uFDD1",marks=/[\ufdd0\ufdd1]/g,marked=/\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/;
function asItIs(text2){return`${opening2}${text2.replace(marks,"")}${closing}`}function writtenDraft(draft,shown2,own2){return draft.split(marked).map((part,index)=>index%
2===1?shown2(part):own2(part)).join("")}var colours=new RegExp([String.raw`(?:\u001b\[|\u009b)[\d;:]*[mK]`,String.raw`\u001b\([AB0]`,String.raw`(?:\u001b\]|\u009d)8;[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`].
join("|"),"g");function withoutColours(text2){return text2.replace(colours,"")}var unseen=/(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufdd0-\ufdef]/gu,short={
"\r":"\\r","\b":"\\b","\f":"\\f","\v":"\\v"};function visible(text2){return text2.replace(unseen,character=>short[character]??`\\u{${(character.codePointAt(0)??
0).toString(16)}}`)}function escapeMarkdown(text2){return asItIs(text2)}function markdownLink(text2,url2){return`[${text2}](${url2.replace(/[\s()<>[\]\\`|"']/g,
character=>`%${hex(character)}`)})`}function hex(character){return(character.codePointAt(0)??0).toString(16).toUpperCase().padStart(2,"0")}function writtenMarkdown(draft,plain){
return writtenDraft(draft,text2=>shownAsItIs(plain(text2)),visible)}function shownAsItIs(text2){return text2.replace(/\s+/g," ").split(address).map((part,index)=>index%
2===1?`<${part}>`:escaped(part)).join("")}var address=/(https?:\/\/[\w.~:/?#@!$&'()+,;=%-]*[_~#][\w.~:/?#@!$&'()+,;=%-]*[\w/])/;function escaped(text2){return text2.
replace(/[\\`*_{}[\]<>|~#]/g,character=>`\\${character}`).replace(/@(?=\w)/g,"@\u200B")}function writtenHtml(draft,plain){return writtenDraft(draft,text2=>escaped2(
plain(text2)),visible)}function escaped2(text2){return text2.replace(/[&<>"']/g,character=>`&#${character.charCodeAt(0)};`)}function penWith(masks2){const text2=raw=>visible(
masks2.redact(withoutColours(raw))),value=raw=>/\s/.test(raw)?text2(raw):visible(masks2.redactStrong(raw));return{text:text2,value,workflow:raw=>inert(text2(raw)),
markdown:draft=>masks2.redactStrong(writtenMarkdown(draft,text2)),html:draft=>masks2.redactStrong(writtenHtml(draft,text2)),json:(whole,indent)=>JSON.stringify(
mapTexts(whole,value),void 0,indent)}}function inert(text2){return text2.replaceAll(/^([^\S\n]*)::/gm,"$1: :").replaceAll("##[","## [")}function mapTexts(value,replace){
return typeof value=="string"?replace(value):Array.isArray(value)?value.map(each=>mapTexts(each,replace)):typeof value!="object"||value===null?value:Object.fromEntries(
Object.entries(value).map(([key,each])=>[key,mapTexts(each,replace)]))}function pathText(path){return path.reduce((text2,part)=>{if(typeof part=="number")return`${text2}\
[${part}]`;const key=/^[\w-]+$/.test(part)?part:JSON.stringify(part);return text2===""?key:`${text2}.${key}`},"")}var ConfigurationError=class extends UserError{file;mistakes;constructor(file,mistakes){
const one=mistakes.length===1,ordered=[...mistakes].sort((a3,b4)=>a3.line-b4.line||a3.column-b4.column);super({happened:`${file} has ${one?"a mistake":`${mistakes.
length} mistakes`}.

${ordered.map(mistake=>rendered(file,mistake)).join(`

`)}
`,means:"Nothing was done.",next:`Correct ${one?"it":"them"}, then run the command again.`}),this.file=file,this.mistakes=ordered}};function rendered(file,mistake){
const where=pathText(mistake.path);return[`${file}:${mistake.line}:${mistake.column}${where===""?"":`: ${where}`}`,mistake.problem,...mistake.accepted?[`Accepte\
d: ${mistake.accepted}`]:[],`Fix: ${mistake.fix}`].join(`
  `)}function typedHop(text2){if(!isHopId(text2))throw notAnId(text2);return text2}function notAnId(text2){const shown2=JSON.stringify(text2.length>60?`${text2.
slice(0,60)}\u2026`:text2);return new UserError({happened:`${shown2} is not the id of a hop.`,means:"A hop is named by its two versions, joined by two hyphens. \
Nothing was done.",next:'Write, for example, 1.0.2--1.1.4. "staged-upgrade plan" lists the ids, and so does the log.'})}const{spawn}=process.getBuiltinModule("n\
ode:child_process"),{Socket}=process.getBuiltinModule("node:net"),{fileURLToPath}=process.getBuiltinModule("node:url");function answeringProgram(file,limits){let running,
turn=Promise.resolve();const close=()=>{running?.end(),running=void 0},askNow=async(question,signal)=>{signal.throwIfAborted(),running??=converse(file,limits.bytes);
const{promise,resolve:resolve2,reject}=Promise.withResolvers(),timer=setTimeout(()=>resolve2({kind:"too-long"}),limits.milliseconds),stop=()=>reject(signal.reason);
signal.addEventListener("abort",stop,{once:!0}),running.ask(question,resolve2);try{const answered=await promise;return answered.kind!=="answer"&&close(),answered}catch(error){
throw close(),error}finally{clearTimeout(timer),signal.removeEventListener("abort",stop)}};return{ask:(question,signal)=>{const asked2=turn.then(()=>askNow(question,
signal));return turn=asked2.catch(()=>{}),asked2},close}}function converse(file,maxBytes){const program=spawn(process.execPath,["--no-warnings",fileURLToPath(file)],
{env:{},stdio:["pipe","pipe","ignore"],detached:!0});let ended=!1,listener=()=>{},chunks2=[],bytes=0;const onEnd=()=>{ended=!0,listener({kind:"too-much"})};program.
on("error",onEnd),program.on("exit",onEnd),program.stdin.on("error",()=>{}),program.stdout.on("data",chunk=>{if(chunks2.push(chunk),bytes+=chunk.byteLength,bytes>
maxBytes)listener({kind:"too-much"});else if(chunk.includes(`
`)){const text2=Buffer.concat(chunks2).toString("utf8");[chunks2,bytes]=[[],0],listener({kind:"answer",text:text2})}}),program.unref();for(const pipe2 of[program.
stdin,program.stdout])pipe2 instanceof Socket&&pipe2.unref();return{ask:(question,answered)=>{listener=answered,ended?onEnd():program.stdin.write(`${question}
`)},end:()=>program.kill("SIGKILL")}}var usualLimits={milliseconds:3e4,bytes:16*1024*1024};function expressionProgram(limits=usualLimits){return answeringProgram(
new URL("./expression.program.js",import.meta.url),limits)}import{__export}from"./chunk-D6K2TUBN.js";var core_exports2={};__export(core_exports2,{$ZodAny:()=>$ZodAny,
$ZodArray:()=>$ZodArray,$ZodAsyncError:()=>$ZodAsyncError,$ZodBase64:()=>$ZodBase64,$ZodBase64URL:()=>$ZodBase64URL,$ZodBigInt:()=>$ZodBigInt,$ZodBigIntFormat:()=>$ZodBigIntFormat,
$ZodBoolean:()=>$ZodBoolean,$ZodCIDRv4:()=>$ZodCIDRv4,$ZodCIDRv6:()=>$ZodCIDRv6,$ZodCUID:()=>$ZodCUID,$ZodCUID2:()=>$ZodCUID2,$ZodCatch:()=>$ZodCatch,$ZodCheck:()=>$ZodCheck,
$ZodCheckBigIntFormat:()=>$ZodCheckBigIntFormat,$ZodCheckEndsWith:()=>$ZodCheckEndsWith,$ZodCheckGreaterThan:()=>$ZodCheckGreaterThan,$ZodCheckIncludes:()=>$ZodCheckIncludes,
$ZodCheckLengthEquals:()=>$ZodCheckLengthEquals,$ZodCheckLessThan:()=>$ZodCheckLessThan,$ZodCheckLowerCase:()=>$ZodCheckLowerCase,$ZodCheckMaxLength:()=>$ZodCheckMaxLength,
$ZodCheckMaxSize:()=>$ZodCheckMaxSize,$ZodCheckMimeType:()=>$ZodCheckMimeType,$ZodCheckMinLength:()=>$ZodCheckMinLength,$ZodCheckMinSize:()=>$ZodCheckMinSize,$ZodCheckMultipleOf:()=>$ZodCheckMultipleOf,
$ZodCheckNumberFormat:()=>$ZodCheckNumberFormat,$ZodCheckOverwrite:()=>$ZodCheckOverwrite,$ZodCheckProperties:()=>$ZodCheckProperties,$ZodCheckProperty:()=>$ZodCheckProperty,
$ZodCheckRegex:()=>$ZodCheckRegex,$ZodCheckSizeEquals:()=>$ZodCheckSizeEquals,$ZodCheckStartsWith:()=>$ZodCheckStartsWith,$ZodCheckStringFormat:()=>$ZodCheckStringFormat,
$ZodCheckUpperCase:()=>$ZodCheckUpperCase,$ZodCodec:()=>$ZodCodec,$ZodCreditCard:()=>$ZodCreditCard,$ZodCustom:()=>$ZodCustom,$ZodCustomStringFormat:()=>$ZodCustomStringFormat,
$ZodCyclicError:()=>$ZodCyclicError,$ZodDate:()=>$ZodDate,$ZodDefault:()=>$ZodDefault,$ZodDiscriminatedUnion:()=>$ZodDiscriminatedUnion,$ZodE164:()=>$ZodE164,$ZodEmail:()=>$ZodEmail,
$ZodEmoji:()=>$ZodEmoji,$ZodEncodeError:()=>$ZodEncodeError,$ZodEnum:()=>$ZodEnum,$ZodError:()=>$ZodError,$ZodExactOptional:()=>$ZodExactOptional,$ZodFile:()=>$ZodFile,
$ZodFunction:()=>$ZodFunction,$ZodGUID:()=>$ZodGUID,$ZodIBAN:()=>$ZodIBAN,$ZodIPv4:()=>$ZodIPv4,$ZodIPv6:()=>$ZodIPv6,$ZodISODate:()=>$ZodISODate,$ZodISODateTime:()=>$ZodISODateTime,
$ZodISODuration:()=>$ZodISODuration,$ZodISOTime:()=>$ZodISOTime,$ZodIntersection:()=>$ZodIntersection,$ZodJWT:()=>$ZodJWT,$ZodKSUID:()=>$ZodKSUID,$ZodLazy:()=>$ZodLazy,
$ZodLiteral:()=>$ZodLiteral,$ZodMAC:()=>$ZodMAC,$ZodMap:()=>$ZodMap,$ZodNaN:()=>$ZodNaN,$ZodNanoID:()=>$ZodNanoID,$ZodNever:()=>$ZodNever,$ZodNonOptional:()=>$ZodNonOptional,
$ZodNull:()=>$ZodNull,$ZodNullable:()=>$ZodNullable,$ZodNumber:()=>$ZodNumber,$ZodNumberFormat:()=>$ZodNumberFormat,$ZodObject:()=>$ZodObject,$ZodObjectJIT:()=>$ZodObjectJIT,
$ZodOptional:()=>$ZodOptional,$ZodPipe:()=>$ZodPipe,$ZodPrefault:()=>$ZodPrefault,$ZodPreprocess:()=>$ZodPreprocess,$ZodPromise:()=>$ZodPromise,$ZodReadonly:()=>$ZodReadonly,
$ZodRealError:()=>$ZodRealError,$ZodRecord:()=>$ZodRecord,$ZodRegistry:()=>$ZodRegistry,$ZodSet:()=>$ZodSet,$ZodString:()=>$ZodString,$ZodStringFormat:()=>$ZodStringFormat,
$ZodSuccess:()=>$ZodSuccess,$ZodSymbol:()=>$ZodSymbol,$ZodTemplateLiteral:()=>$ZodTemplateLiteral,$ZodTransform:()=>$ZodTransform,$ZodTuple:()=>$ZodTuple,$ZodType:()=>$ZodType,
$ZodULID:()=>$ZodULID,$ZodURL:()=>$ZodURL,$ZodUUID:()=>$ZodUUID,$ZodUndefined:()=>$ZodUndefined,$ZodUnion:()=>$ZodUnion,$ZodUnknown:()=>$ZodUnknown,$ZodVoid:()=>$ZodVoid,
$ZodXID:()=>$ZodXID,$ZodXor:()=>$ZodXor,$brand:()=>$brand,$constructor:()=>$constructor,$input:()=>$input,$output:()=>$output,Doc:()=>Doc,INVALID:()=>INVALID,JSONSchema:()=>json_schema_exports,
JSONSchemaGenerator:()=>JSONSchemaGenerator,NEVER:()=>NEVER,TimePrecision:()=>TimePrecision,URL_BAD_FORMAT:()=>URL_BAD_FORMAT,URL_UNPARSEABLE:()=>URL_UNPARSEABLE,
ZodCompileAsyncError:()=>ZodCompileAsyncError,ZodCompileUnsupportedError:()=>ZodCompileUnsupportedError,_any:()=>_any,_array:()=>_array,_base64:()=>_base64,_base64url:()=>_base64url,
_bigint:()=>_bigint,_boolean:()=>_boolean,_catch:()=>_catch,_check:()=>_check,_cidrv4:()=>_cidrv4,_cidrv6:()=>_cidrv6,_coercedBigint:()=>_coercedBigint,_coercedBoolean:()=>_coercedBoolean,
_coercedDate:()=>_coercedDate,_coercedNumber:()=>_coercedNumber,_coercedString:()=>_coercedString,_creditCard:()=>_creditCard,_cuid:()=>_cuid,_cuid2:()=>_cuid2,
_custom:()=>_custom,_date:()=>_date,_decode:()=>_decode,_decodeAsync:()=>_decodeAsync,_default:()=>_default,_discriminatedUnion:()=>_discriminatedUnion,_e164:()=>_e164,
_email:()=>_email,_emoji:()=>_emoji,_encode:()=>_encode,_encodeAsync:()=>_encodeAsync,_endsWith:()=>_endsWith,_enum:()=>_enum,_file:()=>_file,_float32:()=>_float32,
_float64:()=>_float64,_gt:()=>_gt,_gte:()=>_gte,_guid:()=>_guid,_iban:()=>_iban,_includes:()=>_includes,_int:()=>_int,_int32:()=>_int32,_int64:()=>_int64,_intersection:()=>_intersection,
_ipv4:()=>_ipv4,_ipv6:()=>_ipv6,_isoDate:()=>_isoDate,_isoDateTime:()=>_isoDateTime,_isoDuration:()=>_isoDuration,_isoTime:()=>_isoTime,_jwt:()=>_jwt,_ksuid:()=>_ksuid,
_lazy:()=>_lazy,_length:()=>_length,_literal:()=>_literal,_lowercase:()=>_lowercase,_lt:()=>_lt,_lte:()=>_lte,_mac:()=>_mac,_map:()=>_map,_max:()=>_lte,_maxLength:()=>_maxLength,
_maxSize:()=>_maxSize,_mime:()=>_mime,_min:()=>_gte,_minLength:()=>_minLength,_minSize:()=>_minSize,_multipleOf:()=>_multipleOf,_nan:()=>_nan,_nanoid:()=>_nanoid,
_nativeEnum:()=>_nativeEnum,_negative:()=>_negative,_never:()=>_never,_nonnegative:()=>_nonnegative,_nonoptional:()=>_nonoptional,_nonpositive:()=>_nonpositive,
_normalize:()=>_normalize,_null:()=>_null,_nullable:()=>_nullable,_number:()=>_number,_optional:()=>_optional,_overwrite:()=>_overwrite,_parse:()=>_parse,_parseAsync:()=>_parseAsync,
_pipe:()=>_pipe,_positive:()=>_positive,_promise:()=>_promise,_properties:()=>_properties,_property:()=>_property,_readonly:()=>_readonly,_record:()=>_record,_refine:()=>_refine,
_regex:()=>_regex,_safeDecode:()=>_safeDecode,_safeDecodeAsync:()=>_safeDecodeAsync,_safeEncode:()=>_safeEncode,_safeEncodeAsync:()=>_safeEncodeAsync,_safeParse:()=>_safeParse,
_safeParseAsync:()=>_safeParseAsync,_set:()=>_set,_size:()=>_size,_slugify:()=>_slugify,_startsWith:()=>_startsWith,_string:()=>_string,_stringFormat:()=>_stringFormat,
_stringbool:()=>_stringbool,_success:()=>_success,_superRefine:()=>_superRefine,_symbol:()=>_symbol,_templateLiteral:()=>_templateLiteral,_toLowerCase:()=>_toLowerCase,
_toUpperCase:()=>_toUpperCase,_transform:()=>_transform,_trim:()=>_trim,_tuple:()=>_tuple,_uint32:()=>_uint32,_uint64:()=>_uint64,_ulid:()=>_ulid,_undefined:()=>_undefined,
_union:()=>_union,_unknown:()=>_unknown,_uppercase:()=>_uppercase,_url:()=>_url,_uuid:()=>_uuid,_uuidv4:()=>_uuidv4,_uuidv6:()=>_uuidv6,_uuidv7:()=>_uuidv7,_void:()=>_void,
_xid:()=>_xid,_xor:()=>_xor,base64Charset:()=>base64Charset,base64urlCharset:()=>base64urlCharset,canParseURL:()=>canParseURL,clone:()=>clone,compile:()=>compile,
compileFn:()=>compileFn,config:()=>config,createStandardJSONSchemaMethod:()=>createStandardJSONSchemaMethod,createToJSONSchemaMethod:()=>createToJSONSchemaMethod,
decode:()=>decode,decodeAsync:()=>decodeAsync,describe:()=>describe,encode:()=>encode,encodeAsync:()=>encodeAsync,extractDefs:()=>extractDefs,finalize:()=>finalize,
flattenError:()=>flattenError,formatError:()=>formatError,getDiscriminatedOption:()=>getDiscriminatedOption,globalConfig:()=>globalConfig,globalRegistry:()=>globalRegistry,
handleUnrepresentable:()=>handleUnrepresentable,initializeContext:()=>initializeContext,isBackEdge:()=>isBackEdge,isRecursiveSchema:()=>isRecursiveSchema,isValidBase64:()=>isValidBase64,
isValidBase64URL:()=>isValidBase64URL,isValidCIDRv6:()=>isValidCIDRv6,isValidCreditCard:()=>isValidCreditCard,isValidIBAN:()=>isValidIBAN,isValidIPv6:()=>isValidIPv6,
isValidJWT:()=>isValidJWT,locales:()=>locales_exports,memoizer:()=>memoizer,mergeValues:()=>mergeValues,meta:()=>meta,parse:()=>parse,parseAsync:()=>parseAsync,
parseURLObject:()=>parseURLObject,prettifyError:()=>prettifyError,process:()=>processSchema,processSchema:()=>processSchema,regexes:()=>regexes_exports,registry:()=>registry,
safeDecode:()=>safeDecode,safeDecodeAsync:()=>safeDecodeAsync,safeEncode:()=>safeEncode,safeEncodeAsync:()=>safeEncodeAsync,safeParse:()=>safeParse,safeParseAsync:()=>safeParseAsync,
standardProps:()=>standardProps,stripTabAndNewline:()=>stripTabAndNewline,toDotPath:()=>toDotPath,toJSONSchema:()=>toJSONSchema,toZod:()=>toZod,treeifyError:()=>treeifyError,
urlHostnameOk:()=>urlHostnameOk,urlProtocolOk:()=>urlProtocolOk,util:()=>util_exports,validate:()=>validate,validateAsync:()=>validateAsync,validateURL:()=>validateURL,
version:()=>version,withParser:()=>withParser});var util_exports={};__export(util_exports,{BIGINT_FORMAT_RANGES:()=>BIGINT_FORMAT_RANGES,CONSTANT_CATCH:()=>CONSTANT_CATCH,
Class:()=>Class,NUMBER_FORMAT_RANGES:()=>NUMBER_FORMAT_RANGES,aborted:()=>aborted,allowsEval:()=>allowsEval,assert:()=>assert,assertEqual:()=>assertEqual,assertIs:()=>assertIs,
assertNever:()=>assertNever,assertNotEqual:()=>assertNotEqual,assignProp:()=>assignProp,attachSchema:()=>attachSchema,base64ToUint8Array:()=>base64ToUint8Array,
base64urlToUint8Array:()=>base64urlToUint8Array,cached:()=>cached,captureStackTrace:()=>captureStackTrace,cleanEnum:()=>cleanEnum,cleanRegex:()=>cleanRegex,clone:()=>clone,
cloneDef:()=>cloneDef,codePointLength:()=>codePointLength,constantCatch:()=>constantCatch,createTransparentProxy:()=>createTransparentProxy,defineLazy:()=>defineLazy,
defineLazyInternal:()=>defineLazyInternal,derived:()=>derived,esc:()=>esc,escapeRegex:()=>escapeRegex,explicitlyAborted:()=>explicitlyAborted,extend:()=>extend,
finalizeIssue:()=>finalizeIssue,floatSafeRemainder:()=>floatSafeRemainder,getElementAtPath:()=>getElementAtPath,getEnumValues:()=>getEnumValues,getLengthableOrigin:()=>getLengthableOrigin,
getParsedType:()=>getParsedType,getSizableOrigin:()=>getSizableOrigin,hexToUint8Array:()=>hexToUint8Array,hide:()=>hide,installLazyProp:()=>installLazyProp,isObject:()=>isObject,
isPlainObject:()=>isPlainObject,issue:()=>issue,joinValues:()=>joinValues,jsonStringifyReplacer:()=>jsonStringifyReplacer,members:()=>members,merge:()=>merge,mergeDefs:()=>mergeDefs,
normalizeParams:()=>normalizeParams,nullish:()=>nullish,numKeys:()=>numKeys,objectClone:()=>objectClone,omit:()=>omit,optionalKeys:()=>optionalKeys,own:()=>own,
parsedType:()=>parsedType,partial:()=>partial,pick:()=>pick,prefixIssues:()=>prefixIssues,primitiveTypes:()=>primitiveTypes,promiseAllObject:()=>promiseAllObject,
propertyKeyTypes:()=>propertyKeyTypes,randomString:()=>randomString,rawShape:()=>rawShape,required:()=>required,safeExtend:()=>safeExtend,shallowClone:()=>shallowClone,
sizeCaps:()=>sizeCaps,slugify:()=>slugify,stringifyPrimitive:()=>stringifyPrimitive,toZod:()=>toZod,uint8ArrayToBase64:()=>uint8ArrayToBase64,uint8ArrayToBase64url:()=>uint8ArrayToBase64url,
uint8ArrayToHex:()=>uint8ArrayToHex,unwrapMessage:()=>unwrapMessage});function assertEqual(e7){return e7}function assertNotEqual(e7){return e7}function toZod(){
return e7=>e7}function assertIs(e7){}function assertNever(e7){throw new Error("Unexpected value in exhaustive check")}function assert(e7){}function getEnumValues(e7){
const t=Object.values(e7).filter(n3=>typeof n3=="number");return Object.entries(e7).filter(([n3,o2])=>t.indexOf(+n3)===-1).map(([n3,o2])=>o2)}function joinValues(e7,t="\
|"){return e7.map(r2=>stringifyPrimitive(r2)).join(t)}function jsonStringifyReplacer(e7,t){return typeof t=="bigint"?t.toString():t}var _=class{constructor(t){this.
_getter=t,this._value=void 0}get value(){const t=this._getter;return t!==void 0&&(this._value=t(),this._getter=void 0),this._value}};function cached(e7){return new _(
e7)}function nullish(e7){return e7==null}function cleanRegex(e7){const t=e7.startsWith("^")?1:0,r2=e7.endsWith("$")?e7.length-1:e7.length;return e7.slice(t,r2)}
function floatSafeRemainder(e7,t){const r2=e7/t,n3=Math.round(r2),o2=4*Number.EPSILON*Math.max(Math.abs(r2),1);return Math.abs(r2-n3)<o2?0:r2-n3}var g=Symbol("e\
valuating");function defineLazy(e7,t,r2){let n3;Object.defineProperty(e7,t,{get(){if(n3!==g)return n3===void 0&&(n3=g,n3=r2()),n3},set(o2){Object.defineProperty(
e7,t,{value:o2})},configurable:!0})}function objectClone(e7){return Object.create(Object.getPrototypeOf(e7),Object.getOwnPropertyDescriptors(e7))}function assignProp(e7,t,r2){
Object.defineProperty(e7,t,{value:r2,writable:!0,enumerable:!0,configurable:!0})}function rawShape(e7){const t=Object.getOwnPropertyDescriptor(e7,"shape");return t?.
get?t.get.raw:t?.value}function f(e7){return rawShape(e7._zod.def)??e7._zod.def.shape}function b(e7,t,r2){Object.defineProperty(e7,t,{get(){const n3=r2();return assignProp(
this,t,n3),n3},enumerable:!0,configurable:!0})}function y(e7,t,r2){t in e7?assignProp(e7,t,r2):e7[t]=r2}function p(e7,t,r2,n3){const o2=f(t);for(const i of r2){
const u3=Object.getOwnPropertyDescriptor(o2,i);u3.enumerable&&(u3.get?b(e7,i,()=>{const c2=t._zod.def.shape[i];return n3?n3(c2,i):c2}):y(e7,i,n3?n3(u3.value,i):
u3.value))}}function O(e7,t){for(const r2 of Reflect.ownKeys(t)){const n3=Object.getOwnPropertyDescriptor(t,r2);n3.enumerable&&(n3.get?b(e7,r2,()=>t[r2]):y(e7,r2,
n3.value))}}function mergeDefs(...e7){const t={};for(const r2 of e7){const n3=Object.getOwnPropertyDescriptors(r2);Object.assign(t,n3)}return Object.defineProperties(
{},t)}function cloneDef(e7){return mergeDefs(e7._zod.def)}function getElementAtPath(e7,t){return t?t.reduce((r2,n3)=>r2?.[n3],e7):e7}function promiseAllObject(e7){
const t=Object.keys(e7),r2=t.map(n3=>e7[n3]);return Promise.all(r2).then(n3=>{const o2={};for(let i=0;i<t.length;i++)o2[t[i]]=n3[i];return o2})}function randomString(e7=10){
const t="abcdefghijklmnopqrstuvwxyz";let r2="";for(let n3=0;n3<e7;n3++)r2+=t[Math.floor(Math.random()*t.length)];return r2}function esc(e7){return JSON.stringify(
e7)}function slugify(e7){return e7.toLowerCase().trim().replace(/[^\w\s-]/g,"").replace(/[\s_-]+/g,"-").replace(/^-+|-+$/g,"")}var captureStackTrace="captureSta\
ckTrace"in Error?Error.captureStackTrace:(...e7)=>{};function isObject(e7){return typeof e7=="object"&&e7!==null&&!Array.isArray(e7)}var allowsEval=cached(()=>{
if(globalConfig.jitless||typeof navigator<"u"&&navigator?.userAgent?.includes("Cloudflare"))return!1;try{const e7=Function;return new e7(""),!0}catch{return!1}});
function isPlainObject(e7){if(isObject(e7)===!1)return!1;const t=e7.constructor;if(t===void 0||typeof t!="function")return!0;const r2=t.prototype;return!(isObject(
r2)===!1||Object.prototype.hasOwnProperty.call(r2,"isPrototypeOf")===!1)}function shallowClone(e7){return isPlainObject(e7)?{...e7}:Array.isArray(e7)?[...e7]:e7 instanceof
Map?new Map(e7):e7 instanceof Set?new Set(e7):e7}function numKeys(e7){let t=0;for(const r2 in e7)Object.prototype.hasOwnProperty.call(e7,r2)&&t++;return t}var getParsedType=e7=>{
const t=typeof e7;switch(t){case"undefined":return"undefined";case"string":return"string";case"number":return Number.isNaN(e7)?"nan":"number";case"boolean":return"\
boolean";case"function":return"function";case"bigint":return"bigint";case"symbol":return"symbol";case"object":return Array.isArray(e7)?"array":e7===null?"null":
e7.then&&typeof e7.then=="function"&&e7.catch&&typeof e7.catch=="function"?"promise":typeof Map<"u"&&e7 instanceof Map?"map":typeof Set<"u"&&e7 instanceof Set?"\
set":typeof Date<"u"&&e7 instanceof Date?"date":typeof File<"u"&&e7 instanceof File?"file":"object";default:throw new Error(`Unknown data type: ${t}`)}},propertyKeyTypes=new Set(
["string","number","symbol"]),primitiveTypes=new Set(["string","number","bigint","boolean","symbol","undefined"]);function escapeRegex(e7){return e7.replace(/[.*+?^${}()|[\]\\]/g,
"\\$&")}function clone(e7,t,r2){const n3=new e7._zod.constr(t??e7._zod.def);return(!t||r2?.parent)&&(n3._zod.parent=e7),n3}function normalizeParams(e7){const t=e7;
if(!t)return{};if(typeof t=="string")return{error:()=>t};if(t?.message!==void 0){if(t?.error!==void 0)throw new Error("Cannot specify both `message` and `error`\
 params");t.error=t.message}return delete t.message,typeof t.error=="string"?{...t,error:()=>t.error}:t}function createTransparentProxy(e7){let t;return new Proxy(
{},{get(r2,n3,o2){return t??(t=e7()),Reflect.get(t,n3,o2)},set(r2,n3,o2,i){return t??(t=e7()),Reflect.set(t,n3,o2,i)},has(r2,n3){return t??(t=e7()),Reflect.has(
t,n3)},deleteProperty(r2,n3){return t??(t=e7()),Reflect.deleteProperty(t,n3)},ownKeys(r2){return t??(t=e7()),Reflect.ownKeys(t)},getOwnPropertyDescriptor(r2,n3){
return t??(t=e7()),Reflect.getOwnPropertyDescriptor(t,n3)},defineProperty(r2,n3,o2){return t??(t=e7()),Reflect.defineProperty(t,n3,o2)}})}function stringifyPrimitive(e7){
return typeof e7=="bigint"?e7.toString()+"n":typeof e7=="string"?`"${e7}"`:`${e7}`}function optionalKeys(e7){return Object.keys(e7).filter(t=>e7[t]._zod.optin!==
void 0&&e7[t]._zod.optout==="optional")}var NUMBER_FORMAT_RANGES={safeint:[Number.MIN_SAFE_INTEGER,Number.MAX_SAFE_INTEGER],int32:[-2147483648,2147483647],uint32:[
0,4294967295],float32:[-34028234663852886e22,34028234663852886e22],float64:[-Number.MAX_VALUE,Number.MAX_VALUE]},BIGINT_FORMAT_RANGES={int64:[BigInt("-922337203\
6854775808"),BigInt("9223372036854775807")],uint64:[BigInt(0),BigInt("18446744073709551615")]};function pick(e7,t){const r2=e7._zod.def,n3=r2.checks;if(n3&&n3.length>
0)throw new Error(".pick() cannot be used on object schemas containing refinements");const i={};return p(i,e7,l(e7,t)),clone(e7,mergeDefs(r2,{shape:i,checks:[]}))}
function l(e7,t){const r2=f(e7),n3=[];for(const o2 of Reflect.ownKeys(t)){if(!Object.getOwnPropertyDescriptor(r2,o2)?.enumerable)throw new Error(`Unrecognized k\
ey: "${String(o2)}"`);t[o2]&&n3.push(o2)}return n3}function omit(e7,t){const r2=e7._zod.def,n3=r2.checks;if(n3&&n3.length>0)throw new Error(".omit() cannot be u\
sed on object schemas containing refinements");const i=new Set(l(e7,t)),u3={};return p(u3,e7,Reflect.ownKeys(f(e7)).filter(c2=>!i.has(c2))),clone(e7,mergeDefs(r2,
{shape:u3,checks:[]}))}function extend(e7,t){if(!isPlainObject(t))throw new Error("Invalid input to extend: expected a plain object");const r2=e7._zod.def.checks;
if(r2&&r2.length>0){const o2=f(e7);for(const i of Reflect.ownKeys(t))if(Object.getOwnPropertyDescriptor(o2,i)!==void 0)throw new Error("Cannot overwrite keys on\
 object schemas containing refinements. Use `.safeExtend()` instead.")}return clone(e7,mergeDefs(e7._zod.def,{shape:x(e7,t)}))}function x(e7,t){const r2={};return p(
r2,e7,Reflect.ownKeys(f(e7))),O(r2,t),r2}function safeExtend(e7,t){if(!isPlainObject(t))throw new Error("Invalid input to safeExtend: expected a plain object");
return clone(e7,mergeDefs(e7._zod.def,{shape:x(e7,t)}))}function merge(e7,t){if(!t?._zod?.def)throw new Error("Invalid input to merge: expected an object schema\
. To merge a plain shape, use `.extend()`.");if(e7._zod.def.checks?.length)throw new Error(".merge() cannot be used on object schemas containing refinements. Us\
e .safeExtend() instead.");const r2={};p(r2,e7,Reflect.ownKeys(f(e7))),p(r2,t,Reflect.ownKeys(f(t)));const n3=mergeDefs(e7._zod.def,{shape:r2,get catchall(){return t.
_zod.def.catchall},checks:t._zod.def.checks??[]});return clone(e7,n3)}function partial(e7,t,r2,n3="partial"){const i=t._zod.def.checks;if(i&&i.length>0)throw new Error(
`.${n3}() cannot be used on object schemas containing refinements`);const c2=r2?new Set(l(t,r2)):void 0,s2={};return p(s2,t,Reflect.ownKeys(f(t)),e7&&((h3,w5)=>c2&&
!c2.has(w5)?h3:new e7({type:"optional",innerType:h3}))),clone(t,mergeDefs(t._zod.def,{shape:s2,checks:[]}))}function required(e7,t,r2){const n3=r2?new Set(l(t,r2)):
void 0,o2={};return p(o2,t,Reflect.ownKeys(f(t)),(i,u3)=>n3&&!n3.has(u3)?i:new e7({type:"nonoptional",innerType:i})),clone(t,mergeDefs(t._zod.def,{shape:o2}))}function aborted(e7,t=0){
if(e7.aborted===!0)return!0;for(let r2=t;r2<e7.issues.length;r2++)if(e7.issues[r2]?.continue!==!0)return!0;return!1}function explicitlyAborted(e7,t=0){if(e7.aborted===
!0)return!0;for(let r2=t;r2<e7.issues.length;r2++)if(e7.issues[r2]?.continue===!1)return!0;return!1}function prefixIssues(e7,t){return t.map(r2=>{var n3;return(n3=
r2).path??(n3.path=[]),r2.path.unshift(e7),r2})}function unwrapMessage(e7){return typeof e7=="string"?e7:e7?.message}function sizeCaps(e7){const t=[];for(const r2 of e7??
[]){const n3=r2._zod.def;if(!/_(length|size)$|_equals$/.test(n3.check))break;const o2=n3.maximum??n3.length??n3.size;o2>=0&&t.push([o2,r2])}return t}function attachSchema(e7,t,r2){
var n3;for(let o2=t;o2<e7.length;o2++)(n3=e7[o2]).schema??(n3.schema=r2)}function finalizeIssue(e7,t,r2){var n3;const o2=e7.inst?._zod?.traits;o2?.has("$ZodType")&&
(o2.has("$ZodCheck")?(n3=e7).schema??(n3.schema=e7.inst):e7.schema=e7.inst);const i=e7.schema!==e7.inst?e7.schema?._zod.def?.error:void 0,u3=e7.message?e7.message:
unwrapMessage(e7.inst?._zod.def?.error?.(e7))??unwrapMessage(i?.(e7))??unwrapMessage(t?.error?.(e7))??unwrapMessage(r2.customError?.(e7))??unwrapMessage(r2.localeError?.(
e7))??"Invalid input",c2={};for(const s2 of Object.keys(e7))s2==="inst"||s2==="schema"||s2==="continue"||s2==="input"||s2==="__proto__"||(c2[s2]=e7[s2]);return c2.
path??(c2.path=[]),c2.message=u3,t?.reportInput&&(c2.input=e7.input),c2}function getSizableOrigin(e7){return e7 instanceof Set?"set":e7 instanceof Map?"map":e7 instanceof
File?"file":"unknown"}var j=/[\uD800-\uDBFF]/;function codePointLength(e7){const t=e7.length;if(!j.test(e7))return t;let r2=t;for(let n3=0;n3<t-1;n3++)(e7.charCodeAt(
n3)&64512)===55296&&(e7.charCodeAt(n3+1)&64512)===56320&&(r2--,n3++);return r2}function getLengthableOrigin(e7){return Array.isArray(e7)?"array":typeof e7=="str\
ing"?"string":"unknown"}function parsedType(e7){const t=typeof e7;switch(t){case"number":return Number.isNaN(e7)?"nan":"number";case"object":{if(e7===null)return"\
null";if(Array.isArray(e7))return"array";const r2=e7;if(r2&&Object.getPrototypeOf(r2)!==Object.prototype&&"constructor"in r2&&r2.constructor)return r2.constructor.
name}}return t}function issue(...e7){const[t,r2,n3]=e7;return typeof t=="string"?{message:t,code:"custom",input:r2,inst:n3}:{...t}}function cleanEnum(e7){return Object.
entries(e7).filter(([t,r2])=>Number.isNaN(Number.parseInt(t,10))).map(t=>t[1])}function base64ToUint8Array(e7){const t=atob(e7),r2=new Uint8Array(t.length);for(let n3=0;n3<
t.length;n3++)r2[n3]=t.charCodeAt(n3);return r2}function uint8ArrayToBase64(e7){let t="";for(let r2=0;r2<e7.length;r2++)t+=String.fromCharCode(e7[r2]);return btoa(
t)}function base64urlToUint8Array(e7){const t=e7.replace(/-/g,"+").replace(/_/g,"/"),r2="=".repeat((4-t.length%4)%4);return base64ToUint8Array(t+r2)}function uint8ArrayToBase64url(e7){
return uint8ArrayToBase64(e7).replace(/\+/g,"-").replace(/\//g,"_").replace(/=/g,"")}function hexToUint8Array(e7){const t=e7.replace(/^0x/,"");if(t.length%2!==0)
throw new Error("Invalid hex string length");const r2=new Uint8Array(t.length/2);for(let n3=0;n3<t.length;n3+=2)r2[n3/2]=Number.parseInt(t.slice(n3,n3+2),16);return r2}
function uint8ArrayToHex(e7){return Array.from(e7).map(t=>t.toString(16).padStart(2,"0")).join("")}var Class=class{constructor(...t){}};function members(e7,t){for(const r2 in t){
const n3=Object.getOwnPropertyDescriptor(t,r2);n3.get?Object.defineProperty(e7,r2,{...n3,enumerable:!1}):P(e7,r2,n3.value)}}function own(e7,t,r2,n3=!0){return Object.
defineProperty(e7,t,{configurable:!0,writable:!0,enumerable:n3,value:r2}),r2}function hide(e7,t,r2){return own(e7,t,r2,!1)}function derived(e7,t){for(const r2 in e7){
const n3=e7[r2];Object.defineProperty(t,r2,{configurable:!0,enumerable:!0,get(){return own(this,r2,n3(this))},set(o2){own(this,r2,o2)}})}return t}function P(e7,t,r2){
Object.defineProperty(e7,t,{configurable:!0,get(){return this==null?r2:own(this,t,r2.bind(this))},set(n3){own(this,t,n3)}})}function S(e7,t){const r2=Object.getPrototypeOf(
e7);return t in r2?void 0:r2}var d,a=!1,A={configurable:!0,get(){a=!0}};function defineLazyInternal(e7,t,r2){const n3=Object.getPrototypeOf(e7._zod);if(t in n3&&
d!==e7._zod){d=void 0;return}d=e7._zod,Object.defineProperty(n3,t,{configurable:!0,get(){Object.defineProperty(this,t,A);const o2=a;a=!1;try{const i=r2(this);return a?
delete this[t]:Object.defineProperty(this,t,{configurable:!0,writable:!0,value:i}),a=a||o2,i}catch(i){throw delete this[t],a=a||o2,i}},set(o2){Object.defineProperty(
this,t,{configurable:!0,writable:!0,value:o2})}})}function installLazyProp(e7,t,r2,n3){const o2=S(e7,t);o2&&Object.defineProperty(o2,t,{configurable:!0,get(){const i={
configurable:!0,writable:!0,enumerable:n3,value:void 0};return Object.defineProperty(this,t,i),i.value=r2(this),Object.defineProperty(this,t,i),i.value},set(i){
Object.defineProperty(this,t,{configurable:!0,writable:!0,enumerable:n3,value:i})}})}var CONSTANT_CATCH="~constantCatch";function constantCatch(e7){const t=()=>e7;
return t[CONSTANT_CATCH]=!0,t}var z,NEVER=Object.freeze({status:"aborted"}),p2={value:void 0,enumerable:!1},P2="captureStackTrace"in Error?Error:null;function j2(t){
const o2=P2;if(o2){const a3=o2.stackTraceLimit;if(typeof a3=="number"){try{o2.stackTraceLimit=0}catch{return P2=null,new t}try{return new t}finally{o2.stackTraceLimit=
a3}}}return new t}function $constructor(t,o2,a3,d4){const h3={};function b4(e7){this.def=e7,this.constr=c2,this.traits=new Set}b4.prototype=h3;const _6=a3,l3=_6&&
new WeakSet;function y5(e7,n3){if(e7._zod){if(e7._zod.traits.has(t))return}else{p2.value=new b4(n3);try{Object.defineProperty(e7,"_zod",p2)}finally{p2.value=void 0}}
if(e7._zod.traits.add(t),o2(e7,n3),l3){const r2=Object.getPrototypeOf(e7),f5=e7._zod.constr.prototype;let i=r2;for(;i&&i!==f5;)i=Object.getPrototypeOf(i);const u3=i??
r2;l3.has(u3)||(l3.add(u3),members(u3,_6))}const s2=c2.prototype;for(const r2 in s2)Object.prototype.hasOwnProperty.call(s2,r2)&&(r2 in e7||(e7[r2]=s2[r2].bind(
e7)))}const E8=d4?.Parent??Object;class g4 extends E8{}Object.defineProperty(g4,"name",{value:t});function c2(e7){const n3=d4?.Parent?j2(g4):this;y5(n3,e7);const s2=n3.
_zod.deferred;if(s2){for(const f5 of s2)f5();n3._zod.deferred=void 0}const r2=globalThis.__zod_globalConfig?.postProcessor;return r2&&r2(n3),n3}return Object.defineProperty(
c2,"init",{value:y5}),Object.defineProperty(c2,Symbol.hasInstance,{value:e7=>d4?.Parent&&e7 instanceof d4.Parent?!0:e7?._zod?.traits?.has(t)}),Object.defineProperty(
c2,"name",{value:t}),c2}var $brand=Symbol("zod_brand"),$ZodAsyncError=class extends Error{constructor(){super("Encountered Promise during synchronous parse. Use\
 .parseAsync() instead.")}},$ZodEncodeError=class extends Error{constructor(o2){super(`Encountered unidirectional transform during encode: ${o2}`),this.name="Zo\
dEncodeError"}};(z=globalThis).__zod_globalConfig??(z.__zod_globalConfig={});var globalConfig=globalThis.__zod_globalConfig;function config(t){return t&&Object.
assign(globalConfig,t),globalConfig}function y2(){const s2=this._zod;return s2.message??(s2.message=JSON.stringify(s2.def,jsonStringifyReplacer,2)),s2.message}function _2(s2){
this._zod.message=s2}var O2={get:y2,set:_2,enumerable:!0,configurable:!0},h={value:void 0,enumerable:!1},d2=new WeakSet([Object.prototype,Error.prototype]),b2=(s2,r2)=>{
s2.name="$ZodError",h.value=r2,Object.defineProperty(s2,"issues",h),h.value=void 0,Object.defineProperty(s2,"message",O2);const t=Object.getPrototypeOf(s2);d2.has(
t)||(d2.add(t),Object.defineProperty(t,"toString",{configurable:!0,enumerable:!1,get(){const e7=()=>this.message;return Object.defineProperty(this,"toString",{value:e7,
configurable:!0,writable:!0}),e7},set(e7){Object.defineProperty(this,"toString",{value:e7,configurable:!0,writable:!0})}}))},$ZodError=$constructor("$ZodError",
b2),$ZodRealError=$constructor("$ZodError",b2,void 0,{Parent:Error});function E(s2,r2,t){return Object.prototype.hasOwnProperty.call(s2,r2)||(r2==="__proto__"?Object.
defineProperty(s2,r2,{value:t(),writable:!0,enumerable:!0,configurable:!0}):s2[r2]=t()),s2[r2]}function flattenError(s2,r2=t=>t.message){const t={},e7=[];for(const l3 of s2.
issues)l3.path.length>0?E(t,l3.path[0],()=>[]).push(r2(l3)):e7.push(r2(l3));return{formErrors:e7,fieldErrors:t}}function formatError(s2,r2=t=>t.message){const t={
_errors:[]},e7=(l3,a3=[])=>{for(const i of l3.issues)if(i.code==="invalid_union"&&i.errors.length)i.errors.map(o2=>e7({issues:o2},[...a3,...i.path]));else if(i.
code==="invalid_key")e7({issues:i.issues},[...a3,...i.path]);else if(i.code==="invalid_element")e7({issues:i.issues},[...a3,...i.path]);else{const o2=[...a3,...i.
path];if(o2.length===0)t._errors.push(r2(i));else{let u3=t,n3=0;for(;n3<o2.length;){const c2=o2[n3],f5=n3===o2.length-1;if(c2==="_errors"){f5&&u3._errors.push(r2(
i)),n3++;continue}Object.prototype.hasOwnProperty.call(u3,c2)||Object.defineProperty(u3,c2,{value:{_errors:[]},enumerable:!0,writable:!0,configurable:!0});const p7=u3[c2];
f5&&p7._errors.push(r2(i)),u3=p7,n3++}}}};return e7(s2),t}function treeifyError(s2,r2=t=>t.message){const t={errors:[]},e7=(l3,a3=[])=>{var i;for(const o2 of l3.
issues)if(o2.code==="invalid_union"&&o2.errors.length)o2.errors.map(u3=>e7({issues:u3},[...a3,...o2.path]));else if(o2.code==="invalid_key")e7({issues:o2.issues},
[...a3,...o2.path]);else if(o2.code==="invalid_element")e7({issues:o2.issues},[...a3,...o2.path]);else{const u3=[...a3,...o2.path];if(u3.length===0){t.errors.push(
r2(o2));continue}let n3=t,c2=0;for(;c2<u3.length;){const f5=u3[c2],p7=c2===u3.length-1;typeof f5=="string"?(n3.properties??(n3.properties={}),Object.prototype.hasOwnProperty.
call(n3.properties,f5)||Object.defineProperty(n3.properties,f5,{value:{errors:[]},enumerable:!0,writable:!0,configurable:!0}),n3=n3.properties[f5]):(n3.items??(n3.
items=[]),(i=n3.items)[f5]??(i[f5]={errors:[]}),n3=n3.items[f5]),p7&&n3.errors.push(r2(o2)),c2++}}};return e7(s2),t}function toDotPath(s2){const r2=[],t=s2.map(
e7=>typeof e7=="object"?e7.key:e7);for(const e7 of t)typeof e7=="number"?r2.push(`[${e7}]`):typeof e7=="symbol"?r2.push(`[${JSON.stringify(String(e7))}]`):/[^\w$]/.
test(e7)?r2.push(`[${JSON.stringify(e7)}]`):(r2.length&&r2.push("."),r2.push(e7));return r2.join("")}function prettifyError(s2){const r2=[],t=[...s2.issues].sort(
(e7,l3)=>(e7.path??[]).length-(l3.path??[]).length);for(const e7 of t)r2.push(`\u2716 ${e7.message}`),e7.path?.length&&r2.push(`  \u2192 at ${toDotPath(e7.path)}`);
return r2.join(`
`)}function f2(n3,r2){return{callee:r2?.callee??n3,Err:r2?.Err}}var _parse=n3=>{const r2=(s2,e7,o2,t)=>{const a3=o2?{...o2,async:!1}:{async:!1},c2=s2._zod.run({
value:e7,issues:[]},a3);if(c2 instanceof Promise)throw new $ZodAsyncError;if(c2.issues.length){const d4=new(t?.Err??n3)(c2.issues.map(y5=>finalizeIssue(y5,a3,config())));
throw captureStackTrace(d4,t?.callee??r2),d4}return c2.value};return r2},parse=_parse($ZodRealError),_parseAsync=n3=>{const r2=async(s2,e7,o2,t)=>{const a3=o2?{
...o2,async:!0}:{async:!0};let c2=s2._zod.run({value:e7,issues:[]},a3);if(c2 instanceof Promise&&(c2=await c2),c2.issues.length){const d4=new(t?.Err??n3)(c2.issues.
map(y5=>finalizeIssue(y5,a3,config())));throw captureStackTrace(d4,t?.callee??r2),d4}return c2.value};return r2},parseAsync=_parseAsync($ZodRealError),_safeParse=n3=>(r2,s2,e7)=>{
const o2=e7?{...e7,async:!1}:{async:!1},t=r2._zod.run({value:s2,issues:[]},o2);if(t instanceof Promise)throw new $ZodAsyncError;return t.issues.length?p3(n3,t.issues,
o2):{success:!0,data:t.value}},safeParse=_safeParse($ZodRealError);function p3(n3,r2,s2){let e7;return{success:!1,get error(){return e7||(e7=new n3(r2.map(o2=>finalizeIssue(
o2,s2,config()))),r2=void 0,s2=void 0),e7},set error(o2){e7=o2,r2=void 0,s2=void 0}}}var _safeParseAsync=n3=>async(r2,s2,e7)=>{const o2=e7?{...e7,async:!0}:{async:!0};
let t=r2._zod.run({value:s2,issues:[]},o2);return t instanceof Promise&&(t=await t),t.issues.length?p3(n3,t.issues,o2):{success:!0,data:t.value}},safeParseAsync=_safeParseAsync(
$ZodRealError),E2=Symbol.for("zod.compile.invalid"),w=Symbol.for("zod.compile.fallback"),validate=((n3,r2,s2)=>{const e7=n3._zod.bag.validator;if(e7!==void 0){if(e7(
r2)!==E2)return!0;if(e7.definite===!0&&s2===void 0)return!1}return x2(n3,r2,s2)});function x2(n3,r2,s2){const e7=s2?{...s2,async:!1,abortEarly:!0}:{async:!1,abortEarly:!0},
o2=n3._zod.bag.fallbackRun;let t;if(o2?(e7[w]=!0,t=o2({value:r2,issues:[]},e7)):t=n3._zod.run({value:r2,issues:[]},e7),t instanceof Promise)throw new $ZodAsyncError;
return t.issues.length===0}var validateAsync=async(n3,r2,s2)=>{const e7=s2?{...s2,async:!0,abortEarly:!0}:{async:!0,abortEarly:!0};let o2=n3._zod.run({value:r2,
issues:[]},e7);return o2 instanceof Promise&&(o2=await o2),o2.issues.length===0},_encode=n3=>{const r2=_parse(n3),s2=(e7,o2,t,a3)=>{const c2=t?{...t,direction:"\
backward"}:{direction:"backward"};return r2(e7,o2,c2,f2(s2,a3))};return s2},encode=_encode($ZodRealError),_decode=n3=>{const r2=_parse(n3),s2=(e7,o2,t,a3)=>r2(e7,
o2,t,f2(s2,a3));return s2},decode=_decode($ZodRealError),_encodeAsync=n3=>{const r2=_parseAsync(n3),s2=async(e7,o2,t,a3)=>{const c2=t?{...t,direction:"backward"}:
{direction:"backward"};return await r2(e7,o2,c2,f2(s2,a3))};return s2},encodeAsync=_encodeAsync($ZodRealError),_decodeAsync=n3=>{const r2=_parseAsync(n3),s2=async(e7,o2,t,a3)=>await r2(
e7,o2,t,f2(s2,a3));return s2},decodeAsync=_decodeAsync($ZodRealError),_safeEncode=n3=>(r2,s2,e7)=>{const o2=e7?{...e7,direction:"backward"}:{direction:"backward"};
return _safeParse(n3)(r2,s2,o2)},safeEncode=_safeEncode($ZodRealError),_safeDecode=n3=>(r2,s2,e7)=>_safeParse(n3)(r2,s2,e7),safeDecode=_safeDecode($ZodRealError),
_safeEncodeAsync=n3=>async(r2,s2,e7)=>{const o2=e7?{...e7,direction:"backward"}:{direction:"backward"};return _safeParseAsync(n3)(r2,s2,o2)},safeEncodeAsync=_safeEncodeAsync(
$ZodRealError),_safeDecodeAsync=n3=>async(r2,s2,e7)=>_safeParseAsync(n3)(r2,s2,e7),safeDecodeAsync=_safeDecodeAsync($ZodRealError),regexes_exports={};__export(regexes_exports,
{anyString:()=>anyString,base64:()=>base64,base64url:()=>base64url,bigint:()=>bigint,boolean:()=>boolean,browserEmail:()=>browserEmail,cidrv4:()=>cidrv4,cidrv6:()=>cidrv6,
creditCard:()=>creditCard,cuid:()=>cuid,cuid2:()=>cuid2,currencyCode:()=>currencyCode,date:()=>date,datetime:()=>datetime,domain:()=>domain,duration:()=>duration2,
e164:()=>e164,email:()=>email,emoji:()=>emoji,extendedDuration:()=>extendedDuration,guid:()=>guid,hex:()=>hex2,hostname:()=>hostname,html5Email:()=>html5Email,httpProtocol:()=>httpProtocol,
iban:()=>iban,idnEmail:()=>idnEmail,integer:()=>integer,ipv4:()=>ipv4,ipv6:()=>ipv6,ksuid:()=>ksuid,lowercase:()=>lowercase,mac:()=>mac,md5_base64:()=>md5_base64,
md5_base64url:()=>md5_base64url,md5_hex:()=>md5_hex,nanoid:()=>nanoid,nanoidOfLength:()=>nanoidOfLength,null:()=>p4,number:()=>number,rfc5322Email:()=>rfc5322Email,
sha1_base64:()=>sha1_base64,sha1_base64url:()=>sha1_base64url,sha1_hex:()=>sha1_hex,sha256_base64:()=>sha256_base64,sha256_base64url:()=>sha256_base64url,sha256_hex:()=>sha256_hex,
sha384_base64:()=>sha384_base64,sha384_base64url:()=>sha384_base64url,sha384_hex:()=>sha384_hex,sha512_base64:()=>sha512_base64,sha512_base64url:()=>sha512_base64url,
sha512_hex:()=>sha512_hex,string:()=>string,time:()=>time,ulid:()=>ulid,undefined:()=>x3,unicodeEmail:()=>unicodeEmail,uppercase:()=>uppercase,uuid:()=>uuid,uuid4:()=>uuid4,
uuid6:()=>uuid6,uuid7:()=>uuid7,xid:()=>xid});var cuid=/^[cC][0-9a-z]{6,}$/,cuid2=/^[0-9a-z]+$/,ulid=/^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/,xid=/^[0-9a-vA-V]{20}$/,
ksuid=/^[A-Za-z0-9]{27}$/,nanoid=/^[a-zA-Z0-9_-]{21}$/;function nanoidOfLength(e7){return new RegExp(`^[a-zA-Z0-9_-]{${e7}}$`)}var duration2=/^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/,
extendedDuration=/^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/,
guid=/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/,uuid=e7=>e7?new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${e7}[0-9a-fA-F]{\
3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`):/^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/,
uuid4=uuid(4),uuid6=uuid(6),uuid7=uuid(7),email=/^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/,html5Email=/^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
rfc5322Email=/^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/,
unicodeEmail=/^[^\s@"]{1,64}@[^\s@]{1,255}$/u,idnEmail=unicodeEmail,browserEmail=/^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/,
f3="^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$";function emoji(){return new RegExp(
f3,"u")}var ipv4=/^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/,ipv6=/^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/,
mac=e7=>{const t=escapeRegex(e7??":");return new RegExp(`^(?:[0-9A-F]{2}${t}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${t}){5}[0-9a-f]{2}$`)},cidrv4=/^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/,
cidrv6=/^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/,
base64=/^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/,base64url=/^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/,hostname=/^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/,
domain=/^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/,httpProtocol=/^https?$/,e164=/^\+[1-9]\d{6,14}$/,creditCard=/^\d(?:[ -]?\d){11,18}$/,
currencyCode=/^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/,
iban=/^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/,r="(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[\
02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))";function d3(e7){return new RegExp(`^${e7}$`)}var date=d3(r);function A2(e7){
const t="(?:[01]\\d|2[0-3]):[0-5]\\d";return typeof e7.precision=="number"?e7.precision===-1?`${t}`:e7.precision===0?`${t}:[0-5]\\d`:`${t}:[0-5]\\d\\.\\d{${e7.precision}\
}`:e7.seconds?`${t}:[0-5]\\d(?:\\.\\d+)?`:`${t}(?::[0-5]\\d(?:\\.\\d+)?)?`}function time(e7){return new RegExp(`^${A2(e7)}$`)}function datetime(e7){const t=["Z"];
e7.offset&&t.push("([+-](?:[01]\\d|2[0-3]):[0-5]\\d)");const a3=`${A2({precision:e7.precision,seconds:!0})}(?:${t.join("|")})`,s2=e7.local?`${a3}|${A2({precision:e7.
precision})}`:a3;return new RegExp(`^${r}T(?:${s2})$`)}var anyString=/^[\s\S]{0,}$/,string=e7=>{const t=e7?`[\\s\\S]{${e7?.minimum??0},${e7?.maximum??""}}`:"[\\s\
\\S]*";return new RegExp(`^${t}$`)},bigint=/^-?\d+n?$/,integer=/^-?\d+$/,number=/^-?\d+(?:\.\d+)?$/,boolean=/^(?:true|false)$/i,p4=/^null$/i,x3=/^undefined$/i,lowercase=/^[^A-Z]*$/,
uppercase=/^[^a-z]*$/,hex2=/^[0-9a-fA-F]*$/;function o(e7,t){return new RegExp(`^[A-Za-z0-9+/]{${e7}}${t}$`)}function n(e7){return new RegExp(`^[A-Za-z0-9_-]{${e7}\
}$`)}var md5_hex=/^[0-9a-fA-F]{32}$/,md5_base64=o(22,"=="),md5_base64url=n(22),sha1_hex=/^[0-9a-fA-F]{40}$/,sha1_base64=o(27,"="),sha1_base64url=n(27),sha256_hex=/^[0-9a-fA-F]{64}$/,
sha256_base64=o(43,"="),sha256_base64url=n(43),sha384_hex=/^[0-9a-fA-F]{96}$/,sha384_base64=o(64,""),sha384_base64url=n(64),sha512_hex=/^[0-9a-fA-F]{128}$/,sha512_base64=o(
86,"=="),sha512_base64url=n(86),$ZodCheck=$constructor("$ZodCheck",(t,e7)=>{var i;t._zod??(t._zod={}),t._zod.def=e7,(i=t._zod).onattach??(i.onattach=[])}),g2=t=>{
const e7=t.value;return!nullish(e7)&&e7.size!==void 0},p5=t=>{const e7=t.value;return!nullish(e7)&&e7.length!==void 0},a2={number:"number",bigint:"bigint",object:"\
date"},$ZodCheckLessThan=$constructor("$ZodCheckLessThan",(t,e7)=>{$ZodCheck.init(t,e7);const i=a2[typeof e7.value];t._zod.check=n3=>{(e7.inclusive?n3.value<=e7.
value:n3.value<e7.value)||n3.issues.push({origin:a2[typeof n3.value]??i,code:"too_big",maximum:typeof e7.value=="object"?e7.value.getTime():e7.value,input:n3.value,
inclusive:e7.inclusive,inst:t,continue:!e7.abort})}}),$ZodCheckGreaterThan=$constructor("$ZodCheckGreaterThan",(t,e7)=>{$ZodCheck.init(t,e7);const i=a2[typeof e7.
value];t._zod.check=n3=>{(e7.inclusive?n3.value>=e7.value:n3.value>e7.value)||n3.issues.push({origin:a2[typeof n3.value]??i,code:"too_small",minimum:typeof e7.value==
"object"?e7.value.getTime():e7.value,input:n3.value,inclusive:e7.inclusive,inst:t,continue:!e7.abort})}}),$ZodCheckMultipleOf=$constructor("$ZodCheckMultipleOf",
(t,e7)=>{$ZodCheck.init(t,e7),t._zod.check=i=>{if(typeof i.value!=typeof e7.value)throw new Error("Cannot mix number and bigint in multiple_of check.");(typeof i.
value=="bigint"?e7.value!==BigInt(0)&&i.value%e7.value===BigInt(0):floatSafeRemainder(i.value,e7.value)===0)||i.issues.push({origin:typeof i.value,code:"not_mul\
tiple_of",divisor:e7.value,input:i.value,inst:t,continue:!e7.abort})}}),$ZodCheckNumberFormat=$constructor("$ZodCheckNumberFormat",(t,e7)=>{$ZodCheck.init(t,e7),
e7.format=e7.format||"float64";const i=e7.format?.includes("int"),n3=i?"int":"number",[o2,r2]=NUMBER_FORMAT_RANGES[e7.format];t._zod.check=c2=>{const h3=c2.value;
if(i){if(!Number.isInteger(h3)){c2.issues.push({expected:n3,format:e7.format,code:"invalid_type",continue:!1,input:h3,inst:t});return}if(!Number.isSafeInteger(h3)){
h3>0?c2.issues.push({input:h3,code:"too_big",maximum:Number.MAX_SAFE_INTEGER,note:"Integers must be within the safe integer range.",inst:t,origin:n3,inclusive:!0,
continue:!e7.abort}):c2.issues.push({input:h3,code:"too_small",minimum:Number.MIN_SAFE_INTEGER,note:"Integers must be within the safe integer range.",inst:t,origin:n3,
inclusive:!0,continue:!e7.abort});return}}h3<o2&&c2.issues.push({origin:"number",input:h3,code:"too_small",minimum:o2,inclusive:!0,inst:t,continue:!e7.abort}),h3>
r2&&c2.issues.push({origin:"number",input:h3,code:"too_big",maximum:r2,inclusive:!0,inst:t,continue:!e7.abort})}}),$ZodCheckBigIntFormat=$constructor("$ZodCheck\
BigIntFormat",(t,e7)=>{$ZodCheck.init(t,e7);const[i,n3]=BIGINT_FORMAT_RANGES[e7.format];t._zod.check=o2=>{const r2=o2.value;r2<i&&o2.issues.push({origin:"bigint",
input:r2,code:"too_small",minimum:i,inclusive:!0,inst:t,continue:!e7.abort}),r2>n3&&o2.issues.push({origin:"bigint",input:r2,code:"too_big",maximum:n3,inclusive:!0,
inst:t,continue:!e7.abort})}}),$ZodCheckMaxSize=$constructor("$ZodCheckMaxSize",(t,e7)=>{var i;$ZodCheck.init(t,e7),(i=t._zod.def).when??(i.when=g2),t._zod.check=
n3=>{const o2=n3.value;o2.size<=e7.maximum||n3.issues.push({origin:getSizableOrigin(o2),code:"too_big",maximum:e7.maximum,inclusive:!0,input:o2,inst:t,continue:!e7.
abort})}}),$ZodCheckMinSize=$constructor("$ZodCheckMinSize",(t,e7)=>{var i;$ZodCheck.init(t,e7),(i=t._zod.def).when??(i.when=g2),t._zod.check=n3=>{const o2=n3.value;
o2.size>=e7.minimum||n3.issues.push({origin:getSizableOrigin(o2),code:"too_small",minimum:e7.minimum,inclusive:!0,input:o2,inst:t,continue:!e7.abort})}}),$ZodCheckSizeEquals=$constructor(
"$ZodCheckSizeEquals",(t,e7)=>{var i;$ZodCheck.init(t,e7),(i=t._zod.def).when??(i.when=g2),t._zod.check=n3=>{const o2=n3.value,r2=o2.size;if(r2===e7.size)return;
const c2=r2>e7.size;n3.issues.push({origin:getSizableOrigin(o2),...c2?{code:"too_big",maximum:e7.size}:{code:"too_small",minimum:e7.size},inclusive:!0,exact:!0,
input:n3.value,inst:t,continue:!e7.abort})}}),$ZodCheckMaxLength=$constructor("$ZodCheckMaxLength",(t,e7)=>{var i;$ZodCheck.init(t,e7),(i=t._zod.def).when??(i.when=
p5),t._zod.check=n3=>{const o2=n3.value,r2=o2.length;if((typeof o2=="string"&&r2>e7.maximum?codePointLength(o2):r2)<=e7.maximum)return;const h3=getLengthableOrigin(
o2);n3.issues.push({origin:h3,code:"too_big",maximum:e7.maximum,inclusive:!0,input:o2,inst:t,continue:!e7.abort})}}),$ZodCheckMinLength=$constructor("$ZodCheckM\
inLength",(t,e7)=>{var i;$ZodCheck.init(t,e7),(i=t._zod.def).when??(i.when=p5),t._zod.check=n3=>{const o2=n3.value,r2=o2.length;if((typeof o2=="string"&&r2>=e7.
minimum&&r2<e7.minimum*2?codePointLength(o2):r2)>=e7.minimum)return;const h3=getLengthableOrigin(o2);n3.issues.push({origin:h3,code:"too_small",minimum:e7.minimum,
inclusive:!0,input:o2,inst:t,continue:!e7.abort})}}),$ZodCheckLengthEquals=$constructor("$ZodCheckLengthEquals",(t,e7)=>{var i;$ZodCheck.init(t,e7),(i=t._zod.def).
when??(i.when=p5),t._zod.check=n3=>{const o2=n3.value,r2=o2.length,c2=typeof o2=="string"&&r2>=e7.length&&r2<=e7.length*2?codePointLength(o2):r2;if(c2===e7.length)
return;const h3=getLengthableOrigin(o2),m4=c2>e7.length;n3.issues.push({origin:h3,...m4?{code:"too_big",maximum:e7.length}:{code:"too_small",minimum:e7.length},
inclusive:!0,exact:!0,input:n3.value,inst:t,continue:!e7.abort})}}),$ZodCheckStringFormat=$constructor("$ZodCheckStringFormat",(t,e7)=>{var i,n3;$ZodCheck.init(
t,e7),e7.pattern?(i=t._zod).check??(i.check=o2=>{e7.pattern.lastIndex=0,!e7.pattern.test(o2.value)&&o2.issues.push({origin:"string",code:"invalid_format",format:e7.
format,input:o2.value,...e7.pattern?{pattern:e7.pattern.toString()}:{},inst:t,continue:!e7.abort})}):(n3=t._zod).check??(n3.check=()=>{})}),$ZodCheckRegex=$constructor(
"$ZodCheckRegex",(t,e7)=>{$ZodCheckStringFormat.init(t,e7),t._zod.check=i=>{e7.pattern.lastIndex=0,!e7.pattern.test(i.value)&&i.issues.push({origin:"string",code:"\
invalid_format",format:"regex",input:i.value,pattern:e7.pattern.toString(),inst:t,continue:!e7.abort})}}),$ZodCheckLowerCase=$constructor("$ZodCheckLowerCase",(t,e7)=>{
e7.pattern??(e7.pattern=lowercase),$ZodCheckStringFormat.init(t,e7)}),$ZodCheckUpperCase=$constructor("$ZodCheckUpperCase",(t,e7)=>{e7.pattern??(e7.pattern=uppercase),
$ZodCheckStringFormat.init(t,e7)}),$ZodCheckIncludes=$constructor("$ZodCheckIncludes",(t,e7)=>{$ZodCheck.init(t,e7);const i=escapeRegex(e7.includes),n3=new RegExp(
typeof e7.position=="number"?`^.{${e7.position},}${i}`:i);e7.pattern=n3,t._zod.check=o2=>{o2.value.includes(e7.includes,e7.position)||o2.issues.push({origin:"st\
ring",code:"invalid_format",format:"includes",includes:e7.includes,input:o2.value,inst:t,continue:!e7.abort})}}),$ZodCheckStartsWith=$constructor("$ZodCheckStar\
tsWith",(t,e7)=>{$ZodCheck.init(t,e7);const i=new RegExp(`^${escapeRegex(e7.prefix)}.*`);e7.pattern??(e7.pattern=i),t._zod.check=n3=>{n3.value.startsWith(e7.prefix)||
n3.issues.push({origin:"string",code:"invalid_format",format:"starts_with",prefix:e7.prefix,input:n3.value,inst:t,continue:!e7.abort})}}),$ZodCheckEndsWith=$constructor(
"$ZodCheckEndsWith",(t,e7)=>{$ZodCheck.init(t,e7);const i=new RegExp(`.*${escapeRegex(e7.suffix)}$`);e7.pattern??(e7.pattern=i),t._zod.check=n3=>{n3.value.endsWith(
e7.suffix)||n3.issues.push({origin:"string",code:"invalid_format",format:"ends_with",suffix:e7.suffix,input:n3.value,inst:t,continue:!e7.abort})}});function l2(t,e7,i){
t.issues.length&&e7.issues.push(...prefixIssues(i,t.issues))}var $ZodCheckProperty=$constructor("$ZodCheckProperty",(t,e7)=>{$ZodCheck.init(t,e7),t._zod.check=i=>{
const n3=e7.schema._zod.run({value:i.value[e7.property],issues:[]},{});if(n3 instanceof Promise)return n3.then(o2=>l2(o2,i,e7.property));l2(n3,i,e7.property)}}),
$ZodCheckProperties=$constructor("$ZodCheckProperties",(t,e7)=>{$ZodCheck.init(t,e7),hide(t,Symbol.iterator,function*(){yield t});let i;t._zod.check=n3=>{if(n3.
value==null){n3.issues.push({expected:"object",code:"invalid_type",input:n3.value,inst:t});return}i??(i=Reflect.ownKeys(e7.shape).map(c2=>[c2,e7.shape[c2]]));const o2=n3.
value;let r2;for(const[c2,h3]of i){const m4=h3._zod.run({value:o2[c2],issues:[]},{});m4 instanceof Promise?(r2??(r2=[]),r2.push(m4.then(_6=>l2(_6,n3,c2)))):l2(m4,
n3,c2)}if(r2)return Promise.all(r2).then(()=>{})}}),$ZodCheckMimeType=$constructor("$ZodCheckMimeType",(t,e7)=>{$ZodCheck.init(t,e7);const i=new Set(e7.mime);t.
_zod.check=n3=>{i.has(n3.value.type)||n3.issues.push({code:"invalid_value",values:e7.mime,input:n3.value.type,inst:t,continue:!e7.abort})}}),$ZodCheckOverwrite=$constructor(
"$ZodCheckOverwrite",(t,e7)=>{$ZodCheck.init(t,e7),t._zod.check=i=>{i.value=e7.tx(i.value)}}),Doc=class{constructor(t=[],e7={}){this.content=[],this.indent=0,this.
args=t,this.closed=e7}indented(t){this.indent+=1;try{t(this)}finally{this.indent-=1}}write(t){if(typeof t=="function"){t(this,{execution:"sync"}),t(this,{execution:"\
async"});return}const i=t.split(`
`).filter(n3=>n3),s2=Math.min(...i.map(n3=>n3.length-n3.trimStart().length)),c2=i.map(n3=>n3.slice(s2)).map(n3=>" ".repeat(this.indent*2)+n3);for(const n3 of c2)
this.content.push(n3)}compile(){const t=Function,e7=this?.content??[""];return new t(...Object.keys(this.closed),`return function (${this.args.join(", ")}) {
${e7.join(`
`)}
};`)(...Object.values(this.closed))}},version={major:4,minor:6,patch:7},$ZodType=$constructor("$ZodType",(e7,t)=>{var n3;e7??(e7={}),e7._zod.def=t,e7._zod.bag=e7.
_zod.bag||{},e7._zod.version=version;const r2=e7._zod.def.checks,o2=e7._zod.traits.has("$ZodCheck")?[e7,...r2??[]]:r2?.length?[...r2]:[];for(const s2 of o2)for(const i of s2.
_zod.onattach)i(e7);if(o2.length===0)(n3=e7._zod).deferred??(n3.deferred=[]),e7._zod.deferred?.push(()=>{e7._zod.run=e7._zod.parse});else{const s2=(p7,f5,c2)=>{
if(p7.memo)return p7;let l3=aborted(p7),v4;for(const _6 of f5){if(_6._zod.def.when){if(explicitlyAborted(p7)||!_6._zod.def.when(p7))continue}else if(l3)continue;
const d4=p7.issues.length,h3=_6._zod.check(p7);if(h3 instanceof Promise&&c2?.async===!1)throw new $ZodAsyncError;if(v4||h3 instanceof Promise)v4=(v4??Promise.resolve()).
then(async()=>{await h3,p7.issues.length!==d4&&(attachSchema(p7.issues,d4,e7),l3||(l3=aborted(p7,d4)))});else{if(p7.issues.length===d4)continue;attachSchema(p7.
issues,d4,e7),l3||(l3=aborted(p7,d4))}}return v4?v4.then(()=>p7):p7},i=(p7,f5,c2)=>{if(aborted(p7))return p7.aborted=!0,p7;const l3=s2(f5,o2,c2);if(l3 instanceof
Promise){if(c2.async===!1)throw new $ZodAsyncError;return l3.then(v4=>e7._zod.parse(v4,c2))}return e7._zod.parse(l3,c2)};e7._zod.run=(p7,f5)=>{if(f5.skipChecks)
return e7._zod.parse(p7,f5);if(f5.direction==="backward"){const l3=e7._zod.parse({value:p7.value,issues:[]},{...f5,skipChecks:!0});return l3 instanceof Promise?
l3.then(v4=>i(v4,p7,f5)):i(l3,p7,f5)}const c2=e7._zod.parse(p7,f5);if(c2 instanceof Promise){if(f5.async===!1)throw new $ZodAsyncError;return c2.then(l3=>s2(l3,
o2,f5))}return s2(c2,o2,f5)}}},{get"~standard"(){return hide(this,"~standard",standardProps(this))},set"~standard"(e7){own(this,"~standard",e7)}}),U=(e7,t)=>e7.
issues.length?{issues:e7.issues.map(n3=>finalizeIssue(n3,t,config()))}:{value:e7.value};async function ae(e7,t){const n3={async:!0};return U(await e7._zod.run({
value:t,issues:[]},n3),n3)}function standardProps(e7){return{validate:t=>{const n3={async:!1};try{const r2=e7._zod.run({value:t,issues:[]},n3);if(!(r2 instanceof
Promise))return U(r2,n3)}catch{}return ae(e7,t)},vendor:"zod",version:1}}var $ZodString=$constructor("$ZodString",(e7,t)=>{$ZodType.init(e7,t),e7._zod.pattern=t.
pattern??anyString,e7._zod.parse=(n3,r2)=>{if(t.coerce)try{n3.value=String(n3.value)}catch{}return typeof n3.value=="string"||n3.issues.push({expected:"string",
code:"invalid_type",input:n3.value,inst:e7}),n3}}),$ZodStringFormat=$constructor("$ZodStringFormat",(e7,t)=>{$ZodCheckStringFormat.init(e7,t),$ZodString.init(e7,
t)}),$ZodGUID=$constructor("$ZodGUID",(e7,t)=>{t.pattern??(t.pattern=guid),$ZodStringFormat.init(e7,t)}),$ZodUUID=$constructor("$ZodUUID",(e7,t)=>{if(t.version){
const r2={v1:1,v2:2,v3:3,v4:4,v5:5,v6:6,v7:7,v8:8}[t.version];if(r2===void 0)throw new Error(`Invalid UUID version: "${t.version}"`);t.pattern??(t.pattern=uuid(
r2))}else t.pattern??(t.pattern=uuid());$ZodStringFormat.init(e7,t)}),$ZodEmail=$constructor("$ZodEmail",(e7,t)=>{t.pattern??(t.pattern=email),$ZodStringFormat.
init(e7,t)}),URL_BAD_FORMAT=1,URL_UNPARSEABLE=2;function canParseURL(e7){try{return typeof URL<"u"&&typeof URL.canParse=="function"?URL.canParse(e7):(new URL(e7),
!0)}catch{return!1}}function validateURL(e7,t){return!("normalize"in t)&&!("hostname"in t)&&!("protocol"in t)?canParseURL(e7)||URL_UNPARSEABLE:parseURLObject(e7,
t)}function parseURLObject(e7,t){if(!t.normalize&&t.protocol?.source===httpProtocol.source&&!/^https?:\/\//i.test(e7))return URL_BAD_FORMAT;try{if(typeof URL<"u"){
const n3=URL;if(typeof n3.parse=="function")return n3.parse(e7)??URL_UNPARSEABLE}return new URL(e7)}catch{return URL_UNPARSEABLE}}var le=/[\t\n\r]/g;function stripTabAndNewline(e7){
return e7.replace(le,"")}function urlHostnameOk(e7,t){return t.lastIndex=0,t.test(e7.hostname)}function urlProtocolOk(e7,t){return t.lastIndex=0,t.test(e7.protocol.
endsWith(":")?e7.protocol.slice(0,-1):e7.protocol)}var $ZodURL=$constructor("$ZodURL",(e7,t)=>{$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{try{const r2=n3.value.
trim(),o2=validateURL(r2,t);if(o2===URL_BAD_FORMAT){n3.issues.push({code:"invalid_format",format:"url",note:"Invalid URL format",input:n3.value,inst:e7,continue:!t.
abort});return}if(o2===URL_UNPARSEABLE){n3.issues.push({code:"invalid_format",format:"url",input:n3.value,inst:e7,continue:!t.abort});return}if(o2===!0){n3.value=
stripTabAndNewline(r2);return}t.hostname&&!urlHostnameOk(o2,t.hostname)&&n3.issues.push({code:"invalid_format",format:"url",note:"Invalid hostname",pattern:t.hostname.
source,input:n3.value,inst:e7,continue:!t.abort}),t.protocol&&!urlProtocolOk(o2,t.protocol)&&n3.issues.push({code:"invalid_format",format:"url",note:"Invalid pr\
otocol",pattern:t.protocol.source,input:n3.value,inst:e7,continue:!t.abort}),n3.value=t.normalize?o2.href:stripTabAndNewline(r2);return}catch{n3.issues.push({code:"\
invalid_format",format:"url",input:n3.value,inst:e7,continue:!t.abort})}}}),$ZodEmoji=$constructor("$ZodEmoji",(e7,t)=>{t.pattern??(t.pattern=emoji()),$ZodStringFormat.
init(e7,t)}),$ZodNanoID=$constructor("$ZodNanoID",(e7,t)=>{if(t.length!==void 0&&(!Number.isInteger(t.length)||t.length<1))throw new Error(`Invalid nanoid lengt\
h: ${t.length}`);t.pattern??(t.pattern=t.length===void 0?nanoid:nanoidOfLength(t.length)),$ZodStringFormat.init(e7,t)}),$ZodCUID=$constructor("$ZodCUID",(e7,t)=>{
t.pattern??(t.pattern=cuid),$ZodStringFormat.init(e7,t)}),$ZodCUID2=$constructor("$ZodCUID2",(e7,t)=>{t.pattern??(t.pattern=cuid2),$ZodStringFormat.init(e7,t)}),
$ZodULID=$constructor("$ZodULID",(e7,t)=>{t.pattern??(t.pattern=ulid),$ZodStringFormat.init(e7,t)}),$ZodXID=$constructor("$ZodXID",(e7,t)=>{t.pattern??(t.pattern=
xid),$ZodStringFormat.init(e7,t)}),$ZodKSUID=$constructor("$ZodKSUID",(e7,t)=>{t.pattern??(t.pattern=ksuid),$ZodStringFormat.init(e7,t)}),$ZodISODateTime=$constructor(
"$ZodISODateTime",(e7,t)=>{t.pattern??(t.pattern=datetime(t)),$ZodStringFormat.init(e7,t)}),$ZodISODate=$constructor("$ZodISODate",(e7,t)=>{t.pattern??(t.pattern=
date),$ZodStringFormat.init(e7,t)}),$ZodISOTime=$constructor("$ZodISOTime",(e7,t)=>{t.pattern??(t.pattern=time(t)),$ZodStringFormat.init(e7,t)}),$ZodISODuration=$constructor(
"$ZodISODuration",(e7,t)=>{t.pattern??(t.pattern=duration2),$ZodStringFormat.init(e7,t)}),$ZodIPv4=$constructor("$ZodIPv4",(e7,t)=>{t.pattern??(t.pattern=ipv4),
$ZodStringFormat.init(e7,t)}),pe=/^[0-9a-fA-F:.]+$/;function isValidIPv6(e7){return pe.test(e7)?canParseURL(`http://[${e7}]`):!1}var $ZodIPv6=$constructor("$Zod\
IPv6",(e7,t)=>{t.pattern??(t.pattern=ipv6),$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{isValidIPv6(n3.value)||n3.issues.push({code:"invalid_format",format:"i\
pv6",input:n3.value,inst:e7,continue:!t.abort})}}),$ZodMAC=$constructor("$ZodMAC",(e7,t)=>{t.pattern??(t.pattern=mac(t.delimiter)),$ZodStringFormat.init(e7,t)}),
$ZodCIDRv4=$constructor("$ZodCIDRv4",(e7,t)=>{t.pattern??(t.pattern=cidrv4),$ZodStringFormat.init(e7,t)});function isValidCIDRv6(e7){const t=e7.split("/");if(t.
length!==2)return!1;const[n3,r2]=t;if(!r2)return!1;const o2=Number(r2);return`${o2}`!==r2||o2<0||o2>128?!1:isValidIPv6(n3)}var $ZodCIDRv6=$constructor("$ZodCIDR\
v6",(e7,t)=>{t.pattern??(t.pattern=cidrv6),$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{isValidCIDRv6(n3.value)||n3.issues.push({code:"invalid_format",format:"\
cidrv6",input:n3.value,inst:e7,continue:!t.abort})}});function isValidBase64(e7){if(e7==="")return!0;if(/\s/.test(e7)||e7.length%4!==0)return!1;try{return atob(
e7),!0}catch{return!1}}var base64Charset=/^[0-9a-zA-Z+/]*={0,2}$/,$ZodBase64=$constructor("$ZodBase64",(e7,t)=>{t.pattern??(t.pattern=base64Charset),$ZodStringFormat.
init(e7,t),e7._zod.check=n3=>{isValidBase64(n3.value)||n3.issues.push({code:"invalid_format",format:"base64",input:n3.value,inst:e7,continue:!t.abort})}}),base64urlCharset=/^[A-Za-z0-9_-]*$/;
function isValidBase64URL(e7){if(!base64urlCharset.test(e7))return!1;const t=e7.replace(/[-_]/g,r2=>r2==="-"?"+":"/"),n3=t.padEnd(Math.ceil(t.length/4)*4,"=");return isValidBase64(
n3)}var $ZodBase64URL=$constructor("$ZodBase64URL",(e7,t)=>{t.pattern??(t.pattern=base64urlCharset),$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{isValidBase64URL(
n3.value)||n3.issues.push({code:"invalid_format",format:"base64url",input:n3.value,inst:e7,continue:!t.abort})}}),$ZodE164=$constructor("$ZodE164",(e7,t)=>{t.pattern??
(t.pattern=e164),$ZodStringFormat.init(e7,t)}),fe=/[- ]/g;function de(e7){let t=e7.length,n3=1,r2=0;for(;t;){const o2=e7.charCodeAt(--t)-48;n3^=1,r2+=n3?[0,2,4,
6,8,1,3,5,7,9][o2]:o2}return r2%10===0}function isValidCreditCard(e7){return creditCard.test(e7)?de(e7.replace(fe,"")):!1}var $ZodCreditCard=$constructor("$ZodC\
reditCard",(e7,t)=>{t.pattern??(t.pattern=creditCard),$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{isValidCreditCard(n3.value)||n3.issues.push({code:"invalid_\
format",format:"credit_card",input:n3.value,inst:e7,continue:!t.abort})}});function he(e7){let t=0;const n3=e7.length;for(let r2=4;r2<n3;r2++){const o2=e7.charCodeAt(
r2);t=(o2>=65?t*100+(o2-55):t*10+(o2-48))%97}for(let r2=0;r2<4;r2++){const o2=e7.charCodeAt(r2);t=(o2>=65?t*100+(o2-55):t*10+(o2-48))%97}return t===1}function isValidIBAN(e7){
return iban.test(e7)?he(e7):!1}var $ZodIBAN=$constructor("$ZodIBAN",(e7,t)=>{t.pattern??(t.pattern=iban),$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{isValidIBAN(
n3.value)||n3.issues.push({code:"invalid_format",format:"iban",input:n3.value,inst:e7,continue:!t.abort})}});function isValidJWT(e7,t=null){try{const n3=e7.split(
".");if(n3.length!==3)return!1;const[r2]=n3;if(!r2)return!1;const o2=JSON.parse(atob(r2));return!("typ"in o2&&o2?.typ!=="JWT"||!o2.alg||t&&(!("alg"in o2)||o2.alg!==
t))}catch{return!1}}var $ZodJWT=$constructor("$ZodJWT",(e7,t)=>{$ZodStringFormat.init(e7,t),e7._zod.check=n3=>{isValidJWT(n3.value,t.alg)||n3.issues.push({code:"\
invalid_format",format:"jwt",input:n3.value,inst:e7,continue:!t.abort})}}),$ZodCustomStringFormat=$constructor("$ZodCustomStringFormat",(e7,t)=>{$ZodStringFormat.
init(e7,t),e7._zod.check=n3=>{t.fn(n3.value)||n3.issues.push({code:"invalid_format",format:t.format,input:n3.value,inst:e7,continue:!t.abort})}}),$ZodNumber=$constructor(
"$ZodNumber",(e7,t)=>{$ZodType.init(e7,t),e7._zod.pattern=number,e7._zod.parse=(n3,r2)=>{if(t.coerce)try{n3.value=Number(n3.value)}catch{}const o2=n3.value;if(typeof o2==
"number"&&!Number.isNaN(o2)&&Number.isFinite(o2))return n3;const s2=typeof o2=="number"?Number.isNaN(o2)?"NaN":Number.isFinite(o2)?void 0:String(o2):void 0;return n3.
issues.push({expected:"number",code:"invalid_type",input:o2,inst:e7,...s2?{received:s2}:{}}),n3}}),$ZodNumberFormat=$constructor("$ZodNumberFormat",(e7,t)=>{$ZodCheckNumberFormat.
init(e7,t),$ZodNumber.init(e7,t)}),$ZodBoolean=$constructor("$ZodBoolean",(e7,t)=>{$ZodType.init(e7,t),e7._zod.pattern=boolean,e7._zod.parse=(n3,r2)=>{if(t.coerce)
try{n3.value=!!n3.value}catch{}const o2=n3.value;return typeof o2=="boolean"||n3.issues.push({expected:"boolean",code:"invalid_type",input:o2,inst:e7}),n3}}),$ZodBigInt=$constructor(
"$ZodBigInt",(e7,t)=>{$ZodType.init(e7,t),e7._zod.pattern=bigint,e7._zod.parse=(n3,r2)=>{if(t.coerce)try{n3.value=BigInt(n3.value)}catch{}return typeof n3.value==
"bigint"||n3.issues.push({expected:"bigint",code:"invalid_type",input:n3.value,inst:e7}),n3}}),$ZodBigIntFormat=$constructor("$ZodBigIntFormat",(e7,t)=>{$ZodCheckBigIntFormat.
init(e7,t),$ZodBigInt.init(e7,t)}),$ZodSymbol=$constructor("$ZodSymbol",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>{const o2=n3.value;return typeof o2==
"symbol"||n3.issues.push({expected:"symbol",code:"invalid_type",input:o2,inst:e7}),n3}}),$ZodUndefined=$constructor("$ZodUndefined",(e7,t)=>{$ZodType.init(e7,t),
e7._zod.pattern=x3,e7._zod.values=new Set([void 0]),e7._zod.parse=(n3,r2)=>{const o2=n3.value;return typeof o2>"u"||n3.issues.push({expected:"undefined",code:"i\
nvalid_type",input:o2,inst:e7}),n3}}),$ZodNull=$constructor("$ZodNull",(e7,t)=>{$ZodType.init(e7,t),e7._zod.pattern=p4,e7._zod.values=new Set([null]),e7._zod.parse=
(n3,r2)=>{const o2=n3.value;return o2===null||n3.issues.push({expected:"null",code:"invalid_type",input:o2,inst:e7}),n3}}),$ZodAny=$constructor("$ZodAny",(e7,t)=>{
$ZodType.init(e7,t),e7._zod.parse=n3=>n3}),$ZodUnknown=$constructor("$ZodUnknown",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=n3=>n3}),$ZodNever=$constructor("$Z\
odNever",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>(n3.issues.push({expected:"never",code:"invalid_type",input:n3.value,inst:e7}),n3)}),$ZodVoid=$constructor(
"$ZodVoid",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>{const o2=n3.value;return typeof o2>"u"||n3.issues.push({expected:"void",code:"invalid_type",input:o2,
inst:e7}),n3}}),$ZodDate=$constructor("$ZodDate",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>{if(t.coerce)try{n3.value=new Date(n3.value)}catch{}const o2=n3.
value,s2=o2 instanceof Date;return s2&&!Number.isNaN(o2.getTime())||n3.issues.push({expected:"date",code:"invalid_type",input:o2,...s2?{received:"Invalid Date"}:
{},inst:e7}),n3}});function E3(e7,t){const n3=sizeCaps(e7._zod.def.checks);if(!n3.length)return;const r2=Math.min(...n3.map(s2=>s2[0])),o2=e7._zod.parse;e7._zod.
parse=(s2,i)=>{const p7=t(s2.value);if(p7>r2&&!i?.skipChecks&&i?.direction!=="backward"){for(const[f5,c2]of sizeCaps(e7._zod.def.checks))if(p7>f5&&c2._zod.def.when(
s2)){const l3=s2.issues.length;return c2._zod.check(s2),s2.issues[l3].continue=!1,attachSchema(s2.issues,l3,e7),s2}}return o2(s2,i)}}var ve=e7=>Array.isArray(e7)?
e7.length:-1,_e=e7=>e7 instanceof Map?e7.size:-1,me=e7=>e7 instanceof Set?e7.size:-1;function V(e7,t,n3){e7.issues.length&&t.issues.push(...prefixIssues(n3,e7.issues)),
t.value[n3]=e7.value}var $ZodArray=$constructor("$ZodArray",(e7,t)=>{$ZodType.init(e7,t);const n3=globalConfig.memoizer;n3?.attach(e7),e7._zod.parse=(r2,o2)=>{const s2=r2.
value;if(!Array.isArray(s2))return r2.issues.push({expected:"array",code:"invalid_type",input:s2,inst:e7}),r2;r2.value=n3?n3.alloc(e7,r2,Array(s2.length),o2):Array(
s2.length);const i=[],p7=o2?.abortEarly;for(let f5=0;f5<s2.length;f5++){const c2=s2[f5],l3=t.element._zod.run({value:c2,issues:[]},o2);if(l3 instanceof Promise)
i.push(l3.then(v4=>V(v4,r2,f5)));else if(V(l3,r2,f5),p7&&l3.issues.length!==0&&aborted(l3))break}return i.length?Promise.all(i).then(()=>r2):r2},E3(e7,ve)});function T(e7,t,n3,r2,o2,s2){
const i=n3 in r2,p7=s2==="optional";if(!(!i&&p7&&o2==="optional")){if(e7.issues.length){if(o2!==void 0&&p7&&!i)return;t.issues.push(...prefixIssues(n3,e7.issues))}
if(!i&&o2===void 0){e7.issues.length||t.issues.push({code:"invalid_type",expected:"nonoptional",input:void 0,path:[n3]});return}e7.value===void 0?(i||o2==="defa\
ulted"&&!p7)&&(t.value[n3]=void 0):t.value[n3]=e7.value}}var $e=[];function F(e7){const t=Object.keys(e7.shape),n3=Object.getOwnPropertySymbols(e7.shape),r2=n3.
length?n3:$e,o2=r2.length?[...t,...r2]:t;for(const i of o2)if(!e7.shape?.[i]?._zod?.traits?.has("$ZodType"))throw new Error(`Invalid element at key "${String(i)}\
": expected a Zod schema`);const s2=optionalKeys(e7.shape);return{...e7,allKeys:o2,symbolKeys:r2,keySet:new Set(t),numKeys:t.length,optionalKeys:new Set(s2)}}function K(e7,t,n3,r2,o2,s2,i){
const p7=[],f5=o2.keySet,c2=o2.catchall._zod,l3=c2.def.type,v4=c2.optin,_6=c2.optout;let d4=0;for(const h3 in t){if(i&&n3.issues.length!==d4){if(aborted(n3,d4))
break;d4=n3.issues.length}if(f5.has(h3))continue;if(h3==="__proto__"){l3==="never"&&p7.push(h3);continue}if(l3==="never"){p7.push(h3);continue}const z3=c2.run({
value:t[h3],issues:[]},r2);z3 instanceof Promise?e7.push(z3.then(g4=>T(g4,n3,h3,t,v4,_6))):T(z3,n3,h3,t,v4,_6)}return p7.length&&n3.issues.push({code:"unrecogni\
zed_keys",keys:p7,input:t,inst:s2,continue:!0}),e7.length?Promise.all(e7).then(()=>n3):n3}var $ZodObject=$constructor("$ZodObject",(e7,t)=>{$ZodType.init(e7,t);
const n3=Object.getOwnPropertyDescriptor(t,"shape"),r2=n3?.get?n3.get.raw:t.shape??{};if(r2){const c2=()=>{const l3={...r2};return Object.defineProperty(t,"shap\
e",{value:l3}),c2.raw=l3,l3};c2.raw=r2,Object.defineProperty(t,"shape",{get:c2})}const o2=cached(()=>F(t));defineLazyInternal(e7,"propValues",c2=>{const l3=c2.def.
shape,v4={};for(const _6 in l3){const d4=l3[_6]._zod;if(d4.values){Object.prototype.hasOwnProperty.call(v4,_6)||assignProp(v4,_6,new Set);for(const h3 of d4.values)
v4[_6].add(h3);d4.optin!==void 0&&v4[_6].add(void 0)}}return v4});const s2=isObject,i=t.catchall;let p7;const f5=globalConfig.memoizer;f5?.attach(e7),e7._zod.parse=
(c2,l3)=>{p7??(p7=o2.value);const v4=c2.value;if(!s2(v4))return c2.issues.push({expected:"object",code:"invalid_type",input:v4,inst:e7}),c2;c2.value=f5?f5.alloc(
e7,c2,{},l3):{};const _6=[],d4=p7.shape,h3=l3?.abortEarly;let z3=c2.issues.length;for(const g4 of p7.allKeys){if(h3&&c2.issues.length!==z3){if(aborted(c2,z3))break;
z3=c2.issues.length}if(g4==="__proto__")continue;const w5=d4[g4],I2=w5._zod.optin,x6=w5._zod.optout,P6=w5._zod.run({value:v4[g4],issues:[]},l3);P6 instanceof Promise?
_6.push(P6.then(b4=>T(b4,c2,g4,v4,I2,x6))):T(P6,c2,g4,v4,I2,x6)}return i?K(_6,v4,c2,l3,o2.value,e7,h3===!0):_6.length?Promise.all(_6).then(()=>c2):c2}}),$ZodObjectJIT=$constructor(
"$ZodObjectJIT",(e7,t)=>{$ZodObject.init(e7,t);const n3=e7._zod.parse,r2=cached(()=>F(t)),o2=globalConfig.memoizer,s2=d4=>{const h3=r2.value,z3=h3.symbolKeys,g4=new Doc(
["payload","ctx"],{shape:d4,inst:e7,memo:o2,syms:z3}),w5=b4=>`shape[${b4}]._zod.run({ value: input[${b4}], issues: [] }, ctx)`,I2=(b4,$4)=>`
          let ${b4}_ab = false;
          for (let i = 0; i < ${b4}.issues.length; i++) {
            const iss = ${b4}.issues[i];
            iss.path = iss.path ? [${$4}, ...iss.path] : [${$4}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${b4}_ab = true;
          }
          if (${b4}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;g4.write("const input = payload.value;");const x6=Object.create(null);let P6=0;for(const b4 of h3.allKeys)x6[b4]=`key_${P6++}`;g4.write(o2?"const n\
ewResult = memo.alloc(inst, payload, {}, ctx);":"const newResult = {};");for(const b4 of h3.allKeys){if(b4==="__proto__")continue;const $4=x6[b4],Z3=typeof b4==
"symbol"?`syms[${z3.indexOf(b4)}]`:esc(b4),O5=`${Z3} in input`,C4=d4[b4],L3=C4?._zod?.optin,N2=L3!==void 0,se=C4?._zod?.optout==="optional";if(g4.write(`const ${$4}\
 = ${w5(Z3)};`),N2&&se){const ie=L3==="optional"?`${$4}_present`:`${$4}.value !== undefined || ${$4}_present`;g4.write(`
        const ${$4}_present = ${O5};
        if (!${$4}.issues.length || ${$4}_present) {
          if (${$4}.issues.length) {${I2($4,Z3)}
          }

          if (${ie}) {
            newResult[${Z3}] = ${$4}.value;
          }
        }

      `)}else N2?(g4.write(`
        if (${$4}.issues.length) {${I2($4,Z3)}
        }
      `),L3==="defaulted"?g4.write(`newResult[${Z3}] = ${$4}.value;`):g4.write(`
        if (${$4}.value !== undefined || ${O5}) {
          newResult[${Z3}] = ${$4}.value;
        }
      `)):g4.write(`
        const ${$4}_present = ${O5};
        if (${$4}.issues.length) {${I2($4,Z3)}
        }
        if (!${$4}_present && !${$4}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${Z3}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${$4}_present) {
          newResult[${Z3}] = ${$4}.value;
        }

      `)}return g4.write("payload.value = newResult;"),g4.write("return payload;"),g4.compile()};let i;const p7=isObject,f5=!globalConfig.jitless,c2=allowsEval,
l3=f5&&c2.value,v4=t.catchall;let _6;e7._zod.parse=(d4,h3)=>{_6??(_6=r2.value);const z3=d4.value;return p7(z3)?f5&&l3&&h3?.async===!1&&h3.jitless!==!0?(i||(i=s2(
t.shape)),d4=i(d4,h3),v4?K([],z3,d4,h3,_6,e7,h3?.abortEarly===!0):d4):n3(d4,h3):(d4.issues.push({expected:"object",code:"invalid_type",input:z3,inst:e7}),d4)}});
function B(e7,t,n3,r2){for(const s2 of e7)if(s2.issues.length===0)return t.value=s2.value,t;const o2=e7.filter(s2=>!aborted(s2));return o2.length===1?(t.value=o2[0].
value,o2[0]):(t.issues.push({code:"invalid_union",input:t.value,inst:n3,errors:e7.map(s2=>s2.issues.map(i=>finalizeIssue(i,r2,config())))}),t)}var $ZodUnion=$constructor(
"$ZodUnion",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"optin",r2=>r2.def.options.some(o2=>o2._zod.optin==="defaulted")?"defaulted":r2.def.options.some(
o2=>o2._zod.optin!==void 0)?"optional":void 0),defineLazyInternal(e7,"optout",r2=>r2.def.options.some(o2=>o2._zod.optout==="optional")?"optional":void 0),defineLazyInternal(
e7,"values",r2=>{if(r2.def.options.every(o2=>o2._zod.values))return new Set(r2.def.options.flatMap(o2=>Array.from(o2._zod.values)))}),defineLazyInternal(e7,"pat\
tern",r2=>{if(r2.def.options.every(o2=>o2._zod.pattern)){const o2=r2.def.options.map(s2=>s2._zod.pattern);return new RegExp(`^(${o2.map(s2=>cleanRegex(s2.source)).
join("|")})$`)}});const n3=t.options.length===1?t.options[0]._zod.run:null;e7._zod.parse=(r2,o2)=>{if(n3)return n3(r2,o2);let s2=!1;const i=[];for(const p7 of t.
options){const f5=p7._zod.run({value:r2.value,issues:[]},o2);if(f5 instanceof Promise)i.push(f5),s2=!0;else{if(f5.issues.length===0)return f5;i.push(f5)}}return s2?
Promise.all(i).then(p7=>B(p7,r2,e7,o2)):B(i,r2,e7,o2)}});function M(e7,t,n3,r2){const o2=[];for(let s2=0;s2<e7.length;s2++)e7[s2].issues.length===0&&o2.push(s2);
return o2.length===1?(t.value=e7[o2[0]].value,t):(o2.length===0?t.issues.push({code:"invalid_union",input:t.value,inst:n3,errors:e7.map(s2=>s2.issues.map(i=>finalizeIssue(
i,r2,config())))}):t.issues.push({code:"invalid_union",input:t.value,inst:n3,errors:[],inclusive:!1,matches:o2}),t)}var $ZodXor=$constructor("$ZodXor",(e7,t)=>{
$ZodUnion.init(e7,t),t.inclusive=!1;const n3=t.options.length===1?t.options[0]._zod.run:null;e7._zod.parse=(r2,o2)=>{if(n3)return n3(r2,o2);let s2=!1;const i=[];
for(const p7 of t.options){const f5=p7._zod.run({value:r2.value,issues:[]},o2);f5 instanceof Promise?(i.push(f5),s2=!0):i.push(f5)}return s2?Promise.all(i).then(
p7=>M(p7,r2,e7,o2)):M(i,r2,e7,o2)}});function getDiscriminatedOption(e7,t){const n3=e7._zod;let r2=n3.bag.optionsMap;r2||(r2=J(n3.def),n3.bag.optionsMap=r2);const o2=r2.
get(t);if(o2===null)throw new Error(`Ambiguous discriminator value "${String(t)}"`);return o2}function J(e7){const t=new Map;for(const n3 of e7.options){const r2=n3.
_zod.propValues?.[e7.discriminator];if(!r2||r2.size===0)throw new Error(`Invalid discriminated union option at index "${e7.options.indexOf(n3)}"`);for(const o2 of r2)
if(t.has(o2)){if(o2!==void 0)throw new Error(`Duplicate discriminator value "${String(o2)}"`);t.set(o2,null)}else t.set(o2,n3)}return t}var $ZodDiscriminatedUnion=$constructor(
"$ZodDiscriminatedUnion",(e7,t)=>{t.inclusive=!1,$ZodUnion.init(e7,t);const n3=e7._zod.parse;defineLazyInternal(e7,"propValues",o2=>{const s2={};let i=0;for(const p7 of o2.
def.options){const f5=p7._zod.propValues;if(!f5||Object.keys(f5).length===0)throw new Error(`Invalid discriminated union option at index "${o2.def.options.indexOf(
p7)}"`);f5[o2.def.discriminator]?.has(void 0)&&i++;for(const[c2,l3]of Object.entries(f5)){Object.prototype.hasOwnProperty.call(s2,c2)||assignProp(s2,c2,new Set);
for(const v4 of l3)s2[c2].add(v4)}}return!o2.def.unionFallback&&i>1&&s2[o2.def.discriminator]?.delete(void 0),s2}),t.options.forEach((o2,s2)=>{const i=rawShape(
o2._zod.def);if(i&&!Object.prototype.hasOwnProperty.call(i,t.discriminator))throw new Error(`Invalid discriminated union option at index "${s2}"`)});const r2=cached(
()=>J(t));e7._zod.parse=(o2,s2)=>{const i=o2.value;if(!isObject(i))return o2.issues.push({code:"invalid_type",expected:"object",input:i,inst:e7}),o2;const p7=i?.[t.
discriminator],f5=r2.value.get(p7);return f5&&(p7!==void 0||s2.direction!=="backward")?f5._zod.run(o2,s2):t.unionFallback||s2.direction==="backward"?n3(o2,s2):(o2.
issues.push({code:"invalid_union",errors:[],note:"No matching discriminator",discriminator:t.discriminator,options:Array.from(r2.value.keys()).filter(c2=>r2.value.
get(c2)!==null),input:i,path:[t.discriminator],inst:e7}),o2)}}),$ZodIntersection=$constructor("$ZodIntersection",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>{
const o2=n3.value,s2=t.left._zod.run({value:o2,issues:[]},r2),i=t.right._zod.run({value:o2,issues:[]},r2);return s2 instanceof Promise||i instanceof Promise?Promise.
all([s2,i]).then(([f5,c2])=>W(n3,f5,c2)):W(n3,s2,i)}});function mergeValues(e7,t){if(e7===t)return{valid:!0,data:e7};if(e7 instanceof Date&&t instanceof Date&&+e7==
+t)return{valid:!0,data:e7};if(isPlainObject(e7)&&isPlainObject(t)){const n3=Object.keys(t),r2=Object.keys(e7).filter(s2=>n3.indexOf(s2)!==-1),o2={...e7,...t};Object.
prototype.hasOwnProperty.call(o2,"__proto__")&&delete o2.__proto__;for(const s2 of r2){if(s2==="__proto__")continue;const i=mergeValues(e7[s2],t[s2]);if(!i.valid)
return{valid:!1,mergeErrorPath:[s2,...i.mergeErrorPath]};o2[s2]=i.data}return{valid:!0,data:o2}}if(Array.isArray(e7)&&Array.isArray(t)){if(e7.length!==t.length)
return{valid:!1,mergeErrorPath:[]};const n3=[];for(let r2=0;r2<e7.length;r2++){const o2=e7[r2],s2=t[r2],i=mergeValues(o2,s2);if(!i.valid)return{valid:!1,mergeErrorPath:[
r2,...i.mergeErrorPath]};n3.push(i.data)}return{valid:!0,data:n3}}return{valid:!1,mergeErrorPath:[]}}function W(e7,t,n3){const r2=new Map;let o2;const s2=new Map,
i=(c2,l3)=>{let v4;if(c2.code==="unrecognized_keys"&&!c2.path?.length)o2??(o2=c2),v4=c2.keys;else if(c2.code==="invalid_key"&&c2.origin==="record"&&c2.path?.length===
1){const _6=String(c2.path[0]);s2.has(_6)||s2.set(_6,c2),v4=[_6]}else return!1;for(const _6 of v4)r2.has(_6)||r2.set(_6,{}),r2.get(_6)[l3]=!0;return!0};for(const c2 of t.
issues)i(c2,"l")||e7.issues.push(c2);for(const c2 of n3.issues)i(c2,"r")||e7.issues.push(c2);const p7=[...r2].filter(([,c2])=>c2.l&&c2.r).map(([c2])=>c2);if(p7.
length){const c2=o2?p7.filter(l3=>o2.keys.includes(l3)):[];c2.length&&e7.issues.push({...o2,keys:c2});for(const l3 of p7)!c2.includes(l3)&&s2.has(l3)&&e7.issues.
push(s2.get(l3))}const f5=mergeValues(t.value,n3.value);if(!f5.valid){if(aborted(e7))return e7;throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(
f5.mergeErrorPath)}`)}return e7.value=f5.data,e7}var $ZodTuple=$constructor("$ZodTuple",(e7,t)=>{$ZodType.init(e7,t);const n3=t.items,r2=globalConfig.memoizer;r2?.
attach(e7),e7._zod.parse=(o2,s2)=>{const i=o2.value;if(!Array.isArray(i))return o2.issues.push({input:i,inst:e7,expected:"tuple",code:"invalid_type"}),o2;o2.value=
r2?r2.alloc(e7,o2,[],s2):[];const p7=[],f5=X(n3,"optin"),c2=X(n3,"optout");if(!t.rest){if(i.length<f5)return o2.issues.push({code:"too_small",minimum:f5,inclusive:!0,
input:i,inst:e7,origin:"array"}),o2;i.length>n3.length&&o2.issues.push({code:"too_big",maximum:n3.length,inclusive:!0,input:i,inst:e7,origin:"array"})}const l3=new Array(
n3.length),v4=t.rest?s2?.abortEarly:void 0;let _6=!1;for(let d4=0;d4<n3.length;d4++){const h3=n3[d4]._zod.run({value:i[d4],issues:[]},s2);h3 instanceof Promise?
p7.push(h3.then(z3=>{l3[d4]=z3})):(l3[d4]=h3,v4&&!_6&&h3.issues.length&&(_6=aborted(h3)))}if(t.rest&&!_6){let d4=n3.length-1;const h3=i.slice(n3.length);let z3=o2.
issues.length;for(const g4 of h3){if(v4&&o2.issues.length!==z3){if(aborted(o2,z3))break;z3=o2.issues.length}d4++;const w5=t.rest._zod.run({value:g4,issues:[]},s2);
w5 instanceof Promise?p7.push(w5.then(I2=>G(I2,o2,d4))):G(w5,o2,d4)}}return p7.length?Promise.all(p7).then(()=>H(l3,o2,n3,i,c2)):H(l3,o2,n3,i,c2)}});function X(e7,t){
for(let n3=e7.length-1;n3>=0;n3--)if(!(t==="optin"?e7[n3]._zod.optin!==void 0:e7[n3]._zod.optout==="optional"))return n3+1;return 0}function G(e7,t,n3){e7.issues.
length&&t.issues.push(...prefixIssues(n3,e7.issues)),t.value[n3]=e7.value}function H(e7,t,n3,r2,o2){for(let s2=0;s2<n3.length;s2++){const i=e7[s2],p7=s2<r2.length;
if(!p7&&s2>=o2&&n3[s2]._zod.optin==="optional"){t.value.length=s2;break}if(i.issues.length){if(!p7&&s2>=o2){t.value.length=s2;break}t.issues.push(...prefixIssues(
s2,i.issues))}t.value[s2]=i.value}for(let s2=t.value.length-1;s2>=r2.length&&n3[s2]._zod.optout==="optional"&&t.value[s2]===void 0;s2--)t.value.length=s2;return t}
var $ZodRecord=$constructor("$ZodRecord",(e7,t)=>{$ZodType.init(e7,t);const n3=globalConfig.memoizer;n3?.attach(e7),e7._zod.parse=(r2,o2)=>{const s2=r2.value;if(!isPlainObject(
s2))return r2.issues.push({expected:"record",code:"invalid_type",input:s2,inst:e7}),r2;const i=[],p7=t.keyType._zod.values;if(p7&&!t.partial){r2.value=n3?n3.alloc(
e7,r2,{},o2):{};const f5=new Set;for(const l3 of p7)if(typeof l3=="string"||typeof l3=="number"||typeof l3=="symbol"){if(f5.add(typeof l3=="number"?l3.toString():
l3),l3==="__proto__")continue;const v4=t.keyType._zod.run({value:l3,issues:[]},o2);if(v4 instanceof Promise)throw new Error("Async schemas not supported in obje\
ct keys currently");if(v4.issues.length){r2.issues.push({code:"invalid_key",origin:"record",issues:v4.issues.map(h3=>finalizeIssue(h3,o2,config())),input:l3,path:[
l3],inst:e7});continue}const _6=v4.value;if(_6==="__proto__")continue;const d4=t.valueType._zod.run({value:s2[l3],issues:[]},o2);d4 instanceof Promise?i.push(d4.
then(h3=>{h3.issues.length&&r2.issues.push(...prefixIssues(l3,h3.issues)),r2.value[_6]=h3.value})):(d4.issues.length&&r2.issues.push(...prefixIssues(l3,d4.issues)),
r2.value[_6]=d4.value)}let c2;for(const l3 in s2)if(!f5.has(l3))if(t.mode==="loose"){if(l3==="__proto__")continue;r2.value[l3]=s2[l3]}else c2=c2??[],c2.push(l3);
c2&&c2.length>0&&r2.issues.push({code:"unrecognized_keys",input:s2,inst:e7,keys:c2,continue:!0})}else{r2.value=n3?n3.alloc(e7,r2,{},o2):{};let f5;for(const c2 of Reflect.
ownKeys(s2)){if(c2==="__proto__"||!Object.prototype.propertyIsEnumerable.call(s2,c2))continue;let l3=t.keyType._zod.run({value:c2,issues:[]},o2);if(l3 instanceof
Promise)throw new Error("Async schemas not supported in object keys currently");if(typeof c2=="string"&&number.test(c2)&&l3.issues.length){const h3=t.keyType._zod.
run({value:Number(c2),issues:[]},o2);if(h3 instanceof Promise)throw new Error("Async schemas not supported in object keys currently");h3.issues.length===0&&(l3=
h3)}if(l3.issues.length){t.mode==="loose"?r2.value[c2]=s2[c2]:p7?(f5=f5??[],f5.push(c2)):r2.issues.push({code:"invalid_key",origin:"record",issues:l3.issues.map(
h3=>finalizeIssue(h3,o2,config())),input:c2,path:[c2],inst:e7});continue}const _6=l3.value;if(_6==="__proto__")continue;const d4=t.valueType._zod.run({value:s2[c2],
issues:[]},o2);d4 instanceof Promise?i.push(d4.then(h3=>{h3.issues.length&&r2.issues.push(...prefixIssues(c2,h3.issues)),r2.value[_6]=h3.value})):(d4.issues.length&&
r2.issues.push(...prefixIssues(c2,d4.issues)),r2.value[_6]=d4.value)}f5&&f5.length>0&&r2.issues.push({code:"unrecognized_keys",input:s2,inst:e7,keys:f5,continue:!0})}
return i.length?Promise.all(i).then(()=>r2):r2}}),$ZodMap=$constructor("$ZodMap",(e7,t)=>{$ZodType.init(e7,t);const n3=globalConfig.memoizer;n3?.attach(e7),e7._zod.
parse=(r2,o2)=>{const s2=r2.value;if(!(s2 instanceof Map))return r2.issues.push({expected:"map",code:"invalid_type",input:s2,inst:e7}),r2;const i=[];r2.value=n3?
n3.alloc(e7,r2,new Map,o2):new Map;const p7=o2?.abortEarly;let f5=r2.issues.length;for(const[c2,l3]of s2){if(p7&&r2.issues.length!==f5){if(aborted(r2,f5))break;
f5=r2.issues.length}const v4=t.keyType._zod.run({value:c2,issues:[]},o2),_6=t.valueType._zod.run({value:l3,issues:[]},o2);v4 instanceof Promise||_6 instanceof Promise?
i.push(Promise.all([v4,_6]).then(([d4,h3])=>{Y(d4,h3,r2,c2,s2,e7,o2)})):Y(v4,_6,r2,c2,s2,e7,o2)}return i.length?Promise.all(i).then(()=>r2):r2},E3(e7,_e)});function Y(e7,t,n3,r2,o2,s2,i){
e7.issues.length&&(propertyKeyTypes.has(typeof r2)?n3.issues.push(...prefixIssues(r2,e7.issues)):n3.issues.push({code:"invalid_key",origin:"map",input:o2,inst:s2,
issues:e7.issues.map(p7=>finalizeIssue(p7,i,config()))})),t.issues.length&&(propertyKeyTypes.has(typeof r2)?n3.issues.push(...prefixIssues(r2,t.issues)):n3.issues.
push({origin:"map",code:"invalid_element",input:o2,inst:s2,key:r2,issues:t.issues.map(p7=>finalizeIssue(p7,i,config()))})),n3.value.set(e7.value,t.value)}var $ZodSet=$constructor(
"$ZodSet",(e7,t)=>{$ZodType.init(e7,t);const n3=globalConfig.memoizer;n3?.attach(e7),e7._zod.parse=(r2,o2)=>{const s2=r2.value;if(!(s2 instanceof Set))return r2.
issues.push({input:s2,inst:e7,expected:"set",code:"invalid_type"}),r2;const i=[];r2.value=n3?n3.alloc(e7,r2,new Set,o2):new Set;const p7=o2?.abortEarly;let f5=r2.
issues.length;for(const c2 of s2){if(p7&&r2.issues.length!==f5){if(aborted(r2,f5))break;f5=r2.issues.length}const l3=t.valueType._zod.run({value:c2,issues:[]},o2);
l3 instanceof Promise?i.push(l3.then(v4=>q(v4,r2))):q(l3,r2)}return i.length?Promise.all(i).then(()=>r2):r2},E3(e7,me)});function q(e7,t){e7.issues.length&&t.issues.
push(...e7.issues),t.value.add(e7.value)}var $ZodEnum=$constructor("$ZodEnum",(e7,t)=>{$ZodType.init(e7,t);const n3=getEnumValues(t.entries),r2=new Set(n3);e7._zod.
values=r2,defineLazyInternal(e7,"pattern",o2=>{const s2=getEnumValues(o2.def.entries).filter(i=>propertyKeyTypes.has(typeof i));return new RegExp(s2.length?`^(${s2.
map(i=>escapeRegex(i.toString())).join("|")})$`:"^[^\\s\\S]$")}),e7._zod.parse=(o2,s2)=>{const i=o2.value;return r2.has(i)||o2.issues.push({code:"invalid_value",
values:n3,input:i,inst:e7}),o2}}),$ZodLiteral=$constructor("$ZodLiteral",(e7,t)=>{$ZodType.init(e7,t);const n3=new Set(t.values);e7._zod.values=n3,defineLazyInternal(
e7,"pattern",r2=>{const o2=r2.def.values;return new RegExp(o2.length?`^(${o2.map(s2=>typeof s2=="string"?escapeRegex(s2):s2?escapeRegex(s2.toString()):String(s2)).
join("|")})$`:"^[^\\s\\S]$")}),e7._zod.parse=(r2,o2)=>{const s2=r2.value;return n3.has(s2)||r2.issues.push({code:"invalid_value",values:t.values,input:s2,inst:e7}),
r2}}),$ZodFile=$constructor("$ZodFile",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>{const o2=n3.value;return o2 instanceof File||n3.issues.push({expected:"\
file",code:"invalid_type",input:o2,inst:e7}),n3}}),$ZodTransform=$constructor("$ZodTransform",(e7,t)=>{$ZodType.init(e7,t),e7._zod.optin="optional",globalConfig.
memoizer?.guard(e7),e7._zod.parse=(n3,r2)=>{if(r2.direction==="backward")throw new $ZodEncodeError(e7.constructor.name);const o2=t.transform(n3.value,n3);if(r2.
async)return(o2 instanceof Promise?o2:Promise.resolve(o2)).then(i=>(n3.value=i,n3));if(o2 instanceof Promise)throw new $ZodAsyncError;return n3.value=o2,n3}});function Q(e7,t){
return e7.value=t.issues.length?void 0:t.value,e7}var $ZodOptional=$constructor("$ZodOptional",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"optin",n3=>n3.
def.innerType._zod.optin==="defaulted"?"defaulted":"optional"),e7._zod.optout="optional",defineLazyInternal(e7,"values",n3=>{const r2=n3.def.innerType._zod.values;
return r2?new Set([...r2,void 0]):void 0}),defineLazyInternal(e7,"pattern",n3=>{const r2=n3.def.innerType._zod.pattern;return r2?new RegExp(`^(${cleanRegex(r2.source)}\
)?$`):void 0}),e7._zod.parse=(n3,r2)=>{if(n3.value===void 0){if(t.innerType._zod.optin!=="defaulted")return n3;const o2=t.innerType._zod.run({value:n3.value,issues:[]},
r2);return o2 instanceof Promise?o2.then(s2=>Q(n3,s2)):Q(n3,o2)}return t.innerType._zod.run(n3,r2)}}),$ZodExactOptional=$constructor("$ZodExactOptional",(e7,t)=>{
$ZodOptional.init(e7,t),defineLazyInternal(e7,"values",n3=>n3.def.innerType._zod.values),defineLazyInternal(e7,"pattern",n3=>n3.def.innerType._zod.pattern),e7._zod.
parse=(n3,r2)=>t.innerType._zod.run(n3,r2)}),$ZodNullable=$constructor("$ZodNullable",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"optin",n3=>n3.def.innerType.
_zod.optin),defineLazyInternal(e7,"optout",n3=>n3.def.innerType._zod.optout),defineLazyInternal(e7,"pattern",n3=>{const r2=n3.def.innerType._zod.pattern;return r2?
new RegExp(`^(${cleanRegex(r2.source)}|null)$`):void 0}),defineLazyInternal(e7,"values",n3=>n3.def.innerType._zod.values?new Set([...n3.def.innerType._zod.values,
null]):void 0),e7._zod.parse=(n3,r2)=>n3.value===null?n3:t.innerType._zod.run(n3,r2)}),$ZodDefault=$constructor("$ZodDefault",(e7,t)=>{$ZodType.init(e7,t),e7._zod.
optin="defaulted",defineLazyInternal(e7,"values",n3=>n3.def.innerType._zod.values),e7._zod.parse=(n3,r2)=>{if(r2.direction==="backward")return t.innerType._zod.
run(n3,r2);if(n3.value===void 0)return n3.value=t.defaultValue,n3;const o2=t.innerType._zod.run(n3,r2);return o2 instanceof Promise?o2.then(s2=>ee(s2,t)):ee(o2,
t)}});function ee(e7,t){return e7.value===void 0&&(e7.value=t.defaultValue),e7}var $ZodPrefault=$constructor("$ZodPrefault",(e7,t)=>{$ZodType.init(e7,t),e7._zod.
optin="defaulted",defineLazyInternal(e7,"values",n3=>n3.def.innerType._zod.values),e7._zod.parse=(n3,r2)=>(r2.direction==="backward"||n3.value===void 0&&(n3.value=
t.defaultValue),t.innerType._zod.run(n3,r2))}),$ZodNonOptional=$constructor("$ZodNonOptional",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"values",n3=>{const r2=n3.
def.innerType._zod.values;return r2?new Set([...r2].filter(o2=>o2!==void 0)):void 0}),e7._zod.parse=(n3,r2)=>{const o2=t.innerType._zod.run(n3,r2);return o2 instanceof
Promise?o2.then(s2=>te(s2,e7)):te(o2,e7)}});function te(e7,t){return!e7.issues.length&&e7.value===void 0&&e7.issues.push({code:"invalid_type",expected:"nonoptio\
nal",input:e7.value,inst:t}),e7}var $ZodSuccess=$constructor("$ZodSuccess",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>{if(r2.direction==="backward")throw new $ZodEncodeError(
"ZodSuccess");const o2=t.innerType._zod.run(n3,r2);return o2 instanceof Promise?o2.then(s2=>(n3.value=s2.issues.length===0,n3)):(n3.value=o2.issues.length===0,n3)}});
function ne(e7,t,n3,r2){return t.issues.length?(e7.value=n3.catchValue({...t,value:e7.value,error:{issues:t.issues.map(o2=>finalizeIssue(o2,r2,config()))},input:e7.
value}),e7):(e7.value=t.value,t.memo&&(e7.memo=!0),e7)}var $ZodCatch=$constructor("$ZodCatch",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"optin",n3=>n3.
def.innerType._zod.optin==="defaulted"?"defaulted":"optional"),defineLazyInternal(e7,"optout",n3=>n3.def.innerType._zod.optout),defineLazyInternal(e7,"values",n3=>n3.
def.innerType._zod.values),e7._zod.parse=(n3,r2)=>{if(r2.direction==="backward")return t.innerType._zod.run(n3,r2);const o2=t.innerType._zod.run({value:n3.value,
issues:[]},r2);return o2 instanceof Promise?o2.then(s2=>ne(n3,s2,t,r2)):ne(n3,o2,t,r2)}}),$ZodNaN=$constructor("$ZodNaN",(e7,t)=>{$ZodType.init(e7,t),e7._zod.parse=
(n3,r2)=>((typeof n3.value!="number"||!Number.isNaN(n3.value))&&n3.issues.push({input:n3.value,inst:e7,expected:"nan",code:"invalid_type"}),n3)}),$ZodPipe=$constructor(
"$ZodPipe",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"values",n3=>n3.def.in._zod.values),defineLazyInternal(e7,"optin",n3=>n3.def.in._zod.optin),defineLazyInternal(
e7,"optout",n3=>n3.def.out._zod.optout),defineLazyInternal(e7,"propValues",n3=>n3.def.in._zod.propValues),e7._zod.parse=(n3,r2)=>{if(r2.direction==="backward"){
const s2=t.out._zod.run(n3,r2);return s2 instanceof Promise?s2.then(i=>R(i,t.in,r2)):R(s2,t.in,r2)}const o2=t.in._zod.run(n3,r2);return o2 instanceof Promise?o2.
then(s2=>R(s2,t.out,r2)):R(o2,t.out,r2)}});function R(e7,t,n3){return e7.issues.some(r2=>r2.code!=="unrecognized_keys")?(e7.aborted=!0,e7):t._zod.run({value:e7.
value,issues:e7.issues},n3)}var $ZodCodec=$constructor("$ZodCodec",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"values",n3=>n3.def.in._zod.values),defineLazyInternal(
e7,"optin",n3=>n3.def.in._zod.optin),defineLazyInternal(e7,"optout",n3=>n3.def.out._zod.optout),defineLazyInternal(e7,"propValues",n3=>n3.def.in._zod.propValues),
e7._zod.parse=(n3,r2)=>{if((r2.direction||"forward")==="forward"){const s2=t.in._zod.run(n3,r2);return s2 instanceof Promise?s2.then(i=>S2(i,t,r2)):S2(s2,t,r2)}else{
const s2=t.out._zod.run(n3,r2);return s2 instanceof Promise?s2.then(i=>S2(i,t,r2)):S2(s2,t,r2)}}});function S2(e7,t,n3){if(e7.issues.length)return e7.aborted=!0,
e7;if((n3.direction||"forward")==="forward"){const o2=t.transform(e7.value,e7);return o2 instanceof Promise?o2.then(s2=>y3(e7,s2,t.out,n3)):y3(e7,o2,t.out,n3)}else{
const o2=t.reverseTransform(e7.value,e7);return o2 instanceof Promise?o2.then(s2=>y3(e7,s2,t.in,n3)):y3(e7,o2,t.in,n3)}}function y3(e7,t,n3,r2){return e7.issues.
length?(e7.aborted=!0,e7):n3._zod.run({value:t,issues:e7.issues},r2)}var $ZodPreprocess=$constructor("$ZodPreprocess",(e7,t)=>{$ZodPipe.init(e7,t)}),$ZodReadonly=$constructor(
"$ZodReadonly",(e7,t)=>{$ZodType.init(e7,t),defineLazyInternal(e7,"propValues",n3=>n3.def.innerType._zod.propValues),defineLazyInternal(e7,"values",n3=>n3.def.innerType.
_zod.values),defineLazyInternal(e7,"optin",n3=>n3.def.innerType?._zod?.optin),defineLazyInternal(e7,"optout",n3=>n3.def.innerType?._zod?.optout),e7._zod.parse=(n3,r2)=>{
if(r2.direction==="backward")return t.innerType._zod.run(n3,r2);const o2=t.innerType._zod.run(n3,r2);return o2 instanceof Promise?o2.then(re):re(o2)}});function re(e7){
return e7.memo||(e7.value=Object.freeze(e7.value)),e7}function ze(e7){const t=e7._zod.def;let n3=t.pattern,r2=!!t.format?.includes("int"),o2,s2;for(const p7 of t.
checks??[]){const f5=p7._zod.def;f5.pattern&&(n3=f5.pattern),r2||(r2=!!f5.format?.includes("int"));const c2=f5.minimum??f5.length,l3=f5.maximum??f5.length;c2!==
void 0&&(o2===void 0||c2>o2)&&(o2=c2),l3!==void 0&&(s2===void 0||l3<s2)&&(s2=l3)}if(n3)return n3.source;if(o2!==void 0&&s2!==void 0&&o2>s2)return"(?!)";if(o2!==
void 0||s2!==void 0)return string({minimum:o2,maximum:s2}).source;const i=e7._zod.pattern;return(r2&&i===number?integer:i)?.source}function A3(e7){const t=e7._zod.
def,n3=e7._zod.pattern?.source,r2=t.innerType??e7._zod.innerType;if(r2){const o2=r2._zod.pattern?.source,s2=A3(r2);return n3&&o2&&s2&&s2!==o2?n3.replace(cleanRegex(
o2),()=>cleanRegex(s2)):n3}if(t.options){const o2=t.options.map(A3);if(o2.every(Boolean))return`^(${o2.map(s2=>cleanRegex(s2)).join("|")})$`}return ze(e7)}var $ZodTemplateLiteral=$constructor(
"$ZodTemplateLiteral",(e7,t)=>{$ZodType.init(e7,t);const n3=[];for(const r2 of t.parts)if(typeof r2=="object"&&r2!==null){const o2=A3(r2);if(!o2)throw new Error(
`Invalid template literal part, no pattern found: ${[...r2._zod.traits].shift()}`);n3.push(cleanRegex(o2))}else if(r2===null||primitiveTypes.has(typeof r2))n3.push(
escapeRegex(`${r2}`));else throw new Error(`Invalid template literal part: ${r2}`);e7._zod.pattern=new RegExp(`^${n3.join("")}$`),e7._zod.parse=(r2,o2)=>typeof r2.
value!="string"?(r2.issues.push({input:r2.value,inst:e7,expected:"string",code:"invalid_type"}),r2):(e7._zod.pattern.lastIndex=0,e7._zod.pattern.test(r2.value)||
r2.issues.push({input:r2.value,inst:e7,code:"invalid_format",format:t.format??"template_literal",pattern:e7._zod.pattern.source}),r2)}),$ZodFunction=$constructor(
"$ZodFunction",(e7,t)=>($ZodType.init(e7,t),Object.defineProperty(e7,"_def",{value:t}),e7._zod.def=t,e7.implement=n3=>{if(typeof n3!="function")throw new Error(
"implement() must be called with a function");return Object.defineProperty(function(...r2){const o2=e7._def.input?parse(e7._def.input,r2):r2,s2=Reflect.apply(n3,
this,o2);return e7._def.output?parse(e7._def.output,s2):s2},"_zod",{value:e7._zod,enumerable:!1})},e7.implementAsync=n3=>{if(typeof n3!="function")throw new Error(
"implementAsync() must be called with a function");return Object.defineProperty(async function(...r2){const o2=e7._def.input?await parseAsync(e7._def.input,r2):
r2,s2=await Reflect.apply(n3,this,o2);return e7._def.output?await parseAsync(e7._def.output,s2):s2},"_zod",{value:e7._zod,enumerable:!1})},e7._zod.parse=(n3,r2)=>typeof n3.
value!="function"?(n3.issues.push({code:"invalid_type",expected:"function",input:n3.value,inst:e7}),n3):(e7._def.output&&e7._def.output._zod.def.type==="promise"?
n3.value=e7.implementAsync(n3.value):n3.value=e7.implement(n3.value),n3),e7.input=(...n3)=>{const r2=e7.constructor;return Array.isArray(n3[0])?new r2({type:"fu\
nction",input:new $ZodTuple({type:"tuple",items:n3[0],rest:n3[1]}),output:e7._def.output}):new r2({type:"function",input:n3[0],output:e7._def.output})},e7.output=
n3=>{const r2=e7.constructor;return new r2({type:"function",input:e7._def.input,output:n3})},e7)),$ZodPromise=$constructor("$ZodPromise",(e7,t)=>{$ZodType.init(
e7,t),e7._zod.parse=(n3,r2)=>Promise.resolve(n3.value).then(o2=>t.innerType._zod.run({value:o2,issues:[]},r2))}),$ZodLazy=$constructor("$ZodLazy",(e7,t)=>{$ZodType.
init(e7,t),defineLazy(e7._zod,"innerType",()=>{const n3=t;return n3._cachedInner||(n3._cachedInner=t.getter()),n3._cachedInner}),defineLazyInternal(e7,"pattern",
n3=>n3.innerType?._zod?.pattern),defineLazyInternal(e7,"propValues",n3=>n3.innerType?._zod?.propValues),defineLazyInternal(e7,"optin",n3=>n3.innerType?._zod?.optin??
void 0),defineLazyInternal(e7,"optout",n3=>n3.innerType?._zod?.optout??void 0),e7._zod.parse=(n3,r2)=>e7._zod.innerType._zod.run(n3,r2)}),$ZodCustom=$constructor(
"$ZodCustom",(e7,t)=>{$ZodCheck.init(e7,t),$ZodType.init(e7,t),e7._zod.parse=(n3,r2)=>n3,e7._zod.check=n3=>{const r2=n3.value,o2=t.fn(r2);if(o2 instanceof Promise)
return o2.then(s2=>oe(s2,n3,r2,e7));oe(o2,n3,r2,e7)}});function oe(e7,t,n3,r2){if(!e7){const o2={code:"custom",input:n3,inst:r2,path:[...r2._zod.def.path??[]],continue:!r2.
_zod.def.abort};r2._zod.def.params&&(o2.params=r2._zod.def.params),t.issues.push(issue(o2))}}var $ZodCyclicError=class extends Error{constructor(){super("Cannot\
 parse a reference cycle that closes through a transform"),this.name="ZodCyclicError"}},E4="~memo",O3=[];function T2(e7){return e7!==null&&typeof e7=="object"}function S3(e7){
return e7.map(r2=>r2.path?{...r2,path:r2.path.slice()}:{...r2})}var R2=new WeakMap,_3=0,w2=1,g3=2;function m(e7,r2,c2){const i=R2.get(e7);if(i!==void 0)return i?
g3:_3;if(r2.has(e7))return g3;r2.add(e7);let u3=_3;const n3=t=>{if(u3!==g3&&t?._zod){const o2=m(t,r2,c2);o2>u3&&(u3=o2)}},l3=(t,o2)=>{let a3=_3;for(const d4 of Reflect.
ownKeys(t)){const k4=Object.getOwnPropertyDescriptor(t,d4);if(o2&&!k4.enumerable)continue;const p7=k4.get?w2:k4.value?._zod?m(k4.value,r2,c2):_3;p7>a3&&(a3=p7)}
return a3},b4=t=>{t>u3&&(u3=t)},s2=e7._zod.def;switch(s2.type){case"object":{const t=rawShape(s2);b4(t?l3(t,!0):w2),n3(s2.catchall);break}case"array":n3(s2.element);
break;case"tuple":for(const t of s2.items)n3(t);n3(s2.rest);break;case"record":case"map":n3(s2.keyType),n3(s2.valueType);break;case"set":n3(s2.valueType);break;case"\
union":for(const t of s2.options)n3(t);break;case"intersection":n3(s2.left),n3(s2.right);break;case"optional":case"nullable":case"default":case"prefault":case"c\
atch":case"readonly":case"nonoptional":case"promise":case"success":n3(s2.innerType);break;case"pipe":n3(s2.in),n3(s2.out);break;case"function":n3(s2.input),n3(s2.
output);break;case"lazy":{const t=s2._cachedInner??(c2?e7._zod.innerType:void 0);b4(t?m(t,r2,!1):w2);break}case"template_literal":case"string":case"number":case"\
int":case"boolean":case"bigint":case"symbol":case"undefined":case"null":case"void":case"never":case"any":case"unknown":case"date":case"nan":case"enum":case"lite\
ral":case"file":case"transform":case"custom":break;default:for(const t in s2){const o2=Object.getOwnPropertyDescriptor(s2,t);if(!o2||o2.get)continue;const a3=o2.
value;if(!(!a3||typeof a3!="object")){if(a3._zod)n3(a3);else if(Array.isArray(a3))for(const d4 of a3)n3(d4)}}}return r2.delete(e7),A4(e7,u3)}function A4(e7,r2){
return r2!==w2&&R2.set(e7,r2===g3),r2}function isRecursiveSchema(e7){return m(e7,new Set,!0)!==_3}function C(e7,r2){let c2=e7.buckets.get(r2);return c2||(c2=new WeakMap,
e7.buckets.set(r2,c2)),c2}var v,y4=[],I={alloc(e7,r2,c2){const i=v;if(!i)return c2;v=void 0;const u3={value:c2,issues:null};return i.set(r2.value,u3),y4.push(u3),
c2},guard(e7){var r2;(r2=e7._zod).deferred??(r2.deferred=[]),e7._zod.deferred.push(()=>{const c2=e7._zod.parse,i=(u3,n3)=>{if(n3.direction!=="backward"&&isBackEdge(
n3,u3.value))throw new $ZodCyclicError;return c2(u3,n3)};e7._zod.parse=i,e7._zod.run===c2&&(e7._zod.run=i)})},attach(e7){var r2;let c2,i=!1,u3,n3;(r2=e7._zod).deferred??
(r2.deferred=[]),e7._zod.deferred.push(()=>{const l3=e7._zod.parse,b4=(s2,f5)=>{if(c2===void 0){const h3=m(e7,new Set,!1);if(h3===_3)return e7._zod.parse=l3,e7.
_zod.run===b4&&(e7._zod.run=l3),l3(s2,f5);h3===g3||i?c2=!0:i=!0}const t=s2.value;if(!T2(t))return l3(s2,f5);let o2=f5[E4];o2||(o2={buckets:new WeakMap,backEdges:void 0},
f5[E4]=o2);let a3;u3===f5?a3=n3:(a3=C(o2,e7),u3=f5,n3=a3);const d4=a3.get(t);if(d4)return s2.value=d4.value,d4.issues?d4.issues.length&&s2.issues.push(...S3(d4.
issues)):(s2.memo=!0,o2.backEdges??(o2.backEdges=new WeakSet),o2.backEdges.add(d4.value)),s2;v=a3;const k4=y4.length,p7=l3(s2,f5);v=void 0;const z3=y4.length>k4?
y4.pop():void 0;return p7 instanceof Promise?p7.then(h3=>(z3&&(z3.issues=h3.issues.length?S3(h3.issues):O3),h3)):(z3&&(z3.issues=p7.issues.length?S3(p7.issues):
O3),p7)};e7._zod.parse=b4,e7._zod.run===l3&&(e7._zod.run=b4)})}};function memoizer(){return I}function isBackEdge(e7,r2){const c2=e7[E4]?.backEdges;return c2!==
void 0&&T2(r2)&&c2.has(r2)}var locales_exports={};__export(locales_exports,{en:()=>en_default});var u=()=>{const o2={string:{unit:"characters",verb:"to have"},file:{
unit:"bytes",verb:"to have"},array:{unit:"items",verb:"to have"},set:{unit:"items",verb:"to have"},map:{unit:"entries",verb:"to have"}};function r2(e7){return o2[e7]??
null}const d4={regex:"input",email:"email address",url:"URL",emoji:"emoji",uuid:"UUID",uuidv4:"UUIDv4",uuidv6:"UUIDv6",nanoid:"nanoid",guid:"GUID",cuid:"cuid",cuid2:"\
cuid2",ulid:"ULID",xid:"XID",ksuid:"KSUID",datetime:"ISO datetime",date:"ISO date",time:"ISO time",duration:"ISO duration",ipv4:"IPv4 address",ipv6:"IPv6 addres\
s",mac:"MAC address",cidrv4:"IPv4 range",cidrv6:"IPv6 range",base64:"base64-encoded string",base64url:"base64url-encoded string",json_string:"JSON string",e164:"\
E.164 number",currency_code:"currency code",credit_card:"credit card number",iban:"IBAN",jwt:"JWT",template_literal:"input"},c2={nan:"NaN"};function a3(e7,t){return e7===
"number"&&typeof t=="number"&&!Number.isFinite(t)?String(t):c2[e7]??e7}return e7=>{switch(e7.code){case"invalid_type":{const t=a3(e7.expected),n3=parsedType(e7.
input),l3=a3(n3,e7.input);return`Invalid input: expected ${t}, received ${l3}`}case"invalid_value":return e7.values.length===1?`Invalid input: expected ${stringifyPrimitive(
e7.values[0])}`:`Invalid option: expected one of ${joinValues(e7.values,"|")}`;case"too_big":{const t=e7.exact?"exactly ":e7.inclusive?"<=":"<",n3=r2(e7.origin);
return n3?`Too big: expected ${e7.origin??"value"} to have ${t}${e7.maximum.toString()} ${n3.unit??"elements"}`:`Too big: expected ${e7.origin??"value"} to be ${t}${e7.
maximum.toString()}`}case"too_small":{const t=e7.exact?"exactly ":e7.inclusive?">=":">",n3=r2(e7.origin);return n3?`Too small: expected ${e7.origin} to have ${t}${e7.
minimum.toString()} ${n3.unit}`:`Too small: expected ${e7.origin} to be ${t}${e7.minimum.toString()}`}case"invalid_format":{const t=e7;return t.format==="starts\
_with"?`Invalid string: must start with "${t.prefix}"`:t.format==="ends_with"?`Invalid string: must end with "${t.suffix}"`:t.format==="includes"?`Invalid strin\
g: must include "${t.includes}"`:t.format==="regex"?`Invalid string: must match pattern ${t.pattern}`:`Invalid ${d4[t.format]??e7.format}`}case"not_multiple_of":
return`Invalid number: must be a multiple of ${e7.divisor}`;case"unrecognized_keys":return`Unrecognized key${e7.keys.length>1?"s":""}: ${joinValues(e7.keys,", ")}`;case"\
invalid_key":return`Invalid key in ${e7.origin}`;case"invalid_union":return e7.options&&Array.isArray(e7.options)&&e7.options.length>0?`Invalid discriminator va\
lue. Expected ${e7.options.map(n3=>`'${n3}'`).join(" | ")}`:e7.inclusive===!1?"Invalid input: more than one option matched":"Invalid input";case"invalid_element":
return`Invalid value in ${e7.origin}`;default:return"Invalid input"}}};function en_default(){return{localeError:u()}}var s,$output=Symbol("ZodOutput"),$input=Symbol(
"ZodInput"),$ZodRegistry=class{constructor(){this._map=new WeakMap,this._idmap=new Map}add(t,...e7){const i=e7[0];return this._map.set(t,i),i&&typeof i=="object"&&
"id"in i&&this._idmap.set(i.id,t),this}clear(){return this._map=new WeakMap,this._idmap=new Map,this}remove(t){const e7=this._map.get(t);return e7&&typeof e7=="\
object"&&"id"in e7&&this._idmap.delete(e7.id),this._map.delete(t),this}get(t){const e7=t._zod.parent;if(e7){const i={...this.get(e7)??{}};delete i.id;const o2={
...i,...this._map.get(t)};return Object.keys(o2).length?o2:void 0}return this._map.get(t)}has(t){return this._map.has(t)}};function registry(){return new $ZodRegistry}
(s=globalThis).__zod_globalRegistry??(s.__zod_globalRegistry=registry());var globalRegistry=globalThis.__zod_globalRegistry,INVALID=Symbol.for("zod.compile.inva\
lid"),K2=Symbol.for("zod.compile.fallback"),ZodCompileAsyncError=class extends Error{constructor(t="z.compile does not support async refinements, transforms, or\
 checks"){super(t),this.name="ZodCompileAsyncError"}},ZodCompileUnsupportedError=class extends Error{constructor(t,r2=!0){super(`z.compile does not support ${t}\
; this schema must use the runtime parser`),this.name="ZodCompileUnsupportedError",this.islandable=r2}};function $e2(e7,t){try{return compileFn(e7,{assertOnly:!0})}catch{
return t}}function compile(e7,t){try{const r2=compileFn(e7),n3=withParser(e7,r2);return n3._zod.bag.validator=$e2(e7,r2),n3}catch(r2){if(t?.strict)throw r2;return e7}}
function withParser(e7,t){if(isRecursiveSchema(e7))throw new ZodCompileUnsupportedError("a schema whose subtree contains a reference cycle");const r2=clone(e7),
n3=e7._zod.run,o2=n3.__originalRun??n3,u3=(f5,i)=>{if(i?.async||i?.direction==="backward"||i?.skipChecks||i?.[K2]||i&&isBackEdge(i,f5.value))return o2(f5,i);const s2=t(
f5.value);return s2!==INVALID?(f5.value=s2,f5):(i&&(i[K2]=!0),o2(f5,i))};return u3.__originalRun=o2,r2._zod.bag.fallbackRun=o2,r2._zod.bag.validator=t,r2._zod.run=
u3,n3.__originalRun||we(r2,e7,t),r2}function we(e7,t,r2){const n3=e7,o2=t;if(typeof o2.safeParse=="function"){const u3=o2.safeParse;n3.safeParse=(f5,i)=>{const s2=r2(
f5);return s2!==INVALID?{success:!0,data:s2}:u3(f5,i)}}if(typeof o2.parse=="function"){const u3=o2.parse;n3.parse=(f5,i)=>{const s2=r2(f5);return s2!==INVALID?s2:
u3(f5,i)}}}function compileFn(e7,t){let r2=!0;try{r2=isRecursiveSchema(e7)}catch{}if(r2)throw new ZodCompileUnsupportedError("a schema whose subtree contains a \
reference cycle");const n3={constants:new Map,constantCounter:0,varCounter:0,definite:!0},o2=new Doc(["input"]),u3=k(o2,n3,e7,"input",!t?.assertOnly);o2.write(u3===
null?"return true;":`return ${u3};`);const f5=["INVALID",...n3.constants.keys()],i=[INVALID,...n3.constants.values()],s2=o2.content.join(`
`),a3=t?.debug?f5.length>0?`// Constants: ${f5.join(", ")}
${s2}`:s2:"",l3=Function,m4=`return (input) => {
${s2}
}`;let h3;try{h3=new l3(...f5,m4)(...i)}catch(I2){throw new ZodCompileUnsupportedError(`this schema (generated code failed to evaluate: ${I2.message})`)}return t?.
debug&&(h3.code=a3),h3.definite=n3.definite,h3}function w3(e7,t){for(const[n3,o2]of e7.constants)if(o2===t)return n3;const r2=`c${e7.constantCounter++}`;return e7.
constants.set(r2,t),r2}function D(e7,t){return e7.definite=!1,w3(e7,t)}function $(e7){return`v${e7.varCounter++}`}function pe2(e7,t){const r2=e7._zod.run({value:t,
issues:[]},{});if(r2&&typeof r2.then=="function")return INVALID;const n3=r2;return n3.issues.length===0?n3.value:INVALID}function _4(e7,t,r2,n3,o2=!0){const u3=e7.
content.length,f5=t.constants.size,i=t.constantCounter,s2=t.varCounter;try{return k(e7,t,r2,n3,o2)}catch(a3){if(!(a3 instanceof ZodCompileUnsupportedError)||!a3.
islandable)throw a3;if(e7.content.length=u3,t.constants.size>f5){const l3=Array.from(t.constants.keys()).slice(f5);for(const m4 of l3)t.constants.delete(m4)}return t.
constantCounter=i,t.varCounter=s2,he2(e7,t,r2,n3)}}function he2(e7,t,r2,n3){t.definite=!1;const o2=w3(t,r2),u3=w3(t,pe2),f5=$(t);return e7.write(`const ${f5} = ${u3}\
(${o2}, ${n3});`),e7.write(`if (${f5} === INVALID) return INVALID;`),f5}var me2=new Set(["max_size","min_size","size_equals","max_length","min_length","length_e\
quals"]);function Ie(e7,t,r2,n3){const o2=r2._zod.def.checks;if(!o2||o2.length===0)return n3;let u3=n3;for(const f5 of o2){const i=f5._zod.def;if(i.when&&!me2.has(
i.check))throw new ZodCompileUnsupportedError('check with a custom "when" condition');switch(i.check){case"greater_than":ye(e7,t,i,u3);break;case"less_than":ge(
e7,t,i,u3);break;case"multiple_of":ke(e7,t,i,u3);break;case"number_format":B2(e7,i,u3);break;case"min_length":{const s2=L(i.minimum,"min_length"),a3=S4(e7,t,u3,
`${u3}.length >= ${s2} && ${u3}.length < ${i.minimum*2}`);e7.write(`if (${a3} < ${s2}) return INVALID;`);break}case"max_length":{const s2=L(i.maximum,"max_lengt\
h"),a3=S4(e7,t,u3,`${u3}.length > ${s2}`);e7.write(`if (${a3} > ${s2}) return INVALID;`);break}case"length_equals":{const s2=L(i.length,"length_equals"),a3=S4(e7,
t,u3,`${u3}.length >= ${s2} && ${u3}.length <= ${i.length*2}`);e7.write(`if (${a3} !== ${s2}) return INVALID;`);break}case"min_size":e7.write(`if (${u3}.size < ${L(
i.minimum,"min_size")}) return INVALID;`);break;case"max_size":e7.write(`if (${u3}.size > ${L(i.maximum,"max_size")}) return INVALID;`);break;case"size_equals":
e7.write(`if (${u3}.size !== ${L(i.size,"size_equals")}) return INVALID;`);break;case"string_format":u3=M2(e7,t,i,u3);break;case"custom":u3=Ae(e7,t,f5,u3);break;case"\
bigint_format":be(e7,i,u3);break;case"mime_type":ce(e7,t,i,u3);break;case"property":Ne(e7,t,i,u3);break;case"properties":Ve(e7,t,i,u3);break;case"overwrite":{const s2=$(
t);_e2(e7,t,f5,u3,s2),u3=s2;break}default:throw new ZodCompileUnsupportedError(`check type ${i.check}`)}}return u3}function S4(e7,t,r2,n3){const o2=w3(t,codePointLength),
u3=$(t);return e7.write(`const ${u3} = typeof ${r2} === "string" && ${n3} ? ${o2}(${r2}) : ${r2}.length;`),u3}function L(e7,t){if(typeof e7!="number"||!Number.isFinite(
e7))throw new ZodCompileUnsupportedError(`${t} bound of type ${typeof e7}`);return`${e7}`}function U2(e7,t){if(typeof t=="bigint")return`${t}n`;if(typeof t=="nu\
mber"){if(Number.isNaN(t))throw new ZodCompileUnsupportedError("comparison check with NaN bound");return`${t}`}if(t instanceof Date){if(Number.isNaN(t.getTime()))
throw new ZodCompileUnsupportedError("comparison check with Invalid Date bound");return w3(e7,t)}throw new ZodCompileUnsupportedError(`comparison check bound of\
 type ${typeof t}`)}function ye(e7,t,r2,n3){const o2=r2.inclusive?"<":"<=";e7.write(`if (${n3} ${o2} ${U2(t,r2.value)}) return INVALID;`)}function ge(e7,t,r2,n3){
const o2=r2.inclusive?">":">=";e7.write(`if (${n3} ${o2} ${U2(t,r2.value)}) return INVALID;`)}function ke(e7,t,r2,n3){if(typeof r2.value=="bigint"){if(r2.value===
BigInt(0))throw new ZodCompileUnsupportedError("multiple_of check with a zero divisor");e7.write(`if (${n3} % ${r2.value}n !== 0n) return INVALID;`)}else{const o2=w3(
t,floatSafeRemainder);e7.write(`if (${o2}(${n3}, ${L(r2.value,"multiple_of")}) !== 0) return INVALID;`)}}function B2(e7,t,r2){const n3=t.format;switch(n3){case"\
safeint":e7.write(`if (!Number.isSafeInteger(${r2})) return INVALID;`);break;case"int32":e7.write(`if (!Number.isInteger(${r2}) || ${r2} < -2147483648 || ${r2} \
> 2147483647) return INVALID;`);break;case"uint32":e7.write(`if (!Number.isInteger(${r2}) || ${r2} < 0 || ${r2} > 4294967295) return INVALID;`);break;case"float\
32":e7.write(`if (!Number.isFinite(${r2}) || ${r2} < -3.4028234663852886e38 || ${r2} > 3.4028234663852886e38) return INVALID;`);break;case"float64":e7.write(`if\
 (!Number.isFinite(${r2})) return INVALID;`);break;default:throw new ZodCompileUnsupportedError(`number format ${n3}`)}}function be(e7,t,r2){const n3=t.format;if(n3)
switch(n3){case"int64":e7.write(`if (${r2} < -9223372036854775808n || ${r2} > 9223372036854775807n) return INVALID;`);break;case"uint64":e7.write(`if (${r2} < 0\
n || ${r2} > 18446744073709551615n) return INVALID;`);break;default:throw new ZodCompileUnsupportedError(`bigint format ${n3}`)}}function ce(e7,t,r2,n3){const o2=r2.
mime;if(o2&&o2.length>0){const u3=w3(t,new Set(o2));e7.write(`if (!${u3}.has(${n3}.type)) return INVALID;`)}}function Ve(e7,t,r2,n3){if(r2.when)throw new ZodCompileUnsupportedError(
'check with a custom "when" condition');e7.write(`if (${n3} == null) return INVALID;`);const o2=r2.shape;for(const u3 of Reflect.ownKeys(o2)){const f5=typeof u3==
"symbol"?w3(t,u3):esc(u3),i=$(t);e7.write(`const ${i} = ${n3}[${f5}];`),_4(e7,t,o2[u3],i,!1)}}function Ne(e7,t,r2,n3){const o2=`${n3}[${JSON.stringify(r2.property)}\
]`;k(e7,t,r2.schema,o2)}function _e2(e7,t,r2,n3,o2){const u3=r2._zod.def.tx;if(!u3)throw new ZodCompileUnsupportedError("overwrite check without a transform fun\
ction");if(z2(u3))throw new ZodCompileAsyncError("z.compile: async overwrite transforms are not supported");const f5=w3(t,u3);e7.write(`const ${o2} = ${f5}(${n3}\
);`)}function F2(){throw new $ZodAsyncError}function P3(e7){this.issues.push(e7)}function Ae(e7,t,r2,n3){const o2=r2._zod.def;if(o2.fn){if(z2(o2.fn))throw new ZodCompileAsyncError(
"z.compile: async .refine() predicates are not supported");const u3=D(t,o2.fn),f5=w3(t,F2),i=$(t);return e7.write(`const ${i} = ${u3}(${n3});`),e7.write(`if (${i}\
 instanceof Promise) ${f5}();`),e7.write(`if (!${i}) return INVALID;`),n3}if(r2._zod.check){if(z2(r2._zod.check))throw new ZodCompileAsyncError("z.compile: asyn\
c .superRefine() / check functions are not supported");const u3=r2._zod.check,i=D(t,a3=>{const l3={value:a3,issues:[],addIssue:P3};return u3(l3)instanceof Promise&&
F2(),l3.issues.length===0?l3.value:INVALID}),s2=$(t);return e7.write(`const ${s2} = ${i}(${n3});`),e7.write(`if (${s2} === INVALID) return INVALID;`),s2}throw new ZodCompileUnsupportedError(
"custom check without a predicate or check function")}var de2=new Set(["cidrv4","cuid","cuid2","date","datetime","duration","e164","email","emoji","ends_with","\
guid","includes","ipv4","ksuid","lowercase","mac","nanoid","regex","starts_with","time","ulid","uppercase","uuid","xid"]);function M2(e7,t,r2,n3,o2=!0){const u3=r2.
format;if(u3==="base64"){const a3=w3(t,isValidBase64);return e7.write(`if (!${a3}(${n3})) return INVALID;`),n3}if(u3==="base64url"){const a3=w3(t,isValidBase64URL);
return e7.write(`if (!${a3}(${n3})) return INVALID;`),n3}if(u3==="jwt"){const a3=w3(t,isValidJWT),l3=w3(t,r2.alg??null);return e7.write(`if (!${a3}(${n3}, ${l3}\
)) return INVALID;`),n3}if(u3==="ipv6"){const a3=w3(t,isValidIPv6);return e7.write(`if (!${a3}(${n3})) return INVALID;`),n3}if(u3==="cidrv6"){const a3=w3(t,isValidCIDRv6);
return e7.write(`if (!${a3}(${n3})) return INVALID;`),n3}if(u3==="credit_card"){const a3=w3(t,isValidCreditCard);return e7.write(`if (!${a3}(${n3})) return INVA\
LID;`),n3}if(u3==="iban"){const a3=w3(t,isValidIBAN);return e7.write(`if (!${a3}(${n3})) return INVALID;`),n3}const f5=r2;if(u3==="url"||u3==="httpurl"||f5.normalize||
f5.hostname!==void 0||f5.protocol!==void 0){const a3=w3(t,validateURL),l3=w3(t,r2),m4=$(t),h3=$(t);if(e7.write(`const ${m4} = ${n3}.trim();`),e7.write(`const ${h3}\
 = ${a3}(${m4}, ${l3});`),e7.write(`if (typeof ${h3} === "number") return INVALID;`),f5.hostname!==void 0){const g4=w3(t,urlHostnameOk);e7.write(`if (!${g4}(${h3}\
, ${l3}.hostname)) return INVALID;`)}if(f5.protocol!==void 0){const g4=w3(t,urlProtocolOk);e7.write(`if (!${g4}(${h3}, ${l3}.protocol)) return INVALID;`)}if(!o2)
return null;const I2=$(t),c2=f5.normalize?`${h3}.href`:`${w3(t,stripTabAndNewline)}(${m4})`;return e7.write(`const ${I2} = ${c2};`),I2}const i=r2.fn;if(i){if(z2(
i))throw new ZodCompileUnsupportedError(`async string format ${u3}`);const a3=w3(t,i);return e7.write(`if (!${a3}(${n3})) return INVALID;`),n3}if(de2.has(u3)&&r2.
pattern){const a3=w3(t,r2.pattern);return e7.write(`${a3}.lastIndex = 0;`),e7.write(`if (!${a3}.test(${n3})) return INVALID;`),n3}const s2=r2.format;switch(s2){case"\
regex":throw new ZodCompileUnsupportedError("regex format without a pattern");case"lowercase":e7.write(`if (${n3} !== ${n3}.toLowerCase()) return INVALID;`);break;case"\
uppercase":e7.write(`if (${n3} !== ${n3}.toUpperCase()) return INVALID;`);break;case"includes":e7.write(`if (!${n3}.includes(${esc(r2.includes)})) return INVALI\
D;`);break;case"starts_with":{const a3=r2.prefix;e7.write(`if (${n3}.slice(0, ${a3.length}) !== ${esc(a3)}) return INVALID;`);break}case"ends_with":{const a3=r2.
suffix;e7.write(`if (${n3}.slice(-${a3.length}) !== ${esc(a3)}) return INVALID;`);break}default:throw new ZodCompileUnsupportedError(`string format ${s2}`)}return n3}
function k(e7,t,r2,n3,o2=!0){const u3=r2._zod.def,f5=u3.type;if(u3.coerce)throw new ZodCompileUnsupportedError(`coercion (z.coerce.${f5}())`);const i=o2||!!u3.checks?.
length;let s2;switch(f5){case"string":s2=Le(e7,t,r2,n3,i);break;case"number":s2=De(e7,r2,n3);break;case"boolean":s2=Ce(e7,n3);break;case"bigint":s2=ze2(e7,r2,n3);
break;case"symbol":s2=ve2(e7,n3);break;case"undefined":s2=Oe(e7,n3);break;case"null":s2=Te(e7,n3);break;case"any":case"unknown":s2=n3;break;case"never":e7.write(
"return INVALID;"),s2=n3;break;case"void":s2=Se(e7,n3);break;case"nan":s2=Fe(e7,n3);break;case"date":s2=Pe(e7,n3);break;case"object":s2=Ee(e7,t,r2,n3,i);break;case"\
optional":s2=je(e7,t,r2,n3,i);break;case"nullable":s2=Ue(e7,t,r2,n3,i);break;case"array":s2=Be(e7,t,r2,n3,i);break;case"literal":s2=Me(e7,t,r2,n3);break;case"en\
um":s2=qe(e7,t,r2,n3);break;case"readonly":{const a3=Z(e7,t,r2,n3),l3=$(t);e7.write(`const ${l3} = Object.freeze(${a3});`),s2=l3;break}case"success":Z(e7,t,r2,n3),
s2="true";break;case"default":case"prefault":s2=Ze(e7,t,r2,n3);break;case"nonoptional":s2=He(e7,t,r2,n3);break;case"tuple":s2=Ge(e7,t,r2,n3);break;case"union":s2=
We(e7,t,r2,n3);break;case"intersection":s2=Xe(e7,t,r2,n3);break;case"record":s2=Ye(e7,t,r2,n3);break;case"map":s2=et(e7,t,r2,n3);break;case"set":s2=tt(e7,t,r2,n3);
break;case"file":s2=nt(e7,n3);break;case"template_literal":s2=rt(e7,t,r2,n3);break;case"lazy":s2=it(e7,t,r2,n3);break;case"pipe":s2=ut(e7,t,r2,n3);break;case"cu\
stom":s2=ot(e7,t,r2,n3);break;case"transform":s2=at2(e7,t,r2,n3);break;case"catch":s2=ft(e7,t,r2,n3);break;default:throw new ZodCompileUnsupportedError(`schema \
type ${f5}`)}return s2===null?null:Ie(e7,t,r2,s2)}function Le(e7,t,r2,n3,o2=!0){e7.write(`if (typeof ${n3} !== "string") return INVALID;`);const u3=r2._zod.def;
return u3.format===void 0?n3:M2(e7,t,u3,n3,o2)}function De(e7,t,r2){e7.write(`if (typeof ${r2} !== "number" || !Number.isFinite(${r2})) return INVALID;`);const n3=t.
_zod.def;return n3.check==="number_format"&&n3.format&&B2(e7,{format:n3.format},r2),r2}function Ce(e7,t){return e7.write(`if (typeof ${t} !== "boolean") return \
INVALID;`),t}function ze2(e7,t,r2){e7.write(`if (typeof ${r2} !== "bigint") return INVALID;`);const n3=t._zod.def;if(n3.format)switch(n3.format){case"int64":e7.
write(`if (${r2} < -9223372036854775808n || ${r2} > 9223372036854775807n) return INVALID;`);break;case"uint64":e7.write(`if (${r2} < 0n || ${r2} > 1844674407370\
9551615n) return INVALID;`);break}return r2}function ve2(e7,t){return e7.write(`if (typeof ${t} !== "symbol") return INVALID;`),t}function Oe(e7,t){return e7.write(
`if (${t} !== undefined) return INVALID;`),t}function Te(e7,t){return e7.write(`if (${t} !== null) return INVALID;`),t}function Se(e7,t){return e7.write(`if (${t}\
 !== undefined) return INVALID;`),t}function Fe(e7,t){return e7.write(`if (typeof ${t} !== "number" || !Number.isNaN(${t})) return INVALID;`),t}function Pe(e7,t){
return e7.write(`if (!(${t} instanceof Date) || Number.isNaN(${t}.getTime())) return INVALID;`),t}function Ee(e7,t,r2,n3,o2=!0){const u3=r2._zod.def;e7.write(`i\
f (typeof ${n3} !== "object" || ${n3} === null || Array.isArray(${n3})) return INVALID;`);const f5=u3.shape,i=Object.keys(f5),s2=Object.getOwnPropertySymbols(f5),
a3=s2.length?[...i,...s2]:i,l3=p7=>typeof p7=="symbol"?w3(t,p7):esc(p7),m4=p7=>typeof p7=="symbol"?`[${l3(p7)}]`:esc(p7),h3=f5;if(i.includes("__proto__"))throw new ZodCompileUnsupportedError(
'object shape key "__proto__"');const I2=new Map;for(const p7 of a3){const y5=h3[p7],b4=l3(p7),O5=$(t);if(e7.write(`const ${O5} = ${n3}[${b4}];`),y5._zod.optin!==
void 0){const d4=$(t);e7.write(`let ${d4} = (() => {`),e7.indented(T4=>{const W3=_4(T4,t,y5,O5);T4.write(`return ${W3};`)}),e7.write("})();"),y5._zod.optout==="\
optional"?(e7.write(`if (${d4} === INVALID) {`),e7.indented(T4=>{T4.write(`if (${b4} in ${n3}) return INVALID;`),T4.write(`${d4} = undefined;`)}),e7.write("}")):
e7.write(`if (${d4} === INVALID) return INVALID;`),I2.set(p7,d4)}else{Ke(y5)&&e7.write(`if (!(${b4} in ${n3})) return INVALID;`);const d4=_4(e7,t,y5,O5,o2);d4!==
null&&I2.set(p7,d4)}}const c2=u3.catchall;let g4="none";if(c2){const p7=c2._zod.def.type;if(p7==="never"){const y5=i.map(b4=>`k !== ${esc(b4)}`).join(" && ")||"\
true";e7.write(`for (const k in ${n3}) {`),e7.indented(b4=>{b4.write(`if (${y5}) return INVALID;`)}),e7.write("}")}else(p7==="unknown"||p7==="any")&&!c2._zod.def.
checks?.length?g4="passthrough":g4="schema"}const N2=$(t),A6=a3.some(p7=>q2(h3[p7])||E5(h3[p7]));if(!o2){if(g4==="schema"){const p7=i.length>0?w3(t,new Set(i)):
null;e7.write(`for (const k in ${n3}) {`),e7.indented(y5=>{y5.write('if (k === "__proto__") continue;'),p7&&y5.write(`if (${p7}.has(k)) continue;`);const b4=$(t);
y5.write(`const ${b4} = ${n3}[k];`),_4(y5,t,c2,b4,!1)}),e7.write("}")}return null}if(A6){e7.write(`const ${N2} = {};`);for(const p7 of a3){const y5=l3(p7),b4=I2.
get(p7);E5(h3[p7])?e7.write(`if (${y5} in ${n3}) ${N2}[${y5}] = ${b4};`):q2(h3[p7])?e7.write(`if (${b4} !== undefined || ${y5} in ${n3}) ${N2}[${y5}] = ${b4};`):
e7.write(`${N2}[${y5}] = ${b4};`)}}else{const p7=a3.map(y5=>`${m4(y5)}: ${I2.get(y5)}`).join(", ");e7.write(`const ${N2} = { ${p7} };`)}if(g4!=="none"){const p7=i.
length>0?w3(t,new Set(i)):null;e7.write(`for (const k in ${n3}) {`),e7.indented(y5=>{if(y5.write('if (k === "__proto__") continue;'),p7&&y5.write(`if (${p7}.has\
(k)) continue;`),g4==="passthrough")y5.write(`${N2}[k] = ${n3}[k];`);else{const b4=$(t);y5.write(`const ${b4} = ${n3}[k];`);const O5=_4(y5,t,c2,b4);y5.write(`${N2}\
[k] = ${O5};`)}}),e7.write("}")}return N2}function je(e7,t,r2,n3,o2=!0){const u3=r2._zod.def;if(Re(r2))return k(e7,t,u3.innerType,n3,o2);if(u3.innerType._zod.optin===
"defaulted"){const i=$(t),s2=$(t);return e7.write(`let ${i};`),e7.write(`if (${n3} === undefined) {`),e7.indented(a3=>{a3.write(`const ${s2} = (() => {`),a3.indented(
l3=>{const m4=k(l3,t,u3.innerType,n3);l3.write(`return ${m4};`)}),a3.write("})();"),a3.write(`if (${s2} !== INVALID) ${i} = ${s2};`)}),e7.write("} else {"),e7.indented(
a3=>{const l3=k(a3,t,u3.innerType,n3);a3.write(`${i} = ${l3};`)}),e7.write("}"),i}const f5=o2?$(t):null;return f5&&e7.write(`let ${f5};`),e7.write(`if (${n3} !=\
= undefined) {`),e7.indented(i=>{const s2=k(i,t,u3.innerType,n3,o2);f5&&s2!==null&&i.write(`${f5} = ${s2};`)}),e7.write("}"),f5}function Re(e7){return e7._zod.traits?.
has("$ZodExactOptional")===!0}function Ke(e7){return e7._zod.optin===void 0&&C2(e7)}function C2(e7){if(e7._zod.def.coerce)return!0;const t=e7._zod.def;switch(t.
type){case"any":case"unknown":case"undefined":case"void":case"default":case"prefault":case"transform":case"custom":case"lazy":return!0;case"string":case"number":case"\
boolean":case"bigint":case"symbol":case"null":case"never":case"nan":case"date":case"object":case"array":case"tuple":case"record":case"map":case"set":case"file":case"\
template_literal":return!1;case"nonoptional":return t.innerType?C2(t.innerType):!1;case"literal":return!!t.values?.includes(void 0);case"enum":return!!e7._zod.values?.
has(void 0);case"optional":case"nullable":case"readonly":case"success":return t.innerType?C2(t.innerType):!0;case"catch":return!0;case"union":return t.options?t.
options.some(C2):!0;case"intersection":return!t.left||!t.right?!0:C2(t.left)&&C2(t.right);case"pipe":return t.in?C2(t.in):!0;default:return!0}}function E5(e7){return e7.
_zod.optin==="optional"&&e7._zod.optout==="optional"}function q2(e7){return(e7._zod.optin!=="defaulted"||e7._zod.optout==="optional")&&v2(e7)}function v2(e7){const t=e7.
_zod.def;switch(t.type){case"string":case"number":case"boolean":case"bigint":case"symbol":case"null":case"nan":case"date":case"object":case"array":case"tuple":case"\
record":case"map":case"set":case"file":case"template_literal":case"never":case"success":return!1;case"literal":return!!t.values?.includes(void 0);case"enum":return!!e7.
_zod.values?.has(void 0);case"optional":return!0;case"nullable":case"readonly":case"nonoptional":return t.innerType?v2(t.innerType):!0;case"union":return t.options?
t.options.some(v2):!0;case"intersection":return!t.left||!t.right||v2(t.left)||v2(t.right);case"pipe":return t.out?v2(t.out):!0;default:return!0}}function Ue(e7,t,r2,n3,o2=!0){
const u3=r2._zod.def,f5=o2?$(t):null;return f5&&e7.write(`let ${f5} = null;`),e7.write(`if (${n3} !== null) {`),e7.indented(i=>{const s2=k(i,t,u3.innerType,n3,o2);
f5&&s2!==null&&i.write(`${f5} = ${s2};`)}),e7.write("}"),f5}function j3(e7,t,r2){for(const[n3,o2]of sizeCaps(t._zod.def.checks))e7.write(`if (${r2} > ${L(n3,o2.
_zod.def.check)}) return INVALID;`)}function Be(e7,t,r2,n3,o2=!0){const u3=r2._zod.def;e7.write(`if (!Array.isArray(${n3})) return INVALID;`),j3(e7,r2,`${n3}.le\
ngth`);const f5=o2?$(t):null,i=$(t),s2=$(t);return f5&&e7.write(`const ${f5} = new Array(${n3}.length);`),e7.write(`for (let ${i} = 0; ${i} < ${n3}.length; ${i}\
++) {`),e7.indented(a3=>{a3.write(`const ${s2} = ${n3}[${i}];`);const l3=_4(a3,t,u3.element,s2,o2);f5&&l3!==null&&a3.write(`${f5}[${i}] = ${l3};`)}),e7.write("}"),
f5}function Me(e7,t,r2,n3){const u3=r2._zod.def.values;if(u3.length!==1){const i=w3(t,new Set(u3));return e7.write(`if (!${i}.has(${n3})) return INVALID;`),n3}const f5=u3[0];
if(typeof f5=="number"&&Number.isNaN(f5)){const i=w3(t,new Set(u3));return e7.write(`if (!${i}.has(${n3})) return INVALID;`),n3}if(typeof f5=="string")e7.write(
`if (${n3} !== ${esc(f5)}) return INVALID;`);else if(typeof f5=="number"||typeof f5=="boolean")e7.write(`if (${n3} !== ${f5}) return INVALID;`);else if(f5===null)
e7.write(`if (${n3} !== null) return INVALID;`);else if(f5===void 0)e7.write(`if (${n3} !== undefined) return INVALID;`);else if(typeof f5=="bigint")e7.write(`i\
f (${n3} !== ${f5}n) return INVALID;`);else throw new ZodCompileUnsupportedError(`literal type ${typeof f5}`);return n3}function qe(e7,t,r2,n3){const o2=r2._zod.
values;if(!o2)throw new ZodCompileUnsupportedError("enum schema without enumerated values");const u3=w3(t,o2);return e7.write(`if (!${u3}.has(${n3})) return INV\
ALID;`),n3}function Z(e7,t,r2,n3){const o2=r2._zod.def;return k(e7,t,o2.innerType,n3)}function Ze(e7,t,r2,n3){const o2=r2._zod.def,f5=Object.getOwnPropertyDescriptor(
r2._zod.def,"defaultValue")?()=>r2._zod.def.defaultValue:void 0;if(r2._zod.def.type==="prefault"){if(!f5)return k(e7,t,o2.innerType,n3);const s2=w3(t,f5),a3=$(t);
return e7.write(`let ${a3} = ${n3};`),e7.write(`if (${n3} === undefined) ${a3} = ${s2}();`),k(e7,t,o2.innerType,a3)}const i=$(t);if(f5){const s2=w3(t,f5),a3=w3(
t,shallowClone);e7.write(`let ${i};`),e7.write(`if (${n3} === undefined) {`),e7.indented(l3=>{l3.write(`${i} = ${a3}(${s2}());`)}),e7.write("} else {"),e7.indented(
l3=>{const m4=k(l3,t,o2.innerType,n3);l3.write(`${i} = ${m4} === undefined ? ${a3}(${s2}()) : ${m4};`)}),e7.write("}")}else e7.write(`let ${i};`),e7.write(`if (${n3}\
 !== undefined) {`),e7.indented(s2=>{const a3=k(s2,t,o2.innerType,n3);s2.write(`${i} = ${a3};`)}),e7.write("}");return i}function He(e7,t,r2,n3){const o2=r2._zod.
def,u3=k(e7,t,o2.innerType,n3),f5=$(t);return e7.write(`const ${f5} = ${u3};`),e7.write(`if (${f5} === undefined) return INVALID;`),f5}function Ge(e7,t,r2,n3){const o2=r2.
_zod.def,u3=o2.items,f5=o2.rest;e7.write(`if (!Array.isArray(${n3})) return INVALID;`);const i=H2(u3,"optin"),s2=H2(u3,"optout");f5?e7.write(`if (${n3}.length <\
 ${i}) return INVALID;`):e7.write(`if (${n3}.length < ${i} || ${n3}.length > ${u3.length}) return INVALID;`);const a3=$(t);e7.write(`const ${a3} = [];`);for(let l3=0;l3<
u3.length;l3++){const m4=u3[l3];if(l3>=s2)e7.write(`if (${a3}.length === ${l3}) {`),e7.indented(h3=>{h3.write(`if (${l3} < ${n3}.length) {`),h3.indented(I2=>{const c2=$(
t);I2.write(`const ${c2} = ${n3}[${l3}];`);const g4=_4(I2,t,m4,c2);I2.write(`${a3}[${l3}] = ${g4};`)}),h3.write("} else {"),h3.indented(I2=>{if(E5(m4)){I2.write(
`${a3}.length = ${l3};`);return}const c2=$(t),g4=$(t);I2.write(`const ${c2} = undefined;`),I2.write(`const ${g4} = (() => {`),I2.indented(N2=>{const A6=_4(N2,t,
m4,c2);N2.write(`return ${A6};`)}),I2.write("})();"),I2.write(`if (${g4} === INVALID || ${g4} === undefined) ${a3}.length = ${l3};`),I2.write(`else ${a3}[${l3}]\
 = ${g4};`)}),h3.write("}")}),e7.write("}");else{const h3=$(t);e7.write(`const ${h3} = ${n3}[${l3}];`);const I2=_4(e7,t,m4,h3);e7.write(`${a3}[${l3}] = ${I2};`)}}
if(f5){const l3=$(t),m4=$(t);e7.write(`for (let ${l3} = ${u3.length}; ${l3} < ${n3}.length; ${l3}++) {`),e7.indented(h3=>{h3.write(`const ${m4} = ${n3}[${l3}];`);
const I2=_4(h3,t,f5,m4);h3.write(`${a3}[${l3}] = ${I2};`)}),e7.write("}")}return a3}function H2(e7,t){for(let r2=e7.length-1;r2>=0;r2--)if(!(t==="optin"?e7[r2].
_zod.optin!==void 0:e7[r2]._zod.optout==="optional"))return r2+1;return 0}function We(e7,t,r2,n3){const o2=r2._zod.def,u3=o2.options;if(o2.discriminator)return Je(
e7,t,o2,n3);if(o2.inclusive===!1)throw new ZodCompileUnsupportedError("exclusive unions (z.xor)");if(u3.length===0)return e7.write("return INVALID;"),n3;if(u3.length===
1)return k(e7,t,u3[0],n3);if(u3.every(s2=>s2._zod.def.type==="literal"&&!s2._zod.def.checks?.length)){const s2=new Set(u3.flatMap(l3=>l3._zod.def.values)),a3=w3(
t,s2);return e7.write(`if (!${a3}.has(${n3})) return INVALID;`),n3}const i=$(t);e7.write(`let ${i};`);for(let s2=0;s2<u3.length;s2++){const a3=u3[s2];s2===0?e7.
write(`${i} = (() => {`):e7.write(`if (${i} === INVALID) ${i} = (() => {`),e7.indented(l3=>{const m4=k(l3,t,a3,n3);l3.write(`return ${m4};`)}),e7.write("})();")}
return e7.write(`if (${i} === INVALID) return INVALID;`),i}function Je(e7,t,r2,n3){if(r2.unionFallback)throw new ZodCompileUnsupportedError("discriminated union\
 with unionFallback");if(r2.options.length===0)return e7.write("return INVALID;"),n3;const o2=$(t),u3=$(t);e7.write(`const ${o2} = ${n3}?.[${esc(r2.discriminator)}\
];`),e7.write(`let ${u3};`);let f5=!0;const i=new Set;for(const s2 of r2.options){const a3=s2._zod.propValues?.[r2.discriminator];if(!a3||a3.size===0)throw new ZodCompileUnsupportedError(
"discriminated union option without static discriminator values");for(const h3 of a3){if(i.has(h3))throw new ZodCompileUnsupportedError(`duplicate discriminator\
 value ${String(h3)}`);i.add(h3)}const l3=Array.from(a3,h3=>Qe(t,o2,h3)),m4=f5?"if":"else if";e7.write(`${m4} (${l3.join(" || ")}) {`),e7.indented(h3=>{const I2=k(
h3,t,s2,n3);h3.write(`${u3} = ${I2};`)}),e7.write("}"),f5=!1}return e7.write("else { return INVALID; }"),u3}function Qe(e7,t,r2){if(typeof r2=="string")return`${t}\
 === ${esc(r2)}`;if(typeof r2=="number")return Number.isNaN(r2)?`Number.isNaN(${t})`:`${t} === ${r2}`;if(typeof r2=="boolean")return`${t} === ${r2}`;if(r2===null)
return`${t} === null`;if(r2===void 0)return`${t} === undefined`;if(typeof r2=="bigint")return`${t} === ${r2}n`;if(typeof r2=="symbol"){const n3=w3(e7,r2);return`${t}\
 === ${n3}`}throw new ZodCompileUnsupportedError(`literal discriminator value ${String(r2)}`)}function Xe(e7,t,r2,n3){const o2=r2._zod.def;t.definite=!1;const u3=_4(
e7,t,o2.left,n3),f5=_4(e7,t,o2.right,n3),i=w3(t,mergeValues),s2=$(t);return e7.write(`const ${s2} = ${i}(${u3}, ${f5});`),e7.write(`if (!${s2}.valid) return INV\
ALID;`),`${s2}.data`}function Ye(e7,t,r2,n3){const o2=r2._zod.def,u3=w3(t,isPlainObject);e7.write(`if (!${u3}(${n3})) return INVALID;`);const f5=$(t),i=$(t),s2=$(
t);e7.write(`const ${f5} = {};`);const a3=o2,l3=a3.partial?void 0:o2.keyType._zod.values;if(l3){const I2=[];for(const g4 of l3){if(!(typeof g4=="string"||typeof g4==
"number"||typeof g4=="symbol"))throw new ZodCompileUnsupportedError(`record key value ${String(g4)}`);const N2=typeof g4=="number"?g4.toString():g4;if(N2==="__p\
roto__")throw new ZodCompileUnsupportedError('record key "__proto__"');I2.push(N2);const A6=w3(t,g4),p7=k(e7,t,o2.keyType,A6),y5=$(t);e7.write(`const ${y5} = ${n3}\
[${xe(t,N2)}];`);const b4=_4(e7,t,o2.valueType,y5);e7.write(`${f5}[${p7}] = ${b4};`)}const c2=w3(t,new Set(I2));return e7.write(`for (const ${i} in ${n3}) {`),e7.
indented(g4=>{g4.write(`if (${c2}.has(${i})) continue;`),a3.mode==="loose"?g4.write(`if (${i} !== "__proto__") ${f5}[${i}] = ${n3}[${i}];`):g4.write("return INV\
ALID;")}),e7.write("}"),f5}const m4=o2.keyType._zod.def;if(!(m4.type==="string"&&m4.format===void 0&&!m4.coerce&&(m4.checks?.length??0)===0)){const I2=o2.mode===
"loose",c2=compileFn(o2.keyType);c2.definite===!1&&(t.definite=!1);const g4=w3(t,c2),N2=w3(t,number),A6=$(t);return G2(e7,t,n3,i,p7=>{p7.write(`let ${A6} = ${g4}\
(${i});`),p7.write(`if (${A6} === INVALID && typeof ${i} === "string" && ${N2}.test(${i})) ${A6} = ${g4}(Number(${i}));`),I2?p7.write(`if (${A6} === INVALID) { ${f5}\
[${i}] = ${n3}[${i}]; continue; }`):p7.write(`if (${A6} === INVALID) return INVALID;`),p7.write(`if (${A6} === "__proto__") continue;`);const y5=$(t);p7.write(`\
const ${y5} = ${n3}[${i}];`);const b4=_4(p7,t,o2.valueType,y5);p7.write(`${f5}[${A6}] = ${b4};`)}),f5}return G2(e7,t,n3,i,I2=>{I2.write(`const ${s2} = ${n3}[${i}\
];`);const c2=_4(I2,t,o2.valueType,s2);I2.write(`${f5}[${i}] = ${c2};`)},"return INVALID;"),f5}function G2(e7,t,r2,n3,o2,u3){const f5=w3(t,Object.prototype.propertyIsEnumerable),
i=$(t),s2=$(t),a3=$(t);e7.write(`const ${i} = Object.getOwnPropertySymbols(${r2});`),e7.write(`const ${s2} = Object.getOwnPropertyNames(${r2});`),e7.write(`for \
(let ${a3} = 0; ${a3} < ${s2}.length; ${a3}++) {`),e7.indented(l3=>{l3.write(`const ${n3} = ${s2}[${a3}];`),l3.write(`if (${n3} === "__proto__" || !${f5}.call(${r2}\
, ${n3})) continue;`),o2(l3)}),e7.write("}"),e7.write(`for (let ${a3} = 0; ${a3} < ${i}.length; ${a3}++) {`),e7.indented(l3=>{l3.write(`const ${n3} = ${i}[${a3}\
];`),l3.write(`if (!${f5}.call(${r2}, ${n3})) continue;`),u3?l3.write(u3):o2(l3)}),e7.write("}")}function xe(e7,t){return typeof t=="string"?esc(t):w3(e7,t)}function et(e7,t,r2,n3){
const o2=r2._zod.def;e7.write(`if (!(${n3} instanceof Map)) return INVALID;`),j3(e7,r2,`${n3}.size`);const u3=$(t),f5=$(t),i=$(t);return e7.write(`const ${u3} =\
 new Map();`),e7.write(`for (const [${f5}, ${i}] of ${n3}) {`),e7.indented(s2=>{const a3=k(s2,t,o2.keyType,f5),l3=k(s2,t,o2.valueType,i);s2.write(`${u3}.set(${a3}\
, ${l3});`)}),e7.write("}"),u3}function tt(e7,t,r2,n3){const o2=r2._zod.def;e7.write(`if (!(${n3} instanceof Set)) return INVALID;`),j3(e7,r2,`${n3}.size`);const u3=$(
t),f5=$(t);return e7.write(`const ${u3} = new Set();`),e7.write(`for (const ${f5} of ${n3}) {`),e7.indented(i=>{const s2=k(i,t,o2.valueType,f5);i.write(`${u3}.a\
dd(${s2});`)}),e7.write("}"),u3}function nt(e7,t){return e7.write(`if (!(${t} instanceof File)) return INVALID;`),t}function rt(e7,t,r2,n3){e7.write(`if (typeof\
 ${n3} !== "string") return INVALID;`);const o2=r2._zod.pattern;if(o2){const u3=w3(t,o2);e7.write(`${u3}.lastIndex = 0;`),e7.write(`if (!${u3}.test(${n3})) retu\
rn INVALID;`)}return n3}function it(e7,t,r2,n3){const o2=r2._zod.def,u3=D(t,o2.getter),f5=w3(t,{parser:null});e7.write(`if (!${f5}.parser) {`),e7.indented(s2=>{
s2.write(`const inner = ${u3}();`),s2.write(`${f5}.parser = function(input) {`),s2.indented(a3=>{a3.write("const result = inner._zod.run({ value: input, issues:\
 [] }, {});"),a3.write("return result.issues.length === 0 ? result.value : INVALID;")}),s2.write("};")}),e7.write("}");const i=$(t);return e7.write(`const ${i} \
= ${f5}.parser(${n3});`),e7.write(`if (${i} === INVALID) return INVALID;`),i}function ut(e7,t,r2,n3){const o2=r2._zod.def,u3=k(e7,t,o2.in,n3);if(o2.transform){if(z2(
o2.transform))throw new ZodCompileAsyncError("z.compile: async transforms in pipes are not supported");const f5=o2.transform,s2=D(t,l3=>{const m4={value:l3,issues:[],
addIssue:P3},h3=f5(l3,m4);return h3 instanceof Promise?INVALID:m4.issues.length===0?h3:INVALID}),a3=$(t);return e7.write(`const ${a3} = ${s2}(${u3});`),e7.write(
`if (${a3} === INVALID) return INVALID;`),k(e7,t,o2.out,a3)}else return k(e7,t,o2.out,u3)}function z2(e7){return typeof e7=="function"&&(e7.constructor.name==="\
AsyncFunction"||e7[Symbol.toStringTag]==="AsyncFunction")}function ot(e7,t,r2,n3){const o2=r2._zod.def;if(o2.fn){if(z2(o2.fn))throw new ZodCompileAsyncError("z.\
compile: async custom predicates are not supported");const u3=D(t,o2.fn),f5=w3(t,F2),i=$(t);e7.write(`const ${i} = ${u3}(${n3});`),e7.write(`if (${i} instanceof\
 Promise) ${f5}();`),e7.write(`if (!${i}) return INVALID;`)}else throw new ZodCompileUnsupportedError("custom schema without a predicate function");return n3}function st(e7,t,r2){
const n3=e7._zod.run({value:r2,issues:[]},{});if(n3&&typeof n3.then=="function")return INVALID;const o2=n3;return o2.issues.length===0?o2.value:t()}function ft(e7,t,r2,n3){
const o2=r2._zod.def;if(!o2.catchValue[CONSTANT_CATCH])throw new ZodCompileUnsupportedError("catch with a callback (only a constant catch value compiles)",!1);const u3=$(
t);e7.write(`let ${u3} = (() => {`),e7.indented(a3=>{const l3=_4(a3,t,o2.innerType,n3);a3.write(`return ${l3};`)}),e7.write("})();");const f5=w3(t,o2.innerType),
i=D(t,o2.catchValue),s2=w3(t,st);return e7.write(`if (${u3} === INVALID) {`),e7.indented(a3=>{a3.write(`${u3} = ${s2}(${f5}, ${i}, ${n3});`),a3.write(`if (${u3}\
 === INVALID) return INVALID;`)}),e7.write("}"),u3}function at2(e7,t,r2,n3){const o2=r2._zod.def;if(o2.transform){if(z2(o2.transform))throw new ZodCompileAsyncError(
"z.compile: async transforms are not supported");const u3=o2.transform,i=D(t,a3=>{const l3={value:a3,issues:[],addIssue:P3},m4=u3(a3,l3);return m4 instanceof Promise?
INVALID:l3.issues.length===0?m4:INVALID}),s2=$(t);return e7.write(`const ${s2} = ${i}(${n3});`),e7.write(`if (${s2} === INVALID) return INVALID;`),s2}return n3}
function _5(e7){return e7.checks&&(e7.checks=[...e7.checks]),e7}function _string(e7,r2){return new e7(_5({type:"string",...normalizeParams(r2)}))}function _coercedString(e7,r2){
return new e7(_5({type:"string",coerce:!0,...normalizeParams(r2)}))}function _email(e7,r2){return new e7({type:"string",format:"email",check:"string_format",abort:!1,
...normalizeParams(r2)})}function _guid(e7,r2){return new e7({type:"string",format:"guid",check:"string_format",abort:!1,...normalizeParams(r2)})}function _uuid(e7,r2){
return new e7({type:"string",format:"uuid",check:"string_format",abort:!1,...normalizeParams(r2)})}function _uuidv4(e7,r2){return new e7({type:"string",format:"\
uuid",check:"string_format",abort:!1,version:"v4",...normalizeParams(r2)})}function _uuidv6(e7,r2){return new e7({type:"string",format:"uuid",check:"string_form\
at",abort:!1,version:"v6",...normalizeParams(r2)})}function _uuidv7(e7,r2){return new e7({type:"string",format:"uuid",check:"string_format",abort:!1,version:"v7",
...normalizeParams(r2)})}function _url(e7,r2){return new e7({type:"string",format:"url",check:"string_format",abort:!1,...normalizeParams(r2)})}function _emoji(e7,r2){
return new e7({type:"string",format:"emoji",check:"string_format",abort:!1,...normalizeParams(r2)})}function _nanoid(e7,r2){return new e7({type:"string",format:"\
nanoid",check:"string_format",abort:!1,...normalizeParams(r2)})}function _cuid(e7,r2){return new e7({type:"string",format:"cuid",check:"string_format",abort:!1,
...normalizeParams(r2)})}function _cuid2(e7,r2){return new e7({type:"string",format:"cuid2",check:"string_format",abort:!1,...normalizeParams(r2)})}function _ulid(e7,r2){
return new e7({type:"string",format:"ulid",check:"string_format",abort:!1,...normalizeParams(r2)})}function _xid(e7,r2){return new e7({type:"string",format:"xid",
check:"string_format",abort:!1,...normalizeParams(r2)})}function _ksuid(e7,r2){return new e7({type:"string",format:"ksuid",check:"string_format",abort:!1,...normalizeParams(
r2)})}function _ipv4(e7,r2){return new e7({type:"string",format:"ipv4",check:"string_format",abort:!1,...normalizeParams(r2)})}function _ipv6(e7,r2){return new e7(
{type:"string",format:"ipv6",check:"string_format",abort:!1,...normalizeParams(r2)})}function _mac(e7,r2){return new e7({type:"string",format:"mac",check:"strin\
g_format",abort:!1,...normalizeParams(r2)})}function _cidrv4(e7,r2){return new e7({type:"string",format:"cidrv4",check:"string_format",abort:!1,...normalizeParams(
r2)})}function _cidrv6(e7,r2){return new e7({type:"string",format:"cidrv6",check:"string_format",abort:!1,...normalizeParams(r2)})}function _base64(e7,r2){return new e7(
{type:"string",format:"base64",check:"string_format",abort:!1,...normalizeParams(r2)})}function _base64url(e7,r2){return new e7({type:"string",format:"base64url",
check:"string_format",abort:!1,...normalizeParams(r2)})}function _e164(e7,r2){return new e7({type:"string",format:"e164",check:"string_format",abort:!1,...normalizeParams(
r2)})}function _creditCard(e7,r2){return new e7({type:"string",format:"credit_card",check:"string_format",abort:!1,...normalizeParams(r2)})}function _iban(e7,r2){
return new e7({type:"string",format:"iban",check:"string_format",abort:!1,...normalizeParams(r2)})}function _jwt(e7,r2){return new e7({type:"string",format:"jwt",
check:"string_format",abort:!1,...normalizeParams(r2)})}var TimePrecision={Any:null,Minute:-1,Second:0,Millisecond:3,Microsecond:6};function _isoDateTime(e7,r2){
return new e7({type:"string",format:"datetime",check:"string_format",offset:!1,local:!1,precision:null,...normalizeParams(r2)})}function _isoDate(e7,r2){return new e7(
{type:"string",format:"date",check:"string_format",...normalizeParams(r2)})}function _isoTime(e7,r2){return new e7({type:"string",format:"time",check:"string_fo\
rmat",precision:null,...normalizeParams(r2)})}function _isoDuration(e7,r2){return new e7({type:"string",format:"duration",check:"string_format",...normalizeParams(
r2)})}function _number(e7,r2){return new e7(_5({type:"number",checks:[],...normalizeParams(r2)}))}function _coercedNumber(e7,r2){return new e7(_5({type:"number",
coerce:!0,checks:[],...normalizeParams(r2)}))}function _int(e7,r2){return new e7({type:"number",check:"number_format",abort:!1,format:"safeint",...normalizeParams(
r2)})}function _float32(e7,r2){return new e7({type:"number",check:"number_format",abort:!1,format:"float32",...normalizeParams(r2)})}function _float64(e7,r2){return new e7(
{type:"number",check:"number_format",abort:!1,format:"float64",...normalizeParams(r2)})}function _int32(e7,r2){return new e7({type:"number",check:"number_format",
abort:!1,format:"int32",...normalizeParams(r2)})}function _uint32(e7,r2){return new e7({type:"number",check:"number_format",abort:!1,format:"uint32",...normalizeParams(
r2)})}function _boolean(e7,r2){return new e7({type:"boolean",...normalizeParams(r2)})}function _coercedBoolean(e7,r2){return new e7({type:"boolean",coerce:!0,...normalizeParams(
r2)})}function _bigint(e7,r2){return new e7({type:"bigint",...normalizeParams(r2)})}function _coercedBigint(e7,r2){return new e7({type:"bigint",coerce:!0,...normalizeParams(
r2)})}function _int64(e7,r2){return new e7({type:"bigint",check:"bigint_format",abort:!1,format:"int64",...normalizeParams(r2)})}function _uint64(e7,r2){return new e7(
{type:"bigint",check:"bigint_format",abort:!1,format:"uint64",...normalizeParams(r2)})}function _symbol(e7,r2){return new e7({type:"symbol",...normalizeParams(r2)})}
function _undefined(e7,r2){return new e7({type:"undefined",...normalizeParams(r2)})}function _null(e7,r2){return new e7({type:"null",...normalizeParams(r2)})}function _any(e7){
return new e7({type:"any"})}function _unknown(e7){return new e7({type:"unknown"})}function _never(e7,r2){return new e7({type:"never",...normalizeParams(r2)})}function _void(e7,r2){
return new e7({type:"void",...normalizeParams(r2)})}function _date(e7,r2){return new e7({type:"date",...normalizeParams(r2)})}function _coercedDate(e7,r2){return new e7(
{type:"date",coerce:!0,...normalizeParams(r2)})}function _nan(e7,r2){return new e7({type:"nan",...normalizeParams(r2)})}function _lt(e7,r2){return new $ZodCheckLessThan(
{check:"less_than",...normalizeParams(r2),value:e7,inclusive:!1})}function _lte(e7,r2){return new $ZodCheckLessThan({check:"less_than",...normalizeParams(r2),value:e7,
inclusive:!0})}function _gt(e7,r2){return new $ZodCheckGreaterThan({check:"greater_than",...normalizeParams(r2),value:e7,inclusive:!1})}function _gte(e7,r2){return new $ZodCheckGreaterThan(
{check:"greater_than",...normalizeParams(r2),value:e7,inclusive:!0})}function _positive(e7){return _gt(0,e7)}function _negative(e7){return _lt(0,e7)}function _nonpositive(e7){
return _lte(0,e7)}function _nonnegative(e7){return _gte(0,e7)}function _multipleOf(e7,r2){return new $ZodCheckMultipleOf({check:"multiple_of",...normalizeParams(
r2),value:e7})}function _maxSize(e7,r2){return new $ZodCheckMaxSize({check:"max_size",...normalizeParams(r2),maximum:e7})}function _minSize(e7,r2){return new $ZodCheckMinSize(
{check:"min_size",...normalizeParams(r2),minimum:e7})}function _size(e7,r2){return new $ZodCheckSizeEquals({check:"size_equals",...normalizeParams(r2),size:e7})}
function _maxLength(e7,r2){return new $ZodCheckMaxLength({check:"max_length",...normalizeParams(r2),maximum:e7})}function _minLength(e7,r2){return new $ZodCheckMinLength(
{check:"min_length",...normalizeParams(r2),minimum:e7})}function _length(e7,r2){return new $ZodCheckLengthEquals({check:"length_equals",...normalizeParams(r2),length:e7})}
function _regex(e7,r2){return new $ZodCheckRegex({check:"string_format",format:"regex",...normalizeParams(r2),pattern:e7})}function _lowercase(e7){return new $ZodCheckLowerCase(
{check:"string_format",format:"lowercase",...normalizeParams(e7)})}function _uppercase(e7){return new $ZodCheckUpperCase({check:"string_format",format:"uppercas\
e",...normalizeParams(e7)})}function _includes(e7,r2){return new $ZodCheckIncludes({check:"string_format",format:"includes",...normalizeParams(r2),includes:e7})}
function _startsWith(e7,r2){return new $ZodCheckStartsWith({check:"string_format",format:"starts_with",...normalizeParams(r2),prefix:e7})}function _endsWith(e7,r2){
return new $ZodCheckEndsWith({check:"string_format",format:"ends_with",...normalizeParams(r2),suffix:e7})}function _property(e7,r2,n3){return new $ZodCheckProperty(
{check:"property",property:e7,schema:r2,...normalizeParams(n3)})}function _properties(e7,r2){return new $ZodCheckProperties({check:"properties",shape:e7,...normalizeParams(
r2)})}function _mime(e7,r2){return new $ZodCheckMimeType({check:"mime_type",mime:e7,...normalizeParams(r2)})}function _overwrite(e7){return new $ZodCheckOverwrite(
{check:"overwrite",tx:e7})}function _normalize(e7){return _overwrite(r2=>r2.normalize(e7))}function _trim(){return _overwrite(e7=>e7.trim())}function _toLowerCase(){
return _overwrite(e7=>e7.toLowerCase())}function _toUpperCase(){return _overwrite(e7=>e7.toUpperCase())}function _slugify(){return _overwrite(e7=>slugify(e7))}function _array(e7,r2,n3){
return new e7({type:"array",element:r2,...normalizeParams(n3)})}function _union(e7,r2,n3){return new e7({type:"union",options:r2,...normalizeParams(n3)})}function _xor(e7,r2,n3){
return new e7({type:"union",options:r2,inclusive:!1,...normalizeParams(n3)})}function _discriminatedUnion(e7,r2,n3,o2){return new e7({type:"union",options:n3,discriminator:r2,
...normalizeParams(o2)})}function _intersection(e7,r2,n3){return new e7({type:"intersection",left:r2,right:n3})}function _tuple(e7,r2,n3,o2){const c2=n3 instanceof
$ZodType,i=c2?o2:n3,u3=c2?n3:null;return new e7({type:"tuple",items:r2,rest:u3,...normalizeParams(i)})}function _record(e7,r2,n3,o2){return new e7({type:"record",
keyType:r2,valueType:n3,...normalizeParams(o2)})}function _map(e7,r2,n3,o2){return new e7({type:"map",keyType:r2,valueType:n3,...normalizeParams(o2)})}function _set(e7,r2,n3){
return new e7({type:"set",valueType:r2,...normalizeParams(n3)})}function _enum(e7,r2,n3){const o2=Array.isArray(r2)?Object.fromEntries(r2.map(c2=>[c2,c2])):r2;return new e7(
{type:"enum",entries:o2,...normalizeParams(n3)})}function _nativeEnum(e7,r2,n3){return new e7({type:"enum",entries:r2,...normalizeParams(n3)})}function _literal(e7,r2,n3){
return new e7({type:"literal",values:Array.isArray(r2)?r2:[r2],...normalizeParams(n3)})}function _file(e7,r2){return new e7({type:"file",...normalizeParams(r2)})}
function _transform(e7,r2){return new e7({type:"transform",transform:r2})}function _optional(e7,r2){return new e7({type:"optional",innerType:r2})}function _nullable(e7,r2){
return new e7({type:"nullable",innerType:r2})}function _default(e7,r2,n3){return new e7({type:"default",innerType:r2,get defaultValue(){return typeof n3=="funct\
ion"?n3():shallowClone(n3)}})}function _nonoptional(e7,r2,n3){return new e7({type:"nonoptional",innerType:r2,...normalizeParams(n3)})}function _success(e7,r2){return new e7(
{type:"success",innerType:r2})}function _catch(e7,r2,n3){return new e7({type:"catch",innerType:r2,catchValue:typeof n3=="function"?n3:constantCatch(n3)})}function _pipe(e7,r2,n3){
return new e7({type:"pipe",in:r2,out:n3})}function _readonly(e7,r2){return new e7({type:"readonly",innerType:r2})}function _templateLiteral(e7,r2,n3){return new e7(
{type:"template_literal",parts:r2,...normalizeParams(n3)})}function _lazy(e7,r2){return new e7({type:"lazy",getter:r2})}function _promise(e7,r2){return new e7({
type:"promise",innerType:r2})}function _custom(e7,r2,n3){const o2=normalizeParams(n3);return o2.abort??(o2.abort=!0),new e7({type:"custom",check:"custom",fn:r2,
...o2})}function _refine(e7,r2,n3){return new e7({type:"custom",check:"custom",fn:r2,...normalizeParams(n3)})}function _superRefine(e7,r2){const n3=_check(o2=>(o2.
addIssue=c2=>{if(typeof c2=="string")o2.issues.push(issue(c2,o2.value,n3._zod.def));else{const i=c2;i.fatal&&(i.continue=!1),i.code??(i.code="custom"),"input"in
i||(i.input=o2.value),i.inst??(i.inst=n3),i.continue??(i.continue=!n3._zod.def.abort),o2.issues.push(issue(i))}},e7(o2.value,o2)),r2);return n3}function _check(e7,r2){
const n3=new $ZodCheck({check:"custom",...normalizeParams(r2)});return n3._zod.check=e7,n3}function describe(e7){const r2=new $ZodCheck({check:"describe"});return r2.
_zod.onattach=[n3=>{const o2=globalRegistry.get(n3)??{};globalRegistry.add(n3,{...o2,description:e7})}],r2._zod.check=()=>{},r2}function meta(e7){const r2=new $ZodCheck(
{check:"meta"});return r2._zod.onattach=[n3=>{const o2=globalRegistry.get(n3)??{};globalRegistry.add(n3,{...o2,...e7})}],r2._zod.check=()=>{},r2}function _stringbool(e7,r2){
const n3=normalizeParams(r2);let o2=n3.truthy??["true","1","yes","on","y","enabled"],c2=n3.falsy??["false","0","no","off","n","disabled"];n3.case!=="sensitive"&&
(o2=o2.map(s2=>typeof s2=="string"?s2.toLowerCase():s2),c2=c2.map(s2=>typeof s2=="string"?s2.toLowerCase():s2));const i=new Set(o2),u3=new Set(c2),h3=e7.Codec??
$ZodCodec,w5=e7.Boolean??$ZodBoolean,g4=e7.String??$ZodString,y5=new g4({type:"string",error:n3.error}),d4=new w5({type:"boolean",error:n3.error}),m4=new h3({type:"\
pipe",in:y5,out:d4,transform:((s2,x6)=>{let f5=s2;return n3.case!=="sensitive"&&(f5=f5.toLowerCase()),i.has(f5)?!0:u3.has(f5)?!1:(x6.issues.push({code:"invalid_\
value",expected:"stringbool",values:[...i,...u3],input:x6.value,inst:m4,continue:!1}),{})}),reverseTransform:((s2,x6)=>s2===!0?o2[0]||"true":c2[0]||"false"),error:n3.
error});return m4._zod.bag.truthy=o2,m4._zod.bag.falsy=c2,m4._zod.bag.case=n3.case??"insensitive",m4}function _stringFormat(e7,r2,n3,o2={}){const c2=normalizeParams(
o2),i={check:"string_format",type:"string",format:r2,fn:typeof n3=="function"?n3:h3=>n3.test(h3),...c2};return n3 instanceof RegExp&&(i.pattern=n3),new e7(i)}function m2(e7,...n3){
for(const s2 of n3)for(const t of Reflect.ownKeys(s2))Object.prototype.propertyIsEnumerable.call(s2,t)&&assignProp(e7,t,s2[t]);return e7}function initializeContext(e7){
let n3=e7?.target??"draft-2020-12";return n3==="draft-4"&&(n3="draft-04"),n3==="draft-7"&&(n3="draft-07"),{processors:e7.processors??{},metadataRegistry:e7?.metadata??
globalRegistry,target:n3,unrepresentable:e7?.unrepresentable??"throw",override:e7?.override??(()=>{}),io:e7?.io??"output",counter:0,seen:new Map,sharedDefsExtractedFor:void 0,
sharedEmitDoneFor:void 0,cycles:e7?.cycles??"ref",reused:e7?.reused??"inline",intersections:[],deferred:[],external:e7?.external??void 0}}function handleUnrepresentable(e7,n3,s2,t,f5){
const i=typeof n3.unrepresentable=="function"?n3.unrepresentable({zodSchema:e7,path:t.path,message:f5}):n3.unrepresentable;if(i==="any")return!1;if(i===void 0||
i==="throw")throw new Error(f5);return Object.assign(s2,i),!0}function processSchema(e7,n3,s2={path:[],schemaPath:[]}){var t;const f5=e7._zod.def,i=n3.seen.get(
e7);if(i)return i.count++,s2.schemaPath.includes(e7)&&(i.cycle=s2.path),i.schema;const r2={schema:{},count:1,cycle:void 0,path:s2.path};n3.seen.set(e7,r2),n3.sharedDefsExtractedFor=
void 0,n3.sharedEmitDoneFor=void 0;const o2=e7._zod.toJSONSchema?.();if(o2)r2.schema=o2;else{const c2={...s2,schemaPath:[...s2.schemaPath,e7],path:s2.path};if(e7.
_zod.processJSONSchema)e7._zod.processJSONSchema(n3,r2.schema,c2);else{const g4=r2.schema,u3=n3.processors[f5.type];if(!u3)throw new Error(`[toJSONSchema]: Non-\
representable type encountered: ${f5.type}`);u3(e7,n3,g4,c2)}const l3=e7._zod.parent;l3&&(r2.ref||(r2.ref=l3),processSchema(l3,n3,c2),n3.seen.get(l3).isParent=!0)}
const a3=n3.metadataRegistry.get(e7);return a3&&m2(r2.schema,a3),n3.io==="input"&&p6(e7)&&(delete r2.schema.examples,delete r2.schema.default),n3.io==="input"&&
"_prefault"in r2.schema&&((t=r2.schema).default??(t.default=r2.schema._prefault)),delete r2.schema._prefault,n3.seen.get(e7).schema}function b3(e7){return e7.replace(
/~/g,"~0").replace(/\//g,"~1")}function extractDefs(e7,n3){const s2=e7.seen.get(n3);if(!s2)throw new Error("Unprocessed schema. This is a bug in Zod.");if(e7.external&&
e7.sharedDefsExtractedFor===e7.external)return;const t=new Map;for(const r2 of e7.seen.entries()){const o2=e7.metadataRegistry.get(r2[0])?.id;if(o2){const a3=t.
get(o2);if(a3&&a3!==r2[0])throw new Error(`Duplicate schema id "${o2}" detected during JSON Schema conversion. Two different schemas cannot share the same id wh\
en converted together.`);t.set(o2,r2[0])}}const f5=r2=>{const o2=e7.target==="draft-2020-12"?"$defs":"definitions";if(e7.external){const l3=e7.external.registry.
get(r2[0])?.id,g4=e7.external.uri??(y5=>y5);if(l3)return{ref:g4(l3)};const u3=r2[1].defId??r2[1].schema.id??`schema${e7.counter++}`;return r2[1].defId=u3,{defId:u3,
ref:`${g4("__shared")}#/${o2}/${b3(u3)}`}}const a3="#",d4=`${a3}/${o2}/`;if(r2[1]===s2&&!r2[1].schema.id)return{ref:a3};const c2=r2[1].schema.id??`__schema${e7.
counter++}`;return{defId:c2,ref:d4+b3(c2)}},i=r2=>{if(r2[1].schema.$ref)return;const o2=r2[1],{ref:a3,defId:d4}=f5(r2);o2.def={...o2.schema},d4&&(o2.defId=d4);const c2=o2.
schema;for(const l3 in c2)delete c2[l3];c2.$ref=a3};if(e7.cycles==="throw")for(const r2 of e7.seen.entries()){const o2=r2[1];if(o2.cycle)throw new Error(`Cycle \
detected: #/${o2.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`)}for(const r2 of e7.seen.entries()){const o2=r2[1];if(n3===r2[0]){i(r2);continue}
if(e7.external){const d4=e7.external.registry.get(r2[0])?.id;if(n3!==r2[0]&&d4){i(r2);continue}}if(e7.metadataRegistry.get(r2[0])?.id){i(r2);continue}if(o2.cycle){
i(r2);continue}o2.count>1&&e7.reused==="ref"&&i(r2)}e7.external&&(e7.sharedDefsExtractedFor=e7.external)}function w4(e7){const n3=e7.anyOf;if(!Array.isArray(n3)||
n3.length===0||e7.type!==void 0)return;const s2=[];for(const t of n3){if(!t||typeof t!="object")return;w4(t);const f5=Object.keys(t);if(f5.length!==1||f5[0]!=="\
type")return;const i=t.type;for(const r2 of Array.isArray(i)?i:[i]){if(typeof r2!="string")return;s2.includes(r2)||s2.push(r2)}}delete e7.anyOf,e7.type=s2.length===
1?s2[0]:s2}var $2=new Set(["type","properties","required","additionalProperties"]),j4=["oneOf","anyOf"];function E6(e7){const n3=e7.additionalProperties;return n3===
void 0||n3===!1||typeof n3!="object"||n3===null?null:Object.keys(n3).length?n3:null}function S5(e7){const n3=[];for(const i of e7){if(typeof i!="object"||i.type!==
"object")return null;for(const r2 in i)if(!$2.has(r2))return null;n3.push(i)}const s2={},t=new Set;for(const i of n3){for(const r2 in i.properties){if(Object.prototype.
hasOwnProperty.call(s2,r2))continue;const o2=[];for(const d4 of n3){const c2=d4.properties?.[r2]??E6(d4);c2!=null&&(o2.some(l3=>JSON.stringify(l3)===JSON.stringify(
c2))||o2.push(c2))}const a3=o2.length===1?o2[0]:S5(o2)??{allOf:o2};assignProp(s2,r2,a3)}for(const r2 of i.required??[])t.add(r2)}const f5={type:"object",properties:s2};
if(t.size&&(f5.required=[...t]),n3.every(i=>i.additionalProperties===!1))f5.additionalProperties=!1;else{const i=[];for(const r2 of n3){const o2=E6(r2);o2&&!i.some(
a3=>JSON.stringify(a3)===JSON.stringify(o2))&&i.push(o2)}i.length===1?f5.additionalProperties=i[0]:i.length>1&&(f5.additionalProperties={allOf:i})}return f5}function P4(e7){
const n3=e7.allOf;if(!Array.isArray(n3)||n3.length<2)return;for(const f5 of $2)if(f5 in e7)return;const s2=n3.filter(f5=>j4.some(i=>Array.isArray(f5[i])));let t=null;
if(!s2.length)t=S5(n3);else{const f5=s2[0],i=j4.find(a3=>Array.isArray(f5[a3]));if(Object.keys(f5).length!==1)return;const r2=n3.filter(a3=>a3!==f5),o2=f5[i].map(
a3=>S5([...r2,a3]));if(o2.some(a3=>!a3))return;t={[i]:o2}}t&&(delete e7.allOf,m2(e7,t))}function finalize(e7,n3){const s2=e7.seen.get(n3);if(!s2)throw new Error(
"Unprocessed schema. This is a bug in Zod.");const t=o2=>{const a3=e7.seen.get(o2);if(a3.ref===null)return;const d4=a3.def??a3.schema,c2={...d4},l3=a3.ref;if(a3.
ref=null,l3){t(l3);const u3=e7.seen.get(l3),y5=u3.schema;if(y5.$ref&&(e7.target==="draft-07"||e7.target==="draft-04"||e7.target==="openapi-3.0")?(d4.allOf=d4.allOf??
[],d4.allOf.push(y5)):m2(d4,y5),m2(d4,c2),o2._zod.parent===l3)for(const h3 in d4)h3==="$ref"||h3==="allOf"||h3 in c2||delete d4[h3];if(y5.$ref&&u3.def)for(const h3 in d4)
h3==="$ref"||h3==="allOf"||h3 in u3.def&&JSON.stringify(d4[h3])===JSON.stringify(u3.def[h3])&&delete d4[h3]}const g4=o2._zod.parent;if(g4&&g4!==l3){t(g4);const u3=e7.
seen.get(g4);if(u3?.schema.$ref&&(d4.$ref=u3.schema.$ref,u3.def))for(const y5 in d4)y5==="$ref"||y5==="allOf"||y5 in u3.def&&JSON.stringify(d4[y5])===JSON.stringify(
u3.def[y5])&&delete d4[y5]}e7.override({zodSchema:o2,jsonSchema:d4,path:a3.path??[]})};if(!e7.external||e7.sharedEmitDoneFor!==e7.external){for(const o2 of[...e7.
seen.entries()].reverse())t(o2[0]);if(e7.target!=="openapi-3.0")for(const o2 of e7.seen.entries())w4(o2[1].def??o2[1].schema);for(const o2 of e7.deferred)o2();if(e7.
intersections.length){const o2=new Map;for(const a3 of e7.seen.values())for(const d4 of[a3.schema,a3.def]){const c2=d4?.allOf;if(!Array.isArray(c2))continue;const l3=o2.
get(c2);l3?l3.push(d4):o2.set(c2,[d4])}for(const a3 of e7.intersections)for(const d4 of o2.get(a3)??[])P4(d4)}}const f5={};if(e7.target==="draft-2020-12"?f5.$schema=
"https://json-schema.org/draft/2020-12/schema":e7.target==="draft-07"?f5.$schema="http://json-schema.org/draft-07/schema#":e7.target==="draft-04"?f5.$schema="ht\
tp://json-schema.org/draft-04/schema#":e7.target,e7.external?.uri){const o2=e7.external.registry.get(n3)?.id;if(!o2)throw new Error("Schema is missing an `id` p\
roperty");f5.$id=e7.external.uri(o2)}m2(f5,s2.defId?s2.schema:s2.def??s2.schema);const i=e7.metadataRegistry.get(n3)?.id;i!==void 0&&f5.id===i&&delete f5.id;const r2=e7.
external?.defs??{};if(!e7.external||e7.sharedEmitDoneFor!==e7.external)for(const o2 of e7.seen.entries()){const a3=o2[1];a3.def&&a3.defId&&(a3.def.id===a3.defId&&
delete a3.def.id,assignProp(r2,a3.defId,a3.def))}e7.external&&(e7.sharedEmitDoneFor=e7.external),e7.external||Object.keys(r2).length>0&&(e7.target==="draft-2020\
-12"?f5.$defs=r2:f5.definitions=r2);try{const o2=JSON.parse(JSON.stringify(f5));return Object.defineProperty(o2,"~standard",{value:{...n3["~standard"],jsonSchema:{
input:createStandardJSONSchemaMethod(n3,"input",e7.processors),output:createStandardJSONSchemaMethod(n3,"output",e7.processors)}},enumerable:!1,writable:!1}),o2}catch{
throw new Error("Error converting schema to JSON.")}}function p6(e7,n3){const s2=n3??{seen:new Set};if(s2.seen.has(e7))return!1;s2.seen.add(e7);const t=e7._zod.
def;if(t.type==="transform")return!0;if(t.type==="array")return p6(t.element,s2);if(t.type==="set")return p6(t.valueType,s2);if(t.type==="lazy")return p6(t.getter(),
s2);if(t.type==="promise"||t.type==="optional"||t.type==="nonoptional"||t.type==="nullable"||t.type==="readonly"||t.type==="default"||t.type==="prefault"||t.type===
"catch")return p6(t.innerType,s2);if(t.type==="intersection")return p6(t.left,s2)||p6(t.right,s2);if(t.type==="record"||t.type==="map")return p6(t.keyType,s2)||
p6(t.valueType,s2);if(t.type==="pipe")return e7._zod.traits.has("$ZodCodec")?!0:p6(t.in,s2)||p6(t.out,s2);if(t.type==="object"){for(const f5 in t.shape)if(p6(t.
shape[f5],s2))return!0;return!1}if(t.type==="union"){for(const f5 of t.options)if(p6(f5,s2))return!0;return!1}if(t.type==="tuple"){for(const f5 of t.items)if(p6(
f5,s2))return!0;return!!(t.rest&&p6(t.rest,s2))}return!1}var createToJSONSchemaMethod=(e7,n3={})=>s2=>{const t=initializeContext({...s2,processors:n3});return processSchema(
e7,t),extractDefs(t,e7),finalize(t,e7)},createStandardJSONSchemaMethod=(e7,n3,s2={})=>t=>{const{libraryOptions:f5,target:i}=t??{},r2=initializeContext({...f5??{},
target:i,io:n3,processors:s2});return processSchema(e7,r2),extractDefs(r2,e7),finalize(r2,e7)},x4=(t,e7,o2)=>{(t[e7]===void 0||o2>t[e7])&&(t[e7]=o2)},O4=(t,e7,o2)=>{
(t[e7]===void 0||o2<t[e7])&&(t[e7]=o2)},J2=(t,e7)=>{x4(t,"minimum",e7),O4(t,"maximum",e7)},E7=(t,e7)=>{t.multipleOf??(t.multipleOf=[]),t.multipleOf.includes(e7)||
t.multipleOf.push(e7)},k2=(t,e7)=>{t.patterns??(t.patterns=new Set),t.patterns.add(e7)},A5=(t,e7)=>{t.mime=t.mime?t.mime.filter(o2=>e7.includes(o2)):[...e7]},V2=(t,e7)=>{
t.format=e7,e7.includes("int")&&(t.isInt=!0)},C3=(t,e7)=>x4(t,"minimum",e7.minimum),F3=(t,e7)=>O4(t,"maximum",e7.maximum),L2=t=>(e7,o2)=>{V2(e7,o2.format);const[
r2,n3]=t[o2.format];x4(e7,"minimum",r2),O4(e7,"maximum",n3)},Z2={greater_than:(t,e7)=>x4(t,e7.inclusive?"minimum":"exclusiveMinimum",e7.value),less_than:(t,e7)=>O4(
t,e7.inclusive?"maximum":"exclusiveMaximum",e7.value),multiple_of:(t,e7)=>E7(t,e7.value),number_format:L2(NUMBER_FORMAT_RANGES),bigint_format:L2(BIGINT_FORMAT_RANGES),
min_length:C3,max_length:F3,length_equals:(t,e7)=>J2(t,e7.length),min_size:C3,max_size:F3,size_equals:(t,e7)=>J2(t,e7.size),string_format:(t,e7)=>{V2(t,e7.format),
e7.pattern&&k2(t,e7.pattern),(e7.format==="base64"||e7.format==="base64url")&&(t.contentEncoding=e7.format),(e7.local||e7.precision===-1)&&(t.laxFormat=!0)},mime_type:(t,e7)=>A5(
t,e7.mime)};function aggregateChecks(t){const e7={},o2=t._zod.def,r2=t._zod.traits.has("$ZodCheck")?[t,...o2.checks??[]]:o2.checks??[];for(const i of r2)Z2[i._zod.
def.check]?.(e7,i._zod.def);const n3=t._zod.bag;n3.minimum!==void 0&&x4(e7,"minimum",n3.minimum),n3.exclusiveMinimum!==void 0&&x4(e7,"exclusiveMinimum",n3.exclusiveMinimum),
n3.maximum!==void 0&&O4(e7,"maximum",n3.maximum),n3.exclusiveMaximum!==void 0&&O4(e7,"exclusiveMaximum",n3.exclusiveMaximum),n3.multipleOf!==void 0&&E7(e7,n3.multipleOf),
n3.format!==void 0&&(e7.format??(e7.format=n3.format),n3.format.includes("int")&&(e7.isInt=!0)),n3.mime&&A5(e7,n3.mime);for(const i of n3.patterns??[])k2(e7,i);
return e7}var Y2={guid:"uuid",url:"uri",datetime:"date-time",json_string:"json-string",regex:""},W2=new Map([[base64Charset,base64],[base64urlCharset,base64url]]),
R3=t=>W2.get(t)??t,stringProcessor=(t,e7,o2,r2)=>{const n3=o2;n3.type="string";const{minimum:i,maximum:s2,format:f5,patterns:a3,contentEncoding:c2,laxFormat:m4}=aggregateChecks(
t);if(typeof i=="number"&&(n3.minLength=i),typeof s2=="number"&&(n3.maxLength=s2),f5&&(n3.format=Y2[f5]??f5,n3.format===""&&delete n3.format,(f5==="time"||m4)&&
delete n3.format),c2&&(n3.contentEncoding=c2),a3&&a3.size>0){const d4=[...a3].map(R3);d4.length===1?n3.pattern=d4[0].source:d4.length>1&&(n3.allOf=[...d4.map(b4=>({
...e7.target==="draft-07"||e7.target==="draft-04"||e7.target==="openapi-3.0"?{type:"string"}:{},pattern:b4.source}))])}},numberProcessor=(t,e7,o2,r2)=>{const n3=o2,
{minimum:i,maximum:s2,multipleOf:f5,exclusiveMaximum:a3,exclusiveMinimum:c2,isInt:m4}=aggregateChecks(t);n3.type=m4?"integer":"number";const d4=typeof c2=="numb\
er"&&c2>=(i??Number.NEGATIVE_INFINITY),b4=typeof a3=="number"&&a3<=(s2??Number.POSITIVE_INFINITY),y5=e7.target==="draft-04"||e7.target==="openapi-3.0";if(d4?y5?
(n3.minimum=c2,n3.exclusiveMinimum=!0):n3.exclusiveMinimum=c2:typeof i=="number"&&(n3.minimum=i),b4?y5?(n3.maximum=a3,n3.exclusiveMaximum=!0):n3.exclusiveMaximum=
a3:typeof s2=="number"&&(n3.maximum=s2),f5){const u3=new Set;for(const _6 of f5)Number.isFinite(_6)&&_6!==0?u3.add(Math.abs(_6)):handleUnrepresentable(t,e7,n3,r2,
`A multipleOf divisor of ${_6} cannot be represented in JSON Schema`);const[h3,...g4]=u3;h3!==void 0&&(n3.multipleOf=h3),g4.length&&(n3.allOf=[...n3.allOf??[],...g4.
map(_6=>({multipleOf:_6}))])}},booleanProcessor=(t,e7,o2,r2)=>{o2.type="boolean"},bigintProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"BigInt cannot\
 be represented in JSON Schema")},symbolProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Symbols cannot be represented in JSON Schema")},nullProcessor=(t,e7,o2,r2)=>{
e7.target==="openapi-3.0"?(o2.type="string",o2.nullable=!0,o2.enum=[null]):o2.type="null"},undefinedProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"U\
ndefined cannot be represented in JSON Schema")},voidProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Void cannot be represented in JSON Schema")},neverProcessor=(t,e7,o2,r2)=>{
o2.not={}},anyProcessor=(t,e7,o2,r2)=>{},unknownProcessor=(t,e7,o2,r2)=>{},dateProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Date cannot be represe\
nted in JSON Schema")},enumProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def,i=getEnumValues(n3.entries);if(i.length===0){o2.not={};return}i.every(s2=>typeof s2=="nu\
mber")&&(o2.type="number"),i.every(s2=>typeof s2=="string")&&(o2.type="string"),o2.enum=i},literalProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def;if(n3.values.length===
0){o2.not={};return}const i=[];for(const s2 of n3.values)if(s2===void 0){if(handleUnrepresentable(t,e7,o2,r2,"Literal `undefined` cannot be represented in JSON \
Schema"))return}else if(typeof s2=="bigint"){if(handleUnrepresentable(t,e7,o2,r2,"BigInt literals cannot be represented in JSON Schema"))return;i.push(Number(s2))}else
i.push(s2);if(i.length!==0)if(i.length===1){const s2=i[0];o2.type=s2===null?"null":typeof s2,e7.target==="draft-04"||e7.target==="openapi-3.0"?o2.enum=[s2]:o2.const=
s2}else i.every(s2=>typeof s2=="number")&&(o2.type="number"),i.every(s2=>typeof s2=="string")&&(o2.type="string"),i.every(s2=>typeof s2=="boolean")&&(o2.type="b\
oolean"),i.every(s2=>s2===null)&&(o2.type="null"),o2.enum=i},nanProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"NaN cannot be represented in JSON Sch\
ema")},templateLiteralProcessor=(t,e7,o2,r2)=>{const n3=o2,i=t._zod.pattern;if(!i)throw new Error("Pattern not found in template literal");n3.type="string",n3.pattern=
i.source},fileProcessor=(t,e7,o2,r2)=>{const n3=o2;n3.type="string",n3.format="binary",n3.contentEncoding="binary";const{minimum:i,maximum:s2,mime:f5}=aggregateChecks(
t);i!==void 0&&(n3.minLength=i),s2!==void 0&&(n3.maxLength=s2),f5&&(f5.length===0?n3.not={}:f5.length===1?n3.contentMediaType=f5[0]:n3.anyOf=f5.map(a3=>({contentMediaType:a3})))},
successProcessor=(t,e7,o2,r2)=>{o2.type="boolean"},customProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Custom types cannot be represented in JSON S\
chema")},functionProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Function types cannot be represented in JSON Schema")},transformProcessor=(t,e7,o2,r2)=>{
handleUnrepresentable(t,e7,o2,r2,"Transforms cannot be represented in JSON Schema")},mapProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Map cannot be\
 represented in JSON Schema")},setProcessor=(t,e7,o2,r2)=>{handleUnrepresentable(t,e7,o2,r2,"Set cannot be represented in JSON Schema")},arrayProcessor=(t,e7,o2,r2)=>{
const n3=o2,i=t._zod.def,{minimum:s2,maximum:f5}=aggregateChecks(t);typeof s2=="number"&&(n3.minItems=s2),typeof f5=="number"&&(n3.maxItems=f5),n3.type="array",
n3.items=processSchema(i.element,e7,{...r2,path:[...r2.path,"items"]})};function P5(t){const e7=t._zod.def;return e7.type==="pipe"&&e7.in._zod.traits.has("$ZodT\
ransform")?P5(e7.out):e7.type==="catch"?P5(e7.innerType):t._zod.optin}var objectProcessor=(t,e7,o2,r2)=>{const n3=o2,i=t._zod.def,s2=i.shape;if(Object.getOwnPropertySymbols(
s2).length&&handleUnrepresentable(t,e7,n3,r2,"Symbol keys cannot be represented in JSON Schema"))return;n3.type="object",n3.properties={};for(const c2 in s2)assignProp(
n3.properties,c2,processSchema(s2[c2],e7,{...r2,path:[...r2.path,"properties",c2]}));const a3=[];for(const c2 of Object.keys(s2)){const m4=i.shape[c2];(e7.io===
"input"?P5(m4)===void 0:m4._zod.optout===void 0)&&a3.push(c2)}a3.length>0&&(n3.required=a3),i.catchall?._zod.def.type==="never"?n3.additionalProperties=!1:i.catchall?
i.catchall&&(n3.additionalProperties=processSchema(i.catchall,e7,{...r2,path:[...r2.path,"additionalProperties"]})):e7.io==="output"&&(n3.additionalProperties=!1)},
unionProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def,i=n3.inclusive===!1,s2=n3.options.map((f5,a3)=>processSchema(f5,e7,{...r2,path:[...r2.path,i?"oneOf":"anyOf",a3]}));
i?o2.oneOf=s2:o2.anyOf=s2},intersectionProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def,i=processSchema(n3.left,e7,{...r2,path:[...r2.path,"allOf",0]}),s2=processSchema(
n3.right,e7,{...r2,path:[...r2.path,"allOf",1]}),f5=c2=>"allOf"in c2&&Object.keys(c2).length===1,a3=[...f5(i)?i.allOf:[i],...f5(s2)?s2.allOf:[s2]];o2.allOf=a3,e7.
intersections.push(a3)},tupleProcessor=(t,e7,o2,r2)=>{const n3=o2,i=t._zod.def;n3.type="array";const s2=e7.target==="draft-2020-12"?"prefixItems":"items",f5=e7.
target==="draft-2020-12"||e7.target==="openapi-3.0"?"items":"additionalItems",a3=i.items.map((h3,g4)=>processSchema(h3,e7,{...r2,path:[...r2.path,s2,g4]})),c2=i.
rest?processSchema(i.rest,e7,{...r2,path:[...r2.path,f5,...e7.target==="openapi-3.0"?[i.items.length]:[]]}):null;let m4=i.items.length;for(;m4>0;){const h3=i.items[m4-
1];if(!(e7.io==="input"?P5(h3)!==void 0:h3._zod.optout==="optional"))break;m4--}const d4=i.items.length,b4=!i.rest;e7.target==="draft-2020-12"?(n3.prefixItems=a3,
b4?n3.items=!1:c2&&(n3.items=c2),m4>0&&(n3.minItems=m4),b4&&(n3.maxItems=d4)):e7.target==="openapi-3.0"?(n3.items={anyOf:a3},c2&&n3.items.anyOf.push(c2),m4>0&&(n3.
minItems=m4),b4&&(n3.maxItems=d4)):(n3.items=a3,b4?n3.additionalItems=!1:c2&&(n3.additionalItems=c2),m4>0&&(n3.minItems=m4),b4&&(n3.maxItems=d4));const{minimum:y5,
maximum:u3}=aggregateChecks(t);typeof y5=="number"&&(n3.minItems=y5),typeof u3=="number"&&(n3.maxItems=u3)};function v3(t,e7,o2){if(e7.$ref){if(o2.has(e7))return e7;
o2.add(e7);const u3=t.get(e7)?.def;if(!u3)return e7;const h3=v3(t,u3,o2);return h3===u3?e7:h3}for(const u3 of["anyOf","oneOf"]){const h3=e7[u3];if(!Array.isArray(
h3))continue;const g4=h3.map(_6=>v3(t,_6,o2));g4.some((_6,D2)=>_6!==h3[D2])&&(e7={...e7,[u3]:g4})}const r2=Array.isArray(e7.type)?e7.type:[e7.type],n3=!r2.includes(
"string")&&r2.some(u3=>u3==="number"||u3==="integer"),i=e7.enum??(e7.const!==void 0?[e7.const]:void 0);if(!n3&&!i?.some(u3=>typeof u3=="number"))return e7;const{
minimum:s2,maximum:f5,exclusiveMinimum:a3,exclusiveMaximum:c2,multipleOf:m4,format:d4,id:b4,...y5}=e7;return y5.enum?y5.enum=y5.enum.map(u3=>typeof u3=="number"?
String(u3):u3):typeof y5.const=="number"&&(y5.const=String(y5.const)),n3&&(y5.type="string",i||(y5.pattern=(r2.includes("number")?number:integer).source)),y5}var N=new WeakMap;
function H3(t){const e7=new Map;for(const r2 of t.seen.values())r2.def&&!e7.has(r2.schema)&&e7.set(r2.schema,r2);const o2=new Map;for(const r2 of N.get(t)??[]){
const n3=t.seen.get(r2),i=(n3?.def??n3?.schema)?.propertyNames;if(!i||i===!0||o2.has(i))continue;const s2=v3(e7,i,new Set);s2!==i&&o2.set(i,s2)}if(o2.size)for(const r2 of t.
seen.values())for(const n3 of[r2.schema,r2.def]){const i=n3&&o2.get(n3.propertyNames);i&&(n3.propertyNames=i)}}var recordProcessor=(t,e7,o2,r2)=>{const n3=o2,i=t.
_zod.def;n3.type="object";const s2=i.keyType,f5=aggregateChecks(s2).patterns;if(i.mode==="loose"&&f5&&f5.size>0){const m4=processSchema(i.valueType,e7,{...r2,path:[
...r2.path,"patternProperties","*"]});n3.patternProperties={};for(const d4 of f5)assignProp(n3.patternProperties,R3(d4).source,m4)}else{if(e7.target==="draft-07"||
e7.target==="draft-2020-12"){n3.propertyNames=processSchema(i.keyType,e7,{...r2,path:[...r2.path,"propertyNames"]});let m4=N.get(e7);m4||(m4=[],N.set(e7,m4),e7.
deferred.push(()=>H3(e7))),m4.push(t)}n3.additionalProperties=processSchema(i.valueType,e7,{...r2,path:[...r2.path,"additionalProperties"]})}const a3=s2._zod.values,
c2=e7.io==="input"&&P5(i.valueType)!==void 0;if(a3&&!i.partial&&!c2){const m4=[...a3].filter(d4=>typeof d4=="string"||typeof d4=="number");m4.length>0&&(n3.required=
m4.map(String))}},nullableProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def,i=processSchema(n3.innerType,e7,r2),s2=e7.seen.get(t);e7.target==="openapi-3.0"?(s2.ref=n3.
innerType,o2.nullable=!0):o2.anyOf=[i,{type:"null"}]},nonoptionalProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def;processSchema(n3.innerType,e7,r2);const i=e7.seen.
get(t);i.ref=n3.innerType},T3=Symbol();function B3(t,e7,o2,r2,n3){let i=!1;const s2=JSON.stringify(t,(f5,a3)=>typeof a3!="bigint"?a3:(i=!0,null));return i?(handleUnrepresentable(
e7,o2,r2,n3,"BigInt defaults cannot be represented in JSON Schema"),T3):JSON.parse(s2)}var defaultProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def;processSchema(n3.
innerType,e7,r2);const i=e7.seen.get(t);i.ref=n3.innerType;const s2=B3(n3.defaultValue,t,e7,o2,r2);s2!==T3&&(o2.default=s2)},prefaultProcessor=(t,e7,o2,r2)=>{const n3=t.
_zod.def;processSchema(n3.innerType,e7,r2);const i=e7.seen.get(t);if(i.ref=n3.innerType,e7.io!=="input")return;const s2=B3(n3.defaultValue,t,e7,o2,r2);s2!==T3&&
(o2._prefault=s2)},catchProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def;processSchema(n3.innerType,e7,r2);const i=e7.seen.get(t);i.ref=n3.innerType;let s2;try{s2=n3.
catchValue(void 0)}catch{handleUnrepresentable(t,e7,o2,r2,"Dynamic catch values are not supported in JSON Schema");return}o2.default=s2},pipeProcessor=(t,e7,o2,r2)=>{
const n3=t._zod.def,i=n3.in._zod.traits.has("$ZodTransform"),s2=e7.io==="input"?i?n3.out:n3.in:n3.out;processSchema(s2,e7,r2);const f5=e7.seen.get(t);f5.ref=s2},
readonlyProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def;processSchema(n3.innerType,e7,r2);const i=e7.seen.get(t);i.ref=n3.innerType,o2.readOnly=!0},promiseProcessor=(t,e7,o2,r2)=>{
const n3=t._zod.def;processSchema(n3.innerType,e7,r2);const i=e7.seen.get(t);i.ref=n3.innerType},optionalProcessor=(t,e7,o2,r2)=>{const n3=t._zod.def;processSchema(
n3.innerType,e7,r2);const i=e7.seen.get(t);i.ref=n3.innerType},lazyProcessor=(t,e7,o2,r2)=>{const n3=t._zod.innerType;processSchema(n3,e7,r2);const i=e7.seen.get(
t);i.ref=n3},allProcessors={string:stringProcessor,number:numberProcessor,boolean:booleanProcessor,bigint:bigintProcessor,symbol:symbolProcessor,null:nullProcessor,
undefined:undefinedProcessor,void:voidProcessor,never:neverProcessor,any:anyProcessor,unknown:unknownProcessor,date:dateProcessor,enum:enumProcessor,literal:literalProcessor,
nan:nanProcessor,template_literal:templateLiteralProcessor,file:fileProcessor,success:successProcessor,custom:customProcessor,function:functionProcessor,transform:transformProcessor,
map:mapProcessor,set:setProcessor,array:arrayProcessor,object:objectProcessor,union:unionProcessor,intersection:intersectionProcessor,tuple:tupleProcessor,record:recordProcessor,
nullable:nullableProcessor,nonoptional:nonoptionalProcessor,default:defaultProcessor,prefault:prefaultProcessor,catch:catchProcessor,pipe:pipeProcessor,readonly:readonlyProcessor,
promise:promiseProcessor,optional:optionalProcessor,lazy:lazyProcessor};function toJSONSchema(t,e7){if("_idmap"in t){const r2=t,n3=initializeContext({...e7,processors:allProcessors}),
i={};for(const a3 of r2._idmap.entries()){const[c2,m4]=a3;processSchema(m4,n3)}const s2={},f5={registry:r2,uri:e7?.uri,defs:i};n3.external=f5;for(const a3 of r2.
_idmap.entries()){const[c2,m4]=a3;extractDefs(n3,m4),assignProp(s2,c2,finalize(n3,m4))}if(Object.keys(i).length>0){const a3=n3.target==="draft-2020-12"?"$defs":
"definitions";s2.__shared={[a3]:i}}return{schemas:s2}}const o2=initializeContext({...e7,processors:allProcessors});return processSchema(t,o2),extractDefs(o2,t),
finalize(o2,t)}var JSONSchemaGenerator=class{get metadataRegistry(){return this.ctx.metadataRegistry}get target(){return this.ctx.target}get unrepresentable(){return this.
ctx.unrepresentable}get override(){return this.ctx.override}get io(){return this.ctx.io}get counter(){return this.ctx.counter}set counter(t){this.ctx.counter=t}get seen(){
return this.ctx.seen}constructor(t){let e7=t?.target??"draft-2020-12";e7==="draft-4"&&(e7="draft-04"),e7==="draft-7"&&(e7="draft-07"),this.ctx=initializeContext(
{processors:allProcessors,target:e7,...t?.metadata&&{metadata:t.metadata},...t?.unrepresentable&&{unrepresentable:t.unrepresentable},...t?.override&&{override:t.
override},...t?.io&&{io:t.io}})}process(t,e7={path:[],schemaPath:[]}){return processSchema(t,this.ctx,e7)}emit(t,e7){e7&&(e7.cycles&&(this.ctx.cycles=e7.cycles),
e7.reused&&(this.ctx.reused=e7.reused),e7.external&&(this.ctx.external=e7.external)),this.ctx.sharedDefsExtractedFor=void 0,this.ctx.sharedEmitDoneFor=void 0,extractDefs(
this.ctx,t);const r2=finalize(this.ctx,t),{"~standard":x6,...i}=r2;return i}},json_schema_exports={},u2=new WeakSet([Object.prototype,Error.prototype]);function n2(o2,s2,e7){
Object.defineProperty(o2,s2,{configurable:!0,enumerable:!1,get(){const r2=e7(this);return Object.defineProperty(this,s2,{value:r2,configurable:!0,writable:!0}),
r2},set(r2){Object.defineProperty(this,s2,{value:r2,configurable:!0,writable:!0})}})}var c=(o2,s2)=>{$ZodError.init(o2,s2),o2.name="ZodError";const e7=Object.getPrototypeOf(
o2);u2.has(e7)||(u2.add(e7),n2(e7,"format",r2=>t=>formatError(r2,t)),n2(e7,"flatten",r2=>t=>flattenError(r2,t)),n2(e7,"addIssue",r2=>t=>{r2.issues.push(t),r2.message=
JSON.stringify(r2.issues,jsonStringifyReplacer,2)}),n2(e7,"addIssues",r2=>t=>{r2.issues.push(...t),r2.message=JSON.stringify(r2.issues,jsonStringifyReplacer,2)}),
Object.defineProperty(e7,"isEmpty",{configurable:!0,enumerable:!1,get(){return this.issues.length===0}}))},ZodError=$constructor("ZodError",c),ZodRealError=$constructor(
"ZodError",c,void 0,{Parent:Error}),parse2=_parse(ZodRealError),parseAsync2=_parseAsync(ZodRealError),safeParse2=_safeParse(ZodRealError),safeParseAsync2=_safeParseAsync(
ZodRealError),encode2=_encode(ZodRealError),decode2=_decode(ZodRealError),encodeAsync2=_encodeAsync(ZodRealError),decodeAsync2=_decodeAsync(ZodRealError),safeEncode2=_safeEncode(
ZodRealError),safeDecode2=_safeDecode(ZodRealError),safeEncodeAsync2=_safeEncodeAsync(ZodRealError),safeDecodeAsync2=_safeDecodeAsync(ZodRealError);function $3(){
globalConfig.localeError||config(en_default())}function h2(){globalConfig.memoizer||config({memoizer:memoizer()})}var ZodType=$constructor("ZodType",(e7,t)=>($3(),
$ZodType.init(e7,t),e7.def=t,e7.type=t.type,e7),{check(...e7){const t=this.def;return this.clone(util_exports.mergeDefs(t,{checks:[...t.checks??[],...e7.map(o2=>typeof o2==
"function"?{_zod:{check:o2,def:{check:"custom"},onattach:[]}}:o2)]}),{parent:!0})},with(...e7){return this.check(...e7)},clone(e7,t){return clone(this,e7,t)},brand(){
return this},register(e7,t){return e7.add(this,t),this},refine(e7,t){return this.check(refine(e7,t))},superRefine(e7,t){return this.check(superRefine(e7,t))},overwrite(e7){
return this.check(_overwrite(e7))},optional(){return optional(this)},exactOptional(){return exactOptional(this)},nullable(){return nullable(this)},nullish(){return optional(
nullable(this))},nonoptional(e7){return nonoptional(this,e7)},array(){return array(this)},or(e7){return union([this,e7])},and(e7){return intersection(this,e7)},
transform(e7){return pipe(this,transform(e7))},default(e7){return _default2(this,e7)},prefault(e7){return prefault(this,e7)},catch(e7){return f4(this,e7)},pipe(e7){
return pipe(this,e7)},readonly(){return readonly(this)},describe(e7){const t=this.clone();return globalRegistry.add(t,{description:e7}),t},meta(...e7){if(e7.length===
0)return globalRegistry.get(this);const t=this.clone();return globalRegistry.add(t,e7[0]),t},isOptional(){return this.safeParse(void 0).success},isNullable(){return this.
safeParse(null).success},apply(e7,...t){return t.length===0?e7(this):e7(this,...t)},get"~standard"(){return util_exports.hide(this,"~standard",{...standardProps(
this),jsonSchema:{input:createStandardJSONSchemaMethod(this,"input"),output:createStandardJSONSchemaMethod(this,"output")}})},set"~standard"(e7){util_exports.own(
this,"~standard",e7)},parse:function e(t,o2){return parse2(this,t,o2,{callee:e})},parseAsync:async function e2(t,o2){return await parseAsync2(this,t,o2,{callee:e2})},
safeParse(e7,t){return safeParse2(this,e7,t)},async safeParseAsync(e7,t){return safeParseAsync2(this,e7,t)},get spa(){return this?.safeParseAsync},set spa(e7){util_exports.
own(this,"spa",e7)},validate(e7,t){return validate(this,e7,t)},validateAsync(e7,t){return validateAsync(this,e7,t)},encode:function e3(t,o2){return encode2(this,
t,o2,{callee:e3})},decode:function e4(t,o2){return decode2(this,t,o2,{callee:e4})},encodeAsync:async function e5(t,o2){return await encodeAsync2(this,t,o2,{callee:e5})},
decodeAsync:async function e6(t,o2){return await decodeAsync2(this,t,o2,{callee:e6})},safeEncode(e7,t){return safeEncode2(this,e7,t)},safeDecode(e7,t){return safeDecode2(
this,e7,t)},async safeEncodeAsync(e7,t){return safeEncodeAsync2(this,e7,t)},async safeDecodeAsync(e7,t){return safeDecodeAsync2(this,e7,t)},toJSONSchema(e7){return createToJSONSchemaMethod(
this,{})(e7)},get description(){return globalRegistry.get(this)?.description},get _def(){return this._zod.def}}),_ZodString=$constructor("_ZodString",(e7,t)=>{$ZodString.
init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>stringProcessor(e7,o2,n3,c2)},util_exports.derived({format:e7=>aggregateChecks(e7).format??null,
minLength:e7=>aggregateChecks(e7).minimum??null,maxLength:e7=>aggregateChecks(e7).maximum??null},{regex(...e7){return this.check(_regex(...e7))},includes(...e7){
return this.check(_includes(...e7))},startsWith(...e7){return this.check(_startsWith(...e7))},endsWith(...e7){return this.check(_endsWith(...e7))},min(...e7){return this.
check(_minLength(...e7))},max(...e7){return this.check(_maxLength(...e7))},length(...e7){return this.check(_length(...e7))},nonempty(...e7){return this.check(_minLength(
1,...e7))},lowercase(e7){return this.check(_lowercase(e7))},uppercase(e7){return this.check(_uppercase(e7))},trim(){return this.check(_trim())},normalize(...e7){
return this.check(_normalize(...e7))},toLowerCase(){return this.check(_toLowerCase())},toUpperCase(){return this.check(_toUpperCase())},slugify(){return this.check(
_slugify())}})),ZodString=$constructor("ZodString",(e7,t)=>{$ZodString.init(e7,t),_ZodString.init(e7,t)},{email(e7){return this.check(_email(ZodEmail,e7))},url(e7){
return this.check(_url(ZodURL,e7))},jwt(e7){return this.check(_jwt(ZodJWT,e7))},emoji(e7){return this.check(_emoji(ZodEmoji,e7))},guid(e7){return this.check(_guid(
ZodGUID,e7))},uuid(e7){return this.check(_uuid(ZodUUID,e7))},uuidv4(e7){return this.check(_uuidv4(ZodUUID,e7))},uuidv6(e7){return this.check(_uuidv6(ZodUUID,e7))},
uuidv7(e7){return this.check(_uuidv7(ZodUUID,e7))},nanoid(e7){return this.check(_nanoid(ZodNanoID,e7))},cuid(e7){return this.check(_cuid(ZodCUID,e7))},cuid2(e7){
return this.check(_cuid2(ZodCUID2,e7))},ulid(e7){return this.check(_ulid(ZodULID,e7))},base64(e7){return this.check(_base64(ZodBase64,e7))},base64url(e7){return this.
check(_base64url(ZodBase64URL,e7))},xid(e7){return this.check(_xid(ZodXID,e7))},ksuid(e7){return this.check(_ksuid(ZodKSUID,e7))},ipv4(e7){return this.check(_ipv4(
ZodIPv4,e7))},ipv6(e7){return this.check(_ipv6(ZodIPv6,e7))},cidrv4(e7){return this.check(_cidrv4(ZodCIDRv4,e7))},cidrv6(e7){return this.check(_cidrv6(ZodCIDRv6,
e7))},e164(e7){return this.check(_e164(ZodE164,e7))},datetime(e7){return this.check(_isoDateTime(ZodISODateTime,e7))},date(e7){return this.check(_isoDate(ZodISODate,
e7))},time(e7){return this.check(_isoTime(ZodISOTime,e7))},duration(e7){return this.check(_isoDuration(ZodISODuration,e7))}});function string2(e7){return _string(
ZodString,e7)}var ZodStringFormat=$constructor("ZodStringFormat",(e7,t)=>{$ZodStringFormat.init(e7,t),_ZodString.init(e7,t)}),ZodISODateTime=$constructor("ZodIS\
ODateTime",(e7,t)=>{$ZodISODateTime.init(e7,t),ZodStringFormat.init(e7,t)}),ZodISODate=$constructor("ZodISODate",(e7,t)=>{$ZodISODate.init(e7,t),ZodStringFormat.
init(e7,t)}),ZodISOTime=$constructor("ZodISOTime",(e7,t)=>{$ZodISOTime.init(e7,t),ZodStringFormat.init(e7,t)}),ZodISODuration=$constructor("ZodISODuration",(e7,t)=>{
$ZodISODuration.init(e7,t),ZodStringFormat.init(e7,t)}),ZodEmail=$constructor("ZodEmail",(e7,t)=>{$ZodEmail.init(e7,t),ZodStringFormat.init(e7,t)}),ZodGUID=$constructor(
"ZodGUID",(e7,t)=>{$ZodGUID.init(e7,t),ZodStringFormat.init(e7,t)}),ZodUUID=$constructor("ZodUUID",(e7,t)=>{$ZodUUID.init(e7,t),ZodStringFormat.init(e7,t)});function uuid2(e7){
return _uuid(ZodUUID,e7)}var ZodURL=$constructor("ZodURL",(e7,t)=>{$ZodURL.init(e7,t),ZodStringFormat.init(e7,t)});function url(e7){return _url(ZodURL,e7)}var ZodEmoji=$constructor(
"ZodEmoji",(e7,t)=>{$ZodEmoji.init(e7,t),ZodStringFormat.init(e7,t)}),ZodNanoID=$constructor("ZodNanoID",(e7,t)=>{$ZodNanoID.init(e7,t),ZodStringFormat.init(e7,
t)}),ZodCUID=$constructor("ZodCUID",(e7,t)=>{$ZodCUID.init(e7,t),ZodStringFormat.init(e7,t)}),ZodCUID2=$constructor("ZodCUID2",(e7,t)=>{$ZodCUID2.init(e7,t),ZodStringFormat.
init(e7,t)}),ZodULID=$constructor("ZodULID",(e7,t)=>{$ZodULID.init(e7,t),ZodStringFormat.init(e7,t)}),ZodXID=$constructor("ZodXID",(e7,t)=>{$ZodXID.init(e7,t),ZodStringFormat.
init(e7,t)}),ZodKSUID=$constructor("ZodKSUID",(e7,t)=>{$ZodKSUID.init(e7,t),ZodStringFormat.init(e7,t)}),ZodIPv4=$constructor("ZodIPv4",(e7,t)=>{$ZodIPv4.init(e7,
t),ZodStringFormat.init(e7,t)}),ZodMAC=$constructor("ZodMAC",(e7,t)=>{$ZodMAC.init(e7,t),ZodStringFormat.init(e7,t)}),ZodIPv6=$constructor("ZodIPv6",(e7,t)=>{$ZodIPv6.
init(e7,t),ZodStringFormat.init(e7,t)}),ZodCIDRv4=$constructor("ZodCIDRv4",(e7,t)=>{$ZodCIDRv4.init(e7,t),ZodStringFormat.init(e7,t)}),ZodCIDRv6=$constructor("Z\
odCIDRv6",(e7,t)=>{$ZodCIDRv6.init(e7,t),ZodStringFormat.init(e7,t)}),ZodBase64=$constructor("ZodBase64",(e7,t)=>{$ZodBase64.init(e7,t),ZodStringFormat.init(e7,
t)}),ZodBase64URL=$constructor("ZodBase64URL",(e7,t)=>{$ZodBase64URL.init(e7,t),ZodStringFormat.init(e7,t)}),ZodE164=$constructor("ZodE164",(e7,t)=>{$ZodE164.init(
e7,t),ZodStringFormat.init(e7,t)}),ZodCreditCard=$constructor("ZodCreditCard",(e7,t)=>{$ZodCreditCard.init(e7,t),ZodStringFormat.init(e7,t)}),ZodIBAN=$constructor(
"ZodIBAN",(e7,t)=>{$ZodIBAN.init(e7,t),ZodStringFormat.init(e7,t)}),ZodJWT=$constructor("ZodJWT",(e7,t)=>{$ZodJWT.init(e7,t),ZodStringFormat.init(e7,t)}),ZodCustomStringFormat=$constructor(
"ZodCustomStringFormat",(e7,t)=>{$ZodCustomStringFormat.init(e7,t),ZodStringFormat.init(e7,t)}),ZodNumber=$constructor("ZodNumber",(e7,t)=>{$ZodNumber.init(e7,t),
ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>numberProcessor(e7,o2,n3,c2),e7.isFinite=!0},util_exports.derived({minValue:e7=>{const{minimum:t,exclusiveMinimum:o2}=aggregateChecks(
e7);return Math.max(t??Number.NEGATIVE_INFINITY,o2??Number.NEGATIVE_INFINITY)},maxValue:e7=>{const{maximum:t,exclusiveMaximum:o2}=aggregateChecks(e7);return Math.
min(t??Number.POSITIVE_INFINITY,o2??Number.POSITIVE_INFINITY)},isInt:e7=>{const{isInt:t,multipleOf:o2}=aggregateChecks(e7);return!!t||!!o2?.some(Number.isSafeInteger)},
format:e7=>aggregateChecks(e7).format??null},{gt(e7,t){return this.check(_gt(e7,t))},gte(e7,t){return this.check(_gte(e7,t))},min(e7,t){return this.check(_gte(e7,
t))},lt(e7,t){return this.check(_lt(e7,t))},lte(e7,t){return this.check(_lte(e7,t))},max(e7,t){return this.check(_lte(e7,t))},int(e7){return this.check(int(e7))},
safe(e7){return this.check(int(e7))},positive(e7){return this.check(_gt(0,e7))},nonnegative(e7){return this.check(_gte(0,e7))},negative(e7){return this.check(_lt(
0,e7))},nonpositive(e7){return this.check(_lte(0,e7))},multipleOf(e7,t){return this.check(_multipleOf(e7,t))},step(e7,t){return this.check(_multipleOf(e7,t))},finite(){
return this}}));function number2(e7){return _number(ZodNumber,e7)}var ZodNumberFormat=$constructor("ZodNumberFormat",(e7,t)=>{$ZodNumberFormat.init(e7,t),ZodNumber.
init(e7,t)});function int(e7){return _int(ZodNumberFormat,e7)}var ZodBoolean=$constructor("ZodBoolean",(e7,t)=>{$ZodBoolean.init(e7,t),ZodType.init(e7,t),e7._zod.
processJSONSchema=(o2,n3,c2)=>booleanProcessor(e7,o2,n3,c2)});function boolean2(e7){return _boolean(ZodBoolean,e7)}var ZodBigInt=$constructor("ZodBigInt",(e7,t)=>{
$ZodBigInt.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>bigintProcessor(e7,o2,n3,c2)},util_exports.derived({minValue:e7=>aggregateChecks(
e7).minimum??null,maxValue:e7=>aggregateChecks(e7).maximum??null,format:e7=>aggregateChecks(e7).format??null},{gte(e7,t){return this.check(_gte(e7,t))},min(e7,t){
return this.check(_gte(e7,t))},gt(e7,t){return this.check(_gt(e7,t))},lt(e7,t){return this.check(_lt(e7,t))},lte(e7,t){return this.check(_lte(e7,t))},max(e7,t){
return this.check(_lte(e7,t))},positive(e7){return this.check(_gt(BigInt(0),e7))},negative(e7){return this.check(_lt(BigInt(0),e7))},nonpositive(e7){return this.
check(_lte(BigInt(0),e7))},nonnegative(e7){return this.check(_gte(BigInt(0),e7))},multipleOf(e7,t){return this.check(_multipleOf(e7,t))}})),ZodBigIntFormat=$constructor(
"ZodBigIntFormat",(e7,t)=>{$ZodBigIntFormat.init(e7,t),ZodBigInt.init(e7,t)}),ZodSymbol=$constructor("ZodSymbol",(e7,t)=>{$ZodSymbol.init(e7,t),ZodType.init(e7,
t),e7._zod.processJSONSchema=(o2,n3,c2)=>symbolProcessor(e7,o2,n3,c2)}),ZodUndefined=$constructor("ZodUndefined",(e7,t)=>{$ZodUndefined.init(e7,t),ZodType.init(
e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>undefinedProcessor(e7,o2,n3,c2)}),ZodNull=$constructor("ZodNull",(e7,t)=>{$ZodNull.init(e7,t),ZodType.init(e7,t),e7.
_zod.processJSONSchema=(o2,n3,c2)=>nullProcessor(e7,o2,n3,c2)});function x5(e7){return _null(ZodNull,e7)}var ZodAny=$constructor("ZodAny",(e7,t)=>{$ZodAny.init(
e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>anyProcessor(e7,o2,n3,c2)}),ZodUnknown=$constructor("ZodUnknown",(e7,t)=>{$ZodUnknown.init(e7,t),
ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>unknownProcessor(e7,o2,n3,c2)});function unknown(){return _unknown(ZodUnknown)}var ZodNever=$constructor(
"ZodNever",(e7,t)=>{$ZodNever.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>neverProcessor(e7,o2,n3,c2)});function never(e7){return _never(
ZodNever,e7)}var ZodVoid=$constructor("ZodVoid",(e7,t)=>{$ZodVoid.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>voidProcessor(e7,o2,n3,c2)}),
ZodDate=$constructor("ZodDate",(e7,t)=>{$ZodDate.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>dateProcessor(e7,o2,n3,c2),e7.min=(o2,n3)=>e7.
check(_gte(o2,n3)),e7.max=(o2,n3)=>e7.check(_lte(o2,n3))},util_exports.derived({minDate:e7=>{const{minimum:t}=aggregateChecks(e7);return t?new Date(t):null},maxDate:e7=>{
const{maximum:t}=aggregateChecks(e7);return t?new Date(t):null}},{}));function date2(e7){return _date(ZodDate,e7)}var ZodArray=$constructor("ZodArray",(e7,t)=>{
h2(),$ZodArray.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>arrayProcessor(e7,o2,n3,c2),e7.element=t.element},{min(e7,t){return this.check(
_minLength(e7,t))},nonempty(e7){return this.check(_minLength(1,e7))},max(e7,t){return this.check(_maxLength(e7,t))},length(e7,t){return this.check(_length(e7,t))},
unwrap(){return this.element}});function array(e7,t){return _array(ZodArray,e7,t)}var ZodObject=$constructor("ZodObject",(e7,t)=>{h2(),$ZodObjectJIT.init(e7,t),
ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>objectProcessor(e7,o2,n3,c2),util_exports.installLazyProp(e7,"shape",o2=>o2._zod.def.shape,!1)},{keyof(){
return m3(Object.keys(this._zod.def.shape))},catchall(e7){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:e7}))},passthrough(){return this.clone(
util_exports.mergeDefs(this._zod.def,{catchall:unknown()}))},loose(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:unknown()}))},strict(){return this.
clone(util_exports.mergeDefs(this._zod.def,{catchall:never()}))},strip(){return this.clone(util_exports.mergeDefs(this._zod.def,{catchall:void 0}))},extend(e7){
return util_exports.extend(this,e7)},safeExtend(e7){return util_exports.safeExtend(this,e7)},merge(e7){return util_exports.merge(this,e7)},pick(e7){return util_exports.
pick(this,e7)},omit(e7){return util_exports.omit(this,e7)},partial(...e7){return util_exports.partial(ZodOptional,this,e7[0])},exactPartial(...e7){return util_exports.
partial(ZodExactOptional,this,e7[0],"exactPartial")},required(...e7){return util_exports.required(ZodNonOptional,this,e7[0])}});function object(e7,t){const o2={
type:"object",shape:e7??{},...util_exports.normalizeParams(t)};return new ZodObject(o2)}function strictObject(e7,t){return new ZodObject({type:"object",shape:e7,
catchall:never(),...util_exports.normalizeParams(t)})}function looseObject(e7,t){return new ZodObject({type:"object",shape:e7,catchall:unknown(),...util_exports.
normalizeParams(t)})}var ZodUnion=$constructor("ZodUnion",(e7,t)=>{$ZodUnion.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>unionProcessor(
e7,o2,n3,c2),e7.options=t.options});function union(e7,t){return new ZodUnion({type:"union",options:e7,...util_exports.normalizeParams(t)})}var ZodXor=$constructor(
"ZodXor",(e7,t)=>{ZodUnion.init(e7,t),$ZodXor.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>unionProcessor(e7,o2,n3,c2),e7.options=t.options}),ZodDiscriminatedUnion=$constructor(
"ZodDiscriminatedUnion",(e7,t)=>{ZodUnion.init(e7,t),$ZodDiscriminatedUnion.init(e7,t)});function discriminatedUnion(e7,t,o2){return new ZodDiscriminatedUnion({
type:"union",options:t,discriminator:e7,...util_exports.normalizeParams(o2)})}var ZodIntersection=$constructor("ZodIntersection",(e7,t)=>{$ZodIntersection.init(
e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>intersectionProcessor(e7,o2,n3,c2)});function intersection(e7,t){return new ZodIntersection({type:"\
intersection",left:e7,right:t})}var ZodTuple=$constructor("ZodTuple",(e7,t)=>{h2(),$ZodTuple.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>tupleProcessor(
e7,o2,n3,c2)},{rest(e7){return this.clone({...this._zod.def,rest:e7})},partial(){const e7=this._zod.def;if(e7.checks?.length)throw new Error(".partial() cannot \
be used on tuple schemas containing refinements");return this.clone({...e7,items:e7.items.map(t=>new ZodOptional({type:"optional",innerType:t}))})}});function tuple(e7,t,o2){
const n3=t instanceof $ZodType,c2=n3?o2:t,p7=n3?t:null;return new ZodTuple({type:"tuple",items:e7,rest:p7,...util_exports.normalizeParams(c2)})}var ZodRecord=$constructor(
"ZodRecord",(e7,t)=>{h2(),$ZodRecord.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>recordProcessor(e7,o2,n3,c2),e7.keyType=t.keyType,e7.valueType=
t.valueType});function record(e7,t,o2){return!t||!t._zod?new ZodRecord({type:"record",keyType:string2(),valueType:e7,...util_exports.normalizeParams(t)}):new ZodRecord(
{type:"record",keyType:e7,valueType:t,...util_exports.normalizeParams(o2)})}function partialRecord(e7,t,o2){return new ZodRecord({type:"record",keyType:e7,valueType:t,
...util_exports.normalizeParams(o2),partial:!0})}var ZodMap=$constructor("ZodMap",(e7,t)=>{h2(),$ZodMap.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=
(o2,n3,c2)=>mapProcessor(e7,o2,n3,c2),e7.keyType=t.keyType,e7.valueType=t.valueType,e7.min=(...o2)=>e7.check(_minSize(...o2)),e7.nonempty=o2=>e7.check(_minSize(
1,o2)),e7.max=(...o2)=>e7.check(_maxSize(...o2)),e7.size=(...o2)=>e7.check(_size(...o2))}),ZodSet=$constructor("ZodSet",(e7,t)=>{h2(),$ZodSet.init(e7,t),ZodType.
init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>setProcessor(e7,o2,n3,c2),e7.min=(...o2)=>e7.check(_minSize(...o2)),e7.nonempty=o2=>e7.check(_minSize(1,o2)),e7.
max=(...o2)=>e7.check(_maxSize(...o2)),e7.size=(...o2)=>e7.check(_size(...o2))}),ZodEnum=$constructor("ZodEnum",(e7,t)=>{$ZodEnum.init(e7,t),ZodType.init(e7,t),
e7._zod.processJSONSchema=(n3,c2,p7)=>enumProcessor(e7,n3,c2,p7),e7.enum=t.entries,e7.options=[...e7._zod.values];const o2=new Set(Object.keys(t.entries));e7.extract=
(n3,c2)=>{const p7={};for(const a3 of n3)if(o2.has(a3))p7[a3]=t.entries[a3];else throw new Error(`Key ${a3} not found in enum`);return new ZodEnum({...t,checks:[],
...util_exports.normalizeParams(c2),entries:p7})},e7.exclude=(n3,c2)=>{const p7={...t.entries};for(const a3 of n3)if(o2.has(a3))delete p7[a3];else throw new Error(
`Key ${a3} not found in enum`);return new ZodEnum({...t,checks:[],...util_exports.normalizeParams(c2),entries:p7})}});function m3(e7,t){const o2=Array.isArray(e7)?
Object.fromEntries(e7.map(n3=>[n3,n3])):e7;return new ZodEnum({type:"enum",entries:o2,...util_exports.normalizeParams(t)})}var ZodLiteral=$constructor("ZodLiter\
al",(e7,t)=>{$ZodLiteral.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>literalProcessor(e7,o2,n3,c2),e7.values=new Set(t.values),Object.defineProperty(
e7,"value",{get(){if(t.values.length>1)throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");return t.values[0]}})});function literal(e7,t){
return new ZodLiteral({type:"literal",values:Array.isArray(e7)?e7:[e7],...util_exports.normalizeParams(t)})}var ZodFile=$constructor("ZodFile",(e7,t)=>{$ZodFile.
init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>fileProcessor(e7,o2,n3,c2),e7.min=(o2,n3)=>e7.check(_minSize(o2,n3)),e7.max=(o2,n3)=>e7.check(
_maxSize(o2,n3)),e7.mime=(o2,n3)=>e7.check(_mime(Array.isArray(o2)?o2:[o2],n3))}),ZodTransform=$constructor("ZodTransform",(e7,t)=>{h2(),$ZodTransform.init(e7,t),
ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>transformProcessor(e7,o2,n3,c2),e7._zod.parse=(o2,n3)=>{if(n3.direction==="backward")throw new $ZodEncodeError(
e7.constructor.name);o2.addIssue=p7=>{if(typeof p7=="string")o2.issues.push(util_exports.issue(p7,o2.value,t));else{const a3=p7;a3.fatal&&(a3.continue=!1),a3.code??
(a3.code="custom"),"input"in a3||(a3.input=o2.value),a3.inst??(a3.inst=e7),o2.issues.push(util_exports.issue(a3))}};const c2=t.transform(o2.value,o2);return c2 instanceof
Promise?c2.then(p7=>(o2.value=p7,o2)):(o2.value=c2,o2)}});function transform(e7){return new ZodTransform({type:"transform",transform:e7})}var ZodOptional=$constructor(
"ZodOptional",(e7,t)=>{$ZodOptional.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>optionalProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.
innerType});function optional(e7){return new ZodOptional({type:"optional",innerType:e7})}var ZodExactOptional=$constructor("ZodExactOptional",(e7,t)=>{$ZodExactOptional.
init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>optionalProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType});function exactOptional(e7){
return new ZodExactOptional({type:"optional",innerType:e7})}var ZodNullable=$constructor("ZodNullable",(e7,t)=>{$ZodNullable.init(e7,t),ZodType.init(e7,t),e7._zod.
processJSONSchema=(o2,n3,c2)=>nullableProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType});function nullable(e7){return new ZodNullable({type:"nullable",
innerType:e7})}var ZodDefault=$constructor("ZodDefault",(e7,t)=>{$ZodDefault.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>defaultProcessor(
e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType,e7.removeDefault=e7.unwrap});function _default2(e7,t){return new ZodDefault({type:"default",innerType:e7,get defaultValue(){
return typeof t=="function"?t():util_exports.shallowClone(t)}})}var ZodPrefault=$constructor("ZodPrefault",(e7,t)=>{$ZodPrefault.init(e7,t),ZodType.init(e7,t),e7.
_zod.processJSONSchema=(o2,n3,c2)=>prefaultProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType});function prefault(e7,t){return new ZodPrefault({type:"pr\
efault",innerType:e7,get defaultValue(){return typeof t=="function"?t():util_exports.shallowClone(t)}})}var ZodNonOptional=$constructor("ZodNonOptional",(e7,t)=>{
$ZodNonOptional.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>nonoptionalProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType});function nonoptional(e7,t){
return new ZodNonOptional({type:"nonoptional",innerType:e7,...util_exports.normalizeParams(t)})}var ZodSuccess=$constructor("ZodSuccess",(e7,t)=>{$ZodSuccess.init(
e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>successProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType}),ZodCatch=$constructor("ZodCat\
ch",(e7,t)=>{$ZodCatch.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>catchProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType,e7.removeCatch=
e7.unwrap});function f4(e7,t){return new ZodCatch({type:"catch",innerType:e7,catchValue:typeof t=="function"?t:util_exports.constantCatch(t)})}var ZodNaN=$constructor(
"ZodNaN",(e7,t)=>{$ZodNaN.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>nanProcessor(e7,o2,n3,c2)}),ZodPipe=$constructor("ZodPipe",(e7,t)=>{
$ZodPipe.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>pipeProcessor(e7,o2,n3,c2),e7.in=t.in,e7.out=t.out});function pipe(e7,t){return new ZodPipe(
{type:"pipe",in:e7,out:t})}var ZodCodec=$constructor("ZodCodec",(e7,t)=>{ZodPipe.init(e7,t),$ZodCodec.init(e7,t)}),ZodPreprocess=$constructor("ZodPreprocess",(e7,t)=>{
ZodPipe.init(e7,t),$ZodPreprocess.init(e7,t)}),ZodReadonly=$constructor("ZodReadonly",(e7,t)=>{$ZodReadonly.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=
(o2,n3,c2)=>readonlyProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType});function readonly(e7){return new ZodReadonly({type:"readonly",innerType:e7})}var ZodTemplateLiteral=$constructor(
"ZodTemplateLiteral",(e7,t)=>{$ZodTemplateLiteral.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>templateLiteralProcessor(e7,o2,n3,c2)}),ZodLazy=$constructor(
"ZodLazy",(e7,t)=>{$ZodLazy.init(e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>lazyProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.getter()});
function lazy(e7){return new ZodLazy({type:"lazy",getter:e7})}var ZodPromise=$constructor("ZodPromise",(e7,t)=>{$ZodPromise.init(e7,t),ZodType.init(e7,t),e7._zod.
processJSONSchema=(o2,n3,c2)=>promiseProcessor(e7,o2,n3,c2),e7.unwrap=()=>e7._zod.def.innerType}),ZodFunction=$constructor("ZodFunction",(e7,t)=>{$ZodFunction.init(
e7,t),ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>functionProcessor(e7,o2,n3,c2)}),ZodCustom=$constructor("ZodCustom",(e7,t)=>{$ZodCustom.init(e7,t),
ZodType.init(e7,t),e7._zod.processJSONSchema=(o2,n3,c2)=>customProcessor(e7,o2,n3,c2)});function refine(e7,t={}){return _refine(ZodCustom,e7,t)}function superRefine(e7,t){
return _superRefine(e7,t)}var ZodInstanceOf=$constructor("ZodInstanceOf",(e7,t)=>{ZodCustom.init(e7,t)},{properties(e7,t){return this.check(_properties(e7,t))}});
function k3(e7,t={}){const o2=new ZodInstanceOf({type:"custom",check:"custom",fn:n3=>n3 instanceof e7,abort:!0,...util_exports.normalizeParams(t)});return o2._zod.
bag.Class=e7,o2._zod.check=n3=>{n3.value instanceof e7||n3.issues.push({code:"invalid_type",expected:e7.name,input:n3.value,inst:o2,path:[...o2._zod.def.path??[]]})},
o2}function json(e7){const t=lazy(()=>union([string2(e7),number2(),boolean2(),x5(),array(t),record(string2(),t)]));return t}var processMark=object({machine:string2(),
pid:int().min(1),started:string2(),notes:string2().exactOptional()}).readonly();import{makeFolder}from"./chunk-HJACYWYZ.js";const{createHash,randomBytes}=process.
getBuiltinModule("node:crypto"),{readdirSync:readdirSync2,readFileSync:readFileSync2,renameSync,rmSync,statSync,writeFileSync}=process.getBuiltinModule("node:fs"),
{homedir,hostname:hostname2}=process.getBuiltinModule("node:os"),{basename:basename2,join:join2}=process.getBuiltinModule("node:path"),{readdirSync,readFileSync,
readlinkSync}=process.getBuiltinModule("node:fs");function thisMachine(){try{return`${readFileSync("/proc/sys/kernel/random/boot_id","utf8").trim()} ${readlinkSync(
"/proc/self/ns/pid")}`}catch{return}}function markOf(pid){const machine=thisMachine(),shown2=shownProcess(pid);return machine===void 0||shown2===void 0?void 0:{
machine,pid,started:shown2.started}}function sightingOf(mark){return mark.machine!==thisMachine()?"elsewhere":shownProcess(mark.pid)?.started===mark.started?"al\
ive":"gone"}function hasSession(session){return allProcesses().some(pid=>shownProcess(pid)?.session===session)}function leaderWith(variable,value){return allProcesses().
find(pid=>shownProcess(pid)?.session===pid&&hasVariable(pid,`${variable}=${value}`))}function allProcesses(){return readdirSync("/proc").flatMap(name=>/^\d+$/.test(
name)?[Number(name)]:[])}function hasVariable(pid,assignment){try{return readFileSync(`/proc/${pid}/environ`,"utf8").split("\0").includes(assignment)}catch{return!1}}
function shownProcess(pid){try{const stat2=readFileSync(`/proc/${pid}/stat`,"utf8"),fields=stat2.slice(stat2.lastIndexOf(")")+2).split(" "),[state,,,session]=fields,
started=fields[19];return state===void 0||"ZX".includes(state)||started===void 0?void 0:{pid,session:Number(session),started}}catch{return}}var note=object({run:string2(),
host:string2(),process:processMark,children:array(object({program:string2(),token:string2().optional(),process:processMark.optional()}))}),tokenVariable="STAGED\
_UPGRADE_COMMAND",forgottenMilliseconds=168*36e5;function systemWitness(environment){const mark=markOf(process.pid),folder=join2(stateFolder(environment),"runni\
ng");if(mark===void 0||!canWrite(folder))return;const{dev,ino}=statSync(folder,{bigint:!0}),self={...mark,notes:`${dev}:${ino}`};return{self,seesNotesOf:({notes})=>notes===
self.notes,sees:sightingOf,leftBehind:system=>notesIn(folder,system).flatMap(each=>judge(each,self)),noting:(processes,system,run2)=>{const file=join2(folder,`${keyOf(
system)}-${self.pid}-${self.started}.json`),children=new Map,save=()=>{if(children.size===0){rmSync(file,{force:!0});return}const text2=JSON.stringify({run:run2,
host:hostname2(),process:self,children:[...children.values()]});writeFileSync(`${file}.new`,text2),renameSync(`${file}.new`,file)};return{run:async request=>{const token=randomBytes(
8).toString("hex"),child={program:basename2(request.argv[0]),token};children.set(token,child),save();try{return await processes.run({...request,environment:{...request.
environment,[tokenVariable]:token},onStart:pid=>{const process2=markOf(pid);process2!==void 0&&(children.set(token,{...child,process:process2}),save())}})}finally{
children.delete(token),save()}}}}}}function stateFolder({XDG_STATE_HOME:state}){return join2(state||join2(homedir(),".local","state"),"staged-upgrade")}function judge({
file,read,writtenAt},self){const{run:run2,host,process:process2,children}=read;if(process2.pid===self.pid&&process2.started===self.started)return[];const seen=sightingOf(
process2);if(seen==="alive")return[];if(seen==="elsewhere")return(host===hostname2()&&bootOf(process2.machine)!==bootOf(self.machine)||Date.now()-writtenAt>forgottenMilliseconds)&&
rmSync(file,{force:!0}),[];const left2=children.flatMap(child=>{const command=child.process??startedUnnoted(child);if(command===void 0)return[];const common={run:run2,
program:child.program,pid:command.pid};return sightingOf(command)==="alive"?[{...common,kind:"command"}]:hasSession(command.pid)?[{...common,kind:"others"}]:[]});
return left2.length===0&&rmSync(file,{force:!0}),left2}function startedUnnoted({token}){const pid=token===void 0?void 0:leaderWith(tokenVariable,token);return pid===
void 0?void 0:markOf(pid)}function bootOf(machine){return machine.split(" ")[0]}function notesIn(folder,system){return readdirSync2(folder).filter(name=>name.startsWith(
`${keyOf(system)}-`)&&name.endsWith(".json")).flatMap(name=>{const file=join2(folder,name);try{const read=note.parse(JSON.parse(readFileSync2(file,"utf8")));return[
{file,read,writtenAt:statSync(file).mtimeMs}]}catch{return[]}})}function keyOf({system,journal}){return createHash("sha256").update(`${system}\0${journal}`).digest(
"hex").slice(0,16)}function canWrite(folder){try{makeFolder(folder,448);const file=join2(folder,`.write-${process.pid}`);return writeFileSync(file,""),rmSync(file),
thisMachine()!==void 0}catch{return!1}}const{spawn:spawn2}=process.getBuiltinModule("node:child_process"),{pipeline}=process.getBuiltinModule("node:stream/promi\
ses"),{setTimeout:delay3}=process.getBuiltinModule("node:timers/promises");var keptCharacters=1024*1024,drainMilliseconds=1e3,systemProcesses={run};async function run(request){
const[program]=request.argv;request.signal?.throwIfAborted();const started=performance.now(),child=spawned(request);child.pid!==void 0&&request.onStart?.(child.
pid);const stdout=stdoutOf(child.stdout,request),stderr=collect(child.stderr,line=>request.onLine?.(line,"stderr"));child.stdin.on("error",()=>{}),typeof request.
input!="object"&&child.stdin.end(request.input??"");const signalGroup=signal=>{if(child.pid===void 0)return!1;try{return process.kill(-child.pid,signal)}catch{return!1}};
let killTimer,drainTimer,mayStillRun=!1;const abort=()=>{mayStillRun=signalGroup("SIGTERM"),killTimer=setTimeout(()=>{signalGroup("SIGKILL"),mayStillRun=!1},request.
graceMilliseconds??5e3)};request.signal?.addEventListener("abort",abort,{once:!0});const streams=streamsOf(request,child).catch(cause=>{throw abort(),cause});streams.
catch(()=>{});try{const ended=await new Promise((resolve2,reject)=>{child.once("error",cause=>reject(couldNotStart(program,cause))),child.once("close",(code,signal)=>resolve2(
{code,signal})),child.once("exit",(code,signal)=>{request.output===void 0&&(drainTimer=setTimeout(()=>{child.stdout.destroy(),child.stderr.destroy(),resolve2({code,
signal})},drainMilliseconds))})});return request.signal?.throwIfAborted(),await streams,{exitCode:ended.code??void 0,endedBy:ended.signal??void 0,stdout:stdout.
text(),stderr:stderr.text(),milliseconds:Math.round(performance.now()-started)}}finally{for(request.signal?.removeEventListener("abort",abort);mayStillRun&&signalGroup(
0);)await delay3(20);clearTimeout(killTimer),clearTimeout(drainTimer)}}function spawned({argv:[program,...args],directory,environment}){try{return spawn2(program,
args,{cwd:directory,env:{...environment},stdio:["pipe","pipe","pipe"],detached:!0})}catch(cause){throw cause instanceof Error?couldNotStart(program,cause):cause}}
function couldNotStart(program,cause){const{happened,next}=whyNotStarted(program,cause);return new SystemFailure({happened,means:"Nothing was done by it.",next},
{cause})}function whyNotStarted(program,{code,message}){const failed2=`The program "${program}" could not be started`;switch(code){case"ENOENT":return{happened:`\
The program "${program}" was not found.`,next:`Install "${program}" on this machine, or correct the PATH or the configuration.`};case"ENOTDIR":return{happened:`${failed2}\
: a part of its path, or of the path of its working folder, is not a folder.`,next:"Correct the path in the configuration."};case"E2BIG":return{happened:`${failed2}\
: an argument or a variable is longer than this system takes (usually 128 KiB), or all of them together are.`,next:"Put the long value into a file, and give the\
 program the path of the file."};case"ERR_INVALID_ARG_VALUE":return{happened:`${failed2}: an argument or a variable contains a null character, which cannot be p\
assed to a program.`,next:"Correct the value in the configuration, or the version or variable that it is made from."};default:return{happened:`${failed2}: ${message}\
.`,next:"Check its path and its permissions."}}}function stdoutOf(stream,{output,onOutput,onLine}){return output!==void 0?{text:()=>""}:onOutput===void 0?collect(
stream,line=>onLine?.(line,"stdout")):(stream.on("data",onOutput),{text:()=>""})}async function streamsOf({input,output},child){await Promise.all([output===void 0?
void 0:pipeline(child.stdout,output),typeof input=="object"?feed(input,child.stdin):void 0])}async function feed(input,stdin){let failure;input.once("error",cause=>{
failure=cause}),await pipeline(input,stdin).catch(cause=>{if(failure===cause&&!isClosedPipe(cause))throw cause})}function isClosedPipe(cause){const code=cause instanceof
Error&&"code"in cause?cause.code:void 0;return code==="EPIPE"||code==="ERR_STREAM_PREMATURE_CLOSE"||code==="ECONNRESET"}function collect(stream,onLine){let kept="",
partial2="";return stream.setEncoding("utf8"),stream.on("data",chunk=>{kept=(kept+chunk).slice(-keptCharacters);const lines=(partial2+chunk).split(`
`);partial2=lines.pop()??"";for(const line of lines)onLine(line)}),stream.on("end",()=>{partial2!==""&&onLine(partial2)}),{text:()=>kept}}var ProxyRefusal=class extends Error{name="\
ProxyRefusal";status;constructor(status,options){super(`the proxy answered ${status}`,options),this.status=status}};function httpFetch(environment,nodeVersion=process.
versions.node){let opened;return async(input,init2)=>(opened??=open(environment,nodeVersion),await(await opened)(input,init2))}var ProxyFailure=class extends Error{name="\
ProxyFailure"},httpVariables=["http_proxy","HTTP_PROXY"],httpsVariables=["https_proxy","HTTPS_PROXY"];async function open(environment,nodeVersion){const http=proxyFrom(
environment,httpVariables),https=proxyFrom(environment,httpsVariables),named2=https??http;if(named2===void 0)return globalThis.fetch;if(!knowsProxies(nodeVersion))
throw tooOld(named2.variable,nodeVersion);const exceptions=environment.no_proxy||environment.NO_PROXY||"",{proxiedFetch}=await import("./proxied-fetch-AGJZXLBQ.js"),
fetch=proxiedFetch({http:http?.url.href,https:https?.url.href,exceptions});return async(input,init2)=>{try{return await fetch(input,init2)}catch(cause){const proxy=/^https:/i.
test(String(input))?https:http;throw(proxy&&proxyFailure(cause,proxy))??cause}}}function knowsProxies(version2){const[major=0,minor=0]=version2.split(".").map(Number);
return major>24||major===24&&minor>=5}function tooOld(variable,version2){return new UserError({happened:`The variable ${variable} names a proxy, which this Node\
.js ${version2} cannot use.`,means:"No server was asked, and nothing was done.",next:"Use Node.js 24.5 or newer; for the action, update the runner to 2.328 or n\
ewer, which brings it."})}function proxySecrets(environment){return[httpVariables,httpsVariables].flat().flatMap(variable=>{const{username="",password=""}=URL.parse(
environment[variable]??"")??{};return password===""?[]:[`${username}:${password}`,password,decoded2(password)]})}function decoded2(text2){try{return decodeURIComponent(
text2)}catch{return text2}}function proxyFrom(environment,variables){const variable=variables.find(name=>environment[name]);if(variable===void 0)return;const url2=URL.
parse(environment[variable]??"");if(url2&&/^https?:$/.test(url2.protocol)&&url2.hostname!=="")return{variable,url:url2};throw new UserError({happened:`The varia\
ble ${variable} names a proxy, but is not an address that starts with http:// or https://.`,means:"No server was asked, and nothing was done.",next:`Write the p\
roxy's address in full, such as ${variable}=http://proxy.example.com:3128, or remove the variable.`})}function proxyFailure(error,{variable,url:url2}){const named2=`\
the proxy ${url2.protocol}//${url2.host} (${variable})`;for(let cause=error;cause instanceof Error;cause=cause.cause){if(cause instanceof ProxyRefusal)return cause.
status===407?failed(`${named2} requires a login, or rejects the one in its address (407)`,error):failed(`${named2} refused to connect to the server (${cause.status}\
)`,error);const isItsAddress=namesOf(cause).some(name=>name===url2.hostname||name===`:${portOf(url2)}`);if("code"in cause&&isItsAddress)return failed(`${named2}\
 could not be reached (${String(cause.code)})`,error)}}function failed(message,cause){return new ProxyFailure(message,{cause})}function namesOf(error){return(error instanceof
AggregateError?error.errors:[error]).flatMap(each=>typeof each!="object"||each===null?[]:[..."hostname"in each?[String(each.hostname)]:[],..."port"in each?[`:${String(
each.port)}`]:[]])}function portOf({port,protocol}){return port||(protocol==="https:"?"443":"80")}var pattern=/\$\$\{|\$\{([^}]*)\}|\{\{|\}\}|\{([^{}]*)\}/g;function variablesFrom(environment,mask2,plain=[]){
return{unmasked:names=>variablesFrom(environment,mask2,names),fill:(template,where,placeholders={})=>template.replace(pattern,(match,variable,placeholder)=>{if(match===
"$${")return"${";if(match==="{{")return"{";if(match==="}}")return"}";if(variable!==void 0){const value2=environment[variable],fault=variableFault(value2);if(value2===
void 0||fault!==void 0)throw unusable(variable,where,fault);return(!plain.includes(variable)||/[@?]/.test(value2))&&mask2(value2,variable),value2}const name=placeholder??
"",value=Object.hasOwn(placeholders,name)?placeholders[name]:void 0;if(value===void 0)throw unknownPlaceholder(name,where,Object.keys(placeholders));return value})}}
function substituted(value,texts){return typeof value=="string"?value.replace(pattern,(match,name)=>name!==void 0&&Object.hasOwn(texts,name)?texts[name]??match:
match):Array.isArray(value)?value.map(item=>substituted(item,texts)):typeof value!="object"||value===null?value:Object.fromEntries(Object.entries(value).map(([key,
item])=>[key,substituted(item,texts)]))}function variableNames(template){const names=[...template.matchAll(pattern)].flatMap(match=>match[1]===void 0?[]:[match[1]]);
return[...new Set(names)]}function placeholderNames(template){const names=[...template.matchAll(pattern)].flatMap(match=>match[2]===void 0?[]:[match[2]]);return[
...new Set(names)]}var faults={unset:"is not set",empty:"is empty",blank:"has nothing but spaces and line breaks","line-break":"ends with a line break"};function variableFault(value){
return value===void 0?"unset":value===""?"empty":value.trim()===""?"blank":/^[^\r\n]*[\r\n]+$/.test(value)?"line-break":void 0}function faultText(fault){return faults[fault]}
function faultFix(name,fault){return fault==="line-break"?`Enter ${name} again without the line break after it; if it comes from a file with Windows line ends (\
CRLF), convert the file.`:`Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`}function unusable(name,where,fault="\
unset"){return new UserError({happened:`The environment variable ${name}, which ${where} uses, ${faultText(fault)}.`,means:"Nothing was done.",next:faultFix(name,
fault)})}function unknownPlaceholder(name,where,allowed){const list2=allowed.length===0?"No placeholder can be used here":`It can be ${allowed.map(a3=>`{${a3}}`).
join(", ")}`;return new UserError({happened:`Unknown placeholder {${name}} in ${where}.`,means:"Nothing was done.",next:`${list2}. For a literal brace write {{.`})}export{ConfigurationError,LeftQuestion,ProxyFailure,ProxyRefusal,StoppedStep,SystemFailure,UserError,ZodBigInt,ZodBoolean,ZodDate,ZodISODate,ZodISODateTime,ZodISODuration,
ZodISOTime,ZodNumber,ZodString,_coercedBigint,_coercedBoolean,_coercedDate,_coercedNumber,_coercedString,_isoDate,_isoDateTime,_isoDuration,_isoTime,array,asItIs,
asked,backupPurposes,boolean2 as boolean,core_exports2 as core_exports,couldNotStart,date2 as date,discriminatedUnion,durationPattern,endingOf,environmentNames,
escapeMarkdown,exitCodeOf,exitCodes,expressionProgram,faultFix,faultText,githubTime,globalRegistry,hopId,httpFetch,initInputs,inputNames,inputs,int,invokeInWorkflow,
isDoneByHand,isHopId,isLabel,json,k3 as k,lazy,literal,looksSecret,looseObject,m3 as m,manifestFormat,mapTexts,markdownLink,maskingVariables,masks,namesSecret,nearest,
notReadable,number2 as number,object,oneLine,openFleet,openProject,operations,parseDuration,partialRecord,passwordsIn,pathText,penWith,placeholderNames,processMark,
proxySecrets,quoted,readGiven,readTextFile,record,referenceTo,registry,releaseNamed,releaseOn,releaseSides,safeParse2 as safeParse,shown,stateFolder,stepInputs,
stopOnSignals,stoppedExitCodes,stoppedMessage,strictObject,string2 as string,substituted,systemClock,systemProcesses,systemWitness,taken,terminalCommands,terminalInputs,
textsIn,tuple,typedHop,union,unitMilliseconds,unknown,url,uuid2 as uuid,variableFault,variableNames,variablesFrom,visible,withoutColours,writtenDraft,writtenMarkdown,
x5 as x};
