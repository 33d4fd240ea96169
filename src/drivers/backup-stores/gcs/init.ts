import type { InitKind } from '../../../core/interface/init-kind.ts';
import { googleLogin } from '../../../world/objects/gcs/login.ts';

export const gcsInit: InitKind = {
  name: 'gcs',
  title: 'a bucket of Google Cloud Storage: also for hosted runners',
  settings: { bucket: { usual: '${BACKUP_BUCKET}', question: 'Which bucket are backups kept in?' } },
  login: googleLogin,
};
