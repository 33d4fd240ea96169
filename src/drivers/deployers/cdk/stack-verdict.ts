import type { Message } from '../../../core/messages/message.ts';

/** What a CloudFormation status means for a deploy. */
export type StackVerdict =
  /** It accepts an update. */
  | 'updatable'
  | 'busy'
  /** It is half updated, and its rollback failed too: it accepts no update before a person continues that. */
  | 'rollback-failed'
  /** An update failed and was left as it was, on request: it is rolled back, or updated again, by hand. */
  | 'update-failed'
  /** It was never complete, or is being removed: there is nothing to update. */
  | 'never-whole';

export function stackVerdict(status: string): StackVerdict {
  if (/^(?:CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(status)) return 'updatable';
  if (status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS') return 'busy';
  if (/^(?:UPDATE|IMPORT)_ROLLBACK_FAILED$/.test(status)) return 'rollback-failed';
  return status === 'UPDATE_FAILED' ? 'update-failed' : 'never-whole';
}

interface StuckStack {
  readonly name: string;
  readonly region: string;
  /** Sentences about its resources, the first cause first; empty if none is known. */
  readonly failures: readonly string[];
}

/** What it means that a stack accepts no update, and what a person does about it. */
export function whenStuck(
  verdict: Exclude<StackVerdict, 'updatable' | 'busy'>,
  { name, region, failures }: StuckStack,
): Pick<Message, 'means' | 'next'> {
  const place = `--stack-name ${name} --region ${region}`;
  const why = failures.length === 0 ? '' : ` ${failures.map((text) => `${text}.`).join(' ')}`;
  switch (verdict) {
    case 'rollback-failed':
      return {
        means: `CloudFormation could not roll back everything that it had changed: some resources are new and some are old, and it accepts no update, neither a deploy nor a way back, until its rollback is complete.${why}`,
        next: `Correct what prevented the rollback, then run: aws cloudformation continue-update-rollback ${place}. If a resource cannot be rolled back at all, add --resources-to-skip with its name, and make it match the template by hand. When the stack is UPDATE_ROLLBACK_COMPLETE, run the step again.`,
      };
    case 'update-failed':
      return {
        means: `An update was left half done, as somebody has asked for (--no-rollback): some resources are new and some are old.${why}`,
        next: `Roll it back: aws cloudformation rollback-stack ${place}. When the stack is UPDATE_ROLLBACK_COMPLETE, run the step again.`,
      };
    case 'never-whole':
      return {
        means: `It is not whole, or is being removed, so there is nothing that could be updated.${why}`,
        next: `Look at its events: aws cloudformation describe-stack-events ${place}. Create it once by hand, then run the step again.`,
      };
  }
}

interface EndedBadly {
  readonly version: string;
  readonly status: string;
  /** Whether its template is that of the application. */
  readonly hasAll: boolean;
  readonly stack: StuckStack;
}

/** What is deployed after an update that failed, and what a person does about it. */
export function afterUpdate({
  version,
  status,
  hasAll,
  stack,
}: EndedBadly): Pick<Message, 'means' | 'next'> & { readonly isBack: boolean } {
  const verdict = stackVerdict(status);
  if (verdict !== 'updatable' && verdict !== 'busy') {
    const { means, next } = whenStuck(verdict, stack);
    return { isBack: false, means: `${version} is in place in part at most. ${means}`, next };
  }
  if (verdict === 'updatable' && (status === 'UPDATE_ROLLBACK_COMPLETE' || !hasAll)) {
    return {
      isBack: true,
      means: `${version} is not in place: CloudFormation has what was deployed before, and the configuration file is as it was.`,
      next: 'Correct the cause, and run the step again.',
    };
  }
  return {
    isBack: false,
    means:
      verdict === 'updatable'
        ? `CloudFormation has what the application says for ${version}, but the program reported a failure.`
        : `Whether ${version} is in place in all resources is not known.`,
    next: 'See the events of the stack in the console of CloudFormation, and run the step again: it looks before it acts.',
  };
}
