const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{planHops}from"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./start.js";import"./steps.js";import"./steps.js";import{readHop}from"./steps.js";import"./start.js";
import{lookAtFiles}from"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import{escapeMarkdown}from"./start.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./terminal.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./start.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./steps.js";import"./project.js";
import"./project.js";import"./project.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";
import{countText}from"./terminal.js";import"./start.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";const{mkdir,
writeFile}=process.getBuiltinModule("node:fs/promises"),{dirname,resolve}=process.getBuiltinModule("node:path");async function configureFiles(project,{hop:named,
write,...asked}){const hops=named===void 0?(await planHops(project,asked)).hops:[readHop(named,await project.journal.read(),project)];for(const hop of hops){const open=(await lookAtFiles(
project,hop)).filter(({show})=>show.kind==="missing");if(open.length>0)return await configured(project,hop,open,write===!0)}return said("skipped",named===void 0?
"No hop requires a change to your files.":"Your files have what it requires.")}async function configured(project,hop,open,write){const text=open.flatMap(({id,show})=>{
if(show.kind!=="missing")return[];const changes=show.lines.flatMap(file=>[`  ${file.path}:`,...file.lines.map(line=>`    ${line}`)]);return[`${id}:`,...show.missing.
map(text2=>`  ${text2}`),...changes]}).join(`
`),count=countText(open.length,"change");if(!write){const headline=`Hop ${hop.id} requires ${count} to your files. Nothing was written: add --write for that.`;return said(
"passed",headline,text)}const written=await writeEach(project,hop),left=(await lookAtFiles(project,hop)).filter(({show})=>show.kind==="missing"),done=written.length===
0?"Nothing could be written.":`Written: ${written.join(", ")}.`;if(left.length===0)return said("passed",`${done} Look at the difference, commit it, and run agai\
n: the rehearsal uses these files.`,text);const rest=left.flatMap(({show})=>show.kind==="missing"?show.missing:[]);return{...said("failed",`${done} The rest is \
for a person: ${rest.join(" ")}`,text),message:{happened:`${done} ${rest.join(" ")}`,means:`Hop ${hop.id} does not start before that.`,next:"Write it by hand, t\
hen run again."}}}async function writeEach(project,hop){const paths=new Set;for(const{id}of await lookAtFiles(project,hop)){const now=(await lookAtFiles(project,
hop)).find(step=>step.id===id);for(const{path,text}of now?.edited??[]){const place=resolve(project.effects.directory,path);await mkdir(dirname(place),{recursive:!0}),
await writeFile(place,text),paths.add(path)}}return[...paths]}function said(outcome,headline,text=""){const shown=text===""?"":`
\`\`\`text
${text}
\`\`\`
`;return{outcome,headline,outputs:{},summary:`${escapeMarkdown(headline)}
${shown}`,text}}export{configureFiles};
