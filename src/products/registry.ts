import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkedBefore } from '../core/settings/checking-time.ts';
import { once } from '../core/settings/once.ts';
import { productFolder } from '../drivers/releases/product-folder.ts';
import { hasVersions, type ProductDefinition, productDefinition } from './definition.ts';
import { type ProductProposal, productProposal } from './proposal.ts';
import type { ProductReference } from './reference.ts';

/** One folder with a product.yml for each of these names; its init.yml has what `init` proposes for it. */
const names = ['aws-rds-engine', 'aws-rds-resize', 'infrahub', 'medplum', 'mender', 'sample', 'unleash'] as const;

type PlainData = Readonly<Record<string, unknown>>;

export interface Product {
  readonly definition: ProductDefinition;
  /** The definition as plain data, with every `${NAME}` unresolved. */
  readonly document: PlainData;
}

interface Shipped {
  readonly document: PlainData;
  readonly folder: string;
  readonly definition: ProductDefinition;
}

/** Read when a configuration names it: one command asks for it several times, and reading one takes as long as the rest of a start. */
const shipped: ReadonlyMap<string, () => Shipped> = new Map(names.map((name) => [name, once(() => readShipped(name))]));

/** The products that are shipped. */
export const shippedProducts = {
  names,
  find: (name: string): ProductDefinition | undefined => shipped.get(name)?.().definition,
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
    const { definition, document } = shippedOrFail(reference);
    return { definition, document };
  }
  const written = plainData.parse(configuration.product);
  if (!('extends' in reference)) return { definition: reference, document: written };
  const { extends: _name, ...replaced } = written;
  const { document: base, folder } = shippedOrFail(reference.extends);
  const document = { ...base, ...replaced };
  const definition = definitionIn(document);
  return { definition: 'releases' in replaced ? definition : withFolder(definition, folder), document };
}

/** The product as plain data, as written in a configuration or in one of ours; undefined if it is neither. */
export function productDocument(written: unknown): PlainData | undefined {
  if (typeof written === 'string') return shipped.get(written)?.().document;
  const own = plainData.safeParse(written);
  if (!own.success) return undefined;
  const { extends: base } = own.data;
  return { ...(typeof base === 'string' && shipped.get(base)?.().document), ...own.data };
}

const plainData = z.record(z.string(), z.unknown());

function isShipped(name: string): boolean {
  return names.some((known) => known === name);
}

function readShipped(name: string): Shipped {
  const file = fileURLToPath(new URL(`./${name}/product.yml`, import.meta.url));
  const document = plainData.parse(readDefinition(file));
  const folder = dirname(file);
  return { document, folder, definition: withFolder(definitionIn(document), folder) };
}

/** People write YAML. A build makes JSON of it, which is read in a tenth of the time: each step of a job reads one. */
function readDefinition(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  return text.startsWith('{') ? JSON.parse(text) : parse(text);
}

function shippedOrFail(name: string): Shipped {
  const found = shipped.get(name)?.();
  if (found === undefined) throw new Error(`the configuration was accepted with the unknown product "${name}"`);
  return found;
}

/**
 * Of one that is shipped, or that the schema of the configuration has accepted. It is read once: to make code for it first, as
 * the library does, takes longer than what that saves.
 */
function definitionIn(document: PlainData): ProductDefinition {
  return checkedBefore(() => productDefinition.parse(document, { jitless: true }));
}

/** A releases file that a shipped definition names is in the same folder. */
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
