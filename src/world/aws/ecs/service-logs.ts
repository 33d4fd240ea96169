import { SystemFailure } from '../../../core/messages/errors.ts';
import type { AwsAccess } from '../access.ts';
import { type LogReading, type LogStreams, readLogStreams } from '../log-streams.ts';
import type { DefinitionSeen, EcsService } from './service.ts';

export interface ServiceLogRequest extends LogReading {
  /** The containers whose log is needed; left out, all that write to Amazon CloudWatch, of which there must be one. */
  readonly containers?: readonly string[];
}

/** What a service's tasks have logged since a given time, one container after the other; including tasks that have stopped. */
export async function readServiceLogs(
  service: EcsService,
  access: AwsAccess,
  { containers, ...reading }: ServiceLogRequest,
): Promise<void> {
  const { taskDefinition = '' } = await service.look();
  const found = streamsOf(await service.definition(taskDefinition), access.region);
  const names = containers ?? [...found.keys()];
  const unknown = names.find((name) => !found.has(name));
  if (names.length === 0 || unknown !== undefined) throw notInCloudWatch(service, unknown);
  for (const name of names) {
    const streams = found.get(name);
    if (streams !== undefined) await readLogStreams(access, streams, reading);
  }
}

/** By container name. A stream without a prefix is named only by its container's id. */
function streamsOf({ taskDefinition }: DefinitionSeen, region: string): ReadonlyMap<string, LogStreams> {
  return new Map(
    (taskDefinition?.containerDefinitions ?? []).flatMap(({ name = '', logConfiguration }) => {
      const options = logConfiguration?.logDriver === 'awslogs' ? (logConfiguration.options ?? {}) : {};
      const { 'awslogs-group': group, 'awslogs-region': own = region, 'awslogs-stream-prefix': prefix } = options;
      if (group === undefined || prefix === undefined) return [];
      return [[name, { group, region: own, prefix: `${prefix}/${name}/` }] as const];
    }),
  );
}

function notInCloudWatch({ title }: EcsService, container: string | undefined): SystemFailure {
  const who = container === undefined ? 'No container' : `The container "${container}"`;
  return new SystemFailure({
    happened: `${who} of ${title} writes ${container === undefined ? 'a' : 'its'} log to Amazon CloudWatch under a known name.`,
    means: 'It is not known what the server has logged.',
    next: 'Give it the log driver "awslogs" with "awslogs-group" and "awslogs-stream-prefix"; or leave the test of its log out.',
  });
}
