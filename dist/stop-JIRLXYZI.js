const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{stopCompose,
stopServices}from"./chunk-7Q5XN7TI.js";import"./chunk-SEXB7L6X.js";import"./project.js";import"./project.js";import"./start.js";import"./chunk-7NXOLTJ5.js";import"./chunk-PG7RWK5S.js";
import"./project.js";import"./chunk-FI32AKSG.js";import"./chunk-WW3R22R4.js";import"./chunk-74TFCSZJ.js";import"./steps.js";import"./chunk-IBE4FCIM.js";import"./steps.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./project.js";
import"./start.js";import"./start.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";export{stopCompose,stopServices};
