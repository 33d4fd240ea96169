const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{askCluster,parsed,
withCluster}from"./chunk-4URMSSWN.js";import"./start.js";import"./chunk-7QUNGZVQ.js";import"./project.js";import"./start.js";import"./start.js";import{looseObject,
uuid}from"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";var known=looseObject({metadata:looseObject({uid:uuid()})});async function placeOfHelm(settings,context,{
signal}){return await withCluster({...settings,set:{}},context,signal,async cluster=>{await askCluster(cluster);const{release,namespace}=cluster,answer=await cluster.
api.get("/api/v1/namespaces/kube-system"),read=answer.kind==="answer"?known.safeParse(parsed(answer.text)).data:void 0;if(read!==void 0)return{kind:"helm",location:{
release,namespace,cluster:read.metadata.uid}};throw new SystemFailure({happened:`Which cluster this is could not be read from ${cluster.name}${answer.kind==="re\
fused"?answer.why:""}.`,means:"Whether staging and production are one installation could not be determined. Nothing was changed.",next:'Let the account of this \
job read the namespace kube-system: a ClusterRole with "get" on the resource "namespaces", resourceNames [kube-system]. Then run the step again.'})})}export{placeOfHelm};
