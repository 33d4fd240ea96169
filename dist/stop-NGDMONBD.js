const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{openEcs}from"./chunk-2JRKFACM.js";
import"./chunk-NBL4FBMZ.js";import"./project.js";import{stopService}from"./chunk-FAURDEUC.js";import{requireAccount}from"./chunk-YPMKVSLO.js";import"./chunk-G33TENPM.js";
import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./chunk-EUMZNHNG.js";import{awsAccess}from"./project.js";
import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";async function stopEcs(settings,context,{log,signal}){const access=awsAccess(
settings,context,signal);await requireAccount(settings,access,context.where);const service=await openEcs(settings,context,access),{clock}=context.effects;await stopService(
{service,within:settings.ready.within,clock,log,signal:access.signal})}export{stopEcs};
