import { looksSecret } from '../../../world/secrets/shown.ts';
import type { Setting } from './command.ts';

/** An address without its login, and what git needs to log in anyway. */
export interface WithoutLogin {
  readonly address: string;
  readonly settings: readonly Setting[];
  /** What must not be shown: git quotes addresses, and servers quote headers. */
  readonly secrets: readonly string[];
}

/**
 * Git passes an address to its helpers as an argument, which every user of the machine can read. So a password in it
 * is passed as a header, in a setting that is a variable. A user without a password is not a secret, and git's own helpers
 * may need it, unless it is a token.
 */
export function withoutLogin(address: string): WithoutLogin {
  const url = URL.parse(address);
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === null || !isHttp || (url.password === '' && !looksSecret(url.username))) {
    return { address, settings: [], secrets: [] };
  }
  const login = `${decoded(url.username)}:${decoded(url.password)}`;
  url.username = '';
  url.password = '';
  const encoded = Buffer.from(login).toString('base64');
  return {
    address: url.href,
    settings: headerFor(url.origin, encoded),
    secrets: [encoded, ...login.split(':').filter((part) => part.length > 3)],
  };
}

/**
 * The header that actions/checkout uses too. The empty value first clears any header that the clone has for the
 * server: two of them are refused. Git sends it to this server only.
 * https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpextraHeader
 */
export function headerFor(server: string, encodedLogin: string): Setting[] {
  const key = `http.${new URL(server).origin}/.extraheader`;
  return [
    [key, ''],
    [key, `AUTHORIZATION: basic ${encodedLogin}`],
  ];
}

/** A setting of the clone that names an address, in its key or as its value. */
export function settingWithoutLogin([key, value]: Setting): readonly Setting[] {
  const rewriting = /^url\.(?<base>.+)\.(?<what>insteadof|pushinsteadof)$/is.exec(key)?.groups;
  if (rewriting !== undefined) {
    const { address, settings } = withoutLogin(rewriting.base ?? '');
    return [...settings, [`url.${address}.${rewriting.what}`, value]];
  }
  if (!/^remote\..+\.(push)?url$/is.test(key)) return [[key, value]];
  const { address, settings } = withoutLogin(value);
  return [...settings, [key, address]];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
