const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);var noticeKinds=["a\
pproval","failed","complete","rolled-back"];function shortened(text,limit){return text.length<=limit?text:`${text.slice(0,limit-1).trimEnd()}\u2026`}var months=[
"Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"],writtenTime=String.raw`\d{1,2} [A-Z][a-z]{2}(?: \d{4})? \d\d:\d\d(?::\d\d)? UTC`;function dayTime(at,now){
return written(at,now,clock=>clock.slice(0,5))}function dayOf(at){return dayTime(at).replace(/ \d\d:\d\d UTC$/,"")}function exactTime(at,now){return written(at,
now,clock=>clock)}function moment(at,now){return isTime(at)?`${dayTime(at,now)}, ${agoText(at,now)}`:at}function isTime(at){return!Number.isNaN(Date.parse(at))}
function agoText(at,now){const minutes=(now.getTime()-Date.parse(at))/6e4;return minutes<-5?`in ${spanText(-minutes)}`:minutes<1?"just now":`${spanText(minutes)}\
 ago`}function spanText(minutes){if(minutes<120)return`${Math.floor(minutes)} min`;const hours=Math.floor(minutes/60);return hours<48?`${hours} h`:`${Math.floor(
hours/24)} days`}function written(at,now,shown){if(!isTime(at))return at;const date=new Date(at),[day,clock=""]=date.toISOString().split(/[T.]/),year=day?.slice(
0,4)===String(now?.getUTCFullYear())?"":` ${day?.slice(0,4)??""}`;return`${date.getUTCDate()} ${months[date.getUTCMonth()]??""}${year} ${shown(clock)} UTC`}function durationText(milliseconds){
if(milliseconds<1e3)return`${Math.round(milliseconds)} ms`;if(milliseconds<59950)return`${(milliseconds/1e3).toFixed(1)} s`;const seconds=Math.round(milliseconds/
1e3),minutes=Math.floor(seconds/60),hours=Math.floor(minutes/60);return hours>=48?`${Math.floor(hours/24)} days ${hours%24} h`:minutes<60?`${minutes} min ${seconds%
60} s`:`${hours} h ${minutes%60} min`}function roughText(milliseconds){return milliseconds<1e3?"under 1 s":milliseconds<119500?`${Math.round(milliseconds/1e3)} \
s`:milliseconds<119.5*6e4?`${Math.round(milliseconds/6e4)} min`:durationText(milliseconds)}function downtimeText(milliseconds){return milliseconds<1e3?"under 1 \
s":durationText(milliseconds)}function elapsedText(milliseconds,total){const[unit,size]=total<12e4?["s",1e3]:["min",6e4];return`${Math.floor(milliseconds/size)}\
 of ${Math.ceil(total/size)} ${unit}`}function bytesText(bytes){const units=["bytes","KiB","MiB","GiB","TiB"],power=bytes<1024?0:Math.min(Math.floor(Math.log2(bytes)/
10),units.length-1),amount=bytes/1024**power;return bytes===1?"1 byte":`${power===0?amount:amount.toFixed(1)} ${units[power]??"bytes"}`}function countText(count,noun){
return`${count.toLocaleString("en-US")} ${noun}${count===1?"":"s"}`}export{bytesText,countText,dayOf,dayTime,downtimeText,durationText,elapsedText,exactTime,moment,noticeKinds,roughText,shortened,writtenTime};
