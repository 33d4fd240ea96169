import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluate, type Facts, when } from '../../../../src/core/path/graph/facts.ts';
import { factsAskedBy, pathRules } from '../../../../src/core/path/rules.ts';

function truth(condition: unknown, facts: Facts): string {
  return evaluate(when.parse(condition), facts).kind;
}

test('an unknown fact decides nothing, unless the others do', () => {
  const nodes = { fact: 'web-nodes', 'at-least': 2 };
  const packages = { fact: 'npm-packages', is: true };
  assert.equal(truth(nodes, {}), 'unknown');
  assert.equal(truth([nodes, packages], { 'npm-packages': false }), 'fails');
  assert.equal(truth([nodes, packages], { 'npm-packages': true }), 'unknown');
  assert.equal(truth([{ any: [nodes, packages] }], { 'npm-packages': true }), 'holds');
  assert.equal(truth([{ any: [nodes, packages] }], { 'npm-packages': false }), 'unknown');
});

test('values from a command line are parsed', () => {
  assert.equal(truth({ fact: 'web-nodes', 'at-least': 2 }, { 'web-nodes': '10' }), 'holds');
  assert.equal(truth({ fact: 'npm-packages', is: true }, { 'npm-packages': 'true' }), 'holds');
  assert.equal(truth({ fact: 'web-nodes', 'at-most': 2 }, { 'web-nodes': 'several' }), 'unknown');
  assert.equal(truth({ fact: 'constructor', is: true }, {}), 'unknown');
});

test('the facts that rules ask for can be listed', () => {
  const reason = 'Because.';
  const rules = pathRules.parse([
    { 'required-stops': { at: '1.1', when: { fact: 'web-nodes', 'at-least': 2 }, reason } },
    {
      manual: {
        id: 'move',
        entering: '2',
        text: 'Move.',
        when: [
          {
            any: [
              { fact: 'web-nodes', is: 1 },
              { fact: 'ha', is: true },
            ],
          },
        ],
      },
    },
  ]);
  assert.deepEqual(factsAskedBy(rules), ['web-nodes', 'ha']);
});

test('invalid rules are refused with a correct form', () => {
  const messages = (rules: unknown) =>
    pathRules
      .safeParse(rules)
      .error?.issues.map(({ message }) => message)
      .join('; ') ?? '';
  assert.match(messages([{}]), /exactly one key: no-line-skipped, /);
  assert.match(messages([{ 'no-line-skipped': { line: 'minor' } }]), /expected string/);
  const step = { manual: { id: 'move', entering: '2', text: 'Move.' } };
  assert.match(messages([step, step]), /ids all differ/);
  assert.match(messages([{ manual: { id: 'move', text: 'Move.' } }]), /exactly one of entering and landing-on/);
});
