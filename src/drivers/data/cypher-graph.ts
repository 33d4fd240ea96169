import { createHash } from 'node:crypto';
import { compareFingerprints } from '../../core/decisions/fingerprint.ts';
import type { Fingerprint, TableFingerprint, TakenFingerprint } from '../../core/model/fingerprint.ts';

/** A graph in Neo4j, queried with `cypher-shell`, and what distinguishes its nodes. */
export interface CypherGraph {
  /** Each line of the answer in the format "plain" is passed on. */
  cypher(queries: string, onLine: (line: string) => void, signal?: AbortSignal): Promise<void>;
  /** Cypher for the compared content of a node `n`. */
  readonly content: string;
  /** Cypher that identifies the node at an end of a relationship, the same in a copy. */
  end(node: string): string;
  /** The start of the checksums, if they were once made in another way: only those made in one way can be compared. */
  readonly method: string;
}

const labels = "reduce(all = '', one IN labels(n) | all + ':' + one)";
const definition = 'type, entityType, labelsOrTypes, properties';

interface Part {
  readonly what: 'node' | 'relationship' | 'index' | 'constraint';
  /** First the kind or the name, then its content. The name of the first column shows where the next answer starts. */
  readonly query: string;
}

function partsOf({ content: ofNode, end }: CypherGraph, content: boolean): readonly Part[] {
  const nodes = content
    ? `MATCH (n) RETURN ${labels} AS staged_node, ${ofNode} AS content`
    : `MATCH (n) RETURN ${labels} AS staged_node, count(*) AS content`;
  const relationships = content
    ? `MATCH (a)-[r]->(b) RETURN type(r) AS staged_relationship, properties(r) AS content, ${end('a')} AS a, ${end('b')} AS b`
    : 'MATCH ()-[r]->() RETURN type(r) AS staged_relationship, count(*) AS content';
  return [
    { what: 'node', query: nodes },
    { what: 'relationship', query: relationships },
    { what: 'index', query: `SHOW INDEXES YIELD name, ${definition} RETURN name AS staged_index, ${definition}` },
    {
      what: 'constraint',
      query: `SHOW CONSTRAINTS YIELD name, ${definition} RETURN name AS staged_constraint, ${definition}`,
    },
  ];
}

interface AskedGraph {
  /** Whether the content of each is read, or they are only counted. */
  readonly content: boolean;
  readonly at: Date;
  readonly signal?: AbortSignal | undefined;
}

/** By kind of node and of relationship: their number, and a sum that does not depend on the order in which they are read. */
export async function readGraph(graph: CypherGraph, { content, at, signal }: AskedGraph): Promise<Fingerprint> {
  const sums = new Map<string, { rows: number; sum: bigint }>();
  const objects: Record<string, Record<string, string>> = {};
  const parts = partsOf(graph, content);
  await readRows(graph, parts, signal, (what, kind, rest) => {
    if (what === 'index' || what === 'constraint') {
      objects[`${what} "${kind}"`] = { definition: hexOf(rest) };
      return;
    }
    const name = `${what} ${kind}`;
    const { rows, sum } = sums.get(name) ?? { rows: 0, sum: 0n };
    const next = content
      ? { rows: rows + 1, sum: (sum + BigInt(`0x${hexOf(rest)}`)) % modulus }
      : { rows: Number(rest), sum };
    sums.set(name, next);
  });
  const tables = [...sums].map(
    ([name, { rows, sum }]): TableFingerprint => ({
      name,
      rows,
      ...(content ? { checksum: `${graph.method}${sum.toString(16).padStart(64, '0')}` } : {}),
    }),
  );
  return {
    at: at.toISOString(),
    tables: tables.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    sequences: [],
    objects,
    definedBy: 'Neo4j',
  };
}

function hasContent({ tables }: Fingerprint): boolean {
  return tables.some(({ checksum }) => checksum !== undefined);
}

/** What was the same before and after is what was dumped in between. */
export function takenBetween(before: Fingerprint, after: Fingerprint): TakenFingerprint {
  const isSame = compareFingerprints({ kind: 'same-snapshot', value: before }, after).kind === 'equal';
  return { kind: isSame && hasContent(before) ? 'same-snapshot' : 'beside', value: before };
}

/** @param like what it will be compared with; left out, the configuration decides */
export function readsContent(like: Fingerprint | undefined, configured: boolean, method: string): boolean {
  if (like === undefined) return configured;
  return hasContent(like) && like.tables.every(({ checksum = method }) => checksum.startsWith(method));
}

const modulus = 2n ** 256n;

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const header = /^staged_(?<what>node|relationship|index|constraint), /;
const row = /^"(?<kind>[^"]*)", (?<rest>.*)$/;

/** One line for each row, with a header before those of each query. A value with line breaks continues on the next line. */
async function readRows(
  graph: CypherGraph,
  parts: readonly Part[],
  signal: AbortSignal | undefined,
  onRow: (what: Part['what'], kind: string, rest: string) => void,
): Promise<void> {
  const answered = new Set<Part['what']>();
  let at: Part['what'] | undefined;
  let open: { readonly kind: string; readonly rest: string } | undefined;
  const close = (): void => {
    if (open !== undefined && at !== undefined) onRow(at, open.kind, open.rest);
    open = undefined;
  };
  const read = (line: string): void => {
    const next = parts.find(({ what }) => what === header.exec(line)?.groups?.what)?.what;
    if (next !== undefined && !answered.has(next)) {
      close();
      answered.add(next);
      at = next;
      return;
    }
    const found = row.exec(line)?.groups;
    if (found === undefined) {
      if (open !== undefined) open = { ...open, rest: `${open.rest}\n${line}` };
      return;
    }
    close();
    open = { kind: found.kind ?? '', rest: found.rest ?? '' };
  };
  await graph.cypher(parts.map(({ query }) => `${query};\n`).join(''), read, signal);
  close();
}
