import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/secrets/spilled-login.ts
function hasLoginInQuery(url) {
  const query = url.indexOf("?");
  return query !== -1 && url.includes("@", query);
}

export {
  hasLoginInQuery
};
