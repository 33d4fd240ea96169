import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Engine } from './engine.ts';

/** A container of a service, as the engine showed it. */
export interface ContainerSeen {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  /** The image that it was made from, under its name at the time. */
  readonly image: string;
  readonly imageId: string;
  /** `running`, `exited`, `restarting`, `created`, `paused`, … */
  readonly status: string;
  /** Undefined if it has no health check. */
  readonly health: string | undefined;
  /** How many health checks have failed in a row, and the output of the last one. */
  readonly failing: number;
  readonly said: string;
  readonly exitCode: number;
  readonly outOfMemory: boolean;
  readonly restarts: number;
  /** A hash of what it was made from: it differs if a setting of the service has changed. */
  readonly configHash: string | undefined;
  readonly created: string;
}

const inspected = z.array(
  z.looseObject({
    Id: z.string(),
    Name: z.string(),
    Image: z.string(),
    Created: z.string(),
    RestartCount: z.number().default(0),
    Config: z.looseObject({ Image: z.string(), Labels: z.record(z.string(), z.string()).nullish() }),
    State: z.looseObject({
      Status: z.string(),
      ExitCode: z.number().default(0),
      OOMKilled: z.boolean().default(false),
      Health: z
        .looseObject({
          Status: z.string(),
          FailingStreak: z.number().default(0),
          Log: z.array(z.looseObject({ Output: z.string().default('') })).nullish(),
        })
        .nullish(),
    }),
  }),
);

/** How often a look is repeated if a container disappears between the list and the inspection. */
const looks = 5;

/** All containers of these services, the oldest first. Rejects with a SystemFailure if the engine cannot be read. */
export async function readContainers(
  engine: Engine,
  project: string,
  services: readonly string[],
): Promise<readonly ContainerSeen[]> {
  for (let look = 1; ; look += 1) {
    const listed = await engine.docker([
      'ps',
      '--all',
      '--quiet',
      '--no-trunc',
      `--filter=label=com.docker.compose.project=${project}`,
      '--filter=label=com.docker.compose.oneoff=False',
    ]);
    if (listed.exitCode !== 0) throw unreadable(engine, engine.lastWords(listed));
    const ids = listed.stdout.split('\n').filter((id) => id !== '');
    if (ids.length === 0) return [];
    const result = await engine.docker(['inspect', '--type=container', ...ids]);
    if (result.exitCode === 0) return seenIn(result.stdout, services);
    if (look === looks) throw unreadable(engine, engine.lastWords(result));
  }
}

export async function readContainer(engine: Engine, name: string): Promise<ContainerSeen | undefined> {
  const result = await engine.docker(['inspect', '--type=container', name]);
  if (result.exitCode === 0) return seenIn(result.stdout)[0];
  if (/no such (?:container|object)/i.test(result.stderr)) return undefined;
  throw unreadable(engine, engine.lastWords(result));
}

function seenIn(json: string, services?: readonly string[]): ContainerSeen[] {
  return inspected
    .parse(JSON.parse(json))
    .map((one): ContainerSeen => {
      const { State: state, Config: config } = one;
      return {
        id: one.Id,
        name: one.Name.replace(/^\//, ''),
        service: config.Labels?.['com.docker.compose.service'] ?? '',
        image: config.Image,
        imageId: one.Image,
        status: state.Status,
        health: state.Health?.Status,
        failing: state.Health?.FailingStreak ?? 0,
        said: state.Health?.Log?.at(-1)?.Output.trim() ?? '',
        exitCode: state.ExitCode,
        outOfMemory: state.OOMKilled,
        restarts: one.RestartCount,
        configHash: config.Labels?.['com.docker.compose.config-hash'],
        created: one.Created,
      };
    })
    .filter(({ service }) => services?.includes(service) ?? true)
    .toSorted((one, other) => (one.created < other.created ? -1 : 1));
}

function unreadable(engine: Engine, why: string): SystemFailure {
  return new SystemFailure({
    happened: `The containers of ${engine.name} could not be read${why}.`,
    means: 'What runs there now is not known.',
    next: 'Make sure that this job reaches the engine, then run the step again: it looks before it acts.',
  });
}
