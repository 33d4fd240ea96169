import { problemsIn } from '../../core/decisions/known-problems.ts';
import type { Message } from '../../core/messages/message.ts';
import { releaseNamed } from '../../core/model/hop.ts';
import { hasVersions } from '../../products/definition.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { readServerLog } from '../hop/server-log.ts';

/**
 * A release that does not start says why in its log, and its vendor's operators know what to do: this comes before what
 * was seen from outside.
 */
export async function explained(context: HopStepContext, version: string, seen: Message): Promise<Message> {
  const { project } = context;
  const { product, effects } = project;
  const problems = product['known-problems'];
  if (!problems.some((problem) => problem.in === 'log')) return seen;
  const log = await logOf(context);
  const scheme = hasVersions(product) ? product.versions : undefined;
  const text = `${log}\n${seen.happened}`;
  const [known] = problemsIn(problems, { in: 'log', text, versions: [releaseNamed(context.hop, version)] }, scheme);
  if (known === undefined) return seen;
  return {
    happened: effects.pen.text(`${known.happened} ${seen.happened}`),
    means: `${effects.pen.text(known.means)} ${seen.means}`,
    next: `${effects.pen.text(known.next)} ${seen.next}`,
  };
}

/** What it cannot show is less important than what was seen. */
async function logOf(context: HopStepContext): Promise<string> {
  const log = await readServerLog(context);
  if (log.kind === 'none') return '';
  if (log.kind === 'failed') context.project.effects.log.warn(log.reason);
  return log.text;
}
