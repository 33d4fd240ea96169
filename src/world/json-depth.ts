/** How deeply a text of JSON is nested, at most: brackets inside of its texts are counted as well. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deep = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    deep = Math.max(deep, depth);
  }
  return deep;
}
