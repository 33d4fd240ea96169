import { z } from 'zod';
import { shippedProducts } from '../../products/registry.ts';

const tests = z.lazy(() => z.array(z.looseObject({ logs: z.unknown().optional() })));
const written = z.lazy(() =>
  z.looseObject({
    smoke: z.unknown().optional(),
    product: z.union([z.string(), z.looseObject({ smoke: z.unknown().optional(), extends: z.string().optional() })]),
  }),
);

/**
 * Whether a smoke test of a configuration reads the server's log: then the jobs with tests get what its deployer needs.
 * @param document the configuration as plain data
 */
export function readsLogs(document: unknown): boolean {
  const read = written.safeParse(document);
  if (!read.success) return false;
  const { smoke, product } = read.data;
  const own = typeof product === 'string' ? undefined : product.smoke;
  const name = typeof product === 'string' ? product : product.extends;
  const shipped = own === undefined && name !== undefined ? (shippedProducts.find(name)?.smoke ?? []) : [];
  return [smoke, own].some(hasLogs) || shipped.some(({ kind }) => kind === 'logs');
}

function hasLogs(list: unknown): boolean {
  return tests.safeParse(list).data?.some(({ logs }) => logs !== undefined) ?? false;
}
