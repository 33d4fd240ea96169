import type { Path } from '../core/settings/place.ts';
import { namesPlace } from '../world/secrets/plain-variables.ts';
import { looksSecret, namesSecret, passwordsIn } from '../world/secrets/shown.ts';
import type { FoundMistake } from './mistake.ts';
import { texts } from './subject.ts';

/** Secrets that are written out. The file is in a repository: whoever can read it has them, for ever. */
export function literalSecrets(document: unknown): FoundMistake[] {
  return [...texts(document)].flatMap(({ text, path }) => {
    const what = secretIn(text, path);
    return what === undefined ? [] : [finding(what, path)];
  });
}

function secretIn(text: string, path: Path): string | undefined {
  if (passwordsIn(text).some(isLiteral)) return 'This contains a password that is written out.';
  if (looksSecret(text)) return 'This looks like a key or a token.';
  if (!isLiteral(text)) return undefined;
  const isAccess = path[0] === 'environments' && path[2] === 'access' && path.length === 4;
  if (isAccess && !namesPlace(path[3])) return 'This credential is written out.';
  const key = path.at(-1);
  return typeof key === 'string' && namesSecret(key)
    ? `Judging by its name, "${key}" is a secret, and it is written out.`
    : undefined;
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

/** A name that says whose secret it is: `PRODUCTION_POSTGRES_URL`. */
function variableFor(path: Path): string {
  const last = path.at(-1);
  const kind = path[2] === 'data' ? path.slice(3, -1).find((part) => typeof part === 'string') : undefined;
  const environment = path[0] === 'environments' ? [path[1], ...(kind === undefined ? [] : [kind])] : [];
  return [...environment, typeof last === 'string' ? last : 'secret'].join('_').toUpperCase().replace(/\W+/g, '_');
}
