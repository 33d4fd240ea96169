const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{localImage,renderProject,
requireRolling}from"./chunk-RMAOGRWU.js";import"./chunk-3K2JHRZB.js";import"./chunk-FI32AKSG.js";import"./chunk-WW3R22R4.js";import{askEngine,openEngine,stageFiles}from"./chunk-74TFCSZJ.js";
import"./steps.js";import"./chunk-G33TENPM.js";import{cannotTell_T7FISQ53 as cannotTell,fine,problem}from"./project.js";import{partPlaceholders}from"./project.js";
import{silentLog}from"./project.js";import"./chunk-IBE4FCIM.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./start.js";import"./terminal.js";import"./start.js";import"./project.js";import"./start.js";import{SystemFailure,UserError}from"./start.js";
import"./chunk-D6K2TUBN.js";const{isDeepStrictEqual}=process.getBuiltinModule("node:util");async function preflightCompose(settings,context,{hops,subject,signal}){
const sides=hops.flatMap(({from,to,parts})=>[{version:from,from,to,parts:parts?.from},{version:to,from,to,parts:parts?.to}]),once=sides.filter((one,index)=>sides.
findIndex(side=>isSame(side,one))===index);try{await askEngine(openEngine({...settings,env:{}},context,{environment:{},signal}))}catch(error){if(error instanceof
SystemFailure)return[problem(subject,error.detail)];throw error}const findings=[],seen=new Set;for(const{version,from,to,parts}of once){const placeholders={...context.
placeholders,...partPlaceholders(parts),version,from,to},within={...context,placeholders},engine=openEngine(settings,within,{environment:{},signal});try{const files=await stageFiles(
settings,within,silentLog);try{const project=await renderProject(engine,files.staged,settings,context.where);settings.strategy==="rolling"&&requireRolling(project,
context.where);for(const{image,name}of project.services)seen.has(image)||(seen.add(image),findings.push(...await imageFindings(engine,image,name,subject)))}finally{
await files.discard()}}catch(error){if(!(error instanceof SystemFailure)&&!(error instanceof UserError))throw error;findings.push(problem(subject,{...error.detail,
happened:`${version}: ${error.detail.happened}`}))}}return findings.every(({kind})=>kind!=="problem"&&kind!=="cannot-tell")?[fine(subject,fineText([...seen])),...findings]:
findings}function isSame(one,other){return one.version===other.version&&isDeepStrictEqual(one.parts??{},other.parts??{})}function fineText(images){return images.
length===0?"The Docker engine and Compose answer.":`The Docker engine and Compose answer, and these images are to be had: ${images.join(", ")}.`}async function imageFindings(engine,image,service,subject){
if(await localImage(engine,image)!==void 0)return[];const insecure=/^(?:127\.\d+\.\d+\.\d+|localhost)(?::|\/)/.test(image)?["--insecure"]:[],result=await engine.
docker(["manifest","inspect",...insecure,image]);if(result.exitCode===0)return[];const words=engine.lastWords(result),message={happened:`The image "${image}" of\
 the service "${service}" is not on ${engine.name}, and its registry did not show it${words}.`,means:"The deploy would stop before anything is changed.",next:"M\
ake sure that the image exists and that this job may read it (docker login)."};return[/no such manifest|manifest unknown|not found/i.test(words)?problem(subject,
message):cannotTell(subject,message)]}export{preflightCompose};
