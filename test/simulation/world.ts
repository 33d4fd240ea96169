import type { GateScope, GateSetting } from '../../src/core/model/gate.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { NewMark } from '../../src/core/model/mark.ts';
import type { HopTraits } from '../../src/core/model/sequence.ts';
import { BackupShelf } from './backup-shelf.ts';
import type { Choices } from './configuration.ts';
import type { Place } from './database-part.ts';
import { Faults } from './faults.ts';
import { SimulatedGitHub } from './github.ts';
import { type Data, Installation } from './installation.ts';
import { JournalRecord } from './journal-record.ts';
import { Judge } from './judge.ts';
import { Random } from './random.ts';
import { manualStep, stageOf, stations } from './releases.ts';
import type { Configurations } from './simulated-project.ts';
import { traitsOf } from './traits.ts';
import { VirtualTime } from './virtual-time.ts';
import type { Wish } from './wish.ts';

/** How staging's database relates to production's. */
export type StagingPlace = 'its own' | 'copy' | 'production' | 'production by another address' | 'marked copy';

/** Everything that the processes of a scenario share. */
export class World {
  readonly seed: number;
  readonly time = new VirtualTime();
  /** What happens is drawn from here… */
  readonly random: Random;
  /** …and how long it takes, from here. */
  readonly latency: Random;
  readonly faults: Faults;
  readonly trace: string[] = [];
  readonly journal: JournalRecord;
  readonly shelf = new BackupShelf();
  readonly judge: Judge;
  readonly production: Installation;
  readonly staging: Installation;
  /** The path is a list of stages, and staging is waived. */
  readonly staged: boolean;
  /** The second edition of the configuration waives staging, although there are releases. */
  readonly waivesReleases: boolean;
  /** Migrations can be deferred. */
  readonly deferrable: boolean;
  target: string;
  readonly rehearsalMaxAge = 6 * 3_600_000;
  /** Who is asked before production is changed by a workflow; at a terminal it asks itself. */
  readonly gates: GateSetting;
  /** What one approval is for. */
  readonly scope: GateScope;
  readonly github: SimulatedGitHub;
  /** Until when GitHub answers nothing. */
  limitedUntil = 0;
  /** The deployers can report where they deploy a release; in the other worlds nobody knows. */
  readonly knowsPlaces: boolean;
  /** Where what deploys staging really points. */
  deploysStagingTo: EnvironmentName = 'staging';
  /** Restore points are proved before the deploy on production. */
  readonly proves: boolean;
  /** Production may be changed only while a maintenance window is open. */
  readonly windows: boolean;
  /** Smoke tests of production are repeated for some time. */
  readonly validates: boolean;
  /** A run is killed when its first backup for each purpose is in the store, and not in the journal yet. */
  readonly killsBeforeRecord: boolean;
  manualDone: boolean;
  /** Promotion is stopped for every process that starts now. */
  frozen = false;
  stagingPlace: StagingPlace;
  /** The edition of the configuration that a run gets which starts now. */
  edition = 1;
  changedByHandAt = 0;
  /** The last of these times at which somebody left another release there, or other data. */
  replacedByHandAt = 0;
  #workflows = 5000;
  readonly #editions = new Map<string, number>();
  readonly #own: Data;
  readonly #configurations: Configurations;

  /** @param wish left out: everything is drawn */
  constructor(seed: number, configurations: Configurations, wish?: Wish) {
    this.seed = seed;
    this.#configurations = configurations;
    this.random = new Random(seed);
    this.latency = this.random.fork();
    this.faults = new Faults(this.random.fork(), wish);
    this.time.now = Date.parse(this.random.pick(beginnings));
    this.journal = new JournalRecord(this);
    this.judge = new Judge(this);
    const isDrawn = wish === undefined;
    this.staged = isDrawn && seed % 9 === 4;
    this.waivesReleases = isDrawn && seed % 9 === 7;
    // Not drawn, so that the other worlds stay as they are.
    this.knowsPlaces = isDrawn && seed % 8 === 5 && !this.staged;
    if (this.knowsPlaces && seed % 16 === 5) this.deploysStagingTo = 'production';
    this.killsBeforeRecord = isDrawn && seed % 12 === 6;
    const isDeferrable = this.random.chance(0.75) && !this.staged;
    this.deferrable = wish?.deferrable ?? isDeferrable;
    const gates = this.random.pick(gateSettings);
    this.gates = wish?.gates ?? gates;
    const scope = this.gates === 'environment' && this.random.fork().chance(0.3) ? 'path' : 'hop';
    this.scope = wish?.scope ?? scope;
    this.github = new SimulatedGitHub(this.random.fork());
    this.proves = this.random.chance(0.2) && !this.staged;
    this.windows = this.random.chance(0.2);
    this.validates = this.random.chance(0.15);
    this.manualDone = this.random.chance(0.7);
    const label = this.staged ? stageOf : (release: string) => release;
    this.target = label(this.random.pick(stations.slice(1, 4)));
    const first = label(stations[0]);
    this.stagingPlace =
      this.random.chance(0.9) || !isDrawn
        ? 'its own'
        : this.random.pick(['copy', 'production', 'production by another address', 'marked copy']);
    const at = '2026-03-01T00:00:00Z';
    const production = dataOf('production', 'production.internal', at, 1000);
    this.production = new Installation(this, 'production', production, first, this.deferrable);
    this.#own = dataOf('staging', 'staging.internal', at, 50);
    const copy = dataOf('production', 'copy.internal', '2026-03-01T12:00:00Z', 700);
    const data = this.stagingPlace === 'copy' ? copy : this.#own;
    // It came with a mark that was made for another store.
    if (this.stagingPlace === 'marked copy') data.mark = { id: 'copied along', system: 'records' };
    this.staging = new Installation(this, 'staging', data, first, this.deferrable);
    this.say(
      `seed ${seed}: to ${this.target}, ${this.staged ? 'without a staging, ' : ''}${this.deferrable ? 'with' : 'without'} a window, gates: ${this.gates} for each ${this.scope}, faults: ${this.faults.active}, staging: ${this.stagingPlace}, deployed on ${this.deploysStagingTo}`,
    );
  }

