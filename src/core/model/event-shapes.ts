import { z } from 'zod';
import { optionOnDemand } from '../settings/on-demand.ts';
import { environmentNames, releaseSides } from './hop.ts';
import { hopParts } from './parts.ts';

/* What several events share. Objects are read loosely: a field that a later version added stays in what is stored. */

export const text = z.string();
export const time = z.iso.datetime().describe('ISO 8601, in UTC.');
export const milliseconds = z.number().min(0);
export const count = z.int().min(0);
const environment = z.enum(environmentNames);
export const release = z.enum(releaseSides);

/** Who writes: a workflow run or a terminal. */
export const runIdentity = z
  .object({
    kind: z.enum(['github', 'terminal']),
    /** GitHub's run id, or an id made when the command was started. */
    id: text,
    attempt: z.int().min(1),
    actor: text,
    url: text.exactOptional(),
  })
  .readonly();
export type RunIdentity = z.output<typeof runIdentity>;

/** The hop that an event belongs to. Events of another digest do not count for the hop that is approved. */
export const hopReference = z.object({ id: text, from: text, to: text, digest: text }).readonly();
export type HopReference = z.output<typeof hopReference>;

/** A planned hop: what a later run needs to continue with it by its id alone. */
export const plannedHop = z.lazy(() =>
  z
    .object({
      ...hopReference.unwrap().shape,
      manual: z
        .array(z.object({ id: text, text, url: text.exactOptional(), acknowledged: z.boolean() }).readonly())
        .readonly(),
      reasons: z
        .array(z.object({ rule: text, text, url: text.exactOptional() }).readonly())
        .readonly()
        .exactOptional(),
      /** The versions of the parts beside the release, on both sides of the hop. */
      parts: hopParts.exactOptional(),
      /** The releases on both sides, if the labels say more than them. */
      releases: z.object({ from: text, to: text }).readonly().exactOptional(),
    })
    .readonly(),
);

export const contentDigests = z.record(text, text).readonly();

/** Which data store it is; see core/decisions/identity.ts. */
export const recordedIdentity = z
  .object({ kind: text, lineage: z.record(text, text).readonly(), location: z.record(text, text).readonly() })
  .readonly();
export type RecordedIdentity = z.output<typeof recordedIdentity>;

/** The same with its name in the configuration. */
export const recordedData = z.object({ name: text, ...recordedIdentity.unwrap().shape }).readonly();
export type RecordedData = z.output<typeof recordedData>;

export const inEnvironment = { hop: hopReference, environment };

/** The migration state of the data, if the product reports it: whatever runs or is queued later shows up as a difference. */
export const migrationTrace = {
  /** The newest complete migration. */
  applied: text.exactOptional(),
  /** The migration that is next. */
  next: text.exactOptional(),
  /** The ids of the existing jobs, including queued ones. */
  jobs: z.array(text).readonly().exactOptional(),
};

/** The answers of its health check, which is asked several times a second the whole time. */
export const availability = z.lazy(() =>
  z
    .object({
      looks: count,
      failed: count,
      downtimeMilliseconds: milliseconds,
      longestGapMilliseconds: milliseconds,
      medianMilliseconds: milliseconds,
      slowestMilliseconds: milliseconds,
    })
    .readonly(),
);

/** For databases, and for stores of files. */
export const contents = { tables: count, rows: count, files: count.exactOptional() };

/** @param shape made for the first event of this type that is read or written */
export function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: () => Shape) {
  return optionOnDemand('type', type, () => z.object({ type: z.literal(type), ...shape() }).readonly());
}
