import type { Clock } from '../../clock.ts';
import { networkFailure } from '../network-failure.ts';
import { type AzureNamed, azureFailure } from './failure.ts';
import { authorization } from './sign.ts';

export type Credential =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'token'; readonly token: () => Promise<string> };

export interface AskedAccount extends AzureNamed {
  /** The address of the account, without a trailing slash. */
  readonly server: string;
  readonly credential: Credential;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
}

export interface Asked {
  readonly method?: string;
  /** The name of a blob; left out, the request goes to the container. */
  readonly key?: string;
  /** The request goes to the account instead of the container. */
  readonly isOfAccount?: boolean;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

/** From 2021: supported by the service and by everything that emulates it. */
const apiVersion = '2021-12-02';

/** @param expected statuses that are valid answers, besides those of success */
export type AskAzure = (asked: Asked, ...expected: readonly number[]) => Promise<Response>;

export function askingAzure(account: AskedAccount): AskAzure {
  const { server, container, credential, clock } = account;
  return async ({ key, isOfAccount = false, method = 'GET', query = {}, headers = {}, body, signal }, ...expected) => {
    const path = key === undefined ? '' : `/${key.split('/').map(encodeURIComponent).join('/')}`;
    const url = new URL(isOfAccount ? `${server}/` : `${server}/${encodeURIComponent(container)}${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== '') url.searchParams.set(name, value);
    const sent = new Headers({ ...headers, 'x-ms-version': apiVersion, 'x-ms-date': clock.now().toUTCString() });
    const bytes = body?.byteLength ?? 0;
    sent.set(
      'authorization',
      credential.kind === 'key'
        ? authorization({ account: account.account, key: credential.key }, { method, url, headers: sent, bytes })
        : `Bearer ${await credential.token()}`,
    );
    let response: Response;
    try {
      response = await account.fetch(url, {
        ...{ method, headers: sent, redirect: 'manual' },
        ...(body && { body: Uint8Array.from(body) }),
        ...(signal && { signal }),
      });
    } catch (cause) {
      throw networkFailure(cause, server) ?? cause;
    }
    if (response.ok || expected.includes(response.status)) return response;
    throw await azureFailure(response, account);
  };
}

/** The bytes of an answer, whose server may still disconnect. */
export async function bytesOf(response: Response, server: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw networkFailure(cause, server) ?? cause;
  }
}
