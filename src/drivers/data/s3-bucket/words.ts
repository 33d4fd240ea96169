import type { BucketWords } from '../bucket-words.ts';

export const s3Words: BucketWords = {
  ...{ kind: 's3-bucket', noun: 'bucket', reference: 's3-versions' },
  unversioned: { suspended: 'is suspended: what is replaced now is gone', never: 'was never enabled' },
  versionRights: (name) => `s3:GetObject and s3:GetObjectVersion on "${name}"`,
  keepLonger: 'Keep versions for longer than backups (NoncurrentVersionExpiration)',
};
