import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Configuration } from './configuration.ts';
import { manifestOf, schemaVersionOf } from './releases.ts';

export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [name: string]: unknown;
}

/** Resources that the stand-in keeps, each in a table of its own and with its history in another, as the server does. */
export const resourceTypes = [
  ...['Agent', 'AsyncJob', 'Binary', 'Bot', 'ClientApplication', 'Observation', 'Patient', 'Practitioner'],
  ...['Communication', 'DocumentReference', 'Media'],
  ...['Project', 'ProjectMembership', 'Subscription', 'User', 'Login', 'JsonWebKey', 'DomainConfiguration'],
] as const;

export interface Database {
  /** Runs the migrations of the schema that this release brings; those that ran stay, whatever happens later. */
  runPreDeployMigrations(): Promise<void>;
  /** The last completed post-deploy migration; on first boot, the newest that the release knows. */
  dataVersion(): Promise<number>;
  completeDataVersion(version: number): Promise<void>;
  read(type: string, id: string): Promise<Resource | undefined>;
  list(type: string): Promise<readonly Resource[]>;
  write(resource: Resource): Promise<Resource>;
  remove(type: string, id: string): Promise<void>;
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
}

export async function openDatabase(release: string, { database }: Configuration): Promise<Database> {
  const pool = new pg.Pool({
    host: database.host,
    port: database.port,
    database: database.dbname,
    user: database.username,
    password: database.password,
    max: 4,
  });
  pool.on('error', () => undefined);
  const query: Database['query'] = async (text, values = []) => (await pool.query(text, [...values])).rows;
  const state = async () => (await query('SELECT version, "dataVersion" FROM "DatabaseMigration" WHERE id = 1'))[0];
  return {
    runPreDeployMigrations: async () => {
      await query(`CREATE TABLE IF NOT EXISTS "DatabaseMigration"
        (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, "dataVersion" INTEGER NOT NULL, "firstBoot" BOOLEAN NOT NULL DEFAULT false)`);
      const newest = manifestOf(release).at(-1)?.version ?? 0;
      await query(`INSERT INTO "DatabaseMigration" VALUES (1, 0, ${newest}, true) ON CONFLICT DO NOTHING`);
      const from = Number((await state())?.version);
      for (let step = from + 1; step <= schemaVersionOf(release); step++) {
        for (const type of resourceTypes) await query(schemaStep(type, step, from === 0));
        await query('UPDATE "DatabaseMigration" SET version = $1', [step]);
      }
    },
    dataVersion: async () => {
      const exists = await query(`SELECT to_regclass('"DatabaseMigration"') AS found`);
      return exists[0]?.found === null ? Number.POSITIVE_INFINITY : Number((await state())?.dataVersion ?? Infinity);
    },
    completeDataVersion: async (version) => {
      await query('UPDATE "Patient" SET __version = $1', [version]);
      await query('UPDATE "DatabaseMigration" SET "dataVersion" = $1, "firstBoot" = false', [version]);
    },
    read: async (type, id) => {
      const rows = await query(`SELECT content FROM "${type}" WHERE id = $1 AND NOT deleted`, [id]);
      return rows[0] === undefined ? undefined : JSON.parse(String(rows[0].content));
    },
    list: async (type) => {
      const rows = await query(`SELECT content FROM "${type}" WHERE NOT deleted ORDER BY "lastUpdated" DESC, id`);
      return rows.map(({ content }) => JSON.parse(String(content)));
    },
    write: async (resource) => {
      const meta = { versionId: randomUUID(), lastUpdated: new Date().toISOString() };
      const written = { ...resource, meta };
      const values = [resource.id, JSON.stringify(written), meta.lastUpdated];
      await query(
        `INSERT INTO "${resource.resourceType}" (id, content, "lastUpdated") VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET content = $2, "lastUpdated" = $3, deleted = false`,
        values,
      );
      await query(
        `INSERT INTO "${resource.resourceType}_History" ("versionId", id, content, "lastUpdated") VALUES ($4, $1, $2, $3)`,
        [...values, meta.versionId],
      );
      return written;
    },
    remove: async (type, id) => {
      await query(`UPDATE "${type}" SET deleted = true, content = '' WHERE id = $1`, [id]);
    },
    query,
    end: () => pool.end(),
  };
}

/** What a new minor adds is tolerated by the previous one. */
function schemaStep(type: string, step: number, isFirstBoot: boolean): string {
  const create = `
    CREATE TABLE IF NOT EXISTS "${type}" (id UUID PRIMARY KEY, content TEXT NOT NULL, "lastUpdated" TIMESTAMPTZ NOT NULL,
      deleted BOOLEAN NOT NULL DEFAULT false, __version INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS "${type}_History" ("versionId" UUID PRIMARY KEY, id UUID NOT NULL, content TEXT NOT NULL,
      "lastUpdated" TIMESTAMPTZ NOT NULL)`;
  return isFirstBoot ? create : `${create}; ALTER TABLE "${type}" ADD COLUMN IF NOT EXISTS "__schema${step}" TEXT`;
}
