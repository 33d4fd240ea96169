import type { InitKind } from '../../../core/interface/init-kind.ts';
import { awsLogin } from '../../../world/aws/login.ts';

export const s3BucketInit: InitKind = {
  name: 's3-bucket',
  title: 'a bucket of S3, or of MinIO, R2 or Ceph, with files of the application',
  settings: {
    bucket: { usual: '${{PREFIX}{SIDE}_BUCKET}', scriptVariable: 'BUCKET' },
    region: { usual: '${AWS_REGION}' },
  },
  scrubExamples: [`aws s3 rm "s3://$BUCKET/exports/" --recursive`],
  login: awsLogin,
};
