import type { Hop } from '../model/hop.ts';
import { refuse, type Settled } from './decision.ts';

/** A hop with work that only a person can do is not started before that person says that it is done. */
export function blockedByManualSteps(hop: Hop): Settled | undefined {
  const open = hop.manual.filter((step) => !step.acknowledged);
  if (open.length === 0) return undefined;
  const list = open
    .map((step) => `${step.id} (${step.text}${step.url === undefined ? '' : ` ${step.url}`})`)
    .join('; ');
  return refuse(
    `Hop ${hop.id} needs a person first: ${list}.`,
    'Nothing was changed.',
    `Do it, then start a new run with ${open.map((step) => `"${step.id}"`).join(', ')} as its input "acknowledge", or add it to "acknowledge" in the configuration.`,
  );
}
