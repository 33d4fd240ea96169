import { parseDuration } from '../config/scalars.ts';
import { UserError } from '../errors.ts';
import type { Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/** How long something may be waited for before the step ends as waiting. Milliseconds. */
export function budgetOf(project: Project, { budget }: Invocation): number {
  if (budget === undefined) return project.configuration.budget;
  const milliseconds = parseDuration(budget);
  if (milliseconds !== undefined) return milliseconds;
  throw new UserError({
    happened: `The input "budget" is "${budget}", which is no duration.`,
    means: 'Nothing was done.',
    next: 'Write a whole number and s, m, h or d: 90s, 15m, 5h.',
  });
}
