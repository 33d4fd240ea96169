import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Access } from './access.ts';
import { type Answer, bodyOf, ok, outcome } from './answer.ts';
import type { Configuration } from './configuration.ts';
import type { Database } from './database.ts';
import { fhir } from './fhir.ts';
import { readJob } from './jobs.ts';
import { type Migrations, pendingOf } from './migrations.ts';
import { isAtLeast, manifestOf } from './releases.ts';

export interface ServerParts {
  readonly release: string;
  readonly configuration: Configuration;
  readonly database: Database;
  readonly access: Access;
  readonly migrations: Migrations;
}

/** What the server answers, whoever asks. */
export async function answerTo(request: IncomingMessage, parts: ServerParts): Promise<Answer> {
  const { release, configuration, database, access } = parts;
  const { method = 'GET' } = request;
  const url = new URL(request.url ?? '/', configuration.baseUrl);
  const path = url.pathname;
  if (path === '/healthcheck') return ok(healthOf(release));
  if (path === '/fhir/R4/metadata') return ok({ resourceType: 'CapabilityStatement', software: { name: 'Medplum' } });
  if (path === '/oauth2/token') return await token(request, parts);

  const caller = await access.caller(request);
  if (caller === 'nobody') return outcome(401, 'Unauthorized');
  if (path.startsWith('/admin/super/')) {
    if (caller !== 'super-admin') return outcome(403, 'Forbidden');
    if (path === '/admin/super/migrations' && isAtLeast(release, '4.1.12'))
      return ok(await statusOf(release, database));
    if (path === '/admin/super/migrate' && method === 'POST') return await migrate(request, parts);
    return outcome(404, 'Not found');
  }
  const job = /^\/fhir\/R4\/job\/(?<id>[0-9a-f-]+)(?<status>\/status)?$/.exec(path)?.groups;
  if (job?.id !== undefined) return await jobAnswer(job.id, method, parts);
  if (path.startsWith('/fhir/R4/')) {
    const asked = { method, url, body: await bodyOf(request) };
    const { baseUrl, binaryStorage } = configuration;
    return await fhir(asked, database, { baseUrl, binaryStorage });
  }
  return outcome(404, 'Not found');
}

/** The suffix is that of the build, and no prerelease. */
export function buildOf(release: string): string {
  const hash = [...release].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0x10000000, 7);
  return `${release}-${hash.toString(16).padStart(7, '0').slice(0, 7)}`;
}

function healthOf(release: string): object {
  return {
    ok: true,
    version: buildOf(release),
    platform: process.platform,
    runtime: process.version,
    postgres: true,
    redis: true,
    ...(isAtLeast(release, '5.1.0') ? { redisInstances: { default: true } } : {}),
  };
}

async function statusOf(release: string, database: Database): Promise<object> {
  const [next] = await pendingOf(release, database);
  const postDeployMigrations = manifestOf(release).map(({ version }) => version);
  return { postDeployMigrations, pendingPostDeployMigration: next?.version ?? 0 };
}

/** How long an issued token is valid. */
const tokenSeconds = 3600;

async function token(request: IncomingMessage, { access }: ServerParts): Promise<Answer> {
  const sent = new URLSearchParams(await bodyOf(request));
  const basic = /^Basic (.*)$/.exec(request.headers.authorization ?? '')?.[1];
  const [client = '', secret = ''] =
    basic === undefined
      ? [sent.get('client_id') ?? '', sent.get('client_secret') ?? '']
      : Buffer.from(basic, 'base64').toString().split(':');
  const refused = (why: string): Answer => ({
    status: 400,
    json: { error: 'invalid_request', error_description: why },
  });
  if (sent.get('grant_type') !== 'client_credentials') return refused('Unsupported grant type');
  const given = await access.token(client, secret, tokenSeconds);
  if (given.kind === 'refused') return refused(given.why);
  return ok({ token_type: 'Bearer', access_token: given.value, expires_in: tokenSeconds });
}

const migrateBody = z.object({ dataVersion: z.unknown().optional() });

async function migrate(request: IncomingMessage, { migrations, configuration }: ServerParts): Promise<Answer> {
  if (request.headers.prefer !== 'respond-async') return outcome(400, 'Operation requires "Prefer: respond-async"');
  const text = await bodyOf(request);
  const { dataVersion } = migrateBody.parse(text === '' ? {} : JSON.parse(text));
  const version = z.int().optional().safeParse(dataVersion);
  if (!version.success) return outcome(400, 'dataVersion must be an integer');
  const asked = await migrations.ask(version.data);
  switch (asked.kind) {
    case 'nothing-pending':
      return outcome(200, 'All OK');
    case 'queued': {
      const at = `${configuration.baseUrl}fhir/R4/job/${asked.job.id}/status`;
      return outcome(202, 'Accepted', { 'content-location': at });
    }
    case 'too-early':
      return outcome(
        400,
        `Requested post-deploy migration v${version.data}, but the pending post-deploy migration is v${asked.pending}.`,
      );
  }
}

/** Finished is finished, with an error too; what was cancelled is never finished. */
async function jobAnswer(id: string, method: string, { database, migrations }: ServerParts): Promise<Answer> {
  const job = await readJob(database, id);
  if (job === undefined) return outcome(404, 'Not found');
  if (method === 'DELETE') {
    await migrations.cancel(job);
    return outcome(202, 'Accepted');
  }
  return { status: job.status === 'completed' || job.status === 'error' ? 200 : 202, json: job };
}
