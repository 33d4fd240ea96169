import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { installStages } from '../stages/installation.ts';
import { missingMariadb, startMariadb } from '../support/mariadb.ts';

/* A path of stages on a MariaDB database, with the real commands: backed up, restored, compared, deployed, and the old backups removed. */

const script = join(import.meta.dirname, 'mysql-clinic.ts');
const run = (act: string, ...words: string[]) => ({
  command: { run: [process.execPath, script, act, '{access.database}', ...words] },
});
const product = {
  name: 'clinic',
  title: 'The clinic',
  access: { database: { description: 'The address of the database.' } },
  stages: ['old', 'dated', 'split'].map((name, at) => ({
    name,
    title: `Stage ${name}`,
    reason: `The clinic needs ${name}.`,
    reached: run('reached', name),
    ...(at > 0 && { deploy: run('reach', '{to}') }),
  })),
  smoke: [{ name: 'there are visits', ...run('whole') }],
};

test('a MariaDB database climbs two stages, each rehearsed on a proved copy', {
  skip: await missingMariadb(),
}, async (t) => {
  const server = await startMariadb();
  t.after(() => server.stop());
  await server.sql('', 'CREATE DATABASE clinic', 'CREATE DATABASE clinic_staging');
  await server.sql(
    'clinic',
    'CREATE TABLE clinic_stage (name varchar(20) NOT NULL)',
    "INSERT INTO clinic_stage VALUES ('old')",
    'CREATE TABLE visits (id int AUTO_INCREMENT PRIMARY KEY, seen datetime, note mediumtext)',
    "INSERT INTO visits (seen, note) SELECT '2026-01-01' + INTERVAL seq HOUR, CONCAT('visit ', seq) FROM seq_1_to_500",
    'CREATE TRIGGER seen_now BEFORE INSERT ON visits FOR EACH ROW SET NEW.seen = COALESCE(NEW.seen, NOW())',
  );
  const environment = (side: string) => ({
    access: { database: `\${${side}_DATABASE_URL}` },
    data: { mysql: { url: `\${${side}_DATABASE_URL}` } },
    // It is not a server: nothing is to be started or stopped around a restore.
    deploy: { command: { run: [process.execPath, '--version', '{version}'], stop: [process.execPath, '--version'] } },
  });
  const system = await installStages(
    t,
    product,
    {
      system: 'clinic',
      environments: {
        production: environment('PRODUCTION'),
        staging: {
          disposable: true,
          ...environment('STAGING'),
          hooks: { scrub: { waive: 'The visits are invented.' } },
        },
      },
      backup: { store: { folder: { path: 'backups' } }, keep: { newest: 1 } },
    },
    { PRODUCTION_DATABASE_URL: server.url('clinic'), STAGING_DATABASE_URL: server.url('clinic_staging') },
  );
  const refused = await system.run('climb', '--yes');
  assert.equal(refused.exitCode, 5, refused.text);
  assert.match(refused.text, /not been marked as disposable/);
  const marked = await system.run('mark-disposable', '--confirm', 'clinic_staging');
  assert.equal(marked.exitCode, 0, marked.text);
  const first = await system.run('climb', '--yes', '--until', 'dated');
  assert.equal(first.exitCode, 0, first.text);
  // What stops a server does here: whatever answered on staging answers no more.
  await server.sql('clinic_staging', 'DROP TABLE clinic_stage');
  const climbed = await system.run('climb', '--yes');
  assert.equal(climbed.exitCode, 0, climbed.text);
  for (const name of ['clinic', 'clinic_staging']) {
    assert.deepEqual(await server.sql(name, 'SELECT name FROM clinic_stage'), [{ name: 'split' }]);
    assert.deepEqual(await server.sql(name, 'SELECT COUNT(*) AS notes FROM notes'), [{ notes: 500 }]);
  }
  const events = await system.events();
  const of = (type: string) => events.filter((event) => event.type === type);
  assert.ok(of('restored').length >= 2, JSON.stringify(events.map(({ type }) => type)));
  // Retention in a real run: what was removed is recorded, and what is left can be opened.
  const taken = of('backed-up').map(({ backup }) => String(backup));
  const removed = of('backups-removed').flatMap(({ backups }) => (Array.isArray(backups) ? backups : []));
  const left = (await readdir(join(system.folder, 'backups'), { recursive: true })).filter((path) =>
    path.endsWith('manifest.json'),
  );
  assert.ok(removed.length > 0, `${taken.length} backups were taken`);
  assert.equal(left.length, taken.length - removed.length);
  assert.ok(
    left.some((path) => path.includes(taken.at(-1) ?? '-')),
    left.join(),
  );
});
