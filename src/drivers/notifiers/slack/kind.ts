import { webhookKind } from '../notifier.ts';
import { slackMessage } from './message.ts';

export const slack = webhookKind('slack', 'A channel of Slack, by an incoming webhook.', slackMessage);
