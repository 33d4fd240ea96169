const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{compareIdentities}from"./steps.js";
import"./steps.js";import"./terminal.js";import{compareFingerprints}from"./steps.js";import"./project.js";import{markIn,markText}from"./project.js";import{fine,
problem}from"./project.js";import{durationText}from"./terminal.js";import{rdsService}from"./project.js";import"./project.js";import"./start.js";import{allPages}from"./chunk-EUMZNHNG.js";
import{AwsError,awsFailure,nextAfter}from"./project.js";import"./project.js";import{literal,object,record,string}from"./start.js";import{SystemFailure}from"./start.js";
import"./chunk-D6K2TUBN.js";var markTag="staged-upgrade:disposable",copyTag="staged-upgrade:restored-from",replacedTag="staged-upgrade:replaced",formerNameTag="\
staged-upgrade:was:";function markOf(tags,arn){const value=tags[markTag];if(value===void 0)return{kind:"none"};const place=`the tag "${markTag}" of ${arn}`,mark=markIn(
`[staged-upgrade disposable ${value}]`,{tiedTo:arn,place});return mark.kind==="none"?{kind:"unclear",reason:"its mark cannot be read",place}:mark}function markTags(mark){
const[,,id="",system=""]=markText(mark).replace(/[[\]]/g,"").split(" ");return{[markTag]:`${id} ${system}`}}function tagsToKeep(tags){const own=[copyTag,replacedTag],
isOwn=key=>own.includes(key)||key.startsWith(formerNameTag);return Object.fromEntries(Object.entries(tags).filter(([key])=>!key.startsWith("aws:")&&!isOwn(key)))}
async function asking(service,{what,means:means2},call,signal){try{return await service.ask(call,signal)}catch(error){throw error instanceof AwsError?failure(what,
means2,error):error}}async function makingOnce(service,{what,means:means2},call){try{await service.ask(call)}catch(error){if(!(error instanceof AwsError))throw error;
if(!/AlreadyExists/.test(error.code))throw failure(what,means2,error)}}async function askingFor(service,purpose,call,signal){try{return await service.ask(call,signal)}catch(error){
if(!(error instanceof AwsError))throw error;if(/NotFound/.test(error.code))return;throw failure(purpose.what,purpose.means,error)}}var advice=[[/^KMSKeyNotAccessible/,
'Let the role of this job use the KMS key (kms:CreateGrant, kms:DescribeKey, kms:Decrypt), and see that the key is enabled. A snapshot with the key of AWS canno\
t be used by another account: set "copy" with a key of your own.'],[/^SnapshotQuotaExceeded/,'Delete manual snapshots that nobody needs, or ask AWS for a higher\
 quota ("Manual DB cluster snapshots"). "backup.keep" removes old ones.'],[/^(?:InstanceQuotaExceeded|DBClusterQuotaExceeded|StorageQuotaExceeded)/,"While the c\
opy is made, staging is there twice. Delete what nobody uses, or ask AWS for a higher quota (Service Quotas)."],[/^(?:InsufficientDBInstanceCapacity|InsufficientDBClusterCapacity|InsufficientStorageClusterCapacity)/,
"AWS has none of that class free in these zones now. Run the step again later, or give staging another class."],[/^InvalidDB(?:Cluster|Instance)State/,"Wait unt\
il it is available, then run the step again."]];function failure(what,means2,error){const known=advice.find(([code])=>code.test(error.code))?.[1];if(known===void 0)
return awsFailure(what,error,means2);const happened=`${what}: ${error.message} (${error.code}).`;return new SystemFailure({happened,means:means2,next:known||nextAfter(
error)},{cause:error})}function tagList(tags){return Object.entries(tags).map(([Key,Value])=>({Key,Value}))}function tagsFrom(list){return Object.fromEntries((list??
[]).map(({Key="",Value=""})=>[Key,Value]))}var asBefore="Staging is as it was.",halfWay="The copy and what it replaces are both there, under other names. The ne\
xt restore continues from here.";function leftOver(id){return`"${id}" is left over and costs money. The next restore removes it.`}async function renameInstance(service,from,to){
const purpose={what:`The instance "${from}" could not be renamed to "${to}"`,means:halfWay};await asking(service,purpose,async({sdk,client,options})=>{const input={
DBInstanceIdentifier:from,NewDBInstanceIdentifier:to,ApplyImmediately:!0};await client.send(new sdk.ModifyDBInstanceCommand(input),options)})}async function renameCluster(service,from,to){
const purpose={what:`The cluster "${from}" could not be renamed to "${to}"`,means:halfWay};await asking(service,purpose,async({sdk,client,options})=>{const input={
DBClusterIdentifier:from,NewDBClusterIdentifier:to,ApplyImmediately:!0};await client.send(new sdk.ModifyDBClusterCommand(input),options)})}async function removeInstance(service,id,options){
const purpose={what:`The instance "${id}" could not be deleted`,means:leftOver(id)};await askingFor(service,purpose,async({sdk,client,options:call})=>{const final=options.
skipFinal?{SkipFinalSnapshot:!0,DeleteAutomatedBackups:!0}:{};await client.send(new sdk.DeleteDBInstanceCommand({DBInstanceIdentifier:id,...final}),call)})}async function addTags(service,arn,tags){
const purpose={what:`The tags of ${arn} could not be written`,means:"Nothing else was changed."};await asking(service,purpose,async({sdk,client,options})=>{await client.
send(new sdk.AddTagsToResourceCommand({ResourceName:arn,Tags:tagList(tags)}),options)})}var means="There is no backup.",unchanged="Nothing was changed.",leftOver2="\
It is kept, and costs money.";function clusterSnapshots(service){return{start:async(id,name2,tags)=>{await makingOnce(service,notStarted("cluster",id),async({sdk,
client,options})=>{const input={DBClusterIdentifier:id,DBClusterSnapshotIdentifier:name2,Tags:tagList(tags)};await client.send(new sdk.CreateDBClusterSnapshotCommand(
input),options)})},find:async(name2,signal)=>{const found=await askingFor(service,{what:`The snapshot ${name2} could not be described`,means:unchanged},async({sdk,
client,options})=>{const input={DBClusterSnapshotIdentifier:name2,IncludeShared:!0},{DBClusterSnapshots}=await client.send(new sdk.DescribeDBClusterSnapshotsCommand(
input),options);return DBClusterSnapshots?.[0]},signal);return found===void 0?void 0:snapshotOf(found.DBClusterSnapshotArn,found)},copy:async(from,name2,{key,tags})=>{
await makingOnce(service,notCopied(from,key),async({sdk,client,options})=>{const input={SourceDBClusterSnapshotIdentifier:from,TargetDBClusterSnapshotIdentifier:name2,
KmsKeyId:key,Tags:tagList(tags)};await client.send(new sdk.CopyDBClusterSnapshotCommand(input),options)})},share:async(name2,accounts)=>{await asking(service,notShared(
name2,accounts),async({sdk,client,options})=>{const input={DBClusterSnapshotIdentifier:name2,AttributeName:"restore",ValuesToAdd:[...accounts]};await client.send(
new sdk.ModifyDBClusterSnapshotAttributeCommand(input),options)})},remove:async name2=>{await askingFor(service,notRemoved(name2),async({sdk,client,options})=>{
await client.send(new sdk.DeleteDBClusterSnapshotCommand({DBClusterSnapshotIdentifier:name2}),options)})}}}function instanceSnapshots(service){return{start:async(id,name2,tags)=>{
await makingOnce(service,notStarted("instance",id),async({sdk,client,options})=>{const input={DBInstanceIdentifier:id,DBSnapshotIdentifier:name2,Tags:tagList(tags)};
await client.send(new sdk.CreateDBSnapshotCommand(input),options)})},find:async(name2,signal)=>{const found=await askingFor(service,{what:`The snapshot ${name2}\
 could not be described`,means:unchanged},async({sdk,client,options})=>{const input={DBSnapshotIdentifier:name2,IncludeShared:!0};return(await client.send(new sdk.
DescribeDBSnapshotsCommand(input),options)).DBSnapshots?.[0]},signal);return found===void 0?void 0:snapshotOf(found.DBSnapshotArn,found)},copy:async(from,name2,{
key,tags})=>{await makingOnce(service,notCopied(from,key),async({sdk,client,options})=>{const input={SourceDBSnapshotIdentifier:from,TargetDBSnapshotIdentifier:name2,
KmsKeyId:key,Tags:tagList(tags)};await client.send(new sdk.CopyDBSnapshotCommand(input),options)})},share:async(name2,accounts)=>{await asking(service,notShared(
name2,accounts),async({sdk,client,options})=>{const input={DBSnapshotIdentifier:name2,AttributeName:"restore",ValuesToAdd:[...accounts]};await client.send(new sdk.
ModifyDBSnapshotAttributeCommand(input),options)})},remove:async name2=>{await askingFor(service,notRemoved(name2),async({sdk,client,options})=>{await client.send(
new sdk.DeleteDBSnapshotCommand({DBSnapshotIdentifier:name2}),options)})}}}function snapshotOf(arn,{Status,PercentProgress,Engine}){return{arn:arn??"",status:Status??
"unknown",progress:PercentProgress??0,engine:Engine??""}}function notStarted(noun,id){return{what:`A snapshot of the ${noun} "${id}" could not be started`,means}}
function notCopied(from,key){return{what:`The snapshot ${from} could not be copied with the key ${key}`,means}}function notShared(name2,accounts){return{what:`T\
he snapshot ${name2} could not be shared with ${accounts.join(", ")}`,means}}function notRemoved(name2){return{what:`The snapshot ${name2} could not be deleted`,
means:leftOver2}}function clusterSubject(service){return{noun:"cluster",reference:"rds-cluster-snapshot",describe:"aws rds describe-db-clusters",snapshots:clusterSnapshots(
service),find:async(id,signal)=>{const found=await describe(service,id,signal);return found===void 0?void 0:foundOf(found,await membersOf(service,id,signal))},restore:async(snapshot,id,{
like,tags})=>{const model=await required(service,like),purpose={what:`"${id}" could not be restored from ${snapshot}`,means:asBefore};await asking(service,purpose,
async({sdk,client,options})=>{const scaling=model.ServerlessV2ScalingConfiguration,input={DBClusterIdentifier:id,SnapshotIdentifier:snapshot,Engine:model.Engine,
DBSubnetGroupName:model.DBSubnetGroup,DBClusterParameterGroupName:model.DBClusterParameterGroup,Port:model.Port,VpcSecurityGroupIds:groupsOf(model),EnableIAMDatabaseAuthentication:model.
IAMDatabaseAuthenticationEnabled,EnableCloudwatchLogsExports:model.EnabledCloudwatchLogsExports,CopyTagsToSnapshot:model.CopyTagsToSnapshot,ServerlessV2ScalingConfiguration:scaling&&
{MinCapacity:scaling.MinCapacity,MaxCapacity:scaling.MaxCapacity},Tags:tagList(tags)};await client.send(new sdk.RestoreDBClusterFromSnapshotCommand(input),options)})},
addMembers:async(id,like)=>{for(const[index,model]of(await membersOf(service,like)).entries()){const name2=`${id}-${index+1}`,purpose={what:`The instance "${name2}\
" could not be made`,means:asBefore};await asking(service,purpose,async({sdk,client,options})=>{const input={DBInstanceIdentifier:name2,DBClusterIdentifier:id,DBInstanceClass:model.
DBInstanceClass,Engine:model.Engine,PromotionTier:model.PromotionTier,AvailabilityZone:model.AvailabilityZone,PubliclyAccessible:model.PubliclyAccessible,DBParameterGroupName:model.
DBParameterGroups?.[0]?.DBParameterGroupName,AutoMinorVersionUpgrade:model.AutoMinorVersionUpgrade};await client.send(new sdk.CreateDBInstanceCommand(input),options)})}},
rename:async(from,to)=>await renameCluster(service,from,to),renameMember:async(from,to)=>await renameInstance(service,from,to),setPassword:async(id,password)=>{
const purpose={what:`The cluster "${id}" did not get its own password`,means:asBefore};await asking(service,purpose,async({sdk,client,options})=>{const input={DBClusterIdentifier:id,
MasterUserPassword:password,ApplyImmediately:!0};await client.send(new sdk.ModifyDBClusterCommand(input),options)})},addTags:async(arn,tags)=>await addTags(service,
arn,tags),remove:async({id,members,status})=>{for(const member of members)member.status!=="deleting"&&await removeInstance(service,member.id,{skipFinal:!1});if(status===
"deleting")return;const purpose={what:`The cluster "${id}" could not be deleted`,means:leftOver(id)};await askingFor(service,purpose,async({sdk,client,options})=>{
const input={DBClusterIdentifier:id,SkipFinalSnapshot:!0};await client.send(new sdk.DeleteDBClusterCommand(input),options)})}}}async function describe(service,id,signal){
const purpose={what:`The cluster "${id}" could not be described`,means:"Nothing was changed."};return await askingFor(service,purpose,async({sdk,client,options})=>(await client.
send(new sdk.DescribeDBClustersCommand({DBClusterIdentifier:id}),options)).DBClusters?.[0],signal)}async function required(service,id){const found=await describe(
service,id);if(found!==void 0)return found;throw new SystemFailure({happened:`The cluster "${id}", which is to be replaced, is gone.`,means:"Nothing was restore\
d.",next:"Make it again as it was, mark it as disposable, and start a new run."})}async function membersOf(service,id,signal){const purpose={what:`The instances\
 of the cluster "${id}" could not be described`,means:"Nothing was changed."};return await asking(service,purpose,async({sdk,client,options})=>{const Filters=[{
Name:"db-cluster-id",Values:[id]}];return(await allPages(async Marker=>{const page=await client.send(new sdk.DescribeDBInstancesCommand({Filters,Marker}),options);
return{items:page.DBInstances??[],next:page.Marker}})).toSorted((one,other)=>nameOf(one).localeCompare(nameOf(other)))},signal)}function nameOf({DBInstanceIdentifier=""}){
return DBInstanceIdentifier}function groupsOf({VpcSecurityGroups}){const groups=(VpcSecurityGroups??[]).flatMap(({VpcSecurityGroupId})=>VpcSecurityGroupId??[]);
return groups.length===0?void 0:groups}function foundOf(cluster,members){return{id:cluster.DBClusterIdentifier??"",arn:cluster.DBClusterArn??"",resource:cluster.
DbClusterResourceId??"",status:cluster.Status??"unknown",engine:cluster.Engine??"",engineVersion:cluster.EngineVersion??"",isProtected:cluster.DeletionProtection===
!0,tags:tagsFrom(cluster.TagList),members:members.map(each=>({id:nameOf(each),status:each.DBInstanceStatus??"unknown"}))}}function instanceSubject(service){return{
noun:"instance",reference:"rds-instance-snapshot",describe:"aws rds describe-db-instances",snapshots:instanceSnapshots(service),find:async(id,signal)=>{const found=await describe2(
service,id,signal);if(found!==void 0){if(found.DBClusterIdentifier!==void 0)throw inCluster(id,found.DBClusterIdentifier);return{id:found.DBInstanceIdentifier??
"",arn:found.DBInstanceArn??"",resource:found.DbiResourceId??"",status:found.DBInstanceStatus??"unknown",engine:found.Engine??"",engineVersion:found.EngineVersion??
"",isProtected:found.DeletionProtection===!0,tags:tagsFrom(found.TagList),members:[]}}},restore:async(snapshot,id,{like,tags})=>{const model=await describe2(service,
like),purpose={what:`"${id}" could not be restored from ${snapshot}`,means:asBefore},groups=(model?.VpcSecurityGroups??[]).flatMap(({VpcSecurityGroupId})=>VpcSecurityGroupId??
[]);await asking(service,purpose,async({sdk,client,options})=>{const input={DBInstanceIdentifier:id,DBSnapshotIdentifier:snapshot,DBInstanceClass:model?.DBInstanceClass,
DBSubnetGroupName:model?.DBSubnetGroup?.DBSubnetGroupName,DBParameterGroupName:model?.DBParameterGroups?.[0]?.DBParameterGroupName,Port:model?.Endpoint?.Port,MultiAZ:model?.
MultiAZ,PubliclyAccessible:model?.PubliclyAccessible,EnableIAMDatabaseAuthentication:model?.IAMDatabaseAuthenticationEnabled,EnableCloudwatchLogsExports:model?.
EnabledCloudwatchLogsExports,CopyTagsToSnapshot:model?.CopyTagsToSnapshot,AutoMinorVersionUpgrade:model?.AutoMinorVersionUpgrade,VpcSecurityGroupIds:groups.length===
0?void 0:groups,Tags:tagList(tags)};await client.send(new sdk.RestoreDBInstanceFromDBSnapshotCommand(input),options)})},addMembers:async()=>{},rename:async(from,to)=>await renameInstance(
service,from,to),renameMember:async()=>{},setPassword:async(id,password)=>{const purpose={what:`The instance "${id}" did not get its own password`,means:asBefore};
await asking(service,purpose,async({sdk,client,options})=>{const input={DBInstanceIdentifier:id,MasterUserPassword:password,ApplyImmediately:!0};await client.send(
new sdk.ModifyDBInstanceCommand(input),options)})},addTags:async(arn,tags)=>await addTags(service,arn,tags),remove:async({id,status})=>{status!=="deleting"&&await removeInstance(
service,id,{skipFinal:!0})}}}async function describe2(service,id,signal){const purpose={what:`The instance "${id}" could not be described`,means:"Nothing was ch\
anged."};return await askingFor(service,purpose,async({sdk,client,options})=>(await client.send(new sdk.DescribeDBInstancesCommand({DBInstanceIdentifier:id}),options)).
DBInstances?.[0],signal)}function inCluster(id,cluster){return new SystemFailure({happened:`The instance "${id}" belongs to the cluster "${cluster}".`,means:"An\
 instance of a cluster has no separate snapshot. Nothing was done.",next:`Name the cluster instead: "cluster: ${cluster}".`})}const{createHash}=process.getBuiltinModule(
"node:crypto");var longest=63,numbered=3;function copyName(id){return beside(id,"-restoring")}function replacedName(id){return beside(id,"-replaced")}function beside(id,suffix){
if(id.length+suffix.length+numbered<=longest)return`${id}${suffix}`;const sum=createHash("sha256").update(id).digest("hex").slice(0,8);return`${id.slice(0,longest-
numbered-suffix.length-sum.length-1).replace(/-+$/,"")}-${sum}${suffix}`}function formerNames(members){return Object.fromEntries(members.map(({id})=>[`${formerNameTag}${replacedName(
id)}`,id]))}function currentName({id},tags){return tags[`${formerNameTag}${id}`]??id.replace(/-replaced$/,"")}function openPlace(settings,context){const{effects,
where,placeholders}=context,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),service=rdsService(settings,context),{region}=service.access,
{cluster,instance}=settings,subject=cluster===void 0?instanceSubject(service):clusterSubject(service),id=(cluster===void 0?fill(instance??"","instance"):fill(cluster,
"cluster")).toLowerCase(),find=async signal=>await subject.find(id,signal)??await subject.find(replacedName(id),signal);return{id,region,where,subject,database:settings.
database.open({...context,where:`${where}.database`}),found:async signal=>{const found=await find(signal);if(found!==void 0)return found;throw new SystemFailure(
{happened:`There is no ${subject.noun} "${id}" in ${region}.`,means:"Nothing was done.",next:`Check ${where}.${subject.noun}, and the account and the region tha\
t the job has logged in to: ${subject.describe}.`})}}}function identityOf({id,region},{arn,resource,tags}){const account=arn.split(":")[4]??"",other=`:${replacedName(
id)}`,own=arn.endsWith(other)?`${arn.slice(0,-other.length)}:${id}`:arn;return{kind:"rds",lineage:{resource},location:{account,region,identifier:id},mark:markOf(
tags,own)}}function isAvailable({status,members}){return status==="available"&&members.every(each=>each.status==="available")}var dead=/^(?:failed|incompatible-|inaccessible-encryption-credentials|restore-error|storage-full)/;
function deadState({id,status,members}){const found=[{id,status},...members].find(each=>dead.test(each.status));return found===void 0?void 0:`"${found.id}" is ${found.
status}`}async function preflight(place,request){const{id,subject,database}=place,{use,subject:title,signal}=request,found=await place.found(signal),dead2=deadState(
found),findings=[];if(dead2!==void 0&&findings.push(problem(title,{happened:`Of the ${subject.noun} "${id}", ${dead2}.`,means:use==="backup"?"No snapshot can be\
 taken of it.":"A copy like it would not become available.",next:"Correct that first: aws rds describe-events --duration 60 says more."})),use==="restore"&&found.
isProtected&&findings.push(problem(title,{happened:`The ${subject.noun} "${id}" is protected against deletion.`,means:"A restore puts a copy in its place and de\
letes it.",next:'Switch "deletion protection" off there, if it is staging and nothing else.'})),use==="restore")for(const[name2,tag]of[[copyName(id),copyTag],[replacedName(
id),replacedTag]]){const other=await subject.find(name2,signal);other!==void 0&&other.tags[tag]===void 0&&findings.push(problem(title,{happened:`There is a ${subject.
noun} "${other.id}" that this tool did not make.`,means:"A restore needs that name while the two are exchanged.",next:"Rename it or delete it."}))}try{await database.
identity(signal)}catch(error){if(!(error instanceof SystemFailure))throw error;findings.push(problem(title,error.detail))}const which=`The ${subject.noun} "${id}\
" (${found.engine} ${found.engineVersion}) is ${found.status}`;return findings.length>0?findings:[fine(title,`${which}, and its database answers.`)]}var firstPause=1e3,
longestPause=15e3;async function until(waiting,look){const{clock,log,signal,deadline,within,means:means2}=waiting;let pause=firstPause,said;for(;;){signal.throwIfAborted();
const state=await look();if(state===void 0)return;if(state!==said&&log.progress({text:state}),said=state,clock.now().getTime()>=deadline.getTime())throw new SystemFailure(
{happened:`${state}, and ${durationText(within)} have passed.`,means:means2,next:'Look at it in the console of RDS. Run the step again; if it only needs longer,\
 raise "within".'});await clock.sleep(pause,signal),pause=Math.min(longestPause,pause*1.5)}}async function replaceBy(place,{snapshot,production,password,mayReplace,
waiting}){const{id,subject,database}=place,refused=mayReplace(identityOf(place,await place.found(waiting.signal)));if(refused!==void 0)return refused;const old=await tidied(
place,waiting);if(old.isProtected)throw isProtected(place);const former=await database.identity(waiting.signal).catch(()=>{}),copy=copyName(id),tags={...tagsToKeep(
old.tags),[copyTag]:nameIn(snapshot.arn)};await subject.restore(snapshot.arn,copy,{like:id,tags}),await available(place,copy,waiting),await subject.addMembers(copy,
id);const made=await available(place,copy,waiting);password!==void 0&&(await subject.setPassword(copy,password),await available(place,copy,waiting));const changed=mayReplace(
identityOf(place,await place.found(waiting.signal)));if(changed!==void 0)return await removed(place,copy,waiting),changed;await subject.addTags(old.arn,{[replacedTag]:id,
...formerNames(old.members)}),await renamed(place,{from:old,to:replacedName(id),memberNames:old.members.map(each=>replacedName(each.id))},waiting),await renamed(
place,{from:made,to:id,memberNames:old.members.map(each=>each.id)},waiting),await removed(place,replacedName(id),waiting),await led(place,{production,former},waiting)}
async function tidied(place,waiting){const{id,subject}=place,outgoing=replacedName(id),incoming=copyName(id),left=await subject.find(incoming,waiting.signal);left!==
void 0&&(requireOurs(left,copyTag),waiting.log.info(`Removing ${incoming}, which a restore that was ended has left.`),await removed(place,incoming,waiting));const replaced=await subject.
find(outgoing,waiting.signal),current=await subject.find(id,waiting.signal);replaced!==void 0&&requireOurs(replaced,replacedTag),replaced!==void 0&&current!==void 0&&
await removed(place,outgoing,waiting);const found=current??replaced??await place.found(waiting.signal),names=found.members.map(each=>currentName(each,found.tags));
return await renamed(place,{from:found,to:id,memberNames:names},waiting),await available(place,id,waiting)}async function renamed(place,{from,to,memberNames},waiting){
const{subject}=place;for(const[index,{id}]of from.members.entries()){const name2=memberNames[index]??id;name2!==id&&(await subject.renameMember(id,name2),await until(
waiting,async()=>(await subject.find(from.id,waiting.signal))?.members.some(each=>each.id===name2&&each.status==="available")===!0?void 0:`The instance "${id}" \
is being renamed to "${name2}"`))}from.id!==to&&(await available(place,from.id,waiting),await subject.rename(from.id,to),await available(place,to,waiting))}async function available({
subject},id,waiting){let found;if(await until(waiting,async()=>{if(found=await subject.find(id,waiting.signal),found===void 0)return`The ${subject.noun} "${id}"\
 is not there yet`;const dead2=deadState(found);if(dead2!==void 0)throw isDead(subject.noun,id,dead2);if(isAvailable(found))return;const slow=found.members.find(
({status})=>status!=="available");return slow===void 0?`The ${subject.noun} "${id}" is ${found.status}`:`The instance "${slow.id}" is ${slow.status}`}),found===
void 0)throw new Error(`${id} was found and lost`);return found}async function removed({subject},id,waiting){const found=await subject.find(id,waiting.signal);found!==
void 0&&(await subject.remove(found),await until(waiting,async()=>{const now=await subject.find(id,waiting.signal);return now===void 0?void 0:`The ${subject.noun}\
 "${id}" is ${now.status}`}))}async function led({database,where},{production,former},waiting){let reason="";const deadline=new Date(waiting.clock.now().getTime()+
3e5);await until({...waiting,deadline,within:3e5,means:"What it leads to is not what was restored, and nothing could be compared."},async()=>{try{const now=await database.
identity(waiting.signal);reason=sameAs(production,now,"production's")??sameAs(former,now,"the one before the restore")??""}catch(error){if(!(error instanceof SystemFailure))
throw error;reason=error.message}return reason===""?void 0:`The address in ${where}.database does not lead to the copy: ${reason}`})}function sameAs(known,now,description){
if(known===void 0)return;const compared=compareIdentities(known,now);return compared.kind==="same"?`the database is ${description} (${compared.reason})`:void 0}
function nameIn(arn){return arn.split(":").slice(6).join(":")}function requireOurs({id,tags},tag){if(tags[tag]===void 0)throw new SystemFailure({happened:`"${id}\
" exists, and has no tag "${tag}": this tool did not make it.`,means:"A restore needs that name. Nothing was changed.",next:"Rename it or delete it, then run th\
e step again."})}function isProtected({id,subject,where}){return new SystemFailure({happened:`The ${subject.noun} "${id}" is protected against deletion.`,means:"\
A restore puts a copy in its place and deletes it. Nothing was changed.",next:`Make sure that ${where} names staging's, then switch "deletion protection" off th\
ere.`})}function isDead(noun,id,state){return new SystemFailure({happened:`Of the ${noun} "${id}", ${state}.`,means:"It will not become available without help.",
next:"See the events in the console of RDS (aws rds describe-events --duration 60), correct the cause (a parameter group, the KMS key), and run the step again."})}
const{createHash:createHash2}=process.getBuiltinModule("node:crypto"),{readFile,writeFile}=process.getBuiltinModule("node:fs/promises"),{join}=process.getBuiltinModule(
"node:path");var texts=record(string(),string()),content=object({format:literal(1),reference:string(),snapshot:string(),engine:string(),engineVersion:string(),database:object(
{kind:string(),lineage:texts,location:texts,startedAt:string().exactOptional()})}),name="snapshot.json";async function writeSnapshotFile(directory,file){const text=JSON.
stringify(file,null,2);await writeFile(join(directory,name),`${text}
${sumOf(text)}
`)}async function readSnapshotFile(directory){const text=await readFile(join(directory,name),"utf8").catch(()=>{});if(text===void 0)throw damaged("is missing");
const[sum="",...above]=text.trimEnd().split(`
`).toReversed(),json=above.toReversed().join(`
`);if(sumOf(json)!==sum)throw damaged("is damaged: its checksum is another one");const read=content.safeParse(JSON.parse(json));if(!read.success)throw damaged("\
was written by another release of this tool");return read.data}function sumOf(text){return createHash2("sha256").update(text).digest("hex")}function damaged(how){
return new SystemFailure({happened:`The file "${name}" of this backup ${how}.`,means:"It is not known which snapshot it refers to. Nothing was restored.",next:"\
Take a new backup (start a new run), or restore the snapshot by hand: docs/rds.md has the commands."})}async function takeSnapshot({place,settings,context},{at,
waiting}){const{effects,where,placeholders}=context,fill=(text,key)=>effects.variables.fill(text,`${where}.${key}`,placeholders),{id,subject}=place,{snapshots}=subject,
name2=nameOf2(id,at),tags={"staged-upgrade:system":placeholders.system??id,"staged-upgrade:of":id},started=[];try{started.push(name2),await snapshots.start(id,name2,
tags);const taken2=await whole(place,name2,waiting);if(settings.copy===void 0)return taken2;const key=fill(settings.copy.key,"copy.key"),copyName2=`${name2}-cop\
y`;started.push(copyName2),await snapshots.copy(taken2.arn,copyName2,{key,tags});const copied=await whole(place,copyName2,waiting),accounts=settings.copy["share\
-with"].map(account=>fill(account,"copy.share-with"));return accounts.length>0&&await snapshots.share(copyName2,accounts),await snapshots.remove(name2),copied}catch(error){
for(const each of started)await snapshots.remove(each).catch(()=>{});throw error}}async function whole({subject},name2,waiting){let last;if(await until(waiting,
async()=>{if(last=await subject.snapshots.find(name2,waiting.signal),last?.status!=="available"){if(last!==void 0&&/^(?:failed|incompatible)/.test(last.status))
throw failed(name2,last);return last===void 0?`The snapshot ${name2} is not listed yet`:`The snapshot ${name2} is ${last.status}, ${last.progress} % done`}}),last===
void 0)throw new Error(`the snapshot ${name2} was found and lost`);return last}function failed(name2,{status,progress}){return new SystemFailure({happened:`The \
snapshot ${name2} is ${status}, at ${progress} %.`,means:"There is no backup. The remains of it were removed.",next:"See the events in the console of RDS (aws r\
ds describe-events --duration 60), then run the step again."})}function nameOf2(id,at){const time=at.toISOString().replace(/[^0-9]/g,"");return`staged-upgrade-${id}\
-${time}`}function openStore(settings,context){const{effects,where,placeholders}=context,{clock}=effects,place=openPlace(settings,context),{subject,database}=place,
within=signal=>signal===void 0?effects.signal:AbortSignal.any([effects.signal,signal]),waiting=({log,signal},means2)=>({clock,log,signal:within(signal),within:settings.
within,deadline:new Date(clock.now().getTime()+settings.within),means:means2}),identity=async signal=>identityOf(place,await place.found(signal)),backup=async({
directory,log,signal})=>{within(signal).throwIfAborted();const found=await place.found(signal);if(!isAvailable(found))throw new SystemFailure({happened:`The ${subject.
noun} "${place.id}" is ${found.status}${found.status==="available"?", and one of its instances is not":""}.`,means:"No snapshot is taken of it now. There is no \
backup.",next:"Wait until it is available, then run the step again."});const{mark:_,...inside}=await database.identity(signal),before=await database.fingerprint(
signal),asked=clock.now().toISOString(),snapshot=await takeSnapshot({place,settings,context},{at:clock.now(),waiting:waiting({log,...signal&&{signal}},"There is\
 no backup.")});return await writeSnapshotFile(directory,{format:1,reference:subject.reference,snapshot:snapshot.arn,engine:found.engine,engineVersion:found.engineVersion,
database:inside}),{identity:identityOf(place,found),dataAt:asked,fingerprint:taken(before,await database.fingerprint(signal,before)),tools:{[found.engine]:found.
engineVersion},references:[{kind:subject.reference,id:snapshot.arn}]}},snapshotOf2=async({directory,references,signal})=>{const file=await readSnapshotFile(directory);
if(requireReference(file,references),file.reference!==subject.reference)throw ofTheOther(file,subject.noun,where);return{file,snapshot:requireWhole(file,await subject.
snapshots.find(file.snapshot,signal))}},restore=async request=>{within(request.signal).throwIfAborted();const{file,snapshot}=await snapshotOf2(request),password=settings.
password===void 0||request.isOriginal?void 0:effects.variables.fill(settings.password,`${where}.password`,placeholders);return await replaceBy(place,{snapshot,production:file.
database,password,mayReplace:request.mayReplace,waiting:waiting(request,"The copy is not complete. The next restore removes it and starts over.")})};return{kind:"\
rds",noun:subject.noun,identity,preflight:request=>preflight(place,request),fingerprint:(signal,like)=>database.fingerprint(signal,like),estimatedBytes:async()=>4096,
markDisposable:async(choose,signal)=>{const found=await place.found(signal),mark=await choose({identity:identityOf(place,found),name:place.id});if(mark!==void 0)
return await subject.addTags(found.arn,markTags(mark)),await identity(signal)},backup,verify:async request=>{await snapshotOf2(request)},restore,forget:async references=>{
for(const{kind,id}of references)kind===subject.reference&&await subject.snapshots.remove(nameIn2(id))}}}function taken(before,until2){const isSame=compareFingerprints(
{kind:"same-snapshot",value:before},until2).kind==="equal",hasContent=before.tables.some(({checksum})=>checksum!==void 0);return isSame&&hasContent?{kind:"same-\
snapshot",value:before}:{kind:"beside",value:before,until:until2}}function nameIn2(arn){return arn.split(":").slice(6).join(":")}function requireReference({reference,
snapshot},references){if(!references.some(({kind,id})=>kind===reference&&id===snapshot))throw new SystemFailure({happened:`The file of this backup names the sna\
pshot ${snapshot}, and its manifest names ${references.map(({id})=>id).join(", ")||"none"}.`,means:"They do not belong together. Nothing was restored.",next:"Ta\
ke a new backup (start a new run)."})}function requireWhole({snapshot},found){if(found?.status==="available")return found;throw new SystemFailure({happened:`The\
 snapshot ${snapshot} ${found===void 0?"does not exist, or is not shared with this account":`is ${found.status}`}.`,means:"This backup is not a way back. Nothin\
g was restored.",next:'Take a new backup (start a new run). Where staging is in another account, set "copy" with a key and "share-with".'})}function ofTheOther({
reference},noun,where){return new SystemFailure({happened:`The backup is of the kind ${reference}, and ${where} names a single ${noun}.`,means:"A snapshot of a \
cluster becomes a cluster, and one of an instance an instance. Nothing was restored.",next:"Give staging the same as production has."})}export{openStore};
