import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { askProgram } from '../../../world/processes/asked-program.ts';
import type { Processes } from '../../../world/processes/process.ts';
import { withSecretFolder } from '../../../world/secrets/secret-folder.ts';
import type { Connection } from './connection.ts';
import { type Flavour, type Server, serverOf } from './server.ts';

/** The program that dumps and the one that loads a dump. */
export interface Tools {
  readonly dump: string;
  readonly client: string;
  /** Whose they are, and which version: some options have different names. */
  readonly made: Server;
}

export interface FindTools {
  readonly processes: Processes;
  readonly environment: Readonly<Record<string, string>>;
  /** The configured folder; then nothing else is tried. */
  readonly folder: string | undefined;
  /** Of the server that they are used on. */
  readonly flavour: Flavour;
}

const names: Readonly<Record<Flavour, readonly (readonly [dump: string, client: string])[]>> = {
  MariaDB: [
    ['mariadb-dump', 'mariadb'],
    ['mysqldump', 'mysql'],
  ],
  MySQL: [['mysqldump', 'mysql']],
};

/** If the names of MySQL lead to MariaDB's programs, these are only used on MariaDB: their output is made for it. */
export async function findTools({ processes, environment, folder, flavour }: FindTools): Promise<Tools> {
  const install =
    flavour === 'MariaDB'
      ? 'Install them ("apt-get install mariadb-client" on Debian and Ubuntu), or name their folder under "tools:".'
      : 'Install them ("apt-get install mysql-client" on Ubuntu, or from MySQL\'s repository), or name their folder under "tools:".';
  let other: Server | undefined;
  for (const [dumpName, clientName] of names[flavour]) {
    const [dump, client] = [dumpName, clientName].map((name) => (folder === undefined ? name : join(folder, name)));
    if (dump === undefined || client === undefined) continue;
    const made = await madeBy(dump, processes, environment);
    const reads = await madeBy(client, processes, environment);
    if (made === undefined || reads === undefined) continue;
    if (made.flavour === flavour && reads.flavour === flavour) return { dump, client, made };
    other = made;
  }
  throw new SystemFailure({
    happened:
      other === undefined
        ? `${names[flavour].map(([dump, client]) => `${dump} and ${client}`).join(', or ')} were not found${folder === undefined ? '' : ` in "${folder}"`}.`
        : `mysqldump is ${other.flavour}'s here, and the server is ${flavour}.`,
    means: 'Nothing was done.',
    next: install,
  });
}

/** `mysqldump  Ver 8.4.3 for Linux …`, `mariadb-dump  Ver 10.19 Distrib 10.11.19-MariaDB, …`, `mariadb from 11.4.2-MariaDB, …`. */
async function madeBy(
  program: string,
  processes: Processes,
  environment: Readonly<Record<string, string>>,
): Promise<Server | undefined> {
  const answer = await askProgram(processes, { argv: [program, '--version'], environment });
  if (answer === undefined) return undefined;
  const version = /(?:Distrib |from |Ver )(\d+\.\d+\.\d+\S*)/.exec(answer.stdout)?.[1];
  return answer.exitCode === 0 && version !== undefined ? serverOf(version) : undefined;
}

/**
 * Lets `body` use the arguments that lead a program to the database. The password is in a temporary file that only this user
 * can read, since every user of the machine sees the arguments. The machine's other settings for such programs are not read,
 * because they might lead elsewhere than the URL says.
 */
export async function withLogin<T>(
  connection: Connection,
  { made }: Tools,
  environment: Readonly<Record<string, string | undefined>>,
  body: (argument: string) => Promise<T>,
): Promise<T> {
  return await withSecretFolder(environment, async (folder) => {
    const file = join(folder, 'client.cnf');
    await writeFile(file, loginFile(connection, made.flavour), { mode: 0o600 });
    return await body(`--defaults-file=${file}`);
  });
}

function loginFile({ host, port, socket, user, password, ...tls }: Connection, flavour: Flavour): string {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['host', socket === undefined ? host : 'localhost'],
    ['port', String(port)],
    ['protocol', socket === undefined ? 'tcp' : 'socket'],
    ['socket', socket],
    ['user', user],
    ['password', password ?? ''],
    ['default-character-set', 'utf8mb4'],
    ['ssl-ca', tls.sslCa],
    ['ssl-cert', tls.sslCert],
    ['ssl-key', tls.sslKey],
  ];
  const written = lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escaped(value)}"`]));
  return `[client]\n${[...written, ...tlsLines(tls.sslMode, flavour, socket !== undefined)].join('\n')}\n`;
}

/** MariaDB's programs have no modes. They treat failing TLS as a failure, unless told not to use it. */
function tlsLines(mode: Connection['sslMode'], flavour: Flavour, local: boolean): string[] {
  if (flavour === 'MySQL') {
    return [`ssl-mode=${local ? 'DISABLED' : mode.toUpperCase().replace('-', '_')}`];
  }
  if (mode === 'disabled' || local) return ['skip-ssl'];
  if (mode === 'preferred') return ['loose-disable-ssl-verify-server-cert'];
  return ['ssl', mode === 'required' ? 'disable-ssl-verify-server-cert' : 'ssl-verify-server-cert'];
}

/** https://dev.mysql.com/doc/refman/8.4/en/option-files.html: within quotes a backslash begins an escape, and `#` is literal. */
function escaped(value: string): string {
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
}

/** What the programs inherit: nothing that would lead them elsewhere, and messages in English. */
export function toolEnvironment(inherited: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(inherited).filter(([name]) => !/^(?:MYSQL|MARIADB|LIBMYSQL)_/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
