import { SystemFailure } from '../../core/messages/errors.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Observation } from '../../core/model/observation.ts';
import { hasVersions } from '../../products/definition.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/** Whoever reads about a failed deploy, or a failed hook of it, must know what serves people meanwhile. */
export async function sayingWhatAnswers<Done>(context: HopStepContext, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work();
  } catch (cause) {
    context.project.effects.signal.throwIfAborted();
    if (!(cause instanceof SystemFailure)) throw cause;
    throw new SystemFailure(await withWhatAnswers(context, cause.detail), { cause });
  }
}

/** Only the deployer knows what it has deployed, or left behind, and many do not; what answers now is seen from outside. */
async function withWhatAnswers(context: HopStepContext, failure: Message): Promise<Message> {
  const { project, live, environment } = context;
  const seen = await live.observe(project.effects.signal);
  const now = hasVersions(project.product) ? answersText(seen, environment) : stateText(seen, environment);
  return { ...failure, means: `${failure.means} ${now}`.trim() };
}

function answersText({ version, serving }: Observation, environment: string): string {
  if (version.kind === 'unknown') return `What now answers on ${environment} could not be read (${version.reason}).`;
  const health = serving.kind === 'yes' ? 'is healthy' : `is not healthy (${serving.reason})`;
  return `Now ${version.value} answers on ${environment}, and ${health}.`;
}

function stateText({ version }: Observation, environment: string): string {
  if (version.kind === 'unknown') return `Where ${environment} is now could not be read (${version.reason}).`;
  return `Now ${environment} is at ${version.value}.`;
}
