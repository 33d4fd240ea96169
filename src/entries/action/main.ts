import { systemClock } from '../../world/clock.ts';
import { httpFetch } from '../../world/http.ts';
import { systemProcesses } from '../../world/processes/process.ts';
import { stopOnSignals } from '../../world/processes/stop.ts';
import { systemWitness } from '../../world/processes/witness.ts';
import { invokeInWorkflow } from '../commands.ts';
import { jobStart } from './job-start.ts';
import { runAction } from './run-action.ts';
import { currentRunner } from './runner.ts';

/** A connection that a library keeps open must not delay the end of the step. */
const retryMilliseconds = 3000;

const jobStartedAt = await jobStart(process.env);

process.exitCode = await runAction({
  environment: process.env,
  directory: process.cwd(),
  runner: currentRunner,
  clock: systemClock,
  processes: systemProcesses,
  witness: systemWitness(process.env),
  fetch: httpFetch(process.env),
  ...(jobStartedAt === undefined ? {} : { jobStartedAt }),
  stop: stopOnSignals(process),
  invoke: invokeInWorkflow,
});
setTimeout(() => process.exit(), retryMilliseconds).unref();
