const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{asked}from"./start.js";
import"./chunk-D6K2TUBN.js";var terminalQuestions=signal=>({text:async(message,proposed,check)=>{const{default:input}=await import("./dist-RCSPJWAO.js"),question={
message,...proposed===""?{}:{default:proposed},validate:value=>value.trim()===""?"An answer is required.":check?.(value.trim())??!0};return(await asked(signal,asking=>input(
question,asking))).trim()},choose:async(message,choices,proposed,titles={})=>{const{default:select}=await import("./dist-OUM3T4GR.js"),question={message,choices:choices.
map(value=>({value,name:titles[value]??value})),default:proposed};return await asked(signal,asking=>select(question,asking))}});export{terminalQuestions};
