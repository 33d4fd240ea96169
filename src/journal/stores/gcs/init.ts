import type { InitKind } from '../../../core/interface/init-kind.ts';
import { googleLogin } from '../../../world/objects/gcs/login.ts';

export const gcsInit: InitKind = {
  name: 'gcs',
  title: 'a bucket of Google Cloud Storage, where rules of the repository forbid the branch',
  settings: {
    bucket: { usual: '${JOURNAL_BUCKET}', question: 'Which bucket is the journal kept in?' },
  },
  login: googleLogin,
};
