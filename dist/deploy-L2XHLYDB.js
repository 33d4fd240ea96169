const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{fetchChart,otherValues,
refuseUnchangeable,stageValues}from"./chunk-IBH7SZPU.js";import"./project.js";import{restoreScale,runningNow,stopWorkloads}from"./chunk-ZCDEYS54.js";import{isPending,
labelValue,labelsOf,lastGood,logPath,noteReady,packed,readNamespace,readRecord,readRevisions,readSecret,readWorkloads,renderRelease,unpacked}from"./chunk-VSTACQCW.js";
import{askAgain,askCluster,askHelm,withCluster}from"./chunk-4URMSSWN.js";import"./start.js";import"./chunk-7QUNGZVQ.js";import{outputProgress}from"./chunk-SEXB7L6X.js";
import{outputJudge}from"./project.js";import{outputRules}from"./project.js";import"./start.js";import{firstNotRehearsed}from"./project.js";import{pauseAfter,quietAfter,
untilReady}from"./chunk-3K2JHRZB.js";import{imageReference,whyMoving}from"./chunk-G33TENPM.js";import{partPlaceholders}from"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./start.js";import{durationText}from"./terminal.js";import"./project.js";import"./start.js";import"./start.js";import"./project.js";import{
looseObject,string}from"./start.js";import{SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";async function refuseDrift(question){const{cluster,
manifest,deployed,request}=question;if(deployed===void 0)return;const{workloads:kept}=deployed.record,other=await otherSide(question)??kept;for(const workload of await readWorkloads(
cluster,kept)){const found=unknownImage(workload,[...manifest.workloads,...other]);if(found===void 0)continue;const byHelm=kept.find(({key})=>key===workload.key)?.
images[found.container],behind=byHelm===void 0||byHelm===found.image?"":` Helm's own record (revision ${deployed.number}) has ${byHelm}: it was changed behind H\
elm's back.`,wanted=[other,manifest.workloads].map(texts=>texts.find(({key})=>key===workload.key)?.images[found.container]??"nothing");throw new SystemFailure({
happened:`${workload.key} runs ${found.image}, and the hop leads from ${request.from} to ${request.to}: ${wanted.join(" to ")}.${behind}`,means:"Somebody else h\
as put something in place. Nothing was changed.",next:`Find out who and why (kubectl rollout history ${workload.key} --namespace ${workload.namespace}). Deploy \
by hand what the configuration says, or correct the configuration; then run the step again.`})}}function unknownImage({key,images,pods},known){const asked=known.
filter(one=>one.key===key),running=pods.filter(({isDeleting,phase})=>!isDeleting&&phase!=="Succeeded"&&phase!=="Failed");return[...Object.entries(images).map(([
container,image])=>({container,image})),...running.flatMap(({containers})=>containers.map(({name:container,image})=>({container,image})))].find(({container,image})=>{
const allowed=asked.flatMap(one=>one.images[container]??[]);return allowed.length>0&&!allowed.includes(image)})}async function otherSide({cluster,settings,context,
request}){const version=request.version===request.to?request.from:request.to;try{const within={...context,placeholders:{...context.placeholders,...partPlaceholders(
request.otherParts),version}},chart=await fetchChart(cluster,settings,within),values=await stageValues(cluster,settings,within,{environment:request.environment});
return(await renderRelease(cluster,chart,values,[])).workloads}catch(error){if(error instanceof UserError||error instanceof SystemFailure)return;throw error}}var record=looseObject(
{info:looseObject({status:string()})});async function markFailed(cluster,{number,status},description){const read=await readSecret(cluster,number),kept=record.parse(
unpacked(read.data.release)),info={...kept.info,status:"failed",description},input=JSON.stringify({...read,metadata:{...read.metadata,labels:{...read.metadata.labels,
status:"failed"}},data:{...read.data,release:packed({...kept,info})}}),written=await cluster.kubectl(["replace","--filename=-"],{input});if(written.exitCode!==0)
throw new SystemFailure({happened:`Helm's record says that revision ${number} of the release "${cluster.release}" is ${status}, and that could not be corrected \
in ${cluster.name}${cluster.lastWords(written)}.`,means:"Nothing else was changed.",next:`Make sure that this job may change Secrets in the namespace "${cluster.
namespace}" and that nobody else deploys, then run the step again.`})}var ownAfterMilliseconds=15e3,pauseMilliseconds=1e3;async function recoverPending(cluster,recovery){
const{settings,clock,log,signal}=recovery,started=clock.now().getTime();for(;;){const revisions=await readRevisions(cluster),newest=revisions.at(-1);if(newest===
void 0)return revisions;const{hooks,updated}=await readRecord(cluster,newest.number),running=await runningHook(cluster,hooks),waited=clock.now().getTime()-started;
if(running!==void 0){if(waited>=settings.hooks.within)throw stillRuns(cluster,running,waited);log.progress({text:`Waiting for the Job ${running.name}, which an \
earlier deploy has started`}),await clock.sleep(pauseMilliseconds,signal);continue}if(!isPending(newest))return revisions;const age=clock.now().getTime()-Date.parse(
updated),isOwn=newest.ours!==void 0,ownLimit=hooks.some(({isAfter})=>isAfter)?settings.ready.within:ownAfterMilliseconds,limit=isOwn?ownLimit:settings["pending-\
after"];if(age>=limit&&(!isOwn||waited>=Math.min(limit,5e3)))return await markFailed(cluster,newest,`Left ${newest.status} by a Helm that was killed`),log.warn(
`Revision ${newest.number} of the release "${cluster.release}" was left ${newest.status} ${durationText(age)} ago by ${isOwn?"a deploy of Staged Upgrade that wa\
s killed":"somebody else"}. It was marked as failed in Helm's record; nothing else was changed.`),await readRevisions(cluster);if(!isOwn)throw somebodyWorks(cluster,
newest,{age,limit});log.progress({text:`Waiting whether the Helm that left the release ${newest.status} still works`}),await clock.sleep(pauseMilliseconds,signal)}}
async function runningHook(cluster,hooks){if(hooks.length===0)return;const jobs=hooks.map(({name})=>({key:`job/${name}`})),seen=await readNamespace(cluster,jobs);
return hooks.find(({name})=>{const[job]=seen.workloads([{key:`job/${name}`}]);return job?.pods.some(({phase,isDeleting})=>phase==="Running"&&!isDeleting)??!1})}
function stillRuns({namespace},{name},waited){return new SystemFailure({happened:`The Job ${name}, which an earlier deploy has started as a hook of the chart, s\
till runs after ${durationText(waited)}.`,means:"A new deploy would end it in the middle of its work and start it again. Nothing was changed.",next:`Look at wha\
t it does (kubectl logs job/${name} --namespace ${namespace}). When it has ended, run the step again; where it will not end and may be ended: kubectl delete job\
 ${name} --namespace ${namespace}`})}function somebodyWorks({release,namespace},{number,status},{age,limit}){return new SystemFailure({happened:`The release "${release}\
" is ${status} (revision ${number}, for ${durationText(Math.max(age,1e3))}), and this was not started by Staged Upgrade.`,means:"Somebody may be deploying at th\
is moment. Nothing was changed.",next:`Find out who (helm history ${release} --namespace ${namespace}). When it has ended, run the step again. What was left beh\
ind is recovered after ${durationText(limit)} (pending-after).`})}var grace={stuck:5e3,pull:2e4};function judgeWorkload(workload,restarts){const{key,conditions,
pods,wanted,updated,available,total}=workload,[kind=""]=key.split("/");if(kind==="cronjob")return{kind:"ready"};if(!workload.observed)return{kind:"not-yet",reason:`${key}\
 was not looked at by its controller yet`};if(kind==="job")return ofJob(workload);const wrong=conditions.find(({type,status,reason})=>type==="Progressing"&&status===
"False"&&reason==="ProgressDeadlineExceeded"||type==="ReplicaFailure"&&status==="True"),each=pods.filter(({isCurrent,isDeleting})=>isCurrent&&!isDeleting).map(pod=>judgePod(
pod,restarts)),failed=each.find(({kind:is})=>is==="failed");if(failed!==void 0)return failed;if(wrong?.type==="ReplicaFailure")return{kind:"failed",reason:`${key}\
 can make no pod: ${wrong.message}`};if(wrong!==void 0){const waits=each.find(({kind:is})=>is!=="ready"),why=waits===void 0||waits.kind==="ready"?wrong.message:
waits.reason;return{kind:"failed",reason:`${key} has exceeded its progress deadline: ${why}`}}const suspicious=each.find(({kind:is})=>is==="suspicious");if(suspicious!==
void 0)return suspicious;const stuck=kind==="statefulset"?stuckPod(pods):void 0;if(stuck!==void 0)return{kind:"suspicious",reason:stuckText(key,stuck),grace:grace.
stuck};const waiting=each.find(({kind:is})=>is==="not-yet");return waiting!==void 0?waiting:updated<wanted?{kind:"not-yet",reason:`${key} has ${updated} of ${wanted}\
 new pods`}:total>updated?{kind:"not-yet",reason:`${key} has ${total-updated} pods of before`}:available<wanted?{kind:"not-yet",reason:`${key} has ${available} \
of ${wanted} pods available`}:{kind:"ready"}}function ofJob({key,succeeded,conditions,suspended}){const failed=conditions.find(({type,status})=>type==="Failed"&&
status==="True");return failed!==void 0?{kind:"failed",reason:`${key} has failed: ${failed.message||failed.reason}`}:succeeded||suspended?{kind:"ready"}:{kind:"\
not-yet",reason:`${key} has not ended yet`}}var noSuchImage=/not ?found|manifest unknown|name unknown|denied|unauthorized|forbidden|invalid reference/i;function judgePod(pod,restarts){
const{name,unschedulable,containers,isReady,phase}=pod;for(const container of containers){const judged=judgeContainer(name,container,restarts);if(judged!==void 0)
return judged}if(phase==="Failed"){const code=containers.find(({ended})=>ended!==void 0)?.ended?.exitCode;return{kind:"failed",reason:`${name} has ended${code===
void 0?"":` with exit code ${code}`}`}}if(unschedulable!==void 0)return{kind:"not-yet",reason:`no node takes ${name}: ${unschedulable.replace(/\.$/,"")}`};if(isReady)
return{kind:"ready"};const starting=containers.find(({isRunning})=>!isRunning),how=starting?.waiting===void 0?"runs and is not ready":`is starting (${starting.waiting.
reason})`;return{kind:"not-yet",reason:`${name} ${how}`}}function judgeContainer(pod,container,restarts){const{name,image,waiting,ended}=container,how=ended===void 0?
"":`, the last time with exit code ${ended.exitCode} (${ended.reason})`;if(container.restarts>restarts)return{kind:"failed",reason:`the container ${name} of ${pod}\
 does not stay up: it was started again ${container.restarts} times${how}`};switch(waiting?.reason){case"ErrImagePull":case"ImagePullBackOff":case"ErrImageNever\
Pull":case"InvalidImageName":case"ImageInspectError":{const reason=`the image ${image} of ${pod} cannot be pulled (${waiting.reason}${shortened(waiting.message)}\
)`;return noSuchImage.test(waiting.message)||!["ErrImagePull","ImagePullBackOff"].includes(waiting.reason)?{kind:"failed",reason}:{kind:"suspicious",reason,grace:grace.
pull}}case"CreateContainerConfigError":case"CreateContainerError":case"RunContainerError":return{kind:"suspicious",reason:`the container ${name} of ${pod} canno\
t be started (${waiting.reason}${shortened(waiting.message)})`,grace:grace.pull};default:return}}function shortened(message){const words=message.trim().split(`
`).at(-1)??"";return words===""?"":`: ${words.length>160?`\u2026 ${words.slice(-160)}`:words}`}function stuckPod(pods){return pods.find(pod=>!pod.isCurrent&&!pod.
isDeleting&&!pod.isReady&&pod.phase!=="Succeeded"&&pod.phase!=="Failed")}function stuckText(key,{name,namespace}){return`${key} does not replace ${name}, which \
is not ready; Kubernetes waits for it for ever. When nothing in it is to be kept, a person deletes it, and the new one is made: kubectl delete pod ${name} --nam\
espace ${namespace}`}var settleMilliseconds={ended:3e4,running:2e3};function watchHooks(cluster,hooks,log,isOurs,rules){const judge=outputJudge(rules),forbidden=outputJudge(
{expect:[],forbid:rules.forbid}),isJudged=rules.expect.length+rules.forbid.length>0,followed=new Map,stop=new AbortController,jobs=hooks.filter(({namespace})=>namespace===
cluster.namespace),texts=jobs.map(({name})=>({key:`job/${name}`})),follow=(pod,{container,job})=>{const progress=outputProgress(rules.progress,job,log),onLine=line=>{
line.trim()!==""&&(entry.last=line.trim());for(const each of[judge,forbidden])each.line(line,pod.name);progress(line),log.output(`${job}: ${line}`)},entry={last:"",
ended:cluster.api.lines(logPath(pod,{container,follow:!0}),onLine,stop.signal).then(answer=>{answer.kind==="refused"&&log.warn(`The log of ${pod.name} could not\
 be read${answer.why}.`)},()=>{})};followed.set(`${pod.name}/${container}`,entry)},wordsOf=pod=>(pod?.containers??[]).map(({name})=>followed.get(`${pod?.name??""}\
/${name}`)?.last??"").findLast(last=>last!=="")??"",settle=async milliseconds=>{const timer=setTimeout(()=>stop.abort(),milliseconds);await Promise.all([...followed.
values()].map(({ended})=>ended)),clearTimeout(timer)},ofThisDeploy=seen=>seen.workloads(texts).filter(({uid})=>isOurs(uid));return{look:seen=>{for(const{key,pods}of ofThisDeploy(
seen)){const job=key.replace(/^job\//,"");for(const pod of pods)for(const{name:container,isRunning,ended}of pod.containers)!followed.has(`${pod.name}/${container}`)&&
(isRunning||ended!==void 0)&&follow(pod,{container,job})}const said=forbidden.fault();if(said!==void 0)return said.replace(/^its/,"a hook's");const failed=ofThisDeploy(
seen).filter(({succeeded})=>!succeeded).flatMap(({pods})=>pods.filter(({phase})=>phase==="Pending").map(pod=>judgePod(pod,100))).find(({kind})=>kind==="failed");
return failed===void 0||failed.kind==="ready"?void 0:failed.reason},unfinished:async()=>{const job=ofThisDeploy(await readNamespace(cluster,texts)).find(({succeeded})=>!succeeded),
hook=job&&jobs.find(({name})=>`job/${name}`===job.key);if(job===void 0||hook===void 0)return;const pod=job.pods.at(-1),exitCode=pod?.containers.find(({ended})=>ended!==
void 0&&ended.exitCode!==0)?.ended?.exitCode,hasFailed=job.conditions.some(({type,status})=>type==="Failed"&&status==="True");return await settle(hasFailed?settleMilliseconds.
ended:settleMilliseconds.running),{job:hook,kind:hasFailed?"failed":"running",exitCode,words:wordsOf(pod)}},settle:async()=>await settle(settleMilliseconds.ended),
fault:()=>{if(!isJudged)return;const fault=judge.fault();if(fault!==void 0)return hooks.length===0?"the chart starts no Job as a hook, so nothing could say it":
followed.size===0?"they were gone before their log could be read":fault.replace(/^its/,"their")}}}var maxWithHooksMilliseconds=500;async function putInPlace(placement){
const{cluster,manifest,log,signal}=placement,texts=manifest.workloads,watched=[...texts,...manifest.hooks.map(({name})=>({key:`job/${name}`}))],before=await readNamespace(
cluster,watched),old=new Map(before.workloads(watched).map(({uid,generation})=>[uid,generation])),hooks=watchHooks(cluster,manifest.hooks,log,uid=>!old.has(uid),
placement.hookRules),judge=judgeOf(placement),verdict=new AbortController,helm=cluster.helm(placement.args,{onLine:(line,stream)=>stream==="stderr"?log.output(line):
void 0,signal:verdict.signal}),ended=helm.then(()=>!0,()=>!0),{clock}=placement;let failure,quiet=quietAfter(void 0,"",clock.now().getTime());const pause=async()=>{
const most=manifest.hooks.length>0?maxWithHooksMilliseconds:1/0;return await clock.sleep(Math.min(pauseAfter(quiet,clock.now().getTime()),most),signal),!1};try{
for(;failure===void 0&&!await Promise.race([ended,pause()]);){const seen=await readNamespace(cluster,watched).catch(askAgain);if(seen===void 0)continue;quiet=quietAfter(
quiet,JSON.stringify(seen.workloads(watched)),clock.now().getTime());const changed=seen.workloads(texts).filter(({uid,generation})=>old.get(uid)!==generation);failure=
hooks.look(seen)??failureOf(changed.map(judge))}}catch(error){throw verdict.abort(error),await ended,error}if(failure!==void 0)throw verdict.abort(new Error("th\
e verdict is known")),await ended,notReady(failure,cluster);const result=await helm;if(manifest.hooks.length>0){const seen=await readNamespace(cluster,watched).
catch(askAgain);seen!==void 0&&hooks.look(seen)}if(result.exitCode!==0)throw await helmFailed(result,placement,hooks);await hooks.settle();const lie=hooks.fault();
if(lie!==void 0)throw hooksLied(lie,cluster);return await restoreScale(cluster,texts,log),await ready(placement,judge)}async function ready({cluster,settings,manifest,
clock,log,signal},judge){return await untilReady({settings:settings.ready,clock,log,signal,next:nextFor(cluster),look:async()=>{const seen=await readWorkloads(cluster,
manifest.workloads),missing=manifest.workloads.filter(({key})=>!seen.some(one=>one.key===key));return{seen,each:[...seen.map(judge),...missing.map(({key})=>({kind:"\
not-yet",reason:`${key} is not there`}))],starts:seen.flatMap(({pods})=>pods.map(({name,containers})=>[name,...containers.map(({restarts})=>restarts)].join(" "))).
join()}}})}function judgeOf({settings,clock}){const since=new Map;return workload=>{const judged=judgeWorkload(workload,settings.ready.restarts);if(judged.kind!==
"suspicious")return since.delete(workload.key),judged;const now=clock.now().getTime(),first=since.get(workload.key)??now;return since.set(workload.key,first),{kind:now-
first>=judged.grace?"failed":"not-yet",reason:judged.reason}}}function failureOf(each){const failed=each.find(({kind})=>kind==="failed");return failed===void 0||
failed.kind==="ready"?void 0:failed.reason}async function helmFailed(result,{cluster,settings,args},hooks){const words=cluster.lastWords(result),hook=/hooks? failed/i.
test(words)?await hooks.unfinished():void 0;return hook!==void 0?hookFailed(hook,settings.hooks.within,cluster):new SystemFailure({happened:`"helm ${args[0]??""}\
" of the release "${cluster.release}" failed${words}.`,means:"",next:"Correct the cause, and run the step again."})}function hookFailed({job:{name,namespace},kind,
exitCode,words},within,cluster){const said=cluster.lastWords({stdout:"",stderr:words,exitCode,endedBy:void 0,milliseconds:0}),quoted=said===""?", and has logged\
 nothing":`. Its log ends with${said}`;return kind==="running"?new SystemFailure({happened:`The Job ${name}, a hook of the chart, has not ended after ${durationText(
within)}${quoted}.`,means:"It continues to run in the cluster.",next:`Look at what it does (kubectl logs job/${name} --namespace ${namespace}), then run the ste\
p again: it waits for the Job first. Where it will not end and may be ended: kubectl delete job ${name} --namespace ${namespace}`}):new SystemFailure({happened:`\
The Job ${name}, a hook of the chart, failed${exitCode===void 0?"":` with exit code ${exitCode}`}${quoted}.`,means:"",next:`Its whole log is above and, while th\
e Job is there, in: kubectl logs job/${name} --namespace ${namespace}. Correct the cause, and run the step again.`})}function hooksLied(fault,{namespace}){return new SystemFailure(
{happened:`The hooks of the chart ended as if all were well, but ${fault}.`,means:"",next:`Read what they have logged, above or with kubectl logs --namespace ${namespace}\
. Correct the cause, restore where the data may be half migrated, and run the step again.`})}function notReady(reason,cluster){return new SystemFailure({happened:`\
What was started does not become ready: ${reason}.`,means:"",next:nextFor(cluster)})}function nextFor({namespace}){return`Look at its events and logs (kubectl d\
escribe pods, kubectl logs, both with --namespace ${namespace}), correct the cause, and run the step again.`}async function deployHelm(settings,context,request){
return await withCluster(settings,context,request.signal,async cluster=>{await askHelm(cluster),await askCluster(cluster);const deploy={cluster,settings,context,
request},texts=[];return await sayingWhatRuns(deploy,texts,()=>placed(deploy,texts))})}async function placed(deploy,texts){const{cluster,settings,context,request}=deploy,
{log}=request,{clock}=context.effects,signal=request.signal?AbortSignal.any([request.signal,context.effects.signal]):context.effects.signal,chart=await fetchChart(
cluster,settings,context),artifact={name:`chart ${chart.title}`,digests:[chart.digest]};refuseOther([artifact],request);const values=await stageValues(cluster,settings,
context,request),revisions=await recoverPending(cluster,{settings,clock,log,signal}),good=await lastInPlace(cluster,revisions);log.info(good===void 0?`The relea\
se "${cluster.release}" has no revision that was in place whole.`:`The release "${cluster.release}" is at revision ${good.number} (${good.record.chart}), which \
is what a way back leads to.`);const flags=valueFlags(deploy,values,good),manifest=await renderRelease(cluster,chart,values,flags);texts.push(...manifest.workloads),
requireFixed(manifest,context.where),await refuseUnchangeable(cluster,manifest.workloads),request.refuseDrift===!0&&await refuseDrift({...deploy,manifest,deployed:good}),
settings["stop-first"]&&await stopWorkloads(cluster,settings,{log,clock,signal});const back=revisionBefore(deploy,revisions),common=[`--timeout=${Math.ceil(Math.
max(settings.hooks.within,settings.ready.within)/1e3)}s`,...manifest.hasHooksAfter?["--wait"]:[]],placement={cluster,settings,hookRules:hookRules(deploy),clock,
log,signal},revision=(revisions.at(-1)?.number??0)+1;let before=manifest,args;if(back===void 0){const labels=labelsOf({revision,before:good?.number??0,version:request.
version});args=["upgrade","--install",cluster.release,chart.path,`--labels=${labels}`,...common,...flags,...values.files.map(file=>`--values=${file}`)]}else{const{
chart:its,workloads:workloads2}=await readRecord(cluster,back.number);log.info(`Going back to revision ${back.number} (${its}), which was there before ${request.
to}.`),before={...manifest,workloads:workloads2},texts.push(...before.workloads),args=["rollback",cluster.release,String(back.number),...common]}const workloads=await orMarkedFailed(
cluster,revision,()=>putInPlace({...placement,manifest:before,args}));await noteReady(cluster,revision),requireAsked(workloads,back===void 0?manifest:void 0);const artifacts=[
artifact,...imageArtifacts(workloads)];for(const{name,digests}of artifacts)log.info(`${name} is ${digests[0]??"without a digest"}.`);return refuseOtherImages(artifacts.
slice(1),request),log.info(await runningNow(cluster,[])),artifacts}function hookRules({settings:{hooks},context,request}){const isJudged=hooks.when==="always"||
request.version===request.to;return{...outputRules(isJudged?hooks:{expect:[],forbid:[]},context,`${context.where}.hooks`),progress:hooks.progress}}async function orMarkedFailed(cluster,revision,work){
try{return await work()}catch(error){if(!(error instanceof SystemFailure))throw error;const made=(await readRevisions(cluster)).find(({number})=>number===revision);
throw made?.status==="deployed"&&await markFailed(cluster,made,"What was put in place did not become ready"),error}}async function lastInPlace(cluster,revisions){
const good=lastGood(revisions);return good&&{number:good.number,record:await readRecord(cluster,good.number)}}function valueFlags({cluster,settings,context,request:{
log}},{merged},good){const mode=settings["other-values"],others=good===void 0?[]:otherValues(good.record.values,merged);if(others.length===0)return["--reset-val\
ues"];const names=others.slice(0,20).join(", ")+(others.length>20?` and ${others.length-20} more`:"");if(mode==="refuse")throw new SystemFailure({happened:`The \
release "${cluster.release}" has values that are neither in ${context.where}.values nor in ${context.where}.set: ${names}.`,means:"Somebody has set them by hand\
. Without them, the release would be another one. Nothing was changed.",next:`Write them into a values file, or decide with ${context.where}.other-values (keep \
or drop) what becomes of them.`});return log.warn(`The release "${cluster.release}" has values that are neither in ${context.where}.values nor in ${context.where}\
.set, and ${mode==="keep"?"keeps":"loses"} them: ${names}.`),[mode==="keep"?"--reset-then-reuse-values":"--reset-values"]}function requireFixed({workloads,hooks},where){
for(const{images}of[...workloads,...hooks])for(const[container,image]of Object.entries(images)){const why=whyMoving(image);if(why!==void 0)throw new UserError({
happened:`The image "${image}" of the container ${container} ${why}.`,means:"What is rehearsed would not be what is promoted. Nothing was changed.",next:`Give i\
t a tag or a digest in ${where}.values or ${where}.set.`})}}function revisionBefore({cluster,settings,request:{version,from,to}},revisions){if(settings["way-bac\
k"]!=="rollback"||version!==from||from===to)return;const newest=revisions.findLast(({ours})=>ours?.version===labelValue(to))?.ours;if(newest===void 0)return;const back=revisions.
find(({number})=>number===newest.before);if(back!==void 0)return back;throw new SystemFailure({happened:`Revision ${newest.before} of the release "${cluster.release}\
", which was there before ${to}, is no longer in Helm's history.`,means:`"helm rollback" cannot go back to ${from}. Nothing was changed.`,next:'Set "way-back: d\
eploy", which needs no history, and run the step again; have Helm keep more of it (--history-max).'})}function requireAsked(workloads,manifest){for(const{key,pods}of workloads){
const asked=manifest?.workloads.find(one=>one.key===key)?.images??{};for(const{name,containers,isDeleting,phase}of pods){if(isDeleting||phase==="Succeeded"||phase===
"Failed")continue;const other=containers.find(one=>asked[one.name]!==void 0&&asked[one.name]!==one.image);if(other!==void 0)throw new SystemFailure({happened:`T\
he pod ${name} is ready, but its container ${other.name} runs ${other.image}, and not ${asked[other.name]??""}.`,means:"Somebody else may be deploying there.",next:"\
Make sure that nobody is, then run the step again."})}}}function imageArtifacts(workloads){const containers=workloads.flatMap(({pods})=>pods.filter(({isCurrent,
isDeleting})=>isCurrent&&!isDeleting).flatMap(pod=>pod.containers));return[...Map.groupBy(containers,({image})=>image)].map(([image,same])=>{const ids=same.flatMap(
({imageId})=>/sha256:[0-9a-f]{64}/.exec(imageId)?.[0]??[]),pinned=imageReference(image)?.digest;return{name:image,digests:[...new Set([...pinned===void 0?[]:[pinned],
...ids])]}})}function refuseOther(artifacts,{rehearsed}){if(rehearsed===void 0)return;const other=firstNotRehearsed(artifacts,rehearsed);if(other===void 0)return;
const{name,digests}=other.artifact;throw new SystemFailure({happened:other.rehearsed===void 0?`The ${name} (${digests[0]??"no digest"}) was not put in place in \
the rehearsal.`:`The ${name} is ${digests[0]??"unknown"} now, and was ${other.rehearsed.digests[0]??"unknown"} when it was rehearsed.`,means:"What was approved \
is not what would be deployed. Nothing was changed.",next:"Find out why it differs. To promote what is there now, rehearse the hop again."})}function refuseOtherImages(artifacts,{
rehearsed,version}){if(rehearsed===void 0)return;const known=artifacts.filter(({digests:digests2})=>digests2.length>0),other=firstNotRehearsed(known,rehearsed);
if(other===void 0)return;const{name,digests}=other.artifact;throw new SystemFailure({happened:other.rehearsed===void 0?`The image "${name}" (${digests[0]??"no d\
igest"}) was not put in place in the rehearsal.`:`The image "${name}" is ${digests[0]??"unknown"} now, and was ${other.rehearsed.digests[0]??"unknown"} when it \
was rehearsed.`,means:`What was approved is not what runs: ${version} was put in place, and its tag has been moved meanwhile.`,next:'Find out who has moved the \
tag, and put it back or go back. With "digests" in the configuration, production gets what was rehearsed, whatever the tag says.'})}async function sayingWhatRuns({
cluster,request:{version}},texts,work){try{return await work()}catch(error){if(!(error instanceof SystemFailure))throw error;const{detail}=error,now=await runningNow(
cluster,texts),ended=!detail.means.includes("Nothing was changed")?`The deploy of ${version} has not ended. `:"";throw new SystemFailure({...detail,means:`${ended}${detail.
means} ${now}`.replaceAll("  "," ")},{cause:error})}}export{deployHelm};
