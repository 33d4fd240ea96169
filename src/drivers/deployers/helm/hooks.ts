import { type OutputRules, outputJudge } from '../../../world/effects/judged-output.ts';
import { outputProgress } from '../../../world/effects/output-progress.ts';
import type { Log } from '../../../world/log.ts';
import type { Cluster } from './cluster.ts';
import type { HookJob } from './manifest.ts';
import { judgePod } from './readiness.ts';
import { logPath, type NamespaceSeen, type PodSeen, readNamespace, type WorkloadSeen } from './workloads.ts';

/** Watches the Jobs that Helm starts as hooks: their output is shown while they run, and the last lines are kept. */
export interface HookWatch {
  /**
   * Looks once. Why the running hook will fail, as a phrase; undefined if nothing shows that.
   * @param seen the namespace of the release at this moment
   */
  look(seen: NamespaceSeen): string | undefined;
  /** For the Job that has failed, or still runs: its name and what happened to it, with its last output. */
  unfinished(): Promise<HookEnd | undefined>;
  /** Resolves when all output of finished hooks is shown. */
  settle(): Promise<void>;
  /** Why they did not do their work, whatever their exit codes, as a clause; undefined if they did. */
  fault(): string | undefined;
}

/** What hooks must print, and how their progress is read. */
export interface HookRules extends OutputRules {
  readonly progress: readonly string[];
}

export interface HookEnd {
  readonly job: HookJob;
  readonly kind: 'failed' | 'running';
  readonly exitCode: number | undefined;
  /** The last line of its log; empty if it has logged nothing. */
  readonly words: string;
}

interface Followed {
  readonly ended: Promise<void>;
  last: string;
}

/** How long the last output may take to be shown: when the work has ended, the log ends too; before, only what is in transit counts. */
const settleMilliseconds = { ended: 30_000, running: 2000 };

/** @param isOurs distinguishes a Job of this deploy from one of an earlier one that has the same name */
export function watchHooks(
  cluster: Cluster,
  hooks: readonly HookJob[],
  log: Log,
  isOurs: (uid: string) => boolean,
  rules: HookRules,
): HookWatch {
  const judge = outputJudge(rules);
  const forbidden = outputJudge({ expect: [], forbid: rules.forbid });
  const isJudged = rules.expect.length + rules.forbid.length > 0;
  const followed = new Map<string, Followed>();
  const stop = new AbortController();
  const jobs = hooks.filter(({ namespace }) => namespace === cluster.namespace);
  const texts = jobs.map(({ name }) => ({ key: `job/${name}` }));
  /** A container's log is followed as soon as it runs: those that start one after the other do not exist together. */
  const follow = (pod: PodSeen, { container, job }: { readonly container: string; readonly job: string }): void => {
    const progress = outputProgress(rules.progress, job, log);
    const onLine = (line: string): void => {
      if (line.trim() !== '') entry.last = line.trim();
      for (const each of [judge, forbidden]) each.line(line, pod.name);
      progress(line);
      log.output(`${job}: ${line}`);
    };
    const entry: Followed = {
      last: '',
      ended: cluster.api.lines(logPath(pod, { container, follow: true }), onLine, stop.signal).then(
        (answer) => {
          if (answer.kind === 'refused') log.warn(`The log of ${pod.name} could not be read${answer.why}.`);
        },
        () => undefined,
      ),
    };
    followed.set(`${pod.name}/${container}`, entry);
  };
  /** The last line of the container that logged last. */
  const wordsOf = (pod: PodSeen | undefined): string =>
    (pod?.containers ?? [])
      .map(({ name }) => followed.get(`${pod?.name ?? ''}/${name}`)?.last ?? '')
      .findLast((last) => last !== '') ?? '';
  const settle = async (milliseconds: number): Promise<void> => {
    const timer = setTimeout(() => stop.abort(), milliseconds);
    await Promise.all([...followed.values()].map(({ ended }) => ended));
    clearTimeout(timer);
  };
  const ofThisDeploy = (seen: NamespaceSeen): readonly WorkloadSeen[] =>
    seen.workloads(texts).filter(({ uid }) => isOurs(uid));
  return {
    look: (seen) => {
      for (const { key, pods } of ofThisDeploy(seen)) {
        const job = key.replace(/^job\//, '');
        for (const pod of pods) {
          for (const { name: container, isRunning, ended } of pod.containers) {
            if (!followed.has(`${pod.name}/${container}`) && (isRunning || ended !== undefined))
              follow(pod, { container, job });
          }
        }
      }
      const said = forbidden.fault();
      if (said !== undefined) return said.replace(/^its/, "a hook's");
      const judged = ofThisDeploy(seen)
        .filter(({ succeeded }) => !succeeded)
        .flatMap(({ pods }) => pods.filter(({ phase }) => phase === 'Pending').map((pod) => judgePod(pod, 100)));
      const failed = judged.find(({ kind }) => kind === 'failed');
      return failed === undefined || failed.kind === 'ready' ? undefined : failed.reason;
    },
    unfinished: async () => {
      const seen = ofThisDeploy(await readNamespace(cluster, texts));
      const job = seen.find(({ succeeded }) => !succeeded);
      const hook = job && jobs.find(({ name }) => `job/${name}` === job.key);
      if (job === undefined || hook === undefined) return undefined;
      const pod = job.pods.at(-1);
      const exitCode = pod?.containers.find(({ ended }) => ended !== undefined && ended.exitCode !== 0)?.ended
        ?.exitCode;
      const hasFailed = job.conditions.some(({ type, status }) => type === 'Failed' && status === 'True');
      await settle(hasFailed ? settleMilliseconds.ended : settleMilliseconds.running);
      return {
        job: hook,
        kind: hasFailed ? 'failed' : 'running',
        exitCode,
        words: wordsOf(pod),
      };
    },
    settle: async () => await settle(settleMilliseconds.ended),
    fault: () => {
      if (!isJudged) return undefined;
      const fault = judge.fault();
      if (fault === undefined) return undefined;
      if (hooks.length === 0) return 'the chart starts no Job as a hook, so nothing could say it';
      if (followed.size === 0) return 'they were gone before their log could be read';
      return fault.replace(/^its/, 'their');
    },
  };
}
