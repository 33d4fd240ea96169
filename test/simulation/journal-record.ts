import { SystemFailure } from '../../src/core/messages/errors.ts';
import { type Entry, envelope, type JournalEvent, journalEvent } from '../../src/core/model/event.ts';
import { decodeChain, type KnownEntries, type StoredFile, sha256 } from '../../src/journal/chain.ts';
import { chainedJournal, type FileStore } from '../../src/journal/chained-journal.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { type MemoryFiles, memoryStore } from '../support/memory-journal.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { World } from './world.ts';

export const system = 'records';

/** How old a reading can be at most when it is served: what the clients of a network file system cache. */
const stalestMilliseconds = 3000;

/** How long an entry is in transit at most: usually, and when the journal's host has a bad day. */
const usualWayMilliseconds = 300;
const slowWayMilliseconds = 40_000;

/** By how much clocks may differ, as the configuration has it. */
export const toleranceMilliseconds = 240_000;

interface LeaseChange {
  readonly at: number;
  /** Entries of the journal after which this holds. */
  readonly length: number;
  readonly owner: string | undefined;
}

interface Holder {
  readonly owner: string;
  /** As the entries have it. */
  readonly name: string;
  readonly runId: string;
  /** When the lease expires, in true time. */
  readonly until: number;
  /** The same by the owner's clock. */
  readonly expiresAt: number;
}

