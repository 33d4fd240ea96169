import { webhookKind } from '../notifier.ts';
import { teamsMessage } from './message.ts';

export const teams = webhookKind(
  'teams',
  'A channel of Microsoft Teams, by a workflow that posts what a webhook receives.',
  teamsMessage,
);
