import { z } from 'zod';
import { deployPlace } from './deploy-place.ts';
import { contentDigests, count, event, hopReference, inEnvironment, plannedHop, text } from './event-shapes.ts';
import { operations } from './operation.ts';

/* What is planned, decided and finished. */

export const planEvents = [
  event('planned', () => ({
    current: text,
    target: text,
    hops: z.array(plannedHop).readonly(),
    operation: z.enum(operations).exactOptional(),
    /** Which ring of a run of the whole fleet it belongs to. */
    ring: text.exactOptional(),
    /** Why there is no staging, according to the configuration. */
    waiver: text.exactOptional(),
    /** The facts and parts that were given for it, `name=value`, besides those of the configuration. */
    given: z
      .object({ facts: z.array(text).readonly(), parts: z.array(text).readonly() })
      .readonly()
      .exactOptional(),
    /** The digests of what its hops do, by name: a later run can name which of them has changed. */
    contents: contentDigests.exactOptional(),
  })),
  /** A run of a whole fleet has seen that production runs the target, and serves: nothing is left to do, and the time of its ring counts. */
  event('at-target', () => ({ version: text, ring: text })),
  /** The whole path was checked beforehand, and a journal entry could be written. */
  event('preflighted', () => ({ problems: count, warnings: count, unknown: count })),
  /** Where production is deployed: compared with staging, whose jobs have no access to production. */
  event('production-place-seen', () => ({ place: deployPlace })),
  event('approved', () => ({
    hop: hopReference,
    gate: text,
    by: text,
    comment: text.exactOptional(),
    /** What could not be verified, e.g. because nobody is listed. Without it, this person let this very job in. */
    note: text.exactOptional(),
  })),
  event('completed', () => ({ hop: hopReference })),
  event('ended', () => ({
    ...inEnvironment,
    command: text,
    outcome: z.enum(['waiting', 'failed', 'unknown', 'refused']),
    message: text,
  })),
  /** A hop that a person did by hand: what runs was observed, how it came about was not. */
  event('adopted', () => ({ ...inEnvironment, version: text, reason: text })),
] as const;
