import { z } from 'zod';
import type { VariableRule } from '../deployer.ts';

const written = z.lazy(() =>
  z.looseObject({
    'product-variables': z.looseObject({ parameters: z.record(z.string(), z.unknown()) }),
  }),
);

/** Without parameters, the application gets all variables. */
export const cdkUntold: VariableRule = (settings, variables) => {
  const read = written.safeParse(settings);
  if (!read.success) return undefined;
  const { parameters } = read.data['product-variables'];
  const untold = variables.filter((name) => !Object.hasOwn(parameters, name));
  const [first] = untold;
  return first === undefined
    ? undefined
    : {
        variables: untold,
        missing: 'the parameters of this deploy do not name it',
        add: `product-variables: { parameters: { ${first}: /the/name/of/the/parameter } }`,
      };
};
