const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{requireAccount}from"./chunk-YPMKVSLO.js";
import{awsAccess}from"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";async function placeOfCdk(settings,context,{
signal}){const{effects,where,placeholders}=context,access=awsAccess(settings,context,signal),stack=effects.variables.fill(settings.stack,`${where}.stack`,placeholders),
{account}=await requireAccount(settings,access,where);return{kind:"cdk",location:{account,region:access.region,stack}}}export{placeOfCdk};
