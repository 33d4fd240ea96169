import { UserError } from '../../core/messages/errors.ts';
import type { RunIdentity } from '../../core/model/event.ts';

/** Who this run is, for the journal. https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function runIdentity(environment: Readonly<Record<string, string | undefined>>): RunIdentity {
  const id = environment.GITHUB_RUN_ID;
  if (id === undefined || id === '') {
    throw new UserError({
      happened: 'GITHUB_RUN_ID is not set: this is not a job of GitHub Actions.',
      means: 'Nothing was done.',
      next: 'In a terminal, use "npx staged-upgrade" instead of the action.',
    });
  }
  const attempt = Number(environment.GITHUB_RUN_ATTEMPT || '1');
  if (!Number.isInteger(attempt) || attempt < 1) {
    throw new UserError({
      happened: `GITHUB_RUN_ATTEMPT is "${environment.GITHUB_RUN_ATTEMPT}", which is not a whole number of at least 1.`,
      means: 'The journal could not show which attempt did what. Nothing was done.',
      next: 'Leave this variable to the runner.',
    });
  }
  const server = environment.GITHUB_SERVER_URL;
  const repository = environment.GITHUB_REPOSITORY;
  const url =
    server && repository
      ? `${server}/${repository}/actions/runs/${id}${attempt === 1 ? '' : `/attempts/${attempt}`}`
      : undefined;
  return {
    kind: 'github',
    id,
    attempt,
    // Who started this attempt; the actor is who started the first one.
    actor: environment.GITHUB_TRIGGERING_ACTOR || environment.GITHUB_ACTOR || 'unknown',
    ...(url === undefined ? {} : { url }),
  };
}
