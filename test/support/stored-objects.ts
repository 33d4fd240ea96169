/** The objects of a bucket as the server of a test has them: read and changed behind the back of what is tested. */
export interface StoredObjects {
  keys(): Promise<readonly string[]>;
  read(key: string): Promise<Buffer>;
  write(key: string, content: Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
}
