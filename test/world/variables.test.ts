import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { UserError } from '../../src/core/messages/errors.ts';
import { variableNames, variablesFrom } from '../../src/world/variables.ts';

function filling(environment: Record<string, string | undefined> = {}) {
  const masked: string[] = [];
  const variables = variablesFrom(environment, (value) => masked.push(value));
  return {
    masked,
    fill: (template: string, placeholders?: Record<string, string>) => variables.fill(template, 'smoke', placeholders),
  };
}

function mistakeOf(act: () => unknown): UserError {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error;
  }
  return assert.fail('no error');
}

describe('variables', () => {
  it('fills in variables and placeholders, and masks the variables only', () => {
    const { fill, masked } = filling({ DB_PASSWORD: 'hunter2' });
    assert.equal(
      fill('postgres://app:${DB_PASSWORD}@db/{version}', { version: '4.0.4' }),
      'postgres://app:hunter2@db/4.0.4',
    );
    assert.deepEqual(masked, ['hunter2']);
  });

  it('does not mask what is plain, unless an address brings a user with it', () => {
    const masked: string[] = [];
    const environment = {
      URL: 'https://records.acme.example',
      OTHER: 'https://me:hunter2@records.acme.example',
      KEY: 'hunter2',
    };
    const variables = variablesFrom(environment, (value) => masked.push(value)).unmasked(['URL', 'OTHER']);
    for (const name of Object.keys(environment)) variables.fill(`\${${name}}`, 'environments.production.url');
    assert.deepEqual(masked, [environment.OTHER, environment.KEY]);
  });

  it('never reads a value that it filled in as a template again', () => {
    const { fill } = filling({ A: '${B} {to}', B: 'secret' });
    assert.equal(fill('${A}', { to: '2.0.0' }), '${B} {to}');
  });

  it('says which variable is missing, where, and distinguishes empty from missing', () => {
    const { fill } = filling({ EMPTY: '' });
    assert.match(
      mistakeOf(() => fill('${GONE}')).message,
      /GONE, which smoke uses, is not set.*Set GONE in the env: of this job/,
    );
    assert.match(mistakeOf(() => fill('${EMPTY}')).message, /EMPTY, which smoke uses, is empty/);
  });

  it('names the placeholders that there are', () => {
    const { fill } = filling();
    const message = mistakeOf(() => fill('{verison}', { version: '1', to: '1' })).message;
    assert.match(message, /Unknown placeholder \{verison\} in smoke.*\{version\}, \{to\}/);
    assert.match(mistakeOf(() => fill('{constructor}')).message, /Unknown placeholder \{constructor\}/);
  });

  it('gives any text back that was escaped', () => {
    const { fill } = filling();
    const text = fc.string({ unit: fc.constantFrom('$', '{', '}', 'A', ' ', '"'), maxLength: 30 });
    fc.assert(
      fc.property(text, (wanted) => {
        const escaped = wanted.replace(
          /\$\{|\{|\}/g,
          (found) => ({ '${': '$${', '{': '{{', '}': '}}' })[found] ?? found,
        );
        assert.equal(fill(escaped), wanted);
      }),
    );
  });

  it('lists the variables of a template, each once, without escaped ones', () => {
    assert.deepEqual(variableNames('${A}:${B}/${A} $${C} {to}'), ['A', 'B']);
  });
});
