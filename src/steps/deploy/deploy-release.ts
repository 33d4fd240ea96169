import type { Settled } from '../../core/decisions/decision.ts';
import { decideFromLooks, looked, noLooks } from '../../core/decisions/looks.ts';
import { partsNotInPlace } from '../../core/decisions/parts.ts';
import type { MigrationTrace } from '../../core/history/migration-trace.ts';
import { waysToRollBack } from '../../core/history/way-back.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import { releaseOn } from '../../core/model/hop.ts';
import type { Observation } from '../../core/model/observation.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import { isMigratedByDeploy } from '../../products/definition.ts';
import { runHook } from '../hop/hooks.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import type { OwnPart } from '../hop/needs.ts';
import { startedMeanwhile } from '../restore/stopped-server.ts';
import { keepChanges } from './keep-changes.ts';
import { proveDeferral } from './prove-deferral.ts';
import { rehearsedArtifacts } from './rehearsed-artifacts.ts';
import { type ServiceSeen, type ServiceWatch, watchService } from './watch-availability.ts';
import { sayingWhatAnswers } from './what-answers.ts';
import { explained } from './why-it-does-not-start.ts';

export interface ReleaseToDeploy {
  /** The label of the side that is deployed. */
  readonly version: string;
  /** The migration state of the data before: nothing may have been added to it afterwards. Undefined if nothing must be proved. */
  readonly before?: MigrationTrace;
  /** It was deployed before, by a command that succeeded: it is only watched. */
  readonly watchOnly?: boolean;
  /** Its migrations were started already, and continue by themselves at every start of the server. */
  readonly hasStarted?: boolean;
  /** Its database was restored under a server that was stopped for that: nothing may have answered since. */
  readonly onRestored?: boolean;
  /** It has been watched since before its data was restored. */
  readonly watch?: ServiceWatch;
}

export type DeployEnd =
  | { readonly kind: 'settled'; readonly settled: Settled }
  | {
      readonly kind: 'deployed';
      readonly milliseconds: number;
      /** Undefined parts if the server was not serving before, so that there was nothing to lose. */
      readonly seen: ServiceSeen;
      readonly note: string;
      /** What happened to the user's files that it has changed, each a sentence. */
      readonly kept: readonly string[];
      /** Why nothing shows that its migrations were really deferred; undefined if that was shown, or need not be. */
      readonly unproved: string | undefined;
      /** The state of its migrations then. */
      readonly trace: MigrationTrace;
    };

/** What each step that deploys a release uses of the environment's configuration. */
export const deployParts = [
  'deploy',
  'hooks.before-deploy',
  'hooks.after-deploy',
] as const satisfies readonly OwnPart[];

const pauseMilliseconds = 250;

/** The deploy itself, the same for a hop's upgrade and its rollback: hooks, deployer, first answer, proof of deferral. */
export async function deployRelease(context: HopStepContext, release: ReleaseToDeploy): Promise<DeployEnd> {
  const { project, hop, live } = context;
  const { clock, log, signal } = project.effects;
  const started = clock.now().getTime();
  const side = release.version === hop.to ? 'to' : 'from';
  const parts = hop.parts?.[side] ?? {};
  const otherParts = hop.parts?.[side === 'to' ? 'from' : 'to'] ?? {};
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version: releaseOn(hop, side) };
  if (release.watchOnly !== true) {
    await sayingWhatAnswers(context, () => runHook(context, 'before-deploy', placeholders));
    const other = release.onRestored === true ? await startedMeanwhile(context) : undefined;
    if (other !== undefined) return { kind: 'settled', settled: touchedBy(other, context) };
  }
  let kept: readonly string[] = [];
  const watch = release.watch ?? watchService(live, clock, signal);
  try {
    if (release.watchOnly !== true) await watch.started;
    await context.confirmLease();
    if (release.watchOnly !== true) {
      const isOnProduction = context.environment === 'production';
      const rehearsed = isOnProduction && release.version === hop.to ? await rehearsedArtifacts(context) : undefined;
      const { artifacts, fileChanges } = await log.group(`Deploy ${release.version} on ${context.environment}`, () =>
        orWhy(context, release.version, () =>
          live.deployer({ version: release.version, from: hop.from, to: hop.to }).deploy({
            version: releaseOn(hop, side),
            from: releaseOn(hop, 'from'),
            to: releaseOn(hop, 'to'),
            parts,
            otherParts,
            environment: deferral(context),
            ...(rehearsed === undefined ? {} : { rehearsed }),
            refuseDrift: isOnProduction,
            log,
            signal,
          }),
        ),
      );
      kept = await keepChanges(context, release.version, fileChanges);
      const content = artifacts === undefined ? {} : { artifacts };
      if (release.version === hop.to) {
        await context.record({ type: 'put-in-place', release: 'to', version: hop.to, ...content });
      } else if (context.command === 'rollback' && isOnProduction) {
        await context.record({ type: 'put-in-place', release: 'from', version: hop.from, ...content });
      }
    }
    const answered = await firstAnswer(context, release);
    if (answered.kind === 'settled') return answered;
    const seen = await watch.stop();
    const shown =
      answered.kind === 'starting'
        ? ({ kind: 'shown', note: answered.note, unproved: undefined, trace: {} } as const)
        : await proveDeferral(context, release, answered.observation);
    if (shown.kind !== 'shown') return { kind: 'settled', settled: shown };
    await sayingWhatAnswers(context, () => runHook(context, 'after-deploy', placeholders));
    const { note, unproved, trace } = shown;
    const milliseconds = clock.now().getTime() - started;
    return { kind: 'deployed', milliseconds, seen, note, kept, unproved, trace };
  } finally {
    await watch.stop();
  }
}

