import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  configurationFile,
  openProgram,
  refusalOf,
  synthesize
} from "./chunk-MIR5RS46.js";
import {
  changeText,
  openStack,
  stackChanges
} from "./chunk-AONNMQMY.js";
import "./project.js";
import {
  requireAccount
} from "./chunk-2UPXHTCN.js";
import {
  silentLog
} from "./project.js";
import "./chunk-Q4ZBEIHS.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import "./chunk-2X25XA2Y.js";
import {
  awsAccess
} from "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./start.js";
import "./start.js";
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
    await file.restore();
  }
}
export {
  previewCdk
};
