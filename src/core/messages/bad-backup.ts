/** What to do about a backup whose files are not what was written: somebody may need it for a rollback. */
export const aboutBadBackup =
  'Put its files back as they were written, from a copy or from older versions, or use another backup. Check the disk or bucket that holds it.';
