import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toolError, withoutValues } from '../../../../src/drivers/data/postgres/redaction.ts';

describe('messages of PostgreSQL, without values of rows', () => {
  const quoting = [
    'duplicate key value violates unique constraint "patients_pkey"\nDETAIL:  Key (name)=(Ada) already exists.',
    'ERROR:  invalid input syntax for type integer: "Ada"',
    'invalid input value for enum mood: "Ada"',
    'invalid byte sequence for encoding "UTF8": 0x41 0x64 0x61',
    'date/time field value out of range: "Ada"',
    'patient Ada is not accepted',
    'patient "Ada" is not accepted',
    'value "Ada" is out of range for type integer',
  ];
  for (const message of quoting) {
    it(`hides the value in: ${message.split('\n')[0]}`, () => {
      const shown = withoutValues(message);
      assert.ok(!/Ada|0x41/.test(shown), shown);
      assert.ok(shown.length > 10);
    });
  }

  it('keeps the names that a person needs', () => {
    assert.equal(
      withoutValues('ERROR:  duplicate key value violates unique constraint "patients_pkey"'),
      'duplicate key value violates unique constraint "patients_pkey"',
    );
    assert.equal(withoutValues('role "app" does not exist'), 'role "app" does not exist');
    assert.equal(withoutValues('permission denied for table patients'), 'permission denied for table patients');
  });

  it('names the table whose rows were rejected, and not the row', () => {
    const stderr = [
      'pg_restore: processing data for table "public.patients"',
      'pg_restore: while PROCESSING TOC:',
      'pg_restore: from TOC entry 3391; 0 16386 TABLE DATA patients app',
      'pg_restore: error: COPY failed for table "patients": ERROR:  invalid input syntax for type integer: "Ada; x"',
      'CONTEXT:  COPY patients, line 1, column name: "Ada; x"',
    ].join('\n');
    const shown = toolError(stderr) ?? '';
    assert.match(
      shown,
      /^TABLE DATA patients app: COPY failed for table "patients": invalid input syntax for type integer/,
    );
    assert.ok(!shown.includes('Ada'));
    assert.equal(
      toolError('pg_dump: error: query failed: ERROR:  permission denied for table patients'),
      'query failed: permission denied for table patients',
    );
  });

  it('reads what workers wrote into the same line, and says why one ended rather than that it did', () => {
    const stderr = [
      'pg_dump: saving database definition',
      'pg_dump:pg_dump: error:  error: query failed: FATAL:  out of memory',
      'server closed the connection unexpectedly',
      'query failed: FATAL:  out of memory',
      'pg_dump:pg_dump: detail:  detail: Query was: SELECT 1;',
      'pg_dump: error: a worker process died unexpectedly',
    ];
    assert.equal(toolError(stderr.join('\n')), 'query failed: out of memory');
    const leaderFirst = [stderr[5], 'pg_dump: error: query failed: FATAL:  out of memory'].join('\n');
    assert.equal(toolError(leaderFirst), 'query failed: out of memory');
    assert.equal(toolError(`${stderr[5]}`), 'a worker process died unexpectedly');
  });
});
