import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { type Artifact, firstNotRehearsed } from '../../../core/model/artifacts.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { outputRules } from '../../../world/effects/output-rules.ts';
import type { DeployRequest } from '../deployer.ts';
import { imageReference, whyMoving } from '../image-reference.ts';
import { fetchChart } from './chart.ts';
import { askCluster, askHelm, type Cluster, withCluster } from './cluster.ts';
import { refuseDrift } from './drift.ts';
import type { HookRules } from './hooks.ts';
import { type Manifest, renderRelease, type WorkloadText } from './manifest.ts';
import { markFailed } from './mark-failed.ts';
import { recoverPending } from './pending.ts';
import { putInPlace } from './put-in-place.ts';
import { type ReleaseRecord, readRecord } from './record.ts';
import { labelsOf, labelValue, lastGood, noteReady, type Revision, readRevisions } from './release.ts';
import { runningNow } from './running-now.ts';
import type { HelmSettings } from './settings.ts';
import { stopWorkloads } from './stop.ts';
import { refuseUnchangeable } from './unchangeable.ts';
import { otherValues, type StagedValues, stageValues } from './values.ts';
import type { WorkloadSeen } from './workloads.ts';

/** Deploys a release: checks everything that it needs before anything is changed, and reads back what runs then. */
export async function deployHelm(
  settings: HelmSettings,
  context: PartContext,
  request: DeployRequest,
): Promise<readonly Artifact[]> {
  return await withCluster(settings, context, request.signal, async (cluster) => {
    await askHelm(cluster);
    await askCluster(cluster);
    const deploy = { cluster, settings, context, request };
    const texts: WorkloadText[] = [];
    return await sayingWhatRuns(deploy, texts, () => placed(deploy, texts));
  });
}

interface Deploy {
  readonly cluster: Cluster;
  readonly settings: HelmSettings;
  readonly context: PartContext;
  readonly request: DeployRequest;
}

/** @param texts receives what is to be deployed, as soon as it is known */
async function placed(deploy: Deploy, texts: WorkloadText[]): Promise<readonly Artifact[]> {
  const { cluster, settings, context, request } = deploy;
  const { log } = request;
  const { clock } = context.effects;
  const signal = request.signal ? AbortSignal.any([request.signal, context.effects.signal]) : context.effects.signal;
  const chart = await fetchChart(cluster, settings, context);
  const artifact = { name: `chart ${chart.title}`, digests: [chart.digest] };
  refuseOther([artifact], request);
  const values = await stageValues(cluster, settings, context, request);
  const revisions = await recoverPending(cluster, { settings, clock, log, signal });
  const good = await lastInPlace(cluster, revisions);
  log.info(
    good === undefined
      ? `The release "${cluster.release}" has no revision that was in place whole.`
      : `The release "${cluster.release}" is at revision ${good.number} (${good.record.chart}), which is what a way back leads to.`,
  );
  const flags = valueFlags(deploy, values, good);
  const manifest = await renderRelease(cluster, chart, values, flags);
  texts.push(...manifest.workloads);
  requireFixed(manifest, context.where);
  await refuseUnchangeable(cluster, manifest.workloads);
  if (request.refuseDrift === true) await refuseDrift({ ...deploy, manifest, deployed: good });
  if (settings['stop-first']) await stopWorkloads(cluster, settings, { log, clock, signal });

  const back = revisionBefore(deploy, revisions);
  const within = Math.ceil(Math.max(settings.hooks.within, settings.ready.within) / 1000);
  const common = [`--timeout=${within}s`, ...(manifest.hasHooksAfter ? ['--wait'] : [])];
  const placement = { cluster, settings, hookRules: hookRules(deploy), clock, log, signal };
  const revision = (revisions.at(-1)?.number ?? 0) + 1;
  let before = manifest;
  let args: readonly string[];
  if (back === undefined) {
    const labels = labelsOf({ revision, before: good?.number ?? 0, version: request.version });
    args = [
      ...['upgrade', '--install', cluster.release, chart.path, `--labels=${labels}`, ...common, ...flags],
      ...values.files.map((file) => `--values=${file}`),
    ];
  } else {
    const { chart: its, workloads } = await readRecord(cluster, back.number);
    log.info(`Going back to revision ${back.number} (${its}), which was there before ${request.to}.`);
    before = { ...manifest, workloads };
    texts.push(...before.workloads);
    args = ['rollback', cluster.release, String(back.number), ...common];
  }
  const workloads = await orMarkedFailed(cluster, revision, () => putInPlace({ ...placement, manifest: before, args }));
  await noteReady(cluster, revision);
  requireAsked(workloads, back === undefined ? manifest : undefined);
  const artifacts = [artifact, ...imageArtifacts(workloads)];
  for (const { name, digests } of artifacts) log.info(`${name} is ${digests[0] ?? 'without a digest'}.`);
  refuseOtherImages(artifacts.slice(1), request);
  log.info(await runningNow(cluster, []));
  return artifacts;
}

