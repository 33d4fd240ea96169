const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{openParameters,
parameterNames,requireUpdatable}from"./chunk-EO6KZEKH.js";import"./chunk-3A5DZQPS.js";import"./chunk-AD4ZRYFE.js";import"./chunk-FAURDEUC.js";import{configurationFile,
openProgram,synthesize}from"./chunk-RKNRMCBA.js";import{changeText,openStack,stackChanges}from"./chunk-BLSPM3AH.js";import"./project.js";import{requireAccount}from"./chunk-YPMKVSLO.js";
import{fine,problem,warning}from"./project.js";import{partPlaceholders}from"./project.js";import{silentLog}from"./project.js";import"./chunk-IBE4FCIM.js";import"./steps.js";
import"./project.js";import{howItEnded}from"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";
import"./chunk-EUMZNHNG.js";import{awsAccess}from"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./start.js";import{SystemFailure,
UserError}from"./start.js";import"./chunk-D6K2TUBN.js";async function preflightCdk(settings,context,{hops,subject,signal}){const{effects,where}=context,finding=error=>{
if(error instanceof SystemFailure||error instanceof UserError)return problem(subject,error.detail);throw error},unset=[];for(const{from,to,parts}of hops)for(const[
version,own]of[[from,parts?.from],[to,parts?.to]]){const placeholders={...context.placeholders,...partPlaceholders(own),version,from,to};await configurationFile(
settings,{...context,placeholders},silentLog).catch(error=>unset.push(finding(error)))}if(unset.length>0)return unset;try{const access=awsAccess(settings,context,
signal),name=effects.variables.fill(settings.stack,`${where}.stack`,context.placeholders),program=openProgram(settings,context,{environment:{},access}),version=await versionOf(
program,where),identity=await requireAccount(settings,access,where),stack=openStack(access,name),seen=await stack.status();seen?.status.endsWith("_IN_PROGRESS")!==
!0&&await requireUpdatable(stack,{where,means:"The deploy would stop before anything is changed."},seen);const text=`AWS CDK ${version} is here, and ${stack.title}\
 of the account ${identity.account} is ${seen?.status}.`,parameters=openParameters(access);for(const parameter of parameterNames(settings,context)?.values()??[])
await parameters.read(parameter);return[fine(subject,text),...await driftFindings(program,stack,subject,where)]}catch(error){return[finding(error)]}}async function versionOf(program,where){
const result=await program.run(["--version"]);if(result.exitCode===0)return result.stdout.trim().split(" ")[0]??"";throw new SystemFailure({happened:`"${program.
name} --version" (${where}.program) ${howItEnded(result)}${program.lastWords(result)}.`,means:"The AWS CDK is not on this machine, so the deploy would fail.",next:`\
Install it in the job before (npm ci in the folder of ${where}.app), or correct ${where}.program.`})}async function driftFindings(program,stack,subject,where){const assembly=await synthesize(
program,stack.name,where);try{const changes=stackChanges(await stack.template(),assembly.template);return changes.length===0?[]:[warning(subject,{happened:`The \
application and its configuration file differ from ${stack.title} already: ${changes.map(changeText).join("; ")}.`,means:"Somebody has changed one and not the o\
ther. A deploy would change this too, or refuse to.",next:"Deploy by hand what the repository says, or bring the repository to what is deployed."})]}finally{await assembly.
remove()}}export{preflightCdk};
