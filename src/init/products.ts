import type { ShippedProducts } from '../config/cross-checks.ts';
import type { ProductProposal } from '../products/proposal.ts';

/** The products that `init` offers, with what each of them proposes. */
export interface InitProducts extends ShippedProducts {
  /** The defaults, for a product that proposes nothing. */
  proposal(name: string): ProductProposal;
}
