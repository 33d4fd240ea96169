const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{createPrompt,
isBackspaceKey,isEnterKey,isTabKey,makeTheme,useEffect,useKeypress,usePrefix,useState}from"./chunk-QSWFUJTW.js";import"./chunk-D6K2TUBN.js";var k={validationFailureMode:"\
keep"},dist_default=createPrompt((t,V)=>{const{prefill:h="tab"}=t,s=makeTheme(k,t.theme),[i,f]=useState("idle"),[r,p]=useState(String(t.default??"")),[c,v]=useState(),
[a,u]=useState(""),E=usePrefix({status:i,theme:s});async function K(e){const{required:n,pattern:l,patternError:o="Invalid input"}=t;return n&&!e?"You must provi\
de a value":l&&!l.test(e)?o:typeof t.validate=="function"?await t.validate(e)||"You must provide a valid value":!0}useKeypress(async(e,n)=>{if(i==="idle")if(isEnterKey(
e)){const l=a||r;f("loading");const o=await K(l);o===!0?(u(l),f("done"),V(l)):(s.validationFailureMode==="clear"?u(""):n.write(a),v(o),f("idle"))}else isBackspaceKey(
e)&&!a?p(""):isTabKey(e)&&!a?(p(""),n.clearLine(0),n.write(r),u(r)):(u(n.line),v(void 0))}),useEffect(e=>{h==="editable"&&r&&(e.write(r),u(r))},[]);const S=s.style.
message(t.message,i);let m=a;typeof t.transformer=="function"?m=t.transformer(a,{isFinal:i==="done"}):i==="done"&&(m=s.style.answer(a));let y;r&&i!=="done"&&!a&&
(y=s.style.defaultAnswer(r));let w="";return c&&(w=s.style.error(c)),[[E,S,y,m].filter(e=>e!==void 0).join(" "),w]});export{dist_default as default};
