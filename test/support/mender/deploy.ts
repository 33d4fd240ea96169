import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';

/**
 * Puts a release of the stand-in in place as the chart does: migrations first, as jobs, then the servers.
 *
 *   deploy.ts upgrade VERSION | stop | version | logs
 */
const [action, release = ''] = process.argv.slice(2);
const { ENV_FILE = '' } = process.env;
const variables = parseEnv(readFileSync(ENV_FILE, 'utf8'));
const folder = dirname(ENV_FILE);
const [pidFile, logFile] = [join(folder, 'pid'), join(folder, 'log')];
const main = join(import.meta.dirname, 'main.ts');
const environment = { PATH: process.env.PATH, ...variables };

if (action === 'stop') await stop();
else if (action === 'logs') process.stdout.write(existsSync(logFile) ? readFileSync(logFile) : '');
else if (action === 'version') process.exitCode = version();
else process.exitCode = await upgrade();

/** What runs, and not what was wished for. */
function version(): number {
  const pid = existsSync(pidFile) ? readFileSync(pidFile, 'utf8') : '';
  if (pid === '' || !isAlive(Number(pid))) return 1;
  const [, , running = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  console.log(JSON.stringify({ Version: running.startsWith('3.') ? running : `v${running}` }));
  return 0;
}

/** While the jobs migrate, the release before serves; a failed job leaves it there. */
async function upgrade(): Promise<number> {
  const migrated = spawnSync(process.execPath, [main, release, 'migrate'], { env: environment, encoding: 'utf8' });
  if (migrated.status !== 0) {
    process.stderr.write(`${migrated.stderr}Error: UPGRADE FAILED: pre-upgrade hooks failed: job failed\n`);
    return migrated.status ?? 1;
  }
  await stop();
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, [main, release, 'server'], {
    detached: true,
    stdio: ['ignore', log, log],
    env: environment,
  });
  closeSync(log);
  writeFileSync(pidFile, String(child.pid));
  child.unref();
  for (;;) {
    if (child.exitCode !== null) {
      process.stderr.write(readFileSync(logFile));
      return child.exitCode;
    }
    const isThere = await fetch(`http://127.0.0.1:${variables.MENDER_PORT}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return 0;
    await sleep(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stop(): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rmSync(pidFile);
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGTERM');
  while (isAlive(pid)) await sleep(20);
}
