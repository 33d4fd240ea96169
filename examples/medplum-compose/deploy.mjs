/**
 * Deploys Medplum by Docker Compose on this machine: one server, whose image is named by an exact version.
 *
 *   node deploy.mjs start VERSION
 *   node deploy.mjs stop
 *   node deploy.mjs logs
 *
 * From the environment: ENV_FILE, the file with the variables of one installation (see installation.env.example), and
 * MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS, which Staged Upgrade sets where migrations are to stay back and
 * leaves unset otherwise: compose.yml hands it on as it is.
 */
import { spawnSync } from 'node:child_process';

const [action, version] = process.argv.slice(2);
const file = process.env.ENV_FILE;

if (!file) fail('ENV_FILE is not set');
if (action === 'stop') {
  process.exitCode = compose(['stop', 'medplum']);
} else if (action === 'logs') {
  process.exitCode = compose(['logs', '--no-color', '--tail=2000', 'medplum']);
} else if (action === 'start' && version !== undefined) {
  // A tag that moves is another release tomorrow, and the path does not know of it.
  if (!/^\d+\.\d+\.\d+$/.test(version)) fail(`"${version}" is not an exact version such as 4.3.15`);
  const isThere = compose(['pull', '--quiet', 'medplum'], version) === 0;
  process.exitCode = isThere ? start(version) : 1;
} else {
  fail('usage: deploy.mjs start VERSION | stop | logs');
}

/**
 * The image is there before the old server is stopped. A server that refuses to start says why in its log.
 * @param {string} version
 */
function start(version) {
  const status = compose(['up', '--detach', '--no-deps', '--wait', '--wait-timeout', '300', 'medplum'], version);
  if (status !== 0) compose(['logs', '--no-color', '--no-log-prefix', '--tail=50', 'medplum'], version);
  return status;
}

/**
 * @param {readonly string[]} parameters
 * @param {string} [version]
 */
function compose(parameters, version) {
  const ended = spawnSync('docker', ['compose', '--env-file', String(file), ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(version === undefined ? { MEDPLUM_TAG: 'none' } : { MEDPLUM_TAG: version }) },
  });
  if (ended.error) console.error(ended.error.message);
  return ended.status ?? 1;
}

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  console.error(why);
  process.exit(2);
}
