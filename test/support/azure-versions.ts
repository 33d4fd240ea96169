/*
 * An account of Azure Blob Storage that keeps versions, as documented: the emulator keeps none. It is a
 * `fetch` with the service's interface, and checks no signature.
 * https://learn.microsoft.com/azure/storage/blobs/versioning-overview
 */

interface Version {
  /** Absent of what was written while versioning was off. */
  readonly id?: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

interface Blob {
  versions: Version[];
  current: Version | undefined;
}

export interface VersionedAccount {
  readonly fetch: typeof globalThis.fetch;
  /** What is written and removed from now on. */
  keepVersions: boolean;
  /** Undefined is off; `forbidden` where the credentials may not read it. */
  softDeleteDays: number | 'forbidden' | undefined;
  write(container: string, name: string, text: string, headers?: Readonly<Record<string, string>>): void;
  remove(container: string, name: string): void;
  /** For good, as a rule of the account's lifecycle does. */
  removeVersions(container: string, name: string): void;
  read(container: string, name: string): string | undefined;
  names(container: string): readonly string[];
}

export function versionedAccount(): VersionedAccount {
  const blobs = new Map<string, Blob>();
  const blocks = new Map<string, Buffer>();
  let last = 0;
  const write = (path: string, bytes: Buffer, headers: Readonly<Record<string, string>>): Version => {
    last += 1;
    const id = new Date(Date.UTC(2026, 0, 1) + last).toISOString().replace('Z', '0000Z');
    const version = { ...(account.keepVersions && { id }), bytes, headers };
    const blob = blobs.get(path) ?? { versions: [], current: undefined };
    if (version.id !== undefined) blob.versions.push(version);
    blob.current = version;
    blobs.set(path, blob);
    return version;
  };
  const account: VersionedAccount = {
    keepVersions: true,
    softDeleteDays: 7,
    write: (container, name, text, headers = {}) => void write(`${container}/${name}`, Buffer.from(text), headers),
    remove: (container, name) => {
      const blob = blobs.get(`${container}/${name}`);
      if (blob !== undefined) blob.current = undefined;
    },
    removeVersions: (container, name) => {
      const blob = blobs.get(`${container}/${name}`);
      if (blob !== undefined) blob.versions = blob.versions.filter((version) => version === blob.current);
    },
    read: (container, name) => blobs.get(`${container}/${name}`)?.current?.bytes.toString(),
    names: (container) => namesIn(container).map(({ name }) => name),
    fetch: async (input, init) => answer(new Request(input, init)),
  };

  const namesIn = (container: string, prefix = '') =>
    [...blobs]
      .filter(([path, { current }]) => path.startsWith(`${container}/${prefix}`) && current !== undefined)
      .map(([path, blob]) => ({ name: path.slice(container.length + 1), blob }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));

  const answer = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const ask = url.searchParams;
    if (ask.get('restype') === 'service') {
      const days = account.softDeleteDays;
      if (days === 'forbidden') return failed(403, 'AuthorizationPermissionMismatch');
      const policy = days === undefined ? '<Enabled>false</Enabled>' : `<Enabled>true</Enabled><Days>${days}</Days>`;
      return xml(
        `<StorageServiceProperties><DeleteRetentionPolicy>${policy}</DeleteRetentionPolicy></StorageServiceProperties>`,
      );
    }
    const path = decodeURIComponent(url.pathname.slice(1));
    if (ask.get('comp') === 'list')
      return xml(listing(path, ask.get('prefix') ?? '', ask.get('include') === 'versions'));
    const body = Buffer.from(await request.arrayBuffer());
    const stored = Object.fromEntries(
      [...request.headers].flatMap(([name, value]) => {
        if (name.startsWith('x-ms-meta-')) return [[name, value] as const];
        return name.startsWith('x-ms-blob-content-') || name === 'x-ms-blob-cache-control'
          ? [[name.slice('x-ms-blob-'.length), value] as const]
          : [];
      }),
    );
    if (request.method === 'PUT' && ask.get('comp') === 'block') {
      blocks.set(`${path} ${ask.get('blockid')}`, body);
      return new Response(undefined, { status: 201 });
    }
    if (request.method === 'PUT') {
      const listed = [...body.toString().matchAll(/<Latest>(?<id>[^<]*)<\/Latest>/g)].map(({ groups }) => groups?.id);
      const bytes =
        ask.get('comp') === 'blocklist'
          ? Buffer.concat(listed.map((id) => blocks.get(`${path} ${id}`) ?? Buffer.alloc(0)))
          : body;
      if (request.headers.get('if-none-match') === '*' && blobs.get(path)?.current !== undefined)
        return failed(409, 'BlobAlreadyExists');
      const { id } = write(path, bytes, stored);
      return new Response(undefined, { status: 201, headers: id === undefined ? {} : { 'x-ms-version-id': id } });
    }
    const blob = blobs.get(path);
    const wanted = ask.get('versionid');
    const found = wanted === null ? blob?.current : blob?.versions.find(({ id }) => id === wanted);
    if (found === undefined) return failed(404, 'BlobNotFound');
    if (request.method === 'DELETE') {
      if (blob !== undefined) blob.current = undefined;
      return new Response(undefined, { status: 202 });
    }
    const headers = { 'content-type': 'application/octet-stream', ...found.headers };
    if (request.method === 'HEAD') return new Response(undefined, { headers });
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.get('x-ms-range') ?? '') ?? [];
    if (Number(from) >= found.bytes.length) return failed(416, 'InvalidRange');
    return new Response(Uint8Array.from(found.bytes.subarray(Number(from), Number(to) + 1)), { status: 206, headers });
  };

  const listing = (container: string, prefix: string, withVersions: boolean): string => {
    const entries = [...blobs]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([path, { versions, current }]) => {
        if (!path.startsWith(`${container}/${prefix}`)) return [];
        const all = withVersions ? [...new Set([...versions, ...(current === undefined ? [] : [current])])] : [current];
        return all.flatMap((version) => {
          if (version === undefined) return [];
          const name = path
            .slice(container.length + 1)
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;');
          const id = version.id === undefined ? '' : `<VersionId>${version.id}</VersionId>`;
          const isCurrent = version.id !== undefined && version === current;
          return `<Blob><Name>${name}</Name>${id}${isCurrent ? '<IsCurrentVersion>true</IsCurrentVersion>' : ''}<Properties><Content-Length>${version.bytes.length}</Content-Length><Etag>${version.id ?? 'none'}</Etag></Properties></Blob>`;
        });
      });
    return `<EnumerationResults><Blobs>${entries.join('')}</Blobs><NextMarker /></EnumerationResults>`;
  };
  return account;
}

function xml(text: string): Response {
  return new Response(`<?xml version="1.0" encoding="utf-8"?>${text}`, {
    headers: { 'content-type': 'application/xml' },
  });
}

function failed(status: number, code: string): Response {
  return new Response(`<Error><Code>${code}</Code></Error>`, { status, headers: { 'x-ms-error-code': code } });
}
