import { z } from 'zod';
import { artifact } from './artifacts.ts';
import { deployPlace } from './deploy-place.ts';
import { environmentNames, releaseSides } from './hop.ts';
import { backupPurposes } from './manifest.ts';
import { hopParts, partVersions } from './parts.ts';

/*
 * What the journal holds, as one schema from which the types come. Objects are read loosely: a field that a later
 * version added is left out of what is read, and stays in what is stored.
 */

const text = z.string();
const time = z.iso.datetime().describe('ISO 8601, in UTC.');
const milliseconds = z.number().min(0);
const count = z.int().min(0);
const environment = z.enum(environmentNames);
const release = z.enum(releaseSides);

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

/** A process that no other can be taken for, on the machine that shows it. */
export const processMark = z
  .object({
    /** The machine since it was started, and the container in it. */
    machine: text,
    pid: z.int().min(1),
    started: text,
    /** The folder in which it notes what it starts: who reads another one does not see what has outlived it. */
    notes: text.exactOptional(),
  })
  .readonly();
export type ProcessMark = z.output<typeof processMark>;

/** The hop that an event belongs to. Events of another digest do not count for the hop that is approved. */
export const hopReference = z.object({ id: text, from: text, to: text, digest: text }).readonly();
export type HopReference = z.output<typeof hopReference>;

/** What a path is planned for: to look at it, to climb it on staging alone, or to climb it. */
export const operations = ['plan', 'rehearse', 'climb'] as const;
export type Operation = (typeof operations)[number];

/** A hop as it was planned: what a later run needs to continue with it by its id alone. */
export const plannedHop = z
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
    /** The releases on both sides, where the labels say more than them. */
    releases: z.object({ from: text, to: text }).readonly().exactOptional(),
  })
  .readonly();

const contentDigests = z.record(text, text).readonly();

/** Which store of data it is; see core/decisions/identity.ts. */
export const recordedIdentity = z
  .object({ kind: text, lineage: z.record(text, text).readonly(), location: z.record(text, text).readonly() })
  .readonly();
export type RecordedIdentity = z.output<typeof recordedIdentity>;

/** The same with its name in the configuration. */
const recordedData = z.object({ name: text, ...recordedIdentity.unwrap().shape }).readonly();
export type RecordedData = z.output<typeof recordedData>;

const inEnvironment = { hop: hopReference, environment };

/** What the data had of migrations, where the product tells it: whatever runs or is queued later shows against it. */
const migrationTrace = {
  /** The newest that is complete. */
  applied: text.exactOptional(),
  /** The one that is next. */
  next: text.exactOptional(),
  /** The ids of the jobs that there are, queued ones included. */
  jobs: z.array(text).readonly().exactOptional(),
};

/** How its health was answered, asked several times a second all the while. */
const availability = z
  .object({
    looks: count,
    failed: count,
    downtimeMilliseconds: milliseconds,
    longestGapMilliseconds: milliseconds,
    medianMilliseconds: milliseconds,
    slowestMilliseconds: milliseconds,
  })
  .readonly();

/** Of databases, and of stores of files. */
const contents = { tables: count, rows: count, files: count.exactOptional() };

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.object({ type: z.literal(type), ...shape }).readonly();
}

