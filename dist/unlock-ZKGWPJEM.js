const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{leaseOwner,leaseState}from"./steps.js";
import{leftBehind,leftBehindText}from"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./terminal.js";import"./start.js";import{
UserError}from"./start.js";import"./chunk-D6K2TUBN.js";async function endLease(project,{reason}){const{journal,run,effects,configuration}=project;if(reason===void 0||
reason.trim()==="")throw noReason();const{held,fence}=leaseState(await journal.read());if(held===void 0)return result("skipped",`Nobody holds the lease of ${configuration.
system}: there is nothing to unlock.`);const alive=aliveHere(project,held);if(alive!==void 0)return alive;const owner=leaseOwner(run),expiresAt=effects.clock.now().
toISOString(),taken={type:"lease-taken",fence:fence+1,owner,expiresAt,preempted:held.owner,reason};return await journal.append(taken),leaseState(await journal.read()).
held?.owner!==owner?refused(`Another run took the lease of ${configuration.system} in the meantime.`,"It is in use. Nothing was unlocked.","Look with: staged-up\
grade log."):(await journal.append({type:"lease-released",fence:taken.fence,owner}),result("passed",`Unlocked ${configuration.system}: the lease of ${held.owner}\
 is over, and anything that run still tries is refused. The next run first checks the current state.`))}function aliveHere(project,{owner,process:process2,run}){
if(process2!==void 0&&project.effects.witness?.sees(process2)==="alive")return refused(`${owner} is alive: it is process ${process2.pid} on this machine, starte\
d by ${run.actor}.`,"Two runs never act at once. Nothing was unlocked.",`Wait for it, or stop it with: kill -INT ${process2.pid}. It records what it was doing, \
and releases the lease.`);const{witness}=project.effects;if(process2!==void 0&&witness?.sees(process2)==="gone"&&!witness.seesNotesOf(process2))return refused(`${owner}\
 is gone from this machine, but what it started is recorded where only its own user can look (${run.actor}).`,"One of its commands may still be changing the sys\
tem. Nothing was unlocked.","Run the same command as that user, with the same home: it says what still runs. Or look for it yourself, and wait for the end of th\
e lease.");const[left]=leftBehind(project);if(left!==void 0)return refused(`${leftBehindText(left)} ${left.kind==="command"?"is still running":"has left somethi\
ng running"} on this machine, though its run is gone.`,"It may still be changing the system. Nothing was unlocked.",`Wait until it has ended, or end it with: ki\
ll -- -${left.pid}. Then run the same command again.`)}function noReason(){return new UserError({happened:'The option "reason" is missing.',means:"A lease is en\
ded for a run that another machine may still be working on: the journal must record why that cannot be. Nothing was unlocked.",next:'Make sure that the run is g\
one, then say so: staged-upgrade unlock --reason "runner-3 lost its power at 02:10".'})}function refused(happened,means,next){return{...result("refused",happened),
message:{happened,means,next}}}function result(outcome,headline){return{outcome,headline,outputs:{},summary:`${headline}
`,text:""}}export{endLease};
