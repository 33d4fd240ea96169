import assert from 'node:assert/strict';
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { startGitHub } from '../support/github-api/server.ts';
import type { Invocation } from '../support/invocation.ts';
import { type Changes, sampleSystem } from './sample-system.ts';

const shown = z.object({
  findings: z.array(
    z.object({
      kind: z.enum(['ok', 'problem', 'warning', 'cannot-tell']),
      subject: z.string(),
      happened: z.string(),
      means: z.string(),
      next: z.string(),
    }),
  ),
});

/** Findings of one kind as lines `subject: what happened`. */
function linesOf(result: CommandResult, ...kinds: readonly string[]): string[] {
  return shown
    .parse(result.json)
    .findings.filter(({ kind }) => kinds.includes(kind))
    .map(({ subject, happened }) => `${subject}: ${happened}`);
}

const done = { acknowledge: ['readers-of-place'] };

test('preflight', async (t) => {
  const system = await sampleSystem(t);
  for (const name of ['deploy.mjs', 'stop.mjs']) await writeFile(join(system.folder, name), '');
  const look = (changes: Changes = {}, asked: Partial<Invocation> = {}): Promise<CommandResult> =>
    system.ask({ command: 'preflight', ...done, ...asked }, changes);

  await t.test('says what comes first: that staging is marked as disposable', async () => {
    const unmarked = await look();
    assert.equal(unmarked.outcome, 'failed');
    assert.match(
      linesOf(unmarked, 'problem').join('\n'),
      /^staging is not production: The database of staging .* is not marked as disposable\.$/,
    );
    const confirm = join(await realpath(system.staging.folder), 'records.sqlite');
    assert.equal((await system.ask({ command: 'mark-disposable', confirm })).outcome, 'passed');
  });

  await t.test('passes on a system that is ready, and reports what it saw', async () => {
    const result = await look();
    assert.deepEqual(linesOf(result, 'problem', 'cannot-tell'), []);
    assert.equal(result.outcome, 'passed');
    const seen = linesOf(result, 'ok').join('\n');
    assert.match(seen, /production: It runs Sample records server 1\.0\.2\./);
    assert.match(seen, /the path: 1\.0\.2 → 1\.1\.4 → 1\.2\.1 → 1\.3\.1 → 2\.0\.1 → 2\.1\.3, in 5 hops/);
    assert.match(seen, /staging: It runs Sample records server 1\.0\.2, and takes the credentials of the probes\./);
    assert.match(seen, /the lease: Nobody holds it/);
    assert.match(seen, /staging is not production: The database of staging is not production's/);
    assert.match(seen, /room for backups: A backup takes up to .* are free in folder /);
    assert.match(seen, /the journal: Entry \d+ was written to folder /);
    assert.match(result.text, /^warning {6}gate production: .*\n {13}In this terminal/m);
    assert.match((await system.ask({ command: 'log' })).text, /preflight: 0 problems, 2 warnings/);
  });

  await t.test('names a missing folder once, however many checks fail because of it', async () => {
    const data = { sqlite: { file: '${STAGING_STATE}/missing/records.sqlite' } };
    const result = await look({ configuration: { 'environments.staging.data': data } });
    const named = linesOf(result, 'problem').filter((line) => line.includes('/missing'));
    assert.deepEqual(
      named.map((line) => line.split(':')[0]),
      ['the database of staging'],
    );
  });

  await t.test('names everything that is wrong at once, each with its fix', async () => {
    await mkdir(join(system.folder, 'hooks'), { recursive: true });
    const result = await look(
      {
        configuration: {
          'environments.staging.hooks.scrub': undefined,
          'environments.staging.data': { sqlite: { file: '${STAGING_STATE}/missing/records.sqlite' } },
          'environments.staging.deploy.command.stop': undefined,
          'environments.production.deploy.command.run': ['no-such-program', '{version}'],
          'environments.production.hooks': { 'before-deploy': { run: ['hooks/tell.sh', '{version}'] } },
          'gates.production': 'none',
        },
      },
      { acknowledge: ['reader-of-place'] },
    );
    assert.equal(result.outcome, 'failed');
    const problems = linesOf(result, 'problem').join('\n');
    assert.match(problems, /work by hand: "readers-of-place" is not acknowledged/);
    assert.match(problems, /the copy of live data: Nothing says how a restored copy is made harmless/);
    assert.match(problems, /the database of staging: The folder ".*missing" does not exist/);
    assert.match(
      problems,
      /the deploy of staging: The configuration does not say how the server on staging is stopped/,
    );
    assert.match(problems, /the deploy of production: The program "no-such-program", which .* starts, is not on this/);
    assert.match(problems, /the hooks of production: The program "hooks\/tell\.sh", which .* starts, is not on this/);
    const warnings = linesOf(result, 'warning').join('\n');
    assert.match(warnings, /gate production: gates.production is "none"/);
    assert.match(warnings, /"reader-of-place" was acknowledged, but .* Did you mean "readers-of-place"\?/);
    const { findings } = shown.parse(result.json);
    for (const { kind, means, next } of findings) assert.ok(kind === 'ok' || (means !== '' && next !== ''));
    assert.match(result.summary, /### To be corrected[\s\S]*### Worth a look[\s\S]*<summary>In order: \d+<\/summary>/);
    assert.match(result.message?.happened ?? '', /^Preflight: 6 problems/);
  });

  await t.test(
    'finds backups that could not be read: another identity than those of the recipients, or none',
    async () => {
      const [own, other] = [await generateIdentity(), await generateIdentity()];
      const recipients = [await identityToRecipient(other)];
      const problems = async (age: object, identity: string): Promise<string[]> => {
        const configuration = { 'backup.encryption': { age: { recipients, ...age } } };
        return linesOf(await look({ configuration, variables: { BACKUP_IDENTITY: identity } }), 'problem');
      };
      const identity = '${BACKUP_IDENTITY}';
      assert.deepEqual(await problems({ identity }, other), []);
      assert.deepEqual(await problems({ identity }, own), [
        `the encryption of backups: The public key of the identity of backup.encryption.age is ${await identityToRecipient(own)}, which is not among its recipients.`,
      ]);
      assert.match((await problems({}, own)).join('\n'), /Backups are encrypted, but .* names no identity/);
    },
  );

  await t.test('notices one database behind two names', async () => {
    const result = await look({ variables: { STAGING_STATE: system.production.folder } });
    assert.match(
      linesOf(result, 'problem').join('\n'),
      /staging is not production: The database of staging is production's/,
    );
  });

  await t.test('distinguishes a forgotten variable from the secrets of another job', async () => {
    const configuration = {
      'environments.production.deploy.command.env': { KEY: '${PRODUCTION_DEPLOY_KEY}', HOST: '${DEPLOY_HOST}' },
    };
    const forgotten = await look({ configuration });
    assert.deepEqual(linesOf(forgotten, 'problem'), [
      'variables: The environment variable DEPLOY_HOST, which environments.production.deploy.command.env.HOST uses, is not set.',
    ]);
    const pasted = await look({ configuration, variables: { DEPLOY_HOST: 'records.example\n' } });
    assert.deepEqual(linesOf(pasted, 'problem'), [
      'variables: The environment variable DEPLOY_HOST, which environments.production.deploy.command.env.HOST uses, ends with a line break.',
    ]);
    const elsewhere = await look({ configuration, variables: { PRODUCTION_DEPLOY_KEY: undefined } });
    assert.equal(elsewhere.outcome, 'unknown');
    assert.deepEqual(linesOf(elsewhere, 'problem', 'cannot-tell'), [
      'variables: environments.production.deploy was not checked: PRODUCTION_DEPLOY_KEY, DEPLOY_HOST are not set here.',
    ]);
  });

  await t.test('checks one environment if a job has no secrets of the other', async () => {
    await system.ask({ command: 'plan', ...done });
    const none = { PRODUCTION_URL: undefined, PRODUCTION_TOKEN: undefined, PRODUCTION_STATE: undefined };
    const staging = await look({ variables: none }, { environment: 'staging' });
    assert.equal(staging.outcome, 'passed');
    assert.match(linesOf(staging, 'warning').join('\n'), /environment production: It was not checked/);
    assert.match(linesOf(staging, 'ok').join('\n'), /the path: As last planned: 1\.0\.2 → 1\.1\.4,/);
    assert.match(linesOf(staging, 'ok').join('\n'), /the database of staging: .* can be replaced/);
    const both = await look({ variables: none });
    assert.equal(both.outcome, 'unknown');
    assert.match(linesOf(both, 'cannot-tell').join('\n'), /environments\.production\.data was not checked/);
    assert.deepEqual(linesOf(both, 'problem'), []);
  });

  await t.test('in the job of an environment, what only later jobs are given is not a problem', async () => {
    const env = { HOST: '${PRODUCTION_HOST}', KEY: '${PRODUCTION_DEPLOY_KEY}' };
    const configuration = {
      'environments.production.deploy.command.env': env,
      'environments.staging.deploy.command.env': { KEY: '${STAGING_DEPLOY_KEY}' },
      'environments.staging.server-settings': ['${STAGING_SETTINGS}'],
    };
    const inJob: Changes = { run: { kind: 'github', id: '7', attempt: 1, actor: 'engineer' }, configuration };
    const production = await look(inJob, { environment: 'production' });
    const variables = (result: CommandResult, ...kinds: readonly string[]): string[] =>
      linesOf(result, ...kinds).filter((line) => !/^(gate|environment) /.test(line));
    assert.match(
      variables(production, 'warning').join('\n'),
      /variables: environments\.production\.deploy was not checked: PRODUCTION_HOST is only in the jobs/,
    );
    assert.deepEqual(variables(production, 'problem'), []);
    const staging = await look(inJob, { environment: 'staging' });
    assert.match(
      variables(staging, 'cannot-tell').join('\n'),
      /variables: environments\.staging\.deploy was not checked: STAGING_DEPLOY_KEY is not set here/,
      'this job deploys',
    );
    assert.doesNotMatch(
      linesOf(staging, 'ok', 'warning', 'problem', 'cannot-tell').join('\n'),
      /^(gate|environment .* on GitHub)/m,
    );
  });

  await t.test('says when production may be changed', async () => {
    const windows = { 'time-zone': 'UTC', open: [{ days: ['sat'], from: '22:00', to: '23:00' }] };
    const result = await look({
      configuration: { windows },
      now: '2026-03-03T12:00:00Z',
      variables: { STAGED_UPGRADE_FREEZE: 'Audit week' },
    });
    const warnings = linesOf(result, 'warning').join('\n');
    assert.match(warnings, /the time for it: It is Tue 3 Mar 2026 12:00 .*outside the maintenance windows/);
    assert.match(warnings, /Promotion is frozen by the variable STAGED_UPGRADE_FREEZE: Audit week/);
    assert.equal(result.outcome, 'passed');
  });

  await t.test('reads how GitHub guards the gates', async () => {
    await using github = await startGitHub({
      repositories: [
        {
          name: 'acme/records',
          id: 1,
          isPrivate: true,
          protectedBranches: ['main'],
          environments: [
            { name: 'production', reviewers: ['mona'], branches: { names: ['main'] } },
            { name: 'production-read', branches: 'protected' },
            { name: 'staging' },
          ],
        },
      ],
      tokens: {
        job: {
          kind: 'installation',
          repositories: ['acme/records'],
          permissions: { actions: 'read', contents: 'read' },
        },
        bare: { kind: 'installation', repositories: ['acme/records'], permissions: { contents: 'write' } },
      },
    });
    const inJob = (token: string): Changes => ({
      run: { kind: 'github', id: '7', attempt: 1, actor: 'engineer' },
      token,
      variables: { GITHUB_REPOSITORY: 'acme/records', GITHUB_API_URL: github.url },
    });
    const result = await look(inJob('job'));
    assert.match(linesOf(result, 'ok').join('\n'), /gate production: mona approves before a hop goes to production/);
    assert.match(
      linesOf(result, 'problem').join('\n'),
      /gate finalize: The GitHub environment "production-finalize" does not exist/,
    );
    const warnings = linesOf(result, 'warning').join('\n');
    assert.match(warnings, /gate production: Administrators can bypass the reviewers/);
    assert.match(warnings, /environment staging on GitHub: .*allows workflows from any branch: it has no rule about/);
    assert.match(warnings, /environment production-finalize on GitHub: .*does not exist/);
    const fine = linesOf(result, 'ok').join('\n');
    assert.match(fine, /environment production on GitHub: It allows: main\./);
    assert.match(fine, /environment production-read on GitHub: It allows only protected branches\./);
    const blind = await look(inJob('bare'));
    assert.match(
      linesOf(blind, 'cannot-tell').join('\n'),
      /environment staging on GitHub: Which branches .* not be read/,
    );
    assert.match(linesOf(blind, 'cannot-tell').join('\n'), /gate production: The protection .* could not be read/);
  });

  await t.test('finds a journal that accepts no entry', async () => {
    await writeFile(join(system.folder, 'a-file'), '');
    const result = await look({ configuration: { 'journal.store': { folder: { path: 'a-file' } } } });
    assert.match(linesOf(result, 'problem').join('\n'), /the journal: .*a-file/);
    assert.match(linesOf(result, 'ok').join('\n'), /the database of staging: .* can be replaced/);
  });

  await t.test('finds production as it is', async (live) => {
    const missing = await look({}, { target: '9.9.9' });
    assert.match(linesOf(missing, 'problem').join('\n'), /the path: The target "9\.9\.9" is not among/);
    assert.doesNotMatch(missing.text, /work by hand/, 'nobody knows what a path asks for that was not found');

    await system.production.faults('health-flaps=1');
    assert.match(linesOf(await look(), 'problem').join('\n'), /production: It reports that it is not healthy/);
    await system.production.faults('');
    const token = await look({ variables: { PRODUCTION_TOKEN: 'wrong' } });
    assert.match(
      linesOf(token, 'cannot-tell').join('\n'),
      /production: It could not be determined whether migrations are unfinished/,
    );

    await system.production.stop();
    live.after(() => rm(join(system.production.folder, 'faults'), { force: true }));
    const silent = await look();
    assert.equal(silent.outcome, 'unknown');
    assert.match(linesOf(silent, 'cannot-tell').join('\n'), /production: It does not report its version/);

    await system.production.start('1.1.4', { SAMPLE_DEFER_MIGRATIONS: 'true' });
    assert.match(
      linesOf(await look(), 'problem').join('\n'),
      /production: A migration was not started: v1 split-labels/,
    );
  });
});
