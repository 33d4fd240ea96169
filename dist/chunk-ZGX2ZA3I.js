import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/variables.ts
var pattern = /\$\$\{|\$\{([^}]*)\}|\{\{|\}\}|\{([^{}]*)\}/g;
function variablesFrom(environment, mask, plain = []) {
  return {
    unmasked: (names) => variablesFrom(environment, mask, names),
    fill: (template, where, placeholders = {}) => template.replace(pattern, (match, variable, placeholder) => {
      if (match === "$${") return "${";
      if (match === "{{") return "{";
      if (match === "}}") return "}";
      if (variable !== void 0) {
        const value2 = environment[variable];
        if (value2 === void 0 || value2 === "") throw notSet(variable, where, value2);
        if (!plain.includes(variable) || /[@?]/.test(value2)) mask(value2, variable);
        return value2;
      }
      const name = placeholder ?? "";
      const value = Object.hasOwn(placeholders, name) ? placeholders[name] : void 0;
      if (value === void 0) throw unknownPlaceholder(name, where, Object.keys(placeholders));
      return value;
    })
  };
}
function substituted(value, texts) {
  if (typeof value === "string") {
    return value.replace(
      pattern,
      (match, name) => name !== void 0 && Object.hasOwn(texts, name) ? texts[name] ?? match : match
    );
  }
  if (Array.isArray(value)) return value.map((item) => substituted(item, texts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substituted(item, texts)]));
}
function variableNames(template) {
  const names = [...template.matchAll(pattern)].flatMap((match) => match[1] === void 0 ? [] : [match[1]]);
  return [...new Set(names)];
}
function placeholderNames(template) {
  const names = [...template.matchAll(pattern)].flatMap((match) => match[2] === void 0 ? [] : [match[2]]);
  return [...new Set(names)];
}
function notSet(name, where, value) {
  return new UserError({
    happened: `The environment variable ${name}, which ${where} uses, is ${value === "" ? "empty" : "not set"}.`,
    means: "Nothing was done.",
    next: `Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`
  });
}
function unknownPlaceholder(name, where, allowed) {
  const list = allowed.length === 0 ? "No placeholder can be used here" : `It can be ${allowed.map((a) => `{${a}}`).join(", ")}`;
  return new UserError({
    happened: `Unknown placeholder {${name}} in ${where}.`,
    means: "Nothing was done.",
    next: `${list}. For a literal brace write {{.`
  });
}

export {
  variablesFrom,
  substituted,
  variableNames,
  placeholderNames
};
