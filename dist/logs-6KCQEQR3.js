const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{openProject}from"./chunk-7NXOLTJ5.js";
import"./chunk-PG7RWK5S.js";import"./project.js";import{readContainers}from"./chunk-WW3R22R4.js";import"./chunk-74TFCSZJ.js";import"./steps.js";import"./chunk-IBE4FCIM.js";
import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./start.js";
import"./project.js";import"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";async function logsOfCompose(settings,context,{since,onLine,
signal}){const{engine,project}=await openProject(settings,context,signal);for(const{id,name}of await readContainers(engine,project,settings.services))if((await engine.
docker(["logs",`--since=${since.toISOString()}`,id],{onLine})).exitCode!==0)throw new SystemFailure({happened:`The log of the container ${name} could not be rea\
d by ${engine.name}.`,means:"It is not known what the server has logged.",next:"Make sure that its logging driver can be read (docker logs), then run the step a\
gain."})}export{logsOfCompose};
