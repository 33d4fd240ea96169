import type { Project } from '../../config/project.ts';
import { decideMigrate } from '../../core/decisions/migrate.ts';
import { startedBefore } from '../../core/decisions/migration-run.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { notApproved } from '../gate/promotion-gate.ts';
import { notNow } from '../gate/promotion-time.ts';
import { budgetOf } from '../hop/budget.ts';
import { environmentOf } from '../hop/environment-input.ts';
import { hopStep, isAct } from '../hop/hop-step.ts';
import type { WaitInput } from '../hop/step-input.ts';
import { runMigrations } from './run-migrations.ts';

/** Starts the migrations that were deferred, one after the other, and watches them to the end: the point of no return. */
export function migrate(opened: Project, input: WaitInput): Promise<CommandResult> {
  const environment = environmentOf(input, 'migrate');
  const budget = budgetOf(opened, input);
  return hopStep(opened, { ...input, command: 'migrate' }, environment, async (context) => {
    const situation = await context.situation();
    const decision = decideMigrate(environment, situation);
    if (!isAct(decision)) return decision;
    const later = environment === 'production' ? notNow(context, situation, 'migrate') : undefined;
    if (later !== undefined) return later;
    const unapproved = environment === 'production' ? await notApproved(context, 'finalize') : undefined;
    if (unapproved !== undefined) return unapproved;
    await context.record({ type: 'migrating' });
    const end = await runMigrations(context, situation, budget);
    if (end.kind !== 'complete') return end;
    const { starts, milliseconds } = end;
    await context.record({ type: 'migrated', milliseconds });
    const took = `in ${durationText(milliseconds)}`;
    const { to } = context.hop;
    if (starts > 0) {
      const headline = `Started the migrations of ${to} on ${environment}, and they are complete ${took}: only a restore goes back from here.`;
      return { kind: 'done', headline, details: [decision.because] };
    }
    // A run that was stopped may have started them: then the release did bring some.
    const wereStarted = [...startedBefore(situation, environment, false).counts.values()].some((count) => count > 0);
    const headline = wereStarted
      ? `The migrations of ${to} on ${environment} were started by an earlier run, and they are complete: only a restore goes back from here.`
      : `Nothing was to be started on ${environment}: ${decision.because}`;
    return { kind: 'done', headline };
  });
}
