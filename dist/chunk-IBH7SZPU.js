const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{isFolder}from"./project.js";
import{imageReference}from"./chunk-G33TENPM.js";import{readTextFile}from"./start.js";import{E}from"./project.js";import{array,looseObject,string}from"./start.js";
import{SystemFailure,UserError}from"./start.js";const{createHash}=process.getBuiltinModule("node:crypto"),{mkdir,readdir,readFile}=process.getBuiltinModule("nod\
e:fs/promises"),{join,relative,resolve}=process.getBuiltinModule("node:path");var metadata=looseObject({name:string(),version:string(),dependencies:array(looseObject(
{name:string(),alias:string().optional()})).nullish()});async function fetchChart(cluster,settings,context){const{effects,where,placeholders}=context,fill=(text,key)=>effects.
variables.fill(text,`${where}.${key}`,placeholders),chart=fill(settings.chart,"chart"),version=settings.version&&fill(settings.version,"version"),path=isFolder(
chart)?resolve(effects.directory,chart):await pull(cluster,{chart,version,repository:settings.repository&&fill(settings.repository,"repository")}),shown=await cluster.
helm(["show","chart",path]),read=shown.exitCode===0?metadata.safeParse(E(shown.stdout)):void 0;if(read?.success!==!0)throw notToBeHad(chart,version,shown.exitCode===
0?"":cluster.lastWords(shown));const digest=isFolder(chart)?await folderDigest(path):sha256(await readFile(path)),dependencies=(read.data.dependencies??[]).map(
({name,alias})=>alias??name);return{path,title:`${read.data.name} ${read.data.version}`,digest,dependencies}}async function pull(cluster,{chart,version,repository}){
const folder=join(cluster.folder,`chart-${sha256(Buffer.from(JSON.stringify([chart,version]))).slice(7,19)}`);await mkdir(folder,{recursive:!0});const result=await cluster.
helm(["pull",chart,`--destination=${folder}`,...version===void 0?[]:[`--version=${version}`],...repository===void 0?[]:[`--repo=${repository}`]]),[file]=(await readdir(
folder)).filter(name=>name.endsWith(".tgz"));if(result.exitCode!==0||file===void 0)throw notToBeHad(chart,version,cluster.lastWords(result));return join(folder,
file)}function notToBeHad(chart,version,why){return new SystemFailure({happened:`The chart "${chart}"${version===void 0?"":`, version ${version},`} could not be\
 read${why}.`,means:"Nothing was changed.",next:"Make sure that it exists and that this job may read it (helm registry login, helm repo add), then run the step \
again."})}async function folderDigest(folder){const files=(await readdir(folder,{recursive:!0,withFileTypes:!0})).filter(entry=>entry.isFile()).map(entry=>join(
entry.parentPath,entry.name)),hash=createHash("sha256");for(const file of files.toSorted())hash.update(JSON.stringify([relative(folder,file),sha256(await readFile(
file))]));return`sha256:${hash.digest("hex")}`}function sha256(bytes){return`sha256:${createHash("sha256").update(bytes).digest("hex")}`}const{mkdtemp,writeFile}=process.
getBuiltinModule("node:fs/promises"),{join:join2,resolve:resolve2}=process.getBuiltinModule("node:path");async function stageValues(cluster,settings,context,{environment,
rehearsed}){const{effects,where,placeholders}=context,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),paths=settings.values.map(file2=>resolve2(
effects.directory,fill(file2,"values"))),written=await Promise.all(paths.map(path=>readValues(path,`${where}.values`))),own={};for(const[path,value]of Object.entries(
settings.set))put(own,keysOf(path),typeof value=="string"?fill(value,`set.${path}`):value);for(const[path,name]of Object.entries(settings.digests))put(own,keysOf(
path),rehearsed===void 0?null:digestOf(name,rehearsed,`${where}.digests.${path}`));const merged=[...written,own].reduce(merge,{}),asked=Object.entries(environment);
if(asked.length>0){const variables=withVariables(settings["product-variables"],merged,asked,where);put(own,variables.at,variables.value),put(merged,variables.at,
variables.value)}const file=join2(await mkdtemp(join2(cluster.folder,"values-")),"set.json");return await writeFile(file,JSON.stringify(own),{mode:384}),{files:[
...paths,file],merged}}function withVariables(settings,merged,asked,where){if(settings===void 0)throw new UserError({happened:`${asked.map(([name])=>name).join(
", ")} must tell the product to defer its migrations, but ${where} does not say where the chart takes environment variables.`,means:"Without it, migrations woul\
d run at once. Nothing was changed.",next:`Add ${where}.product-variables, such as { at: extraEnv, form: list }.`});const at=keysOf(settings.at),there=at.reduce(
(value,key)=>isTree(value)?value[key]:void 0,merged);if(settings.form==="map")return{at,value:{...isTree(there)?there:{},...Object.fromEntries(asked.map(([name,
value])=>[name,value??null]))}};const others=(Array.isArray(there)?there:[]).filter(entry=>!(isTree(entry)&&asked.some(([name])=>name===entry.name))),added=asked.
flatMap(([name,value])=>value===void 0?[]:[{name,value}]);return{at,value:[...others,...added]}}function digestOf(name,rehearsed,where){const digest=rehearsed.find(
artifact=>imageReference(artifact.name)?.name===name)?.digests.find(each=>each.startsWith("sha256:"));if(digest!==void 0)return digest;throw new SystemFailure({
happened:`${where} asks for the digest of the image "${name}", and the rehearsal has recorded none.`,means:"What was rehearsed could not be pinned. Nothing was \
changed.",next:`It has recorded ${rehearsed.map(artifact=>artifact.name).join(", ")||"nothing"}. Correct the name, or rehearse the hop again.`})}async function readValues(path,where){
const refuse=problem=>new UserError({happened:`The values file ${path} (${where}) ${problem}.`,means:"Nothing was changed.",next:`Correct the file, or ${where};\
 it must be checked out in this job.`});let text;try{text=await readTextFile(path)}catch(cause){const code=cause instanceof Error&&"code"in cause?String(cause.code):
String(cause);throw refuse(code==="ENOENT"?"is not there":`could not be read: ${code}`)}let value;try{value=E(text)??{}}catch(cause){throw refuse(`is not YAML: ${cause instanceof
Error?cause.message.split(`
`)[0]??"":""}`)}if(!isTree(value))throw refuse("is not a mapping of values");return value}function merge(below,above){const merged={...below};for(const[key,value]of Object.
entries(above)){const there=merged[key];merged[key]=isTree(value)&&isTree(there)?merge(there,value):value}return merged}function otherValues(live,given){return otherPaths(
live,given).map(path=>path.join("."))}function otherPaths(live,given,path=[]){return isTree(live)?Object.entries(live).flatMap(([key,value])=>{const here=[...path,
key];if(!Object.hasOwn(given,key))return value===null?[]:[here];const below=given[key];return isTree(below)?otherPaths(value,below,here):[]}):[]}function put(tree,[
key="",...rest],value){if(rest.length===0){tree[key]=value;return}const below=tree[key],inner=isTree(below)?{...below}:{};put(inner,rest,value),tree[key]=inner}
function keysOf(path){return path.split(/(?<!\\)\./).map(key=>key.replaceAll("\\.","."))}function isTree(value){return typeof value=="object"&&value!==null&&!Array.
isArray(value)}var immutable=/The (?<kind>\w+) "(?<name>[^"]+)" is invalid: .*(?:field is immutable|for fields other than)/;async function unchangeable(cluster,workloads){
const asked=workloads.filter(({key})=>/^(?:deployment|statefulset|daemonset)\//.test(key));if(asked.length===0)return[];const input=JSON.stringify({apiVersion:"\
v1",kind:"List",items:asked.map(({resource})=>resource)}),args=["apply","--server-side","--force-conflicts","--dry-run=server","--filename=-"],{stderr}=await cluster.
kubectl(args,{input});return stderr.split(`
`).flatMap(line=>{const{kind="",name=""}=immutable.exec(line)?.groups??{},key=`${kind.toLowerCase()}/${name}`,found=asked.find(one=>one.key===key);if(found===void 0)
return[];const place=`${kind.toLowerCase()} ${name} --namespace ${found.namespace}`;return[{key,message:{happened:`${key} cannot become what the chart says now:\
 Kubernetes does not let ${kind==="StatefulSet"?"its volume claims, its service name and its selector":"its selector"} be changed.`,means:"Helm would stop there\
 in the middle of the deploy. Nothing was changed.",next:`See what the chart says about this version. Where it says nothing else, a person makes way for the new\
 one directly before the deploy, which leaves its pods and its volumes: kubectl delete ${place} --cascade=orphan`}}]})}async function refuseUnchangeable(cluster,workloads){
const[first]=await unchangeable(cluster,workloads);if(first!==void 0)throw new SystemFailure(first.message)}export{fetchChart,otherPaths,otherValues,refuseUnchangeable,stageValues,unchangeable};
