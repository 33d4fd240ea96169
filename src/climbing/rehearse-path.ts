import { stagingOf } from '../config/environment-settings.ts';
import type { Project } from '../config/project.ts';
import { fillIn } from '../core/decisions/checklists.ts';
import { rehearsalStepTitle } from '../core/decisions/step-title.ts';
import { isOf, latest } from '../core/history/entries.ts';
import { pathRehearsalOf } from '../core/history/path-rehearsal.ts';
import { recordOf } from '../core/history/record.ts';
import { rehearsalOf } from '../core/history/rehearsal.ts';
import { situationOf } from '../core/history/situation.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { UserError } from '../core/messages/errors.ts';
import { countText, durationText } from '../core/messages/quantities.ts';
import type { HopReference } from '../core/model/event.ts';
import { type Hop, referenceTo } from '../core/model/hop.ts';
import { hopsOf } from '../core/model/planned-hop.ts';
import { hopSequence } from '../core/model/sequence.ts';
import { planToDo } from '../planning/plan-to-do.ts';
import { hopReport } from '../report/hop-report.ts';
import { carryOver } from '../steps/carry-over.ts';
import { openLiveSystem } from '../steps/environment/live-system.ts';
import { budgetOf } from '../steps/hop/budget.ts';
import { allContentDigests } from '../steps/hop/hop-contents.ts';
import { asPlanned } from '../steps/hop/hop-input.ts';
import { newRunOf, withNewRun } from '../steps/hop/new-run.ts';
import { sequenceStep } from '../steps/sequence-step.ts';
import type { JobStage, StageStep } from '../steps/stage/job-stage.ts';
import { logStage } from '../steps/stage/log-stage.ts';
import { refuseUnsetVariables } from './unset-variables.ts';

type RehearseInput = InputsOf<'config' | 'target' | 'current' | 'acknowledge' | 'facts' | 'parts' | 'budget'>;

/**
 * Climbs the most recently planned path on staging, from one restore, before production is touched: nobody wants to
 * learn in hop 4 that it fails with production already on hop 3. Each hop's rehearsal counts for its digest. In a
 * workflow, the job that has access to production has taken the backup before; this one only has access to staging, and ends
 * as waiting when its budget is used up.
 */
export function rehearseInJob(project: Project, input: RehearseInput): Promise<CommandResult> {
  return rehearsePlanned(project, input, {
    stage: logStage(project.effects.log),
    budgetMilliseconds: budgetOf(project, input),
  });
}

/** The same in one command for a terminal: plans, checks production, backs it up, and rehearses for as long as it takes. */
export async function rehearsePath(
  project: Project,
  input: RehearseInput,
  stage: RehearsalStage,
): Promise<CommandResult> {
  stagingOf(project.configuration);
  const { result, hops } = await planToDo(project, { ...input, operation: 'rehearse' });
  const [first] = hops;
  if (result.outcome !== 'passed' || first === undefined) return result;
  refuseUnsetVariables(project, ['read', 'rehearse']);
  stage.showPlan(result.headline, result.text);
  const read = hopSequence(project.traits).filter((step) => step.job === 'read');
  const end = await stage.runJob(
    { job: 'Read production' },
    read.map((step) => sequenceStep(project, input, first, step)),
  );
  return end.kind === 'stopped' ? end.result : await rehearsePlanned(project, input, { stage });
}

export interface RehearsalStage extends JobStage {
  showPlan(headline: string, text: string): void;
}

interface Rehearsing {
  readonly stage: JobStage;
  /** For all hops together; undefined if there is no time limit. */
  readonly budgetMilliseconds?: number;
}