  say(text: string): void {
    this.trace.push(`${new Date(this.time.now).toISOString().slice(5, 23)} ${text}`);
  }

  /** What the configuration says is staging's database. */
  get placeOfStaging(): Place {
    const isOther = this.stagingPlace === 'its own' || this.stagingPlace.endsWith('copy');
    const { data } = isOther ? this.staging : this.production;
    const isAlias = this.stagingPlace === 'production by another address';
    return { data, address: isAlias ? 'alias.internal' : data.location };
  }

  /**
   * Somebody rebuilds production: the same content in another database, at its former address. Whatever
   * points at it, nothing shows that it is production except that nobody marked it.
   * @param mark what is included in a copy that was made with everything
   */
  recreateProduction(mark?: NewMark): void {
    const { data } = this.production;
    this.say(`BY HAND: production is made again${mark === undefined ? '' : ', with the mark of staging'}`);
    this.production.data = { ...data, lineage: `${data.lineage}, made again`, mark };
  }

  /** Somebody moves staging to another database: everything in it is moved with it, except its mark. */
  moveStaging(): void {
    const { data } = this.staging;
    this.say('BY HAND: staging is moved to another database');
    this.staging.data = { ...data, lineage: `${data.lineage}, moved`, mark: undefined };
  }

  /** From now on the configuration's variable of staging points elsewhere. */
  leadStagingTo(place: StagingPlace): void {
    this.say(`BY HAND: staging is led to ${place}`);
    this.stagingPlace = place;
  }

  /** Somebody corrects the configuration's variables of what deploys staging. */
  deployStagingApart(): void {
    this.say('BY HAND: staging is deployed apart from production');
    this.deploysStagingTo = 'staging';
  }

  /** Somebody gives staging an empty database under a name that production never had. */
  giveStagingItsOwn(): void {
    this.say('BY HAND: staging gets a database of its own');
    this.stagingPlace = 'its own';
    this.staging.data = this.#own;
  }

  choices(edition: number): Choices {
    const { deferrable, gates, scope, proves, windows, validates, staged } = this;
    return { deferrable, gates, scope, proves, windows, validates, staged, edition };
  }

  traits(edition: number): HopTraits {
    return traitsOf(this, this.#configurations(this.choices(edition)), edition);
  }

  /** GitHub's number of a run of its own. */
  nextWorkflow(): string {
    return String(++this.#workflows);
  }

  /** The manual steps that a person reports as done, which is reported only if it is so. */
  get acknowledged(): readonly string[] {
    return this.manualDone ? [manualStep] : [];
  }

  learnEdition(digest: string, edition: number): void {
    this.#editions.set(digest, edition);
  }

  /** The edition of the configuration that a hop was planned with. */
  editionOf(digest: string): number | undefined {
    return this.#editions.get(digest);
  }
}

/** On the last two, clocks change within a day. */
const beginnings = ['2026-03-02T00:00:00Z', '2026-03-28T18:00:00Z', '2026-10-24T18:00:00Z'] as const;
const gateSettings = ['environment', 'environment', 'environment', 'dispatch', 'none'] as const;

function dataOf(lineage: string, location: string, startedAt: string, rows: number): Data {
  const content = { rows, applied: 0, job: undefined, newestStartedAt: 0, damage: undefined };
  return { name: 'records', lineage, location, startedAt, mark: undefined, content };
}
