import { z } from 'zod';
import type { InitValue } from '../core/interface/init-kind.ts';

const value: z.ZodType<InitValue> = z.lazy(() =>
  z.union([z.string(), z.boolean(), z.array(value), z.record(z.string(), value)]),
);

const credentialSetting = z.union([z.string(), z.record(z.string(), z.string())]);

const proposedKind = z.strictObject({ kind: z.string(), settings: z.record(z.string(), value.nullable()).default({}) });

/** `init.yml` of a product: what is proposed for it. What it leaves out is asked for, comes from flags, or is what is usual. */
export const productProposal = z.strictObject({
  /** The whole configuration, where it is another one than `init` asks for. `{system}` is the name of the installation. */
  configuration: z.string().optional(),
  /** The name of the installation. */
  system: z.string().optional(),
  /** In front of the names of its variables; ends with `_`. */
  prefix: z.string().regex(/_$/).or(z.literal('')).default(''),
  'production-url': z.string().optional(),
  'staging-url': z.string().optional(),
  /** Credentials that a server gives out, by the product's names for them; the others are a variable each. */
  access: z.record(z.string(), z.record(z.string(), z.record(z.string(), credentialSetting))).default({}),
  /** The kind and the settings of each part that exists in kinds; null leaves out what is usual. */
  kinds: z.partialRecord(z.enum(['data', 'deploy', 'store', 'journal']), proposedKind).default({}),
  scrub: z
    .union([
      z.strictObject({
        run: z.tuple([z.string()], z.string()),
        env: z.record(z.string(), z.string()).optional(),
      }),
      z.strictObject({ waive: z.string() }),
    ])
    .default({ run: ['./deploy/scrub.sh'] }),
  /** When production may be changed: what `windows` of the configuration is, for a product that needs them. */
  windows: z.strictObject({ 'time-zone': z.string(), from: z.string(), to: z.string() }).optional(),
  /** Variables that hold no secret. */
  plain: z.array(z.string()).default([]),
});

export type ProductProposal = z.output<typeof productProposal>;
