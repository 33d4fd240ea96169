import { decideRollback } from '../hop/decisions/rollback.ts';
import { durationText } from '../report/quantities.ts';
import { deployRelease } from './deploy-release.ts';
import { writeDiagnostics } from './diagnostics.ts';
import { hopStep, isAct, type StepEnd } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { letPreemptedEnd } from './preempted.ts';
import type { Project } from './project.ts';
import { putBack } from './put-back.ts';
import { notTheSameDatabase } from './same-database.ts';
import { storedFor } from './stored-backups.ts';

/**
 * Goes back to `from` by the way that is open: inside the rollback window by deploying it again, afterwards by restoring
 * the restore point, which a person confirms with the hop's id. On staging the first of these is rehearsed.
 */
export function rollback(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const environment = invocation.environment ?? 'production';
  return hopStep(opened, invocation, environment, async (context) => {
    if (environment === 'production') await letPreemptedEnd(context);
    const situation = await context.situation();
    const stored = environment === 'production' ? await storedFor(context.project, context.hop) : [];
    const decision = decideRollback(environment, situation, { stored, confirm: invocation.confirm });
    if (!isAct(decision)) {
      if (environment === 'production' && decision.kind === 'refuse')
        await writeDiagnostics(context, situation.observation);
      return decision;
    }
    const { from, to } = context.hop;
    if (decision.way === 'restore') {
      const database = await context.live.database().identity();
      const wrong = notTheSameDatabase(decision.backup, database, await context.project.journal.read());
      if (wrong !== undefined) return wrong;
    }
    await context.record({ type: 'rolling-back', to: from });
    if (decision.way === 'restore') {
      const put = await putBack(context, decision.backup);
      if (put.kind === 'settled') return put.settled;
    }
    const onRestored = decision.way === 'restore';
    const end = await deployRelease(context, { version: from, before: situation.observation, onRestored });
    if (end.kind === 'settled') return end.settled;
    await context.record({ type: 'rolled-back', to: from, milliseconds: end.milliseconds });
    return done(`Went back from ${to} to ${from} on ${environment} in ${durationText(end.milliseconds)}`, decision);
  });
}

function done(what: string, decision: { readonly because: string; readonly way: 'redeploy' | 'restore' }): StepEnd {
  const restored = decision.way === 'restore' ? 'the restore point was put back' : 'nothing was restored';
  return { kind: 'done', headline: `${what}; ${restored}.`, details: [decision.because] };
}
