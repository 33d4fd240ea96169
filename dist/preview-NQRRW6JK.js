import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  configurationFile,
  openProgram,
  refusalOf,
  synthesize
} from "./chunk-TVTV65EQ.js";
import {
  changeText,
  openStack,
  stackChanges
} from "./chunk-DY7VHM6B.js";
import "./chunk-U2324AUP.js";
import {
  requireAccount
} from "./chunk-GT5I37AX.js";
import {
  silentLog
} from "./chunk-V2FWIV6S.js";
import "./chunk-NLDPKLUP.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import {
  awsAccess
} from "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/cdk/preview.ts
async function previewCdk(settings, context, { meant, signal }) {
  const { effects, where, placeholders } = context;
  const access = awsAccess(settings, context, signal);
  const name = effects.variables.fill(settings.stack, `${where}.stack`, placeholders);
  const program = openProgram(settings, context, { environment: {}, access });
  const stack = openStack(access, name);
  const file = await configurationFile(settings, context, silentLog);
  await requireAccount(settings, access, where);
  const deployed = await stack.template();
  await file.putInPlace();
  try {
    const assembly = await synthesize(program, name, where);
    try {
      const changes = stackChanges(deployed, assembly.template);
      const refused = refusalOf(changes, { settings, meant, title: stack.title, where });
      return { changes: changes.map(changeText), ...refused && { refused } };
    } finally {
      await assembly.remove();
    }
  } finally {
    await file.putBack();
  }
}
export {
  previewCdk
};
