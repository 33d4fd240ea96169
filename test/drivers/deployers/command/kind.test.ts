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
