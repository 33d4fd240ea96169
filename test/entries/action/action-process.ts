import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';
import { type Invoke, runAction } from '../../../src/entries/action/run-action.ts';
import { currentRunner } from '../../../src/entries/action/runner.ts';
import { systemClock } from '../../../src/world/clock.ts';
import { childEnvironment } from '../../../src/world/processes/child-environment.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { stopOnSignals } from '../../../src/world/processes/stop.ts';

/** The action as a process, with a command that does what the variable BEHAVIOUR says. */
const message = { happened: 'It happened.', means: 'It means this.', next: 'Do that.' };

const invoke: Invoke = async (command, _, { effects, run }) => {
  switch (process.env.BEHAVIOUR) {
    case 'user-error':
      throw new UserError(message);
    case 'system-failure':
      throw new SystemFailure(message);
    case 'defect':
      throw new Error('unexpected');
    case 'sleep':
      effects.log.info('asleep');
      await effects.clock.sleep(60_000, effects.signal);
      throw new Error('never reached');
    case 'secret': {
      const value = effects.variables.fill('${DATABASE_URL}', 'test');
      return {
        outcome: 'failed',
        headline: value,
        message: { ...message, happened: value },
        outputs: { current: value },
        summary: value,
        text: '',
      };
    }
    case 'inherit':
      await effects.log.group('Deploy', async () => {
        const ended = await effects.processes.run({ argv: ['env'], environment: childEnvironment(effects) });
        for (const line of ended.stdout.split('\n').filter((each) => each.startsWith('INPUT_')))
          effects.log.output(line);
        effects.log.output('::error::not a command');
      });
      return { outcome: 'passed', headline: `run ${run.id} of ${run.actor}`, outputs: {}, summary: '', text: '' };
    default:
      return {
        outcome: process.env.BEHAVIOUR === 'waiting' ? 'waiting' : 'passed',
        headline: `Did ${command}.`,
        ...(process.env.BEHAVIOUR === 'waiting' ? { message } : {}),
        outputs: { count: 2 },
        summary: '## Done\n',
        text: '',
      };
  }
};

process.exitCode = await runAction({
  environment: process.env,
  directory: process.cwd(),
  runner: currentRunner,
  clock: systemClock,
  processes: systemProcesses,
  fetch: globalThis.fetch,
  stop: stopOnSignals(process),
  invoke,
});
