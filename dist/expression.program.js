const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url),{createInterface}=process.
getBuiltinModule("node:readline"),{isMainThread,parentPort,Worker}=process.getBuiltinModule("node:worker_threads");var maxMegabytes=512;if(isMainThread){const worker=new Worker(
new URL(import.meta.url),{resourceLimits:{maxOldGenerationSizeMb:maxMegabytes}});worker.on("message",answer=>process.stdout.write(`${answer}
`)),worker.on("error",()=>process.exit(1)),createInterface({input:process.stdin}).on("line",question=>worker.postMessage(question)).on("close",()=>process.exit())}else{
const{evaluated}=await import("./evaluation-3AXOAR7Q.js");parentPort?.on("message",async question=>{const asked=JSON.parse(question);parentPort?.postMessage(JSON.
stringify(await evaluated(asked)))})}
