/** What is used of age; bundled separately, and loaded only if backups are encrypted. */
export { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
