import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sequenceIn } from '../../../../src/drivers/data/postgres/archive.ts';

it('reads the value of a sequence from the archive, whatever its name and size', () => {
  const cases = [
    [
      `SELECT pg_catalog.setval('public.patients_id_seq', 42, true);`,
      { name: 'public.patients_id_seq', value: '42', called: true },
    ],
    [
      `SELECT pg_catalog.setval('"Odd schema"."it''s ""odd"".seq"', -9223372036854775808, false);`,
      { name: `Odd schema."it's ""odd"".seq"`, value: '-9223372036854775808', called: false },
    ],
    ['-- Name: patients_id_seq; Type: SEQUENCE SET; Schema: public', undefined],
  ] as const;
  for (const [line, expected] of cases) assert.deepEqual(sequenceIn(line), expected);
});