async function rehearsePlanned(
  project: Project,
  input: RehearseInput,
  { stage, budgetMilliseconds }: Rehearsing,
): Promise<CommandResult> {
  const { clock } = project.effects;
  stagingOf(project.configuration);
  const hops = await plannedHops(project);
  const refused = await beginAnewIfNeeded(project, hops);
  if (refused !== undefined) return refused;
  const countBefore = (await project.journal.read()).filter((entry) => isOf(entry, 'rehearsed')).length;
  const started = clock.now().getTime();
  for (const [index, hop] of hops.entries()) {
    const left = budgetMilliseconds === undefined ? undefined : started + budgetMilliseconds - clock.now().getTime();
    if (left !== undefined && left < 1000) {
      const newRun = newRunOf(project, {
        command: 'rehearse',
        input,
        entries: await project.journal.read(),
        hop: hop.id,
      });
      return budgetEnded(hop, hops, durationText(clock.now().getTime() - started), newRun);
    }
    const budget = left === undefined ? {} : { budget: Math.floor(left / 1000) * 1000 };
    const end = await stage.runJob(
      { hop, job: 'Rehearse on staging' },
      await rehearsalSteps(project, { ...input, ...budget }, hop, hops[index - 1]),
    );
    if (end.kind === 'stopped') return end.result;
  }
  const entries = await project.journal.read();
  const took = durationText(clock.now().getTime() - started);
  const wasRehearsedNow = entries.filter((entry) => isOf(entry, 'rehearsed')).length > countBefore;
  const headline = wasRehearsedNow
    ? `Rehearsed the whole path on staging, ${countText(hops.length, 'hop')} in ${took}; production was not touched.`
    : `The whole path, ${countText(hops.length, 'hop')}, had already been rehearsed on staging, and that still counts; production was not touched.`;
  const terms = {
    traits: project.traits,
    now: clock.now(),
    observation: await openLiveSystem(project, 'staging', entries).observe(project.effects.signal),
    entries,
    rehearsalMaxAge: project.configuration.rehearsal['max-age'],
  };
  const reports = hops.map((hop) => {
    const situation = situationOf({ ...terms, hop });
    return hopReport({
      situation,
      gates: project.configuration.gates,
      contents: allContentDigests(project),
      checklists: fillIn(project.product.checklists, situation, entries),
    });
  });
  const summary = [`**${headline}**\n`, ...reports].join('\n');
  return { outcome: 'passed', headline, outputs: { count: hops.length }, summary, text: '', reached: 'end' };
}

async function plannedHops(project: Project): Promise<readonly Hop[]> {
  const entries = await project.journal.read();
  const planned = latest(entries, 'planned');
  if (planned === undefined) {
    throw new UserError({
      happened: 'No path was planned yet.',
      means: 'There is nothing to rehearse. Nothing was done.',
      next: 'Run "plan" first; in a terminal, "rehearse" does so itself.',
    });
  }
  // Looked up like any hop that a step is given: if the configuration has changed since the plan, nothing is done.
  return hopsOf(planned.event).map((hop) => asPlanned(hop, entries, project));
}

/** Resolves with the final result if the path may not be started again. */
async function beginAnewIfNeeded(project: Project, hops: readonly Hop[]): Promise<CommandResult | undefined> {
  const { journal, effects, configuration } = project;
  const entries = await journal.read();
  const staging = await openLiveSystem(project, 'staging', entries).observe(effects.signal);
  const rehearsal = pathRehearsalOf(entries, hops, staging, {
    now: effects.clock.now(),
    rehearsalMaxAge: configuration.rehearsal['max-age'],
    traits: project.traits,
  });
  if (rehearsal.kind === 'started') return startedOnProduction(rehearsal.hop);
  if (rehearsal.kind !== 'anew') return undefined;
  for (const passed of rehearsal.passed) {
    const hop = referenceTo(passed);
    await journal.append({ type: 'rehearsal-voided', hop, environment: 'staging', because: rehearsal.because });
  }
  const ids = rehearsal.passed.map(({ id }) => id).join(', ');
  effects.log.info(`Rehearsed again: ${ids}, because ${rehearsal.because}.`);
  return undefined;
}

function startedOnProduction({ id }: HopReference): CommandResult {
  const message = {
    happened: `Hop ${id} would be rehearsed again, to bring staging to where the next hop starts, but it was started on production.`,
    means: 'Finishing it relies on the rehearsal it has, so that is kept. Staging was not touched.',
    next: 'Finish that hop first: climb. Then start the rehearsal again: it plans from what production then runs.',
  };
  return { outcome: 'refused', headline: message.happened, message, outputs: {}, summary: '', text: '' };
}

function budgetEnded(next: Hop, hops: readonly Hop[], took: string, newRun: string): CommandResult {
  const said = {
    happened: `After ${took}, ${next.index - 1} of ${countText(hops.length, 'hop')} are rehearsed.`,
    means: 'Nothing failed; staging stays as it is for the next one.',
    next: 'Start the rehearsal again: it continues from here.',
  };
  const message = withNewRun(said, newRun);
  return { outcome: 'waiting', headline: message.happened, message, outputs: {}, summary: '', text: '' };
}

async function rehearsalSteps(
  project: Project,
  input: RehearseInput,
  hop: Hop,
  before: Hop | undefined,
): Promise<readonly StageStep[]> {
  const entries = await project.journal.read();
  const rehearsal = rehearsalOf(entries, recordOf(entries, hop), project.traits);
  const steps = hopSequence(project.traits).filter((step) => step.job === 'rehearse');
  return steps.map((step) => {
    // Without data nothing can be carried over: staging is checked each time.
    if (before === undefined || step.command !== 'restore' || project.traits.dataless)
      return sequenceStep(project, input, hop, { ...step, title: rehearsalStepTitle(step, rehearsal) });
    return {
      title: `Go on from ${hop.from}, where the previous hop ended`,
      run: (log) =>
        carryOver.run(
          { ...project, effects: { ...project.effects, log } },
          { ...input, environment: 'staging', hop, before },
        ),
    };
  });
}
