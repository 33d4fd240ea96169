const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);function hasLoginInQuery(url){
const query=url.indexOf("?");return query!==-1&&url.includes("@",query)}export{hasLoginInQuery};
