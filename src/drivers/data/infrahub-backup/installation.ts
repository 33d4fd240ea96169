import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessRequest, ProcessResult } from '../../../world/processes/process.ts';

/** The containers of one Docker Compose project, through the `docker` program of this machine. */
export interface Installation {
  readonly project: string;
  docker(args: readonly string[], call?: DockerCall): Promise<ProcessResult>;
  /** Every container of the project, including stopped ones. */
  containers(signal?: AbortSignal): Promise<readonly Container[]>;
  /** The container of the graph. Rejects if there is none. */
  database(signal?: AbortSignal): Promise<Container>;
  /** Queries Neo4j in its own container, as the container's user; each line of the answer is passed on. */
  cypher(queries: string, onLine: (line: string) => void, signal?: AbortSignal): Promise<void>;
}

export interface Container {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly isRunning: boolean;
  /** From its health check; a container without one is healthy while it runs. */
  readonly isHealthy: boolean;
  /** What is mounted at `/data`: the name of a volume, or a folder of the engine's machine. */
  readonly data: string | undefined;
}

export interface DockerCall {
  readonly input?: string;
  readonly onLine?: ProcessRequest['onLine'];
  readonly signal?: AbortSignal | undefined;
}

const inspected = z.array(
  z.looseObject({
    Id: z.string(),
    Name: z.string(),
    State: z.looseObject({ Running: z.boolean(), Health: z.looseObject({ Status: z.string() }).nullish() }),
    Config: z.looseObject({ Labels: z.record(z.string(), z.string()).nullish() }),
    Mounts: z
      .array(z.looseObject({ Destination: z.string(), Name: z.string().optional(), Source: z.string().optional() }))
      .nullish(),
  }),
);

/** The container itself supplies the credentials: no password of Neo4j passes through here. */
const shell =
  'exec cypher-shell -u "${NEO4J_AUTH%%/*}" -p "${NEO4J_AUTH#*/}" -d "$1" --format plain --non-interactive --fail-fast';

export function openInstallation(
  { project, database }: { readonly project: string; readonly database: string },
  { effects, where }: PartContext,
): Installation {
  const environment = childEnvironment(effects, []);
  const docker: Installation['docker'] = async (args, { input, onLine, signal } = {}) =>
    await effects.processes.run({
      argv: ['docker', ...args],
      directory: effects.directory,
      environment,
      signal: signal === undefined ? effects.signal : AbortSignal.any([effects.signal, signal]),
      ...(input === undefined ? {} : { input }),
      ...(onLine === undefined ? {} : { onLine }),
    });
  const said = (result: ProcessResult): string => lastWords(effects.pen.text(result.stderr));

  const containers = async (signal?: AbortSignal): Promise<readonly Container[]> => {
    const filter = `--filter=label=com.docker.compose.project=${project}`;
    const listed = await docker(['ps', '--all', '--quiet', '--no-trunc', filter], { signal });
    if (listed.exitCode !== 0) throw outOfReach(`The Docker engine could not be asked${said(listed)}.`);
    const ids = listed.stdout.split('\n').filter((id) => id.trim() !== '');
    if (ids.length === 0) throw outOfReach(`No container of the Compose project "${project}" (${where}) is there.`);
    const result = await docker(['inspect', '--type=container', ...ids], { signal });
    if (result.exitCode !== 0) throw outOfReach(`The containers of "${project}" could not be read${said(result)}.`);
    return inspected.parse(JSON.parse(result.stdout)).map(containerOf);
  };

  const own = async (signal?: AbortSignal): Promise<Container> => {
    const found = (await containers(signal)).find(({ service }) => service === 'database');
    if (found !== undefined) return found;
    throw outOfReach(`The Compose project "${project}" has no service "database".`);
  };

  return {
    project,
    docker,
    containers,
    database: own,
    cypher: async (queries, onLine, signal) => {
      const { id } = await own(signal);
      const result = await docker(['exec', '--interactive', id, 'sh', '-c', shell, 'sh', database], {
        input: queries,
        signal,
        onLine: (line, stream) => {
          if (stream === 'stdout') onLine(line);
        },
      });
      if (result.exitCode !== 0) throw outOfReach(`Neo4j of "${project}" did not answer${said(result)}.`);
    },
  };
}

function containerOf({ Id, Name, State, Config, Mounts }: z.output<typeof inspected>[number]): Container {
  const mount = (Mounts ?? []).find(({ Destination }) => Destination === '/data');
  return {
    id: Id,
    name: Name.replace(/^\//, ''),
    service: Config.Labels?.['com.docker.compose.service'] ?? '',
    isRunning: State.Running,
    isHealthy: State.Running && (State.Health == null || State.Health.Status === 'healthy'),
    data: mount?.Name ?? mount?.Source,
  };
}

export function outOfReach(happened: string): SystemFailure {
  return new SystemFailure({
    happened,
    means: 'What is in this Infrahub is not known, so nothing was done.',
    next: 'Make sure that it is up, that "project" names it, and that this user may use Docker. Then run again.',
  });
}

/** For a message: empty, or a phrase that begins with a colon. */
export function lastWords(text: string): string {
  const last = text.trim().split('\n').at(-1)?.trim() ?? '';
  return last === '' ? '' : `: ${last.replace(/\.$/, '').slice(0, 400)}`;
}
