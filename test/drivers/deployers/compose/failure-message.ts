import assert from 'node:assert/strict';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import type { Message } from '../../../../src/core/messages/message.ts';

/** The message of a failed deploy. */
export async function failureMessage(work: Promise<unknown>): Promise<Message> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(
    error instanceof SystemFailure || error instanceof UserError,
    `it should have failed, with a message: ${String(error)}`,
  );
  return error.detail;
}
