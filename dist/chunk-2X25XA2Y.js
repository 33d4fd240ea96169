import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/aws/all-pages.ts
async function allPages(ask) {
  const all = [];
  let token;
  do {
    const { items, next } = await ask(token);
    all.push(...items);
    token = next;
  } while (token !== void 0);
  return all;
}

export {
  allPages
};
