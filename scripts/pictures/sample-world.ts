import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { freePort } from '../../test/support/ports.ts';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'src/cli.ts');

export interface SampleWorld {
  readonly repository: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Runs the program as in a terminal that nobody sits at. */
  run(...args: readonly string[]): Promise<number>;
  /** The argv that runs it. */
  argv(...args: readonly string[]): readonly string[];
  end(): Promise<void>;
}

/** Production and staging of the embedded sample, real servers on 1.0.2, in a folder like a user's repository. */
export async function sampleWorld(): Promise<SampleWorld> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-pictures-')));
  const repository = join(folder, 'records');
  for (const name of ['production', 'staging', 'state']) await mkdir(join(folder, name));
  await cp(join(root, 'examples/sample'), repository, { recursive: true });
  const configuration = join(repository, '.github/staged-upgrade.yml');
  const written = await readFile(configuration, 'utf8');
  await writeFile(
    configuration,
    written.replace('store: { git: {} }', `store: { folder: { path: ${JSON.stringify(join(folder, 'journal'))} } }`),
  );
  const [production, staging] = [await freePort(), await freePort()];
  const base = {
    PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
    HOME: folder,
    USER: 'you',
    XDG_STATE_HOME: join(folder, 'state'),
  };
  const environment = {
    ...base,
    SAMPLE_PRODUCTION_STATE: join(folder, 'production'),
    SAMPLE_PRODUCTION_PORT: String(production),
    SAMPLE_PRODUCTION_ADMIN_TOKEN: 'a-token-of-production',
    SAMPLE_STAGING_STATE: join(folder, 'staging'),
    SAMPLE_STAGING_PORT: String(staging),
    SAMPLE_STAGING_ADMIN_TOKEN: 'a-token-of-staging',
    SAMPLE_BACKUPS: join(folder, 'backups'),
  };
  const server = async (side: 'PRODUCTION' | 'STAGING', script: string, ...args: readonly string[]): Promise<void> => {
    const settings = {
      SAMPLE_STATE: environment[`SAMPLE_${side}_STATE`],
      SAMPLE_PORT: environment[`SAMPLE_${side}_PORT`],
      SAMPLE_TOKEN: environment[`SAMPLE_${side}_ADMIN_TOKEN`],
    };
    const code = await ended([process.execPath, script, ...args], repository, { ...base, ...settings });
    if (code !== 0) throw new Error(`${script} ${args.join(' ')} ended with ${code}`);
  };
  await server('PRODUCTION', 'deploy.mjs', 'start', '1.0.2');
  await server('PRODUCTION', 'seed.mjs');
  return {
    repository,
    environment,
    argv: (...args) => [process.execPath, cli, ...args],
    run: (...args) => ended([process.execPath, cli, ...args], repository, environment),
    end: async () => {
      for (const side of ['PRODUCTION', 'STAGING'] as const) await server(side, 'deploy.mjs', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves with the exit code; what is said is shown only when the program itself is broken. */
function ended(
  [program = '', ...args]: readonly string[],
  directory: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: directory, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0 || code === 3) done(code);
      else fail(new Error(`${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}
