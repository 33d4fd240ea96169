import { migrationProgress } from '../../core/decisions/wait.ts';
import { durationText } from '../../core/messages/quantities.ts';
import type { Observation } from '../../core/model/observation.ts';
import type { HopStepContext } from '../hop/hop-step.ts';

/** @param forecast how long it takes judging by the rehearsal; undefined if unknown */
export function showProgress(
  { project, hop, environment }: HopStepContext,
  { migrations, version }: Observation,
  forecast: string | undefined,
): void {
  const { log } = project.effects;
  const time = forecast === undefined ? '' : `: ${forecast}`;
  if (migrations.kind === 'running') {
    const note = migrations.note === undefined ? '' : `. ${migrations.note}`;
    const far = migrationProgress(migrations.progress);
    log.progress({ text: `${hop.to} on ${environment} runs the migration ${migrations.current}${far}${time}${note}` });
  } else {
    const seen =
      version.kind === 'known' ? `${version.value} answers, its migrations: ${migrations.kind}` : version.reason;
    log.progress({ text: `Waiting for ${hop.to} on ${environment} (${seen})${time}` });
  }
}

/** @param milliseconds until a first start is useful */
export function showEarly({ project, hop, environment }: HopStepContext, milliseconds: number): void {
  const text = `Starting the migrations of ${hop.to} on ${environment} in ${durationText(milliseconds)}: until then the release before counts as running, and they would wait for longer`;
  project.effects.log.progress({ text });
}
