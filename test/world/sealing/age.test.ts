import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';
import { ageSeal } from '../../../src/world/sealing/age.ts';
import type { Seal } from '../../../src/world/sealing/seal.ts';
import { databaseEffects } from '../../support/database-effects.ts';

const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);
const second = await generateIdentity();

function sealFor(recipients: readonly [string, ...string[]], secret?: string): Seal {
  const variables: Record<string, string> = secret === undefined ? {} : { IDENTITY: secret };
  const age = { recipients: [...recipients], ...(secret !== undefined && { identity: '${IDENTITY}' }) };
  return ageSeal({ age }, { effects: databaseEffects(variables), where: 'backup.encryption', placeholders: {} });
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size);
}

async function all(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

function content(length: number): Uint8Array {
  return Buffer.alloc(length, 'a patient, ');
}

/** Around each edge of a chunk. */
const lengths = fc.oneof(
  fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073),
  fc.integer({ min: 0, max: 300_000 }),
);
const pieceSizes = fc.constantFrom(1000, 4096, 65_536, 65_552, 200_000);

test('age reads what is encrypted here, and what age has encrypted is read here, whatever its length and pieces', async () => {
  const seal = sealFor([recipient, await identityToRecipient(second)], second);
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(second));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  await fc.assert(
    fc.asyncProperty(lengths, pieceSizes, async (length, size) => {
      const plain = content(length);
      const sealed = await all(await seal.seal(inPieces(plain, size)));
      assert.ok(sealed.byteLength <= seal.sealedBytes(length));
      assert.deepEqual(Buffer.from(await decrypter.decrypt(sealed)), Buffer.from(plain));
      assert.deepEqual(await all(await seal.unseal(inPieces(sealed, size))), Buffer.from(plain));
      const theirs = await encrypter.encrypt(plain);
      assert.deepEqual(await all(await seal.unseal(inPieces(theirs, size))), Buffer.from(plain));
    }),
    { numRuns: 30 },
  );
});

test('nothing that was changed, truncated or extended is read as if it were complete', async () => {
  const seal = sealFor([recipient], identity);
  const sealed = await all(await seal.seal(inPieces(content(140_000), 50_000)));
  const changed = Buffer.from(sealed);
  changed[changed.byteLength - 1000] = (changed[changed.byteLength - 1000] ?? 0) ^ 1;
  const whole = 64 * 1024 + 16;
  const payload = sealed.byteLength - (140_000 + 3 * 16);
  const damaged = [
    changed,
    sealed.subarray(0, -1),
    sealed.subarray(0, payload + whole),
    sealed.subarray(0, payload),
    sealed.subarray(0, 20),
    Buffer.concat([sealed, Buffer.from('x')]),
    Buffer.alloc(0),
    Buffer.from('not encrypted at all'),
  ];
  for (const [index, each] of damaged.entries())
    await assert.rejects(
      async () => all(await seal.unseal(inPieces(each, 4096))),
      (error) => error instanceof SystemFailure && /is not as age wrote it/.test(error.message),
      `damage ${index}`,
    );
});

test('another identity, no identity, and an invalid key are distinguished, and no secret is in a message', async () => {
  const sealed = await all(await sealFor([recipient]).seal(inPieces(content(10), 10)));
  const other = await identityToRecipient(second);
  const mistakes: readonly (readonly [Seal, RegExp])[] = [
    [sealFor([recipient], second), new RegExp(`not for the identity of .*, whose public key is ${other}`)],
    [sealFor([recipient]), /Backups are encrypted, .* names no identity.*AGE-SECRET-KEY-1/],
    [sealFor([recipient], `${identity}x`), /is not an age secret key/],
  ];
  for (const [seal, message] of mistakes)
    await assert.rejects(seal.unseal(inPieces(sealed, 10)), (error) => {
      assert(error instanceof UserError);
      assert.match(error.message, message);
      for (const secret of [identity, second]) assert.ok(!error.message.includes(secret));
      return true;
    });
  await assert.rejects(
    sealFor(['age1nonsense']).seal(inPieces(content(1), 1)),
    /"age1nonsense", which is not an age public key/,
  );
  await assert.rejects(sealFor([identity]).seal(inPieces(content(1), 1)), (error) => {
    assert(error instanceof UserError);
    assert.match(error.message, /holds a secret key instead of a public one.*Create a new key pair/);
    return !error.message.includes(identity);
  });
});

test('an identity that fits none of the recipients is found before anything is encrypted', async () => {
  const other = await identityToRecipient(second);
  await sealFor([recipient], identity).requireReadable();
  await sealFor([other, recipient], identity).requireReadable();
  for (const [seal, message] of [
    [sealFor([recipient], second), new RegExp(`${other}, which is not among its recipients.*could not be restored`)],
    [sealFor([recipient]), /names no identity/],
  ] as const)
    await assert.rejects(seal.requireReadable(), (error) => error instanceof UserError && message.test(error.message));
});
