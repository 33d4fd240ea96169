const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{engineForName,
projectName}from"./chunk-PG7RWK5S.js";import"./project.js";import{askEngine,capital,jsonOf,stageFiles}from"./chunk-74TFCSZJ.js";import"./steps.js";import{silentLog}from"./project.js";
import"./chunk-IBE4FCIM.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";
import"./start.js";import"./project.js";import{object,string}from"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";var engineInfo=object(
{ID:string(),Name:string()});async function placeOfCompose(settings,context,{signal}){const engine=engineForName(settings,context,signal);await askEngine(engine);
const{ID:id,Name:host}=await infoOf(engine),{"env-file":envFile}=settings,unchanged={...settings,images:{},...envFile&&{"env-file":{...envFile,set:{}}}},files=await stageFiles(
unchanged,context,silentLog);try{return{kind:"compose",location:{project:await projectName(settings,context,{engine,files:files.staged,signal}),engine:id,host}}}finally{
await files.discard()}}async function infoOf(engine){const result=await engine.docker(["info","--format",'{"ID":{{json .ID}},"Name":{{json .Name}}}']),read=engineInfo.
safeParse(jsonOf(result));if(read.success&&read.data.ID!=="")return read.data;throw new SystemFailure({happened:`${capital(engine.name)} did not say its id${result.
exitCode===0?"":engine.lastWords(result)}.`,means:"Whether staging and production are one installation could not be determined. Nothing was changed.",next:'Make\
 sure that "docker info" shows an ID of the server there, then run the step again.'})}export{placeOfCompose};
