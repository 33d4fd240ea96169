import type { PartContext } from '../../world/effects/kind.ts';
import type { AccessToken } from '../../world/secrets/access-token.ts';

export type WithTokens =
  | {
      readonly kind: 'ready';
      readonly context: PartContext;
      /** What was sent was accepted. */
      accepted(): void;
      /** The same with other tokens, after they were not accepted; undefined if there is nothing else to try. */
      renewed(): Promise<WithTokens | undefined>;
    }
  | NoToken;

export interface NoToken {
  readonly kind: 'no-token';
  readonly reason: string;
  readonly refused: boolean;
}

interface Sent {
  readonly name: string;
  readonly token: AccessToken;
  readonly value: string;
}

/**
 * A context in which each `{access.<name>}` of the templates that is a token can be filled in, and each
 * `{access.<name>.header}`: the complete value of the header `Authorization`, whatever the kind of the credential.
 */
export async function withTokens(templates: readonly string[], context: PartContext): Promise<WithTokens> {
  const used = Object.entries(context.tokens ?? {}).filter(([name]) =>
    templates.some((text) => text.includes(`{${name}}`) || text.includes(`{${name}.header}`)),
  );
  const sent: Sent[] = [];
  for (const [name, token] of used) {
    const reading = await token.current();
    if (reading.kind === 'none') return { kind: 'no-token', reason: reading.reason, refused: reading.refused };
    sent.push({ name, token, value: reading.value });
  }
  return ready(sent, context);
}

function ready(sent: readonly Sent[], context: PartContext): WithTokens {
  const values = Object.fromEntries(
    sent.flatMap(({ name, token, value }) => [
      [name, value],
      [`${name}.header`, `${token.scheme} ${value}`],
    ]),
  );
  return {
    kind: 'ready',
    context: { ...context, placeholders: { ...context.placeholders, ...values } },
    accepted: () => {
      for (const { token } of sent) token.accepted();
    },
    renewed: async () => {
      const others: Sent[] = [];
      for (const { name, token, value } of sent) {
        const reading = await token.insteadOf(value);
        if (reading === undefined) return undefined;
        if (reading.kind === 'none') return { kind: 'no-token', reason: reading.reason, refused: reading.refused };
        others.push({ name, token, value: reading.value });
      }
      return others.length === 0 ? undefined : ready(others, context);
    },
  };
}
