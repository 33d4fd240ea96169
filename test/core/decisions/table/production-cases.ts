import { decideAdopt } from '../../../../src/core/decisions/adopt.ts';
import { decideBackup } from '../../../../src/core/decisions/backup.ts';
import { type CheckPassed, decideCheck } from '../../../../src/core/decisions/check.ts';
import type { Decision } from '../../../../src/core/decisions/decision.ts';
import { type DeployAct, decideDeploy } from '../../../../src/core/decisions/deploy.ts';
import { decideMigrate, type MigrateAct } from '../../../../src/core/decisions/migrate.ts';
import { decideRollback, notMigratedConfirmation, type WayBack } from '../../../../src/core/decisions/rollback.ts';
import { decideSmoke } from '../../../../src/core/decisions/smoke.ts';
import { type Situation, situationOf } from '../../../../src/core/history/situation.ts';
import type { Hop } from '../../../../src/core/model/hop.ts';
import { type BackupManifest, type BackupPurpose, backupPurposes } from '../../../../src/core/model/manifest.ts';
import type { HopTraits } from '../../../../src/core/model/sequence.ts';
import { onlyData } from '../../../support/data-backup.ts';
import { hop } from '../../history/world.ts';
import { backups, entriesOf, manifest, marked, maxAge, now, planned, thisRun } from './chronicle.ts';
import { everythingSeen, type Seen } from './observations.ts';
import { type PromotionCase, promotions } from './promotions.ts';
import { type RehearsalCase, rehearsalsOf } from './rehearsals.ts';

/** What the store has of this hop and digest: a person may have deleted a backup that the journal names. */
export type Stored = 'everything' | 'nothing';
export type Confirmation = 'none' | 'of another hop' | 'of this hop' | 'of a redeploy';

/** The inputs of a step. */
interface Request {
  readonly stored: Stored;
  /** The work that only a person can do. */
  readonly manual: 'done' | 'open';
  readonly purpose: BackupPurpose | undefined;
  readonly confirmation: Confirmation;
  /** A person asks for what has failed to be started again. */
  readonly retry: boolean;
}

/** For each kind of act: what it has to do. */
interface Act {
  readonly start?: CheckPassed['start'] | MigrateAct['start'];
  readonly how?: DeployAct['how'];
  readonly way?: WayBack['way'];
  readonly backup?: BackupManifest;
}

/** One step on production, with everything that was observed and recorded, and what was decided. */
export interface ProductionCase {
  readonly command: 'check' | 'backup' | 'deploy' | 'deploy from' | 'smoke' | 'migrate' | 'adopt' | 'rollback';
  readonly request: Request;
  readonly decision: Decision<Act>;
  readonly seen: Seen;
  readonly rehearsal: RehearsalCase;
  readonly promotion: PromotionCase;
  readonly traits: HopTraits;
}

const stores: Readonly<Record<Stored, readonly BackupManifest[]>> = {
  everything: [manifest('rehearsal', backups.rehearsal), manifest('restore-point', backups.point)],
  nothing: [],
};
const confirmations = {
  none: undefined,
  'of another hop': '1.1.4--1.2.0',
  'of this hop': hop.id,
  'of a redeploy': notMigratedConfirmation(hop),
} as const;
const needsPerson: Hop = {
  ...hop,
  manual: [{ id: 'export-keys', text: 'Export the keys.', acknowledged: false }],
};

export const allTraits: readonly HopTraits[] = [true, false].flatMap((deferrable) =>
  [true, false].map((proveRestorePoint) => ({ deferrable, proveRestorePoint })),
);

type Hear = (seen: ProductionCase) => void;

/** Every combination of what can be recorded and observed, once with each step. A generator would take twice the time. */
export function forEachProductionCase(hear: Hear): void {
  for (const traits of allTraits) {
    for (const rehearsal of rehearsalsOf(traits.deferrable)) {
      for (const promotion of promotions) hearCases({ traits, rehearsal, promotion }, hear);
    }
  }
}

