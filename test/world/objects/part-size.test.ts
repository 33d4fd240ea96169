import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { partSize } from '../../../src/world/objects/part-size.ts';
import { s3Parts } from '../../../src/world/objects/s3/bucket.ts';

const mebibyte = 1024 ** 2;
const tebibyte = 1024 ** 4;

test('every object that a store accepts is divided into parts that it accepts, and into no more of them', () => {
  const limits = fc.constantFrom(
    s3Parts,
    { ...s3Parts, inAnyOrder: false },
    { ...s3Parts, maxParts: 50_000, multipleOf: 1 },
  );
  fc.assert(
    fc.property(limits, fc.integer({ min: 0, max: 5 * tebibyte }), (those, bytes) => {
      const size = partSize(bytes, those);
      assert.ok(size !== undefined);
      assert.ok(size.bytes >= those.minBytes && size.bytes <= those.maxBytes, `parts of ${size.bytes}`);
      assert.equal(size.bytes % those.multipleOf, 0);
      assert.ok(Math.ceil(bytes / size.bytes) <= those.maxParts, `${bytes} in parts of ${size.bytes}`);
      assert.ok(size.atOnce === 1 || size.atOnce * size.bytes <= 64 * mebibyte);
    }),
  );
});

test('the edges: nothing, 10,000 parts of the usual size, one byte more, the largest object and one byte more', () => {
  const usual = 16 * mebibyte;
  const sizes = [0, 10_000 * usual, 10_000 * usual + 1, 5 * tebibyte, 5 * tebibyte + 1].map(
    (bytes) => partSize(bytes, s3Parts)?.bytes,
  );
  assert.deepEqual(sizes, [usual, usual, 17 * mebibyte, 525 * mebibyte, undefined]);
});

test('parts that must follow one another are sent one at a time', () => {
  assert.equal(partSize(tebibyte, { ...s3Parts, inAnyOrder: false })?.atOnce, 1);
  assert.equal(partSize(mebibyte, s3Parts)?.atOnce, 4);
});