function hookRules({ settings: { hooks }, context, request }: Deploy): HookRules {
  const isJudged = hooks.when === 'always' || request.version === request.to;
  const rules = outputRules(isJudged ? hooks : { expect: [], forbid: [] }, context, `${context.where}.hooks`);
  return { ...rules, progress: hooks.progress };
}

/** Helm calls a release deployed once the cluster has accepted it. A rollback by Helm must not land on one that never became ready. */
async function orMarkedFailed<Result>(
  cluster: Cluster,
  revision: number,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const made = (await readRevisions(cluster)).find(({ number }) => number === revision);
    if (made?.status === 'deployed') await markFailed(cluster, made, 'What was put in place did not become ready');
    throw error;
  }
}

interface InPlace {
  readonly number: number;
  readonly record: ReleaseRecord;
}

async function lastInPlace(cluster: Cluster, revisions: readonly Revision[]): Promise<InPlace | undefined> {
  const good = lastGood(revisions);
  return good && { number: good.number, record: await readRecord(cluster, good.number) };
}

/** Helm forgets earlier values as soon as it is given any: those that nobody has written down are named. */
function valueFlags(
  { cluster, settings, context, request: { log } }: Deploy,
  { merged }: StagedValues,
  good: InPlace | undefined,
): readonly string[] {
  const mode = settings['other-values'];
  const others = good === undefined ? [] : otherValues(good.record.values, merged);
  if (others.length === 0) return ['--reset-values'];
  const names = others.slice(0, 20).join(', ') + (others.length > 20 ? ` and ${others.length - 20} more` : '');
  if (mode === 'refuse') {
    throw new SystemFailure({
      happened: `The release "${cluster.release}" has values that are neither in ${context.where}.values nor in ${context.where}.set: ${names}.`,
      means: 'Somebody has set them by hand. Without them, the release would be another one. Nothing was changed.',
      next: `Write them into a values file, or decide with ${context.where}.other-values (keep or drop) what becomes of them.`,
    });
  }
  log.warn(
    `The release "${cluster.release}" has values that are neither in ${context.where}.values nor in ${context.where}.set, and ${mode === 'keep' ? 'keeps' : 'loses'} them: ${names}.`,
  );
  return [mode === 'keep' ? '--reset-then-reuse-values' : '--reset-values'];
}

/** @throws UserError if an image may be another one tomorrow */
function requireFixed({ workloads, hooks }: Manifest, where: string): void {
  for (const { images } of [...workloads, ...hooks]) {
    for (const [container, image] of Object.entries(images)) {
      const why = whyMoving(image);
      if (why === undefined) continue;
      throw new UserError({
        happened: `The image "${image}" of the container ${container} ${why}.`,
        means: 'What is rehearsed would not be what is promoted. Nothing was changed.',
        next: `Give it a tag or a digest in ${where}.values or ${where}.set.`,
      });
    }
  }
}

/** The recorded revision that the rollback leads to; undefined if the release is deployed like any other. */
function revisionBefore(
  { cluster, settings, request: { version, from, to } }: Deploy,
  revisions: readonly Revision[],
): Revision | undefined {
  if (settings['way-back'] !== 'rollback' || version !== from || from === to) return undefined;
  const newest = revisions.findLast(({ ours }) => ours?.version === labelValue(to))?.ours;
  if (newest === undefined) return undefined;
  const back = revisions.find(({ number }) => number === newest.before);
  if (back !== undefined) return back;
  throw new SystemFailure({
    happened: `Revision ${newest.before} of the release "${cluster.release}", which was there before ${to}, is no longer in Helm's history.`,
    means: `"helm rollback" cannot go back to ${from}. Nothing was changed.`,
    next: 'Set "way-back: deploy", which needs no history, and run the step again; have Helm keep more of it (--history-max).',
  });
}

