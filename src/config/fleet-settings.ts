import { z } from 'zod';
import { partName, partVersion } from '../core/model/parts.ts';
import { duration, slug } from '../core/settings/scalars.ts';
import { configuration } from './schema.ts';

const { environments, facts, acknowledge, windows } = configuration.shape;
const { hooks: _hooks, ...ofProduction } = environments.shape.production.shape;

/** Checked at its place in the configuration of the system; here it is only named. */
const otherwise = (value: z.ZodType): z.ZodOptional =>
  z
    .unknown()
    .meta({ description: value.description ?? '' })
    .optional();

/** What of an environment may differ from system to system; hooks are shared, as the product and the gates are. */
const environment = z.strictObject(
  Object.fromEntries(Object.entries(ofProduction).map(([key, value]) => [key, otherwise(value)])),
);

const member = z.strictObject({
  ring: slug.optional().describe('The ring that it is in, by its name in `rings`. Needed where there are rings.'),
  variables: z
    .record(z.string().regex(/^[A-Za-z_]\w*$/, 'the name of a variable, such as SITE_URL'), z.string().min(1))
    .optional()
    .meta({
      description:
        'What `${NAME}` stands for in this system, where it is not secret: the text is put in its place, and may itself name a `${SECRET}`. A name that is not here is a variable of the job, whose value is in the environment of this system on GitHub.',
      examples: [{ SITE_URL: 'https://north.example.org' }],
    }),
  environments: z
    .strictObject({ production: environment.optional(), staging: environment.optional() })
    .optional()
    .describe(
      'Keys of its environments that are otherwise than in the shared part: each takes the place of the shared one as a whole, `access` name by name. Everything but `hooks` may differ.',
    ),
  facts: facts.unwrap().optional().describe('Facts about this system, besides the shared ones.'),
  parts: z
    .record(partName, partVersion)
    .optional()
    .describe('The present versions of parts of this system, besides the shared ones.'),
  acknowledge: acknowledge
    .unwrap()
    .optional()
    .describe('Manual steps that are done for this system, besides the shared ones.'),
  windows: otherwise(windows.describe('When this system may be changed, in place of the shared windows.')),
});

const ring = z.strictObject({
  name: slug.describe('Its name.'),
  hold: duration
    .optional()
    .describe(
      'How long each of its systems must have run the target before the next ring starts. After that time each is looked at again: one that is gone, is not healthy or runs something else keeps the next ring closed.',
    ),
});

/** What a configuration of several installations has besides: it has `systems` instead of `system`. */
export const fleetSettings = z.object({
  rings: z
    .array(ring)
    .min(1)
    .optional()
    .meta({
      description:
        'The order in which the systems are upgraded: a ring starts when every system of the one before runs the target and has held it for its time. Without rings all systems go together.',
      examples: [[{ name: 'pilot', hold: '3d' }, { name: 'wards', hold: '7d' }, { name: 'all' }]],
    }),
  systems: z.record(slug, member).meta({
    description:
      'Several installations of the same product under one configuration, in place of `system`, each by its name: it names the lock, the journal, the backups and the environments on GitHub of that system. What is written here is what differs.',
    examples: [{ north: { ring: 'pilot', variables: { SITE_URL: 'https://north.example.org' } } }],
  }),
});

export type FleetSettings = z.output<typeof fleetSettings>;
export type MemberSettings = z.output<typeof member>;

const { system, ...shared } = configuration.shape;

/** The whole file, for editors and the reference: of one installation, or of several. */
export const configurationFile = z
  .strictObject({
    system: system.optional(),
    rings: fleetSettings.shape.rings,
    systems: fleetSettings.shape.systems.optional(),
    ...shared,
  })
  .meta({ title: 'Staged Upgrade', description: 'The configuration of Staged Upgrade: .github/staged-upgrade.yml' });
