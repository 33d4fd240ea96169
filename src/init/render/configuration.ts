import { type OwnProduct, renderOwnProduct } from './own-definition.ts';
import { flowScalar, indent, scalar } from './yaml.ts';

/** What `init` asks for, or finds in its flags, to write the configuration. */
export interface ConfigurationAnswers {
  readonly system: string;
  readonly product: string;
  /** What is written in place of the product's name, for a product of the user's own. */
  readonly own?: OwnProduct;
  readonly database: DatabaseKind;
  readonly productionUrl: string;
  readonly stagingUrl: string;
  /** A program and its arguments. */
  readonly deploy: readonly [string, ...string[]];
  /** Stops the server on staging, so that its database can be replaced. */
  readonly stop: readonly [string, ...string[]];
  readonly deployEnvironment: Readonly<Record<string, string>>;
  readonly scrub:
    | { readonly run: readonly [string, ...string[]]; readonly env?: Readonly<Record<string, string>> }
    | { readonly waive: string };
  /** In front of the names of variables, `PRODUCTION_DATABASE_URL`; empty or ending with `_`. */
  readonly prefix: string;
  /** Names of the credentials that the product's probes need. */
  readonly access: readonly string[];
  /** Where SQLite's file is, for each environment; undefined for other databases. */
  readonly sqliteFile?: string;
  readonly backupFolder: string;
  readonly journal: 'git' | { readonly folder: string };
}

/** The databases and deployers that `init` can write a configuration for. */
export const databaseKinds = ['postgres', 'sqlite'] as const;
export type DatabaseKind = (typeof databaseKinds)[number];

/** `{SIDE}` in a template of an answer stands for PRODUCTION or STAGING. */
function forSide(template: string, side: Side): string {
  return template.replaceAll('{SIDE}', side.toUpperCase());
}

type Side = 'production' | 'staging';

export function renderConfiguration(answers: ConfigurationAnswers): string {
  const { system, product, own, journal } = answers;
  const lines = [
    '# What Staged Upgrade knows about this system. Every key: docs/configuration.md of the project.',
    '# ${NAME} is an environment variable of the job: secrets stay in the environments of this repository.',
    `system: ${scalar(system)}`,
    ...(own === undefined ? [`product: ${scalar(product)}`] : renderOwnProduct(own)),
    'environments:',
    '  production:',
    ...indent(4, environment(answers, 'production')),
    '  staging:',
    '    # Everything here may be replaced: each rehearsal restores a copy of production over it.',
    '    disposable: true',
    ...indent(4, environment(answers, 'staging')),
    ...indent(4, scrub(answers)),
    '# A folder that the runners of production and of staging both reach.',
    `backup: { store: { folder: { path: ${JSON.stringify(answers.backupFolder)} } } }`,
    `journal: { store: ${journal === 'git' ? '{ git: {} }' : `{ folder: { path: ${JSON.stringify(journal.folder)} } }`} }`,
    '# Who lets a hop go on: the reviewers of a GitHub environment (environment), or nobody (none).',
    'gates: { production: environment, finalize: environment }',
  ];
  return `${lines.join('\n')}\n`;
}

function environment(answers: ConfigurationAnswers, side: Side): string[] {
  const { access, prefix, deployEnvironment } = answers;
  const url = side === 'production' ? answers.productionUrl : answers.stagingUrl;
  const own = Object.entries(deployEnvironment);
  const variables = own.length === 0 ? Object.entries(databaseVariable(answers, side)) : own;
  return [
    `url: ${url.includes('${') ? JSON.stringify(url) : scalar(url)}`,
    ...(access.length === 0 ? [] : ['access:']),
    ...access.map((name) => `  ${name}: "\${${prefix}${upper(`${side}_${name}`)}}"`),
    `data: ${database(answers, side)}`,
    'deploy:',
    '  command:',
    `    run: ${argv(answers.deploy)}`,
    `    stop: ${argv(answers.stop)}`,
    '    # A command gets the secrets that it names here, and no others.',
    '    env:',
    ...variables.map(([name, value]) => `      ${name}: ${JSON.stringify(forSide(value, side))}`),
  ];
}

function database(answers: ConfigurationAnswers, side: Side): string {
  const place = JSON.stringify(databasePlace(answers, side));
  return answers.database === 'postgres' ? `{ postgres: { url: ${place} } }` : `{ sqlite: { file: ${place} } }`;
}

/** The database's address or file, as the configuration writes it. */
function databasePlace({ database: kind, prefix, sqliteFile }: ConfigurationAnswers, side: Side): string {
  switch (kind) {
    case 'postgres':
      return `\${${prefix}${upper(side)}_DATABASE_URL}`;
    case 'sqlite':
      return forSide(sqliteFile ?? `\${${prefix}{SIDE}_DATABASE_FILE}`, side);
  }
}

/** For scripts that the user writes: nothing of the job's secrets reaches them unnamed. */
function databaseVariable(answers: ConfigurationAnswers, side: Side): Readonly<Record<string, string>> {
  const name = answers.database === 'postgres' ? 'DATABASE_URL' : 'DATABASE_FILE';
  return { [name]: databasePlace(answers, side) };
}

function scrub(answers: ConfigurationAnswers): string[] {
  const hook = answers.scrub;
  return [
    'hooks:',
    '  # Before the server first starts on a copy of live data: it must not write mail to the people in it.',
    'run' in hook
      ? `  scrub: { run: ${argv(hook.run)}, env: ${mapping(hook.env ?? databaseVariable(answers, 'staging'))} }`
      : `  scrub: { waive: ${JSON.stringify(hook.waive)} }`,
  ];
}

function mapping(env: Readonly<Record<string, string>>): string {
  const members = Object.entries(env).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${members.join(', ')} }`;
}

function argv(list: readonly string[]): string {
  return `[${list.map(flowScalar).join(', ')}]`;
}

export function upper(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
}
