import type { VariableRule } from '../deployer.ts';

/** A chart accepts variables where its author has provided for them: only the user knows where. */
export const helmMissingVariables: VariableRule = (settings, variables) =>
  typeof settings === 'object' && settings !== null && 'product-variables' in settings
    ? undefined
    : {
        variables,
        missing: 'this deploy does not say where the chart takes variables',
        add: 'product-variables: { at: extraEnv, form: list }',
      };
