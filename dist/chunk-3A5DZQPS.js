const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{readServiceLogs}from"./chunk-AD4ZRYFE.js";
import{desiredCountOf,openService,runningNow,stopService,untilSteady}from"./chunk-FAURDEUC.js";import{openStack}from"./chunk-BLSPM3AH.js";import{requireAccount}from"./chunk-YPMKVSLO.js";
import{awsAccess}from"./project.js";import{SystemFailure}from"./start.js";async function servicesOf(stack,access){const arns=await stack.resources("AWS::ECS::Se\
rvice");return await Promise.all(arns.map(async arn=>{const[cluster="",service=""]=arn.split(":service/").at(-1)?.split("/").slice(-2)??[];return await openService(
access,cluster,service)}))}async function servicesNow(stack,access){try{if(await stack.status()===void 0)return"";const services=await servicesOf(stack,access);
return services.length===0?"":await runningNow(services)}catch(error){if(!(error instanceof SystemFailure))throw error;return`What runs now could not be read (${error.
detail.happened.replace(/\.$/,"")}).`}}async function stopCdk(settings,context,{log,signal}){const access=awsAccess(settings,context,signal),{clock}=access,{"no\
-services":why}=settings,services=await servicesNamed(settings,context,access,{means:"What is to be stopped, so that nothing writes to its data, is not known. N\
othing was stopped.",next:`Deploy by a command that can stop the server, or name the stack that has its service. If none writes to it, as in a stack with only t\
he database, write why: ${context.where}.no-services.`,mayBeNone:why!==void 0});services.length===0&&log.info(`Nothing is stopped: ${why??""}`);for(const service of services)
await stopService({service,within:settings.ready.within,clock,log,signal:access.signal})}async function logsOfCdk(settings,context,{since,onLine,signal}){const access=awsAccess(
settings,context,signal),services=await servicesNamed(settings,context,access,{means:"It is not known what the server has logged.",next:"Name the stack that has\
 its service, or leave the test of its log out."});for(const service of services)await readServiceLogs(service,access,{since,onLine})}async function servicesNamed(settings,{
effects,where,placeholders},access,{mayBeNone=!1,...withoutAny}){const stack=openStack(access,effects.variables.fill(settings.stack,`${where}.stack`,placeholders));
await requireAccount(settings,access,where);const services=await servicesOf(stack,access);if(services.length>0||mayBeNone)return services;const happened=`${stack.
title.replace("the","The")} (${where}.stack) has no service of Amazon ECS.`;throw new SystemFailure({happened,...withoutAny})}async function settleServices({stack,
access,ready,isStale,log}){for(const service of await servicesOf(stack,access)){const seen=await service.look(),isStopped=(seen.desiredCount??0)===0;if(!isStopped&&
!isStale)continue;const desiredCount=desiredCountOf(seen,service);log.info(`${isStopped?"Starting":"Replacing"} the tasks of ${service.title}: ${desiredCount}.`),
await service.update(isStopped?{desiredCount}:{forceNewDeployment:!0});const{clock,signal}=access;await untilSteady({service,revision:seen.taskDefinition??"",ready,
clock,log,signal})}}export{logsOfCdk,servicesNow,settleServices,stopCdk};
