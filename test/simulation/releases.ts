/** What is known about the simulated product, modelled on facts seen on real servers. */
export interface DataMigration {
  readonly number: number;
  readonly name: string;
  readonly runsFrom: string;
  readonly requiredBefore: string;
}

export const releases = ['1.0.2', '1.1.3', '1.1.4', '1.2.1', '1.3.0', '1.3.1', '2.0.1'] as const;

/** The states of the whole path: the newest release of each line. */
export const stations = ['1.0.2', '1.1.4', '1.2.1', '1.3.1', '2.0.1'] as const;

/** The line 1.3 has no migrations, as some lines of real products do. */
export const dataMigrations: readonly DataMigration[] = [
  { number: 1, name: 'm1 split-labels', runsFrom: '1.1.0', requiredBefore: '1.2.0' },
  { number: 2, name: 'm2 label-index', runsFrom: '1.1.0', requiredBefore: '1.3.0' },
  { number: 3, name: 'm3 iso-dates', runsFrom: '1.2.0', requiredBefore: '1.3.0' },
  { number: 4, name: 'm4 intervals', runsFrom: '1.2.1', requiredBefore: '1.3.0' },
  { number: 5, name: 'm5 places', runsFrom: '2.0.0', requiredBefore: '2.1.0' },
];

/** Whoever comes from before this must do something by hand first. */
export const manualSince = '1.2.0';
export const manualStep = 'readers-of-dates';

const stage = 'stage-';

/** The name of a stage on a path that somebody lists: as if each release of the whole path were one. */
export function stageOf(release: string): string {
  return stage + release.replaceAll('.', '-');
}

/** Every second stage says how it is rolled back. */
export function isReversible(label: string): boolean {
  return stations.map(stageOf).indexOf(label) % 2 === 1;
}

/** Of a release itself it is the release. */
function releaseOf(label: string): string {
  return label.startsWith(stage) ? label.slice(stage.length).replaceAll('-', '.') : label;
}

export function isAtLeast(version: string, other: string): boolean {
  const parts = (text: string): number[] => releaseOf(text).split('.').map(Number);
  const [one, two] = [parts(version), parts(other)];
  for (let index = 0; index < 3; index++) {
    const difference = (one[index] ?? 0) - (two[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The migrations that a release knows; what leads to a stage has done everything when it ends. */
export function knownTo(version: string): readonly DataMigration[] {
  if (version.startsWith(stage)) return [];
  return dataMigrations.filter(({ runsFrom }) => isAtLeast(version, runsFrom));
}

/** The newest data that a release understands. */
export function newestKnownTo(version: string): number {
  return Math.max(0, ...knownTo(version).map(({ number }) => number));
}

export function pendingOn(version: string, applied: number): readonly DataMigration[] {
  return knownTo(version).filter(({ number }) => number > applied);
}

/** Whether the vendor allows a step: to the newest release of its own line or of the next one. */
export function isAllowed(from: string, to: string): boolean {
  const lines = stations.map(lineOf);
  const ahead = lines.indexOf(lineOf(to)) - lines.indexOf(lineOf(from));
  return isStation(to) && (ahead === 0 || ahead === 1);
}

/** Whether a path passes there. */
export function isStation(label: string): boolean {
  return stations.some((station) => station === releaseOf(label));
}

function lineOf(label: string): string {
  return releaseOf(label).split('.').slice(0, 2).join('.');
}
