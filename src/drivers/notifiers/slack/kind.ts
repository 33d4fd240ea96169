import { webhookKind } from '../notifier.ts';
import { slackMessage } from './message.ts';

export const slack = webhookKind('slack', 'A Slack channel, through an incoming webhook.', slackMessage);
