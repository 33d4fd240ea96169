import { UserError } from '../../core/messages/errors.ts';
import { shownUrl } from './http-failure.ts';

export interface ServerAddress {
  /** Without user and password: fetch accepts no address with credentials, and neither may a message. */
  readonly url: URL;
  /** The user and password of the address, as a header. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The address of a server, as configured.
 * @param where the place in the configuration; the text itself may contain a password, and is never shown
 * @throws UserError if it is not an http or https address
 */
export function serverAddress(text: string, where: string): ServerAddress {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw notAnAddress(where);
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  url.username = '';
  url.password = '';
  return { url, headers: user === '' && password === '' ? {} : basicAuthorization(user, password) };
}

/** https://www.rfc-editor.org/rfc/rfc7617 */
export function basicAuthorization(user: string, password: string): { readonly authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

/** An address below another one, whether that ends with a slash or not; its query is kept. */
export function below(url: URL, path: string): URL {
  const folder = new URL(url);
  if (!folder.pathname.endsWith('/')) folder.pathname += '/';
  const found = new URL(path, folder);
  if (found.origin !== url.origin) throw new Error(`${path} is not below ${shownUrl(url)}`);
  found.search = url.search;
  return found;
}

function notAnAddress(where: string): UserError {
  return new UserError({
    happened: `${where} is not an address of a server.`,
    means: 'No releases are known, so no path was planned.',
    next: 'Write an address that starts with https:// or http://, e.g. https://charts.example.com.',
  });
}
