import { SystemFailure } from '../../../core/messages/errors.ts';

export function outOfReach(happened: string, next: string): SystemFailure {
  return new SystemFailure({ happened, means: 'What is in this Neo4j is not known, so nothing was done.', next });
}

/** For a message: empty, or a phrase that begins with a colon. */
export function lastWords(text: string): string {
  const last = text.trim().split('\n').at(-1)?.trim() ?? '';
  return last === '' ? '' : `: ${last.replace(/\.$/, '').slice(0, 400)}`;
}
