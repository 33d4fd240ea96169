import assert from 'node:assert/strict';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { hopId } from '../../src/core/model/hop.ts';
import { sampleSystem } from './sample-system.ts';

test('with a damaged journal no command acts, and each reports it once', async (t) => {
  const system = await sampleSystem(t);
  await system.markStaging();
  const hop = hopId('1.0.2', '1.1.4');
  await system.ask({ command: 'plan' });
  const passed = await system.ask({ command: 'check', hop });
  assert.equal(passed.outcome, 'passed', passed.headline);
  await truncate(join(system.folder, 'journal', 'records', '000003.json'), 40);
  system.warnings.length = 0;

  const onProduction = { hop, environment: 'production' } as const;
  for (const asked of [
    { command: 'plan' },
    { command: 'check', hop },
    { command: 'backup', hop, purpose: 'rehearsal' },
    { command: 'restore', hop },
    { command: 'deploy', ...onProduction, release: 'to' },
    { command: 'migrate', ...onProduction },
    { command: 'rollback', ...onProduction, confirm: hop },
    { command: 'report' },
    { command: 'log' },
    { command: 'unlock', reason: 'it is gone' },
    { command: 'adopt', hop, reason: 'by hand' },
  ] as const) {
    const said = /The journal .* is damaged: "000003\.json" cannot be read as an entry: it ends in the middle\./;
    await assert.rejects(system.ask(asked), said, asked.command);
    assert.deepEqual(system.warnings, [], asked.command);
  }
  const looked = await system.ask({ command: 'preflight' });
  assert.equal(looked.outcome, 'failed');
  assert.equal(looked.text.match(/is damaged/g)?.length, 1, looked.text);
  assert.match(looked.text, /the journal: .*"000003\.json" cannot be read/);
  const answer = await fetch(`${system.production.url}/version`);
  assert.match(await answer.text(), /1\.0\.2/);
});
