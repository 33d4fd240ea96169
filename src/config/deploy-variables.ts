import { environmentNames } from '../core/model/hop.ts';
import { deployVariableRules } from '../drivers/deployers.ts';
import type { ShippedProducts } from './cross-checks.ts';
import type { FoundMistake } from './mistake.ts';
import { isMapping, valueAt } from './subject.ts';

/**
 * The variables that configure a product must reach its server, for example one that defers its migrations. If a deploy's
 * settings show that one would not, that is reported when they are read, and not by the deploy in its window.
 */
export function deployVariableMistakes(document: unknown, products: ShippedProducts): FoundMistake[] {
  const variables = variablesOf(document, products);
  if (variables.length === 0) return [];
  return environmentNames.flatMap((environment) =>
    [...deployVariableRules].flatMap(([kind, missingVariables]): FoundMistake[] => {
      const path = ['environments', environment, 'deploy', kind];
      const settings = valueAt(document, path);
      const found = isMapping(settings) ? missingVariables(settings, variables) : undefined;
      if (found === undefined) return [];
      return [
        {
          path,
          at: 'key',
          problem: `${found.variables.join(', ')} must tell the product to defer its migrations, but ${found.missing}: they would run at once.`,
          fix: `add \`${found.add}\`.`,
        },
      ];
    }),
  );
}

function variablesOf(document: unknown, products: ShippedProducts): readonly string[] {
  const product = valueAt(document, ['product']);
  const name = isMapping(product) ? valueAt(product, ['extends']) : product;
  const shipped = typeof name === 'string' ? products.find(name)?.migrations : undefined;
  const migrations = (isMapping(product) ? valueAt(product, ['migrations']) : undefined) ?? shipped;
  const variables = valueAt(migrations, ['defer', 'env']);
  return isMapping(variables) ? Object.keys(variables) : [];
}
