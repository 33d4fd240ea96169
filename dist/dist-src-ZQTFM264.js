const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import"./chunk-D6K2TUBN.js";
function getUserAgent(){return typeof navigator=="object"&&"userAgent"in navigator?navigator.userAgent:typeof process=="object"&&process.version!==void 0?`Node.\
js/${process.version.substr(1)} (${process.platform}; ${process.arch})`:"<environment undetectable>"}function register(n,e2,u4,r){if(typeof u4!="function")throw new Error(
"method for before hook must be a function");return r||(r={}),Array.isArray(e2)?e2.reverse().reduce((f3,i2)=>register.bind(null,n,i2,f3,r),u4)():Promise.resolve().
then(()=>n.registry[e2]?n.registry[e2].reduce((f3,i2)=>i2.hook.bind(null,f3,r),u4)():u4(r))}function addHook(u4,i2,f3,e2){const l5=e2;u4.registry[f3]||(u4.registry[f3]=
[]),i2==="before"&&(e2=(n,r)=>Promise.resolve().then(l5.bind(null,r)).then(n.bind(null,r))),i2==="after"&&(e2=(n,r)=>{let t;return Promise.resolve().then(n.bind(
null,r)).then(s2=>(t=s2,l5(t,r))).then(()=>t)}),i2==="error"&&(e2=(n,r)=>Promise.resolve().then(n.bind(null,r)).catch(t=>l5(t,r))),u4.registry[f3].push({hook:e2,
orig:l5})}function removeHook(r,i2,o3){if(!r.registry[i2])return;const e2=r.registry[i2].map(n=>n.orig).indexOf(o3);e2!==-1&&r.registry[i2].splice(e2,1)}var e=Function.
bind,u=e.bind(e);function c(o3,r,n){const i2=u(removeHook,null).apply(null,n?[r,n]:[r]);o3.api={remove:i2},o3.remove=i2,["before","error","after","wrap"].forEach(
l5=>{const s2=n?[r,l5,n]:[r,l5];o3[l5]=o3.api[l5]=u(addHook,null).apply(null,s2)})}function f(){const o3=Symbol("Singular"),r={registry:{}},n=register.bind(null,
r,o3);return c(n,r,o3),n}function b(){const o3={registry:{}},r=register.bind(null,o3);return c(r,o3),r}var before_after_hook_default={Singular:f,Collection:b},A="\
0.0.0-development",$=`octokit-endpoint.js/${A} ${getUserAgent()}`,E={method:"GET",baseUrl:"https://api.github.com",headers:{accept:"application/vnd.github.v3+js\
on","user-agent":$},mediaType:{format:""}};function q(e2){return e2?Object.keys(e2).reduce((t,n)=>(t[n.toLowerCase()]=e2[n],t),{}):{}}function C(e2){if(typeof e2!=
"object"||e2===null||Object.prototype.toString.call(e2)!=="[object Object]")return!1;const t=Object.getPrototypeOf(e2);if(t===null)return!0;const n=Object.prototype.
hasOwnProperty.call(t,"constructor")&&t.constructor;return typeof n=="function"&&n instanceof n&&Function.prototype.call(n)===Function.prototype.call(e2)}function g(e2,t){
const n=Object.assign({},e2);return Object.keys(t).forEach(i2=>{C(t[i2])?i2 in e2?n[i2]=g(e2[i2],t[i2]):Object.assign(n,{[i2]:t[i2]}):Object.assign(n,{[i2]:t[i2]})}),
n}function y(e2){for(const t in e2)e2[t]===void 0&&delete e2[t];return e2}function d(e2,t,n){if(typeof t=="string"){let[r,s2]=t.split(" ");n=Object.assign(s2?{method:r,
url:s2}:{url:r},n)}else n=Object.assign({},t);n.headers=q(n.headers),y(n),y(n.headers);const i2=g(e2||{},n);return n.url==="/graphql"&&(e2&&e2.mediaType.previews?.
length&&(i2.mediaType.previews=e2.mediaType.previews.filter(r=>!i2.mediaType.previews.includes(r)).concat(i2.mediaType.previews)),i2.mediaType.previews=(i2.mediaType.
previews||[]).map(r=>r.replace(/-preview/,""))),i2}function D(e2,t){const n=/\?/.test(e2)?"&":"?",i2=Object.keys(t);return i2.length===0?e2:e2+n+i2.map(r=>r==="\
q"?"q="+t.q.split("+").map(encodeURIComponent).join("+"):`${r}=${encodeURIComponent(t[r])}`).join("&")}var P=/\{[^{}}]+\}/g;function R(e2){return e2.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g,
"").split(/,/)}function F(e2){const t=e2.match(P);return t?t.map(R).reduce((n,i2)=>n.concat(i2),[]):[]}function b2(e2,t){const n={__proto__:null};for(const i2 of Object.
keys(e2))t.indexOf(i2)===-1&&(n[i2]=e2[i2]);return n}function j(e2){return e2.split(/(%[0-9A-Fa-f]{2})/g).map(function(t){return/%[0-9A-Fa-f]/.test(t)||(t=encodeURI(
t).replace(/%5B/g,"[").replace(/%5D/g,"]")),t}).join("")}function l(e2){return encodeURIComponent(e2).replace(/[!'()*]/g,function(t){return"%"+t.charCodeAt(0).toString(
16).toUpperCase()})}function p(e2,t,n){return t=e2==="+"||e2==="#"?j(t):l(t),n?l(n)+"="+t:t}function o(e2){return e2!=null}function h(e2){return e2===";"||e2===
"&"||e2==="?"}function S(e2,t,n,i2){var r=e2[n],s2=[];if(o(r)&&r!=="")if(typeof r=="string"||typeof r=="number"||typeof r=="bigint"||typeof r=="boolean")r=r.toString(),
i2&&i2!=="*"&&(r=r.substring(0,parseInt(i2,10))),s2.push(p(t,r,h(t)?n:""));else if(i2==="*")Array.isArray(r)?r.filter(o).forEach(function(c3){s2.push(p(t,c3,h(t)?
n:""))}):Object.keys(r).forEach(function(c3){o(r[c3])&&s2.push(p(t,r[c3],c3))});else{const c3=[];Array.isArray(r)?r.filter(o).forEach(function(a4){c3.push(p(t,a4))}):
Object.keys(r).forEach(function(a4){o(r[a4])&&(c3.push(l(a4)),c3.push(p(t,r[a4].toString())))}),h(t)?s2.push(l(n)+"="+c3.join(",")):c3.length!==0&&s2.push(c3.join(
","))}else t===";"?o(r)&&s2.push(l(n)):r===""&&(t==="&"||t==="?")?s2.push(l(n)+"="):r===""&&s2.push("");return s2}function I(e2){return{expand:V.bind(null,e2)}}
function V(e2,t){var n=["+","#",".","/",";","?","&"];return e2=e2.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g,function(i2,r,s2){if(r){let a4="";const u4=[];if(n.indexOf(
r.charAt(0))!==-1&&(a4=r.charAt(0),r=r.substr(1)),r.split(/,/g).forEach(function(m3){var f3=/([^:\*]*)(?::(\d+)|(\*))?/.exec(m3);u4.push(S(t,a4,f3[1],f3[2]||f3[3]))}),
a4&&a4!=="+"){var c3=",";return a4==="?"?c3="&":a4!=="#"&&(c3=a4),(u4.length!==0?a4:"")+u4.join(c3)}else return u4.join(",")}else return j(s2)}),e2==="/"?e2:e2.
replace(/\/$/,"")}function v(e2){let t=e2.method.toUpperCase(),n=(e2.url||"/").replace(/:([a-z]\w+)/g,"{$1}"),i2=Object.assign({},e2.headers),r,s2=b2(e2,["metho\
d","baseUrl","url","headers","request","mediaType"]);const c3=F(n);n=I(n).expand(s2),/^http/.test(n)||(n=e2.baseUrl+n);const a4=Object.keys(e2).filter(f3=>c3.includes(
f3)).concat("baseUrl"),u4=b2(s2,a4);if(!/application\/octet-stream/i.test(i2.accept)&&(e2.mediaType.format&&(i2.accept=i2.accept.split(/,/).map(f3=>f3.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
`application/vnd$1$2.${e2.mediaType.format}`)).join(",")),n.endsWith("/graphql")&&e2.mediaType.previews?.length)){const f3=i2.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g)||
[];i2.accept=f3.concat(e2.mediaType.previews).map(T2=>{const w2=e2.mediaType.format?`.${e2.mediaType.format}`:"+json";return`application/vnd.github.${T2}-previe\
w${w2}`}).join(",")}return["GET","HEAD"].includes(t)?n=D(n,u4):"data"in u4?r=u4.data:Object.keys(u4).length&&(r=u4),!i2["content-type"]&&typeof r<"u"&&(i2["cont\
ent-type"]="application/json; charset=utf-8"),["PATCH","PUT"].includes(t)&&typeof r>"u"&&(r=""),Object.assign({method:t,url:n,headers:i2},typeof r<"u"?{body:r}:
null,e2.request?{request:e2.request}:null)}function W(e2,t,n){return v(d(e2,t,n))}function O(e2,t){const n=d(e2,t),i2=W.bind(null,n);return Object.assign(i2,{DEFAULTS:n,
defaults:O.bind(null,n),merge:d.bind(null,n),parse:v})}var _=O(null,E),l2=new Uint8Array(256);l2[9]|=2,l2[32]|=2,l2[59]|=4,l2[44]|=8;for(let t=128;t<=255;t++)l2[t]|=
1;for(const t of"!#$%&'*+-.^_`|~")l2[t.charCodeAt(0)]|=16;for(let t=48;t<=57;t++)l2[t]|=16;for(let t=65;t<=90;t++)l2[t]|=17;for(let t=97;t<=122;t++)l2[t]|=16;var F2=(()=>{
const t=function(){};return t.prototype=Object.create(null),t})();function parse(t,r){const e2=4|(r?.comma===!0?8:0),c3=t.length;let o3=r?.start??0;for(;(l2[t.charCodeAt(
o3)]&2)!==0;)o3++;let s2=o3,E4=0,a4=-1,f3=r?.parameters===!1?8:0;for(;s2<c3;){const C3=t.charCodeAt(s2),n=l2[C3];if((n&e2)!==0){f3|=n&8;break}(n&2)!==0?a4===-1&&
(a4=s2):a4=-1,E4|=C3&65280|n,s2++}const S2=a4===-1?s2:a4,A3=t.slice(o3,S2),_3=(E4&65281)===0?A3:A3.toLowerCase();return s2===c3||f3!==0?{type:_3,index:s2,parameters:new F2}:
y2(t,_3,s2,c3,e2)}function y2(t,r,e2,c3,o3){const s2=new F2;t:for(;e2<c3;){for(e2++;(l2[t.charCodeAt(e2)]&2)!==0;)e2++;const E4=e2;let a4=0,f3=-1;for(;e2<c3;){const S2=t.
charCodeAt(e2),A3=l2[S2];if((A3&o3)!==0){if((A3&8)!==0)break t;continue t}if(S2===61){const _3=f3===-1?e2:f3,C3=t.slice(E4,_3),n=(a4&65281)===0?C3:C3.toLowerCase();
for(e2++;(l2[t.charCodeAt(e2)]&2)!==0;)e2++;if(e2<c3&&t.charCodeAt(e2)===34){const u4=++e2;let i2=!1;for(;e2<c3;){const M2=t.charCodeAt(e2);if(M2===34){s2[n]===
void 0&&(s2[n]=i2?N(t,u4,e2):t.slice(u4,e2)),e2++;let h5=0;for(;e2<c3;){const T2=t.charCodeAt(e2),w2=l2[T2];if((w2&o3)!==0){h5=w2&8;break}e2++}if(h5!==0)break t;
continue t}if(M2===92&&e2+1<c3){i2=!0,e2+=2;continue}e2++}continue t}const G2=e2;let p3=0,O3=-1;for(;e2<c3;){const u4=t.charCodeAt(e2),i2=l2[u4];if((i2&o3)!==0){
p3=i2&8;break}(i2&2)!==0?O3===-1&&(O3=e2):O3=-1,e2++}if(s2[n]===void 0){const u4=O3===-1?e2:O3;s2[n]=t.slice(G2,u4)}if(p3!==0)break t;continue t}(A3&2)!==0?f3===
-1&&(f3=e2):f3=-1,a4|=S2&65280|A3,e2++}}return{type:r,index:e2,parameters:s2}}function N(t,r,e2){let c3="";for(let o3=r;o3<e2;o3++)t.charCodeAt(o3)===92&&(c3+=t.
slice(r,o3),r=++o3);return c3+t.slice(r,e2)}var T=/^-?\d+$/,R2=/^-?\d+n+$/,N2=JSON.stringify,I2=JSON.parse,F3=/^-?\d+n$/,B=/([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g,$2=/([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g,
m=e2=>e2===void 0||typeof e2=="function"||typeof e2=="symbol",k=e2=>e2!==null&&typeof e2=="object"&&e2.constructor&&e2.constructor.name==="RawJSON",M=(e2,t,i2)=>{
let r="";typeof i2=="number"?r=" ".repeat(Math.min(10,Math.max(0,Math.floor(i2)))):typeof i2=="string"&&(r=i2.slice(0,10));const o3=typeof t=="function",u4=Array.
isArray(t)?new Set(t.map(String)):null,y4=(n,O3,f3)=>(f3!==null&&typeof f3=="object"&&typeof f3.toJSON=="function"&&(f3=f3.toJSON(O3)),typeof f3=="string"&&R2.test(
f3)?f3+"n":typeof f3=="bigint"?"rawJSON"in JSON?JSON.rawJSON(f3.toString()):f3.toString()+"n":(o3&&(f3=t.call(n,O3,f3)),f3!==null&&typeof f3=="object"&&(f3 instanceof
Number||f3 instanceof String||f3 instanceof Boolean)&&(f3=f3.valueOf()),f3)),s2=y4({"":e2},"",e2);if(m(s2))return;const c3=s2===null||typeof s2!="object",g4=k(s2);
if(c3||g4)return N2(s2);const p3=[];let S2=0;const d4=[{parent:{"":s2},key:"",val:s2,isArray:Array.isArray(s2),keys:Array.isArray(s2)?null:Object.keys(s2),index:0,
first:!0}],h5=new WeakSet([s2]);for(;d4.length>0;){const n=d4[d4.length-1];n.index===0&&(p3.push(n.isArray?"[":"{"),S2++);let O3=!1;if(n.isArray)if(n.index<n.val.
length){n.first||p3.push(","),r&&p3.push(`
`+r.repeat(S2));const f3=n.val[n.index],a4=y4(n.val,String(n.index),f3);if(m(a4))p3.push("null"),n.first=!1,n.index++;else{const b5=a4!==null&&typeof a4=="objec\
t",J=k(a4);if(b5&&!J){if(h5.has(a4))throw new TypeError("Converting circular structure to JSON");h5.add(a4),d4.push({parent:n.val,key:String(n.index),val:a4,isArray:Array.
isArray(a4),keys:Array.isArray(a4)?null:Object.keys(a4),index:0,first:!0}),n.first=!1,n.index++}else p3.push(N2(a4)),n.first=!1,n.index++}}else O3=!0;else{for(;n.
index<n.keys.length;){const a4=n.keys[n.index++];if(u4&&!u4.has(a4))continue;const J=n.val[a4],l5=y4(n.val,a4,J);if(m(l5))continue;n.first||p3.push(","),r?p3.push(
`
`+r.repeat(S2)+N2(a4)+": "):p3.push(N2(a4)+":");const j2=l5!==null&&typeof l5=="object",w2=k(l5);if(j2&&!w2){if(h5.has(l5))throw new TypeError("Converting circu\
lar structure to JSON");h5.add(l5),d4.push({parent:n.val,key:a4,val:l5,isArray:Array.isArray(l5),keys:Array.isArray(l5)?null:Object.keys(l5),index:0,first:!0}),
n.first=!1;break}else p3.push(N2(l5)),n.first=!1}n.index>=n.keys.length&&d4[d4.length-1]===n&&(O3=!0)}O3&&(S2--,!n.first&&r&&p3.push(`
`+r.repeat(S2)),p3.push(n.isArray?"]":"}"),h5.delete(n.val),d4.pop())}return p3.join("")},_2=(e2,t,i2)=>{try{return"rawJSON"in JSON?N2(e2,(s2,c3)=>typeof c3=="b\
igint"?JSON.rawJSON(c3.toString()):typeof t=="function"?t(s2,c3):(Array.isArray(t)&&t.includes(s2),c3),i2):e2?N2(e2,(s2,c3)=>typeof c3=="string"&&R2.test(c3)||typeof c3==
"bigint"?c3.toString()+"n":typeof t=="function"?t(s2,c3):(Array.isArray(t)&&t.includes(s2),c3),i2).replace(B,"$1$2$3").replace($2,"$1$2$3"):N2(e2,t,i2)}catch(r){
if(r instanceof RangeError){const o3=M(e2,t,i2);return o3===void 0?void 0:"rawJSON"in JSON?o3:o3.replace(B,"$1$2$3").replace($2,"$1$2$3")}throw r}},A2=new Map,V2=()=>{
const e2=JSON.parse.toString();if(A2.has(e2))return A2.get(e2);try{const t=JSON.parse("1",(i2,r,o3)=>!!o3?.source&&o3.source==="1");return A2.set(e2,t),t}catch{
return A2.set(e2,!1),!1}},P2=(e2,t,i2,r)=>typeof t=="string"&&F3.test(t)?BigInt(t.slice(0,-1)):typeof t=="string"&&R2.test(t)?t.slice(0,-1):typeof r=="function"?
r(e2,t,i2):t,D2=(e2,t)=>JSON.parse(e2,(i2,r,o3)=>{const u4=typeof r=="number",y4=r>Number.MAX_SAFE_INTEGER||r<Number.MIN_SAFE_INTEGER,s2=u4&&y4,c3=o3&&T.test(o3.
source);return s2&&c3?BigInt(o3.source):typeof t=="function"?t(i2,r,o3):r}),x=Number.MAX_SAFE_INTEGER.toString(),C2=x.length,U=/"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g,
G=/^"-?\d+n+"$/,K=(e2,t)=>{const i2={"":e2},r=[{parent:i2,key:"",visited:!1}];for(;r.length>0;){const o3=r[r.length-1];if(o3.visited){const{parent:u4,key:y4}=o3;
let s2=u4[y4];typeof s2=="string"&&(F3.test(s2)?s2=BigInt(s2.slice(0,-1)):R2.test(s2)&&(s2=s2.slice(0,-1))),typeof t=="function"&&(s2=t.call(u4,y4,s2)),s2===void 0?
delete u4[y4]:u4[y4]=s2,r.pop()}else{o3.visited=!0;const u4=o3.parent[o3.key];if(u4!==null&&typeof u4=="object"){const s2=Object.keys(u4);for(let c3=s2.length-1;c3>=
0;c3--)r.push({parent:u4,key:s2[c3],visited:!1})}}}return i2[""]},E2=e2=>e2.replace(U,(t,i2,r,o3)=>{const u4=t[0]==='"';if(u4&&G.test(t))return t.substring(0,t.
length-1)+'n"';const s2=r||o3,c3=i2&&(i2.length<C2||i2.length===C2&&i2<=x);return u4||s2||c3?t:'"'+t+'n"'}),W2=(e2,t)=>{if(!e2)return I2(e2,t);try{if(V2())return D2(
e2,t);const i2=E2(e2);return I2(i2,(r,o3,u4)=>P2(r,o3,u4,t))}catch(i2){if(i2 instanceof RangeError){const r=E2(e2),o3=I2(r);return K(o3,t)}throw i2}},a=class extends Error{name;status;request;response;constructor(r,t,e2){
super(r,{cause:e2.cause}),this.name="HttpError",this.status=Number.parseInt(t),Number.isNaN(this.status)&&(this.status=0),"response"in e2&&(this.response=e2.response);
const s2=Object.assign({},e2.request);e2.request.headers.authorization&&(s2.headers=Object.assign({},e2.request.headers,{authorization:e2.request.headers.authorization.
replace(/(?<! ) .*$/," [REDACTED]")})),s2.url=s2.url.replace(/\bclient_secret=\w+/g,"client_secret=[REDACTED]").replace(/\baccess_token=\w+/g,"access_token=[RED\
ACTED]"),this.request=s2}},k2="10.0.16",$3={headers:{"user-agent":`octokit-request.js/${k2} ${getUserAgent()}`}};function x2(e2){if(typeof e2!="object"||e2===null||
Object.prototype.toString.call(e2)!=="[object Object]")return!1;const o3=Object.getPrototypeOf(e2);if(o3===null)return!0;const t=Object.prototype.hasOwnProperty.
call(o3,"constructor")&&o3.constructor;return typeof t=="function"&&t instanceof t&&Function.prototype.call(t)===Function.prototype.call(e2)}var g2=()=>"";async function w(e2){
const o3=e2.request?.fetch||globalThis.fetch;if(!o3)throw new Error("fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}).\
 Learn more at https://github.com/octokit/octokit.js/#fetch-missing");const t=e2.request?.log||console,i2=e2.request?.parseSuccessResponseBody!==!1,u4=x2(e2.body)||
Array.isArray(e2.body)?_2(e2.body):e2.body,p3=Object.fromEntries(Object.entries(e2.headers).map(([r,a4])=>[r,String(a4)]));let n;try{n=await o3(e2.url,{method:e2.
method,body:u4,redirect:e2.request?.redirect,headers:p3,signal:e2.request?.signal,...e2.body&&{duplex:"half"}})}catch(r){let a4="Unknown Error";if(r instanceof Error){
if(r.name==="AbortError")throw r.status=500,r;a4=r.message,r.name==="TypeError"&&"cause"in r&&(r.cause instanceof Error?a4=r.cause.message:typeof r.cause=="stri\
ng"&&(a4=r.cause))}const m3=new a(a4,500,{request:e2});throw m3.cause=r,m3}const s2=n.status,d4=n.url,f3={};for(const[r,a4]of n.headers)f3[r]=a4;const c3={url:d4,
status:s2,headers:f3,data:""};if("deprecation"in f3){const r=f3.link&&f3.link.match(/<([^<>]+)>; rel="deprecation"/),a4=r&&r.pop();t.warn(`[@octokit/request] "${e2.
method} ${e2.url}" is deprecated. It is scheduled to be removed on ${f3.sunset}${a4?`. See ${a4}`:""}`)}if(s2===204||s2===205)return c3;if(e2.method==="HEAD"){if(s2<
400)return c3;throw new a(n.statusText,s2,{response:c3,request:e2})}if(s2===304)throw c3.data=await h2(n),new a("Not modified",s2,{response:c3,request:e2});if(s2>=
400)throw c3.data=await h2(n),new a(N3(c3.data),s2,{response:c3,request:e2});return c3.data=i2?await h2(n):n.body,c3}async function h2(e2){const o3=e2.headers.get(
"content-type");if(!o3)return e2.text().catch(g2);const t=parse(o3);if(R3(t)){let i2="";try{return i2=await e2.text(),W2(i2)}catch{return i2}}else return t.type.
startsWith("text/")||t.parameters.charset?.toLowerCase()==="utf-8"&&t.type!=="application/octet-stream"?e2.text().catch(g2):e2.arrayBuffer().catch(()=>new ArrayBuffer(
0))}function R3(e2){return e2.type==="application/json"||e2.type==="application/scim+json"}function N3(e2){if(typeof e2=="string")return e2;if(e2 instanceof ArrayBuffer)
return"Unknown error";if(typeof e2=="object"&&e2!==null&&"message"in e2){const o3=e2,t="documentation_url"in o3?` - ${o3.documentation_url}`:"";return Array.isArray(
o3.errors)?`${o3.message}: ${o3.errors.map(i2=>JSON.stringify(i2)).join(", ")}${t}`:`${o3.message}${t}`}return`Unknown error: ${JSON.stringify(e2)}`}function y3(e2,o3){
const t=e2.defaults(o3);return Object.assign(function(u4,p3){const n=t.merge(u4,p3);if(!n.request||!n.request.hook)return w(t.parse(n));const s2=(d4,f3)=>w(t.parse(
t.merge(d4,f3)));return Object.assign(s2,{endpoint:t,defaults:y3.bind(null,t)}),n.request.hook(s2,n)},{endpoint:t,defaults:y3.bind(null,t)})}var B2=y3(_,$3),f2="\
0.0.0-development";function m2(t){return`Request failed due to following response errors:
`+t.errors.map(a4=>` - ${a4.message}`).join(`
`)}var d2=class extends Error{constructor(t,a4,e2){super(m2(e2)),this.request=t,this.headers=a4,this.response=e2,this.errors=e2.errors,this.data=e2.data,Error.captureStackTrace&&
Error.captureStackTrace(this,this.constructor)}request;headers;response;name="GraphqlResponseError";errors;data},q2=["method","baseUrl","url","headers","request",
"query","mediaType","operationName"],g3=["query","method","url"],l3=/\/api\/v3\/?$/;function b3(t,a4,e2){if(e2){if(typeof a4=="string"&&"query"in e2)return Promise.
reject(new Error('[@octokit/graphql] "query" cannot be used as variable name'));for(const r in e2)if(g3.includes(r))return Promise.reject(new Error(`[@octokit/g\
raphql] "${r}" cannot be used as variable name`))}const o3=typeof a4=="string"?Object.assign({query:a4},e2):a4,n=Object.keys(o3).reduce((r,s2)=>q2.includes(s2)?
(r[s2]=o3[s2],r):(r.variables||(r.variables={}),r.variables[s2]=o3[s2],r),{}),i2=o3.baseUrl||t.endpoint.DEFAULTS.baseUrl;return l3.test(i2)&&(n.url=i2.replace(l3,
"/api/graphql")),t(n).then(r=>{if(r.data.errors){const s2={};for(const c3 of Object.keys(r.headers))s2[c3]=r.headers[c3];throw new d2(n,s2,r.data)}return r.data.
data})}function u2(t,a4){const e2=t.defaults(a4);return Object.assign((n,i2)=>b3(e2,n,i2),{defaults:u2.bind(null,e2),endpoint:e2.endpoint})}var E3=u2(B2,{headers:{
"user-agent":`octokit-graphql.js/${f2} ${getUserAgent()}`},method:"POST",url:"/graphql"});function O2(t){return u2(t,{method:"POST",url:"/graphql"})}var i="(?:[\
a-zA-Z0-9_-]+)",a2="\\.",s=new RegExp(`^${i}${a2}${i}${a2}${i}$`),u3=s.test.bind(s);async function h3(t){const r=u3(t),e2=t.startsWith("v1.")||t.startsWith("ghs\
_"),n=t.startsWith("ghu_");return{type:"token",token:t,tokenType:r?"app":e2?"installation":n?"user-to-server":"oauth"}}function c2(t){return t.split(/\./).length===
3?`bearer ${t}`:`token ${t}`}async function p2(t,r,e2,n){const o3=r.endpoint.merge(e2,n);return o3.headers.authorization=c2(t),r(o3)}var l4=function(r){if(!r)throw new Error(
"[@octokit/auth-token] No token passed to createTokenAuth");if(typeof r!="string")throw new Error("[@octokit/auth-token] Token passed to createTokenAuth is not \
a string");return r=r.replace(/^(token|bearer) +/i,""),Object.assign(h3.bind(null,r),{hook:p2.bind(null,r)})},o2="7.0.8",a3=()=>{},k3=console.warn.bind(console),
q3=console.error.bind(console);function b4(e2={}){return typeof e2.debug!="function"&&(e2.debug=a3),typeof e2.info!="function"&&(e2.info=a3),typeof e2.warn!="fu\
nction"&&(e2.warn=k3),typeof e2.error!="function"&&(e2.error=q3),e2}var h4=`octokit-core.js/${o2} ${getUserAgent()}`,d3=class{static VERSION=o2;static defaults(t){
return class extends this{constructor(...s2){const r=s2[0]||{};if(typeof t=="function"){super(t(r));return}super(Object.assign({},t,r,r.userAgent&&t.userAgent?{
userAgent:`${r.userAgent} ${t.userAgent}`}:null))}}}static plugins=[];static plugin(...t){const n=this.plugins;return class extends this{static plugins=n.concat(
t.filter(r=>!n.includes(r)))}}constructor(t={}){const n=new before_after_hook_default.Collection,s2={baseUrl:B2.endpoint.DEFAULTS.baseUrl,headers:{},request:Object.
assign({},t.request,{hook:n.bind(null,"request")}),mediaType:{previews:[],format:""}};if(s2.headers["user-agent"]=t.userAgent?`${t.userAgent} ${h4}`:h4,t.baseUrl&&
(s2.baseUrl=t.baseUrl),t.previews&&(s2.mediaType.previews=t.previews),t.timeZone&&(s2.headers["time-zone"]=t.timeZone),this.request=B2.defaults(s2),this.graphql=
O2(this.request).defaults(s2),this.log=b4(t.log),this.hook=n,t.authStrategy){const{authStrategy:o3,...l5}=t,i2=o3(Object.assign({request:this.request,log:this.log,
octokit:this,octokitOptions:l5},t.auth));n.wrap("request",i2.hook),this.auth=i2}else if(!t.auth)this.auth=async()=>({type:"unauthenticated"});else{const o3=l4(t.
auth);n.wrap("request",o3.hook),this.auth=o3}const r=this.constructor;for(let o3=0;o3<r.plugins.length;++o3)Object.assign(this,r.plugins[o3](this,t))}request;graphql;log;hook;auth};export{d3 as Octokit};
