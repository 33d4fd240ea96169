import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/each-of.ts
async function eachOf(items, atOnce, act) {
  const results = [];
  const waiting = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        results[index] = await act(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  const rejected = workers.find((each) => each.status === "rejected");
  if (rejected !== void 0) throw rejected.reason;
  return results;
}

export {
  eachOf
};
