const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{cannotDecompress,
chooseCompression,chooseRoles,compressArgument,compressions,createRoles,cutText,kindOf,leadsOutside,listRoles,missingDecompression,offeredCompressions,roleRights,
suffixOf,suffixes}from"./project.js";import{asFindings,listed,noted,quotedList,readTlsFile,refused,requireNone}from"./chunk-DKCVFI6O.js";import{applicationName,
connectionEnvironment,databaseArgument,placeOf}from"./chunk-R5MX5HUF.js";import{markIn,markText,withoutMarks}from"./project.js";import{askProgram}from"./project.js";
import{fine,problem}from"./project.js";import{childEnvironment}from"./project.js";import"./start.js";import"./start.js";import"./chunk-IEOO2HUM.js";import"./start.js";
import{array,boolean,int,m,object,string}from"./start.js";import{SystemFailure}from"./start.js";import"./chunk-D6K2TUBN.js";const{join:join3}=process.getBuiltinModule(
"node:path");function nameOf({schema,name}){return[schema,name].map(quotedWhereNeeded).join(".")}function quotedWhereNeeded(part){return/[."]/.test(part)?`"${part.
replaceAll('"','""')}"`:part}var inADump=`
  n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' AND c.relpersistence <> 't'
  AND (configuration.oid IS NOT NULL OR NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
  ))`,relations=`
  pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (
    SELECT unnest(extconfig) AS oid, unnest(extcondition) AS condition FROM pg_extension
  ) AS configuration ON configuration.oid = c.oid`;async function listTables(reader){return reader.query(`SELECT n.nspname AS schema, c.relname AS name, format(\
'%I.%I', n.nspname, c.relname) AS sql,
       c.relpages AS pages, coalesce(configuration.condition, '') AS condition,
       c.relkind = 'r' AND NOT (c.relpersistence = 'u' AND pg_is_in_recovery()) AS "hasRows"
     FROM ${relations}
     WHERE c.relkind IN ('r', 'p') AND ${inADump}
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`)}async function listSequences(reader){return reader.query(`SELECT n.nspname AS schema, c.relname AS \
name, format('%I.%I', n.nspname, c.relname) AS sql
     FROM ${relations}
     WHERE c.relkind = 'S' AND ${inADump}
     ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`)}async function listColumns(reader,tables){const rows2=await reader.query(`WITH RECURSIVE base (oid,\
 base) AS (
       SELECT oid, typbasetype FROM pg_type WHERE typtype = 'd'
       UNION ALL
       SELECT base.oid, t.typbasetype FROM base JOIN pg_type t ON t.oid = base.base WHERE t.typtype = 'd'
     )
     SELECT format('%I.%I', n.nspname, c.relname) AS table, quote_ident(a.attname) AS sql,
       CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace THEN t.typname::text END AS type
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_type t ON t.oid = coalesce(
       (SELECT base.base FROM base JOIN pg_type b ON b.oid = base.base WHERE base.oid = a.atttypid AND b.typtype <> 'd'),
       a.atttypid)
     WHERE c.oid = ANY (SELECT wanted::regclass FROM unnest($1::text[]) AS wanted)
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     ORDER BY 1, a.attname COLLATE "C"`,[tables.map(({sql})=>sql)]),byTable=Map.groupBy(rows2,({table})=>table);return tables.map(({sql})=>byTable.get(sql)??[])}
async function lockTables(reader,tables){for(let start=0;start<tables.length;start+=100){const names3=tables.slice(start,start+100).map(table=>table.sql);await reader.
query(`LOCK TABLE ONLY ${names3.join(", ONLY ")} IN ACCESS SHARE MODE`)}}function parseArchiveList(output){const entries=output.split(`
`).flatMap(line=>{const groups=/^(?<dumpId>\d+); \d+ (?<oid>\d+) (?<text>.*)$/.exec(line)?.groups;return groups===void 0?[]:[{dumpId:groups.dumpId??"",oid:Number(
groups.oid),text:groups.text??"",line}]}),major=/^;\s+Dumped from database version: (\d+)/m.exec(output)?.[1];return{entries,serverMajor:major===void 0?void 0:Number(
major)}}function isRestorable(entry){return!/^(COMMENT - EXTENSION |(COMMENT - SCHEMA|SCHEMA -) public \S+$)/.test(entry.text)}function entriesOf(list,kind){return list.
entries.filter(entry=>entry.text.startsWith(`${kind} `))}var ofOmission={publications:/^(COMMENT - |SECURITY LABEL - )?PUBLICATION /,"event-triggers":/^(COMMENT - |SECURITY LABEL - )?EVENT TRIGGER /};
function isLeftOut(entry,leaveOut){return leaveOut.some(omission=>ofOmission[omission].test(entry.text))}var setval=/^SELECT pg_catalog\.setval\((?<escaped>E)?'(?<name>(?:[^']|'')*)', (?<value>-?\d+), (?<called>true|false)\);$/;
function sequenceIn(line){const groups=setval.exec(line)?.groups;if(groups===void 0)return;const literal=(groups.name??"").replaceAll("''","'"),parts=[...(groups.
escaped===void 0?literal:literal.replaceAll("\\\\","\\")).matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)],[schema="",name=""]=parts.map(part=>part[1]?.replaceAll('""','\
"')??part[2]??"");return{name:nameOf({schema,name}),value:groups.value??"",called:groups.called==="true"}}const{createHash}=process.getBuiltinModule("node:crypt\
o");var hashMethods=["columns","row-text","row-hex"],recordsSince=14,bytesSince=18,asItIs=["UTF8","SQL_ASCII"];function methodOf({major,encoding}){return major>=
recordsSince?"columns":asItIs.includes(encoding)?"row-text":"row-hex"}function offers({major},method){return method!=="columns"||major>=recordsSince}var ownHash={
int2:"hashint2extended",int4:"hashint4extended",oid:"hashoidextended",float4:"hashfloat4extended",float8:"hashfloat8extended",numeric:"hash_numeric_extended",uuid:"\
uuid_hash_extended",inet:"hashinetextended",cidr:"hashinetextended",macaddr:"hashmacaddrextended",macaddr8:"hashmacaddr8extended",char:"hashcharextended"},sentAsBytes={
date:"date_send",time:"time_send",timetz:"timetz_send",timestamp:"timestamp_send",timestamptz:"timestamptz_send"},texts=new Set(["text","varchar","bpchar","name"]);
function sumsOf(hash){return[`sum(pg_catalog.hashint8extended(${hash}, 1))::text`,`sum(pg_catalog.hashint4extended(${upperHalf(hash)}, 2))::text`]}function rowHash(columns2,method,server){
return method==="columns"?exclusiveOr(columnHashes(columns2,server)):`pg_catalog.hashtextextended(${wholeText(columns2,method,server)}, 1)`}function columnHashes(columns2,server){
const asText=[],hashes=columns2.flatMap(({sql,type},index)=>{const seed=2*index+1;if(type==="int8")return wholeNumber(`${sql}::pg_catalog.int8`,seed);const value=hashOf(
sql,type??"",seed,server);return value===void 0&&asText.push(sql),value===void 0?[]:[value]}),text=asText.length>0?[textHash(textOf(asText),2*columns2.length+1,
server)]:[];return[...hashes,...text].map(hash=>`coalesce(${hash}, 0)`)}function wholeNumber(value,seed){return[`pg_catalog.hashint8extended(${value}, ${seed})`,
`pg_catalog.hashint4extended(${upperHalf(value)}, ${seed+1})`]}function upperHalf(value){return`pg_catalog.int8shr(${value}, 32)::pg_catalog.int4`}function hashOf(sql,type,seed,server){
const send=sentAsBytes[type];if(send!==void 0)return bytesHash(`pg_catalog.${send}(${sql}::pg_catalog.${type})`,seed,server);if(type==="bytea")return bytesHash(
`${sql}::pg_catalog.bytea`,seed,server);if(type==="bool")return`pg_catalog.hashint4extended(${sql}::pg_catalog.bool::pg_catalog.int4, ${seed})`;if(texts.has(type))
return textHash(`${sql}::pg_catalog.text`,seed,server);const own=ownHash[type];return own&&`pg_catalog.${own}(${sql}::pg_catalog.${quotedType(type)}, ${seed})`}
function textHash(text,seed,server){return asItIs.includes(server.encoding)?`pg_catalog.hashtextextended(${text} COLLATE "C", ${seed})`:bytesHash(`pg_catalog.co\
nvert_to(${text}, 'UTF8')`,seed,server)}function bytesHash(bytes,seed,{major}){return major>=bytesSince?`pg_catalog.hashbyteaextended(${bytes}, ${seed})`:`pg_ca\
talog.hash_record_extended(ROW(${bytes}), ${seed})`}function exclusiveOr(numbers){const[first="0::pg_catalog.int8",second]=numbers;if(second===void 0)return first;
const half=Math.ceil(numbers.length/2);return`pg_catalog.int8xor(${exclusiveOr(numbers.slice(0,half))}, ${exclusiveOr(numbers.slice(half))})`}function wholeText(columns2,method,server){
const text=textOf(columns2.map(({sql})=>sql));if(method==="row-text")return`${text} COLLATE "C"`;const converted=asItIs.includes(server.encoding)?server.encoding:
"UTF8";return`pg_catalog.encode(pg_catalog.convert_to(${text}, '${converted}'), 'hex') COLLATE "C"`}function textOf(columns2){return`ROW(${columns2.join(", ")})\
::pg_catalog.text`}function quotedType(type){return type==="char"?'"char"':type}var shownCharacters=32;function checksum(method,parts){const digest=createHash("\
sha256").update(parts.map(part=>part??"").join(":")).digest("hex");return`${method}:${digest.slice(0,shownCharacters)}`}function methodIn(text){return hashMethods.
find(method=>text.startsWith(`${method}:`))}var largeObjects="pg_largeobject (large objects)",partBytes=1048576;async function countLargeObjects(reader){const[row]=await reader.
query("SELECT count(*)::text AS objects FROM pg_catalog.pg_largeobject_metadata");return Number(row?.objects)}async function readLargeObjects(reader,{method,server}){
const rows2=await countLargeObjects(reader);if(rows2===0)return;if(method===void 0)return{name:largeObjects,rows:rows2};const columns2=[{sql:"part.data",type:"b\
ytea"},{sql:"part.number",type:"int8"},{sql:"part.object",type:"oid"}],[one,other]=sumsOf("hash"),partOf=(object2,number)=>`SELECT object, number, pg_catalog.le\
ngth(data) AS bytes, ${rowHash(columns2,method,server)} AS hash FROM (
       SELECT ${object2} AS object, ${number} AS number,
         pg_catalog.lo_get(${object2}, (${number}) * ${partBytes}, ${partBytes}) AS data OFFSET 0
     ) AS part`,[row]=await reader.query(`WITH RECURSIVE hashed (object, number, bytes, hash) AS (
       SELECT first.* FROM pg_catalog.pg_largeobject_metadata AS m, LATERAL (${partOf("m.oid","0::bigint")}) AS first
       UNION ALL
       SELECT next.* FROM hashed AS h, LATERAL (${partOf("h.object","h.number + 1")}) AS next
       WHERE h.bytes = ${partBytes}
     )
     SELECT count(*) FILTER (WHERE number = 0)::text AS objects, ${one} AS one, ${other} AS other
     FROM hashed`);if(Number(row?.objects)!==rows2)throw new SystemFailure({happened:`Of ${rows2} large objects only ${row?.objects??0} could be read.`,means:"T\
heir content is not known, so nothing was compared.",next:"Run the step again. If it happens again, report it with the version of the server."});return{name:largeObjects,
rows:rows2,checksum:checksum(method,[String(rows2),row?.one,row?.other])}}var codes=["42883","42P01","42704"];function isUnknownName(cause){return cause instanceof
Error&&"code"in cause&&codes.includes(String(cause.code))}async function readSearchPath(reader){const[path]=await reader.query(`SELECT coalesce(
       (SELECT substr(line, length('search_path=') + 1) FROM pg_db_role_setting CROSS JOIN unnest(setconfig) AS each (line)
        WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND line LIKE 'search\\_path=%'),
       (SELECT reset_val FROM pg_settings WHERE name = 'search_path')) AS path`);return path?.path??""}function pathOf(text){return text==='""'?"''":/^(?:"(?:[^"]|"")+"|[\w$]+)(?:\s*,\s*(?:"(?:[^"]|"")+"|[\w$]+))*$/.
test(text)?text:"public"}var savepoint="reading_rows";async function readRows(reader,sql){try{return await reader.query(sql)}catch(cause){if(!isUnknownName(cause))
throw cause}await reader.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);const path=await widePath(reader);return await reader.query(`SET LOCAL search_path = ${path}\
;
     DECLARE planned NO SCROLL CURSOR FOR ${sql};
     SET LOCAL search_path = pg_catalog;
     FETCH ALL FROM planned`)}async function widePath(reader){const schemas=await reader.query(`SELECT quote_ident(nspname) AS name FROM pg_namespace
     WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND has_schema_privilege(oid, 'USAGE')
     ORDER BY nspname COLLATE "C"`);return["pg_catalog",pathOf(await readSearchPath(reader)),...schemas.map(({name})=>name)].join(", ")}async function readContent(tables,request){
const found=new Map,waiting=tables.filter(({hasRows})=>hasRows).sort((one,other)=>one.pages-other.pages);for(const table of tables)table.hasRows||found.set(nameOf(
table),{name:nameOf(table),rows:0});const stop=new AbortController,signal=AbortSignal.any([stop.signal,...request.signal?[request.signal]:[]]),readAll=async inSnapshot2=>{
for(let batch=nextBatch(waiting);batch.length>0;batch=nextBatch(waiting)){signal.throwIfAborted();const counted=await inSnapshot2(reader=>readBatch(reader,batch,
request));for(const table of counted)found.set(table.name,table);request.log?.progress({text:"Tables read",done:found.size,total:tables.length})}},{server,methodFor}=request,
large={method:methodFor(largeObjects),server},sessions2=Math.max(1,Math.min(request.jobs,waiting.length)),work=Array.from({length:sessions2},(_,index)=>request.
withReader(signal,async inSnapshot2=>(await readAll(inSnapshot2),index===0?await inSnapshot2(reader=>readLargeObjects(reader,large)):void 0))),[objects]=await Promise.
all(work).catch(async cause=>{throw stop.abort(cause),await Promise.allSettled(work),cause}),inOrder2=tables.flatMap(table=>found.get(nameOf(table))??[]);return objects===
void 0?inOrder2:[...inOrder2,objects]}var tablesAtOnce=50,largePages=1e3;function nextBatch(waiting){const batch=[];let pages=0;for(;batch.length<tablesAtOnce&&
pages<largePages;){const table=waiting.pop();if(table===void 0)break;batch.push(table),pages+=table.pages}return batch}async function readBatch(reader,batch,request){
const columns2=await listColumns(reader,batch);await reader.query(`SAVEPOINT ${savepoint}`);const read2=[];for(const[index,table]of batch.entries())request.signal?.
throwIfAborted(),read2.push(await readTable(reader,table,columns2[index]??[],request));return read2}async function readTable(reader,table,columns2,{methodFor,server}){
const name=nameOf(table),method=methodFor(name),from2=`FROM ONLY ${table.sql} ${table.condition}`;if(method===void 0){const[row2]=await readRows(reader,`SELECT \
count(*)::text AS rows ${from2}`);return{name,rows:Number(row2?.rows)}}const[one,other]=sumsOf("hash"),[row]=await readRows(reader,`SELECT count(*)::text AS row\
s, ${one} AS one, ${other} AS other
     FROM (SELECT ${rowHash(columns2,method,server)} AS hash ${from2} OFFSET '0') AS hashed`);return{name,rows:Number(row?.rows),checksum:checksum(method,[row?.
rows,row?.one,row?.other])}}var again="then run the step again.",signs=[[/^$/,/^(query_wait_timeout|query[_ ]timeout|client_idle_timeout|idle transaction timeout|server conn crashed|pgbouncer cannot connect|no more connections allowed|unsupported startup parameter)/i,
{said:"a pooler between here and the server ended or refused the connection",next:`Let the configuration name the direct address of the server, not the pooler, ${again}`}],
[/^57P0[12]$/,/^terminating connection due to administrator command|^terminating connection because of crash/i,{said:"the server was restarted or shut down, or \
an administrator ended the connection",next:`Wait until the server runs, ${again}`}],[/^57P03$/,/^the database system is (starting up|shutting down|in recovery mode|not (yet )?accepting)/i,
{said:"the server is starting up or shutting down",next:`Wait until it accepts connections, ${again}`}],[/^(57P05|25P03|25P04)$/,/idle[- ](in[- ]transaction|session)|transaction timeout/i,
{said:"the server ended a connection that was idle, or a transaction that took longer than it allows",next:`Raise idle_session_timeout, idle_in_transaction_sess\
ion_timeout and transaction_timeout for this user, ${again}`}],[/^57014$/,/^canceling statement due to (statement|lock) timeout/i,{said:"a statement took longer\
 than the server allows, or was canceled",next:`Raise statement_timeout and lock_timeout for this user, or wait until the session that holds the lock has ended,\
 ${again}`}],[/^53100$/,/no space left on device|disk full/i,{said:"a disk of the server is full",next:`Free space on the server, ${again}`}],[/^53200$/,/^out of memory|^out of shared memory/i,
{said:"the server ran out of memory",next:`Give it more memory, or raise max_locks_per_transaction where it names shared memory, ${again}`}],[/^53300$/,/^sorry, too many clients|^remaining connection slots|^too many connections/i,
{said:"the server has no connection left",next:`Free connections, or raise max_connections, ${again}`}],[/^$/,/^(server closed the connection unexpectedly|no connection to the server)/i,
{said:"the connection ended: the server died or was restarted, or something on the way to it cut the connection",next:`Wait until the server runs, and check tha\
t no proxy or firewall between ends long connections, ${again}`}],[/^ERR_TLS_CERT_ALTNAME_INVALID$/,/^server certificate for .* does not match host name/i,{said:"\
the server's TLS certificate is for a different name from the one in the URL",next:`Use the name that the certificate is for in the URL, or give the server a ce\
rtificate for this one, ${again}`}],[/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/,/certificate (has expired|is not yet valid)/i,{said:"the server's TLS certificate is n\
ot valid at this time",next:`Renew it, or correct the clock of this machine, ${again}`}],[/^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_\w+|ERR_TLS_\w+)$/,
/certificate verify failed|^self[- ]signed certificate/i,{said:"the server's TLS certificate is not trusted here",next:`Name the authority that signed it as ssl\
rootcert in the URL, ${again}`}],[/^$/,/does not support SSL/i,{said:"the configuration asks for TLS, but the server does not offer it",next:`Let the server off\
er TLS, or set sslmode=disable where the way to it is trusted, ${again}`}],[/^(ECONNRESET|EPIPE|08003|08006|08001|08004)$/,/^connection terminated( unexpectedly)?$|^connection to server was lost|^could not (receive|send) data (from|to) server/i,
{said:"the connection was cut",next:`Check the network, and that no proxy or firewall between ends long connections, ${again}`}]],wantsEncryption={said:"the ser\
ver accepts this user only over TLS (pg_hba.conf)",next:`Set sslmode=require in the URL, ${again}`};function causeOf(code,message){const text=message.replace(/^(?:(?:ERROR|FATAL|PANIC):\s*)?/,
"");return/^no pg_hba\.conf entry .*no encryption/i.test(text)?wantsEncryption:signs.find(([codes2,words])=>code!==void 0&&codes2.test(code)||words.test(text))?.[2]}
function isOfTheBackup(toolError2){return/violates|invalid (input|byte sequence)|syntax error|value too long|out of range|could not create (unique|exclusion)|(relation|function|column|operator) .*does not exist|may quote data/i.
test(toolError2)}function toolMessages(stderr){return stderr.split(`
`).flatMap(line=>{const{prefix="",text=""}=pattern.exec(line)?.groups??{};return prefix.includes("error:")||/^query failed: /.test(text)?[{kind:"error",text}]:prefix.
includes("detail:")?[{kind:"detail",text}]:[]})}var pattern=/^(?<prefix>(?:pg_(?:dump|restore):\s*|(?:error|detail):\s*)*)(?<text>.*)$/,workerDied="a worker pro\
cess died unexpectedly";function decisiveError(stderr){const errors=toolMessages(stderr).flatMap(({kind,text})=>kind==="error"?[text]:[]);return errors.find(text=>text!==
workerDied)??errors[0]}var beforeNames="aggregate|cast|column|constraint|database|domain|encoding|extension|file|function|host|index|language|object|parameter|p\
olicy|publication|relation|role|schema|sequence|server|socket|table|tablespace|trigger|type|user|view|library|directory|snapshot",quotedText=new RegExp(`(?<noun\
>\\b(?:${beforeNames}) )?(?<text>"(?:[^"]|"")*")`,"g"),knownShapes=[/^duplicate key value violates unique constraint "/,/^null value in column "/,/^new row for relation "[^"]*" violates check constraint "/,
/^insert or update on table "/,/^update or delete on table "/,/^could not create (unique|exclusion) (index|constraint) "/,/^conflicting key value violates exclusion constraint "/,
/^(role|relation|schema|table|type|database|extension|function|tablespace|language|column|index|sequence|constraint) .*(does not exist|already exists)$/,/^(permission denied|must be (owner|superuser|member)|must have|cannot (drop|alter|create|execute|lock)|could not (open|access|load|find|extend|write|read|connect|receive|send|import|resize|create|obtain))\b/,
/^(permission denied to|only roles|no privileges|insufficient)\b/,/^invalid input (syntax|value) for (type|enum) /,/^invalid byte sequence for encoding "/,/^value (too long|out of range)\b/,
/^syntax error at or near "/,/^(extra data|missing data|unexpected EOF)\b/,/^(extension ".*" (is not available|has no|must be)|unrecognized configuration parameter ")/,
/^(canceling|terminating|connection|server closed|the database system|sorry, too many|remaining connection|password authentication|no pg_hba|SSL|FATAL|out of|deadlock|current transaction|database ".*" (does|is)|role ".*" (does|is)|query would be affected|invalid snapshot|could not serialize|no such file|disk full|unsupported version|a worker process died unexpectedly|input file|aborting because|server version|SASL|scram)\b/i];
function withoutValues(message){const line=(message.split(`
`)[0]??"").trim(),prefix=/^(?:(?:ERROR|FATAL|PANIC):\s*)?/.exec(line)?.[0]??"",text=line.slice(prefix.length);return knownShapes.some(shape=>shape.test(text))?text.
replace(quotedText,(match,noun)=>noun===void 0?'"\u2026"':match).replace(/\b0x[0-9a-f]{2}\b/gi,"0x\u2026").replace(/\([^()]*\)=\([^()]*\)/g,"(\u2026)=(\u2026)"):
"a message that may quote data, and is only in the server log"}function toolError(stderr){const lines=stderr.split(`
`),text=decisiveError(stderr);if(text===void 0)return;const object2=lines.map(line=>/from TOC entry \d+; \d+ \d+ (?<object>[^"]+)$/.exec(line)?.groups?.object).
find(each=>each!==void 0),said=/^(?<doing>COPY failed for table "[^"]*"|could not execute query|query failed|error returned by PQputCopyData|Dumping the contents of table "[^"]*" failed)[^:]*:\s*(?<error>.*)$/.
exec(text)?.groups,readable=said===void 0?withoutValues(text):`${said.doing}: ${withoutValues(said.error??"")}`;return object2===void 0?readable:`${object2}: ${readable}`}
function codeOf(cause){return cause instanceof Error&&"code"in cause&&typeof cause.code=="string"?cause.code:void 0}function databaseFailure(cause,doing,means){
if(cause instanceof SystemFailure)return cause;const code=codeOf(cause),known2=causeOf(code,cause instanceof Error?cause.message:""),said=known2?.said??networkError(
cause)??withoutValues(cause instanceof Error?cause.message:"");return new SystemFailure({happened:`${doing} failed: ${said}${code===void 0||said.includes(code)?
"":` (${code})`}.`,means,next:known2?.next??fixFor(code)})}function requireSuccess(result,tool,means,next2){if(result.exitCode===0)return result;const ended=result.
exitCode===void 0?`was ended by ${result.endedBy}`:`exit code ${result.exitCode}`,known2=causeIn(result.stderr);throw known2!==void 0?new SystemFailure({happened:`${tool}\
 failed: ${known2.said} (${ended}).`,means,next:known2.next}):new SystemFailure({happened:`${tool} failed: ${toolError(result.stderr)??"it did not say why"} (${ended}\
).`,means,next:next2})}function causeIn(stderr){return toolMessages(stderr).map(({text})=>ofThisMachine(text)??ofTheServer(text)).find(cause=>cause!==void 0)}function ofTheServer(text){
const own=/(?:ERROR|FATAL): .*$/.exec(text)?.[0];if(own!==void 0)return causeOf(void 0,own);const parts=text.split(": ");return parts.map((_,index)=>causeOf(void 0,
parts.slice(index).join(": "))).find(cause=>cause!==void 0)}function ofThisMachine(text){if(!(/(ERROR|FATAL): /.test(text)||!/no space left on device/i.test(text)))
return{said:"the disk of this runner is full",next:"Free space where backups are written and fetched, then run the step again."}}function networkError(cause){const code=codeOf(
cause);if(!(!(cause instanceof Error)||code===void 0||!/^E[A-Z]/.test(code)))return cause.message===""?code:cause.message}function fixFor(code){switch(code){case"\
28P01":case"28000":return'Check user, password and pg_hba.conf. An odd character in the password of a URL must be percent-encoded, or the password set apart und\
er "password:".';case"3D000":return"Create the database first, or correct its name in the configuration.";case"42501":return"Grant the missing right to the user\
 of the configuration. To read everything: GRANT pg_read_all_data TO the user (PostgreSQL 14 and later).";case"55P03":case"57014":return"Something holds a lock \
on a table for long, such as a migration or a VACUUM FULL: wait until it has ended, then run the step again.";case"53300":return"Free connections, or raise max_\
connections, then run the step again.";case"ECONNREFUSED":case"ENOTFOUND":case"ETIMEDOUT":case"ENOENT":return"Check host and port in the configuration, and that\
 this machine can reach the server (network, VPN, firewall).";default:return"Look into the PostgreSQL server's log, which has the whole message, then run the st\
ep again."}}var known=[{name:"cron.job",switch:"active"},{name:"pgagent.pga_job",switch:"jobenabled"}],jobTableNames=known.map(({name})=>name);async function readJobTables(session){
return await session.query(`SELECT to_regclass(name)::oid::int AS oid, name FROM unnest($1::text[]) AS wanted (name)
     JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = to_regclass(name) AND d.deptype = 'e'`,[jobTableNames])}async function activeJobs(session){
const found=[];for(const{name}of await readJobTables(session)){const table=known.find(each=>each.name===name),rows2=await session.query(`SELECT coalesce(to_json\
b(j)->>'jobname', to_jsonb(j)->>'jobid') AS job FROM ${name} j WHERE ${table?.switch} ORDER BY 1`);found.push({table:name,jobs:rows2.map(({job})=>job)})}return found.
filter(({jobs})=>jobs.length>0)}async function withJobsOff(session,tables,body){const switched=known.filter(({name})=>tables.some(table=>table.name===name)),guard=table=>`\
public.staged_upgrade_switch_off_${table.switch}`;try{for(const table of switched)await session.query(`CREATE FUNCTION ${guard(table)}() RETURNS trigger LANGUAG\
E plpgsql
         AS $$ BEGIN NEW.${table.switch} := false; RETURN NEW; END $$;
         CREATE TRIGGER staged_upgrade_switch_off BEFORE INSERT ON ${table.name}
         FOR EACH ROW EXECUTE FUNCTION ${guard(table)}()`)}catch(cause){throw databaseFailure(cause,"Switching off the jobs of the copy before they come in","Th\
e database is incomplete: do not start the server on it.")}await body();for(const table of switched)await session.query(`DROP FUNCTION ${guard(table)}() CASCADE`)}
function exemptions({withoutRoles,leftOut,definedBy}){const{there,here}=definedBy;return[...always,...withoutRoles?rolesLeftOut:[],...leftOut.flatMap(kind=>[{object:`${kind}\
 "`,reason:`The configuration leaves out what is a ${kind} ("leave-out").`},{object:`comment on ${kind} "`,reason:`The configuration leaves out what is a ${kind}\
 ("leave-out").`}]),...there===void 0||there===here?[]:[{only:"changed",reason:`${there} and ${here} write definitions in other words, so only the names of what\
 is defined were compared.`}]]}var always=[{part:'invalid index "',reason:"An index that is not valid, left by a failed CREATE INDEX CONCURRENTLY, is in no dump\
. Drop it or build it again (REINDEX INDEX CONCURRENTLY)."},{part:'disabled triggers of constraint "',reason:"Triggers that check a constraint were disabled (AL\
TER TABLE \u2026 DISABLE TRIGGER ALL), which no dump says: a restore enables them. Enable them in production, or disable them again after a rollback, if that is inte\
nded."},{object:"user mapping for ",reason:'A copy does not get user mappings of foreign servers ("outside: cut"), and of those of others a dump has the options\
 only where the user of the configuration may see them. After a rollback, set them again (ALTER USER MAPPING).'},{object:"settings of the database",reason:"Sett\
ings of databases and roles are not in a dump. Those that this server does not know, and those of the application itself, are not carried over: set them where t\
hey matter (ALTER DATABASE \u2026 SET)."},{object:"locale of the database",reason:"Sort order and encoding belong to the database, which a restore does not make\
."},{object:'extension "',part:"version",reason:"A restore makes the version of an extension that the server offers. Install the same one, if it matters."},{object:'\
extension "',only:"more",reason:"Extensions of the administrator stay when a database is emptied."},{object:"rights on ",only:"more",reason:"Rights on what the \
server and its extensions brought stay when a database is emptied."}],notRestored="Owners, rights and tablespaces are left out of the restore: roles are ignored\
, or this server lacks them.",rolesLeftOut=[...["owner","grants","tablespace"].map(part=>({part,reason:notRestored})),...["rights on ","default privileges of ",
'schema "public"'].map(object2=>({object:object2,reason:notRestored}))];const{createHash:createHash2}=process.getBuiltinModule("node:crypto");function normalized(definition){
let text=definition;for(let from2=text.indexOf(opening);from2>=0;from2=text.indexOf(opening,from2+1)){const array2=arrayAt(text,from2);if(array2===void 0)continue;
const cast=array2.elements.map(element=>`(${element})::${array2.type}`).join(", ");text=`${text.slice(0,from2)}ARRAY[${cast}]${text.slice(array2.end)}`}return text}
var opening="(ARRAY[";function arrayAt(text,start){const elements=[],closing=[];let from2=start+opening.length;for(let at=from2;at<text.length;at+=1){const character=text.
charAt(at);if(character==="'"||character==='"'){if(at=text.indexOf(character,at+1),at<0)return}else if(character==="("||character==="[")closing.push(character===
"("?")":"]");else if(character===","&&closing.length===0)elements.push(text.slice(from2,at).trim()),from2=at+1;else if(character==="]"&&closing.length===0){elements.
push(text.slice(from2,at).trim());const cast=castAfter.exec(text.slice(at,at+longestCast));return cast?.groups?.type===void 0?void 0:{elements,type:cast.groups.
type,end:at+cast[0].length}}else character===closing.at(-1)&&closing.pop()}}var longestCast=300,castAfter=/^\]\)::(?<type>(?:[\w ."]|\(\d+(?:,\d+)?\))+)\[\]/;function ofTheUser(catalog,oid,schema){
const member=catalog==="pg_class"?`(${memberOf(catalog,oid)} OR ${compositeMember(oid)})`:memberOf(catalog,oid);return schema===void 0?`${oid} >= 16384 AND NOT ${member}`:
`${schema} IN (SELECT oid FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_') AND NOT ${member}`}function memberOf(catalog,oid){return`\
EXISTS (
    SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`}function compositeMember(oid){return memberOf("p\
g_type",`(SELECT r.reltype FROM pg_class r WHERE r.oid = ${oid})`)}function identified(catalog,oid){return`(SELECT format('%s "%s"', i.type, i.identity) FROM pg\
_identify_object('${catalog}'::regclass, ${oid}, 0) AS i)`}function listed2(acl,owner){return`coalesce((
    SELECT string_agg(DISTINCT concat(
      CASE x.grantee WHEN ${owner} THEN '(owner)' WHEN 0 THEN '(all)' ELSE pg_get_userbyid(x.grantee) END,
      ' ', x.privilege_type, CASE WHEN x.is_grantable THEN ' with grant option' END), ', ')
    FROM aclexplode(${acl}) AS x), 'nobody')`}function grants(acl,type,owner){return`CASE WHEN ${acl} IS NOT NULL THEN
    nullif(${listed2(acl,owner)}, ${listed2(`acldefault('${type}', ${owner})`,owner)}) END`}function options(list){return`(SELECT jsonb_agg(each ORDER BY each C\
OLLATE "C") FROM unnest(${list}) AS each)`}function collation(oid){return`(SELECT format('%I.%I', s.nspname, k.collname) FROM pg_collation k JOIN pg_namespace s\
 ON s.oid = k.collnamespace WHERE k.oid = ${oid})`}function together(...values){return`jsonb_build_array(${values.join(", ")})::text`}function ownerAndGrants(from2,where,{
object:object2,owner,acl}){const owned=`SELECT ${object2} AS object, 'owner' AS part, pg_get_userbyid(${owner}) AS definition FROM ${from2} WHERE ${where}`;return acl===
void 0?[owned]:[owned,`SELECT ${object2}, 'grants', ${grants(acl.column,acl.type,owner)} FROM ${from2} WHERE ${where} AND ${acl.column} IS NOT NULL`]}function objectParts(major){
return[...catalogs(major).flatMap(partsOf),...families,...defaultPrivileges,...comments,largeObjects2,...grantedBeyond,userMappings,...surroundings]}function partsOf({
catalog,where,definition,owner,acl}){const object2=identified(catalog,"o.oid"),from2=`${catalog} o`;return[`SELECT ${object2}, 'definition', ${definition} FROM ${from2}\
 WHERE ${where}`,...owner===void 0?[]:ownerAndGrants(from2,where,{object:object2,owner,...acl&&{acl}})]}function users(catalog,schema){return{catalog,where:ofTheUser(
catalog,"o.oid",schema&&`o.${schema}`)}}function catalogs(major){const inSchema=users("pg_type","typnamespace");return[{catalog:"pg_namespace",where:`o.nspname \
!~ '^pg_' AND ${users("pg_namespace").where}`,definition:"'a schema'",owner:"o.nspowner",acl:{column:"o.nspacl",type:"n"}},{catalog:"pg_namespace",where:"o.nspn\
ame = 'public'",definition:grants("o.nspacl","n","o.nspowner")},{...inSchema,where:`${inSchema.where} AND o.typtype IN ('e', 'd', 'r', 'b') AND NOT EXISTS (SELE\
CT FROM pg_type e WHERE e.typarray = o.oid)`,definition:together("o.typtype","(SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enu\
mtypid = o.oid)","CASE WHEN o.typtype = 'd' THEN format_type(o.typbasetype, o.typtypmod) END","o.typnotnull","pg_get_expr(o.typdefaultbin, 0)","o.typdefault",collation(
"o.typcollation"),`(SELECT jsonb_object_agg(k.conname, jsonb_build_array(pg_get_constraintdef(k.oid), k.convalidated))
          FROM pg_constraint k WHERE k.contypid = o.oid AND k.contype = 'c')`,`(SELECT jsonb_build_array(r.rngsubtype::regtype, ${collation("r.rngcollation")}, \
r.rngcanonical::regproc, r.rngsubdiff::regproc,
            (SELECT opcname FROM pg_opclass WHERE pg_opclass.oid = r.rngsubopc)) FROM pg_range r WHERE r.rngtypid = o.oid)`,"CASE WHEN o.typtype = 'b' THEN json\
b_build_array(o.typlen, o.typbyval, o.typinput, o.typoutput, o.typreceive, o.typsend, o.typcategory, o.typispreferred, o.typdelim, o.typalign, o.typstorage) END"),
owner:"o.typowner",acl:{column:"o.typacl",type:"T"}},{catalog:"pg_type",where:`o.typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = o.typrelid AND c\
.relkind = 'c') AND ${ofTheUser("pg_class","o.typrelid","o.typnamespace")}`,definition:"NULL",owner:"o.typowner",acl:{column:"o.typacl",type:"T"}},{...users("pg\
_proc","pronamespace"),definition:`CASE WHEN o.prokind <> 'a' THEN pg_get_functiondef(o.oid) ELSE (
        SELECT to_jsonb(a) - 'aggfnoid' - 'aggtranstype' - 'aggmtranstype' - 'aggsortop'
          || jsonb_build_object('types', jsonb_build_array(a.aggtranstype::regtype, a.aggmtranstype::regtype),
            'operator', a.aggsortop::regoperator, 'arguments', pg_get_function_arguments(o.oid), 'parallel', o.proparallel)
        FROM pg_aggregate a WHERE a.aggfnoid = o.oid)::text END`,owner:"o.proowner",acl:{column:"o.proacl",type:"f"}},{...users("pg_operator","oprnamespace"),definition:together(
"o.oprcode::regprocedure","o.oprcom::regoperator","o.oprnegate::regoperator","o.oprrest::regproc","o.oprjoin::regproc","o.oprcanmerge","o.oprcanhash"),owner:"o.\
oprowner"},{...users("pg_opclass","opcnamespace"),definition:together(identified("pg_opfamily","o.opcfamily"),"o.opcintype::regtype","o.opckeytype::regtype","o.\
opcdefault"),owner:"o.opcowner"},{...users("pg_opfamily","opfnamespace"),definition:"'a family'",owner:"o.opfowner"},{...users("pg_cast"),definition:together("o\
.castfunc::regprocedure","o.castcontext","o.castmethod")},{...users("pg_collation","collnamespace"),definition:"(to_jsonb(o) - 'oid' - 'collowner' - 'collnamesp\
ace' - 'collversion' - 'collencoding')::text",owner:"o.collowner"},{...users("pg_conversion","connamespace"),definition:together("o.conforencoding","o.contoenco\
ding","o.conproc::regproc","o.condefault"),owner:"o.conowner"},{...users("pg_language"),definition:together("o.lanpltrusted","o.lanplcallfoid::regproc","o.lanin\
line::regproc","o.lanvalidator::regproc"),owner:"o.lanowner",acl:{column:"o.lanacl",type:"l"}},{...users("pg_ts_config","cfgnamespace"),definition:together(identified(
"pg_ts_parser","o.cfgparser"),`(SELECT jsonb_agg(jsonb_build_array(m.maptokentype, m.mapdict::regdictionary) ORDER BY m.maptokentype, m.mapseqno)
          FROM pg_ts_config_map m WHERE m.mapcfg = o.oid)`),owner:"o.cfgowner"},{...users("pg_ts_dict","dictnamespace"),definition:together(identified("pg_ts_te\
mplate","o.dicttemplate"),"o.dictinitoption"),owner:"o.dictowner"},{...users("pg_ts_parser","prsnamespace"),definition:together("o.prsstart::regproc","o.prstoke\
n::regproc","o.prsend::regproc","o.prsheadline::regproc","o.prslextype::regproc")},{...users("pg_ts_template","tmplnamespace"),definition:together("o.tmplinit::\
regproc","o.tmpllexize::regproc")},{...users("pg_foreign_data_wrapper"),definition:together("o.fdwhandler::regproc","o.fdwvalidator::regproc",options("o.fdwopti\
ons")),owner:"o.fdwowner",acl:{column:"o.fdwacl",type:"F"}},{...users("pg_foreign_server"),definition:together(identified("pg_foreign_data_wrapper","o.srvfdw"),
"o.srvtype","o.srvversion",options("o.srvoptions")),owner:"o.srvowner",acl:{column:"o.srvacl",type:"S"}},{...users("pg_transform"),definition:together("o.trffro\
msql::regproc","o.trftosql::regproc")},{...users("pg_am"),definition:together("o.amhandler::regproc","o.amtype")},{...users("pg_event_trigger"),definition:together(
"o.evtevent","o.evtfoid::regproc","o.evtenabled","to_jsonb(o.evttags)"),owner:"o.evtowner"},{...users("pg_publication"),definition:together("to_jsonb(o) - 'oid'\
 - 'pubowner'",`(SELECT jsonb_agg(jsonb_build_array(t.schemaname, t.tablename${major>=15?", t.attnames, t.rowfilter":""}) ORDER BY t.schemaname, t.tablename)
          FROM pg_publication_tables t WHERE t.pubname = o.pubname AND NOT o.puballtables)`),owner:"o.pubowner"},{...users("pg_statistic_ext","stxnamespace"),definition:together(
"pg_get_statisticsobjdef(o.oid)",major>=13?"nullif(o.stxstattarget, -1)":"NULL"),owner:"o.stxowner"},{catalog:"pg_extension",where:"o.extname <> 'plpgsql'",definition:"\
'in ' || (SELECT nspname FROM pg_namespace WHERE pg_namespace.oid = o.extnamespace)"}]}var families=[`SELECT ${identified("pg_opfamily","o.oid")}, 'operators', \
jsonb_agg(jsonb_build_array(a.amopstrategy, a.amoppurpose, a.amopopr::regoperator) ORDER BY a.amopstrategy, a.amoplefttype::regtype::text, a.amoprighttype::regt\
ype::text)::text
   FROM pg_opfamily o JOIN pg_amop a ON a.amopfamily = o.oid WHERE ${users("pg_opfamily","opfnamespace").where} GROUP BY o.oid`,`SELECT ${identified("pg_opfamil\
y","o.oid")}, 'functions', jsonb_agg(jsonb_build_array(a.amprocnum, a.amproc::regprocedure) ORDER BY a.amprocnum, a.amproclefttype::regtype::text, a.amprocright\
type::regtype::text)::text
   FROM pg_opfamily o JOIN pg_amproc a ON a.amprocfamily = o.oid WHERE ${users("pg_opfamily","opfnamespace").where} GROUP BY o.oid`],defaultPrivileges=[`SELECT \
format('default privileges of role "%s"%s on %s', pg_get_userbyid(o.defaclrole), ' in schema "' || n.nspname || '"',
     CASE o.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' ELSE 'schemas' END),
     'grants', ${listed2("o.defaclacl","o.defaclrole")}
   FROM pg_default_acl o LEFT JOIN pg_namespace n ON n.oid = o.defaclnamespace`],comments=[["comment","pg_description","description","''"],["security label","pg\
_seclabel","label","d.provider"]].map(([what,catalog,text,provider])=>`
  SELECT format('${what} on %s "%s"', i.type, i.identity), concat('text', ${provider}), d.${text}
  FROM ${catalog} d, LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) AS i
  WHERE d.objoid >= 16384 AND d.classoid NOT IN ('pg_extension'::regclass, 'pg_subscription'::regclass) AND i.identity IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.classoid AND e.objid = d.objoid AND e.deptype = 'e')`),largeObjects2=`
  SELECT 'large objects', part.name, part.definition FROM (
    SELECT sum(hashtextextended(concat(oid, pg_get_userbyid(lomowner)), 1))::text AS owners,
      sum(hashtextextended(concat(oid, ${grants("lomacl","L","lomowner")}), 1))::text AS grants
    FROM pg_largeobject_metadata HAVING count(*) > 0
  ) AS o, LATERAL (VALUES ('owner', o.owners), ('grants', o.grants)) AS part (name, definition)`,grantedBeyond=[["pg_proc","proacl","'f'","proowner"],["pg_class",
"relacl",`(CASE o.relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char"`,"relowner"],["pg_namespace","nspacl","'n'","nspowner"],["pg_language","lanacl","'l'","lanowne\
r"],["pg_type","typacl","'T'","typowner"]].map(([catalog,acl,type,owner])=>{const now=listed2(`o.${acl}`,`o.${owner}`),first=listed2(`coalesce(p.initprivs, acld\
efault(${type}, o.${owner}))`,`o.${owner}`);return`
    SELECT 'rights on ' || ${identified(catalog,"o.oid")}, 'grants', nullif(${now}, ${first})
    FROM ${catalog} o LEFT JOIN pg_init_privs p ON p.classoid = '${catalog}'::regclass AND p.objoid = o.oid AND p.objsubid = 0
    WHERE o.${acl} IS NOT NULL ${catalog==="pg_namespace"?"AND o.nspname <> 'public'":""}
      AND (SELECT coalesce(i.schema, i.name, '') FROM pg_identify_object('${catalog}'::regclass, o.oid, 0) AS i) <> 'information_schema' AND (
      o.oid < 16384 OR EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = o.oid AND e.deptype = 'e'))`}),userMappings=`
  SELECT format('user mapping for %I on server %I', o.usename, o.srvname), 'options', ${together(`(SELECT jsonb_agg(split_part(each, '=', 1) ORDER BY each COLLA\
TE "C") FROM unnest(o.umoptions) AS each)`)} FROM pg_user_mappings o`,surroundings=[`SELECT ${identified("pg_extension","o.oid")}, 'version', o.extversion FROM \
pg_extension o`,`SELECT 'settings of the database', concat(split_part(line, '=', 1), ' of role "' || r.rolname || '"'), line
   FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) AS line LEFT JOIN pg_roles r ON r.oid = s.setrole
   WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
     OR s.setdatabase = 0 AND EXISTS (
       SELECT FROM pg_shdepend d WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = s.setrole
         AND d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database()))`,`SELECT 'locale of the database', part.name, part.value FROM pg_databas\
e d,
     LATERAL (VALUES ('encoding', pg_encoding_to_char(d.encoding)::text), ('collation', d.datcollate::text), ('character type', d.datctype::text)) AS part (name\
, value)
   WHERE d.datname = current_database()`];function relationParts(major){return[...relations2,...columns(major),...indexes,...constraints,...onTables,sequences]}
function quotedWhereNeeded2(part){return`CASE WHEN ${part} ~ '[."]' THEN '"' || replace(${part}, '"', '""') || '"' ELSE ${part} END`}var named=`format('%s "%s.%\
s"', CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
  WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'type' ELSE 'table' END,
  ${quotedWhereNeeded2("n.nspname")}, ${quotedWhereNeeded2("c.relname")})`,from="pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace",users2=ofTheUser("pg_\
class","c.oid","c.relnamespace"),some=`c.relpersistence <> 't' AND ${users2} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')`,relations2=[`SELECT ${named},\
 'definition', ${together("c.relkind","c.relpersistence","(SELECT nullif(amname, 'heap') FROM pg_am WHERE pg_am.oid = c.relam)",options("c.reloptions"),`(SELECT\
 ${options("t.reloptions")} FROM pg_class t WHERE t.oid = c.reltoastrelid)`,"c.relreplident","CASE WHEN c.reloftype <> 0 THEN c.reloftype::regtype END","CASE WH\
EN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END","pg_get_expr(c.relpartbound, c.oid)","(SELECT jsonb_agg(i.inhparent::regclass ORDER BY i.inhseqno) FROM pg\
_inherits i WHERE i.inhrelid = c.oid)","CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END","CASE WHEN c.relkind = 'm' THEN c.relispopulated END",
`(SELECT jsonb_build_array(s.srvname, ${options("t.ftoptions")}) FROM pg_foreign_table t
      JOIN pg_foreign_server s ON s.oid = t.ftserver WHERE t.ftrelid = c.oid)`)} FROM ${from} WHERE ${some}`,`SELECT ${named}, 'owner', pg_get_userbyid(c.relown\
er) FROM ${from} WHERE ${some} AND c.relkind <> 'c'`,`SELECT ${named}, 'grants', ${grants("c.relacl","r","c.relowner")} FROM ${from} WHERE ${some} AND c.relkind\
 <> 'S' AND c.relacl IS NOT NULL`,`SELECT ${named}, 'grants', ${grants("c.relacl","s","c.relowner")} FROM ${from} WHERE ${some} AND c.relkind = 'S' AND c.relacl\
 IS NOT NULL`,`SELECT ${named}, 'tablespace', s.spcname::text FROM ${from} JOIN pg_tablespace s ON s.oid = c.reltablespace WHERE ${some}`,`SELECT ${named}, 'row\
 security', concat(CASE WHEN c.relrowsecurity THEN 'enabled' END, CASE WHEN c.relforcerowsecurity THEN ' forced' END)
   FROM ${from} WHERE ${some} AND (c.relrowsecurity OR c.relforcerowsecurity)`];function columns(major){const fromColumns=`${from} JOIN pg_attribute a ON a.attr\
elid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum`;return[`SELECT ${named}, format('column "%s"', a.attname), ${together("format_type(a.at\
ttypid, a.atttypmod)",`CASE WHEN a.attcollation <> t.typcollation THEN ${collation("a.attcollation")} END`,"a.attnotnull","a.attidentity",major>=12?"a.attgenera\
ted":"''","pg_get_expr(d.adbin, d.adrelid)","nullif(a.attstorage, t.typstorage)",major>=14?"a.attcompression":"''","nullif(a.attstattarget, -1)",options("array(\
SELECT own FROM unnest(a.attoptions) AS own WHERE own NOT LIKE 'pg\\_attver=%')"),options("a.attfdwoptions"))} FROM ${fromColumns} WHERE ${some} AND (c.relkind \
IN ('r', 'p', 'f', 'c') OR d.oid IS NOT NULL)`,`SELECT ${named}, format('grants on column "%s"', a.attname), ${grants("a.attacl","c","c.relowner")}
     FROM ${fromColumns} WHERE ${some} AND a.attacl IS NOT NULL`]}var fromIndexes=`${from} JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.in\
dexrelid`,indexes=[`SELECT ${named}, format('%sindex "%s"', CASE WHEN NOT i.indisvalid AND c.relkind <> 'p' THEN 'invalid ' END, x.relname), ${together("pg_get_\
indexdef(x.oid)","i.indisvalid","i.indisclustered","i.indisreplident","(SELECT h.inhparent::regclass FROM pg_inherits h WHERE h.inhrelid = x.oid)","(SELECT json\
b_object_agg(a.attnum, a.attstattarget) FROM pg_attribute a WHERE a.attrelid = x.oid AND a.attstattarget >= 0)")} FROM ${fromIndexes} WHERE ${some}`,`SELECT ${named}\
, format('tablespace of index "%s"', x.relname), s.spcname::text
   FROM ${fromIndexes} JOIN pg_tablespace s ON s.oid = x.reltablespace WHERE ${some}`],fromConstraints=`${from} JOIN pg_constraint o ON o.conrelid = c.oid`,inherited="\
(o.conparentid <> 0 OR o.coninhcount > 0)",inheritedDefinition="regexp_replace(pg_get_constraintdef(o.oid), ' NOT VALID$', '')",inheritedDefinitions=`string_agg\
(${inheritedDefinition}, ' ' ORDER BY ${inheritedDefinition} COLLATE "C")`,constraints=[`SELECT ${named}, format('constraint "%s"', o.conname), ${together("pg_g\
et_constraintdef(o.oid)","o.convalidated")}
   FROM ${fromConstraints} WHERE ${some} AND o.contype IN ('c', 'f', 'p', 'u', 'x') AND NOT ${inherited}`,`SELECT ${named}, 'inherited constraints', ${inheritedDefinitions}\

   FROM ${fromConstraints} WHERE ${some} AND o.contype IN ('c', 'f', 'p', 'u', 'x') AND ${inherited}
   GROUP BY c.relkind, n.nspname, c.relname`],onTables=[`SELECT ${named}, format('trigger "%s"', t.tgname), ${together("pg_get_triggerdef(t.oid)","t.tgenabled")}\

   FROM ${from} JOIN pg_trigger t ON t.tgrelid = c.oid WHERE ${some} AND NOT t.tgisinternal`,`SELECT ${named}, format('disabled triggers of constraint "%s"', o.\
conname), ${together(`string_agg(t.tgenabled::text, '' ORDER BY o.conrelid::regclass::text COLLATE "C", t.tgtype, t.tgenabled)`)} FROM ${from} JOIN pg_trigger t\
 ON t.tgrelid = c.oid JOIN pg_constraint o ON o.oid = t.tgconstraint
   WHERE ${some} AND t.tgisinternal GROUP BY c.relkind, n.nspname, c.relname, o.conname HAVING bool_or(t.tgenabled <> 'O')`,`SELECT ${named}, format('rule "%s"'\
, r.rulename), ${together("pg_get_ruledef(r.oid)","r.ev_enabled")}
   FROM ${from} JOIN pg_rewrite r ON r.ev_class = c.oid WHERE ${some} AND r.rulename <> '_RETURN'`,`SELECT ${named}, format('policy "%s"', p.polname), ${together(
"p.polcmd","p.polpermissive","(SELECT jsonb_agg(CASE role WHEN 0 THEN '(all)' ELSE pg_get_userbyid(role)::text END ORDER BY pg_get_userbyid(role)) FROM unnest(p\
.polroles) AS role)","pg_get_expr(p.polqual, p.polrelid)","pg_get_expr(p.polwithcheck, p.polrelid)")} FROM ${from} JOIN pg_policy p ON p.polrelid = c.oid WHERE ${some}`],
sequences=`
  SELECT ${named}, 'counting', ${together("s.seqtypid::regtype","s.seqstart","s.seqincrement","s.seqmax","s.seqmin","s.seqcache","s.seqcycle",`(SELECT jsonb_agg\
(jsonb_build_array(d.deptype, d.refobjid::regclass, a.attname)) FROM pg_depend d
      JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))`)} FROM ${from} JOIN pg_se\
quence s ON s.seqrelid = c.oid WHERE ${some}`,shownCharacters2=11,rowsAtOnce=5e3;async function readSchema(reader,{major,signal}){const parts=[];for(const query of[
...relationParts(major),...objectParts(major)]){for(await reader.query(`DECLARE parts NO SCROLL CURSOR FOR SELECT * FROM (${query}) AS found (object, part, defi\
nition)`);;){signal?.throwIfAborted();const rows2=await reader.query(`FETCH ${rowsAtOnce} FROM parts`);for(const{object:object2,part,definition}of rows2)object2!==
null&&definition!==null&&parts.push([object2,part,hashOf2(definition)]);if(rows2.length<rowsAtOnce)break}await reader.query("CLOSE parts")}return inOrder(parts)}
function hashOf2(definition){return createHash2("sha256").update(normalized(definition)).digest("base64url").slice(0,shownCharacters2)}function inOrder(parts){const byObject=Map.
groupBy(parts,([object2])=>object2);return Object.fromEntries([...byObject].sort(([one],[other])=>one<other?-1:1).map(([object2,its])=>[object2,Object.fromEntries(
its.map(([,part,hash])=>[part,hash]).sort())]))}const{isIP,Socket}=process.getBuiltinModule("node:net");async function withSession(connection,signal,body,pin){signal?.
throwIfAborted();const{client,cut,address}=await connect(connection,pin);client.on("error",()=>{}),signal?.addEventListener("abort",cut,{once:!0});try{return await body(
{query:async(sql,values=[])=>{const result=await client.query(sql,[...values]);return(Array.isArray(result)?result.at(-1)?.rows:result.rows)??[]},address,where:connection.
where})}catch(cause){throw signal?.throwIfAborted(),cause}finally{signal?.removeEventListener("abort",cut),signal?.aborted?cut():await client.end().catch(()=>{})}}
async function connect(connection,pin){const wanted=connection.sslmode;try{if(wanted==="disable"||connection.host.startsWith("/"))return await tryOnce(connection,
pin,!1);if(wanted!=="allow"&&wanted!=="prefer")return await tryOnce(connection,pin,!0);try{return await tryOnce(connection,pin,!0)}catch(cause){if(!(cause instanceof
Error)||!cause.message.includes("does not support SSL"))throw cause;return await tryOnce(connection,pin,!1)}}catch(cause){throw databaseFailure(cause,`Connectin\
g to database ${placeOf(connection)}`,"Nothing was done.")}}async function tryOnce(connection,pin,encrypted){const{default:pg}=await import("./libraries/pg.js"),
socket=new Socket,client=new pg.Client({host:pin?.address??connection.host,port:connection.port,user:connection.user,database:connection.database,password:()=>connection.
password??"",application_name:applicationName,connectionTimeoutMillis:15e3,keepAlive:!0,stream:()=>socket,ssl:encrypted?await encryption(connection):!1,...pin&&
{options:pin.options}});try{await client.connect()}catch(cause){throw socket.destroy(),cause}return{client,cut:()=>socket.destroy(),address:socket.remoteAddress}}
async function encryption(connection){const{sslmode,sslrootcert,sslcert,sslkey,where}=connection;return{rejectUnauthorized:sslmode.startsWith("verify"),...sslrootcert&&
sslrootcert!=="system"&&{ca:await readTlsFile(sslrootcert,"sslrootcert",where)},...sslcert&&{cert:await readTlsFile(sslcert,"sslcert",where)},...sslkey&&{key:await readTlsFile(
sslkey,"sslkey",where)},...isIP(connection.host)===0&&{servername:connection.host},...sslmode==="verify-ca"&&{checkServerIdentity:()=>{}}}}async function liftLimits(session){
const known2=["lock_timeout",...timeLimits].map(name=>`'${name}'`).join(", ");await session.query(`SELECT set_config(name, CASE name WHEN 'lock_timeout' THEN '6\
0000' ELSE '0' END, false)
     FROM pg_settings WHERE name IN (${known2})`)}var timeLimits=["statement_timeout","idle_session_timeout","idle_in_transaction_session_timeout","transaction_\
timeout"],lockMilliseconds=6e4,settings={statement_timeout:"0",idle_in_transaction_session_timeout:"0",idle_session_timeout:"0",transaction_timeout:"0",lock_timeout:String(
lockMilliseconds),search_path:"pg_catalog",DateStyle:"ISO, YMD",IntervalStyle:"postgres",TimeZone:"UTC",extra_float_digits:"1",bytea_output:"hex",xmlbinary:"bas\
e64",lc_monetary:"C",lc_numeric:"C",quote_all_identifiers:"off",row_security:"off",jit:"off",cursor_tuple_fraction:"1",synchronize_seqscans:"off"};async function inSnapshot(session,body,snapshot){
try{await session.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"),snapshot!==void 0&&await session.query(`SET TRANSACTION SNAPSHOT '${snapshot.
replaceAll("'","''")}'`),await session.query(`SELECT set_config(s.name, wanted.value, true)
       FROM json_each_text($1) AS wanted (name, value) JOIN pg_settings s ON lower(s.name) = lower(wanted.name)`,[JSON.stringify(settings)]);const result=await body();
return await session.query("COMMIT"),result}catch(cause){throw databaseFailure(cause,"Reading the database","Nothing was written to it.")}}async function exportSnapshot(session){
const[row]=await session.query("SELECT pg_export_snapshot() AS id");if(row===void 0)throw new Error("the server exports no snapshot");return row.id}async function takeFingerprint(session,request){
return inSnapshot(session,async()=>{const at=request.clock.now().toISOString(),snapshot=await exportSnapshot(session),tables=await listTables(session),[content,
definitions]=await Promise.all([readContent(tables,await contentRequest(session,snapshot,request)),readDefinitions(session,request)]);return{at,tables:content,sequences:await readSequences(
session),...definitions}})}async function readDefinitions(session,{like,roles:setting2,leaveOut,signal}){const{major}=await serverOf(session),definedBy=`Postgre\
SQL ${major}`,objects=await readSchema(session,{major,signal}),roles=await listRoles(session);if(like===void 0)return{objects,definedBy,roles};const circumstances={
withoutRoles:chooseRoles(setting2,await roleRights(session,like.roles??[])).kind==="ignore",leftOut:leaveOut.map(omission=>kindOf[omission]),definedBy:{there:like.
definedBy,here:definedBy}};return{objects,definedBy,roles,exemptions:exemptions(circumstances)}}async function contentRequest(session,snapshot,request){const{connection,
jobs,setting:setting2,like,log,signal}=request,server=await serverOf(session);return{withReader:(stop,body)=>withSession(connection,stop,other=>body(read2=>inSnapshot(
other,()=>read2(other),snapshot))),methodFor:like===void 0?chosenBy(setting2,server):chosenAsIn(like,server),jobs,server,log,signal}}function chosenBy({content,
except},server){const waived=new Set([...except,...jobTableNames]);return table=>content&&!waived.has(table)?methodOf(server):void 0}function chosenAsIn({tables},server){
const methods=new Map(tables.map(({name,checksum:checksum2=""})=>[name,methodIn(checksum2)]));return table=>{const method=methods.get(table);return method!==void 0&&
offers(server,method)?method:void 0}}async function serverOf(session){const[row]=await session.query("SELECT current_setting('server_version_num') AS number, ge\
tdatabaseencoding() AS encoding");return{major:Math.floor(Number(row?.number)/1e4),encoding:row?.encoding??""}}async function readSequences(session){const read2=[];
for(const sequence of await listSequences(session)){const[row]=await session.query(`SELECT last_value::text AS value, is_called AS called FROM ${sequence.sql}`);
row!==void 0&&read2.push({name:nameOf(sequence),...row})}return read2}const{mkdtemp,rm,writeFile}=process.getBuiltinModule("node:fs/promises"),{tmpdir}=process.
getBuiltinModule("node:os"),{join}=process.getBuiltinModule("node:path");async function writeListFile(entries,body){const folder=await mkdtemp(join(tmpdir(),"st\
aged-upgrade-list-"));try{const listFile=join(folder,"list");return await writeFile(listFile,`${entries.map(entry=>entry.line).join(`
`)}
`),await body(listFile)}finally{await rm(folder,{recursive:!0,force:!0})}}const{readFile,writeFile:writeFile2}=process.getBuiltinModule("node:fs/promises"),{join:join2}=process.
getBuiltinModule("node:path");var source=object({serverMajor:int(),dumpMajor:int().optional(),compression:m(compressions).optional(),roles:array(string()),definitionRoles:array(
string()).default([]),encoding:string().optional(),forcedRowSecurity:array(string()).default([]),extensions:array(object({name:string(),version:string()})).default(
[]),publications:superuserParts(),eventTriggers:superuserParts(),superuserObjects:superuserParts(),settings:array(object({role:string().nullable(),name:string(),
value:string()})).default([]),pathFunctions:array(string()).default([]),searchPath:string().default(""),lateTables:array(int()).default([]),jobTables:array(object(
{oid:int(),name:string()})).default([]),money:boolean().default(!1)});function superuserParts(){return array(string()).default([])}function asSourceFacts(value){
return source.safeParse(value).data}var sourceName="source.json";async function writeSource(directory,value){await writeFile2(join2(directory,sourceName),`${JSON.
stringify(value,null,2)}
`)}async function readSource(directory){try{return source.parse(JSON.parse(await readFile(join2(directory,sourceName),"utf8")))}catch(cause){throw new SystemFailure(
{happened:`The backup has no readable "${sourceName}".`,means:"It is not a whole backup of PostgreSQL. Nothing was restored.",next:"Take another backup."},{cause})}}
async function readPathFacts(session){const functions=await session.query(calledByDefinitions),late=await session.query(checkedByFunctions);return{pathFunctions:functions.
map(({name})=>name),lateTables:late.map(({oid})=>oid),searchPath:await readSearchPath(session)}}async function withPath(session,{pathFunctions,searchPath},body){
const path=pathOf(searchPath),found=[];for(const name of pathFunctions){const[routine]=await session.query(`SELECT 'ALTER ROUTINE ' || oid::regprocedure AS alte\
r FROM pg_proc
       WHERE oid = to_regprocedure('${name.replaceAll("'","''")}')`);routine!==void 0&&found.push(routine.alter)}for(const alter of found)await session.query(`${alter}\
 SET search_path = ${path}`);await body();for(const alter of found)await session.query(`${alter} RESET search_path`)}var readsPath=`
  p.oid >= 16384 AND l.lanname NOT IN ('c', 'internal') AND NOT EXISTS (
    SELECT FROM unnest(p.proconfig) AS each (line) WHERE line LIKE 'search\\_path=%'
  ) AND to_jsonb(p)->'prosqlbody' IS NOT DISTINCT FROM 'null'::jsonb
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`,calledByDefinitions=`
  WITH RECURSIVE reached (classid, objid) AS (
    (
      SELECT 'pg_constraint'::regclass::oid, oid FROM pg_constraint WHERE contype = 'c' AND oid >= 16384
      UNION ALL SELECT 'pg_attrdef'::regclass, d.oid FROM pg_attrdef d
        JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE a.attgenerated <> ''
      UNION ALL SELECT 'pg_class'::regclass, indexrelid FROM pg_index
        WHERE indexrelid >= 16384 AND (indexprs IS NOT NULL OR indpred IS NOT NULL)
      UNION ALL SELECT 'pg_rewrite'::regclass, w.oid FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class WHERE c.relkind = 'm'
    )
    UNION
    SELECT next.classid, next.objid FROM reached r CROSS JOIN LATERAL (
      SELECT d.refclassid AS classid, d.refobjid AS objid FROM pg_depend d
        WHERE d.classid = r.classid AND d.objid = r.objid AND d.refobjid >= 16384
      UNION ALL SELECT 'pg_rewrite'::regclass, w.oid FROM pg_rewrite w
        WHERE r.classid = 'pg_class'::regclass AND w.ev_class = r.objid
    ) AS next
  )
  SELECT DISTINCT o.identity AS name FROM reached r
  JOIN pg_proc p ON r.classid = 'pg_proc'::regclass AND p.oid = r.objid
  JOIN pg_language l ON l.oid = p.prolang
  CROSS JOIN pg_identify_object('pg_proc'::regclass, p.oid, 0) AS o
  WHERE ${readsPath} ORDER BY 1`,checkedByFunctions=`
  SELECT DISTINCT c.conrelid::int AS oid FROM pg_constraint c
  JOIN pg_depend d ON d.classid = 'pg_constraint'::regclass AND d.objid = c.oid AND d.refclassid = 'pg_proc'::regclass
  JOIN pg_proc p ON p.oid = d.refobjid AND p.oid >= 16384 JOIN pg_language l ON l.oid = p.prolang
  WHERE c.contype = 'c' AND c.conrelid <> 0 AND l.lanname NOT IN ('c', 'internal')
    AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND m.deptype = 'e')
  ORDER BY 1`;async function readSettings(session){return await session.query(`
    SELECT r.rolname AS role, split_part(line, '=', 1) AS name, substr(line, strpos(line, '=') + 1) AS value
    FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) AS each (line) LEFT JOIN pg_roles r ON r.oid = s.setrole
    WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
      AND (s.setrole = 0 OR r.oid IS NOT NULL)
    ORDER BY 1 NULLS FIRST, 2`)}function isCarriedOver(name){return!/\.|_libraries$|^(role|session_authorization|default_transaction_read_only)$/.test(name)}async function applySettings(session,settings2){
const left=[],[here]=await session.query("SELECT quote_ident(current_database()) AS name");for(const{role,name,value}of settings2){const target=role===null?`DAT\
ABASE ${here?.name}`:`ROLE ${quoted(role)} IN DATABASE ${here?.name}`,shown=role===null?name:`${name} of role "${role}"`;if(!isCarriedOver(name)){left.push(shown);
continue}try{await session.query(`SELECT set_config('${escaped(name)}', '${escaped(value)}', false)`),await session.query(`ALTER ${target} SET ${quoted(name)} F\
ROM CURRENT`),await session.query(`RESET ${quoted(name)}`)}catch(cause){if(!refusals.includes(codeOf(cause)??""))throw cause;left.push(shown)}}return left}var refusals=[
"42501","42704","22023","55P02","0A000","58P01"];function quoted(name){return`"${name.replaceAll('"','""')}"`}function escaped(value){return value.replaceAll("'",
"''")}async function readSourceFacts(session,{serverMajor,dumpMajor,compression}){const[state]=await session.query(`
    SELECT pg_encoding_to_char(encoding) AS encoding,
      EXISTS (
        SELECT FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND NOT a.attisdropped
          AND a.atttypid IN ('money'::regtype, 'money[]'::regtype)
      ) AS money
    FROM pg_database WHERE datname = current_database()`);return{serverMajor,dumpMajor,...compression&&{compression},roles:await listRoles(session),definitionRoles:await names(
session,`SELECT DISTINCT rolname AS name FROM pg_policy p CROSS JOIN unnest(polroles) AS each (oid) JOIN pg_roles r ON r.oid = each.oid
       WHERE rolname !~ '^pg_' ORDER BY 1`),...state&&{encoding:state.encoding},forcedRowSecurity:await names(session,`SELECT format('%I.%I', n.nspname, c.relna\
me) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE relforcerowsecurity AND relrowsecurity ORDER BY 1`),extensions:await session.query("SELECT extname AS name, extversion AS version FROM pg_extension\
 WHERE extname <> 'plpgsql' ORDER BY 1"),publications:await names(session,publicationsOfSuperusers(serverMajor)),eventTriggers:await names(session,`SELECT forma\
t('%I', evtname) AS name FROM pg_event_trigger t
       WHERE NOT ${isMember("pg_event_trigger","t.oid")} ORDER BY 1`),superuserObjects:await names(session,superuserObjects),...await readPathFacts(session),settings:await readSettings(
session),jobTables:await readJobTables(session),money:state?.money??!1}}async function names(session,sql){return(await session.query(sql)).map(({name})=>name)}function publicationsOfSuperusers(serverMajor){
return`SELECT format('%I', pubname) AS name FROM pg_publication p WHERE puballtables ${serverMajor<15?"":"OR EXISTS (SELECT FROM pg_publication_namespace n WHER\
E n.pnpubid = p.oid)"} ORDER BY 1`}function isMember(catalog,oid){return`EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid}\
 AND d.deptype = 'e')`}var superuserObjects=`
  WITH found (classid, objid) AS (
    SELECT 'pg_proc'::regclass::oid, p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.oid >= 16384 AND (NOT l.lanpltrusted OR p.proleakproof)
    UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
    UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_opclass
    UNION ALL SELECT 'pg_ts_parser'::regclass, oid FROM pg_ts_parser
    UNION ALL SELECT 'pg_ts_template'::regclass, oid FROM pg_ts_template
    UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_am
    UNION ALL SELECT 'pg_type'::regclass, oid FROM pg_type WHERE typtype = 'b' AND typelem = 0
  )
  SELECT o.type || ' ' || o.identity AS name FROM found f CROSS JOIN pg_identify_object(f.classid, f.objid, 0) AS o
  WHERE f.objid >= 16384 AND o.identity IS NOT NULL
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = f.classid AND d.objid = f.objid AND d.deptype = 'e')
  ORDER BY 1`;async function seenUpTo(session,clock){const now=clock.now(),[row]=await session.query(`
    SELECT CASE WHEN pg_is_in_recovery() AND (
      pg_last_wal_receive_lsn() IS DISTINCT FROM pg_last_wal_replay_lsn() OR NOT EXISTS (SELECT FROM pg_stat_wal_receiver)
    ) THEN pg_last_xact_replay_timestamp() END AS replayed`);return row?.replayed??now}var archiveName="dump",moneyOptions="-c lc_monetary=C",notTaken="There is\
 no backup; the database itself was not touched.";async function dump(session,request){const taken=await inSnapshot(session,async()=>{const snapshot=await exportSnapshot(
session),at=(await seenUpTo(session,request.clock)).toISOString(),tables=await listTables(session);await lockTables(session,tables);const{directory,serverMajor,
compression}=request,source2=await readSourceFacts(session,{serverMajor,dumpMajor:request.tools.major,compression});await writeSource(directory,source2);const environment={
...request.environment,...source2.money&&{PGOPTIONS:moneyOptions}},stop=new AbortController,signal=AbortSignal.any([stop.signal,...request.signal?[request.signal]:
[]]),stopAll=cause=>{throw stop.abort(cause),cause},[counted,definitions]=await Promise.all([readContent(tables,{...await contentRequest(session,snapshot,request),
log:void 0,signal}).catch(stopAll),readDefinitions(session,{...request,signal}).catch(stopAll),runDump(snapshot,tables.length,{...request,environment,signal}).catch(
stopAll)]);return{at,tables:counted,...definitions}}),sequences2=await sequencesInArchive(request);return{...taken,sequences:sequences2}}async function runDump(snapshot,tables,request){
let started=0;const{tools,compression,directory,jobs,environment,processes,log,signal}=request,result=await processes.run({argv:[tools.pgDump,"--format=director\
y",`--jobs=${jobs}`,compressArgument(compression),`--snapshot=${snapshot}`,`--file=${join3(directory,archiveName)}`,"--lock-wait-timeout=60000","--no-password",
"--verbose"],environment,onLine:line=>{/dumping contents of table "(?<table>.*)"$/.exec(line)?.groups?.table!==void 0&&log.progress({text:"Dumping tables",done:++started,
total:tables});const item=/finished item (?<id>\d+) TABLE DATA /.exec(line)?.groups?.id;item!==void 0&&request.finished?.(`${archiveName}/${item}${suffixOf(compression)}`)},
...signal&&{signal}});requireSuccess(result,"pg_dump",notTaken,"See the server log and the free disk space, then run the step again.")}async function readArchive(request){
const lines=[],result=await request.processes.run({argv:[request.tools.pgRestore,"--list",join3(request.directory,archiveName)],environment:request.environment,
onLine:(line,stream)=>{stream==="stdout"&&lines.push(line)},...request.signal&&{signal:request.signal}});requireSuccess(result,"pg_restore --list","The backup c\
annot be read, so it cannot be used to go back. Nothing was restored from it.","Check the disk that holds the backup, and take another backup.");const compression=missingDecompression(
result.stderr);if(compression!==void 0){const{happened,means,next:next2}=cannotDecompress(compression,request.tools);throw new SystemFailure({happened,means:`${means}\
 Nothing was restored from it.`,next:next2})}return parseArchiveList(lines.join(`
`))}async function sequencesInArchive(request){const list=await readArchive(request),entries=entriesOf(list,"SEQUENCE SET");return entries.length===0?[]:writeListFile(
entries,async listFile=>{const found=[],result=await request.processes.run({argv:[request.tools.pgRestore,`--use-list=${listFile}`,"--file=-",join3(request.directory,
archiveName)],environment:request.environment,onLine:(line,stream)=>{const sequence=stream==="stdout"?sequenceIn(line):void 0;sequence!==void 0&&found.push(sequence)},
...request.signal&&{signal:request.signal}});if(requireSuccess(result,"pg_restore",notTaken,"Take another backup."),found.length!==entries.length)throw new SystemFailure(
{happened:`The archive lists ${entries.length} sequences and only ${found.length} of their values could be read.`,means:notTaken,next:`Report this, with the ver\
sion of pg_dump (${request.tools.version}).`});return found})}const{hostname}=process.getBuiltinModule("node:os");async function readIdentity(session){return(await read(
session)).identity}async function read(session){try{const[row]=await session.query(`
      SELECT oid::text, datname AS name, host(inet_server_addr()) AS address, current_setting('port') AS port,
        pg_postmaster_start_time() AS started, shobj_description(oid, 'pg_database') AS comment
      FROM pg_database WHERE datname = current_database()`);if(row===void 0)throw new Error("pg_database does not list the database that the session is in");const system=await systemIdentifier(
session),location={address:row.address??`socket on ${hostname()}`,port:row.port,database:row.name},lineage={...system!==void 0&&{"system-identifier":system},"da\
tabase-oid":row.oid},comment=row.comment??"";return{identity:{...{kind:"postgres",lineage,location,startedAt:row.started.toISOString()},mark:markOf(comment,location,
lineage)},name:row.name,comment}}catch(cause){throw databaseFailure(cause,"Reading the identity of the database","It is not known which one it is, so nothing wa\
s done.")}}function markOf(comment,location,lineage){const known2=lineage["system-identifier"]!==void 0,tiedTo=Object.values(known2?lineage:{...location,...lineage}).
join("/");return markIn(comment,{tiedTo,place:`the comment on the database "${location.database}"`})}async function markDisposable(session,choose){const found=await read(
session),mark=await choose(found);if(mark===void 0)return;const unmarked="It is not marked.";try{await session.query("BEGIN");const{identity,comment}=await read(
session);if(!isSame(identity,found.identity))throw new SystemFailure({happened:"While it was looked at, the database that answers became another one.",means:"So\
mething between here and the server leads to more than one database. Nothing was marked.",next:`Let ${session.where} name the server itself, not a proxy that ch\
ooses one.`});const text=`${withoutMarks(comment)} ${markText(mark)}`.trim(),[statement]=await session.query("SELECT format('COMMENT ON DATABASE %I IS %L', curr\
ent_database(), $1::text) AS sql",[text]);await session.query(statement?.sql??"");const after=await readIdentity(session);return await session.query("COMMIT"),after}catch(cause){
throw databaseFailure(cause,"Marking the database as disposable",`${unmarked} Only its owner may comment on it.`)}}function isSame(one,other){return JSON.stringify(
one)===JSON.stringify(other)}async function systemIdentifier(session){try{const[row]=await session.query("SELECT system_identifier::text AS id FROM pg_control_s\
ystem()");return row?.id}catch(cause){if(cause instanceof Error&&"code"in cause&&["42501","42883","0A000"].includes(String(cause.code)))return;throw cause}}async function betweenHereAndServer(connection,session,{
use,signal}){const moved=await movedStatements(connection,session,signal);if(moved!==void 0)return{seen:`Something between here and the server, such as a pooler\
 of transactions, moves statements between sessions. ${moved}`,means:meansOfMoving[use]};const lost=use==="restore"?await lostSettings(connection,signal):void 0;
return lost===void 0?void 0:{seen:`Something between here and the server, such as a pooler, does not pass on the settings that a connection is opened with. ${lost}`,
means:meansOfMoving.restore}}async function movedStatements(connection,one,signal){try{return await withSession(connection,signal,async other=>{const first=new Set,
second=new Set,askFirst=async()=>first.add(await whereIs(one)),askSecond=async()=>second.add(await whereIs(other));for(const ask of[askFirst,askFirst,askSecond,
askFirst,askSecond,askSecond])await ask();if(await inTransaction(one,askFirst,askSecond),await inTransaction(other,askSecond,askFirst),first.size>1||second.size>
1)return"Statements of one connection came to several sessions of the server.";if([...first].some(place=>second.has(place)))return"Two connections came to one s\
ession of the server."})}catch(cause){if(cause instanceof Error&&/transaction blocks not allowed in statement pooling/i.test(cause.message))return"It takes no t\
ransactions.";throw cause}}async function lostSettings(connection,signal){const pin={address:void 0,options:"-c staged_upgrade.passed=yes"};try{const[seen]=await withSession(
connection,signal,session=>session.query("SELECT current_setting('staged_upgrade.passed', true) AS passed"),pin);return seen?.passed==="yes"?void 0:"The server \
did not get them."}catch(cause){return signal?.throwIfAborted(),databaseFailure(cause,"Connecting with one","").detail.happened}}async function requireOwnSessions(connection,session,{
use,signal}){let between;try{between=await betweenHereAndServer(connection,session,{use,signal})}catch(cause){throw signal?.throwIfAborted(),databaseFailure(cause,
"Looking whether two connections keep to their sessions",undone[use])}if(between!==void 0)throw new SystemFailure({happened:between.seen,means:`${undone[use]} ${between.
means}`,next:`${directAddress(session)}, then run the step again.`})}var undone={backup:"There is no backup.",restore:"Nothing was restored; the database is unc\
hanged."},meansOfMoving={backup:"pg_dump empties the search path of its sessions, which the application would get with the sessions, and find none of its tables\
.",restore:"pg_restore could not be held to the database that was verified."};function directAddress({where}){return`Let ${where} name the direct address of the\
 server, not a pooler`}async function inTransaction(session,askInside,askOutside){await session.query("BEGIN"),await askInside(),await askOutside(),await session.
query("COMMIT")}async function whereIs(session){const[row]=await session.query("SELECT concat(pg_backend_pid(), ' since ', extract(epoch FROM pg_postmaster_star\
t_time())) AS place");if(row===void 0)throw new Error("the server does not say which session this is");return row.place}var longestLook=1e4,looksInAll=6e4;async function brokenUniqueIndexes(session,now){
const until=now()+looksInAll,broken=[];let unread=0;for(const index of await uniqueIndexes(session)){const left=Math.min(longestLook,until-now()),repeats=left<=
0?void 0:await hasRepeats(session,index,left);repeats===void 0?unread+=1:repeats&&broken.push(index.name)}return{broken,unread}}async function hasRepeats(session,index,milliseconds){
const{relation,keys,condition,nullsAreEqual}=index,where=[...nullsAreEqual?[]:keys.map(key=>`(${key}) IS NOT NULL`),...condition===null?[]:[`(${condition})`]].join(
" AND ");await session.query("BEGIN TRANSACTION READ ONLY");try{await session.query(`
      SET LOCAL statement_timeout = ${Math.ceil(milliseconds)};
      SET LOCAL lock_timeout = 1000;
      SET LOCAL enable_indexscan = off; SET LOCAL enable_indexonlyscan = off; SET LOCAL enable_bitmapscan = off`);const[row]=await session.query(`SELECT EXISTS \
(
         SELECT FROM ONLY ${relation} ${where===""?"":`WHERE ${where}`} GROUP BY ${keys.join(", ")} HAVING count(*) > 1
       ) AS repeats`);return await session.query("COMMIT"),row?.repeats??!1}catch(cause){if(await session.query("ROLLBACK"),/^(57014|55P03|42|25)/.test(codeOf(cause)??
""))return;throw cause}}async function uniqueIndexes(session){return await session.query(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name, format('%I.%I', n.nspname, t.relname) AS relation,
      ARRAY(SELECT pg_get_indexdef(i.indexrelid, key, true) FROM generate_series(1, i.indnkeyatts) AS key) AS keys,
      pg_get_expr(i.indpred, i.indrelid) AS condition,
      coalesce((to_jsonb(i)->>'indnullsnotdistinct')::boolean, false) AS "nullsAreEqual"
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE i.indisunique AND i.indisvalid AND c.relkind = 'i' AND c.oid >= 16384 AND c.relpersistence <> 't'
      AND n.nspname !~ '^pg_' AND EXISTS (SELECT FROM unnest(i.indcollation) AS each (collation_oid) WHERE collation_oid <> 0)
    ORDER BY t.relpages, 1`)}var sessions=`(
  current_setting('max_connections')::bigint + current_setting('max_prepared_transactions')::bigint
  + current_setting('max_worker_processes')::bigint + current_setting('max_wal_senders')::bigint)`;async function lockCapacity(session){const[row]=await session.
query(`SELECT (current_setting('max_locks_per_transaction')::bigint * ${sessions})::text AS locks`);return Number(row?.locks)}async function locksPerTransactionFor(session,objects){
const[row]=await session.query(`SELECT ${sessions}::text AS sessions`);return Math.ceil(objects*1.25/Number(row?.sessions))}var steps="timescaledb_pre_restore, \
timescaledb_post_restore";async function countHypertables(session){if((await session.query("SELECT FROM pg_extension WHERE extname = 'timescaledb'")).length===0)
return;const[found]=await session.query("SELECT count(*)::int AS count FROM _timescaledb_catalog.hypertable");return found?.count??0}function ofTimescale(hypertables){
return hypertables===void 0?[]:hypertables===0?[noted({happened:'The database has the extension "timescaledb" and no hypertable.',means:`As soon as it has one, \
a backup of it cannot be restored here: that takes steps which are not done (${steps}).`,next:"Nothing now. Remove the extension if nothing uses it."})]:[refused(
{happened:`The database has ${hypertables===1?"a hypertable":`${hypertables} hypertables`} of the extension "timescaledb".`,means:`A backup of it cannot be rest\
ored here: its catalogue has to be loaded in steps that are not done (${steps}).`,next:"Move the hypertables into a database that is not upgraded with this one,\
 or back up and restore by the way that TimescaleDB documents, without this tool."})]}async function obstaclesToBackingUp(session,now){return[...await ofLocks(session),
...await ofLargeObjects(session),...await ofIndexes(session,now),...await ofCollations(session),...await ofAStandby(session),...await ofReach(session)]}async function ofLocks(session){
const[row]=await session.query("SELECT count(*)::int AS tables FROM pg_class WHERE relkind IN ('r', 'p', 'f', 'v', 'm') AND oid >= 16384"),tables=row?.tables??0,
capacity=await lockCapacity(session);return tables<=capacity?[]:[refused({happened:`The database has ${tables} tables and views, and the server has room for ${capacity}\
 locks.`,means:"pg_dump locks all of them at once, and would run out of locks.",next:`Set max_locks_per_transaction to at least ${await locksPerTransactionFor(session,
tables)} in postgresql.conf, and restart the server.`})]}async function ofLargeObjects(session){const unreadable=await session.query(`
    SELECT pg_get_userbyid(lomowner) AS owner, count(*)::int AS objects FROM pg_largeobject_metadata
    WHERE NOT (
      current_setting('lo_compat_privileges')::boolean OR pg_has_role(lomowner, 'USAGE') OR EXISTS (
        SELECT FROM aclexplode(lomacl) AS granted WHERE granted.privilege_type = 'SELECT'
          AND CASE granted.grantee WHEN 0 THEN true ELSE pg_has_role(granted.grantee, 'USAGE') END
      ))
    GROUP BY 1 ORDER BY 1`);if(unreadable.length===0)return[];const objects=unreadable.reduce((sum,each)=>sum+each.objects,0);return[refused({happened:`The user\
 of the configuration may not read ${objects} large objects of ${quotedList(unreadable.map(({owner})=>owner))}.`,means:"pg_dump would stop there, so no backup c\
ould be taken. The right to read all data (pg_read_all_data) is not one on large objects.",next:`Let the user read as their owner does: ${unreadable.map(({owner})=>`\
GRANT "${owner}" TO user`).join("; ")}; or each of them: GRANT SELECT ON LARGE OBJECT number TO user; or all, as a superuser: ALTER ROLE user SET lo_compat_priv\
ileges = on.`})]}async function ofIndexes(session,now){const invalid=await session.query(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE NOT i.indisvalid AND c.relkind = 'i' AND n.nspname !~ '^pg_'
      AND NOT EXISTS (SELECT FROM pg_locks l WHERE l.relation = i.indrelid AND l.mode = 'ShareUpdateExclusiveLock')
    ORDER BY 1`),{broken,unread}=await brokenUniqueIndexes(session,now);return[...invalid.length===0?[]:[noted({happened:`Indexes are not valid, as a failed CRE\
ATE INDEX CONCURRENTLY leaves them: ${listed(invalid.map(({name})=>name))}.`,means:"No dump holds them, so the rehearsal goes without. On production, a statemen\
t of the upgrade that makes one of them IF NOT EXISTS would be skipped, or fail where it does not say so.",next:`Drop them or build them again: ${invalid.slice(
0,3).map(({name})=>`REINDEX INDEX CONCURRENTLY ${name}`).join("; ")}.`})],...broken.length===0?[]:[refused({happened:`Unique indexes do not hold: what is in ${listed(
broken)} more than once must not be.`,means:"A restore builds them again and fails, and so would an upgrade that does.",next:`Remove the rows that are there twi\
ce, then build the indexes again: ${broken.slice(0,3).map(name=>`REINDEX INDEX ${name}`).join("; ")}.`})],...unread===0?[]:[noted({happened:`${unread} unique in\
dexes over text are too large for a quick look, or could not be read.`,means:"Whether they still hold is shown by the first restore.",next:"Nothing, where that \
may fail; else let amcheck look at them (bt_index_check)."})]]}async function ofCollations(session){const changed=await session.query(`
    SELECT format('%I.%I', n.nspname, c.collname) AS name FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace
    WHERE c.collversion IS NOT NULL AND c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid)
      AND EXISTS (SELECT FROM pg_index i WHERE c.oid = ANY (i.indcollation))
    UNION ALL SELECT 'the one of the database' FROM pg_database d
    WHERE d.datname = current_database() AND to_jsonb(d)->>'datcollversion' IS NOT NULL
      AND to_jsonb(d)->>'datcollversion' <> (
        SELECT pg_collation_actual_version(c.oid) FROM pg_collation c
        WHERE c.collprovider = 'c' AND c.collcollate = d.datcollate AND c.collencoding IN (-1, d.encoding) LIMIT 1)`);return changed.length===0?[]:[noted({happened:`\
The operating system sorts otherwise than when these were made: ${listed(changed.map(({name})=>name))}.`,means:"Indexes over text may be in an order that nobody\
 finds anything in, and unique ones may let the same in twice.",next:"Build the indexes over text again (REINDEX DATABASE CONCURRENTLY), then say so: ALTER DATA\
BASE name REFRESH COLLATION VERSION."})]}async function ofAStandby(session){const[row]=await session.query(`
    SELECT pg_is_in_recovery() AS standby, current_setting('hot_standby_feedback')::boolean AS feedback,
      ARRAY(SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relpersistence = 'u' AND c.relkind = 'r' ORDER BY 1) AS unlogged`);return row?.standby!==!0?[]:[...row.feedback?[]:[noted({happened:"The server \
is a standby that does not report to its primary what it reads (hot_standby_feedback is off).",means:"What is cleaned up on the primary may end a long dump.",next:"\
Set hot_standby_feedback = on, or max_standby_streaming_delay to more than a dump takes."})],...row.unlogged.length===0?[]:[noted({happened:`A standby has no ro\
ws of unlogged tables: ${listed(row.unlogged)}.`,means:"A backup that is taken there brings them back empty.",next:"Nothing, where the application fills them ag\
ain; else take backups from the primary."})]]}async function ofReach(session){const functions=await session.query(`
    SELECT p.oid::regprocedure::text AS name FROM pg_proc p
    WHERE p.oid >= 16384 AND p.prosrc ~* '\\m(dblink|dblink_\\w+|http_(get|post|put|patch|delete)|copy\\M.*\\mprogram)\\M'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    ORDER BY 1`),subscriptions=await session.query("SELECT subname AS name FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = cur\
rent_database()) ORDER BY 1"),unseen=await session.query(`
    SELECT format('%I on %I', m.usename, m.srvname) AS name FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = m.srvid
    WHERE m.umoptions IS NULL AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AND NOT (
      CASE WHEN m.umuser = 0 OR m.usename <> current_user THEN m.umuser = 0 AND pg_has_role(s.srvowner, 'USAGE')
        ELSE pg_has_role(s.srvowner, 'USAGE') OR has_server_privilege(s.oid, 'USAGE') END)
    ORDER BY 1`),jobs=await activeJobs(session).catch(()=>[]);return[...functions.length===0?[]:[noted({happened:`Functions reach other servers or programs by t\
hemselves: ${listed(functions.map(({name})=>name))}.`,means:"A copy has them as well, with the addresses and passwords in them.",next:"Let the scrub hook replac\
e them, or keep staging from reaching these servers (firewall)."})],...subscriptions.length===0?[]:[noted({happened:`The database subscribes to other servers: ${quotedList(
subscriptions.map(({name})=>name))}.`,means:"A copy does not get the subscriptions, and a rollback does not make them again either.",next:"Write down how they a\
re made again after a rollback (CREATE SUBSCRIPTION \u2026 WITH (copy_data = \u2026))."})],...unseen.length===0?[]:[noted({happened:`The user of the configurati\
on does not see how these roles log in to foreign servers: ${listed(unseen.map(({name})=>name))}.`,means:"A dump has these user mappings without their passwords\
, and a rollback restores them like that.",next:"Let a superuser take the backups, or write down how they are set again after a rollback (ALTER USER MAPPING \u2026 O\
PTIONS)."})],...jobs.map(({table,jobs:active})=>noted({happened:`The server runs jobs of the database automatically (${table}): ${quotedList(active)}.`,means:'A\
 copy gets them switched off, unless "outside: keep" says otherwise.',next:"Nothing, unless the rehearsal needs them: then let the scrub hook switch on what may\
 run on staging."})),...ofTimescale(await countHypertables(session))]}var dropWords={"composite type":"TYPE","statistics object":"STATISTICS","foreign-data wrap\
per":"FOREIGN DATA WRAPPER"};async function listDroppable(session){return(await session.query(`
    WITH RECURSIVE schemas AS (
      SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'
    ), members AS (
      SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
      -- Of a composite type it is the type that is a member, and not what holds its columns.
      UNION ALL SELECT 'pg_class'::regclass, t.typrelid FROM pg_depend d JOIN pg_type t ON t.oid = d.objid
        WHERE d.deptype = 'e' AND d.classid = 'pg_type'::regclass AND t.typrelid <> 0
    ), depths (oid, depth) AS (
      SELECT c.oid, 0 FROM pg_class c WHERE NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)
        AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
      UNION ALL SELECT i.inhrelid, d.depth + 1 FROM depths d JOIN pg_inherits i ON i.inhparent = d.oid
    ), deepest AS (
      SELECT oid, max(depth) AS depth FROM depths GROUP BY oid
    ), referred AS (
      SELECT confrelid AS oid, count(*) AS times FROM pg_constraint
      WHERE contype = 'f' AND confrelid <> conrelid GROUP BY confrelid
    ), dependents AS (
      SELECT refclassid, refobjid, count(*) AS objects FROM pg_depend 
      WHERE deptype IN ('a', 'i') AND NOT (
        classid = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = objid)
      ) GROUP BY 1, 2
    ), found AS (
      SELECT 1 AS turn, 0 AS depth, 'pg_event_trigger'::regclass::oid AS classid, oid AS objid, 0::oid AS schema
        FROM pg_event_trigger
      UNION ALL SELECT 2, 0, 'pg_publication'::regclass, oid, 0 FROM pg_publication
      UNION ALL SELECT CASE relkind WHEN 'v' THEN 3 WHEN 'm' THEN 3 WHEN 'S' THEN 5 WHEN 'c' THEN 5 ELSE 4 END,
          coalesce((SELECT depth FROM deepest WHERE deepest.oid = c.oid), 0), 'pg_class'::regclass, oid, relnamespace
        FROM pg_class c
        WHERE relnamespace IN (SELECT oid FROM schemas) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
      UNION ALL SELECT 6, 0, d.classid, d.objid, d.refobjid FROM pg_depend d
        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid IN (SELECT oid FROM schemas) AND d.deptype = 'n'
          AND d.classid NOT IN ('pg_class'::regclass, 'pg_extension'::regclass, 'pg_default_acl'::regclass)
      UNION ALL SELECT 7, 0, 'pg_foreign_server'::regclass, oid, 0 FROM pg_foreign_server
      UNION ALL SELECT 8, 0, 'pg_foreign_data_wrapper'::regclass, oid, 0 FROM pg_foreign_data_wrapper
      UNION ALL SELECT 8, 0, 'pg_cast'::regclass, oid, 0 FROM pg_cast WHERE oid >= 16384
      UNION ALL SELECT 8, 0, 'pg_language'::regclass, oid, 0 FROM pg_language WHERE oid >= 16384
      UNION ALL SELECT 9, 0, 'pg_extension'::regclass, e.oid, 0 FROM pg_extension e
        WHERE extname <> 'plpgsql' AND pg_has_role(extowner, 'USAGE') AND ${mayBeMadeAgain}
      UNION ALL SELECT 10, 0, 'pg_namespace'::regclass, oid, 0 FROM schemas
        WHERE nspname <> 'public' AND oid NOT IN (
          SELECT refobjid FROM pg_depend d JOIN pg_extension e ON e.oid = d.objid
          WHERE refclassid = 'pg_namespace'::regclass AND classid = 'pg_extension'::regclass
            AND NOT (pg_has_role(extowner, 'USAGE') AND ${mayBeMadeAgain})
        )
    )
    SELECT o.type, o.identity, (4 + coalesce(dependents.objects, 0) * 2)::text AS locks,
      -- An owner that is not recorded is the one that the server was made with.
      pg_has_role(coalesce(owner.refobjid, 10), 'USAGE') OR coalesce(pg_has_role(s.nspowner, 'USAGE'), false) AS mine
    FROM found f
    CROSS JOIN pg_identify_object(f.classid, f.objid, 0) AS o
    LEFT JOIN dependents ON dependents.refclassid = f.classid AND dependents.refobjid = f.objid
    LEFT JOIN referred ON f.classid = 'pg_class'::regclass AND referred.oid = f.objid
    LEFT JOIN schemas s ON s.oid = f.schema
    LEFT JOIN pg_shdepend owner ON owner.classid = f.classid AND owner.objid = f.objid AND owner.deptype = 'o'
      AND owner.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    WHERE o.identity IS NOT NULL
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = f.classid AND m.objid = f.objid)
    ORDER BY f.turn, f.depth DESC, coalesce(referred.times, 0), o.type, o.identity`)).map(({type,identity,locks,mine})=>({type:dropWords[type]??type.toUpperCase(),
identity,locks:Number(locks),mine}))}var mayBeMadeAgain=`(
  (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR EXISTS (
    SELECT FROM pg_available_extension_versions v WHERE v.name = e.extname AND v.version = e.extversion AND ${trusted()}
  ))`;function trusted(){return"coalesce((to_jsonb(v)->>'trusted')::boolean, false)"}async function configurationTables(session){return await session.query(`
    SELECT e.extname AS extension, format('%I.%I', n.nspname, c.relname) AS sql,
      coalesce(e.extcondition[i], '') AS condition, has_table_privilege(c.oid, 'DELETE') AS "mayEmpty"
    FROM pg_extension e
    CROSS JOIN generate_subscripts(e.extconfig, 1) AS i
    JOIN pg_class c ON c.oid = e.extconfig[i] AND c.relkind IN ('r', 'p')
    JOIN pg_namespace n ON n.oid = c.relnamespace
    ORDER BY 1, 2`)}async function emptyConfigurationOfExtensions(session){for(const{sql,condition}of await configurationTables(session))await session.query(`DE\
LETE FROM ONLY ${sql} ${condition}`)}async function obstaclesToEmptying(session){const obstacles=[],droppable=await listDroppable(session),foreign=[...droppable.
filter(({mine})=>!mine).map(({type,identity})=>`${nounOf(type)}${identity}`),...await foreignLargeObjects(session)];foreign.length>0&&obstacles.push(refused({happened:`\
The user of the configuration does not own ${listed(foreign)}.`,means:"A restore drops what is there, and only an owner may.",next:"Let the user own these objec\
ts: REASSIGN OWNED BY other TO user."}));const kept=(await configurationTables(session)).filter(({extension,mayEmpty})=>!droppable.some(({type,identity})=>type===
"EXTENSION"&&unquoted(identity)===extension)&&!mayEmpty);kept.length>0&&obstacles.push(refused({happened:`The user of the configuration may not delete rows of ${listed(
kept.map(({sql,extension})=>`${sql} (extension "${extension}")`))}.`,means:"The extension stays, and a restore would bring its rows a second time.",next:`Let an\
 administrator grant it: ${kept.map(({sql})=>`GRANT SELECT, INSERT, DELETE ON ${sql} TO user`).join("; ")}.`}));const capacity=await lockCapacity(session),heaviest=droppable.
reduce((most,each)=>each.locks>most.locks?each:most,nothing);return heaviest.locks>capacity&&obstacles.push(refused({happened:`Dropping ${nounOf(heaviest.type)}${heaviest.
identity} takes about ${heaviest.locks} locks, and the server has room for ${capacity}.`,means:"Emptying the database would end half way.",next:`Set max_locks_p\
er_transaction to at least ${await locksPerTransactionFor(session,heaviest.locks)} in postgresql.conf and restart the server, or drop it by hand.`})),obstacles}
var nothing={type:"",identity:"",locks:0};function nounOf(type){return type==="TABLE"?"":`${type.toLowerCase()} `}function unquoted(identity){return identity.startsWith(
'"')?identity.slice(1,-1).replaceAll('""','"'):identity}async function foreignLargeObjects(session){const[row]=await session.query("SELECT count(*)::text AS obj\
ects FROM pg_largeobject_metadata WHERE NOT pg_has_role(lomowner, 'USAGE')");return row===void 0||row.objects==="0"?[]:[`${row.objects} large objects`]}async function obstaclesToRestoring(session,question){
const[state]=await session.query(`
    SELECT pg_is_in_recovery() AS standby,
      (SELECT count(subdbid)::int FROM pg_subscription WHERE subdbid = d.oid) AS subscriptions,
      EXISTS (
        SELECT FROM pg_db_role_setting s CROSS JOIN unnest(setconfig) AS each (line)
        WHERE setdatabase IN (0, d.oid) AND setrole IN (0, r.oid) AND line ~ '^default_transaction_read_only=(on|true|yes|1)$'
      ) AS "readOnly",
      has_database_privilege(d.oid, 'CREATE') AS create,
      (SELECT has_schema_privilege(oid, 'CREATE') FROM pg_namespace WHERE nspname = 'public') AS "createPublic",
      pg_encoding_to_char(d.encoding) AS encoding,
      r.rolsuper AS superuser, r.rolcreaterole AS "createRole", r.rolsuper OR r.rolbypassrls AS "bypassesRowSecurity"
    FROM pg_database d CROSS JOIN pg_roles r WHERE d.datname = current_database() AND r.rolname = current_user`);if(state===void 0)throw new Error("the server d\
oes not say which database this is");const{source:source2}=question;return[...ofTheServer2(state,question),...source2===void 0?[]:ofTheSource(state,source2,question),
...await ofItsRoles(session,state,question),...await ofItsExtensions(session,state,question)]}function ofTheServer2(state,{serverMajor,tools,source:source2}){const obstacles=[];
return state.standby&&obstacles.push(refused({happened:"The server is a standby, which cannot be written.",means:"Nothing can be restored there.",next:"Configur\
e the address of the primary server."})),state.subscriptions>0&&obstacles.push(refused({happened:"The database subscribes to a publication of another server.",means:"\
Restoring under a subscription would mix the two.",next:"Drop the subscription (DROP SUBSCRIPTION)."})),state.readOnly&&!state.standby&&obstacles.push(refused({
happened:"Sessions of this user or database are read-only (default_transaction_read_only).",means:"Somebody made it so that nothing is written there, and a rest\
ore writes.",next:"Set it back where the database may be replaced: ALTER DATABASE name RESET default_transaction_read_only, or ALTER ROLE user."})),(!state.create||
state.createPublic===!1)&&obstacles.push(refused({happened:`The user of the configuration may not make ${state.create?'tables in the schema "public"':"schemas i\
n the database"}.`,means:"A restore makes all objects of the backup again.",next:"Let the user own the database: ALTER DATABASE name OWNER TO user."})),source2!==
void 0&&source2.serverMajor>serverMajor&&obstacles.push(refused({happened:`The backup comes from PostgreSQL ${source2.serverMajor}, and this server is older: ${serverMajor}\
.`,means:"What the newer one has cannot be restored into it.",next:`Run PostgreSQL ${source2.serverMajor} here too: a rehearsal on another version would prove l\
ittle.`})),tools.major>=17&&serverMajor<17&&obstacles.push(refused({happened:`pg_restore is version ${tools.version}, which cannot restore into a server of vers\
ion ${serverMajor}.`,means:"It would end at its first statement.",next:`Install postgresql-client-${serverMajor}, or name its folder under "tools:".`})),source2?.
dumpMajor!==void 0&&source2.dumpMajor>tools.major?obstacles.push(refused({happened:`The backup is written by pg_dump ${source2.dumpMajor}, and pg_restore is ver\
sion ${tools.version} here.`,means:"An older pg_restore cannot read it.",next:`Install postgresql-client-${source2.dumpMajor} on this runner, or name its folder\
 under "tools:"; or let production's runner use pg_dump ${tools.major}.`})):source2?.compression!==void 0&&!tools.compressions.includes(source2.compression)&&obstacles.
push(refused(cannotDecompress(source2.compression,tools))),obstacles}function ofTheSource(state,source2,{leaveOut,where}){const obstacles=[],{encoding=state.encoding}=source2;
if(encoding!==state.encoding&&(state.encoding!=="UTF8"||encoding==="SQL_ASCII")&&obstacles.push(refused({happened:`The backup is encoded as ${encoding}, and the\
 database here as ${state.encoding}.`,means:encoding==="SQL_ASCII"?"What its bytes mean is known to nobody but the application, so they cannot be carried over.":
"Characters that the one has and the other lacks cannot be carried over.",next:`Make the database anew: CREATE DATABASE name ENCODING '${encoding}' LOCALE 'C' T\
EMPLATE template0.`})),source2.forcedRowSecurity.length>0&&!state.bypassesRowSecurity&&obstacles.push(refused({happened:`Row security holds for the owner as wel\
l (FORCE ROW LEVEL SECURITY) of ${source2.forcedRowSecurity.slice(0,5).join(", ")}.`,means:"What was restored could not be read and compared.",next:"Let the use\
r of the configuration see all rows: ALTER ROLE user BYPASSRLS."})),state.superuser)return obstacles;const parts=[{noun:"publications",names:source2.publications,
omission:"publications"},{noun:"event triggers",names:source2.eventTriggers,omission:"event-triggers"},{noun:"objects",names:source2.superuserObjects,omission:void 0}];
for(const{noun,names:names3,omission}of parts){if(names3.length===0||omission!==void 0&&leaveOut.includes(omission))continue;const skip=omission===void 0?"":`, \
or leave them out of this copy: "leave-out: [${omission}]" under ${where}`;obstacles.push(refused({happened:`The backup has ${noun} that only a superuser may ma\
ke: ${names3.slice(0,5).join(", ")}.`,means:"The user of the configuration is none, so they could not be restored.",next:`Restore as a superuser${skip}.`}))}return obstacles}
async function ofItsRoles(session,state,{source:source2,roles,where}){if(source2===void 0)return[];const choice=chooseRoles(roles,await roleRights(session,source2.
roles)),needed=(await roleRights(session,source2.definitionRoles)).filter(({exists})=>!exists),obstacles=[];return needed.length>0&&roles!=="create"&&obstacles.
push(refused({happened:`Policies of the backup name roles that this server lacks: ${quotedList(needed.map(({name})=>name))}.`,means:"A policy cannot be restored\
 without them.",next:`Make them (CREATE ROLE name NOLOGIN), or let a restore do that: "roles: create" under ${where}.`})),roles==="create"&&!state.superuser&&!state.
createRole&&(needed.length>0||choice.kind==="create")&&obstacles.push(refused({happened:'The user of the configuration may not make roles, as "roles: create" as\
ks.',means:"What belongs to them could not be restored.",next:"Let it: ALTER ROLE user CREATEROLE; or make the roles by hand."})),choice.kind==="refuse"?obstacles.
push(refused({happened:`Owners and privileges cannot be restored: ${choice.reason}.`,means:"A restore gives each object to its owner again.",next:`Make the role\
s on that server, and the restoring user a member of each (GRANT owner TO user); or leave owners out: "roles: ignore" under ${where}.`})):choice.kind==="ignore"&&
choice.warning!==void 0&&obstacles.push(noted({happened:choice.warning,means:"The application finds its tables owned by somebody else than on production.",next:"\
Nothing, where staging connects as the restoring user; otherwise make the roles on that server."})),obstacles}async function ofItsExtensions(session,state,{source:source2,
where}){const extensions=await session.query(`SELECT wanted.name, wanted.version AS wanted, e.extversion AS kept, a.default_version AS offered,
       coalesce((to_jsonb(v)->>'trusted')::boolean, false) AS trusted
     FROM unnest($1::text[], $2::text[]) AS wanted (name, version)
     LEFT JOIN pg_available_extensions a ON a.name = wanted.name
     LEFT JOIN pg_available_extension_versions v ON v.name = a.name AND v.version = a.default_version
     LEFT JOIN pg_extension e ON e.extname = wanted.name`,[source2?.extensions.map(({name})=>name)??[],source2?.extensions.map(({version})=>version)??[]]),obstacles=[],
absent=extensions.filter(({offered,kept})=>offered===null&&kept===null);absent.length>0&&obstacles.push(refused({happened:`The backup needs extensions that this\
 server does not offer: ${quotedList(absent.map(({name})=>name))}.`,means:"What uses them could not be restored.",next:"Install them on the server."}));const closed=extensions.
filter(each=>each.offered!==null&&each.kept===null&&!each.trusted);closed.length>0&&!state.superuser&&obstacles.push(refused({happened:`The backup needs extensi\
ons that only a superuser may make, and the database has none of them: ${quotedList(closed.map(({name})=>name))}.`,means:"The user of the configuration is not a\
 superuser, so they could not be restored.",next:`Let an administrator make them there once: ${closed.map(({name})=>`CREATE EXTENSION "${name}"`).join("; ")}. T\
hey stay when the database is emptied.`}));const other=extensions.filter(({wanted,kept,offered})=>{const comes=!state.superuser&&kept!==null?kept:offered;return comes!==
null&&comes!==wanted});return other.length>0&&obstacles.push(noted({happened:`Extensions have other versions here than in production: ${other.map(({name,wanted,
kept,offered})=>`"${name}" ${state.superuser?offered:kept??offered} instead of ${wanted}`).join(", ")}.`,means:"A rehearsal with them shows less of what product\
ion will do.",next:"Install the same versions, if they matter to the application."})),extensions.some(({name,kept})=>name==="pg_cron"&&(kept===null||state.superuser))&&
obstacles.push(...await ofPgCron(session,where)),obstacles}async function ofPgCron(session,where){const[row]=await session.query("SELECT current_setting('cron.d\
atabase_name', true) AS home, current_database() AS here");return row===void 0||row.home===row.here?[]:[refused({happened:row.home===null?'The backup has the ex\
tension "pg_cron", which this server does not load.':`The backup has the extension "pg_cron", which this server allows only in the database "${row.home}".`,means:"\
It could not be made in the database that is restored.",next:`Set ${row.home===null?"shared_preload_libraries = 'pg_cron' and ":""}cron.database_name = '${row.here}\
' in postgresql.conf of the server that ${where} names, and restart it. Jobs of production do not run there: a copy gets them switched off.`})]}var usersRelations=`\

  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`;async function backupRights(session,subject){
const unreadable=await names2(session,`SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p', 'm', 'S')
       AND NOT (has_schema_privilege(n.oid, 'USAGE') AND CASE c.relkind
         WHEN 'S' THEN has_sequence_privilege(c.oid, 'SELECT') ELSE has_table_privilege(c.oid, 'SELECT') END)
     ORDER BY 1`),filtered=await names2(session,`SELECT format('%I.%I', n.nspname, c.relname) AS name ${usersRelations}
       AND c.relkind IN ('r', 'p') AND row_security_active(c.oid) ORDER BY 1`),findings=[];return unreadable.length>0&&findings.push(problem(subject,{happened:`\
The user of the configuration may not read ${listed(unreadable)}.`,means:"pg_dump would stop there, so no backup could be taken.",next:"Grant it: GRANT pg_read_\
all_data TO user (PostgreSQL 14 and later), or SELECT on each table and sequence."})),filtered.length>0&&findings.push(problem(subject,{happened:`Row security h\
ides rows of ${listed(filtered)} from the user of the configuration.`,means:"A backup would lack them, so pg_dump refuses to take one.",next:"Let the user see t\
hem: ALTER ROLE user BYPASSRLS."})),findings.length>0?findings:[fine(subject,"Every table and sequence can be read.")]}async function restoreRights(session,subject,question){
try{const obstacles=[...await obstaclesToEmptying(session),...await obstaclesToRestoring(session,question)],found=asFindings(subject,obstacles);return found.some(
({kind})=>kind==="problem")?found:[fine(subject,"Its objects can be dropped and made again."),...found]}catch(cause){throw databaseFailure(cause,"Looking whethe\
r a restore could be done","Nothing was done.")}}async function ownSessions(connection,session,{subject,use,signal}){const between=await betweenHereAndServer(connection,
session,{use,signal}).catch(cause=>{throw databaseFailure(cause,"Looking whether two connections keep to their sessions","Nothing was done.")});if(between===void 0)
return[];const refuses=use==="backup"?"So no backup is taken.":"So a restore refuses before anything is emptied.";return[problem(subject,{happened:between.seen,
means:`${between.means} ${refuses}`,next:`${directAddress(session)}.`})]}async function backupOutlook(session,subject,clock){try{return asFindings(subject,await obstaclesToBackingUp(
session,()=>clock.now().getTime()))}catch(cause){throw databaseFailure(cause,"Looking whether a backup could be taken","Nothing was done.")}}async function names2(session,sql){
return(await rows(session,sql)).map(({name})=>name)}async function rows(session,sql){try{return await session.query(sql)}catch(cause){throw databaseFailure(cause,
"Reading the rights of the user","Nothing was done.")}}async function analyze(session,{connection,pin,jobs,searchPath,signal}){const left=[],waiting=await session.
query(`
    SELECT format('%I.%I', n.nspname, c.relname) AS sql, pg_table_size(c.oid) > 8000000 AS large
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND c.relname <> 'pg_statistic'
      AND pg_has_role(c.relowner, 'USAGE')
    ORDER BY pg_table_size(c.oid)`),work=async own=>{await liftLimits(own),await own.query(`SET search_path = ${pathOf(searchPath)}`);for(let batch=next(waiting);batch.
length>0;batch=next(waiting))left.push(...await analyzeBatch(own,batch))};return await Promise.all(Array.from({length:jobs},()=>withSession(connection,signal,work,
pin))),left.sort()}async function analyzeBatch(session,batch){try{return await session.query(`ANALYZE ${batch.join(", ")}`),[]}catch(cause){if(!isUnknownName(cause))
throw cause;if(batch.length===1)return batch}const left=[];for(const table of batch)left.push(...await analyzeBatch(session,[table]));return left}var tablesAtOnce2=100;
function next(waiting){const isLarge=waiting.at(-1)?.large===!0;return waiting.splice(isLarge?-1:-tablesAtOnce2).map(({sql})=>sql)}async function emptyDatabase(session){
const budget=Math.max(1,Math.min(2e3,Math.floor(await lockCapacity(session)/8)));for(;;){const left=await listDroppable(session);if(left.length===0)break;const before=left.
length;for(const batch of batchesOf(left,budget))await dropAll(session,batch);const after=await listDroppable(session);if(after.length>=before)throw notEmpty(after)}
for(;(await session.query(`SELECT lo_unlink(oid)::text AS id FROM (SELECT oid FROM pg_largeobject_metadata LIMIT ${budget}) AS batch`)).length!==0;);await emptyConfigurationOfExtensions(
session)}function batchesOf(all,budget){const batches=[];let locks=0;for(const each of all){const last=batches.at(-1);last?.[0]?.type===each.type&&locks+each.locks<=
budget&&isListed(each.type)?(last.push(each),locks+=each.locks):(batches.push([each]),locks=each.locks)}return batches}function isListed(type){return!/^(EVENT TRIGGER|LANGUAGE|CAST|CONVERSION|OPERATOR CLASS|OPERATOR FAMILY|COLLATION|TEXT SEARCH .*)$/.
test(type)}async function dropAll(session,batch){const[first]=batch;if(first!==void 0)try{await session.query(`DROP ${first.type} IF EXISTS ${batch.map(({identity})=>identity).
join(", ")} CASCADE`)}catch(cause){if(!mayGoLater(cause))throw cause;if(batch.length>1)for(const each of batch)await dropAll(session,[each]);else if(codeOf(cause)===
outOfLocks)throw cause}}var outOfLocks="53200";function mayGoLater(cause){return["42501","2BP01","42704","42883","42P01","3F000",outOfLocks].includes(codeOf(cause)??
"")}function notEmpty(left){const shown=left.slice(0,5).map(({type,identity})=>`${type.toLowerCase()} ${identity}`),more=left.length>shown.length?` and ${left.length-
shown.length} more`:"";return new SystemFailure({happened:`The database could not be emptied: ${shown.join(", ")}${more} could not be dropped.`,means:"The datab\
ase is incomplete, since other objects have been dropped. Nothing was restored. Do not start the server on it.",next:"Let the user of the configuration own thes\
e objects (REASSIGN OWNED, ALTER \u2026 OWNER TO), or drop them, then run the restore again."})}async function heldSession(session){const[here]=await session.query(
"SELECT pg_backend_pid() AS pid, extract(epoch FROM pg_postmaster_start_time())::text AS started");if(here===void 0)throw new Error("the server does not say whi\
ch session this is");const isHere=`pg_backend_pid() = ${here.pid} AND extract(epoch FROM pg_postmaster_start_time())::text = '${here.started}'`;return{address:session.
address,where:session.where,query:async(sql,values=[])=>{if(values.length>0)throw new Error("what has values cannot be sent together with the question where it \
is run");try{return await session.query(`SELECT 1 / (${isHere})::int; ${sql}`)}catch(cause){throw codeOf(cause)===divisionByZero?ledElsewhere(session):cause}}}}
var divisionByZero="22012";function ledElsewhere({where}){return new SystemFailure({happened:"Two statements of one connection came to two sessions of a server,\
 or to two servers.",means:"Something between here and the server, such as a pooler, leads statements to several places. Nothing was changed but where staging's\
 mark was read.",next:`Let ${where} name the server itself, not a pooler, then run the step again.`})}function passesOf(entries,source2){if(source2.pathFunctions.
length+source2.lateTables.length+source2.jobTables.length===0)return{definitions:withoutDeadlock({entries}),rows:[],jobs:void 0};const rowsOf=tables=>entry=>entry.
text.startsWith("TABLE DATA ")&&tables.includes(entry.oid),isLate=rowsOf(source2.lateTables),isJob=rowsOf(source2.jobTables.map(({oid})=>oid)),usual=entries.filter(
entry=>!isJob(entry));return{definitions:[{entries:usual,section:"pre-data"}],rows:[{entries:usual.filter(entry=>!isLate(entry)),section:"data"},{entries:usual.
filter(isLate),section:"data",untilNoneFails:!0,serial:!0},...withoutDeadlock({entries:usual,section:"post-data"})],jobs:{entries:entries.filter(isJob),section:"\
data"}}}function withoutDeadlock(pass){const attaches=({text})=>text.startsWith("INDEX ATTACH "),first=pass.entries.findIndex(attaches);if(first===-1)return[pass];
const end=pass.entries.findLastIndex(attaches)+1;return[{...pass,entries:pass.entries.slice(0,first)},{...pass,entries:pass.entries.slice(first,end),serial:!0},
{...pass,entries:pass.entries.slice(end)}]}const{join:join4}=process.getBuiltinModule("node:path");async function runRestore(pass,request){let left=pass.entries;
for(;left.length>0;){const failed=new Set,result=await runOnce({...pass,entries:left},request,dumpId=>failed.add(dumpId)),again2=pass.untilNoneFails&&result.exitCode===
1?left.filter(({dumpId})=>failed.has(dumpId)):[];if(again2.length===0||again2.length===left.length){requireSuccess(result,"pg_restore",request.incomplete,adviceFor(
result));return}left=again2}}function adviceFor(result){return isOfTheBackup(toolError(result.stderr)??"")?"What refuses is in the backup itself: production's o\
wn rows or definitions. Correct them on production, then take a new backup; restoring this one again ends the same way.":"Remove the cause, then run the restore\
 again: it starts from an empty database."}var jobsForOne=2;async function runOnce({entries,section,untilNoneFails,serial},request,onFailed){const{tools,directory,
jobs,processes,log,signal,connection,pin}=request;return await writeListFile(entries,async listFile=>{let started=0;return await processes.run({argv:[tools.pgRestore,
databaseArgument(connection),`--jobs=${serial?1:jobs*jobsForOne}`,...untilNoneFails?[]:["--exit-on-error"],...section===void 0?[]:[`--section=${section}`],"--no\
-password","--no-subscriptions","--verbose",`--use-list=${listFile}`,...request.flags,join4(directory,archiveName)],environment:connectionEnvironment(connection,
request.environment,{...pin,options:optionsOf(request)}),onLine:line=>{/processing data for table "(?<table>.*)"$/.exec(line)?.groups?.table!==void 0&&log.progress(
{text:"Restoring tables",done:++started});const failed=/from TOC entry (?<dumpId>\d+);/.exec(line)?.groups?.dumpId;failed!==void 0&&onFailed(failed)},...signal&&
{signal}})})}function optionsOf({pin,serverMajor,source:source2}){return[pin.options,"-c synchronous_commit=off",...serverMajor>=14?["-c idle_session_timeout=0"]:
[],...source2.money?[moneyOptions]:[]].join(" ")}var retryMilliseconds=1e4,pauseMilliseconds=500;async function requireNobodyElse(session,{disconnect,clock,signal}){
const deadline=clock.now().getTime()+retryMilliseconds;for(;;){const others=await session.query(`
      SELECT pid, coalesce(nullif(application_name, ''), 'without a name') AS application FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
        AND coalesce(backend_type, 'client backend') = 'client backend'`);if(others.length===0)return;if(disconnect)for(const{pid}of others)await session.query(
"SELECT pg_terminate_backend($1)",[pid]);if(clock.now().getTime()>=deadline)throw inUse(others);await clock.sleep(pauseMilliseconds,signal)}}function inUse(others){
const names3=[...new Set(others.map(other=>`"${other.application}"`))].join(", ");return new SystemFailure({happened:`${others.length} other sessions are connec\
ted to the database (application ${names3}).`,means:"Nothing was restored; the database is unchanged.",next:'Stop the server that uses it (see "stop" of the dep\
loyer). If these may be cut off, set "disconnect-others: true".'})}const{randomUUID}=process.getBuiltinModule("node:crypto");async function withTie(session,body){
const name=`staged_upgrade_${randomUUID().replaceAll("-","")}`,[seen]=await session.query(`SELECT current_setting('default_text_search_config')::regconfig::text\
 AS usual,
       has_database_privilege(current_database(), 'CREATE') AS owns`),tie=`${seen?.owns?name:"public"}.${name}`;await withoutEventTriggers(session,async()=>{seen?.
owns&&await session.query(`CREATE SCHEMA ${name}`),await session.query(`CREATE TEXT SEARCH CONFIGURATION ${tie} (COPY = ${seen?.usual})`)});const untie=()=>withoutEventTriggers(
session,async()=>{await session.query(`DROP TEXT SEARCH CONFIGURATION IF EXISTS ${tie}`),seen?.owns&&await session.query(`DROP SCHEMA IF EXISTS ${name}`)});let result;
try{result=await body({address:session.address,options:`-c ${setting}=${tie}`,tie})}catch(cause){throw await untie().catch(()=>{}),cause}return await untie(),result}
async function withoutEventTriggers(session,body){const triggers=await session.query("SELECT format('%I', evtname) AS name, evtenabled AS enabled FROM pg_event_\
trigger WHERE evtenabled <> 'D'"),[user]=await session.query("SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user");if(triggers.length===0||
user?.superuser!==!0)return await body();await session.query("BEGIN");try{for(const{name}of triggers)await session.query(`ALTER EVENT TRIGGER ${name} DISABLE`);
await body();for(const{name,enabled}of triggers)await session.query(`ALTER EVENT TRIGGER ${name} ENABLE ${enabledWords[enabled]??""}`);await session.query("COMM\
IT")}catch(cause){throw await session.query("ROLLBACK").catch(()=>{}),cause}}var enabledWords={O:"",R:"REPLICA",A:"ALWAYS"},setting="default_text_search_config";
async function requireTied(connection,pin,signal){let reached;try{const[seen]=await withSession(connection,signal,session=>session.query(`SELECT current_setting\
('${setting}') AS tie`),pin);if(seen?.tie===pin.tie)return;reached="It did not get the settings that it was opened with."}catch(cause){signal?.throwIfAborted(),
reached=databaseFailure(cause,"Connecting a second time","Nothing was restored.").detail.happened}throw new SystemFailure({happened:`A second connection was not\
 shown to come to the database that was verified. ${reached}`,means:"Something between here and the server, such as a proxy or a pooler, leads connections to se\
veral places.",next:`Let ${connection.where} name the server itself, not a proxy or pooler, then run the step again.`})}var unchanged="Nothing was restored; the\
 database is unchanged.",incomplete="The database is incomplete: do not start the server on it.";async function restore(session,options2){const{log,connection,signal}=options2;
let handling,held;try{await requireOwnSessions(connection,session,{use:"restore",signal}),await liftLimits(session);const obstacles=[...await obstaclesToEmptying(
session),...await obstaclesToRestoring(session,options2)];requireNone(obstacles,unchanged,log),handling=await roleHandling(session,options2),await requireNobodyElse(
session,{disconnect:options2.disconnectOthers,clock:options2.clock,signal}),held=await heldSession(session);const refused2=options2.mayReplace(await readIdentity(
held));if(refused2!==void 0)return refused2;await withTie(held,pin=>requireTied(connection,pin,signal))}catch(cause){throw signal?.throwIfAborted(),databaseFailure(
cause,"Preparing the restore",unchanged)}try{log.info("Emptying the database."),await emptyDatabase(held),await createRoles(held,handling.absent),await requireStill(
held,options2),await withTie(held,async pin=>{await requireTied(connection,pin,signal),await bringBack(held,options2,pass=>runRestore(pass,{...options2,flags:handling.
flags,pin,incomplete}))}),await finish(held,options2);return}catch(cause){throw signal?.throwIfAborted(),databaseFailure(cause,"Restoring the database",incomplete)}}
async function requireStill(session,{mayReplace}){if(mayReplace(await readIdentity(session))!==void 0)throw new SystemFailure({happened:"While the database was \
emptied, it stopped being one that may be replaced: its mark was changed.",means:incomplete,next:"Find out who did that. Then mark it again (staged-upgrade mark\
-disposable), and start a new run."})}async function roleHandling(session,{roles,source:source2}){if(chooseRoles(roles,await roleRights(session,source2.roles)).
kind==="ignore")return{flags:["--no-owner","--no-privileges","--no-tablespaces"],absent:[]};if(roles!=="create")return{flags:[],absent:[]};const absent=(await roleRights(
session,[...new Set([...source2.roles,...source2.definitionRoles])])).filter(({exists})=>!exists).map(({name})=>name);return{flags:absent.length>0?["--no-tables\
paces"]:[],absent}}async function bringBack(session,{list,source:source2,leaveOut,outside,isOriginal,log},run){const isCut=outside==="cut"&&isOriginal!==!0,wanted=list.
entries.filter(entry=>isRestorable(entry)&&!isLeftOut(entry,leaveOut)),entries=isCut?wanted.filter(entry=>!leadsOutside(entry)):wanted,{definitions,rows:rows2,jobs}=passesOf(
entries,source2);for(const pass of definitions)await run(pass);if(rows2.length>0&&await withPath(session,source2,async()=>{for(const pass of rows2)await run(pass)}),
jobs!==void 0){const runJobs=()=>run(jobs);await(isCut?withJobsOff(session,source2.jobTables,runJobs):runJobs())}const cut=isCut?cutText(wanted,source2):void 0;
cut!==void 0&&log.warn(cut)}async function finish(session,{source:source2,log,connection,jobs,signal}){const left=await applySettings(session,source2.settings);
left.length>0&&log.warn(`Settings of production's database were not made here: ${left.join(", ")}. Make them by hand (ALTER DATABASE \u2026 SET) where the applicatio\
n needs them.`),await liftLimits(session),log.info("Collecting statistics for the query planner (ANALYZE).");const unknown=await withTie(session,pin=>analyze(session,
{connection,pin,jobs,searchPath:source2.searchPath,signal}));unknown.length>0&&log.warn(`No statistics were collected of ${unknown.join(", ")}: an index or stat\
istics there call a function that finds what it uses by the search path, and the server collects statistics with an empty one, in production as well. Correct th\
e function: ALTER FUNCTION \u2026 SET search_path = \u2026.`)}const{join:join5}=process.getBuiltinModule("node:path");async function findTools(request){const{folder,
serverMajor}=request,folders=folder===void 0?[`/usr/lib/postgresql/${serverMajor}/bin`,""]:[folder],found=(await Promise.all(folders.map(each=>toolsIn(each,request)))).
filter(tools=>tools!==void 0),suitable=found.filter(tools=>tools.major>=serverMajor).sort((one,other)=>one.major-other.major)[0];if(suitable!==void 0){const{processes,
environment}=request;return{...suitable,compressions:await offeredCompressions(suitable,processes,environment)}}const newest=found[0],install=`Install them ("ap\
t-get install postgresql-client-${serverMajor}" on Debian and Ubuntu with the PostgreSQL repository), or name their folder under "tools:".`;throw newest===void 0?
new SystemFailure({happened:`pg_dump and pg_restore were not found${folder===void 0?"":` in "${folder}"`}.`,means:"Nothing was done.",next:install}):new SystemFailure(
{happened:`pg_dump is version ${newest.version}, older than the server, which is version ${serverMajor}.`,means:"It cannot read this server. Nothing was done.",
next:install})}async function toolsIn(folder,{processes,environment}){const pgDump=folder===""?"pg_dump":join5(folder,"pg_dump"),pgRestore=folder===""?"pg_resto\
re":join5(folder,"pg_restore"),dump2=await versionOf(pgDump,processes,environment),restore2=await versionOf(pgRestore,processes,environment);if(!(dump2===void 0||
restore2===void 0||dump2.major!==restore2.major))return{pgDump,pgRestore,...dump2}}async function versionOf(program,processes,environment){const answer=await askProgram(
processes,{argv:[program,"--version"],environment});if(answer===void 0)return;const groups=/\(PostgreSQL\) (?<version>(?<major>\d+)\S*)/.exec(answer.stdout)?.groups;
if(!(answer.exitCode!==0||groups===void 0))return{major:Number(groups.major),version:groups.version??""}}const{stat}=process.getBuiltinModule("node:fs/promises"),
{join:join6}=process.getBuiltinModule("node:path");function requireReadableBy(tools,{dumpMajor}){if(!(dumpMajor===void 0||dumpMajor<=tools.major))throw new SystemFailure(
{happened:`The backup is written by pg_dump ${dumpMajor}, and pg_restore is version ${tools.version} here.`,means:"An older pg_restore cannot read it. Nothing w\
as restored; the database is unchanged.",next:`Install postgresql-client-${dumpMajor} on this runner, or name its folder under "tools:"; or let production's run\
ner use pg_dump ${tools.major}, and take a new backup.`})}async function verifyArchive(request){const list=await readArchive(request);for(const entry of entriesOf(
list,"TABLE DATA"))if(!(await Promise.all(suffixes.map(suffix=>bytesOf(join6(request.directory,archiveName,`${entry.dumpId}${suffix}`))))).some(bytes=>bytes>0))
throw new SystemFailure({happened:`The backup lists "${entry.text}" and the file "${archiveName}/${entry.dumpId}.dat" with its rows is missing or empty.`,means:"\
The backup is incomplete, so it cannot be used to go back. Nothing was restored from it.",next:"Take another backup."});return list}async function bytesOf(path){
return(await stat(path).catch(()=>{}))?.size??0}var oldestServer=11;function postgresDatabase(options2){const{effects,jobs}=options2,{processes,clock}=effects,tools=serverMajor=>findTools(
{processes,environment:childEnvironment(effects),folder:options2.toolsFolder(),serverMajor}),chosenCompression=suited=>chooseCompression(options2.compression,suited,
options2.where);return{kind:"postgres",noun:"database",identity:signal=>withSession(options2.connection(),signal,readIdentity),preflight:({use,subject,needs,signal})=>withSession(
options2.connection(),signal,async session=>{const serverMajor=await serverMajorOf(session),suited=await tools(serverMajor),question={...options2,serverMajor,tools:suited,
source:needs&&asSourceFacts(needs)},suit=`pg_dump and pg_restore ${suited.version} suit the server`,compression=chosenCompression(suited);return[fine(subject,use===
"backup"&&compression.kind==="use"?`${suit}, and ${compression.said}.`:`${suit}.`),...use==="backup"&&compression.kind==="refuse"?[problem(subject,compression.message)]:
[],...use==="backup"?[...await backupRights(session,subject),...await backupOutlook(session,subject,clock)]:await restoreRights(session,subject,question),...await ownSessions(
options2.connection(),session,{subject,use,...signal&&{signal}})]}),needs:signal=>withSession(options2.connection(),signal,async session=>{const serverMajor=await serverMajorOf(
session),suited=await tools(serverMajor),choice=chosenCompression(suited),compression=choice.kind==="use"?choice.compression:void 0;return await readSourceFacts(
session,{serverMajor,dumpMajor:suited.major,compression})}),fingerprint:(signal,like)=>{const connection=options2.connection(),{jobs:jobs2,content:setting2,roles}=options2;
return withSession(connection,signal,session=>takeFingerprint(session,{connection,jobs:jobs2,setting:setting2,roles,leaveOut:options2.leaveOut,like,clock,log:effects.
log,signal}))},estimatedBytes:signal=>withSession(options2.connection(),signal,readSize),markDisposable:(choose,signal)=>withSession(options2.connection(),signal,
session=>markDisposable(session,choose)),backup:async({directory,finished,log,signal})=>{const connection=options2.connection(),environment=connectionEnvironment(
connection,childEnvironment(effects));return withSession(connection,signal,async session=>{const serverMajor=await serverMajorOf(session),suited=await tools(serverMajor),
choice=chosenCompression(suited);if(choice.kind==="refuse"){const{happened,means,next:next2}=choice.message;throw new SystemFailure({happened,means:`${means} No\
 backup was taken.`,next:next2})}await requireOwnSessions(connection,session,{use:"backup",signal});const identity=await readIdentity(session),value=await dump(
session,{connection,directory,jobs,serverMajor,environment,processes,clock,log,signal,setting:options2.content,roles:options2.roles,leaveOut:options2.leaveOut,tools:suited,
compression:choice.compression,finished});return{identity,dataAt:value.at,fingerprint:{kind:"same-snapshot",value},tools:{pg_dump:suited.version},references:[]}})},
verify:async({directory,signal})=>{const source2=await readSource(directory),suited=await tools(source2.serverMajor);requireReadableBy(suited,source2);const environment=childEnvironment(
effects);await verifyArchive({tools:suited,directory,environment,processes,signal})},restore:async({directory,log,signal,mayReplace,isOriginal})=>{const connection=options2.
connection(),environment=childEnvironment(effects),serverMajor=await withSession(connection,signal,serverMajorOf),suited=await tools(serverMajor),source2=await readSource(
directory);requireReadableBy(suited,source2);const list=await verifyArchive({tools:suited,directory,environment,processes,signal});return await withSession(connection,
signal,session=>restore(session,{directory,list,source:source2,jobs,serverMajor,environment,processes,clock,log,signal,connection,mayReplace,where:options2.where,
roles:options2.roles,leaveOut:options2.leaveOut,outside:options2.outside,isOriginal,tools:suited,disconnectOthers:options2.disconnectOthers}))}}}async function serverMajorOf(session){
const[row]=await session.query("SELECT current_setting('server_version_num') AS number"),major=Math.floor(Number(row?.number)/1e4);if(major>=oldestServer)return major;
throw new SystemFailure({happened:`The PostgreSQL server is version ${major}; ${oldestServer} is the oldest that is supported.`,means:"Nothing was done.",next:`\
Upgrade the server to PostgreSQL ${oldestServer} or later first.`})}async function readSize(session){try{const[row]=await session.query(`
      SELECT coalesce(sum(pg_table_size(oid)), 0)::text AS bytes FROM pg_class
      WHERE relkind IN ('r', 'm') AND relnamespace <> 'pg_catalog'::regnamespace
         OR oid = 'pg_catalog.pg_largeobject'::regclass`);return Number(row?.bytes)}catch(cause){throw databaseFailure(cause,"Reading the size of the database",
"Nothing was done.")}}export{postgresDatabase};
