import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/path/sources/topology/instance-class.ts
var classPattern = /^(?:db\.)?(?<family>[a-z]+\d+[a-z0-9]*)\.(?<size>[a-z0-9]+)$/;
function className(text) {
  return text.replace(/^db\./, "");
}
function readInstanceClass(text) {
  const groups = classPattern.exec(text)?.groups;
  const { family, size } = groups ?? {};
  if (family === void 0 || size === void 0) return void 0;
  const [, kind = "", traits = ""] = /^([a-z]+)\d+([a-z0-9]*)$/.exec(family) ?? [];
  const cores = coresOf(size);
  return {
    family,
    size,
    architecture: traits.includes("g") ? "arm64" : "x86_64",
    hasLocalDisks: traits.includes("d"),
    memory: kind === "t" ? burstableMemory[size] : cores === void 0 ? void 0 : memoryOf(kind, traits, cores)
  };
}
var burstableMemory = {
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  "2xlarge": 32
};
function coresOf(size) {
  if (size === "medium") return 1;
  if (size === "large") return 2;
  const groups = /^(?<times>\d*)xlarge$/.exec(size)?.groups;
  return groups === void 0 ? void 0 : 4 * Number(groups.times === "" ? 1 : groups.times);
}
function memoryOf(kind, traits, cores) {
  switch (kind) {
    case "c":
      return cores * 2;
    case "m":
      return cores * 4;
    case "r":
      return cores * 8;
    case "x":
      return traits.includes("e") || traits.includes("g") ? cores * 16 : cores * 15.25;
    default:
      return void 0;
  }
}

export {
  className,
  readInstanceClass
};
