import type { z } from 'zod';
import { environmentNames } from '../core/model/hop.ts';
import type { Path } from '../core/settings/place.ts';
import type { ShippedProducts } from './cross-checks.ts';
import type { FoundMistake } from './mistake.ts';
import { isMapping, texts, valueAt } from './subject.ts';

/** What is known about the product, whether it is named or written out. */
interface Chosen {
  readonly kind: 'versions' | 'stages' | 'topology';
  /** With everything that it requires, whether it is named or written out. */
  readonly definition: unknown;
  /** As plain data, if it is written out. */
  readonly written: unknown;
}

function chosenIn(document: unknown, products: ShippedProducts): Chosen | undefined {
  const product = valueAt(document, ['product']);
  if (isMapping(product) && !('extends' in product))
    return { kind: kindOf(product), definition: product, written: product };
  const name = isMapping(product) ? valueAt(product, ['extends']) : product;
  const shipped = typeof name === 'string' ? products.find(name) : undefined;
  return shipped === undefined
    ? undefined
    : { kind: kindOf(shipped), definition: [shipped, product], written: undefined };
}

function kindOf(product: object): Chosen['kind'] {
  return 'stages' in product ? 'stages' : 'topology' in product ? 'topology' : 'versions';
}

/**
 * Missing keys that a product of one kind needs and another does not, reported like missing keys of the schema.
 * @param document `${NAME}` unresolved
 */
export function missingForProduct(document: unknown, products: ShippedProducts): z.core.$ZodIssue[] {
  const chosen = chosenIn(document, products);
  const needs = environmentNames.flatMap((environment): Path[] => {
    const settings = valueAt(document, ['environments', environment]);
    if (!isMapping(settings) || (environment === 'staging' && 'waive' in settings)) return [];
    const keys = keysNeeded(document, chosen);
    return keys.map((key) => ['environments', environment, key]);
  });
  const hasData = valueAt(document, ['environments', 'production', 'data']) !== undefined;
  const mayLackData = chosen !== undefined && chosen.kind !== 'versions';
  const all = [...needs, ...(mayLackData && !hasData ? [] : [['backup']])];
  return all
    .filter((path) => valueAt(document, path) === undefined)
    .map((path) => ({ code: 'invalid_type', expected: 'object', path: [...path], input: undefined, message: '' }));
}

function keysNeeded(document: unknown, chosen: Chosen | undefined): string[] {
  switch (chosen?.kind) {
    case 'stages':
      return neededByStages(document, chosen.written);
    case 'topology':
      return ['topology', 'deploy'];
    case 'versions':
      return [...(asksByHttp([chosen.definition, valueAt(document, ['smoke'])]) ? ['url'] : []), 'data', 'deploy'];
    default:
      return ['url', 'data', 'deploy'];
  }
}

/** HTTP requests need an address; and a stage without a deploy of its own is reached by the environment's. */
function neededByStages(document: unknown, written: unknown): string[] {
  const asked = { product: written, smoke: valueAt(document, ['smoke']) };
  const stages: unknown = valueAt(written, ['stages']);
  const later = Array.isArray(stages) ? stages.slice(1) : [];
  return [
    ...(asksByHttp(asked) ? ['url'] : []),
    ...(later.some((stage) => isMapping(stage) && !('deploy' in stage)) ? ['deploy'] : []),
  ];
}

function asksByHttp(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(asksByHttp);
  if (isMapping(value)) {
    const isOpened = 'kind' in value && value.kind === 'http';
    return isOpened || 'http' in value || Object.values(value).some(asksByHttp);
  }
  return [...texts(value)].some(({ text }) => /(?<!\{)\{url\}/.test(text));
}

/** What only a product without releases may do, and what it cannot have. */
export function stagesChecks(document: unknown, products: ShippedProducts): FoundMistake[] {
  const chosen = chosenIn(document, products);
  if (chosen === undefined) return [];
  const isOfReleases = chosen.kind === 'versions';
  const staging: Path = ['environments', 'staging'];
  const waiver = valueAt(document, [...staging, 'waive']);
  const data = environmentNames.map((name) => valueAt(document, ['environments', name, 'data']) !== undefined);
  return [
    ...(waiver !== undefined && isOfReleases
      ? [
          {
            path: [...staging, 'waive'],
            at: 'key',
            problem: 'Staging can be waived only for a product without releases; this one has them.',
            accepted: 'a staging on which each hop is rehearsed on a copy of production.',
            fix: 'describe a staging instead of "waive".',
          } as const,
        ]
      : []),
    ...(!isOfReleases && waiver === undefined && data[0] !== data[1] && isMapping(valueAt(document, staging))
      ? [
          {
            path: [...staging],
            at: 'key',
            problem: `Only ${data[0] ? 'production' : 'staging'} has a \`data\`: what is backed up on production is restored on staging.`,
            accepted: 'data on both, or on neither.',
            fix: `add it to environments.${data[0] ? 'staging' : 'production'}, or leave it out of both.`,
          } as const,
        ]
      : []),
  ];
}
