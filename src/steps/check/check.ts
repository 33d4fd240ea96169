import type { Project } from '../../config/project.ts';
import { decideCheck } from '../../core/decisions/check.ts';
import { otherParts } from '../../core/decisions/parts.ts';
import { recordedAs } from '../../core/history/disposable-marks.ts';
import { traceOf } from '../../core/history/migration-trace.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { markedProduction } from '../backup/unmarked-production.ts';
import { identitiesOf } from '../environment/open-data.ts';
import { hopStep, isAct } from '../hop/hop-step.ts';
import { refuseLostRecords, warnOfLostRecords } from '../hop/lost-records.ts';
import type { StepInput } from '../hop/step-input.ts';

/** A hop's first step: may it start, or go on, on production? */
export function check(opened: Project, input: StepInput): Promise<CommandResult> {
  return hopStep(opened, { ...input, command: 'check' }, 'production', async (context) => {
    const situation = await context.situation();
    const decision = decideCheck(situation);
    if (!isAct(decision)) return decision;
    const { project, live, hop } = context;
    // A hop that is half done is finished: the way out of it must not depend on old backups.
    if (decision.start === 'fresh') await refuseLostRecords(project);
    else await warnOfLostRecords(project);
    // A hop that is half done may have changed them already.
    const other =
      decision.start === 'fresh' ? otherParts(hop, await live.observeParts(project.effects.signal)) : undefined;
    if (other !== undefined) return other;
    // A hop that is half done is finished whatever production bears: it needs no backup any more.
    const data = decision.start === 'fresh' ? await identitiesOf(live.data(), project.effects.signal) : undefined;
    const marked = data && (await markedProduction(project, data));
    if (marked !== undefined) return marked;
    const { version, migrations } = situation.observation;
    await context.record({
      type: 'checked',
      version: version.kind === 'known' ? version.value : 'does not answer',
      ...traceOf(migrations),
      ...(data === undefined ? {} : { data: data.map(([{ name }, now]) => recordedAs(name, now)) }),
    });
    return { kind: 'done', headline: decision.because, outputs: { start: decision.start } };
  });
}
