import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { UserError } from '../../../src/core/messages/errors.ts';
import { readInputs } from '../../../src/entries/action/inputs.ts';

const actionFile = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string().optional() })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

test('every input of action.yml is read, and an empty one counts as not given', async () => {
  const { inputs } = actionFile.parse(
    parse(await readFile(join(import.meta.dirname, '../../..', 'action.yml'), 'utf8')),
  );
  const read: string[] = [];
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        read.push(String(name));
        return name === 'INPUT_COMMAND' ? 'plan' : '';
      },
    },
  );
  assert.deepEqual(readInputs(environment), {
    command: 'plan',
    given: {},
    summary: true,
    token: undefined,
  });
  assert.deepEqual(
    [...new Set(read)].sort(),
    Object.keys(inputs)
      .map((name) => `INPUT_${name.toUpperCase()}`)
      .sort(),
  );
});

test('lists are split where a person would split them', () => {
  const { given } = readInputs({
    INPUT_COMMAND: 'plan',
    INPUT_ACKNOWLEDGE: ' rotate-keys, read-notes\nwarn-users,',
    INPUT_FACTS: 'nodes=3\nname=a, b\n',
  });
  assert.deepEqual(given.acknowledge, ['rotate-keys', 'read-notes', 'warn-users']);
  assert.deepEqual(given.facts, ['nodes=3', 'name=a, b']);
  // Where a workflow is started, an input is one line.
  const typed = readInputs({
    INPUT_COMMAND: 'plan',
    INPUT_FACTS: 'nodes=3, name=a, b,npm=yes',
    INPUT_PARTS: 'chart=7.1, db=2',
  });
  assert.deepEqual(typed.given.facts, ['nodes=3', 'name=a, b', 'npm=yes']);
  assert.deepEqual(typed.given.parts, ['chart=7.1', 'db=2']);
});

for (const [name, value, says] of [
  ['SUMMARY', 'True', /The input "summary" is "True"\. It must be "true" or "false"\. .* Did you mean "true"\?/],
  ['ENVIRONMENT', 'stagging', /The input "environment" is "stagging"\..* Did you mean "staging"\?/],
  ['PURPOSE', 'restorepoint', /Did you mean "restore-point"\?/],
  ['BUDGET', 'a while', /The input "budget" is "a while"\. It must be a whole number and s, m, h or d: 90s/],
  ['RELEASE', '1.0.2', /It must be "from" or "to"\. Nothing was done\. Correct "release:" of this step\./],
] as const) {
  test(`${name}: ${value} is an error that names what is accepted`, () => {
    assert.throws(
      () => readInputs({ INPUT_COMMAND: 'deploy', [`INPUT_${name}`]: value }),
      (error) => error instanceof UserError && says.test(error.message),
    );
  });
}

test('descriptions of inputs and outputs are sentences', async () => {
  const { inputs, outputs } = actionFile.parse(
    parse(await readFile(join(import.meta.dirname, '../../..', 'action.yml'), 'utf8')),
  );
  for (const [name, { description }] of Object.entries({ ...inputs, ...outputs })) {
    assert.match(description, /^[A-Z].*\.$/, name);
  }
});

test('the JSON of a hop only comes from a matrix: typed by a person, the hop is an id', () => {
  const json = '{"id":"1.0.2--1.1.4"}';
  const hopOf = (command: string, environment: string, hop: string) =>
    readInputs({ INPUT_COMMAND: command, INPUT_ENVIRONMENT: environment, INPUT_HOP: hop }).given.hop;
  assert.equal(hopOf('check', 'production', json), json);
  assert.equal(hopOf('rollback', 'staging', json), json, 'the way back of a rehearsal is a leg of the matrix');
  assert.equal(hopOf('rollback', 'production', '1.0.2--1.1.4'), '1.0.2--1.1.4');
  for (const [command, environment] of [
    ['rollback', 'production'],
    ['rollback', ''],
    ['adopt', ''],
  ] as const) {
    for (const hop of [json, '../1.0.2--1.1.4', '1.0.2']) {
      assert.throws(
        () => hopOf(command, environment, hop),
        (error) => error instanceof UserError && /is not the id of a hop/.test(error.message),
        `${command} ${hop}`,
      );
    }
  }
});
