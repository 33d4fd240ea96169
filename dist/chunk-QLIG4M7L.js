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

// src/world/secrets/shown.ts
var passwords = [
  /(?<before>(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)(?<password>[^\s@]+)(?=@)/gi,
  /(?<before>(?<!\w)(?:ssl)?(?:password|passwd|pwd|secret|token|api[-_]?key)=)(?<password>[^\s&;]+)/gi
];
var secretKey = /(^|[-_.])(password|passwd|passphrase|secret|token|credentials?|(api|private|access|secret)[-_]?key|authorization)$/i;
var secretForms = [
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bxox[abposr]-[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/
];
function namesSecret(key) {
  return secretKey.test(key);
}
function looksSecret(text) {
  return secretForms.some((form) => form.test(text));
}
function passwordsIn(text) {
  return passwords.flatMap((pattern2) => [...text.matchAll(pattern2)].map((match) => match.groups?.password ?? ""));
}
function shown(value, path) {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const secret = path.includes("access") || path.some((part) => typeof part === "string" && namesSecret(part));
  if (secret) return `a ${wordFor(value)} (not shown here)`;
  if (typeof value !== "string") return `the ${wordFor(value)} ${String(value)}`;
  if (looksSecret(value)) return "a text (not shown here)";
  return `the text ${quoted(passwords.reduce((text, pattern2) => text.replace(pattern2, "$<before>***"), value))}`;
}
function wordFor(value) {
  return typeof value === "string" ? "text" : typeof value === "boolean" ? "value" : typeof value;
}
function quoted(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}

// src/world/secrets/plain-variables.ts
var placeKeys = /* @__PURE__ */ new Set(["file", "path", "bucket", "region"]);
function plainVariables(document) {
  const all = templates(document);
  const credentials = new Set(all.filter(isCredential).flatMap(({ text }) => variableNames(text)));
  const names = all.flatMap(({ text, path }) => {
    if (text.includes("@")) return [];
    if (isServerUrl(path)) return variableNames(authorityOf(text));
    return placeKeys.has(path.at(-1) ?? "") ? beginningOf(text) : [];
  });
  return [...new Set(names)].filter((name) => !credentials.has(name) && !namesSecret(name));
}
function isCredential({ path }) {
  const key = path.at(-1) ?? "";
  const opens = path[0] === "environments" && (path[2] === "access" || path[2] === "data");
  return namesSecret(key) || opens && !placeKeys.has(key);
}
function beginningOf(text) {
  const names = variableNames(text);
  const [only] = names;
  return names.length === 1 && only !== void 0 && text.startsWith(`\${${only}}`) ? [only] : [];
}
function authorityOf(text) {
  return /^([a-z]+:\/\/)?[^/]*/.exec(text)?.[0] ?? "";
}
function isServerUrl(path) {
  return path.length === 3 && path[0] === "environments" && path[2] === "url";
}
function templates(value, path = []) {
  if (typeof value === "string") return [{ text: value, path }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => templates(part, [...path, key]));
}

// src/world/processes/child-environment.ts
var ofTheStep = /^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH))$/;
function childEnvironment({ environment, withheld = [] }, named = []) {
  const kept = Object.entries(environment).filter(
    ([name]) => !ofTheStep.test(name) && (!withheld.includes(name) || named.includes(name))
  );
  return Object.fromEntries(kept);
}
function secretVariables(document) {
  const plain = plainVariables(document);
  const names = new Set(templates(document).flatMap(({ text }) => variableNames(text)));
  return [...names].filter((name) => !plain.includes(name));
}

export {
  variablesFrom,
  substituted,
  variableNames,
  namesSecret,
  looksSecret,
  passwordsIn,
  shown,
  quoted,
  plainVariables,
  templates,
  childEnvironment,
  secretVariables
};
