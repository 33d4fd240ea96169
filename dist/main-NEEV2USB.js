const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{endingOf,githubTime,
maskingVariables,masks,stopOnSignals,systemClock,terminalCommands,terminalInputs}from"./start.js";import"./start.js";import{inputs,readGiven,textsIn}from"./start.js";
import{penWith}from"./start.js";import{ConfigurationError,pathText}from"./start.js";import"./start.js";import"./start.js";import{shortened}from"./terminal.js";import{
exitCodeOf}from"./start.js";import{LeftQuestion,asked}from"./start.js";import"./start.js";import{expressionProgram}from"./start.js";import{stateFolder,systemWitness}from"./start.js";
import"./start.js";import{writtenTime}from"./terminal.js";import{systemProcesses}from"./start.js";import{isHopId}from"./start.js";import{httpFetch,proxySecrets}from"./start.js";
import"./start.js";import{variablesFrom}from"./start.js";import{durationText,roughText}from"./terminal.js";import{makeFolder}from"./chunk-HJACYWYZ.js";import"./start.js";
import"./start.js";import"./start.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";var package_default={version:"0.1.0"},packageVersion=package_default.
version;const{join:join2}=process.getBuiltinModule("node:path");import{CommanderError}from"./libraries/commander.js";const{setImmediate:nextTurn}=process.getBuiltinModule(
"node:timers/promises");var interrupt=3,quietTurns=3;async function forgetTypedAhead(){const{stdin}=process;let turnsLeft=quietTurns,isLeft=!1;const forget=typed=>{
turnsLeft=quietTurns,isLeft||=typed.includes(interrupt)};stdin.setRawMode(!0),stdin.on("data",forget).resume();try{for(;turnsLeft>0;)turnsLeft-=1,await nextTurn()}finally{
stdin.off("data",forget).pause(),stdin.setRawMode(!1)}if(isLeft)throw new LeftQuestion("Ctrl-C was typed before the question.")}function gateAt(mode,signal){return async({
question,hop})=>{switch(mode.kind){case"ask":{const{default:confirm}=await import("./dist-65GAF7MU.js");return await forgetTypedAhead(),await asked(signal,asking=>confirm(
{message:question,default:!1},asking))?{kind:"approved",by:mode.actor}:{kind:"declined",next:"Run the same command again when it may continue: it resumes here."}}case"\
approve-all":return mode.announce(`${question} Approved: ${mode.how}.
`),{kind:"approved",by:`${mode.actor} (${mode.how})`};case"stop":return{kind:"declined",next:`No terminal is attached to ask at. Run it in a terminal, or approv\
e everything beforehand with --yes. To climb only one hop: --until ${hop.id}.`}}}}var lead=/^ *(?:\d+\. (?:\[[ x]\] )?|[-!✔✖⊘?■…→] |\S+(?: \S+){0,2} {2,}(?=\S))?/u,
word=new RegExp(String.raw` *(?:${writtenTime}\S*|(?:under )?\d[\d.,]* (?:ms|s|min|h|days?|bytes|[KMGT]iB)(?!\w)\S*|[^ ]+)`,"g");function wrapped(text,columns){
return columns===void 0||columns<1?text:text.split(`
`).map(line=>wrappedLine(line,columns)).join(`
`)}function wrappedLine(text,columns){if(widthOf(text)<=columns)return text;const start=lead.exec(text)?.[0]??"",margin=" ".repeat(widthOf(start)<=columns/2?widthOf(
start):2),lines=[];let line=start;for(const[next]of text.slice(start.length).matchAll(word))line!==start&&widthOf(line)+widthOf(next)>columns?(lines.push(line),
line=margin+next.trimStart()):line+=next;return[...lines,line].join(`
`)}function widthOf(text){return[...text].length}function gateText(facts){if(facts.length===0)return"";const width=Math.max(...facts.map(({about})=>widthOf(about)));
return[`Before you decide:
`,...facts.map(({about,text})=>`  ${about}${" ".repeat(width-widthOf(about))}  ${text}
`)].join("")}var frames=["\u280B","\u2819","\u2839","\u2838","\u283C","\u2834","\u2826","\u2827","\u2807","\u280F"],millisecondsBetweenFrames=100,erased="\r\x1B[2K";
function liveLine({write,columns,now}){let running,timer;const draw=()=>{if(running===void 0)return;running.frame=(running.frame+1)%frames.length;const{title,since,
doing,frame}=running,elapsed=now()-since,time=elapsed<1e3?"":`  ${roughText(elapsed)}`;write(`${erased}${cut(`  ${frames[frame]??""} ${title}${time}${doing===""?
"":`  ${doing}`}`,columns()-1)}`)};return{start:title=>{running={title,since:now(),doing:"",frame:-1},draw(),timer=setInterval(draw,millisecondsBetweenFrames)},
doing:text=>{running!==void 0&&(running.doing=text.replaceAll(/\s+/g," ").trim())},above:text=>{write(`${running===void 0?"":erased}${text}
`),draw()},end:()=>{clearInterval(timer),running!==void 0&&write(erased),running=void 0}}}function cut(text,columns){return widthOf(text)<=columns?text:`${[...text].
slice(0,Math.max(0,columns-1)).join("")}\u2026`}var signs={passed:{sign:"\u2714",style:"green"},skipped:{sign:"-",style:"dim"},waiting:{sign:"\u2026",style:"yel\
low"},failed:{sign:"\u2716",style:"red"},unknown:{sign:"?",style:"yellow"},refused:{sign:"\u2298",style:"red"},stop:{sign:"\u25A0",style:"cyan"}};function signOf(end){
return signs[end].sign}function withSignColour(ink,end,text){const{sign,style}=signs[end];return text.replace(sign,()=>ink(style,sign))}var widestTime=11;function titleWidthOf(steps,columns){
const widest=Math.max(0,...steps.slice(0,-1).map(({title})=>widthOf(title)));return columns===void 0?widest:Math.min(widest,Math.max(0,columns-4-widestTime))}function stepLine({
step,result,milliseconds,isLast},form){const{outcome,headline}=result,said=outcome==="passed"?isLast?headline:step.title:outcome==="skipped"?`${step.title}. ${headline}`:
`${step.title}: ${outcome}`,time=outcome==="skipped"||outcome==="passed"&&isLast?"":took(milliseconds),lines=wrapped(`  ${signOf(outcome)} ${said}`,form.columns&&
form.columns-widthOf(time)).split(`
`),last=lines.at(-1)??"",gap=" ".repeat(time===""?0:Math.max(0,form.titleWidth+4-widthOf(last))),text=[...lines.slice(0,-1),`${last}${gap}${form.ink("dim",time)}`].
join(`
`);return withSignColour(form.ink,outcome,text)}function plainStepLine(end){const{result,step,milliseconds}=end;return`  ${signOf(result.outcome)} ${step.title}${took(
milliseconds)}: ${result.headline}`}function took(milliseconds){return`  ${milliseconds<1e3?"under 1 s":durationText(milliseconds)}`}var millisecondsBetweenProgress={
lines:1e4,terminal:2e3};function terminalLog({write,now,interactive,file}){const show=text=>{file.line(text),write(`${text}
`)},due=progressDue(now,interactive);return{info:show,warn:text=>show(`Warning: ${text}`),output:file.output,group:async(title,body)=>(show(title),await body()),
progress:progress=>{due()&&show(progressText(progress))}}}function progressDue(now,interactive){const pause=interactive?millisecondsBetweenProgress.terminal:millisecondsBetweenProgress.
lines;let next=now()+pause;return()=>now()<next?!1:(next=now()+pause,!0)}function progressText({text,done,total}){return`${text}${done===void 0?"":` ${done}${total===
void 0?"":` of ${total}`}`}`}function liveView(steps,parts){const{columns,redact,ink,file}=parts,line=liveLine(parts);return{begin:step=>(file.line(`  ${step.title}\
 \u2026`),line.start(redact(step.title)),liveLog(line,parts)),end:ended=>{line.end(),file.line(plainStepLine(ended));const width=columns(),form={ink,columns:width,
titleWidth:titleWidthOf(steps,width)};parts.write(`${stepLine(redacted(ended,redact),form)}
`)},drop:()=>line.end()}}function redacted(ended,redact){const{step,result}=ended;return{...ended,step:{...step,title:redact(step.title)},result:{...result,headline:redact(
result.headline)}}}function liveLog(line,{columns,redact,ink,file}){let shown="";const show=text=>{text!==shown&&file.line(`    ${text}`),shown=text,line.doing(
redact(text))};return{info:show,warn:text=>{file.line(`    Warning: ${text}`);const[sign,rest]=["    ! ",wrapped(`    ! Warning: ${redact(text)}`,columns()).slice(
6)];line.above(`${ink("yellow",sign)}${rest}`)},output:text=>{file.output(text),line.doing(redact(text))},group:async(title,body)=>(show(title),await body()),progress:progress=>line.
doing(redact(progressText(progress)))}}var millisecondsUntilNamed=2e3;function lineView(steps,{write,now,file,ink}){const show=text=>write(`${text}
`);let timer;return{begin:({title})=>{file.line(`  ${title} \u2026`);let isNamed=!1;const name=()=>{clearTimeout(timer),isNamed||show(`  ${title} \u2026`),isNamed=
!0};timer=setTimeout(name,millisecondsUntilNamed);const said=text=>{name(),file.line(`    ${text}`),show(`    ${text}`)},due=progressDue(now,!1);return{info:said,
warn:text=>said(`Warning: ${text}`),output:file.output,group:async(group,body)=>(file.line(`    ${group}`),await body()),progress:progress=>{due()&&said(progressText(
progress))}}},end:ended=>{clearTimeout(timer),file.line(plainStepLine(ended)),show(stepLine(ended,{ink,columns:void 0,titleWidth:titleWidthOf(steps,void 0)}))},
drop:()=>clearTimeout(timer)}}function climbScreen(parts){const{write,writeRaw,redact,file,ink,columns}=parts;let shownHop;const title=text=>{file.line(text),writeRaw(
`${ink("bold",redact(text))}
`)};return{showPlan:(headline,text)=>write(`${headline}
${text}

`),approve:async gate=>{write(gateText(gate.facts));const answer=await parts.approve(gate);return write(`
`),answer},runJob:async({hop,job},steps)=>{hop!==void 0&&hop.id!==shownHop?.id&&title(hopHeader(hop,columns())),shownHop=hop,title(job);const end=await runSteps(
steps,viewOf(steps,parts),parts.now);return write(`
`),end}}}function hopHeader({index,count,title},columns){const left=count-index,text=`\u2500\u2500 Hop ${index} of ${count}: ${title} \u2500\u2500 ${left===0?"t\
he last one":`${left} more after it`} \u2500\u2500`;return text+"\u2500".repeat(Math.max(0,Math.min(columns??0,100)-widthOf(text)))}function viewOf(steps,parts){
const{interactive,write,writeRaw,columns}=parts;return interactive?liveView(steps,{...parts,write:writeRaw,columns:()=>columns()??80}):lineView(steps,{...parts,
write})}async function runSteps(steps,view,now){const results=[];for(const[index,step]of steps.entries()){const started=now(),log=view.begin(step);let result;try{
result=await step.run(log)}catch(error){throw view.drop(),error}if(results.push(result),view.end({step,result,milliseconds:now()-started,isLast:index===steps.length-
1}),result.outcome!=="passed"&&result.outcome!=="skipped")return{kind:"stopped",result}}return{kind:"ended",results}}function endingJson(ending){const{kind,message,
exitCode,error}=ending,mistakes=error instanceof ConfigurationError?error.mistakes.map(({path,line,column,problem,accepted,fix})=>({file:error.file,line,column,
path:pathText(path),problem,...accepted===void 0?{}:{accepted},fix})):void 0;return{result:"failed",kind,exitCode,headline:message.happened,message,...mistakes===
void 0?{}:{mistakes}}}function argumentsJson(text,exitCode){return{result:"failed",kind:"user-error",exitCode,headline:text,message:{happened:text,means:"Nothin\
g was done.",next:"--help lists the commands and options."}}}const{styleText}=process.getBuiltinModule("node:util");var plainInk=(_style,text)=>text;function inkFor(environment,isTerminal){
const isUnwanted=(environment.NO_COLOR??"")!==""||environment.TERM==="dumb";return isTerminal&&!isUnwanted?(style,text)=>styleText(style,text,{validateStream:!1}):
plainInk}import{Command as Parser}from"./libraries/commander.js";import{InvalidArgumentError,Option}from"./libraries/commander.js";function optionOf(name){const input=inputs[name];
if(input.option===void 0)return;const option=new Option(input.option.flags,input.option.description);switch(input.form.kind){case"word":return option.choices(input.
form.words);case"list":return option.argParser((value,before=[])=>[...before,...textsIn(value,input)]);case"duration":return option.argParser(value=>acceptedText(
input,value));default:return name==="hop"?option.argParser(hopIdText):option}}function givenFrom(names,parsed){return readGiven(names,name=>{const value=parsed[optionOf(
name)?.attributeName()??name];return Array.isArray(value)?value.filter(each=>typeof each=="string"):value===!0?["true"]:typeof value=="string"&&value!==""?[value]:
[]},(name,{text})=>{throw new Error(`commander let "${text}" through for ${name}`)})}function hopIdText(value){if(!isHopId(value))throw new InvalidArgumentError(
"Write the id of a planned hop, such as 1.0.2--1.1.4.");return value}function acceptedText(input,value){const accepted=input.read([value]);if(accepted.kind==="w\
rong")throw new InvalidArgumentError(`Write ${accepted.accepted}.`);return value}function terminalProgram(commands,typed,version){const program=new Parser("stag\
ed-upgrade").description("Climbs upgrade paths that must not skip versions: every hop is rehearsed on a restored copy of production, approved by a person, then \
promoted.").version(version).showHelpAfterError("--help lists the commands and options.").addHelpText("after",exitCodeHelp);for(const command of commands){const parser=program.
command(command.name).description(command.description),names=terminalInputs(command);for(const name of names){const option=optionOf(name);option!==void 0&&parser.
addOption(option)}command.showsSteps!==!0&&parser.option("--json","print the result as JSON",!1),parser.addHelpText("after",`
All commands: staged-upgrade --help`),parser.action(async parsed=>{await typed(command,givenFrom(names,parsed),parsed.json===!0)})}return program}var exitCodeHelp=`\

Exit codes: 0 passed or skipped, 1 failed, 2 a mistake in the configuration or the arguments, 3 waiting, 4 unknown, 5 refused, 70 a defect of Staged Upgrade, 12\
9, 130 and 143 stopped by a signal.`;const{appendFileSync,readdirSync,rmSync}=process.getBuiltinModule("node:fs"),{join}=process.getBuiltinModule("node:path");var keptLines=15,
keptFiles=100;function runLog({folder,run,now,written}){const path=join(folder,`${now.toISOString().replaceAll(/[:.]/g,"")}-${run}.log`);let state="unused",last=[];
const append=text=>{if(state!=="not writable")try{state==="unused"&&begin(folder),appendFileSync(path,`${written(text)}
`,{mode:384}),state="written"}catch{state="not writable"}};return{line:append,output:text=>{last=[...last,written(text)].slice(-keptLines),append(text)},lastWords:()=>{
const shown=last.map(line=>`  \u2502 ${line}
`).join(""),heading=last.length===0?"":`The last lines of what was started:
${shown}`;return state==="written"?`${heading}The whole log: ${path}
`:heading}}}function begin(folder){makeFolder(folder,448);const files=readdirSync(folder).filter(name=>name.endsWith(".log"));for(const name of files.toSorted().
slice(0,-keptFiles))rmSync(join(folder,name),{force:!0})}function showEnding(ending,parts,outJson){const{err,file}=parts;if(ending.kind!=="result"){ending.kind===
"defect"&&ending.stack!==void 0&&err(`${ending.stack}
`),err(messageText(ending.message)),ending.kind!=="user-error"&&!(ending.error instanceof LeftQuestion)&&err(file.lastWords()),outJson?.(endingJson(ending));return}
const{result}=ending;outJson!==void 0?outJson(jsonOf(result)):showResult(result,parts)}function showResult(result,{out,err,outEnd,errEnd,file}){const{outcome,headline,
message,text,reached}=result;if(text!==""&&out(`${text.trimEnd()}
`),message!==void 0){const[first="",...rest]=messageText(message).trimEnd().split(`
`),lines=[`${signOf(outcome)} ${outcome}: ${first}`,...rest.map(line=>`  ${line}`)];errEnd(outcome,`${lines.join(`
`)}
`)}else reached===void 0?out(`${headline}
`):reached==="stop"?outEnd("stop",`
${signOf("stop")} stopped as asked: ${headline}
`):outEnd("passed",`
${signOf("passed")} done: ${headline}
`);(outcome==="failed"||outcome==="unknown")&&err(file.lastWords())}function messageText({happened,means,next}){return`${[happened,means,next].filter(line=>line!==
"").join(`
`)}
`}function jsonOf({outcome,headline,message,outputs,json}){const ending={result:outcome,headline,...message===void 0?{}:{message}};return{...json??outputs,...ending}}
async function runCli(given){let exitCode=0;const secrets=masks(()=>{});for(const secret of proxySecrets(given.environment))secrets.add(secret);const pen=penWith(
secrets),written=given.environment.GITHUB_ACTIONS==="true"?pen.workflow:pen.text,parts={...given,file:runLog({folder:join2(stateFolder(given.environment),"logs"),
run:given.run.id,now:given.clock.now(),written:pen.text}),out:text=>given.out(wrapped(written(text),given.columns?.out())),err:text=>given.err(wrapped(written(text),
given.columns?.err())),outRaw:given.out,ink:{out:inkFor(given.environment,given.columns?.out()!==void 0),err:inkFor(given.environment,given.columns?.err()!==void 0)}},
effects=effectsOf(parts,secrets,pen),outJson=value=>given.out(`${pen.json(value,2)}
`),endingParts={...parts,outEnd:(end,text)=>given.out(withSignColour(parts.ink.out,end,wrapped(written(text),given.columns?.out()))),errEnd:(end,text)=>given.err(
withSignColour(parts.ink.err,end,wrapped(written(text),given.columns?.err())))},report=async(work,asJson=!1)=>{const ending=await endingOf(work,parts.stop);showEnding(
ending,endingParts,asJson?outJson:void 0),exitCode=ending.exitCode},program=terminalProgram(terminalCommands,(command,input,asJson)=>report(()=>command.invoke(input,
{effects,run:parts.run,terminal:terminalOf(parts,asJson)}),asJson),parts.version),output={writeOut:parts.out,writeErr:parts.err,outputError:(text,write)=>write(
shortened(text,longestMistake))};for(const command of[program,...program.commands])command.exitOverride().configureOutput(output);try{await program.parseAsync([
...parts.argv],{from:"user"})}catch(error){if(!(error instanceof CommanderError))throw error;return error.exitCode===0||error.code==="commander.help"?0:(parts.argv.
includes("--json")&&outJson(argumentsJson(error.message,exitCodeOf.userError)),exitCodeOf.userError)}return exitCode}var longestMistake=2e3;function effectsOf(parts,secrets,pen){
const{environment,clock,processes,witness,fetch,directory,stop,err}=parts,github=githubTime(fetch,clock,environment),log=terminalLog({write:err,now:()=>clock.now().
getTime(),interactive:parts.interactive,file:parts.file});return{clock,processes,expressions:expressionProgram(),...witness&&{witness},columns:()=>parts.columns?.
out(),fetch:github.fetch,githubReading:github.reading,directory,signal:stop.signal,log,variables:variablesFrom(environment,maskingVariables(secrets,log)),pen,mask:value=>secrets.
add(value),environment:Object.fromEntries(Object.entries(environment).filter(entry=>entry[1]!==void 0))}}function terminalOf(parts,asJson){const interactive=parts.
interactive&&!asJson,{signal}=parts.stop;return{interactive,write:parts.out,stage:(effects,gates)=>climbScreen({interactive,write:parts.out,writeRaw:parts.outRaw,
redact:effects.pen.text,now:()=>effects.clock.now().getTime(),file:parts.file,columns:()=>parts.columns?.out(),ink:parts.ink.out,approve:gateAt(gateMode(gates,parts),
effects.signal)}),...interactive?{ask:async message=>{const{default:input}=await import("./dist-RCSPJWAO.js");return await asked(signal,asking=>input({message},
asking))}}:{}}}function gateMode(gates,{interactive,run,out}){const{actor}=run;switch(gates.kind){case"approve-all":return{kind:"approve-all",actor,how:gates.how,
announce:out};case"ask":return interactive?{kind:"ask",actor}:{kind:"stop"};case"stop":return{kind:"stop"}}}const{randomUUID}=process.getBuiltinModule("node:cry\
pto"),{hostname,userInfo}=process.getBuiltinModule("node:os");function terminalRun(){return{kind:"terminal",id:randomUUID().slice(0,8),attempt:1,actor:`${userName()}\
@${hostname()}`}}function userName(){try{return userInfo().username}catch{return"someone"}}for(const stream of[process.stdin,process.stdout,process.stderr])stream.
on("error",error=>{if(error.code!=="EPIPE"&&error.code!=="EIO")throw error});var usualColumns=80;process.stdout.columns===0&&(process.stdout.columns=usualColumns);
var columnsOf=stream=>stream.isTTY===!0?stream.columns||usualColumns:void 0;process.exitCode=await runCli({argv:process.argv.slice(2),version:packageVersion,environment:process.
env,directory:process.cwd(),interactive:process.stdin.isTTY===!0&&process.stdout.isTTY===!0,columns:{out:()=>columnsOf(process.stdout),err:()=>columnsOf(process.
stderr)},clock:systemClock,processes:systemProcesses,witness:systemWitness(process.env),fetch:httpFetch(process.env),stop:stopOnSignals(process,signal=>process.
stderr.write(`
Stopping (${signal}): what is running is ended, and recorded.
`)),run:terminalRun(),out:text=>process.stdout.write(text),err:text=>process.stderr.write(text)});
