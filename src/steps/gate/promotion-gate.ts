import { isSameAttempt } from '../../core/decisions/backup.ts';
import { refuse, type Settled } from '../../core/decisions/decision.ts';
import { decideGate, type GateState } from '../../core/decisions/gate.ts';
import { toApprove } from '../../core/decisions/question.ts';
import { isOf } from '../../core/history/entries.ts';
import { recordOf } from '../../core/history/record.ts';
import { confirmableOf } from '../../core/history/rehearsal.ts';
import type { Situation } from '../../core/history/situation.ts';
import type { EntryOf } from '../../core/model/event.ts';
import { environmentOfGate, environmentOn, type GateName, pathGate, terminalGate } from '../../core/model/gate.ts';
import { type HopStepContext, isAct } from '../hop/hop-step.ts';
import { wrongClock } from '../hop/right-clock.ts';
import { environmentGate, type PassedGate, passedEnvironment, pathApprovalGate, recordOnce } from './gate-state.ts';

/** Why the gate does not allow production to be changed yet; undefined if it does. */
export async function notApproved(
  context: HopStepContext,
  gate: GateName,
  situation: Situation,
): Promise<Settled | undefined> {
  const { project, hop } = context;
  if (project.run.kind === 'terminal') return await notApprovedInTerminal(context, gate, situation);
  const { state, passed } = await stateOf(context, gate);
  // GitHub has answered by now, and nothing was done yet.
  const wrong = wrongClock(project);
  if (wrong !== undefined) return wrong;
  const decision = decideGate(gate, state, hop);
  if (!isAct(decision)) return decision;
  if (passed?.note !== undefined) project.effects.log.warn(decision.because);
  if (passed !== undefined) await recordOnce(context, passed);
  return undefined;
}

/**
 * The gate is the person who types the command of one step. A climb asks before a job, and skips the question if nothing is
 * left to approve: a change since then, such as a server that stopped serving, must not lead to an act without asking.
 */
async function notApprovedInTerminal(
  { project, input, hop }: HopStepContext,
  gate: GateName,
  situation: Situation,
): Promise<Settled | undefined> {
  const isClimbed = typeof input.hop === 'object';
  if (!isClimbed || project.configuration.gates[gate] === 'none') return undefined;
  const needed = toApprove(gate === 'production' ? 'promote' : 'finalize', situation);
  if (needed.kind === 'nothing') return undefined;
  const { scope } = project.configuration.gates;
  const name = scope === 'path' ? pathGate('terminal') : terminalGate(gate);
  const isApproved = (await project.journal.read()).some(
    (entry) =>
      isOf(entry, 'approved') &&
      entry.event.gate === name &&
      entry.event.hop.id === hop.id &&
      entry.event.hop.digest === hop.digest &&
      entry.run.kind === 'terminal' &&
      isSameAttempt(entry.run, project.run),
  );
  if (isApproved) return undefined;
  return refuse(
    `Production has changed since this climb looked at it: ${
      gate === 'production' ? `${hop.to} would be deployed again` : `migrations of ${hop.to} would be started`
    }, and nobody was asked.`,
    'Nothing was changed.',
    'Run the same command again: it asks.',
  );
}

interface SeenGate {
  readonly state: GateState;
  /** What is recorded when it is open; undefined if there is no gate. */
  readonly passed: PassedGate | undefined;
}

async function stateOf(context: HopStepContext, gate: GateName): Promise<SeenGate> {
  const { project, input, hop } = context;
  const setting = project.configuration.gates[gate];
  switch (setting) {
    case 'none':
      return { state: { setting }, passed: undefined };
    case 'dispatch': {
      const { confirm } = input;
      const confirmable = confirmableOf(recordOf(await project.journal.read(), hop));
      return {
        state: {
          setting,
          ...(confirmable === undefined ? {} : { confirmable }),
          ...(confirm === undefined ? {} : { confirmation: confirm }),
        },
        passed: { gate: `dispatch, ${gate}`, by: project.run.actor },
      };
    }
    case 'environment': {
      if (project.configuration.gates.scope === 'path')
        return {
          state: await pathState(context, environmentOn(environmentOfGate.production, project)),
          passed: undefined,
        };
      const state = await environmentGate(context, environmentOn(environmentOfGate[gate], project));
      return { state, passed: passedEnvironment(state) };
    }
  }
}

async function pathState({ project, hop }: HopStepContext, environment: string): Promise<GateState> {
  const own = (await project.journal.read()).filter(
    (entry): entry is EntryOf<'approved'> =>
      isOf(entry, 'approved') &&
      entry.event.gate === pathGate(environment) &&
      entry.run.kind === project.run.kind &&
      isSameAttempt(entry.run, project.run),
  );
  const covers = own.some(({ event }) => event.hop.id === hop.id && event.hop.digest === hop.digest);
  return {
    setting: 'path',
    protection: await pathApprovalGate(project, environment),
    covers: own.length === 0 ? undefined : covers,
  };
}
