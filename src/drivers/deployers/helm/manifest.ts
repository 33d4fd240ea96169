import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { FetchedChart } from './chart.ts';
import { type Cluster, readJson } from './cluster.ts';
import type { StagedValues } from './values.ts';

/** What a release consists of, according to its chart. */
export interface Manifest {
  readonly workloads: readonly RenderedWorkload[];
  readonly hooks: readonly HookJob[];
  /** Whether something in the chart runs after the release is deployed: Helm then has to wait for its workloads first. */
  readonly hasHooksAfter: boolean;
}

export interface WorkloadText {
  /** `deployment/web`. */
  readonly key: string;
  readonly namespace: string;
  /** When Helm starts it as a hook: `pre-upgrade`; empty if it is not one. */
  readonly hook: string;
  /** By the names of their containers. */
  readonly images: Readonly<Record<string, string>>;
}

/** With what else the text says about it. */
export interface RenderedWorkload extends WorkloadText {
  /** Volume claims that its pods use; for those that a StatefulSet creates for each pod, the prefix of their names: `data-queue-`. */
  readonly claims: readonly string[];
  /** According to the chart: it contains values, which may be secret. */
  readonly resource: object;
}

/** A Job that Helm starts and waits for. */
export interface HookJob {
  readonly name: string;
  readonly namespace: string;
  readonly images: Readonly<Record<string, string>>;
  /** Whether it runs after the release is deployed: Helm waits for the workloads before. */
  readonly isAfter: boolean;
}

const container = z.looseObject({ name: z.string(), image: z.string().default('') });
const podSpec = z.looseObject({
  containers: z.array(container).default([]),
  initContainers: z.array(container).nullish(),
});
const resource = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().nullish(),
    annotations: z.record(z.string(), z.unknown()).nullish(),
  }),
  spec: z.unknown().optional(),
});
const template = z.looseObject({ template: z.looseObject({ spec: podSpec }) });
const cronJob = z.looseObject({ jobTemplate: z.looseObject({ spec: template }) });

const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'];

/** The workloads in the text of a manifest; everything else is left out. */
export function workloadsIn(text: string, namespace: string): readonly RenderedWorkload[] {
  return parseAllDocuments(text).flatMap((document): RenderedWorkload[] => {
    const read = resource.safeParse(document.toJS());
    if (!read.success || !workloadKinds.includes(read.data.kind)) return [];
    const { kind, metadata, spec } = read.data;
    return [
      {
        key: `${kind.toLowerCase()}/${metadata.name}`,
        namespace: metadata.namespace ?? namespace,
        hook: String(metadata.annotations?.['helm.sh/hook'] ?? ''),
        images: imagesOf(spec),
        claims: claimsOf(metadata.name, spec),
        resource: read.data,
      },
    ];
  });
}

function imagesOf(spec: unknown): Record<string, string> {
  const job = cronJob.safeParse(spec);
  const read = template.safeParse(job.success ? job.data.jobTemplate.spec : spec);
  if (!read.success) return {};
  const { containers, initContainers } = read.data.template.spec;
  return Object.fromEntries([...(initContainers ?? []), ...containers].map(({ name, image }) => [name, image]));
}

const volumes = z.looseObject({
  template: z.looseObject({
    spec: z.looseObject({
      volumes: z
        .array(z.looseObject({ persistentVolumeClaim: z.looseObject({ claimName: z.string() }).nullish() }))
        .nullish(),
    }),
  }),
  volumeClaimTemplates: z.array(z.looseObject({ metadata: z.looseObject({ name: z.string() }) })).nullish(),
});

function claimsOf(name: string, spec: unknown): readonly string[] {
  const read = volumes.safeParse(spec);
  if (!read.success) return [];
  const used = read.data.template.spec.volumes ?? [];
  return [
    ...used.flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? []),
    ...(read.data.volumeClaimTemplates ?? []).map(({ metadata }) => `${metadata.name}-${name}-`),
  ];
}

const rendered = z.looseObject({
  manifest: z.string(),
  hooks: z
    .array(
      z.looseObject({
        manifest: z.string(),
        events: z.array(z.string()).nullish(),
      }),
    )
    .nullish(),
});

/**
 * What Helm would deploy, with the cluster asked but nothing changed. It contains values, which may be secret, so it is
 * never shown.
 */
export async function renderRelease(
  cluster: Cluster,
  chart: FetchedChart,
  { files }: StagedValues,
  flags: readonly string[],
): Promise<Manifest> {
  const result = await cluster.helm([
    ...['upgrade', '--install', cluster.release, chart.path, '--dry-run=server', '--output=json'],
    ...files.map((file) => `--values=${file}`),
    ...flags,
  ]);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `The chart ${chart.title} cannot be put in place with these values${cluster.lastWords(result)}.`,
      means: 'Nothing was changed.',
      next: 'Correct the values, or the version of the chart; then run the step again.',
    });
  }
  const read = await readJson(cluster, result, rendered, `What the chart ${chart.title} would put in place`);
  const hooks = read.hooks ?? [];
  return {
    workloads: workloadsIn(read.manifest, cluster.namespace),
    hooks: hooks.flatMap(({ manifest }) => hookJobsIn(manifest, cluster.namespace)),
    hasHooksAfter: hooks.some(({ events }) => (events ?? []).some((event) => /^post-(install|upgrade)$/.test(event))),
  };
}

/** The Jobs in the text of a hook. */
export function hookJobsIn(text: string, namespace: string): readonly HookJob[] {
  return workloadsIn(text, namespace).flatMap((job): HookJob[] => {
    if (!job.key.startsWith('job/')) return [];
    const { key, namespace: own, images, hook } = job;
    return [
      { name: key.replace(/^job\//, ''), namespace: own, images, isAfter: /post-(?:install|upgrade)/.test(hook) },
    ];
  });
}
