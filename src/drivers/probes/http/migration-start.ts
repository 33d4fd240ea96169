import { z } from 'zod';
import { kind, type Part } from '../../../world/effects/kind.ts';
import type { MigrationStarter } from '../probe.ts';
import { ask, chainedKeys } from './asked.ts';

const statuses = z.array(z.int()).nonempty();

export const httpMigrationStarter: z.ZodType<Part<MigrationStarter>> = kind(
  'http',
  () =>
    z.strictObject({
      ...chainedKeys,
      method: z.enum(['POST', 'PUT']).default('POST'),
      started: statuses.describe('Status codes that mean: started.'),
      'nothing-pending': statuses.describe('Status codes that mean: there is nothing to start.'),
    }),
  (settings, context) => async (signal) => {
    const answer = await ask(settings, context, signal);
    const call = `${settings.method} ${answer.url}`;
    if (answer.kind === 'no-answer') {
      return answer.refused === undefined
        ? { kind: 'not-understood', said: `${call} got no answer: ${answer.reason}` }
        : { kind: 'refused', said: `${call} was not made: ${answer.reason}` };
    }
    const { status, body, refused } = answer;
    if (refused !== undefined) return { kind: 'refused', said: `${call} answered ${status}: ${refused}` };
    const text = body.replaceAll(/\s+/g, ' ').trim();
    const said = `${call} answered ${status}${text === '' ? '' : ` "${text.slice(0, longestQuote)}"`}`;
    if (settings.started.includes(status)) return { kind: 'started', said };
    return { kind: settings['nothing-pending'].includes(status) ? 'nothing-pending' : 'not-understood', said };
  },
);

const longestQuote = 200;
