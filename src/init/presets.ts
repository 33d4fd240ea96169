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
    productionUrl: 'http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}',
    stagingUrl: 'http://127.0.0.1:${SAMPLE_STAGING_PORT}',
    sqliteFile: '${SAMPLE_{SIDE}_STATE}/records.sqlite',
    deploy: ['node', 'deploy.mjs', 'start', '{version}'],
    stop: ['node', 'deploy.mjs', 'stop'],
    deployEnvironment: {
      SAMPLE_STATE: '${SAMPLE_{SIDE}_STATE}',
      SAMPLE_PORT: '${SAMPLE_{SIDE}_PORT}',
      SAMPLE_TOKEN: '${SAMPLE_{SIDE}_ADMIN_TOKEN}',
    },
    scrub: { waive: 'The records of the sample are invented.' },
    backupFolder: '${SAMPLE_BACKUPS}',
  },
  unleash: {
    system: 'flags',
    database: 'postgres',
    prefix: 'UNLEASH_',
    productionUrl: 'http://127.0.0.1:${UNLEASH_PRODUCTION_PORT}',
    stagingUrl: 'http://127.0.0.1:${UNLEASH_STAGING_PORT}',
    deploy: ['node', 'deploy.mjs', 'start', '{version}'],
    stop: ['node', 'deploy.mjs', 'stop'],
    deployEnvironment: {
      UNLEASH_STATE: '${UNLEASH_{SIDE}_STATE}',
      UNLEASH_RELEASES: '${UNLEASH_RELEASES}',
      UNLEASH_PORT: '${UNLEASH_{SIDE}_PORT}',
      UNLEASH_ADMIN_TOKEN: '${UNLEASH_{SIDE}_ADMIN_TOKEN}',
      DATABASE_URL: '${UNLEASH_{SIDE}_DATABASE_URL}',
    },
    scrub: {
      run: ['node', 'scrub.mjs'],
      env: { UNLEASH_STAGING_DATABASE_URL: '${UNLEASH_STAGING_DATABASE_URL}' },
    },
    backupFolder: '${UNLEASH_BACKUPS}',
    plain: ['UNLEASH_PRODUCTION_STATE', 'UNLEASH_RELEASES', 'UNLEASH_STAGING_STATE'],
  },
};

type GeneralKey =
  | 'database'
  | 'prefix'
  | 'deploy'
  | 'stop'
  | 'deployEnvironment'
  | 'scrub'
  | 'backupFolder'
  | 'journal';

/** For every product that has none of its own. */
const general: Preset & Required<Pick<Preset, GeneralKey>> = {
  database: 'postgres',
  prefix: '',
  deploy: ['./deploy/deploy.sh', '{environment}', '{version}'],
  stop: ['./deploy/stop.sh', '{environment}'],
  deployEnvironment: {},
  scrub: { run: ['./deploy/scrub.sh'] },
  backupFolder: '${BACKUP_FOLDER}',
  journal: 'git',
};

/** What is usual for a product: what it needs that is not here has to be asked for. */
export function presetFor(product: string) {
  const own: Preset | undefined = Object.hasOwn(presets, product) ? presets[product] : undefined;
  return { ...general, ...own };
}
