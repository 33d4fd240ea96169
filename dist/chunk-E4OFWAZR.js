const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);function unknown(reason){
return{kind:"unknown",reason}}export{unknown};
