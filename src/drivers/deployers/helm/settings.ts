import { z } from 'zod';
import { duration, fineDuration, template } from '../../../core/settings/scalars.ts';
import { judgeKeys } from '../../../world/effects/output-rules.ts';
import { progressKey } from '../progress-key.ts';

const valuePath = z
  .string()
  .regex(/^[^.\s]+(\.[^.\s]+)*$/, 'a path of keys, such as image.tag; a dot within a key is written as \\.');
const workloadName = z
  .string()
  .regex(
    /^(deployment|statefulset|cronjob)\/[a-z0-9.-]+$/,
    'a workload, such as deployment/web, statefulset/queue or cronjob/reports',
  );

export const helmSettings = () =>
  z
    .strictObject({
      release: template.describe("The name of Helm's release."),
      namespace: template.describe('The namespace of the release. It must exist.'),
      chart: template.describe(
        'The chart: a folder of the repository (`./charts/app`), the name of one in `repository`, one of a repository that the job has added (`acme/app`), or `oci://registry.example.com/charts/app`.',
      ),
      repository: template.optional().describe('The address of the repository of charts that has it.'),
      version: template
        .optional()
        .describe('The version of the chart, such as `{parts.chart}` or `{version}`. A folder has none.'),
      values: z
        .array(template)
        .default([])
        .describe(
          'Files with values, in their order. All that the release needs is in them and in `set`: it does not depend on what somebody has set before.',
        ),
      set: z
        .record(valuePath, z.union([template, z.number(), z.boolean()]))
        .default({})
        .describe('Single values, such as `image.tag: "{version}"`; they take precedence. A text stays a text.'),
      digests: z
        .record(valuePath, z.string().min(1))
        .default({})
        .describe(
          'Where the chart takes the digest of an image, such as `image.digest: acme/app`: production gets the one that staging has run.',
        ),
      'product-variables': z
        .strictObject({
          at: valuePath.describe('The path of the value, such as `extraEnv`.'),
          form: z
            .enum(['list', 'map'])
            .default('list')
            .describe('`list`: of `name` and `value`, as a container has it. `map`: the value by its name.'),
        })
        .optional()
        .describe('Where the chart takes environment variables: some products are told there to hold back migrations.'),
      'other-values': z
        .enum(['keep', 'drop', 'refuse'])
        .default('keep')
        .describe(
          'What happens to values that the release was given before and that are neither in `values` nor in `set`. `keep` also keeps those that a file had for the release before and has no more, such as a key that the chart has renamed: for files that come with each release, `drop`.',
        ),
      'way-back': z
        .enum(['deploy', 'rollback'])
        .default('deploy')
        .describe(
          'How the previous release is put back. `deploy`: as every release. `rollback`: by `helm rollback` to the revision that was there before, with its chart and values.',
        ),
      stop: z
        .array(workloadName)
        .min(1)
        .optional()
        .describe(
          'The workloads that are stopped when the server must not write; left out, all of the release. A database that the chart brings along must keep running: then name the others.',
        ),
      'stop-first': z
        .boolean()
        .default(false)
        .describe('Whether they are stopped before each deploy, so that no old pod runs beside hooks or new pods.'),
      hooks: z
        .strictObject({
          within: duration
            .prefault('1h')
            .describe('How long a hook of the chart, such as a Job that migrates, may take.'),
          ...judgeKeys,
          ...progressKey,
          when: z
            .enum(['upgrade', 'always'])
            .default('upgrade')
            .describe(
              '`upgrade`: what its hooks print is judged with the new release alone. `always`: with the previous one too, when it is put back.',
            ),
        })
        .prefault({})
        .describe(
          'The Jobs that Helm starts as hooks. Where one exits with 0 whatever has happened, `expect` and `forbid` say what they must print together, and what none may.',
        ),
      ready: z
        .strictObject({
          within: duration.prefault('10m').describe('How long the workloads may take to be ready.'),
          stable: fineDuration.prefault('3s').describe('How long they must stay ready without a break.'),
          restarts: z
            .number()
            .int()
            .min(0)
            .max(100)
            .default(2)
            .describe('How often a container may be started again before the deploy counts as failed.'),
        })
        .prefault({})
        .describe(
          'When a deploy counts as done. What cannot become ready is noticed within seconds, long before the limit.',
        ),
      'pending-after': duration
        .prefault('15m')
        .describe(
          "How long another program's Helm may have left the release pending before that counts as left behind.",
        ),
      context: template.optional().describe('The context of the kubeconfig; left out, its current one.'),
      kubeconfig: template
        .optional()
        .describe(
          'The text of a kubeconfig, such as `${PRODUCTION_KUBECONFIG}`, or its path; left out, that of the job.',
        ),
    })
    .refine(
      ({ chart, version }) => version !== undefined || isFolder(chart),
      'a "version", unless the chart is a folder such as ./charts/app: without one, it is another chart tomorrow',
    )
    .describe('A release of Helm 3.14 or newer in a Kubernetes cluster.');

export type HelmSettings = z.output<ReturnType<typeof helmSettings>>;

/** As Helm itself takes it, but for a folder that does not say that it is one. */
export function isFolder(chart: string): boolean {
  return /^\.{0,2}\//.test(chart) || chart === '.';
}
