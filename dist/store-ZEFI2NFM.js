const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{databasesOf,
markDatabase,nameInBackup,setText}from"./project.js";import{shareADatabase}from"./steps.js";import{exactTime}from"./terminal.js";import{compareFingerprints}from"./steps.js";
import"./project.js";import{withSecretFolder}from"./chunk-7QUNGZVQ.js";import{markIn,markText}from"./project.js";import{askProgram}from"./project.js";import{fine,
problem,warning}from"./project.js";import{childEnvironment}from"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import{addressText,applicationName,
causeOf,mongoFailure,parseAddress,withSession}from"./chunk-K5BC7WN7.js";import"./chunk-IEOO2HUM.js";import{array,boolean,date,int,k,looseObject,number,object,record,
string,unknown}from"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";const{join:join4}=process.getBuiltinModule("node:path"),{createReadStream}=process.
getBuiltinModule("node:fs"),{pipeline}=process.getBuiltinModule("node:stream/promises"),{createGunzip}=process.getBuiltinModule("node:zlib"),{hash}=process.getBuiltinModule(
"node:crypto");var lanes=8;function contentSum(){const sum=new Uint32Array(lanes);let documents=0;return{add:document=>{const digest=hash("sha256",document,"buf\
fer");let carry=0;for(let lane=lanes-1;lane>=0;lane--){const total=(sum[lane]??0)+digest.readUInt32BE(lane*4)+carry;sum[lane]=total%2**32,carry=total>=2**32?1:0}
documents+=1},get documents(){return documents},get text(){return`bson-sha256-sum:${Array.from(sum,lane=>lane.toString(16).padStart(8,"0")).join("")}`}}}var magic=2174345837,
endMark=4294967295,maxBytes=16*1024*1024+64*1024,prelude=object({server_version:string()}),collectionMetadata=object({db:string(),collection:string(),type:string().
optional()}),header=object({db:string(),collection:string(),EOF:boolean()});async function readArchive(file,signal){const{BSON}=await import("./clients/mongodb.js"),
collections=new Map,[views,ended]=[[],new Set];let serverVersion,isPrelude=!0,current,isHeader=!0;const take=piece=>{if(piece.kind==="end"){isHeader=!0,isPrelude=
!1,current=void 0;return}const read=()=>BSON.deserialize(piece.bytes);if(isPrelude)if(isHeader)serverVersion=prelude.parse(read()).server_version;else{const{db,
collection:collection2,type}=collectionMetadata.parse(read());type==="view"?views.push(`${db}.${collection2}`):collections.set(`${db}.${collection2}`,contentSum())}else if(isHeader){
const{db,collection:collection2,EOF:isEnd}=header.parse(read()),name=`${db}.${collection2}`;current=collections.get(name),isEnd&&ended.add(name)}else current?.add(
piece.bytes);isHeader=!1};try{if(await pipeline(createReadStream(file),createGunzip(),async chunks=>{await piecesOf(chunks,take)},...signal===void 0?[]:[{signal}]),
serverVersion===void 0)throw new Error("it has no beginning");for(const name of collections.keys())if(!ended.has(name))throw new Error("it ends within a collect\
ion");return{serverVersion,collections,views}}catch(cause){throw signal?.throwIfAborted(),notWhole(file,cause)}}async function piecesOf(chunks,take){let[pending,
pendingBytes]=[[],0],needed=4,hasMagic=!1;for await(const chunk of chunks){if(pending.push(chunk),pendingBytes+=chunk.length,pendingBytes<needed)continue;const buffer=pending.
length===1?chunk:Buffer.concat(pending);let at=0;for(needed=4;buffer.length-at>=4;){const number2=buffer.readUInt32LE(at);if(hasMagic)if(number2===endMark)take(
{kind:"end"}),at+=4;else{if(number2<5||number2>maxBytes)throw new Error("it has a document of an impossible size");if(needed=number2,buffer.length-at<number2)break;
take({kind:"document",bytes:buffer.subarray(at,at+number2)}),at+=number2,needed=4}else{if(number2!==magic)throw new Error("it does not start like one");hasMagic=
!0,at+=4}}const rest=buffer.subarray(at);[pending,pendingBytes]=[[rest],rest.length]}if(pendingBytes>0)throw new Error("it is cut off within a document")}function notWhole(file,cause){
const code=cause instanceof Error&&"code"in cause?String(cause.code):void 0,own=cause instanceof Error&&code===void 0&&cause.message.startsWith("it ")?cause.message:
void 0;return new SystemFailure({happened:`The archive "${file}" is not whole: ${own??code??"what it says of its content cannot be read"}.`,means:"A half-writte\
n backup cannot be used to go back. Nothing was restored from it.",next:"Take another backup. If this happens again, look at the free disk space of the runner a\
nd at the connection to the server."})}const{createHash}=process.getBuiltinModule("node:crypto");var coded=looseObject({code:number()});function isNotToBeSeen(cause){
const read=coded.safeParse(cause);return read.success&&[13,59,115].includes(read.data.code)}var hello=looseObject({msg:string().optional()}),divided=array(looseObject(
{_id:string(),key:unknown(),unique:boolean().default(!1),dropped:boolean().default(!1),unsplittable:boolean().default(!1)}));async function shardKeys(session,databases){
try{if(hello.parse(await session.command("admin",{hello:1})).msg!=="isdbgrid")return new Map}catch(cause){if(isNotToBeSeen(cause))return new Map;throw mongoFailure(
cause,"Asking the server what it is","Nothing was done.")}try{const standing=divided.parse(await session.all("config",{find:"collections"})).filter(({_id:name})=>databases.
some(database=>name.startsWith(`${database}.`))).filter(({dropped,unsplittable})=>!dropped&&!unsplittable);return new Map(standing.map(({_id:name,key,unique})=>[
name,{key,unique}]))}catch(cause){throw mongoFailure(cause,"Reading by what collections are divided over shards","Nothing was done.")}}var collection=object({name:string(),
type:string().default("collection"),options:record(string(),unknown()).default({})}),index=looseObject({name:string()}),user=looseObject({user:string(),roles:array(
unknown()).default([])}),role=looseObject({role:string()}),isServersOwn=name=>name.startsWith("system.")&&name!=="system.js";async function readDefinitions(session,set,databases){
const collections=[],objects={},keys=await shardKeys(session,databases);for(const database of databases){const own=nameInBackup(set,database);for(const found of await listCollections(
session,database)){const name=`${own}.${found.name}`;if(found.type==="view"){objects[`view "${name}"`]={definition:hashOf(found.options)};continue}const{validator,
validationLevel,validationAction,...options}=found.options;collections.push({database,collection:found.name}),objects[`collection "${name}"`]={options:hashOf(options),
...validator===void 0?{}:{validator:hashOf({validator,validationLevel,validationAction})},...found.type==="collection"?{}:{kind:found.type},...keys.has(`${database}\
.${found.name}`)?{"shard key":hashOf(keys.get(`${database}.${found.name}`))}:{},...await indexesOf(session,database,found.name)}}Object.assign(objects,await usersAndRoles(
session,database,own))}return{collections,objects}}async function listCollections(session,database){return array(collection).parse(await session.all(database,{listCollections:1})).
filter(({name})=>!isServersOwn(name)).toSorted((one,other)=>one.name<other.name?-1:1)}async function indexesOf(session,database,name){const listed2=array(index).
parse(await session.all(database,{listIndexes:name}));return Object.fromEntries(listed2.map(({ns:_namespace,background:_howItWasMade,...definition})=>[`index "${definition.
name}"`,hashOf(definition)]))}async function usersAndRoles(session,database,own){const users=await readable(session,database,{usersInfo:1},object({users:array(user)})),
roles=await readable(session,database,{rolesInfo:1,showPrivileges:!0},object({roles:array(role)}));return{...Object.fromEntries((users?.users??[]).map(each=>[`u\
ser "${own}.${each.user}"`,{roles:hashOf(each.roles)}])),...Object.fromEntries((roles?.roles??[]).map(each=>[`role "${own}.${each.role}"`,{definition:hashOf(each)}]))}}
async function readable(session,database,command,shape){try{return shape.parse(await session.command(database,command))}catch(cause){if(isNotToBeSeen(cause))return;
throw mongoFailure(cause,`Reading users and roles of "${database}"`,"Nothing was done.")}}function hashOf(definition){const sorted=typeof definition=="object"&&
definition!==null&&!Array.isArray(definition)?Object.fromEntries(Object.entries(definition).toSorted(([one],[other])=>one<other?-1:1)):definition;return createHash(
"sha256").update(JSON.stringify(sorted,inFull)).digest("hex").slice(0,32)}var typed=looseObject({_bsontype:string()});function inFull(_key,value){if(typeof value==
"number"&&!Number.isFinite(value))return{$numberDouble:String(value)};if(typeof value!="object"||value===null||Object.keys(value).length>0)return value;const read=typed.
safeParse(value);return read.success?{$type:read.data._bsontype}:value}async function readFingerprint(session,request){const at=request.clock.now().toISOString(),
databases=databasesOf(request.set,await databaseNames(session)),{collections,objects}=await readDefinitions(session,request.set,databases),tables=[];for(const each of collections)
tables.push(await readCollection(session,each,request));return{at,tables,sequences:[],objects,definedBy:"MongoDB"}}var names=object({databases:array(object({name:string()}))});
async function databaseNames(session){return names.parse(await session.command("admin",{listDatabases:1,nameOnly:!0})).databases.map(({name})=>name)}var counted=object(
{n:number()});async function readCollection(session,{database,collection:collection2},{set,content,signal}){const name=`${nameInBackup(set,database)}.${collection2}`;
if(signal?.throwIfAborted(),!content){const{n}=counted.parse(await session.command(database,{count:collection2,query:{}}));return{name,rows:n}}const sum=contentSum();
for await(const document of session.documents(database,collection2))sum.add(document),sum.documents%1e3===0&&signal?.throwIfAborted();return{name,rows:sum.documents,
checksum:sum.text}}var notCarried=[...['user "','role "'].map(object2=>({object:object2,reason:"Users and roles belong to a server and are not in a dump: produc\
tion\u2019s logins work nowhere else."})),{object:'collection "',part:"shard key",only:"missing",reason:"By what collections are divided over shards is not in a\
 dump: they are on one shard here."}],markCollection="disposable";async function readIdentity(session,set){const server=await serverId(session),databases=setText(
set);return{kind:"mongodb",lineage:server===void 0?{}:{server,databases},location:{server:session.address.hosts.split(",").sort().join(","),databases},mark:await readMark(
session,databases)}}async function markDisposable(session,set,choose){const identity=await readIdentity(session,set),mark=await choose({identity,name:setText(set)});
if(mark!==void 0)return await session.replaceOne(markDatabase,markCollection,{_id:setText(set),mark:markText(mark)}),await readIdentity(session,set)}var config=object(
{config:object({settings:object({replicaSetId:unknown()})})}),listed=array(object({name:string(),info:object({uuid:unknown()}).optional()}));async function serverId(session){
const set=config.safeParse(await seen(()=>session.command("admin",{replSetGetConfig:1})));if(set.success)return`replica set ${String(set.data.config.settings.replicaSetId)}`;
const collections=listed.safeParse(await seen(()=>session.all("admin",{listCollections:1})));if(!collections.success)return;const ids=new Map(collections.data.map(
({name,info})=>[name,info?.uuid])),id=ids.get("system.version")??ids.get("system.users");return id===void 0?void 0:`admin ${String(id)}`}async function seen(ask){
try{return await ask()}catch(cause){if(isNotToBeSeen(cause)||cause instanceof Error&&"code"in cause&&cause.code===76)return;throw cause}}var kept=array(object({
_id:string(),mark:string()}));async function readMark(session,databases){const collections=listed.parse(await session.all(markDatabase,{listCollections:1,filter:{
name:markCollection}})),[collection2]=collections;if(collection2===void 0)return{kind:"none"};const place=`the collection "${markDatabase}.${markCollection}"`,read=kept.
safeParse(await session.all(markDatabase,{find:markCollection}));if(!read.success)return{kind:"unclear",reason:"its mark cannot be read",place};const own=read.data.
find(({_id})=>_id===databases),other=read.data.find(({_id})=>_id!==databases&&shareADatabase(_id,databases));if(other!==void 0)return{kind:"unclear",reason:`it \
is for other databases, "${other._id}", some of which are the same`,place};if(own===void 0)return{kind:"none"};const mark=markIn(own.mark,{tiedTo:`collection ${String(
collection2.info?.uuid)}`,place});return mark.kind==="none"?{kind:"unclear",reason:"its mark cannot be read",place}:mark}const{join:join2}=process.getBuiltinModule(
"node:path"),{createReadStream:createReadStream2,createWriteStream}=process.getBuiltinModule("node:fs"),{mkdir}=process.getBuiltinModule("node:fs/promises"),{dirname}=process.
getBuiltinModule("node:path"),{Readable}=process.getBuiltinModule("node:stream"),{pipeline:pipeline2}=process.getBuiltinModule("node:stream/promises");var notTaken="\
There is no backup; the databases themselves were not touched.",maxBytes2=16*1024*1024+64*1024;async function oplogStart(session){const newest=await newestEntry(
session),schema=object({startOpTime:object({ts:await timestamp()})}),asked={...{find:"transactions",filter:{state:{$in:["prepared","inProgress"]}}},sort:{"start\
OpTime.ts":1},limit:1},[oldest]=await reading(()=>session.all("config",asked)),oldestWrite=schema.safeParse(oldest);return oldestWrite.success&&oldestWrite.data.
startOpTime.ts.lessThan(newest)?oldestWrite.data.startOpTime.ts:newest}async function keepOplog(session,{from,databases,file,signal}){const at=await newestEntry(
session),read=await entryReader(),touched=new Set;let entries=0,first,last;const kept2=async function*(){for await(const bytes of session.documents("local","opl\
og.rs",{filter:{ts:{$gte:from,$lte:at}}})){signal?.throwIfAborted();const entry=read(bytes);first??=entry.ts,last=entry;for(const{namespace,bytes:own}of entry.operations)
if(databases.includes(namespace.slice(0,namespace.indexOf(".")))){if(entry.command!==void 0)throw changed(`${entry.command} in "${namespace.replace(/\..*/,"")}"`);
touched.add(namespace),entries+=1,yield own}}};if(await mkdir(dirname(file),{recursive:!0,mode:448}),await reading(()=>pipeline2(Readable.from(kept2()),createWriteStream(
file,{mode:384}))),first?.equals(from)!==!0)throw tooShort();if(last?.isPart===!0)throw changed("a transaction that was just being written");return{at,entries,touched}}
async function requireOplog(file,expected,signal){let[entries,pending]=[0,Buffer.alloc(0)];try{for await(const chunk of createReadStream2(file,{signal})){pending=
Buffer.concat([pending,chunk]);let at=0;for(;pending.length-at>=4;){const bytes=pending.readInt32LE(at);if(bytes<5||bytes>maxBytes2)throw new Error("an entry ha\
s an impossible size");if(pending.length-at<bytes)break;at+=bytes,entries+=1}pending=pending.subarray(at)}if(pending.length>0)throw new Error("it ends within an\
 entry");if(entries!==expected)throw new Error(`it has ${entries} entries, and ${expected} were written`)}catch(cause){signal?.throwIfAborted();const why=cause instanceof
Error?cause.message:String(cause);throw new SystemFailure({happened:`What was written while the databases were dumped is not whole in "${file}": ${why}.`,means:"\
The backup is of no one moment without it. Nothing was restored from it.",next:"Take another backup, and look at the disk that holds backups."})}}var patternsAsWritten={
bsonRegExp:!0};async function entryReader(){const{BSON}=await import("./clients/mongodb.js"),nested=object({op:string(),ns:string()}),entry=object({ts:await timestamp(),
op:string(),ns:string(),o:looseObject({applyOps:array(k(Uint8Array)).optional(),partialTxn:boolean().optional(),prepare:boolean().optional()})});return bytes=>{
const{ts,op,ns,o}=entry.parse(BSON.deserialize(bytes,{...patternsAsWritten,fieldsAsRaw:{applyOps:!0}}));if(op==="n")return{ts,operations:[],isPart:!1};if(op!=="\
c")return{ts,operations:[{namespace:ns,bytes}],isPart:!1};if(o.prepare===!0)throw changed("a transaction over several shards");if(o.applyOps===void 0)return{ts,
operations:[{namespace:ns,bytes}],command:Object.keys(o)[0]??"a command",isPart:!1};const operations2=o.applyOps.map(each=>{const{op:kind,ns:namespace}=nested.parse(
BSON.deserialize(each,patternsAsWritten));if(kind==="c")throw changed("a collection that a transaction made");return{namespace,bytes:each}});return{ts,operations:operations2,
isPart:o.partialTxn===!0}}}async function newestEntry(session){const schema=object({ts:await timestamp()}),asked={find:"oplog.rs",sort:{$natural:-1},limit:1,projection:{
ts:1}},[newest]=await reading(()=>session.all("local",asked)),found=schema.safeParse(newest);if(found.success)return found.data.ts;throw new SystemFailure({happened:"\
The server has no oplog, or it is empty.",means:`Without it the collections of a backup are of different moments, and the configuration says "oplog: true". ${notTaken}`,
next:'Let the URL lead to a member of a replica set, or take "oplog" out.'})}async function timestamp(){const{Timestamp:Type}=await import("./clients/mongodb.js");
return k(Type)}async function reading(ask){try{return await ask()}catch(cause){throw mongoFailure(cause,"Reading the oplog (local.oplog.rs, config.transactions)",
notTaken)}}function changed(what){return new SystemFailure({happened:`While the databases were dumped, the oplog got ${what}, which cannot be replayed behind a \
dump.`,means:`What the backup would have of it is not known. ${notTaken}`,next:"Wait until whatever does this has ended, such as a migration or a new tenant, th\
en run the step again."})}function tooShort(){return new SystemFailure({happened:"The oplog does not reach back any more to where the dump started.",means:`What\
 was written in between is not known. ${notTaken}`,next:"Take the backup when less is written, or make the oplog larger (replSetResizeOplog), then run the step \
again."})}const{readFile,writeFile}=process.getBuiltinModule("node:fs/promises"),{join}=process.getBuiltinModule("node:path");var source=object({server:string(),
tools:string(),validators:boolean(),oplog:int().min(0).optional(),databases:array(object({name:string(),onServer:string()})).min(1)}),sourceName="source.json",oplogFile="\
oplog/oplog.bson";function archiveOf(name){return`${name}.archive.gz`}async function writeSource(directory,written){return await writeFile(join(directory,sourceName),
`${JSON.stringify(written,null,2)}
`),sourceName}async function readBackup(directory,signal){const read=await readSource(directory),archives=new Map;for(const{name}of read.databases){const content=await readArchive(
join(directory,archiveOf(name)),signal);archives.set(name,content)}return read.oplog!==void 0&&await requireOplog(join(directory,oplogFile),read.oplog,signal),{
source:read,archives}}async function readSource(directory){try{return source.parse(JSON.parse(await readFile(join(directory,sourceName),"utf8")))}catch{throw new SystemFailure(
{happened:`The backup in "${directory}" has no readable "${sourceName}", which says what is in it.`,means:"It is incomplete, so it cannot be used to go back. No\
thing was restored from it.",next:"Take another backup."})}}async function atOneMoment(session,{from,databases,tables},{set,content,directory,finished,log,signal}){
const{at,entries,touched}=await keepOplog(session,{from,databases,file:join2(directory,oplogFile),signal});finished?.(oplogFile);const written=new Map;for(const namespace of touched){
const[database="",collection2=""]=[namespace.slice(0,namespace.indexOf(".")),namespace.slice(namespace.indexOf(".")+1)],name=`${nameInBackup(set,database)}.${collection2}`;
written.set(name,{name,...await readAt(session,database,collection2,{at,content,signal})})}const seconds=at.getHighBitsUnsigned(),moment=new Date(seconds*1e3).toISOString();
return entries>0&&log.info(`${entries} writes to ${touched.size} collections during the dump were kept from the oplog: all collections are those of ${exactTime(
moment)}.`),{at:moment,entries,tables:tables.map(table=>written.get(table.name)??table)}}async function readAt(session,database,collection2,{at,content,signal}){
const sum=contentSum();try{for await(const document of session.documents(database,collection2,{at}))sum.add(document),sum.documents%1e3===0&&signal?.throwIfAborted()}catch(cause){
throw signal?.throwIfAborted(),notThere(`${database}.${collection2}`,cause)}return{rows:sum.documents,...content&&{checksum:sum.text}}}function notThere(namespace,cause){
const code=cause instanceof Error&&"codeName"in cause?` (${String(cause.codeName)})`:"";return new SystemFailure({happened:`What "${namespace}" was at the end o\
f the dump could not be read from the server${code}.`,means:"It was written to meanwhile, so a restore of it could not be compared. There is no backup; the data\
bases themselves were not touched.",next:'Take the backup when less is written, or let the server keep its past for longer (minSnapshotHistoryWindowInSeconds, 3\
00 s by default), then run the step again. Without "oplog" the collections are of different moments.'})}var oldestServer=4.2,hello2=looseObject({setName:string().
optional(),isWritablePrimary:boolean().default(!1),msg:string().optional()}),build=object({version:string()}),parameter=object({featureCompatibilityVersion:object(
{version:string()})}),balancer=object({mode:string(),inBalancerRound:boolean().default(!1)}),status=object({members:array(looseObject({stateStr:string(),self:boolean().
default(!1),optimeDate:date().optional()}))});async function readServerFacts(session){const said=hello2.parse(await session.command("admin",{hello:1})),{version}=build.
parse(await session.command("admin",{buildInfo:1}));if(Number.parseFloat(version)<oldestServer)throw tooOld(version);const ask={getParameter:1,featureCompatibilityVersion:1},
compatibility=parameter.safeParse(await ifAllowed(session,ask));return{version,major:Number.parseInt(version,10),replicaSet:said.setName,compatibility:compatibility.
success?compatibility.data.featureCompatibilityVersion.version:void 0,against:[...said.msg==="isdbgrid"?againstBalancer(await ifAllowed(session,{balancerStatus:1})):
[],...said.setName!==void 0&&!said.isWritablePrimary?againstLag(await ifAllowed(session,{replSetGetStatus:1})):[]]}}async function ifAllowed(session,command){try{
return await session.command("admin",command)}catch(cause){if(isNotToBeSeen(cause))return;throw mongoFailure(cause,"Asking the server what it is","Nothing was d\
one.")}}var oldestWithSnapshots=5;function againstOplog({replicaSet,version,major}){return replicaSet!==void 0&&major>=oldestWithSnapshots?[]:[{happened:replicaSet===
void 0?'The configuration says "oplog: true", but the server is not a member of a replica set: it has no oplog.':`The configuration says "oplog: true", and the \
server is MongoDB ${version}.`,means:"The collections of a backup could not be brought to one moment, and compared.",next:replicaSet===void 0?'Remove "oplog", o\
r name a replica set in the URL. For a sharded cluster, stop the writes during a backup.':`Take "oplog" out, or upgrade the server to MongoDB ${oldestWithSnapshots}\
.0 or later.`}]}function againstBalancer(answer){const read=balancer.safeParse(answer);return read.success&&read.data.mode==="off"&&!read.data.inBalancerRound?[]:
[{happened:read.success?"The balancer of the sharded cluster is on.":"Whether the balancer of the sharded cluster is on could not be read.",means:"It may move d\
ocuments from shard to shard while they are dumped: a backup would have them twice, or not at all.",next:'Let the hook "before-backup" stop it (sh.stopBalancer(\
)) and one after the hop start it again; the user needs the role "clusterMonitor".'}]}var maxLagSeconds=10;function againstLag(answer){const read=status.safeParse(
answer),members=read.success?read.data.members:[],primary=members.find(({stateStr})=>stateStr==="PRIMARY")?.optimeDate,own=members.find(({self})=>self)?.optimeDate,
lag=primary&&own&&(primary.getTime()-own.getTime())/1e3;return lag!==void 0&&lag<=maxLagSeconds?[]:[{happened:lag===void 0?"The server is a secondary of a repli\
ca set, and how far it is behind the primary could not be read.":`The server is a secondary of a replica set, ${Math.round(lag)} s behind its primary.`,means:`A\
 backup of it would lack what was written since; ${maxLagSeconds} s are accepted.`,next:'Let the URL lead to the primary (name all members, no readPreference), \
or wait until the member has caught up; the user needs the role "clusterMonitor" to see that.'}]}function tooOld(version){return new SystemFailure({happened:`Th\
e MongoDB server is version ${version}; ${oldestServer} is the oldest that is supported.`,means:"Nothing was done.",next:`Upgrade the server to MongoDB ${oldestServer}\
 or later first, one major after the other.`})}async function againstTimeSeries(session,databases){const found=[];for(const database of databases){const series=(await collectionsOf(
session,database)).filter(({type})=>type==="timeseries");series.length!==0&&found.push({happened:`"${database}" has time series (${series.map(({name})=>`"${name}\
"`).join(", ")}).`,means:"Their content cannot be compared after a restore, so no backup of them could be proved.",next:"Let another database hold them."})}return found}
async function collectionsOf(session,database){try{return await listCollections(session,database)}catch(cause){throw mongoFailure(cause,`Reading the collections\
 of "${database}"`,"Nothing was done.")}}function requireSuccess(result,{tool,doing,means,next}){if(result.exitCode===0)return;const ended=result.exitCode===void 0?
`was ended by ${result.endedBy}`:`exit code ${result.exitCode}`,known=causeOf(void 0,failedLines(result.stderr)),said=known?.said??ownWords(result.stderr)??"its\
 message may quote data, and is not shown";throw new SystemFailure({happened:`${tool} failed while ${doing}: ${said} (${ended}).`,means,next:known?.next??next})}
