import { isIP } from 'node:net';
import { UserError } from '../../../core/messages/errors.ts';
import { hasLoginInQuery } from '../../../world/secrets/spilled-login.ts';

/** Where a MySQL or MariaDB database is and how it is reached, read from the configured URL. Contains the password. */
export interface Connection {
  /** The place of its URL in the configuration, for messages. */
  readonly where: string;
  readonly host: string;
  readonly port: number;
  /** The file of a Unix socket, instead of host and port. */
  readonly socket?: string;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly sslMode: SslMode;
  /** Files. */
  readonly sslCa?: string;
  readonly sslCert?: string;
  readonly sslKey?: string;
}

/** Those of MySQL's own programs: https://dev.mysql.com/doc/refman/8.4/en/connection-options.html#option_general_ssl-mode */
export const sslModes = ['disabled', 'preferred', 'required', 'verify-ca', 'verify-identity'] as const;
export type SslMode = (typeof sslModes)[number];

/** Anything else would be ignored silently, so it is refused. */
const knownParameters = ['socket', 'ssl-mode', 'ssl-ca', 'ssl-cert', 'ssl-key'] as const;

export interface ConnectionText {
  readonly url: string;
  readonly password: string | undefined;
  readonly where: string;
}

/** @throws UserError that names the part at fault and never shows the URL, since it contains the password */
export function parseConnection({ url, password, where }: ConnectionText): Connection {
  const parsed = URL.canParse(url) && !hasLoginInQuery(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['mysql:', 'mariadb:'].includes(parsed.protocol)) throw notReadable(where);
  const parameters = parsed.searchParams;
  for (const name of parameters.keys()) {
    if (!knownParameters.some((known) => known === name)) throw unknownParameter(where, name);
  }
  const socket = parameters.get('socket') ?? undefined;
  const host = decoded(parsed.hostname.replace(/^\[(.*)\]$/, '$1'), where);
  const user = decoded(parsed.username, where);
  const database = decoded(parsed.pathname.slice(1), where);
  if (host === '' && socket === undefined) throw missing(where, 'a host');
  if (user === '') throw missing(where, 'a user');
  if (database === '') throw missing(where, 'the name of a database');
  const sslMode = sslModes.find((mode) => mode === (parameters.get('ssl-mode') ?? 'preferred').toLowerCase());
  if (sslMode === undefined) throw badSslMode(where, parameters.get('ssl-mode') ?? '');
  if (sslMode === 'verify-identity' && socket === undefined && isIP(host) !== 0) throw addressForIdentity(where);
  const secret = password ?? (parsed.password === '' ? undefined : decoded(parsed.password, where));
  const [sslCa, sslCert, sslKey] = (['ssl-ca', 'ssl-cert', 'ssl-key'] as const).map((name) => parameters.get(name));
  return {
    ...{ where, host, user, database, sslMode },
    port: parsed.port === '' ? 3306 : Number(parsed.port),
    ...(socket !== undefined && { socket }),
    ...(secret !== undefined && { password: secret }),
    ...(sslCa && { sslCa }),
    ...(sslCert && { sslCert }),
    ...(sslKey && { sslKey }),
  };
}

/** Without user and password, for messages. */
export function placeOf({ database, host, port, socket }: Connection): string {
  return socket === undefined ? `"${database}" on ${host}, port ${port}` : `"${database}" by ${socket}`;
}

function decoded(text: string, where: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notReadable(where);
  }
}

function notReadable(where: string): UserError {
  return new UserError({
    happened: `The value of ${where} could not be read as mysql://user:password@host:3306/name (it is not shown, since it may hold a password).`,
    means: 'Nothing was done.',
    next: 'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password separately under "password:".',
  });
}

function missing(where: string, what: string): UserError {
  return new UserError({
    happened: `The URL in ${where} must name ${what}.`,
    means: 'Nothing was done.',
    next: 'Write it as mysql://user:password@host:3306/name. If the password holds # ? or /, percent-encode it.',
  });
}

function unknownParameter(where: string, name: string): UserError {
  return new UserError({
    happened: `The URL in ${where} has the parameter "${name}", which is not supported.`,
    means: 'Nothing was done.',
    next: `Remove it. These are accepted: ${knownParameters.join(', ')}. A "?" in the password is written %3F.`,
  });
}

/** The client compares only names, and would check none here. */
function addressForIdentity(where: string): UserError {
  return new UserError({
    happened: `The URL in ${where} has ssl-mode=verify-identity, but an address instead of a name.`,
    means: 'Whether a certificate is for an address cannot be verified here. Nothing was done.',
    next: 'Write the name that the certificate is for, or ssl-mode=verify-ca where it is enough that your authority signed it.',
  });
}

function badSslMode(where: string, mode: string): UserError {
  return new UserError({
    happened: `The URL in ${where} has ssl-mode="${mode}".`,
    means: 'Nothing was done.',
    next: `Use one of ${sslModes.join(', ')}.`,
  });
}
