import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { duration, template } from '../../../core/settings/scalars.ts';
import { kind, type Part, type PartContext } from '../../../world/effects/kind.ts';
import { type AccessToken, accessToken, type TokenAnswer } from '../../../world/secrets/access-token.ts';
import { parseJson, textOf, valueAt } from '../json-value.ts';
import { reasonOf, withoutCredentials } from '../no-answer.ts';
import { ownConnection } from '../own-connection.ts';

const settings = () =>
  z
    .strictObject({
      path: template.meta({
        description: "The path of the login. It is appended to the environment's `url`.",
        examples: ['/api/auth/login'],
      }),
      body: z
        .record(z.string(), template)
        .optional()
        .describe('What is sent: `{ username: "${PRODUCTION_USER}", password: "${PRODUCTION_PASSWORD}" }`.'),
      content: z.enum(['json', 'form']).default('json').describe('How `body` is sent.'),
      basic: z
        .strictObject({ user: template, password: template })
        .optional()
        .describe('A name and its password in a Basic header, instead of a body or in addition to it.'),
      token: z
        .string()
        .min(1)
        .optional()
        .describe('Dotted path of the token in the JSON response. Default: the whole response.'),
      expires: z
        .string()
        .min(1)
        .optional()
        .describe('Dotted path of the number of seconds for which the token is valid. It is not needed for a JWT.'),
      timeout: duration.prefault('10s'),
    })
    .refine(({ body, basic }) => body !== undefined || basic !== undefined, {
      error: 'a login with "body" or "basic": who logs in',
    })
    .describe('A login that yields a token, which is renewed before it expires.');
type Settings = z.output<ReturnType<typeof settings>>;

/** A login returns a token, which is then sent. */
export const login: z.ZodType<Part<AccessToken>> = kind('login', settings, open);

function open(chosen: Settings, context: PartContext): AccessToken {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const url = fill(`{url}${chosen.path}`, 'path');
  const sent = Object.entries(chosen.body ?? {}).map(([name, value]) => [name, fill(value, `body.${name}`)] as const);
  const headers = {
    ...ownConnection,
    accept: 'application/json',
    ...typeOf(chosen),
    ...basicHeader(chosen, fill, effects.mask),
  };
  const content = Object.fromEntries(sent);
  const body = chosen.content === 'form' ? new URLSearchParams(content).toString() : JSON.stringify(content);
  const credential = `the credential "${where.replace(/\.login$/, '')}"`;
  const none = (why: string, refused: boolean): TokenAnswer => ({
    kind: 'none',
    reason: `${credential} got no token: ${withoutCredentials(url)} ${why}`,
    refused,
  });

  const ask = async (): Promise<TokenAnswer> => {
    try {
      const response = await effects.fetch(url, {
        method: 'POST',
        headers,
        ...(chosen.body === undefined ? {} : { body }),
        // A password is never sent on to the target of a redirect.
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(chosen.timeout), effects.signal]),
      });
      const text = await response.text();
      const { status } = response;
      if (status < 200 || status > 299) return none(`answered ${status}`, [400, 401, 403].includes(status));
      const read = tokenIn(text, chosen, effects.clock.now().getTime());
      if (read.kind === 'malformed') return none(`answered ${status}, but ${read.why}`, false);
      effects.mask(read.value);
      return read;
    } catch (error) {
      effects.signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      return none(`does not answer: ${reasonOf(error, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask, effects.clock);
}

function typeOf({ body, content }: Settings): Readonly<Record<string, string>> {
  if (body === undefined) return {};
  return { 'content-type': content === 'form' ? 'application/x-www-form-urlencoded' : 'application/json' };
}

function basicHeader(
  { basic }: Settings,
  fill: (text: string, key: string) => string,
  mask: (secret: string) => void,
): Readonly<Record<string, string>> {
  if (basic === undefined) return {};
  const pair = `${fill(basic.user, 'basic.user')}:${fill(basic.password, 'basic.password')}`;
  const encoded = Buffer.from(pair).toString('base64');
  mask(encoded);
  return { authorization: `Basic ${encoded}` };
}

type TokenRead =
  | { readonly kind: 'token'; readonly value: string; readonly milliseconds: number | undefined }
  | { readonly kind: 'malformed'; readonly why: string };

function tokenIn(text: string, { token, expires }: Settings, now: number): TokenRead {
  const malformed = (why: string): TokenRead => ({ kind: 'malformed', why });
  const isJson = token !== undefined || expires !== undefined;
  const parsed = isJson ? parseJson(text) : undefined;
  if (parsed?.kind === 'not-json') return malformed(`its answer ${parsed.reason}`);
  const found = token === undefined ? text.trim() : textOf(valueAt(parsed?.value, token));
  // It is put into a header unchanged.
  if (found === undefined || !/^[\x21-\x7e]+$/.test(found))
    return malformed(`its answer ${token === undefined ? 'is not' : `has no "${token}" that is`} a token for a header`);
  if (expires === undefined) return { kind: 'token', value: found, milliseconds: jwtLifetime(found, now) };
  const seconds = Number(textOf(valueAt(parsed?.value, expires)) ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0
    ? { kind: 'token', value: found, milliseconds: seconds * 1000 }
    : malformed(`the "${expires}" of its answer is not a number of seconds above 0`);
}

const claims = z.looseObject({ exp: z.number() });

/** Undefined for a text that is not a JWT, or has no expiry. https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
function jwtLifetime(token: string, now: number): number | undefined {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return undefined;
  const parsed = parseJson(Buffer.from(payload, 'base64url').toString());
  const read = parsed.kind === 'json' ? claims.safeParse(parsed.value) : undefined;
  if (read?.success !== true) return undefined;
  const left = read.data.exp * 1000 - now;
  return left > 0 ? left : undefined;
}
