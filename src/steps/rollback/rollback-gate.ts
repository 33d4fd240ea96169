import type { Settled } from '../../core/decisions/decision.ts';
import type { WayBack } from '../../core/decisions/rollback.ts';
import { decideRollbackGate } from '../../core/decisions/rollback-gate.ts';
import { environmentOfGate, environmentOn } from '../../core/model/gate.ts';
import { environmentGate, passedEnvironment, recordOnce } from '../gate/gate-state.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';
import { warnOfWrongClock } from '../hop/right-clock.ts';

/**
 * Why the gate does not allow production to be rolled back yet; undefined if it does. If runs are confirmed by starting
 * them again, whoever started this one and named the hop has done so.
 */
export async function rollbackNotApproved(context: HopStepContext, way: WayBack['way']): Promise<Settled | undefined> {
  const { project, hop, input } = context;
  const { log } = project.effects;
  const setting = project.configuration.gates.production;
  if (project.run.kind === 'terminal' || setting === 'none') return undefined;
  if (setting === 'dispatch') {
    await recordOnce(context, { gate: 'dispatch, rollback', by: project.run.actor });
    return undefined;
  }
  const state = await environmentGate(context, environmentOn(environmentOfGate.production, project));
  warnOfWrongClock(project);
  const decision = decideRollbackGate(way, state, hop, input.confirm);
  if (!isAct(decision)) return decision;
  if (decision.unread === undefined) {
    const passed = passedEnvironment(state);
    if (passed.note !== undefined) log.warn(decision.because);
    await recordOnce(context, passed);
  } else {
    log.warn(decision.because);
    const note = `its protection was unknown: ${decision.unread}`;
    await recordOnce(context, { gate: state.environment, by: project.run.actor, note });
  }
  return undefined;
}
