import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  networkFailure
} from "./chunk-QG6HMOOH.js";
import {
  BucketError,
  pieceBytes
} from "./chunk-WWXUUFM4.js";
import {
  environmentCredentials,
  environmentRegion,
  requestHandler
} from "./chunk-MGAK7HUW.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/objects/s3/failure.ts
var busy = /* @__PURE__ */ new Set([
  "SlowDown",
  "ServiceUnavailable",
  "InternalError",
  "RequestTimeout",
  "ThrottlingException",
  "TooManyRequestsException",
  "ConditionalRequestConflict",
  "OperationAborted",
  "BadDigest",
  "InvalidDigest",
  "XAmzContentChecksumMismatch",
  "IncompleteBody"
]);
var expired = /* @__PURE__ */ new Set(["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired"]);
var unknownKey = /* @__PURE__ */ new Set([
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  "InvalidToken",
  "UnrecognizedClientException"
]);
var elsewhere = /* @__PURE__ */ new Set(["PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"]);
var rights = "s3:ListBucket on the bucket; s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on its objects; and the use of the KMS key, where there is one";
function s3Failure(answer, { bucket, region, where }, cause) {
  const { name, status } = answer;
  const failed = (message, next, passes = false) => new BucketError(message, { passes, next, cause });
  if (busy.has(name) || status === 429 || status !== void 0 && status >= 500 && status !== 501) {
    return failed(
      `the server is busy or failed (${said(answer)})`,
      "Run the step again later. If it stays so, see the status of the service.",
      true
    );
  }
  if (name === "NoSuchBucket")
    return failed(`there is no bucket "${bucket}"`, `Create it, or correct "bucket" in ${where}.`);
  if (elsewhere.has(name) || status === 301) {
    const found = answer.region;
    return failed(
      `the bucket "${bucket}" is not in the region "${region}"${found === void 0 ? "" : ` but in "${found}"`}`,
      `Set "region: ${found ?? "REGION"}" in ${where}.`
    );
  }
  if (name === "RequestTimeTooSkewed")
    return failed(
      "the clock of this machine differs by more than 15 minutes from that of the server (RequestTimeTooSkewed)",
      "Set the clock of this machine (NTP), then run the step again."
    );
  if (expired.has(name))
    return failed(
      `the credentials have expired (${name})`,
      "Start the job again, which logs in again. If a backup takes longer than the session, let the login step ask for a longer one (role-duration-seconds), and allow it for the role."
    );
  if (unknownKey.has(name))
    return failed(
      `the server does not accept the credentials (${name})`,
      `Check the login step of the job, or the secrets that ${where}.credentials names; with a server of your own, its endpoint as well.`
    );
  if (name.startsWith("KMS.") || /\bkms\b/i.test(answer.message))
    return failed(
      `the KMS key cannot be used (${said(answer)})`,
      "Let the role use the key: kms:GenerateDataKey and kms:Decrypt."
    );
  if (name === "NotImplemented" || status === 501)
    return failed(
      `the server cannot do what is asked of it (${said(answer)})`,
      `Conditional writes are needed, which its newer versions have. If it knows no SHA-256 checksums, set "checksum: md5" in ${where}.`
    );
  if (status === 401 || status === 403)
    return failed(`a right is missing (${said(answer)})`, `What is needed: ${rights}.`);
  return failed(said(answer), `Check ${where}, and what the server says about this error.`);
}
function said({ name, message, status }) {
  const code = name === "" || name === "Unknown" || name === "UnknownError" ? void 0 : name;
  const shown = [code, status === void 0 ? void 0 : String(status)].filter((each) => each !== void 0).join(", ");
  return message === "" || message === code || message === "UnknownError" ? shown : `${shown}: ${message.replace(/\.$/, "")}`;
}

