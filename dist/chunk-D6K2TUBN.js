import{createRequire as stagedUpgradeCreateRequire}from"node:module";const require2=stagedUpgradeCreateRequire(import.meta.url);var __create=Object.create,__defProp=Object.
defineProperty,__getOwnPropDesc=Object.getOwnPropertyDescriptor,__getOwnPropNames=Object.getOwnPropertyNames,__getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.
prototype.hasOwnProperty,__require=(x=>typeof require2<"u"?require2:typeof Proxy<"u"?new Proxy(x,{get:(a,b)=>(typeof require2<"u"?require2:a)[b]}):x)(function(x){
if(typeof require2<"u")return require2.apply(this,arguments);throw Error('Dynamic require of "'+x+'" is not supported')}),__commonJS=(cb,mod)=>function(){try{return mod||
(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports}catch(e){throw mod=0,e}},__export=(target,all)=>{for(var name in all)__defProp(target,
name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(
from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to},
__toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.__esModule?__defProp(target,"default",{value:mod,
enumerable:!0}):target,mod));export{__commonJS,__export,__require,__toESM};
