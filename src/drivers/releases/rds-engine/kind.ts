import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { awsLogin } from '../../../world/aws/login.ts';
import { awsKeys } from '../../../world/aws/settings.ts';
import { kind } from '../../../world/effects/kind.ts';
import type { ReleaseKind } from '../release-kind.ts';

const settings = () =>
  z
    .strictObject({
      engine: template.meta({
        description: 'The engine, as `aws rds describe-db-engine-versions` names it.',
        examples: ['aurora-postgresql', 'postgres', 'aurora-mysql', 'mysql', 'mariadb'],
      }),
      ...awsKeys,
    })
    .describe(
      'All versions of an engine that Amazon RDS offers in a region, each with the versions to which it can be upgraded directly, and which of these are major upgrades. A version that is deprecated there counts as withdrawn.',
    );
export type RdsEngineSettings = z.output<ReturnType<typeof settings>>;

const part: ReleaseKind['part'] = kind('rds-engine', settings, (chosen, context) => ({
  read: async (signal) => {
    const { readEngineVersions } = await import('./read.ts');
    return await readEngineVersions(chosen, context, signal);
  },
}));

export const rdsEngine: ReleaseKind = { part, login: { name: 'rds-engine', login: awsLogin } };
