import type { OpenRollbackWindow } from '../core/decisions/rollback-window.ts';
import type { Situation } from '../core/history/situation.ts';
import { waysToRollBack } from '../core/history/way-back.ts';
import { exactTime } from '../core/messages/moments.ts';
import { lossText } from '../core/model/data.ts';
import { isUnseen } from './gate-question.ts';
import { windowSentence } from './rollback-window.ts';
import { stageReturn, stageReturnText } from './stage-words.ts';

/**
 * Which way back is open, what it loses, and how to take it. Sentences.
 * @param isAsked an approval has already said what a restore would lose
 */
export function wayBackSentences(
  situation: Situation,
  window: OpenRollbackWindow | undefined,
  isAsked: boolean,
): string {
  const { hop, traits, promotion, now } = situation;
  const loss = isAsked ? '' : ` ${losses(situation)}`;
  const how = waysToRollBack(hop.id);
  const ofStage = stageReturnText({ hop, traits });
  if (ofStage !== undefined) {
    const way = stageReturn({ hop, traits });
    return way === 'none' ? ofStage : `${ofStage}${way === 'by-restoring' ? loss : ''} To go back, ${how}.`;
  }
  if (isClosed({ traits, promotion })) {
    const closed = traits.deferrable
      ? 'The rollback window is closed: only a restore goes back.'
      : 'Only a restore goes back.';
    return `${closed}${loss} To go back, ${how}; it asks for the hop's id as confirmation.`;
  }
  if (isUnseen(promotion)) {
    return `It is not known whether migrations of ${hop.to} have started, since it was not seen after its deploy. To go back, ${how}: it checks, and asks for a confirmation unless something shows that none has started.`;
  }
  const age = window === undefined ? '' : `${windowSentence(window, now)} `;
  return `${age}Until the migrations are started, nothing has to be restored: to go back, ${how}.${loss}`;
}

/** What a restore would lose. */
function losses({ traits, promotion, now }: Situation): string {
  const after = isClosed({ traits, promotion }) ? '' : 'After they have started, only a restore goes back. ';
  const point = promotion.restorePoint?.event;
  return point === undefined
    ? `${after}The journal has no restore point of this hop.`
    : `${after}Restoring the restore point loses ${lossText(point, (time) => exactTime(time, now))}.`;
}

function isClosed({ traits, promotion }: Pick<Situation, 'traits' | 'promotion'>): boolean {
  return !traits.deferrable || promotion.migrating !== undefined || promotion.notDeferred !== undefined;
}
