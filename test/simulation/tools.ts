import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { Processes, ProcessRequest, ProcessResult } from '../../src/world/processes/process.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** The variable that defers the simulated product's data migrations. */
export const deferVariable = 'RECORDS_DEFER_MIGRATIONS';

/** The programs that the configuration names: `deploy`, `stop` and `hook`. */
export function toolsOf(process: SimulatedProcess): Processes {
  return { run: (request) => runTool(process, request) };
}

/** One thing that a tool does, some time after the previous one. */
interface Phase {
  readonly after: number;
  readonly happen: () => void;
}

interface Course {
  readonly phases: readonly Phase[];
  readonly exitCode: number;
}

async function runTool(process: SimulatedProcess, request: ProcessRequest): Promise<ProcessResult> {
  request.signal?.throwIfAborted();
  const [program, environment, detail, edition = ''] = request.argv;
  if (environment !== 'production' && environment !== 'staging') throw new Error(`${program}: where?`);
  const course = courseOf(process, program, environment, detail ?? '', request.environment, edition);
  return await follow(process, `${program} ${environment} ${detail ?? ''}`, course, request.signal);
}

function courseOf(
  process: SimulatedProcess,
  program: string,
  on: EnvironmentName,
  detail: string,
  variables: ProcessRequest['environment'],
  edition: string,
): Course {
  const { world } = process;
  const { faults, latency, judge } = world;
  const server =
    (on === 'production' ? on : world.deploysStagingTo) === 'production' ? world.production : world.staging;
  switch (program) {
    case 'deploy': {
      const { STAGED_UPGRADE_FROM: from = '', STAGED_UPGRADE_TO: to = '' } = variables;
      const deferred = (variables[deferVariable] ?? '') !== '';
      judge.act(process, {
        what: 'deploy',
        on,
        version: detail,
        from,
        to,
        deferred,
        edition: Number(edition.replace('edition-', '')),
      });
      const fails = faults.happens('toolFails') ? latency.between(0, 2) : undefined;
      if (faults.happens('toolDoesNothing')) return { phases: [{ after: 2000, happen: () => undefined }], exitCode: 0 };
      const all: Phase[] = [
        { after: latency.between(100, 20_000), happen: () => server.stop() },
        { after: latency.between(100, 20_000), happen: () => server.start({ version: detail, deferred }) },
        { after: latency.between(0, faults.happens('slow') ? 900_000 : 5000), happen: () => undefined },
      ];
      return { phases: all.slice(0, fails), exitCode: fails === undefined ? 0 : 1 };
    }
    case 'stop':
      judge.act(process, { what: 'stop', on });
      if (faults.happens('toolFails')) return { phases: [], exitCode: 1 };
      // Some commands request a stop, and do not wait for it.
      if (faults.happens('stopsLate')) {
        world.time.after(latency.between(1000, 40_000), () => server.stop());
        return { phases: [{ after: 100, happen: () => undefined }], exitCode: 0 };
      }
      return { phases: [{ after: latency.between(50, 5000), happen: () => server.stop() }], exitCode: 0 };
    case 'hook': {
      judge.act(process, { what: 'hook', on, version: detail });
      // Going through a whole copy takes longer than printing a line for people.
      const usual = detail === 'scrub' ? 300_000 : 20_000;
      const after = latency.between(10, faults.happens('slow') ? 1_500_000 : usual);
      const exitCode = faults.happens('hookFails') ? 1 : 0;
      const isScrub = on === 'staging' && detail === 'scrub' && exitCode === 0;
      return { phases: [{ after, happen: isScrub ? judge.rehearsals.scrubbing() : () => undefined }], exitCode };
    }
    default:
      throw new Error(`there is no program "${program}"`);
  }
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

/** A tool continues on its own until it is ended; after its parent was killed it may or may not finish. */
async function follow(
  process: SimulatedProcess,
  name: string,
  { phases, exitCode }: Course,
  signal: AbortSignal | undefined,
): Promise<ProcessResult> {
  const { world } = process;
  const started = world.time.now;
  const outlives = world.latency.chance(0.5);
  const act = world.judge.startAct(process, name);
  for (const { after, happen } of phases) {
    await Promise.race([world.time.pause(after), aborted(signal)]);
    if (signal?.aborted) break;
    if (!process.alive && !outlives) return await new Promise<never>(() => undefined);
    happen();
  }
  world.judge.ended(process, act);
  world.say(`${process.title}: ${name} ${signal?.aborted ? 'was ended' : `exits with ${exitCode}`}`);
  await process.request({ name, way: 50, serve: () => undefined });
  signal?.throwIfAborted();
  return {
    exitCode,
    endedBy: undefined,
    stdout: '',
    stderr: exitCode === 0 ? '' : 'something went wrong',
    milliseconds: world.time.now - started,
  };
}
