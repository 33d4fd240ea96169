const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);var pattern=/^(?<name>[a-zA-Z0-9][a-zA-Z0-9._:/-]*?)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;
function imageReference(text){const groups=pattern.exec(text)?.groups,name=groups?.name;if(!(name===void 0||/[:/.-]$/.test(name)))return{name,tag:groups?.tag,digest:groups?.
digest}}function whyMoving(text){const image=imageReference(text);if(image===void 0)return"is not the name of an image";if(image.digest===void 0)return image.tag===
void 0?'has no tag, which means "latest"':image.tag==="latest"?'has the tag "latest", which is another image tomorrow':void 0}export{imageReference,whyMoving};
