import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openProject
} from "./chunk-2SUTUTGS.js";
import "./chunk-BKATBUIV.js";
import "./project.js";
import {
  readContainers
} from "./chunk-337MZF5C.js";
import "./chunk-GGYR6SAC.js";
import "./steps.js";
import "./chunk-Q4ZBEIHS.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./project.js";
import "./start.js";
import {
  SystemFailure
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/compose/logs.ts
async function logsOfCompose(settings, context, { since, onLine, signal }) {
  const { engine, project } = await openProject(settings, context, signal);
  for (const { id, name } of await readContainers(engine, project, settings.services)) {
    const result = await engine.docker(["logs", `--since=${since.toISOString()}`, id], { onLine });
    if (result.exitCode === 0) continue;
    throw new SystemFailure({
      happened: `The log of the container ${name} could not be read by ${engine.name}.`,
      means: "It is not known what the server has logged.",
      next: "Make sure that its logging driver can be read (docker logs), then run the step again."
    });
  }
}
export {
  logsOfCompose
};
