import { literal } from './server.ts';
import type { Session } from './session.ts';

/** A table of the database with rows of its own: not a view. */
export interface Table {
  readonly name: string;
  readonly engine: string;
  /** Whether a transaction sees it as it was at one instant. */
  readonly isTransactional: boolean;
  /** MariaDB keeps former versions of its rows. */
  readonly isVersioned: boolean;
  readonly bytes: number;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly name: string;
  /** `varchar`, `longblob`. */
  readonly type: string;
  readonly isNullable: boolean;
  readonly isCounter: boolean;
}

/** Engines with transactions; with all others (MyISAM, Aria, MEMORY, CSV, ARCHIVE) each reader sees the present state. */
const transactional = ['innodb', 'rocksdb', 'tokudb', 'ndbcluster', 'xtradb'];

export async function listTables(session: Session): Promise<Table[]> {
  const tables = await session.query<{
    name: string;
    type: string;
    engine: string | null;
    bytes: string | number | null;
  }>(
    `SELECT TABLE_NAME AS name, TABLE_TYPE AS type, ENGINE AS engine, DATA_LENGTH AS bytes FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
     ORDER BY BINARY TABLE_NAME`,
  );
  const columns = await session.query<{
    table_name: string;
    name: string;
    type: string;
    nullable: string;
    extra: string;
  }>(
    `SELECT TABLE_NAME AS table_name, COLUMN_NAME AS name, LOWER(DATA_TYPE) AS type, IS_NULLABLE AS nullable, EXTRA AS extra
     FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY BINARY TABLE_NAME, BINARY COLUMN_NAME`,
  );
  const byTable = Map.groupBy(columns, ({ table_name: table }) => table);
  return tables.map(({ name, type, engine, bytes }) => ({
    name,
    engine: engine ?? '',
    isTransactional: transactional.includes((engine ?? '').toLowerCase()),
    isVersioned: type === 'SYSTEM VERSIONED',
    bytes: Number(bytes ?? 0),
    columns: (byTable.get(name) ?? []).map((column) => ({
      name: column.name,
      type: column.type,
      isNullable: column.nullable === 'YES',
      isCounter: /auto_increment/i.test(column.extra),
    })),
  }));
}

/** MariaDB has sequences besides tables. */
export async function listSequences(session: Session): Promise<string[]> {
  const found = await session.query<{ name: string }>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = ${literal('SEQUENCE')} ORDER BY BINARY TABLE_NAME`,
  );
  return found.map(({ name }) => name);
}
