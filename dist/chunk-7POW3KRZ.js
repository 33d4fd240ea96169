import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/model/database-names.ts
function shareADatabase(one, other) {
  const names = other.split(", ");
  return one.split(", ").some((name) => names.some((each) => couldBeOne(name, each)));
}
function couldBeOne(one, other) {
  const [stem, otherStem] = [one, other].map((name) => name.replace(/\*$/, ""));
  if (stem === void 0 || otherStem === void 0) return false;
  if (one !== stem && other !== otherStem) return stem.startsWith(otherStem) || otherStem.startsWith(stem);
  if (one !== stem) return other.startsWith(stem);
  return other === otherStem ? one === other : one.startsWith(otherStem);
}

export {
  shareADatabase
};
