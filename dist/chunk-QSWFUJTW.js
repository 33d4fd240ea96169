const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{__commonJS,__require,
__toESM}from"./chunk-D6K2TUBN.js";var require_cli_width=__commonJS({"node_modules/cli-width/index.js"(exports,module){"use strict";module.exports=cliWidth;function normalizeOpts(u4){
const t4={defaultWidth:0,output:process.stdout,tty:__require("tty")};return u4?(Object.keys(t4).forEach(function(e4){u4[e4]||(u4[e4]=t4[e4])}),u4):t4}function cliWidth(u4){
const t4=normalizeOpts(u4);if(t4.output.getWindowSize)return t4.output.getWindowSize()[0]||t4.defaultWidth;if(t4.tty.getWindowSize)return t4.tty.getWindowSize()[1]||
t4.defaultWidth;if(t4.output.columns)return t4.output.columns;if(process.env.CLI_WIDTH){const e4=parseInt(process.env.CLI_WIDTH,10);if(!isNaN(e4)&&e4!==0)return e4}
return t4.defaultWidth}}}),require_lib=__commonJS({"node_modules/mute-stream/lib/index.js"(exports,module){var Stream=__require("stream"),MuteStream=class extends Stream{#t=null;constructor(t4={}){
super(t4),this.writable=this.readable=!0,this.muted=!1,this.on("pipe",this._onpipe),this.replace=t4.replace,this._prompt=t4.prompt||null,this._hadControl=!1}#e(t4,e4){
return this._dest?this._dest[t4]:this._src?this._src[t4]:e4}#s(t4,...e4){typeof this._dest?.[t4]=="function"&&this._dest[t4](...e4),typeof this._src?.[t4]=="fun\
ction"&&this._src[t4](...e4)}get isTTY(){return this.#t!==null?this.#t:this.#e("isTTY",!1)}set isTTY(t4){this.#t=t4}get rows(){return this.#e("rows")}get columns(){
return this.#e("columns")}mute(){this.muted=!0}unmute(){this.muted=!1}_onpipe(t4){this._src=t4}pipe(t4,e4){return this._dest=t4,super.pipe(t4,e4)}pause(){if(this.
_src)return this._src.pause()}resume(){if(this._src)return this._src.resume()}write(t4){if(this.muted){if(!this.replace)return!0;if(t4.match(/^\u001b/))return t4.
indexOf(this._prompt)===0&&(t4=t4.slice(this._prompt.length),t4=t4.replace(/./g,this.replace),t4=this._prompt+t4),this._hadControl=!0,this.emit("data",t4);this.
_prompt&&this._hadControl&&t4.indexOf(this._prompt)===0&&(this._hadControl=!1,this.emit("data",this._prompt),t4=t4.slice(this._prompt.length)),t4=t4.toString().
replace(/./g,this.replace)}this.emit("data",t4)}end(t4){this.muted&&(t4&&this.replace?t4=t4.toString().replace(/./g,this.replace):t4=null),t4&&this.emit("data",
t4),this.emit("end")}destroy(...t4){return this.#s("destroy",...t4)}destroySoon(...t4){return this.#s("destroySoon",...t4)}close(...t4){return this.#s("close",...t4)}};
module.exports=MuteStream}}),t=["emacs","vim"],s=new Set(t);function c(e4){return s.has(e4)}function getDefaultKeybindings(){const e4=process.env.INQUIRER_KEYBINDINGS;
return e4?Array.from(new Set(e4.toLowerCase().split(/[\s,]+/).filter(c))):[]}var isUpKey=(e4,n3=[])=>e4.name==="up"||n3.includes("vim")&&e4.name==="k"||n3.includes(
"emacs")&&e4.ctrl&&e4.name==="p",isDownKey=(e4,n3=[])=>e4.name==="down"||n3.includes("vim")&&e4.name==="j"||n3.includes("emacs")&&e4.ctrl&&e4.name==="n",isBackspaceKey=e4=>e4.
name==="backspace",isTabKey=e4=>e4.name==="tab",isNumberKey=e4=>"1234567890".includes(e4.name),isEnterKey=e4=>e4.name==="enter"||e4.name==="return",AbortPromptError=class extends Error{name="\
AbortPromptError";message="Prompt was aborted";constructor(o2){super(),this.cause=o2?.cause}},CancelPromptError=class extends Error{name="CancelPromptError";message="\
Prompt was canceled"},ExitPromptError=class extends Error{name="ExitPromptError"},HookError=class extends Error{name="HookError"},ValidationError=class extends Error{name="\
ValidationError"};const{AsyncResource:s2}=process.getBuiltinModule("node:async_hooks"),{AsyncLocalStorage:u,AsyncResource:l}=process.getBuiltinModule("node:asyn\
c_hooks");var a=new u;function d(e4){return{rl:e4,hooks:[],hooksCleanup:[],hooksEffect:[],index:0,handleChange(){}}}function withHooks(e4,o2){const n3=d(e4);function t4(s5){
n3.handleChange=()=>{n3.index=0,s5()},n3.handleChange()}return a.run(n3,()=>o2(t4))}function r(){const e4=a.getStore();if(!e4)throw new HookError("[Inquirer] Ho\
ok functions can only be called from within a prompt");return e4}function readline(){return r().rl}function withUpdates(e4){const o2=(...n3)=>{const t4=r();let s5=!1;
const c4=t4.handleChange;t4.handleChange=()=>{s5=!0};const h3=e4(...n3);return s5&&c4(),t4.handleChange=c4,h3};return l.bind(o2)}function withPointer(e4){const o2=r(),
{index:n3}=o2,t4={get(){return o2.hooks[n3]},set(c4){o2.hooks[n3]=c4},initialized:n3 in o2.hooks},s5=e4(t4);return o2.index++,s5}function handleChange(){r().handleChange()}
var effectScheduler={queue(e4){const o2=r(),{index:n3}=o2;o2.hooksEffect.push(()=>{o2.hooksCleanup[n3]?.();const t4=e4(readline());if(t4!=null&&typeof t4!="func\
tion")throw new ValidationError("useEffect return value must be a cleanup function or nothing.");o2.hooksCleanup[n3]=t4})},run(){const e4=r();withUpdates(()=>{e4.
hooksEffect.forEach(o2=>{o2()}),e4.hooksEffect.length=0})()},clearAll(){const e4=r();e4.hooksCleanup.forEach(o2=>{o2?.()}),e4.hooksEffect.length=0,e4.hooksCleanup.
length=0}};function a2(t4){return typeof t4=="function"}function m(t4){return typeof t4=="function"}function useState(t4){return withPointer(n3=>{const r6=s2.bind(
function(e4){const i=n3.get(),o2=m(e4)?e4(i):e4;Object.is(i,o2)||(n3.set(o2),handleChange())});if(n3.initialized)return[n3.get(),r6];const c4=a2(t4)?t4():t4;return n3.
set(c4),[c4,r6]})}function useEffect(o2,e4){withPointer(t4=>{const s5=t4.get();(!Array.isArray(s5)||e4.some((c4,f2)=>!Object.is(c4,s5[f2])))&&effectScheduler.queue(
o2),t4.set(e4)})}const e=process.getBuiltinModule("node:process");function h(){return e.platform.startsWith("win")?!!e.env.CI||!!e.env.WT_SESSION||!!e.env.TERMINUS_SUBLIME||
e.env.ConEmuTask==="{cmd::Cmder}"||e.env.TERM_PROGRAM==="Terminus-Sublime"||e.env.TERM_PROGRAM==="vscode"||e.env.TERM==="xterm-256color"||e.env.TERM==="alacritt\
y"||e.env.TERMINAL_EMULATOR==="JetBrains-JediTerm":e.env.TERM!=="linux"}var n={circleQuestionMark:"(?)",questionMarkPrefix:"(?)",square:"\u2588",squareDarkShade:"\
\u2593",squareMediumShade:"\u2592",squareLightShade:"\u2591",squareTop:"\u2580",squareBottom:"\u2584",squareLeft:"\u258C",squareRight:"\u2590",squareCenter:"\u25A0",
bullet:"\u25CF",dot:"\u2024",ellipsis:"\u2026",pointerSmall:"\u203A",triangleUp:"\u25B2",triangleUpSmall:"\u25B4",triangleDown:"\u25BC",triangleDownSmall:"\u25BE",
triangleLeftSmall:"\u25C2",triangleRightSmall:"\u25B8",home:"\u2302",heart:"\u2665",musicNote:"\u266A",musicNoteBeamed:"\u266B",arrowUp:"\u2191",arrowDown:"\u2193",
arrowLeft:"\u2190",arrowRight:"\u2192",arrowLeftRight:"\u2194",arrowUpDown:"\u2195",almostEqual:"\u2248",notEqual:"\u2260",lessOrEqual:"\u2264",greaterOrEqual:"\
\u2265",identical:"\u2261",infinity:"\u221E",subscriptZero:"\u2080",subscriptOne:"\u2081",subscriptTwo:"\u2082",subscriptThree:"\u2083",subscriptFour:"\u2084",subscriptFive:"\
\u2085",subscriptSix:"\u2086",subscriptSeven:"\u2087",subscriptEight:"\u2088",subscriptNine:"\u2089",oneHalf:"\xBD",oneThird:"\u2153",oneQuarter:"\xBC",oneFifth:"\
\u2155",oneSixth:"\u2159",oneEighth:"\u215B",twoThirds:"\u2154",twoFifths:"\u2156",threeQuarters:"\xBE",threeFifths:"\u2157",threeEighths:"\u215C",fourFifths:"\u2158",
fiveSixths:"\u215A",fiveEighths:"\u215D",sevenEighths:"\u215E",line:"\u2500",lineBold:"\u2501",lineDouble:"\u2550",lineDashed0:"\u2504",lineDashed1:"\u2505",lineDashed2:"\
\u2508",lineDashed3:"\u2509",lineDashed4:"\u254C",lineDashed5:"\u254D",lineDashed6:"\u2574",lineDashed7:"\u2576",lineDashed8:"\u2578",lineDashed9:"\u257A",lineDashed10:"\
\u257C",lineDashed11:"\u257E",lineDashed12:"\u2212",lineDashed13:"\u2013",lineDashed14:"\u2010",lineDashed15:"\u2043",lineVertical:"\u2502",lineVerticalBold:"\u2503",
lineVerticalDouble:"\u2551",lineVerticalDashed0:"\u2506",lineVerticalDashed1:"\u2507",lineVerticalDashed2:"\u250A",lineVerticalDashed3:"\u250B",lineVerticalDashed4:"\
\u254E",lineVerticalDashed5:"\u254F",lineVerticalDashed6:"\u2575",lineVerticalDashed7:"\u2577",lineVerticalDashed8:"\u2579",lineVerticalDashed9:"\u257B",lineVerticalDashed10:"\
\u257D",lineVerticalDashed11:"\u257F",lineDownLeft:"\u2510",lineDownLeftArc:"\u256E",lineDownBoldLeftBold:"\u2513",lineDownBoldLeft:"\u2512",lineDownLeftBold:"\u2511",
lineDownDoubleLeftDouble:"\u2557",lineDownDoubleLeft:"\u2556",lineDownLeftDouble:"\u2555",lineDownRight:"\u250C",lineDownRightArc:"\u256D",lineDownBoldRightBold:"\
\u250F",lineDownBoldRight:"\u250E",lineDownRightBold:"\u250D",lineDownDoubleRightDouble:"\u2554",lineDownDoubleRight:"\u2553",lineDownRightDouble:"\u2552",lineUpLeft:"\
\u2518",lineUpLeftArc:"\u256F",lineUpBoldLeftBold:"\u251B",lineUpBoldLeft:"\u251A",lineUpLeftBold:"\u2519",lineUpDoubleLeftDouble:"\u255D",lineUpDoubleLeft:"\u255C",
lineUpLeftDouble:"\u255B",lineUpRight:"\u2514",lineUpRightArc:"\u2570",lineUpBoldRightBold:"\u2517",lineUpBoldRight:"\u2516",lineUpRightBold:"\u2515",lineUpDoubleRightDouble:"\
\u255A",lineUpDoubleRight:"\u2559",lineUpRightDouble:"\u2558",lineUpDownLeft:"\u2524",lineUpBoldDownBoldLeftBold:"\u252B",lineUpBoldDownBoldLeft:"\u2528",lineUpDownLeftBold:"\
\u2525",lineUpBoldDownLeftBold:"\u2529",lineUpDownBoldLeftBold:"\u252A",lineUpDownBoldLeft:"\u2527",lineUpBoldDownLeft:"\u2526",lineUpDoubleDownDoubleLeftDouble:"\
\u2563",lineUpDoubleDownDoubleLeft:"\u2562",lineUpDownLeftDouble:"\u2561",lineUpDownRight:"\u251C",lineUpBoldDownBoldRightBold:"\u2523",lineUpBoldDownBoldRight:"\
\u2520",lineUpDownRightBold:"\u251D",lineUpBoldDownRightBold:"\u2521",lineUpDownBoldRightBold:"\u2522",lineUpDownBoldRight:"\u251F",lineUpBoldDownRight:"\u251E",
lineUpDoubleDownDoubleRightDouble:"\u2560",lineUpDoubleDownDoubleRight:"\u255F",lineUpDownRightDouble:"\u255E",lineDownLeftRight:"\u252C",lineDownBoldLeftBoldRightBold:"\
\u2533",lineDownLeftBoldRightBold:"\u252F",lineDownBoldLeftRight:"\u2530",lineDownBoldLeftBoldRight:"\u2531",lineDownBoldLeftRightBold:"\u2532",lineDownLeftRightBold:"\
\u252E",lineDownLeftBoldRight:"\u252D",lineDownDoubleLeftDoubleRightDouble:"\u2566",lineDownDoubleLeftRight:"\u2565",lineDownLeftDoubleRightDouble:"\u2564",lineUpLeftRight:"\
\u2534",lineUpBoldLeftBoldRightBold:"\u253B",lineUpLeftBoldRightBold:"\u2537",lineUpBoldLeftRight:"\u2538",lineUpBoldLeftBoldRight:"\u2539",lineUpBoldLeftRightBold:"\
\u253A",lineUpLeftRightBold:"\u2536",lineUpLeftBoldRight:"\u2535",lineUpDoubleLeftDoubleRightDouble:"\u2569",lineUpDoubleLeftRight:"\u2568",lineUpLeftDoubleRightDouble:"\
\u2567",lineUpDownLeftRight:"\u253C",lineUpBoldDownBoldLeftBoldRightBold:"\u254B",lineUpDownBoldLeftBoldRightBold:"\u2548",lineUpBoldDownLeftBoldRightBold:"\u2547",
lineUpBoldDownBoldLeftRightBold:"\u254A",lineUpBoldDownBoldLeftBoldRight:"\u2549",lineUpBoldDownLeftRight:"\u2540",lineUpDownBoldLeftRight:"\u2541",lineUpDownLeftBoldRight:"\
\u253D",lineUpDownLeftRightBold:"\u253E",lineUpBoldDownBoldLeftRight:"\u2542",lineUpDownLeftBoldRightBold:"\u253F",lineUpBoldDownLeftBoldRight:"\u2543",lineUpBoldDownLeftRightBold:"\
\u2544",lineUpDownBoldLeftBoldRight:"\u2545",lineUpDownBoldLeftRightBold:"\u2546",lineUpDoubleDownDoubleLeftDoubleRightDouble:"\u256C",lineUpDoubleDownDoubleLeftRight:"\
\u256B",lineUpDownLeftDoubleRightDouble:"\u256A",lineCross:"\u2573",lineBackslash:"\u2572",lineSlash:"\u2571"},t2={tick:"\u2714",info:"\u2139",warning:"\u26A0",
cross:"\u2718",squareSmall:"\u25FB",squareSmallFilled:"\u25FC",circle:"\u25EF",circleFilled:"\u25C9",circleDotted:"\u25CC",circleDouble:"\u25CE",circleCircle:"\u24DE",
circleCross:"\u24E7",circlePipe:"\u24BE",radioOn:"\u25C9",radioOff:"\u25EF",checkboxOn:"\u2612",checkboxOff:"\u2610",checkboxCircleOn:"\u24E7",checkboxCircleOff:"\
\u24BE",pointer:"\u276F",triangleUpOutline:"\u25B3",triangleLeft:"\u25C0",triangleRight:"\u25B6",lozenge:"\u25C6",lozengeOutline:"\u25C7",hamburger:"\u2630",smiley:"\
\u32E1",mustache:"\u0DF4",star:"\u2605",play:"\u25B6",nodejs:"\u2B22",oneSeventh:"\u2150",oneNinth:"\u2151",oneTenth:"\u2152"},a3={tick:"\u221A",info:"i",warning:"\
\u203C",cross:"\xD7",squareSmall:"\u25A1",squareSmallFilled:"\u25A0",circle:"( )",circleFilled:"(*)",circleDotted:"( )",circleDouble:"( )",circleCircle:"(\u25CB)",
circleCross:"(\xD7)",circlePipe:"(\u2502)",radioOn:"(*)",radioOff:"( )",checkboxOn:"[\xD7]",checkboxOff:"[ ]",checkboxCircleOn:"(\xD7)",checkboxCircleOff:"( )",
pointer:">",triangleUpOutline:"\u2206",triangleLeft:"\u25C4",triangleRight:"\u25BA",lozenge:"\u2666",lozengeOutline:"\u25CA",hamburger:"\u2261",smiley:"\u263A",
mustache:"\u250C\u2500\u2510",star:"\u2736",play:"\u25BA",nodejs:"\u2666",oneSeventh:"1/7",oneNinth:"1/9",oneTenth:"1/10"},mainSymbols={...n,...t2},fallbackSymbols={
...n,...a3},r2=h(),s3=r2?mainSymbols:fallbackSymbols,dist_default=s3,c2=Object.entries(t2);const{styleText:r3}=process.getBuiltinModule("node:util");var defaultTheme={
prefix:{idle:r3("blue","?"),done:r3("green",dist_default.tick)},spinner:{interval:80,frames:["\u280B","\u2819","\u2839","\u2838","\u283C","\u2834","\u2826","\u2827",
"\u2807","\u280F"].map(e4=>r3("yellow",e4))},keybindings:[],style:{answer:e4=>r3("cyan",e4),message:e4=>r3("bold",e4),error:e4=>r3("red",`> ${e4}`),defaultAnswer:e4=>r3(
"dim",`(${e4})`),help:e4=>r3("dim",e4),highlight:e4=>r3("cyan",e4),key:e4=>r3("cyan",r3("bold",`<${e4}>`))}};function getDefaultTheme(){return{...defaultTheme,keybindings:getDefaultKeybindings()}}
function c3(t4){if(typeof t4!="object"||t4===null)return!1;let e4=t4;for(;Object.getPrototypeOf(e4)!==null;)e4=Object.getPrototypeOf(e4);return Object.getPrototypeOf(
t4)===e4}function u2(...t4){const e4={};for(const n3 of t4)for(const[r6,o2]of Object.entries(n3)){if(o2===void 0)continue;const f2=e4[r6];e4[r6]=c3(f2)&&c3(o2)?
u2(f2,o2):o2}return e4}function makeTheme(...t4){const e4=[getDefaultTheme(),...t4.filter(n3=>n3!=null)];return u2(...e4)}function usePrefix({status:e4="idle",theme:a5}){
const[c4,o2]=useState(!1),[f2,m4]=useState(0),{prefix:t4,spinner:r6}=makeTheme(a5);return useEffect(()=>{if(e4==="loading"){let n3,i=-1;const s5=setTimeout(()=>{
o2(!0),n3=setInterval(()=>{i=i+1,m4(i%r6.frames.length)},r6.interval)},300);return()=>{clearTimeout(s5),clearInterval(n3)}}else o2(!1)},[e4]),c4?r6.frames[f2]:typeof t4==
"string"?t4:t4[e4==="loading"?"idle":e4]??t4.idle}function useMemo(i,t4){return withPointer(n3=>{const r6=n3.get();if(!n3.initialized||r6.dependencies.length!==
t4.length||r6.dependencies.some((e4,o2)=>e4!==t4[o2])){const e4=i();return n3.set({value:e4,dependencies:t4}),e4}return r6.value})}function useRef(e4){return useState(
{current:e4})[0]}function useKeypress(t4){const r6=useRef(t4);r6.current=t4,useEffect(e4=>{let n3=!1;const o2=withUpdates((f2,s5)=>{n3||r6.current(s5,e4)});return e4.
input.on("keypress",o2),()=>{n3=!0,e4.input.removeListener("keypress",o2)}},[])}var import_cli_width=__toESM(require_cli_width(),1),e2=(()=>{const F2=/[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
return t4=>{let E3=0;for(F2.lastIndex=0;F2.test(t4);)E3+=1;return t4.length-E3}})(),r4=F2=>F2===12288||F2>=65281&&F2<=65376||F2>=65504&&F2<=65510,n2=F2=>F2===8987||
F2===9001||F2>=12272&&F2<=12287||F2>=12289&&F2<=12350||F2>=12441&&F2<=12543||F2>=12549&&F2<=12591||F2>=12593&&F2<=12686||F2>=12688&&F2<=12771||F2>=12783&&F2<=12830||
F2>=12832&&F2<=12871||F2>=12880&&F2<=19903||F2>=65040&&F2<=65049||F2>=65072&&F2<=65106||F2>=65108&&F2<=65126||F2>=65128&&F2<=65131||F2>=127488&&F2<=127490||F2>=
127504&&F2<=127547||F2>=127552&&F2<=127560||F2>=131072&&F2<=196605||F2>=196608&&F2<=262141,C=/[\u001b\u009b][[()#;?]*(?:[0-9]{1,4}(?:;[0-9]{0,4})*)?[0-9A-ORZcf-nqry=><]|\u001b\]8;[^;]*;.*?(?:\u0007|\u001b\u005c)/y,
P=/[\x00-\x08\x0A-\x1F\x7F-\x9F]{1,1000}/y,A=/(?:(?![\uFF61-\uFF9F\uFF00-\uFFEF])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Tangut}]){1,1000}/yu,
B=/\t{1,1000}/y,S=new RegExp("[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uFE0\
F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|\\p{Emoji_Presentation}|\\p{Emoj\
i}\\uFE0F\\u20E3?))*","yu"),K=/(?:[\x20-\x7E\xA0-\xFF](?!\uFE0F)){1,1000}/y,O=new RegExp("\\p{M}+","gu"),k={limit:1/0,ellipsis:""},g=(c4,h3={},o2={})=>{const d4=h3.
limit??1/0,x=h3.ellipsis??"",m4=h3?.ellipsisWidth??(x?g(x,k,o2).width:0),D=0,M=o2.controlWidth??0,H=o2.tabWidth??8,j2=o2.emojiWidth??2,T=2,W3=o2.regularWidth??1,
L3=o2.wideWidth??T,R3=[[K,W3],[C,D],[P,M],[B,H],[S,j2],[A,L3]];let E3=0,t4=0,I2=c4.length,a5=0,l3=!1,s5=I2,F2=Math.max(0,d4-m4),u4=0,_2=0,n3=0,e4=0;t:for(;;){if(_2>
u4||t4>=I2&&t4>E3){const r6=c4.slice(u4,_2)||c4.slice(E3,t4);a5=0;for(const f2 of r6.replaceAll(O,"")){const i=f2.codePointAt(0)||0;if(r4(i)?e4=T:n2(i)?e4=L3:e4=
W3,n3+e4>F2&&(s5=Math.min(s5,Math.max(u4,E3)+a5)),n3+e4>d4){l3=!0;break t}a5+=f2.length,n3+=e4}u4=_2=0}if(t4>=I2)break t;for(let r6=0,f2=R3.length;r6<f2;r6++){const[
i,p2]=R3[r6];if(i.lastIndex=t4,i.test(c4)){if(a5=i===A?e2(c4.slice(t4,i.lastIndex)):i===S?1:i.lastIndex-t4,e4=a5*p2,n3+e4>F2&&(s5=Math.min(s5,t4+Math.floor((F2-
n3)/p2))),n3+e4>d4){l3=!0;break t}n3+=e4,u4=E3,_2=t4,t4=E3=i.lastIndex;continue t}}t4+=1}return{width:l3?F2:n3,index:l3?s5:I2,truncated:l3,ellipsed:l3&&d4>=m4}},
dist_default2=g,r5={limit:1/0,ellipsis:"",ellipsisWidth:0},s4=(t4,i={})=>dist_default2(t4,r5,i).width,dist_default3=s4,E="\x1B",_="\x9B",w=39,I="\x07",$="[",k2="\
]",p="m",L=`${k2}8;;`,A2=new RegExp(`(?:\\${$}(?<code>\\d+)m|\\${L}(?<uri>.*)${I})`,"y"),N=t4=>{if(t4>=30&&t4<=37||t4>=90&&t4<=97)return 39;if(t4>=40&&t4<=47||t4>=
100&&t4<=107)return 49;if(t4===1||t4===2)return 22;if(t4===3)return 23;if(t4===4)return 24;if(t4===7)return 27;if(t4===8)return 28;if(t4===9)return 29;if(t4===0)
return 0},m2=t4=>`${E}${$}${t4}${p}`,b=t4=>`${E}${L}${t4}${I}`,R=(t4,r6,i)=>{const a5=r6[Symbol.iterator]();let l3=!1,h3=!1,d4=t4.at(-1),e4=d4===void 0?0:dist_default3(
d4),f2=a5.next(),S2=a5.next(),x=0;for(;!f2.done;){const n3=f2.value,s5=dist_default3(n3);e4+s5<=i?t4[t4.length-1]+=n3:(t4.push(n3),e4=0),(n3===E||n3===_)&&(l3=!0,
h3=r6.startsWith(L,x+1)),l3?h3?n3===I&&(l3=!1,h3=!1):n3===p&&(l3=!1):(e4+=s5,e4===i&&!S2.done&&(t4.push(""),e4=0)),f2=S2,S2=a5.next(),x+=n3.length}d4=t4.at(-1),
!e4&&d4!==void 0&&d4.length&&t4.length>1&&(t4[t4.length-2]+=t4.pop())},W=t4=>{const r6=t4.split(" ");let i=r6.length;for(;i&&!dist_default3(r6[i-1]);)i--;return i===
r6.length?t4:r6.slice(0,i).join(" ")+r6.slice(i).join("")},O2=(t4,r6,i={})=>{if(i.trim!==!1&&t4.trim()==="")return"";let a5="",l3,h3;const d4=t4.split(" ");let e4=[
""],f2=0;for(let n3=0;n3<d4.length;n3++){const s5=d4[n3];if(i.trim!==!1){const u4=e4.at(-1)??"",o2=u4.trimStart();u4.length!==o2.length&&(e4[e4.length-1]=o2,f2=
dist_default3(o2))}n3!==0&&(f2>=r6&&(i.wordWrap===!1||i.trim===!1)&&(e4.push(""),f2=0),(f2||i.trim===!1)&&(e4[e4.length-1]+=" ",f2++));const c4=dist_default3(s5);
if(i.hard&&c4>r6){const u4=r6-f2,o2=1+Math.floor((c4-u4-1)/r6);Math.floor((c4-1)/r6)<o2&&e4.push(""),R(e4,s5,r6),f2=dist_default3(e4.at(-1)??"");continue}if(f2+
c4>r6&&f2&&c4){if(i.wordWrap===!1&&f2<r6){R(e4,s5,r6),f2=dist_default3(e4.at(-1)??"");continue}e4.push(""),f2=0}if(f2+c4>r6&&i.wordWrap===!1){R(e4,s5,r6),f2=dist_default3(
e4.at(-1)??"");continue}e4[e4.length-1]+=s5,f2+=c4}i.trim!==!1&&(e4=e4.map(n3=>W(n3)));const S2=e4.join(`
`);let x=!1;for(let n3=0;n3<S2.length;n3++){const s5=S2[n3];if(a5+=s5,x)x=!1;else if(x=s5>="\uD800"&&s5<="\uDBFF",x)continue;if(s5===E||s5===_){A2.lastIndex=n3+
1;const u4=A2.exec(S2)?.groups;if(u4?.code!==void 0){const o2=Number.parseFloat(u4.code);l3=o2===w?void 0:o2}else u4?.uri!==void 0&&(h3=u4.uri.length===0?void 0:
u4.uri)}if(S2[n3+1]===`
`){h3&&(a5+=b(""));const c4=l3?N(l3):void 0;l3&&c4&&(a5+=m2(c4))}else s5===`
`&&(l3&&N(l3)&&(a5+=m2(l3)),h3&&(a5+=b(h3)))}return a5},j=/\r?\n/;function wrapAnsi(t4,r6,i){return String(t4).normalize().split(j).map(a5=>O2(a5,r6,i)).join(`
`)}function breakLines(t4,r6){return t4.split(`
`).flatMap(i=>wrapAnsi(i,r6,{trim:!1,wordWrap:!1}).split(`
`).map(n3=>n3.trimEnd())).join(`
`)}function readlineWidth(){return(0,import_cli_width.default)({defaultWidth:80,output:readline().output})}function L2({active:l3,renderedItems:n3,pageSize:u4,loop:r6}){
const f2=useRef({lastPointer:l3,lastActive:void 0}),{lastPointer:P3,lastActive:h3}=f2.current,g4=Math.floor(u4/2),M=n3.reduce((o2,i)=>o2+i.length,0),m4=n3.slice(
0,l3).reduce((o2,i)=>o2+i.length,0);let d4=m4;if(M>u4)if(r6)d4=P3,h3!=null&&h3<l3&&l3-h3<u4&&(d4=Math.min(g4,Math.abs(l3-h3)===1?Math.min(P3+(n3[h3]?.length??0),
Math.max(m4,P3)):P3+l3-h3));else{const o2=n3.slice(l3).reduce((i,A4)=>i+A4.length,0);d4=o2<u4-g4?u4-o2:Math.min(m4,g4)}return f2.current.lastPointer=d4,f2.current.
lastActive=l3,d4}function usePagination({items:l3,active:n3,renderItem:u4,pageSize:r6,loop:f2=!0}){const P3=readlineWidth(),h3=e4=>(e4%l3.length+l3.length)%l3.length,
g4=l3.map((e4,s5)=>e4==null?[]:breakLines(u4({item:e4,index:s5,isActive:s5===n3}),P3).split(`
`)),M=g4.reduce((e4,s5)=>e4+s5.length,0),m4=e4=>g4[e4]??[],d4=L2({active:n3,renderedItems:g4,pageSize:r6,loop:f2}),o2=m4(n3).slice(0,r6),i=d4+o2.length<=r6?d4:r6-
o2.length,A4=Array.from({length:r6});A4.splice(i,o2.length,...o2);const a5=new Set([n3]);let c4=i+o2.length,t4=h3(n3+1);for(;c4<r6&&!a5.has(t4)&&(f2&&M>r6?t4!==
n3:t4>n3);){const s5=m4(t4).slice(0,r6-c4);A4.splice(c4,s5.length,...s5),a5.add(t4),c4+=s5.length,t4=h3(t4+1)}for(c4=i-1,t4=h3(n3-1);c4>=0&&!a5.has(t4)&&(f2&&M>
r6?t4!==n3:t4<n3);){const e4=m4(t4),s5=e4.slice(Math.max(0,e4.length-c4-1));A4.splice(c4-s5.length+1,s5.length,...s5),a5.add(t4),c4-=s5.length,t4=h3(t4-1)}return A4.
filter(e4=>typeof e4=="string").join(`
`)}var cursorLeft="\x1B[G",cursorHide="\x1B[?25l",cursorShow="\x1B[?25h",cursorUp=(r6=1)=>r6>0?`\x1B[${r6}A`:"",cursorDown=(r6=1)=>r6>0?`\x1B[${r6}B`:"",cursorTo=(r6,o2)=>typeof o2==
"number"&&!Number.isNaN(o2)?`\x1B[${o2+1};${r6+1}H`:`\x1B[${r6+1}G`,e3="\x1B[2K",eraseLines=r6=>r6>0?(e3+cursorUp(1)).repeat(r6-1)+e3+"\x1B[G":"";const A3=process.
getBuiltinModule("node:readline"),{AsyncResource:F}=process.getBuiltinModule("node:async_hooks");function withResolver(){let e4,r6;return{promise:new Promise((o2,t4)=>{
e4=o2,r6=t4}),resolve:e4,reject:r6}}var import_mute_stream=__toESM(require_lib(),1),signals=[];signals.push("SIGHUP","SIGINT","SIGTERM"),process.platform!=="win\
32"&&signals.push("SIGALRM","SIGABRT","SIGVTALRM","SIGXCPU","SIGXFSZ","SIGUSR2","SIGTRAP","SIGSYS","SIGQUIT","SIGIOT"),process.platform==="linux"&&signals.push(
"SIGIO","SIGPOLL","SIGPWR","SIGSTKFLT");var l2=e4=>!!e4&&typeof e4=="object"&&typeof e4.removeListener=="function"&&typeof e4.emit=="function"&&typeof e4.reallyExit==
"function"&&typeof e4.listeners=="function"&&typeof e4.kill=="function"&&typeof e4.pid=="number"&&typeof e4.on=="function",h2=Symbol.for("signal-exit emitter"),
a4=globalThis,m3=Object.defineProperty.bind(Object),d2=class{emitted={afterExit:!1,exit:!1};listeners={afterExit:[],exit:[]};count=0;id=Math.random();constructor(){
if(a4[h2])return a4[h2];m3(a4,h2,{value:this,writable:!1,enumerable:!1,configurable:!1})}on(t4,i){this.listeners[t4].push(i)}removeListener(t4,i){const s5=this.
listeners[t4],n3=s5.indexOf(i);n3!==-1&&(n3===0&&s5.length===1?s5.length=0:s5.splice(n3,1))}emit(t4,i,s5){if(this.emitted[t4])return!1;this.emitted[t4]=!0;let n3=!1;
for(const r6 of this.listeners[t4])n3=r6(i,s5)===!0||n3;return t4==="exit"&&(n3=this.emit("afterExit",i,s5)||n3),n3}},u3=class{},E2=e4=>({onExit(t4,i){return e4.
onExit(t4,i)},load(){return e4.load()},unload(){return e4.unload()}}),y=class extends u3{onExit(){return()=>{}}load(){}unload(){}},g2=class extends u3{#o=f.platform===
"win32"?"SIGINT":"SIGHUP";#i=new d2;#t;#n;#r;#s={};#e=!1;constructor(t4){super(),this.#t=t4,this.#s={};for(const i of signals)this.#s[i]=()=>{const s5=this.#t.listeners(
i);let{count:n3}=this.#i;const r6=t4;if(typeof r6.__signal_exit_emitter__=="object"&&typeof r6.__signal_exit_emitter__.count=="number"&&(n3+=r6.__signal_exit_emitter__.
count),s5.length===n3){this.unload();const c4=this.#i.emit("exit",null,i),x=i==="SIGHUP"?this.#o:i;c4||t4.kill(t4.pid,x)}};this.#r=t4.reallyExit,this.#n=t4.emit}onExit(t4,i){
if(!l2(this.#t))return()=>{};this.#e===!1&&this.load();const s5=i?.alwaysLast?"afterExit":"exit";return this.#i.on(s5,t4),()=>{this.#i.removeListener(s5,t4),this.#i.
listeners.exit.length===0&&this.#i.listeners.afterExit.length===0&&this.unload()}}load(){if(!this.#e){this.#e=!0,this.#i.count+=1;for(const t4 of signals)try{const i=this.#s[t4];
i&&this.#t.on(t4,i)}catch{}this.#t.emit=(t4,...i)=>this.#h(t4,...i),this.#t.reallyExit=t4=>this.#l(t4)}}unload(){this.#e&&(this.#e=!1,signals.forEach(t4=>{const i=this.#s[t4];
if(!i)throw new Error("Listener not defined for signal: "+t4);try{this.#t.removeListener(t4,i)}catch{}}),this.#t.emit=this.#n,this.#t.reallyExit=this.#r,this.#i.
count-=1)}#l(t4){return l2(this.#t)?(this.#t.exitCode=t4||0,this.#i.emit("exit",this.#t.exitCode,null),this.#r.call(this.#t,this.#t.exitCode)):0}#h(t4,...i){const s5=this.#n;
if(t4==="exit"&&l2(this.#t)){typeof i[0]=="number"&&(this.#t.exitCode=i[0]);const n3=s5.call(this.#t,t4,...i);return this.#i.emit("exit",this.#t.exitCode,null),
n3}else return s5.call(this.#t,t4,...i)}},f=globalThis.process,{onExit,load,unload}=E2(l2(f)?new g2(f):new y);const{stripVTControlCharacters:g3}=process.getBuiltinModule(
"node:util");var P2=t4=>t4.split(`
`).length,w2=t4=>t4.split(`
`).pop()??"",U=class{height=0;extraLinesUnderPrompt=0;cursorPos;rl;constructor(r6){this.rl=r6,this.cursorPos=r6.getCursorPos()}write(r6){this.rl.output.unmute(),
this.rl.output.write(r6),this.rl.output.mute()}render(r6,s5=""){const a5=w2(r6),e4=g3(a5);let h3=e4;this.rl.line.length>0&&(h3=h3.slice(0,-this.rl.line.length)),
this.rl.setPrompt(h3),this.cursorPos=this.rl.getCursorPos();const i=readlineWidth();r6=breakLines(r6,i),s5=breakLines(s5,i),e4.length%i===0&&(r6+=`
`);let o2=r6+(s5?`
`+s5:"");const l3=Math.floor(e4.length/i)-this.cursorPos.rows+(s5?P2(s5):0);l3>0&&(o2+=cursorUp(l3)),o2+=cursorTo(this.cursorPos.cols),this.write(cursorDown(this.
extraLinesUnderPrompt)+eraseLines(this.height)+o2),this.extraLinesUnderPrompt=l3,this.height=P2(o2)}checkCursorPos(){const r6=this.rl.getCursorPos();r6.cols!==this.
cursorPos.cols&&(this.write(cursorTo(r6.cols)),this.cursorPos=r6)}done({clearContent:r6}){this.rl.setPrompt("");let s5=cursorDown(this.extraLinesUnderPrompt);s5+=
r6?eraseLines(this.height):`
`,s5+=cursorLeft,s5+=cursorShow,this.write(s5),this.rl.close()}};const R2=process.getBuiltinModule("node:path");var U2=globalThis.setImmediate,W2=globalThis.clearImmediate;
function d3(t4,r6,c4){return"on"in t4?(t4.on(r6,c4),()=>t4.removeListener(r6,c4)):(t4.addEventListener(r6,c4),()=>t4.removeEventListener(r6,c4))}function B2(){const t4=Error.
prepareStackTrace;let r6=[];try{Error.prepareStackTrace=(c4,f2)=>{const a5=f2.slice(1);return r6=a5,a5},new Error().stack}catch{return r6}return Error.prepareStackTrace=
t4,r6}function createPrompt(t4){const r6=B2();return(f2,a5={})=>{const{input:h3=process.stdin,signal:p2}=a5,s5=new Set,u4=new import_mute_stream.default;u4.pipe(
a5.output??process.stdout);const l3=A3.createInterface({terminal:!0,input:h3,output:u4});u4.mute();const w3=new U(l3),{promise:S2,resolve:y2,reject:E3}=withResolver();
return withHooks(l3,C2=>{const P3=F.bind(()=>effectScheduler.clearAll()),T=e4=>{try{P3(),e4()}catch(i){E3(i)}},b2=e4=>T(()=>y2(e4)),m4=e4=>T(()=>E3(e4)),I2=Object.
assign(S2.finally(()=>{s5.forEach(e4=>e4()),w3.done({clearContent:!!a5.clearPromptOnDone}),u4.end()}).then(()=>S2),{cancel:()=>m4(new CancelPromptError)});if(p2){
const e4=()=>m4(new AbortPromptError({cause:p2.reason}));if(p2.aborted)return e4(),I2;s5.add(d3(p2,"abort",e4))}s5.add(onExit((e4,i)=>{m4(new ExitPromptError(`U\
ser force closed the prompt with ${e4} ${i}`))})),s5.add(d3(l3,"SIGINT",()=>m4(new ExitPromptError("User force closed the prompt with SIGINT")))),s5.add(d3(l3,"\
close",P3));const g4=()=>{s5.add(d3(l3.input,"keypress",()=>w3.checkCursorPos()));let e4=null;C2(()=>{let i=!1;try{const o2=t4(f2,n3=>{i?b2(n3):e4={value:n3}});
if(o2===void 0){let n3=r6[1]?.getFileName();throw n3&&!n3.startsWith("file://")&&(n3=R2.resolve(n3)),new Error(`Prompt functions must return a string.
    at ${n3}`)}const[j2,x]=typeof o2=="string"?[o2]:o2;w3.render(j2,x),effectScheduler.run()}catch(o2){m4(o2)}if(i=!0,e4!==null){const{value:o2}=e4;e4=null,b2(o2)}})};
if("readableFlowing"in h3&&h3.isTTY){const e4=U2(g4);s5.add(()=>W2(e4))}else g4();return I2})}}const{styleText:t3}=process.getBuiltinModule("node:util");var Separator=class{separator=t3(
"dim",Array.from({length:15}).join(dist_default.line));type="separator";constructor(r6){r6&&(this.separator=r6)}static isSeparator(r6){return!!(r6&&typeof r6=="\
object"&&"type"in r6&&r6.type==="separator")}};export{Separator,ValidationError,createPrompt,cursorHide,dist_default,isBackspaceKey,isDownKey,isEnterKey,isNumberKey,isTabKey,isUpKey,makeTheme,useEffect,useKeypress,
useMemo,usePagination,usePrefix,useRef,useState};
