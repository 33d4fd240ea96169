import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

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
  return passwords.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.groups?.password ?? ""));
}
function shown(value, path) {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const secret = path.includes("access") || path.some((part) => typeof part === "string" && namesSecret(part));
  if (secret) return `a ${wordFor(value)} (not shown here)`;
  if (typeof value !== "string") return `the ${wordFor(value)} ${String(value)}`;
  if (looksSecret(value)) return "a text (not shown here)";
  return `the text ${quoted(passwords.reduce((text, pattern) => text.replace(pattern, "$<before>***"), value))}`;
}
function wordFor(value) {
  return typeof value === "string" ? "text" : typeof value === "boolean" ? "value" : typeof value;
}
function quoted(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}

export {
  namesSecret,
  looksSecret,
  passwordsIn,
  shown,
  quoted
};
