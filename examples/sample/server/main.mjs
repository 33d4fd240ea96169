// @ts-check
import { DataMigrations } from './data-migrations.mjs';
import { Database } from './database.mjs';
import { faultsFor } from './faults.mjs';
import { createApi } from './http.mjs';
import { log } from './log.mjs';
import { readSettings } from './settings.mjs';

/** A server of equipment records that is as strict about its upgrades as real ones are. See ../README.md. */
function main() {
  const settings = readSettings(process.env);
  const faults = faultsFor(settings.version, settings.faults, settings.faultsFile);
  log('INFO', 'Starting', { version: settings.version, pid: process.pid });
  if (faults('start-fails') !== undefined) throw new Error('The server was told to fail at its start.');
  if (faults('start-hangs') !== undefined) {
    log('INFO', 'Waiting for a dependency');
    setInterval(() => undefined, 60_000);
    return;
  }

  const database = new Database(settings.data, settings.version);
  for (const id of database.runPreDeployMigrations()) log('INFO', 'Ran pre-deploy migration', { version: `p${id}` });
  refuseWhenBehind(database);

  const migrations = new DataMigrations(database, settings, faults);
  const api = createApi({ settings, database, migrations, faults });
  api.on('error', (error) => stopWith('Cannot listen', error));
  api.listen(settings.port, settings.host, () => {
    const address = api.address();
    log('INFO', 'Listening', { port: typeof address === 'object' ? address?.port : settings.port });
    migrations.begin();
  });

  const end = async () => {
    log('INFO', 'Stopping');
    await migrations.stop();
    api.close(() => {
      database.close();
      process.exit(0);
    });
    api.closeAllConnections();
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

/** @param {Database} database */
function refuseWhenBehind(database) {
  const { version, release } = database;
  const behind = database.pending().find(({ id }) => release.requires(id));
  if (behind === undefined) return;
  throw new Error(
    `Unable to run this version of the server. Pending post-deploy migration v${behind.id} requires server at version ` +
      `${behind.since} <= version < ${behind.requiredBefore}, but current server version is ${version}`,
  );
}

/**
 * @param {string} msg
 * @param {unknown} error
 */
function stopWith(msg, error) {
  log('ERROR', msg, { error: String(error) });
  process.exitCode = 1;
  setImmediate(() => process.exit());
}

try {
  main();
} catch (error) {
  stopWith('Cannot start', error);
}
