import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  chmod,
  cp,
  link,
  mkdir,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { compareFingerprints } from '../../../../src/core/decisions/fingerprint.ts';
import { compareIdentities, mayBeOne } from '../../../../src/core/decisions/identity.ts';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mark, markOf, mayReplace } from '../../../support/marking.ts';

interface World {
  readonly folder: string;
  readonly open: (name: string) => DataStore;
  /** Backs the first up into a folder of the second name. */
  readonly backUp: (from: string, into: string) => Promise<Awaited<ReturnType<DataStore['backup']>>>;
  readonly restore: (onto: string, from: string) => Promise<unknown>;
}

async function world(t: TestContext): Promise<World> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-folder-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  for (const side of ['live', 'copy']) await mkdir(join(folder, side));
  await mkdir(join(folder, 'here'));
  const effects = { ...databaseEffects(), directory: join(folder, 'here') };
  const open = (name: string): DataStore =>
    dataStore
      .parse({ folder: { path: join(folder, name) } })
      .open({ effects, where: 'environments.staging.data', placeholders: {} });
  const log = silentLog;
  return {
    folder,
    open,
    backUp: async (from, into) => {
      await mkdir(join(folder, into));
      return await open(from).backup({ directory: join(folder, into), log });
    },
    restore: (onto, from) => open(onto).restore({ directory: join(folder, from), references: [], log, mayReplace }),
  };
}

/** Nested, empty, hidden and oddly named things, links, and modes. */
async function fill(root: string): Promise<void> {
  await mkdir(join(root, 'ab', 'cd'), { recursive: true });
  await mkdir(join(root, 'empty'));
  await writeFile(join(root, 'ab', 'cd', 'scan.bin'), Buffer.alloc(300_000, 7));
  await writeFile(join(root, 'ab', 'letter % \\ ü\n.txt'), 'a letter');
  await writeFile(join(root, '.hidden'), '');
  await symlink('ab/cd/scan.bin', join(root, 'newest'));
  await symlink('../cd', join(root, 'ab', 'cd', 'itself'));
  await chmod(join(root, 'ab', 'cd', 'scan.bin'), 0o640);
  await chmod(join(root, '.hidden'), 0o444);
  await chmod(join(root, 'empty'), 0o2755);
}

test('a restore brings back modes, links and empty folders, and nothing else', async (t) => {
  const { folder, open, backUp, restore } = await world(t);
  await fill(join(folder, 'live'));
  await writeFile(join(folder, 'copy', 'of staging'), 'goes');
  await mkdir(join(folder, 'copy', 'locked'));
  await writeFile(join(folder, 'copy', 'locked', 'file'), 'goes too');
  await chmod(join(folder, 'copy', 'locked'), 0o500);
  const { ino } = await stat(join(folder, 'copy'));
  const taken = await backUp('live', 'backup');
  await open('live').verify({ directory: join(folder, 'backup'), references: [], log: silentLog });
  assert.equal(await restore('copy', 'backup'), undefined);
  assert.deepEqual(compareFingerprints(taken.fingerprint, await open('copy').fingerprint()), {
    kind: 'equal',
    notes: [],
    contents: { tables: 0, rows: 0, files: 3 },
  });
  assert.deepEqual((await readdir(join(folder, 'copy'))).sort(), ['.hidden', 'ab', 'empty', 'newest']);
  assert.equal(await readFile(join(folder, 'copy', 'ab', 'letter % \\ ü\n.txt'), 'utf8'), 'a letter');
  assert.equal(await readlink(join(folder, 'copy', 'newest')), 'ab/cd/scan.bin');
  const modeOf = async (...path: string[]) => (await stat(join(folder, 'copy', ...path))).mode & 0o7777;
  assert.deepEqual(
    [await modeOf('ab', 'cd', 'scan.bin'), await modeOf('.hidden'), await modeOf('empty')],
    [0o640, 0o444, 0o2755],
  );
  assert.equal((await stat(join(folder, 'copy'))).ino, ino, 'a container that holds the folder sees what is new');
});

