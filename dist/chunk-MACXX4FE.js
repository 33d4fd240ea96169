import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  settingsOf,
  valueAt
} from "./chunk-4X6B3AHX.js";
import {
  hasVersions,
  problemsIn
} from "./chunk-CF4GPMPN.js";
import {
  readTextFile
} from "./chunk-HL2FA6NW.js";

// src/steps/environment/server-settings.ts
import { resolve } from "node:path";
async function settingProblems(project, environment, versions) {
  const { product, document, configuration, effects } = project;
  const problems = product["known-problems"].filter((problem) => problem.in === "settings");
  if (problems.length === 0) return [];
  const scheme = hasVersions(product) ? product.versions : void 0;
  const written = [
    valueAt(document, ["environments", environment, "deploy"]),
    valueAt(document, ["product", "migrations", "defer"])
  ];
  const texts = [{ place: `environments.${environment}.deploy`, text: JSON.stringify(written, void 0, 1) }];
  const unreadable = [];
  for (const place of settingsOf(configuration, environment)["server-settings"]) {
    const text = await readTextFile(resolve(effects.directory, place)).catch(() => void 0);
    if (text === void 0) unreadable.push(notReadable(environment, place));
    else texts.push({ place, text });
  }
  return [
    ...unreadable,
    ...texts.flatMap(
      ({ place, text }) => problemsIn(problems, { in: "settings", text, versions }, scheme).map(({ happened, means, next }) => ({
        happened: `${place}: ${happened}`,
        means,
        next
      }))
    )
  ];
}
function notReadable(environment, place) {
  return {
    happened: `"${place}", which environments.${environment}.server-settings names, cannot be read.`,
    means: "Settings that the product is known to misread would not be noticed.",
    next: "Correct the name; it starts at the root of the repository."
  };
}

export {
  settingProblems
};
