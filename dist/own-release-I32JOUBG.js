const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{ownRepository}from"./chunk-VRA37KFZ.js";
import{strictObject,string}from"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";const{readFileSync}=process.getBuiltinModule("node:fs");var ownReleaseFile=new URL(
"./own-release.json",new URL("./assets/init/own-release.ts",import.meta.url)),ownReleaseShape=strictObject({version:string().regex(/^\d+\.\d+\.\d+$/),commit:string().
regex(/^[0-9a-f]{40}$/)});function ownRelease(){const text=readIfThere(ownReleaseFile);if(text===void 0)return;const{version,commit}=ownReleaseShape.parse(JSON.
parse(text));return{repository:ownRepository,ref:commit,version:`v${version}`}}function readIfThere(file){try{return readFileSync(file,"utf8")}catch(error){if(error instanceof
Error&&"code"in error&&error.code==="ENOENT")return;throw error}}export{ownRelease,ownReleaseFile,ownReleaseShape};
