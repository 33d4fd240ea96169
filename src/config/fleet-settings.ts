import { z } from 'zod';
import { partName, partVersion } from '../core/model/parts.ts';
import { age, slug } from '../core/settings/scalars.ts';
import { configuration } from './schema.ts';

const { environments, facts, acknowledge, windows } = configuration.shape;
const { hooks: _hooks, ...ofProduction } = environments.shape.production.shape;

/** Checked at its place in the configuration of the system; here it is only named. */
const otherwise = (value: z.ZodType): z.ZodOptional =>
  z
    .unknown()
    .meta({ description: value.description ?? '' })
    .optional();

/** What may differ in an environment from system to system; hooks are shared, like the product and the gates. */
const environment = z.lazy(() =>
  z.strictObject(Object.fromEntries(Object.entries(ofProduction).map(([key, value]) => [key, otherwise(value)]))),
);

const member = z.lazy(() =>
  z.strictObject({
    ring: slug.optional().describe('The name of its ring in `rings`. Required if there are rings.'),
    variables: z
      .record(z.string().regex(/^[A-Za-z_]\w*$/, 'the name of a variable, such as SITE_URL'), z.string().min(1))
      .optional()
      .meta({
        description:
          'Values of `${NAME}` in this system, for those that are not secret: the text replaces the placeholder, and may itself contain a `${SECRET}`. A name that is not listed here is a variable of the job, and its value is in the GitHub environment of this system.',
        examples: [{ SITE_URL: 'https://north.example.org' }],
      }),
    environments: z
      .strictObject({ production: environment.optional(), staging: environment.optional() })
      .optional()
      .describe(
        'Keys of its environments that differ from the shared part. Each replaces the shared key as a whole; `access` is replaced name by name. Everything except `hooks` may differ.',
      ),
    facts: facts.unwrap().optional().describe('Facts about this system, in addition to the shared ones.'),
    parts: z
      .record(partName, partVersion)
      .optional()
      .describe('The present versions of parts of this system, in addition to the shared ones.'),
    acknowledge: acknowledge
      .unwrap()
      .optional()
      .describe('Manual steps that are done for this system, in addition to the shared ones.'),
    windows: otherwise(windows.describe('When this system may be changed, instead of the shared windows.')),
  }),
);

const ring = z.lazy(() =>
  z.strictObject({
    name: slug.describe('Its name.'),
    hold: age
      .optional()
      .describe(
        'How long each of its systems must have run the target before the next ring starts. After that time each is checked again: one that is gone, is not healthy or runs something else keeps the next ring closed.',
      ),
  }),
);

/** What a configuration of several installations has in addition: `systems` instead of `system`. */
export const fleetSettings = z.lazy(() =>
  z.object({
    rings: z
      .array(ring)
      .min(1)
      .optional()
      .meta({
        description:
          'The order in which the systems are upgraded: a ring starts when every system of the previous ring has run the target for its hold time. Without rings, all systems are upgraded together.',
        examples: [[{ name: 'pilot', hold: '3d' }, { name: 'wards', hold: '7d' }, { name: 'all' }]],
      }),
    systems: z.record(slug, member).meta({
      description:
        'Several installations of the same product under one configuration, instead of `system`. The key is the name of the system; its lock, journal, backups and GitHub environments are named after it. Write here only what differs.',
      examples: [{ north: { ring: 'pilot', variables: { SITE_URL: 'https://north.example.org' } } }],
    }),
  }),
);

export type FleetSettings = z.output<typeof fleetSettings>;
export type MemberSettings = z.output<typeof member>;
