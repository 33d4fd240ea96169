const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{projectVariable}from"./project.js";
import{jsonOf,openEngine}from"./chunk-74TFCSZJ.js";import{readTextFile}from"./start.js";import{a}from"./project.js";import{looseObject,string}from"./start.js";import{
SystemFailure}from"./start.js";const{mkdtemp,rm,writeFile}=process.getBuiltinModule("node:fs/promises"),{tmpdir}=process.getBuiltinModule("node:os"),{join}=process.
getBuiltinModule("node:path");var named=looseObject({name:string()});function engineForName(settings,context,signal){const name=settings.env[projectVariable],env=name===
void 0?{}:{[projectVariable]:name};return openEngine({...settings,env},context,{environment:{},signal})}async function projectName(settings,context,{engine,files,
signal}){const made=settings.project!==void 0||settings.env[projectVariable]!==void 0?void 0:await nameWithVariables(files);if(made===void 0)return await nameIn(
engine,[...files,"--profile=*","config","--no-interpolate"],context.where);const env=Object.fromEntries(Object.entries(settings.env).filter(([name])=>made.variables.
includes(name))),folder=await mkdtemp(join(tmpdir(),"staged-upgrade-name-"));try{const file=join(folder,"compose.yml");await writeFile(file,JSON.stringify({name:made.
name,services:{none:{image:"none"}}}));const filled=openEngine({...settings,env},context,{environment:{},signal});return await nameIn(filled,[...withoutFiles(files),
"--file",file,"config"],context.where)}finally{await rm(folder,{recursive:!0,force:!0})}}async function nameWithVariables(args){const paths=args.filter((_,index)=>args[index-
1]==="--file"),name=(await Promise.all(paths.map(path=>readTextFile(path).catch(()=>"")))).flatMap(text=>named.safeParse(a(text).toJS()).data?.name??[]).at(-1);
if(!(name===void 0||!name.includes("$")))return{name,variables:[...name.matchAll(/\$\{?(\w+)/g)].flatMap(([,variable])=>variable??[])}}function withoutFiles(args){
return args.filter((each,index)=>each!=="--file"&&args[index-1]!=="--file")}async function nameIn(engine,args,where){const result=await engine.docker([...args,"\
--format=json"]),read=named.safeParse(jsonOf(result));if(read.success)return read.data.name;throw new SystemFailure({happened:`Docker Compose did not say the na\
me of the project of ${where}${result.exitCode===0?"":engine.lastWords(result)}.`,means:"It could not be determined whose containers these are. Nothing was chan\
ged.",next:`Correct the Compose file, or write the name as ${where}.project. Then run the step again.`})}export{engineForName,projectName};
