import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { StoredFile } from '../../../../src/journal/chain.ts';
import { folderOf } from '../../../../src/journal/stores/git/layout.ts';
import { type Processes, systemProcesses } from '../../../../src/world/processes/process.ts';
import { checked, completed, deployed, runOf, storedChain } from '../../fixtures.ts';
import { branch, type Forge, gitJournal, makeForge } from './remote-fixture.ts';

interface Written {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode?: string;
}

const about: Written = { path: 'staged-upgrade-journal.md', content: Buffer.from('The journal.\n') };
const flat = ({ name, content }: StoredFile): Written => ({ path: `records/${name}`, content });
const placed = ({ name, content }: StoredFile): Written => ({ path: `records/${folderOf(name)}/${name}`, content });

/** Makes the branch hold these files and nothing else, on top of what it holds now. */
function writeBranch(forge: Forge, files: readonly Written[]): void {
  const parts: Uint8Array[] = [
    Buffer.from(`commit refs/heads/${branch}\ncommitter a <a@example.com> 1767225600 +0000\ndata 1\n.\n`),
  ];
  if (forge.git(forge.remote, 'for-each-ref', `refs/heads/${branch}`) !== '') {
    parts.push(Buffer.from(`from refs/heads/${branch}^0\n`));
  }
  parts.push(Buffer.from('deleteall\n'));
  for (const { path, content, mode = '100644' } of [about, ...files]) {
    parts.push(Buffer.from(`M ${mode} inline ${path}\ndata ${content.length}\n`), content, Buffer.from('\n'));
  }
  const options = { cwd: forge.remote, env: forge.environment, input: Buffer.concat(parts) };
  execFileSync('git', ['fast-import', '--quiet'], options);
}

/** Counts the entries whose content is requested. */
function readingOf(): Processes & { count(): number } {
  let count = 0;
  return {
    run: (request) => {
      if (request.argv.includes('cat-file') && request.argv.includes('--batch')) {
        count += String(request.input).trim().split('\n').length;
      }
      return systemProcesses.run(request);
    },
    count: () => count,
  };
}

test('an entry is in the folder of its thousand', () => {
  assert.deepEqual(['000001.json', '000999.json', '042123.json', '1234567.json'].map(folderOf), [
    '000',
    '000',
    '042',
    '1234',
  ]);
});

test('entries in the early layout are read, and new ones are written into folders', async (t) => {
  const forge = await makeForge(t);
  writeBranch(forge, storedChain([checked, deployed]).map(flat));
  const journal = gitJournal(forge);
  await journal.append(completed);
  assert.deepEqual(
    (await gitJournal(forge, { run: runOf('2') }).read()).map(({ event }) => event),
    [checked, deployed, completed],
  );
  assert.equal(
    forge.git(forge.remote, 'ls-tree', '-r', '--name-only', branch),
    'records/000/000003.json\nrecords/000001.json\nrecords/000002.json\nstaged-upgrade-journal.md\n',
  );
});

test('more entries in one folder than git lists in a megabyte are read', async (t) => {
  const forge = await makeForge(t);
  const files = storedChain(Array(16_000).fill(completed));
  writeBranch(forge, files.map(flat));
  assert.equal((await gitJournal(forge).read()).length, 16_000);
});

test('only what is new is read, in whichever folder it is', async (t) => {
  const forge = await makeForge(t);
  const files = storedChain(Array(2_100).fill(completed));
  writeBranch(forge, files.slice(0, 2_000).map(placed));
  const processes = readingOf();
  const journal = gitJournal(forge, { processes });
  assert.equal((await journal.read()).length, 2_000);
  assert.equal(processes.count(), 2_000);
  assert.equal((await journal.read()).length, 2_000);
  assert.equal(processes.count(), 2_000, 'nothing is new');
  writeBranch(forge, files.map(placed));
  assert.equal((await journal.read()).length, 2_100);
  assert.equal(processes.count(), 2_100);
});

test('damage to what was read before stops every later reading', async (t) => {
  const forge = await makeForge(t);
  const files = storedChain([checked, deployed, completed]);
  const other = storedChain([checked, checked, completed]);
  writeBranch(forge, files.map(placed));
  const journal = gitJournal(forge);
  await journal.read();
  writeBranch(forge, other.map(placed));
  for (const _ of [1, 2, 3]) await assert.rejects(journal.read(), /Entry 3 of the journal .* is not the one/);
  const [first, , third] = files;
  assert(first && third);
  writeBranch(forge, [first, third].map(placed));
  for (const _ of [1, 2, 3]) await assert.rejects(journal.read(), /"000002\.json" is missing/);
  writeBranch(forge, files.map(placed));
  assert.equal((await journal.read()).length, 3);
});

test('a file in the wrong place on the branch is damage', async (t) => {
  const forge = await makeForge(t);
  const [first, second] = storedChain([checked, deployed]);
  assert(first && second);
  const cases: readonly (readonly [readonly Written[], RegExp])[] = [
    [[{ path: 'records', content: Buffer.from('notes') }], /"records" should be the folder .* but is a file/],
    [
      [{ path: 'records', content: Buffer.from('elsewhere'), mode: '120000' }],
      /"records" should be the folder .* but is a link/,
    ],
    [[placed(first), { path: 'records/001', content: Buffer.from('notes') }], /"001" is not an entry/],
    [[placed(first), { ...placed(second), path: 'records/001/000002.json' }], /"001\/000002\.json" is not an entry/],
    [[placed(first), { ...placed(first), path: 'records/000/deeper/notes' }], /"000\/deeper\/notes" is not an entry/],
    [[placed(first), flat(first)], /"000\/000001\.json" is beside "000001\.json"/],
    [[{ ...placed(first), content: Buffer.from('../away.json'), mode: '120000' }], /"000001\.json" cannot be read/],
  ];
  for (const [files, expected] of cases) {
    writeBranch(forge, files);
    const journal = gitJournal(forge);
    await assert.rejects(journal.read(), expected);
    await assert.rejects(journal.append(completed), expected, 'nothing is written over it');
  }
});
