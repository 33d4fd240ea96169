import type { Hop } from '../hop/hop.ts';
import { hopSequence } from '../hop/sequence.ts';
import { latest } from '../journal/history.ts';
import { durationText } from '../report/quantities.ts';
import { carryOver } from './carry-over.ts';
import { type ClimbStage, type ClimbStep, climbStep } from './climb.ts';
import { readHop } from './hop-input.ts';
import type { CommandResult, Invocation } from './invocation.ts';
import { planResult } from './plan.ts';
import { planHops } from './plan-path.ts';
import type { Project } from './project.ts';
import { report } from './report.ts';

/**
 * Climbs the whole planned path on staging, from one restore, before production is touched: nobody wants to learn in
 * hop 4 that it fails with production already on hop 3. Each hop's rehearsal counts for its digest.
 */
async function rehearsePlanned(project: Project, invocation: Invocation, stage: ClimbStage): Promise<CommandResult> {
  const entries = await project.journal.read();
  const planned = latest(entries, 'planned')?.event.hops ?? [];
  const hops = planned.map((hop) => readHop(hop.id, entries, project));
  const started = project.effects.clock.now().getTime();
  for (const [index, hop] of hops.entries()) {
    const before = hops[index - 1];
    const end = await stage.runJob(
      `Hop ${hop.index} of ${hop.count}, ${hop.title}: rehearse on staging`,
      rehearsalSteps(project, invocation, hop, before),
    );
    if (end.kind === 'stopped') return end.result;
  }
  const took = durationText(project.effects.clock.now().getTime() - started);
  const summary = (await report(project, { ...invocation, command: 'report' })).summary;
  const headline = `Rehearsed the whole path on staging, ${hops.length} hops in ${took}; production was not touched.`;
  return { outcome: 'passed', headline, outputs: { count: String(hops.length) }, summary, text: '' };
}

/** The same in one go for a terminal: plans, checks production, backs it up, and rehearses. */
export async function rehearsePath(
  project: Project,
  invocation: Invocation,
  stage: ClimbStage,
): Promise<CommandResult> {
  const planned = await planHops(project, invocation);
  const result = await planResult(project, planned);
  const [first] = planned.hops;
  if (result.outcome !== 'passed' || first === undefined) return result;
  stage.showPlan(result.headline, result.text);
  const read = hopSequence(project.traits).filter((step) => step.job === 'read');
  const end = await stage.runJob(
    'Read production',
    read.map((step) => climbStep(project, invocation, first, step)),
  );
  return end.kind === 'stopped' ? end.result : await rehearsePlanned(project, invocation, stage);
}

function rehearsalSteps(project: Project, invocation: Invocation, hop: Hop, before: Hop | undefined): ClimbStep[] {
  const steps = hopSequence(project.traits).filter((step) => step.job === 'rehearse');
  return steps.map((step) => {
    if (before === undefined || step.command !== 'restore') return climbStep(project, invocation, hop, step);
    return {
      title: `Go on from ${hop.from}, where the hop before has ended`,
      run: (log) =>
        carryOver(
          { ...project, effects: { ...project.effects, log } },
          { ...invocation, command: 'restore', environment: 'staging', hop: JSON.stringify(hop) },
          before,
        ),
    };
  });
}
