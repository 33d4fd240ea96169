import { isOnlyToWatch, servesTarget } from '../history/in-place.ts';
import type { Rehearsal } from '../history/rehearsal.ts';
import type { Situation } from '../history/situation.ts';
import type { HopStep } from '../model/sequence.ts';

/**
 * The title of a step on production when its hop resumes: the usual title would announce as work what is already done.
 * @param situation of production, observed before the job
 */
export function stepTitle(step: HopStep, situation: Situation): string {
  const { job, id, title, environment } = step;
  if (environment !== 'production') return rehearsalStepTitle(step, situation.rehearsal);
  const { promotion, standing } = situation;
  if (!promotion.deployStarted) return title;
  const point = promotion.restorePoint?.event.dataAt;
  switch (`${job} ${id}`) {
    case 'read check':
      return standing.kind === 'on-to'
        ? 'Check production, which already runs {to}'
        : 'Check production, where a deploy of {to} was started';
    case 'read backup':
      return 'Keep the backup that was rehearsed';
    case 'promote backup':
      // The release that ran before still runs: the backup is taken again, with today's data.
      return point === undefined || standing.kind === 'on-from'
        ? title
        : `Keep the restore point, with the data of ${point}`;
    case 'promote deploy':
      if (isOnlyToWatch(situation)) return 'Watch {to}, which was deployed';
      return promotion.deployed !== undefined && servesTarget(situation)
        ? 'Check that {to} is deployed'
        : 'Deploy {to} again, to finish it';
    case 'finalize migrate':
      return promotion.migrating === undefined ? title : 'Check how far the started migrations are';
    default:
      return title;
  }
}

/** The same on staging, where a rehearsal that has started the migrations continues after them. */
export function rehearsalStepTitle({ id, title }: HopStep, rehearsal: Rehearsal): string {
  const isBehind = rehearsal.kind === 'started' && rehearsal.migrating;
  return isBehind && id === 'smoke-to' ? 'Smoke test {to} once more' : title;
}
