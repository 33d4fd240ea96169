/** What a catalog or a table is read by: a session in a snapshot, without what else a session can do. */
export interface Reader {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}
