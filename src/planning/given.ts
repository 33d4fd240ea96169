import { isOf } from '../core/history/entries.ts';
import { dayTime } from '../core/messages/moments.ts';
import type { Entry, EntryOf } from '../core/model/event.ts';
import type { PathAnswer } from './path-question.ts';
import type { PlanInput } from './plan-input.ts';

/** What was passed for one plan besides the configuration, as `name=value`. */
export interface Given {
  readonly facts: readonly string[];
  readonly parts: readonly string[];
}

/** If a name is given twice, the last value counts. */
export function givenFor({ facts = [], parts = [] }: PlanInput): Given {
  return { facts: lastOfEach(facts), parts: lastOfEach(parts) };
}

export function isEmpty({ facts, parts }: Given): boolean {
  return facts.length + parts.length === 0;
}

/**
 * A later run of the same path plans with its own values. If they differ from the earlier ones, its path, or which of its
 * rehearsals count, may differ too, and it must say so.
 */
export function differencesFromBefore(entries: readonly Entry[], plan: PathAnswer, asked: PlanInput): string[] {
  if (plan.kind !== 'path') return [];
  const before = entries.findLast(
    (entry): entry is EntryOf<'planned'> =>
      isOf(entry, 'planned') && entry.event.target === plan.target && (entry.event.operation ?? 'plan') !== 'plan',
  );
  if (before === undefined) return [];
  const then = before.event.given ?? { facts: [], parts: [] };
  const now = givenFor(asked);
  const differences = (['facts', 'parts'] as const).flatMap((kind) =>
    changes(kind.slice(0, -1), then[kind], now[kind]),
  );
  if (differences.length === 0) return [];
  return [
    `The plan of ${dayTime(before.at)} to ${plan.target} was made with different facts or parts: ${differences.join('; ')}.`,
  ];
}

function changes(kind: string, then: readonly string[], now: readonly string[]): string[] {
  const [before, after] = [byName(then), byName(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    if (is === undefined) return [`the ${kind} ${name} was given as "${was}" and is not given now`];
    return [`the ${kind} ${name} was ${was === undefined ? 'not given' : `given as "${was}"`} and is "${is}" now`];
  });
}

function lastOfEach(given: readonly string[]): string[] {
  return [...byName(given)].map(([name, value]) => `${name}=${value}`);
}

function byName(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.indexOf('=');
      return [text.slice(0, at), text.slice(at + 1)] as const;
    }),
  );
}
