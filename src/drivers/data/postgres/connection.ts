import { UserError } from '../../../core/messages/errors.ts';
import { hasLoginInQuery } from '../../../world/secrets/spilled-login.ts';

/** Where a PostgreSQL database is and how it is reached, read from the configured URL. Contains the password. */
export interface Connection {
  /** The place of its URL in the configuration, for messages. */
  readonly where: string;
  /** A host name, an address, or the folder of a Unix socket, which starts with `/`. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  readonly sslmode: SslMode;
  /** Files, as libpq takes them. */
  readonly sslrootcert?: string;
  readonly sslcert?: string;
  readonly sslkey?: string;
}

/** Makes sure that a session is in the same place as another one. */
export interface SessionPin {
  readonly address: string | undefined;
  /** Settings for the start of the session, as `PGOPTIONS`. */
  readonly options: string;
}

export const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof sslModes)[number];

export const applicationName = 'staged-upgrade';

/** libpq's own; anything else would be ignored silently, so it is refused. */
const knownParameters = new Set(['host', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey']);

/** As libpq accepts it when `host` names the folder of the socket; `URL` does not accept a user without a host. */
const withoutHost = /^(postgres(?:ql)?:\/\/[^/?#]*@)(:\d+)?\//i;

export interface ConnectionText {
  readonly url: string;
  readonly password: string | undefined;
  readonly where: string;
}

/**
 * Reads a connection URL (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
 * @throws UserError that names the part at fault and never shows the URL, since it contains the password
 */
export function parseConnection({ url: written, password, where }: ConnectionText): Connection {
  const url = written.replace(withoutHost, '$1localhost$2/');
  const parsed = URL.canParse(url) && !hasLoginInQuery(url) ? new URL(url) : undefined;
  if (parsed === undefined || !['postgres:', 'postgresql:'].includes(parsed.protocol)) throw notReadable(where);
  const parameters = parsed.searchParams;
  for (const name of parameters.keys()) if (!knownParameters.has(name)) throw unknownParameter(where, name);
  const named = withoutHost.test(written) ? '' : decoded(parsed.hostname.replace(/^\[(.*)\]$/, '$1'), where);
  const host = parameters.get('host') ?? named;
  const user = decoded(parsed.username, where);
  const database = decoded(parsed.pathname.slice(1), where);
  if (host === '') throw missing(where, 'a host');
  if (host.includes(',')) throw missing(where, 'exactly one host');
  if (user === '') throw missing(where, 'a user');
  if (database === '') throw missing(where, 'the name of a database');
  const secret = password ?? (parsed.password === '' ? undefined : decoded(parsed.password, where));
  const sslmode = sslModes.find((mode) => mode === (parameters.get('sslmode') ?? 'prefer'));
  if (sslmode === undefined) throw badSslMode(where, parameters.get('sslmode') ?? '');
  const files = fileParameters(parameters);
  if (sslmode.startsWith('verify') && files.sslrootcert === undefined)
    throw missing(where, `sslrootcert=FILE, which sslmode=${sslmode} needs`);
  return {
    where,
    host,
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    user,
    database,
    sslmode,
    ...files,
    ...(secret === undefined ? {} : { password: secret }),
  };
}

/** The connection as libpq's variables: a password in argv could be read by every user of the machine. */
export function connectionEnvironment(
  connection: Connection,
  inherited: Readonly<Record<string, string>>,
  pin?: SessionPin,
): Record<string, string> {
  // A PGSERVICE or PGOPTIONS of the runner must not lead the tools elsewhere than the URL says.
  const kept = Object.entries(inherited).filter(([name]) => !name.startsWith('PG'));
  const optional = {
    PGPASSWORD: connection.password,
    PGSSLROOTCERT: connection.sslrootcert,
    PGSSLCERT: connection.sslcert,
    PGSSLKEY: connection.sslkey,
    // The name stays for the certificate and the password; the address is the one that was checked.
    PGHOSTADDR: pin?.address,
    PGOPTIONS: pin?.options,
  };
  const set = Object.entries(optional).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries([...kept, ...set]),
    PGHOST: connection.host,
    PGPORT: String(connection.port),
    PGUSER: connection.user,
    PGDATABASE: connection.database,
    PGSSLMODE: connection.sslmode,
    PGAPPNAME: applicationName,
    PGCONNECT_TIMEOUT: '15',
    // Their messages are read, so they must be in English.
    LC_ALL: 'C',
  };
}

/** `pg_restore` writes to a database only if one is named in its arguments; a name may contain `=` or spaces. */
export function databaseArgument(connection: Connection): string {
  return `--dbname=dbname='${connection.database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Without user and password, for messages. */
export function placeOf(connection: Connection): string {
  return `"${connection.database}" on ${connection.host}, port ${connection.port}`;
}

function fileParameters(parameters: URLSearchParams): Pick<Connection, 'sslrootcert' | 'sslcert' | 'sslkey'> {
  const sslrootcert = parameters.get('sslrootcert');
  const sslcert = parameters.get('sslcert');
  const sslkey = parameters.get('sslkey');
  return { ...(sslrootcert && { sslrootcert }), ...(sslcert && { sslcert }), ...(sslkey && { sslkey }) };
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
    happened: `The value of ${where} could not be read as postgres://user:password@host:5432/name (it is not shown, since it may hold a password).`,
    means: 'Nothing was done.',
    next: 'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password separately under "password:".',
  });
}

function missing(where: string, what: string): UserError {
  return new UserError({
    happened: `The URL in ${where} must name ${what}.`,
    means: 'Nothing was done.',
    next: 'Write it as postgres://user:password@host:5432/name. If the password holds # ? or /, percent-encode it.',
  });
}

function unknownParameter(where: string, name: string): UserError {
  return new UserError({
    happened: `The URL in ${where} has the parameter "${name}", which is not supported.`,
    means: 'Nothing was done.',
    next: `Remove it. These are accepted: ${[...knownParameters].join(', ')}. A "?" in the password is written %3F.`,
  });
}

function badSslMode(where: string, mode: string): UserError {
  return new UserError({
    happened: `The URL in ${where} has sslmode="${mode}".`,
    means: 'Nothing was done.',
    next: `Use one of ${sslModes.join(', ')}.`,
  });
}
