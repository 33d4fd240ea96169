/** The variable of a job that stops promotion, filled from a repository variable of the same name. */
export const freezeVariable = 'STAGED_UPGRADE_FREEZE';

export type Freeze = { readonly kind: 'off' } | { readonly kind: 'on'; readonly reason?: string };

const longestReason = 300;

/**
 * Only an empty value and `false` mean off: whoever writes anything else wants promotion to stop, and a typo must not
 * let it continue. Everything except `true` is shown as the reason.
 */
export function decideFreeze(value: string | undefined): Freeze {
  const text = (value ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const word = text.toLowerCase();
  if (word === '' || word === 'false') return { kind: 'off' };
  if (word === 'true') return { kind: 'on' };
  return { kind: 'on', reason: text.length <= longestReason ? text : `${text.slice(0, longestReason)}…` };
}
