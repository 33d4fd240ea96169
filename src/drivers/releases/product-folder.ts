/** The placeholder for the folder of a product's definition, filled in by whoever opens its release source. */
export const productFolder = 'product-folder';
