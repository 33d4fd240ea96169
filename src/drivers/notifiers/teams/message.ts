import { type Notice, shortened } from '../../../core/model/notice.ts';

/** A message may have 28 KB in total: https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook */
const longest = { title: 500, text: 5000 } as const;

/** A text of a card is rendered as Markdown: no name may become a link. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]()#>~|]/g, (sign) => `\\${sign}`);
}

/** An Adaptive Card, as the workflow "Post to a channel when a webhook request is received" accepts it. */
export function teamsMessage({ title, text, url, kind }: Notice): unknown {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          fallbackText: shortened(title, longest.title),
          body: [
            {
              type: 'TextBlock',
              text: plain(shortened(title, longest.title)),
              weight: 'Bolder',
              size: 'Medium',
              color: kind === 'failed' ? 'Attention' : 'Default',
              wrap: true,
            },
            ...(text === '' ? [] : [{ type: 'TextBlock', text: plain(shortened(text, longest.text)), wrap: true }]),
          ],
          ...(url === undefined ? {} : { actions: [{ type: 'Action.OpenUrl', title: 'Open the run', url }] }),
        },
      },
    ],
  };
}
