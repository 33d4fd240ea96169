import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestCluster } from '../kubernetes/cluster.ts';

/** By version, the release that the vendor says it carries. */
const charts = {
  '4.0.3': '3.4.0',
  '5.2.2': '3.6.1',
  '5.6.0': '3.7.5',
  '5.9.2': '3.7.7',
  '6.4.2': 'v4.0.1',
  '8.1.0': 'v4.1.3',
} as const;

export type ChartVersion = keyof typeof charts;

export interface ChartRepository {
  readonly url: string;
  /** A package of it on this machine. */
  file(version: ChartVersion): string;
  /** What was posted to `/announce`. */
  readonly announced: readonly string[];
  stop(): Promise<void>;
}

/** A repository of Helm charts, as `https://charts.mender.io` is one. */
export async function serveCharts(cluster: TestCluster, folder: string): Promise<ChartRepository> {
  const packages = join(folder, 'packages');
  await mkdir(packages, { recursive: true });
  const sources: string[] = [];
  for (const [version, appVersion] of Object.entries(charts)) {
    const source = join(folder, version, 'mender');
    sources.push(source);
    await cp(join(import.meta.dirname, 'chart'), source, { recursive: true });
    await writeFile(
      join(source, 'Chart.yaml'),
      JSON.stringify({ apiVersion: 'v2', name: 'mender', version, appVersion }),
    );
  }
  await cluster.helm('package', ...sources, '--destination', packages);
  await cluster.helm('repo', 'index', packages);
  const announced: string[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        announced.push(body);
        response.end();
      });
      return;
    }
    readFile(join(packages, (request.url ?? '').replaceAll('/', ''))).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    file: (version) => join(packages, `mender-${version}.tgz`),
    announced,
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
