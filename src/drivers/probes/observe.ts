import type { Migrations, Observation, Reading, Serving } from '../../core/model/observation.ts';
import type { HealthProbe, MigrationsProbe, VersionProbe } from './probe.ts';

export interface Probes {
  readonly version: VersionProbe;
  readonly health: HealthProbe;
  /** Undefined for a product whose migrations run before it answers. */
  readonly migrations: MigrationsProbe | undefined;
  /** Turns what the server says (`4.1.12-53eba89`) into the label of a release (`4.1.12`). */
  readonly readLabel: (text: string) => Reading<string>;
}

/** One look at a live system. It never throws because of the system's state. */
export async function observe(probes: Probes, now: () => Date, signal?: AbortSignal): Promise<Observation> {
  const answering = probes
    .version(signal)
    .then((text) => (text.kind === 'known' ? probes.readLabel(text.value) : text));
  const [version, serving, status] = await Promise.all([
    answering,
    probes.health(signal),
    probes.migrations?.(signal, answering),
  ]);
  return { at: now().toISOString(), version, serving, migrations: status ?? derived(version, serving) };
}

function derived(version: Reading<string>, serving: Serving): Migrations {
  if (version.kind === 'unknown') return version;
  if (serving.kind === 'yes') return { kind: 'done', assumed: true };
  return { kind: 'unknown', reason: serving.reason };
}
