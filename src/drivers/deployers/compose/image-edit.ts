import { isAlias, isMap, isScalar, parseDocument } from 'yaml';

export type ImageEdit =
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'not-here' }
  /** As a phrase about the service. */
  | { readonly kind: 'impossible'; readonly reason: string };

/** Writes the image of a service into the text of a Compose file: only the scalar is replaced, everything else stays as it is. */
export function withImage(text: string, service: string, image: string): ImageEdit {
  const document = parseDocument(text, { keepSourceTokens: true, logLevel: 'error', merge: true });
  if (document.errors.length > 0) return { kind: 'impossible', reason: 'is in a file that is not YAML' };
  const settings = document.getIn(['services', service], true);
  if (!isMap(settings)) return { kind: 'not-here' };
  const node = settings.get('image', true);
  if (node === undefined) return { kind: 'not-here' };
  const token = isScalar(node) ? node.srcToken : undefined;
  if (isAlias(node) || token === undefined || !('source' in token) || typeof token.source !== 'string')
    return { kind: 'impossible', reason: 'gets its image from another place of the file, by an anchor' };
  if (token.source.includes('$'))
    return { kind: 'impossible', reason: 'gets its image from a variable, which belongs in "env" or "env-file"' };
  const quote = /^["']/.exec(token.source)?.[0] ?? '';
  const edited = `${text.slice(0, token.offset)}${quote}${image}${quote}${text.slice(token.offset + token.source.length)}`;
  return { kind: 'edited', text: edited };
}
