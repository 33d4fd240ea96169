const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{deployCdk,requireUpdatable}from"./chunk-EO6KZEKH.js";
import"./chunk-3A5DZQPS.js";import"./chunk-AD4ZRYFE.js";import"./chunk-FAURDEUC.js";import"./chunk-RKNRMCBA.js";import"./chunk-BLSPM3AH.js";import"./project.js";
import"./chunk-YPMKVSLO.js";import"./chunk-IBE4FCIM.js";import"./steps.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";
import"./start.js";import"./terminal.js";import"./chunk-EUMZNHNG.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./start.js";
import"./start.js";import"./chunk-D6K2TUBN.js";export{deployCdk,requireUpdatable};
