const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{openProject}from"./start.js";
import{climbPath}from"./chunk-ZB2N32WE.js";import"./steps.js";import{answersFrom,renderConfiguration}from"./chunk-SJHSWG6Y.js";import"./chunk-TRZBEAAJ.js";import"./start.js";
import"./steps.js";import{markStaging_DNMW35G5 as markStaging}from"./steps.js";import{planToDo}from"./steps.js";import{planHops}from"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import{deploy}from"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./start.js";
import"./start.js";import"./terminal.js";import{shippedProducts}from"./project.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./steps.js";import"./start.js";
import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./project.js";import"./start.js";import{endOfRun}from"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";import"./steps.js";import"./steps.js";
import"./terminal.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./steps.js";import"./project.js";import"./project.js";import{silentLog}from"./project.js";
import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import{childEnvironment}from"./project.js";import"./start.js";import{variablesFrom}from"./start.js";
import"./terminal.js";import"./chunk-HJACYWYZ.js";import"./start.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";
const{cp,mkdir,mkdtemp,realpath,rm,writeFile}=process.getBuiltinModule("node:fs/promises"),{createServer}=process.getBuiltinModule("node:net"),{tmpdir}=process.
getBuiltinModule("node:os"),{delimiter,dirname,join}=process.getBuiltinModule("node:path"),{fileURLToPath}=process.getBuiltinModule("node:url");var embeddedSample=fileURLToPath(
new URL("../examples/sample",packageRoot()));function packageRoot(){return import.meta.url.includes("/src/products/sample/")?new URL("../../",import.meta.url).href:
new URL("./",import.meta.url).href}var first="1.0.2";async function runDemo(parts,{target="newest",keep}){const out=parts.terminal.write,folder=await realpath(await mkdtemp(
join(tmpdir(),"staged-upgrade-demo-"))),repository=join(folder,"repository");for(const name of["repository","production","staging"])await mkdir(join(folder,name));
await cp(embeddedSample,repository,{recursive:!0,filter:source=>!source.endsWith(".github")}),await writeFile(join(repository,"staged-upgrade.yml"),await demoConfiguration());
const effects=await demoEffects(parts.effects,folder,repository),server=(side,...action)=>runSample(effects,side,["deploy.mjs",...action]);try{out(`A server for\
 production on ${first}, with its own records, in ${folder}

`),await server("PRODUCTION","start",first),await runSample(effects,"PRODUCTION",["seed.mjs"]);const project=await openProject("staged-upgrade.yml",effects,parts.
run),result=await climbSample(project,parts,target);if(result.summary==="")return endedByAnswer(result);if(keep!==!0)return out(`The demo leaves nothing behind.\
 With --keep, its servers, backups, journal and report stay.
`),result;const report=join(folder,"report.md");return await writeFile(report,effects.pen.markdown(result.summary)),out(`The report: ${report}
`),result}finally{await server("PRODUCTION","stop"),await server("STAGING","stop"),keep!==!0&&await rm(folder,{recursive:!0,force:!0})}}function endedByAnswer(result){
if(result.outcome!=="waiting"||result.message===void 0)return result;const message={happened:`The demo ends here: ${result.message.happened}`,means:`${result.message.
means} Its servers are stopped.`,next:"Start it again with the same command. It starts over."};return{...result,headline:message.happened,message}}async function climbSample(project,{
terminal},target){const out=terminal.write,manual=(await planHops(project,{target})).hops.flatMap(hop=>hop.manual);announceManual(manual,out);const acknowledge=manual.
map(step=>step.id);await markSample(project,out),await showRefusal(project,{target,acknowledge},out);const gates=terminal.interactive?{kind:"ask"}:{kind:"approv\
e-all",how:"no terminal is attached to ask at"};return await endOfRun(project,()=>climbPath(project,{target,acknowledge},terminal.stage(project.effects,gates)))}
async function markSample(project,out){const confirm=join(project.effects.environment.SAMPLE_STAGING_STATE??"","records.sqlite"),result=await markStaging(project,
{confirm});if(result.message!==void 0)throw new SystemFailure(result.message);out(`Once, for staging: staged-upgrade mark-disposable --confirm ${confirm}
  ${result.headline}

`)}function announceManual(manual,out){for(const step of manual)out(`By hand, before its hop: ${step.text} (In this demo it counts as done: --acknowledge ${step.
id})

`)}async function showRefusal(project,asked,out){const hop=(await planToDo(project,asked)).hops.at(0);if(hop===void 0)return;const quiet={...project,effects:{...project.
effects,log:silentLog}},result=await deploy.run(quiet,{environment:"production",release:"to",hop});out(`First, something that is not allowed: deploying ${hop.to}\
 on production at once.
`),out(`  ${result.outcome}: ${result.message?.happened??result.headline}
  ${result.message?.means??""}

`)}async function demoConfiguration(){return renderConfiguration(await answersFrom({product:"sample",journal:"${SAMPLE_JOURNAL}"},shippedProducts,void 0))}async function demoEffects(effects,folder,repository){
const[production,staging]=await freePorts(),own={SAMPLE_PRODUCTION_STATE:join(folder,"production"),SAMPLE_PRODUCTION_PORT:String(production),SAMPLE_PRODUCTION_ADMIN_TOKEN:"\
a-token-of-production",SAMPLE_STAGING_STATE:join(folder,"staging"),SAMPLE_STAGING_PORT:String(staging),SAMPLE_STAGING_ADMIN_TOKEN:"a-token-of-staging",SAMPLE_BACKUPS:join(
folder,"backups"),SAMPLE_JOURNAL:join(folder,"journal")},PATH=[dirname(process.execPath),effects.environment.PATH??""].join(delimiter),environment={...effects.environment,
...own,PATH};return{...effects,directory:repository,environment,variables:variablesFrom(environment,()=>{})}}async function runSample(effects,side,script){const settings=Object.
entries({STATE:"STATE",PORT:"PORT",TOKEN:"ADMIN_TOKEN"}).map(([name,kept])=>[`SAMPLE_${name}`,effects.environment[`SAMPLE_${side}_${kept}`]??""]),result=await effects.
processes.run({argv:[process.execPath,...script],directory:effects.directory,environment:{...childEnvironment(effects),...Object.fromEntries(settings)}});if(result.
exitCode!==0)throw new Error(`${script.join(" ")} of the sample failed: ${result.stderr}`)}async function freePorts(){const servers=[createServer(),createServer()],
ports=await Promise.all(servers.map(server=>listeningPort(server)));for(const server of servers)server.close();return[ports[0]??0,ports[1]??0]}function listeningPort(server){
return new Promise((resolve,reject)=>{server.once("error",reject),server.listen(0,"127.0.0.1",()=>{const address=server.address();resolve(typeof address=="objec\
t"&&address!==null?address.port:0)})})}export{endedByAnswer,runDemo};
