import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/effects/output-progress.ts
import { stripVTControlCharacters } from "node:util";
function outputProgress(patterns, title, log) {
  const expressions = patterns.map((pattern) => new RegExp(pattern));
  let first;
  let last;
  return (line) => {
    const text = stripVTControlCharacters(line).slice(0, 2e3);
    for (const expression of expressions) {
      const { at, of } = expression.exec(text)?.groups ?? {};
      if (of !== void 0) last = Number(of);
      if (at === void 0) continue;
      const number = Number(at);
      first ??= number;
      const span = last === void 0 ? {} : { done: number - first + 1, total: Math.max(last, number) - first + 1 };
      log.progress({ text: `${title}: at ${at}${last === void 0 ? "" : ` of ${last}`}`, ...span });
    }
  };
}

export {
  outputProgress
};
