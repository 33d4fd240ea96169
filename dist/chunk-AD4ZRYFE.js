const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{AwsError,askAws,
awsFailure}from"./project.js";import{SystemFailure}from"./start.js";async function readLogStreams(access,{group,region,prefix},{since,onLine}){const sdk=await import("./clients/cloudwatch-logs.js"),
client=new sdk.CloudWatchLogsClient({...access.clientSettings,region});let nextToken;do{const asked=new sdk.FilterLogEventsCommand({logGroupName:group,logStreamNamePrefix:prefix,
startTime:since.getTime(),...nextToken===void 0?{}:{nextToken}});try{const page=await askAws(access,options=>client.send(asked,options));for(const{message=""}of page.
events??[])for(const line of message.replace(/\r?\n$/,"").split(/\r?\n/))onLine(line);nextToken=page.nextToken}catch(error){throw error instanceof AwsError?awsFailure(
`The log group "${group}" in ${region} could not be read`,error,"It is not known what the server has logged."):error}}while(nextToken!==void 0)}async function readServiceLogs(service,access,{
containers,...reading}){const{taskDefinition=""}=await service.look(),found=streamsOf(await service.definition(taskDefinition),access.region),names=containers??
[...found.keys()],unknown=names.find(name=>!found.has(name));if(names.length===0||unknown!==void 0)throw notInCloudWatch(service,unknown);for(const name of names){
const streams=found.get(name);streams!==void 0&&await readLogStreams(access,streams,reading)}}function streamsOf({taskDefinition},region){return new Map((taskDefinition?.
containerDefinitions??[]).flatMap(({name="",logConfiguration})=>{const options=logConfiguration?.logDriver==="awslogs"?logConfiguration.options??{}:{},{"awslogs\
-group":group,"awslogs-region":own=region,"awslogs-stream-prefix":prefix}=options;return group===void 0||prefix===void 0?[]:[[name,{group,region:own,prefix:`${prefix}\
/${name}/`}]]}))}function notInCloudWatch({title},container){const who=container===void 0?"No container":`The container "${container}"`;return new SystemFailure(
{happened:`${who} of ${title} writes ${container===void 0?"a":"its"} log to Amazon CloudWatch under a known name.`,means:"It is not known what the server has lo\
gged.",next:'Give it the log driver "awslogs" with "awslogs-group" and "awslogs-stream-prefix"; or leave the test of its log out.'})}export{readServiceLogs};
