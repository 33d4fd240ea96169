import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Migrations, type Reading, unknown } from '../../../core/model/observation.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { parseAddress } from '../../../world/mongodb/address.ts';
import { withSession } from '../../../world/mongodb/session.ts';
import type { MongodbMigrationSettings } from './kind.ts';
import { compareVersions, highest, type SchemaVersion } from './schema-version.ts';

export interface Asked {
  readonly signal: AbortSignal | undefined;
  /** The release that answers. */
  readonly release: Promise<Reading<string>> | undefined;
}

/** Reads how far each database is, and compares it with what the answering release knows. */
export async function readMigrations(
  settings: MongodbMigrationSettings,
  context: PartContext,
  { signal, release }: Asked,
): Promise<Migrations> {
  const answering = (await release) ?? unknown('it is not known which release answers');
  if (answering.kind === 'unknown') return answering;
  const expected = settings.expected.find(({ releases }) => releases.some((one) => fits(one, answering.value)));
  try {
    if (expected !== undefined)
      return judge(
        expected.databases,
        await found(settings, Object.keys(expected.databases), context, signal),
        answering.value,
      );
    // What this release needs is unknown. The present versions show later whether a newer release has migrated them.
    const known = [...new Set(settings.expected.flatMap(({ databases }) => Object.keys(databases)))];
    const versions = await found(settings, known, context, signal);
    return { kind: 'done', assumed: true, ...(versions.size === 0 ? {} : { applied: appliedIn(versions, known) }) };
  } catch (error) {
    context.effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error instanceof SystemFailure) return unknown(error.detail.happened.replace(/\.$/, ''));
    throw error;
  }
}

function fits(pattern: string, release: string): boolean {
  return pattern.endsWith('*') ? release.startsWith(pattern.slice(0, -1)) : release === pattern;
}

const names = z.object({ databases: z.array(z.object({ name: z.string() })) });

/** Of each existing database, and of those of its tenants. */
async function found(
  { url, collection, timeout }: MongodbMigrationSettings,
  databases: readonly string[],
  { effects, where, placeholders }: PartContext,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, SchemaVersion | undefined>> {
  const filled = effects.variables.fill(url, `${where}.url`, placeholders);
  const address = parseAddress({ url: filled, password: undefined, where: `${where}.url` });
  const ends = AbortSignal.any([
    AbortSignal.timeout(timeout),
    effects.signal,
    ...(signal === undefined ? [] : [signal]),
  ]);
  return await withSession(address, ends, async (session) => {
    const listed = names.parse(await session.command('admin', { listDatabases: 1, nameOnly: true }));
    const own = listed.databases
      .map(({ name }) => name)
      .filter((name) => databases.some((database) => name === database || name.startsWith(`${database}-`)));
    const versions = new Map<string, SchemaVersion | undefined>();
    for (const name of own.sort()) versions.set(name, highest(await session.all(name, { find: collection })));
    return versions;
  });
}

/** A tenant's database is named if its version differs from its service's: a new one has migrated nothing. */
function appliedIn(versions: ReadonlyMap<string, SchemaVersion | undefined>, databases: readonly string[]): string {
  const serviceOf = (name: string) => databases.find((database) => name.startsWith(`${database}-`));
  return [...versions]
    .filter(([name, version]) => {
      const service = databases.includes(name) ? undefined : serviceOf(name);
      return service === undefined || versions.get(service) !== version;
    })
    .map(([name, version]) => `${name} ${version ?? 'none'}`)
    .join(', ');
}

function judge(
  expected: Readonly<Record<string, string>>,
  versions: ReadonlyMap<string, SchemaVersion | undefined>,
  release: string,
): Migrations {
  const applied = appliedIn(versions, Object.keys(expected));
  for (const [database, wanted] of Object.entries(expected)) {
    for (const name of [database, ...[...versions.keys()].filter((each) => each.startsWith(`${database}-`))]) {
      const version = versions.get(name);
      if (version === undefined) return { kind: 'running', current: `of the database "${name}" to ${wanted}`, applied };
      const order = compareVersions(version, wanted);
      if (order < 0)
        return { kind: 'running', current: `of the database "${name}" from ${version} to ${wanted}`, applied };
      if (order > 0) {
        const error = `the database "${name}" is at ${version}, but ${release} knows nothing after ${wanted}`;
        return { kind: 'failed', current: `of the database "${name}"`, error, isNewer: true, applied };
      }
    }
  }
  return { kind: 'done', applied };
}
