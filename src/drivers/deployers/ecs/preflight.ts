import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import { partPlaceholders } from '../../../core/model/parts.ts';
import { awsAccess } from '../../../world/aws/access.ts';
import { requireAccount } from '../../../world/aws/account.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { filledVariables } from '../../../world/effects/user-command.ts';
import type { DeployPreflight } from '../deployer.ts';
import { imagesOf, openEcs } from './deploy.ts';
import { revisionFor } from './revision.ts';
import type { EcsSettings } from './settings.ts';

/** Checks whether the service exists, and each image of the path is available. */
export async function preflightEcs(
  settings: EcsSettings,
  context: PartContext,
  { hops, subject, signal }: DeployPreflight,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const keep = (error: unknown, prefix = ''): void => {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    findings.push(problem(subject, { ...error.detail, happened: `${prefix}${error.detail.happened}` }));
  };
  try {
    const access = awsAccess(settings, context, signal);
    await requireAccount(settings, access, context.where);
    const service = await openEcs(settings, context, access);
    const seen = await service.look();
    const current = await service.definition(seen.taskDefinition ?? '');
    const shown: string[] = [];
    for (const { from, to, parts } of hops) {
      for (const [version, own] of [[from, parts?.from] as const, [to, parts?.to] as const]) {
        const placeholders = { ...context.placeholders, ...partPlaceholders(own), version, from, to };
        const within = { ...context, placeholders };
        try {
          const images = await imagesOf(settings, within, access);
          const env = filledVariables(settings.env, within);
          revisionFor(current, { images, env, environment: {}, where: context.where });
          shown.push(...[...images.values()].map(({ asked }) => asked).filter((asked) => !shown.includes(asked)));
        } catch (error) {
          keep(error, `${version}: `);
        }
      }
    }
    const images = shown.length === 0 ? '' : `, and these images are to be had: ${shown.join(', ')}`;
    if (findings.length === 0) findings.push(fine(subject, `Amazon ECS has ${service.title}${images}.`));
  } catch (error) {
    keep(error);
  }
  return findings;
}
