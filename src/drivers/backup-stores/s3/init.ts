import type { InitKind } from '../../../core/interface/init-kind.ts';
import { awsLogin } from '../../../world/aws/login.ts';

export const s3Init: InitKind = {
  name: 's3',
  title: 'a bucket of S3, or of MinIO, R2 or Ceph: also for hosted runners',
  settings: {
    bucket: { usual: '${BACKUP_BUCKET}', question: 'Which bucket are backups kept in?' },
    region: { usual: '${AWS_REGION}', question: 'In which region is the bucket?' },
  },
  login: awsLogin,
};
