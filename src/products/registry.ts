import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { productFolder } from '../drivers/releases/product-folder.ts';
import { hasVersions, type ProductDefinition, productDefinition } from './definition.ts';
import { type ProductProposal, productProposal } from './proposal.ts';
import type { ProductReference } from './reference.ts';

/** One folder with a product.yml for each of these names; in its init.yml is what `init` proposes for it. */
const names = ['aws-rds-resize', 'infrahub', 'medplum', 'mender', 'sample', 'unleash'] as const;

type PlainData = Readonly<Record<string, unknown>>;

export interface Product {
  readonly definition: ProductDefinition;
  /** The definition as plain data, with every `${NAME}` unresolved. */
  readonly document: PlainData;
}

/** The products that are shipped. */
export const shippedProducts = {
  names,
  find: (name: string): ProductDefinition | undefined => {
    const shipped = readShipped(name);
    return shipped && withFolder(productDefinition.parse(shipped.document), shipped.folder);
  },
  proposal: (name: string): ProductProposal => {
    const file = fileURLToPath(new URL(`./${name}/init.yml`, import.meta.url));
    const proposes = isShipped(name) && existsSync(file);
    return productProposal.parse(proposes ? parse(readFileSync(file, 'utf8')) : {});
  },
} as const;

/**
 * The product that a configuration names, extends or writes out.
 * @param configuration the configuration's plain data
 */
export function resolveProduct(reference: ProductReference, configuration: PlainData): Product {
  if (typeof reference === 'string') {
    const { document, folder } = shippedOrFail(reference);
    return { definition: withFolder(productDefinition.parse(document), folder), document };
  }
  const written = plainData.parse(configuration.product);
  if (!('extends' in reference)) return { definition: reference, document: written };
  const { extends: _name, ...replaced } = written;
  const { document: shipped, folder } = shippedOrFail(reference.extends);
  const document = { ...shipped, ...replaced };
  const definition = productDefinition.parse(document);
  return { definition: 'releases' in replaced ? definition : withFolder(definition, folder), document };
}

const plainData = z.record(z.string(), z.unknown());

function isShipped(name: string): boolean {
  return names.some((known) => known === name);
}

function readShipped(name: string): { readonly document: PlainData; readonly folder: string } | undefined {
  if (!isShipped(name)) return undefined;
  const file = fileURLToPath(new URL(`./${name}/product.yml`, import.meta.url));
  return { document: plainData.parse(parse(readFileSync(file, 'utf8'))), folder: dirname(file) };
}

function shippedOrFail(name: string): { readonly document: PlainData; readonly folder: string } {
  const shipped = readShipped(name);
  if (shipped === undefined) throw new Error(`the configuration was accepted with the unknown product "${name}"`);
  return shipped;
}

/** A file of releases that a shipped definition names lies beside it. */
function withFolder(definition: ProductDefinition, folder: string): ProductDefinition {
  if (!hasVersions(definition)) return definition;
  const { releases } = definition;
  return {
    ...definition,
    releases: {
      kind: releases.kind,
      open: (context) =>
        releases.open({ ...context, placeholders: { ...context.placeholders, [productFolder]: folder } }),
    },
  };
}
