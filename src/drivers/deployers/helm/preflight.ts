import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { cannotTell, type Finding, fine, problem, warning } from '../../../core/messages/finding.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { DeployPreflight } from '../deployer.ts';
import { whyMoving } from '../image-reference.ts';
import { fetchChart } from './chart.ts';
import { askCluster, type Cluster, withCluster } from './cluster.ts';
import { keptForNothing } from './kept-values.ts';
import { renderRelease } from './manifest.ts';
import { standingFindings } from './preflight-volumes.ts';
import { isPending, readRevisions } from './release.ts';
import type { HelmSettings } from './settings.ts';
import { unchangeable } from './unchangeable.ts';
import { stageValues } from './values.ts';

/** Looks whether the cluster is in reach, the account may do what a deploy does, and each release can be put in place. */
export async function preflightHelm(
  settings: HelmSettings,
  context: PartContext,
  { hops, subject, signal }: DeployPreflight,
): Promise<readonly Finding[]> {
  try {
    return await withCluster(settings, context, signal, async (cluster) => {
      await askCluster(cluster);
      const findings = [
        ...(await rightsFindings(cluster, subject)),
        ...(await releaseFindings(cluster, subject)),
        ...(await standingFindings(cluster, subject)),
      ];
      const seen = new Set<string>();
      const fixed = new Set<string>();
      const sides = hops.flatMap(({ from, to, parts }) => [
        { version: from, from, to, parts: parts?.from },
        { version: to, from, to, parts: parts?.to },
      ]);
      const once = sides.filter(({ version }, index) => sides.findIndex((side) => side.version === version) === index);
      for (const { version, from, to, parts } of once) {
        const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version, from, to };
        const within = { ...context, placeholders };
        try {
          const chart = await fetchChart(cluster, settings, within);
          seen.add(chart.title);
          const values = await stageValues(cluster, settings, within, { environment: {} });
          const manifest = await renderRelease(cluster, chart, values, []);
          const images = [...manifest.workloads, ...manifest.hooks].flatMap((one) => Object.values(one.images));
          for (const image of new Set(images)) {
            const why = whyMoving(image);
            if (why !== undefined) findings.push(moving(subject, version, image, why));
          }
          if (settings['other-values'] === 'keep' && version === to) {
            const kept = await keptForNothing(cluster, { chart, given: values.merged, where: context.where, version });
            if (kept !== undefined) findings.push(warning(subject, kept));
          }
          for (const { key, message } of await unchangeable(cluster, manifest.workloads)) {
            if (fixed.has(key)) continue;
            fixed.add(key);
            findings.push(problem(subject, { ...message, happened: `${version}: ${message.happened}` }));
          }
        } catch (error) {
          if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
          findings.push(problem(subject, { ...error.detail, happened: `${version}: ${error.detail.happened}` }));
        }
      }
      const isFine = findings.every(({ kind }) => kind !== 'problem' && kind !== 'cannot-tell');
      return isFine ? [fine(subject, fineText([...seen])), ...findings] : findings;
    });
  } catch (error) {
    if (error instanceof SystemFailure) return [problem(subject, error.detail)];
    throw error;
  }
}

function fineText(charts: readonly string[]): string {
  return charts.length === 0
    ? 'Helm and the cluster answer.'
    : `Helm and the cluster answer, and these charts can be put in place: ${charts.join(', ')}.`;
}

function moving(subject: string, version: string, image: string, why: string): Finding {
  return problem(subject, {
    happened: `${version}: the image "${image}" ${why}.`,
    means: 'The deploy would be refused before anything is changed.',
    next: 'Give it a tag or a digest in the values.',
  });
}

/** What a deploy does, beside what the chart itself consists of: Helm is told of that by the server when it is rendered. */
const needed = [
  ['get', 'secrets'],
  ['create', 'secrets'],
  ['update', 'secrets'],
  ['list', 'pods'],
  ['get', 'pods/log'],
  ['list', 'deployments.apps'],
  ['patch', 'deployments.apps'],
  ['patch', 'deployments.apps/scale'],
  ['list', 'replicasets.apps'],
  ['list', 'statefulsets.apps'],
  ['list', 'daemonsets.apps'],
  ['list', 'jobs.batch'],
  ['list', 'cronjobs.batch'],
] as const;

async function rightsFindings(cluster: Cluster, subject: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const missing: string[] = [];
  for (const [verb, what] of needed) {
    const [resource = '', part] = what.split('/');
    const result = await cluster.kubectl([
      ...['auth', 'can-i', verb, resource, '--quiet'],
      ...(part === undefined ? [] : [`--subresource=${part}`]),
    ]);
    if (result.exitCode === 0) continue;
    if (result.exitCode === 1 && result.stderr.trim() === '') {
      missing.push(`${verb} ${what}`);
      continue;
    }
    findings.push(
      cannotTell(subject, {
        happened: `Whether the account of this job may ${verb} ${what} could not be read from ${cluster.name}${cluster.lastWords(result)}.`,
        means: 'A deploy may stop for a missing right.',
        next: `Ask the cluster by hand: kubectl auth can-i ${verb} ${what} --namespace ${cluster.namespace}`,
      }),
    );
    break;
  }
  if (missing.length > 0) {
    findings.push(
      problem(subject, {
        happened: `In the namespace "${cluster.namespace}" the account of this job may not: ${missing.join(', ')}.`,
        means: 'A deploy would stop where it needs that.',
        next: 'Give the account a Role with these rights in that namespace.',
      }),
    );
  }
  return findings;
}

async function releaseFindings(cluster: Cluster, subject: string): Promise<Finding[]> {
  const newest = (await readRevisions(cluster)).at(-1);
  if (newest === undefined || !isPending(newest)) return [];
  return [
    problem(subject, {
      happened: `The release "${cluster.release}" is ${newest.status} (revision ${newest.number}, since ${newest.updated}).`,
      means:
        'Somebody is deploying, or a deploy was killed. A deploy waits for it, and recovers it where nobody works on it.',
      next: `Look whether somebody is at work: helm history ${cluster.release} --namespace ${cluster.namespace}`,
    }),
  ];
}
