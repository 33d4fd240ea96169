import type { Project } from '../../config/project.ts';
import { decideMayBeEmptied } from '../../core/decisions/may-be-emptied.ts';
import { decideProof, decideRestore } from '../../core/decisions/restore.ts';
import { countText, durationText } from '../../core/messages/quantities.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';
import type { CommandResult, Invocation } from '../../core/model/invocation.ts';
import { runUserCommandOrFail } from '../../world/effects/user-command.ts';
import { storedFor } from '../backup/stored-backups.ts';
import { type HopStepContext, hopStep, isAct, type StepEnd } from '../hop/hop-step.ts';
import { putBack } from './put-back.ts';

/** Restores the rehearsal backup on staging, proves that nothing is missing, and scrubs the copy before it starts. */
export function restore(opened: Project, invocation: Invocation): Promise<CommandResult> {
  return hopStep(opened, invocation, 'staging', async (context) => {
    const situation = await context.situation();
    const stored = await storedFor(context.project, context.hop);
    const proof = invocation.purpose === 'restore-point';
    const decision = proof ? decideProof(situation, stored) : decideRestore(situation, stored);
    if (!isAct(decision)) {
      const unscrubbed =
        !proof &&
        decision.kind === 'already-done' &&
        situation.rehearsal.kind === 'started' &&
        !situation.rehearsal.scrubbed;
      return unscrubbed ? await scrubCopy(context, 'The copy was restored before; it is scrubbed now.') : decision;
    }
    const { backup } = decision;
    const entries = await context.project.journal.read();
    const { system } = context.project.configuration;
    const mayReplace = (now: LiveIdentity) => decideMayBeEmptied({ backup, now, entries, system });
    // Before anything is fetched or stopped; what counts is what the session sees that empties.
    const refused = mayReplace(await context.live.database().identity(context.project.effects.signal));
    if (refused !== undefined) return refused;
    const end = await putBack(context, backup, mayReplace, proof ? 'point-proved' : 'restored');
    if (end.kind === 'settled') return end.settled;
    const { milliseconds, tables, rows } = end;
    return await scrubCopy(
      context,
      `Restored ${backup.id} on staging in ${durationText(milliseconds)}: ${countText(tables, 'table')} with ${countText(rows, 'row')}, equal to the backup.`,
    );
  });
}

/** A copy of live data must not write mail to patients: it is scrubbed before the server first starts on it. */
async function scrubCopy(context: HopStepContext, headline: string): Promise<StepEnd> {
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
