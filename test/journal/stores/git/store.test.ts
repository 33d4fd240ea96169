import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import { type Processes, type ProcessRequest, systemProcesses } from '../../../../src/world/processes/process.ts';
import { checked, completed, deployed, hop, runOf } from '../../fixtures.ts';
import { branch, gitJournal, makeForge } from './remote-fixture.ts';

test('the first entry makes a branch of its own that people can read, and leaves the clone as it was', async (t) => {
  const forge = await makeForge(t);
  const { git, clone, remote } = forge;
  const state = (): string[] => [
    git(clone, 'status', '--porcelain', '--branch'),
    git(clone, 'for-each-ref'),
    git(clone, 'count-objects', '-v'),
    git(clone, 'config', '--local', '--list'),
  ];
  const before = state();
  const journal = gitJournal(forge);
  assert.deepEqual(await journal.read(), []);
  await journal.append(checked);
  const entry = await journal.append(deployed);
  assert.equal(entry.sequence, 2);
  assert.deepEqual(
    (await gitJournal(forge).read()).map(({ event }) => event),
    [checked, deployed],
  );

  assert.deepEqual(state(), before);
  assert.equal(
    git(remote, 'log', '--format=%an: %s', branch),
    'Staged Upgrade: records: deployed 1.0.2--1.1.4 on staging in 2 min 5 s: 1.1.4\n' +
      'Staged Upgrade: records: checked 1.0.2--1.1.4 on production: 1.0.2\n',
  );
  assert.equal(
    git(remote, 'ls-tree', '-r', '--name-only', branch),
    'records/000/000001.json\nrecords/000/000002.json\nstaged-upgrade-journal.md\n',
  );
  assert.equal(git(remote, 'rev-list', '--count', 'main'), '2\n');
});

test('several systems share a branch', async (t) => {
  const forge = await makeForge(t);
  await gitJournal(forge).append(checked);
  await gitJournal(forge, { system: 'billing' }).append(completed);
  await gitJournal(forge).append(deployed);
  assert.equal((await gitJournal(forge).read()).length, 2);
  assert.equal((await gitJournal(forge, { system: 'billing' }).read()).length, 1);
});

test('writers at the same time lose nothing, from the very first entry on', async (t) => {
  const forge = await makeForge(t);
  const writers = ['a', 'b', 'c', 'd'];
  await Promise.all(
    writers.map(async (writer) => {
      const journal = gitJournal(forge, { run: runOf(writer) });
      for (let number = 1; number <= 6; number++)
        await journal.append({ ...completed, hop: { ...hop, id: `${number}` } });
    }),
  );
  const entries = await gitJournal(forge).read();
  assert.equal(entries.length, 24);
  for (const writer of writers) {
    const own = entries.filter(({ run }) => run.id === writer);
    assert.deepEqual(
      own.map(({ event }) => 'hop' in event && event.hop.id),
      ['1', '2', '3', '4', '5', '6'],
    );
  }
  assert.equal(forge.git(forge.remote, 'rev-list', '--count', '--min-parents=2', branch), '0\n');
});

test('a push that a rule forbids is reported as such, and is not tried again', async (t) => {
  const forge = await makeForge(t);
  await gitJournal(forge).append(checked);
  await forge.hook(
    'pre-receive',
    `echo "error: GH013: Repository rule violations found for refs/heads/${branch}." >&2; exit 1`,
  );
  const pushes = counting('push');
  await assert.rejects(gitJournal(forge, { processes: pushes }).append(completed), (error) => {
    assert(error instanceof SystemFailure);
    assert.match(error.detail.happened, /a rule of the repository forbids the push: .*GH013/);
    assert.match(error.detail.means, /NOT recorded/);
    assert.match(error.detail.next, /Settings → Rules → Rulesets, except the branch "staged-upgrade-journal"/);
    return true;
  });
  assert.equal(pushes.count(), 1);
});

test('an entry reaches a server that is busy for a moment', async (t) => {
  const forge = await makeForge(t);
  await gitJournal(forge).append(checked);
  await forge.hook(
    'pre-receive',
    'test -e tried && exit 0; touch tried; echo "fatal: the remote end hung up" >&2; kill -9 $PPID',
  );
  const pushes = counting('push');
  await gitJournal(forge, { processes: pushes }).append(completed);
  assert.equal((await gitJournal(forge).read()).length, 2);
  assert.equal(pushes.count(), 2);
});

test('a push that is declined without a rule is tried again, as long as that makes sense', async (t) => {
  const forge = await makeForge(t);
  await gitJournal(forge).append(checked);
  await forge.hook('pre-receive', 'echo x >> declined; test "$(wc -l < declined)" -gt 6');
  const pushes = counting('push');
  await gitJournal(forge, { processes: pushes }).append(completed);
  assert.equal(pushes.count(), 7);
  assert.equal((await gitJournal(forge).read()).length, 2);

  await forge.hook('pre-receive', 'exit 1');
  const stopping = counting('push');
  const stopped = gitJournal(forge, { processes: stopping, signal: AbortSignal.abort() });
  await assert.rejects(stopped.append(completed), (error) => {
    assert(error instanceof SystemFailure);
    assert.match(error.detail.happened, /repeatedly declined the push without naming a rule: .*hook declined/);
    assert.match(error.detail.means, /NOT recorded/);
    return true;
  });
  // Half a second between two, for three seconds.
  assert(stopping.count() >= 6 && stopping.count() <= 14, String(stopping.count()));
});

