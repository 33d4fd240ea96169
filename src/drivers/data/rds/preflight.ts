import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import type { PreflightRequest } from '../data-store.ts';
import { copyTag, replacedTag } from './mark.ts';
import { copyName, replacedName } from './names.ts';
import type { Place } from './place.ts';
import { deadState } from './subject.ts';

/** What would make a snapshot, or a copy in its place, fail. */
export async function preflight(place: Place, request: PreflightRequest): Promise<readonly Finding[]> {
  const { id, subject, database } = place;
  const { use, subject: title, signal } = request;
  const found = await place.found(signal);
  const dead = deadState(found);
  const findings: Finding[] = [];
  if (dead !== undefined)
    findings.push(
      problem(title, {
        happened: `Of the ${subject.noun} "${id}", ${dead}.`,
        means: use === 'backup' ? 'No snapshot can be taken of it.' : 'A copy like it would not become available.',
        next: 'Correct that first: aws rds describe-events --duration 60 says more.',
      }),
    );
  if (use === 'restore' && found.isProtected)
    findings.push(
      problem(title, {
        happened: `The ${subject.noun} "${id}" is protected against deletion.`,
        means: 'A restore puts a copy in its place and deletes it.',
        next: 'Switch "deletion protection" off there, if it is staging and nothing else.',
      }),
    );
  if (use === 'restore')
    for (const [name, tag] of [
      [copyName(id), copyTag],
      [replacedName(id), replacedTag],
    ] as const) {
      const other = await subject.find(name, signal);
      if (other !== undefined && other.tags[tag] === undefined)
        findings.push(
          problem(title, {
            happened: `There is a ${subject.noun} "${other.id}" that this tool did not make.`,
            means: 'A restore needs that name while the two are exchanged.',
            next: 'Rename it or delete it.',
          }),
        );
    }
  try {
    await database.identity(signal);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    findings.push(problem(title, error.detail));
  }
  const which = `The ${subject.noun} "${id}" (${found.engine} ${found.engineVersion}) is ${found.status}`;
  return findings.length > 0 ? findings : [fine(title, `${which}, and its database answers.`)];
}
