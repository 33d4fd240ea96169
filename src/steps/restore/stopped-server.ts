import { refuse, type Settled } from '../../core/decisions/decision.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { LiveSystem } from '../environment/live-system.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

const pauseMilliseconds = 250;

/**
 * The server must not write while its data is replaced; undefined if nothing answers any more, or if it may run.
 * A command that stops a server may end before the server has.
 */
export async function stopServer(context: HopStepContext): Promise<Settled | undefined> {
  const { live, project, environment } = context;
  if (mayRun(live)) return undefined;
  const deployer = live.deployer();
  const { log, signal } = project.effects;
  if (deployer.stop !== undefined) {
    const { stop } = deployer;
    await log.group(`Stop the server on ${environment}`, () => stop({ log, signal }));
    return await untilSilent(context);
  }
  const { serving } = await live.observe(signal);
  if (serving.kind !== 'yes') return undefined;
  return refuse(
    `The server on ${environment} runs, and the configuration does not say how to stop it.`,
    'It would write to its data while the data is replaced. Nothing was restored.',
    `Add "stop" to environments.${environment}.deploy.${deployer.kind}.`,
  );
}

/** A single store that must not be written to is enough. */
function mayRun({ data }: LiveSystem): boolean {
  return data().every(({ store }) => store.serverDuringRestore === 'running');
}

/** For as long as a start may take. */
async function untilSilent(context: HopStepContext): Promise<Settled | undefined> {
  const { project, environment } = context;
  const { clock, log, signal } = project.effects;
  const limit = project.configuration['start-timeout'];
  const until = clock.now().getTime() + limit;
  for (;;) {
    const version = await startedMeanwhile(context);
    if (version === undefined) return undefined;
    if (clock.now().getTime() >= until) return stillAnswers(environment, version, limit);
    log.progress({ text: `Waiting until ${version} on ${environment} has stopped` });
    await clock.sleep(pauseMilliseconds, signal);
  }
}

function stillAnswers(environment: string, version: string, limit: number): Settled {
  return {
    kind: 'failed',
    message: {
      happened: `The server on ${environment} was stopped, but ${durationText(limit)} later ${version} answers there.`,
      means: 'It would write to its data while the data is replaced. Nothing was restored.',
      next: `Make sure that environments.${environment}.deploy stops every server there, and that nothing else starts one. Then run the step again.`,
    },
  };
}

/**
 * The release that serves although none should; undefined if there is none, or if one may run. What is installed can also be
 * read from a stopped server, so its version alone proves nothing. A server that is being stopped gives no answer either: it
 * counts as silent after three looks in which nothing says that it serves.
 */
export async function startedMeanwhile({ live, observe }: HopStepContext): Promise<string | undefined> {
  if (mayRun(live)) return undefined;
  const { version, serving } = await observe();
  return version.kind === 'known' && serving.kind === 'yes' ? version.value : undefined;
}
