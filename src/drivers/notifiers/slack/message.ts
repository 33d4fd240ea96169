import { type Notice, shortened } from '../../../core/model/notice.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/header-block, …/section-block: longer ones are rejected completely. */
const longest = { header: 150, section: 3000, text: 4000 } as const;

/** Three characters have a meaning in Slack's text, such as notifying everybody: https://docs.slack.dev/messaging/formatting-message-text */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Truncated before it is escaped, and again if that has made it longer: no half of an escape is left. */
function escaped(text: string, limit: number): string {
  let length = limit;
  let shown = plain(shortened(text, length));
  while (shown.length > limit) {
    length -= shown.length - limit;
    shown = plain(shortened(text, Math.max(1, length)));
  }
  return shown;
}

export function slackMessage({ title, text, url }: Notice): unknown {
  const link = url === undefined ? [] : [`<${plain(url)}|Open the run>`];
  return {
    // Shown in a notification, where blocks are not.
    text: escaped(title, longest.text),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: shortened(title, longest.header), emoji: false } },
      ...(text === '' ? [] : [section(escaped(text, longest.section))]),
      ...link.map(section),
    ],
  };
}

function section(text: string): unknown {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}
