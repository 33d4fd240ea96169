const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{parseAddress,
withSession}from"./chunk-K5BC7WN7.js";import"./chunk-IEOO2HUM.js";import{unknown}from"./chunk-E4OFWAZR.js";import{array,number,object,string}from"./start.js";import{
SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";var migration=object({version:object({major:number(),minor:number(),patch:number()})});function highest(documents){
return documents.flatMap(document=>{const read=migration.safeParse(document);if(!read.success)return[];const{major,minor,patch}=read.data.version;return[`${major}\
.${minor}.${patch}`]}).toSorted(compareVersions).at(-1)}function compareVersions(one,other){const[numbers,others]=[one,other].map(version=>version.split(".").map(
Number));for(const[index,number2]of(numbers??[]).entries()){const difference=number2-(others?.[index]??0);if(difference!==0)return difference}return 0}async function readMigrations(settings,context,{
signal,release}){const answering=await release??unknown("it is not known which release answers");if(answering.kind==="unknown")return answering;const expected=settings.
expected.find(({releases})=>releases.some(one=>fits(one,answering.value)));try{if(expected!==void 0)return judge(expected.databases,await found(settings,Object.
keys(expected.databases),context,signal),answering.value);const known=[...new Set(settings.expected.flatMap(({databases})=>Object.keys(databases)))],versions=await found(
settings,known,context,signal);return{kind:"done",assumed:!0,...versions.size===0?{}:{applied:appliedIn(versions,known)}}}catch(error){if(context.effects.signal.
throwIfAborted(),signal?.throwIfAborted(),error instanceof SystemFailure)return unknown(error.detail.happened.replace(/\.$/,""));throw error}}function fits(pattern,release){
return pattern.endsWith("*")?release.startsWith(pattern.slice(0,-1)):release===pattern}var names=object({databases:array(object({name:string()}))});async function found({
url,collection,timeout},databases,{effects,where,placeholders},signal){const filled=effects.variables.fill(url,`${where}.url`,placeholders),address=parseAddress(
{url:filled,password:void 0,where:`${where}.url`}),ends=AbortSignal.any([AbortSignal.timeout(timeout),effects.signal,...signal===void 0?[]:[signal]]);return await withSession(
address,ends,async session=>{const own=names.parse(await session.command("admin",{listDatabases:1,nameOnly:!0})).databases.map(({name})=>name).filter(name=>databases.
some(database=>name===database||name.startsWith(`${database}-`))),versions=new Map;for(const name of own.sort())versions.set(name,highest(await session.all(name,
{find:collection})));return versions})}function appliedIn(versions,databases){const serviceOf=name=>databases.find(database=>name.startsWith(`${database}-`));return[
...versions].filter(([name,version])=>{const service=databases.includes(name)?void 0:serviceOf(name);return service===void 0||versions.get(service)!==version}).
map(([name,version])=>`${name} ${version??"none"}`).join(", ")}function judge(expected,versions,release){const applied=appliedIn(versions,Object.keys(expected));
for(const[database,wanted]of Object.entries(expected))for(const name of[database,...[...versions.keys()].filter(each=>each.startsWith(`${database}-`))]){const version=versions.
get(name);if(version===void 0)return{kind:"running",current:`of the database "${name}" to ${wanted}`,applied};const order=compareVersions(version,wanted);if(order<
0)return{kind:"running",current:`of the database "${name}" from ${version} to ${wanted}`,applied};if(order>0){const error=`the database "${name}" is at ${version}\
, but ${release} knows nothing after ${wanted}`;return{kind:"failed",current:`of the database "${name}"`,error,isNewer:!0,applied}}}return{kind:"done",applied}}export{readMigrations};
