import { z } from 'zod';
import { event, milliseconds, text, time } from './event-shapes.ts';
import { processMark } from './process-mark.ts';

/* Who may act. */

export const leaseEvents = [
  /** From here on only the owner may act on the system, and only while no higher fence is in the journal. */
  event('lease-taken', () => ({
    fence: z.int().min(1),
    owner: text,
    expiresAt: time,
    /** The owner who still held the lease: a rollback does not wait for it. */
    preempted: text.exactOptional(),
    /** By how much clocks may differ: this lease was taken that long after the previous one had ended. */
    marginMilliseconds: milliseconds.exactOptional(),
    /** The process of a run at a terminal: when it is gone, so is the run. */
    process: processMark.exactOptional(),
    /** Why a person ended the lease of another run. */
    reason: text.exactOptional(),
  })),
  event('lease-renewed', () => ({ fence: z.int().min(1), owner: text, expiresAt: time })),
  event('lease-released', () => ({ fence: z.int().min(1), owner: text })),
] as const;
