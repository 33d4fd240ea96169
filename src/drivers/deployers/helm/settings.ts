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
      release: template.describe('The name of the Helm release.'),
      namespace: template.describe('The namespace of the release. It must exist.'),
      chart: template.describe(
        'The chart: a folder in this repository (`./charts/app`), a name in the chart `repository`, a name in a chart repository that the job has added (`acme/app`), or `oci://registry.example.com/charts/app`.',
      ),
      repository: template.optional().describe('The address of its chart repository.'),
      version: template
        .optional()
        .describe('The version of the chart, such as `{parts.chart}` or `{version}`. A folder has none.'),
      values: z
        .array(template)
        .default([])
        .describe(
          'Files with values, in order. They and `set` contain everything that the release needs, so it does not depend on what somebody has set before.',
        ),
      set: z
        .record(valuePath, z.union([template, z.number(), z.boolean()]))
        .default({})
        .describe('Single values, such as `image.tag: "{version}"`; they take precedence. A text stays a text.'),
      digests: z
        .record(valuePath, z.string().min(1))
        .default({})
        .describe(
          'The value in which the chart takes the digest of an image, such as `image.digest: acme/app`: production gets the digest that staging has run.',
        ),
      'product-variables': z
        .strictObject({
          at: valuePath.describe('The path of the value, such as `extraEnv`.'),
          form: z
            .enum(['list', 'map'])
            .default('list')
            .describe('`list`: a list of `name` and `value`, as in a container. `map`: values by name.'),
        })
        .optional()
        .describe('Where the chart accepts environment variables, which some products need to defer their migrations.'),
      'other-values': z
        .enum(['keep', 'drop', 'refuse'])
        .default('keep')
        .describe(
          'What happens to values that the release was given earlier and that are neither in `values` nor in `set`. `keep` also keeps those that a file had for the previous release and no longer has, such as a key that the chart has renamed: use `drop` if files come with each release.',
        ),
      'way-back': z
        .enum(['deploy', 'rollback'])
        .default('deploy')
        .describe(
          'How to return to the previous release. `deploy`: as any release is deployed. `rollback`: with `helm rollback` to the earlier revision, with its chart and values.',
        ),
      stop: z
        .array(workloadName)
        .min(1)
        .optional()
        .describe(
          'The workloads to stop when the server must not write. Default: all of the release. A database that is part of the chart must keep running: then name the others.',
        ),
      'stop-first': z
        .boolean()
        .default(false)
        .describe(
          'Whether they are stopped before each deploy, so that no old pod runs together with hooks or new pods.',
        ),
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
              '`upgrade`: the output of its hooks is checked only with the new release. `always`: also with the previous one, when it is deployed again.',
            ),
        })
        .prefault({})
        .describe(
          'The Jobs that Helm starts as hooks. If one always exits with 0, `expect` and `forbid` say what their output must contain in total, and what the output of none may contain.',
        ),
      ready: z
        .strictObject({
          within: duration.prefault('10m').describe('How long the workloads may take to become ready.'),
          stable: fineDuration.prefault('3s').describe('How long they must stay ready without interruption.'),
          restarts: z
            .number()
            .int()
            .min(0)
            .max(100)
            .default(2)
            .describe('How many times a container may restart before the deploy counts as failed.'),
        })
        .prefault({})
        .describe(
          'When a deploy counts as done. A workload that cannot become ready is noticed within seconds, long before the limit.',
        ),
      'pending-after': duration
        .prefault('15m')
        .describe('How long the release may be pending from another Helm process before that counts as abandoned.'),
      context: template.optional().describe('The context of the kubeconfig. Default: its current one.'),
      kubeconfig: template
        .optional()
        .describe(
          'The text of a kubeconfig, such as `${PRODUCTION_KUBECONFIG}`, or its path. Default: that of the job.',
        ),
    })
    .refine(
      ({ chart, version }) => version !== undefined || isFolder(chart),
      'a "version", unless the chart is a folder such as ./charts/app: without one, it is another chart tomorrow',
    )
    .describe('A release of Helm 3.14 or newer in a Kubernetes cluster.');

export type HelmSettings = z.output<ReturnType<typeof helmSettings>>;

/** As Helm itself accepts it, except for a folder that is not written as one. */
export function isFolder(chart: string): boolean {
  return /^\.{0,2}\//.test(chart) || chart === '.';
}
