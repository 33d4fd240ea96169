import { githubApi } from '../github/api.ts';
import { readApproval } from '../github/gates.ts';
import type { Settled } from '../hop/decision.ts';
import { decideGate, type GateState } from '../hop/decisions/gate.ts';
import { type Approval, approvalFor, type GateName } from '../hop/gate.ts';
import { gateReader } from './gate-reader.ts';
import { type HopStepContext, isAct } from './hop-step.ts';

/** The GitHub environment that each gate is; the jobs of hop.yml are bound to them. */
const environmentOf: Readonly<Record<GateName, string>> = {
  production: 'production',
  finalize: 'production-finalize',
};

/**
 * Why production may not be changed as far as the gate goes; undefined when it may. At a terminal the person who typed
 * the command, or answered `climb`, is the gate.
 */
export async function notApproved(context: HopStepContext, gate: GateName): Promise<Settled | undefined> {
  const { project, hop } = context;
  const setting = project.configuration.gates[gate];
  const read = gateReader(project);
  if (setting === 'none' || read === undefined) return undefined;
  const environment = environmentOf[gate];
  const approval = await approvalOf(context, environment);
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  const state: GateState = {
    setting,
    environment,
    reading: await read(environment),
    ...(approval === undefined ? {} : { approval }),
    settingsUrl: `${server ?? 'https://github.com'}/${repository ?? ''}/settings/environments`,
  };
  const decision = decideGate(gate, state, hop);
  if (!isAct(decision)) return decision;
  if (approval !== undefined) {
    const { id, from, to, digest } = hop;
    const reference = { id, from, to, digest };
    const comment = approval.comment === '' ? {} : { comment: approval.comment };
    await project.journal.append({ type: 'approved', hop: reference, gate: environment, by: approval.by, ...comment });
  }
  return undefined;
}

/** Who approved this run; undefined where GitHub lists nobody, or cannot be asked: the protection is what counts. */
async function approvalOf({ project }: HopStepContext, environment: string): Promise<Approval | undefined> {
  const { run, effects } = project;
  const [owner, repo] = (effects.environment.GITHUB_REPOSITORY ?? '').split('/');
  if (effects.journalCredential === undefined || !owner || !repo) return undefined;
  const api = await githubApi(effects.journalCredential.token, effects.environment);
  const { clock, signal } = effects;
  const reading = await readApproval(api, { owner, repo, runId: run.id }, { clock, signal });
  if (reading.kind === 'known') return approvalFor(reading.approvals, environment);
  effects.log.warn(`Who approved this run is not recorded: ${reading.reason}.`);
  return undefined;
}
