import { SystemFailure } from '../../core/messages/errors.ts';
import { type Finding, problem, warning } from '../../core/messages/finding.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Log } from '../../world/log.ts';

/**
 * What prevents a backup or a restore, or is worth mentioning before one. A preflight reports all of it; a restore,
 * which checks again before it empties anything, refuses because of what would make it fail, and warns about the rest.
 */
export interface Obstacle extends Message {
  readonly kind: 'refused' | 'noted';
}

export function refused(message: Message): Obstacle {
  return { kind: 'refused', ...message };
}

export function noted(message: Message): Obstacle {
  return { kind: 'noted', ...message };
}

export function asFindings(subject: string, obstacles: readonly Obstacle[]): Finding[] {
  return obstacles.map(({ kind, ...message }) => (kind === 'refused' ? problem : warning)(subject, message));
}

/** Everything in the way is reported at once: correcting one thing and waiting for the next would take all night. */
export function requireNone(obstacles: readonly Obstacle[], unchanged: string, log: Log): void {
  for (const { kind, happened, means, next } of obstacles) {
    if (kind === 'noted') log.warn([happened, means, next].filter((text) => text !== '').join(' '));
  }
  const inTheWay = obstacles.filter(({ kind }) => kind === 'refused');
  const [first] = inTheWay;
  if (first === undefined) return;
  throw new SystemFailure({
    happened: inTheWay.map(({ happened }) => happened).join(' '),
    means: `${unchanged} ${[...new Set(inTheWay.map(({ means }) => means))].join(' ')}`.trim(),
    next: [...new Set(inTheWay.map(({ next }) => next))].join(' '),
  });
}

const shownNames = 5;

export function listed(all: readonly string[], shown = shownNames): string {
  const more = all.length - shown;
  return all.slice(0, shown).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export function quotedList(all: readonly string[]): string {
  return listed(all.map((name) => `"${name}"`));
}
