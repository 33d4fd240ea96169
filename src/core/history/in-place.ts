import type { Promotion } from './promotion.ts';
import type { Situation } from './situation.ts';

/** The release of the hop answers on the environment that was observed, and serves. */
export function servesTarget({ standing, observation }: Pick<Situation, 'standing' | 'observation'>): boolean {
  return standing.kind === 'on-to' && observation.serving.kind === 'yes';
}

/** A deploy on production that ended well and whose release serves, though nobody recorded so: it is only watched. */
export function isOnlyToWatch(
  situation: Pick<Situation, 'standing' | 'observation'> & { readonly promotion: Promotion },
): boolean {
  const { promotion } = situation;
  return promotion.deployed === undefined && promotion.inPlace && servesTarget(situation);
}
