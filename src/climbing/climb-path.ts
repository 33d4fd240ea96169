import type { Project } from '../config/project.ts';
import { toApprove } from '../core/decisions/question.ts';
import { stepTitle } from '../core/decisions/step-title.ts';
import type { Situation } from '../core/history/situation.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { dayTime } from '../core/messages/moments.ts';
import { countText } from '../core/messages/quantities.ts';
import { terminalGate } from '../core/model/gate.ts';
import { type Hop, referenceTo } from '../core/model/hop.ts';
import { hopSequence, type JobName, jobNames } from '../core/model/sequence.ts';
import { planToDo } from '../planning/plan-to-do.ts';
import { type Stop, stopOf } from '../planning/until.ts';
import { stakeOf } from '../report/gate-question.ts';
import { productionNow } from '../steps/environment/production-now.ts';
import { wholePathNotApproved } from '../steps/gate/approve-in-terminal.ts';
import { allContentDigests } from '../steps/hop/hop-contents.ts';
import { report } from '../steps/report/report.ts';
import { type SequenceInput, sequenceStep } from '../steps/sequence-step.ts';
import type { ClimbStage } from '../steps/stage/climb-stage.ts';
import type { StageStep } from '../steps/stage/job-stage.ts';
import { refuseUnsetVariables } from './unset-variables.ts';

type ClimbInput = InputsOf<
  'config' | 'target' | 'current' | 'acknowledge' | 'facts' | 'parts' | 'budget' | 'retry' | 'output' | 'until'
>;

/**
 * The whole path in one process, through the same steps that the workflows run.
 * @param input with `until`, the last hop to climb: its id, or the release that it leads to
 */
export async function climbPath(project: Project, input: ClimbInput, stage: ClimbStage): Promise<CommandResult> {
  const { until, ...given } = input;
  const entries = await project.journal.read();
  let stop: Stop = { kind: 'at-the-end' };
  const { result, hops } = await planToDo(project, { ...given, operation: 'climb' }, (planned) => {
    stop = stopOf(until, planned, entries);
  });
  if (result.outcome !== 'passed') return result;
  return await climbTo(stop, { project, input: given, stage, hops, planned: result });
}

interface Climbing {
  readonly project: Project;
  readonly input: SequenceInput;
  readonly stage: ClimbStage;
  readonly hops: readonly Hop[];
  readonly planned: CommandResult;
}

async function climbTo(stop: Stop, { project, input, stage, hops, planned }: Climbing): Promise<CommandResult> {
  if (stop.kind === 'reached') return stoppedAt(stop.release, hops, await reportNow(project, input));
  stage.showPlan(planned.headline, planned.text);
  if (project.configuration.gates.scope === 'path') {
    const declined = await wholePathNotApproved(project, stage, hopsUpTo(stop, hops));
    if (declined !== undefined) return declined;
  }
  for (const [index, hop] of hops.entries()) {
    const stopped = await climbHop(project, input, stage, hop);
    if (stopped !== undefined) return stopped;
    const left = hops.slice(index + 1);
    if (stop.kind === 'after' && hop.id === stop.hop.id && left.length > 0)
      return stoppedAt(hop.to, left, await reportNow(project, input));
  }
  return { ...(await reportNow(project, input)), reached: 'end' };
}

function hopsUpTo(stop: Stop, hops: readonly Hop[]): readonly Hop[] {
  if (stop.kind !== 'after') return hops;
  const last = hops.findIndex((hop) => hop.id === stop.hop.id);
  return last === -1 ? hops : hops.slice(0, last + 1);
}

function reportNow(project: Project, input: SequenceInput): Promise<CommandResult> {
  return report(project, input);
}

/** What was requested is done, so this has passed, although the path is longer. */
function stoppedAt(release: string, left: readonly Hop[], reported: CommandResult): CommandResult {
  const { message: _, ...rest } = reported;
  const remaining = `${countText(left.length, 'hop')} to ${left.at(-1)?.to} ${left.length === 1 ? 'is' : 'are'} left`;
  const headline = `Production is on ${release}, where --until stops; ${remaining}. The same command without --until continues the climb.`;
  return { ...rest, outcome: 'passed', headline, reached: 'stop' };
}

async function climbHop(
  project: Project,
  input: SequenceInput,
  stage: ClimbStage,
  hop: Hop,
): Promise<CommandResult | undefined> {
  const steps = hopSequence(project.traits);
  for (const job of jobNames) {
    const own = steps.filter((step) => step.job === job);
    if (own.length === 0) continue;
    const situation = await productionNow(project, hop);
    const isKept = situation.rehearsal.kind === 'passed';
    if (job === 'read')
      refuseUnsetVariables(
        project,
        jobNames.filter((each) => each !== 'rehearse' || !isKept),
      );
    const declined = await passGate(project, stage, job, situation);
    if (declined !== undefined) return declined;
    const end = await stage.runJob(
      { hop, job: jobTitles[job] },
      job === 'rehearse' && situation.rehearsal.kind === 'passed'
        ? [keptRehearsal(situation.rehearsal.at)]
        : own.map((step) => sequenceStep(project, input, hop, { ...step, title: stepTitle(step, situation) })),
    );
    if (end.kind === 'stopped') return end.result;
    // The check says that this hop is done: nothing of it is repeated.
    if (job === 'read' && end.results.at(0)?.outcome === 'skipped') return undefined;
  }
  return undefined;
}

/** Replaces a dozen steps that would all report the same. The promotion checks itself that there is a rehearsal that counts. */
function keptRehearsal(at: string): StageStep {
  const headline = `Nothing to do: the rehearsal of this hop passed on ${dayTime(at)}.`;
  const result: CommandResult = { outcome: 'skipped', headline, outputs: {}, summary: '', text: '' };
  return { title: 'Keep the rehearsal', run: async () => result };
}

/** Undefined if the climb may go on: no gate, nothing to approve, or approved. Who approved goes into the journal. */
async function passGate(
  project: Project,
  stage: ClimbStage,
  job: JobName,
  situation: Situation,
): Promise<CommandResult | undefined> {
  if (job !== 'promote' && job !== 'finalize') return undefined;
  const gate = job === 'promote' ? project.configuration.gates.production : project.configuration.gates.finalize;
  if (gate === 'none' || project.configuration.gates.scope === 'path') return undefined;
  const asked = toApprove(job, situation);
  if (asked.kind === 'nothing') return undefined;
  const { hop } = situation;
  project.effects.signal.throwIfAborted();
  const { facts, question } = stakeOf(asked, situation, allContentDigests(project));
  const answer = await stage.approve({ hop, hops: [hop], job, facts, question });
  if (answer.kind === 'declined') {
    const message = {
      happened: `${job === 'promote' ? 'The promotion' : 'Starting the migrations'} of hop ${hop.id} was not approved.`,
      means: 'Nothing was changed on production by it.',
      next: answer.next,
    };
    return { outcome: 'waiting', headline: message.happened, message, outputs: {}, summary: '', text: '' };
  }
  await project.journal.append({
    type: 'approved',
    hop: referenceTo(hop),
    gate: terminalGate(job === 'promote' ? 'production' : 'finalize'),
    by: answer.by,
  });
  return undefined;
}

const jobTitles: Readonly<Record<JobName, string>> = {
  read: 'Read production',
  rehearse: 'Rehearse on staging',
  promote: 'Promote to production',
  finalize: 'Finalize on production',
};
