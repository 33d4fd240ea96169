/** What is used of age; bundled by itself, and loaded only where backups are encrypted. */
export { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
