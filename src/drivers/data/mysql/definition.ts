/** What is defined about an object, by part, in the server's words. */
export type Parts = Readonly<Record<string, string>>;

/**
 * The parts of a table, as in `SHOW CREATE TABLE`, which is what a dump contains: one line each. The present counter of
 * AUTO_INCREMENT is not part of the definition.
 */
export function partsOfTable(created: string): Parts {
  const lines = created.split('\n');
  const end = lines.findLastIndex((line) => line.startsWith(')'));
  const parts: Record<string, string> = {};
  const columns: string[] = [];
  let last = '';
  for (const line of lines.slice(1, end)) {
    const named = partOf(line);
    if (named === undefined) {
      // A text of several lines within the previous part.
      parts[last] = `${parts[last] ?? ''}\n${line}`;
      continue;
    }
    last = named.part;
    if (named.column !== undefined) columns.push(named.column);
    parts[last] = line.trim().replace(/,$/, '');
  }
  const [options = '', ...partitions] = lines.slice(end);
  return {
    ...parts,
    'order of columns': JSON.stringify(columns),
    options: options.replace(/ AUTO_INCREMENT=\d+/, ''),
    ...(partitions.length > 0 && { partitions: partitions.join('\n') }),
  };
}

const shapes: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/^ {2}(?:UNIQUE |FULLTEXT |SPATIAL |VECTOR )?(?:KEY|INDEX) (?<name>`(?:[^`]|``)*`)/, (name) => `index "${name}"`],
  [/^ {2}CONSTRAINT (?<name>`(?:[^`]|``)*`)/, (name) => `constraint "${name}"`],
  [/^ {2}PRIMARY KEY/, () => 'primary key'],
  [/^ {2}PERIOD FOR (?<name>\S+)/, (name) => `period "${name}"`],
];

function partOf(line: string): { readonly part: string; readonly column?: string } | undefined {
  const column = /^ {2}(?<name>`(?:[^`]|``)*`) /.exec(line)?.groups?.name;
  if (column !== undefined) return { part: `column "${bare(column)}"`, column: bare(column) };
  for (const [shape, name] of shapes) {
    const found = shape.exec(line);
    if (found !== null) return { part: name(bare(found.groups?.name ?? '')) };
  }
  return undefined;
}

function bare(name: string): string {
  return name.replace(/^`|`$/g, '').replaceAll('``', '`');
}

const definerShape = /DEFINER=(?<definer>`(?:[^`]|``)*`(?:@`(?:[^`]|``)*`)?) /;

/** The owner of a view or a routine, and the rest of its text. */
export function splitDefiner(created: string): { readonly definer: string; readonly text: string } {
  // Only at the start: a body may contain the word.
  const head = created.slice(0, 400);
  const definer = definerShape.exec(head)?.groups?.definer ?? '';
  return { definer, text: head.replace(definerShape, '') + created.slice(400) };
}
