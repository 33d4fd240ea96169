import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  productDocument,
  resolveProduct,
  shippedProducts
} from "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";
export {
  productDocument,
  resolveProduct,
  shippedProducts
};
