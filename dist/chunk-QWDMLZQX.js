const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{longestMatrix}from"./steps.js";
var maxSystems=2*longestMatrix;function matricesOf(legs){return{systems:legs.slice(0,longestMatrix),"more-systems":legs.slice(longestMatrix,maxSystems)}}export{matricesOf,maxSystems};
