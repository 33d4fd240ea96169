import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { type MotoBucket, moto, newMotoBucket } from '../support/moto.ts';
import { need } from '../support/tools.ts';
import { sampleClimbs } from './sample-climb.ts';
import { jobsOf, stepsOf } from './sample-run.ts';

const skip = need('act').skip || moto.skip;

/*
 * What `init` writes for GitHub-hosted runners: each job has a disk of its own, so everything passes from one to the next
 * through the bucket and the repository. A step logs in, as one by OIDC would, and backups are encrypted.
 */
describe('the workflows for hosted runners', { skip }, () => {
  const withSample = sampleClimbs();
  let stored: MotoBucket;
  let identity: string;
  test(
    'one hop, whose backups are encrypted in a bucket',
    withSample(
      async (sample) => {
        const climb = await sample.run({ target: '1.1' });
        assert.equal(climb.exitCode, 0, `${climb.shown}\n${climb.stderr}`);
        assert.deepEqual(jobsOf(climb), [
          'Plan: success',
          '1 of 1: Read production: success',
          '1 of 1: Rehearse on staging: success',
          '1 of 1: Promote to production: success',
          '1 of 1: Migrate production: success',
          'Report: success',
        ]);
        assert.equal((await sample.production.seen()).version, '1.1.4');
        assert.ok(
          stepsOf(climb, '1 of 1: Rehearse on staging').some((step) => /^Restore the backup.*: passed$/.test(step)),
        );

        const keys = await stored.objects.keys();
        const manifests = keys.filter((key) => /^sample\/[^/]+\/manifest\.json$/.test(key));
        assert.equal(manifests.length, 2, 'the rehearsal backup and the restore point');
        for (const key of keys.filter((each) => each.endsWith('.sqlite'))) {
          const content = await stored.objects.read(key);
          assert.ok(content.subarray(0, 22).equals(Buffer.from('age-encryption.org/v1\n')), `${key} can be read`);
        }
        assert.deepEqual(await sample.backups(), [], 'nothing is kept on the disk of a runner');
        for (const secret of [identity, 'moto-secret-access-key']) assert.ok(!climb.shown.includes(secret));
      },
      async () => {
        stored = await newMotoBucket();
        identity = await generateIdentity();
        return {
          ran: ['1.0.2'],
          records: 60,
          flags: ['--store', 's3', '--runner', 'ubuntu-24.04', '--encrypt-for', await identityToRecipient(identity)],
          configuration: (text) => text.replace('s3: { ', `s3: { endpoint: "${stored.address}", path-style: true, `),
          values: {
            variables: {
              BACKUP_BUCKET: stored.bucket,
              AWS_REGION: 'eu-central-1',
              AWS_ROLE: 'arn:aws:iam::1:role/upgrade',
            },
            secrets: { BACKUP_IDENTITY: identity },
            environment: { RUNNER_ENVIRONMENT: 'github-hosted', TEST_AWS_SECRET: 'moto-secret-access-key' },
          },
        };
      },
    ),
  );
});
