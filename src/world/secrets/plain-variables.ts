import { variableNames } from '../variables.ts';
import { namesSecret } from './shown.ts';

/** Keys whose values are places, which are not secrets. */
const placeKeys = new Set(['file', 'path', 'bucket', 'region', 'cluster', 'instance']);

/** `port`, `SAMPLE_PORT`: its value is the number of a port; `transport` and `SUPPORT` are none. */
const portKey = /(?:^|[-_])port$/i;

/** A name that says where something is, among the credentials as well: `access.cluster`. */
export function namesPlace(key: string | number | undefined): boolean {
  return typeof key === 'string' && (placeKeys.has(key) || portKey.test(key));
}

/**
 * The variables of a configuration that only say where something is: the beginning of a path, the host and port of a
 * server. They may be read by everybody, and a message without them would not say what it is about. Anything else may
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

/** What opens a door is none the less secret for being a part of an address as well. */
function isCredential({ path }: Template): boolean {
  const key = path.at(-1) ?? '';
  const opens = path[0] === 'environments' && (path[2] === 'access' || path[2] === 'data');
  return namesSecret(key) || (opens && !namesPlace(key));
}

/** Where it holds nothing else: two of them may be anything. */
function beginningOf(text: string): string[] {
  const names = variableNames(text);
  const [only] = names;
  return names.length === 1 && only !== undefined && text.startsWith(`\${${only}}`) ? [only] : [];
}

/** Of `https://${HOST}:${PORT}/${REST}` what comes before the rest; of `${URL}/rest` as well. */
function authorityOf(text: string): string {
  return /^([a-z]+:\/\/)?[^/]*/.exec(text)?.[0] ?? '';
}

/** `environments.*.url`, not the address of a database, which holds a password. */
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
