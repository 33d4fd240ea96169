import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Cluster } from './cluster.ts';
import { type HelmSettings, isFolder } from './settings.ts';

/** A chart on this machine, identified by its content. */
export interface FetchedChart {
  /** The argument for Helm: a package, or a folder. */
  readonly path: string;
  /** `records 1.4.0`. */
  readonly title: string;
  readonly digest: string;
  /** The charts that it includes, whose values are below these keys. */
  readonly dependencies: readonly string[];
}

const metadata = z.looseObject({
  name: z.string(),
  version: z.string(),
  dependencies: z.array(z.looseObject({ name: z.string(), alias: z.string().optional() })).nullish(),
});

/** Rejects with a SystemFailure if it is not available. Nothing in the cluster was changed. */
export async function fetchChart(
  cluster: Cluster,
  settings: HelmSettings,
  context: PartContext,
): Promise<FetchedChart> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const chart = fill(settings.chart, 'chart');
  const version = settings.version && fill(settings.version, 'version');
  const path = isFolder(chart)
    ? resolve(effects.directory, chart)
    : await pull(cluster, {
        chart,
        version,
        repository: settings.repository && fill(settings.repository, 'repository'),
      });
  const shown = await cluster.helm(['show', 'chart', path]);
  const read = shown.exitCode === 0 ? metadata.safeParse(parse(shown.stdout)) : undefined;
  if (read?.success !== true) throw notToBeHad(chart, version, shown.exitCode === 0 ? '' : cluster.lastWords(shown));
  const digest = isFolder(chart) ? await folderDigest(path) : sha256(await readFile(path));
  const dependencies = (read.data.dependencies ?? []).map(({ name, alias }) => alias ?? name);
  return { path, title: `${read.data.name} ${read.data.version}`, digest, dependencies };
}

interface Wanted {
  readonly chart: string;
  readonly version: string | undefined;
  readonly repository: string | undefined;
}

async function pull(cluster: Cluster, { chart, version, repository }: Wanted): Promise<string> {
  const folder = join(cluster.folder, `chart-${sha256(Buffer.from(JSON.stringify([chart, version]))).slice(7, 19)}`);
  await mkdir(folder, { recursive: true });
  const result = await cluster.helm([
    ...['pull', chart, `--destination=${folder}`],
    ...(version === undefined ? [] : [`--version=${version}`]),
    ...(repository === undefined ? [] : [`--repo=${repository}`]),
  ]);
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
  if (result.exitCode !== 0 || file === undefined) throw notToBeHad(chart, version, cluster.lastWords(result));
  return join(folder, file);
}

function notToBeHad(chart: string, version: string | undefined, why: string): SystemFailure {
  return new SystemFailure({
    happened: `The chart "${chart}"${version === undefined ? '' : `, version ${version},`} could not be read${why}.`,
    means: 'Nothing was changed.',
    next: 'Make sure that it exists and that this job may read it (helm registry login, helm repo add), then run the step again.',
  });
}

/** Over names and contents, so that another checkout has the same. */
async function folderDigest(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash.update(JSON.stringify([relative(folder, file), sha256(await readFile(file))]));
  return `sha256:${hash.digest('hex')}`;
}

function sha256(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
