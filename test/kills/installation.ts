import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { answersFrom } from '../../src/init/answers.ts';
import { renderConfiguration } from '../../src/init/render/configuration.ts';
import { shippedProducts } from '../../src/products/registry.ts';
import { sampleServer } from '../e2e/sample-server.ts';
import { freePort } from '../support/ports.ts';
import { type Side, sideOf } from './side.ts';

const root = resolve(import.meta.dirname, '../..');
const records = 400;

/** The sample as a user has it: two servers, a folder with the configuration, and folders for backups and journal. */
export interface Installation {
  readonly folder: string;
  /** Where the commands are run. */
  readonly repository: string;
  /** The journal's folder of the system. */
  readonly journal: string;
  readonly backups: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly production: Side;
  readonly staging: Side;
  /** Stops the servers. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** How long a killed run keeps others from acting, in milliseconds: its lease and the tolerance for clocks. */
export const leaseTolerance = 1000;
export const shortLease = 'lock: { lease: 2s, clock-tolerance: 1s }';
/** Of a test in which nobody waits until a lease has ended: it must not end while the machine does something else. */
const longLease = 'lock: { lease: 15m, clock-tolerance: 2m }';

/** @param from what production runs */
export async function install(from: string, lock = longLease): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-kills-'));
  const repository = join(folder, 'repository');
  const journal = join(folder, 'journal/sample');
  const backups = join(folder, 'backups');
  for (const each of [journal, backups]) await mkdir(each, { recursive: true, mode: 0o700 });
  await cp(join(root, 'examples/sample'), repository, { recursive: true, filter: (path) => !path.endsWith('.github') });
  await writeFile(join(repository, 'staged-upgrade.yml'), await configuration(lock));
  const side = async (name: string): Promise<Side> => {
    const state = join(folder, name);
    await mkdir(state);
    const token = `a-token-of-${name}`;
    return sideOf(sampleServer({ program: repository, folder: state, port: await freePort(), token }), token);
  };
  const [production, staging] = [await side('production'), await side('staging')];
  await production.server.climb(from);
  await production.server.seed(records);
  const stop = async (): Promise<void> => {
    await production.server.stop();
    await staging.server.stop();
  };
  return {
    folder,
    repository,
    journal,
    backups,
    production,
    staging,
    environment: {
      // The servers run on the Node.js that runs this, whatever else the machine has.
      PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
      SAMPLE_PRODUCTION_STATE: production.server.folder,
      SAMPLE_PRODUCTION_PORT: String(production.server.port),
      SAMPLE_PRODUCTION_ADMIN_TOKEN: 'a-token-of-production',
      SAMPLE_STAGING_STATE: staging.server.folder,
      SAMPLE_STAGING_PORT: String(staging.server.port),
      SAMPLE_STAGING_ADMIN_TOKEN: 'a-token-of-staging',
      SAMPLE_BACKUPS: backups,
      SAMPLE_JOURNAL: dirname(journal),
      SAMPLE_MIGRATION_PAUSE: '15',
      XDG_STATE_HOME: join(folder, 'state'),
    },
    stop,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** What `init` writes for the sample, with leases so short that one need not wait a quarter of an hour after each kill. */
async function configuration(lock: string): Promise<string> {
  const asked = { product: 'sample', journal: '${SAMPLE_JOURNAL}' };
  const written = renderConfiguration(await answersFrom(asked, shippedProducts, undefined));
  return `${written}${lock}\nacknowledge: [readers-of-place]\n`;
}
