import { z } from 'zod';
import { readJson } from '../answer.ts';
import type { Http } from '../http.ts';
import { refusedAnswer } from '../http-failure.ts';
import type { Reply } from '../http-retry.ts';
import { basicAuthorization } from '../server-address.ts';
import { readChallenge } from './challenge.ts';
import type { ImageName } from './image-name.ts';

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** Some registries name it one way, some the other: https://distribution.github.io/distribution/spec/auth/token/ */
const tokenAnswer = z.lazy(() =>
  z
    .object({ token: z.string().min(1).optional(), access_token: z.string().min(1).optional() })
    .transform((answer) => answer.token ?? answer.access_token)
    .pipe(z.string()),
);

/**
 * Sends requests to a registry, and answers its challenge: with a token for this image alone, or with the login itself. A token
 * that expires between two pages is renewed, once per page.
 */
export function registryClient(
  image: ImageName,
  login: Login | undefined,
  http: Http,
  source: string,
): (url: URL, signal: AbortSignal | undefined) => Promise<Reply> {
  const basic = login && basicAuthorization(login.user, login.password);
  let authorization: { readonly authorization: string } | undefined;

  const answerTo = async (refusal: Reply, signal: AbortSignal | undefined) => {
    const scope = `repository:${image.repository}:pull`;
    const challenge = readChallenge(refusal.headers.get('www-authenticate'), image.registry, scope);
    if (challenge.kind === 'unknown') return undefined;
    if (challenge.kind === 'basic') return basic;
    const reply = await http({ url: challenge.realm, headers: basic ?? {} }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, challenge.realm, reply);
    return { authorization: `Bearer ${readJson(tokenAnswer, reply, { source, url: challenge.realm })}` };
  };

  return async (url, signal) => {
    const reply = await http({ url, headers: authorization ?? {} }, signal);
    if (reply.status !== 401) return reply;
    authorization = await answerTo(reply, signal);
    return authorization === undefined ? reply : await http({ url, headers: authorization }, signal);
  };
}
