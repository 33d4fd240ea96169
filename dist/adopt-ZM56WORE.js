const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{did,nothingElse,
step}from"./steps.js";import"./steps.js";import"./project.js";import"./steps.js";import"./start.js";import"./start.js";import"./steps.js";import{notReady,restoreUnfinished,
withNothingPending}from"./steps.js";import"./steps.js";import"./steps.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";
import"./steps.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./project.js";import"./start.js";import"./steps.js";import"./steps.js";import"./steps.js";import"./project.js";import"./project.js";
import{alreadyDone,cannotTell_M7NQ6CCT as cannotTell,refuse}from"./project.js";import"./steps.js";import"./steps.js";import{dayTime}from"./terminal.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./steps.js";import"./project.js";
import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./start.js";import"./steps.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";
import"./start.js";import{UserError}from"./start.js";import"./chunk-D6K2TUBN.js";function decideAdopt(situation){const{hop,promotion,standing}=situation,unfinished=restoreUnfinished(
situation);if(unfinished!==void 0)return unfinished;if(promotion.completed!==void 0)return alreadyDone(`Hop ${hop.id} was completed on ${dayTime(promotion.completed.
at)}.`);if(standing.kind==="unknown")return cannotTell(`The version of production could not be determined: ${standing.reason}.`,"It is not known what would be a\
dopted. Nothing was recorded.","Check that the server is running and that this machine can reach its url.");if(standing.kind!=="on-to"){const runs=standing.kind===
"on-from"?hop.from:standing.version;return refuse(`Production runs ${runs}, not ${hop.to}.`,"A hop can be adopted only when production already runs what it lead\
s to. Nothing was recorded.","Name the hop that leads to what production runs, or start a new run.")}return notReady(situation,hop.to)??{kind:"act",because:`Pro\
duction runs ${hop.to}, healthy${withNothingPending(situation.observation)}.`}}var adopt=step({command:"adopt",needs:{},open:input=>({environment:"production",reason:reasonOf(
input)}),gather:nothingElse,decide:({situation})=>decideAdopt(situation),act:async({hop},{because})=>did({because,hop}),record:({hop},{opened})=>({type:"adopted",
version:hop.to,reason:opened.reason}),report:({hop,because})=>({headline:`Hop ${hop.id} is adopted as done by hand. ${because}`})});function reasonOf({reason}){
if(reason!==void 0)return reason;throw new UserError({happened:'The option "reason" is missing.',means:"A hop that was done by hand is recorded only with a reas\
on, which is kept in the journal. Nothing was recorded.",next:'Say why: --reason "deployed by hand during the outage of 3 March".'})}export{adopt};