/** What a preempted run, or a person, has started on the restored data may have changed it. */
function touchedBy(version: string, { environment, hop }: HopStepContext): Settled {
  return {
    kind: 'failed',
    message: {
      happened: `After its data was restored, somebody started ${version} on ${environment}.`,
      means: `It may have changed what was restored, so ${hop.from} was not deployed on it.`,
      next: 'Make sure that nothing else deploys there, then run the same rollback again: it restores again.',
    },
  };
}

/** A deploy that waits for its server fails with it. */
async function orWhy<Done>(context: HopStepContext, version: string, deploy: () => Promise<Done>): Promise<Done> {
  return await sayingWhatAnswers(context, async () => {
    try {
      return await deploy();
    } catch (cause) {
      context.project.effects.signal.throwIfAborted();
      if (!(cause instanceof SystemFailure)) throw cause;
      const detail = await explained(context, version, cause.detail);
      throw detail === cause.detail ? cause : new SystemFailure(detail, { cause });
    }
  });
}

/** The same setting on every deploy of the hop: the rollback does not change it. */
function deferral({ project }: HopStepContext): Readonly<Record<string, string>> {
  return project.product.migrations?.defer.env ?? {};
}

type FirstAnswer =
  | { readonly kind: 'answered'; readonly observation: Observation }
  | { readonly kind: 'starting'; readonly note: string }
  | { readonly kind: 'settled'; readonly settled: Settled };

/** Watches for at most `start-timeout` until the release answers and is healthy, with the parts that its hop leads to. */
async function firstAnswer(context: HopStepContext, { version }: ReleaseToDeploy): Promise<FirstAnswer> {
  const { project, live, environment, hop } = context;
  const { clock, signal, log } = project.effects;
  const limit = project.configuration['start-timeout'];
  const started = clock.now().getTime();
  let looks = noLooks;
  for (;;) {
    const observation = await live.observe(signal);
    const answers =
      observation.version.kind === 'known' &&
      observation.version.value === version &&
      observation.serving.kind === 'yes';
    const other =
      answers && version === hop.to ? partsNotInPlace(hop, environment, await live.observeParts(signal)) : undefined;
    if (answers && other === undefined) return { kind: 'answered', observation };
    const at = clock.now().getTime();
    const elapsed = at - started;
    if (other !== undefined && elapsed >= limit) return { kind: 'settled', settled: withWayBack(other, context) };
    looks = looked(looks, observation, version, at);
    // The first look came some milliseconds after the start: at the limit, whatever has answered since then still counts.
    const grace = elapsed >= limit ? 0 : limit;
    const conclusion = project.traits.deferrable
      ? decideFromLooks(looks, observation, { to: version, environment, at, grace })
      : undefined;
    if (conclusion !== undefined) return { kind: 'settled', settled: withWayBack(conclusion, context) };
    if (elapsed >= limit) return await whyNotAnswering(context, version, observation);
    log.progress({
      text: `Waiting until ${version} answers on ${environment}`,
      done: Math.round(elapsed / 1000),
      total: limit / 1000,
    });
    await clock.sleep(pauseMilliseconds, signal);
  }
}

function withWayBack(conclusion: Settled, { environment, hop }: HopStepContext): Settled {
  if (environment === 'staging' || !('message' in conclusion)) return conclusion;
  const { message } = conclusion;
  return { ...conclusion, message: { ...message, next: `${message.next} To go back, ${waysToRollBack(hop.id)}.` } };
}

async function whyNotAnswering(context: HopStepContext, version: string, seen: Observation): Promise<FirstAnswer> {
  const answer = notAnswering(context, version, seen);
  if (answer.kind !== 'settled' || !('message' in answer.settled)) return answer;
  return {
    kind: 'settled',
    settled: { ...answer.settled, message: await explained(context, version, answer.settled.message) },
  };
}

function notAnswering({ project, environment, hop }: HopStepContext, version: string, seen: Observation): FirstAnswer {
  const limit = `${project.configuration['start-timeout'] / 1000} s`;
  const answer =
    seen.version.kind === 'unknown'
      ? `it does not answer (${seen.version.reason})`
      : seen.version.value === version
        ? `it says ${version} and is not healthy (${seen.serving.kind === 'yes' ? '' : seen.serving.reason})`
        : `${seen.version.value} answers`;
  const mayMigrate = !project.traits.deferrable && !isMigratedByDeploy(project.product);
  if (mayMigrate && (seen.version.kind === 'unknown' || seen.version.value !== version)) {
    return {
      kind: 'starting',
      note: `After ${limit} ${answer}: its migrations run at start-up, so the wait continues.`,
    };
  }
  const back = environment === 'production' ? `To go back, ${waysToRollBack(hop.id)}.` : 'Production was not touched.';
  return {
    kind: 'settled',
    settled: {
      kind: 'failed',
      message: {
        happened: `${version} was deployed on ${environment}, but after ${limit} ${answer}.`,
        means:
          environment === 'production'
            ? 'Production may not be serving.'
            : 'The rehearsal found this before production was affected.',
        next: `Look at the server's log. ${back}`,
      },
    },
  };
}
