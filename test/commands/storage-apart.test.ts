import assert from 'node:assert/strict';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Changes, realDeploys, sampleSystem } from './sample-system.ts';

/* A copy of the databases whose server still names production's storage would write there: staging's own files must name its own. */

const hop = '1.0.2--1.1.4';

test('staging is restored only if its files show that its server keeps away from production’s storage', async (t) => {
  const system = await sampleSystem(t);
  const store = {
    name: 'the file storage',
    besides: ['postgres'],
    reason: 'It is not in the database.',
    'named-by': { id: 'storage-apart', settings: [{ in: 'values', key: 'storage.file' }] },
  };
  const own: Changes = {
    configuration: {
      ...realDeploys(system).configuration,
      product: { extends: 'sample', stores: [store] },
      'environments.staging.server-settings': ['deploy/values-{version}.yaml'],
    },
  };
  const names = async (release: string, file: string): Promise<void> =>
    await writeFile(join(system.folder, 'deploy', `values-${release}.yaml`), `storage:\n  file: ${file}\n`);
  const [productions, stagings] = await Promise.all(
    [system.production, system.staging].map(async (side) => join(await realpath(side.folder), 'records.sqlite')),
  );
  await mkdir(join(system.folder, 'deploy'));
  await system.markStaging();
  await system.ask({ command: 'plan', target: '1.1' }, own);
  for (const command of ['check', 'backup']) {
    const { outcome, headline } = await system.ask(
      { command, hop, ...(command === 'backup' && { environment: 'production', purpose: 'rehearsal' }) },
      own,
    );
    assert.equal(outcome, 'passed', headline);
  }
  const restored = async (changes: Changes = own) => {
    const { outcome, message } = await system.ask({ command: 'restore', hop }, changes);
    return `${outcome}: ${Object.values(message ?? {}).join(' ')}`;
  };
  const looked = async (): Promise<string> => (await system.ask({ command: 'preflight', target: '1.1' }, own)).text;
  assert.match(await restored(), /^refused: No file that staging is deployed with at 1\.0\.2 says which file storage/);
  assert.match(
    await looked(),
    /PROBLEM +staging is not production: No file that staging is deployed with at 1\.0\.2 says/,
  );
  await names('1.0.2', stagings ?? '');
  await names('1.1.4', productions ?? '');
  assert.match(await restored(), /^refused: "deploy\/values-1\.1\.4\.yaml".*that is production's file storage/);
  assert.match(
    await looked(),
    /PROBLEM +staging is not production: "deploy\/values-1\.1\.4\.yaml".*that is production's/,
  );
  await names('1.1.4', '/somewhere/else');
  assert.match(await restored(), /^refused: .*says storage\.file: "\/somewhere\/else", and the copy .* is restored to/);
  await names('1.1.4', stagings ?? '');
  assert.doesNotMatch(await looked(), /file storage/);
  assert.match(await restored(), /^passed/);
});

test('if no file shows it, a person who has checked acknowledges it', async (t) => {
  const system = await sampleSystem(t);
  const settings = [{ in: 'env', key: 'STORAGE' }];
  const store = { name: 'the storage', besides: ['postgres'], reason: 'x', 'named-by': { id: 'apart', settings } };
  const own = { ...realDeploys(system).configuration, product: { extends: 'sample', stores: [store] } };
  await system.markStaging();
  const ask = (asked: { readonly command: string }, acknowledge: readonly string[]) =>
    system.ask({ hop, ...asked }, { configuration: { ...own, acknowledge } });
  await system.ask({ command: 'plan', target: '1.1' }, { configuration: own });
  await ask({ command: 'check' }, []);
  await system.ask({ command: 'backup', hop, environment: 'production', purpose: 'rehearsal' }, { configuration: own });
  assert.equal((await ask({ command: 'restore' }, [])).outcome, 'refused');
  assert.equal((await ask({ command: 'restore' }, ['apart'])).outcome, 'passed');
});
