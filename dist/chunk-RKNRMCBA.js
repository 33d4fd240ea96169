const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{changeText,templateIn}from"./chunk-BLSPM3AH.js";
import{changedLines,putStagedInPlace,stage,textOf}from"./chunk-IBE4FCIM.js";import{filledVariables,howItEnded}from"./project.js";import{childEnvironment}from"./project.js";
import{variableNames}from"./start.js";import{a,b,e}from"./project.js";import{looseObject,record,string}from"./start.js";import{SystemFailure,UserError}from"./start.js";
const{relative,resolve,sep}=process.getBuiltinModule("node:path");function withValue(text,{key,value}){const document=a(text,{keepSourceTokens:!0,logLevel:"erro\
r",uniqueKeys:!0});if(document.errors.length>0)return impossible("is in a file that is neither JSON nor YAML");const path=key.split("."),last=path.at(-1)??key,above=path.
slice(0,-1),map=above.length===0?document.contents:document.getIn(above,!0);if(!b(map))return impossible(`needs ${above.length===0?"a file":`"${above.join(".")}\
"`} with keys`);const pairs=map.items,index=pairs.findIndex(pair=>e(pair.key)&&pair.key.value===last);return index<0?value===void 0?{kind:"edited",text}:added(text,
map,last,value):value===void 0?removed(text,map,index):replaced(text,pairs[index],value)}function impossible(reason){return{kind:"impossible",reason}}function replaced(text,pair,value){
const node=pair?.value;if(!e(node)||node.range==null)return impossible("has no single value");const[start,end]=node.range,source=text.slice(start,end),typed=typedAs(
node.value,value);if(typed===void 0)return impossible(`holds ${source}, and ${JSON.stringify(value)} is of another type`);const isQuoted=source.startsWith('"')||
source.startsWith("'"),written=typeof typed=="string"&&!isQuoted&&plainText.test(typed)?typed:source.startsWith("'")&&typeof typed=="string"&&!typed.includes("'")?
`'${typed}'`:JSON.stringify(typed);return{kind:"edited",text:`${text.slice(0,start)}${written}${text.slice(end)}`}}var plainText=/^[A-Za-z][A-Za-z0-9_./-]*$(?<!^(?:true|false|null|yes|no|on|off))/i,
wholeNumber=/^-?(?:0|[1-9]\d{0,14})$/;function typedAs(current,value){return typeof current=="string"?value:typeof current=="number"?wholeNumber.test(value)?Number(
value):void 0:typeof current=="boolean"?value==="true"?!0:value==="false"?!1:void 0:likely(value)}function likely(value){return wholeNumber.test(value)?Number(value):
value==="true"||value==="false"?value==="true":value}function added(text,map,key,value){const written=JSON.stringify(likely(value)),ends=map.items.map(pair=>placeOf(
pair)),last=ends.at(-1);if(map.flow!==!0){if(last===void 0)return impossible("has no place in the file");const indent=text.slice(text.lastIndexOf(`
`,last.start-1)+1,last.start);return indent.trim()!==""?impossible("has no place in the file"):{kind:"edited",text:`${text.slice(0,last.end)}
${indent}${key}: ${written}${text.slice(last.end)}`}}const own=`${JSON.stringify(key)}: ${written}`,open=(map.range?.[0]??0)+1;if(last===void 0)return{kind:"edi\
ted",text:`${text.slice(0,open)}${own}${text.slice(open)}`};const before=ends.at(-2),gap=before===void 0?`,${text.slice(open,last.start)}`:text.slice(before.end,
last.start),separator=/^\s*,\s*$/.test(gap)?gap:", ";return{kind:"edited",text:`${text.slice(0,last.end)}${separator}${own}${text.slice(last.end)}`}}function removed(text,map,index){
const places=map.items.map(pair=>placeOf(pair)),[before,own,after]=[places[index-1],places[index],places[index+1]];if(own===void 0)return impossible("was not fo\
und");if(map.flow!==!0){const start2=text.lastIndexOf(`
`,own.start-1)+1,line=text.indexOf(`
`,own.end);return{kind:"edited",text:`${text.slice(0,start2)}${line<0?"":text.slice(line+1)}`}}const[start,end]=before!==void 0?[before.end,own.end]:after!==void 0?
[own.start,after.start]:[own.start,own.end];return{kind:"edited",text:`${text.slice(0,start)}${text.slice(end)}`}}function placeOf({key,value}){const start=rangeOf(
key)?.[0]??0;return{start,end:rangeOf(value)?.[1]??rangeOf(key)?.[1]??start}}function rangeOf(node){if(!(typeof node!="object"||node===null||!("range"in node)))
return Array.isArray(node.range)?[Number(node.range[0]),Number(node.range[1]),Number(node.range[2])]:void 0}var gone="none";async function configurationFile({file,
set},{effects,where,placeholders},log){const path=resolve(effects.directory,effects.variables.fill(file,`${where}.file`,placeholders)),values=Object.entries(set).
map(([key,text])=>[key,effects.variables.fill(text,`${where}.set.${key}`,placeholders)]),before=await textOf(path,`${where}.file`);let after=before;for(const[key,
value]of values){const edit=withValue(after,{key,value:value===gone?void 0:value});if(edit.kind==="impossible")throw new UserError({happened:`The key "${key}" o\
f ${path}, which ${where}.set names, ${edit.reason}.`,means:"It cannot be set. Nothing was changed.",next:`Correct the file, or ${where}.set.`});after=edit.text}
const shown=relative(effects.directory,path).split(sep).join("/"),change=before===after?void 0:{path:shown,before,after};if(change!==void 0){log.info(`Changes o\
f ${shown}:`);for(const line of changedLines({before,text:after}))log.output(line)}const write=async text=>{change!==void 0&&(await stage({path,text}),await putStagedInPlace(
path))};return{change,putInPlace:()=>write(after),restore:()=>write(before)}}const{mkdtemp,readFile,rm}=process.getBuiltinModule("node:fs/promises"),{tmpdir}=process.
getBuiltinModule("node:os"),{join,resolve:resolve2}=process.getBuiltinModule("node:path");function openProgram(settings,context,request){const{effects,where,placeholders}=context,
{access}=request,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),[program,...rest]=settings.program,{endpoint}=access.clientSettings,
merged={...childEnvironment(effects,Object.values(settings.env).flatMap(variableNames)),AWS_REGION:access.region,AWS_DEFAULT_REGION:access.region,...endpoint&&{
AWS_ENDPOINT_URL:endpoint},NO_COLOR:"1",CDK_DISABLE_VERSION_CHECK:"1",...filledVariables(settings.env,context),...request.environment},environment=Object.fromEntries(
Object.entries(merged).filter(entry=>entry[1]!==void 0)),contexts=Object.entries(settings.context).flatMap(([name,value])=>["--context",`${name}=${fill(value,`c\
ontext.${name}`)}`]);return{name:settings.program.join(" "),run:async(args,log)=>await effects.processes.run({argv:[fill(program,"program"),...rest.map(text=>fill(
text,"program")),...args,...contexts],directory:appFolder(settings,context),environment:{...environment,...access.credentials?.renewed},signal:access.signal,onLine:line=>log?.
output(line)}),lastWords:result=>{const said=effects.pen.text(`${result.stdout}
${result.stderr}`).split(`
`).map(line=>line.trim()).filter(line=>line!==""),last=said.findLast(line=>/error|fail|cannot|could not|exceed|❌/i.test(line))??said.at(-1);return last===void 0?
"":`: ${last.replace(/\.$/,"").slice(0,400)}`}}}function appFolder({app},{effects,where,placeholders}){return resolve2(effects.directory,effects.variables.fill(
app,`${where}.app`,placeholders))}var artifact=looseObject({type:string(),properties:looseObject({templateFile:string().optional(),stackName:string().optional()}).
optional()}),manifest=looseObject({artifacts:record(string(),artifact)});async function synthesize(program,stack,where){const folder=await mkdtemp(join(tmpdir(),
"staged-upgrade-cdk-")),remove=async()=>await rm(folder,{recursive:!0,force:!0});try{const result=await program.run(["synth","--quiet","--output",folder]);if(result.
exitCode!==0)throw new SystemFailure({happened:`"${program.name} synth" (${where}) ${howItEnded(result)}${program.lastWords(result)}.`,means:"What the applicati\
on would deploy is not known. Nothing was deployed.",next:`Run it by hand in the folder of ${where}.app, correct the cause, and run the step again.`});return{folder,
remove,template:await templateOf(folder,stack,where)}}catch(error){throw await remove(),error}}async function templateOf(folder,stack,where){const{artifacts}=manifest.
parse(JSON.parse(await readFile(join(folder,"manifest.json"),"utf8"))),stacks=Object.entries(artifacts).filter(([,{type}])=>type==="aws:cloudformation:stack"),file=stacks.
find(([id,{properties}])=>(properties?.stackName??id)===stack)?.[1]?.properties?.templateFile;if(file!==void 0)return templateIn(await readFile(join(folder,file),
"utf8"),`the application of ${where}`);const names=stacks.map(([id,{properties}])=>`"${properties?.stackName??id}"`);throw new UserError({happened:`The applicat\
ion of ${where} has no stack "${stack}"; it has ${names.join(", ")||"none"}.`,means:"Nothing was deployed.",next:`Correct ${where}.stack: it is the name that Cl\
oudFormation shows.`})}var stateful={"AWS::Backup::BackupVault":["BackupVaultName","EncryptionKeyArn"],"AWS::Cognito::UserPool":[],"AWS::DocDB::DBCluster":["Ava\
ilabilityZones","DBClusterIdentifier","DBSubnetGroupName","KmsKeyId","MasterUsername","SnapshotIdentifier","StorageEncrypted"],"AWS::DynamoDB::GlobalTable":["Ke\
ySchema","LocalSecondaryIndexes","TableName"],"AWS::DynamoDB::Table":["KeySchema","LocalSecondaryIndexes","TableName","ImportSourceSpecification"],"AWS::EC2::Vo\
lume":["AvailabilityZone","Encrypted","KmsKeyId","OutpostArn","SnapshotId"],"AWS::EFS::FileSystem":["AvailabilityZoneName","Encrypted","KmsKeyId","PerformanceMo\
de"],"AWS::ElastiCache::CacheCluster":["ClusterName","Engine","SnapshotArns","SnapshotName"],"AWS::ElastiCache::ReplicationGroup":["AtRestEncryptionEnabled","Km\
sKeyId","ReplicationGroupId","SnapshotArns","SnapshotName"],"AWS::FSx::FileSystem":["FileSystemType","KmsKeyId","StorageType","SubnetIds"],"AWS::KMS::Key":["Key\
Spec","KeyUsage","MultiRegion","Origin"],"AWS::Neptune::DBCluster":["AvailabilityZones","DBClusterIdentifier","DBSubnetGroupName","KmsKeyId","SnapshotIdentifier",
"StorageEncrypted"],"AWS::OpenSearchService::Domain":["DomainName"],"AWS::RDS::DBCluster":["AvailabilityZones","DatabaseName","DBClusterIdentifier","DBSubnetGro\
upName","DBSystemId","Engine","EngineMode","KmsKeyId","MasterUsername","PubliclyAccessible","RestoreToTime","RestoreType","SnapshotIdentifier","SourceDBClusterI\
dentifier","SourceRegion","StorageEncrypted","UseLatestRestorableTime"],"AWS::RDS::DBInstance":["AvailabilityZone","BackupTarget","CharacterSetName","CustomIAMI\
nstanceProfile","DBClusterIdentifier","DBInstanceIdentifier","DBName","DBSnapshotIdentifier","DBSubnetGroupName","DBSystemId","Engine","KmsKeyId","MasterUsernam\
e","NcharCharacterSetName","Port","SourceDBClusterIdentifier","SourceDbiResourceId","SourceDBInstanceAutomatedBackupsArn","SourceDBInstanceIdentifier","StorageE\
ncrypted","Timezone"],"AWS::RDS::GlobalCluster":["GlobalClusterIdentifier","SourceDBClusterIdentifier","StorageEncrypted"],"AWS::Redshift::Cluster":["ClusterIde\
ntifier","DBName","MasterUsername","SnapshotIdentifier"],"AWS::S3::Bucket":["BucketName"],"AWS::SecretsManager::Secret":["Name"]},protections=new Set(["Deletion\
Policy","UpdateReplacePolicy","DeletionProtection","DeletionProtectionEnabled"]);function judgeChanges(changes,allowed,kinds){const losses=changes.flatMap(lossOf);
if(losses.length>0)return{kind:"refused",losesData:!0,reasons:losses};const reasons=changes.flatMap(change=>kinds?.includes(change.kind)===!1?[`${changeText(change)}\
, and this hop means no such change.`]:unintended(change,allowed));return reasons.length===0?{kind:"allowed"}:{kind:"refused",losesData:!1,reasons}}function lossOf(change){
const{logicalId,type}=change,replacing=Object.hasOwn(stateful,type)?stateful[type]:void 0;return replacing===void 0||change.kind==="added"?[]:change.kind==="rem\
oved"?change.isMember?[]:[`${logicalId} (${type}) would be removed, with its data.`]:change.properties.flatMap(({name,after})=>replacing.includes(name)?[`${logicalId}\
 (${type}) would be replaced by an empty one, since ${name} changes.`]:protections.has(name)&&after!==!0&&after!=="Retain"&&after!=="Snapshot"?[`${logicalId} (${type}\
) would lose its protection: ${name} changes.`]:[])}function unintended(change,allowed){const own=allowed.filter(({type})=>type===change.type);if(change.kind===
"added")return own.some(({added:added2})=>added2)?[]:[`${changeText(change)}.`];if(change.kind==="removed")return own.some(({removed:removed2})=>removed2)?[]:[`${changeText(
change)}.`];const intended=new Set(own.flatMap(({properties:properties2})=>properties2)),properties=change.properties.filter(({name})=>!intended.has(name));return properties.
length===0?[]:[`${changeText({...change,properties})}.`]}function refusalOf(changes,{settings,intended,title,where}){const verdict=judgeChanges(changes,settings.
changes,intended);if(verdict.kind!=="refused")return;const{losesData,reasons}=verdict,capital=`${title.slice(0,1).toUpperCase()}${title.slice(1)}`;return{happened:`${losesData?
"The deploy would lose data":"The deploy would change more than intended"}: ${reasons.join(" ")}`,means:`${capital} and the configuration file are as they were.`,
next:losesData?"Find out what in the application causes this: its code, a version of its library, or a key of its configuration. Nothing here allows it.":`Find \
out where this comes from: the application, its library, or a change by hand. If it is intended, add it to ${where}.changes.`}}export{configurationFile,openProgram,refusalOf,synthesize};
