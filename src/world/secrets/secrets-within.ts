/**
 * The secrets inside a value that contains more than a secret: an address, a connection string, lines of settings,
 * a JSON file.
 */

/** No connection string is longer; what is longer is a key or a file. */
const longestConnection = 4096;
const longestKey = 40;

/** Names of credentials, however their words are joined: `Password`, `sslpassword`, `clientSecret`, `AccountKey`. */
const opening = /(?:password|passwd|pwd|passphrase|secret|token|credentials?|authorization|key|pin)$/i;
/** Names whose value only says where something is, or who asks: without it no message could name it. */
const placing =
  /(?:host|hostname|server|endpoint|port|database|dbname|engine|user|username|login|email|name|id|identifier|region|zone|type|driver|url|uri)$/i;
/** What follows `key` if nothing is secret: `TrustedKey=true`. */
const setting = /^(?:true|false|yes|no|on|off|none|null|default)?$/i;

/** Passwords, each as it is written there and as it is sent. */
export function passwordsOf(value: string): string[] {
  const found = [
    ...passwordOfAddress(value),
    ...passwordOfOracle(value),
    ...passwordsOfConnection(value),
    ...passwordsOfJson(value),
    ...passwordsOfLines(value),
  ];
  return [...new Set(found)];
}

/** What may be secret as well, judging by its length or its looks. */
export function partsOf(value: string): string[] {
  return [...queryValuesOf(value), ...tokensOfWebAddress(value), ...tokenOfHeader(value), ...textsOfJson(value)];
}

/** `user:password`, which a request sends as base64. */
export function loginsIn(value: string): string[] {
  const logins = loginsOfAddress(value);
  if (logins.length === 0) return [`x-access-token:${value.trim()}`];
  return logins.map(({ username, password }) => `${decoded(username)}:${decoded(password)}`);
}

function passwordOfAddress(value: string): string[] {
  return loginsOfAddress(value).flatMap(({ password }) => [password, decoded(password)]);
}

/**
 * `app/PASSWORD@db.example:1521/records`, also with `//` before the host, after `jdbc:oracle:thin:`, or with a description in
 * parentheses. Not `app/PASSWORD@ALIAS`: `acme/records@main` looks the same and is no login.
 * https://docs.oracle.com/en/database/oracle/oracle-database/23/netag/configuring-naming-methods.html
 */
const oracleLogin =
  /^(?<driver>jdbc:oracle:[a-z0-9]+:)?[^\s/:@]+\/(?:"(?<quoted>[^"]+)"|(?<plain>[^\s/@"]+))@(?<place>\S+)$/i;
