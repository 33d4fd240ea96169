import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  BucketError,
  pieceBytes
} from "./chunk-WWXUUFM4.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/world/objects/read-object.ts
async function readObject(bucket, key, signal) {
  const first = await bucket.read(key, 0, signal);
  return first && pieces(first, bucket, key, signal);
}
async function* pieces(first, bucket, key, signal) {
  let received = 0;
  for (let piece = first; ; ) {
    if (piece.byteLength > 0) yield piece;
    received += piece.byteLength;
    if (piece.byteLength < pieceBytes) return;
    const next = await bucket.read(key, received, signal);
    if (next === void 0) throw new Error(`${key} was removed while it was read`);
    piece = next;
  }
}
async function readWhole(bucket, key, signal) {
  const stream = await readObject(bucket, key, signal);
  if (stream === void 0) return void 0;
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// src/world/objects/steady-bucket.ts
var attempts = 8;
var firstPause = 500;
var longestPause = 3e4;
function steadily(description, { clock, signal: usual, means }) {
  return async (what, ask, own) => {
    const signal = own ?? usual;
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask(signal);
      } catch (cause) {
        signal?.throwIfAborted();
        if (!(cause instanceof BucketError)) throw cause;
        if (!cause.passes || attempt === attempts) throw failure(description, means[what], cause);
        await clock.sleep(pause(attempt), signal);
      }
    }
  };
}
function steadyBucket(bucket, steadiness) {
  const asking = steadily(bucket.description, steadiness);
  const steadyUpload = (upload2) => ({
    send: (part, bytes, own) => asking("write", (signal) => upload2.send(part, bytes, signal), own),
    finish: (own) => asking("write", (signal) => upload2.finish(signal), own),
    // Asked once: what is left is removed later, when nobody waits for it.
    drop: () => upload2.drop()
  });
  return {
    description: bucket.description,
    parts: bucket.parts,
    list: (prefix, own) => asking("read", (signal) => bucket.list(prefix, signal), own),
    folders: (prefix, own) => asking("read", (signal) => bucket.folders(prefix, signal), own),
    read: (key, from, own) => asking("read", (signal) => bucket.read(key, from, signal), own),
    create: async (key, bytes, own) => {
      const created = await asking("write", (signal) => bucket.create(key, bytes, signal), own);
      if (created === "created") return created;
      const there = await asking("write", (signal) => readWhole(bucket, key, signal), own);
      return there?.equals(bytes) === true ? "created" : "taken";
    },
    startUpload: (key, own) => asking("write", async (signal) => steadyUpload(await bucket.startUpload(key, signal)), own),
    heldUntil: (key, own) => asking("read", (signal) => bucket.heldUntil(key, signal), own),
    remove: (key, own) => asking("write", (signal) => bucket.remove(key, signal), own),
    dropUnfinished: (prefix, own) => asking("write", (signal) => bucket.dropUnfinished(prefix, signal), own)
  };
}
function steadyContents(contents, description, steadiness) {
  const asking = steadily(description, steadiness);
  const { copy, softDelete } = contents;
  return {
    versioning: (prefix, own) => asking("read", (signal) => contents.versioning(prefix, signal), own),
    expiry: (prefix, own) => asking("read", (signal) => contents.expiry(prefix, signal), own),
    current: (prefix, own) => asking("read", (signal) => contents.current(prefix, signal), own),
    read: (object, from, own) => asking("read", (signal) => contents.read(object, from, signal), own),
    ...softDelete && { softDelete: (own) => asking("read", (signal) => softDelete(signal), own) },
    ...copy && { copy: (from, key, own) => asking("write", (signal) => copy(from, key, signal), own) }
  };
}
function pause(attempt) {
  const whole = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
  return whole / 2 + Math.random() * whole / 2;
}
function failure(description, means, cause) {
  return new SystemFailure(
    { happened: `${description} could not be used: ${cause.message}.`, means, next: cause.next },
    { cause }
  );
}

// src/world/objects/part-size.ts
var usualBytes = 16 * 1024 * 1024;
var mostInMemory = 64 * 1024 * 1024;
function partSize(objectBytes, limits) {
  if (objectBytes > limits.mostObjectBytes) return void 0;
  const needed = Math.max(usualBytes, limits.leastBytes, Math.ceil(objectBytes / limits.mostParts));
  const bytes = Math.ceil(needed / limits.multipleOf) * limits.multipleOf;
  if (bytes > limits.mostBytes) return void 0;
  return { bytes, atOnce: limits.inAnyOrder ? Math.max(1, Math.floor(mostInMemory / bytes)) : 1 };
}

// src/world/objects/upload.ts
import { createHash } from "node:crypto";
async function upload(bucket, key, source, size, signal) {
  const started = await bucket.startUpload(key, signal);
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const sending = /* @__PURE__ */ new Set();
  const hash = createHash("sha256");
  let bytes = 0;
  try {
    for await (const { place, content } of partsOf(source, size.bytes)) {
      hash.update(content);
      bytes += content.byteLength;
      const sent = started.send(place, content, either).catch((cause) => {
        failed.abort(cause);
      }).finally(() => sending.delete(sent));
      sending.add(sent);
      if (sending.size >= size.atOnce) await Promise.race(sending);
      either.throwIfAborted();
    }
    await Promise.all(sending);
    either.throwIfAborted();
    await started.finish(signal);
    return { bytes, sha256: hash.digest("hex") };
  } catch (cause) {
    failed.abort(cause);
    await Promise.all(sending);
    await started.drop().catch(() => void 0);
    throw cause;
  }
}
async function* partsOf(source, partBytes) {
  let pieces2 = [];
  let waiting = 0;
  let number = 1;
  let offset = 0;
  const part = (content, isLast) => {
    const place = { number, offset, isLast };
    number += 1;
    offset += content.byteLength;
    return { place, content };
  };
  for await (const chunk of source) {
    pieces2.push(chunk);
    waiting += chunk.byteLength;
    while (waiting > partBytes) {
      const all = Buffer.concat(pieces2);
      const rest = all.subarray(partBytes);
      pieces2 = [rest];
      waiting = rest.byteLength;
      yield part(all.subarray(0, partBytes), false);
    }
  }
  yield part(Buffer.concat(pieces2), true);
}

export {
  readObject,
  readWhole,
  steadyBucket,
  steadyContents,
  partSize,
  upload
};
