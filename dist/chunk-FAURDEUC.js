const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{countText,durationText}from"./terminal.js";
import{allPages}from"./chunk-EUMZNHNG.js";import{AwsError,askAws,awsFailure}from"./project.js";import{SystemFailure}from"./start.js";async function runningNow(services){
return`Now ${(await Promise.all(services.map(runningIn))).join("; ")}.`}async function sayingWhatRuns(whatRuns,work){try{return await work()}catch(error){if(!(error instanceof
SystemFailure))throw error;const{detail}=error;throw new SystemFailure({...detail,means:`${detail.means} ${await whatRuns()}`.trim()},{cause:error})}}async function runningIn(service){
try{const texts=(await service.tasks("RUNNING")).filter(({lastStatus})=>lastStatus==="RUNNING").map(({containers=[]})=>containers.map(({name,image})=>`${name} ${image}`).
join(", ")),running=[...Map.groupBy(texts,text=>text)].map(([text,same])=>`${countText(same.length,"task")} of ${text}`).join(" and ");return`${service.title} r\
uns ${running===""?"no task":running}`}catch(error){if(!(error instanceof SystemFailure))throw error;return`what ${service.title} runs could not be read (${error.
detail.happened.replace(/\.$/,"")})`}}async function failureReasons(service,revision){const tasks=(await service.tasks("STOPPED")).filter(({taskDefinitionArn,stopCode})=>taskDefinitionArn===
revision&&stopCode!=="ServiceSchedulerInitiated"&&stopCode!=="UserInitiated").toSorted((one,other)=>(one.stoppedAt?.getTime()??0)-(other.stoppedAt?.getTime()??0));
return[...new Set(tasks.map(reasonOf).filter(reason=>reason!==""))]}function reasonOf({stoppedReason="",containers=[]}){const each=containers.flatMap(({name,exitCode,
reason})=>[...exitCode===void 0?[]:[`${name} exited with code ${exitCode}`],...reason===void 0||reason===""?[]:[`${name}: ${reason}`]]);return[stoppedReason,...each].
filter(text=>text!=="").join("; ").replace(/\.$/,"")}var desiredTag="staged-upgrade:desired-count";async function openService(access,cluster,service){const sdk=await import("./clients/ecs.js"),
client=new sdk.ECSClient(access.clientSettings),title=`the service "${service}" of the cluster "${cluster.split("/").at(-1)}"`,asking=async(what,ask)=>{try{return await askAws(
access,ask)}catch(error){throw error instanceof AwsError?awsFailure(`${capital(title)} could not be ${what}`,error,"What runs there now is as it was before this\
 call."):error}};return{title,look:async()=>{const found=await asking("read",options=>describeService(sdk,client,{cluster,service},options));if(found!==void 0&&
found.status==="ACTIVE")return found;throw new SystemFailure({happened:`There is no ${title.replace("the ","")} in ${access.region}.`,means:"A service is only u\
pdated here, never created. Nothing was changed.",next:"Check the account and the region that the job has logged in to, and the names in the configuration."})},
definition:async arn=>await asking("read",options=>describeDefinition(sdk,client,arn,options)),register:async definition=>{const{taskDefinition}=await asking("g\
iven a new revision",options=>client.send(new sdk.RegisterTaskDefinitionCommand(definition),options));return taskDefinition?.taskDefinitionArn??""},update:async change=>{
await asking("updated",options=>client.send(new sdk.UpdateServiceCommand({cluster,service,...change}),options))},tasks:async desiredStatus=>await allPages(async nextToken=>{
const asked=new sdk.ListTasksCommand({cluster,serviceName:service,desiredStatus,nextToken}),{taskArns:tasks=[],nextToken:next}=await asking("read",options=>client.
send(asked,options));return tasks.length===0?{items:[],next}:{items:await asking("read",options=>describeTasks(sdk,client,{cluster,tasks},options)),next}}),tag:async(resourceArn,tags)=>{
const list=Object.entries(tags).map(([key,value])=>({key,value}));await asking("tagged",options=>client.send(new sdk.TagResourceCommand({resourceArn,tags:list}),
options))}}}async function describeService(sdk,client,{cluster,service},options){const asked=new sdk.DescribeServicesCommand({cluster,services:[service],include:[
"TAGS"]});return(await client.send(asked,options)).services?.[0]}async function describeDefinition(sdk,client,taskDefinition,options){return await client.send(new sdk.
DescribeTaskDefinitionCommand({taskDefinition,include:["TAGS"]}),options)}async function describeTasks(sdk,client,asked,options){return(await client.send(new sdk.
DescribeTasksCommand(asked),options)).tasks??[]}function capital(text){return`${text.slice(0,1).toUpperCase()}${text.slice(1)}`}async function stopService({service,
within,clock,log,signal}){const{desiredCount=0,serviceArn=""}=await service.look();desiredCount>0&&(log.info(`Stopping ${service.title}, which has a desired cou\
nt of ${desiredCount}.`),await service.tag(serviceArn,{[desiredTag]:String(desiredCount)}),await service.update({desiredCount:0}));const started=clock.now().getTime();
for(;;){const{runningCount=0,pendingCount=0}=await service.look();if(runningCount===0&&pendingCount===0)return;if(clock.now().getTime()-started>=within)throw new SystemFailure(
{happened:`${capital(service.title)} still runs tasks after ${durationText(within)}.`,means:await runningNow([service]),next:"See why they do not end (stopTimeo\
ut of the containers), then run the step again."});await clock.sleep(1e3,signal)}}function desiredCountOf({desiredCount=0,tags=[]},service){if(desiredCount>0)return desiredCount;
const before=Number(tags.find(({key})=>key===desiredTag)?.value);if(Number.isInteger(before)&&before>0)return before;throw new SystemFailure({happened:`${capital(
service.title)} has a desired count of 0, and no tag "${desiredTag}" records what it was.`,means:"Somebody stopped it, so it is not known how many tasks it shou\
ld have. Nothing was changed.",next:"Set its desired count by hand (aws ecs update-service --desired-count), then run the step again."})}var maxFailed=3,pauses={
early:500,earlyUntil:1e4,later:2e3};async function untilSteady(wait){const{service,revision,ready,clock,log,signal}=wait,started=clock.now().getTime();let steadySince;
for(;;){const verdict=verdictOn(await service.look(),revision),at=clock.now().getTime();if(verdict.kind==="failed")throw await notReady(wait,verdict.reason);if(steadySince=
verdict.kind==="steady"?steadySince??at:void 0,steadySince!==void 0&&at-steadySince>=ready.stable)return;if(at-started>=ready.within){const why=verdict.kind==="\
steady"?"it did not stay steady":verdict.reason;throw await notReady(wait,`after ${durationText(ready.within)} ${why}`)}log.progress({text:verdict.kind==="stead\
y"?"Steady; watching whether it stays so":`Not ready yet: ${verdict.reason}`,done:Math.round((at-started)/1e3),total:ready.within/1e3}),await clock.sleep(at-started<
pauses.earlyUntil?pauses.early:pauses.later,signal)}}function verdictOn(seen,revision){const{deployments=[],desiredCount=0,runningCount=0,pendingCount=0}=seen,primary=deployments.
find(({status})=>status==="PRIMARY"),own=deployments.find(({taskDefinition})=>taskDefinition===revision);if(own?.rolloutState==="FAILED"||primary?.taskDefinition!==
revision){const said=own?.rolloutStateReason??primary?.rolloutStateReason??"",reason=own!==void 0||/circuit breaker/i.test(said)?said:"its deployment was ended",
back=primary?.taskDefinition!==revision?", and Amazon ECS has gone back to the previous revision":"";return{kind:"failed",reason:`${reason.replace(/\.$/,"")}${back}`}}
const failed=primary.failedTasks??0;if(!(seen.deploymentConfiguration?.deploymentCircuitBreaker?.enable===!0)&&failed>=maxFailed&&runningCount<desiredCount+(deployments.
length>1?1:0))return{kind:"failed",reason:`${failed} of its tasks have failed`};const isComplete=primary.rolloutState===void 0||primary.rolloutState==="COMPLETE\
D";return deployments.length===1&&isComplete&&runningCount===desiredCount&&pendingCount===0?{kind:"steady"}:{kind:"not-yet",reason:`${primary.runningCount??0} o\
f ${desiredCount} tasks of the new revision run`}}async function notReady({service,revision},reason){const[cause]=(await failureReasons(service,revision)).toReversed();
return new SystemFailure({happened:`${capital(service.title)} does not become steady: ${reason}${cause===void 0?"":`. A task ended: ${cause}`}.`,means:"",next:"\
Read the log of the task that ended, correct the cause, and run the step again."})}export{capital,desiredCountOf,openService,runningNow,sayingWhatRuns,stopService,untilSteady};
