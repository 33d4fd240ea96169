import { variableNames } from '../variables.ts';
import { namesSecret } from './shown.ts';

/** Keys whose values are locations, which are not secrets. */
const placeKeys = new Set(['file', 'path', 'bucket', 'region', 'cluster', 'instance']);

/** `port`, `SAMPLE_PORT`: its value is a port number; `transport` and `SUPPORT` do not match. */
const portKey = /(?:^|[-_])port$/i;

/** A name that says where something is, even among the credentials: `access.cluster`. */
export function namesPlace(key: string | number | undefined): boolean {
  return typeof key === 'string' && (placeKeys.has(key) || portKey.test(key));
}

/**
 * The variables of a configuration that only say where something is: the beginning of a path, the host and port of a
 * server. Everybody may read them, and a message without them would not say what it is about. Anything else may
 * be a secret.
 * @param document the configuration as plain data, `${NAME}` unresolved
 */
export function plainVariables(document: unknown): string[] {
  const all = templates(document);
  const credentials = new Set(all.filter(isCredential).flatMap(({ text }) => variableNames(text)));
  const names = all.flatMap(({ text, path }) => {
    if (text.includes('@')) return [];
    if (isServerUrl(path)) return variableNames(authorityOf(text));
    return namesPlace(path.at(-1)) ? beginningOf(text) : [];
  });
  return [...new Set(names)].filter((name) => !credentials.has(name) && !namesSecret(name));
}

/** A credential stays secret even if it is also part of an address. */
function isCredential({ path }: Template): boolean {
  const key = path.at(-1) ?? '';
  const opens = path[0] === 'environments' && (path[2] === 'access' || path[2] === 'data');
  return namesSecret(key) || (opens && !namesPlace(key));
}

/** If it contains nothing else: two of them together may be anything. */
function beginningOf(text: string): string[] {
  const names = variableNames(text);
  const [only] = names;
  return names.length === 1 && only !== undefined && text.startsWith(`\${${only}}`) ? [only] : [];
}

/** Of `https://${HOST}:${PORT}/${REST}` what comes before the rest; likewise of `${URL}/rest`. */
function authorityOf(text: string): string {
  return /^([a-z]+:\/\/)?[^/]*/.exec(text)?.[0] ?? '';
}

/** `environments.*.url`, not the address of a database, which contains a password. */
function isServerUrl(path: readonly string[]): boolean {
  return path.length === 3 && path[0] === 'environments' && path[2] === 'url';
}

export interface Template {
  readonly text: string;
  readonly path: readonly string[];
}

/** Every text below a value, with its place. */
export function templates(value: unknown, path: readonly string[] = []): Template[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => templates(part, [...path, key]));
}
