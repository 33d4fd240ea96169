import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import type { TestEngine } from '../support/docker.ts';
import { freePort } from '../support/ports.ts';
import { replicaAddresses, startProxy } from './medplum-proxy.ts';
import type { MedplumSide, MedplumWorld, Side } from './medplum-world.ts';

const root = resolve(import.meta.dirname, '../..');
/** Where the image of Medplum has its program: `entrypoint` of the example's Compose file. */
const program = 'packages/server/dist/index.js';

/** Where a replica has written its address. */
const addressFile = '/tmp/address';

/**
 * On the machine's own network a replica has no address of its own: the image uses the first free one, as long
 * as it runs. Without a port for that there is one server, at the usual address.
 */
const takeAddress = `
const { REPLICA_PORT } = process.env;
const held = (host) => new Promise((resolve) => {
  const lock = require('node:net').createServer();
  lock.once('error', () => resolve(false));
  lock.listen(Number(REPLICA_PORT), host, () => resolve(true));
});
const own = async () => {
  for (const host of ${JSON.stringify(replicaAddresses)}) if (await held(host)) return host;
  throw new Error('no address is left');
};
const address = async () => REPLICA_PORT === undefined ? '127.0.0.1' : await own();
`;

/** Images that are named as Medplum's are, and run the stand-in with Node.js of this machine. */
export async function makeMedplumImages(engine: TestEngine, releases: readonly string[]): Promise<void> {
  for (const release of releases) {
    const start = `${takeAddress}
address().then((host) => {
  process.env.POD_IP = host;
  require('node:fs').writeFileSync(${JSON.stringify(addressFile)}, host);
  process.argv.splice(2, 0, ${JSON.stringify(release)});
  return import(${JSON.stringify(join(root, 'test/support/medplum/main.ts'))});
});
`;
    const files = { [program]: start, 'packages/server/dist/otel/instrumentation.js': '' };
    await engine.image(`medplum/medplum-server:${release}`, { files, command: ['node', program] });
  }
}

/** Its own answer, whichever replica it is. */
const healthOfOwn = `fetch('http://' + require('node:fs').readFileSync('${addressFile}', 'utf8') + ':' + process.env.MEDPLUM_PORT + '/healthcheck')`;

/** What goes into the Compose file where production has two servers behind a proxy. */
const twice = stringify({
  services: { medplum: { deploy: { replicas: 2 }, environment: { REPLICA_PORT: '${REPLICA_PORT}' } } },
});

/** The database and Redis are on this machine, and so is what an image would hold. */
const machine = stringify({
  services: {
    medplum: {
      network_mode: 'host',
      working_dir: '/',
      stop_grace_period: '5s',
      environment: {
        PATH: dirname(process.execPath),
        MEDPLUM_PORT: '${MEDPLUM_HTTP_PORT}',
        MEDPLUM_BINARY_STORAGE: 'file:/usr/src/medplum/binary',
        MEDPLUM_DATABASE_HOST: '127.0.0.1',
        MEDPLUM_DATABASE_PORT: '${DATABASE_PORT}',
        MEDPLUM_REDIS_HOST: '127.0.0.1',
        MEDPLUM_REDIS_PORT: '${REDIS_PORT}',
        MEDPLUM_STAND_IN_SCALE: '${MEDPLUM_STAND_IN_SCALE}',
      },
      volumes: [dirname(process.execPath), '/lib', '/lib64', '/usr/lib', root].map((path) => `${path}:${path}:ro`),
      healthcheck: {
        test: ['CMD', 'node', '-e', `${healthOfOwn}.then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))`],
        // Each look starts a program in the container, which takes a while on a busy machine.
        interval: '3s',
        timeout: '2m',
      },
    },
  },
})
  // What the example says of its own network does not go with that of the machine.
  .replace('network_mode: host', 'network_mode: host\n    ports: !reset []');

/**
 * The same world with the example's way of deploying; production runs `release` in two containers behind a proxy, which
 * are replaced one after the other.
 */
export async function inCompose(world: MedplumWorld, engine: TestEngine, release: string): Promise<void> {
  await writeFile(join(world.repository, 'machine.yml'), machine);
  await writeFile(join(world.repository, 'twice.yml'), twice);
  const replicaPort = await freePort();
  const example = parseDocument(
    await readFile(join(root, 'examples/medplum-compose/.github/staged-upgrade.yml'), 'utf8'),
  );
  for (const side of ['production', 'staging'] as const) {
    const deploy: unknown = example.getIn(['environments', side, 'deploy']);
    await world.configure(['environments', side, 'deploy'], deploy);
    const place = ['environments', side, 'deploy', 'compose'];
    await world.configure([...place, 'file'], filesOf[side]);
    await world.configure([...place, 'pull'], 'missing');
    await world.configure([...place, 'ready'], { within: '10m', stable: '500ms' });
    await world.configure(['environments', side, 'hooks', 'logs'], undefined);
    await writeFile(envFile(world, side), `${variablesOf(world[side], release)}REPLICA_PORT=${replicaPort}\n`);
  }
  const rolling = ['environments', 'production', 'deploy', 'compose'];
  await world.configure([...rolling, 'strategy'], 'rolling');
  const said = `${healthOfOwn}.then((r) => r.json()).then((body) => console.log(body.version))`;
  await world.configure(
    [...rolling, 'read-back'],
    [{ run: ['medplum', 'node', '-e', said], expect: ['{version}'], same: true }],
  );
  world.atEnd(async () => {
    for (const side of ['production', 'staging'] as const)
      await engine.docker(...composeArguments(world, side), 'down', '--timeout', '1');
  });
  await world.production.stop();
  const proxy = await startProxy(Number(new URL(world.production.address).port));
  world.atEnd(() => proxy.stop());
  await engine.docker(...composeArguments(world, 'production'), 'up', '--detach', '--no-deps', '--wait', 'medplum');
}

const filesOf: Readonly<Record<Side, readonly string[]>> = {
  production: ['compose.yml', 'machine.yml', 'twice.yml'],
  staging: ['compose.yml', 'machine.yml'],
};

export function envFile({ variables }: MedplumWorld, side: Side): string {
  return variables[`${side.toUpperCase()}_ENV_FILE`] ?? '';
}

function composeArguments(world: MedplumWorld, side: Side): readonly string[] {
  const files = filesOf[side].flatMap((file) => ['--file', join(world.repository, file)]);
  return ['compose', '--project-name', `medplum-${side}`, ...files, '--env-file', envFile(world, side)];
}

function variablesOf({ address, variables }: MedplumSide, release: string): string {
  const all = {
    BASE_URL: `${address}/`,
    MEDPLUM_TAG: release,
    MEDPLUM_HTTP_PORT: variables.MEDPLUM_PORT,
    DATABASE_PORT: variables.MEDPLUM_DATABASE_PORT,
    DATABASE_PASSWORD: variables.MEDPLUM_DATABASE_PASSWORD,
    REDIS_PORT: variables.MEDPLUM_REDIS_PORT,
    REDIS_PASSWORD: 'none-is-asked-for',
    BINARY_STORAGE: (variables.MEDPLUM_BINARY_STORAGE ?? '').replace('file:', ''),
    SUPER_ADMIN_CLIENT_ID: 'made-by-hand',
    SUPER_ADMIN_CLIENT_SECRET: 'made-by-hand',
    MEDPLUM_STAND_IN_SCALE: variables.MEDPLUM_STAND_IN_SCALE,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
