import type { Project } from '../../config/project.ts';
import { decideBackup } from '../../core/decisions/backup.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { recordedAs } from '../../core/history/disposable-marks.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { bytesText, countText, durationText } from '../../core/messages/quantities.ts';
import { earliest } from '../../core/model/data.ts';
import type { BackupManifest, BackupPurpose, DataBackup } from '../../core/model/manifest.ts';
import { backupId } from '../../drivers/backup-stores/backup-id.ts';
import type { BackupDraft } from '../../drivers/backup-stores/store.ts';
import { identitiesOf, type LiveData, openData } from '../environment/open-data.ts';
import { notApproved } from '../gate/promotion-gate.ts';
import { notNow } from '../gate/promotion-time.ts';
import { runHook } from '../hop/hooks.ts';
import { type HopStepContext, hopStep, isAct } from '../hop/hop-step.ts';
import { refuseLostRecords } from '../hop/lost-records.ts';
import type { BackupInput } from '../hop/step-input.ts';
import { storedFor } from './stored-backups.ts';
import { markedProduction } from './unmarked-production.ts';

/** Backs production up: for the rehearsal, or as the restore point directly before the deploy. */
export function backup(opened: Project, input: BackupInput): Promise<CommandResult> {
  const purpose = purposeOf(input);
  return hopStep(opened, { ...input, command: 'backup' }, 'production', async (context) => {
    const { project } = context;
    const situation = await context.situation();
    const stored = await storedFor(project, context.hop);
    const decision = decideBackup(purpose, situation, {
      stored,
      run: project.run,
      data: openData(project, 'staging'),
    });
    if (!isAct(decision)) return decision;
    const later = purpose === 'restore-point' ? notNow(context, situation, 'restore-point') : undefined;
    if (later !== undefined) return later;
    const unapproved = purpose === 'restore-point' ? await notApproved(context, 'production') : undefined;
    if (unapproved !== undefined) return unapproved;
    await refuseLostRecords(project);

    // Before the time that a dump takes; what counts is what the session sees that dumps.
    const before = await identitiesOf(context.live.data(), project.effects.signal);
    const marked = await markedProduction(project, before);
    if (marked !== undefined) return marked;

    await runHook(context, 'before-backup');
    await context.confirmLease();
    const started = project.effects.clock.now();
    const taken = await takeBackup(context, purpose, started);
    if (taken.kind === 'settled') return taken.settled;
    const { manifest } = taken;
    const milliseconds = project.effects.clock.now().getTime() - started.getTime();
    const files = manifest.data.flatMap((each) => each.files);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const { dataAt } = manifest;
    await context.record({
      type: 'backed-up',
      purpose,
      backup: manifest.id,
      version: manifest.version,
      dataAt,
      data: manifest.data.map((each) => ({ ...recordedAs(each.name, each.identity), dataAt: each.dataAt })),
      bytes,
      milliseconds,
    });
    return {
      kind: 'done',
      headline: `Backed up production on ${manifest.version} as ${manifest.id} in ${durationText(milliseconds)}.`,
      details: [
        `${countText(files.length, 'file')}, ${bytesText(bytes)}, in ${project.store().description}.`,
        ...manifest.data.map((each) => `${manifest.data.length === 1 ? '' : `${each.name}: `}${contentText(each)}`),
      ],
      outputs: { backup: manifest.id },
    };
  });
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

/** What cannot be read again is no backup, so it is looked at while the others are still to come. */
async function takeOne(
  { project: { effects } }: HopStepContext,
  { name, isOnly, store }: LiveData,
  draft: BackupDraft,
): Promise<TakenData> {
  const { log, signal } = effects;
  const directory = await draft.directoryFor(name);
  const title = isOnly ? `Back up ${store.kind}` : `Back up ${name}`;
  const taken = await log.group(title, () => store.backup({ directory, log, signal }));
  await store.verify({ directory, references: taken.references, log, signal });
  return { name, ...taken };
}

/** A backup that is not finished is removed; what could not be removed has no manifest and is never offered. */
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
    means: 'It is not known which release the backup belongs to, so it was thrown away.',
    next: 'Find out who deployed, then run again.',
  });
}

function contentText({ dataAt, fingerprint }: DataBackup): string {
  const until = `Data of ${dataAt}: what is written later is not in it.`;
  if (fingerprint.kind === 'none') return `${until} No fingerprint: ${fingerprint.reason}`;
  const { tables } = fingerprint.value;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${until} ${countText(tables.length, 'table')} with ${countText(rows, 'row')}, counted in the snapshot itself.`;
}

function purposeOf(input: InputsOf<'purpose'>): BackupPurpose {
  if (input.purpose !== undefined) return input.purpose;
  throw new UserError({
    happened: 'The input "purpose" is missing.',
    means: 'A backup for the rehearsal and a restore point are taken at different times. Nothing was done.',
    next: 'Say "rehearsal" (before staging is restored) or "restore-point" (after the approval, directly before the deploy).',
  });
}
