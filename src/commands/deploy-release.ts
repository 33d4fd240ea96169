import type { Settled } from '../hop/decision.ts';
import { decideDeferral } from '../hop/decisions/deploy.ts';
import type { Observation } from '../hop/observation.ts';
import { partPlaceholders } from '../hop/parts.ts';
import { waysToRollBack } from '../report/way-back.ts';
import { watchDowntime } from './downtime.ts';
import { runHook } from './hooks.ts';
import type { HopStepContext } from './hop-step.ts';
import { startedMeanwhile } from './stopped-server.ts';

export interface ReleaseToDeploy {
  /** The label of the side that is deployed. */
  readonly version: string;
  /** What was observed before: what had been applied then must still be all afterwards. */
  readonly before: Observation;
  /** Its migrations were started already, and go on by themselves with any start of the server. */
  readonly hasStarted?: boolean;
  /** Its database was put back under a server that was stopped for that: nothing may have answered since. */
  readonly onRestored?: boolean;
}

export type DeployEnd =
  | { readonly kind: 'settled'; readonly settled: Settled }
  | {
      readonly kind: 'deployed';
      readonly milliseconds: number;
      /** Undefined when the server was not serving before, so that there was nothing to lose. */
      readonly downtimeMilliseconds: number | undefined;
      readonly note: string;
    };

const pauseMilliseconds = 250;

/** The deploy itself, the same for a hop's way up and its way back: hooks, deployer, first answer, proof of deferral. */
export async function deployRelease(context: HopStepContext, release: ReleaseToDeploy): Promise<DeployEnd> {
  const { project, hop, live } = context;
  const { clock, log, signal } = project.effects;
  const started = clock.now().getTime();
  const parts = (release.version === hop.to ? hop.parts?.to : hop.parts?.from) ?? {};
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts) };
  await runHook(context, 'before-deploy', placeholders);
  const other = release.onRestored === true ? await startedMeanwhile(context) : undefined;
  if (other !== undefined) return { kind: 'settled', settled: touchedBy(other, context) };
  const downtime = watchDowntime(live.health, clock, signal);
  try {
    await context.confirmLease();
    await log.group(`Deploy ${release.version} on ${context.environment}`, () =>
      live.deployer().deploy({
        version: release.version,
        from: hop.from,
        to: hop.to,
        parts,
        environment: deferral(context),
        log,
        signal,
      }),
    );
    const answered = await firstAnswer(context, release);
    if (answered.kind === 'settled') return answered;
    const downtimeMilliseconds = await downtime.stop();
    const note =
      answered.kind === 'starting' ? answered.note : await proveDeferral(context, release, answered.observation);
    if (typeof note !== 'string') return { kind: 'settled', settled: note };
    await runHook(context, 'after-deploy', placeholders);
    return { kind: 'deployed', milliseconds: clock.now().getTime() - started, downtimeMilliseconds, note };
  } finally {
    await downtime.stop();
  }
}

/** What a run that was preempted, or a person, has started on the data that was put back may have changed it. */
function touchedBy(version: string, { environment, hop }: HopStepContext): Settled {
  return {
    kind: 'failed',
    message: {
      happened: `After its data was put back, somebody has started ${version} on ${environment}.`,
      means: `It may have changed what was restored, so ${hop.from} was not deployed on it.`,
      next: 'See that nothing else deploys there, then run the same rollback again: it restores anew.',
    },
  };
}

/** The same setting on every deploy of the hop: the way back leaves it as it is. */
function deferral({ project }: HopStepContext): Readonly<Record<string, string>> {
  return project.product.migrations?.defer.env ?? {};
}

type FirstAnswer =
  | { readonly kind: 'answered'; readonly observation: Observation }
  | { readonly kind: 'starting'; readonly note: string }
  | { readonly kind: 'settled'; readonly settled: Settled };

/** Watches until the release answers and is healthy, at most `start-timeout` long. */
async function firstAnswer(context: HopStepContext, { version }: ReleaseToDeploy): Promise<FirstAnswer> {
  const { project, live, environment } = context;
  const { clock, signal, log } = project.effects;
  const limit = project.configuration['start-timeout'];
  const started = clock.now().getTime();
  for (;;) {
    const observation = await live.observe(signal);
    if (
      observation.version.kind === 'known' &&
      observation.version.value === version &&
      observation.serving.kind === 'yes'
    ) {
      return { kind: 'answered', observation };
    }
    const elapsed = clock.now().getTime() - started;
    if (elapsed >= limit) return notAnswering(context, version, observation);
    log.progress({
      text: `Waiting until ${version} answers on ${environment}`,
      done: Math.round(elapsed / 1000),
      total: limit / 1000,
    });
    await clock.sleep(pauseMilliseconds, signal);
  }
}

function notAnswering({ project, environment, hop }: HopStepContext, version: string, seen: Observation): FirstAnswer {
  const limit = `${project.configuration['start-timeout'] / 1000} s`;
  const answer =
    seen.version.kind === 'unknown'
      ? `it does not answer (${seen.version.reason})`
      : seen.version.value === version
        ? `it says ${version} and is not healthy (${seen.serving.kind === 'yes' ? '' : seen.serving.reason})`
        : `${seen.version.value} answers`;
  if (!project.traits.deferrable && (seen.version.kind === 'unknown' || seen.version.value !== version)) {
    return { kind: 'starting', note: `After ${limit} ${answer}: its migrations run at start-up, so the wait goes on.` };
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
            : 'The rehearsal has found this before production had to.',
        next: `Look at the server's log. ${back}`,
      },
    },
  };
}

/** For `settle` long nothing may start: a setting that keeps migrations back is not trusted, but watched. */
async function proveDeferral(
  context: HopStepContext,
  { version, before, hasStarted }: ReleaseToDeploy,
  first: Observation,
): Promise<string | Settled> {
  const { project, live, hop } = context;
  const { clock, signal } = project.effects;
  const settle = project.product.migrations?.settle;
  if (settle === undefined || version !== hop.to) return `${version} answers and is healthy.`;
  if (hasStarted === true) return `${version} answers and is healthy; its migrations were started before.`;
  const started = clock.now().getTime();
  let decision = decideDeferral(before, first, hop);
  // Where nothing is pending nothing can start; what has run already was told by the decision.
  if (decision.kind === 'act' && first.migrations.kind === 'done') return decision.because;
  while (decision.kind === 'waiting' || (decision.kind === 'act' && clock.now().getTime() - started < settle)) {
    if (clock.now().getTime() - started >= project.configuration['start-timeout']) break;
    await clock.sleep(pauseMilliseconds, signal);
    decision = decideDeferral(before, await live.observe(signal), hop);
  }
  if (decision.kind === 'act') return `Watched for ${settle / 1000} s: ${decision.because}`;
  return decision.kind === 'waiting' ? { kind: 'unknown', message: decision.message } : decision;
}
