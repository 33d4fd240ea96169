import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { readTextFile } from '../../../world/text-file.ts';
import { type Engine, jsonOf, openEngine } from './engine.ts';
import { projectVariable } from './place-rule.ts';
import type { ComposeSettings } from './settings.ts';

const named = z.looseObject({ name: z.string() });

/** For work on whatever release runs: of a release's variables, only the project's name is needed. */
export function engineForName(
  settings: ComposeSettings,
  context: PartContext,
  signal: AbortSignal | undefined,
): Engine {
  const name = settings.env[projectVariable];
  const env = name === undefined ? {} : { [projectVariable]: name };
  return openEngine({ ...settings, env }, context, { environment: {}, signal });
}

export interface NameRequest {
  /** `engineForName` */
  readonly engine: Engine;
  /** Arguments of `docker compose` that name its files. */
  readonly files: readonly string[];
  readonly signal: AbortSignal | undefined;
}

/** As Compose determines it. No variable of a release is used, which may be secret, except those that the name consists of. */
export async function projectName(
  settings: ComposeSettings,
  context: PartContext,
  { engine, files, signal }: NameRequest,
): Promise<string> {
  const isGiven = settings.project !== undefined || settings.env[projectVariable] !== undefined;
  const made = isGiven ? undefined : await nameWithVariables(files);
  if (made === undefined)
    return await nameIn(engine, [...files, '--profile=*', 'config', '--no-interpolate'], context.where);
  const env = Object.fromEntries(Object.entries(settings.env).filter(([name]) => made.variables.includes(name)));
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-name-'));
  try {
    // A file with only the name: the other variables that it needs do not matter.
    const file = join(folder, 'compose.yml');
    await writeFile(file, JSON.stringify({ name: made.name, services: { none: { image: 'none' } } }));
    const filled = openEngine({ ...settings, env }, context, { environment: {}, signal });
    return await nameIn(filled, [...withoutFiles(files), '--file', file, 'config'], context.where);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The last file that has a name counts. Without interpolation, Compose makes a name from the letters of a variable itself. */
async function nameWithVariables(
  args: readonly string[],
): Promise<{ readonly name: string; readonly variables: readonly string[] } | undefined> {
  const paths = args.filter((_, index) => args[index - 1] === '--file');
  const texts = await Promise.all(paths.map((path) => readTextFile(path).catch(() => '')));
  const name = texts.flatMap((text) => named.safeParse(parseDocument(text).toJS()).data?.name ?? []).at(-1);
  if (name === undefined || !name.includes('$')) return undefined;
  return { name, variables: [...name.matchAll(/\$\{?(\w+)/g)].flatMap(([, variable]) => variable ?? []) };
}

function withoutFiles(args: readonly string[]): readonly string[] {
  return args.filter((each, index) => each !== '--file' && args[index - 1] !== '--file');
}

async function nameIn(engine: Engine, args: readonly string[], where: string): Promise<string> {
  const result = await engine.docker([...args, '--format=json']);
  const read = named.safeParse(jsonOf(result));
  if (read.success) return read.data.name;
  throw new SystemFailure({
    happened: `Docker Compose did not say the name of the project of ${where}${result.exitCode === 0 ? '' : engine.lastWords(result)}.`,
    means: 'It could not be determined whose containers these are. Nothing was changed.',
    next: `Correct the Compose file, or write the name as ${where}.project. Then run the step again.`,
  });
}
