/**
 * Makes a copy of live data harmless on staging, before a server first starts on it:
 *
 * - subscriptions and agents are switched off: no webhook is called, no device is reached
 * - bots, cron jobs and e-mail are taken out of every project's features, and schedules out of every bot
 * - secrets of projects and partners' clients are replaced, passwords and second factors removed, accounts renamed
 * - sessions and signing keys are removed: a token of production is good for nothing here
 * - the super-admin client gets staging's own secret, by which Staged Upgrade sees and starts migrations
 * - staging's Redis is emptied, unless it is production's: then nothing is done, and the step fails
 *
 *   node scrub.mjs
 *
 * From the environment: STAGING_DATABASE_URL, STAGING_REDIS_URL, STAGING_CLIENT_ID (the id of production's super-admin
 * client, which the copy has), STAGING_CLIENT_SECRET (a secret of staging's own).
 */
import { spawnSync } from 'node:child_process';
import { emptyStaging } from './redis.mjs';

const { STAGING_DATABASE_URL, STAGING_REDIS_URL, STAGING_CLIENT_ID, STAGING_CLIENT_SECRET } = process.env;

/** @param {string | undefined} value */
const literal = (value) => `'${String(value ?? '').replaceAll("'", "''")}'`;

const statements = `
BEGIN;
SET LOCAL standard_conforming_strings = on;
-- Changes the JSON of every resource that is not deleted; a release that does not have the type is left alone.
CREATE FUNCTION pg_temp.change(type text, expression text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  IF to_regclass(quote_ident(type)) IS NULL THEN RETURN; END IF;
  EXECUTE format('UPDATE %I AS r SET content = (%s)::text FROM (SELECT id AS key, content::jsonb AS json FROM %I WHERE content <> '''') AS c
    WHERE r.id = c.key', type, expression, type);
END $$;
-- What a search finds is in a column of its own, where the release has one.
CREATE FUNCTION pg_temp.set_column(type text, name text, value text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass(quote_ident(type)) AND attname = name AND NOT attisdropped) THEN
    EXECUTE format('UPDATE %I SET %I = %s', type, name, value);
  END IF;
END $$;
CREATE FUNCTION pg_temp.clear(type text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
  IF to_regclass(quote_ident(type)) IS NOT NULL THEN EXECUTE format('DELETE FROM %I', type); END IF;
END $$;

SELECT pg_temp.change('Subscription', $q$ jsonb_set(json, '{status}', '"off"') $q$);
SELECT pg_temp.set_column('Subscription', 'status', $q$ 'off' $q$);
SELECT pg_temp.change('Agent', $q$ jsonb_set(json, '{status}', '"off"') $q$);
SELECT pg_temp.set_column('Agent', 'status', $q$ 'off' $q$);
SELECT pg_temp.change('Bot', $q$ json - 'cronTiming' - 'cronString' - 'systemBot' $q$);
SELECT pg_temp.change('Project', $q$ jsonb_set(json - 'secret' - 'systemSecret' - 'site' - 'setting' - 'systemSetting', '{features}',
  COALESCE((SELECT jsonb_agg(f) FROM jsonb_array_elements(json -> 'features') AS f WHERE f NOT IN ('"bots"', '"cron"', '"email"')), '[]')) $q$);
SELECT pg_temp.change('ClientApplication', $q$ jsonb_set(json - 'retiringSecret' - 'identityProvider', '{secret}', to_jsonb(gen_random_uuid()::text)) $q$);
SELECT pg_temp.change('User', $q$ (json - 'passwordHash' - 'mfaSecret' - 'mfaEnrolled' - 'externalId')
  || jsonb_build_object('firstName', 'User', 'lastName', json ->> 'id', 'email', 'user-' || (json ->> 'id') || '@example.invalid') $q$);
SELECT pg_temp.set_column('User', 'email', $q$ 'user-' || id || '@example.invalid' $q$);
SELECT pg_temp.clear(type) FROM unnest(ARRAY['Login', 'Login_History', 'JsonWebKey', 'JsonWebKey_History', 'DomainConfiguration',
  'DomainConfiguration_History', 'UserSecurityRequest', 'UserSecurityRequest_History', 'Project_History', 'ClientApplication_History', 'User_History']) AS type;

DO $$ BEGIN
  UPDATE "ClientApplication" SET content = jsonb_set(content::jsonb, '{secret}', to_jsonb(${literal(STAGING_CLIENT_SECRET)}::text))::text
    WHERE id = ${literal(STAGING_CLIENT_ID)} AND NOT deleted;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'The copy has no client with the id in STAGING_CLIENT_ID. Set it to the id of the super-admin client of production.';
  END IF;
END $$;
COMMIT;
`;

const refused = await emptyStaging(STAGING_REDIS_URL ?? '').catch(
  (error) => `The Redis of staging could not be looked at: ${error instanceof Error ? error.message : error}.`,
);
if (refused !== undefined) {
  console.error(refused);
  process.exit(1);
}

const url = new URL(STAGING_DATABASE_URL ?? '');
// Not as an argument: every user of the machine could read the password there.
const psql = spawnSync(
  'psql',
  ['--no-psqlrc', '--quiet', '--tuples-only', '--set=ON_ERROR_STOP=1', '--output=/dev/null'],
  {
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
      PGOPTIONS: '-c client_min_messages=warning',
    },
  },
);
if (psql.error) console.error(psql.error.message);
process.exitCode = psql.status === 0 ? 0 : 1;
