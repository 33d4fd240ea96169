import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/steps/hop/environment-input.ts
function environmentOf({ environment }, command) {
  if (environment !== void 0) return environment;
  throw new UserError({
    happened: 'The input "environment" is missing.',
    means: `"${command}" would not know what to act on. Nothing was done.`,
    next: 'Say "staging" or "production".'
  });
}

export {
  environmentOf
};
