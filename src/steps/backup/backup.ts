import type { Project } from '../../config/project.ts';
import { decideBackup } from '../../core/decisions/backup.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { asRecorded } from '../../core/history/disposable-marks.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { bytesText, countText, durationText } from '../../core/messages/quantities.ts';
import type { BackupManifest, BackupPurpose } from '../../core/model/manifest.ts';
import { backupId } from '../../drivers/backup-stores/backup-id.ts';
import type { BackupDraft } from '../../drivers/backup-stores/store.ts';
import type { BackupTaken } from '../../drivers/data/database.ts';
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
    const decision = decideBackup(purpose, situation, stored, project.run);
    if (!isAct(decision)) return decision;
    const later = purpose === 'restore-point' ? notNow(context, situation, 'restore-point') : undefined;
    if (later !== undefined) return later;
    const unapproved = purpose === 'restore-point' ? await notApproved(context, 'production') : undefined;
    if (unapproved !== undefined) return unapproved;
    await refuseLostRecords(project);

    // Before the time that a dump takes; what counts is what the session sees that dumps.
    const database = await context.live.database().identity(project.effects.signal);
    const marked = await markedProduction(project, database);
    if (marked !== undefined) return marked;

    await runHook(context, 'before-backup');
    await context.confirmLease();
    const started = project.effects.clock.now();
    const taken = await takeBackup(context, purpose, started);
    if (taken.kind === 'settled') return taken.settled;
    const { manifest } = taken;
    const milliseconds = project.effects.clock.now().getTime() - started.getTime();
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    const { dataAt } = manifest;
    await context.record({
      type: 'backed-up',
      purpose,
      backup: manifest.id,
      version: manifest.version,
      dataAt,
      bytes,
      milliseconds,
      database: asRecorded(database),
    });
    return {
      kind: 'done',
      headline: `Backed up production on ${manifest.version} as ${manifest.id} in ${durationText(milliseconds)}.`,
      details: [
        `Data of ${dataAt}: what is written later is not in it.`,
        `${countText(manifest.files.length, 'file')}, ${bytesText(bytes)}, in ${project.store().description}.`,
        contentText(manifest),
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
    const database = live.database();
    const taken: BackupTaken = await effects.log.group(`Back up ${database.kind}`, () =>
      database.backup({ directory: draft.directory, log: effects.log, signal: effects.signal }),
    );
    const marked = await markedProduction(project, taken.identity);
    if (marked !== undefined) {
      await draft.discard();
      return { kind: 'settled', settled: marked };
    }
    await database.verify({
      directory: draft.directory,
      references: taken.references,
      log: effects.log,
      signal: effects.signal,
    });
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
      journalEntries,
      ...taken,
    });
    return { kind: 'taken', manifest };
  });
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

function contentText(manifest: BackupManifest): string {
  if (manifest.fingerprint.kind === 'none') return `No fingerprint: ${manifest.fingerprint.reason}`;
  const { tables } = manifest.fingerprint.value;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${countText(tables.length, 'table')} with ${countText(rows, 'row')}, counted in the snapshot itself.`;
}

function purposeOf(input: InputsOf<'purpose'>): BackupPurpose {
  if (input.purpose !== undefined) return input.purpose;
  throw new UserError({
    happened: 'The input "purpose" is missing.',
    means: 'A backup for the rehearsal and a restore point are taken at different times. Nothing was done.',
    next: 'Say "rehearsal" (before staging is restored) or "restore-point" (after the approval, directly before the deploy).',
  });
}
