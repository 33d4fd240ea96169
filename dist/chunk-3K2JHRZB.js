const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{durationText}from"./terminal.js";
import{SystemFailure}from"./start.js";var pauses={least:250,share:.15,most:1500};function quietAfter(before,seen,at){return before?.seen===seen?before:{seen,since:at}}
function pauseAfter({since},at){return Math.min(Math.max(pauses.least,Math.round(pauses.share*(at-since))),pauses.most)}async function untilReady({settings,clock,
log,signal,next,look}){const started=clock.now().getTime();let steady=notSteady,seenStarts="",quiet;for(;;){const{seen,each,starts}=await look(),at=clock.now().
getTime(),readiness=overall(each);if(readiness.kind==="failed")throw notReady(readiness.reason,next);if(steady=steadier(steady,readiness.kind==="ready"&&(starts===
seenStarts||seenStarts===""),at),seenStarts=starts,steady.readySince!==void 0&&at-steady.readySince>=settings.stable)return seen;if(at-started>=settings.within)
throw notReady(tooLate(readiness,steady.lost,settings.within),next);log.progress({text:readiness.kind==="ready"?"Ready; watching whether it stays so":`Not ready\
 yet: ${readiness.reason}`,done:Math.round((at-started)/1e3),total:settings.within/1e3}),quiet=quietAfter(quiet,JSON.stringify([each,starts]),at);const stableIn=steady.
readySince===void 0?1/0:settings.stable-(at-steady.readySince);await clock.sleep(Math.min(pauseAfter(quiet,at),stableIn),signal)}}function overall(each){return each.
find(({kind})=>kind==="failed")??each.find(({kind})=>kind==="not-yet")??{kind:"ready"}}var notSteady={readySince:void 0,lost:0};function steadier({readySince,lost},isReady,at){
return isReady?{readySince:readySince??at,lost}:{readySince:void 0,lost:readySince===void 0?lost:lost+1}}function tooLate(readiness,lost,within){const limit=durationText(
within);return lost>0?`it did not stay ready within ${limit}: it was ready ${lost===1?"once":`${lost} times`}, and then not any more`:`it is not ready after ${limit}${readiness.
kind==="ready"?"":`: ${readiness.reason}`}`}function notReady(reason,next){return new SystemFailure({happened:`What was started does not become ready: ${reason}\
.`,means:"",next})}export{overall,pauseAfter,quietAfter,untilReady};
