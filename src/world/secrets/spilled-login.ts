/**
 * Whether the query of an address contains a part of its login. An unescaped `?` in a password starts the query: the rest of
 * the password would be taken for the name of a parameter, which messages show, and the user for a host.
 */
export function hasLoginInQuery(url: string): boolean {
  const query = url.indexOf('?');
  return query !== -1 && url.includes('@', query);
}
