import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { load } from './products.ts';

const reached = { command: { run: ['look'] } };
const stage = (name: string, more = {}) => ({ name, title: name, reason: 'It must be.', reached, ...more });
const move = (more = {}) => ({
  name: 'move',
  title: 'The move',
  stages: [stage('old'), stage('new', { deploy: { command: { run: ['go'] } } })],
  ...more,
});

interface Parts {
  readonly product?: unknown;
  readonly production?: object;
  readonly staging?: object;
  readonly more?: object;
}

/** What is wrong with it, by place. */
function mistakes({ product = move(), production = {}, staging = { disposable: true }, more = {} }: Parts): string[] {
  const loaded = load(stringify({ system: 'move', product, environments: { production, staging }, ...more }));
  return loaded.kind === 'mistakes'
    ? loaded.error.mistakes.map(({ path, problem }) => `${path.join('.')}: ${problem}`)
    : [];
}

test('a product with stages needs no address, no data, no backups and no deploy of its environments', () => {
  assert.deepEqual(mistakes({}), []);
});

test('whatever its stages ask for is still required', () => {
  const http = { http: { path: '/stage' } };
  const asked = mistakes({ product: move({ stages: [stage('old'), { ...stage('new'), reached: http }] }) });
  assert.deepEqual(
    asked.map((text) => text.split(':')[0]),
    [
      'environments.production.url',
      'environments.production.deploy',
      'environments.staging.url',
      'environments.staging.deploy',
    ],
  );
});

test('only stages may waive staging, and the reason is written out', () => {
  const waived = { waive: 'There is one cluster.' };
  assert.deepEqual(mistakes({ staging: waived }), []);
  assert.match(mistakes({ staging: { waive: '' } }).join(), /environments\.staging\.waive/);
  const url = 'https://example.com';
  const production = {
    url,
    access: { admin: '${ADMIN}' },
    data: { sqlite: { file: 'a' } },
    deploy: { command: { run: ['go', '{version}'] } },
  };
  const backup = { backup: { store: { folder: { path: 'b' } } } };
  assert.deepEqual(mistakes({ product: 'unleash', production, staging: waived, more: backup }), [
    'environments.staging.waive: Staging can be waived only for a product without releases; this one has them.',
  ]);
});

test('a product with releases needs everything', () => {
  const keys = mistakes({
    product: 'unleash',
    production: { access: { admin: '${ADMIN}' } },
    staging: { waive: 'No.' },
  });
  for (const key of ['production.url', 'production.data', 'production.deploy', 'backup'])
    assert.ok(
      keys.some((text) => text.includes(`${key}: The key`)),
      `${key} in ${keys.join('\n')}`,
    );
});

test('data that is backed up on one side must be restored on the other', () => {
  const data = { sqlite: { file: 'a' } };
  const backup = { backup: { store: { folder: { path: 'b' } } } };
  assert.match(mistakes({ production: { data }, more: backup }).join(), /Only production has a `data`/);
  assert.match(mistakes({ staging: { disposable: true, data } }).join(), /Only staging has a `data`/);
  assert.match(
    mistakes({ production: { data }, staging: { waive: 'x' } }).join(),
    /backup: The key "backup" is missing/,
  );
});

test('stages differ by name, and so do their manual steps', () => {
  assert.match(mistakes({ product: move({ stages: [stage('old'), stage('old')] }) }).join(), /product\.stages/);
});
