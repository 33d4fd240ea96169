const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{refuseUnsetVariables,
sequenceStep,stepTitle}from"./steps.js";import{planToDo}from"./steps.js";import{report,stakeOf}from"./steps.js";import{nearest}from"./start.js";import{toApprove}from"./steps.js";
import{allContentDigests,countedRehearsal,openLiveSystem,situationOf}from"./steps.js";import{hopSequence,jobNames,promotionOf,recordOf}from"./steps.js";import{isOf}from"./steps.js";
import{pathGate,terminalGate}from"./project.js";import{dayTime}from"./terminal.js";import{referenceTo}from"./start.js";import{countText}from"./terminal.js";import{
UserError}from"./start.js";function stopOf(until,hops,entries){if(until===void 0)return{kind:"at-the-end"};const asked=until.trim(),hop=hops.find(({id,to})=>id===
asked||to===asked);if(hop!==void 0)return{kind:"after",hop};const from=hops.at(0)?.from;if(from!==void 0&&(asked===from||wasClimbed(asked,from,entries)))return{
kind:"reached",release:from};const names=hops.flatMap(({id,to})=>[id,to]),near=nearest(asked,names);throw new UserError({happened:`--until names "${until}", but\
 no hop of the path has this id or leads to this version.`,means:"It is not known where to stop, so nothing was done.",next:`${near===void 0?"":`Did you mean "${near}\
"? `}The hops are: ${hops.map(({id})=>id).join(", ")}. A version that one of them leads to is accepted too: ${hops.map(({to})=>to).join(", ")}.`})}function wasClimbed(id,release,entries){
return entries.flatMap(entry=>isOf(entry,"planned")?entry.event.hops:[]).some(hop=>hop.id===id&&hop.to===release&&promotionOf(recordOf(entries,hop)).completed!==
void 0)}async function productionNow(project,hop){const{effects,configuration,traits,journal}=project,entries=await journal.read();return situationOf({hop,traits,
now:effects.clock.now(),observation:await openLiveSystem(project,"production",entries).observe(effects.signal),entries,rehearsalMaxAge:configuration.rehearsal["\
max-age"]})}async function wholePathNotApproved(project,stage,hops){const{journal,configuration,traits,effects}=project,[hop]=hops;if(hop===void 0)return;const starts=traits.
deferrable&&configuration.gates.finalize!=="none";effects.signal.throwIfAborted();const answer=await stage.approve({hop,hops,job:"path",facts:[...await Promise.
all(hops.map(each=>fact(project,each))),{about:"After this",text:"Nobody is asked again. A hop is done only as it was planned, and only when its rehearsal has p\
assed; one that fails ends the climb."}],question:`Let ${hops.length===1?"this hop":`all ${countText(hops.length,"hop")}`} go to production${starts?`, and ${hops.
length===1?"its":"their"} migrations start there`:""}?`});if(answer.kind==="declined"){const message={happened:`The path from ${hop.from} to ${hops.at(-1)?.to} \
was not approved.`,means:"Nothing was changed on production by it.",next:answer.next};return{outcome:"waiting",headline:message.happened,message,outputs:{},summary:"",
text:""}}for(const each of hops)await journal.append({type:"approved",hop:referenceTo(each),gate:pathGate("terminal"),by:answer.by})}async function fact({journal,
effects,configuration,traits},hop){const entries=await journal.read(),rehearsal=countedRehearsal(entries,recordOf(entries,hop),{now:effects.clock.now(),rehearsalMaxAge:configuration.
rehearsal["max-age"],traits}),text=rehearsal.kind==="passed"?`Rehearsed on ${dayTime(rehearsal.at)}.`:"It is rehearsed before it is promoted.";return{about:hop.
title,text}}async function climbPath(project,input,stage){const{until,...given}=input,entries=await project.journal.read();let stop={kind:"at-the-end"};const{result,
hops}=await planToDo(project,{...given,operation:"climb"},planned=>{stop=stopOf(until,planned,entries)});return result.outcome!=="passed"?result:await climbTo(stop,
{project,input:given,stage,hops,planned:result})}async function climbTo(stop,{project,input,stage,hops,planned}){if(stop.kind==="reached")return stoppedAt(stop.
release,hops,await reportNow(project,input));if(stage.showPlan(planned.headline,planned.text),project.configuration.gates.scope==="path"){const declined=await wholePathNotApproved(
project,stage,hopsUpTo(stop,hops));if(declined!==void 0)return declined}for(const[index,hop]of hops.entries()){const stopped=await climbHop(project,input,stage,
hop);if(stopped!==void 0)return stopped;const left=hops.slice(index+1);if(stop.kind==="after"&&hop.id===stop.hop.id&&left.length>0)return stoppedAt(hop.to,left,
await reportNow(project,input))}return{...await reportNow(project,input),reached:"end"}}function hopsUpTo(stop,hops){if(stop.kind!=="after")return hops;const last=hops.
findIndex(hop=>hop.id===stop.hop.id);return last===-1?hops:hops.slice(0,last+1)}function reportNow(project,input){return report(project,input)}function stoppedAt(release,left,reported){
const{message:_,...rest}=reported,remaining=`${countText(left.length,"hop")} to ${left.at(-1)?.to} ${left.length===1?"is":"are"} left`,headline=`Production is o\
n ${release}, where --until stops; ${remaining}. The same command without --until continues the climb.`;return{...rest,outcome:"passed",headline,reached:"stop"}}
async function climbHop(project,input,stage,hop){const steps=hopSequence(project.traits);for(const job of jobNames){const own=steps.filter(step=>step.job===job);
if(own.length===0)continue;const situation=await productionNow(project,hop),isKept=situation.rehearsal.kind==="passed";job==="read"&&refuseUnsetVariables(project,
jobNames.filter(each=>each!=="rehearse"||!isKept));const declined=await passGate(project,stage,job,situation);if(declined!==void 0)return declined;const end=await stage.
runJob({hop,job:jobTitles[job]},job==="rehearse"&&situation.rehearsal.kind==="passed"?[keptRehearsal(situation.rehearsal.at)]:own.map(step=>sequenceStep(project,
input,hop,{...step,title:stepTitle(step,situation)})));if(end.kind==="stopped")return end.result;if(job==="read"&&end.results.at(0)?.outcome==="skipped")return}}
function keptRehearsal(at){const result={outcome:"skipped",headline:`Nothing to do: the rehearsal of this hop passed on ${dayTime(at)}.`,outputs:{},summary:"",text:""};
return{title:"Keep the rehearsal",run:async()=>result}}async function passGate(project,stage,job,situation){if(job!=="promote"&&job!=="finalize"||(job==="promot\
e"?project.configuration.gates.production:project.configuration.gates.finalize)==="none"||project.configuration.gates.scope==="path")return;const asked=toApprove(
job,situation);if(asked.kind==="nothing")return;const{hop}=situation;project.effects.signal.throwIfAborted();const{facts,question}=stakeOf(asked,situation,allContentDigests(
project)),answer=await stage.approve({hop,hops:[hop],job,facts,question});if(answer.kind==="declined"){const message={happened:`${job==="promote"?"The promotion":
"Starting the migrations"} of hop ${hop.id} was not approved.`,means:"Nothing was changed on production by it.",next:answer.next};return{outcome:"waiting",headline:message.
happened,message,outputs:{},summary:"",text:""}}await project.journal.append({type:"approved",hop:referenceTo(hop),gate:terminalGate(job==="promote"?"production":
"finalize"),by:answer.by})}var jobTitles={read:"Read production",rehearse:"Rehearse on staging",promote:"Promote to production",finalize:"Finalize on production"};export{climbPath};