// src/world/objects/s3/asking.ts
function askingS3(open, asked) {
  return async (ask) => {
    const opened = await open();
    try {
      return await ask(opened);
    } catch (cause) {
      throw translated(cause, opened.sdk, asked);
    }
  };
}
function ending(signal) {
  return signal ? { abortSignal: signal } : {};
}
async function bytesOf({ Body: body }) {
  if (body === void 0 || !(Symbol.asyncIterator in body)) throw new Error("the answer of the server has no body");
  const chunks = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
function isMissing(cause) {
  const name = nameOf(cause);
  return name === "NoSuchKey" || name === "NotFound";
}
function nameOf(cause) {
  return cause instanceof Error ? cause.name : void 0;
}
function statusOf(cause) {
  if (!(cause instanceof Error) || !("$metadata" in cause)) return void 0;
  const { $metadata: metadata } = cause;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return void 0;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : void 0;
}
function translated(cause, sdk, options) {
  const unanswered = networkFailure(cause, options.server);
  if (unanswered !== void 0) return unanswered;
  if (cause instanceof sdk.S3ServiceException) return s3Failure(answerOf(cause), options, cause);
  if (nameOf(cause) === "CredentialsProviderError")
    return new BucketError("this job has no credentials for it", {
      passes: false,
      next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name an access key in ${options.where}.credentials.`,
      cause
    });
  return cause;
}
function answerOf(error) {
  const region = "Region" in error && typeof error.Region === "string" ? error.Region : headerOf(error, "x-amz-bucket-region");
  return { name: error.name, message: error.message, status: statusOf(error), region };
}
function headerOf(error, name) {
  if (!("$response" in error)) return void 0;
  const response = error.$response;
  if (typeof response !== "object" || response === null || !("headers" in response)) return void 0;
  const { headers } = response;
  if (typeof headers !== "object" || headers === null) return void 0;
  const value = new Map(Object.entries(headers)).get(name);
  return typeof value === "string" ? value : void 0;
}

// src/world/objects/s3/bucket.ts
import { createHash } from "node:crypto";
var mebibyte = 1024 ** 2;
var s3Parts = {
  leastBytes: 5 * mebibyte,
  mostBytes: 5 * 1024 * mebibyte,
  mostParts: 1e4,
  mostObjectBytes: 5 * 1024 * 1024 * mebibyte,
  multipleOf: mebibyte,
  inAnyOrder: true
};
function s3Bucket(asking, options) {
  const { bucket: Bucket } = options;
  const pages = async (prefix, delimiter, signal) => await asking(async ({ sdk, client }) => {
    const objects = [];
    const folders = [];
    let token;
    do {
      const page = await client.send(
        new sdk.ListObjectsV2Command({ Bucket, Prefix: prefix, Delimiter: delimiter, ContinuationToken: token }),
        ending(signal)
      );
      for (const { Key: key, Size: bytes, ETag: version, LastModified: modified } of page.Contents ?? [])
        if (key !== void 0)
          objects.push({ key, bytes: bytes ?? 0, version: version ?? "", modified: modified ?? /* @__PURE__ */ new Date(0) });
      for (const { Prefix: folder } of page.CommonPrefixes ?? [])
        if (folder !== void 0) folders.push(folder.slice(prefix.length, -1));
      token = page.IsTruncated === true ? page.NextContinuationToken : void 0;
    } while (token !== void 0);
    return { objects, folders };
  });
  return {
    description: options.description,
    parts: s3Parts,
    list: async (prefix, signal) => (await pages(prefix, void 0, signal)).objects,
    folders: async (prefix, signal) => (await pages(prefix, "/", signal)).folders,
    read: (Key, from, signal) => asking(async ({ sdk, client }) => {
      const range = `bytes=${from}-${from + pieceBytes - 1}`;
      try {
        return await bytesOf(
          await client.send(new sdk.GetObjectCommand({ Bucket, Key, Range: range }), ending(signal))
        );
      } catch (cause) {
        if (isMissing(cause)) return void 0;
        if (nameOf(cause) === "InvalidRange") return nothing;
        throw cause;
      }
    }),
    create: (Key, bytes, signal) => asking(async ({ sdk, client }) => {
      try {
        const command = new sdk.PutObjectCommand({
          Bucket,
          Key,
          Body: bytes,
          IfNoneMatch: "*",
          ...checksumOf(bytes, options.checksum),
          ...encryptionOf(options)
        });
        await client.send(command, ending(signal));
        return "created";
      } catch (cause) {
        if (nameOf(cause) === "PreconditionFailed" || statusOf(cause) === 412) return "taken";
        throw cause;
      }
    }),
    startUpload: async (Key, signal) => {
      const { UploadId } = await asking(
        ({ sdk, client }) => client.send(
          new sdk.CreateMultipartUploadCommand({
            Bucket,
            Key,
            ...options.checksum === "sha256" && { ChecksumAlgorithm: "SHA256" },
            ...encryptionOf(options),
            ...options.headers
          }),
          ending(signal)
        )
      );
      const sent = /* @__PURE__ */ new Map();
      return {
        send: ({ number }, bytes, own) => asking(async ({ sdk, client }) => {
          const checksum = checksumOf(bytes, options.checksum);
          const command = new sdk.UploadPartCommand({
            Bucket,
            Key,
            UploadId,
            PartNumber: number,
            Body: bytes,
            ...checksum
          });
          const { ETag } = await client.send(command, ending(own));
          const { ChecksumSHA256 } = checksum;
          sent.set(number, { ETag, ...ChecksumSHA256 !== void 0 && { ChecksumSHA256 } });
        }),
        finish: (own) => asking(async ({ sdk, client }) => {
          const Parts = [...sent].toSorted(([one], [other]) => one - other).map(([PartNumber, part]) => ({ PartNumber, ...part }));
          const command = new sdk.CompleteMultipartUploadCommand({
            Bucket,
            Key,
            UploadId,
            MultipartUpload: { Parts }
          });
          try {
            await client.send(command, ending(own));
          } catch (cause) {
            if (nameOf(cause) !== "NoSuchUpload") throw cause;
            await client.send(new sdk.HeadObjectCommand({ Bucket, Key }), ending(own));
          }
        }),
        drop: () => asking(async ({ sdk, client }) => {
          await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
        })
      };
    },
    heldUntil: (Key, signal) => asking(async ({ sdk, client }) => {
      try {
        const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key }), ending(signal));
        if (head.ObjectLockLegalHoldStatus === "ON") return "its legal hold is removed";
        return head.ObjectLockRetainUntilDate?.toISOString();
      } catch (cause) {
        if (isMissing(cause)) return void 0;
        throw cause;
      }
    }),
    remove: (Key, signal) => asking(async ({ sdk, client }) => {
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key }), ending(signal));
    }),
    dropUnfinished: (Prefix, signal) => asking(async ({ sdk, client }) => {
      const { Uploads } = await client.send(new sdk.ListMultipartUploadsCommand({ Bucket, Prefix }), ending(signal));
      for (const { Key, UploadId } of Uploads ?? [])
        await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key, UploadId }), ending(signal));
    })
  };
}
function checksumOf(bytes, kind) {
  const value = createHash(kind).update(bytes).digest("base64");
  return kind === "sha256" ? { ChecksumSHA256: value } : { ContentMD5: value };
}
function encryptionOf({ encryption }) {
  if (encryption === void 0) return {};
  if (encryption === "sse-s3") return { ServerSideEncryption: "AES256" };
  return { ServerSideEncryption: "aws:kms", SSEKMSKeyId: encryption.kmsKey };
}
var nothing = new Uint8Array();

// src/world/objects/s3/contents.ts
var headerNames = [
  "ContentType",
  "CacheControl",
  "ContentDisposition",
  "ContentEncoding",
  "ContentLanguage",
  "WebsiteRedirectLocation"
];
function bucketContents(ask, Bucket, encryption) {
  return {
    versioning: (_, signal) => ask(async ({ sdk, client }) => {
      const { Status } = await client.send(new sdk.GetBucketVersioningCommand({ Bucket }), ending(signal));
      if (Status === "Enabled") return "enabled";
      return Status === "Suspended" ? "suspended" : "never";
    }),
    expiry: (prefix, signal) => ask(async ({ sdk, client }) => {
      try {
        const command = new sdk.GetBucketLifecycleConfigurationCommand({ Bucket });
        const { Rules = [] } = await client.send(command, ending(signal));
        const active = Rules.filter(({ Status, Filter, Prefix }) => {
          const own = Filter?.Prefix ?? Filter?.And?.Prefix ?? Prefix ?? "";
          return Status === "Enabled" && (own.startsWith(prefix) || prefix.startsWith(own));
        });
        const days = active.flatMap(({ NoncurrentVersionExpiration: rule }) => rule?.NoncurrentDays ?? []);
        return {
          ...days.length > 0 && { replacedDays: Math.min(...days) },
          removesCurrent: active.some(({ Expiration: rule }) => rule?.Days !== void 0 || rule?.Date !== void 0)
        };
      } catch (cause) {
        if (nameOf(cause) === "NoSuchLifecycleConfiguration") return { removesCurrent: false };
        throw cause;
      }
    }),
    current: (prefix, signal) => ask(async ({ sdk, client }) => {
      const found = [];
      let next = {};
      while (next !== void 0) {
        const command = new sdk.ListObjectVersionsCommand({ Bucket, Prefix: prefix, ...next });
        const page = await client.send(command, ending(signal));
        for (const { Key: key, VersionId: version, Size: bytes, IsLatest } of page.Versions ?? []) {
          if (key !== void 0 && IsLatest === true) found.push({ key, version, bytes: bytes ?? 0 });
        }
        next = page.IsTruncated === true ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : void 0;
      }
      return found;
    }),
    read: ({ key: Key, version: VersionId }, from, signal) => ask(async ({ sdk, client }) => {
      try {
        const Range = `bytes=${from}-${from + pieceBytes - 1}`;
        const answer = await client.send(new sdk.GetObjectCommand({ Bucket, Key, VersionId, Range }), ending(signal));
        return { bytes: await bytesOf(answer), headers: headersOf(answer) };
      } catch (cause) {
        if (isMissing(cause) || nameOf(cause) === "NoSuchVersion") return void 0;
        if (nameOf(cause) !== "InvalidRange") throw cause;
        const head = await client.send(new sdk.HeadObjectCommand({ Bucket, Key, VersionId }), ending(signal));
        return { bytes: new Uint8Array(), headers: headersOf(head) };
      }
    }),
    copy: (from, Key, signal) => ask(async ({ sdk, client }) => {
      const version = from.version === void 0 ? "" : `?versionId=${encodeURIComponent(from.version)}`;
      const path = from.key.split("/").map(encodeURIComponent).join("/");
      const command = new sdk.CopyObjectCommand({
        Bucket,
        Key,
        CopySource: `${from.bucket}/${path}${version}`,
        ...encryption
      });
      await client.send(command, ending(signal));
    })
  };
}
function headersOf(answer) {
  const plain = headerNames.flatMap((name) => {
    const value = answer[name];
    return value === void 0 ? [] : [[name, value]];
  });
  const own = Object.entries(answer.Metadata ?? {}).toSorted(([one], [other]) => one < other ? -1 : 1);
  return { ...Object.fromEntries(plain), ...own.length > 0 && { Metadata: Object.fromEntries(own) } };
}

// src/world/objects/s3/open.ts
function openS3(settings, context) {
  return connectS3(settings, context);
}
function connectS3(settings, { effects, where, placeholders }) {
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { environment } = effects;
  const bucket = fill(settings.bucket, "bucket");
  const endpoint = settings.endpoint === void 0 ? void 0 : serverOf(fill(settings.endpoint, "endpoint"), where);
  const region = regionOf(settings, endpoint, environment, where, fill);
  const credentials = credentialsOf(settings, environment, fill);
  for (const secret of [credentials?.secretAccessKey, credentials?.sessionToken]) if (secret) effects.mask(secret);
  const sse = settings["server-side-encryption"];
  let opened;
  const connect = async () => {
    const sdk = await import("./clients/s3.js");
    const client = new sdk.S3Client({
      region,
      forcePathStyle: settings["path-style"],
      // What may pass is asked again by whoever asks, with a clock that can be stopped.
      maxAttempts: 1,
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      requestHandler: requestHandler(effects.fetch),
      ...endpoint !== void 0 && { endpoint },
      ...credentials && { credentials }
    });
    return { sdk, client };
  };
  const open = async () => {
    opened ??= connect();
    return await opened;
  };
  const options = {
    ...{ description: `s3 ${bucket}`, bucket, region, where },
    server: endpoint ?? `s3.${region}.amazonaws.com`,
    checksum: settings.checksum,
    encryption: typeof sse === "object" ? { kmsKey: fill(sse["kms-key"], "server-side-encryption.kms-key") } : sse
  };
  const asking = askingS3(open, options);
  return {
    name: bucket,
    server: options.server,
    prefix: fill(settings.prefix, "prefix").replace(/\/+$/, ""),
    bucket: s3Bucket(asking, options),
    contents: bucketContents(asking, bucket, encryptionOf(options)),
    storing: (headers) => s3Bucket(asking, { ...options, headers })
  };
}
function regionOf({ region }, endpoint, environment, where, fill) {
  if (region !== void 0) return fill(region, "region");
  const found = environmentRegion(environment);
  if (found) return found;
  if (endpoint !== void 0) return "us-east-1";
  throw new UserError({
    happened: `${where} names no region, and the variable AWS_REGION is not set.`,
    means: "The bucket could not be found. Nothing was done.",
    next: `Write "region:" into ${where}, or let the login step of the job set AWS_REGION.`
  });
}
function credentialsOf({ credentials: named }, environment, fill) {
  if (named !== void 0) {
    const token = named["session-token"];
    return {
      accessKeyId: fill(named["access-key-id"], "credentials.access-key-id"),
      secretAccessKey: fill(named["secret-access-key"], "credentials.secret-access-key"),
      ...token !== void 0 && { sessionToken: fill(token, "credentials.session-token") }
    };
  }
  return environmentCredentials(environment);
}
function serverOf(endpoint, where) {
  const url = URL.parse(endpoint);
  if (url && /^https?:$/.test(url.protocol)) return endpoint.replace(/\/+$/, "");
  throw new UserError({
    happened: `${where}.endpoint is ${JSON.stringify(endpoint)}, which is not an address.`,
    means: "Nothing was done.",
    next: "Write the whole address, such as https://minio.example.com:9000."
  });
}

export {
  openS3,
  connectS3
};
