import type { Approval, Gate } from '../../steps/stage/climb-stage.ts';
import { asked } from '../../world/terminal/asked.ts';
import { forgetTypedAhead } from '../../world/terminal/typed-ahead.ts';

/** How gates are passed at the terminal. */
export type GateMode =
  /** A person is asked. */
  | { readonly kind: 'ask'; readonly actor: string }
  /** Answered beforehand; `how` is what the journal records. */
  | {
      readonly kind: 'approve-all';
      readonly actor: string;
      readonly how: string;
      readonly announce: (text: string) => void;
    }
  /** Nobody is there to ask. */
  | { readonly kind: 'stop' };

export function gateAt(mode: GateMode, signal: AbortSignal): (gate: Gate) => Promise<Approval> {
  return async ({ question, hop }) => {
    switch (mode.kind) {
      case 'ask': {
        const { default: confirm } = await import('@inquirer/confirm');
        await forgetTypedAhead();
        const yes = await asked(signal, (asking) => confirm({ message: question, default: false }, asking));
        return yes
          ? { kind: 'approved', by: mode.actor }
          : { kind: 'declined', next: 'Run the same command again when it may continue: it resumes here.' };
      }
      case 'approve-all':
        mode.announce(`${question} Approved: ${mode.how}.\n`);
        return { kind: 'approved', by: `${mode.actor} (${mode.how})` };
      case 'stop':
        return {
          kind: 'declined',
          next: `No terminal is attached to ask at. Run it in a terminal, or approve everything beforehand with --yes. To climb only one hop: --until ${hop.id}.`,
        };
    }
  };
}
