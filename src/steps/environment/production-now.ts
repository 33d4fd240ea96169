import type { Project } from '../../config/project.ts';
import { type Situation, situationOf } from '../../core/history/situation.ts';
import type { Hop } from '../../core/model/hop.ts';
import { openLiveSystem } from './live-system.ts';

/** Where a hop is on production: what a person sees before being asked. Nothing is decided from this one look. */
export async function productionNow(project: Project, hop: Hop): Promise<Situation> {
  const { effects, configuration, traits, journal } = project;
  const entries = await journal.read();
  return situationOf({
    hop,
    traits,
    now: effects.clock.now(),
    observation: await openLiveSystem(project, 'production', entries).observe(effects.signal),
    entries,
    rehearsalMaxAge: configuration.rehearsal['max-age'],
  });
}
