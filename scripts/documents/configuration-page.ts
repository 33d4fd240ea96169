import { limits } from '../../src/config/source.ts';
import { releaseLimits } from '../../src/drivers/releases/limits.ts';
import { maxMegabytes } from '../../src/world/yaml/read-yaml.ts';
import type { JsonSchema } from './configuration-schema.ts';
import { anchor, code, table } from './markdown.ts';
import { distinguishing, isListOfKinds, isMappingOfKeys, kindsOf, variants } from './schema-forms.ts';

/** A part of the configuration with a section of its own. */
interface Section {
  readonly heading: string;
  readonly schema: JsonSchema;
}

/** Where the section of a part is, by the part's identity. */
type Anchors = ReadonlyMap<string, string>;

/** An example of a whole configuration. */
export interface Example {
  readonly title: string;
  readonly text: string;
}

const introduction = `# Configuration

<!-- Generated from src/config/schema.ts by scripts/generate.ts. -->

Staged Upgrade reads one YAML file, \`.github/staged-upgrade.yml\`. \`staged-upgrade init\` writes it. Every mistake in it is reported
at once, with line and column, before anything is done. Editors complete and check it with this first line:

\`\`\`yaml
# yaml-language-server: $schema=./node_modules/staged-upgrade/schema/staged-upgrade.schema.json
\`\`\`
`;

const forms = `## How values are written

${table(
  ['form', 'meaning'],
  [
    [
      'text',
      'A text in which `${NAME}` is filled in with an environment variable when a command uses that part, and hidden from logs at once. A variable that is not set or empty, or is one line with a line break after it, is an error. `$${` stands for a literal `${`. `{version}`, `{from}` and `{to}` are filled in where a release is deployed or tested; `{{` and `}}` stand for literal braces.',
    ],
    [
      'command',
      'A list: a program and its arguments, started without a shell. Values are never pasted into the text of a script: `[sh, -c, \'deploy "$1"\', script, "{version}"]` hands the version over beside it.',
    ],
    [
      'duration',
      'A whole number and `s`, `m`, `h` or `d`: `90s`, `15m`, `2h`, `7d`. At most `10d`; an age, such as that of a release or a backup, at most `366d`.',
    ],
    ['name', 'Small letters, digits and single hyphens, at most 63 characters.'],
    ['kind', 'A mapping of one key, which names the kind and holds its settings: `{ sqlite: { file: data.db } }`.'],
  ],
)}

Secrets are never written into this file: a password, a token or a credential that is written out is an error. Numbers that are texts
need quotes: YAML reads \`1.10\` as the number 1.1. Anchors and aliases work, merge keys (\`<<\`) do not.

A configuration is read up to ${limits.fileKilobytes} KiB and ${limits.lines} lines, ${limits.values} values in ${limits.levels} levels, ${limits.items} keys or items in one place, and ${limits.textCharacters} characters in one text;
what is larger is an error that names the place. A list of releases is read up to ${releaseLimits.releases} releases, from a file or the index of a Helm repository of up to ${maxMegabytes} MiB.
`;

/** The reference of the configuration: a table for each mapping of keys. */
export function configurationPage(schema: JsonSchema, examples: readonly Example[]): string {
  const sections = sectionsOf(schema);
  const linked = new Map(sections.map((section) => [identityOf(section.schema), anchor(section.heading)]));
  const exampleText = examples
    .map(({ title, text }) => `### ${title}\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n`)
    .join('\n');
  const body = sections.map((section) => sectionText(section, linked)).join('\n');
  return `${introduction}\n${forms}\n${body}\n## Examples\n\n${exampleText}`;
}

