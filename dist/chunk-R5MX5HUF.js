const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{hasLoginInQuery}from"./chunk-IEOO2HUM.js";
import{UserError}from"./start.js";var sslModes=["disable","allow","prefer","require","verify-ca","verify-full"],applicationName="staged-upgrade",knownParameters=new Set(
["host","sslmode","sslrootcert","sslcert","sslkey"]),withoutHost=/^(postgres(?:ql)?:\/\/[^/?#]*@)(:\d+)?\//i;function parseConnection({url:written,password,where}){
const url=written.replace(withoutHost,"$1localhost$2/"),parsed=URL.canParse(url)&&!hasLoginInQuery(url)?new URL(url):void 0;if(parsed===void 0||!["postgres:","p\
ostgresql:"].includes(parsed.protocol))throw notReadable(where);const parameters=parsed.searchParams;for(const name of parameters.keys())if(!knownParameters.has(
name))throw unknownParameter(where,name);const named=withoutHost.test(written)?"":decoded(parsed.hostname.replace(/^\[(.*)\]$/,"$1"),where),host=parameters.get(
"host")??named,user=decoded(parsed.username,where),database=decoded(parsed.pathname.slice(1),where);if(host==="")throw missing(where,"a host");if(host.includes(
","))throw missing(where,"exactly one host");if(user==="")throw missing(where,"a user");if(database==="")throw missing(where,"the name of a database");const secret=password??
(parsed.password===""?void 0:decoded(parsed.password,where)),sslmode=sslModes.find(mode=>mode===(parameters.get("sslmode")??"prefer"));if(sslmode===void 0)throw badSslMode(
where,parameters.get("sslmode")??"");const files=fileParameters(parameters);if(sslmode.startsWith("verify")&&files.sslrootcert===void 0)throw missing(where,`ssl\
rootcert=FILE, which sslmode=${sslmode} needs`);return{where,host,port:parsed.port===""?5432:Number(parsed.port),user,database,sslmode,...files,...secret===void 0?
{}:{password:secret}}}function connectionEnvironment(connection,inherited,pin){const kept=Object.entries(inherited).filter(([name])=>!name.startsWith("PG")),optional={
PGPASSWORD:connection.password,PGSSLROOTCERT:connection.sslrootcert,PGSSLCERT:connection.sslcert,PGSSLKEY:connection.sslkey,PGHOSTADDR:pin?.address,PGOPTIONS:pin?.
options},set=Object.entries(optional).flatMap(([name,value])=>value===void 0?[]:[[name,value]]);return{...Object.fromEntries([...kept,...set]),PGHOST:connection.
host,PGPORT:String(connection.port),PGUSER:connection.user,PGDATABASE:connection.database,PGSSLMODE:connection.sslmode,PGAPPNAME:applicationName,PGCONNECT_TIMEOUT:"\
15",LC_ALL:"C"}}function databaseArgument(connection){return`--dbname=dbname='${connection.database.replaceAll("\\","\\\\").replaceAll("'","\\'")}'`}function placeOf(connection){
return`"${connection.database}" on ${connection.host}, port ${connection.port}`}function fileParameters(parameters){const sslrootcert=parameters.get("sslrootcer\
t"),sslcert=parameters.get("sslcert"),sslkey=parameters.get("sslkey");return{...sslrootcert&&{sslrootcert},...sslcert&&{sslcert},...sslkey&&{sslkey}}}function decoded(text,where){
try{return decodeURIComponent(text)}catch{throw notReadable(where)}}function notReadable(where){return new UserError({happened:`The value of ${where} could not \
be read as postgres://user:password@host:5432/name (it is not shown, since it may hold a password).`,means:"Nothing was done.",next:'Percent-encode characters s\
uch as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password separately under "password:".'})}function missing(where,what){return new UserError(
{happened:`The URL in ${where} must name ${what}.`,means:"Nothing was done.",next:"Write it as postgres://user:password@host:5432/name. If the password holds # \
? or /, percent-encode it."})}function unknownParameter(where,name){return new UserError({happened:`The URL in ${where} has the parameter "${name}", which is no\
t supported.`,means:"Nothing was done.",next:`Remove it. These are accepted: ${[...knownParameters].join(", ")}. A "?" in the password is written %3F.`})}function badSslMode(where,mode){
return new UserError({happened:`The URL in ${where} has sslmode="${mode}".`,means:"Nothing was done.",next:`Use one of ${sslModes.join(", ")}.`})}export{applicationName,connectionEnvironment,databaseArgument,parseConnection,placeOf,sslModes};
