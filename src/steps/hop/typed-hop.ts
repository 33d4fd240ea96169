import { UserError } from '../../core/messages/errors.ts';
import { isHopId } from '../../core/model/hop.ts';

/**
 * What a person types is the id of a hop; JSON only comes from a matrix.
 * @throws UserError for anything else
 */
export function typedHop(text: string): string {
  if (!isHopId(text)) throw notAnId(text);
  return text;
}

function notAnId(text: string): UserError {
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return new UserError({
    happened: `${shown} is not the id of a hop.`,
    means: 'A hop is named by its two versions, joined by two hyphens. Nothing was done.',
    next: 'Write, for example, 1.0.2--1.1.4. "staged-upgrade plan" lists the ids, and so does the log.',
  });
}
