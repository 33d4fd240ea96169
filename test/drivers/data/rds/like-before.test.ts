import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { clusterSubject } from '../../../../src/drivers/data/rds/cluster.ts';
import { instanceSubject } from '../../../../src/drivers/data/rds/instance.ts';
import { rdsService } from '../../../../src/world/aws/rds.ts';
import { databaseEffects } from '../../../support/database-effects.ts';

const own = `<AutoMinorVersionUpgrade>false</AutoMinorVersionUpgrade><CopyTagsToSnapshot>true</CopyTagsToSnapshot>
  <EnabledCloudwatchLogsExports><member>audit</member></EnabledCloudwatchLogsExports>`;

test('a copy gets the settings of the instance or cluster that it replaces, including automatic upgrades', async (t) => {
  const asked = new Map<string, URLSearchParams>();
  const server = createServer(async (request, response) => {
    const body = new URLSearchParams((await request.toArray()).map(String).join(''));
    const action = body.get('Action') ?? '';
    asked.set(action, body);
    const found: Readonly<Record<string, string>> = {
      DescribeDBInstances: `<DBInstances><DBInstance><DBInstanceIdentifier>records</DBInstanceIdentifier>${own}</DBInstance></DBInstances>`,
      DescribeDBClusters: `<DBClusters><DBCluster><DBClusterIdentifier>records</DBClusterIdentifier>${own}</DBCluster></DBClusters>`,
    };
    response.end(`<${action}Response><${action}Result>${found[action] ?? ''}</${action}Result></${action}Response>`);
  }).listen(0, '127.0.0.1');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const environment = { AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret' };
  const effects = { ...databaseEffects({}, { environment }), fetch };
  const settings = { region: 'eu-central-1', endpoint: `http://127.0.0.1:${address.port}` };
  const service = rdsService(settings, { effects, where: 'data', placeholders: {} });
  const plan = { like: 'records', tags: {} };
  await instanceSubject(service).restore('a-snapshot', 'records-restoring', plan);
  await clusterSubject(service).restore('a-snapshot', 'records-restoring', plan);
  const instance = asked.get('RestoreDBInstanceFromDBSnapshot');
  assert.equal(instance?.get('AutoMinorVersionUpgrade'), 'false');
  for (const restored of [instance, asked.get('RestoreDBClusterFromSnapshot')]) {
    assert.equal(restored?.get('CopyTagsToSnapshot'), 'true');
    assert.equal(restored?.get('EnableCloudwatchLogsExports.member.1'), 'audit');
  }
});
