const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{readInstanceClass}from"./steps.js";
import{postgresRows,valueAt_MEAKJ4TU as valueAt}from"./project.js";import{coerce_exports}from"./project.js";import{rdsCluster}from"./project.js";import"./project.js";
import"./start.js";import{allPages}from"./chunk-EUMZNHNG.js";import{AwsError,isRefused,nextAfter}from"./project.js";import"./project.js";import{readTextFile}from"./start.js";
import{E}from"./project.js";import{unknown}from"./chunk-E4OFWAZR.js";import{array,int,looseObject,string}from"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";
const{resolve}=process.getBuiltinModule("node:path");var count=int().min(1).max(16),text=string().min(1);async function readDeclared({configuration},{effects,where,
placeholders}){const unknown2=reason=>({kind:"unknown",reason}),file=effects.variables.fill(configuration.file,`${where}.configuration.file`,placeholders),content=await readTextFile(
resolve(effects.directory,file)).catch(()=>{});if(content===void 0)return unknown2(`the configuration file "${file}" does not exist, or cannot be read`);const json=parsed(
content);if(json===void 0)return unknown2(`the configuration file "${file}" is neither JSON nor YAML`);const foreign=valueAt(json,configuration.foreign);if(foreign!=
null&&foreign!=="")return unknown2(`"${configuration.foreign}" is set in "${file}": the stack uses a database that it does not own, so nothing of it is resized \
there`);const instances=count.safeParse(valueAt(json,configuration.instances));if(!instances.success)return unknown2(`"${configuration.instances}" in "${file}" \
is not a number from 1 to 16`);const writer=text.safeParse(valueAt(json,configuration.writer));if(!writer.success||readInstanceClass(writer.data)===void 0)return unknown2(
`"${configuration.writer}" in "${file}" is not a class of instances, such as t4g.medium`);const written=valueAt(json,configuration.reader);if(written==null)return{
kind:"known",value:{instances:instances.data,writer:writer.data}};const reader=text.safeParse(written);return!reader.success||readInstanceClass(reader.data)===void 0?
unknown2(`"${configuration.reader}" in "${file}" is not a class of instances, such as t4g.medium`):{kind:"known",value:{instances:instances.data,writer:writer.data,
reader:reader.data}}}function parsed(content){try{return E(content)}catch{return}}var query="select server_id, replica_lag_in_msec from aurora_replica_status()",
rows=array(looseObject({server_id:string(),replica_lag_in_msec:coerce_exports.number().nullable()})),failure=looseObject({code:string()});async function readLags(database,{
effects,where,placeholders},signal){const url=effects.variables.fill(database,`${where}.database`,placeholders);try{const read=await postgresRows({url,query,milliseconds:1e4,
most:{rows:100,bytes:1048576},signal}),known=rows.safeParse(read);if(!known.success)return{kind:"unknown",reason:"the writer did not answer with a list of its r\
eaders"};const all=known.data.flatMap(({server_id:id,replica_lag_in_msec:lag})=>lag===null?[]:[[id,lag]]);return{kind:"known",value:new Map(all)}}catch(error){signal.
throwIfAborted();const read=failure.safeParse(error),code=read.success?read.data.code:void 0;return{kind:"unknown",reason:code==="42883"?`its database has no fu\
nction aurora_replica_status(), which only Aurora PostgreSQL has: leave "${where}.database" out`:`its database (${where}.database) did not answer${code===void 0?
"":` (${code})`}`}}}function membersOf(cluster,instances){const listed=new Map((cluster.DBClusterMembers??[]).map(each=>[each.DBInstanceIdentifier??"",each]));return[
...new Set([...listed.keys(),...instances.map(({DBInstanceIdentifier})=>DBInstanceIdentifier??"")])].toSorted().map(id=>{const place=listed.get(id),instance=instances.
find(({DBInstanceIdentifier})=>DBInstanceIdentifier===id),tier=place?.PromotionTier??instance?.PromotionTier,zone=instance?.AvailabilityZone;return{id,instanceClass:instance?.
DBInstanceClass??"unknown",role:place?.IsClusterWriter===!0?"writer":"reader",status:statusOf(place!==void 0,instance),pending:pendingOf(instance?.PendingModifiedValues),
...tier===void 0?{}:{tier},...zone===void 0?{}:{zone}}})}function statusOf(isListed,instance){if(instance===void 0)return"leaving";const{DBInstanceStatus:status="\
unknown"}=instance;return!isListed&&status==="available"?"joining":status}function pendingOf(values){return Object.fromEntries(Object.entries(values??{}).flatMap(
([name,value])=>value==null?[]:typeof value=="object"&&Object.keys(value).length===0?[]:/password/i.test(name)?[[name,"a new one"]]:[[name,typeof value=="object"?
JSON.stringify(value):String(value)]]))}var minPauseMilliseconds=1e3;function openRdsProbe(settings,context){const{clock}=context.effects,place=rdsCluster(settings,
context);let lastLook;const{region}=place.access,asking=async(name,signal,ask)=>{try{return{kind:"known",value:await place.ask(ask,signal)}}catch(error){if(!(error instanceof
AwsError))throw error;return error.code==="DBClusterNotFoundFault"?{kind:"unknown",reason:`there is no cluster "${place.id}" in ${region}`,refused:!0}:{kind:"un\
known",reason:`rds:${name} was answered with ${error.code}: ${error.message} (${nextAfter(error).replace(/\.$/,"")})`,...isRefused(error)?{refused:!0}:{}}}},cluster=async signal=>{
const found=await asking("DescribeDBClusters",signal,async({sdk,client,options})=>{const command=new sdk.DescribeDBClustersCommand({DBClusterIdentifier:place.id});
return(await client.send(command,options)).DBClusters?.[0]});return found.kind==="unknown"?found:found.value===void 0?unknown(`there is no cluster "${place.id}"\
 in ${region}`):{kind:"known",value:found.value}},instances=async signal=>await asking("DescribeDBInstances",signal,async({sdk,client,options})=>{const Filters=[
{Name:"db-cluster-id",Values:[place.id]}];return await allPages(async Marker=>{const page=await client.send(new sdk.DescribeDBInstancesCommand({Filters,Marker}),
options);return{items:page.DBInstances??[],next:page.Marker}})}),due=async signal=>await asking("DescribePendingMaintenanceActions",signal,async({sdk,client,options})=>{
const found=await allPages(async Marker=>{const page=await client.send(new sdk.DescribePendingMaintenanceActionsCommand({Marker}),options);return{items:page.PendingMaintenanceActions??
[],next:page.Marker}});return new Map(found.map(({ResourceIdentifier,PendingMaintenanceActionDetails:all})=>[ResourceIdentifier??"",(all??[]).map(({Action,Description})=>Description??
Action??"maintenance")]))});return{look:async signal=>{const since=lastLook===void 0?minPauseMilliseconds:clock.now().getTime()-lastLook;since<minPauseMilliseconds&&
await clock.sleep(minPauseMilliseconds-since,signal??context.effects.signal);const[found,members,maintenance,declared,lags]=await Promise.all([cluster(signal),instances(
signal),due(signal),readDeclared(settings,context),settings.database===void 0?void 0:readLags(settings.database,context,signal??context.effects.signal)]);if(lastLook=
clock.now().getTime(),found.kind==="unknown")return found;if(members.kind==="unknown")return members;if(maintenance.kind==="unknown")return maintenance;const seen=seenOf(
found.value,members.value,maintenance.value,declared),{"one-zone":oneZone}=settings;return{kind:"known",value:{...withLags(seen,lags),...oneZone===void 0?{}:{oneZone}}}},
offer:async signal=>{const found=await cluster(signal);if(found.kind==="unknown")return{engine:`the engine of the cluster "${place.id}"`,classes:found,quota:found};
const{Engine:engine="",EngineVersion:version=""}=found.value,classes=await asking("DescribeOrderableDBInstanceOptions",signal,async({sdk,client,options})=>{const all=await allPages(
async Marker=>{const asked={Engine:engine,EngineVersion:version,Marker},page=await client.send(new sdk.DescribeOrderableDBInstanceOptionsCommand(asked),options);
return{items:page.OrderableDBInstanceOptions??[],next:page.Marker}});return[...new Set(all.flatMap(({DBInstanceClass:each})=>each===void 0?[]:[each]))]});return{
engine:`${engine} ${version} in ${region}`,classes,quota:await quota(signal)}}};async function quota(signal){const found=await asking("DescribeAccountAttributes",
signal,async({sdk,client,options})=>{const{AccountQuotas:all}=await client.send(new sdk.DescribeAccountAttributesCommand({}),options);return all?.find(({AccountQuotaName})=>AccountQuotaName===
"DBInstances")});if(found.kind==="unknown")return found;const{Used:used,Max:most}=found.value??{};return used===void 0||most===void 0?unknown('AWS names no quot\
a of "DBInstances"'):{kind:"known",value:{used,most}}}}function withLags(seen,lags){if(lags===void 0)return seen;if(lags.kind==="unknown")return{...seen,lagUnknown:lags.
reason};const lost=seen.members.find(({id,role})=>role==="reader"&&!lags.value.has(id)),members=seen.members.map(member=>{const lag=member.role==="reader"?lags.
value.get(member.id):void 0;return lag===void 0?member:{...member,lag}}),unlisted=lost===void 0?{}:{lagUnknown:`the writer knows nothing of the reader "${lost.id}\
"`};return{...seen,members,...unlisted}}function seenOf(cluster,instances,due,declared){const{DBClusterIdentifier:id="",DBClusterArn:arn=""}=cluster,windows=[{of:`\
the cluster "${id}"`,arn,window:cluster.PreferredMaintenanceWindow},...instances.map(each=>({of:`"${each.DBInstanceIdentifier??""}"`,arn:each.DBInstanceArn??"",
window:each.PreferredMaintenanceWindow}))];return{cluster:{id,status:cluster.Status??"unknown",engine:cluster.Engine??"",engineVersion:cluster.EngineVersion??"",
pending:pendingOf(cluster.PendingModifiedValues)},members:membersOf(cluster,instances),maintenance:windows.flatMap(({of,arn:resource,window})=>window===void 0?[]:
[{of,window,due:due.get(resource)??[]}]),declared}}export{openRdsProbe};
