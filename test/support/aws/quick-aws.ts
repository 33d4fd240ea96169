// In the place of AWS's own program, where a person or a deploy command starts it: `aws rds modify-db-cluster --name value --flag`.
import { setTimeout as sleep } from 'node:timers/promises';

const [service = '', command = '', ...args] = process.argv.slice(2);
const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => (word === 'db' ? 'DB' : `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`))
    .join('');
const parameters: Record<string, string> = Object.fromEntries(
  args.flatMap((word, index) => {
    if (!word.startsWith('--')) return [];
    const next = args[index + 1];
    return [[pascal(word.slice(2)), next === undefined || next.startsWith('--') ? 'true' : next]];
  }),
);
/** What is described until it is available, by what is waited for. */
const awaited: Readonly<Record<string, string>> = {
  'db-cluster-available': 'describe-db-clusters',
  'db-cluster-snapshot-available': 'describe-db-cluster-snapshots',
  'db-instance-available': 'describe-db-instances',
};

async function ask(asked: string): Promise<string> {
  const response = await fetch(process.env.AWS_ENDPOINT_URL ?? '', {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${process.env.AWS_ACCESS_KEY_ID}/20260101/${process.env.AWS_REGION}/${service}/aws4_request, SignedHeaders=, Signature=`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ Action: pascal(asked), Version: '2014-10-31', ...parameters }),
  });
  const text = await response.text();
  if (response.ok) return text;
  console.error(text);
  return process.exit(254);
}

if (command !== 'wait') {
  await ask(command);
} else {
  const describe = awaited[args[0] ?? ''] ?? '';
  while (!/Status>available</.test(await ask(describe))) await sleep(200);
}
