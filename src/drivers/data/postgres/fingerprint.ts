import type { Fingerprint, SequenceFingerprint } from '../../../core/model/fingerprint.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import { listSequences, listTables, nameOf } from './catalog/tables.ts';
import type { Connection } from './connection.ts';
import { methodIn } from './content/checksum.ts';
import { type ContentRequest, readContent } from './content/read-content.ts';
import { type HashMethod, methodOf, offers, type Server } from './content/row-expression.ts';
import { jobTableNames } from './jobs.ts';
import { kindOf, type Omission } from './omissions.ts';
import { chooseRoles, listRoles, type RolesSetting, roleRights } from './roles.ts';
import { exemptions } from './schema/exemptions.ts';
import { readSchema } from './schema/read-schema.ts';
import { type Session, withSession } from './session.ts';
import { exportSnapshot, inSnapshot } from './snapshot.ts';

/** Which row content is compared, according to the configuration. */
export interface ContentSetting {
  /** False: rows are only counted. */
  readonly content: boolean;
  /** Tables whose rows are only counted: `public.audit_log`. */
  readonly except: readonly string[];
}

export interface FingerprintRequest {
  readonly connection: Connection;
  readonly jobs: number;
  readonly setting: ContentSetting;
  readonly roles: RolesSetting;
  readonly leaveOut: readonly Omission[];
  /** What it will be compared with: each table is read in the same way as there. */
  readonly like?: Fingerprint | undefined;
  readonly clock: Clock;
  readonly log?: Log | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Of the present database. */
export async function takeFingerprint(session: Session, request: FingerprintRequest): Promise<Fingerprint> {
  return inSnapshot(session, async () => {
    const at = request.clock.now().toISOString();
    const snapshot = await exportSnapshot(session);
    const tables = await listTables(session);
    const [content, definitions] = await Promise.all([
      readContent(tables, await contentRequest(session, snapshot, request)),
      readDefinitions(session, request),
    ]);
    return { at, tables: content, sequences: await readSequences(session), ...definitions };
  });
}

/** How everything in the database is defined, and what may differ from what it will be compared with. */
export async function readDefinitions(
  session: Session,
  { like, roles: setting, leaveOut, signal }: Pick<FingerprintRequest, 'like' | 'roles' | 'leaveOut' | 'signal'>,
): Promise<Pick<Fingerprint, 'objects' | 'definedBy' | 'roles' | 'exemptions'>> {
  const { major } = await serverOf(session);
  const definedBy = `PostgreSQL ${major}`;
  const objects = await readSchema(session, { major, signal });
  const roles = await listRoles(session);
  if (like === undefined) return { objects, definedBy, roles };
  const choice = chooseRoles(setting, await roleRights(session, like.roles ?? []));
  const circumstances = {
    withoutRoles: choice.kind === 'ignore',
    leftOut: leaveOut.map((omission) => kindOf[omission]),
    definedBy: { there: like.definedBy, here: definedBy },
  };
  return { objects, definedBy, roles, exemptions: exemptions(circumstances) };
}

/** @param session the one whose transaction holds the snapshot */
export async function contentRequest(
  session: Session,
  snapshot: string,
  request: FingerprintRequest,
): Promise<ContentRequest> {
  const { connection, jobs, setting, like, log, signal } = request;
  const server = await serverOf(session);
  return {
    withReader: (stop, body) =>
      withSession(connection, stop, (other) => body((read) => inSnapshot(other, () => read(other), snapshot))),
    methodFor: like === undefined ? chosenBy(setting, server) : chosenAsIn(like, server),
    ...{ jobs, server, log, signal },
  };
}

function chosenBy({ content, except }: ContentSetting, server: Server): (table: string) => HashMethod | undefined {
  // In a copy the jobs are switched off.
  const waived = new Set([...except, ...jobTableNames]);
  return (table) => (content && !waived.has(table) ? methodOf(server) : undefined);
}

function chosenAsIn({ tables }: Fingerprint, server: Server): (table: string) => HashMethod | undefined {
  const methods = new Map(tables.map(({ name, checksum = '' }) => [name, methodIn(checksum)]));
  return (table) => {
    const method = methods.get(table);
    return method !== undefined && offers(server, method) ? method : undefined;
  };
}

async function serverOf(session: Session): Promise<Server> {
  const [row] = await session.query<{ number: string; encoding: string }>(
    "SELECT current_setting('server_version_num') AS number, getdatabaseencoding() AS encoding",
  );
  return { major: Math.floor(Number(row?.number) / 10_000), encoding: row?.encoding ?? '' };
}

/** Read from the live database, outside of any snapshot: sequences are not part of one. */
export async function readSequences(session: Session): Promise<SequenceFingerprint[]> {
  const read: SequenceFingerprint[] = [];
  for (const sequence of await listSequences(session)) {
    const [row] = await session.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${sequence.sql}`,
    );
    if (row !== undefined) read.push({ name: nameOf(sequence), ...row });
  }
  return read;
}
