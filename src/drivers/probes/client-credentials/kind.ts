import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { duration, template } from '../../../core/settings/scalars.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import { type AccessToken, accessToken, type TokenAnswer } from '../../../world/secrets/access-token.ts';
import { parseJson } from '../json-value.ts';
import { reasonOf, withoutCredentials } from '../no-answer.ts';
import { ownConnection } from '../own-connection.ts';

const settings = () =>
  z.strictObject({
    'token-url': template.meta({
      description: "The token endpoint of the server. `{url}` stands for the environment's `url`.",
      examples: ['{url}/oauth2/token'],
    }),
    'client-id': template.meta({ description: 'The id of the client.', examples: ['${PRODUCTION_CLIENT_ID}'] }),
    'client-secret': template.meta({
      description: 'Its secret. A `${NAME}`, never written out.',
      examples: ['${PRODUCTION_CLIENT_SECRET}'],
    }),
    scope: template.optional().describe('The scope of the token, if the server requires one.'),
    auth: z
      .enum(['basic', 'body'])
      .default('basic')
      .describe('How the client authenticates: with a Basic header, or in the body of the request.'),
    timeout: duration.prefault('10s'),
  });
type Settings = z.output<ReturnType<typeof settings>>;

/** OAuth 2 client credentials: https://www.rfc-editor.org/rfc/rfc6749#section-4.4 */
export const clientCredentials: z.ZodType<Part<AccessToken>> = kind('client-credentials', settings, open);

function open(chosen: Settings, context: PartContext): AccessToken {
  const { effects, where } = context;
  const { signal, clock } = effects;
  const fill = (key: 'token-url' | 'client-id' | 'client-secret'): string =>
    effects.variables.fill(chosen[key], `${where}.${key}`, context.placeholders);
  const url = checkedUrl(fill('token-url'), `${where}.token-url`);
  const id = fill('client-id');
  const secret = fill('client-secret');
  effects.mask(secret);
  const login = Buffer.from(`${formEncoded(id)}:${formEncoded(secret)}`).toString('base64');
  effects.mask(login);
  const scope =
    chosen.scope === undefined
      ? {}
      : { scope: effects.variables.fill(chosen.scope, `${where}.scope`, context.placeholders) };
  const own = chosen.auth === 'body' ? { client_id: id, client_secret: secret } : {};
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...scope, ...own }).toString();
  const credential = `the credential "${where.replace(/\.client-credentials$/, '')}"`;
  const none = (why: string, refused: boolean): TokenAnswer => ({
    kind: 'none',
    reason: `${credential} got no token: ${withoutCredentials(url)} ${why}`,
    refused,
  });

  const ask = async (): Promise<TokenAnswer> => {
    try {
      const response = await effects.fetch(url, {
        method: 'POST',
        headers: {
          ...ownConnection,
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          ...(chosen.auth === 'basic' ? { authorization: `Basic ${login}` } : {}),
        },
        body,
        // A secret is never sent on to the target of a redirect.
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(chosen.timeout), signal]),
      });
      const { status } = response;
      const text = await response.text();
      if (status !== 200) return none(`answered ${status}${errorCode(text)}`, [400, 401, 403].includes(status));
      const read = tokenIn(text);
      if (read.kind === 'malformed') return none(`answered 200, but ${read.why}`, false);
      effects.mask(read.value);
      return read;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      return none(`does not answer: ${reasonOf(error, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask, clock);
}

/** A client's name and secret as they are encoded in a Basic header: https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

/** The server's own code for what is wrong. Any other text in its answer may contain what it was sent. */
function errorCode(text: string): string {
  const read = parseJson(text);
  const answer = read.kind === 'json' ? z.looseObject({ error: z.string() }).safeParse(read.value) : undefined;
  return answer?.success === true && /^[a-z]+(_[a-z]+)*$/.test(answer.data.error) && answer.data.error.length <= 40
    ? ` "${answer.data.error}"`
    : '';
}

const any = z.unknown().optional();
const tokenAnswer = z.looseObject({ access_token: any, token_type: any, expires_in: any });

type TokenRead =
  | { readonly kind: 'token'; readonly value: string; readonly milliseconds: number | undefined }
  | { readonly kind: 'malformed'; readonly why: string };

function tokenIn(text: string): TokenRead {
  const malformed = (why: string): TokenRead => ({ kind: 'malformed', why });
  const read = parseJson(text);
  if (read.kind === 'not-json') return malformed(`its answer ${read.reason}`);
  const answer = tokenAnswer.safeParse(read.value);
  if (!answer.success) return malformed('its answer is not a JSON object');
  const { access_token: value, token_type: type, expires_in: seconds } = answer.data;
  // It is put into a header unchanged.
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value))
    return malformed('its answer has no "access_token" that can be sent in a header');
  if (type !== undefined && (typeof type !== 'string' || type.toLowerCase() !== 'bearer'))
    return malformed('the "token_type" of its answer is not "Bearer"');
  if (seconds === undefined || seconds === null) return { kind: 'token', value, milliseconds: undefined };
  // Some servers write the number as a text.
  const number = typeof seconds === 'string' && /^\d+$/.test(seconds) ? Number(seconds) : seconds;
  return typeof number === 'number' && Number.isFinite(number) && number > 0
    ? { kind: 'token', value, milliseconds: number * 1000 }
    : malformed('the "expires_in" of its answer is not a number of seconds above 0');
}

/** Never shown: it may contain a user and a password. */
function checkedUrl(text: string, where: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href;
  throw new UserError({
    happened: `The address of ${where} is not one that starts with http:// or https:// and has no user in it.`,
    means: 'Without a token nothing can be observed. Nothing was done.',
    next: `Write it in full, such as "{url}/oauth2/token"; who asks is under "client-id" and "client-secret".`,
  });
}
