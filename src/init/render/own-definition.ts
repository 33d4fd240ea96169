import { optionsOf, tagsOf } from '../../config/schema-shape.ts';
import { fillIn } from '../../config/to-fill-in.ts';
import { releaseSource } from '../../drivers/releases.ts';
import { renderedSource, sourceExamples } from './published-at.ts';
import { indent, scalar } from './yaml.ts';

export const lineUnits = ['major', 'minor', 'none'] as const;
export type LineUnit = (typeof lineUnits)[number];

/** What was answered about a product of the user's own; the rest is left to be filled in. */
export interface OwnProduct {
  readonly name: string;
  readonly title: string;
  readonly releases: string | undefined;
  readonly line: LineUnit;
  readonly healthPath: string | undefined;
  readonly versionPath: string | undefined;
  readonly versionValue: string | undefined;
}

/** The lines of `product:` in the configuration. */
export function renderOwnProduct(own: OwnProduct): string[] {
  const source = own.releases === undefined ? undefined : renderedSource(own.releases);
  const missing = (what: string): string => JSON.stringify(`${fillIn}: ${what}`);
  return [
    '# What is known about the product. Every key, with what else a product may say (migrations that can be deferred,',
    '# parts beside the release, stages instead of versions): docs/configuration.md, "product".',
    'product:',
    ...indent(2, [
      `name: ${own.name}`,
      `title: ${scalar(own.title)}`,
      '# How its versions are read: semver (1.2.3), pep440 (Python) or numbers (any dotted numbers).',
      `versions: { scheme: ${source?.scheme ?? 'semver'} }`,
      `# Where its releases are published, such as ${sourceExamples.slice(0, 2).join(' or ')}.`,
      `# All kinds of sources: ${sourceKinds().join(', ')}.`,
      `releases: ${source === undefined ? `{ list: [${missing('where its releases are published, in place of this list')}] }` : `{ ${source.line} }`}`,
      ...pathRules(own.line),
      'probes:',
      '  # Is it serving? Also: expect: { json: { status: ok } }, contains: a text, or a command.',
      `  health: { http: { path: ${own.healthPath === undefined ? missing('the path that answers 200 when the server is healthy, such as /health') : quotedPath(own.healthPath)} } }`,
      '  # Which release answers? Instead of value (JSON): header, pattern (text), or a command. If releases report it in',
      '  # different places: value: [data.version, data.server.version]; the first one present counts.',
      '  version:',
      '    http:',
      `      path: ${own.versionPath === undefined ? missing('the path whose response has the version, such as /version') : quotedPath(own.versionPath)}`,
      `      value: ${own.versionValue === undefined ? missing('where the version is in the JSON response, such as data.version') : scalar(own.versionValue)}`,
      '# What every installation must be able to do after a hop. Add what users would miss first: a login, a search, a record.',
      'smoke:',
      `  - { name: it is healthy, http: { path: ${own.healthPath === undefined ? missing('the same path as for health') : quotedPath(own.healthPath)} } }`,
    ]),
  ];
}

function sourceKinds(): readonly string[] {
  const kinds = tagsOf(optionsOf(releaseSource));
  if (kinds === undefined) throw new Error('no key distinguishes the kinds of release sources');
  return [...kinds.keys()];
}

function pathRules(line: LineUnit): string[] {
  const about =
    '# Which releases must not be skipped, and why, according to the vendor. Every rule, with an example: docs/path-rules.md.';
  if (line === 'none') return [about, 'path: []'];
  const reason = `It is not known that a ${line} may be skipped, so none is. Write here what the vendor says.`;
  return [about, 'path:', `  - no-line-skipped: { line: ${line}, land: newest, reason: ${JSON.stringify(reason)} }`];
}

function quotedPath(path: string): string {
  return /[{}[\],]/.test(path) ? JSON.stringify(path) : scalar(path);
}
