/**
 * PostgreSQL prints some expressions differently after a restore, with the same meaning: `x IN ('a', 'b')` on a
 * varchar is kept as `(ARRAY['a'::character varying, …])::text[]`, and when that is parsed again the cast moves to each
 * element. Both become the second form here.
 */
export function normalized(definition: string): string {
  let text = definition;
  for (let from = text.indexOf(opening); from >= 0; from = text.indexOf(opening, from + 1)) {
    const array = arrayAt(text, from);
    if (array === undefined) continue;
    const cast = array.elements.map((element) => `(${element})::${array.type}`).join(', ');
    text = `${text.slice(0, from)}ARRAY[${cast}]${text.slice(array.end)}`;
  }
  return text;
}

const opening = '(ARRAY[';

interface CastArray {
  readonly elements: readonly string[];
  readonly type: string;
  readonly end: number;
}

function arrayAt(text: string, start: number): CastArray | undefined {
  const elements: string[] = [];
  const closing: string[] = [];
  let from = start + opening.length;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "'" || character === '"') {
      at = text.indexOf(character, at + 1);
      // A doubled quote is read as one text directly after another.
      if (at < 0) return undefined;
    } else if (character === '(' || character === '[') closing.push(character === '(' ? ')' : ']');
    else if (character === ',' && closing.length === 0) {
      elements.push(text.slice(from, at).trim());
      from = at + 1;
    } else if (character === ']' && closing.length === 0) {
      elements.push(text.slice(from, at).trim());
      const cast = castAfter.exec(text.slice(at, at + longestCast));
      return cast?.groups?.type === undefined
        ? undefined
        : { elements, type: cast.groups.type, end: at + cast[0].length };
    } else if (character === closing.at(-1)) closing.pop();
  }
  return undefined;
}

const longestCast = 300;
const castAfter = /^\]\)::(?<type>(?:[\w ."]|\(\d+(?:,\d+)?\))+)\[\]/;
