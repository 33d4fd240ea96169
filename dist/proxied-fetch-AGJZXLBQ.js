const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{ProxyRefusal}from"./start.js";
import"./chunk-D6K2TUBN.js";const{Agent:HttpAgent,request:httpRequest}=process.getBuiltinModule("node:http"),{Agent:HttpsAgent,request:httpsRequest}=process.getBuiltinModule(
"node:https");var maxRedirects=20,withoutBody=new Set([204,205,304]);function proxiedFetch({http,https,exceptions}){const agents={"http:":new HttpAgent(http===void 0?
{}:{proxyEnv:{http_proxy:http,no_proxy:exceptions}}),"https:":new HttpsAgent(https===void 0?{}:{proxyEnv:{https_proxy:https,no_proxy:exceptions}})};return async(input,init)=>{
const{body}=init??{};if(input instanceof Request||body&&typeof body!="string")throw new TypeError("Only text can be sent.");for(let redirects=0,request=new Request(
input,init);;redirects+=1){const reply=await send(request,body??void 0,agents),next=request.redirect==="manual"?void 0:redirected(request,reply);if(next===void 0)
return responseOf(reply,request);if(reply.destroy(),redirects===maxRedirects)throw new TypeError("fetch failed",{cause:new Error("too many redirects")});request=
next}}}function send({url,method,headers,signal},body,agents){const{protocol}=new URL(url),agent=agents[protocol];if(agent===void 0)throw new TypeError("fetch f\
ailed",{cause:new Error(`unknown scheme ${protocol}`)});const options={agent,method,signal,headers:{accept:"*/*",...Object.fromEntries(headers),"accept-encoding":"\
identity"}};return new Promise((resolve,reject)=>{const sent=protocol==="https:"?httpsRequest(url,options):httpRequest(url,options);sent.once("response",reply=>{
URL.canParse(sent.path)&&reply.statusCode===407?(reply.destroy(),reject(new ProxyRefusal(reply.statusCode))):resolve(reply)}),sent.on("error",cause=>{signal.aborted?
reject(signal.reason):"statusCode"in cause?reject(new ProxyRefusal(Number(cause.statusCode),{cause})):reject(new TypeError("fetch failed",{cause}))}),sent.end(body)})}
function redirected(request,{statusCode=0,headers}){if(![301,302,303,307,308].includes(statusCode)||headers.location===void 0)return;const url=URL.parse(headers.
location,request.url);if(url===null||request.method!=="GET"||request.redirect==="error")throw new TypeError("fetch failed",{cause:new Error(`unexpected redirect\
 (${statusCode})`)});const kept=new Headers(request.headers);if(url.origin!==new URL(request.url).origin)for(const name of["authorization","cookie","host"])kept.
delete(name);return new Request(url,{headers:kept,signal:request.signal})}function responseOf(reply,{url,signal}){const{statusCode:status=0,statusMessage:statusText="",
rawHeaders}=reply,headers=new Headers;for(let index=0;index<rawHeaders.length;index+=2)headers.append(rawHeaders[index]??"",rawHeaders[index+1]??"");const hasBody=!withoutBody.
has(status);hasBody||reply.resume();const body=hasBody?ReadableStream.from(bytesOf(reply,signal)):null;return Object.defineProperty(new Response(body,{status,statusText,
headers}),"url",{value:url})}async function*bytesOf(reply,signal){try{for await(const chunk of reply)yield new Uint8Array(chunk)}catch(cause){throw signal.throwIfAborted(),
new TypeError("terminated",{cause})}}export{proxiedFetch};