const oraclePlace = /^(?:(?:tcps?:)?\/\/|\(|[\w.-]+:\d{1,5}(?:[/:]|$)|[\w.-]+\/\w)/i;

function passwordOfOracle(value: string): string[] {
  if (value.length > longestConnection) return [];
  const { driver, quoted, plain, place = '' } = oracleLogin.exec(value.trim())?.groups ?? {};
  const password = quoted ?? plain;
  return password === undefined || (driver === undefined && !oraclePlace.test(place)) ? [] : [password];
}

interface Login {
  readonly username: string;
  readonly password: string;
}

/** For addresses that `URL` cannot parse: with several hosts or none, after `jdbc:`, or with unescaped characters in the password. */
const writtenLogin = /^(?:[a-z][a-z0-9+.-]*:)+\/\/(?<username>[^:@/?#\s]*):(?<password>\S+)@/i;

function loginsOfAddress(value: string): Login[] {
  const read = addressIn(value);
  if (read !== undefined && read.password !== '') return [read];
  if (value.length > longestConnection || (read !== undefined && read.host !== '')) return [];
  const { username = '', password } = writtenLogin.exec(value.trim())?.groups ?? {};
  if (password === undefined) return [];
  // The last `@` may be in what follows the hosts, or in the password.
  const beforeHosts = /^[^/?#]*(?=@)/.exec(password)?.[0];
  return [password, beforeHosts].flatMap((each) => (each ? [{ username, password: each }] : []));
}

/**
 * `Host=db;Password=…`, `host=db password='…'`, `db:6380,password=…`, `jdbc:postgresql://db/records?password=…` and lines
 * such as `PASSWORD=…`. Where a value ends depends on the format, so each possible end counts.
 */
function passwordsOfConnection(value: string): string[] {
  if (value.length > longestConnection) return [];
  return [...value.matchAll(/[ \t]*=[ \t]*/g)].flatMap(({ index, 0: equals }) => {
    const key = /[a-z0-9_.-][a-z0-9_. -]*$/i.exec(value.slice(Math.max(0, index - longestKey), index))?.[0] ?? '';
    if (!opening.test(key)) return [];
    return valuesAt(value.slice(index + equals.length)).filter((text) => !setting.test(text));
  });
}

function valuesAt(text: string): string[] {
  const quoted =
    /^(?:'(?<single>(?:\\.|''|[^'\\])*)'|"(?<double>(?:\\.|""|[^"\\])*)"|\{(?<braced>(?:\}\}|[^}])*)\})/.exec(text);
  const { single, double, braced } = quoted?.groups ?? {};
  const written = single ?? double ?? braced;
  if (written !== undefined) {
    return [written, written.replaceAll("''", "'").replaceAll('""', '"'), written.replace(/\\(.)/g, '$1')];
  }
  return [/^[^;\r\n]*/, /^[^\s;]*/, /^[^\s;,]*/, /^[^\s;&]*/].flatMap((end) => {
    const found = end.exec(text)?.[0].trim() ?? '';
    return [found, decoded(found), found.replace(/\\(.)/g, '$1')];
  });
}

function queryValuesOf(value: string): string[] {
  return [...(addressIn(value)?.searchParams.values() ?? [])].filter((text) => text.length > longestWordInside);
}

/** A token in place of the user, and one in the path of a webhook: `https://TOKEN@git.example.com`, `/services/T0/B0/…`. */
function tokensOfWebAddress(value: string): string[] {
  const address = addressIn(value);
  if (address === undefined || !/^https?:$/.test(address.protocol)) return [];
  const inPath = address.pathname.split('/').filter((text) => text.length > longestWordInside && /\d/.test(text));
  const all = [...(address.password === '' ? [address.username] : []), ...inPath];
  return all.flatMap((text) => [text, decoded(text)]);
}

/** `Bearer …`, as it is sent. */
function tokenOfHeader(value: string): string[] {
  const token = /^(?:bearer|basic|token)[ \t]+(?<token>\S+)$/i.exec(value.trim())?.groups?.token;
  return token === undefined ? [] : [token];
}

/** No file has more logins: each costs all of its forms. */
const maxLogins = 50;

const lineShapes = [
  // YAML and headers: `  token: …`, `password: "…"`.
  /^[ \t-]*(?<quote>["']?)(?<key>[\w.-]+)\k<quote>[ \t]*:[ \t]+(?<text>\S.*)$/,
  // .netrc: `machine HOST login NAME password …`.
  /^(?:.*[ \t])?(?<key>password)[ \t]+(?<text>\S+)/,
  // .pgpass: HOST:PORT:DATABASE:USER:PASSWORD.
  /^(?:(?:\\.|[^:\\])*:)(?:\d+|\*):(?:(?:\\.|[^:\\])+:){2}(?<text>.+)$/,
];

function passwordsOfLines(value: string): string[] {
  const lines = value.split(/\r?\n/).filter((line) => line.length <= longestConnection);
  const found = lines.flatMap((line) =>
    lineShapes.flatMap((shape) => {
      const { key = 'password', text = '' } = shape.exec(line.trimEnd())?.groups ?? {};
      // By itself it is the name of anything.
      if (text === '' || key === 'key' || setting.test(text) || !opening.test(key.replace(/-data$/, ''))) return [];
      return [
        text,
        /^(?<quote>["'])(?<inner>.*)\k<quote>$/.exec(text)?.groups?.inner ?? '',
        text.replace(/\\(.)/g, '$1'),
      ];
    }),
  );
  return found.filter((text) => text !== '').slice(0, maxLogins);
}

/** Values as short as this are seldom secret unless their name says so. */
const longestWordInside = 15;

/** A JSON key file contains the key in escaped form; a tool prints it unescaped. */
function textsOfJson(value: string): string[] {
  return leavesOf(value)
    .filter(({ key, text }) => text.length > longestWordInside || !placing.test(key))
    .flatMap(({ text }) => [text, ...text.split(/\r?\n/).filter((line) => line.length > longestWordInside)]);
}

function passwordsOfJson(value: string): string[] {
  return leavesOf(value).flatMap(({ key, text }) => [
    ...(opening.test(key) && !setting.test(text) ? [text] : []),
    ...passwordOfAddress(text),
    ...passwordsOfConnection(text),
  ]);
}

interface Leaf {
  readonly key: string;
  readonly text: string;
}

function leavesOf(value: string): Leaf[] {
  if (!/^[{[]/.test(value)) return [];
  try {
    return leavesBelow(JSON.parse(value), '');
  } catch {
    return [];
  }
}

function leavesBelow(value: unknown, key: string): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ key, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => leavesBelow(part, Array.isArray(value) ? key : name));
}

function addressIn(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
