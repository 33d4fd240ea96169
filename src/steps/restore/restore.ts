import type { Project } from '../../config/project.ts';
import { decideMayBeEmptied } from '../../core/decisions/may-be-emptied.ts';
import { decideProof, decideRestore } from '../../core/decisions/restore.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { countText, durationText } from '../../core/messages/quantities.ts';
import type { DataReference } from '../../core/model/data.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import { runUserCommandOrFail } from '../../world/effects/user-command.ts';
import { storedFor } from '../backup/stored-backups.ts';
import { type HopStepContext, hopStep, isAct, type StepEnd } from '../hop/hop-step.ts';
import type { BackupInput } from '../hop/step-input.ts';
import { putBack, whyNotAll } from './put-back.ts';

/** Restores the rehearsal backup on staging, proves that nothing is missing, and scrubs the copy before it starts. */
export function restore(opened: Project, input: BackupInput): Promise<CommandResult> {
  return hopStep(opened, { ...input, command: 'restore' }, 'staging', async (context) => {
    const situation = await context.situation();
    const stored = await storedFor(context.project, context.hop);
    const proof = input.purpose === 'restore-point';
    const decision = proof ? decideProof(situation, stored) : decideRestore(situation, stored);
    if (!isAct(decision)) {
      const { rehearsal } = situation;
      const isLeft = !proof && decision.kind === 'already-done';
      if (!isLeft || rehearsal.kind !== 'started' || rehearsal.scrubbed) return decision;
      const scrubbed = await scrubCopy(context, 'The copy was restored before; it is scrubbed now.');
      return { ...scrubbed, outputs: { backup: rehearsal.backup } };
    }
    const { backup } = decision;
    const entries = await context.project.journal.read();
    const { system } = context.project.configuration;
    const mayReplace = (data: DataReference, now: LiveIdentity) =>
      decideMayBeEmptied({ backup, data, now, entries, system });
    // Before anything is fetched or stopped; what counts is what the session sees that empties.
    const refused = await whyNotAll(context, backup, mayReplace);
    if (refused !== undefined) return refused;
    const end = await putBack(context, backup, mayReplace, proof ? 'point-proved' : 'restored');
    if (end.kind === 'settled') return end.settled;
    const { milliseconds, tables, rows } = end;
    const scrubbed = await scrubCopy(
      context,
      `Restored ${backup.id} on staging in ${durationText(milliseconds)}: ${countText(tables, 'table')} with ${countText(rows, 'row')}, equal to the backup.`,
    );
    return { ...scrubbed, outputs: { backup: backup.id } };
  });
}

/** A copy of live data must not write mail to patients: it is scrubbed before the server first starts on it. */
async function scrubCopy(context: HopStepContext, headline: string): Promise<Extract<StepEnd, { kind: 'done' }>> {
  const { project, live } = context;
  const { scrub } = project.configuration.environments.staging.hooks;
  const started = project.effects.clock.now().getTime();
  if (scrub !== undefined && 'run' in scrub) {
    await context.confirmLease();
    await project.effects.log.group('Hook scrub', () =>
      runUserCommandOrFail(
        scrub,
        live.context('environments.staging.hooks.scrub', context.placeholders),
        'The copy of live data was not scrubbed, so no server is started on it.',
      ),
    );
  }
  const milliseconds = project.effects.clock.now().getTime() - started;
  await context.record({ type: 'scrubbed', waived: scrub === undefined || 'waive' in scrub, milliseconds });
  const how =
    scrub === undefined
      ? 'not scrubbed: no hook "scrub" is configured'
      : 'waive' in scrub
        ? `not scrubbed: ${scrub.waive}`
        : `scrubbed in ${durationText(milliseconds)}`;
  return { kind: 'done', headline, details: [`The copy was ${how.replace(/\.$/, '')}.`] };
}
