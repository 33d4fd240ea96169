import { decideMigrate } from '../../core/decisions/migrate.ts';
import { startedBefore } from '../../core/decisions/migration-run.ts';
import { durationText } from '../../core/messages/quantities.ts';
import { did, nothingElse, step } from '../frame/step.ts';
import { budgetOf } from '../hop/budget.ts';
import { environmentOf } from '../hop/environment-input.ts';
import type { WaitInput } from '../hop/step-input.ts';
import { runMigrations } from './run-migrations.ts';

/** Starts the migrations that were deferred, one after the other, and watches them to the end: the point of no return. */
export const migrate = step({
  command: 'migrate',
  needs: {},
  mindsRetry: true,
  open: (input: WaitInput, project) => ({
    environment: environmentOf(input, 'migrate'),
    budget: budgetOf(project, input),
  }),
  gather: nothingElse,
  decide: ({ opened, situation }) => decideMigrate(opened.environment, situation),
  permit: ({ environment }) => (environment === 'production' ? { act: 'migrate', gate: 'finalize' } : undefined),
  act: async (context, { because }, { opened, situation }) => {
    await context.record({ type: 'migrating' });
    const end = await runMigrations(context, situation, opened.budget);
    return end.kind === 'complete' ? did({ ...end, because, to: context.hop.to }) : end;
  },
  record: ({ milliseconds }) => ({ type: 'migrated', milliseconds }),
  report: ({ starts, milliseconds, because, to }, { opened: { environment }, situation }) => {
    if (starts > 0) {
      const took = `in ${durationText(milliseconds)}`;
      const headline = `Started the migrations of ${to} on ${environment}, and they are complete ${took}: only a restore goes back from here.`;
      return { headline, details: [because] };
    }
    // An interrupted run may have started them: then the release did have some.
    const wereStarted = [...startedBefore(situation, environment, false).counts.values()].some((count) => count > 0);
    return {
      headline: wereStarted
        ? `The migrations of ${to} on ${environment} were started by an earlier run, and they are complete: only a restore goes back from here.`
        : `There was nothing to start on ${environment}: ${because}`,
    };
  },
});
