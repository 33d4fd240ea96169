import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { awsAccess } from '../../../src/world/aws/access.ts';
import { askAws } from '../../../src/world/aws/ask.ts';
import { awsIdentity } from '../../../src/world/aws/identity.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import { serve } from '../../support/http-server.ts';

/* A session of an hour, and a wait that takes longer: the real client against a server that answers as AWS does. */

const identity = (session: string): string =>
  `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:sts::123456789012:assumed-role/records/${session}</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const assumed = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>second-key</AccessKeyId><SecretAccessKey>second-secret</SecretAccessKey><SessionToken>second-session</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
const expired =
  '<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>The security token included in the request is expired</Message></Error></ErrorResponse>';

interface Asked {
  readonly action: string;
  readonly key: string;
  readonly role: string;
}

/** @param hasEnded whether the first session has */
async function world(
  hasEnded: () => boolean,
  environment: Readonly<Record<string, string>>,
): Promise<
  {
    readonly access: ReturnType<typeof awsAccess>;
    readonly asked: readonly Asked[];
    readonly masked: readonly string[];
  } & AsyncDisposable
> {
  const asked: Asked[] = [];
  const masked: string[] = [];
  const server = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    if (request.url?.startsWith('/token')) {
      assert.equal(request.headers.authorization, 'bearer request-token');
      response.end(JSON.stringify({ value: 'vouched-for' }));
      return;
    }
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
    const key = /Credential=(?<key>[^/]+)\//.exec(request.headers.authorization ?? '')?.groups?.key ?? '';
    const action = form.get('Action') ?? '';
    asked.push({ action, key, role: form.get('RoleArn') ?? '' });
    response.setHeader('content-type', 'text/xml');
    if (action === 'AssumeRoleWithWebIdentity') {
      assert.equal(form.get('WebIdentityToken'), 'vouched-for');
      response.end(assumed);
      return;
    }
    if (key === 'first-key' && hasEnded()) response.writeHead(403).end(expired);
    else response.end(identity(key === 'second-key' ? 'staged-upgrade' : 'run'));
  });
  const effects = databaseEffects(
    {},
    {
      environment: {
        AWS_ACCESS_KEY_ID: 'first-key',
        AWS_SECRET_ACCESS_KEY: 'first-secret',
        AWS_SESSION_TOKEN: 'first-session',
        AWS_REGION: 'eu-central-1',
        AWS_ENDPOINT_URL: server.url,
        ...environment,
        ...(environment.ACTIONS_ID_TOKEN_REQUEST_URL && { ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api=1` }),
      },
    },
  );
  const context = {
    effects: { ...effects, mask: (value: string) => void masked.push(value) },
    where: 'deploy.cdk',
    placeholders: {},
  };
  return { access: awsAccess({}, context), asked, masked, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const github = { ACTIONS_ID_TOKEN_REQUEST_URL: 'here', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token' };

test('a session that expires during a wait is replaced by another one of the same role', async () => {
  let hasEnded = false;
  await using aws = await world(() => hasEnded, github);
  assert.match((await awsIdentity(aws.access)).arn, /assumed-role\/records\/run$/);
  // Beside that, it has asked which role this is, while the session could still say it.
  while (aws.asked.length < 2) await sleep(10);
  hasEnded = true;
  assert.match((await awsIdentity(aws.access)).arn, /assumed-role\/records\/staged-upgrade$/);
  const renewals = aws.asked.filter(({ action }) => action === 'AssumeRoleWithWebIdentity');
  assert.deepEqual(renewals, [
    { action: 'AssumeRoleWithWebIdentity', key: '', role: 'arn:aws:iam::123456789012:role/records' },
  ]);
  assert.deepEqual(aws.access.credentials?.renewed, {
    AWS_ACCESS_KEY_ID: 'second-key',
    AWS_SECRET_ACCESS_KEY: 'second-secret',
    AWS_SESSION_TOKEN: 'second-session',
  });
  for (const secret of ['second-secret', 'second-session', 'vouched-for']) assert.ok(aws.masked.includes(secret));
});

test('if the job has no OIDC identity, the message about an expired session says what to do', async () => {
  await using aws = await world(() => true, {});
  await assert.rejects(() => awsIdentity(aws.access), /ExpiredToken/);
  assert.equal(aws.asked.length, 1);
  await assert.rejects(
    () => askAws(aws.access, async () => assert.fail(Object.assign(new Error('x'), { name: 'no answer of AWS' }))),
    /x/,
  );
});
