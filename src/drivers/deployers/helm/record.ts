import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type Cluster, notRead, readApi } from './cluster.ts';
import { type HookJob, hookJobsIn, type RenderedWorkload, workloadsIn } from './manifest.ts';
import { recordOf, secretsOf } from './release.ts';

/** What Helm has deployed as a revision. It contains values, which may be secret: it is never shown. */
export interface ReleaseRecord {
  /** `records-1.4.0`. */
  readonly chart: string;
  readonly updated: string;
  readonly workloads: readonly RenderedWorkload[];
  readonly hooks: readonly HookJob[];
  /** The given values, without the chart's own. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The Secret in which a revision is stored, as the server has it. */
export const keptSecret = z.looseObject({
  metadata: z.looseObject({ labels: z.record(z.string(), z.string()) }),
  data: z.looseObject({ release: z.string() }),
});

const content = z.looseObject({
  info: z.looseObject({ last_deployed: z.string().default('') }),
  chart: z.looseObject({ metadata: z.looseObject({ name: z.string(), version: z.string() }) }),
  config: z.record(z.string(), z.unknown()).nullish(),
  manifest: z.string().default(''),
  hooks: z.array(z.looseObject({ manifest: z.string().default('') })).nullish(),
});

export async function readSecret(cluster: Cluster, revision: number): Promise<z.output<typeof keptSecret>> {
  const path = `${secretsOf(cluster)}/${recordOf(cluster, revision)}`;
  return await readApi(cluster, path, keptSecret, nameOf(cluster, revision));
}

/** Rejects with a SystemFailure if the revision no longer exists, or cannot be read. */
export async function readRecord(cluster: Cluster, revision: number): Promise<ReleaseRecord> {
  const { data } = await readSecret(cluster, revision);
  const read = content.safeParse(unpacked(data.release));
  if (!read.success) {
    const path = read.error.issues[0]?.path.join('.') ?? '';
    throw notRead(cluster, nameOf(cluster, revision), `: ${path === '' ? 'it' : path} is not as Helm 3 writes it`);
  }
  const { info, chart, config, manifest, hooks } = read.data;
  return {
    chart: `${chart.metadata.name}-${chart.metadata.version}`,
    updated: info.last_deployed,
    workloads: workloadsIn(manifest, cluster.namespace),
    hooks: (hooks ?? []).flatMap((hook) => hookJobsIn(hook.manifest, cluster.namespace)),
    values: config ?? {},
  };
}

function nameOf({ release }: Cluster, revision: number): string {
  return `Helm's record of revision ${revision} of the release "${release}"`;
}

/** Undefined for what Helm has not written. */
export function unpacked(release: string): unknown {
  try {
    return JSON.parse(gunzipSync(Buffer.from(Buffer.from(release, 'base64').toString(), 'base64')).toString());
  } catch {
    return undefined;
  }
}

export function packed(content: object): string {
  return Buffer.from(gzipSync(JSON.stringify(content)).toString('base64')).toString('base64');
}
