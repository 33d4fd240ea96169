import type { Path } from '../core/settings/place.ts';
import { looksSecret, namesSecret, passwordsIn } from '../world/secrets/shown.ts';
import type { FoundMistake } from './mistake.ts';
import { hasAt, isMapping } from './subject.ts';

const longestShown = 100;

/** For an unknown key that was the name of `data` before there could be several: the same in the present form. */
export function formerDatabase(environment: unknown, path: Path): FoundMistake | undefined {
  if (path.length !== 3 || path[0] !== 'environments' || path[2] !== 'database' || !isMapping(environment))
    return undefined;
  const value: unknown = Object.entries(environment).find(([key]) => key === 'database')?.[1];
  const base = {
    path,
    at: 'key',
    problem: 'This key is now `data`: an environment may have several stores of data.',
    meant: 'data',
  } as const;
  if (hasAt(environment, ['data'])) return { ...base, fix: 'remove it: `data` is there too.' };
  return { ...base, fix: isMapping(value) ? `write \`data: ${rendered(value)}\`.` : 'write `data` in its place.' };
}

/** Without possible secrets, and short enough to read: otherwise only up to the kind. */
function rendered(value: unknown): string {
  const text = flow(value, false);
  return text === undefined || text.length > longestShown ? (flow(value, true) ?? '…') : text;
}

function flow(value: unknown, isShort: boolean): string | undefined {
  if (typeof value === 'string')
    return looksSecret(value) || passwordsIn(value).length > 0 ? undefined : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isMapping(value)) return undefined;
  const members = Object.entries(value).map(([key, member]) => {
    if (isShort) return `${key}: …`;
    const text = namesSecret(key) ? undefined : flow(member, false);
    return text === undefined ? undefined : `${key}: ${text}`;
  });
  return members.includes(undefined) ? undefined : `{ ${members.join(', ')} }`;
}
