const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{deployEcs,imagesOf,
openEcs}from"./chunk-2JRKFACM.js";import"./chunk-NBL4FBMZ.js";import"./project.js";import"./chunk-FAURDEUC.js";import"./chunk-YPMKVSLO.js";import"./chunk-G33TENPM.js";
import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./chunk-EUMZNHNG.js";import"./project.js";
import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{deployEcs,imagesOf,openEcs};
