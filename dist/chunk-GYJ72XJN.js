const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{makeFolder}from"./chunk-HJACYWYZ.js";
const{existsSync,statSync}=process.getBuiltinModule("node:fs"),{enableCompileCache}=process.getBuiltinModule("node:module"),{join}=process.getBuiltinModule("nod\
e:path");function keepCompiled(parent){if(!parent)return;const folder=join(parent,"staged-upgrade-compiled");try{makeFolder(folder,448),isOurs(folder)&&enableCompileCache(
folder)}catch{}}function userCache({XDG_CACHE_HOME,HOME}){const folder=XDG_CACHE_HOME||(HOME?join(HOME,".cache"):void 0);return folder!==void 0&&existsSync(folder)?
folder:void 0}function isOurs(folder){const{uid,mode}=statSync(folder);return process.getuid===void 0||uid===process.getuid()&&(mode&18)===0}export{keepCompiled,userCache};
