const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{notRead,parsed,
readApi,readJson}from"./chunk-4URMSSWN.js";import{h}from"./project.js";import{array,boolean,looseObject,number,record,string,unknown}from"./start.js";import{SystemFailure}from"./start.js";
var container=looseObject({name:string(),image:string().default("")}),podSpec=looseObject({containers:array(container).default([]),initContainers:array(container).
nullish()}),resource=looseObject({kind:string(),metadata:looseObject({name:string(),namespace:string().nullish(),annotations:record(string(),unknown()).nullish()}),
spec:unknown().optional()}),template=looseObject({template:looseObject({spec:podSpec})}),cronJob=looseObject({jobTemplate:looseObject({spec:template})}),workloadKinds=[
"Deployment","StatefulSet","DaemonSet","Job","CronJob"];function workloadsIn(text2,namespace){return h(text2).flatMap(document=>{const read=resource.safeParse(document.
toJS());if(!read.success||!workloadKinds.includes(read.data.kind))return[];const{kind,metadata,spec}=read.data;return[{key:`${kind.toLowerCase()}/${metadata.name}`,
namespace:metadata.namespace??namespace,hook:String(metadata.annotations?.["helm.sh/hook"]??""),images:imagesOf(spec),claims:claimsOf(metadata.name,spec),resource:read.
data}]})}function imagesOf(spec){const job=cronJob.safeParse(spec),read=template.safeParse(job.success?job.data.jobTemplate.spec:spec);if(!read.success)return{};
const{containers:containers2,initContainers}=read.data.template.spec;return Object.fromEntries([...initContainers??[],...containers2].map(({name,image})=>[name,
image]))}var volumes=looseObject({template:looseObject({spec:looseObject({volumes:array(looseObject({persistentVolumeClaim:looseObject({claimName:string()}).nullish()})).
nullish()})}),volumeClaimTemplates:array(looseObject({metadata:looseObject({name:string()})})).nullish()});function claimsOf(name,spec){const read=volumes.safeParse(
spec);return read.success?[...(read.data.template.spec.volumes??[]).flatMap(({persistentVolumeClaim})=>persistentVolumeClaim?.claimName??[]),...(read.data.volumeClaimTemplates??
[]).map(({metadata})=>`${metadata.name}-${name}-`)]:[]}var rendered=looseObject({manifest:string(),hooks:array(looseObject({manifest:string(),events:array(string()).
nullish()})).nullish()});async function renderRelease(cluster,chart,{files},flags){const result=await cluster.helm(["upgrade","--install",cluster.release,chart.
path,"--dry-run=server","--output=json",...files.map(file=>`--values=${file}`),...flags]);if(result.exitCode!==0)throw new SystemFailure({happened:`The chart ${chart.
title} cannot be put in place with these values${cluster.lastWords(result)}.`,means:"Nothing was changed.",next:"Correct the values, or the version of the chart\
; then run the step again."});const read=await readJson(cluster,result,rendered,`What the chart ${chart.title} would put in place`),hooks=read.hooks??[];return{
workloads:workloadsIn(read.manifest,cluster.namespace),hooks:hooks.flatMap(({manifest})=>hookJobsIn(manifest,cluster.namespace)),hasHooksAfter:hooks.some(({events})=>(events??
[]).some(event=>/^post-(install|upgrade)$/.test(event)))}}function hookJobsIn(text2,namespace){return workloadsIn(text2,namespace).flatMap(job=>{if(!job.key.startsWith(
"job/"))return[];const{key,namespace:own,images,hook}=job;return[{name:key.replace(/^job\//,""),namespace:own,images,isAfter:/post-(?:install|upgrade)/.test(hook)}]})}
var text=string().default(""),count=number().nullish(),ended=looseObject({exitCode:number().default(0),reason:text}),state=looseObject({waiting:looseObject({reason:text,
message:text}).nullish(),running:unknown().optional(),terminated:ended.nullish()}),containerStatus=looseObject({name:string(),image:text,imageID:text,restartCount:number().
default(0),state:state.nullish(),lastState:state.nullish()}),condition=looseObject({type:string(),status:text,reason:text,message:text}),containers=array(looseObject(
{name:string(),image:text})).nullish(),podSpec2=looseObject({containers,initContainers:containers}),object=looseObject({metadata:looseObject({name:string(),namespace:text,
uid:text,generation:number().default(0),deletionTimestamp:string().nullish(),labels:record(string(),string()).nullish(),annotations:record(string(),string()).nullish(),
ownerReferences:array(looseObject({uid:string(),controller:boolean().nullish()})).nullish()}),spec:looseObject({replicas:count,suspend:boolean().nullish(),template:looseObject(
{spec:podSpec2.nullish()}).nullish(),jobTemplate:looseObject({spec:looseObject({template:looseObject({spec:podSpec2.nullish()}).nullish()}).nullish()}).nullish(),
containers,initContainers:containers}).nullish(),status:looseObject({observedGeneration:count,replicas:count,updatedReplicas:count,availableReplicas:count,readyReplicas:count,
updateRevision:string().nullish(),desiredNumberScheduled:count,currentNumberScheduled:count,updatedNumberScheduled:count,numberAvailable:count,succeeded:count,phase:string().
nullish(),conditions:array(condition).nullish(),containerStatuses:array(containerStatus).nullish(),initContainerStatuses:array(containerStatus).nullish()}).nullish()}),
list=looseObject({items:array(object)}),resources={Deployment:"apis/apps/v1/*/deployments",ReplicaSet:"apis/apps/v1/*/replicasets",StatefulSet:"apis/apps/v1/*/s\
tatefulsets",DaemonSet:"apis/apps/v1/*/daemonsets",Job:"apis/batch/v1/*/jobs",CronJob:"apis/batch/v1/*/cronjobs",Pod:"api/v1/*/pods"},belonging={deployment:["De\
ployment","ReplicaSet"],statefulset:["StatefulSet"],daemonset:["DaemonSet"],job:["Job"],cronjob:["CronJob"]};async function readNamespace(cluster,texts,namespace=cluster.
namespace){const owners=[...new Set(texts.flatMap(({key})=>belonging[key.replace(/\/.*/,"")]??[]))],kinds=owners.length===0?[]:[...owners,"Pod"],what=`The workl\
oads of the namespace "${namespace}"`,items=(await Promise.all(kinds.map(async kind=>{const path=`/${resources[kind].replace("*",`namespaces/${namespace}`)}`,{items:items2}=await readApi(
cluster,path,list,what);return items2.map(item=>({...item,kind}))}))).flat();return{workloads:asked=>asked.flatMap(({key})=>{const item=items.find(one=>`${one.kind.
toLowerCase()}/${one.metadata.name}`===key);return item===void 0?[]:[workloadOf(item,items)]})}}function logPath({name,namespace},asked){const parameters=Object.
entries(asked).map(([key,value])=>[key,String(value)]);return`/api/v1/namespaces/${namespace}/pods/${name}/log?${new URLSearchParams(parameters)}`}async function readWorkloads(cluster,texts){
const namespaces=[...new Set(texts.map(({namespace})=>namespace))];return(await Promise.all(namespaces.map(async namespace=>{const there=texts.filter(one=>one.namespace===
namespace);return(await readNamespace(cluster,there,namespace)).workloads(there)}))).flat()}function workloadOf(item,items){const{kind,metadata,spec,status}=item,
isOwnedBy=(one,owner)=>one.metadata.ownerReferences?.some(({uid})=>uid===owner.metadata.uid)??!1,pods=owner=>items.filter(one=>one.kind==="Pod"&&isOwnedBy(one,owner)),
isDaemonSet=kind==="DaemonSet",all=podsOf(item,{items,pods,isOwnedBy});return{key:`${kind.toLowerCase()}/${metadata.name}`,uid:metadata.uid,namespace:metadata.namespace,
generation:metadata.generation,observed:kind==="Job"||kind==="CronJob"||(status?.observedGeneration??0)>=metadata.generation,wanted:isDaemonSet?status?.desiredNumberScheduled??
0:spec?.replicas??1,updated:(isDaemonSet?status?.updatedNumberScheduled:status?.updatedReplicas)??0,available:(isDaemonSet?status?.numberAvailable:status?.availableReplicas??
status?.readyReplicas)??0,total:(isDaemonSet?status?.currentNumberScheduled:status?.replicas)??0,images:imagesOf2(kind==="CronJob"?spec?.jobTemplate?.spec?.template?.
spec:spec?.template?.spec),annotations:metadata.annotations??{},suspended:spec?.suspend===!0,conditions:status?.conditions??[],succeeded:(status?.conditions??[]).
some(({type,status:is})=>type==="Complete"&&is==="True"),pods:all.map(({pod,isCurrent})=>podOf(pod,isCurrent))}}function podsOf(item,{items,pods,isOwnedBy}){switch(item.
kind){case"Deployment":{const order=set=>Number(set.metadata.annotations?.["deployment.kubernetes.io/revision"]??0);return items.filter(one=>one.kind==="Replica\
Set"&&isOwnedBy(one,item)).toSorted((one,other)=>order(other)-order(one)).flatMap((set,index)=>pods(set).map(pod=>({pod,isCurrent:index===0})))}case"StatefulSet":
return pods(item).map(pod=>({pod,isCurrent:pod.metadata.labels?.["controller-revision-hash"]===item.status?.updateRevision}));case"DaemonSet":{const generation=item.
metadata.annotations?.["deprecated.daemonset.template.generation"];return pods(item).map(pod=>({pod,isCurrent:pod.metadata.labels?.["pod-template-generation"]===
generation}))}default:return pods(item).map(pod=>({pod,isCurrent:!0}))}}function podOf({metadata,spec,status},isCurrent){const conditions=status?.conditions??[],
scheduled=conditions.find(({type})=>type==="PodScheduled"),wanted=imagesOf2(spec);return{name:metadata.name,namespace:metadata.namespace,isCurrent,phase:status?.
phase??"Unknown",isReady:conditions.some(({type,status:is})=>type==="Ready"&&is==="True"),isDeleting:metadata.deletionTimestamp!=null,unschedulable:scheduled?.status===
"False"?scheduled.message:void 0,containers:[...status?.initContainerStatuses??[],...status?.containerStatuses??[]].map(one=>({name:one.name,image:wanted[one.name]??
one.image,imageId:one.imageID,restarts:one.restartCount,waiting:one.state?.waiting??void 0,isRunning:one.state?.running!=null,ended:one.state?.terminated??one.lastState?.
terminated??void 0}))}}function imagesOf2(spec){return Object.fromEntries([...spec?.initContainers??[],...spec?.containers??[]].map(({name,image})=>[name,image]))}
var record2=looseObject({metadata:looseObject({labels:record(string(),string())})}),listed=looseObject({items:array(record2).nullable()}),labelsOnly="applicatio\
n/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";async function readRevisions(cluster){const selector=encodeURIComponent(`owner=helm,name=${cluster.release}`),
answer=await cluster.api.get(`${secretsOf(cluster)}?labelSelector=${selector}`,labelsOnly),what=`The Secrets that Helm keeps of the release "${cluster.release}"`,
read=answer.kind==="answer"?listed.safeParse(parsed(answer.text)).data:void 0;if(read===void 0)throw new SystemFailure({happened:`${what} could not be read from\
 ${cluster.name}${answer.kind==="refused"?answer.why:""}.`,means:"Which revision was there before is not known. Nothing was changed.",next:`Make sure that this \
job may list Secrets in the namespace "${cluster.namespace}", then run the step again.`});return(read.items??[]).map(({metadata:{labels}})=>revisionOf(labels)).
toSorted((one,other)=>one.number-other.number)}function revisionOf(labels){const number2=labels.version??"",ours=labels[label.revision]===number2?{before:Number(
labels[label.before]),version:labels[label.version]??"",wasReady:labels[label.ready]===number2}:void 0;return{number:Number(number2),status:labels.status??"",ours}}
function lastGood(revisions){return revisions.findLast(({status,ours})=>["deployed","superseded"].includes(status)&&(ours===void 0||ours.wasReady))}function isPending({
status}){return status.startsWith("pending-")}var label={revision:"staged-upgrade-revision",before:"staged-upgrade-before",version:"staged-upgrade-version",ready:"\
staged-upgrade-ready"};function labelsOf({revision,before,version}){return Object.entries({[label.revision]:String(revision),[label.before]:String(before),[label.
version]:labelValue(version)}).map(pair=>pair.join("=")).join(",")}function labelValue(version){return version.replaceAll(/[^A-Za-z0-9._-]/g,"_").slice(0,60).replaceAll(
/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g,"")}async function noteReady(cluster,revision){const result=await cluster.kubectl(["label","secret",recordOf(cluster,revision),
"--overwrite",`${label.ready}=${revision}`]);if(result.exitCode!==0)throw new SystemFailure({happened:`That revision ${revision} of the release "${cluster.release}\
" is ready could not be noted in ${cluster.name}${cluster.lastWords(result)}.`,means:"It is in place, and a later way back would not lead to it.",next:`Make sur\
e that this job may change Secrets in the namespace "${cluster.namespace}", then run the step again.`})}function secretsOf({namespace}){return`/api/v1/namespace\
s/${namespace}/secrets`}function recordOf({release},revision){return`sh.helm.release.v1.${release}.v${revision}`}const{gunzipSync,gzipSync}=process.getBuiltinModule(
"node:zlib");var keptSecret=looseObject({metadata:looseObject({labels:record(string(),string())}),data:looseObject({release:string()})}),content=looseObject({info:looseObject(
{last_deployed:string().default("")}),chart:looseObject({metadata:looseObject({name:string(),version:string()})}),config:record(string(),unknown()).nullish(),manifest:string().
default(""),hooks:array(looseObject({manifest:string().default("")})).nullish()});async function readSecret(cluster,revision){const path=`${secretsOf(cluster)}/${recordOf(
cluster,revision)}`;return await readApi(cluster,path,keptSecret,nameOf(cluster,revision))}async function readRecord(cluster,revision){const{data}=await readSecret(
cluster,revision),read=content.safeParse(unpacked(data.release));if(!read.success){const path=read.error.issues[0]?.path.join(".")??"";throw notRead(cluster,nameOf(
cluster,revision),`: ${path===""?"it":path} is not as Helm 3 writes it`)}const{info,chart,config,manifest,hooks}=read.data;return{chart:`${chart.metadata.name}-${chart.
metadata.version}`,updated:info.last_deployed,workloads:workloadsIn(manifest,cluster.namespace),hooks:(hooks??[]).flatMap(hook=>hookJobsIn(hook.manifest,cluster.
namespace)),values:config??{}}}function nameOf({release},revision){return`Helm's record of revision ${revision} of the release "${release}"`}function unpacked(release){
try{return JSON.parse(gunzipSync(Buffer.from(Buffer.from(release,"base64").toString(),"base64")).toString())}catch{return}}function packed(content2){return Buffer.
from(gzipSync(JSON.stringify(content2)).toString("base64")).toString("base64")}export{isPending,labelValue,labelsOf,lastGood,logPath,noteReady,packed,readNamespace,readRecord,readRevisions,readSecret,readWorkloads,renderRelease,unpacked};
