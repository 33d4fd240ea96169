import type { Project } from '../config/project.ts';
import { valueAt } from '../config/subject.ts';
import { UserError } from '../core/messages/errors.ts';
import { hopSequence, type JobName } from '../core/model/sequence.ts';
import { readsLogs } from '../init/render/reads-logs.ts';
import { placesOf } from '../steps/hop/needs.ts';
import { declaredBy } from '../steps/hop-steps.ts';
import { templates } from '../world/secrets/plain-variables.ts';
import { variableNames } from '../world/variables.ts';

/** A step that cannot notify anybody, or finds no log, says so and goes on. */
const stopsNothing = /^notify$|\.hooks\.(logs|on-failure)$/;

/**
 * One process does the work of several jobs. A variable that only a later one uses is missed here, before anything is
 * done, and not when production was backed up and staging emptied.
 * @throws UserError that names all of them at once
 */
export function refuseUnsetVariables({ document, traits, effects }: Project, jobs: readonly JobName[]): void {
  const steps = hopSequence(traits).filter(({ job }) => jobs.includes(job));
  const places = steps.flatMap((step) => placesOf(declaredBy(step).needs, step.environment, readsLogs(document)));
  const used = new Map<string, Set<string>>();
  for (const place of new Set(places.filter((each) => !stopsNothing.test(each)))) {
    const path = place.split('.');
    for (const template of templates(valueAt(document, path), path)) {
      for (const name of variableNames(template.text)) {
        if (effects.environment[name]) continue;
        used.set(name, (used.get(name) ?? new Set()).add(template.path.join('.')));
      }
    }
  }
  if (used.size === 0) return;
  const named = [...used].map(([name, at]) => `${name} (${[...at].join(', ')})`).toSorted();
  throw new UserError({
    happened: `${used.size === 1 ? 'An environment variable is' : `${used.size} environment variables are`} not set: ${named.join('; ')}.`,
    means: 'A later step would stop without it. Nothing was done.',
    next: `Set ${used.size === 1 ? 'it' : 'them'} in this terminal, then run the command again.`,
  });
}
