const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{imagesOf,openEcs,
revisionFor}from"./chunk-2JRKFACM.js";import"./chunk-NBL4FBMZ.js";import"./project.js";import"./chunk-FAURDEUC.js";import{requireAccount}from"./chunk-YPMKVSLO.js";
import"./chunk-G33TENPM.js";import{fine,problem}from"./project.js";import{partPlaceholders}from"./project.js";import{filledVariables}from"./project.js";import"./project.js";
import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./chunk-EUMZNHNG.js";import{awsAccess}from"./project.js";import"./project.js";
import"./start.js";import{SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";async function preflightEcs(settings,context,{hops,subject,signal}){
const findings=[],keep=(error,prefix="")=>{if(!(error instanceof SystemFailure)&&!(error instanceof UserError))throw error;findings.push(problem(subject,{...error.
detail,happened:`${prefix}${error.detail.happened}`}))};try{const access=awsAccess(settings,context,signal);await requireAccount(settings,access,context.where);
const service=await openEcs(settings,context,access),seen=await service.look(),current=await service.definition(seen.taskDefinition??""),shown=[];for(const{from,
to,parts}of hops)for(const[version,own]of[[from,parts?.from],[to,parts?.to]]){const placeholders={...context.placeholders,...partPlaceholders(own),version,from,
to},within={...context,placeholders};try{const images2=await imagesOf(settings,within,access),env=filledVariables(settings.env,within);revisionFor(current,{images:images2,
env,environment:{},where:context.where}),shown.push(...[...images2.values()].map(({asked})=>asked).filter(asked=>!shown.includes(asked)))}catch(error){keep(error,
`${version}: `)}}const images=shown.length===0?"":`, and these images are to be had: ${shown.join(", ")}`;findings.length===0&&findings.push(fine(subject,`Amazo\
n ECS has ${service.title}${images}.`))}catch(error){keep(error)}return findings}export{preflightEcs};
