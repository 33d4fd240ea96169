import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  environmentCredentials,
  environmentRegion,
  requestHandler
} from "./chunk-MGAK7HUW.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/aws/access.ts
function awsAccess(settings, context, signal) {
  const { effects, where, placeholders } = context;
  const { environment } = effects;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const region = settings.region === void 0 ? environmentRegion(environment) : fill(settings.region, "region");
  if (region === void 0) throw noRegion(where);
  const endpoint = settings.endpoint === void 0 ? environment.AWS_ENDPOINT_URL : fill(settings.endpoint, "endpoint");
  const credentials = environmentCredentials(environment);
  for (const secret of [credentials?.secretAccessKey, credentials?.sessionToken]) if (secret) effects.mask(secret);
  return {
    region,
    clock: effects.clock,
    signal: signal ? AbortSignal.any([signal, effects.signal]) : effects.signal,
    clientSettings: {
      region,
      // What may pass is asked again by `askAws`, with a clock that can be stopped.
      maxAttempts: 1,
      requestHandler: requestHandler(effects.fetch),
      ...endpoint && { endpoint },
      ...credentials && { credentials }
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
async function askAws({ clock, signal }, call) {
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await call({ abortSignal: signal });
    } catch (cause) {
      signal.throwIfAborted();
      const error = awsError(cause);
      if (error === void 0) throw cause;
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
