import { decideRollback } from '../hop/decisions/rollback.ts';
import { durationText } from '../report/quantities.ts';
import { deployRelease } from './deploy-release.ts';
import { hopStep, isAct } from './hop-step.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/** Deploys `from` again, inside the rollback window. On staging this rehearses what production may need. */
export function rollback(opened: Project, invocation: Invocation): Promise<CommandResult> {
  const environment = invocation.environment ?? 'production';
  return hopStep(opened, invocation, environment, async (context) => {
    const situation = await context.situation();
    const decision = decideRollback(environment, situation);
    if (!isAct(decision)) return decision;
    const { from, to } = context.hop;
    await context.record({ type: 'rolling-back', to: from });
    const end = await deployRelease(context, { version: from, before: situation.observation });
    if (end.kind === 'settled') return end.settled;
    await context.record({ type: 'rolled-back', to: from, milliseconds: end.milliseconds });
    return {
      kind: 'done',
      headline: `Went back from ${to} to ${from} on ${environment} in ${durationText(end.milliseconds)}; nothing was restored.`,
      details: [decision.because],
    };
  });
}
