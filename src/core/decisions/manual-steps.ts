import { type Hop, isDoneByHand, type ManualStep } from '../model/hop.ts';
import { refuse, type Settled } from './decision.ts';

/** A hop with manual work does not start before a person says that it is done. */
export function blockedByManualSteps(hop: Hop): Settled | undefined {
  const open = hop.manual.filter((step) => !isDoneByHand(step));
  if (open.length === 0) return undefined;
  const ids = open.filter(({ files }) => files === undefined).map(({ id }) => `"${id}"`);
  const byFiles = open.length > ids.length ? howToChange(hop) : undefined;
  const byHand =
    ids.length === 0
      ? undefined
      : `Do it, then start a new run with ${ids.join(', ')} as its input "acknowledge", or add it to "acknowledge" in the configuration.`;
  return refuse(
    `Hop ${hop.id} needs a person first: ${open.map(stepText).join('; ')}.`,
    'Nothing was changed.',
    [byHand, byFiles].filter((part) => part !== undefined).join(' '),
  );
}

/** The files that deploy the newer release must contain what it requires; undefined if they do, or nobody can read them. */
export function blockedByFiles(hop: Hop): Settled | undefined {
  const open = hop.manual.filter((step) => !step.acknowledged && step.files?.kind === 'missing');
  const [first] = open;
  if (first === undefined) return undefined;
  return refuse(
    `${hop.to} requires a configuration that your files do not have: ${open.map(stepText).join('; ')}.`,
    'With the files as they are, it would not start, or would behave differently. Nothing was changed.',
    howToChange(hop),
  );
}

function stepText({ id, text, url, files }: ManualStep): string {
  const missing = files?.kind === 'missing' ? `: ${files.missing.join(' ')}` : '';
  return `${id} (${text}${url === undefined ? '' : ` ${url}`})${missing}`;
}

function howToChange({ id }: Hop): string {
  return `See the change with "staged-upgrade configure --hop ${id}", write it with --write, commit the files, then run again.`;
}