test('every change is noticed, with its place', async (t) => {
  const { folder, open, backUp, restore } = await world(t);
  await fill(join(folder, 'live'));
  const { fingerprint } = await backUp('live', 'backup');
  const copy = join(folder, 'copy');
  for (const [change, difference] of [
    [() => appendFile(join(copy, 'ab', 'cd', 'scan.bin'), 'x'), /folder "ab" has 300009 bytes, expected 300008/],
    [
      () => writeFile(join(copy, 'ab', 'cd', 'scan.bin'), Buffer.alloc(300_000, 8)),
      /"ab" has the same number of files, but different content/,
    ],
    [() => rm(join(copy, 'ab', 'cd', 'scan.bin')), /folder "ab" has 1 files, expected 2/],
    [
      () => chmod(join(copy, 'ab', 'cd', 'scan.bin'), 0o600),
      /folder "ab" has the same number of files, but different content/,
    ],
    [() => rm(join(copy, 'empty'), { recursive: true }), /folder "empty" is missing/],
    [() => mkdir(join(copy, 'more')), /folder "more" is not in the backup/],
    [
      () => rename(join(copy, 'newest'), join(copy, 'latest')),
      /folder "\." has the same number of files, but different content/,
    ],
    [
      () => rename(join(copy, 'ab', 'cd'), join(copy, 'ab', 'ce')),
      /folder "ab" has the same number of files, but different content/,
    ],
  ] as const) {
    await restore('copy', 'backup');
    await change();
    const comparison = compareFingerprints(fingerprint, await open('copy').fingerprint());
    assert.equal(comparison.kind, 'different');
    assert.match(comparison.kind === 'different' ? comparison.differences.join() : '', difference);
  }
});

test('what a copy could not reproduce is refused, and no link leads out', async (t) => {
  const { folder, backUp } = await world(t);
  const live = join(folder, 'live');
  await writeFile(join(folder, 'secret'), 'outside');
  for (const target of ['/etc/hostname', '../secret', 'a/../../secret']) {
    await symlink(target, join(live, 'way'));
    await assert.rejects(
      backUp('live', `to ${target.replaceAll('/', '-')}`),
      (error) => error instanceof SystemFailure && /The link ".*way" leads out of the folder/.test(error.message),
    );
    await rm(join(live, 'way'));
  }
  const maker = spawn('mkfifo', [join(live, 'pipe')]);
  await once(maker, 'exit');
  await assert.rejects(backUp('live', 'to-pipe'), /"[^"]*pipe" is neither a file nor a folder/);
});

test('a damaged backup replaces nothing', async (t) => {
  const { folder, open, backUp, restore } = await world(t);
  await fill(join(folder, 'live'));
  await writeFile(join(folder, 'copy', 'before'), 'still here');
  await backUp('live', 'whole');
  const list = await readFile(join(folder, 'whole', 'tree.json'), 'utf8');
  for (const [index, damage] of [
    (at: string) => writeFile(join(at, 'files', 'ab', 'cd', 'scan.bin'), Buffer.alloc(300_000, 8)),
    (at: string) => rm(join(at, 'files', '.hidden')),
    (at: string) => rm(join(at, 'tree.json')),
    (at: string) => writeFile(join(at, 'tree.json'), list.slice(0, 100)),
    (at: string) => writeFile(join(at, 'tree.json'), list.replace('"ab/cd/scan.bin",\n', '"../../evil",\n')),
    (at: string) => writeFile(join(at, 'tree.json'), list.replace('"target": "ab/cd/scan.bin"', '"target": "/etc"')),
  ].entries()) {
    const at = `damaged ${index}`;
    await cp(join(folder, 'whole'), join(folder, at), { recursive: true });
    await damage(join(folder, at));
    await assert.rejects(restore('copy', at), /The backup of the folder is damaged/);
    const request = { directory: join(folder, at), references: [], log: silentLog };
    await assert.rejects(open('live').verify(request), SystemFailure);
  }
  assert.deepEqual(await readdir(join(folder, 'copy')), ['before']);
});

