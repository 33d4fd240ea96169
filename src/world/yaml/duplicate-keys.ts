import { type Document, isScalar, type ParsedNode, visit } from 'yaml';

/**
 * The offsets of keys that occur in their mapping for the second time, in order. The parser's own search compares
 * each key with all before it, which takes seconds if there are thousands, so it is turned off (`uniqueKeys: false`).
 */
export function duplicateKeys(document: Document.Parsed<ParsedNode>): number[] {
  const offsets: number[] = [];
  visit(document, {
    Map: (_place, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        keys.add(key.value);
      }
    },
  });
  return offsets.toSorted((one, other) => one - other);
}
