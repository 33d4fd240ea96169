import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/sealing/age-payload.ts
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
var chunkBytes = 64 * 1024;
var tagBytes = 16;
var nonceBytes = 16;
var algorithm = "chacha20-poly1305";
async function* encryptPayload(fileKey, plain) {
  const nonce = randomBytes(nonceBytes);
  const key = payloadKey(fileKey, nonce);
  yield nonce;
  for await (const { number, bytes, isLast } of chunksOf(plain, chunkBytes)) {
    const cipher = createCipheriv(algorithm, key, chunkNonce(number, isLast), { authTagLength: tagBytes });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}
async function* decryptPayload(fileKey, sealed) {
  const source = new SealedBytes(sealed);
  const key = payloadKey(fileKey, await source.take(nonceBytes));
  for await (const { number, bytes, isLast } of chunksOf(source.rest(), chunkBytes + tagBytes)) {
    const end = bytes.byteLength - tagBytes;
    if (end < 0 || end === 0 && number > 0) throw new PayloadDamage("it is cut short");
    const decipher = createDecipheriv(algorithm, key, chunkNonce(number, isLast), { authTagLength: tagBytes });
    decipher.setAuthTag(bytes.subarray(end));
    const plain = decipher.update(bytes.subarray(0, end));
    try {
      decipher.final();
    } catch (cause) {
      throw new PayloadDamage("a part of it was changed, or it is cut short", { cause });
    }
    yield plain;
  }
}
var PayloadDamage = class extends Error {
  name = "PayloadDamage";
};
function payloadKey(fileKey, nonce) {
  return new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", 32));
}
function chunkNonce(number, isLast) {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}
async function* chunksOf(source, size) {
  let waiting = Buffer.alloc(0);
  let number = 0;
  for await (const piece of source) {
    waiting = waiting.byteLength === 0 ? Buffer.from(piece) : Buffer.concat([waiting, piece]);
    let from = 0;
    for (; waiting.byteLength - from > size; from += size)
      yield { number: number++, bytes: waiting.subarray(from, from + size), isLast: false };
    waiting = waiting.subarray(from);
  }
  yield { number, bytes: waiting, isLast: true };
}
var SealedBytes = class {
  #pieces;
  #kept = Buffer.alloc(0);
  constructor(stream) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }
  /** As many bytes as are asked for; rejects where there are fewer. */
  async take(count) {
    while (this.#kept.byteLength < count) if (!await this.#more()) throw new PayloadDamage("it is cut short");
    const taken = this.#kept.subarray(0, count);
    this.#kept = this.#kept.subarray(count);
    return taken;
  }
  /**
   * All up to the end of what `find` finds.
   * @param find where it ends in what was read so far; undefined while it is not there
   * @param most it is looked for in so many bytes
   */
  async takeThrough(find, most) {
    for (; ; ) {
      const end = find(this.#kept);
      if (end !== void 0) return await this.take(end);
      if (this.#kept.byteLength > most || !await this.#more()) throw new PayloadDamage("it has no header of age");
    }
  }
  async *rest() {
    try {
      if (this.#kept.byteLength > 0) yield this.#kept;
      for (let next = await this.#pieces.next(); next.done !== true; next = await this.#pieces.next()) yield next.value;
    } finally {
      await this.#pieces.return?.();
    }
  }
  async #more() {
    const next = await this.#pieces.next();
    if (next.done === true) return false;
    this.#kept = Buffer.concat([this.#kept, next.value]);
    return true;
  }
};

// src/world/sealing/age.ts
var headerBytes = 128;
var recipientBytes = 2500;
function ageSeal({ age: settings }, context) {
  const { effects, placeholders } = context;
  const where = `${context.where}.age`;
  const recipients = settings.recipients.map(
    (recipient, index) => effects.variables.fill(recipient, `${where}.recipients[${index}]`, placeholders)
  );
  let loaded;
  const load = async () => {
    loaded ??= import("./clients/age.js");
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
    if (settings.identity === void 0) throw noIdentity(where);
    const { Decrypter, identityToRecipient } = await load();
    const decrypting = new Decrypter();
    const identity = effects.variables.fill(settings.identity, `${where}.identity`, placeholders).trim();
    effects.mask(identity);
    try {
      decrypting.addIdentity(identity);
      return { decrypting, recipient: await identityToRecipient(identity) };
    } catch {
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
        const header = await source.takeThrough(endOfHeader, mostHeaderBytes);
        const fileKey = await decrypting.decryptHeader(header);
        return undamaged(decryptPayload(fileKey, source.rest()));
      } catch (cause) {
        if (isOthers(cause)) throw wrongIdentity(where, recipient);
        if (cause instanceof SystemFailure) throw cause;
        throw notAge(cause);
      }
    }
  };
}
function isOthers(cause) {
  return cause instanceof Error && /no identity matched/i.test(cause.message);
}
async function newHeader(encrypting) {
  let fileKey;
  encrypting.addRecipient({
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key);
      return [];
    }
  });
  const empty = Buffer.from(await encrypting.encrypt(new Uint8Array()));
  const end = endOfHeader(empty);
  if (fileKey === void 0 || end === void 0) throw new Error("age has written no header");
  return { header: empty.subarray(0, end), fileKey };
}
var mostHeaderBytes = 1024 * 1024;
function endOfHeader(read) {
  const check = read.indexOf("\n--- ");
  const end = check === -1 ? -1 : read.indexOf("\n", check + 1);
  return end === -1 ? void 0 : end + 1;
}
async function* joined(first, rest) {
  yield first;
  yield* rest;
}
async function* undamaged(plain) {
  try {
    yield* plain;
  } catch (cause) {
    throw cause instanceof PayloadDamage ? notAge(cause) : cause;
  }
}
function notARecipient(recipient, where, cause) {
  const isSecret = /^AGE-SECRET-KEY-/i.test(recipient);
  return new UserError(
    {
      happened: isSecret ? `${where}.recipients holds a secret key instead of a public one.` : `${where}.recipients holds ${JSON.stringify(recipient)}, which is not a public key of age.`,
      means: "Nothing was backed up.",
      next: isSecret ? 'Make a new pair of keys with "age-keygen", since everybody can read this secret where it is, and write its public key (age1\u2026).' : 'Write the public key that "age-keygen" printed: it starts with age1.'
    },
    { cause }
  );
}
function noIdentity(where) {
  return new UserError({
    happened: `Backups are encrypted, and ${where} names no identity.`,
    means: "None can be read here. Nothing was restored.",
    next: `Write identity: "\${BACKUP_IDENTITY}" into ${where}, and give this job the secret: the AGE-SECRET-KEY-1\u2026 of one of the recipients.`
  });
}
function notAnIdentity(where) {
  return new UserError({
    happened: `${where}.identity is not a secret key of age.`,
    means: "The backup cannot be read. Nothing was restored.",
    next: "The secret must hold the one line of the key file that starts with AGE-SECRET-KEY-, without the lines that start with #."
  });
}
function fitsNoRecipient(where, recipient) {
  return new UserError({
    happened: `The public key of the identity of ${where} is ${recipient}, which is not among its recipients.`,
    means: "A backup that is taken now could not be restored with this identity. Nothing was backed up or restored.",
    next: "Write this public key into recipients, or give the jobs that restore the secret key of one that stands there."
  });
}
function wrongIdentity(where, recipient) {
  return new UserError({
    happened: `The backup is encrypted, but not for the identity of ${where}, whose public key is ${recipient}.`,
    means: "It cannot be read with this identity. Nothing was restored.",
    next: "The manifest of the backup names the recipients that it was encrypted for: use the identity of one of them."
  });
}
function notAge(cause) {
  return new SystemFailure(
    {
      happened: "A file of the backup could not be decrypted: it is not as age has written it.",
      means: "The backup is damaged and cannot be trusted. Nothing was restored from it.",
      next: "Use another backup, or take a new one; check the disk or bucket that holds it."
    },
    { cause }
  );
}

export {
  ageSeal
};
