import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makingOnce } from '../../../../src/drivers/data/rds/asking.ts';
import { AwsError } from '../../../../src/world/aws/ask.ts';
import type { RdsService } from '../../../../src/world/aws/rds.ts';

const purpose = { what: 'A snapshot could not be started', means: 'There is no backup.' };

function answering(code: string): Pick<RdsService, 'ask'> {
  return {
    ask: async () => {
      throw new AwsError(code, 'it was refused', { passes: false, cause: undefined });
    },
  };
}

test('if an earlier call whose answer was lost has created it, that is no error; any other refusal is', async () => {
  const call = async (): Promise<void> => undefined;
  await makingOnce(answering('DBClusterSnapshotAlreadyExistsFault'), purpose, call);
  await makingOnce(answering('DBSnapshotAlreadyExists'), purpose, call);
  await assert.rejects(() => makingOnce(answering('SnapshotQuotaExceeded'), purpose, call), /backup\.keep/);
});
