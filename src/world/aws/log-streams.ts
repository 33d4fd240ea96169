import type { AwsAccess } from './access.ts';
import { AwsError, askAws, awsFailure } from './ask.ts';

/** Where a container writes its log: streams of a log group in Amazon CloudWatch, one per task. */
export interface LogStreams {
  readonly group: string;
  readonly region: string;
  /** The prefix of the names of its streams: `web/web/`. */
  readonly prefix: string;
}

export interface LogReading {
  readonly since: Date;
  readonly onLine: (line: string) => void;
}

/** Line by line, the oldest first, page after page, without keeping any. Rejects with a SystemFailure if it cannot be read. */
export async function readLogStreams(
  access: AwsAccess,
  { group, region, prefix }: LogStreams,
  { since, onLine }: LogReading,
): Promise<void> {
  const sdk = await import('../clients/cloudwatch-logs.ts');
  const client = new sdk.CloudWatchLogsClient({ ...access.clientSettings, region });
  let nextToken: string | undefined;
  do {
    const asked = new sdk.FilterLogEventsCommand({
      logGroupName: group,
      logStreamNamePrefix: prefix,
      startTime: since.getTime(),
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    try {
      const page = await askAws(access, (options) => client.send(asked, options));
      for (const { message = '' } of page.events ?? [])
        for (const line of message.replace(/\r?\n$/, '').split(/\r?\n/)) onLine(line);
      nextToken = page.nextToken;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw awsFailure(
        `The log group "${group}" in ${region} could not be read`,
        error,
        'It is not known what the server has logged.',
      );
    }
  } while (nextToken !== undefined);
}
