import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Answer, ok, outcome } from './answer.ts';
import { type Database, type Resource, resourceTypes } from './database.ts';

const given = z.looseObject({ resourceType: z.string(), id: z.string().optional() });

/** Reads, searches, writes and removes resources: no more of FHIR than a smoke test needs. */
export async function fhir(
  request: { readonly method: string; readonly url: URL; readonly body: string },
  database: Database,
  { baseUrl, binaryStorage }: { readonly baseUrl: string; readonly binaryStorage: string | undefined },
): Promise<Answer> {
  const { method, url, body } = request;
  const [type = '', id] = url.pathname.replace('/fhir/R4/', '').split('/');
  if (type === '$graphql') return await graphql(body, database);
  if (!resourceTypes.some((known) => known === type)) return outcome(404, 'Not found');
  if (method === 'POST' || method === 'PUT') {
    const sent = given.parse(JSON.parse(body));
    const written = await database.write({ ...sent, resourceType: type, id: id ?? randomUUID() });
    return { status: method === 'POST' ? 201 : 200, json: written };
  }
  // Which Binary there is, only what points to it says.
  if (id === undefined && type === 'Binary') return outcome(400, 'Cannot search on Binary resource type');
  if (id === undefined) return ok(signed(await search(type, url, database, baseUrl), baseUrl));
  const found = await database.read(type, id);
  if (found === undefined) return outcome(404, 'Not found');
  if (method === 'DELETE') {
    await database.remove(type, id);
    return outcome(200, 'All OK');
  }
  return type === 'Binary' ? await attachment(found, binaryStorage) : ok(signed(found, baseUrl));
}

/** Whoever reads a reference to a Binary gets an address with its content, for a while. */
function signed(answer: object, baseUrl: string): object {
  const text = JSON.stringify(answer).replaceAll(
    /"url":"Binary\/([0-9a-f-]{36})"/g,
    (_, id: string) => `"url":"${baseUrl}storage/${id}/${randomUUID()}?Expires=1767225600&Signature=c2lnbmVk"`,
  );
  return JSON.parse(text);
}

async function search(type: string, url: URL, database: Database, baseUrl: string): Promise<object> {
  const asked = url.searchParams;
  const wanted = (asked.get('_fields') ?? '').split(',').filter((name) => name !== '');
  const all = (await database.list(type)).filter((each) => !asked.has('type') || each.type === asked.get('type'));
  const [count, offset] = [Number(asked.get('_count') ?? 20), Number(asked.get('_offset') ?? 0)];
  const page = asked.get('_summary') === 'count' ? [] : all.slice(offset, offset + count);
  const link = [{ relation: 'self', url: `${baseUrl}${url.pathname.slice(1)}${url.search}` }];
  if (page.length > 0 && offset + count < all.length) {
    const next = new URL(url);
    next.searchParams.set('_offset', String(offset + count));
    link.push({ relation: 'next', url: `${baseUrl}${next.pathname.slice(1)}${next.search}` });
  }
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(asked.get('_total') === 'accurate' || asked.has('_summary') ? { total: all.length } : {}),
    link,
    ...(page.length === 0 ? {} : { entry: page.map((each) => ({ resource: fieldsOf(each, wanted) })) }),
  };
}

function fieldsOf(resource: Resource, wanted: readonly string[]): object {
  if (wanted.length === 0) return resource;
  const kept = ['resourceType', 'id', 'meta', ...wanted];
  return Object.fromEntries(Object.entries(resource).filter(([name]) => kept.includes(name)));
}

/** The row is in the database, what it points to is not. */
async function attachment({ id }: Resource, storage: string | undefined): Promise<Answer> {
  const content = storage === undefined ? undefined : await stored(storage, id);
  return content === undefined ? outcome(500, 'Internal server error') : { status: 200, json: undefined, content };
}

/** In a folder, or in a bucket. */
async function stored(storage: string, id: string): Promise<string | undefined> {
  if (!storage.startsWith('s3:'))
    return await readFile(join(storage.replace(/^file:/, ''), id), 'utf8').catch(() => undefined);
  const address = `${process.env.AWS_ENDPOINT_URL}/${storage.slice('s3:'.length)}/binary/${id}`;
  const answer = await fetch(`${address}?X-Amz-Signature=c2lnbmVk`);
  return answer.ok ? await answer.text() : undefined;
}

async function graphql(body: string, database: Database): Promise<Answer> {
  const query = z.object({ query: z.string() }).parse(JSON.parse(body)).query;
  const type = /(\w+)List/.exec(query)?.[1] ?? '';
  if (!resourceTypes.some((known) => known === type) || type === 'AsyncJob') return outcome(400, 'Cannot query field');
  const found = await database.list(type);
  return ok({ data: { [`${type}List`]: found.map(({ id }) => ({ id })) } });
}
