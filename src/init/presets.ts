import type { ConfigurationAnswers } from './render/configuration.ts';

/** What `init` proposes for a product; what is not here is asked for, or comes from flags. */
export type Preset = Partial<Omit<ConfigurationAnswers, 'product' | 'access'>> & {
  /** Variables that hold no secret. */
  readonly plain?: readonly string[];
};

const presets: Readonly<Record<string, Preset>> = {
  sample: {
    system: 'sample',
    database: 'sqlite',
    prefix: 'SAMPLE_',
    productionUrl: '${SAMPLE_PRODUCTION_URL}',
    stagingUrl: '${SAMPLE_STAGING_URL}',
    sqliteFile: '${SAMPLE_{SIDE}_STATE}/records.db',
    deploy: ['node', 'examples/sample/deploy.mjs', 'deploy', '{version}'],
    stop: ['node', 'examples/sample/deploy.mjs', 'stop'],
    deployEnvironment: { SAMPLE_STATE: '${SAMPLE_{SIDE}_STATE}', SAMPLE_URL: '${SAMPLE_{SIDE}_URL}' },
    scrub: { waive: 'The records of the sample are invented.' },
    backupFolder: '${SAMPLE_BACKUPS}',
    plain: ['SAMPLE_PRODUCTION_STATE', 'SAMPLE_STAGING_STATE'],
  },
  unleash: {
    system: 'flags',
    database: 'postgres',
    deploy: ['node', 'deploy.mjs', 'deploy', '{environment}', '{version}'],
    stop: ['node', 'deploy.mjs', 'stop', '{environment}'],
    scrub: { run: ['node', 'deploy.mjs', 'scrub'] },
  },
};

/** For every product that has none of its own. */
const general = {
  database: 'postgres',
  prefix: '',
  deploy: ['./deploy/deploy.sh', '{environment}', '{version}'],
  stop: ['./deploy/stop.sh', '{environment}'],
  deployEnvironment: {},
  scrub: { run: ['./deploy/scrub.sh'] },
  backupFolder: '${BACKUP_FOLDER}',
  journal: 'git',
} as const satisfies Preset;

export function presetFor(product: string): typeof general & Preset;
export function presetFor(product: string): Preset {
  return { ...general, ...(Object.hasOwn(presets, product) ? presets[product] : {}) };
}
