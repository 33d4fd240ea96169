import { z } from 'zod';
import type { InitValue } from '../core/interface/init-kind.ts';

const value: z.ZodType<InitValue> = z.lazy(() =>
  z.union([z.string(), z.boolean(), z.array(value), z.record(z.string(), value)]),
);

const credentialSetting = z.lazy(() => z.union([z.string(), z.record(z.string(), z.string())]));

const proposedKind = z.lazy(() =>
  z.strictObject({ kind: z.string(), settings: z.record(z.string(), value.nullable()).default({}) }),
);

/** `init.yml` of a product: what is proposed for it. What it leaves out is asked for, given by flags, or a default. */
export const productProposal = z.lazy(() =>
  z.strictObject({
    /** The whole configuration, if it differs from the one that `init` asks for. `{system}` is the name of the installation. */
    configuration: z.string().optional(),
    /** The name of the installation. */
    system: z.string().optional(),
    /** The prefix of its variables; ends with `_`. */
    prefix: z.string().regex(/_$/).or(z.literal('')).default(''),
    'production-url': z.string().optional(),
    'staging-url': z.string().optional(),
    /** Credentials that a server issues, by the product's names for them; each of the others is a variable. */
    access: z.record(z.string(), z.record(z.string(), z.record(z.string(), credentialSetting))).default({}),
    /** The kind and the settings of each part that has several kinds; null leaves out the default. */
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
    /** When production may be changed: the value of `windows` in the configuration, for a product that needs them. */
    windows: z.strictObject({ 'time-zone': z.string(), from: z.string(), to: z.string() }).optional(),
    /** Variables that hold no secret. */
    plain: z.array(z.string()).default([]),
  }),
);

export type ProductProposal = z.output<typeof productProposal>;
