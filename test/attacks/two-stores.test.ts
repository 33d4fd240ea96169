import assert from 'node:assert/strict';
import { cp, mkdir, open, readdir, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { type AttackedSystem, attackedSystem, hop } from './attacked-system.ts';

/*
 * Staging has two data stores, each in a file of the folder that its variable leads to. Whatever is wrong with one of
 * them, the other one is not emptied either.
 */

const names = ['records', 'tasks'] as const;
type Name = (typeof names)[number];
const rowsOf = { live: { records: 3, tasks: 5 }, copy: { records: 1, tasks: 2 } } as const;

interface Attacked extends AttackedSystem {
  readonly live: string;
  readonly copy: string;
}

async function unprepared(t: TestContext): Promise<Attacked> {
  const ends: (() => unknown)[] = [];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  const holder = await attackedSystem(
    {
      dataOf: (folder) => names.map((name) => ({ name, sqlite: { file: `${folder}/${name}.sqlite` } })),
      production: 'live',
      staging: 'copy',
    },
    (end) => ends.push(end),
  );
  const folder = await realpath(holder.folder);
  for (const side of ['live', 'copy'] as const) {
    await mkdir(join(folder, side));
    for (const name of names) make(join(folder, side, `${name}.sqlite`), rowsOf[side][name]);
  }
  return { ...holder, folder, live: join(folder, 'live'), copy: join(folder, 'copy') };
}

/** Both of staging's are marked, each by itself, and production is backed up. */
async function prepared(t: TestContext): Promise<Attacked> {
  const system = await unprepared(t);
  for (const name of names) {
    const confirm = join(system.copy, `${name}.sqlite`);
    const marked = await system.ask('mark-disposable', system.copy, { data: name, confirm });
    assert.equal(marked.outcome, 'passed', marked.message?.happened);
  }
  await system.backUp();
  return system;
}

function make(file: string, rows: number): void {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE patients (name TEXT)');
  for (let row = 0; row < rows; row++) database.exec("INSERT INTO patients VALUES ('a patient')");
  database.close();
}

function rowsIn(file: string): number {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('SELECT count(*) AS rows FROM patients').get()?.rows);
  } finally {
    database.close();
  }
}

/** The files of a side: their content and which files they are. */
async function filesOf(folder: string): Promise<unknown[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sqlite')).sort();
  return Promise.all(
    files.map(async (name) => [name, await readFile(join(folder, name)), (await stat(join(folder, name))).ino]),
  );
}

/** A folder in which each of the two leads where it is said. */
async function ledTo(system: Attacked, places: Readonly<Record<Name, string>>): Promise<string> {
  const folder = join(
    system.folder,
    `led-${Object.values(places)
      .join('-')
      .replaceAll(/[^a-z]+/g, '-')}`,
  );
  await mkdir(folder);
  for (const name of names) await symlink(join(system.folder, places[name]), join(folder, `${name}.sqlite`));
  return folder;
}

async function refusedAt(system: Attacked, staging: string, why: RegExp): Promise<void> {
  const before = [await filesOf(system.live), await filesOf(system.copy)];
  const restored = await system.ask('restore', staging, { hop });
  assert.equal(restored.outcome, 'refused', restored.headline);
  assert.match(restored.message?.happened ?? '', why);
  assert.deepEqual([await filesOf(system.live), await filesOf(system.copy)], before, 'nothing is emptied');
}

test('both are backed up as one, and restored over what was marked', async (t) => {
  const system = await prepared(t);
  const done = await system.ask('restore', system.copy, { hop });
  assert.equal(done.outcome, 'passed', done.message?.happened);
  assert.match(done.headline, /: 2 tables with 8 rows, equal to the backup/);
  assert.deepEqual(
    names.map((name) => rowsIn(join(system.copy, `${name}.sqlite`))),
    [3, 5],
  );
  const entries = await system.entries();
  const taken = entries.flatMap(({ event }) => (event.type === 'backed-up' ? [event] : []));
  assert.deepEqual(
    taken.map(({ data }) => data?.map(({ name, location }) => [name, location.file])),
    [names.map((name) => [name, join(system.live, `${name}.sqlite`)])],
  );
  const backups = join(system.folder, 'backups');
  assert.deepEqual(await readdir(join(backups, taken[0]?.backup ?? '', 'data')), [...names]);
});

