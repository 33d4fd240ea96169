import { z } from 'zod';
import { nearest } from '../core/messages/nearest.ts';
import { optionsOf } from './schema-shape.ts';
import type { Subject } from './subject.ts';

const yes = ['true', 'yes', 'on'];
const no = ['false', 'no', 'off'];

/** What to write instead of a value that is not accepted. One sentence. */
export function fixFor(subject: Subject): string {
  const { value, path } = subject;
  const options = subject.schema ? optionsOf(subject.schema) : [];
  const types = options.map((option) => option._zod.def.type);
  if (value === null || value === undefined) return fixForNothing(subject);
  if ((typeof value === 'number' || typeof value === 'boolean') && types.includes('string')) {
    const text = subject.written(path) ?? String(value);
    // If the value with quotes is accepted, quotes are the fix; a text of another form is no better.
    if (options.some((option) => z.safeParse(option, text).success))
      return `put it in quotes: ${JSON.stringify(text)}.`;
    return 'write a text in the accepted form, in quotes.';
  }
  if (typeof value === 'string') return fixForText(value, options, types);
  if (typeof value === 'object' && types.length === 1 && types[0] === 'string') return 'write one text here.';
  return 'write it in the accepted form.';
}

/** What to do about a key without a value. */
export function fixForNothing(subject: Subject): string {
  const required = subject.schema?._zod.optin === undefined;
  return required ? 'give it a value.' : 'give it a value, or remove the key.';
}

function fixForText(value: string, options: readonly z.core.$ZodType[], types: readonly string[]): string {
  const text = value.trim().toLowerCase();
  const wantsBoolean = types.includes('boolean') || options.some((option) => option._zod.values?.has(true));
  // If only `true` is accepted, `no` is not a typo: nobody is asked to change their answer.
  if (wantsBoolean && yes.includes(text)) return 'write true, without quotes.';
  if (types.includes('boolean') && no.includes(text)) return 'write false, without quotes.';
  if (types.includes('number') && text !== '' && Number.isFinite(Number(text))) return `write ${text}, without quotes.`;
  if (types.includes('tuple')) return 'write it as a list: [program, argument, argument].';
  if (types.includes('array')) return 'write it as a list: one item to a line, each after "- ", or [in, brackets].';
  const near = nearest(
    text,
    options.flatMap((option) => [...(option._zod.values ?? [])].map(String)),
  );
  if (near) return `did you mean "${near}"?`;
  // A text of the right form may be wrong together with others: suggesting it again does not help.
  const rewritten = rewritings(text).find(
    (each) => each !== value && options.some((option) => z.safeParse(option, each).success),
  );
  return rewritten === undefined ? 'write it in the accepted form.' : `did you mean "${rewritten}"?`;
}

/** The same as a range of versions, as a name (`Our Flags`: `our-flags`) and as a duration (`5 hours`: `5h`). */
function rewritings(text: string): string[] {
  const duration = /^(\d+)\s*(s|m|h|d)[a-z]*$/.exec(text);
  const name = text.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  // Text that looks like versions is meant as such: `>=2.0, <3` is not a misspelt name.
  if (/[<>=~^|]|^v?\d+\.\d/.test(text)) return [text, ...ranges(text)];
  return [text, ...(duration ? [`${duration[1]}${duration[2]}`] : [name])];
}

/** Notations of ranges in other tools. */
function ranges(text: string): string[] {
  const plain = text
    .replaceAll(/=>/g, '>=')
    .replaceAll(/=</g, '<=')
    .replaceAll(/==+/g, '=')
    .replaceAll(/(?<!\w)v(?=\d)/g, '')
    .replaceAll(/(\.[x*])+(?![\w.])/g, '')
    .replaceAll(/\s*(,|&&?|\band\b)\s*/g, ' ')
    .replaceAll(/\s*(\|+|\bor\b)\s*/g, ' || ')
    .trim();
  const spelledOut = plain
    .replaceAll(/\^(\d+)((?:\.\d+)*)/g, (_, major: string, rest: string) => `>=${major}${rest} <${Number(major) + 1}`)
    .replaceAll(
      /~>?\s*(\d+)\.(\d+)((?:\.\d+)*)/g,
      (_, major: string, minor: string, rest: string) => `>=${major}.${minor}${rest} <${major}.${Number(minor) + 1}`,
    );
  // `^0.x` and the like mean different things in different tools.
  return /\^0/.test(plain) ? [] : [plain, spelledOut];
}
