import type { Path } from '../core/settings/place.ts';
import type { FoundMistake } from './mistake.ts';
import { isMapping } from './subject.ts';

/** No file name, argument or variable can contain one: otherwise the system would find it in the middle of a hop. */
export function nullCharacters(value: unknown, path: Path = []): FoundMistake[] {
  if (typeof value === 'string') return value.includes('\0') ? [mistake(path, 'value')] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => nullCharacters(item, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(key.includes('\0') ? [mistake([...path, key], 'key')] : []),
    ...nullCharacters(item, [...path, key]),
  ]);
}

function mistake(path: Path, at: FoundMistake['at']): FoundMistake {
  return {
    path,
    at,
    problem: 'This contains a null character.',
    accepted: 'a text without null characters, which no program, file or server can be given.',
    fix: 'take the character out.',
  };
}
