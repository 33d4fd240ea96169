import { UserError } from '../core/messages/errors.ts';
import { ProxyRefusal } from './proxy-refusal.ts';

type Fetch = typeof globalThis.fetch;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The one way in which other servers are accessed, so that a machine that only reaches them through a proxy can be used:
 * an action can choose neither the runner's Node.js nor its flags, and the built-in fetch uses no proxy by itself.
 * @throws UserError at the first request, for a proxy that is not an address or that this Node.js cannot use
 */
export function httpFetch(environment: Environment, nodeVersion = process.versions.node): Fetch {
  let opened: Promise<Fetch> | undefined;
  return async (input, init) => {
    opened ??= open(environment, nodeVersion);
    return await (await opened)(input, init);
  };
}

/** The proxy itself failed. The message is a phrase, without the login in the proxy's address. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure';
}

const httpVariables = ['http_proxy', 'HTTP_PROXY'];
const httpsVariables = ['https_proxy', 'HTTPS_PROXY'];

interface Proxy {
  readonly variable: string;
  readonly url: URL;
}

async function open(environment: Environment, nodeVersion: string): Promise<Fetch> {
  const http = proxyFrom(environment, httpVariables);
  // As with curl and git, a proxy for http:// alone is not used for https://.
  const https = proxyFrom(environment, httpsVariables);
  const named = https ?? http;
  if (named === undefined) return globalThis.fetch;
  if (!knowsProxies(nodeVersion)) throw tooOld(named.variable, nodeVersion);

  const exceptions = environment.no_proxy || environment.NO_PROXY || '';
  // Loaded only if a proxy is named: most machines have none, and `node:http` loads a lot with it.
  const { proxiedFetch } = await import('./proxied-fetch.ts');
  const fetch = proxiedFetch({ http: http?.url.href, https: https?.url.href, exceptions });
  return async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (cause) {
      const isEncrypted = /^https:/i.test(String(input));
      const proxy = isEncrypted ? https : http;
      throw (proxy && proxyFailure(cause, proxy)) ?? cause;
    }
  };
}

/** Node.js has agents that can use a proxy since 24.5; an older one would silently connect directly. */
function knowsProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 5);
}

function tooOld(variable: string, version: string): UserError {
  return new UserError({
    happened: `The variable ${variable} names a proxy, which this Node.js ${version} cannot use.`,
    means: 'No server was asked, and nothing was done.',
    next: 'Use Node.js 24.5 or newer; for the action, update the runner to 2.328 or newer, which brings it.',
  });
}

/** The parts of the proxies' addresses that must not be printed, by us or by a program that we start. */
export function proxySecrets(environment: Environment): string[] {
  return [httpVariables, httpsVariables].flat().flatMap((variable) => {
    const { username = '', password = '' } = URL.parse(environment[variable] ?? '') ?? {};
    return password === '' ? [] : [`${username}:${password}`, password, decoded(password)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function proxyFrom(environment: Environment, variables: readonly string[]): Proxy | undefined {
  const variable = variables.find((name) => environment[name]);
  if (variable === undefined) return undefined;
  const url = URL.parse(environment[variable] ?? '');
  if (url && /^https?:$/.test(url.protocol) && url.hostname !== '') return { variable, url };
  throw new UserError({
    happened: `The variable ${variable} names a proxy, but is not an address that starts with http:// or https://.`,
    means: 'No server was asked, and nothing was done.',
    next: `Write the proxy's address in full, such as ${variable}=http://proxy.example.com:3128, or remove the variable.`,
  });
}

function proxyFailure(error: unknown, { variable, url }: Proxy): ProxyFailure | undefined {
  const named = `the proxy ${url.protocol}//${url.host} (${variable})`;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProxyRefusal) {
      return cause.status === 407
        ? failed(`${named} requires a login, or rejects the one in its address (407)`, error)
        : failed(`${named} refused to connect to the server (${cause.status})`, error);
    }
    const isItsAddress = namesOf(cause).some((name) => name === url.hostname || name === `:${portOf(url)}`);
    if ('code' in cause && isItsAddress) return failed(`${named} could not be reached (${String(cause.code)})`, error);
  }
  return undefined;
}

function failed(message: string, cause: unknown): ProxyFailure {
  return new ProxyFailure(message, { cause });
}

/** The target of a connection that failed: the host by its name, or the port. */
function namesOf(error: Error): string[] {
  const errors = error instanceof AggregateError ? error.errors : [error];
  return errors.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return [];
    const hostname = 'hostname' in each ? [String(each.hostname)] : [];
    return [...hostname, ...('port' in each ? [`:${String(each.port)}`] : [])];
  });
}

function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}
