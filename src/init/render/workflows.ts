import { renderHopWorkflow } from './hop-workflow.ts';
import type { WorkflowContent } from './job.ts';
import { renderRollbackWorkflow } from './rollback-workflow.ts';
import { renderUpgradeWorkflow } from './upgrade-workflow.ts';

export const configurationFile = '.github/staged-upgrade.yml';
export const upgradeFile = '.github/workflows/upgrade.yml';

export interface RenderedFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly executable?: boolean;
}

/** The three workflows, with nothing of the user's in them yet. */
export function renderWorkflows(content: WorkflowContent): readonly RenderedFile[] {
  return [
    { path: upgradeFile, text: renderUpgradeWorkflow(content) },
    { path: '.github/workflows/hop.yml', text: renderHopWorkflow(content) },
    { path: '.github/workflows/rollback.yml', text: renderRollbackWorkflow(content) },
  ];
}
