const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{stateFolder}from"./start.js";
import"./start.js";import{readGraph,readsContent,takenBetween}from"./chunk-ILY7IV6H.js";import{aboutBadBackup}from"./project.js";import"./steps.js";import"./project.js";
import{markIn,markText}from"./project.js";import{askProgram}from"./project.js";import{fine,problem}from"./project.js";import{syncFile,syncFolder}from"./project.js";
import{childEnvironment}from"./project.js";import"./start.js";import{variableNames}from"./start.js";import{durationText}from"./terminal.js";import"./chunk-HJACYWYZ.js";
import"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";const{readdir:readdir2,stat:stat3}=process.getBuiltinModule("node:fs/promis\
es"),{join:join6}=process.getBuiltinModule("node:path"),{mkdtemp,rm,symlink,writeFile}=process.getBuiltinModule("node:fs/promises"),{tmpdir}=process.getBuiltinModule(
"node:os"),{join}=process.getBuiltinModule("node:path");function outOfReach(happened,next){return new SystemFailure({happened,means:"What is in this Neo4j is no\
t known, so nothing was done.",next})}function lastWords(text){const last=text.trim().split(`
`).at(-1)?.trim()??"";return last===""?"":`: ${last.replace(/\.$/,"").slice(0,400)}`}var progress=/^Files: \d+\/\d+/;function openAdmin(program,{effects}){const environment=childEnvironment(
effects),run=async(doing,means,args,call)=>{const{within,log,signal}=call,whole=AbortSignal.timeout(within);try{const result=await effects.processes.run({argv:[
program,"database",...args],directory:effects.directory,environment,signal:AbortSignal.any([effects.signal,signal,whole]),onLine:line=>{progress.test(line)||log.
output(line)}});if(result.exitCode===0)return;throw new SystemFailure({happened:`neo4j-admin failed while ${doing}${lastWords(effects.pen.text(causeIn(result.stderr)))}\
.`,means,next:"Read its output in the log, correct the cause, then run the step again."})}catch(error){throw!whole.aborted||signal.aborted||effects.signal.aborted?
error:new SystemFailure({happened:`neo4j-admin had not ended ${doing} after ${durationText(within)} ("timeout"), and was ended.`,means,next:"Find out what takes\
 so long, or allow more time. Then run the step again."})}},inFolder=async({folder},work)=>{const own=await mkdtemp(join(tmpdir(),"staged-upgrade-neo4j-"));try{
const file=join(own,"additional.conf");await writeFile(file,`server.directories.data=${folder}
`),await work(own,`--additional-config=${file}`)}finally{await rm(own,{recursive:!0,force:!0})}};return{version:async()=>{const answer=await askProgram(effects.
processes,{argv:[program,"--version"],environment});return answer?.exitCode===0?answer.stdout.trim().split(`
`).at(-1):void 0},dump:(directory,call)=>inFolder(call,(_,additional)=>run("the database was dumped","No backup was taken.",["dump",call.database,`--to-path=${directory}`,
additional],call)),backup:(directory,from,call)=>run("the database was backed up","No backup was taken.",["backup",call.database,`--to-path=${directory}`,`--fro\
m=${from}`,"--type=FULL"],call),load:(file,call)=>inFolder(call,async(own,additional)=>{const means="The database may hold half of the backup, and must be resto\
red again before it is used.",overwrite="--overwrite-destination=true";if(file.endsWith(".backup")){const args=["restore",call.database,`--from-path=${file}`,overwrite,
additional];await run("the backup was restored",means,args,call);return}await symlink(file,join(own,`${call.database}.dump`)),await run("the dump was loaded",means,
["load",call.database,`--from-path=${own}`,overwrite,additional],call)})}}function causeIn(stderr){const lines=stderr.split(`
`).filter(line=>line.trim()!=="");return lines.find(line=>/^Failed to (?:dump|load|backup|restore) database/.test(line.replace(/^.*\] /,"")))??lines.filter(line=>!line.
startsWith("Run with '--verbose'")).at(-1)??""}const{createReadStream}=process.getBuiltinModule("node:fs"),{open,readdir,stat}=process.getBuiltinModule("node:fs\
/promises"),{join:join2}=process.getBuiltinModule("node:path"),{Writable}=process.getBuiltinModule("node:stream"),{pipeline}=process.getBuiltinModule("node:stre\
am/promises"),{createGunzip,createZstdDecompress}=process.getBuiltinModule("node:zlib");var unpackers={DZV1:()=>createZstdDecompress(),DGV1:()=>createGunzip()};
async function archiveIn(directory){const names=await readdir(directory).catch(()=>[]),[name,...others]=names.filter(each=>/\.(dump|backup)$/.test(each));if(name===
void 0)throw damaged("its file is missing");if(others.length>0)throw damaged(`it has ${others.length+1} files`);return join2(directory,name)}async function readArchive(directory,signal){
signal.throwIfAborted();const file=await archiveIn(directory),{size}=await stat(file);if(size===0)throw damaged("its file is empty");if(file.endsWith(".backup"))
return file;const unpack=unpackers[await startOf(file)];if(unpack===void 0)throw damaged("its file does not start like a dump");try{const nowhere=new Writable({
write:(_chunk,_encoding,done)=>done()});await pipeline(createReadStream(file,{start:4}),unpack(),nowhere,{signal})}catch(cause){throw signal.throwIfAborted(),damaged(
"its file cannot be read to its end",cause)}return file}async function startOf(file){const handle=await open(file);try{const start=Buffer.alloc(4);return await handle.
read(start,0,4,0),start.toString("latin1")}finally{await handle.close()}}function damaged(why,cause){return new SystemFailure({happened:`The backup of Neo4j is \
damaged: ${why}.`,means:"It cannot be used to go back, and nothing was restored from it.",next:aboutBadBackup},{cause})}const{readFile,rename,stat:stat2,writeFile:writeFile2}=process.
getBuiltinModule("node:fs/promises"),{hostname}=process.getBuiltinModule("node:os"),{join:join3}=process.getBuiltinModule("node:path");async function identityOf({
address,database},facts){return{kind:"neo4j",lineage:{server:facts.server,databases:database},location:{host:hostname(),address,database},mark:facts.isHere?await readMark(
markPath(facts,database),facts):{kind:"none"}}}async function putMark(place,facts,choose){const identity=await identityOf(place,facts);if(!facts.isHere)throw notHere(
facts,"Nothing was marked.");const mark=await choose({identity,name:`${place.address}/${place.database}`});if(mark===void 0)return;const kept=markPath(facts,place.
database);try{await writeFile2(`${kept}.new`,`${markText(mark)}
`),await syncFile(`${kept}.new`),await rename(`${kept}.new`,kept),await syncFolder(facts.folder)}catch(cause){throw new SystemFailure({happened:`The mark "${kept}\
" could not be written.`,means:"The database is not marked as disposable.",next:"Run this as a user who may write to the data folder of Neo4j."},{cause})}return await identityOf(
place,facts)}function markPath({folder},database){return join3(folder,`staged-upgrade-disposable.${database}`)}async function readMark(kept,{server}){const text=await readFile(
kept,"utf8").catch(()=>{});if(text===void 0)return{kind:"none"};const{ino}=await stat2(kept,{bigint:!0}),place=`the file "${kept}"`,mark=markIn(text,{tiedTo:`fi\
le number ${ino}, of server ${server}`,place});return mark.kind==="none"?{kind:"unclear",reason:"its mark cannot be read",place}:mark}function notHere({folder},means){
return new SystemFailure({happened:`The data of Neo4j is in "${folder}", which is not a folder of that server on this machine.`,means:`neo4j-admin works on the \
files of the server, beside it. ${means}`,next:"Run this job on the machine of that server, as a user who may read its folder."})}const{createHash}=process.getBuiltinModule(
"node:crypto"),{mkdir,readFile:readFile3,rm:rm2,writeFile:writeFile3}=process.getBuiltinModule("node:fs/promises"),{dirname,join:join5}=process.getBuiltinModule(
"node:path"),{readFile:readFile2}=process.getBuiltinModule("node:fs/promises"),{join:join4}=process.getBuiltinModule("node:path");var nobodyThere=/Unable to connect to|Connection refused|not currently available|ServiceUnavailable/i;
function openShell({program,url,username,password,database:usual},{effects}){const environment={...childEnvironment(effects),NEO4J_USERNAME:username,NEO4J_PASSWORD:password},
options=["--format","plain","--non-interactive","--fail-fast"],run=async(queries,onLine,{database=usual,signal})=>await effects.processes.run({argv:[program,"-a",
url,"-d",database,...options],directory:effects.directory,environment,input:queries,signal:signal===void 0?effects.signal:AbortSignal.any([effects.signal,signal]),
onLine:(line,stream)=>{stream==="stdout"&&onLine(line)}}),shell={ask:async(queries,onLine,call={})=>{const result=await run(queries,onLine,call);if(result.exitCode!==
0)throw outOfReach(`Neo4j at ${effects.pen.text(url)} did not answer${lastWords(effects.pen.text(result.stderr))}.`,'Make sure that it is up, and that "url", "u\
sername" and "password" lead to it. Then run again.')},lines:async(queries,call)=>{const lines=[];return await shell.ask(queries,line=>{lines.push(line)},call),
lines},tried:async(queries,call={})=>{const lines=[],result=await run(queries,line=>{lines.push(line)},call);if(result.exitCode===0)return lines;if(!nobodyThere.
test(result.stderr))throw outOfReach(`Neo4j at ${effects.pen.text(url)} did not answer${lastWords(effects.pen.text(result.stderr))}.`,'Make sure that "url", "us\
ername" and "password" lead to it. Then run again.')}};return shell}function valuesOf(line){return[...line.matchAll(/"((?:[^"\\]|\\.)*)"|[^,\s]+/g)].map(([whole,
text])=>text===void 0?whole:text.replaceAll(/\\(.)/g,"$1"))}var questions=`SHOW DATABASES YIELD name, databaseID, serverID, currentStatus
  RETURN 'database' AS what, name, databaseID, serverID, currentStatus;
SHOW SETTINGS 'server.directories.data' YIELD value RETURN 'folder' AS what, value;
CALL dbms.components() YIELD versions, edition RETURN 'release' AS what, versions[0] AS version, edition;
`;async function readServerFacts(shell,database,call){const lines=await shell.tried(questions,{database:"system",...call});if(lines===void 0)return;const rows=lines.
map(valuesOf),databases=rows.filter(([what])=>what==="database"),own=databases.filter(([,name])=>name===database),server=databases.find(([,name])=>name==="syste\
m")?.[2],[,folder]=rows.find(([what])=>what==="folder")??[],[,version="unknown",edition=""]=rows.find(([what])=>what==="release")??[];if(server===void 0||folder===
void 0)throw outOfReach("Neo4j did not say which server it is.","Use Neo4j 5 or later, and give the user the rights to SHOW DATABASES and SHOW SETTINGS.");const[
first]=own;if(first===void 0)throw outOfReach(`The server has no database "${database}".`,'Correct "database", or make it. Then run again.');const[,,,serverId="",
status=""]=first;return{server,version,status,folder,isEnterprise:edition==="enterprise",members:own.length,isHere:await isServersFolder(folder,serverId)}}async function isServersFolder(folder,serverId){
const kept=await readFile2(join4(folder,"server_id")).catch(()=>Buffer.alloc(0));return kept.length>=16&&kept.subarray(-16).toString("hex")===serverId.replaceAll(
"-","").toLowerCase()}var pauseMilliseconds=1e3;function openServer({shell,place,own,readyWithin},context){const{effects,where,placeholders}=context,{address,database}=place,
hash=createHash("sha256").update(`${address}/${database}`).digest("hex").slice(0,16),note=join5(stateFolder(effects.environment),"stopped",`neo4j-${hash}`),run=async(key,argv,signal)=>{
const[program,...args]=argv,fill=text=>effects.variables.fill(text,`${where}.${key}`,placeholders),result=await effects.processes.run({argv:[fill(program),...args.
map(fill)],directory:effects.directory,environment:childEnvironment(effects,argv.flatMap(variableNames)),signal,onLine:line=>effects.log.output(line)});if(result.
exitCode!==0)throw new SystemFailure({happened:`The command "${key}" of ${where} failed${lastWords(effects.pen.text(result.stderr))}.`,means:key==="stop"?"Neo4j\
 may still run, and nothing was done.":"Neo4j may still be stopped.",next:"Run it by hand, correct it, then run the step again."})},ready=async signal=>{const until=effects.
clock.now().getTime()+readyWithin;for(;;){const facts=await readServerFacts(shell,database,{signal});if(facts?.status==="online")return facts;if(effects.clock.now().
getTime()>=until)throw notReady(facts?.status,readyWithin);await effects.clock.sleep(pauseMilliseconds,signal)}},start=async signal=>{own===void 0?await shell.lines(
`START DATABASE \`${database}\` WAIT;`,{database:"system",signal}):await run("start",own.start,signal),await rm2(note,{force:!0})};return{facts:async(signal=effects.
signal)=>{const found=await readServerFacts(shell,database,{signal});if((found===void 0?own!==void 0:found.status==="offline")&&await readFile3(note,"utf8").catch(
()=>{})!==void 0)return effects.log.warn(`Neo4j at ${address} is stopped, by a run that was ended before it could start it again. It is started now.`),await start(
signal),await ready(signal);if(found!==void 0)return found;throw outOfReach(`Nobody answers at ${address} as Neo4j.`,'Start it, or correct "url". Then run again\
.')},whileStopped:async({isEnterprise},signal,work)=>{if(own===void 0&&!isEnterprise)throw cannotStop(where);signal.throwIfAborted();const from=effects.clock.now().
getTime();await mkdir(dirname(note),{recursive:!0,mode:448}),await writeFile3(note,`${address}/${database}
`);let isDone=!1;try{own===void 0?await shell.lines(`STOP DATABASE \`${database}\` WAIT;`,{database:"system",signal}):await run("stop",own.stop,signal),await work(),
isDone=!0}finally{const again=AbortSignal.timeout(readyWithin*2);await start(again),isDone&&await ready(again)}return effects.clock.now().getTime()-from}}}function cannotStop(where){
return new SystemFailure({happened:`${where} does not say how Neo4j is stopped and started.`,means:"The community edition is dumped and restored while its serve\
r is stopped. Nothing was done.",next:'Add "stop" and "start", such as [sudo, systemctl, stop, neo4j].'})}function notReady(status,within){return new SystemFailure(
{happened:`Neo4j was started, and its database is ${status===void 0?"not reached":`"${status}"`} after ${durationText(within)} ("ready-within").`,means:"What us\
es it does not work before it is online.",next:"Look at neo4j.log and debug.log of that server, bring it up, then run the step again."})}function obstaclesOf({use,
facts,admin,settings,where}){const{isEnterprise,isHere,members,folder}=facts,isOffline=use==="restore"||settings.method==="dump",found=[];return admin===void 0&&
found.push({happened:"The program neo4j-admin was not found.",means:"It takes the backup and restores it.",next:'Run this job on the machine of Neo4j, or name t\
he program under "admin".'}),isOffline&&!isHere&&found.push(notHere(facts,`Nothing in "${folder}" can be read here.`).detail),isOffline&&!isEnterprise&&settings.
stop===void 0&&found.push(cannotStop(where).detail),settings.method==="online"&&!isEnterprise&&found.push({happened:'"method: online" needs the enterprise editi\
on, and this server is the community edition.',means:"It answers no request for a backup.",next:'Use "method: dump", with "stop" and "start".'}),use==="restore"&&
members>1&&found.push({happened:`The database is held by ${members} servers of a cluster.`,means:"A restore beside one of them would leave the others as they ar\
e.",next:"Let staging be a single server."}),found}function findingsOf(subject,looked){const obstacles=obstaclesOf(looked);if(obstacles.length>0)return obstacles.
map(message=>problem(subject,message));const{version,isEnterprise}=looked.facts;return[fine(subject,`Neo4j ${version} (${isEnterprise?"enterprise":"community"})\
 answers, and neo4j-admin ${looked.admin} is here.`)]}var numberOf=node=>`split(elementId(${node}), ':')[-1]`;function neo4jStore(settings,context){const{effects,
where,placeholders}=context,{database,method,stop,start}=settings,fill=key=>effects.variables.fill(settings[key],`${where}.${key}`,placeholders),url=fill("url"),
place={address:addressOf(url),database},shell=openShell({program:fill("shell"),url,username:fill("username"),password:fill("password"),database},context),admin=openAdmin(
fill("admin"),context),server=openServer({shell,place,own:stop===void 0||start===void 0?void 0:{stop,start},readyWithin:settings["ready-within"]},context),graph={
cypher:async(queries,onLine,signal)=>await shell.ask(queries,onLine,{signal}),content:`[${numberOf("n")}, properties(n)]`,end:numberOf,method:""},within=signal=>signal===
void 0?effects.signal:AbortSignal.any([effects.signal,signal]),fingerprint=async(signal,like)=>{await server.facts(signal);const content=readsContent(like,settings.
fingerprint.content,graph.method);return await readGraph(graph,{content,at:effects.clock.now(),signal})},look=async(use,facts)=>({use,facts,settings,where,admin:await admin.
version()}),requireUse=async(use,facts)=>{const looked=await look(use,facts),[obstacle]=obstaclesOf(looked);if(obstacle!==void 0)throw new SystemFailure(obstacle);
return looked.admin??"unknown"},callOf=({folder},{log},signal)=>({folder,database,log,signal,within:settings.timeout});return{kind:"neo4j",noun:"database",identity:async signal=>await identityOf(
place,await server.facts(signal)),preflight:async({use,subject,signal})=>findingsOf(subject,await look(use,await server.facts(signal))),fingerprint,estimatedBytes:async signal=>{
const{folder,isHere}=await server.facts(signal);if(!isHere)return;const sizes=["databases","transactions"].map(part=>bytesIn(join6(folder,part,database)));return(await Promise.
all(sizes)).reduce((sum,size)=>sum+size,0)},markDisposable:async(choose,signal)=>await putMark(place,await server.facts(signal),choose),backup:async request=>{const{
directory,log}=request,signal=within(request.signal);signal.throwIfAborted();const facts=await server.facts(signal),tool=await requireUse("backup",facts),identity=await identityOf(
place,facts),before=await fingerprint(signal),call=callOf(facts,request,signal);let stopped;if(method==="dump")stopped=await server.whileStopped(facts,signal,()=>admin.
dump(directory,call)),log.info(`Neo4j did not serve for ${durationText(stopped)}: it was stopped for the dump.`);else{const from=effects.variables.fill(settings.
from??`${place.address.replace(/:\d+$/,"")}:6362`,`${where}.from`,placeholders);await admin.backup(directory,from,call)}return await archiveIn(directory),{identity,
dataAt:before.at,fingerprint:takenBetween(before,await fingerprint(signal,before)),tools:{"neo4j-admin":tool,neo4j:facts.version,...stopped===void 0?{}:{"stoppe\
d for":durationText(stopped)}},references:[]}},verify:async({directory,signal})=>{await readArchive(directory,within(signal))},restore:async request=>{const signal=within(
request.signal);signal.throwIfAborted();const file=await readArchive(request.directory,signal),facts=await server.facts(signal);await requireUse("restore",facts);
const refusal=request.mayReplace(await identityOf(place,facts));if(refusal!==void 0)return refusal;await server.whileStopped(facts,signal,()=>admin.load(file,callOf(
facts,request,signal)))}}}function addressOf(url){const{hostname:hostname2,port,username,password}=new URL(url.replace(/^[a-z0-9+]+:/i,"http:"));if(username!==""||
password!=="")throw new SystemFailure({happened:'The "url" of Neo4j has a user or a password in it.',means:"Every user of the machine would see it among the arg\
uments of cypher-shell. Nothing was done.",next:'Take them out of "url", and give them as "username" and "password".'});return`${hostname2}:${port===""?"7687":port}`}
async function bytesIn(folder){const sizes=(await readdir2(folder,{recursive:!0,withFileTypes:!0}).catch(()=>[])).filter(each=>each.isFile()).map(async each=>(await stat3(
join6(each.parentPath,each.name)).catch(()=>({size:0}))).size);return(await Promise.all(sizes)).reduce((sum,size)=>sum+size,0)}export{neo4jStore};
