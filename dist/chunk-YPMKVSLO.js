const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{AwsError,askAws,
awsFailure}from"./project.js";import{SystemFailure}from"./start.js";async function awsIdentity(access){const sdk=await import("./clients/sts.js"),client=new sdk.
STSClient(access.clientSettings);try{const{Account,Arn}=await askAws(access,options=>client.send(new sdk.GetCallerIdentityCommand({}),options));return{account:Account??
"",arn:Arn??""}}catch(error){throw error instanceof AwsError?awsFailure("AWS did not say whose credentials this job has",error,"Nothing was changed."):error}}async function requireAccount({
account},access,where){const identity=await awsIdentity(access);if(account===void 0||account===identity.account)return identity;throw new SystemFailure({happened:`\
This job is logged in to the account ${identity.account} (${identity.arn}), but ${where}.account is ${account}.`,means:"It would deploy into another account. No\
thing was changed.",next:"Correct the role of the login step of this job, or the account in the configuration."})}export{requireAccount};
