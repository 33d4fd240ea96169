import { compareFingerprints } from '../../../core/decisions/fingerprint.ts';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Fingerprint, TakenFingerprint } from '../../../core/model/fingerprint.ts';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import type { BackupReference } from '../../../core/model/manifest.ts';
import type { NewMark } from '../../../core/model/mark.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { BackupRequest, BackupTaken, DataStore, ReplaceRequest, RestoreRequest } from '../data-store.ts';
import type { RdsSettings } from './kind.ts';
import { markTags } from './mark.ts';
import { identityOf, openPlace } from './place.ts';
import { preflight } from './preflight.ts';
import { replaceBy } from './replace.ts';
import { readSnapshotFile, type SnapshotFile, writeSnapshotFile } from './snapshot-file.ts';
import { isAvailable, type Snapshot } from './subject.ts';
import { takeSnapshot } from './take-snapshot.ts';
import type { Waiting } from './until.ts';

export function openStore(settings: RdsSettings, context: PartContext): DataStore {
  const { effects, where, placeholders } = context;
  const { clock } = effects;
  const place = openPlace(settings, context);
  const { subject, database } = place;
  const within = (signal?: AbortSignal): AbortSignal =>
    signal === undefined ? effects.signal : AbortSignal.any([effects.signal, signal]);
  const waiting = ({ log, signal }: Pick<RestoreRequest, 'log' | 'signal'>, means: string): Waiting => ({
    clock,
    log,
    signal: within(signal),
    within: settings.within,
    deadline: new Date(clock.now().getTime() + settings.within),
    means,
  });
  const identity = async (signal?: AbortSignal): Promise<LiveIdentity> => identityOf(place, await place.found(signal));

  const backup = async ({ directory, log, signal }: BackupRequest): Promise<BackupTaken> => {
    const stopping = within(signal);
    stopping.throwIfAborted();
    const found = await place.found(signal);
    if (!isAvailable(found)) {
      throw new SystemFailure({
        happened: `The ${subject.noun} "${place.id}" is ${found.status}${found.status === 'available' ? ', and one of its instances is not' : ''}.`,
        means: 'No snapshot is taken of it now. There is no backup.',
        next: 'Wait until it is available, then run the step again.',
      });
    }
    const { mark: _, ...inside } = await database.identity(signal);
    const before = await database.fingerprint(signal);
    const asked = clock.now().toISOString();
    const snapshot = await takeSnapshot(
      { place, settings, context },
      { at: clock.now(), waiting: waiting({ log, ...(signal && { signal }) }, 'There is no backup.') },
    );
    await writeSnapshotFile(directory, {
      format: 1,
      reference: subject.reference,
      snapshot: snapshot.arn,
      engine: found.engine,
      engineVersion: found.engineVersion,
      database: inside,
    });
    return {
      identity: identityOf(place, found),
      dataAt: asked,
      fingerprint: taken(before, await database.fingerprint(signal, before)),
      tools: { [found.engine]: found.engineVersion },
      references: [{ kind: subject.reference, id: snapshot.arn }],
    };
  };

  const snapshotOf = async ({ directory, references, signal }: RestoreRequest) => {
    const file = await readSnapshotFile(directory);
    requireReference(file, references);
    if (file.reference !== subject.reference) throw ofTheOther(file, subject.noun, where);
    return { file, snapshot: requireWhole(file, await subject.snapshots.find(file.snapshot, signal)) };
  };

  const restore = async <Refusal>(request: ReplaceRequest<Refusal>): Promise<Refusal | undefined> => {
    const stopping = within(request.signal);
    stopping.throwIfAborted();
    const { file, snapshot } = await snapshotOf(request);
    const password =
      settings.password === undefined || request.isOriginal
        ? undefined
        : effects.variables.fill(settings.password, `${where}.password`, placeholders);
    return await replaceBy<Refusal>(place, {
      snapshot,
      production: file.database,
      password,
      mayReplace: request.mayReplace,
      waiting: waiting(request, 'The copy is not complete. The next restore removes it and starts over.'),
    });
  };

  return {
    kind: 'rds',
    noun: subject.noun,
    identity,
    preflight: (request) => preflight(place, request),
    fingerprint: (signal, like) => database.fingerprint(signal, like),
    // The snapshot is with its provider; the backup store only has one small file.
    estimatedBytes: async () => 4096,
    markDisposable: async (
      choose: (found: MarkTarget) => Promise<NewMark | undefined>,
      signal?: AbortSignal,
    ): Promise<LiveIdentity | undefined> => {
      const found = await place.found(signal);
      const mark = await choose({ identity: identityOf(place, found), name: place.id });
      if (mark === undefined) return undefined;
      await subject.addTags(found.arn, markTags(mark));
      return await identity(signal);
    },
    backup,
    verify: async (request) => {
      await snapshotOf(request);
    },
    restore,
    forget: async (references) => {
      for (const { kind, id } of references) if (kind === subject.reference) await subject.snapshots.remove(nameIn(id));
    },
  };
}

/** What was not written to between the two reads is in the snapshot as it was read. */
function taken(before: Fingerprint, until: Fingerprint): TakenFingerprint {
  const isSame = compareFingerprints({ kind: 'same-snapshot', value: before }, until).kind === 'equal';
  const hasContent = before.tables.some(({ checksum }) => checksum !== undefined);
  return isSame && hasContent ? { kind: 'same-snapshot', value: before } : { kind: 'beside', value: before, until };
}

/** `arn:aws:rds:us-west-2:123456789012:cluster-snapshot:name`: to delete it, only its name is needed. */
function nameIn(arn: string): string {
  return arn.split(':').slice(6).join(':');
}

function requireReference({ reference, snapshot }: SnapshotFile, references: readonly BackupReference[]): void {
  if (references.some(({ kind, id }) => kind === reference && id === snapshot)) return;
  throw new SystemFailure({
    happened: `The file of this backup names the snapshot ${snapshot}, and its manifest names ${references.map(({ id }) => id).join(', ') || 'none'}.`,
    means: 'They do not belong together. Nothing was restored.',
    next: 'Take a new backup (start a new run).',
  });
}

function requireWhole({ snapshot }: SnapshotFile, found: Snapshot | undefined): Snapshot {
  if (found?.status === 'available') return found;
  throw new SystemFailure({
    happened: `The snapshot ${snapshot} ${found === undefined ? 'does not exist, or is not shared with this account' : `is ${found.status}`}.`,
    means: 'This backup is not a way back. Nothing was restored.',
    next: 'Take a new backup (start a new run). Where staging is in another account, set "copy" with a key and "share-with".',
  });
}

function ofTheOther({ reference }: SnapshotFile, noun: string, where: string): SystemFailure {
  return new SystemFailure({
    happened: `The backup is of the kind ${reference}, and ${where} names a single ${noun}.`,
    means: 'A snapshot of a cluster becomes a cluster, and one of an instance an instance. Nothing was restored.',
    next: 'Give staging the same as production has.',
  });
}
