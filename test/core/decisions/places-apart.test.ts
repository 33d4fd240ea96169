import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideAddressesApart, decidePlacesApart } from '../../../src/core/decisions/places-apart.ts';
import type { DeployPlace } from '../../../src/core/model/deploy-place.ts';

const location = { project: 'records', engine: '4f2c', host: 'apps' };
const production = { place: { kind: 'compose', location }, at: '2026-03-01T02:14:09Z' };

const decided = (staging: DeployPlace) => decidePlacesApart(production, staging);

test('a place that is equal to production’s in all that it says is refused, whatever the order', () => {
  for (const same of [location, { host: 'apps', engine: '4f2c', project: 'records' }]) {
    const refused = decided({ kind: 'compose', location: same });
    assert.equal(refused?.kind, 'refuse');
    assert.match(refused.message.happened, /project "records"/);
    assert.match(refused.message.happened, /1 Mar 2026 02:14 UTC/);
    assert.match(refused.message.means, /one installation.*Nothing on staging was changed/);
    assert.match(refused.message.next, /environments\.staging\.deploy\.compose/);
  }
});

test('a place that differs in anything, or is of another kind, is not production’s', () => {
  for (const [key, value] of [
    ['project', 'records-staging'],
    ['engine', '9a01'],
    ['host', 'a machine that was cloned'],
    ['namespace', 'besides'],
  ] as const) {
    assert.equal(decided({ kind: 'compose', location: { ...location, [key]: value } }), undefined, key);
  }
  assert.equal(decided({ kind: 'other', location }), undefined);
});

test('staging at production’s address is refused, however that address is written', () => {
  for (const staging of ['https://records.example', 'https://RECORDS.example:443/', 'https://records.example//']) {
    const refused = decideAddressesApart('https://records.example', staging);
    assert.equal(refused?.message.happened, 'environments.staging.url is the address of production.', staging);
  }
  for (const other of ['http://records.example', 'https://records.example:8443', 'https://records.example/staging'])
    assert.equal(decideAddressesApart('https://records.example', other), undefined, other);
});
