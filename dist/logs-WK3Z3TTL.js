const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{openEcs}from"./chunk-2JRKFACM.js";
import"./chunk-NBL4FBMZ.js";import"./project.js";import{readServiceLogs}from"./chunk-AD4ZRYFE.js";import"./chunk-FAURDEUC.js";import{requireAccount}from"./chunk-YPMKVSLO.js";
import"./chunk-G33TENPM.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./chunk-EUMZNHNG.js";
import{awsAccess}from"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";async function logsOfEcs(settings,context,{
since,onLine,signal}){const access=awsAccess(settings,context,signal);await requireAccount(settings,access,context.where);const service=await openEcs(settings,context,
access);await readServiceLogs(service,access,{since,onLine,containers:Object.keys(settings.images)})}export{logsOfEcs};
