import { createRequire as stagedUpgradeCreateRequire } from "node:module";
const require = stagedUpgradeCreateRequire(import.meta.url);
import{a,b,c,d,e,f,g}from"./chunk-NFWJP5KL.js";import"./chunk-JEHP4UPF.js";import"./chunk-QIST7JPZ.js";import"./chunk-YDMOCM4U.js";import"./chunk-TSQYQHW5.js";export{f as ENV_ACCOUNT_ID,e as ENV_CREDENTIAL_SCOPE,d as ENV_EXPIRATION,a as ENV_KEY,b as ENV_SECRET,c as ENV_SESSION,g as fromEnv};
