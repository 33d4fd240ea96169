/** The placeholder by which whoever opens a product's source tells in which folder its definition lies. */
export const productFolder = 'product-folder';
