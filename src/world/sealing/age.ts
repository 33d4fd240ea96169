import { aboutBadBackup } from '../../core/messages/bad-backup.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import type { PartContext } from '../effects/kind.ts';
import {
  chunkBytes,
  decryptPayload,
  encryptPayload,
  nonceBytes,
  PayloadDamage,
  SealedBytes,
  tagBytes,
} from './age-payload.ts';
import type { Seal } from './seal.ts';
import type { SealSettings } from './settings.ts';

type Age = typeof import('../clients/age.ts');

/** Lines of the header: its version, its end with a check, and for each recipient of any kind fewer bytes than this. */
const headerBytes = 128;
const recipientBytes = 2500;

/** The seal that settings name. The identity is requested only when something has to be read. */
export function ageSeal({ age: settings }: SealSettings, context: PartContext): Seal {
  const { effects, placeholders } = context;
  const where = `${context.where}.age`;
  const recipients = settings.recipients.map((recipient, index) =>
    effects.variables.fill(recipient, `${where}.recipients[${index}]`, placeholders),
  );
  let loaded: Promise<Age> | undefined;
  const load = async (): Promise<Age> => {
    loaded ??= import('../clients/age.ts');
    return await loaded;
  };

  const encrypter = async () => {
    const encrypting = new (await load()).Encrypter();
    for (const recipient of recipients) {
      try {
        encrypting.addRecipient(recipient);
      } catch (cause) {
        throw notARecipient(recipient, where, cause);
      }
    }
    return encrypting;
  };

  const decrypter = async () => {
    if (settings.identity === undefined) throw noIdentity(where);
    const { Decrypter, identityToRecipient } = await load();
    const decrypting = new Decrypter();
    const identity = effects.variables.fill(settings.identity, `${where}.identity`, placeholders).trim();
    effects.mask(identity);
    try {
      decrypting.addIdentity(identity);
      return { decrypting, recipient: await identityToRecipient(identity) };
    } catch {
      // The library quotes what it was given.
      throw notAnIdentity(where);
    }
  };

  return {
    recipients,
    sealedBytes: (plainBytes) => {
      const chunks = Math.max(1, Math.ceil(plainBytes / chunkBytes));
      return headerBytes + recipients.length * recipientBytes + nonceBytes + plainBytes + chunks * tagBytes;
    },
    seal: async (plain) => {
      const { header, fileKey } = await newHeader(await encrypter());
      return joined(header, encryptPayload(fileKey, plain));
    },
    requireReadable: async () => {
      const { header } = await newHeader(await encrypter());
      const { decrypting, recipient } = await decrypter();
      try {
        await decrypting.decryptHeader(header);
      } catch (cause) {
        throw isOthers(cause) ? fitsNoRecipient(where, recipient) : cause;
      }
    },
    unseal: async (sealed) => {
      const { decrypting, recipient } = await decrypter();
      const source = new SealedBytes(sealed);
      try {
        const header = await source.takeThrough(endOfHeader, maxHeaderBytes);
        const fileKey = await decrypting.decryptHeader(header);
        return undamaged(decryptPayload(fileKey, source.rest()));
      } catch (cause) {
        if (isOthers(cause)) throw wrongIdentity(where, recipient);
        if (cause instanceof SystemFailure) throw cause;
        throw notAge(cause);
      }
    },
  };
}

/** In the library's words. */
function isOthers(cause: unknown): boolean {
  return cause instanceof Error && /no identity matched/i.test(cause.message);
}

/** A new file key, for each recipient; the library passes it to the recipient that wraps it. */
async function newHeader(encrypting: InstanceType<Age['Encrypter']>): Promise<{ header: Buffer; fileKey: Uint8Array }> {
  let fileKey: Uint8Array | undefined;
  encrypting.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const empty = Buffer.from(await encrypting.encrypt(new Uint8Array()));
  const end = endOfHeader(empty);
  if (fileKey === undefined || end === undefined) throw new Error('age wrote no header');
  return { header: empty.subarray(0, end), fileKey };
}

const maxHeaderBytes = 1024 * 1024;

/** After the line that authenticates the header. */
function endOfHeader(read: Buffer): number | undefined {
  const check = read.indexOf('\n--- ');
  const end = check === -1 ? -1 : read.indexOf('\n', check + 1);
  return end === -1 ? undefined : end + 1;
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

async function* undamaged(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* plain;
  } catch (cause) {
    throw cause instanceof PayloadDamage ? notAge(cause) : cause;
  }
}

function notARecipient(recipient: string, where: string, cause: unknown): UserError {
  const isSecret = /^AGE-SECRET-KEY-/i.test(recipient);
  return new UserError(
    {
      happened: isSecret
        ? `${where}.recipients holds a secret key instead of a public one.`
        : `${where}.recipients holds ${JSON.stringify(recipient)}, which is not an age public key.`,
      means: 'Nothing was backed up.',
      next: isSecret
        ? 'Create a new key pair with "age-keygen", since anybody can read this secret where it is, and write its public key (age1…).'
        : 'Write the public key that "age-keygen" printed: it starts with age1.',
    },
    { cause },
  );
}

function noIdentity(where: string): UserError {
  return new UserError({
    happened: `Backups are encrypted, but ${where} names no identity.`,
    means: 'None can be read here. Nothing was restored.',
    next: `Write identity: "\${BACKUP_IDENTITY}" into ${where}, and give this job the secret: the AGE-SECRET-KEY-1… of one of the recipients.`,
  });
}

function notAnIdentity(where: string): UserError {
  return new UserError({
    happened: `${where}.identity is not an age secret key.`,
    means: 'The backup cannot be read. Nothing was restored.',
    next: 'The secret must hold the one line of the key file that starts with AGE-SECRET-KEY-, without the lines that start with #.',
  });
}

function fitsNoRecipient(where: string, recipient: string): UserError {
  return new UserError({
    happened: `The public key of the identity of ${where} is ${recipient}, which is not among its recipients.`,
    means: 'A backup taken now could not be restored with this identity. Nothing was backed up or restored.',
    next: 'Write this public key into recipients, or give the jobs that restore the secret key of a listed recipient.',
  });
}

function wrongIdentity(where: string, recipient: string): UserError {
  return new UserError({
    happened: `The backup is encrypted, but not for the identity of ${where}, whose public key is ${recipient}.`,
    means: 'It cannot be read with this identity. Nothing was restored.',
    next: 'The manifest of the backup names the recipients that it was encrypted for: use the identity of one of them.',
  });
}

function notAge(cause: unknown): SystemFailure {
  return new SystemFailure(
    {
      happened: 'A file of the backup could not be decrypted: it is not as age wrote it.',
      means: 'The backup is damaged and cannot be trusted. Nothing was restored from it.',
      next: aboutBadBackup,
    },
    { cause },
  );
}
