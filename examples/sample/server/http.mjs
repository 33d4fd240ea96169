// @ts-check
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { present, readSent } from './content.mjs';
import { log } from './log.mjs';
import { builds } from './releases.mjs';

/**
 * @typedef {{ status: number, body: unknown }} Answer
 * @typedef {object} Parts
 * @property {import('./settings.mjs').Settings} settings
 * @property {import('./database.mjs').Database} database
 * @property {import('./data-migrations.mjs').DataMigrations} migrations
 * @property {import('./faults.mjs').Faults} faults
 */

/** @param {Parts} parts */
export function createApi(parts) {
  const counts = { healthChecks: 0 };
  return createServer((request, response) => {
    answer(request, parts, counts)
      .catch((error) => {
        log('ERROR', 'Request failed', { error: String(error) });
        return { status: 500, body: { error: 'internal error' } };
      })
      .then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
      });
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {Parts} parts
 * @param {{ healthChecks: number }} counts
 * @returns {Promise<Answer>}
 */
async function answer(request, parts, counts) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const route = `${request.method} ${url.pathname}`;
  if (route === 'GET /health') return health(parts, counts);
  if (route === 'GET /version') return { status: 200, body: { version: versionText(parts) } };
  const isRevoked = parts.faults('access-revoked') !== undefined;
  if (isRevoked || !isAllowed(request.headers.authorization ?? '', parts.settings.token)) {
    return { status: 401, body: { error: 'needs the header "Authorization: Bearer …" with the token of this server' } };
  }
  if (route === 'GET /migrations')
    return { status: 200, body: { version: versionText(parts), ...parts.migrations.status() } };
  if (route === 'POST /migrations/start') return startMigrations(await readJson(request), parts);
  if (url.pathname === '/records' || url.pathname.startsWith('/records/')) return records(request, url, parts);
  return { status: 404, body: { error: 'there is nothing at this path' } };
}

/** @param {Parts} parts */
function versionText({ settings, faults }) {
  const version = faults('version-lies') ?? settings.version;
  return `${version}-${builds[version] ?? 'unknown'}`;
}

/**
 * @param {Parts} parts
 * @param {{ healthChecks: number }} counts
 * @returns {Answer}
 */
function health(parts, counts) {
  counts.healthChecks += 1;
  const flaps = parts.faults('health-flaps');
  const every = Number(flaps === undefined || flaps === '' ? 2 : flaps);
  const ok = flaps === undefined || counts.healthChecks % every !== 0;
  // A failed data migration does not show here: the server serves all the same.
  return {
    status: ok ? 200 : 503,
    body: { ok, version: versionText(parts), runtime: process.version, database: true },
  };
}

/**
 * `{}` starts the next data migration, `{ "all": true }` those behind it as well.
 *
 * @param {unknown} body
 * @param {Parts} parts
 * @returns {Answer}
 */
function startMigrations(body, { migrations, faults }) {
  if (faults('start-is-lost') !== undefined) return { status: 202, body: { started: true } };
  const all = typeof body === 'object' && body !== null && 'all' in body && body.all === true;
  const started = migrations.start(all);
  return {
    status: started === 'started' ? 202 : 200,
    body: { started: started === 'started', ...migrations.status() },
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {URL} url
 * @param {Parts} parts
 * @returns {Promise<Answer>}
 */
async function records(request, url, { database, faults }) {
  if (faults('smoke-fails') !== undefined)
    return { status: 500, body: { error: 'records cannot be read (it was told to fail)' } };
  const { knows } = database.release;
  const route = `${request.method} ${url.pathname}`;
  if (route === 'POST /records') {
    const body = await readJson(request);
    try {
      return { status: 201, body: { ids: database.insert((Array.isArray(body) ? body : [body]).map(readSent)) } };
    } catch (error) {
      return { status: 400, body: { error: messageOf(error) } };
    }
  }
  if (route === 'GET /records/verify') return verify(database);
  if (request.method !== 'GET')
    return { status: 405, body: { error: 'records are read with GET and added with POST' } };
  try {
    if (url.pathname === '/records') {
      const after = wholeNumber(url.searchParams.get('after') ?? '0');
      const limit = wholeNumber(url.searchParams.get('limit') ?? '20');
      const page = [...database.records(after, Math.min(limit, 500))];
      return {
        status: 200,
        body: { count: database.count(), records: page.map(({ id, read }) => present(id, read(), knows)) },
      };
    }
    const id = wholeNumber(url.pathname.slice('/records/'.length));
    const [found] = [...database.records(id - 1, 1)];
    if (found?.id !== id) return { status: 404, body: { error: 'there is no such record' } };
    return { status: 200, body: present(id, found.read(), knows) };
  } catch (error) {
    return error instanceof RangeError
      ? { status: 400, body: { error: error.message } }
      : { status: 500, body: { error: messageOf(error) } };
  }
}

/**
 * Reads every record as this version does, so that one that it cannot read is found before a user finds it.
 *
 * @param {import('./database.mjs').Database} database
 * @returns {Answer}
 */
function verify(database) {
  const damaged = [...database.records(0, -1)].flatMap(({ id, read }) => {
    try {
      read();
      return [];
    } catch (error) {
      return [`record ${id}: ${messageOf(error)}`];
    }
  });
  const ok = damaged.length === 0;
  return {
    status: ok ? 200 : 500,
    body: { ok, records: database.count(), damaged: damaged.length, examples: damaged.slice(0, 3) },
  };
}

/**
 * @param {string} text
 * @throws {RangeError}
 */
function wholeNumber(text) {
  if (!/^\d{1,15}$/.test(text)) throw new RangeError('ids and limits are whole numbers');
  return Number(text);
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param {string} header
 * @param {string} token
 */
function isAllowed(header, token) {
  const [given, wanted] = [header, `Bearer ${token}`].map((text) => createHash('sha256').update(text).digest());
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<unknown>} undefined when the body is not a JSON
 */
async function readJson(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