/** The one journal that all processes share, what was really written to it, and who really held the lease when. */
export class JournalRecord {
  readonly #world: World;
  readonly #files: MemoryFiles = [];
  readonly #addedAt: number[] = [];
  readonly #acknowledged: { readonly sequence: number; readonly hash: string; readonly type: string }[] = [];
  readonly #leases: LeaseChange[] = [];
  readonly #known: KnownEntries = new Map();
  #fence = 0;
  #holder: Holder | undefined;
  readonly #entries: Entry[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  get length(): number {
    return this.#files.length;
  }

  /** All entries as they really are. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Who holds the lease now, in truth; an expired one stays its owner's until another run takes it. */
  get owner(): string | undefined {
    return this.#holder?.owner;
  }

  /** Whether another run relies on the lease now, in truth. */
  isHeldBesides(owner: string): boolean {
    return this.#holder !== undefined && this.#holder.owner !== owner && this.#holder.until > this.#world.time.now;
  }

  /** When the lease ends, in truth, while it is this owner's. */
  leaseEndOf(owner: string): number | undefined {
    return this.#holder?.owner === owner ? this.#holder.until : undefined;
  }

  /** Since when the lease has not been this owner's any more; undefined while it is. */
  lostSince(owner: string): number | undefined {
    if (this.owner === owner) return undefined;
    const last = this.#leases.findLastIndex((change) => change.owner === owner);
    return this.#leases[last + 1]?.at ?? 0;
  }

  /** What was acknowledged and no longer exists. */
  lost(): string[] {
    const chain = decodeChain(this.#files, system);
    if (chain.kind === 'damaged') return [`the whole: ${JSON.stringify(chain.damage)}`];
    return this.#acknowledged.flatMap(({ sequence, hash, type }) => {
      const file = this.#files[sequence - 1];
      return file !== undefined && sha256(file.content) === hash ? [] : [`entry ${sequence} (${type})`];
    });
  }

  openFor(process: SimulatedProcess): Journal {
    const identity = { system, run: process.run };
    const journal = chainedJournal(this.#storeFor(process), identity, process.clock, this.#known);
    return {
      ...journal,
      append: async (event) => {
        const entry = await journal.append(event);
        this.#acknowledged.push({ sequence: entry.sequence, hash: entry.hash, type: event.type });
        return entry;
      },
    };
  }

  #storeFor(process: SimulatedProcess): FileStore {
    const { faults } = this.#world;
    const memory = memoryStore(this.#files);
    let seen = 0;
    return {
      description: 'the journal of the simulation',
      list: async () => {
        const listed = await process.request({
          name: 'journal read',
          serve: async () => {
            if (faults.happens('journalReadFails')) throw outOfReach('could not be read', 'Nothing was done.');
            const length = Math.max(seen, faults.happens('journalStale') ? this.#staleLength() : this.length);
            const { files } = await memory.list();
            return { files: files.slice(0, length), revision: String(length) };
          },
        });
        seen = Math.max(seen, listed.files.length);
        process.lastReading = {
          owner: this.#ownerAfter(listed.files.length),
          answeredAt: this.#world.time.now,
        };
        return listed;
      },
      add: async (addition) => {
        const answer = await process.request({
          name: 'journal add',
          way: faults.happens('journalSlow') ? slowWayMilliseconds : usualWayMilliseconds,
          serve: async () => {
            if (faults.happens('journalAddFails'))
              throw outOfReach('could not be written', 'The entry is not recorded.');
            const added = await memory.add(addition);
            if (added === 'added') this.#note(addition.file, process);
            if (faults.happens('journalAnswerLost')) {
              throw outOfReach('did not answer', 'It is not certain whether the entry is recorded.');
            }
            return added;
          },
        });
        if (answer === 'added') seen = Math.max(seen, Number(addition.revision) + 1);
        return answer;
      },
    };
  }

  #staleLength(): number {
    const since = this.#world.time.now - stalestMilliseconds;
    const index = this.#addedAt.findIndex((at) => at > since);
    return index === -1 ? this.length : index;
  }

  #ownerAfter(length: number): string | undefined {
    return this.#leases.findLast((change) => change.length <= length)?.owner;
  }

  #note(file: StoredFile, process: SimulatedProcess): void {
    this.#addedAt.push(this.#world.time.now);
    const stored: unknown = JSON.parse(Buffer.from(file.content).toString('utf8'));
    const { event: content, ...rest } = envelope.parse(stored);
    const event = journalEvent.parse(content);
    this.#entries.push({ ...rest, event, hash: sha256(file.content) });
    this.#world.say(`${process.title}: journal ${rest.sequence}: ${briefly(event)}`);
    this.#follow(event, process);
    this.#world.judge.recorded(event, rest.run, process);
  }

  /** The lease by its rule, derived from the events again: what is checked must not judge itself. */
  #follow(event: JournalEvent, process: SimulatedProcess): void {
    const { owner, run, skew, mayPreempt } = process;
    const holder = this.#holder;
    if (event.type === 'lease-renewed' && event.fence === this.#fence && event.owner === holder?.name) {
      this.#holder = { ...holder, ...endOf(event, skew) };
    }
    if (event.type === 'lease-taken' && event.fence === this.#fence + 1) {
      const waits = holder !== undefined && !mayPreempt && holder.runId !== run.id;
      // Decided from an old reading: it is void, and whoever acts on it is caught when acting.
      if (waits && this.#world.time.now + skew <= holder.expiresAt + toleranceMilliseconds) return;
      if (waits && holder.until > this.#world.time.now) {
        const left = Math.round((holder.until - this.#world.time.now) / 1000);
        this.#world.judge.violated(
          'two runs never act at once',
          `${process.title} takes the lease of ${holder.owner}, which has ${left} s left`,
        );
      }
      this.#fence++;
      this.#holder = { owner, name: event.owner, runId: run.id, ...endOf(event, skew) };
    } else if (event.type === 'lease-released' && event.fence === this.#fence && event.owner === this.#holder?.name) {
      this.#holder = undefined;
    } else return;
    this.#leases.push({ at: this.#world.time.now, length: this.length, owner: this.#holder?.owner });
  }
}

function endOf({ expiresAt }: { readonly expiresAt: string }, skew: number): Pick<Holder, 'until' | 'expiresAt'> {
  return { expiresAt: Date.parse(expiresAt), until: Date.parse(expiresAt) - skew };
}

function briefly(event: JournalEvent): string {
  const { type, ...rest } = event;
  const hop = 'hop' in rest ? ` ${rest.hop.id}` : '';
  const place = 'environment' in rest ? ` ${rest.environment}` : '';
  const lease = 'fence' in rest ? ` ${rest.fence} ${rest.owner}` : '';
  const ended = event.type === 'ended' ? ` ${event.command} ${event.outcome}: ${event.message}` : '';
  const release = 'release' in rest ? ` ${rest.release}` : '';
  return `${type}${hop}${place}${release}${lease}${ended}`;
}

function outOfReach(what: string, means: string): SystemFailure {
  return new SystemFailure({ happened: `The journal ${what}.`, means, next: 'Run the step again.' });
}
