const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{matricesOf}from"./chunk-QWDMLZQX.js";
import{textTable,unfinishedClimb}from"./steps.js";import{saveFleetPage}from"./steps.js";import{whereaboutsOf}from"./steps.js";import"./steps.js";import{leadingPlan,
lookSince}from"./steps.js";import"./steps.js";import{heading,list,markdownOf,paragraph,table}from"./steps.js";import{promotionOf,recordOf}from"./steps.js";import{
isOf}from"./steps.js";import"./start.js";import"./steps.js";import{isHolderGone}from"./project.js";import"./project.js";import"./project.js";import{dayTime}from"./terminal.js";
import"./project.js";import{eachOf}from"./project.js";import"./start.js";import"./project.js";import{countText,roughText}from"./terminal.js";import"./start.js";
import{UserError}from"./start.js";import"./chunk-D6K2TUBN.js";var unresolved=/^(newest|newest-patch|\d+(\.\d+)?)$/;function fleetTurns(question){const{rings}=question,
[first]=rings,target=question.target!=="unfinished"?unresolved.test(question.target)?void 0:question.target:lastAsked(first,question),found=[];let behind;for(const ring of rings){
const turns=behind===void 0?turnsOf(ring,target,{...question,isFirst:found.length===0}):waiting(ring,behind,target,question),closedBecause=behind===void 0?whyClosed(
ring,turns,target):`ring ${behind} comes first`;found.push({ring,turns,closedBecause}),closedBecause!==void 0&&(behind??=ring.name)}const complete=target!==void 0&&
found.every(({turns})=>[...turns.values()].every(({kind})=>kind==="there"));return{target,rings:found,complete}}function lastAsked(first,{progress}){return(first?.
systems??[]).flatMap(system=>progress.get(system)?.asked??[]).toSorted((a,b)=>Date.parse(a.at)-Date.parse(b.at)).at(-1)?.target}function turnsOf(ring,target,question){
return new Map(ring.systems.map(system=>[system,turnOf(system,ring,target,question)]))}function turnOf(system,ring,target,{progress,now,target:given,isFirst}){const standing=progress.
get(system),isAsked=given!=="unfinished";return standing?.holder.kind==="acting"?{kind:"acting"}:target===void 0?isAsked?{kind:"goes",target:given,why:"asked"}:
{kind:"idle"}:standing?.runs?.label===target?thereOrLook(standing.runs,ring,target,now):isAsked?{kind:"goes",target,why:isFirst?"asked":"next-ring"}:standing?.climb.
kind==="stopped"?standing.climb:standing?.climb.kind==="waits"&&standing.climb.target===target?{kind:"goes",target:"unfinished",why:"continues"}:{kind:"goes",target,
why:isFirst?"continues":"next-ring"}}function thereOrLook(runs,{hold},target,now){const until=Date.parse(runs.since)+hold;return now.getTime()<until?{kind:"ther\
e",holdsUntil:new Date(until)}:Date.parse(runs.seen)<until?{kind:"goes",target,why:"looked-at-again"}:{kind:"there",holdsUntil:void 0}}function waiting(ring,behind,target,{
progress,target:given}){return new Map(ring.systems.map(system=>{const standing=progress.get(system);return standing?.holder.kind==="acting"?[system,{kind:"acti\
ng"}]:target!==void 0&&standing?.runs?.label===target?[system,{kind:"there",holdsUntil:void 0}]:standing?.climb.kind==="stopped"?[system,standing.climb]:given===
"unfinished"&&standing?.climb.kind==="waits"?[system,{kind:"goes",target:"unfinished",why:"continues"}]:[system,{kind:"later",behind}]}))}function whyClosed(ring,turns,target){
if(target===void 0)return`the target of ring ${ring.name} is not known yet`;const open=[...turns].filter(([,{kind}])=>kind!=="there").map(([system])=>system);if(open.
length>0)return`${named(open)} of ring ${ring.name} ${open.length===1?"has":"have"} not held ${target} yet`;const until=[...turns.values()].flatMap(turn=>turn.kind===
"there"&&turn.holdsUntil!==void 0?[turn.holdsUntil.getTime()]:[]);if(until.length!==0)return`ring ${ring.name} holds ${target} until ${dayTime(new Date(Math.max(
...until)).toISOString())}`}var maxNamed=3;function named(systems){return systems.length<=maxNamed?systems.join(", "):`${systems.slice(0,maxNamed).join(", ")} a\
nd ${systems.length-maxNamed} more`}function systemProgress(entries,terms){const planned=leadingPlan(entries);return{runs:runsOf(entries),planned,lookedAt:lookSince(
entries),done:planned===void 0?0:planned.event.hops.filter(hop=>isComplete(entries,hop)).length,asked:askedOf(entries),climb:climbOf(entries),holder:whereaboutsOf(
entries,{...terms,production:void 0}).holder,lastRun:entries.at(-1)?.run}}function isComplete(entries,hop){return promotionOf(recordOf(entries,hop)).completed!==
void 0}function runsOf(entries){let runs;for(const entry of entries){const{event,at}=entry,label=labelSeen(event);label!==void 0?runs=runs?.label===label&&event.
type==="at-target"?{...runs,seen:at}:{label,since:at,seen:at}:changesProduction(event)&&(runs=void 0)}return runs}function labelSeen(event){switch(event.type){case"\
at-target":return event.version;case"completed":return event.hop.to;case"adopted":return event.environment==="production"?event.version:void 0;case"rolled-back":
return event.environment==="production"?event.to:void 0;default:return}}var changing=["deploying","migrating","rolling-back","restoring"];function changesProduction(event){
return changing.includes(event.type)&&"environment"in event&&event.environment==="production"}function askedOf(entries){const last=entries.findLast(entry=>isOf(
entry,"at-target")||isOf(entry,"planned")&&entry.event.operation==="climb"&&entry.event.ring!==void 0);if(last!==void 0)return{target:last.event.type==="planned"?
last.event.target:last.event.version,at:last.at}}function climbOf(entries){const found=unfinishedClimb(entries);if(found.kind==="waits")return{kind:"waits",target:found.
target};const climbed=entries.findLast(entry=>isOf(entry,"planned")&&entry.event.operation==="climb");return climbed===void 0?{kind:"none"}:climbed.event.hops.every(
hop=>isComplete(entries,hop))?{kind:"none"}:{kind:"stopped",because:found.because}}function fleetDocument(facts){const{turns}=facts,{target,rings,complete}=turns,
all=rings.flatMap(ring=>[...ring.turns.values()]),counted=kind=>all.filter(turn=>turn.kind===kind).length;return[heading(1,target===void 0?`${facts.product}: ${countText(
all.length,"system")}`:`${facts.product}: ${countText(all.length,"system")} to ${target}`),paragraph(complete?"\u2714 ":"",{strong:complete?"Every system runs t\
he target.":`${counted("there")} of ${countText(all.length,"system")} run the target.`},` ${tally(counted)}`),...byHand(facts),...rings.flatMap(ring=>ringBlocks(
ring,facts))]}function tally(counted){const counts=[[counted("goes"),"go now"],[counted("acting"),"are being worked on"],[counted("later"),"come later"],[counted(
"stopped"),"wait for a person"]].filter(([count])=>count>0).map(([count,what])=>`${count} ${what}`);return counts.length===0?"":`${counts.join(", ")}.`}var columns=[
"system","runs","path","now","run"];function ringBlocks({ring,turns,closedBecause},facts){const hold=ring.hold===0?"":`, each held for ${roughText(ring.hold)}`,
rows=[...turns].map(([system,turn])=>[system,runsText(facts.progress.get(system)),pathText(facts.progress.get(system)),turnText(turn,facts.now),runLink(facts.progress.
get(system))]);return[heading(2,`Ring ${ring.name}: ${countText(ring.systems.length,"system")}${hold}`),...closedBecause===void 0?[]:[paragraph(`Later rings wai\
t: ${closedBecause}.`)],...table(columns,rows)]}function runLink(progress){const url=progress?.lastRun?.url;return url===void 0?"":[{link:"newest",url}]}function runsText(progress){
if(progress===void 0)return"unknown";const{runs,planned}=progress;if(runs!==void 0)return runs.label;if(planned===void 0)return"not seen yet";const{current,hops}=planned.
event;return hops[progress.done-1]?.to??current}function pathText(progress){if(progress?.planned===void 0)return"no plan yet";const{planned,lookedAt:lookedAt2,done}=progress,
path=`${wayText(planned)}${done===0?"":`, ${done} done`}`;return lookedAt2===void 0?path:`${path}; only looked at: ${wayText(lookedAt2)}`}function wayText({event:{
current,target,hops}}){return`${current} \u2192 ${target}, ${countText(hops.length,"hop")}`}function turnText(turn,now){switch(turn.kind){case"there":return turn.
holdsUntil===void 0?"\u2714 there":`\u2714 there, held until ${dayTime(turn.holdsUntil.toISOString(),now)}`;case"goes":return reasonWords[turn.why];case"acting":
return"a run is acting on it";case"later":return`after ring ${turn.behind}`;case"stopped":return`\u2718 needs a person first: ${turn.because}`;case"idle":return"\
nothing was started"}}var reasonWords={asked:"goes now",continues:"continues now","next-ring":"its ring starts now","looked-at-again":"has held, and is checked \
again"},maxNamed2=5;function byHand({progress}){const steps=new Map;for(const[system,{planned,lookedAt:lookedAt2}]of progress){const manual=[planned,lookedAt2].
flatMap(plan=>plan?.event.hops??[]).flatMap(hop=>hop.manual.filter(({acknowledged})=>!acknowledged));for(const{id,text}of new Map(manual.map(step=>[step.id,step])).
values()){const known=steps.get(id)??{text,systems:[]};known.systems.push(system),steps.set(id,known)}}return steps.size===0?[]:[heading(2,"To be done by hand"),
...list([...steps].map(([id,{text,systems}])=>[{code:id},` for ${namesOf(systems)}: ${text}`]))]}function namesOf(systems){return systems.length<=maxNamed2?systems.
join(", "):`${systems.slice(0,maxNamed2).join(", ")} and ${systems.length-maxNamed2} more`}function fleetText({turns,progress,now},width){return textTable(["rin\
g","system","runs","path","now"],turns.rings.flatMap(({ring,turns:each})=>[...each].map(([system,turn])=>[ring.name,system,runsText(progress.get(system)),pathText(
progress.get(system)),turnText(turn,now)])),width)}var readAtOnce=8;async function fleet({systems,rings:declared,product},input,{effects,run}){const now=effects.
clock.now(),read=await eachOf(systems,readAtOnce,async({configuration,journal})=>{const tolerance=configuration.lock["clock-tolerance"],terms={now,tolerance,run,
isGone:isHolderGone({configuration,journal,effects})};return[configuration.system,systemProgress(await journal.read(),terms)]}),progress=new Map(read),rings=declared.
map(({name,hold})=>({name,hold,systems:systems.filter(({ring})=>ring===name).map(({configuration})=>configuration.system)})),{target:given="unfinished",operation="\
climb"}=input,turns=fleetTurns({rings,progress,target:given,now}),legs=operation==="plan"?lookedAt(rings,turns,given):going(turns),facts={turns,progress,now,product},
document=fleetDocument(facts);input.output!==void 0&&await saveFleetPage(effects,input.output,{...facts,document});const headline=headlineOf(turns,legs,systems.
length);return{outcome:turns.complete?"passed":"waiting",headline,outputs:{...matricesOf(legs),count:legs.length,...turns.target===void 0?{}:{target:turns.target},
complete:turns.complete},summary:markdownOf(document),text:fleetText(facts,effects.columns?.()),...turns.complete?{}:{message:{happened:headline,means:"The flee\
t is not complete.",next:nextOf(turns,legs)}}}}function refuseOneSystem(){throw new UserError({happened:"The configuration is of a single system.",means:"There \
is no fleet. Nothing was done.",next:'Use "staged-upgrade report" for it, or write several systems under `systems:` (docs/fleet.md).'})}function going({rings}){
return rings.flatMap(({ring,turns})=>[...turns].flatMap(([system,turn])=>turn.kind==="goes"?[{system,ring:ring.name,target:turn.target,operation:"climb"}]:[]))}
function lookedAt(rings,{target},given){const wanted=given==="unfinished"?target??"newest":given;return rings.flatMap(({name,systems})=>systems.map(system=>({system,
ring:name,target:wanted,operation:"plan"})))}function headlineOf({target,rings,complete},legs,count){const there=rings.flatMap(({turns})=>[...turns.values()]).filter(
({kind})=>kind==="there").length;return complete?`All ${countText(count,"system")} run ${target??""}.`:`${target===void 0?"":`${there} of ${countText(count,"sys\
tem")} run ${target}; `}${legs.length===0?"none goes":`${countText(legs.length,"system")} ${legs.length===1?"goes":"go"}`} now.`}function nextOf({rings},legs){const stopped=rings.
flatMap(({turns})=>[...turns].flatMap(([system,{kind}])=>kind==="stopped"?[system]:[]));if(stopped.length>0)return`Look at ${stopped.join(", ")} first: what sto\
pped there is in the table. The others continue.`;const closed=rings.map(({closedBecause})=>closedBecause).find(because=>because!==void 0);return legs.length>0?
"Their jobs plan and climb; a later run continues what is waiting, and the next ring.":closed===void 0?"Start a climb of the fleet.":`The next ring waits: ${closed}\
. A later run continues.`}export{fleet,refuseOneSystem};
