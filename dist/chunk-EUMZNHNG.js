const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);async function allPages(ask){
const all=[];let token;do{const{items,next}=await ask(token);all.push(...items),token=next}while(token!==void 0);return all}export{allPages};
