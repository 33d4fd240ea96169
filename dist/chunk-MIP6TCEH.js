import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  lastMessage
} from "./chunk-AQUAXNHM.js";
import {
  childEnvironment
} from "./chunk-NPAGDH5U.js";
import {
  variableNames
} from "./chunk-ZGX2ZA3I.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/world/processes/runner-commands.ts
var addMask = /^\s*::add-mask(?:\s[^:]*)?::(?<value>.*)$|##\[add-mask(?:\s[^\]]*)?\](?<older>.*)$/i;
function maskAsked(line) {
  const groups = addMask.exec(line)?.groups;
  const value = groups?.value ?? groups?.older;
  return value?.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%").trim();
}

// src/world/effects/user-command.ts
async function runUserCommand(command, context) {
  const { effects, placeholders, where } = context;
  const [program, ...rest] = command.run;
  const fill = (text) => effects.variables.fill(text, `${where}.run`, placeholders);
  const own = Object.entries(placeholders).flatMap(
    ([name, value]) => name.startsWith("access.") ? [] : [[`STAGED_UPGRADE_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`, value]]
  );
  const merged = {
    ...childEnvironment(effects, [...command.run, ...Object.values(command.env ?? {})].flatMap(variableNames)),
    ...Object.fromEntries(own),
    ...filledVariables(command.env ?? {}, context),
    ...command.environment
  };
  const result = await effects.processes.run({
    argv: [fill(program), ...rest.map(fill)],
    directory: effects.directory,
    environment: Object.fromEntries(
      Object.entries(merged).filter((entry) => entry[1] !== void 0)
    ),
    signal: command.signal ? AbortSignal.any([command.signal, effects.signal]) : effects.signal,
    onLine: (line, stream) => {
      const secret = maskAsked(line);
      if (secret !== void 0) {
        effects.mask(secret);
        return;
      }
      (command.log ?? effects.log).output(line);
      command.judge?.line(line, stream);
    }
  });
  return { ...result, stdout: withoutMasks(result.stdout), stderr: withoutMasks(result.stderr) };
}
function filledVariables(env, { effects, where, placeholders }) {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      effects.variables.fill(value, `${where}.env.${name}`, placeholders)
    ])
  );
}
function withoutMasks(output) {
  return output.split("\n").filter((line) => maskAsked(line) === void 0).join("\n");
}
function endedWell(result) {
  return result.exitCode === 0;
}
function howItEnded(result) {
  return result.endedBy === void 0 ? `exited with code ${result.exitCode ?? "unknown"}` : `was ended by ${result.endedBy}`;
}
async function runUserCommandOrFail(command, context, means) {
  const result = await runUserCommand(command, context);
  const fault = endedWell(result) ? command.judge?.fault() : void 0;
  if (endedWell(result) && fault === void 0) return result;
  const why = fault === void 0 ? lastWords(result, context) : `, but ${context.effects.pen.text(fault)}`;
  throw new SystemFailure({
    happened: `The command ${JSON.stringify(command.run.join(" "))} (${context.where}) ${howItEnded(result)}${why}.`,
    means,
    next: "Read its output in the log, correct the cause, and run the step again."
  });
}
function lastWords(result, { effects }) {
  const last = lastMessage(effects.pen.text(result.stderr.trim() === "" ? result.stdout : result.stderr));
  return last === "" ? "" : `: ${last.slice(0, 400)}`;
}

export {
  runUserCommand,
  filledVariables,
  endedWell,
  howItEnded,
  runUserCommandOrFail,
  lastWords
};
