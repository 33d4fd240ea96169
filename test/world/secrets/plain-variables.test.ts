import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainVariables } from '../../../src/world/secrets/plain-variables.ts';

const document = {
  system: 'records',
  environments: {
    production: {
      url: 'https://${HOST}:${PORT}/${PATH_TOKEN}',
      access: { 'admin-token': '${ADMIN_TOKEN}' },
      data: { postgres: { url: 'postgres://app:${PASSWORD}@${DATABASE_HOST}/records' } },
      deploy: { command: { run: ['deploy', '--at', '${DEPLOY_TARGET}'] } },
    },
    staging: {
      url: '${STAGING_URL}/api',
      data: { sqlite: { file: '${STAGING_FOLDER}/records.sqlite' } },
      hooks: { scrub: { run: ['scrub', '${SALT}'] } },
    },
  },
  backup: { store: { folder: { path: '${BACKUPS}' } } },
  journal: { store: { folder: { path: '/srv/${KEY}/journal' } } },
};

test('only variables that say where something is may be read by everybody', () => {
  assert.deepEqual(plainVariables(document).toSorted(), ['BACKUPS', 'HOST', 'PORT', 'STAGING_FOLDER', 'STAGING_URL']);
});

test('what is a credential elsewhere, or is named like one, is not a plain variable', () => {
  const access = { 'admin-token': '${TENANT}' };
  const environments = {
    production: { url: 'https://${TENANT}.acme.example', access },
    staging: { url: '${API_TOKEN}' },
  };
  assert.deepEqual(plainVariables({ environments }), []);
});

test('an address that names a user is not plain', () => {
  const environments = { production: { url: 'https://${USER}:${PASSWORD}@${HOST}' } };
  assert.deepEqual(plainVariables({ environments }), []);
});

test('a port number is not a secret, wherever it is passed on', () => {
  const env = { SAMPLE_PORT: '${PRODUCTION_PORT}', TRANSPORT: '${TRANSPORT}', PORT_PASSWORD: '${PORT_PASSWORD}' };
  const data = { postgres: { port: '${DATABASE_PORT}', password: '${DATABASE_PASSWORD}' } };
  const environments = { production: { data, deploy: { command: { run: ['deploy', '${TARGET}'], env } } } };
  assert.deepEqual(plainVariables({ environments }).toSorted(), ['DATABASE_PORT', 'PRODUCTION_PORT']);
});

test('a variable that is passed on as a port and is a credential elsewhere stays a secret', () => {
  const access = { 'admin-token': '${BOTH}' };
  const environments = { production: { access, deploy: { command: { env: { PORT: '${BOTH}' } } } } };
  assert.deepEqual(plainVariables({ environments }), []);
});
