import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What some tests need besides Node.js and npm. scripts/setup.sh installs all of it but Docker. For PostgreSQL see postgres.ts. */
export type ToolName =
  | 'act'
  | 'azurite-blob'
  | 'chromium'
  | 'docker'
  | 'docker-registry'
  | 'fake-gcs-server'
  | 'moto_server'
  | 'ssh'
  | 'sshd';

export interface Tool {
  /** For `test(name, { skip: tool.skip }, …)`: false, or why the test cannot run here. */
  readonly skip: string | false;
  /** The program's absolute path. Throws when it is missing. */
  readonly path: string;
}

/**
 * Finds a program that may be absent. With CI=true it must exist: a check that silently does not run proves nothing.
 */
export function need(name: ToolName): Tool {
  const path = find(name);
  if (path !== undefined) return { skip: false, path };
  const reason = `"${name}" was not found: run scripts/setup.sh to have this tested.`;
  if (process.env.CI === 'true') throw new Error(reason);
  return {
    skip: reason,
    get path(): string {
      throw new Error(reason);
    },
  };
}

const otherNames: Partial<Record<ToolName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
};

function find(name: ToolName): string | undefined {
  const names = otherNames[name] ?? [name];
  return folders()
    .flatMap((folder) => names.map((program) => join(folder, program)))
    .find(isProgram);
}

/** The PATH, then where scripts/setup.sh puts its tools. */
function folders(): string[] {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    join(cache, 'staged-upgrade', 'bin'),
    // Where servers are, which not everybody has on the PATH.
    '/usr/sbin',
  ];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
