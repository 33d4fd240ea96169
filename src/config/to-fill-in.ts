import type { FoundMistake } from './mistake.ts';
import { texts } from './subject.ts';

/** What `init` writes if it does not know what belongs there. */
export const fillIn = 'FILL IN';

/** Places that `init` has left to a person: nothing can be done before they are filled in. */
export function toFillIn(document: unknown): FoundMistake[] {
  return [...texts(document)].flatMap(({ text, path }): FoundMistake[] => {
    if (!text.startsWith(fillIn)) return [];
    const wanted = text.slice(fillIn.length).replace(/^[\s:]+/, '');
    return [
      {
        path,
        at: 'value',
        problem: `This still has to be filled in${wanted === '' ? '.' : `: ${wanted}.`}`,
        fix: 'write it here.',
      },
    ];
  });
}
