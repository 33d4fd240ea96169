import { z } from 'zod';
import { duration, template } from '../../../core/settings/scalars.ts';
import { awsKeys } from '../../../world/aws/settings.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { storeOnDemand } from '../store-on-demand.ts';
import { rdsInit } from './init.ts';

/** @param database the kinds that can read one: the content of a snapshot is compared through them */
function settingsWith(database: z.ZodType<NamedPart<DataStore>>) {
  return z
    .strictObject({
      cluster: template
        .optional()
        .describe(
          'The identifier of the cluster, as `aws rds describe-db-clusters` shows it. Either this or `instance`.',
        ),
      instance: template
        .optional()
        .describe(
          'The identifier of an instance that belongs to no cluster, as `aws rds describe-db-instances` shows it.',
        ),
      ...awsKeys,
      database: database.describe(
        'How its content is compared, before and after: `{ postgres: { url: … } }` or `{ mysql: { url: … } }`, at the endpoint of this cluster or instance. Nothing is dumped.',
      ),
      copy: z
        .strictObject({
          key: template.describe('The KMS key of the copy: its ARN, its id or an alias.'),
          'share-with': z
            .array(template)
            .default([])
            .describe(
              'The accounts that may restore from the copy. A snapshot with the key of AWS itself cannot be shared.',
            ),
        })
        .optional()
        .describe(
          'Makes a copy of each snapshot with your own key, and uses that: for a staging in another account. Default: the snapshot itself is used.',
        ),
      password: template
        .optional()
        .describe(
          "The password of the master user of a restored copy. Default: the one in the snapshot, which is production's.",
        ),
      'server-is-upgraded': z
        .boolean()
        .default(false)
        .describe(
          'Whether hops change the cluster itself, its engine or its instances: then nothing is stopped before a restore, since the probes query the cluster. Nothing else may write to it meanwhile.',
        ),
      within: duration.prefault('4h').describe('How long a snapshot or a restore may take.'),
    })
    .refine(({ cluster, instance }) => (cluster === undefined) !== (instance === undefined), {
      error: 'either "cluster" or "instance"',
    })
    .describe(
      'A cluster or an instance of Amazon RDS or Aurora: a backup is a snapshot, which the provider keeps, and a restore creates a new cluster or instance that replaces the old one, under the same name.',
    );
}

export type RdsSettings = z.output<ReturnType<typeof settingsWith>>;

export function rds(database: z.ZodType<NamedPart<DataStore>>): Kind<NamedPart<DataStore>> {
  const part = namedKind<ReturnType<typeof settingsWith>, DataStore>(
    'rds',
    () => settingsWith(database),
    (chosen, context) =>
      storeOnDemand(
        {
          kind: 'rds',
          noun: chosen.cluster === undefined ? 'instance' : 'cluster',
          ...(chosen['server-is-upgraded'] ? { serverDuringRestore: 'running' } : {}),
        },
        async () => {
          const { openStore } = await import('./store.ts');
          return openStore(chosen, context);
        },
      ),
  );
  return { part, init: rdsInit };
}
