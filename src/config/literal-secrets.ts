import type { Path } from '../core/settings/place.ts';
import { namesPlace } from '../world/secrets/plain-variables.ts';
import { looksSecret, namesSecret, passwordsIn } from '../world/secrets/shown.ts';
import type { FoundMistake } from './mistake.ts';
import { texts, valueAt } from './subject.ts';

/** Secrets in plain text. The file is in a repository: whoever can read it has them, for ever. */
export function literalSecrets(document: unknown): FoundMistake[] {
  return [...texts(document)].flatMap(({ text, path }) => {
    const what = secretIn(text, path) ?? secretArgument(text, path, document);
    return what === undefined ? [] : [finding(what, path)];
  });
}

function secretIn(text: string, path: Path): string | undefined {
  if (passwordsIn(text).some((each) => isLiteral(each) && !ofShell.test(each)))
    return 'This contains a password that is written out.';
  if (looksSecret(text)) return 'This looks like a key or a token.';
  if (!isLiteral(text)) return undefined;
  const isAccess = path[0] === 'environments' && path[2] === 'access' && path.length === 4;
  if (isAccess && !namesPlace(path[3])) return 'This credential is written out.';
  const key = path.at(-1);
  return typeof key === 'string' && namesSecret(key) && !setting.test(text)
    ? `Judging by its name, "${key}" is a secret, and it is written out.`
    : undefined;
}

/** `CHECK_PASS: "1"`: whether something is so, or how much of it. */
const setting = /^(?:true|false|yes|no|on|off|\d{1,3})$/i;
/** `$TOKEN` in a script, which gets it from its environment. */
const ofShell = /^["']?\$/;
const secretOption = /^--?(?:[\w-]+-)?(?:password|passwd|passphrase|token|secret|api-?key)$/i;

/** `[mysql, --password, …]` and `[curl, -u, user:…]`. */
function secretArgument(text: string, path: Path, document: unknown): string | undefined {
  const [above, at] = [path.slice(0, -1), path.at(-1)];
  if (typeof at !== 'number' || !isLiteral(text) || ofShell.test(text) || text.startsWith('-')) return undefined;
  const before = valueAt(document, [...above, at - 1]);
  if (typeof before !== 'string') return undefined;
  if (secretOption.test(before)) return `"${before}" is followed by a secret that is written out.`;
  const isLogin = /^(?:-u|--user)$/.test(before) && /(?:^|\/)curl$/.test(String(valueAt(document, [...above, 0])));
  return isLogin && /^[^:]*:[^$]/.test(text) ? 'This contains a password that is written out.' : undefined;
}

/** Nothing in it is filled in from elsewhere. */
function isLiteral(text: string): boolean {
  return text !== '' && !/(?<!\$)\$\{|(?<!\{)\{[\w.-]+\}/.test(text);
}

function finding(problem: string, path: Path): FoundMistake {
  const name = variableFor(path);
  return {
    path,
    at: 'value',
    problem,
    accepted: 'a value with ${NAME}, an environment variable that the job gets from a secret.',
    fix: `write "\${${name}}", set ${name} from a secret of the job's environment, and change the secret: it may have been read.`,
  };
}

/** A name that describes the secret: `PRODUCTION_POSTGRES_URL`. */
function variableFor(path: Path): string {
  const last = path.at(-1);
  const kind = path[2] === 'data' ? path.slice(3, -1).find((part) => typeof part === 'string') : undefined;
  const environment = path[0] === 'environments' ? [path[1], ...(kind === undefined ? [] : [kind])] : [];
  return [...environment, typeof last === 'string' ? last : 'secret'].join('_').toUpperCase().replace(/\W+/g, '_');
}