test('one of them leads to production, to its counterpart or to the other one', async (t) => {
  const system = await prepared(t);
  for (const [places, why] of [
    [
      { records: 'copy/records.sqlite', tasks: 'live/tasks.sqlite' },
      /The database "tasks" of staging is production's: /,
    ],
    [
      { records: 'copy/records.sqlite', tasks: 'live/records.sqlite' },
      /The database "tasks" of staging is production's "records": /,
    ],
  ] as const) {
    const staging = await ledTo(system, places);
    await refusedAt(system, staging, why);
    const marked = await system.ask('mark-disposable', staging, { data: 'tasks', confirm: `live/tasks.sqlite` });
    assert.equal(marked.outcome, 'refused', marked.headline);
    assert.match(marked.message?.happened ?? '', /it is production's database, or was/);
  }
});

test('one of them is not marked', async (t) => {
  const system = await prepared(t);
  make(join(system.folder, 'other.sqlite'), 7);
  const staging = await ledTo(system, { records: 'copy/records.sqlite', tasks: 'other.sqlite' });
  await refusedAt(system, staging, /The database "tasks" of staging .* is not marked as disposable/);
  assert.equal(rowsIn(join(system.folder, 'other.sqlite')), 7);
});

test('each leads to the other one', async (t) => {
  const system = await prepared(t);
  const staging = await ledTo(system, { records: 'copy/tasks.sqlite', tasks: 'copy/records.sqlite' });
  await refusedAt(
    system,
    staging,
    /The database "records" .* was marked as disposable as "tasks", but "records" points there now/,
  );
});

test('a backup of other stores than those configured is not restored', async (t) => {
  const system = await prepared(t);
  const file = join(system.folder, '.github/staged-upgrade.yml');
  const configuration = await readFile(file, 'utf8');
  await writeFile(file, configuration.replaceAll('"tasks"', '"jobs"'));
  const before = await filesOf(system.copy);
  await assert.rejects(
    system.ask('restore', system.copy, { hop }),
    /"environments\.production\.data" has changed since/,
  );
  assert.deepEqual(await filesOf(system.copy), before);
});

test('all are checked before one is marked, and what is typed is only for one', async (t) => {
  const system = await unprepared(t);
  assert.equal((await system.ask('plan', 'copy', { target: '1.1.0', operation: 'climb' })).outcome, 'passed');
  await assert.rejects(
    system.ask('mark-disposable', 'copy', { confirm: join(system.copy, 'records.sqlite') }),
    /staging has several stores of data: records, tasks\..* Mark each separately: .* --data records --confirm NAME/s,
  );
  await assert.rejects(
    system.ask('mark-disposable', 'copy', { data: 'task', confirm: 'x' }),
    /environments\.staging\.data has no "task".*Did you mean "tasks"\?/s,
  );
  const mixed = await ledTo(system, { records: 'copy/records.sqlite', tasks: 'live/tasks.sqlite' });
  assert.equal((await system.ask('mark-disposable', mixed)).outcome, 'refused');
  const wrong = { data: 'tasks', confirm: join(system.copy, 'records.sqlite') };
  const other = await system.ask('mark-disposable', 'copy', wrong);
  assert.match(
    other.message?.happened ?? '',
    /was typed, and "tasks" in environments\.staging\.data points to another one/,
  );
  for (const folder of [system.live, system.copy])
    assert.deepEqual((await readdir(folder)).sort(), ['records.sqlite', 'tasks.sqlite'], 'nothing is marked');
});

test("a mark on one of production's stops check and backup, and no half of a backup is kept", async (t) => {
  const system = await prepared(t);
  const kept = await readdir(join(system.folder, 'backups'));
  await cp(
    join(system.copy, 'tasks.sqlite.staged-upgrade-disposable'),
    join(system.live, 'tasks.sqlite.staged-upgrade-disposable'),
  );
  for (const command of ['check', 'backup'] as const) {
    const refused = await system.ask(command, 'copy', { hop, purpose: 'restore-point' });
    assert.equal(refused.outcome, 'refused', refused.headline);
  }
  const { message } = await system.ask('check', 'copy', { hop });
  assert.match(message?.happened ?? '', /The database "tasks" of production .* has a disposable mark/);
  assert.deepEqual(await readdir(join(system.folder, 'backups')), kept);
});

test('a backup with a part that cannot be taken does not count as a backup', async (t) => {
  const system = await unprepared(t);
  for (const name of names)
    await system.ask('mark-disposable', 'copy', { data: name, confirm: join(system.copy, `${name}.sqlite`) });
  assert.equal((await system.ask('plan', 'copy', { target: '1.1.0', operation: 'climb' })).outcome, 'passed');
  assert.equal((await system.ask('check', 'copy', { hop })).outcome, 'passed');
  await writeFile(join(system.live, 'tasks.sqlite'), 'no database at all, and long enough to be looked into');
  const failed = await system.ask('backup', 'copy', { hop, purpose: 'rehearsal' });
  assert.equal(failed.outcome, 'failed', failed.headline);
  assert.match(failed.message?.happened ?? '', /tasks\.sqlite/);
  assert.deepEqual(await readdir(join(system.folder, 'backups')), []);
});

test('a damaged part is found before the other one is emptied', async (t) => {
  const system = await prepared(t);
  const [id = ''] = await readdir(join(system.folder, 'backups'));
  const archive = join(system.folder, 'backups', id, 'data/tasks/database.sqlite');
  const bytes = await readFile(archive);
  bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200);
  await writeFile(archive, bytes);
  const before = await filesOf(system.copy);
  const restored = await system.ask('restore', 'copy', { hop });
  assert.equal(restored.outcome, 'failed', restored.headline);
  assert.match(restored.message?.happened ?? '', /"tasks\/database\.sqlite" .* has other content/);
  assert.deepEqual(await filesOf(system.copy), before);
});

test('a restore that ended between the two is finished by repeating it', async (t) => {
  const system = await prepared(t);
  const held = await open(join(system.copy, 'tasks.sqlite'));
  const half = await system.ask('restore', 'copy', { hop });
  assert.equal(half.outcome, 'failed', half.headline);
  assert.match(half.message?.happened ?? '', /tasks\.sqlite" is in use/);
  assert.deepEqual(
    names.map((name) => rowsIn(join(system.copy, `${name}.sqlite`))),
    [3, 2],
  );
  await held.close();
  // A failed restore is not repeated with the same backup.
  assert.equal((await system.ask('backup', 'copy', { hop, purpose: 'rehearsal' })).outcome, 'passed');
  const done = await system.ask('restore', 'copy', { hop });
  assert.equal(done.outcome, 'passed', done.message?.happened);
  assert.deepEqual(
    names.map((name) => rowsIn(join(system.copy, `${name}.sqlite`))),
    [3, 5],
  );
  await rm(system.copy, { recursive: true });
});
