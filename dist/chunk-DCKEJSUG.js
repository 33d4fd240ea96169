import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ProxyFailure
} from "./chunk-E45A5XVO.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/drivers/releases/http-failure.ts
var means = "The releases are not known whole, so no path was planned.";
var harmlessParameters = /* @__PURE__ */ new Set(["page", "per_page", "n", "last", "service", "scope"]);
function shownUrl(url) {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  shown.hash = "";
  for (const name of new Set(shown.searchParams.keys())) {
    if (!harmlessParameters.has(name)) shown.searchParams.set(name, "***");
  }
  return shown.href;
}
function refusedAnswer(source, url, reply, next) {
  return new SystemFailure({
    happened: `The releases could not be read from ${source}: ${shownUrl(url)} answered ${reply.status}.`,
    means,
    next: next ?? adviceOnStatus(reply.status)
  });
}
function noAnswer(source, url, cause, attempts2, timeout) {
  const happened = `The releases could not be read from ${source}: ${shownUrl(url)} gave no whole answer in ${attempts2} attempts (${reasonOf(cause, timeout)}).`;
  const next = "Check the address, the network and the proxy of this machine, then run the command again.";
  return new SystemFailure({ happened, means, next }, { cause });
}
function malformedResponse(source, url, what) {
  return new SystemFailure({
    happened: `The releases could not be read from ${source}: what ${shownUrl(url)} answered ${what}.`,
    means,
    next: "Check that the address is that of such a server, and that no proxy or login page answers in its place."
  });
}
function adviceOnStatus(status) {
  if (status === 401) return "Check the credential that is configured for this source; it may have expired.";
  if (status === 403) return "The server refuses: check the credential of this source and what it may read.";
  if (status === 404) return "Check the name; a private one also answers 404 when the credential may not read it.";
  if (status === 429) return "The server limits how often it is asked: run the command again later.";
  if (status >= 500)
    return "The server's own failure: run the command again later, or use a pinned copy with --releases.";
  return "Check the address and the name.";
}
function reasonOf(cause, timeout) {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof ProxyFailure) return error.message;
    if (error.name === "TimeoutError") return `nothing within ${timeout / 1e3} s`;
    if ("code" in error && typeof error.code === "string") return error.code;
    if (error.cause === void 0) return error.message;
  }
  return String(cause);
}

// src/drivers/releases/http-retry.ts
var transient = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);
function judgeTransient(reply, attempt, now) {
  if (!transient.has(reply.status)) return { kind: "final" };
  const milliseconds = retryAfter(reply.headers, now) ?? 1e3 * 2 ** (attempt - 1);
  return { kind: "again", milliseconds, why: `it answered ${reply.status}` };
}
function retryAfter(headers, now) {
  const text = headers.get("retry-after")?.trim();
  if (text === void 0 || text === "") return void 0;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1e3;
  const date = Date.parse(text);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now.getTime());
}

// src/drivers/releases/limits.ts
var releaseLimits = {
  /** Of one answer: npm documents of old packages have tens of megabytes. */
  answerMegabytes: 256,
  releases: 1e5
};

// src/drivers/releases/http.ts
var timeoutMilliseconds = 6e4;
var attempts = 4;
var retryMilliseconds = 15 * 6e4;
var largestBody = releaseLimits.answerMegabytes * 1024 * 1024;
function httpClient(effects, options) {
  const judge = options.judge ?? judgeTransient;
  return async (request, signal) => {
    const { url } = request;
    const ends = signal ? [effects.signal, signal] : [effects.signal];
    const cancelled = AbortSignal.any(ends);
    let waited = 0;
    for (let attempt = 1; ; attempt++) {
      cancelled.throwIfAborted();
      const asked = await ask(effects.fetch, request, cancelled);
      const judgement = asked.kind === "reply" ? judge(asked.reply, attempt, effects.clock.now()) : retryLater(attempt);
      const goesOn = judgement.kind === "again" && attempt < attempts && waited + judgement.milliseconds <= retryMilliseconds;
      if (!goesOn) {
        if (asked.kind === "reply") return asked.reply;
        throw noAnswer(options.source, url, asked.cause, attempt, timeoutMilliseconds);
      }
      if (judgement.milliseconds >= 1e4) {
        const seconds = Math.ceil(judgement.milliseconds / 1e3);
        effects.log.warn(`Waiting ${seconds} s before asking ${shownUrl(url)} again: ${judgement.why}.`);
      }
      waited += judgement.milliseconds;
      await effects.clock.sleep(judgement.milliseconds, cancelled);
    }
  };
}
async function ask(fetch, { url, headers, form }, cancelled) {
  try {
    const response = await fetch(url, {
      ...form !== void 0 && { method: "POST", body: form },
      headers: { "user-agent": "staged-upgrade", ...headers },
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMilliseconds)])
    });
    const body = await readBody(response, url);
    return { kind: "reply", reply: { status: response.status, headers: response.headers, body } };
  } catch (cause) {
    cancelled.throwIfAborted();
    if (cause instanceof SystemFailure || cause instanceof UserError) throw cause;
    return { kind: "none", cause };
  }
}
async function readBody(response, url) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBody) throw tooLarge(url);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function retryLater(attempt) {
  return { kind: "again", milliseconds: 1e3 * 2 ** (attempt - 1), why: "it did not answer" };
}
function tooLarge(url) {
  return new SystemFailure({
    happened: `${shownUrl(url)} answered with more than ${largestBody / 1024 / 1024} MiB.`,
    means: "The releases are not known whole, so no path was planned.",
    next: "Check that the address is right, or use another release source, such as a file."
  });
}

export {
  shownUrl,
  refusedAnswer,
  malformedResponse,
  judgeTransient,
  retryAfter,
  releaseLimits,
  httpClient
};
