/** The name of an image, in parts: `acme/app`, `1.1.0`, `sha256:…`. */
export interface ImageReference {
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const pattern =
  /^(?<name>[a-zA-Z0-9][a-zA-Z0-9._:/-]*?)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/** Undefined if the text cannot be the name of an image: for example because a variable in it was not set. */
export function imageReference(text: string): ImageReference | undefined {
  const groups = pattern.exec(text)?.groups;
  const name = groups?.name;
  if (name === undefined || /[:/.-]$/.test(name)) return undefined;
  return { name, tag: groups?.tag, digest: groups?.digest };
}

/** Why an image may not be the same tomorrow, as a phrase after its name; undefined if it is fixed. */
export function whyMoving(text: string): string | undefined {
  const image = imageReference(text);
  if (image === undefined) return 'is not the name of an image';
  if (image.digest !== undefined) return undefined;
  if (image.tag === undefined) return 'has no tag, which means "latest"';
  return image.tag === 'latest' ? 'has the tag "latest", which is another image tomorrow' : undefined;
}
