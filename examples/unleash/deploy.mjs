/**
 * Deploys Unleash from the npm registry on this machine: installs a release in a folder of its own, stops the server
 * that runs, starts the new one, and leaves it running.
 *
 *   node deploy.mjs start VERSION
 *   node deploy.mjs stop
 *   node deploy.mjs install VERSION...   beforehand, so that a deploy takes seconds
 *
 * From the environment: UNLEASH_STATE (folder for the pid file and the log), UNLEASH_RELEASES (folder for installed
 * releases, shared by environments), UNLEASH_PORT, DATABASE_URL, UNLEASH_ADMIN_TOKEN.
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [action, ...versions] = process.argv.slice(2);
const [version] = versions;

if (action === 'stop') {
  await stop();
} else if (action === 'start' && version !== undefined && versions.length === 1) {
  const folder = install(version);
  await stop();
  start(folder, version);
} else if (action === 'install' && versions.length > 0) {
  for (const each of versions) install(each);
} else {
  console.error('usage: deploy.mjs start VERSION | stop | install VERSION...');
  process.exitCode = 2;
}

/** @param {string} name */
function required(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set`);
    process.exit(2);
  }
  return value;
}

/**
 * Installs before the old server is stopped: a registry that is out of reach must not cause downtime. Unleash needs no
 * script of a package to be run, so none is.
 * @param {string} version
 */
function install(version) {
  const releases = required('UNLEASH_RELEASES');
  const folder = join(releases, version);
  if (existsSync(folder)) return folder;
  const draft = join(releases, `.${version}-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', ['install', ...options, `unleash-server@${version}`], {
    cwd: draft,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (npm.status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    console.error(`unleash-server@${version} could not be installed; the old server was not touched`);
    process.exit(1);
  }
  renameSync(draft, folder);
  return folder;
}

async function stop() {
  const { pidFile } = stateFiles();
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  for (const [signal, patience] of /** @type {const} */ ([
    ['SIGTERM', 10_000],
    ['SIGKILL', 5_000],
  ])) {
    if (!runs(pid)) break;
    process.kill(pid, signal);
    for (let waited = 0; waited < patience && runs(pid); waited += 100) await sleep(100);
  }
  if (runs(pid)) throw new Error(`process ${pid} does not end`);
  rmSync(pidFile, { force: true });
}

/**
 * Whether the process is there and is Unleash. Its number may belong to another process since the machine was started
 * again, and in a container nothing may fetch what an ended process leaves behind: Linux then still lists it, without a
 * command line.
 * @param {number} pid
 */
function runs(pid) {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('unleash-server');
  } catch {
    return false;
  }
}

function stateFiles() {
  const state = required('UNLEASH_STATE');
  mkdirSync(state, { recursive: true });
  return { state, pidFile: join(state, 'unleash.pid'), logFile: join(state, 'unleash.log') };
}

/**
 * Releases 7 and later have a program to start; older ones are a library.
 * @param {string} folder
 * @param {string} version
 */
function start(folder, version) {
  const { state, pidFile, logFile } = stateFiles();
  const library = join(folder, 'node_modules', 'unleash-server');
  const program = join(library, 'dist', 'server.js');
  const command =
    Number(version.split('.')[0]) >= 7 ? [program] : ['-e', `require(${JSON.stringify(library)}).start({})`];
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, command, {
    cwd: state,
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      HOME: state,
      DATABASE_URL: required('DATABASE_URL'),
      DATABASE_SSL: 'false',
      PORT: required('UNLEASH_PORT'),
      HTTP_HOST: '127.0.0.1',
      INIT_ADMIN_API_TOKENS: `*:*.${required('UNLEASH_ADMIN_TOKEN')}`,
      CHECK_VERSION: 'false',
      SEND_TELEMETRY: 'false',
    },
  });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`Unleash ${version} could not be started`);
  writeFileSync(pidFile, `${child.pid}\n`);
  child.unref();
}
