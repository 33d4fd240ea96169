import { z } from 'zod';
import { onDemand } from '../core/settings/on-demand.ts';
import { slug } from '../core/settings/scalars.ts';
import { stagesProduct, topologyProduct, versionsProduct } from './definition.ts';

const { access, baseline, smoke, evidence, checklists, stores, 'known-problems': known } = versionsProduct.shape;

// Keys that are left out must stay left out: a default here would replace what the shipped definition says.
const extension = onDemand(() =>
  z
    .strictObject({
      ...versionsProduct.shape,
      access: access.unwrap(),
      smoke: smoke.unwrap(),
      evidence: evidence.unwrap(),
      checklists: checklists.unwrap(),
      stores: stores.unwrap(),
      'known-problems': known.unwrap(),
      baseline: baseline.unwrap(),
    })
    .partial()
    .extend({ extends: slug.describe('The name of a shipped product.') })
    .describe('A shipped product, with keys of its definition replaced as a whole by your own.'),
);

/** How a configuration says which product it is for. */
export const productReference = z.union([slug, versionsProduct, stagesProduct, topologyProduct, extension]);

export type ProductReference = z.output<typeof productReference>;