test('a lost answer is not taken for a failure: the entry is there once', async (t) => {
  const forge = await makeForge(t);
  await gitJournal(forge).append(checked);
  const processes: Processes = {
    run: async (request) => {
      const result = await systemProcesses.run(request);
      if (!request.argv.includes('push')) return result;
      await gitJournal(forge, { run: runOf('2') }).append(deployed);
      return { ...result, exitCode: 128, stdout: '', stderr: 'fatal: unable to access: Connection reset by peer' };
    },
  };
  const entry = await gitJournal(forge, { processes }).append(completed);
  assert.equal(entry.sequence, 2);
  assert.deepEqual(
    (await gitJournal(forge).read()).map(({ event }) => event),
    [checked, completed, deployed],
  );
});

test('a remote that is out of reach is tried again, and then the entry is reported as not recorded', async (t) => {
  const forge = await makeForge(t);
  const journal = gitJournal(forge);
  await journal.append(checked);
  const looks = counting('ls-remote');
  await rm(forge.remote, { recursive: true });
  await assert.rejects(journal.append(completed), /does not appear to be a git repository.*Nothing was done/);
  forge.git(forge.clone, 'remote', 'set-url', 'origin', 'http://127.0.0.1:9/records.git');
  await assert.rejects(
    gitJournal(forge, { processes: looks }).append(completed),
    /did not answer as expected.*Check the network/,
  );
  assert.equal(looks.count(), 4);
});

test('if the check after a failed push fails too, nothing is claimed', async (t) => {
  const forge = await makeForge(t);
  let pushed = false;
  const processes: Processes = {
    run: async (request) => {
      pushed ||= request.argv.includes('push');
      if (!pushed) return systemProcesses.run(request);
      return {
        exitCode: 128,
        endedBy: undefined,
        stdout: '',
        stderr: 'fatal: Could not resolve host',
        milliseconds: 1,
      };
    },
  };
  await assert.rejects(
    gitJournal(forge, { processes }).append(completed),
    /not certain whether the entry was recorded/,
  );
});

test('a run that has seen the branch notices that it was rewritten or deleted', async (t) => {
  const forge = await makeForge(t);
  const { git, remote } = forge;
  const journal = gitJournal(forge);
  await journal.append(checked);
  await journal.append(completed);
  git(remote, 'update-ref', `refs/heads/${branch}`, `${branch}~1`);
  await assert.rejects(journal.read(), /ends at entry 1; entry 2 was there before.*went backwards/);
  await gitJournal(forge, { run: runOf('2') }).append(deployed);
  await assert.rejects(journal.append(completed), /Entry 2 of the journal .* is not the one that was there before/);
  git(remote, 'update-ref', '-d', `refs/heads/${branch}`);
  await assert.rejects(journal.append(completed), /ends at entry 0; entry 2 was there before/);
  assert.equal(git(remote, 'for-each-ref', `refs/heads/${branch}`), '', 'nothing was written');
});

test('a damaged entry on the branch is reported with its file', async (t) => {
  const forge = await makeForge(t);
  const { git, clone } = forge;
  for (const event of [checked, deployed, completed]) await gitJournal(forge).append(event);
  git(clone, 'fetch', '--quiet', 'origin', branch);
  git(clone, 'checkout', '--quiet', 'FETCH_HEAD');
  const change = async (name: string, content: string | Buffer): Promise<void> => {
    await writeFile(join(clone, 'records', '000', name), content);
    git(clone, 'add', '-A');
    git(
      clone,
      '-c',
      'user.name=a',
      '-c',
      'user.email=a@example.com',
      'commit',
      '--quiet',
      '--no-gpg-sign',
      '-m',
      'edit',
    );
    git(clone, 'push', '--quiet', '--no-verify', '--no-signed', '--force', 'origin', `HEAD:${branch}`);
    git(clone, 'reset', '--quiet', '--soft', 'HEAD~1');
    git(clone, 'checkout', '--quiet', '--force', 'HEAD', '--', '.');
  };
  await change('000002.json', '{}\n');
  await assert.rejects(
    gitJournal(forge).append(completed),
    /branch staged-upgrade-journal of origin\) is damaged: "000002\.json"/,
  );
  await change('000001.json', Buffer.from([0xff, 0xfe, 0x0a]));
  await assert.rejects(gitJournal(forge).read(), /"000001\.json" cannot be read as an entry/);
});

test('a branch with something else on it is left alone', async (t) => {
  const forge = await makeForge(t);
  await assert.rejects(gitJournal(forge, { settings: { branch: 'main' } }).append(checked), (error) => {
    assert(error instanceof UserError);
    assert.match(error.message, /branch main of origin contains something other than a journal/);
    return true;
  });
  assert.equal(forge.git(forge.remote, 'rev-list', '--count', 'main'), '2\n');
});

test('a journal larger than the output that is kept of a process is read completely', async (t) => {
  const forge = await makeForge(t);
  const journal = gitJournal(forge);
  const message = 'é'.repeat(250_000);
  for (let number = 1; number <= 5; number++) {
    await journal.append({ type: 'ended', hop, environment: 'staging', command: 'deploy', outcome: 'failed', message });
  }
  const entries = await gitJournal(forge).read();
  assert.deepEqual(
    entries.map(({ event }) => event.type === 'ended' && event.message === message),
    Array(5).fill(true),
  );
});

function counting(command: string): Processes & { count(): number } {
  let count = 0;
  const run = (request: ProcessRequest) => {
    if (request.argv.includes(command)) count++;
    return systemProcesses.run(request);
  };
  return { run, count: () => count };
}
