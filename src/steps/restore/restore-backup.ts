import type { Settled } from '../../core/decisions/decision.ts';
import { compareFingerprints, type FingerprintComparison } from '../../core/decisions/fingerprint.ts';
import { decideSameStores } from '../../core/decisions/same-stores.ts';
import { countText } from '../../core/messages/quantities.ts';
import { type Contents, together } from '../../core/model/contents.ts';
import { type DataReference, dataText } from '../../core/model/data.ts';
import type { Fingerprint } from '../../core/model/fingerprint.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import type { BackupManifest, DataBackup } from '../../core/model/manifest.ts';
import { manifestDigest } from '../../core/model/manifest-digest.ts';
import type { RestoreRequest } from '../../drivers/data/data-store.ts';
import { configuredData, identitiesOf, type LiveData } from '../environment/open-data.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { stopServer } from './stopped-server.ts';

export type RestoreEnd =
  | { readonly kind: 'proved'; readonly contents: Contents; readonly milliseconds: number }
  | { readonly kind: 'settled'; readonly settled: Settled };

/** Why a data store may not be replaced, as it is seen now; undefined if it may. */
export type MayReplace = (data: DataReference, now: LiveIdentity) => Settled | undefined;

/** Why a backup may not replace the present data; undefined if each of its stores may be replaced. */
export async function whyNotAll(
  { live, environment, project }: HopStepContext,
  backup: BackupManifest,
  mayReplace: MayReplace,
): Promise<Settled | undefined> {
  const data = live.data();
  const others = decideSameStores(backup, environment, configuredData(data));
  if (others !== undefined) return others;
  const seen = await identitiesOf(data, project.effects.signal);
  return seen.map(([each, now]) => mayReplace(each, now)).find((why) => why !== undefined);
}

/**
 * Replaces the data of the context's environment by a backup, store by store, and compares the result with what was backed
 * up. After a run that died between two stores, another one replaces all of them again.
 * @param mayReplace asked for all stores before the first is emptied, and for each in the session that empties it
 * @param shows what the journal records: a rehearsal starts from `restored`, a restore point is only `point-proved`
 */
export async function restoreBackup(
  context: HopStepContext,
  backup: BackupManifest,
  mayReplace: MayReplace,
  shows: 'restored' | 'point-proved' = 'restored',
): Promise<RestoreEnd> {
  const { project, live } = context;
  const { clock } = project.effects;
  const started = clock.now().getTime();
  // Fetched before the server is stopped: this takes time, and changes nothing.
  const stored = await project.store().open(backup.id);
  try {
    if (manifestDigest(stored.manifest) !== manifestDigest(backup))
      return { kind: 'settled', settled: changedMeanwhile(backup) };
    const pairs = live.data().flatMap((each): Pair[] => {
      const kept = stored.manifest.data.find(({ name }) => name === each.name);
      return kept === undefined ? [] : [{ ...each, kept, directory: stored.directoryOf(each.name) }];
    });
    // Damage is found before the first of several is emptied; a single one checks itself.
    if (pairs.length > 1) for (const pair of pairs) await pair.store.verify(requestOf(context, pair));
    await context.confirmLease();
    const stopped = await stopServer(context);
    if (stopped !== undefined) return { kind: 'settled', settled: stopped };
    // If there are several, all are checked again before the first is emptied; in addition, each checks itself.
    const refused = pairs.length > 1 ? await whyNotAll(context, backup, mayReplace) : undefined;
    if (refused !== undefined) return { kind: 'settled', settled: refused };
    await context.record({ type: 'restoring', backup: backup.id });
    await context.confirmLease();
    const changed = await replaceAll(context, pairs, mayReplace);
    if (changed !== undefined) return { kind: 'settled', settled: changed };
    const compared = await compareAll(context, backup, pairs);
    if (compared.kind === 'settled') return compared;
    const { contents } = compared;
    const milliseconds = clock.now().getTime() - started;
    await context.record(
      shows === 'restored'
        ? { type: 'restored', backup: backup.id, proved: true, ...contents, milliseconds }
        : { type: 'point-proved', backup: backup.id, ...contents, milliseconds },
    );
    return { kind: 'proved', contents, milliseconds };
  } finally {
    await stored.release();
  }
}

