import { countText } from '../messages/quantities.ts';
import type { Fingerprint } from './fingerprint.ts';

/** How much one data store holds, or several together. */
export interface Contents {
  readonly tables: number;
  readonly rows: number;
  readonly files?: number;
}

export function contentsOf({ tables, folders }: Fingerprint): Contents {
  return {
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    ...(folders && { files: folders.reduce((sum, folder) => sum + folder.files, 0) }),
  };
}

export function together(all: readonly Contents[]): Contents {
  const files = all.flatMap((each) => each.files ?? []);
  return {
    tables: all.reduce((sum, { tables }) => sum + tables, 0),
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    ...(files.length === 0 ? {} : { files: files.reduce((sum, each) => sum + each, 0) }),
  };
}

/** `3 tables, 120 rows`, `7 files`, or both. */
export function countsText({ tables, rows, files }: Contents): string {
  const ofFiles = files === undefined ? [] : [countText(files, 'file')];
  const ofDatabases = files !== undefined && tables === 0 ? [] : [countText(tables, 'table'), countText(rows, 'row')];
  return [...ofDatabases, ...ofFiles].join(', ');
}

/** `3 tables with 120 rows`, `7 files`, or both. */
export function contentsText({ tables, rows, files }: Contents): string {
  const ofDatabases = `${countText(tables, 'table')} with ${countText(rows, 'row')}`;
  if (files === undefined) return ofDatabases;
  return tables === 0 ? countText(files, 'file') : `${ofDatabases} and ${countText(files, 'file')}`;
}
