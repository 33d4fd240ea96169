import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a kind of release source provides for the contract test. */
export interface SourceFixture {
  /** The key of the kind, if its folder has several. */
  readonly name: string;
  /** Its settings with the server at this address; one without a server ignores it. */
  settings(server: { readonly url: string; readonly host: string }): object;
  /** The tags that it gives, in any order. */
  readonly tags: readonly string[];
  /** A correct server, with its list on two pages if the protocol has pages. Undefined if no request is sent. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
  /** What a login step has set. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that it reads, by their paths below the working directory. */
  readonly files?: Readonly<Record<string, string>>;
}

export type MakeSourceFixture = () => readonly SourceFixture[];
