import assert from 'node:assert/strict';
import { test } from 'node:test';
import { healthProbe } from '../../../src/drivers/probes.ts';
import type { ProcessRequest, ProcessResult } from '../../../src/world/processes/process.ts';
import { databaseEffects } from '../../support/database-effects.ts';

type Ended = readonly [exitCode: number, stdout: string];

async function asked(programs: Readonly<Record<string, Ended>>) {
  const run = async ({ argv: [program = ''] }: ProcessRequest): Promise<ProcessResult> => {
    const [exitCode, stdout] = programs[program] ?? [127, ''];
    return { exitCode, endedBy: undefined, stdout, stderr: '', milliseconds: 1 };
  };
  const effects = databaseEffects({}, { processes: { run } });
  const commands = Object.keys(programs).map((program) => ({ command: { run: [program] } }));
  const opened = healthProbe.parse({ 'all-of': commands }).open({ effects, where: 'probes.health', placeholders: {} });
  return await opened();
}

test('all of several health probes must say yes, and the one that does not is quoted', async () => {
  assert.deepEqual(await asked({ './gateway': [0, ''], './services': [0, 'all are ready'] }), { kind: 'yes' });
  const now = await asked({
    './gateway': [0, ''],
    './services': [1, 'asking …\nnot healthy: inventory (0 of 1 ready)'],
  });
  assert.deepEqual(now, {
    kind: 'no',
    reason: 'the command of its health probe exited with code 1: not healthy: inventory (0 of 1 ready)',
  });
  const both = await asked({ './gateway': [1, 'Bad Gateway'], './services': [1, 'inventory'] });
  assert.match(both.kind === 'no' ? both.reason : '', /code 1: Bad Gateway; .*code 1: inventory$/);
});
