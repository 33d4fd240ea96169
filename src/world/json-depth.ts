/** The nesting depth of a JSON text, at most: brackets inside strings are counted as well. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deep = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    deep = Math.max(deep, depth);
  }
  return deep;
}
