import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Migrations, type Reading, type Serving, unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { type Address, parseAddress } from '../../../world/mongodb/address.ts';
import { mongoFailure } from '../../../world/mongodb/failure.ts';
import { type Session, withSession } from '../../../world/mongodb/session.ts';
import type { StartAnswer } from '../probe.ts';
import type { MongodbServerSettings } from './kind.ts';
import { lowest, majorOf, memberAddress, notReady } from './members.ts';

const hello = z.looseObject({ setName: z.string().optional(), hosts: z.array(z.string()).default([]) });
const build = z.object({ version: z.string() });

/** The oldest release that a member runs: an upgrade is complete when the last of them has it. */
export async function readVersion(
  settings: MongodbServerSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<Reading<string>> {
  return await asked(settings, context, signal, async (session, ends) => {
    const versions = [await versionOf(session)];
    const { setName, hosts } = hello.parse(await session.command('admin', { hello: 1 }));
    if (setName !== undefined) {
      for (const host of hosts) versions.push(await withSession(memberAddress(session.address, host), ends, versionOf));
    }
    return { kind: 'known', value: lowest(versions) };
  });
}

async function versionOf(session: Session): Promise<string> {
  return build.parse(await session.command('admin', { buildInfo: 1 })).version;
}

/** A replica set serves with a primary; it is ready for a next step when every member has caught up. */
export async function readHealth(
  settings: MongodbServerSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<Serving> {
  return await asked<Serving>(settings, context, signal, async (session) => {
    const { setName } = hello.parse(await session.command('admin', { hello: 1 }));
    if (setName === undefined) return { kind: 'yes' };
    const reason = notReady(await session.command('admin', { replSetGetStatus: 1 }));
    return reason === undefined ? { kind: 'yes' } : { kind: 'no', reason };
  });
}

const compatibility = z.object({
  featureCompatibilityVersion: z.object({ version: z.string(), targetVersion: z.string().optional() }),
});

/** The format of the data itself: as long as it is that of the previous major, that one can be started on it again. */
export async function readCompatibility(
  settings: MongodbServerSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<Migrations> {
  return await asked<Migrations>(settings, context, signal, async (session) => {
    const major = majorOf(await versionOf(session));
    const answer = await session.command('admin', { getParameter: 1, featureCompatibilityVersion: 1 });
    const { version, targetVersion } = compatibility.parse(answer).featureCompatibilityVersion;
    const applied = `featureCompatibilityVersion ${version}`;
    const step = `featureCompatibilityVersion ${version} → ${targetVersion ?? major}`;
    // One that was interrupted stays in between until it is requested again.
    if (targetVersion !== undefined) return { kind: 'running', current: step, applied };
    return version === major ? { kind: 'done', applied } : { kind: 'pending', next: step, applied };
  });
}

/** Requests the new format when all members run the new release and have caught up: the server itself checks only part of that. */
export async function moveCompatibility(
  settings: MongodbServerSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<StartAnswer> {
  const [oldest, serving, now] = [
    await readVersion(settings, context, signal),
    await readHealth(settings, context, signal),
    await readCompatibility(settings, context, signal),
  ];
  if (now.kind === 'done') return { kind: 'nothing-pending', said: now.applied ?? 'nothing is left' };
  if (oldest.kind === 'unknown') return { kind: 'not-understood', said: oldest.reason };
  if (serving.kind !== 'yes') return { kind: 'not-understood', said: `nothing was asked for: ${serving.reason}` };
  const major = majorOf(oldest.value);
  const said = `setFeatureCompatibilityVersion: "${major}"`;
  // From 7.0 on the server requires a confirmation that nobody will downgrade; before, it does not know the field.
  const confirm = Number.parseInt(major, 10) >= 7 ? { confirm: true } : {};
  const end = await asked<StartAnswer | Unanswered>(settings, context, signal, async (session) => {
    await session.command('admin', { setFeatureCompatibilityVersion: major, ...confirm });
    return { kind: 'started', said };
  });
  return end.kind === 'unknown' ? { kind: 'not-understood', said: end.reason } : end;
}

type Unanswered = ReturnType<typeof unknown>;

/** What cannot be queried is unknown, and the reason says why. */
async function asked<Answer>(
  { url, timeout }: MongodbServerSettings,
  { effects, where, placeholders }: PartContext,
  signal: AbortSignal | undefined,
  ask: (session: Session, ends: AbortSignal) => Promise<Answer>,
): Promise<Answer | Unanswered> {
  const filled = effects.variables.fill(url, `${where}.url`, placeholders);
  const address: Address = parseAddress({ url: filled, password: undefined, where: `${where}.url` });
  const limit = AbortSignal.timeout(timeout);
  const ends = AbortSignal.any([limit, effects.signal, ...(signal === undefined ? [] : [signal])]);
  try {
    return await withSession(address, ends, async (session) => {
      try {
        return await ask(session, ends);
      } catch (error) {
        throw mongoFailure(error, `Asking MongoDB on ${address.hosts}`, 'Nothing was changed.');
      }
    });
  } catch (error) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error instanceof SystemFailure) return unknown(error.detail.happened.replace(/\.$/, ''));
    if (limit.aborted) return unknown(`MongoDB on ${address.hosts} did not answer within ${timeout / 1000} s`);
    throw error;
  }
}
