import { z } from 'zod';
import { backupStore } from '../backups/registry.ts';
import { database } from '../databases/registry.ts';
import { deployer } from '../deployers/registry.ts';
import { journalStore } from '../journal/registry.ts';
import { smokeTest } from '../probes/registry.ts';
import { productDefinition } from '../products/definition.ts';
import { argv, duration, slug, template } from './scalars.ts';

const hook = z.strictObject({ run: argv }).describe('A command of yours. Exit code 0 means that it worked.');

const environmentKeys = {
  url: template.describe('Where the server answers, e.g. `https://api.example.com`.'),
  access: z.record(slug, template).default({}).describe("Credentials that the product's probes need, by name."),
  database: database.describe('The database that is backed up and restored.'),
  deploy: deployer.describe('How a release is put in place.'),
};

const deployHooks = {
  'before-deploy': hook.optional().describe('Runs directly before each deploy: maintenance mode on, users told.'),
  'after-deploy': hook.optional().describe('Runs after each deploy that worked.'),
  'on-failure': hook.optional().describe('Runs when a step in this environment fails.'),
};

const production = z.strictObject({
  ...environmentKeys,
  hooks: z
    .strictObject({ 'before-backup': hook.optional().describe('Runs directly before each backup.'), ...deployHooks })
    .prefault({}),
});

const scrub = z.union([
  hook,
  z.strictObject({ waive: z.string().min(1).describe('Why a copy of live data may start as it is.') }),
]);

const staging = z.strictObject({
  ...environmentKeys,
  disposable: z
    .literal(true)
    .describe('Says that everything in this environment may be replaced. Without it, nothing is written there.'),
  hooks: z
    .strictObject({
      scrub: scrub
        .optional()
        .describe('Runs after a restore, before the server first starts: a copy of live data must not write mail to patients.'),
      ...deployHooks,
    })
    .prefault({}),
});

const gate = z.enum(['environment', 'dispatch', 'none']);

export const configuration = z.strictObject({
  system: slug.describe('Names the lock, the journal and the backups.'),
  product: z
    .union([slug, productDefinition])
    .describe('The name of a product that we ship, or a definition of your own with the same keys.'),
  environments: z.strictObject({
    production: production.describe('What people use.'),
    staging: staging.describe('Where each hop is rehearsed on a restored copy of production.'),
  }),
  backup: z.strictObject({ store: backupStore.describe('Where backups are kept.') }),
  rehearsal: z
    .strictObject({
      'max-age': duration.prefault('7d').describe('How old a rehearsal, and the backup it proved, may be at promotion.'),
    })
    .prefault({}),
  'restore-point': z
    .strictObject({
      prove: z.boolean().default(false).describe('Restore the restore point on staging before production is deployed.'),
    })
    .prefault({}),
  gates: z
    .strictObject({
      production: gate.default('environment').describe('Who lets a hop go to production.'),
      finalize: gate.default('environment').describe('Who lets the migrations start: the point of no return.'),
    })
    .prefault({}),
  journal: journalStore.prefault({ git: {} }).describe('Where the record of what was observed and done is kept.'),
  budget: duration.prefault('5h').describe('How long one wait may take before the step ends as waiting.'),
  acknowledge: z.array(z.string().min(1)).default([]).describe('Ids of manual steps that a person has done.'),
  facts: z
    .record(slug, z.union([z.boolean(), z.number(), z.string()]))
    .default({})
    .describe('Facts about this installation that conditional rules ask for.'),
  smoke: z.array(smokeTest).default([]).describe("Tests of your own, run after the product's."),
});

export type Configuration = z.output<typeof configuration>;
