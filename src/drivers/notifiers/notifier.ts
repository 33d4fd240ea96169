import { z } from 'zod';
import type { Notice } from '../../core/model/notice.ts';
import { template } from '../../core/settings/scalars.ts';
import { type Kind, kind, type Part } from '../../world/effects/kind.ts';
import { postJson, type Sent } from './post.ts';

/** A channel that notifies people. */
export type Notifier = (notice: Notice) => Promise<Sent>;

/** Whoever knows the address can post there, so all of it is a secret. */
const address = template
  .regex(/^\$\{[A-Za-z_]\w*\}$/, 'a `${NAME}`: whoever knows the address can write there')
  .describe('The address, as a `${NAME}`: anyone who knows it can post there.');

/** A kind whose messages are posted to an address. */
export function webhookKind(
  name: string,
  description: string,
  bodyOf: (notice: Notice) => unknown,
): Pick<Kind<Part<Notifier>>, 'part'> {
  return {
    part: kind(
      name,
      () => z.strictObject({ url: address }).describe(description),
      ({ url }, { effects, where, placeholders }): Notifier =>
        (notice) =>
          postJson(effects.variables.fill(url, `${where}.url`, placeholders), bodyOf(notice), effects),
    ),
  };
}
