import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { isRecipientForm } from '../../../src/world/sealing/recipient-form.ts';

test('a public key of age is recognized by its checksum, whatever its kind', async () => {
  for (const identity of [await generateHybridIdentity(), await generateX25519Identity()]) {
    const recipient = await identityToRecipient(identity);
    assert.ok(isRecipientForm(recipient), recipient);
    assert.ok(!isRecipientForm(recipient.slice(0, -1)), 'cut short');
    assert.ok(!isRecipientForm(recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q'))), 'mistyped');
    assert.ok(!isRecipientForm(identity), 'the secret key');
  }
  for (const text of ['', 'age1', 'age1qqqqqq', `age1${'q'.repeat(58)}`, 'a person']) {
    assert.ok(!isRecipientForm(text), text);
  }
});
