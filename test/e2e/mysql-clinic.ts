/* An application of the tests on MySQL or MariaDB: its stage is stored in its own database. */
import { createConnection, type RowDataPacket } from 'mysql2/promise';

const [act = '', url = '', stage = ''] = process.argv.slice(2);
const stages = ['old', 'dated', 'split'];
const steps = new Map([
  ['dated', 'ALTER TABLE visits ADD COLUMN day date; UPDATE visits SET day = DATE(seen)'],
  [
    'split',
    `CREATE TABLE notes (visit int PRIMARY KEY, text mediumtext, FOREIGN KEY (visit) REFERENCES visits (id));
     INSERT INTO notes SELECT id, note FROM visits; ALTER TABLE visits DROP COLUMN note`,
  ],
]);

const database = await createConnection({ uri: url, multipleStatements: true });
const asked = async (sql: string): Promise<unknown> =>
  (await database.query<RowDataPacket[]>({ sql, rowsAsArray: true }))[0][0]?.[0];

try {
  const now = String(await asked('SELECT name FROM clinic_stage'));
  if (act === 'reached') process.exitCode = stages.indexOf(now) >= stages.indexOf(stage) ? 0 : 1;
  if (act === 'whole') process.exitCode = Number(await asked('SELECT COUNT(*) FROM visits')) > 0 ? 0 : 1;
  if (act === 'reach') {
    await database.query(steps.get(stage) ?? '');
    await database.query('UPDATE clinic_stage SET name = ?', [stage]);
  }
} finally {
  await database.end();
}
