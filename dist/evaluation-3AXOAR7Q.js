const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{canonicalJson,
placeOf,why}from"./project.js";import"./chunk-D6K2TUBN.js";import jsonata from"./libraries/jsonata.js";var limits={timeout:5e3,stack:500,sequence:1e6};async function evaluated({
text,json,answers,now}){const bindings={answers,now:()=>new Date(now).toISOString(),millis:()=>now};try{const compiled=jsonata(text,limits);return compiled.registerFunction(
"distinct",distinct,"<x:x>"),{kind:"json",value:await compiled.evaluate(json,bindings)}}catch(error){return{kind:"failed",reason:`its JSONata expression cannot \
be evaluated${placeOf(error)}: ${why(error,text)}`}}}function distinct(list){if(!Array.isArray(list)||list.length<=1)return list;const seen=new Map;for(const each of list){
const key=canonicalJson(each);seen.has(key)||seen.set(key,each)}const values=[...seen.values()];return"sequence"in list?Object.assign(values,{sequence:!0}):values}export{evaluated};
