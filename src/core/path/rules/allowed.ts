import { z } from 'zod';
import { ends, reasonKeys } from './common.ts';
import { type RuleKind, ruleKind } from './rule-kind.ts';

/** The rules about what a hop passes over, which an exception lifts unless it names others; and all rules that it may name. */
export function liftable(kinds: readonly RuleKind[]): {
  readonly byDefault: readonly string[];
  readonly all: readonly string[];
} {
  const named = (how: RuleKind['lifted']) => kinds.filter(({ lifted }) => lifted === how).map(({ name }) => name);
  const byDefault = named('by-default');
  return { byDefault, all: [...byDefault, ...named('by-name')] };
}

/** @param kinds the kinds of the rules that it may lift */
export function allowedAmong(kinds: readonly RuleKind[]) {
  const { byDefault, all } = liftable(kinds);
  const settings = () =>
    z
      .strictObject({
        ...ends,
        overrules: z
          .array(z.enum(all))
          .default([...byDefault])
          .describe(
            'The rules that do not apply to these hops. Default: all rules about what a hop passes over; never those about withdrawn and avoided releases.',
          ),
        ...reasonKeys,
      })
      .describe('Hops that are allowed although a rule forbids them.');
  return ruleKind('allowed', { role: 'grant' }, settings, ({ from, to, overrules }) => ({
    apply: ({ catalogue }, source) => ({
      exceptions: [{ source, from: catalogue.spans(from), to: catalogue.spans(to), overrules }],
    }),
    whyInactive: (known) => {
      const usual =
        overrules.length === byDefault.length
          ? 'there is no rule that it could lift'
          : `there is no rule ${overrules.join(' or ')} that it could lift`;
      return known.noneIn(from, to) ?? (overrules.some((name) => known.rules.has(name)) ? undefined : usual);
    },
  }));
}
