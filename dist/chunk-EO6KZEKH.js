const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{servicesNow,
settleServices}from"./chunk-3A5DZQPS.js";import{sayingWhatRuns}from"./chunk-FAURDEUC.js";import{configurationFile,openProgram,refusalOf,synthesize}from"./chunk-RKNRMCBA.js";
import{changeText,openStack,settledStatus,stackChanges}from"./chunk-BLSPM3AH.js";import{requireAccount}from"./chunk-YPMKVSLO.js";import{howItEnded}from"./project.js";
import{AwsError,askAws,awsAccess,awsFailure}from"./project.js";import{SystemFailure,UserError}from"./start.js";function openParameters(access){const connected=async()=>{
const sdk=await import("./clients/ssm.js");return{sdk,client:new sdk.SSMClient(access.clientSettings)}},asking=async(what,call)=>{try{return await askAws(access,
call)}catch(error){if(!(error instanceof AwsError))throw error;if(error.code==="ParameterNotFound")return;throw awsFailure(`The parameter ${what}`,error,"It is \
as it was before this call.")}};return{read:async name=>{const{sdk,client}=await connected(),asked=new sdk.GetParameterCommand({Name:name,WithDecryption:!0});return(await asking(
`"${name}" could not be read`,options=>client.send(asked,options)))?.Parameter?.Value},write:async(name,value)=>{const{sdk,client}=await connected();if(value===
void 0){const asked2=new sdk.DeleteParameterCommand({Name:name});await asking(`"${name}" could not be removed`,options=>client.send(asked2,options));return}const asked=new sdk.
PutParameterCommand({Name:name,Value:value,Type:"String",Overwrite:!0});await asking(`"${name}" could not be written`,options=>client.send(asked,options))}}}function productParameters(settings,context,{
environment,access}){const named=parameterNames(settings,context),unnamed=named===void 0?[]:Object.keys(environment).filter(variable=>!named.has(variable));if(unnamed.
length>0)throw new UserError({happened:`The product is configured by ${unnamed.join(", ")}, but ${context.where}.product-variables.parameters names no parameter\
 for that.`,means:"The server would not get it, and its migrations would run at once. Nothing was changed.",next:`Add ${context.where}.product-variables.paramet\
ers.${unnamed[0]}.`});const wanted=Object.entries(environment).flatMap(([variable,value])=>{const name=named?.get(variable);return name===void 0?[]:[{name,value}]}),
parameters=openParameters(access),before=new Map;return{putInPlace:async log=>{for(const{name,value}of wanted){const there=await parameters.read(name);if(there===
value)continue;before.set(name,there),await parameters.write(name,value);const now=await parameters.read(name);if(now!==value)throw new SystemFailure({happened:`\
The parameter "${name}" ${value===void 0?"was removed":`was set to "${value}"`}, and ${now===void 0?"is not there":"has another value"} when it is read back.`,means:"\
What the server would read at its start is not known. Nothing was deployed.",next:"See who else writes it (AWS Systems Manager shows its history), and run the s\
tep again."});log.info(`The parameter "${name}" ${value===void 0?"is removed":`is "${value}"`}.`)}return before.size>0},restore:async()=>{for(const[name,value]of before)
await parameters.write(name,value);before.clear()}}}function parameterNames(settings,{effects,where,placeholders}){const written=settings["product-variables"]?.
parameters;if(written!==void 0)return new Map(Object.entries(written).map(([variable,name])=>[variable,effects.variables.fill(name,`${where}.product-variables.p\
arameters.${variable}`,placeholders)]))}function stackVerdict(status){return/^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(status)?"\
updatable":status.endsWith("_IN_PROGRESS")&&status!=="REVIEW_IN_PROGRESS"?"busy":/^(?:UPDATE|IMPORT)_ROLLBACK_FAILED$/.test(status)?"rollback-failed":status==="\
UPDATE_FAILED"?"update-failed":"never-whole"}function whenStuck(verdict,{name,region,failures}){const place=`--stack-name ${name} --region ${region}`,why=failures.
length===0?"":` ${failures.map(text=>`${text}.`).join(" ")}`;switch(verdict){case"rollback-failed":return{means:`CloudFormation could not roll back everything t\
hat it had changed: some resources are new and some are old, and it accepts no update, neither a deploy nor a way back, until its rollback is complete.${why}`,next:`\
Correct what prevented the rollback, then run: aws cloudformation continue-update-rollback ${place}. If a resource cannot be rolled back at all, add --resources\
-to-skip with its name, and make it match the template by hand. When the stack is UPDATE_ROLLBACK_COMPLETE, run the step again.`};case"update-failed":return{means:`\
An update was left half done, as somebody has asked for (--no-rollback): some resources are new and some are old.${why}`,next:`Roll it back: aws cloudformation \
rollback-stack ${place}. When the stack is UPDATE_ROLLBACK_COMPLETE, run the step again.`};case"never-whole":return{means:`It is not whole, or is being removed,\
 so there is nothing that could be updated.${why}`,next:`Look at its events: aws cloudformation describe-stack-events ${place}. Create it once by hand, then run\
 the step again.`}}}function afterUpdate({version,status,hasAll,stack}){const verdict=stackVerdict(status);if(verdict!=="updatable"&&verdict!=="busy"){const{means,
next}=whenStuck(verdict,stack);return{isBack:!1,means:`${version} is in place in part at most. ${means}`,next}}return verdict==="updatable"&&(status==="UPDATE_R\
OLLBACK_COMPLETE"||!hasAll)?{isBack:!0,means:`${version} is not in place: CloudFormation has what was deployed before, and the configuration file is as it was.`,
next:"Correct the cause, and run the step again."}:{isBack:!1,means:verdict==="updatable"?`CloudFormation has what the application says for ${version}, but the \
program reported a failure.`:`Whether ${version} is in place in all resources is not known.`,next:"See the events of the stack in the console of CloudFormation,\
 and run the step again: it looks before it acts."}}async function deployCdk(settings,context,request){const{effects,where,placeholders}=context,{log}=request,access=awsAccess(
settings,context,request.signal);access.signal.throwIfAborted();const name=effects.variables.fill(settings.stack,`${where}.stack`,placeholders),program=openProgram(
settings,context,{environment:request.environment,access}),stack=openStack(access,name),deploy={settings,context,request,access,program,stack},file=await configurationFile(
settings,context,log),parameters=productParameters(settings,context,{environment:request.environment,access});return await requireAccount(settings,access,where),
await sayingWhatRuns(()=>servicesNow(stack,access),()=>putInPlace(deploy,file,parameters))}async function putInPlace(deploy,file,parameters){const{settings,context,
request,access,program,stack}=deploy,{where}=context,{log}=request,means=`${request.version} was not deployed.`;await requireUpdatable(stack,{where,means},await settledStatus(
stack,access,{within:settings.within,log})),await file.putInPlace();let isDeployed=!1;try{const assembly=await synthesize(program,stack.name,where);try{const changes=await intendedChanges(
deploy,assembly),isChanged=await parameters.putInPlace(log);isDeployed=!0,await update(deploy,assembly);const isStale=isChanged&&changes.length===0;await settleServices(
{stack,access,ready:settings.ready,isStale,log})}catch(error){throw isDeployed=isDeployed&&!(error instanceof RolledBack),isDeployed||await parameters.restore(),
error}finally{await assembly.remove()}}finally{isDeployed||await file.restore()}return file.change===void 0?{}:{fileChanges:[file.change]}}var RolledBack=class extends SystemFailure{};
async function requireUpdatable(stack,{where,means},seen){if(seen===void 0)throw new SystemFailure({happened:`There is no stack "${stack.name}" (${where}.stack)\
 in this account and region.`,means:`${means} A stack is updated here, and never created.`,next:`Check the account and the region that the job has logged in to,\
 and ${where}.stack. A new stack is deployed once by hand.`});const verdict=stackVerdict(seen.status);if(verdict==="updatable")return;const happened=`${capital(
stack.title)} is ${seen.status}${seen.reason===""?"":`: ${seen.reason.replace(/\.$/,"")}`}.`;if(verdict==="busy"){const next="Wait until it has ended, then run \
the step again.";throw new SystemFailure({happened,means:`An update is under way. ${means}`,next})}const stuck=whenStuck(verdict,{...stack,failures:await failuresOf(
stack,seen.changed)});throw new SystemFailure({happened,means:`${stuck.means} ${means}`,next:stuck.next})}var shownFailures=4;async function failuresOf(stack,since){
return(await stack.failures(since??new Date(0))).slice(0,shownFailures)}async function intendedChanges(deploy,{template,folder}){const{settings,request,stack,program,
context}=deploy,changes=stackChanges(await stack.template(),template);for(const change of changes)request.log.info(`${changeText(change)}.`);changes.length===0&&
request.log.info(`${capital(stack.title)} has what the application says already.`);const refused=refusalOf(changes,{settings,intended:request.intended,title:stack.
title,where:context.where});if(refused!==void 0)throw new SystemFailure({...refused,means:`${request.version} was not deployed. ${refused.means}`});return await program.
run(["diff",stack.name,"--app",folder,"--method=template"],request.log),changes}async function update(deploy,assembly){const{settings,context,request,access,program,
stack}=deploy,{log,version}=request,started=access.clock.now(),result=await program.run(["deploy",stack.name,"--app",assembly.folder,"--require-approval=never",
`--method=${settings.method}`,"--progress=events"],log),seen=await settledStatus(stack,access,{within:settings.within,log}),left=stackChanges(await stack.template(),
assembly.template),isWhole=seen!==void 0&&/^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/.test(seen.status);if(result.exitCode===0&&isWhole&&left.length===0){log.info(`${capital(
stack.title)} is ${seen.status}, with all that the application says.`);return}const failures=await failuresOf(stack,started),[cause]=failures,status=seen===void 0?
"gone":seen.status,words=cause===void 0?program.lastWords(result):`. ${cause}`,ended=afterUpdate({version,status,hasAll:left.length===0,stack:{...stack,failures:failures.
slice(1)}}),detail={happened:`"${program.name} deploy" (${context.where}) ${howItEnded(result)}, and ${stack.title} is ${status}${words}.`,means:ended.means,next:ended.
next};throw ended.isBack?new RolledBack(detail):new SystemFailure(detail)}function capital(text){return`${text.slice(0,1).toUpperCase()}${text.slice(1)}`}export{deployCdk,openParameters,parameterNames,requireUpdatable};
