import type { Fingerprint } from '../../../core/model/fingerprint.ts';
import { type CypherGraph, readGraph } from '../cypher-graph.ts';
import { type Installation, outOfReach } from './installation.ts';

interface Asked {
  /** Whether the content of each is read, or they are only counted. */
  readonly content: boolean;
  readonly at: Date;
  readonly signal?: AbortSignal | undefined;
}

/** Before, a value at the end of a relationship counted as the same whether it is a default or not. */
export const method = 'ends-in-full:';

/** The fingerprint of Infrahub's graph. */
export async function readInfrahubGraph(installation: Installation, asked: Asked): Promise<Fingerprint> {
  const graph: CypherGraph = {
    cypher: installation.cypher,
    // The uuid of the root is the deployment's id: a copy on staging gets another one.
    content: "CASE WHEN n:Root THEN '' ELSE properties(n) END",
    // A value has no uuid: it is identified by what it is, and by whether it is a default.
    end: (node) => `CASE WHEN ${node}:Root THEN 'Root' ELSE [${node}.uuid, ${node}.value, ${node}.is_default] END`,
    method,
  };
  const found = await readGraph(graph, asked);
  // Every Infrahub is known to have nodes.
  if (!found.tables.some(({ name }) => name.startsWith('node ')))
    throw outOfReach(`Neo4j of "${installation.project}" showed no node.`);
  return found;
}
