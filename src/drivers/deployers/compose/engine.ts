import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { filledVariables, howItEnded } from '../../../world/effects/user-command.ts';
import type { Log } from '../../../world/log.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessRequest, ProcessResult } from '../../../world/processes/process.ts';
import { variableNames } from '../../../world/variables.ts';
import type { ComposeSettings } from './settings.ts';

/** The Docker engine of one environment, accessed through the `docker` program of this machine. */
export interface Engine {
  /** For messages: `the Docker engine at ssh://deploy@app.example.com`. */
  readonly name: string;
  docker(args: readonly string[], options?: EngineCall): Promise<ProcessResult>;
  /** The last output of a call, without secrets, for a message: empty, or a phrase that begins with a colon. */
  lastWords(result: ProcessResult): string;
}

export interface EngineCall {
  /** Where its output is shown; without it, it is only read. */
  readonly log?: Log;
  readonly onLine?: ProcessRequest['onLine'];
  /** Besides those of the step. */
  readonly signal?: AbortSignal;
}

export interface EngineRequest {
  /** Variables that the product needs: a value of undefined removes a variable. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

/** @param context with the placeholders of this deploy, which the variables of the Compose file may use */
export function openEngine(
  { env, context: contextName, host }: Pick<ComposeSettings, 'env' | 'context' | 'host'>,
  context: PartContext,
  request: EngineRequest,
): Engine {
  const { effects, where } = context;
  const fill = (text: string, key: string): string =>
    effects.variables.fill(text, `${where}.${key}`, context.placeholders);
  const inherited = childEnvironment(effects, Object.values(env).flatMap(variableNames));
  const chosen = contextName ?? host;
  const merged: Readonly<Record<string, string | undefined>> = {
    ...inherited,
    // The engine that the configuration names is used, whatever the job has set.
    ...(chosen === undefined ? {} : { DOCKER_HOST: undefined, DOCKER_CONTEXT: undefined }),
    ...filledVariables(env, context),
    ...request.environment,
  };
  const environment = Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const [flags, name] =
    contextName !== undefined
      ? [
          ['--context', fill(contextName, 'context')],
          `the Docker engine of the context "${fill(contextName, 'context')}"`,
        ]
      : host !== undefined
        ? [['--host', fill(host, 'host')], `the Docker engine at ${fill(host, 'host')}`]
        : [[], 'the Docker engine'];
  return {
    name,
    docker: async (args, { log, onLine, signal } = {}) =>
      await effects.processes.run({
        argv: ['docker', ...flags, ...args],
        directory: effects.directory,
        environment,
        signal: AbortSignal.any([effects.signal, request.signal, signal].filter((each) => each !== undefined)),
        onLine: (line, stream) => {
          log?.output(line);
          onLine?.(line, stream);
        },
      }),
    lastWords: (result) => {
      const text = effects.pen.text((result.stderr.trim() === '' ? result.stdout : result.stderr).trim());
      const last = text.split('\n').at(-1)?.trim() ?? '';
      return last === '' ? '' : `: ${last.replace(/[.?]$/, '').slice(0, 400)}`;
    },
  };
}

/** Rejects with a SystemFailure if the engine, or Compose, cannot be reached. Nothing has been changed then. */
export async function askEngine(engine: Engine): Promise<void> {
  const version = await engine.docker(['version', '--format', '{{.Server.Version}}']);
  if (version.exitCode !== 0) {
    throw new SystemFailure({
      happened: `${capital(engine.name)} could not be reached${engine.lastWords(version)}.`,
      means: 'Nothing was changed. What runs there now could not be read.',
      next: 'Make sure that it runs and that this job may use it (docker version), then run the step again.',
    });
  }
  const compose = await engine.docker(['compose', 'version', '--short']);
  const [major = 0, minor = 0] = compose.stdout.trim().replace(/^v/, '').split('.').map(Number);
  if (compose.exitCode === 0 && (major > 2 || (major === 2 && minor >= 23))) return;
  throw new SystemFailure({
    happened:
      compose.exitCode === 0
        ? `Docker Compose ${compose.stdout.trim()} is on this machine, and 2.23 or newer is needed.`
        : `Docker Compose is not on this machine: "docker compose version" ${howItEnded(compose)}.`,
    means: 'Nothing was changed.',
    next: 'Install the plugin docker-compose of Docker, version 2.23 or newer, on the machine of this job.',
  });
}

/** A call's answer as JSON; undefined if it failed or answered something else. */
export function jsonOf({ exitCode, stdout }: ProcessResult): unknown {
  if (exitCode !== 0) return undefined;
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
