import { isOf } from '../core/history/entries.ts';
import { promotionOf } from '../core/history/promotion.ts';
import { recordOf } from '../core/history/record.ts';
import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { Entry } from '../core/model/event.ts';
import type { Hop } from '../core/model/hop.ts';

/** Where a climb stops. */
export type Stop =
  | { readonly kind: 'at-the-end' }
  | { readonly kind: 'after'; readonly hop: Hop }
  /** Production is already there. */
  | { readonly kind: 'reached'; readonly release: string };

/**
 * @param until a hop's id, or the release that a hop leads to
 * @param hops the path, planned and not started
 * @throws UserError for anything else: a climb past the stop that somebody meant could not be undone
 */
export function stopOf(until: string | undefined, hops: readonly Hop[], entries: readonly Entry[]): Stop {
  if (until === undefined) return { kind: 'at-the-end' };
  const asked = until.trim();
  const hop = hops.find(({ id, to }) => id === asked || to === asked);
  if (hop !== undefined) return { kind: 'after', hop };
  const from = hops.at(0)?.from;
  if (from !== undefined && (asked === from || wasClimbed(asked, from, entries)))
    return { kind: 'reached', release: from };
  const names = hops.flatMap(({ id, to }) => [id, to]);
  const near = nearest(asked, names);
  throw new UserError({
    happened: `--until names "${until}", but no hop of the path has this id or leads to this version.`,
    means: 'It is not known where to stop, so nothing was done.',
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}The hops are: ${hops.map(({ id }) => id).join(', ')}. A version that one of them leads to is accepted too: ${hops.map(({ to }) => to).join(', ')}.`,
  });
}

/** The id of a completed hop that led to where production is now. */
function wasClimbed(id: string, release: string, entries: readonly Entry[]): boolean {
  const planned = entries.flatMap((entry) => (isOf(entry, 'planned') ? entry.event.hops : []));
  return planned.some(
    (hop) => hop.id === id && hop.to === release && promotionOf(recordOf(entries, hop)).completed !== undefined,
  );
}
