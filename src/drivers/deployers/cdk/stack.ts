import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { AwsAccess } from '../../../world/aws/access.ts';
import { allPages } from '../../../world/aws/all-pages.ts';
import { AwsError, askAws, awsFailure } from '../../../world/aws/ask.ts';
import type { Log } from '../../../world/log.ts';
import { readYaml } from '../../../world/yaml/read-yaml.ts';
import { type StackTemplate, stackTemplate } from './template-changes.ts';

/** A CloudFormation stack, read through the official client. */
export interface Stack {
  readonly name: string;
  readonly region: string;
  /** For messages: `the stack "records" in us-west-2`. */
  readonly title: string;
  /** Undefined if it does not exist. */
  status(): Promise<StackStatus | undefined>;
  template(): Promise<StackTemplate>;
  /** What AWS calls its resources of a type: mostly ARNs. */
  resources(type: string): Promise<readonly string[]>;
  /** What went wrong since a given time, the first cause first: sentences. */
  failures(since: Date): Promise<readonly string[]>;
}

export interface StackStatus {
  readonly id: string;
  /** `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly reason: string;
  readonly changed: Date | undefined;
}

/** Consequences of a cause, which say nothing about it. */
const follows = /cancell?ed|The following resource\(s\) failed/i;

export function openStack(access: AwsAccess, name: string): Stack {
  const title = `the stack "${name}" in ${access.region}`;
  const connected = async () => {
    const sdk = await import('../../../world/clients/cloudformation.ts');
    return { sdk, client: new sdk.CloudFormationClient(access.clientSettings) };
  };
  const reading = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw awsFailure(
        `${title.replace('the', 'The')} could not be read`,
        error,
        'What is deployed there is not known.',
      );
    }
  };
  return {
    name,
    region: access.region,
    title,
    status: async () => {
      const { sdk, client } = await connected();
      return await reading(async () => {
        try {
          const { Stacks } = await askAws(access, (options) =>
            client.send(new sdk.DescribeStacksCommand({ StackName: name }), options),
          );
          const found = Stacks?.[0];
          if (found === undefined) return undefined;
          const { StackId: id = '', StackStatus: status = '', StackStatusReason: reason = '' } = found;
          return { id, status, reason, changed: found.LastUpdatedTime ?? found.CreationTime };
        } catch (error) {
          if (error instanceof AwsError && /does not exist/.test(error.message)) return undefined;
          throw error;
        }
      });
    },
    template: async () => {
      const { sdk, client } = await connected();
      const { TemplateBody } = await reading(() =>
        askAws(access, (options) =>
          client.send(new sdk.GetTemplateCommand({ StackName: name, TemplateStage: 'Original' }), options),
        ),
      );
      return templateIn(TemplateBody ?? '', title);
    },
    resources: async (type) => {
      const { sdk, client } = await connected();
      // For a stack of more than a hundred resources, "DescribeStackResources" returns no others.
      const all = await allPages(async (NextToken) => {
        const asked = new sdk.ListStackResourcesCommand({ StackName: name, NextToken });
        const page = await reading(() => askAws(access, (options) => client.send(asked, options)));
        return { items: page.StackResourceSummaries ?? [], next: page.NextToken };
      });
      return all.flatMap(({ ResourceType, PhysicalResourceId, ResourceStatus }) =>
        ResourceType === type && PhysicalResourceId !== undefined && ResourceStatus !== 'DELETE_COMPLETE'
          ? [PhysicalResourceId]
          : [],
      );
    },
    failures: async (since) => {
      const { sdk, client } = await connected();
      // AWS's clock and this machine's may differ a little.
      const from = since.getTime() - 60_000;
      const isSince = ({ Timestamp }: { readonly Timestamp?: Date | undefined }): boolean =>
        Timestamp === undefined || Timestamp.getTime() >= from;
      // The newest come first, and the first cause is behind everything that was rolled back because of it.
      const events = await allPages(async (NextToken) => {
        const asked = new sdk.DescribeStackEventsCommand({ StackName: name, NextToken });
        const page = await reading(() => askAws(access, (options) => client.send(asked, options)));
        const items = page.StackEvents ?? [];
        return { items, next: items.every(isSince) ? page.NextToken : undefined };
      });
      return events
        .filter((event) => isSince(event) && event.ResourceStatus?.endsWith('_FAILED') === true)
        .toReversed()
        .filter(({ ResourceStatusReason: reason = '' }) => reason !== '' && !follows.test(reason))
        .map(
          ({ LogicalResourceId, ResourceType, ResourceStatus, ResourceStatusReason = '' }) =>
            `${LogicalResourceId} (${ResourceType}) is ${ResourceStatus}: ${ResourceStatusReason.replace(/\.$/, '')}`,
        );
    },
  };
}

export function templateIn(text: string, title: string): StackTemplate {
  const reading = readYaml(text);
  const read = reading.kind === 'value' ? stackTemplate.safeParse(reading.value) : undefined;
  if (read?.success === true) return read.data;
  throw new SystemFailure({
    happened: `The template of ${title} could not be read${reading.kind === 'unreadable' ? `: ${reading.reason}` : ''}.`,
    means: 'What a deploy would change is not known. Nothing was changed.',
    next: 'Look at it with "aws cloudformation get-template", and deploy once by hand from the application.',
  });
}

/** Seconds at first, since a small update ends soon; a database instance takes a quarter of an hour. */
const pauses = { early: 1000, earlyUntil: 60_000, later: 5000 };

/** Waits until nothing changes the stack any more. */
export async function settledStatus(
  stack: Stack,
  { clock, signal }: Pick<AwsAccess, 'clock' | 'signal'>,
  { within, log }: { readonly within: number; readonly log: Log },
): Promise<StackStatus | undefined> {
  const started = clock.now().getTime();
  for (;;) {
    const seen = await stack.status();
    if (seen === undefined || !seen.status.endsWith('_IN_PROGRESS') || seen.status === 'REVIEW_IN_PROGRESS')
      return seen;
    const elapsed = clock.now().getTime() - started;
    if (elapsed >= within) {
      throw new SystemFailure({
        happened: `After ${durationText(within)}, ${stack.title} is still ${seen.status}.`,
        means: 'An update is under way, and what it leads to is not known.',
        next: 'Look at its events in the console of CloudFormation. Run the step again when it has ended: it looks before it acts.',
      });
    }
    log.progress({
      text: `Waiting: ${stack.title} is ${seen.status}`,
      done: Math.round(elapsed / 1000),
      total: within / 1000,
    });
    await clock.sleep(elapsed < pauses.earlyUntil ? pauses.early : pauses.later, signal);
  }
}
