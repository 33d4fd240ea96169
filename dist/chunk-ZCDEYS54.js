const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{lastGood,readRecord,
readRevisions,readWorkloads}from"./chunk-VSTACQCW.js";import{askCluster,withCluster}from"./chunk-4URMSSWN.js";import{durationText}from"./terminal.js";import{SystemFailure}from"./start.js";
async function runningNow(cluster,texts){try{const revisions=await readRevisions(cluster),newest=revisions.at(-1),good=lastGood(revisions),shown=newest&&await shownOf(
cluster,newest),inPlace=good?.number===newest?.number?shown:good&&await shownOf(cluster,good),known=(inPlace??shown)?.record.workloads??[],others=texts.filter(({
key})=>!known.some(one=>one.key===key)),workloads=await readWorkloads(cluster,[...known,...others]);return`${runningText(workloads)} ${revisionText(cluster,shown,
inPlace)}`}catch(error){if(!(error instanceof SystemFailure))throw error;return`What runs now could not be read (${error.detail.happened.replace(/\.$/,"")}).`}}
function runningText(workloads){const each=workloads.flatMap(workload=>{const{key,pods}=workload;if(/^(?:cron)?job\//.test(key))return[];const alive=pods.filter(
({phase,isDeleting})=>phase!=="Succeeded"&&phase!=="Failed"&&!isDeleting);if(alive.length===0)return[`${key} runs nothing${workload.wanted===0?" (it is scaled t\
o zero)":""}`];const ready=counted(alive.filter(({isReady})=>isReady)),others=counted(alive.filter(({isReady})=>!isReady));return ready===""?[`${key} serves not\
hing: ${others}`]:[`${key} runs ${ready}${others===""?"":`, beside ${others}`}`]});return each.length===0?"Now nothing of the release runs.":`Now ${each.join(";\
 ")}.`}function counted(pods){const texts=pods.map(pod=>`${imagesText(pod)} (${stateText(pod)})`);return[...Map.groupBy(texts,text=>text)].map(([text,same])=>same.
length===1?text:`${same.length} of ${text}`).join(" and ")}function imagesText({containers}){return[...new Set(containers.map(({image})=>image))].join(" and ")||
"a pod without a container yet"}function stateText({isReady,containers,unschedulable,phase}){if(isReady)return"ready";const waiting=containers.find(one=>one.waiting!==
void 0)?.waiting?.reason;return waiting!==void 0&&waiting!==""?waiting:unschedulable===void 0?phase==="Running"?"not ready":phase.toLowerCase():"no node takes i\
t"}async function shownOf(cluster,revision){return{revision,record:await readRecord(cluster,revision.number)}}function revisionText({release},newest,good){if(newest===
void 0)return`Helm has no release "${release}".`;const{revision,record}=newest,text=`Helm's release "${release}" is at revision ${revision.number} (${record.chart}\
), ${revision.status}`;return good===void 0?`${text}; no revision was in place whole before.`:good.revision.number===revision.number?`${text}.`:`${text}; revisi\
on ${good.revision.number} (${good.record.chart}) was in place before.`}var annotation="staged-upgrade/before-stop",pauseMilliseconds=500,limitMilliseconds=10*6e4;
async function stopHelm(settings,context,request){const{effects}=context,signal=request.signal?AbortSignal.any([request.signal,effects.signal]):effects.signal;await withCluster(
settings,context,signal,async cluster=>{await askCluster(cluster),await stopWorkloads(cluster,settings,{log:request.log,clock:effects.clock,signal})})}async function stopWorkloads(cluster,settings,{
log,clock,signal}){const texts=await toStop(cluster,settings);for(const workload of await readWorkloads(cluster,texts)){const{key,wanted,suspended}=workload,isScaled=/^(?:deployment|statefulset)\//.
test(key);(isScaled?wanted===0:suspended||key.startsWith("job/")&&workload.succeeded)||(log.info(isScaled?`Scaling ${key} from ${wanted} to zero.`:`Suspending ${key}\
.`),await patch(cluster,workload,isScaled?String(wanted):"active",isScaled?{replicas:0}:{suspend:!0}))}const started=clock.now().getTime();for(;;){const pods=(await readWorkloads(
cluster,texts)).flatMap(workload=>workload.pods).filter(({phase})=>phase!=="Succeeded"&&phase!=="Failed");if(pods.length===0)return;if(clock.now().getTime()-started>=
limitMilliseconds)throw await notStopped(cluster,`${pods[0]?.name??""} still runs after ${durationText(limitMilliseconds)}`);log.progress({text:`Waiting until ${pods.
map(({name})=>name).join(", ")} has ended`}),await clock.sleep(pauseMilliseconds,signal)}}async function toStop(cluster,{stop}){const revisions=await readRevisions(
cluster),newest=revisions.at(-1);if(newest===void 0)return[];const numbers=new Set([newest.number,lastGood(revisions)?.number??newest.number]),texts=[];for(const number of numbers){
const{hooks,workloads}=await readRecord(cluster,number),jobs=hooks.map(({name,namespace,images})=>({key:`job/${name}`,hook:"hook",namespace,images})),all=[...workloads,
...jobs];texts.push(...all.filter(({key})=>!texts.some(one=>one.key===key)))}return texts.filter(({key})=>/^(?:deployment|statefulset|cronjob)\//.test(key)?stop?.
includes(key)??!0:key.startsWith("job/"))}async function restoreScale(cluster,texts,log){for(const workload of await readWorkloads(cluster,texts)){const before=workload.
annotations[annotation];if(before===void 0)continue;const{key,wanted,suspended}=workload,isScaled=wanted===0&&Number(before)>0;isScaled&&log.info(`Scaling ${key}\
 to ${before} again, as it was before it was stopped.`);const spec=before==="active"?suspended?{suspend:!1}:{}:isScaled?{replicas:Number(before)}:{};await patch(
cluster,workload,null,spec)}}async function patch(cluster,{key,namespace},before,spec){const text=JSON.stringify({metadata:{annotations:{[annotation]:before}},spec}),
result=await cluster.kubectl(["patch",key,"--type=merge",`--patch=${text}`,`--namespace=${namespace}`]);if(result.exitCode!==0)throw await notStopped(cluster,`"\
kubectl patch" of ${key} failed${cluster.lastWords(result)}`)}async function notStopped(cluster,why){return new SystemFailure({happened:`The release "${cluster.
release}" could not be stopped, or started again: ${why}.`,means:await runningNow(cluster,[]),next:"Correct the cause, and run the step again."})}export{restoreScale,runningNow,stopHelm,stopWorkloads};
