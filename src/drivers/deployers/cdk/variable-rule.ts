import { z } from 'zod';
import type { VariableRule } from '../deployer.ts';

const written = z.lazy(() =>
  z.looseObject({
    'product-variables': z.looseObject({ parameters: z.record(z.string(), z.unknown()) }),
  }),
);

/** Without parameters, the application gets all variables. */
export const cdkMissingVariables: VariableRule = (settings, variables) => {
  const read = written.safeParse(settings);
  if (!read.success) return undefined;
  const { parameters } = read.data['product-variables'];
  const missingVariables = variables.filter((name) => !Object.hasOwn(parameters, name));
  const [first] = missingVariables;
  return first === undefined
    ? undefined
    : {
        variables: missingVariables,
        missing: 'the parameters of this deploy do not name it',
        add: `product-variables: { parameters: { ${first}: /the/name/of/the/parameter } }`,
      };
};
