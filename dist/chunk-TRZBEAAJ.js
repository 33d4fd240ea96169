const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);function indent(spaces,lines){
return lines.map(line=>line===""?"":" ".repeat(spaces)+line)}function scalar(text){return/^[A-Za-z0-9_./$]/.test(text)&&!/: |:$| #|[\n"\\]|\s$/.test(text)&&!/^(true|false|null|yes|no|on|off|~|[\d.]+(e\d+)?|0x[\da-f]+)$/i.
test(text)?text:JSON.stringify(text)}function mapping(entries){return entries.map(([key,value])=>`${key}: ${scalar(value)}`)}function labels(list){const only=list.
length===1?list[0]:void 0;return only===void 0?`[${list.map(flowScalar).join(", ")}]`:scalar(only)}function flowScalar(text){return/[,[\]{}]/.test(text)?JSON.stringify(
text):scalar(text)}export{flowScalar,indent,labels,mapping,scalar};
