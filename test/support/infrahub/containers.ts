import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { TestEngine } from '../docker.ts';

/*
 * The stand-in of Infrahub as containers of a real engine: images that are named as the vendor's, and the Compose file that is published with
 * each release. Node.js and the stand-in itself are those of this machine.
 */

const root = resolve(import.meta.dirname, '../../..');
const here = import.meta.dirname;
const node = process.execPath;

const wrapped = (command: string): string => `#!/bin/sh\nexec ${command} "$@"\n`;
const applets = Object.fromEntries(
  ['cat', 'du', 'sleep', 'stat'].map((name) => [`bin/${name}`, wrapped(`/bin/busybox ${name}`)]),
);
const programs = {
  ...applets,
  'bin/cypher-shell': wrapped(`'${node}' '${join(here, 'cypher-shell.ts')}' /data/graph.json`),
  'bin/infrahub': wrapped(`'${node}' '${join(here, 'infrahub.ts')}' /data/graph.json "$INFRAHUB_VERSION"`),
  'bin/infrahubctl': '#!/bin/sh\necho "[]"\n',
  'bin/curl': '#!/bin/sh\nfor url; do :; done\nexec /bin/busybox wget -q -O - "$url"\n',
};

const waiting = ['/bin/busybox', 'sleep', '1000000'];

/** What the Compose file of a release has its services stand on. */
function backing(version: string): Readonly<Record<string, string>> {
  const neo4j = Number(version.split('.')[1]) >= 11 ? '2026.05.0-community' : '2025.10.1-community';
  return {
    database: `neo4j:${neo4j}`,
    'message-queue': 'rabbitmq:4.2.1-management',
    cache: 'redis:8.4.0',
    'task-manager-db': 'postgres:18-alpine',
  };
}

const infrahub = (version: string): string => `registry.opsmill.io/opsmill/infrahub:${version}`;

export async function makeInfrahubImages(engine: TestEngine, versions: readonly string[]): Promise<void> {
  await engine.image('stand-in:backing', { files: programs, command: waiting });
  for (const image of new Set(versions.flatMap((version) => Object.values(backing(version)))))
    await engine.docker('tag', 'stand-in:backing', image);
  for (const version of versions) {
    const command = [node, join(here, 'serve.ts')];
    await engine.image(infrahub(version), { files: programs, command, variables: { INFRAHUB_VERSION: version } });
  }
}

/** As https://infrahub.opsmill.io/VERSION answers, as far as the stand-in has it. */
export function publishedFile(version: string): string {
  const volumes = [dirname(node), '/lib', '/lib64', '/usr/lib', root].map((path) => `${path}:${path}:ro`);
  const common = {
    environment: { PATH: `${dirname(node)}:/bin`, NEO4J_AUTH: 'neo4j/admin' },
    volumes: [...volumes, 'database_data:/data'],
    stop_grace_period: '1s',
  };
  const service = (image: string) => ({ ...common, image, stop_signal: 'SIGKILL' });
  const server = {
    ...common,
    image: `registry.opsmill.io/opsmill/infrahub:\${VERSION:-${version}}`,
    ports: ['127.0.0.1:${INFRAHUB_PORT:-8000}:8000'],
    healthcheck: {
      test: ['CMD', '/bin/busybox', 'wget', '-q', '-O', '/dev/null', 'http://127.0.0.1:8000/api/config'],
      // Each look is a program that the engine starts in the container.
      interval: '3s',
      // A machine with much to do needs a while to start it.
      retries: 600,
    },
  };
  const own = (command: readonly string[]) => ({ ...service(server.image), command });
  return stringify({
    services: {
      ...Object.fromEntries(Object.entries(backing(version)).map(([name, image]) => [name, service(image)])),
      'task-manager': own(waiting),
      'infrahub-server': server,
      'task-worker': own(waiting),
    },
    volumes: { database_data: {} },
  });
}

export function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
