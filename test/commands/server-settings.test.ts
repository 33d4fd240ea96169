import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Changes, sampleSystem } from './sample-system.ts';

/* A setting that looks right and has no effect is mostly on the server's host, in a file that a variable of the job names. */

const misread = {
  in: 'settings',
  pattern: 'KEEP_BACK=no',
  happened: 'It says KEEP_BACK=no, and the server takes any text for yes.',
  means: 'Migrations stay back.',
  next: 'Leave it out.',
};

test('files that a variable or a release names are examined by each command that can name them', async (t) => {
  const system = await sampleSystem(t);
  const host = await mkdtemp(join(tmpdir(), 'staged-upgrade-host-'));
  t.after(() => rm(host, { recursive: true, force: true }));
  const file = join(host, 'installation.env');
  await writeFile(file, 'KEEP_BACK=no\n');
  const asked = (places: readonly string[], set: Readonly<Record<string, string>> = { ENV_FILE: file }): Changes => ({
    configuration: {
      product: { extends: 'sample', 'known-problems': [misread] },
      'environments.production.server-settings': places,
    },
    variables: set,
  });
  const said = async (command: string, changes: Changes): Promise<readonly string[]> => {
    const before = system.warnings.length;
    const hop = '1.0.2--1.1.4';
    const { text, outcome, headline } = await system.ask(
      { command, ...(command === 'check' ? { hop } : { target: '1.1' }) },
      changes,
    );
    if (command === 'preflight') return text.split('\n').filter((line) => /settings of production/.test(line));
    assert.equal(outcome, 'passed', headline);
    return system.warnings.slice(before);
  };

  for (const command of ['plan', 'preflight', 'check']) {
    const [line = '', ...more] = await said(command, asked(['${ENV_FILE}']));
    assert.match(line, /installation\.env: It says KEEP_BACK=no, and the server takes any text for yes\./, command);
    assert.deepEqual(more, [], command);
  }

  await t.test(
    'where production is at its target, a file is looked through as well, and one of a release is not missed',
    async () => {
      const looked = async (place: string): Promise<string> =>
        (await system.ask({ command: 'preflight', target: '1.0.2' }, asked([place]))).text;
      assert.match(await looked('${ENV_FILE}'), /installation\.env: It says KEEP_BACK=no/);
      assert.doesNotMatch(await looked('release-{version}.env'), /settings of production/);
    },
  );

  await t.test('a job without the variable says so, except for a plan, which gets none', async () => {
    const without = asked(['${ENV_FILE}'], {});
    assert.deepEqual(await said('plan', without), []);
    for (const command of ['preflight', 'check'])
      assert.match(
        (await said(command, without)).join(),
        /variable ENV_FILE, which .*server-settings uses, is not set/,
      );
  });

  await t.test(
    'of a place with a release in it, the file of each is looked through, and one must be there',
    async () => {
      const place = join(host, 'release-{version}.env');
      assert.match((await said('check', asked([place]))).join(), /release-\{version\}\.env", which .* cannot be read/);
      await writeFile(join(host, 'release-1.1.4.env'), 'KEEP_BACK=no\n');
      const [line = '', ...more] = await said('check', asked([place]));
      assert.match(line, /release-1\.1\.4\.env: It says KEEP_BACK=no/);
      assert.deepEqual(more, []);
    },
  );
});
