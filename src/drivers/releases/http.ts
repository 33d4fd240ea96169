import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { noAnswer, shownUrl } from './http-failure.ts';
import { type Judgement, judgeTransient, type Reply } from './http-retry.ts';
import { releaseLimits } from './limits.ts';

export interface HttpRequest {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  /** For a protocol that uses POST even for reads. */
  readonly form?: string | Uint8Array<ArrayBuffer>;
}

/** Sends the request; resolves with the last answer, even with an error status. */
export type Http = (request: HttpRequest, signal?: AbortSignal) => Promise<Reply>;

export interface HttpOptions {
  /** What is read, for messages: `npm package unleash-server`. */
  readonly source: string;
  /** Whether an answer is final, or the request should be repeated and when. */
  readonly judge?: (reply: Reply, attempt: number, now: Date) => Judgement;
}

const timeoutMilliseconds = 60_000;
const attempts = 4;
/** The total wait for one request; a server that limits us for longer is reported instead. */
const retryMilliseconds = 15 * 60_000;
const largestBody = releaseLimits.answerMegabytes * 1024 * 1024;

/**
 * Over `effects.fetch`: 60 s for each attempt, at most 4 attempts, at most 15 minutes of waiting between them.
 * Rejects with a SystemFailure if no attempt got a complete answer.
 */
export function httpClient(effects: Pick<Effects, 'fetch' | 'clock' | 'log' | 'signal'>, options: HttpOptions): Http {
  const judge = options.judge ?? judgeTransient;
  return async (request, signal) => {
    const { url } = request;
    const ends = signal ? [effects.signal, signal] : [effects.signal];
    const cancelled = AbortSignal.any(ends);
    let waited = 0;
    for (let attempt = 1; ; attempt++) {
      cancelled.throwIfAborted();
      const asked = await ask(effects.fetch, request, cancelled);
      const judgement = asked.kind === 'reply' ? judge(asked.reply, attempt, effects.clock.now()) : retryLater(attempt);
      const retries =
        judgement.kind === 'again' && attempt < attempts && waited + judgement.milliseconds <= retryMilliseconds;
      if (!retries) {
        if (asked.kind === 'reply') return asked.reply;
        throw noAnswer(options.source, url, asked.cause, attempt, timeoutMilliseconds);
      }
      if (judgement.milliseconds >= 10_000) {
        const seconds = Math.ceil(judgement.milliseconds / 1000);
        effects.log.warn(`Waiting ${seconds} s before asking ${shownUrl(url)} again: ${judgement.why}.`);
      }
      waited += judgement.milliseconds;
      await effects.clock.sleep(judgement.milliseconds, cancelled);
    }
  };
}

type Asked = { readonly kind: 'reply'; readonly reply: Reply } | { readonly kind: 'none'; readonly cause: unknown };

async function ask(
  fetch: Effects['fetch'],
  { url, headers, form }: HttpRequest,
  cancelled: AbortSignal,
): Promise<Asked> {
  try {
    const response = await fetch(url, {
      ...(form !== undefined && { method: 'POST', body: form }),
      headers: { 'user-agent': 'staged-upgrade', ...headers },
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMilliseconds)]),
    });
    const body = await readBody(response, url);
    return { kind: 'reply', reply: { status: response.status, headers: response.headers, body } };
  } catch (cause) {
    cancelled.throwIfAborted();
    if (cause instanceof SystemFailure || cause instanceof UserError) throw cause;
    return { kind: 'none', cause };
  }
}

/** The whole body: a truncated answer rejects, so that half a list is never taken for a complete one. */
async function readBody(response: Response, url: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBody) throw tooLarge(url);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function retryLater(attempt: number): Judgement {
  return { kind: 'again', milliseconds: 1000 * 2 ** (attempt - 1), why: 'it did not answer' };
}

function tooLarge(url: URL): SystemFailure {
  return new SystemFailure({
    happened: `${shownUrl(url)} answered with more than ${largestBody / 1024 / 1024} MiB.`,
    means: 'The list of releases is incomplete, so no path was planned.',
    next: 'Check that the address is right, or use another release source, such as a file.',
  });
}
