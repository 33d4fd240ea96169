import { mkdtemp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { Artifact } from '../../../core/model/artifacts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { readTextFile } from '../../../world/text-file.ts';
import { imageReference } from '../image-reference.ts';
import type { Cluster } from './cluster.ts';
import type { HelmSettings } from './settings.ts';

type Tree = { [key: string]: unknown };

/** All values of a release, as files: none of it is an argument, which every process of the machine could read. */
export interface StagedValues {
  readonly files: readonly string[];
  /** All of them in one, as Helm merges them. */
  readonly merged: Tree;
}

export interface ValuesRequest {
  /** What the product needs: a value of undefined means that the variable must not be set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What was rehearsed, if that is what is deployed now. */
  readonly rehearsed?: readonly Artifact[] | undefined;
}

/** @throws UserError for a missing file, or a variable that the chart has no place for */
export async function stageValues(
  cluster: Cluster,
  settings: HelmSettings,
  context: PartContext,
  { environment, rehearsed }: ValuesRequest,
): Promise<StagedValues> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const paths = settings.values.map((file) => resolve(effects.directory, fill(file, 'values')));
  const written = await Promise.all(paths.map((path) => readValues(path, `${where}.values`)));
  const own: Tree = {};
  for (const [path, value] of Object.entries(settings.set))
    put(own, keysOf(path), typeof value === 'string' ? fill(value, `set.${path}`) : value);
  for (const [path, name] of Object.entries(settings.digests))
    put(own, keysOf(path), rehearsed === undefined ? null : digestOf(name, rehearsed, `${where}.digests.${path}`));
  const merged = [...written, own].reduce<Tree>(merge, {});
  const asked = Object.entries(environment);
  if (asked.length > 0) {
    const variables = withVariables(settings['product-variables'], merged, asked, where);
    put(own, variables.at, variables.value);
    put(merged, variables.at, variables.value);
  }
  // One folder per set of values: those of the other side of a hop are examined at the same time.
  const file = join(await mkdtemp(join(cluster.folder, 'values-')), 'set.json');
  await writeFile(file, JSON.stringify(own), { mode: 0o600 });
  return { files: [...paths, file], merged };
}

function withVariables(
  settings: HelmSettings['product-variables'],
  merged: Tree,
  asked: readonly (readonly [string, string | undefined])[],
  where: string,
): { readonly at: readonly string[]; readonly value: unknown } {
  if (settings === undefined) {
    throw new UserError({
      happened: `${asked.map(([name]) => name).join(', ')} must tell the product to defer its migrations, but ${where} does not say where the chart takes environment variables.`,
      means: 'Without it, migrations would run at once. Nothing was changed.',
      next: `Add ${where}.product-variables, such as { at: extraEnv, form: list }.`,
    });
  }
  const at = keysOf(settings.at);
  const there = at.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), merged);
  // A key that is null is removed, even if the release had it before.
  if (settings.form === 'map') {
    return {
      at,
      value: {
        ...(isTree(there) ? there : {}),
        ...Object.fromEntries(asked.map(([name, value]) => [name, value ?? null])),
      },
    };
  }
  const others = (Array.isArray(there) ? there : []).filter(
    (entry) => !(isTree(entry) && asked.some(([name]) => name === entry.name)),
  );
  const added = asked.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  return { at, value: [...others, ...added] };
}

function digestOf(name: string, rehearsed: readonly Artifact[], where: string): string {
  const found = rehearsed.find((artifact) => imageReference(artifact.name)?.name === name);
  const digest = found?.digests.find((each) => each.startsWith('sha256:'));
  if (digest !== undefined) return digest;
  throw new SystemFailure({
    happened: `${where} asks for the digest of the image "${name}", and the rehearsal has recorded none.`,
    means: 'What was rehearsed could not be pinned. Nothing was changed.',
    next: `It has recorded ${rehearsed.map((artifact) => artifact.name).join(', ') || 'nothing'}. Correct the name, or rehearse the hop again.`,
  });
}

async function readValues(path: string, where: string): Promise<Tree> {
  const refuse = (problem: string): UserError =>
    new UserError({
      happened: `The values file ${path} (${where}) ${problem}.`,
      means: 'Nothing was changed.',
      next: `Correct the file, or ${where}; it must be checked out in this job.`,
    });
  let text: string;
  try {
    text = await readTextFile(path);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw refuse(code === 'ENOENT' ? 'is not there' : `could not be read: ${code}`);
  }
  let value: unknown;
  try {
    value = parse(text) ?? {};
  } catch (cause) {
    throw refuse(`is not YAML: ${cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : ''}`);
  }
  if (!isTree(value)) throw refuse('is not a mapping of values');
  return value;
}

/** As Helm does: mappings are merged, everything else is replaced. */
function merge(below: Tree, above: Tree): Tree {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const there = merged[key];
    merged[key] = isTree(value) && isTree(there) ? merge(there, value) : value;
  }
  return merged;
}

/** The paths of values that the release has and that are not set: never the values themselves, which may be secret. */
export function otherValues(live: unknown, given: Tree): readonly string[] {
  return otherPaths(live, given).map((path) => path.join('.'));
}

export function otherPaths(live: unknown, given: Tree, path: readonly string[] = []): readonly (readonly string[])[] {
  if (!isTree(live)) return [];
  return Object.entries(live).flatMap(([key, value]) => {
    const here = [...path, key];
    if (!Object.hasOwn(given, key)) return value === null ? [] : [here];
    const below = given[key];
    return isTree(below) ? otherPaths(value, below, here) : [];
  });
}

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const below = tree[key];
  const inner: Tree = isTree(below) ? { ...below } : {};
  put(inner, rest, value);
  tree[key] = inner;
}

function keysOf(path: string): string[] {
  return path.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
