const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{nearest}from"./start.js";
function ofHop(entries,hop){return entries.filter(({event})=>"hop"in event&&event.hop.id===hop.id&&event.hop.digest===hop.digest)}function inEnvironment(entries,environment){
return entries.filter(({event})=>"environment"in event&&event.environment===environment)}function isOf(entry2,type){return entry2.event.type===type}function latest(entries,type){
return entries.findLast(entry2=>isOf(entry2,type))}function after(entries,entry2){return entries.filter(({sequence})=>sequence>entry2.sequence)}import{settingsOf}from"./project.js";
function recordOfMark(entries,mark3){return entries.find(entry2=>isOf(entry2,"disposable-marked")&&entry2.event.mark===mark3)}function foundOnProduction(entries,mark3){
return entries.find(entry2=>isOf(entry2,"production-found-marked")&&entry2.event.mark===mark3)}function newestMarks(entries){const counting=entries.filter(entry2=>isOf(
entry2,"disposable-marked")&&foundOnProduction(entries,entry2.event.mark)===void 0);return new Map(counting.map(entry2=>[entry2.event.data,entry2]))}function orderOf(marked,backup2){
return marked.sequence>backup2.journalEntries?{kind:"younger"}:marked.at<backup2.startedAt?{kind:"older"}:{kind:"clocks-differ"}}function productionStores(entries,backups){
return[...entries.flatMap(({event})=>event.type==="production-found-marked"?[event.identity]:(event.type==="checked"||event.type==="backed-up")&&event.environment===
"production"?event.data??[]:[]),...backups.flatMap(({data})=>data.map(({identity})=>identity))]}function asRecorded({kind,lineage,location}){return{kind,lineage,
location}}function recordedAs(name,identity){return{name,...asRecorded(identity)}}function openData({configuration,effects},environment){const{data}=settingsOf(
configuration,environment);return data.map(({name,at,open:open2})=>{const store=open2({effects,where:`environments.${environment}.data${at}`,placeholders:{system:configuration.
system,environment}});return{name,noun:store.noun,isOnly:data.length===1,store}})}async function identitiesOf(data,signal){const seen=[];for(const each of data)
seen.push([each,await each.store.identity(signal)]);return seen}function configuredData(data){return data.map(({name,store})=>({name,kind:store.kind}))}import{dataPlace,
dataText}from"./project.js";import{refuse}from"./project.js";function shareADatabase(one,other){const names=other.split(", ");return one.split(", ").some(name=>names.
some(each=>couldBeOne(name,each)))}function couldBeOne(one,other){const[stem,otherStem]=[one,other].map(name=>name.replace(/\*$/,""));return stem===void 0||otherStem===
void 0?!1:one!==stem&&other!==otherStem?stem.startsWith(otherStem)||otherStem.startsWith(stem):one!==stem?other.startsWith(stem):other===otherStem?one===other:one.
startsWith(otherStem)}import{dayTime}from"./terminal.js";function compareIdentities(production,staging){if(isPartOfOne(production,staging))return{kind:"same",reason:`\
one lies within the other (${describeLocation(production)}; ${describeLocation(staging)})`};if(production.kind!==staging.kind)return{kind:"cannot-tell",reason:`\
they are of different kinds (${`production's is ${production.kind}, staging's is ${staging.kind}`}) and cannot be compared`};const shared2=databasesOfOneServer(
production,staging);if(shared2!==void 0)return{kind:"same",reason:shared2};const place2=describeLocation(staging),samePlace=equalRecords(production.location,staging.
location);return differsInSharedKey(production.lineage,staging.lineage)?samePlace?{kind:"cannot-tell",reason:`it is at production's address (${place2}), althoug\
h it is not what was there before`}:{kind:"different"}:samePlace?{kind:"same",reason:`both are ${place2}`}:production.startedAt!==void 0&&production.startedAt===
staging.startedAt?{kind:"same",reason:`it is reached at a different address (${place2}), and is the same one on a server that started at ${dayTime(staging.startedAt)}`}:
isSameFile(production,staging)?{kind:"same",reason:`it is production's file, reached by a different path (${place2})`}:{kind:"cannot-tell",reason:`it (${place2}\
) has the same origin as production's, so it is production itself or a physical copy of it`}}function databasesOfOneServer(production,staging){const[one,other]=[
production.lineage,staging.lineage];if(!(one.databases===void 0||other.databases===void 0)&&!(one.server===void 0||one.server!==other.server||!shareADatabase(one.
databases,other.databases)))return`both hold databases of the same names on one server ("${one.databases}" and "${other.databases}")`}function mayBeOne(one,other){
return one.kind===other.kind||isPartOfOne(one,other)}function isPartOfOne(one,other){const{host}=one.location;return host===void 0||host!==other.location.host?!1:
isWithin(one.location,other.location.folder)||isWithin(other.location,one.location.folder)}function isWithin({folder,file:file2},outer){return outer!==void 0&&(folder??
file2)?.startsWith(`${outer.replace(/\/$/,"")}/`)===!0}function isSamePlace(one,other){return one.kind===other.kind&&equalRecords(one.location,other.location)}function differsInSharedKey(one,other){
return Object.entries(one).some(([key,value])=>other[key]!==void 0&&other[key]!==value)}function isSameFile(production,staging){return production.startedAt!==void 0||
staging.startedAt!==void 0?!1:["host","device"].every(key=>production.location[key]!==void 0&&production.location[key]===staging.location[key])}function equalRecords(one,other){
const keys=Object.keys(one);return keys.length>0&&keys.length===Object.keys(other).length&&keys.every(key=>one[key]===other[key])}function describeLocation(identity){
return entriesText(Object.entries(identity.location))}function namedPlace(name,{location}){const place2=entriesText(Object.entries(location).filter(([,value])=>value!==
name));return place2===""?`"${name}"`:`"${name}" (${place2})`}function entriesText(entries){return entries.map(([key,value])=>`${key} "${value}"`).join(", ")}import{
dayTime as dayTime2,exactTime}from"./terminal.js";var markCommand="staged-upgrade mark-disposable",inWorkflow='on GitHub the workflow "Upgrade" with the operati\
on "mark-disposable"';function markStaging(data){return`If that ${data.noun} is staging's and nobody else's, mark it once: ${markCommand}${option(data)} (${inWorkflow}\
). If it is not, correct ${dataPlace("staging",data)}.`}function option({name,isOnly}){return isOnly?"":` --data ${name}`}function ownStore(data){return`Give st\
aging its own empty ${data.noun}, under a name that production never had, correct ${dataPlace("staging",data)}, and mark it: ${markCommand}${option(data)}.`}var newBackup="\
Start a new run: it takes a new backup and restores that one.",nothing="Nothing was written.";function decideMayBeEmptied(question2){const{backup:backup2,data,now,
entries,system}=question2,isProduction=notApart(question2);if(isProduction!==void 0)return isProduction;const standing=verdictOnMark(data,now,entries,system);if(standing.
kind==="refuse")return standing;const{marked}=standing;return entries.some(({event})=>event.type==="backed-up"&&event.backup===backup2.id)?backup2.data.some(({identity})=>identity.
mark.kind!=="none")?refuse(`Production had a disposable mark when ${backup2.id} was taken.`,`So a mark does not distinguish staging from production. ${nothing}`,
"Start a new run: its check says how to remove the mark from production."):inOrder(data,marked,backup2):refuse(`This journal has no record of taking ${backup2.id}\
.`,`Whether staging was marked before that is not known. ${nothing}`,`${newBackup} If the journal was lost or changed, mark staging again first: ${markCommand}.`)}
function notApart({backup:backup2,data,now}){for(const{name,identity}of backup2.data){if(name!==data.name&&!mayBeOne(identity,now))continue;const comparison2=compareIdentities(
identity,now),productionStore=name===data.name?"production's":`production's "${name}"`;if(comparison2.kind==="same")return refuse(`The ${dataText("staging",data)}\
 is ${productionStore}: ${comparison2.reason}.`,`Restoring there would have replaced production. ${nothing}`,`Correct ${dataPlace("staging",data)} or the variab\
les that this job gets.`);if(comparison2.kind==="cannot-tell")return refuse(`The ${dataText("staging",data)} could be ${productionStore}: ${comparison2.reason}.`,
`In that case no mark makes it disposable. ${nothing}`,ownStore(data))}}function verdictOnMark(data,now,entries,system){const{mark:mark3}=now,it=`${dataText("st\
aging",data)} (${describeLocation(now)})`;if(mark3.kind==="none")return refuse(`The ${it} is not marked as disposable.`,`Only data that a person has marked is e\
ver emptied, and only for backups taken after that. ${nothing}`,markStaging(data));if(mark3.kind==="unclear")return refuse(`The disposable mark of the ${it} is \
unclear: ${mark3.reason} (${mark3.place}).`,`It may have been copied along with data. ${nothing}`,markStaging(data));if(mark3.system!==system)return refuse(`The\
 ${it} is marked as disposable for "${mark3.system}", and this is "${system}".`,`Two systems that share one staging would rehearse on each other's data. ${nothing}`,
`Give each its own ${data.noun}. If "${mark3.system}" no longer uses it, remove the mark (${mark3.place}), then: ${markCommand}${option(data)}.`);const found=foundOnProduction(
entries,mark3.id);if(found!==void 0)return refuse(`The disposable mark of the ${it} was found on production on ${dayTime2(found.at)}.`,`So it no longer distingu\
ishes staging from production. ${nothing}`,`Make sure that ${dataPlace("staging",data)} does not point to production or a copy of it. ${markStaging(data)}`);const marked=recordOfMark(
entries,mark3.id);if(marked===void 0||marked.event.tiedTo!==mark3.tiedTo){const why=marked===void 0?"this journal never recorded it":`the journal recorded it fo\
r a different one (${describeLocation(marked.event.identity)})`;return refuse(`The ${it} has a disposable mark that was not made for it: ${why}.`,`A mark that w\
as copied along with a ${data.noun} proves nothing. ${nothing}`,markStaging(data))}return marked.event.data!==data.name?refuse(`The ${it} was marked as disposab\
le as "${marked.event.data}", but "${data.name}" points there now.`,`One data store would be restored over another. ${nothing}`,`Correct ${dataPlace("staging",data)}\
; if it is right as it is now, mark it again: ${markCommand}${option(data)}.`):{kind:"counts",marked}}function inOrder(data,marked,backup2){switch(orderOf(marked,
backup2).kind){case"older":return;case"younger":return refuse(`The ${dataText("staging",data)} was marked as disposable on ${exactTime(marked.at)}, after ${backup2.
id} was started (${exactTime(backup2.startedAt)}).`,`A mark that is newer than the backup may have been put on production. ${nothing}`,newBackup);case"clocks-di\
ffer":return refuse(`The journal has the disposable mark of the ${dataText("staging",data)} before ${backup2.id}, but its time (${exactTime(marked.at)}) is late\
r than the start of the backup (${exactTime(backup2.startedAt)}): the clock of one of the two machines was wrong.`,`Which of them is older cannot be proved. ${nothing}`,
clockAdvice(marked))}}function clockAdvice({at,run:run2}){return`Correct the clock that is wrong (${run2.actor} marked staging in ${run2.kind} run ${run2.id}). \
If ${exactTime(at)} is in the past by the correct time, start a new run, which takes a new backup; if it is in the future, wait until then, or mark staging agai\
n: ${markCommand}.`}import{dataPlace as dataPlace2}from"./project.js";import{valueAt_CNPASG7F as valueAt}from"./project.js";import{runName}from"./project.js";var defaultMarginMilliseconds=12e4;
function leaseOwner(run2){return runName(run2)}function leaseState(entries){return entries.reduce(next,{fence:0,held:void 0})}function next(state,{event,run:run2,
at}){switch(event.type){case"lease-taken":{if(event.fence!==state.fence+1||isTooEarly(event,at,state.held))return state;const{fence:fence2,owner,expiresAt,process:process2}=event;
return{fence:fence2,held:{fence:fence2,owner,run:run2,expiresAt,...process2&&{process:process2}}}}case"lease-renewed":return state.held?.fence!==event.fence||state.
held.owner!==event.owner?state:{...state,held:{...state.held,expiresAt:event.expiresAt}};case"lease-released":return state.held?.fence===event.fence&&state.held.
owner===event.owner?{...state,held:void 0}:state;default:return state}}function isTooEarly({preempted,marginMilliseconds:marginMilliseconds2=0},at,held2){return held2===
void 0||preempted!==void 0?!1:Date.parse(at)<=Date.parse(held2.expiresAt)+marginMilliseconds2}function decideLease(entries,now,run2,{preempt=!1,marginMilliseconds:marginMilliseconds2=defaultMarginMilliseconds,
isGone=()=>!1}={}){const{fence:fence2,held:held2}=leaseState(entries),take={kind:"take",fence:fence2+1};if(!held2)return take;const{owner,expiresAt}=held2;return owner===
leaseOwner(run2)?{kind:"already-mine",fence:fence2,expiresAt}:now.getTime()>Date.parse(expiresAt)+marginMilliseconds2?take:preempt||isEarlierAttempt(held2.run,run2)||
isGone(held2)?{...take,preempted:owner}:{kind:"held-by",owner,until:expiresAt}}function isCurrent(entries,fence2){return leaseState(entries).held?.fence===fence2}
function isEarlierAttempt(other,run2){return run2.kind==="github"&&other.kind==="github"&&other.id===run2.id&&other.attempt<run2.attempt}import{eventSentence,runName as runName2}from"./project.js";
import{refuse as refuse2}from"./project.js";import{exactTime as exactTime2}from"./terminal.js";import{fine,problem,warning}from"./project.js";import{durationText}from"./terminal.js";
import{oneLine}from"./start.js";var newestEntries=20,roundingMilliseconds=1e3;function clockVerdict(now,entries,reading,toleranceMilliseconds){if(reading!==void 0){
const ahead=reading.asked.getTime()-reading.served.getTime()-roundingMilliseconds;if(ahead>toleranceMilliseconds)return{kind:"ahead",milliseconds:ahead,reading};
const behind=reading.served.getTime()-reading.answered.getTime();if(behind>toleranceMilliseconds)return{kind:"behind",milliseconds:behind,reading}}const confirmed=reading!==
void 0,latest3=latestOf(entries.slice(-newestEntries));if(latest3===void 0)return{kind:"plausible",confirmed};const milliseconds=Date.parse(latest3.at)-now.getTime();
return milliseconds>toleranceMilliseconds?{kind:"entry-ahead",milliseconds,entry:latest3,confirmed}:{kind:"plausible",confirmed}}function latestOf(entries){return entries.
reduce((latest3,entry2)=>latest3===void 0||Date.parse(entry2.at)>Date.parse(latest3.at)?entry2:latest3,void 0)}function verdictOnClock({effects,configuration},entries){
const{clock,githubReading}=effects;return clockVerdict(clock.now(),entries,githubReading?.(),configuration.lock["clock-tolerance"])}var longestAnswer=1e4;async function askGitHubForTime({
effects,run:run2}){const{githubReading,environment,signal}=effects,api=environment.GITHUB_API_URL;if(!(run2.kind!=="github"||!api||githubReading===void 0||githubReading()!==
void 0))try{await(await(effects.githubFetch??effects.fetch)(`${api.replace(/\/$/,"")}/rate_limit`,{signal:AbortSignal.any([signal,AbortSignal.timeout(longestAnswer)])})).
body?.cancel()}catch{signal.throwIfAborted()}}function wrongClock(project,entries=[]){const verdict2=verdictOnClock(project,entries);if(verdict2.kind==="plausib\
le")return;if(verdict2.kind==="entry-ahead"){project.effects.log.warn(oneLine(clockMessage(verdict2)));return}const{happened,means,next:next2}=clockMessage(verdict2);
return{...refuse2(happened,`${means} Nothing was done.`,next2),unrecorded:!0}}function warnOfWrongClock(project,entries=[]){const verdict2=verdictOnClock(project,
entries);verdict2.kind!=="plausible"&&project.effects.log.warn(oneLine(clockMessage(verdict2)))}var clockSubject="the clock";function clockFindings(verdict2){switch(verdict2.
kind){case"plausible":return verdict2.confirmed?[fine(clockSubject,"This machine's clock agrees with GitHub's.")]:[];case"entry-ahead":return[warning(clockSubject,
clockMessage(verdict2))];default:return[problem(clockSubject,clockMessage(verdict2))]}}var remedies='If production must go back now: "rollback" does not wait fo\
r a lease; it preempts the holder. To end a lease that a wrong clock left behind: staged-upgrade unlock --reason "why".';function clockMessage(verdict2){switch(verdict2.
kind){case"ahead":return{happened:`${offBy(verdict2,"ahead of")}.`,means:"It would take over leases that are still in use, and its own would keep every other ru\
n waiting until that time has come.",next:`Set the clock of this machine ("timedatectl" shows it), then start a new run. ${remedies}`};case"behind":return{happened:`${offBy(
verdict2,"behind")}.`,means:"Others would consider its lease expired while it still acts, and act at the same time.",next:`Set the clock of this machine ("timed\
atectl" shows it), then start a new run. ${remedies}`};case"entry-ahead":{const{entry:entry2,milliseconds,confirmed}=verdict2,who=`${runName2(entry2.run)} (${entry2.
run.actor})`;return{happened:`Entry ${entry2.sequence} of the journal ("${eventSentence(entry2.event,at=>exactTime2(at))}", ${exactTime2(entry2.at)}) lies ${durationText(
milliseconds)} ahead of this machine's clock.`,means:confirmed?`GitHub's clock agrees with this one: the clock of ${who} was ahead, and a lease or a mark of tha\
t run counts until its time.`:`Either this machine's clock is behind, and its leases end too early, or the clock of ${who} was ahead, and a lease or a mark of t\
hat run counts until its time.`,next:`Correct the clock that is wrong ("timedatectl" shows it). ${remedies}`}}}}function offBy({milliseconds,reading},how){return`\
The clock of this machine is ${durationText(milliseconds)} ${how} GitHub's: here it was ${exactTime2(reading.answered.toISOString())} when GitHub answered at ${exactTime2(
reading.served.toISOString())}`}import{commandLeftBehind,isHolderGone,leftBehind,leftBehindText}from"./project.js";import{refuse as refuse3,waiting}from"./project.js";
import{dayTime as dayTime3}from"./terminal.js";import{durationText as durationText2}from"./terminal.js";import{SystemFailure}from"./start.js";var LeaseLost=class extends Error{name="\
LeaseLost";to;constructor(to){super(to===void 0?"The lease of this system has ended.":`The lease of this system was taken over by ${to}.`),this.to=to}},defaultMilliseconds=9e5;
async function takeLease(journal2,request){const{run:run2,clock,process:process2,milliseconds=defaultMilliseconds}=request,{marginMilliseconds:marginMilliseconds2=defaultMarginMilliseconds}=request,
owner=leaseOwner(run2),expiresAt=()=>new Date(clock.now().getTime()+milliseconds).toISOString();for(;;){const decision=decideLease(await journal2.read(),clock.now(),
run2,request);if(decision.kind==="held-by")return decision;const{fence:fence2}=decision,left=decision.kind==="already-mine"?Date.parse(decision.expiresAt)-clock.
now().getTime():0;if(decision.kind==="already-mine"&&left>milliseconds/2)return{kind:"taken",lease:heldLease(journal2,clock,{fence:fence2,owner,run:run2,expiresAt:decision.
expiresAt},milliseconds)};const preempted=decision.kind==="take"&&decision.preempted!==void 0?{preempted:decision.preempted}:{};await journal2.append(decision.kind===
"take"?{type:"lease-taken",fence:fence2,owner,expiresAt:expiresAt(),marginMilliseconds:marginMilliseconds2,...preempted,...process2&&{process:process2}}:{type:"\
lease-renewed",fence:fence2,owner,expiresAt:expiresAt()});const{held:held2}=leaseState(await journal2.read());if(held2?.fence===fence2&&held2.owner===owner)return{
kind:"taken",lease:heldLease(journal2,clock,held2,milliseconds)}}}function heldLease(journal2,clock,{fence:fence2,owner,expiresAt},milliseconds){let knownUntil=Date.
parse(expiresAt);const confirm=async()=>{const{held:held2}=leaseState(await journal2.read());if(held2?.fence!==fence2)return{kind:"lost",to:held2?.owner};if(knownUntil=
Date.parse(held2.expiresAt),knownUntil-clock.now().getTime()>milliseconds/2)return{kind:"current"};const renewedUntil=new Date(clock.now().getTime()+milliseconds).
toISOString();await journal2.append({type:"lease-renewed",fence:fence2,owner,expiresAt:renewedUntil});const after2=leaseState(await journal2.read()).held;return after2?.
fence!==fence2?{kind:"lost",to:after2?.owner}:(knownUntil=Date.parse(after2.expiresAt),{kind:"current"})},unconfirmed=()=>clock.now().getTime()<knownUntil?{kind:"\
current"}:{kind:"lost",to:void 0};return{fence:fence2,confirm,during:async act2=>{const finished=new AbortController,lost=new AbortController,renewing=(async()=>{
for(;!finished.signal.aborted;){await clock.sleep(milliseconds/4,finished.signal);const standing=await confirm().catch(unconfirmed);if(standing.kind==="lost")return lost.
abort(new LeaseLost(standing.to))}})().catch(()=>{});try{return await act2(lost.signal)}finally{finished.abort(),await renewing}},release:async()=>{isCurrent(await journal2.
read(),fence2)&&await journal2.append({type:"lease-released",fence:fence2,owner})}}}async function underLease(project,{preempt,entries},body){const{journal:journal2,
run:run2,effects,configuration}=project,working=preempt?void 0:commandLeftBehind(project);if(working!==void 0)return working;preempt&&warnOfWrongClock(project,entries);
const wrong=preempt?void 0:wrongClock(project,entries);if(wrong!==void 0)return wrong;const answer=await takeLease(journal2,{run:run2,clock:effects.clock,milliseconds:configuration.
lock.lease,marginMilliseconds:configuration.lock["clock-tolerance"],preempt,process:run2.kind==="terminal"?effects.witness?.self:void 0,isGone:isHolderGone(project)});
if(answer.kind==="held-by")return heldBy(project,answer.owner,answer.until);try{return await answer.lease.during(lost=>body(answer.lease,AbortSignal.any([effects.
signal,lost])))}catch(error){if(!(error instanceof LeaseLost))throw error;return refuse3(`${error.message} This step was ended.`,"Another run acts now, for exam\
ple a rollback. What this step was doing may be half done.","Look at what the other run is doing; a new run resumes from what it observes.")}}function heldBy(project,owner,until){
const{system,lock}=project.configuration,tolerance=lock["clock-tolerance"],from=new Date(Date.parse(until)+tolerance).toISOString(),[left]=leftBehind(project),longest2=project.
effects.clock.now().getTime()+lock.lease+tolerance,tooLong=Date.parse(until)>longest2?` That is later than a lease of ${durationText2(lock.lease)} can end: the \
clock of that run was ahead, or this machine's is behind.`:"";return waiting(`${owner} is acting on ${system}; its lease expires at ${dayTime3(until)} unless it\
 is renewed, and another run may act from ${dayTime3(from)} (clocks may differ by ${durationText2(tolerance)}).${tooLong}`,"Two runs never act at once. Nothing \
was done.",left===void 0?'Wait until that run has ended, then start a new run. If it is known to be gone: staged-upgrade unlock --reason "why it is gone". If pr\
oduction must go back now: "rollback" does not wait, it preempts that run.':`That run is gone, and something that ${leftBehindText(left)} had started is still r\
unning: wait until it has ended, or until that time. To end it: kill -- -${left.pid}.`)}async function endOfRun(project,work){const result=await givingBackIfThrown(
project,work),endedWell2=result.outcome==="passed"||result.outcome==="skipped";return(project.run.kind==="terminal"||!endedWell2)&&await releaseQuietly(project),
result}function isLastUnderLease({kind},{command:command2,purpose},{environment,skipped}){return command2==="adopt"||command2==="rollback"&&environment==="produ\
ction"?!0:kind!=="github"?!1:command2==="check"&&skipped||command2==="backup"&&purpose==="rehearsal"}async function givingBackIfThrown(project,work){try{return await work()}catch(error){
throw await releaseQuietly(project,error),error}}async function releaseQuietly(project,thrown){try{await releaseLease(project)}catch(error){if(!(error instanceof
SystemFailure))throw error;if(thrown instanceof SystemFailure&&thrown.message===error.message)return;project.effects.log.warn(`If this run holds the lease, it c\
ould not be released, and will expire. ${error.message}`)}}async function releaseLease({journal:journal2,run:run2}){const owner=leaseOwner(run2),{held:held2}=leaseState(
await journal2.read());held2?.owner===owner&&await journal2.append({type:"lease-released",fence:held2.fence,owner})}import{alreadyDone,refuse as refuse4}from"./project.js";
import{dayTime as dayTime4}from"./terminal.js";import{fine as fine2,problem as problem2,warning as warning2}from"./project.js";import{faultFix,faultText,variableFault,
variableNames}from"./start.js";import{SystemFailure as SystemFailure2,UserError}from"./start.js";const{randomUUID}=process.getBuiltinModule("node:crypto");function decideMark({
data,found,production,entries,system}){const{identity,name}=found,place2=namedPlace(name,identity);for(const known2 of production.filter(each=>mayBeOne(each,identity))){
const comparison2=compareIdentities(known2,identity);if(comparison2.kind!=="different")return refuse4(`${place2} was not marked: as far as the journal and the b\
ackups know, it is production's ${data.noun}, or was.`,"What is marked as disposable may be emptied. Nothing was changed.",`Correct ${dataPlace2("staging",data)}\
. If it is staging's nevertheless (${comparison2.reason}), give staging an empty ${data.noun} under another name, then: ${markCommand}${option(data)}.`)}const{mark:mark3}=identity,
standing=verdictOnMark(data,identity,entries,system);if(standing.kind==="refuse"&&mark3.kind==="disposable"&&mark3.system!==system)return standing;if(standing.kind===
"counts"){const{at,run:run2}=standing.marked;return alreadyDone(`${place2} was marked as disposable by ${run2.actor} on ${dayTime4(at)}.`)}return{kind:"act",because:`${place2}\
 is not known to be production's.`}}function decideNameTyped(data,{identity,name},typed){if(typed===name)return;const place2=describeLocation(identity);return typed===
void 0?refuse4(`${dataPlace2("staging",data)} points to ${place2}, and its name was not typed.`,"Each rehearsal empties what is marked, so a person must type it\
s name. It was not marked.",`If everything in it may be lost: ${markCommand}${option(data)} --confirm NAME, with the name of the database (of several, all names\
 as written here; of files, the full path); on GitHub, the input "confirm".`):refuse4(`"${typed}" was typed, and ${dataPlace2("staging",data)} points to another\
 one (${place2}).`,"Each rehearsal empties what is marked. It was not marked.","Check where the address of staging leads, and correct it; or type the name of wh\
at is there, which for files is the full path.")}function partVariables(parts,environment){const used=Object.entries(parts).map(([where,part])=>({where,variables:variablesIn(
part,where,environment)})),complete=used.filter(({variables})=>variables.every(({fault})=>fault===void 0)),shared2=new Set(complete.flatMap(({variables})=>variables.
map(({name})=>name)));return used.map(part=>{if(complete.includes(part))return{...part,state:"here"};const own=part.variables.some(({name,fault})=>isGivenWith(fault)&&
!shared2.has(name));return{...part,state:own?"missing":"elsewhere"}})}function variableFindings(parts,{subject,isGiven}){const count=new Set(parts.flatMap(({variables})=>variables.
map(({name})=>name))).size;return parts.every(({state})=>state==="here")?[fine2(subject,count===0?"It uses none.":`All ${count} that are used are set.`)]:parts.
flatMap(({where,variables,state})=>{const unset=variables.filter(({fault})=>fault!==void 0);if(state==="here")return[];if(!isGiven(where))return[leftToOthers(subject,
where,unset)];if(state==="missing")return unset.map(forgotten(subject));const names=unset.map(({name})=>name).join(", ");return[{kind:"cannot-tell",subject,happened:`${where}\
 was not checked: ${names} ${unset.length===1?"is":"are"} not set here.`,means:"Whether it is correct is not known.",next:`In a terminal, set ${unset.length===1?
"it":"them"} and run preflight again. In a workflow, run preflight in the job that needs this part; if this is that job, add to its env: what is missing.`}]})}function leftToOthers(subject,where,unset){
const names=unset.map(({name})=>name).join(", ");return warning2(subject,{happened:`${where} was not checked: ${names} ${unset.length===1?"is":"are"} only in th\
e jobs that use it.`,means:"Whether it is correct is not known until one of them runs.",next:`To check it now, run preflight in a terminal where ${unset.length===
1?"it is":"they are"} set.`})}function forgotten(subject){return({name,places,fault="unset"})=>problem2(subject,{happened:`The environment variable ${name}, whi\
ch ${places.join(" and ")} ${places.length===1?"uses":"use"}, ${faultText(fault)}.`,means:"The steps that need it would stop with an error.",next:faultFix(name,
fault)})}function isGivenWith(fault){return fault!=="unset"&&fault!=="empty"}function variablesIn(part,where,environment){const places=new Map;for(const{text,place:place2}of textsIn(
part,where))for(const name of variableNames(text))places.set(name,[...places.get(name)??[],place2]);return[...places].map(([name,used])=>({name,places:used,fault:variableFault(
environment[name])}))}function*textsIn(value,place2){if(typeof value=="string")yield{text:value,place:place2};else if(typeof value=="object"&&value!==null)for(const[
key,item]of Object.entries(value))yield*textsIn(item,`${place2}.${key}`)}var place="environments.production.data";async function productionDataNow(project){const{
document,effects}=project,[part]=partVariables({[place]:valueAt(document,place.split("."))},effects.environment);if(part?.state!=="here")return[];try{return(await identitiesOf(
openData(project,"production"),effects.signal)).map(([,identity])=>asRecorded(identity))}catch(error){if(!(error instanceof SystemFailure2))throw error;return effects.
log.warn(`Staging was not compared with production's data as it is now: ${error.message}`),[]}}var markDeclared={needs:{common:["journal","backup"],own:["data"]},
writesJournal:!0,gateAt:()=>{}};async function markStaging2(project,input,ask2){const{environment="staging"}=input;if(environment!=="staging")throw new UserError(
{happened:`"mark-disposable" was asked for ${environment}.`,means:"Only staging is ever disposable. Nothing was marked.",next:'Leave the environment out, or say\
 "staging".'});const chosen=chosenFrom(openData(project,"staging"),input);try{const entries=await project.journal.read(),end=await underLease(project,{preempt:!1,
entries},lease=>markAll({project,lease,typed:input.confirm,ask:ask2},chosen));return markResult(end)}finally{await releaseLease(project)}}function chosenFrom(data,{
data:named2,confirm}){const names=data.map(({name})=>name);if(named2===void 0){if(confirm===void 0||data.length<=1)return data;throw new UserError({happened:`"${confirm}\
" was typed, and staging has several stores of data: ${names.join(", ")}.`,means:"It is not known which of them is meant. Nothing was marked.",next:`Mark each s\
eparately: staged-upgrade mark-disposable --data ${names[0]} --confirm NAME; on GitHub, the inputs "data" and "confirm".`})}const found=data.filter(({name})=>name===
named2);if(found.length>0)return found;const intended2=nearest(named2,names);throw new UserError({happened:`environments.staging.data has no "${named2}".`,means:"\
Nothing was marked.",next:`${intended2===void 0?"":`Did you mean "${intended2}"? `}Give one of these as "data": ${names.join(", ")}.`})}async function markAll(marking,chosen){
const{project}=marking,production=[...productionStores(await project.journal.read(),(await project.store().list()).backups),...await productionDataNow(project)];
if(chosen.length>1)for(const data of chosen){const refused=await whyNot(project,data,production);if(refused!==void 0)return refused}const marked=[],before=[];for(const data of chosen){
const end=await markOne(marking,data,production);if(end.kind==="marked")marked.push(end.headline);else if(end.kind==="already-done")before.push(end.because);else
return marked.length===0?end:withMarked(end,marked)}return marked.length===0?{kind:"already-done",because:before.join(" ")}:{kind:"done",headline:`${[...marked,
...before].join(" ")} Backups that were taken before cannot be restored there.`}}function withMarked(end,marked){const{message}=end;return{...end,message:{...message,
means:`${message.means} Before that: ${marked.join(" ")}`}}}async function whyNot({configuration,journal:journal2,effects},data,production){const entries=await journal2.
read(),{system}=configuration;let refused;return await data.store.markDisposable(async found=>{const decision=decideMark({data,found,production,entries,system});
decision.kind!=="act"&&decision.kind!=="already-done"&&(refused=decision)},effects.signal),refused}async function markOne({project,lease,typed,ask:ask2},data,production){
const{configuration,journal:journal2,effects}=project,{system}=configuration,entries=await journal2.read(),id=(effects.newId??randomUUID)();let settled,target;const decide=async found=>{
target=found;const decision=decideMark({data,found,production,entries,system});if(decision.kind!=="act"){settled=decision;return}if(settled=decideNameTyped(data,
found,typed??await ask2?.(question(found))),settled!==void 0)return;if((await lease.confirm()).kind==="lost")throw leaseGone();return{id,system}},after2=await data.
store.markDisposable(decide,effects.signal);if(settled!==void 0)return settled;if(after2===void 0||target===void 0||after2.mark.kind!=="disposable"||after2.mark.
id!==id)throw notSeen(data,after2);const{tiedTo}=after2.mark,{name}=target;return await journal2.append({type:"disposable-marked",mark:id,tiedTo,data:data.name,
name,identity:asRecorded(after2)}),{kind:"marked",headline:`${namedPlace(name,after2)} is marked as disposable.`}}function question({identity,name}){return`Each\
 rehearsal will empty ${namedPlace(name,identity)}. Type its name if all of it may be lost:`}function notSeen({noun},after2){return new SystemFailure2({happened:`\
The mark was written, but the ${noun} does not show it.`,means:`It does not count${after2===void 0?"":`: ${describeLocation(after2)}`}.`,next:`Run mark-disposab\
le again. If this persists, something between here and the ${noun} changes what is written.`})}function leaseGone(){return new SystemFailure2({happened:"Another\
 run took over while the name was asked for.",means:"Nothing was marked.",next:"When that run has ended, run mark-disposable again."})}var outcomeOf={waiting:"w\
aiting",refuse:"refused",failed:"failed",unknown:"unknown"};function markResult(end){const nothing3={outputs:{},text:""};if(end.kind==="done")return{...nothing3,
outcome:"passed",headline:end.headline,summary:`${end.headline}
`};if(end.kind==="already-done"){const headline=`Nothing to do: ${end.because}`;return{...nothing3,outcome:"skipped",headline,summary:`${headline}
`}}const{message}=end;return{...nothing3,outcome:outcomeOf[end.kind],headline:message.happened,message,summary:""}}var looking={needs:{common:["product","journa\
l"],own:["url","access","topology"]},gateAt:()=>{}},planDeclared={...looking,writesJournal:!0},reportDeclared={...looking,needs:{...looking.needs,common:[...looking.
needs.common,"notify"]},writesJournal:!1,mindsRetry:!0},fleetDeclared={needs:{common:["journal"]},writesJournal:!1,gateAt:()=>{}};import{escapeMarkdown,markdownLink}from"./start.js";
function heading(level,text){return{kind:"heading",level,text}}function paragraph(...text){return{kind:"paragraph",text}}function list(items){return items.length===
0?[]:[{kind:"list",items:items.map(item=>isItem(item)?item:{text:item})}]}function folded(title,blocks){return blocks.length===0?[]:[{kind:"folded",title,blocks}]}
function section(title,blocks){return blocks.length===0?[]:[heading(3,title),...blocks]}function table(head,rows){return rows.length===0?[]:[{kind:"table",head,
rows}]}function spansOf(line3){return isSpans(line3)?line3:[line3]}function isSpans(line3){return Array.isArray(line3)}function isItem(item){return typeof item==
"object"&&"text"in item}function markdownOf(document){return`${document.map(blockText).join(`

`)}
`}function blockText(block2){switch(block2.kind){case"heading":return`${"#".repeat(block2.level)} ${escapeMarkdown(block2.text)}`;case"paragraph":return lineText(
block2.text);case"list":return block2.items.map(itemText).join(`
`);case"table":{const row=cells2=>`| ${cells2.join(" | ")} |`;return[row(block2.head.map(escapeMarkdown)),`|${block2.head.map(()=>"---").join("|")}|`,...block2.
rows.map(cells2=>row(cells2.map(cellText)))].join(`
`)}case"box":return`> [!${block2.tone.toUpperCase()}]
> ${lineText(block2.text)}`;case"diagram":return`\`\`\`mermaid
${block2.mermaid.replaceAll("`","'")}
\`\`\``;case"folded":return`<details>
<summary>${titleText(block2.title)}</summary>

${block2.blocks.map(blockText).join(`

`)}

</details>`}}function titleText(title){return title.replace(/\s+/g," ").replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}function itemText({
text,ticked}){return`- ${ticked===void 0?"":`[${ticked?"x":" "}] `}${lineText(text)}`}function cellText(line3){return spansOf(line3).map(span=>spanText(typeof span==
"object"&&"code"in span?{code:span.code.replaceAll("|","/")}:span)).join("")}function lineText(line3){return spansOf(line3).map(spanText).join("")}function spanText(span){
return typeof span=="string"?span===""?"":escapeMarkdown(span):"strong"in span?`**${escapeMarkdown(span.strong)}**`:"break"in span?"<br>":"code"in span?`\`${span.
code.replace(/[`\s]+/g," ")}\``:markdownLink(escapeMarkdown(span.link),span.url)}import{dayTime as dayTime5}from"./terminal.js";import{hopId,isLabel}from"./start.js";
import{hopParts}from"./project.js";import{int,lazy,strictObject,string}from"./start.js";function finishRollback(hop,isOtherwiseConfigured=!1){const it=`Finish i\
t: ${waysToRollBack(hop)}; it says whether the hop's id must be typed as confirmation.`;return isOtherwiseConfigured?`${it}${bringBack}`:it}var bringBack=" It w\
as started with a different configuration: restore that one first.";function waysToRollBack(hop){return`run the workflow "Rollback" with the hop ${hop}, or in a\
 terminal: staged-upgrade rollback --hop ${hop}`}function finishRestoreFirst({restoring,restored:restored2,isOtherwiseConfigured}){const{at,event}=restoring,{backup:backup2}=event,
{id,from}=event.hop;return restored2?{happened:`A rollback of hop ${id} has restored ${backup2} over production, and ${from} has not been seen working on it.`,means:"\
Nothing else may be done on it before that, and no path can start there.",next:finishRollback(id,isOtherwiseConfigured)}:{happened:`A rollback of hop ${id} has \
been restoring ${backup2} over production since ${dayTime5(at)}, and is not finished.`,means:"Its database may be half replaced. Nothing else may be done on it,\
 and no path can start there.",next:`Finish the rollback: staged-upgrade rollback --hop ${id} --confirm ${id}.${isOtherwiseConfigured?bringBack:""}`}}function unfinishedRestore(entries){
return latest(sinceLastRollback(entries),"restoring")}function wasRestored(entries,since){return inEnvironment(after(entries,since),"production").some(entry2=>isOf(
entry2,"restored")&&entry2.event.proved)}function unfinishedRollback(entries){const last=inEnvironment(entries,"production").findLast(({event})=>event.type==="r\
olling-back"||event.type==="rolled-back"||event.type==="deploying");return last!==void 0&&isOf(last,"rolling-back")?last:void 0}function startedMigrations(entries,from){
const started=sinceLastRollback(entries).findLast(entry2=>(isOf(entry2,"migrating")||isOf(entry2,"not-deferred"))&&entry2.event.hop.from===from);if(started===void 0)
return;const before=inEnvironment(entries,"production").findLast(entry2=>isOf(entry2,"checked")&&entry2.event.version===from&&entry2.sequence<started.sequence);
return{started,appliedBefore:before?.event.applied}}function sinceLastRollback(entries){const production=inEnvironment(entries,"production"),back=latest(production,
"rolled-back");return back===void 0?production:after(production,back)}function hasRollbackFailed(since){const started=latest(since,"rolling-back");return started===
void 0?!1:after(since,started).some(({event})=>event.type==="ended"&&event.command==="rollback"&&event.outcome==="failed")}function notDeferredIn(since){const last=latest(
since,"not-deferred");return last===void 0||wasRestored(since,last)?void 0:last}function isInPlace(since,deploying){if(deploying===void 0)return!1;const later=after(
since,deploying);return latest(later,"put-in-place")!==void 0&&latest(later,"rolling-back")===void 0}function isPastReturn({migrating,completed:completed2}){return migrating!==
void 0||completed2?.event.type==="adopted"}function promotionOf(record4){const production=inEnvironment(record4.entries,"production"),back=latest(production,"ro\
lled-back"),since=back===void 0?production:after(production,back),deploying=latest(since,"deploying"),finished=latest(since,"deployed"),deployed=[deploying,latest(
since,"rolling-back")].some(entry2=>entry2!==void 0&&finished!==void 0&&finished.sequence<entry2.sequence)?void 0:finished,smoked=latest(since,"smoke-tested"),completed2=record4.
entries.findLast(entry2=>isOf(entry2,"completed")||isOf(entry2,"adopted")),restorePoint2=since.findLast(entry2=>isOf(entry2,"backed-up")&&entry2.event.purpose===
"restore-point"),restoring=latest(since,"restoring"),proved=latest(record4.entries,"point-proved");return{restorePoint:restorePoint2,pointProved:restorePoint2!==
void 0&&proved?.event.backup===restorePoint2.event.backup,deployStarted:deploying!==void 0,deployed,inPlace:isInPlace(since,deploying),notDeferred:notDeferredIn(
since),smoked:deployed!==void 0&&smoked!==void 0&&smoked.sequence>deployed.sequence,migrating:latest(since,"migrating"),waited:latest(since,"waited"),restoring,
restored:restoring!==void 0&&wasRestored(since,restoring),rollbackFailed:hasRollbackFailed(since),completed:back!==void 0&&completed2!==void 0&&completed2.sequence<
back.sequence?void 0:completed2}}function recordOf(entries,hop){const own=ofHop(entries,hop);return{hop,entries:own,rehearsedOn:rehearsedOn(entries,own)}}function rehearsedOn(entries,own){
const rehearsal=own.findLast(entry2=>isOf(entry2,"carried-over")||isOf(entry2,"backed-up")&&entry2.event.purpose==="rehearsal");if(rehearsal===void 0||isOf(rehearsal,
"backed-up"))return rehearsal;const{event}=rehearsal;return entries.findLast(entry2=>isOf(entry2,"backed-up")&&event.type==="carried-over"&&entry2.event.backup===
event.backup)}function plannedLabels(entries){const hops=latest(entries,"planned")?.event.hops??[];return hops.length===0?[]:[...hops.slice(0,1).map(hop=>hop.from),
...hops.map(hop=>hop.to)]}var jobNames=["read","rehearse","promote","finalize"];function isReversible({stages},label2){return stages!==void 0&&(stages.reversible===
"all"||stages.reversible.includes(label2))}function eachCheckpoint(of){return{scrubbed:of("scrubbed"),smokedFrom:of("smokedFrom"),deployedTo:of("deployedTo"),smokedTo:of(
"smokedTo"),rolledBack:of("rolledBack"),smokedBack:of("smokedBack"),deployedAgain:of("deployedAgain"),migrating:of("migrating"),waited:of("waited"),smokedLast:of(
"smokedLast")}}function hopSequence(traits){return[...read(traits),...traits.waiver===void 0?rehearse(traits):[],...promote(traits),...traits.deferrable?finalize():
[]]}function read({dataless,waiver}){const at={job:"read",environment:"production"},check2={...at,id:"check",command:"check",title:"Check that production is hea\
lthy on {from}"};return dataless||waiver!==void 0?[check2]:[check2,{...at,id:"backup",command:"backup",purpose:"rehearsal",title:"Back up production for the reh\
earsal"}]}function rehearse(traits){const at={job:"rehearse",environment:"staging"},proof=[{...at,id:"restore",checkpoint:"scrubbed",command:"restore",title:traits.
dataless?"Make sure that staging is at {from}":"Restore the backup on staging, compare, scrub"},...traits.stages===void 0?[deployFrom(at)]:[],{...at,id:"smoke-f\
rom",checkpoint:"smokedFrom",command:"smoke",release:"from",title:"Smoke test {from}"},{...at,id:"deploy-to",checkpoint:"deployedTo",command:"deploy",release:"t\
o",title:deployTitle(traits)}],report2={...at,id:"report",command:"report",title:"Report what was proved"};return traits.deferrable?[...proof,{...at,id:"smoke-t\
o",checkpoint:"smokedTo",command:"smoke",release:"to",title:"Smoke test {to} before its migrations"},{...at,id:"rollback",checkpoint:"rolledBack",command:"rollb\
ack",title:"Go back to {from}, as a rollback would"},{...at,id:"smoke-back",checkpoint:"smokedBack",command:"smoke",release:"from",title:"Smoke test {from} afte\
r the way back"},{...at,id:"deploy-again",checkpoint:"deployedAgain",command:"deploy",release:"to",title:"Deploy {to} again"},{...at,id:"migrate",checkpoint:"mi\
grating",command:"migrate",title:"Start the migrations"},{...at,id:"wait",checkpoint:"waited",command:"wait",title:"Wait for the migrations"},{...at,id:"smoke",
checkpoint:"smokedLast",command:"smoke",release:"to",title:"Smoke test {to} after its migrations"},report2]:[...proof,{...at,id:"wait",checkpoint:"waited",command:"\
wait",title:"Wait until {to} is serving"},{...at,id:"smoke-to",checkpoint:"smokedLast",command:"smoke",release:"to",title:"Smoke test {to}"},report2]}function deployFrom(at){
return{...at,id:"deploy-from",command:"deploy",release:"from",title:"Deploy {from} on the restored copy"}}function promote(traits){const prove={job:"promote",environment:"\
staging",id:"prove",command:"restore",purpose:"restore-point",title:"Restore the restore point on staging and compare"},at={job:"promote",environment:"productio\
n"};return[{...at,id:"check",command:"check",title:"Check production again"},...traits.dataless?[]:[restorePoint(at)],...traits.proveRestorePoint?[prove]:[],{...at,
id:"deploy",command:"deploy",release:"to",title:deployTitle(traits)},{...at,id:"wait",command:"wait",title:"Wait until {to} is serving"},{...at,id:"smoke",command:"\
smoke",release:"to",title:"Smoke test {to}"},{...at,id:"report",command:"report",title:"Report the state of production"}]}function restorePoint(at){return{...at,
id:"backup",command:"backup",purpose:"restore-point",title:"Take the restore point"}}function finalize(){const at={job:"finalize",environment:"production"};return[
{...at,id:"migrate",command:"migrate",title:"Start the migrations: the point of no return"},{...at,id:"wait",command:"wait",title:"Wait for the migrations"},{...at,
id:"smoke",command:"smoke",release:"to",title:"Smoke test {to} after its migrations"},{...at,id:"report",command:"report",title:"Report the state of production"}]}
function deployTitle(traits){return traits.deferrable?"Deploy {to} with its migrations deferred":"Deploy {to}"}function rehearsalOf(entries,record4,traits){const here2=inEnvironment(
record4.entries,"staging"),start=here2.findLast(isStart);if(start===void 0)return restoreHasFailed(here2)?{kind:"void",because:"its restore failed"}:{kind:"none"};
const backup2=isOf(start,"staging-taken")?void 0:start.event.backup,voided=latest(here2,"rehearsal-voided");if(voided!==void 0&&voided.sequence>start.sequence)return{
kind:"void",because:voided.event.because};const rehearsed3=latest(record4.entries,"rehearsed");if(rehearsed3!==void 0&&rehearsed3.sequence>start.sequence){const{
backup:proved}=rehearsed3.event,dataAt=(proved===void 0?void 0:dataAtOf(entries,proved))??rehearsed3.at;return{kind:"passed",backup:proved,at:rehearsed3.at,dataAt}}
const taken=inEnvironment(entries,"staging").findLast(entry2=>isOf(entry2,"restoring")||isOf(entry2,"carried-over")||isOf(entry2,"staging-taken"));if(taken!==void 0&&
taken.sequence>start.sequence)return{kind:"void",because:"staging has been used for something else since"};if(isOf(start,"restored")&&!start.event.proved)return{
kind:"void",because:`the restored copy was not equal to ${backup2}`};const since=after(here2,start),failure2=since.findLast(({event})=>event.type==="ended"&&event.
outcome==="failed");if(failure2?.event.type==="ended")return{kind:"void",because:`${failure2.event.command} failed on staging`};const carried2=isOf(start,"carri\
ed-over"),isScrubbed=backup2===void 0||carried2;return{kind:"started",backup:backup2,startedAt:start.at,carried:carried2,...checkpoints(since,traits,isScrubbed)}}
function confirmableOf({hop,entries}){const rehearsed3=latest(entries,"rehearsed")??entries.find(entry2=>isOf(entry2,"rehearsal-waived"));if(rehearsed3===void 0)
return;const back=latest(inEnvironment(after(entries,rehearsed3),"production"),"rolling-back");return{digest:hop.digest,basis:(back??rehearsed3).hash}}function dataAtOf(entries,backup2){
const taken=entries.find(({event})=>event.type==="backed-up"&&event.backup===backup2);return taken?.event.type==="backed-up"?taken.event.dataAt:void 0}function restoreHasFailed(here2){
const restoring=latest(here2,"restoring");return restoring===void 0?!1:after(here2,restoring).some(({event})=>event.type==="ended"&&event.outcome==="failed")}function isStart(entry2){
return isOf(entry2,"restored")||isOf(entry2,"carried-over")||isOf(entry2,"staging-taken")}function checkpoints(since,traits,isScrubbed){const steps2=hopSequence(
traits),reached=new Set(isScrubbed?["scrubbed"]:[]);let[deployStarted,inPlace]=[!1,!1];for(const{event}of since){if(event.type==="deploying"||event.type==="put-\
in-place"){const isNewer=event.release==="to";event.type==="put-in-place"?inPlace=isNewer:[deployStarted,inPlace]=[deployStarted||isNewer,!1]}event.type==="roll\
ing-back"&&([deployStarted,inPlace]=[!1,!1]);const next2=steps2.find(({checkpoint})=>checkpoint!==void 0&&!reached.has(checkpoint));next2?.checkpoint!==void 0&&
isDone(next2,event)&&reached.add(next2.checkpoint)}const has=eachCheckpoint(checkpoint=>reached.has(checkpoint));return{deployStarted,inPlace,...has}}function isDone(step3,event){
switch(step3.command){case"restore":return event.type==="scrubbed";case"deploy":return event.type==="deployed"&&event.release===step3.release;case"smoke":return event.
type==="smoke-tested"&&event.release===step3.release;case"rollback":return event.type==="rolled-back";case"migrate":return event.type==="migrating";case"wait":return event.
type==="waited";default:return!1}}function isComplete(rehearsal,traits){const needed2=hopSequence(traits).flatMap(({checkpoint})=>checkpoint??[]);return needed2.
length>0&&needed2.every(checkpoint=>rehearsal[checkpoint])}var label=string().refine(isLabel),matrixHop=lazy(()=>strictObject({id:string(),index:int().min(1),count:int().
min(1),from:label,to:label,digest:string().regex(/^[0-9a-f]{64}$/),parts:hopParts.unwrap().strict().exactOptional(),releases:strictObject({from:label,to:label}).
readonly().exactOptional()}).refine(({id,from,to})=>id===hopId(from,to))),longestMatrix=256,longestText=1e4;function matrixHopOf({id,index,count,from,to,digest,
parts,releases}){const more={...parts===void 0?{}:{parts},...releases===void 0?{}:{releases}};return{id,index,count,from,to,digest,...more}}function matrixJson(hop){
return JSON.stringify(matrixHopOf(hop))}function readMatrixHop(text){if(text.length>longestText)return{kind:"wrong",because:`it is longer than ${longestText} ch\
aracters`};let json;try{json=JSON.parse(text)}catch{return{kind:"wrong",because:"it starts like JSON but cannot be read as JSON"}}const parsed3=matrixHop.safeParse(
json);if(parsed3.success)return{kind:"read",hop:parsed3.data};const[issue]=parsed3.error.issues,place2=issue?.path.map(String).join(".")??"";return place2!==""?
{kind:"wrong",because:`its "${place2}" is not what "plan" writes`}:{kind:"wrong",because:issue?.code==="custom"?"its id does not match its versions":'its keys a\
re not those that "plan" writes'}}import{dayTime as dayTime6}from"./terminal.js";import{downtimeText,durationText as durationText3}from"./terminal.js";function windowSentence({
since,milliseconds},now){return`The rollback window has been open for ${durationText3(milliseconds)}, since ${dayTime6(since,now)}.`}function windowWarning(hop,{
since,milliseconds},newRun,now){return{happened:`The rollback window of hop ${hop.id} has been open for ${durationText3(milliseconds)}, since ${dayTime6(since,now)}\
.`,means:"Its migrations are still to come, over all that is written meanwhile, and the next hop cannot begin before they are done.",next:`Continue with a new r\
un: ${newRun}. Or go back: ${waysToRollBack(hop.id)}.`}}function windowBox({happened,means,next:next2}){return{kind:"box",tone:"warning",text:[{strong:happened},
` ${means} ${next2}`]}}function pathDocument(facts){const{planned,entries,complete,verdict:verdict2,where,next:next2,warning:warning4}=facts,progress=hopProgress(
planned,entries);return[heading(1,`${planned.current} \u2192 ${planned.target}`),paragraph(complete?"\u2714 ":"",{strong:verdict2},` ${next2}`),...warning4===void 0?
[]:[windowBox(warning4)],...where,...hopsTable(facts),...progress.flatMap((one,index)=>{const hop=facts.hops[index]??[];return one.kind==="current"?hop:folded(hopTitle(
one,index,progress.length),hop)})]}function hopsTable(facts){return table(["hop","rehearsed","restore point","not serving","state"],facts.planned.hops.map(hop=>hopRow(
hop,facts)))}function hopProgress(planned,entries){const done3=planned.hops.map(hop=>promotionOf(recordOf(entries,hop)).completed!==void 0),current=done3.indexOf(
!1);return planned.hops.map(({from,to},index)=>({from,to,kind:done3[index]===!0?"complete":index===current?"current":"ahead"}))}function hopTitle({from,to,kind},index,count){
const state=kind==="complete"?"complete":"not its turn yet";return`Hop ${index+1} of ${count}, ${from} \u2192 ${to}: ${state}`}function hopRow(hop,{entries,now,
traits}){const record4=recordOf(entries,hop),promotion=promotionOf(record4),down=promotion.deployed?.event.downtimeMilliseconds,point=promotion.restorePoint?.event;
return[`${hop.from} \u2192 ${hop.to}`,rehearsalText(rehearsalOf(entries,record4,traits),now),point===void 0?"none":`data of ${dayTime6(point.dataAt,now)}`,down===
void 0?"":downtimeText(down),stateText(record4,promotion,now)]}function rehearsalText(rehearsal,now){switch(rehearsal.kind){case"passed":return`\u2714 ${dayTime6(
rehearsal.at,now)}`;case"started":return`started ${dayTime6(rehearsal.startedAt,now)}`;case"void":return`no: ${rehearsal.because}`;case"waived":return`waived: ${rehearsal.
because}`;case"none":return"no"}}function stateText({entries},{completed:completed2,deployStarted,migrating},now){const production=inEnvironment(entries,"produc\
tion");if(completed2!==void 0)return isOf(completed2,"adopted")?`done by hand, recorded ${dayTime6(completed2.at,now)}`:`\u2714 complete, ${dayTime6(completed2.
at,now)}`;if(deployStarted)return migrating===void 0?"half done on production":"half done on production, migrations started";const back=latest(production,"rolle\
d-back");if(back!==void 0)return`rolled back, ${dayTime6(back.at,now)}`;const ended=latest(production,"ended")??latest(entries,"ended");if(ended===void 0)return"\
not started on production";const{command:command2,outcome,environment}=ended.event;return`"${command2}" ended as ${outcome} on ${environment}, ${dayTime6(ended.
at,now)}`}function leadingPlan(entries,hop){const all=entries.filter(entry2=>isOf(entry2,"planned")),own=all.filter(({event})=>hop===void 0||event.hops.some(({id})=>id===
hop));return own.findLast(plan=>!isLook(plan))??own.at(-1)??all.at(-1)}function lookSince(entries){const leading=leadingPlan(entries);return(leading===void 0?[]:
after(entries,leading)).findLast(entry2=>isOf(entry2,"planned"))}function isLook({event}){return event.operation==="plan"}import{writtenData}from"./project.js";
import{needed,settingsOf as settingsOf2,valueAt_CNPASG7F as valueAt2}from"./project.js";import{answersOfProbes,deployFiles,fileRequirementsOf,hasStages,hasTopology,
hasVersions,openEvidence}from"./project.js";import{changedContents,contentDigests,digestOf,wholeDigest}from"./project.js";import{dayTime as dayTime7}from"./terminal.js";
import{labelOfVersion}from"./project.js";import{environmentNames,hopId as hopId2,releaseOn}from"./start.js";var line=/^(?<before>\s*(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*)(?<value>'[^']*'|"[^"]*"|[^\s#'"][^#]*?|)(?<after>\s+#.*|\s*)$/;
function withVariable(text,name,value){const lines3=text.split(`
`);let isThere=!1;const changed=lines3.map(each=>{const ending2=each.endsWith("\r")?"\r":"",groups=line.exec(ending2===""?each:each.slice(0,-1))?.groups;return groups?.
name!==name?each:(isThere=!0,`${groups.before}${quoted(value,groups.value??"")}${groups.after}${ending2}`)});if(isThere)return changed.join(`
`);const ending=text.includes(`\r
`)?`\r
`:`
`;return`${text===""||text.endsWith(`
`)?text:`${text}${ending}`}${name}=${quoted(value,"")}${ending}`}function quoted(value,before){const isPlain2=/^[A-Za-z0-9_.:/@+,=-]*$/.test(value);return isPlain2&&
before.startsWith('"')?`"${value}"`:isPlain2&&!before.startsWith("'")?value:value.includes("'")?`"${value.replaceAll(/["\\$]/g,character=>`\\${character}`)}"`:`\
'${value}'`}function variableIn(text,name){return text.split(`
`).map(each=>line.exec(each.replace(/\r$/,""))?.groups).findLast(groups=>groups?.name===name)?.value?.replace(/^(["'])(?<inner>.*)\1$/s,"$<inner>")}function withoutVariable(text,name){
return text.split(`
`).filter(each=>line.exec(each.replace(/\r$/,""))?.groups?.name!==name).join(`
`)}import{partPlaceholders,partVersion}from"./project.js";var j=class{diff(e2,n2,t={}){let s;typeof t=="function"?(s=t,t={}):"callback"in t&&(s=t.callback);const d=this.
castInput(e2,t),u=this.castInput(n2,t),a2=this.removeEmpty(this.tokenize(d,t)),r=this.removeEmpty(this.tokenize(u,t));return this.diffWithOptionsObj(a2,r,t,s)}diffWithOptionsObj(e2,n2,t,s){
var d;const u=i2=>{if(i2=this.postProcess(i2,t),s){setTimeout(function(){s(i2)},0);return}else return i2},a2=n2.length,r=e2.length;let l=1,o=a2+r;t.maxEditLength!=
null&&(o=Math.min(o,t.maxEditLength));const h=(d=t.timeout)!==null&&d!==void 0?d:1/0,P=Date.now()+h,c2=[{oldPos:-1,lastComponent:void 0}];let m2=this.extractCommon(
c2[0],n2,e2,0,t);if(c2[0].oldPos+1>=r&&m2+1>=a2)return u(this.buildValues(c2[0].lastComponent,n2,e2));let g=-1/0,v=1/0;const L3=()=>{for(let i2=Math.max(g,-l);i2<=
Math.min(v,l);i2+=2){let f;const C=c2[i2-1],p=c2[i2+1];C&&(c2[i2-1]=void 0);let x2=!1;if(p){const E=p.oldPos-i2;x2=p&&0<=E&&E<a2}const w=C&&C.oldPos+1<r;if(!x2&&
!w){c2[i2]=void 0;continue}if(!w||x2&&C.oldPos<p.oldPos?f=this.addToPath(p,!0,!1,0,t):f=this.addToPath(C,!1,!0,1,t),m2=this.extractCommon(f,n2,e2,i2,t),f.oldPos+
1>=r&&m2+1>=a2)return u(this.buildValues(f.lastComponent,n2,e2))||!0;c2[i2]=f,f.oldPos+1>=r&&(v=Math.min(v,i2-1)),m2+1>=a2&&(g=Math.max(g,i2+1))}l++};if(s)(function i2(){
setTimeout(function(){if(l>o||Date.now()>P)return s(void 0);L3()||i2()},0)})();else for(;l<=o&&Date.now()<=P;){const i2=L3();if(i2)return i2}}addToPath(e2,n2,t,s,d){
const u=e2.lastComponent;return u&&!d.oneChangePerToken&&u.added===n2&&u.removed===t?{oldPos:e2.oldPos+s,lastComponent:{count:u.count+1,added:n2,removed:t,previousComponent:u.
previousComponent}}:{oldPos:e2.oldPos+s,lastComponent:{count:1,added:n2,removed:t,previousComponent:u}}}extractCommon(e2,n2,t,s,d){const u=n2.length,a2=t.length;
let r=e2.oldPos,l=r-s,o=0;for(;l+1<u&&r+1<a2&&this.equals(t[r+1],n2[l+1],d);)l++,r++,o++,d.oneChangePerToken&&(e2.lastComponent={count:1,previousComponent:e2.lastComponent,
added:!1,removed:!1});return o&&!d.oneChangePerToken&&(e2.lastComponent={count:o,previousComponent:e2.lastComponent,added:!1,removed:!1}),e2.oldPos=r,l}equals(e2,n2,t){
return t.comparator?t.comparator(e2,n2):e2===n2||!!t.ignoreCase&&e2.toLowerCase()===n2.toLowerCase()}removeEmpty(e2){const n2=[];for(let t=0;t<e2.length;t++)e2[t]&&
n2.push(e2[t]);return n2}castInput(e2,n2){return e2}tokenize(e2,n2){return Array.from(e2)}join(e2){return e2.join("")}postProcess(e2,n2){return e2}get useLongestToken(){
return!1}buildValues(e2,n2,t){const s=[];let d;for(;e2;)s.push(e2),d=e2.previousComponent,delete e2.previousComponent,e2=d;s.reverse();const u=s.length;let a2=0,
r=0,l=0;for(;a2<u;a2++){const o=s[a2];if(o.removed)o.value=this.join(t.slice(l,l+o.count)),l+=o.count;else{if(!o.added&&this.useLongestToken){let h=n2.slice(r,r+
o.count);h=h.map(function(P,c2){const m2=t[l+c2];return m2.length>P.length?m2:P}),o.value=this.join(h)}else o.value=this.join(n2.slice(r,r+o.count));r+=o.count,
o.added||(l+=o.count)}}return s}},n=class extends j{tokenize(r){return r.slice()}join(r){return r}removeEmpty(r){return r}},arrayDiff=new n;function diffArrays(e2,r,f){
return arrayDiff.diff(e2,r,f)}var c=class extends j{constructor(){super(...arguments),this.tokenize=tokenize}equals(n2,e2,i2){return i2.ignoreWhitespace?((!i2.newlineIsToken||
!n2.includes(`
`))&&(n2=n2.trim()),(!i2.newlineIsToken||!e2.includes(`
`))&&(e2=e2.trim())):i2.ignoreNewlineAtEof&&!i2.newlineIsToken&&(n2.endsWith(`
`)&&(n2=n2.slice(0,-1)),e2.endsWith(`
`)&&(e2=e2.slice(0,-1))),super.equals(n2,e2,i2)}},lineDiff=new c;function diffLines(r,n2,e2){return lineDiff.diff(r,n2,e2)}function tokenize(r,n2){n2.stripTrailingCr&&
(r=r.replace(/\r\n/g,`
`));const e2=[],i2=r.split(/(\n|\r\n)/);i2[i2.length-1]||i2.pop();for(let s=0;s<i2.length;s++){const f=i2[s];s%2&&!n2.newlineIsToken?e2[e2.length-1]+=f:e2.push(
f)}return e2}function H(e2){for(let n2=0;n2<e2.length;n2++)if(e2[n2]<" "||e2[n2]>"~"||e2[n2]==='"'||e2[n2]==="\\")return!0;return!1}function x(e2){if(!H(e2))return e2;
let n2='"';const d=new TextEncoder().encode(e2);let u=0;for(;u<d.length;){const l=d[u];l===7?n2+="\\a":l===8?n2+="\\b":l===9?n2+="\\t":l===10?n2+="\\n":l===11?n2+=
"\\v":l===12?n2+="\\f":l===13?n2+="\\r":l===34?n2+='\\"':l===92?n2+="\\\\":l>=32&&l<=126?n2+=String.fromCharCode(l):n2+="\\"+l.toString(8).padStart(3,"0"),u++}return n2+=
'"',n2}var INCLUDE_HEADERS={includeIndex:!0,includeUnderline:!0,includeFileHeaders:!0};function structuredPatch(e2,n2,d,u,l,c2,t){let s;t?typeof t=="function"?s=
{callback:t}:s=t:s={},typeof s.context>"u"&&(s.context=4);const i2=s.context;if(s.newlineIsToken)throw new Error("newlineIsToken may not be used with patch-gene\
ration functions, only with diffing functions");if(s.callback){const{callback:o}=s;diffLines(d,u,Object.assign(Object.assign({},s),{callback:r=>{const b2=N(r);o(
b2)}}))}else return N(diffLines(d,u,s));function N(o){if(!o)return;o.push({value:"",lines:[]});function r(a2){return a2.map(function(f){return" "+f})}const b2=[];
let g=0,F=0,h=[],k=1,v=1;for(let a2=0;a2<o.length;a2++){const f=o[a2],w=f.lines||S(f.value);if(f.lines=w,f.added||f.removed){if(!g){const m2=o[a2-1];g=k,F=v,m2&&
(h=i2>0?r(m2.lines.slice(-i2)):[],g-=h.length,F-=h.length)}for(const m2 of w)h.push((f.added?"+":"-")+m2);f.added?v+=w.length:k+=w.length}else{if(g)if(w.length<=
i2*2&&a2<o.length-2)for(const m2 of r(w))h.push(m2);else{const m2=Math.min(w.length,i2);for(const E of r(w.slice(0,m2)))h.push(E);const y={oldStart:g,oldLines:k-
g+m2,newStart:F,newLines:v-F+m2,lines:h};b2.push(y),g=0,F=0,h=[]}k+=w.length,v+=w.length}}for(const a2 of b2)for(let f=0;f<a2.lines.length;f++)a2.lines[f].endsWith(
`
`)?a2.lines[f]=a2.lines[f].slice(0,-1):(a2.lines.splice(f+1,0,"\\ No newline at end of file"),f++);return{oldFileName:e2,newFileName:n2,oldHeader:l,newHeader:c2,
hunks:b2}}}function formatPatch(e2,n2){var d,u,l,c2,t,s;if(n2||(n2=INCLUDE_HEADERS),Array.isArray(e2)){if(e2.length>1&&!n2.includeFileHeaders&&!e2.every(o=>o.isGit))
throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes\
 are to which file?)");return e2.map(o=>formatPatch(o,n2)).join(`
`)}const i2=[];if(e2.isGit){if(n2=INCLUDE_HEADERS,!e2.oldFileName)throw new Error("oldFileName must be specified for Git patches");if(!e2.newFileName)throw new Error(
"newFileName must be specified for Git patches");let o=e2.oldFileName,r=e2.newFileName;e2.isCreate&&o==="/dev/null"?o=r.replace(/^b\//,"a/"):e2.isDelete&&r==="/\
dev/null"&&(r=o.replace(/^a\//,"b/")),i2.push("diff --git "+x(o)+" "+x(r)),e2.isDelete&&i2.push("deleted file mode "+((d=e2.oldMode)!==null&&d!==void 0?d:"10064\
4")),e2.isCreate&&i2.push("new file mode "+((u=e2.newMode)!==null&&u!==void 0?u:"100644")),e2.oldMode&&e2.newMode&&!e2.isDelete&&!e2.isCreate&&(i2.push("old mod\
e "+e2.oldMode),i2.push("new mode "+e2.newMode)),e2.isRename&&(i2.push("rename from "+x(((l=e2.oldFileName)!==null&&l!==void 0?l:"").replace(/^a\//,""))),i2.push(
"rename to "+x(((c2=e2.newFileName)!==null&&c2!==void 0?c2:"").replace(/^b\//,"")))),e2.isCopy&&(i2.push("copy from "+x(((t=e2.oldFileName)!==null&&t!==void 0?t:
"").replace(/^a\//,""))),i2.push("copy to "+x(((s=e2.newFileName)!==null&&s!==void 0?s:"").replace(/^b\//,""))))}else n2.includeIndex&&e2.oldFileName==e2.newFileName&&
e2.oldFileName!==void 0&&i2.push("Index: "+e2.oldFileName),n2.includeUnderline&&i2.push("===================================================================");const N=e2.
hunks.length>0;n2.includeFileHeaders&&e2.oldFileName!==void 0&&e2.newFileName!==void 0&&(!e2.isGit||N)&&(i2.push("--- "+x(e2.oldFileName)+(e2.oldHeader?"	"+e2.oldHeader:
"")),i2.push("+++ "+x(e2.newFileName)+(e2.newHeader?"	"+e2.newHeader:"")));for(let o=0;o<e2.hunks.length;o++){const r=e2.hunks[o],b2=r.oldLines===0?r.oldStart-1:
r.oldStart,g=r.newLines===0?r.newStart-1:r.newStart;i2.push("@@ -"+b2+","+r.oldLines+" +"+g+","+r.newLines+" @@");for(const F of r.lines)i2.push(F)}return i2.join(
`
`)+`
`}function createTwoFilesPatch(e2,n2,d,u,l,c2,t){if(typeof t=="function"&&(t={callback:t}),t?.callback){const{callback:s}=t;structuredPatch(e2,n2,d,u,l,c2,Object.
assign(Object.assign({},t),{callback:i2=>{s(i2?formatPatch(i2,t.headerOptions):void 0)}}))}else{const s=structuredPatch(e2,n2,d,u,l,c2,t);return s?formatPatch(s,
t?.headerOptions):void 0}}function S(e2){const n2=e2.endsWith(`
`),d=e2.split(`
`).map(u=>u+`
`);return n2?d.pop():d.push(d.pop().slice(0,-1)),d}import{durationText as durationText4}from"./terminal.js";var classPattern=/^(?:db\.)?(?<family>[a-z]+\d+[a-z0-9]*)\.(?<size>[a-z0-9]+)$/;
function className(text){return text.replace(/^db\./,"")}function readInstanceClass(text){const groups=classPattern.exec(text)?.groups,{family,size}=groups??{};
if(family===void 0||size===void 0)return;const[,kind="",traits=""]=/^([a-z]+)\d+([a-z0-9]*)$/.exec(family)??[],cores=coresOf(size);return{family,size,architecture:traits.
includes("g")?"arm64":"x86_64",hasLocalDisks:traits.includes("d"),memory:kind==="t"?burstableMemory[size]:cores===void 0?void 0:memoryOf(kind,traits,cores)}}var burstableMemory={
micro:1,small:2,medium:4,large:8,xlarge:16,"2xlarge":32};function coresOf(size){if(size==="medium")return 1;if(size==="large")return 2;const groups=/^(?<times>\d*)xlarge$/.
exec(size)?.groups;return groups===void 0?void 0:4*Number(groups.times===""?1:groups.times)}function memoryOf(kind,traits,cores){switch(kind){case"c":return cores*
2;case"m":return cores*4;case"r":return cores*8;case"x":return traits.includes("e")||traits.includes("g")?cores*16:cores*15.25;default:return}}import{readTextFile}from"./start.js";
import{L,a,b,e,i}from"./project.js";import{array,lazy as lazy2,looseObject,object,record,string as string2,unknown}from"./start.js";import{SystemFailure as SystemFailure3,
UserError as UserError2}from"./start.js";const{extname,resolve}=process.getBuiltinModule("node:path");function traceOf(migrations2){if(migrations2.kind==="unkno\
wn")return{};const{applied,jobs}=migrations2;return{...applied===void 0?{}:{applied},...migrations2.kind==="pending"?{next:migrations2.next}:{},...jobs===void 0?
{}:{jobs:jobs.map(({id})=>id)}}}function startedSince(before,now){switch(now.kind){case"unknown":return;case"running":return`the migration ${now.current} is run\
ning or queued`;case"failed":return`the migration ${now.current} was started and failed: ${now.error}`;case"pending":case"done":return appliedSince(before,now)??
queuedSince(before,now)??movedSince(before,now)}}function appliedSince({applied},now){if(!(applied===void 0||now.applied===void 0||applied===now.applied))return`\
the newest completed migration is ${now.applied}, before it was ${applied}`}function queuedSince({jobs:before},now){const next2=now.kind==="pending"?now.next:void 0,
job=now.jobs?.find(({id,migration})=>migration===next2||before!==void 0&&!before.includes(id));return job===void 0?void 0:`there is a job for the migration ${job.
migration} (${job.state})`}function movedSince({next:next2},now){if(next2!==void 0)return now.kind==="done"?`the migration ${next2} was pending, and nothing is \
pending now`:now.next===next2?void 0:`the migration ${next2} was pending, and now ${now.next} is`}var appliedUnknown="the migrations probe does not report which\
 migration is the newest complete one";function cannotShow({applied},now){return now.kind==="unknown"?now.reason:now.applied===void 0?appliedUnknown:applied===void 0?
"it is not known which migration was the newest complete one before the deploy":void 0}function traceBefore(situation,environment){const{standing,observation}=situation,
kept=sinceReplaced(situation,environment).filter(entry2=>showsBefore(entry2,situation)),started=kept.find(entry2=>isOf(entry2,"deploying")),before=started===void 0?
kept:kept.filter(({sequence})=>sequence<=started.sequence),seenNow=started===void 0&&standing.kind==="on-from"?[traceOf(observation.migrations)]:[],seen=[...before.
map(({event})=>keptIn(event)),...seenNow];return Object.assign({},...environment==="production"?seen:seen.toReversed())}function showsBefore(entry2,{hop}){return isOf(
entry2,"checked")?entry2.event.version===hop.from:isOf(entry2,"deployed")?entry2.event.release==="from":isOf(entry2,"deploying")&&entry2.event.release==="to"}function traceDeployed(situation,environment){
const deployed=sinceReplaced(situation,environment).findLast(entry2=>isOf(entry2,"deployed")&&entry2.event.release==="to");return keptIn(deployed?.event)}function sinceReplaced({
record:record22},environment){const here2=inEnvironment(record22.entries,environment),replacing=environment==="production"?["rolled-back"]:["restored","carried-\
over"];return here2.slice(here2.findLastIndex(({event})=>replacing.includes(event.type))+1)}function keptIn(event){if(event===void 0)return{};const{applied,next:next2,
jobs}=event;return{...applied===void 0?{}:{applied},...next2===void 0?{}:{next:next2},...jobs===void 0?{}:{jobs}}}function standingOf(observation,hop,labels){if(observation.
version.kind==="unknown")return{kind:"unknown",reason:observation.version.reason};const version=observation.version.value;if(version===hop.from)return{kind:"on-\
from"};if(version===hop.to)return{kind:"on-to"};const at=labels.indexOf(version);return at===-1?{kind:"off-path",version}:at<labels.indexOf(hop.from)?{kind:"ear\
lier",version}:{kind:"later",version}}function situationOf({entries,...parts}){const record22=recordOf(entries,parts.hop);return{...parts,retry:parts.retry===!0,
record:record22,startedMigrations:startedMigrations(entries,parts.hop.from),unfinishedRollback:unfinishedRollback(entries),marks:newestMarks(entries),standing:standingOf(
parts.observation,parts.hop,plannedLabels(entries)),rehearsal:parts.traits.waiver===void 0?countedRehearsal(entries,record22,parts):{kind:"waived",because:parts.
traits.waiver},promotion:halted(promotionOf(record22),entries)}}function countedRehearsal(entries,record22,terms){const rehearsal=rehearsalOf(entries,record22,terms.
traits);return isFoundHalfDone(record22,promotionOf(record22))?rehearsal:expired(rehearsal,terms)}function halted(promotion,entries){const restoring=unfinishedRestore(
entries);return restoring===void 0?promotion:{...promotion,...{deployed:void 0,migrating:void 0,waited:void 0,completed:void 0},...{smoked:!1,inPlace:!1},restoring,
restored:wasRestored(entries,restoring)}}function isFoundHalfDone({hop,entries},{deployStarted}){return deployStarted&&latest(entries,"checked")?.event.version!==
hop.from}function expired(rehearsal,{now,rehearsalMaxAge}){if(rehearsal.kind!=="passed")return rehearsal;const age=ageInMilliseconds(rehearsal.dataAt,now);return age<=
rehearsalMaxAge?rehearsal:{kind:"void",because:`it was made on data from ${hoursOrDays(age)} ago (${dayTime7(rehearsal.dataAt)}), and "rehearsal.max-age" allows\
 ${hoursOrDays(rehearsalMaxAge)}`}}function hoursOrDays(milliseconds){const hours=milliseconds/36e5;return hours<48?`${hours.toFixed(1)} hours`:`${(hours/24).toFixed(
1)} days`}function ageInMilliseconds(at,now){return now.getTime()-new Date(at).getTime()}function namedStates(entries){const hops=entries.flatMap(entry2=>isOf(entry2,
"planned")?entry2.event.hops:[]),named2=new Map;for(const hop of hops)for(const side of["from","to"]){const state=namedStateOf(hop,side);state!==void 0&&named2.
set(JSON.stringify([state.label,state.parts]),state)}return[...named2.values()]}function namedStateOf(hop,side){const release=hop.releases?.[side],label2=hop[side];
return release===void 0||release===label2?void 0:{label:label2,release,parts:hop.parts?.[side]??{}}}function candidates(release,states){return states.filter(state=>state.
release===release)}function labelOf(release,readings,states){const compared2=candidates(release,states).map(({label:label2,parts})=>({label:label2,fit:fitOf(parts,
readings)})),same=compared2.find(({fit})=>fit.kind==="same");if(same!==void 0)return{kind:"known",value:same.label};for(const{label:label2,fit}of compared2)if(fit.
kind==="unknown")return{kind:"unknown",reason:`${release} answers, and whether it is ${label2} could not be determined: the part "${fit.part}" could not be read\
 (${fit.reason})`};return{kind:"known",value:release}}function fitOf(parts,readings){const shown2=Object.entries(parts).flatMap(([part,version])=>{const reading=readings[part];
return reading===void 0?[]:[{part,version,reading}]});if(shown2.some(({version,reading})=>reading.kind==="known"&&reading.value!==version))return{kind:"other"};
for(const{part,reading}of shown2)if(reading.kind==="unknown")return{kind:"unknown",part,reason:reading.reason};return{kind:shown2.length===0?"other":"same"}}async function observe(probes,now,signal){
const answering=probes.version(signal).then(text=>text.kind==="known"?probes.readLabel(text.value):text),[version,serving,status]=await Promise.all([answering,probes.
health(signal),probes.migrations?.(signal,answering)]);return{at:now().toISOString(),version,serving,migrations:status??derived(version,serving)}}function derived(version,serving){
return version.kind==="unknown"?version:serving.kind==="yes"?{kind:"done",assumed:!0}:{kind:"unknown",reason:serving.reason}}function stagesSource(stages,title){
return{stateOf:seen=>stateOf(stages,seen),pathTo:(current,target)=>pathTo(stages,title,current,target)}}function stateOf(stages,seen){const reasons=[];for(const{
name,parts}of stages.toReversed()){const reached=seen[name]??{kind:"unknown",reason:"it was not probed"};if(reached.kind==="yes")return{kind:"known",value:{label:name,
parts}};if(reached.kind==="unknown"){const{reason:reason3,refused}=reached;return{kind:"unknown",reason:`whether the stage "${name}" is reached could not be det\
ermined: ${reason3}`,...refused===void 0?{}:{refused}}}reasons.unshift(`"${name}": ${reached.reason}`)}return{kind:"unknown",reason:`none of its stages is reach\
ed (${reasons.join("; ")})`}}function pathTo(stages,title,current,target){const places=new Map(stages.map(({name},place2)=>[name,place2])),from=places.get(current.
label);if(from===void 0)return unknownStage("current",current.label,stages,title);const to=isLast(target)?stages.length-1:places.get(target);if(to===void 0)return unknownStage(
"target",target,stages,title);const ends={current:current.label,target:stages[to]?.name??target,details:detailsOf(stages,title)};if(to===from){const last=to===stages.
length-1?", the last stage":"";return{...ends,kind:"already-there",message:{happened:`${title} is at "${ends.target}"${last}.`,means:"There is nothing to do.",next:last===
""?`The stages after it are ${namesOf(stages.slice(to+1))}.`:""}}}if(to<from){const back=hopId2(stages[from-1]?.name??"",current.label);return{...ends,kind:"dow\
ngrade",message:{happened:`"${ends.target}" is before "${current.label}", where ${title} is.`,means:"A path only goes forward, so none was planned.",next:`To co\
ntinue, name a target from ${current.label} on. To go back one stage that was climbed by this tool: staged-upgrade rollback --hop ${back}; it says whether it is\
 possible to go back from that stage. What was moved by hand is moved back by hand.`}}}return{...ends,kind:"path",steps:stepsOf(stages,current,{from,to}),notes:[]}}
function isLast(target){return target==="newest"}function stepsOf(stages,current,{from,to}){let{parts}=current;return stages.slice(from+1,to+1).map((stage,index)=>{
const{name,title,reason:reason3,url,manual}=stage,before=parts;parts={...before,...stage.parts};const hasParts=Object.keys(parts).length>0;return{from:stages[from+
index]?.name??current.label,to:name,tag:name,reasons:[{rule:"stages",text:`${title}: ${reason3}`,...url===void 0?{}:{url}}],manual,notes:[],parts:[],...hasParts?
{partVersions:{from:before,to:parts}}:{}}})}function unknownStage(which,asked,stages,title){return{kind:"unknown-release",which,asked,message:{happened:which===
"current"?`"${asked}" is not a stage of ${title}.`:`The target "${asked}" is not a stage of ${title}.`,means:"No path was planned.",next:`Its stages are, in ord\
er: ${namesOf(stages)}. "newest" is the last of them.`},nearest:{},details:detailsOf(stages,title)}}function detailsOf(stages,title){return{source:`the definiti\
on of ${title}`,releases:stages.length,unit:"stage",ignored:[],leftOut:[],unknownFacts:[],idle:[]}}function namesOf(stages){return stages.map(({name})=>name).join(
", ")}var noReaderSetting="none";function topology(instances,writer,readers,setting){const classes=[...new Set(readers.map(className))].toSorted(),isOwn=classes.
length>1||classes.length===1&&classes[0]!==className(writer);if(instances<1||instances===1!=(classes.length===0))throw new Error(`${instances} instances cannot \
have readers of ${classes.length} classes`);return{instances,writer:className(writer),readers:classes,hasReaderSetting:isOwn||setting&&instances>1}}function labelOf2({
instances,writer,readers,hasReaderSetting}){const all=`${instances}x-${writer}`;return hasReaderSetting?`${all}+reader-${readers.join("+")}`:all}function topologyText({
instances,writer,readers,hasReaderSetting}){const all=`${instances}\xD7${writer}`;if(!hasReaderSetting)return all;const[only]=readers;return readers.length===1&&
only===writer?`${all}, with the reader setting`:`${all} \u2192 ${readers.length===1?"reader":"readers"} ${readers.join(", ")}`}var labelPattern=/^(?<instances>[1-9]\d?)x-(?<writer>[a-z0-9.]+)(?:\+reader-(?<readers>[a-z0-9.+]+))?$/;
function readLabel(label2){const groups=labelPattern.exec(label2)?.groups;if(groups?.instances===void 0||groups.writer===void 0)return;const{instances:count,writer,
readers:written22}=groups,instances=Number(count),readers=written22===void 0?instances>1?[writer]:[]:written22.split("+");if([writer,...readers].some(each=>readInstanceClass(
each)===void 0)||instances===1&&readers.length>0)return;const read2=topology(instances,writer,readers,written22!==void 0);return labelOf2(read2)===label2?read2:
void 0}function partsOf({instances,writer,readers,hasReaderSetting}){return{instances:String(instances),writer,reader:hasReaderSetting?readers.join("+"):noReaderSetting}}
function stateOfTopology(each){return{label:labelOf2(each),parts:partsOf(each)}}function stateOf2(seen){const read2=topologyOf(seen);return read2.kind==="known"?
{kind:"known",value:stateOfTopology(read2.value)}:read2}function topologyOf(seen){const{cluster,members,declared:declared2}=seen,unknown22=reason3=>({kind:"unkn\
own",reason:reason3});if(members.length===0)return unknown22(`the cluster "${cluster.id}" has no instances`);if(cluster.status!=="available")return unknown22(`t\
he cluster "${cluster.id}" is ${cluster.status}`);const changing=members.find(({status})=>status!=="available");if(changing!==void 0)return unknown22(changingText(
changing));const waiting6=members.find(({pending})=>pendingClass(pending)!==void 0);if(waiting6!==void 0)return unknown22(`the instance "${waiting6.id}" (${className(
waiting6.instanceClass)}) has not changed to ${className(pendingClass(waiting6.pending)??"")} yet`);const unknownClass=members.find(({instanceClass})=>readInstanceClass(
instanceClass)===void 0);if(unknownClass!==void 0)return unknown22(`the instance "${unknownClass.id}" has the class ${unknownClass.instanceClass}, which has no \
size that could be compared with another`);const first=declaredFirst(seen);if(first===void 0)return unknown22(`none of the instances of "${cluster.id}" is its w\
riter: a failover may be under way`);const readers=members.filter(({id})=>id!==first.id).map(({instanceClass})=>className(instanceClass)),setting=declared2.kind===
"known"?declared2.value.reader:void 0,isByOwnSetting=setting!==void 0&&readers.every(each=>each===className(setting));return{kind:"known",value:topology(members.
length,first.instanceClass,readers,isByOwnSetting)}}function changingText({id,status,instanceClass,pending}){const to=pendingClass(pending),change=to===void 0?"":
`, from ${className(instanceClass)} to ${className(to)}`;return`the instance "${id}" is ${status}${change}`}function pendingClass(pending){return pending.DBInstanceClass}
function declaredFirst({members,declared:declared2}){const tiers=members.map(({tier})=>tier??Number.POSITIVE_INFINITY),lowest=Math.min(...tiers),preferred=members.
filter(({tier})=>tier===lowest);if(preferred.length===1)return preferred[0];if(declared2.kind==="known"){const{writer,reader}=declared2.value,ofWriter=members.filter(
({instanceClass})=>className(instanceClass)===className(writer));if(reader!==void 0&&className(reader)!==className(writer)&&ofWriter.length===1)return ofWriter[0]}
return members.find(({role})=>role==="writer")}function writerOf({members}){return members.find(({role})=>role==="writer")}function onlyZone({members}){const zones=new Set(
members.map(({zone})=>zone));return zones.size===1?[...zones][0]:void 0}function successorsOf({members}){const readers=members.filter(({role,status})=>role==="r\
eader"&&status==="available"),lowest=Math.min(...readers.map(({tier})=>tier??Number.POSITIVE_INFINITY)),first=readers.filter(({tier})=>tier===lowest),sizes=first.
map(({instanceClass})=>readInstanceClass(instanceClass)?.memory);if(sizes.includes(void 0))return first;const largest=Math.max(...sizes.map(size=>size??0));return first.
filter((_,index)=>sizes[index]===largest)}function failoverText(seen){if(seen.members.filter(({role})=>role==="reader").length===0)return"There is no reader to \
fail over to.";const all=successorsOf(seen),[first,...others]=all;if(first===void 0)return"";const names=all.map(({id})=>`"${id}"`).join(" or "),writer=writerOf(
seen),zone=writer?.zone!==void 0&&all.every(({zone:zone2})=>zone2===writer.zone)?`, in the zone of the writer (${writer.zone})`:"",any=others.length===0?"":": t\
heir failover tier and size are the same";return`A failover would go to ${names}${zone}${any}.`}function membersText({members}){return members.map(({id,instanceClass,
role,zone,tier,lag})=>{const where=zone===void 0?"":` in ${zone}`,rank=tier===void 0?"":`, failover tier ${tier}`,behind=lag===void 0?"":`, ${durationText4(lag)}\
 behind`;return`${id} (${className(instanceClass)}, ${role}${where}${rank}${behind})`}).join(", ")}function clusterText(seen){return`The cluster has ${membersText(
seen)}. ${failoverText(seen)}`.trimEnd()}function declaredTopology({instances,writer,reader}){return topology(instances,writer,instances===1?[]:[reader??writer],
reader!==void 0)}function unusableDeclaration({declared:declared2}){if(declared2.kind==="unknown")return declared2.reason;const{instances,reader}=declared2.value;
return instances===1&&reader!==void 0?`the configuration file declares one instance and a class for readers (${className(reader)}), which nothing has: whoever a\
dds a reader would get that class unawares`:void 0}function driftFrom(seen,accepted2=[]){const unusable=unusableDeclaration(seen);if(unusable!==void 0||seen.declared.
kind==="unknown")return unusable;const live=topologyOf(seen),file2=declaredTopology(seen.declared.value);if([...live.kind==="known"?[live.value]:[],...accepted2].
map(labelOf2).includes(labelOf2(file2)))return;const cluster=live.kind==="known"?`the cluster is ${topologyText(live.value)}`:live.reason;return`the configurati\
on file declares ${topologyText(file2)}, and ${cluster}: the checkout may lack the commit of the hop before, or somebody has changed one of the two`}function hopsTo(start,goal){
const hops=[];let from=start;for(;;){const next2=nextHop(from,goal);if(next2===void 0)return hops;hops.push(next2),from=next2.to}}function nextHop(from,{instances,
instanceClass}){const{writer,readers,hasReaderSetting}=from,hop=(change,to)=>({change,from,to}),isUniform=readers.length<=1;if(from.instances===1&&(instances>1||
writer!==instanceClass)||from.instances<instances&&isUniform){const count=Math.max(instances,2);return hop("add-instances",topology(count,writer,readers.length===
0?[writer]:readers,hasReaderSetting))}if(from.instances>1&&(!isUniform||readers[0]!==instanceClass))return hop("reader",topology(from.instances,writer,[instanceClass],
!0));if(writer!==instanceClass)return hop("writer",topology(from.instances,instanceClass,readers,!0));if(hasReaderSetting)return hop("reader-setting",topology(from.
instances,writer,readers,!1));if(from.instances>instances)return hop("remove-instances",topology(instances,writer,instances===1?[]:readers,!1))}function changeBetween(from,to){
const isSameReaders=from.readers.join()===to.readers.join();return from.instances!==to.instances?from.writer===to.writer&&(isSameReaders||from.instances===1||to.
instances===1)?from.instances<to.instances?"add-instances":"remove-instances":void 0:from.writer!==to.writer?isSameReaders?"writer":void 0:isSameReaders?from.hasReaderSetting===
to.hasReaderSetting?void 0:"reader-setting":"reader"}var minute=6e4,day=1440*minute,week=7*day,days=["sun","mon","tue","wed","thu","fri","sat"],windowPattern=/^(?<from>[a-z]{3}):(?<fromHour>\d\d):(?<fromMinute>\d\d)-(?<to>[a-z]{3}):(?<toHour>\d\d):(?<toMinute>\d\d)$/;
function untilWindow(window,now){const groups=windowPattern.exec(window.toLowerCase())?.groups;if(groups===void 0)return;const start=ofWeek(groups.from,groups.fromHour,
groups.fromMinute),end=ofWeek(groups.to,groups.toHour,groups.toMinute);if(start===void 0||end===void 0)return;const since=(now.getUTCDay()*day+now.getTime()%day-
start+week)%week,length=(end-start+week)%week;return since<length?0:(week-since)%week}function ofWeek(name="",hour="",minutes=""){const place2=days.indexOf(name);
return place2===-1?void 0:place2*day+Number(hour)*60*minute+Number(minutes)*minute}var marginMilliseconds=60*6e4;function hopObstacle(seen,{from,to,isBack,now}){
const[before,after2]=[readLabel(from),readLabel(to)];if(before===void 0||after2===void 0)return;const drift=driftFrom(seen,[before,after2]);if(drift!==void 0)return driftMessage(
drift);const change={before,after:after2,isBack};return roleMessage(seen,change)??zoneMessage(seen,change)??windowMessage(seen,before,after2,now)}function driftMessage(drift){
return{happened:`${drift.slice(0,1).toUpperCase()}${drift.slice(1)}.`,means:"A deploy of this checkout would undo one of the two. Nothing was changed.",next:"Ch\
eck out the branch with the newest commit of that file (or merge its pull request), or correct the file, then run again."}}function roleMessage(seen,{before,after:after2,
isBack}){const change=changeBetween(before,after2),[first,writer]=[declaredFirst(seen),writerOf(seen)];if(first===void 0||writer===void 0||change===void 0)return;
const others=seen.members.filter(({id})=>id!==writer.id);if(change==="remove-instances")return writer.id===first.id?void 0:failOver(seen,first,`"${writer.id}" t\
akes the writes, and it is one of the instances that this change would remove.`);if(!(change==="writer"==(writer.id===first.id)&&(change==="writer"||change==="r\
eader"))||isBack)return;const wanted=change==="writer"?after2.writer:after2.readers[0],unready=others.find(({instanceClass})=>className(instanceClass)!==wanted);
if(unready===void 0)return;const happened=`"${writer.id}" takes the writes, and this change would resize it before "${unready.id}", which it would fail over to.`;
return first.id===writer.id?{happened,means:"The application would be on an instance of the old size meanwhile. Nothing was changed.",next:"Start a new run: it \
plans the readers first."}:failOver(seen,first,happened)}function failOver({cluster},to,happened){return{happened,means:`After a failover, the instance that is \
declared as the writer ("${to.id}") is a reader. Nothing was changed.`,next:`Fail over to it in a quiet minute, which interrupts writes for some seconds: aws rd\
s failover-db-cluster --db-cluster-identifier ${cluster.id} --target-db-instance-identifier ${to.id}. Then run again.`}}function zoneMessage(seen,{before,after:after2,
isBack}){const zone=onlyZone(seen);if(!(isBack||zone===void 0||seen.oneZone!==void 0||changeBetween(before,after2)!=="writer"))return{happened:`All ${seen.members.
length} instances are in the zone ${zone}, and this change makes the cluster fail over.`,means:"There is no reader in another zone to fail over to: an outage of\
 that zone in the meantime would be one of the database. Nothing was changed.",next:'Have a reader in another zone (delete one and have the application add it a\
gain; its subnet group must span several zones), or write into the topology why one zone is accepted: one-zone: "\u2026".'}}function windowMessage(seen,before,after2,now){
const change=changeBetween(before,after2);if(!(change===void 0||change==="reader-setting"))for(const{of,window,due}of seen.maintenance){const until=untilWindow(
window,now);if(!(due.length===0||until===void 0||until>marginMilliseconds))return{happened:`Maintenance of ${of} is due (${due.join(", ")}), and its window (${window}\
 UTC) ${until===0?"is open":`opens in ${durationText4(until)}`}.`,means:"An instance could be taken down while another is resized. Nothing was changed.",next:"R\
un again when the maintenance is done; or apply it now, or defer it, in the console of RDS."}}}function unfitness(seen,{maxLag}){const{cluster,members}=seen,waiting6=[
...Object.entries(cluster.pending).map(([what,to])=>`${what} of the cluster (${to})`),...members.flatMap(({id,pending})=>Object.entries(pending).filter(([what])=>what!==
"DBInstanceClass").map(([what,to])=>`${what} of "${id}" (${to})`))],unwell=[...cluster.status==="available"?[]:[`the cluster "${cluster.id}" is ${cluster.status}`],
...members.filter(({status})=>status!=="available").map(({id,status})=>`the instance "${id}" is ${status}`)],behind=members.filter(({lag})=>lag!==void 0&&lag>maxLag);
return[...unwell,...waiting6.length===0?[]:[`changes of somebody else wait for the maintenance window and would be applied along with this one: ${waiting6.join(
", ")}`],...seen.lagUnknown===void 0?[]:[`how far the readers are behind could not be determined: ${seen.lagUnknown}`],...behind.map(({id,lag=0})=>`the reader "${id}\
" is ${durationText4(lag)} behind the writer, and a failover waits for it`)]}var maxLagMilliseconds=1e4;function topologyProbes(probe,health){const look=shared(
signal=>probe.look(signal));return{version:async signal=>{const seen=await look(signal);if(seen.kind==="unknown")return seen;const state=stateOf2(seen.value);return state.
kind==="known"?{kind:"known",value:state.value.label}:state},health:async signal=>{const[seen,answering]=await Promise.all([look(signal),health?.(signal)]),fit=fitness(
seen);return fit.kind==="yes"?answering??fit:fit},readLabel:label2=>({kind:"known",value:label2})}}function fitness(seen){if(seen.kind==="unknown")return seen;const reasons=unfitness(
seen.value,{maxLag:maxLagMilliseconds});return reasons.length===0?{kind:"yes"}:{kind:"no",reason:reasons.join("; ")}}function shared(ask2){let underWay;return async signal=>(underWay??=
ask2(signal).finally(()=>{underWay=void 0}),await underWay)}async function topologyOutlook(probe,{from,to,version},{clock,signal}){const seen=await probe.look(signal);
if(seen.kind==="unknown")return{obstacle:void 0,details:[]};const isBack=version===from,[before,after2]=isBack?[to,from]:[from,to];return{obstacle:hopObstacle(seen.
value,{from:before,to:after2,isBack,now:clock.now()}),details:[clusterText(seen.value)]}}function intendedBy({from,to,version}){const[before,after2]=(version===
from?[to,from]:[from,to]).map(readLabel);switch(before&&after2&&changeBetween(before,after2)){case"add-instances":return["added"];case"remove-instances":return[
"removed"];case"reader":case"writer":return["changed"];default:return[]}}function guardedDeployer(deployer,probe,target,clock){const{preview}=deployer;return{...deployer,
...preview&&{preview:request=>preview({...request,intended:intendedBy(target)})},deploy:async request=>{const{obstacle}=await topologyOutlook(probe,target,{clock,
signal:request.signal});if(obstacle!==void 0)throw new SystemFailure3(obstacle);return await deployer.deploy({...request,intended:intendedBy(target)})}}}function stageTests(product,{
version}){return hasStages(product)?product.stages.find(({name})=>name===version)?.smoke??[]:[]}function stateProbes(product,openProbe,topology2){if(hasVersions(
product))return{version:openProbe(product.probes.version,"version probe"),health:openProbe(product.probes.health,"health probe"),readLabel:text=>labelOfVersion(
text,product.versions,product.title)};const{probes}=product,health=probes.health&&openProbe(probes.health,"health probe");if(!hasStages(product))return topologyProbes(
topology2(),health);const{stages,title}=product,source=stagesSource(stages,title),reached=stages.map(({name,reached:part})=>[name,openProbe(part,`probe of the s\
tage "${name}"`)]);return{version:async signal=>{const seen=await Promise.all(reached.map(async([name,probe])=>[name,await probe(signal)])),state=source.stateOf(
Object.fromEntries(seen));return state.kind==="known"?{kind:"known",value:state.value.label}:state},health:health??(async()=>({kind:"yes"})),readLabel:label2=>({
kind:"known",value:label2})}}function stageDeployer({stages,title},{to,version},common){const stage=stages.find(({name})=>name===to),forward=version===to,part=forward?
stage?.deploy??common:stage?.back,key=forward?"deploy":"back",where=`the ${key} of the stage "${to}" of ${title}`;if(part!==void 0)return{part,where};throw new UserError2(
{happened:`The definition of ${title} does not say how ${forward?`the stage "${to}" is reached`:`one goes back from the stage "${to}"`}.`,means:"Nothing was don\
e.",next:`Add "${key}" to that stage.`})}function openLiveSystem(project,environment,entries){const{configuration,product,effects}=project,settings=settingsOf2(
configuration,environment),base=`environments.${environment}`,context=(where,placeholders={})=>({effects,where,placeholders:{system:configuration.system,environment,
...placeholders},...hasVersions(product)?{releases:product.versions}:{}}),address2=()=>settings.url===void 0?{}:{url:effects.variables.fill(settings.url,`${base}\
.url`).replace(/\/+$/,"")};let opened;const tokens=()=>(opened??=Object.fromEntries(Object.entries(settings.access).flatMap(([name,part])=>typeof part=="string"?
[]:[[`access.${name}`,part.open(context(`${base}.access.${name}`,address2()))]])),opened),probeContext=(where,placeholders={})=>{const access2=Object.entries(settings.
access).flatMap(([name,value])=>typeof value=="string"?accessPlaceholders(name,effects.variables.fill(value,`${base}.access.${name}`)):[]);return{...context(where,
{...address2(),...Object.fromEntries(access2),...placeholders}),tokens:tokens()}},openProbe=(part,name)=>part.open(probeContext(`the ${name} of ${product.title}\
 (${environment})`)),configuredDeployer=()=>needed(settings.deploy,`${base}.deploy`,`What puts a release in place on ${environment}`).open(context(`${base}.depl\
oy`)),serverLog2=since=>since===void 0?{}:{serverLog:{read:async(onLine,signal)=>{const{logs}=configuredDeployer();if(logs===void 0)throw noLog(base);await logs(
{since,onLine,signal})}}},deployer=target=>{if(hasStages(product)&&target!==void 0){const{part,where}=stageDeployer(product,target,settings.deploy);return part.
open(probeContext(`${where} (${environment})`))}return hasTopology(product)&&target!==void 0?guardedDeployer(configuredDeployer(),topology2(),target,effects.clock):
configuredDeployer()};let opening;const topology2=()=>{const use=`What ${product.title} consists of on ${environment}`,probe=opening??needed(settings.topology,`${base}\
.topology`,use).open(context(`${base}.topology`));return opening=probe,probe};let probing;const probes=()=>(probing??={...stateProbes(product,openProbe,topology2),
migrations:product.probes.migrations&&openProbe(product.probes.migrations,"migrations probe")},probing),observeParts=async signal=>{const readings=Object.entries(
product.probes.parts??{}).map(async([name,part])=>[name,partReading(name,await openProbe(part,`probe of ${name}`)(signal))]);return Object.fromEntries(await Promise.
all(readings))};let states;const named2=()=>(states??=namedStates(entries),states);return{environment,observe:async signal=>{const seen=await observe(probes(),()=>effects.
clock.now(),signal),{version}=seen;if(version.kind==="unknown")return seen;const states2=candidates(version.value,named2());return states2.length===0?seen:{...seen,
version:labelOf(version.value,await observeParts(signal),states2)}},observeParts,get health(){const{health}=product.probes;if(health!==void 0)return hasTopology(
product)?openProbe(health,"health probe"):probes().health},get writes(){if(!hasTopology(product))return;const{writes}=product.probes;return writes&&openProbe(writes,
"probe of writes")},get topology(){return hasTopology(product)?topology2():void 0},outlook:async(target,signal)=>hasTopology(product)?await topologyOutlook(topology2(),
target,{clock:effects.clock,signal}):{obstacle:void 0,details:[]},data:()=>openData(project,environment),deployer,deployerLogs:()=>settings.deploy===void 0?void 0:
configuredDeployer().logs,place:target=>settings.deploy===void 0&&!hasStages(product)?void 0:deployer(target),measures:placeholders=>[...product.baseline,...configuration.
baseline].map(part=>part.open(probeContext("baseline",placeholders))),smokeTests:(placeholders,since)=>[...product.smoke,...stageTests(product,placeholders),...configuration.
smoke].map(test=>test.open({...probeContext("smoke",placeholders),...serverLog2(since)})),evidence:()=>[...answersOfProbes(project.productDocument.probes),...product.
evidence].map(source=>openEvidence(source,probeContext(`the evidence "${source.name}"`))),starter:()=>product.migrations&&openProbe(product.migrations.start,"st\
art of the migrations"),context}}function noLog(base){return new SystemFailure3({happened:`"${base}.deploy" does not say how to show the log of the server`,means:"\
It is not known what it has logged.",next:'Add "logs" to it, a command that prints the log.'})}function accessPlaceholders(name,value){return[[`access.${name}`,
value],[`access.${name}.header`,`Bearer ${value}`]]}function partReading(name,text){if(text.kind==="unknown")return text;const version=text.value.trim().replace(
/^v(?=\d)/,"");return partVersion.safeParse(version).success?{kind:"known",value:version}:{kind:"unknown",reason:`what the probe of "${name}" reads is not a ver\
sion`}}var otherForm={kind:"impossible",reason:"writes it in a form that only a person should change"};function yamlValue(text,path){const document=parsed(text);
return document.errors.length>0?void 0:valueIn(document.toJS(),path)}function isYaml(text){return parsed(text).errors.length===0}function withYamlValue(text,path,value){
const document=parsed(text);return document.errors.length>0?{kind:"impossible",reason:"is not YAML"}:checked(text,setIn(text,document,path,value),plain3=>setPlain(
plain3,path,value))}function withoutYamlKey(text,path){const document=parsed(text);return document.errors.length>0?{kind:"impossible",reason:"is not YAML"}:checked(
text,removeIn(text,document,path),plain3=>removePlain(plain3,path))}function parsed(text){return a(text,{keepSourceTokens:!0,logLevel:"error",merge:!0})}function setIn(text,document,path,value){
const ending=text.includes(`\r
`)?`\r
`:`
`;if(document.contents===null||isNull(document.contents))return`${withLastLine(text,ending)}${lines(nested(path,value),0,2,ending)}`;const indent=indentOf(text);
let at=document.contents;for(const[depth,name]of path.entries()){if(!isBlock(at))return;const pair=pairOf(at,name),column=columnOf(text,at);if(pair===void 0){const end=endOfMap(
text,at);return column===void 0||end===void 0?void 0:inserted(text,end,lines(nested(path.slice(depth),value),column,indent,ending),ending)}if(depth===path.length-
1)return replaced(text,pair,value);const below=pair.value;if(below===null||isNull(below)||isEmptyFlow(below)){const rest=lines(nested(path.slice(depth+1),value),
(column??0)+indent,indent,ending);return belowKey(text,pair,rest,ending)}at=below}}function removeIn(text,document,path){let at=document.contents,widest;for(const name of path){
if(!isBlock(at))return;const pair=pairOf(at,name);if(pair===void 0)return;widest=at.items.length===1?widest??pair:pair,at=pair.value}if(widest===void 0)return;const start=lineStart(
text,widest.key.range[0]),end=lineEnd(text,endOf(widest));return text.slice(start,widest.key.range[0]).trim()===""?text.slice(0,start)+text.slice(end):void 0}function replaced(text,{
key,value},wanted){if(typeof wanted=="object")return;const written22=L(wanted,{lineWidth:0}).trimEnd();if(value===null||isNull(value)){const colon=text.indexOf(
":",key.range[1]),source=value===null?"":text.slice(value.range[0],value.range[1]),start=source.trim()===""?colon+1:value?.range[0]??0;return`${text.slice(0,start)}${source.
trim()===""?" ":""}${written22}${text.slice(start+(source.trim()===""?0:source.length))}`}if(!e(value)||i(value))return;const token=value.srcToken;if(token===void 0||
!("source"in token)||token.type==="block-scalar")return;const quote=/^["']/.exec(token.source)?.[0],isSimple=quote!==void 0&&typeof wanted=="string"&&!/["'\\\n]/.
test(wanted);return`${text.slice(0,token.offset)}${isSimple?`${quote}${wanted}${quote}`:written22}${text.slice(token.offset+token.source.length)}`}function belowKey(text,{
key,value},rest,ending){const colon=text.indexOf(":",key.range[1])+1,end=value===null?colon:Math.max(colon,value.range[1]),newline=text.indexOf(`
`,end),after2=text.slice(end,newline<0?void 0:newline);return after2.trim()!==""&&!after2.trim().startsWith("#")?void 0:`${`${text.slice(0,colon)}${after2.trimEnd()}`}${ending}${newline<
0?rest.trimEnd():rest}${newline<0?"":text.slice(newline+1)}`}function checked(before,after2,change){if(after2===void 0)return otherForm;const document=parsed(after2),
wanted=JSON.parse(JSON.stringify(parsed(before).toJS()??{}));return document.errors.length>0||!isPlain(wanted)?otherForm:(change(wanted),sorted(document.toJS()??
{})===sorted(wanted)?{kind:"edited",text:after2}:otherForm)}function sorted(value){return JSON.stringify(value,(_,part)=>isPlain(part)?Object.fromEntries(Object.
entries(part).toSorted(([a2],[b2])=>a2<b2?-1:1)):part)}function setPlain(plain3,[name="",...rest],value){if(rest.length===0)plain3[name]=value;else{const below=plain3[name],
next2=isPlain(below)?below:{};plain3[name]=next2,setPlain(next2,rest,value)}}function removePlain(plain3,[name="",...rest]){const below=plain3[name];rest.length>
0&&isPlain(below)&&removePlain(below,rest),(rest.length===0||isPlain(below)&&Object.keys(below).length===0)&&delete plain3[name]}function valueIn(plain3,path){return path.
reduce((at,name)=>isPlain(at)&&Object.hasOwn(at,name)?at[name]:void 0,plain3??void 0)}function isPlain(value){return typeof value=="object"&&value!==null&&!Array.
isArray(value)}function isBlock(node){return b(node)&&node.flow!==!0}function isEmptyFlow(node){return b(node)&&node.flow===!0&&node.items.length===0}function isNull(node){
return e(node)&&node.value===null}function pairOf(map,name){return map.items.find(({key})=>e(key)&&String(key.value)===name)}function columnOf(text,map){const start=map.
items[0]?.key.range[0];return start===void 0?void 0:start-lineStart(text,start)}function endOf({key,value}){return value===null?key.range[1]:value.range[1]}function endOfMap(text,map){
const last=map.items.at(-1);return last===void 0?void 0:lineEnd(text,endOf(last))}function lineStart(text,at){return text.lastIndexOf(`
`,at-1)+1}function lineEnd(text,at){if(at>0&&text[at-1]===`
`)return at;const newline=text.indexOf(`
`,at);return newline<0?text.length:newline+1}function inserted(text,at,added,ending){return`${withLastLine(text.slice(0,at),ending)}${added}${text.slice(at)}`}function withLastLine(text,ending){
return text===""||text.endsWith(`
`)?text:`${text}${ending}`}function nested(path,value){return path.reduceRight((below,name)=>({[name]:below}),value)}function lines(value,column,indent,ending){
return L(value,{lineWidth:0,indent}).trimEnd().split(`
`).map(line3=>`${" ".repeat(column)}${line3}${ending}`).join("")}function indentOf(text){const[,spaces="  "]=/^( +)[^\s#-]/m.exec(text)??[];return Math.min(Math.
max(spaces.length,2),8)}function judgeFiles(changes3,files){const unknown22=[...new Set(changes3.map(change=>change.in))].filter(kind=>!files.some(file2=>file2.
kind===kind));if(unknown22.length>0)return{show:void 0,unknown:unknown22};const texts3=new Map(files.map(({path,text})=>[path,text])),assessed=changes3.map(change=>{
const own=files.filter(file2=>file2.kind===change.in&&file2.ofRelease!==!0);return own.length===0?[]:assess(change,own,texts3)}),missing=[...files.filter(({from,
kind})=>from!==void 0&&changes3.some(change=>change.in===kind)).map(({path,from})=>({text:`"${path}" is not there; it starts from "${from}".`,writable:!0})),...assessed.
flat()];if(missing.length===0)return{show:{kind:"in-place"},edited:[]};const edited=files.flatMap(({path,text,from})=>{const after2=texts3.get(path)??text;return after2===
text&&from===void 0?[]:[{path,before:text,text:after2}]});return{show:{kind:"missing",missing:missing.map(({text})=>text),lines:edited.map(({path,before,text})=>({
path,lines:changedLines(before,text)})),writable:missing.every(({writable})=>writable)},edited}}function assess(change,files,texts3){const broken=files.find(({path,
kind})=>kind!=="env"&&!isYaml(texts3.get(path)??""));if(broken!==void 0)return[{text:`"${broken.path}" is not YAML.`,writable:!1}];const key=nameOf(change.key),
found=find(files,texts3,change.key),where=(found?.file??files.at(-1))?.path??"",put=(value,said)=>written(files,texts3,{key:change.key,value,said});if(change.set!==
void 0){const{propose,not}=change.set,isExample=found!==void 0&&not.some(pattern=>new RegExp(pattern).test(String(found.value)));if(found!==void 0&&isSet(found.
value)&&!isExample)return[];const said=`${key} ${isExample?"still has the value of an example":"is not set"} in "${where}".`;return propose!==void 0?[put(propose,
`${said} Proposed is "${propose}": see whether it is right here.`)]:[{text:said,writable:!1}]}if(change.value!==void 0){if(found===void 0&&change["where-set"]===
!0)return[];if(found!==void 0&&isRight(found.value,change.value,change.accept))return[];const now=found===void 0?"is not set":`is "${shown(found.value)}"`;return[
put(change.value,`${key} ${now} in "${where}", and must be "${change.value}".`)]}if(change["moved-from"]!==void 0){const former=find(files,texts3,change["moved-\
from"]);if(former===void 0)return[];const said=`${nameOf(change["moved-from"])} in "${former.file.path}" is called ${key} now.`,moved=found===void 0?written([former.
file],texts3,{key:change.key,value:former.value,said}):{text:said,writable:!0};return[moved.writable?removed(files,texts3,{key:change["moved-from"],said}):moved]}
return found===void 0?[]:[removed(files,texts3,{key:change.key,said:`${key} must not be in "${where}" any more.`})]}function nameOf(key){return[key].flat().join(
".")}function pathOf(key){return typeof key=="string"?key.split("."):key}function find(files,texts3,key){for(const file2 of files.toReversed()){const text=texts3.
get(file2.path)??"",value=file2.kind==="env"?variableIn(text,nameOf(key)):yamlValue(text,pathOf(key));if(value!==void 0)return{file:file2,value}}}function settingIn(files,key){
const found=find(files,new Map(files.map(({path,text})=>[path,text])),key);return found===void 0||!isSet(found.value)?void 0:{path:found.file.path,value:String(
found.value)}}function written(files,texts3,{key,value,said}){const file2=find(files,texts3,key)?.file??files.at(-1);if(file2===void 0)return{text:said,writable:!1};
const text=texts3.get(file2.path)??"";if(file2.kind==="env")return texts3.set(file2.path,withVariable(text,nameOf(key),String(value))),{text:said,writable:!0};const edit=withYamlValue(
text,pathOf(key),value);return edit.kind==="impossible"?{text:`${said} The file ${edit.reason}.`,writable:!1}:(texts3.set(file2.path,edit.text),{text:said,writable:!0})}
function removed(files,texts3,{key,said}){for(let found=find(files,texts3,key);found!==void 0;found=find(files,texts3,key)){const{file:file2}=found,text=texts3.
get(file2.path)??"",edit=file2.kind==="env"?{kind:"edited",text:withoutVariable(text,nameOf(key))}:withoutYamlKey(text,pathOf(key));if(edit.kind==="impossible")
return{text:`${said} The file ${edit.reason}.`,writable:!1};texts3.set(file2.path,edit.text)}return{text:said,writable:!0}}function isSet(value){return value!==
null&&value!==""}function isRight(value,wanted,accept){return String(value)===String(wanted)||accept!==void 0&&new RegExp(accept).test(String(value))}function shown(value){
return typeof value=="object"?"\u2026":String(value)}function changedLines(before,after2){return diffArrays(before.split(`
`),after2.split(`
`)).flatMap(({value,added,removed:removed2})=>added!==!0&&removed2!==!0?[]:value.map(line3=>`${added===!0?"+":"-"} ${withoutSecret(line3.trimEnd())}`))}var secretLine=/^(?<name>\s*[\w."'-]*(?:pass|secret|token|credential|private|connection)[\w."'-]*\s*[:=]\s*)\S.*$/i;
function withoutSecret(line3){return line3.replace(secretLine,"$<name>\u2026").replace(/:\/\/[^/\s@]+@/g,"://\u2026@")}async function withFiles(project,hop){const shown2=new Map(
(await lookAtFiles(project,hop)).map(({id,show})=>[id,show])),manual=hop.manual.map(step3=>{const files=shown2.get(step3.id);return files===void 0?step3:{...step3,
files}});return{...hop,manual}}async function lookAtFiles(project,hop){const changes3=hasVersions(project.product)?fileRequirementsOf(project.product.path):new Map,
steps2=hop.manual.filter(({id})=>changes3.has(id));if(steps2.length===0)return[];const environments=project.traits.waiver===void 0?environmentNames:["production"],
files=await Promise.all(environments.map(each=>filesOf(project,each,hop)));return steps2.flatMap(({id})=>{const verdicts=files.map(own=>judgeFiles(changes3.get(
id)??[],own)),known2=verdicts.flatMap(verdict2=>verdict2.show===void 0?[]:[verdict2]);if(known2.length<verdicts.length)return[];const missing=known2.flatMap(({show})=>show.
kind==="missing"?[show]:[]),edited=once(known2.flatMap(verdict2=>verdict2.edited));if(missing.length===0)return[{id,show:{kind:"in-place"},edited}];const lines22=once(
missing.flatMap(show=>show.lines)),texts3=[...new Set(missing.flatMap(show=>show.missing))];return[{id,show:{kind:"missing",missing:texts3,lines:lines22,writable:missing.
every(m2=>m2.writable)},edited}]})}function once(files){return[...new Map(files.map(file2=>[file2.path,file2])).values()]}async function settingsInFiles(project,{
environment,hop,side},asked){const parts=hop.parts?.[side],[label2,release]=[hop[side],releaseOn(hop,side)],files=await filesOf(project,environment,{from:label2,
to:label2,releases:{from:release,to:release},...parts===void 0?{}:{parts:{from:parts,to:parts}}});return asked.flatMap(({in:kind,key})=>{const found=settingIn(files.
filter(file2=>file2.kind===kind),key);return found===void 0?[]:[{...found,key:[key].flat().join(".")}]})}async function filesOf(project,environment,hop){const settings=settingsOf2(
project.configuration,environment),kind=settings.deploy?.kind,written22=kind===void 0?[]:deployFiles(kind,valueAt2(project.document,["environments",environment,
"deploy",kind])),others=settings["server-settings"].filter(path=>!written22.some(file2=>file2.path===path)).flatMap(path=>{const guessed=kindOf(path);return guessed===
void 0?[]:[{kind:guessed,path}]});return(await Promise.all([...written22,...others].map(file2=>readOne(project,environment,hop,file2)))).flat()}function kindOf(path){
if(/(?:^|\/|\.)env$/.test(path))return"env";if([".yml",".yaml"].includes(extname(path)))return/compose/i.test(path)?"compose":/values/i.test(path)?"values":void 0}
async function readOne(project,environment,hop,{kind,path,optional,ofRelease}){const{directory}=project.effects,[from,to]=[releaseOn(hop,"from"),releaseOn(hop,"\
to")],place2=version=>{const known2={...partPlaceholders(hop.parts?.[version]),system:project.configuration.system,environment,from,to,version:version==="to"?to:
from},filled2=path.replaceAll(/\{([\w.-]+)\}/g,(whole2,name)=>known2[name]??whole2);return filled2.includes("${")||/\{[\w.-]+\}/.test(filled2)?void 0:filled2},[
now,before]=[place2("to"),place2("from")];if(now===void 0)return[];if(ofRelease===!0)return[{path:now,kind,text:"",ofRelease}];const read2=async name=>await readTextFile(
resolve(directory,name)).catch(()=>{}),text=await read2(now);if(text!==void 0)return[{path:now,kind,text}];if(optional===!0)return[{path:now,kind,text:""}];const former=before===
void 0||before===now?void 0:await read2(before);return former===void 0||before===void 0?[]:[{path:now,kind,text:former,from:before}]}function hopDigest(project,{
from,to,parts,releases}){return digestOf({system:project.configuration.system,from,to,parts,releases,done:doneContents(project)})}function doneContents({document,
productDocument:product}){const{production,staging}=documentParts.parse(document).environments;return{"product.probes":product.probes,"product.migrations":product.
migrations,"environments.production.data":writtenData(document,"production").map(({name,kind})=>({name,kind})),"product.stages":stagesAsDone(product.stages),"en\
vironments.production.topology":production.topology,"environments.production.deploy":production.deploy,"environments.production.hooks":hooksThatAct(production.hooks),
"environments.staging.topology":staging.topology,"environments.staging.deploy":staging.deploy,"environments.staging.waive":staging.waive,"environments.staging.h\
ooks":hooksThatAct(staging.hooks)}}function testContents({document,productDocument:product}){return{"product.smoke":product.smoke,"product.stages.smoke":stageTestsOf(
product.stages),smoke:document.smoke,"product.baseline":product.baseline,baseline:document.baseline,validate:document.validate}}function allContentDigests(project){
return contentDigests({...doneContents(project),...testContents(project)})}function testsDigest(project){return wholeDigest(testContents(project))}var environmentParts=lazy2(
()=>object({waive:unknown().optional(),topology:unknown().optional(),deploy:unknown().optional(),hooks:record(string2(),unknown()).nullish()})),documentParts=lazy2(
()=>object({environments:object({production:environmentParts,staging:environmentParts})})),stageList=array(looseObject({})).optional();function stagesAsDone(stages){
return stageList.parse(stages??void 0)?.map(({title:_title,reason:_reason,url:_url,smoke:_smoke,...done3})=>done3)}function stageTestsOf(stages){return stageList.
parse(stages??void 0)?.map(({smoke:smoke2})=>smoke2??[])}var reportingHooks=new Set(["logs","on-failure"]);function hooksThatAct(hooks){return Object.fromEntries(
Object.entries(hooks??{}).filter(([name])=>!reportingHooks.has(name)))}function expectedMilliseconds(record22,act2,validation=0){const{entries}=record22,staging=inEnvironment(
entries,"staging"),deployed=staging.findLast(entry2=>isOf(entry2,"deployed")&&entry2.event.release==="to"),waited=latest(staging,"waited")?.event.milliseconds,smoke2=(latest(
staging,"smoke-tested")?.event.milliseconds??0)+validation,backedUp=record22.rehearsedOn?.event.milliseconds,deferred=areDeferred(staging),deploy2=deployed===void 0||
!isOf(deployed,"deployed")?void 0:deployed.event.milliseconds+(deferred?0:waited??0)+smoke2;switch(act2){case"restore-point":return backedUp===void 0||deploy2===
void 0?void 0:backedUp+deploy2;case"deploy":return deploy2;case"migrate":{const migrations2=deferred?rehearsedMigrations(record22):void 0;return migrations2===void 0?
void 0:migrations2+smoke2}}}var firstPauseMilliseconds=200;function migrationsStarted({entries},environment){const here2=inEnvironment(entries,environment),deploying=latest(
here2,"deploying");return areDeferred(here2)?(deploying===void 0?here2:after(here2,deploying)).find(entry2=>isOf(entry2,"migrating"))??latest(here2,"migrating"):
deploying}function rehearsedMigrations(record22){const here2=inEnvironment(record22.entries,"staging"),waited=latest(here2,"waited");if(waited===void 0)return;const before={
...record22,entries:record22.entries.filter(({sequence})=>sequence<waited.sequence)},started=migrationsStarted(before,"staging");if(started===void 0)return;const ended=latest(
after(inEnvironment(before.entries,"staging"),started),"migrated")??waited;return wasEndSeen(ended,started)?Math.max(0,Date.parse(ended.at)-Date.parse(started.at)):
void 0}function wasEndSeen(ended,started){return ended.run.id===started.run.id&&ended.run.attempt===started.run.attempt||ended.event.milliseconds>=firstPauseMilliseconds}
function areDeferred(here2){return latest(here2,"deploying")?.event.deferred===!0}function evidenceOf(entries,hop,terms){const record22=recordOf(entries,hop),estimate=estimateOf(
record22,terms.validation),rehearsed3=rehearsedOf(entries,record22,terms),formerly=rehearsed3===void 0?formerRehearsal(entries,record22,terms):void 0;return{...estimate===
void 0?{}:{estimate},...rehearsed3===void 0?{}:{rehearsed:rehearsed3},...formerly===void 0?{}:{formerly}}}function estimateOf(record22,validation=0){const deploy2=expectedMilliseconds(
record22,"restore-point",validation);if(deploy2===void 0)return;const migrate2=expectedMilliseconds(record22,"migrate",validation)??0;return{milliseconds:deploy2+
migrate2,longestJobMilliseconds:Math.max(deploy2,migrate2),basis:`the rehearsal of this hop${validation===0?"":`, with ${durationText4(validation)} of smoke tes\
ts each time`}`}}function rehearsedOf(entries,record22,terms){const rehearsal=countedRehearsal(entries,record22,terms);if(rehearsal.kind!=="passed")return;const{
at,backup:backup2,dataAt}=rehearsal,countsUntil=new Date(Date.parse(dataAt)+terms.rehearsalMaxAge).toISOString(),before=latest(record22.entries,"rehearsed")?.event.
contents,changed=before===void 0?[]:changedContents(before,terms.contents);return{at,...backup2===void 0?{}:{backup:backup2},countsUntil,changed}}function formerRehearsal(entries,record22,terms){
const{hop}=record22,last=entries.findLast(entry2=>isOf(entry2,"rehearsed")&&entry2.event.hop.id===hop.id);if(last===void 0)return;const{at,event}=last;if(event.
hop.digest===hop.digest){const rehearsal=countedRehearsal(entries,record22,terms);return{at,because:rehearsal.kind==="void"?rehearsal.because:"it has been start\
ed again since"}}const changed=event.contents===void 0?[]:changedContents(event.contents,terms.contents);return{at,because:changed.length===0?"what the hop does\
 has changed since":changedSince(changed)}}function changedSince(names){return`${new Intl.ListFormat("en",{type:"conjunction"}).format(names.map(name=>`"${name}\
"`))} ${names.length===1?"has":"have"} changed since`}import{environmentOfGate,environmentOn}from"./project.js";import{dataText as dataText2}from"./project.js";
import{alreadyDone as alreadyDone2,cannotTell_M7NQ6CCT as cannotTell,failed,refuse as refuse5,waiting as waiting2}from"./project.js";import{dayTime as dayTime8,
exactTime as exactTime3}from"./terminal.js";import{isDoneByHand}from"./start.js";import{durationText as durationText5}from"./terminal.js";import{jsonDepth}from"./project.js";
import{array as array2,boolean,lazy as lazy3,looseObject as looseObject2,m,number,object as object2,record as record2,string as string3,unknown as unknown2}from"./start.js";
function blockedByManualSteps(hop){const open2=hop.manual.filter(step3=>!isDoneByHand(step3));if(open2.length===0)return;const ids2=open2.filter(({files})=>files===
void 0).map(({id})=>`"${id}"`),byFiles=open2.length>ids2.length?howToChange(hop):void 0,byHand=ids2.length===0?void 0:`Do it, then start a new run with ${ids2.join(
", ")} as its input "acknowledge", or add it to "acknowledge" in the configuration.`;return refuse5(`Hop ${hop.id} needs a person first: ${open2.map(stepText).join(
"; ")}.`,"Nothing was changed.",[byHand,byFiles].filter(part=>part!==void 0).join(" "))}function blockedByFiles(hop){const open2=hop.manual.filter(step3=>!step3.
acknowledged&&step3.files?.kind==="missing"),[first]=open2;if(first!==void 0)return refuse5(`${hop.to} requires a configuration that your files do not have: ${open2.
map(stepText).join("; ")}.`,"With the files as they are, it would not start, or would behave differently. Nothing was changed.",howToChange(hop))}function stepText({
id,text,url,files}){const missing=files?.kind==="missing"?`: ${files.missing.join(" ")}`:"";return`${id} (${text}${url===void 0?"":` ${url}`})${missing}`}function howToChange({
id}){return`See the change with "staged-upgrade configure --hop ${id}", write it with --write, commit the files, then run again.`}var maxWithoutTrace=2;function nextMove(started,{
version,serving,migrations:migrations2},terms){if(version.kind!=="known"||version.value!==terms.hop.to)return{kind:"look"};switch(migrations2.kind){case"done":return serving.
kind==="yes"?{kind:"complete"}:{kind:"look"};case"running":case"unknown":return{kind:"look"};case"failed":return afterFailure(started,migrations2,terms);case"pe\
nding":return serving.kind==="yes"?afterPending(started,migrations2.next,terms):{kind:"look"}}}function afterFailure(started,migrations2,terms){const{current,jobs}=migrations2,
{last,retry}=started;return retry&&last===void 0?{kind:"start",migration:current,retry:!0}:last?.migration===current&&last.wasFailed&&isOld(last,jobs,terms)?{kind:"\
look"}:{kind:"end",settled:migrationFailed(migrations2,terms)}}function isOld(last,jobs,{at,trace}){const isFresh=at-last.at<trace;return jobs===void 0?isFresh:
isFresh&&jobs.every(({id,migration})=>migration!==last.migration||last.jobs.includes(id))}function afterPending({counts,said,last,retry,gaveUp},next2,terms){const count=counts.
get(next2)??0;return count===0?{kind:"start",migration:next2,retry:!1}:last?.migration===next2&&terms.at-last.at<terms.trace?{kind:"look"}:count<maxWithoutTrace?
{kind:"start",migration:next2,retry:!1}:retry&&last===void 0?{kind:"start",migration:next2,retry:!0}:{kind:"end",settled:(gaveUp&&terms.environment==="staging"?
neverStarted:noTrace)(next2,count,said.get(next2),terms)}}function migrationFailed({current,error},{hop,environment}){const happened=`The migration ${current} o\
f ${hop.to} has failed: ${error}.`;return environment==="staging"?failed(happened,"The rehearsal found this before production was affected.","Fix its cause, the\
n start a new run: it rehearses again."):failed(happened,"Later migrations wait for it; the next hop is blocked. Health checks can still pass. It is restarted o\
nly when somebody asks for it.",howToRetry(hop.id))}function budgetEndedBetween({last},{version,serving,migrations:migrations2},{hop,at,trace},budget){if(!(version.
kind==="known"&&version.value===hop.to&&serving.kind==="yes")||migrations2.kind!=="pending"||last?.migration===migrations2.next&&at-last.at>=trace)return;const asked=last?.
migration===migrations2.next?"was asked for, but is not seen running yet":"is still to come";return waiting2(`After ${budget} the migration ${migrations2.next} ${asked}\
.`,"Nothing failed: the server continues to work.","Start a new run later: it continues from here.")}function howToRetry(hop){return`Fix its cause. Then retry i\
t: run the workflow "Upgrade" with "retry" ticked, or in a terminal: staged-upgrade climb --retry, or staged-upgrade migrate --hop ${hop} --environment producti\
on --retry.`}function noTrace(migration,count,said,{hop,environment}){return cannotTell(`The migration ${migration} of ${hop.to} was started ${count} times on ${environment}\
, and is still pending. The server said: ${said??"nothing that was recorded"}.`,"Whether it runs could not be determined, so it is not started again. It may wai\
t in a queue.",environment==="production"?`Look at the log of the server. If it is running, run again: the step waits until it ends. ${howToRetry(hop.id)}`:"Loo\
k at the log of the server, then start a new run. If it is running, the run waits until it ends. If it is still pending then, the rehearsal has failed.")}function neverStarted(migration,count,said,{
hop}){return failed(`The migration ${migration} of ${hop.to} was started ${count} times on staging, and is still pending in a later run. The server said: ${said??
"nothing that was recorded"}.`,"The rehearsal found this before production was affected.","Fix its cause, then start a new run: it rehearses again.")}function startedBefore({
record:record22},environment,retry){const here2=inEnvironment(record22.entries,environment),replaced2=here2.findLastIndex(({event:{type}})=>type==="rolled-back"||
type==="restored"||type==="carried-over"),counts=new Map,said=new Map;let gaveUp=!1;for(const entry2 of here2.slice(replaced2+1))isOf(entry2,"ended")&&entry2.event.
command==="migrate"&&(gaveUp=entry2.event.outcome==="unknown"),isOf(entry2,"starting")&&(gaveUp=!1),isOf(entry2,"starting")&&add(counts,entry2.event.migration,1),
isAnswer(entry2)&&(entry2.event.refused&&add(counts,entry2.event.migration,-1),said.set(entry2.event.migration,entry2.event.said));return{counts,said,last:void 0,
retry,gaveUp}}function isAnswer(entry2){return isOf(entry2,"start-answered")}function add(counts,migration,by){counts.set(migration,(counts.get(migration)??0)+by)}
function withStart(started,last,said,refused){const counts=new Map(started.counts);return refused||add(counts,last.migration,1),{...started,counts,said:new Map(
[...started.said,[last.migration,said]]),last}}function rehearsedBefore({at},backup2){const on=backup2===void 0?"":`, on ${backup2}`;return alreadyDone2(`The re\
hearsal of this hop passed on ${dayTime8(at)}${on}.`,backup2)}function decideWait(environment,situation){const{hop,rehearsal,promotion}=situation;return environment===
"staging"&&rehearsal.kind==="passed"?rehearsedBefore(rehearsal):environment==="production"&&promotion.completed!==void 0?alreadyDone2(`Hop ${hop.id} was complet\
ed on ${dayTime8(promotion.completed.at)}.`):notStarted(environment,situation)??{kind:"act",because:`${hop.to} is waited for.`,awaited:awaitedOf(situation,environment)}}
function notStarted(environment,{hop,rehearsal,promotion,observation:{version}}){const inOrder3=`Run the steps of hop ${hop.id} on ${environment} in order.`;if(environment===
"staging"&&rehearsal.kind!=="started")return refuse5(`Staging does not hold a restored backup of hop ${hop.id}.`,"What answers there says nothing about this hop\
, so it was not waited for.",inOrder3);const{deployStarted}=environment==="staging"&&rehearsal.kind==="started"?rehearsal:promotion;if(!(deployStarted||version.
kind==="unknown"||version.value===hop.to))return refuse5(`${hop.to} was not deployed on ${environment} by this hop; ${version.value} runs.`,"Nothing would start\
 it, so it was not waited for.",inOrder3)}function judgeWait(awaited,observation,hop){const{version,serving,migrations:migrations2}=observation,{to}=hop;if(migrations2.
kind==="failed"&&version.kind==="known"&&version.value===to)return awaited.leftToMigrate?alreadyDone2(`The migration ${migrations2.current} has failed; "migrate\
" restarts it, after its gate.`):failureOf(migrations2,awaited,hop);if(!(version.kind==="known"&&version.value!==to)&&!(version.kind==="unknown"||serving.kind!==
"yes")){if(migrations2.kind==="done")return migrations2.assumed===!0?{kind:"act",because:`${to} serves. Its migrations run with its deploy, and no probe shows t\
hem.`}:{kind:"act",because:`${to} serves, and all its migrations are complete.`};if(migrations2.kind==="pending")return awaited.kind==="migrated"?alreadyDone2(`${to}\
 serves, and ${migrations2.next} is pending: only "migrate" starts it, after its gate.`):{kind:"act",because:`${to} serves; ${migrations2.next} is pending and h\
as not started.`}}}function failureOf(migrations2,{startedAgainBy,environment},hop){const said=migrationFailed(migrations2,{hop,environment});return startedAgainBy===
"migrate"||environment==="staging"||!("message"in said)?said:{...said,message:{...said.message,means:"Later migrations wait for it; the next hop is blocked. Hea\
lth checks can still pass.",next:startedAgain[startedAgainBy]}}}var startedAgain={server:"Fix its cause and start the server again, which restarts its migration\
s; then start a new run: it watches them.",nobody:"Fix its cause with the vendor's help, let it complete, then run again."};function budgetEnded(observation,to,budgetMilliseconds,forecast){
const{version,serving,migrations:migrations2}=observation,budget=durationText5(budgetMilliseconds);if(version.kind==="known"&&version.value===to&&serving.kind===
"yes"&&migrations2.kind==="running")return waiting2(`After ${budget} the migration ${migrations2.current} is still running${migrationProgress(migrations2.progress)}\
.`,`Nothing failed: the server continues to work.${migrations2.note===void 0?"":` ${migrations2.note}`}${forecast===void 0?"":` ${forecast}`}`,"Start a new run \
later: it continues to watch from here.");if(version.kind==="known"&&version.value!==to)return failed(`After ${budget} ${version.value} still answers, not ${to}\
.`,`Either ${to} did not start, or another server answers at this url, or the version that it reports is wrong.`,"Look at the log of the server.");if(serving.kind===
"no")return failed(`After ${budget} ${to} is not healthy: ${serving.reason}.`,"It is deployed but not serving.","Look at the log of the server.");const reason3=version.
kind==="unknown"?version.reason:serving.kind==="unknown"?serving.reason:migrations2.kind==="unknown"?migrations2.reason:migrations2.kind==="pending"?`${migrations2.
next} is still pending`:`its migrations are ${migrations2.kind}`;return cannotTell(`After ${budget} it could not be determined whether ${to} is done: ${reason3}\
.`,version.kind==="known"&&serving.kind==="yes"?`${to} serves, but the state of its migrations is not known.`:"It may be starting, or down.","Look at the log of\
 the server, then run again: the wait continues.")}function migrationProgress(progress){return progress===void 0?"":` (${progress.done}${progress.total===void 0?
"":` of ${progress.total}`})`}function awaitedOf(situation,environment){const{traits,promotion,rehearsal,retry}=situation;if(!traits.deferrable)return{environment,
kind:"migrated",startedAgainBy:"server",leftToMigrate:!1};if(environment==="staging"){const started=rehearsal.kind==="started"&&rehearsal.migrating;return{environment,
kind:started?"migrated":"serving",startedAgainBy:"migrate",leftToMigrate:!1}}const{deployStarted,notDeferred:notDeferred2,migrating,restoring}=promotion;if(!(deployStarted&&
(notDeferred2===void 0||migrating!==void 0))||restoring!==void 0)return{environment,kind:"serving",startedAgainBy:"nobody",leftToMigrate:!1};const kind=areMigrationsStarted(
promotion)?"migrated":"serving";return{environment,kind,startedAgainBy:"migrate",leftToMigrate:retry}}function areMigrationsStarted({migrating,deployed}){return migrating!==
void 0&&deployed!==void 0&&deployed.sequence<migrating.sequence}function newerData(environment,{error},unchanged){return refuse5(`The data of ${environment} is \
newer than the release that answers: ${error}.`,`A server that silently accepts it looks healthy and works incorrectly. ${unchanged}`,"Deploy the release that t\
his data belongs to; or stop the server, restore the backup of the release that is to run (staged-upgrade rollback), and deploy that.")}function decideCheck(situation){
const{hop,promotion,standing}=situation,unfinished2=restoreUnfinished(situation);if(unfinished2!==void 0)return unfinished2;if(promotion.completed!==void 0&&standing.
kind!=="on-from")return alreadyDone2(`Hop ${hop.id} was completed on ${dayTime8(promotion.completed.at)}.`);switch(standing.kind){case"earlier":return waiting2(
`Production runs ${standing.version}, which comes earlier on the path than ${hop.from}.`,"This hop was not started; an earlier hop is not finished yet.","Finish\
 the earlier hop; a new run then continues here on its own.");case"later":return alreadyDone2(`Production runs ${standing.version}, which comes later on the pat\
h than ${hop.to}.`);case"off-path":return refuse5(`Production runs ${standing.version}, which is not on the planned path (this hop goes from ${hop.from} to ${hop.
to}).`,"Somebody deployed another release, or the plan is old. Nothing was changed.",`Start a new run: it plans from ${standing.version}.`);case"unknown":return unreadable(
situation,standing.reason);case"on-to":return onTarget(situation);case"on-from":return onStart(situation)}}function restoreUnfinished({promotion,hop}){const{restoring,
restored:restored2}=promotion;if(restoring===void 0)return;const isOtherwiseConfigured=isOtherwise(restoring.event.hop,hop);return{kind:"refuse",message:finishRestoreFirst(
{restoring,restored:restored2,isOtherwiseConfigured})}}function unreadable({hop,promotion},reason3){return promotion.deployStarted?{kind:"act",start:"resume",because:`\
A deploy of ${hop.to} was started and production does not answer (${reason3}): the deploy is finished now.`}:cannotTell(`The version of production could not be \
determined: ${reason3}.`,"It is not known whether this hop may start. Nothing was changed.","Check that the server is running and that this runner can reach its\
 url, then run again.")}function onTarget(situation){const{hop,promotion}=situation;return promotion.deployStarted?failedBefore(situation)??{kind:"act",start:"r\
esume",because:`Production already runs ${hop.to}; this hop is finished now.`}:refuse5(`Production already runs ${hop.to}, but the journal has no deploy of it b\
y this hop (${hop.id}, digest ${hop.digest.slice(0,12)}).`,"Somebody deployed it by hand, or the configuration changed since. What was rehearsed is not what run\
s.",`Start a new run: it plans from ${hop.to}. If it comes here again, the hop was started with a different configuration: restore that one; or let its migratio\
ns run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`)}function failedBefore(situation){const{hop,promotion,
observation}=situation,{migrations:migrations2}=observation;if(migrations2.kind!=="failed"||promotion.migrating!==void 0)return;if(migrations2.isNewer)return newerData(
"production",migrations2,"Nothing was changed.");const awaited=awaitedOf(situation,"production");return awaited.leftToMigrate?void 0:failureOf(migrations2,awaited,
hop)}function onStart(situation){const{hop,promotion,observation}=situation,started=promotion.migrating??promotion.notDeferred??startedElsewhere(situation);if(started!==
void 0){const{to}=started.event.hop;return refuse5(`Production runs ${hop.from}, but the migrations of ${to} were started on ${dayTime8(started.at)}.`,`${hop.from}\
 on data that ${to} has migrated may look healthy and damage data.`,"Stop writing to it. Restore the restore point, or deploy the newer release again, before an\
ything else is done.")}const ran=promotion.deployStarted?startedSince(dataBefore(situation),observation.migrations):void 0;if(ran!==void 0)return refuse5(`Produ\
ction runs ${hop.from}, but migrations have started since ${hop.to} was deployed: ${ran}.`,`${hop.from} on data that ${hop.to} has migrated may look healthy and\
 damage data; its report that nothing is pending proves nothing.`,"Stop writing to it. Restore the restore point, or deploy the newer release again, before anyt\
hing else is done.");const unfinished2=rollbackUnfinished(situation);if(unfinished2!==void 0)return unfinished2;const blocked=blockedByManualSteps(hop);if(blocked!==
void 0)return blocked;const unhealthy=notReady(situation,hop.from);return unhealthy!==void 0?unhealthy:{kind:"act",start:"fresh",because:`Production is healthy \
on ${hop.from}${withNothingPending(observation)} (observed ${dayTime8(observation.at)}).`}}function withNothingPending({migrations:migrations2}){return migrations2.
kind==="done"&&migrations2.assumed!==!0?", with nothing pending":""}function rollbackUnfinished({unfinishedRollback:unfinishedRollback2,hop}){if(unfinishedRollback2===
void 0||unfinishedRollback2.event.to!==hop.from)return;const{at,event}=unfinishedRollback2,{id}=event.hop;return refuse5(`The rollback of hop ${id} was started \
on ${dayTime8(at)} and is not finished.`,`Production runs ${hop.from}, which has not been seen working there since. Nothing was changed.`,finishRollback(id,isOtherwise(
event.hop,hop)))}function isOtherwise(started,hop){return started.id===hop.id&&started.digest!==hop.digest}function dataBefore(situation){const{next:_,...data}=traceBefore(
situation,"production");return data}function startedElsewhere({startedMigrations:startedMigrations2,observation:{migrations:migrations2}}){if(startedMigrations2===
void 0)return;const{started,appliedBefore}=startedMigrations2;if(started.event.type==="not-deferred")return started;const applied="applied"in migrations2?migrations2.
applied:void 0;return applied!==void 0&&applied===appliedBefore?void 0:started}function notReady({observation},version){const{serving,migrations:migrations2}=observation;
if(serving.kind==="no")return failed(`Production on ${version} reports that it is not healthy: ${serving.reason}.`,"If an unhealthy system is upgraded, nobody c\
an see why the upgrade fails. Nothing was changed.","Make it healthy first, then run again.");if(serving.kind==="unknown")return cannotTell(`It could not be det\
ermined whether production on ${version} is healthy: ${serving.reason}.`,"Nothing was changed.","Check that the server is running and that this runner can reach\
 it, then run again.");switch(migrations2.kind){case"done":return;case"running":return waiting2(`Production on ${version} is still running the migration ${migrations2.
current}.`,"The next hop may start only when nothing is left. Nothing was changed.","Run again when it is done.");case"pending":return refuse5(`Production on ${version}\
 has a migration that was not started: ${migrations2.next}.`,"The next release may refuse to start, or lose data, on such a database. Nothing was changed.","Let\
 its migrations run to the end, then run again.");case"failed":return migrationFailed2(migrations2);case"unknown":return cannotTell(`It could not be determined \
whether production on ${version} has unfinished migrations: ${migrations2.reason}.`,"Unknown never counts as done. Nothing was changed.","Check the address and \
the credential of the migrations probe, then run again.")}}function migrationFailed2(migrations2){return migrations2.isNewer?newerData("production",migrations2,
"Nothing was changed."):failed(`On production the migration ${migrations2.current} has failed: ${migrations2.error}.`,"It blocks every later one. Nothing was ch\
anged.","Fix its cause with the vendor's help, let it complete, then run again.")}function whatBecameOf(id,damaged){const found=damaged.find(each=>each.id===id);
return found===void 0?`${id} is not in the store`:`${id} is damaged (${found.reason})`}function refusesWaiver({stages,waiver}){if(!(waiver===void 0||stages!==void 0))
return refuse5("The configuration waives staging, and this product has releases.","A release may change data in ways that only a rehearsal on a copy of it shows\
. Production was not touched.",'Describe a staging under environments.staging instead of "waive".')}function waivedBecause(waiver){return`The rehearsal is waive\
d: "${waiver}".`}function missingRehearsal(situation){const{hop,rehearsal,traits}=situation;if(rehearsal.kind==="waived")return refusesWaiver(traits)??unrecordedWaiver(
situation,rehearsal.because);if(rehearsal.kind==="void")return notRehearsed(`The rehearsal of ${hop.id} does not count: ${rehearsal.because}.`,"Production was n\
ot touched.");if(rehearsal.kind!=="passed")return notRehearsed(`Hop ${hop.id} with digest ${hop.digest.slice(0,12)} was not rehearsed${rehearsal.kind==="started"?
" to the end":""}.`,"What is approved must be what was rehearsed. Production was not touched.")}function notRehearsed(happened,means){return refuse5(happened,means,
"Start a new run: it rehearses this hop first.")}function unrecordedWaiver({hop,record:record22},reason3){if(!record22.entries.some(entry2=>isOf(entry2,"rehears\
al-waived")&&entry2.event.because===reason3))return refuse5(`The journal does not record yet that hop ${hop.id} goes to production without a rehearsal.`,"The ch\
eck of production records that, with the reason. Production was not touched.",`Run "staged-upgrade check --hop ${hop.id}" first.`)}function missingConfirmable(hop,untouched){
return notRehearsed(`No rehearsal of hop ${hop} has passed with this configuration.`,`There is nothing that a person could confirm yet. ${untouched}`)}function isSameAttempt(one,other){
return one.id===other.id&&one.attempt===other.attempt}function decideBackup(purpose,situation,question2){return situation.traits.dataless?alreadyDone2("There is\
 no data, so there is nothing to back up."):purpose==="rehearsal"&&situation.rehearsal.kind==="waived"?alreadyDone2("There is no staging to restore it on, so no\
 backup is taken for a rehearsal."):purpose==="rehearsal"?decideRehearsalBackup(situation,question2):decideRestorePoint(situation,question2)}function decideRehearsalBackup(situation,{
stored,data}){const{rehearsal}=situation,check2=decideCheck(situation);if(check2.kind!=="act")return check2;if(rehearsal.kind==="passed")return rehearsedBefore(
rehearsal,rehearsal.backup);if(check2.start==="resume")return alreadyDone2(check2.because,situation.record.rehearsedOn?.event.backup);const useless=data.map(each=>notRestorable(
situation,each)).find(why=>why!==void 0);if(useless!==void 0)return useless;const usable=newestUsable("rehearsal",stored.filter(isRestorable(situation,data)),situation);
return usable!==void 0&&rehearsal.kind!=="void"?alreadyDone2(`${usable.id} was taken for this hop on ${dayTime8(usable.finishedAt)}.`,usable.id):{kind:"act",because:check2.
because}}function notRestorable({marks,now},data){const marked=marks.get(data.name);if(marked===void 0)return refuse5(`The ${dataText2("staging",data)} has not \
been marked as disposable, as far as this journal knows.`,"Only data that was marked before a backup is ever emptied for it, so this one could not be restored t\
here. No backup was taken.",markStaging(data));if(!(marked.at<now.toISOString()))return waiting2(`The ${dataText2("staging",data)} was marked as disposable at ${exactTime3(
marked.at)}, but the clock of this machine says ${exactTime3(now.toISOString())}: one of the two clocks is wrong.`,"A backup that seems to be older than the mar\
k is never restored on staging. No backup was taken.",clockAdvice(marked))}function isRestorable({marks,record:record22},data){return backup2=>record22.entries.
some(({event})=>"backup"in event&&event.backup===backup2.id)&&data.every(({name})=>{const marked=marks.get(name);return marked!==void 0&&orderOf(marked,backup2).
kind==="older"})}function decideRestorePoint(situation,{stored,damaged=[],run:run2}){const{promotion,hop}=situation,check2=decideCheck(situation);if(check2.kind!==
"act")return check2;const taken=promotion.restorePoint,kept=taken!==void 0&&stored.some(manifest=>manifest.id===taken.event.backup);if(check2.start==="resume"){
if(kept)return alreadyDone2(`The restore point ${taken.event.backup} was taken before the deploy was started.`,taken.event.backup);const state=taken===void 0?"t\
he journal has no restore point of it":`its restore point ${whatBecameOf(taken.event.backup,damaged)}`;return refuse5(`The deploy of ${hop.to} on production was\
 started, and ${state}.`,"Without it there is no proven way back for this hop. Nothing was changed.","Find out what happened to it, and put it back as it was wr\
itten, from a copy or an older version of its files. Then start a new run.")}const missing=missingRehearsal(situation);return missing!==void 0?missing:kept&&isSameAttempt(
taken.run,run2)?alreadyDone2(`The restore point ${taken.event.backup} was taken in this run.`,taken.event.backup):{kind:"act",because:check2.because}}function newestUsable(purpose,stored,{
now,rehearsalMaxAge}){return stored.filter(manifest=>manifest.purpose===purpose&&ageInMilliseconds(manifest.dataAt,now)<=rehearsalMaxAge).toSorted((a2,b2)=>a2.dataAt.
localeCompare(b2.dataAt)).at(-1)}function trackingIssue(facts){const{system,planned,entries,message,runUrl,now}=facts,current=hopProgress(planned,entries).findIndex(
({kind})=>kind==="current"),isComplete2=current<0,done3=isComplete2?planned.hops.length:current,waiting22=isComplete2?void 0:waitsFor(facts,current),record22=latest(
entries,"ended")??latest(entries,"planned");return{title:`Upgrade of ${system}: ${planned.current} \u2192 ${planned.target}`,isComplete:isComplete2,document:[paragraph(
isComplete2?"\u2714 ":"",{strong:isComplete2?"The path is complete.":`${done3} of ${planned.hops.length} hops are complete.`},...waiting22===void 0?[]:[` ${waiting22}`]),
...message===void 0||waiting22!==void 0?[]:[paragraph(`${message.happened} ${message.next}`)],...hopsTable(facts),...list([...runUrl===void 0?[]:[[{link:"The ne\
west run",url:runUrl}]],...record22===void 0?[]:[`As of ${dayTime8(record22.at,now)}.`]])]}}function waitsFor({planned,entries,gates,traits},index){const hop=planned.
hops[index];if(hop===void 0||gates.scope==="path")return;const record22=recordOf(entries,hop),promotion=promotionOf(record22),manual=hop.manual.filter(({acknowledged})=>!acknowledged).
map(({id})=>id),steps2=manual.length===0?"":` To be done by hand and acknowledged before it: ${manual.join(", ")}.`;if(rehearsalOf(entries,record22,traits).kind===
"passed"&&!promotion.deployStarted)return`Hop ${hop.id} was rehearsed. ${whoApproves("production",gates)}${steps2}`;const isOpen2=promotion.deployed!==void 0&&promotion.
smoked&&promotion.migrating===void 0;if(traits.deferrable&&isOpen2&&promotion.completed===void 0)return`${hop.to} is on production, and the rollback window is o\
pen. ${whoApproves("finalize",gates)} It is the point of no return.`}function whoApproves(gate,gates){switch(gates[gate]){case"environment":return`It waits for \
the reviewers of the environment "${gates.environment(gate)}": they approve it in the run.`;case"dispatch":return"It waits for a person who starts the workflow \
with its confirmation, which the run shows.";case"none":return"Nobody is asked before it continues."}}function noticeOfReport(environment,situation,facts){const{
hop,rehearsal,promotion,record:record22,traits}=situation;if(environment==="staging")return rehearsal.kind==="passed"&&!promotion.deployStarted&&promotion.completed===
void 0?approval("production",`${hop.title} was rehearsed and waits for approval`,"",hop,facts):void 0;if(environment!=="production")return;const back=latest(inEnvironment(
record22.entries,"production"),"rolled-back");if(back!==void 0&&isSameAttempt(back.run,facts.run))return notice("rolled-back",`${hop.title} was rolled back`,`${back.
event.to} runs on production again.`,hop,facts);const{completed:completed2}=promotion;if(completed2!==void 0)return isSameAttempt(completed2.run,facts.run)?notice(
"complete",`${hop.title} is complete`,`Production runs ${hop.to}. This was hop ${hop.index} of ${hop.count}.`,hop,facts):void 0;const isOpen2=promotion.deployed!==
void 0&&promotion.smoked&&promotion.migrating===void 0;return!traits.deferrable||!isOpen2?void 0:approval("finalize",`${hop.to} is on production and waits for t\
he start of its migrations`,"The rollback window is open. The next step is the point of no return.",hop,facts)}function noticeOfFailure({command:command2,environment,
hop},{happened,next:next2},facts){return notice("failed",`${hop.title}: "${command2}" did not succeed on ${environment}`,`${happened} ${next2}`.trim(),hop,facts)}
function approval(gate,title,meaning,hop,facts){const{gates}=facts;if(!(gates.scope==="path"||gates[gate]==="none"))return notice("approval",title,[meaning,whoApproves(
gate,gates)].filter(text=>text!=="").join(" "),hop,facts)}function notice(kind,title,text,hop,{system,run:run2}){return{kind,system,hop:hop.id,title:`${system}:\
 ${title}`,text,...run2.url===void 0?{}:{url:run2.url}}}function noticeFacts(project){const{configuration,run:run2}=project,environment=gate=>environmentOn(environmentOfGate[gate],
project);return{system:configuration.system,run:run2,gates:{...configuration.gates,environment}}}async function announce({configuration,effects,run:run2},notice2){
if(!(notice2===void 0||run2.kind!=="github"))for(const[index,{to,on}]of configuration.notify.entries()){if(!on.includes(notice2.kind))continue;const where=`noti\
fy[${index}].to`,{text}=effects.pen,redacted={...notice2,title:text(notice2.title),text:text(notice2.text)},sent=await to.open({effects,where,placeholders:{}})(
redacted);sent.kind==="not-sent"&&effects.log.warn(`Nobody was notified by ${to.kind} (${where}) of "${notice2.title}": ${sent.reason}.`)}}function withNewRun(message,newRun){
return{...message,next:nextWithNewRun(message.next,newRun)}}function nextWithNewRun(next2,newRun){const{before="",start,what}=endingInNewRun.exec(next2)?.groups??
{};if(start!==void 0)return`${before}${start}${what===void 0?"":`, which ${what}`}: ${newRun}`;const glue=next2===""?"":/[.!?…]$/.test(next2)?" ":" \xB7 ";return`${next2}${glue}\
New run: ${newRun}`}var endingInNewRun=/^(?<before>(?:.*[.!?…] )?)(?<start>Start a new run(?: later)?)(?:: it (?<what>(?:(?![.!?…] ).)+))?\.$/s;function newRunOf(project,stopped){
return project.run.kind==="github"?onGithub(project,stopped):atTerminal(project,stopped)}function onGithub(project,stopped){const{GITHUB_SERVER_URL:server,GITHUB_REPOSITORY:repository}=project.
effects.environment;if(!server||!repository)return'choose "Run workflow" on the page "Actions" of this repository';const actions=`${server}/${repository}/action\
s`,file2=workflowFile(project.effects.environment.GITHUB_WORKFLOW_REF,repository);if(file2===void 0)return`${actions} (choose the workflow, then "Run workflow")`;
const system=project.fleet===void 0?[]:[`system ${project.configuration.system}`];if(isRollback(stopped))return`${actions}/workflows/${file2} (${['"Run workflow\
"',...system,`hop ${stopped.hop}`].join(", ")})`;const planned=leadingPlan(stopped.entries,stopped.hop),acknowledged=acknowledgedFor(project,planned),inputs=[...system,
...planned?.event.operation==="rehearse"?["operation rehearse"]:[],...planned===void 0?[]:[`target ${planned.event.target}`],...givenText("facts",planned?.event.
given?.facts),...givenText("parts",planned?.event.given?.parts),...acknowledged.length===0?[]:[`acknowledge "${acknowledged.join(", ")}"`]],upgrade=file2==="rol\
lback.yml"||project.fleet!==void 0?"upgrade.yml":file2;return`${actions}/workflows/${upgrade} (${['"Run workflow"',...inputs].join(", ")})`}function givenText(input,values=[]){
return values.length===0?[]:[`${input} "${values.join(", ")}"`]}function workflowFile(reference2,repository){const prefix=`${repository}/.github/workflows/`;if(!(reference2===
void 0||!reference2.startsWith(prefix)))return reference2.slice(prefix.length).split("@")[0]||void 0}function atTerminal(project,stopped){const{config,facts=[],
parts=[]}=stopped.input,configured=[...config===void 0?[]:["--config",config],...project.fleet===void 0?[]:["--system",project.configuration.system]];if(isRollback(
stopped))return command(["rollback",...configured,"--hop",stopped.hop]);const planned=leadingPlan(stopped.entries,stopped.hop),given=planned?.event.given??{facts:[],
parts:[]};return command([planned?.event.operation==="rehearse"?"rehearse":"climb",...configured,...planned===void 0?[]:["--target",planned.event.target],...acknowledgedFor(
project,planned).flatMap(id=>["--acknowledge",id]),...[...new Set([...given.facts,...facts])].flatMap(fact=>["--facts",fact]),...[...new Set([...given.parts,...parts])].
flatMap(part=>["--part",part])])}function isRollback(stopped){const{command:name,environment="production"}=stopped;return name==="rollback"&&environment==="prod\
uction"&&stopped.hop!==void 0}function acknowledgedFor({configuration},planned){const ids2=(planned?.event.hops.flatMap(({manual})=>manual)??[]).filter(({acknowledged})=>acknowledged).
map(({id})=>id);return[...new Set(ids2)].filter(id=>!configuration.acknowledge.includes(id))}function command(words3){return["npx","staged-upgrade",...words3.map(
quoted2)].join(" ")}function quoted2(word){return/^[\w@%+=:,./-]+$/.test(word)?word:`'${word.replaceAll("'","'\\''")}'`}var documented=lazy3(()=>object2({message:string3(),
documentation_url:string3().optional()})),deepest=100;function withPlainAnswers(fetch){return async(input,init)=>{const response=await fetch(input,init),text=await response.
text();if(jsonDepth(text)>deepest)return plain(response,502,{message:"an answer that is nested too deeply"});if(response.status<400)return plain(response,response.
status,text);const read2=documented.safeParse(parsed2(text));return plain(response,response.status,read2.success?read2.data:{message:"an answer that GitHub does\
 not document"})}}function plain({headers,statusText},status,body){const said=new Headers(headers);typeof body!="string"&&said.set("content-type","application/j\
son; charset=utf-8");for(const name of["content-length","content-encoding"])said.delete(name);const hasBody=![204,205,304].includes(status),text=typeof body=="s\
tring"?body:JSON.stringify(body);return new Response(hasBody?text:null,{status,statusText,headers:said})}function parsed2(text){try{return JSON.parse(text)}catch{
return{message:text.replace(/<[^>]*>/g," ").replace(/\s+/g," ").trim().slice(0,200)}}}var silent={debug:()=>{},info:()=>{},warn:()=>{},error:()=>{}};async function githubApi(token,environment,fetch){
const{Octokit:Client}=await import("./dist-src-ZQTFM264.js"),baseUrl=environment.GITHUB_API_URL;return new Client({auth:token,userAgent:"staged-upgrade",log:silent,
...baseUrl?{baseUrl}:{},request:{fetch:withPlainAnswers(fetch??globalThis.fetch)}})}var attempts=3,longestAnswer2=3e4,requestFailure=lazy3(()=>object2({status:number(),
message:string3(),response:object2({headers:record2(string3(),unknown2())}).optional()}));async function ask({clock,signal,permission="actions: read"},schema,request){
for(let attempt=1;;attempt+=1){signal?.throwIfAborted();const tooLong=AbortSignal.timeout(longestAnswer2);try{const{data}=await request({signal:signal?AbortSignal.
any([signal,tooLong]):tooLong}),read2=schema.safeParse(data);if(read2.success)return{kind:"answered",value:read2.data};const where=read2.error.issues[0]?.path.join(
".");return{kind:"cannot-tell",reason:`GitHub's response does not have the documented form${where?` (at ${where})`:""}`}}catch(error){signal?.throwIfAborted();const failure2=requestFailure.
safeParse(error);if(!failure2.success)throw error;if(failure2.data.status===404)return{kind:"not-found"};if(failure2.data.status<500||attempt===attempts)return cannotTell2(
failure2.data,permission);await clock.sleep(1e3*4**(attempt-1),signal)}}}function cannotTell2({status,message,response},permission){const headers=response?.headers??
{},reason3=response===void 0?`GitHub could not be reached (${message})`:`GitHub answered ${status}: ${message.replace(/ - https?:\S+$/,"")}`,next2=adviceOnRequest(
status,headers,message,permission);return{kind:"cannot-tell",reason:reason3,...next2===void 0?{}:{next:next2}}}function adviceOnRequest(status,headers,message,permission){
const limited=status===403||status===429;if(limited&&String(headers["x-ratelimit-remaining"])==="0"){const reset=new Date(Number(headers["x-ratelimit-reset"])*1e3);
return`The token has no requests left for this hour: run it again${Number.isNaN(reset.getTime())?" in an hour":` after ${dayTime8(reset.toISOString())}`}.`}if(status===
429||limited&&/secondary rate limit/i.test(message))return"GitHub asks for a pause: run it again in a few minutes.";if(status===401)return"The token is not vali\
d, or has expired: start a new run.";if(status===403)return`Give the job "permissions: { ${permission} }".`}var reviewer=lazy3(()=>object2({type:string3(),reviewer:object2(
{login:string3().exactOptional(),slug:string3().exactOptional()})})),environmentAnswer=lazy3(()=>object2({name:string3(),can_admins_bypass:boolean().exactOptional(),
protection_rules:array2(looseObject2({type:string3(),wait_timer:number().exactOptional(),prevent_self_review:boolean().exactOptional(),reviewers:array2(reviewer).
exactOptional()})).exactOptional()})),approvalsAnswer=lazy3(()=>array2(object2({state:m(["approved","rejected","pending"]),comment:string3().nullish(),user:object2(
{login:string3()}).nullish(),environments:array2(object2({name:string3()}))})));async function readGate(api,{owner,repo,environment},asking2){const answer=await ask(
asking2,environmentAnswer,request=>api.request("GET /repos/{owner}/{repo}/environments/{environment_name}",{owner,repo,environment_name:environment,request}));switch(answer.
kind){case"answered":return protectionOf(answer.value);case"not-found":return await whyNotFound(api,{owner,repo},asking2);case"cannot-tell":return answer}}function protectionOf(environment){
const rules=environment.protection_rules??[],waitMinutes=Math.max(0,...rules.map(rule=>rule.wait_timer??0)),review=rules.find(({type})=>type==="required_reviewe\
rs"),reviewers=(review?.reviewers??[]).map(reviewerName);return review===void 0||reviewers.length===0?{kind:"unprotected",why:whyUnprotected(rules)}:{kind:"prot\
ected",reviewers,preventSelfReview:review.prevent_self_review??!1,waitMinutes,...environment.can_admins_bypass===void 0?{}:{adminsMayBypass:environment.can_admins_bypass}}}
function reviewerName({type,reviewer:{login,slug}}){return slug===void 0?login??`someone (${type})`:`team ${slug}`}var ruleNames={wait_timer:"a wait timer",branch_policy:"\
a rule about branches",required_reviewers:"a list of required reviewers with nobody on it"};function whyUnprotected(rules){return rules.length===0?"it has no pr\
otection rules":`it has ${rules.map(({type})=>ruleNames[type]??`the rule "${type}"`).join(" and ")}, none of which requires a person's approval`}async function whyNotFound(api,repository,asking2){
const seen=await ask(asking2,object2({}),request=>api.request("GET /repos/{owner}/{repo}",{...repository,request}));return seen.kind==="answered"?{kind:"missing"}:
seen.kind==="not-found"?unseen(repository):seen}async function readApproval(api,{owner,repo,runId},asking2){const answer=await ask(asking2,approvalsAnswer,request=>api.
request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals",{owner,repo,run_id:Number(runId),request}));return answer.kind==="cannot-tell"?answer:answer.
kind==="not-found"?{kind:"cannot-tell",reason:`GitHub shows no run ${runId} of ${owner}/${repo} to this token`}:{kind:"known",approvals:answer.value.map(({state,
user,comment,environments})=>({state,by:user?.login??"ghost",comment:comment??"",environments:environments.map(({name})=>name)}))}}function unseen({owner,repo}){
return{kind:"cannot-tell",reason:`GitHub shows the repository ${owner}/${repo} to this token as not existing`,next:`Give the step the token of this repository's\
 own workflow, with "permissions: { actions: read }".`}}var environmentAnswer2=lazy3(()=>object2({deployment_branch_policy:object2({protected_branches:boolean(),
custom_branch_policies:boolean()}).nullish()})),policiesAnswer=lazy3(()=>object2({branch_policies:array2(object2({name:string3(),type:string3().exactOptional()}))})),
branchesAnswer=lazy3(()=>array2(object2({name:string3()})));async function readBranches(api,{owner,repo,environment},asking2){const at={owner,repo,environment_name:environment},
answer=await ask(asking2,environmentAnswer2,request=>api.request("GET /repos/{owner}/{repo}/environments/{environment_name}",{...at,request}));if(answer.kind===
"not-found")return await whyNotFound(api,{owner,repo},asking2);if(answer.kind==="cannot-tell")return answer;const policy=answer.value.deployment_branch_policy??
void 0;if(policy===void 0)return{kind:"any",why:"it has no rule about branches"};if(!policy.custom_branch_policies)return await protectedBranches(api,{owner,repo},
asking2);const policies=await ask(asking2,policiesAnswer,request=>api.request("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-polic\
ies",{...at,per_page:100,request}));if(policies.kind==="cannot-tell")return policies;if(policies.kind==="not-found")return{kind:"cannot-tell",reason:"GitHub doe\
s not list its rules"};const names=policies.value.branch_policies.map(({name})=>name),all=names.find(name=>/^[*/]+$/.test(name));return all===void 0?{kind:"name\
d",names}:{kind:"any",why:`its rule "${all}" matches every branch of its form`}}async function protectedBranches(api,repository,asking2){const answer=await ask(
asking2,branchesAnswer,request=>api.request("GET /repos/{owner}/{repo}/branches",{...repository,protected:!0,per_page:1,request}));return answer.kind==="cannot-\
tell"?answer:answer.kind==="not-found"?{kind:"cannot-tell",reason:"GitHub does not list the branches"}:answer.value.length===0?{kind:"any",why:"it allows protec\
ted branches, but no branch of the repository is protected"}:{kind:"protected"}}function gateReader(project){return project.run.kind==="github"?environment=>readEnvironment(
project,environment):void 0}function branchReader(project){return project.run.kind==="github"?environment=>readBranchesOf(project,environment):void 0}function readEnvironment(project,environment){
return asking(project,(api,here2,how)=>readGate(api,{...here2,environment},how))}function readBranchesOf(project,environment){return asking(project,(api,here2,how)=>readBranches(
api,{...here2,environment},how))}async function asking({effects},read2){const{environment,journalCredential,clock,signal}=effects,[owner,repo]=(environment.GITHUB_REPOSITORY??
"").split("/");if(journalCredential===void 0||!owner||!repo)return{kind:"cannot-tell",reason:"this step has no token, or does not know its repository",next:'Lea\
ve the input "token" of the step as it is by default.'};const api=await githubApi(journalCredential.token,environment,effects.githubFetch??effects.fetch);return await read2(
api,{owner,repo},{clock,signal})}import{durationText as durationText6,roughText}from"./terminal.js";function forecastOf(record4){const started=migrationsStarted(
record4,"production");if(started===void 0)return;const rehearsed3=rehearsedMigrations(record4);return{startedAt:started.at,...rehearsed3===void 0?{}:{rehearsed:rehearsed3}}}
function takenMilliseconds({startedAt},now){return Math.max(0,now.getTime()-Date.parse(startedAt))}var growth=1.5,longestPauseMilliseconds=15e3,atLeastMilliseconds=1500,
shareOfDuration=.015;function paceAfter(before,{version,serving,migrations:migrations2},at){const name=migrations2.kind==="pending"?migrations2.next:"current"in
migrations2?migrations2.current:"",applied="applied"in migrations2?migrations2.applied:"",seen=JSON.stringify([version.kind==="known"?version.value:"",serving.kind,
migrations2.kind,name,applied]);if(before===void 0||before.seen!==seen)return{seen,since:at,pause:firstPauseMilliseconds};const bound=Math.max(atLeastMilliseconds,
shareOfDuration*(at-before.since));return{...before,pause:Math.min(before.pause*growth,bound,longestPauseMilliseconds)}}function forecastProgress(forecast,now){
const taken=takenMilliseconds(forecast,now),{rehearsed:rehearsed3}=forecast;if(rehearsed3===void 0)return`for ${roughText(taken)}`;const longer=longerThan(rehearsed3,
taken);return longer===void 0?`${roughText(taken)} of about ${roughText(rehearsed3)} (as in the rehearsal)`:`${roughText(taken)}, ${longer} longer than in the r\
ehearsal`}function forecastSentence(forecast,now){const taken=takenMilliseconds(forecast,now),{rehearsed:rehearsed3}=forecast,so=`Its migrations have taken ${roughText(
taken)} so far`;if(rehearsed3===void 0)return`${so}.`;const longer=longerThan(rehearsed3,taken);return longer===void 0?`${so}; in the rehearsal they took ${roughText(
rehearsed3)}, so about ${roughText(Math.max(0,rehearsed3-taken))} are left.`:`${so}, ${longer} longer than in the rehearsal.`}function longerThan(rehearsed3,taken){
const more=roughText(taken-rehearsed3);return taken<=rehearsed3||roughText(taken)===roughText(rehearsed3)||taken-rehearsed3<1e3?void 0:more}function showProgress({
project,hop,environment},{migrations:migrations2,version},forecast){const{log}=project.effects,time=forecast===void 0?"":`: ${forecast}`;if(migrations2.kind==="\
running"){const note=migrations2.note===void 0?"":`. ${migrations2.note}`,far=migrationProgress(migrations2.progress);log.progress({text:`${hop.to} on ${environment}\
 runs the migration ${migrations2.current}${far}${time}${note}`})}else{const seen=version.kind==="known"?`${version.value} answers, its migrations: ${migrations2.
kind}`:version.reason;log.progress({text:`Waiting for ${hop.to} on ${environment} (${seen})${time}`})}}function showEarly({project,hop,environment},milliseconds){
const text=`Starting the migrations of ${hop.to} on ${environment} in ${durationText6(milliseconds)}: until then the release before counts as running, and they \
would wait for longer`;project.effects.log.progress({text})}var reserveMilliseconds=15*6e4;function budgetOf(project,{budget=project.configuration.budget}){return Math.
min(budget,leftOfJob(project)??Number.POSITIVE_INFINITY)}function leftOfJob({effects,configuration}){const{jobStartedAt,clock}=effects;if(jobStartedAt===void 0)
return;const end=jobStartedAt.getTime()+configuration["job-limit"]-reserveMilliseconds;return Math.max(0,end-clock.now().getTime())}import{UserError as UserError3}from"./start.js";
function environmentOf({environment},command2){if(environment!==void 0)return environment;throw new UserError3({happened:'The input "environment" is missing.',means:`\
"${command2}" would not know what to act on. Nothing was done.`,next:'Say "staging" or "production".'})}import{failed as failed2}from"./project.js";import{durationText as durationText7}from"./terminal.js";
var noLooks={refused:0,other:void 0};function looked(before,observation,to,at){const{version,serving}=observation,isOther=version.kind==="known"&&version.value!==
to&&serving.kind==="yes",{other}=before,steady=isOther&&other?.version===version.value?other:void 0;return{refused:refusal(observation)===void 0?0:before.refused+
1,other:isOther?{version:version.value,looks:(steady?.looks??0)+1,since:steady?.since??at}:void 0}}var refusedLooks=3,steadyLooks=5,steadyMilliseconds=3e4;function decideFromLooks(looks2,observation,{
to,environment,at,grace=steadyMilliseconds}){const refused=refusal(observation);if(refused!==void 0&&looks2.refused>=refusedLooks)return noAccess(environment,refused);
const{other}=looks2;if(other===void 0||other.looks<steadyLooks)return;const since=at-other.since;return since<Math.min(grace,steadyMilliseconds)?void 0:otherAnswers(
other.version,to,environment,since)}function refusal({version,serving,migrations:migrations2}){for(const part of[version,serving,migrations2])if("refused"in part&&
part.refused===!0)return part.reason}function noAccess(environment,refused){return failed2(`Access to ${environment} was refused ${refusedLooks} times in a row:\
 ${refused}.`,"Its state can no longer be observed. This neither started nor stopped anything: whatever is running there continues.","Renew that credential in t\
he secrets of this environment, or correct its permissions; then run again: the run resumes from what it observes.")}function otherAnswers(version,to,environment,since){
return failed2(`The deploy command succeeded, but ${version} answers on ${environment}: healthy, and unchanged for ${durationText7(since)}. ${to} does not.`,`Ei\
ther ${to} was never deployed, or another server answers at this url.`,`Check what the deploy command of ${environment} really changes, and which server environ\
ments.${environment}.url points to. Then run again.`)}import{dayTime as dayTime9}from"./terminal.js";function servesTarget({standing,observation}){return standing.
kind==="on-to"&&observation.serving.kind==="yes"}function isOnlyToWatch(situation){const{promotion}=situation;return promotion.deployed===void 0&&promotion.inPlace&&
servesTarget(situation)}function toApprove(job,situation){const{hop,promotion,observation}=situation;if(promotion.completed!==void 0)return{kind:"nothing",because:`\
Hop ${hop.id} was completed on ${dayTime9(promotion.completed.at)}.`};if(job==="promote")return promotion.deployStarted?isOnlyToWatch(situation)?{kind:"nothing",
because:`${hop.to} was deployed on production: it is only watched.`}:promotion.deployed!==void 0&&servesTarget(situation)?{kind:"nothing",because:`${hop.to} was\
 deployed on production on ${dayTime9(promotion.deployed.at)}.`}:{kind:"deploy-again"}:{kind:"deploy"};const{migrating}=promotion;if(migrating===void 0)return{kind:"\
migrations"};const hasFailed=observation.migrations.kind==="failed";return areMigrationsStarted(promotion)&&!hasFailed?{kind:"nothing",because:`The migrations o\
f ${hop.to} were started on production on ${dayTime9(migrating.at)}.`}:{kind:"migrations-again"}}function toApproveNext({promotion,rehearsal,traits,unfinishedRollback:unfinishedRollback2}){
const{completed:completed2,restoring,deployStarted,deployed,smoked,migrating}=promotion;return completed2!==void 0?{kind:"nothing",because:""}:restoring!==void 0||
unfinishedRollback2!==void 0?{kind:"nothing",because:"A rollback must be finished first."}:deployStarted?deployed===void 0?{kind:"deploy-again"}:smoked&&traits.
deferrable&&migrating===void 0?{kind:"migrations"}:{kind:"nothing",because:""}:rehearsal.kind==="passed"||rehearsal.kind==="waived"?{kind:"deploy"}:{kind:"nothi\
ng",because:"There is nothing to approve before the rehearsal has passed."}}import{decideWindow,localText,nextLongEnough}from"./project.js";import{StoppedStep}from"./start.js";
import{deployPlaceRules}from"./project.js";var backupPlaces=["backup.store","backup.encryption.age.recipients"],identityPlace="backup.encryption.age.identity",always={
common:["product","journal","notify"],own:["url","access","topology","hooks.on-failure","hooks.logs"]};function needsOfStep({common=[],own=[],...more}){return{...more,
common:[...always.common,...common],own:[...always.own,...own]}}function placesOf({common=[],own=[],logs,place:place2},environment,readsLogs2){const parts=logs===
!0&&readsLogs2?[...own,"deploy"]:own,deployed=place2===!0&&environment==="production"&&!parts.includes("deploy")?placeSettings:[];return[...common.flatMap(placesOfCommon),
...[...parts,...deployed].map(part=>`environments.${environment}.${part}`)]}var placeSettings=[...deployPlaceRules].flatMap(([kind,{keys}])=>keys.map(key=>`depl\
oy.${kind}.${key}`));function placesOfCommon(part){switch(part){case"backup":return backupPlaces;case"decryption":return[identityPlace];default:return[part]}}function projectWithin(project,command2,{
common=[]}){return common.includes("backup")?project:{...project,store:()=>refuseUndeclared(command2,"backup")}}function liveWithin(live,command2,{common=[],own=[],
place:place2}){const hooks=`environments.${live.environment}.hooks.`,declared2=[...always.own,...own];return{...live,data:()=>own.includes("data")?live.data():refuseUndeclared(
command2,"data"),deployer:target=>own.includes("deploy")?live.deployer(target):refuseUndeclared(command2,"deploy"),deployerLogs:()=>own.includes("deploy")?live.
deployerLogs():void 0,place:target=>place2===!0||own.includes("deploy")?live.place(target):refuseUndeclared(command2,"deploy"),measures:placeholders=>common.includes(
"baseline")?live.measures(placeholders):refuseUndeclared(command2,"baseline"),smokeTests:(placeholders,since)=>common.includes("smoke")?live.smokeTests(placeholders,
since):refuseUndeclared(command2,"smoke"),context:(where,placeholders)=>{const part=where.startsWith(hooks)?`hooks.${where.slice(hooks.length)}`:void 0;return part!==
void 0&&!declared2.includes(part)&&refuseUndeclared(command2,part),live.context(where,placeholders)}}}function refuseUndeclared(command2,part){throw new Error(`\
the step "${command2}" uses "${part}" of the configuration, which it does not declare: add it to its "needs"`)}import{typedHop}from"./start.js";import{changedContents as changedContents2,
contentDigests as contentDigests2}from"./project.js";import{hopId as hopId3}from"./start.js";import{UserError as UserError4}from"./start.js";function hopsOf({hops}){
return hops.map((hop,index)=>({...hop,index:index+1,count:hops.length,title:`${hop.from} \u2192 ${hop.to}`,reasons:hop.reasons??[]}))}function digestOnProduction(entries,id){
const newest2=inEnvironment(entries,"production").findLast(({event})=>(event.type==="deploying"||event.type==="rolling-back"||event.type==="rolled-back")&&event.
hop.id===id);return newest2!==void 0&&newest2.event.type!=="rolled-back"&&"hop"in newest2.event?newest2.event.hop.digest:void 0}function readHop(given,entries,project,wanted="\
planned last"){if(given===void 0)throw new UserError4({happened:'The input "hop" is missing.',means:"A step of a hop must know which hop it belongs to. Nothing \
was done.",next:'Give it the id of a planned hop: in a terminal, --hop 1.0.2--1.1.4; in a workflow, the matrix element that "plan" made (${{ toJSON(matrix.hop) \
}}).'});return asPlanned(typeof given=="string"?named(given,entries,wanted):given,entries,project)}function named(text,entries,wanted){return text.trimStart().startsWith(
"{")?fromMatrix(text,entries):byId(text.trim(),entries,wanted)}function asPlanned(given,entries,project){const digest=hopDigest(project,given);if(digest===given.
digest)return given;throw new UserError4({happened:`The configuration is not the one that hop ${given.id} was planned with (digest ${given.digest.slice(0,12)}, \
now ${digest.slice(0,12)})${whatChanged(given,entries,project)}.`,means:"This step would not do what was planned and approved. Nothing was done.",next:"Start a \
new run: it plans, rehearses and asks for approval with the current configuration. To finish what was started, such as a rollback, restore the previous one firs\
t."})}function whatChanged({id,digest},entries,project){const plan=entries.findLast(entry2=>isOf(entry2,"planned")&&entry2.event.hops.some(hop=>hop.id===id&&hop.
digest===digest));if(plan?.event.contents===void 0)return"";const changed=changedContents2(plan.event.contents,contentDigests2(doneContents(project)));return changed.
length===0?"":`: ${changedSince(changed)}`}function fromMatrix(text,entries){const reading=readMatrixHop(text);if(reading.kind==="wrong")throw notOfTheMatrix(`i\
s not a hop as "plan" makes it: ${reading.because}`);const{id,digest}=reading.hop,planned=plansOf(entries).flatMap(({event})=>hopsOf(event).filter(hop=>hop.id===
id)),same=planned.filter(hop=>hop.digest===digest),[newest2]=same;if(newest2!==void 0){const asked=JSON.stringify(reading.hop);return same.find(hop=>matrixJson(
hop)===asked)??newest2}throw notOfTheMatrix(planned.length===0?`names the hop ${id}, which is in no plan of the journal`:`names the hop ${id} with the digest ${digest.
slice(0,12)}, with which no plan of the journal has it`)}function notOfTheMatrix(what){return new UserError4({happened:`The input "hop" ${what}.`,means:"Nothing\
 was done.",next:"Pass the matrix element unchanged, ${{ toJSON(matrix.hop) }}, or give the id of a planned hop such as 1.0.2--1.1.4."})}function byId(id,entries,wanted){
typedHop(id);const plans=plansOf(entries),named2=plans.flatMap(({event})=>hopsOf(event).filter(hop=>hop.id===id&&hop.id===hopId3(hop.from,hop.to))),digest=wanted===
"on production"?digestOnProduction(entries,id):void 0,found=named2.find(hop=>hop.digest===digest)??named2[0];if(found!==void 0)return found;const[last]=plans,list2=last===
void 0?"":last.event.hops.map(hop=>hop.id).join(", ");throw new UserError4({happened:`No path that was planned has a hop "${id}".`,means:"Nothing was done.",next:list2===
""?'Run "plan" first.':`The last planned hops are: ${list2}.`})}function plansOf(entries){return entries.filter(entry2=>isOf(entry2,"planned")).toReversed()}import{
eventSentence as eventSentence2,printable,runName as runName3}from"./project.js";var journalColumns=["#","time","run","actor","what"];function journalLog(entries){
if(entries.length===0)return`The journal is empty: nothing has been recorded yet.
`;const rows=[journalColumns,...entries.map(journalRow)],widths=journalColumns.map((_,column)=>Math.max(...rows.map(cells2=>[...cells2[column]??""].length)));return rows.
map(cells2=>`${cells2.map((cell,column)=>pad(cell,widths[column]??0)).join("  ").trimEnd()}
`).join("")}function journalRow({sequence,at,run:run2,event}){return[String(sequence),at.replace(/T(\d\d:\d\d:\d\d)(\.\d+)?Z$/," $1Z"),runName3(run2),printable(
run2.actor),eventSentence2(event)]}function pad(text,width){return text+" ".repeat(Math.max(0,width-[...text].length))}import{BucketError}from"./project.js";import{
countText}from"./terminal.js";import{SystemFailure as SystemFailure4,UserError as UserError5,oneLine as oneLine2}from"./start.js";function recordsOf(entries,stored,toleranceMilliseconds){
const known2=new Set(entries.flatMap(entry2=>isOf(entry2,"backed-up")?[entry2.event.backup]:[])),unseen2=stored.filter(({id})=>!known2.has(id)).toSorted((a2,b2)=>a2.
startedAt.localeCompare(b2.startedAt)).flatMap(backup2=>{const sign=signOf(backup2,entries,toleranceMilliseconds);return sign===void 0?[]:[{backup:backup2,sign}]}),
newest2=unseen2.at(-1);return newest2!==void 0?{kind:"without-journal",backups:unseen2.map(({backup:backup2})=>backup2),sign:newest2.sign}:known2.size>0&&!stored.
some(({id})=>known2.has(id))?{kind:"without-backups",recorded:known2.size}:{kind:"together"}}function signOf({startedAt,finishedAt,journalEntries},entries,toleranceMilliseconds){
const firstEntryAt=entries[0]===void 0?Number.POSITIVE_INFINITY:Date.parse(entries[0].at);if(Date.parse(startedAt)+toleranceMilliseconds<firstEntryAt)return{kind:"\
younger"};if(entries.length<journalEntries)return{kind:"shorter",had:journalEntries,has:entries.length};const last=entries[journalEntries-1];return last!==void 0&&
Date.parse(last.at)>Date.parse(finishedAt)+toleranceMilliseconds?{kind:"written-anew",entry:journalEntries}:void 0}async function refuseLostRecords(project){const lost=await lostRecords(
project);if(lost?.kind==="without-backups"&&project.effects.log.warn(oneLine2(lost.message)),lost?.kind==="without-journal")throw new UserError5(lost.message)}async function warnOfLostRecords(project,entries){
try{const lost=await lostRecords(project,entries);return lost!==void 0&&project.effects.log.warn(oneLine2(lost.message)),lost}catch(error){if(!(error instanceof
SystemFailure4))throw error;return}}async function lostRecords(project,entries){const{journal:journal2,configuration}=project,stored=await storedHere(project);if(stored===
void 0)return;const own=stored.filter(({system})=>system===configuration.system),records=recordsOf(entries??await journal2.read(),own,configuration.lock["clock-\
tolerance"]);switch(records.kind){case"together":return;case"without-backups":return{kind:records.kind,message:withoutBackups(project,records.recorded)};case"wi\
thout-journal":return{kind:records.kind,message:withoutJournal(project,records)}}}async function storedHere(project){try{return(await project.store().list()).backups}catch(error){
if(error instanceof UserError5||error instanceof SystemFailure4&&error.cause instanceof BucketError&&error.cause.withoutLogin)return;throw error}}function withoutBackups(project,recorded){
const{journal:journal2,configuration}=project;return{happened:`The journal (${journal2.description}) has recorded ${countText(recorded,"backup")} of ${configuration.
system}, and none of them is in ${project.store().description}.`,means:"If that is the wrong place, a rollback will find nothing to restore.",next:"Correct back\
up.store before anything else is done; if they were removed on purpose, nothing has to be done."}}function withoutJournal(project,{backups,sign}){const{journal:journal2,
configuration}=project,has=`${project.store().description} has ${countText(backups.length,"backup")} of ${configuration.system}`,newest2=backups.at(-1)?.id,lost="\
If it is lost for good, look at production yourself, then move these backups to another place;";if(sign.kind==="younger")return{happened:`${has} from before the\
 journal started (${journal2.description}), the newest ${newest2}.`,means:"This is not the journal in which they were recorded, so what was half done, approved \
or held is not known here. Nothing was done.",next:`Make sure that the journal is there: its disk mounted, its path and branch as they were. ${lost} they are ke\
pt, and a new journal is started.`};const shows=sign.kind==="shorter"?`was taken when it had ${sign.had} entries, and it has ${sign.has}`:`is older than entry ${sign.
entry}, which was there when it was taken`;return{happened:`${has} that the journal (${journal2.description}) does not know, and the newest, ${newest2}, ${shows}\
.`,means:"The journal was reset to an earlier state, so what was half done, approved or held since then is not known here. Nothing was done.",next:`Bring its ne\
west state back: from a backup of the folder, or by pushing the commit that the branch was at (a clone or the activity page of the repository has it). ${lost} t\
hey are kept, and the journal continues from here.`}}import{approvedOf,confirmationFor,isConfirmed,pathGate}from"./project.js";import{settingsOf as settingsOf3}from"./project.js";
import{escapeMarkdown as escapeMarkdown2}from"./start.js";import{cannotTell_M7NQ6CCT as cannotTell3,refuse as refuse6,waiting as waiting3}from"./project.js";import{
dayTime as dayTime10}from"./terminal.js";import{referenceTo,releaseOn as releaseOn2,releaseSides}from"./start.js";import{partPlaceholders as partPlaceholders2}from"./project.js";
import{endedWell,howItEnded,runUserCommand,runUserCommandOrFail}from"./project.js";import{SystemFailure as SystemFailure5,UserError as UserError6,oneLine as oneLine3}from"./start.js";
const{basename}=process.getBuiltinModule("node:path"),{writeFile}=process.getBuiltinModule("node:fs/promises"),{join}=process.getBuiltinModule("node:path");async function runHook(context,name,placeholders=context.
placeholders){const{project,environment,live}=context,hook=settingsOf3(project.configuration,environment).hooks[name];hook!==void 0&&(await context.confirmLease(),
await project.effects.log.group(`Hook ${name}`,async()=>{await runUserCommandOrFail(hook,live.context(`environments.${environment}.hooks.${name}`,placeholders),
`The step stops here, because its hook "${name}" failed.`)}))}function productionLine(hop,entries,observation){if(observation===void 0)return lastSeen(entries);
const{version,serving}=observation,runs2=version.kind==="known"?version.value:`something that does not answer (${version.reason})`,serves=serving.kind==="unknow\
n"?`unknown (${serving.reason})`:serving.kind,data=dataOf(hop,recordOf(entries,hop),version.kind==="known"?version.value:void 0);return`Production runs ${runs2}${data===
void 0?"":` on ${data}`}, serving: ${serves}.`}function dataOf({from,to},record4,version){const{migrating,waited,completed:completed2,deployStarted}=promotionOf(
record4),deferred=latest(inEnvironment(record4.entries,"production"),"deploying")?.event.deferred;return completed2!==void 0||migrating!==void 0&&waited!==void 0?
`data of ${to}`:migrating!==void 0?`data whose migration to ${to} was started`:deployStarted?deferred===!1?`data that ${to} may have migrated`:`data of ${from}`:
version===from?`data of ${from}`:void 0}function lastSeen(entries){const seen=entries.findLast(({event})=>(event.type==="checked"||event.type==="deployed")&&event.
environment==="production");return seen?.event.type!=="checked"&&seen?.event.type!=="deployed"?"Production was not touched.":`Production was not touched by this\
 step; it was last seen on ${seen.event.version} on ${dayTime10(seen.at)}.`}function failureSummary(facts){const{hop,environment,outcome,message}=facts;return markdownOf(
[{kind:"box",tone:outcome==="waiting"?"note":"caution",text:[{strong:productionLine(hop,facts.entries,facts.observation)},` ${message.next}`]},paragraph({strong:outcome},
` on ${environment}, hop ${hop.from} \u2192 ${hop.to}: ${message.happened}`),...message.means===""?[]:[paragraph(message.means)]])}var diagnosticsPrefix="staged\
-upgrade-diagnostics-";function diagnosticsReport({hop,product,changelog,observation,entries,configuration,serverLog:serverLog2,ended,evidence}){return[`# ${escapeMarkdown2(
`${product}: ${hop.title}`)}`,block("What happened",[ended.happened,ended.means,ended.next].filter(line3=>line3!=="").join(`
`)),block("Observed",JSON.stringify(observation,void 0,2)),...evidence.map(({name,text})=>block(name,text)),...changelog===void 0?[]:[block("What the releases b\
ring",changelogLines(hop,changelog))],block("Hop",JSON.stringify(hop,void 0,2)),block("Journal",journalLog(entries)),block("Configuration",JSON.stringify(configuration,
void 0,2)),block("Server log",serverLog2),""].join(`

`)}function changelogLines(hop,changelog){return[...new Set(releaseSides.map(side=>releaseOn2(hop,side)))].map(release=>`${release}: ${changelog.replaceAll("{ve\
rsion}",release)}`).join(`
`)}function block(title,text){const longest2=Math.max(0,...[...text.matchAll(/`+/g)].map(match=>match[0].length)),fence2="`".repeat(Math.max(3,longest2+1));return`\
## ${escapeMarkdown2(title)}

${fence2}text
${text.trimEnd()}
${fence2}`}var keptLines=2e3,longestRead=6e4,newestMilliseconds=36e5;async function readServerLog(context){const{project,live,environment,placeholders}=context,
hook=settingsOf3(project.configuration,environment).hooks.logs;if(hook===void 0)return await throughDeployer(context);const result=await runUserCommand(hook,live.
context(`environments.${environment}.hooks.logs`,placeholders)),text=`${result.stdout}${result.stderr}`;return endedWell(result)?{kind:"read",text}:{kind:"faile\
d",reason:`The hook "logs" ${howItEnded(result)}.`,text}}async function throughDeployer({project,live}){const logs=live.deployerLogs();if(logs===void 0)return{kind:"\
none"};const{clock,signal}=project.effects,lines3=[],onLine=line3=>{lines3.push(line3),lines3.length>2*keptLines&&lines3.splice(0,keptLines)},kept=()=>lines3.slice(
-keptLines).join(`
`);try{await logs({since:new Date(clock.now().getTime()-newestMilliseconds),onLine,signal:AbortSignal.any([signal,AbortSignal.timeout(longestRead)])})}catch(error){
return signal.throwIfAborted(),{kind:"failed",reason:whyUnread(error),text:kept()}}return{kind:"read",text:kept()}}function whyUnread(error){if(error instanceof
SystemFailure5||error instanceof UserError6)return error.detail.happened;if(error instanceof DOMException&&error.name==="TimeoutError")return"The log could not \
be read within a minute.";throw error}async function writeDiagnostics(context,observation,ended){const{project,hop}=context,{effects,document,journal:journal2}=project,
name=`${diagnosticsPrefix}${hop.id}.md`,report2=diagnosticsReport({hop,product:project.product.title,changelog:project.product.changelog,observation,entries:await journal2.
read(),configuration:document,serverLog:await serverLog(context),ended,evidence:await evidenceOf2(context)}),save2=effects.saveFile??writeFile,file2=join(effects.
startedIn??effects.directory,name);try{await save2(file2,effects.pen.markdown(report2))}catch(cause){effects.log.warn(`${name} could not be written: ${cause instanceof
Error?cause.message:String(cause)}`);return}return file2}async function evidenceOf2({live,project}){const{signal}=project.effects;return await Promise.all(live.
evidence().map(async each=>({name:each.name,text:await each.collect(signal)})))}async function serverLog(context){const log=await readServerLog(context);switch(log.
kind){case"read":return log.text;case"failed":return`${log.reason}
${log.text}`;case"none":return`No hook "logs" is configured for ${context.environment}, and this step does not read it through the deployer.`}}async function hopStep(project,input,work){
return await givingBackIfThrown(project,()=>step(project,input,work))}async function step(project,input,{environment,needs,preempts:preempt,body,beforehand}){project.
effects.signal.throwIfAborted();const entries=await project.journal.read();entries.some(entry2=>isOf(entry2,"planned"))||await refuseLostRecords(project);const wanted=input.
command==="rollback"&&environment==="production"?"on production":"planned last",hop=await withFiles(project,readHop(input.hop,entries,project,wanted)),plain3=contextOf(
project,input,{environment,needs,hop,entries}),end=await recordingStop(plain3,async()=>await beforehand(plain3)??await underLease(project,{preempt,entries},(lease,signal)=>{
const within2={...project,effects:{...project.effects,signal}};return endOf2(contextOf(within2,input,{environment,needs,hop,entries,lease}),project.effects.signal,
body)})),skipped=end.kind==="already-done";switch((end.kind==="done"||skipped)&&isLastUnderLease(project.run,input,{environment,skipped})&&await releaseQuietly(
project),end.kind){case"done":return stepResult("passed",end.headline,`${escapeMarkdown2(end.headline)}
${(end.details??[]).map(line3=>`
- ${escapeMarkdown2(line3)}`).join("")}
`,end.outputs);case"already-done":return stepResult("skipped",`Nothing to do: ${end.because}`,`${escapeMarkdown2(`Nothing to do: ${end.because}`)}
`,end.backup===void 0?{}:{backup:end.backup});default:return await notDone(plain3,end)}}function contextOf(whole2,input,{environment,needs,hop,entries,lease}){const project=projectWithin(
whole2,input.command,needs),live=liveWithin(openLiveSystem(whole2,environment,entries),input.command,needs),reference2=referenceTo(hop),observe2=()=>observeWell(
live,project.effects);return{project,command:input.command,input,hop,environment,live,observe:observe2,situation:async()=>{const observation=await observe2();return situationOf(
{hop,traits:project.traits,now:project.effects.clock.now(),observation,entries:await project.journal.read(),rehearsalMaxAge:project.configuration.rehearsal["max\
-age"],retry:input.retry===!0})},record:event=>project.journal.append({...event,hop:reference2,environment}),confirmLease:async()=>{const standing=await lease?.
confirm();if(standing?.kind==="lost")throw new LeaseLost(standing.to)},placeholders:{from:releaseOn2(hop,"from"),to:releaseOn2(hop,"to"),...partPlaceholders2(hop.
parts?.from)}}}var looks=3,pauseMilliseconds=500;async function observeWell(live,{clock,signal}){for(let look=1;;look++){const observation=await live.observe(signal),
{version,migrations:migrations2}=observation;if(version.kind==="known"&&migrations2.kind!=="unknown"||look===looks)return observation;await clock.sleep(pauseMilliseconds,
signal)}}async function recordingStop(context,work){const{project,command:command2,hop,environment}=context;try{return await work()}catch(error){if(!project.effects.
signal.aborted)throw error;const facts={command:command2,hop:hop.id,environment};try{const message=`${command2} of hop ${hop.id} was stopped; what it was doing \
may be half done.`;await context.record({type:"ended",command:command2,outcome:"unknown",message}),await releaseLease(project)}catch(cause){const why=project.effects.
pen.text(cause instanceof Error?cause.message:String(cause));throw new StoppedStep({...facts,notRecorded:why},{cause:error})}throw new StoppedStep(facts,{cause:error})}}
async function endOf2(context,stop,body){try{return await body(context)}catch(error){if(error instanceof SystemFailure5&&!stop.aborted)return{kind:"failed",message:error.
detail};throw error}}var outcomeOf2={waiting:"waiting",refuse:"refused",failed:"failed",unknown:"unknown"};async function notDone(context,end){const{project,command:command2,
input,environment,hop}=context,outcome=outcomeOf2[end.kind],{pen}=project.effects,redacted={happened:pen.text(end.message.happened),means:pen.text(end.message.means),
next:pen.text(end.message.next)};(end.kind!=="refuse"||end.unrecorded!==!0)&&await context.record({type:"ended",command:command2,outcome,message:oneLine3(redacted)}),
outcome==="failed"&&await failureHook(context),await releaseLease(project),outcome!=="waiting"&&await announce(project,noticeOfFailure(context,redacted,noticeFacts(
project)));const observation=environment==="production"?await lookAgain(context):void 0,entries=await project.journal.read(),file2=observation!==void 0&&needsEvidence(
command2,outcome)?await writeDiagnostics(context,observation,redacted):void 0,message=outcome==="waiting"?withNewRun(redacted,newRunOf(project,{command:command2,
environment:input.environment,input,entries,hop:hop.id})):withFile(redacted,file2,project.run.kind==="github"),summary=failureSummary({hop,environment,outcome,message,
observation,entries});return{...stepResult(outcome,message.happened,summary),message}}function needsEvidence(command2,outcome){return outcome==="failed"||outcome===
"unknown"||outcome==="refused"&&command2==="rollback"}function withFile(message,file2,isWorkflow){if(file2===void 0)return message;const where=isWorkflow?`${basename(
file2)}, an artifact of this run`:file2;return{...message,next:`${message.next} What vendor support will ask for is in ${where}.`.trimStart()}}async function lookAgain({
live}){return await live.observe()}async function failureHook(context){try{await runHook(context,"on-failure")}catch(error){if(!(error instanceof SystemFailure5))
throw error;context.project.effects.log.warn(`The hook "on-failure" failed too: ${error.message}`)}}function stepResult(outcome,headline,summary,outputs={}){return{
outcome,headline,outputs,summary,text:""}}function isAct(decision){return decision.kind==="act"}async function environmentGate({project,hop},environment){return await gateOf(
project,environment,usedApprovals(await project.journal.read(),project.run,environment,hop))}async function pathApprovalGate(project,environment){return await gateOf(
project,environment,usedByAttempts(await project.journal.read(),project.run,environment))}async function gateOf(project,environment,used){const{GITHUB_SERVER_URL:server,
GITHUB_REPOSITORY:repository}=project.effects.environment;return{setting:"environment",environment,approved:await approvedIn(project,environment,used),reading:await readEnvironment(
project,environment),settingsUrl:`${server??"https://github.com"}/${repository??""}/settings/environments`}}function usedApprovals(entries,run2,environment,hop){
const ofRun=entries.filter(entry2=>entry2.run.kind===run2.kind&&entry2.run.id===run2.id),recorded=ofRun.filter(entry2=>isOf(entry2,"approved")&&entry2.event.gate===
environment&&entry2.event.note===void 0&&(entry2.event.hop.id!==hop.id||!isSameAttempt(entry2.run,run2))),hops=latest(ofRun,"planned")?.event.hops.length??1,earlier=recorded.
filter(entry2=>entry2.run.attempt<run2.attempt).length;return{approvals:recorded.map(({event:{by,comment}})=>({by,comment:comment??""})),unaccounted:Math.max(0,
(run2.attempt-1)*hops-earlier)}}function usedByAttempts(entries,run2,environment){const attempts2=new Map;for(const entry2 of entries){if(!isOf(entry2,"approved")||
entry2.event.gate!==pathGate(environment))continue;entry2.run.kind===run2.kind&&entry2.run.id===run2.id&&!isSameAttempt(entry2.run,run2)&&entry2.event.note===void 0&&
attempts2.set(entry2.run.attempt,entry2)}const recorded=[...attempts2.values()];return{approvals:recorded.map(({event:{by,comment}})=>({by,comment:comment??""})),
unaccounted:Math.max(0,run2.attempt-1-recorded.length)}}async function approvedIn(project,environment,{approvals,unaccounted}){const runId=project.run.id,reading=await asking(
project,(api,here2,how)=>readApproval(api,{...here2,runId},how));return reading.kind==="cannot-tell"?{kind:"unknown",reason:reading.reason}:approvedOf(reading.approvals,
environment,approvals,unaccounted)}function passedEnvironment({environment:gate,approved}){switch(approved.kind){case"by":{const{by,comment}=approved.approval;return{
gate,by,...comment===""?{}:{comment}}}case"used":return{gate,by:approved.approval.by,note:"that approval already let through another job of this run, or may hav\
e"};case"nobody":return{gate,by:"nobody",note:"GitHub lists nobody; an administrator may have let it pass"};case"unknown":return{gate,by:"unknown",note:`it coul\
d not be determined who approved: ${approved.reason}`}}}async function recordOnce({project,hop},passed){const{gate,by,note}=passed;(await project.journal.read()).
some(entry2=>isOf(entry2,"approved")&&entry2.event.gate===gate&&entry2.event.by===by&&entry2.event.note===note&&entry2.event.hop.digest===hop.digest&&isSameAttempt(
entry2.run,project.run))||await project.journal.append({type:"approved",hop:referenceTo(hop),...passed})}function decideGate(gate,state,hop){const untouched=unharmed[gate](
hop.to);switch(state.setting){case"none":return{kind:"act",because:`The configuration asks for no approval ("gates: { ${gate}: none }").`};case"dispatch":return dispatched(
gate,state,hop,untouched);case"environment":return decideProtection(state,wordsFor(gate,untouched));case"path":return ofPath(gate,state,hop,untouched)}}function wordsFor(gate,untouched){
return{untouched,again:"start a new run",otherwise:`climb in a terminal, which asks, or write "gates: { ${gate}: none }" into the configuration`}}function ofPath(gate,{
protection,covers:covers2},{id},untouched){const next2="Start a new run: it plans, and asks once for all of its hops.";return covers2===void 0?refuse6('This att\
empt of the run has no approval of its path ("gates: { scope: path }").',`The job "approve" asks for it, in the environment "${protection.environment}", and re-\
running jobs does not ask again. ${untouched}`,next2):covers2?decideProtection(protection,wordsFor(gate,untouched)):refuse6(`Hop ${id}, as it is configured now,\
 is not among the hops that this run was approved for.`,`What was approved must be what is done. ${untouched}`,next2)}function decideProtection(state,words3){const{
environment,reading,approved,settingsUrl}=state,{untouched,again,otherwise:otherwise2}=words3,setUp=`Open ${settingsUrl}, choose "${environment}", tick "Require\
d reviewers", name who approves, and save the protection rules; then ${again}. If it cannot be ticked, the plan of this repository has no reviewers: ${otherwise2}\
.`;switch(reading.kind){case"protected":return reading.adminsMayBypass===!1?approvedStrictly(environment,reading.reviewers,approved,words3):{kind:"act",because:`${waitsFor2(
environment,reading.reviewers)}; ${whoApproved(approved)}.`};case"unprotected":return refuse6(`The GitHub environment "${environment}" lets jobs start without a\
nybody's approval: ${reading.why}.`,untouched,setUp);case"missing":return refuse6(`The GitHub environment "${environment}" does not exist. GitHub creates it whe\
n a job names it, without any protection.`,untouched,setUp);case"cannot-tell":return cannotTell3(`It could not be determined whether the GitHub environment "${environment}\
" has required reviewers: ${reading.reason}.`,`Unknown never counts as approved. ${untouched}`,reading.next??"Run it again later; https://www.githubstatus.com s\
hows the status of GitHub.")}}function approvedStrictly(environment,reviewers,approved,{untouched,again}){const nobodyElse=`nobody may bypass its reviewers (${reviewers.
join(", ")})`;switch(approved.kind){case"nobody":return refuse6(`Nobody approved this run for the GitHub environment "${environment}", and ${nobodyElse}.`,`The \
job of this step does not wait for them, because it does not name the environment. ${untouched}`,`Give the job "environment: ${environment}", as "staged-upgrade\
 init --update" writes it; then ${again}.`);case"used":return refuse6(`Nobody approved this job for the GitHub environment "${environment}": every approval of t\
his run let through another of its jobs, or may have, in this attempt or an earlier one. And ${nobodyElse}.`,`GitHub does not always ask again when jobs are re-\
run. ${untouched}`,`Instead of re-running jobs, ${again}: it asks.`);case"by":case"unknown":return{kind:"act",because:`${waitsFor2(environment,reviewers)}; ${whoApproved(
approved)}.`}}}function waitsFor2(environment,reviewers){return`"${environment}" waits for one of its reviewers (${reviewers.join(", ")})`}function whoApproved(approved){
switch(approved.kind){case"by":return`${approved.approval.by} approved this run`;case"used":return`GitHub lists no approval of this job, only approvals that let\
 through other jobs of this run, or may have, the first by ${approved.approval.by}`;case"nobody":return"GitHub lists nobody who approved this run: an administra\
tor may have let it pass";case"unknown":return`it could not be determined who approved this run: ${approved.reason}`}}function dispatched(gate,{confirmable,confirmation},hop,untouched){
if(confirmable===void 0)return missingConfirmable(hop.id,untouched);if(isConfirmed(gate,confirmable,confirmation))return{kind:"act",because:`A person started th\
is run with the confirmation of hop ${hop.id}.`};const typed=(confirmation??"").trim(),what=gate==="production"?`the promotion of hop ${hop.id}`:`the migrations\
 of hop ${hop.id}`;return waiting3(`A person has to confirm ${what}.`,typed===""?`${untouched} Nothing failed.`:`${untouched} Nothing failed: ${JSON.stringify(typed.
slice(0,longestShown))}, which this run was started with, confirms something else, or this hop as it was before it changed or was rehearsed again.`,`Read what t\
he rehearsal showed. To continue, start the workflow with "confirm" set to: ${confirmationFor(gate,confirmable)}`)}var longestShown=80,unharmed={production:()=>"\
Production was not touched.",finalize:to=>`${to} runs on production; its migrations were not started, so the rollback window stays open.`};import{environmentOfGate as environmentOfGate2,
environmentOn as environmentOn2,pathGate as pathGate2,terminalGate}from"./project.js";import{settingsOf as settingsOf4}from"./project.js";import{deployPlaceText,
isSameDeployPlace}from"./project.js";import{refuse as refuse7,waiting as waiting4}from"./project.js";import{dayTime as dayTime11}from"./terminal.js";import{releaseOn as releaseOn3}from"./start.js";
import{durationText as durationText8}from"./terminal.js";import{SystemFailure as SystemFailure6,UserError as UserError7}from"./start.js";async function notApproved(context,gate,situation){
const{project,hop}=context;if(project.run.kind==="terminal")return await notApprovedInTerminal(context,gate,situation);const{state,passed}=await stateOf3(context,
gate),wrong=wrongClock(project);if(wrong!==void 0)return wrong;const decision=decideGate(gate,state,hop);if(!isAct(decision))return decision;passed?.note!==void 0&&
project.effects.log.warn(decision.because),passed!==void 0&&await recordOnce(context,passed)}async function notApprovedInTerminal({project,input,hop},gate,situation){
if(!(typeof input.hop=="object")||project.configuration.gates[gate]==="none"||toApprove(gate==="production"?"promote":"finalize",situation).kind==="nothing")return;
const{scope}=project.configuration.gates,name=scope==="path"?pathGate2("terminal"):terminalGate(gate);if(!(await project.journal.read()).some(entry2=>isOf(entry2,
"approved")&&entry2.event.gate===name&&entry2.event.hop.id===hop.id&&entry2.event.hop.digest===hop.digest&&entry2.run.kind==="terminal"&&isSameAttempt(entry2.run,
project.run)))return refuse7(`Production has changed since this climb looked at it: ${gate==="production"?`${hop.to} would be deployed again`:`migrations of ${hop.
to} would be started`}, and nobody was asked.`,"Nothing was changed.","Run the same command again: it asks.")}async function stateOf3(context,gate){const{project,
input,hop}=context,setting=project.configuration.gates[gate];switch(setting){case"none":return{state:{setting},passed:void 0};case"dispatch":{const{confirm}=input,
confirmable=confirmableOf(recordOf(await project.journal.read(),hop));return{state:{setting,...confirmable===void 0?{}:{confirmable},...confirm===void 0?{}:{confirmation:confirm}},
passed:{gate:`dispatch, ${gate}`,by:project.run.actor}}}case"environment":{if(project.configuration.gates.scope==="path")return{state:await pathState(context,environmentOn2(
environmentOfGate2.production,project)),passed:void 0};const state=await environmentGate(context,environmentOn2(environmentOfGate2[gate],project));return{state,
passed:passedEnvironment(state)}}}}async function pathState({project,hop},environment){const own=(await project.journal.read()).filter(entry2=>isOf(entry2,"appr\
oved")&&entry2.event.gate===pathGate2(environment)&&entry2.run.kind===project.run.kind&&isSameAttempt(entry2.run,project.run)),covers2=own.some(({event})=>event.
hop.id===hop.id&&event.hop.digest===hop.digest);return{setting:"path",protection:await pathApprovalGate(project,environment),covers:own.length===0?void 0:covers2}}
var freezeVariable="STAGED_UPGRADE_FREEZE",longestReason=300;function decideFreeze(value){const text=(value??"").replaceAll(/[\s\p{Cc}]+/gu," ").trim(),word=text.
toLowerCase();return word===""||word==="false"?{kind:"off"}:word==="true"?{kind:"on"}:{kind:"on",reason:text.length<=longestReason?text:`${text.slice(0,longestReason)}\
\u2026`}}function decidePromotionTime(time){const{freeze,windows,started,now}=time;if(freeze.kind==="on")return frozen(time,freeze);if(windows===void 0)return{kind:"\
act",because:"No maintenance windows are configured."};const reading=decideWindow(windows,now);if(started){const outside=reading.kind==="closed"?", although no \
maintenance window is open":"";return{kind:"act",because:`${nouns[time.act]} of ${time.hop.id} was started and is being finished${outside}.`}}return reading.kind===
"closed"?tooEarly(time,windows,reading):reading.until===void 0?{kind:"act",because:"No maintenance window closes."}:whileOpen(time,windows,reading.until)}function whileOpen(time,windows,until){
const{now,expectedMilliseconds:expected}=time,left=until.getTime()-now.getTime(),open2=`The maintenance window is open until ${localText(until,windows.timeZone)}\
, for ${durationText8(left)}`;if(expected===void 0)return{kind:"act",because:`${open2}. How long this takes is not known.`};if(expected<=left)return{kind:"act",
because:`${open2}; ${took(time,expected)}.`};const happened=`${open2}; ${took(time,expected)}, which does not fit.`,next2=nextLongEnough(windows,now,expected);return next2===
void 0?neverFits(time,happened):untilNext(time,happened,next2,windows)}function tooEarly(time,windows,{opensAt,reason:reason3}){const{now,expectedMilliseconds:expected=0}=time,
happened=`It is ${localText(now,windows.timeZone)}: ${reason3}.`,next2=nextLongEnough(windows,now,expected);if(next2===void 0)return neverFits(time,`${happened}\
 No window is long enough: ${took(time,expected)}.`);const short=next2>opensAt?` The next window, from ${localText(opensAt,windows.timeZone)}, is too short: ${took(
time,expected)}.`:"";return untilNext(time,happened+short,next2,windows)}function took({validationMilliseconds:validation=0},expected){const rehearsal=`the rehe\
arsal took ${durationText8(expected-validation)}`;return validation===0?rehearsal:`${rehearsal}, and the smoke tests then run for ${durationText8(validation)}`}
function untilNext(time,happened,next2,{timeZone}){const wait2=next2.getTime()-time.now.getTime();return waiting4(happened,`${held[time.act](time.hop.to)} Nothi\
ng failed.`,`Start a new run when the next window opens: ${localText(next2,timeZone)}, in ${durationText8(wait2)}. If it cannot wait, change "windows" in the co\
nfiguration.`)}function neverFits(time,happened){return refuse7(happened,`${held[time.act](time.hop.to)} No configured window is long enough, so waiting would n\
ot help.`,`Lengthen a window under "windows" in the configuration${(time.validationMilliseconds??0)>0?', or shorten "validate"':""}, then start a new run.`)}function frozen({
act:act2,started,hop},{reason:reason3}){const why=reason3===void 0?"":`: ${reason3}`;return waiting4(`Promotion is frozen by the variable ${freezeVariable}${why}${/[.!?…]$/.
test(why)?"":"."}`,started?`${nouns[act2]} of ${hop.id} was started and remains half done on production.`:held[act2](hop.to),started?`Check production now. To c\
ontinue, ${lift}; to go back, run the rollback of ${hop.id}: a freeze never stops it.`:`When it is over, ${lift}. A freeze never stops a rollback.`)}var lift=`s\
et the repository variable ${freezeVariable} to "false" or delete it, then start a new run`,nouns={"restore-point":"The restore point",deploy:"The deploy",migrate:"\
The migration"},held={"restore-point":()=>"Production was not touched.",deploy:()=>"Production was not touched.",migrate:to=>`${to} runs on production; its migr\
ations were not started, so the rollback window stays open.`};function notNow({project,hop},situation,act2){const{promotion,record:record4,now}=situation,{validate,
windows}=project.configuration,expected=expectedMilliseconds(record4,act2,validate?.for),decision=decidePromotionTime({hop,act:act2,started:act2==="migrate"?promotion.
migrating!==void 0:promotion.deployStarted,now,freeze:decideFreeze(project.effects.environment[freezeVariable]),windows,...validate===void 0?{}:{validationMilliseconds:validate.
for},...expected===void 0?{}:{expectedMilliseconds:expected}});return isAct(decision)?void 0:decision}function decidePlacesApart(production,staging){if(isSameDeployPlace(
production.place,staging))return refuse7(`Staging is deployed where production is: ${deployPlaceText(staging)} (${staging.kind}), where production was seen on ${dayTime11(
production.at)}.`,"They are one installation, so a rehearsal would stop and replace what runs on production. Nothing on staging was changed.",`Let environments.\
staging.deploy.${staging.kind} name its own place, and correct the variables that the jobs of staging get. If production is no longer there, start a new run, wh\
ose first step reads where it is now.`)}function decideAddressesApart(production,staging){if(asParsed(production)===asParsed(staging))return refuse7("environmen\
ts.staging.url is the address of production.","Production would answer for staging, so a rehearsal would prove nothing, and what it starts would start on produc\
tion. Nothing on staging was changed.","Correct the variables in environments.staging.url, then start a new run.")}function asParsed(address2){return(URL.parse(
address2)?.href??address2).replace(/\/+$/,"")}function productionPlace(entries,kind){return entries.findLast(entry2=>isOf(entry2,"production-place-seen")&&entry2.
event.place.kind===kind)}function sameAddress(project){const[production,staging]=[addressOf(project,"production"),addressOf(project,"staging")];if(!(production===
void 0||staging===void 0))return decideAddressesApart(production,staging)}function addressOf({configuration,effects},environment){const{url}=settingsOf4(configuration,
environment);if(url!==void 0)try{return effects.variables.fill(url,`environments.${environment}.url`)}catch(error){if(error instanceof UserError7)return;throw error}}
async function apartFromProduction(context,{own=[],place:place2}){if(context.environment==="staging"){const together2=sameAddress(context.project);return together2!==
void 0||!own.includes("deploy")?together2:await notOnProduction(context)}place2===!0&&await notePlace(context)}async function notOnProduction(context){const{live,
project}=context,request=requestOf(context),deployer=live.place(targetOf(context));if(deployer?.place===void 0)return;const seen=productionPlace(await project.journal.
read(),deployer.kind);if(seen!==void 0)return decidePlacesApart({place:seen.event.place,at:seen.at},await deployer.place(request));project.effects.log.info("Whe\
ther staging is deployed apart from production was not compared: the journal does not say where production is.")}async function notePlace(context){const{live,project}=context;
try{const request=requestOf(context),place2=await live.place(targetOf(context))?.place?.(request);if(place2===void 0)return;const before=productionPlace(await project.
journal.read(),place2.kind)?.event.place;if(before!==void 0&&isSameDeployPlace(before,place2))return;await project.journal.append({type:"production-place-seen",
place:place2})}catch(error){if(!(error instanceof SystemFailure6)&&!(error instanceof UserError7))throw error;const{happened}=error.detail;project.effects.log.warn(
`Where production is deployed could not be read: ${happened} Staging is compared with where it was seen before, if it was.`)}}function targetOf({hop:{from,to}}){
return{version:to,from,to}}function requestOf({hop,project}){const[from,to]=[releaseOn3(hop,"from"),releaseOn3(hop,"to")];return{version:to,from,to,parts:hop.parts?.
to??{},signal:project.effects.signal}}function did(what){return{kind:"did",did:what}}async function nothingElse(){}function step2(parts){const{command:command2,
needs,mindsRetry}=parts;return{command:command2,needs:needsOfStep(needs),writesJournal:!0,...mindsRetry===void 0?{}:{mindsRetry},gateAt:where=>parts.gateAt?.(where)??
parts.permit?.(where)?.gate,run:async(project,input)=>{const opened=parts.open(input,project);return await hopStep(project,{...input,command:command2},{environment:opened.
environment,needs,preempts:parts.preempts?.(opened)===!0,body:context=>inOrder2(parts,context,opened),beforehand:async context=>await parts.beforehand?.(context,
opened)})}}}async function inOrder2(parts,context,opened){const gathered=await parts.gather(context,opened),seen={opened,gathered,situation:await context.situation(),
run:context.project.run},decision=parts.decide(seen);if(!isAct(decision))return decision;const held2=await notPermitted(context,seen.situation,parts.permit?.(opened));
if(held2!==void 0)return held2;const together2=await apartFromProduction(context,parts.needs);if(together2!==void 0)return together2;const end=await parts.act(context,
decision,seen);if(end.kind!=="did")return end;const event=parts.record(end.did,seen);event!==void 0&&await context.record(event);const concluded=await parts.conclude?.(
context,end.did)??[],reported=parts.report(end.did,seen);return{kind:"done",...reported,details:[...reported.details??[],...concluded]}}async function notPermitted(context,situation,permit){
if(permit!==void 0)return notNow(context,situation,permit.act)??await notApproved(context,permit.gate,situation)}import{alreadyDone as alreadyDone3,cannotTell_M7NQ6CCT as cannotTell4,
failed as failed3,refuse as refuse8}from"./project.js";import{dayTime as dayTime12}from"./terminal.js";import{durationText as durationText9}from"./terminal.js";
function decideMigrate(environment,situation){const{hop,observation,standing,traits}=situation;if(!traits.deferrable)return alreadyDone3("The migrations of this\
 product run with the deploy; there is nothing to start.");const missing=environment==="staging"?missingOnStaging(situation):missingOnProduction(situation);if(missing!==
void 0)return missing;if(standing.kind==="unknown")return cannotTell4(`The version of ${environment} could not be determined: ${standing.reason}.`,"No migration\
 was started.","Check that the server is running, then run the step again.");if(standing.kind!=="on-to"){const runs2=observation.version.kind==="known"?observation.
version.value:"something else";return refuse8(`${environment} runs ${runs2}, not ${hop.to}.`,"No migration was started.",`Deploy ${hop.to} first.`)}switch(observation.
migrations.kind){case"done":return{kind:"act",start:!1,because:`${hop.to} has nothing to start.`};case"running":return{kind:"act",start:!1,because:`${observation.
migrations.current} was already running.`};case"unknown":return cannotTell4(`It could not be determined whether migrations are pending: ${observation.migrations.
reason}.`,"No migration was started.","Check the address and the credential of the migrations probe, then run the step again.");case"pending":return notServing(
environment,situation)??{kind:"act",start:!0,because:`${observation.migrations.next} was pending.`};case"failed":return!situation.retry||environment==="staging"?
migrationFailed(observation.migrations,{hop,environment}):{kind:"act",start:!0,because:`${observation.migrations.current} failed before (${observation.migrations.
error}) and was restarted, as requested.`}}}function notServing(environment,{hop,observation:{serving}}){if(!(environment==="staging"||serving.kind==="yes"))return serving.
kind==="unknown"?cannotTell4(`It could not be determined whether ${hop.to} is serving on production: ${serving.reason}.`,"No migration was started, so the rollb\
ack window stays open.","Check that this runner can reach it, then run the step again."):failed3(`${hop.to} was tested on production, but is no longer serving: ${serving.
reason}.`,"No migration was started, so the rollback window stays open.","Look at the log of the server. Get it serving and start a new run, or go back while th\
at loses nothing.")}function missingOnStaging({hop,rehearsal}){if(rehearsal.kind==="passed")return rehearsedBefore(rehearsal);if(!(rehearsal.kind==="started"&&rehearsal.
deployedAgain))return refuse8(`On staging, the way back from ${hop.to} to ${hop.from} was not rehearsed yet.`,"Once migrations have started it can no longer be \
rehearsed. No migration was started.",`Run the steps of hop ${hop.id} on staging in order.`)}function missingOnProduction({hop,promotion}){if(promotion.completed!==
void 0)return alreadyDone3(`Hop ${hop.id} was completed on ${dayTime12(promotion.completed.at)}.`);if(!(promotion.deployed!==void 0&&promotion.smoked))return refuse8(
`${hop.to} was not ${promotion.deployed===void 0?"deployed":"smoke-tested"} on production by this hop.`,"The rollback window is given up only for a release that\
 has been seen to work. No migration was started.",`Run the steps of hop ${hop.id} on production in order.`)}function startableFrom({record:record4,now},environment,startAfter){
const here2=inEnvironment(record4.entries,environment),deployed=here2.findLastIndex(entry22=>isOf(entry22,"put-in-place")),entry2=here2[deployed];return entry2===
void 0||here2.slice(deployed).some(later=>isOf(later,"starting"))?0:Math.min(Date.parse(entry2.at),now.getTime())+startAfter}async function runMigrations(context,situation,budget){
const{project,live,environment,hop}=context,{clock,signal}=project.effects,forecast=environment==="production"?forecastOf(situation.record):void 0,trace=project.
product.migrations?.trace??0,earliest2=startableFrom(situation,environment,project.product.migrations?.["start-after"]??0),startedAt=clock.now().getTime();let started=startedBefore(
situation,environment,environment==="production"&&situation.retry),{observation}=situation,looks2=noLooks,pace;for(let starts=0;;){const at=clock.now().getTime();
looks2=looked(looks2,observation,hop.to,at);const move=nextMove(started,observation,{hop,environment,at,trace});if(move.kind==="complete")return{kind:"complete",
starts,milliseconds:at-startedAt};if(move.kind==="end")return move.settled;const conclusion=decideFromLooks(looks2,observation,{to:hop.to,environment,at});if(conclusion!==
void 0)return conclusion;const early=move.kind==="start"?earliest2-at:0;if(move.kind==="start"&&early<=0){const held2=environment==="production"&&starts>0?notNow(
context,situation,"migrate"):void 0;if(held2!==void 0)return held2;const made=await startOne(context,started,observation,move);if("settled"in made)return made.settled;
({started}=made),starts++,pace=void 0}const elapsed=clock.now().getTime()-startedAt;if(elapsed>=budget){const terms={hop,environment,at:clock.now().getTime(),trace},
between=budgetEndedBetween(started,observation,terms,durationText9(budget));if(between!==void 0)return between;const end=budgetEnded(observation,hop.to,budget,forecast&&
forecastSentence(forecast,clock.now()));if(isAct(end))throw new Error("a budget that ended cannot be a reason to act");return end}early>0?showEarly(context,early):
showProgress(context,observation,forecast&&forecastProgress(forecast,clock.now())),pace=paceAfter(pace,observation,clock.now().getTime());const pause=early>0?Math.
min(early,longestPause):pace.pause;await clock.sleep(Math.min(pause,Math.max(budget-elapsed,1)),signal),observation=await live.observe(signal)}}var longestPause=5e3;
async function startOne(context,started,{migrations:migrations2},{migration,retry}){const{project,live,environment,confirmLease,record:record4}=context,{log,signal,
clock,pen}=project.effects,starter=live.starter();if(starter===void 0)throw new Error(`${project.product.name} is deferrable without a way to start its migratio\
ns`);await confirmLease(),await record4({type:"starting",migration,retry}),log.info(`Starting the migration ${migration}${retry?" again":""}.`);const answer=await starter(
signal),said=pen.text(answer.said),refused=answer.kind==="refused";if(await record4({type:"start-answered",migration,said,refused}),refused)return{settled:startRefused(
environment,migration,said)};const jobs="jobs"in migrations2?migrations2.jobs??[]:[],last={migration,at:clock.now().getTime(),jobs:jobs.map(({id})=>id),wasFailed:migrations2.
kind==="failed"};return{started:withStart(started,last,said,refused)}}function startRefused(environment,migration,said){return{kind:"failed",message:{happened:`\
The migration ${migration} was not started on ${environment}: ${said}.`,means:"The credential was not accepted, so nothing was started.",next:"Renew it, or give\
 it the right to start migrations; then run the step again."}}}var migrate=step2({command:"migrate",needs:{},mindsRetry:!0,open:(input,project)=>({environment:environmentOf(
input,"migrate"),budget:budgetOf(project,input)}),gather:nothingElse,decide:({opened,situation})=>decideMigrate(opened.environment,situation),permit:({environment})=>environment===
"production"?{act:"migrate",gate:"finalize"}:void 0,act:async(context,{because},{opened,situation})=>{await context.record({type:"migrating"});const end=await runMigrations(
context,situation,opened.budget);return end.kind==="complete"?did({...end,because,to:context.hop.to}):end},record:({milliseconds})=>({type:"migrated",milliseconds}),
report:({starts,milliseconds,because,to},{opened:{environment},situation})=>{if(starts>0){const took3=`in ${durationText9(milliseconds)}`;return{headline:`Start\
ed the migrations of ${to} on ${environment}, and they are complete ${took3}: only a restore goes back from here.`,details:[because]}}return{headline:[...startedBefore(
situation,environment,!1).counts.values()].some(count=>count>0)?`The migrations of ${to} on ${environment} were started by an earlier run, and they are complete\
: only a restore goes back from here.`:`There was nothing to start on ${environment}: ${because}`}}});import{cannotTell_M7NQ6CCT as cannotTell5,failed as failed4,
refuse as refuse9}from"./project.js";function otherParts({id,from,parts},shown2){const{other,unknown:unknown7}=compared(parts?.from,shown2),[first]=other;if(first!==
void 0)return refuse9(`Production runs ${from}, but ${listed(other,"the hop starts from")}.`,`Hop ${id} was planned, and may have been rehearsed, from something\
 else. Nothing was changed.`,`Start a new run: it plans from what production has. Or set "${first.name}" back to ${first.planned}.`);if(unknown7!==void 0)return cannotTell5(
`It could not be determined whether the part "${unknown7.name}" of production is ${unknown7.planned}, which hop ${id} starts from: ${unknown7.reason}.`,"The reh\
earsal may have started from a different one. Nothing was changed.",`Check the address and the credential of the probe of "${unknown7.name}", then run again.`)}
function partsNotInPlace({to,parts},environment,shown2){const{other,unknown:unknown7}=compared(parts?.to,shown2),[first]=other;if(first!==void 0)return failed4(
`${to} answers on ${environment}, but ${listed(other,"the hop leads to")}.`,environment==="staging"?"What is rehearsed is not what was planned. Production was n\
ot touched.":"Production does not run what was planned and approved.",`Make sure that the deploy puts {parts.${first.name}} in place, then run again.`);if(unknown7!==
void 0)return cannotTell5(`${to} answers on ${environment}, but it could not be determined whether its part "${unknown7.name}" is ${unknown7.planned}: ${unknown7.
reason}.`,"What was deployed may not be what was planned.",`Check the address and the credential of the probe of "${unknown7.name}", then run again.`)}function compared(planned={},shown2){
const other=[];let unknown7;for(const[name,version]of Object.entries(planned)){const reading=shown2[name];reading?.kind==="unknown"?unknown7??={name,planned:version,
reason:reading.reason}:reading!==void 0&&reading.value!==version&&other.push({name,planned:version,seen:reading.value})}return{other,unknown:unknown7}}function listed(other,meant){
return other.map(({name,planned,seen})=>`the part "${name}" is ${seen}, and ${meant} ${planned}`).join("; ")}import{durationText as durationText10}from"./terminal.js";
var wait=step2({command:"wait",needs:{own:["hooks.after-migrations"]},mindsRetry:!0,open:(input,project)=>({environment:environmentOf(input,"wait"),budget:budgetOf(
project,input)}),gather:nothingElse,decide:({opened,situation})=>decideWait(opened.environment,situation),act:async(context,{awaited},{opened,situation})=>{const end=await watch(
context,awaited,opened.budget,situation);return end.kind==="did"&&end.did.isMigrated&&context.project.traits.deferrable&&await runHook(context,"after-migrations"),
end},record:({awaited,milliseconds})=>awaited.kind==="migrated"?{type:"waited",milliseconds}:void 0,report:({because,milliseconds,isAtOnce})=>({headline:isAtOnce?
because:`${because} Waited ${durationText10(milliseconds)}.`})});async function watch(context,awaited,budget,situation){const{project,hop,live,environment}=context,
forecast=environment==="production"&&awaited.kind==="migrated"?forecastOf(situation.record):void 0,{clock,signal}=project.effects,started=clock.now().getTime();
let observation=situation.observation,looks2=noLooks,pace;for(;;){const judged=judgeWait(awaited,observation,hop),at=clock.now().getTime(),elapsed=at-started;if(judged!==
void 0&&!isAct(judged))return judged;if(judged!==void 0){const other=partsNotInPlace(hop,environment,await live.observeParts(signal));if(other!==void 0)return other;
const isMigrated=observation.migrations.kind==="done";return did({because:judged.because,milliseconds:elapsed,awaited,isAtOnce:pace===void 0,isMigrated})}looks2=
looked(looks2,observation,hop.to,at);const conclusion=project.traits.deferrable?decideFromLooks(looks2,observation,{to:hop.to,environment,at}):void 0;if(conclusion!==
void 0)return conclusion;if(elapsed>=budget){const end=budgetEnded(observation,hop.to,budget,forecast&&forecastSentence(forecast,clock.now()));if(isAct(end))throw new Error(
"a budget that ended cannot be a reason to act");return end}showProgress(context,observation,forecast&&forecastProgress(forecast,clock.now())),pace=paceAfter(pace,
observation,at),await clock.sleep(Math.min(pace.pause,Math.max(budget-elapsed,1)),signal),observation=await live.observe(signal)}}import{refuse as refuse10}from"./project.js";
import{durationText as durationText11}from"./terminal.js";var pauseMilliseconds2=250;async function stopServer(context){const{live,project,environment}=context;
if(mayRun(live))return;const deployer=live.deployer(),{log,signal}=project.effects;if(deployer.stop!==void 0){const{stop}=deployer;return await log.group(`Stop \
the server on ${environment}`,()=>stop({log,signal})),await untilSilent(context)}const{serving}=await live.observe(signal);if(serving.kind==="yes")return refuse10(
`The server on ${environment} runs, and the configuration does not say how to stop it.`,"It would write to its data while the data is replaced. Nothing was rest\
ored.",`Add "stop" to environments.${environment}.deploy.${deployer.kind}.`)}function mayRun({data}){return data().every(({store})=>store.serverDuringRestore===
"running")}async function untilSilent(context){const{project,environment}=context,{clock,log,signal}=project.effects,limit=project.configuration["start-timeout"],
until=clock.now().getTime()+limit;for(;;){const version=await startedMeanwhile(context);if(version===void 0)return;if(clock.now().getTime()>=until)return stillAnswers(
environment,version,limit);log.progress({text:`Waiting until ${version} on ${environment} has stopped`}),await clock.sleep(pauseMilliseconds2,signal)}}function stillAnswers(environment,version,limit){
return{kind:"failed",message:{happened:`The server on ${environment} was stopped, but ${durationText11(limit)} later ${version} answers there.`,means:"It would \
write to its data while the data is replaced. Nothing was restored.",next:`Make sure that environments.${environment}.deploy stops every server there, and that \
nothing else starts one. Then run the step again.`}}}async function startedMeanwhile({live,observe:observe2}){if(mayRun(live))return;const{version,serving}=await observe2();
return version.kind==="known"&&serving.kind==="yes"?version.value:void 0}import{sha256}from"./project.js";function manifestDigest(manifest){return sha256(manifest)}
function asRecorded2(stored,entries){const digests2=new Map(entries.flatMap(entry2=>isOf(entry2,"backed-up")&&entry2.event.manifest!==void 0?[[entry2.event.backup,
entry2.event.manifest]]:[])),isChanged=manifest=>{const recorded=digests2.get(manifest.id);return recorded!==void 0&&recorded!==manifestDigest(manifest)};return{
backups:stored.filter(manifest=>!isChanged(manifest)),changed:stored.filter(isChanged).map(({id})=>({id,reason}))}}var reason="its manifest is not the one that \
the journal recorded when it was taken";async function storedFor(project,hop){if(project.traits.dataless)return{stored:[],damaged:[]};const found=await project.
store().list(),{backups,changed}=asRecorded2(found.backups,await project.journal.read()),damaged=[...found.damaged,...changed];for(const{id,reason:reason22}of damaged)
project.effects.log.warn(`The backup ${id} is damaged and does not count: ${reason22}. Put it back as it was written, or move it out of the store.`);return{stored:backups.
filter(manifest=>manifest.system===project.configuration.system&&manifest.hop.id===hop.id&&manifest.hop.digest===hop.digest),damaged}}import{dataText as dataText3}from"./project.js";
import{refuse as refuse11}from"./project.js";import{contentsOf}from"./project.js";function compareObjects(expected,actual){if(expected.objects===void 0)return actual.
objects===void 0?{differences:[],notes:[]}:{differences:[],notes:["The backup was taken by an earlier release and holds no definitions: only rows and sequences \
of this database were compared."]};if(actual.objects===void 0)return{differences:[],notes:[],notRead:"The definitions in the backup were not read again after th\
e restore."};const differences=[],exempt=new Map;for(const difference of differencesOf(expected.objects,actual.objects)){const exemption=(actual.exemptions??[]).
find(each=>covers(each,difference));if(exemption===void 0)differences.push(textOf(difference));else{const texts3=exempt.get(exemption.reason)??[];exempt.set(exemption.
reason,texts3),texts3.push(textOf(difference))}}return{differences,notes:[...exempt].map(([reason3,texts3])=>noteOf(reason3,texts3))}}function differencesOf(expected,actual){
const found=[];for(const[object5,parts]of Object.entries(expected)){const now=actual[object5];if(now===void 0){found.push({object:object5,how:"missing"});continue}
for(const[part,hash]of Object.entries(parts))now[part]!==hash&&found.push({object:object5,part,how:now[part]===void 0?"missing":"changed"});for(const part of Object.
keys(now))parts[part]===void 0&&found.push({object:object5,part,how:"more"})}for(const object5 of Object.keys(actual))expected[object5]===void 0&&found.push({object:object5,
how:"more"});return found}function covers({object:object5,part,only},difference){return object5!==void 0&&!difference.object.startsWith(object5)||only!==void 0&&
only!==difference.how?!1:part===void 0||(difference.part?.startsWith(part)??!1)}function textOf({object:object5,part,how}){return part===void 0?how==="missing"?
`${object5} is missing`:`${object5} is not in the backup`:`${object5}: ${{missing:"missing",more:"additional",changed:"different"}[how]} ${part}`}var shownTexts=3;
function noteOf(reason3,texts3){const more=texts3.length-shownTexts,shown2=`${texts3.slice(0,shownTexts).join("; ")}${more>0?`; and ${more} more`:""}`;return`${reason3}\
 Differences: ${shown2}.`}function compareFingerprints(expected,actual){if(expected.kind==="none")return{kind:"cannot-tell",reason:expected.reason,differences:[]};
const structure=[...namesThatDiffer("table",expected.value.tables,actual.tables),...namesThatDiffer("sequence",expected.value.sequences,actual.sequences),...namesThatDiffer(
"folder",expected.value.folders??[],actual.folders??[])],definitions=compareObjects(expected.value,actual);structure.push(...definitions.differences.filter(difference=>!structure.
includes(difference)));const all=contentDifferences(expected.value,actual),written3=writtenMeanwhile(expected,actual),content=all.filter(({of})=>!written3.has(of)).
map(({text})=>text),moved=all.filter(({of})=>written3.has(of)).map(({text})=>`${text} (written to during the backup)`);if(structure.length>0)return{kind:"differ\
ent",differences:[...structure,...content]};if(content.length>0&&expected.kind==="beside")return{kind:"cannot-tell",reason:"The fingerprint was read while the s\
ystem was running, so what was written in the meantime may differ.",differences:content};if(content.length>0)return{kind:"different",differences:content};const unchecked=paired(
expected.value.tables,actual.tables).filter(([want,got])=>want.checksum!==void 0&&got.checksum===void 0);return definitions.notRead!==void 0?{kind:"cannot-tell",
reason:definitions.notRead,differences:[]}:unchecked.length>0?{kind:"cannot-tell",reason:`Content checksums of ${unchecked.length} tables in the backup could no\
t be computed again here: an earlier release made them, or a newer server. What can be compared is equal; take a new backup.`,differences:[]}:{kind:"equal",contents:contentsOf(
actual),notes:[...definitions.notes,...moved]}}function contentDifferences(expected,actual){const found=(what,name,texts3)=>texts3.map(text=>({of:`${what} "${name}\
"`,text}));return[...paired(expected.tables,actual.tables).flatMap(([want,got])=>found("table",want.name,tableDifferences(want,got))),...paired(expected.sequences,
actual.sequences).flatMap(([want,got])=>found("sequence",want.name,sequenceDifferences(want,got))),...paired(expected.folders??[],actual.folders??[]).flatMap(([
want,got])=>found("folder",want.name,folderDifferences(want,got)))]}function writtenMeanwhile(expected,actual){if(expected.kind!=="beside"||expected.until===void 0)
return new Set;const{value,until}=expected,rowsOf2=tables=>new Map(tables.map(({name,rows})=>[name,rows])),[before,after2]=[rowsOf2(value.tables),rowsOf2(until.
tables)],outside=actual.tables.filter(({name,rows})=>{const ends=[before.get(name)??rows,after2.get(name)??rows];return rows<Math.min(...ends)||rows>Math.max(...ends)}),
written3=new Set(contentDifferences(value,until).map(({of})=>of));for(const{name}of outside)written3.delete(`table "${name}"`);return written3}function namesThatDiffer(what,expected,actual){
const expectedNames=new Set(expected.map(each=>each.name)),actualNames=new Set(actual.map(each=>each.name));return[...expected.filter(({name})=>!actualNames.has(
name)).map(({name})=>`${what} "${name}" is missing`),...actual.filter(({name})=>!expectedNames.has(name)).map(({name})=>`${what} "${name}" is not in the backup`)]}
function paired(expected,actual){const byName2=new Map(actual.map(each=>[each.name,each]));return expected.flatMap(want=>{const got=byName2.get(want.name);return got===
void 0?[]:[[want,got]]})}function tableDifferences(want,got){return want.rows!==got.rows?[`table "${want.name}" has ${got.rows} rows, expected ${want.rows}`]:want.
checksum!==void 0&&got.checksum!==void 0&&want.checksum!==got.checksum?[`table "${want.name}" has the same number of rows, but different content`]:[]}function folderDifferences(want,got){
return want.files!==got.files?[`folder "${want.name}" has ${got.files} files, expected ${want.files}`]:want.bytes!==got.bytes?[`folder "${want.name}" has ${got.
bytes} bytes, expected ${want.bytes}`]:want.checksum===got.checksum?[]:[`folder "${want.name}" has the same number of files, but different content`]}function sequenceDifferences(want,got){
const text=sequence=>`${sequence.value}${sequence.called===!1?" (not used yet)":""}`;return text(want)===text(got)?[]:[`sequence "${want.name}" is at ${text(got)}\
, expected ${text(want)}`]}import{together}from"./project.js";import{countText as countText2}from"./terminal.js";function decideSameStores({id,data},environment,configured){
const backedUp=listed2(data.map(({name,identity:{kind}})=>({name,kind}))),now=listed2(configured);if(backedUp!==now)return refuse11(`${id} holds ${backedUp}, bu\
t environments.${environment}.data is ${now}.`,"It is not known which part belongs to which store. Nothing was written.","Start a new run, which takes a backup \
of what is configured now; or go back to the configuration that it was taken with.")}function listed2(data){const each=data.map(({name,kind})=>name===kind?name:
`${name} (${kind})`);return each.length===0?"no data":each.join(", ")}async function whyNotAll({live,environment,project},backup2,mayReplace){const data=live.data(),
others=decideSameStores(backup2,environment,configuredData(data));return others!==void 0?others:(await identitiesOf(data,project.effects.signal)).map(([each,now])=>mayReplace(
each,now)).find(why=>why!==void 0)}async function restoreBackup(context,backup2,mayReplace,shows="restored"){const{project,live}=context,{clock}=project.effects,
started=clock.now().getTime(),stored=await project.store().open(backup2.id);try{if(manifestDigest(stored.manifest)!==manifestDigest(backup2))return{kind:"settle\
d",settled:changedMeanwhile(backup2)};const pairs=live.data().flatMap(each=>{const kept=stored.manifest.data.find(({name})=>name===each.name);return kept===void 0?
[]:[{...each,kept,directory:stored.directoryOf(each.name)}]});if(pairs.length>1)for(const pair of pairs)await pair.store.verify(requestOf2(context,pair));await context.
confirmLease();const stopped=await stopServer(context);if(stopped!==void 0)return{kind:"settled",settled:stopped};const refused=pairs.length>1?await whyNotAll(context,
backup2,mayReplace):void 0;if(refused!==void 0)return{kind:"settled",settled:refused};await context.record({type:"restoring",backup:backup2.id}),await context.confirmLease();
const changed=await replaceAll(context,pairs,mayReplace);if(changed!==void 0)return{kind:"settled",settled:changed};const compared2=await compareAll(context,backup2,
pairs);if(compared2.kind==="settled")return compared2;const{contents}=compared2,milliseconds=clock.now().getTime()-started;return await context.record(shows==="\
restored"?{type:"restored",backup:backup2.id,proved:!0,...contents,milliseconds}:{type:"point-proved",backup:backup2.id,...contents,milliseconds}),{kind:"proved",
contents,milliseconds}}finally{await stored.release()}}function changedMeanwhile({id}){return{kind:"failed",message:{happened:`The manifest of ${id} was changed\
 while the backup was fetched.`,means:"Nothing was replaced.",next:"Find out what writes to the store of backups, and put the manifest back as it was written. T\
hen run this again."}}}function requestOf2({project},{kept,directory}){const{log,signal}=project.effects;return{directory,references:kept.references,log,signal}}
async function replaceAll(context,pairs,mayReplace){const{environment,project}=context,replaced2=[];for(const pair of pairs){const what=dataText3(environment,pair),
refused=await project.effects.log.group(`Restore the ${what}`,()=>pair.store.restore({...requestOf2(context,pair),mayReplace:now=>mayReplace(pair,now),isOriginal:environment===
"production"}));if(refused!==void 0)return replaced2.length===0?refused:afterOthers(refused,replaced2);replaced2.push(what),await context.confirmLease()}}function afterOthers(refused,replaced2){
if(refused.kind==="already-done")return refused;const{message}=refused;return{...refused,message:{...message,means:`${message.means} Before that, the ${replaced2.
join(" and the ")} had been replaced.`}}}async function compareAll({environment,project},{id},pairs){const{log,signal}=project.effects,equal=[],differences=[];for(const{
name,isOnly,store,kept}of pairs){const comparison2=compareFingerprints(kept.fingerprint,await store.fingerprint(signal,fingerprintOf(kept)));if(comparison2.kind===
"equal"){equal.push(comparison2.contents);for(const note of comparison2.notes)log.warn(`${isOnly?"":`${name}: `}${note}`)}else differences.push(`${isOnly?"":`in\
 "${name}" `}${differenceText(comparison2)}`)}return differences.length===0?{kind:"equal",contents:together(equal)}:{kind:"settled",settled:notEqual(environment,
id,differences)}}function fingerprintOf({fingerprint}){return fingerprint.kind==="none"?void 0:fingerprint.value}var shownDifferences=30;function differenceText(comparison2){
const shown2=comparison2.differences.slice(0,shownDifferences),more=comparison2.differences.length-shown2.length;return comparison2.kind==="cannot-tell"?`it cou\
ld not be determined (${comparison2.reason})`:[...shown2,...more>0?[`and ${countText2(more,"more difference")}`]:[]].join("; ")}function notEqual(environment,backup2,differences){
return{kind:"failed",message:{happened:`What was restored on ${environment} is not shown to be equal to ${backup2}: ${differences.join("; ")}.`,means:environment===
"staging"?"This backup cannot be used to go back. Production was not touched.":"Production is stopped, on data that is not what was backed up.",next:environment===
"staging"?"Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data.":"Find out what writes to it, then r\
un the same rollback again."}}}import{alreadyDone as alreadyDone4,cannotTell_M7NQ6CCT as cannotTell6,refuse as refuse12}from"./project.js";import{dayTime as dayTime13}from"./terminal.js";
function decideTakeStaging(situation){const{hop,rehearsal,standing}=situation;return rehearsal.kind==="passed"?rehearsedBefore(rehearsal):rehearsal.kind==="star\
ted"?alreadyDone4(`The rehearsal of this hop has been under way since ${dayTime13(rehearsal.startedAt)}.`):standing.kind!=="on-from"?notAtStage(situation):{kind:"\
act",how:"take",because:`Staging is at ${hop.from}. There is no data, so nothing is restored.`}}function notAtStage({hop,standing}){const next2=`Bring staging t\
o ${hop.from}: set it up again, or go back there. Then run the step again.`;if(standing.kind==="unknown")return cannotTell6(`The stage of staging could not be d\
etermined: ${standing.reason}.`,`The rehearsal of ${hop.id} starts from ${hop.from}. Nothing was done.`,next2);const at=standing.kind==="on-to"?hop.to:standing.
kind==="on-from"?hop.from:standing.version;return refuse12(`Staging is at ${at}, not at ${hop.from}.`,`The rehearsal of ${hop.id} starts from ${hop.from}. Nothi\
ng was done.`,next2)}import{stagingOf}from"./project.js";import{alreadyDone as alreadyDone5,refuse as refuse13}from"./project.js";import{dayTime as dayTime14}from"./terminal.js";
import{contentsText}from"./project.js";import{releaseOn as releaseOn4}from"./start.js";import{runUserCommandOrFail as runUserCommandOrFail2}from"./project.js";import{
durationText as durationText12}from"./terminal.js";function decideRestoreAndScrub(situation,stored){const{rehearsal}=situation,decision=decideRestore(situation,
stored);return decision.kind!=="already-done"||rehearsal.kind!=="started"||rehearsal.scrubbed||rehearsal.backup===void 0?decision:{kind:"act",how:"scrub",id:rehearsal.
backup,because:"The copy was restored before; it is scrubbed now."}}function decideRestore(situation,stored){const{hop,rehearsal}=situation;if(rehearsal.kind===
"passed")return rehearsedBefore(rehearsal,rehearsal.backup);const backup2=newestUsable("rehearsal",stored,situation);if(backup2===void 0)return refuse13(`The st\
ore has no recent enough rehearsal backup for hop ${hop.id} with digest ${hop.digest.slice(0,12)}.`,"Staging was not touched.",'Run the backup step of this hop \
first (job "read"), or check that this runner uses the same store.');if(rehearsal.kind==="started"&&rehearsal.backup===backup2.id)return alreadyDone5(`${backup2.
id} was restored and proved on ${dayTime14(rehearsal.startedAt)}; the rehearsal continues from there.`,backup2.id);const because=rehearsal.kind==="void"?`The re\
hearsal starts over: ${rehearsal.because}.`:`${backup2.id} must be proved.`;return{kind:"act",how:"restore",backup:backup2,because}}function decideProof({hop,promotion},stored,damaged=[]){
const point=promotion.restorePoint?.event.backup,backup2=stored.find(manifest=>manifest.id===point);return backup2===void 0?refuse13(`There is no restore point \
of hop ${hop.id} to prove${point===void 0?"":`: ${whatBecameOf(point,damaged)}`}.`,"Nothing was restored.",'Run "backup" with the purpose "restore-point" first,\
 in this run.'):promotion.pointProved?alreadyDone5(`${backup2.id} was restored on staging and found equal.`,backup2.id):{kind:"act",how:"restore",backup:backup2,
because:`${backup2.id} must be proved before production is deployed.`}}var nothing2="Nothing was restored, and nothing was started.";function whyStorageIsNotApart(question2){
const{name,id,keys,release,named:named2,production,staging,acknowledged}=question2,own=staging.flatMap(namesOf2);for(const{path,key,value}of named2){const said=`\
"${path}", which staging is deployed with at ${release}, says ${key}: "${value}"`;if(production.flatMap(namesOf2).includes(value))return refuse13(`${said}: that\
 is production's ${name}.`,`A server on staging would write to it and delete from it. ${nothing2}`,`Name staging's own there: ${own.map(each=>`"${each}"`).join(
" or ")}.`);if(!own.includes(value))return refuse13(`${said}, and the copy of the ${name} is restored to ${own.map(each=>`"${each}"`).join(", ")}.`,`The server \
would not use the restored copy, and it is not known what it would use instead. ${nothing2}`,`Correct ${key}, or environments.staging.data.`)}if(!(named2.length>
0||acknowledged))return refuse13(`No file that staging is deployed with at ${release} says which ${name} it uses (${keys.join(", ")}).`,`It is not known whether\
 its server would write to production's. ${nothing2}`,`Write it into a file that the deploy names, or into one under "server-settings" of staging. If neither is\
 possible, check it yourself, and add "${id}" to "acknowledge" in the configuration.`)}function namesOf2({lineage,location}){return[...new Set([...Object.values(
lineage),...Object.values(location)])]}async function whyStorageIsShared({project,live,hop,input},backup2){if(!asksForStorage(project))return;const seen=await identitiesOf(
live.data(),project.effects.signal);return await whyNotShownApart(project,hop,{production:backup2.data.map(({identity})=>identity),staging:seen.map(([,identity])=>identity),
acknowledged:input.acknowledge??[]})}function asksForStorage({product}){return product.stores.some(store=>store["named-by"]!==void 0)}async function whyNotShownApart(project,hop,sides){
const acknowledged=[...project.configuration.acknowledge,...sides.acknowledged];for(const{name,besides,"named-by":by}of project.product.stores){if(by===void 0)continue;
const[production,staging]=[sides.production,sides.staging].map(side=>side.filter(({kind})=>!besides.includes(kind)));if(!(production===void 0||staging===void 0||
staging.length===0))for(const side of["from","to"]){const named2=await settingsInFiles(project,{environment:"staging",hop,side},by.settings),refused=whyStorageIsNotApart(
{id:by.id,named:named2,production,staging,name:name.replace(/^the /,""),keys:by.settings.map(({key})=>[key].flat().join(".")),release:releaseOn4(hop,side),acknowledged:acknowledged.
includes(by.id)});if(refused!==void 0)return refused}}}var restore=step2({command:"restore",needs:{common:["backup","decryption"],own:["data","deploy","hooks.sc\
rub"]},open:({purpose})=>({environment:"staging",isProof:purpose==="restore-point"}),gather:({project,hop})=>storedFor(project,hop),decide:({opened,situation,gathered:{
stored,damaged}})=>situation.traits.dataless?decideTakeStaging(situation):opened.isProof?decideProof(situation,stored,damaged):decideRestoreAndScrub(situation,stored),
act:async(context,decision,{opened})=>{if(decision.how==="take")return did({headline:decision.because});if(decision.how==="scrub"){const scrubbed=await scrubCopy(
context);return did({backup:decision.id,headline:decision.because,scrubbed})}const{backup:backup2}=decision,{project}=context,entries=await project.journal.read(),
{system}=project.configuration,mayReplace=(data,now)=>decideMayBeEmptied({backup:backup2,data,now,entries,system}),refused=await whyNotAll(context,backup2,mayReplace)??
await whyStorageIsShared(context,backup2);if(refused!==void 0)return refused;const end=await restoreBackup(context,backup2,mayReplace,opened.isProof?"point-prov\
ed":"restored");if(end.kind==="settled")return end.settled;const{milliseconds,contents}=end;return did({backup:backup2.id,headline:`Restored ${backup2.id} on st\
aging in ${durationText12(milliseconds)}: ${contentsText(contents)}, equal to the backup.`,scrubbed:await scrubCopy(context)})},record:({scrubbed})=>scrubbed===
void 0?{type:"staging-taken"}:{type:"scrubbed",waived:scrubbed.isWaived,milliseconds:scrubbed.milliseconds},report:({backup:backup2,headline,scrubbed})=>({headline,
details:scrubbed===void 0?[]:[`The copy was ${scrubbed.how.replace(/\.$/,"")}.`],outputs:backup2===void 0?{}:{backup:backup2}})});async function scrubCopy(context){
const{project,live}=context,{scrub}=stagingOf(project.configuration).hooks;if(scrub===void 0)return{isWaived:!0,milliseconds:0,how:'not scrubbed: no hook "scrub\
" is configured'};if("waive"in scrub)return{isWaived:!0,milliseconds:0,how:`not scrubbed: ${scrub.waive}`};const started=project.effects.clock.now().getTime();await context.
confirmLease(),await project.effects.log.group("Hook scrub",()=>runUserCommandOrFail2(scrub,live.context("environments.staging.hooks.scrub",context.placeholders),
"The copy of live data was not scrubbed, so no server is started on it."));const milliseconds=project.effects.clock.now().getTime()-started;return{isWaived:!1,milliseconds,
how:`scrubbed in ${durationText12(milliseconds)}`}}import{validationProgress}from"./project.js";import{alreadyDone as alreadyDone6,cannotTell_M7NQ6CCT as cannotTell7,
failed as failed5,refuse as refuse14,waiting as waiting5}from"./project.js";import{dayTime as dayTime15}from"./terminal.js";import{countText as countText3,durationText as durationText13}from"./terminal.js";
function decideSmoke(environment,release,situation){const{hop,observation,rehearsal,promotion,standing}=situation,wanted=release==="from"?hop.from:hop.to,unfinished2=environment===
"production"?restoreUnfinished(situation):void 0;if(unfinished2!==void 0)return unfinished2;if(environment==="staging"){if(rehearsal.kind==="passed")return rehearsedBefore(
rehearsal);if(rehearsal.kind!=="started")return refuse14(`Staging does not hold a restored backup of hop ${hop.id}.`,"A smoke test on other data proves nothing.",
'Run the step "restore" of this hop first.');if(release==="from"&&rehearsal.smokedFrom&&standing.kind==="on-to")return alreadyDone6(`${hop.from} was smoke-teste\
d before ${hop.to} was deployed, in this rehearsal.`);if(release==="to"&&rehearsal.smokedTo&&!rehearsal.deployedAgain&&standing.kind==="on-from")return alreadyDone6(
`${hop.to} was smoke-tested before the way back was started.`);const isBetween=rehearsal.smokedTo&&(!rehearsal.rolledBack||release==="from"&&isBeforeSecond(rehearsal));
if(standing.kind==="unknown"&&isBetween)return alreadyDone6(`${wanted} was smoke-tested in this rehearsal; the next deploy on staging was started.`)}else{if(promotion.
completed!==void 0)return alreadyDone6(`Hop ${hop.id} was completed on ${dayTime15(promotion.completed.at)}.`);if(promotion.smoked&&areMigrationsStarted(promotion)&&
promotion.waited===void 0)return alreadyDone6(`${hop.to} was smoke-tested before its migrations were started; they are finished first.`)}return decideTest(awaitedOf(
situation,environment),wanted,observation)}function isBeforeSecond({smokedBack,deployedAgain}){return smokedBack&&!deployedAgain}function decideTest({environment,
leftToMigrate},wanted,{version,migrations:migrations2}){return version.kind==="unknown"?cannotTell7(`The version of ${environment} could not be determined: ${version.
reason}.`,"No test was run.","Check that the server is running, then run the step again."):version.value!==wanted?refuse14(`${capital(environment)} runs ${version.
value}, not ${wanted}.`,`A test now would show nothing about ${wanted}.`,`Deploy ${wanted} first, or find out why another release answers.`):migrations2.kind===
"failed"&&migrations2.isNewer?newerData(environment,migrations2,"No test was run."):migrations2.kind==="failed"&&!leftToMigrate?failed5(`No smoke test was run o\
n ${environment}: the migration ${migrations2.current} has failed: ${migrations2.error}.`,"Health alone shows nothing about migrations.","Fix the cause, then ru\
n again."):migrations2.kind==="unknown"?cannotTell7(`No smoke test was run on ${environment}: ${migrations2.reason}.`,"Health alone shows nothing about migratio\
ns.","Fix the cause, then run again."):{kind:"act",migrations:migrations2.kind,because:`${capital(environment)} runs ${wanted}.`}}function capital(text){return text.
slice(0,1).toUpperCase()+text.slice(1)}function newestDeploy(entries,environment){const entry2=inEnvironment(entries,environment).findLast(({event:{type}})=>type===
"deploying"||type==="rolling-back");return entry2&&new Date(entry2.at)}var maxUnknown=3;function afterRound(round,place2,validation){if(validation===void 0)return round;
const left=validation.for-place2.endedAfter,next2=Math.max(0,Math.min(validation.every,left));switch(round.kind){case"passed":return place2.startedAfter>=validation.
for?round:{kind:"again",inMilliseconds:next2,unknownRounds:0};case"unknown":{const unknownRounds=place2.unknownBefore+1;return unknownRounds<maxUnknown?{kind:"a\
gain",inMilliseconds:validation.every,unknownRounds}:{kind:"unknown",message:failedAt(round.message,place2,`, its result could not be determined ${unknownRounds}\
 times in a row`)}}case"failed":return{kind:"failed",message:failedAt(round.message,place2,"")};case"refuse":return place2.number===1?round:{kind:"failed",message:failedAt(
round.message,place2,"")}}}function fitsIntoJob(validation,leftMilliseconds){return leftMilliseconds===void 0||validation.for<=leftMilliseconds?{kind:"act",because:"\
The job lasts long enough."}:waiting5(`The smoke tests would run for ${durationText13(validation.for)}, but only ${durationText13(leftMilliseconds)} of this job\
 are left.`,"Nothing failed; they were not started.","Start a new run: it starts with them.")}function failedAt(message,{number:number3,endedAfter},more){const when=`\
After ${durationText13(endedAfter)} of validation, in round ${number3}${more}`;return{...message,happened:`${when}: ${message.happened}`}}async function smokeRounds(context,testing){
const{clock,log,signal}=context.project.effects,{validation,tests:tests3,version}=testing,started=clock.now().getTime(),elapsed=()=>clock.now().getTime()-started;
if(validation!==void 0){const{for:total,every}=validation;log.info(`Repeating ${countText3(tests3.length,"smoke test")} every ${durationText13(every)} for ${durationText13(
total)}.`)}let{observation}=testing,unknownRounds=0;for(let number3=1;;number3++){const startedAfter=elapsed(),round=await oneRound(context,testing,observation),
place2={number:number3,startedAfter,endedAfter:elapsed(),unknownBefore:unknownRounds},next2=afterRound(round,place2,validation);if(next2.kind==="passed")return{
...next2,kind:"tested",milliseconds:place2.endedAfter,rounds:number3};if(next2.kind!=="again")return next2;if(unknownRounds=next2.unknownRounds,round.kind!=="pa\
ssed")log.info(`Round ${number3} is asked again: ${round.message.happened}`);else if(validation!==void 0){const far=validationProgress(place2.endedAfter,validation.
for);log.progress({text:`${version} on ${context.environment}: ${far}`})}await clock.sleep(next2.inMilliseconds,signal),observation=await context.live.observe(signal)}}
async function oneRound(context,{version,tests:tests3,leftToMigrate},observation){const decision=decideTest({environment:context.environment,leftToMigrate},version,
observation);if(decision.kind!=="act")return decision;const results=[];for(const test of tests3)results.push({name:test.name,result:await test.run(context.project.
effects.signal)});const bad2=results.filter(({result})=>result.kind!=="passed");if(bad2.length>0)return notPassed(context,version,bad2);const notes=results.flatMap(
({name,result})=>result.kind==="passed"&&result.note!==void 0?`${name}: ${result.note}.`:[]);return{kind:"passed",migrations:decision.migrations,notes}}function notPassed({
environment,hop},version,bad2){const list2=bad2.map(({name,result})=>`"${name}": ${result.kind==="passed"?"":result.reason}`).join("; "),message={happened:`${version}\
 on ${environment} did not pass its smoke tests: ${list2}.`,means:environment==="staging"?"The rehearsal found this before production was affected.":`Production\
 runs ${version}, but it does not do everything that it must.`,next:environment==="staging"?`Fix the cause, then start a new run: it rehearses again. ${wrongTest}`:
`Decide: correct the cause and run again, or, to go back, ${waysToRollBack(hop.id)}. ${wrongTest}`};return{kind:bad2.some(({result})=>result.kind==="failed")?"f\
ailed":"unknown",message}}var wrongTest="If a test itself is wrong, correct it in the configuration and start a new run: tests are not part of what was approved\
.";import{lossText}from"./project.js";import{alreadyDone as alreadyDone7,cannotTell_M7NQ6CCT as cannotTell8,failed as failed6,refuse as refuse15}from"./project.js";
import{exactTime as exactTime4}from"./terminal.js";function decideRollback(environment,situation,request){return environment==="staging"?onStaging(situation):onProduction(
situation,request)}function onStaging(situation){const{hop,rehearsal,standing}=situation;if(rehearsal.kind==="passed")return rehearsedBefore(rehearsal);if(rehearsal.
kind!=="started"||!rehearsal.smokedTo)return refuse15(`On staging, ${hop.to} was not deployed and smoke-tested yet.`,"There is nothing to go back from.",`Run th\
e steps of hop ${hop.id} on staging in order.`);const isUndone=standing.kind==="on-to"&&!rehearsal.smokedBack;if(rehearsal.rolledBack&&!isUndone)return alreadyDone7(
"The way back was rehearsed.");const window=windowOf(situation,"staging",!1);switch(window.kind){case"closed":return closed(hop.from,window.why);case"unproved":
return{kind:"act",way:"redeploy",unproved:window.why,because:unprovedBecause(window.why)};case"decided":return window.decision}}function onProduction(situation,request){
const{hop,promotion,standing,observation}=situation;if(promotion.restoring!==void 0){const{backup:backup2}=promotion.restoring.event;return runsOnRestoredData(situation)&&
request.confirm===void 0?{kind:"act",way:"redeploy",onto:backup2,because:`${backup2} was already restored: ${hop.from} is deployed on it and tested again.`}:restoreIfConfirmed(
situation,request,"a restore over production was started and is not finished")}if(standing.kind==="on-from"&&observation.serving.kind==="yes"&&!promotion.deployStarted)
return alreadyDone7(`Production runs ${hop.from} and serves.`);if(!promotion.deployStarted)return refuse15(`The journal has no deploy of ${hop.to} on production\
 by hop ${hop.id}.`,"It is not known what going back from here would do. Nothing was changed.",'Name the hop that was deployed last; "staged-upgrade log" lists \
them.');if(situation.traits.stages!==void 0)return backToStage(situation,request);const window=windowOf(situation,"production",isPastReturn(promotion));return window.
kind==="closed"?restoreIfConfirmed(situation,request,window.why):window.kind==="unproved"?redeployIfConfirmed(situation,request,window.why):window.decision.kind===
"act"&&promotion.rollbackFailed&&isRestoreTyped(situation,request)?restoreIfConfirmed(situation,request,`${hop.from} was already deployed again, and that rollba\
ck failed`):window.decision}function backToStage(situation,request){const{hop,standing,traits}=situation;if(standing.kind==="off-path"||standing.kind==="later")
return refuse15(`Production is at ${standing.version}, which is neither ${hop.from} nor ${hop.to}.`,"This hop is not the last one that was done. Nothing was cha\
nged.","Name the hop that was done last.");if(isReversible(traits,hop.to))return{kind:"act",way:"redeploy",because:`Going back from "${hop.to}" loses nothing.`};
const why=`the stage "${hop.to}" does not say how to go back from it`;return traits.dataless?refuse15(`There is no way back to ${hop.from}: ${why}, and there is\
 no data that could be restored.`,"Nothing was changed.",`Fix the cause and continue; or add "back" to the stage "${hop.to}", which must lead to ${hop.from} wit\
hout losing anything.`):restoreIfConfirmed(situation,request,why)}function otherBackups({hop,record:record4},stored){const proved=record4.entries.flatMap(entry2=>isOf(
entry2,"restored")&&entry2.event.proved?[entry2.event]:[]);return stored.filter(({purpose,version})=>purpose==="rehearsal"&&version===hop.from).filter(({id})=>proved.
some(event=>event.environment==="staging"&&event.backup===id)).toSorted((a2,b2)=>b2.dataAt.localeCompare(a2.dataAt))}function runsOnRestoredData(situation){const{
hop,promotion,standing,observation}=situation,started=promotion.restoring?.event.hop,isOwn=started?.id===hop.id&&started.digest===hop.digest,isTouched=observation.
migrations.kind==="running"||observation.migrations.kind==="failed"||whatRan(situation,"production")!==void 0;return isOwn&&promotion.restored&&standing.kind===
"on-from"&&!isTouched}function windowOf(situation,environment,started){const{hop,traits,observation,standing}=situation,open2=because=>({kind:"decided",decision:{
kind:"act",way:"redeploy",because}});if(standing.kind==="off-path"||standing.kind==="earlier"||standing.kind==="later")return{kind:"decided",decision:refuse15(`${standing.
version} is running, which is neither ${hop.from} nor ${hop.to}.`,"This hop is not the last one that was done. Nothing was changed.","Name the hop that was depl\
oyed last.")};if(!traits.deferrable)return{kind:"closed",why:`the migrations of ${hop.to} run with its deploy`};if(started)return{kind:"closed",why:`the migrati\
ons of ${hop.to} were started`};const ran=whatRan(situation,environment);if(ran!==void 0)return{kind:"closed",why:ran};const unproved=whyUnproved(situation,environment);
if(unproved!==void 0)return{kind:"unproved",why:unproved};switch(observation.migrations.kind){case"pending":return open2(`${observation.migrations.next} is pend\
ing and none has started: the rollback window is open.`);case"done":return open2("Nothing was started by this hop, and nothing is pending.");case"running":return{
kind:"closed",why:`the migration ${observation.migrations.current} is running`};case"failed":return{kind:"closed",why:`the migration ${observation.migrations.current}\
 was started and failed`};case"unknown":return standing.kind==="unknown"?open2(`${hop.to} does not answer; its migrations were seen to be deferred, and nothing \
has started them.`):{kind:"decided",decision:cannotTell8(`It could not be determined whether migrations of ${hop.to} have started: ${observation.migrations.reason}\
.`,`If one has, ${hop.from} would damage data. Nothing was changed.`,"Check the address and the credential of the migrations probe, then run the step again.")}}}
function whatRan(situation,environment){const{hop,observation,standing,record:record4}=situation,{migrations:migrations2}=observation,recorded=environment==="pr\
oduction"?situation.promotion.notDeferred?.event.because:void 0;if(recorded!==void 0)return recorded;if(migrations2.kind!=="done"&&migrations2.kind!=="pending")
return;const{next:_,...before}=traceBefore(situation,environment),ran=startedSince(before,migrations2);if(ran!==void 0)return ran;if(standing.kind!=="on-to")return;
const moved=startedSince(traceDeployed(situation,environment),migrations2);return moved!==void 0?moved:record4.entries.some(entry2=>isOf(entry2,"smoke-tested")&&
entry2.event.release==="to"&&entry2.event.migrations==="pending")&&migrations2.kind==="done"?`${hop.to} has migrations, and they are complete`:void 0}function whyUnproved(situation,environment){
const{migrations:migrations2,version}=situation.observation;if(migrations2.kind==="done"||migrations2.kind==="pending")return cannotShow(traceBefore(situation,environment),
migrations2);if(!(migrations2.kind!=="unknown"||version.kind==="known"))return whyUnseen(situation,environment)}function whyUnseen({hop,record:record4},environment){
const here2=inEnvironment(record4.entries,environment),seen=here2.slice(here2.findLastIndex(entry2=>isOf(entry2,"deploying")&&entry2.event.release==="to")+1).find(
entry2=>isOf(entry2,"deployed")&&entry2.event.release==="to");return seen===void 0?`${hop.to} does not answer, and has not been seen since it was deployed`:seen.
event.unproved}function notMigratedConfirmation({id}){return`not-migrated-${id}`}function unprovedBecause(why){return`A person has confirmed that no migration h\
as started; nothing else shows it (${why}).`}function redeployIfConfirmed(situation,request,why){const{hop}=situation,{confirm}=request,word=notMigratedConfirmation(
hop);return confirm===word?{kind:"act",way:"redeploy",unproved:why,because:unprovedBecause(why)}:isRestoreTyped(situation,request)?restoreIfConfirmed(situation,
request,"nothing shows whether migrations have started"):refuse15(`Nothing shows whether migrations of ${hop.to} have started: ${why}.`,`If one has, ${hop.from}\
 would damage data. Nothing was changed.`,`Check the system: is there a job, in any state, for a migration of ${hop.to}? If there is none, type "${word}" as con\
firmation: staged-upgrade rollback --hop ${hop.id} --confirm ${word}. Otherwise type ${hop.id}: that restores the restore point, and everything written since is\
 lost.`)}function restoreIfConfirmed(situation,request,why){const{hop,promotion}=situation,{stored,confirm}=request,point=promotion.restorePoint?.event.backup,other=instead(
situation,stored).find(({id})=>id===confirm);if(other!==void 0){const because=`Confirmed: ${other.id} is restored${point===void 0?"":` in place of ${point}`}, w\
hich loses ${lossText(other,exactTime4)}.`;return{kind:"act",way:"restore",backup:other,because}}const backup2=stored.find(({id})=>id===point);if(backup2===void 0)
return withoutPoint(situation,request,why);const loss=lossText(backup2,exactTime4);return confirm===hop.id?{kind:"act",way:"restore",backup:backup2,because:`Con\
firmed: ${backup2.id} is restored, which loses ${loss}.`}:refuse15(`${hop.from} must not simply be deployed again: ${why}.`,`The only way back is to restore ${backup2.
id}, and that loses ${loss}. Nothing was changed.`,`It is better to fix the cause and continue. To restore anyway, start the workflow "Rollback" again with the \
hop's id typed as confirmation, or: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}.${confirm===void 0?"":` ("${confirm}" was typed.)`}`)}function isRestoreTyped(situation,{
stored,confirm}){return confirm===situation.hop.id||instead(situation,stored).some(({id})=>id===confirm)}function instead(situation,stored){const{restorePoint:restorePoint2,
restoring,rollbackFailed}=situation.promotion;return stored.some(({id})=>id===restorePoint2?.event.backup)&&restoring===void 0&&!rollbackFailed?[]:otherBackups(
situation,stored)}function withoutPoint(situation,{stored,damaged=[],confirm},why){const{hop,promotion}=situation,point=promotion.restorePoint?.event.backup,[other]=instead(
situation,stored),state=point===void 0?"the journal has no restore point of this hop":`the restore point ${whatBecameOf(point,damaged)}`,recover=point===void 0?
"":` If there is a copy of ${point}, or the store keeps older versions of its files: put it back as it was written, then run the same rollback again.`,typed=confirm===
void 0?"":` ("${confirm}" was typed.)`,so=other===void 0?`There is no way back to ${hop.from}`:`${hop.from} must not simply be deployed again`;return refuse15(`${so}\
: ${why}, and ${state}.`,`Deploying ${hop.from} on this data would damage it. Nothing was changed.`,`It is better to fix the cause and continue.${recover}${other===
void 0?"":` ${restoreInstead(hop,other)}`}${typed}`)}function restoreInstead({id},other){return`${other.id} came back whole on staging. staged-upgrade rollback \
--hop ${id} --confirm ${other.id} restores it instead, and ${lossText(other,exactTime4)} is lost.`}function closed(from,why){return failed6(`${from} may not be \
deployed again: ${why}.`,"The rollback window is closed. Nothing was changed.","Start a new run: it rehearses again.")}import{cannotTell_M7NQ6CCT as cannotTell9,
failed as failed7}from"./project.js";function decideDeferral(before,first,now,hop){if(now.kind==="unknown")return{kind:"cannot-tell",reason:now.reason};const{next:_,
...data}=before,what=startedSince(data,now)??startedSince(first,now);if(what!==void 0)return{kind:"started",what};const because=now.kind==="pending"?`${now.next}\
 is pending and has not started.`:`${hop.to} has no migration to start.`,why=cannotShow(before,now);return why===void 0?{kind:"proved",because,nothingPending:now.
kind==="done"}:{kind:"unproved",why,because}}function notDeferred(environment,to,what,wayBack3){return failed7(`${to} was deployed with its migrations deferred,\
 but they were not deferred: ${what}.`,environment==="staging"?"The setting that holds them back did not work, so this rehearsal does not prove a way back. Prod\
uction was not touched.":"The setting that holds them back did not work: the rollback window is closed, and only a restore goes back.",`Find out how this server\
 is configured (a variable that does not reach it, a setting that it does not know). ${environment==="staging"?"Then start a new run: it rehearses again.":wayBack3}`)}
var unprovedDeferral="unproved-deferral";function askForProof(environment,to,why){const look=why===appliedUnknown?'Give the migrations probe "applied", or check\
 the system yourself.':"Check the system yourself: does it have a migration that is complete, running or queued?";return cannotTell9(`${to} runs on ${environment}\
, and nothing shows whether its migrations were really deferred: ${why}.`,"If one has started, deploying the older release again would damage data. Nothing is a\
ssumed, and nothing more was done.",`${look} If none has started, add "${unprovedDeferral}" to "acknowledge" in the configuration and run again: it watches ${to}\
 and does not deploy it again.`)}function deferralUnknown(to,reason3){return{happened:`It could not be determined whether migrations of ${to} have started: ${reason3}\
.`,means:"The rollback window is not known to be open.",next:"Fix the cause, then run again: it looks again before anything else is done."}}import{hasVersions as hasVersions2,
isMigratedByDeploy,problemsIn}from"./project.js";import{referenceTo as referenceTo2,releaseNamed,releaseOn as releaseOn5}from"./start.js";import{partPlaceholders as partPlaceholders3}from"./project.js";
import{downtimeText as downtimeText2,durationText as durationText14}from"./terminal.js";import{array as array3,lazy as lazy4,literal,object as object3,string as string4,
unknown as unknown3}from"./start.js";import{SystemFailure as SystemFailure7}from"./start.js";const{writeFile:writeFile2}=process.getBuiltinModule("node:fs/promi\
ses"),{join:join2}=process.getBuiltinModule("node:path");var steps=Array.from({length:64},(_,index)=>1.25**index),notWatched={looks:0,failed:0,downtime:0,longest:0,
downSince:void 0,hasServed:!1,wasDownBefore:!1,answered:steps.map(()=>0),slowest:0};function withLook(before,{at,until,isGood}){const looks2=before.looks+1;if(isGood){
const gap=before.downSince===void 0?0:until-before.downSince,step3=steps.findIndex(most=>until-at<=most);return{...before,looks:looks2,hasServed:!0,downSince:void 0,
downtime:before.downtime+gap,longest:Math.max(before.longest,gap),answered:before.answered.map((count,index)=>index===step3?count+1:count),slowest:Math.max(before.
slowest,until-at)}}return before.hasServed?{...before,looks:looks2,failed:before.failed+1,downSince:before.downSince??at}:{...before,looks:looks2,wasDownBefore:!0}}
function availabilityOf(watched,end){const{looks:looks2,failed:failed9,downSince,hasServed,wasDownBefore,slowest}=watched,gap=downSince===void 0?0:end-downSince,
downtime2=watched.downtime+gap;if(!(!hasServed||wasDownBefore&&downtime2===0))return{looks:looks2,failed:failed9,downtimeMilliseconds:downtime2,longestGapMilliseconds:Math.
max(watched.longest,gap),medianMilliseconds:Math.min(Math.round(medianOf(watched.answered)),slowest),slowestMilliseconds:slowest}}function medianOf(answered){const half=answered.
reduce((sum,count)=>sum+count,0)/2;let seen=0;const step3=answered.findIndex(count=>(seen+=count,seen>=half));return steps[step3]??0}function availabilityText(seen){
const{looks:looks2,failed:failed9,downtimeMilliseconds:down,longestGapMilliseconds:longest2}=seen,good2=`the others were answered in ${durationText14(seen.medianMilliseconds)}\
 (median), at most ${durationText14(seen.slowestMilliseconds)}`;if(failed9===0)return`It kept serving: none of ${looks2} health checks failed; ${good2.replace("\
the others","they")}.`;const gaps=longest2<down?`, at most ${downtimeText2(longest2)} at a time`:"";return`Not serving for ${downtimeText2(down)}${gaps}: ${failed9}\
 of ${looks2} health checks failed; ${good2}.`}function writesText({looks:looks2,failed:failed9,downtimeMilliseconds:down,longestGapMilliseconds:longest2}){return failed9===
0?`It kept taking writes: none of ${looks2} failed.`:`It took no writes for ${downtimeText2(down)}, at most ${downtimeText2(longest2)} at a time: ${failed9} of ${looks2}\
 failed.`}function serviceTexts({availability,writes}){return[...availability===void 0?[]:[availabilityText(availability)],...writes===void 0?[]:[writesText(writes)]]}
function availabilityFacts({availability,writes}){return{...availability===void 0?{}:{downtimeMilliseconds:availability.downtimeMilliseconds,availability},...writes===
void 0?{}:{writes}}}function watchService({health,writes},clock,signal){const[serving,writing]=[health,writes].map(probe=>watchAvailability(probe,clock,signal));
return{started:Promise.all([serving?.started,writing?.started]).then(()=>{}),stop:async()=>{const[availability,taken]=await Promise.all([serving?.stop(),writing?.
stop()]);return{availability,writes:taken}}}}var pauseMilliseconds3=200;function watchAvailability(health,clock,signal){if(health===void 0)return{started:Promise.
resolve(),stop:async()=>{}};const ended=new AbortController,either=AbortSignal.any([ended.signal,signal]),started=Promise.withResolvers();let watched=notWatched;
const watching=(async()=>{for(;!either.aborted;){const at=clock.now().getTime(),{kind}=await health(either);watched=withLook(watched,{at,until:clock.now().getTime(),
isGood:kind==="yes"}),started.resolve(),await clock.sleep(pauseMilliseconds3,either)}})().catch(error=>{if(!either.aborted)throw error}).finally(started.resolve);
let result;const finish=async()=>(ended.abort(),await watching,availabilityOf(watched,clock.now().getTime()));return{started:started.promise,stop:()=>(result??=
finish(),result)}}var file=lazy4(()=>object3({sha:string4(),content:string4(),encoding:literal("base64")})),commit=lazy4(()=>object3({commit:object3({sha:string4().
optional()})})),reference=lazy4(()=>object3({object:object3({sha:string4()})})),pull=object3({html_url:string4()}),pulls=lazy4(()=>array3(pull));async function keepFile(api,toKeep,asking2){
const{branch,proposal}=toKeep,direct=await commitTo(api,toKeep,branch,asking2);if(direct.kind!=="refused")return direct;const made=await branchFrom(api,toKeep,asking2);
if(made!==void 0)return{kind:"not-kept",reason:`${direct.reason}; ${made.reason}`,...adviceOf(made)};const there=await commitTo(api,toKeep,proposal,asking2);if(there.
kind==="refused")return{kind:"not-kept",reason:`${direct.reason}; ${there.reason}`};if(there.kind==="not-kept")return there;const url=await pullRequest(api,toKeep,
asking2);return typeof url=="string"?{kind:"proposed",url,because:direct.reason}:{kind:"not-kept",reason:`it is on the branch "${proposal}", and no pull request\
 was made: ${url.reason}`}}async function commitTo(api,{owner,repo,change,message},branch,asking2){const{path,before,after:after2}=change,place2={owner,repo,path},
found=await ask(asking2,file,request=>api.request("GET /repos/{owner}/{repo}/contents/{path}",{...place2,ref:branch,request}));if(found.kind==="not-found")return{
kind:"not-kept",reason:`the branch "${branch}" has no file ${path}`};if(found.kind==="cannot-tell")return{kind:"not-kept",reason:found.reason,...adviceOf(found)};
const now=Buffer.from(found.value.content,"base64").toString("utf8");if(now===after2)return{kind:"committed",commit:void 0};if(now!==before)return{kind:"not-kep\
t",reason:`${path} on the branch "${branch}" differs from what this job has checked out`};const written3=await ask(asking2,commit,request=>api.request("PUT /rep\
os/{owner}/{repo}/contents/{path}",{...place2,message,content:Buffer.from(after2,"utf8").toString("base64"),sha:found.value.sha,branch,request}));return written3.
kind==="answered"?{kind:"committed",commit:written3.value.commit.sha}:{kind:"refused",reason:written3.kind==="not-found"?"the token may not write to the reposit\
ory":written3.reason}}async function branchFrom(api,{owner,repo,branch,proposal},asking2){const head=await ask(asking2,reference,request=>api.request("GET /repo\
s/{owner}/{repo}/git/ref/{ref}",{owner,repo,ref:`heads/${branch}`,request}));if(head.kind!=="answered")return head.kind==="cannot-tell"?head:{kind:"cannot-tell",
reason:`there is no branch "${branch}"`};const{sha}=head.value.object,made=await ask(asking2,unknown3(),request=>api.request("POST /repos/{owner}/{repo}/git/ref\
s",{owner,repo,ref:`refs/heads/${proposal}`,sha,request}));if(made.kind!=="answered"&&!(made.kind==="cannot-tell"&&/already exists/i.test(made.reason)))return made.
kind==="cannot-tell"?made:{kind:"cannot-tell",reason:"the token may not make a branch"}}async function pullRequest(api,{owner,repo,branch,proposal,message,description},asking2){
const place2={owner,repo},open2=await ask(asking2,pulls,request=>api.request("GET /repos/{owner}/{repo}/pulls",{...place2,head:`${owner}:${proposal}`,state:"ope\
n",request})),[existing]=open2.kind==="answered"?open2.value:[];if(existing!==void 0)return existing.html_url;const made=await ask(asking2,pull,request=>api.request(
"POST /repos/{owner}/{repo}/pulls",{...place2,title:message,body:description,head:proposal,base:branch,request}));return made.kind==="answered"?made.value.html_url:
made.kind==="cannot-tell"?made:{kind:"cannot-tell",reason:"the token may not make a pull request"}}function adviceOf({next:next2}){return next2===void 0?{}:{next:next2}}
function patchOf({path,before,after:after2},pen){const patch=createTwoFilesPatch(`a/${path}`,`b/${path}`,before,after2),shown2=patch.replaceAll(`\r
`,`
`);return pen.text(shown2)===shown2?patch:void 0}async function keepChanges(context,version,changes3=[]){const results=[];for(const change of changes3)results.push(
await keepChange(context,version,change));return results}async function keepChange(context,version,change){const{project,hop}=context,message=`Set ${change.path}\
 to ${version}`,kept=await keptBy(context,{change,message}),{log}=project.effects;switch(kept.kind){case"committed":return kept.commit===void 0?`The branch has ${change.
path} as it is now.`:`${change.path} was committed to the branch (${kept.commit.slice(0,12)}).`;case"proposed":{const text=`${change.path} could not be committe\
d to the branch (${kept.because}), so it is proposed: merge ${kept.url} before the next hop, which is refused without it.`;return log.warn(text),text}case"by-ha\
nd":return`${change.path} was changed in this checkout. Commit it before another checkout continues: git commit -m "${message}" -- ${change.path}`;default:{const file2=await savePatch(
context,version,change),how=file2===void 0?"Make the same change to it that the log of this deploy shows":`${file2} is among the files that this job keeps: appl\
y it at the root of the repository (git apply ${file2})`,text=`${change.path} is not in the repository yet: ${kept.reason}. ${how}, and commit it before the nex\
t hop, which is refused without it.`;return log.warn(`Hop ${hop.id}: ${text}`),text}}}async function keptBy({project,hop},{change,message}){const{environment}=project.
effects;if(environment.GITHUB_ACTIONS!=="true")return{kind:"by-hand"};const{GITHUB_REF_NAME:branch,GITHUB_REF_TYPE:type}=environment;return type!=="branch"||!branch?
{kind:"cannot-tell",reason:"the workflow does not run for a branch"}:await asking(project,(api,here2,how)=>keepFile(api,{...here2,branch,proposal:`staged-upgrad\
e/${project.configuration.system}/${hop.id.replaceAll(/[^\w.+-]+/g,"-")}`,message,description:`Hop ${hop.id} has deployed this. Without it, the next hop is refu\
sed, and a deploy of this branch would undo the hop.`,change},how))}async function savePatch({project,environment,hop},version,change){const{effects}=project,patch=patchOf(
change,effects.pen);if(patch===void 0)return;const name=`${diagnosticsPrefix}${hop.id}-${environment}-${version===hop.to?"to":"from"}-changes.md`;return await(effects.
saveFile??writeFile2)(join2(effects.startedIn??effects.directory,name),patch),name}var pauseMilliseconds22=250;async function proveDeferral(context,{version,before,
hasStarted},first){const{project,live,hop}=context,{clock,signal}=project.effects,settle=project.product.migrations?.settle,shown2={kind:"shown",unproved:void 0,
trace:traceOf(first.migrations)};if(settle===void 0||version!==hop.to)return{...shown2,note:`${version} answers and is healthy.`};if(hasStarted===!0)return{...shown2,
note:`${version} answers and is healthy; its migrations were started before.`};const started=clock.now().getTime(),elapsed=()=>clock.now().getTime()-started;let{
migrations:migrations2}=first,held2;for(;;){const deferral2=decideDeferral(before??{},held2??{},migrations2,hop);if(deferral2.kind==="started")return await closeWindow(
context,deferral2.what);if((elapsed()>=settle||deferral2.kind==="proved"&&deferral2.nothingPending)&&deferral2.kind!=="cannot-tell")return deferralShown(context,
deferral2,settle,traceOf(migrations2));if(deferral2.kind==="cannot-tell"&&elapsed()>=project.configuration["start-timeout"])return{kind:"unknown",message:deferralUnknown(
version,deferral2.reason)};deferral2.kind!=="cannot-tell"&&(held2??=traceOf(migrations2)),await clock.sleep(pauseMilliseconds22,signal),{migrations:migrations2}=
await live.observe(signal)}}async function closeWindow(context,what){const{environment,hop}=context;await context.record({type:"not-deferred",because:what});const wayBack3=`\
To go back: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}; it restores the restore point. Or let the migrations run to the end and record the hop \
as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`;return notDeferred(environment,hop.to,what,wayBack3)}function deferralShown({project,environment,
hop,input},deferral2,settle,trace){const note=`Watched for ${settle/1e3} s: ${deferral2.because}`;if(deferral2.kind==="proved")return{kind:"shown",note:deferral2.
nothingPending?deferral2.because:note,unproved:void 0,trace};if(![...project.configuration.acknowledge,...input.acknowledge??[]].includes(unprovedDeferral))return askForProof(
environment,hop.to,deferral2.why);const said=`Nothing shows whether a migration has started (${deferral2.why}); "${unprovedDeferral}" is acknowledged.`;return{kind:"\
shown",note:`${note} ${said}`,unproved:deferral2.why,trace}}async function rehearsedArtifacts({project,hop}){const placed=inEnvironment(ofHop(await project.journal.
read(),referenceTo2(hop)),"staging").findLast(entry2=>isOf(entry2,"put-in-place")&&entry2.event.release==="to");return placed!==void 0&&isOf(placed,"put-in-plac\
e")?placed.event.artifacts:void 0}async function sayingWhatAnswers(context,work){try{return await work()}catch(cause){throw context.project.effects.signal.throwIfAborted(),
cause instanceof SystemFailure7?new SystemFailure7(await withWhatAnswers(context,cause.detail),{cause}):cause}}async function withWhatAnswers(context,failure2){
const{project,live,environment}=context,seen=await live.observe(project.effects.signal),now=hasVersions2(project.product)?answersText(seen,environment):stateText2(
seen,environment);return{...failure2,means:`${failure2.means} ${now}`.trim()}}function answersText({version,serving},environment){if(version.kind==="unknown")return`\
What now answers on ${environment} could not be read (${version.reason}).`;const health=serving.kind==="yes"?"is healthy":`is not healthy (${serving.reason})`;return`\
Now ${version.value} answers on ${environment}, and ${health}.`}function stateText2({version},environment){return version.kind==="unknown"?`Where ${environment}\
 is now could not be read (${version.reason}).`:`Now ${environment} is at ${version.value}.`}async function explained(context,version,seen){const{project}=context,
{product,effects}=project,problems=product["known-problems"];if(!problems.some(problem3=>problem3.in==="log"))return seen;const log=await logOf(context),scheme=hasVersions2(
product)?product.versions:void 0,text=`${log}
${seen.happened}`,[known2]=problemsIn(problems,{in:"log",text,versions:[releaseNamed(context.hop,version)]},scheme);return known2===void 0?seen:{happened:effects.
pen.text(`${known2.happened} ${seen.happened}`),means:`${effects.pen.text(known2.means)} ${seen.means}`,next:`${effects.pen.text(known2.next)} ${seen.next}`}}async function logOf(context){
const log=await readServerLog(context);return log.kind==="none"?"":(log.kind==="failed"&&context.project.effects.log.warn(log.reason),log.text)}var deployParts=[
"deploy","hooks.before-deploy","hooks.after-deploy"],pauseMilliseconds32=250;async function deployRelease(context,release){const{project,hop,live}=context,{clock,
log,signal}=project.effects,started=clock.now().getTime(),side=release.version===hop.to?"to":"from",parts=hop.parts?.[side]??{},otherParts2=hop.parts?.[side==="\
to"?"from":"to"]??{},placeholders={...context.placeholders,...partPlaceholders3(parts),version:releaseOn5(hop,side)};if(release.watchOnly!==!0){await sayingWhatAnswers(
context,()=>runHook(context,"before-deploy",placeholders));const other=release.onRestored===!0?await startedMeanwhile(context):void 0;if(other!==void 0)return{kind:"\
settled",settled:touchedBy(other,context)}}let kept=[];const watch2=release.watch??watchService(live,clock,signal);try{if(release.watchOnly!==!0&&await watch2.started,
await context.confirmLease(),release.watchOnly!==!0){const isOnProduction=context.environment==="production",rehearsed3=isOnProduction&&release.version===hop.to?
await rehearsedArtifacts(context):void 0,{artifacts,fileChanges}=await log.group(`Deploy ${release.version} on ${context.environment}`,()=>orWhy(context,release.
version,()=>live.deployer({version:release.version,from:hop.from,to:hop.to}).deploy({version:releaseOn5(hop,side),from:releaseOn5(hop,"from"),to:releaseOn5(hop,
"to"),parts,otherParts:otherParts2,environment:deferral(context),...rehearsed3===void 0?{}:{rehearsed:rehearsed3},refuseDrift:isOnProduction,log,signal})));kept=
await keepChanges(context,release.version,fileChanges);const content=artifacts===void 0?{}:{artifacts};release.version===hop.to?await context.record({type:"put-\
in-place",release:"to",version:hop.to,...content}):context.command==="rollback"&&isOnProduction&&await context.record({type:"put-in-place",release:"from",version:hop.
from,...content})}const answered=await firstAnswer(context,release);if(answered.kind==="settled")return answered;const seen=await watch2.stop(),shown2=answered.
kind==="starting"?{kind:"shown",note:answered.note,unproved:void 0,trace:{}}:await proveDeferral(context,release,answered.observation);if(shown2.kind!=="shown")
return{kind:"settled",settled:shown2};await sayingWhatAnswers(context,()=>runHook(context,"after-deploy",placeholders));const{note,unproved,trace}=shown2;return{
kind:"deployed",milliseconds:clock.now().getTime()-started,seen,note,kept,unproved,trace}}finally{await watch2.stop()}}function touchedBy(version,{environment,hop}){
return{kind:"failed",message:{happened:`After its data was restored, somebody started ${version} on ${environment}.`,means:`It may have changed what was restore\
d, so ${hop.from} was not deployed on it.`,next:"Make sure that nothing else deploys there, then run the same rollback again: it restores again."}}}async function orWhy(context,version,deploy2){
return await sayingWhatAnswers(context,async()=>{try{return await deploy2()}catch(cause){if(context.project.effects.signal.throwIfAborted(),!(cause instanceof SystemFailure7))
throw cause;const detail=await explained(context,version,cause.detail);throw detail===cause.detail?cause:new SystemFailure7(detail,{cause})}})}function deferral({
project}){return project.product.migrations?.defer.env??{}}async function firstAnswer(context,{version}){const{project,live,environment,hop}=context,{clock,signal,
log}=project.effects,limit=project.configuration["start-timeout"],started=clock.now().getTime();let looks2=noLooks;for(;;){const observation=await live.observe(
signal),answers=observation.version.kind==="known"&&observation.version.value===version&&observation.serving.kind==="yes",other=answers&&version===hop.to?partsNotInPlace(
hop,environment,await live.observeParts(signal)):void 0;if(answers&&other===void 0)return{kind:"answered",observation};const at=clock.now().getTime(),elapsed=at-
started;if(other!==void 0&&elapsed>=limit)return{kind:"settled",settled:withWayBack(other,context)};looks2=looked(looks2,observation,version,at);const grace=elapsed>=
limit?0:limit,conclusion=project.traits.deferrable?decideFromLooks(looks2,observation,{to:version,environment,at,grace}):void 0;if(conclusion!==void 0)return{kind:"\
settled",settled:withWayBack(conclusion,context)};if(elapsed>=limit)return await whyNotAnswering(context,version,observation);log.progress({text:`Waiting until ${version}\
 answers on ${environment}`,done:Math.round(elapsed/1e3),total:limit/1e3}),await clock.sleep(pauseMilliseconds32,signal)}}function withWayBack(conclusion,{environment,
hop}){if(environment==="staging"||!("message"in conclusion))return conclusion;const{message}=conclusion;return{...conclusion,message:{...message,next:`${message.
next} To go back, ${waysToRollBack(hop.id)}.`}}}async function whyNotAnswering(context,version,seen){const answer=notAnswering(context,version,seen);return answer.
kind!=="settled"||!("message"in answer.settled)?answer:{kind:"settled",settled:{...answer.settled,message:await explained(context,version,answer.settled.message)}}}
function notAnswering({project,environment,hop},version,seen){const limit=`${project.configuration["start-timeout"]/1e3} s`,answer=seen.version.kind==="unknown"?
`it does not answer (${seen.version.reason})`:seen.version.value===version?`it says ${version} and is not healthy (${seen.serving.kind==="yes"?"":seen.serving.reason}\
)`:`${seen.version.value} answers`;if(!project.traits.deferrable&&!isMigratedByDeploy(project.product)&&(seen.version.kind==="unknown"||seen.version.value!==version))
return{kind:"starting",note:`After ${limit} ${answer}: its migrations run at start-up, so the wait continues.`};const back=environment==="production"?`To go bac\
k, ${waysToRollBack(hop.id)}.`:"Production was not touched.";return{kind:"settled",settled:{kind:"failed",message:{happened:`${version} was deployed on ${environment}\
, but after ${limit} ${answer}.`,means:environment==="production"?"Production may not be serving.":"The rehearsal found this before production was affected.",next:`\
Look at the server's log. ${back}`}}}}import{environmentOfGate as environmentOfGate3,environmentOn as environmentOn3}from"./project.js";import{dataPlace as dataPlace3,
dataText as dataText4,lossText as lossText2}from"./project.js";import{isProcessGone,leftBehind as leftBehind2,leftBehindText as leftBehindText2}from"./project.js";
import{runName as runName4}from"./project.js";import{cannotTell_M7NQ6CCT as cannotTell10,refuse as refuse16}from"./project.js";import{dayTime as dayTime16,exactTime as exactTime5}from"./terminal.js";
import{releaseOn as releaseOn6}from"./start.js";import{countText as countText4,durationText as durationText15}from"./terminal.js";import{SystemFailure as SystemFailure8}from"./start.js";
function isBackInPlace({record:record4,standing,observation}){if(standing.kind!=="on-from"||observation.serving.kind!=="yes")return!1;const production=inEnvironment(
record4.entries,"production"),started=latest(production,"rolling-back");if(started===void 0)return!1;const since=after(production,started),placed=since.findLast(
entry2=>isOf(entry2,"put-in-place")&&entry2.event.release==="from");return placed===void 0?!1:!after(since,placed).some(({event})=>event.type==="rolled-back"||event.
type==="deploying"||event.type==="restoring"||event.type==="ended"&&event.command==="rollback"&&event.outcome==="failed")}function mayGoBack(situation,request){
const{promotion,traits}=situation,canRestore=isConfirmedRestore(situation,request);return promotion.restoring!==void 0?promotion.restored&&request.confirm===void 0||
canRestore:promotion.deployStarted?!(!traits.deferrable||isPastReturn(promotion))||canRestore:!1}function isConfirmedRestore(situation,request){const{hop,promotion}=situation;
return isRestoreTyped(situation,request)?request.confirm!==hop.id||request.stored.some(({id})=>id===promotion.restorePoint?.event.backup):!1}function refuseRepeatedRollback(entries,hop,run2){
if(run2.kind!=="github")return;const before=inEnvironment(entries,"production").find(entry2=>isOf(entry2,"rolled-back")&&entry2.event.hop.id===hop.id&&entry2.run.
kind==="github"&&entry2.run.id===run2.id&&entry2.run.attempt<run2.attempt);if(before===void 0)return;const deployed=inEnvironment(after(entries,before),"product\
ion").find(entry2=>isOf(entry2,"deploying"));if(deployed!==void 0)return refuse16(`This run already rolled back hop ${hop.id} on ${dayTime16(before.at)} (attemp\
t ${before.run.attempt}), and production has been deployed again since (${dayTime16(deployed.at)}).`,"A re-run repeats what was typed for the first attempt, whe\
n production held different data. Nothing was changed.","To roll back what runs now, start a new run of the rollback workflow. Do not re-run this one.")}function redeployConfirmation({
id}){return`redeploy-${id}`}function decideRollbackGate(way,state,hop,confirm){const typed=redeployConfirmation(hop),inTerminal=way==="restore"?`staged-upgrade \
rollback --hop ${hop.id} --confirm ${confirm??hop.id}`:`staged-upgrade rollback --hop ${hop.id}`,decision=decideProtection(state,{untouched:"Nothing was changed\
 on production.",again:"start the rollback again",otherwise:`go back in a terminal (${inTerminal}), where the person who types it needs no other approval, or wr\
ite "gates: { production: none }" into the configuration`});if(decision.kind!=="unknown"||state.reading.kind!=="cannot-tell")return decision;const{reason:reason3}=state.
reading;if(way==="redeploy"&&confirm===typed)return{kind:"act",unread:reason3,because:`A person typed ${typed}: ${hop.from} is deployed again although the prote\
ction of "${state.environment}" could not be read (${reason3}).`};const{happened,means,next:next2}=decision.message,atOnce=way==="redeploy"?`If it cannot wait: ${hop.
from} is deployed again without it when the workflow "Rollback" is started with ${typed} as confirmation; that way back loses nothing.`:`If it cannot wait: in a\
 terminal the person who types it is the gate: ${inTerminal}`;return cannotTell10(happened,means,`${next2} ${atOnce}`)}function notTheSameData(backup2,data,now,entries){
const taken=backup2.data.find(({name})=>name===data.name)?.identity,comparison2=taken===void 0?void 0:compareIdentities(taken,now);if(comparison2?.kind==="same"||
taken!==void 0&&comparison2?.kind==="cannot-tell"&&isSamePlace(taken,now)&&wasRestoredOver(backup2,entries))return;const why=comparison2?.kind==="cannot-tell"?comparison2.
reason:`it is another ${data.noun}`;return refuse16(`The ${dataText4("production",data)} is not shown to be the one that ${backup2.id} was taken from: ${why}.`,
"A restore could replace unrelated data. Nothing was changed.",`Look at ${dataPlace3("production",data)}. If production was rebuilt on purpose, restore the back\
up by hand and start the release that it was taken from; a new run then says how to continue.`)}function wasRestoredOver({id},entries){const taken=entries.find(
({event})=>event.type==="backed-up"&&event.backup===id);return taken===void 0?!1:inEnvironment(after(entries,taken),"production").some(entry2=>isOf(entry2,"rest\
oring"))}var begins=new Set(["deploying","restoring","restored","migrating","rolling-back"]);function stillAtWork(entries,owner){const production=inEnvironment(
entries,"production");return preemptedBy(entries,owner).find(name=>{const last=production.findLast(({run:run2})=>runName4(run2)===name);return last!==void 0&&begins.
has(last.event.type)})}function preemptedBy(entries,owner){const names=[];for(let name=lastPreempted(entries,owner);name!==void 0&&!(name===owner||names.includes(
name));name=lastPreempted(entries,name))names.push(name);return names}function lastPreempted(entries,owner){const leases=entries.filter(entry2=>isOf(entry2,"lea\
se-taken")),taken=leases.findLast(({event})=>event.owner===owner);if(taken===void 0||taken.event.preempted!==void 0)return taken?.event.preempted;const before=leases.
findLast(({sequence})=>sequence<taken.sequence);return before?.event.reason===void 0?void 0:before.event.owner}var graceMilliseconds=3e4,pauseMilliseconds4=3e3;
async function waitForPreemptedRun({project}){const{clock,log,signal}=project.effects,longest2=project.configuration.lock.lease/4+graceMilliseconds,until=clock.
now().getTime()+longest2;let said="";for(;;){const waited=await waitedFor(project);if(waited===void 0||waited.isBounded&&clock.now().getTime()>=until)return;const text=waited.
isBounded?`Waiting until ${waited.what} has ended what it does, at most ${durationText15(longest2)}.`:`Waiting until ${waited.what} has ended: its run is gone, \
and it may still deploy. To end it: kill -- -${waited.pid}`;text!==said&&log.warn(text),said=text,await clock.sleep(pauseMilliseconds4,signal)}}async function waitedFor(project){
const left=leftBehind2(project),command2=left.find(({kind})=>kind==="command");if(command2!==void 0)return{isBounded:!1,what:leftBehindText2(command2),pid:command2.
pid};const entries=await project.journal.read(),other=stillAtWork(entries,leaseOwner(project.run));if(other!==void 0)return isSeenGone(project,entries,other)&&left.
length===0?void 0:{isBounded:!0,what:other}}function isSeenGone(project,entries,owner){const taken=entries.findLast(entry2=>isOf(entry2,"lease-taken")&&entry2.event.
owner===owner);return taken!==void 0&&isOf(taken,"lease-taken")&&isProcessGone(project,taken.event)}async function rollbackNotApproved(context,way){const{project,
hop,input}=context,{log}=project.effects,setting=project.configuration.gates.production;if(project.run.kind==="terminal"||setting==="none")return;if(setting==="\
dispatch"){await recordOnce(context,{gate:"dispatch, rollback",by:project.run.actor});return}const state=await environmentGate(context,environmentOn3(environmentOfGate3.
production,project));warnOfWrongClock(project);const decision=decideRollbackGate(way,state,hop,input.confirm);if(!isAct(decision))return decision;if(decision.unread===
void 0){const passed=passedEnvironment(state);passed.note!==void 0&&log.warn(decision.because),await recordOnce(context,passed)}else{log.warn(decision.because);
const note=`its protection was unknown: ${decision.unread}`;await recordOnce(context,{gate:state.environment,by:project.run.actor,note})}}var rollback=step2({command:"\
rollback",needs:{common:["backup","decryption","smoke"],own:["data",...deployParts]},gateAt:({environment})=>environment==="production"?"production":void 0,open:({
environment="production",reason:reason3,accept})=>({environment,reason:reason3,accept}),preempts:({environment})=>environment==="production",beforehand:refusedBeforehand,
gather:async context=>{const confirm=restoreConfirmed(context);return context.environment==="staging"?{stored:[],damaged:[],confirm}:(await waitForPreemptedRun(
context),{...await storedFor(context.project,context.hop),confirm})},decide:({opened:{environment},situation,gathered})=>decideRollback(environment,situation,gathered),
act:async(context,way,{opened,situation,gathered:{stored}})=>{const{project,hop,environment}=context,isProduction=environment==="production",unapproved=isProduction?
await rollbackNotApproved(context,way.way):void 0;if(unapproved!==void 0)return unapproved;const entries=await project.journal.read(),mayReplace=backup2=>(data,now)=>notTheSameData(
backup2,data,now,entries);if(way.way==="restore"){const wrong=await whyNotAll(context,way.backup,mayReplace(way.backup));if(wrong!==void 0)return wrong}const{reason:reason3,
accept}=opened,watchOnly2=isProduction&&way.way==="redeploy"&&isBackInPlace(situation);watchOnly2||await context.record({type:"rolling-back",to:hop.from,...reason3===
void 0?{}:{reason:reason3}});const end=await restore2(context,way,{watchOnly:watchOnly2,mayReplace});if(end.kind==="not-restored")return withOthers(end.settled,
end.backup,situation,stored);if(end.kind==="settled")return end.settled;const{milliseconds,seen,kept}=end,back={way,hop,milliseconds,seen,kept,tests:[],accepted:void 0};
if(!isProduction)return did({...back,testsDigest:void 0});const tested=await testOlder(context),digest=testsDigest(project);if(tested.kind==="tested")return did(
{...back,testsDigest:digest,tests:tested.names});const accepted2=await acceptedBy(context,accept,tested,situation);return accepted2===void 0?notWorking(context,
tested,way,situation.promotion.restorePoint?.event):did({...back,testsDigest:digest,accepted:accepted2})},record:({hop,milliseconds,seen,tests:tests3,testsDigest:digest,
accepted:accepted2})=>({type:"rolled-back",to:hop.from,milliseconds,...availabilityFacts(seen),...digest===void 0?{}:{testsDigest:digest},...digest===void 0||accepted2!==
void 0?{}:{tests:tests3},...accepted2===void 0?{}:{accepted:accepted2}}),report:(back,{opened:{environment}})=>({headline:`Went back from ${back.hop.to} to ${back.
hop.from} on ${environment} in ${durationText15(back.milliseconds)}${testedText(back)}; ${restoredText(back.way)}.`,details:[back.way.because,...back.kept,...serviceTexts(
back.seen)]})});async function restore2(context,way,{watchOnly:watchOnly2,mayReplace}){const{live,hop,project}=context,watch2=watchService(live,project.effects.
clock,project.effects.signal);try{if(way.way==="restore"){const{backup:backup2}=way,put=await restoreBackup(context,backup2,mayReplace(backup2)).catch(error=>{if(!(error instanceof
SystemFailure8)||context.project.effects.signal.aborted)throw error;return badBackup(error)});if(put.kind==="settled")return{kind:"not-restored",settled:put.settled,
backup:backup2}}return await deployRelease(context,{version:hop.from,onRestored:way.way==="restore",watchOnly:watchOnly2,watch:watch2})}finally{await watch2.stop()}}
function badBackup({detail}){return{kind:"settled",settled:{kind:"failed",message:detail}}}function testedText({hop,tests:tests3,testsDigest:digest,accepted:accepted2}){
return accepted2!==void 0?`; its smoke tests did not pass, which was accepted: "${accepted2.reason}"`:digest===void 0?"":`; ${hop.from} passed ${countText4(tests3.
length,"smoke test")}`}function restoredText(way){return way.way==="restore"?"the restore point was restored":way.unproved===void 0?"nothing was restored":"noth\
ing was restored, and nothing shows whether migrations had started"}async function refusedBeforehand(context){if(context.environment!=="production")return;const{
journal:journal2,run:run2}=context.project,repeated=refuseRepeatedRollback(await journal2.read(),context.hop,run2);if(repeated!==void 0)return repeated;const situation=await context.
situation(),request={...await storedFor(context.project,context.hop),confirm:restoreConfirmed(context)};if(mayGoBack(situation,request))return;const decision=decideRollback(
"production",situation,request);return isAct(decision)?void 0:decision}function restoreConfirmed({input:{confirm},hop}){return confirm===redeployConfirmation(hop)?
void 0:confirm}function withOthers(settled,tried,situation,stored){const other=otherBackups(situation,stored).find(({id})=>id!==tried.id);if(settled.kind!=="fai\
led"||other===void 0)return settled;const instead2=`If ${tried.id} is bad: ${restoreInstead(situation.hop,other)}`;return{...settled,message:{...settled.message,
next:`${settled.message.next} ${instead2}`}}}async function testOlder(context){const{live,hop}=context,{observation,record:record4}=await context.situation(),placeholders={
...context.placeholders,version:releaseOn6(hop,"from")},tests3=live.smokeTests(placeholders,newestDeploy(record4.entries,"production")),end=await smokeRounds(context,
{version:hop.from,tests:tests3,observation,leftToMigrate:!1,validation:void 0});return end.kind==="tested"?{...end,names:tests3.map(({name})=>name)}:end}async function acceptedBy({
project,observe:observe2,hop},accept,tested,before){if(accept===void 0||tested.kind==="already-done")return;const observation=await observe2();if(!(decideTest({
environment:"production",leftToMigrate:!1},hop.from,observation).kind!=="act"||observation.serving.kind!=="yes"||!hasFailedBefore(before)))return{reason:accept,
notPassed:project.effects.pen.text(tested.message.happened)}}function hasFailedBefore({record:record4}){const production=inEnvironment(record4.entries,"producti\
on"),started=latest(production,"rolling-back");return started===void 0?!1:after(production,started).some(({event})=>event.type==="ended"&&event.command==="rollb\
ack"&&event.outcome!=="refused")}function notWorking({hop},tested,way,point){if(tested.kind==="already-done")return tested;const restored2=way.way==="restore"?way.
backup.id:way.onto,plainly=restored2===void 0?"":", with nothing typed as confirmation",again=`Look at the log of ${hop.from}. Then run the same rollback again${plainly}\
: it deploys and tests once more.`;return{...tested,message:{happened:tested.message.happened,means:`${hop.from} was deployed on production again, but has not b\
een seen working. The rollback is not finished.`,next:`${again} ${ifTheTestIsWrong(hop)}${tested.kind==="failed"?ifDamaged(hop,restored2,point):""}`}}}function ifTheTestIsWrong({
id}){return`If the test is wrong: correct it in the configuration and run the same rollback again; or finish it as it is: staged-upgrade rollback --hop ${id} --\
accept "why" (in the workflow, "accept").`}function ifDamaged({id},restored2,point){const command2=`If the data is damaged: staged-upgrade rollback --hop ${id} \
--confirm ${id}`;return restored2!==void 0?` ${command2}; it restores ${restored2} again, and what was written since is lost.`:point===void 0?"":` ${command2}; \
it restores ${point.backup}, and that loses ${lossText2(point,exactTime5)}.`}import{runName as runName5}from"./project.js";import{alreadyDone as alreadyDone8,cannotTell_M7NQ6CCT as cannotTell11,
failed as failed8,refuse as refuse17}from"./project.js";import{dayTime as dayTime17}from"./terminal.js";import{releaseOn as releaseOn7}from"./start.js";import{partPlaceholders as partPlaceholders4}from"./project.js";
import{downtimeText as downtimeText3,durationText as durationText16}from"./terminal.js";import{SystemFailure as SystemFailure9,UserError as UserError8}from"./start.js";
function decideDeploy(environment,release,situation,run2){return environment==="staging"?release==="from"?deployFromOnStaging(situation):deployToOnStaging(situation):
release==="from"?refuse17(`Deploying ${situation.hop.from} on production is a rollback.`,"Nothing was changed.",'Use the command "rollback": it checks first whe\
ther that way back is open.'):deployOnProduction(situation,run2)}function deployFromOnStaging(situation){const{hop,rehearsal,standing,traits}=situation;return rehearsal.
kind==="passed"?rehearsedBefore(rehearsal):rehearsal.kind!=="started"?startFirst(situation):rehearsal.scrubbed?rehearsal.deployedTo?alreadyDone8(`${hop.from} wa\
s deployed and tested before ${hop.to}, in this rehearsal.`):(rehearsal.smokedFrom||rehearsal.carried||traits.stages!==void 0)&&standing.kind==="on-from"?alreadyDone8(
`Staging runs ${hop.from} on the restored copy.`):traits.stages!==void 0?notAtStage(situation):deployNow(`The restored copy must be proved on ${hop.from}, which\
 it came from.`):restoreFirst(hop.id)}function deployToOnStaging(situation){const{hop,rehearsal,standing,traits}=situation;if(rehearsal.kind==="passed")return rehearsedBefore(
rehearsal);if(rehearsal.kind!=="started")return startFirst(situation);if(!rehearsal.smokedFrom)return refuse17(`On staging, ${hop.from} was not smoke-tested on \
the restored copy yet.`,"The backup is not proved on the release that it came from. Nothing was deployed.",`Run the deploy and the smoke test of ${hop.from} fir\
st.`);if(rehearsal.rolledBack&&!rehearsal.deployedAgain)return rehearsal.smokedBack?startOnStaging(situation,`The way back was rehearsed; ${hop.to} is deployed \
again.`):alreadyDone8(`${hop.to} was deployed before the way back was rehearsed.`);const isUndone=standing.kind==="on-from"&&!(rehearsal.rolledBack?rehearsal.waited:
rehearsal.smokedTo);return rehearsal.deployedTo&&!isUndone?alreadyDone8(`${hop.to} was deployed${traits.deferrable?" with its migrations deferred":""} in this r\
ehearsal.`):startOnStaging(situation,`${hop.from} works on the restored copy; ${hop.to} comes next.`)}function startOnStaging(situation,because){const{hop,rehearsal,
standing,traits,observation}=situation;if(rehearsal.kind==="started"&&rehearsal.inPlace&&servesTarget(situation))return watchOnly(hop.to);const isStarted=rehearsal.
kind==="started"&&(rehearsal.deployStarted||rehearsal.rolledBack);if(!traits.deferrable||isStarted)return deployNow(because);const{migrations:migrations2,version}=observation;
if(standing.kind==="on-from"&&migrations2.kind!=="unknown"||traceBefore(situation,"staging").applied!==void 0)return deployNow(because);const why=version.kind===
"unknown"?version.reason:migrations2.kind==="unknown"?migrations2.reason:`${version.value} answers`;return cannotTell11(`Staging does not report which of its mi\
grations are complete on ${hop.from}: ${why}.`,`Without that nothing shows whether ${hop.to} really defers its own. Nothing was deployed.`,`Check the server on \
staging and the credential of its migrations probe, then start a new run: it deploys ${hop.from} there again if something else answers.`)}function deployNow(because){
return{kind:"act",how:"deploy",because}}function watchOnly(to){return{kind:"act",how:"watch",because:`${to} was deployed before and is serving: it is watched, n\
ot deployed again.`}}function deployOnProduction(situation,run2){const{hop,promotion}=situation,check2=decideCheck(situation);if(check2.kind!=="act")return check2;
if(promotion.deployed!==void 0&&servesTarget(situation))return alreadyDone8(`Production runs ${hop.to} and serves.`);const point=promotion.restorePoint;if(point===
void 0&&situation.traits.dataless!==!0)return refuse17(`There is no restore point for hop ${hop.id} on production.`,"Without one there is no way back after the \
migrations. Production was not touched.",'Run "backup" with the purpose "restore-point" first, in this run.');if(check2.start==="resume")return isOnlyToWatch(situation)?
watchOnly(hop.to):deployNow(check2.because);if(point===void 0)return missingRehearsal(situation)??deployNow(`${whyNoRestorePoint(situation)} ${check2.because}`);
if(situation.traits.proveRestorePoint&&!promotion.pointProved)return refuse17(`The restore point ${point.event.backup} was not restored and compared, which "res\
tore-point.prove" requires.`,"Production was not touched.",'Run "restore" with the purpose "restore-point" first.');const missing=missingRehearsal(situation);return missing!==
void 0?missing:isSameAttempt(point.run,run2)?deployNow(`${rehearsedWords(situation)} The restore point ${point.event.backup} was taken. ${check2.because}`):refuse17(
`The restore point ${point.event.backup} was taken by another run (${runName5(point.run)}) on ${dayTime17(point.at)}.`,"Restoring it would lose everything writt\
en since. Production was not touched.",'Run "backup" with the purpose "restore-point" in this run.')}function rehearsedWords({rehearsal}){return rehearsal.kind===
"waived"?waivedBecause(rehearsal.because):"Rehearsed."}function whyNoRestorePoint(situation){return`${rehearsedWords(situation)} There is no data, so there is n\
o restore point.`}function startFirst({hop,traits}){return traits.dataless?refuse17(`The rehearsal of hop ${hop.id} was not started on staging.`,`Staging was no\
t seen to be at ${hop.from}. Nothing was deployed.`,'Run the step "restore" of this hop first: without data it only checks that.'):restoreFirst(hop.id)}function restoreFirst(hop){
return refuse17(`Staging does not hold a restored, proved and scrubbed backup of hop ${hop}.`,"A rehearsal on other data proves nothing. Nothing was deployed.",
'Run the step "restore" of this hop first.')}function decideDowntime(seen,limit,{to,environment}){if(limit!==void 0){if(environment==="production")return tooLongOnProduction(
seen,limit,to);if(typeof seen=="string")return failed8(`The downtime of staging while ${to} was deployed was not measured: ${seen}. "rehearsal.max-downtime" is ${durationText16(
limit)}.`,"Production may be down for longer. It was not touched.",'Start a new run: it rehearses again. If it cannot be measured at all, remove "rehearsal.max-\
downtime" from the configuration.');if(!(seen.downtimeMilliseconds<=limit))return failed8(`While ${to} was deployed, staging was down for ${downtimeText3(seen.downtimeMilliseconds)}\
; "rehearsal.max-downtime" is ${durationText16(limit)}.`,`Production would be down for as long. It was not touched. ${availabilityText(seen)}`,'Change how it is\
 deployed, or raise "rehearsal.max-downtime" in the configuration; then start a new run: it rehearses again.')}}function tooLongOnProduction(seen,limit,to){if(!(typeof seen==
"string"||seen.downtimeMilliseconds<=limit))return failed8(`While ${to} was deployed, production was interrupted for ${downtimeText3(seen.downtimeMilliseconds)}\
; "rehearsal.max-downtime" is ${durationText16(limit)}.`,`It is in place. What follows was not started: it may take as long. ${availabilityText(seen)}`,'Find ou\
t why it took so long. To continue anyway, start a new run, which finishes this hop; if that much downtime is normal, raise "rehearsal.max-downtime" in the conf\
iguration.')}var alwaysAllowedMilliseconds=100;function compareMeasured(before,now,{compare,tolerance,factor}){const notes=[];if(compare==="not-fewer"||compare===
"not-more"){if(before.count===void 0||now.count===void 0)return otherwise();const numbers=`${numberText(now.count)} now, ${numberText(before.count)} before`,allowed=allowedBy(
tolerance,before.count),limit=compare==="not-fewer"?before.count-allowed:before.count+allowed;if(compare==="not-fewer"?now.count<limit:now.count>limit){const most=`\
at ${compare==="not-fewer"?"least":"most"} ${numberText(limit)} is accepted`;return{kind:"failed",reason:tolerance===void 0?numbers:`${numbers}; ${most}`}}notes.
push(numbers)}if(compare==="same"){if(before.digest===void 0||now.digest===void 0)return otherwise();if(now.digest!==before.digest)return{kind:"failed",reason:"\
it is not the same as before"};notes.push("the same as before")}const times=`answered in ${durationText16(now.milliseconds)} now, ${durationText16(before.milliseconds)}\
 before`;if(factor!==void 0){const most=Math.max(before.milliseconds*factor,before.milliseconds+alwaysAllowedMilliseconds);if(now.milliseconds>most)return{kind:"\
failed",reason:`${times}; at most ${durationText16(most)} are accepted`};notes.push(times)}return{kind:"passed",note:notes.join("; ")}}function allowedBy(tolerance,before){
return tolerance===void 0?0:"by"in tolerance?tolerance.by:Math.abs(before)*tolerance.percent/100}function numberText(number3){return String(Number.isInteger(number3)?
number3:Number(number3.toPrecision(4)))}function compareApart(other,now,name){return other.digest===void 0||now.digest===void 0?otherwise():other.digest===now.digest?
{kind:"failed",reason:`it is the same as on ${name}`}:{kind:"passed",note:`different from ${name}`}}function otherwise(){return{kind:"unknown",reason:"it was me\
asured differently before, so nothing can be compared"}}function apartTest(measure,environment,record4){if(!measure.rules.apart)return;const other=environment===
"production"?"staging":"production",found=(latest(inEnvironment(record4.entries,other),"baseline-taken")?.event.measures??[]).find(({name})=>name===measure.name);
if(found!==void 0)return{other,run:async signal=>{const now=await measure.take(signal,found);return now.kind==="unknown"?now:compareApart(found,now.measured,other)}}}
async function takeBaseline(context,record4){const{project,live,hop,environment,placeholders}=context,measures=live.measures({...placeholders,...partPlaceholders4(
hop.parts?.from),version:releaseOn7(hop,"from")});if(measures.length===0)return;const taken=[];for(const measure of measures){const apart=apartTest(measure,environment,
record4),shared2=await apart?.run(project.effects.signal);if(apart!==void 0&&shared2?.kind==="failed")return refuse17(`"${measure.name}" of ${environment} is th\
e same as that of ${apart.other}.`,`Either both addresses lead to one server, or the copy poses as ${environment}. Nothing was deployed.`,'Compare the addresses\
 ("url") and the data stores of both. A copy must get its own value when it is restored, or in the scrub hook.');const end=await measure.take(project.effects.signal);
if(end.kind==="unknown")return cannotTell11(`"${measure.name}" could not be measured on ${environment}, where ${hop.from} runs: ${end.reason}.`,`Without it noth\
ing would show whether ${hop.to} does equally well. Nothing was deployed.`,'Correct the measure under "baseline", or the cause, then run again.');taken.push(end.
measured)}await context.record({type:"baseline-taken",version:hop.from,measures:taken})}var deploy=step2({command:"deploy",needs:{common:["baseline"],own:deployParts,
place:!0},mindsRetry:!0,open:input=>({environment:environmentOf(input,"deploy"),release:releaseOf(input,"deploy")}),gather:nothingElse,decide:({opened:{environment,
release},situation,run:run2})=>decideDeploy(environment,release,situation,run2),permit:({environment})=>environment==="production"?{act:"deploy",gate:"productio\
n"}:void 0,act:async(context,{how},{opened:{environment,release},situation})=>{const{project,hop}=context,version=release==="from"?hop.from:hop.to,deferred=project.
traits.deferrable,parts=partsToDeploy(hop.parts?.[release]),before=traceBefore(situation,environment),isBefore=release==="to"&&situation.standing.kind==="on-fro\
m",isWatched=how==="watch",blocked=release==="to"&&!isWatched?blockedByFiles(hop):void 0;if(blocked!==void 0)return blocked;if(!isWatched){const unmeasured=isBefore?
await takeBaseline(context,situation.record):void 0;if(unmeasured!==void 0)return unmeasured;await context.record({type:"deploying",release,version,deferred,...parts,
...isBefore?before:{}})}const hasStarted=environment==="production"&&situation.promotion.migrating!==void 0,released=deployRelease(context,{version,before,hasStarted,
watchOnly:isWatched}),end=await(environment==="production"?orTheWayBack(released,hop.id):released);if(end.kind==="settled")return end.settled;const{rehearsal}=situation,
isMeasured=isWatched&&rehearsal.kind==="started"&&rehearsal.deployedTo,isRehearsal=environment==="staging"||project.traits.waiver!==void 0&&!isWatched,isLimited=release===
"to"&&isRehearsal&&!isMeasured,limit=project.configuration.rehearsal["max-downtime"],seen=isWatched?"the deploy was interrupted":worse(end.seen)??whyNotSeen(context);
return(isLimited?decideDowntime(seen,limit,{...hop,environment}):void 0)??did({...end,version,deferred,parts,isWatched})},record:({version,deferred,milliseconds,
parts,trace,unproved,seen},{opened})=>({type:"deployed",release:opened.release,version,deferred,milliseconds,...parts,...trace,...unproved===void 0?{}:{unproved},
...availabilityFacts(seen)}),report:({version,milliseconds,note,kept,isWatched,seen},{opened:{environment}})=>({headline:isWatched?`${version} was already deplo\
yed on ${environment}; it answers and is healthy.`:`Deployed ${version} on ${environment} in ${durationText16(milliseconds)}.`,details:[note,...kept,...serviceTexts(
seen)]})});function worse({availability,writes}){return availability===void 0||writes===void 0?availability:writes.downtimeMilliseconds>availability.downtimeMilliseconds?
writes:availability}function whyNotSeen({live}){return live.health===void 0?"the product has no probe of its health":"it was not serving before"}function partsToDeploy(parts={}){
return Object.keys(parts).length===0?{}:{parts}}async function orTheWayBack(work,hop){try{return await work}catch(error){if(!(error instanceof SystemFailure9))throw error;
const{next:next2}=error.detail;throw new SystemFailure9({...error.detail,next:`${next2} Or, to go back, ${waysToRollBack(hop)}.`},{cause:error})}}function releaseOf({
release},command2){if(release!==void 0)return release;throw new UserError8({happened:'The input "release" is missing.',means:`"${command2}" must know which side\
 of the hop it is for. Nothing was done.`,next:'Give it: in a terminal, --release from or --release to; in a workflow, the input "release", from or to.'})}import{
validationText}from"./project.js";import{referenceTo as referenceTo3,releaseOn as releaseOn8}from"./start.js";import{partPlaceholders as partPlaceholders5}from"./project.js";
import{durationText as durationText17}from"./terminal.js";function isNothingToStart(situation){const{traits,promotion,standing,observation}=situation;if(!traits.
deferrable||promotion.deployed===void 0||promotion.migrating!==void 0||standing.kind!=="on-to"||observation.migrations.kind!=="done")return!1;const back=decideRollback(
"production",situation,{stored:[],confirm:void 0});return back.kind==="act"&&back.way==="redeploy"}function comparedTests({live,hop,environment},placeholders,{record:record4}){
const before=latest(inEnvironment(record4.entries,environment),"baseline-taken")?.event.measures??[],pairs=live.measures(placeholders).map(measure=>({measure,was:before.
find(({name})=>name===measure.name)}));return{tests:pairs.flatMap(({measure,was})=>{const apart=apartTest(measure,environment,record4);return[...was===void 0?[]:
[comparison(measure,was,hop.from)],...apart===void 0?[]:[{name:`${measure.name}, unlike that of ${apart.other}`,run:apart.run}]]}),notes:pairs.flatMap(({measure,
was})=>was===void 0?`"${measure.name}" is not compared: it was not measured of ${hop.from}.`:[])}}function comparison(measure,was,from){const{name,rules}=measure;
return{name:`${name}, compared with ${from}`,run:async signal=>{const now=await measure.take(signal,was);return now.kind==="unknown"?now:compareMeasured(was,now.
measured,rules)}}}var smoke=step2({command:"smoke",needs:{common:["smoke","baseline"],logs:!0},mindsRetry:!0,open:input=>({environment:environmentOf(input,"smok\
e"),release:releaseOf(input,"smoke")}),gather:nothingElse,decide:({opened:{environment,release},situation})=>decideSmoke(environment,release,situation),act:async(context,_,{
opened:{environment,release},situation})=>{const{project,hop,live,placeholders}=context,version=release==="from"?hop.from:hop.to,filled2={...placeholders,...partPlaceholders5(
hop.parts?.[release]),version:releaseOn8(hop,release)},compared2=release==="to"?comparedTests(context,filled2,situation):{tests:[],notes:[]},tests3=[...live.smokeTests(
filled2,newestDeploy(situation.record.entries,environment)),...compared2.tests],validation=environment==="production"?project.configuration.validate:void 0,fits=validation&&
fitsIntoJob(validation,leftOfJob(project));if(fits!==void 0&&!isAct(fits))return fits;const{observation}=situation,{leftToMigrate}=awaitedOf(situation,environment),
end=await smokeRounds(context,{version,tests:tests3,observation,leftToMigrate,validation});return end.kind!=="tested"?end:did({...end,notes:[...compared2.notes,
...end.notes],version,tests:tests3.map(({name})=>name),testsDigest:testsDigest(project),isAssumed:project.product.probes.migrations===void 0,isValidation:validation!==
void 0})},record:({version,migrations:migrations2,milliseconds,rounds,...smoked},{opened})=>({type:"smoke-tested",release:opened.release,version,migrations:migrations2,
...smoked.isAssumed?{assumed:!0}:{},tests:smoked.tests,testsDigest:smoked.testsDigest,milliseconds,...smoked.notes.length===0?{}:{compared:smoked.notes},...smoked.
isValidation?{validatedMilliseconds:milliseconds,rounds}:{}}),conclude:async context=>(await recordCompletion(context),[]),report:({version,tests:tests3,notes,milliseconds,
rounds,isValidation},{opened:{environment}})=>{const passed=`${version} on ${environment} passed ${tests3.length} of ${tests3.length} smoke tests`;return{headline:isValidation?
`${passed}, ${validationText(milliseconds,rounds)}.`:`${passed} in ${durationText17(milliseconds)}.`,details:[...tests3,...notes]}}});async function recordCompletion(context){
const{project,environment,hop}=context,situation=await context.situation(),reference2=referenceTo3(hop);if(environment==="staging"){const{rehearsal}=situation;if(rehearsal.
kind!=="started"||!isComplete(rehearsal,project.traits))return;const contents=allContentDigests(project),{backup:backup2}=rehearsal,on=backup2===void 0?{}:{backup:backup2};
await project.journal.append({type:"rehearsed",hop:reference2,...on,contents});return}const{promotion,observation}=situation,migrated=promotion.waited!==void 0&&
(promotion.migrating!==void 0||!project.traits.deferrable)||isNothingToStart(situation);promotion.completed===void 0&&promotion.smoked&&migrated&&observation.migrations.
kind==="done"&&await project.journal.append({type:"completed",hop:reference2})}import{shippedProducts}from"./project.js";import{approvedEnvironment,environmentOfGate as environmentOfGate4,
environmentOn as environmentOn4,pathGate as pathGate3}from"./project.js";import{escapeMarkdown as escapeMarkdown3}from"./start.js";import{cannotTell_M7NQ6CCT as cannotTell12,
refuse as refuse18}from"./project.js";import{dayTime as dayTime18}from"./terminal.js";import{referenceTo as referenceTo4}from"./start.js";import{countText as countText5}from"./terminal.js";
import{UserError as UserError9}from"./start.js";function decidePathApproval(protection,approved,branches){const untouched="Nothing was approved, and production \
was not touched.",again="start a new run",decision=decideProtection(protection,{untouched,again,otherwise:"climb in a terminal, which asks"});if(decision.kind!==
"act")return decision;const page2=`Open ${protection.settingsUrl}, choose "${approved}", allow only the default branch under "Deployment branches and tags"; the\
n ${again}.`;switch(branches.kind){case"protected":case"named":return decision;case"any":return refuse18(`The GitHub environment "${approved}" allows workflows \
from any branch: ${branches.why}.`,`It asks nobody and holds the credentials of production, so anyone who can push a branch could use them. ${untouched}`,page2);case"\
missing":return refuse18(`The GitHub environment "${approved}" does not exist. GitHub creates it when a job names it, open to every branch.`,`With "gates: { sco\
pe: path }" the jobs that change production run in it. ${untouched}`,page2);case"cannot-tell":return cannotTell12(`It could not be determined which branches the\
 GitHub environment "${approved}" allows: ${branches.reason}.`,`Unknown never counts as protected. ${untouched}`,branches.next??"Run it again later; https://www\
.githubstatus.com shows the status of GitHub.")}}var approveDeclared={needs:{common:["journal"]},writesJournal:!0,gateAt:()=>"production"};async function approvePath(project){
const entries=await project.journal.read(),hops=plannedBy(project,entries),environment=environmentOn4(environmentOfGate4.production,project),approved=environmentOn4(
approvedEnvironment,project),protection=await pathApprovalGate(project,environment),decision=decidePathApproval(protection,approved,await readBranchesOf(project,
approved));if(!isAct(decision))return notApproved2(decision);const wrong=wrongClock(project,entries);if(wrong!==void 0)return notApproved2(wrong);const passed=passedEnvironment(
protection);passed.note!==void 0&&project.effects.log.warn(decision.because);for(const hop of hops)await recordOnce({project,hop:referenceTo4(hop)},{...passed,gate:pathGate3(
environment)});const headline=`${countText5(hops.length,"hop")} approved for production by ${passed.by}: ${hops.map(({id})=>id).join(", ")}.`,rows=hops.map(hop=>`\
- ${escapeMarkdown3(hop.title)}: ${rehearsed(hop,entries,project.traits)}; digest \`${hop.digest}\``),summary=[`**${escapeMarkdown3(headline)}**`,"",...rows,"",
"Each goes to production, and its migrations start there, without another question, but only as it was planned and only when its rehearsal has passed. One that \
fails on staging or on production ends the climb.",""].join(`
`);return{outcome:"passed",headline,outputs:{count:hops.length},summary,text:""}}function rehearsed(hop,entries,traits){const rehearsal=rehearsalOf(entries,recordOf(
entries,hop),traits);return rehearsal.kind==="passed"?`rehearsed on ${dayTime18(rehearsal.at)}`:"will be rehearsed first"}function plannedBy({run:run2,configuration},entries){
if(configuration.gates.scope!=="path")throw new UserError9({happened:'"approve" is for one approval of a whole path, but "gates: { scope: path }" is not in the \
configuration.',means:"Each hop is approved by itself. Nothing was approved.",next:'Run "staged-upgrade init --update": it removes the job from the workflow. Or\
 add it to the configuration.'});if(run2.kind==="terminal")throw new UserError9({happened:'"approve" is a step of a workflow: its job has waited for reviewers.',
means:"Nothing was approved.",next:'In a terminal, "staged-upgrade climb" asks, once for all hops.'});const own=entries.filter(entry2=>entry2.run.kind===run2.kind&&
entry2.run.id===run2.id),planned=latest(own,"planned");if(planned===void 0)throw new UserError9({happened:"This run has planned no path.",means:"There is nothin\
g to approve. Nothing was approved.",next:'Run "plan" in an earlier job, as "staged-upgrade init --update" writes it.'});return hopsOf(planned.event)}var outcomeOf3={
waiting:"waiting",refuse:"refused",failed:"failed",unknown:"unknown"};function notApproved2(settled){if(settled.kind==="already-done")return{outcome:"skipped",headline:settled.
because,outputs:{},summary:"",text:""};const{message}=settled,summary=`**${outcomeOf3[settled.kind]}**: ${escapeMarkdown3(message.happened)}

${escapeMarkdown3(message.means)}

${escapeMarkdown3(message.next)}
`;return{outcome:outcomeOf3[settled.kind],headline:message.happened,message,outputs:{},summary,text:""}}import{backupId}from"./project.js";import{dataPlace as dataPlace4,
dataText as dataText5}from"./project.js";import{refuse as refuse19}from"./project.js";import{dayTime as dayTime19}from"./terminal.js";function decideProductionIsUnmarked(data,now,entries){
const{mark:mark3}=now;if(mark3.kind!=="none")return refuse19(`The ${dataText5("production",data)} (${describeLocation(now)}) has a disposable mark in ${mark3.place}\
: ${howItCameAbout(data,now,entries)}`,"Marked data may be emptied for a rehearsal. Nothing was done.",`Make sure that environments.staging.data and the variabl\
es of the staging jobs do not point to production. Then remove the mark: delete ${mark3.place}, or the words "[staged-upgrade disposable \u2026]" in it. Then start a\
 new run.`)}function howItCameAbout(data,{mark:mark3},entries){if(mark3.kind!=="disposable")return`${mark3.kind==="unclear"?mark3.reason:"there is one"}.`;const marked=recordOfMark(
entries,mark3.id);if(marked===void 0)return`this journal did not record it, so it came with a copy of a marked ${data.noun}, or "${mark3.system}" was set up fro\
m another repository.`;const{actor,kind,id}=marked.run;return marked.event.tiedTo!==mark3.tiedTo?`it was made on ${dayTime19(marked.at)} for another ${data.noun}\
 (${describeLocation(marked.event.identity)}), and came here with a copy of it.`:`${actor} put it there on ${dayTime19(marked.at)} (${kind} run ${id}), when ${dataPlace4(
"staging",{...data,name:marked.event.data})} pointed to it.`}async function markedProduction({journal:journal2},seen){const entries=await journal2.read();for(const[
{name},now]of seen){const{mark:mark3}=now;mark3.kind==="disposable"&&foundOnProduction(entries,mark3.id)===void 0&&await journal2.append({type:"production-found\
-marked",mark:mark3.id,data:name,identity:asRecorded(now)})}return seen.map(([data,now])=>decideProductionIsUnmarked(data,now,entries)).find(why=>why!==void 0)}
import{dataText as dataText6,earliest}from"./project.js";import{refuse as refuse20}from"./project.js";import{dayTime as dayTime20,exactTime as exactTime6}from"./terminal.js";
import{contentsOf as contentsOf2,contentsText as contentsText2}from"./project.js";import{bytesText,countText as countText6,durationText as durationText18}from"./terminal.js";
import{SystemFailure as SystemFailure10,UserError as UserError10}from"./start.js";function decideRetention({system,taken,stored,entries,keep,now}){const own=stored.
filter(manifest=>manifest.system===system).toSorted(newestFirst(taken)),isOld2=({startedAt},index)=>index>=keep.newest&&!(keep.milliseconds!==void 0&&now.getTime()-
Date.parse(startedAt)<=keep.milliseconds),judged=own.filter(isOld2).map(({id})=>({id,because:protectionOf2(id,own,entries)}));return{remove:judged.flatMap(({id,
because})=>because===void 0?[id]:[]).toReversed(),protected:judged.flatMap(({id,because})=>because===void 0?[]:[{id,because}])}}function newestFirst(taken){return(one,other)=>+(other.
id===taken)-+(one.id===taken)||Date.parse(other.startedAt)-Date.parse(one.startedAt)}function protectionOf2(id,own,entries){if(id===newestProved(own,entries))return"\
newest proved";const taken=own.find(manifest=>manifest.id===id);if(taken?.purpose==="restore-point"){if(id===own.find(({purpose})=>purpose==="restore-point")?.id)
return"way back of the last hop";if(isOpen(taken.hop,entries))return"restore point of an open hop"}const restoring=entries.findLast(entry2=>isOf(entry2,"restori\
ng")&&entry2.event.backup===id);if(!(restoring===void 0||!isOf(restoring,"restoring")))return isOpen(restoring.event.hop,entries)?"in use":void 0}function newestProved(own,entries){
const proved=new Set(entries.flatMap(entry2=>isOf(entry2,"restored")?entry2.event.proved?[entry2.event.backup]:[]:isOf(entry2,"point-proved")?[entry2.event.backup]:
[]));return own.find(({id})=>proved.has(id))?.id}function isOpen(hop,entries){const last=ofHop(entries,hop).at(-1);return last===void 0?!1:![latest(entries,"com\
pleted"),latest(entries,"adopted")].some(entry2=>entry2!==void 0&&entry2.sequence>=last.sequence)}var whyKept={"newest proved":"it is the newest that was proved\
 by a restore","way back of the last hop":"it is the way back of the last hop","restore point of an open hop":"it is the restore point of a hop that is not comp\
lete","in use":"a hop that is not complete was restored from it"};async function removeOldBackups({project,confirmLease},taken,data){const{configuration,journal:journal2,
effects}=project,keep=configuration.backup?.keep;if(keep===void 0)return[];const store=project.store(),removed2=[],held2=[];let kept=[];try{const stored=(await store.
list()).backups,decided=decideRetention({system:configuration.system,taken,stored,entries:await journal2.read(),keep:{newest:keep.newest,milliseconds:keep.for},
now:effects.clock.now()});kept=decided.protected;for(const id of decided.remove){await confirmLease();const removal=await store.remove(id);removal.kind==="remov\
ed"?(removed2.push(id),await forget(stored,id,data())):held2.push(`${id} is old and is kept: the store holds it until ${dayTime20(removal.until)}.`)}}catch(error){
if(!(error instanceof SystemFailure10))throw error;effects.log.warn(`Old backups could not be removed: ${error.message}`)}finally{removed2.length>0&&await journal2.
append({type:"backups-removed",backups:removed2})}return[...removed2.length===0?[]:[`Removed because they are older than the backups to keep: ${removed2.join(",\
 ")}.`],...kept.map(({id,because})=>`${id} is old and is kept: ${whyKept[because]}.`),...held2]}async function forget(stored,id,data){const manifest=stored.find(
each=>each.id===id);for(const{name,references}of manifest?.data??[])await data.find(each=>each.name===name)?.store.forget?.(references)}var reserve=1.2;function compareSpace(estimatedBytes,freeBytes){
if(freeBytes===void 0)return{kind:"enough"};if(estimatedBytes===void 0)return{kind:"cannot-tell",reason:"the size of the data is not known"};const neededBytes=Math.
ceil(estimatedBytes*reserve);return neededBytes<=freeBytes?{kind:"enough"}:{kind:"too-little",neededBytes,freeBytes}}async function estimatedBytesOf(data,signal){
let sum=0;for(const each of data){const bytes=await each.estimatedBytes(signal);sum=sum===void 0||bytes===void 0?void 0:sum+bytes}return sum}async function lookForRoom(data,store,signal){
const estimated=await estimatedBytesOf(data,signal),space=compareSpace(estimated,await store.freeBytes());return space.kind==="enough"?space:space.kind==="canno\
t-tell"?{kind:"not-known"}:{kind:"too-little",settled:refuse20(`A backup takes up to ${bytesText(space.neededBytes)}, and ${bytesText(space.freeBytes)} are free\
 in ${store.room??store.description}.`,"It would fail when the disk is full, and so would everything else that writes there. No backup was taken.","Free space t\
here, or keep backups elsewhere (backup.store). Then run again.")}}var backup=step2({command:"backup",needs:{common:["backup"],own:["data","hooks.before-backup"]},
mindsRetry:!0,open:input=>({environment:"production",purpose:purposeOf(input)}),gather:async({project,hop})=>({...await storedFor(project,hop),data:project.traits.
waiver===void 0?openData(project,"staging"):[]}),decide:({opened,situation,gathered,run:run2})=>decideBackup(opened.purpose,situation,{...gathered,run:run2}),permit:({
purpose})=>purpose==="restore-point"?{act:"restore-point",gate:"production"}:void 0,act:async(context,_,{opened})=>{const{project,live}=context;await refuseLostRecords(
project);const before=await identitiesOf(live.data(),project.effects.signal),marked=await markedProduction(project,before);if(marked!==void 0)return marked;const room=await lookForRoom(
live.data().map(({store})=>store),project.store(),project.effects.signal);if(room.kind==="too-little")return room.settled;await runHook(context,"before-backup"),
await context.confirmLease();const started=project.effects.clock.now(),taken=await takeBackup(context,opened.purpose,started);if(taken.kind==="settled")return taken.
settled;const milliseconds=project.effects.clock.now().getTime()-started.getTime();return did({manifest:taken.manifest,milliseconds,store:project.store().description,
fits:room.kind==="enough"})},record:({manifest,milliseconds,fits})=>({type:"backed-up",purpose:manifest.purpose,backup:manifest.id,version:manifest.version,dataAt:manifest.
dataAt,data:manifest.data.map(each=>({...recordedAs(each.name,each.identity),dataAt:each.dataAt})),bytes:bytesOf(manifest),manifest:manifestDigest(manifest),...fits?
{fits}:{},milliseconds}),conclude:(context,{manifest})=>removeOldBackups(context,manifest.id,context.live.data),report:({manifest,milliseconds,store})=>({headline:`\
Backed up production on ${manifest.version} as ${manifest.id} in ${durationText18(milliseconds)}.`,details:[`${countText6(filesOf2(manifest).length,"file")}, ${bytesText(
bytesOf(manifest))}, in ${store}.`,...manifest.data.map(each=>`${manifest.data.length===1?"":`${each.name}: `}${contentText(each)}`)],outputs:{backup:manifest.id}})});
function filesOf2({data}){return data.flatMap(({files})=>files)}function bytesOf(manifest){return filesOf2(manifest).reduce((sum,file2)=>sum+file2.bytes,0)}async function takeBackup(context,purpose,started){
const{project,hop,live}=context,{effects,configuration,product}=project,id=backupId({purpose,hop:hop.id,at:started}),journalEntries=(await project.journal.read()).
length,draft=await project.store().begin(id);return await orDiscard(draft,async()=>{const data=[];for(const each of live.data()){const taken=await takeOne(context,
each,draft),marked=await markedProduction(project,[[each,taken.identity]]);if(marked!==void 0)return await draft.discard(),{kind:"settled",settled:marked};data.
push(taken)}const after2=await live.observe(),version=after2.version.kind==="known"?after2.version.value:void 0;if(version!==hop.from)throw changedUnderway(hop.
from,version);return{kind:"taken",manifest:await draft.commit({id,system:configuration.system,product:product.name,purpose,hop:{id:hop.id,digest:hop.digest},version:hop.
from,startedAt:started.toISOString(),finishedAt:effects.clock.now().toISOString(),dataAt:earliest(data.map(each=>each.dataAt))??started.toISOString(),journalEntries,
data})}})}async function takeOne({project:{effects}},{name,isOnly,store},draft){const{log,signal}=effects,directory=await draft.directoryFor(name),title=isOnly?
`Back up ${store.kind}`:`Back up ${name}`,taken=await log.group(title,()=>store.backup({directory,log,signal,finished:path=>draft.finished?.(name,path)}));return await store.
verify({directory,references:taken.references,log,signal}),holdsNothing(taken.fingerprint)&&log.warn(`The ${dataText6("production",{name,noun:store.noun,isOnly})}\
 ${nothingInIt}`),{name,...taken}}var nothingInIt="holds nothing, so the backup of it holds nothing either. If the server keeps data in it: correct its address,\
 or see that it is mounted, and start a new run.";function holdsNothing(fingerprint){if(fingerprint.kind==="none")return!1;const{tables,files=0}=contentsOf2(fingerprint.
value);return tables===0&&files===0}async function orDiscard(draft,body){try{return await body()}catch(error){throw await draft.discard(),error}}function changedUnderway(from,now){
return new SystemFailure10({happened:`While the backup was taken, production changed from ${from} to ${now??"something that does not answer"}.`,means:"It is not\
 known which release the backup belongs to, so it was discarded.",next:"Find out who deployed, then run again."})}var shownTables=5;function contentText({dataAt,
fingerprint}){const until=`Data of ${exactTime6(dataAt)}: anything written later is not in it.`;if(fingerprint.kind==="none")return`${until} No fingerprint: ${fingerprint.
reason}`;if(holdsNothing(fingerprint))return`${until} It ${nothingInIt}`;const counted=fingerprint.value.tables.filter(({rows,checksum})=>rows>0&&checksum===void 0),
names=counted.slice(0,shownTables).map(({name})=>`"${name}"`),more=counted.length-names.length,only=counted.length===0?"":` Rows were only counted, not compared\
, in ${names.join(", ")}${more>0?` and ${countText6(more,"more table")}`:""}.`;return`${until} ${contentsText2(contentsOf2(fingerprint.value))}, counted in the \
snapshot itself.${only}`}function purposeOf(input){if(input.purpose!==void 0)return input.purpose;throw new UserError10({happened:'The input "purpose" is missin\
g.',means:"A backup for the rehearsal and a restore point are taken at different times. Nothing was done.",next:'Say "rehearsal" (before staging is restored) or\
 "restore-point" (after the approval, directly before the deploy).'})}import{settingsOf as settingsOf5,valueAt_CNPASG7F as valueAt3}from"./project.js";import{deployFiles as deployFiles2,
hasVersions as hasVersions3,problemsIn as problemsIn2}from"./project.js";import{releaseOn as releaseOn9}from"./start.js";import{partPlaceholders as partPlaceholders6}from"./project.js";
import{placeholderNames}from"./start.js";import{readTextFile as readTextFile2}from"./start.js";import{UserError as UserError11}from"./start.js";const{resolve:resolve2}=process.
getBuiltinModule("node:path");async function settingProblems(project,looked2){const{product,document,configuration}=project,{environment,hops,withoutVariables}=looked2,
versions=hops.flatMap(hop=>releaseSides2.map(side=>releaseOn9(hop,side))),problems=product["known-problems"].filter(problem3=>problem3.in==="settings");if(problems.
length===0)return[];const scheme=hasVersions3(product)?product.versions:void 0,settings=settingsOf5(configuration,environment),deploy2=valueAt3(document,["envir\
onments",environment,"deploy"]),written3=[deploy2,valueAt3(document,["product","migrations","defer"])],named2=settings["server-settings"],kind=settings.deploy?.
kind,ofDeploy=kind===void 0?[]:deployFiles2(kind,valueAt3(deploy2,[kind])).map(({path})=>path),found=await Promise.all([...named2.map(place2=>readPlace(project,
looked2,place2)),...ofDeploy.filter(place2=>!named2.includes(place2)).map(async place2=>(await readPlace(project,looked2,place2)).filter(file2=>file2.kind==="te\
xt"))]),texts3=[{place:`environments.${environment}.deploy`,text:JSON.stringify(written3,void 0,1)},...found.flat().flatMap(file2=>file2.kind==="text"?[file2]:[])];
return[...found.flat().flatMap(file2=>file2.kind==="missing"?[notReadable(environment,file2.place)]:file2.kind==="unnamed"&&withoutVariables==="say"?[file2.message]:
[]),...texts3.flatMap(({place:place2,text})=>problemsIn2(problems,{in:"settings",text,versions},scheme).map(({happened,means,next:next2})=>({happened:`${place2}\
: ${happened}`,means,next:next2})))]}async function readPlace({effects,configuration},{environment,hops},place2){const where=`environments.${environment}.server\
-settings`,common={system:configuration.system,environment},fillings=placeholderNames(place2).some(name=>!Object.hasOwn(common,name))?hops.flatMap(hop=>fillingsOf(
hop,common)):[common];let names;try{names=new Set(fillings.map(placeholders=>effects.variables.fill(place2,where,placeholders)))}catch(error){if(!(error instanceof
UserError11))throw error;return[{kind:"unnamed",message:{...error.detail,means:notNoticed}}]}const files=await Promise.all([...names].map(async name=>{const text=await readTextFile2(
resolve2(effects.directory,name)).catch(()=>{});return text===void 0?[]:[{kind:"text",place:name,text}]}));return names.size===0||files.flat().length>0?files.flat():
[{kind:"missing",place:place2}]}function fillingsOf(hop,common){const[from,to]=[releaseOn9(hop,"from"),releaseOn9(hop,"to")];return releaseSides2.map(side=>({...partPlaceholders6(
hop.parts?.[side]),...common,from,to,version:releaseOn9(hop,side)}))}var releaseSides2=["from","to"],notNoticed="Settings that the product is known to misread w\
ould go unnoticed there.";function notReadable(environment,place2){return{happened:`"${place2}", which environments.${environment}.server-settings names, cannot\
 be read.`,means:notNoticed,next:"Correct the name; a relative one is relative to the root of the repository."}}import{refuse as refuse21}from"./project.js";import{
referenceTo as referenceTo5}from"./start.js";import{countText as countText7}from"./terminal.js";import{SystemFailure as SystemFailure11,UserError as UserError12}from"./start.js";
async function previewDeploy({live,hop,project}){const target={from:hop.from,to:hop.to,version:hop.to},preview=live.place(target)?.preview;if(preview===void 0)return{
kind:"shown",details:[]};const{signal,log}=project.effects;try{const{changes:changes3,refused}=await preview({...target,parts:hop.parts?.to??{},signal});if(refused!==
void 0)return{kind:"refused",settled:refuse21(refused.happened,refused.means,refused.next)};for(const change of changes3)log.info(`Intended change of the deploy\
: ${change}.`);if(changes3.length===0)return{kind:"shown",details:["The deploy changes nothing: its diff was checked."]};const title=`The deploy makes ${countText7(
changes3.length,"change")}, all of them intended`;return{kind:"shown",details:changes3.map((change,index)=>index===0?`${title}: ${change}.`:`${change}.`)}}catch(error){
if(!(error instanceof SystemFailure11||error instanceof UserError12))throw error;return{kind:"shown",details:[`What the deploy would change could not be shown h\
ere: ${error.detail.happened} It is checked again directly before the deploy.`]}}}var check=step2({command:"check",needs:{common:["backup"],own:["data","server-\
settings"],place:!0},mindsRetry:!0,open:()=>({environment:"production"}),gather:nothingElse,decide:({situation})=>decideCheck(situation),act:async(context,{start,
because})=>{const{project,live,hop}=context;if(start==="resume")return await warnOfLostRecords(project,await project.journal.read()),did({start,because,data:void 0,
preview:[]});await refuseLostRecords(project),await warnOfSettings(project,hop);const other=otherParts(hop,await live.observeParts(project.effects.signal));if(other!==
void 0)return other;const target={from:hop.from,to:hop.to,version:hop.to},{obstacle,details:details2}=await live.outlook(target,project.effects.signal);if(obstacle!==
void 0)return{kind:"refuse",message:obstacle};for(const detail of details2)project.effects.log.info(detail);const previewed=await previewDeploy(context);if(previewed.
kind==="refused")return previewed.settled;const found=await identitiesOf(live.data(),project.effects.signal),marked=await markedProduction(project,found),data=found.
map(([{name},now])=>recordedAs(name,now));return marked!==void 0?marked:(await recordWaiver({project,hop}),did({start,because,data,preview:[...details2,...previewed.
details]}))},record:({data},{situation:{observation}})=>({type:"checked",version:observation.version.kind==="known"?observation.version.value:"does not answer",
...traceOf(observation.migrations),...data===void 0?{}:{data}}),report:({start,because,preview})=>({headline:because,details:preview,outputs:{start}})});async function warnOfSettings(project,hop){
const found=await settingProblems(project,{environment:"production",hops:[hop],withoutVariables:"say"});for(const{happened,means,next:next2}of found)project.effects.
log.warn(`${happened} ${means} ${next2}`)}async function recordWaiver({project,hop}){const{waiver}=project.traits;if(waiver===void 0)return;const{entries}=recordOf(
await project.journal.read(),hop);latest(entries,"rehearsal-waived")===void 0&&await project.journal.append({type:"rehearsal-waived",hop:referenceTo5(hop),because:waiver})}
import{array as array4,lazy as lazy5,looseObject as looseObject3,string as string5,union,unknown as unknown4}from"./start.js";var tests=lazy5(()=>array4(looseObject3(
{logs:unknown4().optional()}))),written2=lazy5(()=>looseObject3({smoke:unknown4().optional(),product:union([string5(),looseObject3({smoke:unknown4().optional(),
extends:string5().optional()})])}));function readsLogs(document){const read2=written2.safeParse(document);if(!read2.success)return!1;const{smoke:smoke2,product}=read2.
data,own=typeof product=="string"?void 0:product.smoke,name=typeof product=="string"?product:product.extends,shipped=own===void 0&&name!==void 0?shippedProducts.
find(name)?.smoke??[]:[];return[smoke2,own].some(hasLogs)||shipped.some(({kind})=>kind==="logs")}function hasLogs(list2){return tests.safeParse(list2).data?.some(
({logs})=>logs!==void 0)??!1}var declared={plan:planDeclared,approve:approveDeclared,"mark-disposable":markDeclared,check,backup,restore,deploy,wait,smoke,migrate,
rollback,report:reportDeclared,fleet:fleetDeclared};function declaredBy({command:command2}){return declared[command2]}import{UserError as UserError13}from"./start.js";
const{closeSync,openSync,readSync,statSync}=process.getBuiltinModule("node:fs"),{writeFile:writeFile3}=process.getBuiltinModule("node:fs/promises");var nearBeginning=2e3;
async function writeOwnFile(path,{title,text,mark:mark3},write=writeFile3){try{const beginning=beginningOf(path);if(beginning!==""&&!beginning.includes(mark3))throw notOurs(
path,title);await write(path,text)}catch(cause){if(cause instanceof UserError13)throw cause;const reason3=cause instanceof Error&&"code"in cause?String(cause.code):
String(cause);throw new UserError13({happened:`${title} could not be written to "${path}": ${reason3}.`,means:"Nothing was saved.",next:"Name a file in an exist\
ing, writable folder."},{cause})}}function beginningOf(path){if(statSync(path,{throwIfNoEntry:!1})?.isFile()!==!0)return"";const file2=openSync(path,"r");try{const buffer=Buffer.
alloc(nearBeginning);return buffer.toString("utf8",0,readSync(file2,buffer,0,nearBeginning,0))}finally{closeSync(file2)}}function notOurs(path,title){return new UserError13(
{happened:`${title} was not written to "${path}": a file of that name already exists, which Staged Upgrade did not write.`,means:"It was left as it is. Nothing \
was saved.",next:"Name another file, or move this one away first."})}function halfDoneHop(entries){const started=entries.findLast(({event})=>event.type==="deplo\
ying"&&event.environment==="production");if(started?.event.type!=="deploying")return;const{id,digest}=started.event.hop,promotion=promotionOf(recordOf(entries,started.
event.hop));if(!promotion.deployStarted||promotion.completed!==void 0||after(entries,started).some(entry2=>isOf(entry2,"adopted")&&entry2.event.hop.id===id))return;
const hop=entries.flatMap(({event})=>event.type==="planned"?event.hops:[]).findLast(candidate=>candidate.id===id&&candidate.digest===digest);return hop===void 0?
void 0:{hop,since:started.at}}import{asItIs}from"./start.js";import{dayTime as dayTime21,writtenTime}from"./terminal.js";import{countText as countText8}from"./terminal.js";
const{resolve:resolve3}=process.getBuiltinModule("node:path");function htmlOf(document,top){const levels=document.flatMap(block2=>block2.kind==="heading"?[block2.
level]:[]);return blocksHtml(document,Math.min(...levels,3)-top)}function blocksHtml(document,above){return document.map(block2=>blockHtml(block2,above)).join(`\

`)}function blockHtml(block2,above){switch(block2.kind){case"heading":{const level=block2.level-above;return`<h${level}>${asItIs(block2.text)}</h${level}>`}case"\
paragraph":return`<p${mood(block2.text)}>${lineHtml(block2.text)}</p>`;case"list":return`<ul${block2.items.some(({ticked})=>ticked!==void 0)?' class="to-do"':""}\
>
${block2.items.map(itemHtml).join(`
`)}
</ul>`;case"table":return tableHtml(block2.head,block2.rows);case"box":return`<p class="box ${block2.tone}" role="note">${lineHtml(block2.text)}</p>`;case"diagr\
am":return"";case"folded":return`<details>
<summary>${asItIs(block2.title)}</summary>
${blocksHtml(block2.blocks,above)}
</details>`}}function tableHtml(head,rows){return[`<section class="scroll" tabindex="0" aria-label="${asItIs(head.filter(cell=>cell!=="").join(", "))}">`,"<tabl\
e>",`<thead><tr>${head.map(cell=>`<th scope="col">${asItIs(cell)}</th>`).join("")}</tr></thead>`,"<tbody>",...rows.map(cells2=>`<tr>${cells2.map((cell,column)=>cellHtml(
cell,column)).join("")}</tr>`),"</tbody>","</table>","</section>"].join(`
`)}function cellHtml(line3,column){const text=lineHtml(line3),classes=[moodOf(line3),isShort(line3)?"short":""].filter(name=>name!==""),named2=classes.length===
0?"":` class="${classes.join(" ")}"`;return column===0?`<th scope="row"${named2}>${text}</th>`:`<td${named2}>${text}</td>`}function isShort(line3){return spansOf(
line3).map(span=>(typeof span=="string"?span:"strong"in span?span.strong:"").length).reduce((sum,length)=>sum+length,0)<=16}function itemHtml({text,ticked}){return ticked===
void 0?`<li>${lineHtml(text)}</li>`:`<li><span class="box-of-list">${ticked?"\u2611":"\u2610"}</span> ${lineHtml(text)}</li>`}function mood(line3){const name=moodOf(
line3);return name===""?"":` class="${name}"`}function moodOf(line3){const[first]=spansOf(line3);return typeof first!="string"?"":first.startsWith("\u2714")?"go\
od":first.startsWith("\u2718")?"bad":""}function lineHtml(line3){return spansOf(line3).map(spanHtml).join("")}function spanHtml(span){return typeof span=="strin\
g"?asItIs(span):"strong"in span?`<strong>${asItIs(span.strong)}</strong>`:"break"in span?"<br>":"code"in span?`<code>${asItIs(span.code)}</code>`:/^https?:\/\//i.
test(span.url)?`<a href="${asItIs(span.url)}" rel="noreferrer">${asItIs(span.link)}</a>`:asItIs(`${span.link}: ${span.url}`)}var pageStyle=`:root {
  --page: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --shade: #f6f8fa;
  --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #e6edf3; --quiet: #9da7b3; --line: #3d444d; --shade: #161b22;
    --good: #56d364; --bad: #ff7b72; --warn: #e3b341; --link: #6cb6ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: anywhere;
}
header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; color: var(--quiet); }
header p { margin: 0 0 .75rem; }
header strong { color: var(--text); }
h1, h2, h3 { line-height: 1.25; margin: 1.75rem 0 .75rem; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.1rem; }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.4rem; }
li { margin: .25rem 0; }
a { color: var(--link); }
.good strong, td.good::first-letter { color: var(--good); }
.bad strong, td.bad::first-letter { color: var(--bad); }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--shade); padding: .1em .35em; border-radius: .25em; }
.path { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; list-style: none; margin: 0 0 1.25rem; padding: 0; }
.path li { position: relative; margin: 0; padding: .25rem .6rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--shade); color: var(--tex\
t); }
.path li:not(:last-child)::after { content: "\u2192"; position: absolute; right: -1.3rem; color: var(--quiet); font-weight: 400; }
.path small { color: var(--quiet); }
.path .complete { border-color: var(--good); }
.path .current { border: 2px solid var(--text); font-weight: 600; }
.scroll { overflow-x: auto; margin: .75rem 0; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; min-width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { font-weight: 400; }
.short { white-space: nowrap; }
.box { border-left: .25rem solid var(--quiet); padding: .5rem .75rem; background: var(--shade); }
.box.warning { border-color: var(--warn); }
.box.caution { border-color: var(--bad); }
.to-do { list-style: none; padding-left: 0; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: 0 .75rem; margin: .75rem 0; }
details[open] { padding-bottom: .5rem; }
summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
details > h2:first-of-type, details > h3:first-of-type { margin-top: .5rem; }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem 3rem; }
  h1 { font-size: 1.4rem; }
  table { font-size: .85rem; }
}
@media print {
  :root {
    --page: #ffffff; --text: #000000; --quiet: #444444; --line: #999999; --shade: #f2f2f2;
    --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #000000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  tr, .box { break-inside: avoid; }
  h1, h2, h3, summary { break-after: avoid; }
  a[href]::after { content: " (" attr(href) ")"; }
}
`,pageMark='<meta name="generator" content="Staged Upgrade">';function isHtmlFile(file2){return/\.html?$/i.test(file2)}function reportPage({system,product,document,
entries,now}){const made=dayTime21(now.toISOString()),planned=leadingPlan(entries)?.event,title=planned===void 0?system:`${system}: ${planned.current} \u2192 ${planned.
target}`,path=planned===void 0?"":pathHtml(planned.current,hopProgress(planned,entries));return page({title,header:`<p>Upgrade report of <strong>${asItIs(system)}\
</strong> (${asItIs(product)}), made ${asItIs(made)}</p>
${path}`,main:`${htmlOf(document,1)}
${htmlOf([heading(2,"Journal"),...journal(entries)],2)}`})}function fleetPage({document,product,turns,now}){const made=dayTime21(now.toISOString());return page(
{title:turns.target===void 0?product:`${product}: fleet to ${turns.target}`,header:`<p>The fleet of <strong>${asItIs(product)}</strong>, made ${asItIs(made)}</p\
>`,main:htmlOf(document,1)})}function page({title,header,main}){return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pageMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asItIs(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
</body>
</html>
`}var words={complete:"\u2714 done",current:"next",ahead:"later"};function pathHtml(from,hops){if(hops.length===0)return"";const state=(label2,kind,word)=>`<li \
class="${kind}"><span>${asItIs(label2)}</span> <small>${word}</small></li>`;return['<ol class="path" aria-label="The path">',state(from,"complete","start"),...hops.
map(({to,kind})=>state(to,kind,words[kind])),"</ol>"].join(`
`)}function journal(entries){return folded(`Everything observed, decided and done: ${countText8(entries.length,"record")}`,[...table(journalColumns,entries.map(
journalRow))])}var unbroken=new RegExp(String.raw`(?<!\S)(?:(?:[✔✘] )?${writtenTime}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?Z|\S*--\S*)`,"g"),longest=32;
function withUnbrokenWords(page2){const body=page2.indexOf("<body>");return page2.slice(0,body)+page2.slice(body).replace(/(?<=>)[^<>]+(?=<)/g,text=>text.replace(
unbroken,whole))}function whole(word){return word.length>longest?word:`<span class="short">${word}</span>`}async function saveReport({configuration,product,effects},output,document,entries){
const{pen,clock}=effects,facts={system:configuration.system,product:product.title,document,entries,now:clock.now()},text=isHtmlFile(output)?withUnbrokenWords(pen.
html(reportPage(facts))):pen.markdown(markdownOf(document));await save(effects,output,text)}async function saveFleetPage(effects,output,page2){const{pen}=effects,
text=isHtmlFile(output)?withUnbrokenWords(pen.html(fleetPage(page2))):pen.markdown(markdownOf(page2.document));await save(effects,output,text)}var markdownMark="\
<!-- Made by Staged Upgrade -->";async function save(effects,output,text){const path=resolve3(effects.startedIn??effects.directory,output),written3=isHtmlFile(output)?
{text,mark:pageMark}:{text:`${markdownMark}

${text}`,mark:markdownMark};await writeOwnFile(path,{title:"The report",...written3},effects.saveFile),effects.log.info(`Wrote the report to ${path}.`)}function whereaboutsOf(entries,terms){
const halfDone=halfDoneHop(entries),restoring=unfinishedRestore(entries),lastRolledBack=lastRollback(entries);return{holder:holderOf(entries,terms),halfDone:halfDone&&
{...halfDone,promotion:promotionOf(recordOf(entries,halfDone.hop))},rollback:unfinishedRollback(entries),restore:restoring&&{restoring,restored:wasRestored(entries,
restoring)},stopped:stoppedAt(entries),lastRolledBack,restored:lastRolledBack&&restoredBy(entries,lastRolledBack),doneByHand:terms.production&&doneByHand(entries,
terms.production),lookedAt:lookSince(entries)}}function holderOf(entries,{now,tolerance,run:asking2,isGone}){const{held:held2}=leaseState(entries);if(held2===void 0||
held2.owner===leaseOwner(asking2))return{kind:"nobody"};const taken=entries.findLast(entry2=>isOf(entry2,"lease-taken")&&entry2.event.fence===held2.fence),freeAt=Date.
parse(held2.expiresAt)+tolerance,doing=entries.findLast(({run:run2,event})=>run2.id===held2.run.id&&run2.attempt===held2.run.attempt&&!("fence"in event));return{
kind:now.getTime()>freeAt?"lapsed":isGone(held2)?"gone":"acting",lease:held2,since:taken?.at??held2.expiresAt,freeAt:new Date(freeAt).toISOString(),doing:taken!==
void 0&&doing!==void 0&&doing.sequence>taken.sequence?doing:void 0}}function stoppedAt(entries){const last=entries.findLast(({event})=>"hop"in event&&event.type!==
"approved");return last!==void 0&&isOf(last,"ended")?last:void 0}function lastRollback(entries){const last=entries.findLast(({event})=>(event.type==="rolled-bac\
k"||event.type==="deploying"||event.type==="rolling-back")&&event.environment==="production");return last!==void 0&&isOf(last,"rolled-back")?last:void 0}function restoredBy(entries,back){
const before=entries.filter(({sequence})=>sequence<back.sequence),deployed=before.findLast(({event})=>event.type==="deploying"&&event.environment==="production"&&
event.release==="to");return(deployed===void 0?before:after(before,deployed)).findLast(entry2=>isOf(entry2,"restored")&&entry2.event.environment==="production")}
function doneByHand(entries,{version}){if(version.kind==="unknown")return;const hops=hopsToCome(entries),place2=hops.findIndex(({to})=>to===version.value);return hops.
slice(0,place2+1).find(hop=>{const{completed:completed2,deployStarted}=promotionOf(recordOf(entries,hop));return completed2===void 0&&!deployStarted})}function hopsToCome(entries){
const leading=leadingPlan(entries)?.event.hops??[];return leading.some(hop=>promotionOf(recordOf(entries,hop)).completed===void 0)?leading:lookSince(entries)?.event.
hops??[]}function stageReturn({hop,traits}){if(traits.stages!==void 0)return isReversible(traits,hop.to)?"by-its-own":traits.dataless?"none":"by-restoring"}function stageReturnText(situation){
const{to,from}=situation.hop;switch(stageReturn(situation)){case void 0:return;case"by-its-own":return`There is a way back from "${to}" to ${from}, and nothing \
is lost by it.`;case"by-restoring":return`Only restoring the restore point goes back from "${to}".`;case"none":return`There is no way back from "${to}": its def\
inition names none, and there is no data that could be restored.`}}function pathWarnings(hops,traits){const{waiver,dataless}=traits,lost=hops.filter(hop=>stageReturn(
{hop,traits})==="none");return[...waiver===void 0?[]:[`Nothing is rehearsed: the configuration waives staging, because "${waiver}".`],...dataless?["There is no \
data: no backup is taken, and nothing could be restored."]:[],...lost.length===0?[]:[`There is no way back from ${new Intl.ListFormat("en").format(lost.map(({to})=>to))}\
: no "back" is defined there.`]]}import{shortened}from"./terminal.js";import{confirmationFor as confirmationFor2,environmentOfGate as environmentOfGate5,environmentOn as environmentOn5}from"./project.js";
import{lossText as lossText3}from"./project.js";import{stagingWaiver}from"./project.js";import{changedContents as changedContents3}from"./project.js";import{isHolderGone as isHolderGone2,
leftBehind as leftBehind3,leftBehindText as leftBehindText3}from"./project.js";import{eventSentence as eventSentence3,eventWords}from"./project.js";import{dayTime as dayTime22,
exactTime as exactTime7,moment}from"./terminal.js";import{countsText}from"./project.js";import{isDoneByHand as isDoneByHand2}from"./start.js";import{bytesText as bytesText2,
countText as countText9,downtimeText as downtimeText4,roughText as roughText2}from"./terminal.js";import{array as array5,lazy as lazy6,number as number2,object as object4,
string as string6,unknown as unknown5}from"./start.js";import{SystemFailure as SystemFailure12,UserError as UserError14,oneLine as oneLine4}from"./start.js";var changes=new Set(
["deploying","restoring","migrating","rolling-back","rolled-back","adopted"]);function sinceProductionChanged(entries,hop){const changed=entries.filter(({event})=>changes.
has(event.type)&&"environment"in event&&event.environment==="production"),isOwn=({event})=>event.type!=="rolling-back"&&event.type!=="rolled-back"&&"hop"in event&&
event.hop.id===hop.id&&event.hop.digest===hop.digest,other=changed.findLast(entry2=>!isOwn(entry2)),behind=other===void 0?entries:after(entries,other),own=changed.
find(entry2=>isOwn(entry2)&&(other===void 0||entry2.sequence>other.sequence));return own===void 0?behind:behind.filter(({sequence})=>sequence<own.sequence)}function fillIn(lists,situation,entries){
return lists.map(({title,url,items})=>({title,...url===void 0?{}:{url},items:items.map(item=>({text:filled(item.text,situation.hop),state:stateOf4(item,situation,
entries)}))}))}function filled(text,{from,to}){return text.replaceAll("{from}",from).replaceAll("{to}",to)}function stateOf4({evidence},situation,entries){if("a\
cknowledged"in evidence)return acknowledgement(filled(evidence.acknowledged,situation.hop),situation,entries);if("step"in evidence)return ofStep(evidence.step,evidence.
on,situation,entries);const tested=smokeTested(situation,evidence.on);return"test"in evidence?ofTest(evidence.test,evidence.on,tested):ofProbe(evidence.seen,evidence.
on,tested)}function acknowledgement(id,{hop},entries){const plan=entries.findLast(entry2=>isOf(entry2,"planned")&&entry2.event.hops.some(one=>one.id===hop.id&&one.
digest===hop.digest)),step3=plan?.event.hops.find(one=>one.id===hop.id)?.manual.find(one=>one.id===id);return plan===void 0||step3?.acknowledged!==!0?{kind:"ope\
n",missing:`"${id}" is not acknowledged`}:{kind:"done",by:`"${id}" was acknowledged, planned by ${plan.run.actor}`,entry:plan}}var words2={plan:"the plan",preflight:"\
a preflight of the whole path without problems, since production last changed",room:"a backup that was checked to fit before it was written",check:"the check of\
 production",backup:"the backup for the rehearsal",restore:"a restore on staging that was compared and found equal",rehearsal:"the rehearsal",approval:"the appr\
oval","restore-point":"the restore point",deploy:"the deploy of {to}",wait:"the wait until {to} served",smoke:"the smoke tests of {to}",complete:"the end of the\
 hop"};function ofStep(step3,on,situation,entries){const{hop}=situation,isOfServer=step3==="deploy"||step3==="wait"||step3==="smoke",by=`${filled(words2[step3],
hop)}${isOfServer?` on ${on}`:""}`,entry2=recordOfStep(step3,on,situation,entries);return entry2===void 0?{kind:"open",missing:`${by} is not recorded`}:{kind:"d\
one",by,entry:entry2}}function recordOfStep(step3,on,situation,entries){const{hop,record:record4,rehearsal,promotion}=situation;switch(step3){case"plan":return entries.
findLast(entry2=>isOf(entry2,"planned")&&entry2.event.hops.some(({id})=>id===hop.id));case"preflight":{const looked2=latest(sinceProductionChanged(entries,hop),
"preflighted");return looked2?.event.problems===0?looked2:void 0}case"room":return record4.entries.findLast(entry2=>isOf(entry2,"backed-up")&&entry2.event.fits===
!0);case"check":return latest(inEnvironment(record4.entries,"production"),"checked");case"backup":return record4.rehearsedOn;case"restore":{const restored2=latest(
inEnvironment(record4.entries,"staging"),"restored");return restored2?.event.proved===!0?restored2:latest(record4.entries,"carried-over")}case"rehearsal":return rehearsal.
kind==="passed"?latest(record4.entries,"rehearsed"):void 0;case"approval":return latest(record4.entries,"approved");case"restore-point":return promotion.restorePoint;case"\
complete":return promotion.completed;case"deploy":return here(situation,on).findLast(entry2=>isOf(entry2,"deployed")&&isTo(entry2));case"wait":return latest(here(
situation,on),"waited");case"smoke":return smokeTested(situation,on)}}function ofTest(pattern,on,tested){const expression=new RegExp(pattern),passed=tested?.event.
tests.filter(name=>expression.test(name))??[];return tested===void 0||passed.length===0?{kind:"open",missing:`no smoke test named like "${pattern}" has passed o\
n ${on}`}:{kind:"done",by:`${passed.map(name=>`"${name}"`).join(", ")} passed on ${on}`,entry:tested}}function ofProbe(seen,on,tested){if(tested===void 0)return{
kind:"open",missing:`not seen on ${on} yet`};const{version,migrations:migrations2,assumed}=tested.event;switch(seen){case"version":return{kind:"done",by:`${on} \
answered as ${version}`,entry:tested};case"health":return{kind:"done",by:`${on} was healthy`,entry:tested};case"migrations":return migrations2==="done"&&assumed!==
!0?{kind:"done",by:`the migrations on ${on} were seen to be complete`,entry:tested}:{kind:"open",missing:`the migrations on ${on} were not seen to be complete`}}}
function smokeTested(situation,on){return here(situation,on).findLast(entry2=>isOf(entry2,"smoke-tested")&&entry2.event.release==="to")}function isTo(entry2){return entry2.
event.release==="to"}function here({record:record4},on){const all=inEnvironment(record4.entries,on),back=latest(all,"rolled-back");return back===void 0||on==="s\
taging"?all:after(all,back)}function openRollbackWindow(situation){const{traits,promotion,standing,record:record4,now}=situation;if(!traits.deferrable||promotion.
completed!==void 0||standing.kind!=="on-to"&&standing.kind!=="unknown")return;const decision=decideRollback("production",situation,{stored:[],confirm:void 0});if(decision.
kind!=="act"||decision.way!=="redeploy")return;const production=inEnvironment(record4.entries,"production"),back=latest(production,"rolled-back"),first=(back===
void 0?production:after(production,back)).find(entry2=>isOf(entry2,"deployed"));if(first!==void 0)return{since:first.at,milliseconds:Math.max(0,ageInMilliseconds(
first.at,now))}}function checklistsDocument(lists,now){return section("Checklists of the vendor",lists.flatMap(({title,url,items})=>{const done3=items.filter(({
state})=>state.kind==="done").length;return folded(`${title}: ${done3} of ${items.length}`,[...url===void 0?[]:[paragraph({link:"The vendor's list",url})],...list(
items.map(item=>line2(item,now)))])}))}function line2({text,state},now){const said=text.replace(/\.$/,"");if(state.kind==="open")return{ticked:!1,text:`${said}:\
 ${state.missing}.`};const{by,entry:entry2}=state;return{ticked:!0,text:`${said}: ${by} (${dayTime22(entry2.at,now)}, record ${entry2.sequence} of the journal).`}}
function takesNewPoint({kind},{hop,observation}){return kind==="deploy-again"&&observation?.version.kind==="known"&&observation.version.value===hop.from}function stakeOf(asked,situation,contents){
return{facts:[{about:"Rehearsal",text:waived(situation)},{about:"Done so far",text:done(situation)},{about:"Undoing it",text:noReturn(asked,situation)},{about:"\
Time",text:took2(asked,situation)},{about:"Downtime",text:downtime(asked,situation)},{about:"Way back",text:wayBackRehearsed(asked,situation)},{about:"Restoring",
text:wayBackSentences(asked,situation)},{about:"Tests",text:testsSince(situation,contents)}].filter(({text})=>text!==""),question:questionOf(asked,situation)}}function questionOf(asked,{
hop,traits}){const back=stageReturn({hop,traits});switch(asked.kind){case"deploy":return back!==void 0?`Promote ${hop.title} to production${back==="none"?", aft\
er which there is no way back":""}?`:traits.deferrable?`Promote ${hop.title} to production?`:`Promote ${hop.title} to production, past the point of no return?`;case"\
deploy-again":return`Deploy ${hop.to} on production again, to finish it?`;case"migrations":return`Start the migrations of ${hop.to} on production?`;case"migrati\
ons-again":return`Start the migrations of ${hop.to} on production again?`}}function waived({traits:{waiver}}){return waiver===void 0?"":`None: the configuration\
 waives it ("${waiver}").`}function done({hop,promotion,observation,record:record4,now}){const{deployStarted,deployed,smoked}=promotion;if(!deployStarted)return"";
const started=latest(inEnvironment(record4.entries,"production"),"deploying"),deploy2=deployed===void 0?`The deploy of ${hop.to} was started${started===void 0?"":
` on ${dayTime22(started.at,now)}`}, and its end is not recorded.`:`${hop.to} was deployed on ${dayTime22(deployed.at,now)}${smoked?" and has passed its smoke t\
ests":""}.`,unproved=deployed?.event.unproved===void 0||promotion.migrating!==void 0?"":`Nothing shows that its migrations have not started there: ${deployed.event.
unproved}.`;return[runs(observation),deploy2,unproved,failedMigration(observation)].filter(part=>part!=="").join(" ")}function runs(observation){if(observation===
void 0)return"";const{version}=observation;return version.kind==="known"?`Production runs ${version.value}.`:"Production does not answer."}function failedMigration(observation){
return observation?.migrations.kind==="failed"?`The migration ${observation.migrations.current} has failed: ${observation.migrations.error}.`:""}function noReturn(asked,{
hop,traits,promotion,now}){const ofStage2=stageReturnText({hop,traits});return ofStage2!==void 0?ofStage2:promotion.migrating!==void 0?`The point of no return w\
as passed on ${dayTime22(promotion.migrating.at,now)}.`:promotion.notDeferred!==void 0?`The migrations of ${hop.to} were not deferred on production (${promotion.
notDeferred.event.because}): only a restore goes back.`:asked.kind==="migrations"||asked.kind==="migrations-again"?`This is the point of no return: ${hop.from} \
cannot be deployed again afterwards.`:traits.deferrable&&isUnseen(promotion)?`It is not known whether the migrations of ${hop.to} were deferred: the end of its \
deploy is not recorded.`:traits.deferrable?`The migrations of ${hop.to} are deferred: until they are started, ${hop.from} can be deployed again and nothing is l\
ost.`:promotion.deployStarted?`The migrations of ${hop.to} run with its deploy: the point of no return may already have been passed.`:`The deploy is the point o\
f no return: the migrations of ${hop.to} run with its deploy, and only a restore goes back.`}function isUnseen({deployStarted,deployed}){return deployStarted&&deployed===
void 0}function took2(asked,situation){const{record:record4,traits,now}=situation,rehearsed22=latest(record4.entries,"rehearsed");if(rehearsed22===void 0)return"";
const act2=actOf(asked,situation),expected=expectedMilliseconds(record4,act2);if(expected===void 0)return"";const deploy2=`the deploy${traits.deferrable||traits.
stages!==void 0?"":", the migrations"} and the tests`,what=act2==="migrate"?"the migrations and their tests":act2==="deploy"||traits.dataless?deploy2:`the backu\
p, ${deploy2}`;return`In the rehearsal of ${dayTime22(rehearsed22.at,now)}, ${what} took ${roughText2(expected)}.`}function downtime(asked,situation){const{record:record4}=situation;
if(actOf(asked,situation)==="migrate"||latest(record4.entries,"rehearsed")===void 0)return"";const down=latest(inEnvironment(record4.entries,"staging"),"deploye\
d")?.event.downtimeMilliseconds;return down===void 0?"It was not measured in the rehearsal.":`In the rehearsal, staging was down for ${downtimeText4(down)} duri\
ng the deploy.`}function actOf(asked,situation){const{promotion}=situation;return asked.kind==="migrations"||asked.kind==="migrations-again"?"migrate":asked.kind===
"deploy"&&promotion.restorePoint===void 0||takesNewPoint(asked,situation)?"restore-point":"deploy"}function wayBackRehearsed(asked,{hop,traits,record:record4,promotion}){
if(!traits.deferrable||promotion.notDeferred!==void 0||asked.kind!=="deploy"&&asked.kind!=="deploy-again")return"";const staging=inEnvironment(record4.entries,"\
staging"),back=latest(staging,"rolled-back");if(back===void 0)return"";const over=staging.findLast(entry2=>isOf(entry2,"deployed")&&entry2.event.release==="to"&&
entry2.sequence<back.sequence),tested=`The way back was rehearsed: ${hop.from} was deployed again over ${hop.to} and passed its smoke tests.`;return over?.event.
unproved===void 0?`${tested} No migration of ${hop.to} had started there by then.`:`${tested} It is not proved: nothing shows that no migration of ${hop.to} had\
 started there (${over.event.unproved}).`}function wayBackSentences(asked,situation){const{promotion,traits,now}=situation;if(traits.dataless)return"There is no\
 data: nothing is backed up, and nothing can be restored.";const point=promotion.restorePoint?.event,isOpen2=traits.deferrable&&promotion.migrating===void 0&&promotion.
notDeferred===void 0,isNewPoint=takesNewPoint(asked,situation);return point!==void 0&&!isNewPoint?`Going back ${isOpen2?"after the migrations have started ":""}\
means restoring the restore point, which loses ${lossText3(point,time=>exactTime7(time,now))}.`:asked.kind==="deploy"||isNewPoint?`${isNewPoint?"A new restore p\
oint":"The restore point"} is taken first. ${traits.deferrable?"Once the migrations have started, restoring it":"Restoring it"} loses everything written after i\
t was taken.`:"The journal has no restore point of this hop: there is no way back."}function testsSince({record:record4},contents){const before=latest(record4.entries,
"rehearsed")?.event.contents,changed=before===void 0?[]:changedContents3(before,contents);return changed.length===0?"":`The tests are not those of the rehearsal\
: ${changedSince(changed)}. As they are now, they have not run on staging.`}function wayBackSentences2(situation,window,isAsked){const{hop,traits,promotion,now}=situation,
loss=isAsked?"":` ${losses(situation)}`,how=waysToRollBack(hop.id),ofStage2=stageReturnText({hop,traits});if(ofStage2!==void 0){const way=stageReturn({hop,traits});
return way==="none"?ofStage2:`${ofStage2}${way==="by-restoring"?loss:""} To go back, ${how}.`}return isClosed({traits,promotion})?`${traits.deferrable?"The roll\
back window is closed: only a restore goes back.":"Only a restore goes back."}${loss} To go back, ${how}; it asks for the hop's id as confirmation.`:isUnseen(promotion)?
`It is not known whether migrations of ${hop.to} have started, since it was not seen after its deploy. To go back, ${how}: it checks, and asks for a confirmatio\
n unless something shows that none has started.`:`${window===void 0?"":`${windowSentence(window,now)} `}Until the migrations are started, nothing has to be rest\
ored: to go back, ${how}.${loss}`}function losses({traits,promotion,now}){const after2=isClosed({traits,promotion})?"":"After they have started, only a restore \
goes back. ",point=promotion.restorePoint?.event;return point===void 0?`${after2}The journal has no restore point of this hop.`:`${after2}Restoring the restore \
point loses ${lossText3(point,time=>exactTime7(time,now))}.`}function isClosed({traits,promotion}){return!traits.deferrable||promotion.migrating!==void 0||promotion.
notDeferred!==void 0}function hopSteps(own,now){const rows=own.flatMap(({at,event})=>{const when=exactTime7(at,now);if(event.type==="approved")return[[when,"",eventWords(
event,time=>exactTime7(time,now)),""]];if(event.type==="migrating")return[[when,event.environment,"migrations started",""]];if(event.type==="ended")return[[when,
event.environment,eventWords(event,time=>exactTime7(time,now)),""]];if(event.type==="not-understood"||!("milliseconds"in event))return[];const tested=event.type===
"smoke-tested"&&event.tests.length>0?` (${event.tests.join(", ")})`:"";return[[when,event.environment,`${eventWords(event,time=>exactTime7(time,now))}${tested}`,
roughText2(event.milliseconds)]]});return table(["when","environment","step","took"],rows)}var open={kind:"open"};function proofTable(situation){const{record:record4,
rehearsal,promotion}=situation,hasStarted=promotion.restorePoint!==void 0||promotion.deployStarted||promotion.completed!==void 0;if(rehearsal.kind==="none"&&record4.
rehearsedOn===void 0&&!hasStarted)return[];const head=["step","rehearsed on staging","took",...hasStarted?["production","took"]:[]];return table(head,rowsOf(situation).
map(({what,staging,production})=>[{strong:what},...cells(staging),...hasStarted?cells(production):[]]))}function cells(result){switch(result.kind){case"done":return[
`\u2714 ${result.detail}`,result.milliseconds===void 0?"":roughText2(result.milliseconds)];case"failed":return[`\u2718 ${result.detail}`,""];case"open":return["\
not yet",""];case"none":return[`\u2013 ${result.detail}`,""]}}function rowsOf(situation){const{hop,traits,record:record4,promotion}=situation,staging=sinceRestore(
inEnvironment(record4.entries,"staging")),production=sinceRollback(inEnvironment(record4.entries,"production")),point=promotion.restorePoint?.event,taken=record4.
rehearsedOn?.event,kept=traits.deferrable?", migrations deferred":"",upgrade=here2=>{const deployed=here2.find(entry2=>isOf(entry2,"deployed")&&isTo2(entry2));if(deployed===
void 0)return failure(here2,["deploy"])??open;const{milliseconds,downtimeMilliseconds:down}=deployed.event,unproved=deployed.event.unproved===void 0?"":" (not p\
roved)",serving=down===void 0?"":`, not serving for ${downtimeText4(down)}`;return{kind:"done",detail:`${hop.to} serves${kept}${unproved}${serving}`,milliseconds}},
ofData=[{what:"Backup",staging:taken===void 0?open:{kind:"done",detail:`of production, ${bytesText2(taken.bytes)}`,milliseconds:taken.milliseconds},production:point===
void 0?open:{kind:"done",detail:`restore point, ${bytesText2(point.bytes)}`,milliseconds:point.milliseconds}},{what:"Restore compared",staging:restored(staging),
production:pointProved(situation)}],ofReleases=[{what:"Way back",staging:traits.deferrable?wayBack(situation,staging):onlyRestore,production:traits.deferrable?{
kind:"none",detail:"not needed"}:onlyRestore},{what:"Migrations",staging:migrations(staging,rehearsedMigrations(record4)),production:migrations(production,void 0)}],
rows=[...traits.dataless?[]:ofData,{what:"Upgrade",staging:upgrade(staging),production:upgrade(production)},...traits.stages===void 0?ofReleases:[ofStage(situation)],
{what:"Tests",staging:tests2(staging),production:tests2(production)}];return traits.waiver===void 0?rows:rows.map(row=>({...row,staging:notRehearsed2}))}var notRehearsed2={
kind:"none",detail:"waived"};function ofStage(situation){const back=stageReturn(situation);return{what:"Way back",staging:{kind:"none",detail:"not rehearsed"},production:{
kind:"none",detail:back==="by-its-own"?"as the stage says":back==="none"?"none":"only by restoring"}}}var onlyRestore={kind:"none",detail:"only by a restore: mi\
grations run with the deploy"};function restored(here2){const carried2=latest(here2,"carried-over");if(carried2!==void 0)return{kind:"done",detail:`continued af\
ter hop ${carried2.event.after}`};const restore3=latest(here2,"restored");if(restore3===void 0)return failure(here2,["restore"])??open;const{proved,milliseconds}=restore3.
event,counts=countsText(restore3.event);if(!proved)return{kind:"failed",detail:`not equal to the backup (${counts})`};const scrubbed=latest(here2,"scrubbed"),scrub=scrubbed===
void 0?"":scrubbed.event.waived?"; not scrubbed, as configured":"; scrubbed";return{kind:"done",detail:`equal: ${counts}${scrub}`,milliseconds:milliseconds+(scrubbed?.
event.milliseconds??0)}}function pointProved({record:record4,promotion,traits}){if(!traits.proveRestorePoint)return{kind:"none",detail:"not asked for"};const proof=latest(
record4.entries,"point-proved");return!promotion.pointProved||proof===void 0?open:{kind:"done",detail:`equal: ${countsText(proof.event)}`,milliseconds:proof.event.
milliseconds}}function wayBack({hop},here2){const back=latest(here2,"rolled-back");return back===void 0?failure(here2,["rollback"])??open:{kind:"done",detail:`${hop.
from} again, over ${hop.to}`,milliseconds:back.event.milliseconds}}function migrations(here2,took22){const waited=latest(here2,"waited"),failed9=failure(here2,[
"migrate","wait"]);if(failed9!==void 0||waited===void 0)return failed9??open;const own=latest(here2,"migrated")?.event.milliseconds??waited.event.milliseconds;return{
kind:"done",detail:"complete",milliseconds:took22??own}}function tests2(here2){const failed9=failure(here2,["smoke"]);if(failed9!==void 0)return failed9;const passed=here2.
filter(entry2=>isOf(entry2,"smoke-tested")),last=passed.at(-1);if(last===void 0)return open;const{event}=last,times=passed.length===1?"":`, ${passed.length} tim\
es`;return{kind:"done",detail:`${countText9(event.tests.length,"test")} passed${times}`,milliseconds:passed.reduce((sum,entry2)=>sum+entry2.event.milliseconds,0)}}
function failure(here2,commands){const ended=here2.findLast(entry2=>isOf(entry2,"ended"));if(!(ended===void 0||!commands.includes(ended.event.command)||ended.event.
outcome==="waiting"))return after(here2,ended).some(({event})=>done2.has(event.type))?void 0:{kind:"failed",detail:ended.event.outcome}}var done2=new Set(["rest\
ored","deployed","rolled-back","waited","migrated","smoke-tested"]);function isTo2(entry2){return entry2.event.release==="to"}function sinceRestore(here2){const start=here2.
findLast(entry2=>isOf(entry2,"restored")||isOf(entry2,"carried-over")||isOf(entry2,"staging-taken"));return start===void 0?here2:[start,...after(here2,start)]}function sinceRollback(here2){
const back=latest(here2,"rolled-back");return back===void 0?here2:after(here2,back)}function verdict(situation){const{hop,promotion,record:record4,now}=situation,
{completed:completed2,migrating,deployed,deployStarted,smoked}=promotion;if(completed2!==void 0)return isOf(completed2,"adopted")?[good("Done by hand",`, record\
ed ${moment(completed2.at,now)}.`)]:[good("Complete on production",` since ${moment(completed2.at,now)}.`)];const stopped=stoppedOn(record4.entries);if(deployStarted&&
stopped!==void 0&&stopped.event.outcome!=="waiting"){const{command:command2,outcome,message}=stopped.event;return[bad(`"${command2}" ended as ${outcome} on prod\
uction`,`, ${moment(stopped.at,now)}: ${message}`)]}return migrating!==void 0?[plain2("The migrations are not finished",`: they were started on production ${moment(
migrating.at,now)}.`)]:deployed!==void 0&&smoked?[good(`${hop.to} works on production`,`: deployed ${moment(deployed.at,now)}, smoke tests passed.`)]:deployStarted?
[plain2(`${hop.to} is half done on production`,": its deploy was started and not tested yet.")]:[...rolledBack(situation),rehearsed2(situation)]}function rolledBack({
record:record4,now}){const back=latest(inEnvironment(record4.entries,"production"),"rolled-back");if(back===void 0)return[];const restored2=restoredBy(record4.entries,
back),data=restored2===void 0?"":` ${restored2.event.backup} was restored, and everything written after it is lost.`;return[plain2("Rolled back",` ${moment(back.
at,now)}: ${back.event.to} was deployed on production again.${data}`)]}function rehearsed2({hop,traits,rehearsal,record:record4,now}){switch(rehearsal.kind){case"\
passed":{const isProved=inEnvironment(record4.entries,"staging").every(({event})=>event.type!=="deployed"||event.unproved===void 0),shown2=traits.deferrable?isProved?
"the upgrade, the way back and the migrations":"the upgrade and the migrations":"the upgrade with its migrations";if(traits.dataless)return good("The rehearsal \
passed",`: ${hop.to} was reached on staging, and all smoke tests passed there.`);const data=`production's data of ${moment(rehearsal.dataAt,now)}`;return good("\
The rehearsal passed",`: ${shown2} worked on ${data}, and so did all smoke tests.`)}case"void":return bad("The rehearsal does not count",`: ${rehearsal.because}\
.`);case"started":return plain2("The rehearsal is not finished.","");case"waived":return bad("Not rehearsed",`: the configuration waives it ("${rehearsal.because}\
").`);case"none":return plain2("The rehearsal has not started.",traits.dataless?"":" Nothing was restored and compared for this hop yet.")}}function stoppedOn(own){
const production=inEnvironment(own,"production"),ended=latest(production,"ended");return ended===void 0||after(production,ended).length>0?void 0:ended}function good(strong,rest){
return paragraph("\u2714 ",{strong},rest)}function bad(strong,rest){return paragraph("\u2718 ",{strong},rest)}function plain2(strong,rest){return paragraph({strong},
rest)}function hopReport(facts){return markdownOf(hopDocument(facts))}function hopDocument(facts){const{situation,window,checklists=[]}=facts,{hop}=situation;return[
heading(2,`${hop.title} (hop ${hop.index} of ${hop.count})`),...window?.warning===void 0?[]:[windowBox(window.warning)],...verdict(situation),...proofTable(situation),
...approval2(facts),...section("To do by hand",list(hop.manual.map(manualItem))),...wayBack2(facts),...checklistsDocument(checklists,situation.now),...folded("W\
hy this hop",list(hop.reasons.map(({text,url})=>url===void 0?text:[`${text} (`,{link:"source",url},")"]))),...folded("Every step, with its time",hopSteps(situation.
record.entries,situation.now)),...folded("Ids: backups, and the digest of what is approved",ids(situation))]}function manualItem(step3){return{ticked:isDoneByHand2(
step3),text:`${step3.id}: ${step3.text}`}}function approval2({situation,gates,contents}){const{hop,traits}=situation,asked=toApproveNext(situation);if(asked.kind===
"nothing")return asked.because===""?[]:[paragraph(asked.because)];const gate=asked.kind==="migrations"||asked.kind==="migrations-again"?"finalize":"production",
isAsked=gates.scope==="hop"&&gates[gate]!=="none",{facts}=stakeOf(asked,{...situation,observation:void 0},contents);return section(isAsked?"If you approve":"Nex\
t on production, without another approval",[paragraph(act(asked,hop.to,traits),...isAsked?howToApprove(gate,gates,situation):[]),...list(facts.map(({about,text})=>[
{strong:about},`: ${text}`]))])}function act(asked,to,traits){switch(asked.kind){case"deploy":{const deploy2=traits.deferrable?"deployed with its migrations def\
erred, watched and smoke-tested":"deployed, watched and smoke-tested";return`Production is checked again, a restore point is taken, and ${to} is ${deploy2}. Not\
hing other than what was rehearsed is done.`}case"deploy-again":return`The deploy of ${to} on production is finished, watched and smoke-tested.`;case"migrations":case"\
migrations-again":return`The migrations of ${to} are started on production, watched to their end, and ${to} is smoke-tested again.`}}function howToApprove(gate,gates,{
record:record4}){const confirmable=confirmableOf(record4);return gates[gate]!=="dispatch"||confirmable===void 0?[]:[" To approve, start the workflow with ",{code:"\
confirm"}," set to ",{code:confirmationFor2(gate,confirmable)},"."]}function wayBack2({situation,window}){const{promotion}=situation;if(!promotion.deployStarted&&
rolledBack(situation).length>0)return[];const isAsked=toApproveNext(situation).kind!=="nothing";return!isAsked&&!promotion.deployStarted?[]:section("Going back",
[paragraph(wayBackSentences2(situation,window?.open,isAsked))])}function ids({hop,record:record4,promotion}){const rehearsed22=record4.rehearsedOn?.event.backup,
point=promotion.restorePoint?.event.backup,named2=(name,id)=>id===void 0?[]:[paragraph(`${name}: `,{code:id})];return[...named2("Backup of the rehearsal",rehearsed22),
...named2("Restore point",point),...named2("Digest of what is approved",hop.digest)]}var maxActLength=120;function whereaboutsLines({whereabouts,sides,stillRuns,
now}){const{rollback:rollback2,restore:restore3,halfDone,stopped,lastRolledBack,restored:restored2,lookedAt}=whereabouts,lines3=[{label:"Production",text:sideText(
sides.production,now)},{label:"Staging",text:sideText(sides.staging,now)},{label:"Acting",text:holderText(whereabouts.holder,now)}];if(stillRuns!==void 0){const what=stillRuns.
isCommand?stillRuns.what:`what ${stillRuns.what} had started`;lines3.push({label:"Still runs",text:`${what}, although its run is gone.`})}if(restore3!==void 0){
const{happened,means}=finishRestoreFirst({...restore3,isOtherwiseConfigured:!1});lines3.push({label:"Unfinished",text:`${happened} ${means}`})}else if(rollback2!==
void 0){const{id}=rollback2.event.hop,text=`The rollback of hop ${id} to ${rollback2.event.to} was started on ${dayTime22(rollback2.at,now)}, and it is not fini\
shed.`;lines3.push({label:"Unfinished",text})}else halfDone!==void 0&&lines3.push({label:"Half done",text:halfDoneText(halfDone,stopped,now)});if(lastRolledBack!==
void 0){const{hop,to,accepted:accepted2}=lastRolledBack.event,data=restored2===void 0?"nothing was restored":`${restored2.event.backup} was restored, and everyt\
hing written after it is lost`,tests22=accepted2===void 0?"":` Its smoke tests did not pass, which was accepted: "${accepted2.reason}".`;lines3.push({label:"Rol\
led back",text:`Hop ${hop.id} was rolled back to ${to} on ${dayTime22(lastRolledBack.at,now)}; ${data}.${tests22}`})}if(stopped!==void 0){const{command:command2,
environment,outcome,hop,message}=stopped.event,text=`"${command2}" of hop ${hop.id} on ${environment} ended as ${outcome} on ${dayTime22(stopped.at,now)}: ${message}`;
lines3.push({label:"Stopped",text})}if(lookedAt!==void 0){const{current,target,hops}=lookedAt.event,text=`${current} \u2192 ${target}, ${countText9(hops.length,
"hop")}, planned ${moment(lookedAt.at,now)}. It was only a look: nothing was done for it, and what is said here is not about it.`;lines3.push({label:"Looked at",
text})}return lines3}function whatNow(facts){const{whereabouts,sides,stillRuns,newRun,complete,now}=facts,{production}=sides,{holder,rollback:rollback2,restore:restore3,
halfDone,stopped,doneByHand:doneByHand2}=whereabouts;if(stillRuns!==void 0)return`Wait until ${stillRuns.what} has ended, or end it with: kill -- -${stillRuns.pid}\
. Then read this report again.`;if(holder.kind==="acting"){const{url}=holder.lease.run;return`Let ${holder.lease.owner} end${url===void 0?"":`: ${url}`}. If it \
is dead, others may act from ${dayTime22(holder.freeAt,now)} on.`}if(restore3!==void 0)return finishRestoreFirst({...restore3,isOtherwiseConfigured:!1}).next;if(rollback2!==
void 0)return finishRollback(rollback2.event.hop.id);if(halfDone!==void 0){const{id}=halfDone.hop;return`${production.kind==="observed"&&production.observation.
migrations.kind==="failed"?howToRetry(id):`Finish the hop with a new run: ${newRun}.`} Or, to go back, ${waysToRollBack(id)}.`}if(doneByHand2!==void 0)return`Pr\
oduction runs what hop ${doneByHand2.id} leads to, and the journal has no deploy of it. If somebody did it by hand, record that: staged-upgrade adopt --hop ${doneByHand2.
id} --reason "why". Then plan again.`;if(complete===void 0)return"No path was planned yet: staged-upgrade plan shows what there is to climb.";if(complete)return"\
Nothing is left to do.";const{outcome}=stopped?.event??{};return`${outcome==="failed"||outcome==="refused"?"Fix the cause first. ":""}Start a new run, which res\
umes from what it observes: ${newRun}`}function whereaboutsText(facts){const lines3=whereaboutsLines(facts),width=Math.max(...lines3.map(({label:label2})=>label2.
length));return lines3.map(({label:label2,text})=>`${label2.padEnd(width)}  ${text}`).join(`
`)}function whereaboutsList(facts){return list(whereaboutsLines(facts).map(({label:label2,text})=>[{strong:label2},`: ${text}`]))}function sideText(side,now){if(side.
kind==="waived")return`none: the configuration waives it ("${side.reason}").`;if(side.kind==="not-asked")return`could not be asked here (${side.reason}).${side.
lastSeen===void 0?"":` ${side.lastSeen}`}`;const{version,serving,migrations:migrations2,at}=side.observation,seen=`, observed ${moment(at,now)}`;if(version.kind===
"unknown")return`does not report its version (${version.reason})${seen}.`;const serves=serving.kind==="yes"?"serving":`${serving.kind==="no"?"not serving":"serv\
ing unknown"} (${serving.reason})`;return`runs ${version.value}, ${serves}${side.hasMigrationsProbe?`, ${migrationsText(migrations2)}`:""}${seen}.`}function migrationsText(migrations2){
switch(migrations2.kind){case"done":return"no migration left";case"pending":return`${migrations2.next} pending, not started`;case"running":return`migration ${migrations2.
current} running`;case"failed":return`migration ${migrations2.current} failed (${migrations2.error})`;case"unknown":return`migrations unknown (${migrations2.reason}\
)`}}function holderText(holder,now){if(holder.kind==="nobody")return"nobody; no lease is held.";const{lease,since,freeAt,doing}=holder,who=`${lease.owner} (${lease.
run.actor}) has held the lease since ${dayTime22(since,now)}`,did2=doing===void 0?"":` Last: ${shortened(eventSentence3(doing.event,at=>dayTime22(at,now)),maxActLength)}\
, ${dayTime22(doing.at,now)}.`;return holder.kind==="gone"?`nobody. ${who}, and its process is gone from this machine: the next run here takes over at once.${did2}`:
holder.kind==="acting"?`${who}. Unless renewed it expires at ${dayTime22(lease.expiresAt,now)}; others may act from ${dayTime22(freeAt,now)}, since clocks may d\
iffer.${did2}`:`nobody. ${who}, which expired at ${dayTime22(lease.expiresAt,now)} without being released: that run has died.${did2}`}function halfDoneText({hop,
since,promotion},stopped,now){const{deployed,smoked,migrating,waited}=promotion,end=stopped?.event,failsNow=end?.command==="smoke"&&end.outcome==="failed"&&end.
environment==="production"&&end.hop.id===hop.id,passed=failsNow?"smoke tests passed at first, and have failed since":"smoke tests passed",notPassed2=failsNow?"s\
moke tests failed":"not smoke-tested",reached=[deployed===void 0?"its end is not recorded":`done on ${dayTime22(deployed.at,now)}`,...deployed===void 0?[]:[smoked?
passed:notPassed2],...migrating===void 0?[]:[`its migrations were started on ${dayTime22(migrating.at,now)}${waited===void 0?"":" and waited for"}`]];return`Hop\
 ${hop.id} on production: the deploy of ${hop.to} was started on ${dayTime22(since,now)}, ${reached.join(", ")}.`}async function lookAt(project,environment,entries){
const waiver=environment==="staging"?stagingWaiver(project.configuration):void 0;if(waiver!==void 0)return{kind:"waived",reason:waiver};try{return{kind:"observe\
d",observation:await openLiveSystem(project,environment,entries).observe(project.effects.signal),hasMigrationsProbe:project.product.probes.migrations!==void 0}}catch(error){
if(!(error instanceof UserError14)&&!(error instanceof SystemFailure12))throw error;const lastSeen2=lastSeenOn(environment,entries,project.effects.clock.now());
return{kind:"not-asked",reason:error.detail.happened.replace(/\.$/,""),...lastSeen2===void 0?{}:{lastSeen:lastSeen2}}}}function lastSeenOn(environment,entries,now){
const seen=entries.findLast(({event})=>(event.type==="checked"||event.type==="deployed"||event.type==="smoke-tested")&&event.environment===environment);if(!(seen===
void 0||!("version"in seen.event)))return`It was last seen on ${String(seen.event.version)} on ${dayTime22(seen.at,now)}.`}var longestBody=65e3,issueAnswer=object4(
{number:number2(),html_url:string6()}),issuesAnswer=lazy6(()=>array5(issueAnswer.extend({body:string6().nullish(),pull_request:unknown5().optional()})));async function keepIssue(api,repository,issue,how){
const asking2={...how,permission:"issues: write"},[label2]=issue.labels,open2=await ask(asking2,issuesAnswer,request=>api.request("GET /repos/{owner}/{repo}/iss\
ues",{...repository,state:"open",labels:label2,per_page:100,request}));if(open2.kind!=="answered")return open2;const[found]=open2.value.filter(({body,pull_request})=>pull_request===
void 0&&body?.includes(issue.marker)).toSorted((a2,b2)=>a2.number-b2.number),written3={title:issue.title,body:bodyOf(issue)};if(found!==void 0){const state=issue.
isClosed?{state:"closed",state_reason:"completed"}:{};return address(await ask(asking2,issueAnswer,request=>api.request("PATCH /repos/{owner}/{repo}/issues/{iss\
ue_number}",{...repository,issue_number:found.number,...written3,...state,request})))}return issue.isClosed?{kind:"answered",value:void 0}:address(await ask(asking2,
issueAnswer,request=>api.request("POST /repos/{owner}/{repo}/issues",{...repository,...written3,labels:[...issue.labels],assignees:[...issue.assignees],request})))}
function address(answer){return answer.kind!=="answered"?answer:{kind:"answered",value:{number:answer.value.number,url:answer.value.html_url}}}function bodyOf({
marker,body}){return`${body.length>longestBody?`${body.slice(0,longestBody)}

\u2026`:body}

${marker}
`}async function keepTrackingIssue(project,entries,message){const{configuration,effects,run:run2,traits}=project,settings=configuration["tracking-issue"],planned=leadingPlan(
entries)?.event;if(settings===void 0||run2.kind!=="github"||planned===void 0||planned.operation==="rehearse")return;const{system,gates}=configuration,{title,document,
isComplete:isComplete2}=trackingIssue({system,planned,entries,gates:{...gates,environment:gate=>environmentOn5(environmentOfGate5[gate],project)},traits,runUrl:run2.
url,message,now:effects.clock.now()}),answer=await asking(project,(api,here2,how)=>keepIssue(api,here2,{marker:`<!-- staged-upgrade: the climb of ${system} -->`,
title:effects.pen.text(title),body:effects.pen.markdown(markdownOf(document)),labels:settings.labels,assignees:settings.assignees,isClosed:isComplete2},how));if(answer.
kind==="answered"){answer.value!==void 0&&effects.log.info(`Tracking issue: ${answer.value.url}`);return}const reason3=answer.kind==="not-found"?"GitHub does no\
t show the issues of this repository":answer.reason,next2=answer.kind==="not-found"?"Turn issues on in its settings.":answer.next??"";effects.log.warn(`The trac\
king issue was not updated: ${reason3}. ${next2}`.trim())}async function report(project,input){const entries=await project.journal.read(),lost=await warnOfLostRecords(
project,entries),reported=input.hop===void 0?await ofPath2(project,input,entries):ofHop2(project,input,await withFiles(project,readHop(input.hop,entries,project)),
entries),{document,result,notice:notice2}=lost?.kind==="without-journal"?ofAnotherJournal(reported,lost.message):reported;return await releaseLease(project),await keepTrackingIssue(
project,entries,result.message),await announce(project,notice2),input.output!==void 0&&await saveReport(project,input.output,document,entries),{...result,summary:markdownOf(
document)}}function ofAnotherJournal({document,result},message){const headline=message.happened;return{document:[paragraph({strong:headline},` ${message.means} ${message.
next}`),...document],result:{...result,outcome:"unknown",headline,message}}}function ofHop2(project,input,hop,entries){const situation={...situationOn(project,entries,
hop,notObserved(project)),retry:input.retry===!0},newRun=newRunOf(project,{command:"report",environment:input.environment,input,entries,hop:hop.id}),window=reportedWindow(
project,situation,newRun),onProduction2=input.environment==="production";onProduction2&&window?.warning!==void 0&&project.effects.log.warn(oneLine4(window.warning));
const document=hopDocument({...factsFrom(project,situation,entries),...window===void 0?{}:{window}}),{outcome,headline}=onProduction2?ofProduction(situation,project.
run):ofStaging(situation),stopped=stoppedHere(entries,hop,input.environment,project.run),next2=stopped===void 0?continueHint:`First do what the step "${stopped.
event.command}" says. ${continueHint}`,message=withNewRun({happened:headline,means:"",next:next2},newRun),notice2=stopped===void 0?noticeOfReport(input.environment,
situation,noticeFacts(project)):void 0,outputs={complete:situation.promotion.completed!==void 0};return{document,...notice2===void 0?{}:{notice:notice2},result:{
outcome,headline,outputs,text:"",...outcome==="passed"?{}:{message}}}}var continueHint="Start a new run: it resumes from what it observes.";function stoppedHere(entries,{
id},environment,run2){return entries.filter(entry2=>isSameAttempt(entry2.run,run2)).filter(entry2=>isOf(entry2,"ended")).findLast(({event:{hop,outcome,environment:on}})=>hop.
id===id&&on===environment&&(outcome==="failed"||outcome==="refused"))}function situationOn(project,entries,hop,observation){return situationOf({hop,traits:project.
traits,now:project.effects.clock.now(),observation,entries,rehearsalMaxAge:project.configuration.rehearsal["max-age"]})}function reportedWindow(project,situation,newRun){
const open2=openRollbackWindow(situation);if(open2!==void 0)return open2.milliseconds<=project.configuration["rollback-window"]["warn-after"]?{open:open2}:{open:open2,
warning:windowWarning(situation.hop,open2,newRun,situation.now)}}function ofStaging({hop,rehearsal}){return rehearsal.kind==="passed"?{outcome:"passed",headline:`\
Hop ${hop.id} was rehearsed on ${rehearsal.backup??"staging"}.`}:{outcome:"waiting",headline:`The rehearsal of hop ${hop.id} has not passed${rehearsal.kind==="v\
oid"?`: ${rehearsal.because}`:""}.`}}function ofProduction(situation,run2){const{hop,promotion,record:record4,traits}=situation;if(promotion.completed!==void 0)
return{outcome:"passed",headline:`Hop ${hop.id} is complete.`};if(promotion.deployed!==void 0&&promotion.smoked&&traits.deferrable){const awaited=awaitedOf(situation,
"production"),works=`${hop.to} is deployed on production and works`;if(isLeftToNextJob(situation,run2))return{outcome:"passed",headline:`${works}; the rest of i\
ts migrations is started after their gate.`};if(awaited.kind==="serving"){const left=promotion.migrating===void 0?"its migrations have":"what is left of its mig\
rations has";return{outcome:"passed",headline:`${works}; ${left} not started.`}}}const back=latest(inEnvironment(record4.entries,"production"),"rolled-back");return{
outcome:"waiting",headline:back===void 0||promotion.deployStarted?`Hop ${hop.id} is not complete on production.`:`Hop ${hop.id} was rolled back on ${dayTime22(back.
at)}: ${back.event.to} was deployed on production again.`}}function isLeftToNextJob({promotion,record:record4},run2){const{migrating,waited}=promotion;return migrating===
void 0||waited!==void 0||isSameAttempt(migrating.run,run2)?!1:inEnvironment(record4.entries,"production").filter(entry2=>isSameAttempt(entry2.run,run2)).every(({
event})=>event.type!=="ended")}function factsFrom(project,situation,entries){return{situation,gates:project.configuration.gates,contents:allContentDigests(project),
checklists:fillIn(project.product.checklists,situation,entries)}}async function ofPath2(project,input,entries){const planned=leadingPlan(entries)?.event,sides={
production:await lookAt(project,"production",entries),staging:await lookAt(project,"staging",entries)},observed=sides.production.kind==="observed"?sides.production.
observation:void 0,whereabouts=whereaboutsOf(entries,{now:project.effects.clock.now(),tolerance:project.configuration.lock["clock-tolerance"],run:project.run,isGone:isHolderGone2(
project),production:observed}),newRun=newRunOf(project,{command:"report",input,entries}),[left]=leftBehind3(project),stillRuns=left&&{what:leftBehindText3(left),
pid:left.pid,isCommand:left.kind==="command"},facts={whereabouts,sides,stillRuns,newRun,now:project.effects.clock.now()};return planned===void 0?neverPlanned({...facts,
complete:void 0}):ofPlanned(project,planned,{...facts,entries,observation:observed??notObserved(project)})}function neverPlanned(facts){const headline="No path \
was planned yet.";return{document:[paragraph({strong:headline},` ${whatNow(facts)}`),...whereaboutsList(facts)],result:{outcome:"skipped",headline:`${headline} \
staged-upgrade plan shows what there is to climb.`,outputs:{complete:!1},text:whereaboutsText(facts)}}}function ofPlanned(project,planned,found){const{entries,observation,
newRun}=found,{current,target}=planned,hops=hopsOf(planned),done3=hops.filter(hop=>completed(entries,hop)),complete=observation.version.kind==="known"&&observation.
version.value===target&&done3.length===hops.length,facts={...found,complete},next2=whatNow(facts),headline=complete?`upgraded ${current} \u2192 ${target} in ${hops.
length} ${hops.length===1?"hop":"hops"}`:`${done3.length} of ${hops.length} hops from ${current} to ${target} are complete.`,reported=hops.map(hop=>{const situation=situationOn(
project,entries,hop,observation);return{situation,window:reportedWindow(project,situation,newRun)}}),warning4=reported.map(({window})=>window?.warning).find(each2=>each2!==
void 0);warning4!==void 0&&project.effects.log.warn(oneLine4(warning4));const each=reported.map(({situation,window})=>hopDocument({...factsFrom(project,situation,
entries),...window===void 0?{}:{window:{open:window.open}}})),where=whereaboutsList(facts),message={happened:headline,means:verdictOf(done3.length<hops.length,target),
next:next2};return{document:pathDocument({planned,entries,complete,verdict:complete?"The path is complete.":message.means,where,next:next2,warning:warning4,hops:each,
now:found.now,traits:project.traits}),result:{outcome:complete?"passed":"waiting",headline,outputs:{complete,current:observation.version.kind==="known"?observation.
version.value:"",target},text:whereaboutsText(facts),...complete?{}:{message}}}}function verdictOf(isOpen2,target){return isOpen2?"The path is not complete.":`E\
very hop was completed, but production was not seen to run ${target} now.`}function completed(entries,hop){return promotionOf(recordOf(entries,hop)).completed!==
void 0}function notObserved(project){const nothing3={kind:"unknown",reason:"not asked"};return{at:project.effects.clock.now().toISOString(),version:nothing3,serving:nothing3,
migrations:nothing3}}import{valueAt_CNPASG7F as valueAt4}from"./project.js";import{faultText as faultText2}from"./start.js";import{UserError as UserError15}from"./start.js";
function stepTitle(step3,situation){const{job,id,title,environment}=step3;if(environment!=="production")return rehearsalStepTitle(step3,situation.rehearsal);const{
promotion,standing}=situation;if(!promotion.deployStarted)return title;const point=promotion.restorePoint?.event.dataAt;switch(`${job} ${id}`){case"read check":
return standing.kind==="on-to"?"Check production, which already runs {to}":"Check production, where a deploy of {to} was started";case"read backup":return"Keep \
the backup that was rehearsed";case"promote backup":return point===void 0||standing.kind==="on-from"?title:`Keep the restore point, with the data of ${point}`;case"\
promote deploy":return isOnlyToWatch(situation)?"Watch {to}, which was deployed":promotion.deployed!==void 0&&servesTarget(situation)?"Check that {to} is deploy\
ed":"Deploy {to} again, to finish it";case"finalize migrate":return promotion.migrating===void 0?title:"Check how far the started migrations are";default:return title}}
function rehearsalStepTitle({id,title},rehearsal){return rehearsal.kind==="started"&&rehearsal.migrating&&id==="smoke-to"?"Smoke test {to} once more":title}function sequenceStep(project,input,hop,step3){
return{title:step3.title.replaceAll("{from}",hop.from).replaceAll("{to}",hop.to),run:log=>run({...project,effects:{...project.effects,log}},{...input,hop},step3)}}
function run(project,given,step3){const input={...given,environment:step3.environment};switch(step3.command){case"check":return check.run(project,input);case"ba\
ckup":return backup.run(project,{...input,purpose:step3.purpose});case"restore":return restore.run(project,{...input,...step3.purpose===void 0?{}:{purpose:step3.
purpose}});case"deploy":return deploy.run(project,{...input,release:step3.release});case"smoke":return smoke.run(project,{...input,release:step3.release});case"\
wait":return wait.run(project,input);case"migrate":return migrate.run(project,input);case"rollback":return rollback.run(project,input);case"report":return report(
project,input)}}var stopsNothing=/^notify$|\.hooks\.(logs|on-failure)$/;function refuseUnsetVariables({document,traits,effects},jobs){const parts=hopSequence(traits).
filter(({job})=>jobs.includes(job)).flatMap(step3=>placesOf(declaredBy(step3).needs,step3.environment,readsLogs(document))).filter(place2=>!stopsNothing.test(place2)).
map(place2=>[place2,valueAt4(document,place2.split("."))]),unset=partVariables(Object.fromEntries(parts),effects.environment).flatMap(({variables})=>variables.filter(
({fault})=>fault!==void 0));if(unset.length===0)return;const named2=[...Map.groupBy(unset,({name})=>name)].map(([name,uses])=>{const places2=[...new Set(uses.flatMap(
use=>use.places))].join(", ");return`${name}, which ${places2} uses, ${faultText2(uses[0]?.fault??"unset")}`}),one=named2.length===1;throw new UserError15({happened:`${one?
"An environment variable":`${named2.length} environment variables`} cannot be used: ${named2.toSorted().join("; ")}.`,means:`A later step would stop without ${one?
"it":"them"}, so nothing more was done.`,next:`Set ${one?"it":"them"} in this terminal, without a line break at the end, then run the command again.`})}import{nearest as nearest2}from"./start.js";
import{texts}from"./project.js";import{acceptedForms,carrierOf,catalogueOf,contains,entryAt,evaluate,factTypesIn,factsAskedBy,hasStages as hasStages2,hasVersions as hasVersions4,
labelAt,liftedBy,lineAt,lineOf,listed as listed3,listedFrom,listedMigration,manualStepIds,migrationListsAskedBy,newestUsable as newestUsable2,parseReleaseFile,partsAskedBy,
pathRules,readFact,readJson,releaseGraphOf,typicalDuration,uncovered,without}from"./project.js";import{dayOf,dayTime as dayTime23}from"./terminal.js";import{compareNumbers,
compareVersions,exactVersion,labelOfVersion as labelOfVersion2,readVersion,versionReader}from"./project.js";import{environmentNames as environmentNames2,hopId as hopId4,
releaseOn as releaseOn10}from"./start.js";import{httpClient,malformedResponse,refusedAnswer,releaseLimits}from"./project.js";import{warning as warning3}from"./project.js";
import{partName,partVersion as partVersion2}from"./project.js";import{readTextFile as readTextFile3}from"./start.js";import{L as L2}from"./project.js";import{array as array6,
lazy as lazy7,record as record3,string as string7,union as union2,unknown as unknown6}from"./start.js";import{SystemFailure as SystemFailure13,UserError as UserError16}from"./start.js";
const{createHash}=process.getBuiltinModule("node:crypto"),{access}=process.getBuiltinModule("node:fs/promises"),{resolve:resolve4}=process.getBuiltinModule("nod\
e:path");function givenFor({facts=[],parts=[]}){return{facts:lastOfEach(facts),parts:lastOfEach(parts)}}function isEmpty({facts,parts}){return facts.length+parts.
length===0}function differencesFromBefore(entries,plan,asked){if(plan.kind!=="path")return[];const before=entries.findLast(entry2=>isOf(entry2,"planned")&&entry2.
event.target===plan.target&&(entry2.event.operation??"plan")!=="plan");if(before===void 0)return[];const then=before.event.given??{facts:[],parts:[]},now=givenFor(
asked),differences=["facts","parts"].flatMap(kind=>changes2(kind.slice(0,-1),then[kind],now[kind]));return differences.length===0?[]:[`The plan of ${dayTime23(before.
at)} to ${plan.target} was made with different facts or parts: ${differences.join("; ")}.`]}function changes2(kind,then,now){const[before,after2]=[byName(then),
byName(now)];return[...new Set([...before.keys(),...after2.keys()])].flatMap(name=>{const[was,is]=[before.get(name),after2.get(name)];return was===is?[]:is===void 0?
[`the ${kind} ${name} was given as "${was}" and is not given now`]:[`the ${kind} ${name} was ${was===void 0?"not given":`given as "${was}"`} and is "${is}" now`]})}
function lastOfEach(given){return[...byName(given)].map(([name,value])=>`${name}=${value}`)}function byName(given){return new Map(given.map(text=>{const at=text.
indexOf("=");return[text.slice(0,at),text.slice(at+1)]}))}function judgeReleases(catalogue,rules){return catalogue.entries.map((entry2,place2)=>judge(entry2,place2,
rules))}function judge(entry2,place2,rules){const{label:label2}=entry2.version,{withdrawn}=entry2.release;if(withdrawn!==void 0){const{reason:reason22,...rest}=withdrawn;
return{rule:"withdrawn",text:`${label2} was withdrawn: ${sentence(reason22)}`,...rest}}const avoided=rules.avoided.find(({spans})=>contains(spans,place2));if(avoided!==
void 0){const{source,fixedIn}=avoided,known2={...source.url?{url:source.url}:{},...fixedIn?{fixedIn}:{}};return{rule:"avoid",text:`${label2} is avoided: ${sentence(
source.reason)}`,...known2}}return entry2.isPrerelease&&!rules.allowPrereleases?{rule:"prerelease",text:`${label2} is a prerelease, and prereleases were not req\
uested.`}:rules.minimumAge>0?judgeAge(entry2,rules.minimumAge,rules.now):void 0}function judgeAge({version,release},minimumAge,now){const published=release.publishedAt===
void 0?Number.NaN:Date.parse(release.publishedAt),least=`the minimum age is ${days2(minimumAge)}`;if(Number.isNaN(published))return{rule:"minimum-age",text:`The\
 source does not report when ${version.label} was published, and ${least}.`};const age=now.getTime()-published;if(!(age>=minimumAge))return{rule:"minimum-age",text:`${version.
label} was published ${dayOf(new Date(published).toISOString())}, ${days2(age)} ago, and ${least}.`}}function days2(milliseconds){const hours=Math.max(0,Math.floor(
milliseconds/36e5));return hours<48?`${hours} h`:`${Math.floor(hours/24)} days`}function sentence(text){return/[.!?]$/.test(text)?text:`${text}.`}function labelWithPart(label2,part,version){
return`${label2}+${part}-${version.replaceAll(/-{2,}|-$/g,"-").replace(/-$/,"")}`}function partsAtStart(place2,context){return known(context,name=>context.parts[name]??
presentOf(name,place2,context))}function partsAfter(before,place2,context){return known(context,name=>carried(name,place2,context)??(context.carriedParts.has(name)?
void 0:before[name]))}function known({partNames},versionOf){return Object.fromEntries(partNames.flatMap(name=>{const version=versionOf(name);return version!==void 0&&
partVersion2.safeParse(version).success?[[name,version]]:[]}))}function carried(name,place2,context){return publishedWith(name,place2,context)??rowOf(name,place2,
context)?.to}function presentOf(name,place2,context){const versions=rowOf(name,place2,context)?.versions;return publishedWith(name,place2,context)??(versions&&exactVersion(
versions))}function publishedWith(name,place2,{catalogue}){return entryAt(catalogue.entries,place2).release.parts?.[name]}function rowOf(name,place2,{partTables}){
return carrierOf(partTables.find(({part})=>part===name),place2)}function without2(parts,names){return Object.fromEntries(Object.entries(parts).filter(([name])=>!names.
includes(name)))}function legsOf([start=0,...path],context,{manualSteps,partsFirst}){const legs=[];let place2=start,label2=start===context.current?context.currentLabel:
labelAt(context,start),parts=partsAtStart(start,context);const goTo=(to,next2)=>{const releases={from:labelAt(context,place2),to:labelAt(context,to)},isPlain2=releases.
from===label2&&releases.to===next2.label,isWhole=Object.keys(parts).length+Object.keys(next2.parts).length===0;legs.push({from:place2,to,labels:{from:label2,to:next2.
label},releases:isPlain2?void 0:releases,parts:isWhole?void 0:{from:parts,to:next2.parts},first:next2.first}),place2=to,label2=next2.label,parts=next2.parts};for(const to of path){
for(const first of partsFirst)first.precedes(place2,to,parts[first.part])&&goTo(place2,{label:labelWithPart(label2,first.part,first.to),parts:{...parts,[first.part]:first.
to},first});const byHand=manualSteps.flatMap(({moves,concerns})=>moves!==void 0&&concerns(place2,to)?[moves]:[]);parts=without2(parts,byHand),goTo(to,{label:labelAt(
context,to),parts:partsAfter(parts,to,context)})}return legs}function explainSteps(path,wanted,explainer){return legsOf(path,explainer.graph.context,explainer).
map(leg=>{const{labels,parts,releases,first}=leg,following=path[path.indexOf(leg.to)+1];return{...first===void 0?explainStep(leg.from,leg.to,following,wanted,explainer):
explainMove(leg,first,explainer),...labels,...parts===void 0?{}:{partVersions:parts},...releases===void 0?{}:{releases}}})}function explainMove({to:place2,parts},first,explainer){
const{context}=explainer.graph,{part,to,source}=first,before=parts?.from[part],move=before===void 0?`moves to ${to}`:`moves, ${before} \u2192 ${to}`,text=`Only \
the ${part} ${move}; the release stays ${labelAt(context,place2)}.`;return{tag:entryAt(context.catalogue.entries,place2).release.tag,reasons:[reasonOf({source,text})],
...onTheWay(place2,place2,explainer),parts:[]}}function explainStep(from,to,following,wanted,explainer){const{graph}=explainer,{context}=graph,stops=following===
void 0?[]:graph.blocks(from,following),goal=following===void 0?[{rule:"target",text:`${labelAt(context,to)} is ${wanted}.`}]:[],lifted=graph.exceptionsUsed(from,
to).map(({source})=>reasonFrom(source));return{tag:entryAt(context.catalogue.entries,to).release.tag,reasons:[...goal,...stops.map(reasonOf),...lifted],...onTheWay(
from,to,explainer),parts:partsAt(context,to)}}function onTheWay(from,to,{graph,manualSteps,remarks}){const labels={from:labelAt(graph.context,from),to:labelAt(graph.
context,to)},filled2=text=>text.replaceAll("{from}",labels.from).replaceAll("{to}",labels.to);return{manual:manualSteps.filter(manualStep=>manualStep.concerns(from,
to)).map(({id,text,url})=>({id:filled2(id),text:filled2(text),...url?{url}:{}})),notes:remarks.filter(remark=>remark.concerns(from,to)).map(({source})=>reasonFrom(
source))}}function partsAt({partTables},place2){return partTables.flatMap(partTable=>{const row=carrierOf(partTable,place2);if(row===void 0)return[];const{part,
source}=partTable;return[{part,versions:row.versions,reason:source.reason,...source.url?{url:source.url}:{}}]})}function reasonWithSource({text,url}){return url===
void 0?text:`${text} (${url})`}function reasonOf({source,text}){return reasonFrom({...source,reason:source.reason===""?text:`${text} ${source.reason}`})}function reasonFrom(source){
const doubt=source.doubts.length===0?"":` It is not known whether this installation needs it (${source.doubts.join(", ")}), so it applies.`;return{rule:source.rule,
text:`${sentence(source.reason)}${doubt}`,...source.url?{url:source.url}:{}}}function notesOf({graph:{context},cautions},path){const[current=0]=path,target=path.
at(-1)??current,notes=[],present=context.unusable[current];present?.rule==="unlisted"?notes.push(present.text):present!==void 0&&present.rule!=="minimum-age"&&notes.
push(`The current release should be left: ${reasonWithSource(present)}`),entryAt(context.catalogue.entries,target).isPrerelease&&notes.push(`The target ${labelAt(
context,target)} is a prerelease.`);const passed=path.slice(1).flatMap((to,index)=>passedOver(context,path[index]??to,to));return passed.length>0&&notes.push(`T\
he path passes over ${listed3(passed)}, where no rule requires a stop.`),[...new Set([...notes,...cautions.flatMap(caution=>caution(current,target))])]}function passedOver(context,from,to){
const{minor}=context.lines,labels=[];for(let rank=minor.rankOf(from)+1;rank<minor.rankOf(to);rank++){const line3=lineAt(minor,rank);line3.isPublished&&labels.push(
line3.label)}return labels}function countingRules(rules,facts){const counting=[],idle=[],unknownFacts=new Set,undecided=new Map;for(const[place2,rule]of rules.entries()){
const{name,reason:reason22,url,when}=rule,truth=evaluate(when,facts);if(truth.kind==="unknown"){undecided.set(place2,truth.facts);for(const fact of truth.facts)
unknownFacts.add(fact)}if(truth.kind==="fails")idle.push({rule:name,text:`Does not apply here, because its condition (${conditionText(when)}) is not met: ${reason22}`});else if(truth.
kind==="unknown"&&rule.role==="grant")idle.push({rule:name,text:`Does not apply, because ${truth.facts.join(", ")} is not known: ${reason22}`});else{const doubts=truth.
kind==="unknown"?truth.facts:[];counting.push({place:place2,rule,source:{rule:name,reason:reason22,...url?{url}:{},doubts}})}}return{counting,idle,unknownFacts:[
...unknownFacts],undecided}}function conditionText(when){const one=condition=>Object.entries(condition).filter(([,value])=>value!==void 0).map(([key,value])=>key===
"fact"?value:`${key} ${value}`).join(" ");return[when??[]].flat().map(item=>"any"in item?item.any.map(one).join(" or "):one(item)).join(" and ")}var exampleCount=3,
leftOutCount=100;function detailsOf2(list2,catalogue,unusable,{idle,unknownFacts},between){const leftOut2=[];for(let place2=between.start;place2<between.end&&leftOut2.
length<leftOutCount;place2++){const reason22=unusable[place2];if(reason22===void 0||reason22.rule==="prerelease"||reason22.rule==="unlisted")continue;const{rule,
text,url,fixedIn}=reason22;leftOut2.push({version:catalogue.entries[place2]?.version.label??"",rule,text,...url?{url}:{},...fixedIn?{fixedIn}:{}})}return{source:list2.
source,releases:list2.releases.length,ignored:ignoredBy(list2,catalogue),leftOut:leftOut2,unknownFacts,idle}}function ignoredBy(list2,catalogue){return[...Map.groupBy(
[...list2.ignored,...catalogue.unreadable],({reason:reason22})=>reason22)].map(([reason22,tags])=>({reason:reason22,count:tags.length,examples:tags.slice(0,exampleCount).
map(({tag})=>tag)}))}function graphOf(context,effects){const hops=effects.flatMap(effect=>effect.hops??[]),landings=[finalWhereThereIsOne(context),...effects.flatMap(
effect=>effect.landings??[])],exceptions=effects.flatMap(effect=>effect.exceptions??[]),named2=new Set(effects.flatMap(effect=>(effect.named??[]).flatMap(({start,
end})=>placesIn(start,end)))),lifting=(rule,from)=>exceptions.filter(one=>one.overrules.includes(rule.source.rule)&&contains(one.from,from)),blockedBy=(rule,from)=>{
const lifted=exceptions.length===0?[]:lifting(rule,from).flatMap(exception=>exception.to);return without(rule.blocked(from),lifted)},unusable=place2=>context.unusable[place2],
isNamed=place2=>named2.has(place2);return{context,blocks:(from,to)=>hops.filter(rule=>contains(blockedBy(rule,from),to)).map(rule=>({source:rule.source,text:rule.
why(from,to)})),openings:(from,within2)=>uncovered(within2,hops.flatMap(rule=>blockedBy(rule,from))),refusals:place2=>{const reason22=unusable(place2);if(reason22!==
void 0){const{rule,text,url}=reason22;return[{source:{rule,reason:"",...url?{url}:{},doubts:[]},text}]}return isNamed(place2)?[]:landings.filter(rule=>rule.refuses(
place2)).map(rule=>({source:rule.source,text:rule.why(place2)}))},isStop:place2=>unusable(place2)===void 0&&(isNamed(place2)||!landings.some(rule=>rule.refuses(
place2))),isUsable:place2=>unusable(place2)===void 0,exceptionsUsed:(from,to)=>{const used=hops.flatMap(rule=>contains(rule.blocked(from),to)?lifting(rule,from).
filter(exception=>contains(exception.to,to)):[]);return[...new Set(used)]}}}function placesIn(start,end){return Array.from({length:end-start},(_,index)=>start+index)}
function finalWhereThereIsOne({catalogue,lines:lines3}){const isPrerelease=place2=>place2!==void 0&&catalogue.entries[place2]?.isPrerelease===!0,newest2=place2=>lineOf(
lines3.minor,place2).newest;return{source:{rule:"prerelease",reason:"",doubts:[]},refuses:place2=>isPrerelease(place2)&&newest2(place2)!==void 0&&!isPrerelease(
newest2(place2)),why:place2=>`${catalogue.entries[place2]?.version.label??""} is a prerelease, and its line has final releases.`}}function inactiveRules(counting,catalogue){
const known2=knownReleases(catalogue,new Set(counting.map(({source})=>source.rule)));return counting.flatMap(({rule,source})=>{const because=rule.whyInactive(known2);
return because===void 0?[]:[{rule:source.rule,text:`\`${source.rule}\` can never apply, because ${because}: ${source.reason}`}]})}function knownReleases(catalogue,rules){
const end=catalogue.entries.length,isEmpty2=range=>catalogue.spans(range).every(span=>span.start===span.end),isAbove=range=>catalogue.spans(range).every(({start})=>start===
end);return{rules,isEmpty:isEmpty2,noneIn:(...ranges)=>{const range=ranges.find(one=>one!==void 0&&isEmpty2(one));return range===void 0?void 0:`no release match\
es "${range}"`},allBelow:(...ranges)=>ranges.length>0&&ranges.every(isAbove)?`every release is below ${ranges.map(one=>`"${one}"`).join(", ")}`:void 0}}var MinimumTree=class{#size;#nodes;constructor(length){
this.#size=2**Math.ceil(Math.log2(Math.max(1,length))),this.#nodes=new Float64Array(2*this.#size).fill(Number.POSITIVE_INFINITY)}get(place2){return this.#node(this.#size+
place2)}set(place2,value){let node=this.#size+place2;for(this.#nodes[node]=value;node>1;)node>>>=1,this.#nodes[node]=Math.min(this.#node(2*node),this.#node(2*node+
1))}lastMinimum(start,end){let best=0,left=start+this.#size,right=end+this.#size;const rightNodes=[],consider=node=>{(best===0||this.#node(node)<=this.#node(best))&&
(best=node)};for(;left<right;)left%2===1&&consider(left++),right%2===1&&rightNodes.push(--right),left>>>=1,right>>>=1;for(const node of rightNodes.toReversed())
consider(node);if(!(best===0||this.#node(best)===Number.POSITIVE_INFINITY)){for(;best<this.#size;)best=this.#node(2*best+1)<=this.#node(2*best)?2*best+1:2*best;
return best-this.#size}}#node(node){return this.#nodes[node]??Number.POSITIVE_INFINITY}};function shortestPath(graph,current,target){return follow(waysTo(graph,
current,target).next,current,target)}function waysTo(graph,current,target){const left=new MinimumTree(target-current+1),next2=new Map;left.set(target-current,0);
for(let place2=target-1;place2>=current;place2--){if(place2!==current&&!graph.isStop(place2))continue;const best=bestOpening(graph,left,place2,current,target);best!==
void 0&&(next2.set(place2,best+current),left.set(place2-current,left.get(best)+1))}return{left,next:next2}}function bestOpening(graph,left,place2,current,target){
let best;for(const{start,end}of graph.openings(place2,{start:place2+1,end:target+1})){const found=left.lastMinimum(start-current,end-current);found!==void 0&&(best===
void 0||left.get(found)<=left.get(best))&&(best=found)}return best}function follow(next2,current,target){const path=[];let place2=current;for(;place2!==target;){
const following=next2.get(place2);if(following===void 0)return;path.push(following),place2=following}return path}function deadEnd(graph,current,target){const{left}=waysTo(
graph,current,target),opened=new Int32Array(target-current+2);let open2=0,from=current,nearest22;for(let place2=current;place2<target;place2++)if(open2+=opened[place2-
current]??0,!(place2!==current&&open2===0)&&(place2!==current&&graph.isUsable(place2)&&(nearest22=place2),!(place2!==current&&!graph.isStop(place2)))){from=place2;
for(const{start,end}of graph.openings(place2,{start:place2+1,end:target+1}))opened[start-current]=(opened[start-current]??0)+1,opened[end-current]=(opened[end-current]??
0)-1}let to=from+1;for(;to<target&&left.get(to-current)===Number.POSITIVE_INFINITY;)to++;return{from,to,nearest:nearest22}}var prereleaseWords=/^(a|alpha|b|beta|c|rc|cr|pre|preview|prerelease|dev|devel|development|m|ms|milestone|snapshot|nightly|canary|next|ea|test|testing|candidate|unstable|edge|insiders?|experimental|build|ci|pr|t|i|n)$/i;
function unreadAbove(list2,catalogue,current,line3){const present=catalogue.entries[current]?.version.numbers??[],isAbove=numbers=>compareNumbers(numbers,present)>
0&&line3.every((number3,place2)=>(numbers[place2]??0)===number3),unread=unreadOf(list2,catalogue).filter(tag=>{const numbers=numbersIn(tag);return numbers!==void 0&&
isAbove(numbers)}),flavours=catalogue.entries.filter(({version})=>{const word=version.prerelease.map(part=>/^[a-z]+/i.exec(String(part))?.[0]).find(part=>part!==
void 0);return word!==void 0&&!prereleaseWords.test(word)&&isAbove(version.numbers)});return[...tagsOf(unread,"it does not match the version pattern of the prod\
uct"),...tagsOf(flavours.map(({release})=>release.tag),"what follows its numbers makes it a prerelease")]}function tagsOf(tags,because){const example=tags.at(-1);
return example===void 0?[]:[{count:tags.length,example,because}]}function unreadOf({ignored},{scheme,unreadable:unreadable2}){const wanted=scheme.ignore.map(({pattern})=>new RegExp(
pattern));return[...ignored,...unreadable2].map(({tag})=>tag).filter(tag=>!wanted.some(one=>one.test(tag))&&readVersion(tag,scheme).kind==="ignored")}function numbersIn(tag){
const numbers=/\d+(\.\d+)+/.exec(tag)?.[0]?.split(".").map(Number);return numbers?.every(Number.isSafeInteger)?numbers:void 0}function hardlyAnyMatch(list2,catalogue){
const unread=unreadOf(list2,catalogue).filter(tag=>numbersIn(tag)!==void 0),matched=catalogue.entries.length;return unread.length>0&&(matched===0||matched<=2&&unread.
length>=20)?unread:void 0}function readingFor(tags,{scheme}){const most=[...Map.groupBy(tags,tag=>{const match=/^(?<before>.*?)\d+(?:\.\d+)+(?<after>.*)$/.exec(
tag)?.groups;return JSON.stringify([match?.before??"",match?.after??""])})].toSorted(([,a2],[,b2])=>b2.length-a2.length);for(const[form,members]of most){const[before="",
after2=""]=JSON.parse(form),pattern=`^${escaped(before)}(?<version>\\d+(?:\\.\\d+)+)${escaped(after2)}$`,fitting=[scheme,"numbers"].find(one=>members.every(tag=>readVersion(
tag,{scheme:one,pattern,ignore:[]}).kind==="version"));if(fitting!==void 0)return{scheme:fitting,pattern}}}function escaped(text){return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g,
"\\$&")}var nothingDone="Nothing was done.",accepted={current:"Give the release that production runs, such as 4.1.12.",target:"Give a release such as 4.1.12, a \
line such as 4.1, newest or newest-patch."};function unknownRelease(which,asked,nearest22,details2){const name=which==="current"?"current release":"target",neighbours=Object.
values(nearest22),message={happened:`The ${name} "${asked}" is not among ${details2.releases} known releases (read from: ${details2.source}).`,means:"Without kn\
owing its place in the list, no path can be planned.",next:neighbours.length===0?`${accepted[which]} If it is one, check \`versions:\` and \`releases:\` of the prod\
uct.`:`The nearest known ${neighbours.length===1?"release is":"releases are"} ${listed3(neighbours)}. If it exists, add it to the source under \`releases:\`.`};
return{kind:"unknown-release",which,asked,message,nearest:nearest22,details:details2}}function nothingMatches(list2,unread,catalogue){const[example=""]=unread,reading=readingFor(
unread,catalogue.scheme),isOtherScheme=reading!==void 0&&reading.scheme!==catalogue.scheme.scheme;return new UserError16({happened:`${catalogue.entries.length} \
of the ${unread.length+catalogue.entries.length} tags with a version of ${list2.source} are read as releases: ${unread.length} of them, such as ${JSON.stringify(
example)}, do not match \`versions:\` of the product.`,means:"No path was planned.",next:reading===void 0?"Write a pattern for them under `versions:`, with a gr\
oup (?<version>\u2026) around the version.":`Write under \`versions:\` of the product: ${isOtherScheme?`scheme: ${reading.scheme}, `:""}pattern: '${String(reading.
pattern).replaceAll("'","''")}'`})}function alreadyThere({graph},wanted,details2,unread=[]){const{context}=graph,current=labelAt(context,context.current),leftOut2=details2.
leftOut.filter(({version})=>version!==current),present=context.unusable[context.current],means=leftOut2.length===0?"No hop is needed.":`Newer releases exist but\
 are left out: ${leftOut2.map(reasonWithSource).join(" ")}`,message={happened:`The system is already at ${current}, ${wanted}${leftOut2.length===0?"":" that may\
 be used"}.`,means,next:present===void 0||present.rule==="unlisted"?"Nothing needs to be done.":`${reasonWithSource(present)} Plan again when a release that rep\
laces it is published.`},doubt=unread.length>0?{doubt:doubtOf(current,unread,details2)}:present?.rule==="unlisted"?{doubt:unlistedDoubt(present.text)}:{};return{
kind:"already-there",current,target:current,message,...doubt,details:details2}}function unlistedDoubt(text){return{happened:`${text} Nothing newer is listed.`,means:"\
The list may be incomplete, so it could not be determined whether the path ends here.",next:"Make sure that `releases:` of the product names the source that has\
 this release."}}function doubtOf(current,unread,{source}){const said=unread.map(({count,example,because})=>`${count===1?"one tag is":`${count} tags are`} left \
out, such as ${JSON.stringify(example)}, because ${because}`);return{happened:`Nothing newer than ${current} is known, but of ${source} ${said.join("; and ")}.`,
means:"Newer releases may be among them, so it could not be determined whether the path ends here.",next:"Correct `pattern` under `versions:` of the product so \
that they are read, or name them under `ignore` with the reason."}}function downgrade({graph},target,details2){const{context}=graph,current=labelAt(context,context.
current),older=labelAt(context,target),[first]=shortestPath(graph,target,context.current)??[],hop=first===void 0?void 0:{from:older,to:labelAt(context,first)},message={
happened:`${older} is older than the current release ${current}. An upgrade path never goes down.`,means:`The data has been changed for ${current}. The way back\
 to ${older} is a restore: everything written since that backup is lost.`,next:hop===void 0?`If a backup of ${older} exists, restore it and deploy ${older}; the\
 journal lists the backups.`:`If the journal has the hop ${hop.from} to ${hop.to}, run \`staged-upgrade rollback\` with that hop: its restore point is a backup of\
 ${older}.`};return{kind:"downgrade",current,target:older,message,...hop?{restoreBefore:hop}:{},details:details2}}function unusableTarget(survey,target,details2){
const{context}=survey.graph,label2=labelAt(context,target),[block2]=survey.graph.refusals(target),reason22=block2===void 0?{rule:"target",text:`${label2} may no\
t be used.`}:reasonOf(block2),fixedIn=context.catalogue.find(context.unusable[target]?.fixedIn??""),instead2=fixedIn!==void 0&&fixedIn>context.current&&survey.graph.
isUsable(fixedIn)?labelAt(context,fixedIn):nextUsable(survey,target),message={happened:`${label2} may not be the target. ${reasonWithSource(reason22)}`,means:nothingDone,
next:instead2===void 0?"Choose another target.":`Choose ${instead2} instead: --target ${instead2}.`};return{kind:"unusable-target",current:labelAt(context,context.
current),target:label2,message,reason:reason22,...instead2?{instead:instead2}:{},details:details2}}function nextUsable({graph},target){const{context}=graph,{minor}=context.
lines,sameLine=place2=>place2>context.current&&place2<context.catalogue.entries.length&&minor.rankOf(place2)===minor.rankOf(target);for(let place2=target+1;sameLine(
place2);place2++)if(graph.isUsable(place2))return labelAt(context,place2);for(let place2=target-1;sameLine(place2);place2--)if(graph.isUsable(place2))return labelAt(
context,place2)}function nearestKnown(text,catalogue){const reading=readVersion(text,catalogue.scheme);if(reading.kind==="ignored")return{};const place2=catalogue.
placeOf(reading.version),below=place2>0?entryAt(catalogue.entries,place2-1).version.label:void 0,above=place2<catalogue.entries.length?entryAt(catalogue.entries,
place2).version.label:void 0;return{...below?{below}:{},...above?{above}:{}}}function surveyOf(request,asked){const{counting,idle,unknownFacts,undecided}=countingRules(
request.rules,request.facts??{}),listed22=catalogueOf(request.releases.releases,request.scheme),{catalogue,unlisted}=withPresent(listed22,request.current),inactive=inactiveRules(
counting,listed22),unmatched=hardlyAnyMatch(request.releases,listed22);if(unmatched!==void 0)throw nothingMatches(request.releases,unmatched,listed22);const usability={
avoided:counting.flatMap(({rule,source})=>rule.avoided?.(catalogue,source)??[]),allowPrereleases:request.allowPrereleases??!1,minimumAge:request.minimumAge??0,now:request.
now},unusable=judgeReleases(catalogue,usability);for(const place2 of placesOf2(asked,catalogue))unusable[place2]=judge(entryAt(catalogue.entries,place2),place2,
{...usability,allowPrereleases:!0});unlisted!==void 0&&(unusable[unlisted]=notListed(catalogue,unlisted,request.releases.source));const details2=(start,end)=>detailsOf2(
request.releases,catalogue,unusable,{idle:[...idle,...inactive],unknownFacts},{start,end}),unknown22=(which,name)=>unknownRelease(which,name,nearestKnown(name,listed22),
details2(0,0)),current=catalogue.find(request.current);if(current===void 0)return unknown22("current",request.current);const partTables=counting.flatMap(({rule,
source})=>rule.partTable?.(catalogue,source)??[]),context={...releaseGraphOf(catalogue,unusable),partTables,carriedParts:new Set([...partTables.map(({part})=>part),
...catalogue.entries.flatMap(({release})=>Object.keys(release.parts??{}))]),parts:request.parts??{},partNames:[...new Set([...partsAskedBy(request.rules),...request.
partNames??[]])],current,currentLabel:request.currentLabel??labelAt({catalogue},current),migrationLists:request.migrationLists??new Map},effects=counting.flatMap(
({rule,source})=>rule.apply?.(context,source)??[]);return{kind:"surveyed",graph:graphOf(context,effects),manualSteps:effects.flatMap(effect=>effect.manualSteps??
[]),partsFirst:effects.flatMap(effect=>effect.partsFirst??[]),remarks:effects.flatMap(effect=>effect.remarks??[]),cautions:effects.flatMap(effect=>effect.cautions??
[]),sources:new Map(counting.map(({place:place2,source})=>[place2,source])),undecided,details:details2,unknown:unknown22,unread:line3=>unreadAbove(request.releases,
catalogue,current,line3)}}function placesOf2(names,catalogue){return names.flatMap(name=>catalogue.find(name)??[])}function withPresent(listed22,current){if(listed22.
find(current)!==void 0||listed22.entries.length===0)return{catalogue:listed22};const reading=readVersion(current,listed22.scheme);if(reading.kind==="ignored")return{
catalogue:listed22};const present={tag:current.trim(),version:reading.version.label,prerelease:!1},catalogue=catalogueOf([...listed22.entries.map(({release})=>release),
present],listed22.scheme),unlisted=catalogue.find(current);return{catalogue:{...catalogue,unreadable:listed22.unreadable},...unlisted===void 0?{}:{unlisted}}}function notListed(catalogue,place2,source){
const{label:label2}=entryAt(catalogue.entries,place2).version,[below,above]=[place2-1,place2+1].map(one=>catalogue.entries[one]?.version.label),between=below===
void 0?`below ${above}`:above===void 0?`above ${below}`:`between ${below} and ${above}`;return{rule:"unlisted",text:`The current release ${label2} is not listed\
 by ${source}; it was placed by its version, ${between}.`}}function resolveTarget(text,current,releaseGraph){const{catalogue,lines:lines3}=releaseGraph;if(text===
"newest")return newestOf({start:0,end:catalogue.entries.length},"the newest release",current,releaseGraph,[]);if(text==="newest-patch"){const line22=lineOf(lines3.
minor,current);return newestOf(line22,`the newest release of the current line ${line22.label}`,current,releaseGraph,numbersOf(line22.label))}const line3=/^v?(?<numbers>\d+(?:\.\d+)?)$/.
exec(text)?.groups?.numbers,[span]=line3===void 0?[]:catalogue.spans(line3);if(line3!==void 0&&span!==void 0&&span.start<span.end)return newestOf(span,`the newe\
st release of ${line3}`,current,releaseGraph,numbersOf(line3));const place2=catalogue.find(text.replace(/^=\s*/,""));return place2===void 0?{kind:"unknown"}:{kind:place2<
current?"older":"release",place:place2,wanted:"the requested release"}}function numbersOf(line3){return line3.split(".").map(Number)}function newestOf(span,wanted,current,releaseGraph,line3){
if(span.end<=current)return{kind:"older",place:newestUsable2(releaseGraph,span)??span.end-1,wanted};const above={start:Math.max(span.start,current),end:span.end},
place2=highestUsable(releaseGraph,above);return place2!==void 0&&place2>current?{kind:"release",place:place2,wanted}:span.start>current?{kind:"release",place:span.
end-1,wanted}:{kind:"nothing-newer",wanted,end:span.end,line:line3}}function highestUsable({unusable},{start,end}){for(let place2=end-1;place2>=start;place2--)if(unusable[place2]===
void 0)return place2}function checkPath(request){const survey=surveyOf(request,[...request.path,...request.target===void 0?[]:[request.target]]);if(survey.kind===
"unknown-release")return survey;const{graph}=survey,{catalogue,current}=graph.context,named2=request.path.map(name=>({name,place:catalogue.find(name)})),hops=named2[0]?.
place===current?named2.slice(1):named2,unknown22=hops.filter(({place:place2})=>place2===void 0).map(({name})=>unknownFault(name,survey)),places=[current,...hops.
flatMap(({place:place2})=>place2??[])],end=endFaults(request.target,places,survey),faults=[...unknown22,...places.slice(1).flatMap((to,index)=>hopFaults(places,
index,to,graph)),...end],details2=survey.details(current,Math.max(...places)+1);if(faults.length===0&&places.length>1)return{kind:"sound",path:describe(places,survey,
details2)};const label2=labelAt(graph.context,current);faults.length===0&&faults.push({fault:"already-there",from:label2,to:label2,text:`The path has no hops: i\
t ends at the current release ${label2}.`,reasons:[]});const message={happened:`The path ${request.path.join(", ")} has ${faults.length===1?"a fault":`${faults.
length} faults`}.`,means:faults.map(({text})=>text).join(" "),next:`Run \`staged-upgrade plan --target ${request.path.at(-1)??"newest"}\`, which plans a path tha\
t the rules allow.`},last=labelAt(graph.context,places.at(-1)??current);return{kind:"faulty",current:label2,end:last,faults,message,details:details2}}function describe(places,survey,details2){
const{context}=survey.graph;return{kind:"path",current:context.currentLabel,target:labelAt(context,places.at(-1)??context.current),steps:explainSteps(places,"th\
e end of the path that was given",survey),notes:notesOf(survey,places),details:details2}}function unknownFault(name,survey){const{happened,next:next2}=survey.unknown(
"target",name).message;return{fault:"unknown-release",from:name,to:name,text:`${happened.replace("The target","The release")} ${next2}`,reasons:[]}}function hopFaults(places,index,to,graph){
const{context}=graph,from=places[index]??to,ends={from:labelAt(context,from),to:labelAt(context,to)};if(to===from)return[{fault:"already-there",...ends,text:`Th\
e path is already at ${ends.to} when it names it again.`,reasons:[]}];if(to<from)return[{fault:"downgrade",...ends,text:`${ends.to} is older than ${ends.from}: \
a hop never goes down.`,reasons:[]}];const blocks=graph.blocks(from,to).map(reasonOf);return[...blocks.length===0?[]:[{fault:"skipped",...ends,text:texts2(blocks),
reasons:blocks}],...landingFaults(to,index===places.length-2,graph)]}function landingFaults(place2,isLast2,graph){const label2=labelAt(graph.context,place2),fault=graph.
isUsable(place2)?"not-a-stop":"unusable";if(isLast2&&fault==="not-a-stop")return[];const reasons=graph.refusals(place2).map(reasonOf);if(reasons.length===0)return[];
const text=fault==="unusable"?texts2(reasons):`The path may not stop at ${label2}. ${texts2(reasons)}`;return[{fault,from:label2,to:label2,text,reasons}]}function texts2(reasons){
return reasons.map(reasonWithSource).join(" ")}function endFaults(target,places,survey){if(target===void 0)return[];const{context}=survey.graph,resolved=resolveTarget(
target,context.current,context);if(resolved.kind==="unknown")return[unknownFault(target,survey)];const goal=resolved.kind==="nothing-newer"?context.current:resolved.
place,last=places.at(-1)??context.current,ends={from:labelAt(context,last),to:labelAt(context,goal)};return last<goal?[{fault:"stops-short",...ends,text:`The pa\
th stops at ${ends.from}, short of the target ${ends.to}.`,reasons:[]}]:last>goal?[{fault:"overshoots",...ends,text:`The path ends at ${ends.from}, beyond the t\
arget ${ends.to}.`,reasons:[]}]:[]}function cautionsOf({change,from,to}){if(change==="remove-instances")return[{id:`remove-${from.instances-to.instances}-of-${from.
instances}-instances`,text:`${from.instances-to.instances} of ${from.instances} instances ${from.instances-to.instances===1?"is":"are"} deleted${to.instances===
1?"; with one instance, a failure or maintenance is an outage":""}. Make sure that the load fits on what is left.`,url:"https://docs.aws.amazon.com/AmazonRDS/la\
test/AuroraUserGuide/Concepts.AuroraHighAvailability.html"}];const[before,after2]=change==="writer"?[[from.writer],to.writer]:[from.readers,to.readers[0]];return change===
"reader-setting"||change==="add-instances"||after2===void 0?[]:before.flatMap(each=>betweenClasses(each,after2,change==="writer"?"writer":"reader"))}var classesPage="\
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html";function betweenClasses(from,to,role){const[before,after2]=[
readInstanceClass(from),readInstanceClass(to)];if(before===void 0||after2===void 0||from===to)return[];const steps2=[],add2=(id,text)=>{steps2.push({id:`${id}-${role}`,
text,url:classesPage})};return before.memory===void 0||after2.memory===void 0?add2("class-unknown",`Whether ${to} is smaller than ${from} could not be determine\
d. Compare their memory and their limits of connections.`):after2.memory<before.memory&&add2("smaller",`${to} has ${after2.memory} GiB of memory, and ${from} ha\
s ${before.memory}. Make sure that the load fits, and that parameters that were set as numbers (shared_buffers, max_connections) still do.`),before.architecture!==
after2.architecture&&add2("architecture",`${to} is ${after2.architecture==="arm64"?"Graviton (ARM)":"x86"}, and ${from} is not. Make sure that reservations cove\
r it, and that extensions and queries were tested on it: floating-point results may differ in their last digits.`),before.hasLocalDisks!==after2.hasLocalDisks&&
add2("local-disks",`${after2.hasLocalDisks?to:from} has local disks and ${after2.hasLocalDisks?from:to} has none: temporary files and the optimized-reads cache \
lie there. Make sure that large sorts and index builds have the room that they need.`),steps2}function isOffered({classes},instanceClass){return classes.kind===
"known"?classes.value.some(each=>className(each)===instanceClass):void 0}function nearOffers({classes},instanceClass){const wanted=readInstanceClass(instanceClass);
if(classes.kind==="unknown"||wanted===void 0)return[];const near=classes.value.filter(each=>{const other=readInstanceClass(each);return other!==void 0&&(other.family===
wanted.family||other.size===wanted.size)});return[...new Set(near.map(className))].toSorted()}function topologySource(knowledge){return{stateOf:stateOf2,pathTo:(current,target)=>pathTo2(
knowledge,current,target)}}function pathTo2(knowledge,current,target){const{title}=knowledge,start=readLabel(current.label);if(start===void 0)return notATopology(
"current",current.label,knowledge);const goal=goalOf(target,start);if(goal===void 0)return notATopology("target",target,knowledge);const hops=hopsTo(start,goal),
last=hops.at(-1)?.to??start,ends={current:current.label,target:labelOf2(last),details:detailsOf22(knowledge)};if(hops.length===0)return{...ends,kind:"already-th\
ere",message:{happened:`${title} is at ${topologyText(start)}.`,means:"There is nothing to do.",next:""}};const{offer}=knowledge;if(offer!==void 0&&isOffered(offer,
goal.instanceClass)===!1){const near=nearOffers(offer,goal.instanceClass),text=`${goal.instanceClass} cannot be had for ${offer.engine}.`;return{...ends,kind:"u\
nusable-target",reason:{rule:"offered",text},message:{happened:text,means:"No path was planned: a resize to it would fail on its first instance.",next:near.length===
0?"Name another class. Some need a newer version of the engine first.":`Name another class: ${near.join(", ")}. Some need a newer version of the engine first.`}}}
const obstacle=obstacleOf(hops,knowledge);if(obstacle!==void 0){const[first]=hops,place2={from:labelOf2(first?.from??start),to:labelOf2(first?.to??last)};return{
...ends,kind:"no-path",message:obstacle.message,obstacle:{...place2,reasons:[obstacle.reason]}}}return{...ends,kind:"path",steps:hops.map(hop=>stepOf(hop,knowledge)),
notes:notesOf2(knowledge)}}function goalOf(target,start){const instanceClass=className(target);if(readInstanceClass(instanceClass)!==void 0)return{instances:Math.
max(start.instances,2),instanceClass};const exact=readLabel(target);if(!(exact===void 0||exact.hasReaderSetting))return{instances:exact.instances,instanceClass:exact.
writer}}function obstacleOf(hops,{obstacles,offer}){const[first]=obstacles;if(first!==void 0)return{reason:{rule:"readiness",text:sentence2(first)},message:{happened:obstacles.
map(sentence2).join(" "),means:"No path was planned from here, and nothing was changed.",next:"Put that in order first, then plan again."}};const adding=hops.find(
({change})=>change==="add-instances");if(adding===void 0||offer?.quota.kind!=="known")return;const{used,most}=offer.quota.value,more=adding.to.instances-adding.
from.instances;if(used+more<=most)return;const text=`The account may have ${most} instances and has ${used}: ${more} more cannot be added.`;return{reason:{rule:"\
quota",text},message:{happened:text,means:"No path was planned: its first hop adds an instance.",next:'Ask AWS for a higher quota of "DB instances" in this regi\
on (Service Quotas), or delete instances that nobody uses.'}}}function sentence2(phrase){return`${phrase.slice(0,1).toUpperCase()}${phrase.slice(1)}.`}function notesOnCluster(seen){
const zone=seen.members.length>1&&seen.oneZone===void 0?onlyZone(seen):void 0;return[clusterText(seen),...zone===void 0?[]:[`All instances are in the zone ${zone}\
: the writer is not resized before a reader is in another one.`]]}function notesOf2({offer,seen}){return offer===void 0?["Whether the provider has these classes\
 for this engine version was not asked: no live cluster was looked at."]:[...seen===void 0?[]:notesOnCluster(seen),...offer.classes.kind==="unknown"?[`Which cla\
sses can be had for ${offer.engine} could not be determined: ${offer.classes.reason}.`]:[],...offer.quota.kind==="unknown"?[`How many instances the account may \
have could not be determined: ${offer.quota.reason}.`]:[]]}function stepOf(hop,{reasons}){const{change,from,to}=hop,{reason:reason22,url}=reasons[change];return{
from:labelOf2(from),to:labelOf2(to),tag:labelOf2(to),reasons:[{rule:change,text:`${topologyText(from)} becomes ${topologyText(to)}. ${reason22}`,...url===void 0?
{}:{url}}],manual:cautionsOf(hop),notes:[],parts:[],partVersions:{from:partsOf(from),to:partsOf(to)}}}function notATopology(which,asked,knowledge){const{title,offer}=knowledge,
near=offer===void 0?[]:nearOffers(offer,className(asked));return{kind:"unknown-release",which,asked,message:{happened:which==="current"?`"${asked}" is not a sta\
te of ${title}.`:`The target "${asked}" is not a class of instances.`,means:"No path was planned.",next:which==="current"?"Write it as the plan does: 1x-t4g.med\
ium for one instance, 2x-t4g.medium+reader-r6g.large for two of which the reader is larger.":`Name the class that all instances shall have, such as --target r6g\
.2xlarge; or their number as well: --target 3x-r6g.2xlarge.${near.length===0?"":` There are ${near.join(", ")}.`}`},nearest:{},details:detailsOf22(knowledge)}}function detailsOf22({
title,offer}){return{source:offer===void 0?`the definition of ${title}`:`what can be had for ${offer.engine}`,releases:offer?.classes.kind==="known"?offer.classes.
value.length:0,unit:"instance type",ignored:[],leftOut:[],unknownFacts:[],idle:[]}}function foundPath(survey,target,wanted,details2){const{graph}=survey,{context}=graph,
path=shortestPath(graph,context.current,target);if(path!==void 0)return{kind:"path",current:context.currentLabel,target:labelAt(context,target),steps:explainSteps(
[context.current,...path],wanted,survey),notes:notesOf(survey,[context.current,...path]),details:details2}}var maxWork=15e5;function cheapestCut(request,target,survey,most=3){
const all=obstaclesTo(request,target,survey),size=Math.max(1,request.releases.releases.length);let left=Math.floor(maxWork/size);for(let count=1;count<=most;count++)
for(const obstacles of subsets(all,count)){if(left--<=0)return;const opened=pathWithout(request,target,obstacles);if(opened!==void 0)return{obstacles,opened}}}function pathWithout(request,target,obstacles){
const survey=surveyOf(without3(request,obstacles),[target]);if(survey.kind==="unknown-release")return;const{graph}=survey,{catalogue,current}=graph.context,end=catalogue.
find(target);if(end===void 0||end<=current||!graph.isUsable(end))return;const path=shortestPath(graph,current,end);return path&&[current,...path].map(place2=>catalogue.
entries[place2]?.version.label??"")}function obstaclesTo(request,target,survey){const{catalogue,current,unusable}=survey.graph.context,end=catalogue.find(target)??
catalogue.entries.length,between=catalogue.entries.slice(current,end).map((entry2,index)=>({entry:entry2,why:unusable[current+index]?.rule})),grants=request.rules.
flatMap(({role},place2)=>role==="grant"&&survey.undecided.has(place2)?[{kind:"grant",place:place2}]:[]),demands=request.rules.flatMap(({role},place2)=>role==="d\
emand"&&survey.sources.has(place2)?[{kind:"rule",place:place2}]:[]),doubtful=demands.filter(({place:place2})=>survey.undecided.has(place2));return[...between.some(
({why})=>why==="minimum-age")?[{kind:"minimum-age"}]:[],...grants,...doubtful,...demands.filter(one=>!doubtful.includes(one)),...between.flatMap(({entry:entry2,
why})=>why==="withdrawn"?[{kind:"withdrawn",tag:entry2.release.tag}]:[]),...between.some(({why})=>why==="prerelease")?[{kind:"prereleases"}]:[]]}function without3(request,obstacles){
const has=kind=>obstacles.some(one=>one.kind===kind),gone=new Set(obstacles.flatMap(one=>one.kind==="rule"?[one.place]:[])),granted=new Set(obstacles.flatMap(one=>one.
kind==="grant"?[one.place]:[])),tags=new Set(obstacles.flatMap(one=>one.kind==="withdrawn"?[one.tag]:[])),{minimumAge,...rest}=request;return{...rest,...minimumAge===
void 0||has("minimum-age")?{}:{minimumAge},...has("prereleases")?{allowPrereleases:!0}:{},rules:request.rules.flatMap((rule,place2)=>gone.has(place2)?[]:[granted.
has(place2)?{...rule,when:void 0}:rule]),releases:{...request.releases,releases:request.releases.releases.map(release=>{if(!tags.has(release.tag))return release;
const{withdrawn:_,...kept}=release;return kept})}}}function*subsets(items,count,start=0){if(count===0){yield[];return}for(let place2=start;place2<=items.length-
count;place2++){const item=items[place2];if(item!==void 0)for(const others of subsets(items,count-1,place2+1))yield[item,...others]}}var shownReasons=6;function noPath(survey,request,target,details2){
const{context}=survey.graph,end=deadEnd(survey.graph,context.current,target),label2=labelAt(context,target),blocked={request,survey,target:label2,end},cut=cheapestCut(
request,label2,survey),named2=cut===void 0?[]:cut.obstacles.map(one=>reasonFor(one,cut,blocked)),reasons=[...named2,...reasonsThere(blocked)].filter(({text},place2,all)=>all.
findIndex(other=>other.text===text)===place2),nearest22=end.nearest===void 0?void 0:foundPath(survey,end.nearest,"the highest release that can be reached",details2),
obstacle={from:labelAt(context,end.from),to:labelAt(context,end.to),reasons},current=labelAt(context,context.current),opens=cut===void 0?"":`Without ${named2.length===
1?"the first of these":`the first ${named2.length} of these`} there would be a path, ${cut.opened.join(" \u2192 ")}. `;return{kind:"no-path",current,target:label2,
message:{happened:`There is no allowed path from ${current} to ${label2}: it ends at ${obstacle.from}, before ${obstacle.to}.`,means:`${opens}${reasons.map(reason22=>`${reason22.
rule}: ${reasonWithSource(reason22)}`).join(" ")}`,next:[...cut===void 0?[]:remedies2(cut,blocked),...nearest22===void 0?[]:[`The nearest target that can be rea\
ched is ${nearest22.target}: --target ${nearest22.target}.`]].join(" ")},obstacle,...cut===void 0?{}:{cut:{reasons:named2,opened:cut.opened}},...nearest22?{nearest:nearest22}:
{},details:details2}}function reasonsThere({survey:{graph},end}){const reasons=graph.blocks(end.from,end.to).map(reasonOf);for(let place2=end.from+1;place2<end.
to&&reasons.length<shownReasons;place2++){const why=graph.context.unusable[place2];why!==void 0&&why.rule!=="prerelease"&&reasons.push(...graph.refusals(place2).
map(reasonOf))}return reasons}function reasonFor(obstacle,cut,blocked){const{request,survey}=blocked;switch(obstacle.kind){case"rule":{const source=survey.sources.
get(obstacle.place),said=blocksOn(cut.opened,blocked).find(block2=>block2.source===source||isAvoidedBy(source,block2));return reasonOf(said!==void 0?said:{source:{
rule:source?.rule??"rule",reason:"",doubts:source?.doubts??[],...urlOf(source?.url)},text:sentence(source?.reason??"")})}case"grant":{const{name="rule",reason:reason22="",
url}=request.rules[obstacle.place]??{},facts=factsOf(obstacle.place,blocked).join(", ");return{rule:name,text:`${sentence(reason22)} It does not apply, because ${facts}\
 is not known.`,...urlOf(url)}}case"withdrawn":return reasonAbout(obstacle.tag,blocked)??{rule:"withdrawn",text:`${obstacle.tag} was withdrawn.`};case"minimum-a\
ge":{const day2=dayOfAge(cut,blocked);return{rule:"minimum-age",text:`Releases on the way are newer than the minimum age allows. ${day2===void 0?"The source doe\
s not report for each when it was published.":`On ${day2} those that are needed will be old enough.`}`}}case"prereleases":return{rule:"prerelease",text:"Prerele\
ases were not requested, and the path needs one."}}}function isAvoidedBy(source,block2){return source?.rule==="avoid"&&block2.source.rule==="avoid"&&block2.text.
includes(source.reason)}function urlOf(url){return url===void 0?{}:{url}}function reasonAbout(tag,{survey:{graph}}){const place2=graph.context.catalogue.entries.
findIndex(({release})=>release.tag===tag),[block2]=place2<0?[]:graph.refusals(place2);return block2&&reasonOf(block2)}function blocksOn(opened,{survey:{graph},end}){
const places=opened.flatMap(label2=>graph.context.catalogue.find(label2)??[]);return[...graph.blocks(end.from,end.to),...places.slice(1).flatMap((to,index)=>graph.
blocks(places[index]??to,to)),...places.slice(1).flatMap(place2=>graph.refusals(place2))]}function dayOfAge({obstacles},{request,target}){const others=obstacles.
filter(({kind})=>kind!=="minimum-age"),time=request.releases.releases.map(({publishedAt=""})=>Date.parse(publishedAt)+(request.minimumAge??0)).filter(time2=>time2>
request.now.getTime()).toSorted((a2,b2)=>a2-b2).find(at=>pathWithout({...request,now:new Date(at)},target,others)!==void 0);return time===void 0?void 0:dayOf(new Date(
time).toISOString())}function factsOf(place2,{survey}){return survey.undecided.get(place2)??[]}function remedies2(cut,blocked){const kinds=new Set(cut.obstacles.
map(({kind})=>kind)),facts=[...new Set(cut.obstacles.flatMap(one=>"place"in one?factsOf(one.place,blocked):[]))],age=kinds.has("minimum-age")?["Wait until then,\
 or set a lower minimum age with --minimum-age if you are allowed to."]:[],factHint=facts.length===0?[]:[`Give the facts: ${facts.map(fact=>`--facts ${fact}=VAL\
UE`).join(" ")}.`],prereleases=kinds.has("prereleases")?["If they may be used: --prereleases."]:[],rules=cut.obstacles.some(one=>one.kind==="rule"&&factsOf(one.
place,blocked).length===0);return[...age,...factHint,...prereleases,...rules?[exceptionFor(cut,blocked)]:[]]}function exceptionFor(cut,blocked){const{request,survey,
target}=blocked,{graph}=survey,rules=cut.obstacles.flatMap(one=>one.kind==="rule"?[one.place]:[]),sources=new Set(rules.map(place2=>survey.sources.get(place2))),
places=cut.opened.flatMap(label2=>graph.context.catalogue.find(label2)??[]),exceptions=places.slice(1).flatMap((to,index)=>{const from=places[index]??to,blocks=graph.
blocks(from,to).filter(({source})=>sources.has(source));if(blocks.length===0)return[];const names2=liftedBy.all.filter(name=>blocks.some(({source})=>source.rule===
name));return[{from:`=${labelAt(graph.context,from)}`,to:`=${labelAt(graph.context,to)}`,overrules:names2}]}),allowed=pathRules.parse(exceptions.map(one=>({allowed:{
...one,reason:"Tried."}}))),others=cut.obstacles.filter(({kind})=>kind!=="rule");if(pathWithout({...request,rules:[...request.rules,...allowed]},target,others)!==
void 0&&exceptions.length>0)return`Only if the vendor allows it, add to \`path:\` of the product, with the vendor's reason: ${exceptions.map(({from,to,overrules})=>{
const named2=overrules.every(name=>liftedBy.byDefault.includes(name))?"":`, overrules: [${overrules.join(", ")}]`;return`\`- allowed: { from: "${from}", to: "${to}\
"${named2}, reason: "\u2026" }\``}).join(" and ")}.`;const names=[...new Set(rules.map(place2=>survey.sources.get(place2)?.rule??""))];return`No exception lifts\
 this: only if the vendor allows it, change ${listed3(names.map(name=>`\`${name}\``))} in \`path:\` of the product.`}function planPath(request){const survey=surveyOf(
request,[request.target]);if(survey.kind==="unknown-release")return survey;const{context}=survey.graph,{current}=context,target=resolveTarget(request.target,current,
context);if(target.kind==="unknown")return survey.unknown("target",request.target);if(target.kind==="nothing-newer")return alreadyThere(survey,target.wanted,survey.
details(current+1,target.end),survey.unread(target.line));const{place:place2,wanted}=target;if(place2===current)return alreadyThere(survey,wanted,survey.details(
current,current+1));if(place2<current)return downgrade(survey,place2,survey.details(place2,current));const details2=survey.details(current,place2+1);return survey.
graph.isUsable(place2)?foundPath(survey,place2,wanted,details2)??noPath(survey,request,place2,details2):unusableTarget(survey,place2,details2)}function startingAt({
label:label2,release=label2,parts}){return{current:release,parts,...release===label2?{}:{currentLabel:label2}}}function versionsSource(knowledge,title){return{stateOf:({
text,parts})=>{const label2=labelOfVersion2(text,knowledge.scheme,title);return label2.kind==="known"?{kind:"known",value:{label:label2.value,parts}}:label2},pathTo:(current,target)=>planPath(
{...knowledge,...startingAt(current),target})}}var longestLine=4e3,fence=/^ {0,3}(?<marks>`{3,}|~{3,})(?<info>.*)$/,atx=/^ {0,3}(?<marks>#{1,6})(?=[ \t]|$)(?<text>.*)$/,
underline=/^ {0,3}(?<mark>=+|-+)[ \t]*$/,bold=/^ {0,3}(?:\*\*(?<stars>[^*]+)\*\*|__(?<lines>[^_]+)__):?[ \t]*$/,noParagraph=/^\s*$|^ {0,3}(?:>|[-*+][ \t]|\d+[.)][ \t]|\|)/;
function sectionsOf(markdown){const sections=[{heading:"",level:0,lines:[]}],open2=(heading2,level)=>{sections.push({heading:heading2.trim(),level,lines:[]})};let openFence;
const text=markdown.replace(/\r\n?/g,`
`).replace(/<!--[\s\S]*?(-->|$)/g,"");for(const whole2 of text.split(`
`)){const line3=whole2.slice(0,longestLine),fenced=fence.exec(line3)?.groups,marks=fenced?.marks??"";if(openFence!==void 0){marks.startsWith(openFence)&&(fenced?.
info??"").trim()===""&&(openFence=void 0);continue}if(marks!==""&&!(marks.startsWith("`")&&fenced?.info?.includes("`"))){openFence=marks;continue}const headed=atx.
exec(line3)?.groups;if(headed){open2((headed.text??"").trim().replace(/(?:^|[ \t])#+$/,""),headed.marks?.length??1);continue}const current=sections.at(-1),above=current?.
lines.at(-1),mark22=underline.exec(line3)?.groups?.mark;if(mark22!==void 0&&above!==void 0&&!noParagraph.test(above)){current?.lines.pop(),open2(above,mark22.startsWith(
"=")?1:2);continue}const strong=bold.exec(line3)?.groups;if(strong){open2(strong.stars??strong.lines??"",7);continue}current?.lines.push(line3)}return sections}
var joiner="\u2060",longestInput=4e3;function plainText(markdown){return neutral(stripMarkup(markdown.slice(0,longestInput)).replace(new RegExp("\\p{Cf}|\\p{Co}|\\\
p{Cs}","gu"),"").replace(new RegExp("\\p{Cc}+","gu")," ").replace(/\s+/g," ").trim())}function stripMarkup(markdown){let text=markdown.replace(/<!--[\s\S]*?(-->|$)/g,
"");for(let before="";before!==text;)before=text,text=text.replace(/<((?:https?:\/\/|mailto:)[^<>\s]*)>/gi,"$1").replace(/<\/?[a-z!?][^<>]*>/gi," ").replace(/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g,
"$1");return text.replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm," \u2022 ").replace(/^[ \t]*>[ \t]?/gm,"").replace(/\*{1,3}|`+|~~|__/g,"").replace(
/\\([!-/:-@[-`{-~])/g,"$1")}function neutral(text){return text.replace(/\b[a-z][a-z0-9+.-]*:\/+/gi,"").replace(/:(?=:|\/\/)/g,`:${joiner}`).replace(/www\./gi,`w\
ww${joiner}.`).replace(/[@#]/g,`$&${joiner}`).replace(/&(?=[a-z])/gi,`&${joiner}`).replace(/(GH)-(?=\d)/gi,`$1${joiner}-`)}function bounded(text,characters){const all=[
...text];if(all.length<=characters)return text;const cut=all.slice(0,characters-1).join(""),space=cut.lastIndexOf(" ");return`${(space>characters/2?cut.slice(0,
space):cut).trimEnd()}\u2026`}var longestHeading=120,longestExcerpt=400,maxNotes=20,patterns=[["breaking",/\bbreaking\b|\bincompatib|\bbackwards?[- ]incompat|\baction required\b/i],
["migration",/\bmigrat(?:e|es|ed|ing|ions?)\b|\bupgrad(?:e|ing)\b|\bmanual steps?\b/i],["deprecation",/\bdeprecat|\bremov(?:ed|als?|es)\b|\bend[- ]of[- ](?:life|support)\b|\bsunset/i],
["known issue",/\bknown (?:issues?|problems?|bugs?|limitations?)\b/i],["security",/\bsecurity\b|\bvulnerabilit|\bCVE-\d{4}-\d+|\bGHSA-/i],["configuration",/\bconfig(?:uration|s)?\b|\bsettings?\b|\benvironment variables?\b|\bhelm values\b/i]],
markedBullets=[["breaking",/\bBREAKING\b|\*\*[Bb]reaking\b|^\W*(?:\w+(?:\([^)]*\))?!|[Bb]reaking(?: changes?)?):|\bACTION REQUIRED\b/],["security",/\bCVE-\d{4}-\d+|\bGHSA-[0-9a-z-]+/]],
saysNothing=/^\W*(?:none|nothing|no|n\/a|tbd|no (?:breaking changes|known issues|deprecations|migrations?))?\W*$/i;function notesOnTheWay(releases,from,to,scheme){
const read2=versionReader(scheme),[start,end]=[read2(from),read2(to)];if(start.kind!=="version"||end.kind!=="version")return[];const onTheWay2=[];for(const release of releases){
const reading=read2(release.tag);if(reading.kind!=="version")continue;const isAfter=compareVersions(reading.version,start.version)>0,toEnd=compareVersions(reading.
version,end.version);isAfter&&(toEnd===0||toEnd<0&&!release.prerelease)&&onTheWay2.push({version:reading.version,release})}return onTheWay2.sort((a2,b2)=>compareVersions(
a2.version,b2.version)),onTheWay2.flatMap(({release})=>notesOf3(release))}function notesOf3(release){const url=safeAddress(release.url),head={version:release.version,
...url===void 0?{}:{url}},found=findNotes(sectionsOf(release.notes??"")),notes=found.slice(0,maxNotes).map(note=>({...head,...note})),[next2]=found.slice(maxNotes);
return next2===void 0?notes:[...notes,{...head,topic:next2.topic,heading:`${found.length-maxNotes} more`,excerpt:""}]}function findNotes(sections){const found=[];
let above=[];for(const[place2,section3]of sections.entries()){above=above.filter(({level})=>level<section3.level);const named2=plainText(section3.heading),inherited=above.
findLast(({topic:topic2})=>topic2!==void 0)?.topic,topic=topicOf(named2,patterns)??inherited,trail=[...above.filter(one=>one.topic!==void 0).map(({heading:heading22})=>heading22),
named2];if(above.push({level:section3.level,heading:named2,topic}),topic===void 0){found.push(...bulletsOf(section3,named2));continue}const excerpt=plainText(section3.
lines.join(`
`)),hasSubsections=(sections[place2+1]?.level??0)>section3.level;if(section3.lines.every(line3=>line3.trim()==="")?hasSubsections:saysNothing.test(excerpt))continue;
const heading2=bounded(trail.join(" \u203A "),longestHeading);found.push({topic,heading:heading2,excerpt:bounded(excerpt,longestExcerpt)})}return found}function bulletsOf(section3,heading2){
return section3.lines.flatMap(line3=>{const bullet=/^\s*(?:[-*+]|\d+[.)])[ \t]+(?<text>.*)$/.exec(line3)?.groups?.text,topic=bullet===void 0?void 0:topicOf(bullet,
markedBullets);return bullet===void 0||topic===void 0?[]:[{topic,heading:bounded(heading2,longestHeading),excerpt:bounded(plainText(bullet),longestExcerpt)}]})}
function topicOf(text,among){return among.find(([,pattern])=>pattern.test(text))?.[0]}function safeAddress(text){const url=text===void 0?null:URL.parse(text);if(!(url===
null||url.protocol!=="https:"&&url.protocol!=="http:"))return url.href.replace(/[()<>[\]\\`|*_~\s]/g,character=>`%${character.charCodeAt(0).toString(16).toUpperCase()}`)}
var entry=record3(string7(),unknown6()),container=lazy7(()=>union2([array6(entry),record3(string7(),entry)]));function migrationListUrl({url},release){return url.
replaceAll("{tag}",encodeURIComponent(release.tag)).replaceAll("{version}",encodeURIComponent(release.version))}async function readMigrationList(settings,address2,effects){
const url=new URL(address2),source="the list of migrations",reply=await httpClient(effects,{source})({url},effects.signal);if(reply.status!==200)throw refusedAnswer(
source,url,reply);const malformed=what=>malformedResponse(source,url,what),found=within(readJson(unknown6(),reply,{source,url}),settings.at),read2=container.safeParse(
found);if(!read2.success)throw malformed("has no list of migrations where the product definition looks for it");const list2=(Array.isArray(read2.data)?read2.data.
map(one=>({id:settings.id===void 0?void 0:one[settings.id],one})):Object.entries(read2.data).map(([key,one])=>({id:settings.id===void 0?key:one[settings.id],one}))).
map(({id,one})=>{const before=settings["required-before"]===void 0?void 0:one[settings["required-before"]],migration=listedMigration.safeParse({id,"runs-from":one[settings["\
runs-from"]],...before==null?{}:{"required-before":before}});if(migration.success)return migration.data;throw malformed(`has a migration that cannot be read (${JSON.
stringify(one).slice(0,200)})`)});if(list2.length===0)throw malformed("lists no migration");return{url:address2,sha256:createHash("sha256").update(reply.body).digest(
"hex"),list:list2}}function within(json,path){let value=json;for(const key of path?.split(".")??[]){const record22=record3(string7(),unknown6()).safeParse(value);
value=record22.success?record22.data[key]:void 0}return value}var mark="The releases that a plan was made from";function pinnedText({source,tags,migrations:migrations2}){
const releases=tags.toSorted((a2,b2)=>compareNatural(a2.tag,b2.tag)).map(tag=>listedFrom(tag)),head=`# ${mark}, as their source had them. Use it with: plan --re\
leases FILE
`,lists=migrations2===void 0||migrations2.length===0?{}:{migrations:migrations2};return head+L2({source,releases,...lists},{lineWidth:0,singleQuote:!1,aliasDuplicateObjects:!1})}
async function writePinned(path,published){await writeOwnFile(path,{title:"The copy of the releases",text:pinnedText(published),mark})}async function readPinned(path){
let text;try{text=await readTextFile3(path)}catch(cause){throw new UserError16({happened:`The copy of the releases "${path}" cannot be read: ${reason2(cause)}.`,
means:"No releases are known, so no path was planned.",next:"Correct the path, or write the copy with: staged-upgrade plan --save-releases FILE"},{cause})}return parseReleaseFile(
text,path)}function compareNatural(a2,b2){const[one,other]=[a2,b2].map(text=>text.match(/\d+|\D+/g)??[]);for(const[place2,part]of(one??[]).entries()){const counterpart=other?.[place2];
if(counterpart===void 0)return 1;const order=compareParts(part,counterpart);if(order!==0)return order}return(one?.length??0)-(other?.length??0)||compareTexts(a2,
b2)}function compareParts(a2,b2){if(!(/^\d/.test(a2)&&/^\d/.test(b2)))return compareTexts(a2,b2);const[one,other]=[a2,b2].map(digits=>digits.replace(/^0+(?=\d)/,
""));return(one?.length??0)-(other?.length??0)||compareTexts(one??"",other??"")}function compareTexts(a2,b2){return a2<b2?-1:a2>b2?1:0}function reason2(cause){return cause instanceof
Error?cause.message:String(cause)}function compareReleases(pinned,now,scheme){const read2=versionReader(scheme),versions=new Map;for(const{tag}of[...pinned.releases,
...now.releases]){const reading=versions.has(tag)?void 0:read2(tag);reading?.kind==="version"&&versions.set(tag,reading.version)}const versionOf=({tag})=>versions.
get(tag),before=byLabel(pinned.releases),after2=byLabel(now.releases),knownLines=new Set(pinned.releases.filter(({prerelease})=>!prerelease).flatMap(release=>lineOf2(
versionOf(release))??[]));return[...new Map([...before,...after2]).values()].toSorted((a2,b2)=>{const[one,other]=[versionOf(a2),versionOf(b2)];return one&&other?
compareVersions(one,other):+(other===void 0)-+(one===void 0)}).flatMap(({version})=>{const old=before.get(version),current=after2.get(version);if(current===void 0)
return[{kind:"gone",version}];if(old!==void 0)return changesOf(old,current);const line3=current.prerelease?void 0:lineOf2(versionOf(current));return[{kind:"publ\
ished",version,...current.publishedAt===void 0?{}:{publishedAt:current.publishedAt},...line3!==void 0&&knownLines.has(line3)?{patchOf:line3}:{}}]})}function changesOf(old,current){
const{version}=current,changes22=[];current.withdrawn!==void 0&&old.withdrawn===void 0&&changes22.push({kind:"withdrawn",version,withdrawn:current.withdrawn}),old.
withdrawn!==void 0&&current.withdrawn===void 0&&changes22.push({kind:"no-longer-withdrawn",version,reason:old.withdrawn.reason});const[before,now]=[old.publishedAt,
current.publishedAt];return before!==void 0&&now!==void 0&&Date.parse(before)!==Date.parse(now)&&changes22.push({kind:"date-changed",version,before,now}),changes22}
function byLabel(releases){return new Map(releases.map(release=>[release.version,release]))}function lineOf2(version){return version&&version.numbers.length>2?version.
numbers.slice(0,2).join("."):void 0}function describeChange(change){const{version}=change;switch(change.kind){case"published":{const what=change.patchOf===void 0?
"a new release":`a new patch of ${change.patchOf}`;return`${version} is ${what}${change.publishedAt===void 0?"":`, published ${dayOf(change.publishedAt)}`}.`}case"\
withdrawn":{const{reason:reason22,fixedIn}=change.withdrawn;return`${version} was withdrawn: ${reason22}${fixedIn===void 0?"":` (fixed in ${fixedIn})`}.`}case"n\
o-longer-withdrawn":return`${version} is no longer withdrawn; the reason was: ${change.reason}.`;case"gone":return`${version} is not published any more.`;case"d\
ate-changed":return`${version} is dated ${dayOf(change.now)} now, ${dayOf(change.before)} before: it may have been published again.`}}function readReleases({source,
tags},scheme){if(tags.length>releaseLimits.releases)throw tooMany(source,tags.length);const read2=versionReader(scheme),ignored=[],readings=[];for(const published of tags){
const reading=read2(published.tag);reading.kind==="ignored"?ignored.push({tag:published.tag,reason:reading.reason}):readings.push({version:reading.version,published})}
readings.sort((a2,b2)=>compareVersions(a2.version,b2.version)||compareTexts2(a2.published.tag,b2.published.tag));const releases=[];for(const twins of sameVersion(
readings)){const[first,...others]=twins;releases.push(merge(first,others));const{label:label2}=first.version;for(const{published}of others)ignored.push({tag:published.
tag,reason:`names ${label2} once more`})}return{source,releases,ignored}}function tooMany(source,count){return new SystemFailure13({happened:`${source} lists ${count}\
 releases; ${releaseLimits.releases} is the most that is read.`,means:"The list of releases is incomplete, so no path was planned.",next:"Check that the source \
is right; otherwise plan from a shorter list with --releases."})}function*sameVersion(sorted2){let twins;for(const reading of sorted2){if(twins!==void 0&&compareVersions(
twins[0].version,reading.version)===0){twins.push(reading);continue}twins!==void 0&&(yield twins),twins=[reading]}twins!==void 0&&(yield twins)}function merge(first,others){
const all=[first,...others].map(({published})=>published),dates=all.flatMap(({publishedAt:publishedAt2})=>publishedAt2??[]),publishedAt=dates.length===all.length?
latest2(dates):void 0,withdrawn=all.find(published=>published.withdrawn!==void 0)?.withdrawn,notes=all.find(published=>published.notes!==void 0)?.notes,url=all.
find(published=>published.url!==void 0)?.url,parts=all.find(published=>published.parts!==void 0)?.parts,upgrades=all.find(published=>published.upgrades!==void 0)?.
upgrades;return{version:first.version.label,tag:first.published.tag,prerelease:first.version.prerelease.length>0||all.some(({prerelease})=>prerelease===!0),...publishedAt===
void 0?{}:{publishedAt},...withdrawn===void 0?{}:{withdrawn},...notes===void 0?{}:{notes},...url===void 0?{}:{url},...parts===void 0?{}:{parts},...upgrades===void 0?
{}:{upgrades}}}function latest2(dates){return dates.reduce((late,date)=>Date.parse(date)>Date.parse(late)?date:late,dates[0]??"")||void 0}function compareTexts2(a2,b2){
return a2<b2?-1:a2>b2?1:0}async function readReleaseList(product,effects,{releases:copy,saveReleases,offline}){const scheme=product.versions,fileOf=name=>pinnedFile(
effects,name),fromSource=()=>product.releases.open({effects,where:"product.releases",placeholders:{}}).read(effects.signal),compare=(name,pinned,now)=>({kind:"c\
ompared",copy:name,changes:compareReleases(pinned,readReleases(now,scheme),scheme)});if(copy!==void 0){const pinned=await readPinned(fileOf(copy)),list22=readReleases(
pinned,scheme),since=await orCannotTell(copy,offline===!0,async()=>compare(copy,list22,await fromSource()));return saveReleases!==void 0&&await writePinned(fileOf(
saveReleases),pinned),{list:list22,published:pinned,since}}const published=await fromSource(),list2=readReleases(published,scheme);if(saveReleases===void 0)return{
list:list2,published};const before=await exists(fileOf(saveReleases))?await readPinned(fileOf(saveReleases)):void 0;return await writePinned(fileOf(saveReleases),
published),before===void 0?{list:list2,published}:{list:list2,published,since:compare(saveReleases,readReleases(before,scheme),published)}}function pinnedFile({
startedIn,directory},name){return resolve4(startedIn??directory,name)}async function orCannotTell(copy,offline,compared2){if(offline)return{kind:"cannot-tell",copy,
reason:"With --offline, no source is asked."};try{return await compared2()}catch(error){if(!(error instanceof SystemFailure13))throw error;return{kind:"cannot-t\
ell",copy,reason:error.detail.happened}}}async function exists(path){return await access(path).then(()=>!0,()=>!1)}async function migrationListsFor({path,versions},target,{
effects,published,save:save2}){const read2=versionReader(versions),isBelow=since=>{const[one,other]=[read2(target.tag),read2(since)];return one.kind==="version"&&
other.kind==="version"&&compareVersions(one.version,other.version)<0},lists=new Map;for(const source of migrationListsAskedBy(path)){if(source.since!==void 0&&isBelow(
source.since))continue;const address2=migrationListUrl(source,target),pinned=published.migrations?.find(({url})=>url===address2);lists.set(source.url,pinned??await readMigrationList(
source,address2,effects))}if(save2!==void 0&&lists.size>0){const kept=(published.migrations??[]).filter(({url})=>![...lists.values()].some(one=>one.url===url));
await writePinned(pinnedFile(effects,save2),{...published,migrations:[...kept,...lists.values()]})}return lists}async function openPathSource(product,effects,asked,topology2){
return hasStages2(product)?openStages(product,asked):hasVersions4(product)?openVersions(product,await readReleaseList(product,effects,asked),asked):openTopology(
product,asked,topology2)}function openVersions(product,read2,asked){const{list:list2,published,since}=read2,{saveReleases:save2}=asked;return{answer:async(current,basis)=>{
const first=answerFrom(product,list2,{asked,current,basis}),target=targetOf2(first,list2);if(target===void 0)return first;const{effects}=basis,lists=await migrationListsFor(
product,target,{effects,published,...save2===void 0?{}:{save:save2}});if(lists.size===0)return first;const answer=answerFrom(product,list2,{asked,current,basis,
lists}),migrations2=[...lists.values()].map(({url,sha256:sha2562,list:all})=>({url,sha256:sha2562,count:all.length}));return{...answer,details:{...answer.details,
migrations:migrations2}}},detail:step3=>{const[from,to]=[releaseOn10(step3,"from"),releaseOn10(step3,"to")],release=list2.releases.find(({version})=>version===to);
return{releaseNotes:notesOnTheWay(list2.releases,from,to,product.versions),...from===to||release?.publishedAt===void 0?{}:{publishedAt:release.publishedAt}}},...since===
void 0?{}:{since}}}var newest="newest";function answerFrom(product,releases,question2){const{asked,current,basis,lists}=question2,{path,target}=asked,{effects,facts,
partNames,allowPrereleases,minimumAge}=basis,knowledge={releases,scheme:product.versions,rules:product.path,facts,partNames,allowPrereleases,...minimumAge===void 0?
{}:{minimumAge},now:effects.clock.now(),...lists===void 0?{}:{migrationLists:lists}};if(path===void 0)return versionsSource(knowledge,product.title).pathTo(current,
target??newest);const check2=checkPath({...knowledge,...startingAt(current),path:namesIn(path),...target===void 0?{}:{target}});return check2.kind==="sound"?check2.
path:check2}function targetOf2(answer,{releases}){switch(answer.kind){case"path":case"no-path":return releases.find(({version})=>version===answer.target);case"f\
aulty":return releases.find(({version})=>version===answer.end);default:return}}function openStages({stages,title},asked){return refuseReleases(title,asked),{answer:async current=>stagesSource(
stages,title).pathTo(current,asked.target??newest),detail:()=>({releaseNotes:[]})}}function openTopology({topology:reasons,title},asked,probe){return refuseReleases(
title,asked),{answer:async current=>{const[seen,offer]=await Promise.all([probe?.look(),probe?.offer()]),unusable=seen?.kind==="known"?unusableDeclaration(seen.
value):void 0,knowledge={title,reasons,obstacles:unusable===void 0?[]:[unusable],...offer===void 0?{}:{offer},...seen?.kind==="known"?{seen:seen.value}:{}};return topologySource(
knowledge).pathTo(current,asked.target??newest)},detail:()=>({releaseNotes:[]})}}function refuseReleases(title,{path,releases,saveReleases}){const given=[...path===
void 0?[]:["a path to check"],...releases===void 0?[]:["a pinned release list"],...saveReleases===void 0?[]:["a file to write the release list to"]];if(given.length!==
0)throw new UserError16({happened:`${given.join(" and ")} ${given.length===1?"is":"are"} given, but ${title} has no releases.`.replace(/^./,first=>first.toUpperCase()),
means:"Its path follows from its definition alone. No path was planned.",next:"Leave it out."})}function namesIn(path){const names=path.split(/[,\n]/).map(name=>name.
trim()).filter(name=>name!=="");if(names.length>0)return names;throw new UserError16({happened:`The path "${path}" contains no release.`,means:"No path was chec\
ked.",next:"Write its releases in order, such as 1.1.4,1.2.1,1.3.1."})}function partsOf2({parts=[]}){return Object.fromEntries(parts.map(partOf))}function partOf(text){
const[,name="",value=""]=/^([^=]+)=(.*)$/s.exec(text)??[],version=value.replace(/^v(?=\d)/,"");if(partName.safeParse(name).success&&partVersion2.safeParse(version).
success)return[name,version];throw new UserError16({happened:`The part ${JSON.stringify(text)} is not of the form name=version.`,means:"No path was planned.",next:"\
Write, for example, chart=7.10.0."})}function presentParts(observed,given){const seen=Object.entries(observed).flatMap(([name,reading])=>{if(reading.kind==="unk\
nown")return[];const givenValue=given[name];if(givenValue===void 0||givenValue===reading.value)return[[name,reading.value]];throw new UserError16({happened:`The\
 part "${name}" is given as ${givenValue}, but production shows ${reading.value}.`,means:"One of the two is wrong, so no path was planned.",next:`Leave "${name}\
" out of "parts", or find out which server answers at environments.production.url.`})});return{...given,...Object.fromEntries(seen)}}function partsAskedIn(document){
const found=[...texts({environments:document.environments,smoke:document.smoke})].flatMap(({text})=>[...text.matchAll(/(?<!\{)\{parts\.([^{}]+)\}/g)].map(([,name=""])=>name));
return[...new Set(found)]}function missingPart(asked,hops,observed){for(const{id,from,to,parts}of hops)for(const[side,label2]of[["from",from],["to",to]]){const name=asked.
find(each=>parts?.[side][each]===void 0);if(name===void 0)continue;const reading=observed[name],seen=reading?.kind==="unknown"?` The probe says: ${reading.reason}\
.`:"";return{happened:`Which version of the part "${name}" belongs to ${label2} is not known, but a command of hop ${id} asks for {parts.${name}}.`,means:`It co\
uld not be deployed.${seen} Nothing was done.`,next:id===hops[0]?.id&&side==="from"?`Say what production has: --part ${name}=VERSION, the input "parts", or "par\
ts: { ${name}: VERSION }" in the configuration.`:`Write one exact version for ${label2} into the table of a \`moves-together\` rule for "${name}", or use a sour\
ce of releases that publishes it with them.`}}}function factsOf2({facts=[]}){return Object.fromEntries(facts.map(factOf))}function factOf(text){const[,name,value]=/^([^=]+)=(.*)$/s.
exec(text)??[];if(name===void 0||value===void 0)throw new UserError16({happened:`The fact "${text}" is not of the form name=value.`,means:"No path was planned.",
next:"Write, for example, multiple-web-nodes=true."});return[name.trim(),value.trim()]}function readableFacts(facts,product){if(!hasVersions4(product))return facts;
const{path,facts:declared2={}}=product,types=factTypesIn(path);for(const[name,value]of Object.entries(facts)){const own=Object.hasOwn(declared2,name)?declared2[name]:
void 0;for(const type of own===void 0?types.get(name)??[]:[own.type])checkFact(name,value,type,own?.values)}return facts}function factQuestions(names,product){if(!hasVersions4(
product))return[];const{path,facts:declared2={}}=product,types=factTypesIn(path);return names.map(name=>{const own=Object.hasOwn(declared2,name)?declared2[name]:
void 0,type=own?.type??types.get(name)?.[0]??"text",asked=own===void 0?"":` ${own.question}${own.url===void 0?"":` (${own.url})`}`,forms=own?.values?.join(", ")??
acceptedForms[type];return`The fact "${name}" is not known, so what depends on it counts.${asked} Set it under "facts", or with --facts ${name}=VALUE: ${forms}.`})}
function checkFact(name,value,type,words3){const reading=readFact(value,type),isOther=reading.kind==="text"&&words3!==void 0&&!words3.some(word=>word.trim().toLowerCase()===
reading.value);if(reading.kind!=="unreadable"&&!isOther)return;const accepted2=type==="text"&&words3!==void 0?words3.join(", "):acceptedForms[type];throw new UserError16(
{happened:`The fact "${name}" is ${JSON.stringify(String(value))}, which is not ${isOther?"one of its values":`a ${type}`}.`,means:"Rules depend on it, so no pa\
th was planned.",next:`Accepted: ${accepted2}; or unknown, and then what depends on it counts.`})}function basisOf({configuration,document,product,effects},asked,observed={}){
const{facts,acknowledge,releases}=configuration,minimumAge=asked.minimumAge??releases["minimum-age"];return{product,effects,facts:readableFacts({...facts,...factsOf2(
asked)},product),parts:presentParts(observed,{...configuration.parts,...partsOf2(asked)}),partNames:partsAskedIn(document),acknowledged:new Set([...acknowledge,
...asked.acknowledge??[]]),allowPrereleases:asked.prereleases??releases.prereleases,...minimumAge===void 0?{}:{minimumAge}}}function basisWithout(product,effects,asked){
const{minimumAge}=asked;return{product,effects,facts:readableFacts(factsOf2(asked),product),parts:partsOf2(asked),partNames:[],acknowledged:new Set(asked.acknowledge),
allowPrereleases:asked.prereleases??!1,...minimumAge===void 0?{}:{minimumAge}}}function uselessInputs({product,facts,parts,partNames,acknowledged},asked){const own=product.
migrations===void 0?[]:[unprovedDeferral],rules=hasVersions4(product)?product.path:[],manual=hasStages2(product)?product.stages.flatMap(stage=>stage.manual.map(
({id})=>id)):manualStepIds(rules),ids2=[...new Set([...manual,...asked,...own])],factNames=factsAskedBy(rules),named2=[...partsAskedBy(rules),...partNames,...Object.
keys(product.probes.parts??{})];return[...[...acknowledged].filter(id=>!ids2.some(known2=>isNamedBy(known2,id))).map(id=>`"${id}" was acknowledged, but ${product.
title} has no such manual step.${intended(id,ids2)}`),...Object.keys(facts).filter(name=>!factNames.includes(name)).map(name=>`The fact "${name}" was given, but\
 no rule of ${product.title} asks for it.${intended(name,factNames)}`),...Object.keys(parts).filter(name=>!named2.includes(name)).map(name=>`The part "${name}" \
was given, but nothing asks for its version.${intended(name,named2)}`)]}function isNamedBy(known2,id){const[start="",end]=known2.split("{to}");return end===void 0?
known2===id:id.length>start.length&&id.startsWith(start)}function intended(name,known2){const near=nearest2(name,known2);return near===void 0?"":` Did you mean \
"${near}"?`}function storeFindings({stores,title},data){return stores.filter(({besides})=>data.every(({kind})=>besides.includes(kind))).map(({name,reason:reason22})=>warning3(
`the ${name}`,{happened:`Nothing under "data" holds the ${name} of ${title}, which is therefore in no backup.`,means:reason22,next:'Add it to "data" of both env\
ironments, as a second store beside the database; or leave it, if it is backed up elsewhere and staging has its own.'}))}function refuseHalfRestored(project,entries){
const restoring=unfinishedRestore(entries);if(restoring===void 0)return;const{hop}=restoring.event,planned=entries.flatMap(entry2=>isOf(entry2,"planned")?entry2.
event.hops:[]).findLast(({id,digest})=>id===hop.id&&digest===hop.digest),isOtherwiseConfigured=planned!==void 0&&hopDigest(project,planned)!==hop.digest,restored2=wasRestored(
entries,restoring);throw new SystemFailure13(finishRestoreFirst({restoring,restored:restored2,isOtherwiseConfigured}))}function observedVersion({version},{current:given},rollback2,entries){
if(version.kind==="unknown"){const happened=`The version of production could not be determined: ${version.reason}.`,means="A path is planned from what productio\
n runs, so none was planned.";if(rollback2===void 0)throw new SystemFailure13({happened,means,next:"Make sure that the server runs and that this runner can reac\
h environments.production.url. In a terminal, --offline plans from what --current says."});const{id}=rollback2.event.hop;throw new SystemFailure13({happened,means:`\
The rollback of hop ${id} was started on ${dayTime23(rollback2.at)} and is not finished. ${means}`,next:finishRollback(id)})}return refuseOtherVersion(version.value,
given,entries),version.value}function refuseOtherVersion(label2,given,entries,expected=[]){const release=namedStates(entries).find(state=>state.label===label2)?.
release??label2;if(!(given===void 0||[label2,release,...expected].includes(given)))throw new UserError16({happened:`The input "current" is "${given}", but produ\
ction runs ${label2}.`,means:"One of the two is wrong, so no path was planned.",next:'Leave "current" out, or find out which server answers at environments.prod\
uction.url.'})}async function planHops(project,asked){if(asked.offline===!0)return await planOffline(project,asked);const entries=await project.journal.read(),production=liveWithin(
openLiveSystem(project,"production",entries),"plan",planDeclared.needs),source=await openPathSource(project.product,project.effects,asked,production.topology),[
observation,parts]=await Promise.all([production.observe(),production.observeParts()]),basis=basisOf(project,asked,parts);refuseHalfRestored(project,entries);const halfDone=stillHalfDone(
halfDoneHop(entries),observation);if(halfDone!==void 0&&observation.version.kind==="known"){const{from,to}=halfDone.hop;refuseOtherVersion(observation.version.value,
asked.current,entries,[from,to])}const current=halfDone===void 0?stateOf22(observedVersion(observation,asked,unfinishedRollback(entries),entries),entries,basis.
parts):stateOf22(halfDone.hop.to,entries,{...basis.parts,...halfDone.hop.parts?.to}),planned=await plannedFrom({basis,source,current,halfDone,digest:hop=>hopDigest(
project,hop),evidence:hop=>evidenceOf(entries,hop,{now:project.effects.clock.now(),rehearsalMaxAge:project.configuration.rehearsal["max-age"],traits:project.traits,
validation:project.configuration.validate?.for,contents:allContentDigests(project)})}),missing=missingPart(basis.partNames,planned.hops,parts),differences=differencesFromBefore(
entries,planned.plan,asked),remarks=[...planned.remarks,...await settingRemarks(project,planned.hops)],hops=await Promise.all(planned.hops.map(hop=>withFiles(project,
hop)));return{...planned,hops,remarks,observed:!0,observation,differences,...missing===void 0?{}:{missing}}}async function settingRemarks(project,hops){const environments=project.
traits.waiver===void 0?environmentNames2:["production"],found=await Promise.all(environments.map(each=>settingProblems(project,{environment:each,hops,withoutVariables:"\
skip"}))),stores=storeFindings(project.product,project.configuration.environments.production.data),texts3=[...found.flat(),...stores].map(({happened,means,next:next2})=>`${happened}\
 ${means} ${next2}`);for(const text of texts3)project.effects.log.warn(text);return[...new Set(texts3)]}async function planOffline(project,asked){const current=givenVersion(
asked,"--offline"),basis=basisOf(project,asked),planned=await plannedFrom({basis,source:await openPathSource(basis.product,basis.effects,asked),current:{label:current,
parts:basis.parts},halfDone:void 0,digest:hop=>hopDigest(project,hop),evidence:()=>({})});return{...planned,hops:await Promise.all(planned.hops.map(hop=>withFiles(
project,hop)))}}function givenVersion({current},option2){if(current!==void 0)return current;throw new UserError16({happened:`With ${option2}, production is not \
asked what it runs, and "current" is not given.`,means:"A path starts at the current release, so none was planned.",next:"Give the version that production runs,\
 for example --current 4.19.5."})}function stateOf22(label2,entries,parts){const named2=namedStates(entries).find(state=>state.label===label2);return{label:label2,
...named2===void 0?{}:{release:named2.release},parts}}async function plannedFrom(toPlan){const{basis,source,current,halfDone,digest}=toPlan,plan=await source.answer(
current,basis),steps2=[...halfDone===void 0?[]:[stepOf2(halfDone)],...plan.kind==="path"?plan.steps:[]],pairs=steps2.map((step3,index)=>({step:step3,hop:hopOf(step3,
index,{count:steps2.length,acknowledged:basis.acknowledged,digest})})),remarks=uselessInputs(basis,steps2.flatMap(({manual})=>manual.map(({id})=>id)));for(const remark of remarks)
basis.effects.log.warn(remark);return{current:current.label,plan,halfDone,hops:pairs.map(({hop})=>hop),details:pairs.map(({step:step3,hop})=>detailOf(step3,hop,
toPlan)),...source.since===void 0?{}:{since:source.since},observed:!1,questions:factQuestions(plan.details.unknownFacts,basis.product),differences:[],remarks}}function detailOf(step3,hop,{
basis,source,evidence}){const{product}=basis,labels={from:releaseOn10(hop,"from"),to:releaseOn10(hop,"to")},typical=hasVersions4(product)?typicalDuration(product.
durations,product.versions,labels):void 0;return{advice:step3.notes,parts:step3.parts,...source.detail(step3),...evidence(hop),...typical===void 0?{}:{typical}}}
function stillHalfDone(halfDone,{version}){return halfDone===void 0||version.kind==="unknown"||version.value===halfDone.hop.to?halfDone:void 0}function stepOf2({
hop,since}){return{from:hop.from,to:hop.to,tag:hop.to,reasons:[{rule:"half-done",text:`This hop was started on production on ${dayTime23(since)} and is finished\
 first.`}],manual:hop.manual,notes:[],parts:[],...hop.parts===void 0?{}:{partVersions:hop.parts},...hop.releases===void 0?{}:{releases:hop.releases}}}function hopOf(step3,index,{
count,acknowledged,digest}){const manual=step3.manual.map(({id,text,url})=>({id,text,...url===void 0?{}:{url},acknowledged:acknowledged.has(id)})),{partVersions:parts,
releases}=step3,known2={...parts===void 0?{}:{parts},...releases===void 0?{}:{releases}};return{id:hopId4(step3.from,step3.to),index:index+1,count,from:step3.from,
to:step3.to,title:`${step3.from} \u2192 ${step3.to}`,digest:digest({from:step3.from,to:step3.to,...known2}),reasons:step3.reasons,manual,...known2}}import{dayTime as dayTime24}from"./terminal.js";
function unfinishedClimb(entries){const planned=entries.findLast(entry2=>isOf(entry2,"planned")&&entry2.event.operation==="climb");if(planned===void 0||!isOf(planned,
"planned"))return{kind:"nothing",because:"Nobody has started a climb yet."};const{target,hops,given={facts:[],parts:[]}}=planned.event;if(hops.every(hop=>promotionOf(
recordOf(entries,hop)).completed!==void 0))return{kind:"nothing",because:`The climb to ${target} is complete.`};const stop=hops.flatMap(hop=>after(ofHop(entries,
hop),planned)).map(whyStopped).find(why=>why!==void 0);if(stop!==void 0)return{kind:"nothing",because:stop};const acknowledged=hops.flatMap(({manual})=>manual.filter(
step3=>step3.acknowledged).map(({id})=>id));return{kind:"waits",target,acknowledged,given}}function whyStopped({event,at}){if(event.type==="ended"&&event.outcome!==
"waiting")return`The step "${event.command}" of hop ${event.hop.id} on ${event.environment} ended as ${event.outcome} on ${dayTime24(at)}: ${event.message}`;if((event.
type==="rolling-back"||event.type==="rolled-back")&&event.environment==="production")return`Hop ${event.hop.id} was rolled back on ${dayTime24(at)}.`}var naming=3;
function textTable(head,rows,columns){const table3=aligned([head,...rows]);return columns===void 0||table3.every(line3=>widthOf(line3)<=columns)?table3.join(`
`):aligned([head,...rows].map(cells2=>cells2.slice(0,naming))).flatMap((line3,index)=>[line3,...details(head,rows[index-1]??[],columns)]).join(`
`)}function aligned(all){const widths=(all[0]??[]).map((_,column)=>Math.max(...all.map(cells2=>widthOf(cells2[column]??""))));return all.map(cells2=>cells2.map(
(cell,column)=>cell+" ".repeat(Math.max(0,(widths[column]??0)-widthOf(cell)))).join("  ").trimEnd())}function details(head,cells2,columns){const lines3=[];for(const[
column,cell]of cells2.entries()){if(column<naming||cell==="-"||cell==="")continue;const detail=`${head[column]??""}: ${cell}`,last=lines3.at(-1);last!==void 0&&
widthOf(last)+3+widthOf(detail)<=columns?lines3[lines3.length-1]=`${last} \xB7 ${detail}`:lines3.push(`    ${detail}`)}return lines3}function widthOf(text){return[
...text].length}import{shippedProducts as shippedProducts2}from"./project.js";import{escapeMarkdown as escapeMarkdown4}from"./start.js";import{typicalText}from"./project.js";
import{contentDigests as contentDigests3}from"./project.js";import{dayOf as dayOf2,dayTime as dayTime25}from"./terminal.js";import{isDoneByHand as isDoneByHand3}from"./start.js";
import{countText as countText10,durationText as durationText19,roughText as roughText3}from"./terminal.js";import{UserError as UserError17}from"./start.js";function countApprovals(hops,{
deferrable},gates){return{...gates.scope==="path"?{wholePath:!0}:{},deploys:gates.production==="none"?0:hops,migrations:deferrable&&gates.finalize!=="none"?hops:
0}}function approvalSentence({deploys,migrations:migrations2,wholePath}){const most=deploys+migrations2;if(most===0)return'No approval will be asked for: the ga\
tes are set to "none".';if(wholePath===!0)return wholePathSentence(deploys,migrations2);const eachHop=deploys===1?"if the hop":"for each hop that";if(deploys===
0)return`At most ${migrations2===1?"1 approval":`${migrations2} approvals`} will be asked for: before the migrations of a hop start, where it brings any.`;const asked=`${numberOf(
deploys,most)} will be asked for`;return migrations2===0?`${asked}, ${deploys===1?"":"each "}before production is deployed.`:`${asked}: ${deploys} before produc\
tion is deployed, and 1 more ${eachHop} brings migrations, before they start.`}function numberOf(least,most){return most===1?"1 approval":least===most?`${most} \
approvals`:`${least} ${most===least+1?"or":"to"} ${most} approvals`}function wholePathSentence(deploys,migrations2){const what=deploys===1?"its deploy":`all ${deploys}\
 deploys`,starts=migrations2===0?"":migrationStarts(migrations2);return`1 approval will be asked for, before the first hop, and it is for the whole path: ${what}\
 on production${starts}. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.`}function migrationStarts(hops){return hops===1?" and \
the start of its migrations, the point of no return":` and every start of migrations, up to ${hops} points of no return`}function planJson(plan){const{path,hops,
approvals,since,warnings,remarks}=plan;return{current:hops.at(0)?.hop.from??path.current,target:path.target,hops:hops.map(hopJson),complete:hops.length===0,approvals,
...warnings.length===0?{}:{warnings},notes:[...remarks,...path.kind==="path"?path.notes:[]],details:path.details,...since===void 0?{}:{sinceCopy:since}}}function hopJson({
hop,detail}){const{id,index,from,to,digest,reasons,manual,parts,releases}=hop;return{id,index,from,to,publishedAt:detail.publishedAt??null,digest:digest===""?null:
digest,reasons,manual,...parts===void 0?{}:{parts},...releases===void 0?{}:{releases},notes:{advice:detail.advice,parts:detail.parts,releases:detail.releaseNotes},
rehearsed:detail.rehearsed??null,formerlyRehearsed:detail.formerly??null,estimate:detail.estimate??null,typical:detail.typical===void 0?null:typicalJson(detail.
typical)}}function typicalJson({kind,from,to}){return{kind,milliseconds:{from,to}}}function sinceSentences(since){return since.kind==="cannot-tell"?[`What was p\
ublished since cannot be determined: ${since.reason}`]:since.changes.length===0?["Nothing has changed."]:since.changes.map(describeChange)}function subjectText({
product,system}){return system===void 0?product:`${system} (${product})`}function isPublished({details:details2}){return details2.unit===void 0}function wholePathRemarks({
path,remarks}){return[...remarks,...path.kind==="path"?path.notes:[],...path.details.idle.map(({text})=>text)]}function rehearsedAlready({hops,now}){return hops.
flatMap(({hop,detail:{rehearsed:rehearsed3,formerly,estimate}})=>{if(rehearsed3===void 0){if(formerly===void 0)return[];const text2=`${hop.title} was rehearsed \
on ${dayTime25(formerly.at,now)}, but that no longer counts: ${formerly.because}. It is rehearsed again.`;return[{index:hop.index,text:text2}]}const time=estimate===
void 0?"":` "Will take" is ${durationText19(estimate.milliseconds)} by ${estimate.basis}.`,{at,countsUntil,changed}=rehearsed3,but=changed.length===0?"":` But ${changedSince(
changed)}: the tests as they are now have not run on staging.`,text=`${hop.title} on ${dayTime25(at,now)}; it counts until ${dayTime25(countsUntil,now)}.${but}${time}`;
return[{index:hop.index,text}]})}function rehearsedDay({rehearsed:rehearsed3,formerly},none){return rehearsed3!==void 0?dayOf2(rehearsed3.at):formerly===void 0?
none:"to be repeated"}function leftOut({path}){return path.details.leftOut.map(({version,text,url,fixedIn})=>{const named2=text.startsWith(`${version} `)?text:`${version}\
: ${text}`,source=url===void 0?"":` (${url})`;return`${named2}${source}${fixedIn===void 0?"":` It is fixed in ${fixedIn}.`}`})}function ignoredTags({path}){return path.
details.ignored.map(({reason:reason3,count,examples})=>`${countText10(count,"tag")} left out (${examples.join(", ")}${count>examples.length?", \u2026":""}), bec\
ause each of them ${reason3}.`)}function partLines({parts}){return parts===void 0?[]:[...new Set([...Object.keys(parts.from),...Object.keys(parts.to)])].map(name=>{
const[from="not known",to="not known"]=[parts.from[name],parts.to[name]];return from===to?`${name} ${from} (it stays)`:`${name} ${from} \u2192 ${to}`})}function willTake({
estimate,typical},written3){return estimate!==void 0?written3(estimate.milliseconds):typical===void 0?"not known":typicalText(typical)}var shownNotes=8;function planText(plan,columns){
const{hops}=plan;return[`${subjectText(plan)}, planned ${dayTime25(plan.now.toISOString())}.`,table2(plan,columns),approvalSentence(plan.approvals),section2("Mi\
nd",plan.warnings),section2("Rehearsals so far",rehearsedAlready(plan).map(({index,text})=>`${index}. ${text}`)),section2("Why each hop",hops.flatMap(reasonLines)),
section2("To do by hand before the hop",hops.flatMap(manualLines)),section2("Parts beside the release",hops.flatMap(({hop})=>partLines(hop).map(line3=>`${hop.index}\
. ${line3}`))),section2("Worth knowing",hops.flatMap(adviceLines)),section2("Warnings from the release notes on the way",hops.flatMap(noteLines)),section2("Rele\
ases that are left out",leftOut(plan)),section2("The plan as a whole",[...wholePathRemarks(plan),sourceSentence(plan),...ignoredTags(plan)]),sinceText(plan)].filter(
part=>part!=="").join(`

`)}function sinceText({since}){return since===void 0?"":section2(`Since the copy "${since.copy}" was written`,sinceSentences(since))}function sourceSentence({path:{
details:details2}}){const lists=(details2.migrations??[]).map(({url,sha256:sha2562,count})=>` Each hop was checked against ${countText10(count,"migration")} as \
they are published with the target: ${url} (SHA-256 ${sha2562}).`);return`Planned from ${countText10(details2.releases,details2.unit??"release")}, read from: ${details2.
source}.${lists.join("")}`}function table2({hops,path},columns){const dated=isPublished(path),rows=hops.map(({hop,detail})=>[String(hop.index),hop.from,hop.to,...dated?
[detail.publishedAt===void 0?"not known":dayOf2(detail.publishedAt)]:[],hop.manual.length===0?"-":hop.manual.map(step3=>isDoneByHand3(step3)?"done":"TO DO").join(
", "),rehearsedDay(detail,"-"),willTake(detail,durationText19),hop.digest===""?"-":hop.digest.slice(0,12)]);return textTable(["hop","from","to",...dated?["publi\
shed"]:[],"by hand","rehearsed","will take","digest"],rows,columns)}function section2(title,lines22){return lines22.length===0?"":[`${title}:`,...lines22.map(line3=>`\
  ${line3}`)].join(`
`)}function reasonLines({hop}){return hop.reasons.map(reason3=>`${hop.index}. ${withSource(reason3)}`)}function manualLines({hop}){return hop.manual.flatMap(step3=>[
`${hop.index}. [${isDoneByHand3(step3)?"x":" "}] ${step3.id}: ${withSource(step3)}`,...fileLines(step3).map(line3=>`      ${line3}`)])}function fileLines({acknowledged,
files}){return files===void 0||acknowledged?[]:files.kind==="in-place"?["Your files have it."]:[...files.missing,...files.lines.flatMap(({path,lines:lines22})=>[
`${path}:`,...lines22.map(line3=>`  ${line3}`)])]}function adviceLines({hop,detail}){return[...detail.advice.map(advice=>`${hop.index}. ${withSource(advice)}`),
...detail.parts.map(move=>`${hop.index}. ${move.part} ${move.versions}: ${move.reason}`)]}function noteLines({hop,detail:{releaseNotes:releaseNotes2}}){const left=releaseNotes2.
length-shownNotes;return[...releaseNotes2.slice(0,shownNotes).map(note=>`${hop.index}. ${noteText(note)}`),...left>0?[`${hop.index}. \u2026 and ${left} more; --\
json has them.`]:[]]}function noteText({version,topic,heading:heading2,excerpt,url}){const fragment=[heading2,excerpt].filter(part=>part!=="").join(": ");return`${version}\
, ${topic}: ${fragment}${url===void 0?"":` (${url})`}`}function withSource({text,url}){return url===void 0?text:`${text} (${url})`}var shownNotes2=25;function planMarkdown(plan){
return markdownOf(planDocument(plan))}function planDocument(plan){const{hops,path,since,now}=plan,first=hops.at(0)?.hop.from??path.current;return[heading(2,`${first}\
 \u2192 ${path.target}`),paragraph(`${subjectText(plan)}, planned ${dayTime25(now.toISOString(),now)}: ${countText10(hops.length,"hop")}.`),...hopTable(plan),paragraph(
{strong:approvalSentence(plan.approvals)}),...section("Mind",list(plan.warnings)),...section("To do by hand",list(hops.flatMap(manualItems))),...section("Why",list(
hops.flatMap(({hop})=>hop.reasons.map(reason3=>numbered(hop,withSource2(reason3)))))),...section("Rehearsals so far",list(rehearsedAlready(plan).map(({index,text})=>[
{strong:`${index}.`},` ${text}`]))),...section("Parts beside the release",list(hops.flatMap(({hop})=>partLines(hop).map(line3=>numbered(hop,[line3]))))),...section(
"Worth knowing",list(hops.flatMap(adviceItems))),...section("Warnings from the release notes on the way",hops.flatMap(releaseNotes)),...folded("Releases that ar\
e left out",list(leftOut(plan))),...folded("How it was planned",list([...wholePathRemarks(plan),sourceSentence(plan),...ignoredTags(plan)])),...since===void 0?[]:
folded(`Since the copy "${since.copy}" was written`,list(sinceSentences(since))),...folded("Ids: the digests of what is approved",digests(hops)),diagram(hops.map(
({hop})=>hop))]}function hopTable({hops,path,now}){const dated=isPublished(path);return table(["hop","from \u2192 to",...dated?["published"]:[],"by hand","rehea\
rsed","will take"],hops.map(({hop,detail})=>[String(hop.index),{strong:hop.title},...dated?[detail.publishedAt===void 0?"not known":dayOf2(detail.publishedAt)]:
[],hop.manual.map(step3=>`${isDoneByHand3(step3)?"\u2714":"to do:"} ${step3.id}`).join(", "),detail.rehearsed===void 0?detail.formerly===void 0?"not yet":"to be\
 repeated":`\u2714 ${dayTime25(detail.rehearsed.at,now)}`,willTake(detail,roughText3)]))}function numbered({index},text){return[{strong:`${index}.`}," ",...text]}
function manualItems({hop}){return hop.manual.map(step3=>({ticked:isDoneByHand3(step3),text:numbered(hop,[`${step3.id}: `,...withSource2(step3),...fileSpans(step3)])}))}
function fileSpans({acknowledged,files}){if(files===void 0||acknowledged)return[];if(files.kind==="in-place")return[" Your files have it."];const changes3=files.
lines.flatMap(({path,lines:lines22})=>[{break:!0},{code:path},...lines22.flatMap(line3=>[{break:!0},{code:line3}])]);return[` ${files.missing.join(" ")}`,...changes3]}
function adviceItems({hop,detail}){return[...detail.advice.map(advice=>numbered(hop,withSource2(advice))),...detail.parts.map(move=>numbered(hop,[`${move.part} ${move.
versions}: ${move.reason}`]))]}function releaseNotes({hop,detail}){const left=detail.releaseNotes.length-shownNotes2,items=detail.releaseNotes.slice(0,shownNotes2).
map(({version,topic,heading:title,excerpt,url})=>{const fragment=[title,excerpt].filter(part=>part!=="").join(": ");return[url===void 0?version:{link:version,url},
`, ${topic}: ${fragment}`]});return folded(`${hop.title}: ${detail.releaseNotes.length} to read`,list([...items,...left>0?[`\u2026 and ${left} more.`]:[]]))}function digests(hops){
return list(hops.flatMap(({hop})=>hop.digest===""?[]:[numbered(hop,[`${hop.id}: `,{code:hop.digest}])]))}function withSource2({text,url}){return url===void 0?[text]:
[`${text} (`,{link:"source",url},")"]}function diagram(hops){const lines22=[...hops.slice(0,1).map(hop=>hop.from),...hops.map(hop=>hop.to)].map((label2,index)=>`\
  s${index}["${label2.replaceAll(/["\s]+/g," ")}"]`),edges=hops.map((hop,index)=>`  s${index} -->${mark2(hop)} s${index+1}`);return{kind:"diagram",mermaid:["flo\
wchart LR",...lines22,...edges].join(`
`)}}function mark2({manual}){return manual.length===0?"":manual.every(isDoneByHand3)?"|by hand, done|":"|by hand|"}async function seenAtTarget(project,{observation,
current},ring,{result,refused}){if(observation===void 0)return result;const{serving,migrations:migrations2}=observation;await askGitHubForTime(project);const wrong=wrongClock(
project,await project.journal.read());if(wrong!==void 0)return refused(wrong.message);if(serving.kind==="yes"&&migrations2.kind==="done")return await project.journal.
append({type:"at-target",version:current,ring}),result;const because=serving.kind==="yes"?`its migrations are ${migrations2.kind}`:`${serving.kind==="no"?"it is\
 not healthy":"its health is unknown"}: ${serving.reason}`,message={happened:`Production runs ${current}, the target, and ${because}.`,means:`It does not count \
as validated, so no ring after "${ring}" starts.`,next:"Look at the server. The next run of the fleet looks at it again."};return{...result,outcome:serving.kind===
"unknown"?"unknown":"failed",headline:message.happened,message,outputs:{...result.outputs,complete:!1},summary:`**${escapeMarkdown4(message.happened)}**

${escapeMarkdown4(`${message.means} ${message.next}`)}
`}}async function planToDo(project,input,accept=()=>{}){const asked=input.target===unfinished?await askedBefore(project,input):input;if("because"in asked){const headline=`\
Nothing to continue. ${asked.because}`;return{result:{outcome:"skipped",headline,outputs:{hops:[],count:0,complete:!1},summary:`${escapeMarkdown4(headline)}
`,text:""},hops:[]}}const planned=await planHops(project,asked);return accept(planned.hops),{result:await planResult(project,planned,asked),hops:planned.hops}}var unfinished="\
unfinished";async function askedBefore(project,input){const found=unfinishedClimb(await project.journal.read());if(found.kind==="nothing")return{because:found.because};
const{target,acknowledged,given}=found;return{...input,target,acknowledge:[...input.acknowledge??[],...acknowledged],facts:[...given.facts,...input.facts??[]],parts:[
...given.parts,...input.parts??[]]}}async function planResult(project,planned,asked){const result=described(planned,{traits:project.traits,gates:project.configuration.
gates,product:project.product.title,system:project.configuration.system,now:project.effects.clock.now(),columns:project.effects.columns?.()}),first=planned.hops.
at(0);if(result.outcome==="skipped"&&asked.ring!==void 0&&asked.operation==="climb")return await seenAtTarget(project,planned,asked.ring,{result,refused:message=>clockRefused(
message,result)});if(result.outcome!=="passed"||first===void 0||!planned.observed)return result;const given=givenFor(asked),entries=await project.journal.read();
await askGitHubForTime(project);const wrong=wrongClock(project,entries);return wrong!==void 0?clockRefused(wrong.message,result):(!entries.some(({event})=>event.
type==="planned")&&await refuseLostRecords(project),await project.journal.append({type:"planned",current:first.from,target:result.outputs.target??first.to,hops:planned.
hops.map(({id,from,to,digest,manual,reasons,parts,releases})=>({id,from,to,digest,manual:manual.map(({files:_files,...step3})=>step3),reasons,...parts===void 0?
{}:{parts},...releases===void 0?{}:{releases}})),operation:asked.operation??"plan",...asked.ring===void 0?{}:{ring:asked.ring},...project.traits.waiver===void 0?
{}:{waiver:project.traits.waiver},...isEmpty(given)?{}:{given},contents:contentDigests3(doneContents(project))}),result)}async function planForProduct(name,input,effects){
if(input.config!==void 0)throw new UserError17({happened:`Both a configuration ("${input.config}") and the product "${name}" are given.`,means:"A configuration \
names its own product, so only one of the two can apply. No path was planned.",next:"Leave out --product to plan with the configuration, or --config to plan wit\
hout one."});const product=shippedProducts2.find(name);if(product===void 0)throw new UserError17({happened:`There is no product "${name}".`,means:"No path was p\
lanned.",next:`These are shipped: ${shippedProducts2.names.join(", ")}. Your own product is defined in a configuration.`});const current=givenVersion(input,"--p\
roduct"),basis=basisWithout(product,effects,input),planned=await plannedFrom({basis,source:await openPathSource(product,effects,input),current:{label:current,parts:basis.
parts},halfDone:void 0,digest:()=>"",evidence:()=>({})});return described(planned,{traits:{deferrable:product.migrations!==void 0,proveRestorePoint:!1},gates:{production:"\
environment",finalize:"environment",scope:"hop"},product:product.title,now:effects.clock.now(),columns:effects.columns?.()})}function described(planned,subject){
const{plan:path,hops,current}=planned;if(path.kind==="faulty"){const means=path.faults.map(({text})=>`- ${text}`).join(`
`);return notPlanned({...path.message,means},current,current,{faults:path.faults})}if(path.kind==="unknown-release")return notPlanned(path.message,current,path.
asked,{});if(path.kind!=="path"&&path.kind!=="already-there")return notPlanned(path.message,current,path.target,refusalJson(path));if(planned.missing!==void 0)return notPlanned(
planned.missing,current,path.target,{why:"unknown-part"});const facts=factsOfPlan(planned,path,subject),first=hops.at(0);if(first===void 0&&path.kind==="already\
-there"&&path.doubt!==void 0)return doubted(path.doubt,planned,path,facts);if(first===void 0){const{happened,next:next2}=path.kind==="already-there"?path.message:
{happened:"Nothing to do.",next:""};return{outcome:"skipped",headline:happened,outputs:outputsOf(current,path.target,planned,!0),summary:`${escapeMarkdown4(`${happened}\
 ${next2}`)}
`,text:sinceText(facts),json:planJson(facts)}}return{outcome:"passed",headline:`${first.from} \u2192 ${path.target} in ${hops.length} ${hops.length===1?"hop":"h\
ops"}.`,outputs:outputsOf(first.from,path.target,planned,!1),summary:planMarkdown(facts),text:planText(facts,subject.columns),json:planJson(facts)}}function doubted(message,planned,path,facts){
return{outcome:"unknown",headline:message.happened,message,outputs:outputsOf(planned.current,path.target,planned,!1),summary:`**${escapeMarkdown4(message.happened)}\
**

${escapeMarkdown4(`${message.means} ${message.next}`)}
`,text:"",json:{...planJson(facts),complete:!1,why:"tags-left-out"}}}function factsOfPlan(planned,path,subject){const{hops,details:details2,since,observed,remarks,
differences,questions,current}=planned,{traits,gates,...named2}=subject,notObserved2=`Production was not asked: ${current} is what "current" says. Nothing was r\
ecorded.`;return{...named2,path,hops:hops.flatMap((hop,place2)=>{const detail=details2[place2];return detail===void 0?[]:[{hop,detail}]}),approvals:countApprovals(
hops.length,traits,gates),...since===void 0?{}:{since},warnings:pathWarnings(hops,traits),remarks:[...observed?[]:[notObserved2],...cutMatrix(hops),...differences,
...questions,...remarks]}}function cutMatrix(hops){const last=hops[longestMatrix-1];return last===void 0||hops.length===longestMatrix?[]:[`The path has ${hops.length}\
 hops, but GitHub runs at most ${longestMatrix} jobs of a matrix: one workflow run climbs to ${last.to}, and a new run continues from there.`]}function outputsOf(current,target,{
hops},complete){const matrix=hops.slice(0,longestMatrix).map(matrixHopOf);return{current,target,hops:matrix,count:hops.length,complete}}function clockRefused(message,{
outputs}){const{current="",target=""}=outputs;return{outcome:"refused",headline:message.happened,message,outputs:{current,target,hops:[],count:0,complete:!1},summary:`\
**${escapeMarkdown4(message.happened)}**

${escapeMarkdown4(`${message.means} ${message.next}`)}
`,text:"",json:{current,target,hops:[],complete:!1,why:"wrong-clock"}}}function refusalJson(path){switch(path.kind){case"downgrade":return{why:path.kind,...path.
restoreBefore===void 0?{}:{restoreBefore:path.restoreBefore}};case"unusable-target":return{why:path.kind,reasons:[path.reason],...path.instead===void 0?{}:{instead:path.
instead}};case"no-path":return{why:path.kind,obstacle:path.obstacle,...path.cut===void 0?{}:{cut:path.cut},...path.nearest===void 0?{}:{nearest:path.nearest.target}}}}
function notPlanned(message,current,target,json){return{outcome:"refused",headline:message.happened,message,outputs:{current,target,hops:[],count:0,complete:!1},
summary:`**No path.** ${escapeMarkdown4(message.happened)}

${lines2(message.means)}

${escapeMarkdown4(message.next)}
`,text:"",json:{current,target,hops:[],complete:!1,...json}}}function lines2(text){return text.split(`
`).map(line3=>line3.startsWith("- ")?`- ${escapeMarkdown4(line3.slice(2))}`:escapeMarkdown4(line3)).join(`
`)}export{LeaseLost,after,ageInMilliseconds,allContentDigests,announce,apartTest,appliedUnknown,approveDeclared,approvePath,areMigrationsStarted,asPlanned,asRecorded,
ask,askForProof,askGitHubForTime,asking,asksForStorage,availabilityFacts,availabilityText,awaitedOf,backup,backupPlaces,basisWithout,blockedByFiles,branchReader,
budgetEnded,budgetEndedBetween,budgetOf,cannotShow,changedSince,check,className,clockAdvice,clockFindings,clockSubject,clusterText,compareFingerprints,compareIdentities,
compareMeasured,compareSpace,configuredData,confirmableOf,countedRehearsal,createTwoFilesPatch,decideBackup,decideCheck,decideDeferral,decideFreeze,decideFromLooks,
decideGate,decideLease,decideMayBeEmptied,decidePlacesApart,decideProductionIsUnmarked,decideProtection,decideRollback,decideSmoke,decideTakeStaging,decideTest,
decideWait,declaredBy,defaultMarginMilliseconds,deferralUnknown,deploy,deployParts,deployRelease,describeChange,describeLocation,diagnosticsPrefix,did,diffArrays,
doneContents,endOfRun,environmentGate,environmentOf,estimatedBytesOf,evidenceOf,expectedMilliseconds,fillIn,finishRestoreFirst,finishRollback,firstPauseMilliseconds,
fitsIntoJob,fleetDeclared,folded,forecastOf,forecastProgress,forecastSentence,foundOnProduction,freezeVariable,gateReader,givenFor,givenVersion,givingBackIfThrown,
halfDoneHop,heading,hopDigest,hopProgress,hopReport,hopSequence,hopStep,hopsOf,hopsTable,hopsTo,howToRetry,identitiesOf,identityPlace,inEnvironment,isAct,isComplete,
isCurrent,isEmpty,isLastUnderLease,isOf,isOnlyToWatch,isPastReturn,isRestoreTyped,isReversible,isSameAttempt,isSamePlace,jobNames,journalColumns,journalLog,journalRow,
judgeWait,labelOf2 as labelOf,latest,leadingPlan,leaseOwner,leaseState,leftOfJob,list,liveWithin,longestMatrix,lookAtFiles,lookSince,looked,lostRecords,manifestDigest,
markCommand,markDeclared,markStaging as markStaging_2XY5HV5W,markStaging2 as markStaging_DNMW35G5,markdownOf,markedProduction,matrixHopOf,matrixJson,mayBeOne,migrate,
migrationFailed,migrationProgress,migrationsStarted,missingConfirmable,missingRehearsal,namedPlace,namedStates,needsOfStep,newRunOf,newerData,newestDeploy,newestMarks,
newestUsable,nextMove,noLooks,notAtStage,notDeferred,notNow,notReady,nothingElse,noticeFacts,noticeOfFailure,noticeOfReport,ofHop,onlyZone,openData,openLiveSystem,
openPathSource,option,orderOf,otherBackups,otherParts,paceAfter,paragraph,partVariables,partsAskedIn,partsNotInPlace,partsOf,passedEnvironment,pathApprovalGate,
pathDocument,pathWarnings,placesOf,planDeclared,planForProduct,planHops,planToDo,plannedFrom,plannedLabels,productionPlace,productionStores,projectWithin,promotionOf,
readApproval,readBranchesOf,readEnvironment,readHop,readInstanceClass,readLabel,readMatrixHop,readServerLog,readsLogs,recordOf,recordOfMark,recordOnce,recordedAs,
refuseLostRecords,refuseUnsetVariables,rehearsalOf,rehearsalStepTitle,rehearsedBefore,rehearsedMigrations,releaseLease,releaseOf,releaseQuietly,report,reportDeclared,
restore,restoreBackup,restoreInstead,restoreUnfinished,restoredBy,rollback,runHook,sameAddress,saveFleetPage,saveReport,section,sequenceStep,servesTarget,serviceTexts,
settingProblems,settingsInFiles,shareADatabase,showEarly,showProgress,situationOf,smoke,smokeRounds,spansOf,stageReturn,stageReturnText,stagesSource,stakeOf,startedBefore,
startedMeanwhile,startedMigrations,startedSince,stateOf2 as stateOf,step2 as step,stepTitle,stopServer,storeFindings,storedFor,table,testsDigest,textTable,toApprove,
toApproveNext,topologyText,traceBefore,traceDeployed,traceOf,trackingIssue,underLease,unfinishedClimb,unfinishedRestore,unfinishedRollback,unprovedDeferral,unusableDeclaration,
variableFindings,variableIn,verdictOnClock,verdictOnMark,wait,waivedBecause,warnOfLostRecords,warnOfWrongClock,wasRestored,watchService,waysToRollBack,whatBecameOf,
whereaboutsOf,whyNotAll,whyNotShownApart,windowBox,windowSentence,windowWarning,withFiles,withNewRun,withNothingPending,withStart,withVariable,withoutVariable,writeOwnFile,
wrongClock};
