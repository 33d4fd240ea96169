const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);var aboutBadBackup="\
Put its files back as they were written, from a copy or from older versions, or use another backup. Check the disk or bucket that holds it.";import{SystemFailure,
UserError}from"./start.js";const{createCipheriv,createDecipheriv,hkdfSync,randomBytes}=process.getBuiltinModule("node:crypto");var chunkBytes=64*1024,tagBytes=16,
nonceBytes=16,algorithm="chacha20-poly1305";async function*encryptPayload(fileKey,plain3){const nonce=randomBytes(nonceBytes),key3=payloadKey(fileKey,nonce);yield nonce;
for await(const{number:number6,bytes:bytes3,isLast}of chunksOf(plain3,chunkBytes)){const cipher=createCipheriv(algorithm,key3,chunkNonce(number6,isLast),{authTagLength:tagBytes});
yield Buffer.concat([cipher.update(bytes3),cipher.final(),cipher.getAuthTag()])}}async function*decryptPayload(fileKey,sealed){const source2=new SealedBytes(sealed),
key3=payloadKey(fileKey,await source2.take(nonceBytes));for await(const{number:number6,bytes:bytes3,isLast}of chunksOf(source2.rest(),chunkBytes+tagBytes)){const end=bytes3.
byteLength-tagBytes;if(end<0||end===0&&number6>0)throw new PayloadDamage("it is cut short");const decipher=createDecipheriv(algorithm,key3,chunkNonce(number6,isLast),
{authTagLength:tagBytes});decipher.setAuthTag(bytes3.subarray(end));const plain3=decipher.update(bytes3.subarray(0,end));try{decipher.final()}catch(cause){throw new PayloadDamage(
"part of it was changed, or it is truncated",{cause})}yield plain3}}var PayloadDamage=class extends Error{name="PayloadDamage"};function payloadKey(fileKey,nonce){
return new Uint8Array(hkdfSync("sha256",fileKey,nonce,"payload",32))}function chunkNonce(number6,isLast){const nonce=Buffer.alloc(12);return nonce.writeUIntBE(number6,
5,6),nonce[11]=isLast?1:0,nonce}async function*chunksOf(source2,size){let waiting2=Buffer.alloc(0),number6=0;for await(const piece of source2){waiting2=waiting2.
byteLength===0?Buffer.from(piece):Buffer.concat([waiting2,piece]);let from2=0;for(;waiting2.byteLength-from2>size;from2+=size)yield{number:number6++,bytes:waiting2.
subarray(from2,from2+size),isLast:!1};waiting2=waiting2.subarray(from2)}yield{number:number6,bytes:waiting2,isLast:!0}}var SealedBytes=class{#pieces;#kept=Buffer.
alloc(0);constructor(stream){this.#pieces=stream[Symbol.asyncIterator]()}async take(count2){for(;this.#kept.byteLength<count2;)if(!await this.#more())throw new PayloadDamage(
"it is cut short");const taken3=this.#kept.subarray(0,count2);return this.#kept=this.#kept.subarray(count2),taken3}async takeThrough(find,most2){for(;;){const end=find(
this.#kept);if(end!==void 0)return await this.take(end);if(this.#kept.byteLength>most2||!await this.#more())throw new PayloadDamage("it has no age header")}}async*rest(){
try{this.#kept.byteLength>0&&(yield this.#kept);for(let next=await this.#pieces.next();next.done!==!0;next=await this.#pieces.next())yield next.value}finally{await this.#pieces.
return?.()}}async#more(){const next=await this.#pieces.next();return next.done===!0?!1:(this.#kept=Buffer.concat([this.#kept,next.value]),!0)}},headerBytes=128,
recipientBytes=2500;function ageSeal({age:settings44},context){const{effects,placeholders}=context,where=`${context.where}.age`,recipients=settings44.recipients.
map((recipient2,index2)=>effects.variables.fill(recipient2,`${where}.recipients[${index2}]`,placeholders));let loaded;const load=async()=>(loaded??=import("./clients/age.js"),
await loaded),encrypter=async()=>{const encrypting=new(await load()).Encrypter;for(const recipient2 of recipients)try{encrypting.addRecipient(recipient2)}catch(cause){
throw notARecipient(recipient2,where,cause)}return encrypting},decrypter=async()=>{if(settings44.identity===void 0)throw noIdentity(where);const{Decrypter,identityToRecipient}=await load(),
decrypting=new Decrypter,identity2=effects.variables.fill(settings44.identity,`${where}.identity`,placeholders).trim();effects.mask(identity2);try{return decrypting.
addIdentity(identity2),{decrypting,recipient:await identityToRecipient(identity2)}}catch{throw notAnIdentity(where)}};return{recipients,sealedBytes:plainBytes=>{
const chunks=Math.max(1,Math.ceil(plainBytes/chunkBytes));return headerBytes+recipients.length*recipientBytes+nonceBytes+plainBytes+chunks*tagBytes},seal:async plain3=>{
const{header:header2,fileKey}=await newHeader(await encrypter());return joined(header2,encryptPayload(fileKey,plain3))},requireReadable:async()=>{const{header:header2}=await newHeader(
await encrypter()),{decrypting,recipient:recipient2}=await decrypter();try{await decrypting.decryptHeader(header2)}catch(cause){throw isOthers(cause)?fitsNoRecipient(
where,recipient2):cause}},unseal:async sealed=>{const{decrypting,recipient:recipient2}=await decrypter(),source2=new SealedBytes(sealed);try{const header2=await source2.
takeThrough(endOfHeader,maxHeaderBytes),fileKey=await decrypting.decryptHeader(header2);return undamaged(decryptPayload(fileKey,source2.rest()))}catch(cause){throw isOthers(
cause)?wrongIdentity(where,recipient2):cause instanceof SystemFailure?cause:notAge(cause)}}}}function isOthers(cause){return cause instanceof Error&&/no identity matched/i.
test(cause.message)}async function newHeader(encrypting){let fileKey;encrypting.addRecipient({wrapFileKey:key3=>(fileKey=Uint8Array.from(key3),[])});const empty=Buffer.
from(await encrypting.encrypt(new Uint8Array)),end=endOfHeader(empty);if(fileKey===void 0||end===void 0)throw new Error("age wrote no header");return{header:empty.
subarray(0,end),fileKey}}var maxHeaderBytes=1024*1024;function endOfHeader(read){const check=read.indexOf(`
--- `),end=check===-1?-1:read.indexOf(`
`,check+1);return end===-1?void 0:end+1}async function*joined(first2,rest){yield first2,yield*rest}async function*undamaged(plain3){try{yield*plain3}catch(cause){
throw cause instanceof PayloadDamage?notAge(cause):cause}}function notARecipient(recipient2,where,cause){const isSecret=/^AGE-SECRET-KEY-/i.test(recipient2);return new UserError(
{happened:isSecret?`${where}.recipients holds a secret key instead of a public one.`:`${where}.recipients holds ${JSON.stringify(recipient2)}, which is not an a\
ge public key.`,means:"Nothing was backed up.",next:isSecret?'Create a new key pair with "age-keygen", since anybody can read this secret where it is, and write\
 its public key (age1\u2026).':'Write the public key that "age-keygen" printed: it starts with age1.'},{cause})}function noIdentity(where){return new UserError(
{happened:`Backups are encrypted, but ${where} names no identity.`,means:"None can be read here. Nothing was restored.",next:`Write identity: "\${BACKUP_IDENTITY\
}" into ${where}, and give this job the secret: the AGE-SECRET-KEY-1\u2026 of one of the recipients.`})}function notAnIdentity(where){return new UserError({happened:`${where}\
.identity is not an age secret key.`,means:"The backup cannot be read. Nothing was restored.",next:"The secret must hold the one line of the key file that start\
s with AGE-SECRET-KEY-, without the lines that start with #."})}function fitsNoRecipient(where,recipient2){return new UserError({happened:`The public key of the\
 identity of ${where} is ${recipient2}, which is not among its recipients.`,means:"A backup taken now could not be restored with this identity. Nothing was back\
ed up or restored.",next:"Write this public key into recipients, or give the jobs that restore the secret key of a listed recipient."})}function wrongIdentity(where,recipient2){
return new UserError({happened:`The backup is encrypted, but not for the identity of ${where}, whose public key is ${recipient2}.`,means:"It cannot be read with\
 this identity. Nothing was restored.",next:"The manifest of the backup names the recipients that it was encrypted for: use the identity of one of them."})}function notAge(cause){
return new SystemFailure({happened:"A file of the backup could not be decrypted: it is not as age wrote it.",means:"The backup is damaged and cannot be trusted.\
 Nothing was restored from it.",next:aboutBadBackup},{cause})}import{backupPurposes,manifestFormat,operations}from"./start.js";const{createHash}=process.getBuiltinModule(
"node:crypto");var longestHop=120;function backupId({purpose,hop,at}){return`${at.toISOString().replaceAll(/[-:.]/g,"")}_${purpose}_${safe(hop)}`}function isBackupId(text2){
return/^[A-Za-z0-9][A-Za-z0-9._+-]{0,199}$/.test(text2)}function safe(hop){const plain3=hop.replaceAll(/[^A-Za-z0-9._+-]+/g,"-");return plain3===hop&&hop.length<=
longestHop?hop:`${plain3.slice(0,longestHop)}-${createHash("sha256").update(hop).digest("hex").slice(0,8)}`}function dataText(environment3,{name,noun,isOnly}){return isOnly?
`${noun} of ${environment3}`:`${noun} "${name}" of ${environment3}`}function dataPlace(environment3,{name,isOnly}){return isOnly?`environments.${environment3}.d\
ata`:`"${name}" in environments.${environment3}.data`}function lossText({dataAt,data:data2=[]},show){if(new Set(data2.map(each2=>each2.dataAt)).size<2)return`ev\
erything written after ${show(dataAt)}`;const each=data2.toSorted((a12,b9)=>Date.parse(a12.dataAt)-Date.parse(b9.dataAt)).map(({name,dataAt:at})=>`to "${name}" \
after ${show(at)}`);return`everything written ${new Intl.ListFormat("en",{type:"conjunction"}).format(each)}`}function earliest(times){return times.toSorted((a12,b9)=>Date.
parse(a12)-Date.parse(b9)).at(0)}const{createHash:createHash2}=process.getBuiltinModule("node:crypto");function digestOf({done,...rest}){return sha256({format:2,
...rest,done:contentDigests(done)})}function contentDigests(contents2){const present=Object.entries(contents2).filter(([,value2])=>!isNothing(value2));return Object.
fromEntries(present.map(([name,value2])=>[name,sha256(value2)]))}function wholeDigest(contents2){return sha256(contentDigests(contents2))}function changedContents(before,now){
return[...new Set([...Object.keys(before),...Object.keys(now)])].filter(name=>before[name]!==now[name]).toSorted()}function isNothing(value2){return value2==null||
canonicalJson(value2)==="{}"||canonicalJson(value2)==="[]"}function sha256(value2){return createHash2("sha256").update(canonicalJson(value2)).digest("hex")}function canonicalJson(value2){
return Array.isArray(value2)?`[${value2.map(item=>canonicalJson(item??null)).join(",")}]`:typeof value2!="object"||value2===null?JSON.stringify(value2??null):`{${Object.
entries(value2).filter(([,member2])=>member2!==void 0).toSorted(([a12],[b9])=>a12<b9?-1:1).map(([key3,member2])=>`${JSON.stringify(key3)}:${canonicalJson(member2)}`).
join(",")}}`}function thrownAs(error2){return typeof error2=="object"&&error2!==null?error2:{}}function mistakeOf(error2){if(error2 instanceof RangeError)return"\
it is nested too deeply";const{message}=thrownAs(error2);return`${typeof message=="string"?message.replace(/\.$/,""):"it cannot be read"}${placeOf(error2)}`}function placeOf(error2){
const{position:position2}=thrownAs(error2);return typeof position2=="number"?` at character ${position2}`:""}var ofItself=["D3137","D3141"];function why(error2,expression2){
if(error2 instanceof RangeError)return"it recurses too deeply, or produces too much";const{code,message,value:value2,value2:value22,exp}=thrownAs(error2);return typeof message!=
"string"||typeof code!="string"?"it does not fit what was answered":ofItself.includes(code)?expression2.includes(message)?message:"it ended with its own error":
[value2,value22,exp].flatMap(each=>each===void 0?[]:[JSON.stringify(each)??"",String(each)]).filter(text2=>text2.length>0).reduce((shown2,text2)=>shown2.replaceAll(
text2,"\u2026"),message).replace(/\.$/,"")}import{expressionProgram}from"./start.js";import{dayTime}from"./terminal.js";import{isLabel}from"./start.js";import{durationPattern,
parseDuration,unitMilliseconds}from"./start.js";import{string,tuple}from"./start.js";var longestWait=10*unitMilliseconds.d,longestAge=366*unitMilliseconds.d,written=string().
regex(durationPattern,"a duration: a whole number above 0 and s, m, h or d, such as 90s, 15m, 2h or 7d"),described={title:"duration",description:"A whole number\
 and `s`, `m`, `h` or `d`: `90s`, `15m`, `2h`, `7d`."},duration=written.refine(text2=>(parseDuration(text2)??0)<=longestWait,"a duration of at most 10d").transform(
text2=>parseDuration(text2)??0).meta(described),age=written.refine(text2=>(parseDuration(text2)??0)<=longestAge,"a duration of at most 366d").transform(text2=>parseDuration(
text2)??0).meta(described),fineDuration=string().regex(/^[1-9]\d*(ms|s|m)$/,"a duration: a whole number above 0 and ms, s or m, such as 500ms or 2s").transform(
text2=>text2.endsWith("ms")?Number(text2.slice(0,-2)):parseDuration(text2)??0).refine(milliseconds2=>milliseconds2<=unitMilliseconds.d,"a duration of at most 14\
40m").meta({title:"short duration",description:"A whole number and `ms`, `s` or `m`: `500ms`, `2s`."}),jobLimit=duration.refine(milliseconds2=>milliseconds2>=30*
unitMilliseconds.m&&milliseconds2<=unitMilliseconds.d,"a duration from 30m to 24h: after that, the token of a job has expired"),template=string().min(1).meta({title:"\
text"}),environmentName=string().regex(/^[^\s=]+$/,"the name of a variable, such as APP_TAG"),headerName=string().regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,"the nam\
e of a header, such as Authorization"),argv=tuple([template],template).meta({title:"command",description:"A program and its arguments, started without a shell. \
`{from}` and `{to}` are filled in, and `{version}` when a release is deployed or tested."}),slug=string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/,"lowercase letters, d\
igits and single hyphens, such as patient-records").max(63).meta({title:"name"});import{array,m,strictObject,string as string2,union}from"./start.js";import{UserError as UserError2}from"./start.js";
import{__commonJS,__toESM}from"./chunk-D6K2TUBN.js";const{AsyncLocalStorage}=process.getBuiltinModule("node:async_hooks"),{createContext,Script}=process.getBuiltinModule(
"node:vm");var require_debug=__commonJS({"node_modules/semver/internal/debug.js"(exports,module){"use strict";var debug=typeof process=="object"&&process.env&&process.
env.NODE_DEBUG&&/\bsemver\b/i.test(process.env.NODE_DEBUG)?(...e4)=>console.error("SEMVER",...e4):()=>{};module.exports=debug}}),require_constants=__commonJS({"\
node_modules/semver/internal/constants.js"(exports,module){"use strict";var SEMVER_SPEC_VERSION="2.0.0",MAX_SAFE_INTEGER=Number.MAX_SAFE_INTEGER||9007199254740991,
MAX_SAFE_COMPONENT_LENGTH=16,MAX_SAFE_BUILD_LENGTH=250,WHITESPACE_CHARACTERS=["	",`
`,"\v","\f","\r"," ","\xA0","\u1680","\u2000","\u2001","\u2002","\u2003","\u2004","\u2005","\u2006","\u2007","\u2008","\u2009","\u200A","\u2028","\u2029","\u202F",
"\u205F","\u3000","\uFEFF"],RELEASE_TYPES=["major","premajor","minor","preminor","patch","prepatch","prerelease"];module.exports={MAX_LENGTH:256,MAX_SAFE_COMPONENT_LENGTH,
MAX_SAFE_BUILD_LENGTH,MAX_SAFE_INTEGER,WHITESPACE_CHARACTERS,RELEASE_TYPES,SEMVER_SPEC_VERSION,FLAG_INCLUDE_PRERELEASE:1,FLAG_LOOSE:2}}}),require_re=__commonJS(
{"node_modules/semver/internal/re.js"(exports,module){"use strict";var{MAX_SAFE_COMPONENT_LENGTH,MAX_SAFE_BUILD_LENGTH,MAX_LENGTH}=require_constants(),debug=require_debug();
exports=module.exports={};var re2=exports.re=[],safeRe=exports.safeRe=[],src=exports.src=[],safeSrc=exports.safeSrc=[],t4=exports.t={},R5=0,LETTERDASHNUMBER="[a\
-zA-Z0-9-]",safeRegexReplacements=[["\\s",1],["\\d",MAX_LENGTH],[LETTERDASHNUMBER,MAX_SAFE_BUILD_LENGTH]],makeSafeRegex=I4=>{for(const[E8,L5]of safeRegexReplacements)
I4=I4.split(`${E8}*`).join(`${E8}{0,${L5}}`).split(`${E8}+`).join(`${E8}{1,${L5}}`);return I4},createToken=(I4,E8,L5)=>{const O4=makeSafeRegex(E8),N32=R5++;debug(
I4,N32,E8),t4[I4]=N32,src[N32]=E8,safeSrc[N32]=O4,re2[N32]=new RegExp(E8,L5?"g":void 0),safeRe[N32]=new RegExp(O4,L5?"g":void 0)};createToken("NUMERICIDENTIFIER",
"0|[1-9]\\d*"),createToken("NUMERICIDENTIFIERLOOSE","\\d+"),createToken("NONNUMERICIDENTIFIER",`\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`),createToken("MAINVERSION",`(${src[t4.
NUMERICIDENTIFIER]})\\.(${src[t4.NUMERICIDENTIFIER]})\\.(${src[t4.NUMERICIDENTIFIER]})`),createToken("MAINVERSIONLOOSE",`(${src[t4.NUMERICIDENTIFIERLOOSE]})\\.(${src[t4.
NUMERICIDENTIFIERLOOSE]})\\.(${src[t4.NUMERICIDENTIFIERLOOSE]})`),createToken("PRERELEASEIDENTIFIER",`(?:${src[t4.NONNUMERICIDENTIFIER]}|${src[t4.NUMERICIDENTIFIER]}\
)`),createToken("PRERELEASEIDENTIFIERLOOSE",`(?:${src[t4.NONNUMERICIDENTIFIER]}|${src[t4.NUMERICIDENTIFIERLOOSE]})`),createToken("PRERELEASE",`(?:-(${src[t4.PRERELEASEIDENTIFIER]}\
(?:\\.${src[t4.PRERELEASEIDENTIFIER]})*))`),createToken("PRERELEASELOOSE",`(?:-?(${src[t4.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t4.PRERELEASEIDENTIFIERLOOSE]})\
*))`),createToken("BUILDIDENTIFIER",`${LETTERDASHNUMBER}+`),createToken("BUILD",`(?:\\+(${src[t4.BUILDIDENTIFIER]}(?:\\.${src[t4.BUILDIDENTIFIER]})*))`),createToken(
"FULLPLAIN",`v?${src[t4.MAINVERSION]}${src[t4.PRERELEASE]}?${src[t4.BUILD]}?`),createToken("FULL",`^${src[t4.FULLPLAIN]}$`),createToken("LOOSEPLAIN",`[v=\\s]*${src[t4.
MAINVERSIONLOOSE]}${src[t4.PRERELEASELOOSE]}?${src[t4.BUILD]}?`),createToken("LOOSE",`^${src[t4.LOOSEPLAIN]}$`),createToken("GTLT","((?:<|>)?=?)"),createToken("\
XRANGEIDENTIFIERLOOSE",`${src[t4.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`),createToken("XRANGEIDENTIFIER",`${src[t4.NUMERICIDENTIFIER]}|x|X|\\*`),createToken("XRANGEPL\
AIN",`[v=\\s]*(${src[t4.XRANGEIDENTIFIER]})(?:\\.(${src[t4.XRANGEIDENTIFIER]})(?:\\.(${src[t4.XRANGEIDENTIFIER]})(?:${src[t4.PRERELEASE]})?${src[t4.BUILD]}?)?)?`),
createToken("XRANGEPLAINLOOSE",`[v=\\s]*(${src[t4.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t4.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t4.XRANGEIDENTIFIERLOOSE]})(?:${src[t4.
PRERELEASELOOSE]})?${src[t4.BUILD]}?)?)?`),createToken("XRANGE",`^${src[t4.GTLT]}\\s*${src[t4.XRANGEPLAIN]}$`),createToken("XRANGELOOSE",`^${src[t4.GTLT]}\\s*${src[t4.
XRANGEPLAINLOOSE]}$`),createToken("COERCEPLAIN",`(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}\
}))?`),createToken("COERCE",`${src[t4.COERCEPLAIN]}(?:$|[^\\d])`),createToken("COERCEFULL",src[t4.COERCEPLAIN]+`(?:${src[t4.PRERELEASE]})?(?:${src[t4.BUILD]})?(\
?:$|[^\\d])`),createToken("COERCERTL",src[t4.COERCE],!0),createToken("COERCERTLFULL",src[t4.COERCEFULL],!0),createToken("LONETILDE","(?:~>?)"),createToken("TILD\
ETRIM",`(\\s*)${src[t4.LONETILDE]}\\s+`,!0),exports.tildeTrimReplace="$1~",createToken("TILDE",`^${src[t4.LONETILDE]}${src[t4.XRANGEPLAIN]}$`),createToken("TILD\
ELOOSE",`^${src[t4.LONETILDE]}${src[t4.XRANGEPLAINLOOSE]}$`),createToken("LONECARET","(?:\\^)"),createToken("CARETTRIM",`(\\s*)${src[t4.LONECARET]}\\s+`,!0),exports.
caretTrimReplace="$1^",createToken("CARET",`^${src[t4.LONECARET]}${src[t4.XRANGEPLAIN]}$`),createToken("CARETLOOSE",`^${src[t4.LONECARET]}${src[t4.XRANGEPLAINLOOSE]}\
$`),createToken("COMPARATORLOOSE",`^${src[t4.GTLT]}\\s*(${src[t4.LOOSEPLAIN]})$|^$`),createToken("COMPARATOR",`^${src[t4.GTLT]}\\s*(${src[t4.FULLPLAIN]})$|^$`),
createToken("COMPARATORTRIM",`(\\s*)${src[t4.GTLT]}\\s*(${src[t4.LOOSEPLAIN]}|${src[t4.XRANGEPLAIN]})`,!0),exports.comparatorTrimReplace="$1$2$3",createToken("H\
YPHENRANGE",`^\\s*(${src[t4.XRANGEPLAIN]})\\s+-\\s+(${src[t4.XRANGEPLAIN]})\\s*$`),createToken("HYPHENRANGELOOSE",`^\\s*(${src[t4.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t4.
XRANGEPLAINLOOSE]})\\s*$`),createToken("STAR","(<|>)?=?\\s*\\*"),createToken("GTE0","^\\s*>=\\s*0\\.0\\.0\\s*$"),createToken("GTE0PRE","^\\s*>=\\s*0\\.0\\.0-0\\s*$")}}),
require_parse_options=__commonJS({"node_modules/semver/internal/parse-options.js"(exports,module){"use strict";var looseOption=Object.freeze({loose:!0}),emptyOpts=Object.
freeze({}),parseOptions=e4=>e4?typeof e4!="object"?looseOption:e4:emptyOpts;module.exports=parseOptions}}),require_identifiers=__commonJS({"node_modules/semver/\
internal/identifiers.js"(exports,module){"use strict";var numeric=/^[0-9]+$/,compareIdentifiers2=(e4,t4)=>{if(typeof e4=="number"&&typeof t4=="number")return e4===
t4?0:e4<t4?-1:1;const n9=numeric.test(e4),r8=numeric.test(t4);return n9&&r8&&(e4=+e4,t4=+t4),e4===t4?0:n9&&!r8?-1:r8&&!n9?1:e4<t4?-1:1},rcompareIdentifiers=(e4,t4)=>compareIdentifiers2(
t4,e4);module.exports={compareIdentifiers:compareIdentifiers2,rcompareIdentifiers}}}),require_semver=__commonJS({"node_modules/semver/classes/semver.js"(exports,module){
"use strict";var debug=require_debug(),{MAX_LENGTH,MAX_SAFE_INTEGER}=require_constants(),{safeRe:re2,t:t4}=require_re(),parseOptions=require_parse_options(),{compareIdentifiers:compareIdentifiers2}=require_identifiers(),
isPrereleaseIdentifier=(a33,e4)=>{const r8=e4.split(".");if(r8.length>a33.length)return!1;for(let s10=0;s10<r8.length;s10++)if(compareIdentifiers2(a33[s10],r8[s10])!==
0)return!1;return!0},SemVer=class _SemVer{constructor(e4,r8){if(r8=parseOptions(r8),e4 instanceof _SemVer){if(e4.loose===!!r8.loose&&e4.includePrerelease===!!r8.
includePrerelease)return e4;e4=e4.version}else if(typeof e4!="string")throw new TypeError(`Invalid version. Must be a string. Got type "${typeof e4}".`);if(e4.length>
MAX_LENGTH)throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);debug("SemVer",e4,r8),this.options=r8,this.loose=!!r8.loose,this.includePrerelease=
!!r8.includePrerelease;const s10=e4.trim().match(r8.loose?re2[t4.LOOSE]:re2[t4.FULL]);if(!s10)throw new TypeError(`Invalid Version: ${e4}`);if(this.raw=e4,this.
major=+s10[1],this.minor=+s10[2],this.patch=+s10[3],this.major>MAX_SAFE_INTEGER||this.major<0)throw new TypeError("Invalid major version");if(this.minor>MAX_SAFE_INTEGER||
this.minor<0)throw new TypeError("Invalid minor version");if(this.patch>MAX_SAFE_INTEGER||this.patch<0)throw new TypeError("Invalid patch version");s10[4]?this.
prerelease=s10[4].split(".").map(i9=>{if(/^[0-9]+$/.test(i9)){const n9=+i9;if(n9>=0&&n9<MAX_SAFE_INTEGER)return n9}return i9}):this.prerelease=[],this.build=s10[5]?
s10[5].split("."):[],this.format()}format(){return this.version=`${this.major}.${this.minor}.${this.patch}`,this.prerelease.length&&(this.version+=`-${this.prerelease.
join(".")}`),this.version}toString(){return this.version}compare(e4){if(debug("SemVer.compare",this.version,this.options,e4),!(e4 instanceof _SemVer)){if(typeof e4==
"string"&&e4===this.version)return 0;e4=new _SemVer(e4,this.options)}return e4.version===this.version?0:this.compareMain(e4)||this.comparePre(e4)}compareMain(e4){
return e4 instanceof _SemVer||(e4=new _SemVer(e4,this.options)),this.major<e4.major?-1:this.major>e4.major?1:this.minor<e4.minor?-1:this.minor>e4.minor?1:this.patch<
e4.patch?-1:this.patch>e4.patch?1:0}comparePre(e4){if(e4 instanceof _SemVer||(e4=new _SemVer(e4,this.options)),this.prerelease.length&&!e4.prerelease.length)return-1;
if(!this.prerelease.length&&e4.prerelease.length)return 1;if(!this.prerelease.length&&!e4.prerelease.length)return 0;let r8=0;do{const s10=this.prerelease[r8],i9=e4.
prerelease[r8];if(debug("prerelease compare",r8,s10,i9),s10===void 0&&i9===void 0)return 0;if(i9===void 0)return 1;if(s10===void 0)return-1;if(s10!==i9)return compareIdentifiers2(
s10,i9)}while(++r8)}compareBuild(e4){e4 instanceof _SemVer||(e4=new _SemVer(e4,this.options));let r8=0;do{const s10=this.build[r8],i9=e4.build[r8];if(debug("bui\
ld compare",r8,s10,i9),s10===void 0&&i9===void 0)return 0;if(i9===void 0)return 1;if(s10===void 0)return-1;if(s10!==i9)return compareIdentifiers2(s10,i9)}while(++r8)}inc(e4,r8,s10){
if(e4.startsWith("pre")){if(!r8&&s10===!1)throw new Error("invalid increment argument: identifier is empty");if(r8){const i9=`-${r8}`.match(this.options.loose?re2[t4.
PRERELEASELOOSE]:re2[t4.PRERELEASE]);if(!i9||i9[1]!==r8)throw new Error(`invalid identifier: ${r8}`)}}switch(e4){case"premajor":this.prerelease.length=0,this.patch=
0,this.minor=0,this.major++,this.inc("pre",r8,s10);break;case"preminor":this.prerelease.length=0,this.patch=0,this.minor++,this.inc("pre",r8,s10);break;case"pre\
patch":this.prerelease.length=0,this.inc("patch",r8,s10),this.inc("pre",r8,s10);break;case"prerelease":this.prerelease.length===0&&this.inc("patch",r8,s10),this.
inc("pre",r8,s10);break;case"release":if(this.prerelease.length===0)throw new Error(`version ${this.raw} is not a prerelease`);this.prerelease.length=0;break;case"\
major":(this.minor!==0||this.patch!==0||this.prerelease.length===0)&&this.major++,this.minor=0,this.patch=0,this.prerelease=[];break;case"minor":(this.patch!==0||
this.prerelease.length===0)&&this.minor++,this.patch=0,this.prerelease=[];break;case"patch":this.prerelease.length===0&&this.patch++,this.prerelease=[];break;case"\
pre":{const i9=Number(s10)?1:0;if(this.prerelease.length===0)this.prerelease=[i9];else{let n9=this.prerelease.length;for(;--n9>=0;)typeof this.prerelease[n9]=="\
number"&&(this.prerelease[n9]++,n9=-2);if(n9===-1){if(r8===this.prerelease.join(".")&&s10===!1)throw new Error("invalid increment argument: identifier already e\
xists");this.prerelease.push(i9)}}if(r8){let n9=[r8,i9];if(s10===!1&&(n9=[r8]),isPrereleaseIdentifier(this.prerelease,r8)){const h32=this.prerelease[r8.split(".").
length];isNaN(h32)&&(this.prerelease=n9)}else this.prerelease=n9}break}default:throw new Error(`invalid increment argument: ${e4}`)}return this.raw=this.format(),
this.build.length&&(this.raw+=`+${this.build.join(".")}`),this}};module.exports=SemVer}}),require_parse=__commonJS({"node_modules/semver/functions/parse.js"(exports,module){
"use strict";var SemVer=require_semver(),parse2=(e4,r8,t4=!1)=>{if(e4 instanceof SemVer)return e4;try{return new SemVer(e4,r8)}catch(s10){if(!t4)return null;throw s10}};
module.exports=parse2}}),maxMilliseconds=600,spending=new AsyncLocalStorage,TimeIsUp=class extends Error{at;constructor(at){super("the expressions together take\
 too long to check"),this.at=at}};function withinCheckingTime(check){try{return{kind:"checked",value:spending.run({microseconds:0},check)}}catch(error2){if(error2 instanceof
TimeIsUp)return{kind:"too-slow",at:error2.at};throw error2}}function checkedBefore(read){return spending.run("checked-before",read)}function withinTimeLeft(expression2,accepted3,look){
const spent=spending.getStore();if(spent==="checked-before")return accepted3;if(spent===void 0)return look();if(spent.microseconds>maxMilliseconds*1e3)throw new TimeIsUp(
expression2);const start=process.threadCpuUsage();try{return look()}finally{const{user,system}=process.threadCpuUsage(start);spent.microseconds+=user+system}}function once(make){
let kept;return()=>(kept??={value:make()},kept.value)}function compareVersions(a33,b9){return compareNumbers(a33.numbers,b9.numbers)||comparePrereleases(a33.prerelease,
b9.prerelease)||a33.revision-b9.revision}function compareNumbers(a33,b9){const length=Math.max(a33.length,b9.length);for(let place4=0;place4<length;place4++){const difference=(a33[place4]??
0)-(b9[place4]??0);if(difference!==0)return difference}return 0}function comparePrereleases(a33,b9){if(a33.length===0||b9.length===0)return b9.length-a33.length;
for(let place4=0;place4<Math.min(a33.length,b9.length);place4++){const difference=compareIdentifiers(a33[place4]??"",b9[place4]??"");if(difference!==0)return difference}
return a33.length-b9.length}function compareIdentifiers(a33,b9){return typeof a33=="number"&&typeof b9=="number"?a33-b9:typeof a33=="number"?-1:typeof b9=="numb\
er"?1:a33<b9?-1:a33>b9?1:0}var u=["v?","(?:","(?:(?<epoch>[0-9]+)!)?","(?<release>[0-9]+(?:\\.[0-9]+)*)","(?<pre>","[-_\\.]?","(?<pre_l>(a|b|c|rc|alpha|beta|pre\
|preview))","[-_\\.]?","(?<pre_n>[0-9]+)?",")?","(?<post>","(?:-(?<post_n1>[0-9]+))","|","(?:","[-_\\.]?","(?<post_l>post|rev|r)","[-_\\.]?","(?<post_n2>[0-9]+)\
?",")",")?","(?<dev>","[-_\\.]?","(?<dev_l>dev)","[-_\\.]?","(?<dev_n>[0-9]+)?",")?",")","(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"].join(""),f=new RegExp(
"^"+u+"$","i"),m2=new RegExp("^\\s*"+u+"\\s*$","i");function a(n9,r8){const{groups:e4}=(r8||f).exec(n9)||{};return e4?{epoch:Number(e4.epoch?e4.epoch:0),release:e4.
release.split(".").map(Number),pre:_(e4.pre_l,e4.pre_n),post:_(e4.post_l,e4.post_n1||e4.post_n2),dev:_(e4.dev_l,e4.dev_n),local:j(e4.local)}:null}function _(n9,r8){
let e4=n9,o9=r8;return e4?(o9||(o9=0),e4=e4.toLowerCase(),e4==="alpha"?e4="a":e4==="beta"?e4="b":["c","pre","preview"].includes(e4)?e4="rc":["rev","r"].includes(
e4)&&(e4="post"),[e4,Number(o9)]):!e4&&o9?(e4="post",[e4,Number(o9)]):null}function j(n9){return n9?n9.split(/[._-]/).map(r8=>Number.isNaN(Number(r8))?r8.toLowerCase():
Number(r8)):null}var g=["(?<operator>(===|~=|==|!=|<=|>=|<|>))","\\s*","(","(?<version>(?:"+u.replace(/\?<\w+>/g,"?:")+"))","(?<prefix>\\.\\*)?","|","(?<legacy>\
[^,;\\s)]+)",")"].join(""),x2=new RegExp("^"+g+"$","i"),import_parse=__toESM(require_parse(),1),schemeNames=["semver","pep440","numbers"];function parseVersionText(text2,scheme){
return scheme==="semver"?parseSemver(text2):scheme==="pep440"?parsePep440(text2):parseNumbers(text2)}function parseSemver(text2){const read=/^\d/.test(text2)?(0,import_parse.
default)(text2):null;if(read!==null)return{numbers:[read.major,read.minor,read.patch],prerelease:read.prerelease,revision:0}}var numbersPattern=/^(?<numbers>\d+(?:\.\d+)*)(?:[-~.]?(?<rest>[A-Za-z][0-9A-Za-z.~-]*)|-(?<digits>\d[0-9A-Za-z.-]*))?$/;
function parseNumbers(text2){const groups=numbersPattern.exec(text2)?.groups,numbers=readNumbers(groups?.numbers);if(numbers!==void 0)return{numbers,prerelease:splitPrerelease(
groups?.rest??groups?.digits??""),revision:0}}function splitPrerelease(text2){return(text2.match(/\d+|[A-Za-z]+/g)??[]).map(part19=>/^\d/.test(part19)?Number(part19):
part19.toLowerCase())}function parsePep440(text2){const read=/^\d/.test(text2)?a(text2):null;if(read===null||read.epoch!==0||!read.release.every(Number.isSafeInteger))
return;const{release:release3,pre,post,dev}=read;if(post!==null&&dev!==null)return;const development=dev===null?[1]:[0,numberOf(dev)];return{numbers:release3,prerelease:pre===
null&&dev===null?[]:[...pre??[],...development],revision:post===null?0:numberOf(post)+1}}function numberOf([,count2]){return Number(count2??0)}function readNumbers(text2){
if(text2===void 0)return;const numbers=text2.split(".").map(Number);return numbers.every(Number.isSafeInteger)?numbers:void 0}var bound="\\d+(?:\\.\\d+)*(?:-[0-9A-\
Za-z.-]+|\\.?(?:a|b|rc|alpha|beta|post|dev)\\d[0-9A-Za-z.]*)?",comparatorPattern=new RegExp(`^(?<operator>>=|<=|>|<|=|)(?<bound>${bound})$`),singleBoundPattern=new RegExp(
`^${bound}$`),quoted="in quotes, because YAML reads 1.10 as the number 1.1",versionRange=string2({error:issue=>typeof issue.input=="number"?`a range of versions\
 ${quoted}`:void 0}).refine(isRange,'a range of versions, such as "4.1", ">=3.3 <4", "3.3 || 3.4", "=2024.2" or "*"').describe("Versions: `4.1` (the whole line)\
, `4.1.12` (one release), `>=3.3 <4` (both must hold), `3.3 || 3.4` (either), `=2024.2` (that release, not its line), `*` (all)."),versionOrLine=string2({error:issue=>typeof issue.
input=="number"?`a version or a line ${quoted}`:void 0}).regex(singleBoundPattern,'a version such as "15.11.3", or a line such as "15.11"').describe("A release \
(`15.11.3`) or a line (`15.11`).");function isRange(text2){return text2.trim()==="*"||splitRange(text2).every(all=>all.length>0&&all.every(c42=>comparatorPattern.
test(c42)))}function splitRange(text2){return text2.split("||").map(all=>all.replace(/(>=|<=|>|<|=)\s+/g,"$1").split(/\s+/).filter(part19=>part19!==""))}function parseRange(text2,scheme){
return text2.trim()==="*"?{text:text2,alternatives:[[]]}:{text:text2,alternatives:splitRange(text2).map(all=>all.map(part19=>parseComparator(part19,text2,scheme)))}}
function parseComparator(part19,range,scheme){const groups=comparatorPattern.exec(part19)?.groups,operator=readOperator(groups?.operator),label=groups?.bound??"",
isPlain=/^[\d.]+$/.test(label),numbers=isPlain?label.split(".").map(Number):[],parsed2=isPlain?{numbers,prerelease:[],revision:0}:parseVersionText(label,scheme);
if(operator===void 0||parsed2===void 0)throw unreadable(part19,range,scheme);return{operator,bound:{label,...parsed2},isLine:isPlain&&numbers.length<=2}}function readOperator(text2){
if(text2===">="||text2==="<="||text2===">"||text2==="<"||text2==="="||text2==="")return text2}function unreadable(part19,range,scheme){return new UserError2({happened:`\
"${part19}" in the range of versions "${range}" cannot be read by the scheme ${scheme}.`,means:"No path was planned.",next:'Write a version as the product write\
s it, such as "4.1.12", or a line such as "4.1".'})}function exactVersion(text2){const groups=comparatorPattern.exec(text2.trim())?.groups,label=groups?.bound??
"";return groups?.operator==="="||groups?.operator===""&&!/^\d+(\.\d+)?$/.test(label)?label:void 0}function isInRange(version,range){return range.alternatives.some(
all=>all.every(comparator=>sideOf(version,comparator)===0))}function sideOfAll(version,alternative){const sides2=alternative.map(comparator=>sideOf(version,comparator));
return{below:sides2.some(side=>side<0),above:sides2.some(side=>side>0)}}function sideOf(version,{operator,bound:bound2,isLine}){if(operator==="=")return compareVersions(
version,bound2);const cut=compareNumbers(version.numbers.slice(0,bound2.numbers.length),bound2.numbers);if(operator==="")return cut!==0||isLine?cut:bound2.prerelease.
length>0?compareVersions(version,bound2):version.prerelease.length===0?0:-1;const difference=isLine?cut:compareVersions(version,bound2);return operator===">="?difference>=
0?0:-1:operator===">"?difference>0?0:-1:operator==="<="?difference<=0?0:1:difference<0?0:1}function compareRanges(inner,outer){if([inner,outer].some(namesPrerelease))
return"unknown";const needs=outer.alternatives.map(all=>({...extent(all),isExtent:all.every(({operator})=>operator!=="=")})),verdicts=inner.alternatives.map(extent).
map(span2=>needs.some(need=>need.isExtent&&isBefore(need.start,span2.start)&&isBefore(span2.end,need.end))?"fits":needs.every(need=>isBefore(need.end,span2.start)||
isBefore(span2.end,need.start))?"misses":"unknown"),[first2="unknown"]=verdicts;return verdicts.every(verdict=>verdict===first2)?first2:"unknown"}function namesPrerelease(range){
return range.alternatives.some(all=>all.some(({bound:bound2})=>bound2.prerelease.length>0))}function extent(alternative){let start={numbers:[],side:-1},end={numbers:[],
side:1};for(const{operator,bound:bound2}of alternative){const before={numbers:bound2.numbers,side:-1},after={numbers:bound2.numbers,side:1},low=operator===">"?after:
operator==="<"||operator==="<="?start:before,high=operator==="<"?before:operator===">"||operator===">="?end:after;isBefore(start,low)&&(start=low),isBefore(high,
end)&&(end=high)}return{start,end}}function isBefore(a33,b9){const length=Math.min(a33.numbers.length,b9.numbers.length),order=compareNumbers(a33.numbers.slice(
0,length),b9.numbers.slice(0,length));return order!==0?order<0:a33.numbers.length===b9.numbers.length?a33.side<=b9.side:a33.numbers.length<b9.numbers.length?a33.
side<0:b9.side>0}var longest=1e3,regularExpression=string2().min(1).max(longest).refine(text2=>text2.length>longest||compiles(text2),"a regular expression as Ja\
vaScript reads it").refine(text2=>!compiles(text2)||answersSoon(text2),"a regular expression that finishes quickly: where a group that repeats holds something t\
hat repeats, as in (\\d+)*, say what separates the repetitions, as in (\\.\\d+)*").describe("A JavaScript regular expression. It may match anywhere, so use `^` \
and `$` to match a whole tag.");function compiles(text2){if(text2.length>longest)return!1;try{return new RegExp(text2).test(""),!0}catch{return!1}}var longestLine=4e3,
unbounded=/[*+]|\{\d+,\}/g,lineExpression=regularExpression.refine(text2=>!compiles(text2)||(text2.match(unbounded)?.length??0)<2||searchesSoon(text2,longLines),
"a regular expression that finishes quickly on a long line: each further .* or .+ multiplies how long it takes; begin with what is looked for, as in error:.*, o\
r with ^"),units=["1","1.","a","a1","-","1-","."],endless=(length,start="")=>units.map(unit=>`${start}${unit.repeat(Math.ceil(length/unit.length)).slice(0,length)}\
\0`),longTags=[...endless(60),...endless(60,"v")],longLines=endless(1e3),soonMilliseconds=200,repeatedGroup=/\)[*+{]/,searches=once(()=>new Script("for (const t\
ext of texts) pattern.test(text)"));function answersSoon(text2){return!repeatedGroup.test(text2)||searchesSoon(text2,longTags)}function searchesSoon(text2,texts3){
return withinTimeLeft(text2,!0,()=>endsSoon(text2,texts3))}var trials=once(()=>createContext({}));function endsSoon(text2,texts3){const context=Object.assign(trials(),
{pattern:new RegExp(text2),texts:texts3}),start=process.threadCpuUsage();for(;;)try{return searches().runInContext(context,{timeout:soonMilliseconds}),!0}catch{
const{user,system}=process.threadCpuUsage(start);if(user+system>soonMilliseconds*500)return!1}}var groupNames=["version","prerelease","revision","build"],versionPattern=regularExpression.
refine(text2=>!compiles(text2)||/\(\?<version>/.test(text2),"a pattern with a group (?<version>\u2026) around the version itself, e.g. ^v(?<version>\\d+\\.\\d+\\.\\d+)$").
refine(text2=>[...text2.matchAll(/\(\?<(\w+)>/g)].every(match=>groupNames.some(name=>name===match[1])),`a pattern whose named groups are ${groupNames.join(", ")}`),
versionScheme=strictObject({scheme:m(schemeNames).default("semver").describe("`semver`: three numbers and a prerelease (`4.0.0-rc.1`). `pep440`: Python (`1.3.0b\
6`, `1.0.post1`). `numbers`: any number of dotted numbers, compared one by one (`2024.2`, `32.20200615.3.0`)."),pattern:union([versionPattern,array(versionPattern).
min(1)]).default("^v?(?<version>\\d.*)$").describe("What a tag looks like; of several, the first match counts. Group `version` is read by the scheme; `prereleas\
e` marks a prerelease; `revision` counts rebuilds of the same release, in numbers or in letters (`1.1.1k`); `build` is dropped. Tags that match no pattern are l\
eft out and counted in the plan."),ignore:array(strictObject({pattern:regularExpression,reason:string2().min(1).describe("Why such a tag is not a release of thi\
s product, e.g. `Another flavour`.")})).default([]).describe("Tags that are left out although they look like versions.")});function readVersion(text2,scheme){return versionReader(
scheme)(text2)}var longestShown=200;function labelOfVersion(text2,scheme,title){const read=readVersion(text2,scheme);return read.kind==="version"?{kind:"known",
value:read.version.label}:{kind:"unknown",reason:`the server says "${`${text2.slice(0,longestShown)}${text2.length>longestShown?"\u2026":""}`}", which is not a \
version of ${title}: ${read.reason}`}}function versionReader(scheme){const ignored=scheme.ignore.map(({pattern:pattern2,reason})=>({pattern:new RegExp(pattern2),
reason})),patterns2=[scheme.pattern].flat().map(compile);return raw=>{const text2=raw.trim(),reason=ignored.find(({pattern:pattern2})=>pattern2.test(text2))?.reason;
if(reason!==void 0)return{kind:"ignored",reason};for(const pattern2 of patterns2){const match=pattern2.exec(text2);if(match!==null)return readMatch(match,scheme)}
return{kind:"ignored",reason:"does not match the pattern of the versions"}}}function readMatch(match,scheme){const groups=match.groups??{},text2=groups.version??
"",parsed2=parseVersionText(text2,scheme.scheme);if(parsed2===void 0)return{kind:"ignored",reason:`is not a version of the scheme ${scheme.scheme}`};const revision=groups.
revision===void 0?parsed2.revision:revisionOf(groups.revision);if(!Number.isSafeInteger(revision))return{kind:"ignored",reason:"has a revision that is neither a\
 number nor letters"};const prerelease=[...parsed2.prerelease,...splitPrerelease(groups.prerelease??"")],label=labelOf(match);return isLabel(label)?{kind:"versi\
on",version:{label,numbers:parsed2.numbers,prerelease,revision}}:{kind:"ignored",reason:"has a character that the name of a release cannot contain"}}function revisionOf(text2){
return/^[a-z]+$/i.test(text2)?[...text2.toLowerCase()].reduce((sum,letter)=>sum*26+letter.charCodeAt(0)-96,0):Number(text2)}function compile(pattern2){return new RegExp(
pattern2,/\(\?<(prerelease|revision)>/.test(pattern2)?"d":"")}function labelOf(match){const places2=match.indices?.groups;if(places2===void 0)return match.groups?.
version??"";const start=places2.version?.[0]??0,ends2=["version","prerelease","revision"].map(name=>places2[name]?.[1]??0);return match.input.slice(start,Math.max(
...ends2))}var ofReleases=strictObject({text:template.describe("The text."),versions:versionRange.describe("Only if the release that is deployed is among these.")}).
describe("A text that only some releases print."),judgeKeys={expect:array(union([template,ofReleases])).default([]).describe("Texts that must all be in its outp\
ut. Colours and line breaks in between do not matter."),forbid:array(template).default([]).describe("Texts that must not be in its output.")},judge=strictObject(
judgeKeys).refine(({expect:expect2,forbid})=>expect2.length+forbid.length>0,'at least one text in "expect" or "forbid"').describe("For a command whose exit code\
 does not show whether it succeeded: what its output must say, and must not.");function outputRules({expect:expect2,forbid},{effects,placeholders,releases},where){
const fill=(text2,key3)=>effects.variables.fill(text2,`${where}.${key3}`,placeholders),read=releases===void 0?void 0:readVersion(placeholders.version??"",releases),
counts=range=>releases===void 0||read?.kind!=="version"||isInRange(read.version,parseRange(range,releases.scheme));return{expect:expect2.flatMap(each=>typeof each==
"string"?[fill(each,"expect")]:counts(each.versions)?[fill(each.text,"expect")]:[]),forbid:forbid.map(text2=>fill(text2,"forbid"))}}import{array as array2,boolean,
m as m3,number,record,strictObject as strictObject2,string as string3,union as union2}from"./start.js";var progressKey={progress:array2(lineExpression).default(
[]).describe("Regular expressions that show its progress: the group `at` matches the current number, the group `of` the last one, as in `Migration: (?<at>\\d+)`.")},
valuePath=string3().regex(/^[^.\s]+(\.[^.\s]+)*$/,"a path of keys, such as image.tag; a dot within a key is written as \\."),workloadName=string3().regex(/^(deployment|statefulset|cronjob)\/[a-z0-9.-]+$/,
"a workload, such as deployment/web, statefulset/queue or cronjob/reports"),helmSettings=()=>strictObject2({release:template.describe("The name of the Helm rele\
ase."),namespace:template.describe("The namespace of the release. It must exist."),chart:template.describe("The chart: a folder in this repository (`./charts/ap\
p`), a name in the chart `repository`, a name in a chart repository that the job has added (`acme/app`), or `oci://registry.example.com/charts/app`."),repository:template.
optional().describe("The address of its chart repository."),version:template.optional().describe("The version of the chart, such as `{parts.chart}` or `{version\
}`. A folder has none."),values:array2(template).default([]).describe("Files with values, in order. They and `set` contain everything that the release needs, so\
 it does not depend on what somebody has set before."),set:record(valuePath,union2([template,number(),boolean()])).default({}).describe('Single values, such as \
`image.tag: "{version}"`; they take precedence. A text stays a text.'),digests:record(valuePath,string3().min(1)).default({}).describe("The value in which the c\
hart takes the digest of an image, such as `image.digest: acme/app`: production gets the digest that staging has run."),"product-variables":strictObject2({at:valuePath.
describe("The path of the value, such as `extraEnv`."),form:m3(["list","map"]).default("list").describe("`list`: a list of `name` and `value`, as in a container\
. `map`: values by name.")}).optional().describe("Where the chart accepts environment variables, which some products need to defer their migrations."),"other-va\
lues":m3(["keep","drop","refuse"]).default("keep").describe("What happens to values that the release was given earlier and that are neither in `values` nor in `\
set`. `keep` also keeps those that a file had for the previous release and no longer has, such as a key that the chart has renamed: use `drop` if files come wit\
h each release."),"way-back":m3(["deploy","rollback"]).default("deploy").describe("How to return to the previous release. `deploy`: as any release is deployed. \
`rollback`: with `helm rollback` to the earlier revision, with its chart and values."),stop:array2(workloadName).min(1).optional().describe("The workloads to st\
op when the server must not write. Default: all of the release. A database that is part of the chart must keep running: then name the others."),"stop-first":boolean().
default(!1).describe("Whether they are stopped before each deploy, so that no old pod runs together with hooks or new pods."),hooks:strictObject2({within:duration.
prefault("1h").describe("How long a hook of the chart, such as a Job that migrates, may take."),...judgeKeys,...progressKey,when:m3(["upgrade","always"]).default(
"upgrade").describe("`upgrade`: the output of its hooks is checked only with the new release. `always`: also with the previous one, when it is deployed again.")}).
prefault({}).describe("The Jobs that Helm starts as hooks. If one always exits with 0, `expect` and `forbid` say what their output must contain in total, and wh\
at the output of none may contain."),ready:strictObject2({within:duration.prefault("10m").describe("How long the workloads may take to become ready."),stable:fineDuration.
prefault("3s").describe("How long they must stay ready without interruption."),restarts:number().int().min(0).max(100).default(2).describe("How many times a con\
tainer may restart before the deploy counts as failed.")}).prefault({}).describe("When a deploy counts as done. A workload that cannot become ready is noticed w\
ithin seconds, long before the limit."),"pending-after":duration.prefault("15m").describe("How long the release may be pending from another Helm process before \
that counts as abandoned."),context:template.optional().describe("The context of the kubeconfig. Default: its current one."),kubeconfig:template.optional().describe(
"The text of a kubeconfig, such as `${PRODUCTION_KUBECONFIG}`, or its path. Default: that of the job.")}).refine(({chart,version})=>version!==void 0||isFolder(chart),
'a "version", unless the chart is a folder such as ./charts/app: without one, it is another chart tomorrow').describe("A release of Helm 3.14 or newer in a Kube\
rnetes cluster.");function isFolder(chart){return/^\.{0,2}\//.test(chart)||chart==="."}import{SystemFailure as SystemFailure2}from"./start.js";var usualMilliseconds=6e4;
async function askProgram(processes,request2,milliseconds2=usualMilliseconds){const limit=new AbortController,timer=setTimeout(()=>limit.abort(),milliseconds2);
try{return await processes.run({...request2,signal:limit.signal})}catch(cause){if(limit.signal.aborted)throw noAnswer(request2.argv.join(" "),milliseconds2);if(cause instanceof
SystemFailure2)return;throw cause}finally{clearTimeout(timer)}}function noAnswer(command3,milliseconds2){return new SystemFailure2({happened:`"${command3}" gave\
 no answer within ${milliseconds2/1e3} s, and was ended.`,means:"Nothing was done.",next:"Run it by hand on this machine: it may wait for a question to be answe\
red, or for a network. Then run the step again."})}const{stripVTControlCharacters}=process.getBuiltinModule("node:util");var frames=/[\u2500-\u259f]/g,source=/\s[\w.-]+\.py:\d+\s*$/,
time=/^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\](?= |$)/,maxCharacters=2e3;function textOf(line2){const plain3=stripVTControlCharacters(line2);return source.test(plain3)?
plain3.replace(source,"").replace(time,""):plain3}function normal(text2){return text2.replaceAll(frames," ").replaceAll(/\s+/g," ").trim()}function messageReader(){
let message="",isLogged=!1;return line2=>{const plain3=stripVTControlCharacters(line2),begins=source.test(plain3),continues=isLogged&&!begins&&/^\s/.test(plain3);
isLogged=begins||continues;const text2=normal(textOf(line2));return message=(continues?`${message} ${text2}`.trim():text2).slice(0,maxCharacters),message}}function lastMessage(output){
return output.split(`
`).map(messageReader()).findLast(message=>message!=="")??""}var brokenFrom=40;function outputJudge({expect:expect2,forbid}){const missing6=new Map(expect2.map(text2=>[
normal2(text2),text2])),forbidden2=forbid.map(text2=>[normal2(text2),text2]),longest4=Math.max(0,...[...expect2,...forbid].map(text2=>text2.length)),streams=new Map;
let found;return{line:(text2,stream)=>{const{window:window2,messageOf}=streams.get(stream)??{window:emptyWindow,messageOf:messageReader()};let last=window2;for(const part19 of text2.
split("\r")){const seen=extended(last,textOf(part19),longest4);last=seen.window;const message=messageOf(part19),holds2=wanted=>seen.readings.some(reading=>reading.
includes(wanted));for(const wanted of missing6.keys())holds2(wanted)&&missing6.delete(wanted);const forbiddenHere=forbidden2.find(([wanted])=>holds2(wanted));forbiddenHere!==
void 0&&(found??=saysForbidden(forbiddenHere[1],message))}streams.set(stream,{window:last,messageOf})},fault:()=>{if(found!==void 0)return found;const[first2]=missing6.
values();return first2===void 0?void 0:`its output does not say "${first2}"`}}}var emptyWindow={spaced:"",joined:"",mayBeBroken:!1};function extended({spaced,joined:joined3,
mayBeBroken},part19,longest4){const line2=normal2(part19),withSpace=`${spaced} ${line2}`.trimStart(),unbroken=mayBeBroken?`${joined3}${line2}`:`${joined3} ${line2}`.
trimStart();return{window:{spaced:withSpace.slice(-longest4),joined:unbroken.slice(-longest4),mayBeBroken:part19.trimEnd().length>=brokenFrom&&!/[\s|\u2500-\u259f]$/.
test(part19)},readings:[withSpace,unbroken]}}function normal2(text2){return normal(text2.replaceAll("|"," "))}function saysForbidden(text2,line2){return line2===
text2||line2===""?`its output says "${text2}"`:`its output says "${text2}": ${line2.slice(0,300)}`}import{array as array3,lazy,looseObject,record as record2,string as string4,
union as union3,unknown}from"./start.js";var projectVariable="COMPOSE_PROJECT_NAME",written2=lazy(()=>looseObject({file:union3([string4(),array3(string4())]),project:string4().
optional(),env:record2(string4(),unknown()).optional(),"env-file":looseObject({file:string4()}).optional(),context:string4().optional(),host:string4().optional()})),
ownEngine=/^(?:unix|npipe|fd):|^tcp:\/\/(?:localhost|127\.|\[::1\])/i,composePlace={keys:["file","project",`env.${projectVariable}`,"env-file.file","pinned.url",
"context","host"],written:settings44=>{const read=written2.safeParse(settings44);if(!read.success)return;const{file:file2,project,env={},"env-file":envFile,context,
host}=read.data;if(host===void 0?context===void 0||context==="default":ownEngine.test(host))return;const name=project??env[projectVariable],text2=JSON.stringify(
{host,context,...name===void 0?{file:file2,env,envFile}:{name}}),key3=project!==void 0||name===void 0?"project":`env.${projectVariable}`;return{text:text2,key:key3,
advice:'give each environment its own project, such as `project: "{system}-{environment}"`'}}};import{ProxyFailure}from"./start.js";import{SystemFailure as SystemFailure3,
UserError as UserError3}from"./start.js";var means="The list of releases is incomplete, so no path was planned.",harmlessParameters=new Set(["page","per_page","\
n","last","service","scope"]);function shownUrl(url2){const shown2=new URL(url2);shown2.username="",shown2.password="",shown2.hash="";for(const name of new Set(
shown2.searchParams.keys()))harmlessParameters.has(name)||shown2.searchParams.set(name,"***");return shown2.href}function refusedAnswer(source2,url2,reply,next){
return new SystemFailure3({happened:`The releases could not be read from ${source2}: ${shownUrl(url2)} answered ${reply.status}.`,means,next:next??adviceOnStatus(
reply.status)})}function noAnswer2(source2,url2,cause,attempts22,timeout2){const happened2=`The releases could not be read from ${source2}: ${shownUrl(url2)} ga\
ve no complete answer in ${attempts22} attempts (${reasonOf(cause,timeout2)}).`,next="Check the address, the network and the proxy of this machine, then run the\
 command again; or plan from a saved list with --releases.";return new SystemFailure3({happened:happened2,means,next},{cause})}function malformedResponse(source2,url2,what){
return new SystemFailure3({happened:`The releases could not be read from ${source2}: what ${shownUrl(url2)} answered ${what}.`,means,next:"Check that the addres\
s is that of such a server, and that no proxy or login page answers in its place."})}function adviceOnStatus(status){return status===401?"Check the credential t\
hat is configured for this source; it may have expired.":status===403?"The server refuses: check the credential of this source and what it may read.":status===404?
"Check the name; a private one also answers 404 when the credential may not read it.":status===429?"The server limits how often it is asked: run the command aga\
in later.":status>=500?"The server's own failure: run the command again later, or use a pinned copy with --releases.":"Check the address and the name."}function reasonOf(cause,timeout2){
for(let error2=cause;error2 instanceof Error;error2=error2.cause){if(error2 instanceof ProxyFailure)return error2.message;if(error2.name==="TimeoutError")return`\
nothing within ${timeout2/1e3} s`;if("code"in error2&&typeof error2.code=="string")return error2.code;if(error2.cause===void 0)return error2.message}return String(
cause)}var transient=new Set([408,429,500,502,503,504]);function judgeTransient(reply,attempt,now){return transient.has(reply.status)?{kind:"again",milliseconds:retryAfter(
reply.headers,now)??1e3*2**(attempt-1),why:`it answered ${reply.status}`}:{kind:"final"}}function retryAfter(headers,now){const text2=headers.get("retry-after")?.
trim();if(text2===void 0||text2==="")return;if(/^\d{1,9}$/.test(text2))return Number(text2)*1e3;const date4=Date.parse(text2);return Number.isNaN(date4)?void 0:
Math.max(0,date4-now.getTime())}var releaseLimits={answerMegabytes:256,releases:1e5},timeoutMilliseconds=6e4,attempts=4,retryMilliseconds=15*6e4,largestBody=releaseLimits.
answerMegabytes*1024*1024;function httpClient(effects,options){const judge2=options.judge??judgeTransient;return async(request2,signal)=>{const{url:url2}=request2,
ends2=signal?[effects.signal,signal]:[effects.signal],cancelled=AbortSignal.any(ends2);let waited=0;for(let attempt=1;;attempt++){cancelled.throwIfAborted();const asked=await ask(
effects.fetch,request2,cancelled),judgement=asked.kind==="reply"?judge2(asked.reply,attempt,effects.clock.now()):retryLater(attempt);if(!(judgement.kind==="agai\
n"&&attempt<attempts&&waited+judgement.milliseconds<=retryMilliseconds)){if(asked.kind==="reply")return asked.reply;throw noAnswer2(options.source,url2,asked.cause,
attempt,timeoutMilliseconds)}if(judgement.milliseconds>=1e4){const seconds=Math.ceil(judgement.milliseconds/1e3);effects.log.warn(`Waiting ${seconds} s before a\
sking ${shownUrl(url2)} again: ${judgement.why}.`)}waited+=judgement.milliseconds,await effects.clock.sleep(judgement.milliseconds,cancelled)}}}async function ask(fetch,{
url:url2,headers,form:form2},cancelled){try{const response=await fetch(url2,{...form2!==void 0&&{method:"POST",body:form2},headers:{"user-agent":"staged-upgrade",
...headers},signal:AbortSignal.any([cancelled,AbortSignal.timeout(timeoutMilliseconds)])}),body=await readBody(response,url2);return{kind:"reply",reply:{status:response.
status,headers:response.headers,body}}}catch(cause){if(cancelled.throwIfAborted(),cause instanceof SystemFailure3||cause instanceof UserError3)throw cause;return{
kind:"none",cause}}}async function readBody(response,url2){const chunks=[];let size=0;for await(const chunk of response.body??[]){if(size+=chunk.byteLength,size>
largestBody)throw tooLarge(url2);chunks.push(chunk)}return new TextDecoder().decode(Buffer.concat(chunks))}function retryLater(attempt){return{kind:"again",milliseconds:1e3*
2**(attempt-1),why:"it did not answer"}}function tooLarge(url2){return new SystemFailure3({happened:`${shownUrl(url2)} answered with more than ${largestBody/1024/
1024} MiB.`,means:"The list of releases is incomplete, so no path was planned.",next:"Check that the address is right, or use another release source, such as a \
file."})}import{ProxyFailure as ProxyFailure2}from"./start.js";var a2=Symbol.for("yaml.alias"),y=Symbol.for("yaml.document"),o=Symbol.for("yaml.map"),l=Symbol.for(
"yaml.pair"),r=Symbol.for("yaml.scalar"),s=Symbol.for("yaml.seq"),c=Symbol.for("yaml.node.type"),i=t4=>!!t4&&typeof t4=="object"&&t4[c]===a2,m4=t4=>!!t4&&typeof t4==
"object"&&t4[c]===y,b=t4=>!!t4&&typeof t4=="object"&&t4[c]===o,p=t4=>!!t4&&typeof t4=="object"&&t4[c]===l,e=t4=>!!t4&&typeof t4=="object"&&t4[c]===r,S=t4=>!!t4&&
typeof t4=="object"&&t4[c]===s;function f2(t4){if(t4&&typeof t4=="object")switch(t4[c]){case o:case s:return!0}return!1}function n(t4){if(t4&&typeof t4=="object")
switch(t4[c]){case a2:case o:case r:case s:return!0}return!1}var u2=t4=>(e(t4)||f2(t4))&&!!t4.anchor,i2=Symbol("break visit"),V=Symbol("skip children"),s2=Symbol(
"remove node");function m22(e4,l92){const t4=w(l92);m4(e4)?a22(null,e4.contents,t4,Object.freeze([e4]))===s2&&(e4.contents=null):a22(null,e4,t4,Object.freeze([]))}
m22.BREAK=i2,m22.SKIP=V,m22.REMOVE=s2;function a22(e4,l92,t4,c122){const n11=z(e4,l92,t4,c122);if(n(n11)||p(n11))return A(e4,c122,n11),a22(e4,n11,t4,c122);if(typeof n11!=
"symbol"){if(f2(l92)){c122=Object.freeze(c122.concat(l92));for(let f122=0;f122<l92.items.length;++f122){const u132=a22(f122,l92.items[f122],t4,c122);if(typeof u132==
"number")f122=u132-1;else{if(u132===i2)return i2;u132===s2&&(l92.items.splice(f122,1),f122-=1)}}}else if(p(l92)){c122=Object.freeze(c122.concat(l92));const f122=a22(
"key",l92.key,t4,c122);if(f122===i2)return i2;f122===s2&&(l92.key=null);const u132=a22("value",l92.value,t4,c122);if(u132===i2)return i2;u132===s2&&(l92.value=null)}}
return n11}async function S2(e4,l92){const t4=w(l92);m4(e4)?await b2(null,e4.contents,t4,Object.freeze([e4]))===s2&&(e4.contents=null):await b2(null,e4,t4,Object.
freeze([]))}S2.BREAK=i2,S2.SKIP=V,S2.REMOVE=s2;async function b2(e4,l92,t4,c122){const n11=await z(e4,l92,t4,c122);if(n(n11)||p(n11))return A(e4,c122,n11),b2(e4,
n11,t4,c122);if(typeof n11!="symbol"){if(f2(l92)){c122=Object.freeze(c122.concat(l92));for(let f122=0;f122<l92.items.length;++f122){const u132=await b2(f122,l92.
items[f122],t4,c122);if(typeof u132=="number")f122=u132-1;else{if(u132===i2)return i2;u132===s2&&(l92.items.splice(f122,1),f122-=1)}}}else if(p(l92)){c122=Object.
freeze(c122.concat(l92));const f122=await b2("key",l92.key,t4,c122);if(f122===i2)return i2;f122===s2&&(l92.key=null);const u132=await b2("value",l92.value,t4,c122);
if(u132===i2)return i2;u132===s2&&(l92.value=null)}}return n11}function w(e4){return typeof e4=="object"&&(e4.Collection||e4.Node||e4.Value)?Object.assign({Alias:e4.
Node,Map:e4.Node,Scalar:e4.Node,Seq:e4.Node},e4.Value&&{Map:e4.Value,Scalar:e4.Value,Seq:e4.Value},e4.Collection&&{Map:e4.Collection,Seq:e4.Collection},e4):e4}function z(e4,l92,t4,c122){
if(typeof t4=="function")return t4(e4,l92,c122);if(b(l92))return t4.Map?.(e4,l92,c122);if(S(l92))return t4.Seq?.(e4,l92,c122);if(p(l92))return t4.Pair?.(e4,l92,
c122);if(e(l92))return t4.Scalar?.(e4,l92,c122);if(i(l92))return t4.Alias?.(e4,l92,c122)}function A(e4,l92,t4){const c122=l92[l92.length-1];if(f2(c122))c122.items[e4]=
t4;else if(p(c122))e4==="key"?c122.key=t4:c122.value=t4;else if(m4(c122))c122.contents=t4;else{const n11=i(c122)?"alias":"scalar";throw new Error(`Cannot replac\
e node with ${n11} parent`)}}var u22={"!":"%21",",":"%2C","[":"%5B","]":"%5D","{":"%7B","}":"%7D"},o2=h62=>h62.replace(/[!,[\]{}]/g,t4=>u22[t4]),n2=class _n{constructor(t4,e4){
this.docStart=null,this.docEnd=!1,this.yaml=Object.assign({},_n.defaultYaml,t4),this.tags=Object.assign({},_n.defaultTags,e4)}clone(){const t4=new _n(this.yaml,
this.tags);return t4.docStart=this.docStart,t4}atDocument(){const t4=new _n(this.yaml,this.tags);switch(this.yaml.version){case"1.1":this.atNextDocument=!0;break;case"\
1.2":this.atNextDocument=!1,this.yaml={explicit:_n.defaultYaml.explicit,version:"1.2"},this.tags=Object.assign({},_n.defaultTags);break}return t4}add(t4,e4){this.
atNextDocument&&(this.yaml={explicit:_n.defaultYaml.explicit,version:"1.1"},this.tags=Object.assign({},_n.defaultTags),this.atNextDocument=!1);const a112=t4.trim().
split(/[ \t]+/),l92=a112.shift();switch(l92){case"%TAG":{if(a112.length!==2&&(e4(0,"%TAG directive should contain exactly two parts"),a112.length<2))return!1;const[
s92,i82]=a112;return this.tags[s92]=i82,!0}case"%YAML":{if(this.yaml.explicit=!0,a112.length!==1)return e4(0,"%YAML directive should contain exactly one part"),
!1;const[s92]=a112;if(s92==="1.1"||s92==="1.2")return this.yaml.version=s92,!0;{const i82=/^\d+\.\d+$/.test(s92);return e4(6,`Unsupported YAML version ${s92}`,i82),
!1}}default:return e4(0,`Unknown directive ${l92}`,!0),!1}}tagName(t4,e4){if(t4==="!")return"!";if(t4[0]!=="!")return e4(`Not a valid tag: ${t4}`),null;if(t4[1]===
"<"){const i82=t4.slice(2,-1);return i82==="!"||i82==="!!"?(e4(`Verbatim tags aren't resolved, so ${t4} is invalid.`),null):(t4[t4.length-1]!==">"&&e4("Verbatim\
 tags must end with a >"),i82)}const[,a112,l92]=t4.match(/^(.*!)([^!]*)$/s);l92||e4(`The ${t4} tag has no suffix`);const s92=this.tags[a112];if(s92)try{return s92+
decodeURIComponent(l92)}catch(i82){return e4(String(i82)),null}return a112==="!"?t4:(e4(`Could not resolve tag: ${t4}`),null)}tagString(t4){for(const[e4,a112]of Object.
entries(this.tags))if(t4.startsWith(a112))return e4+o2(t4.substring(a112.length));return t4[0]==="!"?t4:`!<${t4}>`}toString(t4){const e4=this.yaml.explicit?[`%Y\
AML ${this.yaml.version||"1.2"}`]:[],a112=Object.entries(this.tags);let l92;if(t4&&a112.length>0&&n(t4.contents)){const s92={};m22(t4.contents,(i82,r8)=>{n(r8)&&
r8.tag&&(s92[r8.tag]=!0)}),l92=Object.keys(s92)}else l92=[];for(const[s92,i82]of a112)s92==="!!"&&i82==="tag:yaml.org,2002:"||(!t4||l92.some(r8=>r8.startsWith(i82)))&&
e4.push(`%TAG ${s92} ${i82}`);return e4.join(`
`)}};n2.defaultYaml={explicit:!1,version:"1.2"},n2.defaultTags={"!!":"tag:yaml.org,2002:"};function d(r8){if(/[\x00-\x19\s,[\]{}]/.test(r8)){const n11=`Anchor m\
ust not contain whitespace or control characters: ${JSON.stringify(r8)}`;throw new Error(n11)}return!0}function i3(r8){const t4=new Set;return m22(r8,{Value(n11,e4){
e4.anchor&&t4.add(e4.anchor)}}),t4}function h(r8,t4){for(let n11=1;;++n11){const e4=`${r8}${n11}`;if(!t4.has(e4))return e4}}function p2(r8,t4){const n11=[],e4=new Map;
let c122=null;return{onAnchor:s92=>{n11.push(s92),c122??(c122=i3(r8));const o82=h(t4,c122);return c122.add(o82),o82},setAnchors:()=>{for(const s92 of n11){const o82=e4.
get(s92);if(typeof o82=="object"&&o82.anchor&&(e(o82.node)||f2(o82.node)))o82.node.anchor=o82.anchor;else{const a112=new Error("Failed to resolve repeated objec\
t (this should not happen)");throw a112.source=s92,a112}}},sourceObjects:e4}}function s3(o82,c122,d92,e4){if(e4&&typeof e4=="object")if(Array.isArray(e4))for(let f122=0,
t4=e4.length;f122<t4;++f122){const n11=e4[f122],i82=s3(o82,e4,String(f122),n11);i82===void 0?delete e4[f122]:i82!==n11&&(e4[f122]=i82)}else if(e4 instanceof Map)
for(const f122 of Array.from(e4.keys())){const t4=e4.get(f122),n11=s3(o82,e4,f122,t4);n11===void 0?e4.delete(f122):n11!==t4&&e4.set(f122,n11)}else if(e4 instanceof
Set)for(const f122 of Array.from(e4)){const t4=s3(o82,e4,f122,f122);t4===void 0?e4.delete(f122):t4!==f122&&(e4.delete(f122),e4.add(t4))}else for(const[f122,t4]of Object.
entries(e4)){const n11=s3(o82,e4,f122,t4);n11===void 0?delete e4[f122]:n11!==t4&&(e4[f122]=n11)}return o82.call(c122,d92,e4)}function i4(r8,e4,n11){if(Array.isArray(
r8))return r8.map((o82,t4)=>i4(o82,String(t4),n11));if(r8&&typeof r8.toJSON=="function"){if(!n11||!u2(r8))return r8.toJSON(e4,n11);const o82={aliasCount:0,count:1,
res:void 0};n11.anchors.set(r8,o82),n11.onCreate=f122=>{o82.res=f122,delete n11.onCreate};const t4=r8.toJSON(e4,n11);return n11.onCreate&&n11.onCreate(t4),t4}return typeof r8==
"bigint"&&!n11?.keep?Number(r8):r8}var y2=class{constructor(e4){Object.defineProperty(this,c,{value:e4})}clone(){const e4=Object.create(Object.getPrototypeOf(this),
Object.getOwnPropertyDescriptors(this));return this.range&&(e4.range=this.range.slice()),e4}toJS(e4,{mapAsMap:c122,maxAliasCount:r8,onAnchor:o82,reviver:s92}={}){
if(!m4(e4))throw new TypeError("A document argument is required");const n11={anchors:new Map,doc:e4,keep:!0,mapAsMap:c122===!0,mapKeyWarned:!1,maxAliasCount:typeof r8==
"number"?r8:100},t4=i4(this,"",n11);if(typeof o82=="function")for(const{count:i82,res:p82}of n11.anchors.values())o82(p82,i82);return typeof s92=="function"?s3(
s92,{"":t4},"",t4):t4}},A2=class extends y2{constructor(o82){super(a2),this.source=o82,Object.defineProperty(this,"tag",{set(){throw new Error("Alias nodes cann\
ot have tags")}})}resolve(o82,e4){if(e4?.maxAliasCount===0)throw new ReferenceError("Alias resolution is disabled");let r8;e4?.aliasResolveCache?r8=e4.aliasResolveCache:
(r8=[],m22(o82,{Node:(t4,a112)=>{(i(a112)||u2(a112))&&r8.push(a112)}}),e4&&(e4.aliasResolveCache=r8));let s92;for(const t4 of r8){if(t4===this)break;t4.anchor===
this.source&&(s92=t4)}if(s92&&e4){const{anchors:t4,doc:a112,maxAliasCount:c122}=e4;let i82=t4.get(s92);if(i82||(i4(s92,null,e4),i82=t4.get(s92)),i82?.res===void 0){
const u132="This should not happen: Alias anchor was not resolved?";throw new ReferenceError(u132)}if(c122>=0&&(i82.count+=1,i82.aliasCount===0&&(i82.aliasCount=
l2(a112,s92,t4)),i82.count*i82.aliasCount>c122)){const u132="Excessive alias count indicates a resource exhaustion attack";throw new ReferenceError(u132)}}return s92}toJSON(o82,e4){
if(!e4)return{source:this.source};const r8=this.resolve(e4.doc,e4);if(!r8){const s92=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;
throw new ReferenceError(s92)}return e4.anchors.get(r8).res}toString(o82,e4,r8){const s92=`*${this.source}`;if(o82){if(d(this.source),o82.options.verifyAliasOrder&&
!o82.anchors.has(this.source)){const t4=`Unresolved alias (the anchor must be set before the alias): ${this.source}`;throw new Error(t4)}if(o82.implicitKey)return`${s92}\
 `}return s92}};function l2(n11,o82,e4){if(i(o82)){const r8=o82.resolve(n11),s92=e4&&r8&&e4.get(r8);return s92?s92.count*s92.aliasCount:0}else if(f2(o82)){let r8=0;
for(const s92 of o82.items){const t4=l2(n11,s92,e4);t4>r8&&(r8=t4)}return r8}else if(p(o82)){const r8=l2(n11,o82.key,e4),s92=l2(n11,o82.value,e4);return Math.max(
r8,s92)}return 1}var E=o82=>!o82||typeof o82!="function"&&typeof o82!="object",t=class extends y2{constructor(r8){super(r),this.value=r8}toJSON(r8,L43){return L43?.
keep?this.value:i4(this.value,r8,L43)}toString(){return String(this.value)}};t.BLOCK_FOLDED="BLOCK_FOLDED",t.BLOCK_LITERAL="BLOCK_LITERAL",t.PLAIN="PLAIN",t.QUOTE_DOUBLE=
"QUOTE_DOUBLE",t.QUOTE_SINGLE="QUOTE_SINGLE";var S3="tag:yaml.org,2002:";function w2(n11,i82,o82){if(i82){const r8=o82.filter(e4=>e4.tag===i82),c122=r8.find(e4=>!e4.
format)??r8[0];if(!c122)throw new Error(`Tag ${i82} not found`);return c122}return o82.find(r8=>r8.identify?.(n11)&&!r8.format)}function T(n11,i82,o82){if(m4(n11)&&
(n11=n11.contents),n(n11))return n11;if(p(n11)){const s92=o82.schema[o].createNode?.(o82.schema,null,o82);return s92.items.push(n11),s92}(n11 instanceof String||
n11 instanceof Number||n11 instanceof Boolean||typeof BigInt<"u"&&n11 instanceof BigInt)&&(n11=n11.valueOf());const{aliasDuplicateObjects:r8,onAnchor:c122,onTagObj:e4,
schema:d92,sourceObjects:p82}=o82;let t4;if(r8&&n11&&typeof n11=="object"){if(t4=p82.get(n11),t4)return t4.anchor??(t4.anchor=c122(n11)),new A2(t4.anchor);t4={anchor:null,
node:null},p82.set(n11,t4)}i82?.startsWith("!!")&&(i82=S3+i82.slice(2));let f122=w2(n11,i82,d92.tags);if(!f122){if(n11&&typeof n11.toJSON=="function"&&(n11=n11.
toJSON()),!n11||typeof n11!="object"){const s92=new t(n11);return t4&&(t4.node=s92),s92}f122=n11 instanceof Map?d92[o]:Symbol.iterator in Object(n11)?d92[s]:d92[o]}
e4&&(e4(f122),delete o82.onTagObj);const m72=f122?.createNode?f122.createNode(o82.schema,n11,o82):typeof f122?.nodeClass?.from=="function"?f122.nodeClass.from(o82.
schema,n11,o82):new t(n11);return i82?m72.tag=i82:f122.default||(m72.tag=f122.tag),t4&&(t4.node=m72),m72}function l3(o82,n11,t4){let e4=t4;for(let s92=n11.length-
1;s92>=0;--s92){const r8=n11[s92];if(typeof r8=="number"&&Number.isInteger(r8)&&r8>=0){const c122=[];c122[r8]=e4,e4=c122}else e4=new Map([[r8,e4]])}return T(e4,
void 0,{aliasDuplicateObjects:!1,keepUndefined:!1,onAnchor:()=>{throw new Error("This should not happen, please report a bug.")},schema:o82,sourceObjects:new Map})}
var u3=o82=>o82==null||typeof o82=="object"&&!!o82[Symbol.iterator]().next().done,g2=class extends y2{constructor(n11,t4){super(n11),Object.defineProperty(this,
"schema",{value:t4,configurable:!0,enumerable:!1,writable:!0})}clone(n11){const t4=Object.create(Object.getPrototypeOf(this),Object.getOwnPropertyDescriptors(this));
return n11&&(t4.schema=n11),t4.items=t4.items.map(e4=>n(e4)||p(e4)?e4.clone(n11):e4),this.range&&(t4.range=this.range.slice()),t4}addIn(n11,t4){if(u3(n11))this.
add(t4);else{const[e4,...s92]=n11,r8=this.get(e4,!0);if(f2(r8))r8.addIn(s92,t4);else if(r8===void 0&&this.schema)this.set(e4,l3(this.schema,s92,t4));else throw new Error(
`Expected YAML collection at ${e4}. Remaining path: ${s92}`)}}deleteIn(n11){const[t4,...e4]=n11;if(e4.length===0)return this.delete(t4);const s92=this.get(t4,!0);
if(f2(s92))return s92.deleteIn(e4);throw new Error(`Expected YAML collection at ${t4}. Remaining path: ${e4}`)}getIn(n11,t4){const[e4,...s92]=n11,r8=this.get(e4,
!0);return s92.length===0?!t4&&e(r8)?r8.value:r8:f2(r8)?r8.getIn(s92,t4):void 0}hasAllNullValues(n11){return this.items.every(t4=>{if(!p(t4))return!1;const e4=t4.
value;return e4==null||n11&&e(e4)&&e4.value==null&&!e4.commentBefore&&!e4.comment&&!e4.tag})}hasIn(n11){const[t4,...e4]=n11;if(e4.length===0)return this.has(t4);
const s92=this.get(t4,!0);return f2(s92)?s92.hasIn(e4):!1}setIn(n11,t4){const[e4,...s92]=n11;if(s92.length===0)this.set(e4,t4);else{const r8=this.get(e4,!0);if(f2(
r8))r8.setIn(s92,t4);else if(r8===void 0&&this.schema)this.set(e4,l3(this.schema,s92,t4));else throw new Error(`Expected YAML collection at ${e4}. Remaining pat\
h: ${s92}`)}}},s4=n11=>n11.replace(/^(?!$)(?: $)?/gm,"#");function r2(n11,e4){return/^\n+$/.test(n11)?n11.substring(1):e4?n11.replace(/^(?! *$)/gm,e4):n11}var t2=(n11,e4,i82)=>n11.
endsWith(`
`)?r2(i82,e4):i82.includes(`
`)?`
`+r2(i82,e4):(n11.endsWith(" ")?"":" ")+i82,E2="flow",O="block",L="quoted";function U(e4,l92,a112="flow",{indentAtStart:g11,lineWidth:c122=80,minContentWidth:r8=20,
onFold:$5,onOverflow:k23}={}){if(!c122||c122<0)return e4;c122<r8&&(r8=0);const p82=Math.max(1+r8,1+c122-l92.length);if(e4.length<=p82)return e4;const u132=[],b82={};
let i82=c122-l92.length;typeof g11=="number"&&(g11>c122-Math.max(2,r8)?u132.push(0):i82=c122-g11);let h62,o82,F32=!1,f122=-1,D23=-1,d92=-1;a112===O&&(f122=_2(e4,
f122,l92.length),f122!==-1&&(i82=f122+p82));for(let n11;n11=e4[f122+=1];){if(a112===L&&n11==="\\"){switch(D23=f122,e4[f122+1]){case"x":f122+=3;break;case"u":f122+=
5;break;case"U":f122+=9;break;default:f122+=1}d92=f122}if(n11===`
`)a112===O&&(f122=_2(e4,f122,l92.length)),i82=f122+l92.length+p82,h62=void 0;else{if(n11===" "&&o82&&o82!==" "&&o82!==`
`&&o82!=="	"){const s92=e4[f122+1];s92&&s92!==" "&&s92!==`
`&&s92!=="	"&&(h62=f122)}if(f122>=i82)if(h62)u132.push(h62),i82=h62+p82,h62=void 0;else if(a112===L){for(;o82===" "||o82==="	";)o82=n11,n11=e4[f122+=1],F32=!0;const s92=f122>
d92+1?f122-2:D23-1;if(b82[s92])return e4;u132.push(s92),b82[s92]=!0,i82=s92+p82,h62=void 0}else F32=!0}o82=n11}if(F32&&k23&&k23(),u132.length===0)return e4;$5&&
$5();let w10=e4.slice(0,u132[0]);for(let n11=0;n11<u132.length;++n11){const s92=u132[n11],M32=u132[n11+1]||e4.length;s92===0?w10=`
${l92}${e4.slice(0,M32)}`:(a112===L&&b82[s92]&&(w10+=`${e4[s92]}\\`),w10+=`
${l92}${e4.slice(s92+1,M32)}`)}return w10}function _2(e4,l92,a112){let g11=l92,c122=l92+1,r8=e4[c122];for(;r8===" "||r8==="	";)if(l92<c122+a112)r8=e4[++l92];else{
do r8=e4[++l92];while(r8&&r8!==`
`);g11=l92,c122=l92+1,r8=e4[c122]}return g11}var D=(i82,e4)=>({indentAtStart:e4?i82.indent.length:i82.indentAtStart,lineWidth:i82.options.lineWidth,minContentWidth:i82.
options.minContentWidth}),y3=i82=>/^(%|---|\.\.\.)/m.test(i82);function P(i82,e4,n11){if(!e4||e4<0)return!1;const r8=e4-n11,c122=i82.length;if(c122<=r8)return!1;
for(let l92=0,t4=0;l92<c122;++l92)if(i82[l92]===`
`){if(l92-t4>r8)return!0;if(t4=l92+1,c122-t4<=r8)return!1}return!0}function S4(i82,e4){const n11=JSON.stringify(i82);if(e4.options.doubleQuotedAsJSON)return n11;
const{implicitKey:r8}=e4,c122=e4.options.doubleQuotedMinMultiLineLength,l92=e4.indent||(y3(i82)?"  ":"");let t4="",f122=0;for(let s92=0,o82=n11[s92];o82;o82=n11[++s92])
if(o82===" "&&n11[s92+1]==="\\"&&n11[s92+2]==="n"&&(t4+=n11.slice(f122,s92)+"\\ ",s92+=1,f122=s92,o82="\\"),o82==="\\")switch(n11[s92+1]){case"u":{t4+=n11.slice(
f122,s92);const u132=n11.substr(s92+2,4);switch(u132){case"0000":t4+="\\0";break;case"0007":t4+="\\a";break;case"000b":t4+="\\v";break;case"001b":t4+="\\e";break;case"\
0085":t4+="\\N";break;case"00a0":t4+="\\_";break;case"2028":t4+="\\L";break;case"2029":t4+="\\P";break;default:u132.substr(0,2)==="00"?t4+="\\x"+u132.substr(2):
t4+=n11.substr(s92,6)}s92+=5,f122=s92+1}break;case"n":if(r8||n11[s92+2]==='"'||n11.length<c122)s92+=1;else{for(t4+=n11.slice(f122,s92)+`

`;n11[s92+2]==="\\"&&n11[s92+3]==="n"&&n11[s92+4]!=='"';)t4+=`
`,s92+=2;t4+=l92,n11[s92+2]===" "&&(t4+="\\"),s92+=1,f122=s92+1}break;default:s92+=1}return t4=f122?t4+n11.slice(f122):n11,r8?t4:U(t4,l92,L,D(e4,!1))}function Q(i82,e4){
if(e4.options.singleQuote===!1||e4.implicitKey&&i82.includes(`
`)||/[ \t]\n|\n[ \t]/.test(i82))return S4(i82,e4);const n11=e4.indent||(y3(i82)?"  ":""),r8="'"+i82.replace(/'/g,"''").replace(/\n+/g,`$&
${n11}`)+"'";return e4.implicitKey?r8:U(r8,n11,E2,D(e4,!1))}function h2(i82,e4){const{singleQuote:n11}=e4.options;let r8;if(n11===!1)r8=S4;else{const c122=i82.includes(
'"'),l92=i82.includes("'");c122&&!l92?r8=Q:l92&&!c122?r8=S4:r8=n11?Q:S4}return r8(i82,e4)}var B;try{B=new RegExp(`(^|(?<!
))
+(?!
|$)`,"g")}catch{B=/\n+(?!\n|$)/g}function F({comment:i82,type:e4,value:n11},r8,c122,l92){const{blockQuote:t4,commentString:f122,lineWidth:s92}=r8.options;if(!t4||
/\n[\t ]+$/.test(n11))return h2(n11,r8);const o82=r8.indent||(r8.forceBlockIndent||y3(n11)?"  ":""),u132=t4==="literal"?!0:t4==="folded"||e4===t.BLOCK_FOLDED?!1:
e4===t.BLOCK_LITERAL?!0:!P(n11,s92,o82.length);if(!n11)return u132?`|
`:`>
`;let b82,d92;for(d92=n11.length;d92>0;--d92){const p82=n11[d92-1];if(p82!==`
`&&p82!=="	"&&p82!==" ")break}let a112=n11.substring(d92);const k23=a112.indexOf(`
`);k23===-1?b82="-":n11===a112||k23!==a112.length-1?(b82="+",l92&&l92()):b82="",a112&&(n11=n11.slice(0,-a112.length),a112[a112.length-1]===`
`&&(a112=a112.slice(0,-1)),a112=a112.replace(B,`$&${o82}`));let $5=!1,L43,_52=-1;for(L43=0;L43<n11.length;++L43){const p82=n11[L43];if(p82===" ")$5=!0;else if(p82===
`
`)_52=L43;else break}let O4=n11.substring(0,_52<L43?_52+1:L43);O4&&(n11=n11.substring(O4.length),O4=O4.replace(/\n+/g,`$&${o82}`));let w10=($5?o82?"2":"1":"")+b82;
if(i82&&(w10+=" "+f122(i82.replace(/ ?[\r\n]+/g," ")),c122&&c122()),!u132){const p82=n11.replace(/\n+/g,`
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g,"$1$2").replace(/\n+/g,`$&${o82}`);let N32=!1;const T32=D(r8,!0);t4!=="folded"&&e4!==t.BLOCK_FOLDED&&
(T32.onOverflow=()=>{N32=!0});const K32=U(`${O4}${p82}${a112}`,o82,O,T32);if(!N32)return`>${w10}
${o82}${K32}`}return n11=n11.replace(/\n+/g,`$&${o82}`),`|${w10}
${o82}${O4}${n11}${a112}`}function W(i82,e4,n11,r8){const{type:c122,value:l92}=i82,{actualString:t4,implicitKey:f122,indent:s92,indentStep:o82,inFlow:u132}=e4;if(f122&&
l92.includes(`
`)||u132&&/[[\]{},]/.test(l92))return h2(l92,e4);if(/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(l92))return f122||u132||
!l92.includes(`
`)?h2(l92,e4):F(i82,e4,n11,r8);if(!f122&&!u132&&c122!==t.PLAIN&&l92.includes(`
`))return F(i82,e4,n11,r8);if(y3(l92)){if(s92==="")return e4.forceBlockIndent=!0,F(i82,e4,n11,r8);if(f122&&s92===o82)return h2(l92,e4)}const b82=l92.replace(/\n+/g,
`$&
${s92}`);if(t4){const d92=$5=>$5.default&&$5.tag!=="tag:yaml.org,2002:str"&&$5.test?.test(b82),{compat:a112,tags:k23}=e4.doc.schema;if(k23.some(d92)||a112?.some(
d92))return h2(l92,e4)}return f122?b82:U(b82,s92,E2,D(e4,!1))}function M(i82,e4,n11,r8){const{implicitKey:c122,inFlow:l92}=e4,t4=typeof i82.value=="string"?i82:
Object.assign({},i82,{value:String(i82.value)});let{type:f122}=i82;f122!==t.QUOTE_DOUBLE&&/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(t4.value)&&(f122=
t.QUOTE_DOUBLE);const s92=u132=>{switch(u132){case t.BLOCK_FOLDED:case t.BLOCK_LITERAL:return c122||l92?h2(t4.value,e4):F(t4,e4,n11,r8);case t.QUOTE_DOUBLE:return S4(
t4.value,e4);case t.QUOTE_SINGLE:return Q(t4.value,e4);case t.PLAIN:return W(t4,e4,n11,r8);default:return null}};let o82=s92(f122);if(o82===null){const{defaultKeyType:u132,
defaultStringType:b82}=e4.options,d92=c122&&u132||b82;if(o82=s92(d92),o82===null)throw new Error(`Unsupported default string type ${d92}`)}return o82}function p3(r8,t4){
const l92=Object.assign({blockQuote:!0,commentString:s4,defaultKeyType:null,defaultStringType:"PLAIN",directives:null,doubleQuotedAsJSON:!1,doubleQuotedMinMultiLineLength:40,
falseStr:"false",flowCollectionPadding:!0,indentSeq:!0,lineWidth:80,minContentWidth:20,nullStr:"null",simpleKeys:!1,singleQuote:null,trailingComma:!1,trueStr:"t\
rue",verifyAliasOrder:!0},r8.schema.toStringOptions,t4);let i82;switch(l92.collectionStyle){case"block":i82=!1;break;case"flow":i82=!0;break;default:i82=null}return{
anchors:new Set,doc:r8,flowCollectionPadding:l92.flowCollectionPadding?" ":"",indent:"",indentStep:typeof l92.indent=="number"?" ".repeat(l92.indent):"  ",inFlow:i82,
options:l92}}function v(r8,t4){if(t4.tag){const e4=r8.filter(n11=>n11.tag===t4.tag);if(e4.length>0)return e4.find(n11=>n11.format===t4.format)??e4[0]}let l92,i82;
if(e(t4)){i82=t4.value;let e4=r8.filter(n11=>n11.identify?.(i82));if(e4.length>1){const n11=e4.filter(o82=>o82.test);n11.length>0&&(e4=n11)}l92=e4.find(n11=>n11.
format===t4.format)??e4.find(n11=>!n11.format)}else i82=t4,l92=r8.find(e4=>e4.nodeClass&&i82 instanceof e4.nodeClass);if(!l92){const e4=i82?.constructor?.name??
(i82===null?"null":typeof i82);throw new Error(`Tag not resolved for ${e4} value`)}return l92}function w3(r8,t4,{anchors:l92,doc:i82}){if(!i82.directives)return"";
const e4=[],n11=(e(r8)||f2(r8))&&r8.anchor;n11&&d(n11)&&(l92.add(n11),e4.push(`&${n11}`));const o82=r8.tag??(t4.default?null:t4.tag);return o82&&e4.push(i82.directives.
tagString(o82)),e4.join(" ")}function b3(r8,t4,l92,i82){if(p(r8))return r8.toString(t4,l92,i82);if(i(r8)){if(t4.doc.directives)return r8.toString(t4);if(t4.resolvedAliases?.
has(r8))throw new TypeError("Cannot stringify circular structure without alias nodes");t4.resolvedAliases?t4.resolvedAliases.add(r8):t4.resolvedAliases=new Set(
[r8]),r8=r8.resolve(t4.doc)}let e4;const n11=n(r8)?r8:t4.doc.createNode(r8,{onTagObj:f122=>e4=f122});e4??(e4=v(t4.doc.schema.tags,n11));const o82=w3(n11,e4,t4);
o82.length>0&&(t4.indentAtStart=(t4.indentAtStart??0)+o82.length+1);const s92=typeof e4.stringify=="function"?e4.stringify(n11,t4,l92,i82):e(n11)?M(n11,t4,l92,i82):
n11.toString(t4,l92,i82);return o82?e(n11)||s92[0]==="{"||s92[0]==="["?`${o82} ${s92}`:`${o82}
${t4.indent}${s92}`:s92}function _22({key:t4,value:i82},e4,h62,g11){const{allNullValues:S92,doc:W23,indent:E72,indentStep:N32,options:{commentString:d92,indentSeq:q22,
simpleKeys:a112}}=e4;let l92=n(t4)&&t4.comment||null;if(a112){if(l92)throw new Error("With simple keys, key nodes cannot have comments");if(f2(t4)||!n(t4)&&typeof t4==
"object"){const r8="With simple keys, collection cannot be used as a key value";throw new Error(r8)}}let s92=!a112&&(!t4||l92&&i82==null&&!e4.inFlow||f2(t4)||(e(
t4)?t4.type===t.BLOCK_FOLDED||t4.type===t.BLOCK_LITERAL:typeof t4=="object"));e4=Object.assign({},e4,{allNullValues:!1,implicitKey:!s92&&(a112||!S92),indent:E72+
N32});let u132=!1,p82=!1,n11=b3(t4,e4,()=>u132=!0,()=>p82=!0);if(!s92&&!e4.inFlow&&n11.length>1024){if(a112)throw new Error("With simple keys, single line scala\
r must not span more than 1024 characters");s92=!0}if(e4.inFlow){if(S92||i82==null)return u132&&h62&&h62(),n11===""?"?":s92?`? ${n11}`:n11}else if(S92&&!a112||i82==
null&&s92)return n11=`? ${n11}`,l92&&!u132?n11+=t2(n11,e4.indent,d92(l92)):p82&&g11&&g11(),n11;u132&&(l92=null),s92?(l92&&(n11+=t2(n11,e4.indent,d92(l92))),n11=
`? ${n11}
${E72}:`):(n11=`${n11}:`,l92&&(n11+=t2(n11,e4.indent,d92(l92))));let b82,w10,c122;n(i82)?(b82=!!i82.spaceBefore,w10=i82.commentBefore,c122=i82.comment):(b82=!1,
w10=null,c122=null,i82&&typeof i82=="object"&&(i82=W23.createNode(i82))),e4.implicitKey=!1,!s92&&!l92&&e(i82)&&(e4.indentAtStart=n11.length+1),p82=!1,!q22&&N32.
length>=2&&!e4.inFlow&&!s92&&S(i82)&&!i82.flow&&!i82.tag&&!i82.anchor&&(e4.indent=e4.indent.substring(2));let $5=!1;const f122=b3(i82,e4,()=>$5=!0,()=>p82=!0);let o82="\
 ";if(l92||b82||w10){if(o82=b82?`
`:"",w10){const r8=d92(w10);o82+=`
${r2(r8,e4.indent)}`}f122===""&&!e4.inFlow?o82===`
`&&c122&&(o82=`

`):o82+=`
${e4.indent}`}else if(!s92&&f2(i82)){const r8=f122[0],y122=f122.indexOf(`
`),j23=y122!==-1,A42=e4.inFlow??i82.flow??i82.items.length===0;if(j23||!A42){let B23=!1;if(j23&&(r8==="&"||r8==="!")){let m72=f122.indexOf(" ");r8==="&"&&m72!==
-1&&m72<y122&&f122[m72+1]==="!"&&(m72=f122.indexOf(" ",m72+1)),(m72===-1||y122<m72)&&(B23=!0)}B23||(o82=`
${e4.indent}`)}}else(f122===""||f122[0]===`
`)&&(o82="");return n11+=o82+f122,e4.inFlow?$5&&h62&&h62():c122&&!$5?n11+=t2(n11,e4.indent,d92(c122)):p82&&g11&&g11(),n11}function c2(n11,o82){(n11==="debug"||n11===
"warn")&&console.warn(o82)}var n3="<<",a3={identify:o82=>o82===n3||typeof o82=="symbol"&&o82.description===n3,default:"key",tag:"tag:yaml.org,2002:merge",test:/^<<$/,
resolve:()=>Object.assign(new t(Symbol(n3)),{addToJSMap:u4}),stringify:()=>n3},b4=(o82,e4)=>(a3.identify(e4)||e(e4)&&(!e4.type||e4.type===t.PLAIN)&&a3.identify(
e4.value))&&o82?.doc.schema.tags.some(s92=>s92.tag===a3.tag&&s92.default);function u4(o82,e4,s92){const r8=d2(o82,s92);if(S(r8))for(const t4 of r8.items)f22(o82,
e4,t4);else if(Array.isArray(r8))for(const t4 of r8)f22(o82,e4,t4);else f22(o82,e4,r8)}function f22(o82,e4,s92){const r8=d2(o82,s92);if(!b(r8))throw new Error("\
Merge sources must be maps or map aliases");const t4=r8.toJSON(null,o82,Map);for(const[i82,l92]of t4)e4 instanceof Map?e4.has(i82)||e4.set(i82,l92):e4 instanceof
Set?e4.add(i82):Object.prototype.hasOwnProperty.call(e4,i82)||Object.defineProperty(e4,i82,{value:l92,writable:!0,enumerable:!0,configurable:!0});return e4}function d2(o82,e4){
return o82&&i(e4)?e4.resolve(o82.doc,o82):e4}function c3(o82,e4,{key:r8,value:i82}){if(n(r8)&&r8.addToJSMap)r8.addToJSMap(o82,e4,i82);else if(b4(o82,r8))u4(o82,
e4,i82);else{const n11=i4(r8,"",o82);if(e4 instanceof Map)e4.set(n11,i4(i82,n11,o82));else if(e4 instanceof Set)e4.add(n11);else{const t4=g22(r8,n11,o82),f122=i4(
i82,t4,o82);t4 in e4?Object.defineProperty(e4,t4,{value:f122,writable:!0,enumerable:!0,configurable:!0}):e4[t4]=f122}}return e4}function g22(o82,e4,r8){if(e4===
null)return"";if(typeof e4!="object")return String(e4);if(n(o82)&&r8?.doc){const i82=p3(r8.doc,{});i82.anchors=new Set;for(const t4 of r8.anchors.keys())i82.anchors.
add(t4.anchor);i82.inFlow=!0,i82.inStringifyKey=!0;const n11=o82.toString(i82);if(!r8.mapKeyWarned){let t4=JSON.stringify(n11);t4.length>40&&(t4=t4.substring(0,
36)+'..."'),c2(r8.doc.options.logLevel,`Keys with collection values will be stringified due to JS Object restrictions: ${t4}. Set mapAsMap: true to use object k\
eys.`),r8.mapKeyWarned=!0}return n11}return JSON.stringify(e4)}function d3(s92,r8,e4){const t4=T(s92,void 0,e4),a112=T(r8,void 0,e4);return new i5(t4,a112)}var i5=class _i{constructor(r8,e4=null){
Object.defineProperty(this,c,{value:l}),this.key=r8,this.value=e4}clone(r8){let{key:e4,value:t4}=this;return n(e4)&&(e4=e4.clone(r8)),n(t4)&&(t4=t4.clone(r8)),new _i(
e4,t4)}toJSON(r8,e4){const t4=e4?.mapAsMap?new Map:{};return c3(e4,t4,this)}toString(r8,e4,t4){return r8?.doc?_22(this,r8,e4,t4):JSON.stringify(this)}};function j2(c122,i82,m72){
return(i82.inFlow??c122.flow?P2:F2)(c122,i82,m72)}function F2({comment:c122,items:i82},m72,{blockItemPrefix:s92,flowChars:a112,itemIndent:g11,onChompKeep:d92,onComment:y122}){
const{indent:B23,options:{commentString:o82}}=m72,k23=Object.assign({},m72,{indent:g11,type:null});let n11=!1;const f122=[];for(let t4=0;t4<i82.length;++t4){const e4=i82[t4];
let l92=null;if(n(e4))!n11&&e4.spaceBefore&&f122.push(""),w4(m72,f122,e4.commentBefore,n11),e4.comment&&(l92=e4.comment);else if(p(e4)){const r8=n(e4.key)?e4.key:
null;r8&&(!n11&&r8.spaceBefore&&f122.push(""),w4(m72,f122,r8.commentBefore,n11))}n11=!1;let u132=b3(e4,k23,()=>l92=null,()=>n11=!0);l92&&(u132+=t2(u132,g11,o82(
l92))),n11&&l92&&(n11=!1),f122.push(s92+u132)}let p82;if(f122.length===0)p82=a112.start+a112.end;else{p82=f122[0];for(let t4=1;t4<f122.length;++t4){const e4=f122[t4];
p82+=e4?`
${B23}${e4}`:`
`}}return c122?(p82+=`
`+r2(o82(c122),B23),y122&&y122()):n11&&d92&&d92(),p82}function P2({items:c122},i82,{flowChars:m72,itemIndent:s92}){const{indent:a112,indentStep:g11,flowCollectionPadding:d92,
options:{commentString:y122}}=i82;s92+=g11;const B23=Object.assign({},i82,{indent:s92,inFlow:!0,type:null});let o82=!1,k23=0;const n11=[];for(let t4=0;t4<c122.length;++t4){
const e4=c122[t4];let l92=null;if(n(e4))e4.spaceBefore&&n11.push(""),w4(i82,n11,e4.commentBefore,!1),e4.comment&&(l92=e4.comment);else if(p(e4)){const r8=n(e4.key)?
e4.key:null;r8&&(r8.spaceBefore&&n11.push(""),w4(i82,n11,r8.commentBefore,!1),r8.comment&&(o82=!0));const h62=n(e4.value)?e4.value:null;h62?(h62.comment&&(l92=h62.
comment),h62.commentBefore&&(o82=!0)):e4.value==null&&r8?.comment&&(l92=r8.comment)}l92&&(o82=!0);let u132=b3(e4,B23,()=>l92=null);o82||(o82=n11.length>k23||u132.
includes(`
`)),t4<c122.length-1?u132+=",":i82.options.trailingComma&&(i82.options.lineWidth>0&&(o82||(o82=n11.reduce((r8,h62)=>r8+h62.length+2,2)+(u132.length+2)>i82.options.
lineWidth)),o82&&(u132+=",")),l92&&(u132+=t2(u132,s92,y122(l92))),n11.push(u132),k23=n11.length}const{start:f122,end:p82}=m72;if(n11.length===0)return f122+p82;
if(!o82){const t4=n11.reduce((e4,l92)=>e4+l92.length+2,2);o82=i82.options.lineWidth>0&&t4>i82.options.lineWidth}if(o82){let t4=f122;for(const e4 of n11)t4+=e4?`\

${g11}${a112}${e4}`:`
`;return`${t4}
${a112}${p82}`}else return`${f122}${d92}${n11.join(" ")}${d92}${p82}`}function w4({indent:c122,options:{commentString:i82}},m72,s92,a112){if(s92&&a112&&(s92=s92.
replace(/^\n+/,"")),s92){const g11=r2(i82(s92),c122);m72.push(g11.trimStart())}}function f3(c122,e4){const i82=e(e4)?e4.value:e4;for(const t4 of c122)if(p(t4)&&
(t4.key===e4||t4.key===i82||e(t4.key)&&t4.key.value===i82))return t4}var M2=class extends g2{static get tagName(){return"tag:yaml.org,2002:map"}constructor(e4){
super(o,e4),this.items=[]}static from(e4,i82,t4){const{keepUndefined:s92,replacer:r8}=t4,o82=new this(e4),l92=(n11,a112)=>{if(typeof r8=="function")a112=r8.call(
i82,n11,a112);else if(Array.isArray(r8)&&!r8.includes(n11))return;(a112!==void 0||s92)&&o82.items.push(d3(n11,a112,t4))};if(i82 instanceof Map)for(const[n11,a112]of i82)
l92(n11,a112);else if(i82&&typeof i82=="object")for(const n11 of Object.keys(i82))l92(n11,i82[n11]);return typeof e4.sortMapEntries=="function"&&o82.items.sort(
e4.sortMapEntries),o82}add(e4,i82){let t4;p(e4)?t4=e4:!e4||typeof e4!="object"||!("key"in e4)?t4=new i5(e4,e4?.value):t4=new i5(e4.key,e4.value);const s92=f3(this.
items,t4.key),r8=this.schema?.sortMapEntries;if(s92){if(!i82)throw new Error(`Key ${t4.key} already set`);e(s92.value)&&E(t4.value)?s92.value.value=t4.value:s92.
value=t4.value}else if(r8){const o82=this.items.findIndex(l92=>r8(t4,l92)<0);o82===-1?this.items.push(t4):this.items.splice(o82,0,t4)}else this.items.push(t4)}delete(e4){
const i82=f3(this.items,e4);return i82?this.items.splice(this.items.indexOf(i82),1).length>0:!1}get(e4,i82){const s92=f3(this.items,e4)?.value;return(!i82&&e(s92)?
s92.value:s92)??void 0}has(e4){return!!f3(this.items,e4)}set(e4,i82){this.add(new i5(e4,i82),!0)}toJSON(e4,i82,t4){const s92=t4?new t4:i82?.mapAsMap?new Map:{};
i82?.onCreate&&i82.onCreate(s92);for(const r8 of this.items)c3(i82,s92,r8);return s92}toString(e4,i82,t4){if(!e4)return JSON.stringify(this);for(const s92 of this.
items)if(!p(s92))throw new Error(`Map items must all be pairs; found ${JSON.stringify(s92)} instead`);return!e4.allNullValues&&this.hasAllNullValues(!1)&&(e4=Object.
assign({},e4,{allNullValues:!0})),j2(this,e4,{blockItemPrefix:"",flowChars:{start:"{",end:"}"},itemIndent:e4.indent||"",onChompKeep:t4,onComment:i82})}},p4={collection:"\
map",default:!0,nodeClass:M2,tag:"tag:yaml.org,2002:map",resolve(o82,t4){return b(o82)||t4("Expected a mapping for this tag"),o82},createNode:(o82,t4,e4)=>M2.from(
o82,t4,e4)},S5=class extends g2{static get tagName(){return"tag:yaml.org,2002:seq"}constructor(t4){super(s,t4),this.items=[]}add(t4){this.items.push(t4)}delete(t4){
const e4=f4(t4);return typeof e4!="number"?!1:this.items.splice(e4,1).length>0}get(t4,e4){const i82=f4(t4);if(typeof i82!="number")return;const r8=this.items[i82];
return!e4&&e(r8)?r8.value:r8}has(t4){const e4=f4(t4);return typeof e4=="number"&&e4<this.items.length}set(t4,e4){const i82=f4(t4);if(typeof i82!="number")throw new Error(
`Expected a valid index, not ${t4}.`);const r8=this.items[i82];e(r8)&&E(e4)?r8.value=e4:this.items[i82]=e4}toJSON(t4,e4){const i82=[];e4?.onCreate&&e4.onCreate(
i82);let r8=0;for(const s92 of this.items)i82.push(i4(s92,String(r8++),e4));return i82}toString(t4,e4,i82){return t4?j2(this,t4,{blockItemPrefix:"- ",flowChars:{
start:"[",end:"]"},itemIndent:(t4.indent||"")+"  ",onChompKeep:i82,onComment:e4}):JSON.stringify(this)}static from(t4,e4,i82){const{replacer:r8}=i82,s92=new this(
t4);if(e4&&Symbol.iterator in Object(e4)){let l92=0;for(let o82 of e4){if(typeof r8=="function"){const u132=e4 instanceof Set?o82:String(l92++);o82=r8.call(e4,u132,
o82)}s92.items.push(T(o82,void 0,i82))}}return s92}};function f4(n11){let t4=e(n11)?n11.value:n11;return t4&&typeof t4=="string"&&(t4=Number(t4)),typeof t4=="nu\
mber"&&Number.isInteger(t4)&&t4>=0?t4:null}var a4={collection:"seq",default:!0,nodeClass:S5,tag:"tag:yaml.org,2002:seq",resolve(e4,o82){return S(e4)||o82("Expec\
ted a sequence for this tag"),e4},createNode:(e4,o82,r8)=>S5.from(e4,o82,r8)},n4={identify:t4=>typeof t4=="string",default:!0,tag:"tag:yaml.org,2002:str",resolve:t4=>t4,
stringify(t4,r8,i82,e4){return r8=Object.assign({actualString:!0},r8),M(t4,r8,i82,e4)}},n5={identify:t4=>t4==null,createNode:()=>new t(null),default:!0,tag:"tag\
:yaml.org,2002:null",test:/^(?:~|[Nn]ull|NULL)?$/,resolve:()=>new t(null),stringify:({source:t4},e4)=>typeof t4=="string"&&n5.test.test(t4)?t4:e4.options.nullStr},
r3={identify:t4=>typeof t4=="boolean",default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,resolve:t4=>new t(t4[0]==="t"||t4[0]==="T"),
stringify({source:t4,value:o82},e4){if(t4&&r3.test.test(t4)){const n11=t4[0]==="t"||t4[0]==="T";if(o82===n11)return t4}return o82?e4.options.trueStr:e4.options.
falseStr}};function o3({format:s92,minFractionDigits:f122,tag:r8,value:t4}){if(typeof t4=="bigint")return String(t4);const i82=typeof t4=="number"?t4:Number(t4);
if(!isFinite(i82))return isNaN(i82)?".nan":i82<0?"-.inf":".inf";let n11=Object.is(t4,-0)?"-0":JSON.stringify(t4);if(!s92&&f122&&(!r8||r8==="tag:yaml.org,2002:fl\
oat")&&/^-?\d/.test(n11)&&!n11.includes("e")){let e4=n11.indexOf(".");e4<0&&(e4=n11.length,n11+=".");let g11=f122-(n11.length-e4-1);for(;g11-- >0;)n11+="0"}return n11}
var r4={identify:t4=>typeof t4=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t4=>t4.slice(-3).
toLowerCase()==="nan"?NaN:t4[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:o3},i6={identify:t4=>typeof t4=="number",default:!0,tag:"tag:y\
aml.org,2002:float",format:"EXP",test:/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,resolve:t4=>parseFloat(t4),stringify(t4){const e4=Number(t4.value);
return isFinite(e4)?e4.toExponential():o3(t4)}},f5={identify:t4=>typeof t4=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
resolve(t4){const e4=new t(parseFloat(t4)),a112=t4.indexOf(".");return a112!==-1&&t4[t4.length-1]==="0"&&(e4.minFractionDigits=t4.length-a112-1),e4},stringify:o3},
e2=t4=>typeof t4=="bigint"||Number.isInteger(t4),o4=(t4,n11,r8,{intAsBigInt:i82})=>i82?BigInt(t4):parseInt(t4.substring(n11),r8);function f6(t4,n11,r8){const{value:i82}=t4;
return e2(i82)&&i82>=0?r8+i82.toString(n11):o3(t4)}var g3={identify:t4=>e2(t4)&&t4>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",test:/^0o[0-7]+$/,resolve:(t4,n11,r8)=>o4(
t4,2,8,r8),stringify:t4=>f6(t4,8,"0o")},a5={identify:e2,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9]+$/,resolve:(t4,n11,r8)=>o4(t4,0,10,r8),stringify:o3},
y4={identify:t4=>e2(t4)&&t4>=0,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^0x[0-9a-fA-F]+$/,resolve:(t4,n11,r8)=>o4(t4,2,16,r8),stringify:t4=>f6(
t4,16,"0x")},s5=[p4,a4,n4,n5,r3,g3,a5,y4,r4,i6,f5];function n6(t4){return typeof t4=="bigint"||Number.isInteger(t4)}var e3=({value:t4})=>JSON.stringify(t4),l4=[
{identify:t4=>typeof t4=="string",default:!0,tag:"tag:yaml.org,2002:str",resolve:t4=>t4,stringify:e3},{identify:t4=>t4==null,createNode:()=>new t(null),default:!0,
tag:"tag:yaml.org,2002:null",test:/^null$/,resolve:()=>null,stringify:e3},{identify:t4=>typeof t4=="boolean",default:!0,tag:"tag:yaml.org,2002:bool",test:/^true$|^false$/,
resolve:t4=>t4==="true",stringify:e3},{identify:n6,default:!0,tag:"tag:yaml.org,2002:int",test:/^-?(?:0|[1-9][0-9]*)$/,resolve:(t4,r8,{intAsBigInt:i82})=>i82?BigInt(
t4):parseInt(t4,10),stringify:({value:t4})=>n6(t4)?t4.toString():JSON.stringify(t4)},{identify:t4=>typeof t4=="number",default:!0,tag:"tag:yaml.org,2002:float",
test:/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,resolve:t4=>parseFloat(t4),stringify:e3}],f7={default:!0,tag:"",test:/^/,resolve(t4,r8){return r8(
`Unresolved plain scalar ${JSON.stringify(t4)}`),t4}},g4=[p4,a4].concat(l4,f7),c4={identify:n11=>n11 instanceof Uint8Array,default:!1,tag:"tag:yaml.org,2002:bin\
ary",resolve(n11,t4){if(typeof atob=="function"){const e4=atob(n11.replace(/[\n\r]/g,"")),r8=new Uint8Array(e4.length);for(let i82=0;i82<e4.length;++i82)r8[i82]=
e4.charCodeAt(i82);return r8}else return t4("This environment does not support reading binary tags; either Buffer or atob is required"),n11},stringify({comment:n11,
type:t4,value:e4},r8,i82,b82){if(!e4)return"";const g11=e4;let a112;if(typeof btoa=="function"){let o82="";for(let s92=0;s92<g11.length;++s92)o82+=String.fromCharCode(
g11[s92]);a112=btoa(o82)}else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");if(t4??(t4=t.BLOCK_LITERAL),
t4!==t.QUOTE_DOUBLE){const o82=Math.max(r8.options.lineWidth-r8.indent.length,r8.options.minContentWidth),s92=Math.ceil(a112.length/o82),h62=new Array(s92);for(let f122=0,
u132=0;f122<s92;++f122,u132+=o82)h62[f122]=a112.substr(u132,o82);a112=h62.join(t4===t.BLOCK_LITERAL?`
`:" ")}return M({comment:n11,type:t4,value:a112},r8,i82,b82)}};function p5(n11,r8){if(S(n11))for(let i82=0;i82<n11.items.length;++i82){let e4=n11.items[i82];if(!p(
e4)){if(b(e4)){e4.items.length>1&&r8("Each pair must have its own sequence indicator");const o82=e4.items[0]||new i5(new t(null));if(e4.commentBefore&&(o82.key.
commentBefore=o82.key.commentBefore?`${e4.commentBefore}
${o82.key.commentBefore}`:e4.commentBefore),e4.comment){const m72=o82.value??o82.key;m72.comment=m72.comment?`${e4.comment}
${m72.comment}`:e4.comment}e4=o82}n11.items[i82]=p(e4)?e4:new i5(e4)}}else r8("Expected a sequence for this tag");return n11}function y5(n11,r8,i82){const{replacer:e4}=i82,
o82=new S5(n11);o82.tag="tag:yaml.org,2002:pairs";let m72=0;if(r8&&Symbol.iterator in Object(r8))for(let t4 of r8){typeof e4=="function"&&(t4=e4.call(r8,String(
m72++),t4));let c122,s92;if(Array.isArray(t4))if(t4.length===2)c122=t4[0],s92=t4[1];else throw new TypeError(`Expected [key, value] tuple: ${t4}`);else if(t4&&t4 instanceof
Object){const a112=Object.keys(t4);if(a112.length===1)c122=a112[0],s92=t4[c122];else throw new TypeError(`Expected tuple with one key, not ${a112.length} keys`)}else
c122=t4;o82.items.push(d3(c122,s92,i82))}return o82}var d4={collection:"seq",default:!1,tag:"tag:yaml.org,2002:pairs",resolve:p5,createNode:y5},r5=class _r extends S5{constructor(){
super(),this.add=M2.prototype.add.bind(this),this.delete=M2.prototype.delete.bind(this),this.get=M2.prototype.get.bind(this),this.has=M2.prototype.has.bind(this),
this.set=M2.prototype.set.bind(this),this.tag=_r.tag}toJSON(o82,e4){if(!e4)return super.toJSON(o82);const s92=new Map;e4?.onCreate&&e4.onCreate(s92);for(const t4 of this.
items){let i82,m72;if(p(t4)?(i82=i4(t4.key,"",e4),m72=i4(t4.value,i82,e4)):i82=i4(t4,"",e4),s92.has(i82))throw new Error("Ordered maps must not include duplicat\
e keys");s92.set(i82,m72)}return s92}static from(o82,e4,s92){const t4=y5(o82,e4,s92),i82=new this;return i82.items=t4.items,i82}};r5.tag="tag:yaml.org,2002:omap";
var h3={collection:"seq",identify:a112=>a112 instanceof Map,nodeClass:r5,default:!1,tag:"tag:yaml.org,2002:omap",resolve(a112,o82){const e4=p5(a112,o82),s92=[];
for(const{key:t4}of e4.items)e(t4)&&(s92.includes(t4.value)?o82(`Ordered maps must not include duplicate keys: ${t4.value}`):s92.push(t4.value));return Object.assign(
new r5,e4)},createNode:(a112,o82,e4)=>r5.from(a112,o82,e4)};function n7({value:t4,source:e4},o82){return e4&&(t4?f8:s6).test.test(e4)?e4:t4?o82.options.trueStr:
o82.options.falseStr}var f8={identify:t4=>t4===!0,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,resolve:()=>new t(!0),
stringify:n7},s6={identify:t4=>t4===!1,default:!0,tag:"tag:yaml.org,2002:bool",test:/^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,resolve:()=>new t(!1),stringify:n7},
i7={identify:t4=>typeof t4=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,resolve:t4=>t4.slice(-3).toLowerCase()===
"nan"?NaN:t4[0]==="-"?Number.NEGATIVE_INFINITY:Number.POSITIVE_INFINITY,stringify:o3},f9={identify:t4=>typeof t4=="number",default:!0,tag:"tag:yaml.org,2002:flo\
at",format:"EXP",test:/^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,resolve:t4=>parseFloat(t4.replace(/_/g,"")),stringify(t4){const e4=Number(t4.value);
return isFinite(e4)?e4.toExponential():o3(t4)}},l5={identify:t4=>typeof t4=="number",default:!0,tag:"tag:yaml.org,2002:float",test:/^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
resolve(t4){const e4=new t(parseFloat(t4.replace(/_/g,""))),o82=t4.indexOf(".");if(o82!==-1){const a112=t4.substring(o82+1).replace(/_/g,"");a112[a112.length-1]===
"0"&&(e4.minFractionDigits=a112.length)}return e4},stringify:o3},o5=t4=>typeof t4=="bigint"||Number.isInteger(t4);function a6(t4,i82,n11,{intAsBigInt:r8}){const e4=t4[0];
if((e4==="-"||e4==="+")&&(i82+=1),t4=t4.substring(i82).replace(/_/g,""),r8){switch(n11){case 2:t4=`0b${t4}`;break;case 8:t4=`0o${t4}`;break;case 16:t4=`0x${t4}`;
break}const f122=BigInt(t4);return e4==="-"?BigInt(-1)*f122:f122}const s92=parseInt(t4,n11);return e4==="-"?-1*s92:s92}function g5(t4,i82,n11){const{value:r8}=t4;
if(o5(r8)){const e4=r8.toString(i82);return r8<0?"-"+n11+e4.substr(1):n11+e4}return o3(t4)}var u5={identify:o5,default:!0,tag:"tag:yaml.org,2002:int",format:"BI\
N",test:/^[-+]?0b[0-1_]+$/,resolve:(t4,i82,n11)=>a6(t4,2,2,n11),stringify:t4=>g5(t4,2,"0b")},y6={identify:o5,default:!0,tag:"tag:yaml.org,2002:int",format:"OCT",
test:/^[-+]?0[0-7_]+$/,resolve:(t4,i82,n11)=>a6(t4,1,8,n11),stringify:t4=>g5(t4,8,"0")},l6={identify:o5,default:!0,tag:"tag:yaml.org,2002:int",test:/^[-+]?[0-9][0-9_]*$/,
resolve:(t4,i82,n11)=>a6(t4,0,10,n11),stringify:o3},b5={identify:o5,default:!0,tag:"tag:yaml.org,2002:int",format:"HEX",test:/^[-+]?0x[0-9a-fA-F_]+$/,resolve:(t4,i82,n11)=>a6(
t4,2,16,n11),stringify:t4=>g5(t4,16,"0x")},l7=class _l extends M2{constructor(e4){super(e4),this.tag=_l.tag}add(e4){let t4;p(e4)?t4=e4:e4&&typeof e4=="object"&&
"key"in e4&&"value"in e4&&e4.value===null?t4=new i5(e4.key,null):t4=new i5(e4,null),f3(this.items,t4.key)||this.items.push(t4)}get(e4,t4){const s92=f3(this.items,
e4);return!t4&&p(s92)?e(s92.key)?s92.key.value:s92.key:s92}set(e4,t4){if(typeof t4!="boolean")throw new Error(`Expected boolean value for set(key, value) in a Y\
AML set, not ${typeof t4}`);const s92=f3(this.items,e4);s92&&!t4?this.items.splice(this.items.indexOf(s92),1):!s92&&t4&&this.items.push(new i5(e4))}toJSON(e4,t4){
return super.toJSON(e4,t4,Set)}toString(e4,t4,s92){if(!e4)return JSON.stringify(this);if(this.hasAllNullValues(!0))return super.toString(Object.assign({},e4,{allNullValues:!0}),
t4,s92);throw new Error("Set items must all have null values")}static from(e4,t4,s92){const{replacer:o82}=s92,u132=new this(e4);if(t4&&Symbol.iterator in Object(
t4))for(let r8 of t4)typeof o82=="function"&&(r8=o82.call(t4,r8,r8)),u132.items.push(d3(r8,null,s92));return u132}};l7.tag="tag:yaml.org,2002:set";var g6={collection:"\
map",identify:i82=>i82 instanceof Set,nodeClass:l7,default:!1,tag:"tag:yaml.org,2002:set",createNode:(i82,e4,t4)=>l7.from(i82,e4,t4),resolve(i82,e4){if(b(i82)){
if(i82.hasAllNullValues(!0))return Object.assign(new l7,i82);e4("Set items must all have null values")}else e4("Expected a mapping for this tag");return i82}};function g7(e4,t4){
const n11=e4[0],a112=n11==="-"||n11==="+"?e4.substring(1):e4,r8=i82=>t4?BigInt(i82):Number(i82),s92=a112.replace(/_/g,"").split(":").reduce((i82,o82)=>i82*r8(60)+
r8(o82),r8(0));return n11==="-"?r8(-1)*s92:s92}function u6(e4){let{value:t4}=e4,n11=i82=>i82;if(typeof t4=="bigint")n11=i82=>BigInt(i82);else if(isNaN(t4)||!isFinite(
t4))return o3(e4);let a112="";t4<0&&(a112="-",t4*=n11(-1));const r8=n11(60),s92=[t4%r8];return t4<60?s92.unshift(0):(t4=(t4-s92[0])/r8,s92.unshift(t4%r8),t4>=60&&
(t4=(t4-s92[0])/r8,s92.unshift(t4))),a112+s92.map(i82=>String(i82).padStart(2,"0")).join(":").replace(/000000\d*$/,"")}var d5={identify:e4=>typeof e4=="bigint"||
Number.isInteger(e4),default:!0,tag:"tag:yaml.org,2002:int",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,resolve:(e4,t4,{intAsBigInt:n11})=>g7(e4,n11),
stringify:u6},b6={identify:e4=>typeof e4=="number",default:!0,tag:"tag:yaml.org,2002:float",format:"TIME",test:/^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,resolve:e4=>g7(
e4,!1),stringify:u6},c5={identify:e4=>e4 instanceof Date,default:!0,tag:"tag:yaml.org,2002:timestamp",test:RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|\
T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),resolve(e4){const t4=e4.match(c5.test);if(!t4)throw new Error(
"!!timestamp expects a date, starting with yyyy-mm-dd");const[,n11,a112,r8,s92,i82,o82]=t4.map(Number),p82=t4[7]?Number((t4[7]+"00").substr(1,3)):0;let l92=Date.
UTC(n11,a112-1,r8,s92||0,i82||0,o82||0,p82);const f122=t4[8];if(f122&&f122!=="Z"){let m72=g7(f122,!1);Math.abs(m72)<30&&(m72*=60),l92-=6e4*m72}return new Date(l92)},
stringify:({value:e4})=>e4?.toISOString().replace(/(T00:00:00)?\.000Z$/,"")??""},y7=[p4,a4,n4,n5,f8,s6,u5,y6,l6,b5,i7,f9,l5,c4,a3,h3,d4,g6,d5,b6,c5],w5=new Map(
[["core",s5],["failsafe",[p4,a4,n4]],["json",g4],["yaml11",y7],["yaml-1.1",y7]]),b7={binary:c4,bool:r3,float:f5,floatExp:i6,floatNaN:r4,floatTime:b6,int:a5,intHex:y4,
intOct:g3,intTime:d5,map:p4,merge:a3,null:n5,omap:h3,pairs:d4,seq:a4,set:g6,timestamp:c5},K={"tag:yaml.org,2002:binary":c4,"tag:yaml.org,2002:merge":a3,"tag:yam\
l.org,2002:omap":h3,"tag:yaml.org,2002:pairs":d4,"tag:yaml.org,2002:set":g6,"tag:yaml.org,2002:timestamp":c5};function v2(m72,n11,f122){const i82=w5.get(n11);if(i82&&
!m72)return f122&&!i82.includes(a3)?i82.concat(a3):i82.slice();let o82=i82;if(!o82)if(Array.isArray(m72))o82=[];else{const t4=Array.from(w5.keys()).filter(r8=>r8!==
"yaml11").map(r8=>JSON.stringify(r8)).join(", ");throw new Error(`Unknown schema "${n11}"; use one of ${t4} or define customTags array`)}if(Array.isArray(m72))for(const t4 of m72)
o82=o82.concat(t4);else typeof m72=="function"&&(o82=m72(o82.slice()));return f122&&(o82=o82.concat(a3)),o82.reduce((t4,r8)=>{const a112=typeof r8=="string"?b7[r8]:
r8;if(!a112){const k23=JSON.stringify(r8),N32=Object.keys(b7).map(O4=>JSON.stringify(O4)).join(", ");throw new Error(`Unknown custom tag ${k23}; use one of ${N32}`)}
return t4.includes(a112)||t4.push(a112),t4},[])}var O2=(s92,t4)=>s92.key<t4.key?-1:s92.key>t4.key?1:0,o6=class _o{constructor({compat:t4,customTags:n11,merge:p82,
resolveKnownTags:c122,schema:i82,sortMapEntries:e4,toStringDefaults:y122}){this.compat=Array.isArray(t4)?v2(t4,"compat"):t4?v2(null,t4):null,this.name=typeof i82==
"string"&&i82||"core",this.knownTags=c122?K:{},this.tags=v2(n11,this.name,p82),this.toStringOptions=y122??null,Object.defineProperty(this,o,{value:p4}),Object.defineProperty(
this,r,{value:n4}),Object.defineProperty(this,s,{value:a4}),this.sortMapEntries=typeof e4=="function"?e4:e4===!0?O2:null}clone(){const t4=Object.create(_o.prototype,
Object.getOwnPropertyDescriptors(this));return t4.tags=this.tags.slice(),t4}};function v3(t4,c122){const e4=[];let m72=c122.directives===!0;if(c122.directives!==
!1&&t4.directives){const n11=t4.directives.toString(t4);n11?(e4.push(n11),m72=!0):t4.directives.docStart&&(m72=!0)}m72&&e4.push("---");const o82=p3(t4,c122),{commentString:f122}=o82.
options;if(t4.commentBefore){e4.length!==1&&e4.unshift("");const n11=f122(t4.commentBefore);e4.unshift(r2(n11,""))}let l92=!1,s92=null;if(t4.contents){if(n(t4.contents)){
if(t4.contents.spaceBefore&&m72&&e4.push(""),t4.contents.commentBefore){const h62=f122(t4.contents.commentBefore);e4.push(r2(h62,""))}o82.forceBlockIndent=!!t4.
comment,s92=t4.contents.comment}const n11=s92?void 0:()=>l92=!0;let i82=b3(t4.contents,o82,()=>s92=null,n11);s92&&(i82+=t2(i82,"",f122(s92))),(i82[0]==="|"||i82[0]===
">")&&e4[e4.length-1]==="---"?e4[e4.length-1]=`--- ${i82}`:e4.push(i82)}else e4.push(b3(t4.contents,o82));if(t4.directives?.docEnd)if(t4.comment){const n11=f122(
t4.comment);n11.includes(`
`)?(e4.push("..."),e4.push(r2(n11,""))):e4.push(`... ${n11}`)}else e4.push("...");else{let n11=t4.comment;n11&&l92&&(n11=n11.replace(/^\n+/,"")),n11&&((!l92||s92)&&
e4[e4.length-1]!==""&&e4.push(""),e4.push(r2(f122(n11),"")))}return e4.join(`
`)+`
`}var y8=class _y{constructor(t4,e4,s92){this.commentBefore=null,this.comment=null,this.errors=[],this.warnings=[],Object.defineProperty(this,c,{value:y});let n11=null;
typeof e4=="function"||Array.isArray(e4)?n11=e4:s92===void 0&&e4&&(s92=e4,e4=void 0);const i82=Object.assign({intAsBigInt:!1,keepSourceTokens:!1,logLevel:"warn",
prettyErrors:!0,strict:!0,stringKeys:!1,uniqueKeys:!0,version:"1.2"},s92);this.options=i82;let{version:r8}=i82;s92?._directives?(this.directives=s92._directives.
atDocument(),this.directives.yaml.explicit&&(r8=this.directives.yaml.version)):this.directives=new n2({version:r8}),this.setSchema(r8,s92),this.contents=t4===void 0?
null:this.createNode(t4,n11,s92)}clone(){const t4=Object.create(_y.prototype,{[c]:{value:y}});return t4.commentBefore=this.commentBefore,t4.comment=this.comment,
t4.errors=this.errors.slice(),t4.warnings=this.warnings.slice(),t4.options=Object.assign({},this.options),this.directives&&(t4.directives=this.directives.clone()),
t4.schema=this.schema.clone(),t4.contents=n(this.contents)?this.contents.clone(t4.schema):this.contents,this.range&&(t4.range=this.range.slice()),t4}add(t4){c6(
this.contents)&&this.contents.add(t4)}addIn(t4,e4){c6(this.contents)&&this.contents.addIn(t4,e4)}createAlias(t4,e4){if(!t4.anchor){const s92=i3(this);t4.anchor=
!e4||s92.has(e4)?h(e4||"a",s92):e4}return new A2(t4.anchor)}createNode(t4,e4,s92){let n11;if(typeof e4=="function")t4=e4.call({"":t4},"",t4),n11=e4;else if(Array.
isArray(e4)){const j23=m72=>typeof m72=="number"||m72 instanceof String||m72 instanceof Number,w10=e4.filter(j23).map(String);w10.length>0&&(e4=e4.concat(w10)),
n11=e4}else s92===void 0&&e4&&(s92=e4,e4=void 0);const{aliasDuplicateObjects:i82,anchorPrefix:r8,flow:a112,keepUndefined:h62,onTagObj:l92,tag:u132}=s92??{},{onAnchor:N32,
setAnchors:A42,sourceObjects:O4}=p2(this,r8||"a"),I32={aliasDuplicateObjects:i82??!0,keepUndefined:h62??!1,onAnchor:N32,onTagObj:l92,replacer:n11,schema:this.schema,
sourceObjects:O4},d92=T(t4,u132,I32);return a112&&f2(d92)&&(d92.flow=!0),A42(),d92}createPair(t4,e4,s92={}){const n11=this.createNode(t4,null,s92),i82=this.createNode(
e4,null,s92);return new i5(n11,i82)}delete(t4){return c6(this.contents)?this.contents.delete(t4):!1}deleteIn(t4){return u3(t4)?this.contents==null?!1:(this.contents=
null,!0):c6(this.contents)?this.contents.deleteIn(t4):!1}get(t4,e4){return f2(this.contents)?this.contents.get(t4,e4):void 0}getIn(t4,e4){return u3(t4)?!e4&&e(this.
contents)?this.contents.value:this.contents:f2(this.contents)?this.contents.getIn(t4,e4):void 0}has(t4){return f2(this.contents)?this.contents.has(t4):!1}hasIn(t4){
return u3(t4)?this.contents!==void 0:f2(this.contents)?this.contents.hasIn(t4):!1}set(t4,e4){this.contents==null?this.contents=l3(this.schema,[t4],e4):c6(this.contents)&&
this.contents.set(t4,e4)}setIn(t4,e4){u3(t4)?this.contents=e4:this.contents==null?this.contents=l3(this.schema,Array.from(t4),e4):c6(this.contents)&&this.contents.
setIn(t4,e4)}setSchema(t4,e4={}){typeof t4=="number"&&(t4=String(t4));let s92;switch(t4){case"1.1":this.directives?this.directives.yaml.version="1.1":this.directives=
new n2({version:"1.1"}),s92={resolveKnownTags:!1,schema:"yaml-1.1"};break;case"1.2":case"next":this.directives?this.directives.yaml.version=t4:this.directives=new n2(
{version:t4}),s92={resolveKnownTags:!0,schema:"core"};break;case null:this.directives&&delete this.directives,s92=null;break;default:{const n11=JSON.stringify(t4);
throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${n11}`)}}if(e4.schema instanceof Object)this.schema=e4.schema;else if(s92)this.schema=
new o6(Object.assign(s92,e4));else throw new Error("With a null YAML version, the { schema: Schema } option is required")}toJS({json:t4,jsonArg:e4,mapAsMap:s92,
maxAliasCount:n11,onAnchor:i82,reviver:r8}={}){const a112={anchors:new Map,doc:this,keep:!t4,mapAsMap:s92===!0,mapKeyWarned:!1,maxAliasCount:typeof n11=="number"?
n11:100},h62=i4(this.contents,e4??"",a112);if(typeof i82=="function")for(const{count:l92,res:u132}of a112.anchors.values())i82(u132,l92);return typeof r8=="func\
tion"?s3(r8,{"":h62},"",h62):h62}toJSON(t4,e4){return this.toJS({json:!0,jsonArg:t4,mapAsMap:!1,onAnchor:e4})}toString(t4={}){if(this.errors.length>0)throw new Error(
"Document with errors cannot be stringified");if("indent"in t4&&(!Number.isInteger(t4.indent)||Number(t4.indent)<=0)){const e4=JSON.stringify(t4.indent);throw new Error(
`"indent" option must be a positive integer, not ${e4}`)}return v3(this,t4)}};function c6(S92){if(f2(S92))return!0;throw new Error("Expected a YAML collection a\
s document contents")}var c7=class extends Error{constructor(i82,t4,s92,r8){super(),this.name=i82,this.code=s92,this.message=r8,this.pos=t4}},u7=class extends c7{constructor(i82,t4,s92){
super("YAMLParseError",i82,t4,s92)}},p6=class extends c7{constructor(i82,t4,s92){super("YAMLWarning",i82,t4,s92)}},h4=(o82,i82)=>t4=>{if(t4.pos[0]===-1)return;t4.
linePos=t4.pos.map(e4=>i82.linePos(e4));const{line:s92,col:r8}=t4.linePos[0];t4.message+=` at line ${s92}, column ${r8}`;let a112=r8-1,n11=o82.substring(i82.lineStarts[s92-
1],i82.lineStarts[s92]).replace(/[\n\r]+$/,"");if(a112>=60&&n11.length>80){const e4=Math.min(a112-39,n11.length-79);n11="\u2026"+n11.substring(e4),a112-=e4-1}if(n11.
length>80&&(n11=n11.substring(0,79)+"\u2026"),s92>1&&/^ *$/.test(n11.substring(0,a112))){let e4=o82.substring(i82.lineStarts[s92-2],i82.lineStarts[s92-1]);e4.length>
80&&(e4=e4.substring(0,79)+`\u2026
`),n11=e4+n11}if(/[^ ]/.test(n11)){let e4=1;const l92=t4.linePos[1];l92?.line===s92&&l92.col>r8&&(e4=Math.max(1,Math.min(l92.col-r8,80-a112)));const g11=" ".repeat(
a112)+"^".repeat(e4);t4.message+=`:

${n11}
${g11}
`}};function w6(d92,{flow:m72,indicator:f122,next:a112,offset:g11,onError:t4,parentIndent:I32,startOnNewline:A42}){let T32=!1,s92=A42,l92=A42,n11="",b82="",N32=!1,
i82=!1,c122=null,o82=null,u132=null,_52=null,r8=null,h62=null,p82=null;for(const e4 of d92)switch(i82&&(e4.type!=="space"&&e4.type!=="newline"&&e4.type!=="comma"&&
t4(e4.offset,"MISSING_CHAR","Tags and anchors must be separated from the next token by white space"),i82=!1),c122&&(s92&&e4.type!=="comment"&&e4.type!=="newline"&&
t4(c122,"TAB_AS_INDENT","Tabs are not allowed as indentation"),c122=null),e4.type){case"space":!m72&&(f122!=="doc-start"||a112?.type!=="flow-collection")&&e4.source.
includes("	")&&(c122=e4),l92=!0;break;case"comment":{l92||t4(e4,"MISSING_CHAR","Comments must be separated from other tokens by white space characters");const k23=e4.
source.substring(1)||" ";n11?n11+=b82+k23:n11=k23,b82="",s92=!1;break}case"newline":s92?n11?n11+=e4.source:(!h62||f122!=="seq-item-ind")&&(T32=!0):b82+=e4.source,
s92=!0,N32=!0,(o82||u132)&&(_52=e4),l92=!0;break;case"anchor":o82&&t4(e4,"MULTIPLE_ANCHORS","A node can have at most one anchor"),e4.source.endsWith(":")&&t4(e4.
offset+e4.source.length-1,"BAD_ALIAS","Anchor ending in : is ambiguous",!0),o82=e4,p82??(p82=e4.offset),s92=!1,l92=!1,i82=!0;break;case"tag":{u132&&t4(e4,"MULTI\
PLE_TAGS","A node can have at most one tag"),u132=e4,p82??(p82=e4.offset),s92=!1,l92=!1,i82=!0;break}case f122:(o82||u132)&&t4(e4,"BAD_PROP_ORDER",`Anchors and \
tags must be after the ${e4.source} indicator`),h62&&t4(e4,"UNEXPECTED_TOKEN",`Unexpected ${e4.source} in ${m72??"collection"}`),h62=e4,s92=f122==="seq-item-ind"||
f122==="explicit-key-ind",l92=!1;break;case"comma":if(m72){r8&&t4(e4,"UNEXPECTED_TOKEN",`Unexpected , in ${m72}`),r8=e4,s92=!1,l92=!1;break}default:t4(e4,"UNEXP\
ECTED_TOKEN",`Unexpected ${e4.type} token`),s92=!1,l92=!1}const y122=d92[d92.length-1],S92=y122?y122.offset+y122.source.length:g11;return i82&&a112&&a112.type!==
"space"&&a112.type!=="newline"&&a112.type!=="comma"&&(a112.type!=="scalar"||a112.source!=="")&&t4(a112.offset,"MISSING_CHAR","Tags and anchors must be separated\
 from the next token by white space"),c122&&(s92&&c122.indent<=I32||a112?.type==="block-map"||a112?.type==="block-seq")&&t4(c122,"TAB_AS_INDENT","Tabs are not a\
llowed as indentation"),{comma:r8,found:h62,spaceBefore:T32,comment:n11,hasNewline:N32,anchor:o82,tag:u132,newlineAfterProp:_52,end:S92,start:p82??S92}}function n8(t4){
if(!t4)return null;switch(t4.type){case"alias":case"scalar":case"double-quoted-scalar":case"single-quoted-scalar":if(t4.source.includes(`
`))return!0;if(t4.end){for(const e4 of t4.end)if(e4.type==="newline")return!0}return!1;case"flow-collection":for(const e4 of t4.items){for(const r8 of e4.start)
if(r8.type==="newline")return!0;if(e4.sep){for(const r8 of e4.sep)if(r8.type==="newline")return!0}if(n8(e4.key)||n8(e4.value))return!0}return!1;default:return!0}}
function d6(o82,e4,t4){if(e4?.type==="flow-collection"){const n11=e4.end[0];n11.indent===o82&&(n11.source==="]"||n11.source==="}")&&n8(e4)&&t4(n11,"BAD_INDENT",
"Flow end indicator should be more indented than parent",!0)}}function f10(t4,u132,i82){const{uniqueKeys:n11}=t4.options;if(n11===!1)return!1;const r8=typeof n11==
"function"?n11:(e4,o82)=>e4===o82||e(e4)&&e(o82)&&e4.value===o82.value;return u132.some(e4=>r8(e4.key,i82))}var N="All mapping items must start at the same colu\
mn";function S6({composeNode:y122,composeEmptyNode:_52},t4,a112,e4,T32){const A42=T32?.nodeClass??M2,l92=new A42(t4.schema);t4.atRoot&&(t4.atRoot=!1);let s92=a112.
offset,f122=null;for(const I32 of a112.items){const{start:d92,key:i82,sep:u132,value:p82}=I32,n11=w6(d92,{indicator:"explicit-key-ind",next:i82??u132?.[0],offset:s92,
onError:e4,parentIndent:a112.indent,startOnNewline:!0}),k23=!n11.found;if(k23){if(i82&&(i82.type==="block-seq"?e4(s92,"BLOCK_AS_IMPLICIT_KEY","A block sequence \
may not be used as an implicit map key"):"indent"in i82&&i82.indent!==a112.indent&&e4(s92,"BAD_INDENT",N)),!n11.anchor&&!n11.tag&&!u132){f122=n11.end,n11.comment&&
(l92.comment?l92.comment+=`
`+n11.comment:l92.comment=n11.comment);continue}(n11.newlineAfterProp||n8(i82))&&e4(i82??d92[d92.length-1],"MULTILINE_IMPLICIT_KEY","Implicit keys need to be on\
 a single line")}else n11.found?.indent!==a112.indent&&e4(s92,"BAD_INDENT",N);t4.atKey=!0;const g11=n11.end,o82=i82?y122(t4,i82,n11,e4):_52(t4,g11,d92,null,n11,
e4);t4.schema.compat&&d6(a112.indent,i82,e4),t4.atKey=!1,f10(t4,l92.items,o82)&&e4(g11,"DUPLICATE_KEY","Map keys must be unique");const m72=w6(u132??[],{indicator:"\
map-value-ind",next:p82,offset:o82.range[2],onError:e4,parentIndent:a112.indent,startOnNewline:!i82||i82.type==="block-scalar"});if(s92=m72.end,m72.found){k23&&
(p82?.type==="block-map"&&!m72.hasNewline&&e4(s92,"BLOCK_AS_IMPLICIT_KEY","Nested mappings are not allowed in compact mappings"),t4.options.strict&&n11.start<m72.
found.offset-1024&&e4(o82.range,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));const c122=p82?
y122(t4,p82,m72,e4):_52(t4,s92,u132,null,m72,e4);t4.schema.compat&&d6(a112.indent,p82,e4),s92=c122.range[2];const h62=new i5(o82,c122);t4.options.keepSourceTokens&&
(h62.srcToken=I32),l92.items.push(h62)}else{k23&&e4(o82.range,"MISSING_CHAR","Implicit map keys need to be followed by map values"),m72.comment&&(o82.comment?o82.
comment+=`
`+m72.comment:o82.comment=m72.comment);const c122=new i5(o82);t4.options.keepSourceTokens&&(c122.srcToken=I32),l92.items.push(c122)}}return f122&&f122<s92&&e4(f122,
"IMPOSSIBLE","Map comment with trailing content"),l92.range=[a112.offset,s92,f122??s92],l92}function I({composeNode:c122,composeEmptyNode:d92},t4,s92,n11,u132){
const p82=u132?.nodeClass??S5,m72=new p82(t4.schema);t4.atRoot&&(t4.atRoot=!1),t4.atKey&&(t4.atKey=!1);let i82=s92.offset,a112=null;for(const{start:f122,value:o82}of s92.
items){const e4=w6(f122,{indicator:"seq-item-ind",next:o82,offset:i82,onError:n11,parentIndent:s92.indent,startOnNewline:!0});if(!e4.found)if(e4.anchor||e4.tag||
o82)o82?.type==="block-seq"?n11(e4.end,"BAD_INDENT","All sequence items must start at the same column"):n11(i82,"MISSING_CHAR","Sequence item without - indicato\
r");else{a112=e4.end,e4.comment&&(m72.comment=e4.comment);continue}const l92=o82?c122(t4,o82,e4,n11):d92(t4,e4.end,f122,null,e4,n11);t4.schema.compat&&d6(s92.indent,
o82,n11),i82=l92.range[2],m72.items.push(l92)}return m72.range=[s92.offset,i82,a112??i82],m72}function m32(n11,o82,f122,r8){let e4="";if(n11){let t4=!1,s92="";for(const c122 of n11){
const{source:a112,type:i82}=c122;switch(i82){case"space":t4=!0;break;case"comment":{f122&&!t4&&r8(c122,"MISSING_CHAR","Comments must be separated from other tok\
ens by white space characters");const l92=a112.substring(1)||" ";e4?e4+=s92+l92:e4=l92,s92="";break}case"newline":e4&&(s92+=a112),t4=!0;break;default:r8(c122,"U\
NEXPECTED_TOKEN",`Unexpected ${i82} at node end`)}o82+=a112.length}}return{comment:e4,offset:o82}}var T2="Block collections are not allowed within flow collecti\
ons",K2=d92=>d92&&(d92.type==="block-map"||d92.type==="block-seq");function Y({composeNode:d92,composeEmptyNode:N32},s92,f122,t4,P32){const g11=f122.start.source===
"{",u132=g11?"flow map":"flow sequence",R5=P32?.nodeClass??(g11?M2:S5),i82=new R5(s92.schema);i82.flow=!0;const b82=s92.atRoot;b82&&(s92.atRoot=!1),s92.atKey&&(s92.
atKey=!1);let I32=f122.offset+f122.start.source.length;for(let o82=0;o82<f122.items.length;++o82){const k23=f122.items[o82],{start:M32,key:w10,sep:p82,value:a112}=k23,
e4=w6(M32,{flow:u132,indicator:"explicit-key-ind",next:w10??p82?.[0],offset:I32,onError:t4,parentIndent:f122.indent,startOnNewline:!1});if(!e4.found){if(!e4.anchor&&
!e4.tag&&!p82&&!a112){o82===0&&e4.comma?t4(e4.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${u132}`):o82<f122.items.length-1&&t4(e4.start,"UNEXPECTED_TOKEN",`Unexp\
ected empty item in ${u132}`),e4.comment&&(i82.comment?i82.comment+=`
`+e4.comment:i82.comment=e4.comment),I32=e4.end;continue}!g11&&s92.options.strict&&n8(w10)&&t4(w10,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pair\
s need to be on a single line")}if(o82===0)e4.comma&&t4(e4.comma,"UNEXPECTED_TOKEN",`Unexpected , in ${u132}`);else if(e4.comma||t4(e4.start,"MISSING_CHAR",`Mis\
sing , between ${u132} items`),e4.comment){let l92="";e:for(const n11 of M32)switch(n11.type){case"comma":case"space":break;case"comment":l92=n11.source.substring(
1);break e;default:break e}if(l92){let n11=i82.items[i82.items.length-1];p(n11)&&(n11=n11.value??n11.key),n11.comment?n11.comment+=`
`+l92:n11.comment=l92,e4.comment=e4.comment.substring(l92.length+1)}}if(!g11&&!p82&&!e4.found){const l92=a112?d92(s92,a112,e4,t4):N32(s92,e4.end,p82,null,e4,t4);
i82.items.push(l92),I32=l92.range[2],K2(a112)&&t4(l92.range,"BLOCK_IN_FLOW",T2)}else{s92.atKey=!0;const l92=e4.end,n11=w10?d92(s92,w10,e4,t4):N32(s92,l92,M32,null,
e4,t4);K2(w10)&&t4(n11.range,"BLOCK_IN_FLOW",T2),s92.atKey=!1;const m72=w6(p82??[],{flow:u132,indicator:"map-value-ind",next:a112,offset:n11.range[2],onError:t4,
parentIndent:f122.indent,startOnNewline:!1});if(m72.found){if(!g11&&!e4.found&&s92.options.strict){if(p82)for(const c122 of p82){if(c122===m72.found)break;if(c122.
type==="newline"){t4(c122,"MULTILINE_IMPLICIT_KEY","Implicit keys of flow sequence pairs need to be on a single line");break}}e4.start<m72.found.offset-1024&&t4(
m72.found,"KEY_OVER_1024_CHARS","The : indicator must be at most 1024 chars after the start of an implicit flow sequence key")}}else a112&&("source"in a112&&a112.
source?.[0]===":"?t4(a112,"MISSING_CHAR",`Missing space after : in ${u132}`):t4(m72.start,"MISSING_CHAR",`Missing , or : between ${u132} items`));const h62=a112?
d92(s92,a112,m72,t4):m72.found?N32(s92,m72.end,p82,null,m72,t4):null;h62?K2(a112)&&t4(h62.range,"BLOCK_IN_FLOW",T2):m72.comment&&(n11.comment?n11.comment+=`
`+m72.comment:n11.comment=m72.comment);const L43=new i5(n11,h62);if(s92.options.keepSourceTokens&&(L43.srcToken=k23),g11){const c122=i82;f10(s92,c122.items,n11)&&
t4(l92,"DUPLICATE_KEY","Map keys must be unique"),c122.items.push(L43)}else{const c122=new M2(s92.schema);c122.flow=!0,c122.items.push(L43);const O4=(h62??n11).
range;c122.range=[n11.range[0],O4[1],O4[2]],i82.items.push(c122)}I32=h62?h62.range[2]:m72.end}}const C4=g11?"}":"]",[r8,...y122]=f122.end;let _52=I32;if(r8?.source===
C4)_52=r8.offset+r8.source.length;else{const o82=u132[0].toUpperCase()+u132.substring(1),k23=b82?`${o82} must end with a ${C4}`:`${o82} in block collection must\
 be sufficiently indented and end with a ${C4}`;t4(I32,b82?"MISSING_CHAR":"BAD_INDENT",k23),r8&&r8.source.length!==1&&y122.unshift(r8)}if(y122.length>0){const o82=m32(
y122,_52,s92.options.strict,t4);o82.comment&&(i82.comment?i82.comment+=`
`+o82.comment:i82.comment=o82.comment),i82.range=[f122.offset,_52,o82.offset]}else i82.range=[f122.offset,_52,_52];return i82}function u8(f122,a112,t4,i82,l92,o82){
const s92=t4.type==="block-map"?S6(f122,a112,t4,i82,o82):t4.type==="block-seq"?I(f122,a112,t4,i82,o82):Y(f122,a112,t4,i82,o82),c122=s92.constructor;return l92===
"!"||l92===c122.tagName?(s92.tag=c122.tagName,s92):(l92&&(s92.tag=l92),s92)}function v4(f122,a112,t4,i82,l92){const o82=i82.tag,s92=o82?a112.directives.tagName(
o82.source,e4=>l92(o82,"TAG_RESOLVE_FAILED",e4)):null;if(t4.type==="block-seq"){const{anchor:e4,newlineAfterProp:A42}=i82,g11=e4&&o82?e4.offset>o82.offset?e4:o82:
e4??o82;g11&&(!A42||A42.offset<g11.offset)&&l92(g11,"MISSING_CHAR","Missing newline after block sequence props")}const c122=t4.type==="block-map"?"map":t4.type===
"block-seq"?"seq":t4.start.source==="{"?"map":"seq";if(!o82||!s92||s92==="!"||s92===M2.tagName&&c122==="map"||s92===S5.tagName&&c122==="seq")return u8(f122,a112,
t4,l92,s92);let m72=a112.schema.tags.find(e4=>e4.tag===s92&&e4.collection===c122);if(!m72){const e4=a112.schema.knownTags[s92];if(e4?.collection===c122)a112.schema.
tags.push(Object.assign({},e4,{default:!1})),m72=e4;else return e4?l92(o82,"BAD_COLLECTION_TYPE",`${e4.tag} used for ${c122} collection, but expects ${e4.collection??
"scalar"}`,!0):l92(o82,"TAG_RESOLVE_FAILED",`Unresolved tag: ${s92}`,!0),u8(f122,a112,t4,l92,s92)}const p82=u8(f122,a112,t4,l92,s92,m72),r8=m72.resolve?.(p82,e4=>l92(
o82,"TAG_RESOLVE_FAILED",e4),a112.options)??p82,n11=n(r8)?r8:new t(r8);return n11.range=p82.range,n11.tag=s92,m72?.format&&(n11.format=m72.format),n11}function I2(p82,s92,g11){
const o82=s92.offset,l92=S7(s92,p82.options.strict,g11);if(!l92)return{value:"",type:null,comment:"",range:[o82,o82,o82]};const m72=l92.mode===">"?t.BLOCK_FOLDED:
t.BLOCK_LITERAL,t4=s92.source?E3(s92.source):[];let f122=t4.length;for(let e4=t4.length-1;e4>=0;--e4){const i82=t4[e4][1];if(i82===""||i82==="\r")f122=e4;else break}
if(f122===0){const e4=l92.chomp==="+"&&t4.length>0?`
`.repeat(Math.max(1,t4.length-1)):"";let i82=o82+l92.length;return s92.source&&(i82+=s92.source.length),{value:e4,type:m72,comment:l92.comment,range:[o82,i82,i82]}}
let a112=s92.indent+l92.indent,u132=s92.offset+l92.length,k23=0;for(let e4=0;e4<f122;++e4){const[i82,h62]=t4[e4];if(h62===""||h62==="\r")l92.indent===0&&i82.length>
a112&&(a112=i82.length);else{i82.length<a112&&g11(u132+i82.length,"MISSING_CHAR","Block scalars with more-indented leading empty lines must use an explicit inde\
ntation indicator"),l92.indent===0&&(a112=i82.length),k23=e4,a112===0&&!p82.atRoot&&g11(u132,"BAD_INDENT","Block scalar values in collections must be indented");
break}u132+=i82.length+h62.length+1}for(let e4=t4.length-1;e4>=f122;--e4)t4[e4][0].length>a112&&(f122=e4+1);let r8="",n11="",c122=!1;for(let e4=0;e4<k23;++e4)r8+=
t4[e4][0].slice(a112)+`
`;for(let e4=k23;e4<f122;++e4){let[i82,h62]=t4[e4];u132+=i82.length+h62.length+1;const b82=h62[h62.length-1]==="\r";if(b82&&(h62=h62.slice(0,-1)),h62&&i82.length<
a112){const N32=`Block scalar lines must not be less indented than their ${l92.indent?"explicit indentation indicator":"first line"}`;g11(u132-h62.length-(b82?2:
1),"BAD_INDENT",N32),i82=""}m72===t.BLOCK_LITERAL?(r8+=n11+i82.slice(a112)+h62,n11=`
`):i82.length>a112||h62[0]==="	"?(n11===" "?n11=`
`:!c122&&n11===`
`&&(n11=`

`),r8+=n11+i82.slice(a112)+h62,n11=`
`,c122=!0):h62===""?n11===`
`?r8+=`
`:n11=`
`:(r8+=n11+h62,n11=" ",c122=!1)}switch(l92.chomp){case"-":break;case"+":for(let e4=f122;e4<t4.length;++e4)r8+=`
`+t4[e4][0].slice(a112);r8[r8.length-1]!==`
`&&(r8+=`
`);break;default:r8+=`
`}const d92=o82+l92.length+s92.source.length;return{value:r8,type:m72,comment:l92.comment,range:[o82,d92,d92]}}function S7({offset:p82,props:s92},g11,o82){if(s92[0].
type!=="block-scalar-header")return o82(s92[0],"IMPOSSIBLE","Block scalar header not found"),null;const{source:l92}=s92[0],m72=l92[0];let t4=0,f122="",a112=-1;for(let n11=1;n11<
l92.length;++n11){const c122=l92[n11];if(!f122&&(c122==="-"||c122==="+"))f122=c122;else{const d92=Number(c122);!t4&&d92?t4=d92:a112===-1&&(a112=p82+n11)}}a112!==
-1&&o82(a112,"UNEXPECTED_TOKEN",`Block scalar header includes extra characters: ${l92}`);let u132=!1,k23="",r8=l92.length;for(let n11=1;n11<s92.length;++n11){const c122=s92[n11];
switch(c122.type){case"space":u132=!0;case"newline":r8+=c122.source.length;break;case"comment":g11&&!u132&&o82(c122,"MISSING_CHAR","Comments must be separated f\
rom other tokens by white space characters"),r8+=c122.source.length,k23=c122.source.substring(1);break;case"error":o82(c122,"UNEXPECTED_TOKEN",c122.message),r8+=
c122.source.length;break;default:{const d92=`Unexpected token in block scalar header: ${c122.type}`;o82(c122,"UNEXPECTED_TOKEN",d92);const e4=c122.source;e4&&typeof e4==
"string"&&(r8+=e4.length)}}}return{mode:m72,indent:t4,chomp:f122,comment:k23,length:r8}}function E3(p82){const s92=p82.split(/\n( *)/),g11=s92[0],o82=g11.match(
/^( *)/),m72=[o82?.[1]?[o82[1],g11.slice(o82[1].length)]:["",g11]];for(let t4=1;t4<s92.length;t4+=2)m72.push([s92[t4],s92[t4+1]]);return m72}function x(e4,l92,n11){
const{offset:t4,type:c122,source:a112,end:i82}=e4;let r8,s92;const f122=(b82,p82,u132)=>n11(t4+b82,p82,u132);switch(c122){case"scalar":r8=t.PLAIN,s92=m42(a112,f122);
break;case"single-quoted-scalar":r8=t.QUOTE_SINGLE,s92=E4(a112,f122);break;case"double-quoted-scalar":r8=t.QUOTE_DOUBLE,s92=_3(a112,f122);break;default:return n11(
e4,"UNEXPECTED_TOKEN",`Expected a flow scalar value, but found: ${c122}`),{value:"",type:null,comment:"",range:[t4,t4+a112.length,t4+a112.length]}}const h62=t4+
a112.length,o82=m32(i82,h62,l92,n11);return{value:s92,type:r8,comment:o82.comment,range:[t4,h62,o82.offset]}}function m42(e4,l92){let n11="";switch(e4[0]){case"\
	":n11="a tab character";break;case",":n11="flow indicator character ,";break;case"%":n11="directive indicator character %";break;case"|":case">":{n11=`block sc\
alar indicator ${e4[0]}`;break}case"@":case"`":{n11=`reserved character ${e4[0]}`;break}}return n11&&l92(0,"BAD_SCALAR_START",`Plain value cannot start with ${n11}`),
g8(e4)}function E4(e4,l92){return(e4[e4.length-1]!=="'"||e4.length===1)&&l92(e4.length,"MISSING_CHAR","Missing closing 'quote"),g8(e4.slice(1,-1)).replace(/''/g,
"'")}function g8(e4){const l92=/(.*?)\r?\n/sy;let n11=l92.exec(e4);if(!n11)return e4;let t4,c122;try{t4=new RegExp("(?<![ 	])[ 	]+$"),c122=new RegExp("^[ 	]+|(?\
<![ 	])[ 	]+$","g")}catch{t4=/[ \t]+$/,c122=/^[ \t]+|[ \t]+$/g}let a112=n11[1].replace(t4,""),i82=" ",r8=l92.lastIndex;for(;n11=l92.exec(e4);){const f122=n11[1].
replace(c122,"");f122===""?i82===`
`?a112+=i82:i82=`
`:(a112+=i82+f122,i82=" "),r8=l92.lastIndex}const s92=/[ \t]*(.*)/sy;return s92.lastIndex=r8,n11=s92.exec(e4),a112+i82+(n11?.[1]??"")}function _3(e4,l92){let n11="";
for(let t4=1;t4<e4.length-1;++t4){const c122=e4[t4];if(!(c122==="\r"&&e4[t4+1]===`
`))if(c122===`
`){const{fold:a112,offset:i82}=v5(e4,t4);n11+=a112,t4=i82}else if(c122==="\\"){let a112=e4[++t4];const i82=S8[a112];if(i82)n11+=i82;else if(a112===`
`)for(a112=e4[t4+1];a112===" "||a112==="	";)a112=e4[++t4+1];else if(a112==="\r"&&e4[t4+1]===`
`)for(a112=e4[++t4+1];a112===" "||a112==="	";)a112=e4[++t4+1];else if(a112==="x"||a112==="u"||a112==="U"){const r8=a112==="x"?2:a112==="u"?4:8;n11+=k(e4,t4+1,r8,
l92),t4+=r8}else{const r8=e4.substr(t4-1,2);l92(t4-1,"BAD_DQ_ESCAPE",`Invalid escape sequence ${r8}`),n11+=r8}}else if(c122===" "||c122==="	"){const a112=t4;let i82=e4[t4+
1];for(;i82===" "||i82==="	";)i82=e4[++t4+1];i82!==`
`&&!(i82==="\r"&&e4[t4+2]===`
`)&&(n11+=t4>a112?e4.slice(a112,t4+1):c122)}else n11+=c122}return(e4[e4.length-1]!=='"'||e4.length===1)&&l92(e4.length,"MISSING_CHAR",'Missing closing "quote'),
n11}function v5(e4,l92){let n11="",t4=e4[l92+1];for(;(t4===" "||t4==="	"||t4===`
`||t4==="\r")&&!(t4==="\r"&&e4[l92+2]!==`
`);)t4===`
`&&(n11+=`
`),l92+=1,t4=e4[l92+1];return n11||(n11=" "),{fold:n11,offset:l92}}var S8={0:"\0",a:"\x07",b:"\b",e:"\x1B",f:"\f",n:`
`,r:"\r",t:"	",v:"\v",N:"\x85",_:"\xA0",L:"\u2028",P:"\u2029"," ":" ",'"':'"',"/":"/","\\":"\\","	":"	"};function k(e4,l92,n11,t4){const c122=e4.substr(l92,n11),
i82=c122.length===n11&&/^[0-9a-fA-F]+$/.test(c122)?parseInt(c122,16):NaN;try{return String.fromCodePoint(i82)}catch{const r8=e4.substr(l92-2,n11+2);return t4(l92-
2,"BAD_DQ_ESCAPE",`Invalid escape sequence ${r8}`),r8}}function A3(t4,a112,s92,r8){const{value:f122,type:u132,comment:i82,range:e4}=a112.type==="block-scalar"?I2(
t4,a112,r8):x(a112,t4.options.strict,r8),l92=s92?t4.directives.tagName(s92.source,c122=>r8(s92,"TAG_RESOLVE_FAILED",c122)):null;let n11;t4.options.stringKeys&&t4.
atKey?n11=t4.schema[r]:l92?n11=L2(t4.schema,f122,l92,s92,r8):a112.type==="scalar"?n11=E5(t4,f122,a112,r8):n11=t4.schema[r];let o82;try{const c122=n11.resolve(f122,
m72=>r8(s92??a112,"TAG_RESOLVE_FAILED",m72),t4.options);o82=e(c122)?c122:new t(c122)}catch(c122){const m72=c122 instanceof Error?c122.message:String(c122);r8(s92??
a112,"TAG_RESOLVE_FAILED",m72),o82=new t(f122)}return o82.range=e4,o82.source=f122,u132&&(o82.type=u132),l92&&(o82.tag=l92),n11.format&&(o82.format=n11.format),
i82&&(o82.comment=i82),o82}function L2(t4,a112,s92,r8,f122){if(s92==="!")return t4[r];const u132=[];for(const e4 of t4.tags)if(!e4.collection&&e4.tag===s92)if(e4.
default&&e4.test)u132.push(e4);else return e4;for(const e4 of u132)if(e4.test?.test(a112))return e4;const i82=t4.knownTags[s92];return i82&&!i82.collection?(t4.
tags.push(Object.assign({},i82,{default:!1,test:void 0})),i82):(f122(r8,"TAG_RESOLVE_FAILED",`Unresolved tag: ${s92}`,s92!=="tag:yaml.org,2002:str"),t4[r])}function E5({
atKey:t4,directives:a112,schema:s92},r8,f122,u132){const i82=s92.tags.find(e4=>(e4.default===!0||t4&&e4.default==="key")&&e4.test?.test(r8))||s92[r];if(s92.compat){
const e4=s92.compat.find(l92=>l92.default&&l92.test?.test(r8))??s92[r];if(i82.tag!==e4.tag){const l92=a112.tagString(i82.tag),n11=a112.tagString(e4.tag),o82=`Va\
lue may be parsed as either ${l92} or ${n11}`;u132(f122,"TAG_RESOLVE_FAILED",o82,!0)}}return i82}function a7(n11,e4,i82){if(e4){i82??(i82=e4.length);for(let c122=i82-
1;c122>=0;--c122){let t4=e4[c122];switch(t4.type){case"space":case"comment":case"newline":n11-=t4.source.length;continue}for(t4=e4[++c122];t4?.type==="space";)n11+=
t4.source.length,t4=e4[++c122];break}}return n11}var N2={composeNode:g9,composeEmptyNode:u9};function g9(i82,e4,r8,t4){const m72=i82.atKey,{spaceBefore:n11,comment:o82,
anchor:a112,tag:l92}=r8;let s92,f122=!0;switch(e4.type){case"alias":s92=_4(i82,e4,t4),(a112||l92)&&t4(e4,"ALIAS_PROPS","An alias node must not specify any prope\
rties");break;case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":case"block-scalar":s92=A3(i82,e4,l92,t4),a112&&(s92.anchor=a112.source.substring(
1));break;case"block-map":case"block-seq":case"flow-collection":try{s92=v4(N2,i82,e4,r8,t4),a112&&(s92.anchor=a112.source.substring(1))}catch(c122){const A42=c122 instanceof
Error?c122.message:String(c122);t4(e4,"RESOURCE_EXHAUSTION",A42)}break;default:{const c122=e4.type==="error"?e4.message:`Unsupported token (type: ${e4.type})`;t4(
e4,"UNEXPECTED_TOKEN",c122),f122=!1}}return s92??(s92=u9(i82,e4.offset,void 0,null,r8,t4)),a112&&s92.anchor===""&&t4(a112,"BAD_ALIAS","Anchor cannot be an empty\
 string"),m72&&i82.options.stringKeys&&(!e(s92)||typeof s92.value!="string"||s92.tag&&s92.tag!=="tag:yaml.org,2002:str")&&t4(l92??e4,"NON_STRING_KEY","With stri\
ngKeys, all keys must be strings"),n11&&(s92.spaceBefore=!0),o82&&(e4.type==="scalar"&&e4.source===""?s92.comment=o82:s92.commentBefore=o82),i82.options.keepSourceTokens&&
f122&&(s92.srcToken=e4),s92}function u9(i82,e4,r8,t4,{spaceBefore:m72,comment:n11,anchor:o82,tag:a112,end:l92},s92){const f122={type:"scalar",offset:a7(e4,r8,t4),
indent:-1,source:""},c122=A3(i82,f122,a112,s92);return o82&&(c122.anchor=o82.source.substring(1),c122.anchor===""&&s92(o82,"BAD_ALIAS","Anchor cannot be an empt\
y string")),m72&&(c122.spaceBefore=!0),n11&&(c122.comment=n11,c122.range[2]=l92),c122}function _4({options:i82},{offset:e4,source:r8,end:t4},m72){const n11=new A2(
r8.substring(1));n11.source===""&&m72(e4,"BAD_ALIAS","Alias cannot be an empty string"),n11.source.endsWith(":")&&m72(e4+r8.length-1,"BAD_ALIAS","Alias ending i\
n : is ambiguous",!0);const o82=e4+r8.length,a112=m32(t4,o82,i82.strict,m72);return n11.range=[e4,o82,a112.offset],a112.comment&&(n11.comment=a112.comment),n11}
function w7(p82,a112,{offset:s92,start:i82,value:e4,end:m72},n11){const f122=Object.assign({_directives:a112},p82),t4=new y8(void 0,f122),r8={atKey:!1,atRoot:!0,
directives:t4.directives,options:t4.options,schema:t4.schema},o82=w6(i82,{indicator:"doc-start",next:e4??m72?.[0],offset:s92,onError:n11,parentIndent:0,startOnNewline:!0});
o82.found&&(t4.directives.docStart=!0,e4&&(e4.type==="block-map"||e4.type==="block-seq")&&!o82.hasNewline&&n11(o82.end,"MISSING_CHAR","Block collection cannot s\
tart on same line with directives-end marker")),t4.contents=e4?g9(r8,e4,o82,n11):u9(r8,o82.end,i82,null,o82,n11);const d92=t4.contents.range[2],c122=m32(m72,d92,
!1,n11);return c122.comment&&(t4.comment=c122.comment),t4.range=[s92,d92,c122.offset],t4}function c8(o82){if(typeof o82=="number")return[o82,o82+1];if(Array.isArray(
o82))return o82.length===2?o82:[o82[0],o82[1]];const{offset:e4,source:s92}=o82;return[e4,e4+(typeof s92=="string"?s92.length:1)]}function d7(o82){let e4="",s92=!1,
t4=!1;for(let i82=0;i82<o82.length;++i82){const r8=o82[i82];switch(r8[0]){case"#":e4+=(e4===""?"":t4?`

`:`
`)+(r8.substring(1)||" "),s92=!0,t4=!1;break;case"%":o82[i82+1]?.[0]!=="#"&&(i82+=1),s92=!1;break;default:s92||(t4=!0),s92=!1}}return{comment:e4,afterEmptyLine:t4}}
var v6=class{constructor(e4={}){this.doc=null,this.atDirectives=!1,this.prelude=[],this.errors=[],this.warnings=[],this.onError=(s92,t4,i82,r8)=>{const n11=c8(s92);
r8?this.warnings.push(new p6(n11,t4,i82)):this.errors.push(new u7(n11,t4,i82))},this.directives=new n2({version:e4.version||"1.2"}),this.options=e4}decorate(e4,s92){
const{comment:t4,afterEmptyLine:i82}=d7(this.prelude);if(t4){const r8=e4.contents;if(s92)e4.comment=e4.comment?`${e4.comment}
${t4}`:t4;else if(i82||e4.directives.docStart||!r8)e4.commentBefore=t4;else if(f2(r8)&&!r8.flow&&r8.items.length>0){let n11=r8.items[0];p(n11)&&(n11=n11.key);const a112=n11.
commentBefore;n11.commentBefore=a112?`${t4}
${a112}`:t4}else{const n11=r8.commentBefore;r8.commentBefore=n11?`${t4}
${n11}`:t4}}if(s92){for(let r8=0;r8<this.errors.length;++r8)e4.errors.push(this.errors[r8]);for(let r8=0;r8<this.warnings.length;++r8)e4.warnings.push(this.warnings[r8])}else
e4.errors=this.errors,e4.warnings=this.warnings;this.prelude=[],this.errors=[],this.warnings=[]}streamInfo(){return{comment:d7(this.prelude).comment,directives:this.
directives,errors:this.errors,warnings:this.warnings}}*compose(e4,s92=!1,t4=-1){for(const i82 of e4)yield*this.next(i82);yield*this.end(s92,t4)}*next(e4){switch(e4.
type){case"directive":this.directives.add(e4.source,(s92,t4,i82)=>{const r8=c8(e4);r8[0]+=s92,this.onError(r8,"BAD_DIRECTIVE",t4,i82)}),this.prelude.push(e4.source),
this.atDirectives=!0;break;case"document":{const s92=w7(this.options,this.directives,e4,this.onError);this.atDirectives&&!s92.directives.docStart&&this.onError(
e4,"MISSING_CHAR","Missing directives-end/doc-start indicator line"),this.decorate(s92,!1),this.doc&&(yield this.doc),this.doc=s92,this.atDirectives=!1;break}case"\
byte-order-mark":case"space":break;case"comment":case"newline":this.prelude.push(e4.source);break;case"error":{const s92=e4.source?`${e4.message}: ${JSON.stringify(
e4.source)}`:e4.message,t4=new u7(c8(e4),"UNEXPECTED_TOKEN",s92);this.atDirectives||!this.doc?this.errors.push(t4):this.doc.errors.push(t4);break}case"doc-end":{
if(!this.doc){const t4="Unexpected doc-end without preceding document";this.errors.push(new u7(c8(e4),"UNEXPECTED_TOKEN",t4));break}this.doc.directives.docEnd=!0;
const s92=m32(e4.end,e4.offset+e4.source.length,this.doc.options.strict,this.onError);if(this.decorate(this.doc,!0),s92.comment){const t4=this.doc.comment;this.
doc.comment=t4?`${t4}
${s92.comment}`:s92.comment}this.doc.range[2]=s92.offset;break}default:this.errors.push(new u7(c8(e4),"UNEXPECTED_TOKEN",`Unsupported token ${e4.type}`))}}*end(e4=!1,s92=-1){
if(this.doc)this.decorate(this.doc,!0),yield this.doc,this.doc=null;else if(e4){const t4=Object.assign({_directives:this.directives},this.options),i82=new y8(void 0,
t4);this.atDirectives&&this.onError(s92,"MISSING_CHAR","Missing directives-end indicator line"),i82.range=[0,s92,s92],this.decorate(i82,!1),yield i82}}},s7=class{constructor(){
this.lineStarts=[],this.addNewLine=i82=>this.lineStarts.push(i82),this.linePos=i82=>{let t4=0,e4=this.lineStarts.length;for(;t4<e4;){const l92=t4+e4>>1;this.lineStarts[l92]<
i82?t4=l92+1:e4=l92}if(this.lineStarts[t4]===i82)return{line:t4+1,col:1};if(t4===0)return{line:0,col:i82};const n11=this.lineStarts[t4-1];return{line:t4,col:i82-
n11+1}}}},s8=Symbol("break visit"),y9=Symbol("skip children"),u10=Symbol("remove item");function l8(e4,t4){"type"in e4&&e4.type==="document"&&(e4={start:e4.start,
value:e4.value}),m5(Object.freeze([]),e4,t4)}l8.BREAK=s8,l8.SKIP=y9,l8.REMOVE=u10,l8.itemAtPath=(e4,t4)=>{let r8=e4;for(const[n11,i82]of t4){const o82=r8?.[n11];
if(o82&&"items"in o82)r8=o82.items[i82];else return}return r8},l8.parentCollection=(e4,t4)=>{const r8=l8.itemAtPath(e4,t4.slice(0,-1)),n11=t4[t4.length-1][0],i82=r8?.[n11];
if(i82&&"items"in i82)return i82;throw new Error("Parent collection not found")};function m5(e4,t4,r8){let n11=r8(t4,e4);if(typeof n11=="symbol")return n11;for(const i82 of[
"key","value"]){const o82=t4[i82];if(o82&&"items"in o82){for(let f122=0;f122<o82.items.length;++f122){const c122=m5(Object.freeze(e4.concat([[i82,f122]])),o82.items[f122],
r8);if(typeof c122=="number")f122=c122-1;else{if(c122===s8)return s8;c122===u10&&(o82.items.splice(f122,1),f122-=1)}}typeof n11=="function"&&i82==="key"&&(n11=n11(
t4,e4))}}return typeof n11=="function"?n11(t4,e4):n11}var r6="\uFEFF",a8="",t3="",c9="";function o7(e4){switch(e4){case r6:return"byte-order-mark";case a8:return"\
doc-mode";case t3:return"flow-error-end";case c9:return"scalar";case"---":return"doc-start";case"...":return"doc-end";case"":case`
`:case`\r
`:return"newline";case"-":return"seq-item-ind";case"?":return"explicit-key-ind";case":":return"map-value-ind";case"{":return"flow-map-start";case"}":return"flow\
-map-end";case"[":return"flow-seq-start";case"]":return"flow-seq-end";case",":return"comma"}switch(e4[0]){case" ":case"	":return"space";case"#":return"comment";case"\
%":return"directive-line";case"*":return"alias";case"&":return"anchor";case"!":return"tag";case"'":return"single-quoted-scalar";case'"':return"double-quoted-sca\
lar";case"|":case">":return"block-scalar-header"}return null}function n10(l92){switch(l92){case void 0:case" ":case`
`:case"\r":case"	":return!0;default:return!1}}var c10=new Set("0123456789ABCDEFabcdef"),y10=new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvw\
xyz-#;/?:@&=+$_.!~*'()"),a9=new Set(",[]{}"),w8=new Set(` ,[]{}
\r	`),u11=l92=>!l92||w8.has(l92),x22=class{constructor(){this.atEnd=!1,this.blockScalarIndent=-1,this.blockScalarKeep=!1,this.buffer="",this.flowKey=!1,this.flowLevel=
0,this.indentNext=0,this.indentValue=0,this.lineEndPos=null,this.next=null,this.pos=0}*lex(e4,t4=!1){if(e4){if(typeof e4!="string")throw TypeError("source is no\
t a string");this.buffer=this.buffer?this.buffer+e4:e4,this.lineEndPos=null}this.atEnd=!t4;let s92=this.next??"stream";for(;s92&&(t4||this.hasChars(1));)s92=yield*this.
parseNext(s92)}atLineEnd(){let e4=this.pos,t4=this.buffer[e4];for(;t4===" "||t4==="	";)t4=this.buffer[++e4];return!t4||t4==="#"||t4===`
`?!0:t4==="\r"?this.buffer[e4+1]===`
`:!1}charAt(e4){return this.buffer[this.pos+e4]}continueScalar(e4){let t4=this.buffer[e4];if(this.indentNext>0){let s92=0;for(;t4===" ";)t4=this.buffer[++s92+e4];
if(t4==="\r"){const h62=this.buffer[s92+e4+1];if(h62===`
`||!h62&&!this.atEnd)return e4+s92+1}return t4===`
`||s92>=this.indentNext||!t4&&!this.atEnd?e4+s92:-1}if(t4==="-"||t4==="."){const s92=this.buffer.substr(e4,3);if((s92==="---"||s92==="...")&&n10(this.buffer[e4+
3]))return-1}return e4}getLine(){let e4=this.lineEndPos;return(typeof e4!="number"||e4!==-1&&e4<this.pos)&&(e4=this.buffer.indexOf(`
`,this.pos),this.lineEndPos=e4),e4===-1?this.atEnd?this.buffer.substring(this.pos):null:(this.buffer[e4-1]==="\r"&&(e4-=1),this.buffer.substring(this.pos,e4))}hasChars(e4){
return this.pos+e4<=this.buffer.length}setNext(e4){return this.buffer=this.buffer.substring(this.pos),this.pos=0,this.lineEndPos=null,this.next=e4,null}peek(e4){
return this.buffer.substr(this.pos,e4)}*parseNext(e4){switch(e4){case"stream":return yield*this.parseStream();case"line-start":return yield*this.parseLineStart();case"\
block-start":return yield*this.parseBlockStart();case"doc":return yield*this.parseDocument();case"flow":return yield*this.parseFlowCollection();case"quoted-scal\
ar":return yield*this.parseQuotedScalar();case"block-scalar":return yield*this.parseBlockScalar();case"plain-scalar":return yield*this.parsePlainScalar()}}*parseStream(){
let e4=this.getLine();if(e4===null)return this.setNext("stream");if(e4[0]===r6&&(yield*this.pushCount(1),e4=e4.substring(1)),e4[0]==="%"){let t4=e4.length,s92=e4.
indexOf("#");for(;s92!==-1;){const i82=e4[s92-1];if(i82===" "||i82==="	"){t4=s92-1;break}else s92=e4.indexOf("#",s92+1)}for(;;){const i82=e4[t4-1];if(i82===" "||
i82==="	")t4-=1;else break}const h62=(yield*this.pushCount(t4))+(yield*this.pushSpaces(!0));return yield*this.pushCount(e4.length-h62),this.pushNewline(),"strea\
m"}if(this.atLineEnd()){const t4=yield*this.pushSpaces(!0);return yield*this.pushCount(e4.length-t4),yield*this.pushNewline(),"stream"}return yield a8,yield*this.
parseLineStart()}*parseLineStart(){const e4=this.charAt(0);if(!e4&&!this.atEnd)return this.setNext("line-start");if(e4==="-"||e4==="."){if(!this.atEnd&&!this.hasChars(
4))return this.setNext("line-start");const t4=this.peek(3);if((t4==="---"||t4==="...")&&n10(this.charAt(3)))return yield*this.pushCount(3),this.indentValue=0,this.
indentNext=0,t4==="---"?"doc":"stream"}return this.indentValue=yield*this.pushSpaces(!1),this.indentNext>this.indentValue&&!n10(this.charAt(1))&&(this.indentNext=
this.indentValue),yield*this.parseBlockStart()}*parseBlockStart(){const[e4,t4]=this.peek(2);if(!t4&&!this.atEnd)return this.setNext("block-start");if((e4==="-"||
e4==="?"||e4===":")&&n10(t4)){const s92=(yield*this.pushCount(1))+(yield*this.pushSpaces(!0));return this.indentNext=this.indentValue+1,this.indentValue+=s92,"b\
lock-start"}return"doc"}*parseDocument(){yield*this.pushSpaces(!0);const e4=this.getLine();if(e4===null)return this.setNext("doc");let t4=yield*this.pushIndicators();
switch(e4[t4]){case"#":yield*this.pushCount(e4.length-t4);case void 0:return yield*this.pushNewline(),yield*this.parseLineStart();case"{":case"[":return yield*this.
pushCount(1),this.flowKey=!1,this.flowLevel=1,"flow";case"}":case"]":return yield*this.pushCount(1),"doc";case"*":return yield*this.pushUntil(u11),"doc";case'"':case"\
'":return yield*this.parseQuotedScalar();case"|":case">":return t4+=yield*this.parseBlockScalarHeader(),t4+=yield*this.pushSpaces(!0),yield*this.pushCount(e4.length-
t4),yield*this.pushNewline(),yield*this.parseBlockScalar();default:return yield*this.parsePlainScalar()}}*parseFlowCollection(){let e4,t4,s92=-1;do e4=yield*this.
pushNewline(),e4>0?(t4=yield*this.pushSpaces(!1),this.indentValue=s92=t4):t4=0,t4+=yield*this.pushSpaces(!0);while(e4+t4>0);const h62=this.getLine();if(h62===null)
return this.setNext("flow");if((s92!==-1&&s92<this.indentNext&&h62[0]!=="#"||s92===0&&(h62.startsWith("---")||h62.startsWith("..."))&&n10(h62[3]))&&!(s92===this.
indentNext-1&&this.flowLevel===1&&(h62[0]==="]"||h62[0]==="}")))return this.flowLevel=0,yield t3,yield*this.parseLineStart();let i82=0;for(;h62[i82]===",";)i82+=
yield*this.pushCount(1),i82+=yield*this.pushSpaces(!0),this.flowKey=!1;switch(i82+=yield*this.pushIndicators(),h62[i82]){case void 0:return"flow";case"#":return yield*this.
pushCount(h62.length-i82),"flow";case"{":case"[":return yield*this.pushCount(1),this.flowKey=!1,this.flowLevel+=1,"flow";case"}":case"]":return yield*this.pushCount(
1),this.flowKey=!0,this.flowLevel-=1,this.flowLevel?"flow":"doc";case"*":return yield*this.pushUntil(u11),"flow";case'"':case"'":return this.flowKey=!0,yield*this.
parseQuotedScalar();case":":{const r8=this.charAt(1);if(this.flowKey||n10(r8)||r8===",")return this.flowKey=!1,yield*this.pushCount(1),yield*this.pushSpaces(!0),
"flow"}default:return this.flowKey=!1,yield*this.parsePlainScalar()}}*parseQuotedScalar(){const e4=this.charAt(0);let t4=this.buffer.indexOf(e4,this.pos+1);if(e4===
"'")for(;t4!==-1&&this.buffer[t4+1]==="'";)t4=this.buffer.indexOf("'",t4+2);else for(;t4!==-1;){let i82=0;for(;this.buffer[t4-1-i82]==="\\";)i82+=1;if(i82%2===0)
break;t4=this.buffer.indexOf('"',t4+1)}const s92=this.buffer.substring(0,t4);let h62=s92.indexOf(`
`,this.pos);if(h62!==-1){for(;h62!==-1;){const i82=this.continueScalar(h62+1);if(i82===-1)break;h62=s92.indexOf(`
`,i82)}h62!==-1&&(t4=h62-(s92[h62-1]==="\r"?2:1))}if(t4===-1){if(!this.atEnd)return this.setNext("quoted-scalar");t4=this.buffer.length}return yield*this.pushToIndex(
t4+1,!1),this.flowLevel?"flow":"doc"}*parseBlockScalarHeader(){this.blockScalarIndent=-1,this.blockScalarKeep=!1;let e4=this.pos;for(;;){const t4=this.buffer[++e4];
if(t4==="+")this.blockScalarKeep=!0;else if(t4>"0"&&t4<="9")this.blockScalarIndent=Number(t4)-1;else if(t4!=="-")break}return yield*this.pushUntil(t4=>n10(t4)||
t4==="#")}*parseBlockScalar(){let e4=this.pos-1,t4=0,s92;e:for(let i82=this.pos;s92=this.buffer[i82];++i82)switch(s92){case" ":t4+=1;break;case`
`:e4=i82,t4=0;break;case"\r":{const r8=this.buffer[i82+1];if(!r8&&!this.atEnd)return this.setNext("block-scalar");if(r8===`
`)break}default:break e}if(!s92&&!this.atEnd)return this.setNext("block-scalar");if(t4>=this.indentNext){this.blockScalarIndent===-1?this.indentNext=t4:this.indentNext=
this.blockScalarIndent+(this.indentNext===0?1:this.indentNext);do{const i82=this.continueScalar(e4+1);if(i82===-1)break;e4=this.buffer.indexOf(`
`,i82)}while(e4!==-1);if(e4===-1){if(!this.atEnd)return this.setNext("block-scalar");e4=this.buffer.length}}let h62=e4+1;for(s92=this.buffer[h62];s92===" ";)s92=
this.buffer[++h62];if(s92==="	"){for(;s92==="	"||s92===" "||s92==="\r"||s92===`
`;)s92=this.buffer[++h62];e4=h62-1}else if(!this.blockScalarKeep)do{let i82=e4-1,r8=this.buffer[i82];r8==="\r"&&(r8=this.buffer[--i82]);const o82=i82;for(;r8===
" ";)r8=this.buffer[--i82];if(r8===`
`&&i82>=this.pos&&i82+1+t4>o82)e4=i82;else break}while(!0);return yield c9,yield*this.pushToIndex(e4+1,!0),yield*this.parseLineStart()}*parsePlainScalar(){const e4=this.
flowLevel>0;let t4=this.pos-1,s92=this.pos-1,h62;for(;h62=this.buffer[++s92];)if(h62===":"){const i82=this.buffer[s92+1];if(n10(i82)||e4&&a9.has(i82))break;t4=s92}else if(n10(
h62)){let i82=this.buffer[s92+1];if(h62==="\r"&&(i82===`
`?(s92+=1,h62=`
`,i82=this.buffer[s92+1]):t4=s92),i82==="#"||e4&&a9.has(i82))break;if(h62===`
`){const r8=this.continueScalar(s92+1);if(r8===-1)break;s92=Math.max(s92,r8-2)}}else{if(e4&&a9.has(h62))break;t4=s92}return!h62&&!this.atEnd?this.setNext("plain\
-scalar"):(yield c9,yield*this.pushToIndex(t4+1,!0),e4?"flow":"doc")}*pushCount(e4){return e4>0?(yield this.buffer.substr(this.pos,e4),this.pos+=e4,e4):0}*pushToIndex(e4,t4){
const s92=this.buffer.slice(this.pos,e4);return s92?(yield s92,this.pos+=s92.length,s92.length):(t4&&(yield""),0)}*pushIndicators(){let e4=0;e:for(;;){switch(this.
charAt(0)){case"!":e4+=yield*this.pushTag(),e4+=yield*this.pushSpaces(!0);continue e;case"&":e4+=yield*this.pushUntil(u11),e4+=yield*this.pushSpaces(!0);continue e;case"\
-":case"?":case":":{const t4=this.flowLevel>0,s92=this.charAt(1);if(n10(s92)||t4&&a9.has(s92)){t4?this.flowKey&&(this.flowKey=!1):this.indentNext=this.indentValue+
1,e4+=yield*this.pushCount(1),e4+=yield*this.pushSpaces(!0);continue e}}}break e}return e4}*pushTag(){if(this.charAt(1)==="<"){let e4=this.pos+2,t4=this.buffer[e4];
for(;!n10(t4)&&t4!==">";)t4=this.buffer[++e4];return yield*this.pushToIndex(t4===">"?e4+1:e4,!1)}else{let e4=this.pos+1,t4=this.buffer[e4];for(;t4;)if(y10.has(t4))
t4=this.buffer[++e4];else if(t4==="%"&&c10.has(this.buffer[e4+1])&&c10.has(this.buffer[e4+2]))t4=this.buffer[e4+=3];else break;return yield*this.pushToIndex(e4,
!1)}}*pushNewline(){const e4=this.buffer[this.pos];return e4===`
`?yield*this.pushCount(1):e4==="\r"&&this.charAt(1)===`
`?yield*this.pushCount(2):0}*pushSpaces(e4){let t4=this.pos-1,s92;do s92=this.buffer[++t4];while(s92===" "||e4&&s92==="	");const h62=t4-this.pos;return h62>0&&(yield this.
buffer.substr(this.pos,h62),this.pos=t4),h62}*pushUntil(e4){let t4=this.pos,s92=this.buffer[t4];for(;!e4(s92);)s92=this.buffer[++t4];return yield*this.pushToIndex(
t4,!1)}};function c11(n11,e4){for(let t4=0;t4<n11.length;++t4)if(n11[t4].type===e4)return!0;return!1}function f11(n11){for(let e4=0;e4<n11.length;++e4)switch(n11[e4].
type){case"space":case"comment":case"newline":break;default:return e4}return-1}function d8(n11){switch(n11?.type){case"alias":case"scalar":case"single-quoted-sc\
alar":case"double-quoted-scalar":case"flow-collection":return!0;default:return!1}}function p7(n11){switch(n11.type){case"document":return n11.start;case"block-m\
ap":{const e4=n11.items[n11.items.length-1];return e4.sep??e4.start}case"block-seq":return n11.items[n11.items.length-1].start;default:return[]}}function r7(n11){
if(n11.length===0)return[];let e4=n11.length;e:for(;--e4>=0;)switch(n11[e4].type){case"doc-start":case"explicit-key-ind":case"map-value-ind":case"seq-item-ind":case"\
newline":break e}for(;n11[++e4]?.type==="space";);return n11.splice(e4,n11.length)}function u12(n11,e4){if(e4.length<1e5)Array.prototype.push.apply(n11,e4);else
for(let t4=0;t4<e4.length;++t4)n11.push(e4[t4])}function y11(n11){if(n11.start.type==="flow-seq-start")for(const e4 of n11.items)e4.sep&&!e4.value&&!c11(e4.start,
"explicit-key-ind")&&!c11(e4.sep,"map-value-ind")&&(e4.key&&(e4.value=e4.key),delete e4.key,d8(e4.value)?e4.value.end?u12(e4.value.end,e4.sep):e4.value.end=e4.sep:
u12(e4.start,e4.sep),delete e4.sep)}var w9=class{constructor(e4){this.atNewLine=!0,this.atScalar=!1,this.indent=0,this.offset=0,this.onKeyLine=!1,this.stack=[],
this.source="",this.type="",this.lexer=new x22,this.onNewLine=e4}*parse(e4,t4=!1){this.onNewLine&&this.offset===0&&this.onNewLine(0);for(const s92 of this.lexer.
lex(e4,t4))yield*this.next(s92);t4||(yield*this.end())}*next(e4){if(this.source=e4,this.atScalar){this.atScalar=!1,yield*this.step(),this.offset+=e4.length;return}
const t4=o7(e4);if(t4)if(t4==="scalar")this.atNewLine=!1,this.atScalar=!0,this.type="scalar";else{switch(this.type=t4,yield*this.step(),t4){case"newline":this.atNewLine=
!0,this.indent=0,this.onNewLine&&this.onNewLine(this.offset+e4.length);break;case"space":this.atNewLine&&e4[0]===" "&&(this.indent+=e4.length);break;case"explic\
it-key-ind":case"map-value-ind":case"seq-item-ind":this.atNewLine&&(this.indent+=e4.length);break;case"doc-mode":case"flow-error-end":return;default:this.atNewLine=
!1}this.offset+=e4.length}else{const s92=`Not a YAML token: ${e4}`;yield*this.pop({type:"error",offset:this.offset,message:s92,source:e4}),this.offset+=e4.length}}*end(){
for(;this.stack.length>0;)yield*this.pop()}get sourceToken(){return{type:this.type,offset:this.offset,indent:this.indent,source:this.source}}*step(){const e4=this.
peek(1);if(this.type==="doc-end"&&e4?.type!=="doc-end"){for(;this.stack.length>0;)yield*this.pop();this.stack.push({type:"doc-end",offset:this.offset,source:this.
source});return}if(!e4)return yield*this.stream();switch(e4.type){case"document":return yield*this.document(e4);case"alias":case"scalar":case"single-quoted-scal\
ar":case"double-quoted-scalar":return yield*this.scalar(e4);case"block-scalar":return yield*this.blockScalar(e4);case"block-map":return yield*this.blockMap(e4);case"\
block-seq":return yield*this.blockSequence(e4);case"flow-collection":return yield*this.flowCollection(e4);case"doc-end":return yield*this.documentEnd(e4)}yield*this.
pop()}peek(e4){return this.stack[this.stack.length-e4]}*pop(e4){const t4=e4??this.stack.pop();if(!t4)yield{type:"error",offset:this.offset,source:"",message:"Tr\
ied to pop an empty stack"};else if(this.stack.length===0)yield t4;else{const s92=this.peek(1);switch(t4.type==="block-scalar"?t4.indent="indent"in s92?s92.indent:
0:t4.type==="flow-collection"&&s92.type==="document"&&(t4.indent=0),t4.type==="flow-collection"&&y11(t4),s92.type){case"document":s92.value=t4;break;case"block-\
scalar":s92.props.push(t4);break;case"block-map":{const i82=s92.items[s92.items.length-1];if(i82.value){s92.items.push({start:[],key:t4,sep:[]}),this.onKeyLine=
!0;return}else if(i82.sep)i82.value=t4;else{Object.assign(i82,{key:t4,sep:[]}),this.onKeyLine=!i82.explicitKey;return}break}case"block-seq":{const i82=s92.items[s92.
items.length-1];i82.value?s92.items.push({start:[],value:t4}):i82.value=t4;break}case"flow-collection":{const i82=s92.items[s92.items.length-1];!i82||i82.value?
s92.items.push({start:[],key:t4,sep:[]}):i82.sep?i82.value=t4:Object.assign(i82,{key:t4,sep:[]});return}default:yield*this.pop(),yield*this.pop(t4)}if((s92.type===
"document"||s92.type==="block-map"||s92.type==="block-seq")&&(t4.type==="block-map"||t4.type==="block-seq")){const i82=t4.items[t4.items.length-1];i82&&!i82.sep&&
!i82.value&&i82.start.length>0&&f11(i82.start)===-1&&(t4.indent===0||i82.start.every(a112=>a112.type!=="comment"||a112.indent<t4.indent))&&(s92.type==="document"?
s92.end=i82.start:s92.items.push({start:i82.start}),t4.items.splice(-1,1))}}}*stream(){switch(this.type){case"directive-line":yield{type:"directive",offset:this.
offset,source:this.source};return;case"byte-order-mark":case"space":case"comment":case"newline":yield this.sourceToken;return;case"doc-mode":case"doc-start":{const e4={
type:"document",offset:this.offset,start:[]};this.type==="doc-start"&&e4.start.push(this.sourceToken),this.stack.push(e4);return}}yield{type:"error",offset:this.
offset,message:`Unexpected ${this.type} token in YAML stream`,source:this.source}}*document(e4){if(e4.value)return yield*this.lineEnd(e4);switch(this.type){case"\
doc-start":{f11(e4.start)!==-1?(yield*this.pop(),yield*this.step()):e4.start.push(this.sourceToken);return}case"anchor":case"tag":case"space":case"comment":case"\
newline":e4.start.push(this.sourceToken);return}const t4=this.startBlockValue(e4);t4?this.stack.push(t4):yield{type:"error",offset:this.offset,message:`Unexpect\
ed ${this.type} token in YAML document`,source:this.source}}*scalar(e4){if(this.type==="map-value-ind"){const t4=p7(this.peek(2)),s92=r7(t4);let i82;e4.end?(i82=
e4.end,i82.push(this.sourceToken),delete e4.end):i82=[this.sourceToken];const a112={type:"block-map",offset:e4.offset,indent:e4.indent,items:[{start:s92,key:e4,
sep:i82}]};this.onKeyLine=!0,this.stack[this.stack.length-1]=a112}else yield*this.lineEnd(e4)}*blockScalar(e4){switch(this.type){case"space":case"comment":case"\
newline":e4.props.push(this.sourceToken);return;case"scalar":if(e4.source=this.source,this.atNewLine=!0,this.indent=0,this.onNewLine){let t4=this.source.indexOf(
`
`)+1;for(;t4!==0;)this.onNewLine(this.offset+t4),t4=this.source.indexOf(`
`,t4)+1}yield*this.pop();break;default:yield*this.pop(),yield*this.step()}}*blockMap(e4){const t4=e4.items[e4.items.length-1];switch(this.type){case"newline":if(this.
onKeyLine=!1,t4.value){const s92="end"in t4.value?t4.value.end:void 0;(Array.isArray(s92)?s92[s92.length-1]:void 0)?.type==="comment"?s92?.push(this.sourceToken):
e4.items.push({start:[this.sourceToken]})}else t4.sep?t4.sep.push(this.sourceToken):t4.start.push(this.sourceToken);return;case"space":case"comment":if(t4.value)
e4.items.push({start:[this.sourceToken]});else if(t4.sep)t4.sep.push(this.sourceToken);else{if(this.atIndentedComment(t4.start,e4.indent)){const i82=e4.items[e4.
items.length-2]?.value?.end;if(Array.isArray(i82)){u12(i82,t4.start),i82.push(this.sourceToken),e4.items.pop();return}}t4.start.push(this.sourceToken)}return}if(this.
indent>=e4.indent){const s92=!this.onKeyLine&&this.indent===e4.indent,i82=s92&&(t4.sep||t4.explicitKey)&&this.type!=="seq-item-ind";let a112=[];if(i82&&t4.sep&&
!t4.value){const o82=[];for(let l92=0;l92<t4.sep.length;++l92){const h62=t4.sep[l92];switch(h62.type){case"newline":o82.push(l92);break;case"space":break;case"c\
omment":h62.indent>e4.indent&&(o82.length=0);break;default:o82.length=0}}o82.length>=2&&(a112=t4.sep.splice(o82[1]))}switch(this.type){case"anchor":case"tag":i82||
t4.value?(a112.push(this.sourceToken),e4.items.push({start:a112}),this.onKeyLine=!0):t4.sep?t4.sep.push(this.sourceToken):t4.start.push(this.sourceToken);return;case"\
explicit-key-ind":!t4.sep&&!t4.explicitKey?(t4.start.push(this.sourceToken),t4.explicitKey=!0):i82||t4.value?(a112.push(this.sourceToken),e4.items.push({start:a112,
explicitKey:!0})):this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken],explicitKey:!0}]}),this.onKeyLine=!0;
return;case"map-value-ind":if(t4.explicitKey)if(t4.sep)if(t4.value)e4.items.push({start:[],key:null,sep:[this.sourceToken]});else if(c11(t4.sep,"map-value-ind"))
this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:a112,key:null,sep:[this.sourceToken]}]});else if(d8(t4.key)&&!c11(t4.sep,"\
newline")){const o82=r7(t4.start),l92=t4.key,h62=t4.sep;h62.push(this.sourceToken),delete t4.key,delete t4.sep,this.stack.push({type:"block-map",offset:this.offset,
indent:this.indent,items:[{start:o82,key:l92,sep:h62}]})}else a112.length>0?t4.sep=t4.sep.concat(a112,this.sourceToken):t4.sep.push(this.sourceToken);else if(c11(
t4.start,"newline"))Object.assign(t4,{key:null,sep:[this.sourceToken]});else{const o82=r7(t4.start);this.stack.push({type:"block-map",offset:this.offset,indent:this.
indent,items:[{start:o82,key:null,sep:[this.sourceToken]}]})}else t4.sep?t4.value||i82?e4.items.push({start:a112,key:null,sep:[this.sourceToken]}):c11(t4.sep,"m\
ap-value-ind")?this.stack.push({type:"block-map",offset:this.offset,indent:this.indent,items:[{start:[],key:null,sep:[this.sourceToken]}]}):t4.sep.push(this.sourceToken):
Object.assign(t4,{key:null,sep:[this.sourceToken]});this.onKeyLine=!0;return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{const o82=this.
flowScalar(this.type);i82||t4.value?(e4.items.push({start:a112,key:o82,sep:[]}),this.onKeyLine=!0):t4.sep?this.stack.push(o82):(Object.assign(t4,{key:o82,sep:[]}),
this.onKeyLine=!0);return}default:{const o82=this.startBlockValue(e4);if(o82){if(o82.type==="block-seq"){if(!t4.explicitKey&&t4.sep&&!c11(t4.sep,"newline")){yield*this.
pop({type:"error",offset:this.offset,message:"Unexpected block-seq-ind on same line with key",source:this.source});return}}else s92&&e4.items.push({start:a112});
this.stack.push(o82);return}}}}yield*this.pop(),yield*this.step()}*blockSequence(e4){const t4=e4.items[e4.items.length-1];switch(this.type){case"newline":if(t4.
value){const s92="end"in t4.value?t4.value.end:void 0;(Array.isArray(s92)?s92[s92.length-1]:void 0)?.type==="comment"?s92?.push(this.sourceToken):e4.items.push(
{start:[this.sourceToken]})}else t4.start.push(this.sourceToken);return;case"space":case"comment":if(t4.value)e4.items.push({start:[this.sourceToken]});else{if(this.
atIndentedComment(t4.start,e4.indent)){const i82=e4.items[e4.items.length-2]?.value?.end;if(Array.isArray(i82)){u12(i82,t4.start),i82.push(this.sourceToken),e4.
items.pop();return}}t4.start.push(this.sourceToken)}return;case"anchor":case"tag":if(t4.value||this.indent<=e4.indent)break;t4.start.push(this.sourceToken);return;case"\
seq-item-ind":if(this.indent!==e4.indent)break;t4.value||c11(t4.start,"seq-item-ind")?e4.items.push({start:[this.sourceToken]}):t4.start.push(this.sourceToken);
return}if(this.indent>e4.indent){const s92=this.startBlockValue(e4);if(s92){this.stack.push(s92);return}}yield*this.pop(),yield*this.step()}*flowCollection(e4){
const t4=e4.items[e4.items.length-1];if(this.type==="flow-error-end"){let s92;do yield*this.pop(),s92=this.peek(1);while(s92?.type==="flow-collection")}else if(e4.
end.length===0){switch(this.type){case"comma":case"explicit-key-ind":!t4||t4.sep?e4.items.push({start:[this.sourceToken]}):t4.start.push(this.sourceToken);return;case"\
map-value-ind":!t4||t4.value?e4.items.push({start:[],key:null,sep:[this.sourceToken]}):t4.sep?t4.sep.push(this.sourceToken):Object.assign(t4,{key:null,sep:[this.
sourceToken]});return;case"space":case"comment":case"newline":case"anchor":case"tag":!t4||t4.value?e4.items.push({start:[this.sourceToken]}):t4.sep?t4.sep.push(
this.sourceToken):t4.start.push(this.sourceToken);return;case"alias":case"scalar":case"single-quoted-scalar":case"double-quoted-scalar":{const i82=this.flowScalar(
this.type);!t4||t4.value?e4.items.push({start:[],key:i82,sep:[]}):t4.sep?this.stack.push(i82):Object.assign(t4,{key:i82,sep:[]});return}case"flow-map-end":case"\
flow-seq-end":e4.end.push(this.sourceToken);return}const s92=this.startBlockValue(e4);s92?this.stack.push(s92):(yield*this.pop(),yield*this.step())}else{const s92=this.
peek(2);if(s92.type==="block-map"&&(this.type==="map-value-ind"&&s92.indent===e4.indent||this.type==="newline"&&!s92.items[s92.items.length-1].sep))yield*this.pop(),
yield*this.step();else if(this.type==="map-value-ind"&&s92.type!=="flow-collection"){const i82=p7(s92),a112=r7(i82);y11(e4);const o82=e4.end.splice(1,e4.end.length);
o82.push(this.sourceToken);const l92={type:"block-map",offset:e4.offset,indent:e4.indent,items:[{start:a112,key:e4,sep:o82}]};this.onKeyLine=!0,this.stack[this.
stack.length-1]=l92}else yield*this.lineEnd(e4)}}flowScalar(e4){if(this.onNewLine){let t4=this.source.indexOf(`
`)+1;for(;t4!==0;)this.onNewLine(this.offset+t4),t4=this.source.indexOf(`
`,t4)+1}return{type:e4,offset:this.offset,indent:this.indent,source:this.source}}startBlockValue(e4){switch(this.type){case"alias":case"scalar":case"single-quot\
ed-scalar":case"double-quoted-scalar":return this.flowScalar(this.type);case"block-scalar-header":return{type:"block-scalar",offset:this.offset,indent:this.indent,
props:[this.sourceToken],source:""};case"flow-map-start":case"flow-seq-start":return{type:"flow-collection",offset:this.offset,indent:this.indent,start:this.sourceToken,
items:[],end:[]};case"seq-item-ind":return{type:"block-seq",offset:this.offset,indent:this.indent,items:[{start:[this.sourceToken]}]};case"explicit-key-ind":{this.
onKeyLine=!0;const t4=p7(e4),s92=r7(t4);return s92.push(this.sourceToken),{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:s92,explicitKey:!0}]}}case"\
map-value-ind":{this.onKeyLine=!0;const t4=p7(e4),s92=r7(t4);return{type:"block-map",offset:this.offset,indent:this.indent,items:[{start:s92,key:null,sep:[this.
sourceToken]}]}}}return null}atIndentedComment(e4,t4){return this.type!=="comment"||this.indent<=t4?!1:e4.every(s92=>s92.type==="newline"||s92.type==="space")}*documentEnd(e4){
this.type!=="doc-mode"&&(e4.end?e4.end.push(this.sourceToken):e4.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop()))}*lineEnd(e4){switch(this.type){case"\
comma":case"doc-start":case"doc-end":case"flow-seq-end":case"flow-map-end":case"map-value-ind":yield*this.pop(),yield*this.step();break;case"newline":this.onKeyLine=
!1;default:e4.end?e4.end.push(this.sourceToken):e4.end=[this.sourceToken],this.type==="newline"&&(yield*this.pop())}}};function m6(n11){const e4=n11.prettyErrors!==
!1;return{lineCounter:n11.lineCounter||e4&&new s7||null,prettyErrors:e4}}function h5(n11,e4={}){const{lineCounter:r8,prettyErrors:f122}=m6(e4),t4=new w9(r8?.addNewLine),
i82=new v6(e4),o82=Array.from(i82.compose(t4.parse(n11)));if(f122&&r8)for(const s92 of o82)s92.errors.forEach(h4(n11,r8)),s92.warnings.forEach(h4(n11,r8));return o82.
length>0?o82:Object.assign([],{empty:!0},i82.streamInfo())}function a10(n11,e4={}){const{lineCounter:r8,prettyErrors:f122}=m6(e4),t4=new w9(r8?.addNewLine),i82=new v6(
e4);let o82=null;for(const s92 of i82.compose(t4.parse(n11),!0,n11.length))if(!o82)o82=s92;else if(o82.options.logLevel!=="silent"){o82.errors.push(new u7(s92.range.
slice(0,2),"MULTIPLE_DOCS","Source contains multiple documents; please use YAML.parseAllDocuments()"));break}return f122&&r8&&(o82.errors.forEach(h4(n11,r8)),o82.
warnings.forEach(h4(n11,r8))),o82}function E6(n11,e4,r8){let f122;typeof e4=="function"?f122=e4:r8===void 0&&e4&&typeof e4=="object"&&(r8=e4);const t4=a10(n11,r8);
if(!t4)return null;if(t4.warnings.forEach(i82=>c2(t4.options.logLevel,i82)),t4.errors.length>0){if(t4.options.logLevel!=="silent")throw t4.errors[0];t4.errors=[]}
return t4.toJS(Object.assign({reviver:f122},r8))}function L3(n11,e4,r8){let f122=null;if(typeof e4=="function"||Array.isArray(e4)?f122=e4:r8===void 0&&e4&&(r8=e4),
typeof r8=="string"&&(r8=r8.length),typeof r8=="number"){const t4=Math.round(r8);r8=t4<1?void 0:t4>8?{indent:8}:{indent:t4}}if(n11===void 0){const{keepUndefined:t4}=r8??
e4??{};if(!t4)return}return m4(n11)&&!f122?n11.toString(r8):new y8(n11,f122,r8).toString(r8)}function duplicateKeys(document){const offsets=[];return m22(document,
{Map:(_place,{items})=>{const keys=new Set;for(const{key:key3}of items)e(key3)&&(keys.has(key3.value)&&offsets.push(key3.range?.[0]??0),keys.add(key3.value))}}),
offsets.toSorted((one,other)=>one-other)}var maxLevels=100,scalarFollows="";function tooDeepAt(text2){return mayBeTooDeep(text2)?lexedDepth(text2):void 0}var indicatorsInARow=new RegExp(
`(?:[?-] +){${maxLevels+1}}`);function mayBeTooDeep(text2){if(indicatorsInARow.test(text2))return!0;let depth2=0;for(const[bracket]of text2.matchAll(/[[\]{}]/g))
if(depth2=bracket==="["||bracket==="{"?depth2+1:Math.max(0,depth2-1),depth2>maxLevels)return!0;return!1}function lexedDepth(text2){let[depth2,inARow,offset,before]=[
0,0,0,""];for(const token of new x22().lex(text2)){const isMark=token===scalarFollows||token===""||token==="";if(before!==scalarFollows&&(token==="["||token===
"{")&&depth2++,before!==scalarFollows&&(token==="]"||token==="}")&&depth2--,token==="?"||token==="-"?inARow++:/^ *$/.test(token)||(inARow=0),Math.max(depth2,inARow)>
maxLevels)return offset;isMark||(offset+=token.length),before=token}}var maxMegabytes=64,tooDeep={kind:"unreadable",reason:"it is nested too deeply"};function readYaml(text2,scalars="\
typed"){const line2=loneReturn(text2);if(line2!==void 0)return{kind:"unreadable",reason:`line ${line2} has a carriage return without a line feed`};if(text2.length>
maxMegabytes*1024*1024)return{kind:"unreadable",reason:`it is larger than ${maxMegabytes} MiB`};if(tooDeepAt(text2)!==void 0)return tooDeep;const schema=scalars===
"texts"?"failsafe":"core";try{const lineCounter=new s7,document=a10(text2,{prettyErrors:!1,lineCounter,logLevel:"error",uniqueKeys:!1,schema}),[error2]=document.
errors,[duplicate]=duplicateKeys(document),wrong=error2!==void 0?{at:error2.pos[0],what:firstLine(error2.message)}:duplicate!==void 0?{at:duplicate,what:"Map ke\
ys must be unique"}:void 0;if(wrong!==void 0){const{line:line22,col}=lineCounter.linePos(wrong.at);return{kind:"unreadable",reason:`${wrong.what} at line ${line22}\
, column ${col}`}}return{kind:"value",value:document.toJS()}}catch(cause){return cause instanceof RangeError?tooDeep:{kind:"unreadable",reason:firstLine(cause instanceof
Error?cause.message:String(cause))}}}function loneReturn(text2){const at=text2.search(/\r(?!\n)/);return at===-1?void 0:text2.slice(0,at).split(`
`).length}function firstLine(text2){return(text2.split(`
`)[0]??text2).replace(/:$/,"")}function fine(subject,happened2){return{kind:"ok",subject,happened:happened2,means:"",next:""}}function problem(subject,message){
return{kind:"problem",subject,...message}}function warning(subject,message){return{kind:"warning",subject,...message}}function cannotTell(subject,message){return{
kind:"cannot-tell",subject,...message}}import{object,record as record3,string as string5}from"./start.js";var partName=string5().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/,
"lowercase letters, digits and single hyphens, such as chart").max(63),partVersion=string5().regex(/^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/,'a version, such as "7.\
10.0"'),partVersions=record3(partName,partVersion).readonly(),hopParts=object({from:partVersions,to:partVersions}).readonly();function partPlaceholders(parts2){
return Object.fromEntries(Object.entries(parts2??{}).map(([name,version])=>[`parts.${name}`,version]))}var silentLog={info:()=>{},warn:()=>{},output:()=>{},group:(_title,body)=>body(),
progress:()=>{}};import{namesSecret}from"./start.js";import{variableNames}from"./start.js";var placeKeys=new Set(["file","path","bucket","region","cluster","ins\
tance"]),portKey=/(?:^|[-_])port$/i;function namesPlace(key3){return typeof key3=="string"&&(placeKeys.has(key3)||portKey.test(key3))}function plainVariables(document){
const all=templates(document),credentials2=new Set(all.filter(isCredential).flatMap(({text:text2})=>variableNames(text2))),names2=all.flatMap(({text:text2,path:path4})=>text2.
includes("@")?[]:isServerUrl(path4)?variableNames(authorityOf(text2)):namesPlace(path4.at(-1))?beginningOf(text2):[]);return[...new Set(names2)].filter(name=>!credentials2.
has(name)&&!namesSecret(name))}function isCredential({path:path4}){const key3=path4.at(-1)??"",opens=path4[0]==="environments"&&(path4[2]==="access"||path4[2]===
"data");return namesSecret(key3)||opens&&!namesPlace(key3)}function beginningOf(text2){const names2=variableNames(text2),[only2]=names2;return names2.length===1&&
only2!==void 0&&text2.startsWith(`\${${only2}}`)?[only2]:[]}function authorityOf(text2){return/^([a-z]+:\/\/)?[^/]*/.exec(text2)?.[0]??""}function isServerUrl(path4){
return path4.length===3&&path4[0]==="environments"&&path4[2]==="url"}function templates(value2,path4=[]){return typeof value2=="string"?[{text:value2,path:path4}]:
typeof value2!="object"||value2===null?[]:Object.entries(value2).flatMap(([key3,part19])=>templates(part19,[...path4,key3]))}var ofTheStep=/^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH))$/;
function childEnvironment({environment:environment3,withheld=[]},named2=[]){const kept=Object.entries(environment3).filter(([name])=>!ofTheStep.test(name)&&(!withheld.
includes(name)||named2.includes(name)));return Object.fromEntries(kept)}function secretVariables(document){const plain3=plainVariables(document);return[...new Set(
templates(document).flatMap(({text:text2})=>variableNames(text2)))].filter(name=>!plain3.includes(name))}import{variableNames as variableNames2}from"./start.js";
import{SystemFailure as SystemFailure4}from"./start.js";var addMask=/^\s*::add-mask(?:\s[^:]*)?::(?<value>.*)$|##\[add-mask(?:\s[^\]]*)?\](?<older>.*)$/i;function maskAsked(line2){
const groups=addMask.exec(line2)?.groups;return(groups?.value??groups?.older)?.replaceAll(/%0D/gi,"\r").replaceAll(/%0A/gi,`
`).replaceAll("%25","%").trim()}async function runUserCommand(command3,context){const{effects,placeholders,where}=context,[program,...rest]=command3.run,fill=text2=>effects.
variables.fill(text2,`${where}.run`,placeholders),own=Object.entries(placeholders).flatMap(([name,value2])=>name.startsWith("access.")?[]:[[`STAGED_UPGRADE_${name.
toUpperCase().replaceAll(/[^A-Z0-9]/g,"_")}`,value2]]),merged3={...childEnvironment(effects,[...command3.run,...Object.values(command3.env??{})].flatMap(variableNames2)),
...Object.fromEntries(own),...filledVariables(command3.env??{},context),...command3.environment},result=await effects.processes.run({argv:[fill(program),...rest.
map(fill)],directory:effects.directory,environment:Object.fromEntries(Object.entries(merged3).filter(entry=>entry[1]!==void 0)),signal:command3.signal?AbortSignal.
any([command3.signal,effects.signal]):effects.signal,onLine:(line2,stream)=>{const secret=maskAsked(line2);if(secret!==void 0){effects.mask(secret);return}(command3.
log??effects.log).output(line2),command3.judge?.line(line2,stream)}});return{...result,stdout:withoutMasks(result.stdout),stderr:withoutMasks(result.stderr)}}function filledVariables(env,{
effects,where,placeholders}){return Object.fromEntries(Object.entries(env).map(([name,value2])=>[name,effects.variables.fill(value2,`${where}.env.${name}`,placeholders)]))}
function withoutMasks(output){return output.split(`
`).filter(line2=>maskAsked(line2)===void 0).join(`
`)}function endedWell(result){return result.exitCode===0}function howItEnded(result){return result.endedBy===void 0?`exited with code ${result.exitCode??"unknow\
n"}`:`was ended by ${result.endedBy}`}async function runUserCommandOrFail(command3,context,means3){const result=await runUserCommand(command3,context),fault=endedWell(
result)?command3.judge?.fault():void 0;if(endedWell(result)&&fault===void 0)return result;const why2=fault===void 0?lastWords(result,context):`, but ${context.effects.
pen.text(fault)}`;throw new SystemFailure4({happened:`The command ${JSON.stringify(command3.run.join(" "))} (${context.where}) ${howItEnded(result)}${why2}.`,means:means3,
next:"Read its output in the log, correct the cause, and run the step again."})}function lastWords(result,{effects}){const last=lastMessage(effects.pen.text(result.
stderr.trim()===""?result.stdout:result.stderr));return last===""?"":`: ${last.slice(0,400)}`}import{variableNames as variableNames3}from"./start.js";import{countText,
durationText,roughText}from"./terminal.js";const{Socket}=process.getBuiltinModule("node:net");function jsonDepth(text2){let depth2=0,deep=0;for(const[bracket]of text2.
matchAll(/[[\]{}]/g))depth2=Math.max(0,depth2+(bracket==="["||bracket==="{"?1:-1)),deep=Math.max(deep,depth2);return deep}function valueAt(json2,path4){let value2=json2;
for(const key3 of path4.split(".")){if(typeof value2!="object"||value2===null||!Object.hasOwn(value2,key3))return;value2=Object.entries(value2).find(([name])=>name===
key3)?.[1]}return value2}var deepest=500;function parseJson(text2){if(jsonDepth(text2)>deepest)return{kind:"not-json",reason:`is JSON with more than ${deepest} \
levels, which is not read`};try{return{kind:"json",value:JSON.parse(text2)}}catch{return{kind:"not-json",reason:"is not JSON"}}}function textOf2(value2){return typeof value2==
"string"?value2:typeof value2=="number"?String(value2):void 0}function numberIn(value2){const number6=typeof value2=="string"&&/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(
value2)?Number(value2):value2;return typeof number6=="number"&&Number.isFinite(number6)?number6:void 0}function withValueAt(json2,path4,value2){const[key3="",...rest]=path4.
split(".");if(typeof json2!="object"||json2===null)return json2;const inner=each=>rest.length===0?value2:withValueAt(each,rest.join("."),value2);return Array.isArray(
json2)?json2.map((each,index2)=>String(index2)===key3?inner(each):each):Object.fromEntries(Object.entries(json2).map(([name,each])=>[name,name===key3?inner(each):
each]))}var lookMilliseconds=20;async function postgresRows({url:url2,query,milliseconds:milliseconds2,most:most2,signal}){const{default:pg}=await import("./libraries/pg.js"),
socket=new Socket,cut=()=>{socket.destroy()},settings44={connectionString:asLibpqReads(url2),stream:()=>socket,application_name:"staged-upgrade",connectionTimeoutMillis:milliseconds2,
statement_timeout:milliseconds2,query_timeout:milliseconds2,options:"-c default_transaction_read_only=on"},client=new pg.Client(settings44);client.on("error",()=>{});
let isTooMuch=!1;const stopForSize=()=>{isTooMuch=!0,cut()},looking=setInterval(()=>{socket.bytesRead>most2.bytes&&stopForSize()},lookMilliseconds);signal.addEventListener(
"abort",cut,{once:!0});try{return await client.connect(),await client.query("BEGIN READ ONLY"),await new Promise((resolve7,reject)=>{const found=[],prepared=new pg.
Query({text:query,name:"probe"},[],error2=>error2==null?resolve7(found):reject(error2));prepared.on("row",row=>{found.length<most2.rows?found.push(plainRow(row)):
stopForSize()}),client.query(prepared)})}catch(error2){if(isTooMuch)return;throw error2}finally{clearInterval(looking),signal.removeEventListener("abort",cut),await client.
end().catch(()=>{})}}function asLibpqReads(address2){const url2=URL.parse(address2);return url2===null||!url2.searchParams.has("sslmode")||url2.searchParams.has(
"uselibpqcompat")?address2:(url2.searchParams.set("uselibpqcompat","true"),url2.href)}function plainRow(row){return Object.fromEntries(Object.entries(row).map(([
name,value2])=>[name,plain(value2)]))}function plain(value2){return typeof value2=="string"&&/^-?\d{1,15}$/.test(value2)?Number(value2):value2 instanceof Date?value2.
toISOString():value2}const{Readable}=process.getBuiltinModule("node:stream");function environmentRegion(environment3){return environment3.AWS_REGION||environment3.
AWS_DEFAULT_REGION||void 0}function environmentCredentials(environment3){const{AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,AWS_SESSION_TOKEN}=environment3;if(!(!AWS_ACCESS_KEY_ID||
!AWS_SECRET_ACCESS_KEY))return{accessKeyId:AWS_ACCESS_KEY_ID,secretAccessKey:AWS_SECRET_ACCESS_KEY,...AWS_SESSION_TOKEN&&{sessionToken:AWS_SESSION_TOKEN}}}var ownHeaders=new Set(
["host","content-length","expect"]);function requestHandler(fetch){return{metadata:{handlerProtocol:"http/1.1"},handle:async(request2,{abortSignal}={})=>{const headers=Object.
entries(request2.headers).filter(([name])=>!ownHeaders.has(name.toLowerCase())),response=await fetch(addressOf(request2),{method:request2.method,headers:[...headers,
["accept-encoding","identity"]],redirect:"manual",...request2.body!==void 0&&request2.body.length>0&&{body:request2.body},...abortSignal&&{signal:abortSignal}}),
body=response.body===null?Readable.from([]):Readable.from(response.body);return{response:{statusCode:response.status,headers:Object.fromEntries(response.headers),
body}}},updateHttpClientConfig:()=>{},httpHandlerConfigs:()=>({})}}function addressOf({protocol,hostname:hostname3,port,path:path4,query={}}){const search=Object.
entries(query).flatMap(([name,value2])=>value2===null?[encoded(name)]:[value2].flat().map(each=>`${encoded(name)}=${encoded(each)}`)),host=port===void 0?hostname3:
`${hostname3}:${port}`;return`${protocol}//${host}${path4}${search.length===0?"":`?${search.join("&")}`}`}function encoded(text2){return encodeURIComponent(text2).
replace(/[!'()*]/g,character=>`%${character.charCodeAt(0).toString(16).toUpperCase()}`)}import{object as object2,string as string6}from"./start.js";import{SystemFailure as SystemFailure5,
UserError as UserError4}from"./start.js";var vouched=object2({value:string6().min(1)}),assumed=/^arn:(?<partition>[\w-]+):sts::(?<account>\d{12}):assumed-role\/(?<role>[^/]+)\//;
function jobCredentials(effects,request2){const{environment:environment3}=effects,first2=environmentCredentials(environment3);if(first2===void 0)return;const{ACTIONS_ID_TOKEN_REQUEST_URL:url2,
ACTIONS_ID_TOKEN_REQUEST_TOKEN:token,AWS_ROLE_ARN:named2}=environment3,mayRenew=!!(url2&&token&&first2.sessionToken),keep={keys:{...first2,...mayRenew&&{expiration:new Date(
0)}},role:void 0,renewed:{}},connected=async credentials2=>{const sdk=await import("./clients/sts.js");return{sdk,client:new sdk.STSClient({...request2,credentials:credentials2,
maxAttempts:1})}},roleOf=async()=>{if(named2)return named2;const{sdk,client}=await connected(first2),{Arn=""}=await client.send(new sdk.GetCallerIdentityCommand(
{})),{partition,account,role}=assumed.exec(Arn)?.groups??{};return role===void 0?void 0:`arn:${partition}:iam::${account}:role/${role}`};return{now:async()=>(mayRenew&&
(keep.role??=roleOf().catch(()=>{})),keep.keys),get renewed(){return keep.renewed},renew:async signal=>{const role=await keep.role;if(!mayRenew||role===void 0)return!1;
const answer4=await effects.fetch(`${url2}&audience=sts.amazonaws.com`,{headers:{authorization:`bearer ${token}`},signal}),read=vouched.safeParse(await answer4.
json().catch(()=>{}));if(!answer4.ok||!read.success)return!1;effects.mask(read.data.value);const{sdk,client}=await connected(first2),asked={RoleArn:role,RoleSessionName:"\
staged-upgrade",WebIdentityToken:read.data.value},{Credentials:given}=await client.send(new sdk.AssumeRoleWithWebIdentityCommand(asked),{abortSignal:signal}),{AccessKeyId:accessKeyId,
SecretAccessKey:secretAccessKey,SessionToken:sessionToken}=given??{};if(!accessKeyId||!secretAccessKey||!sessionToken)return!1;for(const secret of[secretAccessKey,
sessionToken])effects.mask(secret);return keep.keys={accessKeyId,secretAccessKey,sessionToken,expiration:new Date(0)},keep.renewed={AWS_ACCESS_KEY_ID:accessKeyId,
AWS_SECRET_ACCESS_KEY:secretAccessKey,AWS_SESSION_TOKEN:sessionToken},!0}}}function awsAccess(settings44,context,signal){const{effects,where,placeholders}=context,
{environment:environment3}=effects,fill=(text2,key3)=>effects.variables.fill(text2,`${where}.${key3}`,placeholders),region=settings44.region===void 0?environmentRegion(
environment3):fill(settings44.region,"region");if(region===void 0)throw noRegion(where);const endpoint=settings44.endpoint===void 0?environment3.AWS_ENDPOINT_URL:
fill(settings44.endpoint,"endpoint"),found=environmentCredentials(environment3);for(const secret of[found?.secretAccessKey,found?.sessionToken])secret&&effects.
mask(secret);const handler=requestHandler(effects.fetch),credentials2=jobCredentials(effects,{region,...endpoint&&{endpoint},requestHandler:handler});return{region,
...credentials2&&{credentials:credentials2},clock:effects.clock,signal:signal?AbortSignal.any([signal,effects.signal]):effects.signal,clientSettings:{region,maxAttempts:1,
requestHandler:handler,...endpoint&&{endpoint},...credentials2&&{credentials:credentials2.now}}}}function noRegion(where){return new UserError4({happened:`${where}\
 names no region, and the variable AWS_REGION is not set.`,means:"Nothing was asked of AWS, and nothing was done.",next:`Write "region:" into ${where}, or let t\
he login step of the job set AWS_REGION.`})}var AwsError=class extends Error{name="AwsError";code;passes;constructor(code,message,{passes,cause}){super(message,
{cause}),this.code=code,this.passes=passes}},attempts2=8,firstPause=500,longestPause=3e4;async function askAws({clock,signal,credentials:credentials2},call){let mayRenew=credentials2!==
void 0;for(let attempt=1;;attempt+=1){signal.throwIfAborted();try{return await call({abortSignal:signal})}catch(cause){signal.throwIfAborted();const error2=awsError(
cause);if(error2===void 0)throw cause;if(mayRenew&&expired.test(error2.code)&&(mayRenew=!1,await credentials2?.renew(signal).catch(()=>!1)))continue;if(!error2.
passes||attempt===attempts2)throw error2;await clock.sleep(pause(attempt),signal)}}}function pause(attempt){const whole2=Math.min(longestPause,firstPause*2**(attempt-
1));return whole2/2+Math.random()*whole2/2}var busy=/throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|InternalFailure|InternalError|ServerException|RequestTimeout|PriorRequestNotComplete/i;
function awsError(cause){if(!(cause instanceof Error))return;if(cause instanceof TypeError&&/fetch failed|terminated|other side closed/.test(cause.message)){const code=networkCode(
cause.cause);return new AwsError("NoAnswer",`it did not answer${code===""?"":` (${code})`}`,{passes:!0,cause})}if(cause.name==="CredentialsProviderError")return new AwsError(
cause.name,"there are no credentials",{passes:!1,cause});const status=statusOf(cause);if(status===void 0)return;const passes=busy.test(cause.name)||status===429||
status>=500;return new AwsError(cause.name,cause.message.replace(/\.$/,""),{passes,cause})}function networkCode(cause){return cause instanceof Error&&"code"in cause&&
typeof cause.code=="string"?cause.code:""}function statusOf(error2){if(!("$metadata"in error2)||typeof error2.$metadata!="object"||error2.$metadata===null)return;
const{$metadata:about2}=error2;return"httpStatusCode"in about2&&typeof about2.httpStatusCode=="number"?about2.httpStatusCode:void 0}var expired=/^(?:ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/,
unknownKey=/^(?:InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId)$/,noRight=/^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedException)$/;
function isRefused({code}){return[expired,unknownKey,noRight].some(each=>each.test(code))||code==="CredentialsProviderError"}function nextAfter({code,passes}){return expired.
test(code)?"Run the job again, which logs in again. If this happens again, let the login step ask for a longer session (role-duration-seconds), and allow it for\
 the role.":unknownKey.test(code)||code==="CredentialsProviderError"?"Check the login step of the job: it must set the credentials of this account. Then run the\
 step again.":noRight.test(code)?"Give the role of this job that permission, then run the step again.":passes?"Run the step again later. If it persists, check t\
he status of the service.":"Correct the cause, and run the step again."}function awsFailure(what,error2,means3){const detail2={happened:`${what}: ${error2.message}\
 (${error2.code}).`,means:means3,next:nextAfter(error2)};return new SystemFailure5(detail2,{cause:error2})}var awsKeys={region:template.optional().describe("The\
 region. Default: the one that the login step has set (AWS_REGION)."),endpoint:template.optional().describe("The address of a server that is compatible with AWS\
. Default: AWS_ENDPOINT_URL, or AWS itself.")},rdsKeys={cluster:template.meta({description:"The identifier of the cluster, as `aws rds describe-db-clusters` sho\
ws it.",examples:["${PRODUCTION_DB_CLUSTER}","medplum-production-databasecluster-1a2b3c"]}),...awsKeys};function rdsService(settings44,context){const access7=awsAccess(
settings44,context);let opened2;const open6=async()=>{const sdk=await import("./clients/rds.js");return{sdk,client:new sdk.RDSClient(access7.clientSettings)}};return{
access:access7,ask:async(call,signal)=>{opened2??=open6();const{sdk,client}=await opened2,either=signal===void 0?access7.signal:AbortSignal.any([access7.signal,
signal]);return await askAws({...access7,signal:either},options=>call({sdk,client,options}))}}}function rdsCluster(place4,context){const{effects,where,placeholders}=context;
return{id:effects.variables.fill(place4.cluster,`${where}.cluster`,placeholders),...rdsService(place4,context)}}import{readTextFile}from"./start.js";import{array as array4,
boolean as boolean2,discriminatedUnion,int,json,lazy as lazy2,literal,looseObject as looseObject2,m as m7,number as number2,object as object3,record as record4,
registry,strictObject as strictObject3,string as string7,tuple as tuple2,union as union4,unknown as unknown2,url,x as x3}from"./start.js";import{SystemFailure as SystemFailure6,
UserError as UserError5}from"./start.js";import{__commonJS as __commonJS2,__require,__toESM as __toESM2}from"./chunk-D6K2TUBN.js";const{randomBytes:randomBytes2,
scryptSync}=process.getBuiltinModule("node:crypto"),{stripVTControlCharacters:stripVTControlCharacters2}=process.getBuiltinModule("node:util"),{isDeepStrictEqual}=process.
getBuiltinModule("node:util"),{Socket:Socket2}=process.getBuiltinModule("node:net"),{access}=process.getBuiltinModule("node:fs/promises"),{resolve}=process.getBuiltinModule(
"node:path"),{connect}=process.getBuiltinModule("node:net"),{resolve:resolve2}=process.getBuiltinModule("node:path"),{join:join2}=process.getBuiltinModule("node\
:path"),{createHash:createHash3,randomUUID}=process.getBuiltinModule("node:crypto"),{mkdir,readFile,rename,rm,writeFile}=process.getBuiltinModule("node:fs/promi\
ses"),{join}=process.getBuiltinModule("node:path"),{constants}=process.getBuiltinModule("node:fs"),{access:access2}=process.getBuiltinModule("node:fs/promises"),
{delimiter,join:join3,resolve:resolve3}=process.getBuiltinModule("node:path"),{dirname,join:join4}=process.getBuiltinModule("node:path");var require_prerelease=__commonJS2(
{"node_modules/semver/functions/prerelease.js"(exports,module){"use strict";var parse3=require_parse(),prerelease4=(r8,s10)=>{const e4=parse3(r8,s10);return e4&&
e4.prerelease.length?e4.prerelease:null};module.exports=prerelease4}}),productFolder="product-folder",conditions=registry();function onDemand(make,isMeant=isGiven){
const schema=lazy2(make),required={value:void 0};Object.defineProperties(schema._zod,{optin:required,optout:required});const{run}=schema._zod;return schema._zod.
run=(payload,context)=>isMeant(payload.value)?run(payload,context):(payload.issues.push({code:"invalid_type",expected:"nonoptional",input:payload.value,inst:schema}),
payload),conditions.add(schema,{isMeant}),schema}function optionOnDemand(key3,tag2,make){const schema=lazy2(make);return Object.defineProperty(schema._zod,"prop\
Values",{value:{[key3]:new Set([tag2])}}),schema}function mayMatch(schema,value2){return conditions.get(schema)?.isMeant(value2)??!0}function isGiven(value2){return value2!==
void 0}var checkedSteps=["plan","preflight","check","room","backup","restore","rehearsal","approval","restore-point","deploy","wait","smoke","complete"],on=m7([
"staging","production"]).default("production").describe("The environment in which it must have succeeded. `restore` and `rehearsal` are always on staging."),evidence=onDemand(
()=>union4([strictObject3({step:m7(checkedSteps).describe("A step that succeeded. `preflight` counts since production last changed; `room` is a backup of this h\
op for which enough space was found before it was written."),on}),strictObject3({seen:m7(["version","health","migrations"]).describe("What a probe of the produc\
t reported about the newer release when its smoke tests ran."),on}),strictObject3({test:lineExpression.describe("A regular expression: a smoke test with a match\
ing name passed, or a measure that is compared with the previous release. Tests of the configuration count too."),on}),strictObject3({acknowledged:string7().min(
1).describe("The id of a manual step of the path, including `{to}`: a person acknowledged it.")})]).describe("What ticks it. Nothing else does.")),checklist=onDemand(
()=>strictObject3({title:string7().min(1).describe("Its title: `Before the upgrade`."),url:url().optional().describe("Where the vendor's list is."),items:array4(
strictObject3({text:string7().min(1).describe("What has to be done or checked."),evidence})).nonempty()}).describe("A checklist of the vendor, filled in for eac\
h hop from the journal.")),knownProblem=onDemand(()=>strictObject3({in:m7(["log","settings"]).describe("Where to look for it: in the server's log, after a relea\
se did not start; or in the settings of the deploys and in the files that `server-settings` names."),pattern:lineExpression.describe("A regular expression, sear\
ched in each line, and in settings also across two lines, joined by a comma. The matches of its groups are filled into the texts: `(?<migration>v\\d+)` as `{migr\
ation}`. A group that is named `version` must match the release in question."),versions:versionRange.optional().describe("Only if the release that runs, or is b\
eing deployed, is among these."),happened:string7().min(1).describe("What the match means."),means:string7().min(1).describe("What follows from it."),next:string7().
min(1).describe("What to do."),url:url().optional().describe("Where it is described.")}).describe("A problem that operators of the product are known to have.")),
maxLines=2e4;function problemsIn(problems,{in:place32,text:text2,versions},scheme){const lines=linesOf(text2,place32);return problems.filter(problem2=>problem2.
in===place32&&concerns(problem2,versions,scheme)).flatMap(problem2=>{const pattern2=new RegExp(problem2.pattern),found=lines.findLast(line2=>pattern2.test(line2.
slice(0,longestLine))),groups=found===void 0?void 0:pattern2.exec(found.slice(0,longestLine))?.groups;if(found===void 0||groups?.version!==void 0&&!versions.includes(
groups.version))return[];const fill=said2=>said2.replaceAll(/\{(\w+)\}/g,(whole2,name)=>groups?.[name]??whole2),{happened:happened2,means:means3,next,url:url2}=problem2,
more=url2===void 0?"":` (${url2})`;return[{happened:fill(happened2),means:fill(means3),next:`${fill(next)}${more}`}]})}function linesOf(text2,place32){const lines=text2.
split(`
`).slice(-maxLines);return place32==="log"?lines:lines.flatMap((line2,index2)=>{const next=lines[index2+1];return next===void 0?[line2]:[line2,`${line2.trimEnd().
replace(/,$/,"")}, ${next.trim()}`]})}function concerns({versions:range},versions,scheme){if(range===void 0)return!0;if(scheme===void 0)return!1;const parsed2=parseRange(
range,scheme.scheme);return versions.some(text2=>{const read=readVersion(text2,scheme);return read.kind==="version"&&isInRange(read.version,parsed2)})}var span=strictObject3(
{from:duration.describe("Usually at least."),to:duration.describe("Usually at most.")}).optional(),typicalDurations=onDemand(()=>strictObject3({patch:span.describe(
"Of a hop within a minor."),minor:span.describe("Of a hop to another minor."),major:span.describe("Of a hop to another major."),url:url().optional().describe("W\
here the vendor says so.")}).describe("How long an upgrade usually takes, by its kind: the estimate for a hop until a rehearsal has measured it."));function typicalDuration(durations,scheme,labels){
const[before,after]=[readVersion(labels.from,scheme),readVersion(labels.to,scheme)];if(durations===void 0||before.kind!=="version"||after.kind!=="version")return;
const differs=place32=>before.version.numbers[place32]!==after.version.numbers[place32],kind2=differs(0)?"major":differs(1)?"minor":"patch",known2=durations[kind2];
return known2===void 0?void 0:{kind:kind2,...known2}}function typicalText({from:from2,to:to2}){return`${roughText(from2)} to ${roughText(to2)}, as a rule`}var factTypes=[
"boolean","number","version","text"],yes=["true","yes","on","y","1"],no=["false","no","off","n","0"],nothing=["","unknown","null","~"],acceptedForms={boolean:"t\
rue, yes, on or 1; false, no, off or 0",number:"a number, such as 3",version:"a version in dotted numbers, such as 16.2",text:"a word"};function readFact(given,type){
if(given===void 0)return{kind:"not-known"};const text2=String(given).trim().toLowerCase();if(nothing.includes(text2))return{kind:"not-known"};switch(type){case"\
boolean":return yes.includes(text2)?{kind:"boolean",value:!0}:no.includes(text2)?{kind:"boolean",value:!1}:{kind:"unreadable"};case"number":return/^[-+]?\d+(\.\d+)?$/.
test(text2)?{kind:"number",value:Number(text2)}:{kind:"unreadable"};case"version":return/^v?\d+(\.\d+)*$/.test(text2)?{kind:"version",value:text2.replace(/^v/,"").
split(".").map(Number)}:{kind:"unreadable"};case"text":return{kind:"text",value:text2}}}function compareFacts(a12,b9){if(a12.kind==="number"&&b9.kind==="number")
return a12.value-b9.value;if(a12.kind==="version"&&b9.kind==="version")return compareNumbers(a12.value,b9.value);if(a12.kind==="boolean"&&b9.kind==="boolean")return Number(
a12.value)-Number(b9.value);if(a12.kind==="text"&&b9.kind==="text")return a12.value===b9.value?0:a12.value<b9.value?-1:1}var declaredFact=onDemand(()=>strictObject3(
{type:m7(factTypes).describe("The type of its values. `text` is compared case-insensitively."),question:string7().min(1).describe("The question to a person: `Do\
es the registry hold npm packages?`"),values:array4(string7().min(1)).min(1).optional().describe("The allowed values of a `text`. Default: any."),url:url().optional().
describe("Where the vendor says how to find out.")})),condition=onDemand(()=>strictObject3({fact:slug.describe("The name of a fact of the installation; its valu\
e comes from `facts:` or `--facts`."),is:union4([boolean2(),number2(),string7()]).optional().describe("True when the fact has this value."),"is-not":union4([boolean2(),
number2(),string7()]).optional().describe("True when it has another value."),"at-least":union4([number2(),versionOrLine]).optional().describe("True when the fac\
t is this or more: a number, or a version in quotes."),"at-most":union4([number2(),versionOrLine]).optional().describe("True when the fact is this or less: a nu\
mber, or a version in quotes.")}).refine(value2=>Object.values(value2).filter(part173=>part173!==void 0).length===2,"a fact and exactly one of is, is-not, at-le\
ast, at-most")),when=onDemand(()=>union4([condition,array4(union4([condition,strictObject3({any:array4(condition).min(2).describe("At least one of these must be\
 true.")})])).min(1)]).describe("The rule applies only where this is true, e.g. `{ fact: multiple-web-nodes, is: true }`; in a list, all must be true. If a fact\
 is not known, a demand applies, with a note in the plan, and an exception does not."));function evaluate(condition3,facts2){if(condition3===void 0)return{kind:"\
holds"};const truths=[condition3].flat().map(item=>"any"in item?anyOf(item.any.map(one=>evaluateOne(one,facts2))):evaluateOne(item,facts2));return truths.some(truth=>truth.
kind==="fails")?{kind:"fails"}:withUnknown(truths,"holds")}function anyOf(truths){return truths.some(truth=>truth.kind==="holds")?{kind:"holds"}:withUnknown(truths,
"fails")}function withUnknown(truths,otherwise2){const facts2=truths.flatMap(truth=>truth.kind==="unknown"?truth.facts:[]);return facts2.length>0?{kind:"unknown",
facts:[...new Set(facts2)]}:{kind:otherwise2}}function evaluateOne(condition3,facts2){const type=typeCompared(condition3),value2=readFact(Object.hasOwn(facts2,condition3.
fact)?facts2[condition3.fact]:void 0,type),order=compareFacts(value2,readFact(comparedWith(condition3),type));return order===void 0?{kind:"unknown",facts:[condition3.
fact]}:condition3.is!==void 0?decided(order===0):condition3["is-not"]!==void 0?decided(order!==0):decided(condition3["at-least"]!==void 0?order>=0:order<=0)}function comparedWith(condition3){
return condition3.is??condition3["is-not"]??condition3["at-least"]??condition3["at-most"]}function typeCompared(condition3){const value2=comparedWith(condition3);
return typeof value2=="boolean"?"boolean":typeof value2=="number"?"number":condition3["at-least"]!==void 0||condition3["at-most"]!==void 0?"version":/^(true|false|yes|no|on|off)$/i.
test(String(value2).trim())?"boolean":"text"}function decided(holds2){return{kind:holds2?"holds":"fails"}}function typesIn(condition3){return[condition3??[]].flat().
flatMap(item=>"any"in item?item.any:[item]).map(one=>({fact:one.fact,type:typeCompared(one)}))}function factsIn(condition3){if(condition3===void 0)return[];const names2=[
condition3].flat().flatMap(item=>"any"in item?item.any.map(one=>one.fact):[item.fact]);return[...new Set(names2)]}var fileKinds=["compose","env","values"],key=union4(
[string7().min(1),array4(string7().min(1)).min(1)]).describe('`redis.host`, or `[annotations, "example.com/host"]` where a name has dots; the name of a variable\
.'),place={in:m7(fileKinds).describe("The Compose file, the env file, or the values of a chart: the deployer knows which files these are."),key},filePlace=onDemand(
()=>strictObject3(place)),scalar=union4([string7(),number2(),boolean2()]),forms=["set","value","moved-from","remove"],fileRequirement=onDemand(()=>strictObject3(
{...place,set:strictObject3({propose:scalar.optional().describe("What `configure` writes if there is nothing. If it is left out, a person must write it."),not:array4(
lineExpression).default([]).describe("Regular expressions: a value that matches one is an example, and counts as not set.")}).optional().describe("It must be se\
t, to whatever is right for this installation."),value:scalar.optional().describe("It must have this value."),accept:lineExpression.optional().describe("With `v\
alue`: other values that match this are also right."),"where-set":literal(!0).optional().describe("With `value`: only if the key is set at all."),"moved-from":key.
optional().describe("What this key was called before; `configure` moves what is there."),remove:literal(!0).optional().describe("It must not be there any more.")}).
refine(change2=>forms.filter(form2=>change2[form2]!==void 0).length===1,{error:`exactly one of ${forms.join(", ")}`}).describe("What one of the user's own files\
 must say before the hop."));function contains(spans,place32){return spans.some(({start,end})=>start<=place32&&place32<end)}function uncovered(whole2,spans){const sorted=spans.
filter(({start,end})=>start<end).toSorted((a12,b9)=>a12.start-b9.start),free=[];let place32=whole2.start;for(const{start,end}of sorted)if(start>place32&&free.push(
{start:place32,end:Math.min(start,whole2.end)}),place32=Math.max(place32,end),place32>=whole2.end)return free;return place32<whole2.end&&free.push({start:place32,
end:whole2.end}),free}function without(spans,taken22){return taken22.length===0?spans:spans.flatMap(span2=>uncovered(span2,taken22))}function firstPlace(length,isTrue){
let low=0,high=length;for(;low<high;){const middle=low+high>>>1;isTrue(middle)?high=middle:low=middle+1}return low}function catalogueOf(releases,scheme){const read=versionReader(
scheme),unreadable23=[],found=[];for(const release22 of releases){const reading=read(release22.tag);if(reading.kind==="ignored"){unreadable23.push({tag:release22.
tag,reason:reading.reason});continue}const{version}=reading;found.push({version,release:release22,isPrerelease:release22.prerelease||version.prerelease.length>0})}
const entries=mergeTwins(found.sort(byVersionThenTag)),byLabel=new Map(entries.map((entry,place32)=>[entry.version.label,place32])),placeOf2=version=>firstPlace(
entries.length,place32=>compareVersions(entryAt(entries,place32).version,version)>=0);return{scheme,entries,unreadable:unreadable23,placeOf:placeOf2,find:text2=>{
const reading=read(text2),exact=byLabel.get(text2);if(exact!==void 0||reading.kind==="ignored")return exact;const place32=placeOf2(reading.version),there=entries[place32];
return there!==void 0&&compareVersions(there.version,reading.version)===0?place32:void 0},spans:range=>parseRange(range,scheme.scheme).alternatives.map(all=>{const sides2=place32=>sideOfAll(
entryAt(entries,place32).version,all),start=firstPlace(entries.length,place32=>!sides2(place32).below);return{start,end:Math.max(start,firstPlace(entries.length,
place32=>sides2(place32).above))}})}}function entryAt(entries,place32){const entry=entries[place32];if(entry===void 0)throw new RangeError(`no release at place ${place32}\
 of ${entries.length}`);return entry}function byVersionThenTag(a12,b9){const order=compareVersions(a12.version,b9.version);return order!==0?order:a12.release.tag<
b9.release.tag?-1:a12.release.tag>b9.release.tag?1:0}function mergeTwins(sorted){const merged3=[];for(const entry of sorted){const last=merged3.at(-1);if(last===
void 0||compareVersions(last.version,entry.version)!==0){merged3.push(entry);continue}const publishedAt2=last.release.publishedAt??entry.release.publishedAt,withdrawn=last.
release.withdrawn??entry.release.withdrawn,known2={...publishedAt2?{publishedAt:publishedAt2}:{},...withdrawn?{withdrawn}:{}};merged3[merged3.length-1]={...last,
release:{...last.release,...known2}}}return merged3}var lineKinds=["major","minor"];function releaseGraphOf(catalogue,unusable2){return{catalogue,unusable:unusable2,
lines:{major:linesOf2(catalogue,unusable2,"major"),minor:linesOf2(catalogue,unusable2,"minor")}}}function linesOf2(catalogue,unusable2,kind2){const list22=[],ranks=[];
let start=0;for(;start<catalogue.entries.length;){const label=lineLabel(catalogue,start,kind2);let end=start+1;for(;end<catalogue.entries.length&&lineLabel(catalogue,
end,kind2)===label;)end++;for(let place32=start;place32<end;place32++)ranks.push(list22.length);list22.push({label,start,end,...summary(catalogue,unusable2,start,
end)}),start=end}return{kind:kind2,list:list22,rankOf:place32=>{const rank=ranks[place32];if(rank===void 0)throw new RangeError(`no release at place ${place32} \
of ${ranks.length}`);return rank}}}function summary(catalogue,unusable2,start,end){let newest,isPublished=!1;for(let place32=start;place32<end;place32++){const isFinal=!entryAt(
catalogue.entries,place32).isPrerelease;isPublished||=isFinal||unusable2[place32]===void 0;const isOvertaken=newest!==void 0&&!entryAt(catalogue.entries,newest).
isPrerelease&&!isFinal;unusable2[place32]===void 0&&!isOvertaken&&(newest=place32)}return{newest,isPublished}}function lineLabel(catalogue,place32,kind2){return entryAt(
catalogue.entries,place32).version.numbers.slice(0,kind2==="major"?1:2).join(".")}function lineOf(lines,place32){return lineAt(lines,lines.rankOf(place32))}function lineAt(lines,rank){
const line2=lines.list[rank];if(line2===void 0)throw new RangeError(`no line of rank ${rank} among ${lines.list.length}`);return line2}var reasonKeys={reason:string7().
min(1).describe("The reason, in a sentence for the person who reads the plan."),url:url().optional().describe("Where the vendor says so."),when:when.optional()},
ends={from:versionRange.describe("Where the hops start."),to:versionRange.describe("Where the hops end.")},line=m7(lineKinds).describe("Which releases belong to\
gether: those with the same first number (`major`) or first two (`minor`)."),land=m7(["newest","any"]).default("newest").describe("Where a path may stop on its \
way through a line: at its `newest` usable release, or at `any`. A target that was requested is not affected by this."),missing=m7(["ask","refuse","pass"]).default(
"ask").describe("What to do if the number of a line is missing from the list of releases, such as 1.3 between 1.2 and 1.4: `ask` makes it a manual step, `refuse\
` forbids passing it, `pass` only mentions it, for products that skip numbers."),since=versionOrLine.optional().describe("The rule starts with this version: lin\
es that are wholly below it may be skipped."),until=versionOrLine.optional().describe("The last version or line to which the rule applies."),part=partName.describe(
"The part beside the release, such as `chart`. Its present version is observed (`probes.parts`), or given (`parts:`, `--part chart=7.10.0`).");function listed(names2,most2=6){
return names2.length>most2?`${names2.slice(0,most2).join(", ")} and ${names2.length-most2} more`:names2.length<2?names2.join(""):`${names2.slice(0,-1).join(", ")}\
 and ${names2.at(-1)}`}function startOf(version,context){return version===void 0?0:context.catalogue.spans(`>=${version}`)[0]?.start??0}function ruleKind(name,traits,settings422,doing){
const rule=onDemand(()=>settings422().transform(written72=>{const{url:url2,when:when2}=written72,reason="reason"in written72?written72.reason:written72.text;return{
name,role:traits.role,reason,url:url2,when:when2,...doing(written72)}}));return{name,...traits,settings:settings422,rule}}function liftable(kinds42){const named2=how=>kinds42.
filter(({lifted})=>lifted===how).map(({name})=>name),byDefault=named2("by-default");return{byDefault,all:[...byDefault,...named2("by-name")]}}function allowedAmong(kinds42){
const{byDefault,all}=liftable(kinds42);return ruleKind("allowed",{role:"grant"},()=>strictObject3({...ends,overrules:array4(m7(all)).default([...byDefault]).describe(
"The rules that do not apply to these hops. Default: all rules about what a hop passes over; never those about withdrawn and avoided releases."),...reasonKeys}).
describe("Hops that are allowed although a rule forbids them."),({from:from2,to:to2,overrules})=>({apply:({catalogue},source2)=>({exceptions:[{source:source2,from:catalogue.
spans(from2),to:catalogue.spans(to2),overrules}]}),whyInactive:known2=>{const usual=overrules.length===byDefault.length?"there is no rule that it could lift":`t\
here is no rule ${overrules.join(" or ")} that it could lift`;return known2.noneIn(from2,to2)??(overrules.some(name=>known2.rules.has(name))?void 0:usual)}}))}var settings=()=>strictObject3(
{versions:versionRange.describe("The releases at which no hop may end."),"fixed-in":versionOrLine.optional().describe("The release that fixes it."),...reasonKeys}).
describe("Releases that a path avoids, although the vendor has not withdrawn them."),avoid=ruleKind("avoid",{role:"demand"},settings,({versions,"fixed-in":fixedIn})=>({
avoided:(catalogue,source2)=>({source:source2,spans:catalogue.spans(versions),...fixedIn===void 0?{}:{fixedIn}}),whyInactive:known2=>known2.noneIn(versions)}));
function labelAt({catalogue},place32){return catalogue.entries[place32]?.version.label??`place ${place32}`}function from(start){return[{start,end:Number.MAX_SAFE_INTEGER}]}
var settings2=()=>strictObject3({"leave-from":m7(["last-minor","any"]).default("last-minor").describe("The line of the old major from which the next one may be \
entered."),"enter-at":m7(["first-minor","any"]).default("any").describe("The line of the new major at which a path may arrive."),since,...reasonKeys}).describe(
"Majors are upgraded one by one; the keys say how one leads to the next."),betweenMajors=ruleKind("between-majors",{role:"demand",lifted:"by-default"},settings2,
settings422=>({apply:(context,source2)=>effectsOf(settings422,context,source2),whyInactive:known2=>known2.noneIn(settings422.since===void 0?void 0:`>=${settings422.
since}`)}));function effectsOf(settings422,context,source2){const{major,minor}=context.lines,start=startOf(settings422.since,context),exits=edgeLines(major,minor,
"last"),entries=edgeLines(major,minor,"first"),next=rank=>{let other=rank+1;for(;other<major.list.length&&!lineAt(major,other).isPublished;)other++;return other<
major.list.length?other:void 0},beyond=place32=>{const end=lineOf(major,place32).end;return Math.max(end,start)},mayLeave=place32=>settings422["leave-from"]==="\
any"||exits[major.rankOf(place32)]===minor.rankOf(place32);return{hops:[{source:source2,blocked:place32=>{if(!mayLeave(place32))return from(beyond(place32));const following=next(
major.rankOf(place32));if(following===void 0)return[];const entry=entries[following],allowedEnd=settings422["enter-at"]==="any"||entry===void 0?lineAt(major,following).
end:lineAt(minor,entry).end;return from(Math.max(allowedEnd,start))},why:(place32,to2)=>{const way=`Going from ${labelAt(context,place32)} straight to ${labelAt(
context,to2)}`,exit=exits[major.rankOf(place32)];if(!mayLeave(place32)&&exit!==void 0)return`${way} would leave ${lineOf(major,place32).label} before its last l\
ine ${lineAt(minor,exit).label}.`;const following=next(major.rankOf(place32))??major.rankOf(to2),entry=entries[following];return following<major.rankOf(to2)?`${way}\
 would skip ${lineAt(major,following).label}.`:`${way} would enter ${lineAt(major,following).label} past its first line ${entry===void 0?"":lineAt(minor,entry).
label}.`}}]}}function edgeLines(major,minor,which){const edges=major.list.map(()=>{});return minor.list.forEach((one,rank)=>{const owner=major.rankOf(one.start);
one.isPublished&&(which==="last"||edges[owner]===void 0)&&(edges[owner]=rank)}),edges}function carrierOf(partTable,place32){return partTable?.rows.find(row=>contains(
row.spans,place32))}var partScheme="numbers";function readPart(version){const label=version.replace(/^v/,""),parsed2=parseVersionText(label,partScheme);return parsed2&&
{label,...parsed2}}function isWithin(version,versions){const read=readPart(version);return read!==void 0&&isInRange(read,parseRange(versions,partScheme))}var byRange=versionRange.
describe("The versions that the part must have before the hop."),settings3=()=>strictObject3({part,entering:versionRange.describe("The releases that are entered\
 from a lower one."),versions:byRange.optional(),"at-least":literal("target").optional().describe("Instead of `versions`: before every hop to one of `entering`,\
 the part must be at least the release that the hop leads to."),alone:strictObject3({to:partVersion.optional().describe("The version to which the part is upgrad\
ed in a separate hop, with all the steps of a hop, before the hop that needs it. The manual step is then only for a part whose version is not known. `probes.par\
ts` must show the part. If it is left out, a person upgrades the part."),id:string7().min(1).describe("The id with which a person acknowledges that the part was\
 upgraded."),text:string7().min(1).describe("How the part is upgraded while the release stays the same.")}).optional().describe("For a part that can be upgraded\
 while the release stays the same: with `to` as a separate hop, without it as a manual step of the hop. If `upgrade` is left out, the hop is forbidden."),...reasonKeys}).
refine(value2=>value2.versions===void 0!=(value2["at-least"]===void 0),"exactly one of versions and at-least").refine(({alone,versions})=>alone?.to===void 0||versions!==
void 0&&isWithin(alone.to,versions),"a version under `to` that is one of `versions`").describe("A hop requires a part of the present installation, besides its r\
elease, in a certain version."),needsPart=ruleKind("needs-part",{role:"demand",lifted:"by-name"},settings3,settings422=>({part:settings422.part,manualId:settings422.
alone?.id,movesAlone:settings422.alone?.to!==void 0,apply:(context,source2)=>effectsOf2(settings422,context,source2),whyInactive:known2=>known2.noneIn(settings422.
entering)}));function effectsOf2(settings422,context,source2){const entered=context.catalogue.spans(settings422.entering),fit=fitTest(settings422,context),enters=(from2,to2)=>settings422.
versions===void 0?contains(entered,to2):isEntered(entered,from2,to2),needed2=to2=>settings422.versions??`${labelAt(context,to2)} or later`,known2=settings422.url===
void 0?{}:{url:settings422.url},{alone,versions,part:part173}=settings422;if(alone?.to!==void 0&&versions!==void 0){const first2={source:source2,part:part173,to:alone.
to,precedes:(from2,to2,version)=>enters(from2,to2)&&(version===void 0?fit(from2,to2)==="misses":!isWithin(version,versions))},{id,text:text2}=alone,unknown22={id,
text:text2,...known2,moves:part173,concerns:(from2,to2)=>enters(from2,to2)&&fit(from2,to2)==="unknown"};return{partsFirst:[first2],manualSteps:[unknown22]}}if(alone!==
void 0)return{manualSteps:[{id:alone.id,text:alone.text,...known2,moves:settings422.part,concerns:(from2,to2)=>enters(from2,to2)&&fit(from2,to2)!=="fits"}]};const check={
id:`check-${settings422.part}-${slugOf(settings422.versions??"target")}`,text:`Make sure that ${settings422.part} is ${settings422.versions??"at least the relea\
se that the hop leads to"} before this hop: its version is not known. ${settings422.reason}`,...known2,concerns:(from2,to2)=>enters(from2,to2)&&fit(from2,to2)===
"unknown"};return{hops:[{source:source2,blocked:place32=>settings422.versions!==void 0?!contains(entered,place32)&&fit(place32,place32)==="misses"?entered:[]:entered.
flatMap(({start,end})=>{const first2=firstPlace(end-start,offset=>fit(place32,start+offset)==="misses");return first2===end-start?[]:[{start:start+first2,end}]}),
why:(place32,to2)=>`Going from ${labelAt(context,place32)} to ${labelAt(context,to2)} needs ${settings422.part} ${needed2(to2)} first; ${presentText(settings422.
part,place32,context)}.`}],manualSteps:[check]}}function isEntered(entered,from2,to2){return contains(entered,to2)&&!contains(entered,from2)}function fitTest(settings422,context){
return settings422.versions===void 0?atLeastTarget(settings422.part,context):partFit(settings422.part,settings422.versions,context)}function partFit(part173,versions,context){
const needed2=parseRange(versions,partScheme),fits2=new Map,ofRange=text2=>{const known2=fits2.get(text2);if(known2!==void 0)return known2;const fit=compareRanges(
parseRange(text2,partScheme),needed2);return fits2.set(text2,fit),fit};return place32=>{const version=exactAt(part173,place32,context);if(version!==void 0){const read=readPart(
version);return read===void 0?"unknown":isInRange(read,needed2)?"fits":"misses"}const range=rangeAt(part173,place32,context);return range===void 0?"unknown":ofRange(
range)}}function atLeastTarget(part173,context){const read=versionReader(context.catalogue.scheme);return(place32,to2)=>{const version=exactAt(part173,place32,context),
reading=version===void 0?void 0:read(version);return reading?.kind!=="version"?"unknown":compareVersions(reading.version,entryAt(context.catalogue.entries,to2).
version)>=0?"fits":"misses"}}function exactAt(part173,place32,context){const published=context.catalogue.entries[place32]?.release.parts?.[part173],row=rowAt(part173,
place32,context);return place32===context.current?context.parts[part173]??published??(row&&exactVersion(row.versions)):published??row?.to??(context.carriedParts.
has(part173)?void 0:context.parts[part173])}function rangeAt(part173,place32,context){return rowAt(part173,place32,context)?.versions}function rowAt(part173,place32,{
partTables}){return carrierOf(partTables.find(one=>one.part===part173),place32)}function presentText(part173,place32,context){const version=exactAt(part173,place32,
context);if(version!==void 0)return place32===context.current||!context.carriedParts.has(part173)?`the present ${part173} is ${version}`:`${labelAt(context,place32)}\
 comes with ${part173} ${version}`;const versions=rangeAt(part173,place32,context);return versions===void 0?"its version is not known":`${labelAt(context,place32)}\
 comes with ${part173} ${versions}`}function slugOf(text2){return text2.toLowerCase().replace(/[^0-9a-z.]+/g,"-").replace(/^[-.]+|[-.]+$/g,"")}var onHop={entering:versionRange.
optional().describe("Belongs to the hop that starts below these versions and reaches or passes the first of them."),"landing-on":versionRange.optional().describe(
"Belongs to every hop that ends on one of these versions."),from:versionRange.optional().describe("Only for hops that start from these versions."),url:url().optional().
describe("Where it is described."),when:when.optional()},oneTrigger=value2=>value2.entering===void 0!=(value2["landing-on"]===void 0);function hopTest(trigger,{
catalogue}){const starts=trigger.from===void 0?void 0:catalogue.spans(trigger.from),entering=trigger.entering===void 0?[]:catalogue.spans(trigger.entering),landing=trigger["\
landing-on"]===void 0?[]:catalogue.spans(trigger["landing-on"]);return(from2,to2)=>starts!==void 0&&!contains(starts,from2)?!1:contains(landing,to2)||entering.some(
({start})=>from2<start&&start<=to2)}function whyNoHopMatches({entering,"landing-on":landing,from:from2},known2){return(entering===void 0?void 0:known2.allBelow(
entering))??known2.noneIn(landing,from2)}var settings4=()=>strictObject3({id:string7().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/,"lowercase letters, digits, dots and \
hyphens, such as chart-4-redis-host").describe("The id of the step. If none of these files is known, a person acknowledges the step with it."),text:string7().min(
1).describe("What to change and why, as an instruction to the reader."),changes:array4(fileRequirement).min(1).describe("What the user's files must say before t\
he hop."),"part-entering":strictObject3({part,versions:versionRange.describe("The versions of the part that are entered.")}).optional().describe("Only for hops \
that upgrade a part, such as the chart, to these versions from a lower one."),...onHop}).refine(oneTrigger,"exactly one of entering and landing-on").describe("A\
 change of the user's own files that a release asks for. It blocks its hop until the files have it; `configure` shows and writes it."),configuration=ruleKind("c\
onfiguration",{role:"remark"},settings4,settings422=>({manualId:settings422.id,changes:settings422.changes,...settings422["part-entering"]===void 0?{}:{part:settings422["\
part-entering"].part},apply:(context,source2)=>{const{id,text:text2,url:url2,"part-entering":entered}=settings422,doubt=source2.doubts.length===0?"":` (Not know\
n: ${source2.doubts.join(", ")}.)`,known2=url2===void 0?{}:{url:url2},onHops=hopTest(settings422,context),fit=entered&&partFit(entered.part,entered.versions,context),
carried=entered!==void 0&&context.carriedParts.has(entered.part),concerns2=(from2,to2)=>onHops(from2,to2)&&(fit===void 0||fit(from2)!=="fits"&&!(carried&&fit(to2)===
"misses"));return{manualSteps:[{id,text:`${text2}${doubt}`,...known2,concerns:concerns2}]}},whyInactive:known2=>whyNoHopMatches(settings422,known2)})),settings5=()=>strictObject3(
{entering:versionRange.describe("The versions that are entered from a lower one."),from:versionRange.describe("The versions from which that is allowed."),...reasonKeys}).
describe("Some versions may be entered only from others: 9.x only from 8.19."),enterOnlyFrom=ruleKind("enter-only-from",{role:"demand",lifted:"by-default"},settings5,
({entering,from:from2})=>({apply:(context,source2)=>{const entered=context.catalogue.spans(entering),starts=context.catalogue.spans(from2);return{hops:[{source:source2,
blocked:place32=>contains(entered,place32)||contains(starts,place32)?[]:entered,why:(place32,to2)=>`${labelAt(context,to2)} is among the versions (${entering}) \
that may be entered only from ${from2}, not from ${labelAt(context,place32)}.`}]}},whyInactive:known2=>known2.noneIn(entering)})),settings6=()=>strictObject3({line,
since,...reasonKeys}).describe("A line may be left only from its newest usable release."),finishLineFirst=ruleKind("finish-line-first",{role:"demand",lifted:"by\
-default"},settings6,settings422=>({apply:(context,source2)=>effectsOf3(settings422,context,source2),whyInactive:known2=>known2.noneIn(settings422.since===void 0?
void 0:`>=${settings422.since}`)}));function effectsOf3(settings422,context,source2){const lines=context.lines[settings422.line],start=startOf(settings422.since,
context);return{hops:[{source:source2,blocked:place32=>{const{newest,end}=lineOf(lines,place32);return end>start&&newest!==void 0&&place32<newest?from(end):[]},
why:place32=>{const{newest=place32,label}=lineOf(lines,place32);return`${label} is left from its newest usable release, ${labelAt(context,newest)}, not from ${labelAt(
context,place32)}.`}}]}}var settings7=()=>strictObject3({...ends,...reasonKeys}).describe("Forbidden hops."),forbidden=ruleKind("forbidden",{role:"demand",lifted:"\
by-name"},settings7,({from:from2,to:to2})=>({apply:(context,source2)=>{const starts=context.catalogue.spans(from2),forbiddenEnds=context.catalogue.spans(to2);return{
hops:[{source:source2,blocked:place32=>contains(starts,place32)?forbiddenEnds:[],why:(start,end)=>`No hop may go from ${labelAt(context,start)} to ${labelAt(context,
end)}.`}]}},whyInactive:known2=>known2.noneIn(from2,to2)}));function newestUsable({catalogue,unusable:unusable2},{start,end}){let prerelease4;for(let place32=end-
1;place32>=start;place32--)if(unusable2[place32]===void 0){if(!entryAt(catalogue.entries,place32).isPrerelease)return place32;prerelease4??=place32}return prerelease4}
var settings8=()=>strictObject3({line:versionOrLine.describe("The line that is entered, such as `1.2`."),"at-least":versionOrLine.optional().describe("The lowes\
t release of the line at which to end; an installation that already runs a lower one moves to it before leaving the line."),exactly:versionOrLine.optional().describe(
"The only release of the line at which to end."),newest:literal(!0).optional().describe("End at the newest usable release of the line."),...reasonKeys}).refine(
value2=>[value2["at-least"],value2.exactly,value2.newest].filter(one=>one!==void 0).length===1,"exactly one of at-least, exactly and newest").describe("The rele\
ase of a line at which a hop from below the line may end."),landOn=ruleKind("land-on",{role:"demand",lifted:"by-name"},settings8,settings422=>({apply:(context,source2)=>landOnEffects(
settings422,context,source2),whyInactive:known2=>known2.noneIn(settings422.line)}));function landOnEffects(settings422,context,source2){const[line2={start:0,end:0}]=context.
catalogue.spans(settings422.line),good=goodPlaces(settings422,line2,context),bad=uncovered(line2,good),isInside=place32=>place32>=line2.start&&place32<line2.end,
wanted=wording(settings422),entering={source:source2,blocked:place32=>place32<line2.start?bad:[],why:(_6,to2)=>`${labelAt(context,to2)} is not where ${settings422.
line} is entered: land on ${wanted}.`},leaving={source:source2,blocked:place32=>isInside(place32)&&place32<(good[0]?.start??line2.start)?from(line2.end):[],why:place32=>`${settings422.
line} is not left from ${labelAt(context,place32)}: first land on ${wanted}.`};return{hops:settings422["at-least"]===void 0?[entering]:[entering,leaving],named:settings422.
exactly===void 0?[]:good}}function goodPlaces(settings422,line2,context){const{catalogue}=context;if(settings422.exactly!==void 0)return catalogue.spans(settings422.
exactly);if(settings422["at-least"]!==void 0)return catalogue.spans(`>=${settings422["at-least"]}`).map(({start})=>({start,end:line2.end}));const newest=newestUsable(
context,line2);return newest===void 0?[]:[{start:newest,end:newest+1}]}function wording(settings422){return settings422.exactly!==void 0?settings422.exactly:settings422["\
at-least"]===void 0?"its newest usable release":`${settings422["at-least"]} or later`}var settings9=()=>strictObject3({line,"at-most":int().min(1).describe("How\
 many lines one hop may advance. 1 means that none may be skipped."),land,missing,since,until,...reasonKeys}).describe("One hop may advance over a limited numbe\
r of lines; the path goes as far as that allows."),linesPerHop=ruleKind("lines-per-hop",{role:"demand",lifted:"by-default"},settings9,linesPerHopRule);function linesPerHopRule(settings422){
return{apply:(context,source2)=>effectsOf4(settings422,context,source2),whyInactive:known2=>known2.noneIn(heldRange(settings422))}}function heldRange({since:since2,
until:until2}){const bounds=[...since2===void 0?[]:[`>=${since2}`],...until2===void 0?[]:[`<=${until2}`]];return bounds.length===0?void 0:bounds.join(" ")}function effectsOf4(settings422,context,source2){
const lines=context.lines[settings422.line],[held={start:0,end:0}]=context.catalogue.spans(heldRange(settings422)??"*"),isCounted=one=>one.isPublished&&Math.max(
one.start,held.start)<Math.min(one.end,held.end),counted=lines.list.flatMap((one,rank)=>isCounted(one)?[rank]:[]),gaps=gapsOf(lines,counted),nextCounted=place32=>{
const rank=lines.rankOf(place32);return firstPlace(counted.length,index2=>(counted[index2]??0)>rank)},between=(start,end)=>{const labels=[],last=lines.rankOf(end);
for(let index2=nextCounted(start);index2<counted.length;index2++){const rank=counted[index2]??last;if(rank>=last)break;labels.push(lineAt(lines,rank).label)}return labels};
return{hops:[{source:source2,blocked:start=>{const last=counted[nextCounted(start)+settings422["at-most"]-1];return last===void 0?[]:from(lineAt(lines,last).end)},
why:(start,end)=>{const way=`Going from ${labelAt(context,start)} straight to ${labelAt(context,end)}`,skipped=between(start,end);return settings422["at-most"]===
1?`${way} would skip ${listed(skipped)}.`:`${way} would pass over ${listed(skipped)} in one hop, but a hop may advance at most ${settings422["at-most"]} lines.`}},
...settings422.missing==="refuse"&&gaps.length>0?[refusalOf(gaps,lines,context,source2)]:[]],...settings422.missing==="pass"?{cautions:[(start,end)=>gapsBetween(
gaps,lines,start,end)]}:{},...settings422.missing==="ask"?{manualSteps:gaps.map(gap=>manualStepFor(gap,lines,source2))}:{},landings:settings422.land==="any"?[]:
[{source:source2,...landNewest(settings422.line,context,isCounted)}]}}function gapsOf(lines,counted){return counted.flatMap(rank=>{const before=lines.list[rank-
1];if(before===void 0)return[];const above=lineAt(lines,rank).label,[low,high]=[before.label,above].map(label=>label.split(".").map(Number)),isSameMajor=lines.kind===
"major"||low?.[0]===high?.[0],last=low?.at(-1)??0;if(!isSameMajor||(high?.at(-1)??0)-last<=1)return[];const first2=[...low?.slice(0,-1)??[],last+1].join(".");return[
{rank:rank-1,below:before.label,above,first:first2}]})}function isPassed({rank},lines,start,end){return lines.rankOf(start)<=rank&&rank<lines.rankOf(end)}function gapsBetween(gaps,lines,start,end){
return gaps.filter(gap=>isPassed(gap,lines,start,end)).map(gapText)}function gapText({below:below2,above}){return`No release between ${below2} and ${above} is l\
isted: make sure that the source of releases is complete.`}function manualStepFor(gap,lines,{url:url2}){return{id:`missing-${gap.first}`,text:`${gapText(gap)} M\
ake sure that ${gap.first} was never published, or that it may be skipped.`,...url2===void 0?{}:{url:url2},concerns:(start,end)=>isPassed(gap,lines,start,end)}}
function refusalOf(gaps,lines,context,source2){const firstAbove=start=>gaps.find(({rank})=>lines.rankOf(start)<=rank);return{source:source2,blocked:start=>{const gap=firstAbove(
start);return gap===void 0?[]:from(lineAt(lines,gap.rank+1).start)},why:(start,end)=>{const gap=firstAbove(start);return`Going from ${labelAt(context,start)} to\
 ${labelAt(context,end)} would pass ${gap?.first??""}. ${gap===void 0?"":gapText(gap)}`}}}function landNewest(kind2,context,isCounted){const lines=context.lines[kind2];
return{refuses:place32=>isCounted(lineOf(lines,place32))&&lineOf(lines,place32).newest!==place32,why:place32=>{const{newest,label}=lineOf(lines,place32);return newest===
void 0?`No release of ${label} may be used.`:`Of ${label} the path lands on its newest usable release, ${labelAt(context,newest)}.`}}}var manualId=string7().regex(
/^[a-z0-9]+([.-][a-z0-9]+)*(-\{to\})?$/,"lowercase letters, digits, dots and hyphens, such as code-for-v4; or with -{to} at its end, such as users-told-{to}").describe(
"The id with which a person acknowledges that the step is done. With `-{to}` at its end it is acknowledged separately for each hop: `users-told-4.1.0`."),settings10=()=>strictObject3(
{major:strictObject3({id:manualId,text:string7().min(1).describe("What to do, as an instruction to the reader; `{from}` and `{to}` are filled in.")}).optional().
describe("A manual step of every hop that the list calls a major upgrade."),...reasonKeys}).describe("A hop may only go to a release that the list of releases i\
tself names as an upgrade of the one where it starts (`upgrades-to`; the source `rds-engine` reads them)."),listedUpgrades=ruleKind("listed-upgrades",{role:"dem\
and",lifted:"by-default"},settings10,({major,url:url2})=>({...major&&{manualId:major.id},apply:(context,source2)=>{const whole2={start:0,end:context.catalogue.entries.
length};return{hops:[{source:source2,blocked:place32=>{const spans=[...upgradesAt(context,place32).keys()].map(to2=>({start:to2,end:to2+1}));return uncovered(whole2,
spans)},why:(place32,to2)=>whyNot(context,place32,to2)}],...major&&{manualSteps:[{...major,...url2===void 0?{}:{url:url2},concerns:(from2,to2)=>upgradesAt(context,
from2).get(to2)==="major"}]}}},whyInactive:()=>{}}));function upgradesAt({catalogue},place32){const{minor,major}=entryAt(catalogue.entries,place32).release.upgrades??
{minor:[],major:[]},found=new Map;for(const[kind2,tags]of[["minor",minor],["major",major]])for(const tag2 of tags){const to2=catalogue.find(tag2);to2!==void 0&&
found.set(to2,kind2)}return found}function whyNot(context,place32,to2){const from2=labelAt(context,place32),targets=[...upgradesAt(context,place32).keys()].toSorted(
(one,other)=>one-other),only2=targets.length===0?`it names no upgrade of ${from2} at all`:`from ${from2} it names ${listed(targets.map(each=>labelAt(context,each)))}`;
return`The list of releases does not name ${labelAt(context,to2)} as an upgrade of ${from2}: ${only2}.`}var settings11=()=>strictObject3({id:manualId,text:string7().
min(1).describe("What to do, as an instruction to the reader; `{from}` and `{to}` are filled in."),...onHop}).refine(oneTrigger,"exactly one of entering and lan\
ding-on").describe("Something only a person can do. It blocks its hop until it is acknowledged by its id."),manual=ruleKind("manual",{role:"remark"},settings11,
settings422=>({manualId:settings422.id,apply:(context,source2)=>{const{id,text:text2,url:url2}=settings422,doubt=source2.doubts.length===0?"":` (Not known: ${source2.
doubts.join(", ")}.)`,known2=url2===void 0?{}:{url:url2};return{manualSteps:[{id,text:`${text2}${doubt}`,...known2,concerns:hopTest(settings422,context)}]}},whyInactive:known2=>whyNoHopMatches(
settings422,known2)})),listedMigration=onDemand(()=>strictObject3({id:union4([string7().min(1),int()]).transform(String).describe("The vendor's name or number o\
f the migration."),"runs-from":versionOrLine.describe("The first release that can run it."),"required-before":versionOrLine.optional().describe("The first relea\
se that refuses data on which it has not run. Leave it out if there is none yet.")})),field=string7().min(1),migrationListSource=onDemand(()=>strictObject3({url:string7().
regex(/^https?:\/\/.*\{(tag|version)\}/,"an address with {tag} or {version} of the target in it").describe("The address of the list in JSON; `{tag}` and `{versi\
on}` are those of the target."),at:field.optional().describe("Dotted path, in the response, of the list, or of a mapping from ids. Default: the whole response."),
id:field.optional().describe("Key, in an entry, of the migration's id. Left out for a mapping, where the ids are the keys."),"runs-from":field.describe("Key, in\
 an entry, of the first release that can run it."),"required-before":field.optional().describe("Key, in an entry, of the first release that refuses data on whic\
h it has not run."),since:versionOrLine.optional().describe("The first release that has such a list; for a target below it, none is requested.")}).describe("The\
 list as it is published with the target, read when a path is planned and pinned in the plan.")),settings12=()=>strictObject3({list:array4(listedMigration).min(
1).optional().describe("The migrations, written out."),from:migrationListSource.optional(),...reasonKeys}).refine(({list:list22,from:source2})=>list22===void 0!=
(source2===void 0),"exactly one of list and from").describe("Migrations of the data: each must be able to run on a release that the path visits before the one t\
hat requires it."),migrations=ruleKind("migrations",{role:"demand",lifted:"by-name"},settings12,settings422=>({apply:(context,source2)=>effectsOf5(listIn(settings422,
context),context,source2),whyInactive:known2=>{if(settings422.list===void 0)return;const before=settings422.list.flatMap(one=>one["required-before"]??[]);return before.
length===0?"no release requires any of them yet":known2.allBelow(...before.map(one=>`>=${one}`))},...settings422.from===void 0?{}:{migrationList:settings422.from}}));
function listIn(settings422,{migrationLists}){const{list:list22,from:source2}=settings422;return list22??(source2===void 0?[]:migrationLists.get(source2.url)?.list??
[])}function effectsOf5(list22,context,source2){const placeOf2=version=>context.catalogue.spans(`>=${version}`)[0]?.start??0,placed=list22.flatMap(one=>{const before=one["\
required-before"];if(before===void 0)return[];const text2=`${one.id} (runs from ${one["runs-from"]}, required before ${before})`;return[{id:one.id,runsFrom:placeOf2(
one["runs-from"]),requiredBefore:placeOf2(before),text:text2}]}).sort((a12,b9)=>a12.runsFrom-b9.runsFrom),limits2=[];for(let index2=placed.length-1;index2>=0;index2--)
limits2[index2]=Math.min(placed[index2]?.requiredBefore??1/0,limits2[index2+1]??1/0);const firstBeyond=place32=>firstPlace(placed.length,index2=>(placed[index2]?.
runsFrom??0)>place32);return{hops:[{source:source2,blocked:place32=>{const limit=limits2[firstBeyond(place32)];return limit===void 0?[]:from(limit)},why:(place32,to2)=>{
const missed=placed.slice(firstBeyond(place32)).filter(({requiredBefore})=>requiredBefore<=to2),names2=listed(missed.map(({text:text2})=>text2),3),many=missed.length===
1?"migration":"migrations";return`Going from ${labelAt(context,place32)} straight to ${labelAt(context,to2)} would pass the ${many} ${names2} without a release \
that can run ${missed.length===1?"it":"them"}.`}}]}}var settings13=()=>strictObject3({part,table:array4(strictObject3({releases:versionRange.describe("Releases \
of the product."),versions:versionRange.describe("The versions of the part that go with these releases."),to:partVersion.optional().describe("Which of them a ho\
p to one of these releases deploys, if there are several: `{parts.NAME}`. It can be left out if `versions` is one exact version.")}).refine(({to:to2,versions})=>to2===
void 0||isWithin(to2,versions),{path:["to"],error:"a version that is one of `versions`"})).min(1).describe("Which versions of the part go with which releases; t\
he first row that matches applies."),...reasonKeys}).describe("A part that is deployed together with the release, and its version."),movesTogether=ruleKind("mov\
es-together",{role:"remark"},settings13,({part:part173,table})=>({part:part173,partTable:(catalogue,source2)=>({source:source2,part:part173,rows:table.map(({releases,
versions,to:to2=exactVersion(versions)})=>({spans:catalogue.spans(releases),versions,to:to2}))}),whyInactive:known2=>{const rows=table.map(({releases})=>releases);
return rows.every(known2.isEmpty)?`no release matches ${rows.map(one=>`"${one}"`).join(", ")}`:void 0}})),settings14=()=>strictObject3({line,land,missing,since,
until,...reasonKeys}).describe("Every line on the way must be visited."),noLineSkipped=ruleKind("no-line-skipped",{role:"demand",lifted:"by-default"},settings14,
settings422=>linesPerHopRule({...settings422,"at-most":1})),settings15=()=>strictObject3({text:string7().min(1).describe("What the reader of the plan should kno\
w."),...onHop}).refine(oneTrigger,"exactly one of entering and landing-on").describe("A note about a hop. It blocks nothing."),note=ruleKind("note",{role:"remar\
k"},settings15,settings422=>({apply:(context,source2)=>({remarks:[{source:source2,concerns:hopTest(settings422,context)}]}),whyInactive:known2=>whyNoHopMatches(
settings422,known2)})),settings16=()=>strictObject3({hops:array4(strictObject3(ends)).min(1).describe("The allowed hops."),within:versionRange.optional().describe(
"Only for hops that start from these versions."),...reasonKeys}).describe("The vendor's upgrade graph: whatever is not listed is forbidden."),only=ruleKind("onl\
y",{role:"demand",lifted:"by-default"},settings16,({hops,within})=>({apply:(context,source2)=>{const{catalogue}=context,whole2={start:0,end:catalogue.entries.length},
starts=catalogue.spans(within??"*"),listed22=Array.from({length:whole2.end},()=>[]);for(const hop of hops){const to2=catalogue.spans(hop.to);for(const{start,end}of catalogue.
spans(hop.from))for(let place32=start;place32<end;place32++)listed22[place32]?.push(...to2)}return{hops:[{source:source2,blocked:place32=>contains(starts,place32)?
uncovered(whole2,listed22[place32]??[]):[],why:(place32,to2)=>`The hop from ${labelAt(context,place32)} to ${labelAt(context,to2)} is not among the listed ones.`}]}},
whyInactive:known2=>known2.noneIn(within)})),settings17=()=>strictObject3({at:union4([versionOrLine,array4(versionOrLine).min(1)]).describe("Releases or lines t\
hat no hop may pass over. A line stands for its newest usable release."),land:m7(["newest","any"]).default("newest").describe("Whether a stop at a line must be \
made at its `newest` usable release, or may be made at `any`."),...reasonKeys}).describe("Releases at which every path stops; with `when`, only in some installa\
tions."),requiredStops=ruleKind("required-stops",{role:"demand",lifted:"by-default"},settings17,settings422=>({apply:(context,source2)=>effectsOf6(settings422,context,
source2),whyInactive:known2=>known2.allBelow(...[settings422.at].flat().map(at=>`>=${at}`))}));function effectsOf6(settings422,context,source2){const stops=[settings422.
at].flat().map(at=>stopAt(at,settings422.land,context)).sort((a12,b9)=>a12.before-b9.before),strictest=strictestFrom(stops),stopAfter=place32=>strictest[firstPlace(
stops.length,index2=>place32<(stops[index2]?.before??0))];return{hops:[{source:source2,blocked:start=>{const stop=stopAfter(start);return stop===void 0?[]:from(
stop.after)},why:(start,end)=>`Going from ${labelAt(context,start)} straight to ${labelAt(context,end)} would pass over the required stop ${stopAfter(start)?.landing??
""}.`}],named:settings422.land==="any"?[]:stops.map(({before,after})=>({start:before,end:after}))}}function strictestFrom(stops){const strictest=[];let best;for(const stop of stops.
toReversed())(best===void 0||stop.after<=best.after)&&(best=stop),strictest.push(best);return strictest.reverse()}function stopAt(name,land2,context){const[span2={
start:0,end:0}]=context.catalogue.spans(name),place32=newestUsable(context,span2);if(place32===void 0){const why2=span2.start===span2.end?"of which no release i\
s known":"of which no release may be used";return{name,before:span2.start,after:span2.start,landing:`${name}, ${why2}`}}if(land2==="any")return{name,before:span2.
start,after:span2.end,landing:name};const label=labelAt(context,place32);return{name,before:place32,after:place32+1,landing:label===name?label:`${name} (${label}\
)`}}var withoutExceptions=[noLineSkipped,linesPerHop,finishLineFirst,betweenMajors,enterOnlyFrom,landOn,requiredStops,forbidden,only,listedUpgrades,needsPart,movesTogether,
migrations,avoid,manual,configuration,note],ruleKinds=[...withoutExceptions,allowedAmong(withoutExceptions)],liftedBy=liftable(ruleKinds),pathRule=strictObject3(
Object.fromEntries(ruleKinds.map(({name,rule})=>[name,rule]))).partial().refine(rule=>chosenIn(rule).length===1,{error:`a rule with exactly one key: ${ruleKinds.
map(({name})=>name).join(", ")}`}).meta({minProperties:1,maxProperties:1});function chosenIn(rule){return Object.values(rule).flatMap(chosen=>chosen??[])}var pathRules=array4(
pathRule).transform(rules=>rules.flatMap(chosenIn)).refine(rules=>{const ids=manualStepIds(rules);return new Set(ids).size===ids.length},{error:"manual steps wh\
ose ids all differ: a step is acknowledged by its id"});function manualStepIds(rules){return rules.flatMap(({manualId:manualId2})=>manualId2??[])}function fileRequirementsOf(rules){
return new Map(rules.flatMap(({manualId:manualId2,changes:changes2})=>manualId2===void 0||changes2===void 0?[]:[[manualId2,changes2]]))}function partsAskedBy(rules){
return[...new Set(rules.flatMap(({part:part173})=>part173??[]))]}function factTypesIn(rules){const types=new Map;for(const{fact,type}of rules.flatMap(({when:when2})=>typesIn(
when2))){const known2=types.get(fact)??[];types.set(fact,known2.includes(type)?known2:[...known2,type])}return types}function factsAskedBy(rules){return[...new Set(
rules.flatMap(({when:when2})=>factsIn(when2)))]}function migrationListsAskedBy(rules){return rules.flatMap(({migrationList})=>migrationList??[])}function kind(name,settings422,open42){
return keyed(name,()=>{const part173=partOf(name,settings422(),open42);return strictObject3({[name]:part173}).meta({title:kindTitle(name)}).transform(value2=>{const chosen=value2[name];
if(chosen===void 0)throw new Error(`kind "${name}" was accepted without its settings`);return chosen})})}function namedKind(kindName,settings422,open42){return keyed(
kindName,()=>strictObject3({[kindName]:partOf(kindName,settings422(),open42),name:slug.optional().describe(`Its name. Default: \`${kindName}\`.`)}).meta({title:kindTitle(
kindName)}).transform(value2=>{const{[kindName]:chosen,name=kindName}=value2;if(typeof chosen!="object"||typeof name!="string")throw new Error(`kind "${kindName}\
" was accepted without its settings`);return{...chosen,name}}))}function keyed(key3,make){return onDemand(make,value2=>typeof value2=="object"&&value2!==null&&Object.
hasOwn(value2,key3))}function partOf(name,settings422,open42){return settings422.transform(chosen=>({kind:name,open:context=>open42(chosen,{...context,where:`${context.
where}.${name}`})}))}function oneOf(kinds42){const[only2]=kinds42;return only2!==void 0&&kinds42.length===1?only2:union4(kinds42)}function kindTitle(name){return`\
kind ${name}`}function allHealthy(single2){return kind("all-of",()=>array4(single2).min(2).describe("Several probes, all of which must report that it is serving\
: for example of a frontend, and of the services behind it."),(parts2,context)=>{const probes=parts2.map((part173,place32)=>part173.open({...context,where:`${context.
where}.${place32}`}));return async signal=>{const answers=await Promise.all(probes.map(probe2=>probe2(signal)));return joined2(answers,"no")??joined2(answers,"u\
nknown")??{kind:"yes"}}})}function joined2(answers,wanted){const found=answers.flatMap(answer32=>answer32.kind===wanted?[answer32]:[]),[first2,...others]=found;
if(first2===void 0||others.length===0)return first2;const refused2=found.some(answer32=>answer32.refused===!0),reason=found.map(answer32=>answer32.reason).join(
"; ");return{kind:wanted,reason,...refused2?{refused:!0}:{}}}var settings18=()=>strictObject3({user:template.describe("The name."),password:template.meta({description:"\
Its password. A `${NAME}`, never written out.",examples:["${PRODUCTION_PASSWORD}"]})}).describe("A name and its password, sent with each request (HTTP Basic)."),
basic=kind("basic",settings18,(chosen,{effects,where,placeholders})=>{const fill=key3=>effects.variables.fill(chosen[key3],`${where}.${key3}`,placeholders),value2=Buffer.
from(`${fill("user")}:${fill("password")}`).toString("base64");effects.mask(value2);const reading={kind:"token",value:value2};return{scheme:"Basic",current:async()=>reading,
insteadOf:async()=>{},accepted:()=>{}}}),longestMargin=6e4,freeFailures=3,longestPause2=3e4;function accessToken(ask3,clock){let held,failures=0,failed22,asking,
isRenewed=!1;const now=()=>clock.now().getTime(),fetchOne=async()=>{const asked=now(),answer32=await ask3();if(answer32.kind==="token"){const{value:value2,milliseconds:milliseconds2}=answer32;
return held=heldFrom(value2,asked,milliseconds2),failures=0,failed22=void 0,{kind:"token",value:value2}}failures+=1;const pause3=failures<freeFailures?0:Math.min(
longestPause2,1e3*2**(failures-freeFailures));return failed22={reading:answer32,until:now()+pause3},held!==void 0&&held.endsAt!==void 0&&now()<held.endsAt?{kind:"\
token",value:held.value}:answer32},current2=async()=>held!==void 0&&(held.renewAt===void 0||now()<held.renewAt)?{kind:"token",value:held.value}:failed22!==void 0&&
now()<failed22.until?held?.endsAt!==void 0&&now()<held.endsAt&&held!==void 0?{kind:"token",value:held.value}:failed22.reading:(asking??=fetchOne().finally(()=>{
asking=void 0}),await asking);return{scheme:"Bearer",current:current2,insteadOf:async refused2=>{if(held===void 0||held.value===refused2){if(isRenewed&&asking===
void 0)return;isRenewed=!0,held=void 0}return await current2()},accepted:()=>{isRenewed=!1}}}function heldFrom(value2,asked,milliseconds2){if(milliseconds2===void 0)
return{value:value2,renewAt:void 0,endsAt:void 0};const endsAt=asked+milliseconds2;return{value:value2,endsAt,renewAt:endsAt-Math.min(longestMargin,milliseconds2/
5)}}function reasonOf2(error2,timeout2){if(!(error2 instanceof Error))return String(error2);if(error2 instanceof ProxyFailure2)return error2.message;if(error2.name===
"TimeoutError")return`no answer within ${timeout2/1e3} s`;const cause=error2.cause;return cause instanceof AggregateError&&cause.errors[0]instanceof Error?cause.
errors[0].message:cause instanceof Error&&cause.message!==""?cause.message:error2.message}function withoutCredentials(url2){const shown2=new URL(url2);return shown2.
username="",shown2.password="",shown2.search="",shown2.toString()}var ownConnection={connection:"close"},settings19=()=>strictObject3({"token-url":template.meta(
{description:"The token endpoint of the server. `{url}` stands for the environment's `url`.",examples:["{url}/oauth2/token"]}),"client-id":template.meta({description:"\
The id of the client.",examples:["${PRODUCTION_CLIENT_ID}"]}),"client-secret":template.meta({description:"Its secret. A `${NAME}`, never written out.",examples:[
"${PRODUCTION_CLIENT_SECRET}"]}),scope:template.optional().describe("The scope of the token, if the server requires one."),auth:m7(["basic","body"]).default("ba\
sic").describe("How the client authenticates: with a Basic header, or in the body of the request."),timeout:duration.prefault("10s")}),clientCredentials=kind("c\
lient-credentials",settings19,open);function open(chosen,context){const{effects,where}=context,{signal,clock}=effects,fill=key3=>effects.variables.fill(chosen[key3],
`${where}.${key3}`,context.placeholders),url2=checkedUrl(fill("token-url"),`${where}.token-url`),id=fill("client-id"),secret=fill("client-secret");effects.mask(
secret);const login2=Buffer.from(`${formEncoded(id)}:${formEncoded(secret)}`).toString("base64");effects.mask(login2);const scope2=chosen.scope===void 0?{}:{scope:effects.
variables.fill(chosen.scope,`${where}.scope`,context.placeholders)},own=chosen.auth==="body"?{client_id:id,client_secret:secret}:{},body=new URLSearchParams({grant_type:"\
client_credentials",...scope2,...own}).toString(),credential=`the credential "${where.replace(/\.client-credentials$/,"")}"`,none=(why2,refused2)=>({kind:"none",
reason:`${credential} got no token: ${withoutCredentials(url2)} ${why2}`,refused:refused2});return accessToken(async()=>{try{const response=await effects.fetch(
url2,{method:"POST",headers:{...ownConnection,accept:"application/json","content-type":"application/x-www-form-urlencoded",...chosen.auth==="basic"?{authorization:`\
Basic ${login2}`}:{}},body,redirect:"manual",signal:AbortSignal.any([AbortSignal.timeout(chosen.timeout),signal])}),{status}=response,text2=await response.text();
if(status!==200)return none(`answered ${status}${errorCode(text2)}`,[400,401,403].includes(status));const read=tokenIn(text2);return read.kind==="malformed"?none(
`answered 200, but ${read.why}`,!1):(effects.mask(read.value),read)}catch(error2){if(signal.throwIfAborted(),error2 instanceof UserError5)throw error2;return none(
`does not answer: ${reasonOf2(error2,chosen.timeout)}`,!1)}},clock)}function formEncoded(text2){return new URLSearchParams({"":text2}).toString().slice(1)}function errorCode(text2){
const read=parseJson(text2),answer32=read.kind==="json"?looseObject2({error:string7()}).safeParse(read.value):void 0;return answer32?.success===!0&&/^[a-z]+(_[a-z]+)*$/.
test(answer32.data.error)&&answer32.data.error.length<=40?` "${answer32.data.error}"`:""}var any=unknown2().optional(),tokenAnswer=looseObject2({access_token:any,
token_type:any,expires_in:any});function tokenIn(text2){const malformed=why2=>({kind:"malformed",why:why2}),read=parseJson(text2);if(read.kind==="not-json")return malformed(
`its answer ${read.reason}`);const answer32=tokenAnswer.safeParse(read.value);if(!answer32.success)return malformed("its answer is not a JSON object");const{access_token:value2,
token_type:type,expires_in:seconds}=answer32.data;if(typeof value2!="string"||!/^[\x21-\x7e]+$/.test(value2))return malformed('its answer has no "access_token" \
that can be sent in a header');if(type!==void 0&&(typeof type!="string"||type.toLowerCase()!=="bearer"))return malformed('the "token_type" of its answer is not \
"Bearer"');if(seconds==null)return{kind:"token",value:value2,milliseconds:void 0};const number22=typeof seconds=="string"&&/^\d+$/.test(seconds)?Number(seconds):
seconds;return typeof number22=="number"&&Number.isFinite(number22)&&number22>0?{kind:"token",value:value2,milliseconds:number22*1e3}:malformed('the "expires_in\
" of its answer is not a number of seconds above 0')}function checkedUrl(text2,where){const url2=URL.parse(text2);if(url2!==null&&/^https?:$/.test(url2.protocol)&&
url2.username===""&&url2.password==="")return url2.href;throw new UserError5({happened:`The address of ${where} is not one that starts with http:// or https:// \
and has no user in it.`,means:"Without a token nothing can be observed. Nothing was done.",next:'Write it in full, such as "{url}/oauth2/token"; who asks is und\
er "client-id" and "client-secret".'})}async function withTokens(templates2,context){const used=Object.entries(context.tokens??{}).filter(([name])=>templates2.some(
text2=>text2.includes(`{${name}}`)||text2.includes(`{${name}.header}`))),sent=[];for(const[name,token]of used){const reading=await token.current();if(reading.kind===
"none")return{kind:"no-token",reason:reading.reason,refused:reading.refused};sent.push({name,token,value:reading.value})}return ready(sent,context)}function ready(sent,context){
const values=Object.fromEntries(sent.flatMap(({name,token,value:value2})=>[[name,value2],[`${name}.header`,`${token.scheme} ${value2}`]]));return{kind:"ready",context:{
...context,placeholders:{...context.placeholders,...values}},accepted:()=>{for(const{token}of sent)token.accepted()},renewed:async()=>{const others=[];for(const{
name,token,value:value2}of sent){const reading=await token.insteadOf(value2);if(reading===void 0)return;if(reading.kind==="none")return{kind:"no-token",reason:reading.
reason,refused:reading.refused};others.push({name,token,value:reading.value})}return others.length===0?void 0:ready(others,context)}}}var commandKeys={run:argv,
env:record4(environmentName,template).default({}).describe("Variables for it, as in a hook."),timeout:duration.prefault("30s")},settings20=strictObject3(commandKeys);
async function askCommand({run,env,timeout:timeout2},context,{log,signal}){const limit=AbortSignal.timeout(timeout2),ready2=await withTokens([...run,...Object.values(
env)],context);if(ready2.kind==="no-token")return{kind:"no-answer",reason:ready2.reason,...ready2.refused?{refused:!0}:{}};const ends2=signal===void 0?limit:AbortSignal.
any([limit,signal]);try{return{kind:"ended",result:await runUserCommand({run,env,log,signal:ends2},ready2.context)}}catch(error2){if(!limit.aborted)throw error2;
return{kind:"no-answer",reason:`its command did not end within ${timeout2/1e3} s`}}}async function probeCommand(command3,context,signal){try{return await askCommand(
command3,context,{log:silentLog,signal})}catch(error2){if(!(error2 instanceof SystemFailure6))throw error2;return{kind:"no-answer",reason:error2.detail.happened.
replace(/\.$/,"")}}}var commandHealth=kind("command",()=>strictObject3(commandKeys).describe("Exit code 0 means that it is serving. Otherwise the last line of i\
ts output says why not."),(settings422,context)=>async signal=>{const answer32=await probeCommand(settings422,context,signal);if(answer32.kind==="no-answer"){const{
reason,refused:refused2}=answer32;return{kind:"unknown",reason,...refused2===void 0?{}:{refused:refused2}}}return answer32.result.exitCode===0?{kind:"yes"}:{kind:"\
no",reason:`the command of its health probe ${howItEnded(answer32.result)}${lastWords(answer32.result,context)}`}}),form="scrypt",cost={N:2**15,r:8,p:1,maxmem:64*
1024*1024},bytes=24;function keptOf(value2,was){const[itsForm,itsSalt="",...rest]=was?.split(":")??[form,randomBytes2(16).toString("base64url"),""];if(itsForm!==
form||rest.length!==1)return;const hash2=scryptSync(canonicalJson(value2),itsSalt,bytes,cost).toString("base64url");return[form,itsSalt,hash2].join(":")}var measureKeys=once(
()=>({name:string7().min(1).describe("The name of the measure in the report: `patients`."),compare:m7(["not-fewer","not-more","same"]).optional().describe("`not\
-fewer`: a number that must not fall. `not-more`: one that must not rise. `same`: a value that must not change."),tolerance:union4([number2().min(0),string7().regex(
/^\d+(\.\d+)?%$/,"a number, or a part of what it was, such as 20%")]).optional().describe("By how much a number may be worse, for values that always vary, such \
as an error rate: `0.5`, or a share of the earlier value: `20%`."),"latency-factor":number2().min(1).optional().describe("By what factor it may become slower, b\
y the median of five; an extra 100 ms is always allowed."),apart:boolean2().default(!1).describe("With `compare: same`, whether the values of production and sta\
ging must differ: for example the id of an installation, which a copy must replace. If they are the same, nothing is deployed.")})),comparesSomething={holds:({compare,
tolerance,apart,"latency-factor":factor})=>(apart?compare==="same":compare!==void 0||factor!==void 0)&&(tolerance===void 0||compare==="not-fewer"||compare==="no\
t-more"),error:'a measure with "compare" or "latency-factor": what is compared; "apart" goes with "compare: same", "tolerance" with "not-fewer" and "not-more"'};
function toleranceOf(written72){if(written72!==void 0)return typeof written72=="number"?{by:written72}:{percent:Number(written72.slice(0,-1))}}var samples=5;function measurePart(kind2,keys,read){
const{name,compare,tolerance,apart,"latency-factor":factor}=keys;return{kind:kind2,open:context=>{const own={...context,where:`${context.where} "${name}"`};return{
name,rules:{compare,tolerance:toleranceOf(tolerance),factor,apart},take:async(signal,was)=>{const times=[];let last;for(let sample=0;sample<(factor===void 0?1:samples);sample++){
const once2=await read(own,signal);if(once2.kind==="unknown")return{kind:"unknown",reason:once2.reason};times.push(once2.milliseconds),last=once2.value}const milliseconds2=times.
toSorted((a12,b9)=>a12-b9)[Math.floor(times.length/2)]??0;return taken({name,milliseconds:milliseconds2},compare,last,was)}}}}}function taken({name,milliseconds:milliseconds2},compare,value2,was){
const measured=what=>({kind:"taken",measured:{name,milliseconds:milliseconds2,...what}});if(compare===void 0)return measured({});if(compare==="same"){if(value2===
void 0)return{kind:"unknown",reason:"the response has no such value"};const digest=keptOf(value2,was?.digest);return measured(digest===void 0?{}:{digest})}const number22=numberIn(
value2);return number22===void 0?{kind:"unknown",reason:"what was answered is not a number"}:measured({count:number22})}var commandMeasure=keyed("command",()=>strictObject3(
{...measureKeys(),command:strictObject3(commandKeys).describe("Its standard output is compared.")}).refine(comparesSomething.holds,{error:comparesSomething.error}).
transform(measure2=>measurePart("command",measure2,async(context,signal)=>{const answer32=await probeCommand(measure2.command,context,signal);if(answer32.kind===
"no-answer")return{kind:"unknown",reason:answer32.reason};const{result}=answer32;return endedWell(result)?{kind:"read",value:result.stdout.trim(),milliseconds:result.
milliseconds}:{kind:"unknown",reason:`its command ${howItEnded(result)}`}}))),longest2=5e3,expression=string7().min(1).max(longest2).superRefine((text2,context)=>{
const mistake2=text2.length>longest2?void 0:mistakeIn(text2);mistake2!==void 0&&context.addIssue({code:"custom",message:`an expression in JSONata, which this is\
 not: ${mistake2}`})});async function evaluate2(text2,json2,answers,{effects:{clock,expressions,signal}}){const program=expressions??expressionProgram();try{const asked={
text:text2,json:json2,answers,now:clock.now().getTime()},answered=await program.ask(JSON.stringify(asked),signal);if(answered.kind!=="answer")return{kind:"faile\
d",reason:stopped(text2,answered.kind)};const read=answer.parse(JSON.parse(answered.text));return read.kind==="json"?{kind:"json",value:read.value}:read}finally{
expressions===void 0&&program.close()}}var answer=lazy2(()=>discriminatedUnion("kind",[object3({kind:literal("json"),value:unknown2().optional()}),object3({kind:literal(
"failed"),reason:string7()})])),shownOfExpression=60;function stopped(text2,why2){const line2=text2.replace(/\s+/g," ").trim();return`its JSONata expression "${line2.
length>shownOfExpression?`${line2.slice(0,shownOfExpression)}\u2026`:line2}" ${why2==="too-long"?"takes too long and was stopped":"needs too much memory and was\
 stopped"}: let it filter and count before it joins or repeats, and give each range, recursion and padding a small bound`}function mistakeIn(text2){return withinTimeLeft(
text2,void 0,()=>{const read=treeOf(text2);return read.kind==="tree"?forbiddenIn(read.tree,new Set):read.mistake})}var library=once(()=>__require("./libraries/j\
sonata.js"));function treeOf(text2){const jsonata2=library();try{return{kind:"tree",tree:jsonata2(text2).ast()}}catch(error2){return{kind:"wrong",mistake:mistakeOf(
error2)}}}var node=lazy2(()=>looseObject2({type:string7().optional(),value:unknown2().optional()}));function forbiddenIn(tree,seen){if(typeof tree!="object"||tree===
null||seen.has(tree))return;if(seen.add(tree),tree instanceof RegExp)return answersSoon(tree.source)?void 0:`its regular expression /${tree.source}/ may not end\
 on some texts: where a group that repeats holds something that repeats, say what separates the repetitions`;const{type,value:value2}=node.safeParse(tree).data??
{};return type==="variable"&&value2==="eval"?"$eval would run what a server answers":firstOf(Object.values(tree),each=>forbiddenIn(each,seen))}function firstOf(values,find){
for(const value2 of values){const found=find(value2);if(found!==void 0)return found}}var scalar2=union4([string7(),number2(),boolean2(),x3()]),comparison=onDemand(
()=>strictObject3({equals:json().optional().describe("The value itself, which may be a list or a mapping."),not:json().optional().describe("Any other value than\
 this."),"at-least":number2().optional().describe("This number or more."),above:number2().optional().describe("More than this number."),"at-most":number2().optional().
describe("This number or less."),below:number2().optional().describe("Less than this number."),matches:lineExpression.optional(),exists:boolean2().optional().describe(
"Whether there is any value, including `null`."),"same-as":string7().min(1).optional().describe("The dotted path of another value of the response that must be e\
qual."),default:json().optional().describe("The value to use if there is none: `0`.")}).refine(written72=>Object.keys(written72).some(key3=>key3!=="default"),{error:"\
a comparison, such as { at-least: 1 } or { equals: \u2026 }"})),condition2=union4([scalar2,array4(json()),comparison]),stateWord=union4([string7(),number2(),comparison]);
function holds(value2,expected,whole2){if(!isComparison(expected))return isDeepStrictEqual(value2,expected);const given=value2===void 0?expected.default:value2,
number22=numberIn(given),isNumber=test=>number22!==void 0&&test(number22),{equals,not,above,below:below2,matches:matches2,exists}=expected,[least,most2,other]=[
expected["at-least"],expected["at-most"],expected["same-as"]];return(equals===void 0||isDeepStrictEqual(given,equals))&&(not===void 0||given!==void 0&&!isDeepStrictEqual(
given,not))&&(least===void 0||isNumber(is2=>is2>=least))&&(above===void 0||isNumber(is2=>is2>above))&&(most2===void 0||isNumber(is2=>is2<=most2))&&(below2===void 0||
isNumber(is2=>is2<below2))&&(matches2===void 0||matchesText(given,matches2))&&(exists===void 0||given!==void 0===exists)&&(other===void 0||given!==void 0&&isDeepStrictEqual(
given,valueAt(whole2,other)))}function isOneOf(words3,value2,whole2){return words3.some(word=>typeof word=="object"?holds(value2,word,whole2):String(word)===String(
value2))}function conditionText(expected){if(!isComparison(expected))return JSON.stringify(expected);const{equals,not,above,below:below2,matches:matches2,exists}=expected,
[least,most2,other]=[expected["at-least"],expected["at-most"],expected["same-as"]];return[...equals===void 0?[]:[JSON.stringify(equals)],...not===void 0?[]:[`an\
ything but ${JSON.stringify(not)}`],...least===void 0?[]:[`at least ${least}`],...above===void 0?[]:[`above ${above}`],...most2===void 0?[]:[`at most ${most2}`],
...below2===void 0?[]:[`below ${below2}`],...matches2===void 0?[]:[`a match of ${matches2}`],...exists===void 0?[]:[exists?"there":"absent"],...other===void 0?[]:
[`the same as "${other}"`]].join(" and ")}function isComparison(expected){return typeof expected=="object"&&expected!==null&&!Array.isArray(expected)}function matchesText(value2,pattern2){
const text2=typeof value2=="string"?value2:typeof value2=="number"?String(value2):void 0;return text2!==void 0&&new RegExp(pattern2).test(text2.slice(0,longestLine))}
function firstUnmet(expected,given,whole2){const wrong=Object.entries(expected??{}).find(([place32,each])=>!holds(given(place32),each,whole2));return wrong&&`"${wrong[0]}\
" is not ${conditionText(wrong[1])}`}var path=string7().min(1),words=array4(stateWord).default([]),migrationStatusKeys={state:strictObject3({at:path.describe("D\
otted path of the state in the JSON response: a word, or a number."),done:words,pending:words,running:words.describe("Including the words for a migration that w\
aits in a queue: it will run no matter which release is deployed."),failed:words}).describe("The meaning of words or numbers: `done: [0], pending: [{ above: 0 }\
]`. Anything else counts as unknown, and never as done."),current:path.optional().describe("Dotted path of the migration that is next, is running or has failed."),
applied:path.optional().describe("Dotted path of the newest migration that is complete in the data. Without it, nothing shows that deferred migrations did not r\
un, and a person has to confirm it."),progress:strictObject3({done:path,total:path.optional()}).optional().describe("Dotted paths of the numbers that show their\
 progress."),error:path.optional().describe("Dotted path of the error of a failed migration.")},settings21=object3(migrationStatusKeys),noError="it does not say\
 why";function readMigrationStatus(json2,settings422,what,{effects:{pen}}){const shown2=said2=>said2===void 0?void 0:pen.value(said2),text2=at2=>at2===void 0?void 0:
shown2(textOf2(valueAt(json2,at2))),{at,done,pending,running:running2,failed:failed22}=settings422.state,state2=text2(at);if(state2===void 0)return{kind:"unknow\
n",reason:`${what} has no "${at}"`};const is2=meant=>isOneOf(meant,state2,json2),current2=text2(settings422.current)??"the next migration",appliedText=text2(settings422.
applied),applied2=appliedText===void 0?{}:{applied:appliedText},progress2=settings422.progress===void 0?void 0:readProgress(json2,settings422.progress),read=status=>({
kind:"read",status,progress:progress2});return is2(done)?read({kind:"done",...applied2}):is2(pending)?read({kind:"pending",next:current2,...applied2}):is2(failed22)?
read({kind:"failed",current:current2,error:text2(settings422.error)??noError,...applied2}):is2(running2)?read({kind:"running",current:current2,...progress2===void 0?
{}:{progress:progress2},...applied2}):{kind:"unknown",reason:`${what} says "${state2}", which the product definition does not know`}}function readProgress(json2,settings422){
const[done,total]=[settings422.done,settings422.total].map(place32=>place32===void 0?void 0:valueAt(json2,place32));if(typeof done=="number")return typeof total==
"number"?{done,total}:{done}}var path2=string7().min(1),words2=array4(stateWord).default([]),delay=strictObject3({after:duration.describe("For how long the job \
has been queued."),says:string7().min(1).describe("Why that happens, and what to do if it does not end; shown beside the wait.")}),migrationJobKeys={list:path2.
describe("Dotted path of the list in the JSON response."),id:path2.describe("Dotted path, in a job, of what distinguishes it from an earlier attempt at the same\
 migration."),migration:path2.describe("Dotted path, in a job, of its migration, named as under `current`."),state:strictObject3({at:path2,queued:words2,running:words2,
failed:words2,done:words2}).describe("The meaning of words. Any other word counts as unknown."),error:path2.optional().describe("Dotted path, in a job, of why i\
t failed."),missing:m7(["unknown","none"]).default("unknown").describe("What a response without the list means: that the jobs are unknown, or that there are non\
e."),newest:m7(["first","last"]).default("first").describe("The end of the list at which the newest job is."),requested:path2.optional().describe("Dotted path, \
in a job, of the time at which it was requested."),delays:array4(delay).default([]).describe("Why a job may stay queued, by how long it has been queued. It need\
s `requested`; the entry with the longest matching time is shown.")},migrationJobs=strictObject3(migrationJobKeys);function readJobs(list22,settings422,what){const errors=new Map,
requested=new Map,jobs=[];for(const each of settings422.newest==="first"?list22:list22.toReversed()){const[id,migration,state2]=[settings422.id,settings422.migration,
settings422.state.at].map(at=>textOf2(valueAt(each,at)));if(id===void 0||migration===void 0||state2===void 0){const missing32=id===void 0?settings422.id:migration===
void 0?settings422.migration:settings422.state.at;return{kind:"unknown",reason:`a job in ${what} has no "${missing32}"`}}const error2=settings422.error===void 0?
void 0:textOf2(valueAt(each,settings422.error));error2!==void 0&&errors.set(id,error2);const time5=settings422.requested===void 0?Number.NaN:Date.parse(textOf2(
valueAt(each,settings422.requested))??"");Number.isNaN(time5)||requested.set(id,time5),jobs.push({id,migration,state:state2})}return{kind:"jobs",jobs,errors,requested}}
function joined22({status,progress:progress2},read,settings422,at){const{jobs,errors}=read;if(status.kind==="done"){const job=jobs.find(each=>isAtWork(each,settings422)&&
isNewest(each,jobs));return job===void 0?{...status,jobs}:running(job,status,{progress:progress2,note:delayOf(job,read,settings422,at),jobs})}if(status.kind!=="\
pending")return{...status,jobs};const{next}=status,newest=jobs.find(({migration})=>migration===next);return newest===void 0||isOneOf(settings422.state.done,newest.
state,newest)?{...status,jobs}:isAtWork(newest,settings422)?running(newest,status,{progress:progress2,note:delayOf(newest,read,settings422,at),jobs}):isOneOf(settings422.
state.failed,newest.state,newest)?{kind:"failed",current:next,error:errors.get(newest.id)??noError,...appliedIn(status),jobs}:{kind:"unknown",reason:`the newest\
 job of ${next} says "${newest.state}", which the product definition does not know`}}function running({migration},status,{progress:progress2,note:note2,jobs}){return{
kind:"running",current:migration,...progress2===void 0?{}:{progress:progress2},...note2===void 0?{}:{note:note2},...appliedIn(status),jobs}}function appliedIn({
applied:applied2}){return applied2===void 0?{}:{applied:applied2}}function isAtWork({state:state2},{state:{queued,running:words3}}){return isOneOf([...queued,...words3],
state2,state2)}function isNewest(job,jobs){return jobs.find(({migration})=>migration===job.migration)===job}function delayOf({id,state:state2},{requested},{state:words3,
delays},at){const since2=requested.get(id);return since2===void 0||!isOneOf(words3.queued,state2,state2)?void 0:delays.filter(({after})=>at-since2>=after).toSorted(
(a12,b9)=>b9.after-a12.after)[0]?.says}var{state,current,applied,progress,error}=migrationStatusKeys,commandMigrations=kind("command",()=>strictObject3({...commandKeys,
jsonata:expression.optional().describe("For a command that prints text: a [JSONata](https://docs.jsonata.org) expression that turns its whole output, without co\
lours, into the JSON that is read here."),state:state.prefault({at:"state",done:["done"],pending:["pending"],running:["running"],failed:["failed"]}),current:current.
unwrap().default("current"),applied:applied.unwrap().default("applied"),progress:progress.unwrap().default({done:"progress.done",total:"progress.total"}),error:error.
unwrap().default("error"),jobs:migrationJobs.optional().describe("The jobs of its migrations, in the same output.")}).describe('It prints only JSON on its stand\
ard output: `{ "state": "pending", "current": "13", "applied": "12" }`; or text, which `jsonata` parses.'),(settings422,context)=>async signal=>{const answer32=await probeCommand(
settings422,context,signal);if(answer32.kind==="no-answer"){const{reason,refused:refused2}=answer32;return{kind:"unknown",reason,...refused2===void 0?{}:{refused:refused2}}}
const{result}=answer32;if(!endedWell(result))return{kind:"unknown",reason:`the command of its migrations probe ${howItEnded(result)}`};const what="the output of\
 the command of its migrations probe",printed=await readPrinted(result.stdout,settings422.jsonata,context);if(printed.kind==="unreadable")return{kind:"unknown",
reason:`${what} ${printed.reason}`};const{json:json2}=printed,status=readMigrationStatus(json2,settings422,what,context);if(status.kind==="unknown")return status;
const{jobs}=settings422;if(jobs===void 0)return status.status;const found=valueAt(json2,jobs.list),list22=found===void 0&&jobs.missing==="none"?[]:found;if(!Array.
isArray(list22))return{kind:"unknown",reason:`${what} has no list "${jobs.list}"`};const read=readJobs(list22,jobs,what);return read.kind==="unknown"?read:joined22(
status,read,jobs,context.effects.clock.now().getTime())});async function readPrinted(output,jsonata2,context){if(jsonata2===void 0){const parsed2=parseJson(output);
return parsed2.kind==="not-json"?{kind:"unreadable",reason:parsed2.reason}:{kind:"json",json:parsed2.value}}const read=await evaluate2(jsonata2,stripVTControlCharacters2(
output),{},context);return read.kind==="failed"?{kind:"unreadable",reason:`cannot be read: ${read.reason}`}:{kind:"json",json:read.value}}var notReached=1,commandReached=kind(
"command",()=>strictObject3(commandKeys).describe("Exit code 0 means that the stage is reached, 1 that it is not; any other means unknown."),(settings422,context)=>async signal=>{
const answer32=await probeCommand(settings422,context,signal);if(answer32.kind==="no-answer"){const{reason:reason2,refused:refused2}=answer32;return{kind:"unkno\
wn",reason:reason2,...refused2===void 0?{}:{refused:refused2}}}const{exitCode}=answer32.result;if(exitCode===0)return{kind:"yes"};const reason=`its command ${howItEnded(
answer32.result)}`;return{kind:exitCode===notReached?"no":"unknown",reason}}),smokeKeys={name:string7().min(1).describe("The name of the test in the report: wha\
t it shows."),times:int().min(1).max(1e3).default(1).describe("How many times it must pass in a row; the first failure ends it."),pause:fineDuration.prefault("1\
s").describe("How long to pause between two attempts.")};function smokePart(kind2,{name,times,pause:pause3},run){return{kind:kind2,open:context=>{const own={...context,
where:`${context.where} "${name}"`},{clock,signal:stopped2}=context.effects;return{name,run:async signal=>{for(let time5=1;;time5++){const result=await run(own,
signal);if(result.kind!=="passed"){const which=times===1?"":`time ${time5} of ${times}: `;return{...result,reason:`${which}${result.reason}`}}if(time5>=times)return result;
await clock.sleep(pause3,signal??stopped2)}}}}}}var commandSmokeTest=keyed("command",()=>strictObject3({...smokeKeys,command:strictObject3({...commandKeys,timeout:duration.
prefault("5m"),...judgeKeys,json:record4(string7(),condition2).optional().describe("Values by dotted path that the JSON on its standard output must have, as for\
 `http`.")}).describe("Exit code 0 means passed, if its output is as required.")}).transform(test=>smokePart("command",test,async(context,signal)=>{const{effects,
where}=context,{json:json2}=test.command,judge2=outputJudge(outputRules(test.command,context,where)),log={...effects.log,output:line2=>{judge2.line(line2,"outpu\
t"),effects.log.output(line2)}},answer32=await askCommand(test.command,context,{log,signal});if(answer32.kind==="no-answer")return{kind:"unknown",reason:answer32.
reason};if(!endedWell(answer32.result))return failed(`its command ${howItEnded(answer32.result)}`);const fault=judge2.fault();return fault!==void 0?failed(effects.
pen.text(fault)):json2===void 0?{kind:"passed"}:judgedJson(answer32.result.stdout,json2)})));function judgedJson(output,expected){const parsed2=parseJson(output);
if(parsed2.kind==="not-json")return failed(`the output of its command ${parsed2.reason}`);const wrong=firstUnmet(expected,path4=>valueAt(parsed2.value,path4),parsed2.
value);return wrong===void 0?{kind:"passed"}:failed(`in the output of its command, ${wrong}`)}function failed(reason){return{kind:"failed",reason}}var versionInText=regularExpression.
refine(text2=>text2.includes("(?<version>"),"a pattern with a group (?<version>\u2026) around the version, e.g. Server (?<version>\\d+\\.\\d+\\.\\d+)").describe(
"A regular expression with a group `version`, searched in each line: `Server (?<version>[0-9.]+)`."),longestLine2=1e3,maxLines2=2e4;function versionFrom(text2,pattern2,what){
const lines=text2.split(`
`,maxLines2).map(line2=>line2.slice(0,longestLine2).trim());if(pattern2===void 0){const first2=lines.find(line2=>line2!=="");return first2===void 0?{kind:"unkno\
wn",reason:`${what} is empty`}:{kind:"known",value:first2}}const expression2=new RegExp(pattern2);for(const line2 of lines){const version=expression2.exec(line2)?.
groups?.version;if(version!==void 0&&version!=="")return{kind:"known",value:version}}return{kind:"unknown",reason:`in ${what}, no line matches ${pattern2}`}}var commandVersion=kind(
"command",()=>strictObject3({...commandKeys,pattern:versionInText.optional()}).describe('The version is the first non-empty line of its output, or what "pattern\
" finds in its output.'),(settings422,context)=>async signal=>{const answer32=await probeCommand(settings422,context,signal);if(answer32.kind==="no-answer"){const{
reason,refused:refused2}=answer32;return{kind:"unknown",reason,...refused2===void 0?{}:{refused:refused2}}}const{result}=answer32;return endedWell(result)?versionFrom(
result.stdout,settings422.pattern,"the output of the command of its version probe"):{kind:"unknown",reason:`the command of its version probe ${howItEnded(result)}`}}),
command={version:commandVersion,health:commandHealth,reached:commandReached,migrations:commandMigrations,smokeTest:commandSmokeTest,measure:commandMeasure};function firstVersion(single2){
return kind("first-of",()=>array4(single2).min(2).describe("Several probes, for releases that report it in different places: the first that finds a version coun\
ts."),(parts2,context)=>{const probes=parts2.map((part173,place32)=>part173.open({...context,where:`${context.where}.${place32}`}));return async signal=>{const reasons=[];
let refused2=!1;for(const probe2 of probes){const reading=await probe2(signal);if(reading.kind==="known")return reading;reasons.push(reading.reason),refused2||=
reading.refused===!0}return{kind:"unknown",reason:reasons.join("; "),...refused2?{refused:!0}:{}}}})}async function jsonIn({url:url2,body,headers},{jsonata:jsonata2,
graphql},context,earlier2){const parsed2=parseJson(body);if(parsed2.kind==="not-json")return{kind:"unknown",reason:`the answer of ${url2} ${parsed2.reason}`};if(graphql!==
void 0){const data2=graphqlData(parsed2.value);return"reason"in data2?{kind:"unknown",reason:`the answer of ${url2} ${data2.reason}`}:await transformed(data2.data,
{url:url2,headers,earlier:earlier2,jsonata:jsonata2},context)}return await transformed(parsed2.value,{url:url2,headers,earlier:earlier2,jsonata:jsonata2},context)}
async function transformed(raw,{jsonata:jsonata2,...facts2},context){if(jsonata2===void 0)return{kind:"json",json:raw,raw,isTransformed:!1,...facts2};const evaluated=await evaluate2(
jsonata2,raw,facts2.earlier,context);return evaluated.kind==="failed"?{kind:"unknown",reason:`the answer of ${facts2.url} cannot be read: ${evaluated.reason}`}:
{kind:"json",json:evaluated.value,raw,isTransformed:!0,...facts2}}var graphqlAnswer=lazy2(()=>looseObject2({data:unknown2().optional(),errors:array4(looseObject2(
{extensions:looseObject2({code:string7()}).optional()})).optional()}));function graphqlData(json2){const read=graphqlAnswer.safeParse(json2);if(!read.success)return{
reason:"is not one of GraphQL"};const{data:data2,errors=[]}=read.data;if(errors.length===0)return data2==null?{reason:'has no "data"'}:{data:data2};const codes=[
...new Set(errors.flatMap(({extensions})=>extensions?.code??[]))].filter(code=>/^[A-Z_]{1,60}$/.test(code));return{reason:`has errors of GraphQL${codes.length===
0?"":`: ${codes.join(", ")}`}`}}var answerPlace=/(?<!\{)\{(answers\.[^{}]+)\}/g;function textsOf({path:path4,headers,body,variables}){return[path4,...Object.values(
headers),...leaves(body),...leaves(variables)]}function leaves(body){return typeof body=="string"?[body]:typeof body=="object"&&body!==null?Object.values(body).
flatMap(leaves):[]}function answerPlaceholders(request2,earlier2){const values={};for(const text2 of textsOf(request2))for(const[,place32=""]of text2.matchAll(answerPlace)){
const found=textOf2(earlierValue(place32,earlier2));if(found===void 0)return{kind:"missing",reason:missing2(place32)};values[place32]=found}return{kind:"found",
values}}function missing2(place32){const[,name="",...path4]=place32.split(".");return`the answer of the earlier request "${name}" has no "${path4.join(".")}" th\
at is a text or a number`}function earlierValue(place32,earlier2){const[,name="",...path4]=place32.split(".");return Object.hasOwn(earlier2,name)?valueAt(earlier2[name],
path4.join(".")):void 0}function forAddress(values){return Object.fromEntries(Object.entries(values).map(([name,value2])=>[name,encodeURIComponent(value2)]))}function filledBody(body,earlier2,{
effects,where,placeholders}){const fillText=text2=>{const[whole2]=/^\{answers\.[^{}]+\}$/.exec(text2)??[];return whole2!==void 0?earlierValue(whole2.slice(1,-1),
earlier2):text2.replace(/\$\$\{|\$\{[^}]*\}|\{(access|answers)\.[^{}]+\}/g,part173=>effects.variables.fill(part173,`${where}.body`,placeholders))},fill=value2=>typeof value2==
"string"?fillText(value2):Array.isArray(value2)?value2.map(fill):typeof value2!="object"||value2===null?value2:Object.fromEntries(Object.entries(value2).map(([key3,
each])=>[key3,fill(each)]));return fill(body)}var requestKeys={method:m7(["GET","POST","PUT","DELETE"]).default("GET"),path:template.describe("Appended to the e\
nvironment's `url`."),headers:record4(headerName,template).default({}).describe("`{access.<name>}` stands for a credential of the environment, and `{access.<nam\
e>.header}` for the whole value of `Authorization`, whatever the kind of credential."),body:union4([string7(),record4(string7(),json())]).optional().describe("A\
 text, or a mapping that is sent as JSON. `{access.<name>}` and `{answers.<name>.<path>}` are filled in; any other brace stays as it is."),graphql:string7().min(
1).optional().describe("A GraphQL query, sent by POST instead of `body`. The `data` of the response is read; a response with `errors` is rejected."),variables:record4(
string7(),json()).optional().describe("The variables of that query, filled in as in `body`."),content:m7(["json","form"]).default("json").describe("How a `body`\
 that is a mapping is sent."),timeout:duration.prefault("10s")},elsewhereKeys={url:template.optional().describe("An address instead of the environment's `url`, \
such as that of Prometheus; `path` is appended to it.")},requestSettings=strictObject3(requestKeys);async function send(settings422,context,signal,further={}){const ready2=await withTokens(
textsOf(settings422),context);if(signal?.throwIfAborted(),ready2.kind==="no-token")return withoutToken(ready2,context);const answer32=await sendOnce(settings422,
ready2.context,signal,further);if(answer32.kind==="no-answer")return answer32;if(answer32.status!==401)return ready2.accepted(),answer32;const renewed=await ready2.
renewed();if(renewed===void 0)return answer32;if(renewed.kind==="no-token")return withoutToken(renewed,context);const again=await sendOnce(settings422,renewed.context,
signal,further);return again.kind==="answer"&&again.status!==401&&renewed.accepted(),again}function withoutToken({reason,refused:refused2},{placeholders}){const url2=withoutCredentials(
placeholders.url??"");return{kind:"no-answer",reason,url:url2,...refused2?{refused:refused2}:{}}}async function sendOnce(settings422,opened2,signal,{at,earlier:earlier2={}}){
const answers=answerPlaceholders(settings422,earlier2);if(answers.kind==="missing")return{kind:"no-answer",reason:answers.reason,url:withoutCredentials(opened2.
placeholders.url??"")};const context={...opened2,placeholders:{...opened2.placeholders,...answers.values}},fill=(text2,key3,placeholders=context.placeholders)=>context.
effects.variables.fill(text2,`${context.where}.${key3}`,placeholders),inAddress={...opened2.placeholders,...forAddress(answers.values)},base=settings422.url===void 0?
"{url}":settings422.url.replace(/\/$/,""),url2=at?.href??fill(`${base}${settings422.path}`,"path",inAddress),headers=Object.fromEntries(Object.entries(settings422.
headers).map(([name,value2])=>[name,fill(value2,`headers.${name}`)])),{method,sent,type}=bodyToSend(settings422,earlier2,context),{clock}=context.effects,asked=clock.
now().getTime(),signals=[AbortSignal.timeout(settings422.timeout),context.effects.signal,...signal?[signal]:[]];try{const response=await context.effects.fetch(url2,
{method,headers:{...ownConnection,...type,...headers},redirect:"manual",signal:AbortSignal.any(signals),...sent===void 0?{}:{body:sent}}),{status}=response,refused2=status===
401||status===403?{refused:credentialsOf(settings422,context)}:{},body=await bodyOf(response);return body===void 0?{kind:"no-answer",reason:tooLarge2,url:withoutCredentials(
url2)}:{kind:"answer",status,body,url:withoutCredentials(url2),headers:response.headers,milliseconds:clock.now().getTime()-asked,...refused2}}catch(error2){if(context.
effects.signal.throwIfAborted(),signal?.throwIfAborted(),error2 instanceof UserError5)throw error2;return{kind:"no-answer",reason:reasonOf2(error2,settings422.timeout),
url:withoutCredentials(url2)}}}function bodyToSend({method,body,content,graphql,variables={}},earlier2,context){if(graphql!==void 0)return{method:"POST",sent:JSON.
stringify({query:graphql,variables:filledBody(variables,earlier2,context)}),type:{"content-type":"application/json"}};if(body===void 0)return{method,type:{}};const filled=filledBody(
body,earlier2,context);if(typeof filled=="string")return{method,sent:filled,type:{}};if(content==="json")return{method,sent:JSON.stringify(filled),type:{"conten\
t-type":"application/json"}};const form2=new URLSearchParams(Object.entries(filled??{}).map(([name,value2])=>[name,textOf2(value2)??JSON.stringify(value2)]));return{
method,sent:form2.toString(),type:{"content-type":"application/x-www-form-urlencoded"}}}var largestMebibytes=16,tooLarge2=`its answer has more than ${largestMebibytes}\
 MiB`;async function bodyOf(response){const{body}=response;if(body===null)return await response.text();const chunks=[];let size=0;for await(const chunk of body){
if(size+=chunk.byteLength,size>largestMebibytes*1024*1024)return;chunks.push(chunk)}return new TextDecoder().decode(Buffer.concat(chunks))}function credentialsOf({
path:path4,headers,body},{placeholders}){const written72=JSON.stringify([path4,headers,body??""]),names2=new Set([...written72.matchAll(/\{access\.([a-z0-9-]+)(?:\.header)?\}/g)].
flatMap(([,name])=>name??[]));if(names2.size===0)return"no credential was sent";const{environment:environment3}=placeholders,place32=environment3===void 0?"acce\
ss":`environments.${environment3}.access`;return`the credential ${[...names2].map(name=>`"${place32}.${name}"`).join(" and ")} was not accepted`}function wrongStatus({
url:url2,status,refused:refused2}){const reason=`${url2} answered ${status}`;return refused2===void 0?{kind:"unknown",reason}:{kind:"unknown",reason:`${reason}:\
 ${refused2}`,refused:!0}}function noAnswer3({url:url2,reason,refused:refused2}){return{kind:"unknown",reason:`${url2}: ${reason}`,...refused2===void 0?{}:{refused:refused2}}}
var jsonata=expression.optional().describe("A [JSONata](https://docs.jsonata.org) expression that turns the JSON response into the JSON that is read here: it se\
lects, joins and calculates. `$answers.<name>` is the response to an earlier request, `$now()` the time."),earlierRequest=strictObject3({name:slug.describe("Its\
 response is used by this name: `{answers.<name>.<dotted path>}`."),...requestKeys,absent:array4(int()).default([]).describe("Status codes that mean that this d\
oes not exist here, for example in an older release: its response is then null."),jsonata}),chainedKeys={...requestKeys,before:array4(earlierRequest).max(10).refine(
list22=>new Set(list22.map(({name})=>name)).size===list22.length,{error:"requests whose names all differ"}).optional().describe("Requests that are made first, i\
n order; each must respond with 200 and JSON. Values from their responses are filled in as `{answers.<name>.<dotted path>}`, in a path, a header or a body.")},askedKeys={
...chainedKeys,pages:strictObject3({list:string7().min(1).optional().describe("Dotted path of the list in the response. Default: the whole response."),next:string7().
min(1).optional().describe("Dotted path of the address of the next page, or of a list of links of which one has the `relation` or `rel` `next`. A `Link` header \
is followed in any case.")}).optional().describe("Reads all pages of a list; the first response then contains all items."),jsonata},askedSettings=strictObject3(
askedKeys);async function ask2(settings422,context,signal){const earlier2={};for(const request2 of settings422.before??[]){const answer4=await send(request2,context,
signal,{earlier:earlier2});if(answer4.kind==="no-answer")return answer4;if(request2.absent.includes(answer4.status)){earlier2[request2.name]=null;continue}const isGood=answer4.
status===200,read=isGood?await jsonIn(answer4,request2,context,earlier2):wrongStatus(answer4);if(read.kind==="unknown"){const refused2=isGood?void 0:answer4.refused;
return{kind:"no-answer",reason:`its earlier request "${request2.name}" cannot be used: ${read.reason}`,url:answer4.url,...refused2===void 0?{}:{refused:!0}}}earlier2[request2.
name]=read.json}const answer32=await send(settings422,context,signal,{earlier:earlier2});return answer32.kind==="no-answer"?answer32:{...answer32,earlier:earlier2}}
async function requestNextPage(settings422,context,signal,further){const answer32=await send(settings422,context,signal,further);return answer32.kind==="no-answ\
er"?answer32:{...answer32,earlier:further.earlier}}function nextPage(headers,url2){const text2=headers.get("link")??"";for(const[,target="",parameters=""]of text2.
matchAll(/<([^>]*)>([^<]*)/g)){const isNext=/;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);if((isNext?.[1]??isNext?.[2]??"").toLowerCase().split(/\s+/).
includes("next"))return URL.parse(target,url2.href)??void 0}}var maxPages=20;async function allItems(first2,settings422,more){const items=[],visited=new Set;for(let page2=first2;;){
const list22=listIn2(page2,settings422);if(list22===void 0){const named2=settings422.list===void 0?"is not a list":`has no list "${settings422.list}"`;return{kind:"\
unknown",reason:`the answer of ${page2.url} ${named2}`}}for(const item of list22)items.push(item);const found=nextOf(page2,settings422.next);if(found===void 0)return items;
const malformed=how=>({kind:"unknown",reason:`the ${settings422.what} at ${page2.url} ${how}`});if(found==="unreadable")return malformed("says that there are mo\
re, but not at which address");const next=new URL(`${found.pathname}${found.search}`,page2.url);if(visited.has(next.href))return malformed("leads back to a page\
 that was already read");if(visited.add(next.href),visited.size>=maxPages)return malformed(`continues beyond ${maxPages} pages, so it is not known whole: ask fo\
r larger pages, or for fewer items`);const answer32=await more(next);if(answer32.kind==="unknown")return answer32;page2=answer32}}function listIn2({json:json2,isTransformed},{
list:list22,missing:missing32}){const found=list22===void 0?json2:valueAt(json2,list22);return Array.isArray(found)?found:found==null?missing32==="none"?[]:void 0:
isTransformed?[found]:void 0}var oneLink=lazy2(()=>looseObject2({relation:string7().optional(),rel:string7().optional(),url:string7().optional(),href:string7().
optional()}));function nextOf({raw,url:url2,headers},place32){const found=place32===void 0?void 0:valueAt(raw,place32);if(found==null||found==="")return nextPage(
headers,new URL(url2));if(typeof found=="string")return URL.parse(found,url2)??"unreadable";const links=array4(oneLink).safeParse(found);if(!links.success)return"\
unreadable";const next=links.data.find(({relation,rel})=>relation==="next"||rel==="next");if(next===void 0)return;const address2=next.url??next.href;return(address2===
void 0?null:URL.parse(address2,url2))??"unreadable"}async function wholeJson(answer32,settings422,context,signal){const{pages}=settings422;if(pages===void 0)return await jsonIn(
answer32,settings422,context,answer32.earlier);const first2=await jsonIn(answer32,{graphql:settings422.graphql},context,answer32.earlier);if(first2.kind==="unkn\
own")return first2;const items=await allItems(first2,{list:pages.list,next:pages.next,missing:"unknown",what:"list"},async at=>{const page2=await requestNextPage(
settings422,context,signal,{at,earlier:answer32.earlier});return page2.kind==="answer"&&page2.status===200?await jsonIn(page2,{graphql:settings422.graphql},context,
answer32.earlier):unusable(page2)});if("kind"in items)return items;const whole2=pages.list===void 0?items:withValueAt(first2.raw,pages.list,items),{url:url2,headers,
earlier:earlier2}=first2;return await transformed(whole2,{url:url2,headers,earlier:earlier2,jsonata:settings422.jsonata},context)}async function readJson(settings422,context,signal){
const answer32=await ask2(settings422,context,signal);return answer32.kind==="answer"&&answer32.status===200?await wholeJson(answer32,settings422,context,signal):
unusable(answer32)}async function readPage(settings422,context,{at,earlier:earlier2,signal}){const answer32=await requestNextPage(settings422,context,signal,{at,
earlier:earlier2});return answer32.kind==="answer"&&answer32.status===200?await jsonIn(answer32,settings422,context,earlier2):unusable(answer32)}function unusable(answer32){
return answer32.kind==="no-answer"?noAnswer3(answer32):wrongStatus(answer32)}var expectation=strictObject3({status:union4([int(),array4(int()).nonempty()]).default(
200).describe("The accepted status code, or a list of them."),json:record4(string7(),condition2).optional().describe('Values by dotted path that the JSON respon\
se must have: the values themselves, `{ "checks.0.status": up }`, or a comparison, `{ count: { at-least: 1 } }`.'),header:record4(string7(),condition2).optional().
describe('The same for headers of the response: `{ Content-Type: { matches: "^text/html" } }`.'),contains:string7().min(1).optional().describe("A text that the \
response must contain."),within:fineDuration.optional().describe("How long the response may take: `500ms`, `2s`.")}).prefault({});async function meets(answer32,settings422,context,signal){
const{url:url2,status,body,headers,milliseconds:milliseconds2}=answer32,{expect:expected}=settings422,notMet=reason=>({kind:"not-met",reason}),statuses2=[expected.
status].flat();if(!statuses2.includes(status))return notMet(`${url2} answered ${status} instead of ${statuses2.join(" or ")}`);if(expected.contains!==void 0&&!body.
includes(expected.contains))return notMet(`the answer of ${url2} does not contain "${expected.contains}"`);const{within}=expected;if(within!==void 0&&milliseconds2>
within)return notMet(`${url2} answered after ${durationText(milliseconds2)}, and at most ${durationText(within)} are accepted`);const header2=firstUnmet(expected.
header,name=>headers.get(name)??void 0,void 0);if(header2!==void 0)return notMet(`in the answer of ${url2}, the header ${header2}`);if(expected.json===void 0&&settings422.
graphql===void 0)return{kind:"met"};const parsed2=parseJson(body);if(parsed2.kind==="not-json")return notMet(`the answer of ${url2} ${parsed2.reason}`);const read=await wholeJson(
answer32,settings422,context,signal);if(read.kind==="unknown")return settings422.pages===void 0?notMet(read.reason):read;const value2=firstUnmet(expected.json,path4=>valueAt(
read.json,path4),read.json);return value2===void 0?{kind:"met"}:notMet(`in the answer of ${url2}, ${value2}`)}var httpHealth=kind("http",()=>strictObject3({...askedKeys,
expect:expectation}),(settings422,context)=>async signal=>{const answer32=await ask2(settings422,context,signal);if(answer32.kind==="no-answer")return noAnswer3(
answer32);const met=await meets(answer32,settings422,context,signal);if(met.kind==="met")return{kind:"yes"};if(met.kind==="unknown")return met;const{refused:refused2}=answer32;
return refused2===void 0?{kind:"no",reason:met.reason}:{kind:"no",reason:`${met.reason}: ${refused2}`,refused:!0}}),httpMeasure=keyed("http",()=>strictObject3({
...measureKeys(),http:strictObject3({...elsewhereKeys,...askedKeys,value:string7().min(1).optional().describe("Dotted path, in the JSON response, of what is com\
pared. Default: the whole response.")})}).refine(comparesSomething.holds,{error:comparesSomething.error}).transform(measure2=>measurePart("http",measure2,async(context,signal)=>{
const{http:http2,compare}=measure2,answer32=await ask2(http2,context,signal);if(answer32.kind==="no-answer")return noAnswer3(answer32);if(answer32.status!==200)
return wrongStatus(answer32);const{milliseconds:milliseconds2}=answer32;if(compare===void 0)return{kind:"read",value:void 0,milliseconds:milliseconds2};const read=await wholeJson(
answer32,http2,context,signal);return read.kind==="unknown"?read:{kind:"read",value:http2.value===void 0?read.json:valueAt(read.json,http2.value),milliseconds:milliseconds2}}))),
statuses=array4(int()).nonempty(),httpMigrationStarter=kind("http",()=>strictObject3({...chainedKeys,method:m7(["POST","PUT"]).default("POST"),started:statuses.
describe("Status codes that mean: started."),"nothing-pending":statuses.describe("Status codes that mean: there is nothing to start.")}),(settings422,context)=>async signal=>{
const answer32=await ask2(settings422,context,signal),call=`${settings422.method} ${answer32.url}`;if(answer32.kind==="no-answer")return answer32.refused===void 0?
{kind:"not-understood",said:`${call} got no answer: ${answer32.reason}`}:{kind:"refused",said:`${call} was not made: ${answer32.reason}`};const{status,body,refused:refused2}=answer32;
if(refused2!==void 0)return{kind:"refused",said:`${call} answered ${status}: ${refused2}`};const text2=body.replaceAll(/\s+/g," ").trim(),said2=`${call} answere\
d ${status}${text2===""?"":` "${text2.slice(0,longestQuote)}"`}`;return settings422.started.includes(status)?{kind:"started",said:said2}:{kind:settings422["noth\
ing-pending"].includes(status)?"nothing-pending":"not-understood",said:said2}}),longestQuote=200,listedJobs=onDemand(()=>strictObject3({request:askedSettings.optional().
describe("The request whose response has the list. Default: the one above."),...migrationJobKeys,next:string7().min(1).optional().describe("Dotted path, in the \
original response, of the address of its next page; in a list of links, such as `link` in FHIR, the one whose `relation` or `rel` is `next` counts. A `Link` hea\
der is followed in any case.")}).describe("The jobs of its migrations. A new job since a deploy with deferred migrations shows that one was started, even while \
it is queued. For a pending migration, the newest job says whether it is running or has failed.")),settings22=()=>strictObject3({...askedKeys,...migrationStatusKeys,
jobs:listedJobs.optional()}),httpMigrations=kind("http",settings22,(asked,context)=>async signal=>{const{jobs:listed22}=asked,answer32=await readJson(asked,context,
signal);if(answer32.kind==="unknown")return answer32;const status=readMigrationStatus(answer32.json,asked,`the answer of ${answer32.url}`,context);if(status.kind===
"unknown")return status;if(listed22===void 0)return status.status;const{request:request2=asked,list:list22,next,missing:missing32}=listed22,first2=listed22.request===
void 0?answer32:await readJson(request2,context,signal);if(first2.kind==="unknown")return first2;const items=await allItems(first2,{list:list22,next,missing:missing32,
what:"list of jobs"},async at=>await readPage(request2,context,{at,earlier:first2.earlier,signal}));if("kind"in items)return items;const read=readJobs(items,listed22,
`the answer of ${first2.url}`);return read.kind==="unknown"?read:joined22(status,read,listed22,context.effects.clock.now().getTime())}),httpReached=kind("http",
()=>strictObject3({...askedKeys,expect:expectation.describe("The response when the stage is reached. Any other response means that it is not.")}),(settings422,context)=>async signal=>{
const answer32=await ask2(settings422,context,signal);if(answer32.kind==="no-answer")return noAnswer3(answer32);const met=await meets(answer32,settings422,context,
signal);return met.kind==="met"?{kind:"yes"}:met.kind==="unknown"?met:answer32.refused!==void 0?{kind:"unknown",reason:`${met.reason}: ${answer32.refused}`,refused:!0}:
{kind:answer32.status>=500?"unknown":"no",reason:met.reason}}),httpSmokeTest=keyed("http",()=>strictObject3({...smokeKeys,http:strictObject3({...elsewhereKeys,...askedKeys,
expect:expectation})}).transform(test=>smokePart("http",test,async(context,signal)=>{const answer32=await ask2(test.http,context,signal);if(answer32.kind==="no-\
answer")return{kind:"unknown",reason:`${answer32.url}: ${answer32.reason}`};const met=await meets(answer32,test.http,context,signal);return met.kind==="unknown"?
met:met.kind==="met"?{kind:"passed"}:{kind:"failed",reason:met.reason}}))),place2=string7().min(1),settings23=()=>strictObject3({...askedKeys,value:union4([place2,
array4(place2).min(1)]).optional().describe("Dotted path of the version in the JSON response: `data.version`. Of several, for a product that has moved it, the f\
irst that exists counts: `[data.version, data.server.version]`."),header:place2.optional().describe("The response header that has the version: `X-Server-Version\
`."),pattern:versionInText.optional()}).refine(({value:value2,header:header2,pattern:pattern2})=>value2!==void 0||header2!==void 0||pattern2!==void 0,{message:'\
a request that says where in its answer the version is: "value" (JSON), "header" or "pattern" (text)'}).refine(({value:value2,header:header2})=>value2===void 0||
header2===void 0,{message:'a request with either "value" or "header": the version is read from one place'}),httpVersion=kind("http",settings23,(asked,context)=>async signal=>{
const answer32=await ask2(asked,context,signal);if(answer32.kind==="no-answer")return noAnswer3(answer32);if(answer32.status!==200)return wrongStatus(answer32);
const{pattern:pattern2}=asked,read=await readText(answer32,asked,context,signal);return read.kind==="unknown"?read:pattern2===void 0?{kind:"known",value:read.value}:
versionFrom(read.value,pattern2,read.what)});async function readText(answer32,asked,context,signal){const{url:url2,body,headers}=answer32,{value:value2,header:header2}=asked,
whole2=`the answer of ${url2}`;if(header2!==void 0){const text2=headers.get(header2)?.trim()??"";return text2===""?{kind:"unknown",reason:`${whole2} has no head\
er "${header2}"`}:{kind:"known",value:text2,what:`the header "${header2}" of ${whole2}`}}if(value2===void 0)return{kind:"known",value:body,what:whole2};const places2=[
value2].flat(),read=await wholeJson(answer32,asked,context,signal);if(read.kind==="unknown")return read;for(const path4 of places2){const text2=textOf2(valueAt(
read.json,path4));if(text2!==void 0&&text2!=="")return{kind:"known",value:text2,what:`"${path4}" in ${whole2}`}}return{kind:"unknown",reason:`${whole2} has no ${places2.
map(path4=>`"${path4}"`).join(" and no ")}`}}var http={version:httpVersion,health:httpHealth,reached:httpReached,migrations:httpMigrations,migrationStarter:httpMigrationStarter,
smokeTest:httpSmokeTest,measure:httpMeasure},settings24=()=>strictObject3({path:template.meta({description:"The path of the login. It is appended to the environ\
ment's `url`.",examples:["/api/auth/login"]}),body:record4(string7(),template).optional().describe('What is sent: `{ username: "${PRODUCTION_USER}", password: "\
${PRODUCTION_PASSWORD}" }`.'),content:m7(["json","form"]).default("json").describe("How `body` is sent."),basic:strictObject3({user:template,password:template}).
optional().describe("A name and its password in a Basic header, instead of a body or in addition to it."),token:string7().min(1).optional().describe("Dotted pat\
h of the token in the JSON response. Default: the whole response."),expires:string7().min(1).optional().describe("Dotted path of the number of seconds for which\
 the token is valid. It is not needed for a JWT."),timeout:duration.prefault("10s")}).refine(({body,basic:basic2})=>body!==void 0||basic2!==void 0,{error:'a log\
in with "body" or "basic": who logs in'}).describe("A login that yields a token, which is renewed before it expires."),login=kind("login",settings24,open2);function open2(chosen,context){
const{effects,where,placeholders}=context,fill=(text2,key3)=>effects.variables.fill(text2,`${where}.${key3}`,placeholders),url2=fill(`{url}${chosen.path}`,"path"),
sent=Object.entries(chosen.body??{}).map(([name,value2])=>[name,fill(value2,`body.${name}`)]),headers={...ownConnection,accept:"application/json",...typeOf(chosen),
...basicHeader(chosen,fill,effects.mask)},content=Object.fromEntries(sent),body=chosen.content==="form"?new URLSearchParams(content).toString():JSON.stringify(content),
credential=`the credential "${where.replace(/\.login$/,"")}"`,none=(why2,refused2)=>({kind:"none",reason:`${credential} got no token: ${withoutCredentials(url2)}\
 ${why2}`,refused:refused2});return accessToken(async()=>{try{const response=await effects.fetch(url2,{method:"POST",headers,...chosen.body===void 0?{}:{body},redirect:"\
manual",signal:AbortSignal.any([AbortSignal.timeout(chosen.timeout),effects.signal])}),text2=await response.text(),{status}=response;if(status<200||status>299)return none(
`answered ${status}`,[400,401,403].includes(status));const read=tokenIn2(text2,chosen,effects.clock.now().getTime());return read.kind==="malformed"?none(`answer\
ed ${status}, but ${read.why}`,!1):(effects.mask(read.value),read)}catch(error2){if(effects.signal.throwIfAborted(),error2 instanceof UserError5)throw error2;return none(
`does not answer: ${reasonOf2(error2,chosen.timeout)}`,!1)}},effects.clock)}function typeOf({body,content}){return body===void 0?{}:{"content-type":content==="f\
orm"?"application/x-www-form-urlencoded":"application/json"}}function basicHeader({basic:basic2},fill,mask){if(basic2===void 0)return{};const pair=`${fill(basic2.
user,"basic.user")}:${fill(basic2.password,"basic.password")}`,encoded2=Buffer.from(pair).toString("base64");return mask(encoded2),{authorization:`Basic ${encoded2}`}}
function tokenIn2(text2,{token,expires},now){const malformed=why2=>({kind:"malformed",why:why2}),parsed2=token!==void 0||expires!==void 0?parseJson(text2):void 0;
if(parsed2?.kind==="not-json")return malformed(`its answer ${parsed2.reason}`);const found=token===void 0?text2.trim():textOf2(valueAt(parsed2?.value,token));if(found===
void 0||!/^[\x21-\x7e]+$/.test(found))return malformed(`its answer ${token===void 0?"is not":`has no "${token}" that is`} a token for a header`);if(expires===void 0)
return{kind:"token",value:found,milliseconds:jwtLifetime(found,now)};const seconds=Number(textOf2(valueAt(parsed2?.value,expires))??Number.NaN);return Number.isFinite(
seconds)&&seconds>0?{kind:"token",value:found,milliseconds:seconds*1e3}:malformed(`the "${expires}" of its answer is not a number of seconds above 0`)}var claims=looseObject2(
{exp:number2()});function jwtLifetime(token,now){const[,payload,signature]=token.split(".");if(payload===void 0||signature===void 0)return;const parsed2=parseJson(
Buffer.from(payload,"base64url").toString()),read=parsed2.kind==="json"?claims.safeParse(parsed2.value):void 0;if(read?.success!==!0)return;const left=read.data.
exp*1e3-now;return left>0?left:void 0}var patterns=array4(lineExpression).default([]),settings25=()=>strictObject3({forbid:patterns.describe("Regular expression\
s that must not match any line. If the log has no lines at all, the result is unknown."),except:patterns.describe("Lines that match one of these are ignored."),
expect:patterns.describe("Regular expressions, each of which must match at least one line."),timeout:duration.prefault("1m").describe("How long reading the log \
may take.")}).refine(({forbid,expect:expect2})=>forbid.length+expect2.length>0,{error:'a test with "forbid" or "expect": what is looked for'}).describe("What th\
e server has logged since it was deployed. `deploy` must be able to show it: a `command` needs `logs`, and a task of Amazon ECS must write to Amazon CloudWatch."),
noLine="the log has no line at all since the deploy, which does not show that nothing forbidden was logged: see that `logs` of the deploy shows what this server\
 writes, or remove this test where it writes nothing";function lineJudge({forbid,except,expect:expect2}){const[bad,fine2]=[forbid,except].map(list22=>list22.map(
text2=>new RegExp(text2))),wanted=expect2.map(text2=>({text:text2,pattern:new RegExp(text2),isFound:!1})),found=new Map;let isEmpty=!0;return{line:whole2=>{isEmpty=
!1;const line2=whole2.slice(0,longestLine);for(const each of wanted)each.isFound||=each.pattern.test(line2);if(fine2?.some(pattern2=>pattern2.test(line2))!==!0)
for(const[index2,pattern2]of(bad??[]).entries()){const text2=forbid[index2]??"";pattern2.test(line2)&&found.set(text2,(found.get(text2)??0)+1)}},result:()=>{const missing32=wanted.
filter(({isFound})=>!isFound).map(({text:text2})=>`no line has ${text2}`),wrong=[...[...found].map(([text2,count2])=>`${countText(count2,"line")} with ${text2}`),
...missing32];return isEmpty&&missing32.length===0?{kind:"unknown",reason:noLine}:wrong.length===0?{kind:"passed"}:{kind:"failed",reason:`in the log since the d\
eploy: ${wrong.join("; ")}`}}}}var logs={smokeTest:keyed("logs",()=>strictObject3({...smokeKeys,logs:settings25()}).transform(test=>smokePart("logs",test,async({
serverLog,effects},signal)=>{if(serverLog===void 0)return{kind:"unknown",reason:"no deploy is recorded here, so it is not known from when on to read the log"};const judge2=lineJudge(
test.logs),limit=AbortSignal.timeout(test.logs.timeout);try{await serverLog.read(judge2.line,AbortSignal.any([limit,...signal===void 0?[]:[signal]]))}catch(error2){
if(effects.signal.throwIfAborted(),signal?.throwIfAborted(),limit.aborted)return{kind:"unknown",reason:`the log could not be read within ${test.logs.timeout/1e3}\
 s`};if(!(error2 instanceof SystemFailure6))throw error2;return{kind:"unknown",reason:error2.detail.happened.replace(/\.$/,"")}}return judge2.result()})))},schemaVersion=string7().
regex(/^\d+\.\d+\.\d+$/,{error:"a version such as 1.2.17"}).describe("The newest migration that the releases know: `1.2.17`."),settings26=()=>strictObject3({url:template.
describe("The address of the MongoDB server, preferably with a read-only user: `{access.<name>}`, which each environment sets to its own value."),collection:string7().
min(1).describe("The collection in which each database keeps its migrations, each a document with `version: { major, minor, patch }`; the numerically highest co\
unts."),expected:array4(strictObject3({releases:array4(string7().min(1)).min(1).describe("The releases that it applies to; a `*` at the end matches any ending: \
`4.1.*`."),databases:record4(string7().min(1),schemaVersion).describe("By database; those of tenants, `<database>-<tenant>`, are treated the same.")})).min(1).describe(
"For a release that is in none of them, nothing is known: its migrations are done when it answers. The versions of the databases are read for it too, which show\
s if a newer release has migrated them since."),timeout:duration.prefault("30s")}).describe("Reads how far the databases of a MongoDB server are migrated. An ol\
der one is still being migrated; one that is newer than the release that answers is refused, even if the server accepts it."),mongodb={migrations:kind("mongodb",
settings26,(asked,context)=>async(signal,release22)=>{const{readMigrations}=await import("./migrations-SDRXXIPJ.js");return await readMigrations(asked,context,{
signal,release:release22})})},settings27=once(()=>strictObject3({url:template.describe("The address of the MongoDB server, with a user that has the role `cluste\
rMonitor`; for `migrations.start`, one that may run `setFeatureCompatibilityVersion` (role `clusterManager`)."),timeout:duration.prefault("30s")}).describe("A M\
ongoDB server itself, with all members of its replica set: the oldest release that a member runs, whether all are ready, and the `featureCompatibilityVersion`, \
which is set to the new major in a separate step.")),open3=async()=>await import("./server-ACU76RR7.js"),mongodbServer={version:kind("mongodb-server",settings27,
(asked,context)=>async signal=>await(await open3()).readVersion(asked,context,signal)),health:kind("mongodb-server",settings27,(asked,context)=>async signal=>await(await open3()).
readHealth(asked,context,signal)),migrations:kind("mongodb-server",settings27,(asked,context)=>async signal=>await(await open3()).readCompatibility(asked,context,
signal)),migrationStarter:kind("mongodb-server",settings27,(asked,context)=>async signal=>await(await open3()).moveCompatibility(asked,context,signal))},awsLogin={
name:"Log in to AWS",action:{repository:"aws-actions/configure-aws-credentials",ref:"e6de054238d6b7531b4efff3b6587d9aade6a06c",version:"v6.2.3"},with:{"role-to-\
assume":{variable:"AWS_ROLE"},"aws-region":{variable:"AWS_REGION"}}},key2=(usual,description2)=>string7().min(1).default(usual).describe(`${description2} A dott\
ed path in the file; set it for your own CDK application.`),settings28=()=>strictObject3({...rdsKeys,database:template.optional().describe("The address of a dat\
abase of Aurora PostgreSQL at the endpoint of the writer, with a role that may log in: it reports how far each reader lags behind. A lag of more than ten second\
s stops a hop, and so does a missing answer. If it is left out, the lag is not checked."),"one-zone":string7().min(1).optional().describe("Why all instances may\
 be in one zone. Without it, the writer is not resized before a reader is in another zone."),configuration:strictObject3({file:template.meta({description:"The c\
onfiguration file of the CDK application: JSON or YAML, in the repository. `deploy.cdk` edits the same file.",examples:["medplum.production.config.json"]}),instances:key2(
"rdsInstances","How many instances the cluster has, the writer among them."),writer:key2("rdsInstanceType","The class of the instance that is declared as the wr\
iter."),reader:key2("rdsReaderInstanceType","The class of all others; if the file has none, the writer's."),foreign:key2("rdsSecretsArn","The key that is set if\
 the stack uses a database that it does not own: then nothing is planned.")}).describe("What the CDK application declares. The default keys are those of Medplum\
.")}).describe("A cluster of Amazon RDS or Aurora, read through the AWS API: see `docs/aws-rds.md`."),rdsCluster2={topology:kind("rds-cluster",settings28,(chosen,context)=>{
const opened2=import("./probe-XQROZZW5.js").then(({openRdsProbe})=>openRdsProbe(chosen,context));return opened2.catch(()=>{}),{look:async signal=>await(await opened2).
look(signal),offer:async signal=>await(await opened2).offer(signal)}}),login:{name:"rds-cluster",login:awsLogin}},settings29=()=>strictObject3({cluster:template.
optional().describe("The identifier of the cluster, as `aws rds describe-db-clusters` shows it. Either this or `instance`."),instance:template.optional().describe(
"The identifier of an instance that belongs to no cluster."),...awsKeys}).refine(({cluster,instance})=>cluster===void 0!=(instance===void 0),{error:'either "clu\
ster" or "instance"'}).describe("The engine version of Amazon RDS or Aurora, read through the AWS API: it is known while the cluster and all its instances are a\
vailable and none has a pending version change."),rdsEngineVersion={version:kind("rds-engine",settings29,(asked,context)=>async signal=>{const{readEngineVersion}=await import("./version-6Y5HNDIT.js");
return await readEngineVersion(asked,context,signal)}),login:{name:"rds-engine",login:awsLogin}},answer2=lazy2(()=>union4([object3({rows:array4(record4(string7(),
unknown2())),milliseconds:number2()}),object3({code:string7()})])),reader=String.raw`
  const { file, query } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const read = () => {
    const { DatabaseSync } = require('node:sqlite');
    const started = performance.now();
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    const statement = database.prepare(query);
    const behind = query.slice(statement.sourceSQL.length).replace(/--[^\n]*|\/\*[^]*?\*\//g, '');
    if (/[^\s;]/.test(behind)) return { code: 'SEVERAL' };
    return { rows: statement.all(), milliseconds: performance.now() - started };
  };
  let answer;
  try {
    answer = read();
  } catch (error) {
    answer = { code: error.code ?? 'unknown' };
  }
  process.stdout.write(JSON.stringify(answer));`;async function sqliteRows(asked,{processes,maxBytes,signal}){const tooMuch2=new AbortController,chunks=[];let bytes22=0;
try{await processes.run({argv:[process.execPath,"--no-warnings","--eval",reader],environment:{},input:JSON.stringify(asked),signal:AbortSignal.any([signal,tooMuch2.
signal]),graceMilliseconds:0,onOutput:chunk=>{bytes22+=chunk.byteLength,bytes22>maxBytes?tooMuch2.abort():chunks.push(chunk)}})}catch(error2){if(tooMuch2.signal.
aborted)return;throw error2}const text2=Buffer.concat(chunks).toString("utf8");return text2===""?{code:"unknown"}:answer2.parse(JSON.parse(text2))}var sqlKeys=once(
()=>({url:template.optional().describe("The address of a PostgreSQL database, preferably with a read-only role: `{access.<name>}`, which each environment sets t\
o its own value."),file:template.optional().describe("The file of a SQLite database."),query:string7().min(1).describe("One statement, run in a read-only transa\
ction: `select count(*) as patients from patient`. It may return up to 100,000 rows and 16 MB."),timeout:duration.prefault("30s")})),sqlSettings=once(()=>strictObject3(
sqlKeys()).refine(({url:url2,file:file2})=>url2===void 0!=(file2===void 0),{error:'either "url" (PostgreSQL) or "file" (SQLite)'})),most={rows:1e5,bytes:16*1024*
1024},tooMuch={kind:"none",reason:`its query finds more than ${most.rows} rows or ${most.bytes/1024/1024} MB: let it count, or limit it`};async function readRows(settings422,context,signal){
const{effects,where,placeholders}=context,fill=(text2,key3)=>effects.variables.fill(text2,`${where}.${key3}`,placeholders),{url:url2,file:file2,query,timeout:timeout2}=settings422,
started=effects.clock.now().getTime();try{if(file2!==void 0)return await sqlite(resolve(effects.directory,fill(file2,"file")),settings422,context,signal);const rows=await postgresRows(
{url:fill(url2??"","url"),query,milliseconds:timeout2,most,signal:AbortSignal.any([effects.signal,...signal===void 0?[]:[signal]])});return rows===void 0?tooMuch:
{kind:"rows",rows,milliseconds:effects.clock.now().getTime()-started}}catch(error2){return effects.signal.throwIfAborted(),signal?.throwIfAborted(),{kind:"none",
reason:reasonOf22(error2)}}}async function sqlite(file2,{query,timeout:timeout2},{effects},signal){await access(file2);const limit=AbortSignal.timeout(timeout2),
ends2=AbortSignal.any([limit,effects.signal,...signal===void 0?[]:[signal]]);try{const read=await sqliteRows({file:file2,query},{processes:effects.processes,maxBytes:most.
bytes,signal:ends2});return read===void 0?tooMuch:"code"in read?{kind:"none",reason:reasonFor(read.code)}:read.rows.length>most.rows?tooMuch:{kind:"rows",...read}}catch(error2){
if(limit.aborted)return{kind:"none",reason:reasonFor("57014")};throw error2}}var withCode=looseObject2({code:string7()});function reasonOf22(error2){return reasonFor(
sqlState(error2))}function sqlState(error2){const read=withCode.safeParse(error2);return read.success?read.data.code:void 0}function reasonFor(code){switch(code){case"\
SEVERAL":return"its query has several statements, of which only the first would be read";case"ENOENT":return"its database does not exist or cannot be reached";case"\
25006":return"its query would write, and may only read";case"42P01":return"a table of its query does not exist";case"42703":return"a column of its query does no\
t exist";case"57014":return"its query took too long";default:return`its query was not answered${code===void 0?"":` (${code})`}`}}var settings30=()=>strictObject3(
{url:template.describe("The address of a PostgreSQL database: `{access.<name>}`, which each environment sets to its own value."),write:boolean2().default(!1).describe(
"Checks whether it accepts writes: a transaction gets an id and is committed, which a read-only server refuses. No table is touched."),timeout:duration.prefault(
"3s")}).describe("A new connection for each check, as an application makes one after a failover. It is serving when it answers."),sqlHealth=kind("sql",settings30,
({url:url2,write,timeout:timeout2},{effects,where,placeholders})=>async signal=>{const address2=effects.variables.fill(url2,`${where}.url`,placeholders);try{return await ask22(
address2,{write,timeout:timeout2},AbortSignal.any([effects.signal,...signal===void 0?[]:[signal]])),{kind:"yes"}}catch(error2){return effects.signal.throwIfAborted(),
signal?.throwIfAborted(),answerFor(sqlState(error2),write)}});async function ask22(url2,{write,timeout:timeout2},stopped2){const{default:pg}=await import("./libraries/pg.js"),
socket=new Socket2,options={connectionString:asLibpqReads(url2),stream:()=>socket,application_name:"staged-upgrade",connectionTimeoutMillis:timeout2,statement_timeout:timeout2,
query_timeout:timeout2},client=new pg.Client(options);client.on("error",()=>{});const cut=()=>{socket.destroy()};stopped2.addEventListener("abort",cut,{once:!0});
try{if(await client.connect(),!write){await client.query("SELECT 1");return}await client.query("BEGIN READ WRITE"),await client.query("SELECT txid_current()"),await client.
query("COMMIT")}finally{stopped2.removeEventListener("abort",cut),await client.end().catch(()=>{})}}function answerFor(code,write){switch(code){case"28P01":case"\
28000":return{kind:"unknown",reason:`the database refuses the role or its password (${code})`,refused:!0};case"0A000":case"25006":case"55000":return{kind:"no",reason:"\
the database may only be read"};default:return{kind:"no",reason:`the database ${write?"takes no writes":"does not answer"}${code===void 0?"":` (${code})`}`}}}var expect=record4(
string7(),condition2).describe('Values by dotted path in the list of rows: `{ "0.patients": { at-least: 1 } }`; `length` is the number of rows.'),sql={health:sqlHealth,
smokeTest:keyed("sql",()=>strictObject3({...smokeKeys,sql:sqlSettings().safeExtend({expect})}).transform(test=>smokePart("sql",test,async(context,signal)=>{const read=await readRows(
test.sql,context,signal);if(read.kind==="none")return{kind:"unknown",reason:read.reason};const{rows}=read,wrong=firstUnmet(test.sql.expect,path4=>path4==="lengt\
h"?rows.length:valueAt(rows,path4),rows);return wrong===void 0?{kind:"passed"}:{kind:"failed",reason:`in what its query found, ${wrong}`}}))),measure:keyed("sql",
()=>strictObject3({...measureKeys(),sql:sqlSettings().safeExtend({value:string7().min(1).optional().describe("Dotted path, in the list of rows, of what is compa\
red: `0.patients`. Default: all rows.")})}).refine(comparesSomething.holds,{error:comparesSomething.error}).transform(measure2=>measurePart("sql",measure2,async(context,signal)=>{
const read=await readRows(measure2.sql,context,signal);if(read.kind==="none")return{kind:"unknown",reason:read.reason};const{rows,milliseconds:milliseconds2}=read,
{value:value2}=measure2.sql;return{kind:"read",value:value2===void 0?rows:valueAt(rows,value2),milliseconds:milliseconds2}})))},settings31=once(()=>strictObject3(
{host:template.optional().describe("The host. Default: that of the environment's `url`."),port:int().min(1).max(65535).describe("The port that must accept a con\
nection."),timeout:duration.prefault("5s")}).describe("Checks that a connection is accepted, whatever its protocol."));async function tryToConnect({host,port,timeout:timeout2},context,signal){
const{effects,where,placeholders}=context,address2=host===void 0?(URL.parse(placeholders.url??"")?.hostname??"").replace(/^\[|\]$/g,""):effects.variables.fill(host,
`${where}.host`,placeholders),limit=AbortSignal.timeout(timeout2),ends2=AbortSignal.any([limit,effects.signal,...signal===void 0?[]:[signal]]);try{return await new Promise(
(resolve43,reject)=>{const socket=connect({host:address2,port,signal:ends2});socket.once("connect",()=>{socket.destroy(),resolve43()}),socket.once("error",reject)}),
{kind:"taken"}}catch(error2){effects.signal.throwIfAborted(),signal?.throwIfAborted();const reason=limit.aborted?`no connection within ${timeout2/1e3} s`:reasonOf2(
error2,timeout2);return{kind:"not-taken",reason:`port ${port} of ${address2}: ${reason}`}}}var tcp={health:kind("tcp",settings31,(chosen,context)=>async signal=>{
const taken22=await tryToConnect(chosen,context,signal);return taken22.kind==="taken"?{kind:"yes"}:{kind:"unknown",reason:taken22.reason}}),smokeTest:keyed("tcp",
()=>strictObject3({...smokeKeys,tcp:settings31()}).transform(test=>smokePart("tcp",test,async(context,signal)=>{const taken22=await tryToConnect(test.tcp,context,
signal);return taken22.kind==="taken"?{kind:"passed"}:{kind:"failed",reason:taken22.reason}})))},evidenceSource=onDemand(()=>strictObject3({name:string7().min(1).
describe("Its heading in the file: `Jobs`."),http:strictObject3(chainedKeys)})),probe=lazy2(()=>looseObject2({http:looseObject2({path:string7(),headers:unknown2().
optional()})})),request=lazy2(()=>object3(chainedKeys)),severalProbes=lazy2(()=>union4([looseObject2({"first-of":array4(unknown2())}).transform(found=>found["fi\
rst-of"]),looseObject2({"all-of":array4(unknown2())}).transform(found=>found["all-of"])]));function answersOfProbes(probes){const named2=record4(string7(),unknown2()).
safeParse(probes);return named2.success?Object.entries(named2.data).flatMap(([name,value2])=>requestsOf(value2).map(http2=>({name:`Answer of the ${name} probe`,
http:http2}))):[]}function requestsOf(value2){const several=severalProbes.safeParse(value2);if(several.success)return several.data.flatMap(requestsOf);const read=probe.
safeParse(value2),http2=read.success?request.safeParse(read.data.http):void 0;return http2?.success===!0?[http2.data]:[]}function openEvidence({name,http:http2},context){
return{name,collect:signal=>answerText(http2,context,signal)}}var longest22=64*1024;async function answerText(http2,context,signal){try{const answer32=await ask2(
http2,context,signal);if(answer32.kind==="no-answer")return`${http2.method} ${answer32.url}: no answer: ${answer32.reason}`;const{body}=answer32,shown2=body.length<=
longest22?body:`${body.slice(0,longest22)}
\u2026 ${body.length-longest22} characters left out`;return`${http2.method} ${answer32.url}: ${answer32.status}
${shown2}`}catch(error2){if(!(error2 instanceof UserError5))throw error2;return error2.message}}var kinds=[http,command,sql,mongodb,mongodbServer,tcp,logs,rdsCluster2,
rdsEngineVersion];function answering(probe2){return oneOf(kinds.flatMap(kind2=>probe2(kind2)??[]))}var oneVersion=answering(({version})=>version),versionProbe=oneOf(
[oneVersion,firstVersion(oneVersion)]),oneHealth=answering(({health})=>health),healthProbe=oneOf([oneHealth,allHealthy(oneHealth)]),reachedProbe=answering(({reached:reached2})=>reached2),
migrationsProbe=answering(({migrations:migrations2})=>migrations2),migrationStarter=answering(kind2=>kind2.migrationStarter),smokeTest=answering(kind2=>kind2.smokeTest),
measure=answering(kind2=>kind2.measure),topologyProbe=answering(kind2=>kind2.topology),probeLogins=kinds.flatMap(({login:each})=>each??[]),tokenSource=oneOf([clientCredentials,
login,basic]);function combined(single2){return kind("combined",()=>array4(single2).min(2).describe("Several sources, read as one; a release that is in several \
counts once."),(parts2,context)=>({read:async signal=>{const all=[];for(const[place32,part173]of parts2.entries())all.push(await part173.open({...context,where:`${context.
where}.${place32}`}).read(signal));return{source:all.map(({source:source2})=>source2).join(" and "),tags:all.flatMap(({tags})=>tags)}}}))}var import_prerelease=__toESM2(
require_prerelease(),1);async function allPages(source2,first2,maxPages5,read){const items=[],visited=new Set;for(let url2=first2;url2!==void 0;){if(url2.origin!==
first2.origin)throw malformedResponse(source2,first2,`leads to another server, ${url2.host}`);if(visited.has(url2.href))throw malformedResponse(source2,url2,"le\
ads back to a page that was already read");if(visited.size>=maxPages5)throw malformedResponse(source2,url2,`continues beyond ${maxPages5} pages`);visited.add(url2.
href);const page2=await read(url2);for(const item of page2.items)items.push(item);url2=page2.next}return items}function readJson2(shape,reply,from2){const json2=parse(
reply.body);if(json2===void 0)throw malformedResponse(from2.source,from2.url,"is not JSON");const read=shape.safeParse(json2.value);if(read.success)return read.
data;const[issue]=read.error.issues,place32=issue?.path.join(".")||"the whole";throw malformedResponse(from2.source,from2.url,`has another shape than expected (${place32}\
: ${issue?.message??""})`)}function parse(text2){try{return{value:JSON.parse(text2)}}catch{return}}var pattern=/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
function isPublishedDate(text2){if(!pattern.test(text2)||Number.isNaN(Date.parse(text2)))return!1;const day=text2.slice(0,10);return new Date(`${day}T00:00:00Z`).
toISOString().slice(0,10)===day}function publishedAt(text2){return typeof text2=="string"&&isPublishedDate(text2)?{publishedAt:text2}:{}}function serverAddress(text2,where){
const url2=URL.parse(text2);if(url2===null||url2.protocol!=="https:"&&url2.protocol!=="http:")throw notAnAddress(where);const user=decodeURIComponent(url2.username),
password=decodeURIComponent(url2.password);return url2.username="",url2.password="",{url:url2,headers:user===""&&password===""?{}:basicAuthorization(user,password)}}
function basicAuthorization(user,password){return{authorization:`Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`}}function below(url2,path4){const folder4=new URL(
url2);folder4.pathname.endsWith("/")||(folder4.pathname+="/");const found=new URL(path4,folder4);if(found.origin!==url2.origin)throw new Error(`${path4} is not \
below ${shownUrl(url2)}`);return found.search=url2.search,found}function notAnAddress(where){return new UserError5({happened:`${where} is not an address of a se\
rver.`,means:"No releases are known, so no path was planned.",next:"Write an address that starts with https:// or http://, e.g. https://charts.example.com."})}var publicServer="\
https://crates.io",crateName=/^[a-z][a-z0-9_-]*$/i,settings32=()=>strictObject3({crate:string7().regex(crateName,'the name of a crate: letters, digits, "_" and \
"-"').describe("The crate, e.g. `ripgrep`."),server:template.optional().describe(`The address of the registry's server. Default: ${publicServer}.`)}).describe("\
All versions of a Rust crate, with their dates; yanked versions count as withdrawn."),versionsPage=lazy2(()=>object3({versions:array4(object3({num:string7(),created_at:unknown2().
optional(),yanked:boolean2(),yank_message:string7().nullish()})),meta:object3({total:int().optional(),next_page:string7().nullish()}).optional()})),userAgent="s\
taged-upgrade (https://github.com/staged-upgrade/staged-upgrade)",pauseMilliseconds=1e3,perPage=100,maxPages2=100,part2=kind("crates",settings32,({crate,server},{
effects,where,placeholders})=>({read:async signal=>{const source2=`crate ${crate}`,written72=server===void 0?publicServer:effects.variables.fill(server,`${where}\
.server`,placeholders),address2=serverAddress(written72,`${where}.server`),get=httpClient(effects,{source:source2}),headers={accept:"application/json","user-age\
nt":userAgent,...address2.headers},first2=below(address2.url,`api/v1/crates/${crate}/versions`);first2.searchParams.set("per_page",String(perPage));let total=0;
const tags=await allPages(source2,first2,maxPages2,async url2=>{url2!==first2&&await effects.clock.sleep(pauseMilliseconds,signal);const reply=await get({url:url2,
headers},signal);if(reply.status!==200)throw refusedAnswer(source2,url2,reply);const{versions,meta}=readJson2(versionsPage,reply,{source:source2,url:url2});total=
Math.max(total,meta?.total??0);const next=meta?.next_page??void 0;return{items:versions.map(tagFrom),next:next===void 0?void 0:new URL(next,url2)}});if(tags.length<
total)throw malformedResponse(source2,first2,`has ${tags.length} of the ${total} versions that it speaks of`);return{source:source2,tags}}})),crates={part:part2,
published:{word:"crates",name:crateName,example:"ripgrep",scheme:"semver",keys:["crates","crate"]}};function tagFrom(version){const{num,created_at,yanked,yank_message}=version,
reason=yank_message?.trim()||"It is yanked on the registry";return{tag:num,prerelease:(0,import_prerelease.default)(num)!==null,...publishedAt(created_at),...yanked?
{withdrawn:{reason}}:{}}}var versionText=string7({error:issue=>typeof issue.input=="number"?"a version in quotes, because YAML reads 1.10 as the number 1.1":'a \
version in quotes, such as "4.1.12"'}).min(1),date=string7().refine(isPublishedDate,"a date such as 2026-04-24 or 2026-04-24T09:30:00Z"),webAddress=url({protocol:/^https?$/,
error:"an address that starts with https:// or http://"}),withdrawal=onDemand(()=>strictObject3({reason:string7().min(1).describe("Why it must not be used; show\
n in the plan."),url:webAddress.optional().describe("Where the vendor says so."),"fixed-in":versionText.optional().describe("The release that fixes it.")}).describe(
"Marks a release as withdrawn: no path stops at it.")),listedRelease=onDemand(()=>union4([versionText.describe("The version as it is published: `v4.0.4`."),strictObject3(
{version:versionText.describe("The version as it is published: `v4.0.4`."),date:date.optional().describe("When it was published: `2026-04-24`, or with a time an\
d zone."),prerelease:boolean2().optional().describe("Default: derived from the version itself."),withdrawn:withdrawal.optional(),notes:string7().optional().describe(
"Release notes in Markdown."),url:webAddress.optional().describe("Where its release notes are."),parts:record4(string7().min(1),versionText).optional().describe(
'Versions of parts that were published together with it: `{ chart: "8.1.0" }`.'),"upgrades-to":strictObject3({minor:array4(versionText).default([]).describe("Wi\
thin its major."),major:array4(versionText).default([]).describe("What the vendor calls a major upgrade.")}).optional().describe("The releases to which the vend\
or allows a direct upgrade, for the rule `listed-upgrades`.")})]));function publishedTagFrom(listed22){if(typeof listed22=="string")return{tag:listed22};const{version:tag2,
date:publishedAt2,prerelease:prerelease4,withdrawn,notes,url:url2,parts:parts2,"upgrades-to":upgrades}=listed22;return{tag:tag2,...publishedAt2===void 0?{}:{publishedAt:publishedAt2},
...prerelease4===void 0?{}:{prerelease:prerelease4},...withdrawn===void 0?{}:{withdrawn:withdrawalFrom(withdrawn)},...notes===void 0?{}:{notes},...url2===void 0?
{}:{url:url2},...parts2===void 0?{}:{parts:parts2},...upgrades===void 0?{}:{upgrades}}}function listedFrom(published){const{tag:version,publishedAt:date23,prerelease:prerelease4,
withdrawn,notes,url:url2,parts:parts2,upgrades}=published;return{version,...date23===void 0?{}:{date:date23},...prerelease4===void 0?{}:{prerelease:prerelease4},
...withdrawn===void 0?{}:{withdrawn:{reason:withdrawn.reason,...withdrawn.url===void 0?{}:{url:withdrawn.url},...withdrawn.fixedIn===void 0?{}:{"fixed-in":withdrawn.
fixedIn}}},...notes===void 0?{}:{notes},...url2===void 0?{}:{url:url2},...parts2===void 0?{}:{parts:parts2},...upgrades===void 0?{}:{"upgrades-to":{minor:[...upgrades.
minor],major:[...upgrades.major]}}}}function withdrawalFrom(listed22){return{reason:listed22.reason,...listed22.url===void 0?{}:{url:listed22.url},...listed22["\
fixed-in"]===void 0?{}:{fixedIn:listed22["fixed-in"]}}}var pinnedMigrations=lazy2(()=>strictObject3({url:url(),sha256:string7().regex(/^[0-9a-f]{64}$/),list:array4(
listedMigration)})),fileShape=lazy2(()=>union4([array4(listedRelease).min(1),strictObject3({source:string7().min(1).optional(),releases:array4(listedRelease).min(
1),migrations:array4(pinnedMigrations).optional()})]));function parseReleaseFile(text2,path4){const read=readYaml(text2);if(read.kind==="unreadable")throw unreadable2(
path4,[read.reason]);const parsed2=fileShape.safeParse(read.value);if(!parsed2.success)throw unreadable2(path4,faults(read.value));const{data:data2}=parsed2;if(Array.
isArray(data2))return{source:`the file ${path4}`,tags:data2.map(publishedTagFrom)};const{source:source2=`the file ${path4}`,releases,migrations:migrations2}=data2;
return{source:source2,tags:releases.map(publishedTagFrom),...migrations2===void 0?{}:{migrations:migrations2}}}var shownFaults=5;function faults(value2){const entries=union4(
[array4(unknown2()),object3({releases:array4(unknown2())})]).safeParse(value2);if(!entries.success)return['it holds neither a list of releases nor a key "releas\
es" with one'];const list22=Array.isArray(entries.data)?entries.data:entries.data.releases;if(list22.length===0)return["the list is empty"];const wrong=list22.flatMap(
(entry,index2)=>{const read=listedRelease.safeParse(entry);return read.success?[]:[`release ${index2+1}: ${explain(read.error.issues)}`]});if(wrong.length===0)return[
'beside "releases" only the keys "source" and "migrations" are known, the latter as a plan has written it'];const more=wrong.length-shownFaults;return more>0?[...wrong.
slice(0,shownFaults),`and ${more} more`]:wrong}function explain(issues2){const[issue]=issues2;if(issue?.code!=="invalid_union")return describe(issues2);const[meant]=issue.
errors.toSorted((a12,b9)=>depth(b9)-depth(a12));return describe(meant??issues2)}function depth(issues2){return Math.max(0,...issues2.map(issue=>issue.code==="un\
recognized_keys"?1:issue.path.length))}function describe(issues2){return issues2.map(({path:path4,message})=>path4.length===0?message:`${path4.join(".")}: ${message}`).
join("; ")}function unreadable2(path4,reasons){return new UserError5({happened:`The file of releases "${path4}" is not right: ${reasons.join("; ")}.`,means:"No \
releases are known, so no path was planned.",next:"Each release is a version in quotes, or has the keys version, date, prerelease, withdrawn, notes, url, parts,\
 upgrades-to."})}var part3=kind("file",()=>template.describe("A YAML or JSON file with a list of releases, as `list` takes them or as `plan --save-releases` wro\
te it. A relative path starts at the folder of the product definition, or else at the root of the repository that has the configuration."),(path4,{effects,where,
placeholders})=>({read:async signal=>{const filled=effects.variables.fill(path4,where,placeholders),home=placeholders[productFolder],folders=home===void 0?[effects.
directory]:[home,effects.directory];return await readFirst([...new Set(folders.map(folder4=>resolve2(folder4,filled)))],signal)}})),file={part:part3};async function readFirst(paths,signal){
for(const path4 of paths){const text2=await readIfThere(path4,signal);if(text2!==void 0)return parseReleaseFile(text2,path4)}throw new UserError5({happened:`The\
 file of releases was not found: ${paths.map(path4=>`"${path4}"`).join(" and ")} do not exist.`,means:"No releases are known, so no path was planned.",next:"Cor\
rect the path, or check the file out in this job."})}async function readIfThere(path4,signal){try{return await readTextFile(path4,signal)}catch(cause){if(signal?.
throwIfAborted(),cause instanceof Error&&"code"in cause&&cause.code==="ENOENT")return;throw new UserError5({happened:`The file of releases "${path4}" cannot be \
read: ${cause instanceof Error?cause.message:String(cause)}.`,means:"No releases are known, so no path was planned.",next:"It must be a readable file in YAML or\
 JSON."},{cause})}}function judgeGitHub(reply,attempt,now){const limit=limitOf(reply);return limit==="none"?judgeTransient(reply,attempt,now):{kind:"again",milliseconds:retryAfter(
reply.headers,now)??untilReset(reply,now)??6e4*2**(attempt-1),why:`GitHub's ${limit} rate limit is reached`}}function limitOf(reply){return reply.status!==403&&
reply.status!==429?"none":reply.headers.get("x-ratelimit-remaining")==="0"?"primary":reply.status===429||reply.headers.has("retry-after")||/secondary rate limit|abuse detection/i.
test(reply.body.slice(0,2e3))?"secondary":"none"}function untilReset(reply,now){const reset=Number(reply.headers.get("x-ratelimit-reset")||Number.NaN);if(limitOf(
reply)!=="primary"||Number.isNaN(new Date(reset*1e3).getTime()))return;const served=Date.parse(reply.headers.get("date")??"");return Math.max(0,reset*1e3-(Number.
isNaN(served)?now.getTime():served))+1e3}function refusedByGitHub(source2,url2,reply,asked){return refusedAnswer(source2,url2,reply,adviceOnReply(reply,asked))}
function adviceOnReply(reply,{withToken,now}){const limit=limitOf(reply);if(limit!=="none"){const reset=untilReset(reply,now),again=reset===void 0?"later":`afte\
r ${dayTime(new Date(now.getTime()+reset).toISOString())}`;return`GitHub's ${limit} rate limit is reached: run the command again ${again}, or use a pinned copy \
with --releases.${withToken?"":" Without a token GitHub answers 60 requests an hour: give the job GITHUB_TOKEN."}`}if(reply.status===401)return"The token is not\
 valid, or has expired: renew it, or leave it out for a public repository.";if(reply.status===403)return'The token may not read this: it needs "contents: read" \
on the repository, and must be authorized for its organization where single sign-on is asked for.';if(reply.status===404&&withToken)return"Check the name of the\
 repository; for a private one, the token must be given access to it (contents: read).";if(reply.status===404)return'Check the name of the repository; a private\
 one needs a token that may read it, in GITHUB_TOKEN or under "token".';if(reply.status===422)return"GitHub shows only the newest 1,000 releases of a repository\
: read its tags (github-tags), or keep a file of releases."}var perPage2=100,maxPages3=99;async function allGitHubItems(path4,item,{access:access42,effects,source:source2},signal){
const get=httpClient(effects,{source:source2,judge:judgeGitHub}),first2=below(access42.api,path4);return first2.searchParams.set("per_page",String(perPage2)),await allPages(
source2,first2,maxPages3,async url2=>{const reply=await confirmed(url2,access42,headers=>get({url:url2,headers},signal));if(reply.status!==200)throw refusedByGitHub(
source2,url2,reply,{withToken:access42.withToken,now:effects.clock.now()});const items=readJson2(array4(item),reply,{source:source2,url:url2});return{items,next:nextPage(
reply.headers,url2)??pageAfter(url2,items.length)}})}async function confirmed(url2,{cache,headers},get){const stored=await cache.find(url2),reply=await get(stored===
void 0?headers:{...headers,"if-none-match":stored.etag});if(reply.status===304&&stored!==void 0)return{status:200,headers:new Headers({link:stored.link}),body:stored.
body};const etag=reply.headers.get("etag");return reply.status===200&&etag&&await cache.keep(url2,{etag,link:reply.headers.get("link")??"",body:reply.body}),reply}
function pageAfter(url2,count2){if(count2<perPage2)return;const next=new URL(url2);return next.searchParams.set("page",String(Number(url2.searchParams.get("page")??
"1")+1)),next}var storedPage=lazy2(()=>strictObject3({format:literal(1),url:string7(),etag:string7().min(1),link:string7(),body:string7(),sha256:string7()})),noPageCache={
find:async()=>{},keep:async()=>{}};function pageCacheIn(folder4){const pathOf=url2=>join(folder4,`${sha2562(url2.href)}.json`);return{find:async url2=>{const page2=await readStored(
pathOf(url2));return page2?.url===url2.href&&sha2562(page2.body)===page2.sha256?page2:void 0},keep:async(url2,{etag,link:link2,body})=>{const page2={format:1,url:url2.
href,etag,link:link2,body,sha256:sha2562(body)},unfinished=`${pathOf(url2)}.${randomUUID()}`;try{await mkdir(folder4,{recursive:!0,mode:448}),await writeFile(unfinished,
JSON.stringify(page2),{mode:384}),await rename(unfinished,pathOf(url2))}catch{await rm(unfinished,{force:!0}).catch(()=>{})}}}}async function readStored(path4){
try{return storedPage.parse(JSON.parse(await readFile(path4,"utf8")))}catch{return}}function sha2562(text2){return createHash3("sha256").update(text2).digest("h\
ex")}function cacheFolder(environment3){return environment3.STAGED_UPGRADE_CACHE?environment3.STAGED_UPGRADE_CACHE:environment3.XDG_CACHE_HOME?join(environment3.
XDG_CACHE_HOME,"staged-upgrade"):environment3.HOME?join(environment3.HOME,".cache","staged-upgrade"):void 0}var repositoryName=/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
githubKeys={repository:string7().regex(repositoryName,"a repository: owner/name").describe("The repository, e.g. `medplum/medplum`."),api:template.optional().describe(
"The address of the API. Default: the one in `GITHUB_API_URL`, or that of github.com. A product on github.com that is read from GitHub Enterprise needs `https:/\
/api.github.com`."),token:template.optional().describe("A token that may read the repository: `${RELEASES_TOKEN}`. Default: `GITHUB_TOKEN` if it is set, which i\
s sent only to the server that it belongs to. Public repositories need none.")},settings33=strictObject3(githubKeys),defaultApi="https://api.github.com",apiVersion="\
2022-11-28";function githubAccess(configured,context){const{effects,where,placeholders}=context,home=serverAddress(effects.environment.GITHUB_API_URL||defaultApi,
"GITHUB_API_URL").url,api=configured.api===void 0?home:serverAddress(effects.variables.fill(configured.api,`${where}.api`,placeholders),`${where}.api`).url,token=readToken(
configured.token,context,api.origin===home.origin),folder4=cacheFolder(effects.environment);return{api,headers:{accept:"application/vnd.github+json","x-github-a\
pi-version":apiVersion,...token===void 0?{}:{authorization:`Bearer ${token}`}},withToken:token!==void 0,cache:folder4===void 0?noPageCache:pageCacheIn(join2(folder4,
"github"))}}function readToken(configured,context,isHome){const{effects,where,placeholders}=context;if(configured!==void 0)return effects.variables.fill(configured,
`${where}.token`,placeholders);if(!(!isHome||!effects.environment.GITHUB_TOKEN))return effects.variables.fill("${GITHUB_TOKEN}",where)}var settings34=()=>strictObject3(
githubKeys).describe("The releases of a repository on GitHub, with dates and notes. Drafts are left out."),release=lazy2(()=>object3({tag_name:string7().min(1),
draft:boolean2(),prerelease:boolean2(),published_at:string7().nullish(),html_url:string7(),body:string7().nullish()})),part4=kind("github-releases",settings34,(configured,context)=>({
read:async signal=>{const{repository}=configured,source2=`GitHub releases of ${repository}`,asked={access:githubAccess(configured,context),effects:context.effects,
source:source2},tags=(await allGitHubItems(`repos/${repository}/releases`,release,asked,signal)).filter(({draft})=>!draft).map(publishedTag);return{source:source2,
tags:[...new Map(tags.map(tag2=>[tag2.tag,tag2])).values()]}}})),githubReleases={part:part4,published:{word:"github",name:repositoryName,example:"medplum/medplu\
m",scheme:"semver",keys:["github-releases","repository"]}};function publishedTag({tag_name,prerelease:prerelease4,published_at,html_url,body}){return{tag:tag_name,
prerelease:prerelease4,url:html_url,...publishedAt(published_at),...body?{notes:body.replaceAll(`\r
`,`
`)}:{}}}var settings35=()=>strictObject3(githubKeys).describe("The tags of a repository on GitHub. They have no dates, so a rule about the age of releases finds\
 none."),tag=lazy2(()=>object3({name:string7().min(1)})),part5=kind("github-tags",settings35,(configured,context)=>({read:async signal=>{const{repository}=configured,
source2=`GitHub tags of ${repository}`,asked={access:githubAccess(configured,context),effects:context.effects,source:source2},items=await allGitHubItems(`repos/${repository}\
/tags`,tag,asked,signal);return{source:source2,tags:[...new Set(items.map(({name})=>name))].map(name=>({tag:name}))}}})),githubTags={part:part5},github=[githubReleases,
githubTags],import_parse2=__toESM2(require_parse(),1),import_prerelease2=__toESM2(require_prerelease(),1),settings36=()=>strictObject3({url:template.describe("T\
he address of the repository, with or without `/index.yaml`."),chart:string7().min(1).describe("The name of the chart."),version:m7(["chart","app"]).default("ch\
art").describe("What names a release: the version of the chart, or that of the application in it."),username:template.optional().describe("The user, if the repo\
sitory requires one."),password:template.optional().describe("The password: `${CHARTS_PASSWORD}`.")}).describe("The versions of a chart in a Helm repository, ea\
ch with the version of the application in it."),chartVersion=lazy2(()=>object3({version:string7().min(1),appVersion:string7().optional(),created:string7().optional(),
deprecated:string7().optional()})),index=lazy2(()=>object3({entries:record4(string7(),unknown2())})),part6=kind("helm-index",settings36,(configured,context)=>({
read:async signal=>{const{effects,where,placeholders}=context,fill=key3=>{const text2=configured[key3];return text2===void 0?void 0:effects.variables.fill(text2,
`${where}.${key3}`,placeholders)},{chart}=configured,source2=`Helm chart ${chart}${configured.version==="app"?", by application":""}`,address2=serverAddress(fill(
"url")??"",`${where}.url`),url2=address2.url.pathname.endsWith(".yaml")?address2.url:below(address2.url,"index.yaml"),user=fill("username"),headers=user===void 0?
address2.headers:basicAuthorization(user,fill("password")??""),reply=await httpClient(effects,{source:source2})({url:url2,headers},signal);if(reply.status!==200)
throw refusedAnswer(source2,url2,reply);const read=readYaml(reply.body,"texts"),parsed2=read.kind==="value"?index.safeParse(read.value):void 0;if(!parsed2?.success)
throw malformedResponse(source2,url2,"is not the index of a Helm repository");const{entries}=parsed2.data;if(!Object.hasOwn(entries,chart))throw unknownChart(where,
chart,Object.keys(entries));const versions=array4(chartVersion).safeParse(entries[chart]);if(!versions.success)throw malformedResponse(source2,url2,`holds entri\
es of ${chart} that cannot be read`);return{source:source2,tags:configured.version==="chart"?versions.data.map(byChart):byApplication(versions.data)}}})),helmIndex={
part:part6};function byChart({version,appVersion,created,deprecated}){return{tag:version,prerelease:(0,import_prerelease2.default)(version)!==null,...publishedAt(
created),...deprecated==="true"?{withdrawn:{reason:"The chart is marked as deprecated"}}:{},parts:{chart:version,...appVersion?{app:appVersion}:{}}}}function byApplication(versions){
const tags=new Map,newestFirst=versions.toSorted((a12,b9)=>compareCharts(b9.version,a12.version));for(const published of newestFirst.map(byChart)){const tag2=published.
parts?.app;if(tag2===void 0)continue;const known2=tags.get(tag2),{withdrawn:_withdrawn,prerelease:_prerelease,...rest}=published;known2===void 0?tags.set(tag2,{
...rest,tag:tag2,...published.withdrawn?{withdrawn:published.withdrawn}:{}}):known2.withdrawn!==void 0&&published.withdrawn===void 0&&tags.set(tag2,{...rest,tag:tag2})}
return[...tags.values()]}function compareCharts(a12,b9){const[one,other]=[(0,import_parse2.default)(a12),(0,import_parse2.default)(b9)];return one===null||other===
null?+(one!==null)-+(other!==null):one.compare(other)}var shownCharts=10;function unknownChart(where,chart,known2){const more=known2.length>shownCharts?`, and ${known2.
length-shownCharts} more`:"";return new UserError5({happened:`${where}.chart names "${chart}", which the repository does not have.`,means:"No releases are known\
, so no path was planned.",next:`It has ${known2.slice(0,shownCharts).join(", ")||"no charts"}${more}.`})}var part7=kind("list",()=>array4(listedRelease).min(1).
describe("The releases, written out here: versions in quotes, or with dates and more."),(listed22,{where})=>({read:async()=>({source:`the list in ${where}`,tags:listed22.
map(publishedTagFrom)})})),list={part:part7},import_prerelease3=__toESM2(require_prerelease(),1),packageName=/^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/,
settings37=()=>strictObject3({package:string7().regex(packageName,"the name of a package: name or @scope/name").describe("The package, e.g. `unleash-server`."),
registry:template.optional().describe("The address of the registry. Default: the one in `npm_config_registry`, or the one that npm is configured with."),token:template.
optional().describe("A token that may read the package: `${NPM_TOKEN}`.")}).describe("All versions of an npm package, with their dates; deprecated versions coun\
t as withdrawn."),packument=lazy2(()=>object3({versions:record4(string7(),object3({deprecated:unknown2().optional()})),time:record4(string7(),unknown2()).optional()})),
part8=kind("npm",settings37,(configured,{effects,where,placeholders})=>({read:async signal=>{const fill=key3=>{const text2=configured[key3];return text2===void 0?
void 0:effects.variables.fill(text2,`${where}.${key3}`,placeholders)},registry2=fill("registry")??(effects.environment.npm_config_registry||await npmsOwn(configured.
package,effects,where)),token=fill("token"),source2=`npm package ${configured.package}`,address2=serverAddress(registry2,`${where}.registry`),url2=below(address2.
url,configured.package.replace("/","%2f")),headers={accept:"application/json",...token===void 0?address2.headers:{authorization:`Bearer ${token}`}},reply=await httpClient(
effects,{source:source2})({url:url2,headers},signal);if(reply.status!==200)throw refusedAnswer(source2,url2,reply);const{versions,time:time5={}}=readJson2(packument,
reply,{source:source2,url:url2}),tags=Object.entries(versions).map(([version,{deprecated}])=>({tag:version,prerelease:(0,import_prerelease3.default)(version)!==
null,...publishedAt(time5[version]),...withdrawalOf(deprecated)}));return{source:source2,tags}}})),npm={part:part8,published:{word:"npm",name:packageName,example:"\
unleash-server",scheme:"semver",keys:["npm","package"]}};async function npmsOwn(packageName2,effects,where){const[,scope2]=/^(@[^/]+)\//.exec(packageName2)??[],
ofScope=scope2===void 0?void 0:await npmSetting(`${scope2}:registry`,effects,where);if(ofScope!==void 0&&URL.canParse(ofScope))return ofScope;const registry2=await npmSetting(
"registry",effects,where);if(registry2!==void 0&&URL.canParse(registry2))return registry2;throw notNamed("npm did not say which registry it uses (npm config get\
 registry).",where)}async function npmSetting(name,effects,where){const{processes,directory}=effects,environment3=childEnvironment(effects),asked=await askProgram(
processes,{argv:["npm","config","get",name],environment:environment3,directory}).catch(cause=>{throw cause instanceof SystemFailure6?notNamed(`npm was to say wh\
ich registry it uses. ${cause.detail.happened}`,where,{cause}):cause});if(asked===void 0)throw notNamed('npm was to say which registry it uses. The program "npm\
" was not found.',where);return asked.exitCode===0?asked.stdout.trim():void 0}function notNamed(happened2,where,options){const means3="The releases were not rea\
d, and no path was planned.",next=`Name the registry: ${where}.registry, or the variable npm_config_registry.`;return new SystemFailure6({happened:happened2,means:means3,
next},options)}function withdrawalOf(deprecated){return typeof deprecated=="string"&&deprecated.trim()!==""?{withdrawn:{reason:deprecated.trim()}}:deprecated===
!0?{withdrawn:{reason:"It is marked as deprecated on the registry"}}:{}}var dockerHub={name:"docker.io",api:"registry-1.docker.io"},component="[a-z0-9]+(?:(?:\\.\
|_|__|-+)[a-z0-9]+)*",path3=new RegExp(`^${component}(?:/${component})*$`);function parseImageName(text2){const[first2="",...rest]=text2.replace(/^oci:\/\//,"").
split("/"),namesRegistry=rest.length>0&&(/[.:]/.test(first2)||first2==="localhost"),host=namesRegistry?first2:dockerHub.name,name=namesRegistry?rest.join("/"):[
first2,...rest].join("/");if(!path3.test(name))return;const isHub=host===dockerHub.name||host===`index.${dockerHub.name}`,scheme=/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.
test(host)?"http":"https",registry2=URL.parse(`${scheme}://${isHub?dockerHub.api:host}/`);if(!(registry2===null||registry2.username!==""||registry2.pathname!=="\
/"))return{registry:registry2,repository:isHub&&!name.includes("/")?`library/${name}`:name}}function readChallenge(header2,registry2,defaultScope){const text2=header2??
"";if(/^\s*basic\b/i.test(text2))return{kind:"basic"};if(!/^\s*bearer\b/i.test(text2))return{kind:"unknown"};const parameters=new Map;for(const[,name="",quoted4,
bare]of text2.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/g))parameters.set(name.toLowerCase(),quoted4??bare??"");const realm=URL.parse(parameters.get("realm")??
"");if(realm===null)return{kind:"unknown"};if(!(realm.protocol==="https:"||realm.protocol==="http:"&&registry2.protocol==="http:")||realm.username!=="")return{kind:"\
unknown"};const service=parameters.get("service");return service!==void 0&&realm.searchParams.set("service",service),realm.searchParams.set("scope",parameters.get(
"scope")||defaultScope),{kind:"bearer",realm}}var tokenAnswer2=lazy2(()=>object3({token:string7().min(1).optional(),access_token:string7().min(1).optional()}).transform(
answer32=>answer32.token??answer32.access_token).pipe(string7()));function registryClient(image,login2,http2,source2){const basic2=login2&&basicAuthorization(login2.
user,login2.password);let authorization2;const answerTo=async(refusal,signal)=>{const scope2=`repository:${image.repository}:pull`,challenge=readChallenge(refusal.
headers.get("www-authenticate"),image.registry,scope2);if(challenge.kind==="unknown")return;if(challenge.kind==="basic")return basic2;const reply=await http2({url:challenge.
realm,headers:basic2??{}},signal);if(reply.status!==200)throw refusedAnswer(source2,challenge.realm,reply);return{authorization:`Bearer ${readJson2(tokenAnswer2,
reply,{source:source2,url:challenge.realm})}`}};return async(url2,signal)=>{const reply=await http2({url:url2,headers:authorization2??{}},signal);return reply.status!==
401?reply:(authorization2=await answerTo(reply,signal),authorization2===void 0?reply:await http2({url:url2,headers:authorization2},signal))}}var settings38=()=>strictObject3(
{repository:template.describe("The image or chart, without a tag: `medplum/medplum-server` is on Docker Hub, `ghcr.io/acme/records` elsewhere."),username:template.
optional().describe("The user, if the registry requires one."),password:template.optional().describe("The password or token: `${REGISTRY_PASSWORD}`.")}).describe(
"The tags of an image or a chart in a container registry. They have no dates, and a tag can be moved to another image."),tagList=lazy2(()=>object3({tags:array4(
string7().min(1)).nullish()})),perPage3=1e3,maxPages4=1e3,part9=kind("oci-tags",settings38,(configured,context)=>({read:async signal=>{const{effects,where,placeholders}=context,
fill=key3=>{const text2=configured[key3];return text2===void 0?void 0:effects.variables.fill(text2,`${where}.${key3}`,placeholders)},name=fill("repository")??"",
image=parseImageName(name)??notAnImage(name,where),source2=`tags of ${name}`,user=fill("username"),login2=user===void 0?void 0:{user,password:fill("password")??
""},get=registryClient(image,login2,httpClient(effects,{source:source2}),source2),first2=below(image.registry,`v2/${image.repository}/tags/list`);first2.searchParams.
set("n",String(perPage3));const tags=await allPages(source2,first2,maxPages4,async url2=>{const reply=await get(url2,signal);if(reply.status!==200)throw refusedAnswer(
source2,url2,reply,adviceOnRegistry(reply.status,login2!==void 0));return{items:readJson2(tagList,reply,{source:source2,url:url2}).tags??[],next:nextPage(reply.
headers,url2)}});return{source:source2,tags:[...new Set(tags)].map(tag2=>({tag:tag2}))}}})),ociTags={part:part9};function adviceOnRegistry(status,withLogin){if(!(status!==
401&&status!==403))return withLogin?"Check username and password of this source, and that they may pull the image.":"Check the name of the image; a private one \
needs username and password, which may pull it."}function notAnImage(name,where){throw new UserError5({happened:`${where}.repository is "${name}", which is not \
the name of an image.`,means:"No releases are known, so no path was planned.",next:"Write it in lowercase letters without a tag: medplum/medplum-server, or ghcr\
.io/acme/records."})}var projectPage=lazy2(()=>object3({versions:array4(string7()).optional(),files:array4(object3({filename:string7(),yanked:union4([boolean2(),
string7()]).optional(),"upload-time":unknown2().optional()}))}));function tagsOf(project,{versions,files}){const read=versionReader2(project),byVersion=new Map;
for(const text2 of versions??[])byVersion.set(keyOf(text2),{text:text2,files:[]});for(const file2 of files){const text2=read(file2.filename);if(text2===void 0)continue;
const known2=byVersion.get(keyOf(text2));known2!==void 0?known2.files.push(file2):versions===void 0&&byVersion.set(keyOf(text2),{text:text2,files:[file2]})}return[
...byVersion.values()].map(({text:text2,files:own})=>({tag:text2,...firstDate(own),...withdrawalOf2(own)}))}function firstDate(files){const dates=files.flatMap(
file2=>publishedAt(file2["upload-time"]).publishedAt??[]),[first2]=dates.toSorted((a12,b9)=>Date.parse(a12)-Date.parse(b9));return first2===void 0?{}:{publishedAt:first2}}
function withdrawalOf2(files){if(files.length===0)return{withdrawn:{reason:"The index has no file of it that can be installed"}};if(files.some(({yanked})=>yanked===
void 0||yanked===!1))return{};const said2=files.map(({yanked})=>yanked).find(each=>typeof each=="string"&&each.trim()!=="");return{withdrawn:{reason:typeof said2==
"string"?said2.trim():"It is yanked on the index"}}}var archive=/\.(?:tar\.gz|tar\.bz2|tar\.xz|tgz|zip)$/i,builtFile=/\.(?:whl|egg)$/i;function versionReader2(project){
const name=project.split(/[-_.]+/).join("[-_.]+"),named2=new RegExp(`^${name}-(?<rest>.+)$`,"i");return filename=>{const rest=named2.exec(filename)?.groups?.rest;
if(rest!==void 0)return builtFile.test(rest)?rest.replace(builtFile,"").split("-")[0]:archive.test(rest)?rest.replace(archive,""):void 0}}function keyOf(text2){
const[,local=""]=text2.split("+"),parsed2=parseVersionText(text2,"pep440");if(parsed2===void 0)return text2.toLowerCase();const numbers=parsed2.numbers.slice(0,
parsed2.numbers.findLastIndex(number22=>number22!==0)+1);return JSON.stringify([numbers,parsed2.prerelease,parsed2.revision,local.toLowerCase().replaceAll(/[-_.]+/g,
".")])}var publicIndex="https://pypi.org/simple",projectName=/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i,settings39=()=>strictObject3({project:string7().regex(projectName,
'the name of a project: letters, digits, ".", "_" and "-"').describe("The project, e.g. `jupyterhub`."),index:template.optional().describe(`The address of the i\
ndex. Default: the one in \`PIP_INDEX_URL\`, or ${publicIndex}. It must offer the JSON form of the simple index.`)}).describe("All versions of a Python project,\
 with the dates of their files; versions whose files are all yanked count as withdrawn. They are parsed with `scheme: pep440`."),accepted="application/vnd.pypi.\
simple.v1+json",part10=kind("pypi",settings39,({project,index:index2},{effects,where,placeholders})=>({read:async signal=>{const source2=`PyPI project ${project}`,
written72=index2===void 0?void 0:effects.variables.fill(index2,`${where}.index`,placeholders),address2=serverAddress(written72??(effects.environment.PIP_INDEX_URL||
publicIndex),written72===void 0?"The variable PIP_INDEX_URL":`${where}.index`),name=project.toLowerCase().replaceAll(/[-_.]+/g,"-"),url2=below(address2.url,`${name}\
/`),headers={accept:accepted,...address2.headers},reply=await httpClient(effects,{source:source2})({url:url2,headers},signal);if(reply.status!==200)throw refusedAnswer(
source2,url2,reply,reply.status===406?noJson:void 0);return{source:source2,tags:tagsOf(project,readJson2(projectPage,reply,{source:source2,url:url2}))}}})),pypi={
part:part10,published:{word:"pypi",name:projectName,example:"isso",scheme:"pep440",keys:["pypi","project"]}},noJson='This index does not offer its pages as JSON\
: name another one under "index", or use another release source, such as a file.',settings40=()=>strictObject3({engine:template.meta({description:"The engine, a\
s `aws rds describe-db-engine-versions` names it.",examples:["aurora-postgresql","postgres","aurora-mysql","mysql","mariadb"]}),...awsKeys}).describe("All versi\
ons of an engine that Amazon RDS offers in a region, each with the versions to which it can be upgraded directly, and which of these are major upgrades. A versi\
on that is deprecated there counts as withdrawn."),part11=kind("rds-engine",settings40,(chosen,context)=>({read:async signal=>{const{readEngineVersions}=await import("./read-2U26MH3Q.js");
return await readEngineVersions(chosen,context,signal)}})),rdsEngine={part:part11,login:{name:"rds-engine",login:awsLogin}},kinds2=[list,file,npm,pypi,crates,...github,
helmIndex,ociTags,rdsEngine],single=oneOf(kinds2.map(({part:part173})=>part173)),releaseSource=oneOf([single,combined(single)]),publishedPlaces=kinds2.flatMap(({
published})=>published??[]),releaseLogins=kinds2.flatMap(({login:login2})=>login2??[]),cdkInit={name:"cdk",title:"AWS CDK",settings:{app:{usual:"infrastructure",
question:"In which folder is the CDK application, from the root of the repository?",inRepository:!0},stack:{usual:"{system}-{environment}",question:"What is the\
 stack called in CloudFormation?",comment:"In one account and region, production and staging must be two stacks."},file:{usual:"infrastructure/config.json",question:"\
Which JSON or YAML file does the application read its configuration from?",inRepository:!0},set:{usual:{image:"acme/app:{version}"},comment:"The keys of that fi\
le that are set for a release; the rest of it stays as it is."},changes:{usual:{"AWS::ECS::TaskDefinition":"ContainerDefinitions"},comment:"What a deploy means \
to change: anything else refuses it."}},changesFiles:!0,login:awsLogin},written3=lazy2(()=>looseObject2({stack:string7(),account:string7().optional(),region:string7().
optional(),endpoint:string7().optional()})),cdkPlace={keys:["stack","account","region","endpoint"],written:settings422=>{const read=written3.safeParse(settings422);
if(!read.success||read.data.account===void 0||read.data.region===void 0)return;const{stack,account,region}=read.data;return{text:JSON.stringify({stack,account,region}),
key:"stack",advice:'give each environment its own stack, such as `stack: "{system}-{environment}"`'}}},resourceType=string7().regex(/^[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+$/,
"a type of resource, such as AWS::RDS::DBInstance"),mayBe={added:"added",removed:"removed"},changes=onDemand(()=>record4(resourceType,union4([string7().min(1),array4(
string7().min(1)).min(1)])).refine(types=>Object.keys(types).length>0,"at least one type of resource").transform(types=>Object.entries(types).map(([type,names2])=>{
const intended=[names2].flat();return{type,properties:intended.filter(name=>name!==mayBe.added&&name!==mayBe.removed),added:intended.includes(mayBe.added),removed:intended.
includes(mayBe.removed)}}))),cdkSettings=()=>strictObject3({app:template.default(".").describe("The folder of the application, with its cdk.json; a relative pat\
h starts at the root of the repository."),stack:template.describe("The name of the stack in CloudFormation."),account:string7().regex(/^\d{12}$/,"the number of \
an account: 12 digits").optional().describe("The AWS account of the stack: a job that is logged in to another account deploys nothing."),file:template.describe(
"The JSON or YAML file that the application reads, from the root of the repository. It is changed in place: comments and layout stay as they are, and the change\
 is shown."),set:record4(string7().min(1),template).describe('Keys that are set in it for a state, such as `image: "acme/app:{version}"`; a dot leads to a neste\
d key. A value keeps the type that it has in the file, and `none` removes the key.'),changes:changes.describe("What a deploy may change: for each type of resour\
ce, the properties that may change, and `added` or `removed` if such resources may be added or removed. If the application would change anything else, or lose d\
ata, the deploy is refused before it starts."),context:record4(string7().min(1),template.refine(text2=>variableNames3(text2).length===0,{error:'a text without $\
{NAME}: it is an argument, which every process of the machine can read; a secret belongs into "env"'})).default({}).describe("Context values for the application\
 (`--context`), such as `config: medplum.config.json`. They are arguments, which every process on the machine can read: use nothing secret, and no `${NAME}`, wh\
ich belongs in `env`."),program:argv.default(["npx","--no-install","cdk"]).describe("How the AWS CDK program is started in the folder of the application."),method:m7(
["change-set","direct"]).default("change-set").describe("How the CDK updates the stack."),env:record4(environmentName,template).default({}).describe("Variables \
for the application. Of the secrets in this file it gets only those that are used here."),"product-variables":strictObject3({parameters:record4(string7().min(1),
template).describe("For each variable, the full name of the parameter that the server reads instead.")}).optional().describe("For a server that reads the produc\
t's environment variables, such as the one that defers its migrations, from parameters of AWS Systems Manager. They are written, or removed, before an update, a\
nd read back. If it is left out, the application gets the variables."),"no-services":string7().min(1).optional().describe("For a stack without an Amazon ECS ser\
vice: why nothing has to be stopped before data is restored, for example because nobody uses its database, or because a hook stops it. If it is left out, a rest\
ore that would need it is refused."),ready:strictObject3({within:duration.prefault("15m").describe("How long tasks may take to start or to stop."),stable:fineDuration.
prefault("10s").describe("How long they must stay stable without interruption.")}).prefault({}).describe("When the Amazon ECS services in the stack count as rea\
dy, if they were not started by an update of the stack: they were stopped for a restore, or only a parameter has changed."),within:duration.prefault("2h").describe(
"How long to wait for an update of the stack that is already in progress before a deploy starts."),...awsKeys}).describe("A stack of the AWS CDK. It must exist:\
 it is updated, never created."),written22=lazy2(()=>looseObject2({"product-variables":looseObject2({parameters:record4(string7(),unknown2())})})),cdkMissingVariables=(settings422,variables)=>{
const read=written22.safeParse(settings422);if(!read.success)return;const{parameters}=read.data["product-variables"],missingVariables=variables.filter(name=>!Object.
hasOwn(parameters,name)),[first2]=missingVariables;return first2===void 0?void 0:{variables:missingVariables,missing:"the parameters of this deploy do not name \
it",add:`product-variables: { parameters: { ${first2}: /the/name/of/the/parameter } }`}},part12=kind("cdk",cdkSettings,(settings422,context)=>({kind:"cdk",preflight:async request2=>{
const{preflightCdk}=await import("./preflight-HNYOIEQK.js");return await preflightCdk(settings422,context,request2)},deploy:async request2=>{const{deployCdk}=await import("./deploy-NBH4PHXF.js");
return await deployCdk(settings422,contextOf(context,request2),request2)},place:async request2=>{const{placeOfCdk}=await import("./place-NUCB4XI7.js");return await placeOfCdk(
settings422,contextOf(context,request2),request2)},preview:async request2=>{const{previewCdk}=await import("./preview-A4JLLONB.js");return await previewCdk(settings422,
contextOf(context,request2),request2)},stop:async request2=>{const{stopCdk}=await import("./services-Q3CMLCSI.js");await stopCdk(settings422,context,request2)},
logs:async request2=>{const{logsOfCdk}=await import("./services-Q3CMLCSI.js");await logsOfCdk(settings422,context,request2)}}));function contextOf(context,{version,
from:from2,to:to2,parts:parts2}){const placeholders={...context.placeholders,...partPlaceholders(parts2),version,from:from2,to:to2};return{...context,placeholders}}
var cdk={part:part12,init:cdkInit,place:cdkPlace,missingVariables:cdkMissingVariables};async function programFindings(programs,place32,subject){const missing32=[];
for(const{where,program}of programs)await isThere(program,place32)||missing32.push(problem(subject,{happened:`The program "${program}", which ${where} starts, i\
s not on this machine.`,means:"The step that needs it would fail.",next:`Install it on the runner, check it out in this job, or correct ${where}.`}));return missing32.
length>0||programs.length===0?missing32:[fine(subject,`The programs are here: ${[...new Set(programs.map(each=>each.program))].join(", ")}.`)]}async function isThere(program,{
directory,environment:environment3}){const candidates=program.includes("/")?[resolve3(directory,program)]:(environment3.PATH??"").split(delimiter).filter(folder4=>folder4!==
"").map(folder4=>join3(resolve3(directory,folder4),program));for(const candidate of candidates)try{return await access2(candidate,constants.X_OK),!0}catch{}return!1}
var commandInit={name:"command",title:"a command of yours, such as a script",settings:{run:{usual:["./deploy/deploy.sh","{environment}","{version}"],input:"depl\
oy"},stop:{usual:["./deploy/stop.sh","{environment}"],input:"stop"},env:{usual:dataVariables=>dataVariables,comment:"A command gets only the secrets that it nam\
es here."}}},settings41=()=>strictObject3({run:argv.describe("Deploys `{version}`. It also gets the variables STAGED_UPGRADE_VERSION, _FROM, _TO and _ENVIRONMEN\
T."),stop:argv.optional().describe("Stops the server, so that its database can be replaced. Required for staging."),logs:argv.optional().describe("Prints the se\
rver's log from `{since}` on, a time such as 2026-03-01T02:14:09.000Z: for smoke tests of kind `logs`."),judge:judge.optional(),env:record4(environmentName,template).
default({}).describe("Variables for these commands, without placeholders of a release: `run` has STAGED_UPGRADE_VERSION. Of the secrets in this file they get on\
ly those that are used here or in `run`; they inherit everything else that the job has.")}),part13=kind("command",settings41,(configured,context)=>{const{stop,logs:logs2}=configured,
fillAll=(run,placeholders)=>run.map(text2=>context.effects.variables.fill(text2,`${context.where}.run`,placeholders));return{kind:"command",preflight:async({hops,
subject})=>{filledVariables(configured.env,context);const deploys=hops.flatMap(({from:from2,to:to2,parts:parts2})=>[["from",from2],["to",to2]].map(([side,version])=>fillAll(
configured.run,{...context.placeholders,...partPlaceholders(parts2?.[side]),version,from:from2,to:to2}))),stops=stop===void 0?[]:[fillAll(stop,context.placeholders)],
programs=[...deploys.slice(0,1),...stops].map(([program=""])=>({where:context.where,program}));return await programFindings(programs,context.effects,subject)},deploy:async request2=>{
const{version,from:from2,to:to2,parts:parts2}=request2,placeholders={...context.placeholders,...partPlaceholders(parts2),version,from:from2,to:to2};return await runUserCommandOrFail(
{run:configured.run,env:configured.env,environment:request2.environment,...configured.judge===void 0?{}:{judge:outputJudge(outputRules(configured.judge,{...context,
placeholders},`${context.where}.judge`))},log:request2.log,...request2.signal?{signal:request2.signal}:{}},{...context,placeholders},`It is not known whether ${request2.
version} was put in place.`),{}},logs:logs2===void 0?void 0:async({since:since2,onLine,signal})=>{const result=await runUserCommand({run:logs2,env:configured.env,
log:{...silentLog,output:onLine},signal},{...context,placeholders:{...context.placeholders,since:since2.toISOString()}});if(!endedWell(result))throw new SystemFailure6(
{happened:`The command ${JSON.stringify(logs2.join(" "))} (${context.where}.logs) ${howItEnded(result)}.`,means:"It is not known what the server has logged.",next:"\
Correct the command, and run the step again."})},stop:stop===void 0?void 0:async request2=>{await runUserCommandOrFail({run:stop,env:configured.env,log:request2.
log,...request2.signal?{signal:request2.signal}:{}},context,"The server may still be running.")}}}),command2={part:part13,init:commandInit},composeInit={name:"c\
ompose",title:"Docker Compose",settings:{file:{usual:"deploy/compose.yml",question:"Which Compose file, relative to the root of the repository?",inRepository:!0},
project:{usual:"{system}-{environment}",comment:"On one engine, production and staging must be two projects."},services:{usual:["app"],comment:"The services tha\
t are replaced; all others, such as the database, are left alone."},env:{usual:{APP_TAG:"{version}"},comment:"Variables of the Compose file. It gets only the se\
crets that are named here."}}},written32=lazy2(()=>looseObject2({file:union4([string7(),array4(string7())]),"env-file":looseObject2({file:string7()}).optional(),
pinned:unknown2().optional()}));function composeFiles(settings422){const read=written32.safeParse(settings422);if(!read.success)return[];const{file:file2,"env-f\
ile":envFile,pinned}=read.data,files=[file2].flat(),[first2=""]=files;return[...files.map((path4,index2)=>({kind:"compose",path:path4,...pinned===void 0||index2>
0?{}:{ofRelease:!0}})),envFile===void 0?{kind:"env",path:join4(dirname(first2),".env"),optional:!0}:{kind:"env",path:envFile.file}]}var serviceName=string7().regex(
/^[a-zA-Z0-9._-]+$/,"the name of a service in the Compose file"),variableName=string7().regex(/^[A-Za-z_][A-Za-z0-9_]*$/,"the name of a variable, such as APP_TA\
G"),sha25622=string7().regex(/^[0-9a-f]{64}$/,"a SHA-256 in hexadecimal: 64 digits and lowercase letters"),oneOff=onDemand(()=>strictObject3({run:tuple2([serviceName,
template],template).describe("A service and the command that a separate container with the new image runs: `[web, app, migrate]`."),...judgeKeys,...progressKey,
needs:array4(serviceName).default([]).describe("Services of the release that it needs, such as its database: they are updated, and must be ready, before it runs\
. Only for `before`."),when:m7(["upgrade","always"]).default("upgrade").describe("`upgrade`: only with the new release. `always`: also with the previous one, wh\
en it is deployed again."),timeout:duration.prefault("1h").describe("After that it is left running, and the next run of the step waits for it again.")})),readBack=onDemand(
()=>strictObject3({run:tuple2([serviceName,template],template).describe("A service, and a command to run in each of its new containers: `[web, app, --version]`."),
...judgeKeys,same:boolean2().default(!1).describe("Whether all new containers must report the same, for example the hash of their schema.")})),composeSettings=()=>strictObject3(
{file:union4([template,array4(template).min(1)]).describe("The Compose file, or a list of them; relative paths start at the root of the repository."),project:template.
optional().describe("The name of the project. Default: the one that Compose takes from the file or its folder."),services:array4(serviceName).min(1).describe("T\
he services that belong to the release, in the order in which they are replaced. No others are touched."),env:record4(variableName,template).default({}).describe(
'Variables for the Compose file, such as `APP_TAG: "{version}"`. They take precedence over its env file.'),"env-file":strictObject3({file:template.describe("The\
 file with the variables of the Compose file."),set:record4(variableName,template).describe("The lines to change in it; all others stay as they are.")}).optional().
describe("For servers on which people also run Compose: the version is kept in the env file."),images:record4(serviceName,template).default({}).describe("The im\
age of a service, written into the Compose file; comments and layout stay as they are."),pinned:strictObject3({url:template.describe("The address of the file of\
 a release, with `{version}`."),sha256:record4(string7(),sha25622).describe("The checksum of the file of each release that is deployed.")}).optional().describe(
"For products that publish a Compose file with each release: it is fetched, checked, shown and installed."),pull:m7(["always","missing","never"]).optional().describe(
"When images are pulled, which is before anything stops. Default: the service's `pull_policy`, or else always."),strategy:m7(["recreate","rolling"]).default("re\
create").describe("`rolling`: one replica at a time; each must be ready before an old one is stopped."),stop:array4(serviceName).min(1).optional().describe("The\
 services to stop when the server must not write. Default: all of them. A database that is restored in its container must keep running: then name the others."),
"stop-first":boolean2().default(!1).describe("Whether these are stopped before the commands of `before`, if the two must not run at the same time."),before:array4(
oneOff).default([]).describe("Commands of the new image, run before its services are started."),after:array4(oneOff).default([]).describe("Commands of the new i\
mage, run when its services are ready."),"read-back":array4(readBack).default([]).describe("What the new containers must report before they count as ready, and \
before an old one is stopped."),ready:strictObject3({within:duration.prefault("5m").describe("How long containers may take to become ready."),stable:fineDuration.
prefault("3s").describe("How long they must stay ready without interruption.")}).prefault({}).describe("A container is ready when its health check passes, or, w\
ithout a health check, when it runs."),context:template.optional().describe("The Docker context of the engine. Default: that of the job."),host:template.optional().
describe("The address of the engine, instead of a context: `ssh://deploy@app.example.com`.")}).refine(({context,host})=>context===void 0||host===void 0,'either \
"context" or "host"').describe("Services of Docker Compose, version 2.23 or newer."),part14=kind("compose",composeSettings,(settings422,context)=>({kind:"compos\
e",preflight:async request2=>{const{preflightCompose}=await import("./preflight-ZMOLJTU5.js");return await preflightCompose(settings422,context,request2)},deploy:async request2=>{
const{deployCompose}=await import("./deploy-ZKGDPAWW.js");return{artifacts:await deployCompose(settings422,contextOf2(context,request2),request2)}},place:async request2=>{
const{placeOfCompose}=await import("./place-RH2SDFRN.js");return await placeOfCompose(settings422,contextOf2(context,request2),request2)},stop:async request2=>{
const{stopCompose}=await import("./stop-JIRLXYZI.js");await stopCompose(settings422,context,request2)},logs:async request2=>{const{logsOfCompose}=await import("./logs-6KCQEQR3.js");
await logsOfCompose(settings422,context,request2)}}));function contextOf2(context,{version,from:from2,to:to2,parts:parts2}){const placeholders={...context.placeholders,
...partPlaceholders(parts2),version,from:from2,to:to2};return{...context,placeholders}}var compose={part:part14,init:composeInit,place:composePlace,files:composeFiles},
ecsInit={name:"ecs",title:"Amazon ECS",settings:{cluster:{usual:"{system}-{environment}",question:"What is the cluster called?"},service:{usual:"app",question:"\
What is the service called?"},images:{usual:{app:"acme/app:{version}"},comment:"By the name of the container, the image of a release."}},login:awsLogin},written4=lazy2(
()=>looseObject2({cluster:string7(),service:string7(),account:string7().optional(),region:string7().optional()})),ecsPlace={keys:["cluster","service","account",
"region","endpoint"],written:settings422=>{const read=written4.safeParse(settings422);if(!read.success||read.data.account===void 0||read.data.region===void 0)return;
const{cluster,service,account,region}=read.data;return{text:JSON.stringify({cluster,service,account,region}),key:"cluster",advice:'give each environment its own\
 cluster, such as `cluster: "{system}-{environment}"`, or a service'}}},ecsSettings=()=>strictObject3({cluster:template.describe("The name or the ARN of the clu\
ster."),service:template.describe("The name of the service. It must exist, and keeps its number of tasks."),images:record4(string7().min(1),template).refine(images=>Object.
keys(images).length>0,"at least one container").describe('For each container, the image of a release: `web: "acme/app:{version}"`. It is pinned by its digest.'),
env:record4(environmentName,template).default({}).describe("Variables of these containers that are set for a release. All others stay as they are."),account:string7().
regex(/^\d{12}$/,"the number of an account: 12 digits").optional().describe("The AWS account of the cluster: a job that is logged in to another account deploys \
nothing."),ready:strictObject3({within:duration.prefault("15m").describe("How long the deployment may take."),stable:fineDuration.prefault("10s").describe("How \
long it must stay stable without interruption.")}).prefault({}).describe("A deployment is ready when Amazon ECS calls it completed and as many tasks run as are \
desired."),...awsKeys}).describe("An Amazon ECS service."),part15=kind("ecs",ecsSettings,(settings422,context)=>({kind:"ecs",preflight:async request2=>{const{preflightEcs}=await import("./preflight-PF2PGD3K.js");
return await preflightEcs(settings422,context,request2)},deploy:async request2=>{const{deployEcs}=await import("./deploy-RLXF6NAS.js");return{artifacts:await deployEcs(
settings422,contextOf3(context,request2),request2)}},place:async request2=>{const{placeOfEcs}=await import("./place-YLFK4E5E.js");return await placeOfEcs(settings422,
contextOf3(context,request2),request2)},stop:async request2=>{const{stopEcs}=await import("./stop-NGDMONBD.js");await stopEcs(settings422,context,request2)},logs:async request2=>{
const{logsOfEcs}=await import("./logs-WK3Z3TTL.js");await logsOfEcs(settings422,context,request2)}}));function contextOf3(context,{version,from:from2,to:to2,parts:parts2}){
const placeholders={...context.placeholders,...partPlaceholders(parts2),version,from:from2,to:to2};return{...context,placeholders}}var ecs={part:part15,init:ecsInit,
place:ecsPlace},helmInit={name:"helm",title:"Helm, in Kubernetes",settings:{release:{usual:"{system}"},namespace:{usual:"{system}-{environment}",comment:"In one\
 cluster, production and staging must be two namespaces."},chart:{usual:"./charts/app",question:"Which chart: a folder of the repository, or oci://\u2026?",inRepository:!0},
values:{usual:["deploy/{environment}.values.yml"],comment:"All values of the release, complete: one file for each environment.",inRepository:!0},set:{usual:{"im\
age.tag":"{version}"},comment:"Where the chart takes the release."},"product-variables":{usual:{at:"extraEnv",form:"list"},comment:"Where the chart accepts vari\
ables: some products need one to defer their migrations."},kubeconfig:{usual:"${{PREFIX}{SIDE}_KUBECONFIG}",comment:"The text of a kubeconfig."}}},written5=lazy2(
()=>looseObject2({values:array4(string7()).optional()}));function helmFiles(settings422){return(written5.safeParse(settings422).data?.values??[]).map(path4=>({kind:"\
values",path:path4}))}var written6=lazy2(()=>looseObject2({release:string7(),namespace:string7(),context:string7().optional(),kubeconfig:string7().optional()})),
helmPlace={keys:["release","namespace","context","kubeconfig"],written:settings422=>{const read=written6.safeParse(settings422);if(!read.success)return;const{release:release22,
namespace,context,kubeconfig}=read.data;if(!(context===void 0&&kubeconfig===void 0))return{text:JSON.stringify({release:release22,namespace,context,kubeconfig}),
key:"namespace",advice:'give each environment its own namespace, such as `namespace: "{system}-{environment}"`'}}},helmMissingVariables=(settings422,variables)=>typeof settings422==
"object"&&settings422!==null&&"product-variables"in settings422?void 0:{variables,missing:"this deploy does not say where the chart takes variables",add:"produc\
t-variables: { at: extraEnv, form: list }"},part16=kind("helm",helmSettings,(settings422,context)=>({kind:"helm",preflight:async request2=>{const{preflightHelm}=await import("./preflight-2KPWILUZ.js");
return await preflightHelm(settings422,context,request2)},deploy:async request2=>{const{deployHelm}=await import("./deploy-L2XHLYDB.js");return{artifacts:await deployHelm(
settings422,contextOf4(context,request2),request2)}},place:async request2=>{const{placeOfHelm}=await import("./place-LAWXH3OI.js");return await placeOfHelm(settings422,
contextOf4(context,request2),request2)},stop:async request2=>{const{stopHelm}=await import("./stop-D67TX5MX.js");await stopHelm(settings422,context,request2)},logs:async request2=>{
const{logsOfHelm}=await import("./logs-3FX2XAKI.js");await logsOfHelm(settings422,context,request2)}}));function contextOf4(context,{version,from:from2,to:to2,parts:parts2}){
const placeholders={...context.placeholders,...partPlaceholders(parts2),version,from:from2,to:to2};return{...context,placeholders}}var helm={part:part16,init:helmInit,
place:helmPlace,files:helmFiles,missingVariables:helmMissingVariables},kinds3=[command2,compose,helm,cdk,ecs],deployer=oneOf(kinds3.map(({part:part173})=>part173)),
deployerInit=kinds3.map(({init})=>init),deployPlaceRules=new Map(kinds3.flatMap(({init,place:place32})=>place32===void 0?[]:[[init.name,place32]])),deployVariableRules=new Map(
kinds3.flatMap(({init,missingVariables})=>missingVariables===void 0?[]:[[init.name,missingVariables]]));function deployFiles(kind2,settings422){return kinds3.find(
({init})=>init.name===kind2)?.files?.(settings422)??[]}var manualStep=onDemand(()=>strictObject3({id:string7().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/,"lowercase le\
tters, digits, dots and hyphens, such as tell-users").describe("The id with which a person acknowledges that the step is done."),text:string7().min(1).describe(
"What to do, as an instruction to the reader."),url:url().exactOptional().describe("Where it is described.")})),stage=onDemand(()=>strictObject3({name:slug.describe(
"Its label on the path, in hops and in commands."),title:string7().min(1).describe("Its display name."),reason:string7().min(1).describe("Why the change has thi\
s stage; the plan shows it."),url:url().exactOptional().describe("Where it is described."),reached:reachedProbe.describe("Determines whether this stage is reach\
ed. The system is at the last stage of the list whose probe says so; if a later one cannot be probed, the state is unknown."),deploy:deployer.optional().describe(
"Leads here from the previous stage. It gets `{from}`, `{to}`, `{environment}` and `{access.<name>}`. Default: the `deploy` of the environment. After a run that\
 was killed it is run again, so it must continue where it was."),back:deployer.optional().describe("Leads from here back to the previous stage, `{from}`, withou\
t losing anything. If it is left out, there is no way back from this stage."),parts:partVersions.default({}).describe("The versions of the parts that belong to \
this stage, by their names; `{parts.chart}` passes them to its deploy."),manual:array4(manualStep).default([]).describe("What a person must do before; it blocks\
 the hop until acknowledged."),smoke:array4(smokeTest).default([]).describe("Tests that must pass at this stage, in addition to those of the product.")})),stageList=onDemand(
()=>array4(stage).min(2).refine(stages=>new Set(stages.map(({name})=>name)).size===stages.length,{error:"stages whose names all differ"}).refine(stages=>new Set(
stages.flatMap(({manual:manual2})=>manual2.map(({id})=>id))).size===dutiesIn(stages),{error:"manual steps whose ids all differ: a step is acknowledged by its id"}));
function dutiesIn(stages){return stages.reduce((sum,{manual:manual2})=>sum+manual2.length,0)}var change=onDemand(()=>strictObject3({reason:string7().min(1).describe(
"Why it is a separate hop; the plan shows it."),url:url().exactOptional().describe("Where it is described.")})),topologyChanges=onDemand(()=>strictObject3({"add\
-instances":change.describe("Instances are added, so that there is something to fail over to."),reader:change.describe("All instances except the one that is dec\
lared as the writer get another class."),writer:change.describe("The instance that is declared as the writer gets another class."),"reader-setting":change.describe(
"The separate class of the readers is removed from the configuration."),"remove-instances":change.describe("Instances are deleted.")})),description={name:slug.describe(
"The name under which the configuration refers to the product."),title:string7().min(1).describe("The display name."),documentation:url().optional().describe("T\
he vendor's own page about upgrades."),changelog:string7().regex(/^https:\/\/\S*\{version\}\S*$/,"an address with {version}, such as https://example.com/release\
s/v{version}").optional().describe("Where the vendor describes a release: an address with `{version}`. The diagnostics file includes it for both sides of the ho\
p.")},access3=record4(slug,strictObject3({description:string7().min(1)})).default({}).describe("Credentials that the probes need; each environment sets their va\
lues under `access:`."),parts=record4(partName,versionProbe).optional().describe("The present versions of its parts besides the release, by their names: `chart`\
, `database`. A person gives the version of a part that no probe shows."),window=strictObject3({reason:string7().min(1).describe("Why, in a sentence for the per\
son who writes the configuration."),url:url().optional().describe("Where the vendor says so.")}).optional().describe("It may be upgraded only in a maintenance w\
indow: a configuration without `windows` that open and close is refused, unless it waives them with a reason."),tests={"needs-window":window,baseline:array4(measure).
default([]).describe("What is measured before a newer release is deployed, and compared afterwards: on staging in the rehearsal, and on production."),smoke:array4(
smokeTest).default([]).describe("Tests that every installation of the product must pass."),stores:array4(strictObject3({name:string7().min(1).describe("Its disp\
lay name: `binary storage`."),besides:array4(string7()).nonempty().describe("The kinds of data that do not hold it: `[postgres]`."),reason:string7().min(1).describe(
"What is missing on a copy without it."),"named-by":strictObject3({id:slug.describe("The id with which a person acknowledges that it is separate, if none of the\
se files shows it."),settings:array4(filePlace).min(1).describe("Keys of the user\u2019s own files with which its server finds it; one of them is enough.")}).optional().
describe("A copy is restored on staging only when the files that staging is deployed with show that its server uses staging\u2019s own, and not production\u2019s.")})).
default([]).describe("What it keeps outside its database: `preflight` and `plan` warn if no store under `data` can hold it."),"known-problems":array4(knownProblem).
default([]).describe("Problems that its operators are known to have, recognized by a log or by its settings."),checklists:array4(checklist).default([]).describe(
"The checklists that its vendor asks users to work through: the report fills them in for each hop, each item from a record of the journal."),evidence:array4(evidenceSource).
default([]).describe("What vendor support will ask for after a failure, such as the list of its jobs: it is then requested from production, and kept in the diag\
nostics file beside the full responses to the probes.")},versionsProduct=strictObject3({...description,versions:versionScheme.describe("How the product's tags a\
nd version texts are read."),releases:releaseSource.describe("Where the published versions are listed."),path:pathRules.describe("Which steps from one release t\
o another the vendor allows, and why."),facts:record4(slug,declaredFact).optional().describe("The facts that `when` in its rules refers to, with what a person m\
ust know to answer. The type of a fact that is not declared follows from how its rules compare it."),access:access3,probes:strictObject3({health:healthProbe.describe(
"Is it serving?"),version:versionProbe.describe("Which release answers?"),migrations:migrationsProbe.optional().describe("The progress of its migrations. Withou\
t it, migrations are done when the release answers and is healthy."),parts}).describe("How the live system is observed."),durations:typicalDurations.optional(),
"migrated-by":literal("deploy").optional().describe("For a product whose migrations are complete when the deploy is, such as those of a command or a Job of the \
vendor: a server that does not answer within `start-timeout` has then failed to start. If it is left out, migrations run at start-up and may take longer."),migrations:strictObject3(
{defer:strictObject3({env:record4(string7(),string7()).describe("Variables that a deploy sets to defer the migrations, and leaves unset to let them run.")}).describe(
"How a release is deployed without starting its migrations, which opens the rollback window."),start:migrationStarter.describe("How the deferred migrations are \
started."),"start-after":duration.optional().describe("The minimum time between a deploy and the start of the first of them: if servers remember each other for \
a while, a start that is requested sooner waits longer."),settle:duration.prefault("10s").describe("How long to check, after a deferred deploy, that nothing has\
 started."),trace:duration.prefault("2m").describe("How long the start of a migration may leave no trace in the probe before it counts as lost.")}).optional().describe(
"Leave it out for a product whose migrations run at start-up and cannot be deferred: it has no rollback window."),...tests}).refine(({path:path4,probes})=>path4.
every(({movesAlone,part:part173=""})=>!movesAlone||part173 in(probes.parts??{})),{path:["probes","parts"],error:"a probe for each part that a rule moves in a ho\
p of its own (`alone.to`): only that shows which state it is"}),stagesProduct=onDemand(()=>strictObject3({...description,stages:stageList.describe("The stages o\
f the change in order; none is skipped. The first is where it starts."),access:access3,probes:strictObject3({health:healthProbe.optional().describe("Is it servi\
ng? If it is left out, it counts as serving at every stage that is reached."),parts}).prefault({}).describe("How the live system is observed, in addition to the\
 stages."),...tests})),topologyProduct=onDemand(()=>strictObject3({...description,topology:topologyChanges.describe("Why each change is a separate hop. The envi\
ronment's `topology` reads what the cluster is now."),access:access3,probes:strictObject3({health:healthProbe.optional().describe("Does it answer? It is probed \
several times a second while the cluster changes. If it is left out, it only has to be an available cluster."),writes:healthProbe.optional().describe("Does it a\
ccept writes? It is probed along with `health`, so that both interruptions are measured."),parts}).prefault({}).describe("How the live system is observed, in ad\
dition to its topology."),...tests})),productDefinition=union4([versionsProduct,stagesProduct,topologyProduct]);function hasVersions(product2){return"versions"in
product2}function isMigratedByDeploy(product2){return hasVersions(product2)&&product2["migrated-by"]==="deploy"}function hasStages(product2){return"stages"in product2}
function hasTopology(product2){return"topology"in product2}function reversibleStages({stages}){return stages.filter(({back})=>back!==void 0).map(({name})=>name)}
import{countText as countText2}from"./terminal.js";function contentsOf({tables,folders}){return{tables:tables.length,rows:tables.reduce((sum,table)=>sum+table.rows,
0),...folders&&{files:folders.reduce((sum,folder4)=>sum+folder4.files,0)}}}function together(all){const files=all.flatMap(each=>each.files??[]);return{tables:all.
reduce((sum,{tables})=>sum+tables,0),rows:all.reduce((sum,{rows})=>sum+rows,0),...files.length===0?{}:{files:files.reduce((sum,each)=>sum+each,0)}}}function countsText({
tables,rows,files}){const ofFiles=files===void 0?[]:[countText2(files,"file")];return[...files!==void 0&&tables===0?[]:[countText2(tables,"table"),countText2(rows,
"row")],...ofFiles].join(", ")}function contentsText({tables,rows,files}){const ofDatabases=`${countText2(tables,"table")} with ${countText2(rows,"row")}`;return files===
void 0?ofDatabases:tables===0?countText2(files,"file"):`${ofDatabases} and ${countText2(files,"file")}`}import{bytesText,countText as countText3,downtimeText,durationText as durationText2,
elapsedText}from"./terminal.js";import{object as object4,record as record5,string as string8}from"./start.js";function validationProgress(elapsed,total){return`\
validated ${elapsedText(Math.min(elapsed,total),total)}`}function validationText(milliseconds2,rounds){return milliseconds2===void 0||rounds===void 0?"":`valida\
ted for ${durationText2(milliseconds2)} in ${countText3(rounds,"round")}`}var deployPlace=object4({kind:string8(),location:record5(string8(),string8()).readonly()}).
readonly();function isSameDeployPlace(one,other){const keys=Object.keys(one.location);return one.kind===other.kind&&keys.length===Object.keys(other.location).length&&
keys.every(key3=>one.location[key3]===other.location[key3])}function deployPlaceText({location}){return Object.entries(location).map(([key3,value2])=>`${key3} "${value2}\
"`).join(", ")}function eventSentence(event2,show=asRecorded){return printable(sentence(event2,show))}function asRecorded(time5){return time5}function runName(run){
return printable(`${run.kind} ${run.id}${run.attempt===1?"":`/${run.attempt}`}`)}function printable(text2){return text2.replace(/\s+/gu," ").replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu,
"\uFFFD").trim()}function sentence(event2,show){if(event2.type==="not-understood")return`${event2.name} (written by a newer version) ${JSON.stringify(event2.content)}`;
if(event2.type==="planned")return`planned ${event2.current} \u2192 ${event2.target} in ${countText3(event2.hops.length,"hop")}`;if(event2.type==="preflighted"){
const{problems,warnings,unknown:unknown6}=event2;return`preflight: ${countText3(problems,"problem")}, ${countText3(warnings,"warning")}, ${unknown6} could not b\
e checked`}if(event2.type==="at-target")return`production was seen to run ${event2.version}, the target of ring ${event2.ring}`;if(event2.type==="disposable-mar\
ked")return`marked ${event2.data} as disposable: ${event2.name} (${event2.mark})`;if(event2.type==="backups-removed")return`removed old backups: ${event2.backups.
join(", ")}`;if(event2.type==="production-found-marked")return`${event2.data} of production was found to be marked as disposable (${event2.mark})`;if(event2.type===
"production-place-seen")return`production was seen at ${deployPlaceText(event2.place)} (${event2.place.kind})`;if(!("hop"in event2))return leaseSentence(event2,
show);const place4="environment"in event2?` on ${event2.environment}`:"",took="milliseconds"in event2?` in ${durationText2(event2.milliseconds)}`:"",more=detail(
event2,show);return`${nameOf(event2)} ${event2.hop.id}${place4}${took}${more===""?"":`: ${more}`}`}function eventWords(event2,show){const more=detail(event2,show);
return printable(more===""?nameOf(event2):`${nameOf(event2)}: ${more}`)}function nameOf(event2){return event2.type==="ended"?`${event2.command} ${event2.outcome}`:
event2.type.replaceAll("-"," ")}function detail(event2,show){switch(event2.type){case"checked":return event2.version;case"backed-up":return`${event2.purpose} ${event2.
backup}, ${bytesText(event2.bytes)}, data of ${show(event2.dataAt)}`;case"restored":return`${event2.backup}, ${event2.proved?"proved equal":"not proved"} (${countsText(
event2)})`;case"scrubbed":return event2.waived?"waived":"";case"baseline-taken":return`${event2.version}, ${countText3(event2.measures.length,"measure")}`;case"\
deploying":return`${event2.version}${event2.deferred?", migrations deferred":""}`;case"deployed":{const down=downText(event2),deferred=event2.deferred?", migrat\
ions deferred":"",unproved=event2.unproved===void 0?"":` (not proved: ${event2.unproved})`;return`${event2.version}${deferred}${unproved}${down}`}case"smoke-tes\
ted":{const validated=validationText(event2.validatedMilliseconds,event2.rounds),tests2=`${event2.version}, ${countText3(event2.tests.length,"test")}${event2.assumed===
!0?"":`, migrations ${event2.migrations}`}`;return validated===""?tests2:`${tests2}, ${validated}`}case"adopted":return`${event2.version}, "${event2.reason}"`;case"\
rolling-back":return`to ${event2.to}${event2.reason===void 0?"":`, "${event2.reason}"`}`;case"rolled-back":return event2.accepted===void 0?`to ${event2.to}${event2.
tests===void 0?"":`, ${countText3(event2.tests.length,"test")}`}${downText(event2)}`:`to ${event2.to}${downText(event2)}, tests not passed and accepted: "${event2.
accepted.reason}"`;case"point-proved":return`${event2.backup} (${countsText(event2)})`;case"carried-over":return`from ${event2.after}, on ${event2.backup}`;case"\
restoring":return event2.backup;case"rehearsed":return event2.backup??"without data";case"rehearsal-waived":return`"${event2.because}"`;case"approved":return`by\
 ${event2.by} (${event2.gate})${event2.comment===void 0?"":`, "${event2.comment}"`}${event2.note===void 0?"":`; ${event2.note}`}`;case"put-in-place":return event2.
version;case"starting":return`${event2.migration}${event2.retry?", once more, as a person requested":""}`;case"start-answered":return`${event2.migration}: ${event2.
said}`;case"not-deferred":case"rehearsal-voided":return event2.because;case"ended":return event2.message;case"migrating":case"migrated":case"waited":case"comple\
ted":case"staging-taken":return""}}function downText({downtimeMilliseconds:down,availability:availability2}){if(down===void 0)return"";const{looks,failed:failed3}=availability2??
{looks:0,failed:0},counted=failed3===0?"":` (${failed3} of ${looks} health checks failed)`;return`, down for ${downtimeText(down)}${counted}`}function leaseSentence(event2,show){
const holder=`by ${event2.owner}, number ${event2.fence}`;switch(event2.type){case"lease-taken":return`lease taken ${holder}, until ${show(event2.expiresAt)}${event2.
preempted===void 0?"":`, from ${event2.preempted}`}${event2.reason===void 0?"":`, "${event2.reason}"`}`;case"lease-renewed":return`lease renewed ${holder}, unti\
l ${show(event2.expiresAt)}`;case"lease-released":return`lease released ${holder}`}}import{string as string9}from"./start.js";var markDatabase="staged_upgrade",
serversOwn=["admin","config","local"],databasePattern=string9().regex(/^[A-Za-z0-9_][A-Za-z0-9_-]*\*?$/,{error:'the name of a database, or how names begin with \
a "*" at the end: deviceauth-*'}).refine(name=>![...serversOwn,markDatabase].includes(name),{error:`the name of a database of the application's: ${[...serversOwn,
markDatabase].join(", ")} are never backed up`});function databasesOf({patterns:patterns2,prefix:prefix2},present){const own=patterns2.map(pattern2=>`${prefix2}${pattern2}`);
return present.filter(name=>name!==markDatabase&&!serversOwn.includes(name)).filter(name=>own.some(pattern2=>matches(pattern2,name))).sort()}function matches(pattern2,name){
return pattern2.endsWith("*")?name.startsWith(pattern2.slice(0,-1)):name===pattern2}function nameInBackup({prefix:prefix2},onServer){return onServer.slice(prefix2.
length)}function setText({patterns:patterns2,prefix:prefix2}){return[...new Set(patterns2.map(pattern2=>`${prefix2}${pattern2}`))].sort().join(", ")}import{processMark}from"./start.js";
var compressions=["zstd","lz4","gzip","none"],compressionSettings=["auto",...compressions],forms2={zstd:{argument:"zstd:1",suffix:".dat.zst"},lz4:{argument:"lz4",
suffix:".dat.lz4"},gzip:{argument:"1",suffix:".dat.gz"},none:{argument:"0",suffix:".dat"}},compressArgument=compression=>`--compress=${forms2[compression].argument}`,
suffixOf=compression=>forms2[compression].suffix,suffixes=compressions.map(suffixOf),firstMajorWithMore=16;async function offeredCompressions({pgDump,major},processes,environment3){
if(major<firstMajorWithMore)return["gzip","none"];const isOffered=async compression=>(await askProgram(processes,{argv:[pgDump,compressArgument(compression),"--\
format=custom","--jobs=2"],environment:{...environment3,LC_ALL:"C"}}))?.stderr.includes("parallel backup only supported by the directory format")??!1,[zstd,lz4]=await Promise.
all([isOffered("zstd"),isOffered("lz4")]);return compressions.filter(each=>each==="zstd"?zstd:each!=="lz4"||lz4)}function chooseCompression(setting2,{compressions:offered,
major,version},where){if(setting2!=="auto"&&!offered.includes(setting2))return{kind:"refuse",message:{happened:`The configuration asks for dumps that are compre\
ssed with ${setting2}, and pg_dump ${version} cannot do that here.`,means:major<firstMajorWithMore?"It came with version 16.":"It is built without it.",next:`Le\
ave "compression:" under ${where} out, which takes the best that there is, or name one of these: ${offered.join(", ")}. ${builtWithAll(major)}`}};const compression=setting2===
"auto"?offered[0]??"gzip":setting2,lacksBetter=setting2==="auto"&&compression==="gzip"&&major>=firstMajorWithMore,named2=compression==="none"?"dump without comp\
ression":`compress with ${compression}`;return{kind:"use",compression,said:lacksBetter?`${named2}: this build has neither zstd nor lz4, which are faster`:named2}}
function cannotDecompress(compression,{major,version}){return{happened:`The backup is compressed with ${compression}, and pg_restore ${version} is built without\
 it here.`,means:"It cannot read the rows.",next:`${builtWithAll(major)} Or let production's runner write what this one reads: "compression: gzip" in the config\
uration of production's database, and take a new backup.`}}function builtWithAll(major){return`The package postgresql-client-${Math.max(major,firstMajorWithMore)}\
 of Debian, Ubuntu and the PostgreSQL repository is built with zstd and lz4: install it, or name its folder under "tools:".`}function missingDecompression(stderr){
return/this build does not support compression with (?<name>\w+)/.exec(stderr)?.groups?.name?.toLowerCase()}var omissions=["publications","event-triggers"],kindOf={
publications:"publication","event-triggers":"event trigger"},outsideSettings=["cut","keep"];function leadsOutside(entry){return entry.text.startsWith("USER MAPP\
ING ")}function cutText(entries,{jobTables}){const servers=new Set(entries.filter(leadsOutside).map(({text:text2})=>/ SERVER (?<server>.*) \S+$/.exec(text2)?.groups?.
server??text2)),parts2=[...servers.size===0?[]:[`no user mapping was restored for the foreign servers ${[...servers].map(name=>`"${name}"`).join(", ")}`],...jobTables.
map(({name})=>`the jobs in ${name} are switched off`)];return parts2.length===0?void 0:`This copy does not act on anything outside of it: ${parts2.join(", and ")}\
. If staging has its own servers for these, let the scrub hook set them.`}async function listRoles(session){return(await session.query(`
    WITH members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    ), schemas AS (
      SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), owners (classid, objid, role) AS (
      SELECT 'pg_class'::regclass::oid, c.oid, relowner FROM pg_class c JOIN schemas s ON s.oid = relnamespace
      UNION SELECT 'pg_proc'::regclass, p.oid, proowner FROM pg_proc p JOIN schemas s ON s.oid = pronamespace
      UNION SELECT 'pg_type'::regclass, t.oid, typowner FROM pg_type t JOIN schemas s ON s.oid = typnamespace
        WHERE typelem = 0 AND typrelid = 0
      UNION SELECT 'pg_namespace'::regclass, oid, nspowner FROM schemas WHERE nspname <> 'public'
      UNION SELECT classid, objid, refobjid FROM pg_shdepend
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND refclassid = 'pg_authid'::regclass AND deptype <> 'i' AND classid <> 'pg_extension'::regclass
    )
    SELECT DISTINCT rolname AS name FROM owners o JOIN pg_roles r ON r.oid = o.role
    WHERE rolname !~ '^pg_' AND NOT EXISTS (SELECT FROM members m WHERE m.classid = o.classid AND m.objid = o.objid)
    ORDER BY rolname`)).map(row=>row.name)}async function roleRights(session,roles){return session.query(`SELECT wanted.name, r.oid IS NOT NULL AS exists, coale\
sce(pg_has_role(current_user, r.oid, 'MEMBER'), false) AS "mayGive"
     FROM unnest($1::text[]) AS wanted (name) LEFT JOIN pg_roles r ON r.rolname = wanted.name`,[roles])}var rolesSettings=["auto","keep","create","ignore"];function chooseRoles(setting2,standing){
if(setting2==="ignore")return{kind:"ignore"};const absent=standing.filter(role=>!role.exists).map(role=>role.name);if(absent.length>0&&setting2!=="create"){const text2=`\
the roles ${absent.map(name=>`"${name}"`).join(", ")} of the backup do not exist on this server`;return setting2==="keep"?{kind:"refuse",reason:text2}:{kind:"ig\
nore",warning:`Owners and privileges are not restored: ${text2}. Everything belongs to the restoring user.`}}const closed=standing.filter(role=>role.exists&&!role.
mayGive).map(role=>`"${role.name}"`);return closed.length>0?{kind:"refuse",reason:`the restoring user is not a member of the roles ${closed.join(", ")}`}:absent.
length>0?{kind:"create",absent}:{kind:"keep"}}async function createRoles(session,names2){const[user]=await session.query("SELECT rolsuper AS superuser FROM pg_r\
oles WHERE rolname = current_user");for(const name of names2){const quoted4=`"${name.replaceAll('"','""')}"`;await session.query(`CREATE ROLE ${quoted4} NOLOGIN`),
user?.superuser!==!0&&await session.query(`GRANT ${quoted4} TO CURRENT_USER`)}}var pieceBytes=8*2**20,BucketError=class extends Error{name="BucketError";passes;next;withoutLogin;constructor(message,{
passes,next,withoutLogin:withoutLogin2=!1,cause}){super(message,{cause}),this.passes=passes,this.next=next,this.withoutLogin=withoutLogin2}};function networkFailure(cause,server){
if(!(cause instanceof TypeError)||!/fetch failed|terminated|other side closed/.test(cause.message))return;const code=codeOf(cause.cause);return new BucketError(
`${server} did not answer${code===void 0?"":` (${code})`}`,{passes:!0,next:"Check the address, the network and the proxy of this machine, then run the step agai\
n.",cause})}function codeOf(cause){return cause instanceof Error&&"code"in cause&&typeof cause.code=="string"?cause.code:void 0}import{UserError as UserError6}from"./start.js";
const{createHash:createHash4}=process.getBuiltinModule("node:crypto");var busy2=new Set(["SlowDown","ServiceUnavailable","InternalError","RequestTimeout","Throt\
tlingException","TooManyRequestsException","ConditionalRequestConflict","OperationAborted","BadDigest","InvalidDigest","XAmzContentChecksumMismatch","Incomplete\
Body"]),expired2=new Set(["ExpiredToken","ExpiredTokenException","TokenRefreshRequired"]),unknownKey2=new Set(["InvalidAccessKeyId","SignatureDoesNotMatch","Inv\
alidToken","UnrecognizedClientException"]),elsewhere=new Set(["PermanentRedirect","AuthorizationHeaderMalformed","IllegalLocationConstraintException"]),rights="\
s3:ListBucket on the bucket; s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on its objects; and the use of the KMS key, if there is one";
function s3Failure(answer4,{bucket,region,where},cause){const{name,status}=answer4,failed3=(message,next,passes=!1)=>new BucketError(message,{passes,next,cause});
if(busy2.has(name)||status===429||status!==void 0&&status>=500&&status!==501)return failed3(`the server is busy or failed (${said(answer4)})`,"Run the step agai\
n later. If it persists, check the status of the service.",!0);if(name==="NoSuchBucket")return failed3(`there is no bucket "${bucket}"`,`Create it, or correct "\
bucket" in ${where}.`);if(elsewhere.has(name)||status===301){const found=answer4.region;return failed3(`the bucket "${bucket}" is not in the region "${region}"${found===
void 0?"":` but in "${found}"`}`,`Set "region: ${found??"REGION"}" in ${where}.`)}return name==="RequestTimeTooSkewed"?failed3("the clock of this machine differ\
s by more than 15 minutes from that of the server (RequestTimeTooSkewed)","Set the clock of this machine (NTP), then run the step again."):expired2.has(name)?failed3(
`the credentials have expired (${name})`,"Start the job again, which logs in again. If a backup takes longer than the session, let the login step ask for a long\
er one (role-duration-seconds), and allow it for the role."):unknownKey2.has(name)?failed3(`the server does not accept the credentials (${name})`,`Check the log\
in step of the job, or the secrets that ${where}.credentials names; with your own server, its endpoint as well.`):name.startsWith("KMS.")||/\bkms\b/i.test(answer4.
message)?failed3(`the KMS key cannot be used (${said(answer4)})`,"Let the role use the key: kms:GenerateDataKey and kms:Decrypt."):name==="NotImplemented"||status===
501?failed3(`the server does not support the request (${said(answer4)})`,`Conditional writes are needed, which newer versions have. If it does not support SHA-2\
56 checksums, set "checksum: md5" in ${where}.`):status===401||status===403?failed3(`a permission is missing (${said(answer4)})`,`What is needed: ${rights}.`):failed3(
said(answer4),`Check ${where}, and what the server says about this error.`)}function said({name,message,status}){const code=name===""||name==="Unknown"||name===
"UnknownError"?void 0:name,shown2=[code,status===void 0?void 0:String(status)].filter(each=>each!==void 0).join(", ");return message===""||message===code||message===
"UnknownError"?shown2:`${shown2}: ${message.replace(/\.$/,"")}`}function askingS3(open6,asked){return async ask3=>{const opened2=await open6();try{return await ask3(
opened2)}catch(cause){throw translated(cause,opened2.sdk,asked)}}}function ending(signal){return signal?{abortSignal:signal}:{}}async function bytesOf({Body:body}){
if(body===void 0||!(Symbol.asyncIterator in body))throw new Error("the answer of the server has no body");const chunks=[];for await(const chunk of body)chunks.push(
chunk);return Buffer.concat(chunks)}function isMissing(cause){const name=nameOf2(cause);return name==="NoSuchKey"||name==="NotFound"}function nameOf2(cause){return cause instanceof
Error?cause.name:void 0}function statusOf2(cause){if(!(cause instanceof Error)||!("$metadata"in cause))return;const{$metadata:metadata}=cause;if(!(typeof metadata!=
"object"||metadata===null||!("httpStatusCode"in metadata)))return typeof metadata.httpStatusCode=="number"?metadata.httpStatusCode:void 0}function translated(cause,sdk,options){
const unanswered=networkFailure(cause,options.server);return unanswered!==void 0?unanswered:cause instanceof sdk.S3ServiceException?s3Failure(answerOf(cause),options,
cause):nameOf2(cause)==="CredentialsProviderError"?new BucketError("this job has no credentials for it",{passes:!1,withoutLogin:!0,next:`Let a step of the job l\
og in (OIDC, between the marks of its workflow), or name an access key in ${options.where}.credentials.`,cause}):cause}function answerOf(error2){const region="R\
egion"in error2&&typeof error2.Region=="string"?error2.Region:headerOf(error2,"x-amz-bucket-region");return{name:error2.name,message:error2.message,status:statusOf2(
error2),region}}function headerOf(error2,name){if(!("$response"in error2))return;const response=error2.$response;if(typeof response!="object"||response===null||
!("headers"in response))return;const{headers}=response;if(typeof headers!="object"||headers===null)return;const value2=new Map(Object.entries(headers)).get(name);
return typeof value2=="string"?value2:void 0}var headerNames=["ContentType","CacheControl","ContentDisposition","ContentEncoding","ContentLanguage","WebsiteRedi\
rectLocation"];function bucketContents(ask3,Bucket,encryption){return{versioning:(_6,signal)=>ask3(async({sdk,client})=>{const{Status}=await client.send(new sdk.
GetBucketVersioningCommand({Bucket}),ending(signal));return Status==="Enabled"?"enabled":Status==="Suspended"?"suspended":"never"}),expiry:(prefix2,signal)=>ask3(
async({sdk,client})=>{try{const command3=new sdk.GetBucketLifecycleConfigurationCommand({Bucket}),{Rules=[]}=await client.send(command3,ending(signal)),active=Rules.
filter(({Status,Filter,Prefix})=>{const own=Filter?.Prefix??Filter?.And?.Prefix??Prefix??"";return Status==="Enabled"&&(own.startsWith(prefix2)||prefix2.startsWith(
own))}),days=active.flatMap(({NoncurrentVersionExpiration:rule})=>rule?.NoncurrentDays??[]);return{...days.length>0&&{replacedDays:Math.min(...days)},removesCurrent:active.
some(({Expiration:rule})=>rule?.Days!==void 0||rule?.Date!==void 0)}}catch(cause){if(nameOf2(cause)==="NoSuchLifecycleConfiguration")return{removesCurrent:!1};throw cause}}),
current:(prefix2,signal)=>ask3(async({sdk,client})=>{const found=[];let next={};for(;next!==void 0;){const command3=new sdk.ListObjectVersionsCommand({Bucket,Prefix:prefix2,
...next}),page2=await client.send(command3,ending(signal));for(const{Key:key3,VersionId:version,Size:bytes3,IsLatest}of page2.Versions??[])key3!==void 0&&IsLatest===
!0&&found.push({key:key3,version,bytes:bytes3??0});next=page2.IsTruncated===!0?{KeyMarker:page2.NextKeyMarker,VersionIdMarker:page2.NextVersionIdMarker}:void 0}
return found}),read:({key:Key,version:VersionId},from2,signal)=>ask3(async({sdk,client})=>{try{const Range=`bytes=${from2}-${from2+pieceBytes-1}`,answer4=await client.
send(new sdk.GetObjectCommand({Bucket,Key,VersionId,Range}),ending(signal));return{bytes:await bytesOf(answer4),headers:headersOf(answer4)}}catch(cause){if(isMissing(
cause)||nameOf2(cause)==="NoSuchVersion")return;if(nameOf2(cause)!=="InvalidRange")throw cause;const head=await client.send(new sdk.HeadObjectCommand({Bucket,Key,
VersionId}),ending(signal));return{bytes:new Uint8Array,headers:headersOf(head)}}}),copy:(from2,Key,signal)=>ask3(async({sdk,client})=>{const version=from2.version===
void 0?"":`?versionId=${encodeURIComponent(from2.version)}`,path4=from2.key.split("/").map(encodeURIComponent).join("/"),command3=new sdk.CopyObjectCommand({Bucket,
Key,CopySource:`${from2.bucket}/${path4}${version}`,...encryption});await client.send(command3,ending(signal))})}}function headersOf(answer4){const plain3=headerNames.
flatMap(name=>{const value2=answer4[name];return value2===void 0?[]:[[name,value2]]}),own=Object.entries(answer4.Metadata??{}).toSorted(([one],[other])=>one<other?
-1:1),expires=dateIn(answer4.ExpiresString);return{...Object.fromEntries(plain3),...expires&&{Expires:expires.toISOString()},...own.length>0&&{Metadata:Object.fromEntries(
own)}}}function headersToStore({Expires:text2,...headers}){const expires=typeof text2=="string"?dateIn(text2):void 0;return{...headers,...expires&&{Expires:expires}}}
function dateIn(text2){const date4=new Date(text2??"");return Number.isNaN(date4.getTime())||/^-?\d*$/.test(text2??"")?void 0:date4}var mebibyte=1024**2,s3Parts={
minBytes:5*mebibyte,maxBytes:5*1024*mebibyte,maxParts:1e4,maxObjectBytes:5*1024*1024*mebibyte,multipleOf:mebibyte,inAnyOrder:!0};function s3Bucket(asking,options){
const{bucket:Bucket}=options,pages=async(prefix2,delimiter2,signal)=>await asking(async({sdk,client})=>{const objects=[],folders=[];let token;do{const page2=await client.
send(new sdk.ListObjectsV2Command({Bucket,Prefix:prefix2,Delimiter:delimiter2,ContinuationToken:token}),ending(signal));for(const{Key:key3,Size:bytes3,ETag:version,
LastModified:modified}of page2.Contents??[])key3!==void 0&&objects.push({key:key3,bytes:bytes3??0,version:version??"",modified:modified??new Date(0)});for(const{
Prefix:folder4}of page2.CommonPrefixes??[])folder4!==void 0&&folders.push(folder4.slice(prefix2.length,-1));token=page2.IsTruncated===!0?page2.NextContinuationToken:
void 0}while(token!==void 0);return{objects,folders}});return{description:options.description,parts:s3Parts,list:async(prefix2,signal)=>(await pages(prefix2,void 0,
signal)).objects,folders:async(prefix2,signal)=>(await pages(prefix2,"/",signal)).folders,read:(Key,from2,signal)=>asking(async({sdk,client})=>{const range=`byt\
es=${from2}-${from2+pieceBytes-1}`;try{return await bytesOf(await client.send(new sdk.GetObjectCommand({Bucket,Key,Range:range}),ending(signal)))}catch(cause){if(isMissing(
cause))return;if(nameOf2(cause)==="InvalidRange")return nothing2;throw cause}}),create:(Key,bytes3,signal)=>asking(async({sdk,client})=>{try{const command3=new sdk.
PutObjectCommand({Bucket,Key,Body:bytes3,IfNoneMatch:"*",...checksumOf(bytes3,options.checksum),...encryptionOf(options)});return await client.send(command3,ending(
signal)),"created"}catch(cause){if(nameOf2(cause)==="PreconditionFailed"||statusOf2(cause)===412)return"taken";throw cause}}),startUpload:async(Key,signal)=>{const{
UploadId}=await asking(({sdk,client})=>client.send(new sdk.CreateMultipartUploadCommand({Bucket,Key,...options.checksum==="sha256"&&{ChecksumAlgorithm:"SHA256"},
...encryptionOf(options),...headersToStore(options.headers??{})}),ending(signal))),sent=new Map;return{send:({number:number6},bytes3,own)=>asking(async({sdk,client})=>{
const checksum2=checksumOf(bytes3,options.checksum),command3=new sdk.UploadPartCommand({Bucket,Key,UploadId,PartNumber:number6,Body:bytes3,...checksum2}),{ETag}=await client.
send(command3,ending(own)),{ChecksumSHA256}=checksum2;sent.set(number6,{ETag,...ChecksumSHA256!==void 0&&{ChecksumSHA256}})}),finish:own=>asking(async({sdk,client})=>{
const Parts=[...sent].toSorted(([one],[other])=>one-other).map(([PartNumber,part19])=>({PartNumber,...part19})),command3=new sdk.CompleteMultipartUploadCommand(
{Bucket,Key,UploadId,MultipartUpload:{Parts}});try{await client.send(command3,ending(own))}catch(cause){if(nameOf2(cause)!=="NoSuchUpload")throw cause;await client.
send(new sdk.HeadObjectCommand({Bucket,Key}),ending(own))}}),drop:()=>asking(async({sdk,client})=>{await client.send(new sdk.AbortMultipartUploadCommand({Bucket,
Key,UploadId}))})}},heldUntil:(Key,signal)=>asking(async({sdk,client})=>{try{const head=await client.send(new sdk.HeadObjectCommand({Bucket,Key}),ending(signal));
return head.ObjectLockLegalHoldStatus==="ON"?"its legal hold is removed":head.ObjectLockRetainUntilDate?.toISOString()}catch(cause){if(isMissing(cause))return;throw cause}}),
remove:(Key,signal)=>asking(async({sdk,client})=>{await client.send(new sdk.DeleteObjectCommand({Bucket,Key}),ending(signal))}),dropUnfinished:(Prefix,signal)=>asking(
async({sdk,client})=>{const{Uploads}=await client.send(new sdk.ListMultipartUploadsCommand({Bucket,Prefix}),ending(signal));for(const{Key,UploadId}of Uploads??[])
await client.send(new sdk.AbortMultipartUploadCommand({Bucket,Key,UploadId}),ending(signal))})}}function checksumOf(bytes3,kind2){const value2=createHash4(kind2).
update(bytes3).digest("base64");return kind2==="sha256"?{ChecksumSHA256:value2}:{ContentMD5:value2}}function encryptionOf({encryption}){return encryption===void 0?
{}:encryption==="sse-s3"?{ServerSideEncryption:"AES256"}:{ServerSideEncryption:"aws:kms",SSEKMSKeyId:encryption.kmsKey}}var nothing2=new Uint8Array;function openS3(settings44,context){
return connectS3(settings44,context)}function connectS3(settings44,{effects,where,placeholders}){const fill=(text2,key3)=>effects.variables.fill(text2,`${where}\
.${key3}`,placeholders),{environment:environment3}=effects,bucket=fill(settings44.bucket,"bucket"),endpoint=settings44.endpoint===void 0?void 0:serverOf(fill(settings44.
endpoint,"endpoint"),where),region=regionOf(settings44,endpoint,environment3,where,fill),credentials2=credentialsOf2(settings44,environment3,fill);for(const secret of[
credentials2?.secretAccessKey,credentials2?.sessionToken])secret&&effects.mask(secret);const sse=settings44["server-side-encryption"];let opened2;const connect2=async()=>{
const sdk=await import("./clients/s3.js"),client=new sdk.S3Client({region,forcePathStyle:settings44["path-style"],maxAttempts:1,requestChecksumCalculation:"WHEN\
_REQUIRED",responseChecksumValidation:"WHEN_REQUIRED",requestHandler:requestHandler(effects.fetch),...endpoint!==void 0&&{endpoint},...credentials2&&{credentials:credentials2}});
return{sdk,client}},open6=async()=>(opened2??=connect2(),await opened2),options={description:`s3 ${bucket}`,bucket,region,where,server:endpoint??`s3.${region}.a\
mazonaws.com`,checksum:settings44.checksum,encryption:typeof sse=="object"?{kmsKey:fill(sse["kms-key"],"server-side-encryption.kms-key")}:sse},asking=askingS3(open6,
options);return{name:bucket,server:options.server,prefix:fill(settings44.prefix,"prefix").replace(/\/+$/,""),bucket:s3Bucket(asking,options),contents:bucketContents(
asking,bucket,encryptionOf(options)),storing:headers=>s3Bucket(asking,{...options,headers})}}function regionOf({region},endpoint,environment3,where,fill){if(region!==
void 0)return fill(region,"region");const found=environmentRegion(environment3);if(found)return found;if(endpoint!==void 0)return"us-east-1";throw new UserError6(
{happened:`${where} names no region, and the variable AWS_REGION is not set.`,means:"The bucket could not be found. Nothing was done.",next:`Write "region:" int\
o ${where}, or let the login step of the job set AWS_REGION.`})}function credentialsOf2({credentials:named2},environment3,fill){if(named2!==void 0){const token=named2["\
session-token"];return{accessKeyId:fill(named2["access-key-id"],"credentials.access-key-id"),secretAccessKey:fill(named2["secret-access-key"],"credentials.secre\
t-access-key"),...token!==void 0&&{sessionToken:fill(token,"credentials.session-token")}}}return environmentCredentials(environment3)}function serverOf(endpoint,where){
const url2=URL.parse(endpoint);if(url2&&/^https?:$/.test(url2.protocol))return endpoint.replace(/\/+$/,"");throw new UserError6({happened:`${where}.endpoint is ${JSON.
stringify(endpoint)}, which is not an address.`,means:"Nothing was done.",next:"Write the full address, such as https://minio.example.com:9000."})}import{SystemFailure as SystemFailure7}from"./start.js";
const{createHash:createHash5}=process.getBuiltinModule("node:crypto");async function readObject(bucket,key3,signal){const first2=await bucket.read(key3,0,signal);
return first2&&pieces(first2,bucket,key3,signal)}async function*pieces(first2,bucket,key3,signal){let received=0;for(let piece=first2;;){if(piece.byteLength>0&&
(yield piece),received+=piece.byteLength,piece.byteLength<pieceBytes)return;const next=await bucket.read(key3,received,signal);if(next===void 0)throw new Error(
`${key3} was removed while it was read`);piece=next}}async function readWhole(bucket,key3,signal){const stream=await readObject(bucket,key3,signal);if(stream===
void 0)return;const chunks=[];for await(const chunk of stream)chunks.push(chunk);return Buffer.concat(chunks)}var attempts3=8,firstPause2=500,longestPause3=3e4;
function steadily(description2,{clock,signal:usual,means:means3}){return async(what,ask3,own)=>{const signal=own??usual;for(let attempt=1;;attempt++)try{return await ask3(
signal)}catch(cause){if(signal?.throwIfAborted(),!(cause instanceof BucketError))throw cause;if(!cause.passes||attempt===attempts3)throw failure(description2,means3[what],
cause);await clock.sleep(pause2(attempt),signal)}}}function steadyBucket(bucket,steadiness){const asking=steadily(bucket.description,steadiness),steadyUpload=upload2=>({
send:(part19,bytes3,own)=>asking("write",signal=>upload2.send(part19,bytes3,signal),own),finish:own=>asking("write",signal=>upload2.finish(signal),own),drop:()=>upload2.
drop()});return{description:bucket.description,parts:bucket.parts,list:(prefix2,own)=>asking("read",signal=>bucket.list(prefix2,signal),own),folders:(prefix2,own)=>asking(
"read",signal=>bucket.folders(prefix2,signal),own),read:(key3,from2,own)=>asking("read",signal=>bucket.read(key3,from2,signal),own),create:async(key3,bytes3,own)=>{
const created=await asking("write",signal=>bucket.create(key3,bytes3,signal),own);return created==="created"?created:(await asking("write",signal=>readWhole(bucket,
key3,signal),own))?.equals(bytes3)===!0?"created":"taken"},startUpload:(key3,own)=>asking("write",async signal=>steadyUpload(await bucket.startUpload(key3,signal)),
own),heldUntil:(key3,own)=>asking("read",signal=>bucket.heldUntil(key3,signal),own),remove:(key3,own)=>asking("write",signal=>bucket.remove(key3,signal),own),dropUnfinished:(prefix2,own)=>asking(
"write",signal=>bucket.dropUnfinished(prefix2,signal),own)}}function steadyContents(contents2,description2,steadiness){const asking=steadily(description2,steadiness),
{copy:copy2,softDelete}=contents2;return{versioning:(prefix2,own)=>asking("read",signal=>contents2.versioning(prefix2,signal),own),expiry:(prefix2,own)=>asking(
"read",signal=>contents2.expiry(prefix2,signal),own),current:(prefix2,own)=>asking("read",signal=>contents2.current(prefix2,signal),own),read:(object9,from2,own)=>asking(
"read",signal=>contents2.read(object9,from2,signal),own),...softDelete&&{softDelete:own=>asking("read",signal=>softDelete(signal),own)},...copy2&&{copy:(from2,key3,own)=>asking(
"write",signal=>copy2(from2,key3,signal),own)}}}function pause2(attempt){const whole2=Math.min(longestPause3,firstPause2*2**(attempt-1));return whole2/2+Math.random()*
whole2/2}function failure(description2,means3,cause){return new SystemFailure7({happened:`${description2} could not be used: ${cause.message}.`,means:means3,next:cause.
next},{cause})}var usualBytes=16*1024*1024,maxInMemory=64*1024*1024;function partSize(objectBytes,limits2){if(objectBytes>limits2.maxObjectBytes)return;const needed2=Math.
max(usualBytes,limits2.minBytes,Math.ceil(objectBytes/limits2.maxParts)),bytes3=Math.ceil(needed2/limits2.multipleOf)*limits2.multipleOf;if(!(bytes3>limits2.maxBytes))
return{bytes:bytes3,atOnce:limits2.inAnyOrder?Math.max(1,Math.floor(maxInMemory/bytes3)):1}}async function upload(bucket,key3,source2,size,signal){const started=await bucket.
startUpload(key3,signal),failed3=new AbortController,either=AbortSignal.any([signal,failed3.signal]),sending=new Set,hash2=createHash5("sha256");let bytes3=0;try{
for await(const{place:place4,content}of partsOf(source2,size.bytes)){hash2.update(content),bytes3+=content.byteLength;const sent=started.send(place4,content,either).
catch(cause=>{failed3.abort(cause)}).finally(()=>sending.delete(sent));sending.add(sent),sending.size>=size.atOnce&&await Promise.race(sending),either.throwIfAborted()}
return await Promise.all(sending),either.throwIfAborted(),await started.finish(signal),{bytes:bytes3,sha256:hash2.digest("hex")}}catch(cause){throw failed3.abort(
cause),await Promise.all(sending),await started.drop().catch(()=>{}),cause}}async function*partsOf(source2,partBytes){let pieces2=[],waiting2=0,number6=1,offset=0;
const part19=(content,isLast)=>{const place4={number:number6,offset,isLast};return number6+=1,offset+=content.byteLength,{place:place4,content}};for await(const chunk of source2)
for(pieces2.push(chunk),waiting2+=chunk.byteLength;waiting2>partBytes;){const all=Buffer.concat(pieces2),rest=all.subarray(partBytes);pieces2=[rest],waiting2=rest.
byteLength,yield part19(all.subarray(0,partBytes),!1)}yield part19(Buffer.concat(pieces2),!0)}async function eachOf(items,atOnce,act){const results=[],waiting2=items.
entries();let failed3=!1;const worker=async()=>{for(const[index2,item]of waiting2){if(failed3)return;try{results[index2]=await act(item)}catch(error2){throw failed3=
!0,error2}}},rejected=(await Promise.allSettled(Array.from({length:Math.min(atOnce,items.length)},worker))).find(each=>each.status==="rejected");if(rejected!==void 0)
throw rejected.reason;return results}var whole=/\[staged-upgrade disposable (?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (?<system>[^\s\]]+)\]/g,anything=/\[staged-upgrade disposable[^\]]*\]?/g;
function markText({id,system}){return`[staged-upgrade disposable ${id} ${system}]`}function markIn(text2,{tiedTo,place:place4}){const found=[...text2.matchAll(anything)];
if(found.length===0)return{kind:"none"};if(found.length>1)return{kind:"unclear",reason:`it contains ${found.length} marks`,place:place4};const[only2]=[...text2.
matchAll(whole)],{id,system}=only2?.groups??{};return id===void 0||system===void 0?{kind:"unclear",reason:"its mark cannot be read",place:place4}:{kind:"disposa\
ble",id,system,tiedTo,place:place4}}function withoutMarks(text2){return text2.replace(anything,"").replace(/ {2,}/g," ").trim()}import{ZodBigInt,ZodBoolean,ZodDate,
ZodISODate,ZodISODateTime,ZodISODuration,ZodISOTime,ZodNumber,ZodString,_coercedBigint,_coercedBoolean,_coercedDate,_coercedNumber,_coercedString,_isoDate,_isoDateTime,
_isoDuration,_isoTime}from"./start.js";import{__export}from"./chunk-D6K2TUBN.js";var coerce_exports={};__export(coerce_exports,{bigint:()=>bigint,boolean:()=>boolean3,
date:()=>date2,number:()=>number3,string:()=>string10});function string10(e4){return _coercedString(ZodString,e4)}function number3(e4){return _coercedNumber(ZodNumber,
e4)}function boolean3(e4){return _coercedBoolean(ZodBoolean,e4)}function bigint(e4){return _coercedBigint(ZodBigInt,e4)}function date2(e4){return _coercedDate(ZodDate,
e4)}var iso_exports={};__export(iso_exports,{ZodISODate:()=>ZodISODate,ZodISODateTime:()=>ZodISODateTime,ZodISODuration:()=>ZodISODuration,ZodISOTime:()=>ZodISOTime,
date:()=>date22,datetime:()=>datetime,duration:()=>duration2,time:()=>time2});function datetime(o9){return _isoDateTime(ZodISODateTime,o9)}function date22(o9){return _isoDate(
ZodISODate,o9)}function time2(o9){return _isoTime(ZodISOTime,o9)}function duration2(o9){return _isoDuration(ZodISODuration,o9)}import{lazy as lazy3,object as object5,
string as string11}from"./start.js";const{createHash:createHash6}=process.getBuiltinModule("node:crypto"),{createHmac}=process.getBuiltinModule("node:crypto"),{
readFile:readFile2}=process.getBuiltinModule("node:fs/promises");function listingPage(xml){return{objects:elements(xml,"Blob").map(blob=>{const versionId=first(
blob,"VersionId");return{key:nameIn(blob),bytes:Number(first(blob,"Content-Length")??0),version:first(blob,"Etag")??"",modified:new Date(first(blob,"Last-Modifi\
ed")??0),...versionId!==void 0&&{versionId},isCurrent:versionId===void 0||first(blob,"IsCurrentVersion")==="true"}}),folders:elements(xml,"BlobPrefix").map(nameIn),
next:first(xml,"NextMarker")??""}}function nameIn(xml){const found=/<Name(?<encoded> Encoded="true")?>(?<text>[^<]*)<\/Name>/.exec(xml)?.groups,text2=unescaped(
found?.text??"");return found?.encoded===void 0?text2:decodeURIComponent(text2)}function elements(xml,name){return[...xml.matchAll(new RegExp(`<${name}>(?<inner\
>.*?)</${name}>`,"gs"))].map(({groups})=>groups?.inner??"")}function first(xml,name){const text2=new RegExp(`<${name}>(?<text>[^<]*)</${name}>`).exec(xml)?.groups?.
text;return text2===void 0?void 0:unescaped(text2)}var entities={lt:"<",gt:">",quot:'"',apos:"'",amp:"&"};function unescaped(text2){return text2.replace(/&(?:(?<name>lt|gt|quot|apos|amp)|#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+));/gi,
(whole2,...rest)=>{const{name,hex,decimal}=rest.at(-1);return name!==void 0?entities[name.toLowerCase()]??whole2:String.fromCodePoint(hex===void 0?Number(decimal):
Number.parseInt(hex,16))})}function codeOf2(response,text2){return response.headers.get("x-ms-error-code")??first(text2,"Code")??""}async function azureFailure(response,named2){
const{status}=response,{container,account,where}=named2,text2=await response.text(),code=codeOf2(response,text2),said2=`${status}${code===""?"":`: ${code}`}`,failed3=(message,next,passes=!1)=>new BucketError(
message,{passes,next});return status===408||status===429||status>=500?failed3(`the server is busy or failed (${said2})`,"Run the step again later. If it persist\
s, check the status of the service.",!0):code==="ContainerNotFound"||code==="ResourceNotFound"?failed3(`there is no container "${container}" in the account "${account}\
"`,`Create it, or correct "container" in ${where}.`):status===401||code==="AuthenticationFailed"||code==="InvalidAuthenticationInfo"?failed3(`the server does no\
t accept the credentials (${said2})`,"Check the login step of the job, or the key, and the clock of this machine: a request signed at the wrong time is refused.\
 Session credentials expire: a new run logs in again."):status===403?failed3(`a permission is missing (${said2})`,"The container needs the role Storage Blob Dat\
a Contributor, and the network rules of the account must allow this machine."):status===409&&/Immutable|LegalHold/.test(code)?failed3(`the object is held (${said2}\
)`,"Wait until its immutability policy or legal hold has ended."):failed3(said2,`Check ${where}, and what the service says about this error.`)}var signedHeaders=[
"content-encoding","content-language","content-length","content-md5","content-type","date","if-modified-since","if-match","if-none-match","if-unmodified-since",
"range"];function authorization({account,key:key3},{method,url:url2,headers,bytes:bytes3}){const plain3=signedHeaders.map(name=>name==="content-length"?bytes3===
0?"":String(bytes3):headers.get(name)??""),own=[...headers].filter(([name])=>name.startsWith("x-ms-")).toSorted(([one],[other])=>one<other?-1:1).map(([name,value2])=>`${name}\
:${value2.trim()}`),query=[...url2.searchParams].toSorted(([one],[other])=>one<other?-1:1).map(([name,value2])=>`${name.toLowerCase()}:${value2}`),resource2=[`/${account}${url2.
pathname}`,...query].join(`
`),text2=[method,...plain3,...own,resource2].join(`
`),signature=createHmac("sha256",Buffer.from(key3,"base64")).update(text2,"utf8").digest("base64");return`SharedKey ${account}:${signature}`}var apiVersion2="20\
21-12-02";function askingAzure(account){const{server,container,credential,clock}=account;return async({key:key3,isOfAccount=!1,method="GET",query={},headers={},
body,signal},...expected)=>{const path4=key3===void 0?"":`/${key3.split("/").map(encodeURIComponent).join("/")}`,url2=new URL(isOfAccount?`${server}/`:`${server}\
/${encodeURIComponent(container)}${path4}`);for(const[name,value2]of Object.entries(query))value2!==""&&url2.searchParams.set(name,value2);const sent=new Headers(
{...headers,"x-ms-version":apiVersion2,"x-ms-date":clock.now().toUTCString()}),bytes3=body?.byteLength??0;sent.set("authorization",credential.kind==="key"?authorization(
{account:account.account,key:credential.key},{method,url:url2,headers:sent,bytes:bytes3}):`Bearer ${await credential.token()}`);let response;try{response=await account.
fetch(url2,{method,headers:sent,redirect:"manual",...body&&{body:Uint8Array.from(body)},...signal&&{signal}})}catch(cause){throw networkFailure(cause,server)??cause}
if(response.ok||expected.includes(response.status))return response;throw await azureFailure(response,account)}}async function bytesOf2(response,server){try{return new Uint8Array(
await response.arrayBuffer())}catch(cause){throw networkFailure(cause,server)??cause}}var mebibyte2=1024**2,azureParts={minBytes:1,maxBytes:4e3*mebibyte2,maxParts:5e4,
maxObjectBytes:5e4*4e3*mebibyte2,multipleOf:1,inAnyOrder:!0};function azureBucket(options){const{server,scope:scope2,clock}=options,ask3=askingAzure(options),pages=async(prefix2,delimiter2,signal)=>{
const all=[];let marker="";do{const page2=listingPage(await(await ask3({query:{restype:"container",comp:"list",prefix:prefix2,delimiter:delimiter2,marker},signal})).
text());all.push(page2),marker=page2.next}while(marker!=="");return all},written8={...scope2!==void 0&&{"x-ms-encryption-scope":scope2}},stored=bytes3=>({...written8,
"content-type":"application/octet-stream","content-md5":createHash6("md5").update(bytes3).digest("base64")});return{description:options.description,parts:azureParts,
list:async(prefix2,signal)=>(await pages(prefix2,"",signal)).flatMap(({objects})=>objects),folders:async(prefix2,signal)=>(await pages(prefix2,"/",signal)).flatMap(
({folders})=>folders.map(each=>each.slice(prefix2.length,-1))),read:async(key3,from2,signal)=>{const headers={"x-ms-range":`bytes=${from2}-${from2+pieceBytes-1}`},
response=await ask3({key:key3,headers,signal},404,416);return response.status===404?await missing3(response,options):response.status===416?new Uint8Array:await bytesOf2(
response,server)},create:async(key3,bytes3,signal)=>{const headers={...stored(bytes3),"x-ms-blob-type":"BlockBlob","if-none-match":"*"},response=await ask3({key:key3,
method:"PUT",headers,body:bytes3,signal},409,412);if(response.ok)return"created";const code=codeOf2(response,await response.clone().text());if(response.status===
412||code==="BlobAlreadyExists")return"taken";throw await azureFailure(response,options)},startUpload:async key3=>{const blocks=new Map;return{send:async({number:number6},bytes3,signal)=>{
if(bytes3.byteLength===0)return;const id=Buffer.from(String(number6).padStart(6,"0")).toString("base64");await ask3({key:key3,method:"PUT",query:{comp:"block",blockid:id},
headers:stored(bytes3),body:bytes3,signal}),blocks.set(number6,id)},finish:async signal=>{const ids=[...blocks].toSorted(([one],[other])=>one-other).map(([,id])=>`\
<Latest>${id}</Latest>`),body=Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.join("")}</BlockList>`),headers={...written8,...options.headers,
"content-type":"application/xml"};await ask3({key:key3,method:"PUT",query:{comp:"blocklist"},headers,body,signal})},drop:async()=>{}}},heldUntil:async(key3,signal)=>{
const response=await ask3({key:key3,method:"HEAD",signal},404);if(response.headers.get("x-ms-legal-hold")==="true")return"its legal hold is removed";const until2=response.
headers.get("x-ms-immutability-policy-until-date");return until2===null||new Date(until2)<=clock.now()?void 0:new Date(until2).toISOString()},remove:async(key3,signal)=>{
const response=await ask3({key:key3,method:"DELETE",headers:{"x-ms-delete-snapshots":"include"},signal},404);response.status===404&&await missing3(response,options)},
dropUnfinished:async()=>{}}}async function missing3(response,options){if(codeOf2(response,await response.clone().text())!=="BlobNotFound")throw await azureFailure(
response,options)}var storedAs={"content-type":"x-ms-blob-content-type","cache-control":"x-ms-blob-cache-control","content-disposition":"x-ms-blob-content-dispo\
sition","content-encoding":"x-ms-blob-content-encoding","content-language":"x-ms-blob-content-language"};function azureContents(account){const ask3=askingAzure(
account),listed3=async(prefix2,signal)=>{const all=[];let marker="";do{const page2=listingPage(await(await ask3({query:{restype:"container",comp:"list",include:"\
versions",prefix:prefix2,marker},signal})).text());all.push(...page2.objects),marker=page2.next}while(marker!=="");return all};return{versioning:async(prefix2,signal)=>{
const all=await listed3(prefix2,signal),current2=all.filter(({isCurrent})=>isCurrent);return current2.length>0&&current2.every(({versionId})=>versionId!==void 0)?
"enabled":all.some(({versionId})=>versionId!==void 0)?"suspended":"never"},expiry:async()=>({removesCurrent:!1}),softDelete:async signal=>{const response=await ask3(
{isOfAccount:!0,query:{restype:"service",comp:"properties"},signal},403);if(response.status===403)return{kind:"unknown"};const[policy=""]=elements(await response.
text(),"DeleteRetentionPolicy");return first(policy,"Enabled")==="true"?{kind:"days",days:Number(first(policy,"Days")??0)}:{kind:"off"}},current:async(prefix2,signal)=>(await listed3(
prefix2,signal)).filter(({isCurrent})=>isCurrent).map(({key:key3,versionId,bytes:bytes3})=>({key:key3,version:versionId,bytes:bytes3})),read:async({key:key3,version=""},from2,signal)=>{
const query={versionid:version},range={"x-ms-range":`bytes=${from2}-${from2+pieceBytes-1}`},response=await ask3({key:key3,query,headers:range,signal},404,416);if(response.
status===404)return await missing3(response,account);if(response.status===416){const head=await ask3({key:key3,query,method:"HEAD",signal},404);return head.status===
404?void 0:{bytes:new Uint8Array,headers:headersOf2(head)}}return requireBytesAsStored(key3,response),{bytes:await bytesOf2(response,account.server),headers:headersOf2(
response)}}}}function requestHeaders(stored){const plain3=Object.entries(stored).flatMap(([name,value2])=>typeof value2=="string"?[[storedAs[name]??name,value2]]:
[]),{metadata={}}=stored,own=typeof metadata=="string"?[]:Object.entries(metadata);return Object.fromEntries([...plain3,...own.map(([name,value2])=>[`x-ms-meta-${name}`,
value2])])}function headersOf2({headers}){const plain3=Object.keys(storedAs).flatMap(name=>{const value2=headers.get(name);return value2===null?[]:[[name,value2]]}),
own=[...headers].flatMap(([name,value2])=>{const meta=/^x-ms-meta-(?<name>.+)$/.exec(name)?.groups?.name;return meta===void 0?[]:[[meta,value2]]});return{...Object.
fromEntries(plain3),...own.length>0&&{metadata:Object.fromEntries(own.toSorted(([one],[other])=>one<other?-1:1))}}}function requireBytesAsStored(key3,{headers}){
const coding=headers.get("content-encoding");if(!(coding===null||coding===""||coding==="identity"))throw new BucketError(`the blob "${key3}" is stored with the \
Content-Encoding "${coding}", under which its bytes cannot be read as they are stored`,{passes:!1,next:'Remove the Content-Encoding from the properties of this \
blob, or leave it out by a "prefix".'})}var resource="https://storage.azure.com",earlier=5*6e4,granted=lazy3(()=>object5({access_token:string11(),expires_in:coerce_exports.
number()})),ofProgram=lazy3(()=>object5({accessToken:string11(),expires_on:coerce_exports.number()}));function usualToken(places2){let kept;return async()=>{const now=places2.
clock.now().getTime();return(kept===void 0||kept.until-earlier<now)&&(kept=await newToken(places2,now)),kept.value}}async function newToken(places2,now){const{AZURE_TENANT_ID:tenant,
AZURE_CLIENT_ID:client,...other}=places2.environment,file2=other.AZURE_FEDERATED_TOKEN_FILE,secret=other.AZURE_CLIENT_SECRET;if(tenant!==void 0&&client!==void 0&&
(file2!==void 0||secret!==void 0)){const proof=file2===void 0?{client_secret:secret??""}:{client_assertion_type:"urn:ietf:params:oauth:client-assertion-type:jwt\
-bearer",client_assertion:(await readFile2(file2,"utf8")).trim()},host=other.AZURE_AUTHORITY_HOST??"https://login.microsoftonline.com";return await granting(`${host.
replace(/\/$/,"")}/${tenant}/oauth2/v2.0/token`,{client_id:client,...proof},places2,now)}return await ofLogin(places2)}async function granting(url2,proof,{fetch,
where},now){const body=new URLSearchParams({grant_type:"client_credentials",scope:`${resource}/.default`,...proof});let response;try{response=await fetch(url2,{
method:"POST",body,redirect:"manual"})}catch(cause){throw networkFailure(cause,new URL(url2).origin)??cause}const read=granted.safeParse(await response.json().catch(
()=>{}));if(!response.ok||!read.success)throw noCredentials(where,`the login was answered with ${response.status}`);return{value:read.data.access_token,until:now+
read.data.expires_in*1e3}}async function ofLogin({processes,environment:environment3,where}){const result=await askProgram(processes,{argv:["az","account","get-\
access-token","--resource",resource,"--output","json"],environment:environment3});if(result===void 0)throw noCredentials(where,'there are no login variables, an\
d no program "az"');try{const{accessToken:accessToken2,expires_on:until2}=ofProgram.parse(JSON.parse(result.stdout));return{value:accessToken2,until:until2*1e3}}catch{
throw noCredentials(where,'"az account get-access-token" gave no token')}}function noCredentials(where,why2){return new BucketError(`this job has no credentials\
 for it: ${why2}`,{passes:!1,withoutLogin:!0,next:`Let a step of the job log in (OIDC, between the marks of its workflow), or name a key in ${where}.account-key\
 or a token in ${where}.access-token.`})}function openAzure(settings44,context){return connectAzure(settings44,context)}function connectAzure(settings44,{effects,
where,placeholders},elsewhere2){const fill=key3=>{const text2=settings44[key3];return text2===void 0?void 0:effects.variables.fill(text2,`${where}.${key3}`,placeholders)},
own=`${fill("account")}/${fill("container")}`,name=elsewhere2?.name??own,[account="",container=""]=name.split("/"),scope2=fill("encryption-scope"),endpoint=fill(
"endpoint")??`https://${account}.blob.core.windows.net`,options={description:`azure-blob ${name}`,account,container,where,server:elsewhere2?.server??endpoint.replace(
/\/+$/,""),...scope2!==void 0&&{scope:scope2},fetch:effects.fetch,clock:effects.clock,credential:credentialOf(fill("account-key"),fill("access-token"),{effects,
where})};return{name,server:options.server,prefix:(fill("prefix")??"").replace(/\/+$/,""),bucket:azureBucket(options),contents:azureContents(options),storing:headers=>azureBucket(
{...options,headers:requestHeaders(headers)})}}function credentialOf(key3,given,{effects,where}){if(key3!==void 0)return{kind:"key",key:key3};if(given!==void 0)
return{kind:"token",token:async()=>given};const{processes,fetch,clock}=effects,usual=usualToken({environment:childEnvironment(effects),processes,fetch,clock,where});
return{kind:"token",token:async()=>{const token=await usual();return effects.mask(token),token}}}import{environmentNames,releaseSides}from"./start.js";import{array as array5,
object as object6,string as string12}from"./start.js";var artifact=object6({name:string12(),digests:array5(string12()).readonly()}).readonly();function firstNotRehearsed(artifacts,rehearsed){
const known2=new Set(rehearsed.flatMap(({digests})=>digests)),other=artifacts.find(({digests})=>!digests.some(digest=>known2.has(digest)));return other&&{artifact:other,
rehearsed:rehearsed.find(({name})=>name===other.name)}}const{open:open4}=process.getBuiltinModule("node:fs/promises");async function syncFile(path4){const file2=await open4(
path4,"r+");try{await file2.sync()}finally{await file2.close()}}async function syncFolder(path4){const folder4=await open4(path4,"r");try{await folder4.sync()}finally{
await folder4.close()}}import{looksSecret}from"./start.js";import{bytesText as bytesText2,durationText as durationText3}from"./terminal.js";import{makeFolder}from"./chunk-HJACYWYZ.js";
import{notReadable}from"./start.js";import{array as array6,boolean as boolean4,discriminatedUnion as discriminatedUnion2,int as int2,lazy as lazy4,literal as literal2,
looseObject as looseObject3,m as m8,number as number4,object as object7,record as record6,strictObject as strictObject4,string as string13,union as union5,unknown as unknown3}from"./start.js";
import{SystemFailure as SystemFailure8,UserError as UserError7}from"./start.js";const{resolve:resolve22}=process.getBuiltinModule("node:path"),{constants:constants2}=process.
getBuiltinModule("node:fs"),{access:access4}=process.getBuiltinModule("node:fs/promises"),{createHash:createHash22}=process.getBuiltinModule("node:crypto"),{join:join22}=process.
getBuiltinModule("node:path"),{createHash:createHash7}=process.getBuiltinModule("node:crypto"),{constants:constants3,createWriteStream}=process.getBuiltinModule(
"node:fs"),{open:open5}=process.getBuiltinModule("node:fs/promises"),{Writable}=process.getBuiltinModule("node:stream"),{pipeline}=process.getBuiltinModule("nod\
e:stream/promises"),{lstat,readdir,readlink}=process.getBuiltinModule("node:fs/promises"),{join:join5,posix}=process.getBuiltinModule("node:path"),{readFile:readFile3}=process.
getBuiltinModule("node:fs/promises"),{readFile:readFile32,realpath,rename:rename2,stat,writeFile:writeFile2}=process.getBuiltinModule("node:fs/promises"),{hostname}=process.
getBuiltinModule("node:os"),{dirname:dirname2}=process.getBuiltinModule("node:path"),{mkdir:mkdir2,readFile:readText2,writeFile:writeFile22}=process.getBuiltinModule(
"node:fs/promises"),{dirname:dirname22,join:join32}=process.getBuiltinModule("node:path"),{randomUUID:randomUUID2}=process.getBuiltinModule("node:crypto"),{chmod,
copyFile,lchown,lstat:lstat2,mkdir:mkdir22,readdir:readdir3,rename:rename22,rm:rm2,rmdir,symlink}=process.getBuiltinModule("node:fs/promises"),{dirname:dirname3,
join:join42,relative,resolve:resolve4}=process.getBuiltinModule("node:path"),{readdir:readdir2,readlink:readlink2}=process.getBuiltinModule("node:fs/promises"),
{resolve:resolve32}=process.getBuiltinModule("node:path"),{stat:stat5}=process.getBuiltinModule("node:fs/promises"),{join:join7}=process.getBuiltinModule("node:\
path"),{rm:rm22}=process.getBuiltinModule("node:fs/promises"),{backup}=process.getBuiltinModule("node:sqlite"),{access:access22}=process.getBuiltinModule("node:\
fs/promises"),{DatabaseSync}=process.getBuiltinModule("node:sqlite"),{pathToFileURL}=process.getBuiltinModule("node:url"),{createHash:createHash42}=process.getBuiltinModule(
"node:crypto"),{createHash:createHash32}=process.getBuiltinModule("node:crypto"),{readFile:readFile4,realpath:realpath2,rename:rename3,stat:stat3,writeFile:writeFile3}=process.
getBuiltinModule("node:fs/promises"),{hostname:hostname2}=process.getBuiltinModule("node:os"),{basename,dirname:dirname4,join:join52}=process.getBuiltinModule("\
node:path"),{stat:stat2}=process.getBuiltinModule("node:fs/promises"),{constants:constants32}=process.getBuiltinModule("node:fs"),{access:access32,realpath:realpath3}=process.
getBuiltinModule("node:fs/promises"),{dirname:dirname5}=process.getBuiltinModule("node:path"),{randomUUID:randomUUID22}=process.getBuiltinModule("node:crypto"),
{chmod:chmod2,chown,copyFile:copyFile2,readdir:readdir4,realpath:realpath4,rename:rename4,rm:rm3,stat:stat4}=process.getBuiltinModule("node:fs/promises"),{basename:basename2,
dirname:dirname6,join:join6}=process.getBuiltinModule("node:path"),{DatabaseSync:DatabaseSync2}=process.getBuiltinModule("node:sqlite"),{randomUUID:randomUUID3}=process.
getBuiltinModule("node:crypto"),{join:join13}=process.getBuiltinModule("node:path"),{mkdir:mkdir4,stat:stat8}=process.getBuiltinModule("node:fs/promises"),{join:join11}=process.
getBuiltinModule("node:path"),{stat:stat6}=process.getBuiltinModule("node:fs/promises"),{join:join8}=process.getBuiltinModule("node:path"),{createHash:createHash52}=process.
getBuiltinModule("node:crypto"),{open:open22,readdir:readdir5,rm:rm4,stat:stat7}=process.getBuiltinModule("node:fs/promises"),{join:join9}=process.getBuiltinModule(
"node:path"),{createHash:createHash62}=process.getBuiltinModule("node:crypto"),{createReadStream,createWriteStream:createWriteStream2}=process.getBuiltinModule(
"node:fs"),{mkdir:mkdir3}=process.getBuiltinModule("node:fs/promises"),{dirname:dirname7,join:join10}=process.getBuiltinModule("node:path"),{pipeline:pipeline2}=process.
getBuiltinModule("node:stream/promises"),{mkdtemp,rm:rm5,statfs}=process.getBuiltinModule("node:fs/promises"),{tmpdir}=process.getBuiltinModule("node:os"),{join:join12,
resolve:resolve42}=process.getBuiltinModule("node:path"),{resolve:resolve5}=process.getBuiltinModule("node:path"),{randomUUID:randomUUID4}=process.getBuiltinModule(
"node:crypto"),{createReadStream:createReadStream2,createWriteStream:createWriteStream3}=process.getBuiltinModule("node:fs"),{mkdir:mkdir5,readdir:readdir6,readFile:readFile5,
rename:rename5,rm:rm6,statfs:statfs2,writeFile:writeFile4}=process.getBuiltinModule("node:fs/promises"),{dirname:dirname8,join:join14}=process.getBuiltinModule(
"node:path"),{pipeline:pipeline3}=process.getBuiltinModule("node:stream/promises"),{createHash:createHash72}=process.getBuiltinModule("node:crypto"),{hash}=process.
getBuiltinModule("node:crypto"),{resolve:resolve6}=process.getBuiltinModule("node:path"),{randomUUID:randomUUID5}=process.getBuiltinModule("node:crypto"),{constants:constants4}=process.
getBuiltinModule("node:fs"),{link,lstat:lstat3,open:open32,readdir:readdir7,stat:stat9,unlink}=process.getBuiltinModule("node:fs/promises"),{dirname:dirname9,join:join15}=process.
getBuiltinModule("node:path"),{rmSync}=process.getBuiltinModule("node:fs"),{mkdtemp:mkdtemp2}=process.getBuiltinModule("node:fs/promises"),{tmpdir:tmpdir2}=process.
getBuiltinModule("node:os"),{join:join16}=process.getBuiltinModule("node:path"),{randomUUID:randomUUID6}=process.getBuiltinModule("node:crypto");var azurePlace=once(
()=>({account:template.meta({description:"The name of the storage account.",examples:["acmebackups"]}),container:template.meta({description:"The name of the con\
tainer.",examples:["upgrades"]}),prefix:template.default("{system}").describe("The prefix of the names, without a slash at the end. `{system}` is the name of th\
e system."),endpoint:template.optional().describe("The address of the account, if it is a different one: a national cloud, a private endpoint, Azurite. Default:\
 `https://ACCOUNT.blob.core.windows.net`."),"encryption-scope":template.optional().describe("The encryption scope that objects are written with. Default: as the\
 container is configured."),"account-key":template.optional().describe("A key of the account: a `${NAME}`, never written out. A login without a stored secret is\
 better."),"access-token":template.optional().describe("A token for storage that a step of the job has obtained: a `${NAME}`, never written out. It is not renew\
ed. Without it and without a key, the usual places are searched: the variables of a workload identity or of a client with a secret, then the login of the progra\
m `az`.")})),methods=["auto","versions","copy"],bucketComparison=once(()=>({method:m8(methods).default("auto").describe("What a backup consists of. `versions`: \
the list of objects and their versions, which the bucket keeps; `copy`: all their bytes; `auto`: versions where versioning is enabled, otherwise copies."),fingerprint:strictObject4(
{content:boolean4().default(!0).describe("Compare the bytes of each object, which reads all of them. `false` compares keys and sizes.")}).prefault({}).describe(
"What is compared after a restore.")}));function storeOnDemand(said2,open42){let opened2;const load=()=>(opened2??=open42(),opened2);return{...said2,identity:async signal=>(await load()).
identity(signal),preflight:async request2=>await(await load()).preflight?.(request2)??[],needs:async signal=>await(await load()).needs?.(signal)??{},fingerprint:async(signal,like)=>(await load()).
fingerprint(signal,like),estimatedBytes:async signal=>(await load()).estimatedBytes(signal),markDisposable:async(choose,signal)=>(await load()).markDisposable(choose,
signal),backup:async request2=>(await load()).backup(request2),verify:async request2=>(await load()).verify(request2),restore:async request2=>(await load()).restore(
request2),forget:async(references,signal)=>{references.length>0&&await(await load()).forget?.(references,signal)}}}var azureLogin={name:"Log in to Azure",action:{
repository:"Azure/login",ref:"a457da9ea143d694b1b9c7c869ebb04ebe844ef5",version:"v2.3.0"},with:{"client-id":{variable:"AZURE_CLIENT_ID"},"tenant-id":{variable:"\
AZURE_TENANT_ID"},"subscription-id":{variable:"AZURE_SUBSCRIPTION_ID"}}},azureContainerInit={name:"azure-container",title:"a container of Azure Blob Storage, wi\
th files of the application",settings:{account:{usual:"${{PREFIX}{SIDE}_ACCOUNT}",scriptVariable:"ACCOUNT"},container:{usual:"${{PREFIX}{SIDE}_CONTAINER}",scriptVariable:"\
CONTAINER"}},scrubExamples:[`az storage blob delete-batch --auth-mode login --account-name "$ACCOUNT" --source "$CONTAINER" --pattern 'exports/*'`],login:azureLogin},
azureWords={kind:"azure-container",noun:"container",reference:"azure-versions",unversioned:{suspended:"is off, or was turned on after some of its blobs were wri\
tten: these have no version",never:"is off: no blob of it has a version"},versionRights:name=>`the role "Storage Blob Data Reader" on "${name}", for a login or \
a token; a key opens only its own account`,keepLonger:"Keep versions for longer than backups (lifecycle management)"},settings42=()=>strictObject4({...azurePlace(),
container:template.meta({description:"The name of the container. Staging has its own, never production's.",examples:["documents"]}),prefix:template.default("").
describe("The prefix of the names, without a slash at the end. Default: all blobs of the container."),...bucketComparison()}).describe("An Azure Blob Storage co\
ntainer with files of the application."),part17=namedKind("azure-container",settings42,(chosen,context)=>storeOnDemand({kind:"azure-container",noun:"container"},
async()=>{const[{bucketStore:bucketStore2},{connectAzure:connectAzure2}]=await Promise.all([import("./bucket-store-MR3XPBLV.js"),import("./open-ZVYAIDDL.js")]),
{method,fingerprint:fingerprint2,...place22}=chosen;return bucketStore2({words:azureWords,method,content:fingerprint2.content,context,own:connectAzure2(place22,
context),source:({bucket,server})=>connectAzure2(place22,context,{name:bucket,server})})})),azureContainer={part:part17,init:azureContainerInit};async function isMounted(path4){
return(await mountPoints()).includes(path4)}async function mountsBelow(folder4){return(await mountPoints()).filter(point=>point.startsWith(`${folder4}/`))}async function mountPoints(){
return(await readFile3("/proc/self/mountinfo","utf8").catch(()=>"")).split(`
`).map(line2=>unescaped2(line2.split(" ")[4]??""))}function unescaped2(text2){return text2.replace(/\\(?<code>[0-7]{3})/g,(_6,code)=>String.fromCharCode(Number.
parseInt(code,8)))}var decoder=new TextDecoder("utf-8",{fatal:!0});async function readTree(root,signal){const entries=[],walk=async folder4=>{signal?.throwIfAborted();
for(const name of(await namesIn(root,folder4)).sort()){const path4=folder4===""?name:`${folder4}/${name}`,entry=await entryAt2(root,path4);entry!==void 0&&(entries.
push(entry),entry.kind==="folder"&&await walk(path4))}};return await walk(""),entries}async function requireNoMounts(root){const[mounted2]=await mountsBelow(root);
if(mounted2!==void 0)throw new SystemFailure8({happened:`Within the folder "${root}" something is mounted, at "${mounted2}".`,means:"A restore could not put a c\
opy in the place of all that is in the folder. Nothing was changed.",next:'Name folders without a mount in them, each as a "folder" of its own under "data". The\
n run the step again.'})}async function namesIn(root,folder4){try{return(await readdir(join5(root,folder4),{encoding:"buffer"})).map(name=>nameOf3(name,join5(root,
folder4)))}catch(cause){if(folder4!==""&&codeOf3(cause)==="ENOENT")return[];throw cause instanceof SystemFailure8?cause:unreadable3(join5(root,folder4),cause)}}
function nameOf3(name,folder4){try{return decoder.decode(name)}catch{throw refused(`A name in "${folder4}" is not UTF-8`,"Rename it.")}}async function entryAt2(root,path4){
const full=join5(root,path4);try{const found=await lstat(full),mode2=found.mode&4095,named2={path:path4,uid:found.uid,gid:found.gid};if(found.isDirectory())return{
kind:"folder",...named2,mode:mode2};if(found.isFile())return{kind:"file",...named2,mode:mode2,bytes:found.size};if(!found.isSymbolicLink())throw refused(`"${full}\
" is neither a file nor a folder`,"Remove it.");const target=await readlink(full);if(!leadsOut(path4,target))return{kind:"link",...named2,target};throw refused(
`The link "${full}" leads out of the folder, to "${target}"`,"Replace it by what it leads to, or by a relative link within the folder.")}catch(cause){if(codeOf3(
cause)==="ENOENT")return;throw cause instanceof SystemFailure8?cause:unreadable3(full,cause)}}function leadsOut(path4,target){if(posix.isAbsolute(target))return!0;
const place22=posix.normalize(posix.join(posix.dirname(path4),target));return place22===".."||place22.startsWith("../")}function refused(happened2,next){return new SystemFailure8(
{happened:`${happened2}.`,means:"A copy could not be equal to this folder. Nothing was changed.",next:`${next} Then run the step again.`})}function unreadable3(path4,cause){
return new SystemFailure8({happened:`"${path4}" cannot be read (${codeOf3(cause)??"unknown error"}).`,means:"Nothing was changed.",next:"Make sure that this use\
r may read everything in the folder, then run the step again."},{cause})}function codeOf3(cause){return cause instanceof Error&&"code"in cause&&typeof cause.code==
"string"?cause.code:void 0}var tries=3;async function readFile22(path4,copy2,signal){for(let attempt=1;;attempt++){const read=await readOnce(path4,copy2,signal);
if(read!=="changed")return read;if(attempt===tries)throw keepsChanging(path4)}}async function readOnce(path4,copy2,signal){const file2=await open5(path4,constants3.
O_RDONLY|constants3.O_NOFOLLOW).catch(cause=>{if(codeOf3(cause)!=="ENOENT")throw cause});if(file2!==void 0)try{const before=await file2.stat({bigint:!0}),hash2=createHash7(
"sha256");let bytes22=0;await pipeline(file2.createReadStream({autoClose:!1,start:0}),async function*(chunks){for await(const chunk of chunks)hash2.update(chunk),
bytes22+=chunk.length,yield chunk},copy2===void 0?nowhere():createWriteStream(copy2,{mode:384}),...signal===void 0?[]:[{signal}]);const after=await file2.stat({
bigint:!0});return before.mtimeNs===after.mtimeNs&&before.size===after.size&&after.size===BigInt(bytes22)?{bytes:bytes22,sha256:hash2.digest("hex")}:"changed"}finally{
await file2.close()}}function nowhere(){return new Writable({write:(_chunk,_encoding,done)=>done()})}function keepsChanging(path4){return new SystemFailure8({happened:`\
"${path4}" was written each time while it was read.`,means:"A copy of it would be of no moment. Nothing was changed.",next:'Let the hook "before-backup" stop wh\
at writes it, then run the step again.'})}async function readFingerprint(root,at,signal){const kept=[];for(const entry of await readTree(root,signal)){if(entry.
kind!=="file"){kept.push(entry);continue}const read=await readFile22(join22(root,entry.path),void 0,signal);read!==void 0&&kept.push({...entry,...read})}return fingerprintOf(
kept,at)}function fingerprintOf(kept,at){const folders=[...Map.groupBy(kept,groupOf)].toSorted(([a12],[b9])=>a12<b9?-1:1).map(([name,entries])=>folderOf(name,entries));
return{at:at.toISOString(),tables:[],sequences:[],folders}}function groupOf({kind:kind2,path:path4}){const[first2="",...rest]=path4.split("/");return rest.length>
0||kind2==="folder"?first2:"."}function folderOf(name,entries){const hash2=createHash22("sha256");let[files,bytes22]=[0,0];for(const entry of entries.toSorted((a12,b9)=>a12.
path<b9.path?-1:1))hash2.update(`${JSON.stringify(lineOf2(entry))}
`),entry.kind==="file"&&(files+=1,bytes22+=entry.bytes);return{name,files,bytes:bytes22,checksum:hash2.digest("hex")}}function lineOf2(entry){switch(entry.kind){case"\
folder":return[entry.kind,entry.path,entry.mode];case"link":return[entry.kind,entry.path,entry.target];case"file":return[entry.kind,entry.path,entry.mode,entry.
bytes,entry.sha256]}}async function readIdentity(path4){const{root,device,number:number22}=await whereItIs(path4);return{kind:"folder",lineage:{"file-number":number22},
location:{host:hostname(),folder:root,device},mark:await readMark(root,number22)}}async function markDisposable(path4,choose){const identity2=await readIdentity(
path4),{root}=await whereItIs(path4);if(await isMounted(root))throw new SystemFailure8({happened:`"${root}" cannot be marked as disposable: ${mounted}.`,means:"\
Nothing was marked.",next:"Let staging use a folder inside of what is mounted there, and name that one."});const mark2=await choose({identity:identity2,name:root});
if(mark2===void 0)return;const kept=markPath(root);try{await writeFile2(`${kept}.new`,`${markText(mark2)}
`),await syncFile(`${kept}.new`),await rename2(`${kept}.new`,kept),await syncFolder(dirname2(kept))}catch(cause){throw new SystemFailure8({happened:`The mark "${kept}\
" could not be written.`,means:"The folder is not marked as disposable.",next:"Check that this user may write beside the folder."},{cause})}return await readIdentity(
root)}async function whereItIs(path4){try{const root=await realpath(path4),found=await stat(root,{bigint:!0});if(!found.isDirectory())throw notThere(path4,"is n\
ot a folder");return{root,device:String(found.dev),number:String(found.ino)}}catch(cause){throw cause instanceof SystemFailure8?cause:notThere(path4,codeOf3(cause)===
"ENOENT"?"does not exist":"cannot be reached",cause)}}function notThere(path4,how,cause){return new SystemFailure8({happened:`The folder "${path4}" ${how}.`,means:"\
Which folder the configuration leads to is not known, so nothing was done.",next:"Make it, or correct the path in the configuration; see that this user may read\
 it."},{cause})}var mounted="something is mounted there, and what is mounted next may be production's";async function readMark(root,number22){const kept=markPath(
root);try{const text2=await readFile32(kept,"utf8"),{ino}=await stat(kept,{bigint:!0}),place22=`the file "${kept}"`,mark2=markIn(text2,{tiedTo:`file number ${ino}\
, of folder number ${number22}`,place:place22}),reason=mark2.kind==="none"?"its mark cannot be read":await isMounted(root)?mounted:void 0;return reason===void 0?
mark2:{kind:"unclear",reason,place:place22}}catch(cause){if(codeOf3(cause)==="ENOENT")return{kind:"none"};throw notThere(kept,"cannot be reached",cause)}}function markPath(root){
return`${root}.staged-upgrade-disposable`}var listName="tree.json",innerPath=string13().min(1).refine(path4=>!path4.startsWith("/")&&!path4.split("/").some(part19=>[
"",".",".."].includes(part19))),mode=int2().min(0).max(4095),named={path:innerPath,uid:int2().min(0),gid:int2().min(0)},list2=lazy4(()=>array6(discriminatedUnion2(
"kind",[object7({kind:literal2("folder"),...named,mode}),object7({kind:literal2("link"),...named,target:string13().min(1)}),object7({kind:literal2("file"),...named,
mode,bytes:int2().min(0),sha256:string13()})])));function keptAt(directory,path4){return join32(directory,"files",path4.replaceAll("%","%25").replaceAll("\\","%\
5C"))}async function keepTree(root,directory,{log,signal}){const kept=[],entries=await readTree(root,signal);for(const entry of entries){if(entry.kind!=="file"){
kept.push(entry);continue}const copy2=keptAt(directory,entry.path);await mkdir2(dirname22(copy2),{recursive:!0,mode:448});const read=await readFile22(join32(root,
entry.path),copy2,signal);read!==void 0&&kept.push({...entry,...read}),log.progress({text:"Copying",done:kept.length,total:entries.length})}return await writeFile22(
join32(directory,listName),`${JSON.stringify(kept,null,1)}
`,{mode:384}),kept}async function readKept(directory,signal){const kept=await readList(directory);for(const entry of kept){if(entry.kind==="link"&&leadsOut(entry.
path,entry.target))throw damaged(`its link "${entry.path}" leads out of the folder`);if(entry.kind!=="file")continue;const read=await readFile22(keptAt(directory,
entry.path),void 0,signal);if(read===void 0)throw damaged(`"${entry.path}" is missing`);if(read.sha256!==entry.sha256)throw damaged(`"${entry.path}" has other c\
ontent than when it was written`)}return kept}async function readList(directory){const text2=await readText2(join32(directory,listName),"utf8").catch(()=>{});if(text2===
void 0)throw damaged(`"${listName}" is missing`);try{return list2.parse(JSON.parse(text2))}catch{throw damaged(`"${listName}" cannot be read`)}}function damaged(why2){
return new SystemFailure8({happened:`The backup of the folder is damaged: ${why2}.`,means:"It cannot be used to go back, and nothing was restored from it.",next:aboutBadBackup})}
async function processesHolding(isMeant){const ids=(await readdir2("/proc").catch(()=>[])).filter(name=>/^\d+$/.test(name));return(await Promise.all(ids.map(async id=>await hasOpen(
id,isMeant)?[Number(id)]:[]))).flat()}async function hasOpen(id,isMeant){const folder4=`/proc/${id}/fd`,descriptors=await readdir2(folder4).catch(()=>[]);return(await Promise.
all(descriptors.map(name=>readlink2(`${folder4}/${name}`).catch(()=>"")))).some(isMeant)}var copyPrefix=".staged-upgrade-restoring-";async function replaceFolder(request2){
const{directory,signal,mayReplace}=request2,kept=await readKept(directory,signal),{root}=await whereItIs(request2.path);for(const other of[directory,...request2.
apart])requireApart(root,other);await requireNoMounts(root);const holders=await processesHolding(held=>held.startsWith(`${root}/`));if(holders.length>0)throw inUse(
root,holders);const refused2=mayReplace(await readIdentity(root));if(refused2!==void 0)return refused2;const copy2=join42(root,`${copyPrefix}${randomUUID2()}`);
let isEmptied=!1;try{await copyInto(copy2,kept,request2);const changed=mayReplace(await readIdentity(root));if(changed!==void 0)return await remove(copy2),changed;
isEmptied=!0;for(const name of await readdir3(root))join42(root,name)!==copy2&&await remove(join42(root,name));for(const name of await readdir3(copy2))await rename22(
join42(copy2,name),join42(root,name));await rmdir(copy2),await syncFolder(root);return}catch(cause){throw await remove(copy2).catch(()=>{}),signal?.throwIfAborted(),
cause instanceof SystemFailure8?cause:notPut(root,isEmptied,cause)}}async function copyInto(copy2,kept,{directory,log,signal}){await mkdir22(copy2,{mode:448});for(const entry of kept){
signal?.throwIfAborted();const path4=join42(copy2,entry.path);entry.kind==="folder"&&await mkdir22(path4,{recursive:!0,mode:448}),entry.kind==="file"&&(await mkdir22(
dirname3(path4),{recursive:!0,mode:448}),await copyFile(keptAt(directory,entry.path),path4),await chmod(path4,384),await syncFile(path4))}for(const entry of kept)
entry.kind==="link"&&await symlink(entry.target,join42(copy2,entry.path));let notOwned=0;for(const entry of kept.toReversed()){const path4=join42(copy2,entry.path);
entry.kind==="folder"&&await syncFolder(path4),await isGiven2(path4,entry)||(notOwned+=1),entry.kind!=="link"&&await chmod(path4,entry.mode)}notOwned>0&&log.warn(
`${notOwned} of the files and folders belong to the user of this process, since only an administrator may give them to whom they belonged.`)}async function isGiven2(path4,{
uid,gid}){const now=await lstat2(path4);return now.uid===uid&&now.gid===gid?!0:await lchown(path4,uid,gid).then(()=>!0,()=>!1)}async function remove(path4){try{
await rm2(path4,{recursive:!0,force:!0})}catch(cause){if(codeOf3(cause)!=="EACCES"&&codeOf3(cause)!=="EPERM")throw cause;await makeWritable(path4),await rm2(path4,
{recursive:!0,force:!0})}}async function makeWritable(path4){const entries=await readdir3(path4,{withFileTypes:!0}).catch(async()=>(await chmod(path4,448),await readdir3(
path4,{withFileTypes:!0})));await chmod(path4,448);for(const entry of entries)entry.isDirectory()&&await makeWritable(join42(path4,entry.name))}function requireApart(root,other){
if(((inner,outer)=>{const way=relative(outer,resolve4(inner));return way===""||!way.startsWith("..")&&!way.startsWith("/")})(other,root))throw new SystemFailure8(
{happened:`"${other}" lies within the folder "${root}".`,means:"Emptying the folder would remove what the restore itself needs. Nothing was restored.",next:"Kee\
p the data in its own folder, apart from backups and from the repository."})}function inUse(root,holders){return new SystemFailure8({happened:`Files in "${root}\
" are in use by process ${holders.join(", ")}.`,means:"Nothing was restored; the folder is unchanged.",next:'Stop the server that uses it (see "stop" of the dep\
loyer), then run the step again.'})}function notPut(root,isEmptied,cause){return new SystemFailure8({happened:`The backup could not be put in the place of what \
is in "${root}" (${codeOf3(cause)??"unknown error"}).`,means:isEmptied?"The folder is incomplete: do not start the server on it.":"The folder that was there is \
unchanged.",next:"Check the free disk space and that this user may write everything in the folder, then run the step again."},{cause})}function folderStore({path:path4,
apart,clock}){return{kind:"folder",noun:"folder",identity:()=>readIdentity(path4()),preflight:request2=>preflight(path4(),request2),fingerprint:async signal=>readFingerprint(
(await whereItIs(path4())).root,clock.now(),signal),estimatedBytes:async signal=>(await readTree((await whereItIs(path4())).root,signal)).reduce((sum,entry)=>sum+
(entry.kind==="file"?entry.bytes:0),0),markDisposable:choose=>markDisposable(path4(),choose),backup:async({directory,log,signal})=>{const{root}=await whereItIs(
path4());await requireNoMounts(root);const identity2=await readIdentity(root),at=clock.now(),kept=await keepTree(root,directory,{log,signal});return{identity:identity2,
dataAt:at.toISOString(),fingerprint:{kind:"same-snapshot",value:fingerprintOf(kept,at)},tools:{},references:[]}},verify:async({directory,signal})=>{await readKept(
directory,signal)},restore:request2=>replaceFolder({...request2,path:path4(),apart})}}async function preflight(path4,{use,subject,signal}){const{root}=await whereItIs(
path4);await requireNoMounts(root);const entries=await readTree(root,signal);if(use==="backup")return[fine(subject,`"${root}" can be read, with ${entries.length}\
 entries.`)];try{return await access4(root,constants2.W_OK|constants2.X_OK),[fine(subject,`What is in "${root}" can be replaced.`)]}catch{return[problem(subject,
{happened:`This user may not write in the folder "${root}".`,means:"A restore replaces what is in it, so every rehearsal would fail.",next:"Let this user own th\
e folder."})]}}var folderInit={name:"folder",title:"a folder with files",settings:{path:{usual:"${{PREFIX}{SIDE}_DATA_FOLDER}",scriptVariable:"DATA_FOLDER"}},scrubExamples:[
'rm --recursive --force "$DATA_FOLDER/outbox"']},settings210=()=>strictObject4({path:template.describe("The folder. A relative path starts in the folder of the \
command. On staging it must not be a mount itself: name a folder inside.")}).describe("A folder with files, such as uploads: copied with modes, owners and symbo\
lic links, compared by path, mode, size and SHA-256. It should not be written while it is copied. A copy has no modification times, extended attributes or acces\
s lists, and hard links become separate files; none of these is compared. A folder that contains a mount is refused."),part22=namedKind("folder",settings210,(chosen,{
effects,where,placeholders})=>folderStore({path:()=>resolve22(effects.directory,effects.variables.fill(chosen.path,`${where}.path`,placeholders)),apart:[effects.
directory],clock:effects.clock})),folder={part:part22,init:folderInit},infrahubBackupInit={name:"infrahub-backup",title:"Infrahub's graph and task manager, by i\
nfrahub-backup",settings:{project:{usual:"${{PREFIX}{SIDE}_PROJECT}",scriptVariable:"PROJECT"}},scrubExamples:['docker compose --project-name "$PROJECT" exec -T\
 database sh -c \'cypher-shell -u "${NEO4J_AUTH%%/*}" -p "${NEO4J_AUTH#*/}"\' < deploy/scrub.cypher']},settings310=()=>strictObject4({project:template.describe(
"The Docker Compose project in which Infrahub runs."),program:template.prefault("infrahub-backup").describe("The vendor's program, by its name or its path."),database:string13().
min(1).default("neo4j").describe("The name of the database in Neo4j."),"task-manager":boolean4().default(!0).describe("Whether the task manager's database is al\
so backed up and restored."),"tasks-within":duration.prefault("30m").describe("How long to wait for running tasks; after that the backup fails, before anything \
is stopped."),"ready-within":duration.prefault("10m").describe("How long Infrahub may take to serve again after a backup for which its services were stopped."),
timeout:duration.prefault("4h").describe("How long a backup or a restore may take."),fingerprint:strictObject4({content:boolean4().default(!0).describe("Compare\
 the content of the graph, by sums of all nodes and relationships. `false` only counts them.")}).prefault({}).describe("What is compared after a restore.")}).describe(
"Infrahub's graph and task manager in Docker Compose, by the vendor's `infrahub-backup`. The object store is not included: it is a separate data store."),part32=namedKind(
"infrahub-backup",settings310,(chosen,context)=>storeOnDemand({kind:"infrahub-backup",noun:"installation",serverDuringRestore:"running"},async()=>{const{openStore}=await import("./store-RDJFA7RC.js");
return openStore(chosen,context)})),infrahubBackup={part:part32,init:infrahubBackupInit},mongodbInit={name:"mongodb",title:"MongoDB",settings:{url:{usual:"${{PR\
EFIX}{SIDE}_MONGODB_URL}",scriptVariable:"MONGODB_URL"},databases:{usual:["records"]}},scrubExamples:[`mongosh "$MONGODB_URL" --quiet --eval 'db.getSiblingDB("r\
ecords").users.updateMany({}, [{ $set: { email: { $concat: [{ $toString: "$_id" }, "@example.invalid"] } } }])'`,`mongosh "$MONGODB_URL" --quiet --eval 'db.getS\
iblingDB("records").webhooks.deleteMany({})'`]},meanwhileSettings=["stated","refused"],mongodbSettings=()=>strictObject4({url:template.describe("The address: `m\
ongodb://user:password@host:27017/?authSource=admin`, with all members of a replica set, or `mongodb+srv://\u2026`. Special characters in the password are percent-en\
coded, or the password is given separately, under `password`."),password:template.optional().describe("The password as it is, without percent-encoding. Preferab\
ly a variable: `${MONGODB_PASSWORD}`."),databases:array6(databasePattern).min(1).describe("The databases of the application. A `*` at the end matches any ending\
: `deviceauth-*` are those of its tenants. All others are left alone."),prefix:string13().regex(/^[A-Za-z0-9_-]*$/).default("").describe('A prefix for the name \
of each database on this server: with `staging_`, production\'s "deviceauth" is restored as "staging_deviceauth".'),"server-is-upgraded":boolean4().default(!1).
describe("Whether hops upgrade the MongoDB server itself: then nothing is stopped before a restore, which needs it running. Nothing else may use it meanwhile."),
jobs:int2().min(1).max(64).default(4).describe("How many collections are dumped and restored at once."),tools:template.optional().describe("The folder of mongod\
ump and mongorestore. Default: they are searched for in the PATH."),oplog:boolean4().default(!1).describe("Whether writes during a dump are taken from the oplog\
 and replayed after it, so that all collections are from the same moment: for a replica set of MongoDB 5.0 or later. A restore then needs the right to apply opl\
og entries, see [rights](mongodb.md#rights)."),"changed-meanwhile":m8(meanwhileSettings).default("stated").describe("What happens when documents are written whi\
le they are dumped, so that the collections of a backup are from different moments: `stated` reports which, and how far apart they are; `refused` refuses such a\
 backup."),fingerprint:strictObject4({content:boolean4().default(!0).describe("Compare the documents themselves, by a sum of their SHA-256. `false` only counts \
them.")}).prefault({}).describe("What is compared after a restore.")}).describe("Databases of a MongoDB server: dumped with mongodump and restored with mongores\
tore."),part42=namedKind("mongodb",mongodbSettings,(settings162,context)=>storeOnDemand({kind:"mongodb",noun:"database",...settings162["server-is-upgraded"]?{serverDuringRestore:"\
running"}:{}},async()=>{const{mongodbStore}=await import("./store-ZEFI2NFM.js");return mongodbStore(settings162,context)})),mongodb2={part:part42,init:mongodbInit},
definersSettings=["auto","keep","ignore"],mysqlInit={name:"mysql",title:"MySQL or MariaDB",settings:{url:{usual:"${{PREFIX}{SIDE}_DATABASE_URL}",scriptVariable:"\
DATABASE_URL"}},scrubExamples:[`mariadb --defaults-file="$STAGING_CLIENT_CNF" --execute="UPDATE users SET email = CONCAT('user-', id, '@example.invalid')"`,'mar\
iadb --defaults-file="$STAGING_CLIENT_CNF" --execute="DELETE FROM webhooks"']},outsideSettings2=["cut","keep"],settings43=()=>strictObject4({url:template.describe(
"The address: `mysql://user:password@host:3306/name?ssl-mode=verify-identity&ssl-ca=/path/ca.pem`; `mariadb://` is the same. Special characters in the password \
are percent-encoded, or the password is given separately, under `password`."),password:template.optional().describe("The password as it is, without percent-enco\
ding. Preferably a variable: `${MYSQL_PASSWORD}`."),tools:template.optional().describe("The folder of mariadb-dump and mariadb, or of mysqldump and mysql. Defau\
lt: they are searched for in the `PATH`. They must be those of the server: MariaDB for MariaDB, MySQL for MySQL."),fingerprint:strictObject4({content:boolean4().
default(!0).describe("Compare the rows themselves, by checksums that the server computes in the state that is dumped. `false` only counts them."),except:array6(
string13()).default([]).describe("Tables whose rows are only counted: `audit_log`. Everything else about them is compared.")}).prefault({}).describe("What is co\
mpared after a restore."),definers:m8(definersSettings).default("auto").describe("Who owns views, routines, triggers and events after a restore. `keep` keeps th\
eir owners; `ignore` gives them to the restoring user; `auto` keeps them if all owners exist and the user may create objects of others."),outside:m8(outsideSettings2).
default("cut").describe("Whether scheduled events run on a copy. `cut` disables them; `keep` leaves them enabled. A rollback always leaves them enabled."),"disc\
onnect-others":boolean4().default(!1).describe("End other sessions before a restore. Without it, a restore is refused while anyone is connected.")}).describe("A\
 MySQL or MariaDB database: a consistent dump by mariadb-dump or mysqldump, which a restore loads."),part52=namedKind("mysql",settings43,(chosen,{effects,where,
placeholders})=>{const fill=(value2,key3)=>effects.variables.fill(value2,`${where}.${key3}`,placeholders);return storeOnDemand({kind:"mysql",noun:"database"},async()=>{
const{mysqlDatabase}=await import("./database-HQ2M4AT5.js");return mysqlDatabase({connection:()=>({url:fill(chosen.url,"url"),password:chosen.password===void 0?
void 0:fill(chosen.password,"password"),where:`${where}.url`}),toolsFolder:()=>chosen.tools===void 0?void 0:fill(chosen.tools,"tools"),content:chosen.fingerprint,
definers:chosen.definers,outside:chosen.outside,disconnectOthers:chosen["disconnect-others"],effects})})}),mysql={part:part52,init:mysqlInit},neo4jInit={name:"n\
eo4j",title:"Neo4j",settings:{url:{usual:"${{PREFIX}{SIDE}_NEO4J_URL}",scriptVariable:"NEO4J_URL"},password:{usual:"${{PREFIX}{SIDE}_NEO4J_PASSWORD}",scriptVariable:"\
NEO4J_PASSWORD"},stop:{usual:["sudo","systemctl","stop","neo4j"],comment:"The community edition is dumped while it is stopped."},start:{usual:["sudo","systemctl",
"start","neo4j"]}},scrubExamples:['cypher-shell -a "$NEO4J_URL" "MATCH (n:Webhook) DETACH DELETE n"'],onOwnRunners:!0},settings52=()=>strictObject4({url:template.
describe("The address of the server: `bolt://localhost:7687`, or `neo4j+s://\u2026`."),username:template.prefault("neo4j").describe("A user who may read the dat\
abase and `SHOW SETTINGS`."),password:template.describe("Its password. Preferably a variable: `${NEO4J_PASSWORD}`."),database:string13().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/,
"the name of a database, such as neo4j").default("neo4j").describe("The name of the database."),method:m8(["dump","online"]).default("dump").describe("How a bac\
kup is made. `dump`: by `neo4j-admin database dump`, while the database is stopped. `online`: by `neo4j-admin database backup` of the enterprise edition, which \
stops nothing."),from:template.optional().describe("With `method: online`, where the server listens for backups. Default: the host of `url` with port 6362."),stop:argv.
optional().describe("Stops the server, which the community edition needs for a dump and for a restore. Without it, the enterprise edition stops only the databas\
e."),start:argv.optional().describe("Starts it again; it may return before the server answers."),admin:template.prefault("neo4j-admin").describe("The program `n\
eo4j-admin` of this server."),shell:template.prefault("cypher-shell").describe("The program `cypher-shell`."),"ready-within":duration.prefault("10m").describe("\
How long the server may take to answer after it was started."),timeout:duration.prefault("4h").describe("How long a backup or a restore may take."),fingerprint:strictObject4(
{content:boolean4().default(!0).describe("Compare the content of the graph, by sums of all nodes and relationships with their properties. `false` only counts th\
em.")}).prefault({}).describe("What is compared after a restore.")}).refine(({stop,start})=>stop===void 0==(start===void 0),{error:'"stop" and "start" go togeth\
er'}).describe("A database of a Neo4j server on the machine of the runner, by `neo4j-admin`: for those who run Neo4j themselves."),part62=namedKind("neo4j",settings52,
(chosen,context)=>storeOnDemand({kind:"neo4j",noun:"database"},async()=>{const{neo4jStore}=await import("./store-U4A6ODKO.js");return neo4jStore(chosen,context)})),
neo4j={part:part62,init:neo4jInit},postgresInit={name:"postgres",title:"PostgreSQL",settings:{url:{usual:"${{PREFIX}{SIDE}_DATABASE_URL}",scriptVariable:"DATABA\
SE_URL"}},scrubExamples:[`psql "$DATABASE_URL" --no-psqlrc --set=ON_ERROR_STOP=1 --command "UPDATE users SET email = 'user-' || id || '@example.invalid'"`,'psql\
 "$DATABASE_URL" --no-psqlrc --set=ON_ERROR_STOP=1 --command "DELETE FROM webhooks"']},settings62=()=>strictObject4({url:template.describe("The address: `postgr\
es://user:password@host:5432/name?sslmode=verify-full`. Special characters in the password are percent-encoded, or the password is given separately, under `pass\
word`."),password:template.optional().describe("The password as it is, without percent-encoding. Preferably a variable: `${PGPASSWORD}`."),jobs:int2().min(1).max(
64).default(2).describe("How many tables are dumped and restored at once."),tools:template.optional().describe("The folder of pg_dump and pg_restore. Default: t\
hose of the server's major version are searched for."),compression:m8(compressionSettings).default("auto").describe("How a dump is compressed. `auto` takes the \
best that pg_dump here is built with: `zstd` or `lz4` from version 16 on, otherwise `gzip`. A runner whose pg_restore cannot read it restores nothing, and says \
so: name one that both have. `none` may take several times the room that the database takes itself."),fingerprint:strictObject4({content:boolean4().default(!0).
describe("Compare the rows themselves, by checksums that the server computes in the snapshot that is dumped. `false` only counts them."),except:array6(string13()).
default([]).describe("Tables whose rows are only counted, with their schema: `public.audit_log`; a name with a dot goes in quotes. Everything else about them is\
 compared.")}).prefault({}).describe("What is compared after a restore."),roles:m8(rolesSettings).default("auto").describe("What a restore does with owners, pri\
vileges and tablespaces. `keep` restores them; `create` first creates the missing roles, without the right to log in; `ignore` gives everything to the restoring\
 user; `auto` keeps them if every role of the backup exists."),"leave-out":array6(m8(omissions)).default([]).describe("What a restore leaves out because only a \
superuser could create it and the copy does not need it: `publications`, `event-triggers`."),outside:m8(outsideSettings).default("cut").describe("What a copy ke\
eps of production's connections to other servers. `cut` restores no user mappings of foreign servers, and disables the jobs of pg_cron and pgAgent; `keep` resto\
res everything. A rollback always restores everything."),"disconnect-others":boolean4().default(!1).describe("End other sessions before a restore. Without it, a\
 restore is refused while anyone is connected.")}).describe("A PostgreSQL database: dumped with pg_dump and restored with pg_restore."),part72=namedKind("postgr\
es",settings62,(chosen,context)=>storeOnDemand({kind:"postgres",noun:"database"},async()=>await opened(chosen,context)));async function opened(chosen,{effects,where,
placeholders}){const[{parseConnection},{postgresDatabase}]=await Promise.all([import("./connection-ZUFWXFBH.js"),import("./database-VRGQ2NBM.js")]),fill=(value2,key3)=>effects.
variables.fill(value2,`${where}.${key3}`,placeholders);return postgresDatabase({where,connection:()=>parseConnection({url:fill(chosen.url,"url"),password:chosen.
password===void 0?void 0:fill(chosen.password,"password"),where:`${where}.url`}),toolsFolder:()=>chosen.tools===void 0?void 0:fill(chosen.tools,"tools"),jobs:chosen.
jobs,compression:chosen.compression,content:chosen.fingerprint,roles:chosen.roles,leaveOut:chosen["leave-out"],outside:chosen.outside,disconnectOthers:chosen["d\
isconnect-others"],effects})}var postgres={part:part72,init:postgresInit},rdsInit={name:"rds",title:"Amazon RDS or Aurora, by its snapshots",settings:{cluster:{
usual:"${{PREFIX}{SIDE}_DB_CLUSTER}"},database:{usual:{postgres:{url:"${{PREFIX}{SIDE}_DATABASE_URL}"}},comment:"What is in it is compared through its database:\
 postgres or mysql."}},scrubExamples:[`psql "$STAGING_DATABASE_URL" --command="UPDATE users SET email = 'user-' || id || '@example.invalid'"`],login:awsLogin};function settingsWith(database){
return strictObject4({cluster:template.optional().describe("The identifier of the cluster, as `aws rds describe-db-clusters` shows it. Either this or `instance`\
."),instance:template.optional().describe("The identifier of an instance that belongs to no cluster, as `aws rds describe-db-instances` shows it."),...awsKeys,database:database.
describe("How its content is compared, before and after: `{ postgres: { url: \u2026 } }` or `{ mysql: { url: \u2026 } }`, at the endpoint of this cluster or instance. Not\
hing is dumped."),copy:strictObject4({key:template.describe("The KMS key of the copy: its ARN, its id or an alias."),"share-with":array6(template).default([]).describe(
"The accounts that may restore from the copy. A snapshot with the key of AWS itself cannot be shared.")}).optional().describe("Makes a copy of each snapshot wit\
h your own key, and uses that: for a staging in another account. Default: the snapshot itself is used."),password:template.optional().describe("The password of \
the master user of a restored copy. Default: the one in the snapshot, which is production's."),"server-is-upgraded":boolean4().default(!1).describe("Whether hop\
s change the cluster itself, its engine or its instances: then nothing is stopped before a restore, since the probes query the cluster. Nothing else may write t\
o it meanwhile."),within:duration.prefault("4h").describe("How long a snapshot or a restore may take.")}).refine(({cluster,instance})=>cluster===void 0!=(instance===
void 0),{error:'either "cluster" or "instance"'}).describe("A cluster or an instance of Amazon RDS or Aurora: a backup is a snapshot, which the provider keeps, \
and a restore creates a new cluster or instance that replaces the old one, under the same name.")}function rds(database){return{part:namedKind("rds",()=>settingsWith(
database),(chosen,context)=>storeOnDemand({kind:"rds",noun:chosen.cluster===void 0?"instance":"cluster",...chosen["server-is-upgraded"]?{serverDuringRestore:"ru\
nning"}:{}},async()=>{const{openStore}=await import("./store-NDZ3O37V.js");return openStore(chosen,context)})),init:rdsInit}}var credentials=onDemand(()=>strictObject4(
{"access-key-id":template.describe("The id of the access key."),"secret-access-key":template.describe("Its secret: a `${NAME}`, never written out."),"session-to\
ken":template.optional().describe("The session token of credentials that expire.")}).describe("A separate access key. Without it the usual places are searched: \
the variables that a login step sets (OIDC), a web identity token, a profile, the role of the machine.")),s3Place=once(()=>({bucket:template.meta({description:"\
The name of the bucket.",examples:["acme-backups"]}),region:template.optional().meta({description:"The region of the bucket. Default: `AWS_REGION`.",examples:["\
eu-central-1"]}),prefix:template.default("{system}").describe("The prefix of the keys, without a slash at the end. `{system}` is the name of the system."),endpoint:template.
optional().meta({description:"The address of a server that speaks the S3 protocol, such as MinIO, R2 or Ceph. Default: AWS.",examples:["https://minio.example.co\
m:9000"]}),"path-style":boolean4().default(!1).describe("Puts the name of the bucket into the path instead of the host name, as most self-hosted servers need it\
."),checksum:m8(["sha256","md5"]).default("sha256").describe("How the server verifies uploads. `md5` is for servers that do not support the other."),"server-sid\
e-encryption":union5([literal2("sse-s3"),strictObject4({"kms-key":template.describe("The ARN or id of the key.")}).describe("With a key of the key management se\
rvice.")]).optional().describe("How the server encrypts what it stores: `sse-s3`, or a key of its key management service. Default: as the bucket is configured."),
credentials:credentials.optional()})),s3BucketInit={name:"s3-bucket",title:"a bucket of S3, or of MinIO, R2 or Ceph, with files of the application",settings:{bucket:{
usual:"${{PREFIX}{SIDE}_BUCKET}",scriptVariable:"BUCKET"},region:{usual:"${AWS_REGION}"}},scrubExamples:['aws s3 rm "s3://$BUCKET/exports/" --recursive'],login:awsLogin},
s3Words={kind:"s3-bucket",noun:"bucket",reference:"s3-versions",unversioned:{suspended:"is suspended: what is replaced now is gone",never:"was never enabled"},versionRights:name=>`\
s3:GetObject and s3:GetObjectVersion on "${name}"`,keepLonger:"Keep versions for longer than backups (NoncurrentVersionExpiration)"},settings72=()=>strictObject4(
{...s3Place(),bucket:template.meta({description:"The name of the bucket. Staging has its own, never production's.",examples:["acme-documents"]}),prefix:template.
default("").describe("The prefix of the keys, without a slash at the end. Default: all objects of the bucket."),...bucketComparison()}).describe("A bucket in S3\
, or on a server that speaks its protocol, with files of the application."),part82=namedKind("s3-bucket",settings72,(chosen,context)=>storeOnDemand({kind:"s3-bu\
cket",noun:"bucket"},async()=>{const[{bucketStore:bucketStore2},{connectS3:connectS32}]=await Promise.all([import("./bucket-store-MR3XPBLV.js"),import("./open-DT7FNWMM.js")]),
{method,fingerprint:fingerprint2,...place22}=chosen;return bucketStore2({words:s3Words,method,content:fingerprint2.content,context,own:connectS32(place22,context),
source:({bucket})=>connectS32({...place22,bucket},context)})})),s3Bucket2={part:part82,init:s3BucketInit},busyMilliseconds=1e3,longestWaitMilliseconds=6e4,killedMilliseconds=2e3,
busy3=5,readonlyRollback=776;async function whenNotLocked(file2,{clock,signal},read){const started=clock.now().getTime();for(;;){try{return read()}catch(cause){
const code=codeOf22(cause),waited=clock.now().getTime()-started;if(code===readonlyRollback){if(waited>=killedMilliseconds)throw halfWritten(file2)}else if((code&
255)===busy3){if(waited>=longestWaitMilliseconds)throw locked(file2,waited)}else throw cause}await clock.sleep(100,signal)}}function codeOf22(cause){return cause instanceof
Error&&"errcode"in cause&&typeof cause.errcode=="number"?cause.errcode:0}function locked(file2,waited){return new SystemFailure8({happened:`"${file2}" could not\
 be read: other processes have kept it locked for ${durationText3(waited)}.`,means:"Nothing was done.",next:'Run the step again when its server writes less, swi\
tch the database to WAL ("PRAGMA journal_mode = WAL"), or end the process that holds it.'})}function halfWritten(file2){return new SystemFailure8({happened:`The\
 last write to "${file2}" was never finished: its server was killed and left "${file2}-journal" behind.`,means:"Nothing is lost, but only a process that may wri\
te can undo that write. Nothing was done.",next:'Start the server once, or run "PRAGMA quick_check" with the sqlite3 program, then run the step again.'})}async function openForReading(file2,waiting2){
try{await access22(file2)}catch(cause){throw new SystemFailure8({happened:`The SQLite database "${file2}" does not exist or cannot be reached.`,means:"Nothing w\
as done.",next:"Check the path in the configuration, and that this user may read the file and its folder."},{cause})}const database=new DatabaseSync(file2,{readOnly:!0,
timeout:busyMilliseconds});try{return await whenNotLocked(file2,waiting2,()=>database.prepare("SELECT count(*) FROM sqlite_schema").get()),database}catch(cause){
throw database.close(),waiting2.signal?.throwIfAborted(),cause instanceof SystemFailure8?cause:new SystemFailure8({happened:`"${file2}" could not be read as a S\
QLite database: ${reasonOf3(cause)}.`,means:"Nothing was done.",next:'Check the path. A database in WAL mode also needs read and write access to its folder and \
its "-shm" file.'})}}async function holdSnapshot(database,file2,waiting2){database.exec("BEGIN"),await whenNotLocked(file2,waiting2,()=>database.prepare("SELECT\
 count(*) FROM sqlite_schema").get())}function openFinished(file2){const url2=pathToFileURL(file2);return url2.searchParams.set("immutable","1"),new DatabaseSync(
url2,{readOnly:!0})}function reasonOf3(cause){return cause instanceof Error&&"errstr"in cause&&typeof cause.errstr=="string"?cause.errstr:cause instanceof Error&&
"code"in cause&&typeof cause.code=="string"?cause.code:"unknown error"}var header=["user_version","application_id","encoding"];function readDefinitions(database){
const objects=new Map,add=(object22,part19,text2)=>{objects.set(object22,{...objects.get(object22),[part19]:hashOf(text2)})};for(const name of header){const row=database.
prepare(`PRAGMA main.${name}`).get();add("database",name,String(row?.[name]))}const defined=database.prepare(`SELECT type AS kind, name, lower(name) AS key, low\
er(tbl_name) AS owner, sql AS text FROM main.sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`).all().map(({kind:kind2,name,key:key3,owner,text:text2})=>({named:`${String(
kind2)} "${String(name)}"`,key:String(key3),owner:String(owner),text:String(text2),isOwned:kind2==="index"||kind2==="trigger"})),owners=new Map(defined.filter(({
isOwned})=>!isOwned).map(({key:key3,named:named2})=>[key3,named2]));for(const{named:named2,owner,text:text2,isOwned}of defined){const above=isOwned?owners.get(owner):
void 0;above===void 0?add(named2,"definition",text2):add(above,named2,text2)}return Object.fromEntries(objects)}function hashOf(text2){return createHash32("sha2\
56").update(text2).digest("hex").slice(0,16)}function readFingerprint2(database,request2){const tables=tableNames(database).map(name=>{request2.signal?.throwIfAborted();
const rows=Number(database.prepare(`SELECT count(*) AS rows FROM main.${quoted2(name)}`).get()?.rows);return request2.content?{name,rows,checksum:checksumOf2(database,
name)}:{name,rows}}),objects=readDefinitions(database);return{at:request2.at.toISOString(),tables,sequences:sequences(database),objects,definedBy:"SQLite"}}function tableNames(database){
return database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER\
 BY name").all().map(row=>String(row.name))}function sequences(database){return database.prepare("SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_sequence\
'").get()===void 0?[]:database.prepare("SELECT name, CAST(seq AS TEXT) AS value FROM main.sqlite_sequence ORDER BY name, seq").all().map(row=>({name:String(row.
name),value:String(row.value)}))}function checksumOf2(database,name){const hash2=createHash42("sha256"),statement=database.prepare(`SELECT * FROM main.${quoted2(
name)} NOT INDEXED`);statement.setReadBigInts(!0);let isReadable=!0;for(const row of statement.iterate()){for(const value2 of Object.values(row))typeof value2==
"string"&&value2.includes(replacement)&&(isReadable=!1),addValue(hash2,value2);hash2.update(`
`)}return isReadable||addBytes(hash2,database,name,statement.columns()),hash2.digest("hex")}var replacement="\uFFFD";function addBytes(hash2,database,name,columns){
const bytes22=columns.map(column=>`CAST(${quoted2(column.name)} AS BLOB)`),statement=database.prepare(`SELECT ${bytes22.map((text2,index2)=>`${text2} AS c${index2}`).
join(", ")} FROM main.${quoted2(name)} NOT INDEXED`);for(const row of statement.iterate())for(const value2 of Object.values(row))addValue(hash2,value2)}function addValue(hash2,value2){
value2 instanceof Uint8Array?hash2.update(`b${value2.length}:`).update(value2):typeof value2=="string"?hash2.update(`t${Buffer.byteLength(value2)}:`).update(value2):
hash2.update(`${typeof value2}:${String(value2)};`)}function quoted2(name){return`"${name.replaceAll('"','""')}"`}var pagesAtOnce=1e3,maxRestarts=5,heldBytes=128*
1024*1024;async function backUp(request2){const database=await openForReading(request2.source,request2),dataAt=request2.clock.now();try{await copyWhole(database,
request2)}finally{database.close()}const{target,content,signal}=request2;signal?.throwIfAborted(),await syncFile(target),verifyBackup(target);const finished=openFinished(
target);try{return{dataAt,fingerprint:readFingerprint2(finished,{at:dataAt,content,signal})}}finally{finished.close()}}async function copyWhole(database,request2){
const{source:source2,target,log}=request2,asked=query=>whenNotLocked(source2,request2,()=>database.prepare(query).get());if((await asked("PRAGMA journal_mode"))?.
journal_mode==="wal"&&await holdSnapshot(database,source2,request2),await copy(database,request2))return;if(Number((await asked("SELECT page_count * page_size A\
S bytes FROM pragma_page_count, pragma_page_size"))?.bytes)>heldBytes)throw neverEnds(source2);log.info("The server keeps writing: it is held off for the moment\
 that the copy takes.");for(const suffix of["","-journal"])await rm22(`${target}${suffix}`,{force:!0});if(await holdSnapshot(database,source2,request2),!await copy(
database,request2))throw neverEnds(source2)}async function copy(database,{source:source2,target,log,signal}){let minRemaining=Number.POSITIVE_INFINITY,restarts=0;
try{await backup(database,target,{rate:pagesAtOnce,progress:({totalPages,remainingPages})=>{if(signal?.throwIfAborted(),remainingPages>=minRemaining&&(restarts+=
1),restarts>maxRestarts)throw new Error("started over too often");minRemaining=remainingPages,log.progress({text:"pages copied",done:totalPages-remainingPages,total:totalPages})}})}catch(cause){
if(signal?.throwIfAborted(),restarts>maxRestarts)return!1;throw new SystemFailure8({happened:`The backup of "${source2}" stopped: ${reasonOf3(cause)}.`,means:"T\
here is no backup; the database itself was not touched.",next:"Check the free disk space and the permissions of the backup folder, then run the step again."})}return!0}
function verifyBackup(file2){let faults2;try{const database=openFinished(file2);try{const answers=database.prepare("PRAGMA integrity_check").all().map(row=>row.
integrity_check);faults2=answers.length===1&&answers[0]==="ok"?0:answers.length}finally{database.close()}}catch(cause){throw unsound(file2,reasonOf3(cause))}if(faults2>
0)throw unsound(file2,`its integrity check reports ${faults2} faults`)}function unsound(file2,why2){return new SystemFailure8({happened:`The backup "${file2}" i\
s not a sound SQLite database: ${why2}.`,means:"It cannot be trusted as a way back, and nothing was restored from it.",next:'Run "PRAGMA integrity_check" on the\
 original database. If that is sound, check the disk and take another backup.'})}function neverEnds(source2){return new SystemFailure8({happened:`The backup of \
"${source2}" started over more than ${maxRestarts} times, since the server keeps writing.`,means:"There is no backup; the database itself was not touched.",next:'\
Switch the database to WAL ("PRAGMA journal_mode = WAL"), or stop the writes in the before-backup hook.'})}async function otherName(path4){const names2=await stat2(
path4).then(({nlink})=>nlink,()=>1);if(names2>1)return`the database file has ${names2} names (hard links), and one of them may be production's`;if(await isMounted(
path4))return"another file is mounted in the place of the database, which may be production's"}async function readIdentity2(file2){const place22=await whereItIs2(
file2);return{kind:"sqlite",lineage:{"file-number":place22.number??`no file yet: ${place22.path}`},location:{host:hostname2(),file:place22.path,...place22.device===
void 0?{}:{device:place22.device}},mark:await readMark2(place22.path)}}async function markDisposable2(file2,choose){const identity2=await readIdentity2(file2),{
path:path4}=await whereItIs2(file2),other=await otherName(path4);if(other!==void 0)throw new SystemFailure8({happened:`"${path4}" cannot be marked as disposable\
: ${other}.`,means:"Nothing was marked.",next:"Give staging its own file with one name, in its own folder. Mount the folder, not the file."});const mark2=await choose(
{identity:identity2,name:path4});if(mark2===void 0)return;const kept=markPath2(path4);try{await writeFile3(`${kept}.new`,`${markText(mark2)}
`),await syncFile(`${kept}.new`),await rename3(`${kept}.new`,kept),await syncFolder(dirname4(kept))}catch(cause){throw new SystemFailure8({happened:`The mark "${kept}\
" could not be written.`,means:"The database is not marked as disposable.",next:"Check that this user may write into the folder of the database."},{cause})}return await readIdentity2(
path4)}async function whereItIs2(file2){try{const path4=await realpath2(file2),{dev,ino}=await stat3(path4,{bigint:!0});return{path:path4,device:String(dev),number:String(
ino)}}catch(cause){if(!isMissing2(cause))throw outOfReach(file2,cause)}try{return{path:join52(await realpath2(dirname4(file2)),basename(file2))}}catch(cause){throw isMissing2(
cause)?noFolder(dirname4(file2),cause):outOfReach(file2,cause)}}function noFolder(folder4,cause){return new SystemFailure8({happened:`The folder "${folder4}" do\
es not exist.`,means:"Which database the configuration leads to is not known without it, so nothing was done.",next:"Make the folder, or correct the path in the\
 configuration. The database itself need not exist yet."},{cause})}async function readMark2(path4){const kept=markPath2(path4);try{const text2=await readFile4(kept,
"utf8"),{ino}=await stat3(kept,{bigint:!0}),keeping={tiedTo:`file number ${ino}`,place:`the file "${kept}"`},mark2=markIn(text2,keeping),reason=mark2.kind==="no\
ne"?"its mark cannot be read":await otherName(path4);return reason===void 0?mark2:{kind:"unclear",reason,place:keeping.place}}catch(cause){if(isMissing2(cause))
return{kind:"none"};throw outOfReach(kept,cause)}}function markPath2(path4){return`${path4}.staged-upgrade-disposable`}function outOfReach(path4,cause){return new SystemFailure8(
{happened:`"${path4}" cannot be reached.`,means:"It is not known which database this is, so nothing was done.",next:"Check the path in the configuration, and th\
at this user may read the folder."},{cause})}function isMissing2(cause){return cause instanceof Error&&"code"in cause&&cause.code==="ENOENT"}async function preflight2(file2,clock,{
use,subject}){if(use==="backup")return(await openForReading(file2,{clock})).close(),[fine(subject,`"${file2}" can be read.`)];const folder4=dirname5(await realpath3(
file2).catch(()=>file2));try{return await access32(folder4,constants32.W_OK|constants32.X_OK),[fine(subject,`"${file2}" can be replaced.`)]}catch(cause){if(cause instanceof
Error&&"code"in cause&&cause.code==="ENOENT")throw noFolder(folder4,cause);return[problem(subject,{happened:`This user may not write in the folder "${folder4}".`,
means:"A restore puts the copy into that folder, so every rehearsal would fail.",next:"Let this user write in it."})]}}var copySuffix=".restoring-";async function replaceFile({
backup:backup2,target,log,mayReplace}){const path4=await realpath4(target).catch(()=>target),old=await stat4(path4).catch(()=>{}),beside=`${path4}${copySuffix}${randomUUID22()}`;
try{old!==void 0&&await refuseWhileHeld(path4);const refused2=mayReplace(await readIdentity2(path4));if(refused2!==void 0)return refused2;await removeLeftCopies(
path4,log),await copyFile2(backup2,beside),old!==void 0&&await keepAccess(beside,old,log),await syncFile(beside),verifyBackup(beside);const changed=mayReplace(await readIdentity2(
path4));if(changed!==void 0)return await rm3(beside,{force:!0}),changed;old!==void 0&&settleOld(path4);for(const suffix of["-wal","-shm","-journal"])await rm3(`${path4}${suffix}`,
{force:!0});await rename4(beside,path4),await syncFolder(dirname6(path4));return}catch(cause){throw await rm3(beside,{force:!0}).catch(()=>{}),cause instanceof SystemFailure8?
cause:new SystemFailure8({happened:`The backup could not be put in the place of "${path4}".`,means:"The database that was there is unchanged.",next:"Check the f\
ree disk space and that this user may write into its folder, then run the step again."},{cause})}}async function removeLeftCopies(path4,log){const folder4=dirname6(
path4),names2=await readdir4(folder4);for(const name of names2.filter(each=>each.startsWith(`${basename2(path4)}${copySuffix}`)))await rm3(join6(folder4,name),{
force:!0}),log.info(`Removed "${name}", which a restore that was killed had left behind.`)}async function refuseWhileHeld(path4){const holders=await processesHolding(
held=>held===path4);if(holders.length>0)throw inUse2(path4,`by process ${holders.join(", ")}`)}function settleOld(path4){try{const database=new DatabaseSync2(path4,
{timeout:1e3});try{database.prepare("PRAGMA journal_mode = DELETE").get(),database.exec("BEGIN EXCLUSIVE; ROLLBACK")}finally{database.close()}}catch(cause){const code=cause instanceof
Error&&"errcode"in cause?cause.errcode:void 0;if(typeof code=="number"&&[5,6].includes(code&255))throw inUse2(path4,"by another process")}}async function keepAccess(file2,old,log){
await chmod2(file2,old.mode&4095);try{await chown(file2,old.uid,old.gid)}catch{log.warn(`The restored database belongs to the user of this process, no longer to\
 user ${old.uid}: its owner could not be kept.`)}}function inUse2(path4,by){return new SystemFailure8({happened:`The SQLite database "${path4}" is in use ${by}.`,
means:"Nothing was restored; the database is unchanged.",next:'Stop the server that uses it (see "stop" of the deployer), then run the step again.'})}var backupName="\
database.sqlite";function sqliteDatabase({file:file2,content,clock}){return{kind:"sqlite",noun:"database",identity:()=>readIdentity2(file2()),preflight:request2=>preflight2(
file2(),clock,request2),fingerprint:async(signal,like)=>{const withContent=like===void 0?content:like.tables.some(({checksum:checksum2})=>checksum2!==void 0),database=await openForReading(
file2(),{clock,signal});try{return await holdSnapshot(database,file2(),{clock,signal}),readFingerprint2(database,{at:clock.now(),content:withContent,signal})}finally{
database.close()}},estimatedBytes:async()=>await bytesOf3(file2())+await bytesOf3(`${file2()}-wal`),markDisposable:choose=>markDisposable2(file2(),choose),backup:async({
directory,log,signal})=>{const source2=file2(),identity2=await readIdentity2(source2),target=join7(directory,backupName),{dataAt,fingerprint:fingerprint2}=await backUp(
{source:source2,target,content,clock,log,signal});return{identity:identity2,dataAt:dataAt.toISOString(),fingerprint:{kind:"same-snapshot",value:fingerprint2},tools:{
sqlite:process.versions.sqlite??"unknown"},references:[]}},verify:async({directory})=>verifyBackup(join7(directory,backupName)),restore:async({directory,log,signal,
mayReplace})=>{const backup2=join7(directory,backupName);return verifyBackup(backup2),signal?.throwIfAborted(),await replaceFile({backup:backup2,target:file2(),
log,mayReplace})}}}async function bytesOf3(path4){try{return(await stat5(path4)).size}catch(cause){if(isMissing22(cause))return 0;throw new SystemFailure8({happened:`\
The size of "${path4}" could not be read.`,means:"Nothing was done.",next:"Check its permissions."},{cause})}}function isMissing22(cause){return cause instanceof
Error&&"code"in cause&&cause.code==="ENOENT"}var sqliteInit={name:"sqlite",title:"SQLite, a file",settings:{file:{usual:"${{PREFIX}{SIDE}_DATABASE_FILE}",scriptVariable:"\
DATABASE_FILE"}},scrubExamples:[`sqlite3 -bail "$DATABASE_FILE" "UPDATE users SET email = 'user-' || id || '@example.invalid'"`,'sqlite3 -bail "$DATABASE_FILE" \
"DELETE FROM webhooks"']},settings82=()=>strictObject4({file:template.describe("The database file. A relative path starts in the folder of the command."),fingerprint:strictObject4(
{content:boolean4().default(!0).describe("Compare the rows themselves, by a SHA-256 of each table. `false` only counts them. Definitions, and what the applicati\
on keeps in the header of the file (`user_version`), are compared either way.")}).prefault({}).describe("What is compared after a restore.")}).describe("A SQLit\
e database: backed up with its online backup while the server runs."),part92=namedKind("sqlite",settings82,(chosen,{effects,where,placeholders})=>sqliteDatabase(
{file:()=>resolve32(effects.directory,effects.variables.fill(chosen.file,`${where}.file`,placeholders)),content:chosen.fingerprint.content,clock:effects.clock})),
sqlite2={part:part92,init:sqliteInit},kinds4=[sqlite2,postgres,mysql,mongodb2,rds(oneOf([postgres.part,mysql.part])),folder,s3Bucket2,azureContainer,infrahubBackup,
neo4j],dataStore=oneOf(kinds4.map(({part:part19})=>part19)),dataStoreInit=kinds4.map(({init})=>init),dataStores=union5([dataStore,array6(dataStore).min(1)]).transform(
written8=>"kind"in written8?[{...written8,at:""}]:written8.map((part19,index2)=>({...part19,at:`[${index2}]`})));function keepAhead(directory,keep){const ahead=new Map;
let turn=Promise.resolve();const tryToKeep=async(data2,path4)=>{try{return{stamp:await stampOf(join8(directory,data2,path4)),file:await keep(data2,path4)}}catch{
return}};return{finished:(data2,path4)=>{const kept=turn.then(()=>tryToKeep(data2,path4));turn=kept,ahead.set(`${data2}/${path4}`,kept)},kept:async(data2,path4)=>{
const before=await ahead.get(`${data2}/${path4}`);return before!==void 0&&before.stamp===await stampOf(join8(directory,data2,path4))?before.file:await keep(data2,
path4)},settled:()=>turn}}async function stampOf(path4){const{size,mtimeNs,ino}=await stat6(path4,{bigint:!0});return`${ino} ${size} ${mtimeNs}`}var draftsName="\
.drafts",removedAtOnce=16;async function dropPlace(bucket,below2){await bucket.dropUnfinished(below2);const objects=await bucket.list(below2);await eachOf(objects,
removedAtOnce,({key:key3})=>bucket.remove(key3))}async function listFiles(root){const found=[],walk=async prefix2=>{for(const entry of await readdir5(join9(root,
prefix2),{withFileTypes:!0})){const path4=prefix2===""?entry.name:`${prefix2}/${entry.name}`;if(entry.isDirectory())await walk(path4);else if(entry.isFile())found.
push(path4);else throw notAFile(path4)}};return await walk(""),found.sort()}async function listFolders(root){const entries=await readdir5(root,{withFileTypes:!0});
return[...(await Promise.all(entries.filter(entry=>entry.isDirectory()).map(entry=>listFolders(join9(root,entry.name))))).flat(),root]}var bytesAtOnce=1048576;async function describeFile(root,path4,signal){
const hash2=createHash52("sha256"),file2=await open22(join9(root,path4));try{const{size}=await file2.stat(),buffer=Buffer.allocUnsafe(Math.max(1,Math.min(size,bytesAtOnce)));
let bytes22=0;for(;;){signal?.throwIfAborted();const{bytesRead}=await file2.read(buffer,0,buffer.length);if(bytesRead===0)return{path:path4,bytes:bytes22,sha256:hash2.
digest("hex")};hash2.update(buffer.subarray(0,bytesRead)),bytes22+=bytesRead}}finally{await file2.close()}}async function verifyFiles(root,id,expected){verifySizes(
id,expected,await sizesIn(root));for(const file2 of expected){const{sha256:sha25623}=await describeFile(root,file2.path);if(sha25623!==file2.sha256)throw damaged2(
id,file2.path,"has other content than when it was written (SHA-256)")}}function verifySizes(id,expected,found){const names2=new Set(expected.map(file2=>file2.path)),
extra=[...found.keys()].find(path4=>!names2.has(path4));if(extra!==void 0)throw damaged2(id,extra,"is not in its manifest");for(const file2 of expected){const size=found.
get(file2.path),{bytes:bytes22}=asStored(file2);if(size===void 0)throw damaged2(id,file2.path,"is missing");if(size!==bytes22)throw damaged2(id,file2.path,`has ${size}\
 bytes instead of ${bytes22}`)}}function asStored(file2){return file2.stored??file2}async function sizesIn(root){const found=new Map;for(const path4 of await listFiles(
root).catch(()=>[]))found.set(path4,(await stat7(join9(root,path4))).size);return found}var staleMilliseconds=14*864e5;async function removeStale(root,prefix2,clock){
for(const name of await readdir5(root)){if(!name.startsWith(prefix2))continue;const path4=join9(root,name),made=await stat7(path4).catch(orIfGone);made===void 0||
clock.now().getTime()-made.mtimeMs<=staleMilliseconds||await rm4(path4,{recursive:!0,force:!0})}}function orIfGone(cause){if(cause.code!=="ENOENT")throw cause}function damaged2(id,path4,how){
return new SystemFailure8({happened:`The file "${path4}" of backup "${id}" ${how}.`,means:"The backup is damaged and cannot be trusted. Nothing was restored fro\
m it.",next:aboutBadBackup})}function notAFile(path4){return new SystemFailure8({happened:`The backup holds "${path4}", which is neither a file nor a folder.`,means:"\
The backup is not kept.",next:"See which tool puts it there: links and sockets cannot be part of a backup."})}var texts=record6(string13(),string13()),place3=string13(),
mark=lazy4(()=>discriminatedUnion2("kind",[object7({kind:literal2("none")}),object7({kind:literal2("disposable"),id:string13(),system:string13(),tiedTo:string13(),
place:place3}),object7({kind:literal2("unclear"),reason:string13(),place:place3})])),identity=lazy4(()=>object7({kind:string13(),lineage:texts,location:texts,startedAt:string13().
exactOptional(),mark})),fingerprint=lazy4(()=>object7({at:string13(),tables:array6(object7({name:string13(),rows:int2().nonnegative(),checksum:string13().exactOptional()})),
sequences:array6(object7({name:string13(),value:string13(),called:boolean4().exactOptional()})),folders:array6(object7({name:string13(),files:int2().nonnegative(),
bytes:int2().nonnegative(),checksum:string13()})).exactOptional(),objects:record6(string13(),texts).exactOptional(),definedBy:string13().exactOptional(),roles:array6(
string13()).exactOptional()})),takenFingerprint=lazy4(()=>discriminatedUnion2("kind",[object7({kind:literal2("same-snapshot"),value:fingerprint}),object7({kind:literal2(
"beside"),value:fingerprint,until:fingerprint.exactOptional()}),object7({kind:literal2("none"),reason:string13()})])),innerPath2=lazy4(()=>string13().min(1).refine(
path4=>!path4.startsWith("/")&&!path4.includes("\\")&&!path4.split("/").some(part19=>["",".",".."].includes(part19)),{error:"a path that stays inside of the bac\
kup"})),bytes2={bytes:int2().nonnegative(),sha256:string13().regex(/^[0-9a-f]{64}$/)},dataBackup=lazy4(()=>object7({name:slug,dataAt:iso_exports.datetime(),identity,
fingerprint:takenFingerprint,tools:texts,files:array6(object7({path:innerPath2,...bytes2,stored:object7(bytes2).exactOptional()})),references:array6(object7({kind:string13(),
id:string13()}))})),manifest=lazy4(()=>object7({format:literal2(manifestFormat),id:string13(),system:string13(),product:string13(),purpose:m8(backupPurposes),hop:object7(
{id:string13(),digest:string13()}),version:string13(),startedAt:iso_exports.datetime(),finishedAt:iso_exports.datetime(),dataAt:iso_exports.datetime(),journalEntries:int2().
nonnegative(),encryption:object7({kind:literal2("age"),recipients:array6(string13())}).exactOptional(),place:slug.exactOptional(),data:array6(dataBackup).refine(
all=>new Set(all.map(({name})=>name)).size===all.length,{error:"a separate name for each data store"})}).refine(({data:data2,encryption})=>data2.every(({files})=>files.
every(({stored})=>stored===void 0==(encryption===void 0))),{error:"all of its files encrypted, or none",path:["encryption"]}).refine(({data:data2,dataAt})=>data2.
length===0||earliest(data2.map(each=>each.dataAt))===dataAt,{error:"the earliest time of its stores of data",path:["dataAt"]}));function readManifest(text2){let value2;
try{value2=JSON.parse(text2)}catch{return{kind:"damaged",reason:"the manifest is not JSON: it was cut off or overwritten"}}const format=object7({format:unknown3()}).
safeParse(value2);if(format.success&&format.data.format!==manifestFormat)return{kind:"damaged",reason:`the manifest has format ${JSON.stringify(format.data.format)??
"none"}, and this version reads only ${manifestFormat}: use the staged-upgrade that took the backup`};const read=manifest.safeParse(value2);if(read.success)return{
kind:"manifest",manifest:read.data};const first2=read.error.issues[0];return{kind:"damaged",reason:`the manifest is not valid at "${first2?.path.join(".")}": ${first2?.
message}`}}var manifestName="manifest.json";function newManifest(facts2,data2,{seal,place:place22}){const manifest2={format:manifestFormat,...facts2,...seal&&{encryption:{
kind:"age",recipients:seal.recipients}},...place22!==void 0&&{place:place22},data:data2},text2=`${JSON.stringify(manifest2,null,2)}
`,reading=readingUnder(facts2.id,text2);if(reading.kind==="damaged")throw new Error(`the new manifest of ${facts2.id} cannot be read: ${reading.reason}`);return{
manifest:reading.manifest,text:text2}}function readingUnder(id,text2){const reading=readManifest(text2);return reading.kind==="manifest"&&reading.manifest.id!==
id?{kind:"damaged",reason:`the manifest is that of backup "${reading.manifest.id}"`}:reading}function listed2(all){return{backups:all.flatMap(({reading})=>reading.
kind==="manifest"?[reading.manifest]:[]).toSorted((one,other)=>Date.parse(one.startedAt)-Date.parse(other.startedAt)),damaged:all.flatMap(({id,reading})=>reading.
kind==="damaged"?[{id,reason:reading.reason}]:[])}}function requireId(id){if(!isBackupId(id))throw new UserError7({happened:`"${id}" cannot be the id of a backu\
p.`,means:"Nothing was done.",next:"Use an id as the backup command printed it: letters, digits and . _ + -"})}function notOpened(id,description2,reason){return new SystemFailure8(
{happened:`Backup "${id}" in ${description2} cannot be used: ${reason}.`,means:"Nothing was restored.",next:aboutBadBackup})}function requireSeal(manifest2,seal){
if(!(manifest2.encryption===void 0||seal!==void 0))throw new UserError7({happened:`The backup "${manifest2.id}" is encrypted, and the configuration has no "back\
up.encryption".`,means:"It cannot be read. Nothing was restored.",next:`Write backup.encryption with the recipients (${manifest2.encryption.recipients.join(", ")}\
) and the identity of one of them.`})}var Tally=class{#hash=createHash62("sha256");#bytes=0;#sha256;async*count(stream){for await(const piece of stream)this.#hash.
update(piece),this.#bytes+=piece.byteLength,yield piece}get counted(){return this.#sha256??=this.#hash.digest("hex"),{bytes:this.#bytes,sha256:this.#sha256}}};async function sendFile(directory,path4,seal,store){
const plain3=new Tally,stored=new Tally,read=plain3.count(createReadStream(join10(directory,path4),{highWaterMark:1024*1024}));return await store(stored.count(seal?
await seal.seal(read):read)),{path:path4,...plain3.counted,...seal&&{stored:stored.counted}}}async function fetchFile(stream,{expected,name,backup:backup2},target,seal){
const plain3=new Tally,stored=new Tally;await mkdir3(dirname7(target),{recursive:!0,mode:448});const read=stored.count(stream),opened2=expected.stored===void 0?
read:await unsealed(read,seal);await pipeline2(plain3.count(opened2),createWriteStream2(target,{flags:"wx",mode:384}));const asStored2=expected.stored??expected;
for(const[found,right]of[[stored.counted,asStored2],[plain3.counted,expected]]){if(found.bytes!==right.bytes)throw damaged2(backup2,name,`has ${found.bytes} byt\
es instead of ${right.bytes}`);if(found.sha256!==right.sha256)throw damaged2(backup2,name,"has other content than when it was written (SHA-256)")}}async function unsealed(stream,seal){
if(seal===void 0)throw new Error("an encrypted file was to be read without a seal");return await seal.unseal(stream)}var filesAtOnce=2;function bucketDraft(options){
const{bucket,prefix:prefix2,scratch,seal,signal,id,place:place22,directory}=options,below2=`${prefix2}/${id}/${place22}`,marker=`${prefix2}/${draftsName}/${id}/${place22}`,
ended=new AbortController,either=AbortSignal.any([signal,ended.signal]),ahead=keepAhead(directory,async(data2,path4)=>{const local=join11(directory,data2),{size}=await stat8(
join11(local,path4)),parts2=partSize(seal?.sealedBytes(size)??size,bucket.parts);if(parts2===void 0)throw tooLarge3(`${data2}/${path4}`,size,bucket.description);
return await sendFile(local,path4,seal,stream=>upload(bucket,`${below2}/${data2}/${path4}`,stream,parts2,either))});return{directoryFor:async data2=>(await mkdir4(
join11(directory,data2),{mode:448}),join11(directory,data2)),finished:ahead.finished,commit:async facts2=>{if(facts2.id!==id)throw new Error(`the manifest of dr\
aft "${id}" is for backup "${facts2.id}"`);const data2=[];for(const each of facts2.data){const paths=await listFiles(join11(directory,each.name));data2.push({...each,
files:await eachOf(paths,filesAtOnce,path4=>ahead.kept(each.name,path4))})}const{manifest:manifest2,text:written8}=newManifest(facts2,data2,{seal,place:place22}),
key3=`${prefix2}/${id}/${manifestName}`,text2=Buffer.from(written8);if(await bucket.create(key3,text2)==="taken")throw takenMeanwhile(id,bucket.description);if((await readWhole(
bucket,key3,signal))?.equals(text2)!==!0)throw notReadBack(id,bucket.description);return await bucket.remove(marker).catch(()=>{}),await scratch.remove(directory),
manifest2},discard:async()=>{ended.abort(new Error("the draft was discarded")),await ahead.settled(),await scratch.remove(directory),await dropPlace(bucket,`${below2}\
/`),await bucket.remove(marker)}}}function tooLarge3(path4,bytes22,description2){return new SystemFailure8({happened:`The file "${path4}" of the backup has ${bytesText2(
bytes22)}, more than one object in ${description2} can have.`,means:"No backup was added; those that are there are unchanged.",next:"Keep backups in a store tha\
t takes larger files, or back up in several files."})}function takenMeanwhile(id,description2){return new SystemFailure8({happened:`Another run has written the \
backup "${id}" to ${description2} meanwhile.`,means:"It is never replaced. This backup was not added.",next:"Run the step again: it takes another id."})}function notReadBack(id,description2){
return new SystemFailure8({happened:`The manifest of backup "${id}" was written to ${description2}, and reads differently.`,means:"The backup cannot be trusted.",
next:"Look for what changes objects there (a lifecycle rule, a replication), then run the step again."})}var prefix="staged-upgrade-backup-",scratchSetting={scratch:template.
optional().describe("A folder on the disk of the runner for a backup that is being written or read, if the store cannot be read in place: it must have room for \
a whole backup. Default: the temporary folder of the job.")};function scratchOf({scratch:chosen},{effects,where,placeholders}){const{environment:environment22,variables,
directory,clock}=effects,named2=chosen===void 0?void 0:variables.fill(chosen,`${where}.scratch`,placeholders);return scratchIn(named2===void 0?environment22.RUNNER_TEMP||
tmpdir():resolve42(directory,named2),clock)}function scratchIn(root,clock){return{root,make:()=>usable(root,async()=>(makeFolder(root,448),await removeStale(root,
prefix,clock),await mkdtemp(join12(root,prefix)))),remove:folder4=>rm5(folder4,{recursive:!0,force:!0}),freeBytes:()=>usable(root,async()=>{makeFolder(root,448);
const{bavail,bsize}=await statfs(root);return bavail*bsize})}}async function requireRoom(scratch,id,bytes22){const free=await scratch.freeBytes();if(!(bytes22<=
free))throw new SystemFailure8({happened:`The backup "${id}" has ${bytesText2(bytes22)}, and ${bytesText2(free)} are free in the folder "${scratch.root}".`,means:"\
It could not be fetched. Nothing was restored.",next:"Free space there, use a runner with a larger disk, or name another folder (scratch: in backup.store)."})}async function usable(root,act){
try{return await act()}catch(cause){const code=cause instanceof Error&&"code"in cause?String(cause.code):"unknown";throw new SystemFailure8({happened:`The folde\
r "${root}", where backups are put together, could not be used (${code}).`,means:"No backup was written or read.",next:"Check that it exists, that this user may\
 write to it and that its disk is not full, or name another one (scratch: in backup.store)."},{cause})}}var manifestsAtOnce=16,filesAtOnce2=4;function bucketStore(options){
const{bucket,prefix:prefix2,scratch,seal,clock,signal}=options,{description:description2}=bucket,readingOf2=async id=>{const text2=await readWhole(bucket,`${prefix2}\
/${id}/${manifestName}`,signal);return text2===void 0?{kind:"damaged",reason:"there is no manifest"}:readingUnder(id,text2.toString("utf8"))};return{description:description2,
room:`the folder ${scratch.root}`,begin:async id=>{if(requireId(id),(await readingOf2(id)).kind==="manifest")throw taken2(id,description2);const place22=`files-${randomUUID3().
slice(0,8)}`;return await bucket.create(`${prefix2}/${draftsName}/${id}/${place22}`,Buffer.from(`${clock.now().toISOString()}
`)),await dropStale(options,id),bucketDraft({...options,id,place:place22,directory:await scratch.make()})},list:async()=>{const ids=(await bucket.folders(`${prefix2}\
/`)).filter(name=>!name.startsWith(".")),readings=await eachOf(ids,manifestsAtOnce,async id=>({id,reading:await readingOf2(id)}));return listed2(readings.filter(
({reading})=>reading.kind==="manifest"||reading.reason!=="there is no manifest"))},open:async id=>{requireId(id);const reading=await readingOf2(id);if(reading.kind===
"damaged")throw notOpened(id,description2,reading.reason);return requireSeal(reading.manifest,seal),await fetched(reading.manifest,options)},remove:async id=>{requireId(
id);const reading=await readingOf2(id);if(reading.kind==="damaged")throw notOpened(id,description2,reading.reason);return await removed(reading.manifest,options)},
freeBytes:async()=>(await bucket.folders(`${prefix2}/`),await scratch.freeBytes())}}async function fetched(manifest2,options){const{bucket,prefix:prefix2,scratch,
seal,signal}=options,{id}=manifest2,below2=`${prefix2}/${id}/${manifest2.place??""}/`,files=manifest2.data.flatMap(({name,files:files2})=>files2.map(file2=>({...file2,
path:`${name}/${file2.path}`}))),found=(await bucket.list(below2)).map(({key:key3,bytes:bytes22})=>[key3.slice(below2.length),bytes22]);verifySizes(id,files,new Map(
found)),await requireRoom(scratch,id,files.reduce((sum,{bytes:bytes22})=>sum+bytes22,0));const directory=await scratch.make();try{await eachOf(files,filesAtOnce2,
async expected=>{const stream=await readObject(bucket,`${below2}${expected.path}`,signal);if(stream===void 0)throw notOpened(id,bucket.description,`its file "${expected.
path}" is missing`);await fetchFile(stream,{expected,name:expected.path,backup:id},join13(directory,expected.path),seal)})}catch(error2){throw await scratch.remove(
directory),error2}return{manifest:manifest2,directoryOf:data2=>join13(directory,data2),release:()=>scratch.remove(directory)}}async function removed({id,place:place22=""},{
bucket,prefix:prefix2}){const manifest2=`${prefix2}/${id}/${manifestName}`,keys=[manifest2,...(await bucket.list(`${prefix2}/${id}/${place22}/`)).map(({key:key3})=>key3)],
until2=(await eachOf(keys,manifestsAtOnce,key3=>bucket.heldUntil(key3))).filter(each=>each!==void 0).toSorted().at(-1);if(until2!==void 0)return{kind:"held",until:until2};
const marker=`${prefix2}/${draftsName}/${id}/${place22}`;return await bucket.create(marker,Buffer.from(`removed
`)),await bucket.remove(manifest2),await dropPlace(bucket,`${prefix2}/${id}/${place22}/`),await bucket.remove(marker),{kind:"removed"}}async function dropStale({
bucket,prefix:prefix2,signal},ownId){const drafts=await bucket.list(`${prefix2}/${draftsName}/`),now=Math.max(...drafts.map(({modified})=>modified.getTime()));for(const{
key:key3,modified}of drafts){if(now-modified.getTime()<=staleMilliseconds)continue;const[id="",place22=""]=key3.slice(`${prefix2}/${draftsName}/`.length).split(
"/");if(id===ownId||place22==="")continue;const text2=await readWhole(bucket,`${prefix2}/${id}/${manifestName}`,signal),reading=text2&&readingUnder(id,text2.toString(
"utf8"));reading!==void 0&&(reading.kind==="damaged"||reading.manifest.place===place22)||await dropPlace(bucket,`${prefix2}/${id}/${place22}/`),await bucket.remove(
key3)}}function taken2(id,description2){return new SystemFailure8({happened:`There is a backup "${id}" in ${description2} already.`,means:"It is never replaced.\
 Nothing was written.",next:"Run the step again: it takes another id."})}function openBucketStore({bucket,prefix:prefix2},settings162,context){const{clock,signal}=context.
effects,scratch=scratchOf(settings162,context),means22={read:"It could not be seen which backups there are. Nothing was restored.",write:"No backup was added; t\
hose that are there are unchanged."};return({seal})=>bucketStore({bucket:steadyBucket(bucket,{clock,signal,means:means22}),prefix:prefix2,scratch,seal,clock,signal})}
var azureBlobInit={name:"azure-blob",title:"a container of Azure Blob Storage: also for hosted runners",settings:{account:{usual:"${BACKUP_ACCOUNT}",question:"I\
n which storage account are backups kept?"},container:{usual:"${BACKUP_CONTAINER}",question:"In which container of it?"}},login:azureLogin},settings92=()=>strictObject4(
{...azurePlace(),...scratchSetting}).describe("An Azure Blob Storage container. Every runner can reach it."),part102=kind("azure-blob",settings92,(chosen,context)=>openBucketStore(
openAzure(chosen,context),chosen,context)),azureBlob={part:part102,init:azureBlobInit},dataName="data",draftPrefix=".draft-";function folderStore2(options){const{
root,clock,seal,scratch}=options,description2=`folder ${root}`,readings=async()=>{const ids=(await inFolder(root,()=>readdir6(root,{withFileTypes:!0})).catch(noneIfMissing)).
filter(entry=>entry.isDirectory()&&!entry.name.startsWith(".")).map(entry=>entry.name);return Promise.all(ids.map(async id=>({id,reading:await readingOf(root,id)})))};
return{description:description2,begin:async id=>{requireId(id),await inFolder(root,async()=>makeFolder(root,448)),await inFolder(root,()=>removeStale(root,draftPrefix,
clock));const draft=join14(root,`${draftPrefix}${id}-${randomUUID4()}`);return await inFolder(root,()=>mkdir5(join14(draft,dataName),{recursive:!0,mode:448})),draftIn(
options,{draft,id,written:seal?await scratch.make():join14(draft,dataName)})},list:async()=>listed2(await readings()),open:async id=>{requireId(id);const reading=await readingOf(
root,id);if(reading.kind==="damaged")throw notOpened(id,description2,reading.reason);const{manifest:manifest2}=reading;return requireSeal(manifest2,seal),manifest2.
encryption===void 0?await openedInPlace(manifest2,root):await decrypted(manifest2,options)},remove:async id=>{requireId(id);const gone=join14(root,`${draftPrefix}${id}\
-${randomUUID4()}`);return await inFolder(root,async()=>{await rename5(join14(root,id),gone),await syncFolder(root),await rm6(gone,{recursive:!0,force:!0})}),{kind:"\
removed"}},freeBytes:async()=>{await inFolder(root,async()=>makeFolder(root,448));const{bavail,bsize}=await inFolder(root,()=>statfs2(root));return bavail*bsize}}}
function draftIn({root,seal,scratch},{draft,id,written:written8}){const directory=join14(draft,dataName),ended=new AbortController,ahead=keepAhead(written8,seal?
(data2,path4)=>sealedFile(join14(written8,data2),join14(directory,data2),path4,seal,ended.signal):(data2,path4)=>keptFile(join14(directory,data2),path4,ended.signal));
return{directoryFor:data2=>inFolder(root,async()=>(await mkdir5(join14(written8,data2),{mode:448}),join14(written8,data2))),finished:ahead.finished,commit:facts2=>inFolder(
root,async()=>{if(facts2.id!==id)throw new Error(`the manifest of draft "${id}" is for backup "${facts2.id}"`);const data2=[];for(const each of facts2.data){const files=[];
for(const path22 of await listFiles(join14(written8,each.name)))files.push(await ahead.kept(each.name,path22));data2.push({...each,files})}for(const folder4 of await listFolders(
directory))await syncFolder(folder4);const{manifest:manifest2,text:text2}=newManifest(facts2,data2,{seal}),path4=join14(draft,manifestName);return await writeFile4(
path4,text2,{flag:"wx",mode:384}),await syncFile(path4),await syncFolder(draft),await rename5(draft,join14(root,id)),await syncFolder(root),seal&&await scratch.
remove(written8),manifest2}),discard:()=>inFolder(root,async()=>{ended.abort(new Error("the draft was discarded")),await ahead.settled(),await rm6(draft,{recursive:!0,
force:!0}),seal&&await scratch.remove(written8)})}}async function keptFile(directory,path4,signal){return await syncFile(join14(directory,path4)),await describeFile(
directory,path4,signal)}async function sealedFile(written8,directory,path4,seal,signal){const target=join14(directory,path4);await mkdir5(dirname8(target),{recursive:!0,
mode:448});const file2=await sendFile(written8,path4,seal,stream=>pipeline3(stream,createWriteStream3(target,{mode:384}),{signal}));return await syncFile(target),
file2}function filesOf({data:data2}){return data2.flatMap(({name,files})=>files.map(file2=>({...file2,path:`${name}/${file2.path}`})))}async function openedInPlace(manifest2,root){
const directory=join14(root,manifest2.id,dataName);return await verifyFiles(directory,manifest2.id,filesOf(manifest2)),{manifest:manifest2,directoryOf:data2=>join14(
directory,data2),release:async()=>{}}}async function decrypted(manifest2,{root,seal,scratch}){const{id}=manifest2,stored=join14(root,id,dataName),files=filesOf(
manifest2);verifySizes(id,files,await sizesIn(stored)),await requireRoom(scratch,id,files.reduce((sum,{bytes:bytes22})=>sum+bytes22,0));const directory=await scratch.
make();try{for(const expected of files){const stream=createReadStream2(join14(stored,expected.path));await fetchFile(stream,{expected,name:expected.path,backup:id},
join14(directory,expected.path),seal)}}catch(error2){throw await scratch.remove(directory),error2}return{manifest:manifest2,directoryOf:data2=>join14(directory,
data2),release:()=>scratch.remove(directory)}}var largestManifestMebibytes=256;async function readingOf(root,id){const path4=join14(root,id,manifestName);let text2;
try{const not=await notReadable(path4,largestManifestMebibytes);if(not!==void 0)return{kind:"damaged",reason:`the manifest ${not.why}`};text2=await readFile5(path4,
"utf8")}catch(cause){return{kind:"damaged",reason:codeOf32(cause)==="ENOENT"?"there is no manifest":`the manifest cannot be read (${codeOf32(cause)})`}}return readingUnder(
id,text2)}async function inFolder(root,act){try{return await act()}catch(cause){const code=codeOf32(cause);if(code===void 0)throw cause;const full=code==="ENOSP\
C"||code==="EDQUOT";throw new SystemFailure8({happened:`The backup folder "${root}" could not be used${full?": the disk is full":""} (${code}).`,means:"No backu\
p was added; those that are there are unchanged.",next:full?"Free space on its disk, then run the step again.":"Check that it exists and that this user may read\
 and write it."},{cause})}}function noneIfMissing(cause){if(cause instanceof SystemFailure8&&codeOf32(cause.cause)==="ENOENT")return[];throw cause}function codeOf32(cause){
return cause instanceof Error&&"code"in cause&&typeof cause.code=="string"?cause.code:void 0}var folderInit2={name:"folder",title:"a folder that the runners of \
production and staging can both reach",onOwnRunners:!0,settings:{path:{usual:"${BACKUP_FOLDER}",input:"backupFolder",question:"Which folder can the runners of p\
roduction and staging both reach, for backups?"}}},settings102=()=>strictObject4({path:template.describe("The folder. A relative path starts in the folder of th\
e command. It is created if it is missing."),...scratchSetting}).describe("A folder on a disk that all steps share: for a terminal or self-hosted runners, never\
 for hosted runners."),part112=kind("folder",settings102,(chosen,context)=>{const{effects,where,placeholders}=context;if(effects.environment.RUNNER_ENVIRONMENT===
"github-hosted")throw onHostedRunner(where);const path4=effects.variables.fill(chosen.path,`${where}.path`,placeholders),root=resolve5(effects.directory,path4),
scratch=scratchOf(chosen,context);return({seal})=>folderStore2({root,clock:effects.clock,seal,scratch})}),folder2={part:part112,init:folderInit2};function onHostedRunner(where){
return new UserError7({happened:`${where} keeps backups in a folder, and this job runs on a hosted runner.`,means:"The next job has another disk and would not f\
ind them. Nothing was done.",next:"Keep them where every job reaches them (`backup: { store: { s3: { bucket: BUCKET } } }`), or use runners of your own that sha\
re the folder."})}var answer3=lazy4(()=>object7({error:object7({message:string13()})}));async function gcsFailure(response,{bucket,where}){const{status}=response,
said2=`${status}: ${messageIn(await response.text())}`,failed3=(message,next,passes=!1)=>new BucketError(message,{passes,next});return status===408||status===429||
status>=500?failed3(`the server is busy or failed (${said2})`,"Run the step again later. If it persists, check the status of the service.",!0):status===404?failed3(
`there is no bucket "${bucket}"`,`Create it, or correct "bucket" in ${where}.`):status===401?failed3(`the server does not accept the credentials (${said2})`,"Ch\
eck the login step of the job. Session credentials expire: a new run logs in again."):status===403?failed3(`a permission is missing (${said2})`,"The bucket need\
s storage.objects.create, get, list and delete (the role Storage Object User), and the use of the KMS key, if there is one."):failed3(said2,`Check ${where}, and\
 what the server says about this error.`)}function messageIn(text2){try{const read=answer3.safeParse(JSON.parse(text2));if(read.success)return read.data.error.message.
replace(/\.$/,"")}catch{}return text2.trim().slice(0,200).replace(/\.$/,"")}var kibibyte=1024,gcsParts={minBytes:256*kibibyte,maxBytes:1024**3,maxParts:Number.MAX_SAFE_INTEGER,
maxObjectBytes:5*1024**4,multipleOf:256*kibibyte,inAnyOrder:!1},storedObject=lazy4(()=>object7({name:string13(),size:string13().default("0"),generation:string13().
default(""),md5Hash:string13().optional(),updated:string13().optional(),retentionExpirationTime:string13().optional(),temporaryHold:boolean4().optional(),eventBasedHold:boolean4().
optional()})),page=lazy4(()=>object7({items:array6(storedObject).default([]),prefixes:array6(string13()).default([]),nextPageToken:string13().optional()}));function gcsBucket(options){
const{server,bucket,fetch,kmsKey}=options,objects=`${server}/storage/v1/b/${encodeURIComponent(bucket)}/o`,uploads=`${server}/upload/storage/v1/b/${encodeURIComponent(
bucket)}/o`,ask3=async(url2,{method="GET",headers,body,signal},...expected)=>{const authorization2=`Bearer ${await options.token()}`;let response;try{response=await fetch(
url2,{method,headers:{authorization:authorization2,"accept-encoding":"identity",...headers},redirect:"manual",...body&&{body:Uint8Array.from(body)},...signal&&{
signal}})}catch(cause){throw networkFailure(cause,server)??cause}if(response.ok||expected.includes(response.status))return response;throw await gcsFailure(response,
options)},pages=async(prefix2,delimiter2,signal)=>{const items=[],prefixes=[];let pageToken="";do{const query=new URLSearchParams({prefix:prefix2,delimiter:delimiter2,
pageToken}),read=page.parse(await(await ask3(`${objects}?${query}`,{signal})).json());items.push(...read.items),prefixes.push(...read.prefixes),pageToken=read.nextPageToken??
""}while(pageToken!=="");return{items,prefixes}},started=(key3,type,once2)=>`${uploads}?${new URLSearchParams({uploadType:type,name:key3,...once2&&{ifGenerationMatch:"\
0"},...kmsKey!==void 0&&{kmsKeyName:kmsKey}})}`;return{description:options.description,parts:gcsParts,list:async(prefix2,signal)=>(await pages(prefix2,"",signal)).
items.map(({name,size,generation,updated})=>({key:name,bytes:Number(size),version:generation,modified:new Date(updated??0)})),folders:async(prefix2,signal)=>(await pages(
prefix2,"/",signal)).prefixes.map(each=>each.slice(prefix2.length,-1)),read:async(key3,from2,signal)=>{const headers={range:`bytes=${from2}-${from2+pieceBytes-1}`},
response=await ask3(`${objects}/${encodeURIComponent(key3)}?alt=media`,{headers,signal},404,416);if(response.status===404)return await missing4(response,options);
if(response.status===416)return new Uint8Array;try{return new Uint8Array(await response.arrayBuffer())}catch(cause){throw networkFailure(cause,server)??cause}},
create:async(key3,bytes22,signal)=>{const headers={"content-type":"application/octet-stream"},response=await ask3(started(key3,"media",!0),{method:"POST",headers,
body:bytes22,signal},412);return response.status===412?"taken":(requireSame(storedObject.parse(await response.json()).md5Hash,createHash72("md5").update(bytes22).
digest("base64")),"created")},startUpload:async(key3,signal)=>{const headers={"content-type":"application/json","x-upload-content-type":"application/octet-strea\
m"},session=(await ask3(started(key3,"resumable",!1),{method:"POST",headers,signal})).headers.get("location");if(session===null)throw new Error("the server name\
d no address for the upload");return resumable(session,ask3)},heldUntil:async(key3,signal)=>{const response=await ask3(`${objects}/${encodeURIComponent(key3)}`,
{signal},404);if(response.status===404)return await missing4(response,options);const{temporaryHold,eventBasedHold,retentionExpirationTime}=storedObject.parse(await response.
json());return temporaryHold===!0||eventBasedHold===!0?"its hold is removed":retentionExpirationTime},remove:async(key3,signal)=>{await ask3(`${objects}/${encodeURIComponent(
key3)}`,{method:"DELETE",signal},404)},dropUnfinished:async()=>{}}}function resumable(session,ask3){const hash2=createHash72("md5");let hashed=0;return{send:async({
offset,isLast},bytes22,signal)=>{const end=offset+bytes22.byteLength,headers={"content-range":`bytes ${bytes22.byteLength===0?"*":`${offset}-${end-1}`}/${isLast?
end:"*"}`},response=await ask3(session,{method:"PUT",headers,body:bytes22,signal},308);if(hashed===offset&&bytes22.byteLength>0&&hash2.update(bytes22),hashed=end,
isLast){const{md5Hash}=storedObject.parse(await response.json());return requireSame(md5Hash,hash2.copy().digest("base64"))}const kept=/^bytes=0-(?<last>\d+)$/.exec(
response.headers.get("range")??"")?.groups?.last;if(kept===void 0||Number(kept)+1<end)throw incomplete()},finish:async()=>{},drop:async()=>{await ask3(session,{
method:"DELETE"},404,410,499)}}}function requireSame(found,right){if(!(found===void 0||found===right))throw new BucketError("what the server has stored is not w\
hat was sent (MD5)",{passes:!0,next:"Run the step again. If it happens again, look for something that changes requests between this machine and the server."})}function incomplete(){
return new BucketError("the server stored only part of what was sent",{passes:!0,next:"Run the step again later."})}async function missing4(response,options){const text2=await response.
text();if(/bucket/i.test(text2))throw await gcsFailure(new Response(text2,{status:404}),options)}function openGcs(settings162,{effects,where,placeholders}){const fill=(text2,key22)=>effects.
variables.fill(text2,`${where}.${key22}`,placeholders),bucket=fill(settings162.bucket,"bucket"),key3=settings162["kms-key"],given=settings162["access-token"]===
void 0?void 0:fill(settings162["access-token"],"access-token");let usual;return{prefix:fill(settings162.prefix,"prefix").replace(/\/+$/,""),bucket:gcsBucket({description:`\
gcs ${bucket}`,bucket,where,server:settings162.endpoint===void 0?"https://storage.googleapis.com":fill(settings162.endpoint,"endpoint"),kmsKey:key3===void 0?void 0:
fill(key3,"kms-key"),fetch:effects.fetch,token:async()=>{if(given!==void 0)return given;usual??=usualToken2(effects.fetch,where);const token=await(await usual)();
return effects.mask(token),token}})}}async function usualToken2(fetch,where){const{GoogleAuth}=await import("./clients/google-auth.js"),auth=new GoogleAuth({scopes:"\
https://www.googleapis.com/auth/devstorage.read_write",clientOptions:{transporterOptions:{fetchImplementation:fetch}}});return async()=>{try{const token=await auth.
getAccessToken();if(typeof token=="string")return token}catch(cause){throw noCredentials2(where,cause)}throw noCredentials2(where)}}function noCredentials2(where,cause){
const why2=cause instanceof Error?` (${cause.message.split(`
`)[0]?.replace(/\.$/,"")})`:"";return new BucketError(`this job has no credentials for it${why2}`,{passes:!1,withoutLogin:!0,next:`Let a step of the job log in \
(OIDC, between the marks of its workflow), or name a token in ${where}.access-token.`,cause})}var gcsPlace=once(()=>({bucket:template.meta({description:"The nam\
e of the bucket.",examples:["acme-backups"]}),prefix:template.default("{system}").describe("The prefix of the keys, without a slash at the end. `{system}` is th\
e name of the system."),endpoint:template.optional().describe("The address of the service, if it is a different one, such as a private endpoint. Default: storag\
e.googleapis.com."),"kms-key":template.optional().describe("The full name of the key that the service encrypts with. Default: as the bucket is configured."),"ac\
cess-token":template.optional().describe("A token that a step of the job has obtained: a `${NAME}`, never written out. It is not renewed. Without it the usual p\
laces are searched: what a login step has set (OIDC), a key file, the account of the machine.")})),googleLogin={name:"Log in to Google Cloud",action:{repository:"\
google-github-actions/auth",ref:"7c6bc770dae815cd3e89ee6cdf493a5fab2cc093",version:"v3.0.0"},with:{workload_identity_provider:{variable:"GCP_IDENTITY_PROVIDER"},
service_account:{variable:"GCP_SERVICE_ACCOUNT"}}},gcsInit={name:"gcs",title:"a bucket of Google Cloud Storage: also for hosted runners",settings:{bucket:{usual:"\
${BACKUP_BUCKET}",question:"Which bucket are backups kept in?"}},login:googleLogin},settings112=()=>strictObject4({...gcsPlace(),...scratchSetting}).describe("A\
 Google Cloud Storage bucket. Every runner can reach it."),part122=kind("gcs",settings112,(chosen,context)=>openBucketStore(openGcs(chosen,context),chosen,context)),
gcs={part:part122,init:gcsInit},s3Init={name:"s3",title:"a bucket of S3, or of MinIO, R2 or Ceph: also for hosted runners",settings:{bucket:{usual:"${BACKUP_BUC\
KET}",question:"Which bucket are backups kept in?"},region:{usual:"${AWS_REGION}",question:"In which region is the bucket?"}},login:awsLogin},settings122=()=>strictObject4(
{...s3Place(),...scratchSetting}).describe("A bucket in S3, or on a server that speaks its protocol (MinIO, R2, Ceph). Every runner can reach it."),part132=kind(
"s3",settings122,(chosen,context)=>openBucketStore(openS3(chosen,context),chosen,context)),s32={part:part132,init:s3Init},kinds22=[folder2,s32,gcs,azureBlob],backupStore=oneOf(
kinds22.map(({part:part19})=>part19)),backupStoreInit=kinds22.map(({init})=>init),text=string13(),time3=iso_exports.datetime().describe("ISO 8601, in UTC."),milliseconds=number4().
min(0),count=int2().min(0),environment=m8(environmentNames),release2=m8(releaseSides),runIdentity=object7({kind:m8(["github","terminal"]),id:text,attempt:int2().
min(1),actor:text,url:text.exactOptional()}).readonly(),hopReference=object7({id:text,from:text,to:text,digest:text}).readonly(),plannedHop=lazy4(()=>object7({...hopReference.
unwrap().shape,manual:array6(object7({id:text,text,url:text.exactOptional(),acknowledged:boolean4()}).readonly()).readonly(),reasons:array6(object7({rule:text,text,
url:text.exactOptional()}).readonly()).readonly().exactOptional(),parts:hopParts.exactOptional(),releases:object7({from:text,to:text}).readonly().exactOptional()}).
readonly()),contentDigests2=record6(text,text).readonly(),recordedIdentity=object7({kind:text,lineage:record6(text,text).readonly(),location:record6(text,text).
readonly()}).readonly(),recordedData=object7({name:text,...recordedIdentity.unwrap().shape}).readonly(),inEnvironment={hop:hopReference,environment},migrationTrace={
applied:text.exactOptional(),next:text.exactOptional(),jobs:array6(text).readonly().exactOptional()},availability=lazy4(()=>object7({looks:count,failed:count,downtimeMilliseconds:milliseconds,
longestGapMilliseconds:milliseconds,medianMilliseconds:milliseconds,slowestMilliseconds:milliseconds}).readonly()),contents={tables:count,rows:count,files:count.
exactOptional()};function event(type,shape){return optionOnDemand("type",type,()=>object7({type:literal2(type),...shape()}).readonly())}var dataEvents=[event("d\
isposable-marked",()=>({mark:text,tiedTo:text,data:text,name:text,identity:recordedIdentity})),event("production-found-marked",()=>({mark:text,data:text,identity:recordedIdentity})),
event("checked",()=>({...inEnvironment,version:text,...migrationTrace,data:array6(recordedData).readonly().exactOptional()})),event("backed-up",()=>({...inEnvironment,
purpose:m8(backupPurposes),backup:text,version:text,dataAt:text,data:array6(object7({...recordedData.unwrap().shape,dataAt:text}).readonly()).readonly().exactOptional(),
bytes:count,manifest:text.exactOptional(),fits:literal2(!0).exactOptional(),milliseconds})),event("backups-removed",()=>({backups:array6(text).readonly()})),event(
"restoring",()=>({...inEnvironment,backup:text})),event("restored",()=>({...inEnvironment,backup:text,proved:boolean4(),...contents,milliseconds})),event("point\
-proved",()=>({...inEnvironment,backup:text,...contents,milliseconds})),event("scrubbed",()=>({...inEnvironment,waived:boolean4(),milliseconds}))],leaseEvents=[
event("lease-taken",()=>({fence:int2().min(1),owner:text,expiresAt:time3,preempted:text.exactOptional(),marginMilliseconds:milliseconds.exactOptional(),process:processMark.
exactOptional(),reason:text.exactOptional()})),event("lease-renewed",()=>({fence:int2().min(1),owner:text,expiresAt:time3})),event("lease-released",()=>({fence:int2().
min(1),owner:text}))],planEvents=[event("planned",()=>({current:text,target:text,hops:array6(plannedHop).readonly(),operation:m8(operations).exactOptional(),ring:text.
exactOptional(),waiver:text.exactOptional(),given:object7({facts:array6(text).readonly(),parts:array6(text).readonly()}).readonly().exactOptional(),contents:contentDigests2.
exactOptional()})),event("at-target",()=>({version:text,ring:text})),event("preflighted",()=>({problems:count,warnings:count,unknown:count})),event("production-\
place-seen",()=>({place:deployPlace})),event("approved",()=>({hop:hopReference,gate:text,by:text,comment:text.exactOptional(),note:text.exactOptional()})),event(
"completed",()=>({hop:hopReference})),event("ended",()=>({...inEnvironment,command:text,outcome:m8(["waiting","failed","unknown","refused"]),message:text})),event(
"adopted",()=>({...inEnvironment,version:text,reason:text}))],releaseEvents=[event("baseline-taken",()=>({...inEnvironment,version:text,measures:array6(object7(
{name:text,count:number4().exactOptional(),digest:text.exactOptional(),milliseconds}).readonly()).readonly()})),event("deploying",()=>({...inEnvironment,release:release2,
version:text,deferred:boolean4(),parts:partVersions.exactOptional(),...migrationTrace})),event("put-in-place",()=>({...inEnvironment,release:release2,version:text,
artifacts:array6(artifact).readonly().exactOptional()})),event("not-deferred",()=>({...inEnvironment,because:text})),event("deployed",()=>({...inEnvironment,release:release2,
version:text,deferred:boolean4(),parts:partVersions.exactOptional(),unproved:text.exactOptional(),...migrationTrace,downtimeMilliseconds:milliseconds.exactOptional(),
availability:availability.exactOptional(),writes:availability.exactOptional(),milliseconds})),event("smoke-tested",()=>({...inEnvironment,release:release2,version:text,
migrations:m8(["done","pending","running","failed"]),assumed:literal2(!0).exactOptional(),tests:array6(text).readonly(),testsDigest:text.exactOptional(),milliseconds,
validatedMilliseconds:milliseconds.exactOptional(),rounds:int2().min(1).exactOptional(),compared:array6(text).readonly().exactOptional()})),event("migrating",()=>inEnvironment),
event("starting",()=>({...inEnvironment,migration:text,retry:boolean4()})),event("start-answered",()=>({...inEnvironment,migration:text,said:text,refused:boolean4()})),
event("migrated",()=>({...inEnvironment,milliseconds})),event("waited",()=>({...inEnvironment,milliseconds})),event("rolling-back",()=>({...inEnvironment,to:text,
reason:text.exactOptional()})),event("rolled-back",()=>({...inEnvironment,to:text,milliseconds,downtimeMilliseconds:milliseconds.exactOptional(),availability:availability.
exactOptional(),writes:availability.exactOptional(),tests:array6(text).readonly().exactOptional(),testsDigest:text.exactOptional(),accepted:object7({reason:text,
notPassed:text}).readonly().exactOptional()}))],stagingEvents=[event("staging-taken",()=>inEnvironment),event("rehearsal-waived",()=>({hop:hopReference,because:text})),
event("carried-over",()=>({...inEnvironment,backup:text,after:text})),event("rehearsal-voided",()=>({...inEnvironment,because:text})),event("rehearsed",()=>({hop:hopReference,
backup:text.exactOptional(),contents:contentDigests2.exactOptional()}))],journalEvent=discriminatedUnion2("type",[...planEvents,...dataEvents,...stagingEvents,...releaseEvents,
...leaseEvents]),eventTypes=new Set(journalEvent.options.flatMap(({_zod:{propValues}})=>[...propValues?.type??[]])),envelope=object7({format:literal2(1),sequence:int2().
min(1),previous:text,at:time3,system:text,run:runIdentity,event:looseObject3({type:text})}),bringItBack="Restore it exactly as it was written, from a backup of \
the folder or from the history of the branch; do not rewrite it by hand.";function damageFailure(where,damage){if(damage.kind==="newer")return new SystemFailure8(
{happened:`"${damage.file}" in the journal (${where}) has format ${damage.format}; this version of Staged Upgrade reads format 1.`,means:"A newer version has wr\
itten to this journal. Nothing was done: this version could misread what it says.",next:"Use the newer version here too: raise the pinned version of the action,\
 or of the package."});const{happened:happened2,next}=describe2(damage);return new SystemFailure8({happened:`The journal (${where}) is damaged: ${happened2}`,means:"\
Nothing was done: the journal cannot be relied on, and nothing is guessed from the rest.",next})}function describe2(damage){switch(damage.kind){case"gap":return{
happened:`"${damage.missing}" is missing, but "${damage.newest}" is there.`,next:bringItBack};case"unreadable":return{happened:`"${damage.file}" cannot be read \
as an entry: ${damage.reason}.`,next:bringItBack};case"edited":return{happened:`"${damage.file}" was changed after it was written: its checksum does not match.`,
next:bringItBack};case"broken-chain":return{happened:`"${damage.file}" does not follow "${damage.before}": one of the two is not what was originally written.`,next:bringItBack};case"\
misnumbered":return{happened:`"${damage.file}" holds entry ${damage.sequence}: it was renamed or copied.`,next:"Give the file its original name again, and resto\
re what it replaced."};case"duplicate":return{happened:`"${damage.file}" is beside "${damage.original}" under the same number.`,next:`If "${damage.file}" is a c\
opy (synchronized folders create these), move it out of the folder.`};case"foreign":return{happened:`"${damage.file}" is not an entry.`,next:"Move it out of the\
 folder: only entries may be there."};case"not-a-folder":return{happened:`"${damage.folder}" should be the folder with the entries, but is a ${damage.found}.`,next:`\
Find out what replaced the folder "${damage.folder}", and restore it with all entries from a backup or from the history of the branch.`};case"other-system":return{
happened:`"${damage.file}" belongs to the system "${damage.system}", not to "${damage.expected}".`,next:`Correct "system:" in the configuration if it was change\
d by mistake; otherwise move the file back to "${damage.system}".`};case"invalid":return{happened:`"${damage.file}" is intact, but is not an entry that this ver\
sion knows: ${damage.reason}.`,next:"If a newer version writes to this journal, use that version here too. Otherwise report it with the file attached."}}}var formatOnly=object7(
{format:int2()}),longestEntry=32*1024**2,tooLong=`it is longer than ${longestEntry/1024**2} MiB`,checksumLine=/^,\n {2}"checksum": "([0-9a-f]{64})"\n\}\n$/,checksumLength=`\
,
  "checksum": "${"0".repeat(64)}"
}
`.length;function entryFileName(sequence){return`${String(sequence).padStart(6,"0")}.json`}function entryNumber(fileName){const digits=/^(\d{6,15})\.json$/.exec(
fileName)?.[1],number22=Number(digits);return number22>=1&&entryFileName(number22)===fileName?number22:void 0}function sha2563(content){return hash("sha256",content)}
function headOf(entries){const last=entries.at(-1);return last?{sequence:last.sequence,hash:last.hash}:{sequence:0,hash:""}}function encodeEntry(entry){const{event:event2,
...rest}=entry,bare=`${JSON.stringify({...rest,event:journalEvent.parse(event2)},null,2)}
`,checksum2=`,
  "checksum": "${sha2563(bare)}"
}
`;return{name:entryFileName(entry.sequence),content:Buffer.from(bare.replace(/\n\}\n$/,()=>checksum2))}}function decodeChain(files,system,{earlier:earlier2=[],known:known2}={}){
const numbered=new Map,unexpected=[];for(const file2 of files){const number22=entryNumber(file2.name);number22===void 0?unexpected.push(file2.name):numbered.set(
number22,file2)}const first2=unexpected.sort()[0];if(first2!==void 0)return{kind:"damaged",damage:unexpectedDamage(first2,number22=>numbered.has(number22)||number22>=
1&&number22<=earlier2.length)};let newest=earlier2.length;for(const number22 of numbered.keys())newest=Math.max(newest,number22);const entries=[...earlier2];for(let sequence=earlier2.
length+1;sequence<=newest;sequence++){const file2=numbered.get(sequence);if(!file2)return{kind:"damaged",damage:{kind:"gap",missing:entryFileName(sequence),newest:entryFileName(
newest)}};const before=headOf(entries),same=known2?.get(file2.name);if(same?.entry.system===system&&same.entry.previous===before.hash&&(same.content===file2.content||
Buffer.compare(same.content,file2.content)===0)){entries.push(same.entry);continue}const read=decodeEntry(file2,sequence,before,system);if("kind"in read)return{
kind:"damaged",damage:read};known2?.set(file2.name,{content:file2.content,entry:read}),entries.push(read)}return{kind:"intact",entries}}function readChain(files,system,where,verified){
const chain=decodeChain(files,system,verified);if(chain.kind==="damaged")throw damageFailure(where,chain.damage);return chain.entries}function verifyContains(entries,head,where="\
as it is now"){if(head.sequence===0)return;const entry=entries[head.sequence-1];if(entry?.hash===head.hash)return;const happened2=entry?`Entry ${head.sequence} \
of the journal (${where}) is not the one that was there before.`:`The journal (${where}) ends at entry ${entries.length}; entry ${head.sequence} was there befor\
e.`;throw new SystemFailure8({happened:happened2,means:"The journal went backwards: it was rewritten, force-pushed or restored from an old copy. Nothing was don\
e.",next:`Restore the journal that contains entry ${head.sequence} (the folder's backup, or the branch's earlier commit), then run this again.`})}function decodeEntry(file2,sequence,before,system){
const unreadable32=file2.unreadable??(file2.content.length>longestEntry?tooLong:void 0);if(unreadable32!==void 0)return{kind:"unreadable",file:file2.name,reason:unreadable32};
const text2=Buffer.from(file2.content).toString("utf8"),json2=parseJson2(text2);if(json2.kind==="broken")return{kind:"unreadable",file:file2.name,reason:json2.reason};
const format=formatOnly.safeParse(json2.value);if(format.success&&format.data.format>1)return{kind:"newer",file:file2.name,format:format.data.format};const[end,
bare]=[text2.slice(-checksumLength),text2.slice(0,-checksumLength)],checksum2=checksumLine.exec(end)?.[1];if(checksum2===void 0||checksum2!==sha2563(`${bare}
}
`))return{kind:"edited",file:file2.name};const read=envelope.safeParse(json2.value);if(!read.success)return{kind:"invalid",file:file2.name,reason:issues(read.error)};
const entry=read.data;if(entry.sequence!==sequence)return{kind:"misnumbered",file:file2.name,sequence:entry.sequence};if(entry.system!==system)return{kind:"othe\
r-system",file:file2.name,system:entry.system,expected:system};if(entry.previous!==before.hash)return{kind:"broken-chain",file:file2.name,before:sequence===1?"t\
he beginning":entryFileName(before.sequence)};const event2=readEvent(entry.event);return event2.kind==="invalid"?{kind:"invalid",file:file2.name,reason:event2.reason}:
{...entry,event:event2.value,hash:sha2563(file2.content)}}function readEvent(stored){const{type,...content}=stored;if(!eventTypes.has(type))return{kind:"read",value:{
type:"not-understood",name:type,content}};const read=journalEvent.safeParse(stored);return read.success?{kind:"read",value:read.data}:{kind:"invalid",reason:`${type}\
: ${issues(read.error)}`}}function parseJson2(text2){if(text2==="")return{kind:"broken",reason:"it is empty"};try{return{kind:"json",value:JSON.parse(text2)}}catch{
return{kind:"broken",reason:text2.endsWith(`}
`)?"it is not JSON":"it ends in the middle"}}}function unexpectedDamage(file2,isThere2){const digits=/(?:^|\/)0*(\d+)[^\d/][^/]*$/.exec(file2)?.[1],number22=Number(
digits);return digits!==void 0&&isThere2(number22)?{kind:"duplicate",file:file2,original:entryFileName(number22)}:{kind:"foreign",file:file2}}function issues(error2){
return error2.issues.map(issue=>`"${issue.path.join(".")}": ${issue.message}`).join("; ")}function share(file2){return Number.parseInt(sha2563(file2.content).slice(
0,8),16)/2**32}var attempts4=200;function chainedJournal(store,identity2,clock,known2){const{description:description2}=store,{system,run}=identity2;let seen=headOf(
[]),verified,last=Promise.resolve();const readNow=async()=>{const{files,revision,unchanged=0}=await store.list(verified?.revision);if(verified&&files.length===0&&
unchanged===verified.entries.length)return verifyContains(verified.entries,seen,description2),verified={entries:verified.entries,revision},verified;const earlier2=verified?.
entries.slice(0,unchanged)??[],entries=readChain(files,system,description2,{earlier:earlier2,...known2?{known:known2}:{}});return verifyContains(entries,seen,description2),
seen=headOf(entries),verified={entries,revision},verified},appendNow=async event2=>{for(let attempt=1;attempt<=attempts4;attempt++){const{entries,revision}=await readNow(),
head=headOf(entries),at=clock.now().toISOString(),entry={format:1,sequence:head.sequence+1,previous:head.hash,at,system,run,event:event2},file2=encodeEntry(entry),
subject=`${system}: ${eventSentence(event2)}`;if(await store.add({file:file2,revision,subject,at})==="added")return seen={sequence:entry.sequence,hash:sha2563(file2.
content)},{...entry,hash:seen.hash};await clock.sleep(share(file2)*Math.min(2e3,10*attempt))}throw new SystemFailure8({happened:`"${event2.type}" could not be a\
dded to the journal (${description2}): other writers came first ${attempts4} times.`,means:"The entry is not recorded.",next:"Look for a run that writes to this\
 journal constantly, stop it, and run this again."})},inTurn=body=>{const turn=last.then(body,body);return last=turn.catch(()=>{}),turn};return{description:description2,
read:()=>inTurn(async()=>(await readNow()).entries),append:event2=>inTurn(()=>appendNow(event2))}}var readAtOnce=16,means2={read:"Nothing was done.",write:"It i\
s not certain that the entry is recorded, and the step does not continue without it."};function bucketJournal(bucket,prefix2,identity2,clock){const steady=steadyBucket(
bucket,{clock,means:means2});return chainedJournal(bucketFiles(steady,bucket,`${prefix2}/${identity2.system}/`),identity2,clock)}function bucketFiles(bucket,once2,below2){
let listed22={revision:"0",objects:[]},confirmed2=listed22,isConditional=!1;return{description:`${bucket.description}/${below2.slice(0,-1)}`,list:async verified=>{
listed22.revision===verified&&(confirmed2=listed22);const before=confirmed2.revision===verified?confirmed2.objects:[],objects=await bucket.list(below2),unchanged=before.
findIndex(({key:key3,version},index2)=>{const now=objects[index2];return now?.key!==key3||now.version!==version})===-1?before.length:0;return listed22={revision:String(
Number(listed22.revision)+1),objects},{files:await read(objects.slice(unchanged)),unchanged,revision:listed22.revision}},add:async({file:file2})=>{const key3=`${below2}${file2.
name}`;return await bucket.create(key3,file2.content)==="taken"?"taken":(isConditional||(isConditional=await knowsConditions(once2,key3,file2.content)),"added")}};
async function read(objects){const files=[];for(let from2=0;from2<objects.length;from2+=readAtOnce){const some=objects.slice(from2,from2+readAtOnce),contents2=await Promise.
all(some.map(({key:key3})=>readWhole(bucket,key3)));for(const[index2,content]of contents2.entries())content!==void 0&&files.push({name:(some[index2]?.key??"").slice(
below2.length),content})}return files}}async function knowsConditions(once2,key3,content){try{if(await once2.create(key3,content)==="taken")return!0}catch(error2){
if(error2 instanceof BucketError)return!1;throw error2}throw unconditional(once2.description)}function unconditional(description2){return new SystemFailure8({happened:`${description2}\
 has replaced an object that it was told not to replace: its server ignores conditional writes (If-None-Match).`,means:"Two runs could act at the same time, and\
 each would overwrite what the other recorded. The step does not continue.",next:"Use a server that supports conditional writes, as AWS and newer versions of Mi\
nIO and Ceph do, or keep the journal on a branch or in a folder (journal.store)."})}var azureBlobInit2={name:"azure-blob",title:"a container of Azure Blob Stora\
ge, where rules of the repository forbid the branch",settings:{account:{usual:"${JOURNAL_ACCOUNT}",question:"In which storage account is the journal kept?"},container:{
usual:"${JOURNAL_CONTAINER}",question:"In which container of it?"}},login:azureLogin},settings132=()=>strictObject4({...azurePlace(),prefix:template.default("st\
aged-upgrade-journal").describe("The prefix of the keys, without a slash at the end; the name of the system follows.")}).describe("Keep the journal in an Azure \
Blob Storage container: for repositories whose rules forbid the branch."),part142=kind("azure-blob",settings132,(chosen,context)=>{const{bucket,prefix:prefix2}=openAzure(
chosen,context);return identity2=>bucketJournal(bucket,prefix2,identity2,context.effects.clock)}),azureBlob2={part:part142,init:azureBlobInit2},draftPrefix2=".d\
raft-",abandonedMilliseconds=36e5,readAtOnce2=32;function folderJournal(root,identity2,clock){return chainedJournal(folderStore3(root,join15(root,identity2.system)),
identity2,clock)}function folderStore3(root,folder4){const failed3=(doing,cause)=>folderFailure(root,doing,cause),description2=`folder ${root}`;let listed22={revision:"\
0",names:new Set,newest:new Map},confirmed2=listed22,tidied=!1;return{description:description2,list:async verified=>{listed22.revision===verified&&(confirmed2=listed22);
const before=confirmed2.revision===verified?confirmed2:void 0,found=await replacedBy(root,folder4).catch(cause=>{throw failed3("read",cause)});if(found)throw damageFailure(
description2,{kind:"not-a-folder",...found});const{files,unchanged,newest}=await listFiles2(folder4,before).catch(cause=>{throw failed3("read",cause)}),kept=unchanged===
before?.names.size?before.names:new Set,names2=files.length===0?kept:new Set([...kept,...files.map(({name})=>name)]);return listed22={revision:String(Number(listed22.
revision)+1),names:names2,newest},{files,unchanged:kept.size,revision:listed22.revision}},add:async({file:file2})=>{try{const added=await addFile(folder4,file2,
!tidied);return tidied=!0,added}catch(cause){throw failed3("written",cause)}}}}var lookedAtAgain=256;async function replacedBy(root,folder4){const own=await lstat3(
folder4).catch(orIfBelowFile);return own==="below-a-file"?{folder:await fileAbove(root),found:"file"}:own&&!own.isDirectory()?{folder:folder4,found:own.isSymbolicLink()?
"link":"file"}:own?void 0:(await lstat3(root).catch(orIfMissing(void 0)))?.isSymbolicLink()&&await stat9(root).catch(orIfMissing(void 0))===void 0?{folder:root,
found:"link"}:void 0}function orIfBelowFile(cause){return cause.code==="ENOTDIR"?"below-a-file":orIfMissing(void 0)(cause)}async function fileAbove(path4){return await lstat3(
path4).catch(orIfBelowFile)==="below-a-file"?await fileAbove(dirname9(path4)):path4}async function listFiles2(folder4,before){const names2=(await readdir7(folder4).
catch(orIfMissing([]))).filter(name=>!name.startsWith(draftPrefix2)),fresh=before?names2.filter(name=>!before.names.has(name)):names2,changed=before!==void 0&&names2.
length-fresh.length===before.names.size?await changedSince(folder4,before.newest):!0,first2=changed?1:(before?.names.size??0)+1,files=await readFiles(folder4,changed?
names2:fresh,first2),last=first2+files.length-1,watched=Array.from({length:Math.min(lookedAtAgain,last)},(_6,index2)=>entryFileName(last-index2)),kept=changed?new Map:
before?.newest,newest=await Promise.all(watched.map(async name=>[name,kept?.get(name)??await stampOf2(folder4,name)]));return{files,unchanged:first2-1,newest:new Map(
newest)}}async function changedSince(folder4,stamps){return(await Promise.all([...stamps].map(async([name,stamp])=>await stampOf2(folder4,name)===stamp))).includes(
!1)}async function stampOf2(folder4,name){const found=await lstat3(join15(folder4,name),{bigint:!0}).catch(orIfMissing(void 0));return found?`${found.ino} ${found.
size} ${found.mtimeNs} ${found.ctimeNs}`:""}async function readFiles(folder4,visible,first2){const others=visible.filter(name=>entryNumber(name)===void 0),newest=visible.
reduce((highest,name)=>Math.max(highest,entryNumber(name)??0),first2-1),files=new Map(others.map(name=>[name,{name,content:new Uint8Array}])),seen=new Set(visible);
let gap=!1;for(let from2=first2;from2<=newest&&!gap;from2+=readAtOnce2){const count2=Math.min(readAtOnce2,newest-from2+1),names2=Array.from({length:count2},(_6,index2)=>entryFileName(
from2+index2)),read=await Promise.all(names2.map(async name=>({name,file:await readIfThere2(folder4,name)})));for(const{name,file:file2}of read)file2!==void 0&&
files.set(name,file2);gap=read.some(({name,file:file2})=>file2===void 0&&!seen.has(name))}for(const name of visible)files.has(name)||files.set(name,{name,content:new Uint8Array});
return[...files.values()]}async function readIfThere2(folder4,name){const path4=join15(folder4,name),content=new Uint8Array,handle=await open32(path4,constants4.
O_RDONLY|constants4.O_NONBLOCK).catch(async cause=>(await lstat3(path4).catch(orIfMissing(void 0)))?.isSymbolicLink()===!0&&(cause.code==="ENOENT"||cause.code===
"ELOOP")?"it is a broken link":cause.code==="ENXIO"?"it is not a file":orIfMissing(void 0)(cause));if(handle!==void 0){if(typeof handle=="string")return{name,content,
unreadable:handle};try{const unreadable32=whyNotRead(await handle.stat());return unreadable32===void 0?{name,content:await handle.readFile()}:{name,content,unreadable:unreadable32}}finally{
await handle.close()}}}function whyNotRead(found){return found.isDirectory()?"it is a folder":found.isFile()?found.size>longestEntry?tooLong:void 0:"it is not a\
 file"}async function addFile(folder4,file2,tidy){await createFolder(folder4);const draft=join15(folder4,`${draftPrefix2}${randomUUID5()}`);try{return await writeDurably(
draft,file2.content),await link(draft,join15(folder4,file2.name)).then(()=>!0,async cause=>{if(cause.code!=="EEXIST")throw cause;return(await stat9(draft)).nlink>
1})?(await syncFolder(folder4),tidy&&await removeAbandoned(folder4,draft),"added"):"taken"}finally{await unlink(draft).catch(()=>{})}}async function writeDurably(path4,content){
const handle=await open32(path4,"wx");try{await handle.writeFile(content),await handle.sync()}finally{await handle.close()}}async function createFolder(folder4){
const first2=makeFolder(folder4);if(first2!==void 0)for(let made=folder4;made.length>=first2.length;made=dirname9(made))await syncFolder(dirname9(made))}async function removeAbandoned(folder4,fresh){
try{const{mtimeMs}=await stat9(fresh);for(const name of(await readdir7(folder4)).filter(name2=>name2.startsWith(draftPrefix2))){const path4=join15(folder4,name);
mtimeMs-(await stat9(path4)).mtimeMs>abandonedMilliseconds&&await unlink(path4)}}catch{}}function orIfMissing(otherwise2){return cause=>{if(cause.code==="ENOENT")
return otherwise2;throw cause}}function folderFailure(root,doing,cause){const code=cause instanceof Error&&"code"in cause?cause.code:void 0,why2=cause instanceof
Error?cause.message:String(cause),noLinks=code==="EPERM"||code==="ENOTSUP"||code==="EOPNOTSUPP"||code==="EMLINK";return new SystemFailure8({happened:`The journa\
l in the folder "${root}" could not be ${doing}: ${why2}.`,means:doing==="written"?"The entry is not safely recorded, and the step does not continue without it.":
"Nothing was done.",next:noLinks?"The file system must allow hard links: keep the journal in another folder, or use journal: { store: { git: {} } }.":"Check tha\
t the folder is mounted, that this user may write to it, and that its disk is not full."},{cause})}var folderInit3={name:"folder",title:"a folder that every run\
 can reach",onOwnRunners:!0,settings:{path:{usual:"${JOURNAL_FOLDER}",input:"journal",question:"Which folder, for the journal, can every run reach?"}}},part152=kind(
"folder",()=>strictObject4({path:template.describe("The folder; a relative path starts at the root of the repository that has the configuration. It must outlive\
 the run: use a mounted disk.")}).describe("Keep the journal in a folder that every run of this system can reach."),(settings162,{effects,where,placeholders})=>identity2=>{
if(identity2.run.kind==="github"&&effects.environment.RUNNER_ENVIRONMENT==="github-hosted")throw hostedRunner(where);const path4=effects.variables.fill(settings162.
path,`${where}.path`,placeholders);return folderJournal(resolve6(effects.directory,path4),identity2,effects.clock)}),folder3={part:part152,init:folderInit3};function hostedRunner(where){
return new UserError7({happened:`${where} keeps the journal in a folder, but this job runs on a GitHub-hosted runner.`,means:"Nothing was done: the next job has\
 another disk and would find an empty journal.",next:"Use journal: { store: { git: {} } }, or run the jobs on your own runner with a folder that lasts."})}var gcsInit2={
name:"gcs",title:"a bucket of Google Cloud Storage, where rules of the repository forbid the branch",settings:{bucket:{usual:"${JOURNAL_BUCKET}",question:"Which\
 bucket is the journal kept in?"}},login:googleLogin},settings142=()=>strictObject4({...gcsPlace(),prefix:template.default("staged-upgrade-journal").describe("T\
he prefix of the keys, without a slash at the end; the name of the system follows.")}).describe("Keep the journal in a Google Cloud Storage bucket: for reposito\
ries whose rules forbid the branch."),part162=kind("gcs",settings142,(chosen,context)=>{const{bucket,prefix:prefix2}=openGcs(chosen,context);return identity2=>bucketJournal(
bucket,prefix2,identity2,context.effects.clock)}),gcs2={part:part162,init:gcsInit2},gitInit={name:"git",title:"a branch of the repository",settings:{}},retryMilliseconds2=6e4,
noAnswer4={exitCode:void 0,endedBy:"SIGTERM",stdout:"",stderr:`no answer within ${retryMilliseconds2/1e3} s`,milliseconds:retryMilliseconds2},ourSettings=[["gc.\
auto","0"],["maintenance.auto","false"],["push.followTags","false"],["push.gpgSign","false"],["push.recurseSubmodules","no"],["fetch.recurseSubmodules","no"],["\
http.lowSpeedLimit","1"],["http.lowSpeedTime","30"]],unwanted=/^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|CEILING_DIRECTORIES|PREFIX|QUARANTINE_PATH|EDITOR|ASKPASS|CURL_VERBOSE|TRACE\w*)$|^SSH_ASKPASS/;
function gitCommand(options){const{processes,environment:environment22,directory,repository,settings:settings162=[]}=options,base=baseEnvironment(environment22,
[...settings162,...ourSettings]);return async(args,request2={})=>{const timeout2=new AbortController,wait=()=>setTimeout(()=>timeout2.abort(),retryMilliseconds2);
let timer=wait();const{onOutput}=request2;try{return await processes.run({argv:["git",...repository===void 0?[]:[`--git-dir=${repository}`],...args],directory,environment:{
...base,...request2.environment},input:request2.input??"",...onOutput&&{onOutput:chunk=>{clearTimeout(timer),timer=wait(),onOutput(chunk)}},signal:timeout2.signal})}catch(cause){
if(!timeout2.signal.aborted)throw cause;return noAnswer4}finally{clearTimeout(timer)}}}function baseEnvironment(inherited,settings162){const kept=Object.entries(
inherited).filter(([name])=>!unwanted.test(name)),before=Number.parseInt(inherited.GIT_CONFIG_COUNT??"0",10),first2=Number.isNaN(before)?0:before,configured=settings162.
flatMap(([key3,value2],index2)=>[[`GIT_CONFIG_KEY_${first2+index2}`,key3],[`GIT_CONFIG_VALUE_${first2+index2}`,value2]]);return{...Object.fromEntries(kept),...Object.
fromEntries(configured),GIT_CONFIG_COUNT:String(first2+settings162.length),GIT_TERMINAL_PROMPT:"0",GCM_INTERACTIVE:"never",LC_ALL:"C",LANGUAGE:"C"}}function redact(text2,secrets=[]){
return secrets.reduce((rest,secret)=>secret===""?rest:rest.replaceAll(secret,"***"),text2).replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"@]+@/gi,"$1***@").replace(/(authorization:\s*)\S.*/gi,
"$1***")}function withoutLogin(address2){const url2=URL.parse(address2),isHttp=url2?.protocol==="http:"||url2?.protocol==="https:";if(url2===null||!isHttp||url2.
password===""&&!looksSecret(url2.username))return{address:address2,settings:[],secrets:[]};const login2=`${decoded(url2.username)}:${decoded(url2.password)}`;url2.
username="",url2.password="";const encoded2=Buffer.from(login2).toString("base64");return{address:url2.href,settings:headerFor(url2.origin,encoded2),secrets:[encoded2,
...login2.split(":").filter(part19=>part19.length>3)]}}function headerFor(server,encodedLogin2){const key3=`http.${new URL(server).origin}/.extraheader`;return[
[key3,""],[key3,`AUTHORIZATION: basic ${encodedLogin2}`]]}function settingWithoutLogin([key3,value2]){const rewriting=/^url\.(?<base>.+)\.(?<what>insteadof|pushinsteadof)$/is.
exec(key3)?.groups;if(rewriting!==void 0){const{address:address22,settings:settings172}=withoutLogin(rewriting.base??"");return[...settings172,[`url.${address22}\
.${rewriting.what}`,value2]]}if(!/^remote\..+\.(push)?url$/is.test(key3))return[[key3,value2]];const{address:address2,settings:settings162}=withoutLogin(value2);
return[...settings162,[key3,address2]]}function decoded(text2){try{return decodeURIComponent(text2)}catch{return text2}}var remoteName="journal";async function remoteSettings(git2,remote,where,credential){
const top=await git2(["rev-parse","--show-toplevel"]);if(top.exitCode!==0)throw notAClone(where,redact(top.stderr.trim()));const listed22=await git2(["config","\
--local","--includes","--list","-z"]);if(listed22.exitCode!==0)throw unreadable22(redact(listed22.stderr.trim()));const local=listed22.stdout.split("\0").flatMap(
line2=>{const[key3="",...value2]=line2.split(`
`);return key3===""?[]:[[key3,value2.length===0?"true":value2.join(`
`)]]});return{settings:[...local.filter(([key3])=>/^(http|credential|ssh)\.|^core\.(sshcommand|gitproxy)$/i.test(key3)),...credential===void 0?[]:headerFor(credential.
server,encodedLogin(credential)),...local.filter(([key3])=>/^url\./i.test(key3)).flatMap(settingWithoutLogin),...addressOf2(remote,local,where).flatMap(settingWithoutLogin)],
directory:top.stdout.replace(/\n$/,"")}}function addressOf2(remote,local,where){const prefix2=`remote.${remote}.`,configured=local.filter(([key3])=>key3===`${prefix2}\
url`||key3===`${prefix2}pushurl`||key3===`${prefix2}proxy`);if(configured.some(([key3])=>key3===`${prefix2}url`))return configured.map(([key3,value2])=>[`remote\
.${remoteName}.${key3.slice(prefix2.length)}`,value2]);if(/[:/]/.test(remote))return[[`remote.${remoteName}.url`,remote]];const names2=local.flatMap(([key3])=>/^remote\.(.+)\.url$/.
exec(key3)?.[1]??[]);throw new UserError7({happened:`${where}.remote is "${remote}", but this clone has no remote of that name.`,means:"Nothing was done: the jo\
urnal cannot be reached.",next:names2.length===0?'Add one with "git remote add origin URL".':`This clone knows: ${names2.map(name=>`"${name}"`).join(", ")}.`})}
function encodedLogin({token}){return Buffer.from(`x-access-token:${token}`).toString("base64")}function notAClone(where,output){return new UserError7({happened:`${where}\
 keeps the journal on a branch, but git does not find a clone here: ${output}`,means:"Nothing was done: the journal cannot be reached.",next:"Run this in a clon\
e of the repository (in a workflow: after actions/checkout), or keep the journal in a folder with journal: { store: { folder: { path: /srv/upgrade-journal } } }\
."})}function unreadable22(output){return new SystemFailure8({happened:`The configuration of this clone could not be read: ${output}`,means:"Nothing was done: t\
he journal cannot be reached.",next:'Make "git config --list" work here, then run this again.'})}async function succeed(git2,args,given={}){return(await succeedWhole(
git2,args,given)).toString("utf8")}async function succeedWhole(git2,args,given={}){const chunks=[],result=await git2(args,{...given,onOutput:chunk=>chunks.push(
chunk)});if(result.exitCode===0)return Buffer.concat(chunks);throw unprocessed(`"git ${args[0]}" ended with ${result.exitCode??result.endedBy}: ${redact(result.
stderr.trim())}`)}function unprocessed(why2){return new SystemFailure8({happened:`The local copy of the journal could not be processed: ${why2}`,means:"Nothing \
was recorded.",next:"Check that the disk with the temporary folder is not full, and that git works here, then run this again."})}async function readTree2(git2,tree,folders=[]){
const deep=folders.length===0?[]:["-r"];return(await succeed(git2,["ls-tree","-z",...deep,tree,...folders])).split("\0").flatMap(line2=>{const match=/^(\d+) (\w+) ([0-9a-f]+)\t(.+)$/s.
exec(line2);if(!match)return[];const[,mode2="",kind2="",id="",name=""]=match;return[{mode:mode2,kind:kind2,id,name}]})}async function readBlobs(git2,ids){if(ids.
length===0)return[];const output=await succeedWhole(git2,["cat-file","--batch","--buffer"],{input:`${ids.join(`
`)}
`}),blobs=[];let at=0;for(const _6 of ids){const headEnd=output.indexOf(10,at),bytes22=Number(/ blob (\d+)$/.exec(output.toString("latin1",at,Math.max(at,headEnd)))?.[1]??
Number.NaN),isThere2=!Number.isNaN(bytes22);blobs.push(isThere2?output.subarray(headEnd+1,headEnd+1+bytes22):new Uint8Array),at=isThere2?headEnd+bytes22+2:headEnd+
1}return blobs}async function openRepository(effects,remote,where,credential){const{processes}=effects,environment22=childEnvironment(effects),clone=gitCommand(
{processes,environment:environment22,directory:effects.directory}),{settings:settings162,directory}=await remoteSettings(clone,remote,where,credential),repository=await mkdtemp2(
join16(environment22.RUNNER_TEMP??tmpdir2(),"staged-upgrade-journal-"));return process.once("exit",()=>rmSync(repository,{recursive:!0,force:!0})),await succeed(
clone,["init","--bare","--quiet","--template=",repository]),gitCommand({processes,environment:environment22,directory,repository,settings:[...settings162,["core\
.hooksPath",join16(repository,"hooks")]]})}var ref="refs/staged-upgrade/entry",who="Staged Upgrade <journal@staged-upgrade.invalid>";async function writeCommit(git2,{
parent,message,at,files}){const when2=`${Math.floor(Date.parse(at)/1e3)} +0000`,commands=[`reset ${ref}
`,`commit ${ref}
mark :1
author ${who} ${when2}
committer ${who} ${when2}`,data(message),...parent===""?[]:[`from ${parent}`],...files.flatMap(({path:path4,content})=>[`M 100644 inline ${path4}`,data(Buffer.from(
content).toString("utf8"))]),"get-mark :1",...files.map(({path:path4})=>`ls :1 ${path4}`),`done
`],output=await succeed(git2,["fast-import","--quiet","--done","--force"],{input:commands.join(`
`)}),[id="",...blobs]=output.trimEnd().split(`
`).map(line2=>/^(?:100644 blob )?([0-9a-f]{40,64})(?:\t|$)/.exec(line2)?.[1]??"");if(id==="")throw unprocessed(`"git fast-import" did not name the commit that i\
t wrote: ${output.trim()}`);return{id,blobs}}function data(text2){return`data ${Buffer.byteLength(text2)}
${text2}`}var signs=[["rule",/\bGH0\d\d\b|protected branch|rule violation|repository rule/i],["declined",/hook declined|push declined/i],["permission",/error: 403|permission to \S+ denied|write access to repository not granted|not allowed to push|remote: .*read.only/i],
["login",/authentication failed|could not read (username|password)|terminal prompts disabled|permission denied \(|error: 401|invalid username/i],["not-found",/repository not found|repository '.*' not found|does not appear to be a git repository|error: 404/i],
["busy",/cannot lock ref|failed to update ref|reference already exists|non-fast-forward|fetch first|stale info|incorrect old value/i]];function remoteTrouble(stderr){
return signs.find(([,sign])=>sign.test(stderr))?.[0]??"unreachable"}function remoteFailure(trouble,output,where,branch,recorded){const quoted22=lastLines(output);
return new SystemFailure8({happened:`The journal (${where}) ${happened(trouble,recorded)}${quoted22===""?".":`: ${quoted22}`}`,means:consequences[recorded],next:fix(
trouble,branch,output)})}var consequences={"nothing-to-record":"Nothing was done.","not-recorded":"The entry is NOT recorded, and the step does not continue wit\
hout it.","not-certain":"It is not certain whether the entry was recorded. The step does not continue; running it again is safe."};function happened(trouble,recorded){
const doing=recorded==="nothing-to-record"?"read":"written to";switch(trouble){case"rule":return"could not be written to, because a rule of the repository forbi\
ds the push";case"declined":return"could not be written to, because the server repeatedly declined the push without naming a rule";case"permission":return`could\
 not be ${doing}, because the permission is missing`;case"login":return`could not be ${doing}, because git could not log in`;case"not-found":return"was not foun\
d: there is no such repository, or the login is not allowed to see it";case"busy":return`could not be ${doing}, because the branch stayed locked`;case"unreachab\
le":return`could not be ${doing}, because the remote did not answer as expected`}}function fix(trouble,branch,output){switch(trouble){case"rule":return`${settingFor(
output,branch)} Or name another branch with journal: { store: { git: { branch: upgrade-journal } } }.`;case"declined":return`Look at the server's push hooks and\
 at its health, make them accept the branch "${branch}", then run this again.`;case"permission":return'Give the job "permissions: contents: write" (a reusable w\
orkflow also needs it from the job that calls it), or the token write access to this repository.';case"login":return'In a workflow, pass the input "token" (with\
 "permissions: contents: write"). In a terminal, log in so that "git push" works without a question.';case"not-found":return'Check the remote with "git remote -\
v", and that the token may read this repository.';case"busy":return"Run this again. If that does not help, look on the server for a lock file that a crashed pro\
cess left behind.";case"unreachable":return"Check the network and the status page of the server, then run this again."}}function settingFor(output,branch){return/GH013|rule violation|repository rule/i.
test(output)?`In Settings \u2192 Rules \u2192 Rulesets, except the branch "${branch}" from each ruleset that covers it, also those of the organization (on commi\
t messages, signatures, pull requests).`:/GH006|protected branch/i.test(output)?`In Settings \u2192 Branches, except the branch "${branch}" from the protection \
rule whose pattern covers it.`:/GH009/.test(output)?"In Settings \u2192 Code security, push protection found a secret in the entry: find out which value it was, mask\
 it under a variable, and have it replaced.":`Except the branch "${branch}" from what the server's message names.`}function lastLines(output){return output.split(
`
`).map(line2=>line2.trim()).filter(line2=>line2!==""&&!/^(hint|To |Done$)/.test(line2)).slice(-4).join(" / ").slice(0,600)}function folderOf2(fileName){return fileName.
slice(0,-8)}function partOf2(folder4,entries){const placed=[],unexpected=[];for(const{kind:kind2,id,name}of entries){const fileName=folder4===""?name:name.slice(
folder4.length+1),number22=kind2==="blob"?entryNumber(fileName):void 0;number22===void 0||folder4!==""&&folderOf2(entryFileName(number22))!==folder4?unexpected.
push(name):placed.push({number:number22,id})}return{placed,unexpected}}function listingOf(parts2){const ids=new Map,unexpected=[];for(const[folder4,part19]of parts2){
unexpected.push(...part19.unexpected);for(const{number:number22,id}of part19.placed)ids.has(number22)?unexpected.push(`${folder4}${folder4===""?"":"/"}${entryFileName(
number22)}`):ids.set(number22,id)}return{ids,unexpected}}function unchangedIn(now,before){let number22=0;for(;before.ids.has(number22+1)&&before.ids.get(number22+
1)===now.ids.get(number22+1);)number22++;return number22}var tries2=4,longestWait2={running:12e4,stopping:3e3},aboutFile="staged-upgrade-journal.md",about=`# Th\
e journal of Staged Upgrade

Each folder belongs to one system; each file in it, a thousand to a folder, is one thing that was observed, decided or
done, in order. The files are chained by checksums: a changed or missing one stops every later step. Do not edit, squash
or force-push this branch, do not merge it, and do not protect it against pushes by the upgrade workflows.
`,nothing3={ids:new Map,unexpected:[],revision:void 0};function gitStore(options){const{system,branch,clock}=options,ref2=`refs/heads/${branch}`,description2=`b\
ranch ${branch} of ${redact(options.remote)}`,writer=randomUUID6();let reached2=!1,fetchedBefore=!1,parts2=new Map,listed22=nothing3,confirmed2=nothing3,added;const here=new Set,
isHere=async(git2,commit)=>{if(here.has(commit))return!0;const isThere2=(await git2(["cat-file","-e",`${commit}^{commit}`])).exitCode===0;return isThere2&&here.
add(commit),isThere2},failure2=(trouble,output,recorded)=>remoteFailure(trouble,redact(output,options.secrets),description2,branch,recorded),attempts22=()=>{const waited={
running:0,stopping:0};let attempt=0;return async()=>{if(attempt++,!reached2&&attempt===tries2)return!1;const state2=options.signal.aborted?"stopping":"running";
if(waited[state2]>=longestWait2[state2])return!1;const milliseconds2=Math.min((.5+Math.random())*250*2**attempt,state2==="running"?5e3:500);return await clock.sleep(
milliseconds2),waited[state2]+=milliseconds2,!0}},fetchHead=async(git2,recorded)=>{const again=attempts22();for(;;){const looked=await git2(["ls-remote","--exit\
-code",remoteName,ref2]);if(reached2||=looked.exitCode===0||looked.exitCode===2,looked.exitCode===2)return"";const head=looked.stdout.split(`
`).flatMap(line2=>line2.endsWith(`	${ref2}`)?[line2.split("	")[0]??""]:[])[0];let output=looked.stderr;if(looked.exitCode===0&&head!==void 0){if(await isHere(git2,
head))return head;const flags=["--quiet","--no-tags","--no-write-fetch-head",...fetchedBefore?[]:["--depth=1"]],fetched2=await git2(["fetch",...flags,remoteName,
`+${ref2}:refs/journal`]);if(fetchedBefore||=fetched2.exitCode===0,fetched2.exitCode===0&&await isHere(git2,head))return head;output=fetched2.stderr}const trouble=remoteTrouble(
output);if(trouble==="login"||trouble==="permission"||trouble==="not-found"||!await again())throw failure2(trouble,output,recorded)}},list22=async verified=>{const git2=await options.
repository(),head=await fetchHead(git2,"nothing-to-record");listed22.revision===verified&&(confirmed2=listed22);const before=verified!==void 0&&confirmed2.revision===
verified?confirmed2:void 0;if(before!==void 0&&head===verified)return{unchanged:before.ids.size,files:[],revision:head};if(before!==void 0&&added?.head===head&&
added.revision===verified){const{file:file2,number:number22,id}=added;return listed22={...before,ids:new Map([...before.ids,[number22,id]]),revision:head},{unchanged:before.
ids.size,files:[file2],revision:head}}if(head==="")return listed22={...nothing3,revision:""},{files:[],revision:""};const root=await readTree2(git2,head);if(!root.
some(({name})=>name===aboutFile))throw otherBranch(description2,branch);parts2=await readParts(git2,systemFolder(root),parts2),listed22={...listingOf(parts2),revision:head};
const unchanged=before===void 0?0:unchangedIn(listed22,before),fresh=[...listed22.ids].filter(([number22])=>number22>unchanged),contents2=await readBlobs(git2,fresh.
map(([,id])=>id)),empty=new Uint8Array,files=[...fresh.map(([number22],index2)=>({name:entryFileName(number22),content:contents2[index2]??empty})),...listed22.unexpected.
map(name=>({name,content:empty}))];return{unchanged,files,revision:head}},systemFolder=root=>{const entry=root.find(({name})=>name===system);if(entry===void 0||
entry.kind==="tree")return entry;const found=entry.mode==="120000"?"link":"file";throw damageFailure(description2,{kind:"not-a-folder",folder:system,found})};return{
description:description2,list:list22,add:async addition=>{const git2=await options.repository(),{id:commit,blobs}=await writeCommit(git2,commitOf(addition,system,
writer));here.add(commit);const isAdded=()=>{const[number22,id]=[entryNumber(addition.file.name),blobs[0]];return number22!==void 0&&id!==void 0&&(added={...addition,
head:commit,number:number22,id}),"added"},again=attempts22();for(;;){const pushed=await git2(["push","--porcelain","--no-verify",remoteName,`${commit}:${ref2}`]);
if(pushed.exitCode===0)return isAdded();const head=await fetchHead(git2,"not-certain");if(head!==""&&(await git2(["merge-base","--is-ancestor",commit,head])).exitCode===
0)return isAdded();if(head!==addition.revision)return"taken";const output=`${pushed.stderr}
${rejections(pushed.stdout)}`,trouble=remoteTrouble(output);if(!(trouble==="busy"||trouble==="unreachable"||trouble==="declined")||!await again())throw failure2(
trouble,output,"not-recorded")}}}}function rejections(porcelain){return porcelain.split(`
`).filter(line2=>line2.startsWith("!")).map(line2=>line2.split("	").at(-1)??line2).join(`
`)}async function readParts(git2,system,before){if(system===void 0)return new Map;const lines=await readTree2(git2,system.id),folders=lines.filter(({kind:kind2})=>kind2===
"tree"),changed=folders.filter(({id,name})=>before.get(name)?.id!==id).map(({name})=>name),inside=Map.groupBy(changed.length===0?[]:await readTree2(git2,system.
id,changed),({name})=>name.slice(0,name.indexOf("/"))),beside=lines.filter(({kind:kind2})=>kind2!=="tree"),parts2=new Map([["",{id:"",...partOf2("",beside)}]]);
for(const{id,name}of folders){const same=before.get(name);parts2.set(name,same?.id===id?same:{id,...partOf2(name,inside.get(name)??[])})}return parts2}function commitOf({
file:file2,revision,subject,at},system,writer){const path4=`${system}/${folderOf2(file2.name)}/${file2.name}`;return{parent:revision,message:`${subject.slice(0,
200)}

Entry ${file2.name} of ${system}. Writer ${writer}.
`,at,files:[{path:path4,content:file2.content},...revision===""?[{path:aboutFile,content:Buffer.from(about)}]:[]]}}function otherBranch(description2,branch){return new UserError7(
{happened:`The ${description2} contains something other than a journal: it has no "${aboutFile}".`,means:"Nothing was done, and nothing was added to that branch\
.",next:`Name a branch that does not exist yet with journal: { store: { git: { branch: upgrade-journal } } }, instead of "${branch}".`})}var part172=kind("git",
()=>strictObject4({branch:string13().regex(/^(?!\/|-|.*(\.\.|\/\/|@\{|\.lock$|\/$|\.$))[\w./@-]+$/,"the name of a branch, such as staged-upgrade-journal").default(
"staged-upgrade-journal").describe("The branch. It is created on first use, separate from every other branch, and pushes to it must be allowed."),remote:template.
default("origin").describe("The remote of the clone that has the configuration, or the address of a repository.")}).describe("Keep the journal on a branch of a \
repository, with its own history. Jobs need `permissions: contents: write`."),(settings162,{effects,where,placeholders})=>{let opened2;return({credential,...identity2})=>{
const remote=effects.variables.fill(settings162.remote,`${where}.remote`,placeholders),repository=()=>(opened2??=openRepository(effects,remote,where,credential).
catch(cause=>{throw opened2=void 0,cause}),opened2),secrets=credential?[credential.token,encodedLogin(credential)]:[],store=gitStore({system:identity2.system,branch:settings162.
branch,remote,clock:effects.clock,signal:effects.signal,repository,secrets});return chainedJournal(store,identity2,effects.clock)}}),git={part:part172,init:gitInit},
s3Init2={name:"s3",title:"a bucket of S3, or of MinIO, R2 or Ceph, where rules of the repository forbid the branch",settings:{bucket:{usual:"${JOURNAL_BUCKET}",
question:"Which bucket is the journal kept in?"},region:{usual:"${AWS_REGION}",question:"In which region is the bucket?"}},login:awsLogin},settings152=()=>strictObject4(
{...s3Place(),prefix:template.default("staged-upgrade-journal").describe("The prefix of the keys, without a slash at the end; the name of the system follows.")}).
describe("Keep the journal in a bucket in S3, or on a server that speaks its protocol and supports conditional writes: for repositories whose rules forbid the b\
ranch."),part18=kind("s3",settings152,(chosen,context)=>{const{bucket,prefix:prefix2}=openS3(chosen,context);return identity2=>bucketJournal(bucket,prefix2,identity2,
context.effects.clock)}),s322={part:part18,init:s3Init2},kinds32=[folder3,git,s322,gcs2,azureBlob2],journalStore=oneOf(kinds32.map(({part:part19})=>part19)),journalStoreInit=kinds32.
map(({init})=>init),alphabet="qpzry9x8gf2tvdw0s3jn54khce6mua7l",generators=[996825010,642813549,513874426,1027748829,705979059];function isRecipientForm(text2){
const end=text2.lastIndexOf("1"),values=[...text2.slice(end+1)].map(character=>alphabet.indexOf(character));if(!/^age1/.test(text2)||values.length<6||values.includes(
-1))return!1;const prefix2=[...text2.slice(0,end)].map(character=>character.codePointAt(0)??0);return checksum([...prefix2.map(code=>code>>5),0,...prefix2.map(code=>code&
31),...values])===1}function checksum(values){let sum=1;for(const value2 of values){const top=sum>>>25;sum=(sum&33554431)<<5^value2;for(const[bit,generator]of generators.
entries())top>>bit&1&&(sum^=generator)}return sum}import{noticeKinds,shortened}from"./terminal.js";import{dayOf}from"./terminal.js";var o8=globalThis.Temporal,expectedPositive=(n9,e4)=>`\
Non-positive ${n9}: ${e4}`,expectedFinite=(n9,e4)=>`Non-finite ${n9}: ${e4}`,forbiddenBigIntToNumber=n9=>`Cannot convert bigint to ${n9}`,invalidObject="Invalid\
 object",numberOutOfRange=(n9,e4,o42,t4)=>invalidEntity(n9,e4)+`; must be between ${o42}-${t4}`,invalidEntity=(n9,e4)=>`Invalid ${n9}: ${e4}`,unsupportedWeekNumbers="\
Calendar week operations forbidden",nanoInMicro=1e3,nanoInMilli=1e6,nanoInSec=1e9,nanoInMinute=6e10,nanoInHour=36e11;function normalizeOptions(e4){return e4===void 0?
Object.create(null):requireObjectLike(e4)}function toFiniteNumber(e4,n9="number"){if(typeof e4=="bigint")throw new TypeError(forbiddenBigIntToNumber(n9));if(e4=
Number(e4),!Number.isFinite(e4))throw new RangeError(expectedFinite(n9,e4));return e4}function toIntegerWithTrunc(e4,n9){return Math.trunc(toFiniteNumber(e4,n9))||
0}function toPositiveIntegerWithTruncation(e4,n9){return requireNumberIsPositive(toIntegerWithTrunc(e4,n9),n9)}function requireNumberIsPositive(e4,n9="number"){
if(e4<=0)throw new RangeError(expectedPositive(n9,e4));return e4}function constrainToRange(e4,n9,t4){return Math.min(Math.max(e4,n9),t4)}function isObjectLike(e4){
return e4!==null&&(typeof e4=="object"||typeof e4=="function")}function requireObjectLike(e4){if(!isObjectLike(e4))throw new TypeError(invalidObject);return e4}
function o22(n9){return(s33,t4,i42)=>{const e4=d9(i42);if(e4.roundingMode||e4.roundingIncrement!==void 0)return s33.until(t4,{...e4,largestUnit:n9,smallestUnit:n9})[n9];
const r8=s33.until(t4,{largestUnit:n9});if(r8.blank)return 0;if(f12(n9))return r8.total(n9);const c32=!("day"in s33)&&"toPlainDate"in s33?s33.toPlainDate({day:1}):
s33;return r8.total({unit:n9,relativeTo:c32})}}function f12(n9){return n9==="hours"||n9==="minutes"||n9==="seconds"||n9==="milliseconds"||n9==="microseconds"||n9===
"nanoseconds"}var diffYears=o22("years"),diffMonths=o22("months"),diffWeeks=o22("weeks"),diffDays=o22("days"),diffHours=o22("hours"),diffMinutes=o22("minutes"),
diffSeconds=o22("seconds"),diffMilliseconds=o22("milliseconds"),diffMicroseconds=o22("microseconds"),diffNanoseconds=o22("nanoseconds");function d9(n9){return typeof n9==
"string"?{roundingMode:n9}:n9||{}}var Sn=invalidEntity,Li=unsupportedWeekNumbers,he=n9=>`Missing ${n9}`,wo=(n9,e4,t4)=>invalidEntity(n9,e4)+"; must be "+Object.
keys(t4).join(),$i="Cannot use valueOf",_i2="Invalid calling context",An="Invalid leap month",Hi=(n9,e4)=>`Unknown calendar ${n9}; might need ${e4}`,xo=n9=>invalidEntity(
"TimeZone",n9),on2="Out-of-bounds date",Nt=n9=>`Cannot parse: ${n9}`,_e=constrainToRange;function p8(n9){throw new RangeError(n9)}function b8(n9){throw new TypeError(
n9)}function It(n9,e4,t4,o42,r8){return U2(e4,((i42,c32)=>{const a42=i42[c32];return a42===void 0&&b8(he(c32)),a42})(n9,e4),t4,o42,r8)}function U2(n9,e4,t4,o42,r8,i42){
const c32=_e(e4,t4,o42);return r8&&e4!==c32&&p8(((a42,u42,s33,f42,m33)=>m33?numberOutOfRange(a42,m33[u42],m33[s33],m33[f42]):numberOutOfRange(a42,u42,s33,f42))(
n9,e4,t4,o42,i42)),c32}function kn(n9,e4=Map,t4=1e4){const o42=new e4;return(r8,...i42)=>{if(o42.has(r8))return o42.get(r8);o42.size>=t4&&o42.clear();const c32=n9(
r8,...i42);return o42.set(r8,c32),c32}}var Ki=n9=>vt({name:n9},1),vt=(n9,e4)=>jo(t4=>({value:t4,configurable:1,writable:!e4}),n9),Uo=n9=>({[Symbol.toStringTag]:{
value:n9,configurable:1}});function jo(n9,e4){const t4={};for(const o42 in e4)t4[o42]=n9(e4[o42],o42);return t4}function le(n9,e4){const t4={};for(const o42 of n9)
t4[o42]=e4;return t4}function Tt(n9){const e4={};for(const t4 of n9)e4[t4]=o42=>o42[t4];return e4}function Q2(n9,e4,t4=Object.create(null)){for(const o42 of n9)
t4[o42]=e4[o42];return t4}function Wo(n9,e4,t4){for(const o42 of n9)if(e4[o42]!==t4[o42])return 0;return 1}function Qi(n9,e4,t4){const o42={...t4};for(let r8=0;r8<
e4;r8++)o42[n9[r8]]=0;return o42}function j3(n9,...e4){return(...t4)=>n9(...e4,...t4)}function nc(n9){return n9}function ec(){}function Lo(n9){return n9[0].toUpperCase()+
n9.substring(1)}function R(...n9){return[].concat(...n9).sort()}function Mt(n9){return new RegExp(`^${n9}$`)}function ye(n9){return parseInt(n9.padEnd(9,"0"))}function G(n9){
return n9===void 0?0:parseInt(n9)}function qe(n9,e4){return String(e4).padStart(n9,"0")}var nn=j3(qe,2);function rn(n9,e4){return Math.sign(n9-e4)}function _5(n9,e4){
return n9<e4?-1:n9>e4?1:0}function zo(n9,e4){const t4=n9/e4;return n9%e4<0n?t4-1n:t4}function Dt(n9,e4){const t4=zo(n9,e4);return[t4,n9-t4*e4]}function cn(n9,e4){
return[Math.floor(n9/e4),pe(n9,e4)]}function pe(n9,e4){return(n9%e4+e4)%e4}function Yn(n9,e4){return Math.trunc(n9/e4)||0}function Ft(n9,e4){return n9%e4||0}function $o(n9,e4=1){
return e4*(.5+n9/5)}function He(n9){return Math.abs(n9%1)===.5}function qo(n9){const e4=n9.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g,"");return e4==="\
bc"||e4==="b"?"bce":e4==="ad"||e4==="a"?"ce":e4}var S9=void 0;function en(n9){return n9===S9?"iso8601":n9===0?"gregory":n9.id}function Go(n9,e4){return"M"+nn(n9)+
(e4?"L":"")}function Ge(n9,e4,t4){return n9+(e4||t4&&n9>=t4?1:0)}var Ct={nanosecond:0,microsecond:1,millisecond:2,second:3,minute:4,hour:5,day:6,week:7,month:8,
year:9},bt=Object.keys(Ct),Jn=nanoInMicro,Kn=nanoInMilli,Nn=nanoInSec,Qn=nanoInMinute,ne=nanoInHour,fn=864e11,$=[1,Jn,Kn,Nn,Qn,ne,fn],Vo=BigInt(Jn),ge=BigInt(Kn),
In=BigInt(Nn),Xo=BigInt(Qn),Jo=BigInt(ne),F3=BigInt(fn);function Ne(n9,e4){const t4=Number(n9/F3),o42=Number(n9%F3);return t4*(fn/e4)+(Math.trunc(o42/e4)+o42%e4/
e4)}var W2=bt.slice(0,6),uc=Tt(W2),Ve=["year"],wn=["day"],Ot=["day","month","year"],Xe=["offset"],Et=["timeZone"],ee=["era","eraYear"],Ko=["month","monthCode"],
Zt=R(W2),dc=R(ee,Ve),Ie=R(Ko,Ve),Qo=R(ee,Ie),ve=R(["monthCode"],Ve),nr=R(ee,ve),er=R(wn,["monthCode"]),xn=R(wn,Ie),Un=R(wn,ee,Ie),tr=R(xn,W2),or=R(Un,W2),mc=R(xn,
W2,Xe),hc=R(Un,W2,Xe),rr=R(xn,W2,Xe,Et),ir=R(Un,W2,Xe,Et),lc=R(wn,ve),yc=R(wn,ee,ve),A4=le(W2,0);function L4(n9){return Bt(n9)*Nn+ur(n9)}function ar(n9){return 1e3*
Bt(n9)+n9.millisecond}function Bt(n9){return 3600*n9.hour+60*n9.minute+n9.second}function ur(n9){return n9.millisecond*Kn+n9.microsecond*Jn+n9.nanosecond}function Rt(n9){
const[e4,t4]=cn(n9,fn);return[sr(t4),e4]}function sr(n9){const[e4,t4]=cn(n9,Kn),[o42,r8]=cn(t4,Jn);return fr(e4,o42,r8)}function fr(n9,e4=0,t4=0){const[o42,r8]=cn(
n9,36e5),[i42,c32]=cn(r8,6e4),[a42,u42]=cn(c32,1e3);return{hour:o42,minute:i42,second:a42,millisecond:u42,microsecond:e4,nanosecond:t4}}function dr(n9){const[e4,
t4]=Dt(n9,In);return[Number(e4),Number(t4)]}function gc(n9){return Number(zo(n9,ge))}function O3(n9){return V2(n9)+BigInt(L4(n9))}function Nc(n9){return mr(n9)+
ar(n9)}function V2(n9){return BigInt(q(n9))*F3}function mr(n9){return 864e5*q(n9)}function q(n9){return te(n9.year,n9.month,n9.day)}function te(n9,e4=1,t4=1){const o42=e4-
1;return n9+=Math.floor(o42/12),e4=pe(o42,12),Date.UTC(n9%400-400,e4,0)/864e5+146097*(Yn(n9,400)+1)+t4}function vn(n9){const[e4,t4]=Dt(n9,F3);return{...Ke(Number(
e4)),...sr(Number(t4))}}function Ke(n9){const e4=new Date(864e5*pe(n9,146097));return{year:e4.getUTCFullYear()+400*Math.floor(n9/146097),month:e4.getUTCMonth()+
1,day:e4.getUTCDate()}}function hr(n9){return[n9,0]}function lr(n9,e4,t4){return{year:n9,month:e4,day:t4}}function Pt(n9,e4){switch(e4){case 2:return Te(n9)?29:
28;case 4:case 6:case 9:case 11:return 30}return 31}function yr(n9){return Te(n9)?366:365}function Te(n9){return n9%4==0&&(n9%100!=0||n9%400==0)}function pr(n9,e4,t4){
return n9+=Yn(t4,12),(e4+=Ft(t4,12))<1?(n9--,e4+=12):e4>12&&(n9++,e4-=12),{year:n9,month:e4}}function gr(n9,e4,t4,o42){return 12*(t4-n9)+o42-e4}function Me(n9){
return pe(te(n9.year,n9.month,n9.day)+4,7)||7}function Nr(n9){return te(n9.year,n9.month,n9.day)-te(n9.year)+1}function St(n9){let e4=n9.year,t4=Math.floor((Nr(
n9)-Me(n9)+10)/7),o42=At(e4);return t4<1?t4=o42=At(--e4):t4>o42&&(t4=1,o42=At(++e4)),{weekOfYear:t4,yearOfWeek:e4,De:o42}}function At(n9){const e4=Me({year:n9,month:1,
day:1});return e4===4||e4===3&&Te(n9)?53:52}function Ir({year:n9}){return n9<1?{era:"bce",eraYear:1-n9}:{era:"ce",eraYear:n9}}function kt(n9){return vr(n9,1),n9}
function vr(n9,e4){const{year:t4}=n9,o42=It(n9,"month",1,12,e4);return{year:t4,month:o42,day:It(n9,"day",1,Pt(t4,o42),e4)}}function C(n9,e4){return n9?n9.de(e4):
e4}function Tn(n9,e4,t4){return n9?n9.L(e4,t4):hr(t4)}function Cc(n9,e4){return n9===0?Ir(e4):n9&&n9.h?.(e4)||{}}function Mn(n9,e4,t4,o42){return n9?n9.fe(e4,t4,
o42):lr(e4,t4,o42)}function De(n9,e4){return n9?n9.j(e4):12}function Fe(n9,e4,t4){return n9?n9.o(e4,t4):Pt(e4,t4)}function bc(n9,e4){const{year:t4,month:o42}=C(
n9,e4),[r8,i42]=Tn(n9,t4,o42);return Go(r8,i42)}function Tr(n9,e4){const{year:t4,month:o42}=C(n9,e4);return Fe(n9,t4,o42)}function Mr(n9,e4){const{year:t4}=C(n9,
e4);return n9?n9.i(t4):yr(t4)}function Dr(n9,e4){if(!n9)return Nr(e4);const{year:t4}=C(n9,e4),o42=Mn(n9,t4,1,1);return q(e4)-q(o42)+1}var D2=bt.map(n9=>n9+"s"),
Rc=Tt(D2),Fr=R(D2),Pc=D2.slice(0,6),Cr=D2.slice(6),Sc=Cr.slice(1),Z=le(D2,0),nt=le(Pc,0),Yt=j3(Qi,D2),X=j3(Ac,"string");function Ac(n9,e4,t4=n9){return typeof e4!==
n9&&b8(Sn(t4,e4)),e4}function Or(n9,e4="number"){return Number.isInteger(n9)||p8(((t4,o42)=>`Non-integer ${t4}: ${o42}`)(e4,n9)),n9||0}function et(n9){return typeof n9==
"symbol"&&b8("Cannot convert Symbol to string"),String(n9)}function wt(n9){if(!isObjectLike(n9))return n9;const e4=n9[Symbol.toPrimitive];if(e4!=null){typeof e4!=
"function"&&b8();const t4=Reflect.apply(e4,n9,["string"]);return isObjectLike(t4)&&b8(),t4}return Date.prototype[Symbol.toPrimitive].call(n9,"string")}function xt(n9,e4){
return Or(toFiniteNumber(n9,e4),e4)}var dn="smallestUnit",kc={constrain:0,reject:1},Yc={compatible:0,reject:1,earlier:2,later:3},wc={reject:0,use:1,prefer:2,ignore:3},
xc={auto:0,never:1,critical:2,always:3},Uc={auto:0,never:1,critical:2},jc={auto:0,never:1},Wc={floor:0,halfFloor:1,ceil:2,halfCeil:3,trunc:4,halfTrunc:5,expand:6,
halfExpand:7,halfEven:8},Lc=[Math.floor,n9=>He(n9)?Math.floor(n9):Math.round(n9),Math.ceil,n9=>He(n9)?Math.ceil(n9):Math.round(n9),Math.trunc,n9=>He(n9)?Math.trunc(
n9)||0:Math.round(n9),n9=>n9<0?Math.floor(n9):Math.ceil(n9),n9=>Math.sign(n9)*Math.round(Math.abs(n9))||0,n9=>He(n9)?(n9=Math.trunc(n9)||0)+n9%2:Math.round(n9)],
zc={previous:-1,next:1};function oe(n9){const e4=n9.roundingIncrement;if(e4===void 0)return 1;const t4=toIntegerWithTrunc(e4,"roundingIncrement");return(t4<1||t4>
10**9)&&p8(Sn("roundingIncrement",t4)),t4}function Ut(n9){let e4=n9.fractionalSecondDigits;if(e4!==void 0){if(typeof e4!="number"){if(et(e4)==="auto")return;p8(
Sn("fractionalSecondDigits",e4))}e4=U2("fractionalSecondDigits",Math.floor(e4),0,9,1)}return e4}function jt(n9,e4,t4=0,o42){let r8=e4[n9];if(r8===void 0)return o42?
t4:void 0;if(r8=et(r8),r8==="auto")return o42?t4:null;let i42=Ct[r8];return i42===void 0&&(i42=D2.indexOf(r8)),i42<0&&p8(wo(n9,r8,Ct)),i42}function Dn(n9,e4,t4,o42=0){
const r8=t4[n9];if(r8===void 0)return o42;const i42=et(r8),c32=e4[i42];return c32===void 0&&p8(wo(n9,i42,e4)),c32}var re=j3(jt,dn),Zr=j3(jt,"largestUnit"),$c=j3(
jt,"unit"),Br=j3(Dn,"overflow",kc),Rr=j3(Dn,"disambiguation",Yc),_c=j3(Dn,"offset",wc),Wt=j3(Dn,"calendarName",xc),qc=j3(Dn,"timeZoneName",Uc),Hc=j3(Dn,"offset",
jc),Fn=j3(Dn,"roundingMode",Wc),Gc=j3(Dn,"direction",zc);function ie(n9,e4){return typeof n9=="string"?((t4,o42)=>{const r8=Object.create(null);return r8[t4]=o42,
r8})(e4,n9):requireObjectLike(n9)}function Ce(n9,e4,t4,o42){const r8=o42?fn:$[e4+1];if(r8){const i42=n9*$[e4];(r8%i42||!o42&&i42===r8)&&p8(Sn("roundingIncrement",
n9))}else!t4&&n9>1&&p8(Sn("roundingIncrement",n9));return n9}function ce(n9,e4,t4,o42){return e4!=null&&U2(n9,e4,t4,o42,1,bt),e4}function Jc(n9,e4){return typeof e4==
"string"||e4&&(e4.roundingMode||e4.roundingIncrement!==void 0)?((t4,o42,r8,i42=7)=>{let c32=oe(o42=ie(o42,"roundingMode"));const a42=Fn(o42,i42);return c32=Ce(c32,
t4,r8),[c32,a42]})(n9,e4,1,4):[1,void 0]}function Kc(n9,e4,t4){let o42=oe(e4=Sr(e4));const r8=Fn(e4,7);return o42=Ce(o42,n9,void 0,t4),[o42,r8]}function Sr(n9){
return n9===void 0?Object.create(null):ie(n9,"roundingMode")}function v7(n9,e4){return Q2(Ot,n9,Q2(W2,e4))}var tt=BigInt(1e8)*F3,Lt=BigInt(-1e8)*F3,zt=Lt-F3;function k2(n9,e4=1){
const t4=V2(n9);return(t4<(e4?zt:Lt)||t4>tt)&&p8(on2),n9}function jn(n9){return Wn(O3(n9)),n9}function Wn(n9){return(n9<=zt||n9>=tt+F3)&&p8(on2),n9}function tn(n9){
return(n9<Lt||n9>tt)&&p8(on2),n9}function $t(n9,e4){return tn(V2(n9)+BigInt(L4(n9)-e4))}function Ln(n9,e4,t4){return rt(n9/e4,t4)*e4||0}function rt(n9,e4){return Lc[e4](
n9)}function it(n9,e4,t4,o42){const r8=qt(n9,e4,o42,t4);return Yr(r8,Number(t4-r8.N)/Number(r8.te-r8.N))}function _t(n9,e4,t4,o42,r8,i42){return Ar(qt(Yn(n9,r8)*
r8,r8*e4,o42,t4),t4,r8,i42)}function Ar(n9,e4,t4,o42){return Ln(Yr(n9,Ht(e4,n9.N,n9.te)),t4,o42)}function qt(n9,e4,t4,o42){let r8=kr(n9,e4,t4);return((i42,c32,a42,u42)=>u42>
0?c32<=i42&&i42<=a42:a42<=i42&&i42<=c32)(o42,r8.N,r8.te,Math.sign(e4))||(r8=kr(n9+e4,e4,t4)),r8}function kr(n9,e4,t4){const o42=n9+e4;return{ve:n9,pe:o42,N:t4(n9),
te:t4(o42)}}function Yr(n9,e4){return n9.ve+e4*(n9.pe-n9.ve)}function Ht(n9,e4,t4){const o42=t4-e4,r8=n9-e4;if(!r8)return 0;const i42=r8<0n?-r8:r8,c32=o42<0n?-o42:
o42,a42=_5(r8,0n)===_5(o42,0n)?1:-1;return _5(i42,c32)<=0?i42===c32?a42:$o(_5(2n*i42,c32),a42):Number(r8)/Number(o42)}function be(n9){return{epochNanoseconds:n9}}
function an(n9,e4,t4){return{calendar:t4,timeZone:e4,epochNanoseconds:n9}}function Gt(n9,e4){return Q2(W2,n9,un(n9,e4))}function un(n9,e4){return Q2(Ot,n9,{calendar:e4})}
function Vt(n9){return Q2(W2,n9)}function oa(n9,e4){const{calendar:t4,timeZone:o42}=e4;return hn(o42,n9(t4,B2(e4)))}function ra(n9,e4,t4){const{calendar:o42,timeZone:r8}=e4,
i42=B2(e4),[c32,a42]=n9(o42,i42);return Lr(e4.epochNanoseconds,hn(r8,c32),hn(r8,a42),t4)}function xr(n9,e4,t4,o42){if(e4===0&&t4===1)return n9.epochNanoseconds;
const r8=B2(n9);return $r(n9.timeZone,Ur(r8,e4,t4,o42),r8.offsetNanoseconds)}function Ur(n9,e4,t4,o42){return jr(n9,Ee(e4,t4),o42,$[e4+1])}function ca(n9,e4,t4,o42){
return Xt(n9,Ee(e4,t4),o42,$[e4+1])}function jr(n9,e4,t4,o42){const[r8,i42]=Xt(n9,e4,t4,o42),c32=v7(P3(n9,i42),r8);return jn(c32),c32}function Xt(n9,e4,t4,o42=fn){
const r8=L4(n9),i42=r8%o42;return Rt(r8-i42+Ln(i42,e4,t4))}function Lr(n9,e4,t4,o42){return rt(Ht(n9<t4?n9:t4-1n,e4,t4),o42)?t4:e4}function Oe(n9){return Ln(n9,
Qn,7)}function ae(n9,e4,t4){return zr(n9,e4,t4,n9/e4%2n)}function Jt(n9,e4,t4){const[o42,r8]=Dt(n9,F3),i42=o42*F3;return i42+zr(r8,e4,t4,i42/e4+r8/e4&1n)}function zr(n9,e4,t4,o42){
const r8=n9/e4,i42=n9%e4;let c32=0;i42&&(c32=$o(_5(2n*(i42<0n?-i42:i42),e4),Math.sign(Number(i42))));const a42=rt(Number(o42)+c32,t4);return(r8-o42+BigInt(a42))*
e4}function Ee(n9,e4){return $[n9]*e4}function ue(n9,e4){return BigInt($[n9])*BigInt(e4)}var B2=kn(fa,WeakMap);function fa(n9){const{epochNanoseconds:e4,timeZone:t4}=n9,
o42=t4.B(e4);return{...vn(e4+BigInt(o42)),offsetNanoseconds:o42}}function $r(n9,e4,t4){return Ze(n9,e4,t4,2,0)}function Ze(n9,e4,t4,o42=0,r8=0,i42,c32){if(c32||
t4!==void 0&&o42===1)return $t(e4,t4||0);const a42=n9.O(e4);if(t4!==void 0&&o42!==3){k2(e4,0);const u42=((s33,f42,m33,d52)=>{const h22=O3(f42);d52&&(m33=Oe(m33));
for(const g32 of s33){let y42=Number(h22-g32);if(d52&&(y42=Oe(y42)),y42===m33)return g32}})(a42,e4,t4,i42);if(u42!==void 0)return u42;o42===0&&p8("Invalid TimeZ\
one offset")}return mn(n9,e4,r8,a42)}function mn(n9,e4,t4=0,o42=n9.O(e4)){if(o42.length===1)return o42[0];if(t4===1&&p8("Ambiguous offset"),o42.length)return o42[t4===
3?1:0];const r8=O3(e4),i42=((a42,u42)=>{const s33=a42.B(u42-F3);return(f42=>(f42>fn&&p8("Out-of-bounds TimeZone gap"),f42))(a42.B(u42+F3)-s33)})(n9,r8),c32=vn(r8+
BigInt(i42*(t4===2?-1:1)));return(o42=n9.O(c32))[t4===2?0:o42.length-1]}function hn(n9,e4){const t4=n9.O(e4);if(t4.length)return t4[0];const o42=O3(e4)-F3;return n9.
C(o42,1)}function ma(n9,e4,t4,o42,r8){const i42=k2(ln(n9,e4));return ln(n9,t4||o42?k2(Be(n9,i42,t4,o42,r8)):i42)}function ha(n9,e4){const[t4,o42]=to(n9,e4);return jn(
v7(P3(n9,o42),t4))}function zn(n9,e4,t4,o42=0){let{years:r8,months:i42,weeks:c32,days:a42}=t4,u42;if(a42+=Number(_n2(t4)/F3),r8||i42)u42=Be(n9,e4,r8,i42,o42);else{
if(!c32&&!a42)return e4;u42=e4}return(c32||a42)&&(u42=P3(u42,7*c32+a42)),k2(u42)}function ln(n9,e4){return P3(e4,1-C(n9,e4).day)}function Be(n9,e4,t4,o42,r8){const i42=C(
n9,e4);let{year:c32,month:a42,day:u42}=i42;if(t4){const[s33,f42]=Tn(n9,c32,a42);c32+=t4,a42=eo(n9,s33,f42,n9?n9.p(c32):void 0,r8),a42=U2("month",a42,1,De(n9,c32),
r8)}return o42&&({year:c32,month:a42}=no2(n9,c32,a42,o42)),u42=U2("day",u42,1,Fe(n9,c32,a42),r8),Mn(n9,c32,a42,u42)}function no2(n9,e4,t4,o42){return n9?n9.ae(e4,
t4,o42):pr(e4,t4,o42)}function eo(n9,e4,t4,o42,r8){if(t4){const i42=n9?n9.l:void 0;if(o42!==void 0&&(i42<0||o42===e4+1))return o42;if(r8===1&&p8(An),i42<0)return-i42}
return Ge(e4,0,o42)}function to(n9,e4){const t4=Number(e4/F3),o42=Number(e4%F3),[r8,i42]=Rt(L4(n9)+o42);return[r8,t4+i42]}function qr(n9,e4){return tn(n9+e4)}function P3(n9,e4){
return e4?Ke(q(n9)+e4):n9}function ya(n9,e4){return en(n9)!==en(e4)&&p8("Mismatching Calendars"),n9}function Hr(n9,e4){return n9.m!==e4.m&&p8("Mismatching TimeZ\
ones"),n9}function oo(n9,e4,t4,o42,r8){return r8<6?{...Z,...On(o42.epochNanoseconds-t4.epochNanoseconds,r8)}:((i42,c32,a42)=>{const u42=_5(a42.epochNanoseconds,
c32.epochNanoseconds);if(!u42)return Z;if(!Pe(B2(c32),B2(a42)))return{...Z,...On(a42.epochNanoseconds-c32.epochNanoseconds,5)};const[s33,f42,m33]=Jr(i42,c32,a42,
u42);return{...(d52=s33,h22=f42,Re(e4,d52,h22,r8)),...dt(m33)};var d52,h22})(n9,t4,o42)}function Vr(n9,e4,t4,o42){const r8=O3(e4),i42=O3(t4),c32=_5(i42,r8);return c32?
o42<=6?{...Z,...On(i42-r8,o42)}:Xr(n9,e4,t4,c32,o42):Z}function Xr(n9,e4,t4,o42,r8){let i42=t4,c32=L4(t4)-L4(e4);return Math.sign(c32)===-o42&&(i42=P3(t4,-o42),
c32+=fn*o42),{...Re(n9,e4,i42,r8),...dt(c32)}}function Jr(n9,e4,t4,o42){const r8=B2(e4),i42=B2(t4),c32=t4.epochNanoseconds;let a42=0;const u42=L4(i42)-L4(r8);Math.
sign(u42)===-o42&&a42++;const s33=o42>0?2:1;for(;;a42++){const f42=P3(i42,a42*-o42),m33=mn(n9,v7(f42,r8));if(a42===s33||_5(c32,m33)!==-o42)return[r8,f42,Number(
c32-m33)]}}function Re(n9,e4,t4,o42){if(o42<=7)return((y42,l32,I22)=>{const N22=ro(l32,I22);return y42?{...Z,weeks:Yn(N22,7),days:Ft(N22,7)}:{...Z,days:N22}})(o42===
7,e4,t4);const r8=C(n9,e4),i42=C(n9,t4);if(o42===8){const{year:y42,month:l32,day:I22}=r8,{year:N22,month:T22,day:M32}=i42,Y22=Math.sign(rn(N22,y42)||rn(T22,l32)||
ro(e4,t4));let w10=0,K22=0;if(Y22){w10=n9?n9.ee(y42,l32,N22,T22):gr(y42,l32,N22,T22);let H=Be(n9,e4,0,w10,0);Y22*rn(I22,M32)>0&&(w10-=Y22,H=Be(n9,e4,0,w10,0)),K22=
ro(H,t4)}return{...Z,months:w10,days:K22}}const{year:c32,month:a42,day:u42}=r8;let{year:s33,month:f42,day:m33}=i42,d52=s33-c32,h22=f42-a42,g32=m33-u42;if(d52||h22){
const y42=Math.sign(d52||h22);let l32=Fe(n9,s33,f42),I22=0;if(Math.sign(m33-u42)===-y42){const N22=l32;({year:s33,month:f42}=no2(n9,s33,f42,-y42)),d52=s33-c32,h22=
f42-a42,l32=Fe(n9,s33,f42),I22=y42<0?-N22:l32}if(g32=m33-Math.min(u42,l32)+I22,d52){const[N22,T22]=Tn(n9,c32,a42),[M32,Y22]=Tn(n9,s33,f42),w10=n9?n9.l:void 0;if(h22=
w10!==void 0&&T22&&!Y22&&(w10<0?y42>0&&M32===-w10:y42<0&&M32===N22)?0:M32-N22||Number(Y22)-Number(T22),Math.sign(h22)===-y42){const K22=y42<0&&-De(n9,s33);s33-=
y42,d52=s33-c32,h22=f42-eo(n9,N22,T22,n9?n9.p(s33):void 0,0)+(K22||De(n9,s33))}else if(n9){const K22=eo(n9,N22,T22,n9.p(s33),0);h22=n9.ee(s33,K22,s33,f42)}}}return{
...Z,years:d52,months:h22,days:g32}}function Pe(n9,e4){return rn(n9.year,e4.year)||rn(n9.month,e4.month)||rn(n9.day,e4.day)}function ro(n9,e4){return q(e4)-q(n9)}
function Se(n9,e4){return ri(e4)?n9.X(e4):n9.ne}function io(n9,e4,t4){const o42=B2(t4);return{ne:t4.epochNanoseconds,X:r8=>mn(e4,v7(zn(n9,o42,r8),o42))}}function ut(n9,e4){
return{ne:V2(e4),X:t4=>V2(zn(n9,e4,t4))}}function co(n9,e4,t4){const o42={};for(let r8=e4;r8>=0;r8--){const i42=$[r8];o42[t4[r8]]=Yn(n9,i42),n9=Ft(n9,i42)}return o42}
var Ma=2**53;function ft(n9){const e4={};for(const t4 of D2)e4[t4]=-1*n9[t4]||0;return e4}function bn(n9,e4=D2){let t4=0;for(const o42 of e4){const r8=Math.sign(
n9[o42]);r8&&(t4&&t4!==r8&&p8("Cannot mix duration signs"),t4=r8)}return t4}function ei(n9,e4){return U2(n9,e4,-4294967295,4294967295,1)}function ti(n9){Number.
isSafeInteger(n9)||p8("Out-of-bounds duration")}function _n2(n9){return BigInt(n9.hours)*Jo+BigInt(n9.minutes)*Xo+oi(n9)}function oi(n9){return BigInt(n9.seconds)*
In+BigInt(n9.milliseconds)*ge+BigInt(n9.microseconds)*Vo+BigInt(n9.nanoseconds)}function On(n9,e4=6){const t4=Number(n9/F3),o42=Number(n9%F3),r8=$[e4],i42=e4<=3?
Number(n9/BigInt(r8)):t4*(fn/r8)+Yn(o42,r8);Number.isFinite(i42)||p8(on2),e4<=3&&Math.abs(i42)/(Nn/$[e4])>=Ma&&p8(on2);const c32=co(o42,e4,D2);return c32[D2[e4]]=
i42,c32}function dt(n9,e4=5){return co(n9,e4,D2)}function ri(n9){return!!bn(n9,Cr)}function ii(n9,e4){return ke(n9,e4)||uo(n9,e4)}function ke(n9,e4){return rn(q(
n9),q(e4))}function uo(n9,e4){return rn(L4(n9),L4(e4))}function Za(n9,e4){return!ii(n9,e4)&&n9.calendar===e4.calendar}var Aa=/^([+-])([01]\d|2[0-3])(?:(:?)([0-5]\d)(?:\3([0-5]\d)(?:[.,](\d{1,9}))?)?)?$/;
function fo(n9){const e4=ui(n9);return e4===void 0&&p8(Nt(n9)),e4}function ui(n9,e4){const t4=Aa.exec(n9);if(t4)return e4&&t4[5]&&p8(Nt(n9)),(o42=>o42&&o42!=="+"?
-1:1)(t4[1])*(parseInt(t4[2])*ne+G(t4[4])*Qn+G(t4[5])*Nn+ye(t4[6]||""))}var J={era:et,month:toPositiveIntegerWithTruncation,monthCode(n9,e4){return X(wt(n9),e4)},
day:toPositiveIntegerWithTruncation},mo=le(W2,toIntegerWithTrunc),si=le(D2,xt),ho=Object.assign({},J,mo),lo={offset(n9){return fo(X(wt(n9)))},...ho};function se(n9){
return n9===void 0?0:Br(requireObjectLike(n9))}function ka(n9){return Rr(normalizeOptions(n9))}function po(n9,e4=A4,t4){const o42=v7(n9,e4);return jn(o42),Gt(o42,
t4)}var fe=Intl.DateTimeFormat;function hi(n9,e4){e4<-864e13&&p8(on2);const t4=n9.formatToParts(e4),o42={};for(const r8 of t4)o42[r8.type]=r8.value;return o42}var xa={
El_Aaiun:16,Tucuman:12,Tirane:11,Riga:10,Simferopol:9,Vienna:9,Tunis:8,Boa_Vista:6,Fortaleza:6,Maceio:6,Noronha:6,Recife:6,Gaza:6,Hebron:6,DeNoronha:6},lt=-4e9;
function li(n9,e4=4){const t4=Ut(n9),o42=Fn(n9,4),r8=re(n9);return[o42,...vo(ce(dn,r8,0,e4),t4)]}function Io(n9){return Wt(normalizeOptions(n9))}function yi(n9,e4){
return li(normalizeOptions(n9),e4)}function vo(n9,e4){return n9!=null?[$[n9],n9<4?9-3*n9:-1]:[e4===void 0?1:10**(9-e4),e4]}function ja(n9){return de(vn(n9.epochNanoseconds),
void 0)+"Z"}function La(n9){const e4=n9.calendar,t4=n9.timeZone,o42=t4.B(n9.epochNanoseconds);return de(vn(n9.epochNanoseconds+BigInt(o42)),void 0)+xe(Oe(o42))+
vi(t4.id,0)+(e4===S9?"":Gn(en(e4),0))}function za(n9,e4){const t4=(o42=>(o42=normalizeOptions(o42),[Wt(o42),...li(o42)]))(e4);return((o42,r8,i42,c32,a42,u42)=>de(
jr(r8,a42,c32),u42)+Do(o42,i42))(n9.calendar,n9,...t4)}function $a(n9){const e4=n9.calendar;return de(n9,void 0)+(e4===S9?"":Gn(en(e4),0))}function _a(n9,e4){return t4=
n9.calendar,o42=n9,r8=Io(e4),Hn(o42)+Do(t4,r8);var t4,o42,r8}function qa(n9){return Hn(n9)+(n9.calendar===S9?"":Gn(en(n9.calendar),0))}function Ga(n9){const e4=n9.
calendar;return e4!==S9?Hn(n9)+Gn(en(e4),0):To(n9)}function Xa(n9){const e4=n9.calendar;return e4!==S9?Hn(n9)+Gn(en(e4),0):Ii(n9)}function Ja(n9,e4){return((t4,o42,r8,i42)=>Mo(
Xt(t4,r8,o42)[0],i42))(n9,...yi(e4))}function Ka(n9){return Mo(n9,void 0)}function nu(n9){return gi(n9,void 0)}function gi(n9,e4){const{sign:t4}=n9,o42=t4===-1?
ft(n9):n9,{hours:r8,minutes:i42}=o42,c32=oi(o42),a42=Number(c32/In),u42=Number(c32%In);ti(a42);const s33=Fo(u42,e4),f42=e4>=0||!t4||s33;return(t4<0?"-":"")+"P"+
Ni({Y:qn(o42.years),M:qn(o42.months),W:qn(o42.weeks),D:qn(o42.days)})+(r8||i42||a42||f42?"T"+Ni({H:qn(r8),M:qn(i42),S:qn(a42,f42)+s33}):"")}function Ni(n9){const e4=[];
for(const t4 in n9){const o42=n9[t4];o42&&e4.push(o42,t4)}return e4.join("")}function qn(n9,e4){if(!n9&&!e4)return"";const t4=Object.create(null);return t4.useGrouping=
0,n9.toLocaleString("fullwide",t4)}function de(n9,e4){return Hn(n9)+"T"+Mo(n9,e4)}function Hn(n9){return To(n9)+"-"+nn(n9.day)}function To(n9){const{year:e4}=n9;
return(e4<0||e4>9999?Ti(e4)+qe(6,Math.abs(e4)):qe(4,e4))+"-"+nn(n9.month)}function Ii(n9){return nn(n9.month)+"-"+nn(n9.day)}function Mo(n9,e4){const t4=[nn(n9.
hour),nn(n9.minute)];return e4!==-1&&t4.push(nn(n9.second)+((o42,r8,i42,c32)=>Fo(o42*Kn+r8*Jn+i42,c32))(n9.millisecond,n9.microsecond,n9.nanosecond,e4)),t4.join(
":")}function xe(n9,e4=0){if(e4===1)return"";const[t4,o42]=cn(Math.abs(n9),ne),[r8,i42]=cn(o42,Qn),[c32,a42]=cn(i42,Nn);return Ti(n9)+nn(t4)+":"+nn(r8)+(c32||a42?
":"+nn(c32)+Fo(a42):"")}function vi(n9,e4){return e4!==1?"["+(e4===2?"!":"")+n9+"]":""}function Do(n9,e4){return e4>1||e4===0&&n9!==S9?Gn(en(n9),e4===2):""}function Gn(n9,e4){
return"["+(e4?"!":"")+"u-ca="+n9+"]"}var eu=/0+$/;function Fo(n9,e4){let t4=qe(9,n9);return t4=e4===void 0?t4.replace(eu,""):t4.slice(0,e4),t4?"."+t4:""}function Ti(n9){
return n9<0?"-":"+"}var tu=/^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/,ou=/[^\w\/:+-]+/;function ru(n9){return Co(X(n9))}function Co(n9){
return Mi(n9).id}var Mi=kn(n9=>{const e4=n9.toUpperCase(),t4=(r8=>{const i42=ui(r8,1);if(i42!==void 0)return{id:xe(i42),Z:i42,m:i42}})(e4);if(t4)return{kind:"fi\
xed",...t4};const o42=e4==="UTC"?"UTC":(r8=>(ou.test(r8)&&p8(xo(r8)),tu.test(r8)&&p8("Forbidden ICU TimeZone"),r8.toLowerCase().split("/").map((i42,c32)=>(i42.length<=
3||/\d/.test(i42))&&!/etc|yap/.test(i42)?i42.toUpperCase():i42.replace(/baja|dumont|[a-z]+/g,(a42,u42)=>a42.length<=2&&!c32||a42==="in"||a42==="chat"?a42.toUpperCase():
a42.length>2||!u42?Lo(a42).replace(/island|noronha|murdo|rivadavia|urville/,Lo):a42)).join("/")))(n9);return iu(o42)}),iu=kn(n9=>{if(n9==="UTC")return{kind:"utc",
id:n9,m:n9};const e4=(t4=n9.toUpperCase(),new fe("en-u-hc-h23",{calendar:"iso8601",timeZone:t4,era:"short",year:"numeric",month:"numeric",day:"numeric",hour:"nu\
meric",minute:"numeric",second:"numeric"}));var t4;return{kind:"named",id:n9,format:e4,m:e4.resolvedOptions().timeZone}});function Ue(n9){const e4=Mi(n9);return cu(
e4.id,e4)}var cu=kn((n9,e4)=>e4.kind==="named"?new uu(n9,e4.m,e4.format):new au(n9,e4.m,e4.kind==="fixed"?e4.Z:0)),au=class{constructor(e4,t4,o42){this.id=e4,this.
m=t4,this.Z=o42}B(){return this.Z}O(e4){return[$t(e4,this.Z)]}C(){}},uu=class{constructor(e4,t4,o42){this.id=e4,this.m=t4,this.me=((r8,i42)=>{const c32=kn(r8),a42=kn(
su),u42=86400*i42;function s33(d52){const[h22,g32]=Di(d52,u42),y42=yt(h22),l32=yt(g32),I22=c32(y42),N22=c32(l32);return I22===N22?I22:m33(a42(y42,l32),I22,N22,d52)}
function f42(d52,h22,g32,y42=d52){let[l32,I22]=Di(d52,u42);const N22=u42*h22,T22=()=>h22<0?I22>g32:l32<g32;for(;T22();){const M32=yt(l32),Y22=yt(I22),w10=c32(M32),
K22=c32(Y22);if(w10!==K22){const H=a42(M32,Y22);m33(H,w10,K22);const x23=H[0];if((rn(x23,y42)||1)===h22)return x23}l32+=N22,I22+=N22}}function m33(d52,h22,g32,y42){
let l32,I22;for(;(y42===void 0||(l32=y42<d52[0]?h22:y42>=d52[1]?g32:void 0)===void 0)&&(I22=d52[1]-d52[0]);){const N22=d52[0]+Math.floor(I22/2);r8(N22)===g32?d52[1]=
N22:d52[0]=N22+1}return l32}return{Ae(d52){const h22=s33(d52-86400),g32=s33(d52+86400),y42=d52-h22,l32=d52-g32;if(h22===g32)return[y42];const I22=s33(y42);return I22===
s33(l32)?[d52-I22]:h22>g32?[y42,l32]:[]},ze:s33,C(d52,h22){if(!(h22>0&&d52>=864e10))return h22<0?d52<=lt?void 0:d52>4e9?f42(d52,-1,d52-94867200)??f42(4e9,-1,lt):
f42(d52,-1,lt):f42(Math.max(d52,lt)-1,1,Math.max(d52,Math.floor(Date.now()/1e3))+94867200,d52)}}})((r8=>i42=>{const c32=hi(r8,1e3*i42);return 86400*te((a42=>{const u42=a42.
relatedYear;if(u42!==void 0)return parseInt(u42);const s33=parseInt(a42.year);return a42.era!==void 0&&qo(a42.era)==="bce"?1-s33:s33})(c32),parseInt(c32.month),
parseInt(c32.day))+3600*parseInt(c32.hour)+60*parseInt(c32.minute)+parseInt(c32.second)-i42})(o42),(r8=>{const i42=r8.split("/").pop();return xa[i42]||19})(e4))}B(e4){
return this.me.ze((t4=>dr(t4)[0])(e4))*Nn}O(e4){const t4=86400*q(e4)+Bt(e4),o42=ur(e4);return this.me.Ae(t4).map(r8=>tn(BigInt(r8)*In+BigInt(o42)))}C(e4,t4){const[
o42,r8]=dr(e4),i42=this.me.C(o42+(t4>0||r8?1:0),t4);if(i42!==void 0)return BigInt(i42)*In}};function su(n9,e4){return[n9,e4]}function Di(n9,e4){const t4=Math.floor(
n9/e4)*e4;return[t4,t4+e4]}function yt(n9){return _e(n9,-1e10,864e10)}function gn(n9){p8(Nt(n9))}function Cu(n9){const e4=Bn(n9=X(n9))||Oi(n9);return(!e4||!e4.qe||
e4.I||Oo(n9)||Eo(n9))&&gn(n9),Vt(e4)}function Ci(n9,e4=""){return`([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${n9}([0-5]\\d${e4})(?:[.,](\\d{1,9}))?)?)?`}var Zu="((?\
!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]"+Ci(6,"|60")+"(?:([Zz])|(([+-])"+Ci(14)+"))?)?",Bu=Mt("((?!-0{6})[+-]\\d{6}|\\d{4})-\
?(0[1-9]|1[0-2])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\
\\])*)"),Ru=Mt("(?:--)?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?\
[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)"),Pu=Mt(Zu+"(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((\
?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)"),Su=/\[(!?)([^=]+)=([^\]]+)/g;function Bn(n9){const e4=Pu.exec(n9);if(!e4)return;const t4=(o42=>({
year:parseInt(o42[1]),month:parseInt(o42[3]),day:parseInt(o42[4]),...Rt(ye(o42[9]||""))[0],hour:G(o42[5]),minute:G(o42[7]),second:Math.min(G(o42[8]),59),...Zo(o42[18],
o42[19]),qe:!!o42[5],I:!!o42[10],offset:o42[11]}))(e4);return kt(t4)}function Oo(n9){const e4=Bu.exec(n9);return e4?bi((t4=>({year:parseInt(t4[1]),month:parseInt(
t4[2]),day:1,...Zo(t4[3],t4[4])}))(e4)):void 0}function Eo(n9){const e4=Ru.exec(n9);if(e4){const o42=(r8=>({year:1972,month:parseInt(r8[1]),day:parseInt(r8[2]),
...Zo(r8[3],r8[4])}))(e4);if(Wo(Ot,t4=o42,vr(t4)))return bi(o42)}var t4}function bi(n9){return n9.calendarId!=="iso8601"&&gn(n9.calendarId),n9}function Oi(n9){const e4=Bn(
n9.replace(/^t?/i,"0000-01-01T"));return e4&&!e4.I?e4:void 0}function Zo(n9,e4){let t4;const o42=[];return e4.replace(Su,(r8,i42,c32,a42)=>(c32==="u-ca"?(o42.push(
a42.toLowerCase()),t4||(t4=i42)):i42&&gn(r8),"")),o42.length>1&&t4&&gn(e4),{timeZoneId:n9,calendarId:o42[0]||"iso8601"}}function qu(n9,e4,t4){return an(n9.epochNanoseconds,
e4,t4)}function Gu(n9){return Gt(B2(n9),n9.calendar)}function Vu(n9){return un(B2(n9),n9.calendar)}function Xu(n9){return Vt(B2(n9))}function Ju(n9,e4,t4){return an(
tn(mn(e4,n9,t4)),e4,n9.calendar)}function os(n9){return be(tn(BigInt(xt(n9))*ge))}function is(n9){return n9.timeZone="UTC",["full","long"].includes(n9.timeStyle)&&
(n9.timeStyle="medium"),n9}function as(n9,e4,t4){const o42=n9.resolvedOptions().calendar;!t4&&e4.calendar===S9||en(e4.calendar)===o42||p8("Mismatching Calendars")}
function Vn(n9,e4,t4,o42,r8){const i42=new Set(n9),c32=new Set(e4),a42=new Set(t4);return(u42,s33)=>{let f42,m33;const d52={},h22={},g32={};let y42=0,l32=0;for(const x23 of Object.
keys(u42)){const Xn2=u42[x23];Xn2===void 0||a42.has(x23)||(i42.has(x23)?x23==="dateStyle"?f42=Xn2:x23==="timeStyle"?m33=Xn2:d52[x23]=Xn2:x23==="era"?h22[x23]=Xn2:
c32.has(x23)?x23==="dateStyle"||x23==="timeStyle"?l32=1:y42=1:g32[x23]=Xn2)}const I22=f42!==void 0,N22=m33!==void 0,T22=I22||N22,M32=Object.keys(d52).length>0,Y22=y42||
l32,w10=M32||I22||N22,K22=Object.keys(h22).length>0;(!s33&&Y22||s33&&Y22&&!w10||T22&&(M32||K22||y42))&&b8("Invalid formatting options");const H={};return T22||w10||
Object.assign(H,o42),Object.assign(H,d52,h22,g32),I22&&(r8?Object.assign(H,r8[f42]):H.dateStyle=f42),N22&&(H.timeStyle=m33),H}}var Bi={year:"numeric",month:"num\
eric",day:"numeric"},Ri={hour:"numeric",minute:"numeric",second:"numeric"},Ro=Object.assign({},Bi,Ri),Po=["weekday","year","month","day","dateStyle"],Le=["dayPe\
riod","hour","minute","second","fractionalSecondDigits","timeStyle"],So=Po.concat(Le),us=["weekday","day"].concat(Le),ss=["weekday","year"].concat(Le),fs=Vn(So,
[],[],Ro),ds=Vn(So,[],[],{...Ro,timeZoneName:"short"}),ms=Vn(So,[],["timeZoneName"],Ro),hs=Vn(Po,Le,["timeZoneName"],Bi),ls=Vn(Le,Po,["timeZoneName","era"],Ri),
ys=Vn(["year","month","dateStyle"],us,["timeZoneName"],{year:"numeric",month:"numeric"},{full:{year:"numeric",month:"long"},long:{year:"numeric",month:"long"},medium:{
year:"numeric",month:"short"},short:{year:"2-digit",month:"numeric"}}),ps=Vn(["month","day","dateStyle"],ss,["timeZoneName","era"],{month:"numeric",day:"numeric"},
{full:{month:"long",day:"numeric"},long:{month:"long",day:"numeric"},medium:{month:"short",day:"numeric"},short:{month:"numeric",day:"numeric"}});function Ns(n9){
const e4=ie(n9,"direction"),t4=Gc(e4,0);return t4||p8(Sn("direction",t4)),t4}function Ts(n9,e4=nc){const t4=new WeakMap;function o42(u42){const s33=t4.get(u42);
return s33||b8("Invalid calling context"),s33}class r8{constructor(s33,f42=Object.create(null)){const m33=e4(f42),d52=[],h22=new Proxy(Object.create(null),{get(I22,N22){
const T22=m33[N22];return T22!==void 0&&d52.push(N22),T22}}),g32=new fe(s33,h22),y42=g32.resolvedOptions(),l32=Q2(d52,y42);t4.set(this,{$:n9({t:g32,Ce:y42.locale,
F:l32,Ee:m33}),t:g32})}get format(){const s33=o42(this);return s33.we||(s33.we=f42=>{const[m33,...d52]=s33.$.A(f42);return m33.format(...d52)})}formatToParts(s33){
const{$:f42}=o42(this),[m33,...d52]=f42.A(s33);return m33.formatToParts(...d52)}resolvedOptions(){return o42(this).t.resolvedOptions()}}const{prototype:i42}=r8;
function c32(u42,s33){return new r8(u42,s33)}fe.prototype.formatRange&&Object.defineProperties(i42,vt({formatRange(u42,s33){const{$:f42}=o42(this),[m33,d52,h22]=f42.
v(u42,s33);return m33.formatRange(d52,h22)},formatRangeToParts(u42,s33){const{$:f42}=o42(this),[m33,d52,h22]=f42.v(u42,s33);return m33.formatRangeToParts(d52,h22)}}));
const a42=Object.getOwnPropertyDescriptors(fe);return a42.prototype.value=i42,Object.defineProperties(c32,a42),i42.constructor=c32,Object.defineProperties(i42,Uo(
"Intl.DateTimeFormat")),c32}function Si(n9,e4,t4,[o42,r8]){let i42=e4-n9;return r8!==void 0&&(i42=ae(i42,ue(t4,o42),r8)),Ne(i42,$[t4])}function Ms(n9,e4,t4,o42){
return Si(O3(n9),O3(e4),t4,o42)}function Ds(n9,e4,t4,[o42,r8]){let i42=L4(e4)-L4(n9);return r8!==void 0&&(i42=Ln(i42,Ee(t4,o42),r8)),Ne(BigInt(i42),$[t4])}function Cs(n9,e4,t4,o42,r8){
const i42=ln(n9,e4),c32=ln(n9,t4);return Pe(i42,c32)?(k2(i42),k2(c32),Ai(o42,{he:()=>Re(n9,i42,c32,o42),le:ut(n9,i42),ie:V2(c32)},r8,0,o42===8)):0}function Ai(n9,e4,[
t4,o42],r8,i42){const{he:c32,le:a42}=e4,u42=c32();let{ie:s33}=e4;return bn(u42)?o42!==void 0?i42&&t4===1?u42[D2[n9]]:ki(n9,u42,s33,a42,t4,o42):(r8?s33=tn(Se(a42,
{...u42,...nt})+_n2(u42)):(Wn(a42.ne),Wn(s33)),ki(n9,u42,s33,a42,1,void 0)):0}function Os(n9,e4,t4,o42,[r8,i42]){const c32=n9===7?7:1,a42=t4.epochNanoseconds,u42=o42.
epochNanoseconds>a42?1:-1,s33=B2(t4);let f42=0,m33;if(Pe(s33,B2(o42))){const[l32,I22,N22]=Jr(e4,t4,o42,u42);f42=q(I22)-q(l32),m33=N22}else m33=Number(o42.epochNanoseconds-
a42);const d52=l32=>l32?mn(e4,v7(k2(P3(s33,l32)),s33)):a42,h22=i42===void 0?tn(d52(f42)+BigInt(m33)):o42.epochNanoseconds,g32=Math.trunc(f42/c32),y42=l32=>d52(l32*
c32);return i42===void 0?it(g32,u42,h22,y42):_t(g32,u42,h22,y42,r8,i42)}function ki(n9,e4,t4,o42,r8,i42){const c32=bn(e4),a42=D2[n9],u42=s33=>Se(o42,{...Z,[a42]:s33});
return i42===void 0?it(e4[a42],c32,t4,u42):_t(e4[a42],c32,t4,u42,r8,i42)}function Es(n9,e4,t4,o42){return P3(e4,U2("dayOfMonth",t4,1,Mr(n9,e4),o42)-Dr(n9,e4))}function Zs(n9,e4,t4,o42){
return P3(e4,U2("day",t4,1,Tr(n9,e4),o42)-C(n9,e4).day)}function Bs(n9,e4,t4){return P3(n9,U2("dayOfWeek",e4,1,7,t4)-Me(n9))}function Rs(n9,e4,t4,o42){n9!==S9&&
p8(Li);const{weekOfYear:r8,De:i42}=St(e4);return P3(e4,7*(U2("weekOfYear",t4,1,i42,o42)-r8))}function Ps(n9){return v7(n9,A4)}function Yi(n9,e4){const{year:t4}=C(
n9,e4);return pt(n9,t4)}function wi(n9,e4){const{year:t4,month:o42}=C(n9,e4);return pt(n9,t4,o42)}function Ao(n9,e4){return v7(P3(e4,1-Me(e4)),A4)}function Ss(n9,e4){
return xi(n9,e4)[1]}function As(n9,e4){return Ui(n9,e4)[1]}function ks(n9,e4){return v7(P3(Ao(0,e4),7),A4)}function Ys(n9,e4){return v7(P3(e4,1),A4)}function xi(n9,e4){
return[Yi(n9,e4),pt(n9,C(n9,e4).year+1)]}function Ui(n9,e4){const t4=wi(n9,e4),{year:o42,month:r8}=C(n9,e4),{year:i42,month:c32}=no2(n9,o42,r8,1);return[t4,pt(n9,
i42,c32)]}function ws(n9,e4){const t4=Ao(0,e4);return[t4,v7(P3(t4,7),A4)]}function xs(n9,e4,t4,o42){return ji(n9,e4,t4,V2(t4),o42)}function pt(n9,e4,t4=1){return v7(
Mn(n9,e4,t4,1),A4)}function Us(n9,e4,t4,o42){return ji(n9,e4,t4,O3(t4),o42)}function ji(n9,e4,t4,o42,r8){const[i42,c32]=n9(e4,t4);return rt(Ht(o42,O3(i42),O3(c32)),
r8)?c32:i42}var _e2="PlainYearMonth",Ae="PlainMonthDay",Je="PlainDate",qe2="PlainDateTime",ze="PlainTime",He2="ZonedDateTime",Ke2="Instant",Qe="Duration",Xe2="C\
alendar";function Se2(e4,n9,a42,...r8){return Object.defineProperties(n9,Ki(e4)),Object.defineProperties(n9.prototype,Uo("Temporal."+e4)),Object.defineProperties(
n9.prototype,jo(t4=>({get(){return t4(a42(this))},configurable:1}),Object.assign({},...r8))),n9}var en2=ec.name!=="noop"||globalThis.process?ec:e4=>{Object.defineProperty(
e4,"_str_",{value:e4.toJSON()})};function nn2(){b8(_i2)}function an2(){b8($i)}var b22={era(e4){return Cc(e4.calendar,e4).era},eraYear(e4){return Cc(e4.calendar,
e4).eraYear},year(e4){return C(e4.calendar,e4).year},month(e4){return C(e4.calendar,e4).month},monthCode(e4){return bc(e4.calendar,e4)}},B22={era(e4){return Cc(
e4.calendar,e4).era},eraYear(e4){return Cc(e4.calendar,e4).eraYear},year(e4){return C(e4.calendar,e4).year},month(e4){return C(e4.calendar,e4).month},monthCode(e4){
return bc(e4.calendar,e4)},day(e4){return C(e4.calendar,e4).day}},$2={monthCode(e4){return bc(e4.calendar,e4)},day(e4){return C(e4.calendar,e4).day}};function y12(e4){
return Tt(Object.keys(e4))}var gn2=y12(Rc),Tn2=y12(uc),Fn2=y12(b22),Mn2=y12(B22),Yn2=y12($2),On2=j3(x4,9),Cn2=j3(x4,8),vn2=j3(L22,7),Un2=j3(L22,6),In2=j22,Zn2=j3(
A22,9),Nn2=j3(A22,8),Pn=j3(V22,9),Gn2=j3(V22,8),wn2=j3(J2,9),Rn=j3(J2,8);function kn2(e4,n9,a42,r8){return ya(n9.calendar,a42.calendar),j22(e4,n9,a42,r8)}function Wn2(e4,n9,a42,r8){
return ya(n9.calendar,a42.calendar),Ms(n9,a42,e4,Jc(e4,r8))}function En2(e4,n9,a42,r8){return Ds(n9,a42,e4,Jc(e4,r8))}function bn2(e4,n9){return(a42,r8,t4,o42)=>e4(
a42,n9(r8),n9(t4),o42)}function j22(e4,n9,a42,r8){return Si(n9.epochNanoseconds,a42.epochNanoseconds,e4,Jc(e4,r8))}function x4(e4,n9,a42,r8){const t4=ya(n9.calendar,
a42.calendar),o42=Jc(e4,r8),d52=Hr(n9.timeZone,a42.timeZone);return n9.epochNanoseconds===a42.epochNanoseconds?0:Ai(e4,{he:()=>oo(d52,t4,n9,a42,e4),le:io(t4,d52,
n9),ie:a42.epochNanoseconds},o42,1)}function L22(e4,n9,a42,r8){ya(n9.calendar,a42.calendar);const t4=Jc(e4,r8),o42=Hr(n9.timeZone,a42.timeZone);return n9.epochNanoseconds===
a42.epochNanoseconds?0:Os(e4,o42,n9,a42,t4)}function V22(e4,n9,a42,r8){const t4=ya(n9.calendar,a42.calendar);return q2(e4,r8,()=>Vr(t4,n9,a42,e4),ut(t4,n9),_23(
n9,a42))}function _23(e4,n9){return O3(n9)-BigInt(L4(e4))}function A22(e4,n9,a42,r8){const t4=ya(n9.calendar,a42.calendar);return q2(e4,r8,()=>Re(t4,n9,a42,e4),
ut(t4,n9),V2(a42))}function J2(e4,n9,a42,r8){const t4=ya(n9.calendar,a42.calendar);return Cs(t4,n9,a42,e4,Jc(e4,r8))}function q2(e4,n9,a42,r8,t4){return Ai(e4,{
he:a42,le:r8,ie:t4},Jc(e4,n9))}function Ln2(e4){return(n9,a42,r8)=>e4(n9,-a42,r8)}function Vn2(e4,n9,a42,r8){const t4=se(r8);return a42?Be(e4,n9,xt(a42),0,t4):n9}
function _n22(e4,n9,a42,r8){const t4=se(r8);return a42?Be(e4,n9,0,xt(a42),t4):n9}function An2(e4,n9,a42,r8){const t4=se(r8);return Es(e4,n9,toIntegerWithTrunc(a42),
t4)}function Jn2(e4,n9,a42,r8){const t4=se(r8);return Zs(e4,n9,toPositiveIntegerWithTruncation(a42),t4)}function qn2(e4,n9,a42,r8){const t4=se(r8);return Bs(n9,
toIntegerWithTrunc(a42),t4)}function zn2(e4,n9,a42,r8){const t4=se(r8);return Rs(e4,n9,toIntegerWithTrunc(a42),t4)}var U22=`${_e2}Record`,V3=`${Ae}Record`,X2=`${Je}\
Record`,_32=`${qe2}Record`,b32=`${ze}Record`,nn3=`${He2}Record`,tn2=`${Ke2}Record`,en3=`${Qe}Record`,rn2=`${Xe2}Record`,l9=new WeakMap,u13=new WeakMap,d22=new WeakMap,
g10=new WeakMap,f23=new WeakMap,P22=new WeakMap,D22=new WeakMap,p22=new WeakMap,R2=new WeakMap;function M3(n9){return m9(n9)||nn2()}function m9(n9){return l9.get(
n9)}function an3(n9){return T3(n9)||nn2()}function T3(n9){return u13.get(n9)}function on22(n9,t4){u13.set(n9,t4)}function cn2(n9){return o32(n9)||nn2()}function o32(n9){
return d22.get(n9)}function sn(n9,t4){d22.set(n9,t4)}function ln2(n9){return i8(n9)||nn2()}function i8(n9){return g10.get(n9)}function un2(n9,t4){g10.set(n9,t4)}
function dn2(n9){return c12(n9)||nn2()}function c12(n9){return f23.get(n9)}function gn3(n9,t4){f23.set(n9,t4)}function fn2(n9){return s9(n9)||nn2()}function s9(n9){
return P22.get(n9)}function Pn2(n9,t4){P22.set(n9,t4)}function Dn2(n9){return C2(n9)||nn2()}function C2(n9){return D22.get(n9)}function pn(n9,t4){D22.set(n9,t4)}
function Rn2(n9){return W22(n9)||nn2()}function W22(n9){return p22.get(n9)}function mn2(n9){return v22(n9)||nn2()}function v22(n9){return R2.get(n9)}var Bn2=Se2(
rn2,class{toJSON(){return a11(this)}valueOf(){return a11(this)}});function a11(n9){return M3(n9).id}function In3(n9){const t4=M3(n9).xe;return t4||p8(Hi(a11(n9),
"getExotic or getAny")),t4}var Wn3=fe;function k22(n9){class t4 extends Wn3{format(r8){return super.format(n9(r8))}formatToParts(r8){return super.formatToParts(
n9(r8))}formatRange(r8,f42){return super.formatRange(n9(r8),n9(f42))}formatRangeToParts(r8,f42){return super.formatRangeToParts(n9(r8),n9(f42))}}return(e4,r8)=>new t4(
e4,r8)}var M22=mn2,Fn3=Se2(en3,class{toJSON(){return M22(this).toJSON()}valueOf(){return M22(this).valueOf()}},M22,gn2);function Z2(n9,t4){return{...Sr(t4),smallestUnit:n9}}
function g23(n9){return typeof n9=="string"&&n9.includes("[")&&p8(xo(n9)),n9}function b42(n9){if(n9!==void 0)return F22(n9)}function F22(n9){return In3(n9),a11(
n9)}var d32=fn2,Kn2=Se2(b32,class{toJSON(){return d32(this).toJSON()}valueOf(){return d32(this).valueOf()}},d32,Tn2);function O22(n9){const t4=Object.create(Kn2.
prototype);return Pn2(t4,n9),en2(t4),t4}function _n3(n9){return O22(o8.PlainTime.from(n9))}var it2=k22(d32);function ut2(n9,t4){return d32(n9).toString(t4)}function R3(n9,t4,e4){
return((r8,f42)=>O22(d32(r8).round(f42)))(t4,Z2(n9,e4))}var Yt2=j3(R3,"hour"),gt=j3(R3,"minute"),bt2=j3(R3,"second"),Nt2=j3(R3,"millisecond"),wt2=j3(R3,"microse\
cond"),i22=ln2,Ut2=Se2(_32,class{get calendarId(){return i22(this).calendarId}toJSON(){return i22(this).toJSON()}valueOf(){return i22(this).valueOf()}},i22,Mn2,
Tn2);function c22(n9){const t4=Object.create(Ut2.prototype);return un2(t4,n9),en2(t4),t4}function ce2(n9,t4){const e4=i22(n9),r8=i22(t4);return e4.equals(r8)}var fe2=k22(
i22);function le2(n9,t4){return i22(n9).toString(t4)}function he2(n9,t4,e4){return u23(i22(n9).toZonedDateTime(g23(t4),e4))}function I3(n9,t4,e4){return((r8,f42)=>c22(
i22(r8).round(f42)))(t4,Z2(n9,e4))}var ze2=j3(I3,"day"),xe2=j3(I3,"hour"),Ae2=j3(I3,"minute"),Ve2=j3(I3,"second"),Ke3=j3(I3,"millisecond"),Qe2=j3(I3,"microsecon\
d"),D3=Rn2,Nr2=Se2(V3,class{get calendarId(){return D3(this).calendarId}toJSON(){return D3(this).toJSON()}valueOf(){return D3(this).valueOf()}},D3,Yn2),Wr=k22(D3),
m23=Dn2,Br2=Se2(U22,class{get calendarId(){return m23(this).calendarId}toJSON(){return m23(this).toJSON()}valueOf(){return m23(this).valueOf()}},m23,Fn2),Xr2=k22(
m23),s22=dn2,mo2=Se2(X2,class{get calendarId(){return s22(this).calendarId}toJSON(){return s22(this).toJSON()}valueOf(){return s22(this).valueOf()}},s22,Mn2);function h6(n9){
const t4=Object.create(mo2.prototype);return gn3(t4,n9),en2(t4),t4}function ho2(n9,t4,e4,r8){return h6(new o8.PlainDate(n9,t4,e4,b42(r8)))}function To2(n9){return s22(
n9).dayOfWeek}var Ro2=k22(s22);function Lo2(n9,t4){return s22(n9).toString(t4)}function qo2(n9,t4){const e4=s22(n9),r8=t4===void 0?void 0:d32(t4);return c22(e4.
toPlainDateTime(r8))}function Ko2(n9,t4){return h6(s22(n9).add({days:t4}))}var a23=cn2,ma2=Se2(nn3,class{get calendarId(){return a23(this).calendarId}get timeZoneId(){
return a23(this).timeZoneId}get epochMilliseconds(){return a23(this).epochMilliseconds}get epochNanoseconds(){return a23(this).epochNanoseconds}toJSON(){return a23(
this).toJSON()}valueOf(){return a23(this).valueOf()}},a23,Mn2,Tn2);function u23(n9){const t4=Object.create(ma2.prototype);return sn(t4,n9),en2(t4),t4}function Ya(n9){
return a23(n9).offset}function Ca(n9,t4){const e4=a23(n9).getTimeZoneTransition(t4);return e4?u23(e4):null}function Ea(n9){return c22(a23(n9).toPlainDateTime())}
function za2(n9){return h6(a23(n9).toPlainDate())}function xa2(n9){return O22(a23(n9).toPlainTime())}function p32(n9,t4,e4){return((r8,f42)=>u23(a23(r8).round(f42)))(
t4,Z2(n9,e4))}var Di2=j3(p32,"day"),Yi2=j3(p32,"hour"),gi2=j3(p32,"minute"),bi2=j3(p32,"second"),Ni2=j3(p32,"millisecond"),wi2=j3(p32,"microsecond"),$3=an3,ts=Se2(
tn2,class{get epochMilliseconds(){return $3(this).epochMilliseconds}get epochNanoseconds(){return $3(this).epochNanoseconds}toJSON(){return $3(this).toJSON()}valueOf(){
return $3(this).valueOf()}});function y22(n9){const t4=Object.create(ts.prototype);return on22(t4,n9),en2(t4),t4}function rs(n9){return y22(o8.Instant.fromEpochMilliseconds(
n9))}function fs2(n9,t4){return u23($3(n9).toZonedDateTimeISO(g23(t4)))}var $s=k22($3);function L32(n9,t4,e4){return((r8,f42)=>y22($3(r8).round(f42)))(t4,Z2(n9,
e4))}var Is=j3(L32,"hour"),ps2=j3(L32,"minute"),Ps2=j3(L32,"second"),Ws=j3(L32,"millisecond"),Fs2=j3(L32,"microsecond");function sn3(n9,t4){const o42=Ts(n9,t4);
return Object.setPrototypeOf(o42.prototype,fe.prototype),(e4,s33)=>new o42(e4,s33)}var f32=mn2,Ir2=Se2(en3,class{toJSON(){return nu(f32(this))}valueOf(){return an2()}},
f32,Rc);function C3(n9){return n9===void 0?S9:In4(n9)}function In4(n9){return In3(n9)()}var l22=fn2,Lr2=Se2(b32,class{toJSON(){return Ka(l22(this))}valueOf(){return an2()}},
l22,uc);function S22(n9){const t4=Object.create(Lr2.prototype);return Pn2(t4,n9),en2(t4),t4}function Ar2(n9){return S22(Cu(n9))}var xr2=sn3(n9=>({A(t4){const o42=l22(
t4);return[n9.t,ar(o42)]},v(t4,o42){const e4=l22(t4),s33=l22(o42);return[n9.t,ar(e4),ar(s33)]}}),n9=>is(ls(n9,1)));function Kr(n9,t4){return Ja(l22(n9),t4)}function rn3(n9,t4,o42){
const e4=l22(t4),s33=BigInt(xt(o42))*BigInt(n9);return S22(to(e4,s33)[0])}var eo2=j3(rn3,ne),so=j3(rn3,Qn),ro2=j3(rn3,Nn),ao2=j3(rn3,Kn),co2=j3(rn3,Jn),io2=j3(rn3,
1),na=Ln2(eo2),ta2=Ln2(so),oa2=Ln2(ro2),ea2=Ln2(ao2),sa=Ln2(co2),ra2=Ln2(io2);function On3(n9,t4,o42){const e4=l22(t4),[s33,c32]=Kc(n9,o42);return S22(ca(e4,n9,
s33,c32)[0])}var aa=j3(On3,5),ca2=j3(On3,4),ia=j3(On3,3),da2=j3(On3,2),ua=j3(On3,1),an4=bn2(En2,l22),Ia2=j3(an4,5),Oa2=j3(an4,4),ga2=j3(an4,3),ya2=j3(an4,2),Ya3=j3(
an4,1),ba2=j3(an4,0),a32=ln2,ka2=Se2(_32,class{get calendarId(){return en(a32(this).calendar)}toJSON(){return $a(a32(this))}valueOf(){return an2()}},a32,B22,uc);
function $4(n9){const t4=Object.create(ka2.prototype);return un2(t4,n9),en2(t4),t4}function Ja2(n9,t4){const o42=a32(n9),e4=a32(t4);return Za(o42,e4)}var _a2=sn3(
n9=>({A(t4){const o42=a32(t4),e4=n9.t;return as(e4,o42),[e4,Nc(o42)]},v(t4,o42){const e4=a32(t4),s33=a32(o42),c32=n9.t;return as(c32,e4),as(c32,s33),[c32,Nc(e4),
Nc(s33)]}}),n9=>is(ms(n9,1)));function Va2(n9,t4){return za(a32(n9),t4)}function Qa2(n9,t4,o42){return D4(Ju(a32(n9),Ue(ru(t4)),ka(o42)))}function uo2(n9,t4,o42){
const e4=a32(n9);return $4(po(Vn2(e4.calendar,e4,t4,o42),e4,e4.calendar))}function lo2(n9,t4,o42){const e4=a32(n9);return $4(po(_n22(e4.calendar,e4,t4,o42),e4,e4.
calendar))}function fo2(n9,t4){const o42=a32(n9);return $4(po(P3(o42,7*xt(t4)),o42,o42.calendar))}function mo3(n9,t4){const o42=a32(n9);return $4(po(P3(o42,xt(t4)),
o42,o42.calendar))}var $o2=j3(un4,ne),ho3=j3(un4,Qn),To3=j3(un4,Nn),Do2=j3(un4,Kn),po2=j3(un4,Jn),So2=j3(un4,1),ac=Ln2(uo2),cc=Ln2(lo2),ic=Ln2(fo2),dc2=Ln2(mo3),
uc2=Ln2($o2),lc2=Ln2(ho3),fc=Ln2(To3),mc2=Ln2(Do2),$c2=Ln2(po2),hc2=Ln2(So2),Tc=j3(ht2,9,xi),Dc=j3(ht2,8,Ui),pc=j3(ht2,7,ws);function cn4(n9,t4,o42){const e4=a32(
t4),[s33,c32]=Kc(n9,o42);return $4(Gt(Ur(e4,n9,s33,c32),e4.calendar))}var Sc2=j3(cn4,6),Mc2=j3(cn4,5),Ic=j3(cn4,4),Oc2=j3(cn4,3),gc2=j3(cn4,2),yc2=j3(cn4,1),Yc2=ln4(
Yi),bc2=ln4(wi),kc2=ln4(Ao),Nc2=Xc(Ps),Fc2=gn4(n9=>({hour:n9.hour,minute:0,second:0,millisecond:0,microsecond:0,nanosecond:0})),Pc2=gn4(n9=>({hour:n9.hour,minute:n9.
minute,second:0,millisecond:0,microsecond:0,nanosecond:0})),wc2=gn4(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:0,microsecond:0,nanosecond:0})),
vc=gn4(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:n9.millisecond,microsecond:0,nanosecond:0})),Wc2=gn4(n9=>({hour:n9.hour,minute:n9.minute,
second:n9.second,millisecond:n9.millisecond,microsecond:n9.microsecond,nanosecond:0})),Zc2=ln4(Ss,-1),Bc2=ln4(As,-1),Cc2=ln4(ks,-1),Rc2=fn4(()=>({hour:23,minute:59,
second:59,millisecond:999,microsecond:999,nanosecond:999})),Ec2=fn4(n9=>({hour:n9.hour,minute:59,second:59,millisecond:999,microsecond:999,nanosecond:999})),Lc2=fn4(
n9=>({hour:n9.hour,minute:n9.minute,second:59,millisecond:999,microsecond:999,nanosecond:999})),Hc2=fn4(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:999,
microsecond:999,nanosecond:999})),qc2=fn4(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:n9.millisecond,microsecond:999,nanosecond:999})),Ac2=fn4(
n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:n9.millisecond,microsecond:n9.microsecond,nanosecond:999})),dn4=bn2(Wn2,a32),Gc2=j3(dn4,5),_c2=j3(
dn4,4),xc2=j3(dn4,3),Vc2=j3(dn4,2),Kc2=j3(dn4,1),Qc=j3(dn4,0);function un4(n9,t4,o42){const e4=a32(t4),s33=BigInt(xt(o42))*BigInt(n9);return $4(Gt(ha(e4,s33),e4.
calendar))}function ht2(n9,t4,o42,e4){const s33=a32(o42),[,c32]=Kc(n9,e4),M32=Us(t4,s33.calendar,s33,c32);return $4(po(M32,M32,s33.calendar))}function ln4(n9,t4=0){
return o42=>{const e4=a32(o42);let s33=n9(e4.calendar,e4);return t4&&(s33=vn(O3(s33)+BigInt(t4))),$4(po(s33,s33,e4.calendar))}}function Xc(n9){return t4=>{const o42=a32(
t4);return $4(Gt(n9(o42),o42.calendar))}}function gn4(n9){return t4=>{const o42=a32(t4);return $4(Gt(v7(o42,n9(o42)),o42.calendar))}}function fn4(n9){return t4=>{
const o42=a32(t4);return $4(Gt(v7(o42,n9(o42)),o42.calendar))}}var y32=Rn2,ni2=Se2(V3,class{get calendarId(){return en(y32(this).calendar)}toJSON(){return Xa(y32(
this))}valueOf(){return an2()}},y32,$2),ai=sn3(n9=>({A(t4){const o42=y32(t4),e4=n9.t;return as(e4,o42,1),[e4,mr(o42)]},v(t4,o42){const e4=y32(t4),s33=y32(o42),c32=n9.
t;return as(c32,e4,1),as(c32,s33,1),[c32,mr(e4),mr(s33)]}}),n9=>is(ps(n9,1))),u32=Dn2,fi2=Se2(U22,class{get calendarId(){return en(u32(this).calendar)}toJSON(){
return Ga(u32(this))}valueOf(){return an2()}},u32,b22);function N3(n9){const t4=Object.create(fi2.prototype);return pn(t4,n9),en2(t4),t4}var bi3=sn3(n9=>({A(t4){
const o42=u32(t4),e4=n9.t;return as(e4,o42,1),[e4,mr(o42)]},v(t4,o42){const e4=u32(t4),s33=u32(o42),c32=n9.t;return as(c32,e4,1),as(c32,s33,1),[c32,mr(e4),mr(s33)]}}),
n9=>is(ys(n9,1)));function Mo2(n9,t4,o42){const e4=u32(n9);return N3(un(ma(e4.calendar,e4,ei("years",xt(t4)),0,se(o42)),e4.calendar))}function Io2(n9,t4,o42){const e4=u32(
n9);return N3(un(ma(e4.calendar,e4,0,ei("months",xt(t4)),se(o42)),e4.calendar))}var vi2=Ln2(Mo2),Wi=Ln2(Io2),i32=dn2,Li2=Se2(X2,class{get calendarId(){return en(
i32(this).calendar)}toJSON(){return qa(i32(this))}valueOf(){return an2()}},i32,B22);function Y2(n9){const t4=Object.create(Li2.prototype);return gn3(t4,n9),en2(
t4),t4}function Hi2(n9,t4,o42,e4){const s33=k2(kt(jo(toIntegerWithTrunc,{year:n9,month:t4,day:o42}))),c32=C3(e4);return Y2(un(s33,c32))}function zi2(n9){return Me(
i32(n9))}var rd=sn3(n9=>({A(t4){const o42=i32(t4),e4=n9.t;return as(e4,o42),[e4,mr(o42)]},v(t4,o42){const e4=i32(t4),s33=i32(o42),c32=n9.t;return as(c32,e4),as(
c32,s33),[c32,mr(e4),mr(s33)]}}),n9=>is(hs(n9,1)));function cd(n9,t4){return _a(i32(n9),t4)}function ud(n9,t4=A4){const o42=i32(n9),e4=s9(t4)||t4;return $4(po(o42,
e4,o42.calendar))}function Yo(n9,t4){const o42=i32(n9);return R4(un(P3(o42,xt(t4)),o42.calendar))}var Od=j3(Tt2,9,xi),gd=j3(Tt2,8,Ui),yd=j3(Tt2,7,ws),Yd=mn4(Yi),
bd=mn4(wi),kd=mn4(Ao),Nd=mn4(Ss,-1),Fd=mn4(As,-1),Pd=mn4(ks,-1);function Tt2(n9,t4,o42,e4){const s33=i32(o42),[,c32]=Kc(n9,e4);return R4({...xs(t4,s33.calendar,
s33,c32),calendar:s33.calendar})}function mn4(n9,t4=0){return o42=>{const e4=i32(o42);return R4({...P3(n9(e4.calendar,e4),t4),calendar:e4.calendar})}}function R4(n9){
return k2(n9),Y2(un(n9,n9.calendar))}var d42=cn2,Bd=Se2(nn3,class{get calendarId(){return en(d42(this).calendar)}get timeZoneId(){return d42(this).timeZone.id}get epochMilliseconds(){
return gc(d42(this).epochNanoseconds)}get epochNanoseconds(){return d42(this).epochNanoseconds}toJSON(){return La(d42(this))}valueOf(){return an2()}},G2,B22,uc);
function D4(n9){const t4=Object.create(Bd.prototype);return sn(t4,n9),en2(t4),t4}function G2(n9){const t4=d42(n9);return{...B2(t4),calendar:t4.calendar}}function bo(n9){
return B2(d42(n9)).offsetNanoseconds}function jd(n9){return xe(bo(n9))}function au2(n9,t4){const o42=d42(n9),e4=o42.timeZone.C(o42.epochNanoseconds,Ns(t4));return e4!==
void 0?D4({...o42,epochNanoseconds:e4}):null}function lu2(n9){return $4(Gu(d42(n9)))}function fu(n9){return Y2(Vu(d42(n9)))}function mu2(n9){return S22(Xu(d42(n9)))}
var hu2=_42(An2),Tu2=_42(Jn2,$r),Du2=_42(qn2),pu2=_42(zn2),ko=_42(Vn2),No2=_42(_n22),Fo2=_42((n9,t4,o42)=>P3(t4,7*xt(o42))),Po2=_42((n9,t4,o42)=>P3(t4,xt(o42))),
wo2=j3(hn3,ne),vo2=j3(hn3,Qn),Wo2=j3(hn3,Nn),Zo2=j3(hn3,Kn),Bo=j3(hn3,Jn),Co2=j3(hn3,1),Su2=Ln2(ko),Mu2=Ln2(No2),Iu=Ln2(Fo2),Ou=Ln2(Po2),gu2=Ln2(wo2),yu2=Ln2(vo2),
Yu2=Ln2(Wo2),bu2=Ln2(Zo2),ku=Ln2(Bo),Nu2=Ln2(Co2),Fu2=j3(Dt2,9,xi),Pu2=j3(Dt2,8,Ui),wu2=j3(Dt2,7,ws);function Yn3(n9,t4,o42){const e4=d42(t4),[s33,c32]=Kc(n9,o42);
return D4(an(xr(e4,n9,s33,c32),e4.timeZone,e4.calendar))}var Wu2=j3(Yn3,5),Zu2=j3(Yn3,4),Bu2=j3(Yn3,3),Cu2=j3(Yn3,2),Ru2=j3(Yn3,1),Eu=K3(Yi),Lu2=K3(wi),Hu2=K3(Ao),
qu2=E7(n9=>({hour:n9.hour,minute:0,second:0,millisecond:0,microsecond:0,nanosecond:0})),Au=E7(n9=>({hour:n9.hour,minute:n9.minute,second:0,millisecond:0,microsecond:0,
nanosecond:0})),ju2=E7(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:0,microsecond:0,nanosecond:0})),Uu2=E7(n9=>({hour:n9.hour,minute:n9.minute,
second:n9.second,millisecond:n9.millisecond,microsecond:0,nanosecond:0})),zu2=E7(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:n9.millisecond,
microsecond:n9.microsecond,nanosecond:0})),Ju2=K3(Ss,-1),Gu2=K3(As,-1),_u2=K3(ks,-1),xu2=K3(Ys,-1),Vu2=E7(n9=>({hour:n9.hour,minute:0,second:0,millisecond:0,microsecond:0,
nanosecond:0}),ne-1),Ku2=E7(n9=>({hour:n9.hour,minute:n9.minute,second:0,millisecond:0,microsecond:0,nanosecond:0}),Qn-1),Qu2=E7(n9=>({hour:n9.hour,minute:n9.minute,
second:n9.second,millisecond:0,microsecond:0,nanosecond:0}),Nn-1),Xu2=E7(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:n9.millisecond,microsecond:0,
nanosecond:0}),Kn-1),nl=E7(n9=>({hour:n9.hour,minute:n9.minute,second:n9.second,millisecond:n9.millisecond,microsecond:n9.microsecond,nanosecond:0}),Jn-1),$n3=bn2(
kn2,d42),rl=j3($n3,5),al=j3($n3,4),cl=j3($n3,3),il=j3($n3,2),dl=j3($n3,1),ul=j3($n3,0);function hn3(n9,t4,o42){const e4=d42(t4),s33=BigInt(xt(o42))*BigInt(n9);return D4(
{...e4,epochNanoseconds:qr(e4.epochNanoseconds,s33)})}function Dt2(n9,t4,o42,e4){const s33=d42(o42),[,c32]=Kc(n9,e4),M32=ra(t4,s33,c32);return D4({...s33,epochNanoseconds:tn(
M32)})}function K3(n9,t4=0){return o42=>{const e4=d42(o42),s33=oa(n9,e4)+BigInt(t4);return D4({...e4,epochNanoseconds:tn(s33)})}}function E7(n9,t4=0){return o42=>{
const e4=d42(o42),{timeZone:s33}=e4,c32=B2(e4),M32=v7(c32,n9(c32)),g32=$r(s33,M32,c32.offsetNanoseconds)+BigInt(t4);return D4({...e4,epochNanoseconds:tn(g32)})}}
function _42(n9,t4){return(o42,...e4)=>{const s33=d42(o42),{calendar:c32,timeZone:M32}=s33,g32=B2(s33),w10=n9(c32,g32,...e4),Q22=v7(w10,g32),Dn4=ke(w10,g32)?t4?
t4(M32,Q22,g32.offsetNanoseconds):mn(M32,Q22):s33.epochNanoseconds;return D4({...s33,epochNanoseconds:tn(Dn4)})}}var p42=an3,ll=Se2(tn2,class{get epochMilliseconds(){
return gc(p42(this).epochNanoseconds)}get epochNanoseconds(){return p42(this).epochNanoseconds}toJSON(){return ja(p42(this))}valueOf(){return an2()}});function L42(n9){
const t4=Object.create(ll.prototype);return on22(t4,n9),en2(t4),t4}function ml(n9){return L42(os(n9))}function Il(n9,t4){return D4(qu(p42(n9),Ue(ru(t4))))}var Ol=sn3(
n9=>({A(t4){const o42=p42(t4);return[n9.t,gc(o42.epochNanoseconds)]},v(t4,o42){const e4=p42(t4),s33=p42(o42);return[n9.t,gc(e4.epochNanoseconds),gc(s33.epochNanoseconds)]}}),
n9=>fs(n9,1));function bn3(n9,t4,o42){const e4=p42(t4),[s33,c32]=Kc(n9,o42,1);return L42(be(Jt(e4.epochNanoseconds,ue(n9,s33),c32)))}var Ll=j3(bn3,5),Hl=j3(bn3,
4),ql=j3(bn3,3),Al=j3(bn3,2),jl=j3(bn3,1),Tn4=bn2(In2,p42),Ul=j3(Tn4,5),zl=j3(Tn4,4),Jl=j3(Tn4,3),Gl=j3(Tn4,2),_l2=j3(Tn4,1),xl=j3(Tn4,0),qs2=o8?rs:ml,vs3=o8?fs2:
Il,tt2=o8?ho2:Hi2,ot2=o8?To2:zi2,Dt3=o8?Lo2:cd,bt3=o8?qo2:ud,Zt2=o8?Ko2:Yo,Ct2=o8?ce2:Ja2,jt2=o8?le2:Va2,At3=o8?he2:Qa2,Ks=o8?_n3:Ar2,so2=o8?ut2:Kr,qt3=o8?Ya:jd,
so3=o8?Ca:au2,no22=o8?Ea:lu2,ro3=o8?za2:fu,io3=o8?xa2:mu2;function dayFrom(text2){const[year=Number.NaN,month=Number.NaN,day=Number.NaN]=text2.split("-").map(Number);
return tt2(year,month,day)}function dayAt(at3,timeZone2){return ro3(inZone(at3,timeZone2))}function daysAfter(day,days){return Zt2(day,days)}function weekdayOf(day){
return ot2(day)}function dayText(day){return Dt3(day)}function momentOf(day,time5,timeZone2){const shown2=time5==="24:00"?bt3(daysAfter(day,1)):bt3(day,Ks(time5)),
moment=At3(shown2,timeZone2,{disambiguation:"earlier"});if(Ct2(no22(moment),shown2))return moment.epochMilliseconds;const change2=so3(moment,"next");if(change2===
null)throw new Error(`${jt2(shown2)} is not skipped by any clock change in ${timeZone2}`);return change2.epochMilliseconds}function localText(at3,timeZone2){const local=inZone(
at3.getTime(),timeZone2),weekday=at3.toLocaleDateString("en-US",{weekday:"short",timeZone:timeZone2}),time5=so2(io3(local),{smallestUnit:"minute"});return`${weekday}\
 ${dayOf(dayText(ro3(local)))} ${time5} (${qt3(local)}, ${timeZone2})`}function inZone(at3,timeZone2){return vs3(qs2(at3),timeZone2)}var always={start:Number.NEGATIVE_INFINITY,
end:Number.POSITIVE_INFINITY};function without2(span2,hole){return[{start:span2.start,end:Math.min(span2.end,hole.start)},{start:Math.max(span2.start,hole.end),
end:span2.end}].filter(({start,end})=>start<end)}function merged(spans){const joined3=[],ordered=spans.filter(({start,end})=>start<end).toSorted((a42,b52)=>a42.
start-b52.start);for(const span2 of ordered){const last=joined3.at(-1);last===void 0||span2.start>last.end?joined3.push(span2):joined3[joined3.length-1]={start:last.
start,end:Math.max(last.end,span2.end)}}return joined3}var weekdays=["mon","tue","wed","thu","fri","sat","sun"];function decideWindow(windows2,now){if(windows2===
void 0)return{kind:"open"};const at3=now.getTime(),next=openSpans(windows2,at3).find(({end})=>end>at3);if(next===void 0)throw new Error(`no opening was found in\
 the maintenance windows after ${now.toISOString()}`);return next.start<=at3?{kind:"open",...untilOf(next)}:{kind:"closed",opensAt:new Date(next.start),reason:closedReason(
windows2,at3)}}function nextLongEnough(windows2,now,milliseconds2){const at3=now.getTime(),next=openSpans(windows2,at3).find(({start,end})=>start>at3&&end-start>=
milliseconds2);return next&&new Date(next.start)}var daysLookedAhead=21;function openSpans({timeZone:timeZone2,weekly,closed},now){const shut=closed.map(period=>closedSpan(
period,timeZone2)),open6=weekly===void 0||coversTheWeek(weekly)?[always]:weeklySpans(weekly,shut,now,timeZone2);return merged(shut.reduce((left,period)=>left.flatMap(
span2=>without2(span2,period)),open6))}function weeklySpans(weekly,shut,now,timeZone2){const anchors=[now,...shut.map(({end})=>end).filter(end=>end>now)],days=new Map;
for(const anchor of anchors){const first2=daysAfter(dayAt(anchor,timeZone2),-1);for(let ahead=0;ahead<=daysLookedAhead;ahead+=1){const day=daysAfter(first2,ahead);
days.set(dayText(day),day)}}return[...days.values()].flatMap(day=>weekly.filter(window2=>opensOn(window2,day)).map(window2=>spanOn(day,window2,timeZone2)))}function opensOn({
days},day){return days.some(name=>weekdays.indexOf(name)+1===weekdayOf(day))}function spanOn(day,{from:from2,to:to2},timeZone2){const last=to2<=from2?daysAfter(
day,1):day;return{start:momentOf(day,from2,timeZone2),end:momentOf(last,to2,timeZone2)}}function closedSpan({from:from2,to:to2},timeZone2){return{start:momentOf(
dayFrom(from2),"00:00",timeZone2),end:momentOf(dayFrom(to2),"24:00",timeZone2)}}var minutesOfDay=1440,minutesOfWeek=7*minutesOfDay;function coversTheWeek(weekly){
const shown2=weekly.flatMap(({days,from:from2,to:to2})=>days.flatMap(day=>{const start=weekdays.indexOf(day)*minutesOfDay+minutesOf(from2),end=start+((minutesOf(
to2)-minutesOf(from2)+minutesOfDay)%minutesOfDay||minutesOfDay);return[{start,end},{start:start-minutesOfWeek,end:end-minutesOfWeek}]}));return merged(shown2).some(
({start,end})=>start<=0&&end>=minutesOfWeek)}function minutesOf(time5){return Number(time5.slice(0,2))*60+Number(time5.slice(3))}function untilOf({end}){return Number.
isFinite(end)?{until:new Date(end)}:{}}function closedReason({timeZone:timeZone2,weekly=[],closed},at3){const period=closed.find(each=>{const{start,end}=closedSpan(
each,timeZone2);return start<=at3&&at3<end});return period!==void 0?`closed from ${dayOf(period.from)} to ${dayOf(period.to)}: ${period.reason}`:`outside the ma\
intenance windows (${weekly.map(windowText).join("; ")}, ${timeZone2})`}function windowText({days,from:from2,to:to2}){return`${days.length===weekdays.length?"ev\
ery day":days.join(", ")} ${from2}\u2013${to2}`}var gateNames=["production","finalize"],gateSettings=["environment","dispatch","none"],gateScopes=["hop","path"],
approvedEnvironment="production-approved";function terminalGate(gate2){return`terminal, ${gate2==="production"?"promote":"finalize"}`}function pathGate(place4){
return`${place4}, whole path`}var environmentOfGate={production:"production",finalize:"production-finalize"};function environmentOn(name,{configuration:configuration3,
fleet}){return fleet===void 0?name:`${configuration3.system}-${name}`}function approvedOf(approvals,environment3,used,unaccounted){const wanted=environment3.toLowerCase(),
listed3=approvals.filter(({state:state2,environments:environments2})=>state2==="approved"&&environments2.some(name=>name.toLowerCase()===wanted)),[first2]=listed3;
if(first2===void 0)return{kind:"nobody"};const left=[...listed3];for(const{by,comment}of used){const index2=left.findIndex(each=>each.by===by&&each.comment===comment);
index2!==-1&&left.splice(index2,1)}const[approval]=left;return approval===void 0||left.length<=unaccounted?{kind:"used",approval:first2}:{kind:"by",approval}}var shownDigits=12;
function confirmationFor(gate2,{digest,basis}){const digits=sha256({gate:gate2,digest,basis}).slice(0,shownDigits);return gate2==="finalize"?`finalize-${digits}`:
digits}function isConfirmed(gate2,confirmable,typed){return(typed??"").trim().toLowerCase()===confirmationFor(gate2,confirmable)}import{UserError as UserError8}from"./start.js";
function stagingWaiver({environments:{staging:staging2}}){return"waive"in staging2?staging2.waive:void 0}function settingsOf(configuration3,environment3){return environment3===
"production"?configuration3.environments.production:stagingOf(configuration3)}function stagingOf({environments:{staging:staging2}}){if(!("waive"in staging2))return staging2;
throw new UserError8({happened:`There is no staging: ${quotedReason(staging2.waive)}.`,means:"What works on staging has nothing to work on. Nothing was done.",next:'\
Continue with the steps on production; or describe a staging under environments.staging instead of "waive".'})}function quotedReason(reason){return`the configur\
ation waives it ("${reason}")`}function needed(value2,where,use){if(value2!==void 0)return value2;throw new UserError8({happened:`The configuration has no "${where}\
".`,means:`${use} needs it. Nothing was done.`,next:"Add it: docs/configuration.md says in which forms."})}function isMapping(value2){return typeof value2=="obj\
ect"&&value2!==null&&!Array.isArray(value2)}function valueAt2(value2,path4){return path4.reduce((inner,part19)=>child(inner,part19),value2)}function hasAt(value2,path4){
const last=path4.at(-1);if(last===void 0)return!0;const parent=valueAt2(value2,path4.slice(0,-1));return typeof parent=="object"&&parent!==null&&Object.hasOwn(parent,
last)}function child(value2,key3){if(!(typeof value2!="object"||value2===null))return Object.getOwnPropertyDescriptor(value2,key3)?.value}function*texts2(value2,path4=[]){
if(typeof value2=="string")yield{text:value2,path:path4};else if(Array.isArray(value2))for(const[index2,item]of value2.entries())yield*texts2(item,[...path4,index2]);else if(isMapping(
value2))for(const[key3,item]of Object.entries(value2))yield*texts2(item,[...path4,key3])}import{array as array7,boolean as boolean5,int as int3,literal as literal3,
m as m10,number as number5,record as record7,strictObject as strictObject5,string as string14,tuple as tuple3,union as union6}from"./start.js";var time4=string14().
regex(/^([01]\d|2[0-3]):[0-5]\d$/,'a time of day from "00:00" to "23:59", such as "22:00"').meta({title:"time of day"}),endTime=string14().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
'a time of day from "00:00" to "24:00", such as "04:00"').meta({title:"time of day"}),date3=iso_exports.date("a calendar date such as 2026-12-20").meta({title:"\
date"}),timeZone=string14().refine(isTimeZone,"the name of a time zone, such as Europe/Zurich or UTC").meta({title:"time zone",description:"The name of a time z\
one of the IANA database: `Europe/Zurich`, `UTC`."}),weeklyWindow=onDemand(()=>strictObject5({days:array7(m10(weekdays)).min(1).default([...weekdays]).describe(
"The days on which the window opens. Default: every day."),from:time4.meta({description:"When the window opens.",examples:["22:00"]}),to:endTime.meta({description:"\
When it closes; a time before `from` is on the next day. `24:00` is the end of the day, so `00:00` to `24:00` is the whole day.",examples:["04:00"]})}).refine(({
from:from2,to:to2})=>from2!==to2,{path:["to"],error:'a different time from `from`; the whole day is from "00:00" to "24:00"'})),closedPeriod=onDemand(()=>strictObject5(
{from:date3.meta({description:"The first day.",examples:["2026-12-20"]}),to:date3.meta({description:"The last day, which is included.",examples:["2027-01-03"]}),
reason:string14().min(1).describe("Why; it is shown to anyone who has to wait.")}).refine(({from:from2,to:to2})=>from2<=to2,{path:["to"],error:"the same day as \
`from` or a later one"})),writtenWindows=onDemand(()=>strictObject5({"time-zone":timeZone.describe("The time zone of these times and days, including daylight sa\
ving: `Europe/Zurich`."),open:array7(weeklyWindow).min(1).optional().describe("Every week. Adjacent windows count as one. Default: always, except in `closed`."),
closed:array7(closedPeriod).max(100).default([]).describe("Days on which no window opens, regardless of `open`.")}).transform(written8=>({timeZone:written8["tim\
e-zone"],closed:written8.closed,...written8.open===void 0?{}:{weekly:written8.open}}))),noWindows=onDemand(()=>strictObject5({waive:string14().min(1).describe("\
Why production may be changed at any time, although its vendor asks for a maintenance window.")}).transform(()=>{})),maintenanceWindows=onDemand(()=>union6([writtenWindows,
noWindows]).meta({examples:[{"time-zone":"Europe/Zurich",open:[{days:["sat","sun"],from:"22:00",to:"04:00"}],closed:[{from:"2026-12-20",to:"2027-01-03",reason:"\
Year-end freeze"}]}]}));function windowsWaiver(document){const waiver=valueAt2(document,["windows","waive"]);return typeof waiver=="string"?waiver:void 0}function isTimeZone(name){
if(name!=="UTC"&&!/^[A-Za-z_]+\/[\w/+-]+$/.test(name)||/^etc\/gmt[+-]/i.test(name))return!1;try{return new Intl.DateTimeFormat("en",{timeZone:name}),!0}catch{return!1}}
var{access:access5,baseline,smoke,evidence:evidence2,checklists,stores,"known-problems":known}=versionsProduct.shape,extension=onDemand(()=>strictObject5({...versionsProduct.
shape,access:access5.unwrap(),smoke:smoke.unwrap(),evidence:evidence2.unwrap(),checklists:checklists.unwrap(),stores:stores.unwrap(),"known-problems":known.unwrap(),
baseline:baseline.unwrap()}).partial().extend({extends:slug.describe("The name of a shipped product.")}).describe("A shipped product, with keys of its definitio\
n replaced as a whole by your own.")),productReference=union6([slug,versionsProduct,stagesProduct,topologyProduct,extension]),recipient=template.refine(text2=>text2.
includes("${")||isRecipientForm(text2.trim()),'a public key of age as "age-keygen" prints it, whole: age1\u2026'),sealSettings=onDemand(()=>strictObject5({age:strictObject5(
{recipients:array7(recipient).min(1).meta({description:"The public keys (`age1\u2026`) of those who can read the backups: any one of them is enough.",examples:[
["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"]]}),identity:template.optional().meta({description:"The secret key (`AGE-SECRET-KEY-1\u2026`) of on\
e of them, as a `${NAME}`. Only jobs that restore need it: jobs that back up cannot read what they have written.",examples:["${BACKUP_IDENTITY}"]})}).describe("\
With age (https://age-encryption.org).")}).meta({description:"Encrypts the files of backups before they leave the machine. Their manifests stay readable: they h\
old names of tables, numbers of rows and checksums, never a value.",examples:[{age:{recipients:["${BACKUP_RECIPIENT}"],identity:"${BACKUP_IDENTITY}"}}]})),timeout=1e4,
attempts5=2,longestPause4=1e4;async function postJson(url2,body,{fetch,clock,signal}){let reason="";for(let attempt=1;attempt<=attempts5&&!signal.aborted;attempt++)
try{const response=await fetch(url2,{method:"POST",headers:{"content-type":"application/json"},body:JSON.stringify(body),redirect:"manual",signal:AbortSignal.any(
[signal,AbortSignal.timeout(timeout)])});if(await response.body?.cancel(),response.ok)return{kind:"sent"};if(reason=`it answered ${response.status}`,response.status!==
429&&response.status<500)break;attempt<attempts5&&await clock.sleep(pauseOf(response.headers.get("retry-after")))}catch(error2){reason=whyNot2(error2)}return{kind:"\
not-sent",reason:reason===""?"the run is being stopped":reason}}function pauseOf(retryAfter2){const seconds=Number(retryAfter2??"1");return Number.isFinite(seconds)?
Math.min(Math.max(seconds,0)*1e3,longestPause4):1e3}function whyNot2(error2){if(!(error2 instanceof Error))return String(error2);if(error2.name==="TimeoutError")
return`no answer within ${timeout/1e3} s`;const{cause}=error2;return cause instanceof Error&&"code"in cause?String(cause.code):error2.name==="TypeError"?"it cou\
ld not be reached":error2.message}var address=template.regex(/^\$\{[A-Za-z_]\w*\}$/,"a `${NAME}`: whoever knows the address can write there").describe("The addr\
ess, as a `${NAME}`: anyone who knows it can post there.");function webhookKind(name,description2,bodyOf2){return{part:kind(name,()=>strictObject5({url:address}).
describe(description2),({url:url2},{effects,where,placeholders})=>notice=>postJson(effects.variables.fill(url2,`${where}.url`,placeholders),bodyOf2(notice),effects))}}
var longest3={header:150,section:3e3,text:4e3};function plain2(text2){return text2.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}function escaped(text2,limit){
let length=limit,shown2=plain2(shortened(text2,length));for(;shown2.length>limit;)length-=shown2.length-limit,shown2=plain2(shortened(text2,Math.max(1,length)));
return shown2}function slackMessage({title,text:text2,url:url2}){const link2=url2===void 0?[]:[`<${plain2(url2)}|Open the run>`];return{text:escaped(title,longest3.
text),blocks:[{type:"header",text:{type:"plain_text",text:shortened(title,longest3.header),emoji:!1}},...text2===""?[]:[section(escaped(text2,longest3.section))],
...link2.map(section)]}}function section(text2){return{type:"section",text:{type:"mrkdwn",text:text2}}}var slack=webhookKind("slack","A Slack channel, through a\
n incoming webhook.",slackMessage),longest23={title:500,text:5e3};function plain22(text2){return text2.replaceAll(/[\\`*_[\]()#>~|]/g,sign=>`\\${sign}`)}function teamsMessage({
title,text:text2,url:url2,kind:kind2}){return{type:"message",attachments:[{contentType:"application/vnd.microsoft.card.adaptive",contentUrl:null,content:{$schema:"\
http://adaptivecards.io/schemas/adaptive-card.json",type:"AdaptiveCard",version:"1.4",fallbackText:shortened(title,longest23.title),body:[{type:"TextBlock",text:plain22(
shortened(title,longest23.title)),weight:"Bolder",size:"Medium",color:kind2==="failed"?"Attention":"Default",wrap:!0},...text2===""?[]:[{type:"TextBlock",text:plain22(
shortened(text2,longest23.text)),wrap:!0}]],...url2===void 0?{}:{actions:[{type:"Action.OpenUrl",title:"Open the run",url:url2}]}}}]}}var teams=webhookKind("tea\
ms","A Microsoft Teams channel, through a workflow that posts what a webhook receives.",teamsMessage),webhook=webhookKind("webhook","Any endpoint that accepts J\
SON: `kind`, `system`, `hop`, `title`, `text` and `url` of the run.",notice=>({...notice})),notifier=oneOf([slack,teams,webhook].map(({part:part19})=>part19)),notifications=array7(
onDemand(()=>strictObject5({to:notifier.describe("Where."),on:tuple3([m10(noticeKinds)],m10(noticeKinds)).default([...noticeKinds]).describe("Of what: `approval\
`, a hop waits for a person; `failed`, a step did not succeed; `complete`, a hop is done; `rolled-back`.")}))).default([]).meta({description:"Who is notified of\
 what the workflows do. A message that cannot be sent only causes a warning.",examples:[[{to:{slack:{url:"${SLACK_WEBHOOK}"}},on:["approval","failed"]}]]}),hook=strictObject5(
{run:argv,env:record7(environmentName,template).default({}).describe("Variables for the command. Of the secrets in this file it gets only those that are used he\
re or in `run`; it inherits everything else that the job has.")}).describe("Your own command. Exit code 0 means that it succeeded."),environmentKeys={url:template.
optional().meta({description:"The address of the server, without a slash at the end. Paths of probes and smoke tests are appended. Leave it out if nothing is qu\
eried over HTTP.",examples:["https://api.example.com"]}),access:record7(slug,union6([template,tokenSource])).prefault({}).meta({description:"Credentials that th\
e product's probes need, under the product's name for each. Each is a `${NAME}`, never written out; or a client or a login that obtains a token, which is renewe\
d before it expires; or a name and its password.",examples:[{admin:"${PRODUCTION_ADMIN_TOKEN}"},{admin:{"client-credentials":{"token-url":"{url}/oauth2/token","\
client-id":"${PRODUCTION_CLIENT_ID}","client-secret":"${PRODUCTION_CLIENT_SECRET}"}}}]}),data:dataStores.optional().transform(written8=>written8??[]).meta({description:"\
What is backed up on production and restored on staging: one data store, or a list of several, with the same names in the same order on both. Each may have a `n\
ame` beside its kind; the default is the kind. Two of the same kind need names. Only a product without releases may leave it out: then nothing is backed up, and\
 nothing can be restored.",examples:[{postgres:{url:"${PRODUCTION_DATABASE_URL}"}},[{postgres:{url:"${PRODUCTION_RECORDS_URL}"},name:"records"},{postgres:{url:"\
${PRODUCTION_TASKS_URL}"},name:"tasks"}]]}),"server-settings":array7(template).default([]).meta({description:"Files that configure its server. A relative path s\
tarts at the root of the repository. `preflight`, `plan` and `check` search them, `deploy` and the files that it names for settings that the product is known to\
 misread. If a job lacks a variable, `plan` leaves that check to `check`.",examples:[["medplum.config.json","${PRODUCTION_ENV_FILE}"]]}),topology:topologyProbe.
optional().describe("Reads what the system consists of, for a product whose states are topologies: for example the instances of a database cluster."),deploy:deployer.
optional().describe("How a release is deployed. Only a product whose stages have their own `deploy` may leave it out.")},releaseHooks={"before-deploy":hook.optional().
describe("Runs directly before each deploy: for example to turn on maintenance mode or to notify users."),"after-deploy":hook.optional().describe("Runs after ea\
ch deploy that succeeded.")},hooksOfBoth={...releaseHooks,"after-migrations":hook.optional().describe("Runs when the deferred migrations are complete, or the re\
lease brings none, before its last smoke test: for example to deploy it once more without what defers them. It must not end before the server serves again."),logs:hook.
optional().describe("Prints the server's log, which goes into the file that is written when there is no way back."),"on-failure":hook.optional().describe("Runs \
when a step in this environment fails.")},production=strictObject5({...environmentKeys,hooks:strictObject5({"before-backup":hook.optional().describe("Runs direc\
tly before each backup."),...hooksOfBoth}).prefault({}).describe("Your own commands around the steps on production.")}),scrub=union6([hook,strictObject5({waive:string14().
min(1).describe("The reason, which goes into the journal.")}).describe("Why a copy of live data may be started unchanged.")]),staging=strictObject5({...environmentKeys,
disposable:literal3(!0).describe("Says that everything in this environment may be replaced. Without it, nothing is written there."),hooks:strictObject5({scrub:scrub.
optional().describe("Runs after a restore, before the server first starts: a copy of live data must not send mail to patients."),...hooksOfBoth}).prefault({}).describe(
"Your own commands around the steps on staging.")}),waivedStaging=strictObject5({waive:string14().min(1).describe("Why there is no staging: a full sentence for \
the approver. It appears in the plan, in the summary and in the journal, and is part of what is approved.")}).describe("There is no staging: hops go to producti\
on without a rehearsal. Only for a product without releases."),gate=m10(gateSettings),scope=m10(gateScopes),defaultBudget="5h",defaultJobLimit="6h",configuration2=strictObject5(
{system:slug.meta({description:"Names the lock, the journal and the backups. Never change it on a live system.",examples:["records"]}),product:productReference.
describe("The name of a shipped product; `extends:` with such a name, and your own keys; or your own definition."),environments:strictObject5({production:production.
describe("The installation that people use."),staging:union6([staging,waivedStaging]).describe("Where each hop is rehearsed on a restored copy of production. It\
s data is overwritten.")}).describe("The two installations of the system."),backup:strictObject5({store:backupStore.describe("Where backups are kept. The jobs o\
f both environments must be able to reach it."),encryption:sealSettings.optional(),keep:onDemand(()=>strictObject5({newest:int3().min(1).describe("How many of t\
he newest are kept, regardless of their age."),for:age.optional().describe("All newer ones are kept.")})).optional().meta({description:"Removes older backups af\
ter each new one. The newest proved backup, the way back of the last hop, what an open hop needs, and what the store locks (object lock) are never removed. Defa\
ult: none is removed.",examples:[{newest:5,for:"90d"}]})}).optional().describe("The backups of production. Only a product without `data` may leave it out."),rehearsal:strictObject5(
{"max-age":age.prefault("7d").describe("How old a rehearsal may be at promotion, measured from the data of the backup that it proved."),"max-downtime":duration.
optional().describe("How long staging may be down while the newer release is deployed there. A longer downtime, or one that was not measured, fails the rehearsa\
l, before production is touched. If it is left out, the downtime is measured where possible, and shown before production is approved.")}).prefault({}).describe(
"How long a rehearsal is valid."),"restore-point":strictObject5({prove:boolean5().default(!1).describe("Restore the restore point on staging before production i\
s deployed.")}).prefault({}).describe("The second backup, taken after the approval, directly before production is deployed."),gates:strictObject5({production:gate.
default("environment").describe("Who approves a hop to production."),finalize:gate.default("environment").describe("Who approves the start of the migrations: th\
e point of no return."),scope:scope.default("hop").describe("What one approval is for. `hop`: each hop has its own. `path`: one approval, given after the plan, \
lets all hops of the run go to production and their migrations start, each only as planned and only if its rehearsal has passed; nobody is asked again. Needs `p\
roduction: environment`, and an environment `production-approved`.")}).prefault({}).describe("`environment`: the reviewers of the GitHub environment, whose prot\
ection is read before production is changed. `dispatch`, for plans without reviewers: the run ends as waiting, and a person starts the workflow again with the c\
onfirmation of the hop. `none`: nobody."),journal:strictObject5({store:journalStore.prefault({git:{}}).describe("Where the journal is kept.")}).prefault({}).describe(
"The record of what was observed, decided and done."),windows:maintenanceWindows.optional().describe("When production may be changed. At other times, promotion \
waits and reports for how long; a rollback never waits."),lock:strictObject5({lease:duration.prefault("15m").describe("How long a run that has died keeps others\
 from acting. A live run renews its lease in time."),"clock-tolerance":duration.prefault("2m").describe("How much the clocks of two runners may differ.")}).prefault(
{}).describe("One run at a time acts on a system, under a lease in the journal."),"start-timeout":duration.prefault("15m").describe("How long a release may take\
 to answer after a deploy before the step ends as failed."),budget:duration.prefault(defaultBudget).describe("How long a single wait may take before the step en\
ds as waiting; a later run continues."),"job-limit":jobLimit.prefault(defaultJobLimit).describe("How long a job of the workflows may run; `init` writes it into \
them. A wait ends as waiting before that, and a later run continues. GitHub ends each job on its own runners after 6h."),validate:onDemand(()=>strictObject5({for:duration.
describe('For how long they run. At most as long as "budget".'),every:duration.prefault("30s").describe("How long to pause between two rounds.")})).optional().meta(
{description:"Repeats the smoke tests of production for a time before they count as passed: after the deploy, while the rollback window is open, and again after\
 the migrations. A failure ends the step at once. Without it they run once, as they do on staging.",examples:[{for:"30m",every:"30s"}]}),"rollback-window":strictObject5(
{"warn-after":age.prefault("24h").describe("How long it may stay open before reports warn about it.")}).prefault({}).describe("The time on production between a \
deploy with deferred migrations and their start, during which the previous release can be deployed again."),"tracking-issue":onDemand(()=>strictObject5({labels:tuple3(
[string14().min(1)],string14().min(1)).default(["staged-upgrade"]).describe("Labels of the issue; it is found again by the first of them."),assignees:array7(string14().
min(1)).default([]).describe("Who is assigned to it: names of users.")})).optional().meta({description:"One issue of this repository for each climb, which the w\
orkflows keep up to date: the progress of each hop, who has to approve what, and the newest run. It is closed when the path is complete. `init` gives the jobs t\
hat report the permission `issues: write`.",examples:[{labels:["staged-upgrade","maintenance"]}]}),notify:notifications,releases:strictObject5({"minimum-age":age.
optional().describe("How long ago a release must have been published before a path uses it. A release without a known date is not used then."),prereleases:boolean5().
default(!1).describe("Lets a path use prereleases. A prerelease that is named as the target is always used.")}).prefault({}).describe("Which of the published re\
leases a path may use; the product defines where they are listed."),acknowledge:array7(string14().min(1)).default([]).describe("Ids of manual steps that are don\
e; `plan` lists them."),facts:record7(slug,union6([boolean5(),number5(),string14()])).default({}).describe("Facts about this installation that conditional path \
rules need."),parts:record7(partName,partVersion).default({}).meta({description:"The present versions of parts of production besides its release, such as a char\
t, if no probe of the product reports them. Path rules use them, and `{parts.chart}` passes them to your commands.",examples:[{chart:"7.10.0"}]}),baseline:array7(
measure).prefault([]).meta({description:"Your own measures, taken before a newer release is deployed and compared afterwards, in addition to the product's: coun\
ts that must not fall, values that must stay the same, and how long it takes.",examples:[[{name:"patients",sql:{url:"{access.reports}",query:"select count(*) as\
 n from patient",value:"0.n"},compare:"not-fewer"}]]}),smoke:array7(smokeTest).prefault([]).describe("Your own tests, run after the product's.")}).meta({title:"\
Staged Upgrade",description:"The configuration of Staged Upgrade: .github/staged-upgrade.yml"});import{ConfigurationError,pathText}from"./start.js";import{core_exports,
globalRegistry}from"./start.js";var fillIn="FILL IN";function toFillIn(document){return[...texts2(document)].flatMap(({text:text2,path:path4})=>{if(!text2.startsWith(
fillIn))return[];const wanted=text2.slice(fillIn.length).replace(/^[\s:]+/,"");return[{path:path4,at:"value",problem:`This still has to be filled in${wanted===""?
".":`: ${wanted}.`}`,fix:"write it here."}]})}function written7(schema){return schema instanceof core_exports.$ZodOptional||schema instanceof core_exports.$ZodDefault||
schema instanceof core_exports.$ZodPrefault||schema instanceof core_exports.$ZodNullable||schema instanceof core_exports.$ZodReadonly?written7(schema._zod.def.innerType):
schema instanceof core_exports.$ZodPipe?written7(schema._zod.def.in):schema instanceof core_exports.$ZodLazy?written7(schema._zod.innerType):schema}function optionsOf(schema,value2){
if(value2!==void 0&&!mayMatch(schema,value2))return[];const inner=written7(schema);return inner instanceof core_exports.$ZodUnion?inner._zod.def.options.flatMap(
option=>optionsOf(option,value2)):[inner]}function shapeOf(schema){const inner=written7(schema);return inner instanceof core_exports.$ZodObject?inner._zod.def.shape:
void 0}function requiredKeys(shape){return Object.keys(shape).filter(key3=>shape[key3]?._zod.optin===void 0)}function schemaAt(schema,path4){const[first2,...rest]=path4;
if(first2===void 0)return schema;for(const option of optionsOf(schema,{[first2]:void 0})){const child2=childOf(option,first2),found=child2&&schemaAt(child2,rest);
if(found)return found}}function childOf(schema,key3){const shape=shapeOf(schema);if(shape)return Object.hasOwn(shape,key3)?shape[key3]:void 0;if(schema instanceof
core_exports.$ZodRecord)return schema._zod.def.valueType;if(schema instanceof core_exports.$ZodArray)return schema._zod.def.element;if(schema instanceof core_exports.
$ZodTuple)return schema._zod.def.items[Number(key3)]??schema._zod.def.rest??void 0}function tagsOf2(options){const required=options.map(option=>requiredKeys(shapeOf(
option)??{})),common=options.length>1?(required[0]??[]).filter(key3=>required.every(keys=>keys.includes(key3))):[],tags=new Map;for(const[index2,option]of options.
entries()){const[tag2,...others]=(required[index2]??[]).filter(key3=>!common.includes(key3));if(tag2===void 0||others.length>0||tags.has(tag2))return;tags.set(tag2,
option)}return tags}function isTagged(schema){const inner=withoutDefault(schema);return inner instanceof core_exports.$ZodUnion?tagsOf2(optionsOf(inner))!==void 0:
isOneKind(inner)}function isOneKind(schema){if(withoutDefault(schema)instanceof core_exports.$ZodObject)return!1;const[only2,...others]=optionsOf(schema),[key3]=Object.
keys((only2&&shapeOf(only2))??{});return only2!==void 0&&others.length===0&&key3!==void 0&&globalRegistry.get(only2)?.title===kindTitle(key3)}function withoutDefault(schema){
return schema instanceof core_exports.$ZodOptional||schema instanceof core_exports.$ZodDefault||schema instanceof core_exports.$ZodPrefault?withoutDefault(schema.
_zod.def.innerType):schema}function descriptionOf(schema){const own=globalRegistry.get(schema)?.description;if(own!==void 0)return own;const inner=withoutDefault(
schema);return inner!==schema?descriptionOf(inner):schema instanceof core_exports.$ZodPipe?descriptionOf(schema._zod.def.in):void 0}import{nearest}from"./start.js";
function writtenData(document,environment3){const path4=["environments",environment3,"data"],written8=valueAt2(document,path4);return(Array.isArray(written8)?written8:
[written8]).flatMap((item,index2)=>{if(!isMapping(item))return[];const[kind2,...others]=Object.keys(item).filter(key3=>key3!=="name");if(kind2===void 0||others.
length>0)return[];const name=valueAt2(item,["name"])??kind2;return typeof name!="string"?[]:[{name,kind:kind2,settings:valueAt2(item,[kind2]),path:Array.isArray(
written8)?[...path4,index2]:path4}]})}import{environmentNames as environmentNames2}from"./start.js";import{looksSecret as looksSecret2,namesSecret as namesSecret2,
passwordsIn,quoted as quoted3,shown}from"./start.js";import{placeholderNames,substituted}from"./start.js";import{parseDuration as parseDuration2}from"./start.js";
import{array as array8,core_exports as core_exports2,globalRegistry as globalRegistry2,lazy as lazy5,object as object8,record as record8,safeParse,strictObject as strictObject6,
string as string15,unknown as unknown4}from"./start.js";import{UserError as UserError9}from"./start.js";function hopTraits(configuration22,product2){const waiver=stagingWaiver(
configuration22),dataless=configuration22.environments.production.data.length===0;return{deferrable:product2.migrations!==void 0,proveRestorePoint:configuration22["\
restore-point"].prove&&waiver===void 0&&!dataless,...hasStages(product2)?{stages:{reversible:reversibleStages(product2)}}:{},...hasTopology(product2)?{stages:{reversible:"\
all"}}:{},...dataless?{dataless}:{},...waiver===void 0?{}:{waiver}}}function unknownAnswers(document,path4=[]){return Array.isArray(document)?document.flatMap((item,index2)=>unknownAnswers(
item,[...path4,index2])):isMapping(document)?typeof valueAt2(document,["path"])=="string"?inRequest({...document},path4):Object.entries(document).flatMap(([key3,
item])=>unknownAnswers(item,[...path4,key3])):[]}function inRequest(request2,path4){const{before,jobs,...own}=request2,earlier2=Array.isArray(before)?before:[],
names2=earlier2.map(each=>String(valueAt2(each,["name"])??""));return[...earlier2.flatMap((each,index2)=>wrongNames(each,names2.slice(0,index2),[...path4,"befor\
e",index2])),...wrongNames(own,names2,path4),...unknownAnswers(jobs,[...path4,"jobs"])]}function wrongNames(value2,names2,path4){return[...texts2(value2)].flatMap(
({text:text2,path:inner})=>[...text2.matchAll(/\{answers\.([^{}.]*)[^{}]*\}|\$answers\.([A-Za-z]\w*)/g)].flatMap(([place4,inBraces,inExpression])=>{const name=inBraces??
inExpression??"";return names2.includes(name)?[]:[{path:[...path4,...inner],at:"value",problem:`${place4} is the answer of a request that is not made before thi\
s one.`,accepted:names2.length===0?"the name of a request in `before` of this request, which has none.":`one of the requests made before: ${names2.join(", ")}.`,
fix:`add a request with \`name: ${name}\` to \`before\`, or correct the name.`}]}))}var kinds5=new Set(dataStoreInit.map(({name})=>name));function dataChecks(document){
return[...environmentNames2.flatMap(environment22=>[...namesApart(writtenData(document,environment22)),...placesApart(writtenData(document,environment22))]),...environmentsAlike(
document),...stagingApart(document)]}function namesApart(data2){return data2.flatMap(({name,kind:kind2,path:path4},index2)=>{if(data2.findIndex(each=>each.name===
name)===index2)return[];const hasOwn=name!==kind2;return[{path:hasOwn?[...path4,"name"]:path4,at:"value",problem:`Two stores of data have the name ${quoted3(name)}${hasOwn?
"":", which is the name of their kind"}.`,accepted:"a different name for each: it identifies its part of a backup, its mark and its messages.",fix:`write one be\
side ${quoted3(kind2)}, such as \`name: ${name}-${index2+1}\`, on production and on staging.`}]})}function placesApart(data2){return data2.flatMap(({name,settings:settings44,
path:path4},index2)=>{const same=data2.slice(0,index2).find(each=>canonicalJson(each.settings)===canonicalJson(settings44));return same===void 0?[]:[{path:path4,
at:"value",problem:`${quoted3(name)} has the same settings as ${quoted3(same.name)}: one store would be backed up and restored twice.`,fix:"give it its own sett\
ings, or remove it."}]})}function environmentsAlike(document){const[production2,staging2]=environmentNames2.map(environment22=>writtenData(document,environment22));
if(!["production","staging"].every(environment22=>{const written8=valueAt2(document,["environments",environment22,"data"]),read=writtenData(document,environment22),
isKnown=read.every(({kind:kind2})=>kinds5.has(kind2));return written8!==void 0&&isKnown&&read.length===(Array.isArray(written8)?written8.length:1)})||production2===
void 0||staging2===void 0)return[];const place4=Array.from({length:Math.max(production2.length,staging2.length)},(_6,index2)=>index2).find(index2=>production2[index2]?.
name!==staging2[index2]?.name||production2[index2]?.kind!==staging2[index2]?.kind);if(place4===void 0)return[];const[there,here]=[production2[place4],staging2[place4]];
return[{path:here?.path??["environments","staging","data"],at:"value",problem:here===void 0?`Staging has nothing to restore production's ${described2(there)} on\
.`:`Staging has ${described2(here)} where production has ${there===void 0?"nothing":described2(there)}.`,accepted:`the stores of data of production, in the same\
 order: ${production2.map(described2).join(", ")}.`,fix:there===void 0?`remove it, or add one to ${pathText(["environments","production","data"])}.`:"give both \
environments the same names and kinds in the same order."}]}function described2(data2){return data2===void 0?"nothing":data2.name===data2.kind?data2.kind:`${quoted3(
data2.name)} (${data2.kind})`}function stagingApart(document){const production2=writtenData(document,"production");return writtenData(document,"staging").flatMap(
({settings:settings44,kind:kind2,path:path4})=>{const same=production2.find(each=>each.kind===kind2&&canonicalJson(each.settings)===canonicalJson(settings44));return same===
void 0?[]:[{path:path4,at:"value",problem:`Staging has the same \`data\` as production${production2.length>1?`'s ${quoted3(same.name)}`:""}; what staging has is\
 overwritten.`,accepted:"a different place from that of environments.production.",fix:"give staging its own; where it uses a variable, a different one from prod\
uction."}]})}function deployPlacesApart(document){return[...deployPlaceRules].flatMap(([kind2,rule])=>{const path4=["environments","staging","deploy",kind2],production2=rule.
written(valueAt2(document,["environments","production","deploy",kind2])),staging2=rule.written(valueAt2(document,path4));if(staging2===void 0||production2?.text!==
staging2.text)return[];if(staging2.text.includes("{environment}"))return[];const key3=staging2.key.split("."),isWritten=valueAt2(document,[...path4,...key3])!==
void 0;return[{path:isWritten?[...path4,...key3]:path4,at:isWritten?"value":"key",problem:"Staging is deployed where production is: a rehearsal would replace wh\
at runs on production.",accepted:"another place than that of environments.production.",fix:`${staging2.advice}; where it uses a variable, use a different one fr\
om production.`}]})}function deployVariableMistakes(document,products){const variables=variablesOf(document,products);return variables.length===0?[]:environmentNames2.
flatMap(environment22=>[...deployVariableRules].flatMap(([kind2,missingVariables])=>{const path4=["environments",environment22,"deploy",kind2],settings44=valueAt2(
document,path4),found=isMapping(settings44)?missingVariables(settings44,variables):void 0;return found===void 0?[]:[{path:path4,at:"key",problem:`${found.variables.
join(", ")} must tell the product to defer its migrations, but ${found.missing}: they would run at once.`,fix:`add \`${found.add}\`.`}]}))}function variablesOf(document,products){
const product2=valueAt2(document,["product"]),name=isMapping(product2)?valueAt2(product2,["extends"]):product2,shipped2=typeof name=="string"?products.find(name)?.
migrations:void 0,migrations2=(isMapping(product2)?valueAt2(product2,["migrations"]):void 0)??shipped2,variables=valueAt2(migrations2,["defer","env"]);return isMapping(
variables)?Object.keys(variables):[]}function crossChecks(document,products){return[...product(document,products),...addressesApart(document),...deployPlacesApart(
document),...deployVariableMistakes(document,products),...dataChecks(document),...urls(document),...validation(document),...gateScope(document),...neededWindow(
document,products)]}function product(document,products){const chosen=valueAt2(document,["product"]),extended2=valueAt2(chosen,["extends"]),name=isMapping(chosen)?
extended2:chosen,own=key3=>isMapping(chosen)?valueAt2(chosen,[key3]):void 0;if(isMapping(chosen)&&extended2===void 0)return access6(document,String(own("title")??
"The product"),own("access"));if(typeof name!="string"||name==="")return[];const definition=products.find(name);if(definition)return access6(document,String(own(
"title")??definition.title),own("access")??definition.access);const near=nearest(name,products.names);return[{path:isMapping(chosen)?["product","extends"]:["pro\
duct"],at:"value",problem:`There is no product ${quoted3(name)}.`,accepted:`${products.names.join(", ")}, or your own definition instead of the name.`,fix:near?
`did you mean "${near}"?`:"write one of these names, or write the product out."}]}function access6(document,title,asked){const names2=keysOf(asked);return environmentNames2.
flatMap(environment22=>{const settings44=valueAt2(document,["environments",environment22]);if(!isMapping(settings44)||"waive"in settings44)return[];const given=keysOf(
valueAt2(settings44,["access"]));return names2.filter(name=>!given.includes(name)).map(name=>{const near=nearest(name,given.filter(each=>!names2.includes(each))),
variable=`${environment22}_${name}`.toUpperCase().replace(/\W+/g,"_"),description2=valueAt2(asked,[name,"description"]);return{path:["environments",environment22,
"access",...near?[near]:[]],at:"key",problem:`${title} needs the credential ${quoted3(name)}${typeof description2=="string"?`: ${description2}`:"."}`,fix:near?`\
did you mean "${name}" where you wrote "${near}"?`:`add \`${name}: "\${${variable}}"\` to environments.${environment22}.access.`}})})}function keysOf(value2){return isMapping(
value2)?Object.keys(value2):[]}function addressesApart(document){const path4=["environments","staging","url"],staging2=valueAt2(document,path4);return staging2===
void 0||staging2!==valueAt2(document,["environments","production","url"])?[]:[{path:path4,at:"value",problem:"Staging has the same `url` as production; what sta\
ging has is overwritten.",accepted:"a different address from that of environments.production.",fix:"give staging its own `url`; where it uses a variable, a diff\
erent one from production."}]}function urls(document){return environmentNames2.flatMap(environment22=>{const path4=["environments",environment22,"url"],url2=valueAt2(
document,path4);if(typeof url2!="string"||url2==="")return[];const base={path:path4,at:"value",accepted:"a URL such as https://example.com."};if(url2.endsWith("\
/"))return[{...base,problem:"This URL ends with a slash; paths are appended to it.",fix:"remove the slash."}];if(url2.includes("${")||/^https?:\/\/[^/\s]/i.test(
url2))return[];const problem2=`This is ${shown(url2,path4)}, which has no http:// or https://.`;return[{...base,problem:problem2,fix:"write the whole address."}]})}
function gateScope(document){if(valueAt2(document,["gates","scope"])!=="path")return[];const accepted22={production:["environment"],finalize:["environment","non\
e"]};return["production","finalize"].flatMap(gate2=>{const setting2=valueAt2(document,["gates",gate2])??"environment";return typeof setting2!="string"||accepted22[gate2].
some(each=>each===setting2)?[]:[{path:["gates",gate2],at:"value",problem:`One approval for the whole path ("scope: path") is given by reviewers, but this gate i\
s ${quoted3(setting2)}.`,accepted:accepted22[gate2].map(quoted3).join(" or "),fix:'write "environment", or leave out "scope", so that each hop is approved separ\
ately.'}]})}function neededWindow(document,products){const product2=valueAt2(document,["product"]),name=isMapping(product2)?valueAt2(product2,["extends"]):product2,
shipped2=typeof name=="string"?products.find(name):void 0,written8=valueAt2(product2,["needs-window"]),reason=isMapping(product2)&&written8!==void 0?valueAt2(written8,
["reason"]):shipped2?.["needs-window"]?.reason,windows2=valueAt2(document,["windows"]);return typeof reason!="string"||isMapping(windows2)&&("open"in windows2||
"waive"in windows2)?[]:[{path:windows2===void 0?["product"]:["windows"],at:"key",problem:`This product is upgraded in a maintenance window only, and ${windows2===
void 0?"there are no `windows`":"these `windows` never close"}. ${reason}`,accepted:"`windows` with `open`; or, in writing, that they are waived.",fix:'add `win\
dows: { time-zone: Europe/Zurich, open: [{ days: [sat], from: "22:00", to: "04:00" }] }` with your own times, or `windows: { waive: "the reason" }`.'}]}function validation(document){
const total=durationAt(document,["validate","for"]),every=durationAt(document,["validate","every"]),budget=durationAt(document,["budget"])??durationOf(defaultBudget);
if(total===void 0)return[];const findings=[];budget!==void 0&&total.milliseconds>budget.milliseconds&&findings.push({path:["validate","for"],at:"value",problem:`\
The smoke tests would run for ${total.text}, but one step may take only ${budget.text} ("budget").`,accepted:`a duration of at most ${budget.text}.`,fix:`write ${budget.
text} or less, or make "budget" longer.`});const job=durationAt(document,["job-limit"])??durationOf(defaultJobLimit);return findings.length===0&&job!==void 0&&total.
milliseconds>job.milliseconds/2&&findings.push({path:["validate","for"],at:"value",problem:`The smoke tests would run for ${total.text}, but a job, which also b\
acks up and deploys, may run for only ${job.text} ("job-limit").`,accepted:`a duration of at most half of ${job.text}.`,fix:'write a shorter one, or make "job-l\
imit" longer if your own runners allow it.'}),every!==void 0&&every.milliseconds>total.milliseconds&&findings.push({path:["validate","every"],at:"value",problem:`\
This is ${every.text}, but the smoke tests run for only ${total.text}: they would hardly be repeated.`,accepted:`a duration of at most ${total.text}.`,fix:"writ\
e how long to pause between two rounds, such as 30s."}),findings}function durationAt(document,path4){const text2=valueAt2(document,path4);return typeof text2=="\
string"?durationOf(text2):void 0}function durationOf(text2){const milliseconds2=parseDuration2(text2);return milliseconds2===void 0?void 0:{text:text2,milliseconds:milliseconds2}}
function accepted2(schema){if(isJson(schema))return"a text, a finite number, true, false, null, or a list or mapping of these";const options=optionsOf(schema),alone=ofOneOrSeveral(
options);if(alone!==void 0)return`${accepted2(alone)}; or a list of these`;const tags=isTagged(schema)?tagsOf2(options):void 0;return tags?.size===1?`{ ${[...tags.
keys()].join()}: \u2026 }`:tags?`one of the kinds ${[...tags.keys()].join(", ")}, such as { ${[...tags.keys()][0]}: \u2026 }`:[...new Set(options.map(option=>options.
length>1?shortly(option):acceptedByOne(option)))].join(", or ")}function ofOneOrSeveral(options){const[list3,...others]=options.filter(option=>option instanceof
core_exports2.$ZodArray);if(list3===void 0||others.length>0||options.length===1)return;const{element}=list3._zod.def,single2=options.filter(option=>option!==list3);
return optionsOf(element).every(option=>single2.includes(option))?element:void 0}function isJson(schema){return schema instanceof core_exports2.$ZodLazy&&optionsOf(
schema).some(option=>containsItself(option,schema))}function containsItself(option,whole2){const inside=option instanceof core_exports2.$ZodArray?option._zod.def.
element:option instanceof core_exports2.$ZodRecord?option._zod.def.valueType:void 0;return inside instanceof core_exports2.$ZodLazy&&inside._zod.innerType===whole2.
_zod.innerType}function shortly(schema){const required=requiredKeys(shapeOf(schema)??{});return required.length===0?acceptedByOne(schema):`a mapping with at lea\
st ${required.join(", ")}`}function acceptedByOne(schema){const values=schema._zod.values;if(values&&(schema instanceof core_exports2.$ZodEnum||schema instanceof
core_exports2.$ZodLiteral))return values.size===1?`${[...values].map(String).join()}`:`one of ${[...values].map(String).join(", ")}`;const shape=shapeOf(schema);
return shape?`a mapping with the keys ${Object.keys(shape).join(", ")}`:schema instanceof core_exports2.$ZodString?patternWords(schema)??"a text":schema instanceof
core_exports2.$ZodBoolean?"true or false":schema instanceof core_exports2.$ZodNumber?schema._zod.def.checks?.length?"a whole number":"a finite number":schema instanceof
core_exports2.$ZodNull?"nothing":schema instanceof core_exports2.$ZodArray?`a list; each item is ${accepted2(schema._zod.def.element)}`:schema instanceof core_exports2.
$ZodTuple?"a list of texts with at least one item, such as [program, argument]":schema instanceof core_exports2.$ZodRecord?`a mapping of names; each value is ${accepted2(
schema._zod.def.valueType)}`:"another value"}function patternWords(schema){const result=safeParse(schema,"\0"),issue=result.success?void 0:result.error.issues.find(
each=>each.code==="invalid_format");if(issue?.code==="invalid_format")return issue.format==="url"?"a URL such as https://example.com":issue.message.startsWith("\
Invalid")?void 0:issue.message}var yes2=["true","yes","on"],no3=["false","no","off"];function fixFor(subject){const{value:value2,path:path4}=subject,options=subject.
schema?optionsOf(subject.schema):[],types=options.map(option=>option._zod.def.type);if(value2==null)return fixForNothing(subject);if((typeof value2=="number"||typeof value2==
"boolean")&&types.includes("string")){const text2=subject.written(path4)??String(value2);return options.some(option=>safeParse(option,text2).success)?`put it in\
 quotes: ${JSON.stringify(text2)}.`:"write a text in the accepted form, in quotes."}return typeof value2=="string"?fixForText(value2,options,types):typeof value2==
"object"&&types.length===1&&types[0]==="string"?"write one text here.":"write it in the accepted form."}function fixForNothing(subject){return subject.schema?._zod.
optin===void 0?"give it a value.":"give it a value, or remove the key."}function fixForText(value2,options,types){const text2=value2.trim().toLowerCase();if((types.
includes("boolean")||options.some(option=>option._zod.values?.has(!0)))&&yes2.includes(text2))return"write true, without quotes.";if(types.includes("boolean")&&
no3.includes(text2))return"write false, without quotes.";if(types.includes("number")&&text2!==""&&Number.isFinite(Number(text2)))return`write ${text2}, without \
quotes.`;if(types.includes("tuple"))return"write it as a list: [program, argument, argument].";if(types.includes("array"))return'write it as a list: one item to\
 a line, each after "- ", or [in, brackets].';const near=nearest(text2,options.flatMap(option=>[...option._zod.values??[]].map(String)));if(near)return`did you \
mean "${near}"?`;const rewritten=rewritings(text2).find(each=>each!==value2&&options.some(option=>safeParse(option,each).success));return rewritten===void 0?"wr\
ite it in the accepted form.":`did you mean "${rewritten}"?`}function rewritings(text2){const duration3=/^(\d+)\s*(s|m|h|d)[a-z]*$/.exec(text2),name=text2.replace(
/[^a-z0-9]+/g,"-").replace(/^-|-$/g,"");return/[<>=~^|]|^v?\d+\.\d/.test(text2)?[text2,...ranges(text2)]:[text2,...duration3?[`${duration3[1]}${duration3[2]}`]:
[name]]}function ranges(text2){const plain3=text2.replaceAll(/=>/g,">=").replaceAll(/=</g,"<=").replaceAll(/==+/g,"=").replaceAll(/(?<!\w)v(?=\d)/g,"").replaceAll(
/(\.[x*])+(?![\w.])/g,"").replaceAll(/\s*(,|&&?|\band\b)\s*/g," ").replaceAll(/\s*(\|+|\bor\b)\s*/g," || ").trim(),spelledOut=plain3.replaceAll(/\^(\d+)((?:\.\d+)*)/g,
(_6,major,rest)=>`>=${major}${rest} <${Number(major)+1}`).replaceAll(/~>?\s*(\d+)\.(\d+)((?:\.\d+)*)/g,(_6,major,minor,rest)=>`>=${major}.${minor}${rest} <${major}\
.${Number(minor)+1}`);return/\^0/.test(plain3)?[]:[plain3,spelledOut]}function explainChoice(subject,against2){const{schema,value:value2}=subject;if(schema===void 0)
return[];const options=optionsOf(schema),objects=options.filter(option=>shapeOf(option)!==void 0);if(!isMapping(value2)||objects.length===0)return notOfAnyForm(
subject,options,against2);const tags=tagsOf2(objects);if(tags===void 0)return closest(objects,value2).flatMap(form22=>against2(form22,subject));const keys=Object.
keys(value2),chosen=keys.filter(key3=>tags.has(key3)),[tag2,...others]=chosen,meant=objects.find(form22=>keys.some(key3=>isOnlyIn(form22,key3,objects)));if(tag2===
void 0&&meant!==void 0)return against2(meant,subject);if(tag2===void 0)return[noKind(subject,[...tags.keys()],keys,objects)];if(others.length>0)return[severalKinds(
subject,chosen)];const form2=tags.get(tag2);return form2?against2(form2,subject):[]}function notOfAnyForm(subject,options,against2){const sameType=options.filter(
option=>option._zod.def.type===typeOf2(subject.value)),[only2]=sameType;return only2&&sameType.length===1?against2(only2,subject):[{path:subject.path,at:"value",
problem:subject.given?`This is ${shown(subject.value,subject.path)}.`:`The key ${quoted3(String(subject.path.at(-1)))} is missing.`,accepted:`${subject.schema?accepted2(
subject.schema):""}.`,fix:kindFix(subject,options)}]}function kindFix(subject,options){const tags=tagsOf2(options.filter(option=>shapeOf(option)!==void 0));if(typeof subject.
value=="string"&&tags){const near=nearest(subject.value,[...tags.keys()]);if(near)return`write { ${near}: \u2026 } with the settings of ${near}.`}return subject.
value===null?fixForNothing(subject):typeof subject.value=="string"?"write it in the accepted form.":fixFor(subject)}function noKind(subject,kinds23,keys,objects){
const known2=objects.flatMap(option=>Object.keys(shapeOf(option)??{})),unknown22=keys.filter(key22=>!known2.includes(key22)),[key3]=unknown22,place4=key3===void 0?
{path:subject.path,at:"value"}:{path:[...subject.path,key3],at:"key"},near=unknown22.map(each=>nearest(each,kinds23)).find(each=>each!==void 0);return{...place4,
problem:key3===void 0?"The kind is missing.":`Unknown kind ${quoted3(key3)}.`,accepted:`${kinds23.join(", ")}.`,fix:near?`did you mean "${near}"?`:`use one of t\
hem as the key: { ${kinds23[0]}: \u2026 }.`}}function severalKinds(subject,chosen){const list3=chosen.map(key3=>quoted3(key3)).join(" and ");return{path:subject.
path,at:"value",problem:`Only one of ${list3} may be here.`,fix:`keep one of ${list3}.`}}function isOnlyIn(form2,key3,objects){const having=objects.filter(option=>Object.
hasOwn(shapeOf(option)??{},key3));return having.length===1&&having[0]===form2}function closest(objects,value2){const keys=Object.keys(value2),shared=option=>keys.
filter(key3=>Object.hasOwn(shapeOf(option)??{},key3)).length;return[...objects].sort((a24,b23)=>shared(b23)-shared(a24)).slice(0,1)}function typeOf2(value2){return value2===
null?"null":Array.isArray(value2)?"array":typeof value2}var longestShown2=100;function formerDatabase(environment22,path4){if(path4.length!==3||path4[0]!=="envi\
ronments"||path4[2]!=="database"||!isMapping(environment22))return;const value2=Object.entries(environment22).find(([key3])=>key3==="database")?.[1],base={path:path4,
at:"key",problem:"This key is now `data`: an environment may have several stores of data.",meant:"data"};return hasAt(environment22,["data"])?{...base,fix:"remo\
ve it: `data` is there too."}:{...base,fix:isMapping(value2)?`write \`data: ${rendered(value2)}\`.`:"write `data` in its place."}}function rendered(value2){const text2=flow(
value2,!1);return text2===void 0||text2.length>longestShown2?flow(value2,!0)??"\u2026":text2}function flow(value2,isShort){if(typeof value2=="string")return looksSecret2(
value2)||passwordsIn(value2).length>0?void 0:JSON.stringify(value2);if(typeof value2=="number"||typeof value2=="boolean")return String(value2);if(!isMapping(value2))
return;const members=Object.entries(value2).map(([key3,member2])=>{if(isShort)return`${key3}: \u2026`;const text2=namesSecret2(key3)?void 0:flow(member2,!1);return text2===
void 0?void 0:`${key3}: ${text2}`});return members.includes(void 0)?void 0:`{ ${members.join(", ")} }`}function explain2(schema,value2,path4,issues2,written8){const subjectAt=inner=>({
schema:schemaAt(schema,inner),value:valueAt2(value2,inner),path:[...path4,...inner],given:hasAt(value2,inner),written:written8}),findings=issues2.filter(issue=>!followsUnknownKey(
issue,issues2)).flatMap(issue=>{const inner=issue.path.filter(part19=>typeof part19!="symbol"),subject=subjectAt(inner),parent=subjectAt(inner.slice(0,-1));return!subject.
given&&inner.length>0&&!(parent.schema&&isOneKind(parent.schema))?[missing5(subject)]:issue.code==="invalid_union"||subject.given&&subject.schema&&isOneKind(subject.
schema)?explainChoice(subject,against):!subject.given&&inner.length>0&&parent.schema&&isOneKind(parent.schema)?explainChoice(parent,against):explainIssue(issue,
subject)});return withoutFollowing(findings)}function followsUnknownKey(issue,issues2){const place4=issue.path.join(".");return issue.code==="custom"&&issues2.some(
other=>other.code==="unrecognized_keys"&&other.path.join(".")===place4)}function against(form2,subject){const result=safeParse(form2,subject.value);return result.
success?[]:explain2(form2,subject.value,subject.path,result.error.issues,subject.written)}function explainIssue(issue,subject){if(issue.code==="unrecognized_key\
s")return issue.keys.map(key3=>unknownKey3(key3,subject));switch(issue.code){case"invalid_type":case"invalid_value":return[wrongValue(subject)];case"invalid_key":{
const name=String(subject.path.at(-1)??""),form2=issue.issues.map(each=>each.message).join("; ");return[{path:subject.path,at:"key",problem:`${quoted3(name)} is\
 not allowed as a name here.`,accepted:`${form2}.`,fix:"rename it."}]}case"too_small":case"too_big":return[wrongSize(issue,subject)];default:return[{...wrongValue(
subject),accepted:`${acceptedFor(subject,issue.message)}.`}]}}function unknownKey3(key3,subject){const former=formerDatabase(subject.value,[...subject.path,key3]);
if(former!==void 0)return former;const objects=subject.schema?optionsOf(subject.schema).filter(option=>shapeOf(option)!==void 0):[],[form2]=isMapping(subject.value)?
closest(objects,subject.value):objects,known2=Object.keys((form2&&shapeOf(form2))??{}),near=nearest(key3,known2),meant=near!==void 0&&!hasAt(subject.value,[near])?
near:void 0;return{path:[...subject.path,key3],at:"key",problem:key3==="<<"?"Merge keys (`<<`) are not supported.":`Unknown key ${quoted3(key3)}.`,...known2.length===
0?{}:{accepted:`${known2.join(", ")}.`},fix:key3==="<<"?"write the keys out.":meant?`did you mean "${meant}"?`:"correct or remove it.",...meant===void 0?{}:{meant}}}
function missing5(subject){const key3=subject.path.at(-1),description2=subject.schema&&descriptionOf(subject.schema),what=typeof key3=="number"?`Item ${key3+1} \
is missing.`:`The key ${quoted3(String(key3))} is missing.`,only2=subject.schema&&optionsOf(subject.schema).length===1?[...subject.schema._zod.values??[]]:[],line2=`${key3}\
:${only2.length===1?` ${String(only2[0])}`:""}`,parent=pathText(subject.path.slice(0,-1));return{path:subject.path,at:"value",problem:description2?`${what} ${description2}`:
what,accepted:`${acceptedFor(subject)}.`,fix:typeof key3=="number"?`add it to ${parent}.`:`add \`${line2}\`${parent===""?"":` to ${parent}`}.`}}function wrongValue(subject){
return{path:subject.path,at:"value",problem:`This is ${shown(subject.value,subject.path)}.`,accepted:`${acceptedFor(subject)}.`,fix:fixFor(subject)}}function wrongSize(issue,subject){
const isText=typeof subject.value=="string",isEmpty=subject.value===""||Array.isArray(subject.value)&&subject.value.length===0,unit=isText?" characters":Array.isArray(
subject.value)?" items":"",limit=issue.code==="too_small"?`at least ${issue.minimum}${unit}`:`at most ${issue.maximum}${unit}`;return{...wrongValue(subject),problem:isEmpty?
"This is empty.":`This is ${shown(subject.value,subject.path)}.`,accepted:isEmpty?`${acceptedFor(subject)}.`:`${acceptedFor(subject)}, ${limit}.`,fix:isEmpty?"g\
ive it a value.":`write ${limit}.`}}function acceptedFor(subject,message){const form2=subject.schema&&accepted2(subject.schema);return message!==void 0&&!message.
startsWith("Invalid")?message:form2??"something else"}function withoutFollowing(findings){const place4=finding2=>JSON.stringify([finding2.path,finding2.problem]),
once2=[...new Map(findings.toReversed().map(finding2=>[place4(finding2),finding2])).values()].toReversed(),meant=new Set(once2.flatMap(finding2=>finding2.meant===
void 0?[]:[JSON.stringify([...finding2.path.slice(0,-1),finding2.meant])]));return once2.filter(finding2=>finding2.at==="key"||!meant.has(JSON.stringify(finding2.
path)))}function isOfFleet(document){return Object.hasOwn(document,"systems")}function systemNames(document){const{systems}=document;return isMapping(systems)?Object.
keys(systems):[]}var together2=["access","facts","parts"];function documentOf(document,system){const{systems,rings:_rings,...shared}=document,own=mappingAt(systems,
[system]),merged22={system,...shared};return mappingOf(substituted(withOwn(merged22,own),variablesOf2(own)))}function withOwn(shared,own){const{ring:_ring,variables:_variables,
environments:environments2,acknowledge:acknowledge2,...rest}=own,replaced=merged2(shared,rest),acknowledged=[shared.acknowledge,acknowledge2].flatMap(list3=>Array.
isArray(list3)?list3:[]);return{...replaced,...acknowledge2===void 0?{}:{acknowledge:acknowledged},...isMapping(environments2)?{environments:withEnvironments(shared.
environments,environments2)}:{}}}function withEnvironments(shared,own){const changed=Object.entries(own).map(([name,keys])=>[name,merged2(mappingAt(shared,[name]),
isMapping(keys)?mappingOf(keys):{})]);return{...mappingAt(shared,[]),...Object.fromEntries(changed)}}function merged2(shared,own){const entries=Object.entries(own).
map(([key3,value2])=>{const before=shared[key3],both=together2.includes(key3)&&isMapping(before)&&isMapping(value2);return[key3,both?{...before,...value2}:value2]});
return{...shared,...Object.fromEntries(entries)}}function variablesOf2({variables}){const named2=isMapping(variables)?Object.entries(variables):[];return Object.
fromEntries(named2.flatMap(([name,text2])=>typeof text2=="string"?[[name,text2]]:[]))}function mappingAt(value2,path4){const found=valueAt2(value2,path4);return isMapping(
found)?mappingOf(found):{}}function mappingOf(value2){return typeof value2=="object"&&value2!==null?{...value2}:{}}function writtenPlace(document,system,path4){
const ofSystem2=["systems",system];if(path4[0]==="system")return ofSystem2;const own=[...ofSystem2,...path4];return reached(document,own)-ofSystem2.length>reached(
document,path4)||hasAt(document,own)?own:path4}function reached(document,path4){const missing22=path4.findIndex((_6,index2)=>!hasAt(document,path4.slice(0,index2+
1)));return missing22===-1?path4.length:missing22}function fleetChecks(document,rings,systems){return[...Object.hasOwn(document,"system")?[bothKinds]:[],...ringChecks(
rings,systems),...dataApart(document),...alike(document)]}var bothKinds={path:["system"],at:"key",problem:"There is a `system` beside `systems`.",fix:"leave out\
 `system`: each of `systems` has its name."};function ringChecks(rings,systems){const names2=(rings??[]).map(({name})=>name),twice=names2.flatMap((name,index2)=>names2.
indexOf(name)===index2?[]:[{path:["rings",index2,"name"],at:"value",problem:`There are two rings ${quoted3(name)}.`,fix:"give each its own name."}]),of=Object.entries(
systems).flatMap(([system,{ring:ring2}])=>ring2===void 0&&names2.length===0?[]:ring2!==void 0&&names2.includes(ring2)?[]:[{path:ring2===void 0?["systems",system]:
["systems",system,"ring"],at:"value",problem:ring2===void 0?`The system ${quoted3(system)} is in no ring.`:`There is no ring ${quoted3(ring2)}.`,...names2.length===
0?{}:{accepted:names2.join(", ")},fix:names2.length===0?"write `rings:` with its name, or leave out `ring`.":"name one of `rings`."}]),empty=names2.flatMap((name,index2)=>Object.
values(systems).some(({ring:ring2})=>ring2===name)?[]:[{path:["rings",index2],at:"value",problem:`No system is in the ring ${quoted3(name)}.`,fix:"leave it out,\
 or put a system into it."}]);return[...twice,...of,...empty]}function dataApart(document){const seen=new Map;return systemNames(document).flatMap(system=>{const own=documentOf(
document,system);return["production","staging"].flatMap(environment22=>{const data2=valueAt2(own,["environments",environment22,"data"]),key3=canonicalJson(data2??
null);if(data2===void 0||key3.includes("${"))return[];const before=seen.get(key3);return seen.set(key3,`${environment22} of ${system}`),before===void 0||before.
endsWith(` of ${system}`)?[]:[{path:["systems",system],at:"key",problem:`The data of ${environment22} of ${system} is that of ${before}.`,fix:"give each system \
its own data, with a `${NAME}` in the shared part and `variables` here."}]})})}function alike(document){const[first2,...others]=systemNames(document);if(first2===
void 0)return[];const wanted=kindsOf(documentOf(document,first2));return others.flatMap(system=>kindsOf(documentOf(document,system)).flatMap(({environment:environment22,
key:key3,kinds:kinds23},index2)=>{const usual=wanted[index2]?.kinds??"";return kinds23===usual?[]:[{path:["systems",system,"environments",environment22,key3],at:"\
key",problem:`${key3} of ${environment22} is ${quoted3(kinds23)} in ${system} and ${quoted3(usual)} in ${first2}.`,fix:"use the same kinds in all systems, or wr\
ite a separate configuration for this one."}]}))}function kindsOf(document){return["production","staging"].flatMap(environment22=>["data","deploy"].map(key3=>{const each=[
valueAt2(document,["environments",environment22,key3])].flat().map(part19=>isMapping(part19)?Object.keys(part19)[0]??"":"");return{environment:environment22,key:key3,
kinds:each.join(", ")}}))}var{environments,facts,acknowledge,windows}=configuration2.shape,{hooks:_hooks,...ofProduction}=environments.shape.production.shape,otherwise=value2=>unknown4().
meta({description:value2.description??""}).optional(),environment2=lazy5(()=>strictObject6(Object.fromEntries(Object.entries(ofProduction).map(([key3,value2])=>[
key3,otherwise(value2)])))),member=lazy5(()=>strictObject6({ring:slug.optional().describe("The name of its ring in `rings`. Required if there are rings."),variables:record8(
string15().regex(/^[A-Za-z_]\w*$/,"the name of a variable, such as SITE_URL"),string15().min(1)).optional().meta({description:"Values of `${NAME}` in this syste\
m, for those that are not secret: the text replaces the placeholder, and may itself contain a `${SECRET}`. A name that is not listed here is a variable of the j\
ob, and its value is in the GitHub environment of this system.",examples:[{SITE_URL:"https://north.example.org"}]}),environments:strictObject6({production:environment2.
optional(),staging:environment2.optional()}).optional().describe("Keys of its environments that differ from the shared part. Each replaces the shared key as a w\
hole; `access` is replaced name by name. Everything except `hooks` may differ."),facts:facts.unwrap().optional().describe("Facts about this system, in addition \
to the shared ones."),parts:record8(partName,partVersion).optional().describe("The present versions of parts of this system, in addition to the shared ones."),acknowledge:acknowledge.
unwrap().optional().describe("Manual steps that are done for this system, in addition to the shared ones."),windows:otherwise(windows.describe("When this system\
 may be changed, instead of the shared windows."))})),ring=lazy5(()=>strictObject6({name:slug.describe("Its name."),hold:age.optional().describe("How long each \
of its systems must have run the target before the next ring starts. After that time each is checked again: one that is gone, is not healthy or runs something e\
lse keeps the next ring closed.")})),fleetSettings=lazy5(()=>object8({rings:array8(ring).min(1).optional().meta({description:"The order in which the systems are\
 upgraded: a ring starts when every system of the previous ring has run the target for its hold time. Without rings, all systems are upgraded together.",examples:[
[{name:"pilot",hold:"3d"},{name:"wards",hold:"7d"},{name:"all"}]]}),systems:record8(slug,member).meta({description:"Several installations of the same product un\
der one configuration, instead of `system`. The key is the name of the system; its lock, journal, backups and GitHub environments are named after it. Write here\
 only what differs.",examples:[{north:{ring:"pilot",variables:{SITE_URL:"https://north.example.org"}}}]})}));function literalSecrets(document){return[...texts2(
document)].flatMap(({text:text2,path:path4})=>{const what=secretIn(text2,path4)??secretArgument(text2,path4,document);return what===void 0?[]:[finding(what,path4)]})}
function secretIn(text2,path4){if(passwordsIn(text2).some(each=>isLiteral(each)&&!ofShell.test(each)))return"This contains a password that is written out.";if(looksSecret2(
text2))return"This looks like a key or a token.";if(!isLiteral(text2))return;if(path4[0]==="environments"&&path4[2]==="access"&&path4.length===4&&!namesPlace(path4[3]))
return"This credential is written out.";const key3=path4.at(-1);return typeof key3=="string"&&namesSecret2(key3)&&!setting.test(text2)?`Judging by its name, "${key3}\
" is a secret, and it is written out.`:void 0}var setting=/^(?:true|false|yes|no|on|off|\d{1,3})$/i,ofShell=/^["']?\$/,secretOption=/^--?(?:[\w-]+-)?(?:password|passwd|passphrase|token|secret|api-?key)$/i;
function secretArgument(text2,path4,document){const[above,at]=[path4.slice(0,-1),path4.at(-1)];if(typeof at!="number"||!isLiteral(text2)||ofShell.test(text2)||text2.
startsWith("-"))return;const before=valueAt2(document,[...above,at-1]);return typeof before!="string"?void 0:secretOption.test(before)?`"${before}" is followed \
by a secret that is written out.`:/^(?:-u|--user)$/.test(before)&&/(?:^|\/)curl$/.test(String(valueAt2(document,[...above,0])))&&/^[^:]*:[^$]/.test(text2)?"This\
 contains a password that is written out.":void 0}function isLiteral(text2){return text2!==""&&!/(?<!\$)\$\{|(?<!\{)\{[\w.-]+\}/.test(text2)}function finding(problem2,path4){
const name=variableFor(path4);return{path:path4,at:"value",problem:problem2,accepted:"a value with ${NAME}, an environment variable that the job gets from a sec\
ret.",fix:`write "\${${name}}", set ${name} from a secret of the job's environment, and change the secret: it may have been read.`}}function variableFor(path4){
const last=path4.at(-1),kind2=path4[2]==="data"?path4.slice(3,-1).find(part19=>typeof part19=="string"):void 0;return[...path4[0]==="environments"?[path4[1],...kind2===
void 0?[]:[kind2]]:[],typeof last=="string"?last:"secret"].join("_").toUpperCase().replace(/\W+/g,"_")}function nullCharacters(value2,path4=[]){return typeof value2==
"string"?value2.includes("\0")?[mistake(path4,"value")]:[]:Array.isArray(value2)?value2.flatMap((item,index2)=>nullCharacters(item,[...path4,index2])):isMapping(
value2)?Object.entries(value2).flatMap(([key3,item])=>[...key3.includes("\0")?[mistake([...path4,key3],"key")]:[],...nullCharacters(item,[...path4,key3])]):[]}function mistake(path4,at){
return{path:path4,at,problem:"This contains a null character.",accepted:"a text without null characters, which no program, file or server can be given.",fix:"ta\
ke the character out."}}var anywhere=["system","environment"],ofHop=[...anywhere,"from","to","parts.*"],ofRelease=[...ofHop,"version"],ofServer=[...anywhere,"ur\
l","access.*","answers.*"],ofTests=[...new Set([...ofServer,...ofRelease])],places=[{at:["environments","*","url"],names:[]},{at:["environments","*","access","*",
"*"],names:[...anywhere,"url"]},{at:["environments","*","access"],names:[]},{at:["environments","*","deploy","command","stop"],names:anywhere},{at:["environment\
s","*","deploy","command","env"],names:anywhere},{at:["environments","*","deploy","command","logs"],names:[...anywhere,"since"]},{at:["environments","*","deploy"],
names:ofRelease},{at:["environments","*","server-settings"],names:ofRelease},...Object.keys(releaseHooks).map(hook2=>({at:["environments","*","hooks",hook2],names:ofRelease})),
{at:["environments","*","hooks"],names:ofHop},{at:["environments"],names:anywhere},{at:["backup"],names:["system"]},{at:["journal"],names:["system"]},{at:["noti\
fy"],names:[]},{at:["product","releases"],names:[]},{at:["product","probes"],names:ofServer},{at:["product","stages","*","reached"],names:ofServer},{at:["produc\
t"],names:ofTests},{at:["smoke"],names:ofTests},{at:["baseline"],names:ofTests}];function unknownPlaceholders(document){return[...texts2(document)].flatMap(({text:text2,
path:path4})=>{if(!text2.includes("{"))return[];if(isBody(path4))return missingCredentials(credentialsIn(text2),document,path4);if(isForReaders(path4))return misspeltSides(
text2,path4);const names2=placeholderNames(text2);if(names2.length===0||!isTemplate(path4))return[];const known2=places.find(({at})=>at.every((key3,index2)=>key3===
"*"||key3===path4[index2]))?.names??[],unknown22=names2.filter(name=>!known2.some(each=>fits(name,each)));return[...unknown22.map(name=>unknownName(name,known2,
path4)),...missingCredentials(names2.filter(name=>!unknown22.includes(name)),document,path4)]})}function isTemplate(path4){const schema=schemaAt(configuration2,
path4);if(schema===void 0)return!1;const{title}=globalRegistry2.get(template)??{};return optionsOf(schema).some(option=>globalRegistry2.get(option)?.title===title)}
function isBody(path4){return["smoke","baseline","product"].includes(String(path4[0]))&&path4.some(key3=>bodies.includes(String(key3)))}var bodies=["body","vari\
ables"];function isForReaders([first2,second,...rest]){const key3=String(rest.at(-1));return first2==="product"&&["path","checklists"].includes(String(second))&&
["text","acknowledged"].includes(key3)}function misspeltSides(text2,path4){return placeholderNames(text2).filter(name=>!sides.includes(name)&&(nearest(name,sides)!==
void 0||ofTests.includes(name))).map(name=>({...unknownName(name,sides,path4),accepted:"{from} and {to}."}))}var sides=["from","to"];function credentialsIn(text2){
return[...text2.matchAll(/(?<!\{)\{(access\.[^{}]+)\}/g)].map(([,name=""])=>name)}function fits(name,known2){return known2.endsWith("*")?name.startsWith(known2.
slice(0,-1))&&name.length>=known2.length:name===known2}function unknownName(name,known2,path4){const near=nearest(name,known2.filter(each=>!each.endsWith("*"))),
shown2=known2.map(each=>`{${each.replace("*","NAME")}}`);return{path:path4,at:"value",problem:`{${name}} is not filled in here.`,accepted:shown2.length===0?"a t\
ext without placeholders; {{ and }} for literal braces.":`${shown2.join(", ")}; {{ and }} for literal braces.`,fix:near!==void 0?`did you mean {${near}}?`:ofTests.
some(each=>fits(name,each))?"take it out: it has no value here.":`for literal braces write {{${name}}}; otherwise correct it.`}}function missingCredentials(names2,document,path4){
const credentials2=names2.flatMap(name=>/^access\.(.+?)(?:\.header)?$/.exec(name)?.[1]??[]);return[...new Set(credentials2)].flatMap(name=>{if(isIn(name,valueAt2(
document,["product","access"])))return[];const given=environmentNames2.flatMap(environment22=>{const settings44=valueAt2(document,["environments",environment22]);
return isMapping(settings44)&&!("waive"in settings44)?[{environment:environment22,access:valueAt2(settings44,["access"])}]:[]}),lacking=given.filter(({access:access23})=>!isIn(
name,access23));if(lacking.length===0)return[];const all=[...new Set(given.flatMap(({access:access23})=>isMapping(access23)?Object.keys(access23):[]))],near=nearest(
name,all),where=lacking.map(({environment:environment22})=>pathText(["environments",environment22,"access"])).join(" and ");return[{path:path4,at:"value",problem:`\
{access.${name}} is a credential that ${where} ${lacking.length===1?"does":"do"} not have.`,accepted:all.length===0?"a credential of both environments.":`${all.
map(each=>`{access.${each}}`).join(", ")}.`,fix:near!==void 0&&near!==name?`did you mean {access.${near}}?`:`add "${name}" to ${where}.`}]})}function isIn(name,access23){
return isMapping(access23)&&Object.hasOwn(access23,name)}function chosenIn2(document,products){const product2=valueAt2(document,["product"]);if(isMapping(product2)&&
!("extends"in product2))return{kind:kindOf2(product2),definition:product2,written:product2};const name=isMapping(product2)?valueAt2(product2,["extends"]):product2,
shipped2=typeof name=="string"?products.find(name):void 0;return shipped2===void 0?void 0:{kind:kindOf2(shipped2),definition:[shipped2,product2],written:void 0}}
function kindOf2(product2){return"stages"in product2?"stages":"topology"in product2?"topology":"versions"}function missingForProduct(document,products){const chosen=chosenIn2(
document,products),needs=environmentNames2.flatMap(environment22=>{const settings44=valueAt2(document,["environments",environment22]);return!isMapping(settings44)||
environment22==="staging"&&"waive"in settings44?[]:keysNeeded(document,chosen).map(key3=>["environments",environment22,key3])}),hasData=valueAt2(document,["envi\
ronments","production","data"])!==void 0,mayLackData=chosen!==void 0&&chosen.kind!=="versions";return[...needs,...mayLackData&&!hasData?[]:[["backup"]]].filter(
path4=>valueAt2(document,path4)===void 0).map(path4=>({code:"invalid_type",expected:"object",path:[...path4],input:void 0,message:""}))}function keysNeeded(document,chosen){
switch(chosen?.kind){case"stages":return neededByStages(document,chosen.written);case"topology":return["topology","deploy"];case"versions":return[...asksByHttp(
[chosen.definition,valueAt2(document,["smoke"])])?["url"]:[],"data","deploy"];default:return["url","data","deploy"]}}function neededByStages(document,written8){
const asked={product:written8,smoke:valueAt2(document,["smoke"])},stages=valueAt2(written8,["stages"]),later=Array.isArray(stages)?stages.slice(1):[];return[...asksByHttp(
asked)?["url"]:[],...later.some(stage2=>isMapping(stage2)&&!("deploy"in stage2))?["deploy"]:[]]}function asksByHttp(value2){return Array.isArray(value2)?value2.
some(asksByHttp):isMapping(value2)?"kind"in value2&&value2.kind==="http"||"http"in value2||Object.values(value2).some(asksByHttp):[...texts2(value2)].some(({text:text2})=>/(?<!\{)\{url\}/.
test(text2))}function stagesChecks(document,products){const chosen=chosenIn2(document,products);if(chosen===void 0)return[];const isOfReleases=chosen.kind==="ve\
rsions",staging2=["environments","staging"],waiver=valueAt2(document,[...staging2,"waive"]),data2=environmentNames2.map(name=>valueAt2(document,["environments",
name,"data"])!==void 0);return[...waiver!==void 0&&isOfReleases?[{path:[...staging2,"waive"],at:"key",problem:"Staging can be waived only for a product without \
releases; this one has them.",accepted:"a staging on which each hop is rehearsed on a copy of production.",fix:'describe a staging instead of "waive".'}]:[],...!isOfReleases&&
waiver===void 0&&data2[0]!==data2[1]&&isMapping(valueAt2(document,staging2))?[{path:[...staging2],at:"key",problem:`Only ${data2[0]?"production":"staging"} has \
a \`data\`: what is backed up on production is restored on staging.`,accepted:"data on both, or on neither.",fix:`add it to environments.${data2[0]?"staging":"p\
roduction"}, or leave it out of both.`}]:[]]}var limits={fileKilobytes:256,lines:6e3,textCharacters:1e4,items:1e3,values:1e4,levels:maxLevels};function parseSource(text2){
if(text2.length>limits.fileKilobytes*1024){const problem2=`The file is larger than ${limits.fileKilobytes} KiB.`;return oneMistake(problem2,"name the configurat\
ion file, not another one.")}const lines=text2.split(`
`).length;if(lines>limits.lines){const problem2=`The file has ${lines} lines; ${limits.lines} is the most that is read.`;return oneMistake(problem2,"leave out w\
hat is not configuration.",limits.lines+1)}const alone=loneReturn(text2);if(alone!==void 0)return oneMistake("A line ends with only a carriage return, as on old\
 Macintoshes.","save the file with Unix or Windows line breaks.",alone);const deep=tooDeepAt(text2);if(deep!==void 0)return oneMistake("The file is nested too d\
eeply to be read.","write it flatter.",text2.slice(0,deep).split(`
`).length);try{return parsed(text2)}catch(error2){if(error2 instanceof RangeError)return oneMistake("The file is nested too deeply to be read.","write it flatte\
r.");if(error2 instanceof ReferenceError)return oneMistake("Aliases (`*name`) multiply too often.","write the values out.");throw error2}}function parsed(text2){
const lines=new s7,document=a10(text2,{lineCounter:lines,prettyErrors:!1,version:"1.2",stringKeys:!0,uniqueKeys:!1}),mistakes=[...withoutFollowing2([...document.
errors,...document.warnings]).map(error2=>({...syntaxFinding(error2),...position(lines,error2.pos[0])})),...keysWrittenTwice(document,text2).map(({offset,finding:finding2})=>({
...finding2,...position(lines,offset)})),...wrongAliases(document).map(({offset,finding:finding2})=>({...finding2,...position(lines,offset)}))];if(mistakes.length>
0)return{kind:"mistakes",mistakes};const tooMuch2=beyondLimits(document);if(tooMuch2.length>0)return{kind:"mistakes",mistakes:tooMuch2.map(({offset,finding:finding2})=>({
...finding2,...position(lines,offset)}))};const data2=document.toJS({maxAliasCount:100});return isTooDeep(data2)?tooDeep2:valuesIn(data2)>limits.values?tooMany:
{kind:"source",source:{data:data2,locate:finding2=>({...finding2,...position(lines,offsetOf(document,finding2))}),written:path4=>{const node2=nodeAt(document,path4);
return e(node2)?node2.source:void 0}}}}function position(lines,offset){const{line:line2,col}=lines.linePos(offset);return{line:Math.max(1,line2),column:Math.max(
1,col)}}var independent=["NON_STRING_KEY","TAG_RESOLVE_FAILED"];function withoutFollowing2(errors){const stumbled=errors.filter(error2=>!independent.includes(error2.
code)).sort((a24,b23)=>a24.pos[0]-b23.pos[0])[0];return errors.filter(error2=>error2===stumbled||independent.includes(error2.code)&&!(stumbled&&error2.pos[0]>stumbled.
pos[0]))}function keysWrittenTwice(document,text2){const stumbled=Math.min(...document.errors.filter(({code})=>!independent.includes(code)).map(({pos})=>pos[0]));
return duplicateKeys(document).filter(offset=>offset<stumbled).map(offset=>{const key3=/^[\w.-]+/.exec(text2.slice(offset,offset+limits.textCharacters))?.[0],problem2=`\
The key ${key3?`"${key3}" `:""}is written twice in the same place.`;return{offset,finding:{path:[],at:"value",problem:problem2,fix:"keep one of the two."}}})}var noAnchor={
path:[],at:"value",problem:"This alias (`*name`) has no anchor (`&name`) before it.",fix:"if a text starts with *, put it in quotes; otherwise write the value o\
ut."},containsItself2={path:[],at:"value",problem:"This alias (`*name`) is inside what it refers to.",fix:"write the value out."};function wrongAliases(document){
const wrong=[];return m22(document,{Alias:(_key,alias,ancestors)=>{const offset=alias.range?.[0]??0,target=alias.resolve(document);target===void 0?wrong.push({offset,
finding:noAnchor}):ancestors.includes(target)&&wrong.push({offset,finding:containsItself2})}}),wrong}function beyondLimits(document){const found=[],add=(node2,problem2,fix2)=>{
found.push({offset:node2.range?.[0]??0,finding:{path:[],at:"value",problem:problem2,fix:fix2}})};return m22(document,{Scalar:(_key,scalar3)=>{const length=scalar3.
source?.length??0;if(length<=limits.textCharacters)return;const problem2=`This text has ${length} characters; ${limits.textCharacters} is the most that is read.`;
add(scalar3,problem2,"put a long script or document into its own file, and name the file.")},Collection:(_key,{items,range})=>{if(items.length<=limits.items)return;
const problem2=`There are ${items.length} values here; ${limits.items} is the most that is read in one place.`;found.push({offset:range?.[0]??0,finding:{path:[],
at:"value",problem:problem2,fix:"leave out what is not configuration."}})}}),found}function isTooDeep(data2,levels=limits.levels){return typeof data2!="object"||
data2===null?!1:levels===0||Object.values(data2).some(child2=>isTooDeep(child2,levels-1))}function syntaxFinding(error2){const base={path:[],at:"value"};switch(error2.
code){case"TAB_AS_INDENT":return{...base,problem:"A tab is used to indent.",fix:"indent with spaces."};case"TAG_RESOLVE_FAILED":return{...base,problem:"This tag\
 (`!name`) means nothing here.",fix:"if a text starts with !, put it in quotes; otherwise leave out the tag."};case"MULTIPLE_DOCS":return{...base,problem:"The f\
ile contains a second document, after `---`.",fix:"keep one configuration in a file."};case"RESOURCE_EXHAUSTION":return{...base,problem:"The file is nested too \
deeply to be read.",fix:"write it flatter."};case"NON_STRING_KEY":return{...base,problem:"A key must be a text.",fix:"put the key in quotes."};case"BAD_INDENT":case"\
MULTILINE_IMPLICIT_KEY":case"BLOCK_AS_IMPLICIT_KEY":case"BLOCK_IN_FLOW":return{...base,problem:"This line does not fit the lines around it (YAML).",fix:'indent \
it like its neighbours; close every bracket and quote; put a text that contains ": " or " #" in quotes.'};default:return{...base,problem:`This cannot be read as\
 YAML (${error2.code.toLowerCase().replaceAll("_"," ")}).`,fix:"look for a missing quote, bracket or colon here or on the line before; put a text that starts wi\
th { or [ or @ or % in quotes."}}}function oneMistake(problem2,fix2,line2=1){return{kind:"mistakes",mistakes:[{path:[],at:"value",problem:problem2,fix:fix2,line:line2,
column:1}]}}function valuesIn(data2,from2=0){return from2>limits.values||typeof data2!="object"||data2===null?from2+1:Object.values(data2).reduce((count2,child2)=>count2>
limits.values?count2:valuesIn(child2,count2),from2+1)}var tooMany=oneMistake(`The file contains more than ${limits.values} values, including those that aliases \
(\`*name\`) repeat.`,"leave out what is not configuration."),tooDeep2=oneMistake("The file is nested too deeply to be read.","write it flatter.");function offsetOf(document,finding2){
if(finding2.at==="value"){const node2=nodeAt(document,finding2.path);if(node2?.range)return node2.range[0]}for(let length=finding2.path.length;length>0;length--){
const offset=keyOffset(document,finding2.path.slice(0,length));if(offset!==void 0)return offset}return document.contents?.range?.[0]??0}function keyOffset(document,path4){
const parent=nodeAt(document,path4.slice(0,-1));if(!b(parent))return;const key3=parent.items.find(item=>keyText(item.key)===String(path4.at(-1)))?.key;return n(
key3)?key3.range?.[0]:void 0}function nodeAt(document,path4){let node2=followed(document,document.contents);for(const part19 of path4)if(b(node2))node2=followed(
document,node2.items.find(item=>keyText(item.key)===String(part19))?.value);else if(S(node2))node2=followed(document,node2.items[Number(part19)]);else return;return node2}
function followed(document,node2){if(i(node2))return node2.resolve(document);if(!p(node2))return n(node2)?node2:void 0}function keyText(key3){return String(e(key3)?
key3.value:key3)}function variableSyntax(document){return[...texts2(document)].flatMap(({text:text2,path:path4})=>[...text2.matchAll(/\$\$\{|\$\{(?<github>\{[^}]*\}\})?(?<inside>[^}]*)(?<end>\}?)/g)].
flatMap(match=>{const problem2=match[0]==="$${"?void 0:wrongVariable(match.groups??{});return problem2===void 0?[]:[{path:path4,at:"value",accepted:"${NAME}, th\
e name of an environment variable; $${ for a literal ${.",...problem2}]}))}function wrongVariable(groups){const inside=groups.inside??"";if(groups.github!==void 0)
return{problem:"GitHub does not fill in ${{ \u2026 }} in this file.",fix:"write ${NAME} here, and NAME: ${{ \u2026 }} in the env: of the job that needs it."};if(groups.
end==="")return{problem:"A ${ is not closed.",fix:"close it with }, or write $${ for a literal ${."};if(!/^[A-Za-z_]\w*$/.test(inside))return/^[A-Za-z_]\w*:?[-+?=]/.
test(inside)?{problem:"A variable cannot have a default or a condition here.",fix:"write ${NAME} alone; a variable that is not set is an error."}:/^[A-Za-z_]\w*$/.
test(inside.trim())?{problem:"There is a space in ${\u2026}.",fix:`write \${${inside.trim()}}.`}:{problem:"This ${\u2026} does not contain the name of a variable.",
fix:"a name has letters, digits and _, and does not start with a digit."}}var dashed=/^[-+]/,interpreters=[{programs:/^(ba|da|z|k|mk|a|fi)?sh$/,script:/^-[a-z]*c$/,
option:dashed},{programs:/^(pwsh|powershell)(\.exe)?$/i,script:/^-c(ommand)?$/i,option:dashed},{programs:/^cmd(\.exe)?$/i,script:/^\/[ck]$/i,option:/^\//},{programs:/^python[\d.]*$/,
script:/^-[a-zA-Z]*c$/,option:dashed},{programs:/^(node|deno|bun|perl|ruby)$/,script:/^(-[a-zA-Z]*[eEp]|--eval|--print|eval)$/,option:dashed}],withValue=/^[-+][a-zA-Z]*[oO]$/;
function scriptsWithValues(document,path4=[]){if(Array.isArray(document)){const script=scriptPosition(document),text2=script===void 0?void 0:document[script],value2=typeof text2==
"string"?/(?<!\$)\$\{[^}]*\}|(?<![{$])\{[^{}]*\}/.exec(text2)?.[0]:void 0;return script!==void 0&&value2!==void 0?[pasted(value2,[...path4,script])]:document.flatMap(
(item,index2)=>scriptsWithValues(item,[...path4,index2]))}return isMapping(document)?Object.entries(document).flatMap(([key3,item])=>scriptsWithValues(item,[...path4,
key3])):[]}function scriptPosition(argv2){const words3=argv2.map(word=>typeof word=="string"?word:"");for(const[index2,word]of words3.entries()){const program=word.
split("/").at(-1)??"",interpreter=interpreters.find(each=>each.programs.test(program)),position2=interpreter&&scriptAfter(words3,index2,interpreter);if(position2!==
void 0)return position2}}function scriptAfter(words3,program,interpreter){for(let index2=program+1;index2<words3.length;index2++){const word=words3[index2]??"";
if(interpreter.script.test(word))return index2+1;if(!interpreter.option.test(word))return;withValue.test(word)&&index2++}}function pasted(value2,path4){const variable=value2.
startsWith("$"),known2=/^\{(version|from|to|parts\.[a-z0-9-]+)\}$/.exec(value2)?.[1];return{path:path4,at:"value",problem:`${value2} would be pasted into the te\
xt of a script, where its value can run as a command.`,accepted:"a script that takes values as arguments or from its environment.",fix:variable?`write $${value2}\
: the shell then reads the variable itself, which it inherits.`:known2?`write "$1" in the script and add two items after it: script, "${value2}".`:'write "$1" i\
n the script and pass the value after it; for a brace of the script itself write {{ and }}.'}}function loadConfiguration(text2,file2,products,options={}){const read=readDocument(
text2,file2),reader2={file:file2,source:read.source,products,unfinished:options.unfinished===!0};if(!isOfFleet(read.document))return refuseOther(file2,valueAt2(
read.document,["system"]),options.system),checked(read.document,path4=>path4,reader2);const{rings,systems}=checkedFleet(read.document,reader2),system=chosenSystem(
file2,Object.keys(systems),options.system);return ofSystem(read.document,system,systems[system]?.ring??rings[0]?.name??wholeFleet,reader2)}function loadFleet(text2,file2,products,{
unfinished=!1}={}){const{source:source2,document}=readDocument(text2,file2);if(!isOfFleet(document))return;const reader2={file:file2,source:source2,products:readOnce2(
products),unfinished},{rings,systems}=checkedFleet(document,reader2),mistakes=new Map;let faulty=0;const loaded=Object.entries(systems).flatMap(([system,{ring:ring2}])=>{
if(faulty===maxFaulty)return[];try{return[ofSystem(document,system,ring2??rings[0]?.name??wholeFleet,reader2)]}catch(error2){if(!(error2 instanceof ConfigurationError))
throw error2;faulty++;for(const mistake2 of error2.mistakes)mistakes.set(`${mistake2.line}:${mistake2.column}:${mistake2.problem}`,mistake2);return[]}});if(mistakes.
size>0)throw new ConfigurationError(file2,[...mistakes.values()]);return{file:file2,rings,systems:loaded}}var maxFaulty=20;function readOnce2({names:names2,find}){
const found=new Map;return{names:names2,find:name=>(found.has(name)||found.set(name,find(name)),found.get(name))}}var wholeFleet="all";function readDocument(text2,file2){
const parsed2=parseSource(text2);if(parsed2.kind==="mistakes")throw new ConfigurationError(file2,parsed2.mistakes);const{source:source2}=parsed2,{data:data2}=source2;
if(isMapping(data2))return{source:source2,document:{...data2}};const empty=data2==null,finding2={path:[],at:"value",problem:empty?"The file is empty.":"The file\
 is not a mapping of keys to values.",fix:"run `staged-upgrade init` to write it, or start with `system:`."};throw new ConfigurationError(file2,[source2.locate(
finding2)])}function checkedFleet(document,{file:file2,source:source2}){const own={systems:document.systems,..."rings"in document?{rings:document.rings}:{}},result=fleetSettings.
safeParse(own),findings=result.success?fleetChecks(document,result.data.rings,result.data.systems):explain2(fleetSettings,own,[],result.error.issues,source2.written);
if(!result.success||findings.length>0)throw new ConfigurationError(file2,findings.map(source2.locate));const{rings=[{name:wholeFleet}],systems}=result.data;return{
rings:rings.map(({name,hold=0})=>({name,hold})),systems}}function ofSystem(document,system,ring2,reader2){return{...checked(documentOf(document,system),path4=>writtenPlace(
document,system,path4),reader2),fleet:{ring:ring2}}}function checked(document,placeOf2,{file:file2,source:source2,products,unfinished}){const fail=findings2=>{throw new ConfigurationError(
file2,findings2.map(finding2=>source2.locate({...finding2,path:placeOf2(finding2.path)})))},written8=path4=>source2.written(placeOf2(path4)),looked=withinCheckingTime(
()=>checkedDocument(document,written8,products,unfinished));if(looked.kind==="too-slow")return fail([tooSlowTogether(document,looked.at)]);const{result,findings}=looked.
value;return findings.length>0||!result.success?fail(findings):{kind:"configuration",file:file2,value:result.data,document:{...document}}}function checkedDocument(document,written8,products,unfinished){
const result=configuration2.safeParse(document,{jitless:!0}),issues2=[...result.success?[]:result.error.issues,...missingForProduct(document,products)],findings=[
...explain2(configuration2,document,[],issues2,written8),...crossChecks(document,products),...stagesChecks(document,products),...literalSecrets(document),...nullCharacters(
document),...variableSyntax(document),...unknownAnswers(document),...placeholdersIn(document),...unfinished?[]:toFillIn(document)];return{result,findings}}function placeholdersIn(document){
const pasted2=scriptsWithValues(document),scripts=new Set(pasted2.map(({path:path4})=>JSON.stringify(path4))),unknown22=unknownPlaceholders(document);return[...pasted2,
...unknown22.filter(({path:path4})=>!scripts.has(JSON.stringify(path4)))]}function tooSlowTogether(document,expression2){return{path:placeOfText(document,expression2)??
[],at:"value",problem:"The regular expressions and JSONata up to here take too long to check already.",fix:"write fewer or simpler ones: look first at groups th\
at repeat, as in (a+b?)*, at several .* in one, and at long JSONata."}}function placeOfText(value2,wanted){if(typeof value2=="string")return value2.includes(wanted)?
[]:void 0;const inner=Array.isArray(value2)?[...value2.entries()]:isMapping(value2)?Object.entries(value2):[];for(const[key3,each]of inner){const place4=placeOfText(
each,wanted);if(place4!==void 0)return[key3,...place4]}}function chosenSystem(file2,names2,given){if(given!==void 0&&names2.includes(given))return given;const listed3=names2.
length<=maxListed?names2.join(", "):`${names2.slice(0,maxListed).join(", ")} and ${names2.length-maxListed} more`;if(given===void 0)throw new UserError9({happened:`${file2}\
 is the configuration of ${names2.length===1?"a fleet of one system":`${names2.length} systems`}, and none of them is named.`,means:"It is not known which one i\
s meant. Nothing was done.",next:`Name one with --system (in a workflow, the input system): ${listed3}. For all of them: staged-upgrade fleet.`});const meant=nearest(
given,names2);throw new UserError9({happened:`There is no system "${given}" in ${file2}.`,means:"Nothing was done.",next:`${meant===void 0?"":`Did you mean "${meant}\
"? `}There are: ${listed3}.`})}var maxListed=20;function refuseOther(file2,system,given){if(!(given===void 0||given===""||given===system||typeof system!="string"))
throw new UserError9({happened:`The system "${given}" is named, but ${file2} is the configuration of only "${system}".`,means:"One of the two is wrong. Nothing \
was done.",next:"Leave the name out, or name the configuration that has it with --config."})}function unfinishedPlaces(text2){const parsed2=parseSource(text2);return parsed2.
kind==="mistakes"?[]:toFillIn(parsed2.source.data).map(parsed2.source.locate)}import{array as array9,boolean as boolean6,lazy as lazy6,literal as literal4,m as m11,
partialRecord,record as record9,strictObject as strictObject7,string as string16,tuple as tuple4,union as union7,unknown as unknown5}from"./start.js";const{existsSync,
readFileSync}=process.getBuiltinModule("node:fs"),{dirname:dirname10}=process.getBuiltinModule("node:path"),{fileURLToPath}=process.getBuiltinModule("node:url");
var value=lazy6(()=>union7([string16(),boolean6(),array9(value),record9(string16(),value)])),credentialSetting=lazy6(()=>union7([string16(),record9(string16(),string16())])),
proposedKind=lazy6(()=>strictObject7({kind:string16(),settings:record9(string16(),value.nullable()).default({})})),productProposal=lazy6(()=>strictObject7({configuration:string16().
optional(),system:string16().optional(),prefix:string16().regex(/_$/).or(literal4("")).default(""),"production-url":string16().optional(),"staging-url":string16().
optional(),access:record9(string16(),record9(string16(),record9(string16(),credentialSetting))).default({}),kinds:partialRecord(m11(["data","deploy","store","jo\
urnal"]),proposedKind).default({}),scrub:union7([strictObject7({run:tuple4([string16()],string16()),env:record9(string16(),string16()).optional()}),strictObject7(
{waive:string16()})]).default({run:["./deploy/scrub.sh"]}),windows:strictObject7({"time-zone":string16(),from:string16(),to:string16()}).optional(),plain:array9(
string16()).default([])})),names=["aws-rds-engine","aws-rds-resize","infrahub","medplum","mender","sample","unleash"],shipped=new Map(names.map(name=>[name,once(
()=>readShipped(name))])),shippedProducts={names,find:name=>shipped.get(name)?.().definition,proposal:name=>{const file2=fileURLToPath(new URL(`./${name}/init.y\
ml`,new URL("./assets/products/registry.ts",import.meta.url))),proposes=isShipped(name)&&existsSync(file2);return productProposal.parse(proposes?E6(readFileSync(
file2,"utf8")):{})}};function resolveProduct(reference,configuration3){if(typeof reference=="string"){const{definition:definition2,document:document2}=shippedOrFail(
reference);return{definition:definition2,document:document2}}const written8=plainData.parse(configuration3.product);if(!("extends"in reference))return{definition:reference,
document:written8};const{extends:_name,...replaced}=written8,{document:base,folder:folder4}=shippedOrFail(reference.extends),document={...base,...replaced},definition=definitionIn(
document);return{definition:"releases"in replaced?definition:withFolder(definition,folder4),document}}function productDocument(written8){if(typeof written8=="st\
ring")return shipped.get(written8)?.().document;const own=plainData.safeParse(written8);if(!own.success)return;const{extends:base}=own.data;return{...typeof base==
"string"&&shipped.get(base)?.().document,...own.data}}var plainData=record9(string16(),unknown5());function isShipped(name){return names.some(known2=>known2===name)}
function readShipped(name){const file2=fileURLToPath(new URL(`./${name}/product.yml`,new URL("./assets/products/registry.ts",import.meta.url))),document=plainData.
parse(readDefinition(file2)),folder4=dirname10(file2);return{document,folder:folder4,definition:withFolder(definitionIn(document),folder4)}}function readDefinition(file2){
const text2=readFileSync(file2,"utf8");return text2.startsWith("{")?JSON.parse(text2):E6(text2)}function shippedOrFail(name){const found=shipped.get(name)?.();if(found===
void 0)throw new Error(`the configuration was accepted with the unknown product "${name}"`);return found}function definitionIn(document){return checkedBefore(()=>productDefinition.
parse(document,{jitless:!0}))}function withFolder(definition,folder4){if(!hasVersions(definition))return definition;const{releases}=definition;return{...definition,
releases:{kind:releases.kind,open:context=>releases.open({...context,placeholders:{...context.placeholders,[productFolder]:folder4}})}}}function alreadyDone(because,backup2){
return{kind:"already-done",because,...backup2===void 0?{}:{backup:backup2}}}function refuse(happened2,means3,next){return{kind:"refuse",message:{happened:happened2,
means:means3,next}}}function waiting(happened2,means3,next){return{kind:"waiting",message:{happened:happened2,means:means3,next}}}function failed2(happened2,means3,next){
return{kind:"failed",message:{happened:happened2,means:means3,next}}}function cannotTell2(happened2,means3,next){return{kind:"unknown",message:{happened:happened2,
means:means3,next}}}function leftBehind({effects,configuration:configuration3,journal}){return effects.witness?.leftBehind(keyOf2(configuration3.system,journal.
description))??[]}function keyOf2(system,journal){return{system,journal}}function isProcessGone({effects:{witness}},{process:process2}){return process2!==void 0&&
witness?.sees(process2)==="gone"&&witness.seesNotesOf(process2)}function isHolderGone(project){return held=>isProcessGone(project,held)&&leftBehind(project).length===
0}function commandLeftBehind(project){const command3=leftBehind(project).find(({kind:kind2})=>kind2==="command");if(command3!==void 0)return waiting(`${leftBehindText(
command3)} is still running, although the run that started it is gone.`,`It may be changing ${project.configuration.system}. Nothing was done.`,`Wait until it h\
as ended, or end it with: kill -- -${command3.pid}. Then run the same command again.`)}function leftBehindText({program,pid,run}){return`"${program}" (process ${pid}\
, started by ${run})`}export{AwsError,BucketError,E6 as E,L3 as L,S,a10 as a,aboutBadBackup,acceptedForms,age,ageSeal,alreadyDone,answersOfProbes,answersSoon,approvedEnvironment,approvedOf,
argv,artifact,asLibpqReads,askAws,askProgram,awsAccess,awsFailure,awsKeys,awsLogin,b,backupId,backupStore,backupStoreInit,cannotDecompress,cannotTell2 as cannotTell_M7NQ6CCT,
cannotTell as cannotTell_T7FISQ53,canonicalJson,carrierOf,catalogueOf,changedContents,checkedBefore,childEnvironment,chooseCompression,chooseRoles,coerce_exports,
commandLeftBehind,compareNumbers,compareRanges,compareVersions,composePlace,compressArgument,compressionSettings,compressions,configuration2 as configuration,confirmationFor,
connectAzure,connectS3,contains,contentDigests,contentsOf,contentsText,countsText,createRoles,cutText,dataPlace,dataStoreInit,dataStores,dataText,databasePattern,
databasesOf,decideWindow,defaultBudget,defaultJobLimit,deployFiles,deployPlace,deployPlaceRules,deployPlaceText,deployVariableRules,deployer,deployerInit,descriptionOf,
digestOf,duplicateKeys,duration,e,eachOf,earliest,endedWell,entryAt,environmentCredentials,environmentName,environmentOfGate,environmentOn,environmentRegion,evaluate,
eventSentence,eventWords,exactVersion,factTypesIn,factsAskedBy,failed2 as failed,fileRequirementsOf,fillIn,filledVariables,fine,fineDuration,firstNotRehearsed,gateNames,
gateScopes,gateSettings,h5 as h,hasAt,hasStages,hasTopology,hasVersions,headerName,helmSettings,hopParts,hopTraits,howItEnded,httpClient,i,isBackupId,isConfirmed,
isFolder,isHolderGone,isInRange,isMapping,isMigratedByDeploy,isOneKind,isProcessGone,isRecipientForm,isRefused,isSameDeployPlace,isTagged,iso_exports,jobLimit,journalEvent,
journalStore,journalStoreInit,jsonDepth,judge,judgeKeys,judgeTransient,keyOf2 as keyOf,kind,kindOf,kindTitle,labelAt,labelOfVersion,lastMessage,lastWords,leadsOutside,
leftBehind,leftBehindText,liftedBy,lineAt,lineExpression,lineOf,listRoles,listed,listedFrom,listedMigration,loadConfiguration,loadFleet,localText,loneReturn,longestLine,
lossText,m22 as m,malformedResponse,manualStepIds,markDatabase,markIn,markText,maxLevels,mayMatch,measure,messageReader,migrationListsAskedBy,missingDecompression,
mistakeOf,n,nameInBackup,namedKind,namesPlace,needed,networkFailure,newestUsable,nextAfter,nextLongEnough,normal,numberIn,offeredCompressions,omissions,onDemand,
once,oneOf,openAzure,openEvidence,openS3,optionOnDemand,optionsOf,outputJudge,outputRules,outsideSettings,p,parseJson,parseRange,parseReleaseFile,parseVersionText,
partName,partPlaceholders,partSize,partVersion,partVersions,partsAskedBy,pathGate,pathRules,pieceBytes,placeOf,plainVariables,postgresRows,printable,probeLogins,
problem,problemsIn,productDefinition,productDocument,productFolder,programFindings,progressKey,projectVariable,publishedPlaces,rdsCluster,rdsKeys,rdsService,readFact,
readJson2 as readJson,readObject,readVersion,readWhole,readYaml,refuse,refusedAnswer,regularExpression,releaseGraphOf,releaseHooks,releaseLimits,releaseLogins,releaseSource,
requestHandler,require_parse,requiredKeys,resolveProduct,retryAfter,reversibleStages,roleRights,rolesSettings,runName,runUserCommand,runUserCommandOrFail,s7 as s,
schemaAt,secretVariables,setText,settingsOf,sha256,shapeOf,shippedProducts,shownUrl,sideOfAll,silentLog,slug,smokeTest,stagesProduct,stagingOf,stagingWaiver,steadyBucket,
steadyContents,suffixOf,suffixes,syncFile,syncFolder,tagsOf2 as tagsOf,template,templates,terminalGate,textOf as textOf_AITYSUTG,textOf2 as textOf_MEAKJ4TU,texts2 as texts,
toFillIn,together,tokenSource,tooDeepAt,topologyProbe,topologyProduct,typicalDuration,typicalText,uncovered,unfinishedPlaces,upload,validationProgress,validationText,
valueAt2 as valueAt_CNPASG7F,valueAt as valueAt_MEAKJ4TU,versionOrLine,versionRange,versionReader,versionScheme,versionsProduct,waiting,warning,weekdays,wholeDigest,
why,windowsWaiver,withValueAt,withinCheckingTime,withinTimeLeft,without,withoutMarks,writtenData,x22 as x};
