import { z } from 'zod';
import { once } from '../../../core/settings/once.ts';
import { duration, template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import type { ProbeKind } from '../probe.ts';

const settings = once(() =>
  z
    .strictObject({
      url: template.describe(
        'The address of the MongoDB server, with a user that has the role `clusterMonitor`; for `migrations.start`, one that may run `setFeatureCompatibilityVersion` (role `clusterManager`).',
      ),
      timeout: duration.prefault('30s'),
    })
    .describe(
      'A MongoDB server itself, with all members of its replica set: the oldest release that a member runs, whether all are ready, and the `featureCompatibilityVersion`, which is set to the new major in a separate step.',
    ),
);
export type MongodbServerSettings = z.output<ReturnType<typeof settings>>;

const open = async () => await import('./server.ts');

/** A MongoDB that is upgraded, as opposed to one that an application keeps its data in. */
export const mongodbServer: ProbeKind = {
  version: kind(
    'mongodb-server',
    settings,
    (asked, context) => async (signal) => await (await open()).readVersion(asked, context, signal),
  ),
  health: kind(
    'mongodb-server',
    settings,
    (asked, context) => async (signal) => await (await open()).readHealth(asked, context, signal),
  ),
  migrations: kind(
    'mongodb-server',
    settings,
    (asked, context) => async (signal) => await (await open()).readCompatibility(asked, context, signal),
  ),
  migrationStarter: kind(
    'mongodb-server',
    settings,
    (asked, context) => async (signal) => await (await open()).moveCompatibility(asked, context, signal),
  ),
};
