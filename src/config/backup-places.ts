/** Where the configuration says how backups are kept: of no use for reading encrypted ones. */
export const backupPlaces = ['backup.store', 'backup.encryption.age.recipients'] as const;

/** Where it says how they are decrypted: only jobs that restore have it. */
export const identityPlace = 'backup.encryption.age.identity';
