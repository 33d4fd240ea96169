import { renderFleetWorkflow } from './fleet-workflow.ts';
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

/** The three workflows, without anything of the user's in them yet; and the fleet's workflow if there are several systems. */
export function renderWorkflows(content: WorkflowContent): readonly RenderedFile[] {
  return [
    { path: upgradeFile, text: renderUpgradeWorkflow(content) },
    { path: '.github/workflows/hop.yml', text: renderHopWorkflow(content) },
    { path: '.github/workflows/rollback.yml', text: renderRollbackWorkflow(content) },
    ...(content.fleet === undefined
      ? []
      : [{ path: '.github/workflows/fleet.yml', text: renderFleetWorkflow(content) }]),
  ];
}
