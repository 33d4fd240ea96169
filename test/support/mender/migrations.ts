import type { Db, MongoClient } from 'mongodb';
import { z } from 'zod';
import { type Behaviour, minorText } from './behaviour.ts';
import { minorOf, minors, type Service } from './services.ts';

const info = z.object({ version: z.object({ major: z.number(), minor: z.number(), patch: z.number() }) });

/** The numerically highest version in `migration_info`; `0.0.0` where there is none. */
export async function versionOf(database: Db): Promise<string> {
  const found = await database.collection('migration_info').find().toArray();
  const versions = found.map((document) => {
    const { major, minor, patch } = info.parse(document).version;
    return [major, minor, patch] as const;
  });
  const [highest = [0, 0, 0]] = versions.toSorted(
    (one, other) => other[0] - one[0] || other[1] - one[1] || other[2] - one[2],
  );
  return highest.join('.');
}

export function isOlder(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The migrations of a service up to a release, in order. */
function stepsTo(service: Service, release: string): readonly string[] {
  const until = minors.indexOf(minorOf(release));
  return [...new Set(minors.slice(0, until + 1).map((minor) => service.versions[minor]))];
}

export interface Asked {
  readonly release: string;
  readonly services: readonly Service[];
}

/** @returns the exit code of the first service whose migration fails */
export async function migrate(
  client: MongoClient,
  { release, services, behaviour }: Asked & { readonly behaviour: Behaviour },
): Promise<number> {
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  const present = databases.map(({ name }) => name);
  for (const service of services) {
    const tenants = present.filter((name) => name.startsWith(`${service.database}-`));
    const failed = await migrateService(client, { service, release, behaviour, names: [service.database, ...tenants] });
    if (failed) return service.exitCode;
  }
  return 0;
}

interface ServiceMigration {
  readonly service: Service;
  readonly release: string;
  readonly behaviour: Behaviour;
  /** Its own database, and those of its tenants. */
  readonly names: readonly string[];
}

/** @returns whether one has failed */
async function migrateService(
  client: MongoClient,
  { service, release, behaviour, names }: ServiceMigration,
): Promise<boolean> {
  for (const name of names) {
    const database = client.db(name);
    for (const version of stepsTo(service, release)) {
      if (!isOlder(await versionOf(database), version)) continue;
      const failure = behaviour.fails[`${service.name} ${minorText(release)}`];
      if (failure !== undefined) {
        console.error(`failed to run migrations: ${service.name}: ${failure}`);
        return true;
      }
      const [major, minor, patch] = version.split('.').map(Number);
      // Each changes what it finds: a restore must bring back what was there before.
      if (service.name === 'deviceauth')
        await database.collection('devices').updateMany({}, { $set: { schema: version } });
      await database
        .collection('migration_info')
        .insertOne({ version: { major, minor, patch }, timestamp: new Date() });
    }
  }
  return false;
}

/** Why a service does not start on its database. A newer one is accepted silently. */
export async function refusal(client: MongoClient, { release, services }: Asked): Promise<string | undefined> {
  for (const { database, versions } of services) {
    const [has, needs] = [await versionOf(client.db(database)), versions[minorOf(release)]];
    if (isOlder(has, needs)) return `db needs migration: ${database} has version ${has}, needs version ${needs}`;
  }
  return undefined;
}
