/** What a registry requires when it answers 401. */
export type Challenge =
  | { readonly kind: 'bearer'; readonly realm: URL }
  | { readonly kind: 'basic' }
  | { readonly kind: 'unknown' };

/**
 * Parses `WWW-Authenticate`. The realm gets the service and the scope as parameters, ready to request a token:
 * https://distribution.github.io/distribution/spec/auth/token/
 * @param registry where the challenge came from: a realm without https is accepted only from a registry without it
 */
export function readChallenge(header: string | null, registry: URL, defaultScope: string): Challenge {
  const text = header ?? '';
  if (/^\s*basic\b/i.test(text)) return { kind: 'basic' };
  if (!/^\s*bearer\b/i.test(text)) return { kind: 'unknown' };
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/g)) {
    parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  const realm = URL.parse(parameters.get('realm') ?? '');
  if (realm === null) return { kind: 'unknown' };
  const isSafe = realm.protocol === 'https:' || (realm.protocol === 'http:' && registry.protocol === 'http:');
  if (!isSafe || realm.username !== '') return { kind: 'unknown' };
  const service = parameters.get('service');
  if (service !== undefined) realm.searchParams.set('service', service);
  realm.searchParams.set('scope', parameters.get('scope') || defaultScope);
  return { kind: 'bearer', realm };
}
