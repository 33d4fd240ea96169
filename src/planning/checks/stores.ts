import { type Finding, warning } from '../../core/messages/finding.ts';
import type { ProductDefinition } from '../../products/definition.ts';

/** What the product keeps outside its database and no data store of the configuration can hold: it is in no backup. */
export function storeFindings(
  { stores, title }: Pick<ProductDefinition, 'stores' | 'title'>,
  data: readonly { readonly kind: string }[],
): Finding[] {
  return stores
    .filter(({ besides }) => data.every(({ kind }) => besides.includes(kind)))
    .map(({ name, reason }) =>
      warning(`the ${name}`, {
        happened: `Nothing under "data" holds the ${name} of ${title}, which is therefore in no backup.`,
        means: reason,
        next: `Add it to "data" of both environments, as a second store beside the database; or leave it, if it is backed up elsewhere and staging has its own.`,
      }),
    );
}
