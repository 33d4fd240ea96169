const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{rdsService}from"./project.js";
import"./project.js";import"./start.js";import{AwsError,isRefused,nextAfter}from"./project.js";import"./project.js";import{unknown}from"./chunk-E4OFWAZR.js";import"./start.js";
import"./start.js";import"./chunk-D6K2TUBN.js";async function readEngineVersion(settings,context,signal){const{effects,where,placeholders}=context,service=rdsService(
settings,context),{cluster,instance}=settings,[key,written]=cluster===void 0?["instance",instance??""]:["cluster",cluster],id=effects.variables.fill(written,`${where}\
.${key}`,placeholders).toLowerCase();try{const all=key==="cluster"?await clusterAndMembers(service,id,signal):await instanceAlone(service,id,signal);return versionOf(
all)}catch(error){if(!(error instanceof AwsError))throw error;const reason=/NotFound/.test(error.code)?`there is no ${key} "${id}" in ${service.access.region}`:
`AWS answered with ${error.code}: ${error.message} (${nextAfter(error).replace(/\.$/,"")})`,isFinal=isRefused(error)||/NotFound/.test(error.code);return{kind:"u\
nknown",reason,...isFinal?{refused:!0}:{}}}}function versionOf(all){const[first]=all;if(first===void 0)return unknown("AWS described nothing");for(const{title,status,
version,pending}of all){if(status!=="available")return unknown(`${title} is ${status}`);if(pending!==void 0)return unknown(`${title} has version ${version}, and\
 waits for ${pending}`);if(version!==first.version)return unknown(`${title} still has version ${version}, and ${first.title} ${first.version}`)}return{kind:"kno\
wn",value:first.version}}async function clusterAndMembers(service,id,signal){return await service.ask(async({sdk,client,options})=>{const{DBClusters}=await client.
send(new sdk.DescribeDBClustersCommand({DBClusterIdentifier:id}),options),found=DBClusters?.[0];if(found===void 0)return[];const Filters=[{Name:"db-cluster-id",
Values:[id]}],{DBInstances=[]}=await client.send(new sdk.DescribeDBInstancesCommand({Filters}),options);return[{title:`the cluster "${id}"`,status:found.Status??
"in an unknown state",version:found.EngineVersion??"",pending:found.PendingModifiedValues?.EngineVersion},...DBInstances.map(versionedInstance)]},signal)}async function instanceAlone(service,id,signal){
return await service.ask(async({sdk,client,options})=>{const command=new sdk.DescribeDBInstancesCommand({DBInstanceIdentifier:id});return((await client.send(command,
options)).DBInstances??[]).map(versionedInstance)},signal)}function versionedInstance(instance){const{DBInstanceIdentifier:id="",DBInstanceStatus:status="in an \
unknown state",EngineVersion}=instance;return{title:`the instance "${id}"`,status,version:EngineVersion??"",pending:instance.PendingModifiedValues?.EngineVersion}}export{readEngineVersion};
