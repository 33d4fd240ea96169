import type { Project } from '../../config/project.ts';
import type { InputsOf } from '../../core/interface/inputs.ts';

/** What follows a wait in its job, and what a runner takes to end it. */
const reserveMilliseconds = 15 * 60_000;

/**
 * How long a step may wait before it ends as waiting: the requested time, or the time left to the job, which would
 * otherwise be ended from outside. Milliseconds.
 */
export function budgetOf(project: Project, { budget = project.configuration.budget }: InputsOf<'budget'>): number {
  return Math.min(budget, leftOfJob(project) ?? Number.POSITIVE_INFINITY);
}

/** Milliseconds; undefined if no job has a time limit. */
export function leftOfJob({ effects, configuration }: Project): number | undefined {
  const { jobStartedAt, clock } = effects;
  if (jobStartedAt === undefined) return undefined;
  const end = jobStartedAt.getTime() + configuration['job-limit'] - reserveMilliseconds;
  return Math.max(0, end - clock.now().getTime());
}
