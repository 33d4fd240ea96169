import type { Ending, Launch, Launcher } from '../runs.ts';

/** A person types the name of the database that the configuration says is staging's. */
export function marksStaging(launcher: Launcher, launch: Launch): Promise<Ending> {
  const { name } = launcher.world.placeOfStaging.data;
  return launcher.command(launch, {
    command: 'mark-disposable',
    environment: 'staging',
    confirm: name,
    acknowledge: [],
    facts: [],
  });
}
