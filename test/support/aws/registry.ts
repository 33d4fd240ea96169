import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

export interface TestRegistry {
  /** `127.0.0.1:41234`, in front of the names of its images. */
  readonly host: string;
  digestOf(tag: string): string;
  close(): void;
}

/** A registry of images that has every tag of `acme/web` but "missing". */
export async function startRegistry(): Promise<TestRegistry> {
  const digestOf = (tag: string): string => `sha256:${createHash('sha256').update(tag).digest('hex')}`;
  const server = createServer((request, response) => {
    const tag = /^\/v2\/acme\/web\/manifests\/(?<tag>[^/]+)$/.exec(request.url ?? '')?.groups?.tag;
    if (tag === undefined || tag === 'missing') response.writeHead(404);
    else response.writeHead(200, { 'docker-content-digest': digestOf(tag) });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { host: `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, digestOf, close };
}
