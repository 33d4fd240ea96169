import { type CheckPassed, decideCheck } from '../../core/decisions/check.ts';
import { otherParts } from '../../core/decisions/parts.ts';
import { recordedAs } from '../../core/history/disposable-marks.ts';
import { latest } from '../../core/history/entries.ts';
import { traceOf } from '../../core/history/migration-trace.ts';
import { recordOf } from '../../core/history/record.ts';
import type { RecordedData } from '../../core/model/event.ts';
import { referenceTo } from '../../core/model/hop.ts';
import { markedProduction } from '../backup/unmarked-production.ts';
import { identitiesOf } from '../environment/open-data.ts';
import { settingProblems } from '../environment/server-settings.ts';
import { did, nothingElse, step } from '../frame/step.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { refuseLostRecords, warnOfLostRecords } from '../hop/lost-records.ts';
import { previewDeploy } from './deploy-preview.ts';

interface Checked {
  readonly start: CheckPassed['start'];
  readonly because: string;
  /** Undefined for a hop that is half done. */
  readonly data: readonly RecordedData[] | undefined;
  /** What the deploy would change, and on what. */
  readonly preview: readonly string[];
}

/** A hop's first step: may it start, or continue, on production? */
export const check = step({
  command: 'check',
  needs: { common: ['backup'], own: ['data', 'server-settings'], place: true },
  mindsRetry: true,
  open: () => ({ environment: 'production' }),
  gather: nothingElse,
  decide: ({ situation }) => decideCheck(situation),
  act: async (context, { start, because }) => {
    const { project, live, hop } = context;
    // A hop that is half done is finished whatever marks and stores production has by now: it needs no backup any more.
    if (start === 'resume') {
      await warnOfLostRecords(project, await project.journal.read());
      return did<Checked>({ start, because, data: undefined, preview: [] });
    }
    await refuseLostRecords(project);
    await warnOfSettings(project, hop);
    const other = otherParts(hop, await live.observeParts(project.effects.signal));
    if (other !== undefined) return other;
    const target = { from: hop.from, to: hop.to, version: hop.to };
    const { obstacle, details } = await live.outlook(target, project.effects.signal);
    if (obstacle !== undefined) return { kind: 'refuse', message: obstacle };
    for (const detail of details) project.effects.log.info(detail);
    const previewed = await previewDeploy(context);
    if (previewed.kind === 'refused') return previewed.settled;
    const found = await identitiesOf(live.data(), project.effects.signal);
    const marked = await markedProduction(project, found);
    const data = found.map(([{ name }, now]) => recordedAs(name, now));
    if (marked !== undefined) return marked;
    await recordWaiver({ project, hop });
    return did<Checked>({ start, because, data, preview: [...details, ...previewed.details] });
  },
  record: ({ data }, { situation: { observation } }) => ({
    type: 'checked',
    version: observation.version.kind === 'known' ? observation.version.value : 'does not answer',
    ...traceOf(observation.migrations),
    ...(data === undefined ? {} : { data }),
  }),
  report: ({ start, because, preview }) => ({ headline: because, details: preview, outputs: { start } }),
});

/** After the deploy it would be noticed too late. */
async function warnOfSettings(project: HopStepContext['project'], hop: HopStepContext['hop']): Promise<void> {
  const found = await settingProblems(project, {
    environment: 'production',
    hops: [hop],
    withoutVariables: 'say',
  });
  for (const { happened, means, next } of found) project.effects.log.warn(`${happened} ${means} ${next}`);
}

/** Once per hop: the confirmation of a dispatched gate must be the same in the run that asks and in the one that answers. */
async function recordWaiver({ project, hop }: Pick<HopStepContext, 'project' | 'hop'>): Promise<void> {
  const { waiver } = project.traits;
  if (waiver === undefined) return;
  const { entries } = recordOf(await project.journal.read(), hop);
  if (latest(entries, 'rehearsal-waived') !== undefined) return;
  await project.journal.append({ type: 'rehearsal-waived', hop: referenceTo(hop), because: waiver });
}
