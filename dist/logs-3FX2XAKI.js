const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{logPath,readRecord,
readRevisions,readWorkloads}from"./chunk-VSTACQCW.js";import{askCluster,withCluster}from"./chunk-4URMSSWN.js";import"./start.js";import"./chunk-7QUNGZVQ.js";import"./project.js";
import"./start.js";import"./start.js";import"./project.js";import"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";async function logsOfHelm(settings,context,{
since,onLine,signal}){await withCluster(settings,context,signal,async cluster=>{await askCluster(cluster);const newest=(await readRevisions(cluster)).at(-1);if(newest===
void 0)return;const{hooks,workloads}=await readRecord(cluster,newest.number),texts=[...hooks.map(({name,namespace,images})=>({key:`job/${name}`,hook:"hook",namespace,
images})),...workloads];for(const{name,namespace,containers}of(await readWorkloads(cluster,texts)).flatMap(({pods})=>pods))for(const container of containers){const hasStarted=container.
isRunning||container.ended!==void 0,runs=[...container.restarts>0?[!0]:[],...hasStarted?[!1]:[]];for(const previous of runs){const asked={container:container.name,
sinceTime:since.toISOString(),previous},answer=await cluster.api.lines(logPath({name,namespace},asked),onLine);if(!(answer.kind==="answer"||previous||answer.status===
404))throw new SystemFailure({happened:`The log of the container ${container.name} of the pod ${name} could not be read from ${cluster.name}.`,means:"It is not \
known what the server has logged.",next:`Make sure that this job may read it (kubectl logs ${name} --namespace ${namespace}), then run the step again.`})}}})}export{logsOfHelm};
