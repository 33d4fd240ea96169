import { UserError } from '../../core/messages/errors.ts';
import { hasLoginInQuery } from '../secrets/spilled-login.ts';

/** Where a MongoDB is and how it is reached, read from the configured URL. Contains the password. */
export interface Address {
  /** The place of its URL in the configuration, for messages. */
  readonly where: string;
  readonly scheme: 'mongodb' | 'mongodb+srv';
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** `db0.example.com:27017,db1.example.com:27017`. */
  readonly hosts: string;
  readonly parameters: URLSearchParams;
}

export interface AddressText {
  readonly url: string;
  readonly password: string | undefined;
  readonly where: string;
}

const shape =
  /^(?<scheme>mongodb(?:\+srv)?):\/\/(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?(?<hosts>[^@/?]+)(?:\/(?<database>[^/?]*))?(?:\?(?<parameters>.*))?$/;

/**
 * Reads a connection URL (https://www.mongodb.com/docs/manual/reference/connection-string/).
 * @throws UserError that never shows the URL, since it contains the password
 */
export function parseAddress({ url, password, where }: AddressText): Address {
  const groups = hasLoginInQuery(url) ? undefined : shape.exec(url)?.groups;
  if (groups === undefined) throw notReadable(where);
  const { scheme, hosts = '', database = '' } = groups;
  const parameters = new URLSearchParams(groups.parameters ?? '');
  const user = decoded(groups.user, where);
  // Where the user is defined. The tools would take the path for the database to dump, and without either they would look
  // for the user in the database that is dumped.
  const isLogin = user !== undefined && !parameters.has('authMechanism');
  if (isLogin && !parameters.has('authSource')) parameters.set('authSource', decoded(database, where) ?? 'admin');
  return {
    where,
    scheme: scheme === 'mongodb+srv' ? 'mongodb+srv' : 'mongodb',
    hosts,
    user,
    password: password ?? decoded(groups.password, where),
    parameters,
  };
}

/** With the password: for the driver, and for a file that nobody else may read. */
export function addressText({ scheme, hosts, user, password, parameters }: Address): string {
  const secret = password === undefined ? '' : `:${encodeURIComponent(password)}`;
  const login = user === undefined ? '' : `${encodeURIComponent(user)}${secret}@`;
  const query = parameters.toString();
  return `${scheme}://${login}${hosts}/${query === '' ? '' : `?${query}`}`;
}

function decoded(text: string | undefined, where: string): string | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw notReadable(where);
  }
}

function notReadable(where: string): UserError {
  return new UserError({
    happened: `The value of ${where} could not be read as mongodb://user:password@host:27017/?option=value (it is not shown, since it may hold a password).`,
    means: 'Nothing was done.',
    next: 'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password separately under "password:".',
  });
}
