import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/data.ts
function dataText(environment, { name, noun, isOnly }) {
  return isOnly ? `${noun} of ${environment}` : `${noun} "${name}" of ${environment}`;
}
function dataPlace(environment, { name, isOnly }) {
  return isOnly ? `environments.${environment}.data` : `"${name}" in environments.${environment}.data`;
}
function lossText({ dataAt, data = [] }, show = String) {
  if (new Set(data.map((each2) => each2.dataAt)).size < 2) return `everything written after ${show(dataAt)}`;
  const each = data.toSorted((a, b) => Date.parse(a.dataAt) - Date.parse(b.dataAt)).map(({ name, dataAt: at }) => `to "${name}" after ${show(at)}`);
  return `everything written ${new Intl.ListFormat("en", { type: "conjunction" }).format(each)}`;
}
function earliest(times) {
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(0);
}

export {
  dataText,
  dataPlace,
  lossText,
  earliest
};
