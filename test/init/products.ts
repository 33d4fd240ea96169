import type { InitProducts } from '../../src/init/products.ts';
import { type ProductDefinition, productDefinition } from '../../src/products/definition.ts';
import { productProposal } from '../../src/products/proposal.ts';

const common = {
  versions: { scheme: 'semver' },
  releases: { npm: { package: 'example' } },
  path: [],
  access: { 'admin-token': { description: 'A token.' } },
  probes: { health: { http: { path: '/health' } }, version: { http: { path: '/version', value: 'version' } } },
};

const definitions: readonly ProductDefinition[] = [
  productDefinition.parse({ ...common, name: 'plain', title: 'Plain' }),
  productDefinition.parse({
    ...common,
    name: 'deferring',
    title: 'Deferring',
    migrations: {
      defer: { env: { DEFER: '1' } },
      start: { http: { path: '/migrate', started: [202], 'nothing-pending': [409] } },
    },
  }),
];

/** Two invented products: one whose migrations can be deferred, one whose migrations run at start-up. */
export const products: InitProducts = {
  names: definitions.map((definition) => definition.name),
  find: (name) => definitions.find((definition) => definition.name === name),
  proposal: () => productProposal.parse({}),
};
