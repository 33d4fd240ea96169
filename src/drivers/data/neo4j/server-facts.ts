import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outOfReach } from './failure.ts';
import { type Shell, type ShellCall, valuesOf } from './shell.ts';

/** What a server says about itself, read from its database "system", which exists whatever happened to the others. */
export interface ServerFacts {
  /** The id of its system database: it was created when the server first started, and is in no backup of another one. */
  readonly server: string;
  readonly version: string;
  readonly isEnterprise: boolean;
  /** How many servers hold the database. */
  readonly members: number;
  readonly status: string;
  /** The folder of its data, as it names it. */
  readonly folder: string;
  /** Whether that is a folder of this machine, and not one of the same name elsewhere. */
  readonly isHere: boolean;
}

const questions = `SHOW DATABASES YIELD name, databaseID, serverID, currentStatus
  RETURN 'database' AS what, name, databaseID, serverID, currentStatus;
SHOW SETTINGS 'server.directories.data' YIELD value RETURN 'folder' AS what, value;
CALL dbms.components() YIELD versions, edition RETURN 'release' AS what, versions[0] AS version, edition;
`;

/** @returns undefined while nothing answers */
export async function readServerFacts(
  shell: Shell,
  database: string,
  call: Pick<ShellCall, 'signal'>,
): Promise<ServerFacts | undefined> {
  const lines = await shell.tried(questions, { database: 'system', ...call });
  if (lines === undefined) return undefined;
  const rows = lines.map(valuesOf);
  const databases = rows.filter(([what]) => what === 'database');
  const own = databases.filter(([, name]) => name === database);
  const server = databases.find(([, name]) => name === 'system')?.[2];
  const [, folder] = rows.find(([what]) => what === 'folder') ?? [];
  const [, version = 'unknown', edition = ''] = rows.find(([what]) => what === 'release') ?? [];
  if (server === undefined || folder === undefined)
    throw outOfReach(
      'Neo4j did not say which server it is.',
      'Use Neo4j 5 or later, and give the user the rights to SHOW DATABASES and SHOW SETTINGS.',
    );
  const [first] = own;
  if (first === undefined)
    throw outOfReach(`The server has no database "${database}".`, 'Correct "database", or make it. Then run again.');
  const [, , , serverId = '', status = ''] = first;
  return {
    ...{ server, version, status, folder },
    isEnterprise: edition === 'enterprise',
    members: own.length,
    isHere: await isServersFolder(folder, serverId),
  };
}

/** The server keeps its id in the folder, after a byte for the format. */
async function isServersFolder(folder: string, serverId: string): Promise<boolean> {
  const kept = await readFile(join(folder, 'server_id')).catch(() => Buffer.alloc(0));
  return kept.length >= 16 && kept.subarray(-16).toString('hex') === serverId.replaceAll('-', '').toLowerCase();
}
