import type { Entry } from '../../../src/core/model/event.ts';
import type { EnvironmentName } from '../../../src/core/model/hop.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';

export const hour = 3_600_000;

export const begins: readonly Entry['event']['type'][] = ['deploying', 'restoring', 'migrating'];

/** Until shortly after something is started, which is when a rollback is least welcome. */
export async function nextAct(
  world: World,
  random: Random,
  { on, types = begins }: { readonly on?: EnvironmentName; readonly types?: readonly Entry['event']['type'][] } = {},
): Promise<void> {
  const until = world.time.now + 12 * hour;
  for (let seen = world.journal.length; world.time.now < until; seen = world.journal.length) {
    await world.time.pause(3000);
    const news = world.journal.entries.slice(seen);
    const isStarted = news.some(
      ({ event }) =>
        types.includes(event.type) && (on === undefined || ('environment' in event && event.environment === on)),
    );
    if (isStarted && random.chance(0.5)) break;
  }
  await world.time.pause(random.between(100, 15_000));
}