/** The chart may leave a container unchanged, or something else may have changed it in the meantime. */
function requireAsked(workloads: readonly WorkloadSeen[], manifest: Manifest | undefined): void {
  for (const { key, pods } of workloads) {
    const asked = manifest?.workloads.find((one) => one.key === key)?.images ?? {};
    for (const { name, containers, isDeleting, phase } of pods) {
      if (isDeleting || phase === 'Succeeded' || phase === 'Failed') continue;
      const other = containers.find((one) => asked[one.name] !== undefined && asked[one.name] !== one.image);
      if (other === undefined) continue;
      throw new SystemFailure({
        happened: `The pod ${name} is ready, but its container ${other.name} runs ${other.image}, and not ${asked[other.name] ?? ''}.`,
        means: 'Somebody else may be deploying there.',
        next: 'Make sure that nobody is, then run the step again.',
      });
    }
  }
}

/** What the nodes have pulled, whatever the tags mean later. */
function imageArtifacts(workloads: readonly WorkloadSeen[]): readonly Artifact[] {
  const containers = workloads.flatMap(({ pods }) =>
    pods.filter(({ isCurrent, isDeleting }) => isCurrent && !isDeleting).flatMap((pod) => pod.containers),
  );
  const byImage = Map.groupBy(containers, ({ image }) => image);
  return [...byImage].map(([image, same]) => {
    const ids = same.flatMap(({ imageId }) => /sha256:[0-9a-f]{64}/.exec(imageId)?.[0] ?? []);
    const pinned = imageReference(image)?.digest;
    return { name: image, digests: [...new Set([...(pinned === undefined ? [] : [pinned]), ...ids])] };
  });
}

/** @throws SystemFailure if it is not what the rehearsal has deployed */
function refuseOther(artifacts: readonly Artifact[], { rehearsed }: DeployRequest): void {
  if (rehearsed === undefined) return;
  const other = firstNotRehearsed(artifacts, rehearsed);
  if (other === undefined) return;
  const { name, digests } = other.artifact;
  throw new SystemFailure({
    happened:
      other.rehearsed === undefined
        ? `The ${name} (${digests[0] ?? 'no digest'}) was not put in place in the rehearsal.`
        : `The ${name} is ${digests[0] ?? 'unknown'} now, and was ${other.rehearsed.digests[0] ?? 'unknown'} when it was rehearsed.`,
    means: 'What was approved is not what would be deployed. Nothing was changed.',
    next: 'Find out why it differs. To promote what is there now, rehearse the hop again.',
  });
}

/** What a tag means is known only when a node has pulled it. */
function refuseOtherImages(artifacts: readonly Artifact[], { rehearsed, version }: DeployRequest): void {
  if (rehearsed === undefined) return;
  const known = artifacts.filter(({ digests }) => digests.length > 0);
  const other = firstNotRehearsed(known, rehearsed);
  if (other === undefined) return;
  const { name, digests } = other.artifact;
  throw new SystemFailure({
    happened:
      other.rehearsed === undefined
        ? `The image "${name}" (${digests[0] ?? 'no digest'}) was not put in place in the rehearsal.`
        : `The image "${name}" is ${digests[0] ?? 'unknown'} now, and was ${other.rehearsed.digests[0] ?? 'unknown'} when it was rehearsed.`,
    means: `What was approved is not what runs: ${version} was put in place, and its tag has been moved meanwhile.`,
    next: 'Find out who has moved the tag, and put it back or go back. With "digests" in the configuration, production gets what was rehearsed, whatever the tag says.',
  });
}

/** If anything fails from here on, what the cluster runs is read and reported. */
async function sayingWhatRuns<Result>(
  { cluster, request: { version } }: Deploy,
  texts: readonly WorkloadText[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    const { detail } = error;
    const now = await runningNow(cluster, texts);
    const isChanged = !detail.means.includes('Nothing was changed');
    const ended = isChanged ? `The deploy of ${version} has not ended. ` : '';
    throw new SystemFailure(
      { ...detail, means: `${ended}${detail.means} ${now}`.replaceAll('  ', ' ') },
      { cause: error },
    );
  }
}
