import { SystemFailure } from '../../core/messages/errors.ts';
import { type Artifact, firstNotRehearsed } from '../../core/model/artifacts.ts';
import type { DeployRequest } from './deployer.ts';

/** @throws SystemFailure if an image is not the one that the rehearsal has deployed */
export function refuseOther(artifacts: readonly Artifact[], { rehearsed }: Pick<DeployRequest, 'rehearsed'>): void {
  if (rehearsed === undefined) return;
  const other = firstNotRehearsed(artifacts, rehearsed);
  if (other === undefined) return;
  const { name, digests } = other.artifact;
  throw new SystemFailure({
    happened:
      other.rehearsed === undefined
        ? `The image "${name}" (${digests[0] ?? 'no digest'}) was not put in place in the rehearsal.`
        : `The image "${name}" is ${digests[0] ?? 'unknown'} now, and was ${other.rehearsed.digests[0] ?? 'unknown'} when it was rehearsed.`,
    means: 'What was approved is not what would be deployed. Nothing was stopped.',
    next: 'Find out why it differs: a tag may have been moved. To promote what is there now, rehearse the hop again.',
  });
}
