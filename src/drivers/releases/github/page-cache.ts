import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const storedPage = z.lazy(() =>
  z.strictObject({
    format: z.literal(1),
    url: z.string(),
    etag: z.string().min(1),
    link: z.string(),
    body: z.string(),
    /** SHA-256 of the body, in hex: a damaged page counts as none. */
    sha256: z.string(),
  }),
);

export type StoredPage = Pick<z.output<typeof storedPage>, 'etag' | 'link' | 'body'>;

/**
 * Pages as GitHub answered them, to request again only what changed: an answer 304 costs nothing of the rate limit
 * (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api). A page is used only if
 * GitHub confirms it for this request, so a stale or a foreign page does no harm.
 */
export interface PageCache {
  find(url: URL): Promise<StoredPage | undefined>;
  /** Never rejects: a cache that cannot be written costs requests, not the plan. */
  keep(url: URL, page: StoredPage): Promise<void>;
}

export const noPageCache: PageCache = { find: async () => undefined, keep: async () => undefined };

/** @param folder created on the first write, readable only by its owner: releases may be of a private repository */
export function pageCacheIn(folder: string): PageCache {
  const pathOf = (url: URL) => join(folder, `${sha256(url.href)}.json`);
  return {
    find: async (url) => {
      const page = await readStored(pathOf(url));
      return page?.url === url.href && sha256(page.body) === page.sha256 ? page : undefined;
    },
    keep: async (url, { etag, link, body }) => {
      const page: z.output<typeof storedPage> = { format: 1, url: url.href, etag, link, body, sha256: sha256(body) };
      const unfinished = `${pathOf(url)}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(unfinished, JSON.stringify(page), { mode: 0o600 });
        await rename(unfinished, pathOf(url));
      } catch {
        await rm(unfinished, { force: true }).catch(() => undefined);
      }
    },
  };
}

async function readStored(path: string): Promise<z.output<typeof storedPage> | undefined> {
  try {
    return storedPage.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Where pages are kept: `STAGED_UPGRADE_CACHE`, otherwise our own folder in the user's cache folder
 * (https://specifications.freedesktop.org/basedir/latest/); undefined if the environment names neither.
 */
export function cacheFolder(environment: Readonly<Record<string, string>>): string | undefined {
  if (environment.STAGED_UPGRADE_CACHE) return environment.STAGED_UPGRADE_CACHE;
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, 'staged-upgrade');
  return environment.HOME ? join(environment.HOME, '.cache', 'staged-upgrade') : undefined;
}
