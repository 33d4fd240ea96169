import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Database } from './database.ts';

/** Who asks, as far as that determines the answer. */
export type Caller = 'nobody' | 'member' | 'super-admin';

export type Token =
  | { readonly kind: 'token'; readonly value: string }
  | { readonly kind: 'refused'; readonly why: string };

export interface Access {
  caller(request: IncomingMessage): Promise<Caller>;
  token(client: string, secret: string, seconds: number): Promise<Token>;
}

const application = z.looseObject({ id: z.string(), secret: z.string() });
const payload = z.object({ client: z.string(), until: z.number() });
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param now by the clock of the server */
export function accessTo(database: Database, now: () => number): Access {
  const secretOf = async (client: string): Promise<string | undefined> => {
    const found = uuid.test(client) ? await database.read('ClientApplication', client) : undefined;
    return found === undefined ? undefined : application.parse(found).secret;
  };
  const callerOf = async (client: string): Promise<Caller> =>
    (await isSuperAdmin(database, client)) ? 'super-admin' : 'member';
  return {
    caller: async ({ headers: { authorization = '' } }) => {
      const [scheme, value = ''] = authorization.split(' ');
      if (scheme === 'Basic') {
        const [client = '', ...secret] = Buffer.from(value, 'base64').toString().split(':');
        return (await secretOf(client)) === secret.join(':') ? await callerOf(client) : 'nobody';
      }
      const client = await clientIn(database, value, now());
      return client === undefined ? 'nobody' : await callerOf(client);
    },
    token: async (client, secret, seconds) => {
      if ((await secretOf(client)) !== secret) return { kind: 'refused', why: 'Invalid secret' };
      const text = JSON.stringify({ client, until: now() + seconds * 1000 });
      const body = Buffer.from(text).toString('base64url');
      return { kind: 'token', value: `${body}.${await signed(database, body)}` };
    },
  };
}

async function clientIn(database: Database, token: string, now: number): Promise<string | undefined> {
  const [body = '', signature] = token.split('.');
  if (signature !== (await signed(database, body))) return undefined;
  const { client, until } = payload.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  return until < now ? undefined : client;
}

/** The key is in the database, so that tokens outlive the server, and a copy of the data accepts those of the original. */
async function signed(database: Database, text: string): Promise<string> {
  const [kept] = await database.list('JsonWebKey');
  const key =
    kept ??
    (await database.write({ resourceType: 'JsonWebKey', id: randomUUID(), d: randomBytes(16).toString('hex') }));
  return createHmac('sha256', JSON.stringify(key.d)).update(text).digest('base64url');
}

const membership = z.looseObject({
  profile: z.object({ reference: z.string() }),
  project: z.object({ reference: z.string() }),
});

async function isSuperAdmin(database: Database, client: string): Promise<boolean> {
  const memberships = (await database.list('ProjectMembership')).map((each) => membership.parse(each));
  const admins = (await database.list('Project')).filter(({ superAdmin }) => superAdmin === true);
  return memberships.some(
    ({ profile, project }) =>
      profile.reference === `ClientApplication/${client}` &&
      admins.some(({ id }) => project.reference === `Project/${id}`),
  );
}

/** A client of the super-admin project: the server creates one at first boot from 5.0.0 on, before that a person does. */
export async function addSuperAdminClient(database: Database, id: string, secret: string): Promise<void> {
  const [found] = (await database.list('Project')).filter(({ superAdmin }) => superAdmin === true);
  const project = found ?? { resourceType: 'Project', id: randomUUID(), name: 'Super Admin', superAdmin: true };
  if (found === undefined) await database.write(project);
  await addClient(database, { id, secret, project: project.id });
}

export async function addClient(
  database: Database,
  { id, secret, project }: { readonly id: string; readonly secret: string; readonly project: string },
): Promise<void> {
  const reference = { reference: `ClientApplication/${id}` };
  await database.write({ resourceType: 'ClientApplication', id, name: 'Client', secret });
  await database.write({
    resourceType: 'ProjectMembership',
    id: randomUUID(),
    project: { reference: `Project/${project}` },
    user: reference,
    profile: reference,
  });
}
