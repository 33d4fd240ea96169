import { isSameAttempt } from '../core/decisions/backup.ts';
import { inEnvironment, latest } from '../core/history/entries.ts';
import type { Situation } from '../core/history/situation.ts';
import type { Message } from '../core/messages/message.ts';
import type { RunIdentity } from '../core/model/event.ts';
import type { GateName } from '../core/model/gate.ts';
import type { EnvironmentName, Hop } from '../core/model/hop.ts';
import type { Notice, NoticeKind } from '../core/model/notice.ts';
import { type AskedGates, whoApproves } from './tracking-issue.ts';

export interface NoticeFacts {
  readonly system: string;
  readonly run: RunIdentity;
  readonly gates: AskedGates;
}

/** What the report at the end of a job has to tell people: whom it waits for, or what it has done. */
export function noticeOfReport(
  environment: EnvironmentName | undefined,
  situation: Situation,
  facts: NoticeFacts,
): Notice | undefined {
  const { hop, rehearsal, promotion, record, traits } = situation;
  if (environment === 'staging')
    return rehearsal.kind === 'passed' && !promotion.deployStarted && promotion.completed === undefined
      ? approval('production', `${hop.title} was rehearsed and waits for approval`, '', hop, facts)
      : undefined;
  if (environment !== 'production') return undefined;
  const back = latest(inEnvironment(record.entries, 'production'), 'rolled-back');
  if (back !== undefined && isSameAttempt(back.run, facts.run))
    return notice(
      'rolled-back',
      `${hop.title} was rolled back`,
      `${back.event.to} runs on production again.`,
      hop,
      facts,
    );
  const { completed } = promotion;
  if (completed !== undefined)
    return isSameAttempt(completed.run, facts.run)
      ? notice(
          'complete',
          `${hop.title} is complete`,
          `Production runs ${hop.to}. This was hop ${hop.index} of ${hop.count}.`,
          hop,
          facts,
        )
      : undefined;
  const isOpen = promotion.deployed !== undefined && promotion.smoked && promotion.migrating === undefined;
  if (!traits.deferrable || !isOpen) return undefined;
  const meaning = 'The rollback window is open. The next step is the point of no return.';
  return approval(
    'finalize',
    `${hop.to} is on production and waits for the start of its migrations`,
    meaning,
    hop,
    facts,
  );
}

/** For a step that did not do its job. */
export function noticeOfFailure(
  { command, environment, hop }: { readonly command: string; readonly environment: EnvironmentName; readonly hop: Hop },
  { happened, next }: Message,
  facts: NoticeFacts,
): Notice {
  return notice(
    'failed',
    `${hop.title}: "${command}" did not succeed on ${environment}`,
    `${happened} ${next}`.trim(),
    hop,
    facts,
  );
}

/** If nobody is asked, or everything was approved at once, nobody needs to know that it waits. */
function approval(gate: GateName, title: string, meaning: string, hop: Hop, facts: NoticeFacts): Notice | undefined {
  const { gates } = facts;
  if (gates.scope === 'path' || gates[gate] === 'none') return undefined;
  return notice(
    'approval',
    title,
    [meaning, whoApproves(gate, gates)].filter((text) => text !== '').join(' '),
    hop,
    facts,
  );
}

function notice(kind: NoticeKind, title: string, text: string, hop: Hop, { system, run }: NoticeFacts): Notice {
  return {
    kind,
    system,
    hop: hop.id,
    title: `${system}: ${title}`,
    text,
    ...(run.url === undefined ? {} : { url: run.url }),
  };
}
