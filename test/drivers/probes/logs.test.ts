import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deployer } from '../../../src/drivers/deployers.ts';
import { smokeTest } from '../../../src/drivers/probes.ts';
import { databaseEffects } from '../../support/database-effects.ts';

/* A deploy whose command prints the log of a server, and a test that reads it. */

const since = new Date('2026-03-01T02:14:09.000Z');

async function tested(
  lines: readonly string[],
  logs: object,
  code = 0,
  first: readonly string[] = ['{since} Started'],
) {
  const script =
    'for (const line of process.argv.slice(2)) console.log(line); process.exitCode = Number(process.argv[1])';
  const command = {
    run: ['deploy'],
    logs: [process.execPath, '-e', script, String(code), ...first, ...lines],
  };
  const effects = databaseEffects();
  const tool = deployer.parse({ command }).open({ effects, where: 'environments.staging.deploy', placeholders: {} });
  const serverLog = {
    read: async (onLine: (line: string) => void, signal: AbortSignal) => await tool.logs?.({ since, onLine, signal }),
  };
  const opened = smokeTest
    .parse({ name: 'no error in the log', logs })
    .open({ effects, where: 'smoke', placeholders: {}, serverLog });
  return await opened.run();
}

describe('the log of a server since its deploy', () => {
  it('may have no forbidden lines: they are counted and not shown', async () => {
    const forbid = ['\\bERROR\\b', 'FATAL'];
    assert.deepEqual(await tested(['Terrors are not errors'], { forbid }), { kind: 'passed' });
    const seen = await tested(['ERROR Ada has no date', 'ERROR of Bob', 'FATAL'], { forbid });
    assert.deepEqual(seen, {
      kind: 'failed',
      reason: 'in the log since the deploy: 2 lines with \\bERROR\\b; 1 line with FATAL',
    });
  });

  it('ignores known lines', async () => {
    const logs = { forbid: ['ERROR'], except: ['ERROR telemetry'] };
    assert.deepEqual(await tested(['ERROR telemetry is off'], logs), { kind: 'passed' });
    assert.equal((await tested(['ERROR telemetry is off', 'ERROR'], logs)).kind, 'failed');
  });

  it('must contain what is expected, and is read from the time of the deploy on', async () => {
    assert.deepEqual(await tested([], { expect: ['^2026-03-01T02:14:09.000Z Started$'] }), { kind: 'passed' });
    const seen = await tested([], { expect: ['Ready'] });
    assert.deepEqual(seen, { kind: 'failed', reason: 'in the log since the deploy: no line has Ready' });
  });

  it('proves nothing if it has no line at all', async () => {
    const seen = await tested([], { forbid: ['ERROR'] }, 0, []);
    assert.match(seen.kind === 'unknown' ? seen.reason : '', /has no line at all since the deploy/);
    assert.equal((await tested([], { forbid: ['ERROR'], expect: ['Ready'] }, 0, [])).kind, 'failed');
    // An ignored line still counts as a line.
    assert.deepEqual(await tested([], { forbid: ['ERROR'], except: ['Started'] }), { kind: 'passed' });
  });

  it('is unknown if it cannot be read, and nothing of it is shown', async () => {
    const seen = await tested(['ERROR Ada'], { forbid: ['FATAL'] }, 3);
    assert.ok(seen.kind === 'unknown');
    assert.match(seen.reason, /\(environments\.staging\.deploy\.command\.logs\) exited with code 3$/);
  });

  it('is unknown if nothing was deployed', async () => {
    const test = smokeTest.parse({ name: 'test', logs: { forbid: ['ERROR'] } });
    const seen = await test.open({ effects: databaseEffects(), where: 'smoke', placeholders: {} }).run();
    assert.match(seen.kind === 'unknown' ? seen.reason : '', /^no deploy is recorded here/);
  });

  it('may not be searched for a pattern that never ends on a long line', async () => {
    const read = (forbid: string) => smokeTest.safeParse({ name: 'log', logs: { forbid: [forbid] } });
    assert.match(JSON.stringify(read('.*a.*a.*b$').error), /finishes quickly on a long line/);
    for (const pattern of ['.*error.*', 'ERROR.*failed.*timeout', '[^ ]+ .* failed', 'level=(error|fatal)'])
      assert.ok(read(pattern).success, pattern);
    const line = `ERROR ${'error '.repeat(2_000)}`;
    const before = process.cpuUsage();
    assert.equal((await tested([line], { forbid: ['ERROR.*failed.*timeout', '.*ERROR.*x'] })).kind, 'passed');
    assert.ok(process.cpuUsage(before).user < 2_000_000);
  });
});
