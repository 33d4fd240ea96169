const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{createPrompt,
isEnterKey,isTabKey,makeTheme,useKeypress,usePrefix,useState}from"./chunk-QSWFUJTW.js";import"./chunk-D6K2TUBN.js";const{styleText:H}=process.getBuiltinModule("\
node:util");var P={keywords:{yes:"Yes",no:"No",error:({yes:e,no:s})=>`You must answer with "${e}" or "${s}"`},style:{confirmDefault:e=>{const s=e[0]??"";return s.
toLowerCase()===s.toUpperCase()?H("cyan",e):s.toUpperCase()+e.slice(1)}}},dist_default=createPrompt((e,s)=>{const[i,T]=useState("idle"),[a,l]=useState(""),[m,d]=useState(),
r=makeTheme(P,e.theme),V=usePrefix({status:i,theme:r}),{yes:u,no:f}=r.keywords,y=(u[0]??"").toLowerCase(),w=(f[0]??"").toLowerCase(),W=e.default===!1?`${y}/${r.
style.confirmDefault(w)}`:`${r.style.confirmDefault(y)}/${w}`;function $(o){return o?u:f}const{transformer:k=$}=e;function h(o){const t=o.trim().toLowerCase();if(t===
"")return e.default!==!1;if(u.toLowerCase().startsWith(t))return!0;if(f.toLowerCase().startsWith(t))return!1;if("yes".startsWith(t))return!0;if("no".startsWith(
t))return!1}useKeypress((o,t)=>{if(i==="idle")if(isEnterKey(o)){const n=h(a);if(n===void 0){t.write(a),d(r.keywords.error({yes:u,no:f}));return}l(k(n)),T("done"),
s(n)}else if(isTabKey(o)){const n=$(!(h(a)??e.default!==!1));t.clearLine(0),t.write(n),l(n)}else l(t.line),d(void 0)});let p=a,C="";i==="done"?p=r.style.answer(
a):C=` ${r.style.defaultAnswer(W)}`;const D=r.style.message(e.message,i);let L="";return m&&(L=r.style.error(m)),[`${V} ${D}${C} ${p}`,L]});export{dist_default as default};
