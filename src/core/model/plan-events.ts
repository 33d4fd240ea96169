import { z } from 'zod';
import { deployPlace } from './deploy-place.ts';
import { contentDigests, count, event, hopReference, inEnvironment, plannedHop, text } from './event-shapes.ts';
import { operations } from './operation.ts';

/* What is planned, decided and ended. */

export const planEvents = [
  event('planned', {
    current: text,
    target: text,
    hops: z.array(plannedHop).readonly(),
    operation: z.enum(operations).exactOptional(),
    /** Where a run of a whole fleet takes it up: the ring that it is in. */
    ring: text.exactOptional(),
    /** Why there is no staging, as the configuration had it. */
    waiver: text.exactOptional(),
    /** The facts and parts that were given for it, `name=value`, besides those of the configuration. */
    given: z
      .object({ facts: z.array(text).readonly(), parts: z.array(text).readonly() })
      .readonly()
      .exactOptional(),
    /** The digests of what its hops do, by name: a later run can say which of it has changed. */
    contents: contentDigests.exactOptional(),
  }),
  /** A run of a whole fleet has seen that production runs the target, and serves: nothing is to be done, and the time of its ring counts. */
  event('at-target', { version: text, ring: text }),
  /** The whole path was looked at beforehand; and the journal was seen to take an entry. */
  event('preflighted', { problems: count, warnings: count, unknown: count }),
  /** Where production is deployed: staging, whose jobs have no access to it, is compared with that. */
  event('production-place-seen', { place: deployPlace }),
  event('approved', {
    hop: hopReference,
    gate: text,
    by: text,
    comment: text.exactOptional(),
    /** What was not seen of it: that nobody is listed, say. Without it, this person let this very job in. */
    note: text.exactOptional(),
  }),
  event('completed', { hop: hopReference }),
  event('ended', {
    ...inEnvironment,
    command: text,
    outcome: z.enum(['waiting', 'failed', 'unknown', 'refused']),
    message: text,
  }),
  /** A hop that a person did by hand: what runs was observed, how it came there was not. */
  event('adopted', { ...inEnvironment, version: text, reason: text }),
] as const;
