import { partVariables } from '../config/part-variables.ts';
import type { Project } from '../config/project.ts';
import { valueAt } from '../config/subject.ts';
import { UserError } from '../core/messages/errors.ts';
import { hopSequence, type JobName } from '../core/model/sequence.ts';
import { readsLogs } from '../init/render/reads-logs.ts';
import { placesOf } from '../steps/hop/needs.ts';
import { declaredBy } from '../steps/hop-steps.ts';
import { faultText } from '../world/variables.ts';

/** A step that cannot notify anybody, or finds no log, says so and continues. */
const stopsNothing = /^notify$|\.hooks\.(logs|on-failure)$/;

/**
 * One process does the work of several jobs. A missing variable that only a later job uses is reported here, before anything
 * is done, instead of after production was backed up and staging emptied.
 * @throws UserError that names all of them at once
 */
export function refuseUnsetVariables({ document, traits, effects }: Project, jobs: readonly JobName[]): void {
  const steps = hopSequence(traits).filter(({ job }) => jobs.includes(job));
  const places = steps.flatMap((step) => placesOf(declaredBy(step).needs, step.environment, readsLogs(document)));
  const parts = places
    .filter((place) => !stopsNothing.test(place))
    .map((place) => [place, valueAt(document, place.split('.'))]);
  const unset = partVariables(Object.fromEntries(parts), effects.environment).flatMap(({ variables }) =>
    variables.filter(({ fault }) => fault !== undefined),
  );
  if (unset.length === 0) return;
  const named = [...Map.groupBy(unset, ({ name }) => name)].map(([name, uses]) => {
    const places = [...new Set(uses.flatMap((use) => use.places))].join(', ');
    return `${name}, which ${places} uses, ${faultText(uses[0]?.fault ?? 'unset')}`;
  });
  const one = named.length === 1;
  throw new UserError({
    happened: `${one ? 'An environment variable' : `${named.length} environment variables`} cannot be used: ${named.toSorted().join('; ')}.`,
    means: `A later step would stop without ${one ? 'it' : 'them'}, so nothing more was done.`,
    next: `Set ${one ? 'it' : 'them'} in this terminal, without a line break at the end, then run the command again.`,
  });
}
