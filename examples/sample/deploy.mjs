#!/usr/bin/env node
// @ts-check
/**
 * Puts a release of the sample server in place, or stops it:
 *
 *     node deploy.mjs start VERSION
 *     node deploy.mjs stop
 *
 * SAMPLE_STATE is the folder of one installation (its database, log and process id); SAMPLE_PORT and SAMPLE_TOKEN are the
 * server's own. Production and staging are two folders and two ports.
 */
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { wholeNumber } from './server/settings.mjs';

const server = join(import.meta.dirname, 'server', 'main.mjs');
const stopPatience = 10_000;

/** @param {string} name */
function needed(name) {
  const value = process.env[name] ?? '';
  if (value === '') throw new Error(`${name} is not set.`);
  return value;
}

const state = needed('SAMPLE_STATE');
const processFile = join(state, 'server.pid');
const logFile = join(state, 'server.log');

/** @param {number} id */
function isRunning(id) {
  try {
    process.kill(id, 0);
  } catch {
    return false;
  }
  // The system gives ids out again: after a reboot this one may be anything. Where /proc exists, it is looked at.
  const commandLine = `/proc/${id}/cmdline`;
  if (!existsSync('/proc/self/cmdline')) return true;
  // The server may have been started from another checkout: each job has its own.
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(join('server', 'main.mjs'));
}

/**
 * The server that was written down, and any whose deploy was killed before it could write it down: where /proc exists,
 * that one is known by the folder in which it was started.
 */
function servers() {
  const written = existsSync(processFile) ? Number(readFileSync(processFile, 'utf8')) : Number.NaN;
  const started = existsSync('/proc/self/cwd')
    ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && folderOf(name) === realpathSync(state))
    : [];
  const ids = new Set([written, ...started.map(Number)]);
  return [...ids].filter((id) => Number.isSafeInteger(id) && id > 1 && isRunning(id));
}

/** @param {string} id */
function folderOf(id) {
  try {
    return readlinkSync(`/proc/${id}/cwd`);
  } catch {
    return undefined; // It has ended, or is someone else's.
  }
}

async function stop() {
  const ids = existsSync(state) ? servers() : [];
  for (const id of ids) {
    process.kill(id, 'SIGTERM');
    if (!(await until(() => !isRunning(id), stopPatience))) {
      process.kill(id, 'SIGKILL');
      await until(() => !isRunning(id), stopPatience);
    }
    console.log(`Stopped the server (process ${id}).`);
  }
  if (ids.length === 0) console.log('No server is running.');
  rmSync(processFile, { force: true });
}

/** @param {string} version */
async function start(version) {
  // Longer than a start takes; a server that does not listen by then is left alone, and whoever waits for it will see.
  const patience = wholeNumber(process.env, 'SAMPLE_START_PATIENCE', 3000);
  const environment = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('SAMPLE_'))),
    SAMPLE_VERSION: version,
    SAMPLE_DATA: join(state, 'records.sqlite'),
    SAMPLE_FAULTS_FILE: join(state, 'faults'),
    SAMPLE_TOKEN: needed('SAMPLE_TOKEN'),
    SAMPLE_PORT: needed('SAMPLE_PORT'),
  };
  mkdirSync(state, { recursive: true });
  await stop();
  writeFileSync(logFile, '');
  const output = openSync(logFile, 'a');
  const child = spawn(process.execPath, [realpathSync(server)], {
    cwd: state,
    env: environment,
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  /** @type {{ how: string | undefined }} */
  const ended = { how: undefined };
  child.once('error', (error) => {
    ended.how = error.message;
  });
  child.once('exit', (code, signal) => {
    ended.how = signal === null ? `exit code ${code}` : signal;
  });
  if (child.pid !== undefined) writeFileSync(processFile, `${child.pid}\n`);
  const lines = () => readFileSync(logFile, 'utf8');
  const isListening = () => lines().includes('"msg":"Listening"');
  await until(() => ended.how !== undefined || isListening(), patience);
  if (ended.how !== undefined) {
    rmSync(processFile, { force: true });
    throw new Error(
      `${version} ended at once (${ended.how}). Its last lines:\n${lines().trimEnd().split('\n').slice(-8).join('\n')}`,
    );
  }
  child.unref();
  console.log(
    isListening() ? `${version} is listening.` : `${version} was started and does not listen yet; see ${logFile}.`,
  );
}

/**
 * @param {() => boolean} condition
 * @param {number} patience milliseconds
 */
async function until(condition, patience) {
  const end = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > end) return false;
    await delay(20);
  }
  return true;
}

const [action, version] = process.argv.slice(2);
try {
  if (action === 'start' && version !== undefined) await start(version);
  else if (action === 'stop' && version === undefined) await stop();
  else throw new Error('Usage: deploy.mjs start VERSION, or deploy.mjs stop');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
