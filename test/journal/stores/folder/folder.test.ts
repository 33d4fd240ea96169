import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import type { Journal } from '../../../../src/journal/journal.ts';
import { folderJournal } from '../../../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import { checked, completed, deployed, runOf, temporaryFolder } from '../../fixtures.ts';

function journalIn(folder: string, system = 'records'): Journal {
  return folderJournal(folder, { system, run: runOf('reader') }, systemClock);
}

test('a journal that does not exist yet is empty, and what is appended is there for everyone', async (t) => {
  const folder = join(await temporaryFolder(t), 'not', 'yet');
  const journal = journalIn(folder);
  assert.deepEqual(await journal.read(), []);
  const entry = await journal.append(checked);
  assert.deepEqual(await journalIn(folder).read(), [entry]);
  assert.equal(entry.sequence, 1);
  assert.deepEqual(await readdir(join(folder, 'records')), ['000001.json']);
  assert.deepEqual(await journalIn(folder, 'billing').read(), [], 'another system has a journal of its own');
});

test("files left by killed processes are in nobody's way, and are removed when they are old", async (t) => {
  const folder = await temporaryFolder(t);
  const own = join(folder, 'records');
  await mkdir(own);
  const old = join(own, '.draft-old');
  await writeFile(old, '{ "format"');
  await utimes(old, 0, 0);
  await writeFile(join(own, '.draft-young'), '{ "format"');
  const journal = journalIn(folder);
  assert.deepEqual(await journal.read(), []);
  await journal.append(checked);
  assert.deepEqual(await readdir(own), ['.draft-young', '000001.json']);
});

test('damage in the folder stops reading and appending', async (t) => {
  const folder = await temporaryFolder(t);
  const journal = journalIn(folder);
  for (const event of [checked, deployed, completed]) await journal.append(event);
  const second = join(folder, 'records', '000002.json');
  const whole = await readFile(second, 'utf8');
  const fails = (expected: RegExp) => async (work: Promise<unknown>) =>
    assert.rejects(work, (error) => error instanceof SystemFailure && expected.test(error.message));

  await writeFile(second, whole.slice(0, 200));
  await fails(/000002\.json" cannot be read as an entry/)(journal.append(completed));
  await rm(second);
  await fails(/"000002\.json" is missing/)(journalIn(folder).read());
  await mkdir(second);
  await fails(/000002\.json" cannot be read as an entry: it is a folder\./)(journalIn(folder).read());
  await rm(second, { recursive: true });
  await writeFile(second, whole);
  await writeFile(join(folder, 'records', 'notes.txt'), 'mind the gap');
  await fails(/"notes\.txt" is not an entry/)(journal.append(completed));
  assert.equal((await readdir(join(folder, 'records'))).length, 4, 'nothing was added');
});

test('something other than a file in place of an entry is damage, and nothing waits for it', async (t) => {
  const folder = await temporaryFolder(t);
  for (const event of [checked, deployed]) await journalIn(folder).append(event);
  const own = join(folder, 'records');
  const third = join(own, '000003.json');
  const damaged = async (expected: RegExp): Promise<void> => {
    await assert.rejects(journalIn(folder).read(), expected);
    await assert.rejects(journalIn(folder).append(completed), expected);
    await rm(third);
  };
  execFileSync('mkfifo', [third]);
  await damaged(/is damaged: "000003\.json" cannot be read as an entry: it is not a file\./);
  await symlink('/dev/zero', third);
  await damaged(/"000003\.json" cannot be read as an entry: it is not a file\./);
  await symlink(join(folder, 'nowhere'), third);
  await damaged(/"000003\.json" cannot be read as an entry: it is a broken link\./);
  await symlink(third, third);
  await damaged(/"000003\.json" cannot be read as an entry: it is a broken link\./);
  await writeFile(third, '');
  await truncate(third, 600_000_000);
  await damaged(/"000003\.json" cannot be read as an entry: it is longer than 32 MiB\./);
  assert.equal((await journalIn(folder).read()).length, 2, 'without it the journal is whole');
});

test('a folder that cannot be used is named', async () => {
  // Whoever asks, nothing can be made there.
  const folder = '/proc/journal';
  await assert.rejects(
    journalIn(folder).append(checked),
    /journal in the folder "\/proc\/journal" could not be .*is mounted/,
  );
});

test('a folder that turned into a file or a link is damage, and not an empty journal', async (t) => {
  const root = await temporaryFolder(t);
  const own = join(root, 'records');
  await journalIn(root).append(checked);
  await rename(own, join(root, 'moved'));
  const damaged = async (folder: string, expected: RegExp): Promise<void> => {
    await assert.rejects(journalIn(folder).read(), expected);
    await assert.rejects(journalIn(folder).append(completed), expected);
  };
  await symlink(join(root, 'moved'), own);
  await damaged(root, /is damaged: ".*records" should be the folder with the entries, but is a link/);
  await rm(own);
  await symlink(join(root, 'nowhere'), own);
  await damaged(root, /records" should be the folder .* but is a link/);
  await rm(own);
  await writeFile(own, '');
  await damaged(root, /records" should be the folder .* but is a file/);
  for (const below of [own, join(own, 'journal', 'of'), join(own, 'journal')])
    await damaged(below, /records" should be the folder .* but is a file/);
  const dead = join(root, 'dead');
  await symlink(join(root, 'nowhere'), dead);
  await damaged(dead, /dead" should be the folder .* but is a link/);
  const alive = join(root, 'alive');
  await mkdir(join(root, 'elsewhere'));
  await symlink(join(root, 'elsewhere'), alive);
  await journalIn(alive).append(checked);
  assert.equal((await journalIn(alive).read()).length, 1, 'the folder of all systems may be reached by a link');
});

test('a process that has read a file notices each time that it was changed', async (t) => {
  const root = await temporaryFolder(t);
  const journal = journalIn(root);
  for (const event of [checked, deployed, completed]) await journal.append(event);
  assert.equal((await journal.read()).length, 3);
  const first = join(root, 'records', '000001.json');
  const whole = await readFile(first, 'utf8');
  await writeFile(first, whole.replace('1.0.2', '1.0.3'));
  for (const _ of [1, 2, 3]) await assert.rejects(journal.read(), /"000001\.json" was changed after it was written/);
  await writeFile(first, whole);
  assert.equal((await journal.read()).length, 3);
});
