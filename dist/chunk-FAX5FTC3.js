import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/env-file.ts
var line = /^(?<before>\s*(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*)(?<value>'[^']*'|"[^"]*"|[^\s#'"][^#]*?|)(?<after>\s+#.*|\s*)$/;
function withVariable(text, name, value) {
  const lines = text.split("\n");
  let isThere = false;
  const changed = lines.map((each) => {
    const ending2 = each.endsWith("\r") ? "\r" : "";
    const groups = line.exec(ending2 === "" ? each : each.slice(0, -1))?.groups;
    if (groups?.name !== name) return each;
    isThere = true;
    return `${groups.before}${quoted(value, groups.value ?? "")}${groups.after}${ending2}`;
  });
  if (isThere) return changed.join("\n");
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const start = text === "" || text.endsWith("\n") ? text : `${text}${ending}`;
  return `${start}${name}=${quoted(value, "")}${ending}`;
}
function quoted(value, before) {
  const isPlain = /^[A-Za-z0-9_.:/@+,=-]*$/.test(value);
  if (isPlain && before.startsWith('"')) return `"${value}"`;
  if (isPlain && !before.startsWith("'")) return value;
  if (!value.includes("'")) return `'${value}'`;
  return `"${value.replaceAll(/["\\$]/g, (character) => `\\${character}`)}"`;
}
function variableIn(text, name) {
  const found = text.split("\n").map((each) => line.exec(each.replace(/\r$/, ""))?.groups).findLast((groups) => groups?.name === name);
  return found?.value?.replace(/^(["'])(?<inner>.*)\1$/s, "$<inner>");
}
function withoutVariable(text, name) {
  return text.split("\n").filter((each) => line.exec(each.replace(/\r$/, ""))?.groups?.name !== name).join("\n");
}

export {
  withVariable,
  variableIn,
  withoutVariable
};
