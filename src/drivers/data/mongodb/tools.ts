import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Effects } from '../../../world/effects/effects.ts';
import { type Address, addressText } from '../../../world/mongodb/address.ts';
import { askProgram } from '../../../world/processes/asked-program.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { withSecretFolder } from '../../../world/secrets/secret-folder.ts';

/** MongoDB's Database Tools, which have a version of their own: the same one works with every server that is still supported. */
export interface Tools {
  readonly mongodump: string;
  readonly mongorestore: string;
  /** `100.10.0`. */
  readonly version: string;
}

const oldestMajor = 100;

/** @param folder the configured one; left out, the PATH is searched */
export async function findTools(effects: Effects, folder: string | undefined): Promise<Tools> {
  const [mongodump, mongorestore] = ['mongodump', 'mongorestore'].map((name) =>
    folder === undefined ? name : join(folder, name),
  );
  const versions = await Promise.all([versionOf(effects, mongodump), versionOf(effects, mongorestore)]);
  const [version, other] = versions;
  const install =
    'Install the MongoDB Database Tools (the package "mongodb-database-tools"), or name their folder under "tools:".';
  if (mongodump === undefined || mongorestore === undefined || version === undefined || other === undefined) {
    throw new SystemFailure({
      happened: `mongodump and mongorestore were not found${folder === undefined ? '' : ` in "${folder}"`}.`,
      means: 'Nothing was done.',
      next: install,
    });
  }
  if (Number.parseInt(version, 10) < oldestMajor || version !== other) {
    throw new SystemFailure({
      happened: `mongodump is version ${version} and mongorestore ${other}.`,
      means: `They must be of one release, ${oldestMajor}.0.0 or later. Nothing was done.`,
      next: install,
    });
  }
  return { mongodump, mongorestore, version };
}

async function versionOf(effects: Effects, program: string | undefined): Promise<string | undefined> {
  if (program === undefined) return undefined;
  const argv = [program, '--version'] as const;
  const answer = await askProgram(effects.processes, { argv, environment: childEnvironment(effects) });
  if (answer === undefined) return undefined;
  const version = /version: v?(?<version>\d+\.\d+\.\d+)/.exec(answer.stdout)?.groups?.version;
  return answer.exitCode === 0 ? version : undefined;
}

/**
 * Runs a tool that reads the address from a file that nobody else may read: every user of the machine sees the arguments.
 * https://www.mongodb.com/docs/database-tools/mongodump/#std-option-mongodump.--config
 */
export async function runTool(
  effects: Effects,
  address: Address,
  [program, ...args]: readonly [string, ...string[]],
  signal: AbortSignal | undefined,
): Promise<ProcessResult> {
  const { options, left } = limitsOf(address);
  return await withSecretFolder(effects.environment, async (folder) => {
    const file = join(folder, 'address.yml');
    // JSON is YAML.
    await writeFile(file, `uri: ${JSON.stringify(addressText(left))}\n`, { mode: 0o600, flag: 'wx' });
    return await effects.processes.run({
      argv: [program, '--config', file, ...options, ...args],
      environment: childEnvironment(effects),
      ...(signal && { signal }),
    });
  });
}

const limits: Readonly<Record<string, string>> = {
  connecttimeoutms: 'dialTimeout',
  sockettimeoutms: 'socketTimeout',
  serverselectiontimeoutms: 'serverSelectionTimeout',
};

/**
 * How long to wait, in the unit of the tools: they read the milliseconds of a URL as seconds, and would wait for hours.
 * https://github.com/mongodb/mongo-tools/blob/100.10.0/common/options/options.go
 */
function limitsOf(address: Address): { readonly options: readonly string[]; readonly left: Address } {
  const parameters = new URLSearchParams(address.parameters);
  const options: string[] = [];
  for (const [name, value] of address.parameters) {
    const option = limits[name.toLowerCase()];
    if (option === undefined) continue;
    parameters.delete(name);
    options.push(`--${option}=${Math.ceil(Number(value) / 1000)}`);
  }
  return { options, left: { ...address, parameters } };
}
