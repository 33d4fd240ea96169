const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{flowScalar,indent,
scalar}from"./chunk-TRZBEAAJ.js";import{initInputs,inputs}from"./start.js";import{fillIn,optionsOf,tagsOf}from"./project.js";import{backupStoreInit,dataStoreInit,
isRecipientForm,journalStoreInit}from"./project.js";import{nearest}from"./start.js";import{deployerInit,publishedPlaces,releaseSource}from"./project.js";import{
slug}from"./project.js";import{UserError}from"./start.js";var hidden=/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;function refuseHidden(name,value){
const found=hidden.exec(value)?.[0];if(found===void 0)return;const isBreak=/[\n\r\u2028\u2029\u0085]/.test(found),code=found.codePointAt(0)?.toString(16).toUpperCase().
padStart(4,"0");throw new UserError({happened:`${name} has ${isBreak?"a line break":`the control character U+${code}`} in it: ${shown(value)}.`,means:"It would \
add something to the files that no review shows. Nothing was written.",next:"Write the value again, on one line."})}function shown(value){const escaped=text=>`\\\
u${text.charCodeAt(0).toString(16).padStart(4,"0")}`;return JSON.stringify(value).replaceAll(new RegExp(hidden,"gu"),escaped)}function refuseHiddenFlags(options){
for(const name of initInputs){const[flag=""]=inputs[name].option?.flags.split(" ")??[],value=options[name];for(const text of Array.isArray(value)?value:[value])
typeof text=="string"&&refuseHidden(flag,text)}}function refuseExpressions(name,labels){const label=labels.find(each=>each.includes("${"));if(label!==void 0)throw new UserError(
{happened:`${name} has an expression as a label: "${label}".`,means:"It would be evaluated for each run, so the workflow would not say which machine gets the cr\
edentials. Nothing was written.",next:`Write the label itself, such as ${name} self-hosted,production.`})}function mistakenFlag(flag,value,why){return new UserError(
{happened:`${flag} is "${value}".`,means:"Nothing was written.",next:why})}var systemName=answer=>slug.safeParse(answer).success?void 0:"A name has lowercase le\
tters, digits and single hyphens, and at most 63 characters: patient-records.",address=answer=>{const form="Write the whole address, such as https://records.exa\
mple.com, or a variable that holds it: ${PRODUCTION_URL}.";if(answer.endsWith("/"))return`It ends with a slash, and paths are appended to it. ${form}`;if(/^\$\{[A-Za-z_]\w*\}/.
test(answer))return;if(!/^https?:\/\/[^/\s]/i.test(answer))return`It does not begin with http:// or https://. ${form}`;const filled2=answer.replaceAll(/\$\{[A-Za-z_]\w*\}/g,
"1");return URL.canParse(filled2)?void 0:`It is not an address. ${form}`};function stagingAddress(production){return answer=>address(answer)??(answer===production?
"That is the address of production, and rehearsals overwrite staging. Write the address of a second server.":void 0)}var requestPath=answer=>/^\/\S*$/.test(answer)?
void 0:'A path begins with "/" and has no spaces; it is appended to the address of the server: /health.',jsonPlace=answer=>/^[^\s.$[\]]+(\.[^\s.$[\]]+)*$/.test(
answer)?void 0:"Write keys of the JSON response with dots between them, and numbers for places in a list: version, data.version or nodes.0.version.";async function chooseKind(family,options,proposed,questions){
const kind=kindOfFlags(family,options,proposed?.kind)??named(family,await nameWithoutFlag(family,proposed,questions)),ownProposal=proposed?.kind===kind.name?proposed.
settings:{},asks=proposed===void 0?questions:void 0,settings={...ownProposal};for(const[key,setting]of Object.entries(kind.settings)){const value=flagOf(setting,
family,options)??(key in ownProposal?void 0:await asked(setting,asks));value!==void 0&&(settings[key]=value)}return{kind,settings}}async function nameWithoutFlag({
kinds,question,usual},proposed,questions){if(proposed!==void 0)return proposed.kind;if(questions===void 0||kinds.length===1)return usual;const titles=Object.fromEntries(
kinds.map(({name,title})=>[name,`${name}: ${title}`]));return await questions.choose(question,Object.keys(titles),usual,titles)}function kindOfFlags(family,options,proposed){
const{kinds,input,usual}=family,given=options[input],byName=kinds.find(({name})=>name===given);if(byName!==void 0)return byName;const bySetting=kinds.filter(({settings})=>Object.
values(settings).some(setting=>flagOf(setting,family,options)!==void 0));if(given!==void 0&&!bySetting.some(kind=>inputsOf(kind).includes(input)))throw unknownKind(
family,given);return bySetting.find(({name})=>name===(proposed??usual))??bySetting[0]}function inputsOf({settings}){return Object.values(settings).map(({input})=>input)}
function flagOf(setting,{kinds},options){if(setting.input===void 0)return;const given=new Map(Object.entries(options)).get(setting.input);if(!(typeof given!="st\
ring"||kinds.some(({name})=>name===given)))return Array.isArray(setting.usual)?words(setting.input,given):given}async function asked({question,usual},questions){
if(question===void 0||questions===void 0||typeof usual!="string")return;const answer=await questions.text(question,usual);return refuseHidden(`The answer to "${question}\
"`,answer),answer}function words(input,text){const[program,...rest]=text.split(/\s+/).filter(word=>word!=="");if(program!==void 0)return[program,...rest];const flag=flagName(
input);throw new UserError({happened:`${flag} is empty.`,means:"Nothing was written.",next:`Give it a program and its arguments: ${flag} "./deploy.sh {environme\
nt} {version}".`})}function named(family,name){const found=family.kinds.find(kind=>kind.name===name);if(found===void 0)throw unknownKind(family,name);return found}
function unknownKind({kinds,input},name){const names=kinds.map(kind=>kind.name),meant=nearest(name,names),advice=meant===void 0?"":`Did you mean "${meant}"? `;return mistakenFlag(
flagName(input),name,`${advice}It must be ${names.join(" or ")}.`)}function flagName(input){return inputs[input].option?.flags.split(" ")[0]??input}var initFamilies={
data:{kinds:dataStoreInit,usual:"postgres",question:"What keeps its data?",input:"database"},deploy:{kinds:deployerInit,usual:"command",question:"How is a relea\
se put in place?",input:"deployer"},store:{kinds:backupStoreInit,usual:"folder",question:"Where are backups kept?",input:"store"},journal:{kinds:journalStoreInit,
usual:"git",question:"Where is the journal kept, the record of what was done?",input:"journal"}},places=new Map(publishedPlaces.map(place=>[place.word,place])),
forms=publishedPlaces.map(formOf),releasesForm=`${forms.slice(0,-1).join(", ")} or ${forms.at(-1)}`,sourceExamples=publishedPlaces.map(place=>`{ ${lineOf(place,
place.example)} }`);function formOf({word,example}){return`${word}:${example}`}var releasesPlace=answer=>{const[kind="",name]=split(answer),place=places.get(kind);
if(place===void 0||name===void 0){const meant=nearest(kind,[...places.keys()]);return`${meant===void 0?"":`Did you mean "${meant}:"? `}Write where it is publish\
ed and its name there: ${releasesForm}. Other places can be added to the configuration later.`}return place.name.test(name)?void 0:`"${name}" is not a name ther\
e. Write it as ${formOf(place)}.`};function renderedSource(answer){const[kind="",name=""]=split(answer),place=places.get(kind);if(place!==void 0)return{scheme:place.
scheme,line:lineOf(place,name)}}function lineOf({keys:[source,setting]},name){return`${source}: { ${setting}: ${flowScalar(name)} }`}function split(answer){const at=answer.
indexOf(":");return at<0?[answer]:[answer.slice(0,at),answer.slice(at+1)]}var lineUnits=["major","minor","none"];function renderOwnProduct(own){const source=own.
releases===void 0?void 0:renderedSource(own.releases),missing2=what=>JSON.stringify(`${fillIn}: ${what}`);return["# What is known about the product. Every key, \
with what else a product may say (migrations that can be deferred,",'# parts beside the release, stages instead of versions): docs/configuration.md, "product".',
"product:",...indent(2,[`name: ${own.name}`,`title: ${scalar(own.title)}`,"# How its versions are read: semver (1.2.3), pep440 (Python) or numbers (any dotted n\
umbers).",`versions: { scheme: ${source?.scheme??"semver"} }`,`# Where its releases are published, such as ${sourceExamples.slice(0,2).join(" or ")}.`,`# All ki\
nds of sources: ${sourceKinds().join(", ")}.`,`releases: ${source===void 0?`{ list: [${missing2("where its releases are published, in place of this list")}] }`:
`{ ${source.line} }`}`,...pathRules(own.line),"probes:","  # Is it serving? Also: expect: { json: { status: ok } }, contains: a text, or a command.",`  health: \
{ http: { path: ${own.healthPath===void 0?missing2("the path that answers 200 when the server is healthy, such as /health"):quotedPath(own.healthPath)} } }`,"  \
# Which release answers? Instead of value (JSON): header, pattern (text), or a command. If releases report it in","  # different places: value: [data.version, d\
ata.server.version]; the first one present counts.","  version:","    http:",`      path: ${own.versionPath===void 0?missing2("the path whose response has the v\
ersion, such as /version"):quotedPath(own.versionPath)}`,`      value: ${own.versionValue===void 0?missing2("where the version is in the JSON response, such as \
data.version"):scalar(own.versionValue)}`,"# What every installation must be able to do after a hop. Add what users would miss first: a login, a search, a recor\
d.","smoke:",`  - { name: it is healthy, http: { path: ${own.healthPath===void 0?missing2("the same path as for health"):quotedPath(own.healthPath)} } }`])]}function sourceKinds(){
const kinds=tagsOf(optionsOf(releaseSource));if(kinds===void 0)throw new Error("no key distinguishes the kinds of release sources");return[...kinds.keys()]}function pathRules(line){
const about="# Which releases must not be skipped, and why, according to the vendor. Every rule, with an example: docs/path-rules.md.";if(line==="none")return[about,
"path: []"];const reason=`It is not known that a ${line} may be skipped, so none is. Write here what the vendor says.`;return[about,"path:",`  - no-line-skipped\
: { line: ${line}, land: newest, reason: ${JSON.stringify(reason)} }`]}function quotedPath(path){return/[{}[\],]/.test(path)?JSON.stringify(path):scalar(path)}var ownProduct="\
own",ownProductChoice="a product of my own";async function ownProductFrom(options,questions,ask){const optional=async(flag,given,message,proposed,check)=>given===
void 0&&questions===void 0?void 0:await ask({flag,given,usual:proposed===""?void 0:proposed,message,check}),title=await ask({flag:"--title",given:options.title,
message:"What is the product called?"}),releases=await optional("--published",options.published,`Where are its releases published? (${releasesForm})`,"",releasesPlace),
line=await lineFrom(options.line,questions),healthPath=await optional("--health-path",options.healthPath,"Which path answers 200 when the server is healthy?","/\
health",requestPath),versionPath=await optional("--version-path",options.versionPath,"Which path returns its version, as JSON?","/version",requestPath),versionValue=await optional(
"--version-value",options.versionValue,"Where in that response is the version?","version",jsonPlace);return{name:nameFrom(title),title,releases,line,healthPath,
versionPath,versionValue}}async function lineFrom(given,questions){if(given===void 0)return await questions?.choose("Which release lines must not be skipped?",lineUnits,
"minor")??"minor";const known=lineUnits.find(unit=>unit===given);if(known!==void 0)return known;const meant=nearest(given,lineUnits);throw mistakenFlag("--line",
given,`${meant===void 0?"":`Did you mean "${meant}"? `}It must be ${lineUnits.slice(0,-1).join(", ")} or ${lineUnits.at(-1)}.`)}function nameFrom(title){const name=title.
normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]+/g,"-").replaceAll(/^-+|-+$/g,"").slice(0,63).replace(/-+$/,"");return name===""?"own":name}async function answersFrom(options,products,questions){
const absent=[],ask=async({flag,given,usual,message,check})=>{const value=given?.trim()??await questions?.text(message,usual??"",check)??usual;if(value===void 0)
return absent.push(flag),"";refuseHidden(flag,value);const reason=check?.(value);if(reason!==void 0)throw mistakenFlag(flag,value,reason);return value},product=options.
product??await chosenProduct(products,questions);if(product===void 0)throw missing(["--product"],products.names);const definition=products.find(product),isOwn=product===
ownProduct&&definition===void 0;if(definition===void 0&&!isOwn)throw unknownProduct(product,products.names);const own=isOwn?await ownProductFrom(options,questions,
ask):void 0,proposal=products.proposal(product),system=await ask({flag:"--system",given:options.system,usual:proposal.system,message:"A name for your installati\
on (lowercase letters, digits and hyphens)",check:systemName}),productionUrl=await ask({flag:"--production-url",given:options.productionUrl,usual:proposal["prod\
uction-url"],message:"Where does production answer? (URL)",check:address}),stagingUrl=await ask({flag:"--staging-url",given:options.stagingUrl,usual:proposal["s\
taging-url"],message:"Where does staging answer? (URL)",check:stagingAddress(productionUrl)});if(absent.length>0)throw missing(absent,products.names);const choose=name=>chooseKind(
initFamilies[name],options,proposal.kinds[name],questions);return{prefix:proposal.prefix,product,...own===void 0?{}:{own},system,productionUrl,stagingUrl,data:await choose(
"data"),deploy:await choose("deploy"),store:await choose("store"),encryptFor:recipientsFrom(options.encryptFor??[]),journal:await choose("journal"),scrub:options.
scrub===void 0?proposal.scrub:{run:words("scrub",options.scrub)},windows:proposal.windows,access:Object.keys(definition?.access??{}).map(name=>({name,source:proposal.
access[name]}))}}function recipientsFrom(given){for(const text of given){if(text.includes("${")||isRecipientForm(text))continue;const shown2=/^AGE-SECRET-KEY-/i.
test(text)?"AGE-SECRET-KEY-\u2026":text;throw mistakenFlag("--encrypt-for",shown2,'This is not an age public key. Write the whole key that "age-keygen" printed:\
 it starts with age1.')}return given}async function chosenProduct({names},questions){const chosen=await questions?.choose("Which product?",[...names,ownProductChoice],
names[0]??ownProductChoice);return chosen===ownProductChoice?ownProduct:chosen}function unknownProduct(name,names){const meant=nearest(name,names);return new UserError(
{happened:`There is no product "${name}".`,means:"Nothing was written.",next:`${meant===void 0?"":`Did you mean "${meant}"? `}There are: ${names.join(", ")}. Fo\
r a product of your own: --product ${ownProduct}.`})}function missing(flags,names){return new UserError({happened:`${flags.join(", ")} ${flags.length===1?"is":"\
are"} missing, and there is no terminal to ask at.`,means:"Nothing was written.",next:`Give ${flags.length===1?"it":"them"} as flags. Products: ${[...names,ownProduct].
join(", ")}. All flags: staged-upgrade init --help.`})}function flow(chosen,names){const settings=valuesOf(chosen,names,{}).map(([key,value])=>`${key}: ${flowValue(
value)}`);return`{ ${chosen.kind.name}: ${settings.length===0?"{}":`{ ${settings.join(", ")} }`} }`}function block(chosen,names,dataVariables){const{kind}=chosen,
lines=valuesOf(chosen,names,dataVariables).flatMap(([key,value])=>{const comment=kind.settings[key]?.comment;return[...comment===void 0?[]:[`# ${comment}`],...blockValue(
key,value)]});return lines.length===0?[`${kind.name}: {}`]:[`${kind.name}:`,...indent(2,lines)]}function scriptVariables(chosen,names){const named2=valuesOf(chosen,
names,{}).flatMap(([key,value])=>{const name=chosen.kind.settings[key]?.scriptVariable;return name===void 0||typeof value!="string"?[]:[[name,value]]});return Object.
fromEntries(named2)}function flowMapping(mapping){const members=Object.entries(mapping).map(([name,value])=>`${name}: ${flowValue(value)}`);return members.length===
0?"{}":`{ ${members.join(", ")} }`}function argv(list){return`[${list.map(flowScalar).join(", ")}]`}function valuesOf({kind,settings},names,dataVariables){const usual=Object.
entries(kind.settings).map(([key,setting])=>[key,typeof setting.usual=="function"?setting.usual(dataVariables):setting.usual]),all={...Object.fromEntries(usual),
...settings};return Object.entries(all).flatMap(([key,value])=>value===null?[]:[[key,filled(value,names)]])}function filled(value,names){const fill=text=>{const prefixed=text.
replaceAll("{PREFIX}",names.prefix);return names.side===void 0?prefixed:prefixed.replaceAll("{SIDE}",names.side)};return typeof value=="string"?fill(value):typeof value==
"boolean"?value:isList(value)?value.map(each=>filled(each,names)):Object.fromEntries(Object.entries(value).map(([name,each])=>[name,filled(each,names)]))}function flowValue(value){
if(typeof value=="string")return JSON.stringify(value);if(typeof value=="boolean")return String(value);if(!isList(value))return flowMapping(value);const texts=value.
filter(each=>typeof each=="string");return texts.length===value.length?argv(texts):`[${value.map(flowValue).join(", ")}]`}function blockValue(key,value){return isList(
value)&&value.some(each=>typeof each=="object")?[`${key}:`,...indent(2,value.flatMap(memberLines))]:typeof value!="object"||isList(value)||Object.keys(value).length===
0?[`${key}: ${flowValue(value)}`]:[`${key}:`,...indent(2,Object.entries(value).map(([name,each])=>`${name}: ${flowValue(each)}`))]}function memberLines(member){
return typeof member!="object"||isList(member)?[`- ${flowValue(member)}`]:Object.entries(member).map(([name,each])=>`${name}: ${flowValue(each)}`).map((line,index)=>`${index===
0?"-":" "} ${line}`)}function isList(value){return Array.isArray(value)}function renderConfiguration(answers){const{system,product,own,prefix}=answers;return`${[
"# What Staged Upgrade knows about this system. Every key: docs/configuration.md of the project.","# ${NAME} is an environment variable of the job: secrets stay\
 in the environments of this repository.",`system: ${scalar(system)}`,...own===void 0?[`product: ${scalar(product)}`]:renderOwnProduct(own),"environments:","  p\
roduction:",...indent(4,environment(answers,"production")),"  staging:","    # Everything here may be replaced: each rehearsal restores a copy of production ove\
r it.","    disposable: true",...indent(4,environment(answers,"staging")),...indent(4,scrub(answers)),`# ${capital(answers.store.kind.title)}.`,...backup(flow(answers.
store,{prefix}),answers.encryptFor),`journal: { store: ${flow(answers.journal,{prefix})} }`,...windows(answers.windows),"# Who lets a hop continue: the reviewer\
s of a GitHub environment (environment), a code that a person types (dispatch), or nobody (none).","gates: { production: environment, finalize: environment }"].
join(`
`)}
`}function windows(proposed){if(proposed===void 0)return[];const{"time-zone":zone,from,to}=proposed;return["# When production may be changed: write your own tim\
es.",`windows: { time-zone: ${zone}, open: [{ from: "${from}", to: "${to}" }] }`]}function backup(store,recipients){return recipients.length===0?[`backup: { sto\
re: ${store} }`]:["backup:",`  store: ${store}`,"  # Public keys. The identity is the secret key of one of them: only jobs that restore get it.",`  encryption: \
{ age: { recipients: ${argv(recipients)}, identity: "\${BACKUP_IDENTITY}" } }`]}function environment(answers,side){const{access,prefix}=answers,url=side==="prod\
uction"?answers.productionUrl:answers.stagingUrl,names=namesOf(answers,side);return[`url: ${url.includes("${")?JSON.stringify(url):scalar(url)}`,...access.length===
0?[]:["access:"],...indent(2,access.flatMap(one=>credential(one,side,prefix))),`data: ${flow(answers.data,names)}`,"deploy:",...indent(2,block(answers.deploy,names,
scriptVariables(answers.data,names)))]}function credential({name,source},side,prefix){if(source===void 0)return[`${name}: "\${${prefix}${upper(`${side}_${name}`)}\
}"`];const named2=text=>text.replaceAll("{PREFIX}",prefix).replaceAll("{SIDE}",upper(side)),written=value=>typeof value=="string"?JSON.stringify(named2(value)):
flowMapping(Object.fromEntries(Object.entries(value).map(([key,text])=>[key,named2(text)]))),lines=Object.entries(source).flatMap(([kind,settings])=>[`${kind}:`,
...indent(2,Object.entries(settings).map(([key,value])=>`${key}: ${written(value)}`))]);return[`${name}:`,...indent(2,lines)]}function scrub(answers){const hook=answers.
scrub,env="run"in hook?hook.env??scriptVariables(answers.data,namesOf(answers,"staging")):{};return["hooks:","  # Before the server first starts on a copy of li\
ve data: it must not send mail to the people in it.","run"in hook?`  scrub: { run: ${argv(hook.run)}, env: ${flowMapping(env)} }`:`  scrub: { waive: ${JSON.stringify(
hook.waive)} }`]}function namesOf({prefix},side){return{prefix,side:upper(side)}}function capital(text){return text.slice(0,1).toUpperCase()+text.slice(1)}function upper(name){
return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g,"_")}export{answersFrom,initFamilies,refuseExpressions,refuseHidden,refuseHiddenFlags,renderConfiguration};
