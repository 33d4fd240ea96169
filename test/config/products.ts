import { type LoadedConfiguration, loadConfiguration } from '../../src/config/load.ts';
import { ConfigurationError } from '../../src/config/mistake.ts';
import { productDefinition } from '../../src/products/definition.ts';

const unleash = productDefinition.parse({
  name: 'unleash',
  title: 'Unleash',
  versions: {},
  releases: { npm: { package: 'unleash-server' } },
  path: [],
  access: { admin: { description: 'An admin token, to read the version.' } },
  probes: { health: { http: { path: '/health' } }, version: { http: { path: '/version', value: 'version' } } },
});

/** Stands for the shipped products, so that these tests do not change with them. */
export const products = {
  names: ['medplum', 'unleash'],
  find: (name: string) => (name === 'unleash' ? unleash : undefined),
};

export type Loaded = LoadedConfiguration | { readonly kind: 'mistakes'; readonly error: ConfigurationError };

/** Anything else than the user's mistakes is rethrown: it is a defect of the loader. */
export function load(text: string): Loaded {
  try {
    return loadConfiguration(text, 'staged-upgrade.yml', products);
  } catch (error) {
    if (error instanceof ConfigurationError) return { kind: 'mistakes', error };
    throw error;
  }
}
