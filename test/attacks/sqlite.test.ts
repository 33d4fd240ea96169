import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, link, mkdir, readdir, readFile, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { type AttackedSystem, attackedSystem, hop } from './attacked-system.ts';

interface Attacked extends AttackedSystem {
  readonly atEnd: (end: () => unknown) => void;
  readonly production: string;
  readonly staging: string;
}

/** Staging is marked and production backed up, as it should be. */
async function prepared(t: TestContext): Promise<Attacked> {
  const ends: (() => unknown)[] = [];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  const holder = await attackedSystem(
    {
      dataOf: (file) => ({ sqlite: { file } }),
      production: 'live/records.sqlite',
      staging: 'copy/records.sqlite',
    },
    (end) => ends.push(end),
  );
  const folder = await realpath(holder.folder);
  for (const [side, rows] of [
    ['live', 3],
    ['copy', 1],
  ] as const) {
    await mkdir(join(folder, side));
    make(join(folder, side, 'records.sqlite'), rows);
  }
  const system = {
    ...holder,
    atEnd: (end: () => unknown) => void ends.push(end),
    folder,
    production: join(folder, 'live/records.sqlite'),
    staging: join(folder, 'copy/records.sqlite'),
  };
  const marked = await system.ask('mark-disposable', system.staging, { confirm: system.staging });
  assert.equal(marked.outcome, 'passed', marked.message?.happened);
  await system.backUp();
  return system;
}

function make(file: string, rows: number): void {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE patients (name TEXT)');
  for (let row = 0; row < rows; row++) database.exec("INSERT INTO patients VALUES ('a patient')");
  database.close();
}

/** Production was rebuilt since the backup, or restored: another file is in its place. */
async function replaceByRename({ production }: Attacked): Promise<void> {
  await cp(production, `${production}.new`);
  await rename(`${production}.new`, production);
}

/** Neither restored over nor marked, whatever was requested, and its file is still the same. */
async function refusedAt(system: Attacked, staging: string, why: RegExp): Promise<void> {
  const before = [await readFile(system.production), (await stat(system.production)).ino];
  const restored = await system.ask('restore', staging, { hop });
  assert.match(restored.message?.happened ?? restored.headline, why);
  assert.equal(restored.outcome, 'refused', restored.message?.happened);
  for (const confirm of [staging, system.production]) {
    const outcome = await system.ask('mark-disposable', staging, { confirm }).then(
      (result) => result.outcome,
      () => 'refused',
    );
    assert.equal(outcome, 'refused', `${staging} was marked as "${confirm}"`);
  }
  assert.equal((await system.ask('restore', staging, { hop })).outcome, 'refused');
  assert.deepEqual([await readFile(system.production), (await stat(system.production)).ino], before);
  assert.deepEqual(
    (await readdir(join(system.folder, 'live'))).filter((name) => name.includes('staged-upgrade')),
    [],
    'production has no mark',
  );
}

test('a rehearsal restores over what was marked, and over nothing else', async (t) => {
  const system = await prepared(t);
  const done = await system.ask('restore', system.staging, { hop });
  assert.equal(done.outcome, 'passed', done.message?.happened);
});

test('production by a symbolic link, of the file or of its folder', async (t) => {
  const system = await prepared(t);
  const file = join(system.folder, 'copy/link.sqlite');
  await symlink(system.production, file);
  await symlink(join(system.folder, 'live'), join(system.folder, 'folder'));
  await refusedAt(system, file, /is production's/);
  await refusedAt(system, join(system.folder, 'folder/records.sqlite'), /is production's/);
  await replaceByRename(system);
  await refusedAt(system, file, /could be production's/);
});

test('production by a hard link under the very name that was marked', async (t) => {
  const system = await prepared(t);
  await rm(system.staging);
  await link(system.production, system.staging);
  await refusedAt(system, system.staging, /is production's/);
});

test('production that was replaced since the backup, by a hard link under the name that was marked', async (t) => {
  const system = await prepared(t);
  await replaceByRename(system);
  await rm(system.staging);
  await link(system.production, system.staging);
  await refusedAt(system, system.staging, /mark .* is unclear: the database file has 2 names/);
});

const isRoot = process.getuid?.() === 0 && canMount();
const skip = isRoot ? false : 'only root may mount, and not everywhere';

test('production that was replaced since the backup, by a bind mount', { skip }, async (t) => {
  const system = await prepared(t);
  await replaceByRename(system);
  await mkdir(join(system.folder, 'mounted'));
  mount(system, join(system.folder, 'live'), join(system.folder, 'mounted'));
  await refusedAt(system, join(system.folder, 'mounted/records.sqlite'), /is not marked as disposable/);
  // Over the very file that was marked, with its mark beside it.
  mount(system, system.production, system.staging);
  await refusedAt(system, system.staging, /mark .* is unclear: another file is mounted/);
});

test('a mark that was copied along with its folder', async (t) => {
  const system = await prepared(t);
  await cp(join(system.folder, 'copy'), join(system.folder, 'other'), { recursive: true });
  const restored = await system.ask('restore', join(system.folder, 'other/records.sqlite'), { hop });
  assert.equal(restored.outcome, 'refused');
  assert.match(restored.message?.happened ?? '', /has a disposable mark that was not made for it/);
});

test('a production that has a mark is neither checked nor backed up, and who put it there is reported', async (t) => {
  const system = await prepared(t);
  await cp(`${system.staging}.staged-upgrade-disposable`, `${system.production}.staged-upgrade-disposable`);
  for (const [command, more] of [
    ['check', {}],
    ['backup', { purpose: 'restore-point' }],
  ] as const) {
    const refused = await system.ask(command, system.staging, { hop, ...more });
    assert.equal(refused.outcome, 'refused', refused.headline);
  }
  const check = await system.ask('check', system.staging, { hop });
  assert.match(check.message?.happened ?? '', /has a disposable mark in the file .*live.*came here with a copy/);
  assert.match(check.message?.next ?? '', /Then remove the mark: delete the file/);
  await rm(`${system.production}.staged-upgrade-disposable`);
  assert.equal((await system.ask('check', system.staging, { hop })).outcome, 'passed');
  // The mark was seen on production: it proves nothing any more, even where it belongs to neither.
  const restored = await system.ask('restore', system.staging, { hop });
  assert.match(restored.message?.happened ?? '', /was found on production/);
});

function mount({ atEnd }: Attacked, from: string, onto: string): void {
  execFileSync('mount', ['--bind', from, onto]);
  atEnd(() => execFileSync('umount', [onto]));
}

function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
