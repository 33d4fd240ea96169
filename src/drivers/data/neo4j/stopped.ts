import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import { stateFolder } from '../../../world/processes/witness.ts';
import { variableNames } from '../../../world/variables.ts';
import { lastWords, outOfReach } from './failure.ts';
import type { Place } from './identity.ts';
import { readServerFacts, type ServerFacts } from './server-facts.ts';
import type { Shell } from './shell.ts';

const pauseMilliseconds = 1000;

export interface Switch {
  readonly stop: readonly [string, ...string[]];
  readonly start: readonly [string, ...string[]];
}

/** A server that can be stopped and started. */
export interface Server {
  /** As it answers now. A database that an interrupted run has stopped is started first. */
  facts(signal?: AbortSignal): Promise<ServerFacts>;
  /**
   * Does something while the database is stopped, and starts it again afterwards, even if that fails.
   * @returns for how long it was stopped
   */
  whileStopped(facts: ServerFacts, signal: AbortSignal, work: () => Promise<void>): Promise<number>;
}

interface Parts {
  readonly shell: Shell;
  readonly place: Place;
  readonly own: Switch | undefined;
  readonly readyWithin: number;
}

export function openServer({ shell, place, own, readyWithin }: Parts, context: PartContext): Server {
  const { effects, where, placeholders } = context;
  const { address, database } = place;
  const hash = createHash('sha256').update(`${address}/${database}`).digest('hex').slice(0, 16);
  /** Kept while it is stopped, where only this user may write: a run that is killed in the meantime cannot start it. */
  const note = join(stateFolder(effects.environment), 'stopped', `neo4j-${hash}`);

  const run = async (key: keyof Switch, argv: Switch['stop'], signal: AbortSignal): Promise<void> => {
    const [program, ...args] = argv;
    const fill = (text: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
    const result = await effects.processes.run({
      argv: [fill(program), ...args.map(fill)],
      directory: effects.directory,
      environment: childEnvironment(effects, argv.flatMap(variableNames)),
      signal,
      onLine: (line) => effects.log.output(line),
    });
    if (result.exitCode === 0) return;
    throw new SystemFailure({
      happened: `The command "${key}" of ${where} failed${lastWords(effects.pen.text(result.stderr))}.`,
      means: key === 'stop' ? 'Neo4j may still run, and nothing was done.' : 'Neo4j may still be stopped.',
      next: 'Run it by hand, correct it, then run the step again.',
    });
  };

  const ready = async (signal: AbortSignal): Promise<ServerFacts> => {
    const until = effects.clock.now().getTime() + readyWithin;
    for (;;) {
      const facts = await readServerFacts(shell, database, { signal });
      if (facts?.status === 'online') return facts;
      if (effects.clock.now().getTime() >= until) throw notReady(facts?.status, readyWithin);
      await effects.clock.sleep(pauseMilliseconds, signal);
    }
  };

  const start = async (signal: AbortSignal): Promise<void> => {
    if (own === undefined) await shell.lines(`START DATABASE \`${database}\` WAIT;`, { database: 'system', signal });
    else await run('start', own.start, signal);
    await rm(note, { force: true });
  };

  return {
    facts: async (signal = effects.signal) => {
      const found = await readServerFacts(shell, database, { signal });
      const wasStopped = found === undefined ? own !== undefined : found.status === 'offline';
      if (wasStopped && (await readFile(note, 'utf8').catch(() => undefined)) !== undefined) {
        effects.log.warn(
          `Neo4j at ${address} is stopped, by a run that was ended before it could start it again. It is started now.`,
        );
        await start(signal);
        return await ready(signal);
      }
      if (found !== undefined) return found;
      throw outOfReach(`Nobody answers at ${address} as Neo4j.`, 'Start it, or correct "url". Then run again.');
    },

    whileStopped: async ({ isEnterprise }, signal, work) => {
      if (own === undefined && !isEnterprise) throw cannotStop(where);
      signal.throwIfAborted();
      const from = effects.clock.now().getTime();
      await mkdir(dirname(note), { recursive: true, mode: 0o700 });
      await writeFile(note, `${address}/${database}\n`);
      let isDone = false;
      try {
        if (own === undefined) await shell.lines(`STOP DATABASE \`${database}\` WAIT;`, { database: 'system', signal });
        else await run('stop', own.stop, signal);
        await work();
        isDone = true;
      } finally {
        // Also if the run was cancelled: otherwise what it has stopped would stay stopped.
        const again = AbortSignal.timeout(readyWithin * 2);
        await start(again);
        // After half a restore it may never come online; the message is why the restore failed.
        if (isDone) await ready(again);
      }
      return effects.clock.now().getTime() - from;
    },
  };
}

export function cannotStop(where: string): SystemFailure {
  return new SystemFailure({
    happened: `${where} does not say how Neo4j is stopped and started.`,
    means: 'The community edition is dumped and restored while its server is stopped. Nothing was done.',
    next: 'Add "stop" and "start", such as [sudo, systemctl, stop, neo4j].',
  });
}

function notReady(status: string | undefined, within: number): SystemFailure {
  return new SystemFailure({
    happened: `Neo4j was started, and its database is ${status === undefined ? 'not reached' : `"${status}"`} after ${durationText(within)} ("ready-within").`,
    means: 'What uses it does not work before it is online.',
    next: 'Look at neo4j.log and debug.log of that server, bring it up, then run the step again.',
  });
}