test('it is identified by what it is and not by its name, and its mark stays outside of it', async (t) => {
  const { folder, open, backUp, restore } = await world(t);
  await fill(join(folder, 'live'));
  await symlink('live', join(folder, 'alias'));
  const [live, alias, copy] = await Promise.all(['live', 'alias', 'copy'].map((name) => open(name).identity()));
  assert.ok(live !== undefined && alias !== undefined && copy !== undefined);
  assert.equal(compareIdentities(live, alias).kind, 'same');
  assert.equal(compareIdentities(live, copy).kind, 'different');
  // What lies within it is emptied with it, and the other way round.
  const inner = await open('live/ab').identity();
  assert.deepEqual(
    [compareIdentities(live, inner).kind, compareIdentities(inner, live).kind, compareIdentities(inner, copy).kind],
    ['same', 'same', 'different'],
  );
  const file = {
    kind: 'sqlite',
    lineage: {},
    location: { host: live.location.host ?? '', file: `${folder}/live/a.db` },
  };
  assert.deepEqual([mayBeOne(file, live), mayBeOne(file, copy)], [true, false]);
  assert.equal(compareIdentities(file, live).kind, 'same');
  const id = await mark(open('copy'));
  assert.equal(markOf(await open('copy').identity()), id);
  await backUp('live', 'backup');
  await restore('copy', 'backup');
  assert.equal(markOf(await open('copy').identity()), id, 'a restore keeps it');
  assert.equal((await open('live').identity()).mark.kind, 'none');
  // Another folder in its place, or a copy of both.
  const tied = async (name: string) => {
    const { mark: borne } = await open(name).identity();
    return borne.kind === 'disposable' ? borne.tiedTo : borne.kind;
  };
  const before = await tied('copy');
  await mkdir(join(folder, 'other'));
  await rename(join(folder, 'copy.staged-upgrade-disposable'), join(folder, 'other.staged-upgrade-disposable'));
  assert.notEqual(await tied('other'), before);
  await link(join(folder, 'other.staged-upgrade-disposable'), join(folder, 'live.staged-upgrade-disposable'));
  assert.notEqual(await tied('live'), before);
});

test('nothing is emptied that may not be, is in use, or holds what the restore needs', async (t) => {
  const { folder, open, backUp, restore } = await world(t);
  await fill(join(folder, 'live'));
  await writeFile(join(folder, 'copy', 'before'), 'still here');
  await backUp('live', 'backup');
  const request = { directory: join(folder, 'backup'), references: [], log: silentLog };
  let asked = 0;
  for (const refuseAt of [1, 2]) {
    asked = 0;
    const refused = await open('copy').restore({
      ...request,
      mayReplace: () => (++asked === refuseAt ? 'not now' : undefined),
    });
    assert.equal(refused, 'not now');
  }
  const held = await openFile(join(folder, 'copy', 'before'));
  await assert.rejects(restore('copy', 'backup'), /Files in ".*copy" are in use by process \d+/);
  await held.close();
  assert.deepEqual(await readdir(join(folder, 'copy')), ['before'], 'no copy is left behind');
  await cp(join(folder, 'backup'), join(folder, 'copy', 'backup'), { recursive: true });
  await assert.rejects(restore('copy', 'copy/backup'), /lies within the folder/);
  await assert.rejects(open('.').restore({ ...request, mayReplace }), /lies within the folder/);
  await assert.rejects(open('nowhere').identity(), /The folder ".*nowhere" does not exist/);
});

test('a file that keeps being written is not part of a backup', async (t) => {
  const { folder, backUp } = await world(t);
  const file = join(folder, 'live', 'log');
  await writeFile(file, Buffer.alloc(40_000_000));
  const writer = spawn(process.execPath, [
    '-e',
    `const fs = require('fs'); const file = process.argv[1];
     for (let n = 0; ; n++) { fs.appendFileSync(file, 'line'); if (n === 3) fs.writeSync(1, 'writing'); }`,
    file,
  ]);
  const ended = once(writer, 'exit');
  try {
    await once(writer.stdout, 'data');
    await assert.rejects(backUp('live', 'backup'), /log" was written each time while it was read/);
  } finally {
    // Before its folder is removed, because it would create it again.
    writer.kill('SIGKILL');
    await ended;
  }
});

test('a folder with a mount inside it is refused before anything is done: it could be half emptied', async (t) => {
  const { folder, open, backUp } = await world(t);
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  if (!/ \/dev\/\S+ /.test(mounts)) {
    assert.notEqual(process.env.CI, 'true', 'nothing is mounted in /dev');
    return t.skip('nothing is mounted in /dev');
  }
  await writeFile(join(folder, 'live', 'a'), 'a');
  await backUp('live', 'kept');
  const devices = open('../../../../../../../../dev');
  const says = (error: unknown) =>
    error instanceof SystemFailure &&
    /^Within the folder "\/dev" something is mounted, at "\/dev\//.test(error.message);
  const directory = join(folder, 'kept');
  const log = silentLog;
  await assert.rejects(
    devices.restore({ directory, references: [], log, mayReplace: () => 'refused, whatever it finds' }),
    says,
  );
  await assert.rejects(devices.backup({ directory: join(folder, 'here'), log }), says);
  for (const use of ['backup', 'restore'] as const)
    await assert.rejects(async () => await devices.preflight?.({ use, subject: 'the folder' }), says);
});
