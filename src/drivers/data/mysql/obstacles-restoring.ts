import { listed, noted, type Obstacle, quotedList, refused } from '../obstacle.ts';
import { definerRights } from './definers.ts';
import type { DefinersSetting } from './definers-setting.ts';
import type { OutsideSetting } from './outside.ts';
import { lacking, maySetDefiners, type Rights, readRights } from './rights.ts';
import { literal, nameOf } from './server.ts';
import type { Session } from './session.ts';
import type { SourceFacts } from './source.ts';

export interface RestoreQuestion {
  /** Of the backup to be restored, if they are known. */
  readonly source?: SourceFacts | undefined;
  readonly definers: DefinersSetting;
  readonly outside: OutsideSetting;
}

const neededRights = [
  ...['SELECT', 'INSERT', 'CREATE', 'DROP', 'ALTER', 'INDEX', 'REFERENCES', 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER'],
  ...['CREATE ROUTINE', 'ALTER ROUTINE', 'EVENT', 'LOCK TABLES'],
];

interface Target {
  readonly readOnly: number;
  readonly packet: number;
  readonly lowerCaseNames: string;
  readonly writesLog: number;
  readonly trustsFunctions: number;
}

/** Everything that is known to make a restore fail, before anything is emptied. */
export async function obstaclesToRestoring(session: Session, question: RestoreQuestion): Promise<Obstacle[]> {
  const rights = await readRights(session);
  const [target] = await session.query<Target>(
    `SELECT @@read_only AS readOnly, @@global.max_allowed_packet AS packet, @@lower_case_table_names AS lowerCaseNames,
       @@log_bin AS writesLog, @@global.log_bin_trust_function_creators AS trustsFunctions`,
  );
  if (target === undefined) throw new Error('the server does not say how it is set');
  const { source } = question;
  return [
    ...ofTheUser(rights, target),
    ...(source === undefined
      ? []
      : [
          ...ofTheServer(session, source),
          ...ofSettings(target, source, rights),
          ...(await ofWhatIsThere(session, source)),
          ...(await ofDefiners(session, source, question, rights)),
        ]),
  ];
}

function ofTheUser(rights: Rights | undefined, { readOnly }: Target): Obstacle[] {
  const missing = rights === undefined ? [] : lacking(rights, neededRights);
  const obstacles: Obstacle[] = [];
  if (missing.length > 0) {
    obstacles.push(
      refused({
        happened: `The user of the configuration lacks ${missing.join(', ')} on the database.`,
        means: 'It could be emptied and not be filled again.',
        next: 'Let an administrator run: GRANT ALL PRIVILEGES ON the database.* TO the user.',
      }),
    );
  }
  if (Number(readOnly) !== 0 && rights !== undefined && !rights.hasAllOnServer && !rights.onServer.has('SUPER')) {
    obstacles.push(
      refused({
        happened: 'The server is read-only (read_only is on), as a replica is.',
        means: 'Nothing can be restored there.',
        next: 'Use a separate server for staging.',
      }),
    );
  }
  return obstacles;
}

function ofTheServer({ server }: Session, source: SourceFacts): Obstacle[] {
  if (source.flavour !== server.flavour) {
    return [
      refused({
        happened: `The backup comes from ${nameOf(source)}, and this server is ${nameOf(server)}.`,
        means: 'What the one writes the other does not read in all cases, and a rehearsal there would prove little.',
        next: `Run ${source.flavour} here too.`,
      }),
    ];
  }
  if (source.number <= server.number) return [];
  return [
    refused({
      happened: `The backup comes from ${nameOf(source)}, and this server is older: ${nameOf(server)}.`,
      means: 'What the newer one has cannot be restored into it.',
      next: `Run ${nameOf(source)} here too: a rehearsal on another version would prove little.`,
    }),
  ];
}

/** What else is in a statement besides the values of its row. */
const aroundRow = 64 * 1024;

function ofSettings(target: Target, source: SourceFacts, rights: Rights | undefined): Obstacle[] {
  const obstacles: Obstacle[] = [];
  const needed = (source.longestRow ?? 0) + aroundRow;
  const packet = Number(target.packet);
  if (needed > packet && source.longestRow !== undefined) {
    obstacles.push(
      refused({
        happened: `The longest row of the backup needs a statement of about ${needed} bytes, and max_allowed_packet is ${packet} here.`,
        means: 'The server would end the restore at that row.',
        next: 'SET GLOBAL max_allowed_packet = 1073741824 on this server, and keep it in its configuration.',
      }),
    );
  }
  if (source.hasCapitals && String(target.lowerCaseNames) !== source.lowerCaseNames) {
    obstacles.push(
      refused({
        happened: `lower_case_table_names is ${target.lowerCaseNames} here and ${source.lowerCaseNames} on production, and the backup has tables with capital letters.`,
        means: 'Their names would become other ones.',
        next: 'Set up the server of staging with the same lower_case_table_names: it cannot be changed later.',
      }),
    );
  }
  const isTrusted = Number(target.writesLog) === 0 || Number(target.trustsFunctions) === 1;
  if (source.routines > 0 && !isTrusted && rights !== undefined && !maySetDefiners(rights)) {
    obstacles.push(
      refused({
        happened:
          'This server writes a binary log, and lets only administrators make functions and triggers, which the backup has.',
        means: 'The restore would end at the first of them.',
        next: 'SET GLOBAL log_bin_trust_function_creators = 1 on this server.',
      }),
    );
  }
  return obstacles;
}

async function ofWhatIsThere(session: Session, source: SourceFacts): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  const collations = await missingOf(
    session,
    source.collations,
    (names) =>
      `SELECT COLLATION_NAME AS name FROM information_schema.COLLATIONS WHERE COLLATION_NAME IN (${names})
     UNION SELECT FULL_COLLATION_NAME FROM information_schema.COLLATION_CHARACTER_SET_APPLICABILITY
     WHERE FULL_COLLATION_NAME IN (${names})`,
  );
  if (collations.length > 0) {
    obstacles.push(
      refused({
        happened: `This server lacks collations that the backup uses: ${quotedList(collations)}.`,
        means: 'Tables that use them could not be made.',
        next: `Run ${nameOf(source)} here too.`,
      }),
    );
  }
  const engines = await missingOf(
    session,
    source.engines,
    (names) =>
      `SELECT ENGINE AS name FROM information_schema.ENGINES WHERE SUPPORT IN ('YES', 'DEFAULT') AND ENGINE IN (${names})`,
  );
  if (engines.length > 0) {
    obstacles.push(
      refused({
        happened: `This server lacks storage engines that the backup uses: ${quotedList(engines)}.`,
        means: 'Tables that use them could not be made, or would silently get another one.',
        next: 'Let the server load them (INSTALL SONAME, or plugin-load-add), as production does.',
      }),
    );
  }
  if (source.encryptedTables.length > 0 && !(await canEncrypt(session))) {
    obstacles.push(
      refused({
        happened: `These tables of the backup are encrypted on disk, and this server has no key for that: ${quotedList(source.encryptedTables)}.`,
        means: 'They could not be made.',
        next: 'Set up a key management plugin (MariaDB) or a keyring (MySQL) on the server of staging, with its own key.',
      }),
    );
  }
  return obstacles;
}