function failedLines(stderr){return stderr.split(`
`).filter(line=>/Failed:|error/i.test(line)).slice(-5).join(`
`)}var harmless=[/corruption found in archive/i,/CRC mismatch for namespace/i,/unexpected EOF/i,/gzip: invalid (header|checksum)/i,/stream or file does not appear to be a mongodump archive/i,
/E11000 duplicate key error collection: [^\s]+ index: [^\s]+/,/Document failed validation/i,/cannot (restore|use|specify) [\w\s-]+/i,/namespace [\w.-]+ already exists/i,
/unsupported .* version/i];function ownWords(stderr){for(const words of harmless){const found=words.exec(stderr)?.[0];if(found!==void 0)return`"${found}"`}}const{
writeFile:writeFile2}=process.getBuiltinModule("node:fs/promises"),{join:join3}=process.getBuiltinModule("node:path");var oldestMajor=100;async function findTools(effects,folder){
const[mongodump,mongorestore]=["mongodump","mongorestore"].map(name=>folder===void 0?name:join3(folder,name)),versions=await Promise.all([versionOf(effects,mongodump),
versionOf(effects,mongorestore)]),[version,other]=versions,install='Install the MongoDB Database Tools (the package "mongodb-database-tools"), or name their fol\
der under "tools:".';if(mongodump===void 0||mongorestore===void 0||version===void 0||other===void 0)throw new SystemFailure({happened:`mongodump and mongorestor\
e were not found${folder===void 0?"":` in "${folder}"`}.`,means:"Nothing was done.",next:install});if(Number.parseInt(version,10)<oldestMajor||version!==other)throw new SystemFailure(
{happened:`mongodump is version ${version} and mongorestore ${other}.`,means:`They must be of one release, ${oldestMajor}.0.0 or later. Nothing was done.`,next:install});
return{mongodump,mongorestore,version}}async function versionOf(effects,program){if(program===void 0)return;const argv=[program,"--version"],answer=await askProgram(
effects.processes,{argv,environment:childEnvironment(effects)});if(answer===void 0)return;const version=/version: v?(?<version>\d+\.\d+\.\d+)/.exec(answer.stdout)?.
groups?.version;return answer.exitCode===0?version:void 0}async function runTool(effects,address,[program,...args],signal){const{options,left}=limitsOf(address);
return await withSecretFolder(effects.environment,async folder=>{const file=join3(folder,"address.yml");return await writeFile2(file,`uri: ${JSON.stringify(addressText(
left))}
`,{mode:384,flag:"wx"}),await effects.processes.run({argv:[program,"--config",file,...options,...args],environment:childEnvironment(effects),...signal&&{signal}})})}
var limits={connecttimeoutms:"dialTimeout",sockettimeoutms:"socketTimeout",serverselectiontimeoutms:"serverSelectionTimeout"};function limitsOf(address){const parameters=new URLSearchParams(
address.parameters),options=[];for(const[name,value]of address.parameters){const option=limits[name.toLowerCase()];option!==void 0&&(parameters.delete(name),options.
push(`--${option}=${Math.ceil(Number(value)/1e3)}`))}return{options,left:{...address,parameters}}}var notTaken2="There is no backup; the databases themselves we\
re not touched.";async function backUp(session,request){const{set,tools,directory,content,effects,log,signal}=request,standing=await readServerFacts(session),databases=databasesOf(
set,await databaseNames(session)),[against]=[...standing.against,...request.oplog?againstOplog(standing):[],...await againstTimeSeries(session,databases)];if(against!==
void 0)throw new SystemFailure({...against,means:`${against.means} ${notTaken2}`});const identity=await readIdentity(session,set);if(databases.length===0)throw nothingThere(
set);const started=effects.clock.now(),{objects,collections}=await readDefinitions(session,set,databases),from=request.oplog?await oplogStart(session):void 0,tables=[];
for(const[index2,database]of databases.entries())log.progress({text:`databases dumped, "${database}" is next`,done:index2,total:databases.length}),tables.push(...await dump(
session,database,request));const named=databases.map(onServer=>({name:nameInBackup(set,onServer),onServer})),validators=Object.values(objects).some(parts=>parts.
validator!==void 0),moment=from&&await atOneMoment(session,{from,databases,tables},request),oplog=moment?.entries,source2={server:standing.version,tools:tools.version,
validators,databases:named,oplog},written=await writeSource(directory,source2);request.finished?.(written);const value={at:moment?.at??started.toISOString(),tables:inOrder(
moment?.tables??tables),sequences:[],objects,definedBy:"MongoDB"},now=await(moment===void 0?readFingerprint(session,{set,content,clock:effects.clock,signal}):{...value,
objects:(await readDefinitions(session,set,databases)).objects});return moment===void 0&&sayWhatChanged({...value,objects:{}},{...now,objects:{}},request),requireSameDefinitions(
value,now),log.info(`${collections.length} collections of ${databases.length} databases were dumped.`),{identity,dataAt:value.at,fingerprint:{kind:"same-snapsho\
t",value},tools:{mongodump:tools.version},references:[]}}async function dump(session,database,request){const{set,tools,directory,jobs,content,effects,signal}=request,
name=nameInBackup(set,database),file=join4(directory,archiveOf(name)),options=["--gzip",`--archive=${file}`,`--numParallelCollections=${jobs}`],result=await runTool(
effects,session.address,[tools.mongodump,`--db=${database}`,...options],signal);requireSuccess(result,{tool:"mongodump",doing:`dumping "${database}"`,means:notTaken2,
next:'Check the rights of the user (role "backup"), then run the step again.'});const archive=await readArchive(file,signal);return request.finished?.(archiveOf(
name)),[...archive.collections].map(([namespace,sum])=>({name:`${name}${namespace.slice(database.length)}`,rows:sum.documents,...content&&{checksum:sum.text}}))}
function inOrder(tables){return tables.toSorted((one,other)=>one.name<other.name?-1:1)}function sayWhatChanged(dumped,now,{log,meanwhile,effects}){const comparison=compareFingerprints(
{kind:"same-snapshot",value:dumped},now);if(comparison.kind==="equal")return;const seconds=Math.ceil((effects.clock.now().getTime()-Date.parse(dumped.at))/1e3),
shown=comparison.differences.slice(0,5).join("; "),more=comparison.differences.length>5?` and ${comparison.differences.length-5} more`:"",happened=`Something wa\
s written to the databases while they were dumped: ${shown}${more}.`,means=`The collections of this backup are of different moments, at most ${seconds} s apart \
(since ${exactTime(dumped.at)}).`,next='Where that matters, let the hook "before-backup" stop the services or their writes, or on a replica set, set "oplog: tru\
e".';if(meanwhile==="refused")throw new SystemFailure({happened,means:`${means} ${notTaken2}`,next});log.warn(`${happened} ${means} ${next}`)}function requireSameDefinitions(before,after){
const objects=of=>({at:of.at,tables:[],sequences:[],objects:of.objects??{}}),comparison=compareFingerprints({kind:"same-snapshot",value:objects(before)},objects(
after));if(comparison.kind!=="equal")throw new SystemFailure({happened:`Collections or indexes were changed while the databases were dumped: ${comparison.differences.
slice(0,5).join("; ")}.`,means:`What the backup would have of them is not known. ${notTaken2}`,next:"Wait until whatever changes them has ended, such as a migra\
tion or a new tenant, then run the step again."})}function nothingThere(set){return new SystemFailure({happened:`No database of the server has one of the names ${set.
patterns.map(name=>`"${set.prefix}${name}"`).join(", ")}, or the user may not see it.`,means:notTaken2,next:'Correct "databases" and "prefix" in the configurati\
on, or grant the user the role "backup".'})}const{dirname:dirname2,join:join5}=process.getBuiltinModule("node:path");var unchanged="Nothing was restored; the da\
tabases are unchanged.";async function replaceDatabases(session,request){const{set,source:source2,signal,mayReplace}=request;await requireSuitable(session,source2),
source2.oplog!==void 0&&requireSameNames(set,source2);const present=databasesOf(set,await databaseNames(session));await requireUndivided(session,present),await requireNobodyElse(
session,present);const before=await readIdentity(session,set),refused=mayReplace(before);if(refused!==void 0)return refused;for(const database of present)signal?.
throwIfAborted(),await session.command(database,{dropDatabase:1});for(const database of source2.databases)await restoreOne(session,database,request);if(source2.
oplog!==void 0&&source2.oplog>0&&await replayOplog(session,request),(await readIdentity(session,set)).lineage.server!==before.lineage.server)throw new SystemFailure(
{happened:"The server that answers now is not the one whose databases were dropped.",means:"The databases may have been restored to another server. Do not start\
 the services on them.",next:"Let the URL name one server or all members of one replica set, then run the restore again."})}async function restoreOne(session,{name,
onServer},{set,source:source2,tools,directory,jobs,effects,signal}){const target=`${set.prefix}${name}`,result=await runTool(effects,session.address,[tools.mongorestore,
"--gzip",`--archive=${join5(directory,archiveOf(name))}`,`--nsInclude=${onServer}.*`,...target===onServer?[]:[`--nsFrom=${onServer}.*`,`--nsTo=${target}.*`],`--\
numParallelCollections=${jobs}`,...source2.validators?["--bypassDocumentValidation"]:[],"--stopOnError"],signal);requireSuccess(result,{tool:"mongorestore",doing:`\
restoring "${target}"`,means:"The databases are incomplete. Do not start the services on them.",next:'Check the rights of the user (role "restore") and the log \
of the server, then run the restore again.'})}async function replayOplog(session,{tools,directory,effects,signal}){const folder=dirname2(join5(directory,oplogFile)),
result=await runTool(effects,session.address,[tools.mongorestore,"--oplogReplay",folder],signal);requireSuccess(result,{tool:"mongorestore",doing:"replaying wha\
t was written during the dump (--oplogReplay)",means:"The databases are of different moments. Do not start the services on them.",next:"Check the rights of the \
user, who must be allowed to apply oplog entries (docs/mongodb.md), then run the restore again."})}async function requireUndivided(session,databases){const names2=[
...(await shardKeys(session,databases)).keys()];if(names2.length!==0)throw new SystemFailure({happened:`Collections here are divided over shards: ${names2.slice(
0,5).join(", ")}${names2.length>5?` and ${names2.length-5} more`:""}.`,means:`A restore would drop them, and bring them back whole on one shard. ${unchanged}`,next:"\
Let staging be a replica set or a single server. To go back on production, restore by hand: drop the databases, divide the empty collections again (sh.shardColl\
ection), then mongorestore --gzip --archive=FILE (docs/mongodb.md)."})}function requireSameNames({prefix},{databases}){if(!databases.every(({name,onServer})=>`${prefix}${name}`===
onServer))throw new SystemFailure(cannotRename(prefix))}function cannotRename(prefix){return{happened:`The backup has entries of production's oplog, and the dat\
abases have other names here ("prefix: ${prefix}").`,means:`They are replayed under the names that they have. ${unchanged}`,next:'Give staging its own server, w\
ith the same names as production and no "prefix", or remove "oplog" on production.'}}async function requireSuitable(session,source2){const{version,major}=await readServerFacts(
session);if(!(major>=Number.parseInt(source2.server,10)))throw new SystemFailure({happened:`The backup is of MongoDB ${source2.server}, and this server is ${version}\
.`,means:`An older server may not understand what a newer one has kept. ${unchanged}`,next:`Give this environment MongoDB ${Number.parseInt(source2.server,10)}.\
0 or later.`})}var operations=object({inprog:array(looseObject({ns:string().default(""),appName:string().default("without a name")}))});async function requireNobodyElse(session,databases){
let answer;try{answer=await session.command("admin",{currentOp:1,active:!0})}catch(cause){if(isNotToBeSeen(cause))return;throw cause}const read=operations.safeParse(
answer),others=(read.success?read.data.inprog:[]).filter(({ns,appName})=>appName!==applicationName&&databases.some(database=>ns.startsWith(`${database}.`)));if(others.
length===0)return;const names2=[...new Set(others.map(({appName})=>`"${appName}"`))].join(", ");throw new SystemFailure({happened:`${others.length} operations o\
f others are under way in the databases (application ${names2}).`,means:unchanged,next:'Stop the services that use them (see "stop" of the deployer), then run t\
he step again.'})}async function preflight(session,{set,tools,oplog,use,subject,needs}){const standing=await readServerFacts(session),identity=await readIdentity(
session,set);return[fine(subject,`mongodump and mongorestore ${tools.version} suit the server, MongoDB ${standing.version}.`),...identity.lineage.server===void 0?
[notIdentified(subject)]:[],...ofCompatibility(standing,subject),...use==="backup"&&oplog?againstOplog(standing).map(message=>problem(subject,message)):[],...use===
"backup"?await ofBackup(session,set,standing,subject):await ofRestore(session,set,{subject,withOplog:needs?.oplog===!0})]}function notIdentified(subject){return problem(
subject,{happened:"The server does not report what identifies it.",means:"Staging could not be distinguished from production, so every restore would be refused.",
next:'Let the user list the collections of the database "admin": the role "clusterMonitor", or "backup".'})}function ofCompatibility({version,compatibility},subject){
return compatibility===void 0||version.startsWith(`${compatibility}.`)?[]:[warning(subject,{happened:`The server is MongoDB ${version}, and keeps its data as fo\
r ${compatibility}.`,means:"It cannot be moved to the next major like this.",next:`When going back to ${compatibility} is no longer needed: db.adminCommand({ se\
tFeatureCompatibilityVersion: "${version.split(".").slice(0,2).join(".")}", confirm: true }).`})]}async function ofBackup(session,set,{against},subject){const databases=databasesOf(
set,await databaseNames(session)),found=against.map(message=>problem(subject,message));for(const name of set.patterns)name.endsWith("*")||databases.includes(`${set.
prefix}${name}`)||found.push(warning(subject,{happened:`The server has no database "${set.prefix}${name}", or the user may not see it.`,means:"A backup would no\
t have it.",next:'Correct "databases", or grant the user the role "backup".'}));const divided2=[...(await shardKeys(session,databases)).keys()];return divided2.
length>0&&found.push(warning(subject,{happened:`${divided2.length} collections are divided over shards, such as "${divided2[0]}".`,means:"A rehearsal restores t\
hem whole on one shard. Over the cluster itself no restore is done: a rollback that needs one is refused, and has to be done by hand.",next:"Decide whether that\
 is enough. docs/mongodb.md says how it is done by hand."})),found.push(...(await againstTimeSeries(session,databases)).map(message=>problem(subject,message))),
found.some(({kind})=>kind==="problem")?found:[fine(subject,`${databases.length} databases can be read.`),...found]}var privileges=object({authInfo:object({authenticatedUsers:array(
unknown()),authenticatedUserPrivileges:array(object({actions:array(string())})).optional()})}),neededToRestore=["insert","createCollection","createIndex","dropD\
atabase"];async function ofRestore(session,{prefix},{subject,withOplog}){const read=privileges.safeParse(await session.command("admin",{connectionStatus:1,showPrivileges:!0})),
granted=read.success?read.data.authInfo.authenticatedUserPrivileges:void 0,renamed=withOplog&&prefix!==""?[problem(subject,cannotRename(prefix))]:[];if(granted===
void 0)return renamed;const may=new Set(granted.flatMap(({actions})=>actions)),lacking=neededToRestore.filter(action=>!may.has(action)&&!may.has("anyAction"));return withOplog&&
!may.has("anyAction")&&lacking.push("applyOps"),lacking.length===0?[...renamed,fine(subject,"The databases can be dropped and made again.")]:[...renamed,problem(
subject,{happened:`The user of the configuration may not do what a restore does: ${lacking.join(", ")}.`,means:"Every rehearsal would fail.",next:`Grant it the \
roles "restore" and "dbAdminAnyDatabase", and "readWrite" on the database staged_upgrade${lacking.includes("applyOps")?"; to replay the oplog of production's ba\
ckups, a role with anyAction on anyResource (docs/mongodb.md)":""}.`})]}function mongodbStore(settings,{effects,where,placeholders}){const fill=(value,key)=>effects.
variables.fill(value,`${where}.${key}`,placeholders),set={patterns:settings.databases,prefix:settings.prefix},tools=()=>findTools(effects,settings.tools===void 0?
void 0:fill(settings.tools,"tools")),inSession=(signal,body)=>{const{password}=settings,address=parseAddress({url:fill(settings.url,"url"),password:password===void 0?
void 0:fill(password,"password"),where:`${where}.url`});return withSession(address,signal,body)};return{kind:"mongodb",noun:"database",identity:signal=>inSession(
signal,session=>readIdentity(session,set)),preflight:request=>inSession(request.signal,async session=>preflight(session,{...request,set,oplog:settings.oplog,tools:await tools()})),
needs:async()=>settings.oplog?{oplog:!0}:{},fingerprint:(signal,like)=>inSession(signal,async session=>{const content=like===void 0?settings.fingerprint.content:
like.tables.some(({checksum})=>checksum!==void 0),read=await readFingerprint(session,{set,content,clock:effects.clock,signal});return like===void 0?read:{...read,
exemptions:notCarried}}),estimatedBytes:signal=>inSession(signal,session=>sizeOf(session,set)),markDisposable:(choose,signal)=>inSession(signal,session=>markDisposable(
session,set,choose)),backup:async request=>{const suited=await tools();return await inSession(request.signal,session=>backUp(session,{...request,set,effects,tools:suited,
jobs:settings.jobs,content:settings.fingerprint.content,meanwhile:settings["changed-meanwhile"],oplog:settings.oplog}))},verify:async({directory,signal})=>{await readBackup(
directory,signal)},restore:async request=>{const{directory,signal}=request,suited=await tools(),{source:source2}=await readBackup(directory,signal),{jobs}=settings;
return await inSession(signal,session=>replaceDatabases(session,{...request,set,source:source2,tools:suited,jobs,effects}))}}}var size=object({dataSize:number()});
async function sizeOf(session,set){let bytes=0;for(const database of databasesOf(set,await databaseNames(session)))bytes+=size.parse(await session.command(database,
{dbStats:1})).dataSize;return bytes}export{mongodbStore};
