import { systemClock } from './clock.ts';
import { invoke } from './commands/invoke.ts';
import { stopOnSignals } from './commands/stop.ts';
import { jobStart } from './github/job-start.ts';
import { runAction } from './github/run-action.ts';
import { currentRunner } from './github/runner.ts';
import { httpFetch } from './http.ts';
import { systemProcesses } from './process.ts';
import { systemWitness } from './witness.ts';

/** A connection that a library keeps open must not hold the step back. */
const patienceMilliseconds = 3000;

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
  invoke,
});
setTimeout(() => process.exit(), patienceMilliseconds).unref();
