import { namesSecret } from '../../world/secrets/shown.ts';

/** The name describes where a secret is, or what it may do: `TOKEN_FILE` does not match, `GOOGLE_APPLICATION_CREDENTIALS` does. */
const places = new Set(['GOOGLE_APPLICATION_CREDENTIALS']);

/** Also in the middle of a name: `SECRET_KEY_BASE`, `PASSWORD_OF_STAGING`, `DEPLOY_KEY`; and `PGPASSWORD`, `MYSQL_PWD`. */
const loud = /(?:(?:^|_)(?:secrets?|tokens?|credentials?|key|pat)|password|passwd|passphrase)(?:_|$)|_pwd$/i;
const quiet = /_(?:file|path|dir|folder|id|ids|name|ttl|url|uri|host|port|user|type|length|expiry|expiration|region)$/i;

/**
 * Variables of the job that are secret judging by their names, whether the configuration uses them or not: programs that
 * the job starts may print them.
 */
export function secretsByName(environment: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (value === undefined || value.trim() === '' || places.has(name)) return [];
    const isSecret = namesSecret(name) || (loud.test(name) && !quiet.test(name));
    return isSecret ? [value] : [];
  });
}
