import { z } from 'zod';

const change = z.strictObject({
  reason: z.string().min(1).describe('Why it is a hop of its own; the plan shows it.'),
  url: z.url().exactOptional().describe('Where it is described.'),
});

/** Why each change of a topology is made by itself. What leads from one topology to another is not for a product to say. */
export const topologyChanges = z.strictObject({
  'add-instances': change.describe('Instances are added, so that there is something to fail over to.'),
  reader: change.describe('All instances but the one that is declared as the writer get another class.'),
  writer: change.describe('The instance that is declared as the writer gets another class.'),
  'reader-setting': change.describe('The class of readers of their own is taken out of the configuration.'),
  'remove-instances': change.describe('Instances are deleted.'),
});
