import { z } from 'zod';

const calls = z.array(z.string().regex(/^[a-z0-9]+:[A-Z]\w+$/));

/** What was called in each environment of a resize, as tests have recorded it: `rds:DescribeDBClusters`. */
const recorded = z.strictObject({
  'production-read': calls,
  production: calls,
  /** Without credentials, by a job that has only a token. */
  trusted: calls,
});

const account = '123456789012';
const region = 'eu-central-1';
const rds = `arn:aws:rds:${region}:${account}`;
const snapshots = `${rds}:cluster-snapshot:staged-upgrade-*`;

/** AWS answers it to everybody. */
const free = 'sts:GetCallerIdentity';

/** What an action can be limited to. */
const limits: readonly { readonly of: RegExp; readonly to: readonly string[] }[] = [
  { of: /^rds:Describe/, to: ['*'] },
  { of: /^rds:CreateDBClusterSnapshot$/, to: [`${rds}:cluster:CLUSTER`, snapshots] },
  { of: /^rds:(?:AddTagsToResource|DeleteDBClusterSnapshot)$/, to: [snapshots] },
  { of: /^cloudformation:/, to: [`arn:aws:cloudformation:${region}:${account}:stack/MedplumProduction/*`] },
  { of: /^s3:ListBucket/, to: ['arn:aws:s3:::BACKUP_BUCKET'] },
  { of: /^s3:/, to: ['arn:aws:s3:::BACKUP_BUCKET/*'] },
  { of: /^sts:AssumeRole$/, to: [`arn:aws:iam::${account}:role/cdk-*`] },
];

/** What cannot be recorded without AWS: the tags of a snapshot are part of the call that makes it, and the CDK's roles are those of its bootstrap. */
const unrecorded = ['rds:AddTagsToResource', 'sts:AssumeRole'];
/** An upload in more than one part is completed with it; a test's manifest is too small for that. */
const ofLargeObjects = ['s3:AbortMultipartUpload'];

/**
 * The policies of docs/aws-rds.md.
 * @param json what test/support/aws/recorded-calls.ts has written
 */
export function awsPolicies(json: string): Readonly<Record<string, string>> {
  const { 'production-read': look, production, trusted } = recorded.parse(JSON.parse(json));
  const [assume, ...others] = trusted;
  if (assume === undefined || others.length > 0)
    throw new Error(`One call is made without credentials, not ${trusted}`);
  return {
    'policy-production-read': block(policy(look)),
    'policy-production': block(policy([...production, ...unrecorded, ...ofLargeObjects])),
    'trust-production-read': block(trust(assume, 'production-read')),
    'trust-production': block(trust(assume, 'production')),
  };
}

function policy(actions: readonly string[]): object {
  const needed = actions.filter((action) => action !== free).toSorted();
  const unknown = needed.find((action) => limitOf(action) === undefined);
  if (unknown !== undefined)
    throw new Error(`${unknown} was called: say in scripts/documents/aws-policies.ts what it can be limited to`);
  const statements = limits.flatMap((limit) => {
    const of = needed.filter((action) => limitOf(action) === limit);
    return of.length === 0 ? [] : [{ Effect: 'Allow', Action: oneOrMore(of), Resource: oneOrMore(limit.to) }];
  });
  return { Version: '2012-10-17', Statement: statements };
}

function limitOf(action: string): (typeof limits)[number] | undefined {
  return limits.find(({ of }) => of.test(action));
}

function trust(action: string, environment: string): object {
  const provider = 'token.actions.githubusercontent.com';
  const condition = {
    StringEquals: {
      [`${provider}:aud`]: 'sts.amazonaws.com',
      [`${provider}:sub`]: `repo:acme/records:environment:${environment}`,
    },
  };
  const principal = { Federated: `arn:aws:iam::${account}:oidc-provider/${provider}` };
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: action, Condition: condition }],
  };
}

function oneOrMore(all: readonly string[]): string | readonly string[] {
  const [first, ...others] = all;
  return first !== undefined && others.length === 0 ? first : all;
}

function block(document: object): string {
  return `\n\`\`\`json\n${JSON.stringify(document, undefined, 2)}\n\`\`\`\n`;
}
