/** What is used of the official client; loaded only to read the log of a server on Amazon ECS. */
export { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
