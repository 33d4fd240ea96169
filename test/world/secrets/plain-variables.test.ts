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

test('only what says where something is may be read by everybody', () => {
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

test('an address that names a user says nothing that everybody may read', () => {
  const environments = { production: { url: 'https://${USER}:${PASSWORD}@${HOST}' } };
  assert.deepEqual(plainVariables({ environments }), []);
});
