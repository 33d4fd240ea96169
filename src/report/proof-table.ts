import { rehearsedMigrations } from '../core/decisions/expected.ts';
import { after, inEnvironment, isOf, latest } from '../core/history/entries.ts';
import type { Situation } from '../core/history/situation.ts';
import { bytesText, countText, downtimeText, roughText } from '../core/messages/quantities.ts';
import { countsText } from '../core/model/contents.ts';
import type { Entry, EntryOf, EventType } from '../core/model/event.ts';
import { type Document, type Line, table } from './document.ts';
import { stageReturn } from './stage-words.ts';

/** The result of one part of a hop. */
type Result =
  | { readonly kind: 'done'; readonly detail: string; readonly milliseconds?: number }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'open' }
  /** The product has no such part. */
  | { readonly kind: 'none'; readonly detail: string };

interface Row {
  readonly what: string;
  readonly staging: Result;
  readonly production: Result;
}

const open: Result = { kind: 'open' };

type Proved = Pick<Situation, 'hop' | 'traits' | 'record' | 'rehearsal' | 'promotion'>;

/** What was done of a hop and how long it took: on staging, and on production once something was done there. */
export function proofTable(situation: Proved): Document {
  const { record, rehearsal, promotion } = situation;
  const hasStarted =
    promotion.restorePoint !== undefined || promotion.deployStarted || promotion.completed !== undefined;
  if (rehearsal.kind === 'none' && record.rehearsedOn === undefined && !hasStarted) return [];
  const head = ['step', 'rehearsed on staging', 'took', ...(hasStarted ? ['production', 'took'] : [])];
  return table(
    head,
    rowsOf(situation).map(({ what, staging, production }) => [
      { strong: what },
      ...cells(staging),
      ...(hasStarted ? cells(production) : []),
    ]),
  );
}

function cells(result: Result): readonly Line[] {
  switch (result.kind) {
    case 'done':
      return [`✔ ${result.detail}`, result.milliseconds === undefined ? '' : roughText(result.milliseconds)];
    case 'failed':
      return [`✘ ${result.detail}`, ''];
    case 'open':
      return ['not yet', ''];
    case 'none':
      return [`– ${result.detail}`, ''];
  }
}

function rowsOf(situation: Proved): readonly Row[] {
  const { hop, traits, record, promotion } = situation;
  const staging = sinceRestore(inEnvironment(record.entries, 'staging'));
  const production = sinceRollback(inEnvironment(record.entries, 'production'));
  const point = promotion.restorePoint?.event;
  const taken = record.rehearsedOn?.event;
  const kept = traits.deferrable ? ', migrations deferred' : '';
  const upgrade = (here: readonly Entry[]): Result => {
    const deployed = here.find((entry): entry is EntryOf<'deployed'> => isOf(entry, 'deployed') && isTo(entry));
    if (deployed === undefined) return failure(here, ['deploy']) ?? open;
    const { milliseconds, downtimeMilliseconds: down } = deployed.event;
    const unproved = deployed.event.unproved === undefined ? '' : ' (not proved)';
    const serving = down === undefined ? '' : `, not serving for ${downtimeText(down)}`;
    return { kind: 'done', detail: `${hop.to} serves${kept}${unproved}${serving}`, milliseconds };
  };
  const ofData: readonly Row[] = [
    {
      what: 'Backup',
      staging:
        taken === undefined
          ? open
          : { kind: 'done', detail: `of production, ${bytesText(taken.bytes)}`, milliseconds: taken.milliseconds },
      production:
        point === undefined
          ? open
          : { kind: 'done', detail: `restore point, ${bytesText(point.bytes)}`, milliseconds: point.milliseconds },
    },
    { what: 'Restore compared', staging: restored(staging), production: pointProved(situation) },
  ];
  const ofReleases: readonly Row[] = [
    {
      what: 'Way back',
      staging: traits.deferrable ? wayBack(situation, staging) : onlyRestore,
      production: traits.deferrable ? { kind: 'none', detail: 'not needed' } : onlyRestore,
    },
    {
      what: 'Migrations',
      staging: migrations(staging, rehearsedMigrations(record)),
      production: migrations(production, undefined),
    },
  ];
  const rows: readonly Row[] = [
    ...(traits.dataless ? [] : ofData),
    { what: 'Upgrade', staging: upgrade(staging), production: upgrade(production) },
    ...(traits.stages === undefined ? ofReleases : [ofStage(situation)]),
    { what: 'Tests', staging: tests(staging), production: tests(production) },
  ];
  return traits.waiver === undefined ? rows : rows.map((row) => ({ ...row, staging: notRehearsed }));
}

