import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const sealed = z.object({ item: z.string() });

/** The items of all records in a database of the sample server, in whichever notation each row is. */
export function itemsIn(database: DatabaseSync): Set<string> {
  const columns = database.prepare("SELECT name FROM pragma_table_info('records')").all();
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  return new Set(
    database
      .prepare('SELECT * FROM records')
      .all()
      .map((row) => {
        if (has('content') && row.content !== null) return sealed.parse(JSON.parse(String(row.content))).item;
        if (has('item') && row.item !== null) return String(row.item);
        const label = String(row.label);
        return label.slice(0, label.lastIndexOf(', '));
      }),
  );
}
