/** Where the configuration says how backups are kept: of no use to whoever wants to read one that is encrypted. */
export const backupPlaces = ['backup.store', 'backup.encryption.age.recipients'] as const;

/** Where it says what they are read with: only jobs that restore have it. */
export const identityPlace = 'backup.encryption.age.identity';
