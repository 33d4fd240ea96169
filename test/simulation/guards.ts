import { backGuards } from './guards/back.ts';
import { gateGuards } from './guards/gates.ts';
import type { Guard } from './guards/guard.ts';
import { journalGuards, leaseGuards } from './guards/lease.ts';
import { migrationsGuards } from './guards/migrations.ts';
import { pathGuards } from './guards/path.ts';
import { promotionGuards } from './guards/promotion.ts';
import { stagesGuards } from './guards/stages.ts';
import { stagingGuards } from './guards/staging.ts';

/** Everything that the simulation must miss when it is removed. */
export const guards: readonly Guard[] = [
  ...journalGuards,
  ...leaseGuards,
  ...pathGuards,
  ...stagingGuards,
  ...stagesGuards,
  ...promotionGuards,
  ...gateGuards,
  ...migrationsGuards,
  ...backGuards,
];
