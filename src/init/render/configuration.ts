import type { Variables } from '../../core/interface/init-kind.ts';
import type { ProductProposal } from '../../products/proposal.ts';
import { argv, block, type ChosenKind, flow, flowMapping, type Names, scriptVariables } from './kinds.ts';
import { type OwnProduct, renderOwnProduct } from './own-definition.ts';
import { indent, scalar } from './yaml.ts';

/** What `init` asks for, or finds in its flags, to write the configuration. */
export interface ConfigurationAnswers {
  readonly system: string;
  readonly product: string;
  /** Written instead of the product's name, for a product of the user's own. */
  readonly own?: OwnProduct;
  readonly productionUrl: string;
  readonly stagingUrl: string;
  readonly data: ChosenKind;
  readonly deploy: ChosenKind;
  readonly store: ChosenKind;
  readonly journal: ChosenKind;
  /** Public keys of age; empty if backups are not encrypted. */
  readonly encryptFor: readonly string[];
  readonly scrub:
    | { readonly run: readonly string[]; readonly env?: Variables | undefined }
    | { readonly waive: string };
  /** The prefix of variable names, `PRODUCTION_DATABASE_URL`; empty or ending with `_`. */
  readonly prefix: string;
  /** The credentials that the product's probes need. */
  readonly access: readonly Credential[];
  readonly windows: ProductProposal['windows'];
}

interface Credential {
  readonly name: string;
  /** The kind of credential that the server issues; undefined if it is a secret of its own. */
  readonly source: ProductProposal['access'][string] | undefined;
}

type Side = 'production' | 'staging';

export function renderConfiguration(answers: ConfigurationAnswers): string {
  const { system, product, own, prefix } = answers;
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
    `# ${capital(answers.store.kind.title)}.`,
    ...backup(flow(answers.store, { prefix }), answers.encryptFor),
    `journal: { store: ${flow(answers.journal, { prefix })} }`,
    ...windows(answers.windows),
    '# Who lets a hop continue: the reviewers of a GitHub environment (environment), a code that a person types (dispatch), or nobody (none).',
    'gates: { production: environment, finalize: environment }',
  ];
  return `${lines.join('\n')}\n`;
}

function windows(proposed: ProductProposal['windows']): string[] {
  if (proposed === undefined) return [];
  const { 'time-zone': zone, from, to } = proposed;
  return [
    '# When production may be changed: write your own times.',
    `windows: { time-zone: ${zone}, open: [{ from: "${from}", to: "${to}" }] }`,
  ];
}

function backup(store: string, recipients: readonly string[]): string[] {
  if (recipients.length === 0) return [`backup: { store: ${store} }`];
  return [
    'backup:',
    `  store: ${store}`,
    '  # Public keys. The identity is the secret key of one of them: only jobs that restore get it.',
    `  encryption: { age: { recipients: ${argv(recipients)}, identity: "\${BACKUP_IDENTITY}" } }`,
  ];
}

function environment(answers: ConfigurationAnswers, side: Side): string[] {
  const { access, prefix } = answers;
  const url = side === 'production' ? answers.productionUrl : answers.stagingUrl;
  const names = namesOf(answers, side);
  return [
    `url: ${url.includes('${') ? JSON.stringify(url) : scalar(url)}`,
    ...(access.length === 0 ? [] : ['access:']),
    ...indent(
      2,
      access.flatMap((one) => credential(one, side, prefix)),
    ),
    `data: ${flow(answers.data, names)}`,
    'deploy:',
    ...indent(2, block(answers.deploy, names, scriptVariables(answers.data, names))),
  ];
}

function credential({ name, source }: Credential, side: Side, prefix: string): string[] {
  if (source === undefined) return [`${name}: "\${${prefix}${upper(`${side}_${name}`)}}"`];
  const named = (text: string): string => text.replaceAll('{PREFIX}', prefix).replaceAll('{SIDE}', upper(side));
  const written = (value: string | Variables): string =>
    typeof value === 'string'
      ? JSON.stringify(named(value))
      : flowMapping(Object.fromEntries(Object.entries(value).map(([key, text]) => [key, named(text)])));
  const lines = Object.entries(source).flatMap(([kind, settings]) => [
    `${kind}:`,
    ...indent(
      2,
      Object.entries(settings).map(([key, value]) => `${key}: ${written(value)}`),
    ),
  ]);
  return [`${name}:`, ...indent(2, lines)];
}

function scrub(answers: ConfigurationAnswers): string[] {
  const hook = answers.scrub;
  const env = 'run' in hook ? (hook.env ?? scriptVariables(answers.data, namesOf(answers, 'staging'))) : {};
  return [
    'hooks:',
    '  # Before the server first starts on a copy of live data: it must not send mail to the people in it.',
    'run' in hook
      ? `  scrub: { run: ${argv(hook.run)}, env: ${flowMapping(env)} }`
      : `  scrub: { waive: ${JSON.stringify(hook.waive)} }`,
  ];
}

function namesOf({ prefix }: ConfigurationAnswers, side: Side): Names {
  return { prefix, side: upper(side) };
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function upper(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
}
