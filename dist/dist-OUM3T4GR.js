const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{Separator,ValidationError,
createPrompt,cursorHide,dist_default,isBackspaceKey,isDownKey,isEnterKey,isNumberKey,isUpKey,makeTheme,useEffect,useKeypress,useMemo,usePagination,usePrefix,useRef,
useState}from"./chunk-QSWFUJTW.js";import"./chunk-D6K2TUBN.js";const{styleText:b}=process.getBuiltinModule("node:util");var k=/^\d+$/,ee={icon:{cursor:dist_default.
pointer},style:{disabled:t=>b("dim",t),description:t=>b("cyan",t),keysHelpTip:t=>t.map(([s,l])=>`${b("bold",s)} ${b("dim",l)}`).join(b("dim"," \u2022 "))},i18n:{
disabledError:"This option is disabled and cannot be selected."},indexMode:"hidden"};function w(t){return!Separator.isSeparator(t)&&!t.disabled}function E(t){return!Separator.
isSeparator(t)}function te(t){return t.map(s=>{if(Separator.isSeparator(s))return s;if(typeof s!="object"||s===null||!("value"in s)){const r=String(s);return{value:s,
name:r,short:r,disabled:!1}}const l=s.name??String(s.value),x={value:s.value,name:l,short:s.short??l,disabled:s.disabled??!1};return s.description&&(x.description=
s.description),x})}var dist_default2=createPrompt((t,s)=>{const{loop:l=!0,pageSize:x=7}=t,r=makeTheme(ee,t.theme),{keybindings:c}=r,[S,H]=useState("idle"),C=usePrefix(
{status:S,theme:r}),h=useRef(),P=!c.includes("vim"),n=useMemo(()=>te(t.choices),[t.choices]),y=useMemo(()=>{const e=n.findIndex(E),o=n.findLastIndex(E);if(e===-1)
throw new ValidationError("[select prompt] No selectable choices. All choices are disabled.");return{first:e,last:o}},[n]),K=useMemo(()=>"default"in t?n.findIndex(
e=>w(e)&&e.value===t.default):-1,[t.default,n]),[p,$]=useState(K===-1?y.first:K),f=n[p];if(f==null||Separator.isSeparator(f))throw new Error("Active index does \
not point to a choice");const[g,j]=useState();useKeypress((e,o)=>{if(clearTimeout(h.current),g&&j(void 0),isEnterKey(e))f.disabled?j(r.i18n.disabledError):(H("d\
one"),s(f.value));else if(isUpKey(e,c)||isDownKey(e,c)){if(o.clearLine(0),l||isUpKey(e,c)&&p!==y.first||isDownKey(e,c)&&p!==y.last){const d=isUpKey(e,c)?-1:1;let i=p;
do i=(i+d+n.length)%n.length;while(!E(n[i]));$(i)}}else if(isNumberKey(e)&&k.test(o.line)){const d=Number(o.line)-1;let i=-1;const a=n.findIndex(m=>Separator.isSeparator(
m)?!1:(i++,i===d)),T=n[a];T!=null&&w(T)&&$(a),h.current=setTimeout(()=>{o.clearLine(0)},700)}else if(isBackspaceKey(e))o.clearLine(0);else if(P){const d=o.line.
toLowerCase(),i=n.findIndex(a=>Separator.isSeparator(a)||!w(a)?!1:a.name.toLowerCase().startsWith(d));i!==-1&&$(i),h.current=setTimeout(()=>{o.clearLine(0)},700)}}),
useEffect(()=>()=>{clearTimeout(h.current)},[]);const B=r.style.message(t.message,S),R=r.style.keysHelpTip([["\u2191\u2193","navigate"],["\u23CE","select"]]);let M=0;
const A=usePagination({items:n,active:p,renderItem({item:e,isActive:o,index:d}){if(Separator.isSeparator(e))return M++,` ${e.separator}`;const i=o?r.icon.cursor:
" ",a=r.indexMode==="number"?`${d+1-M}. `:"";if(e.disabled){const m=typeof e.disabled=="string"?e.disabled:"(disabled)",D=o?r.icon.cursor:"-";return r.style.disabled(
`${D} ${a}${e.name} ${m}`)}return(o?r.style.highlight:m=>m)(`${i} ${a}${e.name}`)},pageSize:x,loop:l});if(S==="done")return[C,B,r.style.answer(f.short)].filter(
Boolean).join(" ");const{description:N}=f;return`${[[C,B].filter(Boolean).join(" "),A," ",N?r.style.description(N):"",g?r.style.error(g):"",R].filter(Boolean).join(
`
`).trimEnd()}${cursorHide}`});export{Separator,dist_default2 as default};
