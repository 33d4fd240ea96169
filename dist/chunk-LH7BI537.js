import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  environmentCredentials,
  environmentRegion,
  requestHandler
} from "./chunk-MGAK7HUW.js";
import {
  object,
  string
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/aws/credentials.ts
var vouched = object({ value: string().min(1) });
var assumed = /^arn:(?<partition>[\w-]+):sts::(?<account>\d{12}):assumed-role\/(?<role>[^/]+)\//;
function jobCredentials(effects, request) {
  const { environment } = effects;
  const first = environmentCredentials(environment);
  if (first === void 0) return void 0;
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token, AWS_ROLE_ARN: named } = environment;
  const mayRenew = Boolean(url && token && first.sessionToken);
  const keep = {
    // What has ended makes the client ask here each time, and so get what was renewed meanwhile.
    keys: { ...first, ...mayRenew && { expiration: /* @__PURE__ */ new Date(0) } },
    role: void 0,
    renewed: {}
  };
  const connected = async (credentials) => {
    const sdk = await import("./clients/sts.js");
    return { sdk, client: new sdk.STSClient({ ...request, credentials, maxAttempts: 1 }) };
  };
  const roleOf = async () => {
    if (named) return named;
    const { sdk, client } = await connected(first);
    const { Arn = "" } = await client.send(new sdk.GetCallerIdentityCommand({}));
    const { partition, account, role } = assumed.exec(Arn)?.groups ?? {};
    return role === void 0 ? void 0 : `arn:${partition}:iam::${account}:role/${role}`;
  };
  return {
    now: async () => {
      if (mayRenew) keep.role ??= roleOf().catch(() => void 0);
      return keep.keys;
    },
    get renewed() {
      return keep.renewed;
    },
    renew: async (signal) => {
      const role = await keep.role;
      if (!mayRenew || role === void 0) return false;
      const answer = await effects.fetch(`${url}&audience=sts.amazonaws.com`, {
        headers: { authorization: `bearer ${token}` },
        signal
      });
      const read = vouched.safeParse(await answer.json().catch(() => void 0));
      if (!answer.ok || !read.success) return false;
      effects.mask(read.data.value);
      const { sdk, client } = await connected(first);
      const RoleSessionName = "staged-upgrade";
      const asked = { RoleArn: role, RoleSessionName, WebIdentityToken: read.data.value };
      const { Credentials: given } = await client.send(new sdk.AssumeRoleWithWebIdentityCommand(asked), {
        abortSignal: signal
      });
      const { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, SessionToken: sessionToken } = given ?? {};
      if (!accessKeyId || !secretAccessKey || !sessionToken) return false;
      for (const secret of [secretAccessKey, sessionToken]) effects.mask(secret);
      keep.keys = { accessKeyId, secretAccessKey, sessionToken, expiration: /* @__PURE__ */ new Date(0) };
      keep.renewed = {
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
        AWS_SESSION_TOKEN: sessionToken
      };
      return true;
    }
  };
}

// src/world/aws/access.ts
function awsAccess(settings, context, signal) {
  const { effects, where, placeholders } = context;
  const { environment } = effects;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const region = settings.region === void 0 ? environmentRegion(environment) : fill(settings.region, "region");
  if (region === void 0) throw noRegion(where);
  const endpoint = settings.endpoint === void 0 ? environment.AWS_ENDPOINT_URL : fill(settings.endpoint, "endpoint");
  const found = environmentCredentials(environment);
  for (const secret of [found?.secretAccessKey, found?.sessionToken]) if (secret) effects.mask(secret);
  const handler = requestHandler(effects.fetch);
  const credentials = jobCredentials(effects, { region, ...endpoint && { endpoint }, requestHandler: handler });
  return {
    region,
    ...credentials && { credentials },
    clock: effects.clock,
    signal: signal ? AbortSignal.any([signal, effects.signal]) : effects.signal,
    clientSettings: {
      region,
      // What may pass is asked again by `askAws`, with a clock that can be stopped.
      maxAttempts: 1,
      requestHandler: handler,
      ...endpoint && { endpoint },
      ...credentials && { credentials: credentials.now }
    }
  };
}
function noRegion(where) {
  return new UserError({
    happened: `${where} names no region, and the variable AWS_REGION is not set.`,
    means: "Nothing was asked of AWS, and nothing was done.",
    next: `Write "region:" into ${where}, or let the login step of the job set AWS_REGION.`
  });
}

