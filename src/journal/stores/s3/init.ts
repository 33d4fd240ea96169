import type { InitKind } from '../../../core/interface/init-kind.ts';
import { awsLogin } from '../../../world/aws/login.ts';

export const s3Init: InitKind = {
  name: 's3',
  title: 'a bucket of S3, or of MinIO, R2 or Ceph, where rules of the repository forbid the branch',
  settings: {
    bucket: { usual: '${JOURNAL_BUCKET}', question: 'Which bucket is the journal kept in?' },
    region: { usual: '${AWS_REGION}', question: 'In which region is the bucket?' },
  },
  login: awsLogin,
};