const notRehearsed: Result = { kind: 'none', detail: 'waived' };

function ofStage(situation: Proved): Row {
  const back = stageReturn(situation);
  const detail = back === 'by-its-own' ? 'as the stage says' : back === 'none' ? 'none' : 'only by restoring';
  return { what: 'Way back', staging: { kind: 'none', detail: 'not rehearsed' }, production: { kind: 'none', detail } };
}

const onlyRestore: Result = { kind: 'none', detail: 'only by a restore: migrations run with the deploy' };

function restored(here: readonly Entry[]): Result {
  const carried = latest(here, 'carried-over');
  if (carried !== undefined) return { kind: 'done', detail: `continued after hop ${carried.event.after}` };
  const restore = latest(here, 'restored');
  if (restore === undefined) return failure(here, ['restore']) ?? open;
  const { proved, milliseconds } = restore.event;
  const counts = countsText(restore.event);
  if (!proved) return { kind: 'failed', detail: `not equal to the backup (${counts})` };
  const scrubbed = latest(here, 'scrubbed');
  const scrub = scrubbed === undefined ? '' : scrubbed.event.waived ? '; not scrubbed, as configured' : '; scrubbed';
  return {
    kind: 'done',
    detail: `equal: ${counts}${scrub}`,
    milliseconds: milliseconds + (scrubbed?.event.milliseconds ?? 0),
  };
}

function pointProved({ record, promotion, traits }: Proved): Result {
  if (!traits.proveRestorePoint) return { kind: 'none', detail: 'not asked for' };
  const proof = latest(record.entries, 'point-proved');
  if (!promotion.pointProved || proof === undefined) return open;
  return { kind: 'done', detail: `equal: ${countsText(proof.event)}`, milliseconds: proof.event.milliseconds };
}

function wayBack({ hop }: Proved, here: readonly Entry[]): Result {
  const back = latest(here, 'rolled-back');
  if (back === undefined) return failure(here, ['rollback']) ?? open;
  return { kind: 'done', detail: `${hop.from} again, over ${hop.to}`, milliseconds: back.event.milliseconds };
}

function migrations(here: readonly Entry[], took: number | undefined): Result {
  const waited = latest(here, 'waited');
  const failed = failure(here, ['migrate', 'wait']);
  if (failed !== undefined || waited === undefined) return failed ?? open;
  const own = latest(here, 'migrated')?.event.milliseconds ?? waited.event.milliseconds;
  return { kind: 'done', detail: 'complete', milliseconds: took ?? own };
}

function tests(here: readonly Entry[]): Result {
  const failed = failure(here, ['smoke']);
  if (failed !== undefined) return failed;
  const passed = here.filter((entry): entry is EntryOf<'smoke-tested'> => isOf(entry, 'smoke-tested'));
  const last = passed.at(-1);
  if (last === undefined) return open;
  const { event } = last;
  const times = passed.length === 1 ? '' : `, ${passed.length} times`;
  return {
    kind: 'done',
    detail: `${countText(event.tests.length, 'test')} passed${times}`,
    milliseconds: passed.reduce((sum, entry) => sum + entry.event.milliseconds, 0),
  };
}

/** How a step ended, if none of its kind has succeeded since. */
function failure(here: readonly Entry[], commands: readonly string[]): Result | undefined {
  const ended = here.findLast((entry): entry is EntryOf<'ended'> => isOf(entry, 'ended'));
  if (ended === undefined || !commands.includes(ended.event.command) || ended.event.outcome === 'waiting')
    return undefined;
  return after(here, ended).some(({ event }) => done.has(event.type))
    ? undefined
    : { kind: 'failed', detail: ended.event.outcome };
}

const done: ReadonlySet<EventType | 'not-understood'> = new Set([
  'restored',
  'deployed',
  'rolled-back',
  'waited',
  'migrated',
  'smoke-tested',
]);

function isTo(entry: EntryOf<'deployed'>): boolean {
  return entry.event.release === 'to';
}

/** With the restore itself; nothing else is known if none has succeeded. */
function sinceRestore(here: readonly Entry[]): readonly Entry[] {
  const start = here.findLast(
    (entry) => isOf(entry, 'restored') || isOf(entry, 'carried-over') || isOf(entry, 'staging-taken'),
  );
  return start === undefined ? here : [start, ...after(here, start)];
}

function sinceRollback(here: readonly Entry[]): readonly Entry[] {
  const back = latest(here, 'rolled-back');
  return back === undefined ? here : after(here, back);
}
