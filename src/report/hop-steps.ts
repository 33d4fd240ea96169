import { exactTime } from '../core/messages/moments.ts';
import { roughText } from '../core/messages/quantities.ts';
import type { Entry } from '../core/model/event.ts';
import { eventWords } from '../core/model/event-sentence.ts';
import { type Document, table } from './document.ts';

/** Everything that was done for a hop, in order, with what was tested and who approved. */
export function hopSteps(own: readonly Entry[], now: Date): Document {
  const rows = own.flatMap(({ at, event }) => {
    const when = exactTime(at, now);
    if (event.type === 'approved') return [[when, '', eventWords(event, (time) => exactTime(time, now)), '']];
    if (event.type === 'migrating') return [[when, event.environment, 'migrations started', '']];
    if (event.type === 'ended')
      return [[when, event.environment, eventWords(event, (time) => exactTime(time, now)), '']];
    if (event.type === 'not-understood' || !('milliseconds' in event)) return [];
    const tested = event.type === 'smoke-tested' && event.tests.length > 0 ? ` (${event.tests.join(', ')})` : '';
    return [
      [
        when,
        event.environment,
        `${eventWords(event, (time) => exactTime(time, now))}${tested}`,
        roughText(event.milliseconds),
      ],
    ];
  });
  return table(['when', 'environment', 'step', 'took'], rows);
}
