import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../src/core/messages/errors.ts';
import { factQuestions, factsOf, readableFacts } from '../../src/planning/facts-input.ts';
import { productDefinition } from '../../src/products/definition.ts';

const reason = 'Required.';
const product = productDefinition.parse({
  name: 'forge',
  title: 'Forge',
  versions: {},
  releases: { list: ['1.0.0'] },
  probes: { health: { http: { path: '/' } }, version: { http: { path: '/', value: 'version' } } },
  path: [
    { 'required-stops': { at: '1.1', when: { fact: 'npm', is: true }, reason } },
    { 'required-stops': { at: '1.2', when: { fact: 'nodes', 'at-least': 2 }, reason } },
    { 'required-stops': { at: '1.3', when: { fact: 'engine', is: 'mysql' }, reason } },
    { 'required-stops': { at: '1.4', when: { fact: 'server', 'at-most': '16.2' }, reason } },
    { 'required-stops': { at: '1.5', when: { fact: 'tier', is: 'large' }, reason } },
  ],
  facts: {
    tier: { type: 'text', values: ['small', 'large'], question: 'How large is it?', url: 'https://example.com/tiers' },
  },
});

const given = (...facts: string[]) => readableFacts(factsOf({ facts }), product);

test('a value that does not parse as the type of the rules is an error that names what is accepted', () => {
  const wrong: readonly [fact: string, says: RegExp][] = [
    [
      'npm=maybe',
      /"npm" is "maybe", which is not a boolean\..*Accepted: true, yes, on or 1; false, no, off or 0; or unknown/,
    ],
    ['npm=2', /not a boolean/],
    ['nodes=several', /"nodes" is "several", which is not a number\..*Accepted: a number, such as 3/],
    ['nodes=0x10', /not a number/],
    ['server=new', /not a version\..*such as 16\.2/],
    ['tier=huge', /"tier" is "huge", which is not one of its values\..*Accepted: small, large/],
  ];
  for (const [fact, says] of wrong) {
    assert.throws(
      () => given(fact),
      (error) => error instanceof UserError && says.test(error.message),
      fact,
    );
  }
  const right = [
    'npm=True',
    'npm= on ',
    'npm=0',
    'npm=',
    'npm=unknown',
    'nodes=10',
    'engine=MySQL',
    'server=v16.2',
    'tier=LARGE',
  ];
  for (const fact of right) assert.doesNotThrow(() => given(fact), fact);
  assert.doesNotThrow(() => readableFacts({ npm: true, nodes: 3, engine: 'anything' }, product));
});

test('the plan asks for missing facts, in the words of the product', () => {
  assert.deepEqual(factQuestions(['tier', 'npm'], product), [
    'The fact "tier" is not known, so what depends on it counts. How large is it? (https://example.com/tiers) Set it under "facts", or with --facts tier=VALUE: small, large.',
    'The fact "npm" is not known, so what depends on it counts. Set it under "facts", or with --facts npm=VALUE: true, yes, on or 1; false, no, off or 0.',
  ]);
});
