import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { Message } from '../../../core/messages/message.ts';
import { mongoFailure } from '../../../world/mongodb/failure.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import { isNotToBeSeen } from './not-to-be-seen.ts';

/** What a server is at the moment. */
export interface ServerFacts {
  /** `7.0.14`. */
  readonly version: string;
  readonly major: number;
  readonly replicaSet: string | undefined;
  /** The format of its data, `6.0`; undefined if it does not say. */
  readonly compatibility: string | undefined;
  /** Why no backup may be taken of it now. */
  readonly against: readonly Message[];
}

/** https://www.mongodb.com/docs/manual/release-notes/4.4/: the oldest that the tools and the driver support is later. */
const oldestServer = 4.2;

const hello = z.looseObject({
  setName: z.string().optional(),
  isWritablePrimary: z.boolean().default(false),
  msg: z.string().optional(),
});
const build = z.object({ version: z.string() });
const parameter = z.object({ featureCompatibilityVersion: z.object({ version: z.string() }) });
const balancer = z.object({ mode: z.string(), inBalancerRound: z.boolean().default(false) });
const status = z.object({
  members: z.array(
    z.looseObject({ stateStr: z.string(), self: z.boolean().default(false), optimeDate: z.date().optional() }),
  ),
});

export async function readServerFacts(session: Session): Promise<ServerFacts> {
  const said = hello.parse(await session.command('admin', { hello: 1 }));
  const { version } = build.parse(await session.command('admin', { buildInfo: 1 }));
  if (Number.parseFloat(version) < oldestServer) throw tooOld(version);
  const ask = { getParameter: 1, featureCompatibilityVersion: 1 };
  const compatibility = parameter.safeParse(await ifAllowed(session, ask));
  return {
    version,
    major: Number.parseInt(version, 10),
    replicaSet: said.setName,
    compatibility: compatibility.success ? compatibility.data.featureCompatibilityVersion.version : undefined,
    against: [
      ...(said.msg === 'isdbgrid' ? againstBalancer(await ifAllowed(session, { balancerStatus: 1 })) : []),
      ...(said.setName !== undefined && !said.isWritablePrimary
        ? againstLag(await ifAllowed(session, { replSetGetStatus: 1 }))
        : []),
    ],
  };
}

/** @returns undefined if the user may not ask, or the server does not know the command */
async function ifAllowed(session: Session, command: Readonly<Record<string, unknown>>): Promise<unknown> {
  try {
    return await session.command('admin', command);
  } catch (cause) {
    if (isNotToBeSeen(cause)) return undefined;
    throw mongoFailure(cause, 'Asking the server what it is', 'Nothing was done.');
  }
}

/** Reads of a moment outside of a transaction, which verify what the oplog changes. */
const oldestWithSnapshots = 5;

/** Why no oplog is taken of it. */
export function againstOplog({
  replicaSet,
  version,
  major,
}: Pick<ServerFacts, 'replicaSet' | 'version' | 'major'>): Message[] {
  if (replicaSet !== undefined && major >= oldestWithSnapshots) return [];
  return [
    {
      happened:
        replicaSet === undefined
          ? 'The configuration says "oplog: true", but the server is not a member of a replica set: it has no oplog.'
          : `The configuration says "oplog: true", and the server is MongoDB ${version}.`,
      means: 'The collections of a backup could not be brought to one moment, and compared.',
      next:
        replicaSet === undefined
          ? 'Remove "oplog", or name a replica set in the URL. For a sharded cluster, stop the writes during a backup.'
          : `Take "oplog" out, or upgrade the server to MongoDB ${oldestWithSnapshots}.0 or later.`,
    },
  ];
}

/** Documents that move from shard to shard during a dump are dumped twice, or not at all. */
export function againstBalancer(answer: unknown): Message[] {
  const read = balancer.safeParse(answer);
  if (read.success && read.data.mode === 'off' && !read.data.inBalancerRound) return [];
  return [
    {
      happened: read.success
        ? 'The balancer of the sharded cluster is on.'
        : 'Whether the balancer of the sharded cluster is on could not be read.',
      means:
        'It may move documents from shard to shard while they are dumped: a backup would have them twice, or not at all.',
      next: 'Let the hook "before-backup" stop it (sh.stopBalancer()) and one after the hop start it again; the user needs the role "clusterMonitor".',
    },
  ];
}

/** More than this behind the primary, and a backup is too old. */
const maxLagSeconds = 10;

export function againstLag(answer: unknown): Message[] {
  const read = status.safeParse(answer);
  const members = read.success ? read.data.members : [];
  const primary = members.find(({ stateStr }) => stateStr === 'PRIMARY')?.optimeDate;
  const own = members.find(({ self }) => self)?.optimeDate;
  const lag = primary && own && (primary.getTime() - own.getTime()) / 1000;
  if (lag !== undefined && lag <= maxLagSeconds) return [];
  return [
    {
      happened:
        lag === undefined
          ? 'The server is a secondary of a replica set, and how far it is behind the primary could not be read.'
          : `The server is a secondary of a replica set, ${Math.round(lag)} s behind its primary.`,
      means: `A backup of it would lack what was written since; ${maxLagSeconds} s are accepted.`,
      next: 'Let the URL lead to the primary (name all members, no readPreference), or wait until the member has caught up; the user needs the role "clusterMonitor" to see that.',
    },
  ];
}

function tooOld(version: string): SystemFailure {
  return new SystemFailure({
    happened: `The MongoDB server is version ${version}; ${oldestServer} is the oldest that is supported.`,
    means: 'Nothing was done.',
    next: `Upgrade the server to MongoDB ${oldestServer} or later first, one major after the other.`,
  });
}
