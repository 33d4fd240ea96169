import { z } from 'zod';
import { gateScopes, gateSettings } from '../core/model/gate.ts';
import { partName, partVersion } from '../core/model/parts.ts';
import { onDemand } from '../core/settings/on-demand.ts';
import { age, argv, duration, environmentName, jobLimit, slug, template } from '../core/settings/scalars.ts';
import { backupStore } from '../drivers/backup-stores.ts';
import { dataStores } from '../drivers/data-stores.ts';
import { deployer } from '../drivers/deployers.ts';
import { measure, smokeTest, tokenSource, topologyProbe } from '../drivers/probes.ts';
import { journalStore } from '../journal/stores/registry.ts';
import { productReference } from '../products/reference.ts';
import { sealSettings } from '../world/sealing/settings.ts';
import { notifications } from './notify-settings.ts';
import { maintenanceWindows } from './window.ts';

const hook = z
  .strictObject({
    run: argv,
    env: z
      .record(environmentName, template)
      .default({})
      .describe(
        'Variables for the command. Of the secrets in this file it gets only those that are used here or in `run`; it inherits everything else that the job has.',
      ),
  })
  .describe('Your own command. Exit code 0 means that it succeeded.');

const environmentKeys = {
  url: template.optional().meta({
    description:
      'The address of the server, without a slash at the end. Paths of probes and smoke tests are appended. Leave it out if nothing is queried over HTTP.',
    examples: ['https://api.example.com'],
  }),
  access: z
    .record(slug, z.union([template, tokenSource]))
    .prefault({})
    .meta({
      description:
        "Credentials that the product's probes need, under the product's name for each. Each is a `${NAME}`, never written out; or a client or a login that obtains a token, which is renewed before it expires; or a name and its password.",
      examples: [
        { admin: '${PRODUCTION_ADMIN_TOKEN}' },
        {
          admin: {
            'client-credentials': {
              'token-url': '{url}/oauth2/token',
              'client-id': '${PRODUCTION_CLIENT_ID}',
              'client-secret': '${PRODUCTION_CLIENT_SECRET}',
            },
          },
        },
      ],
    }),
  data: dataStores
    .optional()
    .transform((written) => written ?? [])
    .meta({
      description:
        'What is backed up on production and restored on staging: one data store, or a list of several, with the same names in the same order on both. Each may have a `name` beside its kind; the default is the kind. Two of the same kind need names. Only a product without releases may leave it out: then nothing is backed up, and nothing can be restored.',
      examples: [
        { postgres: { url: '${PRODUCTION_DATABASE_URL}' } },
        [
          { postgres: { url: '${PRODUCTION_RECORDS_URL}' }, name: 'records' },
          { postgres: { url: '${PRODUCTION_TASKS_URL}' }, name: 'tasks' },
        ],
      ],
    }),
  'server-settings': z
    .array(template)
    .default([])
    .meta({
      description:
        'Files that configure its server. A relative path starts at the root of the repository. `preflight`, `plan` and `check` search them, `deploy` and the files that it names for settings that the product is known to misread. If a job lacks a variable, `plan` leaves that check to `check`.',
      examples: [['medplum.config.json', '${PRODUCTION_ENV_FILE}']],
    }),
  topology: topologyProbe
    .optional()
    .describe(
      'Reads what the system consists of, for a product whose states are topologies: for example the instances of a database cluster.',
    ),
  deploy: deployer
    .optional()
    .describe('How a release is deployed. Only a product whose stages have their own `deploy` may leave it out.'),
};

/** They are passed the release in question: `{version}` and its parts are filled in, besides what all hooks get. */
export const releaseHooks = {
  'before-deploy': hook
    .optional()
    .describe('Runs directly before each deploy: for example to turn on maintenance mode or to notify users.'),
  'after-deploy': hook.optional().describe('Runs after each deploy that succeeded.'),
};

const hooksOfBoth = {
  ...releaseHooks,
  'after-migrations': hook
    .optional()
    .describe(
      'Runs when the deferred migrations are complete, or the release brings none, before its last smoke test: for example to deploy it once more without what defers them. It must not end before the server serves again.',
    ),
  logs: hook
    .optional()
    .describe("Prints the server's log, which goes into the file that is written when there is no way back."),
  'on-failure': hook.optional().describe('Runs when a step in this environment fails.'),
};

