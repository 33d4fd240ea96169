const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{problem,warning}from"./project.js";
import{readTextFile}from"./start.js";import{SystemFailure}from"./start.js";function refused(message){return{kind:"refused",...message}}function noted(message){return{
kind:"noted",...message}}function asFindings(subject,obstacles){return obstacles.map(({kind,...message})=>(kind==="refused"?problem:warning)(subject,message))}function requireNone(obstacles,unchanged,log){
for(const{kind,happened,means,next}of obstacles)kind==="noted"&&log.warn([happened,means,next].filter(text=>text!=="").join(" "));const inTheWay=obstacles.filter(
({kind})=>kind==="refused"),[first]=inTheWay;if(first!==void 0)throw new SystemFailure({happened:inTheWay.map(({happened})=>happened).join(" "),means:`${unchanged}\
 ${[...new Set(inTheWay.map(({means})=>means))].join(" ")}`.trim(),next:[...new Set(inTheWay.map(({next})=>next))].join(" ")})}var shownNames=5;function listed(all,shown=shownNames){
const more=all.length-shown;return all.slice(0,shown).join(", ")+(more>0?` and ${more} more`:"")}function quotedList(all){return listed(all.map(name=>`"${name}"`))}
async function readTlsFile(path,parameter,where){try{return await readTextFile(path)}catch(cause){const code=cause instanceof Error&&"code"in cause?` (${String(
cause.code)})`:"";throw new SystemFailure({happened:`The file "${path}" could not be read${code}; ${parameter} in ${where} names it.`,means:"Without it no conne\
ction to the server is made. Nothing was done.",next:"Correct its path, or let the job write the file before this step."})}}export{asFindings,listed,noted,quotedList,readTlsFile,refused,requireNone};
