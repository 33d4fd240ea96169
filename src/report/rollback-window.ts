import type { OpenRollbackWindow } from '../core/decisions/rollback-window.ts';
import { waysToRollBack } from '../core/history/way-back.ts';
import type { Message } from '../core/messages/message.ts';
import { dayTime } from '../core/messages/moments.ts';
import { durationText } from '../core/messages/quantities.ts';
import type { Block } from './document.ts';

/** What a report says about an open window. */
export interface ReportedWindow {
  readonly open: OpenRollbackWindow;
  /** Undefined while it is not open for too long. */
  readonly warning?: Message;
}

export function windowSentence({ since, milliseconds }: OpenRollbackWindow, now: Date): string {
  return `The rollback window has been open for ${durationText(milliseconds)}, since ${dayTime(since, now)}.`;
}

/** @param newRun the address or command that starts a new run */
export function windowWarning(
  hop: { readonly id: string },
  { since, milliseconds }: OpenRollbackWindow,
  newRun: string,
  now: Date,
): Message {
  return {
    happened: `The rollback window of hop ${hop.id} has been open for ${durationText(milliseconds)}, since ${dayTime(since, now)}.`,
    means:
      'Its migrations are still to come, over all that is written meanwhile, and the next hop cannot begin before they are done.',
    next: `Continue with a new run: ${newRun}. Or go back: ${waysToRollBack(hop.id)}.`,
  };
}

/** A box at the top of a summary. */
export function windowBox({ happened, means, next }: Message): Block {
  return { kind: 'box', tone: 'warning', text: [{ strong: happened }, ` ${means} ${next}`] };
}
