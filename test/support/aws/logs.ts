import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  ResourceAlreadyExistsException,
} from '@aws-sdk/client-cloudwatch-logs';
import { type Aws, region } from './aws.ts';

/** Messages as the log driver of a task writes them; each with its time, or now. */
export async function writeLog(
  { endpoint }: Aws,
  { group: logGroupName, stream: logStreamName }: { readonly group: string; readonly stream: string },
  messages: readonly (string | { readonly at: Date; readonly message: string })[],
): Promise<void> {
  const credentials = { accessKeyId: 'testing-key', secretAccessKey: 'testing-secret' };
  const client = new CloudWatchLogsClient({ region, endpoint, credentials });
  const unlessThere = (error: unknown): void => {
    if (!(error instanceof ResourceAlreadyExistsException)) throw error;
  };
  await client.send(new CreateLogGroupCommand({ logGroupName })).catch(unlessThere);
  await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName })).catch(unlessThere);
  const logEvents = messages.map((each) =>
    typeof each === 'string'
      ? { timestamp: Date.now(), message: each }
      : { timestamp: each.at.getTime(), message: each.message },
  );
  await client.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
}
