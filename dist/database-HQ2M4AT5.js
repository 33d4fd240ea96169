const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{asFindings,listed,
noted,quotedList,readTlsFile,refused,requireNone}from"./chunk-DKCVFI6O.js";import{withSecretFolder}from"./chunk-7QUNGZVQ.js";import{markIn,markText,withoutMarks}from"./project.js";
import{askProgram}from"./project.js";import{fine}from"./project.js";import{childEnvironment}from"./project.js";import"./start.js";import"./start.js";import{hasLoginInQuery}from"./chunk-IEOO2HUM.js";
import"./start.js";import{array,boolean,int,m,object,string}from"./start.js";import{SystemFailure,UserError}from"./start.js";import"./chunk-D6K2TUBN.js";const{isIP}=process.
getBuiltinModule("node:net");var sslModes=["disabled","preferred","required","verify-ca","verify-identity"],knownParameters=["socket","ssl-mode","ssl-ca","ssl-c\
ert","ssl-key"];function parseConnection({url,password,where}){const parsed=URL.canParse(url)&&!hasLoginInQuery(url)?new URL(url):void 0;if(parsed===void 0||!["\
mysql:","mariadb:"].includes(parsed.protocol))throw notReadable(where);const parameters=parsed.searchParams;for(const name of parameters.keys())if(!knownParameters.
some(known=>known===name))throw unknownParameter(where,name);const socket=parameters.get("socket")??void 0,host=decoded(parsed.hostname.replace(/^\[(.*)\]$/,"$1"),
where),user=decoded(parsed.username,where),database=decoded(parsed.pathname.slice(1),where);if(host===""&&socket===void 0)throw missing(where,"a host");if(user===
"")throw missing(where,"a user");if(database==="")throw missing(where,"the name of a database");const sslMode=sslModes.find(mode=>mode===(parameters.get("ssl-mo\
de")??"preferred").toLowerCase());if(sslMode===void 0)throw badSslMode(where,parameters.get("ssl-mode")??"");if(sslMode==="verify-identity"&&socket===void 0&&isIP(
host)!==0)throw addressForIdentity(where);const secret=password??(parsed.password===""?void 0:decoded(parsed.password,where)),[sslCa,sslCert,sslKey]=["ssl-ca","\
ssl-cert","ssl-key"].map(name=>parameters.get(name));return{where,host,user,database,sslMode,port:parsed.port===""?3306:Number(parsed.port),...socket!==void 0&&
{socket},...secret!==void 0&&{password:secret},...sslCa&&{sslCa},...sslCert&&{sslCert},...sslKey&&{sslKey}}}function placeOf({database,host,port,socket}){return socket===
void 0?`"${database}" on ${host}, port ${port}`:`"${database}" by ${socket}`}function decoded(text,where){try{return decodeURIComponent(text)}catch{throw notReadable(
where)}}function notReadable(where){return new UserError({happened:`The value of ${where} could not be read as mysql://user:password@host:3306/name (it is not s\
hown, since it may hold a password).`,means:"Nothing was done.",next:'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), o\
r set the password separately under "password:".'})}function missing(where,what){return new UserError({happened:`The URL in ${where} must name ${what}.`,means:"\
Nothing was done.",next:"Write it as mysql://user:password@host:3306/name. If the password holds # ? or /, percent-encode it."})}function unknownParameter(where,name){
return new UserError({happened:`The URL in ${where} has the parameter "${name}", which is not supported.`,means:"Nothing was done.",next:`Remove it. These are a\
ccepted: ${knownParameters.join(", ")}. A "?" in the password is written %3F.`})}function addressForIdentity(where){return new UserError({happened:`The URL in ${where}\
 has ssl-mode=verify-identity, but an address instead of a name.`,means:"Whether a certificate is for an address cannot be verified here. Nothing was done.",next:"\
Write the name that the certificate is for, or ssl-mode=verify-ca where it is enough that your authority signed it."})}function badSslMode(where,mode){return new UserError(
{happened:`The URL in ${where} has ssl-mode="${mode}".`,means:"Nothing was done.",next:`Use one of ${sslModes.join(", ")}.`})}const{createWriteStream}=process.getBuiltinModule(
"node:fs"),{join:join3}=process.getBuiltinModule("node:path"),{pipeline}=process.getBuiltinModule("node:stream"),{createGzip}=process.getBuiltinModule("node:zli\
b");var again="then run the step again.",ofTheBackup="What refuses is in the backup itself: production's own rows or definitions. Correct them on production, th\
en take a new backup; restoring this one again ends the same way.",signs=[[[1053,1077,1079,1927,3169],"the server was shut down, or an administrator ended the c\
onnection",`Wait until the server runs, ${again}`],[[1040,1203,1226],"the server has no connection left for this user",`Free connections, or raise max_connectio\
ns or the limits of the user, ${again}`],[[1,2,4,6,7,9,11,12,13,17,24,29],"the server could not open, read or remove one of its own files",`Look into the server\
's log and at its tmpdir, which no other server may share, ${again}`],[[3,5,20,1021,1030,1041,1114,1878,3019],"a disk of the server is full, or it ran out of me\
mory",`Free space on the server, ${again}`],[[1037,1038,1135,2008],"the server or the client ran out of memory",`Give it more memory, ${again}`],[[1205,1213,3572],
"something holds a lock for long, such as a migration or another backup",`Wait until it has ended, ${again}`],[[1412],"a table was altered while it was read, su\
ch as by a migration",`Wait until it has ended, ${again}`],[[1969,3024,1317,1028],"a statement took longer than the server allows, or was ended by somebody",`Ra\
ise max_statement_time or max_execution_time for this user, ${again}`],[[1153,1301,2020],"a row is larger than max_allowed_packet allows",`Raise max_allowed_pac\
ket on the server (up to 1G), ${again}`],[[1159,1160,1161,1158,2006,2013,2055,"PROTOCOL_CONNECTION_LOST","ECONNRESET","EPIPE"],"the connection was cut",`Check t\
hat the server runs, the network, and that no proxy or firewall between ends long connections, ${again}`],[[2026,"HANDSHAKE_SSL_ERROR","UNABLE_TO_VERIFY_LEAF_SI\
GNATURE","SELF_SIGNED_CERT_IN_CHAIN","DEPTH_ZERO_SELF_SIGNED_CERT","UNABLE_TO_GET_ISSUER_CERT","UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],"TLS with the server could n\
ot be set up, or its certificate is not trusted here",`Name the authority that signed it as ssl-ca in the URL, ${again}`],[["ERR_TLS_CERT_ALTNAME_INVALID"],"the\
 server's TLS certificate is for a different name from the one in the URL",`Use the name that the certificate is for in the URL, or give the server a certificat\
e for this one, ${again}`],[["CERT_HAS_EXPIRED","CERT_NOT_YET_VALID"],"the server's TLS certificate is not valid at this time",`Renew it, or correct the clock o\
f this machine, ${again}`],[["HANDSHAKE_NO_SSL_SUPPORT"],"the configuration asks for TLS, but the server does not offer it",`Let the server offer TLS, or set ss\
l-mode=disabled where the way to it is trusted, ${again}`],[[3159],"the server accepts this user only over TLS",`Set ssl-mode=required in the URL, ${again}`],[[
1062,1169,1180,1586],"rows could not be kept, mostly since two have one value where a unique key allows one",ofTheBackup],[[1216,1217,1451,1452],"rows break a f\
oreign key",ofTheBackup],[[3819,4025],"a row breaks a check constraint",ofTheBackup],[[1048,1264,1265,1292,1366,1406,1411,3140],"a value does not fit its column",
ofTheBackup],[[1067,1118,1071,1101],"a definition of the backup is not allowed by this server",ofTheBackup],[[1115,1273,1253],"the server lacks a character set \
or a collation",`Run the same server version as production here, ${again}`],[[1286,1479],"the server lacks a storage engine",`Let the server load it, as product\
ion's does, ${again}`],[[1419,1418],"functions and triggers may not be made while the server writes its binary log",`SET GLOBAL log_bin_trust_function_creators \
= 1 on this server, or give the user SUPER, ${again}`],[[1449],"a user that owns a view or a routine (its definer) does not exist here",`Make that user, or set \
"definers: ignore", ${again}`],[[1356,1146],"a view or a routine refers to a table that does not exist",`Correct or drop it on production (CHECK TABLE name show\
s it), ${again}`],[[1242],"the restore did not come to the server that was verified",`Let the URL name the server itself, not a proxy or pooler, ${again}`],[[2002,
2003,2005,"ECONNREFUSED","ENOTFOUND","ETIMEDOUT","ENOENT","EHOSTUNREACH","EAI_AGAIN"],"the server cannot be reached",`Check host and port in the configuration, \
and that this machine can reach the server (network, VPN, firewall), ${again}`],[[1044,1045,1698,"AUTH_SWITCH_PLUGIN_ERROR"],"the server refuses this user",'Che\
ck user, password and host of the grant. An odd character in the password of a URL must be percent-encoded, or the password set apart under "password:".'],[[1049],
"the database does not exist","Create the database first, or correct its name in the configuration."],[[1142,1143,1227,1370,1410,1419,1290],"the user lacks a ri\
ght","Grant the missing right to the user of the configuration, then run the step again."]],shown=new Set([1044,1045,1049,1142,1143,1146,1227,1273,1115,1286,1370,
1449]);function causeOf(code,message){const sign=signs.find(([codes])=>code!==void 0&&codes.includes(code)),[,said="the message may quote data, and is only in t\
he server log",next=`Look into the server's log, which has the whole message, ${again}`]=sign??[],text=typeof code=="number"&&shown.has(code)?`: ${firstLine(message)}`:
"";return{said:`${said}${text}${code===void 0?"":` (${code})`}`,next}}function firstLine(message){return(message.split(`
`)[0]??"").replace(/["\s]*(when trying to connect)?$/,"").slice(0,300)}function asServerError(cause){if(!(cause instanceof Error))return{message:""};const{message}=cause,
number="errno"in cause&&typeof cause.errno=="number"&&cause.errno>0?cause.errno:void 0,code="code"in cause&&typeof cause.code=="string"?cause.code:void 0;return{
message,...number!==void 0&&{number},...code!==void 0&&{code}}}function numberOf(cause){return asServerError(cause).number}function databaseFailure(cause,doing,means){
if(cause instanceof SystemFailure)return cause;const error=asServerError(cause),{said,next}=causeOf(error.number??error.code,error.message);return new SystemFailure(
{happened:`${doing} failed: ${said}.`,means,next})}function requireSuccess(result,tool,means,next){if(result.exitCode===0)return result;const ended=result.exitCode===
void 0?`was ended by ${result.endedBy}`:`exit code ${result.exitCode}`,found=causeIn(result.stderr),at=objectIn(result.stderr);throw new SystemFailure({happened:`${tool}\
 failed${at}: ${found?.said??"it did not say why"} (${ended}).`,means,next:found?.next??next??"Look into the server's log and the free disk space, then run the \
step again."})}function causeIn(stderr){for(const line of stderr.split(`
`)){const groups=/^ERROR (?<number>\d+) \(\w+\)[^:]*: (?<text>.*)$/.exec(line)?.groups??/: (?:Got error|Error):? (?<number>\d+): "?(?<text>.*)$/.exec(line)?.groups??
/: Couldn't execute '.*': (?<text>.*) \((?<number>\d+)\)$/.exec(line)?.groups;if(groups!==void 0)return causeOf(Number(groups.number),groups.text??"");if(/no space left on device/i.
test(line))return ofThisMachine}}function objectIn(stderr){const table2=/when dumping table `(?<table>[^`]*)`/.exec(stderr)?.groups?.table;if(table2!==void 0)return`\
 at table "${table2}"`;const line=/^ERROR \d+ \(\w+\) at line (?<line>\d+)/m.exec(stderr)?.groups?.line;return line===void 0?"":` at line ${line} of the dump`}var ofThisMachine={
said:"the disk of this runner is full",next:"Free space where backups are written and fetched, then run the step again."};const{createHash}=process.getBuiltinModule(
"node:crypto");function serverOf(text){const flavour=/mariadb/i.test(text)?"MariaDB":"MySQL",version=/\d+(?:\.\d+)*/.exec(text.replace(/^5\.5\.5-(?=\d)/,""))?.[0]??
"0",[major="0",minor="0"]=version.split(".");return{flavour,version,number:Number(major)*100+Number(minor)}}function nameOf({flavour,version}){return`${flavour}\
 ${version}`}function lineOf({flavour,version}){return`${flavour} ${version.split(".").slice(0,2).join(".")}`}function quoted(name){return`\`${name.replaceAll("\
`","``")}\``}function literal(text){return`'${text.replaceAll("\\","\\\\").replaceAll("'","''")}'`}var method="sha2-sums",shownCharacters=32,longTypes=new Set([
"tinytext","text","mediumtext","longtext","json","tinyblob","blob","mediumblob","longblob","vector","geometry","point","linestring","polygon","multipoint","mult\
ilinestring","multipolygon","geometrycollection","geomcollection"]),byteTypes=new Set(["char","varchar","binary","varbinary","enum","set"]);async function readTable(session,table2,withContent){
const{name,columns,isVersioned}=table2,hidden=isVersioned&&!columns.some(column=>/^row_start$/i.test(column.name))?periodColumns:[],all=[...columns,...hidden],from=`${quoted(
name)}${isVersioned?" FOR SYSTEM_TIME ALL":""}`,hash=withContent?`SHA2(CONCAT(${all.map(hashed).join(", ")}), 256)`:"NULL",counter=columns.find(({isCounter})=>isCounter);
try{const[row]=await session.query(`SELECT COUNT(*) AS total, COUNT(h) AS hashes, SUM(CAST(CONV(SUBSTR(h, 1, 16), 16, 10) AS UNSIGNED)) AS one,
         SUM(CAST(CONV(SUBSTR(h, 17, 16), 16, 10) AS UNSIGNED)) AS other, MAX(l) AS longest, MAX(c) + 1 AS next
       FROM (SELECT ${hash} AS h, ${lengthOf(columns)} AS l, ${counter===void 0?"NULL":quoted(counter.name)} AS c
             FROM ${from}) AS read_rows`);if(row===void 0)throw new Error("the server counted nothing");const rows=Number(row.total);if(withContent&&Number(row.
hashes)!==rows)throw new Error("the server did not hash every row");const counted={name,rows};return{fingerprint:withContent?{...counted,checksum:checksumOf([row.
total,row.one,row.other])}:counted,longestRow:Number(row.longest??0),...counter!==void 0&&row.next!==null&&{nextNumber:BigInt(Math.trunc(Number(row.next)))}}}catch(cause){
throw databaseFailure(cause,`Reading table "${name}"`,"Nothing was written to the database.")}}function isComparable(checksum){return checksum?.startsWith(`${method}\
:`)===!0}var periodColumns=["row_start","row_end"].map(name=>({name,type:"timestamp",isNullable:!1,isCounter:!1}));function hashed({name,type,isNullable}){const column=quoted(
name),value=longTypes.has(type)?`SHA2(CAST(${column} AS BINARY), 256)`:`CONCAT(OCTET_LENGTH(${textOf(column,type)}), ':', ${textOf(column,type)})`;return isNullable?
`IF(${column} IS NULL, 'n', ${value})`:value}function textOf(column,type){return byteTypes.has(type)?`CAST(${column} AS BINARY)`:type==="bit"?`CAST(${column} AS\
 UNSIGNED)`:`CAST(${column} AS CHAR)`}function lengthOf(columns){const lengths=columns.filter(({type})=>longTypes.has(type)||byteTypes.has(type)).map(({name})=>`\
