import type { Project } from '../../config/project.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';

/** What follows a wait in its job, and what a runner takes to end it. */
const reserveMilliseconds = 15 * 60_000;

/**
 * How long something may be waited for before the step ends as waiting: what was asked for, or what is left of the job,
 * which would otherwise be ended from outside. Milliseconds.
 */
export function budgetOf(project: Project, { budget = project.configuration.budget }: InputsOf<'budget'>): number {
  return Math.min(budget, leftOfJob(project) ?? Number.POSITIVE_INFINITY);
}

/** Milliseconds; undefined where no job ends what takes long. */
export function leftOfJob({ effects, configuration }: Project): number | undefined {
  const { jobStartedAt, clock } = effects;
  if (jobStartedAt === undefined) return undefined;
  const end = jobStartedAt.getTime() + configuration['job-limit'] - reserveMilliseconds;
  return Math.max(0, end - clock.now().getTime());
}
