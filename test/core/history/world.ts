import { decideBackup } from '../../../src/core/decisions/backup.ts';
import { decideCheck } from '../../../src/core/decisions/check.ts';
import { decideDeploy } from '../../../src/core/decisions/deploy.ts';
import { decideMigrate } from '../../../src/core/decisions/migrate.ts';
import { decideProof, decideRestore } from '../../../src/core/decisions/restore.ts';
import { decideRollback } from '../../../src/core/decisions/rollback.ts';
import { decideSmoke } from '../../../src/core/decisions/smoke.ts';
import { awaitedOf, judgeWait } from '../../../src/core/decisions/wait.ts';
import { isComplete } from '../../../src/core/history/rehearsal.ts';
import { type Situation, situationOf } from '../../../src/core/history/situation.ts';
import type { Entry, JournalEvent } from '../../../src/core/model/event.ts';
import type { EnvironmentName, Hop, ReleaseSide } from '../../../src/core/model/hop.ts';
import { type BackupManifest, type BackupPurpose, manifestFormat } from '../../../src/core/model/manifest.ts';
import type { Migrations, Observation } from '../../../src/core/model/observation.ts';
import type { HopStep, HopTraits } from '../../../src/core/model/sequence.ts';
import { dataBackup, onlyData } from '../../support/data-backup.ts';

/** A server and its data, as simple as decisions can see them. */
export interface Server {
  version: string;
  answers: boolean;
  migrations: Migrations;
}

/** What was really done, in order: the journal is not consulted. */
export interface Deed {
  readonly what: 'restore' | 'deploy' | 'roll-back' | 'migrate' | 'restore-point';
  readonly environment: EnvironmentName;
  readonly version?: string;
  readonly confirmed?: boolean;
  readonly sequence: number;
}

export const hop: Hop = {
  id: '1.0.2--1.1.4',
  index: 1,
  count: 1,
  from: '1.0.2',
  to: '1.1.4',
  title: '1.0.2 → 1.1.4',
  digest: 'd'.repeat(64),
  reasons: [],
  manual: [],
};

const day = 86_400_000;
/** As the previous release has left them. */
const untouched = { kind: 'done', applied: 'm6' } as const;

/** A production and a staging server with one journal, on which steps are decided and done as the commands do it. */
export class World {
  readonly entries: Entry[] = [];
  readonly deeds: Deed[] = [];
  readonly backups: BackupManifest[] = [];
  readonly servers: Record<EnvironmentName, Server>;
  readonly traits: HopTraits;
  time = Date.parse('2026-03-01T00:00:00Z');
  run = 'run-1';

  /** The hop that is being climbed. */
  hop: Hop;

  constructor(traits: HopTraits, climbed: Hop = hop) {
    this.traits = traits;
    this.hop = climbed;
    this.servers = {
      production: { version: this.hop.from, answers: true, migrations: untouched },
      staging: { version: '0.9.0', answers: true, migrations: untouched },
    };
    const identity = { kind: 'sqlite', lineage: {}, location: {} };
    this.append({
      type: 'disposable-marked',
      mark: 'mark-1',
      tiedTo: 'staging',
      data: 'sqlite',
      name: 'staging',
      identity,
    });
  }

  append(event: JournalEvent): void {
    const sequence = this.entries.length + 1;
    const run = { kind: 'terminal', id: this.run, attempt: 1, actor: 'engineer' } as const;
    this.entries.push({
      format: 1,
      sequence,
      previous: '',
      hash: String(sequence),
      at: new Date(this.time).toISOString(),
      system: 'records',
      run,
      event,
    });
  }

  observe(environment: EnvironmentName): Observation {
    const { version, answers, migrations } = this.servers[environment];
    const at = new Date(this.time).toISOString();
    const silent = { kind: 'unknown', reason: 'connect ECONNREFUSED' } as const;
    if (!answers) return { at, version: silent, serving: silent, migrations: silent };
    return { at, version: { kind: 'known', value: version }, serving: { kind: 'yes' }, migrations };
  }

