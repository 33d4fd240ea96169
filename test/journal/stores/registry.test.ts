import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { UserError } from '../../../src/core/messages/errors.ts';
import { journalStore } from '../../../src/journal/stores/registry.ts';
import { variablesFrom } from '../../../src/world/variables.ts';
import { checked, runOf, temporaryFolder } from '../fixtures.ts';
import { effectsFor, makeForge } from './git/remote-fixture.ts';

test('a folder is found relative to where the command is started, with its variables filled in', async (t) => {
  const folder = await temporaryFolder(t);
  const forge = await makeForge(t);
  const effects = {
    ...effectsFor(forge),
    directory: folder,
    variables: variablesFrom({ PLACE: 'disk' }, () => undefined),
  };
  const open = journalStore
    .parse({ folder: { path: `\${PLACE}/journal` } })
    .open({ effects, where: 'journal', placeholders: {} });
  const journal = open({ system: 'records', run: runOf('1') });
  assert.equal(journal.description, `folder ${join(folder, 'disk', 'journal')}`);
  await journal.append(checked);
  assert.equal((await journal.read()).length, 1);
});

test('a folder on a runner that the next job does not have is a mistake, except in a terminal', async (t) => {
  const forge = await makeForge(t);
  const effects = { ...effectsFor(forge), environment: { RUNNER_ENVIRONMENT: 'github-hosted' } };
  const open = journalStore
    .parse({ folder: { path: 'journal' } })
    .open({ effects, where: 'journal', placeholders: {} });
  assert.throws(
    () => open({ system: 'records', run: runOf('1') }),
    (error) => {
      assert(error instanceof UserError);
      assert.match(error.message, /journal\.folder keeps the journal in a folder.*GitHub-hosted runner.*git: \{\}/);
      return true;
    },
  );
  open({ system: 'records', run: { kind: 'terminal', id: 'a', attempt: 1, actor: 'sam' } });
});

test('a name that no branch can have is refused before anything is done', () => {
  for (const branch of ['-x', 'a..b', 'a b', 'a/', 'a.lock', '/a', '', 'x:y', 'a@{1}']) {
    assert(!journalStore.safeParse({ git: { branch } }).success, branch);
  }
  for (const branch of ['journal', 'ops/journal-2', 'release_1.x'])
    assert(journalStore.safeParse({ git: { branch } }).success, branch);
});
