import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { answerJson, serve, type TestServer } from '../../support/http-server.ts';

/** What npm sends when it publishes: https://github.com/npm/registry/blob/main/docs/REGISTRY-API.md */
const publication = z.object({
  name: z.string(),
  'dist-tags': z.record(z.string(), z.string()),
  versions: z.record(z.string(), z.looseObject({ dist: z.looseObject({ tarball: z.string() }) })),
  _attachments: z.record(z.string(), z.object({ data: z.base64() })),
});

export interface NpmRegistry extends TestServer {
  /** The tags of the package, and the version that each is on. */
  readonly tags: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, unknown>>;
  fail(status: number | undefined): void;
}

/** A registry of one package, for the real npm. */
export async function npmRegistry(): Promise<NpmRegistry> {
  const tags: Record<string, string> = {};
  const versions: Record<string, { dist: { tarball: string } }> = {};
  const tarballs = new Map<string, Buffer>();
  let failure: number | undefined;
  const server = await serve(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (failure !== undefined) return answerJson(response, { error: 'out of order' }, { status: failure });
    if (request.method === 'PUT') {
      const published = publication.parse(JSON.parse(await bodyOf(request)));
      Object.assign(tags, published['dist-tags']);
      for (const [version, manifest] of Object.entries(published.versions)) {
        const [attachment] = Object.values(published._attachments);
        const file = `/-/${version}.tgz`;
        tarballs.set(file, Buffer.from(attachment?.data ?? '', 'base64'));
        versions[version] = {
          ...manifest,
          dist: { ...manifest.dist, tarball: `http://${request.headers.host}${file}` },
        };
      }
      return answerJson(response, { ok: true }, { status: 201 });
    }
    const tarball = tarballs.get(path);
    if (tarball !== undefined) {
      response.end(tarball);
      return;
    }
    if (path !== '/staged-upgrade' || Object.keys(versions).length === 0) {
      return answerJson(response, { error: 'Not found' }, { status: 404 });
    }
    answerJson(response, { name: 'staged-upgrade', 'dist-tags': tags, versions });
  });
  return Object.assign(server, {
    tags,
    versions,
    fail: (status: number | undefined) => {
      failure = status;
    },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
