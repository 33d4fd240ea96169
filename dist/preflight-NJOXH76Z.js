const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{credentialEnvironments,
partsOf,preflightJobs,unfinishedScripts}from"./chunk-DET7DGRR.js";import"./chunk-TRZBEAAJ.js";import"./steps.js";import{partVariables,variableFindings}from"./steps.js";
import"./chunk-VRA37KFZ.js";import{partsAskedIn,planHops,storeFindings}from"./steps.js";import"./steps.js";import{whereaboutsOf}from"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import{asksForStorage,whyNotShownApart}from"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import{ageSeal}from"./project.js";import{releaseHooks,windowsWaiver}from"./project.js";import"./project.js";import"./start.js";import"./start.js";
import"./terminal.js";import"./project.js";import"./steps.js";import{compareSpace,estimatedBytesOf}from"./steps.js";import"./steps.js";import"./project.js";import"./steps.js";
import{settingProblems}from"./steps.js";import"./steps.js";import{decideProductionIsUnmarked}from"./steps.js";import{decideFreeze,decidePlacesApart,freezeVariable,
productionPlace,sameAddress}from"./steps.js";import"./steps.js";import{decideWindow,localText,nextLongEnough}from"./project.js";import"./steps.js";import"./start.js";
import"./start.js";import{backupPlaces,identityPlace}from"./steps.js";import{branchReader,gateReader}from"./steps.js";import{verdictOnMark}from"./steps.js";import"./steps.js";
import"./start.js";import"./steps.js";import"./steps.js";import{lostRecords}from"./steps.js";import{openLiveSystem}from"./steps.js";import{identitiesOf,openData}from"./steps.js";
import{folded,heading,list,markdownOf,section}from"./steps.js";import{startedMigrations}from"./steps.js";import{latest}from"./steps.js";import{approvedEnvironment,
environmentOfGate,environmentOn,gateNames}from"./project.js";import{dataPlace,dataText}from"./project.js";import"./project.js";import{settingsOf,stagingOf,valueAt_CNPASG7F as valueAt}from"./project.js";
import"./start.js";import{programFindings}from"./project.js";import"./project.js";import"./start.js";import"./steps.js";import"./steps.js";import{clockFindings,
clockSubject,verdictOnClock}from"./steps.js";import{commandLeftBehind,isHolderGone}from"./project.js";import{deployPlaceText}from"./project.js";import"./project.js";
import"./project.js";import"./start.js";import"./project.js";import"./project.js";import{compareIdentities,mayBeOne}from"./steps.js";import"./steps.js";import{dayTime}from"./terminal.js";
import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import{environmentNames,releaseOn}from"./start.js";import"./project.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./steps.js";import{cannotTell_T7FISQ53 as cannotTell,fine,problem,warning}from"./project.js";
import{partPlaceholders}from"./project.js";import"./project.js";import"./steps.js";import"./project.js";import{filledVariables}from"./project.js";import"./project.js";
import"./project.js";import"./start.js";import"./start.js";import{bytesText,countText,durationText}from"./terminal.js";import"./chunk-HJACYWYZ.js";import"./start.js";
import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./start.js";import{SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";var order=["problem","can\
not-tell","warning","ok"],marks={problem:"PROBLEM","cannot-tell":"CANNOT TELL",warning:"warning",ok:"ok"},titles={problem:"To be corrected","cannot-tell":"Could\
 not be checked",warning:"Worth a look",ok:"In order"};function preflightHeadline(findings){const[unknown,warnings]=[count(findings,"cannot-tell"),count(findings,
"warning")];return`Preflight: ${[countText(count(findings,"problem"),"problem"),...unknown===0?[]:[`${unknown} could not be checked`],...warnings===0?[]:[countText(
warnings,"warning")],`${count(findings,"ok")} in order`].join(", ")}.`}function count(findings,kind){return findings.filter(finding=>finding.kind===kind).length}
function preflightText(findings){return sorted(findings).map(finding=>{const head=`${marks[finding.kind].padEnd(11)}  ${finding.subject}: ${finding.happened}`,rest=[
finding.means,finding.next===""?"":`\u2192 ${finding.next}`].filter(line=>line!=="");return[head,...rest.map(line=>`${" ".repeat(13)}${line}`)].join(`
`)}).join(`
`)}function preflightMarkdown(findings){const groups=order.flatMap(kind=>{const items=list(findings.filter(finding=>finding.kind===kind).map(findingLine));return kind===
"ok"?folded(`${titles[kind]}: ${count(findings,kind)}`,items):section(titles[kind],items)});return markdownOf([heading(2,preflightHeadline(findings)),...groups])}
function findingLine({subject:subject6,happened,means,next}){const parts=[happened,means].filter(part=>part!=="").join(" ");return[{strong:subject6},`: ${parts}`,
...next===""?[]:[{break:!0},`\u2192 ${next}`]]}function sorted(findings){return findings.toSorted((a,b)=>order.indexOf(a.kind)-order.indexOf(b.kind))}async function runChecks(checks,signal,reported=[]){
let findings=[...reported];for(const check of checks)signal.throwIfAborted(),findings=withNew(findings,await foundBy(check,signal));return findings}function withNew(findings,found){
const all=[...findings];for(const finding of found)isReported(finding,all)||all.push(finding);return all}function isReported(finding,before){return finding.kind===
"problem"&&before.some(({kind,happened,next})=>kind==="problem"&&happened===finding.happened&&next===finding.next)}async function foundBy({subject:subject6,look},signal){
try{return await look()}catch(error){if(signal.throwIfAborted(),error instanceof UserError||error instanceof SystemFailure)return[{kind:"problem",subject:subject6,
...error.detail}];throw error}}var journalSubject="the journal";async function journalFinding(journal,findings){const count2=kind=>findings.filter(finding=>finding.
kind===kind).length;try{const{sequence}=await journal.append({type:"preflighted",problems:count2("problem"),warnings:count2("warning"),unknown:count2("cannot-te\
ll")});return fine(journalSubject,`Entry ${sequence} was written to ${journal.description}.`)}catch(error){if(!(error instanceof SystemFailure)&&!(error instanceof
UserError))throw error;return problem(journalSubject,error.detail)}}function outcomeOf(findings){return findings.some(({kind})=>kind==="problem")?"failed":findings.
some(({kind})=>kind==="cannot-tell")?"unknown":"passed"}var subject="work by hand";function manualFindings(hops){const steps=hops.flatMap(hop=>hop.manual.map(step=>({
hop,step})));return steps.length===0?[fine(subject,"The path asks for none.")]:steps.map(({hop,step})=>{const source=step.url===void 0?"":` (${step.url})`;return step.
files?.kind==="in-place"&&!step.acknowledged?fine(subject,`"${step.id}", before ${hop.title}, is in your files.`):step.files?.kind==="missing"&&!step.acknowledged?
problem(subject,{happened:`"${step.id}" is not in your files: ${step.files.missing.join(" ")} ${step.text}${source}`,means:`Hop ${hop.id} does not start before \
that.`,next:`See the change with "staged-upgrade configure --hop ${hop.id}", write it with --write, and commit the files.`}):step.acknowledged?fine(subject,`"${step.
id}", before ${hop.title}, is acknowledged.`):problem(subject,{happened:`"${step.id}" is not acknowledged: ${step.text}${source}`,means:`Hop ${hop.id} does not \
start before that.`,next:`Do it, then add "${step.id}" to "acknowledge" in the configuration, or give it with --acknowledge.`})})}var subject2="the path";function pathFindings(path){
switch(path.kind){case"planned":return[plannedFinding(path.hops,path.target),...path.remarks.map(remarkFinding),...manualFindings(path.hops)];case"recorded":return[
fine(subject2,`As last planned: ${path.hops.map(({title})=>title).join(", ")}.`),...manualFindings(path.hops)];case"refused":return[problem(subject2,path.message)];case"\
not-known":return[{kind:"cannot-tell",subject:subject2,happened:"It is not known: production did not report its version here, and no path was planned yet.",means:"\
What its hops need could not be checked.",next:"Run plan first, or give --current."}]}}function hopsToCheck(path){return path.kind==="planned"||path.kind==="rec\
orded"?path.hops:[]}function plannedFinding(hops,target){const first=hops.at(0);if(first===void 0)return fine(subject2,`There is nothing to climb: production is\
 already where ${target} leads.`);const labels=[first.from,...hops.map(({to})=>to)].join(" \u2192 ");return fine(subject2,`${labels}, in ${hops.length} ${hops.length===
1?"hop":"hops"}.`)}function remarkFinding(remark){return warning(subject2,{happened:remark,means:"It counts for nothing.",next:"Correct it, or leave it out."})}
async function branchFindings(environment,read){if(read===void 0)return[];const subject6=branchSubject(environment),limit=`Under Settings \u2192 Environments \u2192 ${environment}\
 \u2192 Deployment branches and tags, allow only the default branch.`,reading=await read(environment);switch(reading.kind){case"any":return[(environment.endsWith(
approvedEnvironment)?problem:warning)(subject6,{happened:`The GitHub environment "${environment}" allows workflows from any branch: ${reading.why}.`,means:"Anyo\
ne who can push a branch can use its secrets from there, without any review.",next:limit})];case"missing":return[(environment.endsWith(approvedEnvironment)?problem:
warning)(subject6,{happened:`The GitHub environment "${environment}" does not exist.`,means:"GitHub would create it on first use, open to workflows of any branc\
h.",next:`Make it. ${limit}`})];case"protected":return[fine(subject6,"It allows only protected branches.")];case"named":return[fine(subject6,reading.names.length===
0?"It allows no branch.":`It allows: ${reading.names.join(", ")}.`)];case"cannot-tell":return[cannotTell(subject6,{happened:`Which branches the GitHub environme\
nt "${environment}" allows could not be read: ${reading.reason}.`,means:"It is not known whether anyone who can push a branch can use its secrets.",next:reading.
next??'Give the job "permissions: { actions: read, contents: read }".'})]}}function branchSubject(environment){return`environment ${environment} on GitHub`}async function encryptionFindings(seal,subject6){
return await seal.requireReadable(),[fine(subject6,"What is encrypted for its recipients can be decrypted with the identity of this run.")]}async function gateFindings(gate,setting,environment,read){
const subject6=`gate ${gate}`,before=gate==="production"?"a hop goes to production":"migrations start on production";if(setting==="none")return[warning(subject6,
{happened:`gates.${gate} is "none".`,means:`Nobody is asked before ${before}.`,next:'Leave it if that is intended; otherwise write "environment".'})];if(setting===
"dispatch")return[fine(subject6,`The run ends as waiting before ${before}; a person starts it again with the hop's confirmation.`)];if(read===void 0)return[warning(
subject6,{happened:"The protection of the GitHub environment was not checked, because this is not a workflow job.",means:`In this terminal, "climb" itself asks \
before ${before}.`,next:"For upgrades by workflow, also run preflight as a step of one."})];const reading=await read(environment);return[readingFinding(subject6,
environment,before,reading),...bypassFindings(subject6,environment,reading)]}async function pathGateFindings(finalize,environment,read){return[fine("gate of the\
 path",`One approval lets every hop of a run go to production${finalize==="none"?"":" and its migrations start there"} ("gates: { scope: path }"), only as it wa\
s planned and only when its rehearsal has passed; nobody is asked between hops.`),...await gateFindings("production","environment",environment,read)]}function bypassFindings(subject6,environment,reading){
return reading.kind!=="protected"||reading.adminsMayBypass===!1?[]:[warning(subject6,{happened:reading.adminsMayBypass===!0?`Administrators can bypass the revie\
wers of the GitHub environment "${environment}".`:`GitHub does not report whether administrators can bypass the reviewers of the environment "${environment}".`,
means:"A job without a listed approver cannot be distinguished from one that an administrator let through: it continues, and the journal records that no approve\
r is listed.",next:`Under Settings \u2192 Environments \u2192 ${environment}, clear "Allow administrators to bypass configured protection rules".`})]}function readingFinding(subject6,environment,before,reading){
const protect=`Add required reviewers under Settings \u2192 Environments \u2192 ${environment}. If your GitHub plan has none, climb in a terminal, which asks.`;
switch(reading.kind){case"protected":return fine(subject6,`${reading.reviewers.join(" or ")} approves before ${before}.`);case"unprotected":return problem(subject6,
{happened:`The GitHub environment "${environment}" is not protected: ${reading.why}.`,means:`Nobody would be asked before ${before}, so that step refuses.`,next:protect});case"\
missing":return problem(subject6,{happened:`The GitHub environment "${environment}" does not exist.`,means:"GitHub would create it on first use, without any pro\
tection.",next:`Make it. ${protect}`});case"cannot-tell":return cannotTell(subject6,{happened:`The protection of the GitHub environment "${environment}" could n\
ot be read: ${reading.reason}.`,means:`It is not known whether anybody would be asked before ${before}.`,next:reading.next??'Give the job "permissions: { action\
s: read }".'})}}var subject3="staging is not production";function markFindings(staging,entries,system){return staging.map(([data,now])=>{const standing=verdictOnMark(
data,now,entries,system);if(standing.kind==="refuse")return problem(subject3,standing.message);const{at,run}=standing.marked;return fine(subject3,`The ${dataText(
"staging",data)} was marked as disposable by ${run.actor} on ${dayTime(at)}.`)})}function unmarkedFindings(production,entries){return production.map(([data,now])=>{
const refused=decideProductionIsUnmarked(data,now,entries);return refused===void 0?fine(subject3,`The ${dataText("production",data)} has no disposable mark.`):problem(
subject3,refused.message)})}function identityFindings(production,staging){return staging.map(([data,here])=>{const place=dataPlace("staging",data);for(const[other,
there]of production){if(other.name!==data.name&&!mayBeOne(there,here))continue;const comparison=compareIdentities(there,here);if(comparison.kind==="different")continue;
const verb=comparison.kind==="same"?"is":"could be",productionStore=other.name===data.name?"production's":`production's "${other.name}"`;return problem(subject3,
{happened:`The ${dataText("staging",data)} ${verb} ${productionStore}: ${comparison.reason}.`,means:"A restore on staging would replace production. It would be \
refused.",next:`Let ${place} name its own empty ${data.noun}, under another name; or correct the variables that this job gets.`})}return fine(subject3,`The ${dataText(
"staging",data)} is not production's.`)})}var subject4="the lease";function leaseFinding(holder,atWork){if(atWork!==void 0)return warning(subject4,atWork);if(holder.
kind==="nobody")return fine(subject4,"Nobody holds it: a run may start at once.");const{lease,since,freeAt}=holder,who=`${lease.owner} (${lease.run.actor}) has \
held it since ${dayTime(since)}`;return holder.kind==="gone"?warning(subject4,{happened:`${who}, and its process is gone from this machine.`,means:"That run was\
 killed, and what it was doing may be half done. The next run here takes over at once.",next:"See what it left behind: staged-upgrade report."}):holder.kind==="\
lapsed"?warning(subject4,{happened:`${who}, and did not release it; it expired at ${dayTime(lease.expiresAt)}.`,means:"That run has died, and what it was doing \
may be half done. The next run takes over.",next:"See what it left behind: staged-upgrade report."}):warning(subject4,{happened:`${who}; unless renewed it expir\
es at ${dayTime(lease.expiresAt)}.`,means:`Two runs never act at once: others may act from ${dayTime(freeAt)} on, since clocks may differ.`,next:"Let that run f\
inish. If it is dead, staged-upgrade unlock says what it takes to continue at once."})}var subject5="production",unhealthyMeans="If an unhealthy system is upgra\
ded, nobody can see why the upgrade fails.",reach="Make sure that the server runs and that this runner reaches environments.production.url.";function liveFindings({
version,serving,migrations},title,hasMigrationsProbe){const findings=[];return version.kind==="known"?findings.push(fine(subject5,`It runs ${title} ${version.value}\
.`)):findings.push(cannotTell(subject5,{happened:`It does not report its version: ${version.reason}.`,means:"No path can be planned without it.",next:reach})),serving.
kind==="yes"?findings.push(fine(subject5,"It is healthy.")):serving.kind==="no"?findings.push(problem(subject5,{happened:`It reports that it is not healthy: ${serving.
reason}.`,means:unhealthyMeans,next:"Make it healthy first."})):findings.push(cannotTell(subject5,{happened:`It could not be determined whether it is healthy: ${serving.
reason}.`,means:unhealthyMeans,next:reach})),hasMigrationsProbe?[...findings,migrationFinding(migrations)]:findings}function startedFindings({version,migrations},entries){
if(version.kind==="unknown")return[];const found=startedMigrations(entries,version.value);if(found===void 0)return[];const{started,appliedBefore}=found,applied="\
applied"in migrations?migrations.applied:void 0;if(started.event.type==="migrating"&&applied!==void 0&&applied===appliedBefore)return[];const{to}=started.event.
hop;return[problem(subject5,{happened:`It runs ${version.value}, but the migrations of ${to} were started on ${dayTime(started.at)}.`,means:`${version.value} on\
 data that ${to} has migrated may look healthy and damage data; its report that nothing is pending proves nothing.`,next:"Stop writing to it. Restore the restor\
e point, or deploy the newer release again, before anything else is done."})]}var onStaging="staging";function stagingFindings({version,serving,migrations},title){
const refused=[version,serving,migrations].find(each=>"refused"in each&&each.refused===!0);return refused!==void 0&&"reason"in refused?[problem(onStaging,{happened:`\
Its server refuses the credential of the probes: ${refused.reason}.`,means:"The restored copy is a copy of production: its users and tokens may be those of prod\
uction.",next:"Set environments.staging.access to a credential that works on the restored copy, or let the scrub hook make one."})]:version.kind==="known"?[fine(
onStaging,`It runs ${title} ${version.value}, and takes the credentials of the probes.`)]:[warning(onStaging,{happened:`Its server does not report its version: ${version.
reason}.`,means:"Before the first rehearsal that may be normal: nothing needs to run there. Its address and credentials remain unproved.",next:"Make sure that t\
his runner reaches environments.staging.url once a release runs there."})]}function migrationFinding(migrations){switch(migrations.kind){case"done":return fine(
subject5,"No migration is pending.");case"pending":return problem(subject5,{happened:`A migration was not started: ${migrations.next}.`,means:"The next release \
may refuse to start, or lose data, on such a database.",next:"Let the migrations of the current release run to their end."});case"running":return warning(subject5,
{happened:`The migration ${migrations.current} is running${migrations.jobs===void 0?"":", or its job is queued"}.`,means:"The first hop waits until nothing is l\
eft.",next:"Let it end, then start."});case"failed":return problem(subject5,{happened:`The migration ${migrations.current} has failed: ${migrations.error}.`,means:"\
It blocks every later one.",next:"Fix its cause with the vendor's help, and let it complete."});case"unknown":return cannotTell(subject5,{happened:`It could not\
 be determined whether migrations are unfinished: ${migrations.reason}.`,means:"The next release may refuse to start on a database that is not migrated.",next:"\
Check the address and the credential of the migrations probe."})}}async function scriptFindings(document,directory,subject6){return(await unfinishedScripts(document,
directory)).map(script=>problem(subject6,{happened:`${script} is still as "staged-upgrade init" wrote it.`,means:"It does nothing yet and exits with an error, s\
o the step that runs it would fail.",next:"Replace its last lines with what its comments ask for."}))}function scrubFindings(configuration){const subject6="the \
copy of live data",{scrub}=stagingOf(configuration).hooks;return scrub===void 0?[problem(subject6,{happened:"Nothing says how a restored copy is made harmless b\
efore the server first starts on it.",means:"It may send mail to the people in it, charge them, or call live systems.",next:'Add a command as environments.stagi\
ng.hooks.scrub: { run: [...] }, or say why none is needed: { waive: "\u2026" }.'})]:"waive"in scrub?[fine(subject6,`It is started as it is: ${scrub.waive}`)]:[fine(
subject6,`It is scrubbed by ${scrub.run[0]} before the server first starts on it.`)]}async function spaceFindings(data,store,signal){const subject6="room for ba\
ckups",place=store.room??store.description,estimated=await estimatedBytesOf(data,signal),free=await store.freeBytes(),space=compareSpace(estimated,free);switch(space.
kind){case"enough":return[fine(subject6,free===void 0||estimated===void 0?`The ${store.description} has no limit of its own.`:estimated===0?`There is no data to\
 back up yet; ${bytesText(free)} are free in ${place}.`:`A backup takes up to ${bytesText(estimated)}; ${bytesText(free)} are free in ${place}.`)];case"too-litt\
le":return[problem(subject6,{happened:`A backup takes up to ${bytesText(space.neededBytes)}, and ${bytesText(space.freeBytes)} are free in ${place}.`,means:"The\
 backup would fail when the disk is full, and so would everything else that writes there.",next:"Free space there, or keep backups elsewhere (backup.store)."})];case"\
cannot-tell":return[cannotTell(subject6,{happened:`It could not be determined whether ${store.description} has room for a backup: ${space.reason}.`,means:"The b\
ackup may fail when the disk is full.",next:"Compare the size of the data with the free space by hand."})]}}function windowFindings({windows,waiver,freeze,now,longestJobMilliseconds}){
const subject6="the time for it",frozen=freeze.kind==="off"?[]:[warning(subject6,{happened:`Promotion is frozen by the variable ${freezeVariable}${freeze.reason===
void 0?"":`: ${freeze.reason}`}.`,means:"Hops are rehearsed; none goes to production.",next:`When it is over, set the repository variable ${freezeVariable} to "\
false" or delete it.`})];if(windows===void 0){const none=waiver===void 0?"No maintenance windows are configured":`Maintenance windows are waived ("${waiver}")`;
return[...frozen,fine(subject6,`${none}: production may be changed at any time.`)]}const reading=decideWindow(windows,now),{timeZone}=windows,present=reading.kind===
"open"?fine(subject6,reading.until===void 0?"No maintenance window closes.":`The maintenance window is open until ${localText(reading.until,timeZone)}.`):warning(
subject6,{happened:`It is ${localText(now,timeZone)}: ${reading.reason}.`,means:"Hops can be rehearsed now; production waits.",next:`Production may be changed f\
rom ${localText(reading.opensAt,timeZone)}.`});return[...frozen,present,...tooShort(windows,now,longestJobMilliseconds,subject6)]}function tooShort(windows,now,longest,subject6){
if(longest===void 0)return[];const reading=decideWindow(windows,now);return reading.kind==="open"&&(reading.until===void 0||reading.until.getTime()-now.getTime()>=
longest)||nextLongEnough(windows,now,longest)!==void 0?[]:[problem(subject6,{happened:`According to its rehearsal, one part of a hop takes ${durationText(longest)}\
 on production, and no maintenance window is that long.`,means:"It would never be promoted.",next:'Lengthen a window under "windows" in the configuration.'})]}async function hookFindings({
configuration,document,effects},environment,hop,subject6){const sides=hop??{from:"0",to:"0"},[from,to]=[releaseOn(sides,"from"),releaseOn(sides,"to")],unknownParts=Object.
fromEntries(partsAskedIn(document).map(name=>[name,"0"])),placeholders={...partPlaceholders(hop===void 0?unknownParts:hop.parts?.to),system:configuration.system,
environment,from,to},programs=Object.entries(settingsOf(configuration,environment).hooks).flatMap(([name,hook])=>{if(hook===void 0||!("run"in hook))return[];const where=`\
environments.${environment}.hooks.${name}`,known=Object.hasOwn(releaseHooks,name)?{...placeholders,version:to}:placeholders;filledVariables(hook.env,{effects,where,
placeholders:known});const[program=""]=hook.run.map(text=>effects.variables.fill(text,`${where}.run`,known));return[{where,program}]});return await programFindings(
programs,effects,subject6)}async function placeFindings(project,hop,{subject:subject6,scope}){const isTerminal=project.run.kind==="terminal",here=scope.looksAt(
"staging")&&(isTerminal||!scope.looksAt("production"))?await placeOf(project,"staging",hop):void 0;if(here===void 0)return[];const there=(isTerminal&&scope.looksAt(
"production")?await placeOf(project,"production",hop):void 0)??await recorded(project,here.place.kind);if(there===void 0)return[];const refused=decidePlacesApart(
there,here.place);return refused===void 0?[fine(subject6,`Staging is deployed at ${deployPlaceText(here.place)}, and production is not.`)]:[problem(subject6,refused.
message)]}function addressFindings(project,subject6){const refused=sameAddress(project);return refused===void 0?[]:[problem(subject6,refused.message)]}async function placeOf(project,environment,hop){
const[from,to]=[releaseOn(hop,"from"),releaseOn(hop,"to")],request={version:to,from,to,parts:hop.parts?.to??{},signal:project.effects.signal},target={from:hop.from,
to:hop.to,version:hop.to};try{const place=await openLiveSystem(project,environment,[]).place(target)?.place?.(request);return place&&{place,at:project.effects.clock.
now().toISOString()}}catch(error){if(error instanceof UserError)return;throw error}}async function recorded(project,kind){const seen=productionPlace(await project.
journal.read(),kind);return seen&&{place:seen.event.place,at:seen.at}}function canObserve(scope,environment="production"){return["url","access","topology"].every(
part=>scope.has(`environments.${environment}.${part}`))}function liveChecks(project,scope){const{title,probes}=project.product,production=async()=>{const entries=await project.
journal.read(),observation=await openLiveSystem(project,"production",entries).observe();return[...liveFindings(observation,title,probes.migrations!==void 0),...startedFindings(
observation,entries)]},staging=async()=>stagingFindings(await openLiveSystem(project,"staging",await project.journal.read()).observe(),title);return[{subject:journalSubject,
look:()=>journalIsWhole(project)},...canObserve(scope)?[{subject:"production",look:production}]:[],...project.traits.waiver===void 0&&canObserve(scope,"staging")?
[{subject:"staging",look:staging}]:[],{subject:"the lease",look:async()=>[leaseFinding(await holderNow(project),commandLeftBehind(project)?.message)]},...scope.
has("backup")?[{subject:recordsSubject,look:()=>recordsFindings(project)}]:[]]}async function journalIsWhole({journal}){return await journal.read(),[]}var recordsSubject="\
the records";async function recordsFindings(project){const lost=await lostRecords(project);return lost===void 0?[]:[(lost.kind==="without-journal"?problem:warning)(
recordsSubject,lost.message)]}async function holderNow(project){const{journal,effects,configuration,run}=project,tolerance=configuration.lock["clock-tolerance"],
terms={now:effects.clock.now(),tolerance,run,isGone:isHolderGone(project),production:void 0};return whereaboutsOf(await journal.read(),terms).holder}function pathChecks({
project,scope,hops,longestJobMilliseconds}){const{effects,configuration,traits}=project;return[...traits.dataless?[]:dataChecks(project,scope),...traits.waiver===
void 0?storageChecks(project,scope,hops):[],{subject:"stores",look:async()=>storeFindings(project.product,configuration.environments.production.data)},...traits.
dataless||traits.waiver!==void 0?[]:[{subject:"the copy of live data",look:async()=>scrubFindings(configuration)}],...withoutRehearsal(traits),...environmentsOf(
traits).filter(scope.looksAt).map(environment=>{const subject6=`settings of ${environment}`;return{subject:subject6,look:async()=>(await settingProblems(project,
{environment,hops,withoutVariables:"say"})).map(message=>problem(subject6,message))}}),{subject:"scripts",look:()=>scriptFindings(project.document,effects.directory,
"scripts")},...environmentsOf(traits).flatMap(environment=>deployChecks(project,scope,environment,hops)),...traits.waiver===void 0?placeChecks(project,scope,hops):
[],{subject:"the time for it",look:async()=>windowFindings({windows:configuration.windows,waiver:windowsWaiver(project.document),freeze:decideFreeze(effects.environment[freezeVariable]),
now:effects.clock.now(),...longestJobMilliseconds===void 0?{}:{longestJobMilliseconds}})},...scope.looksAt("production")?[...gateChecks(project),...branchChecks(
project)]:[],{subject:clockSubject,look:async()=>clockFindings(verdictOnClock(project,await project.journal.read()))}]}function environmentsOf({waiver}){return waiver===
void 0?environmentNames:["production"]}function withoutRehearsal({waiver,dataless}){return[...waiver===void 0?[]:[{subject:"staging",look:async()=>[warning("sta\
ging",{happened:`There is none: "${waiver}".`,means:"Hops go to production without a rehearsal.",next:"Leave it if that is intended; otherwise describe a stagin\
g under environments.staging."})]}],...dataless?[{subject:"data",look:async()=>[fine("data","There is none: nothing is backed up, and nothing can be restored.")]}]:
[]]}function dataChecks(project,scope){const{signal}=project.effects,has=environment=>scope.has(`environments.${environment}.data`),data=environment=>has(environment)?
openData(project,environment):[];return[...environmentsOf(project.traits).flatMap(environment=>data(environment).map(each=>{const subject6=`the ${dataText(environment,
each)}`;return{subject:subject6,look:async()=>{const{store,name}=each;if(store.preflight===void 0)return await store.identity(signal),[];if(environment==="produ\
ction")return await store.preflight({use:"backup",subject:subject6,signal});const needs=await data("production").find(other=>other.name===name)?.store?.needs?.(
signal);return await store.preflight({use:"restore",subject:subject6,needs,signal})}}})),{subject:"staging is not production",look:async()=>{const entries=await project.
journal.read(),production=await identitiesOf(data("production"),signal),staging=project.traits.waiver===void 0?await identitiesOf(data("staging"),signal):[];return[
...unmarkedFindings(production,entries),...markFindings(staging,entries,project.configuration.system),...production.length===0?[]:identityFindings(production,staging)]}},
...encryptionChecks(project,scope),...has("production")&&scope.has("backup")?[{subject:"room for backups",look:()=>spaceFindings(data("production").map(({store})=>store),
project.store(),signal)}]:[]]}function storageChecks(project,scope,[hop]){if(hop===void 0||!asksForStorage(project)||!scope.has("environments.staging.data"))return[];
const subject6="staging is not production",identities=async environment=>{const data=scope.has(`environments.${environment}.data`)?openData(project,environment):
[];return(await identitiesOf(data,project.effects.signal)).map(([,identity])=>identity)};return[{subject:subject6,look:async()=>{const[production,staging]=[await identities(
"production"),await identities("staging")],refused=await whyNotShownApart(project,hop,{production,staging,acknowledged:[]});return refused===void 0?[]:[problem(
subject6,refused.message)]}}]}function encryptionChecks(project,scope){const{configuration,effects}=project,encryption=configuration.backup?.encryption,isNamed=encryption?.
age.identity!==void 0;if(encryption===void 0||!scope.has("backup")||isNamed&&!scope.has(identityPlace))return[];const subject6="the encryption of backups",placeholders={
system:configuration.system},seal=ageSeal(encryption,{effects,placeholders,where:"backup.encryption"});return[{subject:subject6,look:()=>encryptionFindings(seal,
subject6)}]}function deployChecks(project,scope,environment,hops){const base=`environments.${environment}`,checks=[],{signal}=project.effects,subject6=`the depl\
oy of ${environment}`;if(scope.has(`${base}.deploy`)&&checks.push({subject:subject6,look:async()=>{const live=openLiveSystem(project,environment,[]);if(project.
traits.stages!==void 0){const each=hops.map(async hop=>await live.deployer({from:hop.from,to:hop.to,version:hop.to}).preflight?.({hops:[deployedHop(hop)],subject:subject6,
signal})??[]);return(await Promise.all(each)).flat()}const deployer=live.deployer(),found=await deployer.preflight?.({hops:hops.map(deployedHop),subject:subject6,
signal})??[];return environment==="staging"&&scope.has(`${base}.data`)&&needsStop(project)&&deployer.stop===void 0?[...found,cannotStop(subject6,deployer.kind)]:
found}}),scope.has(`${base}.hooks`)){const place=`the hooks of ${environment}`;checks.push({subject:place,look:()=>hookFindings(project,environment,hops.at(0),place)})}
return checks}function placeChecks(project,scope,hops){const subject6="staging is deployed apart",places=(project.traits.stages===void 0?hops.slice(0,1):hops).map(
hop=>({subject:subject6,look:()=>placeFindings(project,hop,{subject:subject6,scope})}));return[{subject:subject6,look:async()=>addressFindings(project,subject6)},
...places]}function deployedHop(hop){const{parts}=hop;return{from:releaseOn(hop,"from"),to:releaseOn(hop,"to"),...parts===void 0?{}:{parts}}}function gateChecks(project){
const{gates}=project.configuration;return gates.scope==="path"?[{subject:"gate of the path",look:()=>pathGateFindings(gates.finalize,environmentOn(environmentOfGate.
production,project),gateReader(project))}]:gateNames.filter(gate=>gate==="production"||project.traits.deferrable).map(gate=>({subject:`gate ${gate}`,look:()=>gateFindings(
gate,gates[gate],environmentOn(environmentOfGate[gate],project),gateReader(project))}))}function branchChecks(project){const{document,traits,configuration}=project;
return credentialEnvironments(document,traits,configuration.gates.scope).map(name=>environmentOn(name,project)).map(environment=>({subject:branchSubject(environment),
look:()=>branchFindings(environment,branchReader(project))}))}function needsStop(project){return openData(project,"staging").some(({store})=>store.serverDuringRestore!==
"running")}function cannotStop(subject6,kind){return problem(subject6,{happened:"The configuration does not say how the server on staging is stopped.",means:"It\
 would write to its data while the data is replaced, so a restore refuses while the server runs.",next:`Add "stop" to environments.staging.deploy.${kind}.`})}async function findProblems(project,input){
const{signal}=project.effects,scope=scopeOf(project,input),live=await runChecks(liveChecks(project,scope),signal,scope.findings),{path,longestJobMilliseconds}=await findPath(
project,input,scope),hops=hopsToCheck(path),checks=pathChecks({project,scope,hops,longestJobMilliseconds}),findings=await runChecks(checks,signal,withNew(live,pathFindings(
path))),journal=await journalFinding(project.journal,findings);return preflightResult(withNew(findings,[journal]),journal.kind==="ok")}function scopeOf(project,{
environment:asked}){const{document,effects}=project,{environments,backup,...common}=document,parts={...common};backup!==void 0&&(parts.backup=backupPlaces.map(place=>valueAt(
document,place.split("."))));const identity=valueAt(document,identityPlace.split("."));identity!==void 0&&(parts[identityPlace]=identity);const looksAt=name=>asked===
void 0||asked===name;for(const name of environmentNames.filter(looksAt))for(const[key,part]of Object.entries(memberOf(environments,name)))parts[`environments.${name}\
.${key}`]=part;const variables=partVariables(parts,effects.environment),given=givenParts(project,asked);return{looksAt,has:part=>stateOf(variables,part)==="here",
findings:[...variableFindings(variables,{subject:"variables",isGiven:part=>given?.includes(part)!==!1}),...environmentNames.filter(name=>!looksAt(name)).map(leftOut)]}}
function givenParts({run,configuration,document},asked){if(!(run.kind!=="github"||asked===void 0))return partsOf(preflightJobs[asked],configuration["restore-poi\
nt"].prove,document)}function memberOf(value,name){if(typeof value!="object"||value===null)return{};const member=Object.entries(value).find(([key])=>key===name)?.[1];
return typeof member=="object"&&member!==null?{...member}:{}}function stateOf(variables,part){const found=variables.find(({where})=>where===part);if(found!==void 0)
return found.state;const environment=part.split(".").slice(0,2).join(".");return variables.some(({where})=>where.startsWith(`${environment}.`))?"here":"not-aske\
d"}function leftOut(environment){return warning(`environment ${environment}`,{happened:"It was not checked: this run was for the other environment.",means:"Noth\
ing is known about its server, its database and its deploy.",next:`Run preflight --environment ${environment} where its variables are.`})}async function findPath(project,input,scope){
try{return await pathFrom(project,input,scope)}catch(error){if(project.effects.signal.throwIfAborted(),!(error instanceof UserError)&&!(error instanceof SystemFailure))
throw error;return{path:{kind:"refused",message:error.detail}}}}async function pathFrom(project,input,scope){const reachable=canObserve(scope);return!reachable&&
input.current===void 0?{path:await recordedPath(project)}:reachable&&(await openLiveSystem(project,"production",[]).observe()).version.kind==="unknown"?input.current===
void 0?{path:await recordedPath(project)}:await planned(project,{...input,offline:!0}):await planned(project,{...input,offline:!reachable})}async function planned(project,input){
const{plan,hops,details,remarks,missing}=await planHops(project,input);if(plan.kind==="already-there"&&plan.doubt!==void 0&&hops.length===0)return{path:{kind:"r\
efused",message:plan.doubt}};if(missing!==void 0)return{path:{kind:"refused",message:missing}};if(plan.kind!=="path"&&plan.kind!=="already-there")return{path:{kind:"\
refused",message:plan.message}};const times=details.flatMap(({estimate})=>estimate?.longestJobMilliseconds??[]);return{path:{kind:"planned",hops,target:plan.target,
remarks},...times.length===0?{}:{longestJobMilliseconds:Math.max(...times)}}}async function recordedPath({journal}){const planned2=latest(await journal.read(),"\
planned")?.event.hops??[];return planned2.length===0?{kind:"not-known"}:{kind:"recorded",hops:planned2.map((hop,index)=>({...hop,index:index+1,count:planned2.length,
title:`${hop.from} \u2192 ${hop.to}`,reasons:[]}))}}function preflightResult(findings,isRecorded){const outcome=outcomeOf(findings),headline=preflightHeadline(findings),
count2=kind=>findings.filter(finding=>finding.kind===kind).length;return{outcome,headline,...outcome==="passed"?{}:{message:messageOf(headline,findings,isRecorded)},
outputs:{problems:count2("problem")},summary:preflightMarkdown(findings),text:preflightText(findings),json:{findings}}}function messageOf(headline,findings,isRecorded){
const first=findings.find(({kind})=>kind==="problem")??findings.find(({kind})=>kind==="cannot-tell");return{happened:headline,means:first===void 0?"":`The first\
 is ${first.subject}: ${first.happened}`,next:`Go through the list, then run preflight again. Nothing was changed; ${isRecorded?"it is recorded in the journal":
"the journal could not be written"}.`}}export{findProblems};
