const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{fetchChart,otherPaths,
stageValues,unchangeable}from"./chunk-IBH7SZPU.js";import"./project.js";import{isPending,readRecord,readRevisions,readWorkloads,renderRelease}from"./chunk-VSTACQCW.js";
import{askCluster,askHelm,parsed,withCluster}from"./chunk-4URMSSWN.js";import"./start.js";import"./chunk-7QUNGZVQ.js";import"./project.js";import"./start.js";import{
whyMoving}from"./chunk-G33TENPM.js";import{cannotTell_T7FISQ53 as cannotTell,fine,problem,warning}from"./project.js";import{partPlaceholders}from"./project.js";
import"./project.js";import"./start.js";import"./start.js";import"./project.js";import"./start.js";import"./start.js";import{E}from"./project.js";import{array,looseObject,
record,string,unknown}from"./start.js";import{SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";var tree=record(string(),unknown());async function keptForNothing(cluster,{
chart,has,given,where,version}){const shown=await cluster.helm(["show","values",chart.path]),defaults=shown.exitCode===0?tree.safeParse(E(shown.stdout)??{}).data:
void 0;if(defaults===void 0)return;const unknown2=otherPaths(has,given).filter(([first=""])=>!chart.dependencies.includes(first)).filter(path=>!isKnown(defaults,
path)).map(path=>path.join("."));if(unknown2.length!==0)return{happened:`The release "${cluster.release}" has values that neither ${where} gives it nor the char\
t ${chart.title} of ${version} knows: ${unknown2.join(", ")}.`,means:`They are kept, since ${where}.other-values is "keep". Where the chart has another key for \
the same thing, what was set before may still count beside the new one.`,next:`Where nobody means them, set "other-values: drop" in ${where}: a release then has\
 what its files say. Where somebody does, write them into a values file.`}}function isKnown(defaults,path){let node=defaults;for(const key of path){const below=tree.
safeParse(node).data;if(below===void 0||Object.keys(below).length===0)return!0;if(!Object.hasOwn(below,key))return!1;node=below[key]}return!0}var needed=[["get",
"secrets"],["list","secrets"],["create","secrets"],["update","secrets"],["patch","secrets"],["list","pods"],["get","pods/log"],["list","deployments.apps"],["pat\
ch","deployments.apps"],["list","replicasets.apps"],["list","statefulsets.apps"],["list","daemonsets.apps"],["list","jobs.batch"],["list","cronjobs.batch"]];async function rightsFindings(cluster,subject){
const{namespace}=cluster,items=needed.map(([verb,what])=>reviewOf(namespace,verb,what)),result=await cluster.kubectl(["create","--validate=false","--filename=-",
'--output=jsonpath={.status.allowed}{"\\n"}'],{input:JSON.stringify({apiVersion:"v1",kind:"List",items})}),answers=result.stdout.trim().split(`
`);if(result.exitCode!==0||answers.length!==needed.length)return[cannotTell(subject,{happened:`What the account of this job may do could not be read from ${cluster.
name}${cluster.lastWords(result)}.`,means:"A deploy may stop for a missing right.",next:`Ask the cluster by hand: kubectl auth can-i --list --namespace ${namespace}`})];
const missing=needed.filter((_,index)=>answers[index]!=="true").map(([verb,what])=>`${verb} ${what}`);return missing.length===0?[]:[problem(subject,{happened:`I\
n the namespace "${namespace}" the account of this job may not: ${missing.join(", ")}.`,means:"A deploy would stop where it needs that.",next:"Give the account \
a Role with these rights in that namespace."})]}function reviewOf(namespace,verb,what){const[named="",subresource]=what.split("/"),[resource="",group=""]=named.
split(".");return{apiVersion:"authorization.k8s.io/v1",kind:"SelfSubjectAccessReview",spec:{resourceAttributes:{namespace,verb,group,resource,...subresource&&{subresource}}}}}
async function standingFindings(cluster,subject,texts){const sets=texts.filter(({key})=>key.startsWith("statefulset/"));return[...await stuckFindings(cluster,subject,
sets),...await volumeFindings(cluster,subject,texts.flatMap(({claims})=>claims))]}async function storageFindings({api,namespace},subject,workloads){const asked=workloads.
flatMap(({key,resource})=>(claiming.safeParse(resource).data?.spec.volumeClaimTemplates??[]).flatMap(({spec})=>spec.storageClassName?[{key,name:spec.storageClassName}]:
[]));if(asked.length===0)return[];const answer=await api.get("/apis/storage.k8s.io/v1/storageclasses"),known=answer.kind==="answer"?classList.safeParse(parsed(answer.
text)).data:void 0;return known===void 0?[]:asked.filter(({name})=>!known.items.some(({metadata})=>metadata.name===name)).map(({key,name})=>warning(subject,{happened:`${key}\
 asks for volumes of the storage class "${name}", which the cluster does not have.`,means:"Nothing makes such a volume: unless somebody has made it by hand, its\
 pod waits for it and does not start.",next:`Correct the class in the values (kubectl get storageclasses), or make the volumes by hand before the deploy: kubect\
l get persistentvolumeclaims --namespace ${namespace}`}))}var claiming=looseObject({spec:looseObject({volumeClaimTemplates:array(looseObject({spec:looseObject({
storageClassName:string().nullish()})})).nullish()})}),classList=looseObject({items:array(looseObject({metadata:looseObject({name:string()})}))});async function stuckFindings(cluster,subject,sets){
return sets.length===0?[]:(await readWorkloads(cluster,sets)).flatMap(({key,pods})=>pods.filter(({isReady,isDeleting})=>!isReady&&!isDeleting).map(({name,namespace})=>problem(
subject,{happened:`${name} of ${key} is not ready.`,means:"Kubernetes replaces no pod of a StatefulSet that is not ready, so a deploy would wait for it, and fai\
l.",next:`Make it ready first: kubectl describe pod ${name} --namespace ${namespace}. When nothing in it is to be kept, delete it, and it is made anew.`})))}var claimList=looseObject(
{items:array(looseObject({metadata:looseObject({name:string(),labels:record(string(),string()).nullish()}),status:looseObject({phase:string().optional()}).nullish()}))});
async function volumeFindings(cluster,subject,named){const answer=await cluster.api.get(`/api/v1/namespaces/${cluster.namespace}/persistentvolumeclaims`),read=answer.
kind==="answer"?claimList.safeParse(parsed(answer.text)).data:void 0;if(read===void 0)return[];const claims=read.items.map(({metadata,status})=>({name:metadata.
name,phase:status?.phase??"Pending",instance:metadata.labels?.["app.kubernetes.io/instance"]})),isOwn=name=>named.some(claim=>claim===name||claim.endsWith("-")&&
name.startsWith(claim)),look=name=>`kubectl describe persistentvolumeclaim ${name} --namespace ${cluster.namespace}`;return[...claims.filter(({name,phase,instance})=>phase!==
"Bound"&&(instance===cluster.release||isOwn(name))).map(({name,phase})=>problem(subject,{happened:`The volume claim "${name}" is ${phase}, not bound.`,means:"A \
pod that needs it does not start.",next:`Look at why: ${look(name)}`})),...named.filter(claim=>!claim.endsWith("-")&&!claims.some(({name})=>name===claim)).map(claim=>problem(
subject,{happened:`The volume claim "${claim}", which a pod of the release uses, is not there.`,means:"The pod that runs keeps its volume; the one that replaces\
 it does not start.",next:`Make it again, for the volume that has the data: kubectl get persistentvolumes. Then look at it: ${look(claim)}`}))]}async function preflightHelm(settings,context,{
hops,subject,signal}){try{return await withCluster(settings,context,signal,async cluster=>{await askHelm(cluster),await askCluster(cluster);const rights=await rightsFindings(
cluster,subject),{findings:findingsNow,values:has}=await releaseInPlace(cluster,subject),findings=[...rights,...findingsNow],seen=new Set,fixed=new Set,sides=hops.
flatMap(({from,to,parts})=>[{version:from,from,to,parts:parts?.from},{version:to,from,to,parts:parts?.to}]),once=sides.filter(({version},index)=>sides.findIndex(
side=>side.version===version)===index);for(const{version,from,to,parts}of once){const placeholders={...context.placeholders,...partPlaceholders(parts),version,from,
to},within={...context,placeholders};try{const chart=await fetchChart(cluster,settings,within);seen.add(chart.title);const values=await stageValues(cluster,settings,
within,{environment:{}}),manifest=await renderRelease(cluster,chart,values,[]),images=[...manifest.workloads,...manifest.hooks].flatMap(one=>Object.values(one.images));
for(const image of new Set(images)){const why=whyMoving(image);why!==void 0&&findings.push(moving(subject,version,image,why))}if(settings["other-values"]==="kee\
p"&&version===to&&has!==void 0){const question={chart,has,given:values.merged,where:context.where,version},kept=await keptForNothing(cluster,question);kept!==void 0&&
findings.push(warning(subject,kept))}for(const finding of await storageFindings(cluster,subject,manifest.workloads))findings.some(({happened})=>happened===finding.
happened)||findings.push(finding);for(const{key,message}of await unchangeable(cluster,manifest.workloads))fixed.has(key)||(fixed.add(key),findings.push(problem(
subject,{...message,happened:`${version}: ${message.happened}`})))}catch(error){if(!(error instanceof SystemFailure)&&!(error instanceof UserError))throw error;
findings.push(problem(subject,{...error.detail,happened:`${version}: ${error.detail.happened}`}))}}return findings.every(({kind})=>kind!=="problem"&&kind!=="can\
not-tell")?[fine(subject,fineText([...seen])),...findings]:findings})}catch(error){if(error instanceof SystemFailure)return[problem(subject,error.detail)];throw error}}
function fineText(charts){return charts.length===0?"Helm and the cluster answer.":`Helm and the cluster answer, and these charts can be put in place: ${charts.join(
", ")}.`}function moving(subject,version,image,why){return problem(subject,{happened:`${version}: the image "${image}" ${why}.`,means:"The deploy would be refus\
ed before anything is changed.",next:"Give it a tag or a digest in the values."})}async function releaseInPlace(cluster,subject){try{const newest=(await readRevisions(
cluster)).at(-1);if(newest===void 0)return{findings:[],values:void 0};const record2=await readRecord(cluster,newest.number);return{findings:[...pendingFindings(
cluster,subject,newest,record2),...await standingFindings(cluster,subject,record2.workloads)],values:record2.values}}catch(error){if(!(error instanceof SystemFailure))
throw error;return{findings:[problem(subject,error.detail)],values:void 0}}}function pendingFindings({release,namespace},subject,newest,{updated}){return isPending(
newest)?[problem(subject,{happened:`The release "${release}" is ${newest.status} (revision ${newest.number}, since ${updated}).`,means:"Somebody is deploying, o\
r a deploy was killed. A deploy waits for it, and recovers it where nobody works on it.",next:`Look whether somebody is at work: helm history ${release} --names\
pace ${namespace}`})]:[]}export{preflightHelm};
