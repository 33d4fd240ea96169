const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{hasLoginInQuery}from"./chunk-IEOO2HUM.js";
import{array,k,looseObject,m,number,object,string,unknown}from"./start.js";import{SystemFailure,UserError}from"./start.js";var shape=/^(?<scheme>mongodb(?:\+srv)?):\/\/(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^@/?]+)(?:\/(?<database>[^/?]*))?(?:\?(?<parameters>.*))?$/;
function parseAddress({url,password,where}){const groups=hasLoginInQuery(url)?void 0:shape.exec(url)?.groups;if(groups===void 0)throw notReadable(where);const{scheme,
hosts="",database=""}=groups,parameters=new URLSearchParams(groups.parameters??""),user=decoded(groups.user,where);return user!==void 0&&!parameters.has("authMe\
chanism")&&!parameters.has("authSource")&&parameters.set("authSource",decoded(database,where)??"admin"),{where,scheme:scheme==="mongodb+srv"?"mongodb+srv":"mong\
odb",hosts,user,password:password??decoded(groups.password,where),parameters}}function addressText({scheme,hosts,user,password,parameters}){const secret=password===
void 0?"":`:${encodeURIComponent(password)}`,login=user===void 0?"":`${encodeURIComponent(user)}${secret}@`,query=parameters.toString();return`${scheme}://${login}${hosts}\
/${query===""?"":`?${query}`}`}function decoded(text,where){if(!(text===void 0||text===""))try{return decodeURIComponent(text)}catch{throw notReadable(where)}}function notReadable(where){
return new UserError({happened:`The value of ${where} could not be read as mongodb://user:password@host:27017/?option=value (it is not shown, since it may hold \
a password).`,means:"Nothing was done.",next:'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password separ\
ately under "password:".'})}var again="then run the step again.",signs=[[[18,11],/authentication failed|auth error|unable to authenticate|SCRAM/i,{said:"the use\
r or the password was not accepted",next:`Check user, password and authSource in the URL (users mostly live in authSource=admin). A special character in the pas\
sword must be percent-encoded, or the password set separately under "password:", ${again}`}],[[13],/not authorized on|command .* requires authentication|not allowed to/i,
{said:"the user may not do this",next:`Grant it the role that is missing: "backup" and "clusterMonitor" to read production; "restore", and "readWrite" on the da\
tabase staged_upgrade, for staging, ${again}`}],[[],/ENOTFOUND|EAI_AGAIN|no such host|querySrv/i,{said:"the name of its host cannot be resolved here",next:`Chec\
k the host in the URL and that this machine can resolve it (VPN, DNS), ${again}`}],[[],/ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames|certificate is (?:not )?valid for|doesn't contain any IP SANs/i,
{said:"its TLS certificate is for a different name from the one in the URL",next:`Use the name that the certificate is for in the URL, or give the server a cert\
ificate for this one, ${again}`}],[[],/CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate (?:has expired|is not yet valid)/i,{said:"its TLS certificate is not vali\
d at this time",next:`Renew it, or correct the clock of this machine, ${again}`}],[[],/tls: (?:certificate required|bad certificate)|alert_(?:certificate_required|bad_certificate)|alert (?:certificate required|bad certificate)/i,
{said:"it requires a client TLS certificate, and does not accept this one",next:`Name the certificate and its key as tlsCertificateKeyFile=FILE in the URL, ${again}`}],
[[],/UNABLE_TO_(?:VERIFY|GET)|SELF_SIGNED|self[- ]signed|unable to (?:verify|get)|x509/i,{said:"its TLS certificate is not trusted here",next:`Name the certific\
ate authority that signed it as tlsCAFile=FILE in the URL, ${again}`}],[[],/wrong version number|packet length too long|does not look like a TLS handshake|before secure TLS connection was established/i,
{said:"the URL asks for TLS, but the server does not offer it",next:`Enable TLS on the server, or set tls=false if the network is trusted, ${again}`}],[[],/certificate|\btls\b|\bssl\b|ERR_TLS|ERR_SSL/i,
{said:"no encrypted connection could be made (TLS)",next:`Check the TLS options in the URL, tls=true, tlsCAFile=FILE and the files that it names, ${again}`}],[[],
/ECONNREFUSED|connection refused|ETIMEDOUT|EHOSTUNREACH|server selection (error|timeout)|no reachable servers|connection timed out/i,{said:"it could not be reac\
hed",next:`Check host and port in the URL, and that this machine can reach the server (network, VPN, firewall), ${again}`}],[[91,11600,189,10107,11602,13435,13436],
/not (writable )?primary|node is recovering|shutdown in progress|interrupted at shutdown|stepped down/i,{said:"the server is shutting down, or another member of\
 the replica set has become the primary",next:`Wait until the replica set has a primary, name all its members in the URL, ${again}`}],[[43,136],/cursor (id )?\S* ?not found|CappedPositionLost|oplog overflow/i,
{said:"the server dropped what was being read: it was restarted, or its oplog is too small for the time that a dump takes",next:`Take the backup when less is wr\
itten, or make the oplog larger (replSetResizeOplog), ${again}`}],[[50],/operation exceeded time limit|MaxTimeMSExpired/i,{said:"a command took longer than the \
server allows",next:`Wait until less is done on it, ${again}`}],[[14031],/no space left on device|disk full|out of disk/i,{said:"a disk is full",next:`Free spac\
e on the server and on this runner, ${again}`}],[[],/ECONNRESET|EPIPE|socket (was )?(unexpectedly )?closed|connection .* closed|\bEOF\b|incomplete read of message header/i,
{said:"the connection was cut",next:`Check that the server runs, set tls=true in the URL if it only accepts TLS, and make sure that nothing in between closes lo\
ng connections, ${again}`}]],addressErrors=["MongoParseError","MongoInvalidArgumentError","MongoMissingCredentialsError"];function causeInAddress({name,message}){
if(!addressErrors.includes(name))return;const unknown2=/^options? (?<names>\w+(?:, \w+)*) (?:is|are) not supported$/.exec(message)?.groups?.names;return{said:`${unknown2===
void 0?"an option in its URL, or its value,":`in its URL, ${unknown2}`} is not accepted`,next:`Correct the part after the "?" in the URL (https://www.mongodb.co\
m/docs/manual/reference/connection-string-options/), ${again}`}}function causeOf(code,message){return signs.find(([codes,words])=>code!==void 0&&codes.includes(
code)||words.test(message))?.[2]}var coded=looseObject({code:number(),codeName:string().optional()}),fileNotRead=looseObject({code:string(),syscall:m(["open","r\
ead"]),path:string()});function mongoFailure(error,doing,means){if(error instanceof SystemFailure)return error;const file=fileNotRead.safeParse(error);if(file.success)
return new SystemFailure({happened:`${doing} failed: the file "${file.data.path}", which its URL names, could not be read (${file.data.code}).`,means,next:"Corr\
ect tlsCAFile, tlsCertificateKeyFile or tlsCRLFile in the URL, or put the file there, then run the step again."});const read=coded.safeParse(error),code=read.success?
read.data.code:void 0,known=(error instanceof Error?causeInAddress(error):void 0)??causeOf(code,messagesOf(error)),name=read.success?` (${read.data.codeName??`c\
ode ${read.data.code}`})`:"";return new SystemFailure({happened:`${doing} failed: ${known?.said??"for a reason that only the log of the server has"}${name}.`,means,
next:known?.next??"Look at the MongoDB server's log, which has the full message, then run the step again."})}function messagesOf(error,depth=0){if(!(error instanceof
Error)||depth>4)return"";const code="code"in error&&typeof error.code=="string"?error.code:"",inner=error instanceof AggregateError?error.errors.map(each=>messagesOf(
each,depth+1)):[];return[error.message,code,messagesOf(error.cause,depth+1),...inner].join(" ")}var applicationName="staged-upgrade",patternsAsSent={bsonRegExp:!0};
async function withSession(address,signal,body){signal?.throwIfAborted();const{MongoClient}=await import("./clients/mongodb.js"),doing=`Connecting to MongoDB on\
 ${address.hosts}`;try{const client=new MongoClient(addressText(address),{appName:applicationName,maxPoolSize:1,...address.parameters.has("serverSelectionTimeou\
tMS")?{}:{serverSelectionTimeoutMS:15e3}}),cut=()=>{client.close(!0).catch(()=>{})};signal?.addEventListener("abort",cut,{once:!0});try{return await client.connect().
catch(cause=>{throw mongoFailure(cause,doing,"Nothing was done.")}),await body({address,command:(database,command)=>client.db(database).command(command,patternsAsSent),
all:(database,command)=>client.db(database).runCursorCommand(command,patternsAsSent).toArray(),documents:(database,collection,which={filter:{}})=>"at"in which?rawAt(
client,database,collection,which.at):raw(client.db(database).collection(collection),which.filter),replaceOne:async(database,collection,document)=>{await client.
db(database).collection(collection).replaceOne({_id:document._id},document,{upsert:!0,writeConcern:{w:"majority",journal:!0}})}})}finally{signal?.removeEventListener(
"abort",cut),await client.close().catch(()=>{})}}catch(cause){throw signal?.throwIfAborted(),mongoFailure(cause,`Asking MongoDB on ${address.hosts}`,"Nothing wa\
s changed.")}}var bytes=k(Uint8Array);async function*raw(collection,filter){for await(const document of collection.find(filter,{raw:!0}))yield bytes.parse(document)}
var batch=object({cursor:object({id:unknown(),firstBatch:array(bytes).optional(),nextBatch:array(bytes).optional()})});async function*rawAt(client,database,collection,at){
const session=client.startSession({causalConsistency:!1});try{const options={session,promoteLongs:!1,fieldsAsRaw:{firstBatch:!0,nextBatch:!0}},ask=async command=>batch.
parse(await client.db(database).command(command,options)).cursor;let cursor=await ask({find:collection,readConcern:{level:"snapshot",atClusterTime:at}});for(yield*cursor.
firstBatch??[];String(cursor.id)!=="0";)cursor=await ask({getMore:cursor.id,collection}),yield*cursor.nextBatch??[]}finally{await session.endSession()}}export{addressText,applicationName,causeOf,mongoFailure,parseAddress,withSession};
