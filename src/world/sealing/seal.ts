/** Encrypts what is given out of hand, so that whoever keeps it cannot read it. */
export interface Seal {
  /** Whom it is encrypted for: keys that are not secrets. */
  readonly recipients: readonly string[];
  /** How many bytes an encrypted text of so many bytes has. */
  sealedBytes(plainBytes: number): number;
  seal(plain: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>>;
  /** Rejects with a UserError where what is encrypted now could not be read with the identity of the configuration. */
  requireReadable(): Promise<void>;
  /** Rejects with a UserError when there is no identity, or when it is not that of a recipient. */
  unseal(sealed: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>>;
}
