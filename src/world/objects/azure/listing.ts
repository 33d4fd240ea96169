import type { StoredObject } from '../bucket.ts';

/** A blob or, if versions were requested, one of its versions. */
export interface ListedBlob extends StoredObject {
  /** Absent for what was written while the account kept no versions. */
  readonly versionId?: string;
  readonly isCurrent: boolean;
}

export interface ListingPage {
  readonly objects: readonly ListedBlob[];
  readonly folders: readonly string[];
  /** Where the next page starts; empty on the last one. */
  readonly next: string;
}

/**
 * The answer to `List Blobs`, which the service only gives as XML: elements without relevant attributes, each on one
 * level, whose names never occur in a value, since there `<` is escaped.
 * https://learn.microsoft.com/rest/api/storageservices/list-blobs
 */
export function listingPage(xml: string): ListingPage {
  return {
    objects: elements(xml, 'Blob').map((blob) => {
      const versionId = first(blob, 'VersionId');
      return {
        key: nameIn(blob),
        bytes: Number(first(blob, 'Content-Length') ?? 0),
        version: first(blob, 'Etag') ?? '',
        modified: new Date(first(blob, 'Last-Modified') ?? 0),
        ...(versionId !== undefined && { versionId }),
        isCurrent: versionId === undefined || first(blob, 'IsCurrentVersion') === 'true',
      };
    }),
    folders: elements(xml, 'BlobPrefix').map(nameIn),
    next: first(xml, 'NextMarker') ?? '',
  };
}

/** A name that XML cannot contain is percent-encoded. */
function nameIn(xml: string): string {
  const found = /<Name(?<encoded> Encoded="true")?>(?<text>[^<]*)<\/Name>/.exec(xml)?.groups;
  const text = unescaped(found?.text ?? '');
  return found?.encoded === undefined ? text : decodeURIComponent(text);
}

export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(?<inner>.*?)</${name}>`, 'gs'))].map(
    ({ groups }) => groups?.inner ?? '',
  );
}

export function first(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>(?<text>[^<]*)</${name}>`).exec(xml)?.groups?.text;
  return text === undefined ? undefined : unescaped(text);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(?:(?<name>lt|gt|quot|apos|amp)|#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+));/gi, (whole, ...rest) => {
    const { name, hex, decimal }: Record<string, string | undefined> = rest.at(-1);
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
