import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/core/settings/place.ts
function pathText(path) {
  return path.reduce((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    const key = /^[\w-]+$/.test(part) ? part : JSON.stringify(part);
    return text === "" ? key : `${text}.${key}`;
  }, "");
}

// src/config/mistake.ts
var ConfigurationError = class extends UserError {
  file;
  mistakes;
  constructor(file, mistakes) {
    const one = mistakes.length === 1;
    const ordered = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
    super({
      happened: `${file} has ${one ? "a mistake" : `${mistakes.length} mistakes`}.

${ordered.map((mistake) => rendered(file, mistake)).join("\n\n")}
`,
      means: "Nothing was done.",
      next: `Correct ${one ? "it" : "them"}, then run the command again.`
    });
    this.file = file;
    this.mistakes = ordered;
  }
};
function rendered(file, mistake) {
  const where = pathText(mistake.path);
  return [
    `${file}:${mistake.line}:${mistake.column}${where === "" ? "" : `: ${where}`}`,
    mistake.problem,
    ...mistake.accepted ? [`Accepted: ${mistake.accepted}`] : [],
    `Fix: ${mistake.fix}`
  ].join("\n  ");
}

export {
  pathText,
  ConfigurationError
};
