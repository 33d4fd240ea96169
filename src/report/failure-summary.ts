import type { Message } from '../core/messages/message.ts';
import type { Entry } from '../core/model/event.ts';
import type { EnvironmentName, Hop } from '../core/model/hop.ts';
import type { Observation } from '../core/model/observation.ts';
import type { Outcome } from '../core/model/outcome.ts';
import { escapeMarkdown } from '../world/writing/markdown.ts';
import { productionLine } from './production-line.ts';

export interface FailureFacts {
  readonly hop: Hop;
  readonly environment: EnvironmentName;
  readonly outcome: Outcome;
  readonly message: Message;
  /** Of production; undefined where this job has no access to it. */
  readonly observation: Observation | undefined;
  readonly entries: readonly Entry[];
}

/** Opens with the state of production and what to do; only then comes what happened. */
export function failureSummary(facts: FailureFacts): string {
  const { hop, environment, outcome, message } = facts;
  return [
    `> [!${outcome === 'waiting' ? 'NOTE' : 'CAUTION'}]`,
    `> **${escapeMarkdown(productionLine(hop, facts.entries, facts.observation))}** ${escapeMarkdown(message.next)}`,
    '',
    `**${outcome}** on ${environment}, hop ${escapeMarkdown(`${hop.from} → ${hop.to}`)}: ${escapeMarkdown(message.happened)}`,
    '',
    escapeMarkdown(message.means),
    '',
  ].join('\n');
}
