import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileChange } from '../../core/model/file-change.ts';
import { diagnosticsPrefix } from '../../report/diagnostics-report.ts';
import { type FileKept, keepFile } from '../../world/github/contents.ts';
import { asking } from '../gate/gate-reader.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { patchOf } from './change-patch.ts';

type Kept = FileKept | { readonly kind: 'by-hand' } | { readonly kind: 'cannot-tell'; readonly reason: string };

/**
 * The user's files that a deploy has changed are in this job's checkout, and the next job has another one. So the change is
 * committed to the branch, or proposed, or left as a patch with the command that applies it. Each result is a sentence.
 */
export async function keepChanges(
  context: HopStepContext,
  version: string,
  changes: readonly FileChange[] = [],
): Promise<readonly string[]> {
  const results: string[] = [];
  for (const change of changes) results.push(await keepChange(context, version, change));
  return results;
}

async function keepChange(context: HopStepContext, version: string, change: FileChange): Promise<string> {
  const { project, hop } = context;
  const message = `Set ${change.path} to ${version}`;
  const kept = await keptBy(context, { change, message });
  const { log } = project.effects;
  switch (kept.kind) {
    case 'committed':
      return kept.commit === undefined
        ? `The branch has ${change.path} as it is now.`
        : `${change.path} was committed to the branch (${kept.commit.slice(0, 12)}).`;
    case 'proposed': {
      const text = `${change.path} could not be committed to the branch (${kept.because}), so it is proposed: merge ${kept.url} before the next hop, which is refused without it.`;
      log.warn(text);
      return text;
    }
    case 'by-hand':
      return `${change.path} was changed in this checkout. Commit it before another checkout continues: git commit -m "${message}" -- ${change.path}`;
    default: {
      const file = await savePatch(context, version, change);
      const how =
        file === undefined
          ? 'Make the same change to it that the log of this deploy shows'
          : `${file} is among the files that this job keeps: apply it at the root of the repository (git apply ${file})`;
      const text = `${change.path} is not in the repository yet: ${kept.reason}. ${how}, and commit it before the next hop, which is refused without it.`;
      log.warn(`Hop ${hop.id}: ${text}`);
      return text;
    }
  }
}

async function keptBy(
  { project, hop }: HopStepContext,
  { change, message }: { readonly change: FileChange; readonly message: string },
): Promise<Kept> {
  const { environment } = project.effects;
  // Outside of a workflow the checkout is a person's own, who commits as usual.
  if (environment.GITHUB_ACTIONS !== 'true') return { kind: 'by-hand' };
  const { GITHUB_REF_NAME: branch, GITHUB_REF_TYPE: type } = environment;
  if (type !== 'branch' || !branch) return { kind: 'cannot-tell', reason: 'the workflow does not run for a branch' };
  return await asking(project, (api, here, how) =>
    keepFile(
      api,
      {
        ...here,
        branch,
        proposal: `staged-upgrade/${project.configuration.system}/${hop.id.replaceAll(/[^\w.+-]+/g, '-')}`,
        message,
        description: `Hop ${hop.id} has deployed this. Without it, the next hop is refused, and a deploy of this branch would undo the hop.`,
        change,
      },
      how,
    ),
  );
}

/**
 * Writes it among the files that the job keeps as an artifact. A rehearsal deploys twice: each release has its own patch.
 * @returns undefined if it would not apply
 */
async function savePatch(
  { project, environment, hop }: HopStepContext,
  version: string,
  change: FileChange,
): Promise<string | undefined> {
  const { effects } = project;
  const patch = patchOf(change, effects.pen);
  if (patch === undefined) return undefined;
  const name = `${diagnosticsPrefix}${hop.id}-${environment}-${version === hop.to ? 'to' : 'from'}-changes.md`;
  const save = effects.saveFile ?? writeFile;
  await save(join(effects.startedIn ?? effects.directory, name), patch);
  return name;
}
