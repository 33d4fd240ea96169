import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/objects/bucket.ts
var pieceBytes = 8 * 2 ** 20;
var BucketError = class extends Error {
  name = "BucketError";
  /** It may work when it is asked again: the server is busy, the connection was lost. */
  passes;
  /** What to do about it. */
  next;
  /** @param message a phrase that follows "The bucket could not be used: " */
  constructor(message, { passes, next, cause }) {
    super(message, { cause });
    this.passes = passes;
    this.next = next;
  }
};

export {
  pieceBytes,
  BucketError
};
