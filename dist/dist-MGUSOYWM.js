import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  Separator,
  dist_default,
  dist_default10,
  dist_default2,
  dist_default3,
  dist_default4,
  dist_default5,
  dist_default6,
  dist_default7,
  dist_default8,
  dist_default9
} from "./chunk-HGJKM7HO.js";
import "./chunk-3PZKQHHI.js";
import "./chunk-PRKZQ3BE.js";
export {
  Separator,
  dist_default as checkbox,
  dist_default3 as confirm,
  dist_default2 as editor,
  dist_default6 as expand,
  dist_default4 as input,
  dist_default5 as number,
  dist_default8 as password,
  dist_default7 as rawlist,
  dist_default9 as search,
  dist_default10 as select
};
