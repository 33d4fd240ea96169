const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{UserError}from"./start.js";
var ownRepository="staged-upgrade/staged-upgrade",unreleased="0000000000000000000000000000000000000000",unreleasedAction={repository:ownRepository,ref:unreleased},
checkout={repository:"actions/checkout",ref:"3d3c42e5aac5ba805825da76410c181273ba90b1",version:"v7.0.1"},uploadArtifact={repository:"actions/upload-artifact",ref:"\
bbbca2ddaa5d8feaa63e36b76fdaad77386f024f",version:"v7.0.0"};function usesText({repository,ref,version}){return`${repository}@${ref}${version===void 0?"":` # ${version}`}`}
function parsePin(text){const match=/^([\w.-]+\/[\w.-]+)@([\w./-]+)(?: *# *([\w.-]+))?$/.exec(text.trim()),[,repository,ref,version]=match??[];if(repository===void 0||
ref===void 0)throw new UserError({happened:`--action is ${JSON.stringify(text)}.`,means:"Nothing was written.",next:'Write OWNER/NAME@COMMIT, followed by "# v1"\
 if you like: the version that people know the commit by.'});return{repository,ref,...version===void 0?{}:{version}}}var releaseTag=/^v\d+\.\d+\.\d+$/;function isFixed(pin){
return isCommit(pin)||isReleaseTag(pin)}function updatedPin(written,release){return release===void 0||!isOwn(written)?written:isCommit(written)?release:isReleaseTag(
written)&&release.version!==void 0?{...written,ref:release.version}:written}function isCommit({ref}){return/^[0-9a-f]{40}$/.test(ref)}function isReleaseTag(pin){
return isOwn(pin)&&releaseTag.test(pin.ref)}function isOwn({repository}){return repository.toLowerCase()===ownRepository}function refuseMoving(pin){if(isFixed(pin))
return;const isShort=/^[0-9a-f]{7,39}$/.test(pin.ref);throw new UserError({happened:`--action names "${pin.ref}" of ${pin.repository}, which is ${isShort?"only \
a part of a commit":"a branch or a tag that can be moved"}.`,means:"Anyone who can push to that repository could change what runs with the credentials of produc\
tion. Nothing was written.",next:`Write the full commit (40 digits): --action "${pin.repository}@COMMIT # ${pin.version??pin.ref}". To use it anyway, add --forc\
e.`})}export{checkout,ownRepository,parsePin,refuseMoving,unreleased,unreleasedAction,updatedPin,uploadArtifact,usesText};
