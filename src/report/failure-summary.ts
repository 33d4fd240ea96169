import type { Message } from '../core/messages/message.ts';
import type { Entry } from '../core/model/event.ts';
import type { EnvironmentName, Hop } from '../core/model/hop.ts';
import type { Observation } from '../core/model/observation.ts';
import type { Outcome } from '../core/model/outcome.ts';
import { paragraph } from './document.ts';
import { markdownOf } from './document-markdown.ts';
import { productionLine } from './production-line.ts';

export interface FailureFacts {
  readonly hop: Hop;
  readonly environment: EnvironmentName;
  readonly outcome: Outcome;
  readonly message: Message;
  /** Of production; undefined if this job has no access to it. */
  readonly observation: Observation | undefined;
  readonly entries: readonly Entry[];
}

/** Starts with the state of production and what to do; only then comes what happened. */
export function failureSummary(facts: FailureFacts): string {
  const { hop, environment, outcome, message } = facts;
  return markdownOf([
    {
      kind: 'box',
      tone: outcome === 'waiting' ? 'note' : 'caution',
      text: [{ strong: productionLine(hop, facts.entries, facts.observation) }, ` ${message.next}`],
    },
    paragraph({ strong: outcome }, ` on ${environment}, hop ${hop.from} → ${hop.to}: ${message.happened}`),
    ...(message.means === '' ? [] : [paragraph(message.means)]),
  ]);
}