/** Equal parts get one section; the product comes last: it is long, and few people write one. */
function sectionsOf(root: JsonSchema): Section[] {
  const sections: Section[] = [];
  const seen = new Set<string>();
  const addMapping = (path: string, schema: JsonSchema, requiredKeys: readonly string[]): void => {
    if (seen.has(identityOf(schema))) return;
    seen.add(identityOf(schema));
    const which = requiredKeys.length === 0 ? '' : ` with ${requiredKeys.map(code).join(', ')}`;
    const heading = path === '' ? 'The keys' : `${code(path)}${which}`;
    sections.push({
      heading: sections.some((one) => one.heading === heading) ? withKeys(path, schema) : heading,
      schema,
    });
    const children = Object.entries(schema.properties ?? {}).sort(
      ([a], [b]) => Number(a === 'product') - Number(b === 'product'),
    );
    for (const [key, child] of children)
      if (typeof child === 'object') visit(path === '' ? key : `${path}.${key}`, child);
  };
  const visit = (path: string, schema: JsonSchema): void => {
    const kinds = kindsOf(schema);
    if (kinds) {
      // A kind has no table of its one key, but one of its settings.
      for (const { tag, settings } of kinds) visit(`${path}.${tag}`, settings);
      return;
    }
    const options = variants(schema);
    const mappings = options.filter(isMappingOfKeys);
    for (const option of options) {
      if (isMappingOfKeys(option))
        addMapping(path, option, mappings.length > 1 ? distinguishing(option, mappings) : []);
      if (typeof option.items === 'object' && !Array.isArray(option.items)) visit(`${path}[]`, option.items);
      if (typeof option.additionalProperties === 'object') visit(`${path}.<name>`, option.additionalProperties);
    }
  };
  visit('', root);
  return sections;
}

/** One path may have other keys, depending on which form is chosen further up. */
function withKeys(path: string, { properties = {} }: JsonSchema): string {
  return `${code(path)} with ${Object.keys(properties).map(code).join(', ')}`;
}

function sectionText({ heading, schema }: Section, linked: Anchors): string {
  const rows = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    if (typeof child !== 'object') return [];
    const required = schema.required?.includes(key) === true;
    return [[code(key), typeText(child, linked), required ? 'required' : defaultText(child), descriptionText(child)]];
  });
  const description = heading !== 'The keys' && schema.description ? `${schema.description}\n\n` : '';
  const one = schema.maxProperties === 1 ? 'Exactly one of these keys.\n\n' : '';
  return `## ${heading}\n\n${description}${one}${table(['key', 'value', 'default', 'meaning'], rows)}\n`;
}

function descriptionText(schema: JsonSchema): string {
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  const example = examples.length === 0 ? '' : ` For example ${examples.map((each) => code(inline(each))).join(', ')}.`;
  return `${schema.description ?? ''}${kindsWithoutSection(schema)}${example}`;
}

/** The description of a kind whose settings are not a mapping, and which therefore has no section of its own. */
function kindsWithoutSection(schema: JsonSchema): string {
  return (kindsOf(schema) ?? [])
    .filter(({ settings }) => !variants(settings).some(isMappingOfKeys))
    .map(({ tag, settings }) => ` ${code(tag)}: ${settings.description ?? ''}`)
    .join('');
}

function defaultText(schema: JsonSchema): string {
  return schema.default === undefined ? '–' : code(inline(schema.default));
}

function inline(value: unknown): string {
  if (typeof value === 'string') return /^[\w./:-]+$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([key, each]) => `${key}: ${inline(each)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function typeText(schema: JsonSchema, linked: Anchors): string {
  const kinds = kindsOf(schema);
  if (kinds) {
    const names = kinds.map(({ tag, settings }) => {
      const place = linked.get(identityOf(settings));
      return place === undefined ? code(tag) : `[${code(tag)}](#${place})`;
    });
    return `kind: ${names.join(', ')}${variants(schema).some(isListOfKinds) ? '; or a list of these' : ''}`;
  }
  return [...new Set(variants(schema).map((option) => optionText(option, linked)))].join(' or ');
}

function optionText(schema: JsonSchema, linked: Anchors): string {
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((each) => code(String(each))).join(', ');
  if (isMappingOfKeys(schema)) return `[mapping](#${linked.get(identityOf(schema)) ?? ''})`;
  if (schema.title) return schema.title;
  if (schema.type === 'array') {
    const items = Array.isArray(schema.items) ? schema.items[0] : schema.items;
    return typeof items === 'object' ? `list of ${typeText(items, linked)}` : 'list';
  }
  if (schema.type === 'object') {
    const values = schema.additionalProperties;
    return typeof values === 'object' ? `mapping of names to ${typeText(values, linked)}` : 'mapping';
  }
  if (schema.type === 'string') return schema.format === 'uri' ? 'URL' : 'plain text';
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'integer') return 'whole number';
  return schema.type === undefined ? 'any value' : [schema.type].flat().join(' or ');
}

/** Two parts with the same keys are one, whatever is said about each. */
function identityOf({
  description: _description,
  default: _default,
  examples: _examples,
  ...schema
}: JsonSchema): string {
  return JSON.stringify(schema);
}
