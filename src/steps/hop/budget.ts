import type { Project } from '../../config/project.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { Invocation } from '../../core/model/invocation.ts';
import { parseDuration } from '../../core/settings/scalars.ts';

/** What follows a wait in its job, and what a runner takes to end it. */
const reserveMilliseconds = 15 * 60_000;

/**
 * How long something may be waited for before the step ends as waiting: what was asked for, or what is left of the job,
 * which would otherwise be ended from outside. Milliseconds.
 */
export function budgetOf(project: Project, invocation: Invocation): number {
  return Math.min(askedFor(project, invocation), leftOfJob(project) ?? Number.POSITIVE_INFINITY);
}

/** Milliseconds; undefined where no job ends what takes long. */
export function leftOfJob({ effects, configuration }: Project): number | undefined {
  const { jobStartedAt, clock } = effects;
  if (jobStartedAt === undefined) return undefined;
  const end = jobStartedAt.getTime() + configuration['job-limit'] - reserveMilliseconds;
  return Math.max(0, end - clock.now().getTime());
}

function askedFor({ configuration }: Project, { budget }: Invocation): number {
  if (budget === undefined) return configuration.budget;
  const milliseconds = parseDuration(budget);
  if (milliseconds !== undefined) return milliseconds;
  throw new UserError({
    happened: `The input "budget" is "${budget}", which is no duration.`,
    means: 'Nothing was done.',
    next: 'Write a whole number and s, m, h or d: 90s, 15m, 5h.',
  });
}
