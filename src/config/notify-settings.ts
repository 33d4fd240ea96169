import { z } from 'zod';
import { noticeKinds } from '../core/model/notice.ts';
import { onDemand } from '../core/settings/on-demand.ts';
import { notifier } from '../drivers/notifiers.ts';

export const notifications = z
  .array(
    onDemand(() =>
      z.strictObject({
        to: notifier.describe('Where.'),
        on: z
          .tuple([z.enum(noticeKinds)], z.enum(noticeKinds))
          .default([...noticeKinds])
          .describe(
            'Of what: `approval`, a hop waits for a person; `failed`, a step did not succeed; `complete`, a hop is done; `rolled-back`.',
          ),
      }),
    ),
  )
  .default([])
  .meta({
    description: 'Who is notified of what the workflows do. A message that cannot be sent only causes a warning.',
    examples: [[{ to: { slack: { url: '${SLACK_WEBHOOK}' } }, on: ['approval', 'failed'] }]],
  });
