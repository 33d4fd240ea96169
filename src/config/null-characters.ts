import type { FoundMistake } from './mistake.ts';
import { texts } from './subject.ts';

/** No file name, argument or variable can have one: it would be found in the middle of a hop, by the system. */
export function nullCharacters(document: unknown): FoundMistake[] {
  return [...texts(document)].flatMap(({ text, path }): FoundMistake[] =>
    text.includes('\0')
      ? [
          {
            path,
            at: 'value',
            problem: 'This contains a null character.',
            accepted: 'a text without null characters, which no program, file or server can be given.',
            fix: 'take the character out.',
          },
        ]
      : [],
  );
}
