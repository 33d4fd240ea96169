import { z } from 'zod';
import { artifact } from './artifacts.ts';
import { availability, event, inEnvironment, migrationTrace, milliseconds, release, text } from './event-shapes.ts';
import { partVersions } from './parts.ts';

/* What is deployed, tested and migrated. */

export const releaseEvents = [
  /** What the previous release does, measured before the newer one is deployed. */
  event('baseline-taken', () => ({
    ...inEnvironment,
    version: text,
    measures: z
      .array(
        z
          .object({ name: text, count: z.number().exactOptional(), digest: text.exactOptional(), milliseconds })
          .readonly(),
      )
      .readonly(),
  })),
  /** Written before the deploy starts: after a kill, the next run knows that it may be half done. */
  event('deploying', () => ({
    ...inEnvironment,
    release,
    version: text,
    deferred: z.boolean(),
    /** The parts beside the release that are deployed with it. */
    parts: partVersions.exactOptional(),
    /** The previous release as seen directly before; left out if something else answered. */
    ...migrationTrace,
  })),
  /** The deploy command has succeeded: from here on its result is watched, and not deployed again. */
  event('put-in-place', () => ({
    ...inEnvironment,
    release,
    version: text,
    /** Its images by digest, if the deployer knows them: what is promoted must be what was rehearsed. */
    artifacts: z.array(artifact).readonly().exactOptional(),
  })),
  /** Migrations ran or were queued although they were deferred: there is no rollback window, whatever is seen later. */
  event('not-deferred', () => ({ ...inEnvironment, because: text })),
  event('deployed', () => ({
    ...inEnvironment,
    release,
    version: text,
    /** Migrations were deferred, and seen not to have started. */
    deferred: z.boolean(),
    parts: partVersions.exactOptional(),
    /** Nothing could show that none has started: a person has vouched for it. Why, as a phrase. */
    unproved: text.exactOptional(),
    ...migrationTrace,
    /** From the first failed to the first good health check, as far as it was watched. */
    downtimeMilliseconds: milliseconds.exactOptional(),
    availability: availability.exactOptional(),
    /** The same for writes, if they are checked separately. */
    writes: availability.exactOptional(),
    milliseconds,
  })),
  event('smoke-tested', () => ({
    ...inEnvironment,
    release,
    version: text,
    migrations: z.enum(['done', 'pending', 'running', 'failed']),
    /** No probe shows the product's migrations: that they are done was not observed. */
    assumed: z.literal(true).exactOptional(),
    tests: z.array(text).readonly(),
    /** The tests may be corrected while a hop is under way, so they are not in the hop's digest. */
    testsDigest: text.exactOptional(),
    milliseconds,
    /** For how long and how often they were repeated; without these, they ran once. */
    validatedMilliseconds: milliseconds.exactOptional(),
    rounds: z.int().min(1).exactOptional(),
    /** How it compares with the previous release, one sentence each. */
    compared: z.array(text).readonly().exactOptional(),
  })),
  /** Written before migrations are started: from here on only a restore goes back. */
  event('migrating', () => inEnvironment),
  /** Written before each start. `retry`: it had failed, and a person asked for it to be started again. */
  event('starting', () => ({ ...inEnvironment, migration: text, retry: z.boolean() })),
  /** The server's answer to that start. `refused`: the credential was not accepted, so it does not count as a start. */
  event('start-answered', () => ({ ...inEnvironment, migration: text, said: text, refused: z.boolean() })),
  event('migrated', () => ({ ...inEnvironment, milliseconds })),
  event('waited', () => ({ ...inEnvironment, milliseconds })),
  event('rolling-back', () => ({ ...inEnvironment, to: text, reason: text.exactOptional() })),
  event('rolled-back', () => ({
    ...inEnvironment,
    to: text,
    milliseconds,
    downtimeMilliseconds: milliseconds.exactOptional(),
    availability: availability.exactOptional(),
    /** The same for writes, if they are checked separately. */
    writes: availability.exactOptional(),
    /** On production: the smoke tests that it passed afterwards. On staging they are a step of their own. */
    tests: z.array(text).readonly().exactOptional(),
    testsDigest: text.exactOptional(),
    /** Its tests did not pass, and the person who ran it has accepted that in writing. */
    accepted: z.object({ reason: text, notPassed: text }).readonly().exactOptional(),
  })),
] as const;
