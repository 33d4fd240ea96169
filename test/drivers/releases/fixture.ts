import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a kind of release source brings for the contract test. */
export interface SourceFixture {
  /** The key of the kind, where its folder has several. */
  readonly name: string;
  /** Its settings where the server is at this address; one without a server takes no notice. */
  settings(server: { readonly url: string; readonly host: string }): object;
  /** The tags that it gives, in any order. */
  readonly tags: readonly string[];
  /** A server as it should be, with its list on two pages where the protocol has pages. Undefined where nothing is asked for. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
  /** What a login step has set. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that it reads, by their paths below the working directory. */
  readonly files?: Readonly<Record<string, string>>;
}

export type MakeSourceFixture = () => readonly SourceFixture[];
