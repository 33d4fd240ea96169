import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/init/render/yaml.ts
function indent(spaces, lines) {
  return lines.map((line) => line === "" ? "" : " ".repeat(spaces) + line);
}
function scalar(text) {
  const plain = /^[A-Za-z0-9_./$]/.test(text) && !/: |:$| #|[\n"\\]|\s$/.test(text) && !/^(true|false|null|yes|no|on|off|~|[\d.]+(e\d+)?|0x[\da-f]+)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
function mapping(entries) {
  return entries.map(([key, value]) => `${key}: ${scalar(value)}`);
}
function labels(list) {
  const only = list.length === 1 ? list[0] : void 0;
  return only === void 0 ? `[${list.map(flowScalar).join(", ")}]` : scalar(only);
}
function flowScalar(text) {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : scalar(text);
}

export {
  indent,
  scalar,
  mapping,
  labels,
  flowScalar
};
