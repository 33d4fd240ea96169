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

  it('does not mask plain values, unless an address contains a user', () => {
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

  it('never treats a value that it filled in as a template', () => {
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

  it('refuses a value that was pasted with a line break, or that has nothing in it', () => {
    for (const value of ['/srv/journal\n', '/srv/journal\r', '/srv/journal\r\n', 'a secret\n\n']) {
      const { fill } = filling({ JOURNAL: value });
      const { detail } = mistakeOf(() => fill('${JOURNAL}/records'));
      assert.equal(detail.happened, 'The environment variable JOURNAL, which smoke uses, ends with a line break.');
      assert.match(detail.next, /Enter JOURNAL again without the line break.*CRLF/);
    }
    for (const value of [' ', '\n', ' \r\n']) {
      const { fill } = filling({ JOURNAL: value });
      assert.match(mistakeOf(() => fill('${JOURNAL}')).message, /has nothing but spaces and line breaks.*Set JOURNAL/);
    }
  });

  it('keeps a value of several lines as it is, whose format may need the last line break', () => {
    const key = '-----BEGIN KEY-----\nabc\n-----END KEY-----\n';
    assert.equal(filling({ KEY: key }).fill('${KEY}'), key);
  });

  it('names the placeholders that there are', () => {
    const { fill } = filling();
    const message = mistakeOf(() => fill('{verison}', { version: '1', to: '1' })).message;
    assert.match(message, /Unknown placeholder \{verison\} in smoke.*\{version\}, \{to\}/);
    assert.match(mistakeOf(() => fill('{constructor}')).message, /Unknown placeholder \{constructor\}/);
  });

  it('returns any text that was escaped unchanged', () => {
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