const production = z.strictObject({
  ...environmentKeys,
  hooks: z
    .strictObject({ 'before-backup': hook.optional().describe('Runs directly before each backup.'), ...hooksOfBoth })
    .prefault({})
    .describe('Your own commands around the steps on production.'),
});

const scrub = z.union([
  hook,
  z
    .strictObject({ waive: z.string().min(1).describe('The reason, which goes into the journal.') })
    .describe('Why a copy of live data may be started unchanged.'),
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
        .describe(
          'Runs after a restore, before the server first starts: a copy of live data must not send mail to patients.',
        ),
      ...hooksOfBoth,
    })
    .prefault({})
    .describe('Your own commands around the steps on staging.'),
});

const waivedStaging = z
  .strictObject({
    waive: z
      .string()
      .min(1)
      .describe(
        'Why there is no staging: a full sentence for the approver. It appears in the plan, in the summary and in the journal, and is part of what is approved.',
      ),
  })
  .describe('There is no staging: hops go to production without a rehearsal. Only for a product without releases.');

const gate = z.enum(gateSettings);
const scope = z.enum(gateScopes);

export const defaultBudget = '5h';
export const defaultJobLimit = '6h';

export const configuration = z
  .strictObject({
    system: slug.meta({
      description: 'Names the lock, the journal and the backups. Never change it on a live system.',
      examples: ['records'],
    }),
    product: productReference.describe(
      'The name of a shipped product; `extends:` with such a name, and your own keys; or your own definition.',
    ),
    environments: z
      .strictObject({
        production: production.describe('The installation that people use.'),
        staging: z
          .union([staging, waivedStaging])
          .describe('Where each hop is rehearsed on a restored copy of production. Its data is overwritten.'),
      })
      .describe('The two installations of the system.'),
    backup: z
      .strictObject({
        store: backupStore.describe('Where backups are kept. The jobs of both environments must be able to reach it.'),
        encryption: sealSettings.optional(),
        keep: onDemand(() =>
          z.strictObject({
            newest: z.int().min(1).describe('How many of the newest are kept, regardless of their age.'),
            for: age.optional().describe('All newer ones are kept.'),
          }),
        )
          .optional()
          .meta({
            description:
              'Removes older backups after each new one. The newest proved backup, the way back of the last hop, what an open hop needs, and what the store locks (object lock) are never removed. Default: none is removed.',
            examples: [{ newest: 5, for: '90d' }],
          }),
      })
      .optional()
      .describe('The backups of production. Only a product without `data` may leave it out.'),
    rehearsal: z
      .strictObject({
        'max-age': age
          .prefault('7d')
          .describe('How old a rehearsal may be at promotion, measured from the data of the backup that it proved.'),
        'max-downtime': duration
          .optional()
          .describe(
            'How long staging may be down while the newer release is deployed there. A longer downtime, or one that was not measured, fails the rehearsal, before production is touched. If it is left out, the downtime is measured where possible, and shown before production is approved.',
          ),
      })
      .prefault({})
      .describe('How long a rehearsal is valid.'),
    'restore-point': z
      .strictObject({
        prove: z
          .boolean()
          .default(false)
          .describe('Restore the restore point on staging before production is deployed.'),
      })
      .prefault({})
      .describe('The second backup, taken after the approval, directly before production is deployed.'),
    gates: z
      .strictObject({
        production: gate.default('environment').describe('Who approves a hop to production.'),
        finalize: gate
          .default('environment')
          .describe('Who approves the start of the migrations: the point of no return.'),
        scope: scope
          .default('hop')
          .describe(
            'What one approval is for. `hop`: each hop has its own. `path`: one approval, given after the plan, lets all hops of the run go to production and their migrations start, each only as planned and only if its rehearsal has passed; nobody is asked again. Needs `production: environment`, and an environment `production-approved`.',
          ),
      })
      .prefault({})
      .describe(
        '`environment`: the reviewers of the GitHub environment, whose protection is read before production is changed. `dispatch`, for plans without reviewers: the run ends as waiting, and a person starts the workflow again with the confirmation of the hop. `none`: nobody.',
      ),
    journal: z
      .strictObject({ store: journalStore.prefault({ git: {} }).describe('Where the journal is kept.') })
      .prefault({})
      .describe('The record of what was observed, decided and done.'),
    windows: maintenanceWindows
      .optional()
      .describe(
        'When production may be changed. At other times, promotion waits and reports for how long; a rollback never waits.',
      ),
    lock: z
      .strictObject({
        lease: duration
          .prefault('15m')
          .describe('How long a run that has died keeps others from acting. A live run renews its lease in time.'),
        'clock-tolerance': duration.prefault('2m').describe('How much the clocks of two runners may differ.'),
      })
      .prefault({})
      .describe('One run at a time acts on a system, under a lease in the journal.'),
    'start-timeout': duration
      .prefault('15m')
      .describe('How long a release may take to answer after a deploy before the step ends as failed.'),
    budget: duration
      .prefault(defaultBudget)
      .describe('How long a single wait may take before the step ends as waiting; a later run continues.'),
    'job-limit': jobLimit
      .prefault(defaultJobLimit)
      .describe(
        'How long a job of the workflows may run; `init` writes it into them. A wait ends as waiting before that, and a later run continues. GitHub ends each job on its own runners after 6h.',
      ),
    validate: onDemand(() =>
      z.strictObject({
        for: duration.describe('For how long they run. At most as long as "budget".'),
        every: duration.prefault('30s').describe('How long to pause between two rounds.'),
      }),
    )
      .optional()
      .meta({
        description:
          'Repeats the smoke tests of production for a time before they count as passed: after the deploy, while the rollback window is open, and again after the migrations. A failure ends the step at once. Without it they run once, as they do on staging.',
        examples: [{ for: '30m', every: '30s' }],
      }),
    'rollback-window': z
      .strictObject({
        'warn-after': age.prefault('24h').describe('How long it may stay open before reports warn about it.'),
      })
      .prefault({})
      .describe(
        'The time on production between a deploy with deferred migrations and their start, during which the previous release can be deployed again.',
      ),
    'tracking-issue': onDemand(() =>
      z.strictObject({
        labels: z
          .tuple([z.string().min(1)], z.string().min(1))
          .default(['staged-upgrade'])
          .describe('Labels of the issue; it is found again by the first of them.'),
        assignees: z.array(z.string().min(1)).default([]).describe('Who is assigned to it: names of users.'),
      }),
    )
      .optional()
      .meta({
        description:
          'One issue of this repository for each climb, which the workflows keep up to date: the progress of each hop, who has to approve what, and the newest run. It is closed when the path is complete. `init` gives the jobs that report the permission `issues: write`.',
        examples: [{ labels: ['staged-upgrade', 'maintenance'] }],
      }),
    notify: notifications,
    releases: z
      .strictObject({
        'minimum-age': age
          .optional()
          .describe(
            'How long ago a release must have been published before a path uses it. A release without a known date is not used then.',
          ),
        prereleases: z
          .boolean()
          .default(false)
          .describe('Lets a path use prereleases. A prerelease that is named as the target is always used.'),
      })
      .prefault({})
      .describe('Which of the published releases a path may use; the product defines where they are listed.'),
    acknowledge: z
      .array(z.string().min(1))
      .default([])
      .describe('Ids of manual steps that are done; `plan` lists them.'),
    facts: z
      .record(slug, z.union([z.boolean(), z.number(), z.string()]))
      .default({})
      .describe('Facts about this installation that conditional path rules need.'),
    parts: z
      .record(partName, partVersion)
      .default({})
      .meta({
        description:
          'The present versions of parts of production besides its release, such as a chart, if no probe of the product reports them. Path rules use them, and `{parts.chart}` passes them to your commands.',
        examples: [{ chart: '7.10.0' }],
      }),
    baseline: z
      .array(measure)
      .prefault([])
      .meta({
        description:
          "Your own measures, taken before a newer release is deployed and compared afterwards, in addition to the product's: counts that must not fall, values that must stay the same, and how long it takes.",
        examples: [
          [
            {
              name: 'patients',
              sql: { url: '{access.reports}', query: 'select count(*) as n from patient', value: '0.n' },
              compare: 'not-fewer',
            },
          ],
        ],
      }),
    smoke: z.array(smokeTest).prefault([]).describe("Your own tests, run after the product's."),
  })
  .meta({ title: 'Staged Upgrade', description: 'The configuration of Staged Upgrade: .github/staged-upgrade.yml' });

export type Configuration = z.output<typeof configuration>;
export type StagingSettings = z.output<typeof staging>;
export type EnvironmentSettings = z.output<typeof production> | StagingSettings;
