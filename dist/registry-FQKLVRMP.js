const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{productDocument,
resolveProduct,shippedProducts}from"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./terminal.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";
import"./start.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{productDocument,resolveProduct,shippedProducts};
