import type { BucketWords } from '../bucket-words.ts';

export const azureWords: BucketWords = {
  ...{ kind: 'azure-container', noun: 'container', reference: 'azure-versions' },
  unversioned: {
    suspended: 'is off, or was turned on after some of its blobs were written: these have no version',
    never: 'is off: no blob of it has a version',
  },
  versionRights: (name) =>
    `the role "Storage Blob Data Reader" on "${name}", for a login or a token; a key opens only its own account`,
  keepLonger: 'Keep versions for longer than backups (lifecycle management)',
};
