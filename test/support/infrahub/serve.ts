/*
 * Plays the API server of a release in its container: it answers as its release on the graph that the database's volume has.
 * An empty one is made at its first start; a graph that is newer than the release is not served.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { writeWhole } from '../write-whole.ts';
import { graphVersionOf, newGraph, type StandInGraph } from './graph.ts';

const file = process.env.STAND_IN_GRAPH ?? '/data/graph.json';
const version = process.env.INFRAHUB_VERSION ?? '';
const artifact = '18a2f1d0-aaaa';

if (!existsSync(file)) writeWhole(file, JSON.stringify(newGraph(version)));
const read = (): StandInGraph => JSON.parse(readFileSync(file, 'utf8'));
const found = read().graphVersion;
if (found > graphVersionOf(version)) {
  process.stdout.write(
    `Database needs to be updated (v${found} -> v${graphVersionOf(version)}), 0 migrations pending\n`,
  );
  process.exit(1);
}

const server = createServer((request, response) => {
  let graph: StandInGraph;
  try {
    graph = read();
  } catch {
    // It is being restored.
    return answer(response, 503, { error: 'The database does not answer' });
  }
  const { url } = request;
  if (url === '/api/config') answer(response, 200, {});
  else if (url === '/api/info') answer(response, 200, { deployment_id: graph.deploymentId, version });
  else if (url === '/api/schema/summary')
    answer(response, 200, { main: `5f2c${graphVersionOf(version)}`, nodes: {}, generics: {} });
  else if (url === `/api/artifact/${artifact}`) answer(response, 200, 'hostname leaf1');
  else if (url === '/graphql') answer(response, 200, { data: dataOf(graph) });
  else {
    const message = `The requested endpoint ${url} does not exist`;
    answer(response, 404, { data: null, errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
  }
});
// A connection that is kept must not end just when the next request is sent.
server.keepAliveTimeout = 120_000;
server.listen(8000, process.env.POD_IP ?? '0.0.0.0', () =>
  process.stdout.write(`[info     ] Infrahub ${version} serves\n`),
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(0));

/** Workers that are gone stay in the list. */
function dataOf({ branches, deploymentId, nodes, proposedChanges }: StandInGraph): object {
  const worker = (active: boolean) => ({
    node: { id: `worker-${active}`, active, schema_hash: active ? '5f2c' : null },
  });
  const open = proposedChanges.filter(({ state }) => state === 'open');
  return {
    InfrahubInfo: { version, deployment_id: deploymentId },
    Branch: branches,
    InfrahubStatus: { summary: { schema_hash_synced: true }, workers: { edges: [worker(true), worker(false)] } },
    InfraDevice: { count: nodes.length },
    CoreAccount: { count: 2 },
    CoreProposedChange: { edges: open.map(({ name }) => ({ node: { id: name } })) },
    CoreArtifact: { edges: [{ node: { id: artifact } }] },
    InfrahubTask: { edges: [{ node: { workflow: 'artifact-generate' } }] },
    all: { count: 2 },
    failed: { count: 0 },
    CoreGenericRepository: {
      edges: [{ node: { id: 'r1', sync_status: { value: 'in-sync' }, operational_status: { value: 'online' } } }],
    },
  };
}

function answer(response: ServerResponse, status: number, body: object | string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
