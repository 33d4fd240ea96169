const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{endingOf,githubTime,
invokeInWorkflow,maskingVariables,masks,stopOnSignals,systemClock}from"./start.js";import"./start.js";import{inputNames,inputs,readGiven,stepInputs,textsIn}from"./start.js";
import{penWith}from"./start.js";import{ConfigurationError}from"./start.js";import"./start.js";import"./start.js";import"./start.js";import"./start.js";import{typedHop}from"./start.js";
import"./start.js";import{expressionProgram}from"./start.js";import{systemWitness}from"./start.js";import"./start.js";import{systemProcesses}from"./start.js";import"./start.js";
import{httpFetch,proxySecrets}from"./start.js";import{namesSecret}from"./start.js";import{variablesFrom}from"./start.js";import"./chunk-HJACYWYZ.js";import"./start.js";
import"./start.js";import"./start.js";import"./start.js";import{UserError}from"./start.js";import"./chunk-D6K2TUBN.js";const{stat}=process.getBuiltinModule("nod\
e:fs/promises");async function jobStart(environment){const file=environment.GITHUB_EVENT_PATH;if(!(file===void 0||file===""))return await stat(file).then(({mtime})=>mtime,
()=>{})}function annotationOf(ending,command){if(ending.kind==="result"){const{outcome,message,headline}=ending.result;return outcome==="passed"||outcome==="ski\
pped"?void 0:{level:outcome==="waiting"||command==="report"?"notice":"error",title:command==="report"?"Not complete":titles[outcome],text:message===void 0?headline:
paragraph(message)}}const{error:error2}=ending,mistake=error2 instanceof ConfigurationError?error2.mistakes[0]:void 0;return{level:"error",title:titles[ending.kind],
text:paragraph(ending.message),...error2 instanceof ConfigurationError&&mistake!==void 0?{file:error2.file,line:mistake.line,column:mistake.column}:{}}}var titles={
waiting:"Waiting: a later run continues from here",failed:"Failed",unknown:"Could not be determined",refused:"Refused: nothing was done","user-error":"Something\
 to correct","system-failure":"Failed",defect:"A defect of Staged Upgrade",stopped:"Stopped"};function paragraph({happened,means,next}){return[happened,means,next===
""?"":`What to do: ${next}`].filter(part=>part!=="").join(`
`)}function readInputs(environment){const textOf=name=>{const value=environment[`INPUT_${name.toUpperCase().replaceAll(" ","_")}`]?.trim();return value===""?void 0:
value},command=textOf("command");if(command===void 0)throw missingCommand();const ofAction=inputNames.filter(name=>inputs[name].action!==void 0),given=readGiven(
ofAction,name=>{const text=textOf(name);return text===void 0?[]:textsIn(text,inputs[name])},notAccepted);return given.hop!==void 0&&isTyped(command,given)&&typedHop(
given.hop),Object.freeze({command,given,summary:summaryWanted(textOf("summary")),token:textOf("token")})}function isTyped(command,{environment}){return command===
"adopt"||command==="rollback"&&environment!=="staging"}function summaryWanted(value){if(value===void 0)return!0;const accepted=stepInputs.summary.read([value]);
return accepted.kind==="value"?accepted.value:notAccepted("summary",accepted)}function notAccepted(name,{text,accepted,meant}){throw new UserError({happened:`Th\
e input "${name}" is "${text}".`,means:`It must be ${accepted}. Nothing was done.`,next:meant===void 0?`Correct "${name}:" of this step.`:`Did you mean "${meant}\
"? Correct "${name}:" of this step.`})}function missingCommand(){return new UserError({happened:'The input "command" is missing.',means:"Nothing was done.",next:'\
Say with "command:" what this step does, such as plan or check.'})}var millisecondsBetweenProgress=1e4;function githubLog(runner,now){let depth=0,nextProgress=Number.
NEGATIVE_INFINITY;return{info:text=>runner.info(text),warn:text=>runner.warning(text),output:text=>runner.info(`  \u2502 ${text}`),progress:progress=>{now()<nextProgress||
(nextProgress=now()+millisecondsBetweenProgress,runner.info(progressLine(progress)))},group:async(title,body)=>{depth===0?runner.startGroup(title):runner.info(title),
depth+=1;try{return await body()}finally{depth-=1,depth===0&&runner.endGroup()}}}}function progressLine({text,done,total}){return done===void 0?text:total===void 0?
`${text} (${done})`:`${text} (${done} of ${total})`}function outputsOf({outputs,headline,outcome}){const own=Object.entries(outputs).map(([name,value])=>[name,outputText(
value)]);return{...Object.fromEntries(own),headline,result:outcome,proceed:String(outcome==="passed"||outcome==="skipped")}}function outputText(value){return typeof value==
"object"?JSON.stringify(value):String(value)}function stepExitCode(exitCode){return exitCode===3?0:exitCode}function runIdentity(environment){const id=environment.
GITHUB_RUN_ID;if(id===void 0||id==="")throw new UserError({happened:"GITHUB_RUN_ID is not set: this is not a job of GitHub Actions.",means:"Nothing was done.",next:'\
In a terminal, use "npx staged-upgrade" instead of the action.'});const attempt=Number(environment.GITHUB_RUN_ATTEMPT||"1");if(!Number.isInteger(attempt)||attempt<
1)throw new UserError({happened:`GITHUB_RUN_ATTEMPT is "${environment.GITHUB_RUN_ATTEMPT}", which is not a whole number of at least 1.`,means:"The journal could\
 not show which attempt did what. Nothing was done.",next:"Leave this variable to the runner."});const server=environment.GITHUB_SERVER_URL,repository=environment.
GITHUB_REPOSITORY,url=server&&repository?`${server}/${repository}/actions/runs/${id}${attempt===1?"":`/attempts/${attempt}`}`:void 0;return{kind:"github",id,attempt,
actor:environment.GITHUB_TRIGGERING_ACTOR||environment.GITHUB_ACTOR||"unknown",...url===void 0?{}:{url}}}var summaryLimitBytes=1024*1024,pointer=`

> **This summary is cut off here**: GitHub shows at most 1 MiB. The log of this step has all of it.
`;function fitSummary(markdown,limit=summaryLimitBytes){if(Buffer.byteLength(markdown)<=limit)return{markdown,cut:!1};const fence="\n```",room=limit-Buffer.byteLength(
pointer)-Buffer.byteLength(fence),kept=Buffer.from(markdown).subarray(0,room).toString("utf8"),whole=kept.slice(0,Math.max(0,kept.lastIndexOf(`
`))),fences=whole.split(`
`).filter(line=>line.trimStart().startsWith("```")).length;return{markdown:whole+(fences%2===1?fence:"")+pointer,cut:!0}}var longestText=4096,cutMark=`
\u2026 The full text is in the log of this step.`;function runnerWith(pen,runner){return{info:text=>runner.info(pen.workflow(text)),warning:text=>runner.warning(
pen.workflow(text)),startGroup:title=>runner.startGroup(pen.workflow(title)),endGroup:()=>runner.endGroup(),mask:secret=>runner.mask(secret),setOutput:(name,value)=>runner.
setOutput(name,output(pen,value)),annotate:annotation=>runner.annotate({...annotation,title:pen.text(annotation.title),text:short(pen.text(annotation.text))}),writeSummary:async draft=>{
const markdown=pen.markdown(draft),fitted=fitSummary(markdown);fitted.cut&&runner.info(pen.workflow(markdown)),await runner.writeSummary(fitted.markdown)}}}function output(pen,value){
if(!/^[[{]/.test(value))return pen.value(value);try{return pen.json(JSON.parse(value))}catch{return pen.value(value)}}function short(text){return text.length<=longestText?
text:text.slice(0,longestText-cutMark.length)+cutMark}var places=new Set(["GOOGLE_APPLICATION_CREDENTIALS"]),loud=/(?:(?:^|_)(?:secrets?|tokens?|credentials?|key|pat)|password|passwd|passphrase)(?:_|$)|_pwd$/i,
quiet=/_(?:file|path|dir|folder|id|ids|name|ttl|url|uri|host|port|user|type|length|expiry|expiration|region)$/i;function secretsByName(environment){return Object.
entries(environment).flatMap(([name,value])=>value===void 0||value.trim()===""||places.has(name)?[]:namesSecret(name)||loud.test(name)&&!quiet.test(name)?[value]:
[])}async function runAction(parts){const{environment}=parts,secrets=masks(secret=>parts.runner.mask(secret)),pen=penWith(secrets),runner=runnerWith(pen,parts.runner);
for(const value of[...secretsByName(environment),...proxySecrets(environment)])secrets.add(value);let inputs2;const ending=await endingOf(async()=>(inputs2=readInputs(
environment),inputs2.token!==void 0&&secrets.add(inputs2.token),await parts.invoke(inputs2.command,inputs2.given,{effects:effectsOf({...parts,runner},inputs2.token,
secrets,pen),run:runIdentity(environment)})),parts.stop);ending.kind!=="result"?reportFailure(runner):await reportResult(ending.result,inputs2?.summary??!0,runner),
ending.kind==="defect"&&ending.stack!==void 0&&runner.info(ending.stack);const annotation=annotationOf(ending,inputs2?.command??"");return annotation!==void 0&&
runner.annotate(annotation),stepExitCode(ending.exitCode)}async function reportResult(result,wanted,runner){runner.info(result.headline);for(const[name,value]of Object.
entries(outputsOf(result)))runner.setOutput(name,value);if(!(!wanted||result.summary===""))try{await runner.writeSummary(result.summary)}catch(error2){runner.warning(
`The job summary could not be written: ${error2 instanceof Error?error2.message:String(error2)}`)}}function reportFailure(runner){runner.setOutput("result","fai\
led"),runner.setOutput("proceed","false")}function effectsOf(parts,token,secrets,pen){const{environment,runner,clock,processes,witness,fetch,directory,stop,jobStartedAt:jobStartedAt2}=parts,
github=githubTime(fetch,clock,environment),log=githubLog(runner,()=>clock.now().getTime());return{clock,processes,expressions:expressionProgram(),...witness&&{witness},
fetch:github.fetch,githubReading:github.reading,directory,signal:stop.signal,...jobStartedAt2===void 0?{}:{jobStartedAt:jobStartedAt2},log,variables:variablesFrom(
environment,maskingVariables(secrets,log)),pen,mask:value=>secrets.add(value),environment:Object.fromEntries(Object.entries(environment).filter(entry=>entry[1]!==
void 0)),...token===void 0?{}:{journalCredential:{token,server:environment.GITHUB_SERVER_URL||"https://github.com"}}}}const p=process.getBuiltinModule("os");function toCommandValue(e){
return e==null?"":typeof e=="string"||e instanceof String?e:JSON.stringify(e)}function toCommandProperties(e){return Object.keys(e).length?{title:e.title,file:e.
file,line:e.startLine,endLine:e.endLine,col:e.startColumn,endColumn:e.endColumn}:{}}function issueCommand(t,e,s2){const r2=new c(t,e,s2);process.stdout.write(r2.
toString()+p.EOL)}function issue(t,e=""){issueCommand(t,{},e)}var n="::",c=class{constructor(e,s2,r2){e||(e="missing.command"),this.command=e,this.properties=s2,
this.message=r2}toString(){let e=n+this.command;if(this.properties&&Object.keys(this.properties).length>0){e+=" ";let s2=!0;for(const r2 in this.properties)if(this.
properties.hasOwnProperty(r2)){const i2=this.properties[r2];i2&&(s2?s2=!1:e+=",",e+=`${r2}=${m(i2)}`)}}return e+=`${n}${a(this.message)}`,e}};function a(t){return toCommandValue(
t).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function m(t){return toCommandValue(t).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"\
%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}const s=process.getBuiltinModule("crypto"),i=process.getBuiltinModule("fs"),r=process.getBuiltinModule("os");function issueFileCommand(n2,o){
const e=process.env[`GITHUB_${n2}`];if(!e)throw new Error(`Unable to find environment variable for file command ${n2}`);if(!i.existsSync(e))throw new Error(`Mis\
sing file at path: ${e}`);i.appendFileSync(e,`${toCommandValue(o)}${r.EOL}`,{encoding:"utf8"})}function prepareKeyValueMessage(n2,o){const e=`ghadelimiter_${s.randomUUID()}`,
t=toCommandValue(o);if(n2.includes(e))throw new Error(`Unexpected input: name should not contain the delimiter "${e}"`);if(t.includes(e))throw new Error(`Unexpe\
cted input: value should not contain the delimiter "${e}"`);return`${n2}<<${e}${r.EOL}${t}${r.EOL}${e}`}const T=process.getBuiltinModule("os"),{EOL:p2}=process.
getBuiltinModule("os"),{constants:l,promises:b}=process.getBuiltinModule("fs");var u=function(f2,t,e,r2){function s2(n2){return n2 instanceof e?n2:new e(function(i2){
i2(n2)})}return new(e||(e=Promise))(function(n2,i2){function d(a2){try{o(r2.next(a2))}catch(h){i2(h)}}function c2(a2){try{o(r2.throw(a2))}catch(h){i2(h)}}function o(a2){
a2.done?n2(a2.value):s2(a2.value).then(d,c2)}o((r2=r2.apply(f2,t||[])).next())})},{access:O,appendFile:_,writeFile:y}=b,SUMMARY_ENV_VAR="GITHUB_STEP_SUMMARY",E=class{constructor(){
this._buffer=""}filePath(){return u(this,void 0,void 0,function*(){if(this._filePath)return this._filePath;const t=process.env[SUMMARY_ENV_VAR];if(!t)throw new Error(
`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);try{yield O(t,l.R_OK|l.W_OK)}catch{throw new Error(
`Unable to access summary file: '${t}'. Check if the file has correct read/write permissions.`)}return this._filePath=t,this._filePath})}wrap(t,e,r2={}){const s2=Object.
entries(r2).map(([n2,i2])=>` ${n2}="${i2}"`).join("");return e?`<${t}${s2}>${e}</${t}>`:`<${t}${s2}>`}write(t){return u(this,void 0,void 0,function*(){const e=!!t?.
overwrite,r2=yield this.filePath();return yield(e?y:_)(r2,this._buffer,{encoding:"utf8"}),this.emptyBuffer()})}clear(){return u(this,void 0,void 0,function*(){return this.
emptyBuffer().write({overwrite:!0})})}stringify(){return this._buffer}isEmptyBuffer(){return this._buffer.length===0}emptyBuffer(){return this._buffer="",this}addRaw(t,e=!1){
return this._buffer+=t,e?this.addEOL():this}addEOL(){return this.addRaw(p2)}addCodeBlock(t,e){const r2=Object.assign({},e&&{lang:e}),s2=this.wrap("pre",this.wrap(
"code",t),r2);return this.addRaw(s2).addEOL()}addList(t,e=!1){const r2=e?"ol":"ul",s2=t.map(i2=>this.wrap("li",i2)).join(""),n2=this.wrap(r2,s2);return this.addRaw(
n2).addEOL()}addTable(t){const e=t.map(s2=>{const n2=s2.map(i2=>{if(typeof i2=="string")return this.wrap("td",i2);const{header:d,data:c2,colspan:o,rowspan:a2}=i2,
h=d?"th":"td",m4=Object.assign(Object.assign({},o&&{colspan:o}),a2&&{rowspan:a2});return this.wrap(h,c2,m4)}).join("");return this.wrap("tr",n2)}).join(""),r2=this.
wrap("table",e);return this.addRaw(r2).addEOL()}addDetails(t,e){const r2=this.wrap("details",this.wrap("summary",t)+e);return this.addRaw(r2).addEOL()}addImage(t,e,r2){
const{width:s2,height:n2}=r2||{},i2=Object.assign(Object.assign({},s2&&{width:s2}),n2&&{height:n2}),d=this.wrap("img",null,Object.assign({src:t,alt:e},i2));return this.
addRaw(d).addEOL()}addHeading(t,e){const r2=`h${e}`,s2=["h1","h2","h3","h4","h5","h6"].includes(r2)?r2:"h1",n2=this.wrap(s2,t);return this.addRaw(n2).addEOL()}addSeparator(){
const t=this.wrap("hr",null);return this.addRaw(t).addEOL()}addBreak(){const t=this.wrap("br",null);return this.addRaw(t).addEOL()}addQuote(t,e){const r2=Object.
assign({},e&&{cite:e}),s2=this.wrap("blockquote",t,r2);return this.addRaw(s2).addEOL()}addLink(t,e){const r2=this.wrap("a",t,{href:e});return this.addRaw(r2).addEOL()}},
w=new E,summary=w;const m3=process.getBuiltinModule("os"),m2=process.getBuiltinModule("fs");var{chmod,copyFile,lstat,mkdir,open,readdir,rename,rm,rmdir,stat:stat2,
symlink,unlink}=m2.promises,IS_WINDOWS=process.platform==="win32",READONLY=m2.constants.O_RDONLY,f=process.platform==="win32",platform=m3.platform(),arch=m3.arch(),
ExitCode;(function(t){t[t.Success=0]="Success",t[t.Failure=1]="Failure"})(ExitCode||(ExitCode={}));function setSecret(t){issueCommand("add-mask",{},t)}function setOutput(t,e){
if(process.env.GITHUB_OUTPUT)return issueFileCommand("OUTPUT",prepareKeyValueMessage(t,e));process.stdout.write(T.EOL),issueCommand("set-output",{name:t},toCommandValue(
e))}function error(t,e={}){issueCommand("error",toCommandProperties(e),t instanceof Error?t.toString():t)}function warning(t,e={}){issueCommand("warning",toCommandProperties(
e),t instanceof Error?t.toString():t)}function notice(t,e={}){issueCommand("notice",toCommandProperties(e),t instanceof Error?t.toString():t)}function info(t){process.
stdout.write(t+T.EOL)}function startGroup(t){issue("group",t)}function endGroup(){issue("endgroup")}var currentRunner={info,warning:text=>warning(text),startGroup,
endGroup,mask:setSecret,setOutput,annotate:({level,text,title,file,line,column})=>{const write={error,warning,notice}[level];write(text,{title,...file===void 0?
{}:{file},...line===void 0?{}:{startLine:line},...column===void 0?{}:{startColumn:column}})},writeSummary:async markdown=>{await summary.addRaw(markdown,!0).write()}},
retryMilliseconds=3e3,jobStartedAt=await jobStart(process.env);process.exitCode=await runAction({environment:process.env,directory:process.cwd(),runner:currentRunner,
clock:systemClock,processes:systemProcesses,witness:systemWitness(process.env),fetch:httpFetch(process.env),...jobStartedAt===void 0?{}:{jobStartedAt},stop:stopOnSignals(
process),invoke:invokeInWorkflow}),setTimeout(()=>process.exit(),retryMilliseconds).unref();
