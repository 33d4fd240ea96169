const{createRequire:stagedUpgradeCreateRequire}=process.getBuiltinModule("node:module"),require2=stagedUpgradeCreateRequire(import.meta.url);import{ageSeal}from"./project.js";
import{mapTexts}from"./start.js";import{hopTraits,loadConfiguration,loadFleet}from"./project.js";import"./project.js";import"./start.js";import"./project.js";import{
journalEvent}from"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import{resolveProduct,shippedProducts}from"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import{needed}from"./project.js";import"./start.js";import"./project.js";import"./project.js";
import"./start.js";import{keyOf}from"./project.js";import{runName}from"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";
import"./project.js";import"./terminal.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";
import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";
import"./project.js";import"./project.js";import{plainVariables,secretVariables}from"./project.js";import"./start.js";import"./start.js";import"./terminal.js";import"./chunk-HJACYWYZ.js";
import"./start.js";import"./project.js";import"./project.js";import"./project.js";import"./project.js";import"./start.js";import"./project.js";import"./project.js";
import"./start.js";import"./project.js";import"./start.js";import"./start.js";import"./chunk-D6K2TUBN.js";function writtenJournal(journal,pen){return{...journal,
append:event=>journal.append(journalEvent.parse(mapTexts(event,pen.value)))}}function readProject({file,text,root},opened,run,system){return projectOf(loadConfiguration(
text,file,shippedProducts,{system}),root,opened,run)}function readFleet({file,text,root},opened,run){const fleet=loadFleet(text,file,shippedProducts);if(fleet===
void 0)return;const openers=new Map,systems=fleet.systems.map(loaded=>{const{value:configuration,document}=loaded,{system}=configuration,effects=effectsFor(document,
root,opened),written=JSON.stringify(document.journal??{}),key=written.includes("{system}")?`${system} ${written}`:written,open=openers.get(key)??openerOf(configuration,
effects);return openers.set(key,open),{configuration,journal:journalOf(open,configuration,effects,run),ring:loaded.fleet?.ring??""}}),[first]=fleet.systems,product=first&&
resolveProduct(first.value.product,first.document).definition.title;return{file,rings:fleet.rings,systems,product:product??""}}function effectsFor(document,root,opened){
return{...opened,directory:root,startedIn:opened.directory,variables:opened.variables.unmasked(plainVariables(document)),withheld:secretVariables(document)}}function openerOf({
journal,system},effects){return journal.store.open({effects,where:"journal.store",placeholders:{system}})}function journalOf(open,{system},effects,run){const{journalCredential:credential}=effects;
return writtenJournal(open({system,run,...credential===void 0?{}:{credential}}),effects.pen)}function projectOf({value:configuration,document,fleet},root,opened,run){
const plain=effectsFor(document,root,opened),{definition:product,document:productDocument}=resolveProduct(configuration.product,document),{system}=configuration,
journal=journalOf(openerOf(configuration,plain),configuration,plain,run),effects=noted(plain,keyOf(system,journal.description),run);let store;return{configuration,
document,product,productDocument,traits:hopTraits(configuration,product),...fleet===void 0?{}:{fleet},effects,run,journal,store:()=>(store??=openStore(needed(configuration.
backup,"backup","What takes or restores backups"),{effects,system}),store)}}function openStore({store,encryption},{effects,system}){const context={effects,placeholders:{
system}},seal=encryption&&ageSeal(encryption,{...context,where:"backup.encryption"});return store.open({...context,where:"backup.store"})({seal})}function noted(effects,system,run){
const{witness,processes}=effects;return witness===void 0?effects:{...effects,processes:witness.noting(processes,system,runName(run))}}export{readFleet,readProject};
