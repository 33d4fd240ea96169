import { refuse, type Settled } from '../../core/decisions/decision.ts';
import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { countText } from '../../core/messages/quantities.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

export type Previewed =
  | { readonly kind: 'shown'; readonly details: readonly string[] }
  | { readonly kind: 'refused'; readonly settled: Settled };

/**
 * What the hop would change, for whoever approves it. A read-only job may lack what the tool needs for this: then the preview
 * says so, and the deploy checks again before it changes anything.
 */
export async function previewDeploy({ live, hop, project }: HopStepContext): Promise<Previewed> {
  const target = { from: hop.from, to: hop.to, version: hop.to };
  const preview = live.place(target)?.preview;
  if (preview === undefined) return { kind: 'shown', details: [] };
  const { signal, log } = project.effects;
  try {
    const { changes, refused } = await preview({ ...target, parts: hop.parts?.to ?? {}, signal });
    if (refused !== undefined)
      return { kind: 'refused', settled: refuse(refused.happened, refused.means, refused.next) };
    for (const change of changes) log.info(`Intended change of the deploy: ${change}.`);
    if (changes.length === 0) return { kind: 'shown', details: ['The deploy changes nothing: its diff was checked.'] };
    const title = `The deploy makes ${countText(changes.length, 'change')}, all of them intended`;
    return {
      kind: 'shown',
      details: changes.map((change, index) => (index === 0 ? `${title}: ${change}.` : `${change}.`)),
    };
  } catch (error) {
    if (!(error instanceof SystemFailure || error instanceof UserError)) throw error;
    const text = `What the deploy would change could not be shown here: ${error.detail.happened} It is checked again directly before the deploy.`;
    return { kind: 'shown', details: [text] };
  }
}