const plain: Request = { stored: 'everything', manual: 'done', purpose: undefined, confirmation: 'none', retry: false };
const open: Request = { ...plain, manual: 'open' };
const retry: Request = { ...plain, retry: true };
const backupRequests: readonly Request[] = [plain, open, retry, { ...plain, stored: 'nothing' } as const].flatMap(
  (request) => backupPurposes.map((purpose) => ({ ...request, purpose })),
);
const rollbackRequests: readonly Request[] = [
  plain,
  { ...plain, confirmation: 'of another hop' },
  { ...plain, confirmation: 'of this hop' },
  { ...plain, confirmation: 'of a redeploy' },
  { ...plain, confirmation: 'of this hop', stored: 'nothing' },
];

type Recorded = Pick<ProductionCase, 'traits' | 'rehearsal' | 'promotion'>;

function hearCases({ traits, rehearsal, promotion }: Recorded, hear: Hear): void {
  const entries = entriesOf([marked, planned, ...rehearsal.lines, ...promotion.lines]);
  const parts = { hop, traits, now, entries, rehearsalMaxAge: maxAge };
  let situation: Situation | undefined;
  for (const seen of everythingSeen) {
    const { observation } = seen;
    // Making a situation reads the whole journal; only the version of an observation matters for that.
    const isSame = situation?.observation.version === observation.version;
    situation =
      isSame && situation !== undefined ? { ...situation, observation } : situationOf({ ...parts, observation });
    for (const { changes, steps } of traits.proveRestorePoint ? ofDeploys : ofAllSteps) {
      const asked = { ...situation, ...changes };
      for (const { command, request, decide } of steps) {
        const decision = decide(asked, request);
        hear({ command, request, decision, seen, rehearsal, promotion, traits });
      }
    }
  }
}

interface Step {
  readonly command: ProductionCase['command'];
  readonly request: Request;
  readonly decide: (situation: Situation, request: Request) => Decision<Act>;
}

const steps: readonly Step[] = [
  ...[plain, open, retry].flatMap((request): Step[] => [
    { command: 'check', request, decide: decideCheck },
    { command: 'deploy', request, decide: (situation) => decideDeploy('production', 'to', situation, thisRun) },
  ]),
  {
    command: 'deploy from',
    request: plain,
    decide: (situation) => decideDeploy('production', 'from', situation, thisRun),
  },
  ...backupRequests.map(
    (request): Step => ({
      command: 'backup',
      request,
      decide: (situation, { purpose, stored }) =>
        decideBackup(purpose ?? 'rehearsal', situation, { stored: stores[stored], run: thisRun, data: [onlyData] }),
    }),
  ),
  ...[plain, retry].flatMap((request): Step[] => [
    { command: 'smoke', request, decide: (situation) => decideSmoke('production', 'to', situation) },
    { command: 'migrate', request, decide: (situation) => decideMigrate('production', situation) },
  ]),
  { command: 'adopt', request: plain, decide: decideAdopt },
  ...rollbackRequests.map(
    (request): Step => ({
      command: 'rollback',
      request,
      decide: (situation, { stored, confirmation }) =>
        decideRollback('production', situation, { stored: stores[stored], confirm: confirmations[confirmation] }),
    }),
  ),
];

/** What requests change in a situation, shared by all steps: made once for them, since copying takes longest of all. */
interface Changed {
  readonly changes: Pick<Situation, 'retry'> & Partial<Pick<Situation, 'hop'>>;
  readonly steps: readonly Step[];
}

function byChanges(asked: readonly Step[]): readonly Changed[] {
  const groups = Map.groupBy(asked, ({ request: { manual, retry } }) => `${manual} ${retry}`);
  return [...groups.values()].flatMap((steps): readonly Changed[] => {
    const request = steps[0]?.request;
    if (request === undefined) return [];
    return [{ changes: { retry: request.retry, ...(request.manual === 'open' && { hop: needsPerson }) }, steps }];
  });
}

const ofAllSteps = byChanges(steps);
/** Whether a restore point has to be proved only concerns deploys: the other steps would merely be checked twice. */
const ofDeploys = byChanges(steps.filter(({ command }) => command.startsWith('deploy')));
