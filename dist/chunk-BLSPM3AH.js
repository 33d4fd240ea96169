const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{readYaml}from"./project.js";
import{durationText}from"./terminal.js";import{allPages}from"./chunk-EUMZNHNG.js";import{AwsError,askAws,awsFailure}from"./project.js";import{looseObject,record,
string,unknown}from"./start.js";import{SystemFailure}from"./start.js";const{isDeepStrictEqual}=process.getBuiltinModule("node:util");var resource=looseObject({Type:string(),
Properties:record(string(),unknown()).default({})}),stackTemplate=looseObject({Resources:record(string(),resource)}),ownType="AWS::CDK::Metadata",unseen=new Set(
["Type","Properties","Metadata","DependsOn"]);function stackChanges(before,after){return[...new Set([...Object.keys(after.Resources),...Object.keys(before.Resources)])].
flatMap(logicalId=>{const old=before.Resources[logicalId],now=after.Resources[logicalId];if((now??old)?.Type===ownType)return[];if(old!==void 0&&now!==void 0&&old.
Type===now.Type){const properties=propertyChanges(old,now);return properties.length===0?[]:[{kind:"changed",logicalId,type:now.Type,properties}]}return[...old===
void 0?[]:[apart("removed",logicalId,old)],...now===void 0?[]:[apart("added",logicalId,now)]]})}function apart(kind,logicalId,{Type:type,Properties:given}){return{
kind,logicalId,type,isMember:type==="AWS::RDS::DBInstance"&&given.DBClusterIdentifier!==void 0}}function propertyChanges(old,now){const attributes=one=>Object.entries(
one).filter(([name])=>!unseen.has(name));return[...differences(old.Properties,now.Properties),...differences(Object.fromEntries(attributes(old)),Object.fromEntries(
attributes(now)))]}function differences(before,after){return[...new Set([...Object.keys(before),...Object.keys(after)])].filter(name=>!isDeepStrictEqual(before[name],
after[name])).map(name=>({name,before:before[name],after:after[name]}))}function changeText(change){const subject=`${change.logicalId} (${change.type})`;if(change.
kind!=="changed")return`${subject} is ${change.kind}`;const each=change.properties.map(({name,before,after})=>`${name} from ${shown(before)} to ${shown(after)}`);
return`${subject} changes ${each.join(", ")}`}var longest=160;function shown(value){if(value===void 0)return"nothing";const text=JSON.stringify(value);return text.
length<=longest?text:`${text.slice(0,longest)}\u2026`}var follows=/cancell?ed|The following resource\(s\) failed/i;function openStack(access,name){const title=`\
the stack "${name}" in ${access.region}`,connected=async()=>{const sdk=await import("./clients/cloudformation.js");return{sdk,client:new sdk.CloudFormationClient(
access.clientSettings)}},reading=async read=>{try{return await read()}catch(error){throw error instanceof AwsError?awsFailure(`${title.replace("the","The")} cou\
ld not be read`,error,"What is deployed there is not known."):error}};return{name,region:access.region,title,status:async()=>{const{sdk,client}=await connected();
return await reading(async()=>{try{const{Stacks}=await askAws(access,options=>client.send(new sdk.DescribeStacksCommand({StackName:name}),options)),found=Stacks?.[0];
if(found===void 0)return;const{StackId:id="",StackStatus:status="",StackStatusReason:reason=""}=found;return{id,status,reason,changed:found.LastUpdatedTime??found.
CreationTime}}catch(error){if(error instanceof AwsError&&/does not exist/.test(error.message))return;throw error}})},template:async()=>{const{sdk,client}=await connected(),
{TemplateBody}=await reading(()=>askAws(access,options=>client.send(new sdk.GetTemplateCommand({StackName:name,TemplateStage:"Original"}),options)));return templateIn(
TemplateBody??"",title)},resources:async type=>{const{sdk,client}=await connected();return(await allPages(async NextToken=>{const asked=new sdk.ListStackResourcesCommand(
{StackName:name,NextToken}),page=await reading(()=>askAws(access,options=>client.send(asked,options)));return{items:page.StackResourceSummaries??[],next:page.NextToken}})).
flatMap(({ResourceType,PhysicalResourceId,ResourceStatus})=>ResourceType===type&&PhysicalResourceId!==void 0&&ResourceStatus!=="DELETE_COMPLETE"?[PhysicalResourceId]:
[])},failures:async since=>{const{sdk,client}=await connected(),from=since.getTime()-6e4,isSince=({Timestamp})=>Timestamp===void 0||Timestamp.getTime()>=from;return(await allPages(
async NextToken=>{const asked=new sdk.DescribeStackEventsCommand({StackName:name,NextToken}),page=await reading(()=>askAws(access,options=>client.send(asked,options))),
items=page.StackEvents??[];return{items,next:items.every(isSince)?page.NextToken:void 0}})).filter(event=>isSince(event)&&event.ResourceStatus?.endsWith("_FAILE\
D")===!0).toReversed().filter(({ResourceStatusReason:reason=""})=>reason!==""&&!follows.test(reason)).map(({LogicalResourceId,ResourceType,ResourceStatus,ResourceStatusReason=""})=>`${LogicalResourceId}\
 (${ResourceType}) is ${ResourceStatus}: ${ResourceStatusReason.replace(/\.$/,"")}`)}}}function templateIn(text,title){const reading=readYaml(text),read=reading.
kind==="value"?stackTemplate.safeParse(reading.value):void 0;if(read?.success===!0)return read.data;throw new SystemFailure({happened:`The template of ${title} \
could not be read${reading.kind==="unreadable"?`: ${reading.reason}`:""}.`,means:"What a deploy would change is not known. Nothing was changed.",next:'Look at i\
t with "aws cloudformation get-template", and deploy once by hand from the application.'})}var pauses={early:1e3,earlyUntil:6e4,later:5e3};async function settledStatus(stack,{
clock,signal},{within,log}){const started=clock.now().getTime();for(;;){const seen=await stack.status();if(seen===void 0||!seen.status.endsWith("_IN_PROGRESS")||
seen.status==="REVIEW_IN_PROGRESS")return seen;const elapsed=clock.now().getTime()-started;if(elapsed>=within)throw new SystemFailure({happened:`After ${durationText(
within)}, ${stack.title} is still ${seen.status}.`,means:"An update is under way, and what it leads to is not known.",next:"Look at its events in the console of\
 CloudFormation. Run the step again when it has ended: it looks before it acts."});log.progress({text:`Waiting: ${stack.title} is ${seen.status}`,done:Math.round(
elapsed/1e3),total:within/1e3}),await clock.sleep(elapsed<pauses.earlyUntil?pauses.early:pauses.later,signal)}}export{changeText,openStack,settledStatus,stackChanges,templateIn};
