import type { Promotion } from './promotion.ts';
import type { Situation } from './situation.ts';

/** The hop's release answers in the observed environment, and serves. */
export function servesTarget({ standing, observation }: Pick<Situation, 'standing' | 'observation'>): boolean {
  return standing.kind === 'on-to' && observation.serving.kind === 'yes';
}

/** A deploy on production that succeeded and whose release serves, although nobody recorded it: it is only watched. */
export function isOnlyToWatch(
  situation: Pick<Situation, 'standing' | 'observation'> & { readonly promotion: Promotion },
): boolean {
  const { promotion } = situation;
  return promotion.deployed === undefined && promotion.inPlace && servesTarget(situation);
}
