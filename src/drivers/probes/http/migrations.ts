import { z } from 'zod';
import { onDemand } from '../../../core/settings/on-demand.ts';
import { kind, type Part } from '../../../world/effects/kind.ts';
import { joined, migrationJobKeys, readJobs } from '../migration-jobs.ts';
import { migrationStatusKeys, readMigrationStatus } from '../migration-status.ts';
import type { MigrationsProbe } from '../probe.ts';
import { askedKeys, askedSettings } from './asked.ts';
import { allItems } from './pages.ts';
import { readJson, readPage } from './whole-answer.ts';

const listedJobs = onDemand(() =>
  z
    .strictObject({
      request: askedSettings.optional().describe('The request whose response has the list. Default: the one above.'),
      ...migrationJobKeys,
      next: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Dotted path, in the original response, of the address of its next page; in a list of links, such as `link` in FHIR, the one whose `relation` or `rel` is `next` counts. A `Link` header is followed in any case.',
        ),
    })
    .describe(
      'The jobs of its migrations. A new job since a deploy with deferred migrations shows that one was started, even while it is queued. For a pending migration, the newest job says whether it is running or has failed.',
    ),
);

const settings = () => z.strictObject({ ...askedKeys, ...migrationStatusKeys, jobs: listedJobs.optional() });

export const httpMigrations: z.ZodType<Part<MigrationsProbe>> = kind(
  'http',
  settings,
  (asked, context) => async (signal) => {
    const { jobs: listed } = asked;
    const answer = await readJson(asked, context, signal);
    if (answer.kind === 'unknown') return answer;
    const status = readMigrationStatus(answer.json, asked, `the answer of ${answer.url}`, context);
    if (status.kind === 'unknown') return status;
    if (listed === undefined) return status.status;
    const { request = asked, list, next, missing } = listed;
    const first = listed.request === undefined ? answer : await readJson(request, context, signal);
    if (first.kind === 'unknown') return first;
    const items = await allItems(
      first,
      { list, next, missing, what: 'list of jobs' },
      async (at) => await readPage(request, context, { at, earlier: first.earlier, signal }),
    );
    if ('kind' in items) return items;
    const read = readJobs(items, listed, `the answer of ${first.url}`);
    return read.kind === 'unknown' ? read : joined(status, read, listed, context.effects.clock.now().getTime());
  },
);