/** Older servers do not have full names of collations: then only the first part of the query is sent. */
async function missingOf(
  session: Session,
  wanted: readonly string[],
  sql: (names: string) => string,
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const full = sql(wanted.map(literal).join(', '));
  const rows = await session
    .query<{ name: string }>(full)
    .catch(() => session.query<{ name: string }>(full.split('UNION')[0] ?? ''));
  const there = new Set(rows.map(({ name }) => name));
  return wanted.filter((name) => !there.has(name));
}

async function canEncrypt(session: Session): Promise<boolean> {
  const [plugin] = await session.query(
    `SELECT 1 AS found FROM information_schema.PLUGINS
     WHERE PLUGIN_STATUS = 'ACTIVE' AND (PLUGIN_TYPE = 'ENCRYPTION' OR PLUGIN_NAME LIKE 'keyring%')`,
  );
  if (plugin !== undefined) return true;
  // A keyring that is a component is not a plugin.
  const [component] = await session
    .query("SELECT 1 AS found FROM performance_schema.keyring_component_status WHERE STATUS_VALUE = 'Active'")
    .catch(() => []);
  return component !== undefined;
}

async function ofDefiners(
  session: Session,
  source: SourceFacts,
  { definers, outside }: RestoreQuestion,
  rights: Rights | undefined,
): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  const { missing, maySet } = await definerRights(session, source.definers, rights);
  if (definers === 'keep' && missing !== undefined && missing.length > 0) {
    obstacles.push(
      refused({
        happened: `Views or routines of the backup belong to users that this server lacks: ${quotedList(missing)}.`,
        means: 'They could not be used here.',
        next: 'Make these users (CREATE USER … ACCOUNT LOCK), or set "definers: ignore".',
      }),
    );
  }
  if (definers === 'keep' && maySet === false) {
    obstacles.push(
      refused({
        happened: `Views or routines of the backup belong to ${listed(source.definers)}, and the user of the configuration may not make them in their name.`,
        means: 'The restore would end at the first of them.',
        next: 'GRANT SET USER (MariaDB), SET_ANY_DEFINER (MySQL 8.2 and later) or SET_USER_ID ON *.* TO the user, or set "definers: ignore".',
      }),
    );
  }
  if (outside === 'keep' && source.events > 0) {
    obstacles.push(
      noted({
        happened: `The backup has ${source.events} events, which the server runs automatically, and "outside: keep" leaves them on.`,
        means: 'They act in the copy as they do in production.',
        next: 'Make sure that none of them reaches anything outside of the database.',
      }),
    );
  }
  return obstacles;
}
