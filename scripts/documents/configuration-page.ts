import type { JsonSchema } from './configuration-schema.ts';
import { anchor, code, table } from './markdown.ts';
import { type Choice, choiceOf, isMappingOfKeys, objectOptions, variants } from './schema-forms.ts';

/** A part of the configuration with a section of its own. */
interface Section {
  readonly path: string;
  readonly schema: JsonSchema;
}

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
      'A text in which `${NAME}` is filled in with an environment variable when a command uses that part, and hidden from logs at once. A variable that is not set or empty is an error. `$${` stands for a literal `${`. `{version}`, `{from}` and `{to}` are filled in where a release is deployed or tested; `{{` and `}}` stand for literal braces.',
    ],
    [
      'command',
      'A list: a program and its arguments, started without a shell. Values are never pasted into the text of a script: `[sh, -c, \'deploy "$1"\', script, "{version}"]` hands the version over beside it.',
    ],
    ['duration', 'A whole number and `s`, `m`, `h` or `d`: `90s`, `15m`, `2h`, `7d`.'],
    ['name', 'Small letters, digits and single hyphens, at most 63 characters.'],
    ['kind', 'A mapping of one key, which names the kind and holds its settings: `{ sqlite: { file: data.db } }`.'],
  ],
)}

Secrets are never written into this file: a password, a token or a credential that is written out is an error. Numbers that are texts
need quotes: YAML reads \`1.10\` as the number 1.1. Anchors and aliases work, merge keys (\`<<\`) do not.
`;

/** The reference of the configuration: a table for each mapping of keys. */
export function configurationPage(schema: JsonSchema, examples: readonly Example[]): string {
  const sections = sectionsOf(schema);
  const linked = new Map(sections.map((section) => [identityOf(section.schema), section.path]));
  const exampleText = examples
    .map(({ title, text }) => `### ${title}\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\n`)
    .join('\n');
  const body = sections.map((section) => sectionText(section, linked)).join('\n');
  return `${introduction}\n${forms}\n${body}\n## Examples\n\n${exampleText}`;
}

/** Breadth first, the product last: it is long, and few write one. Parts that are alike get one section. */
function sectionsOf(root: JsonSchema): Section[] {
  const sections: Section[] = [];
  const seen = new Set<string>();
  const visit = (path: string, schema: JsonSchema): void => {
    for (const option of objectOptions(schema)) {
      const optionPath = path;
      if (!isMappingOfKeys(option) || seen.has(identityOf(option))) continue;
      const tag = choiceOf(schema).kind === 'tagged' && Object.keys(option.properties ?? {}).length === 1;
      // A kind has no table of its one key, but one of the settings below it.
      if (!tag) {
        seen.add(identityOf(option));
        sections.push({ path: optionPath, schema: option });
      }
      const children = Object.entries(option.properties ?? {}).sort(
        ([a], [b]) => Number(a === 'product') - Number(b === 'product'),
      );
      for (const [key, child] of children)
        if (typeof child === 'object') visit(optionPath === '' ? key : `${optionPath}.${key}`, child);
    }
    for (const variant of variants(schema)) {
      if (variant.type === 'array' && typeof variant.items === 'object' && !Array.isArray(variant.items))
        visit(`${path}[]`, variant.items);
      if (typeof variant.additionalProperties === 'object') visit(`${path}.*`, variant.additionalProperties);
    }
  };
  visit('', root);
  return sections;
}

function sectionText({ path, schema }: Section, linked: ReadonlyMap<string, string>): string {
  const rows = Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    if (typeof child !== 'object') return [];
    const required = schema.required?.includes(key) === true;
    return [[code(key), typeText(child, linked), required ? 'required' : defaultText(child), descriptionText(child)]];
  });
  const description = schema.description ? `${schema.description}\n\n` : '';
  return `## ${headingOf(path)}\n\n${path === '' ? '' : description}${table(['key', 'value', 'default', 'meaning'], rows)}\n`;
}

function headingOf(path: string): string {
  return path === '' ? 'The keys' : code(path);
}

function descriptionText(schema: JsonSchema): string {
  const examples = Array.isArray(schema.examples) ? schema.examples : [];
  const example = examples.length === 0 ? '' : ` For example ${examples.map((each) => code(inline(each))).join(', ')}.`;
  return `${schema.description ?? ''}${example}`;
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

function typeText(schema: JsonSchema, linked: ReadonlyMap<string, string>): string {
  const choice = choiceOf(schema);
  if (choice.kind === 'tagged') return taggedText(choice, linked);
  const texts = choice.options.map((option) => optionText(option, linked));
  return [...new Set(texts)].join(' or ');
}

function taggedText(choice: Extract<Choice, { kind: 'tagged' }>, linked: ReadonlyMap<string, string>): string {
  const kinds = choice.tags.map(({ tag, option, settings }) => {
    const path = linked.get(identityOf(settings)) ?? linked.get(identityOf(option));
    return path === undefined ? code(tag) : `[${code(tag)}](#${anchor(path)})`;
  });
  return `kind: ${kinds.join(', ')}`;
}

function optionText(schema: JsonSchema, linked: ReadonlyMap<string, string>): string {
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum) return schema.enum.map((each) => code(String(each))).join(', ');
  if (isMappingOfKeys(schema)) {
    const path = linked.get(identityOf(schema));
    return path === undefined ? 'mapping' : `[mapping](#${anchor(headingOf(path))})`;
  }
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
  return schema.type ?? 'any value';
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