function changedMeanwhile({ id }: BackupManifest): Settled {
  return {
    kind: 'failed',
    message: {
      happened: `The manifest of ${id} was changed while the backup was fetched.`,
      means: 'Nothing was replaced.',
      next: 'Find out what writes to the store of backups, and put the manifest back as it was written. Then run this again.',
    },
  };
}

/** A data store as it is now, and what was backed up of it. */
interface Pair extends LiveData {
  readonly kept: DataBackup;
  readonly directory: string;
}

function requestOf({ project }: HopStepContext, { kept, directory }: Pair): RestoreRequest {
  const { log, signal } = project.effects;
  return { directory, references: kept.references, log, signal };
}

async function replaceAll(
  context: HopStepContext,
  pairs: readonly Pair[],
  mayReplace: MayReplace,
): Promise<Settled | undefined> {
  const { environment, project } = context;
  const replaced: string[] = [];
  for (const pair of pairs) {
    const what = dataText(environment, pair);
    const refused = await project.effects.log.group(`Restore the ${what}`, () =>
      pair.store.restore({
        ...requestOf(context, pair),
        mayReplace: (now) => mayReplace(pair, now),
        isOriginal: environment === 'production',
      }),
    );
    if (refused !== undefined) return replaced.length === 0 ? refused : afterOthers(refused, replaced);
    replaced.push(what);
    await context.confirmLease();
  }
  return undefined;
}

/** The situation has changed since all of them were checked: reported together with what was done by then. */
function afterOthers(refused: Settled, replaced: readonly string[]): Settled {
  if (refused.kind === 'already-done') return refused;
  const { message } = refused;
  return {
    ...refused,
    message: {
      ...message,
      means: `${message.means} Before that, the ${replaced.join(' and the ')} had been replaced.`,
    },
  };
}

type Compared =
  | { readonly kind: 'equal'; readonly contents: Contents }
  | { readonly kind: 'settled'; readonly settled: Settled };

/** Compared when all are restored: a write to one of them in the meantime is noticed as well. */
async function compareAll(
  { environment, project }: HopStepContext,
  { id }: BackupManifest,
  pairs: readonly Pair[],
): Promise<Compared> {
  const { log, signal } = project.effects;
  const equal: Contents[] = [];
  const differences: string[] = [];
  for (const { name, isOnly, store, kept } of pairs) {
    const comparison = compareFingerprints(kept.fingerprint, await store.fingerprint(signal, fingerprintOf(kept)));
    if (comparison.kind === 'equal') {
      equal.push(comparison.contents);
      for (const note of comparison.notes) log.warn(`${isOnly ? '' : `${name}: `}${note}`);
    } else differences.push(`${isOnly ? '' : `in "${name}" `}${differenceText(comparison)}`);
  }
  return differences.length === 0
    ? { kind: 'equal', contents: together(equal) }
    : { kind: 'settled', settled: notEqual(environment, id, differences) };
}

function fingerprintOf({ fingerprint }: DataBackup): Fingerprint | undefined {
  return fingerprint.kind === 'none' ? undefined : fingerprint.value;
}

type NotEqual = Exclude<FingerprintComparison, { readonly kind: 'equal' }>;

const shownDifferences = 30;

function differenceText(comparison: NotEqual): string {
  const shown = comparison.differences.slice(0, shownDifferences);
  const more = comparison.differences.length - shown.length;
  return comparison.kind === 'cannot-tell'
    ? `it could not be determined (${comparison.reason})`
    : [...shown, ...(more > 0 ? [`and ${countText(more, 'more difference')}`] : [])].join('; ');
}

function notEqual(environment: string, backup: string, differences: readonly string[]): Settled {
  return {
    kind: 'failed',
    message: {
      happened: `What was restored on ${environment} is not shown to be equal to ${backup}: ${differences.join('; ')}.`,
      means:
        environment === 'staging'
          ? 'This backup cannot be used to go back. Production was not touched.'
          : 'Production is stopped, on data that is not what was backed up.',
      next:
        environment === 'staging'
          ? 'Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data.'
          : 'Find out what writes to it, then run the same rollback again.',
    },
  };
}