// src/world/aws/ask.ts
var AwsError = class extends Error {
  name = "AwsError";
  /** As the service names it: `ClusterNotFoundException`. */
  code;
  /** Whether it may pass by itself. */
  passes;
  constructor(code, message, { passes, cause }) {
    super(message, { cause });
    this.code = code;
    this.passes = passes;
  }
};
var attempts = 8;
var firstPause = 500;
var longestPause = 3e4;
async function askAws({ clock, signal, credentials }, call) {
  let mayRenew = credentials !== void 0;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await call({ abortSignal: signal });
    } catch (cause) {
      signal.throwIfAborted();
      const error = awsError(cause);
      if (error === void 0) throw cause;
      if (mayRenew && expired.test(error.code)) {
        mayRenew = false;
        if (await credentials?.renew(signal).catch(() => false)) continue;
      }
      if (!error.passes || attempt === attempts) throw error;
      await clock.sleep(pause(attempt), signal);
    }
  }
}
function pause(attempt) {
  const whole = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
  return whole / 2 + Math.random() * whole / 2;
}
var busy = /throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|InternalFailure|InternalError|ServerException|RequestTimeout|PriorRequestNotComplete/i;
function awsError(cause) {
  if (!(cause instanceof Error)) return void 0;
  if (cause instanceof TypeError && /fetch failed|terminated|other side closed/.test(cause.message)) {
    const code = networkCode(cause.cause);
    return new AwsError("NoAnswer", `it did not answer${code === "" ? "" : ` (${code})`}`, { passes: true, cause });
  }
  if (cause.name === "CredentialsProviderError") {
    return new AwsError(cause.name, "there are no credentials", { passes: false, cause });
  }
  const status = statusOf(cause);
  if (status === void 0) return void 0;
  const passes = busy.test(cause.name) || status === 429 || status >= 500;
  return new AwsError(cause.name, cause.message.replace(/\.$/, ""), { passes, cause });
}
function networkCode(cause) {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
}
function statusOf(error) {
  if (!("$metadata" in error) || typeof error.$metadata !== "object" || error.$metadata === null) return void 0;
  const { $metadata: about } = error;
  return "httpStatusCode" in about && typeof about.httpStatusCode === "number" ? about.httpStatusCode : void 0;
}
var expired = /^(?:ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/;
var unknownKey = /^(?:InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId)$/;
var noRight = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedException)$/;
function isRefused({ code }) {
  return [expired, unknownKey, noRight].some((each) => each.test(code)) || code === "CredentialsProviderError";
}
function nextAfter({ code, passes }) {
  if (expired.test(code))
    return "Run the job again, which logs in again. If this happens again, let the login step ask for a longer session (role-duration-seconds), and allow it for the role.";
  if (unknownKey.test(code) || code === "CredentialsProviderError")
    return "Check the login step of the job: it must set the credentials of this account. Then run the step again.";
  if (noRight.test(code)) return "Give the role of this job that right, then run the step again.";
  if (passes) return "Run the step again later. If it persists, see the status of the service.";
  return "Correct the cause, and run the step again.";
}
function awsFailure(what, error, means) {
  const detail = {
    happened: `${what}: ${error.message} (${error.code}).`,
    means,
    next: nextAfter(error)
  };
  return new SystemFailure(detail, { cause: error });
}

export {
  awsAccess,
  AwsError,
  askAws,
  isRefused,
  nextAfter,
  awsFailure
};
