import { diagnosticsPrefix } from '../../report/diagnostics-report.ts';
import type { StepParts } from './job.ts';
import { uploadArtifact } from './pins.ts';

/**
 * Keeps the file that a step on production leaves if it failed, ended as unknown, or refused a rollback. Steps write it
 * only then, so it is enough to check that it exists.
 * @param name of the artifact, unique within the run
 */
export function keepDiagnostics(name: string): StepParts {
  return {
    id: 'diagnostics',
    name: 'Keep what vendor support will ask for',
    if: `always() && hashFiles('${diagnosticsPrefix}*.md') != ''`,
    timeoutMinutes: 10,
    uses: uploadArtifact,
    with: [
      ['name', name],
      ['path', `${diagnosticsPrefix}*.md`],
      ['if-no-files-found', 'ignore'],
    ],
  };
}