  situation(environment: EnvironmentName): Situation {
    return situationOf({
      hop: this.hop,
      traits: this.traits,
      now: new Date(this.time),
      observation: this.observe(environment),
      entries: this.entries,
      rehearsalMaxAge: 7 * day,
    });
  }

  /**
   * Decides and does one step.
   * @param killed the process dies after the act and before it is recorded
   */
  step(step: HopStep, killed = false): string {
    this.time += 60_000;
    const { environment } = step;
    const situation = this.situation(environment);
    switch (step.command) {
      case 'check':
        return this.#settle(decideCheck(situation), () =>
          this.append({
            ...this.#here(environment),
            type: 'checked',
            version: this.hop.from,
            applied: untouched.applied,
          }),
        );
      case 'backup':
        return this.#settle(
          decideBackup(step.purpose, situation, {
            stored: this.backups,
            run: { id: this.run, attempt: 1 },
            data: [onlyData],
          }),
          () => this.#backUp(step.purpose, killed),
        );
      case 'restore': {
        if (step.purpose === 'restore-point') {
          const proof = decideProof(situation, this.backups);
          return this.#settle(proof, () => proof.kind === 'act' && this.#prove(proof.backup.id, killed));
        }
        const decision = decideRestore(situation, this.backups);
        return this.#settle(decision, () => decision.kind === 'act' && this.#restore(decision.backup.id, killed));
      }
      case 'deploy':
        return this.#settle(decideDeploy(environment, step.release, situation, { id: this.run, attempt: 1 }), () =>
          this.#deploy(environment, step.release, killed),
        );
      case 'smoke':
        return this.#settle(decideSmoke(environment, step.release, situation), () =>
          this.#smoke(environment, step.release),
        );
      case 'migrate': {
        const decision = decideMigrate(environment, situation);
        return this.#settle(decision, () => decision.kind === 'act' && this.#migrate(environment, decision.start));
      }
      case 'wait': {
        if (environment === 'staging' && situation.rehearsal.kind === 'passed') return 'already-done';
        if (environment === 'production' && situation.promotion.completed) return 'already-done';
        const awaited = awaitedOf(situation, environment);
        this.#finishMigrations(environment);
        const judged = judgeWait(awaited, this.observe(environment), this.hop);
        if (judged?.kind !== 'act') return judged?.kind ?? 'waiting';
        if (awaited.kind === 'migrated' && !killed)
          this.append({ ...this.#here(environment), type: 'waited', milliseconds: 1 });
        return 'act';
      }
      case 'rollback':
        return this.rollback(environment, killed);
      case 'report':
        return 'act';
    }
  }

  rollback(environment: EnvironmentName, killed = false, confirm?: string): string {
    const stored = environment === 'production' ? this.backups : [];
    const decision = decideRollback(environment, this.situation(environment), { stored, confirm });
    return this.#settle(decision, () => {
      this.append({ ...this.#here(environment), type: 'rolling-back', to: this.hop.from });
      if (decision.kind === 'act' && decision.way === 'restore') {
        const backup = decision.backup.id;
        this.append({ ...this.#here(environment), type: 'restoring', backup });
        this.#deed({ what: 'restore', environment, confirmed: confirm === this.hop.id });
        this.servers[environment] = { version: this.hop.from, answers: false, migrations: untouched };
        if (killed) return;
        this.append({
          ...this.#here(environment),
          type: 'restored',
          backup,
          proved: true,
          tables: 1,
          rows: 1,
          milliseconds: 1,
        });
      }
      this.#deed({ what: 'roll-back', environment, version: this.hop.from });
      this.servers[environment] = { version: this.hop.from, answers: true, migrations: untouched };
      if (!killed) this.append({ ...this.#here(environment), type: 'rolled-back', to: this.hop.from, milliseconds: 1 });
    });
  }

  #here(environment: EnvironmentName) {
    const { id, from, to, digest } = this.hop;
    return { hop: { id, from, to, digest }, environment };
  }

  #settle(decision: { readonly kind: string }, act: () => unknown): string {
    if (decision.kind === 'act') act();
    return decision.kind;
  }

  #deed(deed: Omit<Deed, 'sequence'>): void {
    this.deeds.push({ ...deed, sequence: this.deeds.length });
  }

  #backUp(purpose: BackupPurpose, killed: boolean): void {
    if (killed) return; // Without its manifest it is not there.
    const at = new Date(this.time).toISOString();
    const id = `${purpose}-${this.backups.length + 1}`;
    this.backups.push({
      format: manifestFormat,
      id,
      system: 'records',
      product: 'sample',
      purpose,
      hop: { id: this.hop.id, digest: this.hop.digest },
      version: this.hop.from,
      startedAt: at,
      finishedAt: at,
      dataAt: at,
      journalEntries: this.entries.length,
      data: [dataBackup(at)],
    });
    if (purpose === 'restore-point') this.#deed({ what: 'restore-point', environment: 'production' });
    this.append({
      ...this.#here('production'),
      type: 'backed-up',
      purpose,
      backup: id,
      version: this.hop.from,
      dataAt: at,
      bytes: 1,
      milliseconds: 1,
    });
  }

  #prove(backup: string, killed: boolean): void {
    this.append({ ...this.#here('staging'), type: 'restoring', backup });
    this.servers.staging = { version: this.hop.from, answers: false, migrations: untouched };
    if (killed) return;
    this.append({ ...this.#here('staging'), type: 'point-proved', backup, tables: 1, rows: 1, milliseconds: 1 });
  }

  #restore(backup: string, killed: boolean): void {
    this.append({ ...this.#here('staging'), type: 'restoring', backup });
    this.#deed({ what: 'restore', environment: 'staging' });
    this.servers.staging = { version: this.hop.from, answers: false, migrations: untouched };
    if (killed) return;
    this.append({
      ...this.#here('staging'),
      type: 'restored',
      backup,
      proved: true,
      tables: 1,
      rows: 1,
      milliseconds: 1,
    });
    this.append({ ...this.#here('staging'), type: 'scrubbed', waived: false, milliseconds: 1 });
  }

  #deploy(environment: EnvironmentName, release: ReleaseSide, killed: boolean): void {
    const version = release === 'from' ? this.hop.from : this.hop.to;
    const deferred = this.traits.deferrable;
    const { applied } = untouched;
    this.append({ ...this.#here(environment), type: 'deploying', release, version, deferred, applied });
    this.#deed({ what: 'deploy', environment, version });
    const migrations: Migrations =
      release === 'to' && deferred ? { ...untouched, kind: 'pending', next: 'm7' } : untouched;
    this.servers[environment] = { version, answers: true, migrations };
    if (!killed)
      this.append({ ...this.#here(environment), type: 'deployed', release, version, deferred, milliseconds: 1 });
  }

  #smoke(environment: EnvironmentName, release: ReleaseSide): void {
    const { migrations, version } = this.servers[environment];
    if (migrations.kind === 'failed' || migrations.kind === 'unknown') return;
    this.append({
      ...this.#here(environment),
      type: 'smoke-tested',
      release,
      version,
      migrations: migrations.kind,
      tests: [],
      milliseconds: 1,
    });
    const { rehearsal, promotion } = this.situation(environment);
    const { id, from, to, digest } = this.hop;
    const reference = { id, from, to, digest };
    if (environment === 'staging') {
      if (rehearsal.kind === 'started' && isComplete(rehearsal, this.traits)) {
        const { backup } = rehearsal;
        this.append({ type: 'rehearsed', hop: reference, ...(backup === undefined ? {} : { backup }) });
      }
      return;
    }
    const migrated = promotion.waited !== undefined && (promotion.migrating !== undefined || !this.traits.deferrable);
    if (promotion.smoked && migrated && migrations.kind === 'done') this.append({ type: 'completed', hop: reference });
  }

  #migrate(environment: EnvironmentName, start: boolean): void {
    this.append({ ...this.#here(environment), type: 'migrating' });
    if (!start) return;
    this.#deed({ what: 'migrate', environment });
    this.servers[environment].migrations = { kind: 'running', current: 'm7' };
  }

  #finishMigrations(environment: EnvironmentName): void {
    const server = this.servers[environment];
    if (server.migrations.kind === 'running') server.migrations = { kind: 'done', applied: 'm7' };
  }
}
