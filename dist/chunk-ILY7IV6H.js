const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{compareFingerprints}from"./steps.js";
const{createHash}=process.getBuiltinModule("node:crypto");var labels="reduce(all = '', one IN labels(n) | all + ':' + one)",definition="type, entityType, labels\
OrTypes, properties";function partsOf({content:ofNode,end},content){const nodes=content?`MATCH (n) RETURN ${labels} AS staged_node, ${ofNode} AS content`:`MATCH\
 (n) RETURN ${labels} AS staged_node, count(*) AS content`,relationships=content?`MATCH (a)-[r]->(b) RETURN type(r) AS staged_relationship, properties(r) AS con\
tent, ${end("a")} AS a, ${end("b")} AS b`:"MATCH ()-[r]->() RETURN type(r) AS staged_relationship, count(*) AS content";return[{what:"node",query:nodes},{what:"\
relationship",query:relationships},{what:"index",query:`SHOW INDEXES YIELD name, ${definition} RETURN name AS staged_index, ${definition}`},{what:"constraint",query:`\
SHOW CONSTRAINTS YIELD name, ${definition} RETURN name AS staged_constraint, ${definition}`}]}async function readGraph(graph,{content,at,signal}){const sums=new Map,
objects={},parts=partsOf(graph,content);await readRows(graph,parts,signal,(what,kind,rest)=>{if(what==="index"||what==="constraint"){objects[`${what} "${kind}"`]=
{definition:hexOf(rest)};return}const name=`${what} ${kind}`,{rows,sum}=sums.get(name)??{rows:0,sum:0n},next=content?{rows:rows+1,sum:(sum+BigInt(`0x${hexOf(rest)}`))%
modulus}:{rows:Number(rest),sum};sums.set(name,next)});const tables=[...sums].map(([name,{rows,sum}])=>({name,rows,...content?{checksum:`${graph.method}${sum.toString(
16).padStart(64,"0")}`}:{}}));return{at:at.toISOString(),tables:tables.toSorted((a,b)=>a.name<b.name?-1:1),sequences:[],objects,definedBy:"Neo4j"}}function hasContent({
tables}){return tables.some(({checksum})=>checksum!==void 0)}function takenBetween(before,after){return{kind:compareFingerprints({kind:"same-snapshot",value:before},
after).kind==="equal"&&hasContent(before)?"same-snapshot":"beside",value:before}}function readsContent(like,configured,method){return like===void 0?configured:hasContent(
like)&&like.tables.every(({checksum=method})=>checksum.startsWith(method))}var modulus=2n**256n;function hexOf(text){return createHash("sha256").update(text).digest(
"hex")}var header=/^staged_(?<what>node|relationship|index|constraint), /,row=/^"(?<kind>[^"]*)", (?<rest>.*)$/;async function readRows(graph,parts,signal,onRow){
const answered=new Set;let at,open;const close=()=>{open!==void 0&&at!==void 0&&onRow(at,open.kind,open.rest),open=void 0},read=line=>{const next=parts.find(({what})=>what===
header.exec(line)?.groups?.what)?.what;if(next!==void 0&&!answered.has(next)){close(),answered.add(next),at=next;return}const found=row.exec(line)?.groups;if(found===
void 0){open!==void 0&&(open={...open,rest:`${open.rest}
${line}`});return}close(),open={kind:found.kind??"",rest:found.rest??""}};await graph.cypher(parts.map(({query})=>`${query};
`).join(""),read,signal),close()}export{readGraph,readsContent,takenBetween};
