import type { HopTraits } from '../core/model/sequence.ts';
import { hasStages, hasTopology, type ProductDefinition, reversibleStages } from '../products/definition.ts';
import { stagingWaiver } from './environment-settings.ts';
import type { Configuration } from './schema.ts';

/** What makes the hops of one system differ from those of another. */
export function hopTraits(configuration: Configuration, product: ProductDefinition): HopTraits {
  const waiver = stagingWaiver(configuration);
  const dataless = configuration.environments.production.data.length === 0;
  return {
    deferrable: product.migrations !== undefined,
    // It is restored on staging: without data, or without a staging, nothing could be proved.
    proveRestorePoint: configuration['restore-point'].prove && waiver === undefined && !dataless,
    ...(hasStages(product) ? { stages: { reversible: reversibleStages(product) } } : {}),
    // A topology is rolled back by the same kind of deploy.
    ...(hasTopology(product) ? { stages: { reversible: 'all' } } : {}),
    ...(dataless ? { dataless } : {}),
    ...(waiver === undefined ? {} : { waiver }),
  };
}
