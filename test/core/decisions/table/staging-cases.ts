import type { Decision } from '../../../../src/core/decisions/decision.ts';
import { decideDeploy } from '../../../../src/core/decisions/deploy.ts';
import { decideMigrate, type MigrateAct } from '../../../../src/core/decisions/migrate.ts';
import { decideProof, decideRestore } from '../../../../src/core/decisions/restore.ts';
import { decideRollback, type WayBack } from '../../../../src/core/decisions/rollback.ts';
import { decideSmoke } from '../../../../src/core/decisions/smoke.ts';
import { type Situation, situationOf } from '../../../../src/core/history/situation.ts';
import type { BackupManifest } from '../../../../src/core/model/manifest.ts';
import type { HopTraits } from '../../../../src/core/model/sequence.ts';
import { hop } from '../../history/world.ts';
import { backups, entriesOf, hour, manifest, marked, maxAge, now, planned, thisRun } from './chronicle.ts';
import { everythingSeen, type Seen } from './observations.ts';
import { type PromotionCase, promotions } from './promotions.ts';
import { type RehearsalCase, rehearsalsOf } from './rehearsals.ts';

export const stagingStores = {
  nothing: [],
  'the backup': [manifest('rehearsal', backups.rehearsal)],
  'the backup, as old as it may be': [manifest('rehearsal', backups.rehearsal, maxAge)],
  'the backup, too old': [manifest('rehearsal', backups.rehearsal, maxAge + 1)],
  'the backup, and a newer one': [
    manifest('rehearsal', 'rehearsal-2', hour / 2),
    manifest('rehearsal', backups.rehearsal),
  ],
  'a restore point': [manifest('restore-point', backups.point)],
  'the backup, and a restore point': [
    manifest('rehearsal', backups.rehearsal),
    manifest('restore-point', backups.point, hour / 2),
  ],
} as const satisfies Record<string, readonly BackupManifest[]>;
export type StagingStore = keyof typeof stagingStores;

/** For each kind of act: what it has to do. */
interface Act {
  readonly start?: MigrateAct['start'];
  readonly way?: WayBack['way'];
  readonly backup?: BackupManifest;
}

/** One step on staging, with everything that was observed and recorded, and what was decided. */
export interface StagingCase {
  readonly command:
    | 'restore'
    | 'prove'
    | 'deploy from'
    | 'smoke from'
    | 'deploy to'
    | 'smoke to'
    | 'rollback'
    | 'migrate';
  readonly store: StagingStore;
  readonly decision: Decision<Act>;
  readonly seen: Seen;
  readonly rehearsal: RehearsalCase;
  readonly promotion: PromotionCase;
  readonly traits: HopTraits;
}

/** What is recorded about production hardly affects what is done on staging: a few chapters stand for all. */
const chapters: ReadonlySet<string> = new Set([
  'checked',
  'come to a restore point',
  'come to a restore point that is proved',
  'smoke-tested',
  'gone back',
  'completed with another configuration',
]);

export function* stagingCases(): Generator<StagingCase> {
  for (const deferrable of [true, false]) {
    const traits = { deferrable, proveRestorePoint: true };
    for (const rehearsal of rehearsalsOf(deferrable)) {
      for (const promotion of promotions.filter(({ name }) => chapters.has(name))) {
        const entries = entriesOf([marked, planned, ...promotion.lines, ...rehearsal.lines]);
        for (const seen of everythingSeen) {
          const { observation } = seen;
          const situation = situationOf({ hop, traits, now, observation, entries, rehearsalMaxAge: maxAge });
          for (const asked of askedIn(situation)) yield { ...asked, seen, rehearsal, promotion, traits };
        }
      }
    }
  }
}

type Asked = Pick<StagingCase, 'command' | 'store' | 'decision'>;

function* askedIn(situation: Situation): Generator<Asked> {
  for (const [name, stored] of Object.entries(stagingStores)) {
    if (!isStore(name)) continue;
    yield { command: 'restore', store: name, decision: decideRestore(situation, stored) };
    yield { command: 'prove', store: name, decision: decideProof(situation, stored) };
  }
  for (const release of ['from', 'to'] as const) {
    const deploy = decideDeploy('staging', release, situation, thisRun);
    yield { command: `deploy ${release}`, store: 'the backup', decision: deploy };
    yield { command: `smoke ${release}`, store: 'the backup', decision: decideSmoke('staging', release, situation) };
  }
  const back = decideRollback('staging', situation, { stored: [], confirm: undefined });
  yield { command: 'rollback', store: 'the backup', decision: back };
  yield { command: 'migrate', store: 'the backup', decision: decideMigrate('staging', situation) };
}

function isStore(name: string): name is StagingStore {
  return Object.hasOwn(stagingStores, name);
}
