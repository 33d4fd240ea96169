/** What reads a catalog or a table: a session in a snapshot, without everything else a session can do. */
export interface Reader {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}
