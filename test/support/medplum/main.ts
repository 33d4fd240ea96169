import { createServer } from 'node:http';
import { accessTo, addSuperAdminClient } from './access.ts';
import { outcome, send } from './answer.ts';
import { behaviourIn } from './behaviour.ts';
import { type Cluster, joinCluster } from './cluster.ts';
import { readConfiguration } from './configuration.ts';
import { openDatabase } from './database.ts';
import { log } from './log.ts';
import { migrationsOf, pendingOf, refusal } from './migrations.ts';
import { isAtLeast } from './releases.ts';
import { answerTo } from './server.ts';

/**
 * A server that behaves as the releases of Medplum do: `main.ts <release> file:<configuration>|env`.
 *
 * MEDPLUM_STAND_IN_BEHAVIOUR names a file that says what goes wrong, MEDPLUM_STAND_IN_SCALE how long a second is.
 */
const [release = '', source = 'env'] = process.argv.slice(2);
const { MEDPLUM_STAND_IN_BEHAVIOUR: behaviour, MEDPLUM_STAND_IN_SCALE: scale = '1' } = process.env;
const configuration = readConfiguration(release, source, process.env);
const database = await openDatabase(release, configuration);

try {
  await refuse('4.2.0', false);
  await database.runPreDeployMigrations();
  await refuse('4.2.0', true);
} catch (error) {
  log('ERROR', 'Database schema migration error', { error: String(error) });
  await database.end();
  process.exit(1);
}

/** Before a release, the check came first; from it on, what the schema needs is there when the server refuses. */
async function refuse(since: string, isSince: boolean): Promise<void> {
  if (isAtLeast(release, since) !== isSince || process.env.NODE_ENV !== 'production') return;
  const why = refusal(release, await pendingOf(release, database));
  if (why !== undefined) throw new Error(why);
}

const { defaultSuperAdminClientId: id, defaultSuperAdminClientSecret: secret } = configuration;
const isFirstBoot = (await database.list('Project')).length === 0;
if (isFirstBoot && isAtLeast(release, '5.0.0') && id !== undefined && secret !== undefined)
  await addSuperAdminClient(database, id, secret);

const cluster: { joined?: Cluster } = {};
const migrations = migrationsOf({
  release,
  configuration,
  database,
  queue: async (job) => await cluster.joined?.queue(job),
});
cluster.joined = await joinCluster({
  release,
  configuration,
  database,
  behaviour,
  scale: Number(scale),
  completed: () => migrations.next(),
});
await migrations.begin();

const access = accessTo(database, () => Date.now() + behaviourIn(behaviour).secondsAhead * 1000);
const server = createServer((request, response) => {
  answerTo(request, { release, configuration, database, access, migrations }).then(
    (answer) => send(response, answer),
    (error: unknown) => {
      log('ERROR', 'Unhandled error', { error: String(error) });
      send(response, outcome(500, 'Internal server error'));
    },
  );
});
// A connection that is kept must not end just when the next request is sent.
server.keepAliveTimeout = 0;
// A pod has an address of its own.
server.listen(configuration.port, process.env.POD_IP ?? '127.0.0.1', () =>
  log('INFO', 'Server started', { port: configuration.port }),
);

process.once('SIGTERM', () => {
  log('INFO', 'Shutting down');
  server.close();
  server.closeAllConnections();
  void (cluster.joined?.stop() ?? Promise.resolve()).finally(() => process.exit(0));
});
