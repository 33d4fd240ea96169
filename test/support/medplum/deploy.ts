import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { compiled } from '../compiled.ts';

/**
 * Instead of containers: starts a release of the stand-in as a process, and leaves it running.
 *
 *   deploy.ts start VERSION | stop | kill | logs [SINCE]
 */
const [action, argument = ''] = process.argv.slice(2);
const { ENV_FILE = '', MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: deferred } = process.env;
const variables = parseEnv(readFileSync(ENV_FILE, 'utf8'));
const folder = dirname(ENV_FILE);
const [pidFile, logFile] = [join(folder, 'pid'), join(folder, 'log')];

if (action === 'stop') await stop('SIGTERM');
else if (action === 'kill') await stop('SIGKILL');
else if (action === 'logs') process.stdout.write(logSince(argument));
else {
  await stop('SIGTERM');
  process.exitCode = await start(argument);
}

function logSince(since: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').split('\n') : [];
  return lines.filter((line) => since === '' || (/"timestamp":"([^"]*)"/.exec(line)?.[1] ?? '') >= since).join('\n');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rmSync(pidFile);
  if (!isAlive(pid)) return;
  process.kill(pid, signal);
  while (isAlive(pid)) await sleep(20);
}

async function start(release: string): Promise<number> {
  const log = openSync(logFile, 'a');
  const from = existsSync(logFile) ? readFileSync(logFile).length : 0;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), release, 'env'], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: compiled,
      ...variables,
      ...(deferred === undefined ? {} : { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: deferred }),
    },
  });
  closeSync(log);
  writeFileSync(pidFile, String(child.pid));
  child.unref();
  for (;;) {
    if (child.exitCode !== null) {
      process.stdout.write(readFileSync(logFile).subarray(from));
      return 1;
    }
    const isThere = await fetch(`${variables.MEDPLUM_BASE_URL}healthcheck`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return 0;
    await sleep(50);
  }
}
