import { decideBackup } from '../../core/decisions/backup.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { recordedAs } from '../../core/history/disposable-marks.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { exactTime } from '../../core/messages/moments.ts';
import { bytesText, countText, durationText } from '../../core/messages/quantities.ts';
import { contentsOf, contentsText } from '../../core/model/contents.ts';
import { dataText, earliest } from '../../core/model/data.ts';
import type { BackupManifest, BackupPurpose, DataBackup } from '../../core/model/manifest.ts';
import { manifestDigest } from '../../core/model/manifest-digest.ts';
import { backupId } from '../../drivers/backup-stores/backup-id.ts';
import type { BackupDraft } from '../../drivers/backup-stores/store.ts';
import { identitiesOf, type LiveData, openData } from '../environment/open-data.ts';
import { did, step } from '../frame/step.ts';
import { runHook } from '../hop/hooks.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { refuseLostRecords } from '../hop/lost-records.ts';
import type { BackupInput } from '../hop/step-input.ts';
import { removeOldBackups } from './old-backups.ts';
import { lookForRoom } from './room.ts';
import { storedFor } from './stored-backups.ts';
import { markedProduction } from './unmarked-production.ts';

interface BackedUp {
  readonly manifest: BackupManifest;
  readonly milliseconds: number;
  /** Where it is kept, for people. */
  readonly store: string;
  /** It was checked beforehand that there is room for it. */
  readonly fits: boolean;
}

/** Backs production up: for the rehearsal, or as the restore point directly before the deploy. */
export const backup = step({
  command: 'backup',
  needs: { common: ['backup'], own: ['data', 'hooks.before-backup'] },
  mindsRetry: true,
  open: (input: BackupInput) => ({ environment: 'production', purpose: purposeOf(input) }),
  gather: async ({ project, hop }) => ({
    ...(await storedFor(project, hop)),
    // With staging waived, nothing is ever restored there: a restore point is taken anyway.
    data: project.traits.waiver === undefined ? openData(project, 'staging') : [],
  }),
  decide: ({ opened, situation, gathered, run }) => decideBackup(opened.purpose, situation, { ...gathered, run }),
  permit: ({ purpose }) => (purpose === 'restore-point' ? { act: 'restore-point', gate: 'production' } : undefined),
  act: async (context, _, { opened }) => {
    const { project, live } = context;
    await refuseLostRecords(project);
    // Before the time that a dump takes; what counts is what the dumping session sees.
    const before = await identitiesOf(live.data(), project.effects.signal);
    const marked = await markedProduction(project, before);
    if (marked !== undefined) return marked;
    const room = await lookForRoom(
      live.data().map(({ store }) => store),
      project.store(),
      project.effects.signal,
    );
    if (room.kind === 'too-little') return room.settled;
    await runHook(context, 'before-backup');
    await context.confirmLease();
    const started = project.effects.clock.now();
    const taken = await takeBackup(context, opened.purpose, started);
    if (taken.kind === 'settled') return taken.settled;
    const milliseconds = project.effects.clock.now().getTime() - started.getTime();
    return did<BackedUp>({
      manifest: taken.manifest,
      milliseconds,
      store: project.store().description,
      fits: room.kind === 'enough',
    });
  },
  record: ({ manifest, milliseconds, fits }) => ({
    type: 'backed-up',
    purpose: manifest.purpose,
    backup: manifest.id,
    version: manifest.version,
    dataAt: manifest.dataAt,
    data: manifest.data.map((each) => ({ ...recordedAs(each.name, each.identity), dataAt: each.dataAt })),
    bytes: bytesOf(manifest),
    manifest: manifestDigest(manifest),
    ...(fits ? { fits } : {}),
    milliseconds,
  }),
  // Only a backup in the journal may replace an older one.
  conclude: (context, { manifest }) => removeOldBackups(context, manifest.id, context.live.data),
  report: ({ manifest, milliseconds, store }) => ({
    headline: `Backed up production on ${manifest.version} as ${manifest.id} in ${durationText(milliseconds)}.`,
    details: [
      `${countText(filesOf(manifest).length, 'file')}, ${bytesText(bytesOf(manifest))}, in ${store}.`,
      ...manifest.data.map((each) => `${manifest.data.length === 1 ? '' : `${each.name}: `}${contentText(each)}`),
    ],
    outputs: { backup: manifest.id },
  }),
});

function filesOf({ data }: BackupManifest): BackupManifest['data'][number]['files'] {
  return data.flatMap(({ files }) => files);
}

function bytesOf(manifest: BackupManifest): number {
  return filesOf(manifest).reduce((sum, file) => sum + file.bytes, 0);
}

