import type { ProposedKind } from './choose-kind.ts';
import type { FamilyName } from './families.ts';
import type { ConfigurationAnswers } from './render/configuration.ts';

/** What `init` proposes for a product; what is not here is asked for, comes from flags, or is what is usual for a kind. */
export type Preset = Partial<
  Pick<ConfigurationAnswers, 'system' | 'productionUrl' | 'stagingUrl' | 'prefix' | 'scrub'>
> & {
  readonly kinds?: Partial<Readonly<Record<FamilyName, ProposedKind>>>;
  /** Variables that hold no secret. */
  readonly plain?: readonly string[];
};

const presets: Readonly<Record<string, Preset>> = {
  sample: {
    system: 'sample',
    prefix: 'SAMPLE_',
    productionUrl: 'http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}',
    stagingUrl: 'http://127.0.0.1:${SAMPLE_STAGING_PORT}',
    kinds: {
      data: { kind: 'sqlite', settings: { file: '${{PREFIX}{SIDE}_STATE}/records.sqlite' } },
      deploy: {
        kind: 'command',
        settings: {
          run: ['node', 'deploy.mjs', 'start', '{version}'],
          stop: ['node', 'deploy.mjs', 'stop'],
          env: {
            SAMPLE_STATE: '${{PREFIX}{SIDE}_STATE}',
            SAMPLE_PORT: '${{PREFIX}{SIDE}_PORT}',
            SAMPLE_TOKEN: '${{PREFIX}{SIDE}_ADMIN_TOKEN}',
          },
        },
      },
      store: { kind: 'folder', settings: { path: '${SAMPLE_BACKUPS}' } },
      journal: { kind: 'git' },
    },
    scrub: { waive: 'The records of the sample are invented.' },
  },
  unleash: {
    system: 'flags',
    prefix: 'UNLEASH_',
    productionUrl: 'http://127.0.0.1:${UNLEASH_PRODUCTION_PORT}',
    stagingUrl: 'http://127.0.0.1:${UNLEASH_STAGING_PORT}',
    kinds: {
      data: { kind: 'postgres' },
      deploy: {
        kind: 'command',
        settings: {
          run: ['node', 'deploy.mjs', 'start', '{version}'],
          stop: ['node', 'deploy.mjs', 'stop'],
          env: {
            UNLEASH_STATE: '${{PREFIX}{SIDE}_STATE}',
            UNLEASH_RELEASES: '${UNLEASH_RELEASES}',
            UNLEASH_PORT: '${{PREFIX}{SIDE}_PORT}',
            UNLEASH_ADMIN_TOKEN: '${{PREFIX}{SIDE}_ADMIN_TOKEN}',
            DATABASE_URL: '${{PREFIX}{SIDE}_DATABASE_URL}',
          },
        },
      },
      store: { kind: 'folder', settings: { path: '${UNLEASH_BACKUPS}' } },
      journal: { kind: 'git' },
    },
    scrub: {
      run: ['node', 'scrub.mjs'],
      env: { UNLEASH_STAGING_DATABASE_URL: '${UNLEASH_STAGING_DATABASE_URL}' },
    },
    plain: ['UNLEASH_PRODUCTION_STATE', 'UNLEASH_RELEASES', 'UNLEASH_STAGING_STATE'],
  },
};

/** For every product that has none of its own. */
const general = {
  prefix: '',
  scrub: { run: ['./deploy/scrub.sh'] },
} as const satisfies Preset;

/** What is usual for a product: what it needs that is not here has to be asked for. */
export function presetFor(product: string) {
  const own: Preset | undefined = Object.hasOwn(presets, product) ? presets[product] : undefined;
  return { ...general, ...own };
}
