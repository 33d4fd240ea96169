import type { Declared } from './frame/step.ts';

/** Commands that look at production and read the journal, and change nothing. */
const looking = {
  needs: { common: ['product', 'journal'], own: ['url', 'access', 'topology'] },
  gateAt: () => undefined,
} as const satisfies Partial<Declared>;

export const planDeclared: Declared = { ...looking, writesJournal: true };
export const reportDeclared: Declared = {
  ...looking,
  needs: { ...looking.needs, common: [...looking.needs.common, 'notify'] },
  writesJournal: false,
  mindsRetry: true,
};

/** Only the journals of all systems: it has the credentials of none. */
export const fleetDeclared: Declared = {
  needs: { common: ['journal'] },
  writesJournal: false,
  gateAt: () => undefined,
};
