import { listed, noted, type Obstacle, quotedList, refused } from '../obstacle.ts';
import { lacking, readRights } from './rights.ts';
import type { Session } from './session.ts';
import { listTables, type Table } from './tables.ts';
import type { Tools } from './tools.ts';

/** What in production's database prevents a backup, or is worth mentioning before one. */
export async function obstaclesToBackingUp(session: Session, tools: Tools): Promise<Obstacle[]> {
  const tables = await listTables(session);
  return [
    ...(await rightsMissing(session)),
    ...(await brokenViews(session)),
    ...ofTables(tables),
    ...history(tables, tools),
  ];
}

async function rightsMissing(session: Session): Promise<Obstacle[]> {
  const rights = await readRights(session);
  const missing =
    rights === undefined ? [] : lacking(rights, ['SELECT', 'LOCK TABLES', 'SHOW VIEW', 'TRIGGER', 'EVENT']);
  if (missing.length === 0) return [];
  return [
    refused({
      happened: `The user of the configuration lacks ${missing.join(', ')} on the database.`,
      means: 'A backup would stop there, or lack triggers or events without a word.',
      next: `Let an administrator run: GRANT ${missing.join(', ')} ON the database.* TO the user. It locks tables only for the moment in which a backup starts.`,
    }),
  ];
}

/** The server itself says so in their comments. */
async function brokenViews(session: Session): Promise<Obstacle[]> {
  const views = await session.query<{ name: string }>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'VIEW' AND TABLE_COMMENT LIKE '%references invalid%'`,
  );
  if (views.length === 0) return [];
  return [
    refused({
      happened: `These views refer to what does not exist, or belong to a user that does not: ${quotedList(views.map(({ name }) => name))}.`,
      means: 'A dump stops at such a view, so no backup could be taken.',
      next: 'Correct or drop them on production (SHOW CREATE VIEW shows what they refer to).',
    }),
  ];
}

function ofTables(tables: readonly Table[]): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const locked = tables.filter(({ isTransactional }) => !isTransactional);
  if (locked.length > 0) {
    obstacles.push(
      noted({
        happened: `These tables have no transactions: ${listed(locked.map(({ name, engine }) => `"${name}" (${engine})`))}.`,
        means: 'Whoever writes to them waits until a backup is taken; all other tables are written to meanwhile.',
        next: 'Where that takes too long: ALTER TABLE name ENGINE = InnoDB.',
      }),
    );
  }
  const floats = tables.flatMap(({ name, columns }) =>
    columns.filter(({ type }) => type === 'float').map((column) => `"${name}"."${column.name}"`),
  );
  if (floats.length > 0) {
    obstacles.push(
      noted({
        happened: `These columns are of type FLOAT: ${listed(floats)}.`,
        means: 'The server writes six digits of such a number, so any dump and any restore keeps no more.',
        next: 'Where more digits matter: ALTER TABLE name MODIFY column DOUBLE.',
      }),
    );
  }
  return obstacles;
}

/** https://mariadb.com/kb/en/mariadb-dump/: `--dump-history` came with 10.11. */
function history(tables: readonly Table[], { dump, made }: Tools): Obstacle[] {
  const versioned = tables.filter(({ isVersioned }) => isVersioned).map(({ name }) => name);
  if (versioned.length === 0 || made.number >= 1011) return [];
  return [
    refused({
      happened: `The server keeps the history of rows of ${quotedList(versioned)}, and ${dump} is version ${made.version}.`,
      means: 'It leaves that history out, so it would be lost by going back.',
      next: 'Install mariadb-dump 10.11 or later, or name its folder under "tools:".',
    }),
  ];
}
