const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{engineForName,
projectName}from"./chunk-PG7RWK5S.js";import{askEngine,composeArguments}from"./chunk-74TFCSZJ.js";async function openProject(settings,context,signal){const engine=engineForName(
settings,context,signal);await askEngine(engine);const files=composeArguments(settings,context);return{engine,project:await projectName(settings,context,{engine,
files,signal})}}export{openProject};