export const journalEvent = z.discriminatedUnion('type', [
  event('planned', {
    current: text,
    target: text,
    hops: z.array(plannedHop).readonly(),
    operation: z.enum(operations).exactOptional(),
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
  /** The whole path was looked at beforehand; and the journal was seen to take an entry. */
  event('preflighted', { problems: count, warnings: count, unknown: count }),
  /** A person has said that this store may be emptied, and it was seen to have the mark. Written behind the marking. */
  event('disposable-marked', {
    mark: text,
    tiedTo: text,
    /** The store's name in the configuration. */
    data: text,
    /** What was typed as confirmation. */
    name: text,
    identity: recordedIdentity,
  }),
  /** Production was found to have a mark: that mark proves nothing any more, wherever it turns up. */
  event('production-found-marked', { mark: text, data: text, identity: recordedIdentity }),
  /** Where production is deployed: staging, whose jobs have no access to it, is compared with that. */
  event('production-place-seen', { place: deployPlace }),
  event('checked', {
    ...inEnvironment,
    version: text,
    ...migrationTrace,
    /** What answered as production's data: none of it is ever marked as disposable, whatever name leads to it later. */
    data: z.array(recordedData).readonly().exactOptional(),
  }),
  event('backed-up', {
    ...inEnvironment,
    purpose: z.enum(backupPurposes),
    backup: text,
    version: text,
    /** The data is whole up to here; what is written later is lost by restoring. ISO 8601. */
    dataAt: text,
    /** Each store of data, with up to when its own data is whole. */
    data: z
      .array(z.object({ ...recordedData.unwrap().shape, dataAt: text }).readonly())
      .readonly()
      .exactOptional(),
    bytes: count,
    milliseconds,
  }),
  /** Written before anything is replaced: after a kill, the next run knows that staging holds neither the one nor the other. */
  /** By what the configuration says of how long backups are kept. */
  event('backups-removed', { backups: z.array(text).readonly() }),
  event('restoring', { ...inEnvironment, backup: text }),
  event('restored', {
    ...inEnvironment,
    backup: text,
    /** True when the fingerprint after the restore was equal to the backup's. */
    proved: z.boolean(),
    ...contents,
    milliseconds,
  }),
  /** A rehearsal without data begins: staging was seen where the hop starts, and nothing is restored there. */
  event('staging-taken', inEnvironment),
  /** The configuration says in writing why this hop goes to production without a rehearsal. */
  event('rehearsal-waived', { hop: hopReference, because: text }),
  /** In a rehearsal of the whole path: the hop before has left staging where this one starts, on a restored copy. */
  event('carried-over', { ...inEnvironment, backup: text, after: text }),
  /** The path is rehearsed again from a restore: what this hop's rehearsal has shown does not count any more. */
  event('rehearsal-voided', { ...inEnvironment, because: text }),
  /** The restore point itself was restored on staging and found equal, before production is deployed. */
  event('point-proved', { ...inEnvironment, backup: text, ...contents, milliseconds }),
  event('scrubbed', { ...inEnvironment, waived: z.boolean(), milliseconds }),
  /** What the release before does, measured before the newer one is deployed. */
  event('baseline-taken', {
    ...inEnvironment,
    version: text,
    measures: z
      .array(
        z
          .object({ name: text, count: z.number().exactOptional(), digest: text.exactOptional(), milliseconds })
          .readonly(),
      )
      .readonly(),
  }),
  /** Written before the deploy starts: after a kill, the next run knows that it may be half done. */
  event('deploying', {
    ...inEnvironment,
    release,
    version: text,
    deferred: z.boolean(),
    /** Of the parts beside the release, those that are deployed with it. */
    parts: partVersions.exactOptional(),
    /** As the release before was seen directly before; left out where something else answered. */
    ...migrationTrace,
  }),
  /** The deploy command has ended well: what it put in place is watched from here on, and not deployed again. */
  event('put-in-place', {
    ...inEnvironment,
    release,
    version: text,
    /** Its images by digest, where the deployer knows them: what is promoted must be what was rehearsed. */
    artifacts: z.array(artifact).readonly().exactOptional(),
  }),
  /** Migrations ran or were queued although they were deferred: there is no rollback window, whatever is seen later. */
  event('not-deferred', { ...inEnvironment, because: text }),
  event('deployed', {
    ...inEnvironment,
    release,
    version: text,
    /** Migrations were deferred, and seen not to have started. */
    deferred: z.boolean(),
    parts: partVersions.exactOptional(),
    /** Nothing could show that none has started: a person has answered for it. Why, as a phrase. */
    unproved: text.exactOptional(),
    ...migrationTrace,
    /** From the first failed to the first good health check, as far as it was watched. */
    downtimeMilliseconds: milliseconds.exactOptional(),
    availability: availability.exactOptional(),
    /** The same of writes, where they are asked for by themselves. */
    writes: availability.exactOptional(),
    milliseconds,
  }),
  event('smoke-tested', {
    ...inEnvironment,
    release,
    version: text,
    migrations: z.enum(['done', 'pending', 'running', 'failed']),
    /** No probe shows the migrations of the product: that they are done was not observed. */
    assumed: z.literal(true).exactOptional(),
    tests: z.array(text).readonly(),
    /** What is tested may be corrected while a hop is under way, so it is not in the hop's digest. */
    testsDigest: text.exactOptional(),
    milliseconds,
    /** For how long and how often they were repeated; without these, they ran once. */
    validatedMilliseconds: milliseconds.exactOptional(),
    rounds: z.int().min(1).exactOptional(),
    /** How it compares with the release before, a sentence each. */
    compared: z.array(text).readonly().exactOptional(),
  }),
  /** Written before migrations are started: from here on only a restore goes back. */
  event('migrating', inEnvironment),
  /** Written before each start. `retry`: it had failed, and a person asked for it to be started once more. */
  event('starting', { ...inEnvironment, migration: text, retry: z.boolean() }),
  /** What the server said to that start. `refused`: the credential was not accepted, so it does not count as one. */
  event('start-answered', { ...inEnvironment, migration: text, said: text, refused: z.boolean() }),
  event('migrated', { ...inEnvironment, milliseconds }),
  event('waited', { ...inEnvironment, milliseconds }),
  /** A hop that a person did by hand: what runs was observed, how it came there was not. */
  event('adopted', { ...inEnvironment, version: text, reason: text }),
  event('rolling-back', { ...inEnvironment, to: text, reason: text.exactOptional() }),
  event('rolled-back', {
    ...inEnvironment,
    to: text,
    milliseconds,
    downtimeMilliseconds: milliseconds.exactOptional(),
    availability: availability.exactOptional(),
    /** The same of writes, where they are asked for by themselves. */
    writes: availability.exactOptional(),
    /** On production: the smoke tests that it passed then. On staging they are a step of their own. */
    tests: z.array(text).readonly().exactOptional(),
    testsDigest: text.exactOptional(),
    /** Its tests did not pass, and the person who ran it has accepted that in writing. */
    accepted: z.object({ reason: text, notPassed: text }).readonly().exactOptional(),
  }),
  event('rehearsed', {
    hop: hopReference,
    /** Left out where there is no data. */
    backup: text.exactOptional(),
    /** The digests of what was done and of what it was tested with, by name. */
    contents: contentDigests.exactOptional(),
  }),
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
  /** From here on only the owner may act on the system, and only while no higher fence is in the journal. */
  event('lease-taken', {
    fence: z.int().min(1),
    owner: text,
    expiresAt: time,
    /** The owner who still held the lease: a rollback does not wait for it. */
    preempted: text.exactOptional(),
    /** By how much clocks may differ: so long after the end of the lease before it was this one taken. */
    marginMilliseconds: milliseconds.exactOptional(),
    /** The one process that a run at a terminal is: when it is gone, so is the run. */
    process: processMark.exactOptional(),
    /** Why a person ended the lease of another run. */
    reason: text.exactOptional(),
  }),
  event('lease-renewed', { fence: z.int().min(1), owner: text, expiresAt: time }),
  event('lease-released', { fence: z.int().min(1), owner: text }),
]);
export type JournalEvent = z.output<typeof journalEvent>;
export type EventType = JournalEvent['type'];
export const eventTypes: ReadonlySet<string> = new Set(
  journalEvent.options.flatMap((option) => [...optionTypes(option)]),
);

function optionTypes(option: (typeof journalEvent.options)[number]): ReadonlySet<string> {
  return new Set(option.unwrap().shape.type.values);
}

/**
 * An event of a type that this version does not know: a later version wrote it. It is kept and shown, and no decision
 * is made from it. It cannot be appended.
 */
export interface NotUnderstoodEvent {
  readonly type: 'not-understood';
  /** The type as it is stored. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What is stored of an entry besides its event and its checksum; see chain.ts. */
export const envelope = z.object({
  format: z.literal(1),
  sequence: z.int().min(1),
  /** SHA-256 in hex of the stored text of the entry before; the empty string for the first. */
  previous: text,
  /** ISO 8601, by the writer's clock: clocks differ, so order is according to `sequence` alone. */
  at: time,
  system: text,
  run: runIdentity,
  event: z.looseObject({ type: text }),
});

/**
 * One entry of the journal: what was observed, decided or done. Entries are numbered from 1 without gaps and chained
 * by `previous`, so that a missing, changed or reordered one is seen. Never a secret, never a row's value.
 */
export type Entry = Readonly<Omit<z.output<typeof envelope>, 'event'>> & {
  readonly event: JournalEvent | NotUnderstoodEvent;
  /** SHA-256 in hex of this entry's own stored text. It is not stored in it: the next entry's `previous` is it. */
  readonly hash: string;
};

/** An entry whose event is of one type. */
export type EntryOf<Type extends EventType> = Entry & {
  readonly event: Extract<JournalEvent, { readonly type: Type }>;
};
