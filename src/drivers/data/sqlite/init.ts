import type { InitKind } from '../../../core/interface/init-kind.ts';

export const sqliteInit: InitKind = {
  name: 'sqlite',
  title: 'SQLite, a file',
  settings: { file: { usual: '${{PREFIX}{SIDE}_DATABASE_FILE}', scriptVariable: 'DATABASE_FILE' } },
  scrubExamples: [
    `sqlite3 -bail "$DATABASE_FILE" "UPDATE users SET email = 'user-' || id || '@example.invalid'"`,
    `sqlite3 -bail "$DATABASE_FILE" "DELETE FROM webhooks"`,
  ],
};
