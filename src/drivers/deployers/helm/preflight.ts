import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { type Finding, fine, problem, warning } from '../../../core/messages/finding.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { DeployPreflight } from '../deployer.ts';
import { whyMoving } from '../image-reference.ts';
import { fetchChart } from './chart.ts';
import { askCluster, askHelm, type Cluster, withCluster } from './cluster.ts';
import { keptForNothing } from './kept-values.ts';
import { renderRelease } from './manifest.ts';
import { rightsFindings } from './preflight-rights.ts';
import { standingFindings, storageFindings } from './preflight-volumes.ts';
import { type ReleaseRecord, readRecord } from './record.ts';
import { isPending, type Revision, readRevisions } from './release.ts';
import type { HelmSettings } from './settings.ts';
import { unchangeable } from './unchangeable.ts';
import { stageValues } from './values.ts';

/** Checks whether the cluster is in reach, the account has the rights for a deploy, and each release can be deployed. */
export async function preflightHelm(
  settings: HelmSettings,
  context: PartContext,
  { hops, subject, signal }: DeployPreflight,
): Promise<readonly Finding[]> {
  try {
    return await withCluster(settings, context, signal, async (cluster) => {
      await askHelm(cluster);
      await askCluster(cluster);
      const rights = await rightsFindings(cluster, subject);
      const { findings: findingsNow, values: has } = await releaseInPlace(cluster, subject);
      const findings = [...rights, ...findingsNow];
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
          if (settings['other-values'] === 'keep' && version === to && has !== undefined) {
            const question = { chart, has, given: values.merged, where: context.where, version };
            const kept = await keptForNothing(cluster, question);
            if (kept !== undefined) findings.push(warning(subject, kept));
          }
          for (const finding of await storageFindings(cluster, subject, manifest.workloads)) {
            if (!findings.some(({ happened }) => happened === finding.happened)) findings.push(finding);
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

/** Without permission to read the release, the message says so, in addition to the missing permissions. */
async function releaseInPlace(cluster: Cluster, subject: string): Promise<ReleaseInPlace> {
  try {
    const newest = (await readRevisions(cluster)).at(-1);
    if (newest === undefined) return { findings: [], values: undefined };
    const record = await readRecord(cluster, newest.number);
    const findings = [
      ...pendingFindings(cluster, subject, newest, record),
      ...(await standingFindings(cluster, subject, record.workloads)),
    ];
    return { findings, values: record.values };
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return { findings: [problem(subject, error.detail)], values: undefined };
  }
}

interface ReleaseInPlace {
  readonly findings: readonly Finding[];
  /** The values of the release; undefined if there is none. */
  readonly values: ReleaseRecord['values'] | undefined;
}

function pendingFindings(
  { release, namespace }: Cluster,
  subject: string,
  newest: Revision,
  { updated }: ReleaseRecord,
): Finding[] {
  if (!isPending(newest)) return [];
  return [
    problem(subject, {
      happened: `The release "${release}" is ${newest.status} (revision ${newest.number}, since ${updated}).`,
      means:
        'Somebody is deploying, or a deploy was killed. A deploy waits for it, and recovers it where nobody works on it.',
      next: `Look whether somebody is at work: helm history ${release} --namespace ${namespace}`,
    }),
  ];
}
