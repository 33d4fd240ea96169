import type { Decision } from '../../../../src/core/decisions/decision.ts';
import { awaitedOf, budgetEnded, judgeWait } from '../../../../src/core/decisions/wait.ts';
import { situationOf } from '../../../../src/core/history/situation.ts';
import { type EnvironmentName, environmentNames } from '../../../../src/core/model/hop.ts';
import { hop } from '../../history/world.ts';
import { entriesOf, maxAge, now, planned } from './chronicle.ts';
import { everythingSeen, type Seen } from './observations.ts';
import { type PromotionCase, promotions } from './promotions.ts';
import { type RehearsalCase, rehearsalsOf } from './rehearsals.ts';

type Answer = ReturnType<typeof judgeWait> | Decision;

/** One look of a wait, or its end when its budget is used up. */
export interface WaitCase {
  readonly command: 'look' | 'end';
  /** `look again` if there is nothing to report yet. */
  readonly answer: NonNullable<Answer>['kind'] | 'look again';
  /** The next action in the message; undefined if there is none. */
  readonly next: string | undefined;
  readonly environment: EnvironmentName;
  readonly seen: Seen;
  readonly rehearsal: RehearsalCase;
  readonly promotion: PromotionCase;
  readonly deferrable: boolean;
  /** A person asks for what has failed to be started again. */
  readonly retry: boolean;
}

export function* waitCases(): Generator<WaitCase> {
  for (const deferrable of [true, false]) {
    for (const environment of environmentNames) {
      for (const { rehearsal, promotion } of records(environment, deferrable)) {
        const about = { environment, rehearsal, promotion, deferrable };
        const entries = entriesOf([planned, ...rehearsal.lines, ...promotion.lines]);
        const traits = { deferrable, proveRestorePoint: false };
        for (const [seen, retry] of everythingSeen.flatMap((each) => [[each, false] as const, [each, true] as const])) {
          const { observation } = seen;
          const situation = situationOf({ hop, traits, now, observation, entries, rehearsalMaxAge: maxAge, retry });
          const look = judgeWait(awaitedOf(situation, environment), observation, hop);
          const end = budgetEnded(observation, hop.to, 5000);
          yield { ...about, seen, retry, command: 'look', ...said(look) };
          yield { ...about, seen, retry, command: 'end', ...said(end) };
        }
      }
    }
  }
}

/** On production the rehearsal does not affect a wait, and on staging the promotion does not. */
function records(environment: EnvironmentName, deferrable: boolean) {
  const rehearsals = rehearsalsOf(deferrable);
  return environment === 'production'
    ? promotions.flatMap((promotion) =>
        rehearsals.filter(({ passed }) => passed !== 'no').map((rehearsal) => ({ rehearsal, promotion })),
      )
    : rehearsals.flatMap((rehearsal) =>
        promotions.filter(({ name }) => name === 'checked').map((promotion) => ({ rehearsal, promotion })),
      );
}

function said(answer: Answer): Pick<WaitCase, 'answer' | 'next'> {
  if (answer === undefined) return { answer: 'look again', next: undefined };
  return { answer: answer.kind, next: 'message' in answer ? answer.message.next : undefined };
}
