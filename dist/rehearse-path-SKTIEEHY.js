const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{refuseUnsetVariables,
rehearsalStepTitle,sequenceStep}from"./steps.js";import"./steps.js";import"./steps.js";import{planToDo}from"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import{fillIn,hopReport}from"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import{budgetOf}from"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./start.js";import"./terminal.js";import"./project.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import{
did,step}from"./steps.js";import"./steps.js";import"./project.js";import"./steps.js";import"./start.js";import"./start.js";import"./steps.js";import{newRunOf,rehearsedBefore,
withNewRun}from"./steps.js";import"./steps.js";import{asPlanned,hopsOf}from"./steps.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";
import{allContentDigests,countedRehearsal,openLiveSystem,situationOf}from"./steps.js";import"./steps.js";import"./steps.js";import{hopSequence,promotionOf,recordOf,
rehearsalOf}from"./steps.js";import{after,inEnvironment,isOf,latest}from"./steps.js";import"./project.js";import"./project.js";import"./project.js";import{stagingOf}from"./project.js";
import"./start.js";import"./project.js";import"./project.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";
import{alreadyDone,cannotTell_M7NQ6CCT as cannotTell,refuse}from"./project.js";import"./steps.js";import"./steps.js";import{dayTime}from"./terminal.js";import"./steps.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import{referenceTo}from"./start.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";
import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import{countText,durationText}from"./terminal.js";
import"./start.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";
import"./project.js";import"./start.js";import"./project.js";import"./start.js";import{UserError}from"./start.js";import"./chunk-D6K2TUBN.js";function isAsLeftBy(entries,hop){
const rehearsed=latest(recordOf(entries,hop).entries,"rehearsed");return rehearsed===void 0?!1:after(inEnvironment(entries,"staging"),rehearsed).every(({event})=>event.
type==="ended")}function isWholeOn(release,{version,serving,migrations}){return version.kind==="known"&&version.value===release&&serving.kind==="yes"&&migrations.
kind==="done"}function pathRehearsalOf(entries,hops,staging,terms){const kinds=hops.map(hop=>countedRehearsal(entries,recordOf(entries,hop),terms).kind),open=kinds.
findIndex(kind=>kind!=="passed"),[next,before]=[hops[open],hops[open-1]];if(next===void 0)return{kind:"passed"};const canContinue=before===void 0||kinds[open]===
"started"||isAsLeftBy(entries,before)&&isWholeOn(next.from,staging),again=hops.filter((_,index)=>kinds[index]==="passed"&&(!canContinue||index>open));if(again.length===
0)return{kind:"go-on"};const started=again.find(hop=>promotionOf(recordOf(entries,hop)).deployStarted);if(started!==void 0)return{kind:"started",hop:started};const because=canContinue?
`${next.id}, which comes before it on the path, is rehearsed again`:`staging is not on ${next.from} as the previous hop left it, so the path is rehearsed again \
from a restore`;return{kind:"anew",passed:again,because}}function decideCarryOver(situation,before){const{hop,rehearsal,standing,observation}=situation;if(rehearsal.
kind==="passed")return rehearsedBefore(rehearsal);if(rehearsal.kind==="started")return alreadyDone(`The rehearsal of this hop has been under way since ${dayTime(
rehearsal.startedAt)}.`);const again="Start the rehearsal of the path again.";if(before.rehearsal.kind!=="passed")return refuse(`The rehearsal of ${before.id} h\
as not passed.`,`${hop.id} cannot continue from it.`,again);const{backup}=before.rehearsal;return backup===void 0?refuse(`The rehearsal of ${before.id} restored\
 nothing.`,`There is nothing that ${hop.id} could carry over.`,again):before.isAsLeft?standing.kind==="unknown"?cannotTell(`The version of staging could not be \
determined: ${standing.reason}.`,"Nothing was done.","Check its server, then run again."):isWholeOn(hop.from,observation)?{kind:"act",backup,because:`Staging is\
 on ${hop.from}, where ${before.id} left it.`}:refuse(`Staging is not healthy on ${hop.from} with all its migrations complete.`,`The rehearsal of ${before.id} d\
id not leave it in that state, or something has changed it since.`,again):refuse(`Something else was done on staging since the rehearsal of ${before.id} passed.`,
`Its data is not what ${hop.id} should start from.`,again)}var carryOver=step({command:"restore",needs:{},open:({before})=>({environment:"staging",before}),gather:async({
project},{before})=>{const entries=await project.journal.read(),rehearsal=rehearsalOf(entries,recordOf(entries,before),project.traits);return{id:before.id,rehearsal,
isAsLeft:isAsLeftBy(entries,before)}},decide:({situation,gathered})=>decideCarryOver(situation,gathered),act:async(_,{backup,because})=>did({backup,because}),record:({
backup},{opened})=>({type:"carried-over",backup,after:opened.before.id}),report:({because})=>({headline:because})});function jobTitleText({hop,job}){return hop===
void 0?job:`Hop ${hop.index} of ${hop.count}, ${hop.title}: ${job}`}function logStage(log){return{runJob:async(title,steps)=>{log.info(jobTitleText(title));const results=[];
for(const step2 of steps){const result=await log.group(step2.title,()=>step2.run(log));if(log.info(`${result.outcome}: ${result.headline}`),results.push(result),
result.outcome!=="passed"&&result.outcome!=="skipped")return{kind:"stopped",result}}return{kind:"ended",results}}}}function rehearseInJob(project,input){return rehearsePlanned(
project,input,{stage:logStage(project.effects.log),budgetMilliseconds:budgetOf(project,input)})}async function rehearsePath(project,input,stage){stagingOf(project.
configuration);const{result,hops}=await planToDo(project,{...input,operation:"rehearse"}),[first]=hops;if(result.outcome!=="passed"||first===void 0)return result;
refuseUnsetVariables(project,["read","rehearse"]),stage.showPlan(result.headline,result.text);const read=hopSequence(project.traits).filter(step2=>step2.job==="\
read"),end=await stage.runJob({job:"Read production"},read.map(step2=>sequenceStep(project,input,first,step2)));return end.kind==="stopped"?end.result:await rehearsePlanned(
project,input,{stage})}async function rehearsePlanned(project,input,{stage,budgetMilliseconds}){const{clock}=project.effects;stagingOf(project.configuration);const hops=await plannedHops(
project),refused=await beginAnewIfNeeded(project,hops);if(refused!==void 0)return refused;const countBefore=(await project.journal.read()).filter(entry=>isOf(entry,
"rehearsed")).length,started=clock.now().getTime();for(const[index,hop]of hops.entries()){const left=budgetMilliseconds===void 0?void 0:started+budgetMilliseconds-
clock.now().getTime();if(left!==void 0&&left<1e3){const newRun=newRunOf(project,{command:"rehearse",input,entries:await project.journal.read(),hop:hop.id});return budgetEnded(
hop,hops,durationText(clock.now().getTime()-started),newRun)}const budget=left===void 0?{}:{budget:Math.floor(left/1e3)*1e3},end=await stage.runJob({hop,job:"Re\
hearse on staging"},await rehearsalSteps(project,{...input,...budget},hop,hops[index-1]));if(end.kind==="stopped")return end.result}const entries=await project.
journal.read(),took=durationText(clock.now().getTime()-started),headline=entries.filter(entry=>isOf(entry,"rehearsed")).length>countBefore?`Rehearsed the whole \
path on staging, ${countText(hops.length,"hop")} in ${took}; production was not touched.`:`The whole path, ${countText(hops.length,"hop")}, had already been reh\
earsed on staging, and that still counts; production was not touched.`,terms={traits:project.traits,now:clock.now(),observation:await openLiveSystem(project,"st\
aging",entries).observe(project.effects.signal),entries,rehearsalMaxAge:project.configuration.rehearsal["max-age"]},reports=hops.map(hop=>{const situation=situationOf(
{...terms,hop});return hopReport({situation,gates:project.configuration.gates,contents:allContentDigests(project),checklists:fillIn(project.product.checklists,situation,
entries)})}),summary=[`**${headline}**
`,...reports].join(`
`);return{outcome:"passed",headline,outputs:{count:hops.length},summary,text:"",reached:"end"}}async function plannedHops(project){const entries=await project.journal.
read(),planned=latest(entries,"planned");if(planned===void 0)throw new UserError({happened:"No path was planned yet.",means:"There is nothing to rehearse. Nothi\
ng was done.",next:'Run "plan" first; in a terminal, "rehearse" does so itself.'});return hopsOf(planned.event).map(hop=>asPlanned(hop,entries,project))}async function beginAnewIfNeeded(project,hops){
const{journal,effects,configuration}=project,entries=await journal.read(),staging=await openLiveSystem(project,"staging",entries).observe(effects.signal),rehearsal=pathRehearsalOf(
entries,hops,staging,{now:effects.clock.now(),rehearsalMaxAge:configuration.rehearsal["max-age"],traits:project.traits});if(rehearsal.kind==="started")return startedOnProduction(
rehearsal.hop);if(rehearsal.kind!=="anew")return;for(const passed of rehearsal.passed){const hop=referenceTo(passed);await journal.append({type:"rehearsal-voide\
d",hop,environment:"staging",because:rehearsal.because})}const ids=rehearsal.passed.map(({id})=>id).join(", ");effects.log.info(`Rehearsed again: ${ids}, becaus\
e ${rehearsal.because}.`)}function startedOnProduction({id}){const message={happened:`Hop ${id} would be rehearsed again, to bring staging to where the next hop\
 starts, but it was started on production.`,means:"Finishing it relies on the rehearsal it has, so that is kept. Staging was not touched.",next:"Finish that hop\
 first: climb. Then start the rehearsal again: it plans from what production then runs."};return{outcome:"refused",headline:message.happened,message,outputs:{},
summary:"",text:""}}function budgetEnded(next,hops,took,newRun){const said={happened:`After ${took}, ${next.index-1} of ${countText(hops.length,"hop")} are rehe\
arsed.`,means:"Nothing failed; staging stays as it is for the next one.",next:"Start the rehearsal again: it continues from here."},message=withNewRun(said,newRun);
return{outcome:"waiting",headline:message.happened,message,outputs:{},summary:"",text:""}}async function rehearsalSteps(project,input,hop,before){const entries=await project.
journal.read(),rehearsal=rehearsalOf(entries,recordOf(entries,hop),project.traits);return hopSequence(project.traits).filter(step2=>step2.job==="rehearse").map(
step2=>before===void 0||step2.command!=="restore"||project.traits.dataless?sequenceStep(project,input,hop,{...step2,title:rehearsalStepTitle(step2,rehearsal)}):
{title:`Go on from ${hop.from}, where the previous hop ended`,run:log=>carryOver.run({...project,effects:{...project.effects,log}},{...input,environment:"stagin\
g",hop,before})})}export{rehearseInJob,rehearsePath};
