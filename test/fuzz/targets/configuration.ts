import { readFileSync } from 'node:fs';
import { loadConfiguration } from '../../../src/config/load.ts';
import { maintenanceWindows } from '../../../src/config/window.ts';
import { decideWindow, nextLongEnough } from '../../../src/core/timing/window.ts';
import { answersFrom } from '../../../src/init/answers.ts';
import { type InitFamily, initFamilies } from '../../../src/init/families.ts';
import { renderConfiguration } from '../../../src/init/render/configuration.ts';
import { resolveProduct, shippedProducts } from '../../../src/products/registry.ts';
import { readYaml } from '../../../src/world/yaml/read-yaml.ts';
import { flags } from '../../init/repository.ts';
import type { Target } from '../target.ts';

const text = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const configurations = [
  text('test/config/valid.yml').replaceAll('admin:', 'admin-token:'),
  text('examples/sample/.github/staged-upgrade.yml'),
  text('examples/unleash/.github/staged-upgrade.yml'),
  text('examples/postgres-major/.github/staged-upgrade.yml'),
  text('examples/medplum-aws/.github/staged-upgrade.yml'),
  text('examples/medplum-rds-resize/.github/staged-upgrade.yml'),
  // What no example has, with all of its settings.
  text('test/fuzz/seeds/stores.yml'),
  text('test/fuzz/seeds/deployers.yml'),
] as const;

/** A kind that is in none of them is fuzzed as `init` writes it, so that a new kind need not be added here. */
const ofInit = await Promise.all(
  Object.values<InitFamily>(initFamilies).flatMap(({ input, kinds }) =>
    kinds
      .filter(({ name }) => !configurations.some((written) => new RegExp(`\\b${name}:`).test(written)))
      .map(async ({ name }) =>
        renderConfiguration(
          await answersFrom({ ...flags, product: 'sample', [input]: name }, shippedProducts, undefined),
        ),
      ),
  ),
);

const indented = (path: string): string => text(path).replace(/^/gm, '  ');
const withoutProduct = configurations[0].replace(/^product:.*\n/m, '');

const load = (source: string): void => {
  const { value, document } = loadConfiguration(source, 'staged-upgrade.yml', shippedProducts);
  resolveProduct(value.product, document);
};

const windows = [
  'time-zone: Europe/Zurich\nopen:\n  - { days: [sat, sun], from: "22:00", to: "04:00" }\nclosed:\n  - { from: 2026-12-20, to: 2027-01-03, reason: Year-end freeze }\n',
  'time-zone: Pacific/Apia\nopen:\n  - { from: "02:00", to: "03:00" }\n  - { days: [mon], from: "00:00", to: "24:00" }\n',
  'time-zone: UTC\nclosed:\n  - { from: 2026-01-01, to: 2026-12-31, reason: x }\n',
] as const;

export const configurationTargets: readonly Target[] = [
  { name: 'configuration', seeds: [...configurations, ...ofInit], read: load },
  {
    name: 'product-definition',
    seeds: [
      `${withoutProduct}product:\n${indented('src/products/unleash/product.yml')}`,
      `${withoutProduct}product:\n${indented('src/products/sample/product.yml')}`,
      `${withoutProduct}product:\n  extends: unleash\n  smoke:\n    - { name: x, http: { path: /, expect: { json: { a.b: 1 } } } }\n`,
    ],
    read: load,
  },
  {
    name: 'windows',
    seeds: windows,
    read: (source) => {
      const read = readYaml(source);
      const parsed = read.kind === 'value' ? maintenanceWindows.safeParse(read.value) : undefined;
      if (parsed?.data === undefined) return;
      for (const now of ['2026-03-29T00:30:00Z', '2026-12-24T12:00:00Z', '2011-12-30T10:00:00Z']) {
        decideWindow(parsed.data, new Date(now));
        nextLongEnough(parsed.data, new Date(now), 3_600_000);
      }
    },
  },
];
