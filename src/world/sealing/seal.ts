/** Encrypts what is given away, so that whoever keeps it cannot read it. */
export interface Seal {
  /** Whom it is encrypted for: keys that are not secrets. */
  readonly recipients: readonly string[];
  /** The size of an encrypted text of this many bytes. */
  sealedBytes(plainBytes: number): number;
  seal(plain: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>>;
  /** Rejects with a UserError if what is encrypted now could not be decrypted with the configuration's identity. */
  requireReadable(): Promise<void>;
  /** Rejects with a UserError if there is no identity, or if it is not a recipient's. */
  unseal(sealed: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>>;
}
