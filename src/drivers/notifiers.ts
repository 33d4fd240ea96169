import { oneOf } from '../world/effects/kind.ts';
import { slack } from './notifiers/slack/kind.ts';
import { teams } from './notifiers/teams/kind.ts';
import { webhook } from './notifiers/webhook/kind.ts';

/** The kinds of channels that notify people: a new one is one folder and one line here. */
export const notifier = oneOf([slack, teams, webhook].map(({ part }) => part));
