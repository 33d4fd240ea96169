import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { graphVersionOf, type StandInGraph } from './graph.ts';

const artifact = '18a2f1d0-aaaa';

/** The API of a project on the engine that is played: it answers while its container runs, as its release on its graph. */
export async function playedServer(test: TestContext, engine: string, project: string): Promise<string> {
  const text = (name: string): string => readFileSync(join(engine, 'projects', project, name), 'utf8');
  const fault = join(engine, 'projects', project, 'graph.json.fault');
  const server = createServer((request, response) => {
    const state = readlinkSync(join(engine, 'containers', `${project}.infrahub-server`, 'state'));
    if (state !== 'up') {
      request.socket.destroy();
      return;
    }
    const [version, graph]: [string, StandInGraph] = [text('version').trim(), JSON.parse(text('graph.json'))];
    const doesNotStart = existsSync(fault) && readFileSync(fault, 'utf8').trim() === `start ${version}`;
    // An older release does not run on a newer graph.
    if (doesNotStart || graph.graphVersion > graphVersionOf(version)) answer(response, 502, { error: 'Bad Gateway' });
    else if (request.url === '/api/info') answer(response, 200, { deployment_id: graph.deploymentId, version });
    else if (request.url === '/api/schema/summary') answer(response, 200, { main: '5f2c', nodes: {}, generics: {} });
    else if (request.url === `/api/artifact/${artifact}`) answer(response, 200, 'hostname leaf1');
    else if (request.url === '/graphql') answer(response, 200, { data: dataOf(graph, version) });
    else {
      const message = `The requested endpoint ${request.url} does not exist`;
      answer(response, 404, { data: null, errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${isPort(address) ? address.port : 0}`;
}

function isPort(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

/** Workers that are gone stay in the list. */
function dataOf({ branches, deploymentId, nodes }: StandInGraph, version: string): object {
  const worker = (active: boolean) => ({
    node: { id: `worker-${active}`, active, schema_hash: active ? '5f2c' : null },
  });
  return {
    InfrahubInfo: { version, deployment_id: deploymentId },
    Branch: branches,
    InfrahubStatus: { summary: { schema_hash_synced: true }, workers: { edges: [worker(true), worker(false)] } },
    InfraDevice: { count: nodes.length },
    CoreAccount: { count: 2 },
    CoreProposedChange: { edges: [{ node: { id: '17c0ffee-0001' } }] },
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
