import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openProject
} from "./chunk-FOYJNHJ3.js";
import "./chunk-OXJDHCDJ.js";
import "./chunk-XUEIFE5U.js";
import {
  readContainers
} from "./chunk-DOOSYVZE.js";
import "./chunk-GPL4UOAT.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-NLDPKLUP.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/compose/logs.ts
async function logsOfCompose(settings, context, { since, onLine, signal }) {
  const { engine, project } = await openProject(settings, context, signal);
  for (const { id, name } of await readContainers(engine, project, settings.services)) {
    const result = await engine.docker(["logs", `--since=${since.toISOString()}`, id], { onLine });
    if (result.exitCode === 0) continue;
    throw new SystemFailure({
      happened: `The log of the container ${name} could not be read by ${engine.name}.`,
      means: "What the server has logged is not known.",
      next: "Make sure that its logging driver can be read (docker logs), then run the step again."
    });
  }
}
export {
  logsOfCompose
};
