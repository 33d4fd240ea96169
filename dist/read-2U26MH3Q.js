const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{httpClient,malformedResponse,
refusedAnswer}from"./project.js";import"./start.js";import"./start.js";import{rdsService}from"./project.js";import"./project.js";import"./start.js";import{AwsError,
awsFailure}from"./project.js";import"./project.js";import"./start.js";import{SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";var maxPages=50;
async function readEngineVersions(settings,context,signal){const{effects,where,placeholders}=context,engine=effects.variables.fill(settings.engine,`${where}.eng\
ine`,placeholders),asked={address:new URL("https://rds.amazonaws.com/")},name=`the versions of ${engine}`,fetch=throughOneClient(name,httpClient(effects,{source:name}),
asked),service=rdsService(settings,{...context,effects:{...effects,fetch}}),source=`${name} in ${service.access.region}`,malformed=what=>malformedResponse(source,
asked.address,what);try{const all=[];let Marker;for(let page=1;page===1||Marker!==void 0;page+=1){if(page>maxPages)throw malformed(`has more than ${maxPages} pa\
ges`);const answer=await service.ask(async({sdk,client,options})=>await client.send(new sdk.DescribeDBEngineVersionsCommand({Engine:engine,IncludeAll:!0,Marker}),
options),signal);if(answer.DBEngineVersions===void 0)throw malformed("is not a list of versions");all.push(...answer.DBEngineVersions),Marker=answer.Marker}if(all.
length===0)throw unknownEngine(engine,source,where);return{source,tags:all.map(each=>tagFrom(each,malformed))}}catch(error){throw signal?.throwIfAborted(),effects.
signal.throwIfAborted(),error instanceof SystemFailure||error instanceof UserError?error:error instanceof AwsError?awsFailure(`${source} could not be read`,error,
"The list of releases is incomplete, so no path was planned."):malformed("is not what the API of RDS answers")}}function throughOneClient(source,ask,asked){return async(input,init)=>{
const url=new URL(String(input));asked.address=url;const form=typeof init?.body=="string"||init?.body instanceof Uint8Array?init.body:void 0,headers=Object.fromEntries(
new Headers(init?.headers)),signal=init?.signal??void 0,reply=await ask({url,headers,...form===void 0?{}:{form:bytes(form)}},signal),isRefusal=(reply.status===400||
reply.status===403)&&reply.body.includes("<Code>");if(reply.status!==200&&!isRefusal)throw refusedAnswer(source,url,reply);return new Response(reply.body,{status:reply.
status,headers:{"content-type":"text/xml"}})}}function bytes(form){return typeof form=="string"?form:new Uint8Array(form)}function tagFrom(version,malformed){const{
EngineVersion:tag,Status:status,ValidUpgradeTarget:targets=[]}=version;if(tag===void 0||tag==="")throw malformed("has a version without a name");const to=isMajor=>targets.
flatMap(({EngineVersion:target,IsMajorVersionUpgrade:major})=>target!==void 0&&major===!0===isMajor?[target]:[]);return{tag,upgrades:{minor:to(!1),major:to(!0)},
...status==="deprecated"&&{withdrawn:{reason:"AWS has deprecated it: no cluster is made or upgraded to it"}}}}function unknownEngine(engine,source,where){return new SystemFailure(
{happened:`There are none of ${source}.`,means:"No path was planned.",next:`Check ${where}.engine ("${engine}") and the region: aws rds describe-db-engine-versi\
ons names the engines that there are.`})}export{readEngineVersions};
