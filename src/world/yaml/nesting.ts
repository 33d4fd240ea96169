import { Lexer } from 'yaml';

/** Deeper than anything that is written or published. */
export const maxLevels = 100;

const scalarFollows = '\x1f';

/**
 * Where values are nested deeper than anybody writes them; undefined if they are not. The parser recurses, and
 * takes seconds before it gives up on such a text.
 */
export function tooDeepAt(text: string): number | undefined {
  return mayBeTooDeep(text) ? lexedDepth(text) : undefined;
}

/** More lists and keys nested in one line than anybody writes. */
const indicatorsInARow = new RegExp(`(?:[?-] +){${maxLevels + 1}}`);

/** Brackets in texts and comments count here as well: most files have few of any kind, and are read only once. */
function mayBeTooDeep(text: string): boolean {
  if (indicatorsInARow.test(text)) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxLevels) return true;
  }
  return false;
}

function lexedDepth(text: string): number | undefined {
  let [depth, inARow, offset, before] = [0, 0, 0, ''];
  for (const token of new Lexer().lex(text)) {
    // The lexer's own marks are not part of the text.
    const isMark = token === scalarFollows || token === '\x02' || token === '\x18';
    if (before !== scalarFollows && (token === '[' || token === '{')) depth++;
    if (before !== scalarFollows && (token === ']' || token === '}')) depth--;
    if (token === '?' || token === '-') inARow++;
    else if (!/^ *$/.test(token)) inARow = 0;
    if (Math.max(depth, inARow) > maxLevels) return offset;
    if (!isMark) offset += token.length;
    before = token;
  }
  return undefined;
}
