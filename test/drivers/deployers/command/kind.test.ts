import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { databaseEffects } from '../../../support/database-effects.ts';

test('the versions of parts reach the command as {parts.<name>}, and as variables', async () => {
  const run = ['sh', '-c', 'echo "$1 $STAGED_UPGRADE_PARTS_CHART" >&2; exit 3', 'sh', '{version}/{parts.chart}'];
  const effects = databaseEffects();
  const opened = deployer.parse({ command: { run } }).open({ effects, where: 'deploy', placeholders: {} });
  const request = { version: '1.1.4', from: '1.0.2', to: '1.1.4', environment: {}, log: silentLog };
  await assert.rejects(opened.deploy({ ...request, parts: { chart: '7.11.2' } }), /1\.1\.4\/7\.11\.2 7\.11\.2/);
  await assert.rejects(opened.deploy({ ...request, parts: {} }), /Unknown placeholder \{parts\.chart\}/);
});

test('a command that ends with code 0 has failed where its output says so, in colour, wrapped or far before its end', async () => {
  const effects = databaseEffects();
  const deploy = async (
    script: string,
    judge: { readonly expect?: string[]; readonly forbid?: string[] },
  ): Promise<string> => {
    const settings = { command: { run: [process.execPath, '-e', script, '{version}'], judge } };
    const opened = deployer.parse(settings).open({ effects, where: 'deploy', placeholders: {} });
    const request = { version: '1.1.4', from: '1.0.2', to: '1.1.4', parts: {}, environment: {}, log: silentLog };
    return await opened.deploy(request).then(
      () => 'deployed',
      (error: unknown) => String(error),
    );
  };
  const failure = 'Upgrade cancelled due to migration failure.';
  const rules = { expect: ['Upgrade complete SUCCESS of {version}'], forbid: [failure, 'FAILED'] };
  const good = "console.log('\\u001b[1;32mUpgrade complete\\n   SUCCESS\\u001b[0m of ' + process.argv[1]);";
  assert.equal(await deploy(good, rules), 'deployed');
  const cases = [
    [
      "console.log('Upgrade complete SUCCESS of 1.0.2')",
      /exited with code 0, but its output does not say "Upgrade complete SUCCESS of 1\.1\.4"/,
    ],
    [`${good} console.log('\u001b[31mFAI\u001b[0mLED 076')`, /but its output says "FAILED": FAILED 076/],
    [
      `${good} console.error('│ Upgrade cancelled due to      │\\n│ migration failure.            │')`,
      /but its output says "Upgrade cancelled/,
    ],
    [`${good} console.log('10 %\\r20 %\\rFAILED\\r30 %')`, /but its output says "FAILED"/],
    // A program that fills lines up to 80 columns breaks a long word.
    [`${good} console.log('x'.repeat(77) + 'FAI'); console.log('LED')`, /but its output says "FAILED"/],
    [
      `console.log('FAILED'); for (let i = 0; i < 40000; i += 1) console.log('x'.repeat(60)); ${good}`,
      /but its output says "FAILED"/,
    ],
  ] as const;
  for (const [script, expected] of cases) assert.match(await deploy(script, rules), expected);
  assert.match(await deploy('console.log(1)', { forbid: ['two'] }), /deployed/);
  assert.throws(() => deployer.parse({ command: { run: ['true'], judge: {} } }), /at least one text/);
});
