import { webhookKind } from '../notifier.ts';
import { teamsMessage } from './message.ts';

export const teams = webhookKind(
  'teams',
  'A Microsoft Teams channel, through a workflow that posts what a webhook receives.',
  teamsMessage,
);
