import type { BackupManifest } from '../backups/manifest.ts';
import { compareFingerprints } from '../databases/fingerprint.ts';
import { compareIdentities } from '../databases/identity.ts';
import { refuse } from '../hop/decision.ts';
import { decideRestore, decideStagingIsSafe } from '../hop/decisions/restore.ts';
import { countText, durationText } from '../report/quantities.ts';
import { runUserCommandOrFail } from '../user-command.ts';
import { type HopStepContext, hopStep, isAct, type StepEnd } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';
import { storedFor } from './stored-backups.ts';

/** Restores the rehearsal backup on staging, proves that nothing is missing, and scrubs the copy before it starts. */
export function restore(opened: Project, invocation: Invocation): Promise<CommandResult> {
  return hopStep(opened, invocation, 'staging', async (context) => {
    const { project } = context;
    const situation = await context.situation();
    const decision = decideRestore(situation, await storedFor(project, context.hop));
    if (!isAct(decision)) {
      const unscrubbed =
        decision.kind === 'already-done' && situation.rehearsal.kind === 'started' && !situation.rehearsal.scrubbed;
      return unscrubbed ? await scrubCopy(context, 'The copy was restored before; it is scrubbed now.') : decision;
    }
    const comparison = compareIdentities(decision.backup.identity, await context.live.database().identity());
    const unsafe = decideStagingIsSafe(comparison);
    if (unsafe !== undefined) return unsafe;
    return await replaceAndProve(context, decision.backup);
  });
}

async function replaceAndProve(context: HopStepContext, backup: BackupManifest): Promise<StepEnd> {
  const { project, live } = context;
  const { effects } = project;
  const stopped = await stopServer(context);
  if (stopped !== undefined) return stopped;

  const started = effects.clock.now().getTime();
  const stored = await project.store().open(backup.id);
  try {
    await context.confirmLease();
    await context.record({ type: 'restoring', backup: backup.id });
    const database = live.database();
    await effects.log.group(`Restore ${backup.id}`, () =>
      database.restore({
        directory: stored.directory,
        references: stored.manifest.references,
        log: effects.log,
        signal: effects.signal,
      }),
    );
    const comparison = compareFingerprints(
      backup.fingerprint,
      await database.fingerprint(effects.signal, hasChecksums(backup)),
    );
    const milliseconds = effects.clock.now().getTime() - started;
    if (comparison.kind !== 'equal') {
      const what =
        comparison.kind === 'cannot-tell'
          ? `it cannot be told (${comparison.reason})`
          : comparison.differences.join('; ');
      return {
        kind: 'failed',
        message: {
          happened: `The restored copy is not shown to be equal to ${backup.id}: ${what}.`,
          means: 'This backup is not a way back. Production was not touched.',
          next: 'Take a new backup (start a new run). If it differs again, something writes to staging, or the backup loses data.',
        },
      };
    }
    const { tables, rows } = comparison;
    await context.record({ type: 'restored', backup: backup.id, proved: true, tables, rows, milliseconds });
    return await scrubCopy(
      context,
      `Restored ${backup.id} on staging in ${durationText(milliseconds)}: ${countText(tables, 'table')} with ${countText(rows, 'row')}, equal to the backup.`,
    );
  } finally {
    await stored.release();
  }
}

/** A backup's fingerprint with checksums is only matched by one that has them too. */
function hasChecksums({ fingerprint }: BackupManifest): boolean {
  return fingerprint.kind !== 'none' && fingerprint.value.tables.some((table) => table.checksum !== undefined);
}

/** The server on staging must not write while its database is replaced. */
async function stopServer(context: HopStepContext): Promise<StepEnd | undefined> {
  const { live, project } = context;
  if (live.database().serverDuringRestore === 'running') return undefined;
  const deployer = live.deployer();
  if (deployer.stop !== undefined) {
    const { stop } = deployer;
    await project.effects.log.group('Stop the server on staging', () =>
      stop({ log: project.effects.log, signal: project.effects.signal }),
    );
    return undefined;
  }
  const { serving } = await live.observe();
  if (serving.kind !== 'yes') return undefined;
  return refuse(
    'The server on staging runs, and the configuration does not say how to stop it.',
    'It would write to the database while it is replaced. Nothing was restored.',
    `Add "stop" to environments.staging.deploy.${deployer.kind}.`,
  );
}

/** A copy of live data must not write mail to patients: it is scrubbed before the server first starts on it. */
async function scrubCopy(context: HopStepContext, headline: string): Promise<StepEnd> {
  const { project, live } = context;
  const { scrub } = project.configuration.environments.staging.hooks;
  const started = project.effects.clock.now().getTime();
  if (scrub !== undefined && 'run' in scrub) {
    await project.effects.log.group('Hook scrub', () =>
      runUserCommandOrFail(
        { run: scrub.run },
        live.context('environments.staging.hooks.scrub', context.placeholders),
        'The copy of live data was not scrubbed, so no server is started on it.',
      ),
    );
  }
  const milliseconds = project.effects.clock.now().getTime() - started;
  const waived = scrub === undefined || 'waive' in scrub;
  await context.record({ type: 'scrubbed', waived, milliseconds });
  const note =
    scrub === undefined
      ? 'not scrubbed: no hook "scrub" is configured'
      : 'waive' in scrub
        ? `not scrubbed: ${scrub.waive}`
        : `scrubbed in ${durationText(milliseconds)}`;
  return { kind: 'done', headline, details: [`The copy was ${note}.`] };
}
