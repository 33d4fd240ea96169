import type { SystemFailure } from '../../../core/messages/errors.ts';
import { dayTime } from '../../../core/messages/moments.ts';
import { refusedAnswer } from '../http-failure.ts';
import type { Reply } from '../http-retry.ts';
import { limitOf, untilReset } from './retry.ts';

export function refusedByGitHub(
  source: string,
  url: URL,
  reply: Reply,
  asked: { readonly withToken: boolean; readonly now: Date },
): SystemFailure {
  return refusedAnswer(source, url, reply, adviceOnReply(reply, asked));
}

function adviceOnReply(reply: Reply, { withToken, now }: { withToken: boolean; now: Date }): string | undefined {
  const limit = limitOf(reply);
  if (limit !== 'none') {
    const reset = untilReset(reply, now);
    const again = reset === undefined ? 'later' : `after ${dayTime(new Date(now.getTime() + reset).toISOString())}`;
    const token = withToken ? '' : ' Without a token GitHub answers 60 requests an hour: give the job GITHUB_TOKEN.';
    return `GitHub's ${limit} rate limit is reached: run the command again ${again}, or use a pinned copy with --releases.${token}`;
  }
  if (reply.status === 401) {
    return 'The token is not valid, or has expired: renew it, or leave it out for a public repository.';
  }
  if (reply.status === 403) {
    return 'The token may not read this: it needs "contents: read" on the repository, and must be authorized for its organization where single sign-on is asked for.';
  }
  if (reply.status === 404 && withToken) {
    return 'Check the name of the repository; for a private one, the token must be given access to it (contents: read).';
  }
  if (reply.status === 404) {
    return 'Check the name of the repository; a private one needs a token that may read it, in GITHUB_TOKEN or under "token".';
  }
  // Seen as "Only the first 1000 results are available": https://github.com/iree-org/iree/pull/16506
  if (reply.status === 422) {
    return 'GitHub shows only the newest 1,000 releases of a repository: read its tags (github-tags), or keep a file of releases.';
  }
  return undefined;
}
