const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{configurationFile,
openProgram,refusalOf,synthesize}from"./chunk-RKNRMCBA.js";import{changeText,openStack,stackChanges}from"./chunk-BLSPM3AH.js";import"./project.js";import{requireAccount}from"./chunk-YPMKVSLO.js";
import{silentLog}from"./project.js";import"./chunk-IBE4FCIM.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./start.js";import"./terminal.js";import"./chunk-EUMZNHNG.js";import{awsAccess}from"./project.js";import"./project.js";import"./start.js";
import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";async function previewCdk(settings,context,{intended,signal}){const{effects,
where,placeholders}=context,access=awsAccess(settings,context,signal),name=effects.variables.fill(settings.stack,`${where}.stack`,placeholders),program=openProgram(
settings,context,{environment:{},access}),stack=openStack(access,name),file=await configurationFile(settings,context,silentLog);await requireAccount(settings,access,
where);const deployed=await stack.template();await file.putInPlace();try{const assembly=await synthesize(program,name,where);try{const changes=stackChanges(deployed,
assembly.template),refused=refusalOf(changes,{settings,intended,title:stack.title,where});return{changes:changes.map(changeText),...refused&&{refused}}}finally{
await assembly.remove()}}finally{await file.restore()}}export{previewCdk};
