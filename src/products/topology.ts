import { z } from 'zod';
import { onDemand } from '../core/settings/on-demand.ts';

const change = onDemand(() =>
  z.strictObject({
    reason: z.string().min(1).describe('Why it is a separate hop; the plan shows it.'),
    url: z.url().exactOptional().describe('Where it is described.'),
  }),
);

/** Why each change of a topology is made separately. How one topology becomes another is not for a product to say. */
export const topologyChanges = onDemand(() =>
  z.strictObject({
    'add-instances': change.describe('Instances are added, so that there is something to fail over to.'),
    reader: change.describe('All instances except the one that is declared as the writer get another class.'),
    writer: change.describe('The instance that is declared as the writer gets another class.'),
    'reader-setting': change.describe('The separate class of the readers is removed from the configuration.'),
    'remove-instances': change.describe('Instances are deleted.'),
  }),
);
