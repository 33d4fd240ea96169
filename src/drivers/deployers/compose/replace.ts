import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { Clock } from '../../../world/clock.ts';
import type { Log } from '../../../world/log.ts';
import { overall, untilReady } from '../until-ready.ts';
import { type ContainerSeen, readContainers } from './containers.ts';
import type { Engine } from './engine.ts';
import type { LocalImage } from './images.ts';
import type { ReadBack } from './read-back.ts';
import { readinessOf } from './readiness.ts';
import type { RenderedProject, RenderedService } from './rendered-project.ts';
import { isRunning } from './running-now.ts';
import type { ComposeSettings } from './settings.ts';

/** The release to be deployed: what Compose has to start, and the images that must be seen to run afterwards. */
export interface Replacement {
  readonly engine: Engine;
  readonly project: RenderedProject;
  readonly files: readonly string[];
  readonly images: ReadonlyMap<string, LocalImage>;
  readonly ready: ComposeSettings['ready'];
  readonly readBack: ReadBack;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Only what was checked beforehand is started: nothing is built, nothing is pulled, and nothing else is touched. */
const only = ['--detach', '--no-deps', '--no-build', '--pull=never', '--quiet-pull'];

/** All services at once: each is stopped and created again if anything about it has changed. */
export async function recreate(replacement: Replacement): Promise<void> {
  const { engine, project, log } = replacement;
  await compose(replacement, 'up', [...only, ...project.services.map(({ name }) => name)]);
  await replaced(replacement, project.services);
  log.info(`${project.services.map(({ name }) => name).join(', ')} on ${engine.name}: replaced, and ready.`);
}

/** Some of its services alone, before the others: what a command of the new release needs. */
export async function putFirst(replacement: Replacement, names: readonly string[]): Promise<void> {
  const services = replacement.project.services.filter(({ name }) => names.includes(name));
  if (services.length === 0) return;
  await compose(replacement, 'up', [...only, ...services.map(({ name }) => name)]);
  await replaced(replacement, services);
}

/** @throws UserError if two replicas of a service cannot run side by side. Nothing has been changed then. */
export function requireRolling({ services }: RenderedProject, where: string): void {
  const single = services.find((service) => service.single !== undefined);
  if (single === undefined) return;
  throw new UserError({
    happened: `The service "${single.name}" ${single.single}, and ${where}.strategy is rolling.`,
    means: 'A second replica could not run beside it. Nothing was changed.',
    next: `Take that out of the Compose file and put a proxy in front of its replicas, or set ${where}.strategy to recreate.`,
  });
}

/** One service after the other, one replica at a time: a new one must be ready before an old one is stopped. */
export async function roll(replacement: Replacement): Promise<void> {
  const { engine, project, log } = replacement;
  const hashes = await configHashes(replacement);
  for (const service of project.services) {
    const isNew = (container: ContainerSeen): boolean =>
      container.imageId === replacement.images.get(service.name)?.id &&
      container.configHash === hashes.get(service.name);
    for (;;) {
      const all = await readContainers(engine, project.name, [service.name]);
      const old = all.filter((container) => !isNew(container));
      // A stopped container serves nobody, but Compose would count it.
      const ended = all.filter((container) => !isRunning(container));
      if (ended.length > 0) {
        for (const container of ended) await remove(replacement, container);
        continue;
      }
      const fresh = all.length - old.length;
      if (fresh < service.replicas) {
        log.info(`${service.name}: starting replica ${fresh + 1} of ${service.replicas} of the new release.`);
        await scale(replacement, service, all.length + 1);
        await replaced(replacement, [{ ...service, replicas: fresh + 1 }], isNew);
      }
      const [oldest] = old;
      if (oldest === undefined) {
        if (fresh >= service.replicas) break;
        continue;
      }
      log.info(`${service.name}: stopping ${oldest.name}, which runs ${oldest.image}.`);
      await remove(replacement, oldest);
    }
    await replaced(replacement, [service]);
    log.info(`${service.name}: all ${service.replicas} replicas were replaced, one at a time, and are ready.`);
  }
}

async function scale(replacement: Replacement, { name }: RenderedService, count: number): Promise<void> {
  await compose(replacement, 'up', [...only, '--no-recreate', `--scale=${name}=${count}`, name]);
}

async function remove(replacement: Replacement, { id, name }: ContainerSeen): Promise<void> {
  for (const command of ['stop', 'rm']) {
    const result = await replacement.engine.docker([command, id]);
    if (result.exitCode === 0 || /no such container/i.test(result.stderr)) continue;
    throw failed(
      `The container ${name} could not be ${command === 'stop' ? 'stopped' : 'removed'}${replacement.engine.lastWords(result)}.`,
    );
  }
}

/** Waits until the containers of the services are ready, and reads back what they were made from. */
async function replaced(
  replacement: Replacement,
  services: readonly RenderedService[],
  counts: (container: ContainerSeen) => boolean = () => true,
): Promise<void> {
  const { engine, project, images, ready, clock, log, signal } = replacement;
  const names = services.map(({ name }) => name);
  const containers = await untilReady({
    settings: ready,
    clock,
    log,
    signal,
    next: 'Read its log (docker compose logs), correct the cause, and run the step again.',
    look: async () => {
      const all = (await readContainers(engine, project.name, names)).filter(counts);
      const awaited = services.map(({ name, replicas, endsByItself }) => ({
        service: name,
        containers: all.filter(({ service }) => service === name),
        wanted: replicas,
        endsByItself,
      }));
      const seen = awaited.flatMap((one) => one.containers);
      const each = awaited.map(readinessOf);
      return {
        seen,
        each: overall(each).kind === 'ready' ? [...each, ...(await replacement.readBack.look(seen))] : each,
        starts: seen.map(({ id, restarts }) => `${id} ${restarts}`).join(),
      };
    },
  });
  const other = containers.find(({ service, imageId }) => imageId !== images.get(service)?.id);
  if (other === undefined) return;
  throw failed(
    `The container ${other.name} is ready, but was made from the image ${other.imageId}, and not from ${images.get(other.service)?.id ?? 'the one that was looked at'}.`,
    'Somebody else may be deploying there. Make sure that nobody is, then run the step again.',
  );
}

/** What Compose makes containers from, by service: it changes with every setting of a service. */
async function configHashes({ engine, files }: Replacement): Promise<ReadonlyMap<string, string>> {
  const result = await engine.docker([...files, '--profile=*', 'config', '--hash=*']);
  if (result.exitCode !== 0) throw failed(`Docker Compose cannot read its files${engine.lastWords(result)}.`);
  const lines = result.stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return new Map(lines.flatMap(([service, hash]) => (service && hash ? [[service, hash] as const] : [])));
}

async function compose(replacement: Replacement, command: string, args: readonly string[]): Promise<void> {
  const { engine, files, log } = replacement;
  const result = await engine.docker([...files, command, ...args], { log });
  if (result.exitCode !== 0) throw failed(`"docker compose ${command}" failed${engine.lastWords(result)}.`);
}

function failed(happened: string, next = 'Correct the cause, and run the step again.'): SystemFailure {
  return new SystemFailure({ happened, means: '', next });
}
