import { type Hop, referenceTo } from '../hop/hop.ts';
import { hopSequence, type JobName, jobNames } from '../hop/sequence.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { planToDo } from './plan.ts';
import type { Project } from './project.ts';
import { report } from './report.ts';
import { type JobStage, sequenceStep } from './sequence-step.ts';

/** Where a climb is shown, and where a person is asked. */
export interface ClimbStage extends JobStage {
  /** The path, before anything is done. */
  showPlan(headline: string, text: string): void;
  /** Says what is at stake and asks. */
  approve(gate: Gate): Promise<Approval>;
}

export interface Gate {
  readonly hop: Hop;
  readonly job: 'promote' | 'finalize';
  /** What happens on yes. */
  readonly question: string;
}

export type Approval =
  | { readonly kind: 'approved'; readonly by: string }
  | { readonly kind: 'declined'; readonly next: string };

export interface ClimbOptions {
  /** The id of the last hop to climb. */
  readonly until?: string;
}

/**
 * The whole path in one process, by the same commands that the workflows run: with GitHub out of reach one goes on
 * here, on the same journal.
 */
export async function climb(
  project: Project,
  invocation: Invocation,
  stage: ClimbStage,
  options: ClimbOptions,
): Promise<CommandResult> {
  const { result, hops } = await planToDo(project, { ...invocation, operation: 'climb' });
  if (result.outcome !== 'passed') return result;
  stage.showPlan(result.headline, result.text);
  for (const hop of hops) {
    const stopped = await climbHop(project, invocation, stage, hop);
    if (stopped !== undefined) return stopped;
    if (hop.id === options.until) break;
  }
  return await report(project, { ...invocation, command: 'report' });
}

async function climbHop(
  project: Project,
  invocation: Invocation,
  stage: ClimbStage,
  hop: Hop,
): Promise<CommandResult | undefined> {
  const steps = hopSequence(project.traits);
  for (const job of jobNames) {
    const own = steps.filter((step) => step.job === job);
    if (own.length === 0) continue;
    const declined = await passGate(project, stage, hop, job);
    if (declined !== undefined) return declined;
    const end = await stage.runJob(
      jobTitle(hop, job),
      own.map((step) => sequenceStep(project, invocation, hop, step)),
    );
    if (end.kind === 'stopped') return end.result;
    // The check says that this hop is done: nothing of it is done again.
    if (job === 'read' && end.results.at(0)?.outcome === 'skipped') return undefined;
  }
  return undefined;
}

/** Undefined when the way is free: no gate, or approved. Who approved goes into the journal. */
async function passGate(
  project: Project,
  stage: ClimbStage,
  hop: Hop,
  job: JobName,
): Promise<CommandResult | undefined> {
  if (job !== 'promote' && job !== 'finalize') return undefined;
  const gate = job === 'promote' ? project.configuration.gates.production : project.configuration.gates.finalize;
  if (gate === 'none') return undefined;
  const question =
    job === 'promote'
      ? `Promote ${hop.title} to production? A restore point is taken first.`
      : `Start the migrations of ${hop.to} on production? After that only a restore goes back.`;
  const answer = await stage.approve({ hop, job, question });
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
    gate: `terminal, ${job}`,
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

function jobTitle(hop: Hop, job: JobName): string {
  return `Hop ${hop.index} of ${hop.count}, ${hop.title}: ${jobTitles[job]}`;
}
