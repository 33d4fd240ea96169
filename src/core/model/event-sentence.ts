import { bytesText, countText, downtimeText, durationText } from '../messages/quantities.ts';
import { validationText } from '../messages/validation.ts';
import { countsText } from './contents.ts';
import { deployPlaceText } from './deploy-place.ts';
import type { Entry, EntryOf, JournalEvent, RunIdentity } from './event.ts';

/**
 * An event in a few words, for a log or the subject of a commit: `deployed 1.0.2--1.1.4 on staging …`.
 * @param show how a time in it is written; as it is recorded, where that is what is shown
 */
export function eventSentence(event: Entry['event'], show: (time: string) => string = asRecorded): string {
  return printable(sentence(event, show));
}

function asRecorded(time: string): string {
  return time;
}

/** `github 4711/2` is the second attempt of workflow run 4711. */
export function runName(run: RunIdentity): string {
  return printable(`${run.kind} ${run.id}${run.attempt === 1 ? '' : `/${run.attempt}`}`);
}

/**
 * Anyone who can write to the journal chooses its texts; none of them may move the cursor of a terminal or start a new
 * line. Format characters can reverse the order of what is shown, so they are removed too.
 */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '\u{FFFD}')
    .trim();
}

function sentence(event: Entry['event'], show: (time: string) => string): string {
  if (event.type === 'not-understood') {
    return `${event.name} (written by a newer version) ${JSON.stringify(event.content)}`;
  }
  if (event.type === 'planned')
    return `planned ${event.current} → ${event.target} in ${countText(event.hops.length, 'hop')}`;
  if (event.type === 'preflighted') {
    const { problems, warnings, unknown } = event;
    return `preflight: ${countText(problems, 'problem')}, ${countText(warnings, 'warning')}, ${unknown} could not be checked`;
  }
  if (event.type === 'at-target')
    return `production was seen to run ${event.version}, the target of ring ${event.ring}`;
  if (event.type === 'disposable-marked') return `marked ${event.data} as disposable: ${event.name} (${event.mark})`;
  if (event.type === 'backups-removed') return `removed old backups: ${event.backups.join(', ')}`;
  if (event.type === 'production-found-marked')
    return `${event.data} of production was found to be marked as disposable (${event.mark})`;
  if (event.type === 'production-place-seen')
    return `production was seen at ${deployPlaceText(event.place)} (${event.place.kind})`;
  if (!('hop' in event)) return leaseSentence(event, show);
  const place = 'environment' in event ? ` on ${event.environment}` : '';
  const took = 'milliseconds' in event ? ` in ${durationText(event.milliseconds)}` : '';
  const more = detail(event, show);
  return `${nameOf(event)} ${event.hop.id}${place}${took}${more === '' ? '' : `: ${more}`}`;
}

/** The same where hop, place and time stand beside it, as in a table: `deployed: 1.1.4, migrations deferred`. */
export function eventWords(event: OfHop, show: (time: string) => string): string {
  const more = detail(event, show);
  return printable(more === '' ? nameOf(event) : `${nameOf(event)}: ${more}`);
}

function nameOf(event: OfHop): string {
  return event.type === 'ended' ? `${event.command} ${event.outcome}` : event.type.replaceAll('-', ' ');
}

type OfHop = Extract<JournalEvent, { readonly hop: unknown }>;

function detail(event: OfHop, show: (time: string) => string): string {
  switch (event.type) {
    case 'checked':
      return event.version;
    case 'backed-up':
      return `${event.purpose} ${event.backup}, ${bytesText(event.bytes)}, data of ${show(event.dataAt)}`;
    case 'restored':
      return `${event.backup}, ${event.proved ? 'proved equal' : 'not proved'} (${countsText(event)})`;
    case 'scrubbed':
      return event.waived ? 'waived' : '';
    case 'baseline-taken':
      return `${event.version}, ${countText(event.measures.length, 'measure')}`;
    case 'deploying':
      return `${event.version}${event.deferred ? ', migrations deferred' : ''}`;
    case 'deployed': {
      const down = downText(event);
      const deferred = event.deferred ? ', migrations deferred' : '';
      const unproved = event.unproved === undefined ? '' : ` (not proved: ${event.unproved})`;
      return `${event.version}${deferred}${unproved}${down}`;
    }
    case 'smoke-tested': {
      const validated = validationText(event.validatedMilliseconds, event.rounds);
      const tests = `${event.version}, ${countText(event.tests.length, 'test')}${event.assumed === true ? '' : `, migrations ${event.migrations}`}`;
      return validated === '' ? tests : `${tests}, ${validated}`;
    }
    case 'adopted':
      return `${event.version}, "${event.reason}"`;
    case 'rolling-back':
      return `to ${event.to}${event.reason === undefined ? '' : `, "${event.reason}"`}`;
    case 'rolled-back':
      return event.accepted === undefined
        ? `to ${event.to}${event.tests === undefined ? '' : `, ${countText(event.tests.length, 'test')}`}${downText(event)}`
        : `to ${event.to}${downText(event)}, tests not passed and accepted: "${event.accepted.reason}"`;
    case 'point-proved':
      return `${event.backup} (${countsText(event)})`;
    case 'carried-over':
      return `from ${event.after}, on ${event.backup}`;
    case 'restoring':
      return event.backup;
    case 'rehearsed':
      return event.backup ?? 'without data';
    case 'rehearsal-waived':
      return `"${event.because}"`;
    case 'approved':
      return `by ${event.by} (${event.gate})${event.comment === undefined ? '' : `, "${event.comment}"`}${event.note === undefined ? '' : `; ${event.note}`}`;
    case 'put-in-place':
      return event.version;
    case 'starting':
      return `${event.migration}${event.retry ? ', once more, as a person requested' : ''}`;
    case 'start-answered':
      return `${event.migration}: ${event.said}`;
    case 'not-deferred':
    case 'rehearsal-voided':
      return event.because;
    case 'ended':
      return event.message;
    case 'migrating':
    case 'migrated':
    case 'waited':
    case 'completed':
    case 'staging-taken':
      return '';
  }
}

/** `, down for 12.1 s (3 of 80 health checks failed)`; empty if no downtime was seen. */
function downText({
  downtimeMilliseconds: down,
  availability,
}: Pick<EntryOf<'deployed'>['event'], 'downtimeMilliseconds' | 'availability'>): string {
  if (down === undefined) return '';
  const { looks, failed } = availability ?? { looks: 0, failed: 0 };
  const counted = failed === 0 ? '' : ` (${failed} of ${looks} health checks failed)`;
  return `, down for ${downtimeText(down)}${counted}`;
}

function leaseSentence(
  event: Extract<JournalEvent, { readonly fence: number }>,
  show: (time: string) => string,
): string {
  const holder = `by ${event.owner}, number ${event.fence}`;
  switch (event.type) {
    case 'lease-taken':
      return `lease taken ${holder}, until ${show(event.expiresAt)}${event.preempted === undefined ? '' : `, from ${event.preempted}`}${event.reason === undefined ? '' : `, "${event.reason}"`}`;
    case 'lease-renewed':
      return `lease renewed ${holder}, until ${show(event.expiresAt)}`;
    case 'lease-released':
      return `lease released ${holder}`;
  }
}
