const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url),{mkdtemp,readdir,rm,
stat}=process.getBuiltinModule("node:fs/promises"),{tmpdir}=process.getBuiltinModule("node:os"),{join}=process.getBuiltinModule("node:path");var prefix="staged-\
upgrade-secret-",abandonedAfter=36e5;async function withSecretFolder(environment,work){const root=environment.RUNNER_TEMP||tmpdir(),folder=await mkdtemp(join(root,
`${prefix}${process.pid}-`));try{return await removeAbandoned(root,folder),await work(folder)}finally{await rm(folder,{recursive:!0,force:!0})}}async function removeAbandoned(root,own){
const{mtimeMs:now,uid}=await stat(own);for(const name of await readdir(root)){const pid=new RegExp(`^${prefix}(?<pid>\\d+)-`).exec(name)?.groups?.pid;if(pid===void 0||
isAlive(Number(pid)))continue;const path=join(root,name),made=await stat(path).catch(()=>{});made===void 0||made.uid!==uid||now-made.mtimeMs<abandonedAfter||await rm(
path,{recursive:!0,force:!0})}}function isAlive(pid){try{return process.kill(pid,0),!0}catch(cause){return!(cause instanceof Error&&"code"in cause&&cause.code===
"ESRCH")}}export{withSecretFolder};
