import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/text-file.ts
import { readFile, stat } from "node:fs/promises";
var largestMebibytes = 16;
async function notReadable(path) {
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory()) return { code: "EINVAL", why: "is not a file" };
  if (found.size > largestMebibytes * 1024 * 1024)
    return { code: "EFBIG", why: `is larger than ${largestMebibytes} MiB` };
  return void 0;
}
async function readTextFile(path, signal) {
  const not = await notReadable(path);
  if (not !== void 0) throw Object.assign(new Error(`it ${not.why}`), { code: not.code });
  return await readFile(path, { encoding: "utf8", ...signal ? { signal } : {} });
}

export {
  notReadable,
  readTextFile
};
