import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { silentLog } from '../../../world/log.ts';
import type { DeployPreview, PreviewRequest } from '../deployer.ts';
import { configurationFile } from './configuration-file.ts';
import { openProgram, synthesize } from './program.ts';
import { refusalOf } from './refusal.ts';
import type { CdkSettings } from './settings.ts';
import { openStack } from './stack.ts';
import { changeText, stackChanges } from './template-changes.ts';

/** The application's template for the file as the state needs it, compared with what is deployed. The file is unchanged afterwards. */
export async function previewCdk(
  settings: CdkSettings,
  context: PartContext,
  { intended, signal }: PreviewRequest,
): Promise<DeployPreview> {
  const { effects, where, placeholders } = context;
  const access = awsAccess(settings, context, signal);
  const name = effects.variables.fill(settings.stack, `${where}.stack`, placeholders);
  const program = openProgram(settings, context, { environment: {}, access });
  const stack = openStack(access, name);
  const file = await configurationFile(settings, context, silentLog);
  await requireAccount(settings, access, where);
  const deployed = await stack.template();
  await file.putInPlace();
  try {
    const assembly = await synthesize(program, name, where);
    try {
      const changes = stackChanges(deployed, assembly.template);
      const refused = refusalOf(changes, { settings, intended, title: stack.title, where });
      return { changes: changes.map(changeText), ...(refused && { refused }) };
    } finally {
      await assembly.remove();
    }
  } finally {
    await file.restore();
  }
}
