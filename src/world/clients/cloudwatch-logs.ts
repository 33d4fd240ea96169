/** What is used of the official client; loaded only where the log of a server on Amazon ECS is read. */
export { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