2 * COALESCE(OCTET_LENGTH(${quoted(name)}), 4)`);return[String(64*columns.length),...lengths].join(" + ")}function checksumOf(parts){const digest=createHash("sh\
a256").update(parts.map(part=>part??"").join(":")).digest("hex");return`${method}:${digest.slice(0,shownCharacters)}`}const{Transform}=process.getBuiltinModule(
"node:stream");var longest=256*1024,newLine=10;function dumpLines(beginnings,rewrite){const wanted=new Set(Buffer.from(beginnings,"latin1"));let held=Buffer.alloc(
0),isPassing=!1;const pass=(chunk,push)=>{const data=held.length===0?chunk:Buffer.concat([held,chunk]);held=Buffer.alloc(0);let at=0,from=0;for(;at<data.length;){
const end=data.indexOf(newLine,at);if(!isPassing&&wanted.has(data[at]??0)){if(end===-1&&data.length-at<=longest){held=Buffer.from(data.subarray(at));break}if(end!==
-1){const line=data.toString("latin1",at,end),written=rewrite(line);written!==line&&(push(data.subarray(from,at)),push(Buffer.from(written,"latin1")),from=end)}}
isPassing=end===-1,at=end===-1?data.length:end+1}push(data.subarray(from,data.length-held.length))};return new Transform({transform(chunk,_encoding,done){pass(chunk,
part=>this.push(part)),done()},flush(done){held.length>0&&this.push(Buffer.from(rewrite(held.toString("latin1")),"latin1")),done()}})}function nameIn(latin){return Buffer.
from(latin,"latin1").toString("utf8").replaceAll("``","`")}var transactional=["innodb","rocksdb","tokudb","ndbcluster","xtradb"];async function listTables(session){
const tables=await session.query(`SELECT TABLE_NAME AS name, TABLE_TYPE AS type, ENGINE AS engine, DATA_LENGTH AS bytes FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
     ORDER BY BINARY TABLE_NAME`),columns=await session.query(`SELECT TABLE_NAME AS table_name, COLUMN_NAME AS name, LOWER(DATA_TYPE) AS type, IS_NULLABLE AS nu\
llable, EXTRA AS extra
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY BINARY TABLE_NAME, BINARY COLUMN_NAME`),byTable=Map.groupBy(columns,({table_name:table2})=>table2);
return tables.map(({name,type,engine,bytes})=>({name,engine:engine??"",isTransactional:transactional.includes((engine??"").toLowerCase()),isVersioned:type==="SY\
STEM VERSIONED",bytes:Number(bytes??0),columns:(byTable.get(name)??[]).map(column=>({name:column.name,type:column.type,isNullable:column.nullable==="YES",isCounter:/auto_increment/i.
test(column.extra)}))}))}async function listSequences(session){return(await session.query(`SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = ${literal("SEQUENCE")} ORDER BY BINARY TABLE_NAME`)).map(({name})=>name)}function positionsReader(){const counters=new Map,
sequences=new Map;let table2;return{beginnings:"CD)",see:line=>{const started=/^CREATE TABLE (?:IF NOT EXISTS )?`(?<name>(?:[^`]|``)*)` \($/.exec(line)?.groups?.
name;if(started!==void 0)table2=nameIn(started);else if(line.startsWith(")")){const value=/^\) ENGINE=.*? AUTO_INCREMENT=(?<value>\d+)/.exec(line)?.groups?.value;
table2!==void 0&&value!==void 0&&!counters.has(table2)&&counters.set(table2,value),table2=void 0}const set=/^DO SETVAL\(`(?<name>(?:[^`]|``)*)`, (?<value>-?\d+), 0\);/.
exec(line)?.groups;set?.name!==void 0&&set.value!==void 0&&!sequences.has(nameIn(set.name))&&sequences.set(nameIn(set.name),set.value)},found:{counters,sequences}}}
async function readPositions(session){const rows=await session.query(`SELECT TABLE_NAME AS name, AUTO_INCREMENT AS value FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND AUTO_INCREMENT IS NOT NULL`),sequences=new Map;for(const name of await listSequences(session)){const[row]=await session.
query(`SELECT next_not_cached_value AS value FROM ${quoted(name)}`);row!==void 0&&sequences.set(name,String(row.value))}return{counters:new Map(rows.map(({name,
value})=>[name,String(value)])),sequences}}function sequencesOf({counters,sequences},tables,reads){const nextOf=new Map(reads.map(({fingerprint,nextNumber})=>[fingerprint.
name,nextNumber??1n]));return[...tables.filter(({columns})=>columns.some(({isCounter})=>isCounter)).map(({name})=>{const kept=BigInt(counters.get(name)??"1"),next=nextOf.
get(name)??1n;return{name:`${name} (AUTO_INCREMENT)`,value:String(kept>next?kept:next)}}),...[...sequences].map(([name,value])=>({name,value}))]}const{createHash:createHash2}=process.
getBuiltinModule("node:crypto");function partsOfTable(created){const lines=created.split(`
`),end=lines.findLastIndex(line=>line.startsWith(")")),parts={},columns=[];let last="";for(const line of lines.slice(1,end)){const named=partOf(line);if(named===
void 0){parts[last]=`${parts[last]??""}
${line}`;continue}last=named.part,named.column!==void 0&&columns.push(named.column),parts[last]=line.trim().replace(/,$/,"")}const[options="",...partitions]=lines.
slice(end);return{...parts,"order of columns":JSON.stringify(columns),options:options.replace(/ AUTO_INCREMENT=\d+/,""),...partitions.length>0&&{partitions:partitions.
join(`
`)}}}var shapes=[[/^ {2}(?:UNIQUE |FULLTEXT |SPATIAL |VECTOR )?(?:KEY|INDEX) (?<name>`(?:[^`]|``)*`)/,name=>`index "${name}"`],[/^ {2}CONSTRAINT (?<name>`(?:[^`]|``)*`)/,
name=>`constraint "${name}"`],[/^ {2}PRIMARY KEY/,()=>"primary key"],[/^ {2}PERIOD FOR (?<name>\S+)/,name=>`period "${name}"`]];function partOf(line){const column=/^ {2}(?<name>`(?:[^`]|``)*`) /.
exec(line)?.groups?.name;if(column!==void 0)return{part:`column "${bare(column)}"`,column:bare(column)};for(const[shape,name]of shapes){const found=shape.exec(line);
if(found!==null)return{part:name(bare(found.groups?.name??""))}}}function bare(name){return name.replace(/^`|`$/g,"").replaceAll("``","`")}var definerShape=/DEFINER=(?<definer>`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?) /;
function splitDefiner(created){const head=created.slice(0,400);return{definer:definerShape.exec(head)?.groups?.definer??"",text:head.replace(definerShape,"")+created.
slice(400)}}async function readSchema(session,tables){const objects=new Map;return await readDatabase(session,objects),await readTables(session,tables,objects),
await readTriggers(session,objects),await readViews(session,objects),await readRoutines(session,objects),await readEvents(session,objects),Object.fromEntries([...objects].
map(([object2,parts])=>[object2,hashesOf(parts)]))}function hashesOf(parts){return Object.fromEntries(Object.entries(parts).map(([part,text])=>[part,createHash2(
"sha256").update(text).digest("hex").slice(0,16)]))}async function readDatabase(session,objects){const[row]=await session.query("SELECT DEFAULT_CHARACTER_SET_NA\
ME AS `set`, DEFAULT_COLLATION_NAME AS collation\n     FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()");objects.set("database",{"character set":together(
row?.set,row?.collation)})}async function readTables(session,tables,objects){for(const{name}of tables){const[row]=await session.query(`SHOW CREATE TABLE ${quoted(
name)}`);objects.set(`table "${name}"`,partsOfTable(row?.["Create Table"]??""))}for(const name of await listSequences(session)){const[row]=await session.query(`\
SHOW CREATE TABLE ${quoted(name)}`);objects.set(`sequence "${name}"`,{definition:row?.["Create Table"]??""})}}async function readTriggers(session,objects){const triggers=await session.
query(`SELECT TRIGGER_NAME AS name, EVENT_OBJECT_TABLE AS on_table, DEFINER AS definer, ACTION_TIMING AS timing,
       EVENT_MANIPULATION AS event, CAST(ACTION_ORDER AS CHAR) AS place, ACTION_STATEMENT AS statement, SQL_MODE AS mode,
       CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS collation
     FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()`);for(const{name,on_table:table2,definer,timing,event,place,statement,mode,client,collation}of triggers){
const object2=`table "${table2}"`;objects.set(object2,{...objects.get(object2),[`trigger "${name}"`]:together(timing,event,place,statement?.trim(),mode,client,collation),
[`definer of trigger "${name}"`]:definer??""})}}async function readViews(session,objects){const views=await session.query("SELECT TABLE_NAME AS name FROM inform\
ation_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()");for(const{name}of views){const[row]=await session.query(`SHOW CREATE VIEW ${quoted(name)}`),{definer,text}=splitDefiner(
row?.["Create View"]??"");objects.set(`view "${name}"`,{definition:text,definer,"character set":together(row?.character_set_client,row?.collation_connection)})}}
async function readRoutines(session,objects){const routines=await session.query(`SELECT ROUTINE_NAME AS name, ROUTINE_TYPE AS kind FROM information_schema.ROUTI\
NES
     WHERE ROUTINE_SCHEMA = DATABASE()`),unreadable=[];for(const{name,kind}of routines){const[row]=await session.query(`SHOW CREATE ${kind} ${quoted(name)}`),created=Object.
entries(row??{}).find(([key])=>/^create /i.test(key))?.[1];if(created==null){unreadable.push(`${kind.toLowerCase()} "${name}"`);continue}const{definer,text}=splitDefiner(
created);objects.set(`${kind.toLowerCase()} "${name}"`,{definition:together(text.trim(),row?.sql_mode),definer,"character set":together(row?.character_set_client,
row?.collation_connection)})}if(unreadable.length>0)throw notReadable2(unreadable)}function notReadable2(routines){return new SystemFailure({happened:`The user \
of the configuration may not read the text of ${routines.slice(0,5).join(", ")}${routines.length>5?` and ${routines.length-5} more`:""}.`,means:"A backup would \
lack them, so none is taken.",next:"Let the user read them: GRANT SHOW_ROUTINE ON *.* (MySQL), SHOW CREATE ROUTINE on the database (MariaDB 11.3 and later), or \
SELECT ON mysql.proc (MariaDB before)."})}async function readEvents(session,objects){const events=await session.query(`SELECT EVENT_NAME AS name, DEFINER AS def\
iner, STATUS AS status, EVENT_TYPE AS kind, CAST(EXECUTE_AT AS CHAR) AS at,
       INTERVAL_VALUE AS every, INTERVAL_FIELD AS unit, CAST(STARTS AS CHAR) AS starts, CAST(ENDS AS CHAR) AS ends,
       ON_COMPLETION AS completion, EVENT_DEFINITION AS body, SQL_MODE AS mode, TIME_ZONE AS zone, EVENT_COMMENT AS comment,
       CHARACTER_SET_CLIENT AS client, COLLATION_CONNECTION AS collation
     FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()`);for(const{name,definer,status,body,...rest}of events)objects.set(`event "${name}"`,{definition:together(
...Object.values(rest),body?.trim()),definer:definer??"",status:status??""})}function together(...values){return JSON.stringify(values.map(value=>value??null))}
async function takeFingerprint(session,request){try{const objects=await readSchema(session,await listTables(session));await openSnapshot(session);const at=request.
clock.now().toISOString(),tables=await listTables(session),reads=await readAll(session,tables,request);await session.query("COMMIT");const{like}=request,definedBy=lineOf(
session.server);return{at,tables:reads.map(({fingerprint})=>fingerprint),sequences:sequencesOf(await readPositions(session),tables,reads),objects,definedBy,...like!==
void 0&&{exemptions:exemptions(like.definedBy,definedBy)}}}catch(cause){throw databaseFailure(cause,"Reading the database","Nothing was written to it.")}}async function openSnapshot(session){
await session.query("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ"),await session.query("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")}async function readAll(session,tables,{
setting,like,log,signal}){const before=new Map(like?.tables.map(({name,checksum})=>[name,checksum])),reads=[];for(const table2 of tables){signal?.throwIfAborted();
const withContent=like===void 0?setting.content&&!setting.except.includes(table2.name):isComparable(before.get(table2.name));await session.query("SAVEPOINT befo\
re_table"),reads.push(await readTable(session,table2,withContent)),await session.query("ROLLBACK TO SAVEPOINT before_table"),log?.progress({text:"Tables read",done:reads.
length,total:tables.length})}return reads}function exemptions(there,here){return[{part:"definer",only:"changed",reason:'Views, routines, triggers and events bel\
ong to the user that restored them, where this server lacks their owners or the user may not make them in the name of others ("definers").'},{object:'event "',part:"\
status",only:"changed",reason:'A copy has its events switched off ("outside").'},...there===void 0||there===here?[]:[{only:"changed",reason:`${there} and ${here}\
 write definitions in other words, so only the names of what is defined were compared.`}]]}async function withSession(connection,signal,body){signal?.throwIfAborted();
const{client,server}=await connect(connection),cut=()=>client.destroy();client.on("error",()=>{}),signal?.addEventListener("abort",cut,{once:!0});try{return await body(
{query:async(sql,values=[])=>rowsOf(client,sql,values),server,where:connection.where})}catch(cause){throw signal?.throwIfAborted(),cause}finally{signal?.removeEventListener(
"abort",cut),signal?.aborted?cut():await client.end().catch(()=>{})}}async function rowsOf(client,sql,values){const[rows]=await client.query(sql,[...values]);return Array.
isArray(rows)?rows:[]}var settings={time_zone:"'+00:00'",sql_mode:"''",sql_quote_show_create:"1",wait_timeout:"28800",net_read_timeout:"600",net_write_timeout:"\
600",lock_wait_timeout:"60",innodb_lock_wait_timeout:"60",max_statement_time:"0",max_execution_time:"0",information_schema_stats_expiry:"0"};async function connect(connection){
try{const client=await open(connection);try{return{client,server:await prepare(client)}}catch(cause){throw client.destroy(),cause}}catch(cause){throw databaseFailure(
cause,`Connecting to database ${placeOf(connection)}`,"Nothing was done.")}}async function open(connection){const{sslMode,socket}=connection;if(sslMode==="disab\
led"||socket!==void 0)return await tryOnce(connection);try{return await tryOnce(connection,await encryption(connection))}catch(cause){const offersNone=cause instanceof
Error&&"code"in cause&&cause.code==="HANDSHAKE_NO_SSL_SUPPORT";if(sslMode!=="preferred"||!offersNone)throw cause;return await tryOnce(connection)}}async function tryOnce(connection,ssl){
const{createConnection}=await import("./clients/mysql.js"),{host,port,socket,user,password,database}=connection;return await createConnection({...socket===void 0?
{host,port}:{socketPath:socket},user,database,charset:"utf8mb4_general_ci",connectTimeout:15e3,password:password??"",dateStrings:!0,supportBigNumbers:!0,jsonStrings:!0,
...ssl&&{ssl}})}async function prepare(client){const names2=Object.keys(settings).map(name=>`'${name}'`),assignments=(await rowsOf(client,`SHOW SESSION VARIABLE\
S WHERE Variable_name IN (${names2.join(", ")})`,[])).map(({Variable_name:name})=>`SESSION ${name} = ${settings[name.toLowerCase()]}`);await client.query(`SET ${assignments.
join(", ")}`);const[row]=await rowsOf(client,"SELECT VERSION() AS version",[]);return serverOf(row?.version??"")}async function encryption({sslMode,sslCa,sslCert,
sslKey,where}){return{rejectUnauthorized:sslMode.startsWith("verify"),verifyIdentity:sslMode==="verify-identity",...sslCa&&{ca:await readTlsFile(sslCa,"ssl-ca",
where)},...sslCert&&{cert:await readTlsFile(sslCert,"ssl-cert",where)},...sslKey&&{key:await readTlsFile(sslKey,"ssl-key",where)}}}async function inOneState(session,frozen,opened,body){
const{connection,tables,signal}=frozen,withoutTransactions=tables.filter(({isTransactional})=>!isTransactional);return await withLocked(withoutTransactions,frozen,
async()=>{const result=await withSession(connection,signal,async locking=>(tables.length>0&&await lock(locking,tables,frozen),await openSnapshot(session),await opened()));
return await body(result)})}async function withLocked(tables,frozen,body){return tables.length===0?await body():await withSession(frozen.connection,frozen.signal,
async locking=>(await lock(locking,tables,frozen),await body()))}var waitSeconds=3,tries=20,pauseMilliseconds=2e3;async function lock(session,tables,{clock,signal}){
await session.query(`SET SESSION lock_wait_timeout = ${waitSeconds}`);const statement=`LOCK TABLES ${tables.map(({name})=>`${quoted(name)} READ`).join(", ")}`;for(let tried=1;;tried++)
try{await session.query(statement);return}catch(cause){if(numberOf(cause)!==1205||tried===tries)throw databaseFailure(cause,"Holding writers off for the moment \
in which a backup starts","There is no backup.");await clock.sleep(pauseMilliseconds,signal)}}const{readFile,writeFile}=process.getBuiltinModule("node:fs/promis\
es"),{join}=process.getBuiltinModule("node:path");var source=object({flavour:m(["MySQL","MariaDB"]),version:string(),number:int(),characterSet:string(),collation:string(),
collations:array(string()),engines:array(string()),definers:array(string()),events:int(),routines:int(),lowerCaseNames:string(),hasCapitals:boolean(),encryptedTables:array(
string()),longestRow:int().optional()});function asSourceFacts(value){return source.safeParse(value).data}async function readSourceFacts(session,tables){const{server}=session,
texts=async sql=>(await session.query(sql)).map(({text})=>text),[database]=await session.query("SELECT DEFAULT_CHARACTER_SET_NAME AS `set`, DEFAULT_COLLATION_NA\
ME AS collation, @@lower_case_table_names AS `lower`\n     FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()");return{flavour:server.flavour,version:server.
version,number:server.number,characterSet:database?.set??"",collation:database?.collation??"",collations:await texts(`SELECT COLLATION_NAME AS text FROM informa\
tion_schema.COLUMNS
       WHERE TABLE_SCHEMA = DATABASE() AND COLLATION_NAME IS NOT NULL
       UNION SELECT TABLE_COLLATION FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_COLLATION IS NOT NULL`),engines:[...new Set(tables.map(({engine})=>engine))].filter(engine=>engine!==""),definers:await texts(
`SELECT DEFINER AS text FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
       UNION SELECT DEFINER FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
       UNION SELECT DEFINER FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
       UNION SELECT DEFINER FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()`),events:await count(session,"EVENTS WHERE EVENT_SCHEMA = DATABASE()"),
routines:await count(session,"ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE <> 'PROCEDURE'")+await count(session,"TRIGGERS WHERE TRIGGER_SCHEMA = \
DATABASE()"),lowerCaseNames:String(database?.lower??""),hasCapitals:tables.some(({name})=>name!==name.toLowerCase()),encryptedTables:await texts(`SELECT TABLE_N\
AME AS text FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()
       AND (UPPER(CREATE_OPTIONS) LIKE '%ENCRYPTION=''Y''%' OR UPPER(CREATE_OPTIONS) LIKE '%ENCRYPTED%YES%')`)}}async function count(session,from){const[row]=await session.
query(`SELECT COUNT(*) AS total FROM information_schema.${from}`);return Number(row?.total??0)}var sourceName="source.json";async function writeSource(directory,value){
await writeFile(join(directory,sourceName),`${JSON.stringify(value,null,2)}
`)}async function readSource(directory){try{return source.parse(JSON.parse(await readFile(join(directory,sourceName),"utf8")))}catch(cause){throw new SystemFailure(
{happened:`The backup has no readable "${sourceName}".`,means:"It is not a whole backup of MySQL or MariaDB. Nothing was restored.",next:"Take another backup."},
{cause})}}const{writeFile:writeFile2}=process.getBuiltinModule("node:fs/promises"),{join:join2}=process.getBuiltinModule("node:path");var names={MariaDB:[["mari\
adb-dump","mariadb"],["mysqldump","mysql"]],MySQL:[["mysqldump","mysql"]]};async function findTools({processes,environment,folder,flavour}){const install=flavour===
"MariaDB"?'Install them ("apt-get install mariadb-client" on Debian and Ubuntu), or name their folder under "tools:".':`Install them ("apt-get install mysql-cli\
ent" on Ubuntu, or from MySQL's repository), or name their folder under "tools:".`;let other;for(const[dumpName2,clientName]of names[flavour]){const[dump2,client]=[
dumpName2,clientName].map(name=>folder===void 0?name:join2(folder,name));if(dump2===void 0||client===void 0)continue;const made=await madeBy(dump2,processes,environment),
reads=await madeBy(client,processes,environment);if(!(made===void 0||reads===void 0)){if(made.flavour===flavour&&reads.flavour===flavour)return{dump:dump2,client,
made};other=made}}throw new SystemFailure({happened:other===void 0?`${names[flavour].map(([dump2,client])=>`${dump2} and ${client}`).join(", or ")} were not fou\
nd${folder===void 0?"":` in "${folder}"`}.`:`mysqldump is ${other.flavour}'s here, and the server is ${flavour}.`,means:"Nothing was done.",next:install})}async function madeBy(program,processes,environment){
const answer=await askProgram(processes,{argv:[program,"--version"],environment});if(answer===void 0)return;const version=/(?:Distrib |from |Ver )(\d+\.\d+\.\d+\S*)/.
exec(answer.stdout)?.[1];return answer.exitCode===0&&version!==void 0?serverOf(version):void 0}async function withLogin(connection,{made},environment,body){return await withSecretFolder(
environment,async folder=>{const file=join2(folder,"client.cnf");return await writeFile2(file,loginFile(connection,made.flavour),{mode:384}),await body(`--defau\
lts-file=${file}`)})}function loginFile({host,port,socket,user,password,...tls},flavour){return`[client]
${[...[["host",socket===void 0?host:"localhost"],["port",String(port)],["protocol",socket===void 0?"tcp":"socket"],["socket",socket],["user",user],["password",password??
""],["default-character-set","utf8mb4"],["ssl-ca",tls.sslCa],["ssl-cert",tls.sslCert],["ssl-key",tls.sslKey]].flatMap(([name,value])=>value===void 0?[]:[`${name}\
="${escaped(value)}"`]),...tlsLines(tls.sslMode,flavour,socket!==void 0)].join(`
`)}
`}function tlsLines(mode,flavour,local){return flavour==="MySQL"?[`ssl-mode=${local?"DISABLED":mode.toUpperCase().replace("-","_")}`]:mode==="disabled"||local?[
"skip-ssl"]:mode==="preferred"?["loose-disable-ssl-verify-server-cert"]:["ssl",mode==="required"?"disable-ssl-verify-server-cert":"ssl-verify-server-cert"]}function escaped(value){
return value.replaceAll("\\","\\\\").replaceAll('"','\\"').replaceAll(`
`,"\\n").replaceAll("	","\\t").replaceAll("\r","\\r")}function toolEnvironment(inherited){const kept=Object.entries(inherited).filter(([name])=>!/^(?:MYSQL|MARIADB|LIBMYSQL)_/.
test(name));return{...Object.fromEntries(kept),LC_ALL:"C"}}var dumpName="dump.sql.gz",notTaken="There is no backup; the database itself was not touched.";async function dump(session,request){
const{connection,clock,directory}=request,stop=new AbortController,signal=AbortSignal.any([stop.signal,...request.signal?[request.signal]:[]]);try{const tables=await listTables(
session),frozen={connection,tables,clock,signal},open2=async()=>{const at2=clock.now().toISOString(),running=startDump(tables,{...request,signal});return running.
ended.catch(()=>{}),await running.started,{at:at2,ended:running.ended}},objects=await readSchema(session,tables),source2=await readSourceFacts(session,tables),taken=await inOneState(
session,frozen,open2,async({at:at2,ended})=>{const reading=readAll(session,tables,{...request,signal}),[reads2,positions2]=await Promise.all([reading,ended]).catch(
async cause=>{throw stop.abort(cause),await Promise.allSettled([reading,ended]),cause});return{at:at2,reads:reads2,positions:positions2}});await session.query("\
COMMIT"),await requireUnchanged(session,objects);const{at,reads,positions}=taken;return await writeSource(directory,{...source2,longestRow:Math.max(0,...reads.map(
({longestRow})=>longestRow))}),{at,tables:reads.map(({fingerprint})=>fingerprint),sequences:sequencesOf(positions,tables,reads),objects,definedBy:lineOf(session.
server)}}catch(cause){throw request.signal?.throwIfAborted(),databaseFailure(cause,"Taking the backup",notTaken)}}async function requireUnchanged(session,objects){
const now=await readSchema(session,await listTables(session));if(JSON.stringify(now)!==JSON.stringify(objects))throw new SystemFailure({happened:"The definition\
 of a table, a view, a routine or an event was changed while the backup was taken.",means:notTaken,next:"Wait until whatever changes them has ended, such as a m\
igration, then run the step again."})}var afterStart=/^-- (?:Setting savepoint|Retrieving|Releasing|Disconnecting)/,longestStartMilliseconds=3e4;function startDump(tables,request){
const started=Promise.withResolvers(),late=AbortSignal.timeout(longestStartMilliseconds),ended=runDump(tables,request,started.resolve),isLate=()=>started.reject(
new SystemFailure({happened:`${request.tools.dump} did not start to read within ${longestStartMilliseconds/1e3} seconds.`,means:notTaken,next:"Check that this m\
achine reaches the server without delay, then run the step again."}));return late.addEventListener("abort",isLate,{once:!0}),ended.then(()=>started.resolve(),started.
reject),{started:started.promise,ended}}async function runDump(tables,request,onStart){const{connection,tools,directory,processes,environment,log,signal}=request,
positions=positionsReader(),lines=dumpLines(positions.beginnings,line=>(positions.see(line),line)),written=Promise.withResolvers();pipeline(lines,createGzip({level:1}),
createWriteStream(join3(directory,dumpName)),cause=>cause?written.reject(cause):written.resolve()),written.promise.catch(()=>{});let done=0;const result=await withLogin(
connection,tools,environment,login=>processes.run({argv:[tools.dump,login,...dumpOptions(tools,tables),connection.database],environment,output:lines,onLine:line=>{
afterStart.test(line)&&onStart(),/^-- Retrieving rows/.test(line)&&(done+=1,log.progress({text:"Dumping tables",done,total:tables.length}))},signal}));return requireSuccess(
result,tools.dump,notTaken),await written.promise,positions.found}function dumpOptions({made},tables){return["--verbose","--single-transaction","--quick","--rou\
tines","--triggers","--events","--hex-blob","--tz-utc","--default-character-set=utf8mb4","--max-allowed-packet=1G","--net-buffer-length=1M","--skip-dump-date","\
--no-tablespaces","--skip-add-locks","--skip-add-drop-table",...made.flavour==="MySQL"?["--set-gtid-purged=OFF","--column-statistics=0"]:[],...tables.some(({isVersioned})=>isVersioned)?
["--dump-history"]:[]]}var serverNames=["server_uuid","server_uid"];async function readIdentity(session){return(await read(session)).identity}async function read(session){
try{const[row]=await session.query("SELECT DATABASE() AS name, @@hostname AS host, @@port AS port, @@datadir AS folder");if(row===void 0)throw new Error("the se\
rver does not say which database the session is in");const numbers=(await session.query(`SHOW GLOBAL VARIABLES WHERE Variable_name IN (${serverNames.map(literal).
join(", ")})`)).flatMap(({Variable_name:name,Value:value})=>value===""?[]:[[name,value]]),lineage={...Object.fromEntries(numbers.map(([name,value])=>[name.toLowerCase().
replace("_","-"),value])),database:row.name},location={host:row.host,port:String(row.port),folder:row.folder,database:row.name},kept=await keptMark(session,row.
name),mark=markOf(kept,location,lineage,numbers.length>0);return{identity:{kind:"mysql",lineage,location:withoutFolder(location),mark},name:row.name,kept}}catch(cause){
throw databaseFailure(cause,"Reading the identity of the database","It is not known which one it is, so nothing was done.")}}function withoutFolder({folder,...location}){
return{...location,...folder!==void 0&&{"data-directory":folder}}}var schema="staged_upgrade",table=`${schema}.disposable_marks`;async function keptMark(session,database){
try{return(await session.query(`SELECT mark AS mark FROM ${table} WHERE database_name = ${literal(database)}`)).map(({mark})=>mark).join(" ")}catch(cause){if([1049,
1146,1142,1044].includes(numberOf(cause)??0))return"";throw cause}}function markOf(kept,location,lineage,isNumbered){const tiedTo=Object.values(isNumbered?lineage:
{...location,...lineage}).join("/");return markIn(kept,{tiedTo,place:`the row "${location.database}" of the table ${table}`})}async function markDisposable(session,choose){
const found=await read(session),mark=await choose(found);if(mark!==void 0)try{const now=await read(session);if(JSON.stringify(now.identity)!==JSON.stringify(found.
identity))throw new SystemFailure({happened:"While it was looked at, the database that answers became another one.",means:"Something between here and the server\
 leads to more than one database. Nothing was marked.",next:`Let ${session.where} name the server itself, not a proxy that chooses one.`});await makeTable(session);
const text=`${withoutMarks(now.kept)} ${markText(mark)}`.trim();return await session.query(`REPLACE INTO ${table} (database_name, mark) VALUES (${literal(now.name)}\
, ${literal(text)})`),await readIdentity(session)}catch(cause){const failure=databaseFailure(cause,"Marking the database as disposable","It is not marked.");throw rightsMissing.
includes(numberOf(cause)??0)?new SystemFailure({happened:failure.detail.happened,means:`It is not marked: the mark is kept in the schema "${schema}" of this ser\
ver, where this user may not write.`,next:`Let an administrator of staging's server run: CREATE SCHEMA IF NOT EXISTS ${schema}; GRANT CREATE, SELECT, INSERT, DE\
LETE ON ${schema}.* TO the user of the configuration. Never do so on production's server. Then mark it again.`}):failure}}var rightsMissing=[1044,1142,1227];async function makeTable(session){
const[there]=await session.query(`SELECT 1 AS found FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${schema}' AND TABLE_NAME = 'disposable_marks'`);if(there!==
void 0)return;const[made]=await session.query(`SELECT 1 AS found FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '${schema}'`);made===void 0&&await session.
query(`CREATE SCHEMA ${schema} DEFAULT CHARACTER SET utf8mb4`),await session.query(`CREATE TABLE IF NOT EXISTS ${table} (database_name varchar(64) COLLATE utf8m\
b4_bin NOT NULL PRIMARY KEY, mark text NOT NULL)
     COMMENT 'Which databases of this server Staged Upgrade may empty'`)}async function readRights(session){const[who]=await session.query("SELECT CURRENT_USER(\
) AS account, DATABASE() AS name"),lines=(await session.query("SHOW GRANTS")).flatMap(row=>Object.values(row));return rightsIn(lines,{account:who?.account??"",database:who?.
name??""})}function rightsIn(lines,{account,database}){const onDatabase=new Set,onServer=new Set;let hasRoles=!1;for(const line of lines){const found=/^GRANT (?<rights>.*) ON (?<place>\*\.\*|`(?:[^`]|``)*`\.\*) TO /.
exec(line)?.groups;if(found?.rights===void 0||found.place===void 0){hasRoles||=/^GRANT (?!.* ON )/.test(line);continue}const rights=found.rights.split(/,\s*(?![^(]*\))/).
map(right=>right.trim().toUpperCase());if(found.place==="*.*")for(const right of rights)onServer.add(right);else if(covers(found.place.slice(1,-3).replaceAll("`\
`","`"),database))for(const right of rights)onDatabase.add(right)}const hasAllOnServer=onServer.has("ALL PRIVILEGES");if(hasRoles&&!hasAllOnServer)return;const hasAllOnDatabase=hasAllOnServer||
onDatabase.has("ALL PRIVILEGES");return{onDatabase:new Set([...onServer,...onDatabase]),onServer,hasAllOnDatabase,hasAllOnServer,account}}function covers(pattern,database){
const expression=pattern.replace(/\\[_%]|[_%]|[.*+?^${}()|[\]\\]/g,found=>found==="_"?".":found==="%"?".*":found==="\\_"||found==="\\%"?found.slice(1):`\\${found}`);
return new RegExp(`^${expression}$`,"s").test(database)}function lacking(rights,needed){return rights.hasAllOnDatabase?[]:needed.filter(right=>!rights.onDatabase.
has(right))}function maySetDefiners({hasAllOnServer,onServer}){return hasAllOnServer||["SUPER","SET USER","SET_USER_ID","SET_ANY_DEFINER"].some(right=>onServer.
has(right))}async function obstaclesToBackingUp(session,tools){const tables=await listTables(session);return[...await rightsMissing2(session),...await brokenViews(
session),...ofTables(tables),...history(tables,tools)]}async function rightsMissing2(session){const rights=await readRights(session),missing2=rights===void 0?[]:
lacking(rights,["SELECT","LOCK TABLES","SHOW VIEW","TRIGGER","EVENT"]);return missing2.length===0?[]:[refused({happened:`The user of the configuration lacks ${missing2.
join(", ")} on the database.`,means:"A backup would stop there, or lack triggers or events without a word.",next:`Let an administrator run: GRANT ${missing2.join(
", ")} ON the database.* TO the user. It locks tables only for the moment in which a backup starts.`})]}async function brokenViews(session){const views=await session.
query(`SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'VIEW' AND TABLE_COMMENT LIKE '%references invalid%'`);return views.length===0?[]:[refused({happened:`Thes\
e views refer to what does not exist, or belong to a user that does not: ${quotedList(views.map(({name})=>name))}.`,means:"A dump stops at such a view, so no ba\
ckup could be taken.",next:"Correct or drop them on production (SHOW CREATE VIEW shows what they refer to)."})]}function ofTables(tables){const obstacles=[],locked=tables.
filter(({isTransactional})=>!isTransactional);locked.length>0&&obstacles.push(noted({happened:`These tables have no transactions: ${listed(locked.map(({name,engine})=>`\
"${name}" (${engine})`))}.`,means:"Whoever writes to them waits until a backup is taken; all other tables are written to meanwhile.",next:"Where that takes too \
long: ALTER TABLE name ENGINE = InnoDB."}));const floats=tables.flatMap(({name,columns})=>columns.filter(({type})=>type==="float").map(column=>`"${name}"."${column.
name}"`));return floats.length>0&&obstacles.push(noted({happened:`These columns are of type FLOAT: ${listed(floats)}.`,means:"The server writes six digits of su\
ch a number, so any dump and any restore keeps no more.",next:"Where more digits matter: ALTER TABLE name MODIFY column DOUBLE."})),obstacles}function history(tables,{
dump:dump2,made}){const versioned=tables.filter(({isVersioned})=>isVersioned).map(({name})=>name);return versioned.length===0||made.number>=1011?[]:[refused({happened:`\
The server keeps the history of rows of ${quotedList(versioned)}, and ${dump2} is version ${made.version}.`,means:"It leaves that history out, so it would be lo\
st by going back.",next:'Install mariadb-dump 10.11 or later, or name its folder under "tools:".'})]}async function definerRights(session,definers,rights){const accounts=await accountsOf(
session),others=definers.filter(definer=>definer!==rights?.account);return{missing:accounts&&definers.filter(definer=>!accounts.has(definer)),maySet:others.length===
0?!0:rights&&maySetDefiners(rights)}}function keepsDefiners(setting,{missing:missing2,maySet}){return setting!=="auto"?setting==="keep":maySet===!0&&missing2?.length===
0}async function accountsOf(session){try{const rows=await session.query("SELECT CONCAT(User, '@', Host) AS account FROM mysql.user");return new Set(rows.map(({account})=>account))}catch{
return}}var neededRights=["SELECT","INSERT","CREATE","DROP","ALTER","INDEX","REFERENCES","CREATE VIEW","SHOW VIEW","TRIGGER","CREATE ROUTINE","ALTER ROUTINE","E\
VENT","LOCK TABLES"];async function obstaclesToRestoring(session,question){const rights=await readRights(session),[target]=await session.query(`SELECT @@read_on\
ly AS readOnly, @@global.max_allowed_packet AS packet, @@lower_case_table_names AS lowerCaseNames,
       @@log_bin AS writesLog, @@global.log_bin_trust_function_creators AS trustsFunctions`);if(target===void 0)throw new Error("the server does not say how it \
is set");const{source:source2}=question;return[...ofTheUser(rights,target),...source2===void 0?[]:[...ofTheServer(session,source2),...ofSettings(target,source2,
rights),...await ofWhatIsThere(session,source2),...await ofDefiners(session,source2,question,rights)]]}function ofTheUser(rights,{readOnly}){const missing2=rights===
void 0?[]:lacking(rights,neededRights),obstacles=[];return missing2.length>0&&obstacles.push(refused({happened:`The user of the configuration lacks ${missing2.join(
", ")} on the database.`,means:"It could be emptied and not be filled again.",next:"Let an administrator run: GRANT ALL PRIVILEGES ON the database.* TO the user\
."})),Number(readOnly)!==0&&rights!==void 0&&!rights.hasAllOnServer&&!rights.onServer.has("SUPER")&&obstacles.push(refused({happened:"The server is read-only (r\
ead_only is on), as a replica is.",means:"Nothing can be restored there.",next:"Use a separate server for staging."})),obstacles}function ofTheServer({server},source2){
return source2.flavour!==server.flavour?[refused({happened:`The backup comes from ${nameOf(source2)}, and this server is ${nameOf(server)}.`,means:"What the one\
 writes the other does not read in all cases, and a rehearsal there would prove little.",next:`Run ${source2.flavour} here too.`})]:source2.number<=server.number?
[]:[refused({happened:`The backup comes from ${nameOf(source2)}, and this server is older: ${nameOf(server)}.`,means:"What the newer one has cannot be restored \
into it.",next:`Run ${nameOf(source2)} here too: a rehearsal on another version would prove little.`})]}var aroundRow=64*1024;function ofSettings(target,source2,rights){
const obstacles=[],needed=(source2.longestRow??0)+aroundRow,packet=Number(target.packet);needed>packet&&source2.longestRow!==void 0&&obstacles.push(refused({happened:`\
The longest row of the backup needs a statement of about ${needed} bytes, and max_allowed_packet is ${packet} here.`,means:"The server would end the restore at \
that row.",next:"SET GLOBAL max_allowed_packet = 1073741824 on this server, and keep it in its configuration."})),source2.hasCapitals&&String(target.lowerCaseNames)!==
source2.lowerCaseNames&&obstacles.push(refused({happened:`lower_case_table_names is ${target.lowerCaseNames} here and ${source2.lowerCaseNames} on production, a\
nd the backup has tables with capital letters.`,means:"Their names would become other ones.",next:"Set up the server of staging with the same lower_case_table_n\
ames: it cannot be changed later."}));const isTrusted=Number(target.writesLog)===0||Number(target.trustsFunctions)===1;return source2.routines>0&&!isTrusted&&rights!==
void 0&&!maySetDefiners(rights)&&obstacles.push(refused({happened:"This server writes a binary log, and lets only administrators make functions and triggers, wh\
ich the backup has.",means:"The restore would end at the first of them.",next:"SET GLOBAL log_bin_trust_function_creators = 1 on this server."})),obstacles}async function ofWhatIsThere(session,source2){
const obstacles=[],collations=await missingOf(session,source2.collations,names2=>`SELECT COLLATION_NAME AS name FROM information_schema.COLLATIONS WHERE COLLATI\
ON_NAME IN (${names2})
     UNION SELECT FULL_COLLATION_NAME FROM information_schema.COLLATION_CHARACTER_SET_APPLICABILITY
     WHERE FULL_COLLATION_NAME IN (${names2})`);collations.length>0&&obstacles.push(refused({happened:`This server lacks collations that the backup uses: ${quotedList(
collations)}.`,means:"Tables that use them could not be made.",next:`Run ${nameOf(source2)} here too.`}));const engines=await missingOf(session,source2.engines,
names2=>`SELECT ENGINE AS name FROM information_schema.ENGINES WHERE SUPPORT IN ('YES', 'DEFAULT') AND ENGINE IN (${names2})`);return engines.length>0&&obstacles.
push(refused({happened:`This server lacks storage engines that the backup uses: ${quotedList(engines)}.`,means:"Tables that use them could not be made, or would\
 silently get another one.",next:"Let the server load them (INSTALL SONAME, or plugin-load-add), as production does."})),source2.encryptedTables.length>0&&!await canEncrypt(
session)&&obstacles.push(refused({happened:`These tables of the backup are encrypted on disk, and this server has no key for that: ${quotedList(source2.encryptedTables)}\
.`,means:"They could not be made.",next:"Set up a key management plugin (MariaDB) or a keyring (MySQL) on the server of staging, with its own key."})),obstacles}
async function missingOf(session,wanted,sql){if(wanted.length===0)return[];const full=sql(wanted.map(literal).join(", ")),rows=await session.query(full).catch(()=>session.
query(full.split("UNION")[0]??"")),there=new Set(rows.map(({name})=>name));return wanted.filter(name=>!there.has(name))}async function canEncrypt(session){const[
plugin]=await session.query(`SELECT 1 AS found FROM information_schema.PLUGINS
     WHERE PLUGIN_STATUS = 'ACTIVE' AND (PLUGIN_TYPE = 'ENCRYPTION' OR PLUGIN_NAME LIKE 'keyring%')`);if(plugin!==void 0)return!0;const[component]=await session.
query("SELECT 1 AS found FROM performance_schema.keyring_component_status WHERE STATUS_VALUE = 'Active'").catch(()=>[]);return component!==void 0}async function ofDefiners(session,source2,{
definers,outside},rights){const obstacles=[],{missing:missing2,maySet}=await definerRights(session,source2.definers,rights);return definers==="keep"&&missing2!==
void 0&&missing2.length>0&&obstacles.push(refused({happened:`Views or routines of the backup belong to users that this server lacks: ${quotedList(missing2)}.`,means:"\
They could not be used here.",next:'Make these users (CREATE USER \u2026 ACCOUNT LOCK), or set "definers: ignore".'})),definers==="keep"&&maySet===!1&&obstacles.
push(refused({happened:`Views or routines of the backup belong to ${listed(source2.definers)}, and the user of the configuration may not make them in their name\
.`,means:"The restore would end at the first of them.",next:'GRANT SET USER (MariaDB), SET_ANY_DEFINER (MySQL 8.2 and later) or SET_USER_ID ON *.* TO the user, \
or set "definers: ignore".'})),outside==="keep"&&source2.events>0&&obstacles.push(noted({happened:`The backup has ${source2.events} events, which the server run\
s automatically, and "outside: keep" leaves them on.`,means:"They act in the copy as they do in production.",next:"Make sure that none of them reaches anything \
outside of the database."})),obstacles}function toolsFinding(subject,{server},{dump:dump2,made}){return fine(subject,`${dump2} ${made.version} suits the server,\
 ${nameOf(server)}.`)}function findings(subject,obstacles,good){const found=asFindings(subject,obstacles);return found.some(({kind})=>kind==="problem")?found:[fine(
subject,good),...found]}const{randomUUID}=process.getBuiltinModule("node:crypto"),{createReadStream}=process.getBuiltinModule("node:fs"),{join:join4}=process.getBuiltinModule(
"node:path"),{PassThrough,pipeline:pipeline2}=process.getBuiltinModule("node:stream"),{createGunzip}=process.getBuiltinModule("node:zlib");async function emptyDatabase(session){
await session.query("SET SESSION foreign_key_checks = 0"),await dropEach(session,"EVENT","SELECT EVENT_NAME AS name FROM information_schema.EVENTS WHERE EVENT_S\
CHEMA = DATABASE()");for(const kind of["PACKAGE","PROCEDURE","FUNCTION"])await dropEach(session,kind,`SELECT ROUTINE_NAME AS name FROM information_schema.ROUTIN\
ES
       WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = ${literal(kind)}`);for(const[kind,types]of[["VIEW",["VIEW","SYSTEM VIEW"]],["TABLE",["BASE TABLE","S\
YSTEM VERSIONED"]],["SEQUENCE",["SEQUENCE"]]])await dropEach(session,kind,`SELECT TABLE_NAME AS name FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN (${types.map(literal).join(", ")})`);await session.query("SET SESSION foreign_key_checks = 1")}async function dropEach(session,kind,list){
for(const{name}of await session.query(list))await session.query(`DROP ${kind} IF EXISTS ${quoted(name)}`)}var owner="DEFINER=`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?",
ofView=new RegExp(`^(/\\*!50013 )${owner} (SQL SECURITY )`),ofTrigger=new RegExp(`^(/\\*!50003 CREATE\\*/ )/\\*!500\\d\\d ${owner}\\s*\\*/ (/\\*!50003 TRIGGER )`),
ofEvent=new RegExp(`^(/\\*!50106 CREATE\\*/ )/\\*!50117 ${owner}\\s*\\*/ (/\\*!50106 EVENT )`),ofRoutine=new RegExp(`^(CREATE )${owner} ((?:AGGREGATE )?(?:PROCE\
DURE|FUNCTION|PACKAGE) )`),eventOn=/^(\/\*!50106 CREATE\*\/ .*? ON COMPLETION (?:NOT )?PRESERVE )ENABLE\b/;function rewriting({withDefiners,withEventsOff}){return{
beginnings:"C/",line:text=>{const owned=withDefiners?text:[ofView,ofTrigger,ofEvent,ofRoutine].reduce((line,shape)=>line.replace(shape,"$1$2"),text);return withEventsOff?
owned.replace(eventOn,"$1DISABLE"):owned}}}async function readRoutineRights(session){const[set]=await session.query(`SELECT @@automatic_sp_privileges AS withdra\
ws,
       (SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()) AS routines`);if(Number(set?.withdraws)===0||Number(set?.routines)===
0)return[];try{return(await session.query(`SELECT User AS user, Host AS host, Routine_type AS kind, Routine_name AS routine, Proc_priv AS rights
       FROM mysql.procs_priv WHERE Db = DATABASE() ORDER BY Routine_type, Routine_name, User, Host`)).map(({user,host,kind,routine,rights})=>{const all=rights.toUpperCase().
split(","),named=all.filter(right=>right!=="GRANT").join(", ")||"USAGE",account=`${literal(user)}${host===""?"":`@${literal(host)}`}`,passedOn=all.includes("GRA\
NT")?" WITH GRANT OPTION":"";return{kind,routine,statement:`GRANT ${named} ON ${kind} ${quoted(routine)} TO ${account}${passedOn}`}})}catch{return}}function sayRoutineRights(rights,log){
if(rights===void 0){log.warn("The server withdraws rights on single routines when a restore replaces them, and this user may not see them (SELECT on mysql.procs\
_priv): whoever had any may lack them afterwards. Let an administrator look, or grant EXECUTE on the database.");return}if(rights.length===0)return;const statements2=rights.
map(({statement})=>`${statement};`).join(" ");log.info(`The server withdraws rights on single routines with them. They are given back at the end: ${statements2}`)}
async function giveBackRoutineRights(session,rights,log){if(rights===void 0||rights.length===0)return;const routines=await session.query("SELECT ROUTINE_TYPE AS\
 kind, ROUTINE_NAME AS name FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()"),there=new Set(routines.map(({kind,name})=>`${kind} ${name}`.toLowerCase()));
session.server.flavour==="MariaDB"&&await session.query("SET SESSION sql_mode = 'NO_AUTO_CREATE_USER'");const failed=[];for(const{kind,routine,statement}of rights)
there.has(`${kind} ${routine}`.toLowerCase())&&await session.query(statement).catch(()=>failed.push(`${statement};`));session.server.flavour==="MariaDB"&&await session.
query("SET SESSION sql_mode = ''"),failed.length!==0&&log.warn(`${failed.length} rights on single routines, which the server withdrew with them, could not be gi\
ven back: this user may not grant them. Let an administrator run: ${failed.join(" ")}`)}var retryMilliseconds=1e4,pauseMilliseconds2=500;async function requireNobodyElse(session,{
disconnect,clock,signal}){const deadline=clock.now().getTime()+retryMilliseconds;for(;;){const others=await session.query(`SELECT ID AS id, USER AS account FROM\
 information_schema.PROCESSLIST
       WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND COMMAND <> 'Daemon'`);if(others.length===0)return;if(disconnect)for(const{id}of others)await session.
query(`KILL ${Number(id)}`).catch(()=>{});if(clock.now().getTime()>=deadline)throw inUse(others);await clock.sleep(pauseMilliseconds2,signal)}}function inUse(others){
const names2=[...new Set(others.map(({account})=>`"${account}"`))].join(", ");return new SystemFailure({happened:`${others.length} other sessions are connected \
to the database (user ${names2}).`,means:"Nothing was restored; the database is unchanged.",next:'Stop the server that uses it (see "stop" of the deployer). If \
these may be cut off, set "disconnect-others: true".'})}var unchanged="Nothing was restored; the database is unchanged.",incomplete="The database is incomplete:\
 do not start the server on it.";async function restore(session,options){const{log,signal,source:source2}=options;let withDefiners,routineRights;try{requireNone(
await obstaclesToRestoring(session,options),unchanged,log);const standing=await definerRights(session,source2.definers,await readRights(session));withDefiners=keepsDefiners(
options.definers,standing),routineRights=await readRoutineRights(session),await requireNobodyElse(session,{disconnect:options.disconnectOthers,clock:options.clock,
signal});const refused2=options.mayReplace(await readIdentity(session));if(refused2!==void 0)return refused2}catch(cause){throw signal?.throwIfAborted(),databaseFailure(
cause,"Preparing the restore",unchanged)}try{const isCut=options.outside==="cut"&&options.isOriginal!==!0;await withTie(session,async tie=>{(routineRights!==void 0||
options.isOriginal===!0)&&sayRoutineRights(routineRights,log),log.info("Emptying the database."),await emptyDatabase(session),await session.query(`ALTER DATABAS\
E ${quoted(await databaseOf(session))} CHARACTER SET ${literal(source2.characterSet)} COLLATE ${literal(source2.collation)}`),await requireStill(session,options),
log.info("Reading the dump in."),await readIn(tie,rewriting({withDefiners,withEventsOff:isCut}),options),await giveBackRoutineRights(session,routineRights,log)}),
isCut&&source2.events>0&&log.warn(`${source2.events} events are switched off in the copy: they would act as production's do ("outside: keep" leaves them on).`);
return}catch(cause){throw signal?.throwIfAborted(),databaseFailure(cause,"Restoring the database",incomplete)}}async function databaseOf(session){const[row]=await session.
query("SELECT DATABASE() AS name");return row?.name??""}async function requireStill(session,{mayReplace}){if(mayReplace(await readIdentity(session))!==void 0)throw new SystemFailure(
{happened:"While the database was emptied, it stopped being one that may be replaced: its mark was changed.",means:incomplete,next:"Find out who did that. Then \
mark it again (staged-upgrade mark-disposable), and start a new run."})}async function withTie(session,body){const name=`staged-upgrade ${randomUUID()}`,[row]=await session.
query(`SELECT GET_LOCK(${literal(name)}, 0) AS got, CONNECTION_ID() AS session`);if(Number(row?.got)!==1)throw new Error("the server gave no lock of a name that\
 nobody else has");await body({name,session:String(row?.session)}),await session.query(`DO RELEASE_LOCK(${literal(name)})`)}function preamble({name,session},{flavour}){
const limit=flavour==="MariaDB"?"max_statement_time = 0":"max_execution_time = 0";return[`DO (SELECT 1 UNION ALL SELECT 1 FROM DUAL WHERE NOT (IS_USED_LOCK(${literal(
name)}) <=> ${session}));`,`SET SESSION ${limit}, SESSION wait_timeout = 28800, SESSION net_read_timeout = 3600, SESSION lock_wait_timeout = 60;`,"SET SESSION f\
oreign_key_checks = 0, SESSION unique_checks = 0;",""].join(`
`)}async function readIn(tie,rewrite,{connection,tools,directory,source:source2,environment,processes,signal}){const result=await withLogin(connection,tools,environment,
login=>processes.run({argv:[tools.client,login,"--batch","--skip-reconnect","--default-character-set=utf8mb4","--max-allowed-packet=1G","--binary-mode","--comme\
nts","--init-command=SET SESSION sql_mode = ''",connection.database],environment,input:statements(join4(directory,dumpName),preamble(tie,source2),dumpLines(rewrite.
beginnings,rewrite.line)),...signal&&{signal}}));requireSuccess(result,tools.client,incomplete)}function statements(file,first,lines){const all=new PassThrough;
return all.write(first),pipeline2(createReadStream(file),createGunzip(),lines,all,()=>{}),all}const{createReadStream:createReadStream2}=process.getBuiltinModule(
"node:fs"),{join:join5}=process.getBuiltinModule("node:path"),{Writable}=process.getBuiltinModule("node:stream"),{pipeline:pipeline3}=process.getBuiltinModule("\
node:stream/promises"),{createGunzip:createGunzip2}=process.getBuiltinModule("node:zlib");var ending="-- Dump completed",keptBytes=200;async function verifyDump(directory,signal){
let tail=Buffer.alloc(0);const last=new Writable({write(chunk,_encoding,done){tail=Buffer.concat([tail,chunk.subarray(-keptBytes)]).subarray(-keptBytes),done()}});
try{await pipeline3(createReadStream2(join5(directory,dumpName)),createGunzip2(),last,{signal})}catch(cause){throw signal?.throwIfAborted(),incomplete2(cause instanceof
Error&&"code"in cause?`it cannot be read (${cause.code})`:"it cannot be read")}if(!tail.toString("latin1").includes(ending))throw incomplete2("it has no end")}function incomplete2(why){
return new SystemFailure({happened:`The dump "${dumpName}" of the backup is not whole: ${why}.`,means:"It cannot be used to go back. Nothing was restored from i\
t.",next:"Check the disk that holds the backup, and take another backup."})}var oldestServer={MySQL:507,MariaDB:1003};function mysqlDatabase(options){const{effects,
definers,outside,content:setting}=options,{processes,clock}=effects,connection=()=>parseConnection(options.connection()),environment=toolEnvironment(childEnvironment(
effects)),toolsFor=({server})=>findTools({processes,environment,folder:options.toolsFolder(),flavour:server.flavour}),opened=(signal,body)=>withSession(connection(),
signal,session=>(requireSupported(session),body(session)));return{kind:"mysql",noun:"database",identity:signal=>opened(signal,readIdentity),preflight:({use,subject,
needs,signal})=>opened(signal,async session=>{const tools=await toolsFor(session);try{if(use==="restore"){const question={definers,outside,source:needs&&asSourceFacts(
needs)},obstacles2=await obstaclesToRestoring(session,question);return[toolsFinding(subject,session,tools),...findings(subject,obstacles2,"It can be emptied and\
 filled again.")]}const obstacles=await obstaclesToBackingUp(session,tools);return obstacles.every(({kind})=>kind==="noted")&&await readSchema(session,await listTables(
session)),[toolsFinding(subject,session,tools),...findings(subject,obstacles,"All that is in it can be read.")]}catch(cause){throw databaseFailure(cause,"Lookin\
g at the database","Nothing was done.")}}),needs:signal=>opened(signal,async session=>readSourceFacts(session,await listTables(session))),fingerprint:(signal,like)=>opened(
signal,session=>takeFingerprint(session,{setting,like,clock,log:effects.log,signal})),estimatedBytes:signal=>opened(signal,async session=>(await listTables(session)).
reduce((sum,{bytes})=>sum+bytes,0)),markDisposable:(choose,signal)=>opened(signal,session=>markDisposable(session,choose)),backup:({directory,log,signal})=>opened(
signal,async session=>{const tools=await toolsFor(session);requireNone(await obstaclesToBackingUp(session,tools),"There is no backup.",log);const identity=await readIdentity(
session),value=await dump(session,{connection:connection(),directory,tools,environment,processes,setting,clock,log,signal});return{identity,dataAt:value.at,fingerprint:{
kind:"same-snapshot",value},tools:{[tools.made.flavour==="MariaDB"?"mariadb-dump":"mysqldump"]:tools.made.version},references:[]}}),verify:async({directory,signal})=>{
await readSource(directory),await verifyDump(directory,signal)},restore:async({directory,log,signal,mayReplace,isOriginal})=>{signal?.throwIfAborted();const source2=await readSource(
directory);return await verifyDump(directory,signal),await opened(signal,async session=>restore(session,{source:source2,directory,definers,outside,environment,processes,
clock,log,signal,mayReplace,isOriginal,connection:connection(),tools:await toolsFor(session),disconnectOthers:options.disconnectOthers}))}}}function requireSupported({
server}){const oldest=oldestServer[server.flavour];if(!(server.number>=oldest))throw new SystemFailure({happened:`The server is ${nameOf(server)}; ${server.flavour}\
 ${Math.floor(oldest/100)}.${oldest%100} is the oldest that is supported.`,means:"Nothing was done.",next:"Upgrade the server first."})}export{mysqlDatabase};
