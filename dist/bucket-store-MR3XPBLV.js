const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{partSize,readWhole,
steadyBucket,steadyContents,upload}from"./project.js";import{eachOf}from"./project.js";import{markIn,markText,withoutMarks}from"./project.js";import{pieceBytes}from"./project.js";
import{fine,problem,warning}from"./project.js";import{bytesText,countText}from"./terminal.js";import{array,int,m,object,record,string,union}from"./start.js";import{
SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";const{createHash:createHash2}=process.getBuiltinModule("node:crypto"),{createReadStream,createWriteStream}=process.
getBuiltinModule("node:fs"),{mkdir,readFile,stat,writeFile}=process.getBuiltinModule("node:fs/promises"),{dirname,join}=process.getBuiltinModule("node:path"),{Readable}=process.
getBuiltinModule("node:stream"),{pipeline}=process.getBuiltinModule("node:stream/promises"),{gunzipSync,gzipSync}=process.getBuiltinModule("node:zlib"),{createHash}=process.
getBuiltinModule("node:crypto");var markPrefix=".staged-upgrade-disposable";async function listObjects({contents,prefix},signal){return(await contents.current(prefix,
signal)).filter(({key})=>!key.startsWith(markPrefix))}async function*bytesOf(contents,object2,onHeaders,signal){for(let from=0;;){const piece=await contents.read(
object2,from,signal);if(piece===void 0)throw gone(object2);if(from===0&&onHeaders(piece.headers),piece.bytes.byteLength>0&&(yield piece.bytes),from+=piece.bytes.
byteLength,piece.bytes.byteLength<pieceBytes)return}}async function readObject({contents,prefix},object2,signal){const hash=createHash("sha256");let bytes=0,headers2={};
const onHeaders=found=>{headers2=found};for await(const piece of bytesOf(contents,object2,onHeaders,signal))hash.update(piece),bytes+=piece.byteLength;return{key:object2.
key.slice(prefix.length),bytes,sha256:hash.digest("hex"),headers:headers2}}function gone({key,version}){return new SystemFailure({happened:`The object "${key}"${version===
void 0?"":` in its version "${version}"`} is not there any more.`,means:"It was removed, by somebody or by a rule of the bucket (lifecycle), so the backup canno\
t bring it back.",next:"Look at the lifecycle rules of the bucket: old versions must be kept for as long as backups are. Then take another backup."})}function fingerprintOf(objects,at){
const groups=[...Map.groupBy(objects,({key})=>groupOf(key))].toSorted(([a],[b])=>a<b?-1:1);return{at:at.toISOString(),tables:[],sequences:[],folders:groups.map(
([name,members])=>folderOf(name,members))}}function groupOf(key){const[first="",...rest]=key.split("/");return rest.length>0?first:"."}var ofSizes="sizes:";function folderOf(name,objects){
const hash=createHash("sha256");for(const{key,bytes,sha256,headers:headers2}of objects.toSorted((a,b)=>a.key<b.key?-1:1))hash.update(`${JSON.stringify([key,bytes,
sha256??null,sha256===void 0?null:headers2])}
`);const withContent=objects.every(({sha256})=>sha256!==void 0);return{name,files:objects.length,bytes:objects.reduce((sum,{bytes})=>sum+bytes,0),checksum:`${withContent?
"":ofSizes}${hash.digest("hex")}`}}function hasContent({folders=[]}){return folders.every(({checksum})=>!checksum.startsWith(ofSizes))}var headers=record(string(),
union([string(),record(string(),string())])),keptObject=object({key:string(),bytes:int().min(0),version:string().optional(),sha256:string().optional(),headers:headers.
optional()}),keptList=object({kind:m(["versions","copies"]),bucket:string(),prefix:string(),server:string(),objects:array(keptObject)}),listName="objects.json.g\
z";function fileOf(directory,index){return join(directory,"objects",String(Math.floor(index/1e3)),String(index))}async function writeList(directory,list){await writeFile(
join(directory,listName),gzipSync(JSON.stringify(list)),{mode:384})}async function readList(directory){try{return keptList.parse(JSON.parse(gunzipSync(await readFile(
join(directory,listName))).toString("utf8")))}catch(cause){throw new SystemFailure({happened:`The backup has no readable "${listName}".`,means:"It is not a whol\
e backup of a bucket. Nothing was restored.",next:"Take another backup."},{cause})}}async function keepBytes(contents,object2,file,signal){const hash=createHash2(
"sha256");let bytes=0,beside={};const onHeaders=found=>{beside=found},counted=async function*(){for await(const piece of bytesOf(contents,object2,onHeaders,signal))
hash.update(piece),bytes+=piece.byteLength,yield piece};return await mkdir(dirname(file),{recursive:!0,mode:448}),await pipeline(Readable.from(counted()),createWriteStream(
file,{mode:384})),{bytes,sha256:hash.digest("hex"),headers:beside}}async function requireFiles(directory,list,signal){if(list.kind!=="versions")for(const[index,
{key,bytes,sha256}]of list.objects.entries()){signal?.throwIfAborted();const file=fileOf(directory,index);if(!((await stat(file).catch(()=>{}))?.size===bytes&&(sha256===
void 0||await hashOf(file,signal)===sha256)))throw new SystemFailure({happened:`The backup has the bytes of the object "${key}" no more, or others.`,means:"It c\
annot be used to go back. Nothing was restored from it.",next:"Check the disk that holds the backup, and take another backup."})}}async function hashOf(file,signal){
const hash=createHash2("sha256");for await(const chunk of createReadStream(file,{signal}))hash.update(chunk);return hash.digest("hex")}var atOnce=8;async function backUp(request){
const{contents,prefix,name,server,directory,clock,signal}=request,kind=kindOf(request.method,await contents.versioning(prefix,signal),request),at=clock.now(),objects=await listObjects(
request,signal),kept=kind==="versions"?await listed(objects,request):await copied(objects,request);return await writeList(directory,{kind,bucket:name,prefix,server,
objects:kept}),{at,kind,fingerprint:fingerprintOf(kept,at)}}function kindOf(method,versioning,{name,where,words}){if(method==="copy")return"copies";if(versioning===
"enabled")return"versions";if(method==="auto")return"copies";throw new SystemFailure({happened:`${where}.method is "versions", and versioning of the ${words.noun}\
 "${name}" ${words.unversioned[versioning]}.`,means:"Anything replaced or removed would be lost. There is no backup.",next:`Enable versioning of the ${words.noun}\
, or set "method: copy".`})}async function listed(objects,request){const{prefix,content,log,signal}=request;let done=0;return await eachOf(objects,atOnce,async object2=>{
const read=content?await readObject(request,object2,signal):{key:object2.key.slice(prefix.length),bytes:object2.bytes};return done+=1,log.progress({text:"Object\
s read",done,total:objects.length}),{...read,...object2.version!==void 0&&{version:object2.version}}})}async function copied(objects,request){const{contents,prefix,
directory,content,log,signal}=request,numbered=objects.map((object2,index)=>({object:object2,index}));let done=0;return await eachOf(numbered,atOnce,async({object:object2,
index})=>{const read=await keepBytes(contents,{key:object2.key,bytes:object2.bytes},fileOf(directory,index),signal);done+=1,log.progress({text:"Objects copied",
done,total:objects.length});const key=object2.key.slice(prefix.length);return content?{key,...read}:{key,bytes:read.bytes,headers:read.headers}})}async function readIdentity(place,signal){
const{bucket,name,server,prefix,words}=place,text=(await readWhole(bucket,markKey(place),signal))?.toString("utf8")??"";return{kind:words.kind,lineage:{[words.noun]:name},
location:{server,[words.noun]:name.slice(name.indexOf("/")+1),...prefix!==""&&{prefix}},mark:markIn(text,{tiedTo:`${name}/${prefix}`,place:`the object "${markKey(
place)}" of ${words.noun} "${name}"`})}}function markKey({prefix}){return prefix===""?markPrefix:`${markPrefix}/${prefix.slice(0,-1)}`}async function markDisposable(place,choose,signal){
const identity=await readIdentity(place,signal),mark=await choose({identity,name:place.name});if(mark===void 0)return;const{bucket}=place,key=markKey(place),kept=(await readWhole(
bucket,key,signal))?.toString("utf8")??"";await bucket.remove(key,signal);const text=`${withoutMarks(kept)} ${markText(mark)}`.trim();if(await bucket.create(key,
Buffer.from(text),signal)==="created")return await readIdentity(place,signal);throw new SystemFailure({happened:`Somebody else has marked the ${place.words.noun}\
 "${place.name}" at the same moment.`,means:"Which of the two marks counts is not known.",next:"Mark it again."})}var sample=object({bucket:string(),server:string(),
key:string(),version:string().optional()});function asSample(needs){return sample.safeParse(needs).data}async function sampleOf(bucket,{name,server},method,signal){
if(method==="copy"||await bucket.contents.versioning(bucket.prefix,signal)!=="enabled")return{};const[first]=await listObjects(bucket,signal);return first===void 0?
{}:{bucket:name,server,key:first.key,version:first.version}}async function preflight(bucket,question,needs){const{use,subject,signal}=question,objects=await listObjects(
bucket,signal),held=`${countText(objects.length,"object")}, ${bytesText(objects.reduce((sum,{bytes})=>sum+bytes,0))}`;if(use==="restore")return[fine(subject,`It\
s objects can be listed: ${held}.`),...await ofSource(question,needs)];const versioning=await bucket.contents.versioning(bucket.prefix,signal);return[...ofVersioning(
versioning,held,question),...await ofExpiry(bucket,versioning,question),...await ofSoftDelete(bucket,versioning,question)]}async function ofSource({subject,name,
words,source,signal},needs){if(needs===void 0)return[];const{bucket,server,...object2}=needs;try{return await source({bucket,server}).read(object2,0,signal)!==void 0?
[fine(subject,`Versions in production's ${words.noun} "${bucket}" can be read.`)]:[]}catch(cause){if(!(cause instanceof SystemFailure))throw cause;return[problem(
subject,{happened:`The credentials of the ${words.noun} "${name}" may not read versions in production's ${words.noun} "${bucket}": ${cause.detail.happened}`,means:"\
A restore copies them from there, so every rehearsal would fail.",next:`Let them read there, and nothing else: ${words.versionRights(bucket)}.`})]}}function ofVersioning(versioning,held,{
subject,method,name,words}){const copies=`each backup copies all of it: ${held}`;if(method==="copy")return[fine(subject,`As the configuration says, ${copies}.`)];
if(versioning==="enabled")return[fine(subject,`The ${words.noun} keeps versions, so a backup is the list of them: ${held}.`)];const means2=`Versioning of the ${words.
noun} "${name}" ${words.unversioned[versioning]}.`;return method==="auto"?versioning==="never"?[fine(subject,`${means2} So ${copies}.`)]:[warning(subject,{happened:means2,
means:`So ${copies}.`,next:"Enable versioning again, unless it was disabled on purpose."})]:[problem(subject,{happened:means2,means:'The configuration says "met\
hod: versions", so no backup could be taken.',next:`Enable versioning of the ${words.noun}, or set "method: copy".`})]}async function ofExpiry({contents,prefix},versioning,{
subject,name,words,method,signal}){const{replacedDays,removesCurrent}=await contents.expiry(prefix,signal),findings=[];return replacedDays!==void 0&&versioning===
"enabled"&&method!=="copy"&&findings.push(warning(subject,{happened:`A rule of the ${words.noun} "${name}" removes versions ${countText(replacedDays,"day")} aft\
er they were replaced or removed.`,means:"A backup that is older cannot be restored whole: what was replaced since is gone. A restore looks at that before it wr\
ites anything.",next:`${words.keepLonger}, or set "method: copy".`})),removesCurrent&&findings.push(warning(subject,{happened:`A rule of the ${words.noun} "${name}\
" removes objects that are in use after some time (Expiration).`,means:"What it removes between a backup and its restore is in the backup, and not in production\
.",next:"See that this is what the application expects."})),findings}async function ofSoftDelete({contents},versioning,{subject,name,words,method,signal}){if(contents.
softDelete===void 0||versioning!=="enabled"||method==="copy")return[];const found=await contents.softDelete(signal);return found.kind==="days"?[fine(subject,`Wh\
at is removed can be brought back for ${countText(found.days,"day")} (soft delete).`)]:[warning(subject,{happened:found.kind==="off"?`Soft delete of the ${words.
noun} "${name}" is off.`:`Whether soft delete of the ${words.noun} "${name}" is on could not be read.`,means:"A version that is removed, by mistake or by a rule\
, may be gone at once, and with it the backups that list it.",next:found.kind==="off"?"Turn soft delete of blobs on, for at least as long as backups are kept.":
'Look into "Data protection" of the storage account, or let the login read it: Microsoft.Storage/storageAccounts/blobServices/read.'})]}const{createReadStream:createReadStream2}=process.
getBuiltinModule("node:fs");var maxBytesOfCopy=5*1024**3;async function restoreBucket(request){const{place,contents,list,log,signal,mayReplace}=request;if(list.
bucket===place.name&&list.prefix!==place.prefix)throw sameBucket(place);await requireVersions(request);const refused=mayReplace(await readIdentity(place,signal));
if(refused!==void 0)return refused;const there=new Map((await listObjects({contents,prefix:place.prefix},signal)).map(each=>[each.key,each]));let done=0;const numbered=list.
objects.map((object2,index)=>({object:object2,index}));if(await eachOf(numbered,atOnce,async({object:object2,index})=>{signal?.throwIfAborted();const now=there.
get(`${place.prefix}${object2.key}`);list.kind==="versions"&&list.bucket===place.name&&now?.version===object2.version||await write(object2,index,request),done+=
1,log.progress({text:"Objects restored",done,total:list.objects.length})}),mayReplace(await readIdentity(place,signal))!==void 0)throw changedMeanwhile(place);const wanted=new Set(
list.objects.map(({key})=>`${place.prefix}${key}`)),besides=(await listObjects({contents,prefix:place.prefix},signal)).filter(({key})=>!wanted.has(key));await eachOf(
besides,atOnce,({key})=>place.bucket.remove(key,signal))}async function requireVersions({list,source,signal}){list.kind==="versions"&&await eachOf(list.objects,
atOnce,async({key,version,bytes})=>{const named={key:`${list.prefix}${key}`,version};if(await source.read(named,bytes,signal)===void 0)throw gone(named)})}async function write({
key,version,bytes,headers:headers2={}},index,{place,contents,source,storing,list,directory,signal}){const to=`${place.prefix}${key}`,from={bucket:list.bucket,key:`${list.
prefix}${key}`,version};if(list.kind==="versions"&&list.server===place.server&&contents.copy&&bytes<=maxBytesOfCopy)return await contents.copy(from,to,signal);const stopping=signal??
new AbortController().signal,size=partSize(bytes,place.bucket.parts);if(size===void 0)throw new Error(`an object of ${bytes} bytes was read, and cannot be writt\
en`);if(list.kind==="copies"){await upload(storing(headers2),to,createReadStream2(fileOf(directory,index)),size,stopping);return}const first=await source.read(from,
0,signal);if(first===void 0)throw gone(from);await upload(storing(first.headers),to,bytesOf(source,from,()=>{},signal),size,stopping)}function sameBucket({name,
words:{noun}}){return new SystemFailure({happened:`The backup is a list of versions in the ${noun} "${name}", and would be restored into the same ${noun}.`,means:`\
Nothing was restored; the ${noun} is unchanged.`,next:`Give staging its own ${noun}.`})}function changedMeanwhile({name,words:{noun}}){return new SystemFailure(
{happened:`While objects were written, the ${noun} "${name}" stopped being one that may be replaced: its mark was changed.`,means:"What it had besides the backu\
p was not removed: do not start the server on it.",next:"Find out who did that. Then mark it again (staged-upgrade mark-disposable), and start a new run."})}var means={
read:"Nothing was changed by that.",write:"Not all objects were written: the bucket may hold old ones and new ones."};function bucketStore({words,own,source:listedIn,
method,content,context}){const{effects,where}=context,{clock}=effects,prefix=own.prefix===""?"":`${own.prefix}/`,contentsOf=({contents:found,bucket})=>steadyContents(
found,bucket.description,steadiness(effects)),place={bucket:steadyBucket(own.bucket,steadiness(effects)),name:own.name,server:own.server,prefix,where,words},contents=contentsOf(
own),source=listed2=>contentsOf(listedIn(listed2));return{kind:words.kind,noun:words.noun,identity:signal=>readIdentity(place,signal),preflight:async({use,subject,
needs,signal})=>await preflight({contents,prefix},{use,subject,method,words,name:place.name,signal,source},asSample(needs)),needs:async signal=>await sampleOf({
contents,prefix},place,method,signal),fingerprint:async(signal,like)=>{const at=clock.now(),withContent=like===void 0?content:hasContent(like),objects=await listObjects(
{contents,prefix},signal),read=await eachOf(objects,atOnce,async object2=>withContent?await readObject({contents,prefix},object2,signal):{key:object2.key.slice(
prefix.length),bytes:object2.bytes});return fingerprintOf(read,at)},estimatedBytes:async signal=>(await listObjects({contents,prefix},signal)).reduce((sum,{bytes})=>sum+
bytes,0),markDisposable:(choose,signal)=>markDisposable(place,choose,signal),backup:async({directory,log,signal})=>{signal?.throwIfAborted();const identity=await readIdentity(
place,signal),{server,name}=place,request={contents,prefix,name,server,where,words,method,content,directory,clock,log,signal},{at,fingerprint,kind}=await backUp(
request);return{identity,dataAt:at.toISOString(),fingerprint:{kind:"same-snapshot",value:fingerprint},tools:{},references:kind==="versions"?[{kind:words.reference,
id:name}]:[]}},verify:async({directory,signal})=>await requireFiles(directory,await readList(directory),signal),restore:async({directory,log,signal,mayReplace,isOriginal})=>{
signal?.throwIfAborted();const list=await readList(directory);return await requireFiles(directory,list,signal),await restoreBucket({place,contents,list,directory,
log,signal,mayReplace,isOriginal,source:source(list),storing:headers2=>steadyBucket(own.storing(headers2),steadiness(effects))})}}}function steadiness({clock,signal}){
return{clock,signal,means}}export{bucketStore};
