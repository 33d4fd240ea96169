/*
 * The graph of the stand-in: its content, and what cypher-shell answers to queries. Used by
 * the played engine, and in containers of a real one.
 */
import { createHash, randomUUID } from 'node:crypto';

export interface StandInGraph {
  deploymentId: string;
  graphVersion: number;
  branches: { name: string; status: string }[];
  nodes: { kind: string; uuid: string; value: string; isDefault?: boolean }[];
  proposedChanges: { name: string; state: string }[];
}

/** A graph as an installation of a release has it. */
export function newGraph(version: string, devices: readonly string[] = []): StandInGraph {
  return {
    deploymentId: randomUUID(),
    graphVersion: graphVersionOf(version),
    branches: [{ name: 'main', status: 'OPEN' }],
    nodes: devices.map((name, index) => ({
      kind: 'InfraDevice',
      uuid: uuidOf(`device-${index}-${name}`),
      value: name,
    })),
    proposedChanges: [],
  };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The graph versions of releases as they were seen, and others in between for the test. */
export function graphVersionOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const known: Readonly<Record<string, number>> = { '1.8': 55, '1.9': 58, '1.10': 75, '1.11': 79 };
  return known[`${major}.${minor}`] ?? 40 + minor;
}

export function cypherAnswer(text: string, graph: StandInGraph): string[] {
  return text
    .split(';')
    .map((query) => query.trim())
    .filter((query) => query !== '')
    .flatMap((query) => answerTo(query, graph));
}

function answerTo(query: string, graph: StandInGraph): string[] {
  const counted = /count\(\*\)/.test(query);
  const header = /AS (staged_\w+)/.exec(query)?.[1];
  if (header === undefined) throw new Error(`the stand-in does not know the query ${query}`);
  const rows = rowsOf(header, query, graph);
  if (rows.length === 0) return [];
  if (!counted) return [`${header}, content`, ...rows.map(([kind, rest]) => `"${kind}", ${rest}`)];
  const counts = Map.groupBy(rows, ([kind]) => kind);
  return [`${header}, content`, ...[...counts].map(([kind, all]) => `"${kind}", ${all.length}`)];
}

function rowsOf(header: string, query: string, graph: StandInGraph): [kind: string, rest: string][] {
  switch (header) {
    case 'staged_node':
      return [
        [':Root', `""`],
        ...graph.branches.map(({ name, status }): [string, string] => [
          ':Branch',
          `{name: "${name}", status: "${status}"}`,
        ]),
        ...graph.nodes.flatMap(({ kind, uuid, value, isDefault }): [string, string][] => [
          [`:Node:${kind}`, `{uuid: "${uuid}", kind: "${kind}"}`],
          [':AttributeValue', `{value: "${value}", is_default: ${truth(isDefault)}}`],
        ]),
      ];
    case 'staged_relationship':
      return graph.nodes.flatMap(({ uuid, value, isDefault }): [string, string][] => [
        ['IS_PART_OF', `{branch: "main"}, ${endOf(query, { uuid })}, "Root"`],
        ['HAS_VALUE', `{branch: "main"}, ${endOf(query, { uuid })}, ${endOf(query, { value, isDefault })}`],
      ]);
    case 'staged_index':
      return [['node_uuid', '"RANGE", "NODE", ["Node"], ["uuid"]']];
    default:
      return [];
  }
}

interface End {
  readonly uuid?: string;
  readonly value?: string;
  readonly isDefault?: boolean | undefined;
}

/** With what is asked for of it. */
function endOf(query: string, { uuid, value, isDefault }: End): string {
  const text = (one: string | undefined) => (one === undefined ? 'NULL' : `"${one}"`);
  if (!query.includes('.is_default')) return text(uuid ?? value);
  return `[${text(uuid)}, ${text(value)}, ${uuid === undefined ? truth(isDefault) : 'NULL'}]`;
}

function truth(is: boolean | undefined): string {
  return is === true ? 'TRUE' : 'FALSE';
}