type Taken =
  | { readonly kind: 'taken'; readonly manifest: BackupManifest }
  | { readonly kind: 'settled'; readonly settled: Settled };

async function takeBackup(context: HopStepContext, purpose: BackupPurpose, started: Date): Promise<Taken> {
  const { project, hop, live } = context;
  const { effects, configuration, product } = project;
  const id = backupId({ purpose, hop: hop.id, at: started });
  const journalEntries = (await project.journal.read()).length;
  const draft = await project.store().begin(id);
  return await orDiscard(draft, async () => {
    const data: TakenData[] = [];
    for (const each of live.data()) {
      const taken = await takeOne(context, each, draft);
      const marked = await markedProduction(project, [[each, taken.identity]]);
      if (marked !== undefined) {
        await draft.discard();
        return { kind: 'settled', settled: marked };
      }
      data.push(taken);
    }
    const after = await live.observe();
    const version = after.version.kind === 'known' ? after.version.value : undefined;
    if (version !== hop.from) throw changedUnderway(hop.from, version);
    const manifest = await draft.commit({
      id,
      system: configuration.system,
      product: product.name,
      purpose,
      hop: { id: hop.id, digest: hop.digest },
      version: hop.from,
      startedAt: started.toISOString(),
      finishedAt: effects.clock.now().toISOString(),
      dataAt: earliest(data.map((each) => each.dataAt)) ?? started.toISOString(),
      journalEntries,
      data,
    });
    return { kind: 'taken', manifest };
  });
}

type TakenData = Omit<DataBackup, 'files'>;

/** A backup that cannot be read back is not a backup, so each is verified before the next is taken. */
async function takeOne(
  { project: { effects } }: HopStepContext,
  { name, isOnly, store }: LiveData,
  draft: BackupDraft,
): Promise<TakenData> {
  const { log, signal } = effects;
  const directory = await draft.directoryFor(name);
  const title = isOnly ? `Back up ${store.kind}` : `Back up ${name}`;
  const taken = await log.group(title, () =>
    store.backup({ directory, log, signal, finished: (path) => draft.finished?.(name, path) }),
  );
  await store.verify({ directory, references: taken.references, log, signal });
  if (holdsNothing(taken.fingerprint))
    log.warn(`The ${dataText('production', { name, noun: store.noun, isOnly })} ${nothingInIt}`);
  return { name, ...taken };
}

/** A copy of nothing equals nothing: a wrong address, or a volume that is not mounted, would pass as proved. */
const nothingInIt =
  'holds nothing, so the backup of it holds nothing either. If the server keeps data in it: correct its address, or see that it is mounted, and start a new run.';

function holdsNothing(fingerprint: DataBackup['fingerprint']): boolean {
  if (fingerprint.kind === 'none') return false;
  const { tables, files = 0 } = contentsOf(fingerprint.value);
  return tables === 0 && files === 0;
}

/** An unfinished backup is removed; what cannot be removed has no manifest and is never offered. */
async function orDiscard<T>(draft: BackupDraft, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

function changedUnderway(from: string, now: string | undefined): SystemFailure {
  return new SystemFailure({
    happened: `While the backup was taken, production changed from ${from} to ${now ?? 'something that does not answer'}.`,
    means: 'It is not known which release the backup belongs to, so it was discarded.',
    next: 'Find out who deployed, then run again.',
  });
}

const shownTables = 5;

function contentText({ dataAt, fingerprint }: DataBackup): string {
  const until = `Data of ${exactTime(dataAt)}: anything written later is not in it.`;
  if (fingerprint.kind === 'none') return `${until} No fingerprint: ${fingerprint.reason}`;
  if (holdsNothing(fingerprint)) return `${until} It ${nothingInIt}`;
  const counted = fingerprint.value.tables.filter(({ rows, checksum }) => rows > 0 && checksum === undefined);
  const names = counted.slice(0, shownTables).map(({ name }) => `"${name}"`);
  const more = counted.length - names.length;
  const only =
    counted.length === 0
      ? ''
      : ` Rows were only counted, not compared, in ${names.join(', ')}${more > 0 ? ` and ${countText(more, 'more table')}` : ''}.`;
  return `${until} ${contentsText(contentsOf(fingerprint.value))}, counted in the snapshot itself.${only}`;
}

function purposeOf(input: InputsOf<'purpose'>): BackupPurpose {
  if (input.purpose !== undefined) return input.purpose;
  throw new UserError({
    happened: 'The input "purpose" is missing.',
    means: 'A backup for the rehearsal and a restore point are taken at different times. Nothing was done.',
    next: 'Say "rehearsal" (before staging is restored) or "restore-point" (after the approval, directly before the deploy).',
  });
}
