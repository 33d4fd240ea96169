import type { InitKind } from '../../../core/interface/init-kind.ts';
import { awsLogin } from '../../../world/aws/login.ts';

export const rdsInit: InitKind = {
  name: 'rds',
  title: 'Amazon RDS or Aurora, by its snapshots',
  settings: {
    cluster: { usual: '${{PREFIX}{SIDE}_DB_CLUSTER}' },
    database: {
      usual: { postgres: { url: '${{PREFIX}{SIDE}_DATABASE_URL}' } },
      comment: 'What is in it is compared through its database: postgres or mysql.',
    },
  },
  scrubExamples: [
    `psql "$STAGING_DATABASE_URL" --command="UPDATE users SET email = 'user-' || id || '@example.invalid'"`,
  ],
  login: awsLogin,
};
