import { githubApi } from '../github/api.ts';
import { readApproval } from '../github/gates.ts';
import type { Settled } from '../hop/decision.ts';
import { isSameAttempt } from '../hop/decisions/backup.ts';
import { type Approved, decideGate, type GateState } from '../hop/decisions/gate.ts';
import { approvalFor, environmentOfGate, type GateName } from '../hop/gate.ts';
import { referenceTo } from '../hop/hop.ts';
import { isOf } from '../journal/history.ts';
import { readEnvironment } from './gate-reader.ts';
import { type HopStepContext, isAct } from './hop-step.ts';

/**
 * Why production may not be changed as far as the gate goes; undefined when it may. At a terminal the person who typed
 * the command, or answered `climb`, is the gate.
 */
export async function notApproved(context: HopStepContext, gate: GateName): Promise<Settled | undefined> {
  const { project, hop } = context;
  if (project.run.kind === 'terminal') return undefined;
  const { state, approval } = await stateOf(context, gate);
  const decision = decideGate(gate, state, hop);
  if (!isAct(decision)) return decision;
  if (approval !== undefined) await recordOnce(context, approval);
  return undefined;
}

interface ApprovalToRecord {
  /** As the journal has it: the name of a GitHub environment, or `dispatch, production`. */
  readonly gate: string;
  readonly by: string;
  readonly comment: string;
}

interface GateStanding {
  readonly state: GateState;
  /** Who would have let it through; undefined where nobody did, or GitHub does not say who. */
  readonly approval: ApprovalToRecord | undefined;
}

async function stateOf(context: HopStepContext, gate: GateName): Promise<GateStanding> {
  const { project, invocation } = context;
  const setting = project.configuration.gates[gate];
  switch (setting) {
    case 'none':
      return { state: { setting }, approval: undefined };
    case 'dispatch': {
      const { confirm } = invocation;
      return {
        state: { setting, ...(confirm === undefined ? {} : { confirmation: confirm }) },
        approval: { gate: `dispatch, ${gate}`, by: project.run.actor, comment: '' },
      };
    }
    case 'environment':
      return await environmentState(context, environmentOfGate[gate]);
  }
}

async function environmentState(context: HopStepContext, environment: string): Promise<GateStanding> {
  const { project } = context;
  const approved = await approvedIn(context, environment);
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  const state: GateState = {
    setting: 'environment',
    environment,
    reading: await readEnvironment(project, environment),
    approved,
    settingsUrl: `${server ?? 'https://github.com'}/${repository ?? ''}/settings/environments`,
  };
  if (approved.kind !== 'by') return { state, approval: undefined };
  const { by, comment } = approved.approval;
  return { state, approval: { gate: environment, by, comment } };
}

/** Each step of a job asks anew; that it was approved is said once. */
async function recordOnce({ project, hop }: HopStepContext, { gate, by, comment }: ApprovalToRecord): Promise<void> {
  const entries = await project.journal.read();
  const isRecorded = entries.some(
    (entry) =>
      isOf(entry, 'approved') &&
      entry.event.gate === gate &&
      entry.event.hop.digest === hop.digest &&
      isSameAttempt(entry.run, project.run),
  );
  if (isRecorded) return;
  const said = comment === '' ? {} : { comment };
  await project.journal.append({ type: 'approved', hop: referenceTo(hop), gate, by, ...said });
}

async function approvedIn({ project }: HopStepContext, environment: string): Promise<Approved> {
  const { run, effects } = project;
  const [owner, repo] = (effects.environment.GITHUB_REPOSITORY ?? '').split('/');
  if (effects.journalCredential === undefined || !owner || !repo) return { kind: 'not-told' };
  const api = await githubApi(effects.journalCredential.token, effects.environment, effects.githubFetch);
  const { clock, signal } = effects;
  const reading = await readApproval(api, { owner, repo, runId: run.id }, { clock, signal });
  if (reading.kind === 'cannot-tell') {
    effects.log.warn(`Who approved this run is not recorded: ${reading.reason}.`);
    return { kind: 'not-told' };
  }
  const approval = approvalFor(reading.approvals, environment);
  return approval === undefined ? { kind: 'nobody' } : { kind: 'by', approval };
}
