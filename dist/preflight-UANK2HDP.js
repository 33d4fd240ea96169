import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  imagesOf,
  openEcs,
  revisionFor
} from "./chunk-CYTO4BGV.js";
import "./chunk-Q3KMJCPZ.js";
import "./project.js";
import "./chunk-IHVNN2UR.js";
import {
  requireAccount
} from "./chunk-2UPXHTCN.js";
import "./chunk-J7GVVAV2.js";
import {
  fine,
  problem
} from "./project.js";
import {
  partPlaceholders
} from "./project.js";
import {
  filledVariables
} from "./project.js";
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
import {
  SystemFailure,
  UserError
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/ecs/preflight.ts
async function preflightEcs(settings, context, { hops, subject, signal }) {
  const findings = [];
  const keep = (error, prefix = "") => {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    findings.push(problem(subject, { ...error.detail, happened: `${prefix}${error.detail.happened}` }));
  };
  try {
    const access = awsAccess(settings, context, signal);
    await requireAccount(settings, access, context.where);
    const service = await openEcs(settings, context, access);
    const seen = await service.look();
    const current = await service.definition(seen.taskDefinition ?? "");
    const shown = [];
    for (const { from, to, parts } of hops) {
      for (const [version, own] of [[from, parts?.from], [to, parts?.to]]) {
        const placeholders = { ...context.placeholders, ...partPlaceholders(own), version, from, to };
        const within = { ...context, placeholders };
        try {
          const images2 = await imagesOf(settings, within, access);
          const env = filledVariables(settings.env, within);
          revisionFor(current, { images: images2, env, environment: {}, where: context.where });
          shown.push(...[...images2.values()].map(({ asked }) => asked).filter((asked) => !shown.includes(asked)));
        } catch (error) {
          keep(error, `${version}: `);
        }
      }
    }
    const images = shown.length === 0 ? "" : `, and these images are to be had: ${shown.join(", ")}`;
    if (findings.length === 0) findings.push(fine(subject, `Amazon ECS has ${service.title}${images}.`));
  } catch (error) {
    keep(error);
  }
  return findings;
}
export {
  preflightEcs
};
