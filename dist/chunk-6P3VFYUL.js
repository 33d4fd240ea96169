import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/secrets/secret-folder.ts
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
var prefix = "staged-upgrade-secret-";
var abandonedAfter = 36e5;
async function withSecretFolder(environment, work) {
  const root = environment.RUNNER_TEMP || tmpdir();
  const folder = await mkdtemp(join(root, `${prefix}${process.pid}-`));
  try {
    await removeAbandoned(root, folder);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
async function removeAbandoned(root, own) {
  const { mtimeMs: now, uid } = await stat(own);
  for (const name of await readdir(root)) {
    const pid = new RegExp(`^${prefix}(?<pid>\\d+)-`).exec(name)?.groups?.pid;
    if (pid === void 0 || isAlive(Number(pid))) continue;
    const path = join(root, name);
    const made = await stat(path).catch(() => void 0);
    if (made === void 0 || made.uid !== uid || now - made.mtimeMs < abandonedAfter) continue;
    await rm(path, { recursive: true, force: true });
  }
}
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && "code" in cause && cause.code === "ESRCH");
  }
}

export {
  withSecretFolder
};
