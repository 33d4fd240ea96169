const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url),{mkdirSync,statSync}=process.
getBuiltinModule("node:fs"),{dirname,resolve}=process.getBuiltinModule("node:path");function makeFolder(folder,mode=511){const missing=[];for(let at=resolve(folder);!isThere(
at);at=dirname(at))missing.unshift(at);for(const each of missing)try{mkdirSync(each,{mode})}catch(error){if(codeOf(error)!=="EEXIST"||!isThere(each))throw error}
return missing.length===0&&mkdirSync(folder,{recursive:!0}),missing[0]}function isThere(path){try{return statSync(path),!0}catch(error){if(codeOf(error)==="ENOE\
NT"||codeOf(error)==="ENOTDIR")return!1;throw error}}function codeOf(error){return error instanceof Error&&"code"in error?error.code:void 0}export{makeFolder};
