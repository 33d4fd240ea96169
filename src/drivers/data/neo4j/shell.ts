import type { PartContext } from '../../../world/effects/kind.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { lastWords, outOfReach } from './failure.ts';

/** The server as `cypher-shell` reaches it. */
export interface Shell {
  /** Queries a database, by default the configured one; each line of the answer in the format "plain" is passed on. */
  ask(queries: string, onLine: (line: string) => void, call?: ShellCall): Promise<void>;
  /** The same, as one list of lines. */
  lines(queries: string, call?: ShellCall): Promise<readonly string[]>;
  /** Undefined while nothing answers there. */
  tried(queries: string, call?: ShellCall): Promise<readonly string[] | undefined>;
}

export interface ShellCall {
  readonly database?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface ShellPlace {
  readonly program: string;
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

const nobodyThere = /Unable to connect to|Connection refused|not currently available|ServiceUnavailable/i;

export function openShell(
  { program, url, username, password, database: usual }: ShellPlace,
  { effects }: Pick<PartContext, 'effects'>,
): Shell {
  // The program takes both from variables: every user of the machine sees arguments.
  const environment = { ...childEnvironment(effects), NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const options = ['--format', 'plain', '--non-interactive', '--fail-fast'];
  const run = async (
    queries: string,
    onLine: (line: string) => void,
    { database = usual, signal }: ShellCall,
  ): Promise<ProcessResult> =>
    await effects.processes.run({
      argv: [program, '-a', url, '-d', database, ...options],
      directory: effects.directory,
      environment,
      input: queries,
      signal: signal === undefined ? effects.signal : AbortSignal.any([effects.signal, signal]),
      onLine: (line, stream) => {
        if (stream === 'stdout') onLine(line);
      },
    });
  const shell: Shell = {
    ask: async (queries, onLine, call = {}) => {
      const result = await run(queries, onLine, call);
      if (result.exitCode === 0) return;
      throw outOfReach(
        `Neo4j at ${effects.pen.text(url)} did not answer${lastWords(effects.pen.text(result.stderr))}.`,
        'Make sure that it is up, and that "url", "username" and "password" lead to it. Then run again.',
      );
    },
    lines: async (queries, call) => {
      const lines: string[] = [];
      await shell.ask(queries, (line) => void lines.push(line), call);
      return lines;
    },
    tried: async (queries, call = {}) => {
      const lines: string[] = [];
      const result = await run(queries, (line) => void lines.push(line), call);
      if (result.exitCode === 0) return lines;
      if (nobodyThere.test(result.stderr)) return undefined;
      throw outOfReach(
        `Neo4j at ${effects.pen.text(url)} did not answer${lastWords(effects.pen.text(result.stderr))}.`,
        'Make sure that "url", "username" and "password" lead to it. Then run again.',
      );
    },
  };
  return shell;
}

/** A line of the format "plain" whose values are texts, numbers or NULL. */
export function valuesOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|[^,\s]+/g)].map(([whole, text]) =>
    text === undefined ? whole : text.replaceAll(/\\(.)/g, '$1'),
  );
}
