/**
 * Makes a copy of live data harmless on staging, before a server first starts on it:
 *
 * - integrations are switched off: staging must not post to the chat and the webhooks of production
 * - tokens and sessions of production are removed: Unleash then takes staging's own admin token when it starts
 * - names and mail addresses of the accounts are replaced, and nobody can log in with a password of production
 *
 *   node scrub.mjs
 *
 * From the environment: UNLEASH_STAGING_DATABASE_URL.
 */
import { spawnSync } from 'node:child_process';

const statements = `
BEGIN;
UPDATE addons SET enabled = false;
DELETE FROM api_tokens;
DELETE FROM personal_access_tokens;
DELETE FROM unleash_session;
DELETE FROM reset_tokens;
UPDATE users SET name = 'User ' || id, email = 'user-' || id || '@example.invalid', password_hash = NULL
 WHERE email IS NOT NULL;
DO $$ BEGIN -- only newer releases have it
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'email_hash') THEN
    UPDATE users SET email_hash = NULL;
  END IF;
END $$;
COMMIT;
`;

const url = new URL(process.env.UNLEASH_STAGING_DATABASE_URL ?? '');
// Not as an argument: every user of the machine could read the password there.
const psql = spawnSync('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1'], {
  input: statements,
  stdio: ['pipe', 'inherit', 'inherit'],
  env: {
    PATH: process.env.PATH,
    PGHOST: url.hostname,
    PGPORT: url.port || '5432',
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: decodeURIComponent(url.pathname.slice(1)),
    PGSSLMODE: url.searchParams.get('sslmode') ?? 'prefer',
  },
});
if (psql.error) console.error(psql.error.message);
process.exitCode = psql.status === 0 ? 0 : 1;
