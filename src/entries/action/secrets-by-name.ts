import { namesSecret } from '../../world/secrets/shown.ts';

/** Says where a secret is, or what a secret may do: `TOKEN_FILE` does not match, `GOOGLE_APPLICATION_CREDENTIALS` does. */
const places = new Set(['GOOGLE_APPLICATION_CREDENTIALS']);

/** In the middle of a name as well: `SECRET_KEY_BASE`, `PASSWORD_OF_STAGING`, `DEPLOY_KEY`; and `PGPASSWORD`, `MYSQL_PWD`. */
const loud = /(?:(?:^|_)(?:secrets?|tokens?|credentials?|key|pat)|password|passwd|passphrase)(?:_|$)|_pwd$/i;
const quiet = /_(?:file|path|dir|folder|id|ids|name|ttl|url|uri|host|port|user|type|length|expiry|expiration|region)$/i;

/**
 * Variables of the job that are secret by their names, whether the configuration uses them or not: what it starts may
 * print them.
 */
export function secretsByName(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (value === undefined || value.trim() === '' || places.has(name)) return [];
    const isSecret = namesSecret(name) || (loud.test(name) && !quiet.test(name));
    return isSecret ? [value] : [];
  });
}
